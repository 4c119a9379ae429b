"""The stage: an entry in, a mention with its parsed claim out."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace

from reconcile.entry import Entry
from reconcile.extract.fillers import is_placeholder
from reconcile.extract.instead import reason_in_fields
from reconcile.lexicon.reasons import Reason
from reconcile.mention import Kind, Mention, Span, Venue
from reconcile.parse.container import Container, read_container
from reconcile.parse.dates import Piece, read_date
from reconcile.parse.dating import year_of
from reconcile.parse.fields import record_of_fields
from reconcile.parse.frame import Frame, Reading
from reconcile.parse.initialled import with_owner_named
from reconcile.parse.kinds import TYPE_OF_KIND, is_submitted, kind_of
from reconcile.parse.lines import is_stacked, unwrapped, without_breaks
from reconcile.parse.malformed import malformed_in, malformed_in_fields
from reconcile.parse.marks import View, rejoined, view
from reconcile.parse.numbers import Numbers, read_numbers
from reconcile.parse.people import is_known
from reconcile.parse.pieces import blank_marks
from reconcile.parse.preamble import (
    REVIEW,
    Preamble,
    past_reviewed_name,
    read_preamble,
    reviews_another,
    title_of_reviewed,
    without_imprint_of_reviewed,
)
from reconcile.parse.readings import best_reading
from reconcile.parse.together import (
    leaves_owner_out,
    named_first,
    named_last,
    named_within,
    reviewer_first,
    with_all_stated,
)
from reconcile.parse.tracks import with_named_track
from reconcile.parse.trimming import STARRED, clean, edges, without_edition, without_label
from reconcile.records import SUBMITTED
from reconcile.venues import looks_like_venue, read_venues, series
from sources.identifiers import from_url, normalize
from sources.names import read_name
from sources.record import Identifier, Name, Record, Scheme, Type

_ME = re.compile(r"(?:\\me\b|me|myself|i|ich|moi)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Parts:
    """What was found in an entry's reading, before it becomes a record."""

    view: View
    preamble: Preamble
    reading: Reading
    numbers: Numbers
    container: Container
    year: Piece | None
    date: tuple[int, int] | None


def parse(entry: Entry) -> Mention:
    """Return the entry's mention: its claim, the venues and the kind claimed, and where each field stands.

    Never raises, whatever the text; what is not understood stays in `Mention.text` and is not in the claim.
    """
    entry = with_owner_named(entry)
    if entry.fields:
        claim, venue_text, genre = record_of_fields(entry.fields)
        entry = replace(entry, reason=entry.reason or reason_in_fields(entry.fields))
        malformed = malformed_in_fields(entry.fields)
        torn = {normalize(*each) for each in malformed}  # of which only a part was read
        claim = replace(claim, identifiers=tuple(one for one in claim.identifiers if one not in torn))
        return replace(_finished(entry, claim, venue_text, genre, (), chapter=False), malformed=malformed)
    parts = _read(entry)
    if parts is None:
        return _finished(entry, Record(source="claim"), "", entry.reading, (), chapter=False)
    claim = _claim(entry, parts)
    spans = _spans(parts)
    outside = _outside(parts)
    chapter = bool(parts.container.editors) and parts.container.span is not None
    genre = f"{parts.preamble.genre} {outside} {_remark(parts)}"
    mention = _finished(entry, claim, outside, genre, spans, chapter=chapter)
    begin, end = parts.reading.title[0], parts.reading.rest[1]
    stretch = (begin, min(end, parts.reading.title[1] + _LONGEST_OUTSIDE))
    venues = with_named_track(mention.venues, parts.view.raw, stretch, entry.marks)
    first = next((span.start for span in spans if span.field == "author"), 0)
    left_out = read_name(entry.owner) if first and leaves_owner_out(parts.view.raw, first) else None
    malformed = malformed_in(parts.view.raw, parts.view.found)
    return replace(mention, venues=_with_earlier(venues, parts.view), left_out=left_out, malformed=malformed)


def _read(entry: Entry) -> _Parts | None:
    seen, preamble, reading = _best_view(view(entry.reading, entry.marks), of_another=reviews_another(entry))
    if reading is None:
        return None
    text = seen.text
    reading = with_all_stated(text, reading)
    start, end = reading.rest
    numbers = read_numbers(text, start, min(end, start + 1000))
    container = read_container(text, start, end, numbers)
    if preamble.venue and preamble.date and numbers == Numbers():
        numbers = read_numbers(text, preamble.venue[0], preamble.date[1])  # `MNRAS 535, 2210 (2024) — Title`
    if numbers.page is None and _VOLUME.match(text, *reading.title):
        reading = replace(reading, editors=True)
    year, date = year_of(seen, reading, preamble, numbers, container)
    return _Parts(seen, preamble, reading, numbers, container, year, date)


# A volume as a work of its own, whose people are its editors.
_VOLUME = re.compile(r"\W*(?:Proceedings|Findings|Actes|Atti|Actas) (?:of|de|d[ei]l|des) ")
_THESIS_LABEL = re.compile(r"(?:thesis|dissertation)\b", re.IGNORECASE)  # `Thesis Title:` is followed by one
# How much better an entry must read as one text than as lines, where either may be; and where its title fills a line.
_WRAPPED, _STACKED = 0.1, 1.5


def _best_view(seen: View, *, of_another: bool = False) -> tuple[View, Preamble, Reading | None]:
    """Return the entry's best reading, its lines taken for fields, or for wraps of one text if that reads better."""
    preamble = read_preamble(seen)
    named = past_reviewed_name(seen.text, preamble.start) if of_another and not preamble.genre else preamble.start
    if named > preamble.start:
        preamble = replace(preamble, genre=REVIEW, start=named)
    if preamble.genre == REVIEW:
        seen = replace(seen, text=without_imprint_of_reviewed(seen.text, preamble.start))
    if reviewer := reviewer_first(seen.text, preamble.start):
        preamble = replace(preamble, genre=REVIEW, start=reviewer.at)
        seen = replace(seen, text=without_imprint_of_reviewed(seen.text, preamble.start))
        best = _best_reading(seen, preamble)
        return seen, preamble, reviewer.joined(best) if best else None
    if within := named_within(seen.text, preamble.start):
        beside, text = within
        seen = replace(seen, text=text)
        best = _best_reading(seen, preamble, owner_left_out=True)
        return seen, preamble, beside.joined(best) if best else None
    best = _best_reading(seen, preamble)
    text = seen.text[: preamble.start] + unwrapped(seen.text[preamble.start :])
    if best is None or text == seen.text:
        return seen, preamble, best
    joined = rejoined(seen, text)
    margin = _STACKED if is_stacked(seen.text, seen.marks) else _WRAPPED
    other = _best_reading(joined, preamble, above=best.score + margin)
    return (joined, preamble, other) if other else (seen, preamble, best)


def _best_reading(
    seen: View, preamble: Preamble, above: float = -math.inf, *, owner_left_out: bool = False
) -> Reading | None:
    text, start = seen.text, preamble.start
    names = text[:start] + blank_marks(text[start : start + 8000]) + text[start + 8000 :]
    unnamed = preamble.genre == REVIEW or bool(_THESIS_LABEL.match(preamble.genre))
    before, behind = named_first(text, start), named_last(text, start)
    reviewed = preamble.genre == REVIEW
    begin = before.at if before else past_reviewed_name(text, start) if reviewed else start
    frame = Frame(seen, names, begin, behind.at if behind else len(text))
    best = best_reading(frame, above=above, unnamed=unnamed or owner_left_out or before is not None)
    beside = before or behind
    if best and reviewed:
        best = replace(
            best, title=title_of_reviewed(text, start if best.title[0] == begin else best.title[0], best.title[1])
        )
    if best is None or beside is None:
        return best
    if best.people.persons and not any(map(is_known, best.people.persons)):
        best = best_reading(frame, unnamed=True) or best
    return beside.joined(best)


def _claim(entry: Entry, parts: _Parts) -> Record:
    raw = parts.view.raw
    start, end = parts.reading.title
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


_REMARK = re.compile(r"\([^()]{3,40}\)\W*\Z")


def _remark(parts: _Parts) -> str:
    """Return what stands in brackets at the end of a title, as `(poster)` or `(honor's thesis)`."""
    remark = _REMARK.search(parts.view.raw[slice(*parts.reading.title)])
    return remark[0] if remark else ""


_YEAR_BEHIND = re.compile(r"\(((?:1[4-9]|20)\d\d)\)\Z")


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


def _venue_text(parts: _Parts) -> tuple[str, tuple[int, int] | None]:
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
        and _are_servers(read_venues(text))
        and not _are_servers(read_venues(badge))
    )


_LIKELY_VENUE = 0.5
_STATE = re.compile(
    r"[.,]?\s?[(\[](?:submitted|in press|to appear|accepted|forthcoming|in preparation|under review)"
    r"[^()\[\]]{0,20}[)\]]\Z",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\b(arXiv):\s?\d{4}\.\d{4,5}(?:v\d{1,2})?(?:\s\[[\w.-]{3,20}\]{1,2})?")
_SERVER = re.compile(r"\b((?:arXiv|CoRR)(?: e-?prints?| preprints?)?)[ ,:]*(?:arXiv|abs)?\Z", re.IGNORECASE)


def _identifiers(entry: Entry, seen: View) -> tuple[Identifier, ...]:
    linked = [from_url(mark.url) for mark in entry.marks if mark.url]
    every = [found.identifier for found in seen.found] + [identifier for identifier in linked if identifier]
    return tuple(dict.fromkeys(every))


def _urls(entry: Entry, seen: View) -> tuple[str, ...]:
    linked = [mark.url for mark in entry.marks if mark.url.startswith(("http://", "https://", "ftp://"))]
    return tuple(dict.fromkeys([*seen.urls, *linked]))


# A patent's office, which is its container.
_OFFICE = re.compile(r"(?:(?:U\.? ?S\.?|[A-Z][a-z]+)\.? )?[Pp]atent(?: [Aa]pplication)?\b")
# Where the text behind a venue begins to speak of the work itself.
_PROSE = re.compile(
    r"(?:[.\n]\s*|\A\s*)(?:this|these|we|in this|our|it|the (?:paper|work|article)|abstract"
    r"|tl;?dr|here)\b(?! (?:paper|work|article) (?:is|was|has been) accepted)",
    re.IGNORECASE,
)

_LONGEST_OUTSIDE = 500  # characters behind the title in which venues are looked for


def _outside(parts: _Parts) -> str:
    """Return the text without authors and title, identifiers included, up to where prose begins."""
    raw, reading, preamble = parts.view.spoken, parts.reading, parts.preamble
    badge = raw[preamble.venue[0] : preamble.venue[1]] if preamble.venue else ""
    rest = raw[reading.rest[0] : min(reading.rest[1], reading.rest[0] + _LONGEST_OUTSIDE)]
    prose = _PROSE.search(rest)
    return f"{badge}\n{rest[: prose.start()] if prose else rest}".strip(" \n")


def _finished(
    entry: Entry, claim: Record, outside: str, genre: str, spans: tuple[Span, ...], *, chapter: bool
) -> Mention:
    """Return the mention: venues, kind, and the hints of the surroundings where the entry itself says nothing."""
    venues = _venues(outside, claim.container_title)
    kind = kind_of(claim, venues, genre[:2000], entry.section, chapter=chapter)
    if kind is Kind.THESIS and not claim.author and not claim.editor and entry.owner:
        claim = replace(claim, author=(read_name(entry.owner),))
    if claim.issued is None and entry.year:
        claim = replace(claim, issued=read_date(str(entry.year), str(entry.year)))
    if not entry.fields and is_placeholder(entry.reading):
        kind = Kind.PLACEHOLDER
    if kind is Kind.PATENT and not _OFFICE.search(claim.container_title):
        office = _OFFICE.search(outside)
        claim = replace(claim, container_title=office[0] if office else "")
    if kind is Kind.PREPRINT and claim.container_title and is_submitted(genre):
        claim = replace(claim, genre=SUBMITTED)
    if entry.reason:
        kind = _kind_by_reason(entry.reason, kind)
    claim = replace(claim, type=TYPE_OF_KIND.get(kind) or Type(kind))
    reason = entry.reason or _REASON_OF_KIND.get(kind, "")
    return Mention(
        entry.document, entry.first, entry.last, entry.text, entry.reading, kind, claim, venues, spans, reason
    )


def _venues(outside: str, container: str) -> tuple[Venue, ...]:
    """Return the venues that the text names; one that no table knows only where a venue's text was found."""
    known = tuple(venue for venue in read_venues(outside) if venue.series or venue.host) if outside else ()
    if not container or (known and not _are_servers(known)):
        return known
    claimed = read_venues(container)
    return known if known and _are_servers(claimed) else (*claimed, *known)


def _with_earlier(venues: tuple[Venue, ...], seen: View) -> tuple[Venue, ...]:
    """Return the venues with those of earlier versions behind them: a record of such a one is not another work's."""
    told = [
        venue for start, end in seen.earlier for venue in read_venues(seen.raw[start:end].strip("()")) if venue.series
    ]
    return (*venues, *[venue for venue in dict.fromkeys(told) if venue not in venues])


def _are_servers(venues: tuple[Venue, ...]) -> bool:
    """Whether nothing but preprint servers is named, and no journal to which a paper was submitted."""
    rows = [series(venue.series) for venue in venues]
    return all(row is not None and row.kind == "preprint-server" for row in rows)


# Kinds that are no publications, whatever else is said of them.
_REASON_OF_KIND = {Kind.PATENT: Reason.PATENT, Kind.PLACEHOLDER: Reason.PLACEHOLDER}


def _kind_by_reason(reason: str, kind: Kind) -> Kind:
    own = next((each for each, told in _REASON_OF_KIND.items() if told == reason), None)
    return own or (kind if kind in _REASON_OF_KIND else Kind.OTHER)


def _spans(parts: _Parts) -> tuple[Span, ...]:
    """Return where each field stands in the reading, in the order of the text."""
    text, numbers = parts.view.text, parts.numbers
    field = "editor" if parts.reading.editors else "author"
    found = [Span(field, person.start, person.end) for person in parts.reading.people.persons]
    found.append(Span("title", *edges(text, *parts.reading.title)))
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
