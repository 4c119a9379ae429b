"""Titles that are a notice's or a review's, not the publication's own."""

from __future__ import annotations

import pytest

from reconcile.notices import is_notice, is_review
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
