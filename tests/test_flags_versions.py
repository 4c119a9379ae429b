"""Years of preprints, who stands first, and what is said of sources that left a claim open."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reconcile.gather import Found
from reconcile.mention import Flag, Gap, Mention, Severity, Span
from reconcile.pipeline import reconcile_mentions
from sources.record import Record
from tests.make import mention, preprint, record

TITLE = "Denoising Pretraining of Alpine Shepherds for Dialogue"
TEAM = "Ada Tulkens; Wei Zhang; Bo Ekström"
PUBLISHED = record(TITLE, TEAM, 2020, "ACL 2020", ids="doi:10.18653/v1/2020.acl-main.703")
POSTED = preprint(TITLE, TEAM, 2019, "1910.13461")


def flags(claim: Mention, *records: Record, gaps: tuple[Gap, ...] = ()) -> tuple[Flag, ...]:
    (match,), _ = reconcile_mentions([claim], [Found(records, ("crossref", "dblp"), gaps=gaps)])
    return match.flags


def codes(claim: Mention, *records: Record) -> set[str]:
    return {flag.code for flag in flags(claim, *records)}


def posted(year: int, number: str = "arxiv:1910.13461") -> Mention:
    return mention(TITLE, TEAM, year, kind="preprint", ids=number)


YEARS = [
    pytest.param(posted(2019), [PUBLISHED], False, id="the year of its number"),
    pytest.param(posted(2019), [PUBLISHED, POSTED], False, id="the year of the preprint's record"),
    pytest.param(posted(2020), [PUBLISHED], False, id="the year of the publication"),
    pytest.param(posted(2019, ""), [PUBLISHED], False, id="before the publication, without a number"),
    pytest.param(posted(2017), [PUBLISHED], True, id="before its number"),
    pytest.param(posted(2022, ""), [PUBLISHED], True, id="after the publication"),
    pytest.param(posted(2021), [POSTED], True, id="neither year"),
    pytest.param(mention(TITLE, TEAM, 2019, "ACL", ids="arxiv:1910.13461"), [PUBLISHED], True, id="a claim of the publication"),
]  # fmt: skip


def dated(year: int, venue: str) -> Mention:
    """A preprint with a note on where it was published."""
    return mention(TITLE, TEAM, year, venue, ids="arxiv:1910.13461")


YEARS += [
    pytest.param(dated(2019, "Published in ACL, 2020"), [PUBLISHED], False, id="the preprint's year, and the venue's own"),
    pytest.param(dated(2019, "Published in ACL, 2021"), [PUBLISHED], True, id="and the venue's own is wrong"),
    pytest.param(dated(2018, "Published in ACL, 2020"), [PUBLISHED], True, id="not the number's year"),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "records", "expected"), YEARS)
def test_the_year_of_a_preprint(claim: Mention, records: list[Record], expected: bool) -> None:
    assert ("year-mismatch" in codes(claim, *records)) is expected


@pytest.mark.parametrize(
    ("claim", "severity"),
    [
        pytest.param(posted(2023), Severity.INFO, id="arXiv's export has the year of the last version"),
        pytest.param(posted(2016), Severity.ERROR, id="no version is older than the number"),
        pytest.param(posted(2023, ""), Severity.ERROR, id="without a number"),
    ],
)
def test_a_later_year_than_its_numbers_may_be_a_revisions(claim: Mention, severity: Severity) -> None:
    assert [flag.severity for flag in flags(claim, PUBLISHED, POSTED) if flag.code == "year-mismatch"] == [severity]


def test_who_stands_first_is_named_first() -> None:
    moved = flags(mention(TITLE, "Wei Zhang; Ada Tulkens; Bo Ekström", 2020, "ACL 2020"), PUBLISHED)
    assert [flag.says.partition(" (")[0] for flag in moved] == [
        "in another order, claimed first: Wei Zhang, recorded as number 2; recorded first: Ada Tulkens, claimed as number 2"
    ]
    below = flags(mention(TITLE, "Ada Tulkens; Bo Ekström; Wei Zhang", 2020, "ACL 2020"), PUBLISHED)
    assert [flag.says.partition(" (")[0] for flag in below] == [
        "in another order: Bo Ekström, claimed as number 2, recorded as number 3"
    ]


@pytest.mark.parametrize(
    ("authors", "said"),
    [
        (
            "Wei Zhang",
            ["in another order, claimed first: Wei Zhang, recorded as number 2; recorded first: Ada Tulkens"],
        ),
        ("Ada Tulkens", []),
        ("Ada Tulkens; Bo Ekström", []),
    ],
)
def test_et_al_does_not_hide_who_stands_first(authors: str, said: list[str]) -> None:
    found = flags(mention(TITLE, authors, 2020, "ACL 2020", author_et_al=True), PUBLISHED)
    assert [flag.says.partition(" (")[0] for flag in found] == said


def test_a_list_that_is_shortened_in_front_claims_nobody_first() -> None:
    claim = mention(TITLE, "Wei Zhang", 2020, "ACL 2020", author_et_al=True)
    shortened = replace(claim, reading=f"..., {claim.text}", spans=(Span("author", 5, 14),))
    assert flags(shortened, PUBLISHED) == ()


OFFLINE = "offline, and no answers are kept"
PART = Gap("catalog", "search crossref", "the catalogue holds only a part of Crossref (9 records)")


@pytest.mark.parametrize(
    ("gaps", "says"),
    [
        pytest.param((Gap("dblp", "search", "HTTP 503"),), "dblp did not answer and may have another record", id="down"),
        pytest.param(
            (PART, Gap("crossref", "search", OFFLINE), Gap("dblp", "search", OFFLINE)),
            "crossref and dblp may have another record: not asked, as this run is offline", id="offline",
        ),
        pytest.param((PART,), PART.reason, id="a part"),
    ],
)  # fmt: skip
def test_what_left_a_venue_open_is_told_as_it_was(gaps: tuple[Gap, ...], says: str) -> None:
    (flag,) = flags(mention(TITLE, TEAM, 2020, "SIGIR"), PUBLISHED, gaps=gaps)
    assert (flag.code, flag.severity.value) == ("venue-mismatch", "warning")
    assert flag.says.endswith(f"; {says}")


CONFERENCE = record(TITLE, TEAM, 2020, "RecSys")
JOURNAL = "User Modeling and User-Adapted Interaction"


def test_a_journal_article_stays_beside_the_conference_paper() -> None:
    paper = mention(TITLE, TEAM, 2020, "RecSys 2020")
    article = mention(TITLE, TEAM, 2022, JOURNAL, kind="article-journal", type="article-journal", line=2)
    found = [Found((CONFERENCE,), ("crossref", "dblp")) for _ in range(2)]
    (first, second), works = reconcile_mentions([paper, article], found)
    assert first.flags == ()
    assert [(flag.code, flag.severity.value) for flag in second.flags] == [("venue-mismatch", "warning")]
    assert sorted((work.record.year, work.status.value) for work in works) == [(2020, "matched"), (2022, "possible")]


def test_the_claim_that_a_record_bears_out_is_not_at_fault() -> None:
    claims = [mention(TITLE, TEAM, 2020, "ACL 2020"), mention(TITLE, TEAM, 2020, "NeurIPS 2020", document="other.txt")]
    found = [Found((PUBLISHED,), ("crossref", "dblp")) for _ in claims]
    matches, (work,) = reconcile_mentions(claims, found)
    said = [[flag.severity.value for flag in match.flags if flag.code == "venue-conflict"] for match in matches]
    assert said == [["info"], ["error"]]
    assert [flag.severity.value for flag in work.flags if flag.code == "venue-conflict"] == ["error"]


def test_of_two_claims_neither_is_wrong_where_the_record_does_not_tell_a_demonstration_from_a_paper() -> None:
    venues = ("ACL 2020", "ACL 2020: System Demonstrations")
    claims = [mention(TITLE, TEAM, 2020, venue, document=f"{at}.txt") for at, venue in enumerate(venues)]
    matches, _ = reconcile_mentions(claims, [Found((PUBLISHED,), ("crossref", "dblp")) for _ in claims])
    said = [[flag.severity.value for flag in match.flags if flag.code == "venue-conflict"] for match in matches]
    assert said == [["warning"], ["warning"]]


@pytest.mark.parametrize("kind", ["article-journal", "paper-conference"])
def test_what_a_server_calls_its_journal_is_no_other_venue(kind: str) -> None:
    assert (
        flags(mention(TITLE, TEAM, 2020, "ICML 2020"), record(TITLE, TEAM, 2020, "SSRN Electronic Journal", type=kind))
        == ()
    )


def test_what_two_people_list_is_said_of_neither_work_nor_entry() -> None:
    claims = [mention(TITLE, TEAM, 2020, "ACL 2020"), mention(TITLE, TEAM, 2020, "ACL 2020", document="other.txt")]
    found = [Found((PUBLISHED,), ("crossref", "dblp")) for _ in claims]
    (_, second), (work,) = reconcile_mentions(claims, found)
    assert [flag.says for flag in second.flags] == ["also listed in cv.txt line 1"]
    assert work.flags == ()


@pytest.mark.parametrize(
    ("venue", "expected"), [("EMNLP 2018", ["warning"]), ("SIGMOD 2018", []), ("CoNLL SIGMORPHON 2018 Shared Task", [])]
)
def test_the_silence_of_who_holds_a_whole_venue_is_told(venue: str, expected: list[str]) -> None:
    claim = mention("A Paper Nobody Wrote", TEAM, 2018, venue)
    (match,), _ = reconcile_mentions([claim], [Found((), ("anthology",), gaps=(Gap("dblp", "search", OFFLINE),))])
    assert [flag.severity.value for flag in match.flags if flag.code == "no-record"] == expected


def test_who_reviews_for_two_meetings_claims_none() -> None:
    service = mention("Reviewer", TEAM, 2021, "ICLR 2021, ACL 2020", reason="service")
    (match,), _ = reconcile_mentions([service], [Found()])
    assert len(service.venues) > 1
    assert [flag.code for flag in match.flags] == ["not-a-publication"]
