"""With whom a work was written, where the list leaves its owner out: behind the title or before it, in all languages."""

from __future__ import annotations

import pytest

from reconcile.extract.looks.people import runs
from reconcile.lexicon import together
from reconcile.parse import parse_string
from reconcile.venues import read_venue

TITLE = "Tidal limpets and their kin"
ALONE = "with w/ m/ mit avec con com met med z s".split()
PHRASES = together.PHRASES.split("|")
# Where they are named, in brackets or behind a comma.
PLACES = (
    "{title} ({with_} C. Gull and D. Fox). Wool Letters, 2019.",
    "{title} [{with_} Carla Gull and Dan Fox]. Wool Letters, 2019.",
    "{title}, {with_} C. Gull and D. Fox, Wool Letters, 2019.",
    "({with_} Carla Gull and Dan Fox) {title}. Wool Letters, 2019.",
    "{title}. Wool Letters, 2019 ({with_} Carla Gull and Dan Fox).",
    "{title}, Wool Letters, 2019, {with_} Carla Gull and Dan Fox.",
)


@pytest.mark.parametrize("with_", [*ALONE, *PHRASES])
def test_co_authors_are_named_in_brackets_and_behind_commas(with_: str) -> None:
    for place in PLACES:
        text = place.format(title=TITLE, with_=with_)
        claim = parse_string(text).claim
        read = (claim.title, claim.container_title, [name.family for name in claim.author])
        assert read == (TITLE, "Wool Letters", ["Gull", "Fox"]), text


@pytest.mark.parametrize("with_", PHRASES)
def test_co_authors_are_named_in_a_sentence_of_their_own(with_: str) -> None:
    text = f"{TITLE}. {with_[0].upper()}{with_[1:]} Carla Gull and Dan Fox. Wool Letters, 2019."
    claim = parse_string(text).claim
    assert (claim.title, [name.family for name in claim.author]) == (TITLE, ["Gull", "Fox"])


@pytest.mark.parametrize("with_", [*ALONE, *PHRASES])
def test_co_authors_are_seen_by_who_reads_lists_and_venues(with_: str) -> None:
    text = f"{TITLE} ({with_} Carla Gull and Dan Fox). Wool Letters"
    assert [(text[run.start : run.end].strip(), run.count) for run in runs(text)] == [("Carla Gull and Dan Fox", 2)]
    assert read_venue(f"({with_} Carla Gull), Wool Letters").name == "Wool Letters"


@pytest.mark.parametrize(
    "text",
    [
        "Ada Bee. Coping with Gulls. Wool Letters, 2019.",
        "Ada Bee. Working together with Shepherds on Dry Hills. Wool Letters, 2019.",
        "Ada Bee. Life at sea, together with wool and felt. Wool Letters, 2019.",
    ],
)
def test_words_of_titles_stay_theirs(text: str) -> None:
    claim = parse_string(text).claim
    assert (claim.title, len(claim.author)) == (text.split(". ")[1], 1)
