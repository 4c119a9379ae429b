"""Short names in capitals, initials of particles, titles with commas before their authors, preprints by their DOI."""

from __future__ import annotations

import pytest

from reconcile.authors.forms import Form, form, is_short_form
from reconcile.documents import read_text
from reconcile.entry import Entry
from reconcile.extract import extract
from reconcile.lexicon.fillers import is_sample
from reconcile.mention import Kind, Mention
from reconcile.parse import parse
from reconcile.venues import read_venue
from sources.names import read_name


def read(text: str) -> Mention:
    return parse(Entry("cv.txt", 1, 1, text, text))


@pytest.mark.parametrize(
    ("people", "families"),
    [
        ("LEE J. N., TULKENS A., and EKSTROM M. I.", ["Lee", "Tulkens", "Ekstrom"]),
        ("TULKENS A., LIU J. N., and Ekstrom M. I.", ["Tulkens", "Liu", "Ekstrom"]),
        ("J. LIU, A. LEE, and M. TULKENS", ["Liu", "Lee", "Tulkens"]),
    ],
)
def test_three_capitals_are_a_family_name_beside_initials(people: str, families: list[str]) -> None:
    claim = read(f"{people} (2020). Counting undyed sheep by night. Journal of Wool 3.").claim
    assert [name.family for name in claim.author] == families


def test_the_initial_of_a_particle_is_no_family_name() -> None:
    short, long = read_name("R. C. d. M. Lima"), read_name("Rosa Cardoso de Melo Lima")
    assert (short.family, short.given) == ("Lima", "R. C. d. M.")
    assert form(short, long) is Form.OTHER
    assert is_short_form(short, long)
    assert read_name("J. d. Lima").particle == "d."


def test_a_title_of_two_halves_before_its_authors() -> None:
    claim = read(
        "Tempora Mutantur, Oves Manent. Ann Lee, Bo Weir, Cy Fane & Di Holm. In ACL (2015), pages 645-655."
    ).claim
    assert claim.title == "Tempora Mutantur, Oves Manent"
    assert [name.family for name in claim.author] == ["Lee", "Weir", "Fane", "Holm"]


def test_an_entry_with_arxivs_doi_alone_is_a_preprint() -> None:
    fields = {"ENTRYTYPE": "misc", "title": "Counting Sheep", "doi": "10.48550/ARXIV.1810.04805", "publisher": "arXiv"}
    assert parse(Entry("a.bib", 1, 4, "", "", fields=tuple(fields.items()))).kind is Kind.PREPRINT
    placed = (*fields.items(), ("journal", "Journal of Wool"))
    assert parse(Entry("a.bib", 1, 4, "", "", fields=placed)).kind is not Kind.PREPRINT


def test_a_citation_that_is_to_be_added_is_a_sample() -> None:
    assert is_sample("title", "TODO: add citation")
    assert not is_sample("title", "To Do: Citation Graphs")


def test_internal_medicine_is_no_internship() -> None:
    page = (
        "Publications\n\nDorn PH. Counting undyed sheep before sleep in patients. JAMA Intern Med. 2019;179(10):1441.\n"
    )
    assert len([entry for entry in extract(read_text(page, "cv", ".txt")) if not entry.reason]) == 1


@pytest.mark.parametrize(
    ("text", "known", "series", "year"),
    [
        pytest.param("TextGraphs-11 Workshop at ACL 2017", None, "textgraphs", 2017, id="the eleventh"),
        pytest.param("Proceedings of TextGraphs-11", 2017, "textgraphs", 2017, id="and the year is said elsewhere"),
        pytest.param("TextGraphs-11", None, "textgraphs", 2011, id="nothing else says the year"),
        pytest.param("WMT15 at EMNLP 2016", None, "wmt", 2015, id="no dash"),
        pytest.param("IJCAI-91, Sydney 1992", None, "ijcai", 1991, id="a conference"),
        pytest.param("17th Conference on Natural Language Processing (TALN), Montreal", 2010, "taln", 2010, id="letters"),
        pytest.param("Conference on Natural Language Processing (Montreal)", 2010, "icon_nlp", 2010, id="a place"),
    ],
)  # fmt: skip
def test_numbers_and_letters_behind_a_name(text: str, known: int | None, series: str, year: int) -> None:
    venue = read_venue(text, known)
    assert (venue.series, venue.year) == (series, year)
