"""The imprint of a book: `New York: Knopf, 1999`, `Paris, Galilée, 2003`, `(Oxford: Clarendon Press, 1989)`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from reconcile.lexicon import houses
from reconcile.lexicon.editions import EDITION, WHICH
from reconcile.lexicon.given_names import GIVEN_NAMES
from reconcile.lexicon.places import CITIES, REGIONS, STATE_CODES
from reconcile.lexicon.rarity import is_surname
from reconcile.lexicon.small_words import ARTICLES, CONJUNCTIONS, OF, words_of
from reconcile.parse.words import cues
from reconcile.parse.words.dates import DATE
from reconcile.parse.words.sentences import is_sentence_end
from sources.arabic_script import is_arabic
from sources.east_asian import is_east_asian
from sources.text import fold

_JOINT = re.compile(r"\s?(?:[/&]|\b(?:and|und|et|y|e)\b|\s[-–]\s)\s?", re.IGNORECASE)
PUBLISHER = re.compile(rf"(?<!\w)(?:{cues.PUBLISHERS})(?!\w)", re.IGNORECASE)
# A remark in brackets may follow, `2015 (premio Olmo)`, or the blanks of a note, and no `1845-1852 (Cork: Mercier`.
_DATE = re.compile(
    rf"[\s\[(]*(?:c|cop\.|©|impr\.|s\.)?\s?{DATE}[\])]?(?=\s{{0,160}}(?:[.,;:)\]]|\((?-i:[a-zß-ÿ])|$))", re.IGNORECASE
)
_EXTENT = re.compile(
    r"(?:pp?\. ?)?[\dxvil\s–-]+\s?(?:pp?|pages?|S|Seiten|vols?)\.?|coll(?:\.|ection)\s.{1,60}"
    r"|(?:t\.|tome|vol\.|bd\.) ?\d{1,4}"
    rf"|{WHICH} {EDITION}\.?",
    re.IGNORECASE,
)
_TOWN_AND_REGION = re.compile(r"[A-ZÀ-Þ][a-zß-ÿ-]{3,}/(?:[A-Z][a-z]{0,2}\.?|[A-Z]{2})")
# What stands behind a town in Germany, its periods left out: `Frankfurt a. M.`, `Freiburg i. Br.`, `Wien u. a.`
_BESIDE = re.compile(r" (?:u ?a|[ai] ?(?:d )?[A-Z][a-z]{0,2})\Z")
_NOT_PUBLISHED = re.compile(r"(?:s\. ?l\.|s\. ?n\.|o\. ?o\.|n\. ?p\.)", re.IGNORECASE)
_DELIMITER = re.compile(r"[,;:()\n]|/(?!(?:[A-Z][a-z]{0,2}\.|[A-Z]{2})[\s,:])|\s[-–—]\s|\.(?=\s|$|\))")
# Words of a publisher's name that it writes small; not Portuguese `um`, which stands before years in German.
_SMALL = words_of(OF) | words_of(ARTICLES, CONJUNCTIONS, but="pt") | frozenset("& for für in zum zur".split())
# With these a subtitle begins, and no publisher: `Eine Geschichte, Berlin: de Gruyter`.
_INDEFINITE = frozenset(
    "A An Ein Eine Un Une Una Uma Essai Essais Essay Essays Saggio Ensayo Studien Roman Novel".split()
)
_LONGEST = 160  # characters of an imprint that are read
_MOST_PARTS = 8
_TOWN = 3  # words of a town's name, at most
_LONGEST_NAME = 7  # words of a publisher's name


@dataclass(frozen=True, slots=True)
class Imprint:
    """What reads like an imprint, as far as it does.

    `first` says that its first part is a known place or publisher, `known` how many of its parts are; `complete` that
    it reaches its date or the end of the text, `colon` that a name stands behind a place and a colon, `firm` that more
    than places was found: a publisher, a colon, or a date; `short` that an unknown name of a word or two is followed
    by known ones, as a small town before its publisher.
    """

    first: bool = False
    known: int = 0
    complete: bool = False
    colon: bool = False
    firm: bool = False
    short: bool = False


@dataclass(frozen=True, slots=True)
class _Part:
    """One part between two delimiters: `before` is the delimiter before it, `end` that the date or the end follows."""

    text: str
    before: str
    sure: bool
    place: bool
    end: bool
    dated: bool


@lru_cache(maxsize=4096)
def read_imprint(text: str, start: int, end: int) -> Imprint:
    """Return what stands at `start` as an imprint, as far as it reads like one.

    >>> read_imprint("New York: Knopf, 1999.", 0, 22)
    Imprint(first=True, known=2, complete=True, colon=True, firm=True, short=False)
    >>> read_imprint("Canada: A persistent enigma", 0, 27)
    Imprint(first=True, known=1, complete=False, colon=False, firm=False, short=False)
    """
    found: list[_Part] = []
    known, firm, complete, reached = 0, False, False, False
    for part in _parts(text, start, min(end, start + _LONGEST), whole=end <= start + _LONGEST):
        if not part.text or not _goes_on(part, found, known, firm=firm):
            complete = part.end and not part.text and bool(found)
            reached = part.dated
            break
        found.append(part)
        known += part.sure
        firm = firm or not part.place
        if part.end and known:
            complete = reached = True
            break
    if not found:
        return Imprint()
    colon = any(part.before == ":" for part in found)
    first = found[0].sure and not (found[0].text in STATE_CODES and text[max(0, start - 1) : start] != "(")
    town = not found[0].sure and len(found[0].text.split()) < _TOWN and not found[0].text.startswith("and ")
    short = town and bool(known) and found[1].before in (",", ":", ";") and not _NOT_PUBLISHED.fullmatch(found[1].text)
    return Imprint(first, known, complete, colon, firm or (complete and (colon or reached)), short)


def _goes_on(part: _Part, found: list[_Part], known: int, *, firm: bool) -> bool:
    """Whether a part may stand in an imprint behind those found."""
    if not part.sure and not (is_name(part.text) and (known or part.before != ".")):
        return bool(found) and bool(_EXTENT.fullmatch(part.text))
    if part.before == "(" and not known:
        return not found  # `Reality (Cambridge: CUP)`: the imprint begins within the parenthesis
    if part.before == "." and len(found) == known and not firm:
        return not found  # `Harvard, Massachusetts. The Harvard Common Press`: places alone, and a new sentence
    return not found or bool(known) or part.before == ":" or (part.sure and part.before == ",")


def _parts(text: str, start: int, limit: int, *, whole: bool) -> Iterator[_Part]:
    """Yield the parts up to the date; the last is empty where the date or the end of the text was reached."""
    at, before, placed = start, "", False
    for count in range(_MOST_PARTS):
        at = _past_delimiters(text, at, limit)
        if at >= limit or (count and _DATE.match(text, at, limit)):
            yield _Part("", before, False, False, at < limit or whole, at < limit)
            return
        close, mark = _part(text, at, limit)
        part = " ".join(text[at:close].split())
        dated = _PART_AND_YEAR.fullmatch(part)
        part = dated["part"] if dated else part
        place = is_place(part) or (mark == "," and is_name(part, _TOWN) and _is_region(text, close + 1, limit))
        house = is_publisher(part) and (
            placed or not may_be_person(part) or _is_placed(text, start, close, limit, dated=bool(dated))
        )
        sure = place or house or bool(_NOT_PUBLISHED.fullmatch(part))
        yield _Part(part, before, sure, place, bool(dated), bool(dated))
        at, before, placed = close + 1, mark, placed or place or mark == ":"


_PART_AND_YEAR = re.compile(r"(?P<part>\D+?) (?:1[4-9]|20)\d\d[a-z]?")  # `Frankfurt am Main 2005`


def _is_region(text: str, at: int, limit: int) -> bool:
    """Whether a state or a country follows, so that what stands before is its city: `Bourne End, England`."""
    at = _past_delimiters(text, at, limit)
    part = " ".join(text[at : _part(text, at, limit)[0]].split())
    return (
        part in STATE_CODES
        or part.casefold().replace(".", "").replace(" ", "") in REGIONS
        or part.casefold() in REGIONS
    )


def _past_delimiters(text: str, at: int, limit: int) -> int:
    while at < limit and text[at] in " .,;:([)]\n":
        at += 1
    return at


def _part(text: str, at: int, limit: int) -> tuple[int, str]:
    """Return where the part that begins at `at` ends, and the delimiter there."""
    for mark in _DELIMITER.finditer(text, at, limit):
        if mark[0] != "." or is_sentence_end(text, mark.start()):
            return mark.start(), mark[0]
    return limit, ""


@lru_cache(maxsize=4096)
def is_place(part: str) -> bool:
    """Whether a part names nothing but known places: `New York and London`, `Cambridge MA`, `N.J.`.

    A small town whose region is cut short needs no table: `Schwalbach/Ts.`
    """
    if _TOWN_AND_REGION.fullmatch(part):
        return True
    return all(_is_one_place(" ".join(each.replace(".", " ").split())) for each in _JOINT.split(part))


def _is_one_place(name: str) -> bool:
    name = _BESIDE.sub("", name)
    folded = name.casefold().removeprefix("the ")
    if folded in CITIES or folded in REGIONS or name in STATE_CODES or folded.replace(" ", "") in REGIONS:
        return True
    city, _, region = name.rpartition(" ")
    return city.casefold() in CITIES and (region in STATE_CODES or region.casefold() in REGIONS)


@lru_cache(maxsize=4096)
def is_publisher(part: str) -> bool:
    """Whether a part is a publisher's name: by its first words, or by a word such as `Press` in it."""
    words = part.casefold().split()
    if len(words) > _LONGEST_NAME + 2:
        return False
    if not is_name(part, _LONGEST_NAME + 2):
        return bool(_PRESS_FIRST.fullmatch(part))
    return any(" ".join(words[:count]) in houses.FIRST for count in (1, 2, 3, 4)) or bool(PUBLISHER.search(part))


def may_be_person(part: str) -> bool:
    """Whether a publisher's name may be a person's: `Hans Fischer`, and no `Fischer Verlag`, `John Murray`.

    A given name, initials or what is a family name otherwise stand before a word, and no table has them together.
    """
    words = part.casefold().split()
    if not 1 < len(words) <= _PERSON or any(" ".join(words) in names for names in _WHOLE):
        return False
    if not (_is_person(part) or all(is_surname(fold(word)) for word in words)):
        return False
    return words[-1] == "press" or not _NOUN.search(part)


_PERSON = 3  # words of a person's name: a given name, an initial, a family name
_WHOLE = (houses.FIRST, frozenset(houses.ANYWHERE.split("|")))
_NOUN = re.compile(rf"(?<!\w)(?:{houses.NOUNS})(?!\w)", re.IGNORECASE)


def _is_placed(text: str, start: int, close: int, limit: int, *, dated: bool) -> bool:
    """Whether a place stands before or behind a name, or the date right behind it and a sentence's end before it."""
    behind = _past_delimiters(text, close, limit)
    follows = " ".join(text[behind : _part(text, behind, limit)[0]].split())
    place = _PART_AND_YEAR.fullmatch(follows)
    if is_place(place["part"] if place else follows):
        return True
    before = text[max(0, start - _LONGEST) : start].rstrip(" (")
    if before.endswith((":", ".")):
        return before.endswith(":") or dated or _DATE.match(text, behind, limit) is not None
    return before.endswith(",") and is_place(_LAST_PART.split(before[:-1])[-1].strip())


_LAST_PART = re.compile(r"[,;:(]|\.\s")


# As the French call them, with adjectives in small letters: `Presses universitaires de Rennes`.
_PRESS_FIRST = re.compile(
    r"(?:Presses|Éditions|Editions|Ediciones|Edizioni|Edições|Librairie|Imprimerie)"
    r"(?: (?:[dl]['’])?[^\W\d_][\w’'-]{1,20}){1,8}"
)


def is_name(part: str, longest: int = _LONGEST_NAME) -> bool:
    """Whether a part may be a publisher's name: a few words, all that matter in capitals."""
    words = part.split()
    if not words or len(words) > longest or any(char in part for char in '?!"“”«»') or words[0] in _INDEFINITE:
        return False
    heavy = [word for word in words if word.casefold().strip(".") not in _SMALL and word[0].isalpha()]
    return (
        bool(heavy)
        and all(
            word[0].isupper() or word[:2] in ("l'", "l’", "d'", "d’") or is_east_asian(word) or is_arabic(word)
            for word in heavy
        )
        and not any(char.isdigit() for char in part)
    )


# A place and a publisher of which no table knows either, as Italians and the French have them behind a title, a year
# and the number of pages or nothing behind them: `, Olmeto, Lanzi, 2019, pp. 312, ill.`
_TOWN_WORD = r"[A-ZÀ-Þ](?:['’][A-ZÀ-Þ])?[^\W\d_A-ZÀ-Þ]{2,20}"
_HOUSE_WORD = r"[A-ZÀ-Þ](?:[\w'’-]{1,20}|\w{0,2}\.)"
_UNLISTED = re.compile(
    rf"{_TOWN_WORD}(?:\s(?:[a-z]{{2,5}}\s)?{_TOWN_WORD})?,\s"
    rf"{_HOUSE_WORD}(?:\s(?:(?:e|et|&|di|de|del|della)\s)?{_HOUSE_WORD}){{0,3}},\s"
    r"(?:1[5-9]|20)\d\d(?:,\s(?:pp?\.\s?\d{2,4}(?!\d|\s?[-–])|\d{2,4}\s?pp?\.)|[.\s]*\Z)"
)


def is_unlisted(text: str, start: int, end: int) -> bool:
    """Whether a place, a publisher, a year and pages stand at `start`, none of them in a table.

    >>> is_unlisted("Olmeto, Lanzi, 2019, pp. 312", 0, 28), is_unlisted("Ann Fane, Bo Lund, 2019.", 0, 24)
    (True, False)
    """
    match = _UNLISTED.match(text, start, end)
    if match is None:
        return False
    town, house = (part.strip() for part in match[0].split(",")[:2])
    # `Ann Fane, Bo Lund, 2019`, `Interspeech, Lyon, 2013`, `Sheep, July, 1998, pp. 3-4`
    if is_place(house) or is_publisher(house) or cues.VENUE.search(town) or not _is_house(house.split()[0]):
        return False
    return not (_is_person(town) or _is_person(house))


def _is_person(part: str) -> bool:
    first, _, rest = part.partition(" ")
    return bool(rest) and (fold(first) in GIVEN_NAMES or first.endswith("."))


_BETWEEN = re.compile(r"[,;()\n]\s?|\.\s")
_MONTH = re.compile(rf"(?:{cues.MONTHS})\.?", re.IGNORECASE)
_YEAR_FIRST = re.compile(r"(?:1[4-9]|20)\d\d(?!\d)")


def _is_house(part: str) -> bool:
    return is_name(part) and not _MONTH.fullmatch(part)


def house_beside_place(text: str, start: int, end: int) -> str:
    """Return the publisher between a place and a year, whose name no table has: `Roma, Olmo, 2021`; or nothing.

    >>> house_beside_place("Roma, Olmo, 2021 (I mulini, 3)", 0, 30)
    'Olmo'
    >>> house_beside_place("Olmeto, Lanzi, 2019, pp. 312", 0, 28)
    'Lanzi'
    """
    begin = _past_delimiters(text, start, end)
    if is_unlisted(text, begin, end):
        return text[begin:end].split(", ", 2)[1]
    stretch = " ".join(text[start : min(end, start + _LONGEST)].split()).strip(" .,;:")
    parts = [part.strip() for part in _BETWEEN.split(stretch)]
    for place, house, behind in zip(parts, parts[1:], parts[2:], strict=False):
        if is_place(place) and not is_place(house) and _is_house(house) and _YEAR_FIRST.match(behind):
            return house
    return ""
