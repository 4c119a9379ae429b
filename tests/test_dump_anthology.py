"""The Anthology's dumps: its XML in the schemas of 2021 and today, as folder and tar, and its bulk `.bib`."""

from __future__ import annotations

import gzip
import io
import tarfile
from dataclasses import replace
from pathlib import Path

import pytest

from sources.anthology import dump as anthology_dump
from sources.anthology.dump import chunks, read_chunk
from sources.dump import DumpError, WithVariants
from sources.record import Date, Identifier, Name, Record, Relation, Scheme, Type

PAPER = """<paper id="7"><title><fixed-case>P</fixed-case>ars<fixed-case>T</fixed-case>ext: <tex-math>\\alpha</tex-math>
 of <b>the</b> Étude’s “End”</title><author><first>Roeland</first><last>van Hout</last></author>
<author id="wei-lu"><first>Wei</first> <last>Lu</last><variant script="hani"><first>伟</first><last>卢</last></variant></author>
<author><last>Suhardijanto</last></author><pages>66–75</pages><url hash="1">P18-1007</url>
<doi>10.18653/v1/P18-1007</doi></paper>"""
META = """<meta><booktitle>Proceedings of the 56th <fixed-case>ACL</fixed-case> (Volume 1: Long Papers)</booktitle>
<editor><first>Iryna</first><last>Gurevych</last></editor><publisher>Association for Computational Linguistics</publisher>
<address>Melbourne</address><month>July</month><year>2018</year></meta>"""
BIB = r"""@string{acl = {Association for Computational Linguistics}}
@string{anth = {https://aclanthology.org/}}
@string{P:18:1 = {Proceedings of the 56th {ACL} (Volume 1: Long Papers)}}
@proceedings{acl-2018, title = P:18:1, editor = "Gurevych, Iryna", publisher = acl, month = jul, year = "2018",
  url = anth # {P18-1000/}}
@inproceedings{van-hout-etal-2018-parstext,
  title = "{P}ars{T}ext: $\alpha$ of the {\'E}tude{'}s {``}End{''}",
  author = "van Hout, Roeland  and Lu, Wei  and Suhardijanto", editor = "Gurevych, Iryna", booktitle = P:18:1,
  month = jul, year = "2018", publisher = acl, url = anth # {P18-1007/}, doi = "10.18653/v1/P18-1007", pages = "66--75"}
"""
BOOKTITLE = "Proceedings of the 56th ACL (Volume 1: Long Papers)"


def collection(*papers: str, name: str = "P18", volume: str = 'id="1"', meta: str = META, more: str = "") -> bytes:
    front = '<frontmatter><url hash="2">x</url></frontmatter>'
    return (
        f"<?xml version='1.0' encoding='UTF-8'?>\n<collection id=\"{name}\"><volume {volume}>{meta}{front}"
        f"{''.join(papers)}</volume>{more}</collection>\n"
    ).encode()


def titled(number: int, more: str = "") -> str:
    return f'<paper id="{number}"><title>Title {number}</title>{more}</paper>'


def saved(folder: Path, content: bytes, name: str = "P18.xml") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def results(path: Path) -> list[Record | str]:
    found = [result for chunk in chunks(path) for result in read_chunk(chunk)]
    return [result.record if isinstance(result, WithVariants) else result for result in found]


def variants(path: Path) -> dict[str, tuple[str, ...]]:
    found = [result for chunk in chunks(path) for result in read_chunk(chunk)]
    return {result.record.key: result.families for result in found if isinstance(result, WithVariants)}


def records(path: Path) -> list[Record]:
    found = results(path)
    assert all(isinstance(result, Record) for result in found), found
    return [result for result in found if isinstance(result, Record)]


def test_a_volume_and_its_paper(tmp_path: Path) -> None:
    volume, paper = records(saved(tmp_path, collection(PAPER)))
    assert paper == Record(
        type=Type.PAPER,
        title="ParsText: α of the Étude's “End”",
        author=(Name("Hout", "Roeland", "van"), Name("Lu", "Wei"), Name("Suhardijanto")),
        editor=(Name("Gurevych", "Iryna"),),
        issued=Date(2018, 7),
        container_title=BOOKTITLE,
        page="66-75",
        publisher="Association for Computational Linguistics",
        identifiers=(Identifier(Scheme.ACL, "P18-1007"), Identifier(Scheme.DOI, "10.18653/v1/p18-1007")),
        relations=(Relation("is-part-of", Identifier(Scheme.ACL, "P18-1000")),),
        urls=("https://aclanthology.org/P18-1007/",),
        source="anthology",
        key="P18-1007",
    )
    assert (volume.type, volume.genre, volume.title, volume.key) == (Type.BOOK, "proceedings", BOOKTITLE, "P18-1000")
    assert volume.editor == (Name("Gurevych", "Iryna"),)


def test_the_bib_says_the_same(tmp_path: Path) -> None:
    assert records(saved(tmp_path, BIB.encode(), "anthology.bib")) == records(saved(tmp_path, collection(PAPER)))


@pytest.mark.parametrize(
    ("name", "volume", "number", "key", "within"),
    [
        ("P18", "1", "7", "P18-1007", "P18-1000"),
        ("W19", "52", "3", "W19-5203", "W19-5200"),
        ("W19", "5", "3", "W19-0503", "W19-0500"),
        ("D19", "1", "12", "D19-1012", "D19-1000"),
        ("D19", "57", "12", "D19-5712", "D19-5700"),
        ("C69", "1", "12", "C69-0112", "C69-0100"),
        ("2022.acl", "long", "220", "2022.acl-long.220", "2022.acl-long.0"),
        ("2024.findings", "naacl", "132", "2024.findings-naacl.132", "2024.findings-naacl.0"),
        ("2020.acl", "main", "1", "2020.acl-main.1", "2020.acl-main.0"),
    ],
)
def test_ids(tmp_path: Path, name: str, volume: str, number: str, key: str, within: str) -> None:
    document = collection(f'<paper id="{number}"><title>T</title></paper>', name=name, volume=f'id="{volume}"')
    front, paper = records(saved(tmp_path, document))
    assert (front.key, paper.key) == (within, key)
    assert paper.identifiers == (Identifier(Scheme.ACL, key),)
    assert paper.relations == (Relation("is-part-of", Identifier(Scheme.ACL, within)),)


@pytest.mark.parametrize(
    ("more", "kind", "when"),
    [
        ('<retracted date="2021-08-03">Copied.</retracted>', "retraction", Date(2021, 8, 3)),
        ('<removed date="2022-01-02"/>', "removal", Date(2022, 1, 2)),
        ("<retracted>Copied.</retracted>", "retraction", None),
        ('<erratum id="1" hash="8edae19f" date="2020-07-07">P18-1007e1</erratum>', "erratum", Date(2020, 7, 7)),
    ],
)
def test_what_became_of_a_paper(tmp_path: Path, more: str, kind: str, when: Date | None) -> None:
    _, paper = records(saved(tmp_path, collection(titled(7, more))))
    own = Identifier(Scheme.ACL, "P18-1007")
    assert paper.relations[0] == Relation(kind, own, "by", "anthology", when)


@pytest.mark.parametrize(("value", "found"), [("2021-08-03", 1), ("true", 1), ("false", 0)])
def test_a_retraction_as_an_attribute(tmp_path: Path, value: str, found: int) -> None:
    _, paper = records(saved(tmp_path, collection(f'<paper id="7" retracted="{value}"><title>T</title></paper>')))
    assert [relation.kind for relation in paper.relations].count("retraction") == found


OLD_JOURNAL = META.replace("Proceedings", "Computational Linguistics, Volume 45, Issue 1 - Proceedings")
NEW_JOURNAL = META.replace(
    "<editor>",
    "<journal-title>Some Journal</journal-title><journal-volume>9</journal-volume><journal-issue>2</journal-issue><editor>",
    1,
)


@pytest.mark.parametrize(
    ("name", "volume", "meta", "expected"),
    [
        ("J19", 'id="1"', OLD_JOURNAL, (Type.ARTICLE, "Computational Linguistics", "45", "1")),
        ("2023.ijclclp", 'id="1" type="journal"', NEW_JOURNAL, (Type.ARTICLE, "Some Journal", "9", "2")),
        ("P18", 'id="1" type="proceedings"', META, (Type.PAPER, BOOKTITLE, "", "")),
    ],
)
def test_journals(tmp_path: Path, name: str, volume: str, meta: str, expected: tuple[object, ...]) -> None:
    front, paper = records(saved(tmp_path, collection(titled(1), name=name, volume=volume, meta=meta)))
    assert (paper.type, paper.container_title, paper.volume, paper.issue) == expected
    assert (front.type, front.genre) == (Type.BOOK, "proceedings")


def test_an_event_is_its_volumes(tmp_path: Path) -> None:
    event = '<event id="acl-2018"><meta><title>56th Annual Meeting</title></meta></event>'
    assert {record.event for record in records(saved(tmp_path, collection(PAPER, more=event)))} == {
        "56th Annual Meeting"
    }


def test_a_paper_without_a_title_and_one_without_a_number(tmp_path: Path) -> None:
    bad = '<paper id="8"><title/></paper>', '<paper id="x"><title>T</title></paper>', titled(9)
    _, no_title, no_number, good = results(saved(tmp_path, collection(*bad)))
    assert no_title == "no title: anthology P18-1.8"
    assert no_number == "no number: anthology P18-1.x"
    assert isinstance(good, Record)


def folder_files() -> dict[str, bytes]:
    return {
        "data/xml/P18.xml": collection(PAPER),
        "data/xml/bad.xml": b"<collection id='P19'><volume></collection>",
        "data/xml/page.xml": b"<!DOCTYPE html><html></html>",
        "data/xml/empty.xml": b"",
        "data/xml/Q18.xml": collection(titled(1), name="Q18"),
        "data/xml/schema.rnc": b"start = Collection",
        "data/yaml/name_variants.yaml": b"- canonical: {first: Wei, last: Lu}\n",
        "other/config.xml": b"<collection id='X'/>",
    }


def tar_of(files: dict[str, bytes], mode: str) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as tar:  # type: ignore[call-overload]
        for name, content in files.items():
            header = tarfile.TarInfo(name)
            header.size = len(content)
            tar.addfile(header, io.BytesIO(content))
    return out.getvalue()


@pytest.mark.parametrize("form", ["folder", "its parent", "w", "w:gz", "w:xz"])
def test_the_data_folder(tmp_path: Path, form: str) -> None:
    for name, content in folder_files().items():
        saved(tmp_path / "repo", content, name)
    path = {"folder": tmp_path / "repo" / "data", "its parent": tmp_path / "repo"}.get(form)
    path = path or saved(tmp_path, tar_of(folder_files(), form), "anthology.tar")
    found = results(path)
    assert {record.key for record in found if isinstance(record, Record)} == {
        "P18-1000",
        "P18-1007",
        "Q18-1000",
        "Q18-1001",
    }
    (sentence,) = [result for result in found if isinstance(result, str)]
    assert sentence.startswith(("malformed file: anthology data/xml/bad.xml", "malformed file: anthology xml/bad.xml"))


def test_no_entity_of_a_file_is_expanded() -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    subset = f'<!DOCTYPE collection [<!ENTITY l0 "lol">{laughs}<!ENTITY file SYSTEM "file:///etc/passwd">]>'
    document = collection('<paper id="7"><title>A &l9; &file; end</title></paper>')
    head, _, body = document.partition(b"\n")
    found = read_chunk(b'%"P18.xml"\n{}\n' + head + subset.encode() + body)
    assert all(len(str(result)) < 2000 and "root:" not in str(result) for result in found)


def test_the_bib_is_cut_between_entries_with_its_macros(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(anthology_dump, "_PIECE", 200)
    monkeypatch.setattr("sources.dump._BLOCK", 100)
    entry = "@inproceedings{a, title = {T}, url = anth # {P18-10%02d/}, booktitle = P:18:1, year = 2018}\n"
    path = saved(
        tmp_path, gzip.compress((BIB + "".join(entry % n for n in range(10, 30))).encode()), "anthology.bib.gz"
    )
    pieces = list(chunks(path))
    found = records(path)
    assert len(pieces) > 10
    assert [record.key for record in found[2:]] == [f"P18-10{n}" for n in range(10, 30)]
    assert {replace(record, key="", identifiers=(), urls=()) for record in found[2:]} == {
        Record(
            Type.PAPER,
            title="T",
            issued=Date(2018),
            container_title=BOOKTITLE,
            relations=found[1].relations,
            source="anthology",
        )
    }


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is empty"),
        (b"<!DOCTYPE html><html>no</html>", "a web page"),
        (b"<dblp><article/></dblp>", "no <collection>"),
        (collection(PAPER)[:-20], "cut short"),
        (gzip.compress(collection(PAPER))[:-5], "cut short"),
        (BIB.encode()[:-20], "cut short"),
        (b"hello", "neither XML nor BibTeX"),
        (tar_of({"a.txt": b"x"}, "w"), "nothing of the Anthology"),
        (tar_of(folder_files(), "w:xz")[:-300], "cut short"),
    ],
)
def test_what_is_refused(tmp_path: Path, content: bytes, says: str) -> None:
    path = saved(tmp_path, content, "dump")
    with pytest.raises(DumpError, match=says) as refused:
        results(path)
    assert str(path) in str(refused.value)


TABLE = """
- canonical: {first: Solomon Teferra, last: Abate}
  variants:
  - {first: Solomon, last: Teferra Abate}
  - {first: S., last: Tefera}
- canonical: {first: Anne, last: Abeillé}
  variants:
  - {first: Anne, last: Abeille}
- canonical: {first: Wei, last: Lu}
  id: wei-lu
- nonsense
"""
PEOPLE = """
solomon-abate:
  names: [{first: Solomon Teferra, last: Abate}, {first: Solomon, last: Teferra Abate}, {last: Tefera}]
wei-lu: {comment: none}
"""
ABATE = "<author><first>Solomon  Teferra</first><last>Abate</last></author>"
CHINESE = """<author><first>Wei</first><last>Lu</last>
<variant script="hani"><first>伟</first><last>卢</last></variant></author>"""


@pytest.mark.parametrize(("name", "table"), [("name_variants.yaml", TABLE), ("people.yaml", PEOPLE)])
@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("held", [1, 1 << 20])
def test_a_paper_is_given_with_the_other_names_of_its_authors(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, table: str, packed: bool, held: int
) -> None:
    monkeypatch.setattr(anthology_dump, "_HELD", held)
    papers = collection(titled(1, ABATE), titled(2, CHINESE), titled(3, ABATE + CHINESE), titled(4))
    others = collection(titled(1, ABATE), name="P19")
    files = {"data/xml/P18.xml": papers, "data/xml/P19.xml": others, f"data/yaml/{name}": table.encode()}
    if packed:
        path = saved(tmp_path, tar_of(files, "w:gz"), "data.tar.gz")
    else:
        for place, content in files.items():
            saved(tmp_path, content, place)
        path = tmp_path / "data"
    found = variants(path)
    assert found == {
        "P18-1001": ("Teferra Abate", "Tefera"),
        "P18-1002": ("卢",),
        "P18-1003": ("Teferra Abate", "Tefera", "卢"),
        "P19-1001": ("Teferra Abate", "Tefera"),
    }
    assert [str(record.author[0]) for record in records(path)[1:3]] == ["Solomon Teferra Abate", "Wei Lu"]


@pytest.mark.parametrize("table", [b"", b"- {", b"\xff\xfe\x00", b"12", b"- 1\n- {canonical: 3}", b"a: &a [*a]"])
def test_a_table_that_is_none_costs_no_record(tmp_path: Path, table: bytes) -> None:
    saved(tmp_path, collection(titled(1, ABATE)), "xml/P18.xml")
    saved(tmp_path, table, "yaml/name_variants.yaml")
    assert (len(records(tmp_path)), variants(tmp_path)) == (2, {})


@pytest.mark.parametrize(
    ("url", "elsewhere"),
    [
        ("http://www.lrec-conf.org/proceedings/lrec2012/pdf/208_Paper.pdf", True),
        ("https://www.aclweb.org/anthology/P18-1001", False),
        ("P18-1001", False),
        ("http://a b", False),
        ("javascript:alert(1)", False),
    ],
)
def test_an_address_elsewhere_stands_behind_the_page(tmp_path: Path, url: str, elsewhere: bool) -> None:
    _, paper = records(saved(tmp_path, collection(titled(1, f"<url>{url}</url>"))))
    assert paper.urls == ("https://aclanthology.org/P18-1001/", *([url] if elsewhere else []))
