"""Entries of fields that are no publication: what a template left, and what a note says of itself. A row an entry."""

from __future__ import annotations

import pytest

from reconcile.extract.refusing.instead import reason_in_fields
from reconcile.lexicon.reasons import Reason

_REAL = {"ENTRYTYPE": "misc", "author": "Ada Bee", "title": "Wool in ten years", "year": "2018"}
_CITED = {"ENTRYTYPE": "article", "author": "Ada Bee", "title": "Wool", "journal": "Journal of Sheep", "year": "2018"}

TEMPLATES = [
    {"title": "TODO: add title", "author": "TODO", "booktitle": "TODO", "year": "TODO"},
    {"title": "Your Title Here", "author": "Jane Doe and John Smith", "publisher": "Publisher Name", "year": "YYYY"},
    {"title": "Title of the paper", "author": "Author, A. B. and Author, C."},
    {"title": "{Paper Title}", "journal": "Journal Name", "pages": "xx--xx"},
    {"title": "Article title"},
    {"title": "Insert title here"},
    {"title": "Placeholder"},
    {"title": "Title of the Article Goes Here", "journal": "Journal of Sheep", "author": "Lastname, Firstname"},
    {"title": "FIXME"},
    {"title": "Lorem ipsum dolor sit amet"},
    {"title": "The title of the book", "author": "Peter Babington"},
    {"title": "My paper", "author": "Author One and Author Two"},
    {"title": "Untitled", "doi": "10.xxxx/xxxxx"},
    {"title": "Untitled", "journal": "Name of Journal", "year": "20XX"},
    {"title": "A great paper", "author": "First Author and Second Author", "pages": "1--10"},
    {"title": "", "author": "Firstname Lastname", "journal": "Journal"},
]


@pytest.mark.parametrize("fields", TEMPLATES, ids=lambda fields: fields["title"])
def test_a_templates_entry_is_a_placeholder(fields: dict[str, str]) -> None:
    assert reason_in_fields(fields.items()) == Reason.PLACEHOLDER


CLAIMS = [
    _CITED | {"author": "John Doe"},  # an author who is nobody is no reason to look no further
    _CITED | {"author": "Author, A. B.", "pages": "xx--xx"},
    _CITED | {"year": "20XX", "volume": "X"},
    _CITED | {"title": "Untitled"},
    _CITED | {"title": "Title generation by titles of papers"},
    _CITED | {"title": "TODO or to bug"},
    _CITED | {"title": "TODO: counting sheep in text"},
    _CITED | {"title": "Placeholder names in Swiss law"},
    _CITED | {"title": "Fill in the gaps: sheep in fog"},
    _CITED | {"title": "Unknown", "pages": "1--9"},
    _CITED | {"journal": "The Journal"},
]


@pytest.mark.parametrize("fields", CLAIMS, ids=lambda fields: fields["title"])
def test_what_has_a_title_is_a_claim(fields: dict[str, str]) -> None:
    assert reason_in_fields(fields.items()) == ""


NOTES = {
    "Award": Reason.AWARD,
    "Travel award": Reason.AWARD,
    "Invited talk, Department of Sheep, University of Lund": Reason.TALK,
    "An invited talk at the Wool Seminar": Reason.TALK,
    "Talk at the Wool Seminar, Lund": Reason.TALK,
    "Keynote": Reason.TALK,
    "Poster session talk, Sheep Days": Reason.TALK,
    "Conference presentation": Reason.TALK,
    "Gastvortrag, Universität Graz": Reason.TALK,
    "Eingeladener Vortrag, Graz": Reason.TALK,
    "Grant": Reason.GRANT,
    "Wool Fund grant no. 1234567": Reason.GRANT,
    "Lecture notes, University of Lund": Reason.COURSE,
    "Blog post": Reason.POST,
    "Wool.org blog, accessed 2020-01-01": Reason.POST,
    "Software": Reason.CODE,
    "R package version 1.2-3": Reason.CODE,
    "GitHub repository": Reason.CODE,
    "Dataset": Reason.DATA,
    "Press release": Reason.OF_OTHERS,
    "US Patent 9,123,456": Reason.PATENT,
}


@pytest.mark.parametrize(("note", "reason"), NOTES.items())
@pytest.mark.parametrize("name", ["note", "howpublished"])
def test_a_note_says_that_an_entry_is_no_publication(name: str, note: str, reason: Reason) -> None:
    assert reason_in_fields((_REAL | {name: note}).items()) == reason


@pytest.mark.parametrize("note", NOTES)
@pytest.mark.parametrize("appeared", [{"journal": "Journal of Sheep"}, {"doi": "10.1000/1"}, {"eprint": "2001.00001"}])
def test_what_has_appeared_is_a_publication_whatever_its_note_says(appeared: dict[str, str], note: str) -> None:
    assert reason_in_fields((_REAL | appeared | {"note": note}).items()) == ""


@pytest.mark.parametrize("venue", ["journal", "container-title", "publicationTitle", "booktitle"])
def test_an_interview_in_a_journal_is_a_publication_by_whatever_name_of_its_venue(venue: str) -> None:
    interview = [("type", "interview"), ("title", "Wool in ten years")]
    assert reason_in_fields(interview) == Reason.MESSAGE
    assert reason_in_fields([*interview, (venue, "Journal of Sheep")]) == ""


@pytest.mark.parametrize("kind", ["inproceedings", "techreport", "book", "phdthesis"])
def test_a_type_that_says_what_a_work_is_counts_more_than_a_note(kind: str) -> None:
    assert reason_in_fields((_REAL | {"ENTRYTYPE": kind, "note": "Invited talk"}).items()) == ""


@pytest.mark.parametrize(
    "note",
    [
        "Invited paper",
        "Best paper award",
        "Outstanding Paper Award at SHEEP 2018",
        "Oral presentation",
        "Presented at the Wool Workshop",
        "Accepted as a talk",
        "arXiv preprint",
        "Software available from wool.org",
        "Supported by the Wool Fund, grant 1234567",
        "Lecture Notes in Computer Science",
        "Code at https://wool.org",
        "Spotlight",
        "Poster",
        "Working paper",
    ],
)
def test_a_note_of_a_paper_takes_it_for_no_other_thing(note: str) -> None:
    assert reason_in_fields((_REAL | {"note": note}).items()) == ""


@pytest.mark.parametrize(
    ("title", "reason"),
    [
        ("Best Reviewer Award, SHEEP 2018", Reason.AWARD),
        ("Outstanding Reviewer", Reason.AWARD),
        ("Best practices for the award of contracts", ""),
        ("Invited talks and how to give them", ""),
    ],
)
def test_a_prize_is_told_by_its_title(title: str, reason: str) -> None:
    assert reason_in_fields((_REAL | {"title": title}).items()) == reason
