"""One entry judged: the judge finds the record of the claim, and the rules of a run say where the two part."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reconcile.bulk.catalogued import opened
from reconcile.checking.against import flags_against
from reconcile.checking.elsewhere import title_of_others
from reconcile.checking.item import ENTRY_TYPE, Checked, Item
from reconcile.checking.rules import flags_of
from reconcile.decide import decide, weigh
from reconcile.documents.blocks.block import readable
from reconcile.entry import Entry
from reconcile.flags import Context, by_identifier, raise_flags
from reconcile.gather import Holding, Listing, could_know, doubt, holdings, listings
from reconcile.matching.judge import Judge
from reconcile.mention import Candidate, Flag, Gap, Level, Match, Mention, Severity, Status
from reconcile.parse import parse
from reconcile.records import is_preprint
from reconcile.settings import DEFAULT, Settings
from reconcile.titles.notices import NOTICES
from reconcile.wanted import Verdict, Wanted
from reconcile.works import group, worth_grouping
from sources.catalog import Catalog
from sources.catalog.terms import VOLUME, identifier_key, title_key
from sources.record import Record

# Records with the claim's very title that are looked at; "Introduction" has thousands.
_SAME_TITLE = 12
# Flags that say that nothing was found: a catalogue that holds a part of its sources cannot say so.
_OF_SILENCE = frozenset({"no-record", "non-archival"})
# Flags on two entries; each entry is judged by itself here, and `across` sees them together.
_OF_SEVERAL = frozenset({"duplicate", "venue-conflict"})


@dataclass(frozen=True, slots=True)
class OpenChecker:
    """Opens a checker in the process that will use it; this much can be sent to a worker.

    The catalogue is named by its folder or open already.
    """

    catalog: Path | Catalog | None = None
    settings: Settings = DEFAULT
    this_year: int = 0

    def __call__(self) -> Checker:
        """Return the checker; raises CatalogError."""
        catalog = None if self.catalog is None else opened(self.catalog)
        return Checker(catalog, self.settings, self.this_year)


@dataclass(frozen=True, slots=True)
class Judged:
    """A match with what it was made of: the records of the work that it means, and all that were weighed.

    `searched` says that there was a search by words, too: where the very title gives a sure record, there is none.
    """

    match: Match
    work: tuple[Record, ...] = ()
    records: tuple[Record, ...] = ()
    searched: bool = False


class Checker:
    """Checks entries against one catalogue, or by themselves where there is none."""

    def __init__(self, catalog: Catalog | None, settings: Settings = DEFAULT, this_year: int = 0) -> None:
        self._catalog = catalog
        self._settings = settings
        self._this_year = this_year
        self._judge = Judge(catalog, settings) if catalog else None

    @property
    def settings(self) -> Settings:
        """What it judges by."""
        return self._settings

    def judge(self, wanted: Wanted) -> Verdict:
        """Return the judge's own verdict."""
        return self._judge.judge(wanted) if self._judge else Verdict(wanted.id, Status.NOT_CHECKED)

    def check(self, item: Item) -> Checked:
        """Return what is found out about an entry; raises CatalogError where the catalogue is damaged."""
        if item.trouble and not item.fields:
            flag = Flag("broken-entry", Severity.ERROR, f"this entry cannot be read: {item.trouble}; mend it")
            return Checked(item.document, item.key, item.line, Status.SKIPPED, flags=(flag,))
        if not item.is_work:
            return Checked(item.document, item.key, item.line, Status.SKIPPED)
        mention = mention_of(item)
        judged = self.judged(mention)
        return checked(item, judged.match, self._this_year, judged.work)

    def match(self, mention: Mention) -> Match:
        """Return the judgement on a claim by the records of the catalogue."""
        return self.judged(mention).match

    def judged(self, mention: Mention) -> Judged:
        """Return the judgement on a claim, with the records of its work. `check` and `clean` judge alike."""
        catalog = self._catalog
        if catalog is None:
            return Judged(Match(mention, Status.SKIPPED if mention.reason else Status.NOT_CHECKED))
        if mention.reason:
            return Judged(flagged(Match(mention, Status.SKIPPED), (), (), self._settings))
        candidates = weigh(mention, _named(catalog, mention), self._settings)
        searched = not _is_enough(candidates, self._settings)
        if searched:
            named = (each.record for each in candidates)
            candidates = weigh(mention, (*named, *self._likest(catalog, mention)), self._settings)
        held = [each for each in holdings(catalog) if could_know(each.source, mention)]
        names, doubts = tuple(each.source for each in held), _doubts(catalog, held, mention)
        records = tuple(candidate.record for candidate in candidates)
        listed = listings(catalog, mention)
        match, work = decided(mention, candidates, names, self._settings, doubts, listed)
        if match.status in (Status.NOT_FOUND, Status.POSSIBLE):
            match = title_of_others(match, records, self._settings)
        return Judged(_unless_silent(match, doubts, listed), work, records, searched)

    def _likest(self, catalog: Catalog, mention: Mention) -> tuple[Record, ...]:
        """Return the records that the judge takes for the claim's, and the next best."""
        verdict = self.judge(Wanted("", claim=mention.claim))
        numbered = (verdict.record, *verdict.also, verdict.runner_up)
        return tuple(_in_its_volume(catalog, record) for record in numbered if record is not None)


def _named(catalog: Catalog, mention: Mention) -> tuple[Record, ...]:
    """Return the records of the claim's identifiers and of its very title, and those that say it is retracted."""
    claim = mention.claim
    keys = [*map(identifier_key, claim.own_identifiers), *filter(None, [title_key(claim.title)])]
    numbers = catalog.find(keys)[: _SAME_TITLE + len(claim.own_identifiers)]
    notices = filter(None, (title_key(before + claim.title) for before in NOTICES if claim.title))
    every = dict.fromkeys((*numbers, *catalog.find(list(notices))[:_SAME_TITLE]))
    return tuple(record for record in map(catalog.record, every) if record.genre != VOLUME)


def _in_its_volume(catalog: Catalog, record: Record) -> Record:
    """Return a record as the catalogue itself gives it, with the title of its volume."""
    found = map(catalog.record, catalog.find([identifier_key(each) for each in record.identifiers[:1]]))
    return next((each for each in found if (each.source, each.key) == (record.source, record.key)), record)


def _doubts(catalog: Catalog, held: Iterable[Holding], mention: Mention) -> dict[str, Gap]:
    """Return why the catalogue's silence says nothing of the claim, by the source of which it holds only a part."""
    return {
        each.source: Gap(catalog.name, f"search {each.source}", reason)
        for each in held
        if (reason := doubt(each, mention))
    }


def _is_enough(candidates: Sequence[Candidate], settings: Settings) -> bool:
    """Say whether a sure publication under the claim's very title makes a search by words needless.

    One of another venue and year may have an abstract where the claim says: `Wool (Extended Abstract)`.
    """
    best = next(iter(candidates), None)
    if best is None or best.probability < settings.matched or is_preprint(best.record):
        return False
    levels = {piece.field: piece.level for piece in best.comparison.evidence}
    return not (levels["venue"] is Level.DIFFER and levels["year"] in (Level.NEAR, Level.DIFFER))


def decided(
    mention: Mention,
    candidates: Sequence[Candidate],
    asked: tuple[str, ...],
    settings: Settings,
    doubted: Collection[str] = (),
    listed: tuple[Listing, ...] = (),
) -> tuple[Match, tuple[Record, ...]]:
    """Return the judgement on one claim by its candidates, as a run judges it, and the records of the work meant.

    Of sources that are `doubted` only a part was asked: what they do not say of a record's other identifiers is
    nothing that they say.
    """
    groups = group(worth_grouping(mention.claim, candidates, settings), settings)
    place = {record: at for at, records in enumerate(groups) for record in records}
    match = decide(mention, candidates, lambda record: place.get(record, -1), asked=asked, settings=settings)
    work = groups[place[match.best.record]] if match.best and match.best.record in place else ()
    if match.best is not None:
        match = replace(match, asked=tuple(name for name in match.asked if name not in doubted))
    records = tuple(candidate.record for candidate in candidates)
    return flagged(match, work, records, settings, listed), work


def flagged(
    match: Match,
    work: tuple[Record, ...],
    records: tuple[Record, ...],
    settings: Settings,
    listed: tuple[Listing, ...] = (),
) -> Match:
    """Return a match with the flags that the rules raise; `work` are the records of the work that it means."""
    found = by_identifier(match.mention.claim, records)
    context = Context(work, (), found, records, settings, cited=True, listed=listed)
    return replace(match, flags=raise_flags(match, context))


def _unless_silent(match: Match, doubts: Mapping[str, Gap], listed: tuple[Listing, ...]) -> Match:
    """Return the judgement without what it concludes from the silence of a catalogue that has only a part.

    `doubts` say of which source. What a source says by its silence that has the whole of a venue stays.
    """
    unknown = match.status is Status.NOT_FOUND and (doubts or not match.asked)
    if not doubts and not unknown:
        return match
    flags = tuple(flag for flag in match.flags if flag.code not in _OF_SILENCE)
    if not unknown:
        return replace(match, flags=flags)
    asked = tuple(source for source in match.asked if source not in doubts)
    silent = replace(match, status=Status.NOT_CHECKED, flags=flags, asked=asked, gaps=tuple(doubts.values()))
    told = (flag for flag in raise_flags(silent, Context(cited=True, listed=listed)) if flag.code in _OF_SILENCE)
    return replace(silent, flags=(*flags, *told))


def mention_of(item: Item) -> Mention:
    """Return the mention that an entry is, as a run reads it."""
    text = readable(dict(reversed(item.fields)))
    fields = item.fields if item.type else ((ENTRY_TYPE, "misc"), *item.fields)
    mention = parse(Entry(item.document, item.line, item.last, item.text, text or item.key, fields=fields))
    return replace(mention, malformed=())  # told by the rule of how identifiers are spelled


def checked(item: Item, match: Match, this_year: int, work: Sequence[Record] = ()) -> Checked:
    """Return what a match and the rules without sources say of an entry; `work` are the records of its work."""
    best = match.best
    own = flags_of(item, match.mention, this_year, best.record.author if best else ())
    theirs = tuple(flag for flag in match.flags if flag.code not in _OF_SEVERAL)
    return Checked(
        item.document,
        item.key,
        item.line,
        match.status,
        match.probability,
        best.record if best else None,
        sorted_flags((*theirs, *flags_against(item, match, work), *own)),
        best.comparison.evidence if best else (),
        match.gaps,
    )


def sorted_flags(flags: Iterable[Flag]) -> tuple[Flag, ...]:
    """Return flags without repeats, errors first."""
    order = list(Severity)
    return tuple(sorted(dict.fromkeys(flags), key=lambda flag: order.index(flag.severity)))
