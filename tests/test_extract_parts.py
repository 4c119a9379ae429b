"""The parts of extraction: what headings say, where names stand, how lines and blocks are joined and parted."""

from __future__ import annotations

import pytest

from reconcile.documents.blocks.block import Block, Document, Kind, Mark
from reconcile.extract import extract
from reconcile.extract.looks.likeness import is_button_line, is_prose, likeness, titles_in
from reconcile.extract.looks.people import runs
from reconcile.extract.placing.headings import reads_as_heading, topic_of, year_of
from reconcile.extract.words.topics import Topic

HEADINGS = {
    Topic.PUBLICATIONS: "Publications|PUBLICATIONS (2020-PRESENT, SELECTED)|Selected Papers|Preprints & Working Papers"
    "|Papers under review|In Submission|Journal Articles|CONFERENCE PROCEEDINGS|PHD THESIS|Book chapters"
    "|Patents and Publications|Publikationen|Veröffentlichungen|Publicaciones|Artículos en revistas|Pubblicazioni"
    "|Publications scientifiques|论文|代表性论文|论文 / Publications|業績|논문|Публикации|Unpublished|Conferences",
    Topic.NEWS: "🔥 News|Latest News|What's new|Aktuelles|新闻",
    Topic.PATENTS: "Patents|PATENT|Patente|专利",
    Topic.TALKS: "Invited Talks|Conference Presentations|Keynotes|Vorträge|报告",
    Topic.AWARDS: "Honors & Awards|Awards and Prizes|Best Paper Awards|Auszeichnungen|获奖情况",
    Topic.TEACHING: "Teaching|TEACHING EXPERIENCE|Lehre|Docencia|教学",
    Topic.SERVICE: "PROFESSIONAL SERVICE|Conference Reviewer|Journal reviewing|Professional Activities|学术服务",
    Topic.GRANTS: "Grants|Research Funding|Drittmittel",
    Topic.SUPERVISION: "Theses supervised|PhD Students|Mentoring",
    Topic.EDUCATION: "Education|EDUCATION|Ausbildung|Formación|教育经历",
    Topic.EXPERIENCE: "Work Experience|PhD Projects|Internships|WORKING EXPERIENCE / EMPLOYMENT",
    Topic.OTHER: "TECHNICAL SKILLS|Research Interests|About me|Co-authors|Software",
    Topic.UNKNOWN: "Lei Gao|Federated Learning|Deep Residual Learning for Image Recognition",
}


@pytest.mark.parametrize(("heading", "topic"), [(h, t) for t, row in HEADINGS.items() for h in row.split("|")])
def test_a_heading_says_what_stands_under_it(heading, topic):
    assert topic_of(heading) is topic


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("PUBLICATIONS", True),
        ("Journal Articles:", True),
        ("论文发表", True),
        ("Trabalhos completos publicados em anais de congressos", True),
        ("In review", True),
        ("Artigos aceitos para publicação", True),
        ("Selected Publications (2019-2024)", True),
        ("Journal of Sheep", False),
        ("International Conference on Computer Design", False),
        ("Anna Bee, Carl Dee", False),
        ("Our papers were accepted.", False),
        ("Lei Gao", False),
    ],
)
def test_a_line_without_markup_reads_as_a_heading(line, is_one):
    assert reads_as_heading(line) is is_one


@pytest.mark.parametrize(
    ("heading", "year"),
    [
        ("2021", 2021),
        ("— 2021 —", 2021),
        ("Year 2021", 2021),
        ("2021年", 2021),
        ("2019 - 2021", None),
        ("Papers", None),
    ],
)
def test_the_year_of_a_heading(heading, year):
    assert year_of(heading) == year


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A. Bee, Carla Dee and Eve Fox. Counting Sheep. In Proceedings of FUN.", "A. Bee, Carla Dee and Eve Fox"),
        ("Bee, A., Dee, C. (2020). Counting sheep.", "Bee, A., Dee, C."),
        ("Zhang, Xiangyu and He, Kaiming. Deep Nets", "Zhang, Xiangyu and He, Kaiming"),
        ("Smith J, Jones AB, van der Berg K. Title of it. Nature 2020", "Smith J, Jones AB, van der Berg K"),
        ("Jinhyun So*, Chien-Sheng Yang*, Songze Li", "Jinhyun So*, Chien-Sheng Yang*, Songze Li"),
        ("Chaoyang He, Shen Li (Facebook AI), Mi Zhang", "Chaoyang He, Shen Li (Facebook AI), Mi Zhang"),
        ("Das, S., Hong, J., May, K. (2017). Estimating Time", "Das, S., Hong, J., May, K."),
        ("李明, 王晓红. 面向异构数据的研究[J]", "李明, 王晓红"),
        ("鈴木花子・山田太郎：型システムの解析", "鈴木花子・山田太郎"),
        ("GARCÍA Ana, LÓPEZ Juan. Título de un artículo", "GARCÍA Ana, LÓPEZ Juan"),
        ("K. He, X. Zhang, et al. Deep nets", "K. He, X. Zhang, et al"),
        ("A Note on Rings (with Ann Lee and Bob Coe). ICCV, 2021.", "Ann Lee and Bob Coe"),
        ("Petra Vogel, Stefan Maier 0002, Igor Petrov:\nLazy Grounding", "Petra Vogel, Stefan Maier 0002, Igor Petrov"),
        ("Vanetik, Natalia; Litvak, Marina: Sheep in Text", "Vanetik, Natalia; Litvak, Marina"),
        ("José García, Diego Prado. Counting sheep", "José García, Diego Prado"),
        ("Francisco Prado, María Ángeles Luz. Counting sheep", "Francisco Prado, María Ángeles Luz"),
        ("Winter, P., Best, R. C", "Winter, P., Best, R. C"),
        ("Winter, P. Counting sheep", "Winter, P"),
        ("P. Winter and M. Springer, Counting sheep", "P. Winter and M. Springer"),
        ("A. Bee and C. Dee, Springer, 2010", "A. Bee and C. Dee"),
        ("San José, San Diego, San Francisco, Los Angeles, New York", ""),
        ("Zur Auslegung von Willenserklärungen, in: Archiv", ""),
        ("Die Ordnung der Dinge, München 2004", ""),
        ("Federated Learning for Internet of Things: Applications, Challenges, and Opportunities", ""),
        ("Machine Learning, Distributed System, MLOps platform", ""),
        ("Year | Title | Venue", ""),
    ],
)
def test_where_a_text_lists_persons(text, names):
    found = runs(text)
    assert (text[found[0].start : found[0].end].strip() if found else "") == names


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ('A. Bee, "Counting Sheep in the Dark," FUN 2020', '"Counting Sheep in the Dark,"'),
        ("A. Bee. “Sheep: A Survey” FUN 2020", "“Sheep: A Survey”"),
        ("A. Bee. „Schafe in der Nacht“. FUN 2020", "„Schafe in der Nacht“"),
        ('The award "Best Paper Award" of FUN', ""),
        ('"Proceedings of the Conference on Sheep 2020"', ""),
        ('Workshop on "Counting Sheep in Dark Rooms" 2020', ""),
    ],
)
def test_quoted_titles(text, title):
    assert "".join(text[start:end] for start, end in titles_in(text)) == title


def test_a_linked_title_yields_to_none_but_a_quoted_one():
    text = "Counting Sheep in the Dark. Anna Bee. code"
    assert titles_in(text, (Mark(0, 26, "link", "u"), Mark(38, 42, "link", "v"))) == ((0, 26),)


@pytest.mark.parametrize(
    ("line", "is_one"), [("[PDF] [Code] [BibTeX]", True), ("pdf / code", True), ("Counting sheep", False)]
)
def test_button_lines(line, is_one):
    assert is_button_line(line) is is_one


def test_an_abstract_is_prose_and_a_reference_is_not():
    prose = "Language models are large. We show that this is a problem which has been seen, and that it can be solved. "
    assert is_prose(prose * 2)
    assert not is_prose("A. Bee, C. Dee, E. Fox. " * 8 + "Counting sheep that we have. In Proceedings of FUN, 2020.")


@pytest.mark.parametrize(
    ("likelier", "than"),
    [
        (
            "A. Bee, C. Dee. Counting sheep in the dark. FUN 2020, pp. 1-10.",
            "A. Bee, C. Dee. Counting sheep in the dark.",
        ),
        ("Counting sheep in the dark. arXiv:2001.00001", "Counting sheep in the dark."),
        ("Anna Bee. Counting sheep. PhD thesis, 2020.", "Anna Bee. Counting sheep. 2020."),
        ("A. Bee, C. Dee. Counting sheep. FUN 2020.", "Counted sheep with A. Bee, C. Dee. FUN, 2018 - 2020."),
    ],
)
def test_more_of_a_publication_scores_higher(likelier, than):
    assert likeness(likelier).score > likeness(than).score


def read(*rows: tuple[Kind, str], level: int = 1) -> list[tuple[int, int, str]]:
    """Extract from one-line or many-line blocks, numbered on; a heading "Publications" stands above them."""
    made, line = [Block(Kind.HEADING, 1, 1, "Publications", "Publications", 1, (), (1,))], 2
    for kind, text in rows:
        count = text.count("\n") + 1
        numbers = tuple(range(line, line + count))
        made.append(Block(kind, line, numbers[-1], text, text, level * (kind is Kind.ITEM), (), numbers))
        line += count
    return [
        (entry.first, entry.last, entry.reading) for entry in extract(Document("x", tuple(made))) if not entry.reason
    ]


ITEM, PARA, ROW = Kind.ITEM, Kind.PARAGRAPH, Kind.ROW
T, N, V = "Counting Sheep in the Dark", "Anna Bee, Carl Dee", "In Proceedings of FUN, 2020"
T2, N2, V2 = "Goats at Noon and Later", "Eve Fox, Gus Hall", "In Proceedings of SAD, 2021"

JOINS = [
    (
        "a page break after a preposition",
        [(ITEM, f"{N}. (2020). Counting Sheep for"), (PARA, "Little Children. Journal of Sheep, 4.")],
        [(2, 3)],
    ),
    (
        "a page number between",
        [(ITEM, f"{N}. {T}. In Proceedings of"), (PARA, "12"), (PARA, "the FUN Conference, 2020.")],
        [(2, 4)],
    ),
    ("a finished item and an other paragraph", [(ITEM, f"{N}. {T}. {V}."), (PARA, "See also my page.")], [(2, 2)]),
    ("title, names, venue on lines", [(ITEM, f"{T}\n{N}\n{V}"), (ITEM, f"{T2}\n{N2}\n{V2}")], [(2, 4), (5, 7)]),
    ("the same in blocks", [(PARA, T), (PARA, N), (PARA, V), (PARA, T2), (PARA, N2), (PARA, V2)], [(2, 4), (5, 7)]),
    ("the same in one paragraph", [(PARA, f"{T}\n{N}\n{V}\n{T2}\n{N2}\n{V2}")], [(2, 4), (5, 7)]),
    ("names first", [(PARA, f"{N}\n{T}\n{V}\n{N2}\n{T2}\n{V2}")], [(2, 4), (5, 7)]),
    (
        "venue first",
        [(PARA, "FUN 2020"), (PARA, T), (PARA, N), (PARA, "SAD 2021"), (PARA, T2), (PARA, N2)],
        [(2, 4), (5, 7)],
    ),
    ("venue before names", [(PARA, f"{T}\n{V}\n{N}\n{T2}\n{V2}\n{N2}")], [(2, 4), (5, 7)]),
    (
        "names parted by bars",
        [(PARA, f"{T}\nAnna Bee\n|\nCarl Dee\n{V}\n{T2}\nEve Fox\n|\nGus Hall\n{V2}")],
        [(2, 6), (7, 11)],
    ),
    ("one a line", [(PARA, f"{N}. {T}. {V}.\n{N2}. {T2}. {V2}.")], [(2, 2), (3, 3)]),
    (
        "wrapped lines",
        [(PARA, f"{N}. {T} and\nin the Rain. {V}.\n{N2}. {T2}. In\nProceedings of SAD, 2021.")],
        [(2, 3), (4, 5)],
    ),
    ("numbered wrapped lines", [(PARA, f"[1] {N}. {T}.\n{V}.\n[2] {N2}. {T2}.\n{V2}.")], [(2, 3), (4, 5)]),
    ("a footnote inside", [(ITEM, f"{T}\n{N}\n(* equal contribution)\nAccepted to FUN 2020")], [(2, 5)]),
    (
        "buttons end an entry whatever its title reads as",
        [(PARA, f"FUN\nSheep, Lazily\n{N}\n{V}\nBib\nPDF\nSAD\n{T2}\n{N2}\n{V2}")],
        [(2, 7), (8, 11)],
    ),
    (
        "titles in quotes begin entries",
        [(PARA, f"“{T}” forthcoming in Journal of Sheep.\n“Goats,” with {N}, in Goats Today (Olmo, 2020).")],
        [(2, 2), (3, 3)],
    ),
    (
        "in review",
        [(PARA, f"{N}. {T}. In review, New\nShepherd.\n{N2}. {T2}. In\nrevision, Journal of Goats.")],
        [(2, 3), (4, 5)],
    ),
    ("rows never join whole entries", [(ROW, f"2020 | {T} | {N}"), (ROW, f"2021 | {T2} | {N2}")], [(2, 2), (3, 3)]),
]


@pytest.mark.parametrize(("rows", "lines"), [case[1:] for case in JOINS], ids=[case[0] for case in JOINS])
def test_lines_and_blocks_of_one_entry_are_joined(rows, lines):
    assert [(first, last) for first, last, _ in read(*rows)] == lines


def test_an_abstract_after_an_entry_is_no_part_of_it():
    abstract = "We show that sheep are many. This is a problem which has been seen before, and it can be solved. " * 4
    assert [(first, last) for first, last, _ in read((PARA, f"{T}\n{N}\n{V}\n{abstract}\n{T2}\n{N2}\n{V2}"))] == [
        (2, 4),
        (6, 8),
    ]


SPLITS = [
    (f'{N}. "{T}." FUN 2020; {N2}. "{T2}." SAD 2021.', 2),
    (f"[1] {N}. {T}. FUN 2020. [2] {N2}. {T2}. SAD 2021.", 2),
    (f'Our papers "{T}" and "{T2}" are accepted at FUN 2020.', 2),
    (f'{N}. "{T}." FUN 2020. Also in: "{T}", Journal of Sheep, 2021.', 1),
    (f'{N}. "{T}." FUN 2020. Extended version: {N}. "Counting Sheep: The Long Way". JMLR 2021.', 1),
    (f'{N}. "{T}." FUN 2020 and SAD 2021 Workshop on Sheep.', 1),
]


@pytest.mark.parametrize(("text", "count"), SPLITS)
def test_several_works_in_one_block_are_parted_and_one_work_is_not(text, count):
    assert len(read((ITEM, text))) == count


def test_shared_words_stay_with_each_of_two_titles():
    readings = [reading for _, _, reading in read((ITEM, f'Our papers "{T}" and "{T2}" are accepted at FUN 2020.'))]
    assert readings == [f'Our papers "{title}" are accepted at FUN 2020.' for title in (T, T2)]


@pytest.mark.parametrize("label", ["• ", "[12] ", "[C3] ", "3. ", "(4) ", "J2. ", "Recommended citation: "])
def test_labels_are_no_part_of_the_reading(label):
    assert read((ITEM, f"{label}{N}. {T}. {V}."))[0][2] == f"{N}. {T}. {V}."
