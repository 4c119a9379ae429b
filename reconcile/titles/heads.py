"""The head of a title, before its colon or dash, which may be a name coined for the work."""

from __future__ import annotations

import re

from reconcile.lexicon import rarity
from sources.text import words

_HEAD = re.compile(r":|\s[–—-]\s|[?!]\s")
_COINED_WORDS = 3  # a coined name before the colon has at most so many words


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


def is_coined(head: str) -> bool:
    """Say whether a title's head is a name made up for the work, such as `MiLeNAS` or `X-TIME`."""
    found = words(head)
    if not found or len(found) > _COINED_WORDS:
        return False
    return rarity.of_word("".join(found)) >= rarity.UNLISTED_WORD and (
        len(found) == 1 or bool(re.search(r"[A-Z]{2}|[a-z][A-Z]|\d", head))
    )
