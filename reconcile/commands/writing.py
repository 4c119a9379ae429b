"""Writing what a command was asked for: a file whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

from reconcile.commands import Unusable


def write_whole(out: Path, content: bytes) -> None:
    """Write a file whole or not at all; a device or a pipe is written to as it is. Raises `Unusable`."""
    out = out.resolve()
    try:
        if out.exists() and not out.is_file():
            out.write_bytes(content)
        else:
            _put_in_place(out, content)
    except OSError as fault:
        raise Unusable(f"{out}: this file cannot be written: {fault.strerror}; name another file") from fault


def _put_in_place(out: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{out.name}.", dir=out.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        if out.exists():
            shutil.copymode(out, name)
        else:
            Path(name).chmod(0o666 & ~_umask())
        Path(name).replace(out)
    except OSError:
        with suppress(OSError):
            Path(name).unlink()
        raise


def _umask() -> int:
    """Return the mask of new files, which can only be read by setting it."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
