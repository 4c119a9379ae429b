"""What a program gives a verb, looked at before anything is done: what cannot be meant is refused in a sentence."""

from __future__ import annotations

from collections.abc import Iterable
from numbers import Real
from os import PathLike
from typing import Any

from sources.source import Source

_ASKED = ("name", "search", "look_up")  # what a source has
_SHOWN = 40  # characters of a value that a message quotes


class InputError(ValueError):
    """An input that cannot be used; the message names it, says what is wrong and what to do."""


def jobs_of(jobs: object) -> int:
    """Return a number of processes. Raises InputError for what is none."""
    if isinstance(jobs, bool) or not isinstance(jobs, int) or jobs < 1:
        raise InputError(f"jobs={jobs!r} is no number of processes; give 1 or more")
    return jobs


def is_rate(wrong: object) -> bool:
    """Say whether this is a share between 0 and 1, neither of them."""
    return isinstance(wrong, Real) and not isinstance(wrong, bool) and 0 < float(wrong) < 1


def sources_of(sources: object) -> tuple[Source, ...]:
    """Return sources in the order in which they were given. Raises InputError for what is none."""
    if all(hasattr(sources, each) for each in _ASKED) or not isinstance(sources, Iterable):
        raise InputError(f"sources={_shown(sources)} is no list; put the source into one")
    found = (sources,) if isinstance(sources, str) else tuple(sources)
    for each in found:
        if isinstance(each, type) or not all(hasattr(each, asked) for asked in _ASKED):
            what = "a class; give an object of it" if isinstance(each, type) else "no source"
            raise InputError(
                f"sources: {_shown(each)} is {what}; a source has {', '.join(_ASKED)}, as sources.Crossref()"
            )
    return found


def several(given: object, name: str, *kinds: type) -> tuple[Any, ...]:
    """Return what is given, a path (or another of the kinds) or several, as several.

    Raises InputError for what is neither: a text is no list of letters, and an open file no list of paths.
    """
    fit = (str, PathLike, *kinds)
    if isinstance(given, fit):
        return (given,)
    if isinstance(given, bytes | bytearray) or hasattr(given, "read") or not isinstance(given, Iterable):
        raise InputError(f"{name} is of type {type(given).__name__}; {_MEANT}")
    found = tuple(given)
    for each in found:
        if not isinstance(each, fit):
            raise InputError(f"{name} has something of type {type(each).__name__}; {_MEANT}")
    return found


_MEANT = "give paths, or what `reconcile.read_document` makes of a content, where documents are read"


def texts(given: object, name: str) -> tuple[str, ...]:
    """Return one text or several as several. Raises InputError for what is neither."""
    found = (given,) if isinstance(given, str) else tuple(given) if isinstance(given, Iterable) else (given,)
    for each in found:
        if not isinstance(each, str):
            raise InputError(f"{name} has something of type {type(each).__name__}; give texts")
    return found


def _shown(value: object) -> str:
    return repr(value)[:_SHOWN]
