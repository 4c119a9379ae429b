"""The output while it grows: `OUT.part`, written batch by batch, renamed when it is whole, gone on with when it is not.

Beside it stands `OUT.part.json`, which says of what it is a part: input, catalogue and settings. Only where all of
that is the same does a later run go on after the last whole line; the result has the same bytes as in one go.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import msgspec

from reconcile.mention import Status
from sources.locks import MOVES_OPEN_FILES, lock

_HEAD = 1 << 16
_PATIENCE = 1.0  # seconds: the workers of a run that was killed hold its part until they notice


class OutputError(ValueError):
    """An output that cannot be written; the message names it, says what is wrong and what to do."""


@dataclass(frozen=True, slots=True)
class Begun:
    """What an earlier run has left: how many lines, and of which status. `why` says why they cannot be used."""

    counts: tuple[tuple[Status, int], ...] = ()
    why: str = ""

    @property
    def rows(self) -> int:
        """How many lines there are."""
        return sum(count for _, count in self.counts)


class Part:
    """The file beside OUT that the lines are written to."""

    def __init__(self, out: Path, of: Mapping[str, object]) -> None:
        self.out = out = out.resolve() if out.is_symlink() else out  # not the link is replaced but what it leads to
        self.path = out.with_name(out.name + ".part")
        self.note = out.with_name(out.name + ".part.json")
        self._of = json.dumps(of, sort_keys=True, indent=1) + "\n"
        self._file: BinaryIO | None = None

    def begin(self, *, restart: bool) -> Begun:
        """Open the part, cut after its last whole line, and say what it holds; an empty one where it is not usable."""
        refuse_no_file(self.out)
        try:
            self._file = self._opened()
            begun = Begun() if restart else self._found()
            if begun.rows == 0:
                self._file.truncate(0)
                self.note.write_text(self._of, encoding="utf-8")
        except OSError as fault:
            self.close()
            raise OutputError(f"{self.path}: {fault.strerror or fault}; choose another --out") from fault
        return begun

    def _opened(self) -> BinaryIO:
        """Return the part, which nobody else writes until it is closed; raises OutputError where another run does."""
        until = time.monotonic() + _PATIENCE
        while True:
            file = self.path.open("ab")
            if lock(file) and self.path.exists() and os.path.samestat(os.fstat(file.fileno()), self.path.stat()):
                return file
            file.close()
            if time.monotonic() > until:
                raise OutputError(f"{self.path}: another run is writing it; wait for its end, or choose another --out")
            time.sleep(_PATIENCE / 20)

    def write(self, lines: bytes) -> None:
        """Append whole lines, and hand them to the system."""
        assert self._file is not None  # noqa: S101 -- `begin` came first
        try:
            self._file.write(lines)
            self._file.flush()
        except OSError as fault:
            raise OutputError(
                f"{self.path}: {fault.strerror or fault}; make room, then the same command goes on"
            ) from fault

    def finish(self) -> None:
        """Put the whole part in the place of OUT."""
        assert self._file is not None  # noqa: S101
        try:
            os.fsync(self._file.fileno())
            if not MOVES_OPEN_FILES:
                self.close()
            self.path.replace(self.out)
            self.note.unlink(missing_ok=True)
        except OSError as fault:
            raise OutputError(f"{self.path}: {fault.strerror or fault}, so {self.out} is not written") from fault
        finally:
            self.close()

    def drop_empty(self) -> None:
        """Take away a part without a line, of which nobody has any use."""
        if self._file is not None and not self._file.closed and os.fstat(self._file.fileno()).st_size == 0:
            self.path.unlink(missing_ok=True)
            self.note.unlink(missing_ok=True)

    def close(self) -> None:
        """Close the file; what was written stays."""
        if self._file is not None:
            self._file.close()

    def _found(self) -> Begun:
        """Return what an earlier run has left, the part cut after its last whole line."""
        if self.path.stat().st_size == 0:
            return Begun()
        try:
            noted = self.note.read_text(encoding="utf-8", errors="replace")
        except OSError:
            return Begun(why="nothing says what it is a part of")
        if noted != self._of:
            return Begun(why=f"{_difference(noted, self._of)} since")
        counts, end = _whole_lines(self.path)
        os.truncate(self.path, end)
        return Begun(tuple(sorted(counts.items())))


def refuse_no_file(out: Path) -> None:
    """Raise OutputError where an output is not to be written as a file; a device or a pipe would be replaced by one."""
    if out.is_dir():
        raise OutputError(f"{out}: this is a folder; name a file")
    if out.exists() and not out.is_file():
        raise OutputError(f"{out}: this is a device or a pipe; write to standard output instead, with --out -")
    if not out.parent.is_dir():
        raise OutputError(f"{out}: there is no folder {out.parent}; make it, or choose another --out")


class _Judged(msgspec.Struct):
    status: Status


def _whole_lines(path: Path) -> tuple[Counter[Status], int]:
    """Return the statuses of the lines up to the first that is not whole, and where that one begins."""
    counts: Counter[Status] = Counter()
    end = 0
    decoder = msgspec.json.Decoder(_Judged)
    with path.open("rb") as file:
        for line in file:
            try:
                status = decoder.decode(line).status
            except (msgspec.DecodeError, UnicodeDecodeError):
                break
            if not line.endswith(b"\n"):
                break
            counts[status] += 1
            end += len(line)
    return counts, end


def _difference(noted: str, now: str) -> str:
    """Return which part of the note has changed, in words."""
    try:
        before, after = json.loads(noted), json.loads(now)
        changed = [name for name in after if before.get(name) != after[name]]
    except (ValueError, AttributeError):
        changed = []
    return f"the {' and the '.join(changed)} changed" if changed else "something changed"


def fingerprint(path: Path) -> dict[str, object]:
    """Return what a file is known by: where it is, its size, when it was written, and a digest of its beginning."""
    known = path.stat()
    with path.open("rb") as file:
        head = hashlib.blake2b(file.read(_HEAD), digest_size=16).hexdigest()
    return {"path": str(path.resolve()), "size": known.st_size, "written": known.st_mtime_ns, "head": head}
