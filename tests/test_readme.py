"""The examples of the README that ask no service do what they say."""

from __future__ import annotations

import inspect
import re
from pathlib import Path
from typing import Any

import pytest

import reconcile
from reconcile.bulk import frame as matching
from reconcile.checking import frame as checking
from reconcile.cli import DONE, main
from reconcile.documents import SUFFIXES
from reconcile.pairing.frame import COMPARED, GROUPED, LINKED
from tests.cataloguing import small_catalog

README = Path(__file__).parent.parent / "README.md"
LIBRARY = README.parent / "docs" / "library.md"
TITLE, AUTHOR = "A New Algorithm for Weighted Partial MaxSAT", "Carlos Ansótegui and Jordi Levy"
BIB = "@inproceedings{one, title = {%s}, author = {%s}, booktitle = {AAAI}, year = 2011}\n"


def test_every_format_that_is_read_stands_in_the_readme_and_in_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "--help"]) == DONE
    for page in (README.read_text(encoding="utf-8"), capsys.readouterr().out):
        assert set(re.findall(r"\.[a-z]+2?\b", page)) >= SUFFIXES


def examples() -> list[str]:
    """The examples in Python, in order; `import reconcile` stands in the first of them."""
    return re.findall(r"^```python\n(.*?)^```", README.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def test_a_catalogue_that_is_opened_is_typed_as_one_that_matches() -> None:
    assert inspect.signature(reconcile.Catalog.open).return_annotation == "Self"


def test_the_examples_run_one_after_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    small_catalog(tmp_path).close()
    (tmp_path / "catalog").rename("CATALOG")
    Path("refs.bib").write_text(BIB % (TITLE, AUTHOR), encoding="utf-8")
    # What asks a service is left out, and what it imports stands in its stead: nothing else is given to the examples.
    known: dict[str, Any] = {"reconcile": reconcile}
    ran = [example for example in examples() if "Crossref(" not in example]
    for example in ran:
        exec(compile(example, str(README), "exec"), known)
    assert len(ran) == 3
    assert [list(known[name]["status"]) for name in ("found", "table")] == [["not-found"], ["not-checked"]]
    assert "one matched ['year-mismatch']" in capsys.readouterr().out
    assert known["judged"].decision == "same"
    assert [len(known[name]) for name in ("scored", "links", "groups")] == [1, 1, 2]


def test_the_columns_of_frames_are_those_that_the_docs_tell() -> None:
    told = re.search(
        r"^## The columns of frames\n(.*?)^## ", LIBRARY.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
    assert told
    rows = [line.split("|")[2] for line in told[1].splitlines() if line.startswith("| `")]
    columns = [re.findall(r"`(\w+)`", row) for row in rows]
    nothing = reconcile.run([], sources=[])
    assert columns[:2] == [list(nothing.to_frame().columns), list(nothing.to_works_frame().columns)]
    assert columns[2:] == [list(kinds) for kinds in (matching.ADDED, checking.ADDED, COMPARED, LINKED, GROUPED)]
