"""The nodes of a TeX source as its parser gives them: the groups behind a macro, the arguments of an environment."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from pylatexenc.latexwalker import (  # type: ignore[import-untyped]
    LatexCharsNode,
    LatexCommentNode,
    LatexGroupNode,
    LatexMacroNode,
    LatexNode,
    LatexWalker,
)

from reconcile.documents.tex.characters import plain
from reconcile.documents.tex.conditions import TRUE
from reconcile.documents.tex.macros import ITEMS, Definition

_SAYS = re.compile(r"[^\W\d_]{3}|(?:19|20)\d\d")  # a word or a year, and no length
# Between the arguments of a macro: an option in brackets, or a single line end with its indentation.
_BETWEEN = re.compile(r"[ \t]{0,99}(?:\[[^\[\]]{0,500}\]|\n[ \t]{0,99})")
_MOST_NODES = 40
# What may stand before an argument of a macro of the document: blanks, a line end and comments, and no empty line.
_BLANKS = re.compile(r"(?:[ \t]|%[^\n]{0,500}\n[ \t]{0,99}|\n(?!\s{0,99}\n)[ \t]{0,99}){0,20}")
_OPTION, _STAR = re.compile(r"\[((?:[^\[\]{}]|\{[^{}]{0,200}\}){0,500})\]"), re.compile(r"\*")


def parse(tex: str) -> Sequence[LatexNode | None]:
    """Return the nodes of a piece of TeX. Raises what the parser raises: `LatexWalkerParseError`, `IndexError`."""
    nodes: Sequence[LatexNode | None] = LatexWalker(tex, tolerant_parsing=True).get_latex_nodes()[0]
    return nodes


def inside(group: LatexNode) -> str:
    """Return the source between the braces of a group."""
    text = str(group.latex_verbatim())
    return text[1:-1] if text[:1] == "{" else text


class After(NamedTuple):
    """The groups that follow a macro, and after how many nodes each of them ends."""

    groups: list[LatexNode]
    ends: list[int]

    def skip(self, count: int) -> int:
        """Return how many nodes the first `count` groups take."""
        count = min(count, len(self.groups))
        return self.ends[count - 1] if count else 0


def groups_after(nodes: Sequence[LatexNode | None], at: int, spaced: bool = False) -> After:
    r"""Return the groups after a macro: at once, after an option in brackets, or each on a line of its own.

    Blanks between them end them, where they are not `spaced` as programs write them: `\href {address} {text}`.
    """
    found = After([], [])
    ahead = nodes[at : at + _MOST_NODES]
    for number, node in enumerate(ahead, 1):
        if isinstance(node, LatexGroupNode):
            found.groups.append(node)
            found.ends.append(number)
        elif isinstance(ahead[number] if number < len(ahead) else None, LatexCommentNode) and _is_blank(node):
            continue
        elif not (_is_between(node, number) or (spaced and _is_blank(node))):
            break
    return found


class Given(NamedTuple):
    """The arguments that a macro of the document has, how many nodes they take, and what the last has behind them."""

    arguments: tuple[str, ...]
    taken: int
    rest: str = ""


def given_to(node: LatexMacroNode, definition: Definition, nodes: Sequence[LatexNode | None], at: int) -> Given:
    """Return what the document gives to a macro of its own: groups, and options in brackets with TeX in them."""
    tex = str(node.parsing_state.s)
    own = [part for part in (node.nodeargd.argnlist if node.nodeargd else ()) or () if part is not None]
    groups = {part.pos: part for part in (*own, *nodes[at : at + _MOST_NODES]) if isinstance(part, LatexGroupNode)}
    end = node.pos + 1 + len(node.macroname)
    arguments: list[str] = []
    for number in range(definition.arguments):
        option = definition.options.get(number)
        start = _blanks_end(tex, end)
        if option is not None:
            found = _STAR.match(tex, start) if option.star else _OPTION.match(tex, start)
            arguments.append(option.default if found is None else TRUE if option.star else found[1])
            end = end if found is None else found.end()
            continue
        skipped = None if number else _OPTION.match(tex, start)
        group = groups.get(_blanks_end(tex, skipped.end()) if skipped else start)
        if group is None:
            break
        arguments.append(inside(group))
        end = group.pos + group.len
    taken = [part.pos + part.len for part in nodes[at : at + _MOST_NODES] if part is not None and part.pos < end]
    return Given(tuple(arguments), len(taken), tex[end : taken[-1]] if taken else "")


def _blanks_end(tex: str, at: int) -> int:
    blanks = _BLANKS.match(tex, at)
    return blanks.end() if blanks else at


def _is_blank(node: LatexNode | None) -> bool:
    return isinstance(node, LatexCharsNode) and not node.chars.strip()


def _is_between(node: LatexNode | None, number: int) -> bool:
    """Return whether a node may stand between a macro and its arguments; options only directly after the macro."""
    if isinstance(node, LatexCommentNode):
        return "\n\n" not in node.comment_post_space
    if not isinstance(node, LatexCharsNode) or not _BETWEEN.fullmatch(node.chars):
        return False
    return number == 1 or "\n" in node.chars


def label_and_key(nodes: Sequence[LatexNode | None], at: int) -> int:
    r"""Return how many nodes stand for the label and the key of an entry: `\bibitem[Bee et~al.(2007)]{bee2007}`.

    0 where no key follows. The label may hold groups and macros, as natbib's does.
    """
    depth = 0
    for number, node in enumerate(nodes[at : at + _MOST_NODES], 1):
        if isinstance(node, LatexGroupNode) and not depth:
            return number
        text = node.chars.strip() if isinstance(node, LatexCharsNode) else ""
        if not depth and not (text.startswith("[") or isinstance(node, LatexCommentNode) or _is_blank(node)):
            return 0
        depth += text.count("[") - text.count("]")
    return 0


def worded(nodes: Sequence[LatexNode | None], items: AbstractSet[str] = ITEMS) -> list[LatexNode]:
    """Return the arguments of an environment that hold words: its heading, or title, venue and year of an entry."""
    before = itertools.takewhile(lambda node: not (isinstance(node, LatexMacroNode) and node.macroname in items), nodes)
    groups = [node for node in before if isinstance(node, LatexGroupNode) and node.delimiters[0] == "{"]
    return [group for group in groups if _SAYS.search(plain(group.latex_verbatim()))]


def from_first_item(nodes: Sequence[LatexNode | None], items: AbstractSet[str] = ITEMS) -> Sequence[LatexNode | None]:
    """Return a list's nodes from its first item on: what stands before it sets lengths."""
    for at, node in enumerate(nodes):
        if isinstance(node, LatexMacroNode) and node.macroname in items:
            return nodes[at:]
    return nodes


def without_options(nodes: Sequence[LatexNode | None]) -> Sequence[LatexNode | None]:
    r"""Return an environment's nodes without the groups that directly follow its `\begin`."""
    at = 0
    while at < len(nodes) and isinstance(nodes[at], LatexGroupNode):
        at += 1
    return nodes[at:]
