"""Which keys documents cite: LaTeX and its .aux files, Markdown and Quarto."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from reconcile.documents.tex.groups import COMMENT

# \cite, \citep*[p. 3]{a,b}, \parencites, \nocite, \Textcite, \fullcite …: natbib's and biblatex's commands, and their
# optional arguments. Each piece is bounded, so that a hostile file costs no more than its length.
_BEFORE = "|".join(
    "al auto avol date footfull foot full fvol local meta no note online paren pnote pvol short smart"
    " super svol text title tvol url year author ft my".split()
)
_TEX = re.compile(
    rf"\\(?:{_BEFORE})?cite(?!d\b)[a-z]{{0,20}}\*?\s{{0,3}}"
    r"((?:[\[(][^\]\)\n]{0,300}[\])]\s{0,3}){0,4}(?:\{[^{}]{0,5000}\}\s{0,3}){1,20})",
    re.IGNORECASE,
)
_GROUP = re.compile(r"\{([^{}]*)\}")
_AUX = re.compile(r"\\(?:citation|abx@aux@cite(?:\{\d+\})?)\{([^{}]{0,5000})\}")
# Pandoc's citation keys: https://pandoc.org/MANUAL.html#citation-syntax
_MARKDOWN = re.compile(r"(?<![\w@/.])-?@(?:\{([^{}\s]{1,300})\}|([\w][\w:.#$%&+?<>~/-]{0,300}))")
_CODE = re.compile(r"`[^`\n]{1,300}`")
_FENCES = ("```", "~~~")
_NOT_KEYS = (
    "fig:",
    "sec:",
    "tbl:",
    "eq:",
    "lst:",
    "thm:",
    "lem:",
    "fig-",
    "sec-",
    "tbl-",
    "eq-",
    "lst-",
    "thm-",
    "lem-",
)
_LINE_END = re.compile("\n")
_LATEX = frozenset({".tex", ".ltx", ".sty", ".cls", ".bbl"})
EVERY = "*"  # `\nocite{*}` cites all


@dataclass(frozen=True, slots=True, order=True)
class Citation:
    """A key as a document cites it, with the line on which it does so first."""

    key: str
    document: str
    line: int


def citations(paths: Iterable[Path]) -> tuple[Citation, ...]:
    """Return the keys that documents cite, each once, where it is cited first. Raises OSError for the file system's."""
    first: dict[str, Citation] = {}
    for path in paths:
        text = path.read_text(encoding="utf-8", errors="replace")
        ends = [end.start() for end in _LINE_END.finditer(text)]
        for key, place in _keys(text, path.suffix.lower()):
            if key not in first:
                first[key] = Citation(key, str(path), bisect_left(ends, place) + 1)
    return tuple(first.values())


def _keys(text: str, suffix: str) -> Iterator[tuple[str, int]]:
    if suffix == ".aux":
        yield from _split(_AUX, text)
    elif suffix in _LATEX:
        plain = COMMENT.sub(lambda fit: " " * len(fit[0]), text)
        for fit in _TEX.finditer(plain):
            for group in _GROUP.finditer(fit[1]):
                yield from ((key, fit.start()) for key in _parted(group[1]))
    else:
        plain = _CODE.sub(lambda fit: " " * len(fit[0]), _without_blocks(text))
        for fit in _MARKDOWN.finditer(plain):
            key = fit[1] or fit[2].rstrip(".:?/<>-")
            if key and not key.startswith(_NOT_KEYS):
                yield key, fit.start()
        yield from ((key, place) for key, place in _keys(plain, ".tex"))


def _without_blocks(text: str) -> str:
    """Return Markdown with the lines of fenced code blank, of their length, so that every place stays where it is."""
    kept: list[str] = []
    fence = ""
    for line in text.split("\n"):
        mark = line.lstrip()[:3]
        if mark in _FENCES and fence in ("", mark):
            fence = "" if fence else mark
            kept.append(" " * len(line))
        else:
            kept.append(" " * len(line) if fence else line)
    return "\n".join(kept)


def _split(pattern: re.Pattern[str], text: str) -> Iterator[tuple[str, int]]:
    for fit in pattern.finditer(text):
        yield from ((key, fit.start()) for key in _parted(fit[1]))


def _parted(keys: str) -> list[str]:
    return [key.strip() for key in keys.split(",") if key.strip()]
