"""Who edited a book is told by one table of short forms, wherever their names stand."""

from __future__ import annotations

import re

import pytest

from reconcile.parse.place.credits import past_credits
from reconcile.parse.text.segments import ROLE_IN_BRACKETS

EDITORS = "ed eds Ed hrsg Hg Hgg éd éds org coord red szerk toim ред".split()


@pytest.mark.parametrize("role", EDITORS)
def test_those_before_a_role_are_editors(role: str) -> None:
    text = f"Daphne Ellis ({role}.), Olmo, 2003."
    people, past = past_credits(text, 0, len(text))
    assert [one.text for one in people] == ["Daphne Ellis"]
    assert text[past:] == " Olmo, 2003."
    assert re.search(ROLE_IN_BRACKETS, text, re.IGNORECASE)


@pytest.mark.parametrize("role", ["trans", "transl", "tr", "dir", "comp"])
def test_those_before_another_role_are_none(role: str) -> None:
    text = f"Daphne Ellis ({role}.), Olmo, 2003."
    assert past_credits(text, 0, len(text)) == ((), len(f"Daphne Ellis ({role}.),"))
