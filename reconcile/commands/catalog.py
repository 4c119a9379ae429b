"""`reconcile catalog`: a local catalogue built from dumps, added to and described, and the public dumps downloaded."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from reconcile.commands import DONE, UNANSWERED, UNUSABLE, Unusable
from reconcile.commands.asking import manners_of
from reconcile.terminal import console
from sources.catalog import Catalog, CatalogError, Contents
from sources.catalog.versions import size_of
from sources.dump import DumpError
from sources.source import Unavailable

if TYPE_CHECKING:
    from sources.catalog.build import Dump, Report
    from sources.catalog.contents import DumpRead
    from sources.catalog.fetch import Offer, Told

FAULTS: tuple[type[Exception], ...] = (CatalogError, DumpError)
MEGABYTE = 1 << 20
_REASONS = 5  # reasons for skipping that a line names, the most frequent first
_DAY = 86_400
# What a source's dump looks like, for the help.
_DUMPS: Mapping[str, str] = {
    "dblp": "dblp.xml, or dblp.xml.gz as it comes",
    "anthology": "the Anthology's data folder, a tar of it, or anthology.bib.gz",
    "crossref": "folder, tar or file of JSON: the public data file, or answers of the REST service (.jsonl.gz …)",
}
_FETCHED = ("dblp", "anthology")
_EPILOG = """exit status: 0 done; 2 unusable input or arguments; 3 a source could not be asked (fetch)."""
_STOPPED: Mapping[str, str] = {
    "build": "stopped; what was there before is unchanged",
    "add": "stopped; the catalogue is as it was",
    "info": "stopped",
    "fetch": "stopped; the same command goes on from what is here",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tell the parser the four things that can be done with a catalogue."""
    parser.description = "A local catalogue of DBLP, the ACL Anthology and Crossref, built from their dumps."
    parser.epilog = _EPILOG
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    building = actions.add_parser("build", help="build a catalogue from dumps", epilog=_EPILOG)
    building.add_argument(
        "--out", "--catalog", required=True, type=Path, metavar="CATALOG", help="folder of the catalogue"
    )
    adding = actions.add_parser("add", help="add dumps to a catalogue", epilog=_EPILOG)
    _add_catalog(adding)
    for reader in (building, adding):
        for source, form in _DUMPS.items():
            reader.add_argument(
                f"--{source}", nargs="+", action="extend", default=[], type=Path, metavar="PATH", help=form
            )
    info = actions.add_parser("info", help="say what a catalogue holds", epilog=_EPILOG)
    _add_catalog(info)
    info.add_argument("--json", action="store_true", help="print it as JSON")
    _add_fetch(actions.add_parser("fetch", help="download the public dumps", epilog=_EPILOG))


def _add_catalog(parser: argparse.ArgumentParser) -> None:
    """Tell a parser the catalogue, with or without its option; `_catalog_of` makes one of the two."""
    given = parser.add_mutually_exclusive_group()
    given.add_argument("catalog", nargs="?", type=Path, metavar="CATALOG", help="folder of the catalogue")
    given.add_argument("--catalog", "--out", dest="named", type=Path, metavar="CATALOG", help="the same")


def _add_fetch(fetch: argparse.ArgumentParser) -> None:
    names = ",".join(_FETCHED)
    fetch.add_argument("--out", required=True, type=Path, metavar="DIR", help="folder for the dumps")
    fetch.add_argument("--source", default=names, metavar="NAMES", help=f"comma-separated, of: {names} (default: all)")
    fetch.add_argument("--mailto", default="", metavar="ADDRESS", help="your mail address, told to the services")
    for source in _FETCHED:
        fetch.add_argument(f"--{source}-url", metavar="URL", help=f"another address of the dump of {source}")


def run(asked: argparse.Namespace) -> int:
    """Do one of the four things, and return the exit status."""
    actions: Mapping[str, Callable[[argparse.Namespace], int]] = {
        "build": _build,
        "add": _add,
        "info": _info,
        "fetch": _fetch,
    }
    if asked.action in ("add", "info"):
        asked.catalog = _catalog_of(asked)
    try:
        return actions[asked.action](asked)
    except KeyboardInterrupt:
        console.complain(_STOPPED[asked.action])
        return UNUSABLE


def _catalog_of(asked: argparse.Namespace) -> Path:
    """Return the catalogue that `add` or `info` names. Raises `Unusable`."""
    found: Path | None = asked.catalog or asked.named
    if found is None:
        after = "; what stands after the option of a source is a dump" if asked.action == "add" else ""
        raise Unusable(f"no catalogue is named; put it first, or write --catalog CATALOG{after}")
    return found


def _build(asked: argparse.Namespace) -> int:
    from sources.catalog.build import build  # here, because `info` needs no processes

    with _reading() as report:
        contents = build(_dumps(asked), asked.out, progress=report)
    with _said(f"; the catalogue in {asked.out} is complete"):
        console.say(_summary(asked.out, contents))
    return DONE


def _add(asked: argparse.Namespace) -> int:
    from sources.catalog.build import add

    with _reading() as report:
        contents = add(_dumps(asked), asked.catalog, progress=report)
    with _said(f"; the catalogue in {asked.catalog} is complete"):
        console.say(_summary(asked.catalog, contents))
    return DONE


@contextmanager
def _said(after: str = "") -> Iterator[None]:
    """Print what is said within; raises `Unusable`, whose message ends with `after`, where it cannot be printed."""
    try:
        with console.heard():
            yield
    except console.Unheard as fault:
        raise Unusable(f"standard output: {fault.strerror or fault}{after}") from fault


def _dumps(asked: argparse.Namespace) -> list[Dump]:
    from sources.catalog.build import Dump

    dumps = [Dump(source, path) for source in _DUMPS for path in getattr(asked, source)]
    if not dumps:
        raise Unusable(f"no dump is given; name at least one with {', '.join(f'--{source}' for source in _DUMPS)}")
    return dumps


@contextmanager
def _reading() -> Iterator[Report]:
    """Show how many records were read of each dump."""
    from sources.catalog.build import Progress

    with console.meter("reading", "records") as meter:
        before = Progress("", 0, 0)

        def report(now: Progress) -> None:
            nonlocal before
            if now.name != before.name:
                meter.doing(f"reading {now.name}")
            meter.step(now.records - (before.records if now.name == before.name else 0))
            before = now

        yield report


def _summary(path: Path, contents: Contents) -> str:
    """Return a line: where the catalogue is, what it holds, what was skipped and why, and how long it took.

    `CATALOG: 3 records (anthology 1, dblp 2); skipped 1 (person page 1); 0.1 s`
    """
    skipped = sum((Counter(dump.skipped) for dump in contents.dumps), Counter[str]())
    return f"{path}: {_records(contents)}; skipped {_skipped(skipped)}; {contents.seconds:,.1f} s"


def _records(contents: Contents) -> str:
    by_source = ", ".join(f"{source} {count:,}" for source, count in contents.records.items())
    return f"{contents.rows:,} records ({by_source})"


def _skipped(reasons: Mapping[str, int]) -> str:
    """Return how many were skipped, and the most frequent reasons: `12 (person page 9, no title 3)`."""
    if not reasons:
        return "0"
    ranked = sorted(reasons.items(), key=lambda each: (-each[1], each[0]))
    named = [f"{reason} {count:,}" for reason, count in ranked[:_REASONS]]
    others = sum(count for _, count in ranked[_REASONS:])
    return f"{sum(reasons.values()):,} ({', '.join([*named, *([f'others {others:,}'] if others else [])])})"


def _info(asked: argparse.Namespace) -> int:
    with Catalog.open(asked.catalog) as catalog:
        contents = catalog.contents
    size = size_of(asked.catalog)
    days = _days_since(contents.built)
    if asked.json:
        said = {"catalog": str(asked.catalog), "size": size, "age_days": round(days, 2), **asdict(contents)}
        with _said():
            sys.stdout.write(json.dumps(said, ensure_ascii=False, indent=1) + "\n")
        return DONE
    with _said():
        console.say(f"catalog: {asked.catalog}")
        console.say(f"records: {_records(contents)}")
        console.say(f"size:    {_megabytes(size)}")
        console.say(f"built:   {contents.built}, {days:,.0f} days ago, in {contents.seconds:,.1f} s")
        for dump in contents.dumps:
            console.say(_line(dump))
    return DONE


def _line(dump: DumpRead) -> str:
    """Return a line on a dump: its name, date and size, and what became of what it holds."""
    repeated = f", {dump.repeated:,} repeated" if dump.repeated else ""
    return (
        f"dump:    {dump.source} {dump.name} of {dump.changed[:10]}, {_megabytes(dump.size)}:"
        f" {dump.records:,} records{repeated}, skipped {_skipped(dump.skipped)}"
    )


def _days_since(moment: str) -> float:
    return (datetime.now(UTC) - datetime.fromisoformat(moment)).total_seconds() / _DAY


def _megabytes(size: int) -> str:
    return f"{size / MEGABYTE:,.1f} MB"


def _fetch(asked: argparse.Namespace) -> int:
    """Download each dump that was named; what one service refuses, the next may give."""
    from sources.catalog.fetch import fetch  # here, because httpx2 takes a fifth of a second

    offers, manners = _offers(asked), manners_of(asked.mailto)
    status = DONE
    for offer in offers:
        try:
            with _downloading(offer.source) as told:
                got = fetch(offer, asked.out, manners, told=told)
        except Unavailable as failure:
            console.complain(str(failure))
            status = UNANSWERED
        except OSError as fault:
            raise Unusable(
                f"{asked.out}: cannot be written ({fault.strerror or fault}); make room or name another folder"
            ) from fault
        else:
            newest = ", which was there; nothing newer is offered" if got.unchanged else ""
            console.say(f"{offer.source}: {got.path}, {_megabytes(got.size)}{newest}")
    return status


def _offers(asked: argparse.Namespace) -> list[Offer]:
    from sources.catalog.fetch import NOT_OFFERED, OFFERS

    known = f"choose from {', '.join(OFFERS)}"
    names = dict.fromkeys(name.strip().lower() for name in asked.source.split(","))
    for name in names:
        if name not in OFFERS:
            raise Unusable(f"--source {name}: {NOT_OFFERED.get(name, known)}")
    return [replace(OFFERS[name], address=getattr(asked, f"{name}_url") or OFFERS[name].address) for name in names]


@contextmanager
def _downloading(source: str) -> Iterator[Told]:
    """Show how many megabytes have come, of those that were not here before."""
    with console.meter(f"downloading {source}", "MB") as meter:
        before, shown = sys.maxsize, 0

        def told(here: int, whole: int | None) -> None:
            nonlocal before, shown
            before = min(before, here)
            meter.begin(None if whole is None else (whole - before) // MEGABYTE)
            come = (here - before) // MEGABYTE
            meter.step(come - shown)
            shown = come

        yield told
