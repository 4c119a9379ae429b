"""Preprints and their publications, encodings, what is found twice, and the laws that cleaning keeps."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from bibtexparser.entrypoint import parse_string
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import reconcile.cleaning
from reconcile.bibtex.source import Source
from reconcile.checking.inputs import Written, tasks
from reconcile.checking.judgement import mention_of
from reconcile.cleaning import Policy, Preprints, Unreadable, VenueForm, clean_source
from reconcile.evidence.weights import of_claims
from reconcile.settings import DEFAULT, Settings
from reconcile.venues import all_series
from sources.record import Identifier, Scheme, Type
from tests import bibs
from tests.cleaners import cleaned, judge_by, one
from tests.make import preprint, record

PAPER = record(
    "Great Paper on Big Cats", "Wei Zhang; Yue Niu", 2020, "ICML", ids="doi:10.1000/cats dblp:conf/icml/ZhangN20",
    page="1-12", source="dblp", key="conf/icml/ZhangN20",
)  # fmt: skip
ARTICLE = record(
    "Great Paper on Big Cats", "Wei Zhang; Yue Niu", 2022, "J. Mach. Learn. Res.", type="article-journal", volume="23",
    page="5:1-5:40", ids="dblp:journals/jmlr/ZhangN22", source="dblp", key="journals/jmlr/ZhangN22",
)  # fmt: skip
ARXIV = preprint("Great Paper on Big Cats", "Wei Zhang; Yue Niu", 2019, "1901.00001")
HEAD = "  title = {Great Paper on Big Cats},\n  author = {Wei Zhang and Yue Niu},\n"
ICML = "International Conference on Machine Learning (ICML)"

REPLACED = [
    (
        f"@misc{{a,\n{HEAD}  year = {{2019}},\n  eprint = {{1901.00001}},\n  archiveprefix = {{arXiv}}\n}}",
        f"@inproceedings{{a,\n{HEAD}  year = {{2020}},\n  eprint = {{1901.00001}},\n  archiveprefix = {{arXiv}},\n"
        f"  booktitle = {{{ICML}}},\n  pages = {{1--12}},\n  doi = {{10.1000/cats}}\n}}",
    ),
    (
        f"@article{{a,\n{HEAD}  journal = {{arXiv preprint arXiv:1901.00001}},\n  year = {{2019}},\n}}",
        f"@inproceedings{{a,\n{HEAD}  booktitle = {{{ICML}}},\n  year = {{2020}},\n  pages = {{1--12}},\n"
        "  doi = {10.1000/cats},\n  eprint = {1901.00001},\n  archiveprefix = {arXiv},\n}",
    ),
    (
        f"@article{{a,\n{HEAD}  journal = {{CoRR}},\n  volume = {{abs/1901.00001}},\n  year = {{2019}},\n  month = jan,\n"
        "  doi = {10.48550/arXiv.1901.00001}\n}",
        f"@inproceedings{{a,\n{HEAD}  booktitle = {{{ICML}}},\n  year = {{2020}},\n  doi = {{10.1000/cats}},\n"
        "  pages = {1--12},\n  eprint = {1901.00001},\n  archiveprefix = {arXiv}\n}",
    ),
    (
        f"@online{{a,\n{HEAD}  date = {{2019-01-03}},\n  eprinttype = {{arxiv}},\n  eprint = {{1901.00001}}\n}}",
        f"@inproceedings{{a,\n{HEAD}  date = {{2020}},\n  eprinttype = {{arxiv}},\n  eprint = {{1901.00001}},\n"
        f"  booktitle = {{{ICML}}},\n  pages = {{1--12}},\n  doi = {{10.1000/cats}}\n}}",
    ),
]

# Where exports write a preprint's number: DBLP (new and old), Zotero, ADS, Scholar, people.
NUMBERED = [
    ("  journal = {CoRR},\n  volume = {abs/1901.00001},\n", "1901.00001"),
    ("  journal = {CoRR},\n  volume = {cs.CL/0301012},\n", "cs/0301012"),
    ("  journal = {Computing Research Repository (CoRR)},\n  volume = {abs/1901.00001v2},\n", "1901.00001"),
    ("  publisher = {arXiv},\n  journal = {arXiv},\n  number = {arXiv:1901.00001},\n", "1901.00001"),
    ("  journal = {arXiv e-prints},\n  eid = {arXiv:1901.00001},\n  pages = {arXiv:1901.00001},\n", "1901.00001"),
    ("  journal = {arXiv},\n  volume = {1901.00001},\n", "1901.00001"),
    ("  journal = {arXiv preprint},\n  pages = {1901.00001 [cs.CL]},\n", "1901.00001"),
]


@pytest.mark.parametrize(("year", "proposed"), [(2023, False), (2017, True)])
def test_the_year_of_a_later_version_stays(year: int, proposed: bool) -> None:
    text = f"@misc{{a,\n{HEAD}  year = {{{year}}},\n  eprint = {{1901.00001}},\n  archiveprefix = {{arXiv}}\n}}"
    assert bool(one(cleaned(text, ARXIV).proposals, "year-mismatch")) is proposed


@pytest.mark.parametrize("policy", list(Preprints))
def test_arxivs_doi_is_no_papers(policy: Preprints) -> None:
    """DBLP has papers of ICLR of which nobody but arXiv keeps the text."""
    paper = record(
        "Great Paper on Big Cats",
        "Wei Zhang; Yue Niu",
        2015,
        "ICLR",
        ids="arxiv:1412.00001 doi:10.48550/arxiv.1412.00001",
        source="dblp",
    )
    preprint = f"@misc{{a,\n{HEAD}  year = {{2014}},\n  eprint = {{1412.00001}},\n  archiveprefix = {{arXiv}}\n}}"
    poster = f"@inproceedings{{a,\n{HEAD}  year = {{2015}},\n  booktitle = {{ICLR (Poster)}}\n}}"
    for text in (preprint, poster):
        found = cleaned(text, paper, preprints=policy)
        assert not any("48550" in change.after for change in (*found.changes, *found.proposals))


@pytest.mark.parametrize(("place", "number"), NUMBERED)
def test_the_number_on_arxiv_survives_wherever_it_stands(place: str, number: str) -> None:
    found = cleaned(f"@article{{a,\n{HEAD}{place}  year = {{2019}}\n}}", PAPER, ARXIV, preprints=Preprints.REPLACE)
    assert found.text.startswith("@inproceedings{")
    assert f"  eprint = {{{number}}},\n  archiveprefix = {{arXiv}}" in found.text
    assert "abs/" not in found.text
    assert "arXiv:" not in found.text


SERVERS = [row for row in all_series().values() if row.kind == "preprint-server"]


@pytest.mark.parametrize("place", [name for row in SERVERS for name in row.every_name])
def test_check_and_clean_know_the_same_servers(place: str) -> None:
    text = f"@article{{a,\n{HEAD}  journal = {{{place}}},\n  year = {{2019}},\n}}"
    (item,) = [item for task in tasks([Written("a.bib", text)]) for item in task.items()]
    assert mention_of(item).kind == "preprint"
    assert cleaned(text, PAPER, ARXIV, preprints=Preprints.REPLACE).text.startswith("@inproceedings{a,\n")


@pytest.mark.parametrize(
    "place",
    [
        "Journal of Preprint Studies",
        "Preprints of the IFAC World Congress",
        "ICML 2020 (arXiv)",
        "Archives of Halieutics",
    ],
)
def test_a_place_that_is_no_server_is_left_alone(place: str) -> None:
    text = f"@article{{a,\n{HEAD}  journal = {{{place}}},\n  year = {{2020}},\n}}"
    assert one(cleaned(text, PAPER, ARXIV, preprints=Preprints.REPLACE).changes, "preprint-of-published") is None


@pytest.mark.parametrize(
    ("doi", "kind"), [("10.48550/arXiv.1901.00001", "inproceedings"), ("10.1000/about.arxiv", "misc")]
)
def test_an_entry_of_no_place_may_have_the_doi_that_arxiv_gave(doi: str, kind: str) -> None:
    text = f"@misc{{a,\n{HEAD}  doi = {{{doi}}},\n  year = {{2019}},\n}}"
    assert cleaned(text, PAPER, ARXIV, preprints=Preprints.REPLACE).text.startswith(f"@{kind}{{")


def test_what_a_repository_of_anything_publishes_may_be_a_program() -> None:
    text = f"@misc{{a,\n{HEAD}  publisher = {{SERVER}},\n  year = {{2019}},\n}}"
    for server, kind in (("Zenodo", "misc"), ("Research Square Platform LLC", "inproceedings")):
        found = cleaned(text.replace("SERVER", server), PAPER, ARXIV, preprints=Preprints.REPLACE)
        assert found.text.startswith(f"@{kind}{{")


STATES = [
    "pubstate = {prepublished}",
    "pubstate = {submitted}",
    "pubstate = {preprint}",
    "pubstate = {Under Review}",
    "note = {arXiv preprint}",
    "note = {arXiv preprint arXiv:1901.00001}",
    "note = {arXiv preprint arXiv:1901.00001 [cs.CL].}",
    "note = {Preprint}",
    "note = {ChemRxiv preprint}",
    "note = {Preprint on Research Square}",
    "note = {Preprint on arXiv}",
    'note = "Under review"',
    "note = {Under review as a conference paper at ICLR 2020}",
    "note = {Under {R}eview at {ICML} 2020}",
    "note = {Submitted to ICML 2020}",
    "note = {Submitted}",
    "note = {In submission}",
    "note = {To appear in ICML 2020}",
    "addendum = {Manuscript in preparation}",
]


@pytest.mark.parametrize("state", STATES)
def test_what_said_that_the_work_was_unpublished_goes_with_it(state: str) -> None:
    text, expected = REPLACED[0]
    more = text.replace("  year", f"  {state},\n  year")
    assert cleaned(more, PAPER, ARXIV, preprints=Preprints.REPLACE).text == expected
    found = cleaned(more, PAPER, ARXIV)
    assert found.text == more
    name = state.partition(" ")[0]
    assert [proposal.after for proposal in found.proposals if proposal.field == name] == [""]


@pytest.mark.parametrize(
    ("note", "left"),
    [
        ("arXiv preprint; code at https://x.org/a", "code at https://x.org/a"),
        ("Mine. Under review", "Mine"),
        ("Read {this}, arXiv preprint arXiv:1901.00001", "Read {this}"),
    ],
)
def test_a_note_that_says_more_keeps_the_rest(note: str, left: str) -> None:
    text, expected = REPLACED[0]
    more = text.replace("  year", f"  note = {{{note}}},\n  year")
    kept = expected.replace("  year", f"  note = {{{left}}},\n  year")
    assert cleaned(more, PAPER, ARXIV, preprints=Preprints.REPLACE).text == kept
    (proposal,) = [each for each in cleaned(more, PAPER, ARXIV).proposals if each.field == "note"]
    assert proposal.after == left


@pytest.mark.parametrize(
    "note", ["Best paper award", "Cited in chapter 2", "Reviewed", "A preprint of this is lost", "Oral"]
)
def test_a_note_of_another_matter_stays(note: str) -> None:
    text, expected = REPLACED[0]
    more, kept = (each.replace("  year", f"  note = {{{note}}},\n  year") for each in (text, expected))
    found = cleaned(more, PAPER, ARXIV, preprints=Preprints.REPLACE)
    assert found.text == kept
    assert not found.proposals


def test_a_number_for_which_there_is_no_place_is_only_proposed_away() -> None:
    text = (
        f"@article{{a,\n{HEAD}  journal = {{CoRR}},\n  volume = {{abs/1901.00001}},\n  year = {{2019}},\n"
        "  eprinttype = {hal},\n  eprint = {hal-0001}\n}"
    )
    found = cleaned(text, PAPER, ARXIV, preprints=Preprints.REPLACE)
    assert found.text == text
    assert one(found.proposals, "preprint-of-published") is not None


@pytest.mark.parametrize(("text", "expected"), REPLACED)
def test_a_preprint_becomes_its_publication(text: str, expected: str) -> None:
    found = cleaned(text, PAPER, ARXIV, preprints=Preprints.REPLACE)
    assert found.text == expected
    assert {change.code for change in found.changes} == {"preprint-of-published"}
    assert any(change.record.startswith("dblp conf/icml/ZhangN20") for change in found.changes)


@pytest.mark.parametrize("text", [text for text, _ in REPLACED])
def test_a_preprint_is_kept_and_its_publication_proposed(text: str) -> None:
    found = cleaned(text, PAPER, ARXIV)
    assert found.text == text
    assert {proposal.code for proposal in found.proposals} == {"preprint-of-published"}
    assert cleaned(text, PAPER, ARXIV, accept={"preprint-of-published"}).text == dict(REPLACED)[text]


def test_every_field_that_names_the_server_goes() -> None:
    text = f"@article{{a,\n{HEAD}  howpublished = {{arXiv}},\n  journal = {{CoRR}},\n  year = {{2019}}\n}}"
    found = cleaned(text, PAPER, ARXIV, preprints=Preprints.REPLACE)
    assert f"  booktitle = {{{ICML}}},\n  year = {{2020}}" in found.text
    assert "howpublished" not in found.text


@pytest.mark.parametrize("preprints", list(Preprints))
def test_a_publication_that_has_no_place_of_its_own_replaces_nothing(preprints: Preprints) -> None:
    book = replace(PAPER, type=Type.BOOK, container_title="", publisher="Felt Press", page="")
    text = REPLACED[0][0]
    assert cleaned(text, book, ARXIV, preprints=preprints).text == text


def test_a_file_of_ascii_gets_a_note_in_ascii() -> None:
    journal = replace(ARTICLE, container_title="Zeitschrift für Katzen", identifiers=())
    noted = cleaned(REPLACED[0][0], journal, preprints=Preprints.BOTH).text
    assert '  note = {Published in Zeitschrift f{\\"u}r Katzen, 2022}' in noted


def test_both_is_a_note() -> None:
    text, _ = REPLACED[0]
    note = f"  note = {{Published in {ICML}, 2020, doi:10.1000/cats}}"
    assert cleaned(text, PAPER, preprints=Preprints.BOTH).text == text.replace("{arXiv}\n", f"{{arXiv}},\n{note}\n")
    own = text.replace("{arXiv}\n", "{arXiv},\n  note = {Mine}\n")
    found = cleaned(own, PAPER, preprints=Preprints.BOTH)
    assert found.text == own
    assert one(found.proposals, "preprint-of-published").field == "note"


@pytest.mark.parametrize(
    "more",
    [
        "howpublished = {Blog post}",
        "publisher = {Zenodo}",
        "url = {https://example.org/cats}",
        "school = {MIT}",
        "doi = {10.5281/zenodo.1}",
        "booktitle = {NeurIPS Workshop on Cats}",
        "url = {http://[example}",
    ],
)
def test_what_says_where_it_is_from_is_no_preprint(more: str) -> None:
    text = f"@misc{{a,\n{HEAD}  year = {{2019}},\n  {more}\n}}"
    assert cleaned(text, PAPER, preprints=Preprints.REPLACE).text == text


def test_a_preprint_becomes_the_earlier_publication_and_an_extension_stays_apart() -> None:
    text = REPLACED[0][0]
    assert "pages = {1--12}" in cleaned(text, ARTICLE, PAPER, preprints=Preprints.REPLACE).text
    journal = f"@article{{a,\n{HEAD}  journal = {{Journal of Machine Learning Research}},\n  year = {{2022}}\n}}"
    assert "{5:1--5:40}" in cleaned(journal, PAPER, ARTICLE).text


def test_a_work_of_another_title_is_not_taken_for_the_publication() -> None:
    other = record("Great Paper on Big Non-Local Cats", "Wei Zhang; Yue Niu", 2018, "ICML", source="dblp", key="x")
    found = cleaned(REPLACED[0][0], PAPER, other, preprints=Preprints.REPLACE)
    assert "{1--12}" in found.text


def test_a_preprint_without_publication_gets_its_number() -> None:
    text = f"@misc{{a,\n{HEAD}  year = {{2019}}\n}}"
    added = "  year = {2019},\n  eprint = {1901.00001},\n  archiveprefix = {arXiv}"
    assert cleaned(text, ARXIV).text == text.replace("  year = {2019}", added)


@pytest.mark.parametrize(
    ("mine", "expected"),
    [
        ("arXiv:1901.00001v2", "1901.00001v2"),
        ("https://arxiv.org/abs/1901.00001", "1901.00001"),
        ("1901.00001v1", "1901.00001v1"),
    ],
)
def test_an_arxiv_number_in_its_normal_form(mine: str, expected: str) -> None:
    text = f"@misc{{a,\n{HEAD}  year = {{2019}},\n  archivePrefix = {{arXiv}},\n  eprint = {{{mine}}}\n}}"
    assert cleaned(text, ARXIV).text == text.replace(mine, expected)


def test_an_arxiv_number_that_says_itself_what_it_is_gets_its_label() -> None:
    text = f"@misc{{a,\n{HEAD}  year = {{2019}},\n  eprint = {{arXiv:1901.00001}}\n}}"
    label = "{1901.00001},\n  archiveprefix = {arXiv}"
    assert cleaned(text, ARXIV).text == text.replace("{arXiv:1901.00001}", label)


@pytest.mark.parametrize(
    ("encoding", "expected"),
    [
        ("ascii", "Wei Ni{\\~n}o"),
        ("utf-8", "Wei Niño"),
        ("utf-8-sig", "Wei Niño"),
        ("latin-1", "Wei Niño"),
        ("cp1252", "Wei Niño"),
        ("utf-16", "Wei Niño"),
    ],
)
def test_a_value_is_written_in_the_files_encoding(encoding: str, expected: str) -> None:
    paper = record("Great Paper on Big Cats", "Wei Niño", 2020, "ICML", source="dblp", key="x")
    comment = (
        "% plain\r\n" if encoding == "ascii" else "% “é”\r\n" if encoding == "cp1252" else "% Müller ist schön\r\n"
    )
    text = (
        comment
        + "@inproceedings{a, title={Great Paper on Big Cats}, author={W. Nino}, booktitle={ICML}, year=2020}\r\n"
    )
    content = text.encode(encoding)
    found = clean_source(Source.of_bytes(content), judge_by(paper), Policy()).to_bytes()
    assert found.decode(encoding) == text.replace("W. Nino", expected)


def test_a_letter_that_the_encoding_lacks_is_written_in_tex() -> None:
    paper = record("Great Paper on Big Cats", "Jan Łuk", 2020, "ICML", source="dblp", key="x")
    text = "% Müller\n@inproceedings{a, title={Great Paper on Big Cats}, author={J. {\\L}uk}, booktitle={ICML}, year=2021}\n"
    found = clean_source(
        Source.of_bytes(text.encode("latin-1")), judge_by(paper), Policy(accept=frozenset(["authors-differ"]))
    )
    assert found.to_bytes().decode("latin-1").startswith("% Müller")


GROUPS = [
    ("@misc{a, T, A, eprint={1901.00001}, archiveprefix={arXiv}}\n@inproceedings{b, T, A, booktitle={ICML}, year=2020}", True),
    ("@inproceedings{a, T, A, booktitle={ICML}, year=2020}\n@inproceedings{b, T, author={Zhang, W. and Niu, Y.}, booktitle={Proc. ICML}, year=2020}", True),
    ("@inproceedings{a, T, A, booktitle={ICML}, year=2020}\n@article{b, T, A, journal={J. Mach. Learn. Res.}, year=2022}", False),
    ("@book{a, title={Cats of the World}, A, edition={1}, year=2020}\n@book{b, title={Cats of the World}, A, edition={2}, year=2020}", False),
    ("@article{a, title={Great Paper, Part I}, A, journal={X}, year=2020}\n@article{b, title={Great Paper, Part II}, A, journal={X}, year=2020}", False),
    ("@article{a, title={Great Paper, Part I}, A, doi={10.1000/x}, year=2020}\n@article{b, title={Great Paper, Part II}, A, doi={10.1000/x}, year=2020}", False),
    ("@inproceedings{a, T, A, year=2018}\n@inproceedings{b, T, A, year=2020}", False),
    ("@inproceedings{a, T, A, year=2019}\n@inproceedings{b, T, A, year=2020}", True),
    ("@inproceedings{a, T, A, year=2020}\n@article{b, T, A, year=2020}", False),
    ("@inproceedings{a, T, A, doi={10.1000/x}, year=2020}\n@article{b, T, A, doi={10.1000/x}, year=2020}", True),
    ("@book{a, title={Cats of the World}, A, year=2020}\n@article{b, title={Cats of the World}, author={Other Man}, journal={X}, year=2020}", False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "grouped"), GROUPS)
def test_what_is_found_twice_is_proposed_and_never_merged(text: str, grouped: bool) -> None:
    text = text.replace(" T,", " title={Great Paper on Big Cats},").replace(" A,", " author={Wei Zhang and Yue Niu},")
    found = cleaned(text)
    assert found.text == text
    assert bool(one(found.proposals, "duplicate")) is grouped
    silenced = text.replace("\n@", "\n% reconcile: ignore duplicate\n@")
    assert not one(cleaned(silenced).proposals, "duplicate")
    assert not one(cleaned(text, ignore={"duplicate"}).proposals, "duplicate")


SURE_OF_NOTHING = replace(DEFAULT, weights=replace(of_claims(), prior=-60.0))


@pytest.mark.parametrize(
    ("by", "twice", "taken"), [(DEFAULT, True, {"pages", "doi"}), (SURE_OF_NOTHING, False, {"pages"})]
)
def test_duplicates_and_records_of_one_publication_are_judged_by_the_weights_given(
    by: Settings, twice: bool, taken: set[str]
) -> None:
    dblp = record("Great Paper on Big Cats", "Wei Zhang; Yue Niu", 2020, "ICML", page="1-9", source="dblp", key="x")
    crossref = replace(dblp, page="", source="crossref", key="y", identifiers=(Identifier(Scheme.DOI, "10.1000/1"),))
    entry = "@inproceedings{%s, title={Great Paper on Big Cats}, author={Wei Zhang and Yue Niu}, booktitle={ICML}, year=2020}\n"
    found = clean_source(Source(entry % "a" + entry % "b"), judge_by(settings=by), Policy())
    assert bool(one(found.proposals, "duplicate")) is twice
    found = clean_source(Source(entry % "a"), judge_by(dblp, crossref, settings=by), Policy())
    assert {change.field for change in found.changes} == taken


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    bibs.file(),
    st.sampled_from([text for text, _ in REPLACED]),
    st.sampled_from(list(Preprints)),
    st.sampled_from(list(VenueForm)),
    st.sampled_from(["", "authors-differ", "title-changed", "year-mismatch", "type-mismatch", "venue-mismatch"]),
    st.sampled_from(["Wei Zhang", "W. Zhang", "Zhang, W. and Niu, Yue", "A. Stranger"]),
)
def test_cleaned_twice_is_cleaned_once(
    around: str, text: str, preprints: Preprints, venues: VenueForm, code: str, author: str
) -> None:
    policy = {"preprints": preprints, "venues": venues, "accept": {code}}
    text = text.replace("Wei Zhang and Yue Niu", author)
    cleaned(f"{around}\n{text}\n{around}", PAPER, ARTICLE, ARXIV, **policy)


def test_what_the_library_takes(tmp_path: Path) -> None:
    text = "@misc{a,\n\ttitle = {B}\n}\n"
    path = tmp_path / "refs.bib"
    path.write_text(text, encoding="utf-8")
    for bib in (path, str(path), text, parse_string(text)):
        found = reconcile.cleaning.clean(bib)
        assert found.to_bibtex() == text
        assert (found.changes, found.proposals) == ((), ())
    with pytest.warns(UserWarning, match="“year-missmatch” is no code of a flag"):
        reconcile.cleaning.clean(f"% reconcile: ignore year-missmatch\n{text}")
    with pytest.raises(Unreadable, match="there is no such file"):
        reconcile.cleaning.clean(tmp_path / "other.bib")
    with pytest.raises(ValueError, match="maybe"):
        reconcile.cleaning.clean(text, preprints="maybe")
