"""Writing what a command was asked for: a file whole or not at all, or standard output; and what may be read."""

from __future__ import annotations

import os
import sys
import tempfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import IO

from reconcile.commands import Unusable
from reconcile.permissions import take_over
from reconcile.piped import DASH
from reconcile.streaming.shapes import table_written_as

_GZIP = 31  # of zlib's: gzip, with its widest window
Write = Callable[[bytes], object]


def write_whole(out: Path, content: bytes) -> None:
    """Write a file whole or not at all; a device, a pipe or `-` is written to as it is. Raises `Unusable`."""
    with to_stdout() if str(out) == DASH else written_whole(out) as write:
        write(content)


@contextmanager
def written_whole(out: Path) -> Iterator[Write]:
    """Give what takes the content of a file, piece by piece: it appears whole at the end, or after a fault not at all.

    A device or a pipe is written to as it is. Raises `Unusable` where something cannot be written; a KeyboardInterrupt
    says that the file was not.
    """
    out = out.resolve()
    if out.exists() and not out.is_file():
        with _reported(str(out)):
            device = out.open("wb", buffering=0)
        with device:
            yield _reporting(device, str(out))
        return
    with _reported(str(out)):
        handle, name = tempfile.mkstemp(prefix=f".{out.name}.", dir=out.parent)
    try:
        with os.fdopen(handle, "wb", buffering=0) as file:
            yield _reporting(file, str(out))
        with _reported(str(out)):
            take_over(Path(name), out)
            Path(name).replace(out)
    except KeyboardInterrupt as stop:
        raise KeyboardInterrupt(f"stopped; {out.name} was not written") from stop
    finally:
        with suppress(OSError):
            Path(name).unlink(missing_ok=True)


@contextmanager
def to_stdout() -> Iterator[Write]:
    """Give what writes to standard output. Raises `Unusable` where it was closed or is full."""
    sys.stdout.flush()
    try:
        yield _reporting(sys.stdout.buffer, "standard output")
    finally:
        with suppress(OSError):  # said already, by what wrote
            sys.stdout.buffer.flush()


def opened(out: str) -> AbstractContextManager[Write]:
    """Return where a command writes a table: `-` is standard output, anything else a file that appears whole.

    A file is packed where its name says so. Raises OutputError where it says what is no table.
    """
    if out == DASH:
        return to_stdout()
    return _packed(Path(out)) if table_written_as(Path(out)).packed else written_whole(Path(out))


@contextmanager
def _packed(out: Path) -> Iterator[Write]:
    packer = zlib.compressobj(wbits=_GZIP)  # without a time or a name, so that the same rows give the same bytes
    with written_whole(out) as write:
        yield lambda content: write(packer.compress(content))
        write(packer.flush())


def check_input(name: str) -> None:
    """Raise `Unusable` where an input is no file; `-` is standard input, which may be a pipe or a device."""
    path = Path(name)
    if name == DASH or path.is_file():
        return
    if path.is_dir():
        raise Unusable(f"{name}: this is a folder; name a file in it")
    if path.exists():
        raise Unusable(f"{name}: this is no file but a device or a pipe; give it as standard input, -")
    raise Unusable(f"{name}: there is no such file")


def check_output(out: str, option: str, *inputs: str) -> None:
    """Raise `Unusable` where an output cannot be meant: an input, a folder, a device, a folder that is not there."""
    if out == DASH:
        return
    path = Path(out)
    if not out:
        raise Unusable(f"{option} is empty; name a file, or - for standard output")
    if path.is_dir():
        raise Unusable(f"{option} {out}: this is a folder; name a file in it")
    if path.exists() and not path.is_file():
        raise Unusable(f"{option} {out}: this is a device or a pipe; write to standard output instead, with {option} -")
    if not path.absolute().parent.is_dir():
        raise Unusable(f"{option} {out}: there is no folder {path.parent}; make it first")
    if any(_is_same(path, Path(each)) for each in inputs):
        raise Unusable(f"{option} {out}: this is the input itself; name another file")


def check_table(out: str, option: str, *inputs: str) -> None:
    """Raise `Unusable` as `check_output` does, and OutputError where the name says what is no table."""
    check_output(out, option, *inputs)
    if out != DASH:
        table_written_as(Path(out))


def check_apart(out: str, option: str, other: str, its_option: str) -> None:
    """Raise `Unusable` where two outputs are one file, or both standard output."""
    one, two = Path(out), Path(other)
    if out == other or (DASH not in (out, other) and (_is_same(one, two) or one.resolve() == two.resolve())):
        raise Unusable(f"{option} {out}: {its_option} names the same; name another file")


def _is_same(one: Path, two: Path) -> bool:
    return one.exists() and two.exists() and one.samefile(two)


def _reporting(file: IO[bytes], name: str) -> Write:
    def write(content: bytes) -> None:
        with _reported(name):
            left = memoryview(content)
            while left:
                left = left[file.write(left) :]
            file.flush()

    return write


@contextmanager
def _reported(name: str) -> Iterator[None]:
    """Raise `Unusable` for what the system says against an output."""
    try:
        yield
    except BrokenPipeError as fault:
        raise Unusable(f"{name}: it was closed before everything was written") from fault
    except OSError as fault:
        raise Unusable(f"{name}: this file cannot be written: {fault.strerror}; name another file") from fault
