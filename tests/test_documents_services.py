"""Exports of services as text, TeX and pages: Scopus, PubMed, ADS, INSPIRE, LinkedIn, Academia, Zotero's report."""

from __future__ import annotations

import time

import pytest

from reconcile.documents import read_text
from reconcile.documents.sniff import sniff
from reconcile.extract import extract
from reconcile.lexicon.reasons import Reason
from reconcile.mention import Mention
from reconcile.parse import parse

SCOPUS = """Scopus
EXPORT DATE: 14 May 2024

Orimoto-Vance P.; de Brugge T.
AUTHOR FULL NAMES: Orimoto-Vance, Petra (57239148448); de Brugge, Tom (57240514910)
57239148448; 57240514910
The hearing of gulls in harbours, with heavy traffic
(2019) Journal of Gull Research, 12 (3), art. no. e42, Cited 14 times.
DOI: 10.1234/gulls.2019.1
https://www.scopus.com/inward/record.uri?eid=2-s2.0-1&doi=10.1234%2fgulls.2019.1

AFFILIATIONS: Orimoto-Vance P., Institute of Gulls, Lund, Sweden
ABSTRACT: Nobody asked. See Llobera J., Hearing in ducks, Ducks, 3, pp. 1-9 (2004).

(2004) is no year of this work, and Kline R., Ears of owls, 2001, none of its authors.
REFERENCES: Llobera J., Hearing in ducks, Ducks, 3, pp. 1-9, (2004); Kline R., Ears of owls, (2001)
DOCUMENT TYPE: Article
SOURCE: Scopus

[No author name available]
[No author id available]
Third Symposium on Owls, OWLS 2002
(2002) Proceedings of the Symposium on Owls, OWLS 2002, pp. 1 - 412, Cited 0 times.
https://www.scopus.com/inward/record.uri?eid=2-s2.0-2

EDITORS: Kline R.; Banner S.
ISBN: 978-000000111-3; 978-000000112-0
DOCUMENT TYPE: Conference review
SOURCE: Scopus

Kline R.
57239297797
Ears of owls
(2001) Ears of owls, pp. 1 - 288, Cited 3 times.
https://www.scopus.com/inward/record.uri?eid=2-s2.0-3

PUBLISHER: Birdfacts Publishing
DOCUMENT TYPE: Book
SOURCE: Scopus
"""
# As it was until 2022.
OLDER_SCOPUS = """Scopus
EXPORT DATE:24 Apr 2012

Orimoto-Vance, P., de Brugge, T.-A.
The hearing of gulls in harbours
(2011) Journal of Gull Research, 12 (3), pp. 246-252. Cited 3 times.
http://www.scopus.com/inward/record.url?eid=2-s2.0-1&partnerID=40

DOI: 10.1234/gulls.2011.1

DOCUMENT TYPE: Article
SOURCE: Scopus
"""
PUBMED = """1. J Gull Res. 2019 Aug 27;12(3):246-52; quiz 253. doi: 10.1234/gulls.2019.1. Epub
2019 Jul 3.

The hearing of gulls in harbours with
heavy traffic.

Orimoto-Vance P(1), de Brugge T(2)(3), Lim CK 3rd; European Gull Hearing Panel.

Author information:
(1)Institute of Gulls, Lund.
(2)Delft.

Comment in
    J Gull Res. 2020 Jan;13(1):1. doi: 10.1234/gulls.2020.1.

BACKGROUND: Llobera J. Hearing in ducks. Ducks. 2004;3(1):1-9, but never here.

DOI: 10.1234/gulls.2019.1
PMID: 30000001 [Indexed for MEDLINE]

Conflict of interest statement: T.B. has received a gull.


2. Ducks. 2004 Jan-Feb;3:88, 90.

[Hearing in ducks].

[Article in Spanish]

[No authors listed]

Comment on
    Ducks. 2003;2(1):3.

PMID: 10000002


3. In: Birdfacts [Internet]. Fano (IT): Birdfacts Publishing; 2022 Jan–.

Ears of owls.

Kline R.

Owls have two.

PMID: 37000003 [Bookshelf ID: NBK1]


4. bioRxiv [Preprint]. 2022 May 11:2022.05.10.491000. doi: 10.1101/2022.05.10.491000.

Owls on roofs.

Kline R, Banner S.

PMID: 35000004
"""
SUMMARY = """1: Orimoto-Vance P, de Brugge T; Gull Hearing Panel. The hearing of gulls: why? Harbours with
heavy traffic. J Gull Res. 2019 Aug 27;12(3):246-52. doi: 10.1234/gulls.2019.1. PMID: 30000001;
PMCID: PMC100.

2: Hearing in ducks without any authors. Ducks. 2004;3(1):88-90. Spanish. PMID: 10000002.

3: Kline R. Ears of owls. 2022 Jan 7. In: Birdfacts [Internet]. Fano (IT): Birdfacts Publishing; 2022
Jan–. PMID: 37000003.

Of this my mother knows nothing.
"""
ADS = """Query Results from the ADS Database

%R 2021ApJ...909..123O
%T The hearing of <I>gulls</I>
   in harbours
%A Orimoto-Vance, Petra; de Brugge, Tom; Gull Collaboration; and 112 colleagues
%F AA(Lund), AB(Delft)
%J The Astrophysical Journal, Volume 909, Issue 2, id.123, 10 pp.
%V 909
%D 03/2021
%P 123
%X Earlier: Llobera, J. 2004, ApJ, 600, 1.
%Y 10.3847/1538-4357/abcdef
%3 eprint: arXiv:2101.01234

%R 2020MNRAS.499.1234K
%T Ears of owls
%A Kline, R.
%J Monthly Notices of the Royal Astronomical Society
%V 499
%D 2020/11/00
%P 1234-1250

%R 2019hst..prop15654K
%T Owls from above
%A Kline, R.
%J HST Proposal. Cycle 26, ID. #15654
%D 05/2019
"""
INSPIRE = r"""%\cite{Orimoto:2019xyz}
\bibitem{Orimoto:2019xyz}
P.~Orimoto-Vance and T.~de Brugge,
%``The hearing of gulls at $\gamma$ of harbours,''
Phys. Rev. D \textbf{104} (2019) no.5, 052011
doi:10.1103/PhysRevD.104.052011
[arXiv:1903.01234 [hep-ph]].
%87 citations counted in INSPIRE as of 12 Mar 2024
%\cite{Kline:2001ab}
\bibitem{Kline:2001ab}
R.~Kline,
%``EARS OF OWLS,''
Phys. Rev. Lett. \textbf{116}, no.6, 061102 (2001)
%12 citations counted in INSPIRE as of 12 Mar 2024
"""
LINKEDIN = """Petra Orimoto-Vance
Lund, Sweden · Contact info

Publications
The hearing of gulls in harbours
The hearing of gulls in harbours
Journal of Gull Research · Mar 12, 2019
Journal of Gull Research · Mar 12, 2019
Show publication
We hear gulls.
Other authors

Ears of owls
Ears of owls
Birdfacts Publishing
Birdfacts Publishing
Show publication
"""
ACADEMIA = """Petra Orimoto-Vance
University of Lund, Gulls

Papers by Petra Orimoto-Vance

Research paper thumbnail of The hearing of gulls in harbours
The hearing of gulls in harbours
Journal of Gull Research, 2019
We hear gulls. Llobera (2004) did not.... more
Download
Save to Library

Talks by Petra Orimoto-Vance

Research paper thumbnail of How loud are ducks?
How loud are ducks?
Duck Days, 2016
Save to Library
"""
_GULLS = "The hearing of gulls in harbours"


def every(text: str, suffix: str = ".txt") -> list[Mention]:
    return [parse(entry) for entry in extract(read_text(text, "sample", suffix))]


def said(text: str, suffix: str = ".txt") -> list[tuple[str, str, int | None, str]]:
    """Titles, authors, years and venues of the publications in a text."""
    claims = [mention.claim for mention in every(text, suffix) if not mention.reason]
    return [(claim.title, "; ".join(map(str, claim.author)), claim.year, claim.container_title) for claim in claims]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            SCOPUS,
            [
                (
                    f"{_GULLS}, with heavy traffic",
                    "Petra Orimoto-Vance; Tom de Brugge",
                    2019,
                    "Journal of Gull Research",
                ),
                ("Third Symposium on Owls, OWLS 2002", "", 2002, "Proceedings of the Symposium on Owls, OWLS 2002"),
                ("Ears of owls", "R. Kline", 2001, ""),
            ],
        ),
        (OLDER_SCOPUS, [(_GULLS, "P. Orimoto-Vance; T.-A. de Brugge", 2011, "Journal of Gull Research")]),
        (
            PUBMED,
            [
                (
                    f"{_GULLS} with heavy traffic",
                    "P. Orimoto-Vance; T. de Brugge; C. K. Lim III; European Gull Hearing Panel",
                    2019,
                    "J Gull Res",
                ),
                ("Hearing in ducks", "", 2004, "Ducks"),
                ("Ears of owls", "R. Kline", 2022, "Birdfacts"),
                ("Owls on roofs", "R. Kline; S. Banner", 2022, "bioRxiv"),
            ],
        ),
        (
            SUMMARY,
            [
                (
                    "The hearing of gulls: why? Harbours with heavy traffic",
                    "P. Orimoto-Vance; T. de Brugge; Gull Hearing Panel",
                    2019,
                    "J Gull Res",
                ),
                ("Hearing in ducks without any authors", "", 2004, "Ducks"),
                ("Ears of owls", "R. Kline", 2022, "Birdfacts"),
            ],
        ),
        (
            ADS,
            [
                (_GULLS, "Petra Orimoto-Vance; Tom de Brugge; Gull Collaboration", 2021, "The Astrophysical Journal"),
                ("Ears of owls", "R. Kline", 2020, "Monthly Notices of the Royal Astronomical Society"),
            ],
        ),
        (
            INSPIRE,
            [
                ("The hearing of gulls at γ of harbours", "P. Orimoto-Vance; T. de Brugge", 2019, "Phys. Rev. D"),
                ("EARS OF OWLS", "R. Kline", 2001, "Phys. Rev. Lett"),
            ],
        ),
        (
            LINKEDIN,
            [(_GULLS, "", 2019, "Journal of Gull Research"), ("Ears of owls", "", None, "Birdfacts Publishing")],
        ),
        (ACADEMIA, [(_GULLS, "", 2019, "Journal of Gull Research")]),
    ],
    ids=["Scopus", "Scopus until 2022", "PubMed", "PubMed's summary", "ADS", "INSPIRE", "LinkedIn", "Academia"],
)
def test_a_services_text_is_read_by_its_lines(text: str, expected: list[tuple[object, ...]]) -> None:
    assert said(text) == expected


def test_the_numbers_of_a_work_are_taken_as_they_stand() -> None:
    numbers = [
        (claim.volume, claim.issue, claim.page)
        for text in (SCOPUS, OLDER_SCOPUS, PUBMED, ADS, INSPIRE)
        for claim in [mention.claim for mention in every(text)][:2]
    ]
    assert numbers == [
        ("12", "3", "e42"),
        ("", "", "1-412"),
        ("12", "3", "246-252"),
        ("12", "3", "246-52"),
        ("3", "", "88, 90"),
        ("909", "", "123"),
        ("499", "", "1234-1250"),
        ("104", "5", "052011"),
        ("116", "6", "061102"),
    ]
    assert [str(one) for one in every(ADS)[0].claim.identifiers] == ["doi:10.3847/1538-4357/abcdef", "arxiv:2101.01234"]
    assert [str(name) for name in every(SCOPUS)[1].claim.editor] == ["R. Kline", "S. Banner"]


def test_records_stand_on_their_lines() -> None:
    rows = PUBMED.split("\n")
    blocks = read_text(PUBMED, "x").blocks
    assert [rows[block.first - 1][:3] for block in blocks] == ["1. ", "2. ", "3. ", "4. "]
    assert blocks[0].source.endswith("has received a gull.")
    assert read_text(SCOPUS, "x").blocks[0].source.endswith("SOURCE: Scopus")


@pytest.mark.parametrize("text", [SCOPUS, PUBMED], ids=["Scopus", "PubMed"])
def test_an_export_that_breaks_off_is_named_and_what_is_there_is_read(text: str) -> None:
    assert not read_text(text, "x").complaints
    whole = text.split("\n")
    begun = [*whole[:-1], "", "4. Kline"] if text is SCOPUS else [*whole[:-1], "", "5. Owls. 20"]
    for rows in (whole[:-4], begun):
        cut = read_text("\n".join(rows), "x")
        assert len(cut.blocks) == len(read_text(text, "x").blocks)
        told = f"x, line {len(rows)}: this export breaks off within its last record; export it anew"
        assert cut.complaints == (told,)


@pytest.mark.parametrize(
    "text",
    [
        "1. A. Bee. On wool. J. Felt 2020;3(1):1-9.\n\n2. C. Dee. On felt. 2021.\n",
        "Publications\n\nBee A. On wool. J Felt. 2020;3(1):1-9.\nPMID: 30000001\n",
        "SOURCE: Scopus, and others.\n\nPublications\n",
        "Scopus\nh-index: 3\n",
        "%R is no tag\nand %T neither\n",
        "Research paper thumbnail of nothing\nSomething\n",
        "Ada Bee\nAda Bee\nWool · Mar 3, 2020\n",
        "1. Bee, A., & Dee, C. (2019). On wool. Journal of Felt, 3(2), 1-9. PMID: 30000001.\n",
        "1. Bee A, Dee C. On wool. J Felt 2019; 3(2): 1-9. PMID: 30000001.\n",
        "1. On wool\nBee A, Dee C\nJournal of Felt, volume 3 (2019)\nDOI: 10.1000/x\nPMID: 30000001\n",
    ],
)
def test_what_only_speaks_of_a_service_is_none_of_its_exports(text: str) -> None:
    assert sniff(text) == ".txt"


@pytest.mark.parametrize(
    "row",
    [
        "{0}. Bee, A., & Dee, C. (20{1}). On {2} in Wales. Journal of Felt, 3(2), 1-9. PMID: 3000000{0}.",
        "{0}. Bee A, Dee C. On {2} in Wales. J Felt 20{1}; 3(2): 1-9. PMID: 3000000{0}.",
        "{0}. Bee A, Dee C. On {2} in Wales. J Felt. 20{1};3(2):1-9. PMID: 3000000{0}.",
    ],
)
def test_every_row_of_a_numbered_list_with_pubmeds_numbers_is_a_work(row: str) -> None:
    works = [(str(year), what) for year, what in ((17, "wool"), (18, "felt"), (19, "looms"))]
    rows = [row.format(at, *work) for at, work in enumerate(works, 1)]
    for text in ("\n".join(rows), "\n\n".join(rows), "Publications\n\n" + "\n".join(rows)):
        for suffix in (".txt", "pubmed text"):
            found = [(title, people, year) for title, people, year, _ in said(text, suffix)]
            assert found == [(f"On {what} in Wales", "A. Bee; C. Dee", int(f"20{year}")) for year, what in works]


@pytest.mark.parametrize(
    ("text", "suffix"),
    [
        ("Scopus\nEXPORT DATE: 23 November 2026\n\n", "scopus text"),
        ("SOURCE: Scopus\n\nOn wool\n", "scopus text"),
        ("1. Owls, too. 2020 Was good.\n\nOf these\n\nPMID: 1\n", "pubmed text"),
        ("1. J Felt. 2020;1:1.\n\n\n\nPMID: 1\n", "pubmed text"),
        ("PMID- 1\n", ".nbib"),
        ("PT J\nAU Bee, A\n", ".ciw"),
        ("%R 2021ApJ...909..123O\n%D 2021\n", "ads text"),
        ("%0 Book\n%A Bee, Ada\n", ".enw"),
        ("%A Bee, Ada\n%D 2020\n", ".refer"),
        ("Reference Type:  Book\nYear: 2020\nAuthor: \n", "endnote text"),
        ("TY  - JOUR\nER  -\n", ".ris"),
        ("2020 | Book\nSource: Crossref\n", "orcid page"),
        ("export record\n", "dblp page"),
        ("On wool\nBook\nMay 2020\n", "researchgate page"),
        ("Everyone\nReaders: Everyone\n", "openreview page"),
        ("wool\nwool\nShow publication\n", "linkedin page"),
        ("Book thumbnail of wool\nwool\n", "academia page"),
    ],
)
def test_the_signs_of_an_export_alone_stop_no_run(text: str, suffix: str) -> None:
    assert sniff(text) == suffix
    for part in (text, text.splitlines()[0], text.splitlines()[-1], "\n"):
        every(part, suffix)


@pytest.mark.parametrize(
    "text",
    [
        SCOPUS + "(2020) " + ", " * 400_000,
        "1. J Felt. 2020;1:1.\n\n" + "In: " * 200_000 + "\n\nPMID: 1\n",
        "1: Bee A. PMID: 1;\n\n" + "2: In: aa. PMID: 1 " * 40_000,
        LINKEDIN + "On wool\nOn wool\n\n" * 20_000,
        ADS + "%A " + "Bee, A.; " * 90_000,
        "%\\cite{a:2020abc}\n\\bibitem{a:2020abc}\n" + "%``" * 200_000,
    ],
    ids=["Scopus", "PubMed", "summary", "LinkedIn", "ADS", "INSPIRE"],
)
def test_a_hostile_export_takes_no_time(text: str) -> None:
    start = time.process_time()
    read_text(text, "x")
    assert time.process_time() - start < 6


_ROW = "<tr><th>{}</th><td>{}</td></tr>"


def report(title: str, *rows: tuple[str, str]) -> str:
    return f"<li class='item'><h2>{title}</h2><table>{''.join(_ROW.format(*row) for row in rows)}</table></li>"


def test_every_item_of_zoteros_report_is_one_whatever_it_says_of_itself() -> None:
    page = "".join(
        (
            report("An ear for owls", ("Item Type", "Patent"), ("Inventor", "Rosa Kline"), ("Issue Date", "2002")),
            report("Owl of the day", ("Item Type", "Web Page"), ("Author", "Rosa Kline"), ("Date", "2020")),
            report("To read", ("Item Type", "Note"), ("Date Added", "3/14/2022")),
            report("owlcounter", ("Item Type", "Software"), ("Programmer", "Rosa Kline"), ("Date", "2021-06-30")),
            report("Ears of owls", ("Item Type", "Thesis"), ("Author", "Rosa Kline"), ("Date", "2001")),
        )
    )
    found = every(f"<ul>{page}</ul>", ".html")
    assert [(mention.claim.title, mention.reason) for mention in found if mention.claim.title != "To read"] == [
        ("An ear for owls", Reason.PATENT),
        ("Owl of the day", Reason.WEB_PAGE),
        ("owlcounter", ""),
        ("Ears of owls", ""),
    ]
    assert all(str(name) == "Rosa Kline" for mention in found for name in mention.claim.author)


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        (
            "@online{a, author = {Rosa Kline}, title = {Owl of the day}, url = {https://owls.example}, year = 2020}",
            True,
        ),
        (
            "@online{a, author = {Rosa Kline}, title = {Owls at last}, eprint = {2101.01234}, eprinttype = {arxiv}}",
            False,
        ),
        ("@online{a, author = {Rosa Kline}, title = {Owls at last}, url = {https://arxiv.org/abs/2101.01234}}", False),
    ],
)
def test_a_web_page_is_no_publication_but_where_it_is_one(entry: str, reason: bool) -> None:
    (mention,) = every(entry, ".bib")
    assert (mention.reason == Reason.WEB_PAGE) is reason


def test_groups_stand_beside_persons() -> None:
    medline = "PMID- 1\nTI  - Ears of owls.\nFAU - Kline, Rosa\nAU  - Kline R\nCN  - European Panel on Ears, Owls and Gulls\nDP  - 2001\n"
    assert said(medline)[0][1] == "Rosa Kline; European Panel on Ears, Owls and Gulls"
    science = "PT J\nAU Kline, R\nCA Owl Consortium\nTI Ears of owls\nSO OWLS\nPY 2001\nER\n\nEF"
    assert said(science)[0][1] == "R. Kline; Owl Consortium"


def test_names_in_full_count_before_initials() -> None:
    table = (
        "Authors,Author full names,Title,Year,Source title\n"
        '"Kline R.; Banner S.","Kline, Rosa (57000000001); Banner, Sue (57000000002)",Ears of owls,2001,Owls\n'
        '"Kline R.",,Owls on roofs,2002,Owls\n'
    )
    assert [row[1] for row in said(table, ".csv")] == ["Rosa Kline; Sue Banner", "R. Kline"]


def test_what_scholar_exports_may_be_a_preprint() -> None:
    table = 'Authors,Title,Publication,Volume,Number,Pages,Year,Publisher\n"Kline, Rosa; ",Owls,arXiv preprint arXiv:2101.01234,,,,2021,\n'
    assert [str(one) for one in every(table, ".csv")[0].claim.identifiers] == ["arxiv:2101.01234"]


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("title", r"{\texttt{owlcount}}: ears of {\mbox{COVID-19}} owls", "owlcount: ears of COVID-19 owls"),
        ("title", r"On the \mkbibquote{third} \enquote{ear}", "On the “third” “ear”"),
        ("title", r"\foreignlanguage{german}{Eulen} in \textcolor{red}{red}", "Eulen in red"),
        ("title", r"Owls at 10$^\circ$C", "Owls at 10°C"),
        ("title", r"Owls at {10\,\degC}: cold", "Owls at 10 °C: cold"),
        ("author", r"Vasil{\cprime}ev, A.", "A. Vasil'ev"),
        ("year", r"{\noopsort{1973b}}1981", "1981"),
        ("journal", r"{\mnras}", "Monthly Notices of the Royal Astronomical Society"),
    ],
)
def test_what_a_field_says_in_tex(field: str, value: str, expected: str) -> None:
    fields = {"author": "Rosa Kline", "title": "Ears of owls", "journal": "Owls", "year": "2001", field: value}
    inside = ", ".join(f"{name} = {{{said}}}" for name, said in fields.items())
    text = f'@preamble{{ "\\providecommand{{\\degC}}{{\\textdegree C}}" }}\n@article{{a, {inside}}}\n'
    title, author, year, journal = said(text, ".bib")[0]
    assert {"title": title, "author": author, "year": str(year), "journal": journal}[field] == expected
