"""What the user has judged: comments above entries, and a table in pyproject.toml."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from difflib import get_close_matches
from functools import lru_cache
from itertools import takewhile
from pathlib import Path

from reconcile.checking.item import Checked

# `% reconcile: ignore year-mismatch venue-mismatch`, or no code for all; whatever is outside entries is comment.
_COMMENT = re.compile(
    r"^[ \t]*+(?:[%#/]++[ \t]*+)?reconcile:[ \t]*ignore\b[ \t:]*([a-z0-9, \t*-]*)", re.IGNORECASE | re.MULTILINE
)
_TABLE = "pyproject.toml"
EVERYTHING = "*"
# What `check` flags and `clean` changes, proposes or says; `tests/test_checking_rules.py` holds it to the modules.
CODES = frozenset(
    "author-names authors-differ broken-entry concern corrected duplicate duplicate-field duplicate-key et-al"
    " identifier-form identifier-mismatch identifier-spelling impossible-year incomplete missing-field missing-key"
    " names-run-together no-record non-archival not-a-publication not-defined pages-form pages-mismatch placeholder"
    " placeholder-author preprint-of-published record-suspect retracted title-changed title-spelling track-mismatch"
    " type-mismatch uncited venue-conflict venue-form venue-mismatch volume-mismatch wrong-field year-mismatch".split()
)
_NEAR = 0.75  # likeness from which a word is a code misspelt, and not the first of a reason


class BadTable(ValueError):
    """The `[tool.reconcile]` table cannot be used; the message names the file and what is wrong."""


def comments(text: str) -> dict[int, frozenset[str]]:
    """Return the codes that comments ignore, by the line of the comment (from 1); `*` stands for every code.

    What stands behind the codes is a reason, in which the same words may stand.

    >>> comments("% reconcile: ignore year-mismatch as the duplicate has it")
    {1: frozenset({'year-mismatch'})}
    """
    return {
        line: frozenset(takewhile(_is_code, words)) if words else frozenset({EVERYTHING})
        for line, words in _comments(text)
    }


def _comments(text: str) -> Iterator[tuple[int, list[str]]]:
    line, place = 1, 0
    for fit in _COMMENT.finditer(text):
        line += text.count("\n", place, fit.start())
        place = fit.start()
        yield line, fit[1].replace(",", " ").lower().split()


@lru_cache(maxsize=1024)
def _is_code(word: str) -> bool:
    """Say whether a word is a code, or was to be one."""
    return word in CODES or word == EVERYTHING or bool(get_close_matches(word, CODES, 1, _NEAR))


def misspelt(text: str) -> Iterator[str]:
    """Yield, with its line, each word of a comment that was to be a code and is none, or stands where one must.

    >>> list(misspelt("% reconcile: ignore titel-changed"))
    ['line 1: “titel-changed” is no code of a flag, so nothing is ignored for it; is “title-changed” meant?']
    """
    for line, words in _comments(text):
        for word in list(takewhile(_is_code, words)) or words[:1]:
            if word not in CODES and word != EVERYTHING:
                yield f"line {line}: {_no_code(word)}"


def _no_code(code: str) -> str:
    near = get_close_matches(code, sorted(CODES), 1)
    meant = f"is “{near[0]}” meant?" if near else f"choose from {', '.join(sorted(CODES))}"
    return f"“{code}” is no code of a flag, so nothing is ignored for it; {meant}"


def without_ignored(
    every: Iterable[Checked], noted: Mapping[int, frozenset[str]], always: frozenset[str]
) -> Iterator[Checked]:
    """Yield the entries of one file, in order, without the flags that a comment above each, or the table, ignores.

    A comment counts for the next entry of the file.
    """
    places = sorted(noted)
    before = 0
    for checked in every:
        above = places[bisect_left(places, before) : bisect_left(places, checked.line)]
        codes = always.union(*(noted[place] for place in above))
        before = checked.line
        if not codes:
            yield checked
        else:
            kept = tuple(f for f in checked.flags if f.code not in codes and EVERYTHING not in codes)
            yield replace(checked, flags=kept)


def ignored_by_table(start: Path) -> frozenset[str]:
    """Return the codes that the nearest `pyproject.toml` with a `[tool.reconcile]` table ignores.

    It is looked for in the folder `start` and those above it. Raises BadTable.
    """
    for folder in (start, *start.parents):
        path = folder / _TABLE
        if path.is_file() and (table := _table(path)) is not None:
            return _codes(path, table.get("ignore", []))
    return frozenset()


def _table(path: Path) -> Mapping[str, object] | None:
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as fault:
        raise BadTable(f"{path}: this cannot be read: {fault}") from fault
    table = content.get("tool", {}).get("reconcile")
    if table is not None and not isinstance(table, dict):
        raise BadTable(f"{path}: [tool.reconcile] is no table")
    return table


def _codes(path: Path, codes: object) -> frozenset[str]:
    if not isinstance(codes, list) or not all(isinstance(code, str) for code in codes):
        raise BadTable(f'{path}: ignore in [tool.reconcile] is no list of codes; write ignore = ["year-mismatch"]')
    found = frozenset(code.lower() for code in codes)
    for code in sorted(found - CODES - {EVERYTHING}):
        raise BadTable(f"{path}: {_no_code(code)}")
    return found
