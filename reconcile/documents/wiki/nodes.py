"""Wikitext as templates, links and notes within text: `{{Cite book|title=Wool}}`, `[[Wool|wool]]`, `<ref>…</ref>`.

One pass with a stack. What is opened and never closed is text again, with all that stands in it; a link ends with its
line, so that one forgotten bracket costs a line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from reconcile.documents.markup.tags import without_comments


@dataclass(frozen=True, slots=True)
class Text:
    """Text on one line of the page (from 1), or the end of one: a newline."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Template:
    """What stands between `{{` and `}}`: the template's name, and what its bars part."""

    name: str
    parts: tuple[Nodes, ...]
    line: int
    last: int


@dataclass(frozen=True, slots=True)
class Link:
    """What stands between `[[` and `]]`: the page that is linked, and what bars part, of which the last is shown."""

    target: str
    parts: tuple[Nodes, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Note:
    """What stands between `<ref>` and `</ref>`."""

    inside: Nodes


Node = Text | Template | Link | Note
Nodes = tuple[Node, ...]

_DEEPEST = 20  # templates and links within each other; pages have five or six
# The tag that shows the notes of a page; it is given as a template of this name.
NOTES = "references"
_VERBATIM = "nowiki|math|chem|ce|pre|source|syntaxhighlight|score|timeline|gallery"
_TOKEN = re.compile(
    rf"\{{\{{|\}}\}}|\[\[|\]\]|\|+|\n|</?ref(?:erences)?(?=[\s/>])[^<>]*>|<(?P<verbatim>{_VERBATIM})(?=[\s>])[^<>]*>",
    re.IGNORECASE,
)
# What is in these says nothing to a reader of the text.
_UNSAID = frozenset({"gallery", "score", "timeline"})


@dataclass(slots=True)
class _Open:
    """What was opened by `sign` and is not closed yet, with the parts so far."""

    sign: str
    line: int
    parts: list[list[Node]] = field(default_factory=lambda: [[]])


def nodes_of(text: str) -> Nodes:
    """Return the nodes of a page.

    >>> [type(node).__name__ for node in nodes_of("See [[Wool|the wool]] in {{cite book|title=Felt}}.")]
    ['Text', 'Link', 'Text', 'Template', 'Text']
    """
    text = without_comments(text)
    page = _Page({tag: text.lower().rfind(f"</{tag}") for tag in _VERBATIM.split("|")})
    at = 0
    while found := _TOKEN.search(text, at):
        page.add(text[at : found.start()])
        at = found.end()
        if tag := (found["verbatim"] or "").lower():
            at = page.verbatim(text, at, tag)
        else:
            page.take(found[0])
    page.add(text[at:])
    while len(page.opened) > 1:
        page.restore()
    return tuple(page.opened[0].parts[0])


class _Page:
    """The page so far: what is open, outermost first; `ends` has where each verbatim tag is closed the last time."""

    def __init__(self, ends: dict[str, int]) -> None:
        self.opened = [_Open("", 1)]
        self.ends = ends
        self.line = 1
        self.templates = 0
        self.notes = 0

    def add(self, text: str) -> None:
        if text:
            self.opened[-1].parts[-1].append(Text(text, self.line))

    def take(self, token: str) -> None:
        match token:
            case "\n":
                while self.opened[-1].sign == "[[":
                    self.restore()
                self.add("\n")
                self.line += 1
            case "{{" | "[[":
                self._open(token)
            case "}}":
                self._close_template()
            case "]]" if self.opened[-1].sign == "[[":
                self._close_link()
            case _ if token[0] == "|" and self.opened[-1].sign in ("{{", "[["):
                self.opened[-1].parts += [[] for _ in token]
            case _ if token[0] in "|]":
                self.add(token)
            case _:
                self._note(token)

    def verbatim(self, text: str, at: int, tag: str) -> int:
        """Add what stands in a verbatim tag as it is; return where it ends."""
        if self.ends[tag] < at:
            return at
        end = re.compile(f"</{tag}", re.IGNORECASE).search(text, at)
        stop = end.start() if end else at
        for number, row in enumerate(text[at:stop].split("\n")):
            if number:
                self.add("\n")
                self.line += 1
            self.add("" if tag in _UNSAID else row)
        past = text.find(">", stop)
        return past + 1 if past >= 0 else stop

    def restore(self) -> None:
        """Make text again of what is open innermost."""
        inner = self.opened.pop()
        self._count(inner.sign, -1)
        into = self.opened[-1].parts[-1]
        into.append(Text("" if inner.sign == "<ref>" else inner.sign, inner.line))
        for number, part in enumerate(inner.parts):
            into += [Text("|", inner.line), *part] if number else part

    def _open(self, sign: str) -> None:
        if len(self.opened) > _DEEPEST:
            self.add("" if sign == "<ref>" else sign)
            return
        self.opened.append(_Open(sign, self.line))
        self._count(sign, 1)

    def _count(self, sign: str, one: int) -> None:
        self.templates += one * (sign == "{{")
        self.notes += one * (sign == "<ref>")

    def _closed(self, sign: str) -> _Open:
        while self.opened[-1].sign != sign:
            self.restore()
        self._count(sign, -1)
        return self.opened.pop()

    def _close_template(self) -> None:
        if not self.templates:
            self.add("}}")
            return
        made = self._closed("{{")
        name = "".join(node.text for node in made.parts[0] if isinstance(node, Text))
        parts = tuple(map(tuple, made.parts[1:]))
        self.opened[-1].parts[-1].append(Template(" ".join(name.split()), parts, made.line, self.line))

    def _close_link(self) -> None:
        made = self._closed("[[")
        target = "".join(node.text for node in made.parts[0] if isinstance(node, Text))
        self.opened[-1].parts[-1].append(Link(target.strip(), tuple(map(tuple, made.parts)), made.line))

    def _note(self, tag: str) -> None:
        if tag.lower().strip("</").startswith(NOTES):
            shows = tag.startswith("</") or tag.endswith("/>")
            self.opened[-1].parts[-1] += [Template(NOTES, (), self.line, self.line)] if shows else []
            return
        if tag.endswith("/>"):
            return
        if not tag.startswith("</"):
            self._open("<ref>")
        elif self.notes:
            made = self._closed("<ref>")
            self.opened[-1].parts[-1].append(Note(tuple(made.parts[0])))


def named_parts(template: Template) -> tuple[Sequence[Nodes], dict[str, Nodes]]:
    """Return the parts of a template that have a place only, and those that have a name: `title=Wool`.

    >>> places, names = named_parts(nodes_of("{{cite|Wool|year = 2020}}")[0])
    >>> len(places), list(names)
    (1, ['year'])
    """
    places: list[Nodes] = []
    names: dict[str, Nodes] = {}
    for part in template.parts:
        before = 0
        while before < len(part) and isinstance(one := part[before], Text) and not one.text.strip():
            before += 1
        first = part[before] if before < len(part) else None
        name, equals, value = first.text.partition("=") if isinstance(first, Text) else ("", "", "")
        if isinstance(first, Text) and equals and name.strip("-_ \t"):
            names.setdefault(name.strip(), (Text(value, first.line), *part[before + 1 :]))
        else:
            places.append(part)
    return places, names


def newline(node: Node) -> bool:
    """Say whether a node is the end of a line."""
    return isinstance(node, Text) and node.text == "\n"
