"""Crossref: what its messages mean, and what is asked for."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sources import Answer, Crossref, Identifier, Manners, MemoryStore, Scheme, Unavailable
from sources.crossref import read, read_work
from sources.markup import plain
from sources.polite import Blocked, BotWall, Payload
from sources.record import Date, Name, Record, Relation, Type
from tests.answering import Asked, Canned, answering

DOI = "10.1109/ICCD.2015.7357097"
HURRY = Manners(mailto="me@example.org", tries=2, timeout=0.5, hurry=True)


def work(**fields: object) -> dict[str, object]:
    return {"DOI": DOI, "type": "journal-article", "title": ["A Title"]} | fields


def record(**fields: object) -> Record:
    found = read_work(work(**fields))
    assert isinstance(found, Record), found
    return found


def doi(value: str) -> Identifier:
    return Identifier(Scheme.DOI, value)


# --- Reading: titles ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "title"),
    [
        ({"title": ["Plain"]}, "Plain"),
        ({"title": ["First", "Second"]}, "First"),
        ({"title": ["", "Second"]}, "Second"),
        ({"title": "A string"}, "A string"),
        ({"title": ["CRISP"], "subtitle": ["Consensus Prediction"]}, "CRISP: Consensus Prediction"),
        ({"title": ["What now?"], "subtitle": ["A View"]}, "What now? A View"),
        ({"title": ["Getting Started."], "subtitle": ["Part 2"]}, "Getting Started: Part 2"),
        ({"title": ["Sun Screens: A Survey"], "subtitle": ["a survey"]}, "Sun Screens: A Survey"),
        ({"title": ["Sun Screens"], "subtitle": ["SUN SCREENS"]}, "Sun Screens"),
        ({"title": ["Sun Screens"], "subtitle": ["Sun Screens: A Survey"]}, "Sun Screens: A Survey"),
        ({"title": ["Sun Screens"], "subtitle": [""]}, "Sun Screens"),
        ({"title": [""], "subtitle": ["Only This"]}, "Only This"),
        ({"title": ["RETRACTED: On Widgets"]}, "On Widgets"),
        ({"title": ["RETRACTED ARTICLE: On Widgets"]}, "On Widgets"),
        ({"title": ["[RETRACTED] On Widgets"]}, "[RETRACTED] On Widgets"),
        ({"title": ["WITHDRAWN: On Widgets"]}, "On Widgets"),
        ({"title": ["Retracted: On Widgets"]}, "Retracted: On Widgets"),
        (
            {"title": ["RETRACTED: On Widgets"], "update-to": [{"DOI": DOI, "type": "retraction"}]},
            "RETRACTED: On Widgets",
        ),
    ],
)
def test_title(fields: dict[str, object], title: str) -> None:
    assert record(**fields).title == title


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("Signal &amp;amp; Image &amp;lt; Sound", "Signal & Image < Sound"),
        ("The role of\n            <scp>AI</scp>\n      in ecology", "The role of AI in ecology"),
        ("between<i>Chlamydia</i>Infection and <i>Nature</i>", "between Chlamydia Infection and Nature"),
        ("Ant,<i>Melophorus</i>Lubbock", "Ant, Melophorus Lubbock"),
        ("<i>Women in Ming China</i>\n            .", "Women in Ming China."),
        ("Al<sub>2</sub>O<sub>3</sub> and AT<sub>1</sub>Receptor", "Al2O3 and AT1 Receptor"),
        ("&lt;scp&gt;T&lt;/scp&gt;reebase", "Treebase"),
        ("Anemia&lt;subtitle&gt;A Case&lt;/subtitle&gt;", "Anemia: A Case"),
        ('spin in the<mml:math xmlns:mml="x"><mml:mi>N</mml:mi> <mml:mo>=</mml:mo></mml:math>88', "spin in the N=88"),
        ("<jats:italic>p</jats:italic>-values for a < b", "p-values for a < b"),
        ("if x <y> z", "if x <y> z"),
        (r"$k$-means in $\mathcal{O}(n)$", "k-means in O(n)"),
        (r"Learning \(\ell_0\) Encoders", "Learning ℓ0 Encoders"),
        ("costs $5 and $6", "costs $5 and $6"),
        (r"Ren\'{e} \"Uber P\&G", "René Über P&G"),
        ("zero\u200bwidth\u00ad, no\u00a0break", "zerowidth, no break"),
        ("Plastics \ufffd Polyamides", "Plastics \ufffd Polyamides"),
        ("", ""),
    ],
)
def test_markup_is_taken_off(markup: str, text: str) -> None:
    assert plain(markup) == text


@given(st.text(st.sampled_from("<>/&;amplti$\\({})_^'\" e\n")))
def test_plain_text_is_one_line(text: str) -> None:
    assert plain(text) == " ".join(plain(text).split())


@pytest.mark.parametrize("piece", ["<", "<i>", "<math>", "<!--", "&amp;", "$", "$a", "\\", r"\(", "{", "<a "])
def test_no_markup_takes_long(piece: str) -> None:
    started = time.process_time()
    plain(piece * 1_000_000)
    assert time.process_time() - started < 20


# --- Reading: names -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("person", "name"),
    [
        ({"given": "Yue", "family": "Niu"}, Name("Niu", "Yue")),
        ({"given": "JOHN F.", "family": "MEYER"}, Name("Meyer", "John F.")),
        ({"given": "Vince", "family": "D. Calhoun"}, Name("Calhoun", "Vince D.")),
        ({"given": "Jan", "family": "van der Berg"}, Name("Berg", "Jan", "van der")),
        ({"given": "James W.", "family": "Fox", "suffix": "IV"}, Name("Fox", "James W.", suffix="IV")),
        ({"given": "Ivo M.", "family": "Raimundo, Jr."}, Name("Raimundo", "Ivo M.", suffix="Jr.")),
        ({"family": "Chongqing Kang"}, Name("Kang", "Chongqing")),
        ({"family": "Govindjee"}, Name("Govindjee")),
        ({"family": "The Lancet"}, Name(literal="The Lancet")),
        ({"family": "the NOTES Development Group"}, Name(literal="the NOTES Development Group")),
        ({"name": "OLYMPUS Collaboration"}, Name(literal="OLYMPUS Collaboration")),
        ({"given": "Ren&eacute;", "family": "M&#252;ller"}, Name("Müller", "René")),
    ],
)
def test_name(person: dict[str, str], name: Name) -> None:
    assert record(author=[person]).author == (name,)


@pytest.mark.parametrize(
    ("authors", "families", "et_al"),
    [
        ([{"family": "A", "given": "X"}, {"family": "B", "given": "Y"}], ["A", "B"], False),
        ([{"family": "B", "given": "Y"}, {"family": "A", "given": "X", "sequence": "first"}], ["A", "B"], False),
        ([{"family": "A", "given": "X"}, {"name": "et al."}], ["A"], True),
        ([{"family": "A", "given": "X"}, {"affiliation": [], "sequence": "additional"}], ["A"], False),
        (None, [], False),
        ([None, "A", 7], [], False),
    ],
)
def test_list_of_names(authors: object, families: list[str], et_al: bool) -> None:
    found = record(author=authors)
    assert [name.family for name in found.author] == families
    assert found.author_et_al is et_al


# --- Reading: the rest ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "subtype", "read_as"),
    [
        ("journal-article", None, Type.ARTICLE),
        ("proceedings-article", None, Type.PAPER),
        ("posted-content", "preprint", Type.PREPRINT),
        ("posted-content", None, Type.PREPRINT),
        ("posted-content", "other", Type.OTHER),
        ("posted-content", "dissertation", Type.THESIS),
        ("book-chapter", None, Type.CHAPTER),
        ("reference-entry", None, Type.CHAPTER),
        ("monograph", None, Type.BOOK),
        ("edited-book", None, Type.BOOK),
        ("proceedings", None, Type.BOOK),
        ("dissertation", None, Type.THESIS),
        ("report", None, Type.REPORT),
        ("dataset", None, Type.DATASET),
        ("peer-review", None, Type.REVIEW),
        ("something-new", None, Type.OTHER),
    ],
)
def test_type(kind: str, subtype: str | None, read_as: Type) -> None:
    assert record(type=kind, subtype=subtype).type is read_as


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"type": "component"}, f"crossref {DOI.lower()}: a component, not a publication"),
        ({"type": "journal"}, f"crossref {DOI.lower()}: a journal, not a publication"),
        ({"title": []}, f"crossref {DOI.lower()}: no title"),
        ({"title": None}, f"crossref {DOI.lower()}: no title"),
        ({"title": ["<i> </i>"]}, f"crossref {DOI.lower()}: no title"),
    ],
)
def test_what_is_no_record_says_why(fields: dict[str, object], sentence: str) -> None:
    assert read_work(work(**fields)) == sentence


@pytest.mark.parametrize(
    ("titles", "container", "series"),
    [
        (["Nature"], "Nature", ""),
        (["Lecture Notes in Mathematics", "ECCV 2022"], "ECCV 2022", "Lecture Notes in Mathematics"),
        (["Next Generation DNA", "SpringerBriefs in Law"], "Next Generation DNA", "SpringerBriefs in Law"),
        (["Structured Matrices I", "Contemporary Mathematics"], "Structured Matrices I", "Contemporary Mathematics"),
        (["Some Series", "Some Book"], "Some Book", "Some Series"),
        (["Twice", "Twice"], "Twice", ""),
        (["Archives of Neurology &amp;amp; Psychiatry"], "Archives of Neurology & Psychiatry", ""),
        ([], "", ""),
        (None, "", ""),
    ],
)
def test_container(titles: object, container: str, series: str) -> None:
    found = record(**{"container-title": titles})
    assert (found.container_title, found.collection_title) == (container, series)


def test_a_preprint_stands_on_its_server() -> None:
    found = record(type="posted-content", institution=[{"name": "bioRxiv"}])
    assert found.container_title == "bioRxiv"


def parts(*numbers: object) -> dict[str, object]:
    return {"date-parts": [list(numbers)]}


@pytest.mark.parametrize(
    ("fields", "issued"),
    [
        ({"issued": parts(2020, 5, 7)}, Date(2020, 5, 7)),
        ({"issued": parts(2020)}, Date(2020)),
        ({"issued": parts(2020), "published-online": parts(2020, 5)}, Date(2020, 5)),
        ({"published-print": parts(2021, 1), "published-online": parts(2020, 11, 3)}, Date(2020, 11, 3)),
        ({"issued": parts(None), "published-print": parts(1999)}, Date(1999)),
        ({"issued": parts(None)}, None),
        ({"issued": {"date-parts": []}}, None),
        ({"issued": {"date-parts": [None]}}, None),
        ({"issued": {}}, None),
        ({"issued": None}, None),
        ({"issued": parts("2020", "05")}, Date(2020, 5)),
        ({"issued": parts(2020, 13, 1)}, Date(2020)),
        ({"issued": parts(2020, 2, 40)}, Date(2020, 2)),
        ({"issued": parts(0)}, None),
        ({"event": {"start": parts(2019, 7)}}, None),
    ],
)
def test_issued(fields: dict[str, object], issued: Date | None) -> None:
    assert record(**fields).issued == issued


def test_every_date_keeps_its_name() -> None:
    found = record(
        **{"published-print": parts(2021), "published-online": parts(2020, 11), "posted": parts(2019, 5)},
        event={"name": "ICCD", "start": parts(2015, 10, 18), "end": parts(2015, 10, 21)},
    )
    assert dict(found.dates) == {
        "print": Date(2021),
        "online": Date(2020, 11),
        "posted": Date(2019, 5),
        "event": Date(2015, 10, 18),
    }


@pytest.mark.parametrize(
    ("event", "read_as"),
    [
        ({"name": "Digital Libraries", "acronym": "JCDL-03"}, "Digital Libraries (JCDL-03)"),
        ({"name": "AFRICON 2009 (AFRICON)", "acronym": "AFRICON"}, "AFRICON 2009 (AFRICON)"),
        ({"acronym": "JCDL-03"}, "JCDL-03"),
        ({}, ""),
        ("ICCD", ""),
    ],
)
def test_event(event: object, read_as: str) -> None:
    assert record(event=event).event == read_as


@pytest.mark.parametrize(
    ("fields", "page"),
    [
        ({"page": "2054-2068"}, "2054-2068"),
        ({"article-number": "e12059"}, "e12059"),
        ({"page": "1-12", "article-number": "98"}, "1-12"),
        ({}, ""),
    ],
)
def test_page(fields: dict[str, object], page: str) -> None:
    assert record(**fields).page == page


def test_identifiers() -> None:
    found = record(DOI="10.18653/V1/2024.findings-naacl.132", ISBN=["9780470979365", "nonsense"])
    assert found.key == "10.18653/v1/2024.findings-naacl.132"
    assert [str(identifier) for identifier in found.identifiers] == [
        "doi:10.18653/v1/2024.findings-naacl.132",
        "acl:2024.findings-naacl.132",
        "isbn:9780470979365",
    ]


@pytest.mark.parametrize(
    ("fields", "relation"),
    [
        pytest.param(
            {"relation": {"is-preprint-of": [{"id-type": "doi", "id": "10.1/ABC", "asserted-by": "subject"}]}},
            Relation("is-preprint-of", doi("10.1000/abc"), asserted_by="subject"),
            id="a preprint says what became of it",
        ),
        pytest.param(
            {"relation": {"has-preprint": [{"id-type": "arxiv", "id": "2403.08994v2", "asserted-by": "object"}]}},
            Relation("has-preprint", Identifier(Scheme.ARXIV, "2403.08994"), asserted_by="object"),
            id="an article says where it came from",
        ),
        pytest.param(
            {"updated-by": [{"DOI": "10.1/N", "type": "Retraction", "source": "publisher", "updated": parts(2024, 2)}]},
            Relation("retraction", doi("10.1000/n"), "by", "publisher", Date(2024, 2)),
            id="an article that was retracted",
        ),
        pytest.param(
            {"updated-by": [{"DOI": "10.1/N", "type": "expression_of_concern", "source": "publisher"}]},
            Relation("expression_of_concern", doi("10.1000/n"), "by", "publisher"),
            id="a concern is no retraction",
        ),
        pytest.param(
            {"update-to": [{"DOI": "10.1/A", "type": "correction", "updated": parts(2019)}]},
            Relation("correction", doi("10.1000/a"), "to", when=Date(2019)),
            id="the notice itself",
        ),
        pytest.param(
            {"title": ["RETRACTED: On Widgets"]},
            Relation("retraction", doi(DOI.lower()), "by", "title"),
            id="what only the title says",
        ),
    ],
)
def test_relation(fields: dict[str, object], relation: Relation) -> None:
    real = json.loads(json.dumps(fields).replace("10.1/", "10.1000/"))
    assert record(**real).relations == (relation,)


def test_every_source_of_a_retraction_is_kept() -> None:
    notices = [
        {"DOI": "10.1000/n", "type": "retraction", "source": source} for source in ("publisher", "retraction-watch")
    ]
    found = record(title=["RETRACTED: On Widgets"], **{"updated-by": notices})
    assert [relation.asserted_by for relation in found.relations] == ["publisher", "retraction-watch"]


@pytest.mark.parametrize(
    "relation",
    [[], {"is-preprint-of": {}}, {"is-preprint-of": [{"id-type": "uri", "id": "x"}]}, {"x": [None]}, {"x": "y"}, "z"],
)
def test_a_relation_to_nothing_is_none(relation: object) -> None:
    assert record(relation=relation).relations == ()


def test_links_lead_to_the_web() -> None:
    resource = {"primary": {"URL": "javascript:alert(1)"}}
    assert record(URL="https://doi.org/10.1/x", resource=resource).urls == ("https://doi.org/10.1/x",)


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
_FIELDS = (
    "title subtitle author editor container-title issued published-print posted event relation updated-by update-to"
    " ISBN page article-number institution resource URL type subtype degree DOI publisher volume"
).split()


@given(st.dictionaries(st.sampled_from(_FIELDS), _JSON))
@settings(deadline=None)
def test_no_shape_of_a_field_is_an_error(fields: dict[str, object]) -> None:
    assert isinstance(read_work(work() | fields), Record | str)


# --- Asking ---------------------------------------------------------------------------------------------------


def message(*works: Mapping[str, object]) -> Canned:
    listed = {"total-results": len(works), "items": list(works), "items-per-page": 10}
    return Canned(json.dumps({"status": "ok", "message-type": "work-list", "message": listed}).encode())


def single(found: Mapping[str, object]) -> Canned:
    return Canned(json.dumps({"status": "ok", "message-type": "work", "message": found}).encode())


def known(*dois: str) -> Callable[[Asked], Canned]:
    """Serve some DOIs as Crossref does: singly under their address, or in a filter that a comma breaks."""

    def answer(asked: Asked) -> Canned:
        if "filter" in asked.query:
            wanted = [part.removeprefix("doi:") for part in asked.query["filter"].split(",")]
            return message(*(work(DOI=name.upper()) for name in reversed(wanted) if name in dois))
        name = asked.path.removeprefix("/works/")
        if name in dois:
            return single(work(DOI=name))
        return Canned(b"Resource not found.", 404, "text/plain")

    return answer


def dois_of(answer: Answer) -> list[str]:
    return [found.key for found in answer.records]


def test_search_asks_by_field() -> None:
    with answering(lambda asked: message(work(), work(type="component"))) as server:
        crossref = Crossref(base_url=server.address, manners=HURRY)
        answer = crossref.search(title="Ethos:  <i>Rectifying</i>\n AND Models", author=["Gao", "Niu", "A", "B", "C"])
    (asked,) = server.asked
    assert asked.path == "/works"
    assert asked.query == {"query.title": "Ethos: Rectifying AND Models", "query.author": "Gao Niu A B", "rows": "10"}
    assert "mailto:me@example.org" in asked.headers["User-Agent"]
    assert "bibreconcile" in asked.headers["User-Agent"]
    assert (len(answer.records), len(answer.unread)) == (1, 1)


def test_search_without_authors() -> None:
    with answering(lambda asked: message()) as server:
        assert Crossref(base_url=server.address + "/", manners=HURRY).search(title="Ethos") == Answer()
    assert server.asked[0].query == {"query.title": "Ethos", "rows": "10"}


def test_no_title_asks_nobody() -> None:
    with answering(lambda asked: message()) as server:
        assert Crossref(base_url=server.address, manners=HURRY).search(title=" \n", author=["Gao"]) == Answer()
    assert server.asked == []


def test_look_up_in_one_batch_and_in_order() -> None:
    with answering(known("10.1000/a", "10.1000/b")) as server:
        crossref = Crossref(base_url=server.address, manners=HURRY)
        answer = crossref.look_up([doi("10.1000/b"), doi("10.1000/a"), doi("10.1000/c"), doi("10.1000/b")])
    assert dois_of(answer) == ["10.1000/a", "10.1000/b"]
    assert [asked.query for asked in server.asked] == [
        {"filter": "doi:10.1000/a,doi:10.1000/b,doi:10.1000/c", "rows": "3"}
    ]


@pytest.mark.parametrize(
    "name",
    [
        "10.1000/a,b",
        "10.1002/(sici)1097-0258(1998)17:15/16<1::aid-sim968>3.0.co;2-2",
        "10.1023/a:1017",
        "10.1000/a#b?c%d+f",
    ],
)
def test_what_breaks_a_filter_is_looked_up_alone(name: str) -> None:
    with answering(known(name, "10.1000/x", "10.1000/y")) as server:
        crossref = Crossref(base_url=server.address, manners=HURRY)
        answer = crossref.look_up([doi(name), doi("10.1000/x"), doi("10.1000/y")])
    assert dois_of(answer) == sorted([name, "10.1000/x", "10.1000/y"])
    assert [asked.path for asked in server.asked] == ["/works", f"/works/{name}"]


def test_batches_are_small() -> None:
    names = [f"10.1000/{number:03}" for number in range(41)]
    with answering(known(*names)) as server:
        answer = Crossref(base_url=server.address, manners=HURRY).look_up([doi(name) for name in names])
    assert dois_of(answer) == names
    assert [asked.query.get("rows") for asked in server.asked] == ["20", "20", None]


def test_one_bad_doi_does_not_spoil_the_others() -> None:
    serve = known("10.1000/a")

    def answer(asked: Asked) -> Canned:
        return Canned(b'{"status":"failed","message":[]}', 400) if "filter" in asked.query else serve(asked)

    with answering(answer) as server:
        found = Crossref(base_url=server.address, manners=HURRY).look_up([doi("10.1000/a"), doi("10.1000/b")])
    assert dois_of(found) == ["10.1000/a"]


def test_what_crossref_cannot_know_is_not_asked() -> None:
    with answering(known()) as server:
        asked = [
            doi("10.48550/arxiv.2403.08994"),
            Identifier(Scheme.ARXIV, "2403.08994"),
            Identifier(Scheme.DBLP, "a/b"),
        ]
        assert Crossref(base_url=server.address, manners=HURRY).look_up(asked) == Answer()
    assert server.asked == []


def test_not_found_is_an_answer_and_is_kept() -> None:
    with answering(known()) as server:
        crossref = Crossref(base_url=server.address, manners=HURRY, store=MemoryStore())
        assert [crossref.look_up([doi("10.1000/none")]) for _ in range(2)] == [Answer(), Answer()]
    assert len(server.asked) == 1


PAGE = b"<!doctype html><title>Sorry</title>"


@pytest.mark.parametrize("call", ["search", "look_up", "batch"])
@pytest.mark.parametrize(
    ("canned", "kind", "says", "asked"),
    [
        pytest.param(Canned(b"", 429), Unavailable, "HTTP 429", 2, id="too many"),
        pytest.param(Canned(b'{"message":"slow down"}', 429), Unavailable, "HTTP 429", 2, id="too many, in words"),
        pytest.param(
            Canned(b"", 429, headers={"Retry-After": "3600"}), Unavailable, "asks to wait 3600 s", 1, id="in an hour"
        ),
        pytest.param(Canned(b"oops", 503, "text/plain"), Unavailable, "HTTP 503", 2, id="an outage"),
        pytest.param(
            Canned(b'{"message":[{"message":"down"}]}', 500), Unavailable, "HTTP 500", 2, id="an outage, in JSON"
        ),
        pytest.param(Canned(b"[]", 500), Unavailable, "HTTP 500", 2, id="an outage, in odd JSON"),
        pytest.param(Canned(b"", 403), Blocked, "HTTP 403", 1, id="refused"),
        pytest.param(Canned(PAGE, 200, "text/html"), BotWall, "bot wall", 1, id="a page"),
        pytest.param(Canned(PAGE, 404, "text/html"), Unavailable, "HTTP 404", 2, id="a page that says 404"),
        pytest.param(Canned(b"fine", 200, "text/plain"), Unavailable, "not a message", 2, id="text"),
        pytest.param(Canned(b'{"message": {"items": [{"DO'), Unavailable, "not a message", 2, id="half an answer"),
        pytest.param(Canned(b""), Unavailable, "not a message", 2, id="not a word"),
        pytest.param(Canned(b"null"), Unavailable, "not a message", 2, id="nothing"),
        pytest.param(Canned(b'{"message": []}'), Unavailable, "not a message", 2, id="another shape"),
        pytest.param(
            Canned(b'{"message": {"total-results": 0}}'), Unavailable, "not a message", 2, id="a list without items"
        ),
        pytest.param(
            Canned(b'{"message": {"total-results": 1, "items": [7]}}'), Unavailable, "not a message", 2, id="no works"
        ),
        pytest.param(Canned(b"[" * 100_000), Unavailable, "not a message", 2, id="too deep"),
        pytest.param(
            Canned(b"{}", headers={"Content-Encoding": "gzip"}), Unavailable, "compressed", 2, id="a gzip lie"
        ),
        pytest.param(
            Canned(b"{", headers={"Content-Length": "9"}), Unavailable, "no connection|in time", 2, id="broken off"
        ),
    ],
)
def test_what_is_no_answer_is_unavailable(
    call: str, canned: Canned, kind: type[Unavailable], says: str, asked: int
) -> None:
    with answering(lambda _: canned) as server:
        crossref = Crossref(base_url=server.address, manners=HURRY, store=MemoryStore())
        with pytest.raises(kind, match=says) as caught:
            ask(crossref, call)
    assert len(server.asked) == asked
    assert caught.value.source == "crossref"
    assert caught.value.asked.startswith(server.address)


def ask(crossref: Crossref, call: str) -> Any:
    if call == "search":
        return crossref.search(title="Ethos")
    return crossref.look_up([doi("10.1000/a"), doi("10.1000/b")][: 1 if call == "look_up" else 2])


@pytest.mark.parametrize("call", ["search", "look_up"])
def test_nobody_there(call: str) -> None:
    with answering(lambda asked: message()) as server:
        crossref = Crossref(base_url=server.address, manners=HURRY)
    with pytest.raises(Unavailable, match="no connection") as caught:
        ask(crossref, call)
    assert caught.value.passing


def test_read_is_the_other_half() -> None:
    assert read(Payload(b"", empty=True)) == Answer()
    assert dois_of(read(Payload(message(work()).body))) == [DOI.lower()]
    assert dois_of(read(Payload(single(work()).body))) == [DOI.lower()]
