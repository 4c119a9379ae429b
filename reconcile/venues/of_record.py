"""The venue of a record, from everything in it that speaks of one; and which sources could know it."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from reconcile.mention import Track, Venue
from reconcile.venues.read import read_venue
from reconcile.venues.table import acl_codes, all_series, doi_prefixes, index, series, stems
from sources.record import Record, Scheme, Type
from sources.text import year_of_two_digits

_ACL_NEW = re.compile(r"(\d{4})\.([a-z0-9_]+)-([a-z0-9_]+)\.\d+")
_ACL_OLD = re.compile(r"([A-Z])(\d\d)-\d{4,5}")
_ACL_DOI = re.compile(r"10\.18653/v1/(.+)", re.IGNORECASE)
_IEEE_DOI = re.compile(r"10\.1109/([a-z]{2,12}w)\d*\.", re.IGNORECASE)
_TRACKS = {
    "findings": Track.FINDINGS,
    "demo": Track.DEMO,
    "demos": Track.DEMO,
    "srw": Track.STUDENT,
    "industry": Track.INDUSTRY,
    "tutorial": Track.TUTORIAL,
    "tutorials": Track.TUTORIAL,
    "poster": Track.POSTER,
    "demonstration": Track.DEMO,
    "recital": Track.STUDENT,
}
_BY_TYPE = {Type.THESIS: Track.THESIS, Type.BOOK: Track.BOOK, Type.ARTICLE: Track.JOURNAL}


@lru_cache(maxsize=16384)
def venue_of_record(record: Record) -> Venue:
    """Return where a record says that it was published.

    The text of the container comes first; identifiers decide where they are certain (Findings have them in the
    Anthology's id) and fill in where the text is silent. A DBLP key never says which track: Findings and
    the main conference share `conf/acl`.
    """
    if record.type is Type.THESIS:
        return Venue("", record.year, Track.THESIS, "", record.publisher or record.container_title)
    venue = _by_text(record)
    anthology = _by_acl_id(_acl_id(record), venue)
    if anthology is not None:
        return anthology
    if venue.series or venue.host:
        return _at_workshops(record, venue)
    return _by_other_ids(record, venue)


def _by_text(record: Record) -> Venue:
    """Read the container, and the event or the collection where that tells more."""
    texts = [text for text in (record.container_title, record.event, record.collection_title) if text]
    venues = [read_venue(text, record.year) for text in texts]
    if record.genre:
        track = read_venue(record.genre).track
        venues = [
            replace(venue, track=track) if track and venue.track in {None, Track.MAIN} else venue for venue in venues
        ]
    if record.type is Type.PREPRINT and not any(venue.series and venue.track is not Track.PREPRINT for venue in venues):
        found = next((venue for venue in venues if venue.series), venues[0] if venues else Venue(year=record.year))
        return replace(found, track=Track.PREPRINT)
    known = [venue for venue in venues if (venue.series or venue.host) and venue.track is not Track.BOOK]
    chosen = known[0] if known else venues[0] if venues else Venue(year=record.year)
    if chosen.track is None and not chosen.series:
        return replace(chosen, track=_BY_TYPE.get(record.type))
    return chosen


def _acl_id(record: Record) -> str:
    by_doi = _ACL_DOI.match(record.identifier(Scheme.DOI))
    return record.identifier(Scheme.ACL) or (by_doi[1] if by_doi else "")


def _by_acl_id(value: str, venue: Venue) -> Venue | None:
    """Read `2024.findings-naacl.132`, `2023.acl-demo.5`, `W18-1234`; None where it is no Anthology id."""
    new = _ACL_NEW.fullmatch(value.lower())
    if new:
        return _with_volume(venue, int(new[1]), new[2], new[3])
    old = _ACL_OLD.fullmatch(value.upper())
    return _with_letter(venue, old[1], int(old[2])) if old else None


def _anthology_series(code: str) -> str:
    """Return the series that the Anthology means by a word; `msr` and `stoc` are other venues there."""
    key = acl_codes().get(code, code)
    row = series(key)
    return key if row is not None and "anthology" in row.sources else ""


def _with_volume(venue: Venue, year: int, code: str, volume: str) -> Venue:
    """Put together what the text and an id such as `2023.acl-demo.5` say; the id is the surer of the two."""
    if code == "findings":
        host = _anthology_series(volume) or venue.series
        return Venue(host, year, Track.FINDINGS, host, venue.name)
    key = _anthology_series(code)
    kind = all_series()[key].kind if key else ""
    if kind == "workshop" or venue.track is Track.WORKSHOP:
        host = venue.host or (key if kind != "workshop" else "")
        own = key if kind == "workshop" else venue.series if _is_workshop(venue.series) else ""
        return Venue(own, year, Track.WORKSHOP, host, venue.name)
    if not key:
        return replace(venue, year=year)
    if kind == "journal":
        return Venue(key, year, Track.JOURNAL, "", venue.name)
    said = _TRACKS.get(volume)
    return Venue(key, year, said or (venue.track if venue.series == key else None) or Track.MAIN, "", venue.name)


def _with_letter(venue: Venue, letter: str, two_digits: int) -> Venue:
    """Put together what the text and an id such as `W18-1234` say; the letters are coarse, so the text is the surer."""
    year = year_of_two_digits(two_digits)
    key = acl_codes().get(letter, "")
    if venue.track is Track.WORKSHOP:
        return replace(venue, year=year, host=venue.host or key)
    if venue.series:
        return replace(venue, year=year)
    if not key:
        return replace(venue, year=year, track=venue.track or (Track.WORKSHOP if letter == "W" else None))
    return Venue(key, year, Track.JOURNAL if all_series()[key].kind == "journal" else venue.track, "", venue.name)


def _at_workshops(record: Record, venue: Venue) -> Venue:
    """Return a meeting's workshops where IEEE's DOI tells of them, `10.1109/cvprw.2018.00123`, and no text does."""
    named = _IEEE_DOI.match(record.identifier(Scheme.DOI)) if venue.track in (None, Track.MAIN) else None
    if named is None:
        return venue
    told = read_venue(named[1].upper(), venue.year)
    return replace(told, name=venue.name) if told.track is Track.WORKSHOP and told.host == venue.series else venue


def _is_workshop(key: str) -> bool:
    row = series(key)
    return row is not None and row.kind == "workshop"


def _by_other_ids(record: Record, venue: Venue) -> Venue:
    doi = record.identifier(Scheme.DOI)
    for prefix, key in doi_prefixes():
        if doi.startswith(prefix):
            return _of_key(key, venue)
    dblp = record.identifier(Scheme.DBLP)
    if dblp.startswith("journals/corr/") or (record.identifier(Scheme.ARXIV) and not venue.name):
        return _of_key("arxiv", venue)
    stream = dblp.split("/")[1] if dblp.count("/") >= 2 else ""
    key = _of_stream(stream)
    if key and venue.track is None and not venue.name:
        kind = all_series()[key].kind
        return Venue(key, venue.year, Track.JOURNAL if kind == "journal" else None)
    return venue


def _of_stream(stream: str) -> str:
    """Return the series of a DBLP stream (`nips`, `tpds`), or the empty string."""
    if stream in all_series():
        return stream
    alias = index().aliases.get(" ".join(stems(stream)))
    return alias.key if alias is not None and alias.acronym else ""


def _of_key(key: str, venue: Venue) -> Venue:
    kind = all_series()[key].kind
    track = {"preprint-server": Track.PREPRINT, "journal": Track.JOURNAL}.get(kind, venue.track)
    return Venue(key, venue.year, track or Track.MAIN, "", venue.name)


def indexed_by(venue: Venue) -> frozenset[str] | None:
    """Return the sources that could know a paper claimed at the venue; None where any could, for all that is known.

    So it is for a preprint, which may have appeared anywhere since.
    """
    if venue.track is Track.WORKSHOP:
        own = series(venue.series)
        if own is not None:
            return own.sources
        host = series(venue.host)
        return host.workshops if host is not None else None
    row = series(venue.series)
    return row.sources if row is not None and venue.track is not Track.PREPRINT else None
