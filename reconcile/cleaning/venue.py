"""Venues in one form, where the user asked for it."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.bibtex.latex import escape
from reconcile.cleaning.change import Step, VenueForm
from reconcile.cleaning.reading import CONTAINERS, Reading
from reconcile.cleaning.target import Target
from reconcile.mention import Track
from reconcile.venues import VenueAgreement, compare_venues, names_alone, read_venue, series, venue_of_record

FORM = "venue-form"
_TRACKS = (Track.MAIN, Track.JOURNAL, None)


def venue_form(reading: Reading, target: Target, form: VenueForm, *, ascii: bool) -> Iterator[Step]:  # noqa: A002
    """Yield the venue in one form, if claim and record name the same series; its other tracks keep their names."""
    if form is VenueForm.KEEP or reading.is_preprint or not target.placed:
        return
    for name in CONTAINERS:
        if not reading.own.get(name) or not reading.is_delimited(name):
            continue
        text = reading.own[name]
        canonical = canonical_name(text, target, form)
        if canonical and canonical != text:
            yield Step(FORM, name, escape(canonical, ascii=ascii), target.giver("container_title"))


def canonical_name(text: str, target: Target, form: VenueForm) -> str:
    """Return the venue that a text names in the form asked for; empty where it is not the record's, or not known."""
    claimed, theirs = read_venue(text), venue_of_record(target.record)
    row = series(claimed.series) if claimed.series else None
    if row is None or claimed.track not in _TRACKS or theirs.track not in _TRACKS or not names_alone(text, row):
        return ""
    canonical = row.short if form is VenueForm.SHORT else row.printed or row.name
    # A short name that is a word too is not read back for what it is; then the long one stays.
    return canonical if compare_venues(read_venue(canonical), theirs) is VenueAgreement.SAME else ""
