"""What reference managers write: EndNote, Word, Zotero."""

from __future__ import annotations

import re

from reconcile.documents.blocks.xml import Element
from reconcile.documents.fields.kinds import OF_ZOTERO, called
from reconcile.documents.vocabularies.form import Fields, Persons, Vocabulary
from reconcile.lexicon import theses
from reconcile.lexicon.reasons import Reason
from reconcile.mention import Kind

_SECONDARY = ("titles/secondary-title",)
_AUTHORS, _EDITED = "contributors/authors/author", "ref-type/@name='Edited Book'"
_OF_JOURNAL = {"container": ("periodical/full-title", *_SECONDARY)}
ENDNOTE = Vocabulary(
    records=frozenset({"record"}),
    fields={
        "type": ("ref-type/@name",),
        "author": (f"self::*[not({_EDITED})]/{_AUTHORS}",),
        "editor": ("contributors/secondary-authors/author",),
        "title": ("titles/title",),
        "container": _SECONDARY,
        "date": ("dates/year", "dates/pub-dates/date"),
        "volume": ("volume",),
        "number": ("number", "issue"),
        "pages": ("pages",),
        "publisher": ("publisher",),
        "doi": ("electronic-resource-num",),
        "isbn": ("isbn",),
        "url": ("urls/related-urls/url", "urls/web-urls/url"),
    },
    by_kind={
        Kind.ARTICLE: _OF_JOURNAL,
        Kind.BOOK: {"container": (), "editor": (f"self::*[{_EDITED}]/{_AUTHORS}",), "series": _SECONDARY},
        Kind.THESIS: {"container": (), "editor": ()},
    },
)


def _person(role: str) -> tuple[str, ...]:
    return (f"Author/{role}/NameList/Person | Author/{role}/Corporate",)


_DEGREE = re.compile(rf"\b(?:{theses.WORDS})|{theses.SIGNS}", re.IGNORECASE)


def _of_word(fields: Fields, record: Element) -> Fields:
    """Return the fields of a source; a thesis is a report there that says in a field of its own what it is."""
    stated = record.findtext("ThesisType") or ""
    return {**fields, "type": Kind.THESIS} if fields.get("type") == Kind.REPORT and _DEGREE.search(stated) else fields


# ECMA-376, part 1, chapter 22.6 (Bibliography); `DOI` came later.
WORD = Vocabulary(
    records=frozenset({"Source"}),
    fields={
        "ID": ("Tag",),
        "type": ("SourceType",),
        "author": (*_person("Author"), *_person("Inventor"), *_person("Interviewee"), *_person("Artist")),
        "editor": _person("Editor"),
        "title": ("Title",),
        "container": ("JournalName", "PeriodicalTitle", "BookTitle", "ConferenceName", "PublicationTitle"),
        "date": ("normalize-space(concat(Day[number() > 0], ' ', Month, ' ', Year))",),
        "volume": ("Volume",),
        "number": ("Issue",),
        "pages": ("Pages",),
        "publisher": ("Publisher", "Institution", "Department"),
        "doi": ("DOI", "StandardNumber[starts-with(., '10.') or contains(., 'doi')]"),
        "isbn": ("StandardNumber",),
        "url": ("URL",),
    },
    persons=Persons(family=("Last",), given=("First", "Middle"), institution=("self::Corporate",)),
    kinds=called((Reason.BROADCAST, "art")),
    finish=_of_word,
)


def _listed(*roles: str) -> tuple[str, ...]:
    return tuple(f"{role}/Seq/li/*" for role in roles)


# Zotero writes what its translator "Zotero RDF" says; a journal stands once, and its articles name it.
_IN_CONTAINER = ("isPartOf/Journal", "isPartOf/Periodical", "isPartOf/Book")
ZOTERO = Vocabulary(
    records=frozenset(
        "Article Book BookSection Data Description Document Illustration Image Interview Legislation Letter Manuscript"
        " Map MotionPicture Patent Recording Report Thesis".split()
    ),
    shared=frozenset({"Journal", "Periodical", "Series", "Conference"}),
    apart=frozenset({"isPartOf", "presentedAt"}),
    fields={
        "type": ("itemType", "local-name()"),
        "author": _listed("authors", "programmers", "presenters", "inventors", "interviewees", "directors", "artists"),
        "editor": _listed("editors"),
        "title": ("title",),
        "container": (
            *(f"{container}/title" for container in _IN_CONTAINER),
            "publicationTitle",
            "presentedAt/Conference/title",
            "repository",
        ),
        "series": ("isPartOf/Series/title",),
        "date": ("date",),
        "volume": ("volume", *(f"{container}/volume" for container in _IN_CONTAINER)),
        "number": ("number", *(f"{container}/number" for container in _IN_CONTAINER)),
        "pages": ("pages",),
        "publisher": ("publisher/Organization/name",),
        "doi": tuple(
            f"{place}identifier[starts-with(normalize-space(), 'DOI')]" for place in ("", "isPartOf/Journal/")
        ),
        "isbn": (
            "substring-after(identifier[starts-with(normalize-space(), 'ISBN')], 'ISBN')",
            "substring-after(@about, 'urn:isbn:')",
        ),
        "url": ("identifier/URI/value", "@about[starts-with(., 'http')]"),
        "note": ("description[contains(., 'arXiv')]",),
    },
    persons=Persons(family=("surname",), given=("givenName", "givenname"), lone=True),
    kinds=OF_ZOTERO,
)
