"""What is never changed unasked: list of authors, words of a title, year, venue, type, other identifiers and pages.

The codes are those of the flags where there is one, so that a comment that ignores a flag silences the proposal too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reconcile.authors import Pair
from reconcile.authors.aliases import compare_lists
from reconcile.authors.forms import is_short_form
from reconcile.bibtex.fields import fields
from reconcile.bibtex.latex import title as protected
from reconcile.bibtex.persons import persons
from reconcile.cleaning.change import TYPE, Step
from reconcile.cleaning.places import container_of, is_at_home
from reconcile.cleaning.reading import CONTAINERS, Reading
from reconcile.cleaning.spelling import NAMES
from reconcile.cleaning.target import Target
from reconcile.documents.bib.kinds import kind_of_entry
from reconcile.documents.bib.values import has_entity
from reconcile.parse.malformed import is_malformed
from reconcile.records import are_same_pages, are_same_volumes, is_preprint, years_of
from reconcile.titles.spoken import spoken
from reconcile.venues import ELSEWHERE
from sources.identifiers import arxiv_of_doi
from sources.names import COMPATIBLE, NameAgreement
from sources.record import Record, Scheme, Type
from sources.text import fold

_FORMULA = re.compile(r"\$|\\\(|\\ensuremath")


def propose(reading: Reading, target: Target, *, ascii: bool) -> Iterator[Step]:  # noqa: A002
    """Yield what the record says otherwise than the entry."""
    yield from _title(reading, target, ascii=ascii)
    yield from _authors(reading, target, ascii=ascii)
    if is_preprint(target.record) != reading.is_preprint:
        return
    yield from _year(reading, target)
    if reading.is_preprint:
        return
    yield from _venue(reading, target, ascii=ascii)
    yield from _type(reading, target, ascii=ascii)
    yield from _doi(reading, target, ascii=ascii)
    if target.placed:
        yield from _volume(reading, target, ascii=ascii)
        yield from _pages(reading, target, ascii=ascii)


def _title(reading: Reading, target: Target, *, ascii: bool) -> Iterator[Step]:  # noqa: A002
    mine, theirs = reading.own.get("title", ""), target.record.title
    differs = not _is_one_title(reading, theirs) or has_entity(reading.raw("title"))
    if mine and theirs and differs and "subtitle" not in reading.own:
        yield _proposed("title-changed", "title", protected(theirs, ascii=ascii), target.giver("title"))


def _is_one_title(reading: Reading, theirs: str) -> bool:
    """Say whether an entry's title has the words of another one; where formulas stand, the same letters are enough."""
    mine, others = fold(spoken(reading.claim.title)), fold(spoken(theirs))
    if _FORMULA.search(reading.raw("title")):
        mine, others = mine.replace(" ", ""), others.replace(" ", "")
    return mine == others


def _authors(reading: Reading, target: Target, *, ascii: bool) -> Iterator[Step]:  # noqa: A002
    claim, record = reading.claim, target.record
    if not (record.author and reading.own.get("author")):
        return
    found = compare_lists(claim.author, record.author)
    lacks = found.only_right and not (claim.author_et_al or record.author_et_al)
    adds = found.only_left and not record.author_et_al
    unlike = any(pair.agreement not in COMPATIBLE for pair in found.pairs)
    if lacks or adds or unlike or found.reordered or has_entity(reading.raw("author")):
        value = persons(record.author, et_al=record.author_et_al, ascii=ascii)
        forms = unlike and not (lacks or adds or found.reordered) and _are_forms(found.pairs, claim, record)
        yield _proposed(NAMES if forms else "authors-differ", "author", value, target.giver("author"))


def _are_forms(pairs: Iterable[Pair], claim: Record, record: Record) -> bool:
    """Say whether names differ by short forms and order alone, as `Chris Manning`: `check` sees no difference there."""
    return all(
        pair.agreement in (*COMPATIBLE, NameAgreement.SWAPPED)
        or is_short_form(claim.author[pair.left], record.author[pair.right])
        for pair in pairs
    )


def _year(reading: Reading, target: Target) -> Iterator[Step]:
    claimed, theirs = reading.claim.year, target.record.year
    if not theirs or (claimed and claimed in {year for each in target.work.records for year in years_of(each)}):
        return
    name = "date" if "date" in reading.own else "year"
    if claimed and claimed > theirs and reading.is_preprint and reading.claim.identifier(Scheme.ARXIV):
        return  # a later version's
    if claimed or reading.is_free("year", "date"):
        yield _proposed("year-mismatch" if claimed else "incomplete", name, str(theirs), target.giver("issued"))


def _venue(reading: Reading, target: Target, *, ascii: bool) -> Iterator[Step]:  # noqa: A002
    name = next((each for each in CONTAINERS if each in reading.own), "")
    if target.agreement not in ELSEWHERE or not name:
        return
    if container := target.facts(ascii=ascii)["container"]:
        yield _proposed("venue-mismatch", name, container, target.giver("container_title"))


def _type(reading: Reading, target: Target, *, ascii: bool) -> Iterator[Step]:  # noqa: A002
    if target.record.type not in kind_of_entry(reading.entry.type).denied:
        return
    kind, pairs = fields(target.work, ascii=ascii)
    container = container_of(kind)
    named = [each for each in CONTAINERS if each in reading.own]
    if kind == "misc" or (not container and named):
        return
    giver = target.giver("title")
    misplaced = [] if any(is_at_home(each, kind) for each in named) else named[:1]
    moves = tuple((each, container) for each in misplaced)
    yield Step("type-mismatch", TYPE, kind, giver, safe=False, moves=moves)
    if container and not named:
        yield _proposed("type-mismatch", container, dict(pairs)[container], giver)


def _doi(reading: Reading, target: Target, *, ascii: bool) -> Iterator[Step]:  # noqa: A002
    mine, theirs = reading.claim.identifier(Scheme.DOI), target.record.identifier(Scheme.DOI)
    every = {each.identifier(Scheme.DOI) for each in target.work.records}
    written = reading.own.get("doi", "")
    another = bool(mine) and mine not in every and not arxiv_of_doi(mine)
    if written and theirs and (another or is_malformed(Scheme.DOI, written)):
        yield _proposed("identifier-mismatch", "doi", target.facts(ascii=ascii)["doi"], target.giver("identifiers"))


def _volume(reading: Reading, target: Target, *, ascii: bool) -> Iterator[Step]:  # noqa: A002
    claim, record = reading.claim, target.record
    if record.type is not Type.ARTICLE:
        return
    if "volume" in reading.own and record.volume and not are_same_volumes(claim.volume, record.volume):
        yield _proposed("volume-mismatch", "volume", target.facts(ascii=ascii)["volume"], target.giver("volume"))
    if "number" in reading.own and record.issue and not are_same_volumes(claim.issue, record.issue):
        yield _proposed("volume-mismatch", "number", target.facts(ascii=ascii)["number"], target.giver("issue"))


def _pages(reading: Reading, target: Target, *, ascii: bool) -> Iterator[Step]:  # noqa: A002
    mine, theirs = reading.claim.page, target.record.page
    if "pages" in reading.own and mine and theirs and not are_same_pages(mine, theirs):
        yield _proposed("pages-mismatch", "pages", target.facts(ascii=ascii)["pages"], target.giver("page"))


def _proposed(code: str, name: str, value: str, giver: str) -> Step:
    return Step(code, name, value, giver, safe=False)
