"""Rebuild the cassettes: `python -m tests.transcribe [--live] [DOCUMENT...]`.

The project's own run over the documents is recorded. Without `--live` it asks the services of `tests/services`,
which know what stands in records.json, and the cassettes say so in themselves; with it, the real services.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from pathlib import Path

from reconcile import pipeline
from reconcile.setup import ADDRESSES, SOURCES, Addresses, make_sources
from sources import tape
from sources.polite import Manners
from sources.store import MemoryStore
from tests.services import Services, rows

ROOT = Path(__file__).resolve().parent.parent
CASSETTES = ROOT / "cassettes"
DOCUMENTS = ROOT / "tests" / "documents"
_STATEMENT = (
    "No network was at hand: a server of this project gave these answers, in the form of the service, from a table "
    "of facts that were read in public sources. What nobody saw is left out. Keys that begin with unseen/ are "
    "artificial. To replace these by recordings of the services: python -m tests.transcribe --live"
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Rebuild the cassettes; return 0, or 3 where a question stayed unanswered."""
    parser = argparse.ArgumentParser(prog="python -m tests.transcribe", description=__doc__)
    parser.add_argument("documents", nargs="*", type=Path, default=[DOCUMENTS], metavar="DOCUMENT")
    parser.add_argument("--live", action="store_true", help="record the real services")
    parser.add_argument("--mailto", default="", help="your mail address, for the services' polite pools")
    parser.add_argument("--out", type=Path, default=CASSETTES, metavar="DIR", help="default: %(default)s")
    asked = parser.parse_args(arguments)
    with nullcontext() if asked.live else Services() as services:
        gaps = rebuild(asked.documents, asked.out, services, asked.mailto)
    for gap in gaps:
        print(f"not answered: {gap}", file=sys.stderr)
    print(f"{len(tape.read_folder(asked.out))} answers in {asked.out}")
    return 3 if gaps else 0


def rebuild(documents: Sequence[Path], out: Path, services: Services | None, mailto: str = "") -> tuple[str, ...]:
    """Record a run over the documents into `out`, in place of what was there; return what was not answered.

    Without `services` the real ones are asked, as politely as in any run. A source that left a question
    unanswered keeps the cassette that it had.
    """
    addresses = Addresses(**{name: services.url(name) for name in ADDRESSES}) if services else Addresses()
    manners = Manners(hurry=True) if services else Manners(mailto=mailto)
    with tempfile.TemporaryDirectory() as folder:
        with tape.record(Path(folder), addresses.true_hosts()):
            sources = make_sources(SOURCES, manners, MemoryStore(), addresses)
            result = pipeline.run(documents, sources=sources)
        fresh = {file.name: file.read_text(encoding="utf-8") for file in sorted(Path(folder).glob("*.yaml"))}
    gaps = tuple(dict.fromkeys(gap for match in result.matches for gap in match.gaps))
    fresh = {name: text for name, text in fresh.items() if name.partition(".")[0] not in {gap.source for gap in gaps}}
    out.mkdir(parents=True, exist_ok=True)
    for name, text in fresh.items():
        said = statement(text) if services else ""
        (out / name).write_text(said + text, encoding="utf-8", newline="\n")
    return tuple(f"{gap.source}: {gap.reason} ({gap.asked})" for gap in gaps)


def statement(cassette: str) -> str:
    """Return the head of a transcribed cassette: what it is, and where the facts of each of its rows were read.

    vcrpy reads past it: it looks for `interactions` only.
    """
    where: Mapping[str, str] = {row.row: row.where for row in rows()}
    named = sorted(set(re.findall(r"[\w.-]+/[\w-]+", cassette)) & where.keys())
    lines = [f"    {row}: {json.dumps(where[row], ensure_ascii=False)}\n" for row in named]
    table = '  table: "tests/services/records.json"\n'
    return f"transcribed:\n  statement: {json.dumps(_STATEMENT)}\n{table}  rows:\n{''.join(lines)}"


if __name__ == "__main__":
    sys.exit(main())
