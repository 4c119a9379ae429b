"""How many papers of a meeting and year a catalogue has from DBLP and from the Anthology, which list volumes whole.

Their keys say where a paper was given: `conf/icml/…` has all years of ICML, and what is held beside it;
`2020.emnlp-main.…` the papers of EMNLP 2020 alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import msgspec

from sources.catalog.rows import Damaged

MEETINGS = "meetings.json"
_ANTHOLOGY = re.compile(r"\d{4}\.([a-z]+)-(?:main|long|short)\.")

Papers = dict[str, dict[str, dict[int, int]]]  # by the meeting's name in keys, by source, and by year


def meeting_of(source: str, key: str) -> str:
    """Return the meeting that a record's key names; empty for what was given at none, and where keys do not tell.

    >>> meeting_of("dblp", "conf/icml/Lee20"), meeting_of("anthology", "2020.emnlp-main.7"), meeting_of("dblp", "x/Lee")
    ('icml', 'emnlp', '')
    """
    if source == "dblp":
        return key.split("/", 2)[1] if key.startswith("conf/") else ""
    named = _ANTHOLOGY.match(key) if source == "anthology" else None
    return named[1] if named else ""


def written(papers: Mapping[tuple[str, str, int], int]) -> bytes:
    """Return the counts by meeting, source and year as JSON; without papers that name no meeting or no year."""
    found: Papers = {}
    for (meeting, source, year), count in sorted(papers.items()):
        if meeting and year:
            found.setdefault(meeting, {}).setdefault(source, {})[year] = count
    return msgspec.json.encode(found)


def read(folder: Path) -> Papers:
    """Return the counts of a version; nothing for one that was made without. Raises `Damaged`, `OSError`."""
    path = folder / MEETINGS
    if not path.exists():
        return {}
    try:
        return msgspec.json.decode(path.read_bytes(), type=Papers)
    except ValueError as fault:
        raise Damaged(f"its {MEETINGS}: {fault}") from fault
