"""How an entry is edited where it stands, and that a value which would break out of its field never gets there."""

from __future__ import annotations

from dataclasses import replace
from itertools import cycle

import pytest

from reconcile.bibtex.edit import Edit, Entry, delimited, set_value
from reconcile.bibtex.source import Source
from reconcile.checking.item import Item
from reconcile.cleaning import Policy, Preprints, VenueForm, clean_source
from reconcile.cleaning.judging import Meaning
from reconcile.documents.bib.scan import Broken
from reconcile.mention import Status
from sources.record import Record
from tests.cleaners import WHY, Given, cleaned, judge_by
from tests.make import preprint, record

TITLE, PEOPLE = "Counting Gulls of the Northern Marshes", "Ada Holm; Bo Lund; Carl Ek"
GULLS = record(
    TITLE, PEOPLE, 2020, "ICML", ids="doi:10.1000/gulls", page="1-12", source="dblp", key="conf/icml/HolmLE20"
)
MARSH = record(
    TITLE, PEOPLE, 2020, "IEEE Trans. Computers", type="article-journal", ids="doi:10.1000/gulls", source="dblp",
    key="journals/tc/HolmLE20",
)  # fmt: skip
DRAFT = preprint(TITLE, PEOPLE, 2019, "1901.00001")
HEAD = f"  title     = {{{TITLE}}},\n  author    = {{Ada Holm and Bo Lund and Carl Ek}},\n"


def entry(rest: str, kind: str = "inproceedings") -> str:
    """An entry of the gulls, `rest` behind title and authors."""
    return f"@{kind}{{g,\n{HEAD}{rest}\n}}\n"


@pytest.mark.parametrize(("text", "why"), [("no entry here", "no entry"), ("@misc{a, year=1} more", "stands behind")])
def test_a_text_that_is_no_entry_or_more_than_one_is_broken(text: str, why: str) -> None:
    with pytest.raises(Broken, match=why):
        Entry.read(text)


def test_edits_that_overlap_are_refused() -> None:
    with pytest.raises(ValueError, match="overlap"):
        Entry.read("@misc{a, year = 1}").applied([Edit(0, 5, ""), Edit(4, 6, "")])


@pytest.mark.parametrize("value", ["a {wool", "a} {wool", "a \\{ wool", "\\{ wool }", "wool\\"])
def test_a_value_that_would_break_out_of_its_field_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match="cannot stand in a field"):
        delimited(value, "{")


def test_quotes_that_would_not_hold_a_value_become_braces() -> None:
    gulls = Entry.read('@misc{a, title = "Wool", note = {Felt}}')
    assert gulls.applied([set_value(gulls, gulls.fields[0], 'Wo"ol')]) == '@misc{a, title = {Wo"ol}, note = {Felt}}'


@pytest.mark.parametrize("comma", ["", ","])
def test_the_last_field_goes_with_the_comma_before_it(comma: str) -> None:
    text = entry(
        f"  year      = {{2019}},\n  journal   = {{CoRR}},\n  volume    = {{abs/1901.00001}}{comma}", "article"
    )
    kept = replace(GULLS, page="", identifiers=())
    assert cleaned(text, kept, DRAFT, preprints=Preprints.REPLACE).text == entry(
        "  year      = {2020},\n  booktitle = {International Conference on Machine Learning (ICML)},\n"
        f"  eprint    = {{1901.00001}},\n  archiveprefix = {{arXiv}}{comma}"
    )


def test_a_shorter_name_leaves_the_signs_in_their_column() -> None:
    text = entry(
        "  booktitle = {IEEE Transactions on Computers},\n  doi       = {10.1000/gulls},\n  year      = {2020}",
        "article",
    )
    assert cleaned(text, MARSH).text == text.replace("booktitle =", "journal   =")


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_field_is_added_where_comments_part_the_fields(newline: str) -> None:
    text = entry("  booktitle = {ICML},\n  pages     = {1--12},\n  year      = 2020").replace(",\n", ", % mine\n")
    text = text.replace("\n", newline)
    assert cleaned(text, GULLS).text == text.replace("2020", f"2020,{newline}  doi       = {{10.1000/gulls}}")


def test_an_entry_that_does_not_settle_stays_as_it_is() -> None:
    text = entry("  booktitle = {ICML},\n  pages     = {1--12},\n  doi       = {10.1000/gulls},\n  year      = 2019")
    years = cycle([2020, 2021])

    def judge(_item: Item) -> Meaning:
        year = next(years)
        return Meaning(
            Status.MATCHED, record(TITLE, PEOPLE, year, "ICML", ids="doi:10.1000/gulls", page="1-12"), (), WHY
        )

    found = clean_source(Source(text), Given(judge, judge_by().settings), Policy(accept=frozenset(["year-mismatch"])))
    assert (found.text, found.changes) == (text, ())


def test_a_field_that_two_rounds_change_is_told_once() -> None:
    text = entry("  booktitle = {AAAI},\n  pages     = {1--12},\n  doi       = {10.1000/gulls},\n  year      = 2020")
    (change,) = cleaned(text, GULLS, accept={"venue-mismatch"}, venues=VenueForm.SHORT).changes
    assert (change.code, change.before, change.after) == ("venue-mismatch", "AAAI", "ICML")


@pytest.mark.parametrize(
    ("before", "publication", "after"),
    [
        pytest.param(
            "  date      = {2019-01-03},\n  eprinttype = {arxiv},\n  eprint    = {1901.00001}",
            MARSH,
            "journaltitle    = {IEEE Trans. Computers}",
            id="biblatex calls a journal journaltitle",
        ),
        pytest.param(
            "  year      = {2019},\n  eprint    = {1901.00001}",
            record(
                TITLE, PEOPLE, 2020, "Birds of the Marshes", type="chapter", publisher="Felt", editor=GULLS.author[:1]
            ),
            "editor    = {Holm, Ada}",
            id="a chapter needs its book's editor",
        ),
    ],
)
def test_a_preprint_gets_what_its_publications_type_has(before: str, publication: Record, after: str) -> None:
    found = cleaned(entry(before, "online"), publication, DRAFT, preprints=Preprints.REPLACE)
    assert after in found.text
