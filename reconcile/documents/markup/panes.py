"""Panes of a page, of which it shows one at a time: tabs, pills and accordions, each under what its control says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html import unescape

from reconcile.documents.markup.tags import read_tag

_TAG = re.compile(r"<[A-Za-z][^<>]{0,1000}>")
# Classes and a role that make an element a pane. What merely folds away (`collapse`) is mostly an abstract.
_CLASS = re.compile(r"(?:^|\s)(?:tab-?pane|tab-?panel|(?:accordion|panel)-collapse)(?:$|\s)", re.IGNORECASE)
_ANY_PANE = re.compile(r"tab-?pane|(?:accordion|panel)-collapse", re.IGNORECASE)
_CONTROLS = frozenset({"a", "button"})
_TARGETS = ("data-bs-target", "data-target", "href", "aria-controls")
_LONGEST_LABEL = 400  # characters of a control with the tags in it
# How many works there are below it: `2021 <span class="badge">4</span>`.
_COUNT = re.compile(r"<span\b[^<>]{0,200}\bbadge\b[^<>]{0,200}>[^<>]{0,20}</span>", re.IGNORECASE)
_MARKUP = re.compile(r"<[^<>]{0,1000}>")


def panes_of(text: str) -> dict[str, str]:
    """Return the panes of a page by their ids, each with the label of the control that shows it.

    Labels that several panes have (`Abstract`, `BibTeX`) are those of the buttons at each entry, and left out.

    >>> panes_of('<a href="#y">In 2021</a> <a href="#z">On</a> <div id="y" class="tab-pane fade">Wool</div>')
    {'y': 'In 2021'}
    """
    if not _ANY_PANE.search(text):
        return {}
    labels: dict[str, str] = {}
    panes: set[str] = set()
    for found in _TAG.finditer(text):
        tag, attributes, _ = read_tag(found.group())
        if is_pane(attributes):
            panes.add(attributes.get("id", ""))
        elif tag in _CONTROLS and (targets := list(_targets(attributes))):
            label = _label(text, found.end(), tag)
            labels |= {target: label for target in targets if label and target not in labels}
    said = {pane: labels[pane] for pane in sorted(panes) if pane in labels}
    counts = Counter(said.values())
    return {pane: label for pane, label in said.items() if counts[label] == 1}


def is_pane(attributes: dict[str, str]) -> bool:
    """Return whether an element is a pane, by its role or its class."""
    return attributes.get("role") == "tabpanel" or bool(_CLASS.search(attributes.get("class", "")))


def _targets(attributes: dict[str, str]) -> Iterator[str]:
    """Yield the ids of what an element leads to on its page."""
    for name in _TARGETS:
        value = attributes.get(name, "")
        if (name == "aria-controls" and value) or (value.startswith("#") and len(value) > 1):
            yield value.removeprefix("#")


def _label(text: str, start: int, tag: str) -> str:
    """Return what a control says, whose start tag ends at `start`."""
    end = text.find(f"</{tag}", start, start + _LONGEST_LABEL)
    return " ".join(unescape(_MARKUP.sub(" ", _COUNT.sub(" ", text[start:end]))).split()) if end > 0 else ""
