"""How a work stands that has not come out: a state is never a title, a name or a venue, in whatever language."""

from __future__ import annotations

import pytest

from reconcile.entry import Entry
from reconcile.extract.words import cues
from reconcile.lexicon import states
from reconcile.mention import Mention
from reconcile.parse import parse, parse_string
from reconcile.parse.fields import record_of_fields
from reconcile.streaming.claims import claim_of
from reconcile.venues import read_venue

STATES = [
    state for kind in (states.ACCEPTED, states.IN_PRINT, states.SUBMITTED, states.IN_WORK, states.SIGNS)
    for state in kind.split("|")
]  # fmt: skip
TITLE = "Tidal limpets and their kin in the north"
CITED = f"A. Bee, C. Gull. {TITLE}"
# Where a state stands behind the names, and the venue that is read there.
PLACES = (
    ("{capital}. {title}. Wool Letters.", "Bee, Ada, and Carl Gull. ", "Wool Letters"),
    ("({small}). {title}. Wool Letters.", "Bee, A., & Gull, C. ", "Wool Letters"),
    ("{title}. {capital}.", "A. Bee, C. Gull. ", ""),
    ("{title}. {small}", "A. Bee, C. Gull. ", ""),
    ("{title}, {small}.", "A. Bee, C. Gull. ", ""),
    ("{title} ({small}).", "A. Bee, C. Gull. ", ""),
    ("{title} [{small}]. Wool Letters.", "A. Bee, C. Gull. ", "Wool Letters"),
    ("{title}. Wool Letters, {small}.", "A. Bee, C. Gull. ", "Wool Letters"),
    ("{title}. Wool Letters, {small} 2024.", "A. Bee, C. Gull. ", "Wool Letters"),
    ("{title}. Wool Letters ({small}).", "A. Bee, C. Gull. ", "Wool Letters"),
    ("{title}. Wool Letters [{small}], 2024.", "A. Bee, C. Gull. ", "Wool Letters"),
    ("{title}. Wool Letters. {capital}.", "A. Bee, C. Gull. ", "Wool Letters"),
)


@pytest.mark.parametrize("state", STATES)
def test_a_state_is_neither_title_nor_venue_wherever_it_stands(state: str) -> None:
    for place, names, venue in PLACES:
        text = names + place.format(title=TITLE, small=state, capital=state[0].upper() + state[1:])
        mention = parse_string(text)
        assert (mention.claim.title, mention.claim.container_title) == (TITLE, venue), text
        assert [str(name) for name in mention.claim.author][1:] == [str(mention.claim.author[1])], text
        assert all(each.name == "Wool Letters" for each in mention.venues), text


@pytest.mark.parametrize("state", STATES)
def test_a_state_in_a_field_is_neither_title_nor_venue(state: str) -> None:
    fields = (("ENTRYTYPE", "article"), ("author", "Bee, Ada"), ("year", "2024"))
    for title, journal, read in (
        (TITLE, state.capitalize(), ""),
        (f"{TITLE} ({state})", f"Wool Letters ({state})", "Wool Letters"),
    ):
        named = (*fields, ("title", title), ("journal", journal))
        for claim in (claim_of(named), record_of_fields(named)[0]):
            assert (claim.title, claim.container_title) == (TITLE, read)


@pytest.mark.parametrize("state", STATES)
def test_a_state_shows_that_a_work_is_cited(state: str) -> None:
    assert cues.STATUS.search(f"{CITED}, {state}")


@pytest.mark.parametrize("state", STATES)
def test_a_state_is_no_part_of_a_venue(state: str) -> None:
    assert read_venue(f"NeurIPS 2024 ({state})").name == "NeurIPS"
    assert read_venue(f"NeurIPS 2024, {state}").name == "NeurIPS"


def read(text: str) -> Mention:
    return parse(Entry("cv.md", 1, 1, text, text))


@pytest.mark.parametrize(
    ("text", "title", "venue"),
    [
        ("A. Bee, C. Gull. Felt at sea. W druku w Wool Letters.", "Felt at sea", "Wool Letters"),
        ("A. Bee, C. Gull, Felt at sea, à paraître dans Revue de laine.", "Felt at sea", "Revue de laine"),
        ("A. Bee, C. Gull. Felt at sea. En prensa en Revista de lana, 12.", "Felt at sea", "Revista de lana"),
        ("A. Bee, C. Gull (in c.d.s.), Felt at sea, in «Annali di lana».", "Felt at sea", "Annali di lana"),
        ("A. Bee, C. Gull. Felt at sea. Accepted, NeurIPS 2024.", "Felt at sea", "NeurIPS 2024"),
        ("A. Bee. Under review: how gulls judge. Wool Letters 2, 1-4, 2020.", "Under review: how gulls judge", "Wool Letters"),
        ("A. Bee. Accepted practice among shepherds. Wool Letters 2, 1-4.", "Accepted practice among shepherds", "Wool Letters"),
        ("A. Bee. Felt, forthcoming gales and wool. Wool Letters 2, 1-4.", "Felt, forthcoming gales and wool", "Wool Letters"),
    ],
)  # fmt: skip
def test_a_state_leads_to_a_venue_and_words_of_titles_stay(text: str, title: str, venue: str) -> None:
    claim = read(text).claim
    assert (claim.title, claim.container_title) == (title, venue)


SIBLINGS = (
    ("A. Bee, C. Gull. {title}, {small}. Wool Letters, 2014.", "Wool Letters"),
    ("A. Bee, C. Gull. {title}, {small}. In Proceedings of Felt 2014.", "Proceedings of Felt 2014"),
    ("A. Bee, C. Gull. {title}. {capital}. Wool Letters 12 (2014).", "Wool Letters"),
)


@pytest.mark.parametrize("state", STATES)
def test_a_state_behind_a_title_cuts_no_word(state: str) -> None:
    for place, venue in SIBLINGS:
        text = place.format(title=TITLE, small=state, capital=state[0].upper() + state[1:])
        mention = read(text)
        assert (mention.claim.title, mention.claim.container_title) == (TITLE, venue), text
        (span,) = [each for each in mention.spans if each.field == "title"]
        assert text[span.start : span.end] == TITLE


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("C. Gull and P. Enviado. {}. Felt Notes, 2011.", ["C. Gull", "P. Enviado"]),
        ("L. Angenommen, C. Gull. {}. Felt Notes, 2011.", ["L. Angenommen", "C. Gull"]),
        ("C. Gull, R.-M. Antagen. {}. Felt Notes, 2011.", ["C. Gull", "R.-M. Antagen"]),
        ("Gull, C., Accettato, L. (2011). {}. Felt Notes.", ["C. Gull", "L. Accettato"]),
        ("Painossa, T., Gull, C. {}. Felt Notes, 2011.", ["T. Painossa", "C. Gull"]),
        ("Gull, C., Soumis, Luc, Bee, A. {}. Felt Notes, 2011.", ["C. Gull", "Luc Soumis", "A. Bee"]),
        ("T. Tulossa. {}. Felt Notes, 2011.", ["T. Tulossa"]),
        ("Gull, C. Submitted. {}. Felt Notes.", ["C. Gull"]),
        ("Gull, C. and Bee, A. Accepted. {}. Felt Notes.", ["C. Gull", "A. Bee"]),
    ],
)
def test_a_state_beside_initials_is_a_family_name(text: str, names: list[str]) -> None:
    claim = read(text.format(TITLE)).claim
    assert ([str(name) for name in claim.author], claim.title) == (names, TITLE)
    assert claim.container_title == "Felt Notes"
