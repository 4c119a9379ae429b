"""What the inputs of `match` are read as: every row of every form, with its id, in order, and what is the matter."""

from __future__ import annotations

import gzip
import io
import json
import sys
from pathlib import Path

import pytest

from reconcile.arguments import InputError
from reconcile.streaming import entries, jsonlist, lines, objects
from reconcile.streaming.opening import Form, Input, batches, form_of
from reconcile.streaming.rows import LONGEST, MOST_ROWS, Columns, Row, Unread
from reconcile.streaming.streams import Lined
from reconcile.wanted import Wanted

BIB = """% a remark
@string{acl = "Proc. of ACL"}
@string(full = acl # " 2019")

@inproceedings{a1, title = {{BERT}: A {\\"U}ber Model}, author = "Devlin, J. and Ann Lee", booktitle = full}
@comment{not, an = {entry}}
@article{a2,
  title = {An unclosed brace,
  year = 2019
}

@article{a1, title = "Again", title = "twice", month = jan, year = 2020}
@misc{, title={No key}}
@preamble{"x"} @misc{a3, title={Same line}} @misc{a4, title={Another}}
@article{a5 title = {x}}
@article{a6, {{{
"""


ANY = Columns()


def rows(name: Path | str, columns: Columns = ANY, form: Form | None = None) -> list[Row]:
    with batches(Input(str(name), columns, form)) as found:
        every = list(found)
    assert all(batch.count() == len(batch.rows()) for batch in every)
    return [row for batch in every for row in batch.rows()]


def said(row: Row) -> tuple[str, str]:
    """The id of a row and its text, its claim's title in <>, or the reason in ()."""
    if isinstance(row, Unread):
        return row.id, f"({row.reason})"
    return row.id, f"<{row.claim.title}>" if row.claim else row.text


def read(tmp_path: Path, name: str, content: bytes | str, **columns: str) -> list[tuple[str, str]]:
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return [said(row) for row in rows(path, Columns(**columns))]


NOT_CLOSED = "(line {}: a quotation mark is not closed, or stands within a cell; write it twice there)"
CASES = [
    ("a.txt", "A one\n\n  \n B two \r\nC", {}, [("1", "A one"), ("4", "B two"), ("5", "C")]),
    ("mac.txt", "A\rB\r\rC\r", {}, [("1", "A"), ("2", "B"), ("4", "C")]),
    ("empty.txt", "", {}, []),
    ("bom.txt", b"\xef\xbb\xbfM\xc3\xbcller", {}, [("1", "Müller")]),
    ("latin.txt", "Müller\nZoë\n".encode("cp1252"), {}, [("1", "Müller"), ("2", "Zoë")]),
    ("mixed.txt", "Müller\nÉva Ács\n".encode() + "Zoë\n".encode("cp1252"), {}, [("1", "Müller"), ("2", "Éva Ács"), ("3", "Zoë")]),
    ("wide.txt", "A Müller\n\nB".encode("utf-16"), {}, [("1", "A Müller"), ("3", "B")]),
    ("bare.txt", "A Mueller\nB".encode("utf-16-le"), {}, [("1", "A Mueller"), ("2", "B")]),
    ("mojibake.txt", "MÃ¼ller â€œXâ€\x9d\n", {}, [("1", "Müller “X”")]),
    ("ligature.txt", "ï¬nding\nä¸\xadæ–‡\nØªجربة\n", {}, [("1", "finding"), ("2", "中文"), ("3", "تجربة")]),
    ("controls.txt", "A\x00B\n\x01\x02\n" + "x" * 99, {}, [("1", "A B"), ("2", "(the line holds nothing but control characters)"), ("3", "x" * 99)]),
    ("a.jsonl", '{"id": "x", "text": "A"}\n\n{"id": 7, "text": "B"}\n{"text": " C "}', {}, [("x", "A"), ("7", "B"), ("4", "C")]),
    ("b.jsonl", '{"s": "A", "text": "no"}\n{"id": "k", "text": "B"}', {"text": "s"}, [("1", "A"), ("k", "(number 2: no text in column 's')")]),
    ("c.jsonl", '{"text": ""}\n[1]\n"S"\n3\n{"id": true, "text": "X"}', {}, [
        ("1", "(the text is empty)"), ("2", "(number 2: no object but a list)"), ("3", "S"),
        ("4", "(number 4: no object but a number)"), ("5", "X")]),
    ("d.jsonl", '{"text": "\\ud800 A"}\n{"text": NaN}', {}, [("1", "\ud800 A"), ("2", "(number 2: no text in column 'text')")]),
    ("csl.json", '[{"id": "i1", "type": "article-journal", "title": "T", "author": [{"family": "Lee", "given": "A."}]}, "S"]', {}, [("i1", "<T>"), ("2", "S")]),
    ("list.json", ' [ {"text": "A"},\n{"text": "B"} , 5]', {}, [("1", "A"), ("2", "B"), ("3", "(number 3: no object but a number)")]),
    ("none.json", "[]", {}, []),
    ("empty.json", " \n", {}, []),
    ("bare.jsonl", '{"id": 7}\n"S"', {}, [("7", "(number 1: no text in column 'text')"), ("2", "S")]),
    ("late.jsonl", '{"id": 7}\n{"t": "S"}', {"title": "t", "year": "y"}, [("7", "(the row is empty)"), ("2", "<S>")]),
    ("a.csv", 'id,Text\nx,"A, ""b"""\n,B\n\n7,"C\nc"\ny\n', {}, [("x", 'A, "b"'), ("3", "B"), ("7", "C\nc"), ("y", "(the text is empty)")]),
    ("numbers.csv", 'text,n\n"A\na",1\nB,2\n', {}, [("2", "A\na"), ("4", "B")]),
    ("semi.csv", "key;ref\n1;A, b\n2;C\n", {"text": "REF"}, [("2", "A, b"), ("3", "C")]),
    ("case.csv", "Text,text,ID,id\nA,B,1,2\n", {}, [("2", "B")]),
    ("unread.csv", "n,text,n\n1,B,2\n", {}, [("2", "B")]),
    ("title.csv", "title\nA\n", {}, [("2", "<A>")]),
    ("claims.csv", "title,authors,venue,year\nT,A. Lee and B. Wu,ACL,2019\n,,,\n", {}, [("2", "<T>")]),
    ("named.csv", "Paper,Who\nT,A. Lee\n", {"title": "Paper", "authors": "Who"}, [("2", "<T>")]),
    ("a.tsv", "text\tid\nA, b\tx\n", {}, [("x", "A, b")]),
    ("mac.csv", "text,n\rA,1\r\rB\r", {}, [("2", "A"), ("4", "B")]),
    ("latin.csv", "text;n\n Müller ;1\n\"É\nZoë\";2\n".encode("cp1252"), {}, [("2", "Müller"), ("3", "É\nZoë")]),
    ("short.csv", "n,title,year\n1\n2,T\n", {}, [("2", "(the row is empty)"), ("3", "<T>")]),
    ("one.csv", "A heading\nA, b\nC\n", {}, [("2", "(line 2: this row has 2 cells, and the header has 1; put cells that hold the delimiter in quotation marks)"), ("3", "C")]),
    ("wide.csv", "id,text\nk,A. Lee, B. Wu. T\nl,A,,\n", {}, [("k", "(line 2: this row has 3 cells, and the header has 2; put cells that hold the delimiter in quotation marks)"), ("l", "A")]),
    ("wide2.csv", "text,id\nA. Lee, B. Wu. T,k\n", {}, [("", "(line 2: this row has 3 cells, and the header has 2; put cells that hold the delimiter in quotation marks)")]),
    ("open.csv", 'id,text\n1,"A\n2,"B, b"\n3,C\n', {}, [("1", NOT_CLOSED.format(2)), ("2", "B, b"), ("3", "C")]),
    ("last.csv", 'id,text\n1,A\n2,"B\n3,C\n', {}, [("1", "A"), ("2", NOT_CLOSED.format(3)), ("3", "C")]),
    ("within.csv", 'id,text\n1,"A" of B\n2,C "D" E\n', {}, [("1", "A of B"), ("2", 'C "D" E')]),
    ("blank.csv", 'text,n\n\n"A\n\nb",1\n\nB,2\n', {}, [("3", "A\n\nb"), ("7", "B")]),
    ("lower.csv", "\n\ntext,n\nA,1\n", {}, [("4", "A")]),
    ("sep.csv", "\ufeffsep=;\r\nid;text\r\nk;A, b | c\r\n", {}, [("k", "A, b | c")]),
    ("unknown5", "id;ref\nk;A, b\n", {"text": "ref"}, [("k", "A, b")]),
    ("unknown6", '{"ref": "A"}\n', {"text": "ref"}, [("1", "A")]),
    ("unknown", "@misc{k, title={T}}", {}, [("k", "<T>")]),
    ("unknown2", '{"text": "A"}\n', {}, [("1", "A")]),
    ("unknown3", '[{"text": "A"}]', {}, [("1", "A")]),
    ("unknown4", "[1] A. Lee. T. 2019.\n", {}, [("1", "[1] A. Lee. T. 2019.")]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "content", "columns", "expected"), CASES, ids=[case[0] for case in CASES])
def test_rows(
    tmp_path: Path, name: str, content: bytes | str, columns: dict[str, str], expected: list[tuple[str, str]]
) -> None:
    assert read(tmp_path, name, content, **columns) == expected


@pytest.mark.parametrize("case", [case for case in CASES if "." in case[0]], ids=lambda case: case[0])
def test_rows_of_a_gzipped_file_are_the_same(
    tmp_path: Path, case: tuple[str, bytes | str, dict[str, str], list[object]]
) -> None:
    name, content, columns, expected = case
    packed = gzip.compress(content.encode() if isinstance(content, str) else content)
    assert read(tmp_path, f"{name}.gz", packed, **columns) == expected


def test_a_bib_file_has_a_row_for_every_entry_good_or_bad(tmp_path: Path) -> None:
    assert read(tmp_path, "x.bib", BIB) == [
        ("a1", "<BERT: A Über Model>"),
        ("a2", "<An unclosed brace>"),
        ("a1", "<Again>"),
        ("13", "<No key>"),
        ("a3", "<Same line>"),
        ("a4", "<Another>"),
        ("a5", "<x>"),
        ("a6", "(line 16: this BibTeX entry is broken (an unbalanced brace, or a missing comma or quote); mend it)"),
    ]


def test_a_claim_of_a_bib_file_has_its_macros_names_and_date(tmp_path: Path) -> None:
    (tmp_path / "x.bib").write_text(BIB, encoding="utf-8")
    first, _, third, *_ = [row.claim for row in rows(tmp_path / "x.bib") if not isinstance(row, Unread)]
    assert first is not None
    assert [str(name) for name in first.author] == ["J. Devlin", "Ann Lee"]
    assert first.container_title == "Proc. of ACL 2019"
    again = rows(tmp_path / "x.bib")[2]
    assert not isinstance(again, Unread)
    assert again.claim is not None
    assert str(again.claim.issued) == "2020-01"
    assert third is not None


def test_entries_are_the_same_however_the_file_is_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "x.bib").write_text(BIB, encoding="utf-8")
    whole = rows(tmp_path / "x.bib")
    for size in (1, 2, 3):
        monkeypatch.setattr(entries, "MOST_ENTRIES", size)
        assert rows(tmp_path / "x.bib") == whole


def test_a_csl_item_is_read_with_people_date_and_identifier(tmp_path: Path) -> None:
    item = {
        "id": "k", "type": "paper-conference", "title": ["T"], "container-title": ["ACL"], "DOI": "10.18653/v1/N19-1423",
        "author": [{"family": "Lee", "given": "Ann"}], "issued": {"date-parts": [[2019, 6]]},
        "reference": [{"DOI": "10.1234/another"}], "link": [{"URL": "https://arxiv.org/abs/1810.04805"}],
    }  # fmt: skip
    (tmp_path / "x.json").write_text(json.dumps([item]), encoding="utf-8")
    (row,) = rows(tmp_path / "x.json")
    assert not isinstance(row, Unread)
    claim = row.claim
    assert claim is not None
    assert (claim.title, claim.container_title, claim.year) == ("T", "ACL", 2019)
    assert [str(name) for name in claim.author] == ["Ann Lee"]
    assert [str(each) for each in claim.identifiers] == ["doi:10.18653/v1/n19-1423"]


def test_a_line_that_is_far_too_long_is_cut(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_bytes(b"x" * 5_000_000 + b"\nnext\n")
    long, after = rows(tmp_path / "x.txt")
    assert not isinstance(long, Unread)
    assert len(long.text) == LONGEST
    assert said(after) == ("2", "next")


MANY = [f"Wool in thirty rivers {at}" for at in range(20_000)]
OF_A_MAC = {
    "x.txt": "\r".join(MANY),
    "x.csv": "\r".join(["text", *MANY]),
    "x.jsonl": "\r".join(f'{{"text": "{text}"}}' for text in MANY),
    "x.bib": "\r".join(f"@misc{{a{at},\r  title={{{text}}}}}" for at, text in enumerate(MANY)),
}


@pytest.mark.parametrize("name", OF_A_MAC)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("before", ["", "\n"])
def test_a_long_file_of_an_old_mac_is_read_to_its_end(tmp_path: Path, name: str, encoding: str, before: str) -> None:
    found = read(tmp_path, name, (before + OF_A_MAC[name]).encode(encoding))
    assert [text.strip("<>") for _, text in found] == MANY


def test_every_kind_of_line_end_ends_one_line(tmp_path: Path) -> None:
    text = b"A\r\nB\rC\n\nD\r\r\nE"
    expected = [("1", "A"), ("2", "B"), ("3", "C"), ("5", "D"), ("7", "E")]
    assert read(tmp_path, "x.txt", text) == expected
    for size in range(1, len(text)):
        lined = io.BufferedReader(Lined(io.BufferedReader(io.BytesIO(text), size)), size)  # ends are parted, too
        assert [at for at, _ in lines.bounded(lined, 99)] == [1, 2, 3, 5, 7], size


def test_what_a_pipe_holds_does_not_depend_on_how_it_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    class Slow(io.RawIOBase):
        """A pipe whose writer flushes after each line."""

        def __init__(self, pieces: list[bytes]) -> None:
            self.pieces = pieces

        def readable(self) -> bool:
            return True

        def readinto(self, into: object, /) -> int:
            piece = self.pieces.pop(0) if self.pieces else b""
            memoryview(into)[: len(piece)] = piece  # type: ignore[call-overload]
            return len(piece)

    packed = gzip.compress(b"% exported\n") + gzip.compress(b"@misc{k, title={T}}\n")
    for pieces in ([b"% exported\n", b"@misc{k,\n", b" title={T}}"], [packed[:1], packed[1:30], packed[30:]]):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(Slow(pieces))))
        assert [said(row) for row in rows("-")] == [("k", "<T>")]


def test_an_object_that_is_far_too_long_is_skipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(objects, "LONGEST_OBJECT", 100)
    found = read(tmp_path, "x.jsonl", json.dumps({"text": "x" * 200}) + '\n{"text": "next"}')
    assert found == [("1", "(number 1: longer than the 100 bytes that are read of one)"), ("2", "next")]


def test_a_cell_with_an_open_quotation_does_not_take_the_file_with_it(tmp_path: Path) -> None:
    found = read(tmp_path, "x.csv", 'text\nA\n"open' + "\nline" * 20_000 + "\n")
    assert found[0] == ("2", "A")
    assert found[1][1].endswith("or a quotation mark is not closed)")
    assert ("20003", "line") in found[2:]


def test_a_cell_of_megabytes_is_one_row_that_is_skipped(tmp_path: Path) -> None:
    found = read(tmp_path, "x.csv", f'id,text\n1,"{"x, " * 300_000}"\n2,"B"\n')
    assert found == [
        ("1", "(line 2: a cell is longer than 65,536 characters, or a quotation mark is not closed)"),
        ("2", "B"),
    ]


@pytest.mark.parametrize(
    ("row", "own"),
    [('6,"{}"', "6"), ('"6","{}"', "6"), ("6,{}", "6"), ('"{}",6', "")],
)
def test_a_row_that_cannot_be_read_has_its_own_id_or_none(tmp_path: Path, row: str, own: str) -> None:
    header = "text,id" if row.endswith("6") else "id,text"
    found = read(tmp_path, "x.csv", f"{header}\n{row.format('x, ' * 300_000)}\n")
    assert [name for name, said in found if said.startswith("(line 2:")] == [own]


def test_every_line_with_a_quotation_mark_that_is_not_closed_is_a_row(tmp_path: Path) -> None:
    found = read(tmp_path, "x.csv", "id,text\n" + "".join(f'{at},"A {at}\n' for at in range(500)))
    assert [name for name, _ in found] == [str(at) for at in range(500)]


def test_a_macro_of_another_macro_reaches_a_batch_far_from_both(tmp_path: Path) -> None:
    many = "".join(f"@misc{{k{at}, title={{T{at}}}}}\n" for at in range(200))
    text = '@string{a = "X"}\n@string{b = a # "Y"}\n@string{unused = "Z"}\n' + many + "@misc{last, title = b # {!}}\n"
    assert read(tmp_path, "x.bib", text)[-1] == ("last", "<XY!>")
    with batches(Input(str(tmp_path / "x.bib"))) as found:
        brought = [batch.macros.count(b"@string") for batch in found if isinstance(batch, entries.EntryBatch)]
    assert brought == [0, 0, 0, 2]


def test_a_long_list_is_read_in_pieces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonlist, "_CHUNK", 7)
    items = [{"text": f"é{at} ]}},{{"} for at in range(500)]
    found = read(tmp_path, "x.json", json.dumps(items, ensure_ascii=False, indent=1))
    assert found == [(str(at), f"é{at - 1} ]}},{{") for at in range(1, 501)]


def test_batches_are_bounded_in_rows_and_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "MOST_BYTES", 1000)
    (tmp_path / "x.txt").write_text("short\n" * 300 + "x" * 600 + "\n" + "x" * 600 + "\nlast\n", encoding="utf-8")
    with batches(Input(str(tmp_path / "x.txt"))) as found:
        sizes = [batch.count() for batch in found]
    assert sizes == [MOST_ROWS, MOST_ROWS, 300 - 2 * MOST_ROWS + 2, 1]


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    for content, form, expected in [
        (b"A\nB\n", None, [("1", "A"), ("2", "B")]),
        (b"@misc{k, title={T}}", None, [("k", "<T>")]),
        (gzip.compress(b"text\nA\n"), Form.CSV, [("2", "A")]),
    ]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(content))))  # type: ignore[arg-type]
        assert [said(row) for row in rows("-", form=form)] == expected


FAULTS = [
    ("x.csv", b"a,b\n1,2\n", {}, "no column is called 'text' or 'title'; name one with --column, of 'a', 'b'"),
    ("x.csv", b"text,n,text\nA,1,B\n", {}, "2 columns are called 'text'; rename all but the one that is meant"),
    ("x.csv", b"ID,Id,text\n1,2,B\n", {}, "2 columns are called 'id'"),
    ("x.csv", b"Ref,REF\nA,B\n", {"text": "ref"}, "2 columns are called 'ref'"),
    ("x.csv", b"title,year,year\nA,1,2\n", {}, "2 columns are called 'year'"),
    ("x.csv", b"a,b\n1,2\n", {"text": "c"}, "there is no column 'c'; its columns are 'a', 'b'"),
    (
        "x.csv",
        b'"A. Lee and B. Wu. T. ACL 2019."\nB\n',
        {},
        "line 1 should name the column and holds a string, 'A. Lee and",
    ),
    ("x.txt", b"a,b\n1,2\n", {"text": "a"}, "plain text has no columns; say --format csv if this is a table"),
    ("x.bib", b"@misc{k, title={T}}", {"title": "T"}, "BibTeX has no columns"),
    ("x.json", b'{"text": "A"}', {}, "the JSON is no list"),
    ("x.jsonl", b'{"ref": "A"}\n{', {}, "no column is called 'text' or 'title'; name one with --column, of 'ref'"),
    ("x.jsonl", b'{"ref": "A"}\n{"id": 1}', {"text": "no"}, "there is no column 'no'; its columns are 'ref', 'id'"),
    (
        "x.json",
        b'[{"title": "A"}]',
        {"title": "Title", "year": "y"},
        "there is no column 'Title'; its columns are 'title'",
    ),
    ("x.txt", b"%PDF-1.7", {}, "this is a PDF"),
    ("x.txt", b"PK\x03\x04", {}, "export it as CSV"),
    ("x.txt", bytes(range(256)), {}, "binary content"),
    ("x.txt.gz", gzip.compress(b"A\n" * 90_000)[:-40], {}, "ends early"),
    ("x.txt.gz", b"\x1f\x8b\x08\x00" + b"x" * 40, {}, "gzip"),
    ("x.parquet", b"no such thing", {}, "Parquet is read from an unpacked file"),
]


@pytest.mark.parametrize(("name", "content", "columns", "says"), FAULTS)
def test_an_input_that_cannot_be_read_says_why(
    tmp_path: Path, name: str, content: bytes, columns: dict[str, str], says: str
) -> None:
    with pytest.raises(InputError) as fault:
        read(tmp_path, name, content, **columns)
    assert says in str(fault.value)
    assert "\n" not in str(fault.value)
    assert name in str(fault.value)


def test_parquet_without_pyarrow_says_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    with pytest.raises(InputError, match=r"pip install 'bibreconcile\[parquet\]'"):
        read(tmp_path, "x.parquet", b"PAR1")


def test_parquet_rows(tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    table = pyarrow.table({"other": [1, 2, 3], "text": ["A", None, "C"], "id": [10, None, 30]})
    parquet.write_table(table, tmp_path / "x.parquet")
    assert [said(row) for row in rows(tmp_path / "x.parquet")] == [
        ("10", "A"),
        ("2", "(the text is empty)"),
        ("30", "C"),
    ]
    claims = pyarrow.table({"title": ["T"], "authors": [["Ann Lee", "B. Wu"]], "year": [2019.0]})
    parquet.write_table(claims, tmp_path / "y.parquet")
    (row,) = rows(tmp_path / "y.parquet")
    assert not isinstance(row, Unread)
    assert row.claim is not None
    assert (row.claim.title, len(row.claim.author), row.claim.year) == ("T", 2, 2019)


@pytest.mark.parametrize(
    ("head", "form"),
    [
        (b"", Form.TEXT),
        (b"% remark\n\n@Article(x,", Form.BIB),
        (b"\xef\xbb\xbf@article{x,", Form.BIB),
        (b"@handle said", Form.TEXT),
        (b"[]", Form.JSON),
        (b"[12] A. Lee", Form.TEXT),
        (b"{A} title", Form.TEXT),
    ],
)
def test_the_form_is_told_by_the_beginning(head: bytes, form: Form) -> None:
    assert form_of(head) is form


def test_what_stands_for_nothing_in_a_cell_is_nothing_claimed(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("title,authors,venue\nOn Wool,NULL,NA\nNULL,NULL,NA\n", encoding="utf-8")
    wool, nothing = rows(tmp_path / "x.csv")
    assert isinstance(wool, Wanted)
    assert wool.claim is not None
    assert (wool.claim.author, wool.claim.container_title) == ((), "")
    assert isinstance(nothing, Unread)
