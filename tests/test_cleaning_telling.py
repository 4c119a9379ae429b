"""What a person at a terminal is told of a cleaning."""

from __future__ import annotations

import pytest

from reconcile.bibtex.source import Source
from reconcile.cleaning import Change, Cleaning
from reconcile.cleaning.telling import told

DBLP = "dblp conf/icml/Z20"
WHY = "the titles are the same; " + "only in the record: " + ", ".join(f"Person {number}" for number in range(40))
LONG = "Ann Lee and Bo Ek and Cy Wu and Di Zhang and Ed Moss and Flo Hale and %s and Gus Weir and Hal Nash"


def change(field: str, before: str, after: str, code: str = "incomplete", **more: str) -> Change:
    return Change(3, "a", code, field, before, after, **{"record": DBLP, "why": "same year", **more})


def lines(*made: Change, proposed: tuple[Change, ...] = ()) -> list[str]:
    return list(told(Cleaning(Source(""), "", made, proposed), "refs.bib"))


def test_an_entry_is_named_once_and_its_changes_stand_beneath() -> None:
    found = lines(
        change("doi", "", "10.1000/x"),
        change("pages", "", "1--9"),
        change("volume", "", "3", record="crossref 10.1000/x"),
        change("year", "2018", "2019", "year-mismatch"),
        proposed=(change("author", "A. Lee", "Ann Lee", "authors-differ"), change("", "a", "twice", "duplicate")),
    )
    assert found == [
        f"refs.bib:3: a: {DBLP}; same year",
        "  doi “10.1000/x”, pages “1--9” added [incomplete]",
        "  volume “3” added [incomplete] (crossref 10.1000/x)",
        "  year “2018” becomes “2019” [year-mismatch]",
        "  proposed: author “A. Lee” becomes “Ann Lee” [authors-differ]",
        "  twice [duplicate]",
    ]


def test_what_the_entry_itself_gives_names_the_record_it_was_held_against() -> None:
    made = change("pages", "1-9", "1--9", "pages-form", record="the entry itself", meant=DBLP)
    assert lines(made)[0] == f"refs.bib:3: a: {DBLP}; same year"


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        (change("journal", "ACL", "ACL", "wrong-field", was="booktitle"), "booktitle becomes journal “ACL”"),
        (change("journal", "ACL", "TACL", was="booktitle"), "booktitle “ACL” becomes journal “TACL”"),
        (change("volume", "abs/1", ""), "volume removed, was “abs/1”"),
        (change("ENTRYTYPE", "misc", "article"), "type “misc” becomes “article”"),
        (change("author", LONG % "E. Ab", LONG % "Eva Ab"), "author “…and Flo Hale and E. Ab and Gus Weir and Hal Nash” becomes"),
        (change("title", "x" * 99, "y" * 99), f"title “{'x' * 59}…” becomes “{'y' * 59}…”"),
        (change("title", "of sheep " * 9, "of sheep " * 9 + "(Extended Abstract)"), "of sheep of sheep (Extended Abstract)”"),
        (change("title", "A\n  B", "A C"), "title “A B” becomes “A C”"),
    ],
)  # fmt: skip
def test_values_are_cut_to_where_they_part(shown: Change, expected: str) -> None:
    (_, line) = lines(shown)
    assert expected in line


def test_no_line_is_long() -> None:
    found = lines(change("author", LONG * 9, LONG * 8, why=WHY), change("doi", "", "10.1000/" + "x" * 300, why=WHY))
    assert max(map(len, found)) < 200
