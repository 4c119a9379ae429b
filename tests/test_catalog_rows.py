"""Rows: nothing of a record is lost, and a damaged file is an error, not a crash."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.catalog.fingerprints import Fingerprints
from sources.catalog.rows import OFFSETS, ROWS, Damaged, Rows, RowsWriter, pack, unpack, unpack_row
from sources.catalog.terms import fingerprint, terms_of
from sources.record import Date, Identifier, Name, Record, Relation, Scheme, Type

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
dates = st.builds(Date, st.integers(0, 3000), st.integers(0, 12), st.integers(0, 31))
names = st.builds(Name, texts, texts, texts, texts, texts)
identifiers = st.builds(Identifier, st.sampled_from(Scheme), texts)
relations = st.builds(Relation, texts, identifiers, texts, texts, st.none() | dates)


def tuples(values: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(values, max_size=3).map(tuple)


records = st.builds(
    Record,
    type=st.sampled_from(Type),
    title=texts,
    author=tuples(names),
    author_et_al=st.booleans(),
    editor=tuples(names),
    issued=st.none() | dates,
    dates=tuples(st.tuples(texts, dates)),
    container_title=texts,
    collection_title=texts,
    event=texts,
    volume=texts,
    issue=texts,
    page=texts,
    publisher=texts,
    genre=texts,
    identifiers=tuples(identifiers),
    relations=tuples(relations),
    urls=tuples(texts),
    source=texts,
    key=texts,
)


@given(records)
def test_unpacking_undoes_packing(record: Record) -> None:
    again = unpack(pack(record))
    assert again == record
    assert isinstance(again.type, Type)
    assert hash(again) == hash(record)


@given(records)
def test_the_front_of_a_row(record: Record) -> None:
    row = unpack_row(pack(record))
    assert row.families == tuple(name.family or name.literal for name in record.author)
    assert (row.title, row.source, row.key) == (record.title, record.source, record.key)
    assert row.year == (record.year or 0)


@given(st.binary(max_size=60))
def test_any_bytes_are_a_record_or_damaged(packed: bytes) -> None:
    try:
        unpack(packed)
    except Damaged:
        return


def test_half_a_surrogate_pair_cannot_be_packed() -> None:
    with pytest.raises(UnicodeEncodeError):
        pack(Record(title="\ud800"))


def test_a_usual_record_is_small() -> None:
    usual = Record(
        type=Type.PAPER,
        title="Ethos: Rectifying Language Models in Orthogonal Parameter Space",
        author=tuple(Name(family, "Given") for family in ("Gao", "Niu", "Tang", "Avestimehr", "Annavaram")),
        issued=Date(2024),
        container_title="NAACL-HLT (Findings)",
        page="2054-2068",
        identifiers=(Identifier(Scheme.DOI, "10.18653/v1/2024.findings-naacl.132"),),
        urls=("https://doi.org/10.18653/v1/2024.findings-naacl.132",),
        source="dblp",
        key="conf/naacl/GaoNTAA24",
    )
    assert len(pack(usual)) < 350


def written(folder: Path, rows: list[bytes]) -> Path:
    writer = RowsWriter(folder)
    assert [writer.extend(rows[:1]), writer.extend(rows[1:])] == [0, min(len(rows), 1)]
    writer.finish()
    return folder


def test_rows_are_read_back_in_order(tmp_path: Path) -> None:
    rows = Rows(written(tmp_path, [b"one", b"two and", b"three"]))
    assert list(rows) == [b"one", b"two and", b"three"]
    assert rows.packed(1) == b"two and"
    rows.close()


@pytest.mark.parametrize("number", [-1, 3])
def test_there_is_no_such_row(tmp_path: Path, number: int) -> None:
    with pytest.raises(IndexError):
        Rows(written(tmp_path, [b"one", b"two", b"three"])).packed(number)


@pytest.mark.parametrize(
    ("file", "content"),
    [
        (ROWS, b""),
        (ROWS, b"onetw"),
        (ROWS, b"onetwothreefour"),
        (OFFSETS, b""),
        (OFFSETS, b"\0" * 7),
        (OFFSETS, b"\0" * 8),
        (OFFSETS, b"\xff" * 32),
    ],
)
def test_files_of_wrong_sizes_are_refused(tmp_path: Path, file: str, content: bytes) -> None:
    (written(tmp_path, [b"one", b"two", b"three"]) / file).write_bytes(content)
    with pytest.raises(Damaged):
        Rows(tmp_path)


def test_an_impossible_place_is_an_error(tmp_path: Path) -> None:
    offsets = written(tmp_path, [b"one", b"two", b"three"]) / OFFSETS
    content = bytearray(offsets.read_bytes())
    content[8:16] = b"\xff" * 8
    offsets.write_bytes(content)
    rows = Rows(tmp_path)
    with pytest.raises(Damaged, match="impossible"):
        rows.packed(0)
    with pytest.raises(Damaged, match="impossible"):
        rows.packed(1)


@given(records)
def test_terms_are_plain_and_a_volume_has_no_words(record: Record) -> None:
    terms = terms_of(record)
    assert all(str(each)[:500] in terms.keys for each in record.identifiers)
    assert "\n" not in terms.words
    assert bool(terms.words.strip()) <= (record.genre != "proceedings")


@given(st.lists(st.integers(1, 2**64 - 1), max_size=300))
def test_fingerprints_are_a_set(numbers: list[int]) -> None:
    seen = Fingerprints()
    there: set[int] = set()
    for number in numbers * 2:
        assert seen.add(number) == (number not in there)
        there.add(number)
    assert len(seen) == len(there)


def test_many_fingerprints() -> None:
    seen = Fingerprints()
    every = [fingerprint("dblp", f"conf/x/{number}") for number in range(20_000)]
    assert all(map(seen.add, every))
    assert not any(map(seen.add, every))


def test_a_fingerprint_is_the_same_in_every_process() -> None:
    assert fingerprint("dblp", "conf/aaai/AhmadH10") == 6387087512285755693
