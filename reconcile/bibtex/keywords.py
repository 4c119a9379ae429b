"""Which documents list a work, as keywords by which a lab's bibliography is parted by member."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePosixPath

from anyascii import anyascii

from reconcile.mention import Mention, Work

# A comma or a semicolon would part one keyword into two, and TeX's signs mean something else than themselves.
_PARTS_OR_TEX = re.compile(r"[^\w./-]+|_+")


def keywords(
    works: Iterable[Work],
    mentions: Sequence[Mention],
    *,
    ascii: bool = False,  # noqa: A002 -- as on the command line
) -> dict[str, tuple[str, ...]]:
    """Return, by the key of each work, the names of the documents that list it, in the order of the run.

    A document's name is that of its file without the ending; where two files are called alike (`ada/cv.pdf`,
    `bo/cv.pdf`), those of its folders stand before it. `ascii` says that it is written without accents.
    """
    names = _names(dict.fromkeys(mention.document for mention in mentions), ascii=ascii)
    return {work.key: tuple(dict.fromkeys(names[mentions[at].document] for at in work.mentions)) for work in works}


def _names(documents: Iterable[str], *, ascii: bool) -> Mapping[str, str]:  # noqa: A002
    paths = {document: PurePosixPath(anyascii(document) if ascii else document) for document in documents}
    met = Counter(path.stem for path in paths.values())
    return {
        document: _plain(path.stem if met[path.stem] == 1 else str(path.with_suffix("")))
        for document, path in paths.items()
    }


def _plain(name: str) -> str:
    return _PARTS_OR_TEX.sub("-", name).strip("-./") or "document"
