"""What site generators write between the lines, and is no text: front matter, Liquid, shortcodes, attribute lists.

Every rule leaves the number of lines as it was.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_FENCE = re.compile(r"---\s*$|\+\+\+\s*$")
_LIQUID_COMMENT = re.compile(r"\{%-?\s*comment\s*-?%\}")
_LIQUID_COMMENT_END = re.compile(r"\{%-?\s*endcomment\s*-?%\}")
_LIQUID_TAG = re.compile(r"\{%[^{}\n]*%\}|\{\{[<%][^{}\n]*[>%]\}\}")
# `{{ site.baseurl }}`, `{{page.title | escape}}`; `title = {{BERT}}` is BibTeX and stays.
_LIQUID_VALUE = re.compile(r"(?<!=)(?<!= )(?<!\{)\{\{-?(?: [^{}\n]*|[\w-]+\s*[.|][^{}\n]*)-?\}\}(?!\})")
# `{:target="_blank"}` of kramdown, `{.class #id}` of pandoc.
_ATTRIBUTES = re.compile(r"\{:[^{}\n]*\}|(?<=[\])\w*\"'] )\{[.#][\w-][^{}\n]*\}|(?<=[\])*])\{[.#][\w-][^{}\n]*\}")
# `[Ada Lovelace]{.me}`, a span of pandoc: only its text stays.
_SPAN = re.compile(r"\[([^\[\]\n]{1,300})\]\{[.#][\w-][^{}\n]*\}")
_FENCED_DIV = re.compile(r"[ \t]{0,20}:::")
_PAGE_RULE = re.compile(r"\s{0,3}\{\d{1,4}\}-{16,200}\s{0,3}\Z")  # of marker, between two pages of a PDF
_TITLE = re.compile(r"title\s*[:=]\s*(.{1,200})", re.IGNORECASE)
_OWNER = re.compile(r"(?:author|name)\s*[:=]\s*(.*)", re.IGNORECASE)
_OWNER_BELOW = re.compile(r"\s+-?\s*(?:name:)?\s*(.*)")
_NEW_BLOCK = re.compile(r"\s{0,40}(?:[-+*#|]|\d{1,4}[.)])\s")
_MOST_SIGNS = 1500
_LONGEST_FRONT_MATTER = 400


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """How many lines the front matter takes, what it calls the author, what its fence looks like, and the page's title.

    `line` is the source line of the title, from 1; 0 where there is none.
    """

    length: int = 0
    author: str = ""
    fence: str = ""
    title: str = ""
    line: int = 0


def front_matter(lines: Sequence[str]) -> FrontMatter:
    """Return the front matter that a page starts with: YAML between `---`, TOML between `+++`.

    >>> front_matter(["---", "author: Ada Lovelace", "---", "# News"])
    FrontMatter(length=3, author='Ada Lovelace', fence='---', title='', line=0)
    """
    start = next((at for at, line in enumerate(lines[:20]) if line.strip()), 0)
    if not lines or not _FENCE.match(lines[start]):
        return FrontMatter()
    fence = lines[start].strip()
    for at in range(start + 1, min(len(lines), start + _LONGEST_FRONT_MATTER)):
        if lines[at].rstrip() == fence:
            inner = lines[start + 1 : at]
            looks_right = not inner or any(":" in line or "=" in line for line in inner)
            title, line = _title(inner)
            found = FrontMatter(at + 1, _author(inner), fence, title, start + 1 + line if line else 0)
            return found if looks_right else FrontMatter()
    return FrontMatter()


def _title(lines: Sequence[str]) -> tuple[str, int]:
    """Return the page's title and on which line it stands, from 1; an empty one and 0 where there is none."""
    for number, line in enumerate(lines, start=1):
        if (match := _TITLE.match(line)) and (title := match[1].strip(" \"'")):
            return title, number
    return "", 0


def _author(lines: Sequence[str]) -> str:
    for at, line in enumerate(lines):
        if not (match := _OWNER.match(line)):
            continue
        value = match[1].strip(" \"'[]")
        below = _OWNER_BELOW.match(lines[at + 1]) if not value and at + 1 < len(lines) else None
        return value or (below[1].strip(" \"'") if below else "")
    return ""


def without_noise(text: str) -> list[str]:
    """Return the lines of `text` without Liquid, shortcodes, attribute lists, fences of divisions and page rules."""
    return [_without_liquid(line) for line in _without_liquid_comments(text).split("\n")]


def _without_liquid(line: str) -> str:
    if "{" in line:
        line = _ATTRIBUTES.sub("", _SPAN.sub(r"\1", _LIQUID_VALUE.sub("", _LIQUID_TAG.sub("", line))))
    return "" if _FENCED_DIV.match(line) or _PAGE_RULE.match(line) else line


def _without_liquid_comments(text: str) -> str:
    kept = []
    at = 0
    while (start := _LIQUID_COMMENT.search(text, at)) and (end := _LIQUID_COMMENT_END.search(text, start.end())):
        kept += [text[at : start.start()], "\n" * text.count("\n", start.start(), end.end())]
        at = end.end()
    return "".join([*kept, text[at:]])


def bounded(rows: Sequence[str], signs: re.Pattern[str]) -> list[str]:
    """Return the rows with the markup taken out of every paragraph that has more of it than any text.

    The parsers of Markdown and reStructuredText take quadratic time over the signs of one paragraph.
    """
    kept: list[str] = []
    start = spent = 0
    for row in rows:
        if not row.strip() or _NEW_BLOCK.match(row):
            start, spent = len(kept), 0
        spent += len(signs.findall(row))
        kept.append(row)
        if spent > _MOST_SIGNS:
            kept[start:] = [signs.sub(" ", line) for line in kept[start:]]
            start = len(kept)
    return kept
