"""`reconcile cache`: what is kept of the services' answers, and how to be rid of it."""

from __future__ import annotations

import argparse
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

from reconcile.commands import DONE, Unusable
from reconcile.setup import SOURCES
from reconcile.terminal import console
from sources.kept import default_path
from sources.store import DAY, KEEP, KEEP_EMPTY, LARGEST, Kept, clear, contents

FAULTS: tuple[type[Exception], ...] = ()
_MEGABYTE = 1 << 20
_EPILOG = f"""Answers are kept for {KEEP / DAY:.0f} days, those that found nothing for {KEEP_EMPTY / DAY:.0f};\
 above {LARGEST // _MEGABYTE:,} MB the oldest go.

exit status: 0 done; 2 unusable input or arguments."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tell the parser the arguments of `cache`."""
    parser.description = "Say what is kept of the services' answers, or throw it away."
    parser.epilog = _EPILOG
    parser.add_argument("action", choices=("info", "clear"), help="say what is kept, or throw it away")
    parser.add_argument(
        "--cache", type=Path, metavar="FILE", help="where answers are kept (default: your cache folder)"
    )
    parser.add_argument("--source", choices=SOURCES, default="", help="clear only the answers of this source")


def run(asked: argparse.Namespace) -> int:
    """Say what is kept, or throw it away."""
    path = asked.cache or default_path()
    if asked.source and asked.action == "info":
        raise Unusable("--source: info says what is kept of every source; leave it out")
    if not path.exists():
        console.say(f"{path}: no answers are kept")
        return DONE
    try:
        if asked.action == "clear":
            count = clear(path, asked.source)
            console.say(f"{path}: {count:,} answer{'s' * (count != 1)} thrown away")
        else:
            _describe(path, contents(path))
    except (OSError, sqlite3.Error) as fault:
        why = getattr(fault, "strerror", None) or fault
        raise Unusable(f"{path}: {why}; remove the file, or name another with --cache") from fault
    return DONE


def _describe(path: Path, kept: tuple[Kept, ...]) -> None:
    size = sum(file.stat().st_size for file in (path, path.with_name(f"{path.name}-wal")) if file.exists())
    console.say(f"{path}: {sum(row.answers for row in kept):,} answers, {size / _MEGABYTE:.1f} MB")
    for row in kept:
        console.say(
            f"{row.source}: {row.answers:,} answers, {row.empty:,} of them without a record,"
            f" {row.size / _MEGABYTE:.1f} MB, of {_day(row.oldest)} to {_day(row.newest)}"
        )


def _day(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).date().isoformat()
