"""The record that the parts of an entry claim, and where each of its fields stands."""

from __future__ import annotations

import re

from reconcile.entry import Entry
from reconcile.lexicon import states
from reconcile.mention import Span, Venue
from reconcile.parse.parts import Parts
from reconcile.parse.text.lines import without_breaks
from reconcile.parse.text.marks import View
from reconcile.parse.trimming import STARRED, clean, edges, without_edition, without_label
from reconcile.parse.words.dates import Piece, read_date
from reconcile.parse.words.wording import end_before_state
from reconcile.venues import looks_like_venue, read_venues, series
from sources.identifiers import from_url
from sources.names import read_name
from sources.record import Identifier, Name, Record, Scheme

_ME = re.compile(r"(?:\\me\b|me|myself|i|ich|moi)", re.IGNORECASE)
_REMARK = re.compile(r"\([^()]{3,40}\)\W*\Z|\[[DCS][^\[\]]{3,40}\]\W*\Z")
_PREPRINT_LABEL = re.compile(r"\s?[(\[]pre-?print[)\]]", re.IGNORECASE)
_YEAR_BEHIND = re.compile(r"\(((?:1[4-9]|20)\d\d)\)\Z")
_LIKELY_VENUE = 0.5  # how sure the table of venues has to be that a text is one
_STATE = re.compile(rf"[.,]?\s?[(\[](?:{states.FORMS}|{states.SIGNS})[^()\[\]]{{0,20}}[)\]]\Z", re.IGNORECASE)
_NUMBERED = re.compile(r"\b(arXiv):\s?\d{4}\.\d{4,5}(?:v\d{1,2})?(?:\s\[[\w.-]{3,20}\]{1,2})?")
_SERVER = re.compile(r"\b((?:arXiv|CoRR)(?: e-?prints?| preprints?)?)[ ,:]*(?:arXiv|abs)?\Z", re.IGNORECASE)
# Where the text behind a venue begins to speak of the work itself.
_PROSE = re.compile(
    r"(?:[.\n]\s*|\A\s*)(?:this|these|we|in this|our|it|the (?:paper|work|article)|abstract"
    r"|tl;?dr|here)\b(?! (?:paper|work|article) (?:is|was|has been) accepted)",
    re.IGNORECASE,
)
LONGEST_OUTSIDE = 500  # characters behind the title in which venues are looked for


def claim_of(entry: Entry, parts: Parts) -> Record:
    """Return the record that an entry claims; what was not found is empty."""
    raw = parts.view.raw
    start, end = _title_span(parts)
    end = start + len(parts.view.text[start:end].rstrip(" \n,"))  # past the last word are labels and addresses
    title = _title(without_breaks(raw[start:end]), parts.year, in_journal=parts.numbers.volume is not None)
    names = tuple(_name(person.text, person.literal, entry.owner) for person in parts.reading.people.persons)
    numbers = parts.numbers
    return Record(
        title=title,
        author=() if parts.reading.editors else names,
        author_et_al=parts.reading.people.et_al,
        editor=names
        if parts.reading.editors
        else tuple(_name(person.text, person.literal, "") for person in parts.container.editors),
        issued=read_date(raw[parts.date[0] : parts.date[1]], parts.year.value) if parts.year and parts.date else None,
        container_title=_venue_text(parts)[0],
        volume=numbers.volume.value if numbers.volume else "",
        issue=numbers.issue.value if numbers.issue else "",
        page=_page(numbers.page.value) if numbers.page else "",
        publisher=parts.container.publisher,
        identifiers=_identifiers(entry, parts.view),
        urls=_urls(entry, parts.view),
        source="claim",
    )


def _title_span(parts: Parts) -> tuple[int, int]:
    start, end = parts.reading.title
    return start, end_before_state(parts.view.text, start, end)


def remark_of(parts: Parts) -> str:
    """Return what stands in brackets at the end of a title, as `(poster)`, `(honor's thesis)` or `[Data set]`."""
    remark = _REMARK.search(parts.view.raw[slice(*parts.reading.title)])
    return remark[0] if remark else ""


def label_of(parts: Parts) -> str:
    """Return `[preprint]` where that stands at the name of what a work is in; behind the rest it is a link."""
    if parts.container.span is None:
        return ""
    end = edges(parts.view.text, *parts.container.span)[1]
    return "[preprint]" if _PREPRINT_LABEL.match(parts.view.raw, end) else ""


def _title(text: str, year: Piece | None, *, in_journal: bool) -> str:
    """Return a title without its edges and its edition; a year in brackets that is not the work's belongs to it."""
    title = clean(without_label(clean(text)))
    own = _YEAR_BEHIND.search(title)
    return title if own and year and own[1] != year.value else clean(without_edition(title, in_journal=in_journal))


def _name(text: str, literal: bool, owner: str) -> Name:
    if literal:
        return Name(literal=text)
    if owner and _ME.fullmatch(text.strip(" .")):
        return read_name(owner)
    return read_name(text)


def _page(text: str) -> str:
    return re.sub(r"\s?[-–—−_]{1,3}\s?|\s?\bto\b\s?", "-", text)


def _venue_text(parts: Parts) -> tuple[str, tuple[int, int] | None]:
    """Return the venue as written, behind the title or in the badge before it, and where it stands."""
    raw, before = parts.view.spoken, parts.preamble.venue
    badge = clean(raw[before[0] : before[1]]) if before else ""
    if parts.container.span:
        start, end = edges(parts.view.text, *parts.container.span)
        start -= start > 0 and STARRED.match(raw, start - 1, end) is not None
        text = clean(_STATE.sub("", clean(without_breaks(raw[start:end])))) if start < end else ""
        text = _SERVER.sub(r"\1", _NUMBERED.sub(r"\1", text))
        if text and not (badge and _is_named_by_badge(badge, text)):
            return text, parts.container.span
    if any(one.identifier.scheme is Scheme.ARXIV for one in parts.view.found) and not before:
        return "arXiv", parts.container.span
    return badge, before


def _is_named_by_badge(badge: str, text: str) -> bool:
    """Whether a badge names the venue, and what stands behind the title none, or but a server: `[CHI'17] … arXiv`."""
    if looks_like_venue(text) < _LIKELY_VENUE:
        return True
    return (
        looks_like_venue(badge) >= _LIKELY_VENUE
        and are_servers(read_venues(text))
        and not are_servers(read_venues(badge))
    )


def are_servers(venues: tuple[Venue, ...]) -> bool:
    """Say whether nothing but preprint servers is named, and no journal to which a paper was submitted."""
    rows = [series(venue.series) for venue in venues]
    return all(row is not None and row.kind == "preprint-server" for row in rows)


def _identifiers(entry: Entry, seen: View) -> tuple[Identifier, ...]:
    linked = [from_url(mark.url) for mark in entry.marks if mark.url]
    every = [found.identifier for found in seen.found] + [identifier for identifier in linked if identifier]
    return tuple(dict.fromkeys(every))


def _urls(entry: Entry, seen: View) -> tuple[str, ...]:
    linked = [mark.url for mark in entry.marks if mark.url.startswith(("http://", "https://", "ftp://"))]
    return tuple(dict.fromkeys([*seen.urls, *linked]))


def outside_of(parts: Parts) -> str:
    """Return the text without authors and title, identifiers included, up to where prose begins."""
    raw, reading, preamble = parts.view.spoken, parts.reading, parts.preamble
    badge = raw[preamble.venue[0] : preamble.venue[1]] if preamble.venue else ""
    rest = raw[reading.rest[0] : min(reading.rest[1], reading.rest[0] + LONGEST_OUTSIDE)]
    prose = _PROSE.search(rest)
    return f"{badge}\n{rest[: prose.start()] if prose else rest}".strip(" \n")


def spans_of(parts: Parts) -> tuple[Span, ...]:
    """Return where each field stands in the reading, in the order of the text."""
    text, numbers = parts.view.text, parts.numbers
    field = "editor" if parts.reading.editors else "author"
    found = [Span(field, person.start, person.end) for person in parts.reading.people.persons]
    found.append(Span("title", *edges(text, *_title_span(parts))))
    if venue := _venue_text(parts)[1]:
        found.append(Span("container_title", *edges(text, *venue)))
    if parts.date:
        found.append(Span("issued", *parts.date))
    for name, piece in (("volume", numbers.volume), ("issue", numbers.issue), ("page", numbers.page)):
        if piece:
            found.append(Span(name, piece.start, piece.end))
    found += [Span(str(one.identifier.scheme), one.start, one.end) for one in parts.view.found]
    return tuple(
        sorted((span for span in found if span.start < span.end), key=lambda span: (span.start, span.end, span.field))
    )
