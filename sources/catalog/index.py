"""The index of a catalogue: which rows have which words (tantivy, https://github.com/quickwit-oss/tantivy).

Its files are mapped into memory and read by any number of threads and processes. Queries are put together from
terms and never parsed, so that nothing in a text can be taken for an operator.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import lru_cache, partial
from pathlib import Path
from typing import cast

import msgspec
import tantivy

_WORDS, _ROW = "words", "row"
# The memory for postings before they are written as a segment of their own: some two million records.
_HEAP = 192 * 1024 * 1024
# The postings that one search reads. Of whole noisy strings (bench/strings-dev.jsonl, those from DBLP) the right record
# is then among the first ten for 99.7 %, in 0.4 ms; with 5,000 98.5 % in 0.3 ms, with 60,000 99.9 % in 0.9 ms (230
# thousand records of three sources).
BUDGET = 20_000
# So many words are asked for whatever they cost, as one or two rare ones may be typing errors that fit another record.
_LEAST_WORDS = 3
# Some 4 MB of words.
_FREQUENCIES_KEPT = 2**15


class IndexFault(Exception):
    """tantivy could not open, read or write an index; the message is its own."""


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field(_WORDS, tokenizer_name="whitespace", index_option="freq")
    builder.add_unsigned_field(_ROW, fast=True)
    return builder.build()


_encode = msgspec.json.Encoder().encode


def prepared(words: str) -> str:
    """Return what `IndexWriter.extend` takes of a record: the tail of a JSON object, so that a worker can make it."""
    return _encode({_WORDS: words}).decode()[1:]


def prepared_folded(words: str) -> str:
    """Return what `prepared` does, sooner, for words as `fold` leaves them: in these nothing is to be escaped."""
    return f'"{_WORDS}":"{words}"}}'


class IndexWriter:
    """A new index in an empty folder, written to until `finish` or `abandon`.

    One thread makes it, so that the same records in the same order give the same index. Raises `IndexFault`.
    """

    def __init__(self, folder: Path) -> None:
        with _faults():
            self._writer = tantivy.Index(_schema(), str(folder)).writer(_HEAP, 1)

    def extend(self, first: int, documents: Sequence[str]) -> None:
        """Add what `prepared` made of the records in the rows from `first` on."""
        add = self._writer.add_json
        try:
            for row, document in enumerate(documents, first):
                add(f'{{"{_ROW}":{row},{document}')
        except ValueError as fault:
            raise IndexFault(_first_line(fault)) from fault

    def finish(self) -> None:
        """Bring the index to the disk."""
        with _faults():
            self._writer.commit()
            self._writer.wait_merging_threads()

    def abandon(self) -> None:
        """Let go of an index that comes to nothing."""
        with suppress(IndexFault), _faults():
            self._writer.rollback()
            self._writer.wait_merging_threads()


class Index:
    """An index that is read. Raises `IndexFault` where it cannot be opened or read."""

    def __init__(self, folder: Path) -> None:
        with _faults(), _lockable(folder) as place:
            index = tantivy.Index.open(str(place))
            # A version is never written to again: nobody needs to watch for that.
            index.config_reader("manual")
            self._searcher = index.searcher()
            self._schema = index.schema
        self.count = self._searcher.num_docs
        # Most words of a string are those of others; tantivy takes ten times as long.
        self._doc_freq = lru_cache(_FREQUENCIES_KEPT)(partial(self._searcher.doc_freq, _WORDS))

    def frequency(self, word: str) -> int:
        """Return how many records have a word."""
        with _faults():
            return self._doc_freq(word)

    def search(self, words: Iterable[str], limit: int, budget: int = BUDGET) -> list[tuple[int, float]]:
        """Return up to `limit` rows with their scores, the best first, those that tie in the order of the rows.

        Only the rarest of the words are looked for, as many as `budget` postings allow. A score is BM25's.
        """
        with _faults():
            chosen = self._rarest(words, budget)
            # Which of those that tie at the end are given would otherwise depend on how tantivy parted the index.
            hits = self._hits(self._any(chosen), 2 * limit) if chosen else []
        return sorted(hits, key=lambda hit: (-hit[1], hit[0]))[:limit]

    def _rarest(self, words: Iterable[str], budget: int) -> list[str]:
        doc_freq = self._doc_freq
        known = sorted([(count, word) for word in dict.fromkeys(words) if (count := doc_freq(word))])
        chosen: list[str] = []
        for count, word in known:
            budget -= count
            if budget < 0 and len(chosen) >= _LEAST_WORDS:
                break
            chosen.append(word)
        return chosen

    def _any(self, words: Sequence[str]) -> tantivy.Query:
        should, term = tantivy.Occur.Should, tantivy.Query.term_query
        return tantivy.Query.boolean_query([(should, term(self._schema, _WORDS, word, "freq")) for word in words])

    def _hits(self, query: tantivy.Query, limit: int) -> list[tuple[int, float]]:
        hits = self._searcher.search(query, limit, count=False).hits
        found = self._searcher.fast_field_values(_ROW, [address for _, address in hits])
        if None in found:
            raise IndexFault("its row numbers cannot be read")
        rows = cast(list[int], found)
        return [(row, score) for (score, _), row in zip(hits, rows, strict=True)]


@contextmanager
def _lockable(folder: Path) -> Iterator[Path]:
    """Give a folder with the files of an index in which tantivy can make its lock, which it needs while opening.

    Of an index that may only be read it is one of links, which nobody needs once the files are open.
    """
    if os.access(folder, os.W_OK):
        yield folder
        return
    with tempfile.TemporaryDirectory(prefix="catalog-") as name:
        for path in folder.iterdir():
            if not path.name.endswith(".lock"):
                (Path(name) / path.name).symlink_to(path.resolve())
        yield Path(name)


@contextmanager
def _faults() -> Iterator[None]:
    """Raise `IndexFault` for what tantivy raises.

    That is `ValueError`, `RuntimeError` (of a writer that has finished) or, of damaged files, a panic of Rust: a
    `BaseException` of pyo3 that cannot be imported.
    """
    try:
        yield
    except (ValueError, OSError, RuntimeError) as fault:
        raise IndexFault(_first_line(fault)) from fault
    except BaseException as fault:
        if type(fault).__name__ != "PanicException":
            raise
        raise IndexFault(_first_line(fault)) from fault


def _first_line(fault: BaseException) -> str:
    return str(fault).partition("\n")[0][:200]
