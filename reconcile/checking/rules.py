"""What is wrong with an entry whatever the sources say. One rule is one function; `RULES` is their order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from reconcile.checking.item import Item
from reconcile.checking.together import GROUPS, together
from reconcile.lexicon.fillers import names_nobody
from reconcile.lexicon.venues import MEETINGS
from reconcile.mention import Flag, Mention, Severity, Track
from reconcile.parse.malformed import is_given, is_malformed, means_none
from reconcile.venues import read_venue
from sources.et_al import WITHIN
from sources.identifiers import as_written, find, normalize
from sources.record import Name, Scheme
from sources.text import fold

_ERROR, _WARNING, _INFO = Severity.ERROR, Severity.WARNING, Severity.INFO


@dataclass(frozen=True, slots=True)
class Case:
    """What a rule looks at: the entry, the mention that it was read as, and the year that it is.

    `people` are the authors of its record, where there is one.
    """

    item: Item
    mention: Mention
    this_year: int
    people: tuple[Name, ...] = ()


Rule = Callable[[Case], Iterator[Flag]]

# What BibTeX's standard styles warn of when it is lacking (btxdoc.tex, section 3.1), each with the names that BibLaTeX
# gives the field and what may stand for it. `inherits` are fields by which an entry takes them from another one.
_AUTHOR = ("author",)
_AUTHOR_OR_EDITOR = ("author", "editor")
_TITLE = ("title",)
_YEAR = ("year", "date")
_JOURNAL = ("journal", "journaltitle", "eprint", "eprinttype", "archiveprefix")
_BOOK = ("booktitle", "maintitle", "eventtitle", "series")
_SCHOOL = ("school", "institution", "publisher")
_REQUIRED: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "article": (_AUTHOR_OR_EDITOR, _TITLE, _JOURNAL, _YEAR),
    "book": (_AUTHOR_OR_EDITOR, _TITLE, _YEAR),
    "conference": (_AUTHOR, _TITLE, _BOOK, _YEAR),
    "inbook": (_AUTHOR_OR_EDITOR, _TITLE, _YEAR),
    "incollection": (_AUTHOR, _TITLE, _BOOK, _YEAR),
    "inproceedings": (_AUTHOR, _TITLE, _BOOK, _YEAR),
    "mastersthesis": (_AUTHOR, _TITLE, _SCHOOL, _YEAR),
    "phdthesis": (_AUTHOR, _TITLE, _SCHOOL, _YEAR),
    "proceedings": (_TITLE, _YEAR),
    "techreport": (_AUTHOR, _TITLE, _SCHOOL, _YEAR),
    "thesis": (_AUTHOR, _TITLE, _SCHOOL, _YEAR),
}
_INHERITS = ("crossref", "xdata")
_FIRST_YEAR = 1450  # nothing was printed before
_AHEAD = 1  # proceedings and issues are dated up to a year ahead
_NUMBER = re.compile(r"[\[{(~c\s.]*(\d+)[a-z\s\])}?]*")
_ET_AL = re.compile(rf"{WITHIN}|…|\.\.\.")
_ANONYMOUS = frozenset({"anonymous", "anon", "anonymous author", "anonymous authors", "unknown", "author", "authors"})
_DOI_PREFIXES = re.compile(r"\s*(?:https?://(?:dx\.)?doi\.org/|doi:?\s*)", re.IGNORECASE)
_IDENTIFIERS: tuple[tuple[str, Scheme], ...] = (("doi", Scheme.DOI), ("isbn", Scheme.ISBN))


def flags_of(item: Item, mention: Mention, this_year: int, people: tuple[Name, ...] = ()) -> tuple[Flag, ...]:
    """Return what the rules say of an entry, in their order; `people` are the authors of its record."""
    return tuple(flag for rule in RULES for flag in rule(Case(item, mention, this_year, people)))


def broken_entry(case: Case) -> Iterator[Flag]:
    """The entry breaks BibTeX's syntax; what could be made out is checked all the same."""
    if case.item.trouble:
        yield Flag("broken-entry", _WARNING, f"{case.item.trouble}; read as far as it could be made out, mend it")


def field_twice(case: Case) -> Iterator[Flag]:
    """A field is given twice: programs differ in which of the two they take."""
    for name in case.item.twice:
        yield Flag("duplicate-field", _WARNING, f"the field “{name}” is given twice; the first is read here")


def leads_nowhere(case: Case) -> Iterator[Flag]:
    """A macro, or an entry that fields are taken from, is not there, so that BibTeX has nothing to put in."""
    for says in case.item.unlinked:
        yield Flag("not-defined", _WARNING, says)


def missing_field(case: Case) -> Iterator[Flag]:
    """A field is lacking that the entry's type requires."""
    kind = case.item.type.lower()
    if any(case.item.field(name) for name in _INHERITS):
        return
    for names in _REQUIRED.get(kind, ()):
        if not any(case.item.field(name).strip() for name in names):
            wanted = " or ".join(names[:2]) if names[0] in ("author", "school") and len(names) > 1 else names[0]
            yield Flag("missing-field", _WARNING, f"@{kind} without {wanted}")
    if kind not in _REQUIRED and not case.mention.claim.title and not case.item.field("title"):
        yield Flag("missing-field", _WARNING, f"{kind or 'the entry'} without title")


def impossible_year(case: Case) -> Iterator[Flag]:
    """A year in which nothing can have appeared: before printing, or later than next year."""
    written = (case.item.field("year") or case.item.field("date") or case.item.field("issued")).strip()
    fit = _NUMBER.fullmatch(written)
    if fit is None:
        return
    year = int(fit[1][:9])
    if year < _FIRST_YEAR or year > case.this_year + _AHEAD:
        why = f"it is {case.this_year}" if year > case.this_year and len(fit[1]) == 4 else "no such year"
        yield Flag("impossible-year", _ERROR, f"claimed to be of {written}; {why}")


def et_al_in_author(case: Case) -> Iterator[Flag]:
    """The list of authors is cut with words that BibTeX takes for a name."""
    for name in ("author", "editor"):
        fit = _ET_AL.search(case.item.field(name))
        if fit:
            yield Flag("et-al", _WARNING, f"{name} holds “{fit[0]}”, which is read as a name; write “and others”")


def swallowed_names(case: Case) -> Iterator[Flag]:
    """Two persons stand where one should: commas, semicolons or “&” part them instead of “and”."""
    for name in ("author", "editor"):
        for part in together(case.item.field(name), case.people):
            says = f"{name}: “{part.strip()[:80]}” is read as one person; part persons by “and”"
            yield Flag("names-run-together", _WARNING, says)


def placeholder_author(case: Case) -> Iterator[Flag]:
    """An author is a name that templates use for nobody."""
    for person in case.mention.claim.author:
        folded = fold(str(person))
        if names_nobody(str(person)) or folded.replace(" ", "") in ("xxx", "yyy", "aaa", "abc", "asdf"):
            yield Flag("placeholder-author", _ERROR, f"“{person}” is a name that templates use")
        elif folded in _ANONYMOUS and not _is_group(person):
            yield Flag("placeholder-author", _WARNING, f"“{person}” names nobody; the authors may be known by now")


def _is_group(person: Name) -> bool:
    return bool(GROUPS.search(str(person)))


def venue_in_wrong_field(case: Case) -> Iterator[Flag]:
    """The venue stands in a field that styles do not print for this type, or that is for another kind of venue."""
    kind = case.item.type.lower()
    journal = case.item.field("journal") or case.item.field("journaltitle")
    book = case.item.field("booktitle")
    if kind in ("inproceedings", "conference", "incollection") and journal and not book:
        yield Flag("wrong-field", _WARNING, f"@{kind} with its venue in journal: “{journal[:80]}” belongs in booktitle")
    elif kind == "article" and book and not journal:
        yield Flag(
            "wrong-field", _WARNING, f"@article with its venue in booktitle: “{book[:80]}”; is it @inproceedings?"
        )
    elif kind == "article" and journal and _is_proceedings(journal) and not _is_numbered(case.item):
        yield Flag(
            "wrong-field", _WARNING, f"@article with proceedings as journal: “{journal[:80]}”; is it @inproceedings?"
        )
    elif not journal and not book and (named := _named_elsewhere(case.item)):
        yield Flag("wrong-field", _WARNING, named)


# Conferences that call themselves so; the Proceedings of the VLDB Endowment or of the IEEE are journals.
_PROCEEDINGS = re.compile(rf"\b(?:proc(?:eedings|\.)?|{MEETINGS})(?:\b|(?<=\.))", re.IGNORECASE)
_SERIAL = re.compile(
    r"\b(?:endowment|academy|ieee\s*$|of the acm on|national|royal|society|institution|transactions|journal|letters"
    r"|magazine|procedia|machine learning research|conference series)\b",
    re.IGNORECASE,
)
_CONFERENCES = frozenset({Track.MAIN, Track.FINDINGS, Track.WORKSHOP, Track.DEMO, Track.POSTER, Track.STUDENT})


def _is_proceedings(journal: str) -> bool:
    if not _PROCEEDINGS.search(journal) or _SERIAL.search(journal):
        return False
    return read_venue(journal).track in _CONFERENCES


def _is_numbered(item: Item) -> bool:
    """Say whether an entry has volume and number, as proceedings have that appear as a serial: AAAI's, ICWSM's."""
    return bool(item.field("volume") and (item.field("number") or item.field("issue")))


def _named_elsewhere(item: Item) -> str:
    """Return a sentence where the venue that the type requires stands in another field; empty where none does."""
    if item.type.lower() not in ("inproceedings", "conference", "article"):
        return ""
    for name in ("publisher", "organization", "howpublished", "series"):
        text = item.field(name)
        if text and _PROCEEDINGS.search(text):
            return f"the venue stands in {name}: “{text[:80]}”"
    return ""


def identifier_spelling(case: Case) -> Iterator[Flag]:
    """An identifier's field holds something else, or holds it in a form that styles print wrongly."""
    for name, scheme in _IDENTIFIERS:
        text = case.item.field(name).strip()
        if means_none(text):
            continue
        found = normalize(scheme, text)
        if not is_given(scheme, text) or is_malformed(scheme, text):
            yield Flag(
                "identifier-spelling", _WARNING, f"{name} holds “{text[:80]}”, which is no {scheme.value.upper()}"
            )
        elif found and scheme is Scheme.DOI and _DOI_PREFIXES.match(text):
            yield Flag("identifier-spelling", _INFO, f"doi holds “{text[:80]}”; write {as_written(found.value, text)}")
    eprint = case.item.field("eprint").strip()
    archive = fold(case.item.field("archiveprefix") or case.item.field("eprinttype"))
    if eprint and archive == "arxiv" and _is_no_number(eprint):
        yield Flag("identifier-spelling", _WARNING, f"eprint holds “{eprint[:80]}”, which is no arXiv number")


def _is_no_number(eprint: str) -> bool:
    read = normalize(Scheme.ARXIV, eprint) is not None or find(eprint)
    return is_malformed(Scheme.ARXIV, eprint) or not (read or means_none(eprint))


RULES: tuple[Rule, ...] = (
    broken_entry,
    field_twice,
    leads_nowhere,
    missing_field,
    impossible_year,
    et_al_in_author,
    swallowed_names,
    placeholder_author,
    venue_in_wrong_field,
    identifier_spelling,
)
