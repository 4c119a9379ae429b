"""Tables of pairs scored, two tables linked, one table grouped: the parts, on tables made here."""

from __future__ import annotations

import csv
import errno
import io
import shutil
from collections.abc import Sequence

import pytest

from reconcile.arguments import InputError
from reconcile.cells import no_formula
from reconcile.comparison import Decision, share
from reconcile.pairing import blocks
from reconcile.pairing.blocking import Candidates, indexed, terms_of
from reconcile.pairing.blocks import Table, table_of
from reconcile.pairing.columns import pair_fields, place_of, record_fields, side_of
from reconcile.pairing.grouping import Place, grouped, holding, left_open, numbers_of
from reconcile.pairing.linking import Link, Links, best_of_each, linked, neighbours, one_to_one, written_links
from reconcile.pairing.rows import Rows, pack, read_rows, unpack
from reconcile.pairing.scoring import scored
from reconcile.settings import DEFAULT, for_pairs
from reconcile.streaming.decoding import Encoding
from reconcile.streaming.opening import Text

SAME, POSSIBLE = Decision.SAME, Decision.POSSIBLE

FIRST = ("Nonmanipulable Randomized Tournament Selections", "Alon Altman, Robert Kleinberg", "AAAI", "2010")
AGAIN = ("nonmanipulable randomized tournament selections.", "A. Altman and R. Kleinberg", "AAAI", "2010")
OTHER = ("A New Algorithm for Weighted Partial MaxSAT", "Carlos Ansótegui, Jordi Levy", "AAAI", "2010")
THIRD = ("Generative Models of Mentor-Apprentice Networks", "Muhammad Ahmad, David Huffaker", "AAAI", "2010")
HEADER = ("left_title", "left_authors", "left_venue", "left_year")
PAIRS = (*HEADER, *(name.replace("left", "right") for name in HEADER))


def table(rows: Sequence[Sequence[str]], delimiter: str = ",", ending: str = "\n") -> Table:
    """A table that is open."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, lineterminator=ending).writerows(rows)
    return table_of(Text(io.BytesIO(text.getvalue().encode()), Encoding(), lambda: 0), "t.csv")


def scored_rows(rows: Sequence[Sequence[str]], delimiter: str = ",", jobs: int = 1) -> list[list[str]]:
    """What comes of a table of pairs."""
    content = b"".join(part.lines for part in scored(table(rows, delimiter), DEFAULT, jobs)).decode()
    return list(csv.reader(io.StringIO(content, newline=""), delimiter=delimiter))


def records(*rows: Sequence[str]) -> Rows:
    """Rows of records held in memory."""
    return Rows(tuple(pack([*row, "", "", "", ""][:7]) for row in rows))


# Columns


@pytest.mark.parametrize(
    ("header", "places"),
    [
        (["title", "authors", "venue", "year"], (0, 1, 2, 3, 4, 4, 4)),
        (["Year", " Title ", "id"], (1, 3, 3, 0, 3, 3, 3)),
        (["title", "author", "journal", "date", "DOI", "volume", "page"], (0, 1, 2, 3, 4, 5, 6)),
        (["journal", "venue", "title", "container-title"], (2, 4, 1, 4, 4, 4, 4)),
    ],
)
def test_which_column_holds_which_field(header: list[str], places: tuple[int, ...]) -> None:
    assert record_fields(header, "t.csv").places == places


def test_the_columns_of_a_pair() -> None:
    left, right = pair_fields(["label", "Left Title", "right_title", "right_year", "left_authors"], "t.csv")
    assert (left.places[:4], right.places[:4]) == ((1, 4, 5, 5), (2, 5, 5, 3))


@pytest.mark.parametrize(
    ("header", "missing"), [(["left_title"], "right_title"), (["title", "authors"], "left_title"), ([], "left_title")]
)
def test_a_table_of_pairs_needs_titles(header: list[str], missing: str) -> None:
    with pytest.raises(InputError, match=f"^t.csv: there is no column '{missing}'; its columns are"):
        pair_fields(header, "t.csv")


def test_a_table_of_records_needs_titles() -> None:
    with pytest.raises(InputError, match=r"^t.csv: there is no column 'title'; its columns are 'name', 'year'$"):
        record_fields(["name", "year"], "t.csv")


def test_the_place_of_a_column() -> None:
    assert (place_of(["A", " Why"], "why", "t"), place_of(["A"], "why", "t")) == (1, -1)


# Pairs


@pytest.mark.parametrize("jobs", [1, 2])
def test_pairs_are_scored_in_order(jobs: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "SIZE", 512)
    rows = scored_rows([PAIRS, *([*FIRST, *AGAIN], [*FIRST, *OTHER]) * 20], jobs=jobs)
    assert rows[0] == [*PAIRS, "probability", "decision", "why"]
    assert [row[:8] for row in rows[1:]] == [[*FIRST, *AGAIN], [*FIRST, *OTHER]] * 20
    assert {row[9] for row in rows[1::2]} == {"same"}
    assert {row[9] for row in rows[2::2]} == {"different"}
    assert all(float(row[8]) > 0.9 for row in rows[1::2])
    assert all(row[10] for row in rows[1:])


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_other_columns_stay_as_they_are_and_where_they_are(delimiter: str) -> None:
    header = ["key", *PAIRS, "note"]
    cells = [["1", *FIRST, *AGAIN, 'said "yes"; a,b\tc\nand more'], ["2", *FIRST, *OTHER, ""]]
    rows = scored_rows([header, *cells], delimiter)
    assert [row[:10] for row in rows] == [header, *cells]


def test_columns_that_are_added_take_the_place_of_their_namesakes() -> None:
    once = scored_rows([PAIRS, [*FIRST, *AGAIN]])
    assert scored_rows(once) == once


def test_missing_columns_and_cells_say_nothing() -> None:
    rows = scored_rows([["left_title", "right_title", "right_year"], ["", "", ""], [FIRST[0], "", ""]])
    assert [row[4:] for row in rows[1:]] == [["different", "nothing to compare"]] * 2
    assert all(float(row[3]) < 0.01 for row in rows[1:])


@pytest.mark.parametrize("nothing", ["NULL", "NA", "<NA>", r"\N", "None", "N/A"])
def test_what_stands_for_nothing_says_nothing(nothing: str) -> None:
    told = side_of(("Wool on Hills", nothing, nothing, nothing, nothing, nothing, nothing))
    assert told == side_of(("Wool on Hills", "", "", ""))


def test_the_ending_and_the_mark_of_a_table_are_kept() -> None:
    text = b"\xef\xbb\xbfleft_title;right_title\r\nA Study of Things;A study of things\r\n"
    found = table_of(Text(io.BytesIO(text), Encoding(), lambda: 0), "t.csv")
    content = b"".join(part.lines for part in scored(found, DEFAULT, 1))
    assert content.startswith(b"\xef\xbb\xbfleft_title;right_title;probability;decision;why\r\nA Study of Things;A stu")
    assert content.count(b"\r\n") == content.count(b"\n") == 2


def test_a_line_that_says_the_delimiter_stays_above_the_header() -> None:
    text = b'\xef\xbb\xbfsep=;\r\nleft_title;right_title\r\nA, b, c, d;a, b, c, d\r\n"open'
    found = table_of(Text(io.BytesIO(text), Encoding(), lambda: 0), "t.csv")
    assert found.header == ("left_title", "right_title")
    with pytest.raises(InputError, match=r"^t.csv: line 4: in the row that begins here a quotation mark is not closed"):
        list(found.blocks)
    found = table_of(Text(io.BytesIO(text[:-5]), Encoding(), lambda: 0), "t.csv")
    content = b"".join(part.lines for part in scored(found, DEFAULT, 1))
    assert content.startswith(
        b"\xef\xbb\xbfsep=;\r\nleft_title;right_title;probability;decision;why\r\nA, b, c, d;a, b"
    )


def test_a_file_is_not_read_whole() -> None:
    taken = 0

    class Endless(io.RawIOBase):
        def read(self, size: int = -1) -> bytes:
            nonlocal taken
            taken += 1
            line = (",".join(f'"{cell}"' for cell in (*FIRST, *OTHER)) + "\n").encode()
            return (",".join(PAIRS) + "\n").encode() if taken == 1 else line * 10

    parts = scored(table_of(Text(Endless(), Encoding(), lambda: 0), "endless"), DEFAULT, 1)  # type: ignore[arg-type]
    assert [next(parts).rows for _ in range(5)] == [0, 10, 10, 10, 10]
    assert taken < 10


PLAIN = ["same title", "", "-12", "+4.5", "-1e9"]


@pytest.mark.parametrize(
    ("text", "cell"),
    [*zip(PLAIN, PLAIN, strict=True), ("=1+1", "'=1+1"), ("@x", "'@x"), ("-1+2", "'-1+2"), ("-A1", "'-A1")],
)
def test_no_cell_of_ours_is_a_formula(text: str, cell: str) -> None:
    assert no_formula(text) == cell


# Blocking and linking


def test_a_row_is_packed_and_unpacked() -> None:
    cells = ["a\x1fb", "", "c", "1", "", "", "d"]
    assert list(unpack(pack(cells))) == ["a b", "", "c", "1", "", "", "d"]


def test_rows_are_read_with_their_ids() -> None:
    rows = read_rows(table([["id", "title", "doi"], ["a", "T", "10.1/x"], ["", "U", ""]]), kept=False)
    assert [rows.id(0), rows.id(1), rows.title(1), len(rows), rows.blocks] == ["a", "2", "U", 2, ()]


def test_a_row_is_found_by_its_words_and_by_its_keys() -> None:
    doi = ["The The", "", "", "", "10.1000/ABC", "", ""]
    rows = Rows((*records(FIRST, OTHER).packed, pack(doi)))
    with indexed(rows) as folder:
        candidates = Candidates(folder)
        assert candidates.of(pack([*AGAIN, "", "", ""]))[0] == 0
        assert candidates.of(pack(["something else", "", "", "", "https://doi.org/10.1000/abc", "", ""])) == [2]
        assert candidates.of(pack(["unheard", "", "", "", "", "", ""])) == []
        assert "title:thethe" in terms_of(rows.packed[2])
        folder_there = folder.exists()
    assert folder_there
    assert not folder.exists()


def test_a_lock_that_comes_late_does_not_stop_the_index_from_going(monkeypatch: pytest.MonkeyPatch) -> None:
    """The index's own thread looks at the folder now and then, and locks it; seen as `Directory not empty`."""
    really, tries = shutil.rmtree, []

    def late(folder: str, **how: bool) -> None:
        tries.append(folder)
        if len(tries) < 3:
            raise OSError(errno.ENOTEMPTY, "Directory not empty")
        really(folder, **how)

    monkeypatch.setattr("reconcile.pairing.blocking.shutil.rmtree", late)
    with indexed(records(FIRST)) as folder:
        assert folder.exists()
    assert not folder.exists()


@pytest.mark.parametrize("jobs", [1, 2])
def test_two_tables_are_linked(jobs: int) -> None:
    left, right = records(FIRST, THIRD, OTHER), records(OTHER, AGAIN)
    found = best_of_each(list(linked(left, right, DEFAULT, jobs)))
    assert [(link.left, link.right, link.decision) for link in found] == [(0, 1, SAME), (2, 0, SAME)]


def test_tables_without_rows_are_linked() -> None:
    assert list(linked(records(FIRST), records(), DEFAULT, 1)) == [()]
    assert list(linked(records(), records(FIRST), DEFAULT, 1)) == []


def test_rows_that_are_one_work_are_no_rivals() -> None:
    (links,) = linked(records(FIRST), records(AGAIN, FIRST), DEFAULT, 1)
    assert {link.right for link in links} == {0, 1}
    assert links[0].decision is SAME


def test_another_work_that_fits_alike_is_a_rival() -> None:
    claim = ("Preface to the Special Issue on Scheduling", "", "", "")
    journal = ("Preface to the Special Issue on Scheduling", "Anna Berg", "Journal of Scheduling", "2004")
    another = ("Preface to the Special Issue on Scheduling", "Carl Dorn", "Operations Research", "2015")
    (alone,) = linked(records(claim), records(journal), DEFAULT, 1)
    (links,) = linked(records(claim), records(journal, another), DEFAULT, 1)
    assert alone
    assert links
    assert all(link.probability <= 0.5 and link.decision is not SAME for link in links)
    assert links[0].probability < alone[0].probability


@pytest.mark.parametrize(
    ("one", "others", "chance"), [(0.9, [], 0.9), (0.9, [0.9], 0.474), (0.5, [0.0], 0.5), (1.0, [0.5], 1.0)]
)
def test_rivals_share_the_odds(one: float, others: list[float], chance: float) -> None:
    assert share(one, others) == pytest.approx(chance, abs=1e-3)


def test_links_one_to_one() -> None:
    every: list[Links] = [
        (Link(0, 0, 0.99, SAME, ""), Link(0, 1, 0.9, SAME, "")),
        (Link(1, 0, 0.999, SAME, ""),),
        (Link(2, 0, 0.98, SAME, ""),),
    ]
    assert [(link.left, link.right) for link in one_to_one(every)] == [(0, 1), (1, 0)]
    assert [(link.left, link.right) for link in best_of_each(every)] == [(0, 0), (1, 0), (2, 0)]


# What holds two rows back

COMPANIONS = "Character Level Convolutional Neural Network for {} Dialect Identification"
ALI = ("Mohamed Ali", "VarDial", "2018")
ABSTRACTS = ("Abstracts of Current Literature", "", "", "1981")
GUARDED = [
    ("another word", (COMPANIONS.format("Arabic"), *ALI), (COMPANIONS.format("German"), *ALI), POSSIBLE, POSSIBLE),
    ("a word more", (COMPANIONS.format("Arabic"), *ALI), (COMPANIONS.format(""), *ALI), POSSIBLE, POSSIBLE),
    ("a word misspelt", (COMPANIONS.format("Arabic"), *ALI), (COMPANIONS.format("Arabc"), *ALI), SAME, SAME),
    ("letters swapped", ("Rethinking Token-Mixing MLP", *ALI), ("Rethinking Token-Mixing LMP", *ALI), SAME, SAME),
    ("a remark", FIRST, (f"{FIRST[0]} (extended abstract)", *FIRST[1:]), SAME, POSSIBLE),
    ("a subtitle", FIRST, (f"{FIRST[0]}: Incentives in Sports and Elections", *FIRST[1:]), SAME, POSSIBLE),
    ("another word and one DOI", (COMPANIONS.format("Arabic"), *ALI, "10.1000/x"),
     (COMPANIONS.format("German"), *ALI, "10.1000/X"), SAME, SAME),
    ("other people", ("Attention is all you need", "Ashish Vaswani; Noam Shazeer", "", "2017"),
     ("Attention is all you need", "Jane Doe; John Smith", "", "2017"), POSSIBLE, POSSIBLE),
    ("nobody on either side", ABSTRACTS, ABSTRACTS, POSSIBLE, POSSIBLE),
    ("nobody on one side of a short title", ABSTRACTS, (ABSTRACTS[0], "Ann Lee", "", "1981"), POSSIBLE, POSSIBLE),
    ("nobody on one side of a long title", FIRST, (FIRST[0], "", "", "2010"), SAME, SAME),
    ("nobody, but the page", (*ABSTRACTS, "", "", "129"), (*ABSTRACTS, "", "", "129-40"), SAME, SAME),
    ("a title is missing", (*FIRST, "10.1000/x"), ("", "", "", "", "10.1000/X"), SAME, SAME),
    ("both titles are missing", ("", "", "", "", "10.1000/x"), ("", "", "", "", "10.1000/X"), SAME, SAME),
    ("a title is missing and all else differs", (*FIRST, "10.1000/x"), ("", "Ann Lee", "", "1990", "10.1000/X"),
     POSSIBLE, POSSIBLE),
    ("one DOI and other titles", (*FIRST, "10.1000/x"), (*OTHER, "10.1000/X"), POSSIBLE, POSSIBLE),
]  # fmt: skip


@pytest.mark.parametrize(
    ("left", "right", "between", "within"), [case[1:] for case in GUARDED], ids=[c[0] for c in GUARDED]
)
def test_what_holds_two_rows_back(
    left: Sequence[str], right: Sequence[str], between: Decision, within: Decision
) -> None:
    """Among rows of which most name people, linked from two tables and grouped in one."""
    settings = for_pairs(None, 0.05)
    links = best_of_each(list(linked(records(left, THIRD, THIRD), records(right, THIRD, THIRD), settings, 1)))
    assert [(link.right, link.decision) for link in links if link.left == 0] == [(0, between)]
    rows = records(left, right, THIRD, THIRD)
    every = list(neighbours(rows, settings, 1))
    assert {link.decision for link in every[0]} == {within}
    assert numbers_of(grouped(rows, every, holding(rows, settings))) == (
        [1, 1, 2, 2] if within is SAME else [1, 2, 3, 3]
    )


def test_titles_alone_are_enough_where_a_table_names_nobody() -> None:
    rows = records(*[(title, "", "", "") for title in (FIRST[0], AGAIN[0], "Editorial", "Editorial")])
    settings = for_pairs(None, 0.05)
    assert numbers_of(grouped(rows, list(neighbours(rows, settings, 1)), holding(rows, settings))) == [1, 2, 3, 4]
    dated = records((FIRST[0], "", "", "2010"), (AGAIN[0], "", "", "2010"))
    assert numbers_of(grouped(dated, list(neighbours(dated, settings, 1)), holding(dated, settings))) == [1, 1]


def test_why_a_row_is_held_back_comes_first() -> None:
    (links, *_) = linked(records((*FIRST, "10.1000/x")), records((*OTHER, "10.1000/x")), for_pairs(None, 0.05), 1)
    assert links[0].why.startswith("one DOI, but the titles differ; title ")


def test_a_link_that_is_the_same_comes_before_a_likelier_one_that_is_held_back() -> None:
    left = (COMPANIONS.format("Arabic"), *ALI)
    right = records((COMPANIONS.format("German"), *ALI), (left[0], "M. Ali", "", "2018"))
    every = list(linked(records(left), right, for_pairs(None, 0.05), 1))
    assert [(link.right, link.decision) for link in every[0]] == [(1, SAME), (0, POSSIBLE)]
    assert [link.right for link in one_to_one(every)] == [1]


def test_rows_of_one_doi_in_three_groups_are_listed_with_the_reason() -> None:
    doi = "10.1000/x"
    rows = records((*FIRST, doi), ("", "", "", "", doi), (*OTHER, doi))
    settings = for_pairs(None, 0.05)
    every = list(neighbours(rows, settings, 1))
    places = grouped(rows, every, holding(rows, settings))
    assert numbers_of(places) == [1, 1, 2]
    (link,) = left_open(every, places)
    assert (link.left, link.right, link.decision, link.why[:7]) == (0, 2, POSSIBLE, "one DOI")


# Groups


def test_the_rows_of_one_table_are_grouped() -> None:
    rows = records(FIRST, OTHER, AGAIN, THIRD)
    every = list(neighbours(rows, DEFAULT, 1))
    places = grouped(rows, every, holding(rows, DEFAULT))
    assert numbers_of(places) == [1, 2, 1, 3]
    assert [place.probability is None for place in places] == [True, True, False, True]


@pytest.mark.parametrize(
    ("title", "doi", "group"),
    [
        ("nonmanipulable randomised tournament selections.", "", 1),
        ("Nonmanipulable Randomized Tournament Selections in Three Dimensions", "", 2),
        ("Nonmanipulable Randomized Tournament Selections in Three Dimensions", "https://doi.org/10.1000/X1", 1),
    ],
    ids=["a slip", "words more", "words more and one DOI"],
)
def test_rows_of_one_table_are_one_work_only_with_one_title_or_identifier(title: str, doi: str, group: int) -> None:
    rows = records((*FIRST, "10.1000/x1"), (title, *FIRST[1:], doi))
    places = grouped(rows, list(neighbours(rows, DEFAULT, 1)), holding(rows, DEFAULT))
    assert numbers_of(places) == [1, group]


def test_a_chain_of_likenesses_makes_no_group() -> None:
    """0 is like 1 and 1 is like 2, but 0 is not like 2: 2 does not join the group of which 0 is the best."""
    rows = records(("a", "x", "v", "1"), ("b", "x", "v", ""), ("c", "x", "", ""))
    every: list[Links] = [(Link(0, 1, 0.99, SAME, ""),), (Link(1, 2, 0.98, SAME, ""),), ()]
    asked: list[tuple[int, int]] = []

    def held(left: int, right: int) -> tuple[float, Decision]:
        asked.append((left, right))
        return 0.1, Decision.DIFFERENT

    assert grouped(rows, every, held) == [Place(0, None), Place(0, 0.99), Place(2, None)]
    assert asked == [(0, 2)]


def test_a_row_joins_the_group_whose_best_it_fits_best() -> None:
    rows = records(("a", "x", "v", "1"), ("b", "x", "v", "1"), ("c", "x", "", ""))
    every: list[Links] = [(), (), (Link(2, 0, 0.96, SAME, ""), Link(2, 1, 0.99, SAME, ""))]
    assert grouped(rows, every, lambda _left, _right: (0.0, Decision.DIFFERENT))[2] == Place(1, 0.99)


def test_what_is_only_possible_is_not_grouped() -> None:
    rows = records(FIRST, AGAIN)
    every: list[Links] = [(Link(0, 1, 0.6, POSSIBLE, ""),), ()]
    assert numbers_of(grouped(rows, every, lambda _left, _right: (0.6, POSSIBLE))) == [1, 2]


def test_what_is_left_open_is_the_likeliest_link_of_two_groups() -> None:
    rows = records(FIRST, AGAIN, OTHER)
    every: list[Links] = [
        (Link(0, 1, 0.99, SAME, ""), Link(0, 2, 0.6, POSSIBLE, "")),
        (Link(1, 2, 0.7, POSSIBLE, "so"),),
        (Link(2, 1, 0.7, POSSIBLE, "so"),),
    ]
    places = grouped(rows, every, lambda _left, _right: (0.6, POSSIBLE))
    assert left_open(every, places) == [Link(1, 2, 0.7, POSSIBLE, "so")]
    lines = written_links(left_open(every, places), rows, rows).decode().splitlines()
    assert lines[1] == f"2,3,0.7000,possible,so,{AGAIN[0]},{OTHER[0]},2,3"


def test_groups_do_not_depend_on_the_order_of_the_rows() -> None:
    rows = [FIRST, OTHER, AGAIN, THIRD, (FIRST[0], "", "", "2010")]
    expected: set[frozenset[Sequence[str]]] = set()
    for turn in range(len(rows)):
        order = rows[turn:] + rows[:turn]
        held = records(*order)
        numbers = numbers_of(grouped(held, list(neighbours(held, DEFAULT, 1)), holding(held, DEFAULT)))
        groups = {frozenset(row for row, at in zip(order, numbers, strict=True) if at == group) for group in numbers}
        expected = expected or groups
        assert groups == expected
