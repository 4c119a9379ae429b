"""The bibliography: what each kind of work becomes, and that no text can break out of its field."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import bibtexparser
import pytest
from bibtexparser.library import Library
from bibtexparser.middlewares import LatexDecodingMiddleware, SeparateCoAuthors
from hypothesis import given
from hypothesis import strategies as st

from reconcile import bibtex
from reconcile.bibtex.facts import pages
from reconcile.bibtex.fields import CHOICES, FORMS
from reconcile.bibtex.latex import clean, escape, title
from reconcile.bibtex.persons import person, persons
from reconcile.documents.bib.kinds import KINDS, kind_of_entry
from reconcile.mention import Flag, Severity, Work
from reconcile.records import SUBMITTED
from sources.record import Date, Identifier, Name, Record, Scheme, Type
from sources.text import words
from tests import fakes

DOI, ARXIV, ACL, DBLP, ISBN = (
    Identifier(Scheme.DOI, "10.1000/a_b<c>{d}"),
    Identifier(Scheme.ARXIV, "2403.08994"),
    Identifier(Scheme.ACL, "2024.findings-naacl.132"),
    Identifier(Scheme.DBLP, "conf/naacl/Gao24"),
    Identifier(Scheme.ISBN, "9783161484100"),
)
FULL = Record(
    title="A Title",
    author=(Name("Gao", "Lei"),),
    issued=Date(2024, 6),
    container_title="The Container",
    volume="7",
    issue="2",
    page="1-9",
    publisher="The Publisher",
)
WITH_EDITOR = replace(FULL, editor=(Name("Roe", "Jane"),))


def work(record: Record, *further: Record, flags: tuple[Flag, ...] = (), key: str = "gao-2024-title") -> Work:
    return Work(key, record, (record, *further), (), (0,), flags)


def entry(record: Record, *further: Record) -> tuple[str, dict[str, str]]:
    """Return the type and fields of the one entry that a record becomes."""
    library = bibtexparser.parse_string(bibtex.write([work(record, *further)], plain=True))
    assert not library.failed_blocks
    (only,) = library.entries
    return only.entry_type, {field.key: field.value for field in only.fields}


@pytest.mark.parametrize(
    ("record", "kind", "fields"),
    [
        (
            replace(FULL, type=Type.ARTICLE),
            "article",
            {"journal": "The Container", "volume": "7", "number": "2", "pages": "1--9"},
        ),
        (
            replace(FULL, type=Type.PAPER),
            "inproceedings",
            {"booktitle": "The Container", "volume": "7", "pages": "1--9", "publisher": "The Publisher"},
        ),
        (
            replace(FULL, type=Type.PAPER, collection_title="LNCS", volume=""),
            "inproceedings",
            {"booktitle": "The Container", "series": "LNCS", "number": "2", "pages": "1--9",
             "publisher": "The Publisher"},
        ),
        (
            replace(WITH_EDITOR, type=Type.CHAPTER, volume="", issue=""),
            "incollection",
            {"editor": "Roe, Jane", "booktitle": "The Container", "pages": "1--9", "publisher": "The Publisher"},
        ),
        (replace(FULL, type=Type.ARTICLE, volume=""), "article", {"journal": "The Container", "issue": "2",
                                                                  "pages": "1--9"}),
        (replace(FULL, type=Type.CHAPTER, volume=""), "inproceedings", {"booktitle": "The Container", "pages": "1--9",
                                                                        "publisher": "The Publisher"}),
        (replace(FULL, type=Type.BOOK, volume="", identifiers=(ISBN,)), "book", {"publisher": "The Publisher",
                                                                                 "isbn": "9783161484100"}),
        (replace(WITH_EDITOR, type=Type.BOOK, author=(), volume=""), "proceedings", {"editor": "Roe, Jane",
                                                                                      "publisher": "The Publisher"}),
        (replace(FULL, type=Type.THESIS), "phdthesis", {"school": "The Publisher"}),
        (replace(FULL, type=Type.THESIS, genre="Master's thesis"), "mastersthesis", {"school": "The Publisher"}),
        (replace(FULL, type=Type.REPORT), "techreport", {"institution": "The Publisher", "number": "2"}),
        (replace(FULL, type=Type.REPORT, genre="White paper"), "techreport", {
            "institution": "The Publisher", "number": "2", "type": "White paper"}),
        (replace(FULL, type=Type.REVIEW), "article", {"journal": "The Container", "volume": "7", "number": "2",
                                                      "pages": "1--9"}),
        (replace(FULL, type=Type.DATASET), "misc", {"howpublished": "The Container"}),
        (replace(FULL, type=Type.PREPRINT, container_title="bioRxiv"), "misc", {"howpublished": "bioRxiv"}),
        (replace(FULL, type=Type.PREPRINT, container_title="CoRR", identifiers=(ARXIV,)), "misc", {
            "url": "https://arxiv.org/abs/2403.08994", "eprint": "2403.08994", "archiveprefix": "arXiv"}),
    ],
)  # fmt: skip
def test_each_kind_of_work_has_its_entry_type_and_fields(record: Record, kind: str, fields: dict[str, str]) -> None:
    common = {"title": "A Title", "year": "2024", "month": "jun"} | ({"author": "Gao, Lei"} if record.author else {})
    assert entry(record) == (kind, common | fields)


@pytest.mark.parametrize(
    ("record", "missing"),
    [
        (replace(FULL, type=Type.ARTICLE, container_title=""), "journal"),
        (replace(FULL, type=Type.PAPER, container_title=""), "booktitle"),
        (replace(FULL, type=Type.THESIS, publisher="", container_title=""), "school"),
        (replace(FULL, type=Type.REPORT, publisher="", container_title=""), "institution"),
        (replace(FULL, type=Type.ARTICLE, issued=None), "year"),
        (replace(FULL, type=Type.PAPER, author=()), "author"),
    ],
)
def test_a_work_that_lacks_what_its_type_needs_is_a_misc_without_the_field(record: Record, missing: str) -> None:
    kind, fields = entry(record)
    assert kind == "misc"
    assert missing not in fields
    assert all(fields.values())


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("RACE-IT: A Reconfigurable Engine", "{RACE-IT}: A Reconfigurable Engine"),
        ("Fast Inference on FPGAs", "Fast Inference on {FPGA}s"),
        ("The LLMs’ View", "The {LLM}s’ View"),
        ("MLNCP at NeurIPS", "{MLNCP} at {NeurIPS}"),
        ("1TnR-based ReRAM", "{1TnR}-based {ReRAM}"),
        ("GPU-accelerated Search", "{GPU}-accelerated Search"),
        ("U-Net and B-Trees", "{U}-Net and {B}-Trees"),
        ("k-NN", "k-{NN}"),
        ("Vitamin C and C++ and C#", r"Vitamin {C} and {C}++ and {C}\#"),
        ("A* Search: A Study", "{A*} Search: A Study"),
        ("R&D in 3D", r"{R\&D} in {3D}"),
        ("Content-Addressable Memories: A Survey", "Content-Addressable Memories: A Survey"),
        ("A SURVEY OF GOOD THINGS", "A SURVEY OF GOOD THINGS"),
        ("BERT", "{BERT}"),
        ("A survey of Bayesian inference for large models", "A survey of {Bayesian} inference for large models"),
        ("A survey of large models: Some new results", "A survey of large models: Some new results"),
        ("#FOO", r"\#{FOO}"),
        ("Émile or ÉCOLE", "Émile or {ÉCOLE}"),
        ("", ""),
    ],
)
def test_capitals_that_mean_something_are_protected(text: str, written: str) -> None:
    assert title(text) == written


@pytest.mark.parametrize(
    ("name", "written"),
    [
        (Name("Beethoven", "Ludwig", "van"), "van Beethoven, Ludwig"),
        (Name("King", "Martin Luther", suffix="Jr."), "King, Jr., Martin Luther"),
        (Name("Garcia Molina", "Hector"), "Garcia Molina, Hector"),
        (Name("Garcia Molina"), "{Garcia Molina}"),
        (Name("Plato"), "Plato"),
        (Name(given="Sukarno"), "{Sukarno}"),
        (Name(literal="The ATLAS Collaboration"), "{The ATLAS Collaboration}"),
        (Name(literal="Simon and Schuster, Inc."), "{Simon and Schuster, Inc.}"),
        (Name("Marks and Spencer", "M."), "{Marks and Spencer}, M."),
        (Name("others"), "{others}"),
        (Name("Özsu", "M. Tamer"), "Özsu, M. Tamer"),
        (Name(), ""),
    ],
)
def test_names_are_divided_as_bibtex_divides_them(name: Name, written: str) -> None:
    assert person(name) == written


def test_what_was_only_submitted_says_so() -> None:
    kind, fields = entry(replace(FULL, type=Type.PREPRINT, genre=SUBMITTED))
    assert (kind, fields["howpublished"]) == ("misc", "Submitted to The Container")


def test_a_work_without_a_year_says_so_as_iso_does() -> None:
    kind, fields = entry(replace(FULL, type=Type.PAPER, issued=None))
    assert (kind, fields["date"]) == ("misc", "XXXX")
    assert not {"year", "month"} & set(fields)


def test_a_list_of_authors_that_is_cut_short_ends_in_others() -> None:
    assert persons([Name("Gao", "Lei"), Name()], et_al=True) == "Gao, Lei and others"
    assert persons([], et_al=True) == ""


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("2054-2068", "2054--2068"),
        ("2054\u20132068", "2054--2068"),
        ("2054--2068", "2054--2068"),
        ("2054 - 2068", "2054--2068"),
        ("98:1-98:76", "98:1--98:76"),
        ("12-1\u201312-9", "12-1--12-9"),
        ("12-1-12-9", "12-1--12-9"),
        ("1-3, 7, 9-12", "1--3, 7, 9--12"),
        ("iii-xii", "iii--xii"),
        ("e1003", "e1003"),
        ("2003437", "2003437"),
        ("12-", "12"),
        ("-", ""),
        ("", ""),
    ],
)
def test_pages(text: str, written: str) -> None:
    assert pages(text) == written


@pytest.mark.parametrize(
    ("kind", "urls", "identifiers", "written"),
    [
        (Type.PAPER, ("https://dblp.org/rec/conf/naacl/Gao24",), (), ""),
        (Type.PAPER, ("https://doi.org/10.1000/a", "https://dblp.uni-trier.de/x"), (), ""),
        (Type.PAPER, ("https://dblp.org/rec/x", "https://example.org/paper.pdf"), (), "https://example.org/paper.pdf"),
        (Type.PAPER, (), (ACL,), "https://aclanthology.org/2024.findings-naacl.132"),
        (Type.PAPER, ("https://arxiv.org/abs/2403.08994",), (ARXIV,), ""),
        (Type.PREPRINT, ("https://arxiv.org/abs/2403.08994",), (ARXIV,), "https://arxiv.org/abs/2403.08994"),
        (Type.PAPER, ("javascript:alert(1)", "ftp://example.org", "http://["), (), ""),
        (Type.PAPER, ("https://example.org/a b{c}\\d%20",), (), "https://example.org/a%20b%7Bc%7D%5Cd%20"),
    ],
)
def test_the_url_is_the_publications_own(
    kind: Type, urls: tuple[str, ...], identifiers: tuple[Identifier, ...], written: str
) -> None:
    _, fields = entry(replace(FULL, type=kind, urls=urls, identifiers=identifiers))
    assert fields.get("url", "") == written


def test_the_published_version_carries_the_number_of_its_preprint() -> None:
    preprint = replace(FULL, type=Type.PREPRINT, identifiers=(ARXIV,))
    kind, fields = entry(replace(FULL, type=Type.PAPER, identifiers=(DOI,)), preprint)
    assert kind == "inproceedings"
    assert (fields["eprint"], fields["archiveprefix"]) == ("2403.08994", "arXiv")
    assert fields["doi"] == "10.1000/a_b<c>%7Bd%7D"
    assert "primaryclass" not in fields


def test_the_class_is_given_where_the_number_says_it() -> None:
    _, fields = entry(replace(FULL, type=Type.PREPRINT, identifiers=(Identifier(Scheme.ARXIV, "cs/0112017"),)))
    assert (fields["eprint"], fields["primaryclass"]) == ("cs/0112017", "cs")


FLAGS = (
    Flag("year-mismatch", Severity.WARNING, "claimed 2023, dblp says 2024"),
    Flag("venue-conflict", Severity.ERROR, "MLNCP@NeurIPS here,\n@misc{there,\n 100% of {it"),
    Flag("duplicate", Severity.INFO, "twice"),
)


def test_flags_and_provenance_stand_above_the_entry_and_flags_inside() -> None:
    given = (("page", "crossref 10.1000/a"), ("title", "dblp conf/naacl/Gao24"), ("year", "dblp unseen/gao-2024"))
    flagged = replace(work(FULL, flags=FLAGS), provenance=given)
    text = bibtex.write([flagged])
    assert text.splitlines()[:7] == [
        "% error venue-conflict: MLNCP(at)NeurIPS here, (at)misc{there, 100% of {it",
        "% warning year-mismatch: claimed 2023, dblp says 2024",
        "% info duplicate: twice",
        "% from crossref 10.1000/a: page",
        "% from dblp conf/naacl/Gao24: title",
        "% from dblp: year",
        "@misc{gao-2024-title,",
    ]
    (only,) = bibtexparser.parse_string(text).entries
    assert only["x-reconcile"].startswith(
        "error venue-conflict: MLNCP@NeurIPS here, @misc{\\ensuremath{\\lbrace}}there,"
    )
    assert "year-mismatch: claimed 2023, dblp says 2024; info duplicate: twice" in only["x-reconcile"]


def test_plain_leaves_flags_and_provenance_out() -> None:
    text = bibtex.write([work(FULL, flags=FLAGS)], plain=True)
    assert "%" not in text
    assert "x-reconcile" not in text


def test_entries_are_sorted_by_key_and_a_key_stands_once() -> None:
    every = [work(FULL, key="b"), work(FULL, key="a")]
    assert bibtex.write(every) == bibtex.write(every[::-1])
    assert [each.key for each in bibtexparser.parse_string(bibtex.write(every)).entries] == ["a", "b"]
    with pytest.raises(ValueError, match="a"):
        bibtex.write([work(FULL, key="a"), work(FULL, key="a")])


def test_nothing_makes_an_empty_bibliography() -> None:
    assert bibtex.write([]) == ""


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Özsu & Łukasz", r"{\"O}zsu \& {\L}ukasz"),
        ("naïve – “quoted”", r"na{\"\i}ve {\textendash} {\textquotedblleft}quoted{\textquotedblright}"),
        ("中", r'{\symbol{"4E2D}}'),
    ],
)
def test_accents_become_commands_on_request(text: str, written: str) -> None:
    assert escape(text, ascii=True) == written
    assert bibtex.write([work(replace(FULL, title=text))], plain=True, ascii=True).isascii()


# Everything that a text can hold, with what is special to TeX and BibTeX drawn often.
ANY = st.text(st.one_of(st.sampled_from('\\{}@%#$&_^~"=,\n\r\t ()'), st.characters()), max_size=40)
ATTACKS = st.sampled_from(
    [
        "\\input{/etc/passwd}",
        "\\write18{rm}",
        "}, author = {X",
        "}}\n@misc{evil,\n  title={x}}",
        "@ {X",
        "\n@article{",
        "\\",
    ]
)
HOSTILE = st.one_of(ANY, ATTACKS)
# The commands that the writer itself writes; a text's own come out as text.
OURS = re.compile(r"\\(?:[&%$#_]|text(?:backslash|asciitilde|asciicircum)\}|ensuremath\{(?:[<>|]|\\[lr]brace)\}\})")


def parse(text: str) -> Library:
    library = bibtexparser.parse_string(text)
    assert not library.failed_blocks
    return library


@given(HOSTILE, HOSTILE, HOSTILE)
def test_no_text_gets_out_of_its_field(first: str, second: str, third: str) -> None:
    hostile = replace(
        FULL, type=Type.PAPER, title=first, container_title=f"x{second}", publisher=third, page=second, volume=third,
        author=(Name(second, third), Name(literal=first)), urls=(f"https://example.org/{first}",),
        identifiers=(Identifier(Scheme.DOI, f"10.1/{third}"),),
    )  # fmt: skip
    flagged = replace(work(hostile, flags=(Flag("code", Severity.ERROR, first),)), provenance=(("title", second),))
    text = bibtex.write([flagged])
    assert [each.key for each in parse(text).entries] == ["gao-2024-title"]
    comments = [line for line in text.splitlines() if line.startswith("%")]
    assert "@" not in "".join(comments)
    for line in text.splitlines()[len(comments) + 1 : -1]:
        _assert_one_closed_value(line)


def _assert_one_closed_value(line: str) -> None:
    """Count braces as BibTeX does, which knows no escaped ones, and look for commands that are not ours."""
    name, value = re.fullmatch(r"  ([a-z-]+) = (.*),", line).groups()  # type: ignore[union-attr]
    if name == "month":
        return
    depths = []
    for char in value:
        depths.append((depths[-1] if depths else 0) + {"{": 1, "}": -1}.get(char, 0))
    assert all(depth > 0 for depth in depths[:-1])
    assert depths[-1] == 0
    assert "\\" not in OURS.sub("", value)


PROSE = st.text(
    st.one_of(st.sampled_from("\\{}@%#$&_^~=,() ABab"), st.characters(exclude_characters="-'`´\u2018\u2019\u02bc\"")),
    max_size=40,
)


@given(PROSE)
def test_a_title_is_read_back_as_it_was(text: str) -> None:
    (only,) = bibtexparser.parse_string(
        bibtex.write([work(replace(FULL, title=text))], plain=True), append_middleware=[LatexDecodingMiddleware()]
    ).entries
    field = only.fields_dict.get("title")
    read = field.value.replace("\u02c6", "^") if field else ""  # pylatexenc reads \textasciicircum as an accent
    assert read == clean(text)


@given(st.text("àéîõüçñøßåæœłđžšřğ abcXYZ", max_size=30))
def test_accents_are_read_back_from_their_commands(text: str) -> None:
    (only,) = bibtexparser.parse_string(
        bibtex.write([work(replace(FULL, title=text))], plain=True, ascii=True),
        append_middleware=[LatexDecodingMiddleware()],
    ).entries
    field = only.fields_dict.get("title")
    assert (field.value if field else "") == clean(text)


PART = st.one_of(
    st.sampled_from(["", "and", "others", "de la", "Jr.", "A and B", "X, Y"]), st.text("aB{}\\,% ", max_size=8)
)


@given(st.lists(st.builds(Name, PART, PART, PART, PART), max_size=4), st.booleans())
def test_as_many_persons_are_read_back_as_were_named(names: list[Name], et_al: bool) -> None:
    text = bibtex.write([work(replace(FULL, author=tuple(names), author_et_al=et_al))], plain=True)
    (only,) = bibtexparser.parse_string(text, append_middleware=[SeparateCoAuthors()]).entries
    read = only.fields_dict["author"].value if "author" in only.fields_dict else []
    expected = [name for name in names if person(name)]
    assert len(read) == len(expected) + (et_al and bool(expected))
    for written, name in zip(read, expected, strict=False):
        assert sorted(words(OURS.sub(" ", written))) == sorted(words(clean(str(name))))


def _every_kind() -> list[Work]:
    """Works of all kinds, complete and not, among them hostile ones."""
    records = [*(replace(WITH_EDITOR, type=kind) for kind in Type), *(replace(FULL, type=kind) for kind in Type)]
    records += [replace(FULL, type=kind, author=(), publisher="") for kind in Type]
    records += [replace(FULL, type=kind, issued=None) for kind in Type]
    records += [replace(FULL, type=kind, collection_title="LNCS", volume="", identifiers=(DOI, ISBN)) for kind in Type]
    attack = "\\input{x} } @misc{evil, 100% #1 $x_1^2$ ~ & \\"
    records.append(replace(FULL, type=Type.PAPER, title=attack, container_title=attack, author=(Name(attack, attack),)))
    records.append(
        replace(
            FULL, type=Type.PAPER, author=(Name(literal=attack), Name("King", "M", "von", "Jr.")), author_et_al=True
        )
    )
    flags = (Flag("venue-conflict", Severity.ERROR, attack),)
    return [work(record, flags=flags, key=f"key-{at:03}") for at, record in enumerate(records)]


@pytest.mark.skipif(not shutil.which("bibtex"), reason="no bibtex is installed")
@pytest.mark.parametrize("commands", [False, True])
def test_bibtex_with_the_plain_style_has_nothing_to_say(tmp_path: Path, commands: bool) -> None:
    works = [*_every_kind(), *fakes.result().works]
    (tmp_path / "all.bib").write_text(bibtex.write(works, ascii=commands), encoding="utf-8")
    (tmp_path / "all.aux").write_text("\\citation{*}\n\\bibstyle{plain}\n\\bibdata{all}\n", encoding="utf-8")
    done = subprocess.run(["bibtex", "all"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert "arning" not in done.stdout
    assert done.returncode == 0, done.stdout
    assert (tmp_path / "all.bbl").read_text(encoding="utf-8").count("\\bibitem") == len(works)


@pytest.mark.skipif(not shutil.which("biber"), reason="no biber is installed")
@pytest.mark.parametrize("plain", [False, True])
def test_biber_warns_of_nothing_but_our_own_field(tmp_path: Path, plain: bool) -> None:
    works = [*_every_kind(), *fakes.result().works]
    (tmp_path / "all.bib").write_text(bibtex.write(works, plain=plain), encoding="utf-8")
    command = ["biber", "--tool", "--validate-datamodel", "all.bib"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    said = [line for line in done.stdout.splitlines() if line.startswith(("WARN", "ERROR"))]
    assert [line for line in said if plain or "'x-reconcile' invalid in data model" not in line] == []
    assert done.returncode == 0


@pytest.mark.skipif(not shutil.which("biber"), reason="no biber is installed")
def test_biber_has_nothing_to_say_with_the_shipped_configuration(tmp_path: Path) -> None:
    works = [*_every_kind(), *fakes.result().works]
    (tmp_path / "all.bib").write_text(bibtex.write(works), encoding="utf-8")
    shipped = Path(__file__).parent.parent / "docs" / "biber-tool.conf"
    command = ["biber", "--tool", "--validate-datamodel", f"--configfile={shipped}", "all.bib"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert [line for line in done.stdout.splitlines() if line.startswith(("WARN", "ERROR"))] == []
    assert done.returncode == 0


@pytest.mark.parametrize("name", KINDS)
def test_what_a_type_of_entry_stands_for_does_not_contradict_it(name: str) -> None:
    kind = KINDS[name]
    assert not kind.described & kind.denied
    assert kind.claims not in kind.denied
    assert not kind.described or kind.claims in kind.described


@pytest.mark.parametrize("name", FORMS)
def test_an_entry_that_is_written_is_read_as_what_it_was_written_for(name: str) -> None:
    written = {kind for kind, names in CHOICES.items() if name in names}
    container = next((field for field, fact in FORMS[name].fields if fact == "container"), "")
    assert kind_of_entry(name).container == container
    assert not written & kind_of_entry(name).denied
