"""What a run says of itself in `run.json`, without versions and times, which are not the pipeline's to know."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from typing import Any

from reconcile.gather import Found, holdings, is_local
from reconcile.mention import Gap, Match, Work
from reconcile.settings import Settings
from reconcile.tables.rows import summary
from sources.source import Source

# The request in a reason such as "not on a cassette: GET https://…", without which reasons are counted.
_ADDRESS = re.compile(r": (?:GET|POST) [^\s)]*")


def log_of(
    matches: Sequence[Match],
    works: Sequence[Work],
    found: Sequence[Found],
    sources: Sequence[Source],
    settings: Settings,
) -> dict[str, Any]:
    """Return the settings, what each source was asked and did not answer, and the counts of a run.

    Severities are counted as everywhere: what several flags say of one claim's venue is one fault. What a person put
    aside is counted where there is some, and apart from the flags.
    """
    aside = Counter(each.flag.code for match in matches for each in match.put_aside)
    return {
        "settings": _plain(settings),
        "sources": {source.name: _row(source, found) for source in sources},
        "counts": {
            "mentions": len(matches),
            "works": len(works),
            "status": dict(sorted(Counter(str(match.status) for match in matches).items())),
            "flags": dict(sorted(Counter(flag.code for match in matches for flag in match.flags).items())),
            "severity": {str(severity): count for severity, count in sorted(summary(matches).severities) if count},
            **({"put_aside": dict(sorted(aside.items()))} if aside else {}),
        },
    }


def _plain(value: object) -> Any:
    """Return a value as JSON has it: dataclasses and tables as objects."""
    if is_dataclass(value):
        return {each.name: _plain(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): _plain(each) for key, each in value.items()}
    return value


def _row(source: Source, found: Sequence[Found]) -> dict[str, Any]:
    """What one source was asked, and what it left unanswered, by reason; of a catalogue also what it holds."""
    gaps = [gap for answer in found for gap in answer.gaps if gap.source == source.name]
    row: dict[str, Any] = {
        "mentions_asked": sum(source.name in answer.by for answer in found),
        "not_answered": _reasons(gaps),
        "unread": sorted({said for answer in found for said in answer.unread if said.startswith(source.name)}),
    }
    notices: tuple[str, ...] = getattr(source, "notices", ())
    if notices:
        row["set_aside"] = list(notices)
    spared = [gap for answer in found for gap in answer.spared if gap.source == source.name]
    if spared:
        row["answered_by_catalog"] = _reasons(spared)
    if is_local(source):
        row["holds"] = {
            held.source: {"records": held.records, "whole_until": held.whole_until} for held in holdings(source)
        }
        row["mentions_settled"] = sum(answer.settled for answer in found)
    return row


def _reasons(gaps: Sequence[Gap]) -> list[dict[str, Any]]:
    """Return each reason with how often it was given and one example, in the order of the alphabet."""
    times = Counter(_ADDRESS.sub("", gap.reason) for gap in gaps)
    examples = {_ADDRESS.sub("", gap.reason): gap.reason for gap in gaps}
    return [{"reason": reason, "times": count, "example": examples[reason]} for reason, count in sorted(times.items())]
