"""Tables cut into blocks where rows end: whatever the blocks' size, the rows are those that the csv module reads."""

from __future__ import annotations

import csv
import gzip
import io
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.arguments import InputError
from reconcile.pairing import blocks
from reconcile.pairing.blocks import Block, Dialect, delimiter_of, last_end, rows_of, table_of
from reconcile.streaming import opening
from reconcile.streaming.decoding import Encoding
from reconcile.streaming.opening import Input, Text

ENDS = [
    ("", 0),
    ("a,b", 0),
    ("a,b\n", 4),
    ("a,b\nc", 4),
    ('a,"b\nc"\nd', 8),
    ('a,"b\nc"\nd,"e\nf', 8),
    ('a,"b\r\nc"\r\nd,"e\r\nf', 10),
    ('"a\n', 0),
    ('"a ""b""\n', 0),
    ('"a ""b"""\n', 10),
    ('a,""\n', 5),
    ('"",""\n', 6),
    ('5" disk,b\nc,d\n', 14),  # a mark within a cell that is not quoted is a letter like others
    ('5" disk,b\n"c\n', 10),
    ('say,"he said, ""5""",b\nx', 23),
    ('"a",5" disk\n"b\nc",d\n"e', 20),
    ('a"\nb,"c"\n"d', 9),
]


@pytest.mark.parametrize(("text", "end"), ENDS, ids=[repr(text) for text, _ in ENDS])
def test_where_the_last_row_ends(text: str, end: int) -> None:
    assert last_end(text.encode(), ",") == end


def end_by_csv(text: str) -> int:
    """Where the last whole row ends by the csv module: a row put after it is a row of its own."""
    lines = list(io.StringIO(text, newline="\n"))
    whole = [
        count
        for count in range(1, len(lines) + 1)
        if lines[count - 1].endswith("\n") and list(csv.reader([*lines[:count], "end"]))[-1] == ["end"]
    ]
    return sum(map(len, lines[: max(whole, default=0)]))


@given(st.lists(st.sampled_from(['"', ",", "\n", "a", '""', ',"', '",', " ", "\r\n"]), max_size=16).map("".join))
@settings(max_examples=500)
def test_rows_end_where_the_csv_module_ends_them(text: str) -> None:
    try:
        expected = end_by_csv(text)
    except csv.Error:  # a carriage return within a cell that is not quoted
        return
    assert last_end(text.encode(), ",") == expected


def read(content: bytes, delimiter: str = "", legacy: str = "cp1252") -> list[list[str]]:
    """The header and the rows of a table, read block by block."""
    table = table_of(Text(io.BytesIO(content), Encoding(legacy=legacy), lambda: 0), "t.csv", delimiter)
    rows = [row for block in table.blocks for row in rows_of(block, "t.csv", table.dialect, len(table.header))]
    return [list(table.header), *rows]


@pytest.mark.parametrize("seed", range(40))
def test_blocks_of_any_size_give_the_rows_of_the_csv_module(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    rng = random.Random(seed)
    header = ["h1", "h2", "h3"]
    for size in (30, 64, 1000):
        monkeypatch.setattr(blocks, "SIZE", size)
        cells = [
            ["x" + "".join(rng.choices(["a", '"', ",", "\n", " ", '""', "é"], k=rng.randrange(6))) for _ in header]
            for _ in range(rng.randrange(1, 20))
        ]
        text = io.StringIO(newline="")
        ending = rng.choice(["\n", "\r\n"])
        csv.writer(text, lineterminator=ending, quoting=rng.choice([0, 1])).writerows([header, *cells])
        assert read(text.getvalue().encode()) == [header, *cells]


def test_marks_within_cells_that_are_not_quoted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "SIZE", 16)
    rows = ['a 5" disk,b', 'c",d', 'e,"f\ng"', 'h,a "word" in it']
    content = "\n".join(["x,y", *rows] * 3).encode()
    expected = [['a 5" disk', "b"], ['c"', "d"], ["e", "f\ng"], ["h", 'a "word" in it']]
    assert [row for row in read(content) if row != ["x", "y"]] == expected * 3


TABLES = [
    ("semicolons", b"a;b\n1;2\n", [["a", "b"], ["1", "2"]]),
    ("tabs", b"a\tb\n1,5\t2\n", [["a", "b"], ["1,5", "2"]]),
    ("bars", b"a|b\n1|2", [["a", "b"], ["1", "2"]]),
    ("a mark of UTF-8", b"\xef\xbb\xbfa,b\n1,2\n", [["a", "b"], ["1", "2"]]),
    ("an old Mac", b"a,b\r1,2\r3,4\r", [["a", "b"], ["1", "2"], ["3", "4"]]),
    ("blank lines", b"\n\na,b\n\n1,2\n\n\n", [["a", "b"], ["1", "2"]]),
    ("short rows", b"a,b,c\n1\n1,2\n", [["a", "b", "c"], ["1", "", ""], ["1", "2", ""]]),
    ("UTF-8", "a,b\né,œ\n".encode(), [["a", "b"], ["é", "œ"]]),
    ("Windows", "a,b\né,œ\n".encode("cp1252"), [["a", "b"], ["é", "œ"]]),
    ("a mixture", "a,b\né,1\n".encode() + "œ,2\n".encode("cp1252"), [["a", "b"], ["é", "1"], ["œ", "2"]]),
    ("a header of two lines", b'"a\nb",c\n1,2\n', [["a\nb", "c"], ["1", "2"]]),
    ("no rows", b"a,b", [["a", "b"]]),
]


@pytest.mark.parametrize(("content", "rows"), [each[1:] for each in TABLES], ids=[each[0] for each in TABLES])
def test_tables_as_people_write_them(content: bytes, rows: list[list[str]]) -> None:
    assert read(content) == rows


REFUSED = [
    (b"", "t.csv: the file is empty; a table begins with a line of column names"),
    (b"\n \n", "t.csv: the file is empty"),
    (b"a,b\n1,2\n1,2,3\n", "t.csv: line 3: this row has 3 cells, and the header has 2; put cells that hold ','"),
    (b'a,b\n"1\n1",2\n1,2,3\n', "t.csv: line 4: this row has 3 cells"),
    (b'a,b\n1,2\n3,"4\n5,6\n', "t.csv: line 3: in the row that begins here a quotation mark is not closed"),
    (b"a,b\n1,2\n3,4\r5\n", "t.csv: line 3 cannot be read"),
    (b"a\rb,c\n1,2\n", "t.csv: line 1, the header, cannot be read"),
]


@pytest.mark.parametrize(("content", "says"), REFUSED, ids=[says for _, says in REFUSED])
def test_what_cannot_be_read_is_named_with_its_line(content: bytes, says: str) -> None:
    with pytest.raises(InputError) as caught:
        read(content)
    assert str(caught.value).startswith(says)


def test_a_mark_that_is_never_closed_does_not_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "SIZE", 1 << 10)
    monkeypatch.setattr(blocks, "MOST", 1 << 14)
    stream = io.BytesIO(b'a,b\n1,2\n"3,' + b"4,5\n" * (1 << 16))
    table = table_of(Text(stream, Encoding(), lambda: 0), "t.csv")
    with pytest.raises(InputError, match="line 3: the row that begins here is longer than"):
        list(table.blocks)
    assert stream.tell() < 1 << 15


def test_a_cell_of_megabytes_is_kept() -> None:
    long = "x" * (3 << 20)
    assert read(f'a,b\n"{long}",2\n3,4\n'.encode()) == [["a", "b"], [long, "2"], ["3", "4"]]


def test_lines_are_counted_over_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "SIZE", 8)
    content = b'\na,b\n1,2\n"3\n3",4\n5,6\n7,8\n9,0\n'
    table = table_of(Text(io.BytesIO(content), Encoding(), lambda: 7), "t.csv")
    found = list(table.blocks)
    assert b"".join(block.text for block in found) == content[5:]
    assert len(found) > 2
    assert [block.line for block in found] == [1 + content.count(b"\n", 0, content.index(each.text)) for each in found]
    assert {block.place for block in found} == {7}


def test_a_gzipped_table_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "t.tsv.gz"
    path.write_bytes(gzip.compress(b"a\tb\n1\t2\n"))
    with opening.text(Input(str(path))) as text:
        table = table_of(text, str(path), delimiter_of(str(path)))
        assert (table.header, [block.text.strip() for block in table.blocks]) == (("a", "b"), [b"1\t2"])


@pytest.mark.parametrize("content", [b"PK\x03\x04 and more", b"%PDF-1.4", bytes(range(1, 32)) * 40])
def test_what_is_no_text_is_refused(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(content)
    with pytest.raises(InputError, match=r"t\.csv: this is"), opening.text(Input(str(path))):
        pass


@pytest.mark.parametrize(
    ("name", "delimiter"), [("a.tsv", "\t"), ("a.TAB.gz", "\t"), ("a.csv", ""), ("-", ""), ("tsv", "")]
)
def test_a_name_may_tell_the_delimiter(name: str, delimiter: str) -> None:
    assert delimiter_of(name) == delimiter


def test_the_limit_of_the_csv_module_is_left_as_it_was() -> None:
    before = csv.field_size_limit()
    rows_of(Block(b"1,2\n", 2, 0), "t.csv", Dialect(",", "\n", "cp1252", b""), 2)
    assert csv.field_size_limit() == before
