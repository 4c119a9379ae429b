r"""TeX to characters: accents, symbols and simple macros, for bibliography fields and the pieces of a TeX page."""

from __future__ import annotations

import re

from pylatexenc.latex2text import LatexNodes2Text  # type: ignore[import-untyped]

_CONVERTER = LatexNodes2Text(math_mode="text", keep_comments=False, strict_latex_spaces=False)
_BRACES = str.maketrans({"{": None, "}": None, "~": " "})
_SCRIPT = re.compile(r"[\^_]")
# Beyond this a field is no field; only its braces are taken off.
_LONGEST = 20_000
_DEEPEST = 50


def plain(tex: str) -> str:
    r"""Return the characters that a piece of TeX stands for.

    >>> plain(r"Schr{\"o}dinger's {BERT} --- \emph{revisited}")
    "Schrödinger's BERT — revisited"
    """
    if not _needs_reading(tex):
        return tex.translate(_BRACES).replace("---", "—").replace("``", "“").replace("''", "”")
    return str(_CONVERTER.latex_to_text(tex, tolerant_parsing=True))


def plain_math(tex: str) -> str:
    r"""Return the characters of a formula, without the signs for raising and lowering.

    >>> plain_math(r"^\dagger")
    '†'
    """
    return _SCRIPT.sub("", plain(tex)).strip()


def depth(tex: str) -> int:
    """Return how deep the braces and environments of `tex` are nested."""
    deepest = level = 0
    for match in _NESTING.finditer(tex):
        level += 1 if match[0] == "{" or match[0].startswith("\\b") else -1
        deepest = max(deepest, level)
        level = max(0, level)
    return deepest


_NESTING = re.compile(r"[{}]|\\begin\b|\\end\b")


def symbol(name: str) -> str | None:
    r"""Return the characters that a macro without arguments stands for; None for an unknown one.

    >>> symbol("ss")
    'ß'
    """
    if name in _LOGOS:
        return name
    known = _CONVERTER.latex_context.get_macro_spec(name)
    text = getattr(known, "simplify_repl", None)
    return text if isinstance(text, str) and "%s" not in text and "%(" not in text else None


def is_accent(name: str) -> bool:
    """Return whether a macro puts an accent on its argument."""
    return len(name) == 1 and name in _ACCENTS


_LOGOS = frozenset({"BibTeX", "LaTeX", "TeX", "XeTeX"})
_ACCENTS = "'`^\"~=.cuvHtdbrk"


def _needs_reading(tex: str) -> bool:
    return ("\\" in tex or "$" in tex) and len(tex) < _LONGEST and depth(tex) < _DEEPEST
