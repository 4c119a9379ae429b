"""Plain papers of the Anthology: made ready without a Record, they are the same bytes, words and keys as with one."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sources.anthology.dump import read_chunk
from sources.catalog.digest import Batch, digest
from sources.catalog.plain_anthology import ready_in
from sources.catalog.ready import Ready
from sources.catalog.rows import pack, unpack
from sources.catalog.terms import fingerprint, hash64, terms_of
from sources.dump import WithVariants
from sources.name_reading import divided, read_name

TABLE = {"Wei|Lu": ["Loo", "Lu Wei"], "Ann|Lee": ["Loo", "Lee-Smith"]}
META = "<meta><booktitle>Proceedings of <i>X</i></booktitle><year>2018</year>{}</meta>"
AUTHOR = "<author><first>{}</first><last>{}</last></author>"
# What may stand in a paper; the first ones are what most have.
TITLES = (
    *("<title>A <fixed-case>P</fixed-case>lain Title</title>", "<title>Étude’s “End” &amp; ß</title>", "", "<title/>"),
    *("<title>?!</title>", "<title>A</title><title>B</title>", f"<title>{'x' * 1200}</title>"),
    *("<title><tex-math>\\alpha</tex-math> of\n<b>the <i>x</i></b> y</title>", "<title>日本</title>"),
)
PERSONS = (
    *("", AUTHOR.format("Wei", "Lu"), AUTHOR.format("Ann", "Lee") * 2, AUTHOR.format("Roeland", "van Hout")),
    *(AUTHOR.format("", "ACME Consortium"), AUTHOR.format("", ""), AUTHOR.format("Ann", "Lee") * 33, "<author/>"),
    *(AUTHOR.format("Ludwig", "Müller Jr."), "<author><last>Lee</last></author>", AUTHOR.format("J. K.", "O’Brien")),
    "<author><first>Wei</first><last>Lu</last><variant script='hani'><first>伟</first><last>卢</last></variant></author>",
)
OTHERS = (
    *("", "<pages>66–75</pages>", "<doi>10.18653/v1/P18-1007</doi>", "<doi>none</doi>", "<doi>10.1/2.</doi>"),
    *("<url>P18-1007</url>", "<url>http://www.lrec-conf.org/a.pdf</url>", "<editor><last>Fox</last></editor>"),
    *("<journal>J</journal>", "<volume>3</volume><issue>4</issue>", "<retracted date='2021-08-03'>x</retracted>"),
    *("<erratum>e1</erratum>", "<removed/>", "<abstract>Long.</abstract>"),
)
METAS = ("", "<editor><first>Iryna</first><last>van Gurevych</last></editor>", "<month>July</month>")
PLACES = (("P18", "1"), ("W19", "52"), ("2022.acl", "long"), ("P18", "x"), ("Q13", "1"), ("", "1"))
PAPER_IDS = ('id="7"', 'id="7" retracted="2020"', 'id="x"', "", 'id="1234"')


def piece(*papers: str, place: tuple[str, str] = PLACES[0], meta: str = "", table: object = TABLE) -> bytes:
    collection, volume = place
    written = f'<collection id="{collection}"><volume id="{volume}">{META.format(meta)}{"".join(papers)}</volume></collection>'
    return b'\x00"P18.xml"\n' + json.dumps(table).encode() + b"\n" + written.encode()


def by_records(chunk: bytes) -> Batch:
    """What a piece holds, of its records."""
    batch = Batch()
    for found in read_chunk(chunk):
        if isinstance(found, str):
            batch.skip(found)
        elif isinstance(found, WithVariants):
            batch.add(found.record, pack(found.record, found.families), found.families)
        else:
            batch.add(found, pack(found))
    return batch


def same(chunk: bytes) -> None:
    assert digest((0, "anthology", chunk)) == by_records(chunk)


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("persons", PERSONS)
def test_a_paper_with_a_title_and_persons(title: str, persons: str) -> None:
    same(piece(f'<paper id="7">{title}{persons}</paper>'))


@settings(deadline=None)
@given(
    st.sampled_from(PAPER_IDS),
    st.lists(st.sampled_from((*TITLES, *PERSONS, *OTHERS)), max_size=6),
    st.sampled_from(PLACES),
    st.sampled_from(METAS),
    st.sampled_from((TABLE, {})),
)
def test_a_paper_of_any_parts(
    number: str, parts: list[str], place: tuple[str, str], meta: str, table: dict[str, list[str]]
) -> None:
    same(piece(f"<paper {number}>{''.join(parts)}</paper>", place=place, meta=meta, table=table))


@pytest.mark.parametrize(
    ("number", "parts", "plain"),
    [
        ('id="7"', "", True),
        ('id="7"', PERSONS[3] + OTHERS[1] + OTHERS[2] + OTHERS[5] + OTHERS[6], True),
        ('id="7"', PERSONS[4], True),
        ('id="7" retracted="2020"', "", False),
        ('id="7"', "<retracted/>", False),
        ('id="7"', "<editor><last>Fox</last></editor>", False),
        ('id="7"', PERSONS[-1], False),
        ('id="7"', PERSONS[6], False),
        ('id="x"', "", False),
    ],
)
def test_which_papers_are_plain(number: str, parts: str, plain: bool) -> None:
    chunk = piece(f"<paper {number}>{TITLES[0]}{parts}</paper>")
    _, paper = ready_in(chunk)
    assert isinstance(paper, Ready) is plain
    same(chunk)


def test_a_plain_paper_is_found_by_its_key() -> None:
    _, paper = ready_in(piece(f'<paper id="7">{TITLES[0]}{PERSONS[1]}</paper>'))
    assert isinstance(paper, Ready)
    record = unpack(paper.row)
    terms = terms_of(record, ("Loo", "Lu Wei"))
    assert (paper.words, paper.keys, paper.key, paper.year) == (*terms, "P18-1007", 2018)
    batch = Batch()
    batch.add_ready("anthology", paper)
    assert list(batch.fingerprints) == [fingerprint("anthology", "P18-1007")]
    assert list(batch.hashes) == list(map(hash64, terms.keys))


@given(st.text("AaBcLi .,-'É0", max_size=20))
def test_a_name_family_first_is_divided_as_by_all_the_rules(text: str) -> None:
    assert read_name(text) == divided(text)


@pytest.mark.parametrize(
    "text", ["Lee, Ann", "Lee, Ann M.", "Lee-Wu, Ann", "M., Ann", "Van, Ann", "Lee,Ann Mary", "Lee, Jr."]
)
def test_a_plain_name_family_first(text: str) -> None:
    assert read_name(text) == divided(text)
