"""A layout of a citation: the title, and in brackets behind it its authors and where it appeared."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reconcile.lexicon.small_words import AND
from reconcile.lexicon.venues import ACRONYM
from reconcile.parse.layouts.frame import TITLE_FIRST, Frame, MayWin, Reading
from reconcile.parse.names.people import People, Person, read_people
from reconcile.venues import looks_like_venue

# `Felt in Cold Water (Wise and Rich, CVPR 2016)`, `“Felt.” (A. Bee, C. Dee; Wool Review, 2016, oral)`
_BRACKET = re.compile(
    r"[.,”\"’»*]{0,3}\s?[(\[](?P<names>[^()\[\]\n]{3,400}?)[,;]\s(?:[Ii]n:?\s)?"
    r"(?P<venue>[^()\[\],;\n]{2,90}?,?\s?(?:(?:19|20)\d\d|['’]\d\d))(?:[,;]\s[^()\[\]\n]{1,60})?[)\]][.\s]{0,3}\Z"
)
# Those who are named by their families alone: `Wise and Rich`, `Bee, Dee & Fane`.
_FAMILY = r"[^\W\d_a-zß-ÿ][\w'’-]{1,30}"
_FAMILIES = re.compile(rf"{_FAMILY}(?:,\s{_FAMILY}){{0,9}},?\s(?:{AND}|&)\s{_FAMILY}")
_ONE_FAMILY = re.compile(_FAMILY)
_BRACKETED = 2.5  # for a citation whose last words are such a bracket
_LIKELY = 0.5  # how sure the table of venues has to be
_PEOPLE_BEFORE = re.compile(r"\s(?:with|mit|avec|con|com)\s", re.IGNORECASE)


def authors_in_brackets(frame: Frame, _may_win: MayWin) -> Iterator[Reading]:
    """Propose `Title (Authors, Venue year)`."""
    text = frame.view.text
    for title in frame.title_ends(frame.start):
        found = _BRACKET.match(text, title.at, frame.end)
        if found is None or _PEOPLE_BEFORE.match(f" {found['names']}"):
            continue
        people = _people(text, *found.span("names"))
        if not _are_authors(people, found["names"], found["venue"]):
            continue
        score = TITLE_FIRST + frame.title_score(frame.start, title.at) + max(0.0, people.score) + _BRACKETED
        score += frame.rest_score(found.start("venue"))
        yield Reading(people, (frame.start, title.at), (found.start("venue"), frame.end), score, "bracketed")


def _people(text: str, start: int, end: int) -> People:
    """Return the people of a bracket; a comma between two families parts them."""
    if _FAMILIES.fullmatch(text, start, end) is None:
        return read_people(text, start, end)
    return People(tuple(Person(*name.span(), name[0]) for name in _ONE_FAMILY.finditer(text, start, end)))


def _are_authors(people: People, names: str, venue: str) -> bool:
    """Whether a bracket names people and a venue; a family's name alone says nothing, unless others are counted."""
    several = len(people.persons) > 1 or " et al" in names
    known = ACRONYM.search(venue) is not None or looks_like_venue(venue) >= _LIKELY
    return bool(people.persons) and people.against >= 0 and (several or " " in names.strip()) and known
