"""DBLP: what its three services say, what is asked of them, and what happens when one of them does not answer."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sources import Answer, Dblp, Identifier, Manners, MemoryStore, Scheme, Unavailable
from sources.dblp import read, read_record, read_sparql
from sources.dblp.query import sparql_keys, sparql_search, steps
from sources.dblp.read import NotDblp
from sources.polite import Blocked, Payload
from sources.record import Date, Name, Record, Relation, Type
from tests.answering import Asked, Canned, answering

HURRY = Manners(mailto="me@example.org", tries=2, timeout=0.5, hurry=True)
TITLE = "Ethos: Rectifying Language Models in Orthogonal Parameter Space"
INFO: dict[str, object] = {
    "authors": {"author": [{"@pid": "1/1", "text": "Lei Gao 0001"}, {"@pid": "1/2", "text": "Yue Niu"}]},
    "title": TITLE + ".",
    "venue": "NAACL-HLT (Findings)",
    "pages": "2054-2068",
    "year": "2024",
    "type": "Conference and Workshop Papers",
    "access": "open",
    "key": "conf/naacl/GaoNTAA24",
    "doi": "10.18653/V1/2024.FINDINGS-NAACL.132",
    "ee": "https://doi.org/10.18653/v1/2024.findings-naacl.132",
    "url": "https://dblp.org/rec/conf/naacl/GaoNTAA24",
}


def hits(*infos: dict[str, object]) -> bytes:
    listed: dict[str, object] = {"@total": str(len(infos)), "@computed": "0", "@sent": str(len(infos)), "@first": "0"}
    if infos:
        listed["hit"] = [{"@score": "9", "@id": str(place), "info": info} for place, info in enumerate(infos)]
    return json.dumps({"result": {"query": "x", "status": {"@code": "200", "text": "OK"}, "hits": listed}}).encode()


def info(**fields: object) -> Record:
    (found,) = read(Payload(hits(INFO | fields))).records
    return found


# --- Reading the search ---------------------------------------------------------------------------------------


def test_a_hit() -> None:
    found = info()
    assert found.title == TITLE
    assert found.author == (Name("Gao", "Lei"), Name("Niu", "Yue"))
    assert found.container_title == "NAACL-HLT (Findings)"
    assert (found.type, found.issued, found.page) == (Type.PAPER, Date(2024), "2054-2068")
    assert (found.source, found.key) == ("dblp", "conf/naacl/GaoNTAA24")
    assert [str(identifier) for identifier in found.identifiers] == [
        "doi:10.18653/v1/2024.findings-naacl.132",
        "dblp:conf/naacl/GaoNTAA24",
        "acl:2024.findings-naacl.132",
    ]


@pytest.mark.parametrize(
    ("authors", "names"),
    [
        ({"author": {"@pid": "1", "text": "Wei Zhang 0001"}}, ["Wei Zhang"]),
        ({"author": [{"text": "Wei Zhang 0001"}, {"text": "Bo Li"}]}, ["Wei Zhang", "Bo Li"]),
        ({"author": "Bo Li"}, ["Bo Li"]),
        ({"author": {"text": "Jos&eacute; P&apos;tit"}}, ["José P'tit"]),
        ({}, []),
        (None, []),
    ],
)
def test_authors(authors: object, names: list[str]) -> None:
    assert [str(name) for name in info(authors=authors).author] == names


@pytest.mark.parametrize(
    ("title", "read_as"),
    [
        ("A Title.", "A Title"),
        ("A Title", "A Title"),
        ("Who Knows?", "Who Knows?"),
        ("And so on...", "And so on..."),
        ("Search &amp; Rescue: P&apos;s.", "Search & Rescue: P's"),
        (r"On \(\ell_1\) Norms.", "On ℓ1 Norms"),
        (r"$\(\beta\)3$-VAE of Cats.", "β3-VAE of Cats"),
        (r"Cats in L\({}_{\mbox{{\(\infty\)}}}\)-Norms.", "Cats in L∞-Norms"),
        (r"Cats via L_{p, inf} Operators on {-1, +1}.", "Cats via Lp, inf Operators on {-1, +1}"),
        (r"Cats in n\({}_{\mbox{\{2+o(1)\}}}\) Time.", "Cats in n2+o(1) Time"),
        ({"@bibtex": "x", "text": "A Title."}, "A Title"),
    ],
)
def test_title(title: object, read_as: str) -> None:
    assert info(title=title).title == read_as


@pytest.mark.parametrize(
    ("key", "kind", "read_as"),
    [
        ("conf/naacl/GaoNTAA24", "Conference and Workshop Papers", Type.PAPER),
        ("journals/tpds/X23", "Journal Articles", Type.ARTICLE),
        ("journals/corr/abs-2403-08994", "Informal and Other Publications", Type.PREPRINT),
        ("journals/corr/abs-2403-08994", "Journal Articles", Type.PREPRINT),
        ("journals/corr/KingmaB14", "Conference and Workshop Papers", Type.PAPER),
        ("conf/aaai/X24", "Informal and Other Publications", Type.PAPER),
        ("series/lncs/X24", "Parts in Books or Collections", Type.CHAPTER),
        ("books/sp/X24", "Books and Theses", Type.BOOK),
        ("phd/dnb/X24", "Books and Theses", Type.THESIS),
        ("reference/ml/X24", "Reference Works", Type.CHAPTER),
        ("data/10/X24", "Data and Artifacts", Type.DATASET),
        ("tr/ibm/X24", "Something New", Type.OTHER),
    ],
)
def test_type(key: str, kind: str, read_as: Type) -> None:
    assert info(key=key, type=kind).type is read_as


def test_editors_of_proceedings_are_no_authors() -> None:
    found = info(type="Editorship")
    assert (found.author, [name.family for name in found.editor]) == ((), ["Gao", "Niu"])


@pytest.mark.parametrize(
    ("fields", "identifiers"),
    [
        pytest.param(
            {"key": "journals/corr/abs-2403-08994", "volume": "abs/2403.08994", "doi": "10.48550/ARXIV.2403.08994"},
            {"arxiv:2403.08994", "doi:10.48550/arxiv.2403.08994", "dblp:journals/corr/abs-2403-08994"},
            id="CoRR is arXiv",
        ),
        pytest.param(
            {"key": "journals/corr/KingmaB14", "volume": "abs/1412.6980"},
            {"arxiv:1412.6980", "doi:10.48550/arxiv.1412.6980", "dblp:journals/corr/KingmaB14"},
            id="also where its key does not say so",
        ),
        pytest.param(
            {"key": "journals/corr/cs-0112017", "ee": "https://arxiv.org/abs/cs/0112017"},
            {"arxiv:cs/0112017", "doi:10.48550/arxiv.cs/0112017", "dblp:journals/corr/cs-0112017"},
            id="and of old",
        ),
        pytest.param(
            {"key": "conf/icml/HeX21", "ee": ["http://proceedings.mlr.press/v139/he21a.html", "https://arxiv.org/abs/2101.00001"]},
            {"pmlr:v139/he21a", "dblp:conf/icml/HeX21"},
            id="a preprint beside a paper is another publication",
        ),
        pytest.param({"key": "unseen/aep-2017"}, set(), id="a key that is none of DBLP's names nothing"),
    ],
)  # fmt: skip
def test_identifiers(fields: dict[str, object], identifiers: set[str]) -> None:
    found = info(**{"doi": "", "ee": []} | fields)
    assert {str(identifier) for identifier in found.identifiers} == identifiers
    assert found.key == fields["key"]


@pytest.mark.parametrize(
    ("venue", "container"),
    [("SafeAI@AAAI", "SafeAI@AAAI"), (["ICDAR", "LNCS"], "ICDAR"), ("ACM &amp; IEEE", "ACM & IEEE"), (None, "")],
)
def test_venue(venue: object, container: str) -> None:
    assert info(venue=venue).container_title == container


@pytest.mark.parametrize(("year", "issued"), [("2024", Date(2024)), (2024, Date(2024)), ("", None), ("in press", None)])
def test_year(year: object, issued: Date | None) -> None:
    assert info(year=year).issued == issued


def test_a_withdrawn_paper_says_so() -> None:
    found = info(
        key="journals/corr/abs-2403-08994", type="Withdrawn Items", doi="", ee="https://arxiv.org/abs/2403.08994"
    )
    assert [(relation.kind, relation.direction) for relation in found.relations] == [("withdrawal", "by")]


def test_no_hits_is_an_answer() -> None:
    assert read(Payload(hits())) == Answer()


def test_a_single_hit_may_stand_alone() -> None:
    body = json.loads(hits(INFO))
    body["result"]["hits"]["hit"] = body["result"]["hits"]["hit"][0]
    assert len(read(Payload(json.dumps(body).encode())).records) == 1


def test_a_hit_without_title_is_unread() -> None:
    assert read(Payload(hits(INFO | {"title": ""}, INFO))).unread == ("dblp conf/naacl/GaoNTAA24: no title",)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"null",
        b"{}",
        b'{"result": {}}',
        b'{"result": {"hits": {}}}',
        b'{"result": {"hits": {"@total": "x"}}}',
        b'{"result": {"hits": {"@total": "3", "@sent": "3"}}}',
        hits(INFO)[:-20],
        b"<html>",
        b"[" * 100_000,
        b"\xff\xfe",
    ],
)
def test_what_is_not_the_search_is_said_to_be_none(body: bytes) -> None:
    with pytest.raises(NotDblp):
        read(Payload(body))


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["text", "author", "x"]), inner),
    max_leaves=5,
)


@given(st.dictionaries(st.sampled_from(sorted(INFO)), _VALUES))
@settings(deadline=None)
def test_no_shape_of_a_field_is_an_error(fields: dict[str, object]) -> None:
    answer = read(Payload(hits(INFO | fields)))
    assert len(answer.records) + len(answer.unread) == 1


# --- Reading a record -----------------------------------------------------------------------------------------

RECORD = """<?xml version="1.0" encoding="US-ASCII"?>
<dblp><inproceedings key="conf/naacl/GaoNTAA24" mdate="2024-08-29">
<author pid="1/1">Lei Gao 0001</author><author>Ren&eacute; M&#252;ller</author>
<title>Ethos: <i>Rectifying</i> H<sub>2</sub>O &amp; More.</title><pages>2054-2068</pages><year>2024</year>
<booktitle>NAACL-HLT (Findings)</booktitle><ee type="oa">https://doi.org/10.18653/v1/2024.findings-naacl.132</ee>
<crossref>conf/naacl/2024f</crossref><url>db/conf/naacl/naacl2024f.html#GaoNTAA24</url>
</inproceedings></dblp>"""


def one(xml: str) -> Record:
    (found,) = read_record(Payload(xml.encode())).records
    return found


def test_a_record() -> None:
    found = one(RECORD)
    assert found.title == "Ethos: Rectifying H2O & More"
    assert [str(name) for name in found.author] == ["Lei Gao", "René Müller"]
    assert (found.type, found.container_title, found.page) == (Type.PAPER, "NAACL-HLT (Findings)", "2054-2068")
    assert found.identifiers[0] == Identifier(Scheme.DOI, "10.18653/v1/2024.findings-naacl.132")


@pytest.mark.parametrize(
    ("opening", "closing", "read_as"),
    [
        ('<article key="journals/tpds/X23">', "</article>", Type.ARTICLE),
        ('<article key="journals/corr/abs-2403-08994" publtype="informal">', "</article>", Type.PREPRINT),
        ('<phdthesis key="phd/dnb/X24">', "</phdthesis>", Type.THESIS),
        ('<book key="books/sp/X24">', "</book>", Type.BOOK),
        ('<incollection key="reference/ml/X24" publtype="encyclopedia">', "</incollection>", Type.CHAPTER),
        ('<data key="data/10/X24">', "</data>", Type.DATASET),
    ],
)
def test_type_of_a_record(opening: str, closing: str, read_as: Type) -> None:
    assert one(f"<dblp>{opening}<title>T.</title><year>2024</year>{closing}</dblp>").type is read_as


def test_a_person_is_no_publication() -> None:
    answer = read_record(
        Payload(b'<dblp><www key="homepages/1/1"><author>A</author><title>Home Page</title></www></dblp>')
    )
    assert answer == Answer(unread=("dblp homepages/1/1: a person's page, not a publication",))


def test_a_withdrawn_record_says_so() -> None:
    found = one(
        '<dblp><article key="journals/corr/abs-2403-08994" publtype="withdrawn"><title>T.</title></article></dblp>'
    )
    key = Identifier(Scheme.DBLP, "journals/corr/abs-2403-08994")
    assert found.relations == (Relation("withdrawal", key, "by", "dblp"),)


def test_a_key_that_is_not_known() -> None:
    assert read_record(Payload(b"", empty=True)) == Answer()


@pytest.mark.parametrize("body", ["", "<html><p>x</p></html>", "<dblp><article", "text", "<dblp>&nobodyknows</dblp>"])
def test_what_is_no_record_is_said_to_be_none(body: str) -> None:
    with pytest.raises(NotDblp):
        read_record(Payload(body.encode()))


def test_entities_are_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("secret words")
    laughs = "".join(f'<!ENTITY l{place} "{f"&l{place - 1};" * 10}">' for place in range(1, 12))
    body = (
        f'<!DOCTYPE dblp [<!ENTITY own SYSTEM "{secret.as_uri()}"><!ENTITY l0 "ha">{laughs}]>'
        '<dblp><article key="journals/x/Y24"><title>T &own; &l11;</title></article></dblp>'
    )
    title = one(body).title
    assert "secret" not in title
    assert "haha" not in title


# --- Reading SPARQL -------------------------------------------------------------------------------------------


def binding(**values: object) -> dict[str, dict[str, str]]:
    return {name: {"type": "literal", "value": str(value)} for name, value in values.items()}


def bindings(*rows: dict[str, dict[str, str]]) -> bytes:
    return json.dumps({"head": {"vars": []}, "results": {"bindings": rows}}).encode()


def row(key: str = "conf/naacl/GaoNTAA24", **values: object) -> dict[str, dict[str, str]]:
    schema = "https://dblp.org/rdf/schema#"
    known = {"publ": f"https://dblp.org/rec/{key}", "type": f"{schema}Inproceedings", "title": TITLE + "."}
    return binding(
        **known | {"year": 2024, "venue": "NAACL-HLT (Findings)", "ordinal": 1, "name": "Lei Gao 0001"} | values
    )


def test_rows_of_one_publication_make_one_record() -> None:
    schema = "https://dblp.org/rdf/schema#"
    body = bindings(
        row(ordinal=10, name="Zoe Last"),
        row(ordinal=2, name="Yue Niu"),
        row(),
        row(type=f"{schema}Publication"),
        row(key="journals/corr/abs-2403-08994", type=f"{schema}Informal", venue="CoRR", volume="abs/2403.08994"),
        row(doi="https://doi.org/10.18653/V1/2024.FINDINGS-NAACL.132"),
    )
    paper, preprint = read_sparql(Payload(body)).records
    assert [str(name) for name in paper.author] == ["Lei Gao", "Yue Niu", "Zoe Last"]
    assert (paper.type, paper.title, paper.issued) == (Type.PAPER, TITLE, Date(2024))
    assert (preprint.type, preprint.container_title) == (Type.PREPRINT, "CoRR")
    assert preprint.identifier(Scheme.ARXIV) == "2403.08994"


@pytest.mark.parametrize("body", [b"", b"{}", b"<html>", b'{"results": {"bindings": [7]}}', b'{"exception": "x"}'])
def test_what_is_not_sparql_is_said_to_be_none(body: bytes) -> None:
    with pytest.raises(NotDblp):
        read_sparql(Payload(body))


# --- The words that are asked for -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "author", "queries"),
    [
        pytest.param(
            TITLE,
            ["Gao", "Niu", "Annavaram"],
            [
                "ethos rectifying language models orthogonal parameter space",
                "ethos gao",
                "rectifying orthogonal parameter annavaram",
            ],
            id="all words; its name and the first author; the rarest others and the last",
        ),
        pytest.param(
            "Towards Efficient Indexing of Arbitrary Similarity",
            ["Pagh", "Silvestri"],
            [
                "efficient indexing arbitrary similarity",
                "arbitrary similarity pagh",
                "efficient indexing silvestri",
            ],
            id="without a name, halves that share no word",
        ),
        pytest.param(
            "AI: A Survey of Memristor Crossbars",
            [],
            ["ai survey memristor crossbars", "survey memristor", "ai crossbars"],
            id="two letters are no name",
        ),
        pytest.param(
            "3D: Survey of Crossbars",
            ["Ó Súilleabháin"],
            ["3d survey crossbars", "3d suilleabhain", "survey crossbars suilleabhain"],
            id="a digit is one; two words are too few to stand alone",
        ),
        pytest.param(
            "Ethos: Rectifying Models in Orthogonal Space",
            ["Gao"],
            ["ethos rectifying models orthogonal space", "ethos gao", "rectifying models orthogonal"],
            id="three are not, where there is no second author",
        ),
        pytest.param(
            "Schrödinger's Cat|Dog -mice “1TnR-based” ReRAM$ in C++",
            [],
            ["schrodinger cat dog mice 1tnr based reram", "schrodinger mice 1tnr", "cat based reram"],
            id="nothing that DBLP reads as an operator; digits and mixed case are rare",
        ),
        pytest.param("{T}ext-{T}o-4{D} Widgets", [], ["text 4d widgets", "text 4d"], id="BibTeX's braces"),
        pytest.param("Widgets", ["Li"], ["widgets", "widgets li"], id="one word"),
        pytest.param("On the", [], ["on the", "the"], id="nothing but stop words"),
        pytest.param("C", [], ["c"], id="one letter"),
        pytest.param("?!", ["Gao"], [], id="no word at all"),
        pytest.param(
            " ".join(f"word{number:02}" for number in range(40)),
            [],
            [
                " ".join(f"word{number:02}" for number in range(12)),
                "word00 word02 word04",
                "word01 word03 word05",
            ],
            id="no more than twelve",
        ),
    ],
)
def test_steps(title: str, author: list[str], queries: list[str]) -> None:
    assert [str(query) for query in steps(title, author)] == queries


@given(st.text(max_size=200), st.lists(st.text(max_size=20), max_size=3))
def test_queries_are_words_and_few(title: str, author: list[str]) -> None:
    queries = steps(title, author)
    assert len(queries) <= 3
    assert all(word.isalnum() for query in queries for word in query.title + query.author)


def test_sparql_asks_for_the_same() -> None:
    query = sparql_search(steps("AI Ethos: A View of Orthogonal Space", ["Gao"])[1])
    assert 'ql:contains-word "ai ethos*"' in query
    assert 'FILTER(CONTAINS(LCASE(?family0), "gao"))' in query
    assert "<https://dblp.org/rec/conf/a/B1> <https://dblp.org/rec/conf/c/D2>" in sparql_keys(
        ["conf/a/B1", "conf/c/D2"]
    )


# --- Asking ---------------------------------------------------------------------------------------------------

WALL = Canned(b"<!doctype html><title>Making sure you're not a bot!</title>", 200, "text/html")


def dblp(address: str) -> Dblp:
    return Dblp(base_url=address, manners=HURRY, store=MemoryStore())


def serve(
    search: Callable[[str], Canned] = lambda query: Canned(hits()),
    record: Callable[[str], Canned] = lambda key: Canned(status=404),
    sparql: Callable[[str], Canned] = lambda query: Canned(status=503),
) -> Callable[[Asked], Canned]:
    def answer(asked: Asked) -> Canned:
        if asked.path == "/sparql":
            return sparql(asked.query["query"])
        if asked.path == "/search/publ/api":
            return search(asked.query["q"])
        return record(asked.path.removeprefix("/rec/").removesuffix(".xml"))

    return answer


@pytest.mark.parametrize("found_at", [1, 2, 3, None])
def test_search_goes_on_until_something_is_found(found_at: int | None) -> None:
    queries = [str(query) for query in steps(TITLE, ["Gao"])]

    def search(query: str) -> Canned:
        return Canned(hits(INFO)) if found_at and query == queries[found_at - 1] else Canned(hits())

    with answering(serve(search)) as server:
        answer = dblp(server.address).search(title=TITLE, author=["Gao"], year=1999)
    assert len(answer.records) == (1 if found_at else 0)
    assert [asked.query["q"] for asked in server.asked] == queries[: found_at or 3]
    assert {(asked.query["format"], asked.query["h"], asked.query["c"]) for asked in server.asked} == {
        ("json", "30", "0")
    }


def test_no_title_asks_nobody() -> None:
    with answering(serve()) as server:
        assert dblp(server.address).search(title="…", author=["Gao"]) == Answer()
    assert server.asked == []


def test_look_up_by_key_and_by_arxiv_id() -> None:
    known = {
        "conf/naacl/GaoNTAA24": Canned(RECORD.encode(), media_type="text/xml"),
        "journals/corr/abs-2403-08994": Canned(
            b'<dblp><article key="journals/corr/abs-2403-08994"><title>T.</title></article></dblp>',
            media_type="text/xml",
        ),
    }
    asked = [
        Identifier(Scheme.DBLP, "conf/naacl/GaoNTAA24"),
        Identifier(Scheme.DBLP, "conf/no/Such24"),
        Identifier(Scheme.ARXIV, "2403.08994"),
        Identifier(Scheme.ARXIV, "1412.6980"),  # of the years in which CoRR's keys were names
        Identifier(Scheme.DOI, "10.1000/x"),
    ]
    with answering(serve(record=lambda key: known.get(key, Canned(b"404 Not Found", 404)))) as server:
        source = dblp(server.address)
        answers = [source.look_up(asked), source.look_up(list(reversed(asked)))]
    assert [record.key for record in answers[0].records] == sorted(known)
    assert answers[0] == answers[1]
    assert len(server.asked) == 3


@pytest.mark.parametrize(
    "failing",
    [
        pytest.param(WALL, id="a bot wall"),
        pytest.param(Canned(WALL.body, 500, "text/html"), id="a bot wall with 500"),
        pytest.param(Canned(b"", 503), id="an outage"),
        pytest.param(Canned(b"", 429, headers={"Retry-After": "9999"}), id="too many for long"),
        pytest.param(Canned(hits(INFO)[:-9]), id="half an answer"),
        pytest.param(Canned(b"", 404), id="no such service"),
    ],
)
def test_sparql_stands_in_for_the_search(failing: Canned) -> None:
    with answering(serve(lambda query: failing, sparql=lambda query: Canned(bindings(row())))) as server:
        answer = dblp(server.address).search(title=TITLE, author=["Gao"])
    assert [record.key for record in answer.records] == ["conf/naacl/GaoNTAA24"]
    assert server.asked[-1].path == "/sparql"


def test_sparql_stands_in_for_records_all_at_once() -> None:
    identifiers = [Identifier(Scheme.DBLP, key) for key in ("conf/a/B1", "conf/c/D2")]
    with answering(
        serve(record=lambda key: WALL, sparql=lambda query: Canned(bindings(row("conf/a/B1"), row("conf/c/D2"))))
    ) as server:
        answer = dblp(server.address).look_up(identifiers)
    assert [record.key for record in answer.records] == ["conf/a/B1", "conf/c/D2"]
    assert [asked.path for asked in server.asked] == ["/rec/conf/a/B1.xml", "/sparql"]


def test_a_wall_and_no_sparql_is_unavailable() -> None:
    with (
        answering(serve(lambda query: WALL, sparql=lambda query: WALL)) as server,
        pytest.raises(Unavailable, match="bot wall") as caught,
    ):
        dblp(server.address).search(title=TITLE)
    assert "/search/publ/api" in caught.value.asked


def test_a_refusal_ends_it() -> None:
    with answering(serve(lambda query: Canned(b"", 403), sparql=lambda query: Canned(bindings(row())))) as server:
        source = dblp(server.address)
        for _ in range(2):
            with pytest.raises(Blocked):
                source.search(title=TITLE)
    assert len(server.asked) == 1


def test_what_was_not_understood_is_asked_again() -> None:
    replies = iter([WALL, Canned(hits(INFO))])
    with answering(serve(lambda query: next(replies))) as server:
        source = dblp(server.address)
        with pytest.raises(Unavailable):
            source.search(title=TITLE)
        assert len(source.search(title=TITLE).records) == 1


@pytest.mark.parametrize(
    ("base_url", "sparql_url", "asked"),
    [
        ("https://dblp.org", "", "https://sparql.dblp.org/sparql"),
        ("https://dblp.uni-trier.de/", "", "https://sparql.dblp.org/sparql"),
        ("http://127.0.0.1:9/dblp", "", "http://127.0.0.1:9/dblp/sparql"),
        ("http://127.0.0.1:9/dblp", "http://127.0.0.1:9/other", "http://127.0.0.1:9/other"),
    ],
)
def test_a_server_of_ones_own_is_the_only_one_asked(base_url: str, sparql_url: str, asked: str) -> None:
    assert Dblp(base_url=base_url, sparql_url=sparql_url).sparql_url == asked
