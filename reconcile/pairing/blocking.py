"""Which rows of a table may be the work of a given row: those that share its rarest words, or a key with it.

The index is that of the catalogue, in a folder that goes when it is no longer needed. Exact keys, a DOI and the letters
of a whole title, are words of it too: no row is missed that has one in common, however common its words.
"""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from reconcile.evidence.mending import mended
from reconcile.pairing.rows import Rows, unpack
from sources.catalog.index import Index, IndexFault, IndexWriter, prepared
from sources.catalog.terms import identifier_key, title_key
from sources.identifiers import normalize
from sources.record import Scheme
from sources.text import ANY_YEAR, fold

# The postings read for a row, and the candidates looked at closely.
BUDGET = 20_000
CANDIDATES = 20
# Of the best candidate's score that another must have. On the tables of the DBLP-ACM and DBLP-Scholar benchmarks none
# below 0.3 was ever likely, and a quarter (Scholar) to three quarters (ACM) of all candidates have less than 0.2.
_LEAST = 0.2
_TOGETHER = 4_096  # rows handed to the index at once
_TRIES, _WAIT = 5, 0.02  # how often, and after how many seconds, a folder is taken away again
_LONGEST_TITLE = 1_000
_LONGEST_AUTHORS = 2_000  # some hundred names
_DOI = f"{Scheme.DOI.value}:"


class BlockingFault(Exception):
    """The index of a table could not be made or read; the message says why."""


def terms_of(packed: str) -> list[str]:
    """Return the words and keys under which a row is found.

    >>> from reconcile.pairing.rows import pack
    >>> terms_of(pack(["A Re-View", "Müller, J.", "", "2010", "10.1000/X", "", ""]))
    ['re', 'view', 'muller', '2010', 'doi:10.1000/x', 'title:areview']
    """
    title, authors, _, year, doi, *_ = unpack(packed)
    title = mended(title[:_LONGEST_TITLE])
    words = [word for word in fold(f"{title}\n{mended(authors[:_LONGEST_AUTHORS])}").split() if len(word) > 1]
    found = ANY_YEAR.search(year)
    named = normalize(Scheme.DOI, doi) if doi else None
    keys = [identifier_key(named)] if named else []
    letters = title_key(title)
    return [*words, *([found[0]] if found else []), *keys, *([letters] if letters else [])]


@contextmanager
def indexed(rows: Rows) -> Iterator[Path]:
    """Give the folder of an index of rows; it is gone afterwards. Raises BlockingFault."""
    with _folder() as folder:
        writer: IndexWriter | None = None
        try:
            writer = IndexWriter(Path(folder))
            for first in range(0, len(rows), _TOGETHER):
                some = rows.packed[first : first + _TOGETHER]
                writer.extend(first, [prepared(" ".join(terms_of(packed))) for packed in some])
            writer.finish()
        except IndexFault as fault:
            if writer is not None:
                writer.abandon()
            raise BlockingFault(f"the index of {len(rows):,} rows cannot be made in {folder}: {fault}") from fault
        yield Path(folder)


@contextmanager
def _folder() -> Iterator[str]:
    """Give a folder that is gone afterwards; a thread of the index that wakes meanwhile may put a lock into it."""
    folder = tempfile.mkdtemp(prefix="reconcile-")
    try:
        yield folder
    finally:
        for last in (False,) * _TRIES + (True,):
            with suppress(OSError):
                shutil.rmtree(folder, ignore_errors=last)
                break
            time.sleep(_WAIT)


class Candidates:
    """Finds candidates in the index in a folder; each process opens its own. Raises BlockingFault."""

    def __init__(self, folder: Path) -> None:
        try:
            self._index = Index(folder)
        except IndexFault as fault:
            raise BlockingFault(f"the index in {folder} cannot be read: {fault}") from fault

    def of(self, packed: str) -> Sequence[int]:
        """Return the numbers of the rows that may be the work of a row, those most like it first."""
        terms = terms_of(packed)
        try:
            hits = self._index.search(terms, CANDIDATES, BUDGET)
            # Of one DOI, however little else they have in common.
            keys = [term for term in terms if term.startswith(_DOI)]
            named = self._index.search(keys, CANDIDATES, BUDGET) if keys else []
        except IndexFault as fault:
            raise BlockingFault(f"the index cannot be read: {fault}") from fault
        like = [number for number, score in hits if score >= _LEAST * hits[0][1]]
        return list(dict.fromkeys([*like, *[number for number, _ in named]]))
