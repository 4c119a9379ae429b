"""Pages of wikis: wikitext alone, as MediaWiki exports it, and packed."""

from __future__ import annotations

import bz2
import gzip
import lzma
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from reconcile.documents import Document, Unreadable, read, read_document, read_text
from reconcile.documents.blocks.block import Kind
from reconcile.documents.sniff import sniff
from reconcile.extract import extract
from reconcile.mention import Mention
from reconcile.parse import parse
from sources.record import Scheme


def mentions(document: Document) -> list[Mention]:
    return [parse(entry) for entry in extract(document)]


def cited(template: str) -> Mention:
    (mention,) = mentions(read_text(f"== Works ==\n* {template}\n", "x", ".wiki"))
    return mention


PAGE = """{{Infobox scientist
| name = Ada Bee
| known_for = [[Wool]]
}}
'''Ada Bee''' (born 1970) is a scholar of [[wool (material)|wool]].<ref name="a">{{cite journal
 |vauthors=Bee A, Dee CD |title=On [[wool]] in ''Ovis'' |journal=J Wool |date=May 2010 |volume=3
 |issue=2 |pages=1–9 |doi=10.1234/wool.1 |display-authors=etal}}</ref> She spins.<ref name="a" />{{sfn|Bee|2010|p=3}}

== Works ==
; 2011
* {{cite book|last1=Bee|first1=Ada|last2=Dee|first2=Carl|editor-last=Fane|editor-first=O.
 |chapter=Wool in rain|title=Weather and sheep|year=2018|publisher=Olmo Press|pages=1-9}} (with plates)
* Bee, Ada; Dee, Carl (2019). "Felt in [[Riga|the Riga gulf]]". ''Journal of Felt''. '''12''' (3): 1–9. {{doi|10.1234/felt.9}}
*: Reviewed widely.<!-- * Nobody. Nothing. 2001. -->
{| class="wikitable sortable"
! Year !! Title !! Authors !! Journal
|-
| 2020 || ''Sheep in fog'' || style="width:9em" | A. Bee, C. Dee || [[J. Wool]]
|-
| 2021
| Gulls in fog
| A. Bee
| J. Felt
|}
== References ==
{{reflist}}
== External links ==
* {{Official website|https://bee.invalid/}}
{{DEFAULTSORT:Bee, Ada}}
[[Category:Wool]]
[[de:Ada Bee]]
"""


def test_a_page_is_read_with_its_lists_tables_and_notes() -> None:
    found = mentions(read_text(PAGE, "bee", ".wiki"))
    assert [(mention.claim.title, mention.claim.year, mention.first) for mention in found] == [
        ("Wool in rain", 2018, 11),
        ("Felt in the Riga gulf", 2019, 13),
        ("Sheep in fog", 2020, 18),
        ("Gulls in fog", 2021, 20),
        ("On wool in Ovis", 2010, 5),
    ]
    chapter, _, sheep, _, note = (mention.claim for mention in found)
    assert (chapter.container_title, [str(name) for name in chapter.editor]) == ("Weather and sheep", ["O. Fane"])
    assert [str(name) for name in sheep.author] == ["A. Bee", "C. Dee"]
    assert (note.volume, note.issue, note.author_et_al) == ("3", "2", True)
    assert [str(one) for one in note.identifiers] == ["doi:10.1234/wool.1"]


NOTED = """{{Infobox scientist
| name = Ada Bee
| known_for = Felt<ref>{{cite journal|last=Bee|first=Ada|title=Felt in fog|journal=J Felt|year=2011}}</ref>
| works = {{plainlist|
* {{cite book|last=Bee|first=Ada|title=Wool in fog|publisher=Olmo|year=2012}}
}}
}}
A scholar.<ref name="h"/>{{efn|As in {{cite journal|last=Dee|first=Carl|title=Moss in fog|journal=J Moss|year=2013}}}}
She spins.{{refn|group=n|1={{cite journal|last=Dee|first=Carl|title=Rain in fog|journal=J Rain|year=2014}}}}

== Notes ==
{{notelist}}
== References ==
{{reflist|30em|refs=
<ref name="h">{{cite journal|last=Fane|first=Otto|title=Gulls in fog|journal=J Gulls|year=2015}}</ref>
{{refn|name=k|{{cite conference|last=Fane|first=Otto|title=Moors in fog|book-title=Proc. Moors|year=2016}}}}
}}
"""


def test_works_cited_where_a_template_shows_nothing_are_read() -> None:
    found = mentions(read_text(NOTED, "bee", ".wiki"))
    assert sorted((mention.claim.year, mention.claim.title) for mention in found) == [
        (2011, "Felt in fog"),
        (2012, "Wool in fog"),
        (2013, "Moss in fog"),
        (2014, "Rain in fog"),
        (2015, "Gulls in fog"),
        (2016, "Moors in fog"),
    ]


def test_the_signs_at_both_ends_of_a_heading_say_its_level() -> None:
    lines = ("= A =", "===Wool==", "==a=b==", "== a", "====", f"=={'a' * 600}==")
    blocks = [block for line in lines for block in read_text(f"x\n\n{line}", "x", ".wiki").blocks[1:]]
    assert [(block.text, block.level) for block in blocks if block.kind is Kind.HEADING] == [
        ("A", 1),
        ("=Wool", 2),
        ("a=b", 2),
    ]


def test_what_a_page_shows_is_read_without_its_markup() -> None:
    text = "A ''b'' '''c''' [[D (film)|]] [[E]] [https://f.org g] [[doi:10.1/h|10.1]]{{citation needed}} {{lang|fr|i}}&nbsp;j<br>k"
    (block,) = read_text(f"{text}\n[[File:x.jpg|thumb|A sheep]]\n__NOTOC__", "x", ".wiki").blocks
    assert block.text == "A b c D E g doi:10.1/h i j\nk"
    assert {(block.text[mark.start : mark.end], mark.kind, mark.url) for mark in block.marks} == {
        ("b", "emphasis", ""), ("c", "strong", ""), ("g", "link", "https://f.org"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("{{Literatur |Autor=Ada Bee, Carl Dee |Hrsg=Otto Fane |Titel=Wolle |Sammelwerk=Das Schaf |Verlag=Olmo |Datum=2011}}", ("Wolle", "Bee Dee", 2011, "Das Schaf")),
        ("{{Article |prénom1=Ada |nom1=Bee |prénom2=Carl |nom2=Dee |titre=La laine |périodique=Revue de laine |année=2012}}", ("La laine", "Bee Dee", 2012, "Revue de laine")),
        ("{{Chapitre|auteur1=Ada Bee|titre chapitre=Le feutre|titre ouvrage=Moutons|éditeur=Olmo|année=2013}}", ("Le feutre", "Bee", 2013, "Moutons")),
        ("{{Статья |автор = Пчелин А. Б. |заглавие = Шерсть |издание = Войлок |год = 2014 |номер = 3}}", ("Шерсть", "Пчелин", 2014, "Войлок")),
        ("{{Cita publicación|apellidos=Bee|nombre=Ada|título=La lana|publicación=Lanas|año=2015|número=4}}", ("La lana", "Bee", 2015, "Lanas")),
        ("{{Cytuj pismo | nazwisko = Lis | imię = Ada | tytuł = Wełna | czasopismo = Owce | rok = 2016}}", ("Wełna", "Lis", 2016, "Owce")),
        ("{{Cita pubblicazione|cognome=Bee|nome=Ada|titolo=La lana|rivista=Lane|anno=2017}}", ("La lana", "Bee", 2017, "Lane")),
        ("{{ref-publicació|cognom=Bee|nom=Ada|article=La llana|publicació=Llanes|data=2018}}", ("La llana", "Bee", 2018, "Llanes")),
        ("{{Cite journal|和書|last=羊野 |first=花子 |last2=牧田 |first2=次郎 |title=羊毛の流通 |journal=牧場評論 |date=2019-05}}", ("羊毛の流通", "羊野 牧田", 2019, "牧場評論")),
        ("{{저널 인용|성=양|이름=하늘|제목=양털|저널=목장 평론|연도=2020}}", ("양털", "양", 2020, "목장 평론")),
        ("{{یادکرد ژورنال|نام خانوادگی=Bee|نام=Ada|عنوان=Wool|ژورنال=Felts|سال=2021}}", ("Wool", "Bee", 2021, "Felts")),
        ("{{citation|author=Ada Bee|author2=Carl Dee|title=Wool|journal=Felts|year=2022|url=https://x.org/a_b?c=d|e}}", ("Wool", "Bee Dee", 2022, "Felts")),
    ],
)  # fmt: skip
def test_a_citation_template_is_an_entry_in_every_language(template: str, said: tuple[str, str, int, str]) -> None:
    claim = cited(template).claim
    families = " ".join(name.family or name.literal for name in claim.author)
    assert (claim.title, families, claim.year, claim.container_title) == said


def test_what_a_template_says_of_the_kind_is_heeded() -> None:
    told = {"cite news": "newspaper", "cite web": "web page", "cite AV media": "film"}
    for name, reason in told.items():
        assert reason in str(cited(f"{{{{{name}|last=Bee|first=Ada|title=Wool in the rain|year=2020}}}}").reason)
    preprint = cited("{{cite arXiv|last=Bee|first=Ada|title=Wool in the rain|eprint=2001.01234|year=2020}}")
    assert [(one.scheme, one.value) for one in preprint.claim.identifiers] == [(Scheme.ARXIV, "2001.01234")]
    assert cited("{{cite web|last=Bee|first=Ada|title=Wool in the rain|doi=10.1234/w|date=2020}}").reason == ""


EXPORT = """<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" version="0.11" xml:lang="en">
  <siteinfo><sitename>Sheepedia</sitename></siteinfo>
  <page>
    <title>Ada Bee</title>
    <ns>0</ns>
    <revision><text xml:space="preserve">== Works ==
* Bee, Ada (2001). "An older wool &amp;amp; felt". ''Journal of Felt'' 1 (1): 1–9.</text></revision>
    <revision><text bytes="9" xml:space="preserve">== Works ==
* Bee, Ada (2019). "Wool &amp;amp; felt in rain". ''Journal of Felt'' 12 (3): 1–9.&lt;ref&gt;{{cite book|last=Fane|first=Otto|title=Gulls at sea|year=2011}}&lt;/ref&gt;</text></revision>
  </page>
  <page><title>Talk:Ada Bee</title><ns>1</ns><revision><text>* Bee, Ada (2018). "Talk of wool". ''J. Felt'' 1: 1–9.</text></revision></page>
  <page><title>Template:Bee</title><ns>10</ns><revision><text>* Bee, Ada (2017). "Wool in a frame". ''J. Felt'' 1: 1–9.</text></revision></page>
  <page><title>A. Bee</title><ns>0</ns><redirect title="Ada Bee" /><revision><text>#REDIRECT [[Ada Bee]]</text></revision></page>
  <page><title>Carl Dee</title><ns>0</ns><revision><text>== Works ==
* Dee, Carl (2020). "Moss on stones". ''Journal of Moss'' 3 (1): 1–9.</text></revision></page>
</mediawiki>
"""


def test_an_export_has_the_last_text_of_each_page() -> None:
    document = read_text(EXPORT, "export", ".xml")
    assert [block.text for block in document.blocks if block.kind is Kind.HEADING and block.level == 1] == [
        "Ada Bee",
        "Carl Dee",
    ]
    assert [(mention.claim.title, mention.first) for mention in mentions(document)] == [
        ("Wool & felt in rain", 9), ("Gulls at sea", 9), ("Moss on stones", 15),
    ]  # fmt: skip
    assert not document.complaints
    one, _, _ = EXPORT.partition("  <page><title>Talk")
    assert read_text(one + "</mediawiki>", "export", ".xml").owner == "Ada Bee"
    assert (
        mentions(read_text(EXPORT[: EXPORT.index("</text></revision></page>\n</mediawiki>")], "export", ".xml"))[
            -1
        ].claim.title
        == "Moss on stones"
    )


def test_wikitext_is_known_by_its_content() -> None:
    assert (sniff(PAGE), sniff(EXPORT)) == (".wiki", ".xml")
    assert sniff("* {{Cite journal|title=Wool|year=2020}}") == ".wiki"
    assert sniff("== Papers\n\nAda Bee. [[felt]]") != ".wiki"  # other markup begins a heading so


@pytest.mark.parametrize(("suffix", "pack"), [("bz2", bz2.compress), ("gz", gzip.compress), ("xz", lzma.compress)])
def test_a_packed_dump_is_read_and_a_bomb_is_not(suffix: str, pack: Callable[[bytes], bytes], tmp_path: Path) -> None:
    name = f"dump.xml.{suffix}"
    assert len(read_document(pack(EXPORT.encode()), name).blocks) == len(read_text(EXPORT, "x", ".xml").blocks)
    (tmp_path / name).write_bytes(pack(EXPORT.encode()))
    (tmp_path / f"figures.csv.{suffix}").write_bytes(b"no document")
    (tmp_path / f"own.bib.{suffix}").write_bytes(pack(b"@misc{a, title = {Wool in wind}}"))
    assert [document.name for document in read(tmp_path)] == [name, f"own.bib.{suffix}"]
    packed = pack(EXPORT.encode())
    for broken in (packed[:200], EXPORT.encode(), pack(b"a" * 60_000_000), pack(packed)):
        with pytest.raises(Unreadable, match=name.replace(".", r"\.")):
            read_document(broken, name)
    with pytest.raises(Unreadable, match="packed again"):
        read_document(packed, f"dump.zip.{suffix}")
    with pytest.raises(Unreadable, match="give its bytes"):
        read_document("text", name)


@pytest.mark.parametrize(
    "sign",
    ["{{", "[[", "{{a|", "{{cite journal|title=[[a|", "<ref>", "<nowiki>", "''", "<!--", "== ", "|", "{|\n|-\n|a||b\n", "}}", "]]", "</ref>", "[http://a "],
)  # fmt: skip
def test_signs_without_end_take_time_by_their_length(sign: str) -> None:
    begun = time.perf_counter()
    read_text(sign * (100_000 // len(sign)), "x", ".wiki")
    assert time.perf_counter() - begun < 5


def test_what_is_not_closed_is_text_and_costs_no_more_than_its_line() -> None:
    text = "== Works ==\n* [[Bee, Ada (2018). Wool in wind. Journal of Felt 11: 1–9.\n* Bee, Ada (2019). Felt in rain. Journal of Felt 12: 1–9.\n* {{unclosed\n"
    assert [mention.claim.title for mention in mentions(read_text(text, "x", ".wiki"))] == [
        "Wool in wind",
        "Felt in rain",
    ]
