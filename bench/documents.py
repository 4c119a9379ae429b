"""Extraction and parsing of rendered CVs: records of the dumps, in every format and style of list, among decoys.

usage: python bench/documents.py [--shared ../shared] [--seed 1] [--papers 9] [--format .md] [--style NAME]
                                 [--show missed|stray|title|authors|year] [--limit 20] [--keep DIR]

Gold is known from the generator. A paper is found where an entry without a reason holds its title (each entry
accounts for one paper); every other entry without a reason is stray. Title, authors and year are judged on the
papers found: the title folded, the authors by family name in order, the year where the item has one.
"""

from __future__ import annotations

import argparse
import collections
import gzip
import json
import random
import tarfile
import tempfile
import time
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cv_markup import DIALECTS, Section, prose
from cv_prints import pdf, word, wrapped
from cv_styles import BIO, DECOYS, STYLES, Item, Paper, Run
from cv_tables import STRUCTURED
from dumps import dblp

from reconcile.documents import read
from reconcile.extract import extract
from reconcile.mention import Mention
from reconcile.parse import parse
from sources.text import fold, letters_of

MEASURES = ("papers", "found", "missed", "stray", "title", "authors", "year")


def dblp_papers(path: Path) -> Iterator[Paper]:
    """Yield the papers of a DBLP dump that a CV could hold."""
    for paper in dblp(path, ("inproceedings", "article")):
        odd = "\\" in paper.title or any(char in name for name in paper.authors for char in "('\"")
        if not odd and paper.venue and 0 < len(paper.authors) <= 12 and len(paper.title.split()) > 3 and paper.year:
            yield paper


def crossref_papers(path: Path) -> Iterator[Paper]:
    """Yield the journal articles and papers of a Crossref dump."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            names = tuple(
                f"{a['given']} {a['family']}" for a in row.get("author", ()) if a.get("given") and a.get("family")
            )
            title = " ".join(" ".join(row.get("title") or [""])[:300].split())
            venue = " ".join((row.get("container-title") or [""])[0].split())
            year = (row.get("issued", {}).get("date-parts") or [[None]])[0][0]
            markup = "<" in title + venue or "&" in title + venue or title.isupper()
            if row.get("type") not in {"journal-article", "proceedings-article"} or markup or not (venue and year):
                continue
            if 0 < len(names) <= 12 and len(names) == len(row["author"]) and 3 < len(title.split()) < 40:
                yield Paper(
                    row["DOI"],
                    title.rstrip("."),
                    names,
                    year,
                    venue,
                    venue,
                    row["type"] == "journal-article",
                    row.get("volume", ""),
                    row.get("issue", ""),
                    row.get("page", ""),
                    row["DOI"],
                )


def anthology_papers(path: Path, year: int = 2020) -> Iterator[Paper]:
    """Yield the papers of one year of an Anthology dump."""
    with tarfile.open(path) as archive:
        for member in archive:
            if not Path(member.name).name.startswith(f"{year}.") or not (content := archive.extractfile(member)):
                continue
            for volume in ET.parse(content).getroot().iter("volume"):
                booktitle = "".join(node.itertext()) if (node := volume.find("meta/booktitle")) is not None else ""
                for paper in volume.iter("paper"):
                    title, authors = paper.find("title"), paper.findall("author")
                    names = tuple(" ".join("".join(part.itertext()) for part in author) for author in authors)
                    text = " ".join("".join(title.itertext()).split()) if title is not None else ""
                    if 0 < len(names) <= 12 and len(text.split()) > 3 and all(" " in name for name in names):
                        key, pages, doi = (paper.findtext(tag, "") for tag in ("url", "pages", "doi"))
                        yield Paper(key, text, names, year, booktitle, booktitle, journal=False, page=pages, doi=doi)


def people_with_papers(shared: Path) -> list[tuple[str, list[Paper]]]:
    """Return who has enough papers of DBLP for a CV, with them; and a list for each dozen of the other two's."""
    by_person = collections.defaultdict[str, list[Paper]](list)
    for paper in dblp_papers(shared / "dumps" / "dblp.xml.gz"):
        for name in paper.authors:
            if len(name.split()) > 1:
                by_person[name].append(paper)
    many = sorted((name, papers) for name, papers in by_person.items() if 10 <= len(papers) <= 40)
    others = list(crossref_papers(shared / "dumps" / "crossref-works.jsonl.gz"))
    nlp = list(anthology_papers(shared / "dumps" / "acl-anthology-2021-03.tar.xz"))
    lists = [nlp[at : at + 12] for at in range(0, len(nlp) - 12, max(1, len(nlp) // 300))]
    lists += [others[at : at + 12] for at in range(0, len(others) - 12, 12)]
    return [
        *many[:: max(1, len(many) // 3000)],
        *((f"{papers[0].authors[0]}", papers) for papers in lists for _ in (0, 1)),
    ]


def publication_sections(style: str, papers: list[Paper], owner: str, rng: random.Random) -> list[Section]:
    """Return the section (or the sections by year) of the publications."""
    layout, form = STYLES[style]
    heading = rng.choice(
        ["Publications", "Selected Publications", "Research Papers", "Peer-reviewed publications", "Papers"]
    )
    if layout.startswith("years"):
        inner = "paragraphs" if layout.endswith("lines") else "bullets"
        years = sorted({paper.year for paper in papers}, reverse=True)
        rows = [Section(str(y), inner, tuple(form(p, owner, rng) for p in papers if p.year == y), 3) for y in years]
        return [Section(heading, "bullets", ()), *rows]
    if layout == "table":
        head: Item = tuple((Run(text),) for text in ("Year", "Title", "Authors", "Venue"))
        cells: list[Item] = [
            ((Run(str(p.year)),), (Run(p.title),), (Run(", ".join(p.authors)),), (Run(p.venue),)) for p in papers
        ]
        return [Section(heading, "table", (head, *cells))]
    if style.startswith("news"):
        heading = "News"
    layout = {"wrapped": "numbers", "pages": "paragraphs"}.get(layout, layout)
    return [Section(heading, layout, tuple(form(p, owner, rng) for p in papers))]


def decoy_sections(rng: random.Random) -> list[Section]:
    chosen = rng.sample(DECOYS, 7)
    return [Section(heading, layout, tuple(((Run(text),),) for text in items)) for heading, layout, items in chosen]


@dataclass(frozen=True, slots=True)
class Case:
    """A rendered document and what is true of it."""

    suffix: str
    style: str
    content: bytes
    papers: tuple[Paper, ...]
    has_authors: bool = True


def cases(shared: Path, seed: int, count: int, formats: set[str], styles: set[str]) -> Iterator[Case]:
    """Yield every format in every style, each with a person of its own."""
    rng = random.Random(seed)
    people = people_with_papers(shared)
    kinds = [(suffix, style) for suffix in (*DIALECTS, ".pdf", ".docx") for style in STYLES]
    kinds.remove((".pdf", "table"))  # Columns would be needed.
    kinds += [(suffix, style) for suffix, forms in STRUCTURED.items() for style in forms]
    for suffix, style in kinds:
        owner, all_papers = people[rng.randrange(len(people))]
        papers = sorted(
            {fold(p.title): p for p in rng.sample(all_papers, min(count, len(all_papers)))}.values(),
            key=lambda p: (-p.year, p.title),
        )
        own = random.Random(rng.random())
        if (formats and suffix not in formats) or (styles and style not in styles):
            continue
        content = render(suffix, style, papers, owner, own)
        yield Case(suffix, style, content, tuple(papers), style not in {"news bullets", "et al", "with others"})


def render(suffix: str, style: str, papers: list[Paper], owner: str, rng: random.Random) -> bytes:
    if suffix in STRUCTURED:
        return STRUCTURED[suffix][style](papers, owner)
    decoys, cut = decoy_sections(rng), rng.randint(0, 4)
    about = Section("", "paragraphs", (((Run(BIO),),),))
    sections = [about, *decoys[:cut], *publication_sections(style, papers, owner, rng), *decoys[cut:]]
    if suffix == ".pdf":
        return pdf(owner, sections)
    if suffix == ".docx":
        return word(owner, sections)
    if suffix == ".txt" and STYLES[style][0] in {"wrapped", "pages"}:
        return wrapped(owner, sections, pages=STYLES[style][0] == "pages")
    return prose(suffix, owner, sections)


def families(mention: Mention) -> list[str]:
    return [letters_of(name.family or name.literal) for name in mention.claim.author]


def same_families(mention: Mention, paper: Paper) -> bool:
    got, want = families(mention), [letters_of(name) for name in paper.authors]
    return len(got) == len(want) and all(mine and theirs.endswith(mine) for mine, theirs in zip(got, want, strict=True))


class Score:
    """Counts by format and by style, and the failures to look at."""

    def __init__(self) -> None:
        self.counts: dict[tuple[str, str], collections.Counter[str]] = collections.defaultdict(collections.Counter)
        self.failures: list[tuple[str, str, str]] = []

    def add(self, case: Case, measure: str, *, right: bool, says: str) -> None:
        """Count one judgement; `missed` and `stray` are counted where they are not right."""
        for row in (("format", case.suffix), ("style", case.style), ("total", "all")):
            self.counts[row]["of " + measure] += 1
            self.counts[row][measure] += right
        if not right:
            self.failures.append((measure, f"{case.suffix} {case.style}", says))

    def judge(self, case: Case, mentions: list[Mention]) -> None:
        left = [mention for mention in mentions if not mention.reason]
        for paper in case.papers:
            wanted = fold(paper.title)
            holding = [m for m in left if wanted == fold(m.claim.title)] or [
                m for m in left if wanted in fold(m.reading)
            ]
            self.add(case, "found", right=bool(holding), says=_lost(paper, mentions))
            if holding:
                left.remove(holding[0])
                self._fields(case, paper, holding[0])
        for mention in left:
            self.add(case, "stray", right=False, says=mention.reading)

    def _fields(self, case: Case, paper: Paper, mention: Mention) -> None:
        text, claim = mention.reading, mention.claim
        says = f"{text!r}\n    got  {claim.title!r}\n    want {paper.title!r}"
        self.add(case, "title", right=fold(claim.title) == fold(paper.title), says=says)
        says = f"{text!r}\n    got  {[str(name) for name in claim.author]}\n    want {list(paper.authors)}"
        if case.has_authors:
            self.add(case, "authors", right=same_families(mention, paper), says=says)
        self.add(case, "year", right=claim.year == paper.year, says=f"{text!r}\n    got {claim.year} want {paper.year}")

    def print(self) -> None:
        head = ("found", "missed", "stray", "title", "authors", "year")
        print(f"{'':28}" + "".join(f"{name:>10}" for name in head))
        for kind, name in sorted(self.counts, key=lambda row: (("format", "style", "total").index(row[0]), row[1])):
            row = self.counts[kind, name]
            shares = [f"{row[m] / row['of ' + m]:.3f}" if row["of " + m] else "-" for m in ("title", "authors", "year")]
            numbers = [row["found"], row["of found"] - row["found"], row["of stray"]]
            print(f"{name:28}" + "".join(f"{cell:>10}" for cell in [*numbers, *shares]))


def _lost(paper: Paper, mentions: list[Mention]) -> str:
    """Return what became of a paper that is in no entry of its own."""
    start = " ".join(fold(paper.title).split()[:4])
    near = next((m for m in mentions if start in fold(m.reading)), None)
    return f"{paper.title!r}: " + (f"reason {near.reason!r} in {near.reading!r}" if near else "in no entry")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--shared", type=Path, default=Path(__file__).parent.parent.parent / "shared")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--papers", type=int, default=9)
    options.add_argument("--format", action="append", default=[])
    options.add_argument("--style", action="append", default=[])
    options.add_argument("--show", choices=("found", "stray", "title", "authors", "year"))
    options.add_argument("--limit", type=int, default=20)
    options.add_argument("--keep", type=Path)
    given = options.parse_args()
    score, spent = Score(), 0.0
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        for case in cases(given.shared, given.seed, given.papers, set(given.format), set(given.style)):
            path = folder / f"{case.style.replace(' ', '-').replace(',', '')}{case.suffix}"
            path.write_bytes(case.content)
            begun = time.perf_counter()
            mentions = [parse(entry) for document in read(path) for entry in extract(document)]
            spent += time.perf_counter() - begun
            score.judge(case, mentions)
    score.print()
    print(f"{spent:.1f} s of reading, extracting and parsing")
    for _, place, says in [row for row in score.failures if row[0] == given.show][: given.limit]:
        print(f"- {place}: {says}")


if __name__ == "__main__":
    main()
