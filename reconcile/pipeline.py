"""The verbs in order: read, extract, parse, gather, weigh, group, decide, merge, flag."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from reconcile.authors import compare_authors
from reconcile.compare import is_preprint
from reconcile.decide import decide, weigh
from reconcile.documents import read
from reconcile.documents.block import Document
from reconcile.extract import extract
from reconcile.flags import Context, raise_flags
from reconcile.gather import Found, gather
from reconcile.mention import Candidate, Flag, Match, Mention, Status, Track, Work
from reconcile.merge import make_key, merge
from reconcile.parse import parse
from reconcile.result import Result
from reconcile.settings import DEFAULT, Settings
from reconcile.setup import SOURCES, make_sources
from reconcile.titles import Relation, compare_titles
from reconcile.works import group, same_versions
from sources.polite import Manners
from sources.record import Name, Record
from sources.source import Source
from sources.store import DiskStore
from sources.text import content_words

# Flags that every mention of a work would repeat in its own words.
_SAID_ONCE = frozenset({"venue-conflict", "duplicate", "record-suspect"})

# The request in a reason such as "not on a cassette: GET https://…", without which reasons are counted.
_ADDRESS = re.compile(r": (?:GET|POST) [^\s)]*")

Step = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Progress:
    """What a caller may be told while a run goes on: how many questions there will be, and each one as it is put."""

    begin: Callable[[int], None] = lambda _total: None
    step: Step = lambda _source: None


def run(
    paths: str | Path | Iterable[str | Path],
    *,
    sources: Sequence[Source] | None = None,
    settings: Settings = DEFAULT,
    progress: Progress | None = None,
) -> Result:
    """Read documents (files, folders), and return what their publication strings mean.

    Without `sources`, all that `reconcile.setup.SOURCES` names are asked live, and their answers are kept in the
    user's cache. Raises `reconcile.documents.Unreadable` where a path cannot be read at all. A source that does not
    answer is no error: its silence stands in the result as gaps.
    """
    every = [paths] if isinstance(paths, str | Path) else paths
    documents = read_all(every)
    asked = make_sources(SOURCES, Manners(), DiskStore()) if sources is None else sources
    return judge(documents, sources=asked, settings=settings, progress=progress)


def read_all(paths: Iterable[str | Path]) -> list[Document]:
    """Read files and folders, each once. Documents that have one name are told apart by their paths.

    Raises `reconcile.documents.Unreadable`.
    """
    once = {Path(path).resolve(): Path(path) for path in reversed(list(paths))}
    found = [(path, document) for path in reversed(once.values()) for document in read(path)]
    names = Counter(document.name for _, document in found)
    return [document if names[document.name] == 1 else _with_path(path, document) for path, document in found]


def _with_path(path: Path, document: Document) -> Document:
    return replace(document, name=str(path / document.name) if path.is_dir() else str(path))


def judge(
    documents: Sequence[Document],
    *,
    sources: Sequence[Source],
    settings: Settings = DEFAULT,
    progress: Progress | None = None,
) -> Result:
    """Return what the publication strings of documents mean that were read already."""
    mentions = [parse(entry) for document in documents for entry in extract(document)]
    tell = progress or Progress()
    tell.begin(len(sources) * sum(not mention.reason for mention in mentions))
    found = gather(mentions, sources, tell.step)
    found = _follow_up(mentions, found, sources, settings)
    matches, works = reconcile_mentions(mentions, found, settings)
    complaints = tuple(said for document in documents for said in document.complaints)
    return Result(
        documents=tuple(document.name for document in documents),
        matches=matches,
        works=works,
        complaints=complaints,
        log=_log(matches, works, found, sources, settings),
    )


def _follow_up(
    mentions: Sequence[Mention], found: Sequence[Found], sources: Sequence[Source], settings: Settings
) -> tuple[Found, ...]:
    """Ask once more for preprints whose record has another title than the claim: they may have appeared under it."""
    again: dict[int, Mention] = {}
    for at, (mention, answer) in enumerate(zip(mentions, found, strict=True)):
        best = next(iter(weigh(mention, answer.records, settings)), None)
        if best is None or best.probability < settings.possible or not is_preprint(best.record):
            continue
        record = best.record
        if record.title and compare_titles(record.title, mention.claim.title or "?").relation is not Relation.SAME:
            again[at] = replace(
                mention, claim=replace(mention.claim, title=record.title, author=record.author, identifiers=())
            )
    if not again:
        return tuple(found)
    answers = dict(zip(again, gather(list(again.values()), sources), strict=True))
    return tuple(_joined(first, answers[at]) if at in answers else first for at, first in enumerate(found))


def _joined(first: Found, second: Found) -> Found:
    return Found(
        tuple(dict.fromkeys(first.records + second.records)),
        tuple(dict.fromkeys(first.asked + second.asked)),
        tuple(dict.fromkeys(first.gaps + second.gaps)),
        tuple(dict.fromkeys(first.unread + second.unread)),
    )


def reconcile_mentions(
    mentions: Sequence[Mention], found: Sequence[Found], settings: Settings = DEFAULT
) -> tuple[tuple[Match, ...], tuple[Work, ...]]:
    """Judge mentions from what was found for them; return their matches, in order, and the works, by key."""
    candidates = [weigh(mention, answer.records, settings) for mention, answer in zip(mentions, found, strict=True)]
    groups = group(_pool(mentions, candidates, settings), settings)
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
        known = replace(match, work=work.key if work else "")
        flagged.append(
            replace(
                known, flags=raise_flags(match, _context(match, answer, work, voices.get(known.work, ()), settings))
            )
        )
    return tuple(flagged), tuple(replace(work, flags=_flags_of(work, flagged)) for work in works)


def _pool(mentions: Sequence[Mention], candidates: Sequence[Sequence[Candidate]], settings: Settings) -> list[Record]:
    """The records worth grouping: likely ones, those of identifiers in the strings, and versions of likely ones."""
    pool: dict[Record, None] = {}
    for mention, own in zip(mentions, candidates, strict=True):
        likely = [candidate.record for candidate in own if candidate.probability >= settings.possible]
        wanted = set(mention.claim.identifiers)
        named = [candidate.record for candidate in own if wanted & set(candidate.record.identifiers)]
        versions = [
            candidate.record
            for candidate in own
            if any(_versions(record, candidate.record, settings) for record in likely)
        ]
        pool.update(dict.fromkeys([*likely, *named, *versions]))
    return list(pool)


def _versions(left: Record, right: Record, settings: Settings) -> bool:
    """Say whether one of two records is a preprint of the other."""
    if is_preprint(left) is is_preprint(right):
        return False
    preprint, published = (left, right) if is_preprint(left) else (right, left)
    return same_versions(preprint, published, settings) is not None


def _works(
    matches: Sequence[Match], groups: Sequence[tuple[Record, ...]], place: Mapping[Record, int]
) -> tuple[Work, ...]:
    """Make the works that are meant by some mention; a mention without a record stands for itself."""
    meant: dict[int, list[int]] = defaultdict(list)
    alone = []
    for at, match in enumerate(matches):
        if match.best is not None:
            meant[place[match.best.record]].append(at)
        elif match.status is not Status.SKIPPED:
            alone.append(at)
    rows = [_described(groups[at], [matches[place] for place in places], tuple(places)) for at, places in meant.items()]
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


def _context(match: Match, answer: Found, work: Work | None, voices: tuple[Match, ...], settings: Settings) -> Context:
    held = tuple(
        (identifier, tuple(record for record in answer.records if identifier in record.identifiers))
        for identifier in match.mention.claim.identifiers
    )
    return Context(work.records if work and match.best else (), voices, held, settings)


def _flags_of(work: Work, matches: Sequence[Match]) -> tuple[Flag, ...]:
    """The flags of a work's mentions; what several mentions say of each other or of the records is said once."""
    flags: dict[tuple[str, str], Flag] = {}
    for at in work.mentions:
        for flag in matches[at].flags:
            flags.setdefault((flag.code, "" if flag.code in _SAID_ONCE else flag.says), flag)
    return tuple(flags.values())


def _log(
    matches: Sequence[Match],
    works: Sequence[Work],
    found: Sequence[Found],
    sources: Sequence[Source],
    settings: Settings,
) -> dict[str, Any]:
    """What goes into run.json, without versions and times, which are not the pipeline's to know."""
    asked = Counter(name for answer in found for name in answer.asked)
    gaps = Counter((gap.source, _ADDRESS.sub("", gap.reason)) for answer in found for gap in answer.gaps)
    examples = {(gap.source, _ADDRESS.sub("", gap.reason)): gap.reason for answer in found for gap in answer.gaps}
    return {
        "settings": asdict(settings),
        "sources": {
            source.name: {
                "mentions_asked": asked[source.name],
                "not_answered": [
                    {"reason": reason, "times": times, "example": examples[name, reason]}
                    for (name, reason), times in sorted(gaps.items())
                    if name == source.name
                ],
                "unread": sorted({said for answer in found for said in answer.unread if said.startswith(source.name)}),
            }
            for source in sources
        },
        "counts": {
            "mentions": len(matches),
            "works": len(works),
            "status": dict(sorted(Counter(str(match.status) for match in matches).items())),
            "flags": dict(sorted(Counter(flag.code for match in matches for flag in match.flags).items())),
            "severity": dict(sorted(Counter(str(flag.severity) for match in matches for flag in match.flags).items())),
        },
    }
