"""Labelled pairs of records, made of the dumps: what the shipped weights are estimated from.

usage: python bench/labelled.py --dblp dblp.xml.gz --anthology TAR --crossref FILE.jsonl.gz --works 20000 --seed 1
                                --out PAIRS.csv [--half 0|1]

A pair has a claim on the left and a record on the right, columns as `reconcile compare` reads them, and `label`. The
claim is a record of the dumps as other tables give it (`clean`), with the slips of bibliographies (`cited`), or
written as a string in one of the styles of `string_styles.py`, hurt, and read again by the project's own parser
(`read`). The record is one of the same work from another source where there is one, else of the same; or one that a
search would find beside it: the most alike titles, other papers of the team, namesakes. A preprint of a paper is the
same work, a journal's version of a conference paper another. The dumps hold few journals, so such versions are made up:
the same team, a journal of the dumps, one to three years on, the title as it was or with a word or two changed, one
author more or not. One draw in 50 is of a title that comes back (`Editorial`), of which each appearance is a work.
`--half` takes one half of the works, by their keys, so that a fit and its test share none.
"""

from __future__ import annotations

import argparse
import collections
import csv
import hashlib
import random
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import string_noise
import title_noise
from cv_styles import Paper
from rapidfuzz import fuzz, process
from string_names import bare_initials, family_comma_short, full, short, short_tight
from string_styles import STYLES, clean
from works import Corpus, drawable, families, load

from reconcile.entry import Entry
from reconcile.parse import parse
from sources.text import fold

FIELDS = ("title", "authors", "venue", "year")
HEADER = [*(f"{side}_{field}" for side in ("left", "right") for field in FIELDS), "label", "kind"]
_KINDS = ("clean", "clean", "cited", "cited", "read")
_FORMS = (full, full, full, short, short_tight, bare_initials, family_comma_short)
_ALIKE, _TEAM = 3, 2  # negatives of a work: those with the most alike titles, and others of its team
_EXTENDED = 0.03  # of conference papers
_COLUMNS = 0.02
_INSTALMENTS = 0.006  # reports, columns and shared tasks with one title, each year by others
_LEAST_TIMES = 4  # that a title comes back
_BEHIND = (
    " (extended abstract)", " (demo)", " [J]", ". In Proc", ". Technical report", ", tutorial", " (panel)", " - poster",
)  # fmt: skip
_REPORTS = ("Technical report", "University of Somewhere, Technical Report TR-12", "Submitted", "PhD thesis", "Draft")
_ARXIV = re.compile(r"corr|arxiv", re.IGNORECASE)

Cells = tuple[str, str, str, str]


class Pairs:
    """Draws works and writes down the pairs of each."""

    def __init__(self, corpus: Corpus, rng: random.Random) -> None:
        self.corpus, self.rng = corpus, rng
        self.others = string_noise.Others(("Technical report", "Under review", "Springer LNCS", "Manuscript"))
        self.by_person: dict[str, list[int]] = collections.defaultdict(list)
        for at, (_, paper) in enumerate(corpus.papers):
            for name in paper.authors:
                self.by_person[fold(name)].append(at)
        self.journals = sorted({paper.venue for _, paper in corpus.papers if paper.journal and len(paper.venue) < 60})
        times = collections.Counter(corpus.folded)
        self.columns = [at for at, title in enumerate(corpus.folded) if times[title] >= _LEAST_TIMES]

    def of(self, at: int) -> Iterator[list[str]]:
        """Yield the pairs of a work: one or two that are the same, and several that are not."""
        paper = self.corpus.papers[at][1]
        kind = self.rng.choice(_KINDS)
        left = self.claim(paper, kind)
        if left is None or not left[0]:
            return
        group = sorted(self.corpus.same(at))
        same = [each for each in group if is_version(paper, self.corpus.papers[each][1])]
        for each in self.rng.sample(same, min(2, len(same))):
            yield [*left, *self.record(each), "1", kind]
        for each in self.rivals(at, left, frozenset(group)):
            yield [*left, *self.record(each), "0", kind]
        if not paper.journal and self.rng.random() < _EXTENDED:
            yield [*left, *self.cells(self.extension(paper)), "0", "extension"]
        if self.rng.random() < _INSTALMENTS:
            yield [*left, *self.cells(self.instalment(paper)), "0", "instalment"]

    def column(self) -> Iterator[list[str]]:
        """Yield pairs of a title that comes back: one appearance with itself, and with others of other years."""
        at = self.rng.choice(self.columns)
        paper = self.corpus.papers[at][1]
        left = self.claim(paper, "clean")
        if left is None:
            return
        yield [*left, *self.record(at), "1", "column"]
        again = [i for i, title in enumerate(self.corpus.folded) if title == self.corpus.folded[at]]
        others = [i for i in again if self.corpus.papers[i][1].year != paper.year]
        for each in self.rng.sample(others, min(3, len(others))):
            yield [*left, *self.record(each), "0", "column"]

    def instalment(self, paper: Paper) -> Paper:
        """Return another year's paper with the same title and venue, by others but for one person at most."""
        rng = self.rng
        others = tuple(name for _ in range(rng.randint(0, 3)) for name in rng.choice(self.corpus.papers)[1].authors[:1])
        kept = (rng.choice(paper.authors),) if paper.authors and rng.random() < 0.7 else ()
        year = paper.year + rng.choice((-3, -2, -1, -1, 1, 1, 2, 3))
        return replace(paper, authors=kept + others, year=year)

    def extension(self, paper: Paper) -> Paper:
        """Return what a journal's version of a conference paper would be."""
        rng = self.rng
        title = paper.title
        if rng.random() < 0.5:
            title = rng.choice([title_noise.word_dropped, title_noise.subtitle_dropped, _framed])(title, rng)
        authors = paper.authors
        if rng.random() < 0.3:
            authors += rng.choice(self.corpus.papers)[1].authors[:1]
        venue = rng.choice(self.journals)
        year = paper.year + rng.choice((1, 1, 2, 2, 3))
        return replace(paper, title=title, authors=authors, venue=venue, long_venue=venue, journal=True, year=year)

    def rivals(self, at: int, left: Cells, group: frozenset[int]) -> list[int]:
        """Return records of other works that a search for the claim would find."""
        corpus = self.corpus
        paper = corpus.papers[at][1]
        near = sorted(corpus.near(fold(left[0]), group))
        alike = process.extract(
            fold(left[0]), [corpus.folded[i] for i in near], scorer=fuzz.token_set_ratio, limit=_ALIKE
        )
        found = [near[place] for _, _, place in alike]
        team = [i for name in paper.authors for i in self.by_person[fold(name)] if i not in group]
        counted = collections.Counter(team).most_common(8)
        found += self.rng.sample([i for i, _ in counted], min(_TEAM, len(counted)))
        found += [i for i in group if not is_version(paper, corpus.papers[i][1])]
        return list(dict.fromkeys(found))

    def record(self, at: int) -> Cells:
        """Return a record as a table gives it."""
        return self.cells(self.corpus.papers[at][1])

    def cells(self, paper: Paper) -> Cells:
        """Return a paper as a table gives it."""
        venue = self.rng.choice([paper.venue, paper.long_venue])
        year = str(paper.year) if paper.year and self.rng.random() < 0.95 else ""
        return title_noise.plain_math(paper.title), ", ".join(paper.authors), venue, year

    def claim(self, paper: Paper, kind: str) -> Cells | None:
        """Return what somebody makes of a paper; None where nothing can be read of it."""
        rng = self.rng
        paper = replace(paper, title=title_noise.plain_math(paper.title))
        if kind == "clean":
            paper = self.hurt(paper, 0.1)
        elif kind == "cited":
            paper = self.hurt(self.hurt(paper, 0.6), 0.3)
        else:
            style = rng.choice(list(STYLES.values()))
            text = clean(style(self.hurt(paper, 0.3), rng))
            text = rng.choice(list(string_noise.TEXT.values()))(text, rng) if rng.random() < 0.3 else text
            read = parse(Entry("bench", 1, 1, text, text)).claim
            return read.title, ", ".join(map(str, read.author)), read.container_title, str(read.year or "")
        form = rng.choice(_FORMS)
        names = [form(name) if name != string_noise.ET_AL else "et al." for name in paper.authors]
        authors = ("; " if form is family_comma_short else ", ").join(names)
        venue = rng.choice([paper.venue, paper.long_venue, paper.venue.lower(), ""])
        if kind == "clean":
            return paper.title, authors, venue, str(paper.year) if rng.random() < 0.95 else ""
        year = str(paper.year) if rng.random() < 0.6 else ""
        return self.with_more(paper), self.copied(authors), self.misplaced(paper, venue), year

    def with_more(self, paper: Paper) -> str:
        """Return a title as a bad reading leaves it: with a name before it, or a remark or an imprint behind."""
        draw = self.rng.random()
        if draw < 0.06 and paper.authors:
            return f"{self.rng.choice(paper.authors).split()[-1]}. {paper.title}"
        return paper.title + (self.rng.choice(_BEHIND) if draw < 0.14 else "")

    def copied(self, authors: str) -> str:
        """Return a list of authors, at times broken off after so many letters, or not there."""
        draw = self.rng.random()
        return "" if draw < 0.05 else authors[: self.rng.randint(15, 50)] if draw < 0.2 else authors

    def misplaced(self, paper: Paper, venue: str) -> str:
        """Return a venue, at times broken off, or that of a report or of another paper."""
        draw = self.rng.random()
        if draw < 0.15:
            return paper.long_venue[: self.rng.randint(15, 40)]
        if draw < 0.25:
            return self.rng.choice(_REPORTS)
        return self.rng.choice(self.corpus.papers)[1].venue if draw < 0.3 else venue

    def hurt(self, paper: Paper, chance: float) -> Paper:
        """Return a paper with a slip in its title, and one elsewhere, each as likely as `chance`."""
        rng = self.rng
        if rng.random() < chance:
            paper = replace(paper, title=rng.choice(list(title_noise.TITLE.values()))(paper.title, rng) or paper.title)
        if rng.random() < chance and paper.authors:
            paper = rng.choice(list(string_noise.FIELD.values()))(paper, rng, self.others)
        return paper


def _framed(title: str, rng: random.Random) -> str:
    """Return a title as a longer version has it."""
    frames = ("{}: Theory and Practice", "On {}", "{}: An Extended Study", "A General Approach to {}")
    return rng.choice(frames).format(title)


def is_version(left: Paper, right: Paper) -> bool:
    """Say whether two records with one title and team are one work: a preprint is, a journal's extension is not."""
    if _ARXIV.search(left.venue + right.venue) or not left.year or not right.year:
        return True
    return left.journal is right.journal and abs(left.year - right.year) <= 1


def half(key: str) -> int:
    """Return the half that a work belongs to."""
    return int(hashlib.sha256(key.encode()).hexdigest(), 16) % 2


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("--dblp", "--anthology", "--crossref", "--out"):
        parser.add_argument(name, type=Path, required=True)
    parser.add_argument("--works", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--half", type=int, choices=(0, 1), help="works of one half only")
    asked = parser.parse_args()
    corpus = load(asked.dblp, asked.anthology, asked.crossref)
    rng = random.Random(asked.seed)
    pairs = Pairs(corpus, rng)
    places = [at for at, (source, paper) in enumerate(corpus.papers) if drawable(source, paper) and families(paper)]
    rng.shuffle(places)
    drawn = (at for at in places if asked.half is None or half(min(corpus.work(at).keys)) == asked.half)
    works = (at for at, _ in zip(drawn, range(asked.works), strict=False))
    rows = (row for at in works for row in (pairs.column() if rng.random() < _COLUMNS else pairs.of(at)))
    with asked.out.open("w", newline="", encoding="utf-8") as table:
        writer = csv.writer(table, lineterminator="\n")
        writer.writerow(HEADER)
        counted: collections.Counter[str] = collections.Counter()
        for row in rows:
            writer.writerow(row)
            counted[row[-2]] += 1
    print(f"{asked.out}: {counted['1']} pairs of one work, {counted['0']} of two")


if __name__ == "__main__":
    main()
