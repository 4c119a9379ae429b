"""Where a title begins and ends in a string without a sign that says so: beside names, a venue, links, numbers."""

from __future__ import annotations

import re
from collections.abc import Set
from itertools import dropwhile
from string import digits

from reconcile.lexicon import links, rarity, together
from reconcile.matching.strings.text import Text
from sources.east_asian import SIGNS, SignPattern
from sources.months import ENGLISH
from sources.text import STOP_WORDS, fold

TOWARD = frozenset({"toward", "towards"})  # small words that make another title
_NEAREST = 3  # words beside a title among which a name, a venue or a cue says that the title has ended
_NAME = 4  # words that the name of a last author has at most
_MOST_NAMES = 2  # words of a venue's acronym beside its year, `ACM KDD 2015`
_CAPITALS = 2  # capitals that an acronym has at least
_LEAST_NUMBERED = 4  # words of a title that a number before it only counts: `746 Discovering Articulatory …`
_MONTH_AND_YEAR = 2
_LONGEST_RUN = 6  # words that links, labels and times before or behind a title have at most

# Words with which the venue or a remark begins that follows a title without any sign between the two.
CUES = frozenset(
    """
    accepted acl advances annual appear appeared appears arxiv auteur auteurs author authors autor autoren autores
    autori biorxiv conf conference congreso corr crossref dans dblp doi erschienen forthcoming http https ieee int
    international intl issue j journal lecture lugar medrxiv meeting no number openreview pages pdf poster pp preprint
    presented press proc proceedings publication published ref review revista springer submitted symposium tech
    technical trans transactions url venue vol volume workshop www year
    """.split()
)
# Words beside a title that are neither people nor a venue: remarks of lists of publications, months.
REMARKS = frozenset(
    """
    al best bib bibtex citations cite cited code contributed corresponding dataset demo draft ed edition editor
    editors eds equal equally et findings full have in invited long main month note oral others our page paper
    papers print project short slides spotlight student talk to track under video we were with work
    """.split()
).union(CUES, ENGLISH)
# What stands before the names of co-authors behind a title: `- joint work with`, `(with`. Their articles are a title's.
_JOINTLY = frozenset(
    word
    for word in fold(together.PHRASES.replace("|", " ")).split()
    if len(word) > 1 and word not in ("de", "la", "we")
).union("and avec by com our".split())
# Words after which a title begins without any sign between the two.
_BEFORE = frozenset(
    """
    al alii called dies ders described eadem entitled idem new on others otros our out outros paper papers preprint
    titel title titled titolo titre titulo work
    """.split()
)
# What links beside a title say, and what lists, feeds and mails put before one: nothing else stands there.
_LABELS = frozenset(
    """
    abs abstract access article bib bibtex doi fwd fw github html jstor news open oral pdf poster ppt preprint public
    publication re read reading references research researchgate rt sciencedirect session slide slides slideshare
    spotlight springerlink ssrn supplementary talk todo topic url vimeo xplore youtube zenodo
    """.split()
)
# What stands before a title, too: the end of an address that a search engine shows, a month, who meets to read it.
_LEADS = _LABELS | ENGLISH | frozenset("ai cc club com edu gov group io meeting net org press uk".split())
# Words of links that titles end with, too: labels where a sign as between links follows.
_LINKS = _LABELS | links.BUTTONS | {"dataset", "software"}
_KINDS = frozenset({"abstract", "demo", "poster", "talk"})  # those of them that stand in brackets in titles
_BETWEEN_LINKS = re.compile(r"[/|·•\[\]()]")
_INITIALS = re.compile(r"[A-Z]{1,3}")
_DATED = re.compile(r"[a-z]{2,}(?:19|20)?\d\d")
_DASHES = frozenset({"-", "--", "–", "—"})
_ROMAN = re.compile(r"[IVX]{1,5}(?![A-Z])")  # a part's number
_FOREIGN = SignPattern(rf"[{SIGNS}]")


def begins(text: Text, at: int, explained: Set[str]) -> bool:
    """Say whether a title may begin at a word: after a sign, or names and a colon or dash, `Kouchnir, Beata: A …`."""
    if text.ends_before(at):
        return True
    if not text.parts_before(at):
        return False
    if text.words[at - 1] in _BEFORE:
        return True
    for before in range(at - 1, max(-1, at - 1 - _NAME), -1):
        if text.words[before] in explained:
            return True
        if text.ends_before(before) and not (text.after_initial(before) or text.gap_before(before).strip() == ","):
            return False  # what stands before the colon is another sentence than the names
    return False


def stands_before(text: Text, begin: int, first: int, explained: Set[str], size: int) -> bool:
    """Say whether the words `begin` to `first` are no part of the title of so many words that follows them."""
    words = text.words[begin:first]
    if not TOWARD.isdisjoint(words):
        return False
    if _is_apart(words[::-1], explained, _BEFORE) or _is_dated_acronym(text, begin, first):
        return True
    if len(words) == 1 and rarity.is_surname(words[0]) and text.parts_before(first):
        return True  # who reads it in a group: `Kim: Title`
    if (
        begin
        and text.words[begin - 1] in explained
        and all(_INITIALS.fullmatch(text.written(at, at + 1)) for at in range(begin, first))
    ):
        return True  # `Aubreville, ME Directionality of …`
    counted = size >= _LEAST_NUMBERED or not _LEADS.isdisjoint(words)
    return len(words) <= _LONGEST_RUN and all(
        word in _LEADS or word in STOP_WORDS or _FOREIGN.search(word) or (counted and word.isdigit()) for word in words
    )


def stands_behind(text: Text, last: int, end: int, explained: Set[str]) -> bool:
    """Say whether the words `last` to `end` are no part of the title before them."""
    words = text.words[last:end]
    if len(words) == 1 and len(words[0]) == 1 and words[0].isdigit():
        return False  # a second part
    if _is_apart(words, explained, CUES) or _is_dated_acronym(text, last, end):
        return True
    if text.clips(text.words[last], explained) or _names_co_authors(text, last, words, explained):
        return True
    if len(words) > _LONGEST_RUN:
        return False
    if len(words) == _MONTH_AND_YEAR and words[0] in ENGLISH and is_year(words[1]):
        return True  # `Wool on a Budget July 2023 · Journal of Wool`
    linked = end == len(text.words) or bool(_BETWEEN_LINKS.search(text.gap_before(end)))
    labels = _LINKS if linked else _LABELS
    return all(word in labels or _FOREIGN.search(word) for word in words)


def stands_apart(text: Text, first: int, last: int, explained: Set[str]) -> bool:
    """Say whether what stands between signs beside the words `first` to `last` is no part of a title that they are.

    `“How was your day?” A companion`, `Analyse sémantique (Semantic Parsing)`, `Wool (Abstract)`: there it may be.
    """
    words = len(text.words)
    if last < words and text.words[last] in _KINDS and "(" in text.gap_before(last):
        return False
    begin = next((at for at in range(first - 1, 0, -1) if text.ends_before(at)), 0)
    end = next((at for at in range(last + 1, words) if text.ends_before(at)), words)
    before = first == 0 or stands_before(text, begin, first, explained, last - first)
    return before and (last == words or stands_behind(text, last, end, explained))


def is_listed_apart(text: Text, first: int, last: int, end: int) -> bool:
    """Say whether one dash parts a title from what is before it and from capitals: `Ann Lee — Wool — TAG+8, Lund`."""
    dash = text.gap_before(first).strip()
    if dash not in _DASHES or not dash or text.gap_before(last).strip() != dash:
        return False
    acronym = text.written(last, end)
    return acronym.upper() == acronym and sum(map(str.isupper, acronym)) >= _CAPITALS and not _ROMAN.match(acronym)


def _names_co_authors(text: Text, at: int, words: tuple[str, ...], explained: Set[str]) -> bool:
    """Say whether words behind a sign say with whom a work was written: `Title - joint work with Ann Lee`."""
    named = tuple(dropwhile(_JOINTLY.__contains__, words))
    if len(named) == len(words) or not (text.pauses_before(at) or "(" in text.gap_before(at)):
        return False
    return not explained.isdisjoint(named[:_NEAREST])


def _is_apart(words: tuple[str, ...], explained: Set[str], cues: Set[str]) -> bool:
    """Say whether words beside a title, nearest first, are no part of it: venue, names, year, words without meaning."""
    telling = [word for word in words if len(word) > 1 and word not in STOP_WORDS and not is_year(word)]
    if not telling or telling[0] in cues:
        return True
    for at, word in enumerate(telling[:_NEAREST]):
        # A link behind a word says nothing of that word: `from a Single Depth Audio pdf`.
        cue = word in cues and word not in _LABELS
        known = word in explained or word.rstrip(digits) in explained
        if known and _is_of_titles(word) and not explained >= set(telling[at + 1 : at + 2]):
            known = False  # a word of the venue's that may be the title's: `… in Task-Oriented Dialogue`
        if cue or known:
            # Given names stand before a family name, and no word of titles: `Message Passing Revisited - Johannes …`,
            # `Title: A Critical Review`.
            return not any(map(_is_of_titles, telling[:at]))
    return False


def _is_of_titles(word: str) -> bool:
    """Say whether a word is one that titles are made of, and no name or label."""
    return rarity.is_listed(word) and not rarity.is_surname(word) and word not in _LINKS


def _is_dated_acronym(text: Text, first: int, last: int) -> bool:
    """Say whether nothing stands there but an acronym with its year, `COLING 2004`, `ACL16`, and labels."""
    places = [at for at in range(first, last) if text.words[at] not in _LABELS]
    years = [at for at in places if is_year(text.words[at]) or _DATED.fullmatch(text.words[at])]
    names = [at for at in places if not is_year(text.words[at])]
    if not years or not 0 < len(names) <= _MOST_NAMES:
        return False
    return all(sum(map(str.isupper, text.written(at, at + 1))) >= _CAPITALS for at in names)


def is_year(word: str) -> bool:
    """Say whether a folded word is a year."""
    return len(word) == 4 and word.isdigit() and word[:2] in ("19", "20")
