"""Where claim and record part, marked in the two texts themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from reconcile.authors.aliases import compare_lists
from reconcile.mention import Match, Mention, Severity
from reconcile.records import years_of
from sources.names import NameAgreement
from sources.record import Name, Record
from sources.text import fold

# Longer titles are compared as they are, so that a page of text taken for a title cannot stall the report.
_LONGEST = 400
_WORD = re.compile(r"\w+")
_TITLE, _AUTHOR = ("title",), ("author", "authors")
_VENUE = ("container_title", "venue", "event")
_YEAR = ("issued", "year", "date")
_VENUE_FLAGS = frozenset({"venue-mismatch", "track-mismatch"})

Interval = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of text, the field it belongs to (empty for none), and whether the other side lacks it."""

    text: str
    field: str = ""
    differs: bool = False


def claim_side(match: Match) -> tuple[Stretch, ...]:
    """Return the mention as it reads, in stretches, with what the record does not have marked."""
    mention = match.mention
    record = match.best.record if match.best else None
    parting = list(_parting(match, record)) if record else []
    return _cut(mention, parting)


def title_side(match: Match, record: Record) -> tuple[Stretch, ...]:
    """Return the record's title in stretches, with the words marked that the claim does not have."""
    claimed = match.mention.claim.title
    differing = word_differences(record.title, claimed) if claimed else []
    pieces, end = [], 0
    for start, stop in differing:
        pieces += [Stretch(record.title[end:start], "title"), Stretch(record.title[start:stop], "title", differs=True)]
        end = stop
    return tuple(piece for piece in (*pieces, Stretch(record.title[end:], "title")) if piece.text)


def author_side(match: Match, record: Record) -> tuple[Stretch, ...]:
    """Return the record's authors, those marked whom the claim lacks without saying "et al.", or spells otherwise."""
    claim = match.mention.claim
    marked: set[int] = set()
    if claim.author:
        authors = compare_lists(claim.author, record.author)
        marked |= {pair.right for pair in authors.pairs if pair.agreement is NameAgreement.VARIANT}
        marked |= set() if claim.author_et_al else set(authors.only_right)
    return tuple(Stretch(str(name), "author", at in marked) for at, name in enumerate(record.author))


def venue_differs(match: Match) -> bool:
    """Say whether a flag says that the record has another venue or track."""
    return any(flag.code in _VENUE_FLAGS and flag.severity is not Severity.INFO for flag in match.flags)


def year_differs(match: Match, record: Record) -> bool:
    """Say whether a flag says so, and this record's dates do not have the claimed year either."""
    flagged = any(flag.code == "year-mismatch" for flag in match.flags)
    return flagged and match.mention.claim.year not in years_of(record)


def word_differences(text: str, other: str) -> list[Interval]:
    """Return where `text` has words that `other` has not, in order; case and accents make no difference.

    >>> word_differences("Search via Reformulation", "search by reformulation")
    [(7, 10)]
    """
    if max(len(text), len(other)) > _LONGEST * 4:
        return []
    words = [(match.start(), match.end(), fold(match[0])) for match in _WORD.finditer(text)][:_LONGEST]
    others = [fold(word) for word in _WORD.findall(other)][:_LONGEST]
    matcher = SequenceMatcher(None, [word for *_, word in words], others, autojunk=False)
    return [
        (words[start][0], words[end - 1][1])
        for tag, start, end, _, _ in matcher.get_opcodes()
        if tag in ("replace", "delete")
    ]


def _parting(match: Match, record: Record) -> Iterable[Interval]:
    """Yield where the mention says what its record does not."""
    mention = match.mention
    for start, end in _spans(mention, _TITLE):
        for first, last in word_differences(mention.reading[start:end], record.title):
            yield start + first, start + last
    yield from _author_parting(mention, record)
    if venue_differs(match):
        yield from _spans(mention, _VENUE)
    if year_differs(match, record):
        yield from _spans(mention, _YEAR)


def _author_parting(mention: Mention, record: Record) -> Iterable[Interval]:
    """Yield where authors stand whom the record lacks, or spells otherwise."""
    claimed = mention.claim.author
    if not record.author or not claimed:
        return
    authors = compare_lists(claimed, record.author)
    strangers = set() if record.author_et_al else set(authors.only_left)
    strangers |= {pair.left for pair in authors.pairs if pair.agreement is NameAgreement.VARIANT}
    spans = _spans(mention, _AUTHOR)
    for at in sorted(strangers):
        place = spans[at] if len(spans) == len(claimed) else _find(mention.reading, claimed[at], spans)
        if place:
            yield place


def _find(reading: str, name: Name, spans: Sequence[Interval]) -> Interval | None:
    """Return where a name stands within the authors' stretch, in one of the ways of writing it."""
    start, end = (spans[0][0], spans[-1][1]) if spans else (0, len(reading))
    area = reading[start:end].casefold()
    for written in (str(name), f"{name.family}, {name.given}", name.family):
        at = area.find(written.casefold()) if written.strip(", ") else -1
        if at >= 0 and len(area) == end - start:
            return start + at, start + at + len(written)
    return None


def _spans(mention: Mention, fields: Sequence[str]) -> list[Interval]:
    return [
        (span.start, span.end) for span in sorted(mention.spans, key=lambda span: span.start) if span.field in fields
    ]


def _cut(mention: Mention, parting: Sequence[Interval]) -> tuple[Stretch, ...]:
    """Return the reading cut at every border of a field or of a difference."""
    reading = mention.reading
    fields = [((span.start, span.end), span.field) for span in mention.spans]
    borders = {0, len(reading)} | {at for place in (*(place for place, _ in fields), *parting) for at in place}
    return tuple(
        Stretch(
            reading[start:end],
            next((field for place, field in fields if _within((start, end), place)), ""),
            any(_within((start, end), place) for place in parting),
        )
        for start, end in pairwise(sorted(at for at in borders if 0 <= at <= len(reading)))
    )


def _within(inner: Interval, outer: Interval) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]
