"""Options that several verbs have: how many processes, by which weights, how sure is sure, and who is asked."""

from __future__ import annotations

import argparse
from pathlib import Path

from reconcile.settings import Settings, for_claims, for_pairs
from reconcile.setup import CATALOG, SOURCES
from reconcile.terminal import console
from reconcile.workers import cores

_MOST_JOBS = 1024


def add_jobs(parser: argparse._ActionsContainer) -> None:
    """Tell a parser `--jobs`; `jobs_of` reads it."""
    parser.add_argument(
        "--jobs", type=_jobs, default=0, metavar="N", help="worker processes (default: one for each processor)"
    )


def jobs_of(asked: argparse.Namespace) -> int:
    """Return how many processes were asked for."""
    jobs: int = asked.jobs or cores()
    return jobs


def add_weights(parser: argparse._ActionsContainer) -> None:
    """Tell a parser `--weights`; `settings_of` reads it."""
    parser.add_argument(
        "--weights", type=Path, metavar="W.toml", help="weights fitted by `reconcile fit`, instead of the built-in ones"
    )


def add_wrong(parser: argparse._ActionsContainer, rate: float) -> None:
    """Tell a parser `--wrong`, which is `rate` where it is not given; `settings_of` reads it."""
    parser.add_argument(
        "--wrong",
        type=_rate,
        default=rate,
        metavar="RATE",
        help="share of wrong ones, between 0 and 1, that you accept among the least sure pairs called same"
        " (default: %(default)s)",
    )


def add_excel(parser: argparse._ActionsContainer) -> None:
    """Tell a parser `--excel`."""
    parser.add_argument(
        "--excel",
        action="store_true",
        help="begin tables with the mark (BOM) by which Excel knows UTF-8",
    )


def add_table_options(parser: argparse._ActionsContainer, rate: float) -> None:
    """Tell a parser the options of the verbs that write a table of pairs or groups; `rate` is that of `add_wrong`."""
    add_excel(parser)
    add_weights(parser)
    add_wrong(parser, rate)
    add_jobs(parser)


def source_names(text: str) -> tuple[str, ...]:
    """Return the sources that a comma-separated list names, each once; raises ArgumentTypeError for an unknown one."""
    names = tuple(dict.fromkeys(name.strip().lower() for name in text.split(",") if name.strip()))
    known = (CATALOG, *SOURCES)
    unknown = [name for name in names if name not in known]
    if unknown or not names:
        raise argparse.ArgumentTypeError(
            f"unknown source {', '.join(unknown) or 'none given'}; choose from {', '.join(known)}"
        )
    return names


def settings_of(asked: argparse.Namespace) -> Settings:
    """Return the settings that were asked for: those of pairs where the verb has an accepted error rate.

    Raises WeightsError where the file of weights cannot be used.
    """
    return for_pairs(asked.weights, asked.wrong) if "wrong" in asked else for_claims(asked.weights)


def _jobs(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= _MOST_JOBS:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of processes; give 1 to {_MOST_JOBS}")
    return int(text)


def _rate(text: str) -> float:
    try:
        rate = float(text)
    except ValueError:
        rate = -1.0
    if not 0 < rate < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no rate; give a number between 0 and 1, such as 0.05")
    return rate


class Estimate:
    """Shows rows done on a meter, of as many as the bytes read so far let expect."""

    def __init__(self, meter: console.Meter, size: int | None) -> None:
        self._meter, self._size, self._rows = meter, size, 0

    def step(self, rows: int, place: int) -> None:
        """Count rows that are done, for which so many bytes of the input had been read."""
        self._rows += rows
        if self._size and place:
            self._meter.begin(max(self._rows, self._rows * self._size // place))
        self._meter.step(rows)
