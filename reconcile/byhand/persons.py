"""Who is who: persons who publish under several names, as a table of the user's says it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from reconcile.byhand.tables import Table, cells_of
from sources.names import COMPATIBLE, compare_names, read_name
from sources.record import Name
from sources.text import fold


class PersonsError(ValueError):
    """A table of persons cannot be read, or a row of it cannot be understood; the message names file and row."""


_TABLE = Table(
    "persons",
    PersonsError,
    instead="a text of a person a line",
    too_large="is this a table of persons?",
    most=1 << 20,  # some 20,000 persons
    delimiters=("\t", ";"),  # a comma stands within names: "Jung, Maria"
    headed=False,
)


@dataclass(frozen=True, slots=True)
class Persons:
    """Persons by their names: each of `known` are the names of one."""

    known: tuple[tuple[Name, ...], ...] = ()
    _by_word: Mapping[str, tuple[tuple[Name, ...], ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Put the persons where the words of their names find them."""
        found: dict[str, dict[tuple[Name, ...], None]] = {}
        for names in self.known:
            for word in {word for name in names for word in _words(name)}:
                found.setdefault(word, {})[names] = None
        object.__setattr__(self, "_by_word", {word: tuple(several) for word, several in found.items()})

    def as_recorded(self, claimed: tuple[Name, ...], recorded: Sequence[Name]) -> tuple[Name, ...]:
        """Return claimed names, for a person who is recorded under another of their names with that one.

        Whoever stands on both lists as they are keeps the name.

        >>> jung, barrett = read_name("Maria Jung"), read_name("Maria Barrett")
        >>> [str(name) for name in Persons(((jung, barrett),)).as_recorded((read_name("M. Jung"),), (barrett,))]
        ['Maria Barrett']
        """
        if not self.known:
            return claimed
        found, taken = list(claimed), set()
        for at, name in enumerate(claimed):
            place = self._recorded(name, claimed, recorded)
            if place is not None and place not in taken:
                taken.add(place)
                found[at] = recorded[place]
        return tuple(found)

    def _recorded(self, name: Name, claimed: Sequence[Name], recorded: Sequence[Name]) -> int | None:
        """Return where somebody is recorded under another name of theirs, who is claimed under none but this."""
        persons = self._named(name)
        if not persons or any(_may_be(name, other) for other in recorded):
            return None
        places = [
            place
            for names in persons
            for place, other in enumerate(recorded)
            if any(_may_be(each, other) for each in names) and not any(_may_be(each, other) for each in claimed)
        ]
        return places[0] if places else None

    def _named(self, name: Name) -> list[tuple[Name, ...]]:
        """Return the persons of whose names this may be one."""
        near = {names: None for word in _words(name) for names in self._by_word.get(word, ())}
        return [names for names in near if any(_may_be(each, name) for each in names)]


NOBODY = Persons()


def _words(name: Name) -> list[str]:
    """Return the words of a family name, one of which two forms of a name share; a given name is half the world's."""
    return fold(name.family or name.literal).split()


@lru_cache(maxsize=1 << 15)  # a claim's names are looked up beside each of its records
def _may_be(left: Name, right: Name) -> bool:
    return compare_names(left, right) in COMPATIBLE


def read_persons(path: Path) -> Persons:
    """Return the persons of a table: a row a person, their names in its cells. Raises `PersonsError`.

    The cells are parted by semicolons or tabs; blank lines, and those that begin with `#`, are passed over.
    """
    rows: dict[str, int] = {}
    known: list[tuple[Name, ...]] = []
    for number, cells in enumerate(cells_of(path, _TABLE), 1):
        written = dict.fromkeys(cell.strip() for cell in cells if cell.strip())
        if not written or next(iter(written)).startswith("#"):
            continue
        if len(written) < 2:
            raise PersonsError(
                f"{path}, row {number}: “{next(iter(written))[:60]}” is one name; part the names of a person with"
                " semicolons"
            )
        for name in written:
            if (above := rows.setdefault(fold(name), number)) != number:
                raise PersonsError(
                    f"{path}, row {number}: “{name[:60]}” stands in row {above}, too; a name is one person's"
                )
        known.append(tuple(map(read_name, written)))
    return Persons(tuple(known))
