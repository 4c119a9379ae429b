"""A preprint's entry turned into its publication's, or told where that is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reconcile.bibtex.fields import fields
from reconcile.bibtex.latex import escape
from reconcile.cleaning.change import TYPE, Preprints, Step, VenueForm
from reconcile.cleaning.places import container_of
from reconcile.cleaning.reading import CONTAINERS, Reading
from reconcile.cleaning.states import outdated
from reconcile.cleaning.target import Target
from reconcile.cleaning.venue import canonical_name
from reconcile.records import is_preprint
from reconcile.venues import is_server
from sources.identifiers import arxiv_of_doi, normalize
from sources.record import Scheme

CODE = "preprint-of-published"
# What is the publication's own, and no more true of it if the preprint had it.
_OWN = ("volume", "number", "issue", "pages", "publisher", "doi")
_PLACES = ("eid", "articleno")  # where ADS and others write the number of a preprint beside its pages
_DATES = ("month", "day")
_GIVER = {"pages": "page", "number": "issue", "doi": "identifiers"}


def publish(reading: Reading, target: Target, policy: Preprints, form: VenueForm, *, ascii: bool) -> Iterator[Step]:  # noqa: A002
    """Yield what makes a preprint's entry its publication's; only proposed where the user keeps preprints."""
    if not reading.is_preprint or is_preprint(target.record):
        return
    kind, pairs = fields(target.work, ascii=ascii)
    if not container_of(kind):
        return
    if policy is Preprints.BOTH:
        yield from _note(reading, target, dict(pairs))
        return
    number = _number(reading)
    safe = policy is Preprints.REPLACE and not target.strangers and not _is_lost(reading, number)
    giver = target.giver("container_title")
    written = dict(pairs)
    container = written[container_of(kind)]
    if form is not VenueForm.KEEP and (canonical := canonical_name(target.record.container_title, target, form)):
        container = escape(canonical, ascii=ascii)
    if reading.entry.type != kind:
        yield Step(CODE, TYPE, kind, giver, safe)
    yield from _place(reading, kind, container, giver, safe)
    yield from _year(reading, written, target, safe)
    for name in _OWN:
        if value := written.get(name, ""):
            yield Step(CODE, name, value, target.giver(_GIVER.get(name, name)), safe)
        elif name in reading.own and not (name == "publisher" and not is_server(reading.own[name])):
            yield Step(CODE, name, None, giver, safe)
    if kind == "incollection" and "editor" not in reading.own:
        yield Step(CODE, "editor", written["editor"], target.giver("editor"), safe)
    for name in _PLACES:
        if name in reading.own and normalize(Scheme.ARXIV, reading.own[name]):
            yield Step(CODE, name, None, giver, safe)
    for name, left in outdated(reading):
        yield Step(CODE, name, left, giver, safe)
    yield from _eprint(reading, number, safe)


def _place(reading: Reading, kind: str, container: str, giver: str, safe: bool) -> Iterator[Step]:
    """Yield the container in the place where the entry named the server; other fields that name it go."""
    name = container_of(kind)
    if name == "journal" and _is_biblatex(reading):
        name = "journaltitle"
    named = [each for each in (*CONTAINERS, "howpublished") if each in reading.own]
    kept = next((each for each in named if each != "howpublished"), "")
    if kept:
        yield Step(CODE, kept, container, giver, safe, renamed="" if kept == name else name)
    else:
        yield Step(CODE, name, container, giver, safe)
    for other in named:
        if other != kept:
            yield Step(CODE, other, None, giver, safe)


def _year(reading: Reading, written: Mapping[str, str], target: Target, safe: bool) -> Iterator[Step]:
    year = written.get("year", "")
    name = "date" if "date" in reading.own and "year" not in reading.own else "year"
    if year and reading.own.get(name, "")[:4] != year:
        yield Step(CODE, name, year, target.giver("issued"), safe)
        for date in _DATES:
            if date in reading.own:
                yield Step(CODE, date, None, target.giver("issued"), safe)


def _eprint(reading: Reading, number: str, safe: bool) -> Iterator[Step]:
    """Yield the arXiv number, if the entry has it only in a field that is now the publication's."""
    if not number or reading.own.get("eprint"):
        return
    yield Step(CODE, "eprint", number, "the entry itself", safe)
    label = "eprinttype" if _is_biblatex(reading) else "archiveprefix"
    if reading.is_free("archiveprefix", "eprinttype"):
        yield Step(CODE, label, "arXiv", "the entry itself", safe)


def _number(reading: Reading) -> str:
    """Return the arXiv number that the entry gives, in whatever field: that of its volume, its DOI, its pages."""
    doi = reading.claim.identifier(Scheme.DOI)
    of_doi = arxiv_of_doi(doi) if doi else None
    return reading.claim.identifier(Scheme.ARXIV) or (of_doi.value if of_doi else "")


def _is_lost(reading: Reading, number: str) -> bool:
    """Say whether a number would be nowhere afterwards: `eprint` holds another archive's, and no address has it."""
    kept = [reading.own.get(name, "") for name in ("eprint", "url")]
    return bool(number and reading.own.get("eprint")) and not any(number in value.lower() for value in kept)


def _note(reading: Reading, target: Target, written: Mapping[str, str]) -> Iterator[Step]:
    """Yield a note that names the publication; an entry with a note of its own keeps that, and it is proposed."""
    place = written.get("booktitle") or written.get("journal") or ""
    doi = f", doi:{escape(written['doi'])}" if written.get("doi") else ""
    note = f"Published in {place}, {written.get('year', '')}{doi}"
    if reading.raw("note").strip() != note:
        yield Step(
            CODE, "note", note, target.giver("container_title"), not target.strangers and "note" not in reading.own
        )


def _is_biblatex(reading: Reading) -> bool:
    return reading.entry.type == "online" or any(name in reading.own for name in ("date", "journaltitle", "eprinttype"))
