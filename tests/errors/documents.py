"""Messages of `run`: documents, arguments, cassettes, output."""

from __future__ import annotations

import gzip
from pathlib import Path

import pypdfium2

from reconcile.byhand import decisions, persons
from reconcile.cli import DONE, UNANSWERED
from reconcile.workers import WorkerDied
from tests.errors.case import (
    BINARY,
    BROKEN_BIB,
    ENDED,
    FULL,
    LINES,
    RUN,
    WORK,
    Case,
    Content,
    damaged,
    pdf,
    raising,
    workbook,
    zipped,
)


def run(document: str, message: str, content: Content | None = None, **more: object) -> Case:
    """A case of `run` on one document."""
    files = {} if content is None else {document: content}
    return Case(message, RUN.format(document), files, **more)  # type: ignore[arg-type]


def not_read(document: str, message: str, content: Content, status: int = DONE, **more: object) -> Case:
    """A case of a document that is read in part or not at all, and said so."""
    return run(document, message, content, status=status, **more)


DOCUMENTS = [
    run("no.txt", "…: …; check the path and its permissions"),
    run("cv.pages", "…: this format is not read; export it as PDF, DOCX or text", "x"),
    run("folder", "…: no document in this folder; the formats read are …"),
    run(
        "folder",
        "…: Permission denied; check the permissions of this folder",
        patch=lambda patching: patching.setattr("reconcile.documents.reader.os.access", lambda *_: False),
    ),
    Case(
        "…: this is …, byte for byte, and is read once",
        RUN.format("cvs"),
        {"cvs/a.txt": "A", "cvs/b.txt": "A"},
        DONE,
    ),
    run(
        "cv.txt",
        "…: … bytes are more than the … that are read; split the document",
        patch=lambda patching: patching.setattr("reconcile.documents.reader.MAX_BYTES", 3),
    ),
    run("cv.docx", "…: … bytes unpack to …; save the document anew", zipped("word/document.xml", b" " * 20_000_000)),
    run("cv.xml.gz", "…: this is not packed as its name says; name the document itself", "<a/>"),
    run(
        "cv.zip.gz",
        "…: what is packed in it is packed again; unpack it and name the documents",
        gzip.compress(zipped("a.txt", b"A")),
    ),
    run("bin.txt", "…: this is no text but binary content; export it as PDF, DOCX or text", BINARY),
    run("cv.docx", "…: this is no Word document, or one with a password; save it as DOCX without one, or as PDF", "x"),
    run("cv.docx", "…: this Word document is broken (…); save it anew or export it as PDF", zipped("a", b"x")),
    run("cv.odt", "…: this is no OpenDocument text; save it as ODT, DOCX or PDF", "x"),
    run(
        "cv.odt",
        "…: this OpenDocument text is broken, or has a password (…); save it anew, or as DOCX or PDF",
        zipped("content.xml", b"x"),
    ),
    run("cv.xlsx", "…: this is no workbook, or one with a password; save it as XLSX without one, or as CSV", "x"),
    run(
        "cv.ods",
        "…: this workbook is broken, or has a password (…); save it anew, or as CSV",
        zipped("content.xml", b"x"),
    ),
    run("cvs.zip", "…: this archive is broken (…); pack it anew, or unpack it", "x"),
    run("cvs.zip", "…: no document in this archive; the formats read are …", zipped("a.png", b"x")),
    run("cvs.zip", "…: … bytes unpack to …; unpack it and name the documents", zipped("a.txt", b" " * 40_000_000)),
    run(
        "cvs.zip",
        "…: more than … files are in this archive; unpack it and name the documents",
        zipped("a.txt", b"x"),
        patch=lambda patching: patching.setattr("reconcile.documents.archive.MAX_MEMBERS", 0),
    ),
    run("cv.rtf", "…: this is no RTF document; save it anew as RTF, DOCX or PDF", "x"),
    run("cv.rtf", "…: this RTF document is broken (…); save it anew or as DOCX", "{\\rtf1 \\uc x}"),
    run("cv.rtf", "…: this RTF document is nested too deep; save it anew or as DOCX", "{\\rtf1 " + "{" * 200),
    run(
        "cv.eml",
        "…: this mail is broken, or no mail; save its text",
        "Content-Type: multipart/mixed; boundary*=undefined''seam\n\n--seam\n\nFelt.\n--seam--\n",
    ),
    run(
        "cv.eml",
        "…: this mail has too many parts within one another; save the text of those that list works",
        "Content-Type: message/rfc822\n\n" * 300,
    ),
    run("cv.pdf", "…: this PDF is broken; export it anew", "%PDF-1.4 broken"),
    run(
        "cv.pdf",
        "…: this PDF has a password; save it without one",
        pdf(1),
        patch=raising("pypdfium2.PdfDocument", pypdfium2.PdfiumError("Incorrect password error")),
    ),
    run("cv.txt", ENDED, patch=raising("reconcile.pipeline.judge", WorkerDied(ENDED))),
    not_read("cv2.txt", "…: this document is empty", " \n"),
    not_read(
        "cv2.xml",
        "…: this XML is of none of the kinds that are read (…); export it as one of them, as BibTeX or as text",
        "<feed><entry/></feed>",
    ),
    not_read(
        "cv2.xml",
        "…, line …: this record is no XML (…) and was left out; export it anew",
        "<xml><records><record><a></record></records></xml>",
    ),
    not_read(
        "cv2.xml",
        "…, line …: this export breaks off within the record; it was left out; export it anew",
        "<xml><records><record><titles>",
    ),
    not_read(
        "cv2.xml",
        "…, line …: this export breaks off; what follows is missing; export it anew",
        "<xml><records><record></record>",
    ),
    not_read("cv2.xml", "…: … more records are broken", "<dblp>" + "<book key='a'><a></book>" * 30 + "</dblp>"),
    not_read(
        "cv2.xml",
        "…: only the first … records were read; split the document",
        "<dblp>" + "<book></book>" * 3 + "</dblp>",
        patch=lambda patching: [
            patching.setattr(f"reconcile.documents.vocabularies.{module}.MAX_RECORDS", 2)
            for module in ("cutting", "read")
        ],
    ),
    *(
        Case(f"…: this format is not read; save it as {other}", RUN.format("cvs"), {"cvs/a.txt": "A", name: "x"}, DONE)
        for name, other in (("cvs/b.DOC", ".docx or .pdf"), ("cvs/b/c.ps", ".pdf"), ("cvs/d.xls", ".xlsx or .csv"))
    ),
    Case(
        "…: the files that a run wrote there are no documents and were passed over",
        RUN.format("cvs"),
        {"cvs/a.txt": "A", "cvs/out/run.json": "{}", "cvs/out/mentions.jsonl": ""},
        DONE,
    ),
    Case(
        "…: this link leads out of the folder and is not followed; name the file itself",
        RUN.format("cvs"),
        {"cvs/a.txt": "A"},
        DONE,
        prepare=lambda: Path("cvs/out.txt").symlink_to(Path("cv.txt").absolute()),
    ),
    not_read(
        "cv.bib",
        "…, line …: this BibTeX entry is broken (…), so it may be read in part only; mend it: …",
        BROKEN_BIB,
        UNANSWERED,
    ),
    not_read("cv.bib", "…, line …: this BibTeX entry is broken (…) and is left out; mend it: …", "@misc{a, {{{"),
    not_read(
        "cv3.txt",
        "…, line …: this export breaks off within its last record; export it anew",
        "1. J Gull Res. 2019;12(3):246-52.\n\nOn gulls.\n\nBee A.\n\nPMID: 1\n\n\n2. Ducks. 2004;3:88.\n\nOn ducks.\n",
        UNANSWERED,
    ),
    not_read(
        "cv.rtf",
        "…: this RTF document breaks off, and was read up to there; save it anew",
        "{\\rtf1 Wool in Wales\\par",
    ),
    not_read(
        "cv.eml",
        "…: what is attached to this mail is not read (…); save it and name it",
        "Content-Disposition: attachment; filename=felt.pdf\n\nJVBERg==\n",
    ),
    not_read("cv.eml", "…: this mail says nothing; save what is attached and name it", "Subject: Felt\n\n \n"),
    not_read(
        "cv4.txt",
        "…, line …: this row of a table runs over its columns and was read as text; part its cells with tabs",
        "No.  Title       Journal       Year\n1    Felt, wet   Gull Letters  2019\n2    Sheep and goats Barn Notes 2021\n",
        UNANSWERED,
    ),
    not_read("cv.bib", "…: … more BibTeX entries are broken", BROKEN_BIB, UNANSWERED),
    not_read(
        "cvs.zip", "…: this archive is in another and is not opened; unpack it", zipped("a/b.zip", b"PK"), status=DONE
    ),
    not_read(
        "cvs.zip",
        "…: this file of the archive is broken, or has a password (…); pack it anew",
        damaged(),
    ),
    not_read(
        "cv.json",
        "…, line …: an error stands here in the place of a work (…); ask the service again",
        f'{{"bulk": [{{"work": {WORK}}}, {{"error": {{"user-message": "No work"}}}}]}}',
        UNANSWERED,
    ),
    not_read(
        "cv.json",
        "…, line …: … works without a title are left out, the first of them here; look at it",
        f'[{WORK}, {{"paperId": "b", "title": null}}]',
        UNANSWERED,
    ),
    not_read(
        "cv.json",
        "…, line …: this JSON breaks off and was read up to there; export it anew",
        f'[{WORK}, {{"paperId',
        UNANSWERED,
    ),
    not_read(
        "cv.jsonl",
        "…, line …: … lines are no JSON and are left out, the first of them here; mend them",
        f"{WORK}\n{{\n",
        UNANSWERED,
    ),
    not_read(
        "cv.xlsx",
        "…: only the first … rows were read; split the workbook",
        workbook(),
        patch=lambda patching: patching.setattr("reconcile.documents.office.sheets._MOST_CELLS", 0),
    ),
    not_read("cv.json", "…, line …: this is no JSON (…) and was read as plain text; mend the line", '{"a": \n'),
    not_read("cv.yaml", "…, line …: this is no YAML and was read as plain text; mend the line", "a: [\n"),
    not_read(
        "cv.json",
        "…: this file is nested too deep or its aliases stand for too much; write the entries out in a list",
        "[" * 10_000,
    ),
    not_read("cv.csv", "…: this table is broken (…) and was read as plain text; save it anew", 'a,"' + "b" * 300_000),
    not_read(
        "cv.rst",
        "…: this text is nested too deep or too long to be parsed and was read as plain text; split it",
        "".join(f"{'  ' * depth}* x\n\n" for depth in range(150)),
    ),
    not_read(
        "cv.tex",
        "…: this TeX is nested too deep or too long to be parsed and was read as plain text; simplify it",
        "\\begin{document}" + "{" * 200,
    ),
    not_read(
        "cv.typ",
        "…: this Typst source is nested too deep or too long and was read as plain text; simplify it",
        "[" * 200,
    ),
    not_read("cv.pdf", "…: only the first … of … pages were read; split the document", pdf(501)),
    not_read("cv.pdf", "…: this PDF holds no text (a scan?); run text recognition over it first", pdf(1)),
]


def decided(table: Content | None, message: str, **more: object) -> Case:
    """A case of a table of decisions."""
    files = {} if table is None else {"d.csv": table}
    return Case(message, RUN.format("cv.txt --decisions d.csv"), files, **more)  # type: ignore[arg-type]


_HEADER = "text,source,key,decision\n"
DECISIONS = [
    decided(None, "…: …; name mentions.csv of a run, decided"),
    decided("a,b\n", "…: there is no column “…”; take mentions.csv of a run and add a column “decision” or “ignore”"),
    decided("text,ignore,Ignore\n", "…: several columns are called “…”; leave one"),
    decided(_HEADER + "a,dblp,b,perhaps\n", "…, row …: “…” decides nothing; write yes or no, or leave it empty"),
    decided(_HEADER + "a,dblp,,yes\n", "…, row …: a decision needs the text and the key of a record"),
    decided(_HEADER + "a,dblp,b,yes\na,dblp,b,n\n", "…, row …: “…” of what row … says “…” of; leave one"),
    decided(
        _HEADER + "A, B. Wool,dblp,b,yes\n",
        "…, row …: it has … cells, and the header has …; put cells that hold the sign between cells in quotation marks",
    ),
    decided(
        _HEADER,
        "…: more than … bytes; keep the rows that are decided",
        patch=lambda patching: patching.setattr("reconcile.byhand.decisions._TABLE", decisions._TABLE._replace(most=3)),
    ),
    decided(
        _HEADER + "Wool,dblp,b,yes\n",
        "…: … are of texts that stand in none of the documents: …",
        status=UNANSWERED,
    ),
    decided("text,ignore\n,year-mismatch\n", "…, row …: a flag that is put aside needs the text"),
    decided(
        f'text,ignore\n"{LINES.splitlines()[2]}",year-missmatch\n',
        "…: … to be put aside, but not raised or no code of a flag: …",
        status=UNANSWERED,
    ),
    decided(_HEADER + '"a,b\n', "…: this is no table of decisions (…); save it anew"),
]


def told_apart(table: Content | None, message: str, **more: object) -> Case:
    """A case of a table of who is who."""
    files = {} if table is None else {"who.txt": table}
    return Case(message, RUN.format("cv.txt --persons who.txt"), files, **more)  # type: ignore[arg-type]


PERSONS = [
    told_apart(None, "…: …; name a text of a person a line"),
    told_apart("Ann Lee\n", "…, row …: “…” is one name; part the names of a person with semicolons"),
    told_apart("A Lee;A Fox\nB Dee;A Fox\n", "…, row …: “…” stands in row …, too; a name is one person's"),
    told_apart(
        "Ann Lee;Ann Fox\n",
        "…: more than … bytes; is this a table of persons?",
        patch=lambda patching: patching.setattr("reconcile.byhand.persons._TABLE", persons._TABLE._replace(most=3)),
    ),
    told_apart('"Ann Lee;', "…: this is no table of persons (…); save it anew"),
]

ARGUMENTS = [
    Case("…; `reconcile … --help` says what it takes", "run cv.txt"),
    Case("…; `reconcile … --help` says what it takes", "catalog info cat --jobs 3"),
    Case("argument …: unknown source …; choose from …", "run cv.txt --out out --sources scopus"),
    Case("argument …: unknown source …; choose from …", "check refs.bib --sources scopus"),
    Case(
        "--sources names catalog, but no catalogue is given; say where it is with --catalog",
        "run cv.txt --out out --sources catalog",
    ),
    Case(
        "--catalog is given, but --sources does not name it; say --sources catalog,…",
        "run cv.txt --out out --sources dblp --catalog cat",
    ),
    Case("--mailto: mailto is not a mail address: …; write it as name@example.org", "run cv.txt --out out --mailto me"),
    Case("--mailto: mailto is not a mail address: …; write it as name@example.org", "check refs.bib --mailto me"),
    Case(
        "--mailto: mailto is not a mail address: …; write it as name@example.org", "catalog fetch --out out --mailto me"
    ),
    Case("argument …: … is no number of processes; give 1 to …", "check refs.bib --offline --jobs none"),
    Case("argument …: … is no number of processes; give 1 to …", "clean refs.bib --diff --jobs 0"),
    Case("argument …: … is no number of processes; give 1 to …", "match some.txt --catalog cat --out o --jobs -3"),
    Case("argument …: … is none of …", "match some.txt --catalog cat --out o --format word"),
    Case("argument …: … is none of …", "match some.txt --catalog cat --out o --columns heading=x"),
    Case(
        "argument …: title=NAME is missing, without which nothing is found; add it",
        "match some.txt --catalog cat --out o --columns year=x",
    ),
    Case("-: standard input is closed; pipe something in, or name a file", RUN.format("-")),
    Case("no cassettes in …: no *.yaml file there; make them with --record …", "run cv.txt --out out --replay folder"),
    Case(
        "…: cassettes cannot be written there (…); name another folder",
        "run cv.txt --out out --cache kept --record some.txt",
    ),
    Case("not a cassette: … (…); record it again", "run cv.txt --out out --replay tapes", {"tapes/a.yaml": "a: ["}),
    Case(
        "--out …: … is read by this run and would be written over; name another folder",
        "run mine --offline --cache kept --out mine",
        {"mine/cv.txt": "A. Bee. On Wool. 2020.\n", "mine/works.csv": "title,year\nOn Wool,2020\n"},
    ),
    Case(
        "--out …: … is of no run and would be written over; move it, or name another folder",
        "run cv.txt --offline --cache kept --out mine",
        {"mine/bibliography.bib": "@misc{a, title = {Mine}}"},
    ),
    Case(
        "--out …: … is read by this run and would be written over; name another folder",
        "run cv.txt --offline --cache kept --out out --decisions out/mentions.csv",
        {"out/mentions.csv": _HEADER},
    ),
    Case("…: this is a file; name a folder with --out", "run cv.txt --offline --cache kept --out some.txt"),
    Case(
        "…: cannot write the output (…); make room or name another folder with --out",
        "run cv.txt --offline --cache kept --out some.txt/out",
    ),
    Case(
        "standard output: …; the files in … are complete",
        RUN.format("cv.txt"),
        patch=raising("reconcile.terminal.console.report", FULL),
    ),
    Case(
        "this is a bug (…); the same command with --debug shows where, please report it",
        "run cv.txt --out out --offline",
        patch=raising("reconcile.pipeline.read_each", ZeroDivisionError("by nought")),
    ),
    Case(
        "stopped, nothing was written; …",
        RUN.format("cv.txt"),
        patch=raising("reconcile.pipeline.judge", KeyboardInterrupt()),
    ),
    Case(
        "out of memory, nothing was written; give it more or fewer documents; …",
        RUN.format("cv.txt"),
        patch=raising("reconcile.pipeline.judge", MemoryError()),
    ),
]
