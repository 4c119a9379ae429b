"""Whom `run` and `check` ask: how politely, from which answers that were kept, and what is said of that."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from reconcile.commands import Unusable
from reconcile.mention import Gap
from reconcile.setup import CATALOG
from reconcile.terminal import console
from sources.source import NO_NETWORK

# What asks services, and what plays their answers back, is imported where somebody is asked: together they take
# longer to load than a run with a catalogue takes.
if TYPE_CHECKING:
    from sources.polite import Manners

HOW_TO_GO_ON = "the same command goes on from the answers so far"


def add_cache(parser: argparse._ActionsContainer) -> None:
    """Tell a parser `--cache`."""
    parser.add_argument(
        "--cache", type=Path, metavar="FILE", help="where answers are kept (default: your cache folder)"
    )


def manners_of(mailto: str, *, hurry: bool = False) -> Manners:
    """Return how services are asked; in a hurry where none is, so that nobody waits. Raises `Unusable`."""
    from sources.polite import Manners

    try:
        manners = Manners(mailto=mailto)
    except ValueError as fault:
        raise Unusable(f"--mailto: {fault}") from fault
    return replace(manners, hurry=True, tries=1) if hurry else manners


def is_unasked(asked: argparse.Namespace) -> bool:
    """Say whether only the catalogue can answer: offline, and there are no kept answers of the live sources."""
    if not asked.offline or asked.mailto:
        return False
    from sources.kept import default_path, holds_any

    return not holds_any(asked.cache or default_path())


def is_silence_wished(asked: argparse.Namespace) -> bool:
    """Say whether the user wants services not to be asked: offline, or where the catalogue alone is named."""
    return bool(asked.offline) or asked.sources == (CATALOG,)


@contextmanager
def offline() -> Iterator[None]:
    """Let nobody be asked: what was kept is all that answers."""
    from sources.silence import silence

    with silence():
        yield


def advise_mailto(names: Sequence[str], mailto: str) -> None:
    """Say what it costs to ask Crossref, where that is done without an address."""
    if "crossref" in names and not mailto:
        console.complain("no --mailto: Crossref answers at a third of the rate to those who do not say who they are")


def advise_offline(gaps: Iterable[Gap]) -> None:
    """Say what to do without a network, where there seems to be none."""
    if any(NO_NETWORK in gap.reason for gap in gaps):
        console.complain(
            "no network? with --offline nobody is asked, and with --catalog a catalogue on this machine is"
        )
