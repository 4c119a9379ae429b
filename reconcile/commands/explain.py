"""`reconcile explain`: what speaks for and against each record that a string may mean, or for two records being one."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from reconcile.bulk.judging import encoded, line_of
from reconcile.commands import DONE, Unusable
from reconcile.commands.options import add_weights
from reconcile.commands.waterfall import waterfall
from reconcile.comparison import Judged, judge
from reconcile.decide import doubt
from reconcile.evidence.side import Side
from reconcile.evidence.weights import WeightsError
from reconcile.matching.judge import Judge
from reconcile.mention import Candidate, Evidence, Match
from reconcile.pairing.values import side_of_mapping
from reconcile.settings import EVEN, Settings, for_claims, for_pairs
from reconcile.streaming.quoted import wanted_of
from reconcile.tables.rows import record_line
from reconcile.terminal import console
from reconcile.wanted import Verdict
from sources.catalog import Catalog, CatalogError
from sources.record import Record

FAULTS: tuple[type[Exception], ...] = (CatalogError, WeightsError)
_MOST_CANDIDATES = 50
_NAMED = 4  # authors of a record that are named
_LONGEST_FILE = 1 << 20
_EPILOG = """weights are bits: log2 of how much likelier the observation is for the same work than for another one. They
add up from the prior to the sum, and the sum is the probability of the record by itself; the decision holds the best
record against its rivals, and against vetoes. A string is judged whole, as `match` does; at the end stands what `run`
and `check` say of it, which take it apart and hold each part against the record, with their flags.

exit status: 0 done; 2 unusable input or arguments."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tell the parser the arguments of `explain`."""
    parser.description = "Show what speaks for and against the records that a publication string may mean."
    parser.epilog = _EPILOG
    parser.add_argument("string", nargs="?", default="", metavar="STRING", help="a publication as somebody wrote it")
    parser.add_argument("--catalog", type=Path, metavar="CATALOG", help="as built by `reconcile catalog build`")
    parser.add_argument(
        "--pair",
        nargs=2,
        type=Path,
        metavar=("LEFT.json", "RIGHT.json"),
        help="instead of a string: two records, each an object with title, authors, venue, year, doi, volume, pages",
    )
    parser.add_argument(
        "--candidates", type=_count, default=3, metavar="N", help="records that are shown (default: %(default)s)"
    )
    parser.add_argument("--json", action="store_true", help="print JSON")
    add_weights(parser)


def _count(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= _MOST_CANDIDATES:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of records; give 1 to {_MOST_CANDIDATES}")
    return int(text)


def run(asked: argparse.Namespace) -> int:
    """Explain, and print what was found."""
    settings = for_pairs(asked.weights, EVEN) if asked.pair else for_claims(asked.weights)
    if bool(asked.pair) == bool(asked.string.strip()):
        raise Unusable("give a publication string, or two records with --pair")
    lines = _pair(asked, settings) if asked.pair else _string(asked, settings)
    for line in lines:
        console.say(line)
    return DONE


def _string(asked: argparse.Namespace, settings: Settings) -> Iterable[str]:
    if asked.catalog is None:
        raise Unusable("a string is held against a catalogue; say where it is with --catalog")
    with Catalog.open(asked.catalog) as catalog:
        judge_of = Judge(catalog, settings)
        wanted = wanted_of("1", asked.string)
        verdict, candidates = judge_of.judge(wanted), judge_of.weighed(wanted, _MOST_CANDIDATES)[: asked.candidates]
        claimed = _taken_apart(wanted.text, catalog, settings) if wanted.text else None
    if asked.json:
        shown = [_candidate_line(candidate) for candidate in candidates]
        line = {"verdict": line_of(verdict, evidence=True), "prior": settings.prior, "candidates": shown}
        return [_encoded(line | {"claim": _claim_line(claimed) if claimed else None})]
    return [*_explained(verdict, candidates, settings), *(_as_claim(claimed) if claimed else ())]


def _taken_apart(string: str, catalog: Catalog, settings: Settings) -> Match:
    """Return the judgement on what a string claims, once it is taken apart."""
    # Here, because two records need none of the patterns that take strings apart.
    from reconcile.checking.judgement import Checker
    from reconcile.parse import parse_string

    return Checker(catalog, settings).match(parse_string(string))


def _explained(verdict: Verdict, candidates: Iterable[Candidate], settings: Settings) -> Iterator[str]:
    yield f"{verdict.status}, probability {verdict.probability:.4f}" + (f": {verdict.reason}" if verdict.reason else "")
    if verdict.record:
        rival = _cited(verdict.runner_up) if verdict.runner_up else "no other work is likely"
        yield f"against the next other work: {rival}"
    for place, candidate in enumerate(candidates, start=1):
        yield ""
        yield f"{place}. {_cited(candidate.record)}"
        for line in waterfall(candidate.comparison.evidence, settings.prior, candidate.probability):
            yield f"   {line}"


def _as_claim(match: Match) -> Iterator[str]:
    """Return how `run` and `check` judge the string, which take it apart first, and the flags that they raise."""
    yield ""
    record = f": {_cited(match.best.record)}" if match.best else ""
    yield f"taken apart, as `run` and `check` do: {match.status}, probability {match.probability:.4f}{record}"
    if reason := doubt(match):
        yield f"   {reason}"
    for flag in match.flags:
        yield f"   {flag.severity} {flag.code}: {flag.says}"
    if not match.flags:
        yield "   no flag is raised"


def _claim_line(match: Match) -> dict[str, Any]:
    return {
        "status": str(match.status),
        "probability": round(match.probability, 4),
        "record": record_line(match.best.record) if match.best else None,
        "flags": [{"code": flag.code, "severity": str(flag.severity), "says": flag.says} for flag in match.flags],
    }


def _cited(record: Record) -> str:
    """Return a record in a line: `Vaswani, Shazeer … Attention is all you need. NIPS 2017 (dblp conf/nips/…)`."""
    named = [name.family or name.literal for name in record.author]
    people = ", ".join(named[:_NAMED]) + (" …" if len(named) > _NAMED else "")
    where = " ".join(filter(None, (record.container_title, str(record.year or ""))))
    return f"{'. '.join(filter(None, (people, record.title, where)))} ({record.source} {record.key})"


def _pair(asked: argparse.Namespace, settings: Settings) -> Iterable[str]:
    left, right = map(_side, asked.pair)
    judged = judge(left, right, settings)
    if asked.json:
        return [_encoded(_pair_line(judged))]
    drawn = waterfall(judged.evidence, settings.prior, judged.probability)
    return [f"{judged.decision}, probability {judged.probability:.4f}: {judged.why}", *drawn]


def _side(path: Path) -> Side:
    try:
        return side_of_mapping(_object(path))
    except ValueError as fault:
        raise Unusable(f"{path}: {fault}") from fault


def _candidate_line(candidate: Candidate) -> dict[str, Any]:
    return {
        **record_line(candidate.record),
        "probability": round(candidate.probability, 4),
        "evidence": _evidence(candidate.comparison.evidence),
    }


def _pair_line(judged: Judged) -> dict[str, Any]:
    return {
        "probability": round(judged.probability, 4),
        "decision": str(judged.decision),
        "why": judged.why,
        "evidence": _evidence(judged.evidence),
    }


def _evidence(pieces: Iterable[Evidence]) -> list[dict[str, Any]]:
    return [
        {"field": each.field, "level": str(each.level), "weight": round(each.weight, 4), "left": each.left}
        | {"right": each.right, "says": each.says}
        for each in pieces
    ]


def _encoded(line: dict[str, Any]) -> str:
    return encoded(line).decode("utf-8").rstrip("\n")


def _object(path: Path) -> dict[str, Any]:
    """Return the object in a file of JSON."""
    try:
        with path.open("rb") as file:
            content = file.read(_LONGEST_FILE + 1)
    except OSError as fault:
        raise Unusable(f"{path}: {fault.strerror or fault}; name a file with a record as JSON") from fault
    if len(content) > _LONGEST_FILE:
        raise Unusable(f"{path}: more than {_LONGEST_FILE:,} bytes, so no record")
    try:
        found = json.loads(content)
    except (ValueError, RecursionError) as fault:
        raise Unusable(f"{path}: this is no JSON: {fault}") from fault
    if not isinstance(found, dict):
        raise Unusable(f'{path}: this is no object; write {{"title": …, "authors": …}}')
    return found
