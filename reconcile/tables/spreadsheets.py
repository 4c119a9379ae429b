"""A result as tables for people, a row a mention or a row a work: CSV for a spreadsheet, pandas frames."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from reconcile.cells import as_cell
from reconcile.mention import TYPE_OF_KIND, Flag, Kind, Match, Severity, Status, Work
from reconcile.records import is_preprint
from reconcile.tables.rows import FOUND, Line, rounded, venue_claimed
from sources.record import Record, Scheme, Type

if TYPE_CHECKING:
    import pandas as pd

# The columns of a table and its frame, with pandas' type for each.
_Columns = Mapping[str, str]

_MENTIONS: _Columns = {
    "document": "category",
    "first_line": "Int64",
    "last_line": "Int64",
    "status": "category",
    "severity": "category",
    "flags": "list",
    "kind": "category",
    "probability": "float64",
    "work": "string",
    "claimed_title": "string",
    "record_title": "string",
    "claimed_authors": "list",
    "record_authors": "list",
    "claimed_venue": "string",
    "record_venue": "string",
    "claimed_year": "Int64",
    "record_year": "Int64",
    "doi": "string",
    "source": "string",
    "key": "string",
    "url": "string",
    "says": "string",
    "text": "string",
}

_WORKS: _Columns = {
    "work": "string",
    "status": "category",
    "severity": "category",
    "flags": "list",
    "kind": "category",
    "title": "string",
    "authors": "list",
    "venue": "string",
    "year": "Int64",
    "doi": "string",
    "url": "string",
    "documents": "list",
    "places": "list",
    "says": "string",
}


def mentions_csv(matches: Iterable[Match]) -> str:
    """Return `mentions.csv`: a row a mention, in which no cell can be a formula."""
    return _csv(_MENTIONS, map(_mention, matches))


def works_csv(works: Iterable[Work], matches: Sequence[Match]) -> str:
    """Return `works.csv`: a row a work, by key, in which no cell can be a formula."""
    return _csv(_WORKS, (_work(work, matches) for work in works))


def mentions_frame(matches: Iterable[Match]) -> pd.DataFrame:
    """Return a frame with a row a mention and the columns of `mentions.csv`.

    Lines and years are `Int64` (a missing year is `<NA>`), the probability is a float, document, status, kind and
    severity are categories (of the last three every value is one, met or not), authors and flags are lists of text,
    everything else is text.
    """
    return _frame(_MENTIONS, map(_mention, matches))


def works_frame(works: Iterable[Work], matches: Sequence[Match]) -> pd.DataFrame:
    """Return a frame with a row a work and the columns of `works.csv`, typed as those of `mentions_frame` are."""
    return _frame(_WORKS, (_work(work, matches) for work in works))


def _mention(match: Match) -> Line:
    mention = match.mention
    record = match.best.record if match.best and match.status in FOUND else Record()
    return {
        "document": mention.document,
        "first_line": mention.first,
        "last_line": mention.last,
        "status": str(match.status),
        "severity": _gravest(match.flags),
        "flags": [flag.code for flag in match.flags],
        "kind": str(mention.kind),
        "probability": rounded(match.probability),
        "work": match.work,
        "claimed_title": mention.claim.title,
        "record_title": record.title,
        "claimed_authors": [str(name) for name in mention.claim.author],
        "record_authors": [str(name) for name in record.author],
        "claimed_venue": venue_claimed(mention),
        "record_venue": record.container_title,
        "claimed_year": mention.claim.year,
        "record_year": record.year,
        "doi": record.identifier(Scheme.DOI),
        "source": record.source,
        "key": record.key,
        "url": record.urls[0] if record.urls else "",
        "says": _says(match.flags),
        "text": mention.text,
    }


def _work(work: Work, matches: Sequence[Match]) -> Line:
    record = work.record
    mentions = [matches[at].mention for at in work.mentions]
    return {
        "work": work.key,
        "status": str(work.status),
        "severity": _gravest(work.flags),
        "flags": list(dict.fromkeys(flag.code for flag in work.flags)),
        "kind": str(Kind.PREPRINT) if is_preprint(record) else record.type.value,
        "title": record.title,
        "authors": [str(name) for name in record.author],
        "venue": record.container_title,
        "year": record.year,
        "doi": record.identifier(Scheme.DOI),
        "url": record.urls[0] if record.urls else "",
        "documents": list(dict.fromkeys(mention.document for mention in mentions)),
        "places": [f"{mention.document}:{mention.first}" for mention in mentions],
        "says": _says(work.flags),
    }


def _gravest(flags: Iterable[Flag]) -> str:
    return str(min((flag.severity for flag in flags), key=list(Severity).index, default=""))


def _says(flags: Iterable[Flag]) -> str:
    return "; ".join(flag.says for flag in flags)


def _csv(columns: _Columns, rows: Iterable[Line]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_cell(row[name]) for name in columns] for row in rows)
    return text.getvalue()


def _cell(value: Any) -> str | int | float:
    """Return a spreadsheet's cell. A text that would be taken for a formula is marked as text by an apostrophe."""
    if isinstance(value, int | float):
        return value
    return as_cell("; ".join(value) if isinstance(value, list) else value or "")


def _frame(columns: _Columns, rows: Iterable[Line]) -> pd.DataFrame:
    import pandas as pd  # here, because it takes 0.3 s to load and the command line never needs it

    frame = pd.DataFrame(list(rows), columns=list(columns))
    types: dict[str, Any] = {name: kind for name, kind in columns.items() if kind != "list"}
    kinds = dict.fromkeys((*sorted({*TYPE_OF_KIND, *Type}), *sorted(frame["kind"])))
    closed = {"status": list(Status), "severity": [*Severity, ""], "kind": list(kinds)}
    types |= {name: pd.CategoricalDtype(list(map(str, values))) for name, values in closed.items()}
    return frame.astype(types)
