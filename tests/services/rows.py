"""The table of facts, and which service has which of its rows.

Each row of records.json says where its facts were read (`where`). What nobody saw is left out of the row, and so
of every answer. Rows that no service has (theses, posters, papers on a homepage only) stay in the table, as the
things that must not be found.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

# Prefixes of DOIs that are not Crossref's: DataCite's for arXiv and for Cornell's eCommons; ACM's, registered nowhere.
_ELSEWHERE = ("10.48550/", "10.7298/", "10.5555/")
_PUBLISHED = frozenset({"proceedings-article", "journal-article"})
# Published works of which nobody saw an identifier have a key that nobody can take for a real one.
_UNSEEN_ROLES = frozenset({"published", "published-as-cited-by-the-authors-community"})
_CUT_SHORT = "et al."
_table = Path(__file__).with_name("records.json")


@dataclass(frozen=True, slots=True)
class Row:
    """What is known of one publication; `row` is `work/role`, or `neighbour/…` for one that merely looks alike."""

    row: str
    title: str
    where: str
    type: str = ""
    authors: tuple[str, ...] = ()
    container: str = ""
    booktitle: str = ""
    year: int = 0
    month: int = 0
    volume: str = ""
    issue: str = ""
    pages: str = ""
    article_number: str = ""
    publisher: str = ""
    doi: str = ""
    dblp: str = ""
    acl: str = ""
    arxiv: str = ""
    other: dict[str, str] = field(default_factory=dict)

    @property
    def work(self) -> str:
        """The work that the row belongs to."""
        return self.row.partition("/")[0]

    @property
    def role(self) -> str:
        """What the row is to its work."""
        return self.row.partition("/")[2]

    @property
    def named(self) -> tuple[str, ...]:
        """The authors whose names were seen."""
        return tuple(name for name in self.authors if name != _CUT_SHORT)

    @property
    def arxiv_number(self) -> str:
        """The arXiv id without a version."""
        return re.sub(r"v[0-9]+$", "", self.arxiv)


def stand_on(table: Path) -> None:
    """Take another table, before the first question is answered."""
    global _table
    _table = table


@cache
def rows() -> tuple[Row, ...]:
    """Return the whole table."""
    table = json.loads(_table.read_text(encoding="utf-8"))
    return tuple(Row(**(entry | {"authors": tuple(entry.get("authors", ()))})) for entry in table)


@cache
def of_crossref() -> dict[str, Row]:
    """Return Crossref's rows by DOI in lower case."""
    return {row.doi.lower(): row for row in rows() if row.doi and not row.doi.startswith(_ELSEWHERE)}


@cache
def of_anthology() -> dict[str, Row]:
    """Return the Anthology's rows by id."""
    return {row.acl: row for row in sorted(rows(), key=lambda row: row.acl) if row.acl}


@cache
def of_dblp() -> dict[str, Row]:
    """Return DBLP's rows by key: its own, arXiv's by the rule of CoRR, and those without any identifier."""
    own = {row.dblp: row for row in rows() if row.dblp}
    unseen = {f"unseen/{row.work}": row for row in rows() if _is_unseen(row)}
    return own | _corr() | unseen


def _is_unseen(row: Row) -> bool:
    identified = row.doi or row.dblp or row.acl
    return row.type in _PUBLISHED and row.role in _UNSEEN_ROLES and not identified


def _corr() -> dict[str, Row]:
    """Return one row for each arXiv id: the earliest version, which is the one that DBLP harvests.

    The current record of an id with two lists of authors stands first in the table, and the first is kept.
    """
    versions: dict[str, list[Row]] = {}
    for row in rows():
        if row.type == "posted-content" and row.arxiv and row.named and row.named == row.authors:
            versions.setdefault(row.arxiv_number, []).append(row)
    first = {number: min(same, key=lambda row: (row.year, row.month or 13)) for number, same in versions.items()}
    return {f"journals/corr/abs-{number.replace('.', '-')}": row for number, row in sorted(first.items())}
