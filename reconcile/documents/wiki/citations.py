"""A citation template as the fields of an entry: `{{Cite journal|last=Bee|first=Ada|title=Wool|year=2020}}`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reconcile.documents.fields.people import Person, people, persons_in, persons_in_row
from reconcile.documents.wiki.nodes import Template, named_parts
from reconcile.documents.wiki.shown import key_of_template, text_of
from reconcile.documents.wiki.words import PARAMETERS, TEMPLATES
from reconcile.lexicon.reasons import Reason
from reconcile.mention import Kind
from sources.text import letters_of

Fields = dict[str, str]
# The number of a person within the name of a parameter: `last2`, `author2-last`, `nom1`.
_NUMBER = re.compile(r"([^\d]+)(\d{1,3})([^\d]*)")
# What the parameter says that cuts a list of people short: that nobody but the first is shown, or yes.
_ET_AL = re.compile(r"et\s?al|\bdkk\b|1|oui|ja|sì|sí", re.IGNORECASE)
_PLAIN_FIELDS = ("date", "year", "volume", "issue", "pages", "publisher", "doi", "isbn", "url", "subtitle")


def is_citation(key: str) -> bool:
    """Say whether a template of this key cites a work.

    >>> is_citation("citejournal"), is_citation("main")
    (True, False)
    """
    return key in TEMPLATES


def fields_of(template: Template) -> Fields:
    """Return the fields of the work that a template cites; nothing where it has no title."""
    _, parts = named_parts(template)
    given: dict[str, dict[int, str]] = {}
    for name, nodes in parts.items():
        key, number = _role(name)
        if text := text_of(nodes):
            given.setdefault(key, {}).setdefault(number, text)
    one = {field: _first(given, field) for field in PARAMETERS}
    title = one["chapter"] or one["title"]
    whole = one["title"] if one["chapter"] else ""
    if not title:
        return {}
    kind = _kind(TEMPLATES[key_of_template(template.name)], one, whole)
    made = {
        "type": kind,
        "author": _people(given, ("authors", "families", "givens"), one),
        "editor": _people(given, ("editors", "editor families", "editor givens"), {}),
        "title": title,
        **_venue(kind, one, whole),
        **{field: one[field] for field in _PLAIN_FIELDS},
    }
    if one["eprint"]:
        made |= {"eprint": one["eprint"], "archiveprefix": "arXiv"}
    return {name: value for name, value in made.items() if value}


def _role(name: str) -> tuple[str, int]:
    """Return the key of a parameter without the number of its person, and this; 1 where it has none.

    >>> _role("author2-last"), _role("Nom1"), _role("isbn")
    (('authorlast', 2), ('nom', 1), ('isbn', 1))
    """
    key = letters_of(name.replace("_", " "))
    numbered = _NUMBER.fullmatch(key)
    if numbered and key not in PARAMETERS["isbn"]:
        return numbered[1] + numbered[3], int(numbered[2])
    return key, 1


def _first(given: Mapping[str, Mapping[int, str]], field: str) -> str:
    """Return the value of the first parameter of a field that has one."""
    return next((given[name][min(given[name])] for name in PARAMETERS[field] if name in given), "")


def _kind(kind: str, one: Mapping[str, str], whole: str) -> str:
    """Return the kind of a work: what its template says, or its parameters where they say more."""
    if kind in (Reason.PRESS, Reason.WEB_PAGE) and one["doi"]:
        kind = Kind.DOCUMENT
    if kind == Kind.BOOK and (whole or one["book"]):
        return Kind.CHAPTER
    if kind == Kind.CHAPTER and not whole and not one["book"]:
        return Kind.DOCUMENT
    if kind != Kind.DOCUMENT:
        return kind
    if one["conference"]:
        return Kind.PAPER
    if one["journal"] or (one["book"] and one["issue"]):
        return Kind.ARTICLE
    if one["book"] or whole:
        return Kind.CHAPTER
    return Kind.BOOK if one["isbn"] or one["publisher"] else Kind.DOCUMENT


def _venue(kind: str, one: Mapping[str, str], whole: str) -> Fields:
    """Return where a work appeared, by the name of the field that its kind has for it."""
    if whole:
        return {"booktitle": whole}
    if kind in (Kind.BOOK, Kind.THESIS, Kind.REPORT, Kind.PREPRINT):
        return {}
    order = ("journal", "book", "work") if kind == Kind.ARTICLE else ("book", "conference", "journal", "work")
    venue = next((one[name] for name in order if one[name]), "")
    return {"journal" if kind == Kind.ARTICLE else "booktitle": venue}


def _people(given: Mapping[str, Mapping[int, str]], fields: tuple[str, str, str], one: Mapping[str, str]) -> str:
    """Return the people of a work; who stand in one parameter as people list them are left to who reads such lists."""
    wholes = [given[name] for name in PARAMETERS[fields[0]] if name in given]
    family_names = next((name for name in PARAMETERS[fields[1]] if name in given), "")
    families = given.get(family_names, {})
    givens = next((given[name] for name in PARAMETERS[fields[2]] if name in given and name != family_names), {})
    cut = _ET_AL.search(one["cut short"]) if one.get("cut short") else None
    if one.get("people in a row"):
        return people([*persons_in_row(one["people in a row"]), *(["et al."] if cut else [])])
    if not families and len(wholes) == 1 and len(wholes[0]) == 1 and not cut:
        (text,) = wholes[0].values()
        return text.strip("[] ") if text.startswith("[") else text  # a list of people would begin so
    found = list(_persons(wholes, families, givens))
    return people([*found, *(["et al."] if cut and found else [])])


def _persons(
    wholes: list[Mapping[int, str]], families: Mapping[int, str], givens: Mapping[int, str]
) -> Iterator[Person]:
    """Yield the persons of a work in the order of their numbers."""
    for number in sorted({*families, *(number for each in wholes for number in each)}):
        if family := families.get(number):
            yield {"family": family, "given": givens[number]} if number in givens else family
        for each in wholes:
            if text := each.get(number):
                yield from persons_in(text)
