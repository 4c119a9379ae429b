"""What an importing program sees: names, inputs, weights, and results that it can keep."""

from __future__ import annotations

import ast
import copy
import io
import pickle
import re
from collections.abc import Callable
from dataclasses import fields
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import reconcile
from reconcile.documents.outputs import FILES
from reconcile.evidence.weights import shipped
from reconcile.fitting import LEAST
from reconcile.mention import Severity, Status
from sources import Catalog, Identifier, Name, Record, Scheme
from tests.cataloguing import small_catalog
from tests.fakes import result as made

RESULT = made()

ROOT = Path(__file__).parent.parent
GTPA = "GTPA: A Generative Model For Online Mentor-Apprentice Networks"
BIB = "@misc{key, title = {On Wool}}"
WOOL = {"title": "On the Wool of Sheep", "authors": ["Ann Lee", "Bo Ek"], "year": 2019}


@pytest.mark.parametrize("package", ["reconcile", "reconcile/documents", "sources"])
def test_a_checker_of_types_does_not_take_every_name_for_a_public_one(package: str) -> None:
    tree = ast.parse((ROOT / package / "__init__.py").read_text(encoding="utf-8"))
    hidden = [node for node in tree.body if isinstance(node, ast.If) and ast.unparse(node.test) == "not TYPE_CHECKING"]
    assert [name for node in hidden for each in node.body for name in made(each)] == ["__getattr__"]
    assert "__getattr__" not in [name for each in tree.body for name in made(each)]


def made(statement: ast.stmt) -> list[str]:
    """The names that a statement of a module gives it as a function or by an equals sign."""
    if isinstance(statement, ast.Assign):
        return [ast.unparse(target) for target in statement.targets]
    return [statement.name] if isinstance(statement, ast.FunctionDef) else []


def test_every_public_name_is_told_to_a_checker_of_types() -> None:
    tree = ast.parse((ROOT / "reconcile" / "__init__.py").read_text(encoding="utf-8"))
    told = [alias.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for alias in node.names]
    assert set(reconcile.__all__) <= set(told)


def test_the_page_names_every_public_name() -> None:
    page = (ROOT / "docs" / "library.md").read_text(encoding="utf-8")
    assert [name for name in reconcile.__all__ if f"`{name}" not in page] == []


def test_the_page_has_every_setting_and_its_default() -> None:
    page = (ROOT / "docs" / "library.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(\w+)` \| (.*?) \|", page.partition("\n## Settings\n")[2].partition("\n## ")[0], re.M)
    said = {each.name: repr(getattr(reconcile.Settings(), each.name)) for each in fields(reconcile.Settings)}
    assert dict(rows) == said | {"weights": "the shipped table", "strings": "`StringWeights()`"}


def test_settings_say_only_what_was_changed() -> None:
    settings = reconcile.Settings(strings=reconcile.StringWeights(covered=0.5))
    assert repr(settings) == "Settings(strings=StringWeights(covered=0.5))"
    assert "covered = 0.5\n" in settings.in_full()


# What is given.


@pytest.mark.parametrize("verb", [reconcile.check, reconcile.clean, reconcile.run], ids=lambda verb: verb.__name__)
@pytest.mark.parametrize("given", [io.StringIO(BIB), None, 5, [5]], ids=repr)
def test_what_is_no_input_is_said(verb: Callable[[object], object], given: object) -> None:
    with pytest.raises(reconcile.InputError, match=r" (?:is|has something) of type \w+; give "):
        verb(given)


UNFIT: list[tuple[Callable[[], object], str]] = [
    (
        lambda: reconcile.run([], sources=(), progress=5),
        "progress=5 is of type int; give a reconcile.pipeline.Progress",
    ),  # type: ignore[arg-type]
    (lambda: reconcile.run([], sources=(), settings=5), "settings=5 is of type int; give a reconcile.Settings"),  # type: ignore[arg-type]
    (lambda: reconcile.run([], sources=(), stop=5), "stop=5 is of type int; give a threading.Event"),  # type: ignore[arg-type]
    (lambda: reconcile.write_files(None, "out"), "result=None is of type NoneType; give what reconcile.run returned"),  # type: ignore[arg-type]
    (lambda: reconcile.check(5), "bib is of type int; give paths, BibTeX as text or bytes, or a Library"),  # type: ignore[arg-type]
    (
        lambda: reconcile.run("# Publications\n" * 99, sources=()),
        "paths: '# Publications\\n# Publications\\n# Publi… is a text of several lines and no path; give paths, or what"
        " `reconcile.read_document` makes of a content",
    ),
    (
        lambda: reconcile.run([], sources=[reconcile.Catalog]),
        "sources: Catalog is a class; give an object of it; a source",
    ),  # type: ignore[list-item]
]


@pytest.mark.parametrize(("verb", "said"), UNFIT, ids=[said for _, said in UNFIT])
def test_what_does_not_fit_is_said_before_anything_is_done(verb: Callable[[], object], said: str) -> None:
    with pytest.raises(reconcile.InputError) as raised:
        verb()
    assert str(raised.value).startswith(said)


@pytest.mark.parametrize("verb", [reconcile.check, reconcile.clean, reconcile.run], ids=lambda verb: verb.__name__)
def test_a_file_that_is_not_there_is_unreadable(verb: Callable[[object], object], tmp_path: Path) -> None:
    with pytest.raises(reconcile.Unreadable, match=r"nope\.bib: "):
        verb(tmp_path / "nope.bib")


@pytest.mark.parametrize("verb", [reconcile.check, reconcile.clean], ids=lambda verb: verb.__name__)
def test_a_folder_or_bytes_of_no_text_are_unreadable(verb: Callable[..., object], tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_bytes(b"\1\2\3\4" * 50)
    for path in (tmp_path, tmp_path / "refs.bib"):
        with pytest.raises(reconcile.Unreadable):
            verb(path)


@pytest.mark.parametrize("bib", [BIB, BIB.encode(), f"\n{BIB}", BIB.encode("utf-16")], ids=repr)
def test_a_bibliography_may_be_given_as_text_or_bytes(bib: str | bytes) -> None:
    assert [each.key for each in reconcile.check(bib, sources=[])] == ["key"]
    assert reconcile.clean(bib).counts == (("not-checked", 1),)


def test_an_empty_text_is_a_bibliography_without_entries() -> None:
    assert reconcile.check("", sources=[]) == ()
    assert reconcile.clean("").counts == ()


@pytest.mark.parametrize("jobs", [0, -1, 1.5, None, "2", True])
@pytest.mark.parametrize("verb", ["run", "check", "clean", "frame", "match_frame", "compare_frame", "link", "dedupe"])
def test_what_is_no_number_of_processes_is_said_by_every_verb(verb: str, jobs: object, tmp_path: Path) -> None:
    frame = pd.DataFrame({"title": ["a"], "left_title": ["a"], "right_title": ["a"], "text": ["a"]})
    given: dict[str, tuple[object, ...]] = {"run": ((),), "check": (BIB,), "clean": (BIB,), "link": (frame, frame)}
    more = {"run": {"sources": []}, "check": {"sources": []}, "frame": {"title": "title", "sources": []}}
    with small_catalog(tmp_path) as catalog:
        given["match_frame"] = (catalog, frame)
        with pytest.raises(reconcile.InputError, match="is no number of processes; give 1 or more"):
            getattr(reconcile, verb)(*given.get(verb, (frame,)), jobs=jobs, **more.get(verb, {}))


def test_one_path_or_text_need_not_be_put_in_a_list(tmp_path: Path) -> None:
    paper = tmp_path / "paper.tex"
    paper.write_text("\\cite{key} \\cite{lost}", encoding="utf-8")
    for cited in (str(paper), paper, [paper]):
        assert [each.key for each in reconcile.check(BIB, sources=[], cited_in=cited)] == ["key", "lost"]
    assert reconcile.clean(BIB, accept="year-mismatch", accept_for="key").to_bibtex() == BIB
    with pytest.raises(reconcile.Unreadable, match=r"lost\.tex: there is no such file"):
        reconcile.check(BIB, sources=[], cited_in=tmp_path / "lost.tex")
    with pytest.raises(reconcile.InputError, match="accept_for has something of type int; give texts"):
        reconcile.clean(BIB, accept_for=[5])  # type: ignore[list-item]


def test_a_key_that_no_entry_has_is_told() -> None:
    with pytest.warns(UserWarning, match="accept_for='nobody': no entry has this key"):
        reconcile.clean(BIB, accept_for=["key", "nobody"])


def test_a_policy_that_there_is_not_is_said_with_those_that_there_are() -> None:
    with pytest.raises(reconcile.InputError, match="preprints='x' is none of keep, replace, both"):
        reconcile.clean(BIB, preprints="x")  # type: ignore[arg-type]


@pytest.mark.parametrize("wrong", [5, 0, 1, -0.1, float("nan"), "0.5", True, None])
def test_what_is_no_rate_is_said(wrong: object) -> None:
    frame = pd.DataFrame([{"title": "a", "left_title": "a", "right_title": "a"}])
    for asked in (
        lambda: reconcile.compare(WOOL, WOOL, wrong=wrong),  # type: ignore[arg-type]
        lambda: reconcile.compare_frame(frame, wrong=wrong),  # type: ignore[arg-type]
        lambda: reconcile.link(frame, frame, wrong=wrong),  # type: ignore[arg-type]
        lambda: reconcile.dedupe(frame, wrong=wrong),  # type: ignore[arg-type]
        lambda: reconcile.Settings(wrong=wrong),  # type: ignore[arg-type]
    ):
        with pytest.raises(reconcile.InputError, match="is no rate; give a number between 0 and 1"):
            asked()


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"title": ["On", "Wool"]}, "title is of type list; give a text"),
        ({"title": True}, "title is of type bool"),
        ({"venue": {"name": "Wool"}}, "venue is of type dict"),
        ({"authors": [{"family": "Lee"}]}, "authors: one is of type dict; give each as a text"),
        ({"authors": True}, "authors is of type bool"),
        ({"autors": "Ann Lee"}, "a record has the key 'autors', which is none; is 'authors' meant?"),
        ({"jear": 2017}, "is 'year' meant?"),
        ({"Titel": "On Wool"}, "is 'title' meant?"),
    ],
    ids=str,
)
def test_what_a_record_cannot_say_is_refused(more: dict[str, object], said: str) -> None:
    with pytest.raises(reconcile.InputError) as raised:
        reconcile.compare({**WOOL, **more}, WOOL)
    assert said in str(raised.value)


@pytest.mark.parametrize(
    "more",
    [
        {"year": 2019.0},
        {"year": np.int64(2019)},
        {"year": date(2019, 5, 1)},
        {"year": pd.Timestamp("2019-05-01")},
        {"authors": np.array(["Ann Lee", "Bo Ek"])},
        {"authors": (Name("Lee", "Ann"), Name("Ek", "Bo"))},
        {"venue": None, "doi": float("nan"), "pages": pd.NA},
        {"id": 7, "abstract": ["…"], "data": {}, "subtitle": []},
    ],
    ids=str,
)
def test_what_a_record_can_say_says_the_same(more: dict[str, object]) -> None:
    assert reconcile.compare({**WOOL, **more}, WOOL)[:4] == reconcile.compare(WOOL, WOOL)[:4]


def test_a_record_may_have_its_identifiers_in_any_form() -> None:
    one, other = (Record(identifiers=(Identifier(Scheme.DOI, doi),)) for doi in ("10.1234/A", "doi:10.1234/a"))
    assert reconcile.compare(one, other).decision == "same"


def test_a_missing_string_is_skipped(tmp_path: Path) -> None:
    with small_catalog(tmp_path) as catalog, reconcile.Catalog.open(catalog.path) as own:
        assert [each.status for each in own.match(["On Wool", None])] == ["not-found", "skipped"]


# What is given back.


def test_a_closed_set_of_values_is_whole_in_every_frame(tmp_path: Path) -> None:
    frame = pd.DataFrame({"title": ["a"], "text": ["a"], "left_title": ["a"], "right_title": ["b"]})
    few = frame.iloc[:0]
    with small_catalog(tmp_path) as catalog:
        statuses = [
            given
            for rows in (frame, few)
            for given in (
                reconcile.match_frame(catalog, rows)["status"],
                reconcile.frame(rows, title="title", sources=[catalog])["status"],
            )
        ]
    decisions = [reconcile.compare_frame(rows)["decision"] for rows in (frame, few)]
    decisions += [reconcile.link(rows, rows)["decision"] for rows in (frame, few)]
    for column, kind in [(each, Status) for each in statuses] + [(each, reconcile.Decision) for each in decisions]:
        assert list(column.cat.categories) == [each.value for each in kind]
    assert pd.concat(statuses).dtype == "category"


def test_a_result_has_every_status_severity_and_kind_among_its_categories() -> None:
    frame = RESULT.to_frame()
    assert list(frame["status"].cat.categories) == list(Status)
    assert list(frame["severity"].cat.categories) == [*Severity, ""]
    assert {"preprint", "patent", "article-journal", "paper-conference"} <= set(frame["kind"].cat.categories)
    assert not frame[["status", "severity", "kind"]].isna().any().any()
    assert list(reconcile.Result().to_frame()["status"].cat.categories) == list(Status)


@pytest.mark.parametrize("weights", [None, "mine.toml"])
def test_a_judgement_is_the_same_after_a_journey(
    weights: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("mine.toml").write_text(shipped().to_toml())
    judged = reconcile.compare({**WOOL, "venue": "ACL"}, WOOL, weights=weights)
    assert pickle.loads(pickle.dumps(judged)) == judged
    assert copy.deepcopy(judged) == judged
    assert hash(pickle.loads(pickle.dumps(judged.settings))) == hash(judged.settings)


def test_tables_of_weights_are_equal_by_their_numbers(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(shipped().to_toml(), encoding="utf-8")
    mine = reconcile.Weights.load(tmp_path / "mine.toml")
    assert mine.of("title", "same") == shipped().of("title", "same")
    assert mine.to_toml() == shipped().to_toml()
    year = mine.of("year", "same")
    other = mine.changed({("year", "same"): reconcile.evidence.weights.Weight(year.bits + 1)})  # type: ignore[attr-defined]
    assert len({mine, pickle.loads(pickle.dumps(mine)), other}) == 2


def test_a_result_is_shown_in_a_line() -> None:
    assert len(repr(RESULT)) < 200
    assert repr(reconcile.Result()) == "<Result: documents=0 mentions=0 works=0>"
    assert f"mentions={len(RESULT.matches)} works={len(RESULT.works)} (" in repr(RESULT)


def test_the_files_of_a_run_are_written(tmp_path: Path) -> None:
    document = reconcile.read_document("# Publications\n\n- Ann Lee. On the Wool of Sheep. ICML 2020.\n", "cv.md")
    result = reconcile.run(document, sources=[])
    reconcile.write_files(result, tmp_path / "out", plain=True)
    assert {path.name for path in (tmp_path / "out").iterdir()} == set(FILES)
    assert (tmp_path / "out" / "bibliography.bib").read_text(encoding="utf-8") == result.to_bibtex(plain=True)
    assert '"cv.md"' in (tmp_path / "out" / "run.json").read_text(encoding="utf-8")


OF_WOOL, OF_FELT, OF_GULLS = (
    f"- {said}\n"
    for said in (
        "Ann Lee, Bo Ek. On the Wool of Sheep. ICML 2020.",
        "Bo Ek. Felt under Water. NeurIPS 2021.",
        "Ann Lee. Counting Gulls at Sea. ACL 2019.",
    )
)


@pytest.mark.parametrize(
    ("documents", "plain_letters", "listed"),
    [
        (("ann-lee.md", "bo_ek.md"), False, {"Wool": "ann-lee, bo-ek", "Felt": "bo-ek", "Gulls": "ann-lee"}),
        (("ann/cv.md", "bo/cv.md"), False, {"Wool": "ann/cv, bo/cv", "Felt": "bo/cv", "Gulls": "ann/cv"}),
        (("lab/ann/cv.md", "/home/bo/cv.md"), False, {"Wool": "ann/cv, bo/cv"}),
        (("Ann Lee.md", "Ann-Lee.md"), False, {"Wool": "Ann-Lee-1, Ann-Lee-2", "Felt": "Ann-Lee-2"}),
        (("Änn, {Lee}; 2020.md", "#.md"), False, {"Wool": "Änn-Lee-2020, document", "Felt": "document"}),
        (("Änn.md", "bo.md"), True, {"Wool": "Ann, bo", "Felt": "bo"}),
    ],
)
def test_a_bibliography_of_many_says_who_lists_a_work(
    documents: tuple[str, str], plain_letters: bool, listed: dict[str, str]
) -> None:
    texts = (f"# Publications\n\n{OF_WOOL}{OF_GULLS}", f"# Publications\n\n{OF_WOOL}{OF_FELT}")
    result = reconcile.run(
        [reconcile.read_document(text, name) for name, text in zip(documents, texts, strict=True)], sources=[]
    )
    entries = result.to_bibtex(ascii=plain_letters, keywords=True).split("\n@")
    for title, keywords in listed.items():
        assert f"  keywords = {{{keywords}}},\n" in next(entry for entry in entries if title in entry)
    assert "keywords" not in result.to_bibtex(ascii=plain_letters)


# What is read without asking anybody.


def test_a_string_is_parsed() -> None:
    mention = reconcile.parse_string("[3] Lee, A. and Ek, B. (2019). On the Wool of Sheep. Wool Letters, 3(2), 1-9.")
    assert (mention.claim.title, mention.claim.year, mention.claim.page) == ("On the Wool of Sheep", 2019, "1-9")
    assert [name.family for name in mention.claim.author] == ["Lee", "Ek"]
    assert reconcile.parse_string("").claim.title == ""
    with pytest.raises(reconcile.InputError, match="the string is no text but of type bytes"):
        reconcile.parse_string(b"On Wool")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("content", "name"),
    [
        ("# Publications\n\n- Ann Lee. On the Wool of Sheep. ICML 2020.\n", "cv.md"),
        (b"# Publications\n\n- Ann Lee. On the Wool of Sheep. ICML 2020.\n", "cv.md"),
        ("<h1>Publications</h1><ul><li>Ann Lee. On the Wool of Sheep. ICML 2020.</ul>", "page.html"),
        (rb"{\rtf1 Publications\par Ann Lee. On the Wool of Sheep. ICML 2020.\par}", "cv.rtf"),
    ],
    ids=["text", "bytes", "page", "rtf"],
)
def test_a_content_is_read_in_the_place_of_a_file(content: str | bytes, name: str, tmp_path: Path) -> None:
    document = reconcile.read_document(content, name)
    (tmp_path / "other.md").write_text(
        "# Publications\n\n- Bo Ek. On the Fleece of Goats. ICML 2021.\n", encoding="utf-8"
    )
    result = reconcile.run([document, document, tmp_path / "other.md"], sources=[])
    assert result.documents == (name, "other.md")
    assert [mention.claim.title for mention in result.mentions] == ["On the Wool of Sheep", "On the Fleece of Goats"]


def test_an_empty_content_is_a_complaint_and_a_format_that_is_not_read_an_error() -> None:
    assert reconcile.run(reconcile.read_document(" "), sources=[]).complaints == ("text.txt: this document is empty",)
    with pytest.raises(reconcile.InputError, match="the content is of type StringIO; give a text or bytes"):
        reconcile.read_document(io.StringIO("x"))  # type: ignore[arg-type]
    for content, name, said in (("x", "cv.epub", "this format is not read"), ("x", "cv.pdf", "give its bytes")):
        with pytest.raises(reconcile.Unreadable, match=said):
            reconcile.read_document(content, name)


def test_decisions_are_read_from_their_file(tmp_path: Path) -> None:
    with pytest.raises(reconcile.DecisionsError, match=r"none\.csv"):
        reconcile.run((), sources=[], decisions=tmp_path / "none.csv")


# Weights of one's own.


def labelled(count: int) -> pd.DataFrame:
    titles = [f"On the Wool of {kind} Sheep in {place}" for kind in ("White", "Black") for place in ("Wales", "Skye")]
    rows = [
        {
            "left_title": titles[at % 4],
            "right_title": titles[(at if at % 2 else at + 1) % 4],
            "left_year": 2000 + at % 9,
            "right_year": 2000 + at % 9 + (0 if at % 2 else 3),
            "label": [False, True, None][2 if at % 10 == 9 else at % 2],
        }
        for at in range(count)
    ]
    return pd.DataFrame(rows)


def test_weights_are_fitted_to_a_frame_and_given_to_every_verb(tmp_path: Path) -> None:
    fitted = reconcile.fit(labelled(LEAST * 2))
    mine = fitted.weights
    assert mine != shipped()
    assert fitted.after.beats_chance
    path = tmp_path / "mine.toml"
    path.write_text(mine.to_toml(), encoding="utf-8")
    pairs = labelled(4)
    frame = pd.DataFrame({"title": ["On Wool"], "text": ["On Wool"]})
    with small_catalog(tmp_path) as plain, reconcile.Catalog.open(plain.path) as catalog:
        for weights in (mine, path, str(path)):
            assert reconcile.compare(WOOL, WOOL, weights=weights).settings.weights == reconcile.Weights.load(path)
            reconcile.compare_frame(pairs, weights=weights)
            reconcile.link(frame, frame, weights=weights)
            reconcile.dedupe(frame, weights=weights)
            catalog.match_frame(frame, weights=weights)
            next(catalog.match(["On Wool"], weights=weights))
            reconcile.frame(frame, title="title", sources=[catalog], weights=weights)
            reconcile.check(BIB, sources=[catalog], weights=weights)
            reconcile.clean(BIB, catalog=catalog, weights=weights)
            result = reconcile.run((), sources=[catalog], weights=weights)
            assert result.log["settings"]["weights"]["prior"] == mine.prior


def test_given_weights_are_those_that_judge(tmp_path: Path) -> None:
    """A table by which nothing is ever likely finds nothing."""
    doubter = reconcile.Weights({**shipped().levels}, prior=-60.0)
    text = "Carlos Ansótegui, Jordi Levy. A New Algorithm for Weighted Partial MaxSAT. AAAI 2010"
    bib = "@inproceedings{a, title = {A New Algorithm for Weighted Partial MaxSAT}, author = {Carlos Ansótegui and Jordi Levy}}"
    frame = pd.DataFrame(
        {"title": ["A New Algorithm for Weighted Partial MaxSAT"], "by": ["Carlos Ansótegui; Jordi Levy"]}
    )

    def statuses(catalog: Catalog, weights: reconcile.Weights | None) -> list[str]:
        document = reconcile.read_document(f"# Publications\n\n- {text}", "cv.md")
        return [
            reconcile.check(bib, sources=[catalog], weights=weights)[0].status,
            reconcile.frame(frame, title="title", authors="by", sources=[catalog], weights=weights)["status"].iloc[0],
            reconcile.clean(bib, catalog=catalog, weights=weights).counts[0][0],
            reconcile.run(document, sources=[catalog], weights=weights).matches[0].status,
        ]

    with small_catalog(tmp_path) as catalog:
        assert statuses(catalog, None) == ["matched"] * 4
        assert "matched" not in statuses(catalog, doubter)


def test_a_fit_needs_labels_and_enough_of_them() -> None:
    with pytest.raises(reconcile.InputError, match="there is no column 'label'"):
        reconcile.fit(labelled(4).drop(columns="label"))
    with pytest.raises(reconcile.InputError, match="4 labelled pairs, 2 of them the same; give at least 200"):
        reconcile.fit(labelled(4))
    with pytest.raises(reconcile.InputError, match="row 1: the label 'perhaps' is neither 1 nor 0"):
        reconcile.fit(labelled(4).assign(label="perhaps"))


def test_the_examples_of_the_page_run_one_after_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    page = (ROOT / "docs" / "library.md").read_text(encoding="utf-8")
    pairs = labelled(LEAST * 2)
    known: dict[str, object] = {"pairs": pairs.drop(columns="label"), "is_one_work": pairs["label"]}
    for example in re.findall(r"^```python\n(.*?)^```", page, re.MULTILINE | re.DOTALL):
        exec(compile(example, "docs/library.md", "exec"), known)
    assert known["mine"] == reconcile.Weights.load("mine.toml")
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "On the Wool of Sheep 2019 ['A. Lee']"
    assert said[1].startswith("<Result: documents=1 mentions=1 works=1")
    assert said[2] == "matched"


def test_every_verb_that_judges_claims_takes_settings(tmp_path: Path) -> None:
    small_catalog(tmp_path).close()
    bib = f"@inproceedings{{a, title = {{{GTPA}}}, author = {{Ahmad, M.}}, year = 2010}}"
    claims = pd.DataFrame({"title": [GTPA], "authors": ["M. Ahmad"], "year": [2010]})
    for wrong, status in ((0.05, "matched"), (1e-15, "possible")):
        settings = reconcile.Settings(wrong=wrong)
        with reconcile.Catalog.open(tmp_path / "catalog") as catalog:
            columns = {"title": "title", "authors": "authors", "year": "year"}
            framed = reconcile.frame(claims, **columns, sources=catalog, settings=settings, prefix="own_")
            told = [
                reconcile.check(bib, sources=catalog, settings=settings)[0].status,
                framed["own_status"].iloc[0],
                catalog.match_frame(claims, prefix="own_", settings=settings)["own_status"].iloc[0],
                next(catalog.match([f"Ahmad, M.: {GTPA}. 2010"], settings=settings)).status,
            ]
        assert told == [status] * len(told)
