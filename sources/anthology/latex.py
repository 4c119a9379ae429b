r"""Plain text out of the Anthology's TeX: accents, protected capitals, quotation marks, the odd formula."""

from __future__ import annotations

import re
from functools import lru_cache

from pylatexenc.latex2text import LatexNodes2Text  # type: ignore[import-untyped]

# The Anthology's encoder puts each special character in braces of its own: `Beign{\'e}`, `{\ss}`, `{\&}`.
_SIGN = re.compile(r"\{\\[^{}\s]{1,30}\}|\{\\[^{}\s]{1,20}\{\\?[A-Za-z]{1,20}\}\}")
_ESCAPED = re.compile(r"\\([&%#_$~^])")
_COMMAND = re.compile(r"\\[A-Za-z]+\s?|\\")
_ENVIRONMENT = re.compile(r"\\(?:begin|end)\{[^{}]{0,40}\}")
# The converter recurses at each brace and command; no title of the Anthology comes near these.
_LONGEST, _DEEPEST, _MOST_COMMANDS = 5_000, 12, 40
# What pylatexenc raises on what no TeX would take either: an accent upon a command without its argument (`\\.\\href`).
_FAULTS = (AttributeError, LookupError, TypeError, ValueError, RecursionError)
_CONVERTER = LatexNodes2Text(math_mode="text", strict_latex_spaces=False, keep_comments=True)


def plain(tex: str) -> str:
    r"""Return `tex` as text in one line.

    >>> plain("{P}ars{T}ext: ``A'' {\\'e}tude -- {\\\"U}bersicht")
    'ParsText: “A” étude – Übersicht'
    """
    text = _SIGN.sub(lambda sign: _decoded(sign[0]), tex) if "{\\" in tex else tex
    if "\\" in text:
        text = _ESCAPED.sub(r"\1", text)
    if "\\" in text or "$" in tex:
        text = _converted(tex)
    if "--" in text:
        text = text.replace("---", "—").replace("--", "–")
    if "``" in text or "''" in text:
        text = text.replace("``", "“").replace("''", "”")
    return " ".join(text.replace("{", "").replace("}", "").replace("~", " ").split())


@lru_cache(maxsize=4096)
def _decoded(sign: str) -> str:
    try:
        return str(_CONVERTER.latex_to_text(sign)).strip() or sign
    except _FAULTS:
        return sign


@lru_cache(maxsize=4096)
def _converted(text: str) -> str:
    """Return a text with commands or formulas converted; with the commands dropped where it is too strange."""
    depth = deepest = 0
    for char in text:
        depth += (char == "{") - (char == "}")
        deepest = max(deepest, depth)
    text = _ENVIRONMENT.sub("", text)
    if len(text) > _LONGEST or deepest > _DEEPEST or text.count("\\") > _MOST_COMMANDS:
        return _without_commands(text)
    try:
        converted = str(_CONVERTER.latex_to_text(text))
    except _FAULTS:
        return _without_commands(text)
    # An apostrophe is one in the Anthology; the converter would curl it here and not in other titles.
    return converted.replace("’", "'")


def _without_commands(text: str) -> str:
    return _COMMAND.sub("", text[:_LONGEST]).replace("$", "")
