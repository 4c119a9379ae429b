"""Habits of pages and lists in which works were lost or misread: strings, works in lines, and whole entries."""

from __future__ import annotations

import pytest

from reconcile.documents import read_text
from reconcile.documents.blocks.block import Mark
from reconcile.entry import Entry
from reconcile.extract import extract
from reconcile.parse import parse

LINES = [
    ("Faster Felt? Wool that Learns in Water\nAnn Lee, Bo Weir\nTrans. Wool Res. 2021 (2021)", 2021),
    ("Faster Felt? Wool that Learns in Water\nAnn Lee, Bo Weir\nTrans. Wool Res. 2021\n07 Feb 2023 (modified: 2 Mar 2023)", 2021),
    ("Felt for Sheep in Winter: Habits and Hazards\nAnn Lee, Bo Weir\nICWR 2021\n04 Mar 2022", 2021),
    ("Felt for Sheep in Winter: Habits and Hazards\nAnn Lee, Bo Weir\n4 March 2022", 2022),
]  # fmt: skip


@pytest.mark.parametrize(("text", "year"), LINES)
def test_a_title_alone_in_its_line_and_the_day_when_a_page_took_it_up(text: str, year: int) -> None:
    claim = parse(Entry("page.txt", 1, 4, text, text)).claim
    assert claim.title == text.split("\n")[0]
    assert [name.family for name in claim.author] == ["Lee", "Weir"]
    assert claim.year == year


def test_what_a_picture_is_called_is_no_part_of_the_title_behind_it() -> None:
    text = "screenshot Felt in Cold Water: A Study\nAnn Lee, Bo Weir\nProceedings of WOOL 2021"
    claim = parse(Entry("page.pdf", 1, 3, text, text, (Mark(11, 38, "strong"),))).claim
    assert claim.title == "Felt in Cold Water: A Study"


def test_a_venue_in_a_paragraph_of_its_own_may_name_a_prize() -> None:
    page = (
        "## Publications\n\n**Felt in Cold Water: A Study of Wool**<br>Ann Lee, Bo Weir\n\n"
        "*Proceedings of WOOL 2021*, Rieti, Italy. Best Paper Award (top 1%)\n"
    )
    (entry,) = [entry for entry in extract(read_text(page, "page", ".md")) if not entry.reason]
    assert parse(entry).claim.year == 2021


PRINTED = """References

Bee, A., & Dee, C. (2014). Weaving with undyed wool in the
    hills. Journal of Gulls, 39(1), 16–27.
Fane, O. (2009). Felt in cold water: A reader. Olmo Press.
Holm, E. (2020). Counting sheep by night in the valleys of
    the north. Journal of Sheep and
\n\x0cA. BEE                                            31

    Gulls, 55, 12–40.
Society of the Loom. (2022). Looms of the north and of the
    south (Report No. 12). Olmo Press.
Lund, K. (1995). The carding of wool. Gulls and Auks Plan-
\n\x0c32                                     REFERENCES

    ning, 17(4), 387–405.
Rye, B. (1984). Silk and its keepers. Olmo Press.
"""


def test_an_entry_that_hangs_over_a_page_break_is_one_and_the_running_head_is_none() -> None:
    claims = [parse(entry).claim for entry in extract(read_text(PRINTED, "x.txt", ".txt"))]
    assert [(claim.title, claim.container_title, claim.year) for claim in claims] == [
        ("Weaving with undyed wool in the hills", "Journal of Gulls", 2014),
        ("Felt in cold water: A reader", "", 2009),
        ("Counting sheep by night in the valleys of the north", "Journal of Sheep and Gulls", 2020),
        ("Looms of the north and of the south", "", 2022),
        ("The carding of wool", "Gulls and Auks Planning", 1995),
        ("Silk and its keepers", "", 1984),
    ]
    assert str(claims[3].author[0]) == "Society of the Loom"


GERMAN = [
    (
        "„Kein Vogel ohne Ei“. Nester und Zehnte in Rieti um 1900, erscheint in: Blätter der Vogelkunde 34 (angenommen).",
        ("„Kein Vogel ohne Ei“. Nester und Zehnte in Rieti um 1900", None),
    ),
    (
        "„Kein Vogel ohne Ei“. Nester in Rieti um 1900, in: Blätter der Vogelkunde 34 (2019), S. 12–34.",
        ("„Kein Vogel ohne Ei“. Nester in Rieti um 1900", 2019),
    ),
    (
        "Die Straße als Nest. Vogelhandel, in: Franz Marsch (Hg.): Nisten. Urbane Vögel seit 1800, Bielefeld: Olmo 2018, S. 14–16.",
        ("Die Straße als Nest. Vogelhandel", 2018),
    ),
    (
        "Ann Lee: Die Zeit der Möwen, aus dem Englischen von Otto Graf-Lenz, Hamburg: Edition Olmo 2014.",
        ("Die Zeit der Möwen", 2014),
    ),
    (
        "Die zahme Möwe. Eierhandel und Herrschaft im Fürstentum Rieti, Wien: Olmo & Söhne 2014 (zugl. Diss. Rieti 2013), 310 S.",
        ("Die zahme Möwe. Eierhandel und Herrschaft im Fürstentum Rieti", 2014),
    ),
    (
        "Wollwege, in: dies. / Franz Marsch (Hg.), Fasern der Macht, Wien 2014, S. 14–16.",
        ("Wollwege", 2014),
    ),
]


@pytest.mark.parametrize(("text", "read"), GERMAN)
def test_german_subtitles_and_the_times_that_titles_speak_of(text: str, read: tuple[str, int | None]) -> None:
    claim = parse(Entry("cv.docx", 1, 1, text, text)).claim
    assert (claim.title, claim.year) == read


def test_translations_are_a_heading_of_their_own() -> None:
    text = "# Publikationen\n\n**V. Aufsätze**\n\nBee, A.: Wolle im Winter, in: Möwen 12 (2019), S. 1–9.\n\n**VI. Übersetzungen**\n"
    (entry,) = extract(read_text(text, "cv", ".md"))
    assert "bersetzungen" not in entry.reading


MEDICINE = [
    (
        "Bee C†, Dee-Osei A, Holm F. Late moulting after shearing. A case report and review of the wool. BMJ Gull Rep. 2021;14(6):e2400.",
        ("Bee; Dee-Osei; Holm", "Late moulting after shearing. A case report and review of the wool", "BMJ Gull Rep"),
    ),
    (
        "Northern Wool Network; Dalby P, Holm EM, Kwon S. 2019 expert statement on felting. J Am Coll Wool. 2019;73(14):1800-16.",
        ("Northern Wool Network; Dalby; Holm; Kwon", "2019 expert statement on felting", "J Am Coll Wool"),
    ),
    (
        "FELT Investigators; Dalby P, Holm EM. Carding before felting. Lancet. 2019;73(14):1800-16.",
        ("FELT Investigators; Dalby; Holm", "Carding before felting", "Lancet"),
    ),
    (
        "Rye F, Lund JP, Fane L. N-terminal wool and the failing right loom: does weight matter? Heart. 2016;102(11):868-73.",
        ("Rye; Lund; Fane", "N-terminal wool and the failing right loom: does weight matter?", "Heart"),
    ),
    (
        "Rye F, Lund J. Wool detection rate and time of day: does fatigue matter? Gastrointest Wool. 2016;102(11):868-73.e2.",
        ("Rye; Lund", "Wool detection rate and time of day: does fatigue matter?", "Gastrointest Wool"),
    ),
    (
        "J. Bee-Holm on behalf of the GULL Collaboration, “Rare gulls at GULL”, in Proc. 53rd Rencontres de Rieti, 2018, pp. 97–102.",
        ("Bee-Holm", "Rare gulls at GULL", "Proc. 53rd Rencontres de Rieti"),
    ),
    (
        "J. Bee for the GULL Collaboration, “Rare gulls at GULL”, J. Gull Phys. 12 (2021) 12–20.",
        ("Bee", "Rare gulls at GULL", "J. Gull Phys"),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "read"), MEDICINE)
def test_groups_that_write_and_titles_of_two_sentences(text: str, read: tuple[str, str, str]) -> None:
    claim = parse(Entry("cv.docx", 1, 1, text, text)).claim
    names = "; ".join(name.family or name.literal for name in claim.author)
    assert (names, claim.title, claim.container_title) == read


CHINESE = [
    ("陆行, 陈国, 乔萌, 等. 羊毛织构研究进展[J]. 草原学报, 2023, 33(2): 341-360.（封面文章）", "陆行; 陈国; 乔萌 | 羊毛织构研究进展 | 草原学报"),
    ("Lu X Z, Mori K. Screening of ductile wool: felt meets data[C]// Proceedings of the 11th Conference on Wool. Beijing: 2019: 112-118.", "Lu; Mori | Screening of ductile wool: felt meets data | Proceedings of the 11th Conference on Wool"),
    ("陆行, 陈国. 羊毛织构：方法与实践[M]. 北京: 草原大学出版社, 2022.", "陆行; 陈国 | 羊毛织构：方法与实践 | "),
    ("王立新主编, 陆行副主编.《羊毛实验教程》, 高等教育出版社, 2019年8月.", "王立新; 陆行 | 羊毛实验教程 | "),
]  # fmt: skip


@pytest.mark.parametrize(("text", "read"), CHINESE)
def test_chinese_lists(text: str, read: str) -> None:
    claim = parse(Entry("cv.html", 1, 1, text, text)).claim
    names = "; ".join(str(name) if str(name) > "\u3040" else name.family for name in claim.author or claim.editor)
    assert f"{names} | {claim.title} | {claim.container_title}" == read
    assert bool(claim.editor) == ("主编" in text)


@pytest.mark.parametrize(
    "line",
    [
        '<p><a href="#">设为首页</a> | <a href="#">加入收藏</a> | <a href="/en">English</a></p>',
        "<h2>个人简介</h2><p>陆行，1982年生，工学博士，教授。主要从事羊毛及毛毡研究。在《草原学报》、Acta Ovium等期刊发表论文70余篇。</p>",
    ],
)
def test_menus_and_lives_are_no_works(line: str) -> None:
    page = f"<html><h1>陆行 教授</h1>{line}<h2>论文</h2><p>陆行. 羊毛织构研究进展[J]. 草原学报, 2023, 33(2): 341-360.</p></html>"
    titles = [parse(entry).claim.title for entry in extract(read_text(page, "x.html", ".html")) if not entry.reason]
    assert titles == ["羊毛织构研究进展"]


def test_a_letterhead_in_chinese_is_no_work() -> None:
    page = "陆行 (Hang Lu)\n副教授，博士生导师\n草原大学计算机科学学院\n\n论文\n\n1. 陆行, 陈国. 羊毛织构研究进展. 草原学报, 2023, 33(2): 341-360."
    titles = [parse(entry).claim.title for entry in extract(read_text(page, "x")) if not entry.reason]
    assert titles == ["羊毛织构研究进展"]


def test_a_year_before_an_entry_is_that_of_those_below_it_that_have_none() -> None:
    rows = [
        "2021 A. Bee, C. Dee: Felt for the sea and its gulls. Journal of Gulls, accepted for publication",
        "2019 A. Bee, C. Dee: Weaving with undyed wool. Journal of Gulls 12, 1–9",
        "C. Dee, A. Bee: Felt in cold and in warm water. Journal of Gulls 14, 20–31",
        "C. Dee, A. Bee: Dyes of the northern sea. Journal of Gulls, submitted",
    ]
    page = "\n\n".join(("# Publications", *rows))
    claims = [parse(entry).claim for entry in extract(read_text(page, "cv", ".md")) if not entry.reason]
    assert [claim.year for claim in claims] == [2021, 2019, 2019, None]


def test_what_is_folded_away_below_an_entry_ends_no_list() -> None:
    page = (
        "## Working papers\n\n- **Wool and the Wage of Weavers** (with Ann Lee). Olmo Discussion Paper No. 17, 2024.\n"
        "  <details><summary>Abstract</summary>We count the weavers of 93 mills.</details>\n\n"
        "- **Remote Looms and the Geography of Felt**. Mimeo, 2022.\n\n[Latest version](/a.pdf) · *This version: May 2021*\n"
    )
    titles = [parse(entry).claim.title for entry in extract(read_text(page, "cv", ".md")) if not entry.reason]
    assert titles == ["Wool and the Wage of Weavers", "Remote Looms and the Geography of Felt"]


def test_a_rate_is_no_page() -> None:
    page = (
        "## Publications\n\nMy name is in bold. * = best venues (CVPR, ICCV: 22–28% accepted).\n\n"
        "A. Bee, C. Dee. Felt in cold water. CVPR 2021, 3–9.\n"
    )
    titles = [parse(entry).claim.title for entry in extract(read_text(page, "cv", ".md")) if not entry.reason]
    assert titles == ["Felt in cold water"]
