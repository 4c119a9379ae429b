"""The services on this machine: they speak as the real ones do, know what the table says, and go wrong on demand."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable
from typing import Any

import httpx2
import pytest

from sources.anthology import Anthology
from sources.anthology import read as read_anthology
from sources.crossref import Crossref
from sources.dblp import Dblp
from sources.polite import Manners
from sources.record import Identifier, Record, Scheme
from sources.source import Source, Unavailable
from tests.services import FAULTS, Row, Services, rows
from tests.services.rows import of_anthology, of_crossref, of_dblp

CALM = Manners(mailto="me@example.org", tries=3, hurry=True)
# One try, and no patience: a fault is met at once.
ONCE = Manners(mailto="me@example.org", tries=1, timeout=0.15, patience=0.15, hurry=True)


_CLIENT = httpx2.Client()


def get(services: Services, path: str, **params: str) -> httpx2.Response:
    service, _, rest = path.partition("/")
    return _CLIENT.get(f"{services.url(service)}/{rest}", params=params)


def works(services: Services, **params: str) -> dict[str, Any]:
    asked = {name.replace("_", ".") if name.startswith("query_") else name: value for name, value in params.items()}
    answer = get(services, "crossref/works", **asked)
    assert answer.status_code == 200, answer.text
    message: dict[str, Any] = answer.json()["message"]
    return message


def hits(services: Services, query: str, **params: str) -> dict[str, Any]:
    answer = get(services, "dblp/search/publ/api", q=query, format="json", c="0", **params)
    found: dict[str, Any] = answer.json()["result"]["hits"]
    return found


def keys(services: Services, query: str) -> list[str]:
    return [hit["info"]["key"] for hit in hits(services, query, h="1000").get("hit", ())]


# --- The table ------------------------------------------------------------------------------------------------


def test_every_row_says_where_it_was_read() -> None:
    assert [row.row for row in rows() if not row.where] == []
    assert len({row.row for row in rows()}) == len(rows())


@pytest.mark.parametrize(
    ("row", "crossref", "dblp", "anthology"),
    [
        ("ethos-2024/published", "10.18653/v1/2024.findings-naacl.132", "", "2024.findings-naacl.132"),
        ("ethos-2024/preprint", "", "journals/corr/abs-2403-08994", ""),
        ("ethos-2024/workshop-presentation", "", "", ""),
        ("resnet-2016/published", "10.1109/cvpr.2016.90", "conf/cvpr/HeZRS16", ""),
        ("pipetransformer-2021/preprint", "", "", ""),  # nobody saw its number
        ("lightsecagg-2022/preprint", "", "", ""),  # nobody saw its authors
        ("lightsecagg-2022/published-as-cited-by-the-authors-community", "", "unseen/lightsecagg-2022", ""),
        ("lightsecagg-2022/published-dblp-record-wrong-second-author", "", "conf/mlsys/SoNYL0AGA22", ""),
        ("aep-2017/published", "", "unseen/aep-2017", ""),
        ("sca-2020/published", "", "unseen/sca-2020", ""),
        ("xtime-2024/published", "", "unseen/xtime-2024", ""),
        ("race-it-2025/preprint-v3", "", "", ""),  # CoRR has the first version
        ("race-it-2025/preprint-v1", "", "journals/corr/abs-2312-06532", ""),
        ("fedml-2020/preprint", "", "journals/corr/abs-2007-13518", ""),
        ("fedml-2020/preprint-17-author-citation-form", "", "", ""),
        ("zhao-thesis-2022/thesis", "", "", ""),
        ("optical-cam-2025/claimed-on-homepage-only", "", "", ""),
        ("rearvr-2023/claimed-on-homepage-only", "", "", ""),
        ("neighbour/d026", "", "", ""),  # a DOI of DataCite's
    ],
)
def test_who_has_what(row: str, crossref: str, dblp: str, anthology: str) -> None:
    def place(known: dict[str, Row]) -> str:
        return next((key for key, had in known.items() if had.row == row), "")

    assert row in {known.row for known in rows()}
    assert (place(of_crossref()), place(of_dblp()), place(of_anthology())) == (crossref, dblp, anthology)


def test_only_dblp_has_artificial_keys_and_only_six() -> None:
    unseen = sorted(key for key in of_dblp() if key.startswith("unseen/"))
    assert [key.removeprefix("unseen/") for key in unseen] == [
        *("1tnr-isqed-2017", "aep-2017", "lightsecagg-2022", "racetrack-covert-2017", "sca-2020", "xtime-2024")
    ]


# --- Crossref -------------------------------------------------------------------------------------------------


def test_a_work_message_has_crossrefs_shape_and_no_field_that_nobody_saw(services: Services) -> None:
    answer = get(services, "crossref/works/10.1109/TPDS.2022.3230938").json()
    assert {name: answer[name] for name in ("status", "message-type", "message-version")} == {
        "status": "ok",
        "message-type": "work",
        "message-version": "1.0.0",
    }
    message = answer["message"]
    assert message["DOI"] == "10.1109/tpds.2022.3230938"
    assert message["title"] == [
        "GossipFL: A Decentralized Federated Learning Framework With Sparsified and Adaptive Communication"
    ]
    assert message["author"][0] == {"given": "Zhenheng", "family": "Tang", "sequence": "first", "affiliation": []}
    assert message["author"][1]["sequence"] == "additional"
    assert message["container-title"] == ["IEEE Transactions on Parallel and Distributed Systems"]
    assert message["issued"] == {"date-parts": [[2023, 3]]}
    assert (message["volume"], message["issue"], message["page"]) == ("34", "3", "909-922")
    assert "article-number" not in message


@pytest.mark.parametrize(
    ("doi", "place", "given", "family"),
    [
        ("10.1109/iccd65941.2025.00021", 4, "Ron M.", "Roth"),
        ("10.1145/3383779", 5, "M.", "Tanveer"),
        ("10.1109/iccv51070.2023.01509", 2, "Pedro Porto Buarque", "de Gusmão"),
        ("10.1109/ets.2005.8", 2, "S.", "Di Carlo"),
    ],
)
def test_names_are_divided(services: Services, doi: str, place: int, given: str, family: str) -> None:
    person = get(services, f"crossref/works/{doi}").json()["message"]["author"][place]
    assert (person["given"], person["family"]) == (given, family)


@pytest.mark.parametrize("doi", ["10.1234/none", "10.48550/arXiv.2312.06532", "10.5555/3199700.3199802"])
def test_an_unknown_doi_is_404_in_crossrefs_words(services: Services, doi: str) -> None:
    answer = get(services, f"crossref/works/{doi}")
    assert (answer.status_code, answer.text) == (404, "Resource not found.")
    assert answer.headers["content-type"].startswith("text/plain")


@pytest.mark.parametrize(
    ("params", "first"),
    [
        ({"query.title": "Federated Learning for Internet of Things"}, "10.1145/3485730.3493444"),
        (
            {"query.title": "Federated Learning for the Internet of Things: Applications, Challenges"},
            "10.1109/iotm.004.2100182",
        ),
        ({"query.title": "In-Memory Data Patterns crossbar", "query.author": "Wen Zhao"}, "10.1109/iccad.2017.8203787"),
        (
            {"query.bibliographic": "He, Deep Residual Learning for Image Recognition 2016"},
            "10.1109/cvpr.2016.90",
        ),
        ({"query.container-title": "ACM Transactions on Internet Technology"}, "10.1145/3383779"),
    ],
)
def test_lists_are_ranked(services: Services, params: dict[str, str], first: str) -> None:
    found = get(services, "crossref/works", **params).json()["message"]["items"]
    assert found[0]["DOI"] == first
    scores = [item["score"] for item in found]
    assert scores == sorted(scores, reverse=True)


def test_neighbours_compete(services: Services) -> None:
    found = works(services, query_title="Federated Learning for Internet of Things", rows="5")
    assert {"10.1109/comst.2021.3075439", "10.32604/cmc.2024.058926"} <= {item["DOI"] for item in found["items"]}


def test_a_few_shared_words_are_enough_for_a_hit(services: Services) -> None:
    found = works(services, query_title="Quantum Tomatoes, Federated")
    assert found["total-results"] == len([row for row in of_crossref().values() if "federated" in row.title.lower()])


@pytest.mark.parametrize(
    ("params", "total", "sent"),
    [
        ({"filter": "doi:10.1109/CVPR.2016.90,doi:10.1145/3383779,doi:10.1234/none"}, 2, 2),
        ({"filter": "doi:10.1109/CVPR.2016.90", "rows": "0"}, 1, 0),
        ({"query_title": "ethos", "rows": "1"}, 3, 1),
        ({"query_title": "ethos", "rows": "1", "offset": "1"}, 3, 1),
        ({"query_title": "ethos", "offset": "3"}, 3, 0),
        ({"query_title": "zzz"}, 0, 0),
    ],
)
def test_lists_are_filtered_and_paged(services: Services, params: dict[str, str], total: int, sent: int) -> None:
    found = works(services, **params)
    assert (found["total-results"], len(found["items"])) == (total, sent)


def test_select_leaves_the_other_fields_out(services: Services) -> None:
    found = works(services, query_title="ethos", select="DOI,title")
    assert [sorted(item) for item in found["items"]] == [["DOI", "title"]] * 3


@pytest.mark.parametrize(
    "params",
    [{"filter": "doi:10.1000/a,b"}, {"rows": "1001"}, {"rows": "-1"}, {"offset": "10001"}, {"filter": "no-such:1"}],
)
def test_what_crossref_refuses_is_refused(services: Services, params: dict[str, str]) -> None:
    answer = get(services, "crossref/works", **params)
    assert (answer.status_code, answer.json()["message-type"]) == (400, "validation-failure")


@pytest.mark.parametrize(
    ("path", "params", "pool", "limit", "at_once"),
    [
        ("works", {"rows": "1"}, "public-array", "1", "1"),
        ("works", {"rows": "1", "mailto": "me@example.org"}, "polite-array", "3", "3"),
        ("works/10.1145/3383779", {}, "public-single", "5", "1"),
        ("works/10.1145/3383779", {"mailto": "me@example.org"}, "polite-single", "10", "3"),
    ],
)
def test_limits_are_announced(
    services: Services, path: str, params: dict[str, str], pool: str, limit: str, at_once: str
) -> None:
    headers = get(services, f"crossref/{path}", **params).headers
    assert headers["x-api-pool"] == pool
    assert headers["x-rate-limit-interval"] == "1s"
    assert (headers["x-rate-limit-limit"], headers["x-concurrency-limit"]) == (limit, at_once)


# --- DBLP -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("pipetrans", ["conf/icml/0001LSA21"]),  # the beginning of a word
        ("pipetrans$", []),  # the whole word
        ("pipetransformer$", ["conf/icml/0001LSA21"]),
        ("residual recognition", ["conf/cvpr/HeZRS16"]),  # all words
        ("residual recognition kaiming 2016 cvpr", ["conf/cvpr/HeZRS16"]),  # of title, authors, year, venue
        ("residual recognition nonsense", []),
        ("pipetransformer|milenas", ["conf/icml/0001LSA21", "conf/cvpr/HeYSZ20", "journals/corr/abs-2003-12238"]),
        ("MILENAS CVPR", ["conf/cvpr/HeYSZ20"]),
        ("race-it crossbar", ["journals/corr/abs-2312-06532"]),  # a hyphen parts words
    ],
)
def test_dblp_finds_what_has_every_word(services: Services, query: str, found: list[str]) -> None:
    assert keys(services, query) == found


def test_dblps_hits_have_their_shape(services: Services) -> None:
    found = hits(services, "federated learning", h="2", f="1")
    assert (found["@sent"], found["@first"], len(found["hit"])) == ("2", "1", 2)
    assert int(found["@total"]) > 10
    info = hits(services, "pipetransformer")["hit"][0]["info"]
    assert info["authors"]["author"][0] == {"text": "Chaoyang He 0001"}
    assert info["title"].endswith("Large-scale Models.")
    assert (info["venue"], info["year"], info["type"]) == ("ICML", "2021", "Conference and Workshop Papers")
    assert info["url"] == "https://dblp.org/rec/conf/icml/0001LSA21"


def test_dblp_has_no_list_of_hits_where_there_are_none(services: Services) -> None:
    assert hits(services, "zzz") == {"@total": "0", "@computed": "0", "@sent": "0", "@first": "0"}


def test_corr_follows_from_the_arxiv_number(services: Services) -> None:
    info = hits(services, "race-it crossbar")["hit"][0]["info"]
    assert (info["venue"], info["volume"], info["year"]) == ("CoRR", "abs/2312.06532", "2023")
    assert (info["doi"], info["ee"]) == ("10.48550/ARXIV.2312.06532", "https://doi.org/10.48550/arXiv.2312.06532")
    assert info["type"] == "Informal and Other Publications"
    assert [author["text"] for author in info["authors"]["author"]][:2] == ["Lei Zhao", "Luca Buonanno"]


def test_dblps_record_is_xml_of_its_kind(services: Services) -> None:
    answer = get(services, "dblp/rec/conf/icml/0001LSA21.xml")
    assert answer.headers["content-type"].startswith("application/xml")
    assert '<inproceedings key="conf/icml/0001LSA21">\n<author>Chaoyang He 0001</author>' in answer.text
    assert (
        '<article key="journals/corr/abs-2312-06532" publtype="informal">'
        in get(services, "dblp/rec/journals/corr/abs-2312-06532.xml").text
    )
    assert get(services, "dblp/rec/conf/none/None00.xml").status_code == 404


def test_sparql_answers_with_a_row_for_each_author(services: Services) -> None:
    query = (
        "SELECT ?publ ?title ?doi ?ordinal ?name WHERE { VALUES ?publ "
        "{ <https://dblp.org/rec/conf/cvpr/HeZRS16> <https://dblp.org/rec/none> } }"
    )
    answer = get(services, "sparql", query=query)
    assert answer.headers["content-type"] == "application/sparql-results+json"
    rows_found = answer.json()["results"]["bindings"]
    assert {row["name"]["value"] for row in rows_found} == {"Kaiming He", "Xiangyu Zhang", "Shaoqing Ren", "Jian Sun"}
    assert {row["doi"]["value"] for row in rows_found} == {"https://doi.org/10.1109/CVPR.2016.90"}
    assert get(services, "sparql", query="SELECT nonsense").status_code == 400


# --- The Anthology --------------------------------------------------------------------------------------------


def test_a_papers_bibtex_is_spelled_out(services: Services) -> None:
    text = get(services, "anthology/2025.findings-acl.997.bib").text
    assert text.startswith("@inproceedings{jiang-etal-2025-kvpr,\n")
    assert 'title = "{KVPR}: Efficient {LLM} Inference with {I/O-Aware} {KV} Cache Partial Recomputation"' in text
    assert 'author = "Jiang, Chaoyi  and\n      Gao, Lei  and\n' in text
    assert 'url = "https://aclanthology.org/2025.findings-acl.997/"' in text
    assert 'pages = "19474--19488"' in text
    assert get(services, "anthology/2025.findings-acl.1.bib").status_code == 404


def test_the_file_of_everything_has_macros_and_is_always_the_same(services: Services) -> None:
    first, second = (get(services, "anthology/anthology.bib.gz").content for _ in range(2))
    assert first == second
    text = gzip.decompress(first).decode()
    assert "@string{anth = {https://aclanthology.org/}}" in text
    assert re.search(r"^@string\{FINDINGS:2024:naacl = \{Findings of the .*: NAACL 2024\}\}$", text, re.MULTILINE)
    assert "booktitle = FINDINGS:2024:naacl, month = jun, " in text
    assert "url = anth # {2024.findings-naacl.132/}" in text


def test_the_file_of_everything_and_each_papers_own_say_the_same(services: Services) -> None:
    every = {
        record.key: record for record in read_anthology(get(services, "anthology/anthology.bib.gz").content).records
    }
    single = {key: read_anthology(get(services, f"anthology/{key}.bib").content).records[0] for key in of_anthology()}
    assert every == single


# --- The project's own sources, over these services -------------------------------------------------------------


def source(services: Services, name: str, manners: Manners = CALM) -> Source:
    made: dict[str, Callable[[], Source]] = {
        "crossref": lambda: Crossref(base_url=services.url("crossref"), manners=manners),
        "dblp": lambda: Dblp(base_url=services.url("dblp"), sparql_url=services.url("sparql"), manners=manners),
        "anthology": lambda: Anthology(base_url=services.url("anthology"), manners=manners),
    }
    return made[name]()


@pytest.mark.parametrize(("name", "known"), [("crossref", of_crossref), ("dblp", of_dblp), ("anthology", of_anthology)])
def test_every_row_of_a_work_is_found_by_its_title(
    services: Services, name: str, known: Callable[[], dict[str, Row]]
) -> None:
    asked = source(services, name)
    missed = [
        key
        for key, row in known().items()
        if not row.row.startswith("neighbour/")
        and key not in _keys(asked.search(title=row.title, author=_families(row)).records)
    ]
    assert missed == []


def _families(row: Row) -> list[str]:
    return [name.split()[-1] for name in row.named]


def _keys(records: tuple[Record, ...]) -> set[str]:
    return {record.key for record in records}


@pytest.mark.parametrize(
    ("name", "identifier", "key"),
    [
        ("crossref", Identifier(Scheme.DOI, "10.1109/cvpr.2016.90"), "10.1109/cvpr.2016.90"),
        ("dblp", Identifier(Scheme.ARXIV, "2312.06532"), "journals/corr/abs-2312-06532"),
        ("dblp", Identifier(Scheme.DBLP, "conf/cvpr/HeZRS16"), "conf/cvpr/HeZRS16"),
        ("anthology", Identifier(Scheme.ACL, "2024.findings-naacl.132"), "2024.findings-naacl.132"),
    ],
)
def test_records_are_found_by_their_identifiers(
    services: Services, name: str, identifier: Identifier, key: str
) -> None:
    assert _keys(source(services, name).look_up([identifier]).records) == {key}


def test_dblp_is_read_through_sparql_where_a_bot_wall_stands(services: Services) -> None:
    straight = source(services, "dblp").search(title="Deep Residual Learning for Image Recognition", author=["He"])
    services.misbehave("bot-wall", "/dblp")
    around = source(services, "dblp").search(title="Deep Residual Learning for Image Recognition", author=["He"])
    assert [(record.key, record.title, record.author) for record in around.records] == [
        (record.key, record.title, record.author) for record in straight.records
    ]


# --- Going wrong ------------------------------------------------------------------------------------------------

# What a fault is made with, where it can be made in several ways.
_WITH_DETAIL = {
    "429": ["", "1", "9999999", "-5", "soon", "Fri, 31 Dec 2038 23:59:59 GMT"],
    "503": ["", "2"],
    "bot-wall": ["200", "500"],
    "drip": ["0.05"],
    "huge": [str(300 << 20)],
    "stall": ["30"],
}


# A bulk file of 300 MB may be right.
_NOT_MET = {("anthology", "huge")}


@pytest.mark.parametrize(
    ("name", "mode", "detail"),
    [
        (name, mode, detail)
        for name in ("crossref", "dblp", "anthology")
        for mode in sorted(FAULTS)
        for detail in _WITH_DETAIL.get(mode, [""])
        if (name, mode) not in _NOT_MET
    ],
)
def test_a_fault_is_never_an_empty_answer(services: Services, name: str, mode: str, detail: str) -> None:
    services.misbehave(mode, detail=detail)
    with pytest.raises(Unavailable) as caught:
        source(services, name, ONCE).search(title="Ethos: Rectifying Language Models", author=["Gao"])
    assert caught.value.source == name
    assert caught.value.reason


@pytest.mark.parametrize("name", ["crossref", "dblp", "anthology"])
@pytest.mark.parametrize("mode", ["429", "503", "reset", "short"])
def test_the_right_answer_after_failures_is_taken(services: Services, name: str, mode: str) -> None:
    services.misbehave(mode, times=2)
    found = source(services, name).search(title="Ethos: Rectifying Language Models", author=["Gao"])
    assert any(record.title.startswith("Ethos: Rectifying") for record in found.records)
    assert [asked.status for asked in services.log][-1] == 200


@pytest.mark.parametrize(
    ("first", "times", "statuses"),
    [
        (1, 0, [500, 500, 500, 500]),
        (1, 2, [500, 500, 200, 200]),
        (3, 1, [200, 200, 500, 200]),
        (2, 0, [200, 500, 500, 500]),
    ],
)
def test_faults_come_when_they_are_due(services: Services, first: int, times: int, statuses: list[int]) -> None:
    services.misbehave("500", "/dblp/search", first=first, times=times)
    seen = [get(services, "dblp/search/publ/api", q="ethos", format="json").status_code for _ in statuses]
    assert seen == statuses
    assert get(services, "crossref/works", rows="1").status_code == 200


def test_the_log_says_what_was_asked_and_when(services: Services) -> None:
    get(services, "crossref/works", rows="1")
    get(services, "dblp/rec/conf/cvpr/HeZRS16.xml")
    assert [(asked.path, asked.params, asked.status) for asked in services.log] == [
        ("/crossref/works", (("rows", "1"),), 200),
        ("/dblp/rec/conf/cvpr/HeZRS16.xml", (), 200),
    ]
    times = [moment for asked in services.log for moment in (asked.begun, asked.answered)]
    assert times == sorted(times)


def test_answers_say_from_which_rows_they_are_and_are_always_the_same(services: Services) -> None:
    answers = [get(services, "crossref/works", **{"query.title": "ethos"}) for _ in range(2)]
    assert [answer.headers["x-transcribed"] for answer in answers] == [
        "neighbour/d006, ethos-2024/published, neighbour/d001"
    ] * 2
    assert answers[0].content == answers[1].content
    assert dict(answers[0].headers) == dict(answers[1].headers)
