"""Count how often two works share what `reconcile match` takes for one work where a title is not given in full.

usage: python bench/circumstances.py CATALOG

Of all pairs of works in the catalogue that have the family name of the first author and the year in common, and titles
that differ from their first words on: how many have the same first and last page, or the same volume and first page;
and how many share volume and first page whose years are one apart. Of all pairs of works by one team of two or more in
one year: of how many one title begins with the whole other, and how the titles stand to each other where the works
share a first page, not page 1, or a volume. Records of one work (its title, letter by letter) count as one. Of works by
the same people within a year the pairs are printed whose titles differ by initials for words, to be looked at: which
are one work nobody but a reader can say.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator
from itertools import combinations
from pathlib import Path

from reconcile.records import first_page, last_page
from reconcile.titles import Relation, compare_titles
from sources.catalog import Catalog
from sources.record import Record
from sources.text import fold, letters_of

_BEGIN = 25  # letters from which two titles are those of different works, not one with a subtitle
_MOST_OF_A_GROUP = 400
_TEAM = 2
_LEAST_WORDS = 3


def works(path: Path) -> Iterator[Record]:
    """Yield the records of a catalogue that have authors and a year."""
    with Catalog.open(path) as catalog:
        for number in range(len(catalog)):
            record = catalog.row(number).record()
            if record.author and record.year and record.title:
                yield record


def pairs(groups: Iterable[dict[str, Record]]) -> Iterator[tuple[Record, Record]]:
    """Yield the pairs of different works of each group."""
    for group in groups:
        if len(group) <= _MOST_OF_A_GROUP:
            yield from combinations(group.values(), 2)


def main() -> None:
    """Count, and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("catalog", type=Path)
    by_first: dict[Hashable, dict[str, Record]] = defaultdict(dict)
    by_team: dict[Hashable, dict[str, Record]] = defaultdict(dict)
    by_people: dict[Hashable, dict[str, Record]] = defaultdict(dict)
    by_place: dict[Hashable, dict[str, Record]] = defaultdict(dict)
    for record in works(parser.parse_args().catalog):
        families = [fold(name.family or name.literal) for name in record.author]
        letters = letters_of(record.title)
        by_first[families[0], record.year].setdefault(letters, record)
        by_people[frozenset(families)].setdefault(letters, record)
        if record.volume and first_page(record.page) not in ("", "1"):
            by_place[families[0], record.volume, first_page(record.page)].setdefault(letters, record)
        if len(families) >= _TEAM:
            by_team[frozenset(families), record.year].setdefault(letters, record)
    print_pages(by_first.values())
    print_years(by_place.values())
    print_beginnings(by_team.values())
    print_relations(by_team.values())
    print_abbreviated(by_people.values())


def print_pages(groups: Iterable[dict[str, Record]]) -> None:
    """Print how many pairs are printed at one place."""
    every = ranges = first = volumes = 0
    for one, other in pairs(groups):
        if fold(one.title)[:_BEGIN] == fold(other.title)[:_BEGIN]:
            continue
        every += 1
        mine, theirs = ((first_page(each.page), last_page(each.page)) for each in (one, other))
        if mine[1] and mine == theirs:
            ranges += 1
            first += mine[0] == "1"
        elif mine[0] and mine[0] == theirs[0] != "1" and one.volume and one.volume == other.volume:
            volumes += 1
    print(f"{every:,} pairs of works with one first surname and year")
    print(f"  {ranges:,} with the same pages, {ranges - first:,} of them not from page 1")
    print(f"  {volumes:,} more with the same volume and first page, not page 1")


def print_years(groups: Iterable[dict[str, Record]]) -> None:
    """Print how many pairs that share first surname, volume and first page are a year apart."""
    found = [
        pair
        for pair in pairs(groups)
        if abs((pair[0].year or 0) - (pair[1].year or 0)) == 1
        and fold(pair[0].title)[:_BEGIN] != fold(pair[1].title)[:_BEGIN]
    ]
    print(f"  {len(found):,} with the same volume and first page, not page 1, a year apart")


def print_beginnings(groups: Iterable[dict[str, Record]]) -> None:
    """Print how many pairs of a team's works of a year have titles of which one begins with the other."""
    every = begins = 0
    for pair in pairs(groups):
        short, long = sorted((fold(each.title).split() for each in pair), key=len)
        every += 1
        begins += len(short) >= _LEAST_WORDS and long[: len(short)] == short
    print(f"{every:,} pairs of works of one team and year")
    print(f"  {begins:,} of which one title begins with the whole other, {_LEAST_WORDS} words or more")


def print_relations(groups: Iterable[dict[str, Record]]) -> None:
    """Print in which relations titles stand of a team's works of a year that share a page, and a volume."""
    on_page: Counter[str] = Counter()
    in_volume: Counter[str] = Counter()
    for one, other in pairs(groups):
        relation = compare_titles(one.title, other.title).relation.value
        mine, theirs = first_page(one.page), first_page(other.page)
        on_page[relation] += mine == theirs not in ("", "1")
        in_volume[relation] += (one.container_title, one.volume) == (other.container_title, other.volume)
    print("  with one first page, not page 1:", dict(+on_page))
    print("  in one volume:", dict(+in_volume))


def print_abbreviated(groups: Iterable[dict[str, Record]]) -> None:
    """Print the pairs of works of the same people, a year apart or less, of which one title has initials for words."""
    found = [
        pair
        for pair in pairs(groups)
        if abs((pair[0].year or 0) - (pair[1].year or 0)) <= 1
        and compare_titles(pair[0].title, pair[1].title).relation in (Relation.ABBREVIATED, Relation.INITIALS)
    ]
    print(f"{len(found):,} pairs of works of the same people within a year whose titles differ by initials for words")
    for pair in found:
        print("  " + "\n    ".join(f"{each.title} ({each.container_title}, {each.year})" for each in pair))


if __name__ == "__main__":
    main()
