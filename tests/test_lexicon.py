"""What the tables of words say to each of those that read them."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from reconcile.extract.lines.stretch import Line, Stretch
from reconcile.extract.looks.likeness import Likeness, likeness
from reconcile.extract.placing.headings import is_of_reviews, topic_of
from reconcile.extract.placing.sections import Place
from reconcile.extract.refusing.instead import reason_in_fields
from reconcile.extract.refusing.outcasts import reason_against
from reconcile.extract.words import cues as extract_cues
from reconcile.extract.words.cues import REVIEW_OF
from reconcile.extract.words.topics import Topic
from reconcile.lexicon import houses, namesakes, notices, places, reviews, talks, venues
from reconcile.lexicon.besides import occasions_beside
from reconcile.lexicon.given_names import GIVEN_NAMES
from reconcile.lexicon.reasons import Reason
from reconcile.matching.names.persons import persons_in
from reconcile.matching.names.strays import IMPRINT
from reconcile.matching.strings.occasions import occasions_in
from reconcile.matching.strings.text import prepare
from reconcile.matching.titles.answers import announced
from reconcile.matching.titles.edges import REMARKS
from reconcile.mention import Kind
from reconcile.parse import parse_string
from reconcile.parse.place.imprint import is_publisher
from reconcile.parse.words import cues as parse_cues
from reconcile.titles.notices import is_notice, is_review
from reconcile.venues.short_forms import is_house
from sources.record import Name
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


BESIDE = {
    Reason.TALK: (
        "Invited talk, Lund|keynote address, Lund|Plenary speech, Lund|Guest lecture, Lund|public webinar, Lund|Eingeladener Vortrag, Lund"
        "|Gastvortrag, Lund|slides for the reading group|conférence invitée, Lund|ponencia invitada|charla invitada"
        "|conferencia plenaria|palestra convidada|conferência plenária|relazione su invito|presenter: Ada Lee"
    ),
    Reason.PATENT: "US patent 1234567|Pat. No. 1,234,567|pat., appl. 12345678|patents pending",
    Reason.GRANT: (
        "(Co-PI)|PI: Ada Lee|PIs: Ada Lee|PI (with A. Bee)|(PIs)|principal investigator|grant agreement no. 123456"
        "|Award #123456|$45,000|€ 45.000|£45,000|(EUR 45,000)|EUR45,000|usd 45,000|GBP 45'000|CHF 45'000"
    ),
    Reason.COURSE: (
        "instructor|6 ECTS|3 credits|4 credit hours|2 SWS|Vorlesung|Lehrveranstaltung|Proseminar|Hauptseminar|Oberseminar"
        "|graduate seminar|undergraduate class"
    ),
    Reason.OF_OTHERS: (
        "interviewed by Ada Lee|interview mit Ada Lee|im Gespräch mit Ada Lee|in conversation with Ada Lee"
        "|podcast, episode 3|press release|media coverage|Pressemitteilung|Medienmitteilung|reviewer's report"
        "|referee report"
    ),
}


@pytest.mark.parametrize(
    ("reason", "said"), [(reason, each) for reason, row in BESIDE.items() for each in row.split("|")]
)
def test_what_stands_beside_a_title_is_found_whatever_word_says_it(reason: Reason, said: str) -> None:
    assert reason in [found for found, *_ in occasions_beside(f"Ada Lee. On Wool, {said}")]


def plain(words: str) -> list[str]:
    return [word.replace("\\b", "").replace("\\.", ".") for word in words.split("|")]


@pytest.mark.parametrize("name", plain(venues.JOURNALS))
def test_a_journal_is_one_in_every_language(name: str) -> None:
    assert extract_cues.VENUE.search(f"Olmo {name} di lana")
    assert parse_cues.VENUE.search(f"Olmo {name} di lana")
    assert parse_string(f"Ada Lee, Bo Rye. Counting sheep by night. {name.title()} Olmo, 2012.").kind is Kind.ARTICLE


@pytest.mark.parametrize("name", plain(f"{venues.MEETINGS}|{venues.PROCEEDINGS}|{venues.ARCHIVES}|{venues.SERIES}"))
def test_where_papers_appear_is_known_in_every_language(name: str) -> None:
    assert extract_cues.VENUE.search(f"Olmo {name} di lana")
    assert parse_cues.VENUE.search(f"Olmo {name} di lana")


def test_attitudes_are_no_proceedings() -> None:
    assert not parse_cues.VENUE.search("Attitudes of gulls")


@pytest.mark.parametrize("table", [houses.PARTS, places.CITIES, REMARKS], ids=["publishers", "cities", "remarks"])
def test_at_an_initial_every_name_is_a_persons(table: Iterable[str]) -> None:
    families = sorted(fold(name).split()[-1] for name in table)
    strings = [prepare(f"A. {name.title()}. Felt and Wool") for name in families if len(name) > 1 and name.isascii()]
    unnamed = [text.string for text in strings if text.words[1] not in persons_in(text, (2, 5), set(), ()).words]
    assert strings
    assert not unnamed


def whole(string: str, ahead: int = 0) -> set[str]:
    """The words of whole names in a string in which `Felt and Wool` is the title, behind so many words."""
    return set(persons_in(prepare(string), (ahead, ahead + 3), set(), ()).whole)


FIRMS = ["Carl Hanser", "Georg Thieme", "Gustav Fischer", "Martinus Nijhoff", "Prentice Hall", "Simon & Schuster"]
BORNE = ["Carl Winter", "Paul Chapman", "Frank Cass", "Henry Holt", "Max Planck", "Juan Carlos", "Thomas Jefferson"]
SCHOOLS = ["Max Planck", "Marie Curie", "Simon Fraser", "Otto Hahn", "Robert Bosch", "George Washington"]


@pytest.mark.parametrize("name", FIRMS)
def test_a_firm_behind_a_title_is_nobody(name: str) -> None:
    assert not whole(f"Felt and Wool. {name}, 2015")


@pytest.mark.parametrize("name", BORNE)
def test_what_people_are_called_is_no_firm_by_itself(name: str) -> None:
    assert whole(f"Felt and Wool. {name}, 2015") == set(fold(name).split())
    assert not whole(f"Felt and Wool. Leith, London: {name}, 2015")
    assert not whole(f"Felt and Wool. {name} & Sons, 2015")


@pytest.mark.parametrize("name", SCHOOLS)
def test_a_school_is_nobody_behind_the_year_alone(name: str) -> None:
    assert not whole(f"Felt and Wool. ACL 2015. {name}")
    assert not whole(f"Felt and Wool. {name} University, 2015")
    assert whole(f"Felt and Wool. {name}, 2015") == set(fold(name).split())


@pytest.mark.parametrize("names", ["J. Hanser and M. Nijhoff", "Carl Hanser, Georg Thieme", "Hanser, C., Thieme, G."])
def test_in_a_list_or_at_an_initial_a_firm_is_people(names: str) -> None:
    assert whole(f"Felt and Wool. {names}. ACL 2015") >= {"hanser"}


@pytest.mark.parametrize("kind", ["Academy", "Institute", "Press", "University", "Prize", "Lecture", "Verlag"])
def test_what_ends_with_what_it_is_is_nobody(kind: str) -> None:
    assert not whole(f"Felt and Wool. Odo Quimby {kind}, 2015")
    assert not whole(f"Felt and Wool. Simon Quimby {kind}, 2015")


@pytest.mark.parametrize("name", ["Anna Lee", "Andy Rye", "Dmitry Olmo", "Mark Read", "Peter Field", "Anna Book"])
def test_at_a_given_name_any_word_is_a_family(name: str) -> None:
    words = set(fold(name).split())
    assert whole(f"{name}. Felt and Wool. 2015", 2) == whole(f"Felt and Wool. {name}. 2015") == words


@pytest.mark.parametrize("name", ["June Edition", "May Issue", "Virginia Beach", "Spring Edition", "Google Clova"])
def test_months_cities_and_firms_are_no_given_names(name: str) -> None:
    assert not whole(f"{name}. Felt and Wool. 2015", 2)
    assert not whole(f"Felt and Wool. {name}. 2015")


@pytest.mark.parametrize("name", ["Carl Hanser", "Georg Thieme", "Otto Hahn", "Simon Fraser", "Morgan Kaufmann"])
def test_before_a_title_they_are_people(name: str) -> None:
    assert whole(f"{name}. Felt and Wool. 2015", 2) == set(fold(name).split())


def test_a_city_far_from_a_firm_says_nothing_of_it() -> None:
    assert not whole("Felt and Wool. Peter Lang, Bern, 2015")
    assert whole("Felt and Wool. Peter Lang. The old and the new felt of Leith and Bern, 2015") == {"peter", "lang"}


@pytest.mark.parametrize(
    ("behind", "people"),
    [
        ("by Carl Hanser, 2015", {"carl", "hanser"}),
        ("by Taylor and Beck. ACL 2015", {"taylor", "beck"}),
        ("The letters of Taylor and Beck. ACL 2015", set()),
        ("Paul Quimby Rye Olmo, Anna Quimby Rye Olmo. ACL 2015", set()),
        ("S. Quimby. ACL 2015", {"quimby"}),
        ("A word about S. Quimby. ACL 2015", set()),
        ("2nd ed. Simon Taylor, 2015", {"simon", "taylor"}),
        ("ACL 2015. Ed. Simon Taylor", set()),
        ("J. Quimb. Phys. 2015", set()),
        ("J. QAM, 2015", set()),
        ("Springer, N.Y., 2015", set()),
        ("Springer, N., 2015", {"springer"}),
        ("London and Leith, 2015", set()),
    ],
)
def test_the_form_of_what_they_stand_in_makes_people(behind: str, people: set[str]) -> None:
    assert whole(f"Felt and Wool. {behind}") == people


@pytest.mark.parametrize(
    ("named", "others"), [("Quimbert, Anna", set()), ("Anna Lea", set()), ("Anna Olmo", {"anna", "olmo"})]
)
def test_given_names_and_slips_are_the_authors_own(named: str, others: set[str]) -> None:
    authors = (Name("Rye", "Quimbert"), Name("Lee", "Anna"), Name("Leah", "Anna"))
    assert persons_in(prepare(f"Felt and Wool (with {named}). 2015"), (0, 3), set(), authors).whole == others


def test_a_row_of_capitals_is_no_name() -> None:
    assert whole("Felt and Wool. Anna Quimby Rye, 2015")
    assert not whole("Felt and Wool. Anna Quimby Rye Olmo, 2015")


def test_an_initial_is_no_person() -> None:
    assert persons_in(prepare("Felt and Wool. W. W. Olmo, 2015"), (0, 3), set(), ()).words == {"olmo"}


def test_a_name_is_a_firms_or_a_schools() -> None:
    assert not namesakes.HOUSES & namesakes.INSTITUTIONS
    assert not namesakes.HOUSES.intersection(map(fold, houses.FOR_A_VENUE.split("|")))


@pytest.mark.parametrize("word", ["art", "ed", "rich", "wool", "springer"])
def test_words_of_texts_are_no_given_names(word: str) -> None:
    assert word not in GIVEN_NAMES


@pytest.mark.parametrize("name", ["anna", "andy", "dmitry", "will", "jiri", "matthieu"])
def test_given_names_are_in_one_table(name: str) -> None:
    assert name in GIVEN_NAMES
