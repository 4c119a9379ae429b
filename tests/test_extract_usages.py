"""What headings say in reports and lists of institutes, and what stands under them."""

from __future__ import annotations

import pytest

from reconcile.documents import read_text
from reconcile.documents.blocks.owner import owner_in_title
from reconcile.extract import extract
from reconcile.extract.looks.likeness import likeness
from reconcile.extract.placing.headings import topic_of, year_of
from reconcile.extract.words.topics import Topic
from reconcile.parse import parse

WOOL = "Bee, A., Dee, C.: Weaving with undyed wool in wet mills. Journal of Gulls 12(3), 1-9."
FELT = "Dee, C. (2019): Felt in cold water and its keepers. Journal of Gulls 14(1), 20-31."


def kept(text: str) -> list[tuple[str, int | None]]:
    """The titles and years of a document's publications."""
    entries = extract(read_text(text, "x.md", ".md"))
    claims = [parse(entry).claim for entry in entries if not entry.reason]
    return [(claim.title, claim.year) for claim in claims]


@pytest.mark.parametrize(
    ("heading", "year"),
    [
        ("3. Veröffentlichungen 2022", 2022),
        ("Publikationen im Jahr 2021", 2021),
        ("B. Pubblicazioni dell'anno 2020", 2020),
        ("Publicações em 2019", 2019),
        ("3 2022", None),
        ("Publikationen seit 2020", None),
    ],
)
def test_a_heading_may_give_the_year_of_its_publications(heading: str, year: int | None) -> None:
    assert year_of(heading) == year


def test_the_years_heading_holds_for_its_kinds_and_an_entrys_own_year_before_it() -> None:
    text = f"## 3. Veröffentlichungen 2022\n\n### 3.1 Zeitschriften\n\n- {WOOL}\n- {FELT}\n"
    assert [year for _, year in kept(text)] == [2022, 2019]


@pytest.mark.parametrize(
    ("heading", "topic"),
    [
        ("2. Drittmittelprojekte", Topic.GRANTS),
        ("5. Abgeschlossene Arbeiten", Topic.SUPERVISION),
        ("Masterarbeiten", Topic.SUPERVISION),
        ("Forschungsprojekte", Topic.EXPERIENCE),
    ],
)
def test_headings_of_an_institutes_report(heading: str, topic: Topic) -> None:
    assert topic_of(heading) is topic


def test_a_thesis_in_japanese_needs_its_heading_a_school_and_a_year() -> None:
    text = "# 業績\n\n## 【博士論文】\n\n冬の牧場における羊毛の流通に関する実験的研究,東草大学,2011年3月\n"
    assert kept(text) == [("冬の牧場における羊毛の流通に関する実験的研究", 2011)]


TALKS = "## Communications (sélection)\n\n- « Le fil et la laine », séminaire d’histoire, Olmo, 14 mars 2019.\n"
ARTICLES = "## Articles\n\n- « Laver la laine », *Revue des mouettes*, 12, 2019, p. 3-9.\n\n"


@pytest.mark.parametrize(
    ("title", "count"), [("CV et publications", 1), ("Curriculum und Publikationen", 1), ("Publications", 2)]
)
def test_a_pages_title_that_names_the_cv_yields_to_the_headings_under_it(title: str, count: int) -> None:
    assert len(kept(f"# {title}\n\n{ARTICLES}{TALKS}")) == count


def test_conferences_in_portuguese_are_talks_where_they_stand_alone() -> None:
    row = "- “A lã e o fio”, Escola de Olmo, 12.05.2016.\n"
    assert kept(f"# PUBLICAÇÕES\n\n- {FELT}\n\n# CONFERÊNCIAS\n\n{row}")[1:] == []


@pytest.mark.parametrize(
    "row",
    [
        "Comptes rendus de l’ouvrage : A. Bee, *Annales du fil*, 2021 ; C. Dee, *Revue des mouettes*, 2021.",
        "Reviews of the book: A. Bee, Journal of Gulls, 2021; C. Dee, Journal of Felt, 2022.",
        "Invitée de « La marche des mouettes », Radio Olmo, 20 novembre 2021.",
        "Entrevistada por Gazeta de Olmo, “A senhora das lãs”, 3.2.2019.",
    ],
)
def test_what_others_say_of_a_work_or_its_author_is_no_entry_among_publications(row: str) -> None:
    assert len(kept(f"# Publications\n\n{WOOL}\n\n{FELT}\n\n{row}\n")) == len((WOOL, FELT))


def test_a_letterhead_with_its_owners_degree_and_chair_is_no_entry() -> None:
    head = "Arquitecta (FOLM, 1994). Professora Auxiliar, Departamento de Fiação, Universidade de Olmo."
    assert kept(f"# ANA BEE DEE\n\n{head}\n\n# PUBLICAÇÕES\n\n- {FELT}\n") == [
        ("Felt in cold water and its keepers", 2019)
    ]


def test_a_thesis_that_somebody_is_congratulated_on_is_not_the_owners() -> None:
    row = "- **Jun 2023** Congratulations to Dr. Carla Dee on defending her thesis *Felting Rivers with Modal Looms*."
    assert kept(f"# Ann Bee\n\n## News\n\n{row}\n") == []


@pytest.mark.parametrize(
    ("title", "owner"),
    [
        ("Publications – Ann Bee-Dee, histoire moderne", "Ann Bee-Dee"),
        ("Ann Bee | Home", "Ann Bee"),
        ("Selected publications, talks", ""),
    ],
)
def test_the_owner_in_a_pages_title_may_have_a_field_behind_a_comma(title: str, owner: str) -> None:
    assert owner_in_title(title) == owner


@pytest.mark.parametrize(
    "row",
    [
        "“Wool, Again.” *Journal of Gull History* 54, no. 2 (2013): 193–210. doi:10.1000/S0021853713000000.",
        "“Cold Water.” *Journal of Gull History* 54, no. 2 (2013): 193–210.",
    ],
)
def test_two_words_in_quotes_that_open_an_entry_are_its_title(row: str) -> None:
    assert len(kept(f"# Articles\n\n- {WOOL}\n- {row}\n")) == len((WOOL, row))


@pytest.mark.parametrize("pages", ["32: R455–R457", "12: S12-S19", "7:e22–e30", "31:401-9"])
def test_pages_may_have_a_letter(pages: str) -> None:
    assert likeness(f"Bee A. Gulls: granules on the move. Curr Ewes. {pages}").pages


@pytest.mark.parametrize(
    "row",
    [
        "You can also find my articles on [my Google Scholar profile](https://scholar.google.com/citations?user=x).",
        "1. Felt and the mill. My laboratory showed that cold felt restores wool; this work informed the 2022 guideline.",
    ],
)
def test_what_a_person_tells_of_their_work_is_no_entry(row: str) -> None:
    assert len(kept(f"# Ann Bee\n\n## Publications\n\n{row}\n\n- {WOOL}\n- {FELT}\n")) == len((WOOL, FELT))
