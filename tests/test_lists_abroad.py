"""Lists as people of several countries keep them, read from end to end: from the page to what each entry claims."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from reconcile.documents import read_text
from reconcile.documents.blocks.block import Mark
from reconcile.entry import Entry
from reconcile.extract import extract
from reconcile.extract.placing.headings import topic_of
from reconcile.extract.refusing.menus import is_menu
from reconcile.extract.words.topics import Topic
from reconcile.parse import parse
from sources.record import Record
from tests.parse_table import Row, assert_read, name_of, rows


def claims(text: str, name: str = "x.txt") -> list[Record]:
    """What the publications of a document claim."""
    return [found.claim for found in map(parse, extract(read_text(text, name))) if not found.reason]


def claim(text: str) -> Record:
    return parse(Entry("doc.md", 1, 1, text, text)).claim


def people(found: Record) -> list[str]:
    return [name.literal or name.family for name in found.author]


RESEARCHMAP = """牧田　次郎
マキタ ジロウ  (Jiro Makita)
更新日: 2023/04/18

■ 経歴
2018年4月 - 現在      北海大学 大学院牧場研究科 教授

■ 受賞
2013年11月   第8回 牧場史学会賞　『羊と村の歴史』

■ 論文  3件
1. 羊毛の流通と北の村々――「群れ」の記憶をめぐって
   牧田 次郎
   牧場評論 131(4) 1-38  2022年4月  査読有り  筆頭著者
2. 冬の牧場における羊の数え方
   牧田次郎, 羊野 花子
   北方牧場 (402) 22 - 41  2019年12月
3. Counting Sheep in Early Modern Villages
   Jiro Makita, Ada O'Bee
   Journal of Woolly History 7 55-74  2017年

■ MISC  1件
1. 草の会、十年の歩み
   牧田次郎
   牧場だより (41) 2-3  2011年1月

■ 書籍等出版物  2件
1. 講座 羊の日本史 第3巻 北の群れ
   羊野花子, 牧田次郎 編 (担当:共編者(共編著者))
   北海出版会  2020年7月
2. 「群れ」を問いなおす
   羊野 花子, 牧田次郎 (担当:分担執筆, 範囲:第4章)
   みどり新書  2021年3月

■ 講演・口頭発表等  1件
1. 羊毛の読み方 (ポスター)
   牧田次郎
   牧場史フォーラム  2014年8月
"""


def test_a_page_of_researchmap_that_was_copied() -> None:
    found = claims(RESEARCHMAP)
    assert [(each.title, people(each), each.year) for each in found] == [
        ("羊毛の流通と北の村々――「群れ」の記憶をめぐって", ["牧田 次郎"], 2022),
        ("冬の牧場における羊の数え方", ["牧田次郎", "羊野 花子"], 2019),
        ("Counting Sheep in Early Modern Villages", ["Makita", "O'Bee"], 2017),
        ("草の会、十年の歩み", ["牧田次郎"], 2011),
        ("講座 羊の日本史 第3巻 北の群れ", ["羊野花子", "牧田次郎"], 2020),
        ("「群れ」を問いなおす", ["羊野 花子", "牧田次郎"], 2021),
    ]
    first, second = found[:2]
    assert (first.container_title, first.volume, first.issue, first.page) == ("牧場評論", "131", "4", "1-38")
    assert (second.container_title, second.volume, second.issue, second.page) == ("北方牧場", "", "402", "22-41")


def test_the_links_that_say_where_on_a_site_one_is_are_no_entry() -> None:
    page = '<div><a href="/">首页</a> | <a href="/s">师资队伍</a> | <a href="/k">科学研究</a></div><div>当前位置：<a href="/">首页</a>&gt;&gt;正文</div>'
    entry = "<p>[1] 李牧, 王小草. 草原羊群计数方法[J]. 牧场学报, 2019, 30(4): 112-120.</p>"
    assert [each.title for each in claims(f"<html><body>{page}{entry}</body></html>", "x.html")] == ["草原羊群计数方法"]


@pytest.mark.parametrize(
    "trail",
    [
        "You are here: Home &gt; Staff &gt; 2019",
        "Skip to the text You are here: Home » Staff",
        'Sie sind hier: <a href="/">Schafe</a> Wolle und Filz',
        "Vous êtes ici : Laine / Moutons du nord",
        "您现在的位置：首页",
    ],
)
def test_what_says_where_one_is_is_a_menu(trail: str) -> None:
    assert is_menu(*_block(trail))


@pytest.mark.parametrize(
    "work",
    [
        "Bee, A. (2004). You Are Here: Maps of Felt and Other Maps of Wool. Fleece Press.",
        "(2018). You are here: shepherds and their maps. Journal of Wool, 2(2), 1-9.",
        "You are here: shepherds and their maps",
        '<a href="/felt">You are here: shepherds and their maps</a>',
        'You are here: shepherds and their maps <a href="/felt.pdf">PDF</a>',
        "Bee, A. You are here: from fleece -&gt; felt. Journal of Wool, 2018",
    ],
)
def test_a_title_that_says_where_one_is_is_none(work: str) -> None:
    assert not is_menu(*_block(work))


def _block(text: str) -> tuple[str, Sequence[Mark]]:
    (block,) = read_text(f"<p>{text}</p>", "x.html", ".html").blocks
    return block.text, block.marks


CHINESE = """
## a name that is spelt out in signs has a dot within, which elsewhere parts names
李牧, 阿依·买买提. 草原羊群计数方法[J]. 牧场学报, 2019, 30(4): 112-120.
    李牧; 阿依·买买提 | 草原羊群计数方法 | 牧场学报 | 2019
## who translated it, and who wrote what was translated
李牧, 诸葛立译. 羊毛中的有限方法[M]. (英)史密斯著. 上海: 绿草大学出版社, 2010.
    李牧; 诸葛立 | 羊毛中的有限方法 | - | 2010
"""


@pytest.mark.parametrize("row", rows(CHINESE), ids=name_of)
def test_strings_in_chinese(row: Row) -> None:
    assert_read(row)


FORM = """№   Наименование работы, её вид          Форма    Выходные данные                 Объём,   Соавторы
п/п                                      работы                                   с.
--------------------------------------------------------------------------------------------------------
1   2                                    3        4                               5        6
--------------------------------------------------------------------------------------------------------
                         а) научные работы

1.  Чайки и шерсть при прерывистом       печ.     Вестник примерного овце-        6/3      Лунь О.С.
    счёте северных овец (статья)                  водства. – 2019. – № 4 (52).
                                                  – С. 31–36.

2.  К вопросу о войлоке                  печ.     Известия чаек. – 2016. –        8        –
                                                  Т. 18, № 2. – С. 114–121.

                         б) учебно-методические работы

3.  Основы теории шерсти: учебное        печ.     Казань: Овца, 2018.             164/80   Лунь О.С.,
    пособие                                       – 164 с.                                 Фейн А.Б.

Участие в грантах: № 18-08-00000 «Шерсть скоростных овец», 2018–2020, исполнитель.
"""


def test_a_form_whose_columns_only_blanks_part() -> None:
    found = claims(FORM)
    assert [(each.title, people(each), each.year) for each in found] == [
        ("Чайки и шерсть при прерывистом счёте северных овец", ["Лунь"], 2019),
        ("К вопросу о войлоке", [], 2016),
        ("Основы теории шерсти: учебное пособие", ["Лунь", "Фейн"], 2018),
    ]
    assert (found[0].container_title, found[0].page) == ("Вестник примерного овцеводства", "31-36")


STACKED = """
No.  Title of the      Journal          Co-authors
     paper
1.   Felt in cold      Gull Letters,    {upper}
     water             2019, 3, 1-9     {lower}
"""


@pytest.mark.parametrize(
    ("upper", "lower", "authors"),
    [
        ("Bee A.", "Dee C.", ["A. Bee", "C. Dee"]),
        ("A. Bee", "C. Dee", ["A. Bee", "C. Dee"]),
        ("Bee, A.", "Dee, C., Rye, F.", ["A. Bee", "C. Dee", "F. Rye"]),
        ("Rye F., Bee AB", "Dee C", ["F. Rye", "A. B. Bee", "C. Dee"]),
        ("Anna Bee", "Carl Dee", ["Anna Bee", "Carl Dee"]),
        ("Bee A.,", "Dee C.", ["A. Bee", "C. Dee"]),
        ("Rye F., Anna", "Bee", ["F. Rye", "Anna Bee"]),
        ("Rye F., Bee", "A., Dee C.", ["F. Rye", "A. Bee", "C. Dee"]),
    ],
)
def test_authors_one_below_the_other_in_a_cell(upper: str, lower: str, authors: list[str]) -> None:
    assert [[str(each) for each in found.author] for found in claims(STACKED.format(upper=upper, lower=lower))] == [
        authors
    ]


NUMBERED = """
{}    Title                   Authors          Journal           Year
1      Felt in cold water      A. Bee, C. Dee   Gull Letters      2019
2      {}
3      Goats                   C. Dee           Barn Notes        2021
"""
WIDE = "Sheep and goats of the eastern isles  C. Dee  Barn Notes   2021"


@pytest.mark.parametrize("counter", ["No.", "Sr.", "S/N", "SN ", "Nr ", "序号"])
def test_a_row_whose_cell_runs_over_its_column_is_one_by_the_next_number(counter: str) -> None:
    found = claims(NUMBERED.format(counter, WIDE))
    assert [(each.title, people(each), each.container_title, each.year) for each in found] == [
        ("Felt in cold water", ["Bee", "Dee"], "Gull Letters", 2019),
        ("Sheep and goats of the eastern isles", ["Dee"], "Barn Notes", 2021),
        ("Goats", ["Dee"], "Barn Notes", 2021),
    ]


BELOW = "Sheep and goats         C. Dee           Barn Notes        2021\n       of the isles that are far  {}of Wales"


def test_a_cell_may_run_over_its_column_below_the_first_line_of_its_row() -> None:
    found = claims(NUMBERED.format("No.", BELOW.replace("Dee ", "Dee,").format("F. Rye        ")))
    assert [(each.title, people(each), each.container_title) for each in found[1:]] == [
        ("Sheep and goats of the isles that are far", ["Dee", "Rye"], "Barn Notes of Wales"),
        ("Goats", ["Dee"], "Barn Notes"),
    ]
    assert read_text(NUMBERED.format("No.", BELOW.format("")), "x.txt").complaints == (
        "x.txt, line 5: this row of a table runs over its columns and was read as text; part its cells with tabs",
    )


@pytest.mark.parametrize(
    "wide",
    [
        WIDE.replace("isles  C.", "isles C."),
        # all but the authors where their columns are
        f"{'Sheep, goats and wool C. Dee':41}Barn Notes        2021",
        "Sheep and goats of the eastern isles C. Dee Barn Notes 2021",
    ],
)
def test_a_row_whose_cells_nothing_parts_is_told_and_is_text(wide: str) -> None:
    document = read_text(NUMBERED.format("No.", wide), "x.txt")
    assert document.complaints == (
        "x.txt, line 4: this row of a table runs over its columns and was read as text; part its cells with tabs",
    )
    assert " ".join(wide.split()) in [block.text.removeprefix("2 ") for block in document.blocks]
    assert [block.first for block in document.blocks if block.fields] == [3, 5]


def test_a_row_with_nothing_but_a_title_is_text() -> None:
    texts = [block.text for block in read_text(NUMBERED.format("No.", "Sheep and goats"), "x.txt").blocks]
    assert any("Sheep and goats" in text for text in texts)


def test_a_long_table_is_read_to_its_end() -> None:
    head, row = (
        "No.    Title                Journal         Year\n",
        "{:<6} Felt in cold water   Gull Letters    2019\n",
    )
    document = read_text(head + "".join(row.format(at) for at in range(1, 6001)), "x.txt")
    assert sum(bool(block.fields) for block in document.blocks) == 6000


BY_YEAR = """
Year   Title                   Journal
2019   Felt in cold water      Gull Letters
       {}
2021   Sheep and goats of the eastern isles  Barn Notes
"""


def test_a_table_by_years_counts_no_rows() -> None:
    found = claims(BY_YEAR.format("and hot                 of Wales"))
    assert [(each.title, each.container_title, each.year) for each in found] == [
        ("Felt in cold water and hot", "Gull Letters of Wales", 2019),
        ("Sheep and goats of the eastern isles", "Barn Notes", 2021),
    ]
    assert not any(block.fields for block in read_text(BY_YEAR.format("Moss                    Wool"), "x.txt").blocks)


COLUMN = """
No.  Title                Authors          Journal         Year
1    Felt in cold water   {0[0]}  Gull Letters    2019
                          {0[1]}
                          {0[2]}
2    Sheep and goats      {0[3]}  Barn Notes      2021
                          {0[4]}
"""


@pytest.mark.parametrize(
    ("lines", "authors"),
    [
        (
            ("Priya Raman", "Wei Zhang", "Hiroshi Tanaka", "Priya Raman", "Anna Lund"),
            [["Priya Raman", "Wei Zhang", "Hiroshi Tanaka"], ["Priya Raman", "Anna Lund"]],
        ),
        # a column in which names go on below is none of whole names
        (("Priya", "Raman, Wei", "Zhang", "Anna Lund", ""), [["Priya Raman", "Wei Zhang"], ["Anna Lund"]]),
    ],
)
def test_a_column_of_whole_names_has_one_a_line(lines: tuple[str, ...], authors: list[list[str]]) -> None:
    found = claims(COLUMN.format([line.ljust(15) for line in lines]))
    assert [[str(each) for each in one.author] for one in found] == authors


RUSSIAN = """
## the list is cut short in brackets, and what it is printed on stands there, too
Лунь О.С., Фейн А.Б. [и др.]. Чайки моря [Электронный ресурс] // Вопросы птиц. 2019. № 4. С. 12–34.
Лунь; Фейн | Чайки моря | Вопросы птиц | 2019
Лунь О.С. Чайки моря / О.С. Лунь, А.Б. Фейн [и др.] // Вопросы птиц. 2019. № 4. С. 12–34.
Лунь; Фейн | Чайки моря | Вопросы птиц | 2019
"""


@pytest.mark.parametrize("row", rows(RUSSIAN), ids=name_of)
def test_strings_in_russian(row: Row) -> None:
    assert_read(row)
    assert claim(row[0]).author_et_al


TITLES = """
## two words are no authors that are nobody's names
Wollgras und Filzkunst. Zur Geschichte der Schafe im Norden, Bad Heilbronn: Exempel, 2011.
 | Wollgras und Filzkunst. Zur Geschichte der Schafe im Norden | - | 2011
Müller und Schmidt. Zur Geschichte der Schafe im Norden, Bad Heilbronn: Exempel, 2011.
Müller; Schmidt | Zur Geschichte der Schafe im Norden | - | 2011
## behind a dash a title goes on in small letters
Das Schafgarnspinnen – eine Fußnote der Geschichte?, in: Exempla Lanae 52 (2016) 1, 33–51.
 | Das Schafgarnspinnen – eine Fußnote der Geschichte? | Exempla Lanae | 2016
## what stands before "in:" is no venue
Ada Biene: Wolle, Filz, Garn. Briefe von Schäfern um 1900, in: Historische Schafblätter 9, 2014, S. 87–104
Biene | Wolle, Filz, Garn. Briefe von Schäfern um 1900 | Historische Schafblätter | 2014
Die Schäferin im Examen. Wollkultur und Filzbildung in Preußen 1870–1914. Göttingen: Verlag zum Schaf 2021.
 | Die Schäferin im Examen. Wollkultur und Filzbildung in Preußen 1870–1914 | - | 2021
## the first of those who edited a book
Art. 768-bis, in G. Fane – O. Lund (a cura di), Codice delle lane commentato, cit., p. 1001 ss.
Fane; Lund | Art. 768-bis | Codice delle lane commentato | -
## a meeting's days are not when its papers came out
Fane S., « Bergers et laines », dans J. Lund (éd.), Actes du colloque d'Olmet, 14-16 mai 2011, Rennes, Olmo, 2013, p. 77-90.
Fane | Bergers et laines | - | 2013
"""


@pytest.mark.parametrize("row", rows(TITLES), ids=name_of)
def test_strings_of_the_humanities(row: Row) -> None:
    text, (names, title, container, year) = row
    found = claim(text)
    assert "; ".join(name.family for name in found.author or found.editor) == names
    assert found.title == title
    assert container in ("-", found.container_title)
    assert year == "-" or str(found.year) == year


def test_the_day_of_a_decision_is_not_when_the_note_on_it_came_out() -> None:
    text = "*La lana a sorpresa: il pastore e il filo* (nota a Cass., 12 dicembre 2014, n. 26242), in *Giur. lan.*, 2015, I, c. 70"
    assert [each.year for each in claims(f"# Publications\n\n- {text}\n", "x.md")] == [2015]


LATTES = """# Jurandir Olmo Lã de Sá

**Nome em citações bibliográficas**\\
SÁ, J. O. L.;SÁ, Jurandir Olmo Lã;LÃ, J.

**Capítulos de livros publicados**

- SÁ, J. O. L.; MBUMBA, D. . A ovelha e o zero. In: SÁ, J. O. L.; OKABE, X.; MBUMBA, D.. (Org.).
Educação, lã e povos: diálogos do Sul. 1ed.Ilhéus: Edições Amostra, 2019, v. , p. 55-78.

**Orientações e supervisões concluídas**

**Tese de doutorado**

- Iracema Olmo. Ovelha e simetria. 2020. Tese (Doutorado em Educação) - Universidade do Exemplo.
"""


def test_a_cv_of_lattes() -> None:
    assert [(each.title, each.year) for each in claims(LATTES, "x.md")] == [("A ovelha e o zero", 2019)]


def test_a_letterhead_that_says_of_when_it_is_is_no_entry() -> None:
    head = "Dr. phil. habil. Friederike Gräfin von Wolle-Öztürk  \nInstitut für Allgemeine Schafwissenschaft, Universität Musterstadt  \nStand: 1. Oktober 2022"
    text = f"# Schriftenverzeichnis\n\n{head}\n\n- Ada Biene: Wolle im Norden. In: Schafblätter 9 (2014), S. 87–104.\n"
    assert [each.title for each in claims(text, "x.md")] == ["Wolle im Norden"]


def test_who_was_asked_for_the_press_published_nothing() -> None:
    entry = "A. Bee (2019). Weaving with undyed wool. Journal of Gulls 12(3), 1-9."
    text = f"# Publications\n\n- {entry}\n- Press: interview in Example Daily, “The woman who counts sheep”, 12 August 2023.\n"
    assert [each.title for each in claims(text, "x.md")] == ["Weaving with undyed wool"]


@pytest.mark.parametrize(("heading", "topic"), [("Участие в грантах", Topic.GRANTS), ("Identificação", Topic.OTHER)])
def test_headings(heading: str, topic: Topic) -> None:
    assert topic_of(heading) is topic


def test_lines_that_a_printer_broke_are_wraps_where_one_breaks_off_within_a_word() -> None:
    text = (
        "References\n\n"
        "[1] Ada Bee, Clara Dee, Emil Fane, Georg Lund, Keith W. Hale, Jan\n"
        "    Holm, Victor E. Rye, and Dominik Moss. 2021. Counting Sheep:\n"
        "    Keys for Woolly Graphs. In WOOL ’21: International Confer-\n"
        "    ence on Wool, Virtual Event, June 20-25, 2021. Olmo, 2423–2436.\n"
        "[2] Emil Fane. 2020. Felt in Cold Water. Fleece Letters 3, 1-9.\n"
    )
    assert [name.family for name in claims(text)[0].author] == "Bee Dee Fane Lund Hale Holm Rye Moss".split()
