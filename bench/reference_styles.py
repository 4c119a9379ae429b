"""Styles of references in the humanities, law, medicine and the sciences: a work in, a string out.

`JOURNAL`, `CHAPTER` and `BOOK` hold the styles by name; `rendered` makes labelled strings of Crossref's works. Labels
are free: each string is made of the fields that a reader should find again. A style is one line, however long.
"""

# ruff: noqa: E501
from __future__ import annotations

import gzip
import json
import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

Person = tuple[str, str]  # given, family
Style = Callable[["Work"], str]


@dataclass(frozen=True, slots=True)
class Work:
    """What a style prints; a field that the work has not is empty."""

    title: str
    authors: tuple[Person, ...]
    year: str
    kind: str
    container: str = ""
    volume: str = ""
    issue: str = ""
    page: str = ""
    editors: tuple[Person, ...] = ()
    publisher: str = ""
    place: str = ""
    month: str = ""


def _initials(given: str, dot: str = ".", gap: str = " ") -> str:
    return gap.join(f"{part[0]}{dot}" for part in re.split(r"[\s-]+", given.replace(".", ". ").strip()) if part)


def _joined(names: Sequence[str], last: str, comma: str = ", ") -> str:
    if len(names) < 2:
        return "".join(names)
    return comma.join(names[:-1]) + last + names[-1]


def _inverted(people: Sequence[Person], last: str = ", & ", dot: str = ".", gap: str = " ") -> str:
    """`Smith, J. A., & Doe, B.`."""
    return _joined([f"{family}, {_initials(given, dot, gap)}" for given, family in people], last)


def _vancouver(people: Sequence[Person]) -> str:
    """`Smith JA, Doe B`, `et al` behind six."""
    names = [f"{family} {_initials(given, '', '')}" for given, family in people]
    return ", ".join(names[:6]) + (", et al" if len(names) > 6 else "")


def _first_inverted(people: Sequence[Person], last: str = ", and ") -> str:
    """`Smith, John A., and Bo Doe`."""
    names = [f"{people[0][1]}, {people[0][0]}"] + [f"{given} {family}" for given, family in people[1:]]
    return _joined(names, last)


def _straight(people: Sequence[Person], last: str = " and ") -> str:
    return _joined([f"{given} {family}" for given, family in people], last)


def _short(people: Sequence[Person], last: str = " and ", gap: str = " ") -> str:
    """`J. A. Smith and B. Doe`."""
    return _joined([f"{_initials(given, '.', gap)} {family}" for given, family in people], last)


def _loud(people: Sequence[Person]) -> str:
    return ", ".join(f"{family.upper()} {given}" for given, family in people)


def _semicolons(people: Sequence[Person]) -> str:
    return "; ".join(f"{family}, {_initials(given)}" for given, family in people)


def _slash(people: Sequence[Person]) -> str:
    return "/".join(f"{family}, {given}" for given, family in people)


def _eds(people: Sequence[Person], one: str = "ed.", many: str = "eds.") -> str:
    return one if len(people) == 1 else many


def abbreviated(name: str) -> str:
    """Return a journal's name with its longer words cut: `Journal of Clinical Medicine` is `J. Clin. Med.`."""
    words = [word for word in name.split() if word.casefold() not in ("of", "the", "and", "in", "for", "&", "de", "la")]
    if len(words) < 2:
        return name
    return " ".join(word if len(word) < 6 else f"{word[: 1 if word == 'Journal' else 4]}." for word in words)


JOURNAL: dict[str, Style] = {
    "apa": lambda w: f"{_inverted(w.authors)} ({w.year}). {w.title}. {w.container}, {w.volume}({w.issue}), {w.page}.",
    "mla": lambda w: (
        f"{_first_inverted(w.authors)}. “{w.title}.” {w.container} {w.volume}.{w.issue} ({w.year}): {w.page}."
    ),
    "mla-plain": lambda w: (
        f'{_first_inverted(w.authors)}. "{w.title}." {w.container} {w.month} {w.year}: {w.page}. Print.'
    ),
    "chicago": lambda w: (
        f"{_first_inverted(w.authors)}. “{w.title}.” {w.container} {w.volume}, no. {w.issue} ({w.year}): {w.page}."
    ),
    "chicago-date": lambda w: (
        f"{_first_inverted(w.authors)}. {w.year}. “{w.title}.” {w.container} {w.volume} ({w.issue}): {w.page}."
    ),
    "note": lambda w: (
        f"{_straight(w.authors)}, “{w.title},” {w.container} {w.volume}, no. {w.issue} ({w.month} {w.year}): {w.page}."
    ),
    "vancouver": lambda w: (
        f"{_vancouver(w.authors)}. {w.title}. {abbreviated(w.container).replace('.', '')}. {w.year};{w.volume}({w.issue}):{w.page}."
    ),
    "harvard": lambda w: (
        f"{_inverted(w.authors, ' and ', '.', '')} {w.year}, ‘{w.title}’, {w.container}, vol. {w.volume}, no. {w.issue}, pp. {w.page}."
    ),
    "elsevier": lambda w: (
        f"{_inverted(w.authors, ', ', '.', '')}, {w.year}. {w.title}. {w.container} {w.volume}, {w.page}."
    ),
    "nature": lambda w: (
        f"{_inverted(w.authors, ' & ')} {w.title}. {abbreviated(w.container)} {w.volume}, {w.page} ({w.year})."
    ),
    "acs": lambda w: f"{_semicolons(w.authors)} {w.title}. {abbreviated(w.container)} {w.year}, {w.volume}, {w.page}.",
    "acs-bare": lambda w: (
        f"{_short(w.authors, ', ')}, {abbreviated(w.container)} {w.year}, {w.volume}, {w.page.split('-')[0]}."
    ),
    "lncs": lambda w: (
        f"{_inverted(w.authors, ', ', '.', '')}: {w.title}. {w.container} {w.volume}({w.issue}), {w.page} ({w.year})"
    ),
    "german": lambda w: f"{_slash(w.authors)}: {w.title}, in: {w.container} {w.volume} ({w.year}), S. {w.page}.",
    "german-colon": lambda w: (
        f"{_slash(w.authors)}: {w.title}. In: {w.container} {w.volume} ({w.year}), H. {w.issue}, S. {w.page}."
    ),
    "french": lambda w: f"{_loud(w.authors)}, « {w.title} », {w.container}, n° {w.issue}, {w.year}, p. {w.page}.",
    "french-volume": lambda w: (
        f"{_straight(w.authors, ' et ')}, « {w.title} », {w.container}, vol. {w.volume}, n° {w.issue}, {w.month} {w.year}, p. {w.page}."
    ),
    "italian": lambda w: f"{_short(w.authors, ', ')}, {w.title}, «{w.container}», {w.volume} ({w.year}), pp. {w.page}.",
    "spanish": lambda w: (
        f"{_inverted(w.authors, ' y ')} ({w.year}): “{w.title}”, {w.container}, vol. {w.volume}, núm. {w.issue}, pp. {w.page}."
    ),
    "geology": lambda w: (
        f"{_inverted(w.authors, ' and ')}, {w.title}. {w.container}, v. {w.volume}, pp. {w.page}. {w.year}."
    ),
    "ecology": lambda w: f"{_first_inverted(w.authors)}. {w.year}. {w.title}. {w.container} {w.volume}: {w.page}.",
    "commas": lambda w: f"{_short(w.authors)}, {w.title}, {w.container} {w.volume} ({w.year}), {w.page}.",
    "comma-dates": lambda w: f"{_inverted(w.authors, ', ')}, {w.year}, {w.title}, {w.container}, {w.volume}, {w.page}",
    "newspaper": lambda w: (
        f"{_inverted(w.authors)} ({w.year}, {w.month} 12). {w.title}. {w.container}, p. {w.page.split('-')[0]}."
    ),
}

CHAPTER: dict[str, Style] = {
    "apa": lambda w: (
        f"{_inverted(w.authors)} ({w.year}). {w.title}. In {_short(w.editors, ' & ')} (Eds.), {w.container} (pp. {w.page}). {w.place}: {w.publisher}."
    ),
    "mla": lambda w: (
        f"{_first_inverted(w.authors)}. “{w.title}.” {w.container}. Ed. {_straight(w.editors)}. {w.place}: {w.publisher}, {w.year}. {w.page}."
    ),
    "chicago": lambda w: (
        f"{_first_inverted(w.authors)}. “{w.title}.” In {w.container}, edited by {_straight(w.editors)}, {w.page}. {w.place}: {w.publisher}, {w.year}."
    ),
    "note": lambda w: (
        f"{_straight(w.authors)}, “{w.title},” in {w.container}, ed. {_straight(w.editors)} ({w.place}: {w.publisher}, {w.year}), {w.page}."
    ),
    "mhra": lambda w: (
        f"{_straight(w.authors)}, ‘{w.title}’, in {w.container}, ed. by {_straight(w.editors)} ({w.place}: {w.publisher}, {w.year}), pp. {w.page}."
    ),
    "linguistics": lambda w: (
        f"{_first_inverted(w.authors, ' & ')}. {w.year}. {w.title}. In {_straight(w.editors, ' & ')} ({_eds(w.editors)}), {w.container}, {w.page}. {w.place}: {w.publisher}."
    ),
    "harvard": lambda w: (
        f"{_inverted(w.authors, ' and ', '.', '')} {w.year}, ‘{w.title}’, in {_short(w.editors)} ({_eds(w.editors)}), {w.container}, {w.publisher}, {w.place}, pp. {w.page}."
    ),
    "german": lambda w: (
        f"{_slash(w.authors)}: {w.title}, in: {_straight(w.editors, ' und ')} (Hrsg.), {w.container}, {w.place} {w.year}, S. {w.page}."
    ),
    "german-inverted": lambda w: (
        f"{_slash(w.authors)}: {w.title}. In: {_slash(w.editors)} (Hg.): {w.container}. {w.place}: {w.publisher} {w.year}, S. {w.page}."
    ),
    "french": lambda w: (
        f"{_loud(w.authors)}, « {w.title} », dans {_straight(w.editors, ' et ')} (dir.), {w.container}, {w.place}, {w.publisher}, {w.year}, p. {w.page}."
    ),
    "italian": lambda w: (
        f"{_short(w.authors, ', ')}, {w.title}, in {_short(w.editors, ', ')} (a cura di), {w.container}, {w.publisher}, {w.place} {w.year}, pp. {w.page}."
    ),
    "vancouver": lambda w: (
        f"{_vancouver(w.authors)}. {w.title}. In: {_vancouver(w.editors)}, editors. {w.container}. {w.place}: {w.publisher}; {w.year}. p. {w.page}."
    ),
    "acs": lambda w: (
        f"{_semicolons(w.authors)} {w.title}. In {w.container}; {_semicolons(w.editors)}, Eds.; {w.publisher}: {w.place}, {w.year}; pp {w.page}."
    ),
    "elsevier": lambda w: (
        f"{_inverted(w.authors, ', ', '.', '')}, {w.year}. {w.title}, in: {_inverted(w.editors, ', ', '.', '')} (Eds.), {w.container}. {w.publisher}, {w.place}, pp. {w.page}."
    ),
    "springer": lambda w: (
        f"{_vancouver(w.authors)} ({w.year}) {w.title}. In: {_vancouver(w.editors)} (eds) {w.container}. {w.publisher}, {w.place}, pp {w.page}"
    ),
}

BOOK: dict[str, Style] = {
    "apa": lambda w: f"{_inverted(w.authors)} ({w.year}). {w.title}. {w.place}: {w.publisher}.",
    "apa-bare": lambda w: f"{_inverted(w.authors)} ({w.year}). {w.title}. {w.publisher}.",
    "mla": lambda w: f"{_first_inverted(w.authors)}. {w.title}. {w.place}: {w.publisher}, {w.year}. Print.",
    "chicago-date": lambda w: f"{_first_inverted(w.authors)}. {w.year}. {w.title}. {w.place}: {w.publisher}.",
    "note": lambda w: f"{_straight(w.authors)}, {w.title} ({w.place}: {w.publisher}, {w.year}), {w.page}.",
    "mhra": lambda w: f"{_first_inverted(w.authors, ' and ')}, {w.title} ({w.place}: {w.publisher}, {w.year})",
    "harvard": lambda w: f"{_inverted(w.authors, ' and ', '.', '')} {w.year}, {w.title}, {w.publisher}, {w.place}.",
    "harvard-period": lambda w: f"{_inverted(w.authors, ' & ')}, {w.year}. {w.title}, {w.place}: {w.publisher}.",
    "edition": lambda w: f"{_inverted(w.authors)} ({w.year}). {w.title} (2nd ed.). {w.place}: {w.publisher}.",
    "translated": lambda w: (
        f"{_first_inverted(w.authors)}. {w.title}. Translated by {_straight(w.editors)}. {w.place}: {w.publisher}, {w.year}."
    ),
    "german": lambda w: f"{_slash(w.authors)}: {w.title}. {w.place}: {w.publisher} {w.year}.",
    "german-city": lambda w: f"{_slash(w.authors)}, {w.title}, {w.place} {w.year}.",
    "german-edition": lambda w: f"{_slash(w.authors)}: {w.title}. 3. Aufl. {w.place} {w.year}, S. {w.page}.",
    "french": lambda w: f"{_loud(w.authors)}, {w.title}, {w.place}, {w.publisher}, {w.year}, 240 p.",
    "french-plain": lambda w: f"{_straight(w.authors, ' et ')}, {w.title}, {w.publisher}, {w.place}, {w.year}",
    "french-date": lambda w: f"{_loud(w.authors)}, {w.year}, {w.title}, {w.place}, {w.publisher}.",
    "italian": lambda w: f"{_short(w.authors, ', ')}, {w.title}, {w.publisher}, {w.place} {w.year}.",
    "vancouver": lambda w: f"{_vancouver(w.authors)}. {w.title}. {w.place}: {w.publisher}; {w.year}.",
    "acs": lambda w: f"{_semicolons(w.authors)} {w.title}; {w.publisher}: {w.place}, {w.year}.",
    "ieee": lambda w: f"{_short(w.authors)}, {w.title}. {w.place}: {w.publisher}, {w.year}, pp. {w.page}.",
    "elsevier": lambda w: f"{_inverted(w.authors, ', ', '.', '')}, {w.year}. {w.title}. {w.publisher}, {w.place}.",
    "thesis": lambda w: (
        f"{_inverted(w.authors)} ({w.year}). {w.title} (Unpublished doctoral dissertation). University of {w.place}, {w.place}."
    ),
    "thesis-french": lambda w: f"{_loud(w.authors)}, {w.title}, thèse de doctorat, Université de {w.place}, {w.year}.",
}

_PLACES = (
    "New York", "London", "Cambridge, MA", "Oxford", "Paris", "Berlin", "Frankfurt am Main", "Amsterdam", "Chicago",
    "Milano", "Madrid", "Lyon", "Washington, DC", "Hillsdale, NJ", "Tübingen", "Leiden", "Melbourne", "Rio de Janeiro",
    "Kew", "Bourne End", "Zug", "Thetford", "Louisville, KY", "New York and London",
)  # fmt: skip
_PUBLISHERS = (
    "Routledge", "Oxford University Press", "Cornell University Press", "Suhrkamp", "Gallimard", "Seuil", "Sage", "Wiley",
    "Harper & Row", "Einaudi", "Alianza", "Brill", "Polity Press", "Mohr Siebeck", "L’Harmattan", "W. W. Norton",
    "Ashcombe", "Little Hours", "Éditions du Lac", "Tanner & Moor",
)  # fmt: skip
_EDITORS = (
    ("John", "Barrow"), ("Anna", "Feiner"), ("Paul A.", "Dutton"), ("Marie", "Lefèvre"), ("Karl", "Ritter"),
    ("Susan", "Okafor"), ("Giulia", "Conti"), ("M. Teresa", "Vidal"), ("Hao", "Lin"), ("Peter", "van der Berg"),
)  # fmt: skip
_MONTHS = ("January", "March", "May", "October", "Sept.", "November")


def _names(rows: Sequence[dict[str, str]]) -> tuple[Person, ...]:
    found = [(row.get("given", "").strip(), row.get("family", "").strip()) for row in rows]
    return tuple((given, family) for given, family in found if given and family)


def _plain(text: str) -> str:
    return " ".join(re.sub(r"&amp;", "&", re.sub(r"<[^>]+>", "", text)).split()).rstrip(".")


def works(path: Path) -> Iterator[Work]:
    """Return the works of a file of Crossref's records (JSON lines, gzip) that have what a reference prints."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            titles, containers = row.get("title") or [], row.get("container-title") or []
            people = _names(row.get("author") or [])[:8]
            year = str(((row.get("issued") or {}).get("date-parts") or [[""]])[0][0] or "")
            if not titles or not people or not year or len(titles[0]) > 250 or titles[0].isupper():
                continue
            page = (row.get("page") or "").strip()
            base = Work(_plain(titles[0]), people, year, "book", page=page)
            if row.get("type") == "journal-article" and containers and row.get("volume") and re.search(r"\d-\d", page):
                yield replace(
                    base,
                    kind="journal",
                    container=_plain(containers[0]),
                    volume=row["volume"],
                    issue=row.get("issue") or "2",
                )


def rendered(path: Path, seed: int, most: int) -> Iterator[tuple[str, str, Work]]:
    """Yield `kind/style`, the string, and the work with the fields it prints; the same for the same seed.

    Books and chapters are given the titles of articles, and their places, publishers and editors from tables.
    """
    dice = random.Random(seed)
    every = list(works(path))
    dice.shuffle(every)
    for work in every[:most]:
        kind = dice.choice(("journal", "chapter", "book"))
        editors = tuple(dice.sample(_EDITORS, dice.choice((1, 2, 2, 3))))
        place, publisher = dice.choice(_PLACES), dice.choice(_PUBLISHERS)
        work = replace(work, kind=kind, editors=editors, place=place, publisher=publisher, month=dice.choice(_MONTHS))
        if kind == "chapter":
            work = replace(work, container=dice.choice(every).title)
        styles = {"journal": JOURNAL, "chapter": CHAPTER, "book": BOOK}[kind]
        name = dice.choice(sorted(styles))
        text = re.sub(r"([?!])\.", r"\1", styles[name](work)).replace("..", ".")
        printed = replace(work, title="" if name == "acs-bare" else work.title)
        yield f"{kind}/{name}", text, printed if kind != "book" else replace(printed, container="")
