"""A work that was retracted is flagged as retracted, whoever says so and wherever."""

from __future__ import annotations

import pytest

from reconcile.gather import Found
from reconcile.mention import Match, Mention
from reconcile.pipeline import reconcile_mentions
from sources.record import Record, Relation
from tests.make import identifier, mention, record

TITLE = "Felting Kinetics of Merino Wool in Alpine Climates"
TEAM = "Ada Tulkens; Wei Zhang"
PLACE = "Journal of Wool"
CLAIM = mention(TITLE, TEAM, 2013, PLACE, ids="doi:10.1234/w")
OWN = record(TITLE, TEAM, 2013, PLACE, ids="doi:10.1234/w")
HOUSE = "Journal Wool"


def judged(claim: Mention, *records: Record) -> Match:
    (match,), _ = reconcile_mentions([claim], [Found(records, ("crossref", "dblp"))])
    return match


def notice(title: str, authors: str = HOUSE, **more: object) -> Record:
    return record(title, authors, 2020, PLACE, ids="doi:10.1234/n", **more)


@pytest.mark.parametrize(
    "records",
    [
        pytest.param([record(f"Notice of Retraction: {TITLE}", TEAM, 2013, PLACE)], id="the record itself, in a new title"),
        pytest.param([record(f"{TITLE} (Retracted Article)", TEAM, 2013, PLACE)], id="behind the title"),
        pytest.param([OWN, notice(f"Retracted: {TITLE}")], id="a notice by nobody"),
        pytest.param([OWN, notice(f"Withdrawn: {TITLE}", TEAM)], id="a notice by the authors"),
        pytest.param([notice(f"Retracted: {TITLE}")], id="a notice alone"),
        pytest.param(
            [OWN, notice("Retraction", relations=(Relation("retraction", identifier("doi:10.1234/w"), "to"),))],
            id="a notice that names the DOI",
        ),
    ],
)  # fmt: skip
def test_a_retracted_work(records: list[Record]) -> None:
    found = [(flag.code, flag.severity.value) for flag in judged(CLAIM, *records).flags]
    assert ("retracted", "error") in found
    assert {"title-changed", "no-record"}.isdisjoint(code for code, _ in found)


@pytest.mark.parametrize(("said", "told"), [("Retracted", True), ("WITHDRAWN", True), ("Retraction notice to", False)])
def test_a_retracted_work_may_be_claimed_under_the_title_that_says_so(said: str, told: bool) -> None:
    claim, known = mention(f"{said}: {TITLE}", TEAM, 2020, PLACE), notice(f"{said}: {TITLE}", TEAM)
    assert ("retracted" in {flag.code for flag in judged(claim, known).flags}) is told


@pytest.mark.parametrize(
    ("claim", "records"),
    [
        pytest.param(CLAIM, [OWN, notice("Retracted: Another Study of Wool")], id="another work's"),
        pytest.param(CLAIM, [OWN, notice(f"Correction: {TITLE}")], id="a correction"),
        pytest.param(
            CLAIM, [OWN, notice("Retraction", relations=(Relation("retraction", identifier("doi:10.1234/x"), "to"),))],
            id="a notice that names another DOI",
        ),
        pytest.param(mention(f"Retraction: {TITLE}", TEAM, 2020, PLACE), [notice(f"Retraction: {TITLE}", TEAM)], id="the notice is cited"),
        pytest.param(
            mention("Introduction", "Bo Ekström", 2013, PLACE), [record("Introduction", "Bo Ekström", 2013, PLACE), notice("Retracted: Introduction")],
            id="a title that many works have",
        ),
    ],
)  # fmt: skip
def test_what_is_not_retracted(claim: Mention, records: list[Record]) -> None:
    assert "retracted" not in {flag.code for flag in judged(claim, *records).flags}


@pytest.mark.parametrize(
    "about",
    [
        pytest.param(notice(f"Editorial Expression of Concern: {TITLE}"), id="by its title"),
        pytest.param(
            notice("Concern", relations=(Relation("expression-of-concern", identifier("doi:10.1234/w"), "to"),)),
            id="by the DOI that it names",
        ),
    ],
)  # fmt: skip
def test_a_work_under_concern_is_not_yet_retracted(about: Record) -> None:
    found = {flag.code: flag.severity.value for flag in judged(CLAIM, OWN, about).flags}
    assert found.get("concern") == "warning"
    assert "retracted" not in found


def test_of_a_retraction_and_a_concern_the_graver_is_said() -> None:
    flags = judged(CLAIM, OWN, notice(f"Expression of Concern: {TITLE}"), notice(f"Retracted: {TITLE}")).flags
    assert {flag.code for flag in flags} & {"concern", "retracted"} == {"retracted"}
