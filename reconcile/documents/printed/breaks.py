"""Page breaks in text that was taken from a printed page: running heads and feet, and entries that go on below."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise, takewhile

PAGE_NUMBER = re.compile(
    r"(?:page|p\.|seite)?\s?[-–—]?\s?\d{1,4}\s?[-–—]?(?:\s?(?:of|/|von)\s?\d{1,4})?$", re.IGNORECASE
)
_PAGE_OF = re.compile(r"\b(?:page|seite)\s+\d{1,4}\s?(?:of|von|/)\s?\d{1,4}\b", re.IGNORECASE)
_FOOT = re.compile(
    r"[ \t]{20,}[-–—]?\s?\d{1,3}\s?[-–—]?\s*$|(?:\S.*[ \t]{3,}|\s*)(?:page|seite)\s\d{1,3}\s(?:of|von)\s\d{1,3}\s*$",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\s{0,40}(?:page|seite|pagina|página|p\.)?\s?(\d{1,3})\s?(?:of|von|di|de|/)\s?(\d{1,3})\s*$", re.IGNORECASE
)
_FEWEST_FEET = 2
_LONGEST_HEAD = 160
_DIGITS = re.compile(r"\d+")
# A bracket that is open at the end of a line, and one that is closed in the next: `(with` over `A. Bee), Wool`.
_OPENED, _CLOSED = re.compile(r"[(\[][^()\[\]]*\Z"), re.compile(r"[^()\[\]]*[)\]]")
# How lawyers cite, broken before the page: `, 118 Gull L.J.` over `1642 (2009).`
_VOLUME_LAST = re.compile(r"\s\d{1,3} (?:[A-Z&][\w.&'’]{0,14} ){0,5}[A-Z&][\w.&'’]{0,14}(?<=\.)\Z")
_PAGE_FIRST = re.compile(r"\s{0,40}\d{1,5} \((?:19|20)\d\d\)")
_FEED = "\f"
# A running head beside its page's number: `210          REFERENCES`, `A. BEE          211`.
_NUMBERED = re.compile(r"\s{0,120}(?:(\d{1,4})\s{3,120}\S.{0,100}|\S.{0,100}?\s{3,120}(\d{1,4})\s{0,20})\Z")
# So many lines at the head or foot of a page may be running ones.
_EDGE = 2
# Of a list whose items hang there are two margins, as its last rows on a page show.
_HANGING, _NEAR = 2, 40


def goes_on(upper: str, lower: str) -> bool:
    """Return whether a line at the head of a page or column goes on with the sentence before it."""
    tail, head = upper.rstrip()[-1:], lower.lstrip()[:1]
    enclosed = _OPENED.search(upper) and _CLOSED.match(lower)
    cited = _VOLUME_LAST.search(upper.rstrip()) and _PAGE_FIRST.match(lower)
    return (head.islower() and tail not in ".!?") or tail in (",", "-", "–") or bool(enclosed or cited)


def without_page_breaks(raw: Sequence[str], rows: Sequence[str]) -> list[tuple[int, str]]:
    """Return the numbered rows of a text without running heads and feet; no gap is left inside a sentence.

    Pages end where `raw`, the rows before control characters were taken out, has a form feed, and at rows that
    can only be the head or foot of a page.
    """
    starts = {at for at, row in enumerate(raw) if _FEED in row and at}
    dropped = _at_edges(rows, sorted(starts)) | _numbered(rows, sorted(starts)) if starts else set()
    feet = {at for at, row in enumerate(rows) if _stands_apart(rows, at) and _is_foot(row)}
    dropped |= feet | _heads_below(rows, sorted(feet)) | _counted(rows)
    if not starts and not dropped:
        return list(enumerate(rows))
    kept: list[tuple[int, str]] = []
    gap: list[tuple[int, str]] = []
    broken = parted = False
    for at, row in enumerate(rows):
        broken = broken or at in starts or at in dropped
        parted = parted or at in starts or not row.strip()
        if at in dropped or not row.strip():
            gap.append((at, ""))
            continue
        if not broken:
            kept += gap
        elif parted and not (
            kept and (goes_on(kept[-1][1], row) or _hangs([upper for _, upper in kept[-_NEAR:]], row))
        ):
            kept.append((at, ""))
        gap, broken, parted = [], False, False
        kept.append((at, row))
    return kept


def _at_edges(rows: Sequence[str], starts: Sequence[int]) -> set[int]:
    """Return the rows at the heads and feet of pages that are page numbers or stand on most pages."""
    edges = [_edges(rows, start, end) for start, end in zip([0, *starts], [*starts, len(rows)], strict=True)]
    heads = Counter(key for page in edges for key in {_running(rows[at]) for at in page})
    needed = max(2, len(edges) // 2)
    return {at for page in edges for at in page if _is_running(rows[at]) or heads[_running(rows[at])] >= needed}


def _numbered(rows: Sequence[str], starts: Sequence[int]) -> set[int]:
    """Return the first rows of pages that have the page's number at one side, one more than that of a page before."""
    heads = {at: int(found[1] or found[2]) for at in starts if (found := _NUMBERED.match(rows[at][:_LONGEST_HEAD]))}
    counted = [(one, other) for (one, page), (other, after) in pairwise(heads.items()) if after == page + 1]
    return {at for pair in counted for at in pair}


def _hangs(above: Sequence[str], row: str) -> bool:
    """Return whether a row at the head of a page is indented as the rows above are that go on with an item."""
    rows = list(takewhile(str.strip, reversed(above)))
    margins = [len(upper) - len(upper.lstrip()) for upper in rows]
    hanging = len(set(margins)) == _HANGING and margins.count(min(margins)) > 1
    return hanging and len(row) - len(row.lstrip()) == max(margins)


def _heads_below(rows: Sequence[str], feet: Sequence[int]) -> set[int]:
    """Return the first rows with text below the feet of pages that come back below others: running heads."""
    below = [next((at for at in range(foot + 1, len(rows)) if rows[at].strip()), None) for foot in feet]
    heads = [at for at in below if at is not None and len(rows[at]) < _LONGEST_HEAD]
    times = Counter(_running(rows[at]) for at in heads)
    return {at for at in heads if times[_running(rows[at])] >= max(_FEWEST_FEET, len(feet) // 2)}


def _counted(rows: Sequence[str]) -> set[int]:
    """Return the rows that count the pages, `2 of 5` above `3 of 5`, and those beside them that come back with them.

    A copied page has no empty rows around its foot, and the next page's head stands right below it.
    """
    feet = {at: found for at, row in enumerate(rows) if len(row) < _LONGEST_HEAD and (found := _COUNTED.match(row))}
    pages = [(int(found[1]), int(found[2])) for found in feet.values()]
    if len(pages) < _FEWEST_FEET or any(after != (page + 1, last) for (page, last), after in pairwise(pages)):
        return set()
    beside = [at + step for at in feet for step in (-1, 1) if 0 <= at + step < len(rows) and rows[at + step].strip()]
    heads = Counter(_running(rows[at]) for at in beside)
    return {*feet, *[at for at in beside if heads[_running(rows[at])] >= max(_FEWEST_FEET, len(feet) // 2)]}


def _stands_apart(rows: Sequence[str], at: int) -> bool:
    """Return whether one side of a row is empty: a head stands above an empty row, a foot below one."""
    return not rows[at].strip() or at in (0, len(rows) - 1) or not (rows[at - 1].strip() and rows[at + 1].strip())


def _is_foot(row: str) -> bool:
    """Return whether a row can only be the head or foot of a page: it ends `Page 3 of 4`, or centres a number."""
    return len(row) < _LONGEST_HEAD and bool(_FOOT.match(row))


def _edges(rows: Sequence[str], start: int, end: int) -> list[int]:
    """Return the first and the last rows with text of a page."""
    filled = [at for at in range(start, end) if rows[at].strip()]
    return sorted({*filled[:_EDGE], *filled[-_EDGE:]}) if len(filled) > 2 * _EDGE else [*filled[:1], *filled[-1:]]


def _running(row: str) -> str:
    return _DIGITS.sub("#", " ".join(row.split()))


def _is_running(row: str) -> bool:
    row = row.strip()
    return len(row) < _LONGEST_HEAD and bool(PAGE_NUMBER.match(row) or _PAGE_OF.search(row))
