"""What a person decided of mentions: which record each means, and which it does not, so that every later run knows it.

A table says it: `mentions.csv` of a run with one more column, `decision`, that says yes or no of the record in its row.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from pathlib import Path
from textwrap import shorten

from reconcile.cells import field_limit, said_by
from reconcile.documents.encoding import decode
from reconcile.documents.labels import label_end
from reconcile.documents.unreadable import MAX_BYTES, Unreadable
from reconcile.mention import Candidate, Evidence, Level, Mention

_Name = tuple[str, str]  # of a record: its source and its key

DECISION = "decision"
_COLUMNS = ("text", "source", "key", DECISION)
_YES = frozenset("1 accept accepted confirm confirmed da ja o oui si sì sí sim tak true x y yes".split())
_NO = frozenset("0 false n nein nej no non não nee reject rejected".split())
_DELIMITERS = (",", ";", "\t")
_QUOTED = 60  # characters of a text that tell which it is
_BITS = 60.0  # what a decision weighs: more than all else together


class DecisionsError(ValueError):
    """A table of decisions cannot be read, or a row of it cannot be understood; the message names file and row."""


@dataclass(frozen=True, slots=True)
class Decisions:
    """The records that texts mean and do not mean: by what a text's cell says, records as source and key.

    `rows` are the rows of the table that say so, by text and record.
    """

    meant: Mapping[str, Set[_Name]] = field(default_factory=dict)
    refused: Mapping[str, Set[_Name]] = field(default_factory=dict)
    rows: Mapping[tuple[str, _Name], int] = field(default_factory=dict)

    def heeded(self, mention: Mention, candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
        """Return the candidates of a mention without those that it does not mean, the one that it means first."""
        text = _text_of(mention.text)
        meant, refused = self.meant.get(text, set()), self.refused.get(text, set())
        if not (meant or refused):
            return tuple(candidates)
        left = [each for each in candidates if _name(each) not in refused]
        chosen = [_decided(each) for each in left if _name(each) in meant]
        return (*chosen, *[each for each in left if _name(each) not in meant])

    def unmet(self, mentions: Iterable[Mention]) -> tuple[str, ...]:
        """Return the decisions of texts that none of the mentions has: `row 4 “Wool and Sheep…”`."""
        met = {_text_of(mention.text) for mention in mentions}
        left = sorted((row, text) for (text, _), row in self.rows.items() if text not in met)
        return tuple([f"row {row} “{shorten(text, _QUOTED, placeholder='…')}”" for row, text in left])

    def __len__(self) -> int:
        return sum(len(names) for each in (self.meant, self.refused) for names in each.values())


def _text_of(cell: str) -> str:
    """Return what a text says without the number that it has in its list, which a newer work above it changes.

    >>> _text_of("[12] A. Bee. Wool.") == _text_of("13. A. Bee. Wool.") == _text_of("A. Bee.  Wool.")
    True
    """
    text = said_by(cell)
    return text[label_end(text) :] or text


def is_decided(candidate: Candidate) -> bool:
    """Say whether a person said that this record is meant."""
    return candidate.comparison.of(DECISION) is not None


def _name(candidate: Candidate) -> _Name:
    return candidate.record.source, candidate.record.key


def _decided(candidate: Candidate) -> Candidate:
    said = Evidence(DECISION, Level.AGREE, _BITS, "", "", "decided by hand")
    comparison = replace(candidate.comparison, evidence=(*candidate.comparison.evidence, said))
    return replace(candidate, comparison=comparison, probability=1.0)


def read_decisions(path: Path) -> Decisions:
    """Return the decisions of a table. Raises `DecisionsError`."""
    decided: dict[bool, dict[str, set[_Name]]] = {True: {}, False: {}}
    first: dict[tuple[str, _Name], tuple[str, int]] = {}
    for number, row in _rows(path):
        said = row[DECISION].strip().casefold()
        if not said:
            continue
        if said not in _YES | _NO:
            raise DecisionsError(
                f"{path}, row {number}: “{said[:20]}” decides nothing; write yes or no, or leave it empty"
            )
        if not (row["text"].strip() and row["key"].strip()):
            raise DecisionsError(f"{path}, row {number}: a decision needs the text and the key of a record")
        text, name = _text_of(row["text"]), (row["source"].strip(), row["key"].strip())
        other, above = first.setdefault((text, name), (said, number))
        if (other in _YES) != (said in _YES):
            raise DecisionsError(f"{path}, row {number}: “{said}” of what row {above} says “{other}” of; leave one")
        decided[said in _YES].setdefault(text, set()).add(name)
    return Decisions(decided[True], decided[False], {place: number for place, (_, number) in first.items()})


def _rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the rows of a table that are not blank with their numbers, the header's being 1."""
    header, *rows = _cells(path) or [[]]
    places = {name: place for place, name in enumerate(header)}
    missing = [name for name in _COLUMNS if name not in places]
    if missing:
        raise DecisionsError(
            f"{path}: there is no column “{missing[0]}”; take mentions.csv of a run and add the column “decision”"
        )
    for number, cells in enumerate(rows, 2):
        if len(cells) > len(header):
            raise DecisionsError(
                f"{path}, row {number}: it has {len(cells)} cells, and the header has {len(header)};"
                " put cells that hold the sign between cells in quotation marks"
            )
        if cells:
            filled = [*cells, *[""] * (len(header) - len(cells))]
            yield number, {name: filled[places[name]] for name in _COLUMNS}


def _cells(path: Path) -> list[list[str]]:
    """Return the rows of a table as their cells, the header first."""
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
        text = decode(content[:MAX_BYTES], str(path))
    except OSError as fault:
        raise DecisionsError(f"{path}: {fault.strerror or fault}; name mentions.csv of a run, decided") from fault
    except Unreadable as fault:
        raise DecisionsError(str(fault)) from fault
    if len(content) > MAX_BYTES:
        raise DecisionsError(f"{path}: more than {MAX_BYTES:,} bytes; keep the rows that are decided")
    header = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=header.count)
    try:
        with field_limit(MAX_BYTES):
            return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as fault:
        raise DecisionsError(f"{path}: this is no table ({fault}); save it as CSV anew") from fault
