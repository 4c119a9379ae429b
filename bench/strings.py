"""Publication strings with known keys, in styles and with noise of every kind: for trying `reconcile match`.

usage: python bench/strings.py --dblp dblp.xml.gz --anthology TAR [--crossref FILE.jsonl.gz] --n 3000 --seed 5
                               --out FILE.jsonl [--absent-share 0.2] [--styles a,b] [--held-out FILE]

A line: {"id", "text", "style", "noise", "source", "key", "keys", "absent", "title"}; `keys` are all that
are right. `absent` says why there is none: `held-out` (a real work; the catalogue must be built without the keys that
--held-out lists, and `was` has them), `made-up`, or `near` (style `near-…`: a title that resembles a real one).
"""

from __future__ import annotations

import argparse
import json
import random
from dataclasses import dataclass, replace
from pathlib import Path

import string_noise as noise
from cv_styles import Paper
from near_titles import NEAR
from string_styles import NAMELESS, STYLES, THIN, clean
from title_noise import plain_math
from works import Corpus, Work, drawable, load

from sources.text import content_words, fold

# Shares of strings with no, one, two, three noises.
_NOISES = (0, 0, 0, 1, 1, 1, 1, 2, 2, 3)
# What few titles have is drawn more often.
_SELDOM = frozenset({"subtitle-dropped", "subtitle-only", "spelling", "no-accents", "ligatures", "number-words"})
_LEAST_MARGIN = 0.04
_LEAST_LIKENESS = 0.72


@dataclass(frozen=True, slots=True)
class Row:
    """One string and what is true of it."""

    text: str
    style: str
    noise: tuple[str, ...]
    work: Work | None = None
    absent: str = ""
    title: str = ""

    def line(self, number: int, seed: int) -> str:
        """Return the row as a line of JSON, as the published strings have it."""
        known = self.work if not self.absent else None
        return json.dumps(
            {
                "id": f"o{seed}-{number:05d}",
                "text": self.text,
                "style": self.style,
                "noise": self.noise,
                "source": known.source if known else None,
                "key": known.paper.key if known else None,
                "keys": known.keys if known else (),
                "absent": self.absent,
                "title": self.title,
                "was": self.work.keys if self.work and self.absent else (),
            },
            ensure_ascii=False,
        )


class Writer:
    """Writes works down, with noise that leaves them recognisable."""

    def __init__(self, corpus: Corpus, rng: random.Random, styles: list[str]) -> None:
        self.corpus, self.rng, self.styles = corpus, rng, styles
        self.places = [at for at, (source, paper) in enumerate(corpus.papers) if drawable(source, paper)]
        venues = sorted({corpus.papers[at][1].venue for at in self.places[::50]})
        self.others = noise.Others(tuple(venue for venue in venues if len(venue) < 60))
        self.rng.shuffle(self.places)
        self._at = 0

    def next(self) -> int:
        """Return the next paper, never one twice."""
        self._at += 1
        return self.places[self._at - 1]

    def present(self) -> Row:
        """Return a string of a work that every catalogue has."""
        while True:
            at = self.next()
            if not self.corpus.work(at).held_out and (row := self.write(at)):
                return row

    def held_out(self) -> Row:
        """Return a string of a work that the smaller catalogue has not, nor one that is nearly it."""
        while True:
            at = self.next()
            if not self.corpus.work(at).held_out or self.corpus.sibling(at, 0.7) or self.corpus.namesakes(at):
                continue
            if row := self.write(at):
                return replace(row, absent="held-out")

    def made_up(self) -> Row:
        """Return a string of random words of titles, with a real team."""
        at = self.next()
        words = [
            self.rng.choice(self.corpus.papers[self.next()][1].title.split()) for _ in range(self.rng.randint(5, 10))
        ]
        paper = replace(self.corpus.papers[at][1], title=" ".join(words), doi="")
        return self._finished(paper, self.rng.choice(self.styles), [], absent="made-up")

    def near(self) -> Row:
        """Return a string of a title that resembles a real one and is another work's, in the list of a real team."""
        kind = self.rng.choice(list(NEAR))
        while True:
            at = self.next()
            paper = self.corpus.papers[at][1]
            title = NEAR[kind](paper.title, self.corpus, self.rng)
            if not title or self.corpus.near_titles(title, 0.95) or self.corpus.sibling(at, 0.75):
                continue
            style = self.rng.choice([style for style in STYLES if style not in NAMELESS])
            paper = replace(paper, title=title, page="", doi="")
            if self.rng.random() < 0.5:
                paper = noise.FIELD["year-off-by-more"](paper, self.rng, self.others)
            row = self._finished(paper, style, [], absent="near")
            return replace(row, style=f"near-{kind}", work=self.corpus.work(at))

    def write(self, at: int) -> Row | None:
        """Return the string, or nothing where nobody could tell from it which work is meant."""
        work, style = self.corpus.work(at), self.rng.choice(self.styles)
        kinds, done = self._kinds(style), []
        if self.corpus.namesakes(at):
            if style in NAMELESS or not self.corpus.distinct_namesakes(at):
                return None
            kinds, done = [], ["namesake"]
        elif self.corpus.sibling(at, 0.9):
            kinds, done = [], ["sibling"]
        if len(content_words(work.paper.title)) < (4 if style in NAMELESS else 2):
            return None
        paper = replace(work.paper, title=plain_math(work.paper.title))
        if paper != work.paper:
            done.append("plain-math")
        for kind in kinds:
            changed = self._changed(at, paper, kind)
            if changed is not None:
                paper, done = changed, [*done, kind]
        row = self._finished(paper, style, [*done, *(kind for kind in kinds if kind in noise.TEXT)])
        return replace(row, work=work)

    def _kinds(self, style: str) -> list[str]:
        """Return noises that fit the style; one of the title, one of the text, one of the authors at most."""
        title = [kind for kind in noise.TITLE if not (style in (*NAMELESS, *THIN) and kind in noise.SHORTENING)]
        fields = [kind for kind in noise.FIELD if not (style in NAMELESS and kind in noise.AUTHORS)]
        pool = [*title, *(fields if style != "title-only" else ()), *noise.TEXT]
        pool += [kind for kind in pool if kind in _SELDOM] * 3
        kinds = list(dict.fromkeys(self.rng.sample(pool, self.rng.choice(_NOISES))))
        for family in (noise.TITLE, noise.TEXT, noise.AUTHORS):
            extra = [kind for kind in kinds if kind in family][1:]
            kinds = [kind for kind in kinds if kind not in extra]
        short = any(kind in noise.SHORTENING for kind in kinds)
        return [kind for kind in kinds if not (short and kind in noise.AUTHORS)]

    def _changed(self, at: int, paper: Paper, kind: str) -> Paper | None:
        """Return the paper with that noise in a field, or nothing where it does not apply or leaves it unclear."""
        if kind in noise.FIELD:
            changed = noise.FIELD[kind](paper, self.rng, self.others)
            return changed if changed != paper else None
        if kind not in noise.TITLE:
            return None
        title = noise.TITLE[kind](paper.title, self.rng)
        return replace(paper, title=title) if title != paper.title and self._clear(at, title, kind) else None

    def _clear(self, at: int, title: str, kind: str) -> bool:
        """Whether a noisy title is still nearer to its own work than to any other's."""
        if kind in noise.SHORTENING:
            return bool(content_words(title)) and not self.corpus.taken(at, fold(title))
        mine, other = self.corpus.nearest(at, title)
        return mine > _LEAST_LIKENESS and mine > other + _LEAST_MARGIN

    def _finished(self, paper: Paper, style: str, kinds: list[str], absent: str = "") -> Row:
        text = clean(STYLES[style](paper, self.rng))
        done = []
        for kind in kinds:
            changed = noise.TEXT[kind](text, self.rng) if kind in noise.TEXT else text
            gone = kind == "truncated" and fold(paper.title) not in fold(changed)
            if kind not in noise.TEXT or (changed != text and not gone):
                text, done = changed, [*done, kind]
        return Row(text, style, tuple(done), None, absent, paper.title)


def rows(writer: Writer, count: int, absent_share: float) -> list[Row]:
    """Return the strings; of the absent ones two in five are held out, two made up, one is near."""
    absent = round(count * absent_share)
    made = [writer.present() for _ in range(count - absent)]
    ways = (writer.held_out, writer.made_up, writer.held_out, writer.made_up, writer.near)
    made += [ways[at % len(ways)]() for at in range(absent)]
    writer.rng.shuffle(made)
    return made


def held_out_keys(corpus: Corpus) -> list[str]:
    """Return the keys of the tenth of all works that a smaller catalogue is built without."""
    works = (corpus.work(at) for at in range(len(corpus.papers)))
    return sorted({key for work in works if work.held_out for key in work.keys})


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--dblp", type=Path)
    options.add_argument("--anthology", type=Path)
    options.add_argument("--crossref", type=Path)
    options.add_argument("--n", type=int, default=3000)
    options.add_argument("--seed", type=int, default=5)
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--absent-share", type=float, default=0.2)
    options.add_argument("--styles", default=",".join(STYLES))
    options.add_argument("--held-out", type=Path)
    given = options.parse_args()
    corpus = load(given.dblp, given.anthology, given.crossref)
    if given.held_out:
        given.held_out.write_text("\n".join(held_out_keys(corpus)) + "\n", encoding="utf-8")
    writer = Writer(corpus, random.Random(given.seed), given.styles.split(","))
    made = rows(writer, given.n, given.absent_share)
    lines = [row.line(at, given.seed) for at, row in enumerate(made)]
    given.out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(made)} strings, {sum(bool(row.absent) for row in made)} of them absent: {given.out}")


if __name__ == "__main__":
    main()
