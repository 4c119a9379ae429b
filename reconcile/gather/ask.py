"""Putting the questions, and keeping apart what was found, who answered, and what stayed unanswered.

Sources are asked side by side; within a source the questions are put in document order, one or several at once. Records
come back in the order of the sources and of their answers, so the result does not depend on who was faster.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from threading import Event

from reconcile.gather.answers import answer_of
from reconcile.gather.coverage import Listing, could_know, holdings, is_local
from reconcile.gather.putting import Asking, Outcome, Question, put_all
from reconcile.gather.threads import side_by_side
from reconcile.mention import Gap, Mention
from sources.record import Identifier, Record
from sources.source import Answer, Source, Stopped, Unavailable

BATCH = 40  # identifiers in one look-up call; sources split further as their service wants it
_AUTHORS_ASKED = 3  # family names sent with a title: enough to rank, few enough to stay a short request
STOPPED = "stopped"  # the reason of a gap where the caller wanted nothing more asked
_SILENT = Asking()


@dataclass(frozen=True, slots=True)
class Found:
    """What the sources answered for one mention.

    `asked` are the sources that answered, themselves or by a dump that speaks for them, and could know the work;
    `by` those of the run that answered. `spared` are questions that a source left unanswered and a dump answered.
    `settled` says that a catalogue's records were enough, and nobody else was asked. `listed` are the meetings claimed,
    where a catalogue has all their papers.
    """

    records: tuple[Record, ...] = ()
    asked: tuple[str, ...] = ()
    gaps: tuple[Gap, ...] = ()
    unread: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    spared: tuple[Gap, ...] = ()
    settled: bool = False
    listed: tuple[Listing, ...] = ()


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


def gather(mentions: Sequence[Mention], sources: Sequence[Source], asking: Asking = _SILENT) -> tuple[Found, ...]:
    """Ask every source for every mention that is a publication.

    What could not be asked is a `Gap` of the mention concerned. What a catalogue's silence is worth is not judged here,
    so it stands in `by` and not in `asked`. A bug in a source is raised, and so is Ctrl-C: then nobody is asked any
    more.
    """
    asking = replace(asking, given_up=Event())
    calls = [partial(_ask, source, mentions, asking) for source in sources]
    logs = side_by_side(calls, max(1, len(sources)), asking.given_up)
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


def _ask(source: Source, mentions: Sequence[Mention], asking: Asking) -> _Log:
    """Ask one source for all mentions."""
    holders: dict[Identifier, list[int]] = {}
    wanted = [at for at, mention in enumerate(mentions) if not mention.reason]
    for at in wanted:
        for identifier in mentions[at].claim.own_identifiers:
            holders.setdefault(identifier, []).append(at)
    questions = [*_look_ups(source, holders), *(_search(source, mentions[at], at) for at in wanted)]
    questions = [replace(each, put=partial(answer_of, source, each, asking)) for each in questions]

    def told(question: Question) -> None:
        if not question.identifiers:
            asking.step(source.name)

    # A catalogue answers at once, and makes no promise to threads.
    outcomes = put_all(questions, 1 if is_local(source) else asking.workers, asking, told)
    log = _Log()
    for question, outcome in zip(questions, outcomes, strict=True):
        _note(source, mentions, question, outcome, holders, log)
    return log


def _look_ups(source: Source, holders: Mapping[Identifier, Sequence[int]]) -> Iterator[Question]:
    """Yield the look-ups of the identifiers of all mentions, in batches."""
    every = list(holders)
    for start in range(0, len(every), BATCH):
        batch = tuple(every[start : start + BATCH])
        places = {at for identifier in batch for at in holders[identifier]}
        asked = f"look up {', '.join(map(str, batch[:3]))}{' …' if len(batch) > 3 else ''}"
        yield Question(tuple(sorted(places)), asked, partial(source.look_up, batch), batch)


def _search(source: Source, mention: Mention, at: int) -> Question:
    untitled = is_local(source) and not mention.claim.title and mention.claim.author  # as physicists cite
    family = [name.family or name.literal for name in mention.claim.author[: None if untitled else _AUTHORS_ASKED]]
    title = "" if untitled else _askable(mention.claim.title or mention.reading)
    put = partial(source.search, title=title, author=family, year=mention.claim.year)
    return Question((at,), f"search {title or ', '.join(family)}", put)


def _note(
    source: Source,
    mentions: Sequence[Mention],
    question: Question,
    outcome: Outcome,
    holders: Mapping[Identifier, Sequence[int]],
    log: _Log,
) -> None:
    """Note what became of a question for each mention concerned; a record looked up goes to those that name it."""
    able = [at for at in question.places if _speaks_of(source, mentions[at])]
    if not isinstance(outcome, Answer):
        gap = _gap(source, question, outcome)
        for at in able:
            log.gaps.setdefault(at, []).append(gap)
        return
    log.asked.update(able)
    for at in question.places:
        log.unread.setdefault(at, []).extend(outcome.unread)
    for record in outcome.records:
        named = {at for identifier in record.own_identifiers for at in holders.get(identifier, ())}
        for at in sorted(named) if question.identifiers else question.places:
            log.records.setdefault(at, []).append(record)


def _gap(source: Source, question: Question, fault: Unavailable | Stopped) -> Gap:
    if isinstance(fault, Stopped):
        return Gap(source.name, question.asked, STOPPED)
    return Gap(source.name, fault.asked, fault.reason)


def _speaks_of(source: Source, mention: Mention) -> bool:
    """Say whether a source, or one of which it holds a dump, could know the work that a mention claims."""
    names = [held.source for held in holdings(source)] or [source.name]
    return any(could_know(name, mention) for name in names)


def _askable(title: str) -> str:
    """Return a title as a question: white space folded, cut to what a service takes."""
    return re.sub(r"\s+", " ", title).strip()[:300]
