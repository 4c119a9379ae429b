"""Who may read a file that is written: those who could read the one before it, or whom the user's mask allows."""

from __future__ import annotations

import os
import stat
from pathlib import Path


def take_over(new: Path, old: Path) -> None:
    """Give a file that will stand in the place of another the other's mode, or that of a new file."""
    mode = _mode(old)
    new.chmod(_of_a_new_file(new) if mode is None else mode)


def _mode(path: Path) -> int | None:
    """Return the mode of a file; None where there is none, or something else."""
    try:
        found = path.lstat().st_mode
    except FileNotFoundError:
        return None
    return stat.S_IMODE(found) if stat.S_ISREG(found) else None


def _of_a_new_file(beside: Path) -> int:
    """Return the mode that the user's mask leaves a new file: to read the mask is to set it, for all threads."""
    probe = beside.with_name(f"{beside.name}.mode")
    handle = os.open(probe, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666)
    try:
        return stat.S_IMODE(os.fstat(handle).st_mode)
    finally:
        os.close(handle)
        probe.unlink()
