"""Putting the questions, and keeping apart what was found, who answered, and what stayed unanswered.

Sources are asked side by side, one thread each; within a source the questions go in document order. Records
come back in the order of the sources and of their answers, so the result does not depend on who was faster.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from threading import Event

from reconcile.gather.coverage import could_know, holdings, is_local
from reconcile.mention import Gap, Mention
from sources.record import Identifier, Record
from sources.source import Source, Unavailable

BATCH = 40  # identifiers in one look-up call; sources split further as their service wants it
_AUTHORS_ASKED = 3  # family names sent with a title: enough to rank, few enough to stay a short request


@dataclass(frozen=True, slots=True)
class Found:
    """What the sources answered for one mention.

    `asked` are the sources that answered, themselves or by a dump that speaks for them, and could know the work;
    `by` those of the run that answered. `spared` are questions that a source left unanswered and a dump answered.
    `settled` says that a catalogue's records were enough, and nobody else was asked.
    """

    records: tuple[Record, ...] = ()
    asked: tuple[str, ...] = ()
    gaps: tuple[Gap, ...] = ()
    unread: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    spared: tuple[Gap, ...] = ()
    settled: bool = False


def joined(first: Found, second: Found) -> Found:
    """Return two answers to one mention as one, without repeats."""
    return Found(
        tuple(dict.fromkeys(first.records + second.records)),
        tuple(dict.fromkeys(first.asked + second.asked)),
        tuple(dict.fromkeys(first.gaps + second.gaps)),
        tuple(dict.fromkeys(first.unread + second.unread)),
        tuple(dict.fromkeys(first.by + second.by)),
        tuple(dict.fromkeys(first.spared + second.spared)),
    )


@dataclass(slots=True)
class _Log:
    """One source's answers while they come in, by the mention's place."""

    records: dict[int, list[Record]] = field(default_factory=dict)
    gaps: dict[int, list[Gap]] = field(default_factory=dict)
    unread: dict[int, list[str]] = field(default_factory=dict)
    asked: set[int] = field(default_factory=set)


def gather(
    mentions: Sequence[Mention], sources: Sequence[Source], step: Callable[[str], None] = lambda _source: None
) -> tuple[Found, ...]:
    """Ask every source for every mention that is a publication; `step` is told of each mention asked.

    Never raises for a source's fault: what could not be asked is a `Gap` of the mention concerned. What a
    catalogue's silence is worth is not judged here, so it stands in `by` and not in `asked`.
    """
    stop = Event()
    with ThreadPoolExecutor(max_workers=max(1, len(sources))) as pool:
        try:
            logs = list(pool.map(lambda source: _ask(source, mentions, step, stop), sources))
        except KeyboardInterrupt:
            stop.set()  # what is under way is finished, nothing more is asked
            raise
    pairs = list(zip(sources, logs, strict=True))
    return tuple(_merged(at, pairs) for at in range(len(mentions)))


def _merged(at: int, pairs: Iterable[tuple[Source, _Log]]) -> Found:
    pairs = list(pairs)
    answered = [source for source, log in pairs if at in log.asked]
    return Found(
        tuple(dict.fromkeys(record for _, log in pairs for record in log.records.get(at, ()))),
        tuple(source.name for source in answered if not is_local(source)),
        tuple(gap for _, log in pairs for gap in log.gaps.get(at, ())),
        tuple(sentence for _, log in pairs for sentence in log.unread.get(at, ())),
        tuple(source.name for source in answered),
    )


def _ask(source: Source, mentions: Sequence[Mention], step: Callable[[str], None], stop: Event) -> _Log:
    log = _Log()
    wanted = [at for at, mention in enumerate(mentions) if not mention.reason]
    _look_up(source, mentions, wanted, log)
    for at in wanted:
        if stop.is_set():
            break
        _search(source, mentions[at], at, log)
        step(source.name)
    return log


def _look_up(source: Source, mentions: Sequence[Mention], wanted: Sequence[int], log: _Log) -> None:
    """Look up the identifiers of all mentions, in batches; hand each record to the mentions that name it."""
    holders: dict[Identifier, list[int]] = {}
    for at in wanted:
        for identifier in mentions[at].claim.identifiers:
            holders.setdefault(identifier, []).append(at)
    every = list(holders)
    for start in range(0, len(every), BATCH):
        batch = every[start : start + BATCH]
        places = {at for identifier in batch for at in holders[identifier]}
        try:
            answer = source.look_up(batch)
        except Unavailable as fault:
            for at in sorted(places):
                _note_gap(source, mentions[at], at, fault, log)
            continue
        for at in places:
            log.unread.setdefault(at, []).extend(answer.unread)
        log.asked |= {at for at in places if _speaks_of(source, mentions[at])}
        for record in answer.records:
            for at in sorted({at for identifier in record.identifiers for at in holders.get(identifier, ())}):
                log.records.setdefault(at, []).append(record)


def _search(source: Source, mention: Mention, at: int, log: _Log) -> None:
    family = [name.family or name.literal for name in mention.claim.author[:_AUTHORS_ASKED]]
    try:
        title = _askable(mention.claim.title or mention.reading)
        answer = source.search(title=title, author=family, year=mention.claim.year)
    except Unavailable as fault:
        _note_gap(source, mention, at, fault, log)
        return
    if _speaks_of(source, mention):
        log.asked.add(at)
    log.records.setdefault(at, []).extend(answer.records)
    log.unread.setdefault(at, []).extend(answer.unread)


def _note_gap(source: Source, mention: Mention, at: int, fault: Unavailable, log: _Log) -> None:
    if _speaks_of(source, mention):
        log.gaps.setdefault(at, []).append(Gap(source.name, fault.asked, fault.reason))


def _speaks_of(source: Source, mention: Mention) -> bool:
    """Say whether a source, or one of which it holds a dump, could know the work that a mention claims."""
    names = [held.source for held in holdings(source)] or [source.name]
    return any(could_know(name, mention) for name in names)


def _askable(title: str) -> str:
    """Return a title as a question: white space folded, cut to what a service takes."""
    return re.sub(r"\s+", " ", title).strip()[:300]
