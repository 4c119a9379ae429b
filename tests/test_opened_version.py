"""A catalogue that is open: each verb reads the version that was opened, in whichever process, until it is closed."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest

import reconcile
from sources import Identifier, Scheme
from sources.catalog.build import build
from tests.cataloguing import PAPERS, dblp_xml, paper, small_catalog

TITLE = "GTPA: A Generative Model For Online Mentor-Apprentice Networks"
TEXT = f"Muhammad Aurangzeb Ahmad, David A. Huffaker. {TITLE}. AAAI 2010"
BIB = f"@inproceedings{{a, title = {{{TITLE}}}, author = {{Muhammad Aurangzeb Ahmad and David A. Huffaker}}, year = 2010}}"
FRAME = pd.DataFrame({"text": [f"{TEXT}, page {number}" for number in range(3)]})
CLAIMS = pd.DataFrame({"title": [TITLE], "authors": ["Muhammad Aurangzeb Ahmad and David A. Huffaker"]})


@pytest.fixture
def catalog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[reconcile.Catalog]:
    """A catalogue opened by a path that is not absolute; batches are of one row, so that two processes have work."""
    monkeypatch.setattr("reconcile.bulk.frame.MOST_ROWS", 1)
    small_catalog(tmp_path).close()
    monkeypatch.chdir(tmp_path)
    with reconcile.Catalog.open("catalog") as opened:
        yield opened


def rebuilt(folder: Path) -> None:
    """Put a version in the place of the one there, which lacks the paper."""
    build(
        [dblp_xml(folder / "other.xml", [*PAPERS[1:], paper("conf/aaai/Wool10", "On Wool", "Ann Lee")])],
        folder / "catalog",
    )


def said(catalog: reconcile.Catalog) -> dict[str, str]:
    """What each verb says of one paper."""
    return {
        "match": next(catalog.match([TEXT])).status,
        "match_frame": catalog.match_frame(FRAME)["status"].iloc[0],
        "match_frame of two": catalog.match_frame(FRAME, jobs=2)["status"].iloc[0],
        "check": reconcile.check(BIB, sources=[catalog])[0].status,
        "check by two": reconcile.check([Path("a.bib"), Path("b.bib")], sources=[catalog], jobs=2)[0].status,
        "frame": reconcile.frame(CLAIMS, title="title", authors="authors", sources=[catalog])["status"].iloc[0],
        "clean": reconcile.clean(BIB, catalog=catalog).counts[0][0],
        "clean by two": reconcile.clean(BIB, catalog=catalog, jobs=2).counts[0][0],
        "run": reconcile.run(reconcile.read_document(f"# Publications\n\n- {TEXT}", "cv.md"), sources=[catalog])
        .matches[0]
        .status,
    }


def test_every_verb_reads_the_version_that_was_opened(catalog: reconcile.Catalog, tmp_path: Path) -> None:
    for name in "ab":
        Path(f"{name}.bib").write_text(BIB)
    before = said(catalog)
    assert set(before.values()) == {"matched"}
    rebuilt(tmp_path)
    assert catalog.is_replaced
    assert said(catalog) == before


def test_a_catalogue_is_found_wherever_the_program_goes(
    catalog: reconcile.Catalog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    for name in "ab":
        Path(f"{name}.bib").write_text(BIB)
    assert set(said(catalog).values()) == {"matched"}
    assert catalog.path == tmp_path / "catalog"


def test_a_closed_catalogue_says_so_to_every_verb(catalog: reconcile.Catalog) -> None:
    catalog.close()
    for asked in (
        lambda: next(catalog.match([TEXT])),
        lambda: catalog.match_frame(FRAME),
        lambda: catalog.match_frame(FRAME, jobs=2),
        lambda: reconcile.check(BIB, sources=[catalog]),
        lambda: reconcile.frame(CLAIMS, title="title", sources=[catalog]),
        lambda: reconcile.clean(BIB, catalog=catalog),
        lambda: pickle.dumps(catalog),
    ):
        with pytest.raises(reconcile.CatalogError, match="the catalogue is closed; open it again"):
            asked()


def test_a_catalogue_travels_to_another_process_as_the_version_that_it_is(
    catalog: reconcile.Catalog, tmp_path: Path
) -> None:
    travelling = pickle.dumps(catalog)
    with pickle.loads(travelling) as again:
        assert isinstance(again, reconcile.Catalog)
        assert next(again.match([TEXT])).status == "matched"
        assert repr(again) == f"<Catalog {str(tmp_path / 'catalog')!r}: {len(catalog)} rows of dblp>"
    assert repr(again).endswith(": closed>")
    rebuilt(tmp_path)
    with pytest.raises(reconcile.CatalogError, match="the version that was open is no longer there"):
        pickle.loads(travelling)


@pytest.mark.parametrize("doi", ["10.1609/aaai.v24i1.7536", "10.1609/AAAI.V24I1.7536", "doi:10.1609/aaai.v24i1.7536"])
def test_an_identifier_is_looked_up_however_it_is_spelt(catalog: reconcile.Catalog, doi: str) -> None:
    assert [each.title for each in catalog.look_up([Identifier(Scheme.DOI, doi)]).records] == [TITLE]
