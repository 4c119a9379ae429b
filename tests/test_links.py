"""What links beside a citation are called, in every place in which citations have them."""

from __future__ import annotations

import pytest

from reconcile.documents.reader import read_text
from reconcile.extract.looks.likeness import is_button_line
from reconcile.lexicon import links
from reconcile.parse import parse_string
from reconcile.parse.fields import record_of_fields

TITLE = "Tidal limpets and their kin in the north"


@pytest.mark.parametrize("label", sorted(links.BEHIND_TITLES))
@pytest.mark.parametrize("behind", ["[{}]", "[{}] [pdf]"])
def test_the_label_of_a_link_is_no_part_of_a_title_in_a_field(label: str, behind: str) -> None:
    for said in (label, label.capitalize(), label.upper()):
        fields = (("title", f"{TITLE} {behind.format(said)}"), ("author", "Bee, Ada"), ("journal", "Wool Letters"))
        assert record_of_fields(fields)[0].title == TITLE


@pytest.mark.parametrize("word", ["abstract", "errata", "Part II", "version", "1998"])
def test_what_says_something_of_a_work_stays_in_its_field(word: str) -> None:
    assert record_of_fields((("title", f"{TITLE} [{word}]"),))[0].title == f"{TITLE} [{word}]"


@pytest.mark.parametrize("label", sorted(links.LABELS))
def test_the_label_of_a_link_is_no_part_of_a_string(label: str) -> None:
    claim = parse_string(f"Bee, A., Gull, C. {TITLE}. Wool Letters 12, 1-9 (2019). [{label}]").claim
    assert (claim.title, claim.container_title, claim.page) == (TITLE, "Wool Letters", "1-9")


@pytest.mark.parametrize("label", sorted(links.BUTTONS))
def test_a_row_of_buttons_is_one(label: str) -> None:
    assert is_button_line(f"{label} / pdf / bib")


@pytest.mark.parametrize("label", sorted(links.OF_PORTALS))
def test_a_row_of_a_portals_buttons_is_no_text_of_a_page(label: str) -> None:
    page = f"A. Bee, C. Gull. {TITLE}. Wool Letters 12, 2019.\n{label} pdf bib\n\nA. Bee. Felt. Wool Letters 13, 2020."
    assert label not in "\n".join(block.text for block in read_text(page, "page", ".txt").blocks).split()
