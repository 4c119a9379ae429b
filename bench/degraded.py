"""Degraded `.bib` entries with known keys: for trying `reconcile match` on bibliographies, and the scorer for them.

usage: python bench/degraded.py --dblp dblp.xml.gz [--anthology TAR] --n 10000 --seed 3 --out X.bib --gold X.gold.jsonl
                                [--absent N]
       python bench/degraded.py score GOLD MATCHES.jsonl

With --absent N, N entries are of works held out (see strings.py --held-out), with `keys` [] and `was` their keys.
A line of gold: {"id", "gold", "keys", "kind", "sub", "year", "title", "true_title", "authors", "was"}.
"""

from __future__ import annotations

import argparse
import collections
import json
import random
import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import string_names as forms
import string_noise as noise
import title_noise as titles
from cv_styles import Paper
from works import Corpus, Work, drawable, load

from sources.text import fold

# The kinds of the published thousand (clean 7 in 10; case, typo, subtitle 1 in 10 each) make half of the entries.
_KNOWN = ("clean", "clean", "clean", "clean", "clean", "clean", "clean", "case", "typo", "subtitle")
_OTHER = ("words", "latex", "letters", "cut", "names", "fields", "double")
_YEARS = ("exact", "exact", "exact", "exact", "exact", "none", "none", "none", "minus1", "minus1")
_MORE_YEARS = ("plus1", "minus2", "plus3", "in-press", "exact", "none")

TitleChange = Callable[[str, random.Random], str]


def _typo(at: str) -> TitleChange:
    def change(title: str, rng: random.Random) -> str:
        spots = [m.start() + rng.randrange(1, len(m[0]) - 1) for m in re.finditer(r"[A-Za-z]{4,}", title)]
        if not spots:
            return title
        spot, letter = rng.choice(spots), rng.choice("abcdefghijklmnopqrstuvwxyz")
        head, char, after, tail = title[:spot], title[spot], title[spot + 1], title[spot + 2 :]
        new = {"del": after, "ins": letter + char + after, "sub": letter + after, "swap": after + char}[at]
        return head + new + tail

    return change


TITLES: Mapping[str, Mapping[str, TitleChange]] = {
    "clean": {"clean": lambda title, _: title},
    "case": {
        "upper": titles.capitals,
        "lower": titles.small_letters,
        "wordbrace": lambda title, _: " ".join(f"{{{w}}}" if re.search("[A-Z]", w) else w for w in title.split(" ")),
        "allbrace": lambda title, _: f"{{{title}}}",
    },
    "typo": {kind: _typo(kind) for kind in ("sub", "swap", "del", "ins")},
    "subtitle": {"subtitle": titles.subtitle_dropped},
    "words": {
        "dropped": titles.word_dropped,
        "doubled": titles.word_doubled,
        "swapped": titles.words_swapped,
        "glued": titles.words_glued,
        "split": titles.word_split,
        "spelling": titles.spelling,
    },
    "latex": {
        "braced-letters": lambda title, _: re.sub(r"[A-Z]", lambda m: "{" + m[0] + "}", title),
        "emph": lambda title, _: f"\\emph{{{title}}}",
        "tilde": lambda title, _: title.replace(" ", "~", 2),
        "dashes": lambda title, _: title.replace("-", "--").replace(":", " ---"),
        "quotes": lambda title, _: f"``{title}''",
    },
    "letters": {
        "ligatures": noise.ligatures,
        "ocr": noise.ocr,
        "html": noise.escaped,
        "two-typos": titles.two_typos,
        "unicode-dashes": titles.unicode_dashes,
    },
    "cut": {
        "title-cut": titles.title_cut,
        "stop-words": titles.stop_words_dropped,
        "subtitle-only": titles.subtitle_only,
    },
    "names": {"clean": lambda title, _: title},
    "fields": {"clean": lambda title, _: title},
    "double": {
        "typo-lower": lambda title, rng: titles.typo(title, rng).lower(),
        "glued-upper": lambda title, rng: titles.words_glued(title, rng).upper(),
        "case-typo": lambda title, rng: titles.title_case(titles.two_typos(title, rng), rng),
    },
}
_SHORTENING = frozenset({"subtitle", "cut", "dropped"})


def _given_first(paper: Paper, _: random.Random) -> str:
    return " and ".join(paper.authors)


def _others(paper: Paper, rng: random.Random) -> str:
    return " and ".join([*paper.authors[: rng.randint(1, 3)], "others"])


def _typo_in_name(paper: Paper, rng: random.Random) -> str:
    changed = noise.FIELD["name-typo"](paper, rng, noise.Others(()))
    return " and ".join(map(forms.family_comma, changed.authors))


NAMES: Mapping[str, Callable[[Paper, random.Random], str]] = {
    "full": _given_first,
    "comma": lambda p, _: " and ".join(map(forms.family_comma, p.authors)),
    "initials": lambda p, _: " and ".join(map(forms.short, p.authors)),
    "others": _others,
    "comma-initials": lambda p, _: " and ".join(map(forms.family_comma_short, p.authors)),
    "latex": lambda p, rng: noise.latex(" and ".join(p.authors), rng),
}
ODD_NAMES: Mapping[str, Callable[[Paper, random.Random], str]] = {
    "families": lambda p, _: " and ".join(map(forms.only_family, p.authors)),
    "first-only": lambda p, _: p.authors[0],
    "commas": lambda p, _: ", ".join(p.authors),
    "et-al": lambda p, _: f"{p.authors[0]} et al.",
    "shuffled": lambda p, rng: " and ".join(rng.sample(p.authors, len(p.authors))),
    "missing": lambda p, rng: " and ".join(noise.FIELD["author-missing"](p, rng, noise.Others(())).authors),
    "typo": _typo_in_name,
    "plain": lambda p, rng: " and ".join(noise.FIELD["no-accents"](p, rng, noise.Others(())).authors),
    "capitals": lambda p, _: " and ".join(map(forms.family_comma, p.authors)).upper().replace(" AND ", " and "),
    "family-given": lambda p, _: " and ".join(" ".join(reversed(forms.parts(name))) for name in p.authors),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the bibliography and what is true of it."""

    work: Work
    kind: str
    sub: str
    year: str
    title: str
    fields: tuple[tuple[str, str], ...]
    type: str
    absent: bool = False

    def bibtex(self, key: str) -> str:
        body = ",\n".join(f"  {name} = {{{value}}}" for name, value in self.fields)
        return f"@{self.type}{{{key},\n{body}\n}}\n"

    def gold(self, key: str) -> str:
        keys = self.work.keys
        return json.dumps(
            {
                "id": key,
                "gold": None if self.absent else f"DBLP:{self.work.paper.key}",
                "keys": () if self.absent else keys,
                "kind": "absent-" + self.kind if self.absent else self.kind,
                "sub": self.sub,
                "year": self.year,
                "title": self.title,
                "true_title": self.work.paper.title,
                "authors": self.work.paper.authors,
                "was": keys if self.absent else (),
            },
            ensure_ascii=False,
        )


class Degrader:
    """Draws papers of DBLP and degrades their entries, never one twice."""

    def __init__(self, corpus: Corpus, rng: random.Random) -> None:
        self.corpus, self.rng = corpus, rng
        self.places = [at for at, (source, p) in enumerate(corpus.papers) if source == "dblp" and drawable(source, p)]
        rng.shuffle(self.places)

    def entry(self, *, absent: bool) -> Entry:
        """Return an entry of a work that the catalogue has, or of one held out of it."""
        while True:
            at = self.places.pop()
            work = self.corpus.work(at)
            if work.held_out is not absent or self.corpus.namesakes(at):
                continue
            if self.corpus.sibling(at, 0.7 if absent else 0.9):
                continue
            kind = self.rng.choice(_KNOWN if self.rng.random() < 0.5 else _OTHER)
            sub = self.rng.choice(list(TITLES[kind]))
            title = TITLES[kind][sub](work.paper.title, self.rng)
            if (title != work.paper.title or sub == "clean") and self._clear(at, title, kind, sub):
                return self._filled(work, title, kind, sub, absent=absent)

    def _clear(self, at: int, title: str, kind: str, sub: str) -> bool:
        """Whether the title, with an author, still means this work only."""
        words = re.sub(r"\\[a-z]+|[{}~]", lambda m: " " if m[0] == "~" else "", title)
        if kind in _SHORTENING or sub in _SHORTENING:
            return not self.corpus.taken(at, fold(words))
        if kind in {"clean", "case", "names", "fields", "latex"} or sub == "html":
            return True
        mine, other = self.corpus.nearest(at, words)
        return mine > 0.72 and mine > other + 0.04

    def _filled(self, work: Work, title: str, kind: str, sub: str, *, absent: bool) -> Entry:
        paper, rng = work.paper, self.rng
        odd = kind == "names"
        people = rng.choice(list(ODD_NAMES if odd else NAMES))
        sub = people if odd else sub
        year = rng.choice(_MORE_YEARS if kind == "fields" else _YEARS)
        shift = {"minus1": -1, "plus1": 1, "minus2": -2, "plus3": 3}.get(year, 0)
        said = {"none": "", "in-press": "in press"}.get(year, str(paper.year + shift))
        fields = [
            ("title", title),
            ("author", (ODD_NAMES | NAMES)[people](paper, rng) if odd else NAMES[people](paper, rng)),
        ]
        fields += [("year", said)] if said else []
        form, place = self._place(paper, kind)
        if kind == "fields" and rng.random() < 0.3:
            fields, sub = [field for field in fields if field[0] != "author"], "no-authors"
        return Entry(work, kind, sub, year, title, (*fields, *place), form, absent)

    def _place(self, paper: Paper, kind: str) -> tuple[str, list[tuple[str, str]]]:
        """Return the type of the entry and where it says that it appeared."""
        if kind != "fields":
            return self.rng.choice([("misc", []), ("article", [("journal", "arXiv preprint")])])
        number = (
            f"arXiv preprint arXiv:{paper.year % 100:02d}{self.rng.randint(1, 12):02d}.{self.rng.randint(1, 19999):05d}"
        )
        other = self.corpus.papers[self.rng.choice(self.places)][1].long_venue
        return self.rng.choice(
            [
                ("inproceedings", [("booktitle", paper.long_venue), ("pages", paper.page.replace("-", "--"))]),
                ("article", [("journal", number)]),
                ("inproceedings", [("booktitle", other)]),
                ("techreport", [("institution", "Technical Report"), ("note", "Under review")]),
                ("unpublished", [("note", "Accepted for publication")]),
                (
                    "conference",
                    [("booktitle", f"Proc. {paper.venue}'{paper.year % 100:02d}"), ("url", "http://x.org/1.pdf")],
                ),
            ]
        )


def make(given: argparse.Namespace) -> None:
    corpus = load(given.dblp, given.anthology, given.crossref)
    rng = random.Random(given.seed)
    degrader = Degrader(corpus, rng)
    entries = [degrader.entry(absent=at >= given.n) for at in range(given.n + given.absent)]
    rng.shuffle(entries)
    named = [(f"{'n' if entry.absent else 'q'}{at:05d}", entry) for at, entry in enumerate(entries)]
    given.out.write_text("\n".join(entry.bibtex(key) for key, entry in named), encoding="utf-8")
    given.gold.write_text("".join(entry.gold(key) + "\n" for key, entry in named), encoding="utf-8")
    print(f"{len(named)} entries: {dict(collections.Counter(entry.kind for _, entry in named))}")


def score(gold_path: Path, matches: Path) -> None:
    """Print right, wrong, missed, invented, refused by kind, and in all."""
    gold = {row["id"]: row for row in map(json.loads, gold_path.read_text(encoding="utf-8").splitlines())}
    found = {row["id"]: row for row in map(json.loads, matches.read_text(encoding="utf-8").splitlines())}
    table: dict[str, collections.Counter[str]] = collections.defaultdict(collections.Counter)
    for name, row in gold.items():
        match = found.get(name, {})
        key = ((match.get("record") or {}).get("key") or "") if match.get("status") == "matched" else ""
        right = set(row.get("keys", [row["gold"]] if row["gold"] else [])) | {row["gold"]}
        right = {one.removeprefix("DBLP:") for one in right if one}
        result = _judged(key.removeprefix("DBLP:"), right)
        for label in (row["kind"], f"{row['kind']}/{row['sub']}", f"year {row['year']}", "all"):
            table[label][result] += 1
    heads = ("right", "wrong", "missed", "invented", "refused")
    print(f"{'':28}" + "".join(f"{head:>10}" for head in heads))
    for label in sorted(table, key=lambda label: (label == "all", label)):
        print(f"{label:28}" + "".join(f"{table[label][head]:>10}" for head in heads))
    total = table["all"]
    held = max(1, total["right"] + total["wrong"] + total["missed"])
    print(f"right {total['right'] / held:.4f}  wrong {total['wrong'] / held:.4f}  invented {total['invented']}")


def _judged(key: str, right: set[str]) -> str:
    if right:
        return "right" if key in right else "wrong" if key else "missed"
    return "invented" if key else "refused"


def main() -> None:
    if sys.argv[1:2] == ["score"]:
        score(Path(sys.argv[2]), Path(sys.argv[3]))
        return
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--dblp", type=Path, required=True)
    options.add_argument("--anthology", type=Path)
    options.add_argument("--crossref", type=Path)
    options.add_argument("--n", type=int, default=10_000)
    options.add_argument("--absent", type=int, default=0)
    options.add_argument("--seed", type=int, default=3)
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--gold", type=Path, required=True)
    make(options.parse_args())


if __name__ == "__main__":
    main()
