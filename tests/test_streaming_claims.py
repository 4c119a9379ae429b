"""Structured rows to claims: the short way says what the long one says, and BibTeX's values are read."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.documents.bib.read import entries_in
from reconcile.documents.bib.values import joined
from reconcile.documents.blocks.encoding import number
from reconcile.parse.fields import record_of_fields
from reconcile.streaming import claims, entries
from reconcile.streaming.claims import SPECIAL_WORDS, claim_of
from reconcile.streaming.entries import EntryBatch
from reconcile.streaming.objects import claimed, row_of
from reconcile.streaming.quoted import wanted_of
from reconcile.streaming.rows import Columns
from reconcile.wanted import Wanted
from sources import name_words
from sources.names import read_name
from sources.record import Record

ENTRIES = [
    "ENTRYTYPE=article; ID=p1; title=On Things; author=Wang, Kaixin and Navdeep Kumar and others; journal=arXiv preprint",
    "ENTRYTYPE=misc; ID=p2; title=Things.; author=J. R. Smith and Ann B. Lee; year=2018",
    "ENTRYTYPE=inproceedings; ID=p3; title=T; author=A. Lee; booktitle=Proc. of ACL; year=2019; month=jul; pages=1--9",
    "ENTRYTYPE=inproceedings; ID=p4; title=T; author=Lee, A.; booktitle=Proceedings of NAACL 2019; publisher=ACL",
    "ENTRYTYPE=inproceedings; ID=p5; title=T; author=Lee, A.; booktitle=In ICML; year=2020",
    "ENTRYTYPE=article; ID=p6; title=T; journal=arXiv preprint arXiv:1810.04805; year=2018",
    "ENTRYTYPE=article; ID=p7; title=T; journal=TPDS; volume=3; number=12; pages=98:1–98:76; doi=10.1109/TPDS.2019.123",
    "ENTRYTYPE=article; ID=p8; title=T; journal=TPDS; doi=https://doi.org/10.1109/x.y; url=https://aclanthology.org/N19-1423/",
    "ENTRYTYPE=article; ID=p9; title=T; journal=TPDS; url=https://arxiv.org/abs/1810.04805; keywords=a, b; abstract=We",
    "ENTRYTYPE=article; ID=DBLP:conf/acl/Smith19; title=T; author=Smith",
    "ENTRYTYPE=phdthesis; ID=t; title=T; author=Smith, J.; school=MIT; year=2001",
    "ENTRYTYPE=misc; ID=e; title=T; author=Smith, J.; eprint=1810.04805; archiveprefix=arXiv",
    "ENTRYTYPE=article; ID=d; title=T; author=A. Smith, B. Jones, C. Lee and D. Wu; journal=X; year=1999",
    "ENTRYTYPE=article; ID=d; title=T; author=Smith; B. Jones",
    "ENTRYTYPE=article; ID=j; title={T}; author={{The ATLAS Collaboration}}; journal={IEEE} Trans.; year={2019}",
    "ENTRYTYPE=article; ID=g; title=T; author=Ann Lee and {Wool and Oats Panel}; editor={Gull and Sons, Inc.}; year=2019",
    "ENTRYTYPE=article; ID=y; title=T; journal=X; year=2019/05; month=May",
    "ENTRYTYPE=article; ID=n; title=T; journal=X; number=arXiv:1810.04805",
    "ENTRYTYPE=article; ID=c; title=T; author=Smith, J.; journal=CoRR; volume=abs/1810.04805; year=2018",
    "ENTRYTYPE=article; ID=c; title=T; author=Smith, J.; journal=CoRR; volume=cs.CL/0301012; year=2003",
    "ENTRYTYPE=article; ID=c; title=T; author=Smith, J.; journal=arXiv e-prints; pages=arXiv:1810.04805; year=2018",
    "ENTRYTYPE=article; ID=c; title=T; author=Smith, J.; journal=TPDS; volume=cs/0301012; pages=1810.04805; year=2003",
    "ENTRYTYPE=book; ID=b; title=T; editor=Ann Lee; publisher=Springer; series=LNCS; isbn=978-3-16-148410-0; year=1990",
    "ENTRYTYPE=proceedings; ID=v; title=Felt Days 2016; booktitle=Proceedings of Felt Days; editor=Ann Lee; year=2016",
    "ENTRYTYPE=collection; ID=v; title=Felt Days; booktitle=Felt Days; editor=Ann Lee; year=2016",
    'title=T; author=["Ann Lee", "B. Wu"]; year=2001',
    "title=T; author=; year=",
    "ENTRYTYPE=article; ID=z",
]


def fields_of(spelled: str) -> tuple[tuple[str, str], ...]:
    return tuple((name.strip(), value) for name, _, value in (part.partition("=") for part in spelled.split("; ")))


def without_venue(record: Record) -> Record:
    return replace(record, container_title="")


@pytest.mark.parametrize("spelled", ENTRIES)
def test_the_short_way_gives_the_record_of_the_long_one(spelled: str) -> None:
    fields = fields_of(spelled)
    found, wanted = claim_of(fields), record_of_fields(fields)[0]
    assert without_venue(found) == without_venue(wanted)
    assert found.container_title == wanted.container_title or not wanted.container_title


@pytest.mark.parametrize("spelled", ENTRIES[:4])
def test_plain_entries_go_the_short_way(spelled: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(claims, "_long", lambda fields: pytest.fail(f"the long way for {fields}"))
    if "NAACL 2019" not in spelled:  # a year that only the venue tells
        claim_of(fields_of(spelled))


WORDS = st.sampled_from("A. J. R. de van Ann Li Wu Ma Lee Smith Jr III Lab OHara Lopez Dr Maria Van Nguyen IBM".split())
ORDERED = st.lists(WORDS, min_size=1, max_size=5).map(" ".join)
NAMES = ORDERED | st.tuples(ORDERED, ORDERED).map(", ".join)
CUT = st.sampled_from(["others", "and others", "...", "et al.", "A. Lee & B. Ek"])
PLAIN = {
    "author": st.lists(NAMES | CUT, min_size=1, max_size=4).map(" and ".join),
    "editor": st.sampled_from(["and others", "Ann Lee and ...", "Ann Lee & Bo Ek", "A. Lee and et al", "Lee, Ann"]),
    "title": st.text("abC :.-é1{}", min_size=1, max_size=20) | st.sampled_from(["A [PDF]", "A [bib]", "A (Poster)"]),
    "booktitle": st.sampled_from(["Wool Letters 3(2), 1-9", "Proc. of ACL 2019", "Wool (in press)", "ICML, Lille"]),
    "journal": st.sampled_from(["TPDS", "In X", "arXiv:1810.04805", "CoRR", "J. Phys. 3"]),
    "year": st.sampled_from(["2019", "1899", "19", "2019a", "in press", "2150"]),
    "month": st.sampled_from(["jan", "Feb", "12", "may 3"]),
    "number": st.sampled_from(["1", "12-13", "S1", "e100"]),
    "pages": st.sampled_from(["1--9", "1-9", "e12", "3 - 4", "arXiv:1810.04805"]),
    "volume": st.sampled_from(["1", "abs/1810.04805", "cs.CL/0301012", "1810.04805v2", "12/13", "3(2)"]),
    "doi": st.sampled_from(
        ["10.1109/A.b", "doi:10.1109/x", "x", "10.18653/v1/N19-1423", "10.48550/arXiv.1810.04805", "10.1109/a(b)."]
    ),
    "url": st.sampled_from(["https://arxiv.org/abs/1810.04805", "ftp://x", "see http://x.org", "https://x.org/a"]),
    "ID": st.sampled_from(["k", "conf/acl/X19", "DBLP:journals/corr/abs-1810-04805", "a/b", ""]),
    "ENTRYTYPE": st.sampled_from(["article", "misc", "online", "thesis", "inproceedings"]),
}


@given(st.fixed_dictionaries({}, optional=PLAIN))
def test_both_ways_agree_on_anything(fields: dict[str, str]) -> None:
    spelled = tuple(fields.items())
    assert without_venue(claim_of(spelled)) == without_venue(record_of_fields(spelled)[0])


def test_words_that_names_are_read_by_are_special() -> None:
    special = name_words.TITLES | name_words.DEGREES | name_words.ORGANISATION | name_words.SUFFIXES.keys()
    assert special | name_words.PARTICLES <= SPECIAL_WORDS


@given(NAMES)
def test_a_name_is_read_as_names_are(name: str) -> None:
    assert claims._name(name) == read_name(name)


def test_a_venue_that_only_a_note_names_is_the_container() -> None:
    found = claim_of((("title", "T"), ("author", "A. Lee"), ("note", "To appear in NAACL 2019")))
    assert found.container_title == "To appear in NAACL 2019"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("{A {B} c}", "A {B} c"),
        ('"a {"}b"', 'a {"}b'),
        ("2019", "2019"),
        ("jan", "jan"),
        ("acl", "Proc: ACL"),
        ("ACL", "Proc: ACL"),
        ('acl # " 2019"', "Proc: ACL 2019"),
        ('{C} # "#" # acl', "C#Proc: ACL"),
        ("{C#}", "C#"),
        ("{a # {b}}", "a # {b}"),
        ("{a} # {b", "ab"),
        ("", ""),
        ("#", ""),
    ],
)
def test_a_value_is_unquoted_and_joined(value: str, expected: str) -> None:
    assert joined(value, {"acl": "Proc: ACL"}) == expected


FORMULAS = [
    (r"{CA\({}_{\mbox{3}}\)Net}", "CA3Net"),
    (r"{\(\mathbb{Z}\)\({}^{\mbox{2}}\)}", "Z2"),
    (r"{\(\ell_1\) and $O(n^2)$}", "ℓ1 and O(n2)"),
    (r"{360\({}^{\mbox{{\unicode{9702}}}}\) $a%b$ 5\% }", "360◦ a%b 5%"),
    (r"{R\({^3}\)Net M\(\mathrm{\mu}\)SE}", "R3Net MμSE"),
    (r"{\'{e} {\"o} \alpha-shape \emph{YIN}-Bird \textbf{x} ---}", "é ö α-shape YIN-Bird x —"),
]


@pytest.mark.parametrize(("value", "expected"), FORMULAS)
def test_a_formula_of_a_title_is_read_as_in_records(value: str, expected: str) -> None:
    text = f"@misc{{k,\n title = {value}\n}}\n"
    [row] = EntryBatch(1, text.encode(), b"", "cp1252", 0).rows()
    assert isinstance(row, Wanted)
    assert row.claim is not None
    assert row.claim.title == expected
    [block] = entries_in(text, number(text), 1)
    assert dict(block.fields)["title"] == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [("$\\ell_1$ &amp; H<sub>2</sub>O", "ℓ1 & H2O"), ("costs $5 and $6", "costs $5 and $6"), ("plain", "plain")],
)
def test_a_title_of_a_table_or_of_json_is_read_as_in_records(value: str, expected: str) -> None:
    for row in (claimed("1", (("title", value), ("year", "2019"))), row_of({"title": value}, 1, Columns())):
        assert isinstance(row, Wanted)
        assert row.claim is not None
        assert row.claim.title == expected


BLOCKS = [
    "@misc{k, title = {A {B} c}, year = 2019, month = jan,}\n",
    "@Article{a/b:c,\n  title={A {{B} c}},\n  author = {J. L{\\'o}pez and others},\n  title = {Other}\n}\n\n",
    '@misc{k, title = "Quoted", year = {2019}}\n',
    "@misc{k, title = {A} # acl}\n",
    "@misc{k, title = {A \\} b}, year = {2019}}\n",
    "@misc{k, title = {Unbalanced, year = {2019}}\n",
    "@misc{k title = {No comma}}\n",
    "@misc{, title = {No key}}\n",
    "@misc{k}\n",
    "@comment{k, title = {A}}\n",
    "@misc(k, title = {A})\n",
    "some words\n@misc{k, title = {A}} and more\n",
    "@misc{k, title = {A\n@misc{l, title = {B}}\n",
    "@misc{k, title = {a {b {c {d}}}}, url = {http://x.org/~a_b}, doi = {10.1/x}}\n",
]


@pytest.mark.parametrize("text", [*BLOCKS, "".join(BLOCKS)])
def test_plain_entries_are_read_as_all_others_are(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    batch = EntryBatch(7, text.encode(), b"@string{acl = {ACL}}\n", "cp1252", 0)
    rows = batch.rows()
    monkeypatch.setattr(entries, "plain_entry", lambda _block: None)
    assert batch.rows() == rows
    monkeypatch.setattr(entries, "DEFINES", re.compile(""))
    assert batch.rows() == rows


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("@inproceedings{a, title={On Wool}, author={Ann Lee and Bo Ek}, year=2020} (cited 28 times)", "On Wool"),
        ("  @proceedings(a, title = {First Meeting on Wool})", "First Meeting on Wool"),
        ("@misc{a, note={no title}}", None),
        ("@misc{a, title={On Wool}} @misc{b, title={On Felt}}", None),
        ("@misc{a, title={On Wool", None),
        ("@woolpapers: our new paper On Wool", None),
    ],
)
def test_a_string_that_is_one_entry_is_judged_by_its_fields(text: str, title: str | None) -> None:
    wanted = wanted_of("1", text)
    assert (wanted.claim.title if wanted.claim else None) == title
    assert wanted.text == ("" if title else text)
