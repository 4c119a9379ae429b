"""Tables that offices ask for, in many languages: columns, headers of two rows, staff beside authors, other tables below."""

from __future__ import annotations

import pytest

from reconcile.documents import Document, Kind, read_text
from reconcile.documents.fields.columns import canonical, header, labels
from reconcile.documents.fields.kinds import type_named
from reconcile.documents.fields.names import NAMES
from reconcile.extract import extract
from reconcile.extract.placing.headings import topic_of
from reconcile.extract.words.topics import Topic
from reconcile.parse import parse, parse_string
from reconcile.parse.place.stated import cell_of_numbers
from sources.record import Record, Type
from sources.text import letters_of


def table(*rows: str) -> Document:
    """A table of which the cells are parted by semicolons."""
    return read_text("\n".join(rows), "works", ".csv")


def claims(document: Document) -> list[Record]:
    return [mention.claim for mention in map(parse, extract(document)) if not mention.reason]


@pytest.mark.parametrize(
    "cells",
    [
        ("No", "Judul Artikel", "Penulis (sesuai urutan)", "Nama Jurnal", "Tahun"),
        ("STT", "Tên bài báo", "Tác giả", "Tên tạp chí", "Năm"),
        ("Lp.", "Tytuł pracy", "Autorzy", "Nazwa czasopisma", "Rok wydania"),
        ("", "Název publikace", "Autoři", "Název časopisu", "Rok vydání"),
        ("No", "Makale Adı", "Yazarlar", "Dergi Adı", "Yıl"),
        ("Nr. crt.", "Titlul lucrării", "Autorii", "Revista", "Anul publicării"),
        ("", "Cím", "Szerzők", "Folyóirat", "Év"),
        ("", "Naslov rada", "Autori", "Časopis", "Godina"),
        ("番号", "論文題目", "著者名", "掲載誌", "発行年"),
        ("序号", "论文名称", "全部作者", "发表刊物", "发表年份"),
        ("번호", "논문제목", "저자명", "학술지명", "게재년도"),
        ("ردیف", "عنوان مقاله", "نویسندگان", "نام مجله", "سال انتشار"),
        ("", "عنوان البحث", "الباحثون", "اسم المجلة", "سنة النشر"),
        ("", "Τίτλος", "Συγγραφείς", "Περιοδικό", "Έτος"),
        ("", "Título del artículo", "Autores", "Nombre de la revista", "Año de publicación"),
    ],
    ids=lambda cells: cells[1],
)
def test_the_columns_of_works_are_known_in_every_language(cells: tuple[str, ...]) -> None:
    assert header(cells) == ("", "title", "author", "journal", "year")


def test_no_name_stands_for_two_fields_and_each_is_folded() -> None:
    every = [name for names in NAMES.values() for name in names]
    assert len(every) == len(set(every))
    assert [name for name in every if letters_of(name) != name] == []


def test_whose_works_they_are_is_no_author_beside_all_authors() -> None:
    staff = ("No", "Nama Dosen / NIDN", "Judul", "Penulis", "Jurnal", "Tahun")
    assert (
        header(staff) == ("", "nama dosen / nidn", "title", "author", "journal", "year") or header(staff)[3] == "author"
    )
    document = table(
        ";".join(staff), "1;Dr. Sari Dewi, M.Si.;Wol di utara dan selatan;Budi Raya, Sari Dewi;Jurnal Wol;2019"
    )
    (claim,) = claims(document)
    assert [str(name) for name in claim.author] == ["Budi Raya", "Sari Dewi"]
    assert header(("Nama Dosen", "Judul", "Jurnal", "Tahun"))[0] == "author"


def test_volume_issue_and_pages_may_share_a_column() -> None:
    assert canonical("Vol/No/Hal") == canonical("Volume, number, pages") == canonical("巻・号・頁") == "numbering"
    for cell, said in {
        "14(1): 55–70": ("14", "1", "55–70"),
        "22, 489-494": ("22", None, "489-494"),
        "11, e14688": ("11", None, "e14688"),
        "47/2/211–230": ("47", "2", "211–230"),
        "LXIX": ("LXIX", None, None),
        "Vol. 3 No. 2, pp. 1-10": ("3", "2", "1-10"),
        "-": (None, None, None),
    }.items():
        numbers = cell_of_numbers(cell)
        assert tuple(piece and piece.value for piece in (numbers.volume, numbers.issue, numbers.page)) == said
    document = table("Judul;Penulis;Jurnal;Vol/No/Hal;Tahun", "Wol di utara;Sari Dewi;Jurnal Wol;14(1): 55–70;2019")
    (claim,) = claims(document)
    assert (claim.volume, claim.issue, claim.page, claim.container_title) == ("14", "1", "55-70", "Jurnal Wol")


def test_a_publisher_with_its_isbn_tells_the_place_of_a_book() -> None:
    assert canonical("Penerbit / ISBN") == canonical("Publisher and year") == "imprint"


def test_a_header_of_two_rows_names_the_parts_of_its_groups() -> None:
    document = table(
        "Daftar karya;;;;;;",
        "No;Penulis;Judul;Jurnal;;;Tahun",
        ";;;Nama;Vol.;Hal.;",
        "1;2;3;4;5;6;7",
        "1;Sari Dewi;Wol di utara dan selatan;Jurnal Wol;3;1-9;2019",
        "2;Budi Raya;Bulu domba di musim hujan;Jurnal Wol;4;10-19;2020",
    )
    assert [(claim.title, claim.volume, claim.page, claim.year) for claim in claims(document)] == [
        ("Wol di utara dan selatan", "3", "1-9", 2019), ("Bulu domba di musim hujan", "4", "10-19", 2020),
    ]  # fmt: skip
    assert [block.kind for block in document.blocks] == [Kind.HEADING, Kind.ENTRY, Kind.ENTRY]


def test_two_rows_that_are_works_are_no_header() -> None:
    rows = [
        "Author;Title;Journal;Volume;Year",
        "Ada Bee;Wool in rain;J. Felt;;2019",
        "Carl Dee;Felt in rain;J. Felt;;2020",
    ]
    assert [claim.title for claim in claims(table(*rows))] == ["Wool in rain", "Felt in rain"]


def test_another_table_below_is_none_of_the_works() -> None:
    document = table(
        "No;Judul;Penulis;Jurnal;Tahun",
        "1;Wol di utara dan selatan;Sari Dewi;Jurnal Wol;2019",
        "No;Nama Kegiatan;Ketua;Tempat;",
        "1;Pelatihan menenun bagi ibu;Sari Dewi;Olmo;2020",
    )
    assert [block.kind for block in document.blocks] == [Kind.ENTRY, Kind.ROW]


def test_a_column_of_money_makes_a_list_of_grants() -> None:
    assert labels(("Judul", "Ketua", "Sumber", "Jumlah")) == ()
    assert labels(("Title", "Year", "Amount")) == header(("Title", "Authors", "Amount (EUR)")) == ()
    assert labels(("Title", "Year", "My rating")) == ("title", "year", "my rating")
    assert header(("Title", "Authors", "Journal", "Value"))[:3] == ("title", "author", "journal")


def test_a_state_in_its_column_may_tell_the_year() -> None:
    (claim,) = claims(table("제목;저자;상태", "Whispers of wool;Ada Bee, Carl Dee;arXiv:2401.10101 (2024)"))
    assert claim.year == 2024


@pytest.mark.parametrize(
    ("said", "kind"),
    [("Bab buku", Type.CHAPTER), ("artykuł", Type.ARTICLE), ("Libro", Type.BOOK), ("期刊论文", Type.ARTICLE), ("Дисертація", Type.THESIS)],
)  # fmt: skip
def test_a_column_of_kinds_is_understood_in_other_languages(said: str, kind: Type) -> None:
    assert type_named(said) is kind


@pytest.mark.parametrize(
    ("heading", "topic"),
    [
        ("B. PUBLIKASI ILMIAH", Topic.PUBLICATIONS), ("D. PEMAKALAH / NARASUMBER", Topic.TALKS),
        ("E. PENGABDIAN KEPADA MASYARAKAT", Topic.SERVICE), ("F. PENELITIAN / HIBAH", Topic.GRANTS),
        ("Danh mục công trình khoa học", Topic.PUBLICATIONS), ("Comunicări științifice", Topic.TALKS),
        ("Senarai Penerbitan", Topic.PUBLICATIONS), ("Capitole în volume colective", Topic.PUBLICATIONS),
    ],
)  # fmt: skip
def test_headings_in_indonesian_malay_vietnamese_and_romanian(heading: str, topic: Topic) -> None:
    assert topic_of(heading) is topic


@pytest.mark.parametrize(
    "legend",
    ["`*` 공동 제1저자, `†` 교신저자. 2024년 2월 — CVPR 2024", "* 通讯作者，# 共同第一作者 (2024)", "* contribution égale, CVPR 2024", "† autor de correspondencia. ACL 2020"],
)  # fmt: skip
def test_a_legend_of_authors_marks_is_no_entry(legend: str) -> None:
    work = "- Ada Bee, Carl Dee. Wool in the rain. Journal of Felt 12 (2019), 1-9."
    entries = extract(read_text(f"# Publications\n\n{legend}\n\n{work}\n", "x.md", ".md"))
    assert [parse(entry).claim.title for entry in entries] == ["Wool in the rain"]


def test_a_given_name_in_hiragana_behind_a_family_name_is_a_persons() -> None:
    claim = parse_string("牧田次郎・八十島みどり「羊毛の流通」『牧場評論』第80巻第2号、2014年、34-51頁").claim
    assert [str(name) for name in claim.author] == ["牧田次郎", "八十島みどり"]
    assert claim.title == "羊毛の流通"
    assert not parse_string("羊毛流通について『牧場評論』第80巻第2号、2014年").claim.author


def test_what_moderncv_prints_bold_behind_a_date_is_the_title() -> None:
    source = r"""\begin{document}\section{Cărți}
\cventry{2019}{Despre lână și pâslă în munți}{Editura Olmo}{Riga}{}{340 p.}
\end{document}"""
    (entry,) = extract(read_text(source, "x.tex", ".tex"))
    assert parse(entry).claim.title == "Despre lână și pâslă în munți"
    unmarked = read_text(r"\begin{document}\cventry{Ann}{Title}{ICML}{}", "x.tex", ".tex")
    assert unmarked.blocks[0].marks == ()


@pytest.mark.parametrize(
    ("top", "answer"),
    [
        pytest.param("Open access;Title;Authors;Venue", "No", id="no"),
        pytest.param("No;Title;Authors;Venue", "N", id="n"),
        pytest.param("Best;Title;Authors;Venue", "*", id="a mark"),
    ],
)
def test_an_answer_in_the_first_cell_is_no_other_tables_counter(top: str, answer: str) -> None:
    document = table(
        top,
        "Yes;Wool in the north;Ada Bee;Gulls",
        f"{answer};Felt in the south;Ada Bee;Gulls",
        "Yes;Sheep in the west;Ada Bee;Gulls",
    )
    assert [block.kind for block in document.blocks] == [Kind.ENTRY] * 3


@pytest.mark.parametrize(
    "work",
    [
        "Authors in the machine age: who spins what. Ada Bee and Carl Dee. Felt Quarterly 3(2), 2019.",
        "Equal contribution of authors in mills. A. Bee, C. Dee. Felt Quarterly 12(3), 2014.",
        "- Corresponding author emails and their decay. A. Bee, C. Dee. Felt Quarterly 13(3), 2015.",
        "1. Authors in exile: a history. A. Bee. Felt Quarterly 3(5), 2019, 15-19.",
    ],
)
def test_a_title_may_begin_as_a_legend_does(work: str) -> None:
    entries = extract(read_text(f"# Publications\n\n{work}\n", "x.md", ".md"))
    (title,) = [parse(entry).claim.title for entry in entries]
    assert title == work.removeprefix("1. ").removeprefix("- ").partition(". A")[0]
