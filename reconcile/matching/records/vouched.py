"""What stands beside a title in one stretch with it, and is no part of it where the people named vouch for the work.

`REF output 3: Title`, `2021 Conference Title`, `we should cite Title`, `Title Neural Information Processing Systems`, a
line's number amid the title: by itself each of these may be another work's title. Where the record's own authors are
named and no other's, and the year agrees, it is not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Set
from enum import IntEnum
from itertools import chain

from reconcile.lexicon import houses, rarity, talks
from reconcile.matching.names.people import People
from reconcile.matching.strings.text import LEAST_CLIPPED, Text
from reconcile.matching.titles.answers import announced, enclosing
from reconcile.matching.titles.edges import TOWARD, is_year, stands_behind
from reconcile.matching.titles.halves import Range, is_head, is_of_page
from reconcile.matching.titles.title import TitleSeen
from reconcile.titles import OTHER_WORK, Titles, is_sure
from reconcile.titles.notices import is_notice
from reconcile.venues import read_venue
from sources.text import STOP_WORDS, fold

_TEAM = 2  # authors who vouch for a record where they are all
_LEAD = 3  # authors after whom lists are cut short, the words that say so left out
_LONGEST = 20  # words of what stands beside a title
_LEAST_VENUE = 2  # words of a venue that is no acronym
_CAPITALS = 2  # capitals that an acronym has at least
_TITLE_CASE = 2  # words that a title written in capitals has at least
_NUMBERED = 2  # words of a label with its number
_KEY = re.compile(r"[a-z]{2,}(?:19|20)\d\d[a-z]{0,12}")  # `knuth1984`, `devlin2019bert`
# What journals print above a title: by themselves these words begin titles.
_KIND = re.compile(
    r"(?:original|research|short|brief|rapid|regular|full|review|invited|technical|case)"
    r" (?:articles?|papers?|communications?|reports?|research|contributions?|notes?)"
)
# The number of a talk or poster in a programme: `P1-55`, `O3.2`.
_PROGRAMME = re.compile(r"[A-Z]{1,3}\d{0,3}[-.]\d{1,3}\s")
# The number of a line, of a manuscript under review, or of a page: `for Learning 456 in the Wild`.
_LINE_NUMBER = re.compile(r"(?<=[^\W\d_])[ \t]+(?:page[ \t]+)?\d{1,4}[ \t]+(?=[^\W\d_])", re.IGNORECASE)
_PUBLISHERS = frozenset(fold(" ".join((*houses.PARTS, "acm association ieee press society"))).split())
_PRESENTED = 5  # words that say who presents a work: `2024 Presenter: Mei Lin — `
# What lists, courses, reports and mails put before a title, with a colon or without.
_PREFACING = frozenset(
    """
    am anybody anyone article artifact ask board book btw chapter code conference done fri friday fyi hey hi imo
    implementation incollection inproceedings journal lecture lol misc mon monday optional paper pm poster proceedings
    psa published read recommended ref reference references refs required sat saturday seen seminar session skim
    subtitle suggested sun sunday thu thursday titel title titre tldr todo toread tried tue tuesday wed wednesday week
    workshop
    """.split()
)
# The same where a colon or dash follows: before a title alone they would be its first words.
_ANNOUNCING = _PREFACING | frozenset(
    """
    appeared appendix assigned background based best class congrats congratulations cool day demo discussing entry
    example extra further have heard highlights homework interesting invited item kudos mandatory module month must
    news nice next note number output outputs part parts presenting presents previously publication publications
    question reading readings recent report say section see show slides talk task tell thesis today tomorrow
    topic tutorial unit via work you
    """.split()
)


class Vouching(IntEnum):
    """How far the people and the year vouch for a record: not, by its first author, by all of its authors."""

    NOT = 0
    FIRST = 1
    ALL = 2


Compare = Callable[[str], Titles]  # holds a title as it is written against the record's


def vouched(text: Text, title: TitleSeen, compare: Compare, names: Set[str], vouching: Vouching) -> TitleSeen:
    """Return a title without what stands beside it, if that leaves the record's; else as it is.

    `names` are folded words that are explained: the given and family names of the record's authors, its venue.
    """
    if title.titles.relation in OTHER_WORK:
        return title
    for first, last, written in chain(_alone(text, title, names, vouching), _joined(text, title, names, vouching)):
        titles = compare(written)
        labelled = first <= title.first or _is_labelled(text, title.first, first, names)
        if is_sure(titles) and (labelled or not titles.only_right):
            return title._replace(first=first, last=last, titles=titles, written=written)
    return title


def _joined(text: Text, title: TitleSeen, names: Set[str], vouching: Vouching) -> Iterator[tuple[int, int, str]]:
    """Yield a title that other words part, without them; those of a page's head whoever vouches."""
    if not title.halves:
        return
    first, second = title.halves
    between = first[1], second[0]
    if announced(text, first[0]) or enclosing(text, first[0], second[1], names):
        return  # of another work
    closed = is_of_page(text, *between) and text.gap_before(second[1]).strip() != ","
    if vouching is Vouching.ALL or closed or is_head(text, *between, names):
        yield first[0], second[1], f"{text.written(*first)} {text.written(*second)}"


def _alone(text: Text, title: TitleSeen, names: Set[str], vouching: Vouching) -> Iterator[tuple[int, int, str]]:
    """Yield what may be the title alone: its words, half open, and how it is written."""
    sure = vouching is Vouching.ALL
    if _LINE_NUMBER.search(title.written):
        yield title.first, title.last, _LINE_NUMBER.sub(" ", title.written)
    first, last = title.core
    if last and text.words[last - 1] == "part":
        return  # what follows is its number
    if last < title.last and not (
        all(_is_person(word, names) for word in text.words[last : title.last])
        or (sure and _may_follow(text, last, title.last, names))
    ):
        return
    while first < last and _may_lead(text, title.first, (first, last), names, vouching):
        written = text.written(first, last)
        yield first, last, written
        if _LINE_NUMBER.search(written):
            yield first, last, _LINE_NUMBER.sub(" ", written)
        if text.words[first] not in _PREFACING and text.words[first] not in names:
            return
        first += 1  # a label or name that was taken for the title's beginning: `title=Real-Time …`


def vouching_of(people: People, gap: int | None, *, cut: bool, shown: bool) -> Vouching:
    """Return how far those named vouch for a record, with the years between and the venue.

    A team vouches, in whatever order where it is whole, and its first three do with year and venue; one author does
    whose given name is written out, or year and venue with him. `cut` says that the list of authors is cut short,
    `shown` that the venue is named.
    """
    if not people.found or (people.missing and not people.first) or (gap or 0) > 1:
        return Vouching.NOT
    several, dated = len(people.found) >= _TEAM, gap is not None or shown
    if not people.missing:
        return Vouching.ALL if several or (people.full and dated) else Vouching.FIRST
    if cut and (several or (gap == 0 and shown)):
        return Vouching.ALL
    if people.found[_LEAD - 1 :] and people.found == tuple(range(len(people.found))) and gap == 0 and shown:
        return Vouching.ALL
    return Vouching.FIRST if several or dated else Vouching.NOT


def _may_lead(text: Text, begin: int, core: Range, names: Set[str], vouching: Vouching) -> bool:
    """Say whether the words from `begin` to the title are no part of it."""
    first = core[0]
    if begin >= first or first - begin > _LONGEST:
        return begin >= first
    if announced(text, first) or _is_torn_notice(text.words[begin:first]):
        return False  # `Data from: Title`
    if _is_labelled(text, begin, first, names) or _is_prose(text, begin, core):
        return True
    if (
        not talks.PRESENTERS.isdisjoint(text.words[begin:first])
        and first - begin <= _PRESENTED
        and text.parts_before(first)
    ):
        return True
    if vouching is not Vouching.ALL:
        return False
    if text.parts_before(first):
        # `reading group on Thursday: `, `논문 게재 확정: `; what ends with a number numbers a part
        return not text.words[first - 1].isdigit()
    return _is_head_of_page(text, begin, first)


def _is_torn_notice(words: tuple[str, ...]) -> bool:
    """Say whether words make a notice of the title behind them that blanks tore: `Erra tum: Title`."""
    return len(words) > 1 and is_notice("".join(words))


def _is_head_of_page(text: Text, begin: int, first: int) -> bool:
    """Say whether year, publisher or venue stand before a title, as at the head of a page: `© 2016 IEEE`.

    `AAAI Conference on Artificial Intelligence 2019 pages 17-21`.
    """
    words = [word for word in text.words[begin:first] if word not in STOP_WORDS and len(word) > 1]
    if not words or not (is_year(words[0]) or text.words[first - 1].isdigit()):
        return False
    known = is_year(words[0]) and all(word in _PUBLISHERS for word in words[1:])
    return known or bool(read_venue(text.written(begin, first)).series)


def _is_labelled(text: Text, begin: int, first: int, names: Set[str]) -> bool:
    """Say whether nothing stands before a title but labels, numbers, names that are known, and acronyms of venues."""
    if begin == 0 and _PROGRAMME.match(text.string, text.starts[0]):
        begin = min(first, _NUMBERED)
    if _KIND.fullmatch(" ".join(text.words[begin:first])):
        return True
    parted = text.parts_before(first)
    if parted and first - begin == _NUMBERED and text.words[first - 1].isdigit():
        return True  # `Topic 13: `
    labels = _ANNOUNCING if parted else _PREFACING
    return all(_is_known(text, at, labels, names) for at in range(begin, first))


def _is_prose(text: Text, begin: int, core: Range) -> bool:
    """Say whether the words before a title are written small, as its own first words would not be.

    `we should cite Streaming Inference`; `This chapter is based on Adversarial Attacks`, a title in capitals, unless
    less is said by it than by the words before it.
    """
    first, last = core
    if not text.written(first, first + 1)[:1].isupper():
        return False
    lead = _telling(text, begin, first)
    if lead and not lead[-1].islower():
        return False  # `title = {Private Streaming Inference}`
    if all(word.islower() for word in lead) and text.written(begin, begin + 1)[:1].islower():
        return True
    title = _telling(text, first, last)
    in_capitals = len(title) >= _TITLE_CASE and all(word[:1].isupper() for word in title)
    less = rarity.of_words(text.words[first:last]) < rarity.of_words(text.words[begin:first])
    return in_capitals and not less and any(word.islower() for word in lead)


def _telling(text: Text, first: int, last: int) -> list[str]:
    """Return the words as they are written, without the small ones."""
    return [
        text.written(at, at + 1)
        for at in range(first, last)
        if text.words[at] not in STOP_WORDS and text.words[at].isalpha() and len(text.words[at]) > 1
    ]


def _may_follow(text: Text, last: int, end: int, names: Set[str]) -> bool:
    """Say whether the words `last` to `end` are no part of the title before them: people, links, a known venue."""
    words = text.words[last:end]
    if len(words) > _LONGEST:
        return False
    if stands_behind(text, last, end, names) or all(_is_known(text, at, _PREFACING, names) for at in range(last, end)):
        return True
    if words[0] in STOP_WORDS or len(words) < _LEAST_VENUE:
        return False  # the title goes on
    short = [word for word in words if not is_year(word)]
    if max(map(len, short), default=0) >= LEAST_CLIPPED and all(
        any(name.startswith(word) for name in names) for word in short
    ):
        return True  # the record's venue cut short: `Title Adv Hortic 1966`
    venue = read_venue(text.written(last, end))
    if text.parts_before(last):  # a subtitle, but for a series that is known: `Title – International Conference on …`
        return bool(venue.series)
    return bool(venue.series or venue.host)


def _is_person(word: str, names: Set[str]) -> bool:
    return word in names or (len(word) == 1 and word.isalpha())


def _is_known(text: Text, at: int, labels: Set[str], names: Set[str]) -> bool:
    """Say whether a word is a label, a name, an initial, a number or date, a citation's key, a venue's acronym."""
    word = text.words[at]
    if word in labels or word in names or len(word) == 1 or word[0].isdigit():
        return True
    if word in STOP_WORDS:
        return word not in TOWARD
    return _KEY.fullmatch(word) is not None or _is_acronym(text.written(at, at + 1))


def _is_acronym(written: str) -> bool:
    return sum(map(str.isupper, written)) >= _CAPITALS and bool(read_venue(written).series)
