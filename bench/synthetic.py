"""Write a dblp.xml.gz of any size by recombining the titles, teams and venues of a real one.

usage: python bench/synthetic.py --dblp DBLP.xml.gz --n 5000000 --seed 1 --out SYNTHETIC.xml.gz [--queries FILE.jsonl]

A made record takes the front of one real title and the rear of another (cut before a content word near the middle), a
real team's size with authors drawn by how often they publish, and a third record's kind, venue, year, pages and
volume. So a word, a surname or a venue stands in the same share of records at every size, which is harder than more
real records would be: those bring rare words of their own. All records of the real dump are in the file too, spread
evenly, so the same queries can be asked at every size. Memory does not depend on N.

`--queries` writes one noisy publication string a line, {"id", "text", "keys", "original"}: half of them for real
records ("original": true), half for made ones.
"""

from __future__ import annotations

import argparse
import gzip
import html
import json
import random
import re
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from sources.text import STOP_WORDS

RECORD = re.compile(r"<(article|inproceedings|incollection|book|phdthesis)\s[^>]*?key=\"([^\"]+)\"")
FIELD = re.compile(r"<(author|title|year|journal|booktitle|ee)(?:\s[^>]*)?>(.*)</\1>")
TAG = re.compile(r"<[^>]+>")
HOMONYM = re.compile(r"\s\d{4}$")
DOI = "https://doi.org/10.99999/synthetic."


@dataclass(frozen=True, slots=True)
class Original:
    """A record of the real dump; texts are as they stand in the file, with its entities."""

    tag: str
    key: str
    title: str
    authors: tuple[str, ...]
    rest: str
    venue: str
    year: str
    has_doi: bool


def blocks(path: Path) -> Iterator[str]:
    """Yield the text of one record after another, each beginning with its own start tag; lines are kept."""
    kept: list[str] = []
    with gzip.open(path, "rt", encoding="iso-8859-1", newline="\n") as dump:
        for line in dump:
            if line.startswith("</") and kept:
                yield "".join(kept) + line[: line.index(">") + 1] + "\n"
                rest = line[line.index(">") + 1 :].strip()
                kept = [rest + "\n"] if rest.startswith("<") and not rest.startswith("</dblp") else []
            elif kept or (line.startswith("<") and "key=" in line):
                kept.append(line)


def original(block: str) -> Original | None:
    """Return the record of `block`, or None where it has no authors or a title of fewer than four words."""
    opened = RECORD.match(block)
    if not opened:
        return None
    fields: dict[str, list[str]] = {}
    rest: list[str] = []
    for line in block.split("\n")[1:-2]:
        found = FIELD.match(line)
        if found:
            fields.setdefault(found[1], []).append(found[2])
        if not found or found[1] in {"year", "journal", "booktitle"}:
            rest.append(line + "\n")
    title = TAG.sub("", "".join(fields.get("title", []))).rstrip(".")
    if "author" not in fields or len(title.split()) < 4:
        return None
    venue = "".join(fields.get("booktitle") or fields.get("journal") or [])
    has_doi = any("doi.org/10." in link for link in fields.get("ee", []))
    year = "".join(fields.get("year", []))
    return Original(opened[1], opened[2], title, tuple(fields["author"]), "".join(rest), venue, year, has_doi)


def halves(title: str) -> tuple[str, str]:
    """Return the two parts of a title, cut before the content word nearest to its middle.

    >>> halves("Finite-State Controllers Based on Mealy Machines")
    ('Finite-State Controllers Based on', 'Mealy Machines')
    """
    words = title.split()
    middle = len(words) // 2
    places = sorted(range(1, len(words)), key=lambda at: abs(at - middle))
    cut = next((at for at in places if words[at].lower() not in STOP_WORDS), middle)
    return " ".join(words[:cut]), " ".join(words[cut:])


class Maker:
    """Makes records out of the real ones; the same seed makes the same records."""

    def __init__(self, originals: list[Original], seed: int) -> None:
        self.originals = originals
        parts = [halves(record.title) for record in originals]
        self.fronts = [front for front, _ in parts]
        self.rears = [rear for _, rear in parts]
        self.mentions = [name for record in originals for name in record.authors]
        self.draw = random.Random(seed).random

    def record(self, number: int) -> Original:
        """Return the made record of that number; its key and DOI hold the number."""
        draw, size = self.draw, len(self.originals)
        model = self.originals[int(draw() * size)]
        title = self.fronts[int(draw() * size)] + " " + self.rears[int(draw() * size)]
        names = self.mentions
        team = dict.fromkeys(names[int(draw() * len(names))] for _ in model.authors)
        stem = model.key.rpartition("/")[0]
        key = f"{stem}/Syn{number}"
        return Original(model.tag, key, title, tuple(team), model.rest, model.venue, model.year, model.has_doi)


def xml(record: Original, number: int) -> str:
    """Return the record as dblp writes one."""
    names = "".join(f"<author>{name}</author>\n" for name in record.authors)
    link = f"<ee>{DOI}{number}</ee>\n" if record.has_doi else ""
    return (
        f'<{record.tag} mdate="2024-01-01" key="{record.key}">\n{names}<title>{record.title}.</title>\n'
        f"{record.rest}{link}</{record.tag}>\n"
    )


def typo(text: str, rng: random.Random) -> str:
    """Return `text` with two neighbouring letters of a long word swapped."""
    places = [at for at in range(1, len(text) - 2) if text[at : at + 2].isalpha()]
    if not places:
        return text
    at = rng.choice(places)
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


def initials(name: str) -> str:
    """Return a name with its given names shortened: 'Ada M. Byron' -> 'A. M. Byron'."""
    *given, family = name.split()
    return " ".join([*(part[0] + "." for part in given), family])


STYLES: tuple[Callable[[str, str, str, str], str], ...] = (
    lambda names, title, venue, year: f"{names}. {title}. {venue}, {year}.",
    lambda names, title, venue, year: f'{names} ({year}). "{title}". In {venue}.',
    lambda names, title, venue, year: f"{title}. {names}. {venue} {year}",
    lambda names, title, venue, year: f"**{title}**, {names}, *{venue}*, {year}",
)


def query(record: Original, rng: random.Random) -> str:
    """Return a publication string for a record, with mild noise in one of two."""
    names = [HOMONYM.sub("", html.unescape(name)) for name in record.authors]
    if rng.random() < 0.4:
        names = [initials(name) for name in names]
    if len(names) > 4 and rng.random() < 0.3:
        names = [*names[:3], "et al"]
    title = html.unescape(record.title)
    chance = rng.random()
    if chance < 0.15:
        title = typo(title, rng)
    elif chance < 0.3:
        title = title.lower()
    elif chance < 0.4:
        names = names[1:] or names
    venue = html.unescape(record.venue) if rng.random() < 0.8 else "to appear"
    return rng.choice(STYLES)(", ".join(names), title, venue, record.year)


def write_queries(path: Path, real: list[Original], made: list[Original], rng: random.Random) -> None:
    """Write one line a query, the real and the made records alternating."""
    rows = [(record, at < len(real)) for at, record in enumerate([*real, *made])]
    rng.shuffle(rows)
    with path.open("w", encoding="utf-8") as out:
        for at, (record, is_original) in enumerate(rows):
            line = {"id": f"q{at:05}", "text": query(record, rng), "keys": [record.key], "original": is_original}
            out.write(json.dumps(line, ensure_ascii=False) + "\n")


def write(out: TextIO, texts: list[str], maker: Maker, total: int, sampled: frozenset[int]) -> list[Original]:
    """Write `texts` spread evenly among made records, `total` in all; return the made records that are `sampled`."""
    kept: list[Original] = []
    written = 0
    out.write('<?xml version="1.0" encoding="ISO-8859-1"?>\n<!DOCTYPE dblp SYSTEM "dblp.dtd">\n<dblp>\n')
    for number in range(total):
        if (number + 1) * len(texts) // total > written:
            out.write(texts[written])
            written += 1
            continue
        record = maker.record(number)
        out.write(xml(record, number))
        if number in sampled:
            kept.append(record)
    out.write("</dblp>\n")
    return kept


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dblp", type=Path, required=True, help="the real dblp.xml.gz")
    parser.add_argument("--n", type=int, default=5_000_000, help="records to write, the real ones among them")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--queries", type=Path, help="write publication strings for some of the records")
    parser.add_argument("--query-count", type=int, default=4000)
    asked = parser.parse_args()
    began = time.perf_counter()
    texts = list(blocks(asked.dblp))
    originals = [record for record in map(original, texts) if record]
    if asked.n < len(texts):
        print(f"--n {asked.n}: the real dump alone has {len(texts)} records; ask for more", file=sys.stderr)
        return 2
    rng = random.Random(asked.seed + 1)
    sampled = frozenset(rng.sample(range(asked.n), min(asked.n, asked.query_count)))
    with gzip.open(asked.out, "wt", encoding="iso-8859-1", compresslevel=1, newline="\n") as out:
        made = write(out, texts, Maker(originals, asked.seed), asked.n, sampled)
    if asked.queries:
        half = asked.query_count // 2
        write_queries(asked.queries, rng.sample(originals, min(half, len(originals))), made[:half], rng)
    seconds = time.perf_counter() - began
    size = asked.out.stat().st_size / 1e6
    print(f"{asked.n} records, {len(texts)} of them real; {size:.0f} MB; {seconds:.0f} s -> {asked.out}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
