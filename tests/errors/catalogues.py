"""Messages of catalogues: opened, built, fetched."""

from __future__ import annotations

import bz2
import gzip
import os
from collections.abc import Callable
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

from tests.errors.case import COLLECTION, DBLP, ENTRY, FOUR, FULL, PAPER, WORK, Case, Content, raising, tarred, zipped

BUILD = "catalog build --out new --{} {}"


def dump(source: str, name: str, message: str, content: Content | None = None) -> Case:
    """A case of `catalog build` from one dump."""
    return Case(message, BUILD.format(source, name), {} if content is None else {name: content})


def damaged(name: str, change: Callable[[bytes], bytes]) -> Callable[[], object]:
    """What changes one file of the catalogue `cat`."""

    def do() -> None:
        path = next(Path("cat").glob(f"version-*/{name}"))
        path.write_bytes(change(path.read_bytes()))

    return do


CATALOGUE = [
    Case("…: there is no such catalogue; build it with `reconcile catalog build`", "catalog info no"),
    Case(
        "…: there is no such catalogue; build it with `reconcile catalog build`", "match some.txt --catalog no --out o"
    ),
    Case(
        "…: not a catalogue; name the folder that `reconcile catalog build` made",
        "check refs.bib --offline --catalog folder",
    ),
    Case("…: the catalogue was never built to its end; build it anew", "catalog info half", {"half/lock": ""}),
    Case(
        "…: the catalogue is damaged (…); build it anew",
        "catalog info cat",
        prepare=damaged("rows", lambda was: was[:-1]),
    ),
    Case(
        "…: made by another version of this program (schema …, not …); build it anew",
        "catalog info cat",
        prepare=damaged("catalog.json", lambda was: was.replace(b'"schema": ', b'"schema": 9', 1)),
    ),
    Case("no catalogue is named; put it first, or write --catalog CATALOG…", "catalog add --dblp dblp.xml cat"),
    Case("no dump is given; name at least one with …", "catalog build --out new"),
    dump("dblp", "no.xml", "…: there is no such file; check the path"),
    Case(
        "…: neither a file nor a folder; save the dump in a file first",
        BUILD.format("dblp", "pipe"),
        prepare=lambda: os.mkfifo("pipe"),
    ),
    Case(
        "…: there is something else; name a new or empty folder for the catalogue",
        "catalog build --dblp dblp.xml --out folder",
    ),
    Case(
        "…: a link that leads nowhere; remove it",
        "catalog build --dblp dblp.xml --out link",
        prepare=lambda: Path("link").symlink_to("nowhere"),
    ),
    Case("…: cannot be made (…); name another folder", "catalog build --dblp dblp.xml --out some.txt/new"),
    Case(
        "…: cannot be written (…); what was there before is unchanged",
        "catalog build --dblp dblp.xml --out new",
        patch=raising("sources.catalog.rows.RowsWriter.finish", FULL),
    ),
    Case(
        "…: another process is building this catalogue; wait for its end",
        "catalog add --dblp dblp.xml --catalog cat",
        patch=raising("sources.locks.fcntl.flock", BlockingIOError()),
    ),
    Case(
        "…: far too few records, … where the catalogue has … of …; give the whole dump, use `catalog add`, or remove …"
        " first",
        "catalog build --dblp one.xml --out cat",
        {"one.xml": DBLP.format(PAPER.format(1))},
    ),
    dump(
        "crossref",
        "a.jsonl",
        "…: holds no record of …, only what is none (…); check that it is the right file",
        '{"DOI": "10.1/a", "type": "journal", "title": ["Wool"]}\n',
    ),
    dump("anthology", "x.xml", "…: holds no record of …; check that it is the right file", COLLECTION),
    dump("dblp", "empty", "…: the file is empty; download it again"),
    dump("dblp", "page.html", "…: a web page, not a dump (the server answered something else); download it again"),
    dump(
        "dblp",
        "d.zip",
        "…: packed in a way that is not read here; unpack it, or pack it with gzip or xz",
        zipped("dblp.xml", FOUR.encode()),
    ),
    dump(
        "dblp",
        "d.gz",
        "…: packed more than … times over; unpack it",
        gzip.compress(gzip.compress(gzip.compress(FOUR.encode()))),
    ),
    dump(
        "dblp",
        "d.gz",
        "…: cut short, the packed data end too soon; download it again",
        gzip.compress(FOUR.encode())[:-9],
    ),
    dump(
        "dblp", "d.bz2", "…: the packed data are damaged (…); download it again", bz2.compress(b"x")[:-9] + b"\x00" * 9
    ),
    Case(
        "…: unpacks to more than … times its size; it is no dump",
        BUILD.format("dblp", "d.gz"),
        {"d.gz": gzip.compress(b"<dblp>" + b" " * 2_000_000, 9)},
        patch=lambda patching: patching.setattr("sources.dump._UNQUESTIONED", 1000),
    ),
    dump(
        "dblp",
        "d.tar",
        "…: the tar is damaged or cut short (…); download it again",
        tarred("dblp.xml", FOUR.encode() * 100)[:2000],
    ),
    dump("dblp", "d.xml", "…: cut short, there is no </dblp> at its end; download it again", FOUR[:-9]),
    dump("dblp", "d.xml", "…: not dblp.xml, it has no <dblp> before its first record; give dblp.xml.gz", "<a/>"),
    dump("dblp", "d.xml", "…: a dblp.xml without a record; download it again", DBLP.format("")),
    dump(
        "dblp",
        "d.xml",
        "…: in the encoding …, which is not read; convert it to UTF-8",
        FOUR.replace('"1.0"', '"1.0" encoding="EBCDIC-CP-US"', 1),
    ),
    dump("dblp", "folder", "…: holds no .xml file; give dblp.xml.gz as it was downloaded"),
    dump(
        "anthology",
        "folder",
        "…: holds nothing of the Anthology; give its data folder, a tar of it, or anthology.bib.gz",
    ),
    dump(
        "anthology", "some.txt", "…: neither XML nor BibTeX of the Anthology; give its data folder or anthology.bib.gz"
    ),
    dump("anthology", "dblp.xml", "…: XML, but no <collection> of the Anthology; give its data folder"),
    dump(
        "anthology",
        "x.xml",
        "…: cut short, there is no </collection> at its end; download it again",
        COLLECTION[:-5],
    ),
    dump("anthology", "x.bib", "…: cut short within an entry; download it again", ENTRY[:-3]),
    dump("crossref", "folder", "…: holds no message of Crossref; give .jsonl.gz or .json.gz files or a folder of them"),
    dump(
        "crossref", "a.json", "…: JSON, but without a DOI; give Crossref's works as .jsonl.gz or .json.gz", '{"a": 1}'
    ),
    dump("crossref", "some.txt", "…: not JSON; give Crossref's .jsonl.gz or .json.gz files"),
    dump("crossref", "a.jsonl", "…: cut short within a line; download it again", WORK * 3 + WORK[:-9]),
    dump("crossref", "a.json", "…: cut short, its brackets are not closed; download it again", f'{{"items": [\n{WORK}'),
    Case("--source …: choose from …", "catalog fetch --out out --source scopus"),
    Case("--source crossref: …", "catalog fetch --out out --source crossref"),
    Case(
        "…: another process is fetching it; wait for its end",
        "catalog fetch --out out --source dblp",
        patch=raising("sources.locks.fcntl.flock", BlockingIOError()),
    ),
    Case("…: cannot be written (…); make room or name another folder", "catalog fetch --out some.txt --source dblp"),
    Case(
        "…: a process that read the dumps was killed; is there enough memory?",
        "catalog build --dblp dblp.xml --out new",
        patch=raising("sources.catalog.build._Making.read", BrokenProcessPool()),
    ),
    Case(
        "…: the catalogue is replaced faster than it can be opened; try again later",
        "catalog info cat",
        prepare=damaged("rows", lambda was: was[:-1]),
        patch=lambda patching: patching.setattr("sources.catalog.versions._is_current", lambda *_: False),
    ),
    Case("…: cannot be read (…)", "catalog info cat", patch=raising("sources.catalog.versions.current", FULL)),
    Case(
        "…: cannot be read (…); check the path",
        BUILD.format("dblp", "dblp.xml"),
        patch=raising("sources.dump._Peeked", FULL),
    ),
    Case(
        "…: a record of more than … MB; it is no dblp.xml",
        BUILD.format("dblp", "dblp.xml"),
        patch=lambda patching: (
            patching.setattr("sources.dblp.dump._PIECE", 10),
            patching.setattr("sources.dblp.dump._LONGEST_RECORD", 10),
            patching.setattr("sources.dump._BLOCK", 150),
        ),
    ),
    Case(
        "…: larger than … MB, which no such file is",
        BUILD.format("anthology", "x.xml"),
        {"x.xml": COLLECTION},
        patch=lambda patching: (
            patching.setattr("sources.anthology.dump._LARGEST", 10),
            patching.setattr("sources.dump._BLOCK", 5),
        ),
    ),
    Case(
        "…: an entry of more than … MB; it is no .bib",
        BUILD.format("anthology", "x.bib"),
        {"x.bib": ENTRY},
        patch=lambda patching: patching.setattr("sources.anthology.dump._LARGEST", 10),
    ),
    Case(
        "…: a line of more than … MB; it is no dump of Crossref",
        BUILD.format("crossref", "a.jsonl"),
        {"a.jsonl": WORK * 2 + WORK[:-9]},
        patch=lambda patching: (
            patching.setattr("sources.crossref.dump._PIECE", 10_000),
            patching.setattr("sources.crossref.dump._LONGEST", 10),
        ),
    ),
    Case(
        "…: a message of more than … MB; it is none of Crossref's",
        BUILD.format("crossref", "a.json"),
        {"a.json": f'{{"items": [\n{WORK}'},
        patch=lambda patching: (
            patching.setattr("sources.crossref.dump._LONGEST", 10),
            patching.setattr("sources.dump._BLOCK", 40),
        ),
    ),
    Case("standard output: …", "catalog info cat", patch=raising("reconcile.terminal.console.say", FULL)),
    Case(
        "standard output: …; the catalogue in … is complete",
        "catalog add --dblp dblp.xml --catalog cat",
        patch=raising("reconcile.terminal.console.say", FULL),
    ),
]
