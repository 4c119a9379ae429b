"""Profiles in LinkedIn and Academia.edu that were copied as text: their works are known by lines that stand twice.

LinkedIn: `On Wool` / `On Wool` / `J. Felt · Mar 12, 2021` / `J. Felt · Mar 12, 2021` / `Show publication`, the second
of each for those who hear the page. Academia: `Research paper thumbnail of On Wool` / `On Wool` / `J. Felt, 2021`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from reconcile.documents.blocks.block import Block, Document
from reconcile.documents.blocks.encoding import Lines
from reconcile.documents.blocks.entries import entry_block
from reconcile.documents.blocks.runs import clean
from reconcile.documents.portals.signs import ACADEMIA_WORK, LINKEDIN_SHOWS, LINKEDIN_WORK
from reconcile.documents.text.plain import beside_plain

# A heading of Academia's: what it lists, and whose.
_HEADED = re.compile(
    r"((?:Articles|Books?(?: Chapters| Reviews)?|Conference (?:Papers|Presentations)|Drafts|Papers|Talks"
    r"|Teaching Documents|Thesis(?: Chapters)?)) by [^\d]{3,80}\Z"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_BUTTON = re.compile(
    rf"(?:{LINKEDIN_SHOWS}|save to library|download|bookmark|other authors|\.\.\. ?(?:more|less)|view(?: on)?|like"
    r"|comment)\Z",
    re.IGNORECASE,
)
_LONGEST = 2000


def read_profile(name: str, lines: Lines) -> Document:
    """Return the works of a profile as entries, the rest as plain text without its buttons."""
    rows = [clean(text[:_LONGEST]).strip() for text in lines.text]
    text = "\n".join(rows)
    works = [*_works(text, LINKEDIN_WORK, lines), *_works(text, ACADEMIA_WORK, lines)]
    buttons = {at for at, row in enumerate(rows) if _BUTTON.match(row)}
    headed = [(found[1] if (found := _HEADED.match(row)) else line) for row, line in zip(rows, lines.text, strict=True)]
    return beside_plain(name, replace(lines, text=tuple(headed)), works, buttons)


def _works(text: str, form: re.Pattern[str], lines: Lines) -> Iterator[Block]:
    line, at = 1, 0
    for found in form.finditer(text):
        line, at = line + text.count("\n", at, found.start()), found.start()
        said = found.groupdict("")
        place = said.get("place") or said.get("plain", "")
        venue, _, date = place.rpartition(" · ")
        if not venue and not _YEAR.search(place):
            venue, date = place, ""
        fields = {"title": said["title"], "booktitle": venue, "date": date, "imprint": said.get("imprint", "")}
        fields["type"] = said.get("type", "")
        last = line + found[0].count("\n")
        yield entry_block({name: value for name, value in fields.items() if value}, line, last, lines)
