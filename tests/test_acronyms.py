"""What acronyms are short for: the table, and who asks it."""

from __future__ import annotations

import pytest

from reconcile.comparison import Decision, judge
from reconcile.decide import decide, doubt, weigh
from reconcile.evidence.side import side_of_cells
from reconcile.lexicon.acronyms import READINGS, Reading
from reconcile.mention import Kind, Mention, Status
from reconcile.settings import for_pairs
from reconcile.titles import compare_titles, is_sure
from reconcile.titles.initials import in_full, is_known, meant_by, short_between, singular, standing_for
from sources.record import Date, Identifier, Name, Record, Scheme, Type

ROWS = [(acronym, reading) for acronym, readings in READINGS.items() for reading in readings]
TEAM = (Name("Bee", "Ann"), Name("Dee", "Carl"))


@pytest.mark.parametrize(("acronym", "reading"), ROWS)
def test_a_row_says_what_is_found_by_its_initials(acronym: str, reading: Reading) -> None:
    assert (0, len(reading.words)) in standing_for(acronym, reading.words)
    assert not any(word.startswith(reading.matters) for word in reading.words if reading.matters)


def test_an_acronym_with_two_meanings_is_told_by_what_stands_beside_it_in_every_row() -> None:
    several = {acronym: readings for acronym, readings in READINGS.items() if any(each.matters for each in readings)}
    assert all(each.matters for readings in several.values() for each in readings)


@pytest.mark.parametrize(
    ("acronym", "words", "known"),
    [
        ("rl", "reinforcement learning", True),
        ("rl", "representation learning", False),
        ("srl", "semantic role labelers", True),
        ("srl", "semantic role labelling", True),
        ("ner", "named entities recognition", True),
        ("ner", "named entity", False),
        ("cnns", "convolutional neural networks", True),
        ("lms", "language models", False),  # `LMS` is another
        ("gps", "gaussian processes", False),
        ("kgs", "knowledge graphs", False),
        ("icl", "in context learning", True),
        ("ii", "image inpainting", False),
        ("vi", "variational inference", False),  # or a part's number
    ],
)
def test_an_acronym_is_known_for_some_words(acronym: str, words: str, known: bool) -> None:
    assert is_known(acronym, tuple(words.split())) is known


@pytest.mark.parametrize(
    ("beside", "known"), [("full text", True), ("documents", True), ("night scenes", False), ("", False)]
)
def test_what_has_two_meanings_is_known_by_what_stands_beside_it(beside: str, known: bool) -> None:
    assert is_known("ir", ("information", "retrieval"), beside.split()) is known


@pytest.mark.parametrize(
    ("word", "words", "places"),
    [
        ("qa", "wool question answering", [(1, 3)]),
        ("q", "wool question answering", []),  # a letter is a letter
        ("vae", "variational autoencoder", [(0, 2)]),
        ("kws", "tidal keyword spotting", [(1, 3), (1, 2)]),
        ("mwe", "a multiword expression", [(1, 3)]),
        ("db", "felt databases", [(1, 2)]),
        ("iii", "idle isles inland", [(0, 3)]),
        ("abcdefg", "a b c d e f g", [(0, 7)]),
        ("abcdefgh", "a b c d e f g h", []),  # longer than people make them
    ],
)
def test_initials_are_those_of_words_in_a_row(word: str, words: str, places: list[tuple[int, int]]) -> None:
    assert list(standing_for(word, tuple(words.split()))) == places


def test_words_are_meant_where_they_stand_nowhere_else() -> None:
    title = ("search", "for", "neural", "architecture", "search")
    assert meant_by("nas", title, {"search", "nas"}) == ("neural", "architecture", "search")
    assert meant_by("nas", title, set(title) | {"nas"}) == ()
    assert meant_by("xyz", ("xeric", "yew", "zones", "search"), {"xyz", "yew"}) == ()
    assert meant_by("gl", ("gull", "letters"), {"gl"}) == ("gull", "letters")  # whether it may be is asked later
    assert meant_by("nas", ("nas", *title), {"nas"}) == ()


def test_acronyms_are_written_out_as_they_are_known_to_be() -> None:
    assert in_full(("idle", "rl"), ("idle", "reinforcement", "learning")) == ("idle", "reinforcement", "learning")
    assert in_full(("idle", "rl"), ("idle", "representation", "learning")) == ("idle", "rl")
    assert short_between("Idle RL by DNNs", "Idle Reinforcement Learning by Deep Neural Nets") == {"rl", "dnn"}
    assert not short_between("Idle RL by DNNs", "Idle Representation Learning by Deep Neural Nets")
    assert not short_between("Idle Wool", "Idle Wool")
    assert singular("NNs by the GPS of USs") == "NN by the GPS of US"


def same(left: str, right: str, *, doi: str = "") -> Decision:
    sides = [side_of_cells(title, "Ann Bee, Carl Dee", "ICML", "2020", doi=doi) for title in (left, right)]
    return judge(*sides, for_pairs(None, 0.5)).decision


def test_initials_that_a_title_lacks_are_no_slip() -> None:
    assert not is_sure(compare_titles("Felt by the Gull Letters", "GL: Felt by the Gull Letters"))


RL, FULL, OTHER = "Deep {} for Wool Classification", "Reinforcement Learning", "Representation Learning"


def test_rows_are_the_same_by_initials_that_are_known() -> None:
    assert same(RL.format("RL"), RL.format(FULL)) is Decision.SAME
    assert same(RL.format("RL"), RL.format(OTHER)) is Decision.POSSIBLE


def test_in_long_titles_other_initials_are_no_more_the_same() -> None:
    title = f"{RL} and Forty Other Matters that Shepherds of the Northern Isles Told Travellers in the Long Winter"
    assert same(title.format("RL"), title.format(FULL)) is Decision.SAME
    assert same(title.format("RL"), title.format(OTHER)) is Decision.POSSIBLE
    assert same(title.format("RL"), title.format(OTHER), doi="10.1234/wool.1") is Decision.SAME


@pytest.mark.parametrize(
    ("claimed", "status"), [(RL.format(FULL), Status.MATCHED), (RL.format(OTHER), Status.POSSIBLE)]
)
def test_a_claim_is_matched_by_initials_that_are_known(claimed: str, status: Status) -> None:
    claim = Record(Type.PAPER, claimed, TEAM, issued=Date(2020), container_title="ICML", page="17-29", volume="4")
    record = Record(
        Type.PAPER, RL.format("RL"), TEAM, issued=Date(2020), container_title="ICML", page="17-29", volume="4",
        identifiers=(Identifier(Scheme.DBLP, "conf/icml/BeeD20"),), source="dblp", key="conf/icml/BeeD20",
    )  # fmt: skip
    mention = Mention("cv.md", 1, 1, claimed, claimed, Kind.PAPER, claim)
    match = decide(mention, weigh(mention, [record]), lambda _: 0, asked=("dblp",))
    assert match.status is status
    if status is Status.POSSIBLE:
        assert (
            doubt(match) == "one title has initials of words of the other, which may be other words', and nothing tells"
        )
