"""The output while it grows: `OUT.part`, written batch by batch, renamed when it is whole, gone on with when it is not.

Beside it stands `OUT.part.json`, which says of what it is a part: input, catalogue and settings. Only where all of
that is the same, or the input has but grown, does a later run go on after the last whole line; the result has the same
bytes as in one go. Where it is not, nothing is thrown away unless the caller says so.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from reconcile.mention import Status
from sources.locks import MOVES_OPEN_FILES, lock

_CHUNK = 1 << 20
_INPUT = "input"
_READ_ONCE = "read once, at"
_GZIP = b"\x1f\x8b"
_PATIENCE = 1.0  # seconds: the workers of a run that was killed hold its part until they notice


class OutputError(ValueError):
    """An output that cannot be written; the message names it, says what is wrong and what to do."""


@dataclass(frozen=True, slots=True)
class Begun:
    """What an earlier run has left: how many lines, and of which status. `why` says why they are of no use."""

    counts: tuple[tuple[Status, int], ...] = ()
    why: str = ""

    @property
    def rows(self) -> int:
        """How many lines there are."""
        return sum(count for _, count in self.counts)


class Part:
    """The file beside OUT that the lines are written to."""

    def __init__(self, out: Path, of: Mapping[str, Any]) -> None:
        self.out = out = out.resolve() if out.is_symlink() else out  # not the link is replaced but what it leads to
        self.path = out.with_name(out.name + ".part")
        self.note = out.with_name(out.name + ".part.json")
        self._of = of
        self._file: BinaryIO | None = None

    def begin(self, *, restart: bool) -> Begun:
        """Open the part, cut after its last whole line, and say what it holds; with `restart` an empty one.

        Raises OutputError where it holds lines of another run.
        """
        refuse_no_file(self.out)
        try:
            self._file = self._opened()
            begun = Begun() if restart else self._found()
            if begun.rows == 0:
                self._file.truncate(0)
            self.note.write_text(json.dumps(self._of, sort_keys=True, indent=1) + "\n", encoding="utf-8")
        except OutputError:
            self.close()
            raise
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

    def finish(self, put: Callable[[Path, Path], None]) -> None:
        """Put the whole part in the place of OUT, as `put` does."""
        assert self._file is not None  # noqa: S101
        try:
            os.fsync(self._file.fileno())
            if not MOVES_OPEN_FILES:
                self.close()
            put(self.path, self.out)
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
        """Close the file; what was written stays, and what could not be written was told where it was tried."""
        if self._file is not None:
            with suppress(OSError):
                self._file.close()

    def _found(self) -> Begun:
        """Return what an earlier run has left, the part cut after its last whole line."""
        if self.path.stat().st_size == 0:
            return Begun()
        counts, end = _whole_lines(self.path)
        why = _difference(self._noted(), self._of)
        if why and _READ_ONCE in (noted := self._noted().get(_INPUT) or {}) and noted.keys() == self._of[_INPUT].keys():
            return Begun(why="standard input cannot be gone on with")
        if why and counts:
            raise OutputError(
                f"{self.path} holds {counts.total():,} lines of an earlier run, and {why};"
                " add --restart to throw them away, or choose another --out"
            )
        os.truncate(self.path, end)
        return Begun(tuple(sorted(counts.items())))

    def _noted(self) -> dict[str, Any]:
        """Return what the part is noted to be a part of; nothing where that cannot be read."""
        try:
            noted = json.loads(self.note.read_text(encoding="utf-8", errors="replace"))
        except (OSError, ValueError):
            return {}
        return noted if isinstance(noted, dict) else {}


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


def _difference(noted: Mapping[str, Any], now: Mapping[str, Any]) -> str:
    """Return which part of the note has changed, in words; the empty string where none has or the input has grown."""
    if not noted:
        return "nothing says what they are a part of"
    changed = [name for name in now if noted.get(name) != now[name]]
    if _INPUT in changed and _has_grown(noted.get(_INPUT), now[_INPUT]):
        changed.remove(_INPUT)
    return f"the {' and the '.join(changed)} changed since" if changed else ""


def _has_grown(noted: object, now: Mapping[str, object]) -> bool:
    """Say whether an input is a text that has had lines added at its end and is the same before them."""
    size = noted.get("size") if isinstance(noted, dict) else None
    if (
        not isinstance(noted, dict)
        or not isinstance(size, int)
        or "path" not in now
        or noted.get("path") != now["path"]
    ):
        return False
    path = Path(str(now["path"]))
    with path.open("rb") as file:
        if file.read(len(_GZIP)) == _GZIP:
            return False
        file.seek(max(0, size - 1))
        ends = file.read(1) == b"\n"
    return ends and fingerprint(path, size) == noted


def fingerprint(path: Path, size: int | None = None) -> dict[str, object]:
    """Return what a file, or so many of its first bytes, is known by: where it is, its size, and a digest."""
    digest, read = hashlib.blake2b(digest_size=16), 0
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK if size is None else min(_CHUNK, size - read)):
            digest.update(chunk)
            read += len(chunk)
    return {"path": str(path.resolve()), "size": read, "digest": digest.hexdigest()}


def read_once() -> dict[str, object]:
    """Return what stands for standard input, which is never the same twice."""
    return {_READ_ONCE: time.time_ns()}
