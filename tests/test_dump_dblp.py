"""DBLP's dump: what cuts it, what reads it, what is refused; and what all dumps have in common (`sources.dump`)."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.dblp import dump as dblp_dump
from sources.dblp.dump import chunks, read_chunk
from sources.dblp.entries import entries
from sources.dblp.record import Said
from sources.dump import DumpError, by_reason, parts
from sources.name_reading import divided, read_name
from sources.names import read_name as offered
from sources.record import Date, Identifier, Name, Record, Relation, Scheme, Type

HEAD = '<?xml version="1.0" encoding="ISO-8859-1"?>\n<!DOCTYPE dblp SYSTEM "dblp.dtd">\n<dblp>\n'
PAPER = """<inproceedings mdate="2010-09-01" key="conf/aaai/AltmanK10">
<author>Alon Altman 0002</author><author>Carlos Ans&oacute;tegui</author><editor>Maria Fox</editor>
<title>On <i>H<sub>2</sub>O</i> &amp; R&eacute;n&#233;, n<sup>2</sup> in <tt>C</tt>.</title><year>2010</year>
<booktitle>AAAI</booktitle><crossref>conf/aaai/2010</crossref><pages>1-7</pages>
<ee>https://doi.org/10.1609/AAAI.V24I1.7640</ee></inproceedings>
"""
VOLUME = """<proceedings mdate="2017-11-06" key="conf/aaai/2010"><editor>Maria Fox</editor>
<title>Proceedings of AAAI 2010.</title><year>2010</year><isbn>978-1-57735-463-5</isbn></proceedings>
"""
PERSON = '<www mdate="2020-01-01" key="homepages/12/34"><author>A B</author><title>Home Page</title></www>\n'


def dump(*records: str, head: str = HEAD) -> bytes:
    return (head + "".join(records) + "</dblp>\n").encode("iso-8859-1")


def results(path: Path) -> list[Record | str]:
    return [result for chunk in chunks(path) for result in read_chunk(chunk)]


def saved(folder: Path, content: bytes, name: str = "dblp.xml") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def article(number: int, title: str = "A Title.", extra: str = "") -> str:
    return (
        f'<article mdate="2020-01-01" key="journals/x/A{number}"{extra}><author>Ann Lee</author><title>{title}</title>'
        f"<journal>J. X</journal><volume>{number}</volume><year>2020</year></article>\n"
    )


def tar_of(*members: tuple[str, bytes | None], mode: str = "w:gz") -> bytes:
    """A tar with files, or, where the content is None, a link to /etc/passwd of that name."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as tar:  # type: ignore[call-overload]
        for name, content in members:
            header = tarfile.TarInfo(name)
            if content is None:
                header.type, header.linkname = tarfile.SYMTYPE, "/etc/passwd"
            else:
                header.size = len(content)
            tar.addfile(header, io.BytesIO(content or b""))
    return out.getvalue()


def test_a_paper_its_volume_and_a_person(tmp_path: Path) -> None:
    paper, volume, person = results(saved(tmp_path, dump(PAPER, VOLUME, PERSON)))
    assert paper == Record(
        type=Type.PAPER,
        title="On H2O & Réné, n2 in C",
        author=(Name("Altman", "Alon"), Name("Ansótegui", "Carlos")),
        editor=(Name("Fox", "Maria"),),
        issued=Date(2010),
        container_title="AAAI",
        page="1-7",
        identifiers=(
            Identifier(Scheme.DOI, "10.1609/aaai.v24i1.7640"),
            Identifier(Scheme.DBLP, "conf/aaai/AltmanK10"),
        ),
        relations=(Relation("is-part-of", Identifier(Scheme.DBLP, "conf/aaai/2010")),),
        urls=("https://doi.org/10.1609/AAAI.V24I1.7640",),
        source="dblp",
        key="conf/aaai/AltmanK10",
    )
    assert isinstance(volume, Record)
    assert (volume.type, volume.genre, volume.title) == (Type.BOOK, "proceedings", "Proceedings of AAAI 2010")
    assert volume.identifier(Scheme.ISBN) == "9781577354635"
    assert person == "a person's page, not a publication: homepages/12/34"


def test_a_volume_on_arxiv_is_a_volume(tmp_path: Path) -> None:
    (volume,) = results(saved(tmp_path, dump(VOLUME.replace("conf/aaai/2010", "journals/corr/abs-2012-13635"))))
    assert isinstance(volume, Record)
    assert (volume.type, volume.genre, volume.identifier(Scheme.ARXIV)) == (Type.BOOK, "proceedings", "2012.13635")


@pytest.mark.parametrize(
    ("publtype", "key", "kind", "relations"),
    [
        ("informal", "journals/corr/abs-2312-06532", Type.PREPRINT, 0),
        ("informal", "conf/x/Y20", Type.PAPER, 0),
        ("withdrawn", "journals/corr/abs-2312-06532", Type.PREPRINT, 1),
        ("encyclopedia", "journals/x/Y20", Type.ARTICLE, 0),
    ],
)
def test_publtypes(tmp_path: Path, publtype: str, key: str, kind: Type, relations: int) -> None:
    entry = f'<article key="{key}" publtype="{publtype}"><title>T t.</title><volume>abs/2312.06532</volume></article>'
    (record,) = results(saved(tmp_path, dump(entry)))
    assert isinstance(record, Record)
    assert (record.type, len(record.relations)) == (kind, relations)
    assert record.identifier(Scheme.ARXIV) == ("2312.06532" if "corr" in key else "")


def test_a_meeting_whose_papers_lie_on_arxiv(tmp_path: Path) -> None:
    entry = (
        '<inproceedings key="journals/corr/TulkensZ14"><author>Ada Tulkens</author><title>On Wool.</title><year>2015</year>'
        "<booktitle>ICLR</booktitle><ee>http://arxiv.org/abs/1412.9990</ee></inproceedings>"
    )
    (record,) = results(saved(tmp_path, dump(entry)))
    assert isinstance(record, Record)
    assert (record.type, record.container_title, record.identifier(Scheme.ARXIV)) == (Type.PAPER, "ICLR", "1412.9990")


def test_records_are_not_parted_and_pieces_are_small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dblp_dump, "_PIECE", 700)
    monkeypatch.setattr(dblp_dump, "_TAIL", 64)
    monkeypatch.setattr("sources.dump._BLOCK", 251)
    path = saved(tmp_path, gzip.compress(dump(*(article(number) for number in range(50)))))
    pieces = list(chunks(path))
    assert max(map(len, pieces)) < 1500
    read = [result for piece in pieces for result in read_chunk(piece)]
    assert [record.volume for record in read if isinstance(record, Record)] == [str(number) for number in range(50)]


@pytest.mark.parametrize(
    "bad",
    [
        article(2, title="An <i>unclosed tag."),
        article(2, title="A bare & sign"),
        article(2, title="A null &#0; sign"),
        '<article key="journals/x/A2"><title>No end</title>',
    ],
)
def test_a_bad_record_costs_only_itself(tmp_path: Path, bad: str) -> None:
    first, sentence, last = results(saved(tmp_path, dump(article(1), bad, article(3))))
    assert isinstance(first, Record)
    assert isinstance(last, Record)
    assert (first.key, last.key) == ("journals/x/A1", "journals/x/A3")
    assert isinstance(sentence, str)
    assert sentence.startswith("malformed record: dblp journals/x/A2")


def test_no_entity_of_the_file_is_expanded(tmp_path: Path) -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    head = (
        '<?xml version="1.0" encoding="ISO-8859-1"?><!DOCTYPE dblp [<!ENTITY l0 "lol">'
        f'{laughs}<!ENTITY file SYSTEM "file:///etc/passwd">]>\n<dblp>\n'
    )
    (record,) = results(saved(tmp_path, dump(article(1, title="A &l9; &file; &uuml; end."), head=head)))
    assert isinstance(record, Record)
    assert record.title == "A &l9; &file; ü end"


@pytest.mark.parametrize("encoding", ["UTF-8", "ISO-8859-1", "windows-1250", "KOI8-R"])
def test_the_declared_encoding_is_read(tmp_path: Path, encoding: str) -> None:
    title = {"KOI8-R": "Машина", "windows-1250": "Stroj š"}.get(encoding, "Größe é")
    text = HEAD.replace("ISO-8859-1", encoding) + article(1, title=title) + "</dblp>"
    (record,) = results(saved(tmp_path, text.encode(encoding)))
    assert isinstance(record, Record)
    assert record.title == title


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress, bytes])
def test_packing_is_told_by_content(tmp_path: Path, pack: object) -> None:
    content = dump(PAPER, VOLUME)
    assert len(results(saved(tmp_path, pack(content), "dump"))) == 2  # type: ignore[operator]


def test_gzip_files_may_be_chained(tmp_path: Path) -> None:
    content = dump(PAPER, VOLUME)
    path = saved(tmp_path, gzip.compress(content[:300]) + gzip.compress(content[300:]) + b"\x00" * 100)
    assert len(results(path)) == 2


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
@pytest.mark.parametrize("between", [b"", b"\x00" * 4])
def test_a_file_of_thousands_of_members_is_read_to_its_end(
    tmp_path: Path, pack: Callable[[bytes], bytes], between: bytes
) -> None:
    lines = [b"<r>%d</r>\n" % number for number in range(5000)]
    path = saved(tmp_path, between.join(map(pack, lines)) + b"\x00" * 300_000)
    for part in parts(path, lambda _: True):  # bgzip writes such files, and `cat *.gz`
        assert part.whole(1 << 20) == b"".join(lines)
        assert part.stream.read(10) == b""


GOOD = dump(*(article(number, title=f"Title {number * 7919}.") for number in range(2000)))


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is empty"),
        (b" \n\n", "is empty"),
        (gzip.compress(b""), "is empty"),
        (b"<!DOCTYPE html><html><body>Making sure you are not a bot</body></html>", "a web page"),
        (gzip.compress(b"<html lang=en>502 Bad Gateway</html>"), "a web page"),
        (gzip.compress(GOOD)[:-20], "cut short"),
        (lzma.compress(GOOD)[:-400], "cut short"),
        (bz2.compress(GOOD)[:-400], "cut short"),
        (GOOD[:-2000], "cut short"),
        (gzip.compress(GOOD)[:-8] + b"\x00" * 8, "damaged"),
        (b"PK\x03\x04" + b"x" * 100, "unpack it"),
        (b'{"items": []}', "not dblp.xml"),
        (b"<?xml version='1.0'?><collection id='P18'></collection>", "not dblp.xml"),
        (dump(), "without a record"),
        (dump(article(1), head=HEAD.replace("ISO-8859-1", "UTF-16")), "encoding UTF-16"),
        (dump(article(1), head=HEAD.replace("ISO-8859-1", "klingon")), "encoding klingon"),
    ],
)
def test_what_is_refused(tmp_path: Path, content: bytes, says: str) -> None:
    path = saved(tmp_path, content, "dblp.xml.gz")
    with pytest.raises(DumpError, match=says) as refused:
        results(path)
    assert str(path) in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_missing_file_and_a_folder_without_one(tmp_path: Path) -> None:
    with pytest.raises(DumpError, match="check the path"):
        results(tmp_path / "dblp.xml.gz")
    with pytest.raises(DumpError, match=r"holds no \.xml file"):
        results(tmp_path)


@pytest.mark.parametrize("mode", ["w", "w:gz", "w:xz"])
def test_of_a_tar_only_plain_files_within_it_are_read(tmp_path: Path, mode: str) -> None:
    hostile = [("../out.xml", b"<a/>"), ("/abs.xml", b"<a/>"), ("a/../../b.xml", b"<a/>"), ("link.xml", None)]
    members = [*hostile, ("data/one.xml", b"<one/>"), ("./two.xml", gzip.compress(b"<two/>")), ("three.txt", b"no")]
    path = saved(tmp_path, tar_of(*members, mode=mode), "dump.tar")
    found = {part.name: part.whole(100) for part in parts(path, lambda name: name.endswith(".xml"))}
    assert found == {"data/one.xml": b"<one/>", "two.xml": b"<two/>"}
    assert [child.name for child in tmp_path.iterdir()] == ["dump.tar"]


@pytest.mark.parametrize("kept", [700, 512 * 3, 512 * 4])
def test_a_tar_cut_short_is_refused(tmp_path: Path, kept: int) -> None:
    whole = tar_of(("one.xml", b"x" * 1000), ("two.xml", b"y" * 1000), mode="w")
    with pytest.raises(DumpError, match="cut short"):
        [part.whole(5000) for part in parts(saved(tmp_path, whole[:kept]), lambda _: True)]


def test_a_header_of_a_tar_that_fills_memory_is_refused(tmp_path: Path) -> None:
    header = tarfile.TarInfo("././@PaxHeader")
    header.type, header.size = tarfile.XHDTYPE, 7 << 30
    with pytest.raises(DumpError, match="no dump has"):
        list(parts(saved(tmp_path, header.tobuf(tarfile.USTAR_FORMAT) + b"\x00" * 10_240), lambda _: True))


def test_what_unpacks_without_end_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sources.dump._UNQUESTIONED", 1 << 20)
    (part,) = parts(saved(tmp_path, lzma.compress(b" x" * (8 << 20))), lambda _: True)
    with pytest.raises(DumpError, match="it is no dump"):
        sum(map(len, part.blocks()))


def test_a_link_that_leads_out_of_a_folder_is_passed_over(tmp_path: Path) -> None:
    inside = tmp_path / "in"
    inside.mkdir()
    saved(inside, b"<one/>", "one.xml")
    (inside / "out.xml").symlink_to(saved(tmp_path, b"<two/>", "two.xml"))
    assert [part.name for part in parts(inside, lambda _: True)] == ["one.xml"]


def test_reasons_stand_first() -> None:
    assert by_reason("dblp conf/x/Y: no title") == "no title: conf/x/Y"


NAMES = (
    "Alon Altman", "Alon Altman 0002", "Robert X. Kleinberg", "J. Smith", "J. K. L. Smith", "Wei-Ming Lu", "Carl Van Dam",
    "Thang Van Doan", "Leon Van Der Meer", "Dr Ann Lee", "Ann Lee Jr", "Ann Phd", "Google Team", "Lab Rat", "Li Wei",
    "Jean-claude Dup", "A. Al Ali", "El Nino", "De La Cruz", "Mc Donald Ii", "Institute Of Things", "Ann Lee Smith Brown",
    "Prof. Ann Lee", "Sir Tim Lee", "Junior Lee", "Lee Junior", "Ma Li", "Ann Ma", "McDonald Ann", "Ann McDonald", "Ann",
)  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_a_plain_name_is_read_as_by_all_the_rules(name: str) -> None:
    assert read_name(name) == divided(name) == offered(name)


PERSON_NAMES = st.text(alphabet="AÖDdeéiaßnvVJrMcoO .-'0129,", max_size=24)


@given(PERSON_NAMES)
def test_any_name_is_read_as_by_all_the_rules(name: str) -> None:
    assert read_name(name) == (divided(name) if name.strip() else read_name(name))


# Entries that a form narrower than XML fits, and such that only look like it: the first number are the former.
SIMPLE = (
    article(1),
    article(2, extra=' publtype="informal"'),
    article(3, title="R&amp;D &lt;b&gt; &#233; &quot;x&quot; &amp;lt;"),
    article(4, title="").replace("</article>", '<ee type="oa">https://doi.org/10.1/x</ee>\n\n</article>'),
    article(5, title="Größe &Uuml;ber"),
    PERSON,
)
ODD = (
    PAPER,
    article(6).replace('"', "'"),
    article(7, title="&#x41; &#65; &#150;"),
    article(8, title="a > b ]] c"),
    "<foo key='x'><title>Odd</title></foo>",
    '<article key="journals/x/A9"/>',
    article(10).replace("<title>", "<title >").replace("</title>", "</title >"),
    "stray text" + article(11),
)
WHOLE = (
    article(12, title="<![CDATA[a <b> c]]>"),
    "<!-- " + article(13) + " -->",
    "<?page x?>" + article(14),
    article(15, title="tab\there\r\nand there"),
    article(16, title="null \x01 sign"),
    article(17, title="]]> sign"),
)


@pytest.mark.parametrize("several", [SIMPLE, *((each,) for each in (*SIMPLE, *ODD, *WHOLE)), (*SIMPLE, *ODD)])
def test_entries_mean_what_a_parser_says(several: tuple[str, ...]) -> None:
    piece = dump(*several, head='<?xml version="1.0" encoding="ISO-8859-1"?>\n<dblp>').strip()
    assert read_chunk(piece) == dblp_dump._read_parsed(dblp_dump.number_entities(piece))


@given(st.lists(st.sampled_from((*SIMPLE, *ODD, *WHOLE)), max_size=5), st.data())
def test_cut_up_entries_are_read_like_a_parser_reads_them(several: list[str], data: st.DataObject) -> None:
    """One letter of some records is another: what the short form still reads is well-formed, and says the same."""
    text = "".join(several)
    place = data.draw(st.integers(0, len(text)))
    text = text[:place] + data.draw(st.sampled_from(["<", ">", "&", '"', "/", " ", "", "x", "<b>"])) + text[place + 1 :]
    try:
        found = list(entries(text))
    except ValueError:
        return
    if all(isinstance(each, Said) for each in found):
        assert read_chunk((HEAD + text + "</dblp>").encode("iso-8859-1")) == dblp_dump._read_parsed(
            dblp_dump.number_entities((HEAD + text + "</dblp>").encode("iso-8859-1"))
        )


@pytest.mark.parametrize(("several", "said"), [(SIMPLE, 6), (ODD, 2), (ODD[:3], 0)])
def test_the_usual_entries_need_no_parser(several: tuple[str, ...], said: int) -> None:
    text = dblp_dump.number_entities("".join(several).encode("iso-8859-1")).decode("iso-8859-1")
    assert sum(isinstance(each, Said) for each in entries(text)) == said


@pytest.mark.parametrize(
    "fields",
    [
        "<author>A B</author><title>T.</title><year>2010</year>",
        '<author orcid="0">A B</author>\n<author>C D</author><editor>E F</editor><title>T.</title><ee type="oa">x</ee>',
        "<title>T.</title><year>2010</year><pages>1</pages><year>2011</year>",
        "<title>T.</title><ee>a</ee><year>2010</year><ee>b</ee>",
        "<title>T.</title><journal>J</journal><booktitle>B</booktitle><volume></volume><url>db/x</url>",
        "<title>T.</title><author>A B</author>",
        "<author>A B</author><title>T.</title><author>C D</author>",
        "<title>T.</title><title>U.</title><crossref>conf/x/1</crossref><publisher>P</publisher>",
        "<title>T &amp; U.</title><author>A &lt;B&gt;</author>",
        "<author>A B</author>",
        "<title>T.</title><number>3</number><cdrom>x</cdrom><note>n</note>",
    ],
)
def test_fields_in_any_order_and_number_mean_what_a_parser_says(fields: str) -> None:
    for attributes in ('mdate="2010-01-01" key="conf/x/A1"', 'key="conf/x/A1" publtype="informal"'):
        head = HEAD.replace('<!DOCTYPE dblp SYSTEM "dblp.dtd">', "")
        piece = dump(f"<inproceedings {attributes}>{fields}</inproceedings>\n" * 2, head=head).strip()
        assert read_chunk(piece) == dblp_dump._read_parsed(piece)
        assert all(isinstance(each, Said) for each in dblp_dump.said_in_chunk(piece))
