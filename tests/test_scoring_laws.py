"""What holds of the comparison of any two records, whatever they are: the laws of the judgement."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reconcile.comparison import Judged, judge
from reconcile.evidence.seeing import look
from reconcile.evidence.side import Side, side_of_cells, side_of_record
from reconcile.evidence.weights import FIELDS, Weight
from reconcile.settings import DEFAULT, Settings, for_pairs
from sources.record import Date, Identifier, Name, Record, Scheme, Type

WORDS = (
    "a the of for with and neural graph networks learning deep query optimization survey II 2 supervised unsupervised"
    " BERT: RACE-IT: attention demo (extended abstract) part data mining streams erratum review — über"
).split()
FAMILIES = (
    "Wang Li Niu Liu Garcia-Molina Avestimehr Müller Mueller Ng O'Neil van_der_Maaten Cheung Chueng Özden".split()
)
GIVENS = ("", "Y.", "Yue", "Yang", "Y. H.", "Hector", "H.", "Laurens", "K J", "Jörg", "J.-P.")

titles = st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join)
names = st.builds(
    lambda family, given: Name(family=family.replace("_", " "), given=given),
    st.sampled_from(FAMILIES),
    st.sampled_from(GIVENS),
)
identifiers = st.builds(Identifier, st.just(Scheme.DOI), st.sampled_from(("10.1/a", "10.1/b", "10.48550/arxiv.1")))
records = st.builds(
    Record,
    type=st.sampled_from((Type.PAPER, Type.ARTICLE, Type.PREPRINT)),
    title=titles,
    author=st.lists(names, max_size=5).map(tuple),
    author_et_al=st.booleans(),
    issued=st.one_of(st.none(), st.integers(1990, 2024).map(Date)),
    container_title=st.sampled_from(
        ("", "ACL", "VLDB J.", "VLDB", "Findings of ACL", "arXiv", "Journal of Things", "?")
    ),
    volume=st.sampled_from(("", "1", "2")),
    page=st.sampled_from(("", "1-8", "17-20")),
    identifiers=st.lists(identifiers, max_size=2, unique=True).map(tuple),
)
BOTH = pytest.mark.parametrize("of_whom", [DEFAULT, for_pairs(None, 0.5)], ids=["claims", "pairs"])
some = settings(max_examples=400, deadline=None)


def of(left: Record, right: Record) -> Judged:
    return judge(side_of_record(left), side_of_record(right), for_pairs(None, 0.5))


@some
@given(records, records)
def test_the_order_of_the_two_does_not_matter(left: Record, right: Record) -> None:
    one, other = of(left, right), of(right, left)
    assert (one.weight, one.probability, one.decision, one.why) == (
        pytest.approx(other.weight),
        pytest.approx(other.probability),
        other.decision,
        other.why,
    )


@some
@given(records, records, st.randoms(use_true_random=False))
def test_another_order_of_authors_changes_the_evidence_of_order_alone(left: Record, right: Record, rng: object) -> None:
    shuffled = list(left.author)
    rng.shuffle(shuffled)  # type: ignore[attr-defined]
    before = look(side_of_record(left), side_of_record(right)).seen
    after = look(side_of_record(replace(left, author=tuple(shuffled))), side_of_record(right)).seen
    assert [(seen.field, seen.level) for seen in before if seen.field != "order"] == [
        (seen.field, seen.level) for seen in after if seen.field != "order"
    ]


@some
@given(records, records, st.sampled_from(("title", "author", "issued", "container_title", "volume", "page")))
def test_what_is_missing_weighs_nothing(left: Record, right: Record, field: str) -> None:
    # Identifiers and the type name a venue, too.
    silent = replace(left, identifiers=(), type=Type.PAPER, **{field: getattr(Record(), field)})
    evidence = of(silent, right).evidence
    of_field = {"issued": "year", "container_title": "venue"}.get(field, field)
    assert all(piece.weight == 0 for piece in evidence if piece.field == of_field)


@some
@given(records, records)
def test_an_identifier_that_agrees_never_lowers_the_weight(left: Record, right: Record) -> None:
    shared = Identifier(Scheme.DOI, "10.5555/shared")
    more = [replace(each, identifiers=(*each.identifiers, shared)) for each in (left, right)]
    assert of(*more).weight >= of(left, right).weight - 1e-9


@some
@given(records)
def test_a_record_that_says_enough_is_itself(record: Record) -> None:
    side = side_of_record(record)
    if side.title and side.title.bits > 20 and record.author and not side.preprint:
        assert judge(side, side).probability > 0.5


@some
@given(records, records)
def test_the_evidence_adds_up_to_what_is_judged(left: Record, right: Record) -> None:
    judged = of(left, right)
    vetoed = "notice" in judged.why or "review" in judged.why
    total = sum(piece.weight for piece in judged.evidence) - (60 if vetoed else 0)
    assert total == pytest.approx(judged.weight, abs=0.6)  # each is rounded to a tenth


@some
@given(records, records)
def test_the_same_input_gives_the_same_words(left: Record, right: Record) -> None:
    assert of(left, right) == of(left, right)


@some
@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=40), st.text(max_size=12))
@example("", "", "\u02bc", "00000")  # a letter of Unicode's that is no letter of a word
def test_any_cells_can_be_judged(title: str, authors: str, venue: str, year: str) -> None:
    side = side_of_cells(title, authors, venue, year, doi=title, volume=year, pages=year)
    assert isinstance(side, Side)
    assert 0 <= judge(side, side_of_cells(authors, title, year, venue)).probability <= 1


@BOTH
def test_missing_stands_between_agreeing_and_differing(of_whom: Settings) -> None:
    table = of_whom.weights

    def weigh(field: str, level: str, bits: float = 30.0) -> float:
        return table.of(field, level).of(bits)

    for field, other in (("year", "far"), ("venue", "other"), ("identifier", "other"), ("volume", "other")):
        assert weigh(field, "same") >= 0 > weigh(field, other)
    assert weigh("author", "all") > 0 > weigh("author", "some", 0.0)


@BOTH
def test_rare_words_and_surnames_weigh_more_than_common_ones(of_whom: Settings) -> None:
    def weight(title: str, authors: str) -> float:
        side = side_of_cells(title, authors)
        return judge(side, side, of_whom).weight

    assert weight("Deep Learning", "Wei Wang") < weight("Memristive Crossbars", "Salman Avestimehr")


@BOTH
def test_every_level_has_a_weight_with_its_origin(of_whom: Settings) -> None:
    for field, levels in FIELDS.items():
        for level in levels:
            weight = of_whom.weights.of(field, level)
            assert isinstance(weight, Weight)
            assert weight.comes_from, f"{field}.{level} does not say where its number came from"
