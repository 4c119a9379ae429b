"""Who may read a file that is written: those who could read the one before it, or whom the user's mask allows."""

from __future__ import annotations

import os
import stat
from pathlib import Path

_NEW = 0o666


def take_over(new: Path, old: Path) -> None:
    """Give a file that will stand in the place of another the other's mode, or that of a new file."""
    new.chmod(_mode(old))


def _mode(path: Path) -> int:
    try:
        found = path.lstat().st_mode
    except FileNotFoundError:
        return _NEW & ~_umask()
    return stat.S_IMODE(found) if stat.S_ISREG(found) else _NEW & ~_umask()


def _umask() -> int:
    """Return the mask of new files, which can only be read by setting it."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
