"""What a person decided of mentions, so that every later run knows it: which record each means, which flags are right.

A table says it: `mentions.csv` of a run with one more column or two. `decision` says yes or no of the record in its
row, `ignore` names the flags of its row that were looked at and are wanted no more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from pathlib import Path
from textwrap import shorten

from reconcile.byhand.tables import Table, cells_of
from reconcile.cells import said_by
from reconcile.documents.blocks.labels import label_end
from reconcile.documents.blocks.unreadable import MAX_BYTES
from reconcile.mention import Candidate, Evidence, Level, Match, Mention, PutAside

_Name = tuple[str, str]  # of a record: its source and its key

DECISION, IGNORE = "decision", "ignore"
# The columns that a table must have for what it says in the first of them.
_NEEDED = {DECISION: ("text", "source", "key"), IGNORE: ("text",)}
_FLAGS = "flags"  # the column whose codes are meant where `ignore` says yes
_COLUMNS = (DECISION, IGNORE, "text", "source", "key", _FLAGS)
_YES = frozenset("1 accept accepted confirm confirmed da ja o oui si sì sí sim tak true x y yes".split())
_NO = frozenset("0 false n nein nej no non não nee reject rejected".split())
_PARTED = re.compile(r"[^\s,;]+")
_QUOTED = 60  # characters of a text that tell which it is
_BITS = 60.0  # what a decision weighs: more than all else together


class DecisionsError(ValueError):
    """A table of decisions cannot be read, or a row of it cannot be understood; the message names file and row."""


_TABLE = Table(
    "decisions",
    DecisionsError,
    instead="mentions.csv of a run, decided",
    too_large="keep the rows that are decided",
    most=MAX_BYTES,
    delimiters=(",", ";", "\t"),
    headed=True,
)


@dataclass(frozen=True, slots=True)
class Decisions:
    """The records that texts mean and do not mean: by what a text's cell says, records as source and key.

    `rows` are the rows of the table that say so, by text and record. `ignored` are the codes of the flags that are put
    aside, by text, with the row that says so.
    """

    meant: Mapping[str, Set[_Name]] = field(default_factory=dict)
    refused: Mapping[str, Set[_Name]] = field(default_factory=dict)
    rows: Mapping[tuple[str, _Name], int] = field(default_factory=dict)
    ignored: Mapping[str, Mapping[str, int]] = field(default_factory=dict)

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
        rows = [(row, text) for (text, _), row in self.rows.items()]
        rows += [(min(codes.values()), text) for text, codes in self.ignored.items()]
        left = sorted((row, text) for row, text in rows if text not in met)
        return tuple([f"row {row} “{shorten(text, _QUOTED, placeholder='…')}”" for row, text in left])

    def put_aside(self, match: Match) -> Match:
        """Return a match without the flags that a person wants no more; they are kept beside the others."""
        codes = self.ignored.get(_text_of(match.mention.text)) if self.ignored else None
        if not codes:
            return match
        aside = tuple([PutAside(flag, codes[flag.code]) for flag in match.flags if flag.code in codes])
        return replace(match, flags=tuple([flag for flag in match.flags if flag.code not in codes]), put_aside=aside)

    def unraised(self, matches: Iterable[Match]) -> tuple[str, ...]:
        """Return the flags to be put aside that no mention of the text has: `row 4 “year-mismatch”`."""
        if not self.ignored:
            return ()
        raised: dict[str, set[str]] = {}
        for match in matches:
            codes = {each.flag.code for each in match.put_aside}
            raised.setdefault(_text_of(match.mention.text), set()).update(codes)
        left = sorted(
            (row, code)
            for text, codes in self.ignored.items()
            for code, row in codes.items()
            if text in raised and code not in raised[text]
        )
        return tuple([f"row {row} “{shorten(code, _QUOTED, placeholder='…')}”" for row, code in left])

    def __len__(self) -> int:
        return len(self.ignored) + sum(len(names) for each in (self.meant, self.refused) for names in each.values())


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
    ignored: dict[str, dict[str, int]] = {}
    for number, row in _rows(path):
        if codes := _codes(row):
            if not row["text"].strip():
                raise DecisionsError(f"{path}, row {number}: a flag that is put aside needs the text")
            known = ignored.setdefault(_text_of(row["text"]), {})
            for code in codes:
                known.setdefault(code, number)
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
    return Decisions(decided[True], decided[False], {place: number for place, (_, number) in first.items()}, ignored)


def _codes(row: Mapping[str, str]) -> list[str]:
    """Return the codes of the flags that a row puts aside: those that are named, or for a yes those that it shows."""
    said = row[IGNORE].strip().casefold()
    if said in _NO:
        return []
    return _PARTED.findall(row[_FLAGS].casefold() if said in _YES else said)


def _rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the rows of a table that are not blank with their numbers, the header's being 1."""
    header, *rows = cells_of(path, _TABLE) or [[]]
    names = [name.strip().casefold() for name in header]
    places = {name: place for place, name in enumerate(names)}
    if twice := [name for name in _COLUMNS if names.count(name) > 1]:
        raise DecisionsError(f"{path}: several columns are called “{twice[0]}”; leave one")
    said = [name for name in _NEEDED if name in places] or [DECISION]
    missing = [name for column in said for name in (*_NEEDED[column], column) if name not in places]
    if missing:
        raise DecisionsError(
            f"{path}: there is no column “{missing[0]}”; take mentions.csv of a run and add a column “decision” or"
            " “ignore”"
        )
    for number, cells in enumerate(rows, 2):
        if len(cells) > len(header):
            raise DecisionsError(
                f"{path}, row {number}: it has {len(cells)} cells, and the header has {len(header)};"
                " put cells that hold the sign between cells in quotation marks"
            )
        if cells:
            filled = [*cells, *[""] * (len(header) - len(cells))]
            yield number, {name: filled[places[name]] if name in places else "" for name in _COLUMNS}
