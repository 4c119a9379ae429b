"""What a meeting is called, in all the languages of the documents and by every reader alike."""

from __future__ import annotations

import pytest

from reconcile.entry import Entry
from reconcile.extract.words import cues
from reconcile.lexicon import venues
from reconcile.mention import Kind
from reconcile.parse import parse, parse_string
from reconcile.venues import looks_like_venue

ABROAD = venues.MEETINGS_ABROAD.split("|")
ENGLISH = venues.MEETINGS_IN_ENGLISH.replace("\\", "").split("|")
ARABIC = ("همایش", "کنفرانس", "کنگره", "مؤتمر", "ندوة")
LIKELY = 0.5


@pytest.mark.parametrize("name", [*ENGLISH, *ABROAD])
def test_a_number_behind_a_meeting_is_no_volume(name: str) -> None:
    claim = parse_string(f"A. Bee, C. Gull. Tidal limpets. In: {name.capitalize()} on Wool, 12, 2019, 1-9.").claim
    assert claim.volume == ""


@pytest.mark.parametrize("name", [*ENGLISH, *ABROAD])
def test_a_paper_at_a_meeting_is_one(name: str) -> None:
    said = f"{name.capitalize()} de lana" if name in ABROAD else f"{name.capitalize()} on Wool"
    mention = parse_string(f"A. Bee, C. Gull. Tidal limpets of the north. {said}, 2019, pp. 1-9.")
    assert (mention.claim.title, mention.claim.container_title) == ("Tidal limpets of the north", said)
    assert mention.kind is Kind.PAPER


@pytest.mark.parametrize("name", [name for name in ABROAD if name not in ARABIC])
def test_a_meeting_in_full_begins_a_venue(name: str) -> None:
    said = f"{name.capitalize()} de lana"
    assert cues.VENUE_OR_STATE_FIRST.match(said)
    assert cues.MEETING_IN_FULL.match(said)
    assert cues.NAMED.search(f"Presented at the {name} ")
    assert looks_like_venue(f"{said} y ovejas") >= LIKELY


@pytest.mark.parametrize(
    "name",
    [
        "XII Congreso Internacional de la Lana",
        "3. Tagung zur Wolle",
        "2ème Colloque sur la laine",
        "IV Simpósio Nacional de Ovelhas",
        "Internationale Tagung über Filz",
    ],
)
def test_a_meeting_may_have_its_number_first(name: str) -> None:
    assert looks_like_venue(name) >= LIKELY
    assert looks_like_venue(f"Felt at the {name}") < LIKELY


@pytest.mark.parametrize("heading", ["Congresos", "Jornadas y simposios", "Convegno", "Referaty: konferencja", "Anais"])
def test_a_heading_of_meetings_says_what_the_works_below_are(heading: str) -> None:
    text = "A. Bee, C. Gull. Tidal limpets of the north. 2019."
    assert parse(Entry("x", 1, 1, text, text, section=heading)).kind is Kind.PAPER


@pytest.mark.parametrize(
    "meeting",
    [
        "5. Ulusal Yün ve Koyun Kongresi",
        "12. Nationale Konferenz der Wolle",
        "3. Krajowa Konferencja Wełny",
        "2. Wool and Felt Conference",
    ],
)
def test_the_number_of_a_meeting_is_no_part_of_the_title_before_it(meeting: str) -> None:
    claim = parse_string(f"Bee, A., Gull, C. (2012). Tidal limpets of the north. {meeting}, Rieti, 321-328.").claim
    assert claim.title == "Tidal limpets of the north"
    assert claim.container_title == meeting
