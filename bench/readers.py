"""Read one catalogue from fifty processes while it is rebuilt, and check that each reader sees one whole version.

usage: python bench/readers.py --catalog FOLDER --dblp DBLP.xml.gz [--readers 50] [--rebuilds 3] [--records 4000]

Two small dumps are cut from the first records of DBLP.xml.gz. Each holds the same records, but all titles of one end
in the word `versionalpha`, all of the other in `versionbravo`. The catalogue is built of one and then, again and
again, of the other, at the same place (`--catalog`, which must not be a catalogue that you keep). Meanwhile every
reader opens it, asks for twenty records by their titles' words, closes it and begins again.

A reader's answers between opening and closing must all come from one version: each of the twenty titles is found, and
all end in the same word. The table counts the errors, the sessions that saw two versions, and the versions seen.
"""

from __future__ import annotations

import argparse
import collections
import gzip
import html
import json
import multiprocessing
import os
import random
import re
import subprocess
import sys
import time
from collections.abc import Iterable
from multiprocessing.synchronize import Event
from pathlib import Path

from synthetic import TAG, blocks

MARKS = ("versionalpha", "versionbravo")
TITLE = re.compile(r"(<title>)(.*?)\.?(</title>)")
ASKED = 20
PAUSE_SECONDS = 0.1  # between two sessions of a reader, so that the build gets a share of the processors


def cut(dblp: Path, count: int) -> list[str]:
    """Return the first `count` papers of the dump as text."""
    kept: list[str] = []
    for block in blocks(dblp):
        if block.startswith(("<inproceedings", "<article")) and TITLE.search(block):
            kept.append(block)
        if len(kept) == count:
            break
    return kept


def write_dump(texts: Iterable[str], mark: str, out: Path) -> None:
    """Write the papers with `mark` at the end of each title."""
    with gzip.open(out, "wt", encoding="iso-8859-1", compresslevel=1) as dump:
        dump.write('<?xml version="1.0" encoding="ISO-8859-1"?>\n<!DOCTYPE dblp SYSTEM "dblp.dtd">\n<dblp>\n')
        dump.writelines(TITLE.sub(rf"\g<1>\g<2> {mark}.\g<3>", text, count=1) for text in texts)
        dump.write("</dblp>\n")


def titles(texts: Iterable[str]) -> list[str]:
    """Return the titles of the papers, without markup."""
    return [html.unescape(TAG.sub("", found[2])) for found in map(TITLE.search, texts) if found]


def session(catalog_path: Path, wanted: list[str]) -> tuple[str, str]:
    """Open, ask and close once; return the marks seen, sorted and joined, and the error, '' if none."""
    from sources.catalog import Catalog
    from sources.text import content_words

    seen: set[str] = set()
    try:
        catalog = Catalog.open(catalog_path)
        try:
            for title in wanted:
                hits = catalog.candidates(content_words(title), limit=3)
                found = [catalog.record(hit.number).title for hit in hits]
                marks = {mark for text in found for mark in MARKS if mark in text.lower()}
                seen |= marks or {"nothing found"}
        finally:
            catalog.close()
    except Exception as error:  # noqa: BLE001 - whatever goes wrong in a reader is what is counted here
        return "error", f"{type(error).__name__}: {error}"
    return " and ".join(sorted(seen)), ""


def reader(catalog_path: Path, known: list[str], out: Path, stop: Event) -> None:
    """Hold sessions until told to stop, and write what they saw; the versions are noted in the order seen."""
    rng = random.Random(os.getpid())
    seen: collections.Counter[str] = collections.Counter()
    errors: collections.Counter[str] = collections.Counter()
    changes, last = 0, ""
    while not stop.wait(PAUSE_SECONDS):
        saw, error = session(catalog_path, rng.sample(known, min(ASKED, len(known))))
        seen[saw] += 1
        if error:
            errors[error] += 1
        changes += saw != last
        last = saw
    told = {"seen": seen, "errors": errors, "changes": changes}
    out.joinpath(f"{os.getpid()}.json").write_text(json.dumps(told), encoding="utf-8")


def build(reconcile: str, dump: Path, catalog: Path) -> float:
    """Build the catalogue of one dump at its place, and return the seconds."""
    began = time.perf_counter()
    call = [reconcile, "catalog", "build", "--dblp", str(dump), "--out", str(catalog)]
    told = subprocess.run(call, capture_output=True, text=True, check=False)
    if told.returncode:
        raise SystemExit(f"{' '.join(call)}: exit {told.returncode}\n{told.stderr[-2000:]}")
    return time.perf_counter() - began


def report(folder: Path, started: int) -> int:
    """Print what the readers saw, and return 1 where one saw an error or two versions at once."""
    told = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))]
    seen: collections.Counter[str] = collections.Counter()
    errors: collections.Counter[str] = collections.Counter()
    for one in told:
        seen.update(one["seen"])
        errors.update(one["errors"])
    whole = sum(seen[mark] for mark in MARKS)
    print(
        f"readers started {started}, ended in order {len(told)}; sessions {sum(seen.values())}, errors {errors.total()}"
    )
    print(f"sessions that saw one whole version: {whole}; other: {sum(seen.values()) - whole}")
    for name, count in seen.most_common():
        print(f"  {name:40} {count}")
    for text, count in errors.most_common(5):
        print(f"  {count} times: {text}")
    changes = sorted(one["changes"] - 1 for one in told)
    if changes:
        print(f"versions that replaced the one before, as a reader saw it: {changes[0]} to {changes[-1]}")
    return int(whole != sum(seen.values()) or len(told) != started)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--catalog", type=Path, required=True, help="where to build; what stands there is replaced")
    parser.add_argument("--dblp", type=Path, required=True)
    parser.add_argument("--readers", type=int, default=50)
    parser.add_argument("--rebuilds", type=int, default=3)
    parser.add_argument("--records", type=int, default=4000)
    parser.add_argument("--reconcile", default=str(Path(sys.executable).parent / "reconcile"))
    asked = parser.parse_args()
    work = asked.catalog.parent / f"{asked.catalog.name}-readers"
    work.mkdir(parents=True, exist_ok=True)
    for old in work.glob("*.json"):
        old.unlink()
    texts = cut(asked.dblp, asked.records)
    dumps = [work / f"{mark}.xml.gz" for mark in MARKS]
    for mark, dump in zip(MARKS, dumps, strict=True):
        write_dump(texts, mark, dump)
    known = [title for title in titles(texts) if len(title.split()) > 5]
    build(asked.reconcile, dumps[0], asked.catalog)
    context = multiprocessing.get_context("spawn")
    stop = context.Event()
    crowd = [
        context.Process(target=reader, args=(asked.catalog, known, work, stop), daemon=True)
        for _ in range(asked.readers)
    ]
    for process in crowd:
        process.start()
    took = [build(asked.reconcile, dumps[turn % 2], asked.catalog) for turn in range(1, asked.rebuilds + 1)]
    stop.set()
    for process in crowd:
        process.join(timeout=120)
    print("rebuilt in " + ", ".join(f"{seconds:.1f} s" for seconds in took))
    return report(work, asked.readers)


if __name__ == "__main__":
    raise SystemExit(main())
