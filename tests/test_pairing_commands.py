"""`reconcile compare`, `link` and `dedupe` from their arguments to their files."""

from __future__ import annotations

import csv
import gzip
import io
import sys
from codecs import BOM_UTF8
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from reconcile.cli import main
from reconcile.pairing import scoring

FIRST = ("Nonmanipulable Randomized Tournament Selections", "Alon Altman, Robert Kleinberg", "AAAI", "2010")
AGAIN = ("nonmanipulable randomized tournament selections.", "A. Altman and R. Kleinberg", "AAAI", "2010")
OTHER = ("A New Algorithm for Weighted Partial MaxSAT", "Carlos Ansótegui, Jordi Levy", "AAAI", "2010")
FIELDS = ("title", "authors", "venue", "year")
PAIRS = tuple(f"{side}_{field}" for side in ("left", "right") for field in FIELDS)

LINKS = ["left_id", "right_id", "probability", "decision", "why", "left_title", "right_title", "left_row", "right_row"]

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Runs a command in a folder of its own; gives the exit status and what was said on both streams."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str) -> tuple[int, str, str]:
        status = main(arguments)
        said = capfdbinary.readouterr()
        return status, said.out.decode(), said.err.decode()

    return run


def write(name: str, *rows: Sequence[str], encoding: str = "utf-8") -> None:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows(rows)
    Path(name).write_bytes(text.getvalue().encode(encoding))


def read(name: str) -> list[list[str]]:
    with Path(name).open(newline="", encoding="utf-8") as file:
        return list(csv.reader(file))


def there() -> list[str]:
    """The files of the folder."""
    return sorted(path.name for path in Path().iterdir())


def pairs() -> None:
    write("pairs.csv", [*PAIRS, "label"], [*FIRST, *AGAIN, "1"], [*FIRST, *OTHER, "0"])


def test_pairs_compared(run: Run) -> None:
    pairs()
    status, out, err = run("compare", "pairs.csv", "--out", "scored.csv")
    assert (status, err) == (0, "")
    assert out.startswith("2 pairs: 1 same, 0 possible, 1 different (")
    assert out.endswith("scored: scored.csv\n")
    header, first, second = read("scored.csv")
    assert header == [*PAIRS, "label", "probability", "decision", "why"]
    assert (first[:9], first[10], second[10]) == ([*FIRST, *AGAIN, "1"], "same", "different")
    assert there() == ["pairs.csv", "scored.csv"]


def test_from_standard_input_to_standard_output(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    pairs()
    run("compare", "pairs.csv", "--out", "scored.csv")
    piped = io.BytesIO(Path("pairs.csv").read_bytes())
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(piped)))
    status, out, err = run("compare", "-", "--out", "-")
    assert (status, out) == (0, Path("scored.csv").read_text(encoding="utf-8"))
    assert err.startswith("reconcile: 2 pairs: 1 same")


def test_gzipped_and_in_another_encoding(run: Run) -> None:
    write("pairs.csv", PAIRS, [*OTHER, *OTHER], encoding="cp1252")
    Path("pairs.csv.gz").write_bytes(gzip.compress(Path("pairs.csv").read_bytes()))
    assert run("compare", "pairs.csv.gz", "--out", "scored.csv")[0] == 0
    assert read("scored.csv")[1][:8] == [*OTHER, *OTHER]


def test_any_number_of_processes_writes_the_same(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reconcile.pairing.blocks.SIZE", 1000)
    write("pairs.csv", PAIRS, *([*FIRST, *AGAIN], [*FIRST, *OTHER]) * 50)
    for jobs in ("1", "2", "3"):
        assert run("compare", "pairs.csv", "--out", f"{jobs}.csv", "--jobs", jobs)[0] == 0
    assert len({Path(f"{jobs}.csv").read_bytes() for jobs in ("1", "2", "3")}) == 1
    assert len(read("2.csv")) == 101


@pytest.mark.parametrize("command", ["compare", "link", "dedupe"])
@pytest.mark.parametrize(
    ("name", "delimiter"),
    [("o.csv", ","), ("o.tsv", "\t"), ("o.tab.gz", "\t"), ("o.CSV.gz", ","), ("o", ";"), ("o.txt", ";")],
)
def test_a_table_is_written_as_its_name_says(run: Run, command: str, name: str, delimiter: str) -> None:
    tables()
    pairs()
    given = {"compare": ["pairs"], "link": ["left", "right"], "dedupe": ["left"]}[command]
    suffix, other = ("tsv", "\t") if delimiter == "," else ("txt", ";")
    for each in given:
        text = io.StringIO(newline="")
        csv.writer(text, delimiter=other, lineterminator="\n").writerows(read(f"{each}.csv"))
        Path(f"{each}.{suffix}").write_text(text.getvalue(), encoding="utf-8")
    inputs = [f"{each}.{suffix}" for each in given]
    assert run(command, *inputs, "--out", name)[0] == 0
    found = Path(name).read_bytes()
    cells = (gzip.decompress(found) if name.endswith(".gz") else found).decode()
    assert run(command, *[f"{each}.csv" for each in given], "--out", "plain.csv")[0] == 0
    delimiter = "," if command == "link" and delimiter == ";" else delimiter
    assert list(csv.reader(io.StringIO(cells, newline=""), delimiter=delimiter)) == read("plain.csv")


@pytest.mark.parametrize("command", ["compare", "link", "dedupe"])
@pytest.mark.parametrize("name", ["o.csv", "o.tsv.gz"])
def test_for_excel_a_table_begins_with_the_byte_order_mark_and_reads_the_same(
    run: Run, command: str, name: str
) -> None:
    tables()
    pairs()
    given = {"compare": ["pairs.csv"], "link": ["left.csv", "right.csv"], "dedupe": ["left.csv"]}[command]
    assert run(command, *given, "--out", f"plain-{name}")[0] == 0
    assert run(command, *given, "--out", name, "--excel")[0] == 0
    for each in given:
        Path(each).write_bytes(BOM_UTF8 + Path(each).read_bytes())
    assert run(command, *given, "--out", f"again-{name}")[0] == 0

    def content(path: str) -> bytes:
        found = Path(path).read_bytes()
        return gzip.decompress(found) if path.endswith(".gz") else found

    plain = content(f"plain-{name}")
    assert content(name) == BOM_UTF8 + plain
    assert content(f"again-{name}").removeprefix(BOM_UTF8) == plain
    assert content(f"again-{name}").startswith(BOM_UTF8) is (command != "link")


def test_excel_would_forget_the_mark_for_the_line_that_says_the_delimiter(run: Run) -> None:
    write("table.csv", FIELDS, FIRST)
    Path("sep.csv").write_bytes(b"sep=,\n" + Path("table.csv").read_bytes())
    for excel, begins in (((), b"sep=,\ntitle,"), (("--excel",), BOM_UTF8 + b"title,")):
        assert run("dedupe", "sep.csv", "--out", "o.csv", "--possible", "p.csv", *excel)[0] == 0
        assert Path("o.csv").read_bytes().startswith(begins)
        assert Path("p.csv").read_bytes().startswith(BOM_UTF8) is bool(excel)


@pytest.mark.parametrize("command", ["compare pairs.csv", "link left.csv left.csv", "dedupe left.csv"])
@pytest.mark.parametrize("name", ["o.xlsx", "o.jsonl", "o.parquet", "o.json.gz"])
def test_no_table_is_written_under_the_name_of_something_else(run: Run, command: str, name: str) -> None:
    tables()
    pairs()
    status, _, err = run(*command.split(), "--out", name)
    assert status == 2
    assert "is not written here; name a .csv or .tsv, gzipped or not" in err
    assert not Path(name).exists()


def test_no_rows(run: Run) -> None:
    write("pairs.csv", PAIRS)
    status, out, _ = run("compare", "pairs.csv", "--out", "scored.csv")
    assert (status, out.splitlines()[0]) == (0, "nothing to compare: the table has no rows")
    assert read("scored.csv") == [[*PAIRS, "probability", "decision", "why"]]


REFUSED = [
    (["compare", "none.csv", "--out", "o.csv"], "none.csv: there is no such file"),
    (["compare", ".", "--out", "o.csv"], ".: this is a folder; name a file in it"),
    (["compare", "empty.csv", "--out", "o.csv"], "empty.csv: the file is empty; a table begins with a line of column"),
    (["compare", "left.csv", "--out", "o.csv"], "left.csv: there is no column 'left_title'; its columns are 'title'"),
    (["compare", "ragged.csv", "--out", "o.csv"], "ragged.csv: line 3: this row has 3 cells, and the header has 2"),
    (["compare", "open.csv", "--out", "o.csv"], "open.csv: line 3: in the row that begins here a quotation mark is"),
    (["compare", "binary.csv", "--out", "o.csv"], "binary.csv: this is no text but binary content"),
    (["compare", "good.csv", "--out", "good.csv"], "--out good.csv: this is the input itself; name another file"),
    (["compare", "good.csv", "--out", "no/o.csv"], "--out no/o.csv: there is no folder no; make it first"),
    (["compare", "good.csv", "--out", ""], "--out is empty; name a file, or - for standard output"),
    (["compare", "good.csv", "--out", "/dev/null"], "--out /dev/null: this is a device or a pipe"),
    (["compare", "good.csv", "--out", "o.csv", "--weights", "none.toml"], "none.toml: No such file or directory"),
    (["compare", "good.csv", "--out", "o.csv", "--wrong", "1.5"], "'1.5' is no rate; give a number between 0 and 1"),
    (["compare", "good.csv", "--out", "o.csv", "--jobs", "0"], "'0' is no number of processes; give 1 to 1024"),
    (["link", "left.csv", "good.csv", "--out", "o.csv"], "good.csv: there is no column 'title'; its columns are"),
    (["link", "left.csv", "right.csv", "--out", "right.csv"], "--out right.csv: this is the input itself"),
    (["link", "-", "-", "--out", "o.csv"], "both tables are standard input; name a file for one of them"),
    (["dedupe", "ragged.csv", "--out", "o.csv"], "ragged.csv: there is no column 'title'"),
    (["dedupe", "none.csv", "--out", "o.csv"], "none.csv: there is no such file"),
]


@pytest.mark.parametrize(("arguments", "says"), REFUSED, ids=[" ".join(each) for each, _ in REFUSED])
def test_what_cannot_be_used_is_one_line_and_leaves_no_file(arguments: list[str], says: str, run: Run) -> None:
    Path("empty.csv").write_bytes(b"")
    Path("ragged.csv").write_text("left_title,right_title\na,b\na,b,c\n")
    Path("open.csv").write_text('left_title,right_title\na,b\nc,"d\ne,f\n')
    Path("binary.csv").write_bytes(bytes(range(1, 32)) * 100)
    write("good.csv", PAIRS, [*FIRST, *AGAIN])
    write("left.csv", FIELDS, FIRST)
    write("right.csv", FIELDS, AGAIN)
    before = {name: Path(name).read_bytes() for name in there()}
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    assert says in err.splitlines()[-1]
    assert {name: Path(name).read_bytes() for name in there()} == before


def test_a_fault_half_way_leaves_what_was_there(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reconcile.pairing.blocks.SIZE", 200)
    write("pairs.csv", PAIRS, *[[*FIRST, *AGAIN]] * 20)
    with Path("pairs.csv").open("a") as file:
        file.write("1,2,3,4,5,6,7,8,9\n")
    Path("scored.csv").write_text("as it was")
    status, _, err = run("compare", "pairs.csv", "--out", "scored.csv", "--jobs", "1")
    assert (status, "line 22: this row has 9 cells" in err) == (2, True)
    assert Path("scored.csv").read_text() == "as it was"
    assert there() == ["pairs.csv", "scored.csv"]


def test_ctrl_c_leaves_no_file(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(scoring, "judge", stopped)
    pairs()
    status, _, err = run("compare", "pairs.csv", "--out", "scored.csv")
    assert (status, err.splitlines()) == (2, ["reconcile: stopped; scored.csv was not written"])
    assert there() == ["pairs.csv"]


def tables() -> None:
    write("left.csv", ["id", *FIELDS], ["l1", *FIRST], ["l2", "=Something That Nobody Else Has", "", "", ""])
    write("right.csv", FIELDS, OTHER, AGAIN)


def test_tables_linked(run: Run) -> None:
    tables()
    status, out, err = run("link", "left.csv", "right.csv", "--out", "links.csv")
    assert (status, err) == (0, "")
    assert out.startswith("2 rows held against 2: 1 same, 0 possible (")
    header, link = read("links.csv")
    assert header == LINKS
    assert (link[0], link[1], link[3], link[5:]) == ("l1", "2", "same", [FIRST[0], AGAIN[0], "1", "2"])
    assert float(link[2]) > 0.9


def test_links_of_several_rows_and_one_to_one(run: Run) -> None:
    write("left.csv", FIELDS, FIRST, AGAIN)
    write("right.csv", FIELDS, FIRST)
    run("link", "left.csv", "right.csv", "--out", "links.csv")
    run("link", "left.csv", "right.csv", "--out", "single.csv", "--one-to-one")
    assert [row[:2] for row in read("links.csv")[1:]] == [["1", "1"], ["2", "1"]]
    assert len(read("single.csv")) == 2


def test_ids_of_links_are_those_of_the_tables(run: Run) -> None:
    write("left.csv", ["id", *FIELDS], ["=A1", *FIRST])
    write("right.csv", ["id", *FIELDS], ["-abc", *AGAIN])
    assert run("link", "left.csv", "right.csv", "--out", "links.csv")[0] == 0
    assert read("links.csv")[1][:2] == ["=A1", "-abc"]


def test_no_title_of_a_link_is_a_formula(run: Run) -> None:
    write("left.csv", FIELDS, ["=SUM(A1:A9) considered harmful to spreadsheets", "Anna Berg", "", "2001"])
    Path("right.csv").write_bytes(Path("left.csv").read_bytes())
    run("link", "left.csv", "right.csv", "--out", "links.csv")
    assert read("links.csv")[1][5] == "'=SUM(A1:A9) considered harmful to spreadsheets"


def test_a_table_grouped(run: Run) -> None:
    write("table.csv", ["key", *FIELDS], ["a", *FIRST], ["b", *OTHER], ["c", *AGAIN])
    status, out, err = run("dedupe", "table.csv", "--out", "groups.csv")
    assert (status, err) == (0, "")
    assert out.startswith("3 rows: 2 groups, 1 row repeats another (")
    rows = read("groups.csv")
    assert rows[0] == ["key", *FIELDS, "group", "probability"]
    assert [row[0:6:5] for row in rows[1:]] == [["a", "1"], ["b", "2"], ["c", "1"]]
    assert [bool(row[6]) for row in rows[1:]] == [False, False, True]


def test_columns_called_as_those_that_are_added_give_way(run: Run) -> None:
    write("table.csv", ["Group", *FIELDS, "mine", "probability"], ["x", *FIRST, "y", "0.5"])
    _, out, _ = run("dedupe", "table.csv", "--out", "groups.csv")
    assert out.startswith("1 row: 1 group, 0 rows repeat another (")
    assert read("groups.csv") == [[*FIELDS, "mine", "group", "probability"], [*FIRST, "y", "1", ""]]
    assert "but for those that are called group or probability" in " ".join(run("dedupe", "--help")[1].split())


def test_what_is_left_open_is_listed(run: Run) -> None:
    write("table.csv", ["id", *FIELDS], ["a", *FIRST], ["b", *OTHER], ["c", *AGAIN])
    assert run("dedupe", "table.csv", "--out", "groups.csv", "--possible", "open.csv")[0] == 0
    assert read("open.csv") == [LINKS]


def test_how_to_see_what_is_left_open_is_said_where_nobody_asked_for_it(run: Run) -> None:
    write("table.csv", FIELDS, FIRST, (f"{FIRST[0]} in 3D", *FIRST[1:]))
    hint = "--possible LINKS.csv lists what is possibly one, for you to decide\n"
    assert run("dedupe", "table.csv", "--out", "groups.csv")[1].endswith(f"groups: groups.csv\n{hint}")
    out = run("dedupe", "table.csv", "--out", "groups.csv", "--possible", "open.csv")[1]
    assert out.endswith("groups: groups.csv\npossible: open.csv\n")
    assert [row[-2:] for row in read("open.csv")[1:]] == [["1", "2"]]
    write("table.csv", FIELDS, FIRST, OTHER)
    assert hint not in run("dedupe", "table.csv", "--out", "groups.csv")[1]


def test_what_is_left_open_never_takes_the_place_of_the_groups(run: Run) -> None:
    write("table.csv", ["id", *FIELDS], ["a", *FIRST], ["b", *OTHER], ["c", *AGAIN])
    for out, possible in (("gg.csv", "gg.csv"), ("gg.csv", "./gg.csv"), ("-", "-")):
        status, said, err = run("dedupe", "table.csv", "--out", out, "--possible", possible)
        assert (status, said) == (2, "")
        assert "--out names the same; name another file" in err
        assert there() == ["table.csv"]
    status, said, err = run("dedupe", "table.csv", "--out", "gg.csv", "--possible", "-")
    assert (status, said) == (0, ",".join(LINKS) + "\n")
    assert "groups: gg.csv" in err
    assert there() == ["gg.csv", "table.csv"]


def test_grouping_again_changes_nothing(run: Run) -> None:
    write("table.csv", FIELDS, FIRST, AGAIN)
    run("dedupe", "table.csv", "--out", "once.csv")
    run("dedupe", "once.csv", "--out", "twice.csv")
    assert Path("once.csv").read_bytes() == Path("twice.csv").read_bytes()


def test_ids_of_several_rows_are_told_and_the_rows_numbered(run: Run) -> None:
    write("left.csv", ["id", *FIELDS], ["a", *OTHER], ["a", *FIRST], ["-12", "Nothing Else Has This", "", "", ""])
    write("right.csv", ["id", *FIELDS], ["-12", *AGAIN])
    status, _, err = run("link", "left.csv", "right.csv", "--out", "links.csv")
    says = "left.csv: 1 id stands in several rows ('a'); left_row and right_row say which is meant"
    assert (status, err) == (0, f"reconcile: {says}\n")
    (link,) = read("links.csv")[1:]
    assert (link[:2], link[-2:]) == (["a", "-12"], ["2", "1"])
    assert says in run("dedupe", "left.csv", "--out", "groups.csv", "--possible", "open.csv")[2]
