"""The rules of parsing by themselves: names of newspapers, initials, law's numbers, editors without a role, series."""

from __future__ import annotations

import time

import pytest

from reconcile.entry import Entry
from reconcile.lexicon.given_names import GIVEN_NAMES
from reconcile.parse import parse
from reconcile.parse.layouts.coherence import is_topic
from reconcile.parse.names.people import read_people
from reconcile.parse.names.pieces import blank_marks
from reconcile.parse.names.shapes import Shape, is_newspaper, shape_of
from reconcile.parse.place.credits import editors_without_role, past_credits
from reconcile.parse.place.no_venue import is_series
from reconcile.parse.place.numbers import read_numbers
from reconcile.parse.words.vocabulary import NEWSPAPERS, TITLE_WORDS
from sources.text import fold


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("o. k.", Shape.INITIALS),
        ("D. A. Jr.", Shape.INITIALS),
        ("А. Б.", Shape.INITIALS),
        ("Ders.", Shape.DASH),
        ("Evening Courier", Shape.OTHER),
        ("Le Figaro", Shape.OTHER),
        ("Neue Bauzeitung", Shape.OTHER),
        ("J. Phys", Shape.OTHER),
        ("Ministère de l’Environnement", Shape.ORGANISATION),
        ("Ann Herald", Shape.WORDS),
        ("J. K. Author", Shape.FULL),
    ],
)
def test_the_shape_of_a_piece(text: str, shape: Shape) -> None:
    assert shape_of(text)[0] is shape


def test_a_given_name_speaks_for_a_name_and_words_of_titles_against_it() -> None:
    assert shape_of("Gemma Wall")[1] < shape_of("Martha Wall")[1]
    assert shape_of("Peasant Revolt")[1] < 0 < shape_of("Okonma Zanelu")[1]
    assert shape_of("Memory-Based")[1] < shape_of("Okonma-Zanelu")[1]


@pytest.mark.parametrize(
    ("name", "known"),
    [("Evening Courier", True), ("Sunday Times", True), ("Ann Herald", False), ("Herald", False), ("Ada Bell", False)],
)
def test_the_names_of_newspapers(name: str, known: bool) -> None:
    assert is_newspaper(name.split()) is known


def test_the_tables_are_folded_and_do_not_contradict_each_other() -> None:
    for table in (TITLE_WORDS, GIVEN_NAMES, NEWSPAPERS):
        assert {word for word in table if fold(word) != word} == set()
    assert set() == TITLE_WORDS & GIVEN_NAMES


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # short family names in capitals, before initials or given names
        ("YANG, F., LIU, F., QI, J. and LI, H.", ["YANG, F.", "LIU, F.", "QI, J.", "LI, H."]),
        ("STEIN, E.A., GIL, M.", ["STEIN, E.A.", "GIL, M."]),
        # the family name first throughout
        ("Marsh Thomas, Hale Claire", ["Marsh, Thomas", "Hale, Claire"]),
        ("Thomas Marsh, Claire Hale", ["Thomas Marsh", "Claire Hale"]),
        # one person with a family name of two words, and with a suffix
        ("Prado Vega, Anna L.", ["Prado Vega, Anna L."]),
        ("Prado Vega, Tulkens J.", ["Prado Vega", "Tulkens, J."]),
        # two, the second of which is called by given names alone
        ("Zdenek Quimbert, Michal Andreas and Bo Rye", ["Zdenek Quimbert", "Michal Andreas", "Bo Rye"]),
        ("Marsh D.-H., Tulkens T. H.", ["Marsh, D.-H.", "Tulkens, T. H."]),
        ("Garcia Lopez, Maria Teresa", ["Garcia Lopez, Maria Teresa"]),
        ("Van Tulkens, Ada M.", ["Van Tulkens, Ada M."]),
        ("Anna Smith, Wei Zhang", ["Anna Smith", "Wei Zhang"]),
        ("Tulkens III, A., Marsh, B.", ["Tulkens III, A.", "Marsh, B."]),
        ("Tulkens II, Anna B. and Marsh, Bo", ["Tulkens II, Anna B.", "Marsh, Bo"]),
        ("Petrov II, Marsh B.", ["Petrov, II", "Marsh, B."]),
        # whose family name is a suffix, a degree, a firm or an organisation to others
        ("A. Marsh, B. Senior, C. Hale", ["A. Marsh", "B. Senior", "C. Hale"]),
        ("Marsh, A., Senior, B. W., & Hale, C.", ["Marsh, A.", "Senior, B. W.", "Hale, C."]),
        ("Marsh, A., Junior, B., & Hale, C.", ["Marsh, A.", "Junior, B.", "Hale, C."]),
        ("Marsh, A., Junior, & Hale, C.", ["Marsh, A., Junior", "Hale, C."]),
        ("Ii, Yuki and Sato, Ken", ["Ii, Yuki", "Sato, Ken"]),
        ("Yuki Ii, Ken Sato", ["Yuki Ii", "Ken Sato"]),
        ("Marsh, A., Rahman, Md.", ["Marsh, A.", "Rahman, Md."]),
        ("Rahman, Md, Marsh, Bo", ["Rahman, Md", "Marsh, Bo"]),
        ("Rahman, Md, Ii, Yuki, Ma, Wei", ["Rahman, Md", "Ii, Yuki", "Ma, Wei"]),
        ("Marsh, A., Ii, Hale, C.", ["Marsh, A., Ii", "Hale, C."]),
        ("Anna Marsh, MD, Bo Hale, MSc", ["Anna Marsh, MD", "Bo Hale, MSc"]),
        ("Springer, M. S., Hale, W. J.", ["Springer, M. S.", "Hale, W. J."]),
        ("Mark Springer, Ada Hale", ["Mark Springer", "Ada Hale"]),
        ("Press, W. H., & Marsh, S. A.", ["Press, W. H.", "Marsh, S. A."]),
        ("Press WH, Bank RE", ["Press, WH", "Bank, RE"]),
        ("World Bank, Ada Hale", ["World Bank", "Ada Hale"]),
        # medicine: a group behind a semicolon
        (
            "Smith AB, Doe C, Wu L; the HEAL Study Group",
            ["Smith, AB", "Doe, C", "Wu, L", "the HEAL Study Group"],
        ),
    ],
)
def test_lists_of_names(text: str, names: list[str]) -> None:
    people = read_people(blank_marks(text), 0, len(text))
    assert [person.text.rstrip(".") for person in people.persons] == [name.rstrip(".") for name in names]


@pytest.mark.parametrize(
    ("text", "volume", "page"),
    [
        (" 71 Colum. L. Rev. 593 (1958).", "71", "593"),
        (" [1958] 71 Modern Law Review 593.", "71", "593"),
        (" 347 U.S. 483 (1954).", "347", "483"),
        (" Irish Studies Review, 3:2 (1991), 3-20.", "3", "3-20"),
        (" 12 March 1998, p. 4.", "", "4"),
    ],
)
def test_numbers_before_and_behind_a_journal(text: str, volume: str, page: str) -> None:
    numbers = read_numbers(text, 0, len(text))
    assert (numbers.volume.value if numbers.volume else "") == volume
    assert (numbers.page.value if numbers.page else "") == page


@pytest.mark.parametrize(
    ("text", "names", "book"),
    [
        ("T. AMADI et R. EZEMA, Voix du Delta, Paris, Karthala.", 2, "Voix du Delta"),
        ("Claire Hale & David Dunn, Issues in Tone, 3-20.", 2, "Issues in Tone"),
        ("Water, Air and Power, Paris, Seuil, 2001.", 0, "Water, Air"),
        ("Rivers and People, Oxford, 1998.", 0, "Rivers and People"),
    ],
)
def test_editors_behind_an_in_without_a_role(text: str, names: int, book: str) -> None:
    editors, at = editors_without_role(text, 0, len(text))
    assert len(editors) == names
    assert text[at:].startswith(book)
    assert all(text[one.start : one.end].strip(" ,") == one.text for one in editors)


@pytest.mark.parametrize(
    ("text", "behind"),
    [
        ("trad. de l’allemand par M. Petit, Paris", "Paris"),
        ("trad. it. di M. Pozzi, Einaudi", "Einaudi"),
        ("Trans. Robert A. Vollrath. Chicago", "Chicago"),
        ("Perf. John Marsh, Ida Lund, Ann Holt. Lantern", "Lantern"),
        ("trans. D. W. Robertson, Jr. Indianapolis", "Indianapolis"),
        ("Review of Rivers of Ulster, by Orla Fane. Irish Times", "Irish Times"),
    ],
)
def test_credits_end_before_what_follows(text: str, behind: str) -> None:
    _, at = past_credits(text, 0, len(text))
    assert text[at:].lstrip() == behind


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("Bulletin 184", True),
        ("PEER Report 2007/08", True),
        ("Graduate Texts in Mathematics", True),
        ("Department of Teaching", True),
        ("Irish Studies Review", False),
        ("Findings of the Association for Computational Linguistics", False),
        ("University of Pittsburgh", False),
    ],
)
def test_series_and_institutions_are_no_venues(text: str, known: bool) -> None:
    assert is_series(text) is known


def test_places_and_words_of_titles_are_topics() -> None:
    assert is_topic("London")
    assert is_topic("Memory")
    assert not is_topic("Okonma")


@pytest.mark.parametrize(
    "piece",
    [
        "Review of a, by ",
        "71 A ",
        "A Report ",
        "in A B, ",
        "Vol. 1",
        "o. ",
        "trad. de a par ",
        "[a] ",
        "; A, Ed",
        "Smith AB; ",
        "A 1998 ",
        "KIM, ",
        " // ",
        "А. ",
        "a (2nd ed",
    ],
)
def test_a_line_of_a_megabyte_does_not_hang(piece: str) -> None:
    text = "Lee, A. A Title of Nets. In " + piece * (1_000_000 // len(piece))
    begun = time.process_time()
    parse(Entry("doc.md", 1, 1, text, text))
    assert time.process_time() - begun < 5


@pytest.mark.parametrize(
    ("names", "count", "cut"),
    [
        ("Ann Lee, ..., Bo Marsh, ..., Cy Fane", 3, True),
        ("Ann Lee, …, Cy Fane", 2, True),
        ("Ann Lee, [...], Cy Fane", 2, True),
        ("Ann Lee, [8 authors], Cy Fane", 2, True),
        ("Ann Lee, Bo Marsh, (8 more authors), Cy Fane", 3, True),
        ("Lee, A., Marsh, B., . . . Fane, C.", 3, True),
        ("Ann Lee (), Bo Marsh (2), Cy Fane", 3, False),
    ],
)
def test_a_list_that_is_shortened_in_its_middle_is_cut(names: str, count: int, cut: bool) -> None:
    text = f"{names}. Universal Fleece Recognition with a Multilingual Flock. ICASSP 2020."
    claim = parse(Entry("cv", 1, 1, text, text)).claim
    assert (len(claim.author), claim.author_et_al) == (count, cut)
    assert claim.title == "Universal Fleece Recognition with a Multilingual Flock"
