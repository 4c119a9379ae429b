"""Where a record's title stands in a string, and what the string itself calls the work.

The record says what to look for, so nothing has to be parsed: its letters are found in the string, exactly or nearly,
and the find is widened to the next sign that ends a title. What is then read as the string's own title is compared
with the record's by `reconcile.titles`, as everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz import fuzz

from reconcile.matching.strings.text import Text
from reconcile.matching.titles.answers import announced, continued, enclosing, rejoined
from reconcile.matching.titles.edges import TOWARD, begins, is_listed_apart, is_year, stands_before, stands_behind
from reconcile.matching.titles.halves import Range, find_halves, find_letters
from reconcile.settings import Settings
from reconcile.titles import Relation, Titles, compare_titles, head_of, is_sure
from reconcile.titles.tongues import tongues
from sources.text import fold, letters_of

_LEAST_CUT = 4  # words of a title that was cut
_OPENERS = '"“”„«»`'
_CLOSERS = re.compile("[\"“”«»]|''")
_MARKS = ("?", "!")  # with which a title may end
_ELLIPSIS = re.compile(r"…|\.\.")
_CLOSED = re.compile(r"^[^….]*[”\"»](?!.*…)")
_WIDEST = 14  # words by which a find is widened at most
_LONGER = 1.3  # how much longer than the whole string a title may be that is looked for in it
_CUTS = 6, 3  # signs at which the beginning and the end of a find are tried: commas of names stand before it
_SHORT_HEAD = 3  # letters of a head that must stand quite alone, between two signs
_LEAST_STRETCH = 12  # letters of a stretch between two signs that is taken for a title cut short
_PARTS = frozenset("i ii iii iv v vi vii viii ix x 1 2 3 4 5 6 7 8 9 10 one two three".split())


class TitleSeen(NamedTuple):
    """A title in a string: words `first` to `last` (half open), the relation to the record's, and how it is written.

    `core` are the words at which the record's title was found, before the find was widened to the next signs; `halves`
    those of two pieces of it that other words part, such as the head of a page.
    """

    first: int
    last: int
    titles: Titles
    written: str
    core: Range = (0, 0)
    halves: tuple[Range, Range] | None = None

    @property
    def place(self) -> Range:
        """Where the record's own title was found."""
        if self.halves:
            return self.halves[0][0], self.halves[1][1]
        return self.core if self.core != (0, 0) else (self.first, self.last)

    def with_other(self, *words: str) -> TitleSeen:
        """Return it as that of another work, which has words that the record's title lacks."""
        return self._replace(titles=self.titles._replace(relation=Relation.RARE_WORD, only_left=words))


# What stands for the title of a record that is named by its identifier: another is there, or none is.
UNSEEN = TitleSeen(0, 0, Titles(Relation.UNRELATED), "")
UNSAID = TitleSeen(0, 0, Titles(Relation.SAME, 8.0, 1.0), "")


def see_title(text: Text, title: str, explained: Set[str], settings: Settings) -> TitleSeen | None:
    """Return where the title stands in the text, None where it does not; one of a title in two languages may do.

    `explained` are folded words that are no part of a title if they stand beside it: the record's own names and venue.
    """
    seen = _see(text, title, explained, settings)
    if seen is None or not is_sure(seen.titles):
        for half in tongues(title):
            other = _see(text, half, explained, settings)
            if other is not None and is_sure(other.titles):
                return other
    return seen


def _see(text: Text, title: str, explained: Set[str], settings: Settings) -> TitleSeen | None:
    found, halves = _place(text, title, explained, settings), None
    if found is None:
        halves = None if explained.isdisjoint(text.known) else find_halves(text, title, explained)
        if halves is None:
            return None
        found = first, last = halves[0][0], halves[1][1]
    else:
        first, last = _widened(text, *found, explained)
        if _is_ended(text, found, title):
            last = found[1] + continued(text, found[1])
        if ahead := announced(text, first):
            first, found = first - ahead, (0, 0)  # nobody vouches for the title of another work
        elif outer := enclosing(text, *found, explained):
            first, last, found = *outer, (0, 0)
    written = text.written(first, _without_stump(text, first, last, title))
    titles = not_towards(compare_titles(written, title), written, title)
    return TitleSeen(first, last, titles, written, found, halves)


def _is_ended(text: Text, found: Range, title: str) -> bool:
    """Say whether the mark with which a title ends stands behind it: `Do Gardens Grow? Adv. Hortic.`

    The one behind its head is no such mark, as another subtitle may follow.
    """
    if title.rstrip()[-1:] not in _MARKS or text.gap_before(found[1]).strip() not in _MARKS:
        return False
    head = head_of(title)
    return head == title or text.places[found[1]] - text.places[found[0]] > len(letters_of(head))


def not_towards(titles: Titles, written: str, title: str) -> Titles:
    """Return how two titles stand to each other, `Towards X` as another than `X`: that word counts here."""
    first = written.partition(" ")[0].lower()
    if first not in TOWARD or not is_sure(titles) or not TOWARD.isdisjoint(fold(title).split()):
        return titles
    return Titles(Relation.RARE_WORD, titles.bits, titles.share, (first,), titles.only_right)


def _without_stump(text: Text, first: int, last: int, title: str) -> int:
    """Return where a title ends that was cut within a word, without that word: `Linked Data Using Fi…`."""
    if last - first < _LEAST_CUT or not (last == len(text.words) or _ELLIPSIS.search(text.gap_before(last))):
        return last
    before, stump = text.words[last - 2 : last]
    after = [word for known, word in pairwise(fold(title).split()) if known == before]
    return last - 1 if any(word != stump and word.startswith(stump) for word in after) else last


def _place(text: Text, title: str, explained: Set[str], settings: Settings) -> Range | None:
    """Find the title: all its letters, or those before three points; nearly all; without its subtitle; the like."""
    letters = letters_of(title)
    if found := find_letters(text, letters) or _broken_off(text, letters):
        return found
    near = _near(text, letters, settings.strings.seen_near)
    if near and near[0] >= settings.strings.seen_all:
        return near[1]
    stretch = _head(text, title, explained) or _stretch(text, title, letters, explained, settings.strings.seen_all)
    return stretch or (near[1] if near else None)


def _broken_off(text: Text, letters: str) -> Range | None:
    """Find the title's beginning before three points that say that it goes on: `Wool Before the…`."""
    for first, last in text.stretches:
        if last - first < _LEAST_CUT or not _ELLIPSIS.search(text.gap_before(last)):
            continue
        for at in range(first, last - _LEAST_CUT + 1):
            if letters.startswith(text.letters[text.places[at] : text.places[last]]):
                return at, last
    return None


def _head(text: Text, title: str, explained: Set[str]) -> Range | None:
    """Find the title without its subtitle, where a sign ends it, or names or a venue."""
    head = head_of(title)
    if head == title:
        return None
    letters = letters_of(head)
    found = find_letters(text, letters)
    if found is None or not (text.pauses_before(found[1]) or _is_followed(text, found[1], explained)):
        return None
    return found if len(letters) > _SHORT_HEAD or text.ends_before(found[0]) else None


def _is_followed(text: Text, last: int, explained: Set[str]) -> bool:
    """Say whether names, a venue or links follow a title at once: `Network Games by Castiglioni, Celli`."""
    end = next((at for at in range(last + 1, last + _WIDEST) if at >= len(text.words) or text.ends_before(at)), last)
    return end > last and stands_behind(text, last, min(end, len(text.words)), explained)


def _stretch(text: Text, title: str, letters: str, explained: Set[str], least: float) -> Range | None:
    """Find a stretch between two signs that is the title's beginning, where it is cut short, its head or its subtitle.

    `least` is the percent of letters from which a head, or a beginning before an ellipsis, is there with slips.
    """
    head = letters_of(head_of(title))
    subtitle = letters.removeprefix(head)
    near = None
    for first, end in beginnings(text, explained):
        last = _as_far(text, letters, first, end)
        stretch, gap = text.letters[text.places[first] : text.places[last]], text.gap_before(last)
        if len(stretch) < _LEAST_STRETCH:
            continue
        closed = last < len(text.words) and _CLOSED.search(gap)  # by quotation marks: no title cut short
        if not closed and (letters.startswith(stretch) or stretch == subtitle):
            return first, last
        beginning = letters[: len(stretch)] if _ELLIPSIS.search(gap) else head
        if near is None and beginning != letters and fuzz.ratio(stretch, beginning, score_cutoff=least):
            near = first, last
    return near


def beginnings(text: Text, explained: Set[str]) -> Iterator[Range]:
    """Yield the stretches between two signs, and those that a colon or a dash within them parts from names.

    `Lee et al.: Title`, `Title: Lee A.`, where the name is an explained word.
    """
    for first, last in text.stretches:
        yield first, last
        for at in range(first + 1, last):
            if text.parts_before(at):
                yield at, last
                if text.words[at] in explained:
                    yield first, at


def _as_far(text: Text, letters: str, first: int, last: int) -> int:
    """Return where a title's beginning ends in a text: past a comma, `for English, French and Greek`."""
    start = text.places[first]
    while last < len(text.words) and letters.startswith(text.letters[start : text.places[last + 1]]):
        last += 1
    return last


def _near(text: Text, letters: str, least: float) -> tuple[float, Range] | None:
    """Find the stretch of letters that is most like the title, with its likeness in percent."""
    if not letters or len(letters) > _LONGER * len(text.letters):
        return None
    seen = fuzz.partial_ratio_alignment(letters, text.letters, score_cutoff=least)
    if seen is None or seen.dest_end <= seen.dest_start:
        return None
    first, last = text.word_range(seen.dest_start, seen.dest_end)
    if last - first > 1 and len(text.words[last - 1]) == 1 and not letters.endswith(text.words[last - 1]):
        last -= 1  # the initial of who follows, `Title J Miller`, in the place of a letter that is lost
    if last - first > 1 and is_year(text.words[last - 1]) and text.words[last - 1] not in letters:
        last -= 1  # in the place of words that are lost: `shearing gulls winter 2019`
    return _trimmed(text, letters, first, last) if last > first else None


def _trimmed(text: Text, letters: str, first: int, last: int) -> tuple[float, Range]:
    """Cut a find at a sign where it is then more like the title: a stretch of the title's length was sought."""
    middle = (first + last) // 2
    begins = [first, *(at for at in range(first + 1, middle) if text.pauses_before(at))]
    begins = [at for at in begins if not _is_initial(text, at, letters)]
    ends = [last, *(at for at in range(last - 1, middle, -1) if text.pauses_before(at))]
    return max(
        (fuzz.ratio(letters, text.letters[text.places[begin] : text.places[end]]), (begin, end))
        for begin in begins[: _CUTS[0]] or [first]
        for end in ends[: _CUTS[1]]
    )


def _is_initial(text: Text, at: int, letters: str) -> bool:
    """Say whether an author's initial stands where a title's own beginning is lost: `Lee, P. On Wool`, `Plaid: …`."""
    return text.after_initial(at + 1) and not letters.startswith("".join(text.words[at : at + 2]))


def _widened(text: Text, first: int, last: int, explained: Set[str]) -> Range:
    """Take in the words before and after up to the next sign, if they belong to a title; always a part's number."""
    end = last
    while end < len(text.words) and end - last < _WIDEST and (not text.ends_before(end) or text.after_initial(end)):
        end += 1
    begin = first
    while begin > 0 and first - begin < _WIDEST and not begins(text, begin, explained):
        begin -= 1
    if end > last and (stands_behind(text, last, end, explained) or is_listed_apart(text, first, last, end)):
        end = last
    if begin < first and stands_before(text, begin, first, explained, last - first):
        begin = first
    end = max(end, _closing(text, begin, last))
    end += rejoined(text, end) or continued(text, end) or (_numbered_part(text.words, last) if end == last else 0)
    return begin, end


def _closing(text: Text, first: int, last: int) -> int:
    """Return where the quotation ends that a title opens, past a sign perhaps: `“Wool, Felt and Silk”`; 0 for none."""
    before = text.gap_before(first) or text.string[: text.starts[first]]
    if before[-1:] not in _OPENERS or not before:
        return 0
    for at in range(last, min(last + _WIDEST, len(text.words)) + 1):
        gap = text.gap_before(at) if at < len(text.words) else text.string[text.ends[-1] :]
        if _CLOSERS.search(gap):
            return at
    return 0


def _numbered_part(words: tuple[str, ...], last: int) -> int:
    """Return how many words behind a title number a part of it: two of `(Part 2)`, one of `(Part2)`.

    One, too, of a title that ends with the word itself: `Gulls, Part` of `Gulls, Part V`.
    """
    one, other = (*words[last : last + 2], "", "")[:2]
    if (one.startswith("part") and one[len("part") :] in _PARTS) or (words[last - 1] == "part" and one in _PARTS):
        return 1
    return 2 if one == "part" and other in _PARTS else 0
