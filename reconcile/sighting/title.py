"""Where a record's title stands in a string, and what the string itself calls the work.

The record says what to look for, so nothing has to be parsed: its letters are found in the string, exactly or nearly,
and the find is widened to the next sign that ends a title. What is then read as the string's own title is compared
with the record's by `reconcile.titles`, as everywhere.
"""

from __future__ import annotations

from collections.abc import Set
from string import digits
from typing import NamedTuple

from rapidfuzz import fuzz

from reconcile.settings import Settings
from reconcile.sighting.text import Text
from reconcile.titles import Titles, compare_titles, head_of
from sources.text import STOP_WORDS, fold

Range = tuple[int, int]  # words of a text, half open

_WIDEST = 14  # words by which a find is widened at most
_LONGER = 1.3  # how much longer than the whole string a title may be that is looked for in it
_CUTS = 3  # signs at which either end of a find is tried
_SHORT_HEAD = 3  # letters of a head that must stand quite alone, between two signs
_LEAST_STRETCH = 12  # letters of a stretch between two signs that is taken for a title cut short
_NEAREST = 3  # words beside a title among which a name, a venue or a cue says that the title has ended
_NAME = 4  # words that the name of a last author has at most

# Words with which the venue or a remark begins that follows a title without any sign between the two.
CUES = frozenset(
    """
    accepted acl advances annual appear appeared appears arxiv author authors biorxiv conf conference corr crossref dblp
    doi forthcoming http https ieee international int intl issue j journal lecture medrxiv meeting no number openreview
    pages pdf poster pp preprint presented press proc proceedings publication published review springer submitted
    symposium tech technical trans transactions url venue vol volume workshop www year
    """.split()
)
# Words after which a title begins without any sign between the two.
_BEFORE = frozenset("called entitled new on our out paper papers preprint titel title titled titre titulo work".split())
_PARTS = frozenset("i ii iii iv v vi vii viii ix x 1 2 3 4 5 6 7 8 9 10 one two three".split())


class TitleSeen(NamedTuple):
    """A title in a string: words `first` to `last` (half open), the relation to the record's, and how it is written."""

    first: int
    last: int
    titles: Titles
    written: str


def see_title(text: Text, title: str, explained: Set[str], settings: Settings) -> TitleSeen | None:
    """Return where the title stands in the text, None where it does not.

    `explained` are folded words that are no part of a title if they stand beside it: the record's own names and venue.
    """
    found = _place(text, title, settings)
    if found is None:
        return None
    first, last = _widened(text, *found, explained)
    written = text.written(first, last)
    return TitleSeen(first, last, compare_titles(written, title), written)


def _place(text: Text, title: str, settings: Settings) -> Range | None:
    """Find the title: all its letters; nearly all; all before its subtitle; a part that stands alone; the like."""
    letters = fold(title).replace(" ", "")
    if found := _find(text, letters):
        return found
    near = _near(text, letters, settings.seen_near)
    if near and near[0] >= settings.seen_all:
        return near[1]
    return _head(text, title) or _stretch(text, title, letters) or (near[1] if near else None)


def _find(text: Text, letters: str) -> Range | None:
    """Find all letters, beginning and ending with a word of the text."""
    start = text.letters.find(letters) if letters else -1
    while start >= 0:
        first, last = text.word_range(start, start + len(letters))
        if text.places[first] == start and text.places[last] == start + len(letters):
            return first, last
        start = text.letters.find(letters, start + 1)
    return None


def _head(text: Text, title: str) -> Range | None:
    """Find the title without its subtitle, where a sign ends it."""
    head = head_of(title)
    if head == title:
        return None
    letters = fold(head).replace(" ", "")
    found = _find(text, letters)
    if found is None or not text.pauses_before(found[1]):
        return None
    return found if len(letters) > _SHORT_HEAD or text.ends_before(found[0]) else None


def _stretch(text: Text, title: str, letters: str) -> Range | None:
    """Find a stretch between two signs that is the title's beginning, where it is cut short, or its subtitle."""
    subtitle = letters.removeprefix(fold(head_of(title)).replace(" ", ""))
    for first, last in text.stretches:
        start, end = text.places[first], text.places[last]
        if end - start >= _LEAST_STRETCH:
            stretch = text.letters[start:end]
            if letters.startswith(stretch) or stretch == subtitle:
                return first, last
    return None


def _near(text: Text, letters: str, least: float) -> tuple[float, Range] | None:
    """Find the stretch of letters that is most like the title, with its likeness in percent."""
    if not letters or len(letters) > _LONGER * len(text.letters):
        return None
    seen = fuzz.partial_ratio_alignment(letters, text.letters, score_cutoff=least)
    if seen is None or seen.dest_end <= seen.dest_start:
        return None
    first, last = text.word_range(seen.dest_start, seen.dest_end)
    return _trimmed(text, letters, first, last) if last > first else None


def _trimmed(text: Text, letters: str, first: int, last: int) -> tuple[float, Range]:
    """Cut a find at a sign where it is then more like the title: a stretch of the title's length was sought."""
    middle = (first + last) // 2
    begins = [first, *(at for at in range(first + 1, middle) if text.pauses_before(at))]
    ends = [last, *(at for at in range(last - 1, middle, -1) if text.pauses_before(at))]
    return max(
        (fuzz.ratio(letters, text.letters[text.places[begin] : text.places[end]]), (begin, end))
        for begin in begins[:_CUTS]
        for end in ends[:_CUTS]
    )


def _widened(text: Text, first: int, last: int, explained: Set[str]) -> Range:
    """Take in the words before and after up to the next sign, if they belong to a title; always a part's number."""
    end = last
    while end < len(text.words) and end - last < _WIDEST and (not text.ends_before(end) or text.after_initial(end)):
        end += 1
    begin = first
    while begin > 0 and first - begin < _WIDEST and not _begins(text, begin, explained):
        begin -= 1
    if _is_apart(text.words[last:end], explained, CUES):
        end = last
    if _is_apart(text.words[begin:first][::-1], explained, _BEFORE):
        begin = first
    return begin, end if end > last else last + _numbered_part(text.words[last : last + 2])


def _begins(text: Text, at: int, explained: Set[str]) -> bool:
    """Say whether a title may begin here: after a sign, or after a colon that ends names, `Kouchnir, Beata: A …`."""
    if text.ends_before(at):
        return True
    return text.colon_before(at) and not explained.isdisjoint(text.words[max(0, at - _NAME) : at])


def _is_apart(words: tuple[str, ...], explained: Set[str], cues: Set[str]) -> bool:
    """Say whether words beside a title, nearest first, are no part of it: venue, names, year, words without meaning."""
    telling = [word for word in words if len(word) > 1 and word not in STOP_WORDS and not _is_year(word)]
    return not telling or any(
        word in explained or word in cues or word.rstrip(digits) in explained for word in telling[:_NEAREST]
    )


def _numbered_part(words: tuple[str, ...]) -> int:
    """Return how many words after a title number a part of it: two of `(Part 2)`."""
    return 2 if len(words) == 2 and words[0] == "part" and words[1] in _PARTS else 0


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and word[:2] in ("19", "20")
