"""What the tables of words say to each of those that read them."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from reconcile.extract.cues import REVIEW_OF
from reconcile.extract.headings import is_of_reviews, topic_of
from reconcile.extract.instead import reason_in_fields
from reconcile.extract.likeness import Likeness, likeness
from reconcile.extract.outcasts import reason_against
from reconcile.extract.sections import Place
from reconcile.extract.stretch import Line, Stretch
from reconcile.extract.topics import Topic
from reconcile.lexicon import houses, notices, places, reviews, talks
from reconcile.lexicon.besides import occasions_beside
from reconcile.lexicon.reasons import Reason
from reconcile.parse.imprint import is_publisher
from reconcile.sighting.answers import announced
from reconcile.sighting.occasions import occasions_in
from reconcile.sighting.persons import persons_in
from reconcile.sighting.strays import IMPRINT, REMARKS
from reconcile.sighting.text import prepare
from reconcile.titles.notices import is_notice, is_review
from reconcile.venues.short_forms import is_house
from sources.text import fold


@pytest.mark.parametrize(
    "name",
    """
    Rezension zu|Rezensionen von|Buchbesprechung von|Compte rendu de|Compte-rendu du|Recensione di|Recensione a|Reseña de
    |Resenha do|Recensão de|Recension av|Anmeldelse af|Anmeldelse av|Anmälan av|Recenzja książki|Recenze knihy
    """.split("|"),
)
def test_a_review_is_one_in_every_language(name: str) -> None:
    called = f"{name.strip()} Felt and Wool"
    assert REVIEW_OF.match(called)
    assert [reason for reason, *_ in occasions_beside(called)] == [Reason.REVIEW]
    assert is_review(fold(called))


@pytest.mark.parametrize("heading", reviews.HEADINGS.split("|"))
def test_a_heading_over_reviews_is_one_of_publications(heading: str) -> None:
    assert topic_of(heading) is Topic.PUBLICATIONS
    assert is_of_reviews(heading)


def test_a_journal_is_no_review() -> None:
    assert not is_review(fold("Comptes rendus de l'Académie des Sciences"))
    assert not REVIEW_OF.match("Comptes rendus de l'Académie des Sciences")


@pytest.mark.parametrize("name", notices.CORRECTING.split("|"))
def test_what_corrects_a_publication_is_not_the_publication(name: str) -> None:
    called = f"{name.capitalize()} to: Felt and Wool"
    assert is_notice(fold(called))
    assert occasions_in(called)[0].reason == Reason.NOTICE
    assert announced(prepare(called), 2)


@pytest.mark.parametrize("name", notices.ANSWERING.split("|"))
def test_what_answers_a_publication_is_not_the_publication(name: str) -> None:
    assert is_notice(fold(f"{name} to Felt and Wool"))
    assert announced(prepare(f"{name} to Felt and Wool"), 2)


def test_a_notice_of_withdrawal_is_announced_and_a_journal_of_reports_is_none() -> None:
    assert announced(prepare("A. Olmo, withdrawal notice for “Felt and Wool”"), 5)
    assert not announced(prepare("Comptes Rendus Informatique 2017, A. Olmo, “Felt and Wool”"), 6)


@pytest.mark.parametrize("name", talks.ABROAD.split("|"))
def test_a_talk_is_one_in_every_language(name: str) -> None:
    assert occasions_in(f"{name} : Felt and Wool")[0].reason == Reason.TALK
    assert occasions_in(f"Lund 2020, {name}: Felt and Wool")[0].reason == Reason.TALK
    assert reason_in_fields([("ENTRYTYPE", "misc"), ("title", "Felt and Wool"), ("note", name)]) == Reason.TALK
    entry = Stretch((Line(f"{name.capitalize()}: “Felt and Wool”, Lund 2020", 1, 0),))
    assert reason_against(entry, Place(), Likeness()) == Reason.TALK


@pytest.mark.parametrize("name", talks.COMPOUNDED.split("|"))
def test_a_word_that_ends_in_a_talk_is_one_where_words_are_joined(name: str) -> None:
    assert occasions_in(f"Lund 2020, Olmo{name}: Felt and Wool")[0].reason == Reason.TALK


@pytest.mark.parametrize("word", ["коллекция", "селекция", "συνομιλία"])
def test_a_word_that_ends_like_a_talk_is_another_elsewhere(word: str) -> None:
    assert not occasions_in(f"{word}: Felt and Wool")


CALLED_LIKE_TALKS = [
    "Communication: Random walks on felt. Ada Lee, Bo Rye. The Journal of Wool Physics 2017. doi:10.1063/1.4974163",
    "Exposé: Finding felt in images. Ada Lee, Bo Rye. In Proceedings of the Conference on Wool, 2015.",
    "Sunum: A language of felt. Ada Lee, Bo Rye. In Proceedings of the Conference on Wool, 2016.",
    "Presentazione (2nd ed.). Ada Lee and Bo Rye. Olmo Press, 2018.",
    "Video lecture segmentation by topic and by voice. Ada Lee. 2014.",
    "Public lecture habits in old Leith, A. Lee and B. Rye, 2012.",
    "Lecture capture and attendance. Ada Lee. Leith, 2011.",
    "Seminar rooms and their light. Ada Lee. Leith, 2011.",
]


def reason(text: str) -> str:
    entry = Stretch((Line(text, 1, 0),))
    return reason_against(entry, Place(), likeness(text))


@pytest.mark.parametrize("text", CALLED_LIKE_TALKS)
def test_a_title_that_begins_with_the_name_of_a_talk_is_a_papers(text: str) -> None:
    assert not reason(text)


@pytest.mark.parametrize(
    "text",
    [
        "Invited talk: Wool and felt, Lund 2015",
        "Keynote at the Wool Days, Lund 2015",
        "Invited lecture “On felt”, Lund 2011",
        "Keynote speech, “Wool”, Leith 2011",
        "Seminar series on wool, University of Leith 2012",
        "Vortrag: „Wolle und Filz“, Tagung der Gesellschaft, Leith 2012, mit A. Rye",
        "Communication : « Laine et feutre », colloque Fibres, Lyon 2015 (avec B. Rye)",
    ],
)
def test_the_name_of_a_talk_before_its_title_or_place_is_a_talk(text: str) -> None:
    assert reason(text) == Reason.TALK


@pytest.mark.parametrize("name", houses.ANYWHERE.split("|"))
def test_a_publisher_is_one_in_an_imprint(name: str) -> None:
    assert is_publisher(f"Olmo {name.title()}")


@pytest.mark.parametrize("name", houses.FOR_A_VENUE.split("|"))
def test_a_publisher_is_one_in_place_of_a_venue(name: str) -> None:
    assert is_house(f"Olmo {name.title()}")


@pytest.mark.parametrize("venue", ["Penguin Behaviour and Ecology", "Vintage Automobile Engineering", "Dover Reports"])
def test_words_that_some_publishers_are_called_by_are_no_publishers_in_venues(venue: str) -> None:
    assert not is_house(venue)


@pytest.mark.parametrize("name", ["Fischer", "Kaufmann", "Morgan", "Blackwell", "Harper", "Sage", "Brill"])
def test_people_who_are_called_as_publishers_are_remain_people(name: str) -> None:
    assert fold(name) not in IMPRINT


@pytest.mark.parametrize("table", [houses.PARTS, places.CITIES, REMARKS], ids=["publishers", "cities", "remarks"])
def test_at_an_initial_every_name_is_a_persons(table: Iterable[str]) -> None:
    families = sorted(fold(name).split()[-1] for name in table)
    strings = [prepare(f"A. {name.title()}. Felt and Wool") for name in families if len(name) > 1 and name.isascii()]
    unnamed = [text.string for text in strings if text.words[1] not in persons_in(text, 2, set(), set()).words]
    assert strings
    assert not unnamed
