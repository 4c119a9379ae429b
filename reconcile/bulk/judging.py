"""A batch judged and written down: what a worker does, and the one shape of an output line."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Protocol

import msgspec

from reconcile.mention import Evidence, Status
from reconcile.streaming.rows import Batch, Row, Unread
from reconcile.tables.rows import record_line
from reconcile.wanted import Verdict, Wanted
from sources.record import Record

Line = dict[str, Any]
_ENCODER = msgspec.json.Encoder()
# What JSON leaves as it is though a reader may take it for the end of a line: DEL and C1, U+2028 and U+2029.
_ESCAPED = re.compile(rb"\x7f|\xc2[\x80-\x9f]|\xe2\x80[\xa8\xa9]")


class Judge(Protocol):
    """Whoever says which record a string means."""

    def judge(self, wanted: Wanted, /) -> Verdict:
        """Return the verdict on one string or claim."""
        ...


# Opens a judge in the process that will use it; it travels to the workers, so it can be pickled.
Opener = Callable[[], Judge]


@dataclass(frozen=True, slots=True)
class Task:
    """A batch to be judged from its row number `skip` (from 0) on."""

    batch: Batch
    skip: int = 0
    evidence: bool = False


@dataclass(frozen=True, slots=True)
class Done:
    """The output lines of a batch, how many verdicts of each status they hold, and how far the input had been read.

    `ids` are those of the lines.
    """

    lines: bytes
    counts: tuple[tuple[Status, int], ...]
    place: int
    ids: tuple[str, ...] = ()

    @property
    def rows(self) -> int:
        """How many lines there are."""
        return sum(count for _, count in self.counts)


def judged(judge: Judge, task: Task) -> Done:
    """Return what a judge says of a batch."""
    verdicts = [verdict_on(row, judge) for row in task.batch.rows()[task.skip :]]
    lines = b"".join(encoded(line_of(verdict, evidence=task.evidence)) for verdict in verdicts)
    counts = Counter(verdict.status for verdict in verdicts)
    ids = tuple([verdict.id for verdict in verdicts])
    return Done(lines, tuple(sorted(counts.items())), task.batch.place, ids)


def verdict_on(row: Row, judge: Judge) -> Verdict:
    """Return the verdict on a row; one that could not be read is skipped and says why."""
    if isinstance(row, Unread):
        return Verdict(row.id, Status.SKIPPED, reason=row.reason)
    return judge.judge(row)


def line_of(verdict: Verdict, *, evidence: bool = False) -> Line:
    """Return a verdict as an object."""
    line: Line = {
        "id": verdict.id,
        "status": verdict.status.value,
        "probability": round(verdict.probability, 4),
        "record": _record(verdict.record),
        "also": [{"source": record.source, "key": record.key} for record in verdict.also],
        "runner_up": _record(verdict.runner_up),
        "reason": verdict.reason,
    }
    return line | {"evidence": _evidence(verdict.evidence)} if evidence else line


def _record(record: Record | None) -> Line | None:
    return None if record is None else record_line(record)


def _evidence(pieces: Iterable[Evidence]) -> list[Line]:
    return [
        {
            "field": piece.field,
            "level": piece.level.value,
            "weight": round(piece.weight, 4),
            "left": piece.left,
            "right": piece.right,
            "says": piece.says,
        }
        for piece in pieces
    ]


def encoded(line: Line) -> bytes:
    """Return an object as a line of JSON in UTF-8 that no reader takes for two."""
    try:
        text = _ENCODER.encode(line)
    except UnicodeEncodeError:  # a lone surrogate, which strict readers of JSON refuse as an escape too
        text = json.dumps(line, separators=(",", ":"), ensure_ascii=False).encode("utf-8", "replace")
    if not text.isascii() or b"\x7f" in text:
        text = _ESCAPED.sub(_escape, text)
    return text + b"\n"


def _escape(match: re.Match[bytes]) -> bytes:
    return b"\\u%04x" % ord(match[0].decode("utf-8"))
