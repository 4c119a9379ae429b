"""Which records describe one work."""

from __future__ import annotations

import random

import pytest

from reconcile.mention import Candidate, Comparison
from reconcile.settings import DEFAULT
from reconcile.works import group, worth_grouping
from sources.record import Record, Relation
from tests.make import identifier, preprint, record

TEAM = "Lei Zhao; Luca Buonanno; Ron M. Roth; Archit Gajjar; Giacomo Pedretti"
GROUP = "Wen Wen; Lei Zhao; Youtao Zhang; Jun Yang"

ONE = [
    pytest.param(
        record("Ethos: Rectifying Language Models", "Lei Gao; Yue Niu; Tingting Tang", 2024, "Findings of the Association for Computational Linguistics: NAACL 2024", ids="acl:2024.findings-naacl.132", source="anthology"),
        record("Ethos: Rectifying Language Models", "Lei Gao; Yue Niu; Tingting Tang", 2024, "Findings of the Association for Computational Linguistics: NAACL 2024", ids="doi:10.18653/v1/2024.findings-naacl.132"),
        id="the same publication in two sources",
    ),
    pytest.param(
        record("RACE-IT: A Reconfigurable Analog Computing Engine for Transformer Acceleration", TEAM, 2025, "International Conference on Computer Design"),
        preprint("RACE-IT: A Reconfigurable Analog CAM-Crossbar Engine for Transformer Acceleration", "Lei Zhao; Luca Buonanno; Ron Roth; Archit Gajjar; Giacomo Pedretti", 2023),
        id="a preprint under a slightly different title",
    ),
    pytest.param(
        record("BurstGPT: A Real-World Workload Dataset to Optimize LLM Serving Systems", "Yuxin Wang; Yuhan Chen; Zeyu Li; Xueze Kang; Zhenheng Tang; Xiaowen Chu", 2025, "KDD"),
        preprint("Towards Efficient and Reliable LLM Serving: A Real-World Workload Study", "Y. Wang; Y. Chen; Z. Li; Z. Tang; X. Chu", 2024),
        id="a preprint that was retitled: the team in order, the matter and the time agree",
    ),
    pytest.param(
        record("On the Carding of Wet Wool", "Ann Author; Bob Writer", 2020, type="article", ids="doi:10.1002/essoar.10501234.1"),
        record("On the Carding of Wet Wool", "Ann Author; Bob Writer", 2021, type="article", ids="doi:10.1002/essoar.10501234.2"),
        id="two versions of one preprint, each with a DOI",
    ),
    pytest.param(
        record("A Study", "Ann Author", 2021, ids="doi:10.1234/a"),
        preprint("An Entirely Different Heading", "Ann Author", 2020, relations=(Relation("is-preprint-of", identifier("doi:10.1234/a")),)),
        id="the source says so",
    ),
]  # fmt: skip

APART = [
    pytest.param(
        record("Speeding up crossbar resistive memory by exploiting in-memory data patterns", GROUP, 2017, "International Conference on Computer-Aided Design", ids="doi:10.1109/iccad.2017.8203787"),
        record("Exploiting In-Memory Data Patterns for Performance Improvement on Crossbar Resistive Memory", GROUP, 2020, "IEEE Transactions on Computer-Aided Design of Integrated Circuits and Systems", ids="doi:10.1109/tcad.2019.2940685", type="article-journal"),
        id="a conference paper and its journal extension",
    ),
    pytest.param(
        record("Federated Learning for the Internet of Things: Applications, Challenges, and Opportunities", "Tuo Zhang; Lei Gao; Chaoyang He; Mi Zhang; Salman Avestimehr", 2022, "IEEE Internet of Things Magazine", type="article-journal"),
        record("Federated Learning for Internet of Things", "Tuo Zhang; Chaoyang He; Tianhao Ma; Lei Gao; Salman Avestimehr", 2021, "Proceedings of the 19th ACM Conference on Embedded Networked Sensor Systems"),
        id="two papers of one group that begin alike",
    ),
    pytest.param(
        record("Estimation of Personal Effects Associated With Felted Causes", "Ada Tulkens; Bo Ekström; Ines Varga", 2018, "UAI", page="673-682"),
        record("Identification of Personal Effects Associated With Felted Causes", "Ines Varga; Eli Sorn", 2018, "UAI", page="530-539"),
        id="two papers of one volume that differ in a word",
    ),
    pytest.param(
        record("Graph Minors. II", "Neil Robertson; Paul Seymour", 1986, "Journal of Algorithms", type="article-journal"),
        record("Graph Minors. III", "Neil Robertson; Paul Seymour", 1984, "Journal of Algorithms", type="article-journal"),
        id="two parts",
    ),
    pytest.param(
        record("Deep Residual Learning for Image Recognition", "Kaiming He; Xiangyu Zhang", 2016, "CVPR"),
        preprint("Wide Residual Networks", "Sergey Zagoruyko; Nikos Komodakis", 2016),
        id="another paper",
    ),
    pytest.param(
        record("Erratum to: A Study of Things", "Ann Author; Bob Writer", 2024, "Wool Letters", type="article-journal", ids="arxiv:2301.00001"),
        preprint("A Study of Things", "Ann Author; Bob Writer", 2023, "2301.00001"),
        id="an erratum that names the preprint of its paper",
    ),
    pytest.param(
        record("BurstGPT: A Real-World Workload Dataset to Optimize LLM Serving Systems", "Yuxin Wang; Yuhan Chen; Zeyu Li; Xueze Kang; Zhenheng Tang; Xiaowen Chu", 2025, "KDD", author_et_al=True),
        preprint("Towards Efficient and Reliable LLM Serving: A Real-World Workload Study", "Y. Wang; Y. Chen; Z. Li; Z. Tang; X. Chu", 2024),
        id="a title of other words by a team that nobody lists in full",
    ),
    pytest.param(
        preprint("A Study of Things", "Ann Author; Bob Writer", 2021, "2101.00001"),
        preprint("A Study of Things", "Ann Author; Bob Writer", 2023, "2301.00001"),
        id="two preprints with two numbers",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("left", "right"), ONE)
def test_one_work(left: Record, right: Record) -> None:
    assert len(group([left, right])) == 1


@pytest.mark.parametrize(("left", "right"), APART)
def test_two_works(left: Record, right: Record) -> None:
    assert len(group([left, right])) == 2


def test_a_preprint_does_not_tie_two_publications_together() -> None:
    conference, journal = APART[0].values
    draft = preprint("Speeding up Crossbar Resistive Memory by Exploiting In-memory Data Patterns", GROUP, 2017)
    works = group([conference, journal, draft])  # type: ignore[list-item]
    assert sorted(len(work) for work in works) == [1, 2]
    assert any({conference, draft} == set(work) for work in works)


def test_a_record_without_a_venue_does_not_tie_two_publications_together() -> None:
    title, team = "Regression Testing of Dynamic Web Applications", "Ann Author; Bob Writer; Eve Third"
    conference = record(title, team, 2020, "ICSE", ids="doi:10.1109/icse.1")
    journal = record(
        title, team, 2021, "IEEE Transactions on Software Engineering", ids="doi:10.1109/tse.1", type="article-journal"
    )
    bare = record(title, team, 2020, source="dblp", key="conf/icse/X")
    works = group([conference, journal, bare])
    assert sorted(len(work) for work in works) == [1, 2]


def test_the_order_of_records_does_not_matter() -> None:
    records = [value for case in ONE + APART for value in case.values]
    expected = group(records)  # type: ignore[arg-type]
    for seed in range(5):
        random.Random(seed).shuffle(records)
        assert group(records) == expected  # type: ignore[arg-type]


def test_worth_grouping_are_likely_records_those_that_are_named_and_versions_of_likely_ones() -> None:
    likely = record("Felting by Hand", "Ann Bee", 2021, "ICML", ids="doi:10.1000/1")
    version = preprint("Felting by Hand", "Ann Bee", 2020)
    named = record("Carding by Hand", "Ann Bee", 2019, "AAAI", ids="doi:10.1000/2")
    other = record("Dyeing by Hand", "Ann Bee", 2018, "IJCAI", ids="doi:10.1000/3")
    chances = ((other, 0.1), (version, 0.2), (likely, 0.9), (named, 0.0))
    claim = record("Felting by Hand", "Ann Bee", 2021, ids="doi:10.1000/2")
    found = worth_grouping(claim, [Candidate(each, Comparison(()), chance) for each, chance in chances], DEFAULT)
    assert found == [likely, version, named]
