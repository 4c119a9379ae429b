"""The verbs of the command line, one module each; only the one that was chosen is loaded.

The module `reconcile.commands.<verb>` has three names: `FAULTS`, `add_arguments` and `run` (see `Command`).
"""

from __future__ import annotations

import argparse
from typing import Protocol

__all__ = ["DONE", "FLAGGED", "UNANSWERED", "UNUSABLE", "Command", "Unusable"]

DONE, FLAGGED, UNUSABLE, UNANSWERED = 0, 1, 2, 3


class Unusable(Exception):
    """An argument that cannot be used; the message names it and what to do."""


class Command(Protocol):
    """What the command line asks of the module of a verb."""

    @property
    def FAULTS(self) -> tuple[type[Exception], ...]:  # noqa: N802 - a constant of the module
        """The exceptions whose message is a line for the user; they end the command with `UNUSABLE`."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Tell the parser of the verb its arguments, its description and its epilog."""

    def run(self, asked: argparse.Namespace) -> int:
        """Do what was asked, and return the exit status."""
