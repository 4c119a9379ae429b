"""The ACL Anthology: its BibTeX read, its titles searched, its troubles told."""

from __future__ import annotations

import gzip
import sqlite3
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.anthology import Anthology, bib, read
from sources.anthology.latex import plain
from sources.polite import Manners, Missing
from sources.record import Date, Identifier, Name, Scheme, Type
from sources.source import Unavailable
from sources.store import DiskStore
from tests.answering import Answering, Asked, Canned, answering

# The layout of anthology.bib.gz and of the page of one paper.
READABLE = r"""% https://aclanthology.org/anthology.bib.gz generated on 2026-11-01

@proceedings{naacl-2024-findings,
    title = "Findings of the Association for Computational Linguistics: NAACL 2024",
    editor = "Duh, Kevin  and
      Gomez, Helena",
    month = jun,
    year = "2024",
    address = "Mexico City, Mexico",
    publisher = "Association for Computational Linguistics",
    url = "https://aclanthology.org/2024.findings-naacl.0/",
    ISBN = "978-0-306-40615-7"
}
@inproceedings{gao-etal-2024-ethos,
    title = "Ethos: Rectifying Language Models in Orthogonal Parameter Space",
    author = "Gao, Lei  and
      Niu, Yue  and
      Tang, Tingting  and
      Avestimehr, Salman  and
      Annavaram, Murali",
    editor = "Duh, Kevin  and
      Gomez, Helena",
    booktitle = "Findings of the Association for Computational Linguistics: NAACL 2024",
    month = jun,
    year = "2024",
    address = "Mexico City, Mexico",
    publisher = "Association for Computational Linguistics",
    url = "https://aclanthology.org/2024.findings-naacl.132/",
    doi = "10.18653/v1/2024.findings-naacl.132",
    pages = "2054--2068"
}
@article{muller-2014-squibs,
    title = "{``}Squibs{''} and {O}nto{N}otes: {\'E}tude {\&} Solution for $\alpha$-{NER}",
    author = {M{\"u}ller, J{\"o}rg  and
      others},
    journal = "Computational Linguistics",
    volume = "40",
    number = "2",
    month = "17--20 " # jul,
    year = "2014",
    url = "https://aclanthology.org/J14-2001/",
    doi = "10.1162/COLI_a_00178",
    pages = "1--15"
}
@inproceedings{old-1999-words,
    title = "Rectifying Words",
    author = "Old, A.",
    booktitle = "Proceedings of the Old Days",
    year = "1999",
    url = "https://aclanthology.org/P99-1001/",
    doi = "http://hdl.handle.net/2065/12133",
    pages = "1"
}
"""
# The layout of the same file squeezed under 50 MB (acl-org/acl-anthology#3045).
SQUEEZED = """@string{acl = {Association for Computational Linguistics}}
@string{anth = {https://aclanthology.org/}}

@string{FINDINGS:2024:naacl = {Findings of the Association for Computational Linguistics: NAACL 2024}}
@inproceedings{gao-etal-2024-ethos,\
title = "Ethos: Rectifying Language Models in Orthogonal Parameter Space",\
author = "Gao, Lei and Niu, Yue and Tang, Tingting and Avestimehr, Salman and Annavaram, Murali",\
editor = "Duh, Kevin and Gomez, Helena",booktitle = FINDINGS:2024:naacl,month = jun,year = "2024",\
address = "Mexico City, Mexico",publisher = acl,url = anth # {2024.findings-naacl.132/},\
doi = "10.18653/v1/2024.findings-naacl.132",pages = "2054--2068"
}
"""
BULK = gzip.compress(READABLE.encode())
ETHOS = Identifier(Scheme.ACL, "2024.findings-naacl.132")


class Site:
    """A stand-in for the site, which remembers what it was asked."""

    def __init__(self, bulk: bytes = BULK) -> None:
        self.asked: list[str] = []
        self._bulk = bulk

    def __call__(self, address: str) -> bytes:
        self.asked.append(address.removeprefix("https://aclanthology.org/"))
        if address.endswith("/anthology.bib.gz"):
            return self._bulk
        key = address.removesuffix(".bib").rpartition("/")[2]
        entries = [piece for piece in READABLE.split("\n@") if f"/{key}/" in piece]
        if not entries:
            raise Missing("anthology", address, "HTTP 404, no such thing")
        return f"@{entries[0]}".encode()


def test_a_paper_becomes_a_record() -> None:
    _, ethos, _, _ = read(BULK).records
    assert ethos.type is Type.PAPER
    assert ethos.title == "Ethos: Rectifying Language Models in Orthogonal Parameter Space"
    assert [str(name) for name in ethos.author] == [
        "Lei Gao",
        "Yue Niu",
        "Tingting Tang",
        "Salman Avestimehr",
        "Murali Annavaram",
    ]
    assert [str(name) for name in ethos.editor] == ["Kevin Duh", "Helena Gomez"]
    assert ethos.issued == Date(2024, 6)
    assert ethos.container_title == "Findings of the Association for Computational Linguistics: NAACL 2024"
    assert ethos.page == "2054-2068"
    assert ethos.publisher == "Association for Computational Linguistics"
    assert ethos.identifiers == (ETHOS, Identifier(Scheme.DOI, "10.18653/v1/2024.findings-naacl.132"))
    assert ethos.urls == ("https://aclanthology.org/2024.findings-naacl.132/",)
    assert (ethos.source, ethos.key) == ("anthology", "2024.findings-naacl.132")


def test_an_article_becomes_a_record() -> None:
    _, _, squib, _ = read(BULK).records
    assert squib.type is Type.ARTICLE
    assert squib.title == "“Squibs” and OntoNotes: Étude & Solution for α-NER"
    assert squib.author == (Name("Müller", "Jörg"),)
    assert squib.author_et_al
    assert (squib.container_title, squib.volume, squib.issue, squib.page) == (
        "Computational Linguistics",
        "40",
        "2",
        "1-15",
    )
    assert squib.issued == Date(2014, 7)
    assert squib.identifier(Scheme.DOI) == "10.1162/coli_a_00178"


def test_a_volume_is_a_book_and_a_handle_is_no_doi() -> None:
    volume, _, _, old = read(BULK).records
    assert (volume.type, volume.identifier(Scheme.ISBN)) == (Type.BOOK, "9780306406157")
    assert old.identifiers == (Identifier(Scheme.ACL, "P99-1001"),)


def test_both_layouts_say_the_same() -> None:
    assert read(SQUEEZED.encode()).records == read(BULK).records[1:2]


@pytest.mark.parametrize("size", [20, 333, 1000])
def test_a_file_read_in_pieces_is_the_same(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = read(BULK)
    monkeypatch.setattr(bib, "_PIECE", size)
    assert read(BULK) == whole


def test_what_cannot_be_read_is_told_and_the_rest_is_read() -> None:
    homeless = "@inproceedings{homeless,\n    title = {No address}\n}\n"
    doubling = '@string{a = "' + "x" * 30_000 + '"}\n'
    huge = "@inproceedings{huge,\n    title = a # a,\n    url = {https://aclanthology.org/P99-1002/}\n}\n"
    lost = '@inproceedings{lost,\n    title = "Without an end\n\n'
    answer = read((homeless + doubling + huge + lost + READABLE[READABLE.index("@inproceedings{old") :]).encode())
    assert [record.key for record in answer.records] == ["P99-1001"]
    assert answer.unread == (
        "entry homeless: no address in the Anthology",
        "entry huge: a field is longer than any of the Anthology's",
        'no BibTeX: @inproceedings{lost, title = "Without an end',
    )


@pytest.mark.parametrize(
    ("payload", "reason"),
    [
        (b"", "is empty"),
        (b"  \n", "is empty"),
        (b"<!DOCTYPE html><html><body>Making sure you are not a bot</body></html>", "is a web page"),
        (gzip.compress(b"<html></html>"), "is a web page"),
        (BULK[:-40], "is gzip cut short"),
        (BULK[:30] + b"\xff" * 30 + BULK[60:], "is damaged gzip"),
        (gzip.compress(b"nothing here"), "holds no BibTeX entry"),
        (b'{"status": "ok"}', "holds no BibTeX entry"),
    ],
)
def test_what_is_no_bibtex_is_unavailable_never_nothing_found(payload: bytes, reason: str) -> None:
    site = Site(payload)
    anthology = Anthology(fetch=site)
    for _ in range(2):
        with pytest.raises(Unavailable, match=reason) as trouble:
            anthology.search(title="Ethos")
        assert trouble.value.source == "anthology"
        assert trouble.value.asked == "https://aclanthology.org/anthology.bib.gz"
    assert site.asked == ["anthology.bib.gz"]


def test_a_file_that_unpacks_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bib, "LARGEST", 100_000)
    with pytest.raises(Unavailable, match="unpacks to more than"):
        Anthology(fetch=Site(gzip.compress(b"@" + b" " * 200_000))).search(title="Ethos")


@pytest.mark.parametrize(
    ("title", "keys"),
    [
        ("Ethos: Rectifying Language Models in Orthogonal Parameter Space", ["2024.findings-naacl.132", "P99-1001"]),
        ("ETHOS rectifiyng language models orthogonal parameter-space", ["2024.findings-naacl.132"]),
        ("Squibs and OntoNotes", ["J14-2001"]),
        ("Findings of the Association for Computational Linguistics: NAACL 2024", []),  # a volume is no paper
        ("Words nobody printed OR NOT words*", ["P99-1001"]),
        ('"; DROP TABLE paper; --', []),
        ("the of and", []),
        ("", []),
        ("\x00(((", []),
    ],
)
def test_titles_are_found_by_their_words(title: str, keys: list[str]) -> None:
    assert [record.key for record in Anthology(fetch=Site()).search(title=title).records] == keys


def test_of_titles_equally_alike_the_one_by_the_author_comes_first() -> None:
    twins = "".join(
        f"@inproceedings{{k{number},\n    title = {{Squib}},\n    author = {{{name}, A.}},\n    year = {{{year}}},\n"
        f"    url = {{https://aclanthology.org/P99-100{number}/}}\n}}\n"
        for number, name, year in ((1, "Alpha", 1999), (2, "Béta", 1999), (3, "Alpha", 2001))
    )
    anthology = Anthology(fetch=Site(gzip.compress(twins.encode())))
    keys = [record.key for record in anthology.search(title="Squib", author=["Beta"]).records]
    assert keys == ["P99-1002", "P99-1001", "P99-1003"]
    assert anthology.search(title="Squib", year=2001).records[0].key == "P99-1003"


def test_a_few_ids_are_asked_for_one_by_one_until_the_whole_is_there() -> None:
    site = Site()
    anthology = Anthology(fetch=site)
    doi = Identifier(Scheme.DOI, "10.18653/v1/2024.findings-naacl.132")
    absent = Identifier(Scheme.ACL, "P99-9999")
    assert [record.key for record in anthology.look_up([doi, absent]).records] == [ETHOS.value]
    assert site.asked == ["2024.findings-naacl.132.bib", "P99-9999.bib"]
    anthology.search(title="Ethos")
    assert [record.key for record in anthology.look_up([ETHOS, absent]).records] == [ETHOS.value]
    assert [record.key for record in anthology.look_up([Identifier(Scheme.DOI, "10.1162/coli_a_00178")]).records] == [
        "J14-2001"
    ]
    assert site.asked[2:] == ["anthology.bib.gz"]


def test_many_ids_are_looked_up_in_the_whole() -> None:
    site = Site()
    many = [Identifier(Scheme.ACL, f"P99-{number:04d}") for number in range(1001, 1010)]
    assert [record.key for record in Anthology(fetch=site).look_up(many).records] == ["P99-1001"]
    assert site.asked == ["anthology.bib.gz"]


def test_identifiers_of_others_are_not_asked_for() -> None:
    site = Site()
    others = [Identifier(Scheme.ARXIV, "2403.08994"), Identifier(Scheme.DOI, "10.1145/3383779")]
    assert Anthology(fetch=site).look_up(others).records == ()
    assert site.asked == []


def test_a_page_that_is_no_bibtex_makes_a_look_up_unavailable() -> None:
    with pytest.raises(Unavailable, match="the answer is a web page"):
        Anthology(fetch=lambda _: b"<html>").look_up([ETHOS])


def test_the_index_is_kept_privately_and_used_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "cache"
    before = Anthology(fetch=Site(), folder=folder).search(title="Ethos")
    (path,) = folder.iterdir()
    assert path.stat().st_mode & 0o077 == 0
    monkeypatch.setattr("sources.anthology.index._fill", lambda *_: pytest.fail("built again"))
    assert Anthology(fetch=Site(), folder=folder).search(title="Ethos") == before


def test_a_new_bulk_file_takes_the_place_of_the_old_index(tmp_path: Path) -> None:
    Anthology(fetch=Site(), folder=tmp_path).search(title="Ethos")
    newer = Site(gzip.compress(READABLE.replace("Ethos", "Pathos").encode()))
    (found,) = Anthology(fetch=newer, folder=tmp_path).search(title="Pathos").records
    assert found.title.startswith("Pathos")
    assert len(list(tmp_path.iterdir())) == 1


def test_a_damaged_index_is_built_anew(tmp_path: Path) -> None:
    before = Anthology(fetch=Site(), folder=tmp_path).search(title="Ethos")
    (path,) = tmp_path.iterdir()
    path.write_bytes(b"this was an index" * 1000)
    assert Anthology(fetch=Site(), folder=tmp_path).search(title="Ethos") == before


def test_an_index_that_breaks_in_use_says_what_to_remove(tmp_path: Path) -> None:
    anthology = Anthology(fetch=Site(), folder=tmp_path)
    anthology.search(title="Ethos")
    (path,) = tmp_path.iterdir()
    with sqlite3.connect(path) as database:
        database.execute("DROP TABLE title")
    with pytest.raises(Unavailable, match=f"remove it to have it built anew: {path}"):
        anthology.search(title="Ethos")


def test_where_no_file_can_be_written_the_index_is_in_memory(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    with pytest.warns(UserWarning, match="in memory only"):
        answer = Anthology(fetch=Site(), folder=blocked / "cache").search(title="Ethos")
    assert answer.records[0].key == ETHOS.value


def served(body: bytes, media_type: str = "application/x-gzip", status: int = 200) -> AbstractContextManager[Answering]:
    """A site on this machine that has the bulk file and nothing else."""

    def answer(asked: Asked) -> Canned:
        return Canned(body, status, media_type) if asked.path == "/anthology.bib.gz" else Canned(b"404 Not Found", 404)

    return answering(answer)


def test_the_bulk_file_is_fetched_once_and_kept_beside_its_index(tmp_path: Path) -> None:
    with served(BULK) as site:
        for _ in range(2):
            store = DiskStore(tmp_path / "answers.sqlite")
            anthology = Anthology(site.address, manners=Manners(hurry=True), store=store)
            assert anthology.search(title="Ethos").records[0].key == ETHOS.value
            store.close()
    assert [asked.path for asked in site.asked] == ["/anthology.bib.gz"]
    assert [path.suffix for path in tmp_path.glob("anthology-*")] == [".sqlite"]


def test_a_paper_that_the_site_does_not_have_is_not_found() -> None:
    with served(BULK) as site:
        assert Anthology(site.address, manners=Manners(hurry=True)).look_up([ETHOS]).records == ()
    assert [asked.path for asked in site.asked] == ["/2024.findings-naacl.132.bib"]


@pytest.mark.parametrize(
    ("body", "media_type", "status", "reason"),
    [
        (b"<!doctype html><title>Checking your browser</title>", "text/html", 200, "a web page"),
        (BULK[:-40], "application/x-gzip", 200, "is gzip cut short"),
        (b"{}", "application/json", 200, "holds no BibTeX entry"),
        (b"", "text/plain", 404, "HTTP 404"),
        (b"", "text/plain", 403, "HTTP 403"),
    ],
)
def test_an_answer_that_is_not_the_bulk_file_is_not_kept(
    body: bytes, media_type: str, status: int, reason: str, tmp_path: Path
) -> None:
    manners = Manners(hurry=True, tries=1)
    with served(body, media_type, status) as site:
        store = DiskStore(tmp_path / "answers.sqlite")
        anthology = Anthology(site.address, manners=manners, store=store)
        for _ in range(3):
            with pytest.raises(Unavailable, match=reason):
                anthology.search(title="Ethos")
        with pytest.raises(Unavailable, match=reason):
            Anthology(site.address, manners=manners, store=store).search(title="Ethos")
        store.close()
    assert len(site.asked) == 2


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        ("{P}ars{T}ext", "ParsText"),
        (r"Beign{\'e}", "Beigné"),
        (r"{\c{C}}a{\u{g}}r{\i}", "Çağrı"),
        (r'M{\"u}ller', "Müller"),
        (r"Dybkj{\ae}r {\o} {\ss}", "Dybkjær ø ß"),
        (r"l{'}alignement", "l'alignement"),
        (r"{\textquotedblleft}Weak{\textquotedblright} ``words''", "“Weak” “words”"),
        (r"90{\%} {\&} {\#}4 A{\_}B \& C", "90% & #4 A_B & C"),
        (r"A -- B --- C{\textemdash}D", "A – B — C—D"),
        (r"\textit{only} \textbf{if} $\alpha$", "only if α"),
        ("two~words\n   more", "two words more"),
        (r"\begin{a}" * 500 + "x", "x"),
    ],
)  # fmt: skip
def test_tex_becomes_text(tex: str, text: str) -> None:
    assert plain(tex) == text


@given(st.text(alphabet="\\{}$'\"`^~-% abcuvtextit[]", max_size=120))
def test_any_tex_becomes_one_line(tex: str) -> None:
    assert "\n" not in plain(tex)
