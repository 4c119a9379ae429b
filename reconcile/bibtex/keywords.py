"""Which documents list a work, as keywords by which a lab's bibliography is parted by member."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePosixPath

from anyascii import anyascii

from reconcile.mention import Mention, Work

# A comma or a semicolon would part one keyword into two, and TeX's signs mean something else than themselves.
_PARTS_OR_TEX = re.compile(r"[^\w.-]+|_+")


def keywords(
    works: Iterable[Work],
    mentions: Sequence[Mention],
    *,
    ascii: bool = False,  # noqa: A002 -- as on the command line
) -> dict[str, tuple[str, ...]]:
    """Return, by the key of each work, the names of the documents that list it, in the order of the run.

    A document's name is that of its file without the ending; where two files are called alike (`ada/cv.pdf`,
    `bo/cv.pdf`), as many of its folders stand before it as tell them apart, and a number behind it where none does.
    `ascii` says that it is written without accents.
    """
    names = _names(dict.fromkeys(mention.document for mention in mentions), ascii=ascii)
    return {work.key: tuple(dict.fromkeys(names[mentions[at].document] for at in work.mentions)) for work in works}


def _names(documents: Iterable[str], *, ascii: bool) -> Mapping[str, str]:  # noqa: A002
    """Return a name of its own for each document."""
    paths = {document: _parts(anyascii(document) if ascii else document) for document in documents}
    met = Counter(tail for parts in paths.values() for tail in _tails(parts))
    names: dict[str, str] = {}
    for document, parts in paths.items():
        told = next((tail for tail in _tails(parts) if met[tail] == 1), "")
        alike = sum(parts == paths[earlier] for earlier in names)
        names[document] = told or f"{'/'.join(parts)}-{alike + 1}"
    return names


def _parts(document: str) -> tuple[str, ...]:
    path = PurePosixPath(document)
    parts = (part for part in path.with_suffix("").parts if part != path.anchor)
    return tuple(_PARTS_OR_TEX.sub("-", part).strip("-.") or "document" for part in parts)


def _tails(parts: Sequence[str]) -> list[str]:
    """Return the last part, the last two, and so on."""
    return ["/".join(parts[at:]) for at in range(len(parts) - 1, -1, -1)]
