"""A result as JSON lines, for machines: `mention_line` and `work_line` are the two shapes that are promised."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from reconcile.mention import Candidate, Flag, Match, Mention, Severity, Status, Work
from sources.record import Identifier, Record, Scheme

Line = dict[str, Any]

FOUND = (Status.MATCHED, Status.POSSIBLE)


@dataclass(frozen=True, slots=True)
class Summary:
    """How many mentions have each status, and how many flags each severity and code, the gravest first."""

    mentions: int
    statuses: tuple[tuple[Status, int], ...]
    severities: tuple[tuple[Severity, int], ...]
    flags: tuple[tuple[str, Severity, int], ...]


def summary(matches: Iterable[Match]) -> Summary:
    """Count matches by status and their flags by severity and code; statuses and severities that have none count 0.

    What several rules say of one claim's venue is one fact, and counts once among the severities.
    """
    every = tuple(matches)
    statuses = Counter(match.status for match in every)
    flags = [flag for match in every for flag in match.flags]
    severities = Counter(severity for match in every for severity in _facts(match))
    codes = Counter((flag.code, flag.severity) for flag in flags)
    order = list(Severity)
    ranked = sorted(codes.items(), key=lambda row: (order.index(row[0][1]), -row[1], row[0][0]))
    return Summary(
        mentions=len(every),
        statuses=tuple((status, statuses[status]) for status in Status),
        severities=tuple((severity, severities[severity]) for severity in Severity),
        flags=tuple((code, severity, count) for (code, severity), count in ranked),
    )


_OF_VENUES = frozenset({"venue-conflict", "venue-mismatch", "track-mismatch"})


def _facts(match: Match) -> list[Severity]:
    """Return the severity of each fault that the flags tell of, however many rules tell of a venue's."""
    others = [flag.severity for flag in match.flags if flag.code not in _OF_VENUES]
    return [*others, *{flag.severity for flag in match.flags if flag.code in _OF_VENUES}]


def mention_line(match: Match) -> Line:
    """Return a match as a line of `mentions.jsonl`. Only a sure or possible match has a record.

    `put_aside` is there only where a person put flags aside.
    """
    mention = match.mention
    best = match.best if match.status in FOUND else None
    aside = [{**_flag(each.flag), "row": each.row} for each in match.put_aside]
    return {
        "document": mention.document,
        "lines": [mention.first, mention.last],
        "text": mention.text,
        "kind": str(mention.kind),
        "parsed": {
            "title": mention.claim.title,
            "authors": [str(name) for name in mention.claim.author],
            "venue": venue_claimed(mention),
            "year": mention.claim.year,
            "identifiers": _grouped(mention.claim.identifiers),
        },
        "status": str(match.status),
        "probability": rounded(match.probability),
        "work": match.work,
        "record": record_line(best.record) if best else None,
        "evidence": _evidence(best),
        "runner_up": _runner_up(match.runner_up),
        "flags": list(map(_flag, match.flags)),
        **({"put_aside": aside} if aside else {}),
    }


def record_line(record: Record) -> Line:
    """Return a record as an object; `identifiers` maps each scheme to its first value."""
    identifiers: Line = {}
    for identifier in record.identifiers:
        identifiers.setdefault(identifier.scheme.value, identifier.value)
    return {
        "source": record.source,
        "key": record.key,
        "title": record.title,
        "authors": [str(name) for name in record.author],
        "container_title": record.container_title,
        "year": record.year,
        "doi": identifiers.get(Scheme.DOI.value, ""),
        "type": record.type.value,
        "volume": record.volume,
        "issue": record.issue,
        "page": record.page,
        "publisher": record.publisher,
        "url": record.urls[0] if record.urls else "",
        "identifiers": identifiers,
    }


def work_line(work: Work) -> Line:
    """Return a work as a line of `works.jsonl`; `mentions` are line numbers of `mentions.jsonl`, from 0."""
    return {
        "key": work.key,
        "status": str(work.status),
        "record": record_line(work.record),
        "provenance": dict(work.provenance),
        "records": [record_line(record) for record in work.records],
        "mentions": list(work.mentions),
        "flags": list(map(_flag, work.flags)),
    }


def mentions_jsonl(matches: Iterable[Match]) -> str:
    """Return `mentions.jsonl`: a line a mention, in document order."""
    return _jsonl(mention_line(match) for match in matches)


def works_jsonl(works: Iterable[Work]) -> str:
    """Return `works.jsonl`: a line a work, by key."""
    return _jsonl(work_line(work) for work in works)


def venue_claimed(mention: Mention) -> str:
    """Return the venue as the mention writes it; several are parted by semicolons.

    The claim's container title comes first where it has one; venues that were understood stand in for it.
    """
    return mention.claim.container_title or "; ".join(
        dict.fromkeys(venue.name for venue in mention.venues if venue.name)
    )


def _evidence(candidate: Candidate | None) -> list[Line]:
    return [
        {
            "field": piece.field,
            "level": str(piece.level),
            "weight": rounded(piece.weight),
            "left": piece.left,
            "right": piece.right,
            "says": piece.says,
        }
        for piece in (candidate.comparison.evidence if candidate else ())
    ]


def _runner_up(candidate: Candidate | None) -> Line | None:
    if candidate is None:
        return None
    return {
        **record_line(candidate.record),
        "probability": rounded(candidate.probability),
        "evidence": _evidence(candidate),
    }


def _flag(flag: Flag) -> Line:
    return {"code": flag.code, "severity": str(flag.severity), "says": flag.says}


def _grouped(identifiers: Iterable[Identifier]) -> dict[str, str | list[str]]:
    """Return identifiers by scheme: the value, or a list where there are several."""
    found: dict[str, list[str]] = {}
    for identifier in identifiers:
        found.setdefault(str(identifier.scheme), []).append(identifier.value)
    return {scheme: values[0] if len(values) == 1 else values for scheme, values in found.items()}


def rounded(number: float) -> float:
    """Return a number as far as it means something, so that the last bits of a sum do not show."""
    return round(number, 4)


# What JSON leaves as it is though a reader may take it for the end of a line; and lone surrogates, which no file holds.
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def _jsonl(lines: Iterable[Line]) -> str:
    return escaped("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines))


def escaped(text: str) -> str:
    """Return JSON with what a file or a reader of lines could not take written as an escape."""
    return _ESCAPED.sub(lambda char: f"\\u{ord(char[0]):04x}", text)
