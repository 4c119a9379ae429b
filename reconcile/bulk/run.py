"""The job: an input, a judge, an output; what is done is kept, and gone on with."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from reconcile import __version__, workers
from reconcile.bulk.judging import Done, Opener, Task, judged
from reconcile.bulk.progress import Progress
from reconcile.mention import Status
from reconcile.streaming.opening import Input, batches
from reconcile.streaming.part import Begun, OutputError, Part, fingerprint, read_once
from reconcile.streaming.repeats import Repeats
from reconcile.streaming.rows import Batch
from reconcile.streaming.shapes import Written, written_as

_SILENT = Progress()


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be matched and how.

    `out` is None for standard output, which is of JSON lines and cannot be gone on with. `evidence` adds it to each
    line, `excel` the byte order mark to a table. `rests_on` is what the result depends on besides the input (the
    catalogue's version, the judge's settings), by name.
    """

    source: Input
    out: Path | None
    jobs: int = 1
    evidence: bool = False
    restart: bool = False
    excel: bool = False
    rests_on: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Tally:
    """What came of it: lines by status, how many of all were there from an earlier run, and the seconds it took."""

    counts: tuple[tuple[Status, int], ...]
    resumed: int
    seconds: float

    @property
    def rows(self) -> int:
        """How many lines the output has."""
        return sum(count for _, count in self.counts)

    @property
    def rate(self) -> float:
        """How many strings were judged a second, those of an earlier run left out."""
        return (self.rows - self.resumed) / self.seconds if self.seconds else 0.0


class Stopped(KeyboardInterrupt):
    """The run was stopped by Ctrl-C; the message says how much is done and how to go on."""


class Broken(RuntimeError):
    """A worker process died; the message says how much is done and how to go on."""


def match_file(request: Request, opener: Opener, progress: Progress = _SILENT) -> Tally:
    """Match an input and write a line for each of its rows, in order; return the tally.

    Raises InputError, OutputError, Broken and Stopped; whatever was judged until then stays in `OUT.part`, and the
    same request goes on after it, also where the input has grown meanwhile. What the judge raises comes through.
    """
    started = time.monotonic()
    written = written_as(request.out, excel=request.excel) if request.out else Written()
    with batches(request.source) as found:
        if request.out is None:
            counts = _to_stdout(request, found, opener, progress)
            return Tally(_by_status(counts), 0, time.monotonic() - started)
        part = Part(request.out, _rests_on(request))
        begun = part.begin(restart=request.restart)
        if begun.rows:
            progress.tell(f"going on after the {begun.rows:,} lines that stand in {part.path}")
        elif begun.why:
            progress.tell(f"{part.path} is begun anew: {begun.why}")
        counts = _to_part(request, part, begun, written.put, _tasks(request, found, begun.rows, opener, progress))
    return Tally(_by_status(counts), begun.rows, time.monotonic() - started)


def _tasks(request: Request, found: Iterator[Batch], skip: int, opener: Opener, progress: Progress) -> Iterator[Done]:
    """Yield the batches judged, in order, without the first `skip` rows."""
    progress.begin(request.source.size, skip)
    repeats = Repeats()
    for done in workers.ordered(_from(found, skip, evidence=request.evidence), judged, opener, request.jobs):
        yield done
        progress.step(done.rows, done.place)
        repeats.take(done.ids)
    if said := repeats.said():
        progress.tell(
            f"{request.source.name}: {said}, a row's own or the number of one without;"
            " the matches are in the rows' order"
        )


def _from(found: Iterator[Batch], skip: int, *, evidence: bool) -> Iterator[Task]:
    """Yield a task a batch, those left out that lie within the first `skip` rows."""
    for batch in found:
        if skip and (rows := batch.count()) <= skip:
            skip -= rows
            continue
        yield Task(batch, skip, evidence)
        skip = 0


def _to_part(
    request: Request, part: Part, begun: Begun, put: Callable[[Path, Path], None], judged_batches: Iterator[Done]
) -> Counter[Status]:
    counts = Counter(dict(begun.counts))
    try:
        for done in judged_batches:
            part.write(done.lines)
            counts.update(dict(done.counts))
        part.finish(put)
    except KeyboardInterrupt as stop:
        raise Stopped(f"stopped; {_so_far(counts, part, request)}") from stop
    except workers.WorkerDied as fault:
        fewer = f", or with --jobs {request.jobs // 2} for less memory" if request.jobs > 1 else ""
        raise Broken(f"{fault}; {_so_far(counts, part, request)}{fewer}") from fault
    finally:
        part.drop_empty()
        part.close()
    return counts


def _so_far(counts: Counter[Status], part: Part, request: Request) -> str:
    if not counts.total():
        return "no line is done yet; the same command begins anew"
    more = "only a file can be gone on with" if request.source.path is None else "the same command goes on from there"
    return f"{counts.total():,} lines are done and stand in {part.path}; {more}"


def _to_stdout(request: Request, found: Iterator[Batch], opener: Opener, progress: Progress) -> Counter[Status]:
    counts: Counter[Status] = Counter()
    out = sys.stdout.buffer
    try:
        for done in _tasks(request, found, 0, opener, progress):
            out.write(done.lines)
            out.flush()
            counts.update(dict(done.counts))
    except BrokenPipeError as fault:
        raise OutputError("standard output was closed before all lines were written") from fault
    except OSError as fault:
        raise OutputError(f"standard output: {fault.strerror or fault}; not all lines are written") from fault
    except workers.WorkerDied as fault:
        raise Broken(f"{fault}; start again with fewer --jobs") from fault
    return counts


def _rests_on(request: Request) -> dict[str, object]:
    """Return what the bytes of the output depend on; standard input is never the same twice."""
    source = request.source
    known = fingerprint(source.path) if source.path else read_once()
    how = {"form": source.form, "columns": repr(source.columns), "evidence": request.evidence}
    return {"input": known, "settings": how, "program": __version__, **request.rests_on}


def _by_status(counts: Counter[Status]) -> tuple[tuple[Status, int], ...]:
    return tuple((status, counts[status]) for status in Status)
