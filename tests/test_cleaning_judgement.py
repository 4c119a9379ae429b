"""`clean` and `check` judge alike; what is only possible, and what a notice says, changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import reconcile
from reconcile.cleaning import Cleaning
from sources.catalog import Catalog
from tests.cataloguing import paper, small_catalog

ALLOCATION = "Latent Meadow Allocation"
SHEEP = "Influence of Gastric Wool on Cortical Bones in Sheep"
VIDEO = "W2V-SDE: From Asynchronous Wool to Continuous Felt"


def held(key: str, title: str, authors: str, year: int, venue: str, address: str = "") -> str:
    more = f"<booktitle>{venue}</booktitle>" + (f"<ee>https://{address}</ee>" if address else "")
    return paper(key, title, *authors.split("; "), year=year, more=more)


PAPERS = (
    held("conf/nips/WeirN01", ALLOCATION, "David Weir; Andrew Nash; Michael Gordon", 2001, "NIPS"),
    held("conf/icml/Hale15", "Wool Normalization by Reducing Shift", "Mary Hale; Bo Ek", 2015, "ICML"),
    held(
        "conf/cvpr/Moss20", f"Retracted: {SHEEP}", "Wool Research and Practice", 2020, "CVPR", "doi.org/10.1155/2020/51"
    ),
    held(
        "conf/kdd/Ek19",
        "Slow Felting of Long Scarves (Retracted article)",
        "Bo Ek; Mary Hale",
        2019,
        "KDD",
        "doi.org/10.1145/33",
    ),
    held("conf/cvpr/Kim22", f"Notice of Retraction: {VIDEO}", "Jong Kim; Dong Lee", 2022, "CVPR"),
    held(
        "conf/kdd/Moss21",
        "Quantized Gossip for Librarians",
        "Kate Millican; Li Wu",
        2021,
        "KDD",
        "doi.org/10.1145/3447548",
    ),
)
ENTRIES = (
    # A journal extension whose conference version alone is known: the entry is right.
    f"@article{{extension, title = {{{ALLOCATION}}}, author = {{Weir, David and Nash, Andrew and Gordon, Michael}},\n"
    "  journal = {Journal of Machine Learning Research}, volume = {3}, pages = {993--1022}, year = {2003}}",
    f"@article{{sheep, title = {{{SHEEP}}}, author = {{Kate Moss and Li Wu}}, journal = {{Wool Research and Practice}},\n"
    "  year = {2013}, doi = {10.1155/2013/38}}",
    f"@inproceedings{{video, title = {{{VIDEO}}}, author = {{Jong Kim and Dong Lee}}, booktitle = {{CVPR}},\n"
    "  year = {2022}}",
    "@inproceedings{known, title = {Quantized Gossip for Librarians}, author = {K. Millican and L. Wu},\n"
    "  booktitle = {KDD}, year = {2021}}",
    "@article{preprint, title = {Wool Normalization by Reducing Shift}, author = {Mary Hale and Bo Ek},\n"
    "  journal = {CoRR}, volume = {abs/1502.03167}, year = {2015}}",
    "@inproceedings{madeup, title = {Sparse Felt Distillation for Efficient Shepherds}, author = {Ann Lee and Bo Ek},\n"
    "  booktitle = {Proceedings of ACL}, year = {2018}}",
    "@inproceedings{scarves, title = {Slow Felting of Long Scarves}, author = {B. Ek and M. Hale}, booktitle = {KDD},\n"
    "  year = {2019}}",
    f"@xdata{{data, title = {{{VIDEO}}}, author = {{Jong Kim}}, booktitle = {{CVPR}}, year = {{2022}}}}",
    "@misc{blog, title = {My Sheep}, author = {Ann Lee}, howpublished = {Blog post}}",
)
ALL = frozenset(
    "authors-differ title-changed year-mismatch venue-mismatch type-mismatch identifier-mismatch pages-mismatch"
    " preprint-of-published incomplete".split()
)


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalog]:
    with small_catalog(tmp_path_factory.mktemp("catalog"), PAPERS) as opened:
        yield opened


def cleaned(text: str, catalog: Catalog, accept: frozenset[str] = frozenset()) -> Cleaning:
    return reconcile.clean(text, catalog=catalog, accept=accept)


@pytest.mark.parametrize("text", ENTRIES, ids=lambda text: text.partition("{")[2].partition(",")[0])
def test_both_commands_say_the_same_of_an_entry(text: str, catalog: Catalog) -> None:
    (found,) = reconcile.check(text, sources=(catalog,))
    cleaning = cleaned(text, catalog)
    assert cleaning.counts == ((found.status.value, 1),)
    said = dict.fromkeys(f"{gap.source}: {gap.reason}" for gap in found.gaps)
    assert "".join(reason for reason, _ in cleaning.reasons) == "; ".join(said)


def test_an_extension_in_a_journal_is_not_its_conference_version(catalog: Catalog) -> None:
    cleaning = cleaned(ENTRIES[0], catalog, ALL)
    assert cleaning.counts == (("possible", 1),)
    assert cleaning.to_bibtex() == ENTRIES[0]
    assert not cleaning.proposals


@pytest.mark.parametrize("text", [*ENTRIES[1:3], ENTRIES[6]])
def test_nothing_is_taken_from_a_notice_but_that_there_is_one(text: str, catalog: Catalog) -> None:
    cleaning = cleaned(text, catalog, ALL)
    assert cleaning.to_bibtex() == text
    (said,) = cleaning.proposals
    assert said.code == "retracted"
    assert "is a notice on this work; nothing is taken from it" in str(said)
    assert "is a notice on this work" in cleaning.diff()
    assert not cleaned("% reconcile: ignore retracted\n" + text, catalog).proposals


def test_a_notice_that_is_cited_itself_is_an_entry_as_others(catalog: Catalog) -> None:
    cleaning = cleaned(ENTRIES[2].replace("{W2V", "{Notice of Retraction: W2V").replace("Jong Kim", "J. Kim"), catalog)
    assert "Jong Kim" in cleaning.to_bibtex()
    assert not cleaning.proposals


def test_a_catalogue_that_holds_a_part_never_says_that_there_is_nothing(catalog: Catalog, tmp_path: Path) -> None:
    cleaning = cleaned(ENTRIES[5], catalog)
    assert cleaning.counts == (("not-checked", 1),)
    ((reason, count),) = cleaning.reasons
    assert count == 1
    assert "holds only a part of DBLP" in reason


def test_the_counts_of_a_file_are_those_of_a_check(catalog: Catalog) -> None:
    text = "\n\n".join(ENTRIES)
    found = [each.status.value for each in reconcile.check(text, sources=(catalog,))]
    assert dict(cleaned(text, catalog).counts) == {status: found.count(status) for status in found}


CHILD = (
    "@inproceedings{child, title = {Quantized Gossip for Librarians}, author = {Kate Millican and Li Wu},\n"
    "  crossref = {Volume}}\n"
)
VOLUME = "@string{kdd = {Proceedings of KDD}}\n@proceedings{volume, title = kdd # { 2021}, year = 2021}\n"


def test_both_read_an_entry_with_what_it_inherits(catalog: Catalog, tmp_path: Path) -> None:
    (alone,) = reconcile.check(CHILD, sources=(catalog,))
    assert "incomplete" in [flag.code for flag in alone.flags]
    assert any(change.field == "year" for change in cleaned(CHILD, catalog).proposals)
    path = tmp_path / "refs.bib"
    path.write_text(CHILD + VOLUME)
    for given in (path, CHILD + VOLUME):
        child, _ = reconcile.check(given, sources=(catalog,))
        assert (child.key, child.status.value, child.flags) == ("child", "matched", ())
    cleaning = cleaned(CHILD + VOLUME, catalog)
    assert {change.field for change in cleaning.changes} == {"doi"}
    assert not cleaning.proposals


def test_xdata_hands_down_every_field(catalog: Catalog) -> None:
    text = CHILD.replace("crossref", "xdata") + "@xdata{volume, booktitle = {KDD}, year = {1999}}\n"
    child, _ = reconcile.check(text, sources=(catalog,))
    assert "year-mismatch" in [flag.code for flag in child.flags]
