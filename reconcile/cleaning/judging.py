"""What an entry means, judged as `check` judges it: one judgement, so that the two commands never differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from reconcile.bulk.catalogued import opened
from reconcile.checking.item import ENTRY_TYPE, KEY, Item
from reconcile.checking.judgement import Checker, Judged, mention_of
from reconcile.cleaning.reading import Reading
from reconcile.matching.judge import are_one_work
from reconcile.mention import Evidence, Status
from reconcile.settings import DEFAULT, Settings
from reconcile.titles import NO_OTHER_WORDS, compare_titles
from reconcile.titles.notices import is_notice, notice_of
from reconcile.wanted import Wanted
from sources.catalog import Catalog
from sources.record import Record
from sources.text import fold


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an entry was found to mean: `record` the one meant, `also` further records of its work.

    `notices` are records that say of the work that it was retracted, withdrawn or is doubted; nothing is ever taken
    from them. `reason` says why an entry was not checked.
    """

    status: Status
    record: Record | None = None
    also: tuple[Record, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    notices: tuple[Record, ...] = ()
    reason: str = ""


class EntryJudge(Protocol):
    """Whoever says what an entry means, and by which settings it is judged."""

    @property
    def settings(self) -> Settings:
        """The settings."""
        ...

    def meaning(self, item: Item, /) -> Meaning:
        """Return what an entry means."""
        ...


@dataclass(frozen=True, slots=True)
class OpenEntryJudge:
    """Opens the judge of a catalogue, named by its folder or open already; this much can be sent to a worker."""

    catalog: Path | Catalog
    settings: Settings = DEFAULT

    def __call__(self) -> CatalogJudge:
        """Return the judge; raises CatalogError."""
        return CatalogJudge(Checker(opened(self.catalog), self.settings))


class CatalogJudge:
    """Says what entries mean by what one catalogue holds."""

    def __init__(self, checker: Checker) -> None:
        self._checker = checker

    @property
    def settings(self) -> Settings:
        """The settings of its checker."""
        return self._checker.settings

    def meaning(self, item: Item) -> Meaning:
        """Return what an entry means; raises CatalogError where the catalogue is damaged."""
        if not item.is_work:
            return Meaning(Status.SKIPPED)
        mention = mention_of(item)
        judged = self._checker.judged(mention)
        match = judged.match
        reason = "; ".join(dict.fromkeys(f"{gap.source}: {gap.reason}" for gap in match.gaps))
        further = () if judged.searched else self._further(mention.claim)
        title = mention.claim.title
        notices = () if _announces(title) else tuple(_notices(title, (*judged.records, *further)))
        if match.status is not Status.MATCHED or match.best is None:
            return Meaning(match.status, notices=notices, reason=reason)
        also = tuple(_of_work(judged, further, title, self.settings))
        if _announces(match.best.record.title) and not _announces(title):
            return Meaning(match.status, notices=notices, reason=reason)
        return Meaning(match.status, match.best.record, also, match.best.comparison.evidence, notices, reason)

    def _further(self, claim: Record) -> tuple[Record, ...]:
        """Return what a search by words finds: other titles of the work, a notice on it."""
        verdict = self._checker.judge(Wanted("", claim=claim))
        return tuple(each for each in (verdict.record, *verdict.also, verdict.runner_up) if each is not None)


def item_of(reading: Reading, line: int) -> Item:
    """Return an entry as `check` reads it, with what it takes from the entry that it refers to."""
    entry = reading.entry
    last = line + entry.text.rstrip().count("\n")
    fields = ((ENTRY_TYPE, entry.type), (KEY, entry.inside.key), *reading.claimed)
    return Item("", entry.inside.key or str(line), line, last, fields, entry.text)


def _of_work(judged: Judged, further: Iterable[Record], title: str, settings: Settings) -> Iterator[Record]:
    """Yield the other records of the work that is meant; never a notice on it, unless the claim is one itself."""
    best = judged.match.best
    if best is None:
        return
    work = [each for each in judged.work if each != best.record]
    others = (each for each in (*judged.records, *further) if each != best.record)
    for record in dict.fromkeys((*work, *(each for each in others if are_one_work(best.record, each, settings)))):
        if _announces(record.title) is _announces(title):
            yield record


def _notices(title: str, records: Iterable[Record]) -> Iterator[Record]:
    """Yield the records that say of the work of this title that it was retracted or is doubted."""
    for record in dict.fromkeys(records):
        notice = notice_of(record.title)
        if notice is not None and compare_titles(title, notice.of).relation in NO_OTHER_WORDS:
            yield record


def _announces(title: str) -> bool:
    return notice_of(title) is not None or is_notice(fold(title))
