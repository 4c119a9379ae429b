"""Books, chapters and the customs of the humanities: where the title ends, and what the container is."""

from __future__ import annotations

import pytest

from reconcile.entry import Entry
from reconcile.parse import parse
from reconcile.parse.layouts.rest import is_subtitle
from reconcile.parse.place.credits import end_before_editors, past_credits
from reconcile.parse.place.imprint import is_place, is_publisher, read_imprint
from sources.record import Record


def claim(text: str) -> Record:
    return parse(Entry("cv", 1, 1, text, text)).claim


BOOKS = [
    ("Sen, Amartya, Development as Freedom, Oxford University Press, Oxford, 1999.", "Development as Freedom"),
    ("Ricoeur, P., La mémoire, l’histoire, l’oubli, Paris : Seuil, 2000.", "La mémoire, l’histoire, l’oubli"),
    ("Schmitt, Carl: Der Begriff des Politischen, Berlin 1932.", "Der Begriff des Politischen"),
    ("Said, Edward W., Orientalism (London: Routledge & Kegan Paul, 1978).", "Orientalism"),
    ("J. D. Jackson, Classical Electrodynamics (Wiley, New York, 1999), Sec. 4.2.", "Classical Electrodynamics"),
    ("Horn, B. (1986). Robot Vision, MIT Press.", "Robot Vision"),
    ("Rawls, John, A Theory of Justice, rev. ed., Cambridge, MA, Belknap Press, 1999.", "A Theory of Justice"),
    ("Plato. The Republic. Trans. Allan Bloom. New York: Basic Books, 1968.", "The Republic"),
    ("Homer. The Odyssey, trans. Robert Fagles (New York: Penguin, 1996).", "The Odyssey"),
    (
        "Foucault, M. (1977). Discipline and punish: The birth of the prison (A. Sheridan, Trans.). New York, NY: Vintage.",
        "Discipline and punish: The birth of the prison",
    ),
    (
        "Luhmann, N. (1984): Soziale Systeme. Grundriß einer allgemeinen Theorie. Frankfurt/M.: Suhrkamp.",
        "Soziale Systeme. Grundriß einer allgemeinen Theorie",
    ),
    (
        "Eco, Umberto, Lector in fabula. La cooperazione interpretativa nei testi narrativi, Milano, Bompiani, 1979.",
        "Lector in fabula. La cooperazione interpretativa nei testi narrativi",
    ),
    (
        "Swift, Jonathan, Gulliver's Travels, ed. by Robert DeMaria (London: Penguin, 2003), p. 45.",
        "Gulliver's Travels",
    ),
    ("Bowen, James. A History of Education. Vol. 2: Civilization. London: Methuen, 1975.", "A History of Education"),
    (
        "K. Ash (2006). Life at the frontier (Unpublished doctoral dissertation). University of X.",
        "Life at the frontier",
    ),
]


@pytest.mark.parametrize(("text", "title"), BOOKS, ids=[text[:40] for text, _ in BOOKS])
def test_the_title_of_a_book_ends_before_its_imprint(text: str, title: str) -> None:
    assert claim(text).title == title
    assert claim(text).container_title == ""


CONTAINERS = [
    (
        "Welty, Eudora. “Why I Live Here.” Tales of the Modern South. Ed. Ben Forkner. New York: Penguin, 1984. 15-24.",
        "Tales of the Modern South",
        ["Ben Forkner"],
    ),
    (
        "Yorke, Barbara. “Origin Legends.” In Myth, Rulership, Church and Charters: Essays, ed. Julia Barrow and Ann Lee."
        " Aldershot, 2008. Pp. 15–29.",
        "Myth, Rulership, Church and Charters: Essays",
        ["Julia Barrow", "Ann Lee"],
    ),
    (
        "O'Neil, J. M. (1992). Role journeys. In B. R. Wainrib (Ed.), Gender issues, across the life cycle (pp. 107-123)."
        " New York, NY: Springer.",
        "Gender issues, across the life cycle",
        ["B. R. Wainrib"],
    ),
    ("Abe, Nic. “Notes on it.” Trans. Ann Rand. Critical Inquiry 13.2 (1989): 287-292.", "Critical Inquiry", []),
    ("Dawson, C. (2012). A Free Town Fades Away. Wall Street Journal 4 January.", "Wall Street Journal", []),
    ("M. Such, « Managing legitimacy », Academy of management review 20, no 3 (1995): 571–610.",
     "Academy of management review", []),
    ("N. Swenson, Trait-based plant ecology, «Ecology», 97 (2016), pp. 3556-3558.", "Ecology", []),
    ("Pace, A.K.: An Objective Pain Score. Pain Research and Management 2021(2), 1-8 (2021)",
     "Pain Research and Management", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "container", "editors"), CONTAINERS, ids=[text[:40] for text, _, _ in CONTAINERS])
def test_the_container_is_whole_without_credits_and_days(text: str, container: str, editors: list[str]) -> None:
    assert claim(text).container_title == container
    assert [str(name) for name in claim(text).editor] == editors


UNTITLED = [
    ("A. Einstein, B. Podolsky, and N. Rosen, Phys. Rev. 47, 777 (1935).", "Phys. Rev", 3),
    ("Ascasibar Y., Markevitch M., 2006, ApJ, 650, 102", "ApJ", 2),
    ("[11] J. Zhu, C.-M. Hsu, Y. Cui, Nano Lett. 2010, 10, 1979.", "Nano Lett", 3),
]


@pytest.mark.parametrize(("text", "journal", "people"), UNTITLED)
def test_a_journal_alone_is_no_title(text: str, journal: str, people: int) -> None:
    found = claim(text)
    assert (found.title, found.container_title, len(found.author)) == ("", journal, people)


@pytest.mark.parametrize(
    ("text", "complete", "first"),
    [
        ("New York: Knopf, 1999.", True, True),
        ("Paris, Éditions Galilée, 2003.", True, True),
        ("Lakeview, Paris, 1988", True, False),
        ("Canada: A persistent enigma (abstract). Large", False, True),
        ("Harvard, Massachusetts. The Common Press, 1976", False, True),
        ("Information Systems 20(2), pp. 1", False, False),
    ],
)
def test_an_imprint_reaches_its_date_or_the_end(text: str, complete: bool, first: bool) -> None:
    imprint = read_imprint(text, 0, len(text))
    assert (imprint.complete, imprint.first) == (complete, first)


def test_places_and_publishers_are_known_by_name() -> None:
    assert all(
        map(is_place, ("New York and London", "Cambridge MA", "Washington, D.C.".split(",")[1].strip(), "München"))
    )
    assert not any(map(is_place, ("Learning", "New Work")))
    assert is_publisher("Yale UP")
    assert is_publisher("Belknap Press")
    assert not is_publisher("A press for the people of the town")


def test_credits_end_before_the_series() -> None:
    text = "Ed. Ann Lee and Bo Xu. 2 vols. Studies in Form. New York: Knopf"
    editors, at = past_credits(text, 0, len(text))
    assert [person.text for person in editors] == ["Ann Lee", "Bo Xu"]
    assert text[at:].lstrip().startswith("Studies in Form")


def test_a_book_ends_before_its_editors() -> None:
    text = "Myth, Church and Charters, ed. Ann Lee (Leiden: Brill)"
    assert text[: end_before_editors(text, 0, len(text))] == "Myth, Church and Charters"
    assert end_before_editors("Concepts, E. Neuhold, Ed. North-Holland", 0, 39) == 0


def test_prose_is_a_subtitle_and_a_series_is_none() -> None:
    assert is_subtitle("Critique sociale du jugement")
    assert not is_subtitle("Graduate texts in mathematics")
    assert not is_subtitle("Journal of the history of ideas")
