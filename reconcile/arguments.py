"""What a program gives a verb, looked at before anything is done: what cannot be meant is refused in a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from numbers import Real
from os import PathLike
from typing import Any, TypeVar

from sources.source import Source

Given = TypeVar("Given")
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
    """Return one source or several as several, in the order in which they were given. Raises InputError for others."""
    found: tuple[Any, ...] = (sources,)
    if isinstance(sources, Iterable) and not (isinstance(sources, str | type) or _is_source(sources)):
        found = tuple(sources)
    for each in found:
        if isinstance(each, type) or not _is_source(each):
            what = "a class; give an object of it" if isinstance(each, type) else "no source"
            raise InputError(
                f"sources: {_shown(each)} is {what}; a source has {', '.join(_ASKED)}, as sources.Crossref()"
            )
    return found


def _is_source(given: object) -> bool:
    return all(hasattr(given, each) for each in _ASKED)


def several(given: object, name: str, *kinds: type, meant: str = "give paths") -> tuple[Any, ...]:
    """Return what is given, a path (or another of the kinds) or several, as several; `meant` says what to give.

    Raises InputError for what is neither: a text is no list of letters, an open file no list of paths, and a text of
    several lines no path.
    """
    fit = (str, PathLike, *kinds)
    no_list = isinstance(given, bytes | bytearray) or hasattr(given, "read") or not isinstance(given, Iterable)
    if no_list and not isinstance(given, fit):
        raise InputError(f"{name} is of type {type(given).__name__}; {meant}")
    found = (given,) if isinstance(given, fit) else tuple(given)  # type: ignore[arg-type]  # it is no list
    for each in found:
        if not isinstance(each, fit):
            raise InputError(f"{name} has something of type {type(each).__name__}; {meant}")
        if isinstance(each, str) and "\n" in each:
            raise InputError(f"{name}: {_shown(each)} is a text of several lines and no path; {meant}")
    return found


def fitting(given: Given, name: str, has: Sequence[str], meant: str) -> Given:
    """Return what is given for `name`. Raises InputError where it has not what it is asked for; `meant` says what is.

    >>> fitting(5, "stop", ["is_set"], "a threading.Event")
    Traceback (most recent call last):
    reconcile.arguments.InputError: stop=5 is of type int; give a threading.Event
    """
    if isinstance(given, type) or not all(hasattr(given, each) for each in has):
        raise InputError(f"{name}={_shown(given)} is of type {type(given).__name__}; give {meant}")
    return given


def texts(given: object, name: str) -> tuple[str, ...]:
    """Return one text or several as several. Raises InputError for what is neither."""
    found = (given,) if isinstance(given, str) else tuple(given) if isinstance(given, Iterable) else (given,)
    for each in found:
        if not isinstance(each, str):
            raise InputError(f"{name} has something of type {type(each).__name__}; give texts")
    return found


def _shown(value: object) -> str:
    text = value.__qualname__ if isinstance(value, type) else repr(value)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
