"""Whose publications a document lists, where it says so plainly: a name at its head."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reconcile.documents.blocks.block import Block, Kind
from reconcile.lexicon import surnames
from reconcile.lexicon.given_names import GIVEN_NAMES
from sources.name_words import IN_LISTS

_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’.\-‐])*\.?,?")
# What stands around the name at the head of a page.
_BEFORE = re.compile(
    r"(?:curriculum\s+vitae|cv|resume|résumé|publications?|home\s?page|personal\s+website|website)?\s*(?:of|by|:|[-–—|])?\s*"
    r"(?:(?:prof(?:essor)?|dr|mr|ms|mrs|assoc|asst|pd|دکتر|الدكتورة?)\b\.?(?:-[a-z]{2,6}\.)?\s*"
    r"|(?:priv\.-doz|univ\.-prof|dipl\.-[a-z]{1,6}|mag|rer\.\s?[a-z]{3,4}|phil|med|iur|jur|theol|habil|ing|h\.\s?c)\.\s*)*",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?:['’]s\b.*|\s*\(.*|\s*[|•·:—–]\s.*|\s+-\s.*|,?\s+(?:ph\.?\s?d|m\.?\s?sc|m\.?\s?d|msc|mba|cv|curriculum\s+vitae|resume"
    r"|résumé|home\s?page|publications|website)\b.*)$",
    re.IGNORECASE,
)
# Words of headings and institutions that, capitalised, look like names.
_NO_NAMES = frozenset(
    "about academic academy activities articles assistant associate awards bio biography book books center college"
    " conference contact curriculum department education engineer experience faculty full group highlights home"
    " homepage honors institute interests inc journal journals lab laboratory list me news page paper papers patents"
    " peer personal postdoc professional professor profile project projects publication publications reading"
    " refereed reports research researcher resume résumé reviewed school science sciences scientific selected service"
    " skills student summary talks teaching team technical the thesis university vita vitae website welcome work"
    " working works workshop and for in on with of my our hi hello i'm i am im learning model models computer"
    " engineering test document untitled new author admin user name your first last microsoft office word"
    " università universität université universidad universidade universiteit universitet uniwersytet univerzita"
    " lebenslauf wissenschaftlicher schriftenverzeichnis publikationsverzeichnis publikationsliste"
    " egyetem istituto institut instituto dipartimento departamento département fakultät facoltà facultad faculté"
    " hochschule anthology background educational employment history career sketch biographical nih nsf google scholar"
    " currículo curricolo lattes akademischer akademische beruflicher werdegang attività scientifica didattica"
    " formazione formación formação experiencia datos fachgebiet lehrstuhl abteilung arbeitsgruppe"
    " award labs link links"
    " فهرست رزومه مقالات سوابق زندگینامه قائمة المنشورات السيرة الذاتية".split()
)
# Words of the table that are families' names too, behind a given name: `Will Page`.
_SURNAMES = surnames.ANYWHERE | surnames.BESIDE_GIVEN_NAMES
# Those of them that name what a page is or is of: `Scott Lab`, `Martin Press`, `Mark Book`.
_THINGS = frozenset("book lab page press".split())
# What parts the persons of a list, and what ends the list.
_BETWEEN, _LISTED = re.compile(r"\s*(?:[,;&]\s*(?:and\s)?|\sand\s)\s*"), re.compile(r"[^.:(\[“\"«\n]{5,400}")
_LONGEST = 80


def as_person(text: str) -> str:
    """Return the personal name that `text` consists of, apart from titles and degrees; else nothing.

    >>> as_person("Dr. Ada B. Lovelace, Ph.D.")
    'Ada B. Lovelace'
    >>> as_person("Selected Publications")
    ''
    """
    text = " ".join(text.split())
    if len(text) > _LONGEST:
        return ""
    text = _AFTER.sub("", text)
    text = text[_BEFORE.match(text).end() :].strip(" ,.*")  # type: ignore[union-attr]  # it can match nothing
    words = text.split(" ")
    return text if 2 <= len(words) <= 4 and _are_names(words) else ""


def _are_names(words: Sequence[str]) -> bool:
    plain = [word.casefold().strip(".,") for word in words]
    given = plain[0] in GIVEN_NAMES
    telling = plain[:-1] if given and plain[-1] in _SURNAMES else plain
    if not _NO_NAMES.isdisjoint(telling):
        return False
    if not all(_WORD.fullmatch(word) for word in words):
        return False
    return all(not word[0].islower() or word in IN_LISTS for word in words)


def owner_of(blocks: Sequence[Block]) -> str:
    """Return the name that the first highest heading or the first line of a document is."""
    highest = next((block for block in blocks if block.kind is Kind.HEADING and block.level == 1), None)
    first = next((block for block in blocks[:2] if not _BEFORE.fullmatch(block.text.strip(" .:"))), None)
    for block in (highest, first):
        if block is None or block.kind not in (Kind.HEADING, Kind.PARAGRAPH, Kind.ROW):
            continue
        if person := vouched(as_person(block.text.split("\n", 1)[0]), blocks):
            return person
    return ""


def owner_in_title(title: str, blocks: Sequence[Block] = ()) -> str:
    """Return the person in the title of a page: `Ada Lovelace | Home`, `Home - Ada Lovelace, mathematician`."""
    parts = re.split(r"\s[|•·—–-]\s|:\s|,\s(?=[a-zß-ÿ])", title)
    return next((person for part in parts if (person := vouched(as_person(part), blocks))), "")


def vouched(person: str, blocks: Sequence[Block]) -> str:
    """Return a person whom a page's title names; one called as a thing of a page only where an entry has them, too."""
    given, _, family = person.rpartition(" ")
    if family.casefold() not in _THINGS:
        return person
    initial, rest = re.escape(given[0]), re.escape(given[1:])
    short = re.compile(rf"\b(?:{family},?\s{initial}(?:\b|{rest}\b)|{initial}\.\s?(?:[A-Z]\.\s?){{0,2}}{family}\b)")
    return person if any(short.search(block.text) or _lists(block.text, person) for block in blocks) else ""


def _lists(text: str, person: str) -> bool:
    """Whether a text begins with a list of several persons of whom a person is one: `Will Page and Ada Lovelace.`"""
    listed = _LISTED.match(text)
    persons = _BETWEEN.split(listed[0].strip()) if listed and person in listed[0] else []
    return len(persons) > 1 and person in persons and all(map(as_person, persons))
