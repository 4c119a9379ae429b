"""Records as rows of a file: packed to some 200 bytes each, appended while building, mapped into memory for reading.

A row is MessagePack. What a quick judgement needs stands in front and is decoded; the rest stays packed until
`Row.record` asks for it. `rows` holds the rows one after the other, `offsets` where each begins and the last ends
(unsigned, 8 bytes, little-endian).
"""

from __future__ import annotations

import io
import mmap
import os
import struct
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields
from itertools import accumulate
from pathlib import Path
from typing import TypeVar

import msgspec

from sources.record import Date, Identifier, Name, Record, Relation, Scheme, Type

ROWS, OFFSETS = "rows", "offsets"
_TYPES = {each.value: each for each in Type}
_SCHEMES = {each.value: each for each in Scheme}
_OFFSET = struct.Struct("<Q")
_PAIR = struct.Struct("<2Q")
_BUFFER = 1 << 20

_Given = TypeVar("_Given")
_Texts = tuple[str, ...]
_Parts = tuple[int, ...]
# kind, target, direction, asserted by, date
_Related = tuple[str, str, str, str, str, _Parts | None]


class Damaged(ValueError):
    """A row cannot be read: the file is cut short, overwritten, or of another program."""


class _Rest(msgspec.Struct, array_like=True, gc=False):
    """The fields of a record that a quick judgement does not need.

    `odd` are the names with more than family and given name, each with its place in `Row.families`; `issued` is None
    or month and day.
    """

    given: _Texts
    odd: tuple[tuple[int, str, str, str, str], ...]
    issued: tuple[int, int] | None
    identifiers: _Texts
    urls: _Texts
    page: str
    volume: str
    issue: str
    collection_title: str
    event: str
    publisher: str
    genre: str
    author_et_al: bool
    editor: tuple[_Texts, ...]
    dates: tuple[tuple[str, _Parts], ...]
    relations: tuple[_Related, ...]
    variants: _Texts


class Row(msgspec.Struct, array_like=True, gc=False):
    """A row as it is read first: `families` are family names (or an organisation's), `year` is 0 if not said.

    `type` is the value of a `Type`; `record()` decodes the rest.
    """

    title: str
    families: _Texts
    year: int
    type: str
    source: str
    key: str
    container_title: str
    packed: msgspec.Raw

    def record(self) -> Record:
        """Return the whole record; raise `Damaged` where the rest of the row is none."""
        return self._of_rest(_whole)

    def variants(self) -> tuple[str, ...]:
        """Return the family names under which the record is found beside its own; raise `Damaged` as `record` does."""
        return self._of_rest(lambda _, rest: rest.variants)

    def _of_rest(self, read: Callable[[Row, _Rest], _Given]) -> _Given:
        try:
            return read(self, _decode_rest(self.packed))
        except (msgspec.DecodeError, LookupError, TypeError, ValueError) as fault:
            raise Damaged(f"the row of {self.source} {self.key} cannot be read: {fault}") from fault


encode = msgspec.msgpack.Encoder().encode
_decode_rest = msgspec.msgpack.Decoder(_Rest).decode
_decode_row = msgspec.msgpack.Decoder(Row).decode


def pack(record: Record, variants: tuple[str, ...] = ()) -> bytes:
    """Return the record as a row, with the family names under which it is found too.

    Raises `UnicodeEncodeError` where a text holds half a surrogate pair.
    """
    issued = record.issued
    rest = _Rest(
        tuple([name.given for name in record.author]),
        tuple(
            [
                (place, name.family, name.particle, name.suffix, name.literal)
                for place, name in enumerate(record.author)
                if name.particle or name.literal or name.suffix
            ]
        ),
        (issued.month, issued.day) if issued else None,
        tuple([f"{each.scheme._value_}:{each.value}" for each in record.identifiers]),
        record.urls,
        record.page,
        record.volume,
        record.issue,
        record.collection_title,
        record.event,
        record.publisher,
        record.genre,
        record.author_et_al,
        tuple([name_parts(name) for name in record.editor]) if record.editor else (),
        tuple((name, _date_parts(date)) for name, date in record.dates) if record.dates else (),
        tuple(map(_related, record.relations)) if record.relations else (),
        variants,
    )
    row = Row(
        record.title,
        tuple([name.family or name.literal for name in record.author]),
        issued.year if issued else 0,
        record.type._value_,
        record.source,
        record.key,
        record.container_title,
        msgspec.Raw(encode(rest)),
    )
    return encode(row)


def unpack_row(packed: bytes) -> Row:
    """Return the front of a row; raise `Damaged` where it is none."""
    try:
        return _decode_row(packed)
    except (msgspec.DecodeError, ValueError) as fault:
        raise Damaged(f"a row cannot be read: {fault}") from fault


def unpack(packed: bytes) -> Record:
    """Return the record of a row: `unpack(pack(record)) == record`."""
    return unpack_row(packed).record()


def _whole(row: Row, rest: _Rest) -> Record:
    author = list(map(_name, row.families, rest.given))
    if len(row.families) != len(rest.given):
        raise ValueError("names that do not pair")
    for place, family, particle, suffix, literal in rest.odd:
        author[place] = Name(family, rest.given[place], particle, suffix, literal)
    return Record(
        _TYPES[row.type],
        row.title,
        tuple(author),
        rest.author_et_al,
        tuple([Name(*parts) for parts in rest.editor]),
        Date(row.year, *rest.issued) if rest.issued else None,
        tuple([(name, Date(*parts)) for name, parts in rest.dates]),
        row.container_title,
        rest.collection_title,
        rest.event,
        rest.volume,
        rest.issue,
        rest.page,
        rest.publisher,
        rest.genre,
        tuple([_identifier(text) for text in rest.identifiers]),
        tuple([_relation(parts) for parts in rest.relations]),
        rest.urls,
        row.source,
        row.key,
    )


# A frozen dataclass makes itself three times slower than its slots are filled, and half of a record is names.
_new_name = object.__new__
_set_family, _set_given, *_set_others = (vars(Name)[field.name].__set__ for field in fields(Name))


def _name(family: str, given: str) -> Name:
    """Return `Name(family, given)`."""
    name = _new_name(Name)
    _set_family(name, family)
    _set_given(name, given)
    for set_other in _set_others:
        set_other(name, "")
    return name


def name_parts(name: Name) -> _Texts:
    """Return the parts of a name without the empty ones at the end."""
    parts = (name.family, name.given, name.particle, name.suffix, name.literal)
    return parts if name.literal or name.suffix or name.particle else parts[:2]


def _date_parts(date: Date) -> _Parts:
    return (date.year, date.month, date.day)


def _identifier(text: str) -> Identifier:
    scheme, _, value = text.partition(":")
    return Identifier(_SCHEMES[scheme], value)


def _related(relation: Relation) -> _Related:
    target, when = relation.target, relation.when
    said = (relation.kind, target.scheme._value_, target.value, relation.direction, relation.asserted_by)
    return (*said, _date_parts(when) if when else None)


def _relation(parts: _Related) -> Relation:
    kind, scheme, value, direction, asserted_by, when = parts
    target = Identifier(_SCHEMES[scheme], value)
    return Relation(kind, target, direction, asserted_by, Date(*when) if when else None)


class RowsWriter:
    """Rows appended to the two files of a folder, until `finish` or `abandon`."""

    def __init__(self, folder: Path) -> None:
        self._rows = new_file(folder / ROWS)
        self._offsets = new_file(folder / OFFSETS)
        self._offsets.write(_OFFSET.pack(0))
        self.count = 0
        self.size = 0

    def extend(self, packed: Sequence[bytes]) -> int:
        """Append rows and return the number of the first."""
        first = self.count
        self._rows.write(b"".join(packed))
        ends = list(accumulate(map(len, packed), initial=self.size))
        self._offsets.write(struct.pack(f"<{len(packed)}Q", *ends[1:]))
        self.size = ends[-1]
        self.count += len(packed)
        return first

    def finish(self) -> None:
        """Bring the rows to the disk and close the files."""
        for file in (self._rows, self._offsets):
            to_disk(file)
            file.close()

    def abandon(self) -> None:
        """Close the files without what is buffered, which a full disk would refuse once more."""
        for file in (self._rows, self._offsets):
            file.raw.close()


class Rows:
    """The rows of a folder, mapped into memory; for any number of threads and processes.

    Raises `OSError` where a file is missing and `Damaged` where the sizes of the files do not fit each other.
    """

    def __init__(self, folder: Path) -> None:
        self._offsets = mapped(folder / OFFSETS)
        try:
            self._rows = mapped(folder / ROWS)
        except (OSError, Damaged):
            self._offsets.close()
            raise
        self.count = len(self._offsets) // _OFFSET.size - 1
        end = _OFFSET.unpack_from(self._offsets, self.count * _OFFSET.size)[0] if self.count >= 0 else -1
        if len(self._offsets) % _OFFSET.size or end != len(self._rows):
            self.close()
            raise Damaged("its rows are cut short")

    def packed(self, number: int) -> bytes:
        """Return a row's bytes; raise `IndexError` for a number that no row has, `Damaged` for an impossible place."""
        if not 0 <= number < self.count:
            raise IndexError(f"there is no row {number}, only {self.count}")
        start, end = _PAIR.unpack_from(self._offsets, number * _OFFSET.size)
        if not start < end <= len(self._rows):
            raise Damaged(f"row {number} has an impossible place, {start} to {end}")
        return self._rows[start:end]

    def __iter__(self) -> Iterator[bytes]:
        return map(self.packed, range(self.count))

    def close(self) -> None:
        """Close the files."""
        self._offsets.close()
        self._rows.close()


def new_file(path: Path) -> io.BufferedWriter:
    """Return a new file to be written to."""
    return io.BufferedWriter(io.FileIO(path, "xb"), _BUFFER)


def to_disk(file: io.BufferedWriter) -> None:
    """Return when all that was written to a file is on the disk."""
    file.flush()
    os.fsync(file.fileno())


def mapped(path: Path) -> mmap.mmap:
    """Return a file mapped into memory; raise `OSError` where there is none, `Damaged` where it is empty."""
    with path.open("rb") as file:
        if not os.fstat(file.fileno()).st_size:
            raise Damaged(f"its file {path.name} is empty")
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
