"""What an entry says of its state, as `arXiv preprint` or `under review`, and is no more true once it is published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reconcile.bibtex.edit import is_balanced
from reconcile.cleaning.reading import Reading
from reconcile.documents.bib.values import plain
from reconcile.lexicon.states import NOT_YET
from reconcile.venues import server_names

# The values that biblatex knows, every one of them a state before the publication, and one that people write.
_PUBSTATES = frozenset("inpreparation submitted forthcoming inpress prepublished preprint".split())
_NOTES = ("note", "addendum")
_NUMBER = (
    r"(?:(?:arxiv|abs)[\s:/]{0,2})?(?:\d{4}\.\d{4,5}|[a-z-]{2,10}(?:\.[a-z]{2})?/\d{7})(?:v\d{1,2})?(?:\s?\[[\w.-]+\])?"
)
_SERVER = "SERVER"  # stands for the names of all servers
_SPOKEN = (
    rf"(?:an?\s)?(?:available\s(?:as|on)\s)?(?:an?\s)?(?:{_SERVER}\s)?(?:pre-?print|e-?print)s?(?:\s{_SERVER})?(?:[\s:,]{{0,3}}{_NUMBER})?",
    rf"(?:pre-?print|e-?print)\s(?:on|at|available\son|,)\s?{_SERVER}(?:[\s:,]{{0,3}}{_NUMBER})?",
    r"(?:currently\s|still\s)?(?:under|in)\s(?:double[\s-]blind\s|peer\s)?(?:review|submission|preparation|press|revision)"
    r"(?:\s(?:at|by|for|to|in|as)\s[^;]{1,120})?",
    r"(?:manuscript\s|paper\s)?submitted(?:\s(?:to|for|at)\s[^;]{1,120})?(?:\s(?:in\s)?\d{4})?",
    r"(?:to\sappear|forthcoming)(?:\s(?:in|at)\s[^;]{1,120})?",
    r"(?:unpublished|working\spaper|work\sin\sprogress|(?:unpublished\s)?manuscript(?:\s(?:in\spreparation|submitted\sfor\spublication))?)",
)
_PARTING = re.compile(r"(\s*;\s*|\.\s+|,\s+(?=[A-Za-z]))")
_LONGEST = 500  # characters of a note that is looked at; a longer one is the user's own text


def outdated(reading: Reading) -> Iterator[tuple[str, str | None]]:
    """Yield the fields that say that a work is unpublished, and what they say beside it; None for nothing."""
    state = reading.own.get("pubstate", "").strip().lower()
    if state in _PUBSTATES or _is_state(state):
        yield "pubstate", None
    for name in _NOTES:
        raw = reading.raw(name)
        if not raw or len(raw) > _LONGEST or not reading.is_delimited(name):
            continue
        if _is_state(raw):
            yield name, None
        elif (left := _without_states(raw)) != raw and is_balanced(left):
            yield name, left or None


@cache
def _state() -> re.Pattern[str]:
    pattern = "|".join(f"(?:{each})" for each in _SPOKEN)
    return re.compile(pattern.replace(_SERVER, rf"{server_names()}(?:\.org)?"), re.IGNORECASE)


def _is_state(raw: str) -> bool:
    said = " ".join(plain("note", raw).split()).rstrip(". ")
    return said.casefold() in NOT_YET or bool(_state().fullmatch(said))


def _without_states(raw: str) -> str:
    """Return a note without the clauses that say a state.

    >>> _without_states("Under review; code at https://x.org"), _without_states("Code at https://x.org. arXiv preprint")
    ('code at https://x.org', 'Code at https://x.org')
    """
    pieces = _PARTING.split(raw)
    clauses = list(zip(pieces[::2], ["", *pieces[1::2]], strict=True))
    kept = [(clause, before) for clause, before in clauses if not (is_balanced(clause) and _is_state(clause))]
    return "".join(clause if not at else before + clause for at, (clause, before) in enumerate(kept))
