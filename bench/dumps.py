"""DBLP's dump as papers, for the benches that write papers down: as documents, and as strings."""

from __future__ import annotations

import collections
import gzip
import html
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from cv_styles import Paper

LONG_VENUES: Mapping[str, str] = {
    "CVPR": "IEEE/CVF Conference on Computer Vision and Pattern Recognition",
    "ICASSP": "IEEE International Conference on Acoustics, Speech and Signal Processing",
    "AAAI": "Proceedings of the AAAI Conference on Artificial Intelligence",
    "ICML": "International Conference on Machine Learning",
    "NeurIPS": "Advances in Neural Information Processing Systems",
    "NIPS": "Advances in Neural Information Processing Systems",
    "IJCAI": "International Joint Conference on Artificial Intelligence",
    "CHI": "Proceedings of the CHI Conference on Human Factors in Computing Systems",
    "KDD": "ACM SIGKDD International Conference on Knowledge Discovery and Data Mining",
    "WWW": "Proceedings of The Web Conference",
    "SIGMOD": "ACM SIGMOD International Conference on Management of Data",
    "CIKM": "ACM International Conference on Information and Knowledge Management",
    "J. Mach. Learn. Res.": "Journal of Machine Learning Research",
}
_KINDS = ("inproceedings", "article", "incollection")
_FIELD = re.compile(r"<(author|title|year|booktitle|journal|volume|number|pages|ee)\b[^>]*>(.*)</\1>")


def dblp(path: Path, kinds: tuple[str, ...] = _KINDS) -> Iterator[Paper]:
    """Yield the papers of a DBLP dump (one field a line, as dblp.org writes it)."""
    opening = re.compile(rf'<(?:{"|".join(kinds)}) [^>]*key="([^"]+)"')
    key, fields = "", collections.defaultdict[str, list[str]](list)
    with gzip.open(path, "rt", encoding="latin-1") as lines:
        for line in lines:
            if opened := opening.match(line):
                key, fields = opened[1], collections.defaultdict(list)
            elif key and (field := _FIELD.match(line)):
                fields[field[1]].append(html.unescape(re.sub(r"</?(?:i|sub|sup|tt)>", "", field[2])))
            elif key and line.startswith("</"):
                yield _paper(key, fields)
                key = ""


def _paper(key: str, fields: Mapping[str, list[str]]) -> Paper:
    one = {name: values[0] for name, values in fields.items()}
    venue = one.get("booktitle") or one.get("journal", "")
    prefix = "https://doi.org/"
    doi = next((ee.removeprefix(prefix) for ee in fields.get("ee", ()) if ee.startswith(prefix)), "")
    return Paper(
        key,
        " ".join(one.get("title", "").rstrip(".").split()),
        tuple(re.sub(r" \d{4}$", "", name) for name in fields.get("author", ())),
        int(one["year"]) if one.get("year", "").isdigit() else 0,
        venue,
        LONG_VENUES.get(venue, venue),
        "journal" in one,
        one.get("volume", ""),
        one.get("number", ""),
        one.get("pages", ""),
        doi,
    )
