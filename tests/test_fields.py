"""Structured entries: what exports and data files call their fields, and the claim that is read from them."""

from __future__ import annotations

import pytest

from reconcile.documents import read_text
from reconcile.documents.fields.columns import canonical, header, labels
from reconcile.entry import Entry
from reconcile.extract import extract
from reconcile.mention import Kind
from reconcile.parse import parse

EXPORTS = {
    "own table": (
        ".tsv",
        "No.\tPaper title\tAuthor(s)\tConference/Journal\tYear\n1\tDeep Nets for All\tAnn Lee; Bo Ray\tIEEE Access\t2020",
        ("IEEE Access", "", "", "2020"),
    ),
    "ORCID": (
        ".csv",
        "title,contributors,publication-date,journal-title\nDeep Nets for All,Ann Lee; Bo Ray,2020-05-01,IEEE Access",
        ("IEEE Access", "", "", "2020-05-01"),
    ),
    "Zotero": (
        ".csv",
        "Key,Item Type,Publication Year,Author,Title,Publication Title,Pages,Volume\n"
        'X,journalArticle,2020,"Lee, Ann; Ray, Bo",Deep Nets for All,IEEE Access,1-9,8',
        ("IEEE Access", "8", "1-9", "2020"),
    ),
    "Scholar": (
        ".csv",
        "Authors,Title,Publication,Volume,Number,Pages,Year,Publisher\n"
        '"Lee, Ann; Ray, Bo; ",Deep Nets for All,IEEE Access,8,,1-9,2020,IEEE',
        ("IEEE Access", "8", "1-9", "2020"),
    ),
    "Scopus": (
        ".csv",
        "Authors,Author full names,Title,Year,Source title,Volume,Page start,Page end\n"
        '"Lee, Ann; Ray, Bo","Lee, Ann (1); Ray, Bo (2)",Deep Nets for All,2020,IEEE Access,8,1,9',
        ("IEEE Access", "8", "1-9", "2020"),
    ),
    "Scopus, a short one": (
        ".csv",
        "Authors,Title,Year,Source title,Volume,Art. No.,Page start,Page end,Document Type,EID\n"
        '"Lee A.; Ray B.",Deep Nets for All,2020,IEEE Access,8,,1,9,Note,2-s2.0-85000000003',
        ("IEEE Access", "8", "1-9", "2020"),
    ),
    "Web of Science": (
        ".tsv",
        "PT\tAU\tTI\tSO\tVL\tBP\tEP\tPY\nJ\tLee, Ann; Ray, Bo\tDeep Nets for All\tIEEE Access\t8\t1\t9\t2020",
        ("IEEE Access", "8", "1-9", "2020"),
    ),
    "PubMed": (
        ".csv",
        'PMID,Title,Authors,Journal/Book,Publication Year\n1,Deep Nets for All,"Lee A, Ray B.",IEEE Access,2020',
        ("IEEE Access", "", "", "2020"),
    ),
    "JSON Resume": (
        ".json",
        '{"publications": [{"name": "Deep Nets for All", "publisher": "IEEE Access", "releaseDate": "2020-05-01",'
        ' "summary": "Ann Lee, Bo Ray"}]}',
        ("IEEE Access", "", "", "2020-05-01"),
    ),
    "CSL-JSON": (
        ".json",
        '[{"type": "article-journal", "title": "Deep Nets for All", "container-title": "IEEE Access", "page": "1-9",'
        ' "author": [{"family": "Lee", "given": "Ann"}, {"family": "Ray", "given": "Bo"}], "volume": "8",'
        ' "issued": {"date-parts": [["2020", 5, 1]]}}]',
        ("IEEE Access", "8", "1-9", "2020-05-01"),
    ),
    "al-folio": (
        ".bib",
        "@article{x, title={Deep Nets for All}, author={Lee, Ann and Ray, Bo}, abbr={IA}, journal={IEEE Access},"
        " volume={8}, pages={1--9}, year={2020}, selected={true}}",
        ("IEEE Access", "8", "1-9", "2020"),
    ),
    "Hugo": (
        ".md",
        "---\ntitle: Deep Nets for All\nauthors: [Ann Lee, Bo Ray]\ndate: 2020-05-01T00:00:00Z\n"
        "publication_types: ['2']\npublication: In *IEEE Access*\n---\n",
        ("IEEE Access", "", "", "2020-05-01"),
    ),
    "a table in a page": (
        ".html",
        "<table><tr><th>Year<th>Title<th>Authors<th>Venue<tr><td>2020<td>Deep Nets for All<td>Ann Lee, Bo Ray"
        "<td>IEEE Access</table>",
        ("IEEE Access", "", "", "2020"),
    ),
}


@pytest.mark.parametrize("export", EXPORTS)
def test_what_the_claim_of_an_export_is(export: str) -> None:
    suffix, text, expected = EXPORTS[export]
    (entry,) = extract(read_text(text, f"x{suffix}", suffix))
    claim = parse(entry).claim
    assert (claim.title, [name.family for name in claim.author]) == ("Deep Nets for All", ["Lee", "Ray"])
    assert (claim.container_title, claim.volume, claim.page, str(claim.issued)) == expected


HEADERS = [
    ("Author(s)", "author"),
    ("Journal or Conference", "booktitle"),
    ("Conference/Journal", "booktitle"),
    ("Title of paper", "title"),
    ("Publication date", "date"),
    ("Titel", "title"),
    ("Année", "year"),
    ("Award", ""),
    ("Role / Funder", ""),
    # the forms of India's NAAC, and Pure's report
    ("Name of the author/s", "author"),
    ("Title of the book/chapters published", "title"),
    ("Title of the proceedings of the conference", "booktitle"),
    ("Title of the edited book / proceedings", "booktitle"),
    ("Title of the project", ""),
    ("Title of the contribution in original language", "title"),
    ("Name of the Proceedings", "booktitle"),
    ("Journal, Vol., Page No., Year", "booktitle"),
    ("Title of output", "title"),
    ("Author 3", "author"),
    ("Further authors", "author"),
    ("Number of authors", ""),
    # in the Netherlands
    ("Verschenen in", "booktitle"),
    ("Jaar", "year"),
]


@pytest.mark.parametrize(("name", "field"), HEADERS)
def test_what_a_header_stands_for(name: str, field: str) -> None:
    assert canonical(name) == field


ROWS = [
    (("Year", "Paper", "Authors"), ("year", "title", "author")),
    (("#", "Title", "Venue"), ("", "title", "booktitle")),
    (("Title", "Publication", "Authors"), ("title", "publication", "author")),
    # A paper alone may be the whole reference; grants and courses have titles and years as well.
    (("Year", "Paper"), ()),
    (("Title", "Funder", "Year"), ()),
    (("2020", "Deep Nets", "Ann Lee"), ()),
]


@pytest.mark.parametrize(("cells", "fields"), ROWS)
def test_which_rows_are_headers(cells: tuple[str, ...], fields: tuple[str, ...]) -> None:
    assert header(cells) == fields


REGISTER = """No.,Author 1,Author 2,Further authors,Title of output,Journal / proceedings,Year,Vol (issue)
1,"Bee, Ada","Dee, Carl","Eff, Eve; Fane, Olaf",Counting sheep,Journal of Gulls,2019,12 (8)
2,Bee A,van Dee C,,Felt,Journal of Gulls,2020,13
3,Ada Bee,Carl Dee,et al. (16 authors),Wool,Journal of Gulls,2021,
"""


def test_one_author_in_each_column() -> None:
    claims = [parse(entry).claim for entry in extract(read_text(REGISTER, "works", ".csv"))]
    assert [(each.title, [name.family for name in each.author], each.author_et_al) for each in claims] == [
        ("Counting sheep", ["Bee", "Dee", "Eff", "Fane"], False),
        ("Felt", ["Bee", "Dee"], False),
        ("Wool", ["Bee", "Dee"], True),
    ]
    assert [(each.volume, each.issue) for each in claims] == [("12", "8"), ("13", ""), ("", "")]


NETWORKS = ("On name resolution in networks", "J. Smith", 2019)
SHEEP = ("Counting sheep at night", "B. Lee", 2021)
CITED = "J. Smith. On name resolution in networks. In Proceedings of ACL, 2019."
COUNTED = "B. Lee. Counting sheep at night. In Proceedings of EMNLP, 2021."
LONG = "Authors and their Affiliations - Country of the Organization"
# The first row of a table file, the fields that it names, and the works of the table: a row, unlike a header, is kept.
TABLES = [
    (("J. Smith", "On name resolution in networks", "ACL", "2019"), (), [NETWORKS, SHEEP]),
    (("J. Smith", "On name resolution in networks", "Journal of Title Studies", "2019"), (), [NETWORKS, SHEEP]),
    (("Author", "Title", "Where", "When"), ("author", "title", "booktitle", "date"), [SHEEP]),
    (("Who", "Title", "My rating", "Year"), ("who", "title", "my rating", "year"), [("Counting sheep at night", "", 2021)]),
    (("Authors", "Name", "Grade", "Year"), ("author", "title", "grade", "year"), [SHEEP]),
    (("Authors", "Paper title", LONG, "Year"), (), [SHEEP]),
    (("Authors", "Paper", "Conference", "Year"), ("author", "title", "booktitle", "year"), [SHEEP]),
]  # fmt: skip


@pytest.mark.parametrize(("first", "fields", "works"), TABLES, ids=[" ".join(row[0])[:30] for row in TABLES])
def test_the_first_row_of_a_table_file(
    first: tuple[str, ...], fields: tuple[str, ...], works: list[tuple[str, str, int]]
) -> None:
    assert labels(first) == fields
    text = "\n".join((";".join(first), "B. Lee;Counting sheep at night;EMNLP;2021"))
    claims = [parse(entry).claim for entry in extract(read_text(text, "works", ".csv")) if not entry.reason]
    assert [(claim.title, " ".join(map(str, claim.author)), claim.year) for claim in claims] == works


def test_long_labels_beside_many_known_ones() -> None:
    assert labels(["Title", "Authors", LONG, "DOI", "Year"]) == ("title", "author", LONG.lower(), "doi", "year")


@pytest.mark.parametrize(
    "header", [("Citation",), ("Year", "Citation"), ("No", "Year", "Paper"), ("Nr.", "Full reference")]
)
def test_a_column_of_whole_references_is_read_as_rows(header: tuple[str, ...]) -> None:
    lines = [",".join(header)]
    for number, (year, reference) in enumerate(((2019, CITED), (2021, COUNTED)), 1):
        known = {"Year": str(year), "No": str(number), "Nr.": str(number)}
        lines.append(",".join(known.get(label, f'"{reference}"') for label in header))
    claims = [parse(entry).claim for entry in extract(read_text("\n".join(lines), "works", ".csv"))]
    assert [(claim.title, str(claim.author[0]), claim.year) for claim in claims] == [NETWORKS, SHEEP]


# What a column of venues holds beside the venue, and what is known besides: container, volume, issue, pages.
VENUES = [
    ("Journal of Gulls 12(3), 33-47", "", ("Journal of Gulls", "12", "3", "33-47")),
    ("Journal of Gulls, Vol. 12, No. 3, pp. 33--47", "", ("Journal of Gulls", "12", "3", "33-47")),
    ("Journal of Gulls 12(3), 33-47", "12", ("Journal of Gulls 12(3), 33-47", "12", "", "")),
    ("Proceedings of BIRD 2020, pages 1-9, Vienna", "", ("Proceedings of BIRD 2020, pages 1-9, Vienna", "", "", "")),
    ("Nature 2020", "", ("Nature 2020", "", "", "")),
    ("Proceedings of BIRD, pp. 1-9", "", ("Proceedings of BIRD", "", "", "1-9")),
]


@pytest.mark.parametrize(("venue", "volume", "read"), VENUES)
def test_numbers_behind_a_venue(venue: str, volume: str, read: tuple[str, str, str, str]) -> None:
    table = f"Title\tAuthors\tJournal\tVolume\tYear\nGulls at Sea\tAnn Lee\t{venue}\t{volume}\t2020"
    (entry,) = extract(read_text(table, "works", ".tsv"))
    claim = parse(entry).claim
    assert (claim.container_title, claim.volume, claim.issue, claim.page) == read


# A column that says all of where and when: what it holds, and the year read of it.
DATED = [
    ("Journal of Gulls, Vol. 9, Issue 2, pp. 88-97, 2021", "2021"),
    ("Journal of Gulls, Vol. 61(4), pp. 512-520, April 2022", "2022"),
    ("Journal of Gulls, 26, 1034", "None"),
]


@pytest.mark.parametrize(("place", "year"), DATED)
def test_the_year_behind_a_venue_and_its_numbers(place: str, year: str) -> None:
    fields = (("title", "Gulls at Sea"), ("author", "Ann Lee"), ("journal, vol., page no., year", place))
    claim = parse(Entry("x", 1, 1, place, place, fields=fields)).claim
    assert (claim.container_title, str(claim.year)) == ("Journal of Gulls", year)


# The words of a link, as the lists of laboratories have them: container, volume, pages, year.
DISPLAYED = [
    ("Journal of Gulls 28(1), 2024", ("Journal of Gulls", "28", "", "2024")),
    ("Gulls and Environment 245 (2023), 110871", ("Gulls and Environment", "245", "110871", "2023")),
    ("BIRD 2022, Ghent, vol. 2, pp. 331-340", ("BIRD 2022", "2", "331-340", "2022")),
    ("in: J. Moss (ed.), Keeping Gulls, Routledge 2018", ("Keeping Gulls", "", "", "2018")),
    ("PhD, University of Utopia, 2016", ("University of Utopia", "", "", "2016")),
    ("PDF", ("", "", "", "None")),
    ("", ("", "", "", "None")),
]


@pytest.mark.parametrize(("display", "read"), DISPLAYED)
def test_where_a_work_appeared_by_the_words_of_its_link(display: str, read: tuple[str, str, str, str]) -> None:
    text = f"- title: Gulls at Sea\n  authors: A. Lee, B. Ray\n  link:\n    url: https://doi.org/10.1234/x.1\n    display: '{display}'"
    (entry,) = extract(read_text(text, "works", ".yml"))
    claim = parse(entry).claim
    assert (claim.container_title, claim.volume, claim.page, str(claim.issued)) == read
    assert claim.urls == ("https://doi.org/10.1234/x.1",)
    assert [str(identifier) for identifier in claim.identifiers] == ["doi:10.1234/x.1"]


DATES = [
    ("2023 Dec", "2023-12"),
    ("2021 (Epub Nov 2020)", "2021"),
    ("July 2023", "2023-07"),
    ("(2020)", "2020"),
    ("2020", "2020"),
    ("", "None"),
]


@pytest.mark.parametrize(("when", "issued"), DATES)
def test_when_a_work_appeared(when: str, issued: str) -> None:
    table = f"#,Authors,Paper title,Where,When\n1,Ann Lee; Bo Ray,Gulls at Sea,J Gull Stud,{when}"
    (entry,) = extract(read_text(table, "works", ".csv"))
    assert str(parse(entry).claim.issued) == issued


@pytest.mark.parametrize(
    ("text", "suffix", "place"),
    [
        (
            "TY  - THES\nAU  - Lee, Ann\nTI  - Gulls at Sea\nPB  - University of Utopia\nER  - ",
            ".ris",
            "University of Utopia",
        ),
        ("TY  - BOOK\nAU  - Lee, Ann\nTI  - Gulls at Sea\nPB  - Gull Press\nER  - ", ".ris", ""),
        (
            '[{"type": "thesis", "title": "Gulls at Sea", "author": [{"family": "Lee"}], "publisher": "Utopia"}]',
            ".json",
            "Utopia",
        ),
    ],
)
def test_the_university_of_a_thesis(text: str, suffix: str, place: str) -> None:
    (entry,) = extract(read_text(text, "works", suffix))
    assert parse(entry).claim.container_title == place


# The list of works that Russian and Ukrainian universities ask for, by columns that their form names.
FORM = "№ п/п\tНаименование работы, её вид\tФорма работы\tВыходные данные\tОбъём, с.\tСоавторы\n1\t2\t3\t4\t5\t6\n"


@pytest.mark.parametrize(
    ("row", "title", "authors", "place"),
    [
        (
            "1\tСтрижка овец в горах (статья)\tПеч.\tШерсть и лён. – 2003. – № 4. – С. 12–19.\t8\tПчёлкин А.А., Чайка В.Г.",
            "Стрижка овец в горах",
            ["Пчёлкин", "Чайка"],
            ("Шерсть и лён", "4", "12-19", 2003),
        ),
        (
            "2\tОсновы валяния (учебное пособие), 2-е изд.\tЭлектр.\tОлонец: Чайка, 2012. Гриф УМО.\t64\t–",
            "Основы валяния",
            [],
            ("", "", "", 2012),
        ),
        (
            "4\tЛён и шерсть (монография)\tПеч.\tОлонец: Чайка, 2015.\t140\tнет",
            "Лён и шерсть",
            [],
            ("", "", "", 2015),
        ),
        (
            "3\tFelt in cold water (научная статья)\tПеч.\tWool. 2019. Vol. 7. P. 5–9.\t5\tBee A., Rye O. и др., всего 4 чел.",
            "Felt in cold water",
            ["Bee", "Rye"],
            ("Wool", "", "5-9", 2019),
        ),
    ],
)
def test_a_form_for_a_list_of_works_has_a_column_of_imprints(row, title, authors, place):
    entry, *more = extract(read_text(f"{FORM}{row}\n", "x.txt", ".txt"))
    claim = parse(entry).claim
    assert not more
    assert not entry.reason
    assert claim.title == title
    assert [name.family for name in claim.author] == authors
    assert (claim.container_title, claim.issue, claim.page, claim.year) == place


def test_a_form_of_russia_says_at_length_what_its_columns_hold() -> None:
    what = "Наименование учебных изданий, научных трудов и патентов на изобретения"
    cells = ["№ п/п", what, "Форма учебных изданий и научных трудов", "Выходные данные", "Объем", "Соавторы"]
    assert [name for name in header(cells) if name in ("title", "imprint", "author")] == ["title", "imprint", "author"]


def test_a_form_of_ukraine() -> None:
    cells = ["№ з/п", "Назва", "Характер роботи", "Вихідні дані", "Обсяг (с.)", "Співавтори"]
    assert header(cells) == ("", "title", "характер роботи", "imprint", "обсяг (с.)", "author")


@pytest.mark.parametrize(
    ("cell", "people"),
    [
        ("羊毛太, 牧野子, 林山水", ["羊毛太", "牧野子", "林山水"]),
        ("羊毛太、牧野子", ["羊毛太", "牧野子"]),
        ("牧野, 太郎 and 森, 健", ["太郎 牧野", "健 森"]),  # a family name and a comma, as BibTeX has it
        ("Ann Lee, Bo-Hao ‘Ray’ Marsh", ["Ann Lee", "Bo-Hao Ray Marsh"]),
        ("Marsh R. & Ann Lee", ["R. Marsh", "Ann Lee"]),
        ("Bee, A./Dee, C.", ["A. Bee", "C. Dee"]),
        ('["Ada Bee", "Dee, Carl"]', ["Ada Bee", "Carl Dee"]),
        ("['Ada Bee', \"Ann O'Hare\"]", ["Ada Bee", "Ann O'Hare"]),
        ("[Ada Bee; Carl Dee]", ["Ada Bee", "Carl Dee"]),
        ("[Ada Bee, Carl Dee]", ["Ada Bee", "Carl Dee"]),
        ("Bee, Ada (57); Costa e Silva, Paulo (58)", ["Ada Bee", "Paulo Costa e Silva"]),
        ("Bee, Ada e Dee, Carl; Kline, Rosa", ["Ada Bee", "Carl Dee", "Rosa Kline"]),
    ],
)
def test_the_people_of_a_cell(cell: str, people: list[str]) -> None:
    rows = f"| Year | Title | Authors | Venue |\n|---|---|---|---|\n| 2019 | Deep Wool for All | {cell} | ACL |\n"
    (entry,) = extract(read_text(f"# Publications\n\n{rows}", "x.md"))
    assert [str(name) for name in parse(entry).claim.author] == people


@pytest.mark.parametrize(
    ("code", "kind"),
    [("THES", "thesis"), ("RPRT", "report"), ("DATA", "dataset"), ("COMP", "software"), ("UNPB", "preprint")],
)
def test_what_an_entry_says_it_is_counts_where_it_names_a_publisher_only(code: str, kind: str) -> None:
    text = f"TY  - {code}\nAU  - Lee, Ann\nTI  - Wool at night\nPY  - 2020\nPB  - Karolinska Institutet\nER  - \n"
    (entry,) = extract(read_text(text, "x.ris", ".ris"))
    assert parse(entry).kind == kind


@pytest.mark.parametrize(
    ("authors", "people"),
    [
        ("Garcia Lopez, Maria Teresa", ["Maria Teresa Garcia Lopez"]),
        ("Van Tulkens, Ada B.", ["Ada B. Van Tulkens"]),
        ("De la Prado, Carl M.", ["Carl M. De la Prado"]),
        ("Ada Bee, Carl Dee", ["Ada Bee", "Carl Dee"]),
        ("A. Bee, C. Dee", ["A. Bee", "C. Dee"]),
        ("A. Bee, C. Dee and E. Fane", ["A. Bee", "C. Dee", "E. Fane"]),
        ("Prado Tulkens, Ada Luz and Bee, Carl", ["Ada Luz Prado Tulkens", "Carl Bee"]),
        ("Bee II, Ada B. and Dee, Carl and Fane, E. Lee", ["Ada B. Bee II", "Carl Dee", "E. Lee Fane"]),
        ("Bee III, Ada Luz", ["Ada Luz Bee III"]),
        ("van Bee and Dee", ["van Bee", "Dee"]),
    ],
)
def test_one_person_of_two_halves_and_two_persons(authors: str, people: list[str]) -> None:
    (entry,) = extract(
        read_text(f"@misc{{a, title={{Deep Nets for All}}, author={{{authors}}}, year=2020}}", "a.bib", ".bib")
    )
    assert [str(name) for name in parse(entry).claim.author] == people


@pytest.mark.parametrize(
    "authors",
    ["Ada Bee and et al. and Carl Dee", "Ada Bee and others and Carl Dee", "Ada Bee and ... and Carl Dee"],
)
def test_a_list_may_be_cut_in_the_middle(authors: str) -> None:
    (entry,) = extract(
        read_text(f"@misc{{a, title={{Deep Nets for All}}, author={{{authors}}}, year=2020}}", "a.bib", ".bib")
    )
    claim = parse(entry).claim
    assert ([str(name) for name in claim.author], claim.author_et_al) == (["Ada Bee", "Carl Dee"], True)


@pytest.mark.parametrize("authors", ["Bee et al.", "Bee, Ada et al.", "Ada Bee and others", "Ada Bee, et. al."])
def test_what_cuts_a_list_is_no_part_of_a_name(authors: str) -> None:
    (entry,) = extract(
        read_text(f"@misc{{a, title={{Deep Nets for All}}, author={{{authors}}}, year=2020}}", "a.bib", ".bib")
    )
    claim = parse(entry).claim
    assert ([name.family for name in claim.author], claim.author_et_al) == (["Bee"], True)


PANEL = "Wool and Oats Panel"


@pytest.mark.parametrize(
    ("authors", "names", "groups"),
    [
        (f"{{{PANEL}}}", [PANEL], [PANEL]),
        (f"Lee, Ann and {{{{{PANEL}}}}}", ["Ann Lee", PANEL], [PANEL]),
        ("{Gull and Sons, Inc.} and Ann Lee", ["Gull and Sons, Inc.", "Ann Lee"], ["Gull and Sons, Inc."]),
        ("{Office of Oats, Wool and Rye}", ["Office of Oats, Wool and Rye"], ["Office of Oats, Wool and Rye"]),
        (r"""{K{\"o}nig und S{\"o}hne} and {L{\'e}e}, Ann""", ["König und Söhne", "Ann Lée"], ["König und Söhne"]),
        (r"{Bureau of R\&D}", ["Bureau of R&D"], ["Bureau of R&D"]),
        ("{Lee, Ann and Ray, Bo}", ["Ann Lee", "Bo Ray"], []),
        ("{Xenos Lee and Quu van Ray}", ["Xenos Lee", "Quu van Ray"], []),
        ("{Lee, Ann} and {Peter Ray} and {B. C. Ray}", ["Ann Lee", "Peter Ray", "B. C. Ray"], []),
        (r"{Lee} and {M{\"u}ller}", ["Lee", "Müller"], []),
    ],
)
def test_braces_hold_a_group_unless_persons_stand_in_them(authors: str, names: list[str], groups: list[str]) -> None:
    written = f"@misc{{a, title={{Deep Nets for All}}, author={{{authors}}}, year=2020}}"
    (entry,) = extract(read_text(written, "a.bib", ".bib"))
    author = parse(entry).claim.author
    assert ([str(name) for name in author], [name.literal for name in author if name.literal]) == (names, groups)


FELT_DAYS = "Proceedings of the 2016 Conference on Empirical Methods in Natural Language Processing"


@pytest.mark.parametrize(
    ("kind", "more", "venue"),
    [
        ("proceedings", f"title={{{FELT_DAYS}}}, booktitle={{{FELT_DAYS}}}", ""),
        ("proceedings", f"title={{Felt: EMNLP 2016}}, booktitle={{{FELT_DAYS}}}, editor={{Ann Lee}}", ""),
        ("collection", "title={ACL Readings in Felt}, booktitle={{ACL} Readings in Felt}, editor={Ann Lee}", ""),
        ("proceedings", f"title={{Felt on Hills}}, booktitle={{{FELT_DAYS}}}, author={{Ann Lee}}", FELT_DAYS),
    ],
)
def test_a_volume_stands_in_none(kind: str, more: str, venue: str) -> None:
    (entry,) = extract(read_text(f"@{kind}{{a, {more}, year=2016, note={{published at EMNLP}}}}", "a.bib", ".bib"))
    mention = parse(entry)
    assert mention.claim.container_title == venue
    assert bool(mention.venues) is bool(venue)
    assert (mention.kind == Kind.BOOK) is not bool(venue)
