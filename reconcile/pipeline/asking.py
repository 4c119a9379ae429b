"""The order of asking: the catalogue first, and the live sources for what it leaves open.

A mention is settled by the catalogue where the judgement upon its records alone is sure and nothing that could be
held against the claim rests on what the catalogue lacks. Everything else is asked of the live sources too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from reconcile.gather import Asking, Found, could_know, doubt, gather, holdings, is_local, joined, listings
from reconcile.mention import Gap, Match, Mention, Severity, Status, Work
from reconcile.pipeline.judgement import reconcile_mentions
from reconcile.pipeline.scales import Scales
from reconcile.records import is_preprint
from reconcile.settings import Settings
from reconcile.titles import Relation, compare_titles
from sources.record import Record
from sources.source import Source
from sources.text import content_words

_SILENT = Asking()

# Flags, beside the errors, that say what no record shows: another source may have the record that shows it.
_REST_ON_ABSENCE = frozenset({"venue-mismatch", "year-mismatch", "non-archival"})

# Of the records that a catalogue finds by words, so many are weighed whatever their title is (it may be misspelt);
# others where they share that part of the words of the shorter title. To weigh one takes a hundred times as long.
_FIRST, _SHARED = 4, 0.4


def ask_sources(
    mentions: Sequence[Mention],
    sources: Sequence[Source],
    settings: Settings,
    asking: Asking = _SILENT,
    scales: Scales | None = None,
) -> tuple[Found, ...]:
    """Ask the catalogues that stand first, then the others for the mentions left open; what they found, by mention.

    Where no catalogue stands first, all are asked side by side for everything. `scales` are those that weigh the
    answers after that.
    """
    scales = scales or Scales(settings)
    first = tuple(takewhile(is_local, sources))
    if not first:
        return _asked(mentions, sources, scales, asking)
    found = _asked(mentions, first, scales, asking)
    open_ones = _left_open(mentions, found, scales)
    rest = sources[len(first) :]
    for source in rest:
        for at, mention in enumerate(mentions):
            if at not in open_ones and not mention.reason:
                asking.step(source.name)
    more = dict(zip(open_ones, _asked([mentions[at] for at in open_ones], rest, scales, asking), strict=True))
    return tuple(
        _vouched(mention, joined(answer, more[at]), first)
        if at in more
        else replace(answer, asked=_speakers(mention, first), settled=not mention.reason)
        for at, (mention, answer) in enumerate(zip(mentions, found, strict=True))
    )


def _left_open(mentions: Sequence[Mention], found: Sequence[Found], scales: Scales) -> list[int]:
    """Return the places of the mentions that the records found so far do not settle."""
    matches, works = reconcile_mentions(mentions, found, scales.settings, scales)
    works_by_key = {work.key: work for work in works}
    return [
        at
        for at, (match, answer) in enumerate(zip(matches, found, strict=True))
        if not match.mention.reason and not _settled(match, answer, works_by_key.get(match.work))
    ]


def _settled(match: Match, answer: Found, work: Work | None) -> bool:
    """Say whether a judgement would stand whatever other sources have.

    It would not where only a preprint was found, which may have appeared since; where an identifier in the string
    is unknown so far; and where a flag says that the claim is wrong.
    """
    if match.status is not Status.MATCHED or answer.gaps or work is None or all(map(is_preprint, work.records)):
        return False
    known = {identifier for record in answer.records for identifier in record.own_identifiers}
    if not known.issuperset(match.mention.claim.own_identifiers):
        return False
    return not any(flag.severity is Severity.ERROR or flag.code in _REST_ON_ABSENCE for flag in match.flags)


def _speakers(mention: Mention, catalogs: Sequence[Source]) -> tuple[str, ...]:
    """Return the sources whose dumps the catalogues hold and that could know the work."""
    held = [part.source for catalog in catalogs for part in holdings(catalog)]
    return tuple(dict.fromkeys(name for name in held if could_know(name, mention)))


def _vouched(mention: Mention, answer: Found, catalogs: Sequence[Source]) -> Found:
    """Return an answer with what the silence of the catalogues' dumps is worth.

    A dump that reaches far enough has answered for its source, so that the source's own failure is no gap; one that
    does not is a gap, unless the source itself answered.
    """
    silent = [
        (catalog, held, doubt(held, mention))
        for catalog in catalogs
        for held in holdings(catalog)
        if catalog.name in answer.by and could_know(held.source, mention)
    ]
    spoken_for = {held.source for _, held, reason in silent if not reason}
    known = spoken_for.union(answer.asked)
    short = [
        Gap(catalog.name, f"search {held.source}", reason)
        for catalog, held, reason in silent
        if held.source not in known
    ]
    return replace(
        answer,
        asked=(*answer.asked, *sorted(spoken_for.difference(answer.asked))),
        gaps=(*(gap for gap in answer.gaps if gap.source not in spoken_for), *short),
        spared=tuple(gap for gap in answer.gaps if gap.source in spoken_for),
        listed=next((found for catalog in catalogs if (found := listings(catalog, mention))), ()),
    )


def _asked(mentions: Sequence[Mention], sources: Sequence[Source], scales: Scales, asking: Asking) -> tuple[Found, ...]:
    found = _gathered(mentions, sources, asking)
    again = _to_follow(mentions, found, scales)
    if not again:
        return found
    answers = dict(zip(again, _gathered(list(again.values()), sources, _unsaid(asking)), strict=True))
    return tuple(joined(first, answers[at]) if at in answers else first for at, first in enumerate(found))


def _unsaid(asking: Asking) -> Asking:
    """Return the same way of asking, where nobody is told: what is asked once more was told already."""
    return Asking(asking.workers, asking.stop, sleep=asking.sleep)


def _gathered(mentions: Sequence[Mention], sources: Sequence[Source], asking: Asking) -> tuple[Found, ...]:
    found = gather(mentions, sources, asking)
    if not all(map(is_local, sources)):
        return found
    return tuple(
        replace(answer, records=_near(mention, answer.records)) for mention, answer in zip(mentions, found, strict=True)
    )


def _near(mention: Mention, records: Sequence[Record]) -> tuple[Record, ...]:
    """Return the records with an identifier of the mention, the first few others, and those that share title words."""
    identifiers = set(mention.claim.own_identifiers)
    named = [record for record in records if not identifiers.isdisjoint(record.own_identifiers)]
    others = [record for record in records if identifiers.isdisjoint(record.own_identifiers)]
    wanted = set(content_words(mention.claim.title or mention.reading))
    alike = [record for record in others[_FIRST:] if _share(wanted, set(content_words(record.title))) >= _SHARED]
    return (*named, *others[:_FIRST], *alike)


def _share(left: set[str], right: set[str]) -> float:
    """Return the part of the smaller set that is in both."""
    return len(left & right) / max(1, min(len(left), len(right)))


def _to_follow(mentions: Sequence[Mention], found: Sequence[Found], scales: Scales) -> dict[int, Mention]:
    """Return, by place, what to ask once more: a preprint whose title is not the claim's may have appeared under it."""
    again: dict[int, Mention] = {}
    for at, (mention, answer) in enumerate(zip(mentions, found, strict=True)):
        best = next(iter(scales.weigh(mention, answer.records)), None)
        if best is None or best.probability < scales.settings.possible or not is_preprint(best.record):
            continue
        record = best.record
        if record.title and compare_titles(record.title, mention.claim.title or "?").relation is not Relation.SAME:
            again[at] = replace(
                mention, claim=replace(mention.claim, title=record.title, author=record.author, identifiers=())
            )
    return again
