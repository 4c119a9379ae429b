"""The walk over the nodes of a TeX source, which writes its blocks."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence

from pylatexenc.latexwalker import (  # type: ignore[import-untyped]
    LatexCharsNode,
    LatexEnvironmentNode,
    LatexGroupNode,
    LatexMacroNode,
    LatexMathNode,
    LatexNode,
    LatexSpecialsNode,
)

from reconcile.documents.blocks.block import Kind
from reconcile.documents.blocks.labels import label_end
from reconcile.documents.blocks.owner import as_person
from reconcile.documents.blocks.runs import Style, live_url
from reconcile.documents.blocks.unreadable import MAX_DEPTH
from reconcile.documents.latex.references import MACROS, WORDS, Printed
from reconcile.documents.pages.writer import Writer
from reconcile.documents.tex.characters import is_accent, plain, plain_math, symbol
from reconcile.documents.tex.macros import (
    BREAKS,
    DROPPED,
    ENTRY_NAME,
    HEADINGS,
    HIDDEN_ENVIRONMENTS,
    ITEMS,
    LINKS,
    NAMED_LINKS,
    PARAGRAPHS,
    PLACED,
    QUOTING,
    SPACES,
    STYLED,
    SWITCHES,
    TABLES,
    TITLED,
    definitions,
    in_formula,
    items_among,
)
from reconcile.documents.tex.nodes import (
    After,
    from_first_item,
    given_to,
    groups_after,
    inside,
    label_and_key,
    parse,
    without_options,
    worded,
)

Styles = tuple[Style, ...]

# What stands for the signs of an address that mean something else to TeX, in a source that is given to `Walk`.
IN_ADDRESS = {ord(sign): 0xE000 + ord(sign) for sign in "%&-~"}
_AS_WRITTEN = {stands_for: sign for sign, stands_for in IN_ADDRESS.items()}
_NUMBER = re.compile(r"\d{1,3}")
_DOI_BASE = re.compile(r"\\doibase\s{0,9}")
_SPECIALS = {"~": " ", "``": "“", "''": "”", "--": "–", "---": "—", "!`": "¡", "?`": "¿"}
_LIGATURES = (("<<", "«"), (">>", "»"))  # of fonts in TeX's encoding T1,
_LOW_QUOTES = re.compile(r"(?<![^\s(\[]),,(?=\S)")  # and before a word `,,`; behind one it is a slip
_HEADING_NAME = re.compile(r"rubric|heading|sect(?:ion)?(?:title|head|name)?\Z", re.IGNORECASE)
_SECTION_ENVIRONMENT = re.compile(r"section", re.IGNORECASE)
_DATED = re.compile(r"\W{0,3}(?:[^\W\d_]{2,12}\.?\s)?(?:1[89]|20)\d\d\b")
_MOST_EXPANDED = 200_000
# A name is put together of no more pieces of text.
_NAME_RUNS = 40


def _is_dated(group: LatexNode) -> bool:
    return bool(_DATED.match(plain(inside(group))))


class Walk:
    """The walk over a source's nodes; `fixed` is the line of a macro while its expansion is being written."""

    def __init__(self, writer: Writer, tex: str) -> None:
        self.writer = writer
        self.tex = tex
        self.starts = [0, *(match.end() for match in re.finditer("\n", tex))]
        self.definitions = definitions(tex)
        self.items = ITEMS | items_among(self.definitions)
        self.depth = 0
        self.citing = False
        self.fixed = 0
        self.offset = 0
        self.spent = 0
        self.expanding: list[str] = []

    def write(self, tex: str, offset: int) -> None:
        """Write the blocks of a body of TeX that starts at a character of the source."""
        self.offset = offset
        self._nodes(parse(tex), ())
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
                    self._add(plain_math(in_formula(formula, self.definitions)), self._line(node), styles)
                case LatexEnvironmentNode():
                    self._environment(node, styles)
                case LatexMacroNode() if node.macroname in SWITCHES:
                    styles = (*styles, Style(SWITCHES[node.macroname]))
                    self._add("", self._line(node), styles)
                case LatexMacroNode():
                    at += self._macro(node, nodes, at, styles)

    def _add(self, text: str, line: int, styles: Styles) -> None:
        self.writer.add(text.translate(_AS_WRITTEN), line, styles[-8:])

    def _chars(self, chars: str, line: int, styles: Styles) -> None:
        """Write characters: a line end is a space, an empty line ends the paragraph."""
        for written, sign in _LIGATURES:
            chars = chars.replace(written, sign)
        chars = _LOW_QUOTES.sub("„", chars)
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
            self.citing = True
            self.writer.begin(Kind.HEADING, 1)
            self._add("References", self._line(node), ())
        if name in TABLES:
            self.writer.begin(Kind.ROW)
            self._nodes(without_options(children), styles)
            self.writer.close()
        elif any(isinstance(child, LatexMacroNode) and child.macroname in self.items for child in children):
            self.writer.close()
            arguments = worded(children, self.items)
            if len(arguments) > 1:
                self._entry(arguments)
            elif arguments and _SECTION_ENVIRONMENT.search(name):
                self._heading(arguments[0], 1)
            self.depth += 1
            self._nodes(from_first_item(children, self.items), styles)
            self.depth -= 1
            self.writer.begin(Kind.ITEM if self.depth else Kind.PARAGRAPH, self.depth)
        elif _SECTION_ENVIRONMENT.search(name) and children and isinstance(children[0], LatexGroupNode):
            self._heading(children[0], 1)
            self._nodes(children[1:], styles)
        else:
            self._nodes(children if name in PLACED else without_options(children), styles)
        self.citing = self.citing and name != "thebibliography"

    def _heading(self, node: LatexNode, level: int) -> None:
        self.writer.begin(Kind.HEADING, level)
        self._nodes([node], ())
        self.writer.close()

    def _macro(self, node: LatexMacroNode, nodes: Sequence[LatexNode | None], at: int, styles: Styles) -> int:
        """Write what a macro stands for; return how many of the nodes after it were its arguments."""
        name, line = node.macroname, self._line(node)
        own = [part for part in (node.nodeargd.argnlist if node.nodeargd else ()) or () if part is not None]
        after = groups_after(nodes, at, spaced=name in LINKS or name in MACROS)
        if name in MACROS or name in WORDS:
            return self._reference_macro(name, line, after, styles)
        if name in self.definitions:
            return self._expand(node, nodes, at, styles)
        if name in DROPPED:
            return 0 if own else after.skip(DROPPED[name])
        if name == "bibitem":
            self.writer.begin(Kind.ITEM, max(1, self.depth))
            return label_and_key(nodes, at)
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

    def _reference_macro(self, name: str, line: int, after: After, styles: Styles) -> int:
        """Write what a macro of a reference style prints of its arguments."""
        self._add(WORDS.get(name, ""), line, styles)
        printed = MACROS.get(name, Printed(0))
        for part in printed.parts:
            if part.argument < len(after.groups) and inside(group := after.groups[part.argument]).strip():
                self._add(part.before, line, styles)
                self._nodes([group], styles)
                self._add(part.after, line, styles)
        return after.skip(printed.taken)

    def _item(self, name: str, own: Sequence[LatexNode], after: After) -> int:
        """Begin a list item; a label that is no mere number or bullet is its first words."""
        self.writer.begin(Kind.ITEM, max(1, self.depth))
        label = plain(own[0].latex_verbatim()).strip("[] ") if own and name == "item" else ""
        if label and not label_end(f"{label} ") and not _NUMBER.fullmatch(label) and not label_end(f"[{label}]"):
            self._nodes([own[0]], ())
            self._add(" ", self._line(own[0]), ())
        if name == "item":
            return 0
        self._nodes(after.groups[:1], ())
        return after.skip(1)

    def _arguments(self, name: str, own: Sequence[LatexNode], after: After, styles: Styles) -> int:
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
        if name in QUOTING:
            self._add("“", self._line(arguments[0]), styles)
            self._nodes(arguments[:1], styles)
            self._add("”", self._line(arguments[0]), styles)
            return after.skip(1)
        if len(arguments) == 1 and _HEADING_NAME.search(name):
            self._heading(arguments[0], 1)
            return after.skip(1)
        if self.citing or (len(arguments) == 1 and not ENTRY_NAME.search(name)):  # there entries begin with `\bibitem`
            self._nodes(arguments[:1], styles)
            return after.skip(1)
        self._entry(arguments, styles, titled=1 if name in TITLED and _is_dated(arguments[0]) else None)
        self.writer.begin(Kind.ITEM if self.depth else Kind.PARAGRAPH, self.depth)
        return after.skip(len(arguments))

    def _entry(self, groups: Sequence[LatexNode], styles: Styles = (), titled: int | None = None) -> None:
        """Write an item whose lines are groups, of which the one of number `titled` is printed bold."""
        if groups:
            self.writer.begin(Kind.ITEM, max(1, self.depth))
        for number, group in enumerate(groups):
            self._nodes([group], (*styles, Style("strong")) if number == titled else styles)
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

    def _link(self, name: str, own: Sequence[LatexNode], after: After, styles: Styles) -> int:
        r"""Write the text of a link: `\href{address}{text}`, `\url{address}`."""
        arguments = own or after.groups[: 2 if name in NAMED_LINKS else 1]
        target = plain(_DOI_BASE.sub(WORDS["doibase"], inside(arguments[0]))).translate(_AS_WRITTEN).strip()
        url = f"https://doi.org/{target}" if name == "doi" and not target.startswith("http") else target
        self._nodes(arguments[-1:], (*styles, Style("link", live_url(url))))
        return 0 if own else after.skip(len(arguments))

    def _expand(self, node: LatexMacroNode, nodes: Sequence[LatexNode | None], at: int, styles: Styles) -> int:
        """Write the expansion of one of the document's own macros, all of it on the line of the macro."""
        definition = self.definitions[node.macroname]
        given = given_to(node, definition, nodes, at)
        body = definition.expand(given.arguments)
        self.spent += len(body) + 1
        if self.spent > _MOST_EXPANDED or len(self.expanding) > MAX_DEPTH:
            raise RecursionError
        fixed, self.fixed = self.fixed, self._line(node)
        self.expanding.append(node.macroname)
        self._nodes(parse(body), styles)
        self.expanding.pop()
        self._add(" " if node.macro_post_space else "", self.fixed, styles)
        if given.rest:
            self._nodes(parse(given.rest), styles)
        self.fixed = fixed
        return given.taken
