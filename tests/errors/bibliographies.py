"""Messages of `check` and `clean`, of the kept answers, and warnings."""

from __future__ import annotations

import socket
from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace

from reconcile.cli import DONE, UNANSWERED, UNUSABLE
from reconcile.terminal.interrupts import Interrupts
from reconcile.workers import WorkerDied
from sources.anthology.index import open_index
from sources.source import Unavailable
from tests.errors.case import ENDED, FULL, Case, Content, failing, pipe, raising


def in_pyproject(text: str) -> Mapping[str, Content]:
    return {"pyproject.toml": text}


def check(message: str, more: str, files: Mapping[str, Content] | None = None, status: int = UNUSABLE) -> Case:
    return Case(message, f"check --offline {more}", files or {}, status)


BIBLIOGRAPHIES = [
    check("…: this is a folder; name the files in it", "folder"),
    check("…: there is no such file", "no.bib"),
    check("…: neither .bib nor CSL-JSON (.json) nor RIS (.ris); `reconcile run` reads other documents", "cv.txt"),
    check("--cited-in …: there is no such file", "refs.bib --cited-in no.tex"),
    check("--… …: this is the input itself; name another file", "refs.bib --json refs.bib"),
    check("--… …: this is a folder", "refs.bib --sarif folder"),
    check("--… …: --… names the same; name another file", "refs.bib --json one --sarif one"),
    check("--… …: its folder does not exist", "refs.bib --json no/out.jsonl"),
    check("…: this cannot be read: …", "refs.bib", in_pyproject("[")),
    check("…: [tool.reconcile] is no table", "refs.bib", in_pyproject("[tool]\nreconcile = 1\n")),
    check(
        '…: ignore in [tool.reconcile] is no list of codes; write ignore = ["year-mismatch"]',
        "refs.bib",
        in_pyproject("[tool.reconcile]\nignore = 1\n"),
    ),
    check(
        "…: “…” is no code of a flag, so nothing is ignored for it; …",
        "refs.bib",
        in_pyproject('[tool.reconcile]\nignore = ["titel-changed"]\n'),
    ),
    check(
        "…, line …: “…” is no code of a flag, so nothing is ignored for it; …",
        "odd.bib",
        {"odd.bib": "% reconcile: ignore titel-changed\n@misc{a, title = {On Wool}}\n"},
        DONE,
    ),
    Case(
        "…, line …: “…” is no code of a flag, so nothing is ignored for it; …",
        "clean odd.bib --diff --offline",
        {"odd.bib": "% reconcile: ignore yearmismatch\n@misc{a, title = {On Wool}}\n"},
        DONE,
    ),
    check("…: no entry was found in it; is it the right file?", "none.bib", {"none.bib": "% nothing\n"}, DONE),
    Case("argument --accept: “…” is no code; choose from …", "clean refs.bib --diff --accept nosuchcode"),
    Case("argument --accept: “…” is no code; is “…” meant?", "clean refs.bib --diff --accept yearmismatch"),
    Case(
        "argument --accept: “…” is only said of an entry and cannot be carried out; …",
        "clean refs.bib --diff --accept title-changed,duplicate",
    ),
    Case(
        "--accept-for …: … has no entry with this key; nothing is accepted for it",
        "clean refs.bib --diff --offline --accept-for nosuchkey",
        status=DONE,
    ),
    Case("…: this is a folder; name one of its files", "clean folder --diff"),
    Case("…: there is no such file", "clean no.bib --diff"),
    Case(
        "…: this file is larger than … MB; split it",
        "clean refs.bib --diff",
        patch=lambda patching: patching.setattr("reconcile.cleaning.api._MOST", 3),
    ),
    Case(
        "…: the backup cannot be written: …; nothing was changed",
        "clean refs.bib --in-place",
        patch=lambda patching: (
            patching.setattr("reconcile.commands.clean._cleaned", lambda *_: SimpleNamespace(text="other")),
            patching.setattr("reconcile.commands.clean.shutil.copy2", failing(FULL)),
        ),
    ),
    Case(
        "…: it was closed before everything was written",
        "clean refs.bib -o out.bib",
        patch=raising("reconcile.commands.writing.tempfile.mkstemp", BrokenPipeError()),
    ),
    Case(
        "stopped", "clean refs.bib --diff", patch=raising("reconcile.commands.clean.clean_source", KeyboardInterrupt())
    ),
    Case(ENDED, "check refs.bib --offline", patch=raising("reconcile.checking.verbs.check_files", WorkerDied(ENDED))),
    Case("…: this file cannot be read: …", "clean refs.bib --diff", patch=raising("pathlib.Path.open", FULL)),
    Case(
        "…: this is no file that could be written in place; use -o",
        "clean link.bib --in-place",
        prepare=lambda: Path("link.bib").symlink_to("/dev/null"),
    ),
    Case("…: this is a folder; name a file in it", "clean refs.bib -o folder"),
    Case("…: this is a device or a pipe and would be replaced; name a file", "clean refs.bib -o pipe", prepare=pipe),
    Case("…: this is no place for files; name another", "clean refs.bib -o /dev/new.bib"),
    Case(
        "-o …: this is the input itself; to write it, say --in-place, which keeps a backup",
        "clean refs.bib -o refs.bib",
    ),
    Case("…: there is no folder …; make it first", "clean refs.bib -o no/out.bib"),
    Case(
        "…: this file cannot be written: …; name another file",
        "clean refs.bib -o out.bib",
        patch=raising("reconcile.commands.writing.tempfile.mkstemp", FULL),
    ),
    Case(
        "…:…: …: broken-entry: …; left as it is",
        "clean bad.bib --diff --offline",
        {"bad.bib": "@misc{a, title={Wool} year=2019}"},
        DONE,
    ),
    Case(
        "…:…: …: duplicate-key: this key was given on line …; BibTeX refuses the second, rename it",
        "clean bad.bib --diff --offline",
        {"bad.bib": "@misc{a, title={Wool}}\n@misc{A, title={Felt}}"},
        DONE,
    ),
    Case(
        "…: and … more, all of which reconcile check names",
        "clean bad.bib --diff --offline",
        {"bad.bib": "@misc{a, title={Wool}}\n" * 30},
        DONE,
    ),
    Case(
        "…: nothing was asked and nothing changed; give a catalogue with --catalog",
        "clean refs.bib --diff",
        status=UNANSWERED,
    ),
]


class Interrupted(Interrupts):
    """The interrupts of a run that was asked to stop at once."""

    def __init__(self, says: str) -> None:
        super().__init__(says)
        self.first.set()


def indexed(*_: object, **__: object) -> None:
    """Stands for a search of the Anthology whose index has no place."""
    open_index(b'@misc{a, url = "https://aclanthology.org/2020.acl-main.1"}', Path("some.txt"))
    raise Unavailable("anthology", "search", "down")


WARNINGS = [
    Case(
        "no --mailto: Crossref answers at a third of the rate to those who do not say who they are",
        "run cv.txt --sources crossref --crossref-url http://127.0.0.1:9 --cache kept --out out",
        patch=raising("sources.crossref.Crossref.search", KeyboardInterrupt()),
    ),
    Case(
        "no network? with --offline nobody is asked, and with --catalog a catalogue on this machine is",
        "run cv.txt --sources dblp --cache kept --out out",
        status=UNANSWERED,
        patch=raising("socket.getaddrinfo", socket.gaierror(-2, "Name or service not known")),
    ),
    Case(
        "… at …: set aside…; …",
        "check refs.bib --sources dblp --cache kept",
        status=UNANSWERED,
        patch=raising("socket.getaddrinfo", socket.gaierror(-2, "Name or service not known")),
    ),
    Case(
        "the file of kept answers is damaged and was set aside as …",
        "run cv.txt --offline --cache kept --out out",
        {"kept": "no database"},
        UNANSWERED,
    ),
    Case(
        "the Anthology's index is kept in memory only: …",
        "run cv.txt --offline --sources anthology --cache kept --mailto me@example.org --out out",
        status=UNANSWERED,
        patch=lambda patching: patching.setattr("sources.anthology.Anthology.search", indexed),
    ),
    Case(
        "stopped: … of … mentions were not asked for everywhere, and what is known is written; …",
        "run cv.txt --sources dblp --dblp-url http://127.0.0.1:9 --cache kept --out out",
        status=UNANSWERED,
        patch=lambda patching: patching.setattr("reconcile.commands.run.Interrupts", Interrupted),
    ),
    Case("answers are not kept: …", "run cv.txt --offline --cache folder --out out", status=UNANSWERED),
]

KEPT = [
    Case("--source: info says what is kept of every source; leave it out", "cache info --cache kept --source dblp"),
    Case("…: …; remove the file, or name another with --cache", "cache info --cache kept", {"kept": "no database"}),
]
