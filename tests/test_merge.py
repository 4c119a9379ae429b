"""From the records of a work to its one description."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reconcile.merge import make_key, merge
from sources.record import Record, Scheme
from tests.make import preprint, record

TEAM = "Chaoyang He; Shen Li; Mahdi Soltanolkotabi"
TITLE = "PipeTransformer: Automated Elastic Pipelining"
DBLP = record(TITLE, TEAM, 2021, "ICML", source="dblp", ids="dblp:conf/icml/0001LSA21", page="4150-4159", volume="139")
CROSSREF = record(
    TITLE, TEAM, 2021, "Proceedings of the 38th International Conference on Machine Learning", ids="doi:10.1234/pipe"
)
DRAFT = preprint(TITLE, TEAM, 2021, "2102.03161")


def test_the_published_version_is_preferred_and_the_preprint_gives_its_number() -> None:
    merged, provenance = merge([DRAFT, DBLP])
    assert merged.type == DBLP.type
    assert merged.identifier(Scheme.ARXIV) == "2102.03161"
    assert dict(provenance)["page"] == "dblp conf/icml/0001LSA21"


def test_a_missing_field_comes_from_another_record_of_the_publication_and_says_so() -> None:
    merged, provenance = merge([DBLP, CROSSREF])
    assert (merged.page, merged.volume) == ("4150-4159", "139")
    assert dict(provenance)["title"] == "crossref 10.1234/pipe"
    assert dict(provenance)["page"] == "dblp conf/icml/0001LSA21"


def test_a_missing_field_never_comes_from_the_preprint() -> None:
    merged, _ = merge([record(TITLE, TEAM, 2021, "ICML"), preprint(TITLE, TEAM, 2020, volume="abs/2102.03161")])
    assert merged.volume == ""


def test_where_two_sources_name_different_authors_the_claimed_ones_are_believed() -> None:
    wrong = replace(DBLP, author=record(authors="Corey J. Nolet; Shen Li; Mahdi Soltanolkotabi").author)
    right = record(TITLE, TEAM, 2021, "ICML", source="dblp")
    claim = record(TITLE, TEAM, 2021, "ICML 2021", source="claim")
    assert str(merge([wrong, right], [claim])[0].author[0]) == "Chaoyang He"
    assert str(merge([wrong, right])[0].author[0]) == "Corey J. Nolet"


def test_initials_are_completed_by_the_same_persons_full_names() -> None:
    merged, _ = merge([record(TITLE, "C. He; S. Li; M. Soltanolkotabi", 2021, "ICML", ids="doi:10.1234/pipe"), DBLP])
    assert [str(name) for name in merged.author] == ["Chaoyang He", "Shen Li", "Mahdi Soltanolkotabi"]


def test_a_bare_acronym_is_written_out() -> None:
    merged, _ = merge([DBLP])
    assert merged.container_title == "International Conference on Machine Learning (ICML)"


def test_the_acronym_of_a_journal_is_the_journals_name_alone() -> None:
    merged, _ = merge([record(TITLE, TEAM, 2021, "JMLR", type="article-journal", source="dblp")])
    assert merged.container_title == "Journal of Machine Learning Research"


def test_the_order_of_records_does_not_matter() -> None:
    assert merge([DRAFT, DBLP, CROSSREF]) == merge([CROSSREF, DRAFT, DBLP])


KEYS = [
    (record("Ethos: Rectifying Language Models", "Lei Gao", 2024), "gao-2024-ethos"),
    (record("On the Edge", "Başak Güler", 2022), "guler-2022-edge"),
    (record("A Study", "Ludwig van Beethoven", None), "beethoven-nd-study"),
    (record("深度学习", "", 2020), "anon-2020-shenduxuexi"),
    (record("Стрижка овец", "Отто Лисон", 2017), "lison-2017-strizhka"),
    (record("Стрижка Woolly овец", "김철수", 2017), "gimcheolsu-2017-woolly"),
    (record("", "", None), "anon-nd-untitled"),
]


@pytest.mark.parametrize(("described", "key"), KEYS)
def test_key(described: Record, key: str) -> None:
    assert make_key(described) == key


def test_a_taken_key_gets_a_letter() -> None:
    taken: set[str] = set()
    for _ in range(30):
        taken.add(make_key(DBLP, taken))
    assert len(taken) == 30
    assert {"he-2021-pipetransformer", "he-2021-pipetransformer-b", "he-2021-pipetransformer-z"} <= taken


def test_a_key_is_of_the_editor_where_nobody_is_the_author() -> None:
    edited = replace(DBLP, author=(), editor=DBLP.author)
    assert make_key(edited) == make_key(DBLP)
