"""A pandas frame reconciled: each row a claim, checked as an entry of a bibliography is, columns added."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from reconcile.arguments import InputError
from reconcile.bulk.frame import Label
from reconcile.checking.inputs import Listed
from reconcile.checking.item import KEY, Checked, Item
from reconcile.checking.verbs import asked_of, check_files
from reconcile.frames import Kinds, refuse_taken, refuse_unusable, widened
from reconcile.mention import Status
from reconcile.settings import DEFAULT, Settings, Table, for_claims
from reconcile.streaming.table import cell_text
from sources.record import Scheme
from sources.source import Source

if TYPE_CHECKING:
    import pandas as pd

# The columns that are added, with the type of each. `flags` are codes, errors first, parted by commas;
# `reason` is what they say, or why nobody could be asked.
ADDED: Kinds = {
    "status": Status,
    "probability": "float64",
    "key": "string",
    "source": "string",
    "doi": "string",
    "flags": "string",
    "matched_title": "string",
    "matched_authors": "string",
    "matched_year": "Int64",
    "reason": "string",
}


def frame(
    rows: pd.DataFrame,
    *,
    title: Label,
    authors: Label | None = None,
    venue: Label | None = None,
    year: Label | None = None,
    doi: Label | None = None,
    sources: Source | Iterable[Source] | None = None,
    mailto: str = "",
    prefix: str = "",
    settings: Settings = DEFAULT,
    weights: Table | None = None,
    jobs: int = 1,
) -> pd.DataFrame:
    """Return a copy of a frame with what sources say of each row: `status`, `probability`, `key`, `doi`, `flags` …

    `title`, `authors`, `venue`, `year` and `doi` name the columns of the claim; authors are a text as people write it
    or a list. `sources`, `mailto`, `settings` and `weights` are as for `check`: without sources the live ones are
    asked. The index stays, and so does each column of the frame: `prefix` is put before the names of those that are
    added. Raises InputError where a column is not there or has the name of an added one, WeightsError, CatalogError.

    >>> frame(rows, title="Title", authors="Authors", sources=[Catalog.open("CATALOG")])  # doctest: +SKIP
    """
    refuse_unusable(rows, "the frame", jobs)
    refuse_taken(rows, ADDED, prefix)
    named = {"title": title, "authors": authors, "venue": venue, "year": year, "doi": doi}
    columns = {field: column for field, column in named.items() if column is not None}
    absent = [column for column in columns.values() if column not in rows.columns]
    if absent:
        raise InputError(f"the frame has no column {absent[0]!r}; its columns are {', '.join(map(repr, rows.columns))}")
    items = tuple(_items([rows[column].tolist() for column in columns.values()], list(columns)))
    asked = asked_of((Listed("<frame>", items),), sources, jobs, mailto=mailto, settings=for_claims(weights, settings))
    found = check_files(asked)
    return widened(rows, [_added(each) for each in found], ADDED, prefix)


def _items(columns: Sequence[Sequence[object]], fields: Sequence[str]) -> Iterator[Item]:
    for number, cells in enumerate(zip(*columns, strict=True), start=1):
        said = [(field, cell_text(cell)) for field, cell in zip(fields, cells, strict=True)]
        filled = tuple((field, text) for field, text in said if text)
        trouble = "" if any(field == "title" for field, _ in filled) else "this row has no title"
        yield Item("<frame>", str(number), number, number, ((KEY, str(number)), *filled), trouble=trouble)


def _added(checked: Checked) -> tuple[object, ...]:
    record = checked.record
    flags = ", ".join(dict.fromkeys(flag.code for flag in checked.flags))
    told = [*[flag.says for flag in checked.flags], *[gap.reason for gap in checked.gaps]]
    reason = "; ".join(dict.fromkeys(told)) or None
    if record is None:
        return checked.status.value, checked.probability, None, None, None, flags, None, None, None, reason
    doi = record.identifier(Scheme.DOI) or None
    authors = "; ".join(map(str, record.author)) or None
    found = (record.key, record.source, doi, flags, record.title, authors, record.year)
    return checked.status.value, checked.probability, *found, reason
