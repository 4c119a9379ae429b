"""Print for the acronyms in the titles of a catalogue which words they may be short for, the likeliest first.

usage: python bench/acronyms.py CATALOG

A line is an acronym, in how many titles it stands, and the words in a row that have its initials, each with the number
of titles that have them and how like these are to the titles with the acronym (the cosine of their other words, rare
ones counting for more). `reconcile/lexicon/acronyms.py` was made by a person who read this: where the second is nearly
as like as the first, or stands for something real, the acronym says too little.
"""

from __future__ import annotations

import argparse
import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from itertools import combinations, islice
from pathlib import Path

from reconcile.matching.strings.text import ACRONYM
from reconcile.titles.initials import singular
from sources.catalog import Catalog
from sources.text import STOP_WORDS, fold

_LEAST = 3  # titles with an acronym, and with words
_LONGEST = 6  # letters
_MOST = 3_000  # titles that are looked at for likeness
_SHOWN = 5

Words = tuple[str, ...]


def main() -> None:
    """Count, and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("catalog", type=Path)
    with Catalog.open(parser.parse_args().catalog) as catalog:
        every = dict.fromkeys(singular(catalog.row(number).title) for number in range(len(catalog)))
    titles = {tuple(fold(title).split()): title for title in every if not title.isupper()}
    having: dict[str, list[Words]] = defaultdict(list)
    for words, title in titles.items():
        for acronym in set(map(str.lower, ACRONYM.findall(title))):
            having[acronym].append(words)
    seen = Counter(word for words in titles for word in set(words))
    weights = {word: math.log(len(titles) / count) for word, count in seen.items() if word not in STOP_WORDS}
    asked = {acronym for acronym, found in having.items() if len(found) >= _LEAST and len(acronym) <= _LONGEST}
    meant = meanings(titles, asked)
    for acronym in sorted(asked, key=lambda each: -len(having[each])):
        told = ranked(having[acronym], meant[acronym], weights)
        if told:
            print(acronym, len(having[acronym]), "; ".join(told))


def meanings(titles: Iterable[Words], asked: Collection[str]) -> dict[str, dict[Words, list[Words]]]:
    """Return for each acronym the words in a row that have its initials, with the titles in which they stand."""
    found: dict[str, dict[Words, list[Words]]] = defaultdict(lambda: defaultdict(list))
    for words in titles:
        initials = "".join(word[0] for word in words)
        for first, last in combinations(range(len(words) + 1), 2):
            if last - first > _LONGEST or initials[first:last] not in asked:
                continue
            run = words[first:last]
            if STOP_WORDS.isdisjoint((run[0], run[-1])):
                found[initials[first:last]][*run[:-1], run[-1].rstrip("s")].append(words)
    return found


def ranked(having: list[Words], meant: dict[Words, list[Words]], weights: dict[str, float]) -> list[str]:
    """Return what is printed of the meanings of an acronym, the likeliest first."""
    mine = profile(having, weights)
    rows = []
    for run, titles in meant.items():
        if len(titles) >= _LEAST:
            theirs = profile(titles, weights)
            like = sum(weight * theirs[word] for word, weight in mine.items() if word in theirs and word not in run)
            rows.append((like * math.log(len(titles)), f"{' '.join(run)} {len(titles)} {like:.2f}"))
    return [row for _, row in sorted(rows, reverse=True)[:_SHOWN]]


def profile(titles: list[Words], weights: dict[str, float]) -> dict[str, float]:
    """Return the words of titles with their weights, of length 1 together."""
    counts = Counter(word for words in islice(titles, _MOST) for word in set(words) if word in weights)
    found = {word: math.sqrt(count) * weights[word] for word, count in counts.items()}
    length = math.sqrt(sum(weight**2 for weight in found.values())) or 1.0
    return {word: weight / length for word, weight in found.items()}


if __name__ == "__main__":
    main()
