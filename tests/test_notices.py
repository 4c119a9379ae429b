"""Titles that are a notice's or a review's, not the publication's own."""

from __future__ import annotations

import pytest

from reconcile.notices import is_notice, is_review, retracted
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
