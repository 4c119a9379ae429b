"""Bodies that write: what every reader of names takes for one, and for a person."""

from __future__ import annotations

import pytest

from reconcile.extract.looks.people import runs
from reconcile.parse import parse_string
from sources.crossref.names import read_names
from sources.name_words import BODIES_ALONE, ORGANISATION
from sources.names import read_name
from sources.record import Name

BODIES = (
    "Trial Investigators|Genetics Network|CMS Experiment|UK Biobank|DELPHI Participants|British Geological Survey"
    "|Wool Registry|Felt Alliance|Rieti Museum|Universidad de Lund|Gruppo Lana|Institut Olmo"
).split("|")


@pytest.mark.parametrize("word", sorted(ORGANISATION))
def test_a_word_of_a_body_makes_one_of_a_name(word: str) -> None:
    for named in (f"Wool {word.capitalize()}", f"WOOL {word.capitalize()}"):
        assert read_name(named) == Name(literal=named)
        assert read_names([{"family": named}]).people == (Name(literal=named),)


@pytest.mark.parametrize("word", sorted(BODIES_ALONE))
def test_a_name_without_a_given_one_is_a_body_by_more_words(word: str) -> None:
    assert read_names([{"family": f"Lund {word}"}]).people == (Name(literal=f"Lund {word}"),)


@pytest.mark.parametrize("body", BODIES)
def test_a_body_is_none_of_two_names(body: str) -> None:
    assert read_name(body) == Name(literal=body)
    assert not runs(f"A study of felt. {body}. Wool Letters.")


@pytest.mark.parametrize(
    "name",
    "Ilene Staff|Juan Soler Company|Dor Bank|Timothy Board|Elisabet Service|Ann Register|Group, John|Ann Study|E. F. Study|Study, Eduard|Survey, J.|Lund Survey".split(
        "|"
    ),
)
def test_families_with_such_names_are_people(name: str) -> None:
    assert read_name(name).family
    assert not read_name(name).literal


def test_a_body_among_the_authors_of_a_string() -> None:
    claim = parse_string(
        "A. Bee, C. Gull, Trial Investigators. Felt on sore hooves. Wool Letters 12, 1-9 (2019)."
    ).claim
    assert claim.author == (Name("Bee", "A."), Name("Gull", "C."), Name(literal="Trial Investigators"))


@pytest.mark.parametrize(
    ("listed", "names"),
    [
        ("Gull, C., Study, E., Fane, B. {}. Felt Notes 3, 1-9, 2011.", ["C. Gull", "E. Study", "B. Fane"]),
        ("Gull C, Survey E, Fane B. {}. Felt Notes 2011;3:1-9.", ["C. Gull", "E. Survey", "B. Fane"]),
        ("Gull, C., & Survey, E. (2011). {}. Felt Notes 3, 1-9.", ["C. Gull", "E. Survey"]),
        ("E. Study and C. Gull. {}. Felt Notes 3, 1-9, 2011.", ["E. Study", "C. Gull"]),
        ("C. Gull, Rieti Wool Survey. {}. Felt Notes 3, 1-9, 2011.", ["C. Gull", "Rieti Wool Survey"]),
    ],
)
def test_a_study_is_a_person_beside_initials_and_a_body_behind_words(listed: str, names: list[str]) -> None:
    claim = parse_string(listed.format("Shepherds on the northern shore")).claim
    assert [str(name) for name in claim.author] == names
    assert claim.title == "Shepherds on the northern shore"
    assert bool(claim.author[-1].literal) == (names[-1] == "Rieti Wool Survey")
