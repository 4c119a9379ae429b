"""An edition is one in every language, wherever a citation has it, and is no part of the title."""

from __future__ import annotations

import re

import pytest

from reconcile.entry import Entry
from reconcile.lexicon.editions import EDITION, ORDINAL, WHICH
from reconcile.parse import parse

EDITIONS = (
    "2nd ed.|3d ed.|2nd edition|third edn|rev. ed.|2. Aufl.|3. Auflage|neue Ausgabe|2e éd.|2ª ed.|2. vyd.|3. wyd."
    "|2a edizione|2ª edição|2ª edición|nueva edición"
).split("|")


@pytest.mark.parametrize("edition", EDITIONS)
def test_an_edition_is_one(edition: str) -> None:
    assert re.fullmatch(rf"{WHICH} {EDITION}\.?", edition)


@pytest.mark.parametrize("text", ["2 editors", "5 auflagen", "12 vydra"])
def test_what_only_begins_so_is_none(text: str) -> None:
    assert not re.search(rf"(?:{ORDINAL} )?{EDITION}", text)


@pytest.mark.parametrize("edition", ["2nd ed.", "2. Aufl.", "2. vyd.", "3. wyd.", "2. ed."])
def test_an_edition_is_no_part_of_a_title(edition: str) -> None:
    text = f"Bee, Anna. Felt and wool in the northern trade. {edition} Berlin: Olmo, 2007."
    assert parse(Entry("a.md", 1, 1, text, text)).claim.title == "Felt and wool in the northern trade"
