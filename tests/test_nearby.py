"""Records that are worth holding side by side: none is left out that comparing every two would join."""

from __future__ import annotations

import random
from collections.abc import Callable
from itertools import combinations

import pytest

from reconcile import nearby, works
from reconcile.nearby import neighbours
from reconcile.settings import DEFAULT, Settings
from reconcile.titles import compare as title_rules
from reconcile.titles.slips import close
from reconcile.titles.twins import Twins
from reconcile.works import group
from sources.record import Record, Relation
from tests.make import identifier, preprint, record

COMMON = "learning networks model analysis data systems neural deep optimization recognition".split()
RARE = (
    "memristor crossbar tokamak zeolite glottal perovskite lichen kelp monoid sheaf gerrymander wormhole basalt"
    " plankton quorum ferrofluid dirigible estuary palimpsest sarcophagus transubstantiation spectrophotometer"
).split()
SMALL = "for of with in the using".split()
GIVEN = "Ann Bob Eve Wei Luca Giacomo Archit Ron Lei Chiara".split()
FAMILY = "Zhang Wang Author Writer Buonanno Pedretti Gajjar Roth Müller Schneider Oyelaran Takahashi".split()


def title(rng: random.Random) -> str:
    words = rng.sample(RARE, rng.randint(1, 3)) + rng.sample(COMMON, rng.randint(0, 4)) + rng.sample(SMALL, 1)
    rng.shuffle(words)
    return " ".join(words)


def team(rng: random.Random, owner: str = "") -> list[str]:
    names = [f"{rng.choice(GIVEN)} {rng.choice(FAMILY)}" for _ in range(rng.randint(1, 5))]
    return [*names, owner] if owner else names


def slipped(word: str, rng: random.Random) -> str:
    """A word with a letter swapped, left out or added."""
    at = rng.randrange(1, max(2, len(word) - 1))
    return rng.choice([word[:at] + word[at : at + 2][::-1] + word[at + 2 :], word[:at] + word[at + 1 :], f"{word}s"])


def misspelt(text: str, rng: random.Random) -> str:
    return " ".join(slipped(word, rng) if rng.random() < 0.6 else word for word in text.split())


def glued(text: str, rng: random.Random) -> str:
    words = text.split()
    at = rng.randrange(max(1, len(words) - 1))
    return " ".join([*words[:at], "".join(words[at : at + 2]), *words[at + 2 :]])


def broken(text: str, rng: random.Random) -> str:
    return " ".join({"for": "4", "with": "wtih", "using": "usng"}.get(word, word) for word in text.split())


def retitled(text: str, rng: random.Random) -> str:
    words = text.split()
    return " ".join([*rng.sample(words, max(1, len(words) // 2)), *rng.sample(RARE, 1)])


VARIANTS: tuple[Callable[[str, random.Random], str], ...] = (
    misspelt,
    glued,
    broken,
    retitled,
    lambda text, rng: text,
    lambda text, rng: f"{text}: {rng.choice(RARE)} {rng.choice(COMMON)}",
    lambda text, rng: f"{text.split()[0]}Net: {text}",
)


def others_names(names: list[str], rng: random.Random) -> list[str]:
    """The names as another list has them: initials, family name first, one misspelt, or as they are."""
    way = rng.randrange(4)
    if way == 0:
        return [f"{name[0]}. {name.split()[1]}" for name in names]
    if way == 1:
        return [" ".join(reversed(name.split())) for name in names]
    if way == 2:
        at = rng.randrange(len(names))
        return [slipped(name, rng) if place == at else name for place, name in enumerate(names)]
    return names


def made_up(seed: int, papers: int = 70, owner_has: int = 60) -> list[Record]:
    """Papers of many and of one who owns a laboratory, each with another description or a preprint, or both."""
    rng = random.Random(seed)
    found = []
    for at in range(papers + owner_has):
        text, names = title(rng), team(rng, "Giacomo Pedretti" if at >= papers else "")
        year = rng.randint(2010, 2024)
        ids = f"doi:10.1234/{at}" if rng.random() < 0.3 else ""
        venue = rng.choice(("ICML", "NeurIPS", "ISCA", ""))
        found.append(record(text, "; ".join(names), year, venue, ids=ids, key=f"{at}"))
        change = rng.choice(VARIANTS)
        said = "; ".join(others_names(names, rng))
        if rng.random() < 0.6:
            found.append(record(change(text, rng), said, year, venue, source="dblp", key=f"{at}v"))
        if rng.random() < 0.5:
            links = (Relation("is-preprint-of", identifier(ids)),) if ids and rng.random() < 0.5 else ()
            found.append(preprint(change(text, rng), said, year - rng.randint(0, 2), f"2001.{at:05}", relations=links))
    return found


def of_all(records: list[Record], monkeypatch: pytest.MonkeyPatch) -> tuple[tuple[Record, ...], ...]:
    """The groups that come of comparing every two."""
    with monkeypatch.context() as patch:
        patch.setattr(works, "neighbours", lambda every, _settings: [set(range(len(every))) for _ in every])
        return group(records)


@pytest.mark.parametrize("seed", range(4))
def test_groups_are_those_of_comparing_every_two(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    records = made_up(seed)
    expected = of_all(records, monkeypatch)
    assert sum(len(work) > 1 for work in expected) > 50
    assert group(records) == expected


PAIRS = [
    (record("Netwroks", "Ann Author", 2020), record("Networks", "Bob Writer", 2020)),
    (record("Spectrophotometre Calibartion", "", 2020), record("Spectrophotometer Calibration", "", 2020)),
    (record("Timeseries", "", 2020), record("Time Series", "", 2020)),
    (record("To Be or Not to Be", "", 2020), record("To be or not be", "", 2020)),
    (record("4 the Kelp", "", 2020), record("For the Kelp", "", 2020)),
    (record("MiLeNAS", "", 2020), record("MiLeNAS: A Search of Architectures", "", 2020)),
    (record("A", "", 2020, ids="doi:10.1234/a"), record("B", "", 2020, ids="doi:10.1234/a")),
]  # fmt: skip


@pytest.mark.parametrize(("left", "right"), PAIRS)
def test_near_whatever_else_there_is(left: Record, right: Record) -> None:
    near = neighbours([left, *made_up(9), right], DEFAULT)
    assert len(near) - 1 in near[0]
    assert 0 in near[-1]


# Two titles that share what is written otherwise, and of which one has another word; the word of many other titles.
CROWDED = [
    ("Time Series", "Timeseries Survey", "timeseries"),
    ("Usng Kelp", "Survey Using Kelp", "kelp"),
    ("4 Kelp", "Survey for Kelp", "kelp"),
]


@pytest.mark.parametrize(("left", "right", "common"), CROWDED)
def test_near_among_many_that_share_a_word(left: str, right: str, common: str) -> None:
    crowd = [record(f"{common} {other}", "", 2020) for other in RARE if other != common]
    near = neighbours([record(left, "", 2020), *crowd, record(right, "", 2020)], DEFAULT)
    assert len(near) - 1 in near[0]


def lab(size: int) -> list[Record]:
    """Papers of one owner in one field: every title has common words, and some that few others have."""
    rng = random.Random(5)
    coined = ["".join(rng.choices("abcdefghijklmnop", k=9)) for _ in range(size // 3)]
    return [
        record(
            " ".join([*rng.sample(coined, 2), *rng.sample(RARE[:4], 1), *rng.sample(COMMON, 4)]),
            f"{rng.choice(GIVEN)} {rng.choice(FAMILY)}; Giacomo Pedretti",
            2020,
            key=str(at),
        )
        for at in range(size)
    ]


def comparisons(records: list[Record], monkeypatch: pytest.MonkeyPatch) -> int:
    """How many pairs are asked about in grouping the records."""
    asked = 0
    ask = works.same_publication

    def counted(left: Record, right: Record, settings: Settings = DEFAULT) -> float | None:
        nonlocal asked
        asked += 1
        return ask(left, right, settings)

    with monkeypatch.context() as patch:
        patch.setattr(works, "same_publication", counted)
        group(records)
    return asked


def test_the_work_grows_with_the_records_and_not_with_their_pairs(monkeypatch: pytest.MonkeyPatch) -> None:
    few, many = lab(200), lab(800)  # four times as many; of pairs there are sixteen times as many
    assert sum(map(len, neighbours(many, DEFAULT))) <= 6 * sum(map(len, neighbours(few, DEFAULT)))
    assert 0 < comparisons(many, monkeypatch) <= 6 * comparisons(few, monkeypatch)


def test_twins_are_the_words_that_are_close() -> None:
    rng = random.Random(3)
    words = {*COMMON, *RARE, "class", "cla", "unsupervised", "supervised", "wmt18", "wmt19", "x" * 30, "x" * 29 + "y"}
    words |= {slipped(slipped(word, rng), rng) for word in sorted(words) for _ in range(4)}
    words |= {slipped(word, rng) for word in sorted(words)}
    twins = Twins(words)
    for one, other in combinations(sorted(words), 2):
        assert (other in twins.of(one)) is close(one, other), (one, other)


def test_the_share_that_is_looked_for_is_no_larger_than_that_of_titles_in_other_words() -> None:
    assert title_rules._NEAR_SHARE > nearby.SHARE
