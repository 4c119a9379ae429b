"""Whether a title that lacks words of a record's goes on in a string with others, so that it is another work's."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Set

from reconcile.matching.strings.text import Text
from reconcile.matching.titles.edges import stands_behind

# A subtitle behind a title, a bracket between perhaps; and what counts a part of a work.
_SUBTITLED = re.compile(r"\s?(?:\([^()\n]{1,60}\)\s?)?:\s")
_COUNTED = frozenset("ii iii iv vi vii viii ix part".split())
_NAMED = 3  # words among which those of who is named begin
_FARTHEST = 14  # words behind a coined name at which another subtitle begins


def goes_on_otherwise(text: Text, last: int, explained: Set[str]) -> bool:
    """Say whether a title goes on where the record's, cut short, is over: with a word, a subtitle, a part's number."""
    if last >= len(text.words):
        return False
    word = text.words[last]
    if not text.ends_before(last) and text.string[text.starts[last]].islower():
        return word not in explained and not stands_behind(text, last, last + 1, explained)
    subtitle = _SUBTITLED.match(text.string, text.ends[last - 1])
    first = bisect_left(text.starts, subtitle.end()) if subtitle else len(text.words)
    return word in _COUNTED or (first < len(text.words) and text.words[first] not in explained)


def is_retitled(text: Text, last: int, explained: Set[str]) -> bool:
    """Say whether a subtitle follows what stands behind the coined name of a work: `SALMON at ICML 2016: Wool`."""
    for at in range(last, min(last + _FARTHEST, len(text.words))):
        if text.ends_before(at):
            return False
        if at > last and text.parts_before(at):
            return explained.isdisjoint(text.words[at : at + _NAMED]) and not text.words[at].isdigit()
    return False
