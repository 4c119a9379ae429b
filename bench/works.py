"""The works that test strings are made of: papers of DBLP, the Anthology and Crossref, and which are the same.

Two records are one work where they have the same folded title and share an author's family name (transitively).
Editorials, prefaces and what has no author are left out of the drawing, not out of the keys.
"""

from __future__ import annotations

import collections
import gzip
import hashlib
import html
import json
import re
import tarfile
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from cv_styles import Paper, split_name
from dumps import dblp
from rapidfuzz import process
from rapidfuzz.distance import Indel

from sources.text import STOP_WORDS, fold

_PLAIN_ID = re.compile(r"[A-Z]\d{2}-\d{4}|\d{4}\.[\w-]+\.\d+")
_HELD_OUT_SHARE = 10  # One work in ten.


@dataclass(frozen=True, slots=True)
class Work:
    """One record chosen to be written down, with every key that is right for it."""

    paper: Paper
    source: str
    keys: tuple[str, ...]

    @property
    def held_out(self) -> bool:
        """Whether the work belongs to the tenth of which a smaller catalogue knows nothing."""
        return int(hashlib.sha256(self.keys[0].encode()).hexdigest(), 16) % _HELD_OUT_SHARE == 0


def anthology(path: Path) -> Iterator[Paper]:
    """Yield the papers of an Anthology dump (a tar of XML files)."""
    with tarfile.open(path) as archive:
        for member in archive:
            if not member.name.endswith(".xml") or not (content := archive.extractfile(member)):
                continue
            collection = ET.parse(content).getroot()
            for volume in collection.iter("volume"):
                yield from _anthology_papers(collection.get("id", ""), volume)


def _anthology_papers(collection: str, volume: ET.Element) -> Iterator[Paper]:
    booktitle, year = _text(volume.find("meta/booktitle")), volume.findtext("meta/year", "0")
    journal = bool(re.match(r"[JQ]\d\d|\d{4}\.(?:tacl|cl)$", collection))
    for paper in volume.iter("paper"):
        key = paper.findtext("url", "")
        if not _PLAIN_ID.fullmatch(key):
            key = anthology_id(collection, volume.get("id", ""), paper.get("id", ""))
        names = [" ".join(filter(None, map(_text, (a.find("first"), a.find("last"))))) for a in paper.findall("author")]
        title, pages = _text(paper.find("title")).rstrip("."), paper.findtext("pages", "").replace("–", "-")
        number = int(year) if year.isdigit() else 0
        found = Paper(key, title, tuple(names), number, _acronym(booktitle), booktitle, journal, page=pages)
        yield found
        if (alias := paper.findtext("url", "").rpartition("/")[2]) not in {"", key}:
            # The published strings have the end of the address as key: `738.pdf`.
            yield replace(found, key=alias)


def anthology_id(collection: str, volume: str, paper: str) -> str:
    """Return the id by the Anthology's rule (https://aclanthology.org/info/ids/): `W17-0101`, `2020.acl-main.1`."""
    if "." in collection:
        return f"{collection}-{volume}.{paper}"
    two = collection.startswith("W") or collection == "C69" or (collection == "D19" and int(volume) >= 5)
    return f"{collection}-{int(volume):02d}{int(paper):02d}" if two else f"{collection}-{volume}{int(paper):03d}"


def _acronym(booktitle: str) -> str:
    found = re.search(r"\(([A-Z][\w*-]{2,14})(?:[ -]?(?:19|20)?\d\d)?\)", booktitle)
    if found:
        return found[1]
    known = {
        "Annual Meeting of the Association for Computational": "ACL",
        "Empirical Methods in Natural": "EMNLP",
        "North American Chapter": "NAACL",
        "European Chapter": "EACL",
        "International Conference on Computational Linguistics": "COLING",
        "Transactions of the Association": "TACL",
    }
    return next((short for words, short in known.items() if words in booktitle), booktitle)


def _text(node: ET.Element | None) -> str:
    return " ".join("".join(node.itertext()).split()) if node is not None else ""


def crossref(path: Path) -> Iterator[Paper]:
    """Yield the items of a Crossref dump; they only add keys."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            names = tuple(
                f"{a.get('given', '')} {a['family']}".strip() for a in row.get("author", ()) if a.get("family")
            )
            title = re.sub(r"<[^>]+>", "", html.unescape((row.get("title") or [""])[0]))
            venue = (row.get("container-title") or [""])[0]
            yield Paper(row["DOI"].lower(), title, names, 0, venue, venue, journal=True, doi=row["DOI"].lower())


def families(paper: Paper) -> frozenset[str]:
    return frozenset(fold(split_name(name)[1]) for name in paper.authors if name.strip())


class Corpus:
    """All papers, by work; and what could be taken for one another."""

    def __init__(self, papers: Iterable[tuple[str, Paper]]) -> None:
        self.papers = [(source, paper) for source, paper in papers if paper.title]
        self.folded = [fold(paper.title) for _, paper in self.papers]
        self._by_title = collections.defaultdict[str, list[int]](list)
        self._by_word = collections.defaultdict[str, list[int]](list)
        for at, title in enumerate(self.folded):
            self._by_title[title].append(at)
            for word in set(title.split()) - STOP_WORDS:
                self._by_word[word].append(at)

    def same(self, at: int) -> frozenset[int]:
        """Return the records of the same work: equal folded titles, linked by shared family names."""
        group, known = {at}, set(families(self.papers[at][1]))
        left = set(self._by_title[self.folded[at]]) - group
        while found := {i for i in left if known & families(self.papers[i][1])}:
            group |= found
            left -= found
            known.update(*(families(self.papers[i][1]) for i in found))
        return frozenset(group)

    def work(self, at: int) -> Work:
        source, paper = self.papers[at]
        return Work(paper, source, tuple(sorted({self.papers[i][1].key for i in self.same(at)})))

    def namesakes(self, at: int) -> bool:
        """Whether another work has the same title."""
        return len(self._by_title[self.folded[at]]) > len(self.same(at))

    def distinct_namesakes(self, at: int) -> bool:
        """Whether no word of a name is shared with the works of the same title: they are others for certain."""
        group = self.same(at)
        others = [i for i in self._by_title[self.folded[at]] if i not in group]
        mine = {word for i in group for name in self.papers[i][1].authors for word in fold(name).split()}
        return not any(mine & {w for name in self.papers[i][1].authors for w in fold(name).split()} for i in others)

    def rare_words(self, title: str) -> list[str]:
        """Return the content words of a folded title, rarest first."""
        return sorted(set(title.split()) - STOP_WORDS, key=lambda word: (len(self._by_word.get(word, ())), word))

    def count(self, word: str) -> int:
        return len(self._by_word.get(word, ()))

    def near(self, title: str, but: Iterable[int] = ()) -> set[int]:
        """Return the papers that share one of the rarest words of a folded title."""
        found: set[int] = set()
        for word in [word for word in self.rare_words(title) if word in self._by_word][:4]:
            if len(found) < 300:
                found.update(self._by_word[word][:1000])
        return found - set(but)

    def nearest(self, at: int, title: str) -> tuple[float, float]:
        """Return how alike a noisy title is to the true one, and to the nearest of another work (0..1)."""
        noisy = fold(title)
        others = self.near(self.folded[at], self.same(at)) | self.near(noisy, self.same(at))
        found = process.extractOne(noisy, [self.folded[i] for i in others], scorer=Indel.normalized_similarity)
        best = found[1] if found else 0.0
        return Indel.normalized_similarity(noisy, self.folded[at]), best

    def near_titles(self, title: str, floor: float) -> bool:
        """Whether any work has a title as near as that."""
        noisy = fold(title)
        return any(Indel.normalized_similarity(noisy, self.folded[i]) >= floor for i in self.near(noisy))

    def taken(self, at: int, title: str) -> bool:
        """Whether a shortened title could be another work by one of the authors, or is wholly another work's."""
        mine = families(self.papers[at][1])
        likeness = Indel.normalized_similarity(title, self.folded[at])
        for i in self.near(title, self.same(at)):
            other = self.folded[i]
            if other == title:
                return True
            ends = other.startswith(title) or other.endswith(title)
            alike = ends or Indel.normalized_similarity(title, other) > likeness - 0.1
            if alike and mine & families(self.papers[i][1]):
                return True
        return False

    def sibling(self, at: int, floor: float = 0.8) -> bool:
        """Whether another work by one of the authors has nearly this title (an extended abstract, a part two)."""
        mine, title = families(self.papers[at][1]), self.folded[at]
        alike = [
            i
            for i in self.near(title, self.same(at))
            if Indel.normalized_similarity(title, self.folded[i], score_cutoff=floor) > floor
            or self.folded[i].startswith(title)
            or title.startswith(self.folded[i])
        ]
        return any(mine & families(self.papers[i][1]) for i in alike)


def load(dblp_path: Path | None, anthology_path: Path | None, crossref_path: Path | None = None) -> Corpus:
    """Read the dumps that are given."""
    papers: list[tuple[str, Paper]] = []
    for source, reader, path in (
        ("dblp", dblp, dblp_path),
        ("acl", anthology, anthology_path),
        ("crossref", crossref, crossref_path),
    ):
        if path:
            papers += [(source, paper) for paper in reader(path)]
    return Corpus(papers)


def drawable(source: str, paper: Paper) -> bool:
    """Whether a paper is one that people list: with names, a year and a title of its own."""
    title = fold(paper.title)
    if source == "crossref" or paper.key.endswith(".pdf") or not (paper.authors and paper.year and paper.venue):
        return False
    if re.match(r"(?:preface|editorial|introduction|foreword|proceedings|session|workshop on|erratum|index)\b", title):
        return False
    return len(title.split()) > 1 and all(len(name.split()) > 1 for name in paper.authors)
