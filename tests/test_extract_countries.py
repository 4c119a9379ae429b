"""Lists and CVs as several countries write them: their headings, their labels, and what is a newspaper's there."""

from __future__ import annotations

import pytest

from reconcile.documents import read_text
from reconcile.extract import extract
from reconcile.extract.looks.likeness import likeness, titles_in
from reconcile.extract.placing.headings import is_of_journalism, reads_as_heading, topic_of
from reconcile.extract.words.topics import Topic
from reconcile.parse import parse

WOOL = "A. Bee and C. Dee. Weaving with undyed wool. Journal of Gulls 12(3), 2019, 1-9."
FELT = "C. Dee and A. Bee. Felt in cold water. Journal of Gulls 14(1), 2021, 20-31."
BOTH = ["Weaving with undyed wool", "Felt in cold water"]


def found(text: str, name: str = "x.md") -> list[tuple[str, str]]:
    """The titles of a document's entries, each with the reason why it may be none."""
    return [(entry.reason, parse(entry).claim.title) for entry in extract(read_text(text, name))]


HEADINGS = [
    ("3.1 Originalarbeten", Topic.PUBLICATIONS),
    ("Publikációs jegyzék", Topic.PUBLICATIONS),
    ("Tanulmányok, cikkek", Topic.PUBLICATIONS),
    ("A. Uluslararası hakemli dergilerde yayımlanan makaleler:", Topic.PUBLICATIONS),
    ("Artigos em revistas com revisão por pares", Topic.PUBLICATIONS),
    ("IV. Notes et commentaires de jurisprudence", Topic.PUBLICATIONS),
    ("Proceedings, lecture notes, etc.", Topic.PUBLICATIONS),
    ("3. Kernpublicaties", Topic.PUBLICATIONS),
    ("5. Promoties", Topic.SUPERVISION),
    ("8. Research Guidance", Topic.SUPERVISION),
    ("En evaluación", Topic.PUBLICATIONS),
    ("Comités de evaluación", Topic.SERVICE),
    ("5. Föredrag på inbjudan", Topic.TALKS),
    ("Comunicações e posters (seleção)", Topic.TALKS),
    ("6.4.3 Abgeschlossene Arbeiten", Topic.SUPERVISION),
    ("Handledning", Topic.SUPERVISION),
    ("Forskningsanslag", Topic.GRANTS),
    ("Cours 1998-99", Topic.TEACHING),
    ("6.4.1 Forschungsschwerpunkte", Topic.OTHER),
    ("Wykaz opublikowanych artykułów w czasopismach naukowych", Topic.PUBLICATIONS),
    ("Wykaz członkostwa w redakcjach naukowych monografii", Topic.PUBLICATIONS),
    ("Wystąpienia na krajowych lub międzynarodowych konferencjach naukowych", Topic.TALKS),
    ("Ανακοινώσεις σε πρακτικά συνεδρίων με κριτές", Topic.PUBLICATIONS),
    ("Ανακοινώσεις και διαλέξεις", Topic.TALKS),
    ("Σπουδές", Topic.EDUCATION),
    ("■ 학술대회 발표", Topic.TALKS),
    ("졸업생", Topic.SUPERVISION),
]


@pytest.mark.parametrize(("heading", "topic"), HEADINGS)
def test_headings_of_several_countries(heading: str, topic: Topic) -> None:
    assert topic_of(heading) is topic
    if topic is Topic.PUBLICATIONS:
        assert reads_as_heading(heading)


def test_what_a_frenchman_has_under_way_is_no_teaching() -> None:
    assert topic_of("Articles en cours") is not Topic.TEACHING


def test_a_numbered_label_over_lines_is_a_heading_where_it_names_no_work() -> None:
    talk = '"Felt for shepherds", Gull Days, Oslo 2019\n"Wool in March", Gull Days, Rieti 2016'
    text = f"1. Publikationer\n\n{WOOL}\n\n2. Föredrag på inbjudan\n{talk}\n\n3. Undervisning\nKurs i ull (2013).\n"
    assert [title for reason, title in found(text, "x.txt") if not reason] == BOTH[:1]
    labelled = "".join(f"{at}. Talk\n{row}\n\n" for at, row in enumerate((WOOL, FELT), 1))
    assert [title for reason, title in found(f"PUBLICATIONS\n\n{labelled}", "x.txt") if not reason] == BOTH


def test_a_person_s_name_is_no_title() -> None:
    text = f"# Dr. Anna Bee\n\nSheep ecologist, Dept. of Wool, Olmo University\n\n## Papers\n\n- {WOOL}\n- {FELT}\n"
    assert [title for _, title in found(f'---\ntitle: "Publications"\n---\n\n{text}')] == BOTH


def test_lines_that_begin_with_a_year_and_a_quote_are_works() -> None:
    rows = [
        "À paraître « Le silence du berger », Revue trimestrielle de la laine, à paraître",
        "2019 « Le contrat sans fin », Cahiers de la laine, 2019, n° 2, p. 17-34",
        "2018 « Sheep and time: the French experience », Olmo Journal of Law, vol. 26(5), p. 701-722",
        "« Préavis et tonte des moutons », in Mélanges Lenz, Olmo, p. 3-9",
    ]
    entries = extract(read_text("Articles\n\n" + "\n".join(rows) + "\n", "x.txt"))
    assert [entry.reading for entry in entries] == rows


def test_a_year_stands_for_the_works_below_it_in_all_lists_that_are_printed_alike() -> None:
    rows = "## Articles\n\n2019 A. Bee. Weaving with undyed wool. Gulls, p. 1-9.\n\n2018 A. Bee. Felt in cold water. Gulls, p. 2-9."
    more = "## Chapitres\n\n2014 A. Bee. Looms of the north coast. In: Mills, p. 3-9.\n\nA. Bee. Mills of the west. In: Mills, p. 11-19."
    entries = extract(read_text(f"# Publications\n\n{rows}\n\n{more}\n", "x.md"))
    assert [parse(entry).claim.year for entry in entries] == [2019, 2018, 2014, 2014]


def test_a_journal_in_quotes_behind_a_title_in_quotes_is_no_work() -> None:
    for journal in (" 71 (2023), nr 3, s. 345–372", " (przyjęte do druku, 2024)", ", t. IX, 2013, s. 3-9"):
        text = f"„Dług pasterzy: kredyt w Olmo”, „Kwartalnik Dziejów Wełny”{journal}."
        assert len(titles_in(text)) == 1
    assert len(titles_in("“Counting sheep in Wales”, “Felting wool in Kent” were accepted")) == len(BOTH)


@pytest.mark.parametrize("when", ["Sept 2023", "14 mars 2021", "2 June 2022"])
def test_a_newspaper_is_known_by_its_day_or_month(when: str) -> None:
    text = f'# Publications\n\n- {WOOL}\n\n## Popular writing\n\n- "Let the sheep do it." The Shepherdess, {when}\n'
    assert [reason for reason, _ in found(text)] == ["", "a piece in a newspaper or a blog"]
    assert is_of_journalism("4. Populärvetenskap")
    assert reads_as_heading("Newspaper articles and blogs")


def test_initials_with_accents() -> None:
    assert likeness("Berglin K, Lund Å. Ull i vatten. Gull Med. 2020;117:F1.").first == len(BOTH)


def test_physicians_put_the_year_first() -> None:
    assert likeness("Ull i vatten. Gull Med. 2020;117:FXYZ1.").pages
    assert not likeness("Ull i vatten. Gull Med. 2020; 117 får.").pages


def test_what_somebody_tells_of_their_work_is_none() -> None:
    for told in ("Depuis 1989 je travaille sur la laine", "Seit 2001 forsche ich zu Wolle", "Ich arbeite an Wolle"):
        assert likeness(f"{told}. Olmo, 1999.").against > likeness("La laine. Olmo, 1999.").against


def test_a_list_of_names_that_breaks_within_a_name_goes_on() -> None:
    text = "1. Ann Bee, Otto Lenz, Eva\nRye, and Bo Dee. 2020. Wool and felt in\nWales and beyond. In Proceedings of the\n2020 Conference on Wool, pages 1–9.\n"
    entries = extract(read_text(f"PUBLICATIONS\n\n{text}2. {WOOL}\n", "x.txt"))
    assert [parse(entry).claim.title for entry in entries] == ["Wool and felt in Wales and beyond", BOTH[0]]


@pytest.mark.parametrize("house", ["Εκδόσεις Λίθος", "Wydawnictwo Olmo", "Olmo Kiadó", "Olmo Yayınları", "Olmo Förlag"])
def test_a_publishers_word_names_a_venue(house: str) -> None:
    assert likeness(f"Bee, E. 2020. Μαλλί και κοινωνία στις Κυκλάδες. Olmo: {house}.").venue >= 1


def test_an_article_with_a_number_of_its_own_in_hungarys_register() -> None:
    text = "GULL Collaboration ; Bee, A.\nMeasurement of the wool of gulls\nGULL D 101 : 5 Paper: 052001 (2020)"
    assert likeness(text).pages
    assert not likeness("Title of the paper: wool (2020)").pages


def test_turkish_entries_of_several_levels() -> None:
    rows = "7.1. Uluslararası hakemli dergilerde yayınlanan makaleler\n\n7.1.1. Bee, N., Koç, M.E. (2021). Wool in the Olmo basin. Journal of Gulls, 10(2), 98-107.\n\n7.1.2. Koç, M.E. (2019). Felt in cold water. Journal of Gulls, 8(2), 8-17."
    assert found(f"7. Yayınlar\n\n{rows}\n", "x.txt") == [("", "Wool in the Olmo basin"), ("", "Felt in cold water")]
