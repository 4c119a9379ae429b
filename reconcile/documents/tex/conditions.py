r"""What a macro's body asks of its arguments, and which half of it then stands: `\ifx&#1&\else{} [#1]\fi`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from reconcile.documents.tex.groups import group_at

# What stands for an option that was not given, where xparse makes the macro, and for a star that was or was not.
NO_VALUE, TRUE, FALSE = "-NoValue-", r"\BooleanTrue", r"\BooleanFalse"
# Conditions of one body, at most.
_MOST = 40
_SIGN = r"(?:\\[A-Za-z@]{1,40}|\\[^A-Za-z\s]|[^\s\\#{}])"
_NOTHING = r"\\(?:@?empty|relax|@?undefined|@nil)"
# The ways to ask whether an argument is empty that go on to `\fi`: `\ifx&#1&`, `\ifx\empty#1`, `\ifx#1\empty`,
# `\if\relax\detokenize{#1}\relax`.
_TO_FI = re.compile(
    rf"\\if(?:x|cat)?\s?(?:(?P<sign>{_SIGN})\s?#([1-9])\s?(?P=sign)|{_NOTHING}\s?#([1-9])|#([1-9])\s?{_NOTHING}"
    r"|\\relax\s?\\detokenize\s?\{\s?#([1-9])\s?\}\s?\\relax)[ \t]?"
)
_HALVES = re.compile(r"\\(?:if(?!thenelse|str|blank|empty|value|no|bool|def)[a-z]*|else|fi)(?![A-Za-z@])\s?")


class _Test(NamedTuple):
    """A test that has its halves in braces: what it asks, and how many halves follow, of which where it fails."""

    holds: Callable[[str], bool]
    then: bool = True
    otherwise: bool = True


def _is_empty(given: str) -> bool:
    return given.strip() in ("", NO_VALUE)


def _is_given(given: str) -> bool:
    return not _is_empty(given)


def _is_starred(given: str) -> bool:
    return given == TRUE


# Those with one argument and their halves in braces: of ifthen and xifthen, etoolbox, xparse.
_BRACED: Mapping[str, _Test] = {
    "ifstrempty": _Test(_is_empty),
    "ifblank": _Test(_is_empty),
    "ifempty": _Test(_is_empty),
    "notblank": _Test(_is_given),
    "IfBlankTF": _Test(_is_empty),
    "IfBlankT": _Test(_is_empty, otherwise=False),
    "IfBlankF": _Test(_is_empty, then=False),
    "IfValueTF": _Test(_is_given),
    "IfValueT": _Test(_is_given, otherwise=False),
    "IfValueF": _Test(_is_given, then=False),
    "IfNoValueTF": _Test(_is_empty),
    "IfNoValueT": _Test(_is_empty, otherwise=False),
    "IfNoValueF": _Test(_is_empty, then=False),
    "IfBooleanTF": _Test(_is_starred),
    "IfBooleanT": _Test(_is_starred, otherwise=False),
    "IfBooleanF": _Test(_is_starred, then=False),
}
_ONE = re.compile(rf"\\({'|'.join(_BRACED)})\s{{0,9}}\{{\s?#([1-9])\s?\}}\s{{0,9}}(?=\{{)")
# Those that compare: `\ifthenelse{\equal{#1}{}}`, `\ifthenelse{\not\isempty{#1}}`, `\ifstrequal{#1}{long}`.
_TWO = re.compile(
    r"\\(?:ifthenelse\s{0,9}\{\s?(?P<no>\\not\s{0,9}|\\NOT\s{0,9})?"
    r"(?:\\equal\s{0,9}\{\s?#(?P<a>[1-9])\s?\}\s{0,9}\{(?P<word>[^{}#]{0,80})\}|\\isempty\s{0,9}\{\s?#(?P<b>[1-9])\s?\})\s?\}"
    r"|ifstrequal\s{0,9}\{\s?#(?P<c>[1-9])\s?\}\s{0,9}\{(?P<other>[^{}#]{0,80})\})\s{0,9}(?=\{)"
)
_SPACES = re.compile(r"\s{0,99}")


def decided(body: str, given: Sequence[str]) -> str:
    r"""Return a macro's body with the halves that stand of what it asks of its arguments.

    >>> decided(r"#2\ifx&#1&\else{} [#1]\fi.", ("", "Wool")), decided(r"#2\ifx&#1&\else{} [#1]\fi.", ("long", "Wool"))
    ('#2.', '#2{} [#1].')
    >>> decided(r"#2\ifthenelse{\equal{#1}{}}{}{ (#1)}", ("", "Wool")), decided(r"\IfValueT{#1}{#1: }", ("-NoValue-",))
    ('#2', '')
    """
    if "\\" not in body:
        return body
    argument = (*given, *[""] * 9)
    for _ in range(_MOST):
        made = _next(body, argument)
        if made is None:
            break
        body = made
    return body


def _next(body: str, argument: Sequence[str]) -> str | None:
    """Return a body with the first of its conditions decided; None where it has none."""
    if found := _TO_FI.search(body):
        number = next(group for group in found.groups()[1:] if group)
        return _to_fi(body, found, holds=_is_empty(argument[int(number) - 1]))
    if found := _ONE.search(body):
        test = _BRACED[found[1]]
        return _braced(body, found, test, holds=test.holds(argument[int(found[2]) - 1]))
    if found := _TWO.search(body):
        said = argument[int(found["a"] or found["b"] or found["c"]) - 1].strip().replace(NO_VALUE, "")
        same = said == (found["word"] or found["other"] or "").strip()
        return _braced(body, found, _Test(_is_empty), holds=same != bool(found["no"]))
    return None


def _to_fi(body: str, test: re.Match[str], *, holds: bool) -> str:
    r"""Return a body with the half of a condition that stands, which may have others in it, up to its `\fi`."""
    depth, middle = 0, None
    for found in _HALVES.finditer(body, test.end()):
        word = found[0].strip()
        if word == "\\fi" and not depth:
            end, other = middle or found, body[middle.end() : found.start()] if middle else ""
            return body[: test.start()] + (body[test.end() : end.start()] if holds else other) + body[found.end() :]
        if word == "\\else":
            middle = middle if depth else found
        else:
            depth += -1 if word == "\\fi" else 1
    return body[: test.start()] + body[test.end() :]


def _braced(body: str, found: re.Match[str], test: _Test, *, holds: bool) -> str:
    """Return a body with the half of a condition that stands, where the halves stand in braces."""
    halves, at = [], found.end()
    for follows in (test.then, test.otherwise):
        spaces = _SPACES.match(body, at)
        begin = spaces.end() if spaces else at
        group = group_at(body, begin + 1) if follows and body[begin : begin + 1] == "{" else None
        halves.append(group or "")
        at = at if group is None else begin + len(group) + 2
    return body[: found.start()] + halves[0 if holds else 1] + body[at:]
