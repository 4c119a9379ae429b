"""The head of a title, before its colon or dash, which may be a name coined for the work; and what else halves one."""

from __future__ import annotations

import re

from reconcile.lexicon import rarity
from reconcile.titles.numbering import is_numbered
from reconcile.titles.tongues import tongues
from sources.text import words

_HEAD = re.compile(r":|\s[–—-]\s|[?!]\s")
_COINED_WORDS = 3  # a coined name before the colon has at most so many words
_SIGNS = " :?!–—-"  # what stands between a head and what follows it
# A full stop behind a word that is no initial and hardly an abbreviation, or a long dash between two words.
_STOP = re.compile(r"(?<=[^\W\d_]{3})[)\]\"”]?\.\s+(?=[\"“]?[^\W\d_a-z])|(?<=\w)—(?=\w)")
_SLASH = re.compile(r"\s[/=]\s")  # between a title and the same in a second language
_IN_SQUARE = re.compile(r"([^\[\]]+)\[([^\[\]]+)\][\s.]*")  # such a title behind the first
_WORDS = 3  # of a title in a second language, rather than of a remark or a choice: `Sheep / Goats`
_LONGEST = 1_000  # characters of a title that are looked at


def head_of(title: str) -> str:
    """Return what stands before the first colon or dash; the whole title where there is none.

    >>> head_of("RACE-IT: A Reconfigurable Engine")
    'RACE-IT'
    """
    found = _HEAD.search(title)
    if not found:
        return title
    head = title[: found.start()].rstrip()
    return head if head and title[found.end() :].strip() else title


def halves_of(title: str) -> tuple[str, ...]:
    """Return the pieces that may each stand for a title: head and subtitle, or the title in either of two languages.

    What follows a full stop is no subtitle where it numbers a part: `Felt. II. Goats`.

    >>> halves_of("Felt for sheep. Notes on a trade"), halves_of("Felt for sheep [Filz für die Schafe]")
    (('Felt for sheep', 'Notes on a trade'), ('Felt for sheep', 'Filz für die Schafe'))
    >>> halves_of("Felt for sheep")
    ()
    """
    title = title[:_LONGEST]
    head = head_of(title)
    by_colon = (head, title[len(head) :].lstrip(_SIGNS)) if head != title else ()
    return tuple(filter(None, (*by_colon, *_by_stop(title), *_by_tongue(title))))


def _by_stop(title: str) -> tuple[str, ...]:
    found = _STOP.search(title)
    if not found or is_numbered(words(title[found.end() :])):
        return ()
    return title[: found.start()], title[found.end() :]


def _by_tongue(title: str) -> tuple[str, ...]:
    square = _IN_SQUARE.fullmatch(title)
    halves = square.groups() if square else tuple(_SLASH.split(title))
    are_titles = len(halves) > 1 and all(len(half.split()) >= _WORDS for half in halves)
    return tuple(map(str.strip, halves)) if are_titles else tongues(title)


def is_coined(head: str) -> bool:
    """Say whether a title's head is a name made up for the work, such as `MiLeNAS` or `X-TIME`."""
    found = words(head)
    if not found or len(found) > _COINED_WORDS:
        return False
    return rarity.of_word("".join(found)) >= rarity.UNLISTED_WORD and (
        len(found) == 1 or bool(re.search(r"[A-Z]{2}|[a-z][A-Z]|\d", head))
    )
