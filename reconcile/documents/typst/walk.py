"""The walk over a Typst source, which writes its blocks."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence

from reconcile.documents.blocks.block import Kind
from reconcile.documents.blocks.runs import Style, live_url
from reconcile.documents.blocks.unreadable import MAX_DEPTH
from reconcile.documents.pages.writer import Writer
from reconcile.documents.typst.code import (
    HEADING_NAME,
    INTEGER,
    LISTS,
    PLACING,
    PLUS,
    SILENT,
    STRING,
    STYLED,
    TABLES,
    Argument,
    Call,
    Known,
    Span,
    Value,
    address,
    bound,
    call_at,
    code_end,
    content_end,
    definition_at,
    statement_end,
    unescaped,
)

_TOKEN = re.compile(
    r"https?://[^\s\[\]]{1,2000}(?<![.,;:!?)])|\\u\{[0-9A-Fa-f]{1,6}\}|\\.|\\\n|//[^\n]*|/\*|`{1,9}|\$|[*_#~\n]|---?"
    r"|<[\w:.-]{1,80}>|(?<!\w)@[\w:.-]{1,80}"
)
_LINE = re.compile(r"([ \t]{0,99})(?:(={1,6})|([-+/]|\d{1,4}\.))[ \t]{1,99}")
_BLANK = re.compile(r"[ \t]{0,999}(?:\n|\Z)")
_STATEMENT = re.compile(r"(?:set|show|import|include|while|for)\b")
_IF = re.compile(r"if\s{1,9}([^\W\d][\w-]{0,60})?(\s{0,9}!=\s{0,9}none\b)?")
_BRANCH = re.compile(r"[\[{]|\n")
_ELSE = re.compile(r"\s{0,99}else\s{0,9}(?=[\[{])")
_OF_A_PAGE = re.compile(r"\n[ \t]{0,99}(?:=|[-+] |\n)")
_SIGNS = {"~": " ", "--": "–", "---": "—"}
# Characters of what names stand for, each time that one is used.
_MOST_EXPANDED = 2_000_000

Styles = tuple[Style, ...]


class Walk:
    """The walk over a source; `fixed` is the line of a call while what it stands for is being written."""

    def __init__(self, writer: Writer, text: str) -> None:
        self.writer = writer
        self.text = text
        self.starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self.globals: dict[str, Value] = {}
        self.indents: list[int] = []
        self.fixed = 0
        self.deep = 0
        self.spent = 0

    def _line(self, at: int) -> int:
        return self.fixed or bisect.bisect_right(self.starts, at)

    def markup(self, span: Span, styles: Styles, known: Known) -> None:
        """Write a piece of content."""
        at, end = span
        apart: dict[str, Style] = {}
        fresh = True
        while at < end:
            at = self._begin_line(at, end, styles, known) if fresh else at
            token = _TOKEN.search(self.text, at, end)
            self._add(self.text[at : token.start() if token else end], at, (*styles, *apart.values()))
            if token is None:
                return
            at, sign = token.end(), token[0]
            fresh = sign == "\n"
            if fresh:
                if self._end_line(at, end):
                    apart.clear()
            elif sign in "*_":
                self._toggle(token, apart)
            elif sign == "#":
                at = self._code(at, end, (*styles, *apart.values()), known)
            else:
                at = self._sign(token, end, (*styles, *apart.values()))

    def _add(self, text: str, at: int, styles: Styles) -> None:
        if text:
            self.writer.add(text, self._line(at), styles[-8:])

    def _begin_line(self, at: int, end: int, styles: Styles, known: Known) -> int:
        """Begin the heading or the item that a line is; return where its text begins, after a heading it ends."""
        marker = _LINE.match(self.text, at, end)
        if marker is None:
            return at
        if marker[2]:
            stop = self.text.find("\n", at, end)
            self.indents = []
            self.writer.begin(Kind.HEADING, len(marker[2]))
            inner = Span(marker.end(), stop if stop >= 0 else end)
            self._nested(inner, styles, known)
            self.writer.close()
            return inner.end
        indent = len(marker[1])
        self.indents = [*(each for each in self.indents if each < indent), indent]
        self.writer.begin(Kind.ITEM, len(self.indents))
        return marker.end()

    def _nested(self, span: Span, styles: Styles, known: Known) -> None:
        """Write content within other content."""
        self.deep += 1
        if self.deep > MAX_DEPTH:
            raise RecursionError
        self.markup(span, styles, known)
        self.deep -= 1

    def _end_line(self, at: int, end: int) -> bool:
        """End a line; return whether it ends a paragraph, as an empty one does or one outside the item above."""
        if _BLANK.match(self.text, at, end):
            if not self.fixed:
                self.writer.close()
            return True
        if self.indents and not self.fixed:
            row = self.text[at : at + 100]
            indent = len(row) - len(row.lstrip(" \t"))
            if indent <= self.indents[-1] and not _LINE.match(self.text, at, end):
                self.indents = [each for each in self.indents if each < indent]
                self.writer.begin(Kind.PARAGRAPH)
                return True
        self._add(" ", at - 1, ())
        return False

    def _toggle(self, token: re.Match[str], apart: dict[str, Style]) -> None:
        """Begin or end what is set apart; a sign within a word is a sign."""
        before, after = self.text[token.start() - 1 : token.start()], self.text[token.end() : token.end() + 1]
        if before.isalnum() and after.isalnum():
            self._add(token[0], token.start(), tuple(apart.values()))
        elif not apart.pop(token[0], None):
            apart[token[0]] = Style("strong" if token[0] == "*" else "emphasis")

    def _sign(self, token: re.Match[str], end: int, styles: Styles) -> int:
        """Write what a sign stands for; return where the text goes on."""
        at, sign = token.end(), token[0]
        if sign[0] == "\\":
            self._add("\n" if sign[1:].isspace() else unescaped(sign), token.start(), styles)
        elif sign[0] == "`" or sign == "$":
            closing = self.text.find(sign, at, min(end, at + 5000))
            inner = self.text[at:closing] if closing >= 0 else ""
            self._add(inner or ("" if closing >= 0 else sign), at, (*styles, Style("code")) if sign != "$" else styles)
            return closing + len(sign) if closing >= 0 else at
        elif sign == "/*":
            closing = self.text.find("*/", at, end)
            return closing + 2 if closing >= 0 else end
        elif sign.startswith("http"):
            self._add(sign, token.start(), (*styles, Style("link", live_url(sign))))
        elif sign[0] not in "/<@":
            self._add(_SIGNS.get(sign, sign), token.start(), styles)
        return at

    # Code ---------------------------------------------------------------------------------------------------------

    def _code(self, at: int, end: int, styles: Styles, known: Known) -> int:
        """Write what an expression in content prints; return where it ends."""
        if let := definition_at(self.text, at, end):
            self.globals[let[0]] = Value(let[1], known)
            return let[1].body.end
        if _STATEMENT.match(self.text, at, end) or self.text.startswith("let ", at):
            return statement_end(self.text, at, end)
        if condition := _IF.match(self.text, at, end):
            return self._if(condition, end, styles, known)
        if self.text.startswith(("{", "("), at):
            return min(code_end(self.text, at + 1, end) + 1, end)
        at = self._term(at, end, styles, known, text=True)
        return at + self.text.startswith(";", at, end)

    def _if(self, condition: re.Match[str], end: int, styles: Styles, known: Known) -> int:
        """Write the content of `#if doi != none [...]` if that is given; of no other condition is it known."""
        start = _BRANCH.search(self.text, condition.end(), end)
        if start is None or start[0] == "\n":
            return start.start() if start else end
        branch = self._block(start.start(), end)
        given = self._value(condition[1] or "", known)
        if condition[2] and given and self._says(given.definition.body) and self.text[branch.start] == "[":
            self._nested(Span(branch.start + 1, branch.end - 1), styles, known)
        other = _ELSE.match(self.text, branch.end, end)
        return self._block(other.end(), end).end if other else branch.end

    def _block(self, at: int, end: int) -> Span:
        ended = (content_end if self.text[at] == "[" else code_end)(self.text, at + 1, end)
        return Span(at, min(ended + 1, end))

    def _says(self, span: Span) -> bool:
        return self.text[span.start : span.end].strip() not in ("", "none")

    def _value(self, name: str, known: Known) -> Value | None:
        return known.get(name) or self.globals.get(name)

    def _expression(self, span: Span, styles: Styles, known: Known, text: bool = True) -> None:
        """Write what an expression prints; numbers and strings only where they are `text`."""
        at = self._term(span.start, span.end, styles, known, text)
        while plus := PLUS.match(self.text, at, span.end):
            at = self._term(plus.end(), span.end, styles, known, text)

    def _term(self, at: int, end: int, styles: Styles, known: Known, text: bool) -> int:
        if self.text.startswith("[", at, end):
            stop = content_end(self.text, at + 1, end)
            self._nested(Span(at + 1, stop), styles, known)
            return min(stop + 1, end)
        plain = STRING.match(self.text, at, end) or INTEGER.match(self.text, at, end)
        if plain:
            if text:
                self._add(unescaped(plain[1]) if plain.re is STRING else plain[0], at, styles)
            return plain.end()
        call = call_at(self.text, at, end)
        if call is None:
            return at
        value = self._value(call.name, known)
        if value is not None:
            self._expand(call, value, at, styles, known)
        elif call.arguments is not None:
            self._call(call.name, call.arguments, styles, known)
        return call.end

    def _expand(self, call: Call, value: Value, at: int, styles: Styles, known: Known) -> None:
        """Write what one of the document's own names stands for, all of it on the line on which it is used."""
        parameters, body = value.definition
        given = call.arguments or ()
        if parameters is not None and self.text.startswith("{", body.start):
            self._entry(given, styles, known)
            return
        self.deep += 1
        self.spent += body.end - body.start + 1
        if self.deep > MAX_DEPTH or self.spent > _MOST_EXPANDED:
            raise RecursionError
        fixed, self.fixed = self.fixed, self._line(at)
        inner = {**value.known, **bound(parameters or (), given, known)}
        alone = len(given) > 1 and not fixed
        if alone:
            self.writer.begin(Kind.ITEM, 1)
        self._expression(body, styles, inner)
        if alone:
            self.writer.begin(Kind.PARAGRAPH)
        self.fixed = fixed
        self.deep -= 1

    def _call(self, name: str, given: Sequence[Argument], styles: Styles, known: Known) -> None:
        """Write what a function prints of what is given to it."""
        name = name.split(".")[0]
        spans = [argument.value for argument in given if not argument.name]
        if name == "link" and spans:
            link = Style("link", live_url(address(self.text, spans[0], {**self.globals, **known})))
            self._expression(spans[-1], (*styles, link), known)
        elif name == "heading" or (len(given) == 1 and HEADING_NAME.search(name)):
            level = next((self.text[slice(*argument.value)] for argument in given if argument.name == "level"), "")
            self.writer.begin(Kind.HEADING, int(level) if level in list("123456789") else 1)
            self._all(spans, styles, known, text=True)
            self.writer.close()
        elif name in LISTS:
            for span in spans:
                self.writer.begin(Kind.ITEM, 1)
                self._expression(span, styles, known)
            self.writer.begin(Kind.PARAGRAPH)
        elif name in TABLES:
            self._table(given, spans, styles, known)
        elif name in STYLED:
            self._all(spans, (*styles, Style(STYLED[name])), known, text=True)
        elif name in PLACING:
            self._all(spans, styles, known, text=False)
        elif name not in SILENT:
            self._entry(given, styles, known)

    def _all(self, spans: Sequence[Span], styles: Styles, known: Known, text: bool) -> None:
        for span in spans:
            self._expression(span, styles, known, text)

    def _entry(self, given: Sequence[Argument], styles: Styles, known: Known) -> None:
        """Write an item whose lines are what is given; of one argument its text."""
        if len(given) < 2:
            self._all([argument.value for argument in given], styles, known, text=False)
            return
        self.writer.begin(Kind.ITEM, 1)
        for argument in given:
            self._expression(argument.value, styles, known)
            self.writer.add("\n", self._line(argument.value.start))
        self.writer.begin(Kind.PARAGRAPH)

    def _table(self, given: Sequence[Argument], cells: list[Span], styles: Styles, known: Known) -> None:
        """Write the rows of a table; cells that hold headings, lists or paragraphs are columns of the page."""
        if any(_OF_A_PAGE.search(self.text, *cell) for cell in cells):
            for cell in cells:
                self.writer.begin(Kind.PARAGRAPH)
                self._expression(cell, styles, known, text=False)
            self.writer.close()
            return
        columns = next((self.text[slice(*argument.value)] for argument in given if argument.name == "columns"), "1")
        width = (
            int(columns) if columns.isdecimal() and len(columns) < 4 else max(1, columns.strip("(), \n").count(",") + 1)
        )
        for number, cell in enumerate(cells):
            if number % width == 0:
                self.writer.begin(Kind.ROW)
            self._expression(cell, styles, known)
            self.writer.next_cell()
        self.writer.begin(Kind.PARAGRAPH)
