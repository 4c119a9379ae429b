r"""TeX to characters: accents, symbols and simple macros, for bibliography fields and the pieces of a TeX page."""

from __future__ import annotations

import re
import sys
import unicodedata
from functools import cache
from typing import Any

from reconcile.documents.tex.journals import JOURNALS
from sources import markup

_BRACES = str.maketrans({"{": None, "}": None, "~": " "})
_SCRIPT = re.compile(r"\s?[\^_]")
_KEPT_LETTERS = frozenset("ℓℏ")  # of the letters that are others in another face
# Beyond this a field is no field; only its braces are taken off.
_LONGEST = 20_000
_DEEPEST = 50
# Formulas as `sources.markup` reads them. DBLP's .bib files write a character that TeX has not as `\unicode{9702}`.
_FORMULA = re.compile(r"\${1,2}(?! )[^$]{1,200}(?<! )\${1,2}(?![0-9])|\\\(.{1,200}?\\\)")
_UNICODE = re.compile(r"\\unicode\s?\{([0-9]{2,6})\}")
# What pylatexenc raises on what no TeX would take either: an accent upon a command without its argument (`\\.\\href`).
_FAULTS = (AttributeError, LookupError, TypeError, ValueError, RecursionError)
_COMMAND = re.compile(r"\\(?:[A-Za-z]+\s?|.)?", re.DOTALL)
# Characters for private use stand for the formulas of a field while the rest is read.
_STANDS_FOR = range(0xF0000, 0xF0400)


@cache
def _converter() -> Any:
    # here: most fields need none
    from pylatexenc.latex2text import (  # type: ignore[import-untyped]
        LatexNodes2Text,
        MacroTextSpec,
        get_default_latex_context_db,
    )

    known = get_default_latex_context_db()
    texts = [MacroTextSpec(name, simplify_repl=text) for name, text in _TEXTS.items()]
    known.add_context_category("bibliography", prepend=True, macros=texts)
    return LatexNodes2Text(known, math_mode="text", keep_comments=False, strict_latex_spaces=False)


@cache
def _arguments() -> Any:
    """Return the macros with their arguments, as the parser knows them and as lists of references need them."""
    from pylatexenc.latexwalker import get_default_latex_context_db  # type: ignore[import-untyped]
    from pylatexenc.macrospec import MacroSpec  # type: ignore[import-untyped]

    known = get_default_latex_context_db()
    taken = [MacroSpec(name, "{" * (1 + ("%(2)s" in text))) for name, text in _TEXTS.items() if name not in _WORDS]
    known.add_context_category("bibliography", prepend=True, macros=taken)
    return known


def field(tex: str) -> str:
    r"""Return the characters that a bibliography field stands for, its formulas as records have them.

    >>> field(r"CA\({}_{\mbox{3}}\)Net: Schr{\"o}dinger's $O(n^2)$ {BERT}")
    "CA3Net: Schrödinger's O(n2) BERT"
    """
    if "\\" not in tex and "$" not in tex:
        return plain(tex)
    formulas: list[str] = []

    def aside(found: re.Match[str]) -> str:
        if len(formulas) == len(_STANDS_FOR):
            return found[0]
        formulas.append(markup.plain(found[0]))
        return chr(_STANDS_FOR[len(formulas) - 1])

    text = plain(_FORMULA.sub(aside, _UNICODE.sub(_character, tex)))
    return text.translate(dict(zip(_STANDS_FOR, formulas, strict=False))) if formulas else text


def _character(found: re.Match[str]) -> str:
    code = int(found[1])
    return chr(code) if code <= sys.maxunicode and chr(code).isprintable() else ""


def plain(tex: str) -> str:
    r"""Return the characters that a piece of TeX stands for; of one that cannot be read, those beside its commands.

    >>> plain(r"Schr{\"o}dinger's {BERT} --- \emph{revisited}")
    "Schrödinger's BERT — revisited"
    """
    if not _needs_reading(tex):
        return tex.translate(_BRACES).replace("---", "—").replace("``", "“").replace("''", "”")
    try:
        return str(_converter().latex_to_text(tex, tolerant_parsing=True, latex_context=_arguments()))
    except _FAULTS:
        return _COMMAND.sub("", tex).translate(_BRACES)


def plain_math(tex: str) -> str:
    r"""Return the characters of a formula, without the signs for raising and lowering.

    >>> plain_math(r"^\dagger")
    '†'
    >>> plain_math(r"\mathbb{R} ^n")
    'Rn'
    """
    return "".join(map(_upright, _SCRIPT.sub("", plain(tex)).strip()))


def _upright(char: str) -> str:
    """Return the plain letter of a formula's letter in another face, as records have it: of `𝕊` and `ℝ`."""
    if char.isascii() or char in _KEPT_LETTERS or not unicodedata.decomposition(char).startswith("<font>"):
        return char
    return unicodedata.normalize("NFKC", char)


def depth(tex: str) -> int:
    """Return how deep the braces and environments of `tex` are nested."""
    deepest = level = 0
    for match in _NESTING.finditer(tex):
        level += 1 if match[0] == "{" or match[0].startswith("\\b") else -1
        deepest = max(deepest, level)
        level = max(0, level)
    return deepest


# What macros print of which the parser knows the arguments and no text, or not how many they take. MathSciNet writes a
# soft sign as `\\cprime`; `\\noopsort` orders entries, as BibTeX's own example has it.
_WORDS = {"cdprime": '"', "cprime": "'", **JOURNALS}
# Quotation marks of babel's and csquotes' languages; French ones stand apart from what they enclose.
_WORDS |= {"og": "« ", "fg": " »", "guillemetleft": "«", "guillemetright": "»"}
_WORDS |= {"glqq": "„", "grqq": "“", "flqq": "«", "frqq": "»", "glq": "‚", "grq": "‘", "flq": "‹", "frq": "›"}
_TEXTS = {
    **dict.fromkeys("fbox mbox textmd textnormal textsf texttt textup".split(), "%s"),
    **dict.fromkeys(("enquote", "mkbibquote", "textquote"), "“%s”"),
    **dict.fromkeys(("foreignlanguage", "texorpdfstring", "textcolor"), "%(2)s"),
    **dict.fromkeys(("noopsort", "SortNoop"), ""),
    **_WORDS,
}
_NESTING = re.compile(r"[{}]|\\begin\b|\\end\b")


def symbol(name: str) -> str | None:
    r"""Return the characters that a macro without arguments stands for; None for an unknown one.

    >>> symbol("ss"), symbol("%")
    ('ß', '%')
    """
    if name in _LOGOS or name in _ESCAPED:
        return name
    known = _converter().latex_context.get_macro_spec(name)
    text = getattr(known, "simplify_repl", None)
    return text if isinstance(text, str) and "%s" not in text and "%(" not in text else None


def is_accent(name: str) -> bool:
    """Return whether a macro puts an accent on its argument."""
    return len(name) == 1 and name in _ACCENTS


_LOGOS = frozenset({"BibTeX", "LaTeX", "TeX", "XeTeX"})
# Signs that mean something to TeX and that a backslash makes plain; for `\%` pylatexenc has a function and no text.
_ESCAPED = frozenset("%&#$_{}")
_ACCENTS = "'`^\"~=.cuvHtdbrk"


def _needs_reading(tex: str) -> bool:
    return ("\\" in tex or "$" in tex) and len(tex) < _LONGEST and depth(tex) < _DEEPEST
