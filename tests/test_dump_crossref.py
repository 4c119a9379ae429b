"""Crossref's dumps in each of their forms, and what is refused."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
from pathlib import Path

import pytest

from sources.crossref import dump as crossref_dump
from sources.crossref.dump import chunks, read_chunk
from sources.dump import DumpError
from sources.record import Record, Scheme, Type


def work(number: int, **fields: object) -> dict[str, object]:
    made = {
        "reference": [{"unstructured": 'A "quoted" {brace] \\ \n é'}],
        "DOI": f"10.1000/W{number}",
        "type": "journal-article",
        "title": [f'Work {number} with }} and ] and " in it'],
        "author": [{"given": "Ann", "family": "Lee", "sequence": "first"}],
        "container-title": ["Journal"],
        "issued": {"date-parts": [[2020]]},
    }
    return made | fields


WORKS = [work(number) for number in range(9)]


def lines(*messages: object) -> bytes:
    return "".join(json.dumps(message, ensure_ascii=False) + "\n" for message in messages).encode()


def saved(folder: Path, content: bytes, name: str = "works.jsonl") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def results(path: Path) -> list[Record | str]:
    return [result for chunk in chunks(path) for result in read_chunk(chunk)]


def keys(path: Path) -> list[str]:
    return [result.key for result in results(path) if isinstance(result, Record)]


EVERY = [f"10.1000/w{number}" for number in range(9)]
FORMS = {
    "lines": lines(*WORKS),
    "lines without an end": lines(*WORKS).rstrip(),
    "lines with blanks and \\r\\n": lines(*WORKS).replace(b"\n", b"\r\n\r\n"),
    "lines of answers": lines(*({"status": "ok", "message": each} for each in WORKS)),
    "items": json.dumps({"items": WORKS}).encode(),
    "items, spread": json.dumps({"items": WORKS}, indent=2).encode(),
    "items with a head": json.dumps({"version": [1, {"a": []}], "items": WORKS, "more": [{"DOI": "10.1/no"}]}).encode(),
    "an answer": json.dumps({"message": {"facets": {}, "items": WORKS, "query": {"a": [{}]}}, "status": "ok"}).encode(),
    "a bare list": json.dumps(WORKS, indent=1).encode(),
    "spread works": b"\n".join(json.dumps(each, indent=1).encode() for each in WORKS),
    "a byte-order mark": b"\xef\xbb\xbf" + json.dumps({"items": WORKS}).encode(),
}


@pytest.mark.parametrize("block", [64, 1 << 18])
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_forms(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str, block: int, pack: object) -> None:
    monkeypatch.setattr("sources.dump._BLOCK", block)
    assert keys(saved(tmp_path, pack(FORMS[form]))) == EVERY  # type: ignore[operator]


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("wrapped", [False, True])
def test_a_single_work(tmp_path: Path, indent: int | None, wrapped: bool) -> None:
    message = {"status": "ok", "message-type": "work", "message": WORKS[0]} if wrapped else WORKS[0]
    (record,) = results(saved(tmp_path, json.dumps(message, indent=indent).encode()))
    assert isinstance(record, Record)
    assert (record.title, record.source) == ('Work 0 with } and ] and " in it', "crossref")


def test_a_folder_and_a_tar_of_files(tmp_path: Path) -> None:
    files = {
        "a/0.json.gz": gzip.compress(json.dumps({"items": WORKS[:4]}).encode()),
        "b/1.jsonl.gz": gzip.compress(lines(*WORKS[4:8])),
        "c.json": json.dumps(WORKS[8]).encode(),
        "README.txt": b"not of these",
    }
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as tar:
        for name, content in files.items():
            saved(tmp_path / "folder", content, name)
            header = tarfile.TarInfo(name)
            header.size = len(content)
            tar.addfile(header, io.BytesIO(content))
    assert keys(tmp_path / "folder") == EVERY
    assert keys(saved(tmp_path, out.getvalue(), "public.tar")) == EVERY
    assert keys(saved(tmp_path, gzip.compress(out.getvalue()), "public.tgz")) == EVERY


@pytest.mark.parametrize(
    ("message", "says"),
    [
        (work(1, type="journal"), "a journal, not a publication: 10.1000/w1"),
        (work(1, type="journal-issue"), "a journal-issue, not a publication: 10.1000/w1"),
        (work(1, type="component"), "a component, not a publication: 10.1000/w1"),
        (work(1, type="grant"), "a grant, not a publication: 10.1000/w1"),
        (work(1, type="peer-review"), "a peer-review, not a publication: 10.1000/w1"),
        (work(1, title=[]), "no title: 10.1000/w1"),
        ({"title": ["A"]}, "no DOI: crossref"),
        (["DOI"], "no DOI: crossref"),
    ],
)
def test_what_is_no_publication(message: object, says: str) -> None:
    assert read_chunk(lines(message)) == [says]


@pytest.mark.parametrize(
    "bad", [b'{"DOI": "10.1/x", "title": [', b"<html>", b"[" * 100_000, b'{"DOI": "10.1/\x01"}', b"\xff\xfe"]
)
def test_a_bad_line_costs_only_itself(tmp_path: Path, bad: bytes) -> None:
    first, sentence, last = results(saved(tmp_path, lines(WORKS[0]) + bad + b"\n" + lines(WORKS[1])))
    assert isinstance(first, Record)
    assert isinstance(last, Record)
    assert isinstance(sentence, str)
    assert sentence.startswith("malformed message: crossref")


def test_proceedings_are_volumes() -> None:
    (record,) = read_chunk(lines(work(1, type="proceedings", ISBN=["9781577354635"])))
    assert isinstance(record, Record)
    assert (record.type, record.genre) == (Type.BOOK, "proceedings")
    assert record.identifier(Scheme.ISBN) == "9781577354635"


@pytest.mark.parametrize("form", ["lines", "items"])
def test_pieces_stay_small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str) -> None:
    monkeypatch.setattr(crossref_dump, "_PIECE", 500)
    monkeypatch.setattr("sources.dump._BLOCK", 100)
    pieces = list(chunks(saved(tmp_path, FORMS[form])))
    assert len(pieces) > 3
    assert max(map(len, pieces)) < 1200


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is empty"),
        (b"<!DOCTYPE html><p>Not found", "a web page"),
        (b"@article{x, title={A}}", "not JSON"),
        (b"[1, 2, 3]", "no message of Crossref"),
        (b'{"hello": 1}', "without a DOI"),
        (b'{"hello": 1}\n{"hello": 2}\n', "without a DOI"),
        (FORMS["lines"][:-30], "cut short"),
        (FORMS["items"][:-30], "cut short"),
        (FORMS["items, spread"][:-1], "cut short"),
        (gzip.compress(FORMS["lines"])[:-5], "cut short"),
    ],
)
def test_what_is_refused(tmp_path: Path, content: bytes, says: str) -> None:
    path = saved(tmp_path, content)
    with pytest.raises(DumpError, match=says) as refused:
        results(path)
    assert str(path) in str(refused.value)


def test_a_message_without_end_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crossref_dump, "_LONGEST", 1000)
    monkeypatch.setattr("sources.dump._BLOCK", 100)
    for content in (b'{"items": [{"DOI": "' + b"x" * 5000, lines(WORKS[0]) + b'{"DOI": "' + b"x" * 5000):
        monkeypatch.setattr(crossref_dump, "_PIECE", 300)
        with pytest.raises(DumpError, match="more than"):
            list(chunks(saved(tmp_path, content)))


def test_a_folder_with_a_damaged_file_is_refused(tmp_path: Path) -> None:
    saved(tmp_path, lines(*WORKS), "a.jsonl")
    saved(tmp_path, gzip.compress(lines(*WORKS))[:-9], "b.jsonl.gz")
    with pytest.raises(DumpError, match=r"b\.jsonl\.gz: cut short"):
        results(tmp_path)
    with pytest.raises(DumpError, match="no message of Crossref"):
        results(saved(tmp_path / "none", b"", "x.txt").parent)
