"""A table of separated values as bytes, cut where rows end into blocks that workers can read by themselves.

The main process decodes nothing but the header: it looks for the last end of a row in each block, which takes a
tenth of what the csv module needs to read it, and understands quotation marks as that module does.
"""

from __future__ import annotations

import csv
import io
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from reconcile.arguments import InputError
from reconcile.cells import field_limit
from reconcile.streaming.cells import said_delimiter
from reconcile.streaming.decoding import Stream, without_mark
from reconcile.streaming.opening import Text, suffix_of

SIZE = 1 << 20  # bytes of a block: some 4,000 pairs
MOST = 8 * SIZE  # bytes of one row; a longer one is a quotation mark that is not closed
_LONGEST_NAME = 1 << 17  # characters of a column's name
_DELIMITERS = ",;\t|"


@dataclass(frozen=True, slots=True)
class Block:
    """Whole rows of a table: their bytes, the line of the file on which they begin, how much of it had been read."""

    text: bytes
    line: int
    place: int


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a table is written; `legacy` is the encoding of lines that are no UTF-8.

    `mark` is what stands before the header: a byte order mark, and a line that says the delimiter, as Excel writes it.
    """

    delimiter: str
    ending: str
    legacy: str
    mark: bytes


@dataclass(frozen=True, slots=True)
class Table:
    """A table that is being read: what it is called, its header, how it is written, and its rows.

    `target` is how it will be written again.
    """

    name: str
    header: tuple[str, ...]
    dialect: Dialect
    target: Dialect
    blocks: Iterator[Block]


def written_as(table: Table, out: str, *, excel: bool = False) -> Table:
    """Return a table that will be written as an output's name says: .tsv with tabs, .csv without; else as it was.

    For Excel it begins with the byte order mark, and with nothing else: a line that says the delimiter makes Excel
    forget the mark.
    """
    tabs, suffix = delimiter_of(out), suffix_of(out)
    dialect = table.dialect
    delimiter = tabs or ("," if suffix == ".csv" and dialect.delimiter == "\t" else dialect.delimiter)
    if delimiter == dialect.delimiter and not excel:
        return table
    # Without a line that says the other delimiter.
    mark = BOM_UTF8 if excel or dialect.mark.startswith(BOM_UTF8) else b""
    return replace(table, target=replace(dialect, delimiter=delimiter, mark=mark))


def delimiter_of(name: str) -> str:
    """Return the delimiter that a file's name tells: a tab for `.tsv` and `.tab`, gzipped or not; else nothing."""
    return "\t" if suffix_of(name) in (".tsv", ".tab") else ""


def table_of(text: Text, name: str, delimiter: str = "") -> Table:
    """Return a table that is open as text; without a delimiter the header's most frequent mark is taken.

    Raises InputError, now or while the blocks are read, for an empty table, a row that is too long and a quotation
    mark that is not closed.
    """
    source = _Source(text.stream, name)
    beginning = source.more(b"")
    mark = BOM_UTF8 if beginning.startswith(BOM_UTF8) else b""
    beginning = without_mark(beginning)
    kept = beginning.lstrip(b"\r\n")
    line = 1 + beginning[: len(beginning) - len(kept)].count(b"\n")
    above = kept[: kept.find(b"\n") + 1]
    if said := said_delimiter(above.decode("latin-1")):
        delimiter, mark, kept, line = said, mark + above, kept[len(above) :], line + 1
    first = kept[: kept.find(b"\n") + 1] or kept
    if not first.strip():
        raise InputError(f"{name}: the file is empty; a table begins with a line of column names")
    delimiter = delimiter or max(_DELIMITERS, key=first.decode("latin-1").count)
    dialect = Dialect(delimiter, "\r\n" if first.endswith(b"\r\n") else "\n", text.encoding.legacy, mark)
    try:
        size, lines = _first_row(kept, delimiter)
        with field_limit(_LONGEST_NAME):
            header = next(csv.reader(io.StringIO(decoded(kept[:size], dialect), newline="\n"), delimiter=delimiter))
    except csv.Error as fault:
        begins = "a table begins with a line of column names"
        raise InputError(f"{name}: line {line}, the header, cannot be read ({fault}); {begins}") from fault
    source.line = line + lines
    return Table(name, tuple(header), dialect, dialect, _blocks(source, kept[size:], delimiter, text))


def decoded(text: bytes, dialect: Dialect) -> str:
    """Return the characters of whole lines: UTF-8, or the table's other encoding for the lines that are none."""
    try:
        return text.decode("utf-8")
    except UnicodeDecodeError:
        return "".join([_line(line, dialect.legacy) for line in text.splitlines(keepends=True)])


def _line(line: bytes, legacy: str) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode(legacy, "replace")


def rows_of(block: Block, table: str, dialect: Dialect, width: int) -> list[list[str]]:
    """Return the rows of a block that are not blank, each of `width` cells: cells that a row lacks are empty.

    Raises InputError where a row has more cells, or cannot be read.
    """
    rows, _ = rows_and_lines(block, table, dialect, width)
    return rows


def rows_and_lines(block: Block, table: str, dialect: Dialect, width: int) -> tuple[list[list[str]], list[str] | None]:
    """Return what `rows_of` does, and each row as it is written, without its end; None where some are not one line."""
    text = decoded(block.text, dialect)
    lines = (text.replace("\r\n", "\n") if "\r" in text else text).split("\n")[:-1]
    rows = _read(lines, block, table, dialect)
    if len(rows) != len(lines):  # a cell goes over several lines, whose ends belong to it
        lines = []
        rows = _read(io.StringIO(text, newline="\n"), block, table, dialect)
    sizes = set(map(len, rows)) - {width}
    if not sizes:
        return rows, lines or None
    if max(sizes) > width:
        raise InputError(_too_many(block, table, dialect, width))
    return [cells + [""] * (width - len(cells)) for cells in rows if cells], None


def _read(lines: Iterable[str], block: Block, table: str, dialect: Dialect) -> list[list[str]]:
    reader = csv.reader(lines, delimiter=dialect.delimiter)
    with field_limit(MOST):
        try:
            return list(reader)
        except csv.Error as fault:
            raise InputError(f"{table}: line {block.line + reader.line_num - 1} cannot be read: {fault}") from fault


def _too_many(block: Block, table: str, dialect: Dialect, width: int) -> str:
    reader = csv.reader(io.StringIO(decoded(block.text, dialect), newline="\n"), delimiter=dialect.delimiter)
    before = 0
    with field_limit(MOST):
        for cells in reader:
            if len(cells) > width:
                break
            before = reader.line_num
    said = f"{table}: line {block.line + before}: this row has {len(cells)} cells, and the header has {width}"
    return f"{said}; put cells that hold {dialect.delimiter!r} in quotation marks"


@dataclass(slots=True)
class _Source:
    """Where bytes come from, and the line that comes next."""

    stream: Stream
    name: str
    line: int = 1

    def more(self, carried: bytes) -> bytes:
        """Return what was carried over with what comes next; a file of an old Mac has but one kind of end."""
        fresh = self.stream.read(SIZE)
        if b"\r" in fresh and b"\n" not in fresh:
            fresh = fresh.replace(b"\r", b"\n")
        return carried + fresh if carried else fresh


def _blocks(source: _Source, carried: bytes, delimiter: str, text: Text) -> Iterator[Block]:
    whole = False
    while not whole:
        before, carried = len(carried), source.more(carried)
        whole = len(carried) == before
        if whole and carried:
            carried += b"\n"  # of the last line, which may have none; a blank one is no row
        if end := last_end(carried, delimiter):
            yield Block(carried[:end], source.line, text.place())
            source.line += carried.count(b"\n", 0, end)
            carried = carried[end:]
        if carried and (whole or len(carried) > MOST):
            raise InputError(f"{source.name}: line {source.line}: {_not_closed(whole=whole)}")


def _not_closed(*, whole: bool) -> str:
    if whole:
        return "in the row that begins here a quotation mark is not closed"
    return f"the row that begins here is longer than {MOST >> 20} MB; is a quotation mark not closed?"


def _first_row(text: bytes, delimiter: str) -> tuple[int, int]:
    """Return the bytes and the lines of the first row."""
    lines = list(io.StringIO(text.decode("latin-1"), newline="\n"))
    reader = csv.reader(lines, delimiter=delimiter)
    with field_limit(MOST):
        next(reader)
    return sum(map(len, lines[: reader.line_num])), reader.line_num


def last_end(text: bytes, delimiter: str) -> int:
    r"""Return where the last whole row of a text ends, 0 where none does. The text begins with a row.

    >>> last_end(b'a,"b\nc"\nd,"e\nf', ",")
    8
    """
    end = text.rfind(b"\n") + 1
    if not end or b'"' not in text:
        return end
    pieces = text.split(b'"')
    place = len(text)
    for piece, quoted in zip(reversed(pieces), reversed(_quoted(pieces, delimiter.encode())), strict=True):
        first = place - len(piece)
        if not quoted and (end := text.rfind(b"\n", first, place) + 1):
            return end
        place = first - 1
    return 0


def _quoted(pieces: list[bytes], delimiter: bytes) -> list[bool]:
    """Return which of the pieces that quotation marks part a text into stand within a quoted cell.

    A mark opens a cell where it is the first thing in it; elsewhere in a cell that is not quoted it is a letter like
    others. Two in a row within a quoted cell stand for one.
    """
    before = frozenset((delimiter, b"\n", b"\r"))
    quoted = not pieces[0] or pieces[0][-1:] in before
    found, closed = [False], False
    for piece in pieces[1:]:
        if closed and not piece:  # between the two marks that stand for one: the cell goes on
            found.append(True)
            quoted, closed = True, False
            continue
        found.append(quoted)
        closed = quoted
        quoted = not quoted and piece[-1:] in before
    return found
