"""Archives: read as a folder is, within bounds, and nothing written to disk."""

from __future__ import annotations

import io
import stat
import zipfile
from collections.abc import Iterable
from pathlib import Path

import pytest

from reconcile.documents import Document, Unreadable, archive, read, read_document
from reconcile.extract import extract
from reconcile.parse import parse
from reconcile.pipeline.reading import read_all

Files = Iterable[tuple[str | zipfile.ZipInfo, str | bytes]]


def packed(files: Files) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in files:
            package.writestr(name, content)
    return stream.getvalue()


def zipped(folder: Path, files: Files, name: str = "a.zip") -> Path:
    path = folder / name
    path.write_bytes(packed(files))
    return path


def link(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    return info


BIB = "@article{a, title={Counting sheep}, author={Bee, Ann}, journal={Wool}, year={2020}}"
RUN = (("out/run.json", "{}"), ("out/mentions.jsonl", "{}"), ("out/bibliography.bib", BIB))


def names(documents: Iterable[Document]) -> list[str]:
    return [document.name for document in documents]


def test_an_archive_is_read_as_a_folder_is(tmp_path: Path) -> None:
    files: Files = [
        ("b/refs.bib", BIB),
        ("a.md", "# Publications"),
        ("image.png", b"\0"),
        (".hidden/refs.bib", BIB),
        ("__MACOSX/b/._refs.bib", BIB),
        ("~$cv.docx", b"x"),
        ("feed.xml", "<rss/>"),
        ("old.doc", b"x"),
        ("empty.txt", " "),
        *RUN,
    ]
    path = zipped(tmp_path, files)
    documents = read(path)
    assert names(documents) == ["a.zip/a.md", "a.zip/b/refs.bib", "a.zip/empty.txt", "a.zip/old.doc"]
    assert documents[2].complaints == ("a.zip/empty.txt: this document is empty",)
    assert documents[3].complaints == ("a.zip/old.doc: this format is not read; save it as .docx or .pdf",)
    folder = tmp_path / "folder"
    zipfile.ZipFile(path).extractall(folder)
    assert [document.blocks for document in read(folder)] == [document.blocks for document in documents]
    assert sorted(tmp_path.iterdir()) == [path, folder]


def test_an_archive_in_a_folder_and_one_that_is_named_are_read_once(tmp_path: Path) -> None:
    path = zipped(tmp_path, [("b/refs.bib", BIB)])
    (tmp_path / "cv.txt").write_text("A. Bee.", encoding="utf-8")
    assert names(read(tmp_path)) == ["a.zip/b/refs.bib", "cv.txt"]
    assert names(read_all([tmp_path, path])) == ["a.zip/b/refs.bib", "cv.txt"]
    other = zipped(tmp_path / "..", [("b/refs.bib", BIB)])
    assert names(read_all([path, other])) == [f"{path}/b/refs.bib", f"{other}/b/refs.bib"]
    other.unlink()


def test_names_lead_nowhere_and_two_of_one_name_are_told_apart(tmp_path: Path) -> None:
    files: Files = [("../../etc/a.bib", BIB), ("/b.bib", BIB), ("c\\..\\..\\d.bib", BIB), ("b.bib", BIB)]
    documents = read(zipped(tmp_path, files))
    assert names(documents) == ["a.zip/b (2).bib", "a.zip/b.bib", "a.zip/c/d.bib", "a.zip/etc/a.bib"]
    assert all(document.blocks for document in documents)


def test_links_and_archives_within_are_not_opened(tmp_path: Path) -> None:
    inner = packed([("refs.bib", BIB)])
    documents = read(zipped(tmp_path, [("in.zip", inner), (link("passwd.txt"), "/etc/passwd"), ("refs.bib", BIB)]))
    assert [document.complaints for document in documents] == [
        ("a.zip/in.zip: this archive is in another and is not opened; unpack it",),
        ("a.zip/passwd.txt: this link leads out of the folder and is not followed; name the file itself",),
        (),
    ]


def test_what_cannot_be_read_is_one_message(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = packed([("refs.bib", BIB), ("cv.txt", "A. Bee. Wool. 2020." * 100)])
    (tmp_path / "a.zip").write_bytes(whole[:-30])
    with pytest.raises(Unreadable, match=r"a\.zip: this archive is broken \(.*\); pack it anew, or unpack it"):
        read(tmp_path / "a.zip")
    with pytest.raises(Unreadable, match=r"a\.zip: no document in this archive; the formats read are"):
        read(zipped(tmp_path, [("a.png", b"x")]))
    with pytest.raises(Unreadable, match=r"bytes unpack to .*; unpack it and name the documents"):
        read(zipped(tmp_path, [("a.txt", b" " * 40_000_000)]))
    with pytest.raises(Unreadable, match="are more than the 200,000,000 that are read"):
        read(zipped(tmp_path, [(f"{at}.txt", b" " * 45_000_000) for at in range(5)]))
    with pytest.raises(Unreadable, match=r"x\.zip: this is an archive of documents; give each of them by itself"):
        read_document(whole, "x.zip")
    monkeypatch.setattr(archive, "MAX_MEMBERS", 1)
    with pytest.raises(Unreadable, match="more than 1 files are in this archive; unpack it and name the documents"):
        read(zipped(tmp_path, [("a.txt", "A"), ("b.txt", "B")]))


def test_a_broken_file_costs_only_itself(tmp_path: Path) -> None:
    whole = bytearray(packed([("a.txt", "A. Bee. Wool in Wales." * 30), ("refs.bib", BIB)]))
    whole[45:50] = b"\xff" * 5
    (tmp_path / "a.zip").write_bytes(whole)
    broken, good = read(tmp_path / "a.zip")
    assert good.blocks
    assert broken.complaints[0].startswith("a.zip/a.txt: this file of the archive is broken, or has a password (")


PAPER = "---\ntitle: {}\nauthors: {}\npublication: '*Wool*'\ndate: 2020-01-01\n---\n"


def test_accounts_of_a_site_are_the_people_of_its_profiles(tmp_path: Path) -> None:
    files = [
        ("site/content/authors/admin/_index.md", "---\ntitle: Ann Bee\n---\nAnn keeps sheep."),
        ("site/content/authors/carl-d/_index.md", "---\ntitle: Carl Dee\n---\n"),
        ("site/content/publication/a/index.md", PAPER.format("Counting sheep", "[admin, Eve Fox, carl-d]")),
        ("site/content/publication/b/index.md", PAPER.format("Counting goats", "[Eve Fox, me]")),
        ("other/content/publication/c/index.md", PAPER.format("Counting cows", "[admin, Eve Fox]")),
    ]
    claims = {
        claim.title: [str(name) for name in claim.author]
        for document in read(zipped(tmp_path, files))
        for claim in (parse(entry).claim for entry in extract(document))
        if claim.title.startswith("Counting")
    }
    assert claims == {
        "Counting sheep": ["Ann Bee", "Eve Fox", "Carl Dee"],
        "Counting goats": ["Eve Fox"],
        "Counting cows": ["Eve Fox"],
    }
