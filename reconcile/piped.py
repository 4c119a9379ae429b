"""Standard input and output, where a command is given `-` in the place of a file."""

from __future__ import annotations

import sys
from typing import BinaryIO

DASH = "-"  # in the place of a file's name: standard input or standard output
STANDARD_INPUT = "standard input"  # what it is called where files are called by their names


class NothingPiped(ValueError):
    """There is no standard input; the message says what to do."""


def standard_input() -> BinaryIO:
    """Return the bytes that are piped in. Raises `NothingPiped` where standard input is closed, as by `<&-`."""
    if sys.stdin is None or sys.stdin.closed:
        raise NothingPiped("-: standard input is closed; pipe something in, or name a file")
    return sys.stdin.buffer
