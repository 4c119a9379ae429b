"""Alternatives of a pattern put together by their beginnings, so that `re` compiles and tries each beginning once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

# One unit of an alternative: a group or a class with all that follows, or a character with its quantifier.
_UNIT = re.compile(r"[(\[].*|(?:\\.|[^\\])(?:[?*+]|\{.*)?", re.DOTALL)
_LITERAL = re.compile(r"[^\W_]|[ ]|\\\.")


def factored(alternatives: str) -> str:
    r"""Return the pattern of `alternatives` (small letters, parted by `|`) that matches the same in the same order.

    Alternatives that begin with different letters exclude each other, so their order may change; those of one letter
    keep theirs, and nothing moves across one that begins with no plain letter.

    >>> factored("june|july|may|jun")
    'ju(?:n(?:e|)|ly)|may'
    """
    return "|".join(_joined([tuple(_UNIT.findall(each)) for each in _parted(alternatives)]))


def _parted(alternatives: str) -> list[str]:
    """Return the alternatives, cut at each `|` outside of groups and classes."""
    found, level, start = [], 0, 0
    for mark in re.finditer(r"\\.|[()\[\]|]", alternatives):
        level += (mark[0] in ("(", "[")) - (mark[0] in (")", "]"))
        if mark[0] == "|" and level == 0:
            found.append(alternatives[start : mark.start()])
            start = mark.end()
    return [*found, alternatives[start:]]


def _joined(several: Iterable[tuple[str, ...]]) -> list[str]:
    done: list[str] = []
    run: dict[str, list[tuple[str, ...]]] = {}
    for units in several:
        if units and _LITERAL.fullmatch(units[0]):
            run.setdefault(units[0], []).append(units[1:])
            continue
        done += _grouped(run)
        run = {}
        done.append("".join(units))
    return [*done, *_grouped(run)]


def _grouped(run: dict[str, list[tuple[str, ...]]]) -> Iterator[str]:
    for first, rests in run.items():
        several = _joined(rests)
        yield first + (several[0] if len(several) == 1 else f"(?:{'|'.join(several)})")
