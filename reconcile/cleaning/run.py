"""A whole .bib cleaned: piece by piece, so that whatever is no changed entry stays byte for byte."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from reconcile import workers
from reconcile.bibtex.latex import clean as one_line
from reconcile.bibtex.source import Kind, Piece, Source
from reconcile.cleaning.batch import Done, batches, clean_batch, joined
from reconcile.cleaning.change import SAID, TYPE, Change, Policy
from reconcile.cleaning.diff import unified
from reconcile.cleaning.duplicates import Seen, groups
from reconcile.cleaning.judging import EntryJudge
from reconcile.mention import Status
from reconcile.settings import Settings

_BROKEN = "broken"  # of what is no entry, though it begins as one
_PROPOSES, _SAYS = "reconcile proposes", "reconcile says:"
Step = Callable[[int], None]


class Opener(Protocol):
    """Opens a judge in the process that will use it; it travels to the workers, so it can be pickled."""

    @property
    def settings(self) -> Settings:
        """The settings that the judge judges by."""
        ...

    def __call__(self) -> EntryJudge:
        """Return the judge."""
        ...


@dataclass(frozen=True, slots=True)
class Cleaning:
    """A .bib cleaned: its text, what was changed and what is proposed, each with its record.

    `counts` says how many entries there are of each status; `broken` of those that cannot be read. `asked` is false
    where no catalogue was given, so that nothing could be changed. `reasons` says why entries were not checked, and how
    many for that reason.
    """

    source: Source
    text: str
    changes: tuple[Change, ...] = ()
    proposals: tuple[Change, ...] = ()
    counts: tuple[tuple[str, int], ...] = ()
    asked: bool = True
    reasons: tuple[tuple[str, int], ...] = ()

    @property
    def changed_entries(self) -> int:
        """How many entries were changed."""
        return len({change.line for change in self.changes})

    def to_bibtex(self) -> str:
        """Return the cleaned bibliography."""
        return self.text.removeprefix("\ufeff")

    def to_bytes(self) -> bytes:
        """Return the cleaned bibliography as bytes in the encoding of the file that was read."""
        return self.source.to_bytes(self.text)

    def diff(self, name: str = "refs.bib") -> str:
        """Return a unified diff from the bibliography as it was to the cleaned one with its proposals."""
        return unified(self._sides(), name)

    def _sides(self) -> Iterator[tuple[str, str]]:
        """Yield each piece as it was, and as it is with what is proposed for it."""
        said: dict[int, list[str]] = {}
        for proposal in self.proposals:
            said.setdefault(proposal.line, []).append(comment(proposal))
        above = ""
        cleaned = Source(self.text).pieces()
        for piece, other in zip(self.source.pieces(), cleaned, strict=True):
            before, after = self.source.text[piece.start : piece.end], self.text[other.start : other.end]
            if piece.kind is Kind.ENTRY:
                new = [line for line in said.get(piece.line, ()) if line not in above]
                after = "".join(line + self.source.newline for line in new) + after
            above = before
            yield before, after


def name_of(change: Change) -> str:
    """Return what a change does, in words, the entry's type called by its name."""
    return str(replace(change, field="type") if change.field == TYPE else change)


def comment(proposal: Change) -> str:
    """Return a proposal as a line of comment. BibTeX takes an `@` outside of entries for the start of one."""
    record = f" ({proposal.record})" if proposal.record else ""
    verb = _SAYS if proposal.code in SAID else _PROPOSES
    return f"% {verb} {one_line(name_of(proposal) + record).replace('@', '(at)')}"


def clean_source(
    source: Source, opener: Opener | None, policy: Policy, jobs: int = 1, step: Step = lambda _done: None
) -> Cleaning:
    """Return a source cleaned by what a judge says of each entry; without one nothing is changed.

    `jobs` is how many processes judge, `step` is told how many entries are done. Raises what the judge raises.
    """
    if opener is None:
        counts = Counter(_named(piece) for piece in source.pieces() if piece.kind in (Kind.ENTRY, Kind.BROKEN))
        return Cleaning(source, source.text, counts=_in_order(counts), asked=False)
    every: list[Done] = []
    for done in workers.ordered(batches(source, policy), clean_batch, opener, jobs):
        every += done
        step(len(done))
    counts = Counter(str(done.status) for done in every)
    counts[_BROKEN] += sum(piece.kind is Kind.BROKEN for piece in source.pieces())
    proposals = [proposal for done in every for proposal in done.proposals]
    proposals += _duplicates([done.seen for done in every], opener.settings)
    return Cleaning(
        source,
        joined(source, (done.text for done in every)),
        tuple(change for done in every for change in done.changes),
        tuple(sorted(proposals, key=lambda change: change.line)),
        _in_order(counts),
        reasons=tuple(Counter(done.reason for done in every if done.reason).most_common()),
    )


def _in_order(counts: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    """Return the counts in the order in which `check` gives them."""
    return tuple((str(status), counts[status]) for status in (*Status, _BROKEN) if counts.get(status))


def _named(piece: Piece) -> str:
    return _BROKEN if piece.kind is Kind.BROKEN else Status.NOT_CHECKED


def _duplicates(entries: Sequence[Seen], settings: Settings) -> Iterator[Change]:
    """Yield a proposal for each entry of a work that an earlier entry describes."""
    for first, *others in groups(entries, settings):
        for other in others:
            if other.codes.isdisjoint({"duplicate", "*"}):
                said = f"the same work as “{first.key}” on line {first.line}; keep one of the two"
                yield Change(other.line, other.key, "duplicate", "", other.key, said)
