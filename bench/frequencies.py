"""Count how often title words and surnames occur, and write the two tables that scoring reads.

usage: python bench/frequencies.py DBLP.xml.gz --out reconcile/data

Rare words and rare surnames identify a publication, common ones do not. The tables hold what is common, one
`word<TAB>bits` a line, bits being log2(N / document frequency); what is not in a table counts as rare.
"""

from __future__ import annotations

import argparse
import collections
import gzip
import html
import math
import re
from pathlib import Path

from sources.text import fold, words

TITLE = re.compile(r"<title>(.*?)</title>", re.S)
AUTHOR = re.compile(r"<author[^>]*>(.*?)</author>")
TAG = re.compile(r"<[^>]+>")
KEPT = {"title_words": 2500, "surnames": 1500}


def counts(path: Path) -> tuple[int, collections.Counter[str], int, collections.Counter[str]]:
    """Return the number of titles and of names, with the counters of title words and surnames."""
    titles = names = 0
    by_word: collections.Counter[str] = collections.Counter()
    by_surname: collections.Counter[str] = collections.Counter()
    with gzip.open(path, "rt", encoding="iso-8859-1") as dump:
        for line in dump:
            for title in TITLE.findall(line):
                titles += 1
                by_word.update(set(words(html.unescape(TAG.sub("", title)))))
            for author in AUTHOR.findall(line):
                names += 1
                parts = fold(re.sub(r"\s\d{4}$", "", html.unescape(author))).split()
                if parts:
                    by_surname[parts[-1]] += 1
    return titles, by_word, names, by_surname


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("dump", type=Path)
    parser.add_argument("--out", type=Path, default=Path("reconcile/data"))
    asked = parser.parse_args()
    titles, by_word, names, by_surname = counts(asked.dump)
    for name, total, counter in (("title_words", titles, by_word), ("surnames", names, by_surname)):
        rows = sorted(counter.most_common(KEPT[name]))
        text = "".join(f"{word}\t{math.log2(total / count):.1f}\n" for word, count in rows)
        (asked.out / f"{name}.tsv").write_text(text, encoding="utf-8")
        rarest = max(math.log2(total / count) for _, count in rows)
        print(f"{name}: {len(rows)} of {len(counter)} kept, the rarest has {rarest:.1f} bits, from {total} counted")


if __name__ == "__main__":
    main()
