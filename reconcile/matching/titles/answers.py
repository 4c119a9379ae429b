"""Works that name the title of another: those that review it, answer it, come after it, or are its data."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Set
from itertools import pairwise

from reconcile.lexicon import notices, reviews
from reconcile.matching.strings.text import Text
from sources.text import STOP_WORDS

# What is said of a work that is reviewed, answered or retracted, with its authors' names perhaps before the title.
_NOTICE = re.compile(
    r"\b(?:(?:comment(?:s|ary)?|notes?|remarks?|conjecture|(?<!have a )(?<!take a )look|introduction|thoughts"
    r"|perspectives?) (?:on|in|at|to|about)"
    r"|(?:discussions?|critiques?|replications?|reproductions?|study|analys[ie]s|guide|summary|criticism"
    r"|rebuttal|refutation) (?:of|on|to)|rebuttal for|reviews?(?: (?:#|no\.? ?)\w{1,12})? (?:of|on|to|by)"
    rf"|(?:{notices.DOUBTING}|retractions|withdrawal notice|editorial|letters?)(?: to the editors?)?"
    r" (?:of|on|to|for|about|regarding|concerning|re:?)"
    rf"|(?:{notices.ANSWERING}|{notices.CORRECTING}|responses|answer) to"
    r"|(?:sequel|counter-?examples?) to|accompanying|claims? (?:of|in)|wrong with"
    rf"|(?!comptes?[ -]rendus?\b(?! d[eu'’]))(?:{reviews.ABROAD})|revisiting)\b"
    r"(?:[^\"“”„«»‘’'`.]|(?<=[\w.])['’]s?\b|(?<=\bal)\.|(?<=\b\w)\.){0,100}"
    r"[\"“„«‘'`]{1,2}\Z",
    re.IGNORECASE,
)
# What is said of a work that is reviewed where its title is in no quotation marks: `Rezension zu A. Lee et al.: Title`,
# `Review of the book Title`.
_REVIEWED = re.compile(
    rf"\b(?:reviews? of|{reviews.OF}|recenzja|recenze)\b"
    r"(?: the (?:paper|article|book|monograph|volume|edited volume|chapter|film|report)"
    r"|(?:[^.:\n\"“”„]|(?<=\bal)\.|(?<=\b\w)\.){1,100}:)[ ,:]{1,2}\Z",
    re.IGNORECASE,
)
# What repositories call the data of a paper: `Data from: Title`, `Replication Data for: Title`.
_DATA = re.compile(
    r"\b(?:(?:replication |supplement\w{2,5} |raw |research )?data ?(?:set)? (?:from|for|to|of):"
    r"|\b(?:data ?(?:sets?)?|(?:source )?code|software|materials?)"
    r" (?:accompanying|underlying|supporting|used in|belonging to)"
    r"|supplement\w{2,5} (?:materials?|information|files?|tables?|figures?)(?: \w{1,3})? (?:from|for|to|of):?"
    r"|(?:supplement\w{2,5}|companion|accompanying|project) (?:web ?)?(?:page|site)s?"
    r"(?: (?:and|&) \w{4,9})? (?:for|to|of):?"
    r"|additional file \w{1,3} of:?) ?[^\w\s]{0,2}\Z",
    re.IGNORECASE,
)
_REPRODUCED = re.compile(r"\[re\] ?\Z", re.IGNORECASE)  # `[Re] Title`, as reproductions are called
_QUOTES = frozenset("\"“„«‘'`")
_NOTICED = 160  # characters before a title that are read for one
# The same right before a title, in quotation marks or not.
_NOTICES = frozenset(
    tuple(notice.split())
    for notice in (
        *[f"{word} to" for word in f"{notices.ANSWERING}|{notices.CORRECTING}".split("|")],
        *(
            "comment on|comments on|note on|notes on|remark on|remarks on|discussion of|critique of|replication of"
            "|reproduction of|study of|analysis of|guide to|review of|reviews of|sequel to|wrong with|counterexample to"
            "|retraction to|retraction of|of retraction|retraction on|notice to|concern on"
        ).split("|"),
    )
)
# What answers a title that stands before it, `Title: A Comment on Lee`, and the words behind each.
_ANSWERS = frozenset("comment comments remark remarks response responses answer".split())
_BEHIND_ANSWERS = frozenset("on to".split())
_REJOINDERS = frozenset("commentary critique rebuttal rejoinder reply".split())
_ARTICLES = frozenset("a an the".split())
_AGAIN = frozenset("again reconsidered redux reloaded revisited".split())
_SPANS, _LATER = frozenset("decade decades year years".split()), frozenset("after later on".split())
_REJOINED = 4  # words behind a title among which one says that it is what is answered
_OUTER = (('"', '"'), ("“", "”"), ("„", "“"), ("«", "»"))  # marks of a title in which another stands
_MARKS = " \"“”„«»‘’'`"  # what may stand between two words of it
_MOST_AROUND = 14  # words that it has beside the other


def announced(text: Text, begin: int) -> int:
    """Return how many words before a title make another work of it, or none: `A Critical Note on “Title”`.

    `Discussion of the paper by Lee and Ekwall, “Title”`.
    """
    own = begin
    while 0 < begin < len(text.words) and text.words[begin - 1] in _ARTICLES and text.gap_before(begin).isspace():
        begin -= 1  # the title's own article, where its beginning is lost
    return own - begin + ahead if (ahead := _announced(text, begin)) else 0


def _announced(text: Text, begin: int) -> int:
    if text.words[max(0, begin - 2) : begin] in _NOTICES:
        return 2
    start = text.starts[begin] if begin < len(text.starts) else 0
    if _REPRODUCED.search(text.string, max(0, start - _NOTICED), start):
        return 1
    notice = _NOTICE if text.string[start - 1 : start] in _QUOTES else _REVIEWED
    before = max(0, start - _NOTICED)
    found = notice.search(text.string, before, start) or _DATA.search(text.string, before, start)
    return begin - bisect_left(text.starts, found.start()) if found else 0


def rejoined(text: Text, end: int) -> int:
    """Return how many words behind a title make another work of it, `“Title” - A Critical Rejoinder`, or none."""
    if not (text.parts_before(end) or "(" in text.gap_before(end)):
        return 0
    words = text.words[end : end + _REJOINED]
    answers = (at for at, (one, two) in enumerate(pairwise(words), 2) if one in _ANSWERS and two in _BEHIND_ANSWERS)
    return next((at for at, word in enumerate(words, 1) if word in _REJOINDERS), 0) or next(answers, 0)


def continued(text: Text, end: int) -> int:
    """Return how many words behind a title make a later work of it, `…, Three Years Later`, or none."""
    words = text.words[end : end + _REJOINED]
    if not text.pauses_before(end) or not words:
        return 0
    if words[0] in _AGAIN:
        return 1
    return next((at for at, (one, two) in enumerate(pairwise(words), 2) if one in _SPANS and two in _LATER), 0)


def enclosing(text: Text, first: int, last: int, explained: Set[str]) -> tuple[int, int] | None:
    """Return the words of the title within whose quotation marks a title stands in its own: `"Why “Title” fails"`."""
    start = text.starts[first]
    if start == 0 or text.string[start - 1] not in _QUOTES:
        return None
    head = text.string[: start - 1]
    behind = text.ends[last - 1] + 1  # the mark that closes the title's own
    for opener, closer in _OUTER:
        opened, closed = head.rfind(opener), text.string.find(closer, behind)
        is_open = head.count(opener) % 2 if opener == closer else opened > head.rfind(closer)
        if not is_open or closed < 0:
            continue
        begin, end = bisect_left(text.starts, opened), bisect_left(text.starts, closed)
        around = {*text.words[begin:first], *text.words[last:end]}
        joined = all(not text.gap_before(at).strip(_MARKS) for at in (*range(begin + 1, first + 1), *range(last, end)))
        if joined and len(around) <= _MOST_AROUND and not around <= explained | STOP_WORDS:
            return begin, end
    return None
