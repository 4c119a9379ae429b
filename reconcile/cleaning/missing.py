"""Safe fixes: fields that the entry lacks and its publication has, and identifiers in their normal form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from reconcile.bibtex.facts import verbatim
from reconcile.cleaning.change import Step
from reconcile.cleaning.reading import Reading
from reconcile.cleaning.target import Target
from reconcile.records import are_same_pages, is_preprint
from sources.identifiers import arxiv_of_doi, as_written, normalize
from sources.record import Scheme, Type

INCOMPLETE = "incomplete"
FORM = "identifier-form"
_PAGES = ("pages", "pages", "page", ("eid", "articleno"))
_DOI = ("doi", "doi", "identifiers", ())
_PUBLISHER = ("publisher", "publisher", "publisher", ("organization",))
_PART = (_PAGES, _PUBLISHER, _DOI)
# For each type of entry the fields that are filled: name, fact, field of the record, names that say it already.
_FILLED: Mapping[str, tuple[tuple[str, str, str, tuple[str, ...]], ...]] = MappingProxyType(
    {
        "article": (
            ("volume", "volume", "volume", ()),
            ("number", "number of volume", "issue", ("issue",)),
            _PAGES,
            _DOI,
        ),
        "book": (_PUBLISHER, _DOI),
        "conference": _PART,
        "inbook": _PART,
        "incollection": _PART,
        "inproceedings": _PART,
        "mastersthesis": (_DOI,),
        "phdthesis": (_DOI,),
        "proceedings": (_PUBLISHER, _DOI),
        "techreport": (_DOI,),
    }
)
_DOI_FORM = re.compile(r"10\.\d{4,9}/\S*[^\s.,;]")
_ARXIV_FORM = re.compile(r"(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?")
_VERSION = re.compile(r"v\d+\s*$")


def missing(reading: Reading, target: Target, *, ascii: bool) -> Iterator[Step]:  # noqa: A002
    """Yield the fields that an entry lacks: of the very publication it claims, or of the preprint that it is."""
    if reading.is_preprint and is_preprint(target.record):
        yield from _number(reading, target)
        return
    if not target.placed or is_preprint(target.record) or _contradicts(reading, target):
        return
    lacking = [row for row in _FILLED.get(reading.entry.type, ()) if reading.is_free(row[0], *row[3])]
    known = target.facts(ascii=ascii) if lacking else {}
    for name, fact, field, _ in lacking:
        if field in ("volume", "issue") and target.record.type is not Type.ARTICLE:
            continue
        if known.get(fact):
            yield Step(INCOMPLETE, name, known[fact], target.giver(field))


def _number(reading: Reading, target: Target) -> Iterator[Step]:
    """Yield the arXiv number of a preprint whose entry gives none."""
    known = target.facts(ascii=False)
    if not known.get("eprint") or not reading.is_free("eprint") or reading.claim.identifier(Scheme.ARXIV):
        return
    yield Step(INCOMPLETE, "eprint", known["eprint"], target.giver("title"))
    if reading.is_free("archiveprefix", "eprinttype"):
        yield Step(INCOMPLETE, "archiveprefix", "arXiv", target.giver("title"))


def _contradicts(reading: Reading, target: Target) -> bool:
    """Say whether the entry has another volume or other pages: then the record may be of another publication."""
    claim, record = reading.claim, target.record
    pages = bool(claim.page and record.page) and not _begin_alike(claim.page, record.page)
    volume = bool(claim.volume and record.volume) and claim.volume != record.volume
    return (pages or volume) and record.type is Type.ARTICLE


def _begin_alike(left: str, right: str) -> bool:
    return _first(left) == _first(right) or are_same_pages(left, right)


def _first(page: str) -> str:
    found = re.search(r"\d+(?::\d+)?", page)
    return found[0].lstrip("0") if found else page


def identifier_forms(reading: Reading, target: Target) -> Iterator[Step]:
    """Yield identifiers that are not in their normal form: a DOI as an address, an arXiv number with its label."""
    doi = reading.own.get("doi", "")
    if doi and reading.is_delimited("doi") and not _DOI_FORM.fullmatch(reading.raw("doi").strip()):
        found = normalize(Scheme.DOI, doi)
        theirs = target.record.identifier(Scheme.DOI)
        if found and (not theirs or found.value == theirs or arxiv_of_doi(found.value)):
            yield Step(FORM, "doi", verbatim(as_written(found.value, doi)), "the entry itself")
    eprint = reading.own.get("eprint", "")
    if eprint and reading.is_delimited("eprint") and not _ARXIV_FORM.fullmatch(reading.raw("eprint").strip()):
        yield from _eprint_form(reading, eprint)


def _eprint_form(reading: Reading, eprint: str) -> Iterator[Step]:
    label = reading.known.get("archiveprefix") or reading.known.get("eprinttype") or ""
    found = normalize(Scheme.ARXIV, eprint)
    if found is None or (label and label.lower() != "arxiv"):
        return
    version = _VERSION.search(eprint)
    yield Step(FORM, "eprint", found.value + (version[0].strip() if version else ""), "the entry itself")
    if not label:
        yield Step(FORM, "archiveprefix", "arXiv", "the entry itself")
