"""How people write entries in ordinary CVs: historians, mathematicians, teachers, botanists."""

from __future__ import annotations

import pytest

from reconcile.documents.blocks.block import Mark
from reconcile.entry import Entry
from reconcile.parse import parse
from sources.record import Record
from tests.parse_table import Row, assert_read, name_of, rows


def claim(text: str, *marks: Mark) -> Record:
    return parse(Entry("cv", 1, 1, text, text, marks)).claim


TABLE = r"""
## What GOST has behind a title: all who wrote the work, of whom the heading may give the first; its kind.
Фейн, О. Вовна гірських ферм / О. Фейн, Б. М. Лунд, И. Рай // Вісник вовни. – 2015. – № 6 (48). – С. 12–19.
    Фейн; Лунд; Рай | Вовна гірських ферм | Вісник вовни | 2015
Шерсть и войлок севера / О. П. Фейн, Б. М. Лунд ; под ред. О. П. Фейн. – Пермь : Кама-Пресс, 2022. – 164 с.
    Фейн; Лунд | Шерсть и войлок севера | - | 2022
Шерсть и войлок севера / О. П. Фейн, Б. М. Лунд [и др.] // Вестник шерсти. – 2019. – № 2. – С. 5–9.
    Фейн; Лунд | Шерсть и войлок севера | Вестник шерсти | 2019
Фейн, О. П. Шерсть и войлок севера : монография. – Пермь : Кама-Пресс, 2019. – 212 с.
    Фейн | Шерсть и войлок севера | - | 2019
Фейн О.П. Шерсть без воды : тез. докл. // XIII съезд Общества шерсти. Тольятти, 2012. Т. 2. С. 146.
    Фейн | Шерсть без воды | - | 2012
Фейн О. П., Лунд Б. М. Практика валяния : учебное пособие. 2-е изд., перераб. и доп. Пермь : Кама-Пресс, 2017. 96 с.
    Фейн; Лунд | Практика валяния | - | 2017
Фейн, О. П. Атлас шерсти : в 2 т. / О. П. Фейн, Б. М. Лунд. – Пермь : Кама-Пресс, 2015. – 120 с.
    Фейн; Лунд | Атлас шерсти | - | 2015
Фейн О.П. Шерсть севера: монография / О.П. Фейн, Б.М. Лунд. – Пермь: Кама-Пресс, 2015. – 120 с.
    Фейн; Лунд | Шерсть севера | - | 2015
Шерсть севера и юга / Фейн О.П., Лунд Б.М., Рай И.И. // Вестник шерсти. 2019. № 3. С. 1-9.
    Фейн; Лунд; Рай | Шерсть севера и юга | Вестник шерсти | 2019
Шерсть севера : сборник научных статей / под ред. О. П. Фейн. – Пермь : Кама-Пресс, 2015. – 120 с.
    Фейн | Шерсть севера | - | 2015
Фейн О.П. Шерсть севера: автореф. дис. ... канд. биол. наук. Пермь, 2008. 24 с.
    Фейн | Шерсть севера | - | 2008
## A title's translation for those who read the list is no part of it.
Fane, O. (2021). Sanayang papel sa panahon ng lana [Worksheets in a time of wool]. Daluyan ng Lana, 9(1), 1–22.
    Fane | Sanayang papel sa panahon ng lana | Daluyan ng Lana | 2021
FANE, O. et al. Metodika včasné detekce vlny [Methodology for the early detection of wool]. Brno: Olmo, 2022. 48 p.
    Fane | Metodika včasné detekce vlny | - | 2022
O. Fane: Villan reuna (The edges of wool and their behaviour, in Finnish). Licentiate thesis, University of Olmo, 1985.
    Fane | Villan reuna | - | 1985
O. Fane and B. Rye: A Decade of Wool [Experiments, Analysis & Benchmark]. Proc. Wool Manag. 2(3): 118-127 (2024)
    Fane; Rye | A Decade of Wool [Experiments, Analysis & Benchmark] | - | 2024
## Who edited a book with the owner of the list, or alone.
Editor, with Marcus Fane. The Mill Novel Online: Essays on Reading in Parts. Broadleaf, 2019.
    Fane | The Mill Novel Online: Essays on Reading in Parts | - | 2019
Edited with Marcus Fane. The Mill Novel Online: Essays on Reading in Parts. Broadleaf, 2019.
    Fane | The Mill Novel Online: Essays on Reading in Parts | - | 2019
Co-editor (with Marcus Fane). The Mill Novel Online: Essays on Reading in Parts. Broadleaf, 2019.
    Fane | The Mill Novel Online: Essays on Reading in Parts | - | 2019
Editor, The Mill Novel Online: Essays on Reading in Parts. Broadleaf, 2019.
     | The Mill Novel Online: Essays on Reading in Parts | - | 2019
## An encyclopedia's article on a person in quotes, and one of a word.
Walsh, Eva. "Lever, Ann James (1806–1872)." A Dictionary of Irish Millers, 2nd ed., Clonard Press, 2016.
    Walsh | Lever, Ann James (1806–1872) | A Dictionary of Irish Millers | 2016
Fane, Orla. "Wool." The Oxbow Companion to Rivers, 3rd ed., edited by Ann Lund, vol. 2, Oxbow, 2020, pp. 12-14.
    Fane | Wool | - | 2020
Fane-Lund, A.: Art. „Möwe“. In: Lexikon der Vögel, 3., überarb. Aufl., Rieti 2019, Sp. 512–514
    Fane-Lund | Möwe | Lexikon der Vögel | 2019
Fane, A.: [Art.] Möwe. In: Lexikon der Vögel, Bd. 2, Stuttgart 2019, S. 512
    Fane | Möwe | Lexikon der Vögel | 2019
## When a page was looked at, and when a work will be out.
FANE, Anna. Vlna a ovce v lesích [online]. Brno, 2015 [cit. 2020-01-01]. Disertační práce. Mendelova univerzita v Brně.
    FANE | Vlna a ovce v lesích | - | 2015
Fane, A.: Wolle und Kalk. Erscheint 2025 in: Denkmal und Wolle
    Fane | Wolle und Kalk | Denkmal und Wolle | 2025
## The year in which a reprint first came out.
“Foreword.” In Edwin Strand, Lead and Light: A Miller's Boyhood, vii–xii. Iowa City: Hawkbill Press, 2017 [1931].
    Strand | Foreword | - | 2017
## A special issue in quotes, and a translator who owns the list.
“Introduction: The Sheep in Question.” Special issue, “Sheep and Law,” Rivers 12, no. 1 (2012): 1–9.
     | Introduction: The Sheep in Question | - | 2012
Translator. The Sheep of Kent, by Bo Rye. Chicago: Hawk Press, 2005.
    Rye | The Sheep of Kent | - | 2005
## Co-authors in brackets before a comma; the collaboration behind "et al."; a journal's short form, which is nobody.
Was Herden aufbewahren. Zur Einführung (mit J.-L. Fane und B. Holm), in: dies. (Hrsg.), Wolle als Archiv, S. 7–28.
    Fane; Holm | Was Herden aufbewahren. Zur Einführung | Wolle als Archiv | -
M. Fane et al. [SHEEP], Performance of the missing wool trigger in 2016-2018, JINST 15 (2020) P11012.
    Fane | Performance of the missing wool trigger in 2016-2018 | JINST | 2020
Felt symbols in families (after Fane), Oberwald Rep. 16, 2290–2293.
     | Felt symbols in families (after Fane) | - | -
## Behind a title and its authors the meeting is no author: one of the table, one by its last word.
“Latency Control for Shearing,” Ann Lee, Bo Weir, Orla Fane, Interspeech 2022
    Lee; Weir; Fane | Latency Control for Shearing | Interspeech 2022 | 2022
“Fresh Wool and Its Price,” Orla Fane, Loom Summit 2022 (industry track)
    Fane | Fresh Wool and Its Price | - | 2022
“Fresh Wool and Its Price,” Orla Fane, Bo Weir 2022
    Fane; Weir | Fresh Wool and Its Price | - | 2022
## Three initials that would spell a family name, among shorter ones; and family names in capitals.
Norman KEA, de Fane P, Lund L. No trend in the wool of sheep. Global Wool. 2024; 34(1).
    Norman; Fane; Lund | No trend in the wool of sheep | Global Wool | 2024
Junguo LIU, Wei ZHANG, Ann LEE. No trend in the wool of sheep. Journal of Gulls 3(4), 2020.
    Liu; Zhang; Lee | No trend in the wool of sheep | Journal of Gulls | 2020
"""


@pytest.mark.parametrize("row", rows(TABLE), ids=name_of)
def test_the_fields_of_a_string(row: Row) -> None:
    assert_read(row)


def test_co_authors_and_a_short_journal_in_lines_of_their_own() -> None:
    found = claim("2021\nThe wool, twenty years later\nActa Arith.\n67\nno. 1–2, 1–38\nJoint with O. Fane. Expository.")
    assert found.title == "The wool, twenty years later"
    assert [str(name) for name in found.author] == ["O. Fane"]


@pytest.mark.parametrize(
    "text",
    [
        "2022 Die Ordnung der Wolle. Herden im Alten Reich (1500–1800) (= Gull-Studien, Bd. 31), Rieti: Olmo, 612 S.",
        "2022 Das stete Blöken. Herden in der Reichsstadt, Diss. phil. Rieti 2009, Olmo: Gull, 388 S.",
    ],
)
def test_the_year_of_the_margin_is_not_the_time_of_a_title_nor_of_a_thesis(text: str) -> None:
    assert claim(text).year == 2022


def test_a_volume_in_bold_ends_no_title() -> None:
    text = "O. Fane: Eine Bemerkung zum Satz von Lund, Manuscripta Complexa 71 (1991), 213-217."
    found = claim(text, Mark(64, 66, "strong"))
    assert (found.title, found.container_title) == ("Eine Bemerkung zum Satz von Lund", "Manuscripta Complexa")


def test_a_book_in_italics_holds_the_short_quoted_title_before_it() -> None:
    text = "“Panic of 1857.” Companion to the Mills of Kent. New York: Oxbow, 2008."
    found = claim(text, Mark(17, 47, "emphasis"))
    assert (found.title, found.container_title) == ("Panic of 1857", "Companion to the Mills of Kent")


def test_a_line_goes_on_behind_an_open_title_and_within_brackets_behind_an_initial() -> None:
    long = "“Cheap Wool and the Large Decline of Sheep in Long and Very Long Summers of the Sea,”\n"
    found = claim(
        f"{long}(with Ann Lee, Bo Weir and Carla ten Brugge de la Torre), Proceedings of the ACM\nLoom Meeting, 2024."
    )
    assert found.container_title == "Proceedings of the ACM Loom Meeting"
    found = claim("“Wool Prices and the Decline of Large Sheep,” (with Athanassios C.\nFane), Wool Notes, 2014, 29(1).")
    assert [str(name) for name in found.author] == ["Athanassios C. Fane"]
