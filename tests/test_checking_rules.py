"""Entries checked without any source: an entry, and the flags that it must and must not get. A librarian could add rows."""

from __future__ import annotations

import json
import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import reconcile
from reconcile.checking.citing import citations
from reconcile.checking.ignoring import CODES, BadTable, comments, ignored_by_table, misspelt
from reconcile.checking.item import Checked
from reconcile.checking.together import holds_two, together
from reconcile.checking.verbs import check
from reconcile.cleaning.change import MADE, PROPOSED, SAID
from reconcile.lexicon.fillers import SAMPLE_PEOPLE
from reconcile.mention import Status
from sources.names import read_name
from sources.text import fold

GOOD = {
    "author": "Ada Tulkens and Wei Zhang",
    "title": "Gradient Descent in Gardens",
    "booktitle": "ICLR",
    "year": "2018",
}
PAPER = {"author": "Ada Tulkens", "title": "Gardens", "journal": "Nature", "year": "2018"}


def entry(kind: str = "inproceedings", key: str = "a", base: dict[str, str] = GOOD, **fields: str) -> str:
    """BibTeX of an entry; a field that is empty is left out."""
    every = {**base, **fields}
    return f"@{kind}{{{key},\n" + "".join(f"  {name} = {{{text}}},\n" for name, text in every.items() if text) + "}\n"


def checked(text: str) -> tuple[Checked, ...]:
    return check(text, sources=())


def flags(text: str) -> set[tuple[str, str]]:
    return {(flag.code, flag.severity.value) for each in checked(text) for flag in each.flags}


ROWS = [
    pytest.param(entry(), set(), id="nothing to say"),
    pytest.param(entry(booktitle=""), {("missing-field", "warning")}, id="no booktitle"),
    pytest.param(entry(year="", date="2018-04"), set(), id="BibLaTeX's date for the year"),
    pytest.param(entry(booktitle="", crossref="iclr18"), {("not-defined", "warning")}, id="a crossref to nothing"),
    pytest.param(entry(booktitle="", crossref="iclr18") + entry("proceedings", key="ICLR18", author="", booktitle="", title="ICLR"), set(), id="inherited by crossref"),
    pytest.param(entry("proceedings", key="iclr18", author="", booktitle="", title="ICLR") + entry(booktitle="", crossref="iclr18"), {("not-defined", "warning")}, id="a parent above"),
    pytest.param(entry(booktitle="").replace("{2018}", "2018, booktitle = iclr"), {("not-defined", "warning")}, id="a macro that nobody defines"),
    pytest.param('@string{iclr = "ICLR"}\n' + entry(month="").replace("{ICLR}", "iclr # { 2018}, month = jan"), set(), id="macros"),
    pytest.param(entry(month="").replace("{ICLR}", "{iclr # x}, month = june"), {("not-defined", "warning")}, id="a month in full"),
    pytest.param(entry("misc", title=""), {("missing-field", "warning")}, id="a misc without title"),
    pytest.param(entry("article", base=PAPER, journal="", eprint="1801.00001"), set(), id="an arXiv number for the journal"),
    pytest.param(entry(year="2033"), {("impossible-year", "error")}, id="years ahead"),
    pytest.param(entry(year="20018"), {("impossible-year", "error")}, id="five figures"),
    pytest.param(entry(year="1218"), {("impossible-year", "error")}, id="before printing"),
    pytest.param(entry(year="2018a"), set(), id="a letter behind the year"),
    pytest.param(entry(year="in press"), set(), id="in press"),
    pytest.param(entry(author="Ada Tulkens et al."), {("et-al", "warning")}, id="et al."),
    pytest.param(entry(author="Ada Tulkens and others"), set(), id="and others"),
    pytest.param(entry(author="Anna Tulkens, Wei Zhang"), {("names-run-together", "warning")}, id="a comma between two"),
    pytest.param(entry(author="Ada Tulkens, Jo Prado, Wei Zhang"), {("names-run-together", "warning")}, id="two commas"),
    pytest.param(entry(author="Ada Tulkens, Jo Prado and Wei Zhang"), {("names-run-together", "warning")}, id="a comma where others have none"),
    pytest.param(entry(author="Ada Tulkens; Wei Zhang"), {("names-run-together", "warning")}, id="a semicolon between two"),
    pytest.param(entry(author="Ada Tulkens & Wei Zhang"), {("names-run-together", "warning")}, id="an ampersand between two"),
    pytest.param(entry(author="Tulkens, Ada and Zhang, Wei"), set(), id="family name first"),
    pytest.param(entry(author="{Wool, Oats and Rye Panel} and Ada Tulkens"), set(), id="a group in braces"),
    pytest.param(entry(author="{Wool & Rye} and Anna Tulkens, Wei Zhang"), {("names-run-together", "warning")}, id="behind a group"),
    pytest.param(entry(author="van der Berg, Jan Willem"), set(), id="particles before the comma"),
    pytest.param(entry(author="Tulkens, Jr., Ada"), set(), id="a suffix"),
    pytest.param(entry(author="Tulkens, 3rd, Ada"), set(), id="a counted suffix"),
    pytest.param(entry(author="Tulkens, Junior, Ada"), set(), id="a suffix in full"),
    pytest.param(entry(author="Tulkens, Ada, MBA"), set(), id="a degree"),
    pytest.param(entry(author="Tulkens, Ada, FRS"), set(), id="an honour"),
    pytest.param(entry(author="Wool Research Community, Felt Initiative, Leith"), set(), id="a community with its place"),
    pytest.param(entry(author="Tulkens Prado, Ada Luz"), set(), id="two family names and two given names"),
    pytest.param(entry(author="Ali Shah, Syed Afaq"), set(), id="a family name that is a given name too"),
    pytest.param(entry(author="given=Ada, family=Tulkens and given=Jan Willem, prefix=van der, family=Berg, suffix=Jr"), set(), id="parts by name"),
    pytest.param(entry(author="García Márquez, Gabriel"), set(), id="a double family name"),
    pytest.param(entry(author="{Barnes and Noble, Inc.}"), set(), id="a firm"),
    pytest.param(entry(author="Tulkens, Ada and Ernst & Marsh"), set(), id="an ampersand in a firm"),
    pytest.param(entry(author="Francesco d&apos;Amore"), set(), id="an entity of HTML is no semicolon"),
    pytest.param(entry(author="John Doe and Wei Zhang"), {("placeholder-author", "error")}, id="John Doe"),
    pytest.param(entry(author="Lastname, Firstname"), {("placeholder-author", "error")}, id="a template"),
    pytest.param(entry(author="Anonymous"), {("placeholder-author", "warning")}, id="anonymous"),
    pytest.param(entry(author="John Donne"), set(), id="a poet"),
    pytest.param(entry(booktitle="", journal="Nature"), {("wrong-field", "warning"), ("missing-field", "warning")}, id="journal of a paper"),
    pytest.param(
        entry("article", base=PAPER, journal="", booktitle="Nature"),
        {("wrong-field", "warning"), ("missing-field", "warning")}, id="booktitle of an article",
    ),
    pytest.param(
        entry("article", base=PAPER, journal="Proceedings of the 35th International Conference on Machine Learning"),
        {("wrong-field", "warning")}, id="proceedings as a journal",
    ),
    pytest.param(
        entry("article", base=PAPER, journal="Proceedings of the International AAAI Conference on Web and Social Media", volume="14", number="1"),
        set(), id="proceedings that are a serial",
    ),
    pytest.param(entry("article", base=PAPER, journal="Proceedings of the VLDB Endowment"), set(), id="a journal called proceedings"),
    pytest.param(
        entry(booktitle="", publisher="Proceedings of ICLR"), {("wrong-field", "warning"), ("missing-field", "warning")}, id="the venue as publisher"
    ),
    pytest.param(entry(doi="10.1145/3292500.3330701"), set(), id="a DOI"),
    pytest.param(entry(doi="https://doi.org/10.1145/3292500.3330701"), {("identifier-spelling", "info")}, id="a DOI as address"),
    pytest.param(entry(doi="forthcoming"), {("identifier-spelling", "warning")}, id="no DOI"),
    pytest.param(entry(doi="n/a", isbn="-"), set(), id="a DOI that there is not"),
    pytest.param(entry(doi="10.1145/3292500. 3330701"), {("identifier-spelling", "warning")}, id="a torn DOI"),
    pytest.param(entry(isbn="978-3-16-148410-0, 3-16-148410-X"), set(), id="an ISBN for each form of a volume"),
    pytest.param(entry(isbn="978-3-16-148410-0 3-16-148410-X"), set(), id="two ISBNs"),
    pytest.param(entry(isbn="978-3-16-148410-0 (print) and 3-16-148410-X (cloth)"), set(), id="two ISBNs with their forms"),
    pytest.param(entry(isbn="978-3-16-148410-0 (print)"), set(), id="an ISBN with its form"),
    pytest.param(entry(doi="10/gftg5x"), set(), id="a short DOI"),
    pytest.param(entry(doi="https://doi.org/gftg5x"), set(), id="a short DOI as address"),
    pytest.param(entry(isbn="978-3-16-148410-1"), {("identifier-spelling", "warning")}, id="a check digit that is wrong"),
    pytest.param(entry(eprint="2001.0123", archiveprefix="arXiv"), {("identifier-spelling", "warning")}, id="a digit lacking"),
    pytest.param(entry(eprint="abc", archiveprefix="arXiv"), {("identifier-spelling", "warning")}, id="no arXiv number"),
    pytest.param(entry().replace("year =", "title = {Again},\n  year ="), {("duplicate-field", "warning")}, id="a field twice"),
    pytest.param(entry() + entry(title="Other Gardens"), {("duplicate-key", "error")}, id="a key twice"),
    pytest.param(entry(key="Bee19") + entry(key="bee19", title="Other Gardens"), {("duplicate-key", "warning")}, id="a key in other letters"),
    pytest.param("@inproceedings{a,\n title = {Gardens},\n author = {R{\\'e},\n year = 2018\n}\n", {("broken-entry", "warning"), ("missing-field", "warning")}, id="broken"),
    pytest.param(entry().replace("},\n  year", "}\n  year"), {("broken-entry", "warning")}, id="a comma lacking"),
    pytest.param(entry(title="X").replace("{X}", '"A "quoted" thing"'), {("broken-entry", "warning")}, id="quotes within quotes"),
    pytest.param("@inproceedings{a, {{{\n", {("broken-entry", "error")}, id="beyond reading"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_rules(text: str, expected: set[tuple[str, str]]) -> None:
    assert flags(text) == expected


@pytest.mark.parametrize("name", sorted(SAMPLE_PEOPLE))
def test_a_name_of_nobody_is_told(name: str) -> None:
    assert fold(str(read_name(name.title()))) == name  # as it is looked up
    assert flags(entry(author=f"Ada Tulkens and {name.title()}")) == {("placeholder-author", "error")}


def test_nothing_is_lost_and_every_entry_has_its_line() -> None:
    text = (
        "Words before.\n"
        + entry(key="a")
        + "% comment\n@string{v = {ICLR}}\n"
        + entry(key="b", title="{broken")
        + entry(key="c")
    )
    found = [(each.key, each.line) for each in checked(text)]
    assert found == [("a", 2), ("b", 10), ("c", 16)]
    assert all(each.status is Status.NOT_CHECKED for each in checked(text))


def test_macros_are_read() -> None:
    assert not flags(
        '@string{v = "ICLR"}\n' + entry(booktitle="").replace("year =", "booktitle = v # { 2018},\n year =")
    )


IGNORED = [
    ("% reconcile: ignore impossible-year\n", set()),
    ("% reconcile: ignore\n", set()),
    ("%% Reconcile: ignore et-al, impossible-year\n", set()),
    ("% reconcile: ignore et-al\n", {("impossible-year", "error")}),
    ("% reconciled, and I ignore it\n", {("impossible-year", "error")}),
    (entry(key="b") + "% reconcile: ignore\n", set()),
    ("% reconcile: ignore\n" + entry(key="b"), {("impossible-year", "error")}),
]


@pytest.mark.parametrize(("before", "expected"), IGNORED)
def test_a_comment_above_an_entry_silences_what_was_judged(before: str, expected: set[tuple[str, str]]) -> None:
    assert flags(before + entry(year="2999")) == expected


def test_a_table_silences_codes(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.reconcile]\nignore = ["impossible-year"]\n')
    (tmp_path / "paper").mkdir()
    refs = tmp_path / "paper" / "refs.bib"
    refs.write_text(entry(year="2999", author="Ada et al."))
    assert [flag.code for each in check(refs, sources=()) for flag in each.flags] == ["et-al"]


@pytest.mark.parametrize("table", ["[tool.reconcile]\nignore = 3\n", "[tool]\nreconcile = 1\n", "[tool.reconcile\n"])
def test_a_table_that_cannot_be_used_is_named(table: str, tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(table)
    with pytest.raises(BadTable, match=r"pyproject\.toml: .+"):
        ignored_by_table(tmp_path)


CITING = [
    ("a.tex", r"\cite{one} \citep[see][p.~3]{two, three} \textcite*{four}", {"one": 1, "two": 1, "three": 1, "four": 1}),
    ("a.tex", "% \\cite{gone}\n100\\% \\autocites(x)[y]{one}{two}\n", {"one": 2, "two": 2}),
    ("a.tex", "\\nocite{*}\n", {"*": 1}),
    ("a.tex", r"\excited{no}", {}),
    ("a.aux", "\\citation{one,two}\n\\abx@aux@cite{0}{three}\n", {"one": 1, "two": 1, "three": 2}),
    ("a.md", "As @one says [see @two, p. 3; -@three] and @{four}. Mail me@host.org `@five`\n", {"one": 1, "two": 1, "three": 1, "four": 1}),
    ("a.qmd", "See @fig-plot.\n\n```\n@code\n```\n[@smith04; @doe_99.]", {"smith04": 6, "doe_99": 6}),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "expected"), CITING)
def test_keys_are_found_where_documents_cite_them(
    name: str, text: str, expected: dict[str, int], tmp_path: Path
) -> None:
    (tmp_path / name).write_text(text)
    assert {each.key: each.line for each in citations([tmp_path / name])} == expected


def test_many_citations_take_the_time_of_their_number(tmp_path: Path) -> None:
    (tmp_path / "a.tex").write_text("\n" * 900_000 + "\\cite{one}" * 50_000)
    start = time.monotonic()
    assert [(each.key, each.line) for each in citations([tmp_path / "a.tex"])] == [("one", 900_001)]
    assert time.monotonic() - start < 5


def test_keys_cited_nowhere_and_cited_keys_that_are_missing(tmp_path: Path) -> None:
    refs, paper = tmp_path / "refs.bib", tmp_path / "paper.tex"
    refs.write_text(entry(key="one") + entry(key="two"))
    paper.write_text("\n\\cite{one,three}\n")
    found = {each.key: [flag.code for flag in each.flags] for each in check(refs, sources=(), cited_in=[paper])}
    assert found == {"one": [], "two": ["uncited"], "three": ["missing-key"]}


def test_the_doi_that_is_advised_has_the_letters_of_the_entry() -> None:
    (found,) = check(entry(doi="https://doi.org/10.18653/v1/D18-1259"), sources=())
    assert "write 10.18653/v1/D18-1259" in next(flag.says for flag in found.flags if flag.code == "identifier-spelling")


def test_other_formats_are_read(tmp_path: Path) -> None:
    item = {
        "id": "x",
        "type": "paper-conference",
        "title": "Gardens",
        "author": [{"family": "Doe", "given": "John"}],
        "issued": {"date-parts": [[2999]]},
    }
    (tmp_path / "refs.json").write_text(json.dumps([item], indent=1))
    (tmp_path / "refs.ris").write_text("TY  - CONF\nAU  - Doe, John\nTI  - Gardens\nPY  - 2999\nID  - y\nER  - \n")
    found = check([tmp_path / "refs.json", tmp_path / "refs.ris"], sources=())
    assert [(each.key, [flag.code for flag in each.flags]) for each in found] == [
        ("x", ["impossible-year", "placeholder-author"]), ("y", ["impossible-year", "placeholder-author"]),
    ]  # fmt: skip


def test_a_library_of_bibtexparser_is_checked() -> None:
    from bibtexparser.entrypoint import parse_string

    assert [(each.key, each.flags[0].code) for each in check(parse_string(entry(year="2999")), sources=())] == [
        ("a", "impossible-year")
    ]


@pytest.mark.parametrize("kind", ["xdata", "set"])
def test_what_describes_no_work_is_not_checked_for_one(kind: str) -> None:
    (found,) = checked(entry(kind, base={}, publisher="Moss", entryset="a,b"))
    assert (found.status, found.flags) == (Status.SKIPPED, ())


@pytest.mark.parametrize(
    ("people", "expected"), [((), False), (("Tulkens Prado, Ada Luz",), False), (("Tulkens Prado", "Ada Luz"), True)]
)
def test_a_record_tells_one_person_from_two(people: tuple[str, ...], expected: bool) -> None:
    assert holds_two("Tulkens Prado, Ada Luz", tuple(map(read_name, people))) is expected


def test_a_group_in_braces_is_one() -> None:
    assert list(together("Tulkens, Ada and {Ernst, Prado and Marsh} and Anna Smith, Wei Zhang")) == [
        "Anna Smith, Wei Zhang"
    ]


@given(st.text(max_size=300))
def test_any_text_is_survived(text: str) -> None:
    check("@misc{a, title = {x}}\n" + text, sources=())
    comments(text)


FLAG = re.compile(r'Flag\(\s*"([a-z-]+)"')


def test_every_code_of_a_flag_and_of_cleaning_can_be_ignored() -> None:
    package = Path(reconcile.__file__).parent
    raised = {code for path in package.rglob("*.py") for code in FLAG.findall(path.read_text(encoding="utf-8"))}
    page = (package.parent / "docs" / "check.md").read_text(encoding="utf-8")
    rows = [line.split("|")[1] for line in page.splitlines() if line.startswith("| `") and line.count("|") == 4]
    told = {code for row in rows for code in re.findall(r"`([a-z-]+)`", row)}
    assert len(raised) > 20
    assert (raised | MADE | PROPOSED | SAID | {code for code in told if "-" in code}) - CODES == set()


COMMENTS = [
    ("ignore year-mismatch, titel-changed", ["titel-changed"]),
    ("ignore year-mismatch the proceedings came out late", []),
    ("ignore the proceedings", ["the"]),
    ("ignore year-mismatch as it duplicates another", []),
    ("ignore", []),
    ("ignore *", []),
]


@pytest.mark.parametrize(("comment", "named"), COMMENTS)
def test_a_word_that_was_to_be_a_code_is_named_with_its_line(comment: str, named: list[str]) -> None:
    said = list(misspelt(f"\n% reconcile: {comment}\n@misc{{a}}\n"))
    assert [line.partition("”")[0] for line in said] == [f"line 2: “{word}" for word in named]
