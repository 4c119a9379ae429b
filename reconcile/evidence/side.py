"""A record made ready to be held beside another: out of a `Record`, or of the cells of a table's row.

Everything that is asked of a text alone is asked once and remembered, so that comparing is left with the pair.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, NamedTuple

from reconcile.authors import LONGEST, Person, person, plain_person
from reconcile.evidence.mending import mended
from reconcile.mention import Track, Venue
from reconcile.records import first_page, is_preprint, years_of
from reconcile.titles import TitleText, title_text
from reconcile.venues import read_venue, venue_of_record
from sources.identifiers import normalize
from sources.name_words import UNUSUAL
from sources.names import read_name
from sources.possessive import compiled
from sources.record import Identifier, Name, Record, Scheme
from sources.text import ANY_YEAR, fold

LONGEST_CELL = 20_000  # characters of a cell that are read: a list of a thousand authors is as long

# What a widespread way of writing records as text leaves where the last column was empty: `vldb , COL year VAL`.
_EMPTY_COLUMN = re.compile(r"(?<!\s)\s*+\bCOL \w{1,20} VAL\s*\Z")
_LISTED = re.compile(r"[;|\n]")
_AND = re.compile(r"\s+(?:and|&)\s+|,\s*(?:and|&)\s+", re.IGNORECASE)
_OTHERS = re.compile(r"(?:,|\band\b|&|\s)*(?:\bet\.?\s?al\b\.?|\bothers\b|…|\.\.\.)[\s.,]*\Z", re.IGNORECASE)
_MORE = re.compile(r"al\b|others|…|\.\.")  # in small letters
_END = 40  # characters at the end of a cell in which such words stand
_BLANKS = re.compile(r"[^\S\n]+")
_ADDRESS = re.compile(r"[\w-]+(?:\.[\w-]{2,})+")  # `portal.acm.org` stands where nobody was found
_NOBODY = person(Name())
_MOST_INITIALS = 2
# A name of plain words and initials, the family name last; none of the words may say that it is not.
_SMALL = "[a-zß-öø-žǎ-ǜ]"
_WORD = f"[A-Za-zÀ-ÖØ-öø-ž]{_SMALL}++(?:-[A-Za-zÀ-ÖØ-öø-ž]{_SMALL}++)?+"
_PLAIN = compiled(rf"(?:(?:{_WORD}|[A-Za-z]\.?+) ){{1,3}}+{_WORD}")
# `J. A.`, `JA`, and `j a` in small letters; `Y Lu` is a name.
_INITIALS = re.compile(r"(?:[A-ZÀ-ÖØ-ÞĀ-ŽΑ-ΩА-Я]\.?[\s-]?){1,4}|[^\W\d_](?:[.\s-]{1,2}[^\W\d_]){0,3}\.?")


@dataclass(frozen=True, slots=True, eq=False)
class VenueSide:
    """A venue as one object wherever it is said, so that what two of them are to each other is found by that alone."""

    venue: Venue

    def __reduce__(self) -> tuple[Any, ...]:
        """Return what finds the one object for the venue again."""
        return venue_side, (self.venue,)


@lru_cache(maxsize=1 << 14)
def venue_side(venue: Venue) -> VenueSide:
    """Return the object that stands for a venue."""
    return VenueSide(venue)


class Side(NamedTuple):
    """One of two records: title, people, years, venues, first page, volume and identifiers, made ready.

    `title` is None where nothing of it is left after folding. `cut` says that the list of authors is known to go on,
    `claim` that somebody claims the work and no source describes it.
    """

    title: TitleText | None
    people: tuple[Person, ...] = ()
    cut: bool = False
    years: tuple[int, ...] = ()
    preprint: bool = False
    venues: tuple[VenueSide, ...] = ()
    page: str = ""
    volume: str = ""
    identifiers: frozenset[Identifier] = frozenset()
    claim: bool = False


@lru_cache(maxsize=4096)
def side_of_record(record: Record) -> Side:
    """Return a record made ready."""
    venue = venue_of_record(record)
    return Side(
        _title(record.title),
        tuple(map(person, record.author[:LONGEST])),
        record.author_et_al,
        years_of(record),
        is_preprint(record),
        (venue_side(venue),) if venue.name or venue.series else (),
        first_page(record.page),
        fold(record.volume),
        frozenset(record.own_identifiers),
        record.source == "claim",
    )


def claiming(side: Side, venues: tuple[Venue, ...]) -> Side:
    """Return a side that claims these venues."""
    return side._replace(venues=tuple([venue_side(venue) for venue in venues if venue.name or venue.series]))


def side_of_cells(
    title: str, authors: str, venue: str = "", year: str = "", *, doi: str = "", volume: str = "", pages: str = ""
) -> Side:
    """Return a row's cells made ready; an empty cell, or one in which nothing can be read, is one that does not say.

    Authors are parted by semicolons, bars or lines, else by `and`, else by commas.
    """
    people, cut = _people(authors) if authors else ((), False)
    found = ANY_YEAR.search(year)
    read = _venue(venue) if venue else None
    return Side(
        _title(mended(title)) if title else None,
        people,
        cut,
        (int(found[0]),) if found else (),
        read is not None and read.venue.track is Track.PREPRINT,
        (read,) if read else (),
        first_page(pages) if pages else "",
        fold(volume) if volume else "",
        _identifiers(doi) if doi else frozenset(),
    )


def _title(text: str) -> TitleText | None:
    title = title_text(text)
    return title if title.letters else None


@lru_cache(maxsize=1 << 13)
def _people(cell: str) -> tuple[tuple[Person, ...], bool]:
    """Return the people of a cell, and whether it says that there are more."""
    text = mended(cell[:LONGEST_CELL]).strip()
    if "  " in text or not text.isprintable():
        text = _BLANKS.sub(" ", text)
    end = text[-_END:]
    bare = text.removesuffix(end) + _OTHERS.sub("", end) if _MORE.search(end.lower()) else text
    parts = [part for part in map(str.strip, _parts(bare)) if part]
    whole = parts[:-1] if _breaks_off(parts) else parts
    people = [_person(part) for part in whole[: LONGEST + 1]]
    return tuple([one for one in people if one.letters][:LONGEST]), bare != text or len(whole) < len(parts)


def _breaks_off(parts: Sequence[str]) -> bool:
    """Say whether a list was cut within a name: all have given and family names, and the last but an initial."""
    last = parts[-1].rstrip(".") if len(parts) > 1 else ""
    return last.isascii() and 0 < len(last) <= _MOST_INITIALS and all(" " in part for part in parts[:-1])


def _parts(text: str) -> list[str]:
    if _LISTED.search(text):
        return _LISTED.split(text)
    parts = _AND.split(text) if "&" in text or "and" in text.lower() else [text]
    if len(parts) > 1 and all(part.count(",") == 1 for part in parts):
        return parts
    halves = [half.strip() for part in parts for half in part.split(",")]
    if len(halves) > 1 and len(halves) % 2 == 0 and all(map(_INITIALS.fullmatch, halves[1::2])):
        return [f"{family}, {given}" for family, given in zip(halves[::2], halves[1::2], strict=True)]
    return halves


@lru_cache(maxsize=1 << 15)
def _person(text: str) -> Person:
    if _PLAIN.fullmatch(text):
        # As `read_name` would divide it, sooner.
        folded = fold(text).split(" ")
        if UNUSUAL.isdisjoint(folded):
            given, _, family = text.rpartition(" ")
            if text.isascii() and "-" not in text:
                return plain_person(text, folded)
            return person(Name(family, given))._replace(written=text)
    return _NOBODY if _ADDRESS.fullmatch(text) else person(read_name(text))


@lru_cache(maxsize=1 << 14)
def _venue(cell: str) -> VenueSide | None:
    """Return the venue that a cell names; a table in small letters may name it by its acronym all the same."""
    text = _EMPTY_COLUMN.sub("", mended(cell[:LONGEST_CELL]))
    venue = read_venue(text)
    if not venue.series and not venue.host and text[:1].islower():
        upper = read_venue(text.upper())
        venue = replace(upper, name=venue.name) if upper.series or upper.host else venue
    return venue_side(venue) if venue.name or venue.series else None


def _identifiers(cell: str) -> frozenset[Identifier]:
    found = normalize(Scheme.DOI, cell)
    return frozenset((found,)) if found else frozenset()
