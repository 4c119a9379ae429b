"""`reconcile clean`: what it writes, what it keeps, what it says, how it ends."""

from __future__ import annotations

import gzip
import io
import os
import re
from pathlib import Path

import pytest

import reconcile.cleaning
from reconcile.cleaning.change import MADE, PROPOSED, SAID
from reconcile.cleaning.faults import CODES
from reconcile.cli import DONE, UNANSWERED, UNUSABLE, main
from tests.cataloguing import small_catalog

BIB = b"""% mine\r
@inproceedings{a,\r
  title     = {GTPA: A Generative Model For Online Mentor-Apprentice Networks},\r
  author    = {M. A. Ahmad and D. A. Huffaker},\r
  booktitle = {AAAI},\r
  year      = {2010},\r
}\r
@misc{b, title={Nothing Like It Anywhere at All}}"""
CLEANED = BIB.replace(b"M. A. Ahmad and D. A. Huffaker", b"Muhammad Aurangzeb Ahmad and David A. Huffaker").replace(
    b"{2010},\r\n", b"{2010},\r\n  doi       = {10.1609/aaai.v24i1.7536},\r\n"
)


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("catalogue")
    small_catalog(folder).close()
    return folder / "catalog"


@pytest.fixture
def bib(tmp_path: Path) -> Path:
    path = tmp_path / "refs.bib"
    path.write_bytes(BIB)
    return path


def clean(*arguments: object) -> int:
    return main(["clean", *map(str, arguments)])


def test_out_is_written_and_the_input_stays(bib: Path, catalog: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = bib.with_name("out.bib")
    assert clean(bib, "-o", out, "--catalog", catalog) == DONE
    assert (out.read_bytes(), bib.read_bytes()) == (CLEANED, BIB)
    said = capsys.readouterr().out
    assert f"{bib}:2: a: dblp conf/aaai/AhmadH10; the titles are the same; " in said
    assert "\n  doi “10.1609/aaai.v24i1.7536” added [incomplete]\n  author “M. A. Ahmad and D. A. " in said
    assert "1 matched, 1 not-checked; 2 changes in 1 entry, 0 proposed" in said


def test_in_place_keeps_every_backup(bib: Path, catalog: Path) -> None:
    assert clean(bib, "--in-place", "--catalog", catalog) == DONE
    assert bib.read_bytes() == CLEANED
    assert bib.with_name("refs.bib.bak").read_bytes() == BIB
    assert clean(bib, "--in-place", "--catalog", catalog) == DONE
    assert not bib.with_name("refs.bib.bak2").exists()
    bib.write_bytes(BIB + b"\n")
    assert clean(bib, "--in-place", "--catalog", catalog) == DONE
    assert bib.with_name("refs.bib.bak").read_bytes() == BIB
    assert bib.with_name("refs.bib.bak2").read_bytes() == BIB + b"\n"


def test_standard_input_is_cleaned_to_standard_output(
    catalog: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(gzip.compress(BIB))))
    assert clean("-", "-o", "-", "--catalog", catalog) == DONE
    said = capfdbinary.readouterr()
    assert said.out == CLEANED
    assert b"standard input: 1 matched, 1 not-checked; 2 changes in 1 entry, 0 proposed" in said.err
    assert not list(tmp_path.iterdir())


def test_a_packed_bibliography_stays_packed(bib: Path, catalog: Path) -> None:
    packed, out = bib.with_name("refs.bib.gz"), bib.with_name("out.bib")
    packed.write_bytes(gzip.compress(BIB))
    assert clean(packed, "-o", out, "--catalog", catalog) == DONE
    assert out.read_bytes() == CLEANED
    assert clean(packed, "--in-place", "--catalog", catalog) == DONE
    assert gzip.decompress(packed.read_bytes()) == CLEANED
    assert gzip.decompress(bib.with_name("refs.bib.gz.bak").read_bytes()) == BIB


def test_a_diff_writes_nothing(bib: Path, catalog: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bib.write_bytes(BIB.replace(b"{2010}", b"{2008}"))
    before = sorted(bib.parent.iterdir())
    assert clean(bib, "--diff", "--catalog", catalog) == DONE
    assert sorted(bib.parent.iterdir()) == before
    said = capsys.readouterr().out
    assert said.startswith(f"--- {bib}\n+++ {bib}\n@@ -1,")
    assert "+% reconcile proposes year “2008” becomes “2010” [year-mismatch] (dblp conf/aaai/AhmadH10)\r\n" in said
    assert " @inproceedings{a,\r\n" in said
    assert "-  author    = {M. A. Ahmad and D. A. Huffaker},\r\n" in said


def test_a_proposal_is_accepted(bib: Path, catalog: Path) -> None:
    bib.write_bytes(BIB.replace(b"{2010}", b"{2008}"))
    out = bib.with_name("out.bib")
    for accept in (["--accept", "year-mismatch,title-changed"], ["--accept-for", "a"]):
        assert clean(bib, "-o", out, "--catalog", catalog, *accept) == DONE
        assert out.read_bytes() == CLEANED


def test_a_code_that_is_none_is_refused_and_a_key_that_is_none_named(
    bib: Path, catalog: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = bib.with_name("out.bib")
    said = refused(capsys, bib, "-o", out, "--catalog", catalog, "--accept", "year-mismatch,nosuchcode")
    assert "“nosuchcode” is no code; choose from author-names, authors-differ, " in said
    assert "is “type-mismatch” meant?" in refused(capsys, bib, "-o", out, "--accept", "type-missmatch")
    assert not out.exists()
    with pytest.raises(ValueError, match="no code"):
        reconcile.cleaning.clean(bib, catalog=catalog, accept=["nosuchcode"])
    assert clean(bib, "-o", out, "--catalog", catalog, "--accept-for", "a", "--accept-for", "nosuchkey") == DONE
    said = capsys.readouterr().err
    assert said.count("has no entry with this key") == 1
    assert "--accept-for nosuchkey" in said


def test_every_code_is_known_and_stands_in_the_page() -> None:
    page = (Path(__file__).parent.parent / "docs" / "clean.md").read_text(encoding="utf-8")
    assert {code for code in MADE | PROPOSED | SAID if f"`{code}`" not in page} == set()
    modules = Path(reconcile.cleaning.__file__).parent.glob("*.py")
    text = "".join(path.read_text(encoding="utf-8") for path in modules if path.name != "change.py")
    assert set(re.findall(r'"([a-z]+-[a-z]+)"', text)) - {"utf-8"} <= MADE | PROPOSED | SAID | set(CODES)


BROKEN = """@misc{a, title={Wool}}
@misc{nocomma, title={Felt} year=2019}
@misc{A, title={Wool again}, title={twice}}
% reconcile: ignore broken-entry
@misc{mine, title={Gulls} year=2019}
@misc{nobrace, title={Sheep
"""


def test_what_is_broken_or_repeated_is_named_with_its_line(
    tmp_path: Path, catalog: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bib, out = tmp_path / "refs.bib", tmp_path / "out.bib"
    bib.write_text(BROKEN, encoding="utf-8")
    assert clean(bib, "-o", out, "--catalog", catalog) == DONE
    assert out.read_text(encoding="utf-8") == BROKEN
    assert capsys.readouterr().err.splitlines() == [
        f"reconcile: {bib}:2: nocomma: broken-entry: a comma is missing between two fields; left as it is",
        f"reconcile: {bib}:3: A: duplicate-field: a field comes twice; left as it is",
        f"reconcile: {bib}:3: A: duplicate-key: this key was given on line 1; BibTeX refuses the second, rename it",
        f"reconcile: {bib}:6: nobrace: broken-entry: an unbalanced brace, or a missing comma or quote; left as it is",
    ]


def test_a_table_silences(bib: Path, catalog: Path) -> None:
    (bib.parent / "pyproject.toml").write_text(
        '[tool.reconcile]\nignore = ["author-names", "incomplete"]\n', encoding="utf-8"
    )
    assert clean(bib, "-o", bib.with_name("out.bib"), "--catalog", catalog) == DONE
    assert bib.with_name("out.bib").read_bytes() == BIB


@pytest.mark.parametrize(("offline", "status"), [([], UNANSWERED), (["--offline"], DONE)])
def test_without_a_catalogue_the_bytes_are_the_same(
    bib: Path, offline: list[str], status: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert clean(bib, "-o", bib.with_name("out.bib"), *offline) == status
    assert bib.with_name("out.bib").read_bytes() == BIB
    assert "give a catalogue with --catalog" in capsys.readouterr().err


def refused(capsys: pytest.CaptureFixture[str], *arguments: object) -> str:
    assert clean(*arguments) == UNUSABLE
    return capsys.readouterr().err


def test_what_cannot_be_used_is_named(
    bib: Path, tmp_path: Path, catalog: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.bib"
    assert f"{tmp_path / 'no.bib'}: there is no such file" in refused(capsys, tmp_path / "no.bib", "-o", out)
    assert "this is a folder" in refused(capsys, tmp_path, "-o", out)
    (tmp_path / "photo.bib").write_bytes(bytes(range(256)) * 100)
    assert "photo.bib: this is no text but binary content" in refused(capsys, tmp_path / "photo.bib", "-o", out)
    assert "this is a folder" in refused(capsys, bib, "-o", tmp_path)
    assert "say --in-place" in refused(capsys, bib, "-o", bib)
    assert "there is no folder" in refused(capsys, bib, "-o", tmp_path / "no" / "out.bib")
    assert str(tmp_path / "nocat") in refused(capsys, bib, "-o", out, "--catalog", tmp_path / "nocat")
    assert "one of the arguments" in refused(capsys, bib)
    assert "not allowed with" in refused(capsys, bib, "-o", out, "--diff")
    assert "--preprints" in refused(capsys, bib, "-o", out, "--preprints", "maybe")
    assert not out.exists()
    assert bib.read_bytes() == BIB


def test_a_pipe_is_not_replaced(bib: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert "this is a device or a pipe" in refused(capsys, bib, "-o", pipe)
    assert pipe.is_fifo()
    folder = tmp_path / "devices"
    folder.mkdir()
    (folder / "stdout").symlink_to(tmp_path / "redirected")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("reconcile.commands.clean._DEVICES", folder)
        assert "no place for files" in refused(capsys, bib, "-o", folder / "stdout")
    assert (folder / "stdout").is_symlink()


def test_a_link_is_followed(bib: Path, tmp_path: Path, catalog: Path) -> None:
    link = tmp_path / "link.bib"
    link.symlink_to(tmp_path / "real.bib")
    assert clean(bib, "-o", link, "--catalog", catalog) == DONE
    assert link.is_symlink()
    assert (tmp_path / "real.bib").read_bytes() == CLEANED


def test_an_out_that_cannot_be_written_is_named(
    bib: Path, catalog: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(*_given: object, **_more: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("reconcile.commands.writing.tempfile.mkstemp", full)
    assert "this file cannot be written: No space left" in refused(capsys, bib, "-o", bib.with_name("out.bib"))
    assert "cannot be written" in refused(capsys, bib, "--in-place", "--catalog", catalog)
    assert bib.read_bytes() == BIB
    monkeypatch.setattr("reconcile.commands.clean.shutil.copy2", full)
    assert "nothing was changed" in refused(capsys, bib, "--in-place", "--catalog", catalog)


def test_a_file_keeps_its_mode(bib: Path, catalog: Path) -> None:
    bib.chmod(0o640)
    assert clean(bib, "--in-place", "--catalog", catalog) == DONE
    assert bib.stat().st_mode & 0o777 == 0o640


def test_the_library_does_the_same(bib: Path, catalog: Path) -> None:
    found = reconcile.cleaning.clean(bib, catalog=catalog)
    assert found.to_bytes() == CLEANED
    assert [change.code for change in found.changes] == ["incomplete", "author-names"]


def test_processes_and_batches_make_no_difference(bib: Path, catalog: Path) -> None:
    macro = b'@string{aaai = "AAAI"}\n'
    entry = BIB.replace(b"{AAAI}", b"aaai")
    bib.write_bytes(entry + b"\n" + macro + (b"\n" + entry) * 70)
    one, two = bib.with_name("one.bib"), bib.with_name("two.bib")
    assert clean(bib, "-o", one, "--catalog", catalog, "--jobs", 1) == DONE
    assert clean(bib, "-o", two, "--catalog", catalog, "--jobs", 2) == DONE
    assert one.read_bytes() == two.read_bytes()
    assert one.read_bytes().count(b"10.1609/aaai.v24i1.7536") >= 70


@pytest.mark.parametrize("content", [b"", b"% only a comment\n", b"x" * 100_000])
def test_a_file_without_entries_is_named(
    tmp_path: Path, catalog: Path, capsys: pytest.CaptureFixture[str], content: bytes
) -> None:
    path = tmp_path / "odd.bib"
    path.write_bytes(content)
    assert clean(path, "--diff", "--catalog", catalog) == DONE
    assert (
        capsys.readouterr().err
        == f"reconcile: {path}: no entry was found in it, so nothing is changed; is it the right file?\n"
    )
