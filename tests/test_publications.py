"""Several publications of one work: which one a claim means, and that no other is taken for it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from reconcile.checking.verbs import check
from reconcile.matching.judge import Judge
from reconcile.mention import Status
from reconcile.streaming.claims import claim_of
from reconcile.wanted import Wanted
from sources.catalog import Catalog
from tests.cataloguing import paper, small_catalog

TEAM = "Ada Tulkens; Wei Zhang; Bo Ekström"
HEDGES = "Growing Hedges with Sparse Gradients"
MEADOWS = "Drainage of Shallow Meadows under Uncertainty"
OTTERS = "Counting Otters from Riverbank Acoustics"


def held(key: str, title: str, year: int, where: str, team: str = TEAM) -> str:
    return paper(key, title, *team.split("; "), year=year, more=where)


PAPERS = (
    held("conf/kdd/Tulk22", HEDGES, 2022, "<booktitle>KDD</booktitle><pages>100-110</pages>"),
    held("conf/ijcai/Tulk23", f"{HEDGES} (Extended Abstract)", 2023, "<booktitle>IJCAI</booktitle>"),
    held("conf/nips/Tulk01", MEADOWS, 2001, "<booktitle>NIPS</booktitle><pages>601-608</pages>"),
    held("journals/jmlr/Hale05", OTTERS, 2005, "<journal>J. Mach. Learn. Res.</journal>", "Mary Hale").replace(
        "inproceedings", "article"
    ),
)


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalog]:
    with small_catalog(tmp_path_factory.mktemp("publications"), PAPERS) as opened:
        yield opened


def entry(kind: str, title: str, year: int, authors: str = TEAM, **more: str) -> tuple[tuple[str, str], ...]:
    fields = {"title": title, "author": " and ".join(authors.split("; ")), "year": str(year), **more}
    return (("ENTRYTYPE", kind), *fields.items())


MATCHED, POSSIBLE = Status.MATCHED, Status.POSSIBLE
JMLR = "Journal of Machine Learning Research"
ROWS = [
    pytest.param(entry("inproceedings", HEDGES, 2023, booktitle="IJCAI"), MATCHED, "conf/ijcai/Tulk23", id="its abstract, where it is claimed"),
    pytest.param(entry("inproceedings", HEDGES, 2022, booktitle="KDD"), MATCHED, "conf/kdd/Tulk22", id="the paper itself"),
    pytest.param(entry("misc", HEDGES, 2022), MATCHED, "conf/kdd/Tulk22", id="the paper, no place claimed"),
    pytest.param(entry("article", HEDGES, 2021, journal="CoRR"), MATCHED, "conf/kdd/Tulk22", id="its preprint"),
    pytest.param(entry("inproceedings", MEADOWS, 2001, booktitle="NIPS"), MATCHED, "conf/nips/Tulk01", id="at a conference"),
    pytest.param(entry("article", MEADOWS, 2003, journal=JMLR), POSSIBLE, "conf/nips/Tulk01", id="in a journal, two years later"),
    pytest.param(
        entry("article", MEADOWS, 2001, journal="JMLR", volume="3", pages="993--1022"), POSSIBLE, "conf/nips/Tulk01",
        id="in a journal, printed there",
    ),
    pytest.param(entry("phdthesis", OTTERS, 1999, "Mary Hale", school="Ghent University"), POSSIBLE, "journals/jmlr/Hale05", id="a thesis, years before"),
    pytest.param(entry("techreport", MEADOWS, 2000, institution="Wool Labs", number="WL-176"), POSSIBLE, "conf/nips/Tulk01", id="a numbered report"),
    pytest.param(entry("techreport", MEADOWS, 2001, institution="Wool Labs", number="WL-176"), MATCHED, "conf/nips/Tulk01", id="of the same year"),
    pytest.param(entry("techreport", MEADOWS, 2000, institution="Wool Labs"), MATCHED, "conf/nips/Tulk01", id="a report of no number"),
]  # fmt: skip


@pytest.mark.parametrize(("fields", "status", "key"), ROWS)
def test_match_and_check_take_the_publication_that_is_claimed(
    fields: tuple[tuple[str, str], ...], status: Status, key: str, catalog: Catalog
) -> None:
    verdict = Judge(catalog).judge(Wanted("1", claim=claim_of(fields)))
    assert (verdict.status, verdict.record and verdict.record.key) == (status, key)
    body = "".join(f" {name} = {{{value}}},\n" for name, value in fields[1:])
    (found,) = check(f"@{fields[0][1]}{{a,\n{body}}}\n", sources=(catalog,))
    assert (found.status, found.record and found.record.key) == (status, key)
    assert not [flag for flag in found.flags if flag.severity.value == "error"]


STRINGS = [
    (f"A. Tulkens, W. Zhang, B. Ekström. {MEADOWS}. JMLR 3, 993-1022 (2003).", POSSIBLE),
    (f"A. Tulkens, W. Zhang, B. Ekström. {MEADOWS}. J. Mach. Learn. Res. 2003;3(1):993-1022", POSSIBLE),
    (f"M. Hale. {OTTERS}. PhD thesis, Ghent University, 1999", POSSIBLE),
    (f"A. Tulkens, W. Zhang, B. Ekström. {MEADOWS}. NIPS 2001", MATCHED),
    (f"A. Tulkens, W. Zhang, B. Ekström. {MEADOWS}. NIPS 2002", MATCHED),
    (f"A. Tulkens, W. Zhang, B. Ekström. {MEADOWS}. CoRR, 2000", MATCHED),
    (f"M. Hale. {OTTERS}. JMLR 6, 2006", MATCHED),
]


@pytest.mark.parametrize(("string", "status"), STRINGS, ids=[string for string, _ in STRINGS])
def test_a_string_that_claims_another_publication_is_only_possible(
    string: str, status: Status, catalog: Catalog
) -> None:
    verdict = Judge(catalog).judge(Wanted("1", string))
    assert (verdict.status, bool(verdict.reason)) == (status, status is POSSIBLE)
