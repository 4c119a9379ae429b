r"""TeX sources of CVs and publication lists.

    \item \me, A. Author, \href{https://doi.org/10.1/x}{Title}. \emph{Venue}, 2020.
    \cventry{2020}{Title}{Authors}{Venue}{}{}

The preamble gives the macros and the owner only. An unknown macro with several arguments is an entry whose lines
are the arguments; one with a single argument is text. Formulas become characters.
"""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Sequence
from typing import NamedTuple

from pylatexenc.latexwalker import (  # type: ignore[import-untyped]
    LatexCharsNode,
    LatexCommentNode,
    LatexEnvironmentNode,
    LatexGroupNode,
    LatexMacroNode,
    LatexMathNode,
    LatexNode,
    LatexSpecialsNode,
    LatexWalker,
    LatexWalkerParseError,
)

from reconcile.documents.bib import entries_in
from reconcile.documents.block import Block, Document, Kind
from reconcile.documents.encoding import Lines
from reconcile.documents.labels import label_end, split_items
from reconcile.documents.latex import depth, is_accent, plain, plain_math, symbol
from reconcile.documents.owner import as_person, owner_of
from reconcile.documents.plain import read_plain
from reconcile.documents.runs import Style, live_url
from reconcile.documents.texmacros import (
    BREAKS,
    DROPPED,
    ENTRY_NAME,
    HEADINGS,
    HIDDEN_ENVIRONMENTS,
    ITEMS,
    LINKS,
    PARAGRAPHS,
    PLACED,
    SPACES,
    STYLED,
    SWITCHES,
    TABLES,
    definitions,
    group_at,
)
from reconcile.documents.unreadable import MAX_DEPTH, MAX_MARKUP
from reconcile.documents.writer import Writer

Styles = tuple[Style, ...]

_SAYS = re.compile(r"[^\W\d_]{3}|(?:19|20)\d\d")  # a word or a year, and no length
_BEGIN = re.compile(r"\\begin\s{0,9}\{document\}")
_END = re.compile(r"\\end\s{0,9}\{document\}")
# A percent sign in an address starts no comment; one private character stands for it while the text is parsed.
_ADDRESS = re.compile(r"(\\(?:url|href|nolinkurl|path)\s{0,9}\{)([^{}\n]{0,2000})\}")
_PERCENT = "\ue025"
# A length or a count that is set is no text: `\\hangindent=1.5em`, `\\parskip 2pt`.
_LENGTH = re.compile(
    r"\\(?:hangindent|hangafter|parindent|parskip|leftskip|rightskip|baselineskip|lineskip|tabcolsep|itemsep|topsep)"
    r"[ \t]{0,9}=?[ \t]{0,9}-?(?:\d[\d.]{0,9}|\.\d{1,9}|(?=\\))"
    r"(?:[ \t]?(?:pt|em|ex|cm|mm|in|bp|sp|pc)\b|\\[A-Za-z]{1,20})?"
)
_OWNER = re.compile(r"\\(?:author|name|myname|fullname|cvname)\s{0,9}(?:\[[^\]\n]{0,200}\])?\s{0,9}\{")
_SECOND = re.compile(r"\s{0,9}\{")
_FIRST_NAME = re.compile(r"\\(?:firstname|givenname)\s{0,9}\{")
_LAST_NAME = re.compile(r"\\(?:familyname|lastname|surname)\s{0,9}\{")
_QUOTED_BIB = re.compile(r"\\begin\{filecontents\*?\}(?:\[[^\]\n]{0,99}\])?\{[^{}\n]{0,200}\.bib\}")
# Between the arguments of a macro: an option in brackets, or a single line end with its indentation.
_BETWEEN = re.compile(r"[ \t]{0,99}(?:\[[^\[\]]{0,500}\]|\n[ \t]{0,99})")
_NUMBER = re.compile(r"\d{1,3}")
_MOST_NODES = 40
_COMMENT = re.compile(r"(?<!\\)%[^\n]*")
_SPECIALS = {"~": " ", "``": "“", "''": "”", "--": "–", "---": "—", "!`": "¡", "?`": "¿"}
_HEADING_NAME = re.compile(r"rubric|heading|sect(?:ion)?(?:title|head|name)?\Z", re.IGNORECASE)
_SECTION_ENVIRONMENT = re.compile(r"section", re.IGNORECASE)
_MOST_EXPANDED = 200_000
# The parser puts characters together one by one: so many in a row, without anything of TeX, are no TeX.
_LONGEST_RUN = 50_000
_ENDS_RUN = re.compile(r"[\\{}$~&%]|\n\s*\n")
# A name is put together of no more pieces of text.
_NAME_RUNS = 40


def read_tex(name: str, lines: Lines) -> Document:
    """Return the blocks of a TeX source; one that no parser should be given is read as plain text."""
    tex = _ADDRESS.sub(lambda found: f"{found[1]}{found[2].replace('%', _PERCENT)}}}", lines.joined())
    tex = _LENGTH.sub(lambda found: " " * len(found[0]), tex)
    if len(tex) > MAX_MARKUP or depth(tex) > MAX_DEPTH or max(map(len, _ENDS_RUN.split(tex))) > _LONGEST_RUN:
        return _as_plain(name, lines)
    begin, end = _BEGIN.search(tex), _END.search(tex)
    start = begin.end() if begin else 0
    walk = _Walk(Writer(lines), tex)
    try:
        walk.write(tex[start : end.start() if end else len(tex)], start)
    except (RecursionError, LatexWalkerParseError, IndexError):  # IndexError: the parser, on `\\verb` at the end
        return _as_plain(name, lines)
    quoted = _quoted_entries(tex, lines)
    blocks = (*quoted, *split_items(walk.writer.blocks, lines))
    return Document(name, blocks, owner=_owner(_COMMENT.sub("", tex)) or owner_of(blocks))


def _as_plain(name: str, lines: Lines) -> Document:
    document = read_plain(name, lines)
    reason = f"{name}: this TeX is nested too deep or too long to be parsed and was read as plain text; simplify it"
    return Document(name, document.blocks, (reason,), document.owner)


def _owner(tex: str) -> str:
    r"""Return the person of \author{Ada Lovelace}, \name{Ada}{Lovelace} or \firstname{Ada} \familyname{Lovelace}."""
    if match := _OWNER.search(tex):
        first = group_at(tex, match.end()) or ""
        second = _SECOND.match(tex, match.end() + len(first) + 1)
        last = group_at(tex, second.end()) or "" if second else ""
        first = re.split(r"\\\\|\\thanks|\\and\b", first)[0]
        return as_person(plain(first)) or as_person(plain(f"{first} {last}"))
    given, family = _FIRST_NAME.search(tex), _LAST_NAME.search(tex)
    if given and family:
        return as_person(plain(f"{group_at(tex, given.end()) or ''} {group_at(tex, family.end()) or ''}"))
    return ""


def _quoted_entries(tex: str, lines: Lines) -> tuple[Block, ...]:
    """Return the entries of a bibliography that the source carries in `filecontents`."""
    match = _QUOTED_BIB.search(tex)
    if match is None:
        return ()
    end = tex.find("\\end{filecontents", match.end())
    return entries_in(tex[match.end() : end if end > 0 else len(tex)], lines, tex.count("\n", 0, match.end()) + 1)


class _Walk:
    """The walk over a source's nodes; `fixed` is the line of a macro while its expansion is being written."""

    def __init__(self, writer: Writer, tex: str) -> None:
        self.writer = writer
        self.tex = tex
        self.starts = [0, *(match.end() for match in re.finditer("\n", tex))]
        self.definitions = definitions(tex)
        self.depth = 0
        self.fixed = 0
        self.offset = 0
        self.spent = 0
        self.expanding: list[str] = []

    def write(self, tex: str, offset: int) -> None:
        """Write the blocks of a body of TeX that starts at a character of the source."""
        self.offset = offset
        self._nodes(_parse(tex), ())
        self.writer.close()

    def _line(self, node: LatexNode) -> int:
        return self.fixed or bisect.bisect_right(self.starts, node.pos + self.offset)

    def _nodes(self, nodes: Sequence[LatexNode | None], styles: Styles) -> None:
        at = 0
        while at < len(nodes):
            node = nodes[at]
            at += 1
            match node:
                case LatexCharsNode():
                    self._chars(node.chars, self._line(node), styles)
                case LatexGroupNode():
                    self._nodes(node.nodelist, styles)
                case LatexSpecialsNode():
                    self._specials(node, styles)
                case LatexMathNode():
                    formula = "".join(child.latex_verbatim() for child in node.nodelist if child is not None)
                    self._add(plain_math(formula), self._line(node), styles)
                case LatexEnvironmentNode():
                    self._environment(node, styles)
                case LatexMacroNode() if node.macroname in SWITCHES:
                    styles = (*styles, Style(SWITCHES[node.macroname]))
                    self._add("", self._line(node), styles)
                case LatexMacroNode():
                    at += self._macro(node, nodes, at, styles)

    def _add(self, text: str, line: int, styles: Styles) -> None:
        self.writer.add(text.replace(_PERCENT, "%"), line, styles[-8:])

    def _chars(self, chars: str, line: int, styles: Styles) -> None:
        """Write characters: a line end is a space, an empty line ends the paragraph."""
        rows = chars.split("\n")
        for number, row in enumerate(rows):
            if 0 < number < len(rows) - 1 and not row.strip():
                self._end_paragraph()
            here = line if self.fixed else line + number
            self._add(f" {row}" if number else row, here, styles)

    def _end_paragraph(self) -> None:
        """End a paragraph; inside a list it is a line of the item."""
        if self.writer.kind is Kind.ITEM and self.depth:
            self.writer.add("\n", self.writer.runs[-1].line if self.writer.runs else 0)
        else:
            self.writer.close()

    def _specials(self, node: LatexNode, styles: Styles) -> None:
        if node.specials_chars == "&":
            self._add(" ", self._line(node), styles)
            if self.writer.kind is Kind.ROW:
                self.writer.next_cell()
        elif node.specials_chars == "\n\n":
            self._end_paragraph()
        else:
            self._add(_SPECIALS.get(node.specials_chars, node.specials_chars), self._line(node), styles)

    def _environment(self, node: LatexEnvironmentNode, styles: Styles) -> None:
        name = node.environmentname.rstrip("*")
        if name in HIDDEN_ENVIRONMENTS:
            return
        children = node.nodelist
        if name == "thebibliography":  # LaTeX prints the heading by itself
            self.writer.begin(Kind.HEADING, 1)
            self._add("References", self._line(node), ())
        if name in TABLES:
            self.writer.begin(Kind.ROW)
            self._nodes(_without_options(children), styles)
            self.writer.close()
        elif any(isinstance(child, LatexMacroNode) and child.macroname in ITEMS for child in children):
            self.writer.close()
            arguments = _worded(children)
            if len(arguments) > 1:
                self._entry(arguments)
            elif arguments and _SECTION_ENVIRONMENT.search(name):
                self._heading(arguments[0], 1)
            self.depth += 1
            self._nodes(_from_first_item(children), styles)
            self.depth -= 1
            self.writer.begin(Kind.ITEM if self.depth else Kind.PARAGRAPH, self.depth)
        elif _SECTION_ENVIRONMENT.search(name) and children and isinstance(children[0], LatexGroupNode):
            self._heading(children[0], 1)
            self._nodes(children[1:], styles)
        else:
            self._nodes(children if name in PLACED else _without_options(children), styles)

    def _heading(self, node: LatexNode, level: int) -> None:
        self.writer.begin(Kind.HEADING, level)
        self._nodes([node], ())
        self.writer.close()

    def _macro(self, node: LatexMacroNode, nodes: Sequence[LatexNode | None], at: int, styles: Styles) -> int:
        """Write what a macro stands for; return how many of the nodes after it were its arguments."""
        name, line = node.macroname, self._line(node)
        own = [part for part in (node.nodeargd.argnlist if node.nodeargd else ()) or () if part is not None]
        after = _after(nodes, at)
        if name in self.definitions:
            return self._expand(node, after, styles)
        if name in DROPPED:
            return 0 if own else after.skip(DROPPED[name])
        if name in ITEMS:
            return self._item(name, own, after)
        if name in BREAKS:
            self._break(line)
        elif name in PARAGRAPHS:
            self._end_paragraph()
        elif name in SPACES:
            self._add(" ", line, styles)
        elif is_accent(name) and own:
            self._add(plain(node.latex_verbatim()), line, styles)
        elif not own and (text := symbol(name)) is not None:
            self._add(text, line, styles)
        else:
            return self._arguments(name, own, after, styles)
        return 0

    def _item(self, name: str, own: Sequence[LatexNode], after: _After) -> int:
        """Begin a list item; a label that is no mere number or bullet is its first words."""
        self.writer.begin(Kind.ITEM, max(1, self.depth))
        label = plain(own[0].latex_verbatim()).strip("[] ") if own and name == "item" else ""
        if label and not label_end(f"{label} ") and not _NUMBER.fullmatch(label) and not label_end(f"[{label}]"):
            self._nodes([own[0]], ())
            self._add(" ", self._line(own[0]), ())
        if name in ("item", "bibitem"):
            return 0 if own else after.skip(1 if name == "bibitem" else 0)
        self._nodes(after.groups[:1], ())
        return after.skip(1)

    def _arguments(self, name: str, own: Sequence[LatexNode], after: _After, styles: Styles) -> int:
        """Write the arguments of a macro that has some; several of an unknown one are the lines of an entry."""
        arguments = own or after.groups
        if not arguments:
            return 0
        if name in LINKS:
            return self._link(name, own, after, styles)
        if name in HEADINGS:
            self._heading(arguments[-1] if own else arguments[0], HEADINGS[name])
            return 0 if own else after.skip(1)
        if name in STYLED:
            self._nodes(arguments[-1:] if own else arguments[:1], (*styles, Style(STYLED[name])))
            return 0 if own else after.skip(1)
        if own:
            self._nodes([own[-1]], styles)
            return 0
        if len(arguments) == 1 and _HEADING_NAME.search(name):
            self._heading(arguments[0], 1)
            return after.skip(1)
        if len(arguments) == 1 and not ENTRY_NAME.search(name):
            self._nodes(arguments, styles)
            return after.skip(1)
        self._entry(arguments, styles)
        self.writer.begin(Kind.ITEM if self.depth else Kind.PARAGRAPH, self.depth)
        return after.skip(len(arguments))

    def _entry(self, groups: Sequence[LatexNode], styles: Styles = ()) -> None:
        """Write an item whose lines are groups."""
        if groups:
            self.writer.begin(Kind.ITEM, max(1, self.depth))
        for group in groups:
            self._nodes([group], styles)
            self.writer.add("\n", self._line(group))

    def _break(self, line: int) -> None:
        if self.writer.kind is Kind.ROW:
            self.writer.begin(Kind.ROW)
        elif self._is_name_line():
            self.writer.kind, self.writer.level = Kind.HEADING, 1
            self.writer.close()
        else:
            self.writer.add("\n", line)

    def _is_name_line(self) -> bool:
        r"""Return whether the source begins with a name on a line of its own: `{\LARGE Ada Lovelace}\\[1em]`."""
        if self.writer.blocks or self.writer.kind is not Kind.PARAGRAPH or len(self.writer.runs) > _NAME_RUNS:
            return False
        return bool(as_person("".join(run.text for run in self.writer.runs)))

    def _link(self, name: str, own: Sequence[LatexNode], after: _After, styles: Styles) -> int:
        r"""Write the text of a link: `\href{address}{text}`, `\url{address}`."""
        arguments = own or after.groups[: 2 if name == "href" else 1]
        target = plain(_inside(arguments[0])).replace(_PERCENT, "%").strip()
        url = f"https://doi.org/{target}" if name == "doi" and not target.startswith("http") else target
        self._nodes(arguments[-1:], (*styles, Style("link", live_url(url))))
        return 0 if own else after.skip(len(arguments))

    def _expand(self, node: LatexMacroNode, after: _After, styles: Styles) -> int:
        """Write the expansion of one of the document's own macros, all of it on the line of the macro."""
        definition = self.definitions[node.macroname]
        taken = after.groups[: definition.arguments]
        body = definition.expand(tuple(_inside(group) for group in taken))
        self.spent += len(body) + 1
        if self.spent > _MOST_EXPANDED or len(self.expanding) > MAX_DEPTH:
            raise RecursionError
        fixed, self.fixed = self.fixed, self._line(node)
        self.expanding.append(node.macroname)
        self._nodes(_parse(body), styles)
        self.expanding.pop()
        self._add(" " if node.macro_post_space else "", self.fixed, styles)
        self.fixed = fixed
        return after.skip(len(taken))


def _parse(tex: str) -> Sequence[LatexNode | None]:
    nodes: Sequence[LatexNode | None] = LatexWalker(tex, tolerant_parsing=True).get_latex_nodes()[0]
    return nodes


def _inside(group: LatexNode) -> str:
    """Return the source between the braces of a group."""
    text = str(group.latex_verbatim())
    return text[1:-1] if text[:1] == "{" else text


class _After(NamedTuple):
    """The groups that follow a macro, and after how many nodes each of them ends."""

    groups: list[LatexNode]
    ends: list[int]

    def skip(self, count: int) -> int:
        """Return how many nodes the first `count` groups take."""
        count = min(count, len(self.groups))
        return self.ends[count - 1] if count else 0


def _after(nodes: Sequence[LatexNode | None], at: int) -> _After:
    """Return the groups after a macro: at once, after an option in brackets, or each on a line of its own."""
    found = _After([], [])
    ahead = nodes[at : at + _MOST_NODES]
    for number, node in enumerate(ahead, 1):
        if isinstance(node, LatexGroupNode):
            found.groups.append(node)
            found.ends.append(number)
        elif isinstance(ahead[number] if number < len(ahead) else None, LatexCommentNode) and _is_blank(node):
            continue
        elif not _is_between(node, number):
            break
    return found


def _is_blank(node: LatexNode | None) -> bool:
    return isinstance(node, LatexCharsNode) and not node.chars.strip()


def _is_between(node: LatexNode | None, number: int) -> bool:
    """Return whether a node may stand between a macro and its arguments; options only directly after the macro."""
    if isinstance(node, LatexCommentNode):
        return "\n\n" not in node.comment_post_space
    if not isinstance(node, LatexCharsNode) or not _BETWEEN.fullmatch(node.chars):
        return False
    return number == 1 or "\n" in node.chars


def _worded(nodes: Sequence[LatexNode | None]) -> list[LatexNode]:
    """Return the arguments of an environment that hold words: its heading, or title, venue and year of an entry."""
    before = itertools.takewhile(lambda node: not (isinstance(node, LatexMacroNode) and node.macroname in ITEMS), nodes)
    groups = [node for node in before if isinstance(node, LatexGroupNode) and node.delimiters[0] == "{"]
    return [group for group in groups if _SAYS.search(plain(group.latex_verbatim()))]


def _from_first_item(nodes: Sequence[LatexNode | None]) -> Sequence[LatexNode | None]:
    """Return a list's nodes from its first item on: what stands before it sets lengths."""
    for at, node in enumerate(nodes):
        if isinstance(node, LatexMacroNode) and node.macroname in ITEMS:
            return nodes[at:]
    return nodes


def _without_options(nodes: Sequence[LatexNode | None]) -> Sequence[LatexNode | None]:
    r"""Return an environment's nodes without the groups that directly follow its `\begin`."""
    at = 0
    while at < len(nodes) and isinstance(nodes[at], LatexGroupNode):
        at += 1
    return nodes[at:]
