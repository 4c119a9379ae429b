"""Who publishes under several names is one person, for the judgement and for the flags."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from reconcile.byhand.persons import NOBODY, Persons, PersonsError, read_persons
from reconcile.gather import Found
from reconcile.mention import Match, Status
from reconcile.pipeline import reconcile_mentions
from reconcile.pipeline.scales import Scales
from reconcile.settings import DEFAULT
from sources.names import read_name
from sources.record import Name
from tests.make import mention, record

TITLE = "Fleece Density Estimation with Sparse Models of Weather"


def persons(*rows: str) -> Persons:
    return Persons(tuple(names(row) for row in rows))


def names(written: str) -> tuple[Name, ...]:
    return tuple(map(read_name, filter(None, written.split("; "))))


WHO = persons("Ann Lee; Ann Bellwether", "Bo Dee; 崔瑞祥", "Carl Lee; Carl Fox")


@pytest.mark.parametrize(
    ("claimed", "recorded", "found"),
    [
        ("Ann Bellwether; Cy Ram", "Ann Lee; Cy Ram", "Ann Lee; Cy Ram"),
        ("A. Bellwether; Cy Ram", "Cy Ram; A. Lee", "A. Lee; Cy Ram"),
        ("崔瑞祥", "Bo Dee", "Bo Dee"),
        # Who is recorded as they are claimed keeps the name, and so does who is claimed under both.
        ("Ann Bellwether", "Ann Bellwether; Ann Lee", "Ann Bellwether"),
        ("Ann Bellwether; Ann Lee", "Ann Lee; Cy Ram", "Ann Bellwether; Ann Lee"),
        # Two persons of one family name are told apart by the rest of it.
        ("C. Fox", "Ann Lee; Carl Lee", "Carl Lee"),
        ("Zoe Bellwether", "Ann Lee", "Zoe Bellwether"),
        ("Ann Bellwether", "Cy Ram", "Ann Bellwether"),
        ("", "Ann Lee", ""),
        ("Ann Bellwether", "", "Ann Bellwether"),
    ],
)
def test_a_claimed_name_becomes_the_recorded_one_of_the_same_person(claimed: str, recorded: str, found: str) -> None:
    assert WHO.as_recorded(names(claimed), names(recorded)) == names(found)
    assert NOBODY.as_recorded(names(claimed), names(recorded)) == names(claimed)


def test_one_recorded_person_stands_for_one_claimed() -> None:
    both = persons("Ann Lee; Ann Bellwether; Ann Fox")
    assert both.as_recorded(names("Ann Bellwether; Ann Fox"), names("Ann Lee")) == names("Ann Lee; Ann Fox")


def judged(claimed: str, who: Persons) -> Match:
    claim = mention(TITLE, claimed, 2020, "ICML")
    found = Found((record(TITLE, "Ann Lee; Cy Ram", 2020, "ICML", source="dblp", key="conf/a"),), ("dblp",))
    return reconcile_mentions([claim], [found], DEFAULT, Scales(DEFAULT, persons=who))[0][0]


def test_who_has_another_name_is_neither_added_nor_missing() -> None:
    accused, known = judged("Ann Bellwether; Cy Ram", NOBODY), judged("Ann Bellwether; Cy Ram", WHO)
    assert [flag.code for flag in accused.flags] == ["authors-differ"]
    assert (known.flags, known.status) == ((), Status.MATCHED)
    assert known.probability >= accused.probability
    assert [str(name) for name in known.mention.claim.author] == ["Ann Bellwether", "Cy Ram"]  # as it was claimed


def test_another_who_is_added_is_still_told() -> None:
    (flag,) = judged("Ann Bellwether; Cy Ram; Zoe Ewe", WHO).flags
    assert flag.says.startswith("added in the claim: Zoe Ewe (")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_a_table_of_persons_is_read(tmp_path: Path, encoding: str, delimiter: str) -> None:
    path = tmp_path / "who.txt"
    rows = ("# who is who", "Ann Lee;Ann Bellwether", "", '"Dee, Bo";崔瑞祥;;', ";;")
    path.write_text("\n".join(rows).replace(";", delimiter), encoding=encoding)
    assert read_persons(path) == persons("Ann Lee; Ann Bellwether", "Dee, Bo; 崔瑞祥")
    assert pickle.loads(pickle.dumps(read_persons(path))) == read_persons(path)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Ann Lee;Ann Fox\nAnn Bellwether\n", "row 2: “Ann Bellwether” is one name; part the names of a person with"),
        ("Ann Lee,Ann Fox\n", "row 1: “Ann Lee,Ann Fox” is one name"),
        ("Ann Lee;Ann Fox\nBo Dee;ANN FOX\n", "row 2: “ANN FOX” stands in row 1, too; a name is one person's"),
        ('"Ann Lee;Ann Fox\n', "this is no table"),
    ],
)
def test_a_row_that_cannot_be_meant_is_refused(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "who.txt"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(PersonsError) as fault:
        read_persons(path)
    assert str(fault.value).startswith(f"{path}")
    assert says in str(fault.value)


def test_an_empty_table_names_nobody(tmp_path: Path) -> None:
    (tmp_path / "who.txt").write_text("", encoding="utf-8")
    assert read_persons(tmp_path / "who.txt") == NOBODY


def test_two_sources_that_name_one_person_otherwise_do_not_contradict_each_other() -> None:
    claim = mention(TITLE, "Ann Lee; Cy Ram", 2020, "ICML")
    rows = (("Ann Lee; Cy Ram", "dblp"), ("Ann Bellwether; Cy Ram", "crossref"))
    found = Found(tuple([record(TITLE, who, 2020, "ICML", source=source, ids="doi:10.1234/a") for who, source in rows]))
    for who, codes in ((NOBODY, ["record-suspect"]), (WHO, [])):
        (match,), _ = reconcile_mentions([claim], [found], DEFAULT, Scales(DEFAULT, persons=who))
        assert [flag.code for flag in match.flags] == codes
