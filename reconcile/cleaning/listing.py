"""Lists of authors that BibTeX misreads or refuses: parted by commas, semicolons or “&”, or cut short by `et al.`."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.bibtex.persons import persons
from reconcile.cleaning.change import Step
from reconcile.cleaning.reading import Reading
from reconcile.cleaning.target import Target
from reconcile.documents.bib.values import plain
from reconcile.streaming.claims import claim_of
from sources.et_al import AT_END
from sources.name_words import parted
from sources.names import COMPATIBLE, compare_names
from sources.record import Record

RUN_TOGETHER, ET_AL = "names-run-together", "et-al"  # the codes of `check` for these
_LONGEST = 20_000  # characters of a list that is looked at


def author_list(reading: Reading, target: Target, *, ascii: bool) -> Iterator[Step]:  # noqa: A002
    """Yield the same authors parted by “and”, if each of them is the record's, one to one, in order."""
    text, raw = reading.own.get("author", ""), reading.raw("author")
    if not text or len(raw) > _LONGEST or not reading.is_delimited("author"):
        return
    run_together = _parts(text) < len(reading.claim.author)
    if not (run_together or AT_END.search(text)) or not _are_the_records(reading.claim, target.record):
        return
    cut = AT_END.sub(" and others", raw)
    listed = persons(reading.claim.author, et_al=reading.claim.author_et_al, ascii=ascii)
    value = next((each for each in (cut, listed) if _is_read_as(each, reading.claim)), "")
    if value and value != raw:
        yield Step(RUN_TOGETHER if run_together else ET_AL, "author", value, target.giver("author"))


def _are_the_records(claim: Record, record: Record) -> bool:
    """Say whether a claim names the record's people in their order, all of them or the first of more."""
    named, known = len(claim.author), len(record.author)
    fits = 0 < named < known if claim.author_et_al else 0 < named == known and not record.author_et_al
    pairs = zip(claim.author, record.author, strict=False)
    return fits and all(compare_names(mine, theirs) in COMPATIBLE for mine, theirs in pairs)


def _is_read_as(value: str, claim: Record) -> bool:
    """Say whether a list is one that BibTeX divides as a claim has its people."""
    text = plain("author", value)
    read = claim_of((("author", text),))
    divided = _parts(text) == len(claim.author) and not AT_END.search(text)
    return divided and (read.author, read.author_et_al) == (claim.author, claim.author_et_al)


def _parts(text: str) -> int:
    """Return how many persons BibTeX takes a list for."""
    return sum(part.strip().lower() != "others" for part in parted(text))
