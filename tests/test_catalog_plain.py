"""Plain entries of DBLP: made ready without a Record, they are the same bytes, words and keys as with one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.catalog.digest import digest
from sources.catalog.plain_dblp import ready
from sources.catalog.rows import pack, unpack
from sources.catalog.terms import fingerprint, hash64, terms_of
from sources.dblp.dump import read_chunk, said_in_chunk
from sources.dblp.record import Said, record_of
from sources.identifiers import from_url
from sources.name_reading import divided, plain_parts
from sources.record import Record

PAPER = Said(
    "conf/aaai/AhmadH10",
    "inproceedings",
    "GTPA: A Generative Model For Online Mentor-Apprentice Networks.",
    ("Muhammad Aurangzeb Ahmad", "David A. Huffaker"),
    venue="AAAI",
    pages="1-7",
    year="2010",
    links=("https://doi.org/10.1609/AAAI.V24I1.7536",),
    within="conf/aaai/2010",
)
# Of each field what it may be; the first are those of most papers.
VALUES: dict[str, tuple[object, ...]] = {
    "kind": ("inproceedings", "article", "proceedings", "incollection", "informal", "withdrawn", "www", "book", ""),
    "key": (
        *("conf/aaai/AhmadH10", "journals/jacm/Knuth74", "conf/a/b/C10", "conf/aaai/words", "conf/aaai/2010-1"),
        *("journals/corr/abs-1905-00001", "journals/corr/KingmaB14", "journals/iacr/X10", "phd/de/Wagner99", "x"),
        *("conf/aaai/Müller10", "homepages/12/34", "series/lncs/A10", "tr/ibm/A10", "dblp:conf/aaai/A10", ""),
    ),
    "title": (
        *("A Plain Title.", "No stop", "Dots...", "etc..", "A title .", ".", "", "  Loose  title  .", "!?", "O'Hara's."),
        *("A <i>B</i>.", "R&amp;D.", "R&D.", "$\\ell_1$ norms.", "Schrödinger's “Cat”.", "a\nb.", "e\u0301.", "x" * 1200),
        *("ß and İ.", "\u200bHidden.", "漢字.", "under_score."),
    ),
    "author": (
        *((), ("Wei Zhang 0001",), ("Laurens van der Maaten", "Robert M. Roth"), ("Ludwig Müller Jr.",), ("",)),
        *(("ACME Consortium",), ("Jean-Luc O'Brien", "X"), ("A <b>C</b>",), ("Ann Lee",) * 2, ("Ann Lee-Wu",) * 40),
        *(("Da Silva", "Li Prof", "Thang Van Doan"), ("de Rijke, Maarten", "ROTH, R.M."), ("J. K. Al-Zahrani",)),
    ),
    "editor": ((), ("Maria Fox",), ("David Poole 0001", "Jan van Leeuwen"), ("Team X",), ("",)),
    "venue": ("AAAI", "", "J. <i>ACM</i>", "Commun. ACM"),
    "series": ("", "LNCS"),
    "volume": ("", "12", "abs/1905.00001", "a  b"),
    "number": ("", "3", "1 & 2", "3 ."),
    "pages": ("1-7", "", "98:1-98:76", "1–7", "i-x", " 1-7", "1-7\n"),
    "publisher": ("", "ACM  Press"),
    "year": ("2010", "", "2010/2011", "10", "2010a", " 2010 "),
    "doi": ("", "10.1145/1.2"),
    "isbn": ((), ("978-1-57735-463-5",)),
    "links": (
        *(("https://doi.org/10.1609/AAAI.V24I1.7536",), (), ("https://www.aaai.org/ocs/paper/view/1756",)),
        *(("https://doi.org/10.5555/1.2",), ("https://doi.org/10.48550/arXiv.1905.00001",), ("not an address",)),
        *(("https://doi.org/10.1002/(SICI)1097(199)9:1%3C1::AID%3E3.0.CO;2-X",), ("https://doi.org/10.1/2.",)),
        *(("https://doi.org/10.18653/v1/P18-1007",), ("https://aclanthology.org/P18-1007",)),
        *(("https://doi.org/10.1145/1.2", "https://doi.org/10.1145/1.2"), ("https://arxiv.org/abs/1905.00001",)),
        *(("https://openreview.net/forum?id=abcdefgh", "https://dl.acm.org/doi/10.1145/1.2", "ftp://x"), ("", "")),
        *(("https://doi.org/10.1145/1.2.", "https://doi.org/10.1145/1.2\n"), ("http://dx.doi.org/10.1000/A_B",)),
        *(("https://proceedings.mlr.press/v139/he21a.html",), ("https://doi.org/10.1145/arXiv.1",)),
    ),
    "within": ("conf/aaai/2010", "", "unseen/x", "journals/corr/2013"),
}  # fmt: skip


def same(said: Said) -> bool:
    """Whether an entry is plain; what is made of it is then what is made of its record."""
    found = ready(said)
    if found is None:
        return False
    record = record_of(said)
    assert isinstance(record, Record)
    terms = terms_of(record)
    assert found == (pack(record), terms.words, terms.keys, record.year or 0, record.key)
    assert unpack(found.row) == record
    assert hash64(found.keys[-2]) == fingerprint("dblp", said.key)
    return True


@pytest.mark.parametrize(("field", "value"), [(field, value) for field, several in VALUES.items() for value in several])
def test_an_entry_with_one_odd_field(field: str, value: object) -> None:
    same(PAPER._replace(**{field: value}))


@given(st.builds(Said, **{field: st.sampled_from(several) for field, several in VALUES.items()}))
def test_an_entry_with_many_odd_fields(said: Said) -> None:
    same(said._replace(kind="article", doi="", isbn=()))


@given(
    st.text(st.characters(exclude_categories=["Cs"])),
    st.lists(st.text("AaBz .-'é1"), max_size=3).map(tuple),
    st.text("0123456789-: a."),
    st.text("https:/doi.rg10_()%-Ax?="),
)
def test_an_entry_with_any_texts(title: str, author: tuple[str, ...], pages: str, path: str) -> None:
    said = PAPER._replace(title=title, author=author, pages=pages, links=("https://doi.org/10.1145/" + path,))
    same(said)
    same(said._replace(links=(path,)))


@pytest.mark.parametrize(
    ("changes", "plain"),
    [
        ({}, True),
        ({"title": "Schrödinger's Cat."}, True),
        ({"editor": ("Maria Fox",)}, True),
        ({"author": ("Laurens van der Maaten",)}, True),
        ({"links": ("https://openreview.net/forum?id=abcdefgh",)}, True),
        ({"links": ("https://doi.org/10.18653/v1/P18-1007",)}, False),
        ({"key": "journals/corr/abs-1905-00001"}, False),
        ({"kind": "proceedings"}, False),
        ({"title": "?!"}, False),
    ],
)
def test_which_entries_are_plain(changes: dict[str, object], plain: bool) -> None:
    assert same(PAPER._replace(**changes)) is plain


@given(st.text("AaBcLi .-'0123", max_size=20))
def test_a_plain_name_is_divided_as_by_all_the_rules(text: str) -> None:
    found = plain_parts([text, "Ann M. Lee 0002"])
    if found:
        name = divided(text)
        (family, _), (given, _) = found
        assert (family, given, "", "", "") == (name.family, name.given, name.particle, name.suffix, name.literal)


@pytest.mark.parametrize(
    ("url", "same_as"),
    [
        ("https://openreview.net/forum?id=abcdefgh", "https://OPENREVIEW.net/forum?id=abcdefgh"),
        ("https://www.example.org//a?x=10.1145/1.2", "https://WWW.example.org/a?x=10.1145/1.2"),
        ("https://dl.acm.org/doi/10.1145/1.2/", "https://DL.acm.org/doi/10.1145/1.2/"),
        ("https://dblp.uni-trier.de/rec/conf/aaai/AhmadH10", "https://dblp.ORG/rec/conf/aaai/AhmadH10"),
        ("https://ieeexplore.ieee.org/x?arnumber=123456", "https://IEEExplore.ieee.org/x?arnumber=123456"),
        ("https://www.example.org/a/b.pdf?x=1", "https://www.EXAMPLE.org/a/b.pdf?x=1"),
    ],
)
def test_a_plain_url_is_read_as_any_other(url: str, same_as: str) -> None:
    assert from_url(url) == from_url(same_as)


def test_a_piece_of_plain_and_other_entries() -> None:
    """All are there, with the keys and fingerprints of the records that they are, and those that are none counted."""
    piece = b"""<?xml version="1.0" encoding="UTF-8"?>\n<dblp>
    <inproceedings key="conf/a/B10"><author>Ann Lee</author><title>Plain.</title><year>2010</year></inproceedings>
    <article key="journals/corr/abs-1905-00001"><title>Preprint.</title><volume>abs/1905.00001</volume></article>
    <www key="homepages/1/2"><title>Home Page</title></www>
    <article key="journals/a/B11"><title>With <i>tags</i>.</title></article>
    <article key="journals/a/C11"><author>Bo Li</author><title>Last.</title></article></dblp>"""
    batch = digest((0, "dblp", piece))
    records = [each for each in read_chunk(piece) if isinstance(each, Record)]
    assert sorted(map(unpack, batch.rows), key=str) == sorted(records, key=str)
    terms = {record.key: terms_of(record) for record in records}
    order = [unpack(row).key for row in batch.rows]
    assert list(batch.hashes) == [hash64(key) for each in order for key in terms[each].keys]
    assert batch.counts == [len(terms[each].keys) for each in order]
    assert list(batch.fingerprints) == [fingerprint("dblp", each) for each in order]
    assert batch.years == [2010, 0, 0, 0]
    assert batch.skipped == {"a person's page, not a publication": 1}
    assert sum(isinstance(each, Said) for each in said_in_chunk(piece)) == 4
