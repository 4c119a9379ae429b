"""The table of weights: read, refused where it is wrong, written as it was read."""

from __future__ import annotations

from pathlib import Path

import pytest

from reconcile.evidence.weights import FIELDS, Weight, WeightsError, load, shipped, written


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The shipped table in a file of its own."""
    path = tmp_path / "weights.toml"
    path.write_text(written(shipped()), encoding="utf-8")
    return path


def test_what_is_written_is_read_again(file: Path) -> None:
    read = load(file)
    assert read.prior == shipped().prior
    for field, levels in FIELDS.items():
        for level in levels:
            mine, theirs = read.of(field, level), shipped().of(field, level)
            assert mine.bits == pytest.approx(theirs.bits, abs=1e-3)
            assert (mine.pairs, mine.comes_from) == (theirs.pairs, theirs.comes_from)


def test_a_heading_becomes_comments_and_quotes_are_escaped(tmp_path: Path) -> None:
    origin = 'says "so" \\ and\nmore'
    table = shipped().changed({("year", "same"): Weight(2.0, pairs=3, comes_from=origin)})
    path = tmp_path / "w.toml"
    path.write_text(written(table, "first\nsecond"), encoding="utf-8")
    assert path.read_text(encoding="utf-8").startswith("# first\n# second\n")
    assert load(path).of("year", "same").comes_from == 'says "so" \\ andmore'


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("[odds]", "[other]", "there is no table [odds]"),
        ("prior = ", "prior = true #", "odds.prior is no number"),
        ("[year.same]", "[year.sane]", "the level year.same is missing"),
        ("[year.same]", "[year.more]\nbits = 1.0\n[year.same]", "year.more is no level of year"),
        ("[year.same]\nbits = ", "[year.same]\nbits = 'x' #", "year.same.bits is no number"),
        ("[year.same]\nbits = ", "[year.same]\nbits = inf #", "year.same.bits is no number"),
        ("[year.same]\nbits = ", "[year.same]\nbits = 1.0\nweight = ", "'weight' is none of"),
        ("[year.same]\n", "[year.same]\n[[", "not TOML"),
    ],
)
def test_a_table_that_is_wrong_is_refused_in_one_line(file: Path, old: str, new: str, says: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(WeightsError) as refused:
        load(file)
    assert says in str(refused.value)
    assert str(file) in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_file_that_is_not_there_or_no_text_or_too_long_is_named(tmp_path: Path) -> None:
    for name, content in (("none.toml", None), ("bytes.toml", b"\xff\xfe\x00"), ("long.toml", b"#" * (2 << 20))):
        path = tmp_path / name
        if content is not None:
            path.write_bytes(content)
        with pytest.raises(WeightsError, match=name):
            load(path)


def test_bits_for_each_shared_bit_are_capped() -> None:
    weight = Weight(-1.0, per_bit=0.5, most=4.0)
    assert [weight.of(shared) for shared in (0, 4, 100)] == [-1.0, 1.0, 3.0]
