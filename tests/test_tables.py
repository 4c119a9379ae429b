"""The lines of JSON of a result: their shapes, and that every one is one line."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.mention import Match, Mention, Severity, Status, Venue
from reconcile.tables import rows
from sources.record import Identifier, Record, Scheme
from tests import fakes

RESULT = fakes.result()
ETHOS, CONFLICT, MILENAS, ABSENT, PATENT, GRAVES, RACE_IT, UNASKED = RESULT.matches


def test_a_line_of_mentions_has_the_promised_keys_in_order() -> None:
    line = rows.mention_line(ETHOS)
    assert list(line) == [
        "document", "lines", "text", "kind", "parsed", "status", "probability", "work", "record", "evidence",
        "runner_up", "flags",
    ]  # fmt: skip
    assert list(line["parsed"]) == ["title", "authors", "venue", "year", "identifiers"]
    assert list(line["record"])[:7] == ["source", "key", "title", "authors", "container_title", "year", "doi"]
    assert list(line["flags"][0]) == ["code", "severity", "says"]


def test_a_match_as_a_line() -> None:
    line = rows.mention_line(CONFLICT)
    assert (line["document"], line["lines"], line["status"], line["work"]) == (
        "gao-homepage.md", [113, 115], "matched", "gao-2024-ethos",
    )  # fmt: skip
    assert line["parsed"] == {
        "title": fakes.ETHOS.title,
        "authors": ["Lei Gao", "Yue Niu", "Tingting Tang", "Salman Avestimehr", "Murali Annavaram"],
        "venue": "AAAI 2024 Workshop on Responsible Language Models",
        "year": 2024,
        "identifiers": {},
    }
    assert line["record"]["doi"] == "10.18653/v1/2024.findings-naacl.132"
    assert line["record"]["identifiers"] == {
        "doi": "10.18653/v1/2024.findings-naacl.132",
        "acl": "2024.findings-naacl.132",
    }
    assert [piece["weight"] for piece in line["evidence"]] == [18.0, 14.0, 2.5, -2.0]
    assert [flag["code"] for flag in line["flags"]] == ["venue-conflict", "venue-mismatch"]


@pytest.mark.parametrize(("match", "status"), [(ABSENT, "not-found"), (UNASKED, "not-checked"), (PATENT, "skipped")])
def test_without_a_likely_record_there_is_none(match: Match, status: str) -> None:
    line = rows.mention_line(match)
    assert (line["status"], line["record"], line["evidence"]) == (status, None, [])


def test_a_rejected_record_is_kept_as_runner_up() -> None:
    runner_up = rows.mention_line(ABSENT)["runner_up"]
    assert runner_up["title"] == fakes.RACE_IT.title
    assert runner_up["probability"] < 0.001
    assert [piece["level"] for piece in runner_up["evidence"]] == ["differ", "differ"]


def test_several_identifiers_of_a_scheme_are_a_list() -> None:
    claimed = (
        Identifier(Scheme.DOI, "10.1/a"),
        Identifier(Scheme.ARXIV, "2403.08994"),
        Identifier(Scheme.DOI, "10.1/b"),
    )
    match = replace(ETHOS, mention=replace(ETHOS.mention, claim=replace(ETHOS.mention.claim, identifiers=claimed)))
    assert rows.mention_line(match)["parsed"]["identifiers"] == {"doi": ["10.1/a", "10.1/b"], "arxiv": "2403.08994"}


@pytest.mark.parametrize(
    ("container", "venues", "written"),
    [
        ("NAACL 2024", (Venue(name="NAACL"),), "NAACL 2024"),
        ("", (Venue(name="NAACL"), Venue(name="ReLM"), Venue(name="NAACL")), "NAACL; ReLM"),
        ("", (), ""),
    ],
)
def test_the_venue_claimed(container: str, venues: tuple[Venue, ...], written: str) -> None:
    claim = Record(container_title=container)
    assert rows.venue_claimed(Mention("a", 1, 1, "", "", "article", claim, venues)) == written


def test_a_line_of_works() -> None:
    line = rows.work_line(RESULT.works[0])
    assert list(line) == ["key", "status", "record", "provenance", "records", "mentions", "flags"]
    assert (line["key"], line["mentions"], len(line["records"])) == ("gao-2024-ethos", [0, 1], 2)
    assert line["provenance"]["title"] == "anthology 2024.findings-naacl.132"


@given(st.text(st.one_of(st.sampled_from('\n\r\u2028\u2029\x85\x0b\x0c\x1c"\\\ud800'), st.characters()), max_size=20))
def test_every_line_is_one_line_and_reads_back(text: str) -> None:
    match = replace(ETHOS, mention=replace(ETHOS.mention, text=text))
    written = rows.mentions_jsonl((match, match))
    lines = written.encode("utf-8").decode("utf-8").splitlines()
    assert [json.loads(line)["text"] for line in lines] == [text, text]


def test_the_summary_counts_every_status_and_severity_the_gravest_flags_first() -> None:
    counted = rows.summary(RESULT.matches)
    assert counted.mentions == 8
    assert dict(counted.statuses) == {
        Status.MATCHED: 4,
        Status.POSSIBLE: 1,
        Status.NOT_FOUND: 1,
        Status.NOT_CHECKED: 1,
        Status.SKIPPED: 1,
    }
    assert dict(counted.severities) == {Severity.ERROR: 4, Severity.WARNING: 5, Severity.INFO: 1}
    assert counted.flags[0] == ("venue-conflict", Severity.ERROR, 2)
    assert counted.flags[-1] == ("not-a-publication", Severity.INFO, 1)
    assert all(count == 0 for _, count in rows.summary([]).statuses)


def test_the_same_result_gives_the_same_text() -> None:
    again = fakes.result()
    assert rows.mentions_jsonl(RESULT.matches) == rows.mentions_jsonl(again.matches)
    assert rows.works_jsonl(RESULT.works) == rows.works_jsonl(again.works)
