"""Under which terms a record is found: the words of its title, its authors and its year; and its exact keys."""

from __future__ import annotations

import hashlib
import sys
from array import array
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sources.record import Date, Identifier, Name, Record
from sources.text import fold, letters_of

# What a record is that holds others: found by its identifiers and its whole title only, never by words.
VOLUME = "proceedings"
# Of a team of hundreds a citation names the first and perhaps the last; the others would only be weight.
_FIRST_AUTHORS, _LAST_AUTHORS = 30, 2
# Words of other names of its authors that a record is found under.
_MOST_FURTHER = 40
# A title is seldom longer than 300 letters; what an abstract in its place says is left out.
_LONGEST_TITLE = 1000
# Longer than any identifier is.
_LONGEST_KEY = 500


# A copy of a hash that has seen nothing takes half the time of a new one.
_new_hash = hashlib.blake2b(digest_size=8).copy


class Terms(NamedTuple):
    """What a record is indexed under: `words` parted by spaces, and exact `keys`."""

    words: str
    keys: tuple[str, ...]


def terms_of(record: Record, variants: Sequence[str] = ()) -> Terms:
    """Return the terms of a record, other family names of its authors among them; a volume has keys only."""
    identifiers = tuple([identifier_key(each) for each in record.identifiers])
    if record.genre == VOLUME:
        return Terms("", (*identifiers, volume_key(record.title)) if record.title else identifiers)
    title = fold(record.title[:_LONGEST_TITLE])
    names = fold("\n".join([name.family or name.literal for name in _named(record.author)]))
    if variants:
        names = f"{names} {further(names, variants)}"
    year = f" {record.issued.year}" if record.issued else ""
    by_title = _joined(title)
    return Terms(f"{title} {names}{year}", (*identifiers, by_title) if by_title else identifiers)


def words_of(title: str, families: Sequence[str] = (), year: int | None = None) -> list[str]:
    """Return the words under which such a record is indexed, in order and with repetitions.

    >>> words_of("A Re-View", ["Müller", "van Beek"], 2010)
    ['a', 're', 'view', 'muller', 'van', 'beek', '2010']
    """
    issued = Date(year) if year else None
    return terms_of(Record(title=title, author=tuple(map(Name, families)), issued=issued)).words.split()


def title_key(title: str) -> str:
    """Return the key of a title: its letters and digits whatever the case, accents, spaces and marks between them.

    Empty for a title without any.

    >>> title_key("Word-Net: a  Lexical Database")
    'title:wordnetalexicaldatabase'
    """
    return _joined(fold(title[:_LONGEST_TITLE]))


def volume_key(title: str) -> str:
    """Return the key of a volume's title, which no paper of that title has; it is made as `title_key` makes its."""
    return folded_volume_key(letters_of(title[:_LONGEST_TITLE]))


def folded_volume_key(letters: str) -> str:
    """Return what `volume_key` does, sooner, for a title that is folded, without spaces."""
    return f"volume:{letters}"


def identifier_key(identifier: Identifier) -> str:
    """Return the key of an identifier: `doi:10.1109/iccd.2015.7357097`."""
    return f"{identifier.scheme._value_}:{identifier.value}"[:_LONGEST_KEY]


def fingerprint(source: str, key: str) -> int:
    """Return 64 bits that stand for a record of a source, the same in every process."""
    return hash64(f"{source}:{key}")


def hash64(text: str) -> int:
    """Return a text's hash, 64 bits, the same in every process.

    Among the 12 million keys of 5 million records two have the same hash once in 250,000 catalogues.
    """
    one = _new_hash()
    one.update(text.encode("utf-8", "replace"))
    return int.from_bytes(one.digest(), "little")


def hashes_of(texts: Iterable[str]) -> array[int]:
    """Return the hash of each of some texts, as `hash64` does."""
    digests: list[bytes] = []
    for text in texts:
        one = _new_hash()
        one.update(text.encode("utf-8", "replace"))
        digests.append(one.digest())
    hashes = array("Q", b"".join(digests))
    if sys.byteorder == "big":
        hashes.byteswap()
    return hashes


def _named(author: tuple[Name, ...]) -> tuple[Name, ...]:
    if len(author) <= _FIRST_AUTHORS + _LAST_AUTHORS:
        return author
    return author[:_FIRST_AUTHORS] + author[-_LAST_AUTHORS:]


def further(names: str, variants: Sequence[str]) -> str:
    """Return the words of variants that are not there yet."""
    there = set(names.split())
    found = dict.fromkeys(fold("\n".join(variants)).split())
    return " ".join([word for word in found if word not in there][:_MOST_FURTHER])


def _joined(folded: str) -> str:
    letters = folded.replace(" ", "")
    return f"title:{letters}" if letters else ""
