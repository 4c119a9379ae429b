"""Titles of records that say how another work stands."""

from __future__ import annotations

import pytest

from reconcile.cleaning.standing import Notice, notice_of


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
