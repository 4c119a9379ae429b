"""The stage: an entry in, a mention with its parsed claim out."""

from __future__ import annotations

import re
from dataclasses import replace

from reconcile.entry import Entry
from reconcile.extract.refusing.instead import reason_in_fields
from reconcile.lexicon.fillers import is_placeholder
from reconcile.lexicon.reasons import Reason
from reconcile.mention import TYPE_OF_KIND, Kind, Mention, Span, Venue
from reconcile.parse.claimed import LONGEST_OUTSIDE, are_servers, claim_of, label_of, outside_of, remark_of, spans_of
from reconcile.parse.fields import record_of_fields
from reconcile.parse.kinds import is_submitted, kind_of
from reconcile.parse.layouts.together import leaves_owner_out
from reconcile.parse.malformed import malformed_in, malformed_in_fields
from reconcile.parse.names.initialled import with_owner_named
from reconcile.parse.parts import read_parts
from reconcile.parse.text.marks import View
from reconcile.parse.tracks import with_named_track
from reconcile.parse.words.dates import read_date
from reconcile.records import SUBMITTED
from reconcile.venues import read_venues
from sources.identifiers import normalize
from sources.names import read_name
from sources.record import Record, Type

# A patent's office, which is its container.
_OFFICE = re.compile(r"(?:(?:U\.? ?S\.?|[A-Z][a-z]+)\.? )?[Pp]atent(?: [Aa]pplication)?\b")
# Kinds that are no publications, whatever else is said of them.
_REASON_OF_KIND = {Kind.PATENT: Reason.PATENT, Kind.PLACEHOLDER: Reason.PLACEHOLDER}


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
    parts = read_parts(entry)
    if parts is None:
        return _finished(entry, Record(source="claim"), "", entry.reading, (), chapter=False)
    claim = claim_of(entry, parts)
    spans = spans_of(parts)
    outside = outside_of(parts)
    chapter = bool(parts.container.editors) and parts.container.span is not None
    genre = f"{parts.preamble.genre} {outside} {remark_of(parts)} {label_of(parts)}"
    mention = _finished(entry, claim, outside, genre, spans, chapter=chapter)
    begin, end = parts.reading.title[0], parts.reading.rest[1]
    stretch = (begin, min(end, parts.reading.title[1] + LONGEST_OUTSIDE))
    venues = with_named_track(mention.venues, parts.view.raw, stretch, entry.marks)
    first = next((span.start for span in spans if span.field == "author"), 0)
    left_out = read_name(entry.owner) if first and leaves_owner_out(parts.view.raw, first) else None
    malformed = malformed_in(parts.view.raw, parts.view.found)
    return replace(mention, venues=_with_earlier(venues, parts.view), left_out=left_out, malformed=malformed)


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
    if not container or (known and not are_servers(known)):
        return known
    claimed = read_venues(container)
    return known if known and are_servers(claimed) else (*claimed, *known)


def _with_earlier(venues: tuple[Venue, ...], seen: View) -> tuple[Venue, ...]:
    """Return the venues with those of earlier versions behind them: a record of such a one is not another work's."""
    told = [
        venue for start, end in seen.earlier for venue in read_venues(seen.raw[start:end].strip("()")) if venue.series
    ]
    return (*venues, *[venue for venue in dict.fromkeys(told) if venue not in venues])


def _kind_by_reason(reason: str, kind: Kind) -> Kind:
    own = next((each for each, told in _REASON_OF_KIND.items() if told == reason), None)
    return own or (kind if kind in _REASON_OF_KIND else Kind.OTHER)
