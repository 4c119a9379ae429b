"""What cleaning changes, what it only proposes, and what it refuses; the judge is a record made in the test."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reconcile.bibtex.source import Source
from reconcile.cleaning import Policy, Preprints, VenueForm, clean_source
from reconcile.mention import Status
from sources.names import read_name
from sources.record import Date, Name, Type
from tests.cleaners import cleaned, judge_by, one
from tests.make import record

PAPER = record(
    "BERT: Pre-training of Schrödinger Transformers", "Jacob Devlin; Ming-Wei Chang; Kristina Müller", 2019,
    "NAACL-HLT", ids="doi:10.18653/v1/n19-1423 dblp:conf/naacl/DevlinCM19", page="4171-4186", publisher="ACL", source="dblp",
    key="conf/naacl/DevlinCM19",
)  # fmt: skip
ARTICLE = record(
    "Deep Learning of Cats", "Wei Zhang; Yue Niu", 2020, "IEEE Trans. Computers", type="article-journal",
    ids="doi:10.1109/tc.2020.1", volume="69", issue="4", page="10-20", source="dblp", key="journals/tc/ZhangN20",
)  # fmt: skip
BERT = """@inproceedings{b,
  title     = {BERT: Pre-training of Schr{\\"o}dinger Transformers},
  author    = {Jacob Devlin and Ming-Wei Chang and Kristina M{\\"u}ller},
  booktitle = {NAACL-HLT},
  pages     = {4171--4186},
  publisher = {ACL},
  doi       = {10.18653/v1/n19-1423},
  year      = 2019
}
"""
CATS = """@article{c, title={Deep Learning of Cats}, author={Wei Zhang and Yue Niu}, journal={IEEE Transactions on Computers},
 volume={69}, number={4}, pages={10--20}, doi={10.1109/tc.2020.1}, year={2020}}
"""


def without(text: str, *names: str) -> str:
    """The entry of one field a line without some of them."""
    return "".join(line for line in text.splitlines(keepends=True) if line.split("=")[0].strip() not in names)


def test_a_complete_entry_stays() -> None:
    assert cleaned(BERT, PAPER).text == BERT
    assert cleaned(CATS, ARTICLE).text == CATS


@pytest.mark.parametrize(
    ("lacking", "added"),
    [
        ("doi", "  doi       = {10.18653/v1/n19-1423}"),
        ("pages", "  pages     = {4171--4186}"),
        ("publisher", "  publisher = {ACL}"),
    ],
)
def test_a_missing_field_is_added_as_the_others_are_set(lacking: str, added: str) -> None:
    found = cleaned(without(BERT, lacking), PAPER)
    assert found.text == without(BERT, lacking).replace("year      = 2019", f"year      = 2019,\n{added}")
    (change,) = found.changes
    assert (change.code, change.field, change.before) == ("incomplete", lacking, "")
    assert change.record == "dblp conf/naacl/DevlinCM19"
    assert change.why == "the titles are the same"
    assert str(change).startswith(f"{lacking} added: “")


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [("of Cats", "of&#32;Cats", "title-changed"), ("Yue Niu", "Yue&nbsp;Niu", "authors-differ")],
)
def test_what_html_wrote_is_read_and_put_right_if_allowed(before: str, after: str, code: str) -> None:
    found = cleaned(CATS.replace(before, after), ARTICLE)
    assert not found.changes
    assert [each.code for each in found.proposals] == [code]
    assert after not in cleaned(CATS.replace(before, after), ARTICLE, accept={code}).text


@pytest.mark.parametrize("name", ["volume={69}, ", "number={4}, ", "pages={10--20}, ", "doi={10.1109/tc.2020.1}, "])
def test_an_article_gets_volume_number_pages_and_doi(name: str) -> None:
    found = cleaned(CATS.replace(name, ""), ARTICLE)
    assert found.text == CATS.replace(name, "").replace("year={2020}", f"year={{2020}}, {name.strip(', ')}")


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("{10.18653/v1/n19-1423}", "{https://doi.org/10.18653/v1/N19-1423}", "identifier-form"),
        ("{10.18653/v1/n19-1423}", "{doi: 10.18653/v1/n19-1423}", "identifier-form"),
        ('Schr{\\"o}dinger', "Schrodinger", "title-spelling"),
        ("{BERT: Pre", "{Bert: Pre", "title-spelling"),
        ("Jacob Devlin and Ming-Wei", "J. Devlin and Ming-Wei", "author-names"),
    ],
)
def test_a_safe_fix(old: str, new: str, code: str) -> None:
    found = cleaned(BERT.replace(old, new), PAPER)
    assert [change.code for change in found.changes] == [code]
    assert not found.proposals


def test_capitals_come_back_in_braces_and_the_authors_own_stay() -> None:
    text = BERT.replace("{BERT: Pre-training of", "{Bert: {P}re-training of")
    assert "{{BERT}: {P}re-training of" in cleaned(text, PAPER).text
    assert (
        "{{BERT: pre-training"
        in cleaned(BERT.replace("{BERT: Pre", "{{bert: pre").replace("ers},", "ers}},"), PAPER).text
    )


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ("Bert: Pre-training of Schrödinger Transformers", "BERT: PRE-TRAINING OF SCHRÖDINGER TRANSFORMERS"),
        ("Pre-training of Wool \\emph{Berts}", "Pre-training of Wool BERTs"),
    ],
)
def test_neither_capitals_alone_nor_a_word_in_tex_tell_how_a_title_is_spelt(mine: str, theirs: str) -> None:
    text = BERT.replace('BERT: Pre-training of Schr{\\"o}dinger Transformers', mine)
    assert cleaned(text, replace(PAPER, title=theirs)).text == text


def test_sentence_case_stays() -> None:
    text = CATS.replace("Deep Learning of Cats", "Deep learning of cats")
    assert cleaned(text, ARTICLE).text == text


@pytest.mark.parametrize(
    ("mine", "expected"),
    [
        ("J. Devlin and M.-W. Chang and K. M{\\\"u}ller", "Jacob Devlin and Ming-Wei Chang and Kristina M{\\\"u}ller"),
        ("Devlin, J. and Chang, M.-W. and M{\\\"u}ller, K.", "Devlin, Jacob and Chang, Ming-Wei and M{\\\"u}ller, Kristina"),
        ("Devlin, J. and Chang, M.-W. and Müller, K.T.", "Devlin, Jacob and Chang, Ming-Wei and Müller, Kristina T."),
        ("Devlin, J. and Chang, M. and Müller, K.", "Devlin, Jacob and Chang, Ming-Wei and Müller, Kristina"),
        ("Devlin, J.\n  AND Chang, M.-W. and others", "Devlin, Jacob\n  AND Chang, Ming-Wei and others"),
        ("J. Devlin and M.-W. Chang", ""),
        ("J. Devlin and K. Müller and M.-W. Chang", ""),
        ("J. Devlin and M.-W. Chang and K. Müller and A. Other", ""),
        ("Z. Devlin and M.-W. Chang and K. Müller", ""),
        ("J. Devlin, {Chang and Co} and K. Müller", ""),
    ],
)  # fmt: skip
def test_initials_are_written_out_only_if_every_author_agrees(mine: str, expected: str) -> None:
    text = BERT.replace('Jacob Devlin and Ming-Wei Chang and Kristina M{\\"u}ller', mine)
    found = cleaned(text, PAPER)
    assert found.text == (text.replace(mine, expected) if expected else text)
    assert bool(one(found.proposals, "authors-differ")) is not bool(expected)


def test_initials_are_written_out_in_the_whole_list_or_not_at_all() -> None:
    text = BERT.replace(
        'Jacob Devlin and Ming-Wei Chang and Kristina M{\\"u}ller', "J. Devlin and M.-W. Chang and {K. Müller}"
    )
    assert cleaned(text, PAPER).text == text


@pytest.mark.parametrize("mine", ["Devlin, Jr., J.", "family=Devlin, given=J."])
def test_a_name_with_its_parts_named_or_with_a_suffix_is_left_alone(mine: str) -> None:
    text = BERT.replace("Jacob Devlin", mine)
    assert one(cleaned(text, PAPER).changes, "author-names") is None


def test_a_name_that_the_record_divides_otherwise_is_no_other_one() -> None:
    text = BERT.replace("Ming-Wei Chang", "Pranav A")
    divided = replace(PAPER, author=(PAPER.author[0], Name("A", "Pranav"), PAPER.author[2]))
    assert not [each for each in cleaned(text, divided).proposals if each.code == "authors-differ"]


@pytest.mark.parametrize(
    ("mine", "code"), [("Jake Devlin", "author-names"), ("Devlin Jacob", "author-names"), ("Jacub Devlin", "authors-differ")]
)  # fmt: skip
def test_a_short_form_is_no_other_author(mine: str, code: str) -> None:
    found = cleaned(BERT.replace("Jacob Devlin", mine), PAPER)
    assert [each.code for each in found.proposals if each.field == "author"] == [code]


def test_another_volume_is_proposed() -> None:
    found = cleaned(
        CATS.replace("{69}", "{68}").replace("number={4}", "number={3}"), ARTICLE, accept={"volume-mismatch"}
    )
    assert [(change.field, change.before, change.after) for change in found.changes] == [
        ("volume", "68", "69"),
        ("number", "3", "4"),
    ]


PROPOSED = [
    ("Ming-Wei Chang", "Ming-Wei Chang and A. Stranger", "authors-differ", "author"),
    ("Pre-training of", "Training of", "title-changed", "title"),
    ("2019\n", "2017\n", "year-mismatch", "year"),
    ("{NAACL-HLT}", "{AAAI Conference on Artificial Intelligence}", "venue-mismatch", "booktitle"),
    ("@inproceedings", "@article", "type-mismatch", "ENTRYTYPE"),
    ("{10.18653/v1/n19-1423}", "{10.1000/other}", "identifier-mismatch", "doi"),
    ("{10.18653/v1/n19-1423}", "{10.18653/??}", "identifier-mismatch", "doi"),
    ("{4171--4186}", "{1--2}", "pages-mismatch", "pages"),
]


@pytest.mark.parametrize(("old", "new", "code", "field"), PROPOSED)
def test_what_is_not_certain_is_proposed_and_can_be_accepted(old: str, new: str, code: str, field: str) -> None:
    text = BERT.replace(old, new)
    found = cleaned(text, PAPER)
    assert found.text == text
    proposal = one(found.proposals, code)
    assert (proposal.field, proposal.line, proposal.key) == (field, 1, "b")
    assert f"+% reconcile proposes {'type' if field == 'ENTRYTYPE' else field} " in found.diff()
    by_code, by_key = cleaned(text, PAPER, accept={code}), cleaned(text, PAPER, accept_for={"b"})
    assert by_code.changes
    assert by_key.changes
    assert cleaned(text, PAPER, accept_for={"other"}).text == text


@pytest.mark.parametrize("publisher", ["Felt Press", ""])
def test_an_article_is_made_no_book_that_would_have_no_place_for_its_journal(publisher: str) -> None:
    book = replace(ARTICLE, type=Type.BOOK, container_title="", volume="", issue="", page="", publisher=publisher)
    assert not one(cleaned(CATS, book).proposals, "type-mismatch")


def test_a_list_of_thousands_of_authors_is_left_alone() -> None:
    names = [f"A. W{'oo' * (at % 7)}l{'y' * (at % 5)}" for at in range(2500)]
    crowd = replace(PAPER, author=tuple(replace(read_name(name), given="Ada") for name in names))
    text = BERT.replace('Jacob Devlin and Ming-Wei Chang and Kristina M{\\"u}ller', " and ".join(names))
    assert cleaned(text, crowd).text == text


@pytest.mark.parametrize(
    ("old", "new"), [("2019\n", "2025\n"), ("{NAACL-HLT}", "{ICML}"), ("{10.18653/v1/n19-1423}", "{10.1000/x}")]
)
def test_nothing_is_filled_where_the_entry_contradicts_itself(old: str, new: str) -> None:
    text = without(BERT, "pages").replace(old, new)
    found = cleaned(text, PAPER)
    assert found.text == text
    assert found.proposals


def test_nothing_is_filled_from_another_publication() -> None:
    text = without(BERT, "doi", "pages", "publisher").replace(
        "{NAACL-HLT}", "{AAAI Conference on Artificial Intelligence}"
    )
    assert cleaned(text, PAPER).text == text
    text = CATS.replace("{69}", "{12}").replace("doi={10.1109/tc.2020.1}, ", "")
    assert cleaned(text, ARTICLE).text == text


def test_a_true_title_under_strangers_names_is_not_completed() -> None:
    text = without(BERT, "doi").replace("Jacob Devlin and Ming-Wei Chang", "Jane Stranger and John Other")
    assert cleaned(text, PAPER).text == text
    arxiv = "@misc{b, title={BERT: Pre-training of Schrödinger Transformers}, author={Jane Stranger and John Other}}"
    found = cleaned(arxiv, PAPER, preprints=Preprints.REPLACE)
    assert found.text == arxiv
    assert one(found.proposals, "authors-differ")


@pytest.mark.parametrize("status", [Status.POSSIBLE, Status.NOT_FOUND, Status.NOT_CHECKED])
def test_only_a_sure_match_changes_anything(status: Status) -> None:
    text = without(BERT, "doi")
    found = cleaned(text, PAPER, status=status)
    assert found.text == text
    assert not found.proposals


@pytest.mark.parametrize(
    ("comment", "changes"),
    [
        ("% reconcile: ignore\n", False),
        ("% reconcile: ignore incomplete\n", False),
        ("% reconcile: ignore incomplete, year-mismatch\n", False),
        ("% reconcile: ignore year-mismatch\n", True),
        ("% ignore\n", True),
    ],
)
def test_a_comment_keeps_an_entry_as_it_is(comment: str, changes: bool) -> None:
    text = comment + without(BERT, "doi") + without(BERT, "doi").replace("{b", "{second")
    found = cleaned(text, PAPER)
    assert bool([change for change in found.changes if change.key == "b"]) is changes
    assert [change for change in found.changes if change.key == "second"]


@pytest.mark.parametrize(
    "text",
    [
        "@article{c, title={Deep Learning of Cats} author={Wei Zhang and Yue Niu}, year={2020}}",
        "@article{c, title={Deep Learning of Cats}, title={Deep Learning of Cats}, author={Wei Zhang}, year={2020}}",
        r"@article{c, title={Deep Learning of Cats \} }, author={Wei Zhang}, year={2020}}",
        "@article{c, title={Deep Learning of Cats, author={Wei Zhang}, year={2020}}",
    ],
)
def test_a_flawed_entry_is_left_alone(text: str) -> None:
    assert cleaned(text, ARTICLE).text == text


def test_what_an_entry_takes_from_another_is_not_missing() -> None:
    child = without(BERT, "publisher", "booktitle", "year").replace("  doi", "  crossref = {p},\n  doi")
    text = child + "\n@proceedings{p, title = {NAACL-HLT}, publisher = {ACL}, year = 2019}\n"
    assert cleaned(text, PAPER).text == text


VOLUME = record(
    "Proceedings of NAACL-HLT on Many Tongues", "", 2019, "", type="book", ids="doi:10.18653/v1/n19-1", publisher="ACL",
    source="dblp", key="conf/naacl/2019-1",
)  # fmt: skip


@pytest.mark.parametrize("refers", ["crossref = {P},", "xdata = {q, P},", ""])
def test_a_volume_gains_nothing_that_its_works_would_inherit_wrongly(refers: str) -> None:
    child = without(BERT, "booktitle", "publisher", "year").replace("  doi ", f"  {refers}\n  doi ")
    volume = "@proceedings{p,\n  title = {Proceedings of NAACL-HLT on Many Tongues},\n  year = {2019}\n}\n"
    found = cleaned(child + volume, VOLUME)
    gained = "  year = {2019},\n  publisher = {ACL}" + ("" if refers else ",\n  doi = {10.18653/v1/n19-1}")
    assert found.text == child + volume.replace("  year = {2019}", gained)


WORKSHOP = record(
    "Great Paper on Big Cats", "Wei Zhang; Yue Niu", 2019,
    "Proceedings of the 2019 ACL Workshop BlackboxNLP: Analyzing and Interpreting Neural Networks for NLP",
    page="1-9", source="anthology", key="W19-4800",
)  # fmt: skip
MISPLACED = (
    "@article{c,\n  title={Great Paper on Big Cats},\n  author={Wei Zhang and Yue Niu},\n  journal={ACL},\n"
    "  year={2019},\n  pages={1--9}\n}"
)
PRINTED = "Proceedings of the 2019 ACL Workshop BlackboxNLP: Analyzing and Interpreting Neural Networks for NLP"


@pytest.mark.parametrize(
    ("accept", "kind", "field"),
    [
        ({"type-mismatch"}, "inproceedings", "booktitle={ACL}"),
        ({"venue-mismatch"}, "article", f"journal={{{PRINTED}}}"),
        ({"type-mismatch", "venue-mismatch"}, "inproceedings", f"booktitle={{{PRINTED}}}"),
    ],
)
def test_a_type_takes_the_venue_along_whatever_else_is_accepted(accept: set[str], kind: str, field: str) -> None:
    found = cleaned(MISPLACED, WORKSHOP, accept=accept)
    assert found.text == MISPLACED.replace("@article", f"@{kind}").replace("journal={ACL}", field)
    both = cleaned(MISPLACED, WORKSHOP, accept={"type-mismatch", "venue-mismatch"})
    assert cleaned(found.text, WORKSHOP, accept={"type-mismatch", "venue-mismatch"}).text == both.text


def test_a_macro_moves_as_it_is() -> None:
    text = "@string{acl = {ACL}}\n" + MISPLACED.replace("journal={ACL}", "journal = acl")
    found = cleaned(text, WORKSHOP, accept={"type-mismatch"})
    assert found.text == text.replace("@article", "@inproceedings").replace("journal = acl", "booktitle = acl")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (BERT.replace("  booktitle =", "  journal   ="), BERT),
        (CATS.replace("journal=", "booktitle="), CATS),
        (BERT.replace("  booktitle =", "  journal   =").replace("{NAACL-HLT}", "{ICML}"), ""),
        (BERT.replace("  year", "  journal   = {Mine},\n  year"), ""),
    ],
)
def test_a_venue_in_another_types_field_moves_if_the_record_is_of_this_type(text: str, expected: str) -> None:
    found = cleaned(text, PAPER, ARTICLE)
    assert found.text == (expected or text)
    assert bool(one(found.changes, "wrong-field")) is bool(expected)


@pytest.mark.parametrize(
    ("mine", "expected"),
    [
        ("4171-4186", "4171--4186"),
        ("4171–4186", "4171--4186"),
        ("4171 - 4186", "4171--4186"),
        ("4171−4186", "4171--4186"),
        ("4171---4186", "4171--4186"),
        ("4171--4186", "4171--4186"),
        ("4171-4187", "4171-4187"),
        ("4171-4186, 12", "4171-4186, 12"),
    ],
)
def test_pages_in_one_form_if_they_are_the_records(mine: str, expected: str) -> None:
    text = BERT.replace("{4171--4186}", f"{{{mine}}}")
    found = cleaned(text, PAPER)
    assert found.text == BERT.replace("{4171--4186}", f"{{{expected}}}")
    assert bool(one(found.changes, "pages-form")) is (mine != expected)


@pytest.mark.parametrize(
    ("mine", "form", "proposed"),
    [("1-29", True, False), ("127:1-127:29", True, False), ("1--29", False, False), ("2--29", False, True)],
)
def test_pages_of_an_article_with_a_number_of_its_own(mine: str, form: bool, proposed: bool) -> None:
    """JMLR's own entries have the article's number in `number`, DBLP has it before each page."""
    paper = replace(ARTICLE, volume="22", issue="", page="127:1-127:29")
    text = CATS.replace("{69}", "{22}").replace("number={4}", "number={127}").replace("10--20", mine)
    found = cleaned(text, paper)
    assert bool(one(found.changes, "pages-form")) is form
    assert bool(one(found.proposals, "pages-mismatch")) is proposed


def test_a_title_in_capitals_alone_is_spelt_as_the_records() -> None:
    paper = record("Great BERT Paper on Big Cats", "Wei Zhang", 2020, "ICML", source="dblp", key="conf/icml/Z20")
    text = "@inproceedings{a, title={GREAT BERT PAPER ON BIG CATS}, author={Wei Zhang}, booktitle={ICML}, year=2020}"
    spelt = text.replace("GREAT BERT PAPER ON BIG CATS", "Great {BERT} Paper on Big Cats")
    assert cleaned(text, paper).text == spelt
    braced = text.replace("{GREAT BERT PAPER ON BIG CATS}", "{{GREAT BERT PAPER ON BIG CATS}}")
    found = cleaned(braced, paper)
    assert found.text == braced
    assert one(found.proposals, "title-spelling").after == "Great {BERT} Paper on Big Cats"


@pytest.mark.parametrize("mine", ["NIPS", "Advances in neural information processing systems"])
def test_the_name_that_proceedings_print_is_the_long_one(mine: str) -> None:
    paper = record("Great Paper on Big Cats", "Wei Zhang", 2017, "NIPS", source="dblp", key="conf/nips/Z17")
    head = "@%s{a, title={Great Paper on Big Cats}, author={Wei Zhang}, %s={%s}, year=2017}"
    long = "Advances in Neural Information Processing Systems"
    text = head % ("inproceedings", "booktitle", mine)
    assert cleaned(text, paper, venues=VenueForm.LONG).text == text.replace(mine, long)
    found = cleaned(head % ("article", "journal", mine), paper, accept={"type-mismatch"})
    assert found.text == text
    preprint = "@misc{a, title={Great Paper on Big Cats}, author={Wei Zhang}, year=2017, eprint={1701.00001}}"
    assert f"booktitle={{{long}}}" in cleaned(preprint, paper, preprints=Preprints.REPLACE).text


VENUES = [
    (VenueForm.LONG, "ICML", "International Conference on Machine Learning"),
    (VenueForm.SHORT, "Proc. of the International Conference on Machine Learning", "ICML"),
    (VenueForm.KEEP, "ICML", "ICML"),
    (VenueForm.LONG, "Workshop on Cats at ICML", "Workshop on Cats at ICML"),
    (VenueForm.SHORT, "ICML Companion Volume", "ICML Companion Volume"),
    (VenueForm.SHORT, "Meadow Letters on Wool", "Meadow Letters on Wool"),
]


@pytest.mark.parametrize(("form", "mine", "expected"), VENUES)
def test_venues_in_one_form(form: VenueForm, mine: str, expected: str) -> None:
    paper = record("Great Paper on Big Cats", "Wei Zhang", 2020, "ICML", page="1-2", source="dblp", key="conf/icml/Z20")
    text = f"@inproceedings{{a, title={{Great Paper on Big Cats}}, author={{Wei Zhang}}, booktitle={{{mine}}}, pages={{1--2}}, year=2020}}"
    assert cleaned(text, paper, venues=form).text == text.replace(mine, expected)


def test_a_macro_stays() -> None:
    text = '@string{icml = "ICML"}\n@inproceedings{a, title={Great Paper on Big Cats}, author={Wei Zhang}, booktitle=icml # { 2020}, year=2020}'
    paper = record("Great Paper on Big Cats", "Wei Zhang", 2020, "ICML", source="dblp", key="conf/icml/Z20")
    assert cleaned(text, paper, venues=VenueForm.LONG).text == text


EVIL = [
    "}, evil = {x",
    "} } @article{x,",
    "a % b \\",
    '" # evil # "',
    "x\n@misc{evil, title={y}}",
    "\\input{/etc/passwd}",
    "{{{",
    "a\\",
]


@pytest.mark.parametrize("evil", EVIL)
@pytest.mark.parametrize("like", ["{%s}", '"%s"'])
def test_a_hostile_record_cannot_break_out_of_a_field(evil: str, like: str) -> None:
    bad = record(
        "Great Paper on Big Cats", "Wei Zhang", 2020, f"ICML {evil}", page=evil, publisher=evil, source="dblp",
        key=evil, ids="doi:10.1000/x",
    )  # fmt: skip
    title, author, eprint = (
        like.replace("%s", value) for value in ("Great Paper on Big Cats", "W. Zhang", "2001.00001")
    )
    text = f"@misc{{a,\n  title = {title},\n  author = {author},\n  eprint = {eprint}\n}}\n"
    judge = judge_by(bad)
    found = clean_source(Source(text), judge, Policy(Preprints.REPLACE, accept_for=frozenset("a")))
    pieces = [(piece.kind.value, piece.key) for piece in Source(found.text).pieces()]
    assert pieces == [("entry", "a"), ("text", "")]
    (entry, _) = Source(found.text).pieces()
    assert not entry.inside.flaws
    assert {field.name for field in entry.fields} <= set(
        "title author eprint booktitle year pages publisher doi archiveprefix".split()
    )
    assert "\\input" not in found.text
    assert all("@" not in line for line in found.diff().splitlines() if line.startswith("+%"))


def test_a_date_of_another_record_is_no_mismatch() -> None:
    paper = record(
        "Great Paper on Big Cats", "Wei Zhang", 2021, "ICML", dates=(("online", Date(2020)),), source="crossref"
    )
    text = "@inproceedings{a, title={Great Paper on Big Cats}, author={Wei Zhang}, booktitle={ICML}, year=2020}"
    assert not one(cleaned(text, paper).proposals, "year-mismatch")


def test_without_a_judge_nothing_changes() -> None:
    found = clean_source(Source(BERT), None, Policy())
    assert (found.text, found.asked, found.counts) == (BERT, False, (("not-checked", 1),))


GULLS = record("Counting Gulls of the Northern Marshes", "Ada Holm; Bo Lund; Carl Ek", 2020, "ICML", source="dblp", key="conf/icml/HolmLE20")  # fmt: skip
WHOLE = "Holm, Ada and Lund, Bo and Ek, Carl"


@pytest.mark.parametrize(
    ("authors", "after", "code"),
    [
        ("Ada Holm, Bo Lund, Carl Ek", WHOLE, "names-run-together"),
        ("Ada Holm, Bo Lund and Carl Ek", WHOLE, "names-run-together"),
        ("Holm, Ada; Lund, Bo; Ek, Carl", WHOLE, "names-run-together"),
        ("{Holm, Ada and Lund, Bo and Ek, Carl}", WHOLE, "names-run-together"),
        ("Ada Holm et al.", "Ada Holm and others", "et-al"),
        ("Ada Holm and Bo Lund and et al", "Ada Holm and Bo Lund and others", "et-al"),
        ("Ada Holm, Bo Lund, et al.", "Holm, Ada and Lund, Bo and others", "names-run-together"),
        ("Ada Holm and Bo Lund and Carl Ek", "Ada Holm and Bo Lund and Carl Ek", ""),
        ("Ada Holm and Bo Lund and others", "Ada Holm and Bo Lund and others", ""),
        ("Ada Holm, Carl Ek, Bo Lund", "Ada Holm, Carl Ek, Bo Lund", ""),
        ("Ada Holm, Bo Lund, Dan Ost", "Ada Holm, Bo Lund, Dan Ost", ""),
        ("Ada Holm and Bo Lund and Carl Ek et al.", "Ada Holm and Bo Lund and Carl Ek et al.", ""),
    ],
)
def test_a_list_that_bibtex_misreads_is_parted_where_its_people_are_the_records(
    authors: str, after: str, code: str
) -> None:
    text = f"@inproceedings{{g, title={{Counting Gulls of the Northern Marshes}}, author={{{authors}}}, booktitle={{ICML}}, year=2020}}"
    found = cleaned(text, GULLS)
    assert found.text == text.replace(authors, after)
    assert [change.code for change in found.changes] == [code] * bool(code)


def test_a_list_that_is_not_the_records_is_proposed_as_a_whole() -> None:
    text = "@inproceedings{g, title={Counting Gulls of the Northern Marshes}, author={Ada Holm, Carl Ek, Bo Lund}, booktitle={ICML}, year=2020}"
    (proposal,) = cleaned(text, GULLS).proposals
    assert (proposal.code, proposal.after) == ("authors-differ", WHOLE)
