"""The parts of `parse`: lists of names, numbers, dates, structured fields."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.entry import Entry
from reconcile.parse import parse
from reconcile.parse.names.people import read_people
from reconcile.parse.names.pieces import blank_marks
from reconcile.parse.place.numbers import read_numbers
from reconcile.parse.words.dates import read_date
from sources.names import read_name

LISTS = {
    "Lei Gao*, Yue Niu* and Murali Annavaram": ["Lei Gao", "Yue Niu", "Murali Annavaram"],
    "Gao, L., & Niu, Y.": ["L. Gao", "Y. Niu"],
    "Smith J, Doe AB": ["J. Smith", "A. B. Doe"],
    "Smith, J.; Doe, A. B.; and Ray, C.": ["J. Smith", "A. B. Doe", "C. Ray"],
    "Shen Li (Facebook AI), Mahdi Soltanolkotabi1,2": ["Shen Li", "Mahdi Soltanolkotabi"],
    "Carlin, W., A. Glyn, and J. Van Reenen": ["W. Carlin", "A. Glyn", "J. Van Reenen"],
    "Bordman, Gerald Martin, and Tomas S. Hischak": ["Gerald Martin Bordman", "Tomas S. Hischak"],
    "Webber, Bonnie Lynn and Mays, Eric": ["Bonnie Lynn Webber", "Eric Mays"],
    "GAÏTI Brigitte et Pierre BIRNBAUM": ["Brigitte Gaïti", "Pierre Birnbaum"],
    "Jae-sun Seo, H. Ekin Sumbul, M. Tanveer": ["Jae-sun Seo", "H. Ekin Sumbul", "M. Tanveer"],
    "Ann Lee | Bob Ray\nCy Young": ["Ann Lee", "Bob Ray", "Cy Young"],
    "李伟,王芳": ["李伟", "王芳"],
}


@pytest.mark.parametrize("text", LISTS)
def test_lists_of_names(text: str) -> None:
    people = read_people(blank_marks(text), 0, len(text))
    assert [str(read_name(person.text)) for person in people.persons] == LISTS[text]
    assert people.against == 0


@pytest.mark.parametrize("text", ["Ann Lee, Bob Ray, et al.", "Lee A, Ray B, and others", "Ann Lee et al"])
def test_lists_cut_short(text: str) -> None:
    people = read_people(text, 0, len(text))
    assert people.et_al
    assert not any("al" in person.text.split() or "others" in person.text for person in people.persons)


@pytest.mark.parametrize("text", ["A study of the deep sea", "Proceedings of the 3rd workshop", "pages 3-5", "the sea"])
def test_what_is_no_list_of_names_speaks_against_itself(text: str) -> None:
    assert read_people(text, 0, len(text)).score < 0


@given(st.text(max_size=200))
def test_blanking_marks_keeps_every_position(text: str) -> None:
    blanked = blank_marks(text)
    assert len(blanked) == len(text)
    assert all(after in (before, " ") for before, after in zip(text, blanked, strict=True))


@given(st.lists(st.sampled_from(["Ann Lee", "Bob Ray", "M. Tanveer", "Jan van Dyk"]), min_size=1, max_size=6))
def test_names_written_out_are_read_again(names: list[str]) -> None:
    text = ", ".join(names)
    once = [str(read_name(person.text)) for person in read_people(text, 0, len(text)).persons]
    assert once == names


NUMBERS = {
    "Loom Letters, no. 4, pp. 11-28": ("", "4", "11-28"),
    "Neural Comput. 2020;12(3):1-5.": ("12", "3", "1-5"),
    "Empirical Software Engineering, 25(3), 123–145": ("25", "3", "123–145"),
    "Journal of Flight, vol. 12, no. 3, pp. 1–20": ("12", "3", "1–20"),
    "Revue, vol. 32, n° 2, p. 45-67": ("32", "2", "45-67"),
    "Operations Research 36, 3 (1988), 454-469.": ("36", "3", "454-469"),
    "Nano Lett. 2010, 10, 1012.": ("10", "", "1012"),
    "Physical Review D, 81(4):044005, 2010": ("81", "4", "044005"),
    "In ICML, April 8-11, 1991, pages 122-131": ("", "", "122-131"),
    "Zeitschrift für Inklusion, 22. Jg., Heft 3, S. 143": ("22", "3", "143"),
    "In ICML, 2019-2020": ("", "", ""),
}


@pytest.mark.parametrize("text", NUMBERS)
def test_numbers(text: str) -> None:
    numbers = read_numbers(text, 0, len(text))
    assert (
        tuple(piece.value if piece else "" for piece in (numbers.volume, numbers.issue, numbers.page)) == NUMBERS[text]
    )


@pytest.mark.parametrize(
    ("text", "year", "date"),
    [
        ("2019", "2019", "2019"),
        ("2024.01", "2024", "2024-01"),
        ("12 March 2019", "2019", "2019-03-12"),
        ("(2004, May)", "2004", "2004-05"),
        ("30 juillet 1952", "1952", "1952-07-30"),
        ("25-30 April 1992", "1992", "1992-04"),
        ("2019-13-40", "2019", "2019"),
    ],
)
def test_dates(text: str, year: str, date: str) -> None:
    assert str(read_date(text, year)) == date


def test_a_bibtex_entry() -> None:
    fields = (
        ("ENTRYTYPE", "inproceedings"),
        ("ID", "lee21"),
        ("author", "Lee, Ann and Bob Ray and others"),
        ("title", "Learning to {F}ly"),
        ("booktitle", "Proceedings of ICML"),
        ("pages", "1--9"),
        ("year", "2021"),
        ("month", "jul"),
        ("doi", "https://doi.org/10.1000/ABC"),
    )
    claim = parse(Entry("a.bib", 1, 9, "", "", fields=fields)).claim
    assert [str(name) for name in claim.author] == ["Ann Lee", "Bob Ray"]
    assert claim.author_et_al
    assert (claim.title, claim.container_title, claim.page) == ("Learning to Fly", "Proceedings of ICML", "1-9")
    assert (str(claim.issued), claim.type) == ("2021-07", "paper-conference")
    assert [str(identifier) for identifier in claim.identifiers] == ["doi:10.1000/abc"]


AUTHOR_FIELDS = {
    "Lee, Ann and Ray, Bob": ["Ann Lee", "Bob Ray"],
    "Ann Lee; Bob Ray": ["Ann Lee", "Bob Ray"],
    "Ann Lee, Bob Ray and Cy Young": ["Ann Lee", "Bob Ray", "Cy Young"],
    '[{"family": "Lee", "given": "Ann"}, {"literal": "Team X"}]': ["Ann Lee", "Team X"],
}


@pytest.mark.parametrize("text", AUTHOR_FIELDS)
def test_author_fields(text: str) -> None:
    fields = (("type", "article-journal"), ("title", "Learning to Fly"), ("author", text))
    claim = parse(Entry("a.json", 1, 1, "", "", fields=fields)).claim
    assert [str(name) for name in claim.author] == AUTHOR_FIELDS[text]


@given(
    st.lists(st.tuples(st.sampled_from(["title", "author", "year", "issued", "url", "doi", "x"]), st.text(max_size=40)))
)
def test_fields_never_raise(fields: list[tuple[str, str]]) -> None:
    mention = parse(Entry("a.csv", 1, 1, "", "", fields=tuple(fields)))
    assert mention.claim.source in ("claim", "")
