"""Two records held side by side in a program: records of the project, or mappings with the columns' names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from numbers import Number

from rapidfuzz.distance import OSA

from reconcile.arguments import InputError
from reconcile.comparison import Judged, judge
from reconcile.evidence.side import Side, side_of_record
from reconcile.pairing.columns import FIELDS, side_of
from reconcile.settings import EVEN, Table, for_pairs
from reconcile.streaming.table import cell_text
from sources.identifiers import normal
from sources.record import Name, Record

Described = Record | Mapping[str, object]
# Names of keys of which another may be a slip of the pen. `data` is a word of its own, and often a key.
_SPELT = sorted({name for names in FIELDS.values() for name in names} - {"doi", "date"})


def compare(left: Described, right: Described, *, weights: Table | None = None, wrong: float = EVEN) -> Judged:
    """Return how likely two records are one work: `probability`, `decision`, `why`, and `evidence` field by field.

    A record is a `sources.Record`, or a mapping with the keys title, authors (a text or a list), venue, year, doi,
    volume, pages; what is missing says nothing, and other keys are passed over. `weights` is a table that was fitted
    (`Weights`, or its file, which is read in each call); `wrong` is the share of wrong ones accepted among the least
    sure that are called same. Raises InputError, which is a ValueError, for a mapping with none of the keys or one
    misspelt, for a value that is neither text nor number, for what is no mapping and for what is no rate; WeightsError.

    >>> compare({"title": "Attention is all you need", "year": 2017}, {"title": "Attention Is All You Need."}).decision
    ... # doctest: +SKIP
    <Decision.SAME: 'same'>
    """
    return judge(_side(left), _side(right), for_pairs(weights, wrong))


def side_of_mapping(described: Mapping[str, object]) -> Side:
    """Return a mapping made ready to compare.

    Raises InputError where it has none of the keys or one misspelt, and for a value that cannot be meant.
    """
    named = {str(key).strip().casefold(): value for key, value in described.items()}
    known = [name for names in FIELDS.values() for name in names]
    if not any(name in named for name in known):
        raise InputError(
            f"a record has none of the keys {', '.join(FIELDS)}; it has {', '.join(named) or 'none at all'}"
        )
    for name in sorted(set(named).difference(known)):
        meant = next((each for each in _SPELT if OSA.distance(name, each) == 1), "")
        if meant:
            raise InputError(f"a record has the key {name!r}, which is none; is {meant!r} meant?")
    return side_of(
        [next((_text(field, named[name]) for name in names if name in named), "") for field, names in FIELDS.items()]
    )


def _text(field: str, value: object) -> str:
    """Return the text of a value. Raises InputError for what is neither text nor number, nor, of authors, a list."""
    plain = value.tolist() if hasattr(value, "tolist") else value  # of numpy's arrays and numbers
    if field == "authors" and isinstance(plain, list | tuple):
        odd = next((each for each in plain if not isinstance(each, str | Name | None)), None)
        if odd is not None:
            raise InputError(f"authors: one is of type {type(odd).__name__}; give each as a text")
    elif not _says(field, plain):
        raise InputError(f"{field} is of type {type(value).__name__}; give a text")
    return cell_text(plain)


def _says(field: str, value: object) -> bool:
    """Say whether a value can be a field's: a text, a number, nothing, or, of a year, a date."""
    if isinstance(value, bool):
        return False
    return (
        isinstance(value, str | bytes | Number) or not cell_text(value) or (field == "year" and hasattr(value, "year"))
    )


def _side(described: Described) -> Side:
    if isinstance(described, Record):
        return side_of_record(_settled(described))
    if not isinstance(described, Mapping):
        said = "a mapping such as {'title': …, 'authors': …} or a sources.Record"
        raise InputError(f"a record is {said}, and not of type {type(described).__name__}")
    return side_of_mapping(described)


def _settled(record: Record) -> Record:
    """Return a record with its identifiers in their normal form, without those that are none."""
    found = tuple([fit for each in record.identifiers if (fit := normal(each))])
    return record if found == record.identifiers else replace(record, identifiers=found)
