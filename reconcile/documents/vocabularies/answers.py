"""What services answer with: PubMed, arXiv, DataCite, DBLP."""

from __future__ import annotations

import re

from reconcile.documents.blocks.xml import Element
from reconcile.documents.exports.nlm import journal_name, title_as_written
from reconcile.documents.fields.kinds import OF_DATACITE
from reconcile.documents.fields.recorded import fields_of_record
from reconcile.documents.vocabularies.form import Fields, Persons, Vocabulary
from reconcile.mention import Kind
from sources.dblp import read_element

_ARTICLE = ("MedlineCitation/Article", "BookDocument")


def _in_article(*paths: str) -> tuple[str, ...]:
    return tuple(f"{place}/{path}" for path in paths for place in (*_ARTICLE, "Article"))


def _pubmed_dates(where: str) -> tuple[str, ...]:
    return (f"normalize-space(concat({where}/Day, ' ', {where}/Month, ' ', {where}/Year))", f"{where}/MedlineDate")


def _of_pubmed(fields: Fields, record: Element) -> Fields:
    """Return the fields of a record: its title without the brackets of a translation, its journal's name alone."""
    made = dict(fields)
    spoken = record.xpath("string(.//VernacularTitle)")
    title = title_as_written(made.get("title", ""), str(spoken)) or made.pop("container", "")
    if not title:
        return {}
    if "container" in made:
        made["container"] = journal_name(made["container"])
    return {**made, "title": title}


# https://dtd.nlm.nih.gov/ncbi/pubmed/ ; the works that an article cites stand in its ReferenceList.
PUBMED = Vocabulary(
    records=frozenset({"PubmedArticle", "PubmedBookArticle", "MedlineCitation"}),
    fields={
        "type": _in_article("PublicationTypeList/PublicationType", "PublicationType"),
        "author": (
            *_in_article("AuthorList[not(@Type) or @Type='authors']/Author[not(@ValidYN='N')]"),
            "BookDocument/Book/AuthorList[not(@Type) or @Type='authors']/Author",
        ),
        "editor": _in_article("Book/AuthorList[@Type='editors']/Author", "AuthorList[@Type='editors']/Author"),
        "title": _in_article("ArticleTitle"),
        "container": (*_in_article("Journal/Title", "Journal/ISOAbbreviation", "Book/BookTitle"),),
        "date": tuple(
            path
            for where in _in_article("Journal/JournalIssue/PubDate", "Book/PubDate", "ArticleDate")
            for path in _pubmed_dates(where)
        ),
        "volume": _in_article("Journal/JournalIssue/Volume"),
        "number": _in_article("Journal/JournalIssue/Issue"),
        "pages": _in_article("Pagination/MedlinePgn"),
        "publisher": _in_article("Book/Publisher/PublisherName"),
        "doi": (
            *_in_article("ELocationID[@EIdType='doi']"),
            "PubmedData/ArticleIdList/ArticleId[@IdType='doi']",
            "BookDocument/ArticleIdList/ArticleId[@IdType='doi']",
        ),
        "isbn": _in_article("Book/Isbn"),
        "pmid": ("MedlineCitation/PMID", "BookDocument/PMID", "PMID"),
    },
    persons=Persons(
        family=("LastName",), given=("ForeName", "self::*[not(ForeName)]/Initials"), suffix=("Suffix",),
        institution=("CollectiveName",),
    ),
    et_al=".//AuthorList[@CompleteYN='N']",
    finish=_of_pubmed,
)  # fmt: skip

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def _of_arxiv(fields: Fields, _: Element) -> Fields:
    """Return the fields of an entry: of the publication where its place is given with a year, else of a preprint."""
    if _YEAR.search(fields.get("journal", "")):
        return {name: value for name, value in fields.items() if name != "date"} | {"type": Kind.ARTICLE}
    return {name: value for name, value in fields.items() if name != "journal"} | {"type": Kind.PREPRINT}


# https://info.arxiv.org/help/api/user-manual.html, 3.3
ARXIV = Vocabulary(
    records=frozenset({"entry"}),
    fields={
        "author": ("author",),
        "title": ("title",),
        "date": ("published", "updated"),
        "journal": ("journal_ref",),
        "doi": ("doi",),
        "eprint": ("id",),
        "archiveprefix": ("'arXiv'",),
        "url": ("id",),
    },
    persons=Persons(text=("name",)),
    finish=_of_arxiv,
)

_HOST = "relatedItems/relatedItem[@relationType='IsPublishedIn'][1]"
# DataCite Metadata Schema 4.6
DATACITE = Vocabulary(
    records=frozenset({"resource"}),
    fields={
        "type": ("resourceType/@resourceTypeGeneral", "resourceType"),
        "author": ("creators/creator",),
        "editor": ("contributors/contributor[@contributorType='Editor']",),
        "title": ("titles/title[not(@titleType)]", "titles/title"),
        "subtitle": ("titles/title[@titleType='Subtitle']",),
        "container": (f"{_HOST}/titles/title", "container/title"),
        "date": ("publicationYear", "dates/date[@dateType='Issued']"),
        "volume": (f"{_HOST}/volume",),
        "number": (f"{_HOST}/issue",),
        "first page": (f"{_HOST}/firstPage",),
        "last page": (f"{_HOST}/lastPage",),
        "publisher": ("publisher",),
        "doi": ("identifier[@identifierType='DOI']",),
        "isbn": ("relatedIdentifiers/relatedIdentifier[@relatedIdentifierType='ISBN'][@relationType='IsIdenticalTo']",),
    },
    persons=Persons(
        family=("familyName",),
        given=("givenName",),
        institution=("*[self::creatorName or self::contributorName][@nameType='Organizational']",),
        text=("creatorName", "contributorName"),
    ),
    kinds=OF_DATACITE,
)


def _of_dblp(_: Fields, element: Element) -> Fields:
    """Return what DBLP's own reader says, which knows its kinds, identifiers and the full stop behind its titles."""
    record = read_element(element)
    return {} if isinstance(record, str) else fields_of_record(record)


# What dblp.dtd has beside persons' pages.
DBLP = Vocabulary(
    records=frozenset("article inproceedings proceedings book incollection phdthesis mastersthesis data".split()),
    apart=frozenset({"homonyms", "person", "www"}),
    fields={},
    finish=_of_dblp,
)
