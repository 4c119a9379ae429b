"""The examples of the README that ask no service do what they say."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pandas as pd
import pytest

import reconcile
from reconcile.cli import DONE, main
from reconcile.documents import SUFFIXES
from sources.record import Name, Record
from tests.cataloguing import small_catalog

README = Path(__file__).parent.parent / "README.md"
TITLE, AUTHOR = "A New Algorithm for Weighted Partial MaxSAT", "Carlos Ansótegui and Jordi Levy"
BIB = "@inproceedings{one, title = {%s}, author = {%s}, booktitle = {AAAI}, year = 2011}\n"


def test_every_format_that_is_read_stands_in_the_readme_and_in_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "--help"]) == DONE
    for page in (README.read_text(encoding="utf-8"), capsys.readouterr().out):
        assert set(re.findall(r"\.[a-z]+\b", page)) >= SUFFIXES


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
    rows = pd.DataFrame({"Title": [TITLE], "Authors": [AUTHOR], "Year": [2010], "title": [TITLE]})
    known = {
        "reconcile": reconcile,
        "frame": rows.assign(reference=f"{AUTHOR}. {TITLE}. AAAI 2010"),
        "record": Record(title="Attention is all you need", author=(Name("Vaswani", "Ashish"),)),
        "pairs": pd.DataFrame({"left_title": [TITLE], "right_title": [TITLE]}),
        "mine": rows,
        "theirs": rows,
    }
    ran = [example for example in examples() if "Crossref(" not in example]
    for example in ran:
        exec(compile(example, str(README), "exec"), known)
    assert len(ran) == 3
    assert list(known["found"]["status"]) == list(known["table"]["status"]) == ["matched"]
    assert "one matched ['year-mismatch']" in capsys.readouterr().out
