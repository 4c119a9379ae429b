"""Lists of universities' portals, in which a class stands below each work, and headings that rank what they list."""

from __future__ import annotations

import pytest

from reconcile.documents import read_text
from reconcile.extract import extract
from reconcile.extract.lines.stretch import Line, Stretch
from reconcile.extract.placing.headings import reads_as_heading, topic_of
from reconcile.extract.placing.portals import from_portal
from reconcile.extract.words.topics import Topic
from reconcile.parse import parse

CLASSES = [
    "Research output: Contribution to journal › Article › peer-review",
    "Publication: Contribution to journal › Journal article › Research › peer-review",
    "Publikation: Bidrag til tidsskrift › Tidsskriftartikel › Forskning › fagfællebedømt",
    "Forskningsoutput: Tidskriftsbidrag › Artikel i vetenskaplig tidskrift › Peer review",
    "Tutkimustuotos: Lehtiartikkeli › Artikkeli › Scientific › vertaisarvioitu",
    "Onderzoeksoutput: Bijdrage aan tijdschrift › Artikel › Academic › peer review",
    "Veröffentlichung: Beitrag in Fachzeitschrift › Artikel › Begutachtung",
]


@pytest.mark.parametrize("kind", CLASSES)
def test_a_work_with_its_class_is_one_whatever_it_says(kind: str) -> None:
    text = (
        "Anna Bee\nLector\n\n2021\n\nAccepted/In press\nWool in winter\nBee, A. & Dee, C. R., 2021, (Accepted/In press)"
        f" In: Gull Studies.\n{kind}\n3 Citations (Scopus)\n12 Downloads (Pure)\n\nFelt: a field guide\nBee, A., 2016,"
        f" Olmo University. 164 p.\n{kind}\n"
    )
    found = [parse(entry) for entry in extract(read_text(text, "x.txt", ".txt")) if not entry.reason]
    assert [mention.claim.title for mention in found] == ["Wool in winter", "Felt: a field guide"]
    assert [[name.family for name in mention.claim.author] for mention in found] == [["Bee", "Dee"], ["Bee"]]
    assert [mention.claim.year for mention in found] == [2021, 2016]


WORKS = """Anna Bee

Book review: C. Dee, The Wool Question
Bee, A., 1 Sep 2022, In: Journal of Gull Studies. 8, 3, p. 301-303
Research output: Contribution to journal › Book/Film/Article review

Wool, taxes and Tartu: a panel study
Bee, A., 15 Jan 2024, SocArXiv, 41 p.
Research output: Working paper / Preprint › Preprint

Condition of felt in Olmo: final report
Olmo Heritage Consortium & Dee, C. R., Dec 2017, Olmo: City Engineering Office. 66 p.
Research output: Book/Report › Report

Wool and Power
Bee, A. (ed.) & Dee, C. R. (ed.), 2023, Tartu: Olmo Press. 340 p.
Research output: Book/Report › Anthology › peer-review

Who paid for the wool?
Bee, A., Roe, B. & 6 others, Accepted/In press, In: Review of Local Felt.
Research output: Contribution to journal › Article › peer-review
"""


def test_the_line_of_people_date_and_place_names_its_fields() -> None:
    items = "".join(f"<li>{work.replace(chr(10), '<br>')}</li>" for work in WORKS.split("\n\n")[1:])
    for text, suffix in ((WORKS, ".txt"), (f"<h1>Anna Bee</h1><ul>{items}</ul>", ".html")):
        found = [parse(entry) for entry in extract(read_text(text, "x", suffix))]
        assert [mention.claim.title for mention in found] == [
            "Book review: C. Dee, The Wool Question",
            "Wool, taxes and Tartu: a panel study",
            "Condition of felt in Olmo: final report",
            "Wool and Power",
            "Who paid for the wool?",
        ]
        people = ["; ".join(map(str, mention.claim.author or mention.claim.editor)) for mention in found]
        assert people == [
            "A. Bee",
            "A. Bee",
            "Olmo Heritage Consortium; C. R. Dee",
            "A. Bee; C. R. Dee",
            "A. Bee; B. Roe",
        ]
        assert [mention.claim.year for mention in found] == [2022, 2024, 2017, 2023, None]
        assert [str(mention.kind) for mention in found][1:4] == ["preprint", "report", "book"]
        assert found[0].claim.container_title == "Journal of Gull Studies"


KINDS = """
Research output: Contribution to journal › Article › peer-review | article-journal
Research output: Contribution to journal › Conference article › peer-review | article-journal
Research output: Chapter in Book/Report/Conference proceeding › Chapter | chapter
Research output: Chapter in Book/Report/Conference proceeding › Conference contribution | paper-conference
Research output: Contribution to conference › Paper | paper-conference
Research output: Thesis › Doctoral Thesis | thesis
Research output: Book/Report › Book | book
Research output: Book/Report › Commissioned report | report
Research output: Patent | a patent
Publikation: Bog/antologi/afhandling/rapport › Ph.d.-afhandling › Forskning | thesis
Publikation: Bog/antologi/afhandling/rapport › Bog › Forskning | book
Publikation: Bog/antologi/afhandling/rapport › Rapport › Rådgivning | report
Publikation: Bidrag til bog/antologi › Bidrag til bog/antologi › Forskning | chapter
Publikation: Kapitel i bog/rapport/konferenceproceeding › Konferencebidrag i proceedings › Forskning | paper-conference
Publikation: Konferencebidrag › Paper › Forskning | paper-conference
Publikation: Bidrag til tidsskrift › Tidsskriftartikel › Forskning | article-journal
Forskningsoutput: Kapitel i bok/rapport/konferenshandling › Konferensbidrag | paper-conference
Forskningsoutput: Kapitel i bok/rapport/konferenshandling › Bokkapitel | chapter
Forskningsoutput: Avhandling › Doktorsavhandling (monografi) | thesis
Forskningsoutput: Bok/rapport › Antologi (redaktör) | book
Tutkimustuotos: Artikkeli kirjassa/konferenssijulkaisussa › Konferenssiartikkeli › Scientific | paper-conference
Tutkimustuotos: Artikkeli kirjassa/konferenssijulkaisussa › Kirjan luku › Scientific | chapter
Tutkimustuotos: Opinnäyte › Väitöskirja › Collection of Articles | thesis
Onderzoeksoutput: Proefschrift | thesis
Onderzoeksoutput: Hoofdstuk in Boek/Rapport/Congresprocedure › Hoofdstuk › Academic | chapter
Onderzoeksoutput: Boek/Rapport › Boek › Professioneel | book
Publikation: Beitrag in Buch/Bericht/Konferenzband › Konferenzbeitrag › Begutachtung | paper-conference
Publikation: Beitrag in Buch/Bericht/Konferenzband › Kapitel | chapter
Publikation: Qualifikationsarbeit › Dissertation | thesis
Publikation: Buch/Bericht › Sammelband | book
Producción científica: Capítulo del libro/informe/acta de congreso › Capítulo › revisión exhaustiva | chapter
Producción científica: Contribución a una revista › Artículo › revisión exhaustiva | article-journal
Publication scientifique: Contribution à une conférence › Papier | paper-conference
""".strip().split("\n")


@pytest.mark.parametrize("row", KINDS)
def test_a_class_means_the_same_in_every_language(row: str) -> None:
    kind, _, meant = row.partition(" | ")
    entry = Stretch(tuple(Line(text, 1, 0) for text in ("Wool in winter", "Bee, A. & Dee, C., 2021, Olmo.", kind)))
    found = from_portal(entry)
    assert found is not None
    assert dict(found.fields)["type"] == meant


def test_a_link_of_symplectics_is_no_author() -> None:
    text = "Journal articles\nBee A 2021, 'On wool in rivers', J. Felt, vol. 1, pp. 2-9.\nAuthor URL\nBee A. Felt as such. Olmo University Press; 2016\n"
    found = [parse(entry) for entry in extract(read_text(text, "x.txt", ".txt"))]
    assert [str(name) for mention in found for name in mention.claim.author] == ["A. Bee", "A. Bee"]


def test_one_author_in_full_before_a_year_and_a_colon_names_a_work() -> None:
    text = "Veröffentlichungen\n\nSchmidt, Karl-Heinz (2019): Wolle in Flüssen. Frankfurt am Main: Campus.\n"
    (entry,) = extract(read_text(text, "x.txt", ".txt"))
    claim = parse(entry).claim
    assert (claim.title, [str(name) for name in claim.author], claim.year) == (
        "Wolle in Flüssen",
        ["Karl-Heinz Schmidt"],
        2019,
    )


def test_an_office_at_a_journal_is_none_beside_works() -> None:
    text = "## 2019\n\nGull Studies (Journal)\\\nAnna Bee (Editor)\\\n2019 → …\\\nActivity: Editorial work › Editor\n"
    assert not extract(read_text(text, "x.md"))


def test_what_is_no_output_is_none() -> None:
    text = (
        "Aktiviteter\n\nGull Symposium 2023\nBee, A. (Speaker)\n14 Jun 2023 → 16 Jun 2023\nActivity: Participating in or"
        " organising an event › Participation in conference\n\nOlmo Wool Fund\nBee, A. (PI), Dee, C. (Participant)\n"
        "01/01/2021 → 31/12/2024\nProject: Research\n"
    )
    assert not extract(read_text(text, "x.txt", ".txt"))


def test_people_without_a_date_or_with_a_lone_name_stand_below_the_title() -> None:
    kind = "Research output: Contribution to journal › Article › peer-review"
    people = ("Anna Bee, Carla Dee", "Bee, A., Dee, C. & Eek, 2019")
    text = "Publications\n\n" + "\n\n".join(f"Felting by Night and in Winter\n{names}\n{kind}" for names in people)
    claims = [parse(entry).claim for entry in extract(read_text(text, "x.txt", ".txt"))]
    assert [claim.title for claim in claims] == ["Felting by Night and in Winter"] * 2
    assert [name.family for name in claims[0].author] == ["Bee", "Dee"]


@pytest.mark.parametrize(
    "heading",
    [
        "TEN MOST RELEVANT PUBLICATIONS",
        "Five most important papers",
        "Die 10 wichtigsten Publikationen",
        "Publicaciones más relevantes",
        "Pubblicazioni più rilevanti",
        "Cinq publications les plus significatives",
        "Vigtigste publikationer",
    ],
)
def test_a_heading_may_rank_what_it_lists(heading: str) -> None:
    assert reads_as_heading(heading)
    assert topic_of(heading) is Topic.PUBLICATIONS


def test_a_ranking_heading_in_the_paragraph_of_its_preface_ends_what_stood_before() -> None:
    text = (
        "FELLOWSHIPS AND AWARDS\n2016 Gull Medal\n\nTEN MOST RELEVANT PUBLICATIONS\nMy record has 52 papers, of which 19"
        " as last author.\n\n[1] Bee, A. & Dee, C. Wool maintains flocks in a cold valley. Gull Ecology 7, 812-825 (2023)."
        " This paper overturned what was believed.\n\nOTHER OUTPUTS\nSoftware: woolR, a package for wool (CRAN, 2021)."
    )
    found = [parse(entry) for entry in extract(read_text(text, "x.txt", ".txt")) if not entry.reason]
    assert [mention.claim.title for mention in found] == ["Wool maintains flocks in a cold valley"]


def anthology_row(number: str, title: str, people: list[str], volume: str = "") -> str:
    """A paper as the ACL Anthology's pages list it: buttons without a blank between, then title, people and volume."""
    button = '<a class="badge badge-primary align-middle mr-1" href=https://aclanthology.org/2021.gulls-1.'
    buttons = "".join(f"{button}{number}.{name}>{name}</a>" for name in ("pdf", "bib", "abs"))
    named = " | ".join(f"<a href=/people/x/>{name}</a>" for name in people)
    last = f"<br><a href=/volumes/2021.gulls-1/ class=font-italic>{volume}</a>" if volume else ""
    return (
        f'<p class="d-sm-flex align-items-stretch"><span class="d-block text-nowrap list-button-row">{buttons}</span>\n'
        f"<span class=d-block><strong><a class=align-middle href=/2021.gulls-1.{number}/>{title}</a></strong><br>"
        f"{named}{last}</span></p>\n"
    )


GULLS = "Proceedings of the Third Workshop on Gull Counting (GullCount 2021)"


@pytest.mark.parametrize(
    ("head", "volume"),
    [
        ("<title>Ann Bee - ACL Anthology</title><h2>Ann <b>Bee</b></h2><h4>2021</h4>", GULLS),
        (f"<h2>{GULLS}</h2><dl><dt>Year:</dt><dd>2021</dd></dl>", ""),
    ],
)
def test_the_anthology_sets_buttons_before_a_title_and_editors_behind_a_volume(head: str, volume: str) -> None:
    rows = [
        anthology_row("0", GULLS, ["Ann Bee", "Carl Dee"]),
        anthology_row(
            "1", "Felt in Cold Water: A Corpus of <span class=acl-fixed-case>W</span>ool", ["Ann Bee"], volume
        ),
        anthology_row("2", "Gulls at Noon", ["Eve Holm", "Ann Bee"], volume),
    ]
    document = read_text(f"<html>{head}{''.join(rows)}</html>", "x.html", ".html")
    claims = [parse(entry).claim for entry in extract(document) if not entry.reason]
    assert [claim.title for claim in claims] == [GULLS, "Felt in Cold Water: A Corpus of Wool", "Gulls at Noon"]
    assert [[name.family for name in claim.editor] for claim in claims] == [["Bee", "Dee"], [], []]
    assert [[name.family for name in claim.author] for claim in claims] == [[], ["Bee"], ["Holm", "Bee"]]
    assert {claim.year for claim in claims} == {2021}
    assert [claim.container_title for claim in claims] == ["", volume, volume]


def test_a_page_of_dblp_lists_volumes_behind_their_editors_and_sets_titles_apart() -> None:
    rows = [
        ("Ann Bee, Carl Dee", f"{GULLS}, Rieti, Italy, 10 June 2021.", "ACM 2021"),
        ("Ann Bee, Eve Holm", "Poster: Felt Considered Harmless.", "WoolSys Posters 2020"),
    ]
    page = "".join(
        f'<li class="entry"><cite itemprop="headline"><span itemprop="name">{people}</span>:<br>'
        f'<span class="title" itemprop="name">{title}</span> <a href="#">{venue}</a></cite></li>'
        for people, title, venue in rows
    )
    document = read_text(f"<html><h1>Ann Bee</h1><h2>2020 – today</h2><ul>{page}</ul></html>", "x.html", ".html")
    claims = [parse(entry).claim for entry in extract(document) if not entry.reason]
    assert [claim.title for claim in claims] == [title.rstrip(".") for _, title, _ in rows]
    assert [[name.family for name in claim.editor] for claim in claims] == [["Bee", "Dee"], []]
    assert [[name.family for name in claim.author] for claim in claims] == [[], ["Bee", "Holm"]]
    assert [claim.container_title for claim in claims] == ["ACM 2021", "WoolSys Posters 2020"]


@pytest.mark.parametrize(
    ("place", "publisher"),
    [("Berlin: Olmo Press", "Olmo Press"), ("Turin: Museum Press", "Museum Press"), ("Dublin: Olmo", "Olmo")],
)
def test_a_city_that_ends_in_in_is_whole(place: str, publisher: str) -> None:
    text = f"Anna Bee\n\nWool and Power\nBee, A. & Dee, C. R., 2020, {place}. 200 p.\nResearch output: Book/Report › Book\n"
    (mention,) = map(parse, extract(read_text(text, "x", ".txt")))
    assert (mention.claim.publisher, mention.claim.container_title) == (publisher, "")
