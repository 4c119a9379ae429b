"""From mentions and what was found for them to matches and works: weigh, group, decide, merge, flag."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from reconcile.authors import compare_authors
from reconcile.decide import decide, other_publication_of
from reconcile.flags import Context, by_identifier, raise_flags
from reconcile.gather import Found
from reconcile.mention import Flag, Match, Mention, Severity, Status, Track, Work
from reconcile.merge import make_key, merge
from reconcile.pipeline.scales import Scales
from reconcile.settings import DEFAULT, Settings
from reconcile.works import group, worth_grouping
from sources.record import Name, Record
from sources.text import content_words

# Flags that every mention of a work would repeat in its own words.
_SAID_ONCE = frozenset({"venue-conflict", "duplicate", "record-suspect"})


def reconcile_mentions(
    mentions: Sequence[Mention],
    found: Sequence[Found],
    settings: Settings = DEFAULT,
    scales: Scales | None = None,
) -> tuple[tuple[Match, ...], tuple[Work, ...]]:
    """Judge mentions from what was found for them; return their matches, in order, and the works, by key.

    `scales` are those of the same settings that weighed some of it already.
    """
    scales = scales or Scales(settings)
    candidates = [scales.weigh(mention, answer.records) for mention, answer in zip(mentions, found, strict=True)]
    pool = (worth_grouping(mention.claim, own, settings) for mention, own in zip(mentions, candidates, strict=True))
    groups = group(chain.from_iterable(pool), settings)
    place = {record: at for at, records in enumerate(groups) for record in records}
    matches = [
        decide(
            mention, own, lambda record: place.get(record, -1), asked=answer.asked, gaps=answer.gaps, settings=settings
        )
        for mention, own, answer in zip(mentions, candidates, found, strict=True)
    ]
    works = _works(matches, groups, place)
    work_at = {at: work for work in works for at in work.mentions}
    voices = {work.key: _voices(work, matches) for work in works}
    flagged = []
    for at, (match, answer) in enumerate(zip(matches, found, strict=True)):
        work = work_at.get(at)
        known = replace(match, work=work.key if work else "", by=answer.by)
        flags = raise_flags(match, _context(match, answer, work, voices.get(known.work, ()), scales))
        flagged.append(scales.decisions.put_aside(replace(known, flags=flags)))
    return tuple(flagged), tuple(replace(work, flags=_flags_of(work, flagged)) for work in works)


def _works(
    matches: Sequence[Match], groups: Sequence[tuple[Record, ...]], place: Mapping[Record, int]
) -> tuple[Work, ...]:
    """Make the works that are meant by some mention; a mention without a record stands for itself.

    So does what may be a journal's version of a conference's record, or the reverse: it is another work than those of
    the record, and whoever lists both must find both.
    """
    meant: dict[tuple[int, bool], list[int]] = defaultdict(list)
    alone = []
    for at, match in enumerate(matches):
        if match.best is not None:
            meant[place[match.best.record], _may_be_another(match)].append(at)
        elif match.status is not Status.SKIPPED:
            alone.append(at)
    rows = [
        _described(groups[at], [matches[place] for place in places], tuple(places)) for (at, _), places in meant.items()
    ]
    rows += [
        _described((), [matches[place] for place in places], places) for places in _claimed_together(matches, alone)
    ]
    described = sorted(rows, key=lambda row: _order(row[0][0]))
    works: list[Work] = []
    taken: set[str] = set()
    for (record, provenance), records, places in described:
        key = make_key(record, taken)
        taken.add(key)
        status = min((matches[at].status for at in places), key=list(Status).index)
        works.append(Work(key, record, records, provenance, places, status=status))
    return tuple(works)


def _may_be_another(match: Match) -> bool:
    """Say whether a mention was found only as what may be the other version of it, a conference's or a journal's."""
    best = match.best if match.status is Status.POSSIBLE else None
    return best is not None and bool(other_publication_of(match.mention, best.record))


def _described(
    records: tuple[Record, ...], meant: Sequence[Match], places: tuple[int, ...]
) -> tuple[tuple[Record, tuple[tuple[str, str], ...]], tuple[Record, ...], tuple[int, ...]]:
    """Return the description of a work, its records, and where it is mentioned.

    A work of which no mention is sure is described as it was claimed: a record that is only possible may be
    somebody else's.
    """
    claims = [_titled(match.mention) for match in meant]
    if any(match.status is Status.MATCHED for match in meant):
        return merge(records, claims), records, places
    return merge(claims), records or tuple(claims), places


def _titled(mention: Mention) -> Record:
    """Return a mention's claim; what has no title that could be read is called by its text."""
    claim = mention.claim
    return claim if claim.title else replace(claim, title=" ".join(mention.reading.split())[:200])


def _order(record: Record) -> tuple[str, ...]:
    """An order of works that depends on nothing but what they are."""
    first = str(record.author[0]) if record.author else ""
    return (make_key(record), record.title, first, record.container_title, record.source, record.key)


def _claimed_together(matches: Sequence[Match], alone: Sequence[int]) -> list[tuple[int, ...]]:
    """Group mentions without a record that claim one title by the same people; a journal article stays apart."""
    blocks: dict[tuple[str, bool], list[_Claimants]] = defaultdict(list)
    for at in sorted(alone, key=lambda at: (str(matches[at].mention.claim), at)):
        mention = matches[at].mention
        journal = any(venue.track is Track.JOURNAL for venue in mention.venues)
        groups = blocks["".join(content_words(_titled(mention).title)), journal]
        author = mention.claim.author
        home = next((group for group in groups if all(_same_people(author, other) for other in group.lists)), None)
        if home is None:
            home = _Claimants()
            groups.append(home)
        home.places.append(at)
        home.lists[author] = None
    return [tuple(sorted(group.places)) for groups in blocks.values() for group in groups]


@dataclass(slots=True)
class _Claimants:
    """Mentions taken for one work so far: their places, and the different lists of authors that they give."""

    places: list[int] = field(default_factory=list)
    lists: dict[tuple[Name, ...], None] = field(default_factory=dict)


def _same_people(left: tuple[Name, ...], right: tuple[Name, ...]) -> bool:
    return not (left and right) or bool(compare_authors(left, right).pairs)


def _voices(work: Work, matches: Sequence[Match]) -> tuple[Match, ...]:
    """Return the first match of each different claim of a work, in document order."""
    first: dict[object, Match] = {}
    for at in work.mentions:
        mention = matches[at].mention
        first.setdefault((mention.kind, mention.venues), matches[at])
    return tuple(first.values())


def _context(match: Match, answer: Found, work: Work | None, voices: tuple[Match, ...], scales: Scales) -> Context:
    found = by_identifier(match.mention.claim, answer.records)
    records = work.records if work and match.best else ()
    return Context(
        records, voices, found, answer.records, scales.settings, persons=scales.persons, listed=answer.listed
    )


def _flags_of(work: Work, matches: Sequence[Match]) -> tuple[Flag, ...]:
    """The flags of a work's mentions; what several mentions say of each other or of the records is said once, gravest.

    That it is listed again is a matter of the lists, and nothing to say of the work.
    """
    flags: dict[tuple[str, str], Flag] = {}
    order = list(Severity)
    for at in work.mentions:
        for flag in matches[at].flags:
            if flag.code == "duplicate":
                continue
            key = (flag.code, "" if flag.code in _SAID_ONCE else flag.says)
            if key not in flags or order.index(flag.severity) < order.index(flags[key].severity):
                flags[key] = flag
    return tuple(flags.values())
