"""Safe fixes: accents and lost capitals of a title word by word, initials of authors written out name by name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from reconcile.bibtex.edit import is_balanced
from reconcile.bibtex.facts import pages
from reconcile.bibtex.latex import escape
from reconcile.bibtex.latex import title as protected
from reconcile.cleaning.change import Step
from reconcile.cleaning.reading import Reading
from reconcile.cleaning.target import Target
from reconcile.documents.bib.values import plain
from reconcile.records import are_same_pages
from sources.name_parts import is_in_parts
from sources.name_words import AND
from sources.names import COMPATIBLE, compare_names, read_name
from sources.record import Name
from sources.text import fold

TITLE = "title-spelling"
NAMES = "author-names"
PAGES = "pages-form"
_WORD = re.compile(r"\S+")
_CORE = re.compile(r"\w(?:[\w'’.+-]*\w)?")
_WORDS_OF_NAME = re.compile(r"[^\s.,~{}-]+")
# Ranges of pages with a hyphen, a dash or a minus between them: `2383-2392`, `98:1–98:76`, `S12 - S20`.
_PAGE = r"[A-Za-z]{0,2}\d{1,7}(?:[:.]\d{1,4})?"
_RANGES = re.compile(rf"\s*{_PAGE}\s?(?:-|\u2010|\u2011|\u2012|\u2013|\u2014|\u2212){{1,3}}\s?{_PAGE}\s*")
_NUMBERS = re.compile(r"\d+")
_OUTSIDE = re.compile(r",(?![^{}]*\})")  # a comma outside of braces that hold no others
_LONGEST = 20_000  # characters of a title, or of a list of authors, that is looked at word by word


def title_spelling(reading: Reading, target: Target, *, ascii: bool) -> Iterator[Step]:  # noqa: A002
    """Yield the title with the accents and capitals that it lost, if it is the record's title but for these."""
    theirs = target.record.title
    if (
        len(reading.raw("title")) > _LONGEST
        or not reading.is_delimited("title")
        or fold(reading.own["title"]) != fold(theirs)
    ):
        return
    raw, around = _unwrapped(reading.raw("title"))
    if theirs.isupper():
        return
    if reading.own["title"].isupper():
        yield from _not_shouted(raw, target, safe=not around and raw.isupper() and "{" not in raw, ascii=ascii)
        return
    words = list(_WORD.finditer(raw))
    whole = theirs.split()
    if len(words) != len(whole):
        return
    spelt, end = [], 0
    for word, other in zip(words, whole, strict=True):
        inside = bool(around) or raw[: word.start()].count("{") > raw[: word.start()].count("}")
        spelt += [raw[end : word.start()], _spelt(word[0], other, inside=inside, ascii=ascii)]
        end = word.end()
    value = "{" * around + "".join([*spelt, raw[end:]]) + "}" * around
    if value != reading.raw("title") and plain("title", value) != reading.own["title"]:
        yield Step(TITLE, "title", value, target.giver("title"))


def _not_shouted(raw: str, target: Target, *, safe: bool, ascii: bool) -> Iterator[Step]:  # noqa: A002
    """Yield the record's spelling of a title in capitals alone; only proposed where braces may want them so."""
    if len(_WORD.findall(raw)) > 1:
        yield Step(TITLE, "title", protected(target.record.title, ascii=ascii), target.giver("title"), safe)


def pages_form(reading: Reading, target: Target) -> Iterator[Step]:
    """Yield pages with the long hyphen between first and last, if the record has these pages or none: `1--9`."""
    raw, theirs = reading.raw("pages"), target.record.page
    if not reading.is_delimited("pages") or not _RANGES.fullmatch(raw):
        return
    if theirs and not are_same_pages(theirs, raw):
        return
    if (value := pages(raw)) != raw and _NUMBERS.findall(value) == _NUMBERS.findall(raw):
        yield Step(PAGES, "pages", value, "the entry itself")


def _unwrapped(value: str) -> tuple[str, int]:
    """Return a value without the braces around all of it, and how many there are.

    >>> _unwrapped("{{A} and {B}}"), _unwrapped("{A} and {B}")
    (('{A} and {B}', 1), ('{A} and {B}', 0))
    """
    around = 0
    while value.startswith("{") and value.endswith("}") and is_balanced(value[1:-1]):
        value, around = value[1:-1], around + 1
    return value, around


def _spelt(mine: str, theirs: str, *, inside: bool, ascii: bool) -> str:  # noqa: A002
    """Return a word of a title as the record spells it, in the braces that the author gave it."""
    own, other = _CORE.search(mine), _CORE.search(theirs)
    if own is None or other is None or fold(own[0]) != fold(other[0]) or own[0] == other[0]:
        return mine
    if "\\" in mine or mine.count("{") != mine.count("}") or mine[: own.start()].strip("{(“\"'`["):
        return mine
    accents = own[0].isascii() and not other[0].isascii() and _bare(own[0]) == _bare(other[0])
    capitals = own[0].casefold() == other[0].casefold() and _has_inner_capitals(other[0])
    if not (accents or capitals):
        return mine
    braced = inside or "{" in mine[: own.start()]
    written = escape(other[0], ascii=ascii) if braced or not capitals else protected(other[0], ascii=ascii)
    return mine[: own.start()] + written + mine[own.end() :]


def _bare(word: str) -> str:
    """Return a word in small letters without accents."""
    taken = unicodedata.normalize("NFKD", word.casefold())
    return "".join(char for char in taken if not unicodedata.combining(char))


def _has_inner_capitals(word: str) -> bool:
    """Say whether a part of a word has a capital behind its first letter: `BERT`, `GPT-based`, `NeurIPS`."""
    return any(char.isupper() for part in re.split(r"[^\w]", word) for char in part[1:])


def author_names(reading: Reading, target: Target, *, ascii: bool) -> Iterator[Step]:  # noqa: A002
    """Yield the authors with given names written out, if every one of them is the record's, one to one, in order."""
    if not reading.is_delimited("author"):
        return
    raw = reading.raw("author")
    if len(raw) > _LONGEST:
        return
    places = list(AND.finditer(raw))
    if any(raw[: place.start()].count("{") != raw[: place.start()].count("}") for place in places):
        return
    names = AND.split(raw)
    cut = len(names) > 1 and plain("author", names[-1]).lower() == "others"
    own, theirs = names[:-1] if cut else names, target.record.author
    if len(own) > len(theirs) or (not cut and (len(own) != len(theirs) or target.record.author_et_al)):
        return
    read = [read_name(plain("author", name)) for name in own]
    if any(compare_names(mine, other) not in COMPATIBLE for mine, other in zip(read, theirs, strict=False)):
        return
    written = [_named(*each, ascii=ascii) for each in zip(own, read, theirs, strict=False)]
    if any(
        new == old and _written_out(mine.given, other.given)
        for new, old, mine, other in zip(written, own, read, theirs, strict=False)
    ):
        return  # a list half of initials is worse than one of them
    if written == own:
        return
    parts = [*written, *names[len(own) :]]
    value = parts[0] + "".join(place[0] + part for place, part in zip(places, parts[1:], strict=True))
    yield Step(NAMES, "author", value, target.giver("author"))


def _named(raw: str, mine: Name, theirs: Name, *, ascii: bool) -> str:  # noqa: A002
    """Return a name with its given names written out and its accents set, in the order in which it stands."""
    if is_in_parts(raw) or theirs.literal or not theirs.family or mine.suffix or theirs.suffix:
        return raw
    given = _written_out(mine.given, theirs.given)
    if "{" in raw or "\\" in raw:
        return _beside_tex(raw, mine, escape(given, ascii=ascii)) if given else raw
    family = theirs.family if _gains_accents(mine.family, theirs.family) else ""
    if not (given or family) or mine.particle != theirs.particle or _bare(mine.family) != _bare(theirs.family):
        return raw
    given, family = escape(given or mine.given, ascii=ascii), escape(family or mine.family, ascii=ascii)
    last = f"{escape(mine.particle, ascii=ascii)} {family}".strip()
    whole = f"{last}, {given}" if "," in raw else f"{given} {last}"
    space = raw[: len(raw) - len(raw.lstrip())], raw[len(raw.rstrip()) :]
    read = read_name(plain("author", whole))
    kept = compare_names(read, theirs) in COMPATIBLE
    return space[0] + whole + space[1] if kept and read.family == (theirs.family if family else mine.family) else raw


def _beside_tex(raw: str, mine: Name, given: str) -> str:
    """Return a name whose given names alone are written anew: its family name is set in TeX."""
    pieces = _OUTSIDE.split(raw) if raw.count(",") else []
    if len(pieces) == 2:
        last, first = pieces
        whole = f"{last},{first[: len(first) - len(first.lstrip())]}{given}{first[len(first.rstrip()) :]}"
    else:
        initials = re.match(r"\s*(?:[^\W\d_](?:\.[\s~-]?|[\s~]))+(?=\S)", raw)
        if pieces or initials is None:
            return raw
        whole = f"{initials[0][: len(initials[0]) - len(initials[0].lstrip())]}{given} {raw[initials.end() :]}"
    read = read_name(plain("author", whole))
    kept = read == replace(mine, given=plain("author", given))
    return whole if kept else raw


def _written_out(mine: str, theirs: str) -> str:
    """Return given names with initials written out by others, nothing lost; empty where there is nothing to write.

    >>> _written_out("J. M.", "Jacob Marc"), _written_out("J. M.", "Jacob"), _written_out("Jacob", "Jacob Marc")
    ('Jacob Marc', 'Jacob M.', '')
    """
    own, others = _WORDS_OF_NAME.findall(mine), _WORDS_OF_NAME.findall(theirs)
    if not any(len(word) == 1 for word in own) or any(len(word) > 1 for word in own[len(others) :]):
        return ""
    pairs = list(zip(own, others, strict=False))
    grown = any(len(other) > len(word) == 1 for word, other in pairs)
    if not grown or not all(fold(other).startswith(fold(word)) for word, other in pairs):
        return ""
    return " ".join([theirs, *(f"{word}." for word in own[len(others) :])])


def _gains_accents(mine: str, theirs: str) -> bool:
    return mine.isascii() and not theirs.isascii() and _bare(mine) == _bare(theirs)
