"""Titles that are a notice's or a review's, not the publication's own."""

from __future__ import annotations

import pytest

from reconcile.titles.notices import Notice, is_notice, is_review, notice_of, retracted
from sources.text import fold


@pytest.mark.parametrize(
    ("title", "notice"),
    [
        ("Erratum: On Wool", True),
        ("Author's Correction to: On Wool", True),
        ("Authors' Reply to the Comments of Bee", True),
        ("A Response to R. Bee's Article “On Wool”", True),
        ("Comment on “Wool”", True),
        ("In Reply to Wool and Felt", True),
        ("Correctional Facilities in Europe", False),
        ("A Respondent's View of Replies", False),
        ("On Wool", False),
    ],
)
def test_notices(title: str, notice: bool) -> None:
    assert is_notice(fold(title)) is notice


@pytest.mark.parametrize(
    ("title", "review"), [("Book Review of On Wool", True), ("Reviewing Wool", False), ("On Wool", False)]
)
def test_reviews(title: str, review: bool) -> None:
    assert is_review(fold(title)) is review


@pytest.mark.parametrize(
    ("title", "of"),
    [
        ("Retracted: On Wool", "On Wool"),
        ("RETRACTED ARTICLE: On Wool", "On Wool"),
        ("[Retracted] On Wool", "On Wool"),
        ("Withdrawn: On Wool", "On Wool"),
        ("Retraction: “On Wool”", "On Wool"),
        ("Retraction Note to: On Wool", "On Wool"),
        ("Notice of Retraction: E2V: From Wool to Felt", "E2V: From Wool to Felt"),
        ("On Wool (Retraction of vol 12, pg 3, 2010)", "On Wool"),
        ("Retraction in the North Pacific Jet", ""),
        ("Retracted Articles: A Survey", ""),
        ("Withdrawn Behaviour in Sheep", ""),
        ("Optimization without Retraction: On Wool", ""),
    ],
)
def test_titles_that_say_that_a_work_is_retracted(title: str, of: str) -> None:
    assert retracted(title) == of


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("Retracted: On Wool", "retracted"),
        ("RETRACTED ARTICLE: On Wool", "retracted"),
        ("Retraction Note to: On Wool", "retracted"),
        ("Notice of Retraction: On Wool", "retracted"),
        ("Statement of Retraction: On Wool", "retracted"),
        ("WITHDRAWN: On Wool", "retracted"),
        ("TEMPORARY REMOVAL: On Wool", "retracted"),
        ("Notice of Violation of IEEE Publication Principles: On Wool", "retracted"),
        ("[Retracted] On Wool", "retracted"),
        ("On Wool (Retracted Article. See vol. 3)", "retracted"),
        ("Expression of Concern: On Wool", "concern"),
        ("Editorial Expression of Concern: On Wool", "concern"),
    ],
)
def test_a_notice_names_the_work_that_it_is_on(title: str, code: str) -> None:
    assert notice_of(title) == Notice(code, "On Wool")


def test_a_notice_may_quote_the_work() -> None:
    assert notice_of("Retraction notice to “On Wool” [Felt 1 (2000) 2]") == Notice("retracted", "On Wool")


@pytest.mark.parametrize(
    "title", ["Retracted Wool", "Removal-based Weaving", "Withdrawal Symptoms: On Wool", "Removal of Dirt: On Wool"]
)
def test_what_a_title_speaks_of_is_no_notice(title: str) -> None:
    assert notice_of(title) is None
