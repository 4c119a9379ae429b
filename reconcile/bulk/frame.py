"""A pandas frame matched: its rows judged in batches, equal rows once, columns added."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reconcile import workers
from reconcile.arguments import InputError
from reconcile.bulk.catalogued import OpenJudge, jobs_with
from reconcile.bulk.judging import Judge, Opener, verdict_on
from reconcile.frames import Kinds, refuse_taken, refuse_unusable, widened
from reconcile.mention import Status
from reconcile.settings import DEFAULT, Settings, Table, for_claims
from reconcile.streaming.rows import MOST_ROWS, Columns
from reconcile.streaming.table import Layout, cell_text, layout_of
from reconcile.wanted import Verdict
from sources.catalog import Catalog
from sources.record import Scheme

if TYPE_CHECKING:
    import pandas as pd

# The columns that are added, with the type of each.
ADDED: Kinds = {
    "status": Status,
    "probability": "float64",
    "key": "string",
    "source": "string",
    "matched_title": "string",
    "doi": "string",
    "matched_authors": "string",
    "matched_year": "Int64",
    "reason": "string",
}

Cells = tuple[str, ...]
Label = str | int  # of a column: a number where the frame was read without a header


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows to be judged: their cells, and where in them what stands."""

    cells: tuple[Cells, ...]
    layout: Layout


def match_frame(
    catalog: Catalog,
    frame: pd.DataFrame,
    *,
    column: Label | None = None,
    title: Label | None = None,
    authors: Label | None = None,
    venue: Label | None = None,
    year: Label | None = None,
    doi: Label | None = None,
    prefix: str = "",
    settings: Settings = DEFAULT,
    weights: Table | None = None,
    jobs: int = 1,
) -> pd.DataFrame:
    """Return a frame with what a catalogue says of each row: `status`, `probability`, `key`, `source` and more.

    A row is the raw string in `column`, or the claim whose fields stand in the columns named by `title`, `authors`
    (a text as people write it, or a list), `venue`, `year` and `doi`. Where none is named, a column `text` is taken,
    else columns of those names. `prefix` is put before the names of the columns that are added: no column of the frame
    is ever replaced. `weights` is a table that was fitted (`Weights`, or its file). `jobs` is how many processes judge.
    `reconcile.Catalog` has it as a method.

    >>> match_frame(Catalog.open("CATALOG"), frame, column="text")  # doctest: +SKIP

    What is said of the record (`key`, `source`, `matched_title`, `matched_authors`, `matched_year`, `doi`) is `<NA>`
    where there is none; authors are parted by semicolons. `reason` says why a row is skipped or only possible. Raises
    InputError where a column is not there, or has the name of an added one, WeightsError, CatalogError.
    """
    named = {"text": column, "title": title, "authors": authors, "venue": venue, "year": year, "doi": doi}
    columns = Columns(**{field: _name(label) for field, label in named.items() if label is not None})
    opener = OpenJudge(catalog, for_claims(weights, settings))
    return match_rows(opener, frame, columns, prefix=prefix, jobs=jobs_with(catalog, jobs))


def match_rows(
    opener: Opener, frame: pd.DataFrame, columns: Columns, *, prefix: str = "", jobs: int = 1
) -> pd.DataFrame:
    """Return a copy of a frame, with its index, and the columns of `ADDED` for each row.

    Equal rows are judged once. Raises InputError where a column is not there, or has the name of an added one.
    """
    refuse_unusable(frame, "the frame", jobs)
    refuse_taken(frame, ADDED, prefix)
    every, layout = _cells(frame, columns)
    distinct = tuple(dict.fromkeys(every))
    runs = (Rows(distinct[at : at + MOST_ROWS], layout) for at in range(0, len(distinct), MOST_ROWS))
    found: Iterator[tuple[Verdict, ...]] = workers.ordered(runs, judge_rows, opener, jobs)
    known = dict(zip(distinct, (_added(verdict) for run in found for verdict in run), strict=True))
    return widened(frame, [known[cells] for cells in every], ADDED, prefix)


def judge_rows(judge: Judge, rows: Rows) -> tuple[Verdict, ...]:
    """Return the verdict on each row."""
    return tuple(verdict_on(rows.layout.row(cells, at), judge) for at, cells in enumerate(rows.cells))


def _cells(frame: pd.DataFrame, columns: Columns) -> tuple[list[Cells], Layout]:
    """Return the cells of the columns that matter, row by row. The frame's own ids do not: equal rows are equal."""
    names = [str(name) for name in frame.columns]
    whole = layout_of(names, columns, "the frame", "column=")
    if whole.text >= 0:
        places, layout = [whole.text], Layout(text=0)
    else:
        places = [at for _, at in whole.fields]
        layout = Layout(fields=tuple((field, at) for at, (field, _) in enumerate(whole.fields)))
    values: Sequence[list[Any]] = [frame.iloc[:, place].tolist() for place in places]
    return [tuple(map(cell_text, row)) for row in zip(*values, strict=True)], layout


def _name(label: Label) -> str:
    """Return the name of a column; raises InputError where it is empty, which would stand for none named."""
    name = str(label).strip()
    if not name:
        raise InputError(f"{label!r} is no name of a column; leave it out, or give one of the frame's")
    return name


def _added(verdict: Verdict) -> tuple[object, ...]:
    record, reason = verdict.record, verdict.reason or None
    if record is None:
        return (verdict.status.value, verdict.probability, None, None, None, None, None, None, reason)
    doi = record.identifier(Scheme.DOI) or None
    authors = "; ".join(map(str, record.author)) or None
    found = (record.key, record.source, record.title, doi, authors, record.year)
    return (verdict.status.value, verdict.probability, *found, reason)
