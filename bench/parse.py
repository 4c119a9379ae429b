"""Field accuracies of `reconcile.parse` on four sets of labelled publication strings.

usage: python bench/parse.py [--shared ../shared] [--half even|odd] [--only SET] [--show FIELD] [--limit N] [--seed N]

The sets: the hand-labelled mentions of five documents; strings rendered from DBLP and Anthology records with known
noise; works of Crossref rendered in sixty styles of the humanities, law, medicine and the sciences, of which every
row may be read; AnyStyle's labelled references, of which rules may be made on the rows with an even index only:
the odd ones are the figure to publish.
"""

from __future__ import annotations

import argparse
import collections
import gzip
import json
import re
import time
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

from reference_styles import abbreviated, rendered

from reconcile.documents.blocks.block import Mark
from reconcile.entry import Entry
from reconcile.mention import Mention
from reconcile.parse import parse
from sources.names import NameAgreement, compare_names, read_name
from sources.text import fold

_MARKUP = re.compile(
    r"\*\*(?P<strong>[^*]+)\*\*|(?<!\*)\*(?P<emphasis>[^*\n]+)\*(?!\*)|\[(?P<link>[^\[\]]+)\]\((?P<url>[^()\s]*)\)"
)


def entry(text: str) -> Entry:
    """Return an entry of a line of Markdown, its marks read."""
    marks, out, done = [], "", 0
    text = re.sub(r"^\s*[-*] ", "", text)
    for match in _MARKUP.finditer(text):
        out += text[done : match.start()]
        kind = str(next(name for name in ("strong", "emphasis", "link") if match[name]))
        marks.append(Mark(len(out), len(out) + len(match[kind]), kind, match["url"] or ""))
        out += match[kind]
        done = match.end()
    return Entry("bench", 1, 1, text, out + text[done:], tuple(marks))


class Tally:
    """Right answers by field, and the wrong ones to look at."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.right: collections.Counter[str] = collections.Counter()
        self.all: collections.Counter[str] = collections.Counter()
        self.wrong: list[tuple[str, str, object, object]] = []

    def add(self, field: str, text: str, got: object, want: object, *, right: bool) -> None:
        self.all[field] += 1
        self.right[field] += right
        if not right:
            self.wrong.append((field, text, got, want))

    def print(self, show: str, limit: int) -> None:
        print(
            self.name,
            "  ".join(
                f"{field} {self.right[field]}/{self.all[field]} {self.right[field] / self.all[field]:.3f}"
                for field in sorted(self.all)
            ),
        )
        for _, text, got, want in [row for row in self.wrong if row[0] == show][:limit]:
            print(f"- {text[:420]!r}\n    got  {got}\n    want {want}")


def same_people(got: list[str], want: list[str]) -> bool:
    """Whether two lists hold the same persons in the same order."""
    return len(got) == len(want) and all(
        sorted(fold(a).split()) == sorted(fold(b).split())
        or compare_names(read_name(a), read_name(b)) is not NameAgreement.DIFFERENT
        for a, b in zip(got, want, strict=True)
    )


def names_of(mention: Mention) -> list[str]:
    return [str(name) for name in mention.claim.author]


def seeds(shared: Path) -> Tally:
    tally = Tally("seeds")
    for row in json.loads((shared / "facts" / "mentions.json").read_text()):
        if row["kind"] == "placeholder":
            continue
        text = "\n".join(row["raw_lines"])
        mention = parse(entry(text.replace("â€œ", "“").replace("â€", "”")))
        title, year = mention.claim.title, mention.claim.year
        tally.add("title", text, title, row["claimed_title"], right=fold(title) == fold(row["claimed_title"]))
        if row["id"] != "m41":
            tally.add(
                "authors",
                text,
                names_of(mention),
                row["claimed_authors"],
                right=same_people(names_of(mention), row["claimed_authors"]),
            )
            tally.add("year", text, year, row["claimed_year"], right=year == row["claimed_year"])
        venue = mention.claim.container_title
        tally.add("venue", text, venue, row["claimed_venue"], right=fold(venue) == fold(row["claimed_venue"] or ""))
        tally.add(
            "kind",
            text,
            mention.kind,
            row["kind"],
            right=_KINDS.get(mention.kind, mention.kind) == row["kind"].replace("workshop", "inproceedings"),
        )
    return tally


_KINDS = {"paper-conference": "inproceedings", "article-journal": "article"}


def titles_by_key(shared: Path, keys: set[str]) -> dict[str, str]:
    """Return the DBLP titles of the keys."""
    found: dict[str, str] = {}
    with gzip.open(shared / "dumps" / "dblp.xml.gz", "rt", encoding="utf-8", errors="replace") as lines:
        key = ""
        for line in lines:
            start = re.search(r'<\w+ [^>]*key="([^"]+)"', line)
            key = start[1] if start else key
            if key in keys and "<title" in line and key not in found:
                title = re.search(r"<title[^>]*>(.*)</title>", line)
                found[key] = (
                    re.sub(
                        r"&[a-z]+;|<[^>]+>", lambda m: " " if m[0][0] == "<" else _ENTITIES.get(m[0], m[0]), title[1]
                    )
                    if title
                    else ""
                )
    return found


_ENTITIES = {"&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'"}


def strings(shared: Path, half: str) -> Tally:
    """Compare titles where the noise has left the title alone."""
    tally = Tally("strings")
    rows = [json.loads(line) for line in (shared / "bench" / "strings-dev.jsonl").read_text().splitlines()]
    rows = [row for at, row in enumerate(rows) if row["source"] == "dblp" and at % 2 == (half == "odd")]
    rows = [row for row in rows if not {"title-typo", "subtitle-dropped"} & set(row["noise"])]
    titles = titles_by_key(shared, {row["key"] for row in rows})
    for row in rows:
        mention = parse(entry(row["text"]))
        want = titles.get(row["key"], "")
        right = fold(mention.claim.title) == fold(want)
        tally.add("title", row["text"], mention.claim.title, want, right=right)
        tally.add(row["style"], row["text"], mention.claim.title, want, right=right)
    return tally


def anystyle(shared: Path, half: str) -> Tally:
    tally = Tally(f"anystyle {half}")
    rows = list(ET.parse(shared / "bench" / "anystyle-core.xml").getroot())
    for row in [row for at, row in enumerate(rows) if at % 2 == (half == "odd")]:
        text = " ".join(_plain(part.text or "").strip() for part in row)  # as the readers of documents give it
        fields: dict[str, list[str]] = {}
        for part in row:
            fields.setdefault(part.tag, []).append(_plain(part.text or "").strip())
        claim = parse(Entry("bench", 1, 1, text, text)).claim
        if "title" in fields:
            want = fields["title"][0]
            tally.add(
                "title",
                text,
                claim.title,
                want,
                right=fold(re.sub(r"\(abstract\)", "", claim.title)) == fold(re.sub(r"\(abstract\)", "", want)),
            )
        if "author" in fields:
            got = [str(name) for name in claim.author]
            wanted = [word for word in fold(" ".join(fields["author"])).split() if word not in _NOT_NAMES]
            mine = [word for word in fold(" ".join(got)).split() if word not in _NOT_NAMES]
            tally.add("authors", text, got, fields["author"], right=sorted("".join(wanted)) == sorted("".join(mine)))
        if "date" in fields and (year := re.search(r"(?<!\d)(?:1[4-9]|20)\d\d", " ".join(fields["date"]))):
            tally.add("year", text, claim.year, year[0], right=claim.year == int(year[0]))
        container = fields.get("journal") or fields.get("container-title")
        if container:
            want = re.sub(r"^in:?\s", "", container[0], flags=re.IGNORECASE)
            tally.add(
                "container",
                text,
                claim.container_title,
                want,
                right=fold(claim.container_title) == fold(want),
            )
        else:
            tally.add("no-container", text, claim.container_title, "", right=not claim.container_title)
        if "pages" in fields and re.search(r"\d", fields["pages"][0]):
            tally.add(
                "pages",
                text,
                claim.page,
                fields["pages"][0],
                right=re.findall(r"\d+", claim.page) == re.findall(r"\d+", fields["pages"][0]),
            )
    return tally


def rendered_references(shared: Path, seed: int) -> Tally:
    """Compare the fields of strings rendered in many styles with those of the works."""
    tally = Tally("rendered")
    for style, text, work in rendered(shared / "dumps" / "crossref-works.jsonl.gz", seed, 2500):
        claim = parse(Entry("bench", 1, 1, text, text)).claim
        shown = f"{style}: {text}"
        tally.add("title", shown, claim.title, work.title, right=fold(claim.title) == fold(work.title))
        names = [name.family for name in claim.author]
        families = [family for _, family in work.authors]
        same = sorted(fold(" ".join(names)).split()) == sorted(fold(" ".join(families)).split())
        tally.add("authors", shown, names, families, right=same)
        year = str(claim.year or "")
        tally.add("year", shown, year, work.year, right=year == work.year)
        containers = (fold(work.container), fold(abbreviated(work.container)))
        name = claim.container_title
        tally.add("container", shown, name, work.container, right=fold(name) in containers)
    return tally


_NOT_NAMES = frozenset("and und et al others y e with eds ed".split())


def _plain(text: str) -> str:
    return re.sub(r"<[^>]+>", "", text)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--shared", type=Path, default=Path(__file__).parent.parent.parent / "shared")
    options.add_argument("--half", choices=("even", "odd"), default="even")
    options.add_argument("--only", choices=("seeds", "strings", "rendered", "anystyle"))
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--show", default="")
    options.add_argument("--limit", type=int, default=20)
    given = options.parse_args()
    measures: dict[str, Callable[[], Tally]] = {
        "seeds": lambda: seeds(given.shared),
        "strings": lambda: strings(given.shared, given.half),
        "rendered": lambda: rendered_references(given.shared, given.seed),
        "anystyle": lambda: anystyle(given.shared, given.half),
    }
    for name, measure in measures.items():
        if given.only in (None, name):
            begun = time.perf_counter()
            measure().print(given.show, given.limit)
            print(f"  {time.perf_counter() - begun:.1f} s")


if __name__ == "__main__":
    main()
