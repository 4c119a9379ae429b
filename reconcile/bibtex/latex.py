"""Plain text to what may stand inside a BibTeX value: special characters, accents, capitals.

Whatever goes in, what comes out has balanced braces, no line break and no command that the text itself brought
along, for LaTeX, for BibTeX (which counts escaped braces too) and for bibtexparser (which does not).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise

from pylatexenc.latexencode import UnicodeToLatexEncoder  # type: ignore[import-untyped]

from sources.text import DIRECTIONS, STOP_WORDS

# `\{` and `\}` would be counted as braces by BibTeX, so they are spelled out, with commands that pylatexenc (and so
# bibtexparser) reads back, which it does not do for `\textbraceleft` or `\textless`. The braces around each command
# end it, and make it what BibTeX calls a special character, whose command no style changes.
_SPECIALS = str.maketrans(
    {
        "\\": r"{\textbackslash}",
        "{": r"{\ensuremath{\lbrace}}",
        "}": r"{\ensuremath{\rbrace}}",
        "~": r"{\textasciitilde}",
        "^": r"{\textasciicircum}",
        "<": r"{\ensuremath{<}}",
        ">": r"{\ensuremath{>}}",
        "|": r"{\ensuremath{|}}",
        "&": r"\&",
        "%": r"\%",
        "$": r"\$",
        "#": r"\#",
        "_": r"\_",
    }
)
_SPECIAL = re.compile(r"[\\{}~^<>|&%$#_]")
_LONE = frozenset({"Cc", "Cs", "Zl", "Zp"})  # control characters, lone surrogates, line and paragraph separators

_WORD = re.compile(r"\S+")
_PART = re.compile(r"[^\W_]+|[\W_]+")
_SENTENCE_END = (":", ".", "?", "!", "\u2013", "\u2014")


def clean(text: str) -> str:
    r"""Return `text` on one line, composed (NFC), without control characters and changes of direction.

    >>> clean("Two\nlines ")
    'Two lines'
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    kept = (
        " " if unicodedata.category(char) in _LONE else char
        for char in unicodedata.normalize("NFC", text)
        if char not in DIRECTIONS
    )
    return " ".join("".join(kept).split())


def escape(text: str, *, ascii: bool = False) -> str:  # noqa: A002 -- the option's name on the command line
    r"""Return `text` with everything that means something to LaTeX spelled out; with `ascii` accents too.

    >>> escape("R&D at 100% \\input{x}")
    'R\\&D at 100\\% {\\textbackslash}input{\\ensuremath{\\lbrace}}x{\\ensuremath{\\rbrace}}'
    """
    plain = clean(text)
    if _SPECIAL.search(plain):
        plain = plain.translate(_SPECIALS)
    return _encoder().unicode_to_latex(plain) if ascii and not plain.isascii() else plain


@lru_cache(maxsize=1)
def _encoder() -> UnicodeToLatexEncoder:
    """Return the encoder of accents; a letter that LaTeX has no command for is given by its code point."""
    return UnicodeToLatexEncoder(
        non_ascii_only=True,
        replacement_latex_protection="braces-all",
        unknown_char_policy=lambda char: f'{{\\symbol{{"{ord(char):X}}}}}',
        unknown_char_warning=False,
    )


def title(text: str, *, ascii: bool = False) -> str:  # noqa: A002
    """Return a title, escaped, with braces around the capitals that a style must not make small.

    Those are capitals inside a word (`{NeurIPS}`, `{FPGA}s`, `{1TnR}`), capitals that stand alone (`{U}-Net`),
    and in a title that is otherwise in small letters the proper names. Title case stays as the record has it.

    >>> title("RACE-IT: An In-Memory Engine with FPGAs"), title("L'autonomie des mouettes")
    ('{RACE-IT}: An In-Memory Engine with {FPGA}s', "L'autonomie des mouettes")
    """
    plain = clean(text)
    if plain.isupper() and len(plain.split()) > 3:  # a title in capitals has none that mean something
        return escape(plain, ascii=ascii)
    names = _proper_names(plain)
    pieces = []
    end = 0
    for word in _WORD.finditer(plain):
        pieces += [plain[end : word.start()], _protect(plain, word, word.start() in names, ascii)]
        end = word.end()
    return "".join(pieces)


_ELISION = re.compile(r"[CDJLMNST]['’](?=\w{2})")  # of French and Italian: no capital that stands alone


def _protect(text: str, word: re.Match[str], is_name: bool, ascii: bool) -> str:  # noqa: A002
    """Return one word with its protected stretch in braces, all of it escaped."""
    elided = _ELISION.match(word[0])
    parts = [part for part in _PART.finditer(word[0], elided.end() if elided else 0) if part[0][0].isalnum()]
    alone = len(parts) == 1 and not _is_article(text, word)
    named = is_name or bool(elided and parts and parts[0][0][0].isupper())  # `D'Alembert`
    kept = [part for part in parts if named or _has_capitals(part[0], alone or len(parts) > 1)]
    if not kept:
        return escape(word[0], ascii=ascii)
    start, end = kept[0].start(), kept[-1].end()
    if re.fullmatch(r".*[A-Z]s", word[0][start:end]) and word[0][start : end - 1].isupper():
        end -= 1  # the plural: {FPGA}s
    if kept == [parts[-1]] and word[0][end : end + 1] == "*":
        end += 1
    inner = escape(word[0][start:end], ascii=ascii)
    # A brace followed by a backslash is a special character to BibTeX, whose letters it does make small.
    inner = f"{{{inner}}}" if inner.startswith("\\") else inner
    return f"{escape(word[0][:start], ascii=ascii)}{{{inner}}}{escape(word[0][end:], ascii=ascii)}"


def _has_capitals(part: str, stands_out: bool) -> bool:
    """Say whether a part of a word has a capital after its first letter, or is a capital that stands out."""
    if len(part) == 1:
        return stands_out and part.isupper()
    return any(char.isupper() for char in part[1:])


def _is_article(text: str, word: re.Match[str]) -> bool:
    """Say whether a word is the article `A`: a further word follows it."""
    return word[0] == "A" and bool(text[word.end() :].strip())


def _proper_names(text: str) -> frozenset[int]:
    """Return where the capitalised words of a title in sentence case start, those at a sentence's start left out."""
    tokens = list(_WORD.finditer(text))
    inside = [
        token
        for before, token in pairwise(tokens)
        if token[0][0].isalpha() and not before[0].endswith(_SENTENCE_END) and token[0].casefold() not in STOP_WORDS
    ]
    small = sum(token[0][0].islower() for token in inside)
    if small < 2 or small * 2 <= len(inside):
        return frozenset()
    return frozenset(token.start() for token in inside if token[0][0].isupper())
