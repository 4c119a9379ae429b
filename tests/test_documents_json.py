"""JSON and YAML as services and Typst give them: one table of vocabularies, one engine."""

from __future__ import annotations

import json
import time

import pytest

from reconcile.documents import Document, read_text
from reconcile.extract import extract
from reconcile.mention import Mention
from reconcile.parse import parse

Said = tuple[str, list[str], int | None, str]


def mentions(document: Document) -> list[Mention]:
    return [parse(entry) for entry in extract(document) if not entry.reason]


def skipped(document: Document) -> list[tuple[str, str]]:
    return [(dict(entry.fields)["title"], str(entry.reason)) for entry in extract(document) if entry.reason]


def said(mention: Mention) -> Said:
    claim = mention.claim
    people = claim.author or claim.editor
    return claim.title, [str(name) for name in people], claim.year, claim.container_title


def given(value: object, suffix: str = ".json") -> Document:
    return read_text(json.dumps(value, indent=1), "x", suffix)


def orcid(title: str, kind: str = "journal-article", **more: object) -> dict[str, object]:
    return {
        "put-code": 7,
        "title": {"title": {"value": title}, "subtitle": None, "translated-title": None},
        "type": kind,
        "publication-date": {"year": {"value": "2019"}, "month": {"value": "03"}, "day": None},
        "journal-title": {"value": "Gull Letters"},
        "external-ids": {"external-id": [
            {"external-id-type": "issn", "external-id-value": "1234-5678"},
            {"external-id-type": "doi", "external-id-value": "10.1234/GULL.1"},
        ]},
        **more,
    }  # fmt: skip


def contributor(name: str | None, role: str | None = "author") -> dict[str, object]:
    return {"credit-name": {"value": name} if name else None, "contributor-attributes": {"contributor-role": role}}


BULK = {
    "bulk": [
        {"work": orcid("Gulls &amp; <i>Larus</i>", contributors={"contributor": [
            contributor("Rosa Kline"), contributor("Dee B", None), contributor(None), contributor("P. Ort", "editor")]})},
        {"error": {"response-code": 404, "developer-message": "404 Not Found: Work not found", "error-code": 9016}},
        {"work": orcid("A talk on gulls", "lecture-speech")},
        {"work": orcid("A page", "website", **{"journal-title": None, "external-ids": None})},
        {"work": {**orcid("Ears"), "title": {"title": {"value": "Ears"}, "subtitle": {"value": "Of owls"}},
                  "type": "book-chapter", "publication-date": None}},
    ]
}  # fmt: skip


def test_the_works_of_orcid_in_full() -> None:
    document = given(BULK)
    assert [said(mention) for mention in mentions(document)] == [
        ("Gulls & Larus", ["Rosa Kline", "B. Dee"], 2019, "Gull Letters"),
        ("Ears: Of owls", [], None, "Gull Letters"),
    ]
    assert skipped(document) == [("A talk on gulls", "a talk"), ("A page", "a web page")]
    assert mentions(document)[0].claim.identifiers[0].value == "10.1234/gull.1"
    (complaint,) = document.complaints
    assert complaint.endswith(
        "an error stands here in the place of a work (404 Not Found: Work not found); ask the service again"
    )


def test_of_the_summaries_of_one_work_the_preferred_is_read() -> None:
    record = {
        "person": {"name": {"given-names": {"value": "Rosa"}, "family-name": {"value": "Kline"}}},
        "activities-summary": {
            "fundings": {"group": [{"funding-summary": [{"put-code": 1, "title": {"title": {"value": "A grant"}}}]}]},
            "works": {
                "group": [{"work-summary": [orcid("Gulls"), orcid("GULLS.")]}, {"work-summary": [orcid("Owls")]}]
            },
        },
    }
    document = given(record)
    assert [said(mention)[0] for mention in mentions(document)] == ["Gulls", "Owls"]
    assert document.owner == "Rosa Kline"


OPENALEX = {
    "meta": {"count": 2},
    "results": [
        {
            "id": "https://openalex.org/W1", "doi": "https://doi.org/10.1234/owl.1", "title": None,
            "display_name": "Owls on roofs", "publication_year": 2021, "publication_date": "2021-05-01",
            "type": "article",
            "authorships": [{"author": {"display_name": "Rosa Kline"}, "raw_author_name": "Kline, R."},
                            {"author": {"display_name": None}, "raw_author_name": "Piet Ort"}],
            "primary_location": {"source": {"display_name": "Journal of Owls"}},
            "biblio": {"volume": "4", "issue": None, "first_page": "11", "last_page": "19"},
            "abstract_inverted_index": {"Owls": [0], "sit": [1]},
            "referenced_works": ["https://openalex.org/W2"],
        },
        {"display_name": "Front cover", "type": "paratext", "authorships": []},
        {"display_name": "Raw owls", "type": "dataset", "authorships": [{"author": {"display_name": "Rosa Kline"}}]},
    ],
}  # fmt: skip
CROSSREF = {
    "status": "ok",
    "message": {"items": [{
        "DOI": "10.1234/Owl.2", "type": "journal-article", "title": ["Owls"], "subtitle": ["A view"],
        "container-title": ["Journal of Owls"], "author": [{"given": "Rosa", "family": "Kline"}, {"name": "Owl Group"}],
        "issued": {"date-parts": [[2020, 3]]}, "page": "1-9", "volume": "3",
        "reference": [{"key": "a", "DOI": "10.1/x", "article-title": "Cited"}],
    }, {"DOI": "10.1234/j", "type": "journal", "title": ["Journal of Owls"]}]},
}  # fmt: skip
DBLP = {
    "result": {"hits": {"@total": "2", "hit": [
        {"info": {"authors": {"author": {"@pid": "1/2", "text": "Rosa Kline 0002"}}, "title": "Owl nets &amp; nests.",
                  "venue": "OWL", "pages": "1-4", "year": "2018", "type": "Conference and Workshop Papers",
                  "key": "conf/owl/Kline18", "ee": "https://doi.org/10.1234/owl.3", "url": "https://dblp.org/rec/x"}},
        {"info": {"authors": {"author": [{"text": "A. Bee"}, {"text": "C. Dee"}]}, "title": "Proc. Owls 2018.",
                  "year": "2018", "type": "Editorship", "key": "conf/owl/2018", "venue": "OWL"}},
    ]}}
}  # fmt: skip
DATACITE = {
    "data": [{"id": "10.1234/d", "type": "dois", "attributes": {
        "doi": "10.1234/d.1", "publicationYear": 2022, "publisher": "Nest Press",
        "dates": [{"date": "2023-05-04", "dateType": "Issued"}],
        "titles": [{"title": "Nests"}, {"title": "On roofs", "titleType": "Subtitle"},
                   {"title": "Nester", "titleType": "TranslatedTitle", "lang": "de"}],
        "creators": [{"name": "Kline, Rosa", "nameType": "Personal", "givenName": "Rosa", "familyName": "Kline"},
                     {"name": "Nest Survey", "nameType": "Organizational"}],
        "types": {"resourceTypeGeneral": "JournalArticle", "citeproc": "article-journal"},
        "container": {"title": "Journal of Nests", "volume": "2", "firstPage": "1", "lastPage": "3"},
    }}],
}  # fmt: skip
SCHOLAR = {
    "data": [{"paperId": "abc", "title": "Wings", "year": 2017, "venue": "", "journal": {"name": "Wing", "pages": "1 - 9"},
              "externalIds": {"DOI": "10.1234/w", "ArXiv": "1701.00001", "CorpusId": 5},
              "publicationTypes": ["Review", "JournalArticle"], "authors": [{"authorId": "1", "name": "Rosa Kline"}],
              "references": [{"paperId": "def", "title": "Cited", "authors": []}]}],
}  # fmt: skip
EUROPE = {
    "version": "6.9",
    "resultList": {"result": [
        {"id": "1", "source": "MED", "title": "Beaks.", "authorString": "Kline R, van Ort PJ.", "pubYear": "2016", "firstPublicationDate": "2015-12-20",
         "journalTitle": "Beak", "journalVolume": "3", "pageInfo": "5-9", "pubType": "journal article", "doi": "10.1234/b"},
        {"id": "2", "source": "PAT", "title": "A beak ring", "authorString": "Kline R.", "pubYear": "2015"},
        {"id": "3", "source": "PPR", "title": "Bills", "pubYear": "2020",
         "authorList": {"author": [{"fullName": "Kline R", "firstName": "Rosa", "lastName": "Kline"},
                                   {"collectiveName": "Bill Group"}]}},
    ]},
}  # fmt: skip
INSPIRE = {
    "hits": {"hits": [{"id": "1", "metadata": {
        "control_number": 1, "document_type": ["article"],
        "titles": [{"title": "Flight", "subtitle": "At dusk", "source": "x"}, {"title": "Flug"}],
        "authors": [{"full_name": "Kline, Rosa"}, {"full_name": "Ort, P.", "inspire_roles": ["editor"]}],
        "publication_info": [{"journal_title": "Phys.Owl", "journal_volume": "7", "year": 2014, "artid": "012"}],
        "dois": [{"value": "10.1234/f"}], "arxiv_eprints": [{"value": "1401.00002"}],
        "references": [{"reference": {"title": {"title": "Cited"}}}],
    }}]},
}  # fmt: skip
HAL = {
    "response": {"docs": [{"docid": "1", "title_s": ["Chouettes", "Owls"], "subTitle_s": ["La nuit"], "docType_s": "COMM",
                           "authFullName_s": ["Rosa Kline", "Jo Orme"], "conferenceTitle_s": "Nuits 2013",
                           "producedDateY_i": 2013}]},
}  # fmt: skip
ZOTERO = [
    {"key": "A", "data": {"key": "A", "itemType": "bookSection", "title": "Moults", "bookTitle": "Feathers",
                          "creators": [{"creatorType": "author", "firstName": "Rosa", "lastName": "Kline"},
                                       {"creatorType": "author", "name": "Feather Board"},
                                       {"creatorType": "editor", "firstName": "P.", "lastName": "Ort"}],
                          "date": "May 2012", "pages": "3-8"}},
    {"key": "B", "data": {"key": "B", "itemType": "attachment", "title": "Full Text PDF", "parentItem": "A"}},
    {"key": "C", "data": {"key": "C", "itemType": "presentation", "title": "A show", "creators": []}},
]  # fmt: skip


ADS = {
    "response": {"numFound": 2, "docs": [
        {"bibcode": "2021ApJ...909..123O", "title": ["The hearing of H<SUB>2</SUB> gulls"], "author": ["Kline, Rosa", "Ort, P."],
         "year": "2021", "pubdate": "2021-03-00", "pub": "The Astrophysical Journal", "volume": "909", "page": ["123"],
         "doctype": "article", "doi": ["10.1234/apj.1"],
         "identifier": ["2021ApJ...909..123O", "10.1234/apj.1", "arXiv:2101.01234"]},
        {"bibcode": "2020arXiv200100002K", "title": ["Ears"], "author": ["Kline, Rosa"], "pubdate": "2020-01-00",
         "pub": "arXiv e-prints", "doctype": "eprint", "identifier": ["arXiv:2001.00002", "2020arXiv200100002K"]},
        {"bibcode": "2019hst..prop15654K", "title": ["Owls from above"], "pubdate": "2019-05-00", "pub": "HST Proposal",
         "doctype": "proposal"},
    ]}
}  # fmt: skip
ZENODO = {
    "hits": {"hits": [
        {"id": 7, "doi": "10.5281/zenodo.7", "metadata": {
            "title": "Felt", "publication_date": "2020-05-01", "creators": [{"name": "Kline, Rosa", "affiliation": "Lund"}],
            "resource_type": {"type": "publication", "subtype": "article", "title": "Journal article"},
            "journal": {"title": "J Felt", "volume": "3", "pages": "1-9"}}},
        {"id": 8, "doi": "10.5281/zenodo.8", "metadata": {
            "title": "Felt, loose", "publication_date": "2021-05-01", "creators": [{"name": "Kline, Rosa"}],
            "resource_type": {"type": "dataset"}}},
    ]}
}  # fmt: skip


@pytest.mark.parametrize(
    ("answer", "expected", "reasons"),
    [
        (
            OPENALEX,
            [
                ("Owls on roofs", ["Rosa Kline", "Piet Ort"], 2021, "Journal of Owls"),
                ("Raw owls", ["Rosa Kline"], None, ""),
            ],
            [],
        ),
        (CROSSREF, [("Owls: A view", ["Rosa Kline", "Owl Group"], 2020, "Journal of Owls")], []),
        (
            DBLP,
            [("Owl nets & nests", ["Rosa Kline"], 2018, "OWL"), ("Proc. Owls 2018", ["A. Bee", "C. Dee"], 2018, "OWL")],
            [],
        ),
        (DATACITE, [("Nests: On roofs", ["Rosa Kline", "Nest Survey"], 2022, "Journal of Nests")], []),
        (SCHOLAR, [("Wings", ["Rosa Kline"], 2017, "Wing")], []),
        (
            EUROPE,
            [("Beaks", ["R. Kline", "P. J. van Ort"], 2016, "Beak"), ("Bills", ["Rosa Kline", "Bill Group"], 2020, "")],
            ["a patent"],
        ),
        (INSPIRE, [("Flight: At dusk", ["Rosa Kline"], 2014, "Phys.Owl")], []),
        (HAL, [("Chouettes: La nuit", ["Rosa Kline", "Jo Orme"], 2013, "Nuits 2013")], []),
        (ZOTERO, [("Moults", ["Rosa Kline", "Feather Board"], 2012, "Feathers")], ["a talk"]),
        (
            ADS,
            [
                ("The hearing of H2 gulls", ["Rosa Kline", "P. Ort"], 2021, "The Astrophysical Journal"),
                ("Ears", ["Rosa Kline"], 2020, "arXiv e-prints"),
            ],
            ["a grant"],
        ),
        (ZENODO, [("Felt", ["Rosa Kline"], 2020, "J Felt"), ("Felt, loose", ["Rosa Kline"], 2021, "")], []),
    ],
    ids=[
        "OpenAlex",
        "Crossref",
        "DBLP",
        "DataCite",
        "Semantic Scholar",
        "Europe PMC",
        "INSPIRE",
        "HAL",
        "Zotero",
        "ADS",
        "Zenodo",
    ],
)
def test_the_works_of_an_answer(answer: object, expected: list[Said], reasons: list[str]) -> None:
    document = given(answer)
    assert [said(mention) for mention in mentions(document)] == expected
    assert [reason for _, reason in skipped(document)] == reasons
    assert document.complaints == ()
    lines = json.dumps(answer, indent=1).split("\n")
    for mention in mentions(document):
        assert mention.text == "\n".join(lines[mention.first - 1 : mention.last])


def test_identifiers_and_kinds_are_those_of_the_service() -> None:
    (wings,) = mentions(given(SCHOLAR))
    assert {str(one) for one in wings.claim.identifiers} == {"doi:10.1234/w", "arxiv:1701.00001"}
    (owls,) = mentions(given(CROSSREF))
    assert (owls.kind, owls.claim.page, owls.claim.volume) == ("article-journal", "1-9", "3")
    assert mentions(given(EUROPE))[1].kind == "preprint"
    published, preprint = mentions(given(ADS))
    assert [str(one) for one in published.claim.identifiers] == ["doi:10.1234/apj.1", "arxiv:2101.01234"]
    assert (published.kind, published.claim.page, preprint.kind) == ("article-journal", "123", "preprint")
    felt, loose = mentions(given(ZENODO))
    assert [str(one) for one in felt.claim.identifiers] == ["doi:10.5281/zenodo.7"]
    assert (felt.kind, felt.claim.volume, felt.claim.page, loose.kind) == ("article-journal", "3", "1-9", "dataset")
    kept = {"itemType": "preprint", "title": "Moults", "archiveID": "arXiv:2001.00002", "creators": []}
    assert [str(one) for one in mentions(given([kept]))[0].claim.identifiers] == ["arxiv:2001.00002"]


@pytest.mark.parametrize(
    ("more", "kind"),
    [
        ({"type_crossref": "proceedings-article"}, "paper-conference"),
        ({"primary_location": {"source": {"display_name": "Owls at Dusk", "type": "conference"}}}, "paper-conference"),
        ({"type_crossref": "journal-article"}, "article-journal"),
        ({"type_crossref": "journal-article", "type": "preprint"}, "preprint"),
        ({"type": "letter"}, "article-journal"),
    ],
)
def test_what_openalex_calls_an_article_may_be_a_paper(more: dict[str, object], kind: str) -> None:
    place = {"primary_location": {"source": {"display_name": "Owls at Dusk", "type": "journal"}}}
    work = {**OPENALEX["results"][0], **place, **more}  # type: ignore[index]
    assert mentions(given(work))[0].kind == kind


def test_the_venue_of_a_paper_counts_before_the_place_of_its_preprint() -> None:
    work = {
        **SCHOLAR["data"][0],
        "venue": "Neural Wing Systems",
        "journal": {"name": "ArXiv", "volume": "abs/1701.00001"},
    }  # type: ignore[index]
    assert said(mentions(given(work))[0])[3] == "Neural Wing Systems"


def test_a_list_of_authors_that_the_service_cut_has_others() -> None:
    work = OPENALEX["results"][0]  # type: ignore[index]
    many = [{"author": {"display_name": f"Ann Bee{'x' * at}"}} for at in range(100)]
    (mention,) = mentions(given({**work, "authorships": many}))
    assert (len(mention.claim.author), mention.claim.author_et_al) == (100, True)


@pytest.mark.parametrize(
    ("row", "people"),
    [
        ("García-López MÁ, Bee A.", ["M. Á. García-López", "A. Bee"]),
        ("Bee A, van Dee CD, Wool Group.", ["A. Bee", "C. D. van Dee", "Wool Group"]),
        ("Bee A, Dee C Jr, Roe B.", ["A. Bee", "C. Dee Jr.", "B. Roe"]),
        ("Bee A; Felt and Wool Panel", ["A. Bee", "Felt and Wool Panel"]),
        ("Kline, Rosa M", ["Rosa M. Kline"]),
        ("Food and Agriculture Organization", ["Food and Agriculture Organization"]),
    ],
)
def test_a_row_of_authors_is_taken_apart(row: str, people: list[str]) -> None:
    work = {"source": "MED", "title": "Beaks", "pubYear": "2016", "authorString": row}
    assert said(mentions(given({"resultList": {"result": [work]}}))[0])[1] == people


def test_the_identifiers_of_the_book_are_not_those_of_its_chapter() -> None:
    listed = [
        {"external-id-type": kind, "external-id-value": value, "external-id-relationship": how}
        for kind, value, how in (
            ("doi", "10.1234/book", "part-of"),
            ("doi", "10.1234/chapter", "self"),
            ("isbn", "9780306406157", "part-of"),
        )
    ]
    (chapter,) = mentions(given(orcid("Ears", "book-chapter", **{"external-ids": {"external-id": listed}})))
    assert [str(one) for one in chapter.claim.identifiers] == ["doi:10.1234/chapter"]


def test_an_institution_in_csl_keeps_its_and() -> None:
    people = [{"literal": "Department of Wool and Felt Services"}, {"family": "Kline", "given": "Rosa"}]
    typed = [{"literal": "Rosa Kline and Jo Orme"}]
    works = [{"type": "report", "title": "Owls", "author": authors} for authors in (people, typed)]
    assert [said(mention)[1] for mention in mentions(given(works))] == [
        ["Department of Wool and Felt Services", "Rosa Kline"],
        ["Rosa Kline", "Jo Orme"],
    ]


def test_only_hals_label_of_a_work_is_a_reference() -> None:
    label = "Rosa Kline, Jo Orme. Owls at night. Journal of Owls, 2001, 40 (9), pp.85-88."
    (mention,) = mentions(given({"response": {"docs": [{"docid": 19, "uri_s": "https://hal/1", "label_s": label}]}}))
    assert mention.claim.title == "Owls at night"


def test_lines_of_json_are_read_and_broken_ones_are_told() -> None:
    text = "\n".join([json.dumps(orcid("Gulls")), "", "{broken", json.dumps({"title": "Owls", "author": "A. Bee"})])
    document = read_text(text, "x", ".jsonl")
    assert [block.first for block in document.blocks] == [1]  # beside a service's works all else is the service's
    assert document.complaints == (
        "x, line 3: 1 lines are no JSON and are left out, the first of them here; mend them",
    )
    csl = "\n".join(
        json.dumps({"type": "book", "title": name, "author": [{"family": "Bee"}]}) for name in ("Owls", "Gulls")
    )
    assert [(mention.claim.title, mention.first) for mention in mentions(read_text(csl, "x", ".ndjson"))] == [
        ("Owls", 1),
        ("Gulls", 2),
    ]


def test_json_that_breaks_off_is_read_up_to_there() -> None:
    whole = json.dumps(
        {"results": [OPENALEX["results"][0], {**OPENALEX["results"][0], "display_name": "Cut"}]}, indent=1
    )  # type: ignore[index]
    document = read_text(whole[: whole.rindex("Piet")], "x", ".json")
    assert [said(mention)[0] for mention in mentions(document)] == ["Owls on roofs"]
    (complaint,) = document.complaints
    assert complaint.endswith("this JSON breaks off and was read up to there; export it anew")
    assert read_text("[", "x", ".json").complaints[0].endswith("was read as plain text; mend the line")


def test_works_without_a_title_are_told() -> None:
    document = given([orcid("Gulls"), {**orcid(""), "title": None}, {**orcid(""), "title": []}])
    assert [said(mention)[0] for mention in mentions(document)] == ["Gulls"]
    assert document.complaints == (
        "x, line 37: 2 works without a title are left out, the first of them here; look at it",
    )


WRONG = [None, 7, -1e999, True, "", "text", [], {}, [[]], [None], [{}], {"value": {"value": {}}}, {"": ""}, "\ud800"]


@pytest.mark.parametrize("wrong", WRONG, ids=repr)
@pytest.mark.parametrize(
    "answer", [BULK, OPENALEX, CROSSREF, DBLP, DATACITE, SCHOLAR, EUROPE, INSPIRE, HAL, ZOTERO, ADS, ZENODO]
)
def test_values_of_any_type_anywhere_are_read(answer: object, wrong: object) -> None:
    for value in _replaced(answer, wrong):
        mentions(given(value))


def _replaced(value: object, wrong: object) -> list[object]:
    """A value with one of its parts replaced, for each of its parts."""
    if isinstance(value, dict):
        inner = [{**value, key: other} for key, child in value.items() for other in _replaced(child, wrong)]
        return [wrong, *inner]
    if isinstance(value, list):
        return [
            wrong,
            *(
                [*value[:at], other, *value[at + 1 :]]
                for at, child in enumerate(value)
                for other in _replaced(child, wrong)
            ),
        ]
    return [wrong]


def test_hostile_answers_are_bounded() -> None:
    work = json.dumps(SCHOLAR["data"][0])
    started = time.process_time()
    for text in (
        "[" * 90 + work + "]" * 90,
        "[" * 5000 + work,
        work.replace('"year": 2017', '"year": ' + "9" * 100_000),
        "{" + '"title": "a",' * 50_000 + work[1:],
        '{"paperId": "a", "title": "b", "authors": [' + ",".join(['{"name": "A. Bee"}'] * 20_000) + "]}",
    ):
        read_text(text, "x", ".json")
    assert time.process_time() - started < 30
    doubled = read_text(
        '{"paperId": "a", "title": "", "title": "Wings", "authors": [{"name": "A. Bee"}]}', "x", ".json"
    )
    assert [said(mention)[0] for mention in mentions(doubled)] == ["Wings"]


TYPST = """
kline-gulls:
  type: Article
  title: {value: Gulls & {Larus}, verbatim: true, short: Gulls}
  author:
    - name: Kline
      given-name: Rosa
      prefix: von der
    - "Ort, P."
    - et al.
  page-range: 5-9
  serial-number: {doi: 10.1234/g.1}
  parent:
    - {type: Repository, title: BirdXiv}
    - type: Periodical
      title: {value: Gull Letters}
      volume: 4
      date: 2011-04
kline-owls:
  type: chapter
  title: Owls
  author: Kline, Rosa
  parent: {title: Night Birds, editor: ["Ort, P."], date: 2010, publisher: {name: Nest, location: Oslo}}
kline-diss: {type: Thesis, title: Ears, author: "Kline, Rosa", date: 2005, organization: Univ. of Utopia}
page: {type: Web, title: A page, author: "Kline, Rosa", url: {value: "https://e.org", date: 2020-01-01}}
ring: {type: Patent, title: A ring, author: "Kline, Rosa", date: 1999}
song: {type: Performance, title: A song, author: "Kline, Rosa", date: 2000}
""".replace("{value: Gulls & {Larus}", '{value: "Gulls & {Larus}"')


def test_the_entries_of_typst() -> None:
    document = read_text(TYPST, "refs", ".yml")
    assert [said(mention) for mention in mentions(document)] == [
        ("Gulls & Larus", ["Rosa von der Kline", "P. Ort"], 2011, "Gull Letters"),
        ("Owls", ["Rosa Kline"], 2010, "Night Birds"),
        ("Ears", ["Rosa Kline"], 2005, "Univ. of Utopia"),
    ]
    gulls, owls, ears = mentions(document)
    assert (gulls.kind, gulls.claim.author_et_al, gulls.claim.volume, gulls.claim.page) == (
        "article-journal",
        True,
        "4",
        "5-9",
    )
    assert (str(owls.claim.editor[0]), owls.claim.publisher, ears.kind) == ("P. Ort", "Nest", "thesis")
    assert skipped(document) == [
        ("A page", "a web page"),
        ("A ring", "a patent"),
        ("A song", "a performance"),
    ]


def test_a_site_s_own_yaml_is_not_typsts() -> None:
    text = "bee:\n  title: Wool\n  authors: A. Bee\n  venue: Proc. Wool\n  year: 2020\n  type: article\n"
    (mention,) = mentions(read_text(text, "x", ".yml"))
    assert said(mention) == ("Wool", ["A. Bee"], 2020, "Proc. Wool")
