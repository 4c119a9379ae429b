"""A run while services misbehave: right, or not checked with the reason; never wrong and never not found."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reconcile import Result, Severity, Status, pipeline
from reconcile.setup import ADDRESSES, SOURCES, Addresses, make_sources
from reconcile.titles import Relation, compare_titles
from sources.polite import Manners
from sources.store import MemoryStore
from tests.services import Services

DOCUMENT = Path(__file__).parent / "documents" / "000_2cd90e76aab5743b.txt"
PATHS = {"crossref": "/crossref", "dblp": "/dblp/search", "anthology": "/anthology"}
FAULTS = [
    "500",
    "503",
    "429",
    "403",
    "bot-wall",
    "empty",
    "truncated",
    "garbled",
    "reset",
    "other-json",
    "redirect-loop",
]


def run(services: Services, names: tuple[str, ...] = SOURCES) -> Result:
    addresses = Addresses(**{name: services.url(name) for name in ADDRESSES})
    sources = make_sources(names, Manners(hurry=True), MemoryStore(), addresses)
    return pipeline.run([DOCUMENT], sources=sources)


def outcome(result: Result) -> list[tuple[Status, str]]:
    return [(match.status, match.best.record.title if match.best else "") for match in result.matches]


@pytest.fixture(scope="module")
def undisturbed() -> list[tuple[Status, str]]:
    with Services() as services:
        return outcome(run(services))


@pytest.mark.parametrize("mode", FAULTS)
def test_crossref_down(mode: str, services: Services, undisturbed: list[tuple[Status, str]]) -> None:
    services.misbehave(mode, PATHS["crossref"])
    result = run(services)
    assert result.log["sources"]["crossref"]["not_answered"]
    for match, (status, title) in zip(result.matches, undisturbed, strict=True):
        assert match.status is not Status.NOT_FOUND
        if match.status is Status.MATCHED:
            assert status is Status.MATCHED
            assert match.best is not None
            # Another source may have the same work as a preprint, under an earlier title.
            assert compare_titles(match.best.record.title, title).relation in (Relation.SAME, Relation.SUBTITLE)
            # What Crossref would have had to be asked for is not held against the claim.
            wrong = {
                flag.code for flag in match.flags if flag.severity is Severity.ERROR or flag.code == "non-archival"
            }
            assert not wrong & {"non-archival", "no-record", "venue-mismatch"}
        elif status is not Status.SKIPPED:
            assert match.gaps
            assert match.gaps[0].reason


@pytest.mark.parametrize("name", SOURCES)
def test_a_right_answer_after_failures_is_right(
    name: str, services: Services, undisturbed: list[tuple[Status, str]]
) -> None:
    services.misbehave("503", PATHS[name], times=2)
    assert outcome(run(services)) == undisturbed


def test_everything_down_checks_nothing_and_says_why(services: Services) -> None:
    services.misbehave("503")
    result = run(services)
    assert {match.status for match in result.matches} == {Status.NOT_CHECKED, Status.SKIPPED}
    log = json.loads(json.dumps(result.log))
    assert all(log["sources"][name]["not_answered"] for name in ("crossref", "dblp"))


def test_a_bot_wall_at_dblp_is_got_round_by_sparql(services: Services, undisturbed: list[tuple[Status, str]]) -> None:
    services.misbehave("bot-wall", PATHS["dblp"])
    statuses = [status for status, _ in outcome(run(services))]
    assert Status.NOT_CHECKED not in statuses
    assert statuses == [status for status, _ in undisturbed]
