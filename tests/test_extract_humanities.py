"""Documents of the humanities and of mathematics: items that count on in a paragraph, cards, tables, the entry above."""

from __future__ import annotations

import pytest

from reconcile.documents import read_text
from reconcile.documents.blocks.owner import as_person
from reconcile.extract import extract
from reconcile.extract.cutting.parts import part_of
from reconcile.extract.lines.stretch import Line
from reconcile.extract.looks.likeness import likeness
from reconcile.extract.placing.headings import known_topic
from reconcile.extract.words.topics import Topic
from reconcile.parse import parse


def claims(text: str, suffix: str) -> list[tuple[str, list[str], int | None]]:
    """Title, families and year of each publication of a document."""
    mentions = [parse(entry) for entry in extract(read_text(text, f"x{suffix}", suffix))]
    return [
        (one.claim.title, [name.family for name in one.claim.author], one.claim.year)
        for one in mentions
        if not one.reason
    ]


def test_items_that_count_on_within_a_paragraph_are_items() -> None:
    text = (
        "PUBLICATIONS\n\n"
        '    14. "Felt Again in the Mill." Gulls 7 (2010) 1-9.\n'
        '    15. "Nigerian Sheep at Dusk," Gulls 8 (2011) no. 14. 16. "An\n'
        '        Unnoticed Allusion to Wool," Gulls 9 (2012) 215-16. 17.\n'
        "        Translation of Olmo, Mills, in Lost Plays of Kent,\n"
        "        Penguin 2018, pp. 3-40.\n"
    )
    titles = [title for title, *_ in claims(text, ".txt")]
    assert titles[:3] == ["Felt Again in the Mill", "Nigerian Sheep at Dusk", "An Unnoticed Allusion to Wool"]


def test_a_number_at_the_start_of_a_wrapped_line_begins_no_item() -> None:
    text = (
        "PUBLICATIONS\n\n"
        '    17. "Felt Again in the Mill." Gulls 7 (2010) 1-9.\n'
        "    18. SheepLines: A Database of Servile Sheep in Attic Drama, version\n"
        "        2. 2021. With J. Lund and Ann Fane. Gull Archive. doi:10.5555/gull.12\n"
    )
    assert [(families, year) for _, families, year in claims(text, ".txt")] == [([], 2010), (["Lund", "Fane"], 2021)]


def test_the_word_for_the_same_stands_for_the_authors_above() -> None:
    text = (
        "## Artykuły\n\n"
        "- A. Lund, Głos owcy w mieście, „Studia Wełniane”, t. 74, 2008, s. 211–219.\n"
        "- Taż, Odpowiedź owcy z miasta, tamże, 2008, s. 340–343.\n"
    )
    assert [families for _, families, _ in claims(text, ".md")] == [["Lund"], ["Lund"]]


def test_the_cells_of_an_old_table_are_fields_and_its_headings_none() -> None:
    rows = "".join(
        f"<TR><TD>[{label}]</TD><TD>K. Lund, A. Fane</TD>\n<TD><I>{title}</I> [<A HREF='x.ps'>PS</A>]\n<TD>{place}\n"
        for label, title, place in (
            ("A1", "Vlna a ovce", "skriptum, SPN, Praha 1987, 96 str."),
            ("B1", "Interval sheep", "Gulls <b>18</b> (2001), 211&ndash;224"),
        )
    )
    first, second = rows.split("<TR>")[1:]
    text = (
        "<TABLE><TR><TH>č.<TH>autoři<TH>název<TH>kde vyšlo\n<TR><TD COLSPAN=4><B>A. Knihy</B>\n"
        f"<TR>{first}<TR><TD COLSPAN=4><B>B. Příspěvky ve sbornících</B>\n<TR>{second}</TABLE>"
    )
    assert claims(text, ".html") == [
        ("Vlna a ovce", ["Lund", "Fane"], 1987),
        ("Interval sheep", ["Lund", "Fane"], 2001),
    ]


def test_cards_of_a_title_names_and_a_place_are_whole() -> None:
    cards = (
        (
            "Conservação de ovelhas em rios do sertão: lacunas",
            "LUNDGREN, M. E.; FANEGA, J. B. de",
            "Revista de Gaivotas, v. 3, 2023.",
        ),
        (
            "Influência da lã no rio Olmo em função das águas",
            "LUNDGREN, H.; FANEGA, J. C.",
            "Revista de Lã, v. 19, n. 2, 1997.",
        ),
        (
            "Dinâmica das ovelhas em poças do sertão",
            "LUNDGREN, M. E.; RYETTA, A.",
            "In: FANEGA, A. (org.). Rios. Olmo: Lã, 2015.",
        ),
    )
    text = "<h2>Publicações</h2>\n" + "".join(
        f"<h3>{one}</h3>\n<p>{two}</p>\n<p>{three}</p>\n" for one, two, three in cards
    )
    assert claims(text, ".html") == [
        (cards[0][0], ["Lundgren", "Fanega"], 2023),
        (cards[1][0], ["Lundgren", "Fanega"], 1997),
        (cards[2][0], ["Lundgren", "Ryetta"], 2015),
    ]


def test_a_thesis_and_its_school_on_a_line_are_no_title() -> None:
    line = "Tese (Doutorado em Ecologia) – Universidade Federal do Olmo, Rieti, 2004. Orientador: Prof. Otto Fane."
    part = part_of(Line(line, 1, 0, ()))
    assert (part.title, part.venue, part.year) == (False, True, True)


def test_an_imprint_behind_names_is_a_place() -> None:
    printed = likeness("Lund, Anna: Koyun Davaları, On İki Levha, İstanbul 2011.")
    assert printed.venue >= 1
    assert likeness("Lund, Anna: Koyun Davaları, On İki Levha, Olmograd 2011.").venue == 0
    assert likeness(
        '"Counting Sheep at Night." (with Jan Lund) Digital Scholarship of Sheep 37 (2022) 10-29. [pdf]'
    ).pages


@pytest.mark.parametrize("heading", ["Udział w konferencjach (wybór)", "Participación en congresos"])
def test_meetings_taken_part_in_are_talks(heading: str) -> None:
    assert known_topic(heading)[0] is Topic.TALKS


@pytest.mark.parametrize(
    "text", ["RNDr. Anna Lund, CSc.", "Prof. dr hab. Anna Lund", "dr hab. Anna Lund, prof. UO", "Doç. Dr. Anna Lund"]
)
def test_titles_and_degrees_are_no_names(text: str) -> None:
    assert as_person(text) == "Anna Lund"


def test_signs_and_journals_in_italics_cut_no_title() -> None:
    text = (
        "## Publications\n\n"
        "- A. Lund and B. Fane, *Jordan* ∗ *-Derivations on* C∗ *-Sheep and Goats,* Abstr. Gull Anal. 3 (2008), 41-50.\n"
        "- A. Lund and B. Fane, *Realistic Models of Sheep and Structural Stability, J. Math.* (2021), 8 pp.\n"
        "- A. Lund, *Mills lost and found: three lectures*, in: H. Fane, P. Rye (eds.), *Summer School in Mills*,"
        " Olmo, 2017, pp. 1–71.\n"
    )
    assert [title for title, *_ in claims(text, ".md")] == [
        "Jordan ∗ -Derivations on C∗ -Sheep and Goats",
        "Realistic Models of Sheep and Structural Stability",
        "Mills lost and found: three lectures",
    ]


@pytest.mark.parametrize(
    ("work", "families"),
    [
        ("Ista, E., van Dijk, M. (2013). Sheep in deep sleep. Wool 3(5), 15-19.", ["Ista", "Dijk"]),
        ("Isti, A. Networks of felt in mills. Wool 3(6), 2014, 25-29.", ["Isti"]),
        ("Dies, A. (2017). Gulls of the north sea. Wool 3(7), 5-9.", ["Dies"]),
        ("Id: a study of wolves. A. Bee. Wool 3(6), 2016, 25-29.", ["Bee"]),
        ("Ders. Die Schafe. Wool 3(6), 2017, 35-39.", ["Tulk"]),
        ("Ders., Die Schafe. Wool 3(6), 2017, 35-39.", ["Tulk"]),
        ("Dies.: Die Schafe. Wool 3(6), 2017, 35-39.", ["Tulk"]),
    ],
)
def test_people_may_be_called_as_the_word_for_the_same(work: str, families: list[str]) -> None:
    text = f"# Publications\n\n- Tulk, A. (2012). Sheep in the mill. Wool 3(4), 5-9.\n- {work}\n"
    assert [people for _, people, _ in claims(text, ".md")] == [["Tulk"], families]


def test_the_word_for_the_same_is_parted_from_the_title() -> None:
    text = "# Schriften\n\n- Tulk, A. (2012). Wolle im Fluss. Wolle 3(4), 5-9.\n- Ders. Die Schafe. Wolle 3(6), 2017, 35-39.\n"
    assert [title for title, _, _ in claims(text, ".md")] == ["Wolle im Fluss", "Die Schafe"]
