"""What was found out about entries, written down: a line of JSON an entry, lines for a person, SARIF for a forge."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from reconcile.bulk.judging import encoded
from reconcile.checking.across import place
from reconcile.checking.item import Checked
from reconcile.mention import Evidence, Flag, Severity, Status
from reconcile.tables.rows import record_line

Line = dict[str, Any]

_DIGITS = 4  # of numbers, so that the last bits of a sum do not show
_KEYS = 20  # keys of entries that nobody verified that the report names, by status
_UNASKED = (Status.NOT_CHECKED, Status.SKIPPED)
_REASONS = 3  # reasons for entries that were not checked that the report names
# https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/sarif-v2.1.0-os.html#_Toc34317648 (level)
_LEVELS: Mapping[Severity, str] = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def line_of(checked: Checked) -> Line:
    """Return an entry as an object."""
    return {
        "key": checked.key,
        "document": checked.document,
        "line": checked.line,
        "status": checked.status.value,
        "probability": round(checked.probability, _DIGITS),
        "record": record_line(checked.record) if checked.record else None,
        "flags": [{"code": flag.code, "severity": flag.severity.value, "says": flag.says} for flag in checked.flags],
        "evidence": [_evidence(piece) for piece in checked.evidence],
        "reason": reason_of(checked),
    }


def _evidence(piece: Evidence) -> Line:
    return {
        "field": piece.field,
        "level": piece.level.value,
        "weight": round(piece.weight, _DIGITS),
        "left": piece.left,
        "right": piece.right,
        "says": piece.says,
    }


def reason_of(checked: Checked) -> str:
    """Return why an entry was not checked, by source; empty where there is nothing to say."""
    if checked.gaps:
        return "; ".join(dict.fromkeys(f"{gap.source}: {gap.reason}" for gap in checked.gaps))
    return "no source was asked" if checked.status is Status.NOT_CHECKED else ""


def json_lines(every: Iterable[Checked]) -> bytes:
    """Return a line of JSON an entry, in order."""
    return b"".join(encoded(line_of(checked)) for checked in every if checked.is_entry)


def report(every: Sequence[Checked]) -> Iterator[str]:
    """Yield the lines of the report: the flags by severity, each with file and line, and the counts."""
    for severity in Severity:
        rows = [(checked, flag) for checked in every for flag in checked.flags if flag.severity is severity]
        if rows:
            yield f"{severity.value}: {len(rows):,}"
            yield from (f"  {place(checked)}: {checked.key}: {flag.code}: {flag.says}" for checked, flag in rows)
    yield from _unchecked(every)
    yield from _unverified(every)
    yield _counted(every)


def _unchecked(every: Iterable[Checked]) -> Iterator[str]:
    yield from unchecked(Counter(reason_of(checked) for checked in every if checked.status is Status.NOT_CHECKED))


def unchecked(reasons: Counter[str]) -> Iterator[str]:
    """Yield the lines that say why entries were not checked; `reasons` counts the entries of each."""
    for reason, count in reasons.most_common(_REASONS):
        yield f"not checked: {count:,}: {reason}"
    if len(reasons) > _REASONS:
        yield f"not checked: {sum(reasons.values()):,} in all, for {len(reasons):,} reasons"


def _unverified(every: Sequence[Checked]) -> Iterator[str]:
    """Yield the keys of the entries that nobody verified, by status; none where nobody was asked at all."""
    if not any(checked.gaps or checked.status not in _UNASKED for checked in every if checked.is_entry):
        return
    for status in (Status.NOT_FOUND, Status.NOT_CHECKED):
        keys = [checked.key or place(checked) for checked in every if checked.is_entry and checked.status is status]
        if keys:
            more = f" and {len(keys) - _KEYS:,} more" if len(keys) > _KEYS else ""
            yield f"{status.value}: {', '.join(keys[:_KEYS])}{more}"


def _counted(every: Iterable[Checked]) -> str:
    entries = [checked for checked in every if checked.is_entry]
    counts = Counter(checked.status for checked in entries)
    said = ", ".join(f"{counts[status]:,} {status.value}" for status in Status if counts[status])
    return f"{len(entries):,} {'entry' if len(entries) == 1 else 'entries'}{': ' if said else ''}{said}"


def sarif(every: Iterable[Checked], version: str) -> str:
    """Return the flags as SARIF 2.1.0: one run, a rule a code, a result a flag."""
    every = tuple(every)
    codes = sorted({flag.code for checked in every for flag in checked.flags})
    driver = {"name": "reconcile", "version": version, "rules": [{"id": code} for code in codes]}
    results = [_result(checked, flag, codes) for checked in every for flag in checked.flags]
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [{"tool": {"driver": driver}, "results": results}]}
    return json.dumps(log, ensure_ascii=True, indent=1) + "\n"


def _result(checked: Checked, flag: Flag, codes: Sequence[str]) -> Line:
    where = {"artifactLocation": {"uri": _uri(checked.document)}, "region": {"startLine": checked.line}}
    return {
        "ruleId": flag.code,
        "ruleIndex": codes.index(flag.code),
        "level": _LEVELS[flag.severity],
        "message": {"text": f"{checked.key}: {flag.says}"},
        "locations": [{"physicalLocation": where}],
        "partialFingerprints": {"entry/v1": f"{checked.key}:{flag.code}"},
    }


def _uri(document: str) -> str:
    """Return a document's address: relative to where the check was started, if it lies there.

    >>> _uri("my refs#1.bib")
    'my%20refs%231.bib'
    """
    path = Path(document)
    if path.is_absolute():
        here = Path.cwd()
        if not path.is_relative_to(here):
            return path.as_uri()
        path = path.relative_to(here)
    return quote(os.fsencode(path.as_posix()))
