"""Exported bibliographies: PubMed, Web of Science, EndNote, Zotero's report, ORCID's and DBLP's pages as text."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from reconcile.documents import Kind, read, read_document, read_text
from reconcile.documents.blocks.unreadable import MAX_PARAGRAPH
from reconcile.documents.exports.troff import printed
from reconcile.documents.sniff import sniff
from reconcile.extract import extract
from reconcile.mention import Mention
from reconcile.parse import parse

MEDLINE = """PMID- 10000001
OWN - NLM
VI  - 12
IP  - 3
DP  - 2019 Aug 27
TI  - The hearing of gulls in harbours with
      heavy traffic.
PG  - 246-52
LID - S0000-0000(19)00001-1 [pii]
LID - 10.1234/gulls.2019.1 [doi]
AB  - BACKGROUND: Nobody asked. TI  - is no tag here.
FAU - Orimoto-Vance, Petra
AU  - Orimoto-Vance P
AUID- ORCID: 0000-0000-0000-0001
FAU - de Brugge, Tom
AU  - de Brugge T
PT  - Journal Article
PT  - Retracted Publication
TA  - J Gull Res
JT  - Journal of gull research : official organ of the Society for Gulls
CIN - J Gull Res. 2020 Jan;13(1):1. PMID: 10000009

PMID- 10000002
DP  - 2004
TI  - [Hearing in ducks].
AU  - Llobera J
TT  - La audicion de los patos.
PT  - Published Erratum
JT  - Ducks (Lisbon, Portugal)

PMID- 10000003
DP  - 2022 Jan
BTI - Birdfacts
TI  - Ears of owls.
CN  - Owl Study Group
PT  - Book Chapter
PB  - Birdfacts Publishing
"""

WEB_OF_SCIENCE = """FN Clarivate Analytics Web of Science
VR 1.0
PT J
AU Orimoto-Vance, P
   de Brugge, T
AF Orimoto-Vance, Petra
   de Brugge, Tom
TI The hearing of gulls in harbours with
   heavy traffic
SO JOURNAL OF GULL RESEARCH
DT Article; Proceedings Paper
CR Llobera J, 2004, DUCKS, V3, P1
   Kline R, 2001, OWLS, V1, P10
NR 2
PY 2019
VL 12
IS 3
BP 246
EP 252
DI 10.1234/gulls.2019.1
ER

PT J
AU Llobera, J
TI Hearing in ducks
SO DUCKS
DT Article; Early Access
EA NOV 2022
AR e0042
ER

PT B
AU Kline, R
BE Banner, S
TI Ears of owls
SO BIRDFACTS
DT Article; Book Chapter
PY 2020
ER

EF"""

ENDNOTE = """Reference Type:  Journal Article
Record Number: 3
Author: Orimoto-Vance, P., de Brugge, T. and Llobera, J.
Year: 2019
Title: The hearing of gulls in harbours: with heavy traffic
Journal: Journal of Gull Research
Volume: 12
Issue: 3
Pages: 246-252
DOI: 10.1234/gulls.2019.1
Keywords: gulls
hearing
Abstract: Nobody asked.
Results: nothing new.


Reference Type:  Thesis
Author: Kline, R.
Year: 2001
Title: Ears of owls
University: University of Utopia


Reference Type:  Conference Proceedings
Author: Kline, R.
Author: Banner, S.
Year: 2002
Title: Owls on roofs
Conference Name: Third Symposium on Owls
"""

REFER = """%0 Journal Article
%T The hearing of gulls in harbours
%A Orimoto-Vance, Petra
%A de Brugge, Tom
%J Journal of Gull Research
%V 12
%N 3
%P 246-252
%D 2019

%0 Book
%T Ears of owls
%A Kline, Rosa
%I Birdfacts Publishing
%D 2001
"""

_AUTHORS = "<contributors><authors><author>Kline, Rosa</author></authors></contributors>"
ENDNOTE_XML = f"""<?xml version="1.0" encoding="UTF-8" ?><xml><records>
<record><rec-number>1</rec-number><ref-type name="Journal Article">17</ref-type><contributors><authors><author><style
 face="normal" size="100%">Orimoto-Vance, Petra</style></author><author>de Brugge, Tom</author></authors></contributors>
<titles><title><style>The hearing of gulls</style><style face="italic"> in harbours</style></title><secondary-title>
Journal of Gull Research</secondary-title></titles><pages>246-252</pages><volume>12</volume><number>3</number>
<dates><year><style>2019</style></year></dates><electronic-resource-num>10.1234/gulls.2019.1</electronic-resource-num>
</record><record><ref-type name="Thesis">32</ref-type>{_AUTHORS}<titles><title>Ears of owls &amp; gulls</title></titles>
<publisher>University of Utopia</publisher><dates><year>2001</year></dates></record>
<record><ref-type name="Report">27</ref-type><contributors><authors><author>Owl Study Group,</author></authors>
</contributors><titles><title>Owls on roofs</title></titles><dates><year>2002</year></dates></record>
<record><ref-type name="Patent">25</ref-type>{_AUTHORS}<titles><title>An ear for owls</title></titles></record>
<record><ref-type name="Dataset">59</ref-type>{_AUTHORS}<titles><title>Counts of owls</title></titles></record>
</records></xml>
"""

GULLS = ("The hearing of gulls in harbours with heavy traffic", ["Orimoto-Vance", "Brugge"], 2019)


def mentions(text: str, suffix: str = ".txt") -> list[Mention]:
    return [parse(entry) for entry in extract(read_text(text, "sample", suffix)) if not entry.reason]


def said(mention: Mention) -> tuple[str, list[str], int | None, str]:
    claim = mention.claim
    return claim.title, [name.family or name.literal for name in claim.author], claim.year, claim.container_title


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            MEDLINE,
            [
                (*GULLS, "Journal of gull research"),
                ("Hearing in ducks", ["Llobera"], 2004, "Ducks"),
                ("Ears of owls", ["Owl Study Group"], 2022, "Birdfacts"),
            ],
        ),
        (
            WEB_OF_SCIENCE,
            [
                (*GULLS, "JOURNAL OF GULL RESEARCH"),
                ("Hearing in ducks", ["Llobera"], 2022, "DUCKS"),
                ("Ears of owls", ["Kline"], 2020, "BIRDFACTS"),
            ],
        ),
        (
            ENDNOTE,
            [
                (
                    "The hearing of gulls in harbours: with heavy traffic",
                    ["Orimoto-Vance", "Brugge", "Llobera"],
                    2019,
                    "Journal of Gull Research",
                ),
                ("Ears of owls", ["Kline"], 2001, "University of Utopia"),
                ("Owls on roofs", ["Kline", "Banner"], 2002, "Third Symposium on Owls"),
            ],
        ),
        (
            REFER,
            [
                (
                    "The hearing of gulls in harbours",
                    ["Orimoto-Vance", "Brugge"],
                    2019,
                    "Journal of Gull Research",
                ),
                ("Ears of owls", ["Kline"], 2001, ""),
            ],
        ),
        (
            ENDNOTE_XML,
            [
                (
                    "The hearing of gulls in harbours",
                    ["Orimoto-Vance", "Brugge"],
                    2019,
                    "Journal of Gull Research",
                ),
                ("Ears of owls & gulls", ["Kline"], 2001, "University of Utopia"),
                ("Owls on roofs", ["Owl Study Group"], 2002, ""),
                ("Counts of owls", ["Kline"], None, ""),
            ],
        ),
    ],
    ids=["MEDLINE", "Web of Science", "EndNote", "refer", "EndNote's XML"],
)
def test_an_export_is_read_whatever_its_name(text: str, expected: list[tuple[object, ...]]) -> None:
    found = mentions(text)
    assert [said(mention) for mention in found] == expected
    first = found[0].claim
    assert (first.volume, first.issue) == ("12", "3")
    assert first.page in ("246-52", "246-252")


@pytest.mark.parametrize(
    ("text", "suffix"),
    [
        (MEDLINE, ".nbib"),
        ("\n" + MEDLINE, ".nbib"),
        (WEB_OF_SCIENCE, ".ciw"),
        (WEB_OF_SCIENCE.partition("\n")[2].partition("\n")[2], ".ciw"),
        (ENDNOTE, "endnote text"),
        (REFER, ".enw"),
        (ENDNOTE_XML, ".xml"),
        ("<xml>None of it: <records>.", ".txt"),
        ("PT Cruisers\nAU Audi\n", ".txt"),
        ("Reference Type: we have none.\n\nPublications\n", ".txt"),
        ("%0 of all papers\n\nsay so\n", ".txt"),
        ("Visitors\n2020 | Article 5 of the law\nsays nothing\n", ".txt"),
    ],
)
def test_the_format_is_known_by_its_content(text: str, suffix: str) -> None:
    assert sniff(text) == suffix


def test_a_folder_has_the_exports_by_their_suffix(tmp_path: Path) -> None:
    for name, text in (("a.nbib", MEDLINE), ("b.ciw", WEB_OF_SCIENCE), ("c.enw", REFER)):
        (tmp_path / name).write_text(text, encoding="utf-8-sig")
    assert [len(document.blocks) for document in read(tmp_path)] == [3, 3, 2]


def test_records_of_endnote_stand_on_their_lines_and_a_broken_one_costs_itself() -> None:
    first, second = read_text(ENDNOTE_XML, "x").blocks[:2]
    assert (first.first, first.last, second.first, second.last) == (2, 7, 7, 8)
    assert second.source.startswith('<record><ref-type name="Thesis">')
    assert second.source.endswith("</record>")
    document = read_text(ENDNOTE_XML.replace("&amp; gulls", "& gulls"), "x")
    assert (len(document.blocks), len(document.complaints)) == (4, 1)
    assert document.complaints[0].startswith("x, line 7: this record is no XML (")
    cut = read_text(ENDNOTE_XML[: ENDNOTE_XML.rindex("</record>")], "x")
    assert len(cut.blocks) == 4
    assert [each.partition(": ")[2] for each in cut.complaints] == [
        "this export breaks off within the record; it was left out; export it anew"
    ]


def test_entries_stand_on_their_lines() -> None:
    blocks = read_text(MEDLINE, "x").blocks
    rows = MEDLINE.split("\n")
    assert [rows[block.first - 1] for block in blocks] == [f"PMID- 1000000{number}" for number in (1, 2, 3)]
    assert blocks[0].source.endswith("PMID: 10000009")
    closed = read_text(WEB_OF_SCIENCE, "x").blocks[0]
    assert closed.source.startswith("PT J") or closed.source.startswith("FN")
    assert closed.source.endswith("ER")


def test_the_kinds_of_medline_are_kept_together() -> None:
    fields = [dict(block.fields) for block in read_text(MEDLINE, "x").blocks]
    assert [each["type"] for each in fields] == [
        "Journal Article; Retracted Publication",
        "Published Erratum",
        "Book Chapter",
    ]
    assert fields[0]["doi"] == "10.1234/gulls.2019.1"


def test_a_title_that_nobody_translated_is_the_spoken_one() -> None:
    text = "PMID- 1\nTI  - [Not Available].\nTT  - La audicion de los patos.\nAU  - Llobera J\nDP  - 2004\n"
    assert mentions(text)[0].claim.title == "La audicion de los patos"


def test_a_works_number_is_its_page_where_it_has_no_other() -> None:
    assert mentions(WEB_OF_SCIENCE)[1].claim.page == "e0042"


RIS = """Provider: a library

TY  - JOUR
AU  - Orimoto-Vance, Petra
AU  - de Brugge,
      Tom
TI  - The hearing of gulls in harbours
      with heavy traffic
AB  - Nobody asked.
  TI - is no tag here.
JO  -
      Journal of Gull Research
PY  - 2019
DO  - 10.1234/gulls.2019.1
UR  - https://example.org/a
KW  - gulls
hearing
ER  -
left over
TY  - BOOK
TI  - Ears of owls
  and of others
AU  - Kline, Rosa
PY  - 2001
"""


def test_wrapped_lines_of_ris_are_whole() -> None:
    found = mentions(RIS, ".ris")
    assert [said(mention) for mention in found] == [
        (*GULLS, "Journal of Gull Research"),
        ("Ears of owls and of others", ["Kline"], 2001, ""),
    ]
    first, second = read_text(RIS, "x", ".ris").blocks
    assert dict(first.fields)["keywords"] == "gulls hearing"
    assert (first.first, first.last, second.first) == (3, 18, 20)


@pytest.mark.parametrize(
    ("tags", "field", "value"),
    [
        ("JA  - J. Gull Res.\nJF  - Journal of Gull Research", "journal", "Journal of Gull Research"),
        ("JA  - J. Gull Res.\nT2  - Journal of Gull Research", "journal", ""),
        ("J2  - J. Gull Res.", "journal", "J. Gull Res."),
        ("A1  - Kline, R.\nAU  - Kline, Rosa\nAU  - Banner, S.", "author", "Kline, Rosa and Banner, S."),
        ("A1  - Kline, Rosa\nAU  - Banner, S.", "author", "Kline, Rosa and Banner, S."),
        ("SP  - 123-130\nEP  - 130", "pages", "123-130"),
        ("SP  - 123\nEP  - 130", "pages", "123--130"),
        ("SP  - S-12\nEP  - S-20", "pages", "S-12--S-20"),
        ("EP  - 130", "pages", "130"),
        ("BT  - Ears of owls", "title", "Ears of owls"),
        ("BT  - Birdfacts\nT1  - Ears of owls", "booktitle", "Birdfacts"),
    ],
)
def test_the_fields_of_ris_whatever_their_order(tags: str, field: str, value: str) -> None:
    for rows in (tags, "\n".join(tags.split("\n")[::-1])) if "AU" not in tags else (tags,):
        (block,) = read_text(f"TY  - JOUR\n{rows}\nER  - \n", "x", ".ris").blocks
        assert dict(block.fields).get(field, "") == value


def test_a_record_of_medline_without_a_number_is_one_of_its_own() -> None:
    text = "PMC - PMC100001\nPMID- 10000001\nTI  - {}\nFAU - Kline, Rosa\n"
    text += "\nPMC - PMC100002\nTI  - {}\nFAU - Banner, Sue\n"
    titles = ["Ears of owls", "Owls on roofs"]
    for rows in (text.format(*titles), text.format(*titles).removeprefix("PMC - PMC100001\n")):
        assert sniff(rows) == ".nbib"
        assert [(each.claim.title, str(each.claim.author[0])) for each in mentions(rows)] == [
            ("Ears of owls", "Rosa Kline"),
            ("Owls on roofs", "Sue Banner"),
        ]
    double = MEDLINE.replace("\n\n", "\n").replace("\n", "\n\n")
    assert [said(mention) for mention in mentions(double)] == [said(mention) for mention in mentions(MEDLINE)]


REPORT = """<html><body><ul class="report"><li class="item">
<h2>The hearing of gulls in harbours</h2>
<table><tr><th>Item Type</th><td>Journal Article</td></tr>
<tr><th class="author">Author</th><td>Petra Orimoto-Vance</td></tr>
<tr><th class="author">Author</th><td>Tom de Brugge</td></tr>
<tr><th>Contributor</th><td>Rosa Kline</td></tr>
<tr><th>Abstract</th><td>Nobody asked.</td></tr>
<tr><th>Date</th><td>Nov 2019</td></tr>
<tr><th>Volume</th><td>12</td></tr>
<tr><th>Publication</th><td>Journal of Gull Research</td></tr>
<tr><th>Date Added</th><td>10/4/2022, 11:02:17 AM</td></tr></table>
<h3 class="tags">Tags:</h3><ul class="tags"><li>gulls</li></ul></li>
<li class="item"><h2>Ears of owls</h2>
<table><tr><th>Item Type<td>Preprint<tr><th>Author<td>Rosa Kline<tr><th>Date<td>2021<tr><th>Repository<td>OwlRxiv</table>
</ul></body></html>"""


def test_a_table_of_named_fields_below_a_title_is_an_entry() -> None:
    document = read_text(REPORT, "x", ".html")
    assert [block.kind for block in document.blocks].count(Kind.ENTRY) == 2
    assert [said(mention) for mention in mentions(REPORT, ".html")] == [
        ("The hearing of gulls in harbours", ["Orimoto-Vance", "Brugge"], 2019, "Journal of Gull Research"),
        ("Ears of owls", ["Kline"], 2021, "OwlRxiv"),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        "<tr><th>Type<td>Lecture<tr><th>Date<td>2020<tr><th>Language<td>German",
        "<tr><th>Name<td>Rosa Kline<tr><th>Room<td>12<tr><th>Phone<td>117",
        "<tr><td>2019<td>Prize for hearing<tr><td>2020<td>Prize for seeing",
    ],
)
def test_a_table_of_other_things_stays_rows(rows: str) -> None:
    document = read_text(f"<h2>Introduction to gulls</h2><table>{rows}</table>", "x", ".html")
    assert Kind.ENTRY not in {block.kind for block in document.blocks}


ORCID = """Rosa Kline
https://orcid.org/0000-0000-0000-0001

Employment (1)

University of Utopia: Nowhere, NO
2015-03-02 to present | Professor (Birds)
Source: Rosa Kline

Works (2)
Sort

Ears of owls: a review
Journal of Owl Studies
2024-03 | Journal article
DOI: 10.1234/owls.2024.7
Part of ISSN: 1234-5678
Contributors: Rosa Kline; Orimoto-Vance, P.; KLINE-BANNER, S.
Source: check_circle
Crossref
Show more detail
Owls on roofs
2018 | Report
Source: Rosa Kline

Record last modified 18 Jun 2024
"""


def test_the_works_of_an_orcid_page() -> None:
    document = read_text(ORCID, "x")
    works = [block for block in document.blocks if block.kind is Kind.ENTRY]
    assert [block.first for block in works] == [13, 22]
    assert [said(mention) for mention in mentions(ORCID)] == [
        ("Ears of owls: a review", ["Kline", "Orimoto-Vance", "Kline-Banner"], 2024, "Journal of Owl Studies"),
        ("Owls on roofs", [], 2018, ""),
    ]
    assert any("Professor (Birds)" in block.text for block in document.blocks)


DBLP = """Rosa Kline 0002
Person information
2024
[j5]
view
electronic edition via DOI
references & citations
export record
BibTeX
RDF/XML
dblp key:
journals/owls/Kline24
ask others
Google Scholar
share record
persistent URL:
https://dblp.org/rec/journals/owls/Kline24
Rosa Kline 0002, Tom de Brugge:
Owls on Roofs and Other Places of Rest. J. Owl Stud. 42(4): 98-131 (2024)
[c9]
view
electronic edition @ owls.org (open access)
share record
Tom de Brugge, Rosa Kline 0002:
Gulls That Hear Ships in the Harbour. ICGH 2023: 1120-1130
"""


def test_the_menus_of_a_dblp_page_are_no_text() -> None:
    found = [(each.claim.title, each.claim.year) for each in mentions(DBLP)]
    assert found == [("Owls on Roofs and Other Places of Rest", 2024), ("Gulls That Hear Ships in the Harbour", 2023)]
    text = "\n".join(block.text for block in read_text(DBLP, "x").blocks)
    for word in ("share record", "journals/owls", "electronic edition", "RDF"):
        assert word not in text


COUNT = 60_000


@pytest.mark.parametrize(
    ("suffix", "text"),
    [
        (".nbib", "PMID- 1\nTI  - On gulls\n" + "FAU - Lee, Ann\n" * COUNT),
        (".nbib", "PMID- 1\nTI  - On gulls\n" + "      and gulls\n" * COUNT),
        (".nbib", "PMID- 1\nTI  - [" + "[gull : (" * (COUNT // 2)),
        (".ciw", "PT J\nTI On gulls\nAU Lee, A\n" + "   Ray, B\n" * COUNT),
        (".enw", "%0 Book\n%T On gulls\n" + "%A Lee, Ann\n" * COUNT),
        (".ris", "TY  - JOUR\nTI  - On gulls\n" + "AU  - Lee, Ann\n" * COUNT),
        (".ris", "TY  - JOUR\nTI  - On gulls\n" + "      and gulls\n" * COUNT),
        ("endnote text", "Reference Type:  Book\nTitle: On gulls\nAuthor: Lee, A." + " ; " * COUNT),
        ("endnote text", "Reference Type:  Book\nTitle: On gulls\n" + "Author: Lee, A.\n" * COUNT),
        (".xml", "<xml><records><record>" * COUNT),
        (".xml", "<xml><records>" + "<record></record>" * COUNT),
        (".xml", "<xml><records><record>" + "<a>" * COUNT + "</record>"),
        (".xml", f"<xml><records><record><titles><title>{'gull ' * COUNT}</title></titles></record>"),
        ("orcid page", "On gulls\n2020 | Book\n" + "Contributors: A; B\n" * COUNT),
        ("dblp page", "electronic edition " * COUNT),
    ],
)
def test_a_hostile_export_is_bounded(suffix: str, text: str) -> None:
    started = time.process_time()
    document = read_text(text, "x", suffix)
    assert time.process_time() - started < 10
    assert all(len(value) <= 2 * MAX_PARAGRAPH for block in document.blocks for _, value in block.fields)


def test_nested_tables_take_linear_time() -> None:
    started = time.process_time()
    read_text("<table><tr><td>Author<td>Lee" * 3000, "x", ".html")
    assert time.process_time() - started < 10


DATABASE = r"""# owls.refer -- sorted with sortbib
%A Rosa Kl\*:ine
%A P. Orimoto\-Vance and
%A B. Llobera
%T \fIStrix\fP \(em an owl and
its imitators, 1500\(en1600
%J Journal of Owls
%V 4
%N 1
%P 3-22
%D March 1985
%X Compare Ort (1979). Kurze Eulen.

%Q Owl Study Group
%T Owls on roofs
%R Memo 7
%D 1997-98

%A Kline, Rosa
%T Ears
%R PhD thesis
%I University of Utopia
%D 1981

%A Rosa Kline
%T Owls and clocks
%R Vortrag, Goslar, 14. Mai 1983
"""


@pytest.mark.parametrize("suffix", [".refer", ".enw", ".txt", ".enl"])
def test_a_database_of_refer(suffix: str) -> None:
    document = read_document(DATABASE.encode("latin-1"), f"x{suffix}")
    found = [parse(entry) for entry in extract(document)]
    assert [(block.first, block.last) for block in document.blocks] == [(2, 12), (14, 17), (19, 23), (25, 27)]
    assert [said(mention) for mention in found if not mention.reason][::2] == [
        (
            "Strix — an owl and its imitators, 1500–1600",
            ["Klïne", "Orimoto-Vance", "Llobera"],
            1985,
            "Journal of Owls",
        ),
        ("Ears", ["Kline"], 1981, "University of Utopia"),
    ]
    assert [(mention.kind, mention.reason) for mention in found[1:]] == [
        ("report", ""),
        ("thesis", ""),
        ("other", "a talk"),
    ]
    assert found[1].claim.author_et_al is False
    assert "Owl Study Group" in found[1].reading


def test_an_escape_that_troff_does_not_know_stays() -> None:
    assert printed(r"\(xx \[zz] 5\(de, \('E\(,c\(oA \(vs, a\&b\|c") == r"\(xx \[zz] 5°, ÉçoA š, abc".replace("oA", "Å")
