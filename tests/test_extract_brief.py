"""Items of a marked list of publications that say little, and those that no rule reads."""

from __future__ import annotations

import pytest

from reconcile.documents import read_text
from reconcile.extract import extract
from reconcile.lexicon.reasons import Reason
from reconcile.parse import parse

WOOL = "A. Bee and C. Dee. Weaving with undyed wool. Journal of Gulls 12(3), 2019, 1-9."


def found(text: str, suffix: str = ".md") -> list[tuple[str, str]]:
    """The titles that are read in a document, each with its reason."""
    return [(entry.reason, parse(entry).claim.title) for entry in extract(read_text(text, f"x{suffix}", suffix))]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Leo Fane. Wet forests. 2001.", "Wet forests"),
        ("Leo Fane (2018). My great wool.", "My great wool"),
        ("Fane, L. (2015). Wet Learning.", "Wet Learning"),
        ("Fane, L. Woollen codes. 1966.", "Woollen codes"),
        ("L. Fane. Wet Nets. 2014", "Wet Nets"),
        ("Anna Bee. Causality. 2000.", "Causality"),
        ("Breiman, L.: Wälder. 2001.", "Wälder"),
        ("María Núñez (2012). Lana mojada.", "Lana mojada"),
        ("Pierre Dupont. La laine mouillée. 2003.", "La laine mouillée"),
        ("Анна Пчела. Мокрая шерсть. 2014.", "Мокрая шерсть"),
        ("Jürgen Fane. Long short-term wool. 2016.", "Long short-term wool"),
        ("Fane L. Wet felt. 2014;", "Wet felt"),
        ("Anna Bee. International wool. 2014.", "International wool"),
        ("Bee, C. On the Origin of Wool. London: John Fane, 1859.", "On the Origin of Wool"),
        ("Fane, G. Wollschrift. Halle: Nebel, 1879.", "Wollschrift"),
    ],
)
def test_an_author_a_short_title_and_a_year_are_enough_in_a_marked_list(line, title):
    assert found(f"# Publications\n\n- {line}\n") == [("", title)]
    assert found(f"Publications\n\n1. {line}\n2. {WOOL}\n", ".txt")[0] == ("", title)
    assert found(f"# Teaching\n\n- {line}\n") == []


@pytest.mark.parametrize(
    "line",
    ["Anna Bee, Wet felt, 2014.", "Wet felt. Machine Learning, 2001.", "*Causality* of felt. Wool Review, 2001."],
)
def test_among_entries_a_comma_or_a_venue_is_enough(line):
    assert [reason for reason, _ in found(f"# Publications\n\n- {line}\n- {WOOL}\n")] == ["", ""]


@pytest.mark.parametrize("line", ["Wet felt, 2001.", "“Wet felt” (2014)", "Olmo 2003: Felt.", "Wet felt (Olmo, 2012)"])
def test_what_is_not_read_of_a_list_has_a_reason(line):
    assert [reason for reason, _ in found(f"# Publications\n\n- {WOOL}\n- {line}\n")] == ["", Reason.UNREAD]
    assert [reason for reason, _ in found(f"# Publications\n\n- {line}\n")] == [Reason.UNREAD]


def test_of_what_else_it_is_that_is_the_reason():
    text = f"# Publications\n\n- {WOOL}\n- Best paper award, SIGSHEEP 2019\n"
    assert [reason for reason, _ in found(text)] == ["", Reason.AWARD]


@pytest.mark.parametrize(
    "line", ["[PDF] [Code]", "See also my other page", "Last updated in May 2023", "[Google Scholar](http://g.example)"]
)
def test_buttons_and_remarks_are_told_nowhere(line):
    assert len(found(f"# Publications\n\n- {WOOL}\n- {line}\n")) == 1


@pytest.mark.parametrize(
    "line",
    [
        "Otto Fane. PhD student. 2019.",
        "Dee, C. (2018). Now at Google.",
        "Ann Lee (2017): Visiting scholar",
        "Otto Fane. Doctorante. 2012",
        "Anna Bee (2018). Wool prize.",
    ],
)
def test_people_are_no_publications(line):
    assert "" not in [reason for reason, _ in found(f"# Publications\n\n- {line}\n")]
    assert [reason for reason, _ in found(f"# Publications\n\n- {line}\n- {WOOL}\n")].count("") == 1


def test_below_a_heading_that_is_not_known_others_must_be_entries():
    line = "Otto Fane (2019). Wool Academy."
    assert found(f"# Publications\n\n### Whereabouts\n\n- {line}\n") == []
    assert len([1 for reason, _ in found(f"# Publications\n\n### Felting\n\n- {line}\n- {WOOL}\n") if not reason]) == 2
    assert [reason for reason, _ in found(f"# Publications\n\n### 2019\n\n- {line}\n")] == [""]


def test_a_venue_and_a_colon_before_a_title_hide_it_not():
    text = "# Publications\n\n- STOC 2020: Faster folds for the gulls of the north. Anna Bee.\n"
    assert found(text) == [("", "Faster folds for the gulls of the north")]


@pytest.mark.parametrize(
    "line", ["Google Scholar page, 2023", "ORCID record, 2021", "Loom talk, 2011", "Wool lecture (2014)."]
)
def test_a_talk_or_a_page_and_its_year_are_nothing_unread(line):
    assert found(f"# Publications\n\n- {line}\n") == []
    assert len(found(f"# Publications\n\n- {WOOL}\n- {line}\n")) == 1
