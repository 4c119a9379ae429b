"""The noun of the cases, and what they are made of."""

from __future__ import annotations

import io
import os
import tarfile
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import openpyxl
import pytest

from reconcile.cli import UNUSABLE

Content = str | bytes
Patch = Callable[[pytest.MonkeyPatch], object]

PAPER = '<article key="journals/x/L{0}"><author>Maria Lopez</author><title>On {0} Wool.</title><year>2020</year></article>\n'
DBLP = '<?xml version="1.0"?>\n<dblp>\n{}</dblp>\n'
FOUR = DBLP.format("".join(PAPER.format(number) for number in range(4)))
ENTRY = "@misc{a, title = {On Wool}}\n"
BROKEN_BIB = "".join(f"@misc{{a{number}, title = {{On Wool}}\n" for number in range(25)) + ENTRY
WORK = '{"DOI": "10.1/a", "title": ["On Wool"], "type": "journal-article"}\n'
COLLECTION = '<collection id="2020.acl"></collection>\n'
LINES = "Publications\n\n- Maria Lopez and A. Bee. A Study of Things. In Proceedings of ICML, pp. 1-9, 2020.\n"
# What lies in the folder of every case. `cat` is a catalogue of four papers, where a command names it.
AROUND: Mapping[str, Content] = {
    "cv.txt": LINES,
    "refs.bib": ENTRY,
    "dblp.xml": FOUR,
    "page.html": "<!DOCTYPE html><html><body>No</body></html>",
    "empty": "",
    "some.txt": "text",
    "folder/file.x": "x",
}


@dataclass(frozen=True, slots=True)
class Case:
    """A message as docs/errors.md has it, the words of a command, and what is there beside `AROUND`.

    `prepare` does what no file does, in the folder of the case; `patch` stands for what a test cannot bring about.
    """

    message: str
    command: str
    files: Mapping[str, Content] = field(default_factory=dict)
    status: int = UNUSABLE
    patch: Patch | None = None
    prepare: Callable[[], object] | None = None
    stdin: bytes = b""


def zipped(name: str, content: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(name, content)
    return stream.getvalue()


def damaged() -> bytes:
    """An archive with a document whose bytes are others."""
    content = bytearray(zipped("a.txt", LINES.encode()))
    content[40:44] = b"\xff" * 4
    return bytes(content)


def workbook() -> bytes:
    """A workbook of one row."""
    book = openpyxl.Workbook()
    book.active["A1"] = "Wool"
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def tarred(name: str, content: bytes) -> bytes:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as tar:
        member = tarfile.TarInfo(name)
        member.size = len(content)
        tar.addfile(member, io.BytesIO(content))
    return stream.getvalue()


def pdf(pages: int, text: str = "") -> bytes:
    content = f"BT /F 10 Tf 50 700 Td ({text}) Tj ET\n" if text else ""
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{'4 0 R ' * pages}]/Count {pages}>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F 3 0 R>>>>/Contents 5 0 R>>",
        f"<</Length {len(content)}>>\nstream\n{content}endstream",
    ]
    body = "%PDF-1.4\n" + "".join(f"{at} 0 obj\n{each}\nendobj\n" for at, each in enumerate(objects, 1))
    return f"{body}trailer<</Root 1 0 R/Size {len(objects) + 1}>>\n%%EOF".encode()


def failing(fault: BaseException) -> Callable[..., None]:
    def fail(*_: object, **__: object) -> None:
        raise fault

    return fail


def raising(target: str, fault: BaseException) -> Patch:
    """A patch that lets a function raise."""
    return lambda patching: patching.setattr(target, failing(fault))


FULL = OSError(28, "No space left on device")
RUN = "run {} --offline --cache kept --out out"


BINARY = bytes(range(32)) * 100
ENDED = "a worker process was ended from outside, perhaps because the memory was full"
MATCH = "match {} --catalog cat --out matches.jsonl"


def pipe() -> None:
    os.mkfifo("pipe")
