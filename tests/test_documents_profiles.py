"""Pages of profiles that were copied, printed or saved: ResearchGate's, ORCID's, Scholar's, OpenReview's; lettered lists."""

from __future__ import annotations

import time

import pytest

from reconcile.documents import Kind, read_stdin, read_text
from reconcile.documents.blocks.encoding import number
from reconcile.documents.blocks.labels import split_items
from reconcile.extract import extract
from reconcile.mention import Mention
from reconcile.parse import parse
from tests.test_documents_pdf import pdf_bytes


def mentions(text: str, suffix: str = ".txt") -> list[Mention]:
    return [parse(entry) for entry in extract(read_text(text, "sample", suffix)) if not entry.reason]


def said(mention: Mention) -> tuple[str, list[str], int | None, str]:
    claim = mention.claim
    return claim.title, [name.family or name.literal for name in claim.author], claim.year, claim.container_title


GATE = """Rosa Kline
University of Utopia

Research Interest Score  12.3

Publications
Sort by: Newest

Owls on roofs: a three-winter count
Article
Full-text available
Jul 2024 · Journal of Owl Studies
212 Reads · 4 Citations
Rosa Kline
Saskia ten Brugge
[...]
Jules Orimoto
Owls have been counted before. Here we count them on roofs in the winters of 2021 to 2023 …
Recommend
Follow
Share

Chapter 6 Gulls and ships
Chapter
Jan 2022 · 3rd Handbook of Harbour Birds, Olmo Publishing
1,204 Reads
Rosa Kline · Tom de Brugge
Download
Share

Hearing in owls
Conference Paper
Jun 2012
3rd Meeting on the Ears of Birds
Rosa Kline
Jules Orimoto

Questions
What is a reliable way to count owls?
Question · Feb 2020 · 14 answers
"""


@pytest.mark.parametrize("suffix", [".txt", "researchgate page"])
def test_the_works_of_a_researchgate_page(suffix: str) -> None:
    assert list(map(said, mentions(GATE, suffix))) == [
        ("Owls on roofs: a three-winter count", ["Kline", "Brugge", "Orimoto"], 2024, "Journal of Owl Studies"),
        ("Gulls and ships", ["Kline", "Brugge"], 2022, "3rd Handbook of Harbour Birds, Olmo Publishing"),
        ("Hearing in owls", ["Kline", "Orimoto"], 2012, "3rd Meeting on the Ears of Birds"),
    ]
    blocks = read_text(GATE, "x").blocks
    assert [(block.first, block.last) for block in blocks if block.kind is Kind.ENTRY] == [(9, 18), (23, 27), (31, 36)]
    text = "\n".join(block.text for block in blocks)
    assert not any(word in text for word in ("Recommend", "Question ·", "reliable way", "Here we count"))


@pytest.mark.parametrize("piece", ["On owls\nArticle\nJul 2020\n", "On owls\nArticle\n", "Jul 2020\n", "Ann Lee\n"])
def test_a_long_researchgate_page_is_read_in_time(piece: str) -> None:
    start = time.process_time()
    read_text("On owls\nArticle\nJul 2020\n" + piece * 30_000, "x", "researchgate page")
    assert time.process_time() - start < 20


def test_a_word_that_is_a_kind_of_work_makes_no_researchgate_page() -> None:
    text = "Publications\n\nOn owls\nArticle\nThe Owl Review, 2020\n"
    assert Kind.ENTRY not in {block.kind for block in read_text(text, "x").blocks}


PRINTED = [
    (50, 760, 14, "Rosa Kline"),
    (50, 720, 12, "Works (2)"),
    (50, 700, 10, "Ears of owls: a review"),
    (50, 688, 10, "Journal of Owl Studies"),
    (50, 676, 10, "2024-03-01 | Journal article"),
    (50, 664, 10, "DOI: 10.1234/owls.2024.7"),
    (50, 652, 10, "CONTRIBUTORS: Rosa Kline; Orimoto-Vance, P."),
    (50, 630, 10, "Source: Crossref"),
    (50, 608, 10, "Owls on roofs"),
    (50, 596, 10, "2018 | Report"),
    (50, 574, 10, "Source: Rosa Kline"),
    (50, 552, 12, "Peer review (3)"),
]


def test_the_works_of_an_orcid_page_that_was_printed() -> None:
    document = read_stdin(pdf_bytes([PRINTED]))
    found = [parse(entry) for entry in extract(document) if not entry.reason]
    assert list(map(said, found)) == [
        ("Ears of owls: a review", ["Kline", "Orimoto-Vance"], 2024, "Journal of Owl Studies"),
        ("Owls on roofs", [], 2018, ""),
    ]
    works = [block for block in document.blocks if block.kind is Kind.ENTRY]
    assert [(block.first, block.last) for block in works] == [(3, 8), (9, 11)]
    assert {"Works (2)", "Peer review (3)"} <= {block.text for block in document.blocks}


SCHOLAR = """<div id="gsc_prf_in">Rosa Kline</div><h3>Co-authors</h3><ul><li>Tom de Brugge</li></ul>
<table><thead><tr><th>{title}<div>Sort<a>Sort by year</a></div></th><th>{cited}</th><th>{year}</th></tr></thead><tbody>
<tr><td><a href="https://x.org/1">Ears of owls</a><div>R Kline, T de Brugge</div><div>Owl Studies 3 (4), 1-9</div></td>
<td>4</td><td>2020</td></tr>
<tr><td><a href="https://x.org/2">Hearing in young owls</a><div>R Kline</div><div>University of Utopia</div></td>
<td>2</td><td>2017</td></tr>
<tr><td><a href="https://x.org/3">Toward a common model of owls</a><div>T de Brugge, R Kline</div></td><td></td><td></td>
</tr></tbody></table>"""


@pytest.mark.parametrize("header", [("Title", "Cited by", "Year"), ("Titel", "Zitiert von", "Jahr")])
def test_google_scholars_table_is_a_list_of_publications(header: tuple[str, str, str]) -> None:
    page = SCHOLAR.format(title=header[0], cited=header[1], year=header[2])
    assert [(mention.claim.title, mention.claim.year) for mention in mentions(page, ".html")] == [
        ("Ears of owls", 2020),
        ("Hearing in young owls", 2017),
        ("Toward a common model of owls", None),
    ]


OWLS = ("Ears of owls", ["Kline", "Brugge"], 2020, "Owl Studies")
SCHOLAR_HEADERS = (
    "Title\tCited by\tYear",
    "TITLE  CITED BY  YEAR",
    "Titel\tZitiert von\tJahr",
    "Title\nSort\nSort by year\nCited by\nYear",
)
SCHOLARS_WORK = "Ears of owls\nR Kline, T de Brugge\nOwl Studies 3 (4), 1-9"


@pytest.mark.parametrize("header", SCHOLAR_HEADERS)
@pytest.mark.parametrize(
    "counts", ["\t81\t2020", "\t\t2020", ", 2020\t81*\t2020", "\n81\t2020", "\n\t2020", "\n81\n2020"]
)
def test_google_scholars_list_as_text(header: str, counts: str) -> None:
    text = f"Rosa Kline\nUtopia\n{header}\n{SCHOLARS_WORK}{counts}\nYoung owls, Utopia\nR Kline\nUniversity of Utopia\t\t2017\n"
    assert list(map(said, mentions(text))) == [OWLS, ("Young owls, Utopia", ["Kline"], 2017, "University of Utopia")]


def test_the_last_of_google_scholars_list_may_have_neither_venue_nor_year() -> None:
    text = f"Title\tCited by\tYear\n{SCHOLARS_WORK}\t4\t2020\nToward owls\nT de Brugge, ..., R Kline\nArticles 1–2\nShow more\n"
    found = mentions(text)
    assert list(map(said, found)) == [OWLS, ("Toward owls", ["Brugge", "Kline"], None, "")]
    assert [mention.claim.author_et_al for mention in found] == [False, True]


def test_a_work_of_google_scholars_list_may_have_neither_citations_nor_year() -> None:
    text = (
        f"Title\tCited by\tYear\n{SCHOLARS_WORK}\t4\t2020\nToward owls\nT de Brugge, R Kline\nOwls 40 (1), 12-19\n\t\n"
        "The system can't perform the operation now. Try again later.\nArticles 1–2\n"
    )
    assert [dict(block.fields)["title"] for block in read_text(text, "x", ".txt").blocks if block.fields][1:] == [
        "Toward owls"
    ]


def test_without_its_header_only_several_works_that_name_people_are_google_scholars_list() -> None:
    table = "Teaching\nAlgorithms\t45\t2019\nLogic\nSheep House\t12\t2020\n"
    for text in (f"{SCHOLARS_WORK}\t4\t2020\n", table):
        assert Kind.ENTRY not in {block.kind for block in read_text(text, "x").blocks}
    assert list(map(said, mentions(f"{SCHOLARS_WORK}\t4\t2020\n" * 2))) == [OWLS] * 2


REVIEWED = """OpenReview.net
Search OpenReview...
Rosa Kline
PhD student, Bird Science, University of Utopia
Coworker
Tom de Brugge
Suggest Relation
Publications
Owls for Everyone
Rosa Kline, Tom de Brugge, Jules Orimoto et al. (3 additional authors not shown)
Published: 25 Sept 2024, Last Modified: 06 Nov 2024
NeurIPS 2024 spotlight
Everyone
Revisions
BibTeX
Ears of Owls: Which?
Jules Orimoto, Rosa Kline
Submitted to ICLR 2025
Everyone
BibTeX
CC BY 4.0

Gulls
Rosa Kline
Published: 16 Jan 2024, Last Modified: 14 Mar 2024ICLR 2024 posterEveryoneRevisionsBibTeXCC BY 4.0
Gulls and Ships
Tom de Brugge, Rosa Kline
28 Dec 2020 (modified: 10 Feb 2022)
AAAI 2021
Readers: Everyone
Show details
On Ships
Rosa Kline
31 Jan 2019 (modified: 05 May 2023)
Readers: Everyone
View all 31 publications
Co-Authors
Tom de Brugge
"""


@pytest.mark.parametrize("suffix", [".txt", "openreview page"])
def test_the_works_of_an_openreview_page(suffix: str) -> None:
    found = mentions(REVIEWED, suffix)
    assert list(map(said, found)) == [
        ("Owls for Everyone", ["Kline", "Brugge", "Orimoto"], 2024, "NeurIPS 2024 spotlight"),
        ("Ears of Owls: Which?", ["Orimoto", "Kline"], 2025, "Submitted to ICLR 2025"),
        ("Gulls", ["Kline"], 2024, "ICLR 2024 poster"),
        ("Gulls and Ships", ["Brugge", "Kline"], 2021, "AAAI 2021"),
        ("On Ships", ["Kline"], 2019, ""),
    ]
    assert [mention.claim.author_et_al for mention in found] == [True, False, False, False, False]
    assert [(mention.first, mention.last) for mention in found] == [(9, 13), (16, 19), (23, 25), (26, 30), (32, 35)]
    text = "\n".join(block.text for block in read_text(REVIEWED, "x").blocks)
    assert not any(word in text for word in ("Revisions", "BibTeX", "Show details"))


def test_the_works_of_an_openreview_page_may_be_paragraphs_and_dated_below_their_readers() -> None:
    first = "On Owls\nRosa Kline\nICML 2020 poster\n"
    below = "Gulls\nTom Brugge\nCoRR 2022\n2 Jan 2023\nReaders: Everyone\n\nShips\nRosa Kline\nUnder review\nReaders: Everyone\n3 Jan 2021\n"
    assert list(
        map(said, mentions(f"Publications\n\n{first}\n{below}\nAnts\nRosa Kline\nICML 2021 oral\nReaders: Everyone\n"))
    ) == [
        ("On Owls", ["Kline"], 2020, "ICML 2020 poster"),
        ("Gulls", ["Brugge"], 2022, "CoRR 2022"),
        ("Ships", ["Kline"], 2021, ""),
        ("Ants", ["Kline"], 2021, "ICML 2021 oral"),
    ]


def test_a_work_of_an_openreview_page_below_much_else_begins_above_its_authors() -> None:
    above = "".join(f"Line {number}\n" for number in range(9))
    text = (
        f"{above}On Owls\nRosa Kline, Jules Orimoto\n2 Jan 2024 (modified: 3 Jan 2024)\nCoRR 2024\nReaders: Everyone\n"
    )
    assert list(map(said, mentions(text))) == [("On Owls", ["Kline", "Orimoto"], 2024, "CoRR 2024")]


@pytest.mark.parametrize(
    "piece", ["On owls\nAnn Lee\nReaders: Everyone\n", "2 Jan 2020 ", "Everyone", "Everyone\n", "Ann Lee\n"]
)
def test_a_long_openreview_page_is_read_in_time(piece: str) -> None:
    start = time.process_time()
    read_text("On owls\nAnn Lee\nReaders: Everyone\n" + piece * 30_000, "x")
    assert time.process_time() - start < 20


LETTERED = [
    (["a. Kline R. Owls. 2020.", "b. Lee A. Gulls. 2021.", "c. Ray B. Ants. 2022."], ["Kline R. Owls. 2020.", "Lee A. Gulls. 2021.", "Ray B. Ants. 2022."]),
    (["(a) Kline R. Owls.", "(b) Lee A. Gulls."], ["Kline R. Owls.", "Lee A. Gulls."]),
    (["First", "a) Owls", "b) Gulls", "a) Ants", "b) Bees"], ["First", "Owls", "Gulls", "Ants", "Bees"]),
    # one alone, one left out, and who is called so
    (["a. Owls", "Gulls"], ["a. Owls", "Gulls"]),
    (["a. Owls", "c. Gulls"], ["a. Owls", "c. Gulls"]),
    (["A. Kline. Owls.", "B. Ray. Gulls."], ["A. Kline. Owls.", "B. Ray. Gulls."]),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "expected"), LETTERED)
def test_paragraphs_with_letters_in_their_order_are_items(rows: list[str], expected: list[str]) -> None:
    lines = number("\n\n".join(rows))
    blocks = [block for row in rows for block in read_text(row, "x", ".md").blocks]
    assert [block.text for block in split_items(blocks, lines)] == expected


def test_marks_of_a_lettered_item_stay_in_their_places() -> None:
    blocks = [*read_text("a. **Kline R**. Owls.", "x", ".md").blocks, *read_text("b. Gulls.", "x", ".md").blocks]
    first, _ = split_items(blocks, number("a\nb"))
    assert [first.text[mark.start : mark.end] for mark in first.marks] == ["Kline R"]
    assert (first.kind, first.level) == (Kind.ITEM, 1)


def test_a_line_that_comes_back_on_the_next_page_begins_an_entry() -> None:
    first = [
        (50, 760, 10, "2021 Kline R. Ears of owls and of other birds that hear ships in the harbour at night."),
        (80, 748, 10, "Rieti: Olmo Editore. ISBN 978-88-492"),
    ]
    second = [
        (50, 760, 10, "2020 Lee A. Gulls that hear ships in the harbour, and what becomes of those that do not hear."),
        (80, 748, 10, "Owl Studies 3, 1-9."),
    ]
    blocks = read_stdin(pdf_bytes([first, second])).blocks
    assert [block.text[:12] for block in blocks] == ["2021 Kline R", "2020 Lee A. "]
