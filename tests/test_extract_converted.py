"""Entries in texts that were copied or converted, where nothing but their words tells one from the next."""

from __future__ import annotations

import pytest

from reconcile.documents import read_text
from reconcile.documents.reader import read_stdin
from reconcile.extract import extract
from reconcile.parse import parse

Found = list[tuple[str, str, int | None]]


def found(text: str, suffix: str = ".txt") -> Found:
    """The entries of a document: title, why it may be none, year."""
    mentions = [parse(entry) for entry in extract(read_text(text, f"x{suffix}", suffix))]
    return [(mention.claim.title, mention.reason, mention.claim.year) for mention in mentions]


def titles(text: str, suffix: str = ".txt") -> list[str]:
    return [title for title, reason, _ in found(text, suffix) if not reason]


def test_columns_that_blanks_part_are_entries() -> None:
    rows = (
        "2022  BEE A., DEE C., « Le feutre à l'eau froide », Revue du feutre, vol. 3, p. 1-9.        \n"
        "2020  BEE A., « Les moutons de l'île », Études de laine, n° 7, p. 11-20.                    \n"
        "      DEE C., « La mousse des pierres », Études de laine, n° 8, p. 21-30.                   "
    )
    assert found(f"Publications\n\n{rows}") == [
        ("Le feutre à l'eau froide", "", 2022),
        ("Les moutons de l'île", "", 2020),
        ("La mousse des pierres", "", 2020),
    ]


def test_a_table_whose_columns_blanks_part_has_named_fields() -> None:
    table = (
        "Year  Title               Authors         Journal            \n"
        "2022  Felt in cold water  A. Bee, C. Dee  Journal of Wool    \n"
        "      Moss on stones      C. Dee          Letters on Moss    "
    )
    assert found(f"Publications\n\n{table}") == [("Felt in cold water", "", 2022), ("Moss on stones", "", 2022)]


GERMAN = """AUFSÄTZE
Was das Schaf weiß. Eine Frage an die Wolle, in: Ders./Clara Dee (Hg.), Schafe, Köln 2019, S. 17–41.
(mit Clara Dee) Die Färberin. Arbeit und Wolle in drei Städten, in: Wolle und Gesellschaft 38 (2020), S. 33–66.
Der Weber als Bote. Wege einer ländlichen Elite, in: Zeitschrift für Wolle
15 (2011), S. 301–328.
Art. „Filz“, in: Enzyklopädie der Wolle, Bd. 15, Stuttgart 2012, Sp. 611–615.
Rez. zu: Leo Eff, Filze. Eine Geschichte, Köln 2018, in: H-Wolle, 14.03.2019."""


def test_lines_that_each_stand_in_a_larger_work_are_entries() -> None:
    entries = extract(read_text(GERMAN, "x.txt"))
    assert [(entry.first, entry.last) for entry in entries] == [(2, 2), (3, 3), (4, 5), (6, 6), (7, 7)]


@pytest.mark.parametrize("opening", ["(Hg. mit C. Dee)", "(with C. Dee)", "(avec C. Dee)"])
def test_an_entry_may_begin_with_those_beside_its_author(opening: str) -> None:
    rows = f"Felt in cold water, Journal of Wool 3 (2019), pp. 1-9.\n{opening} The slow growth of moss on northern stones, Moss Letters 4 (2020), 7."
    assert [entry.first for entry in extract(read_text(f"ARTICLES\n{rows}", "x.txt"))] == [2, 3]


def test_a_thesis_under_its_heading_needs_no_word_for_it() -> None:
    row = "Lanas frías: síntesis, tinte y fieltro. Ana Bea Dos. Universidad de Rieti, 2014. Directora: C. Dee. Sobresaliente."
    assert titles(f"## Publicaciones\n\n### Tesis doctoral\n\n{row}\n", ".md") == [
        "Lanas frías: síntesis, tinte y fieltro"
    ]


def test_a_column_of_states_may_name_archive_and_year() -> None:
    table = "| Autores | Título | Estado |\n|---|---|---|\n| A. Bee, C. Dee | Felt in cold water | ChemRxiv 2024, en revisión |\n"
    assert found(f"## Enviados\n\n{table}", ".md") == [("Felt in cold water", "", 2024)]


PAPER = "**Felt in Cold Water**  \nAnn Bee, Carl Dee  \n_ICCV_, 2021  \n"


@pytest.mark.parametrize("links", ["[paper](https://a.b/c) / [patent](https://a.b/d)", "\\[pdf\\] \\[patent\\]"])
def test_a_link_to_what_was_patented_of_a_paper_makes_it_no_patent(links: str) -> None:
    assert found(f"## Research\n\n- {PAPER}{links}\n", ".md") == [("Felt in Cold Water", "", 2021)]


def test_who_advised_a_thesis_is_no_title_of_it() -> None:
    degrees = (
        "Ph.D. Textiles, University of Rieti, 2019. Thesis advisor: Ann Bee.\nM.Sc. Wool, University of Olmo, 2013."
    )
    assert titles(f"# Carl Dee\n\n## Education\n\n{degrees}\n", ".md") == []


@pytest.mark.parametrize(
    "text",
    [
        "Autorizzo il trattamento dei miei dati personali ai sensi del D.Lgs. 196/2003 e del GDPR (Reg. UE 2016/679).",
        "La sottoscritta autorizza il trattamento dei dati personali, D. Lgs. 196/2003, art. 13.",
        "Wyrażam zgodę na przetwarzanie danych osobowych zawartych w CV, Dz.U. 2018, poz. 1000.",
    ],
)
def test_the_consent_at_the_end_of_a_cv_is_no_entry(text: str) -> None:
    assert (
        extract(read_stdin(f"PUBLICATIONS\n\nA. Bee. Felt in cold water. Journal of Wool 3, 2019.\n\n{text}".encode()))[
            1:
        ]
        == ()
    )


def test_a_heading_below_the_last_item_ends_the_list() -> None:
    text = (
        'Publications\n- A. Bee. Felt in cold water. Journal of Wool 3, 2019.\nPhD students\n- Carl Dee, "Moss" (2021–)'
    )
    assert titles(text) == ["Felt in cold water"]


@pytest.mark.parametrize("said", ["Conferencia invitada", "Conferencia plenaria", "Conferência convidada"])
def test_a_lecture_to_which_one_was_invited_is_a_talk(said: str) -> None:
    text = f"## Congresos\n\n- A. Lanero. «Fieltros útiles». {said}, XIX Reunión de Lanería, Cádiz, 2023.\n"
    assert found(text, ".md")[0][1] == "a talk"
