"""The ACL Anthology's BibTeX: one file of everything, and one a paper (https://aclanthology.org/faq/bib/)."""

from __future__ import annotations

import re
import struct
import zlib
from functools import cache
from itertools import groupby
from urllib.parse import unquote

from tests.services.ranking import words
from tests.services.reply import Question, Reply, as_text
from tests.services.rows import Row, of_anthology

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SITE = "https://aclanthology.org/"
_PUBLISHER = "Association for Computational Linguistics"
_SMALL_WORDS = frozenset({"a", "an", "and", "for", "from", "in", "of", "on", "the", "to", "towards", "with"})


def _gzipped(content: bytes) -> bytes:
    """Return a gzip file that is the same with every version of Python and of zlib: a fixed head, and stored blocks."""
    packer = zlib.compressobj(level=0, wbits=-zlib.MAX_WBITS)
    head = b"\x1f\x8b\x08\0\0\0\0\0\0\xff"
    tail = struct.pack("<II", zlib.crc32(content), len(content) & 0xFFFFFFFF)
    return head + packer.compress(content) + packer.flush() + tail


def answer(question: Question) -> Reply:
    """Answer `anthology.bib.gz` and `ID.bib`."""
    path = unquote(question.path).strip("/")
    if path == "anthology.bib.gz":
        every = tuple(row.row for row in of_anthology().values())
        return Reply(200, "application/gzip", _gzipped(consolidated().encode()), rows=every)
    row = of_anthology().get(path.removesuffix(".bib")) if path.endswith(".bib") else None
    if row is None:
        return as_text("<!DOCTYPE html><html><body><h1>404 Not Found</h1></body></html>", "text/html", status=404)
    return as_text(entry(row), "application/x-bibtex", rows=(row.row,))


@cache
def consolidated() -> str:
    """Return the file of everything: macros for publisher, site and each volume, one line an entry."""
    header = f"@string{{acl = {{{_PUBLISHER}}}}}\n@string{{anth = {{{_SITE}}}}}\n"
    volumes = groupby(of_anthology().values(), key=_volume)
    return header + "".join(_volume_text(macro, list(papers)) for macro, papers in volumes)


def entry(row: Row) -> str:
    """Return the entry of a paper as its own file has it: everything spelled out, one line a name."""
    people = "  and\n      ".join(_last_first(name) for name in row.named)
    fields = {"title": f'"{_title(row)}"', "author": f'"{people}"' if people else ""}
    fields |= _fields(row, f'"{_booktitle(_volume(row))}"', f'"{_PUBLISHER}"', f'"{_SITE}{row.acl}/"')
    lines = "".join(f"    {name} = {value},\n" for name, value in fields.items() if value)
    return f"@inproceedings{{{bibkey(row)},\n{lines}}}\n"


def bibkey(row: Row) -> str:
    """Return the Anthology's key, seen or by its rule: first author, `etal`, year, first word of the title."""
    if "bibkey" in row.other:
        return row.other["bibkey"]
    people = [name.split()[-1] for name in row.named]
    named = [*people[:2]] if len(people) < 3 else [people[0], "etal"]
    telling = next((word for word in words(row.title) if word not in _SMALL_WORDS), "paper")
    return "-".join(["".join(words(part)) for part in named] + [str(row.year), telling])


def _volume(row: Row) -> str:
    """Return the volume's macro: `FINDINGS:2024:naacl` for 2024.findings-naacl.132, `D:17:1` for D17-1082."""
    new = re.fullmatch(r"(?P<year>[0-9]{4})\.(?P<venue>\w+)-(?P<volume>\w+)\.[0-9]+", row.acl)
    if new:
        return f"{new['venue'].upper()}:{new['year']}:{new['volume']}"
    return f"{row.acl[0]}:{row.acl[1:3]}:{row.acl[4]}"


@cache
def _booktitle(macro: str) -> str:
    """Return the title of a volume: of what was read for its papers, the fullest."""
    return max((row.container for row in of_anthology().values() if _volume(row) == macro), key=len)


def _volume_text(macro: str, papers: list[Row]) -> str:
    lines = [f"@string{{{macro} = {{{_booktitle(macro)}}}}}\n"]
    for row in papers:
        people = " and ".join(_last_first(name) for name in row.named)
        fields = {"title": f'"{_title(row)}"', "author": f'"{people}"' if people else ""}
        fields |= _fields(row, macro, "acl", f"anth # {{{row.acl}/}}")
        said = ", ".join(f"{name} = {value}" for name, value in fields.items() if value)
        lines.append(f"@inproceedings{{{bibkey(row)}, {said}, }}\n")
    return "\n" + "".join(lines)


def _fields(row: Row, booktitle: str, publisher: str, url: str) -> dict[str, str]:
    return {
        "booktitle": booktitle,
        "month": _MONTHS[row.month - 1] if row.month else "",
        "year": f'"{row.year}"',
        "address": f'"{row.other["address"]}"' if "address" in row.other else "",
        "publisher": publisher if row.publisher == _PUBLISHER else "",
        "url": url,
        "doi": f'"{row.doi}"' if row.doi else "",
        "pages": f'"{row.pages.replace("-", "--")}"' if row.pages else "",
    }


def _title(row: Row) -> str:
    """Return the title with the words that have capitals inside them in braces."""
    return re.sub(r"[^\W_][\w/-]*[A-Z][\w/-]*", r"{\g<0>}", row.title)


def _last_first(name: str) -> str:
    given, _, family = name.rpartition(" ")
    return f"{family}, {given}" if given else family
