"""What services call the fields of a work in the JSON that they give: a row a service, from its own documentation.

A path is read from the work down: `journalInfo.journal.title`. A list on the way stands for each of its members,
`0` for its first alone, `creators[nameType=Personal]` for those members in which that is so: one of several words
(`author|inventor`), or nothing (`titles[titleType=]`). Of the paths of a field the first that leads to any text counts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

Paths = tuple[str, ...]
_ANY: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """How a service writes a work.

    A mapping in which every path of one of the `signs` leads somewhere is a work. `fields` are those of an entry, by
    path. `kinds` say where its kind stands and what the service's words for it are elsewhere; words that are not in a
    table say nothing, and without a table each word stands for itself. What is of one of the `parts` is no work of its
    own. Of longer lists the service gives `most` authors. `record` is the reader that `sources` has for it already.
    """

    name: str
    signs: tuple[Paths, ...]
    fields: Mapping[str, Paths] = field(default_factory=dict)
    kinds: tuple[tuple[str, Mapping[str, str]], ...] = ()
    parts: frozenset[str] = frozenset()
    most: int = 0
    record: str = ""


_ARTICLE, _PAPER, _CHAPTER, _BOOK, _THESIS = "article-journal", "paper-conference", "chapter", "book", "thesis"
_REPORT, _PREPRINT, _SOFTWARE, _DATA, _REVIEW = "report", "preprint", "software", "data set", "review"
_PATENT, _TALK, _PAGE, _SHOWN, _NOTE = "patent", "speech", "webpage", "performance", "note"


def _meaning(**words: str) -> dict[str, str]:
    """Return a table of the words of a service, small and without what parts them, and what they mean."""
    return {word: meaning for meaning, said in words.items() for word in said.split()}


# https://info.orcid.org/documentation/integration-and-api-faq/ ("Supported work types"); a list of works gives
# summaries, by several sources one of each, the preferred first; only a work in full has `contributors`.
_ORCID_KINDS = {
    "bookchapter": _CHAPTER, "bookreview": _ARTICLE, "conferenceabstract": _PAPER, "conferenceoutput": _PAPER,
    "conferencepaper": _PAPER, "conferenceposter": "poster", "conferenceproceedings": _BOOK,
    "conferencepresentation": _TALK, "datamanagementplan": _REPORT, "dictionaryentry": _CHAPTER,
    "dissertation": _THESIS, "dissertationthesis": _THESIS, "encyclopediaentry": _CHAPTER, "editedbook": _BOOK,
    "journalarticle": _ARTICLE, "journalissue": _BOOK, "magazinearticle": _ARTICLE, "newsletterarticle": _ARTICLE,
    "newspaperarticle": _ARTICLE, "onlineresource": _PAGE, "website": _PAGE, "blogpost": _PAGE, "publicspeech": _TALK,
    "researchtool": _SOFTWARE, "technicalstandard": _REPORT, "standardsandpolicy": _REPORT, "workingpaper": _REPORT,
    "artisticperformance": _SHOWN, "image": _SHOWN, "movingimage": _SHOWN, "musicalcomposition": _SHOWN,
    "sound": _SHOWN, "physicalobject": _SHOWN, "spinoffcompany": _NOTE, "registeredcopyright": _PATENT,
}  # fmt: skip
# https://docs.openalex.org/api-entities/works/work-object; covers and tables of contents are `paratext`.
_OPENALEX_KINDS = {
    "article": _ARTICLE, "bookchapter": _CHAPTER, "bookreview": _ARTICLE, "book": _BOOK, "dataset": _DATA,
    "dissertation": _THESIS, "editorial": _ARTICLE, "erratum": _ARTICLE, "letter": _ARTICLE, "peerreview": _REVIEW,
    "preprint": _PREPRINT, "referenceentry": _CHAPTER, "report": _REPORT, "review": _ARTICLE, "software": _SOFTWARE,
    "standard": _REPORT, "conferenceabstract": _PAPER, "conferencepaper": _PAPER,
}  # fmt: skip
# https://datacite-metadata-schema.readthedocs.io (resourceTypeGeneral)
_DATACITE_KINDS = {
    "audiovisual": _SHOWN, "book": _BOOK, "bookchapter": _CHAPTER, "computationalnotebook": _SOFTWARE,
    "conferencepaper": _PAPER, "conferenceproceeding": _BOOK, "datapaper": _ARTICLE, "dataset": _DATA,
    "dissertation": _THESIS, "event": _TALK, "image": _SHOWN, "journalarticle": _ARTICLE,
    "outputmanagementplan": _REPORT, "peerreview": _REVIEW, "physicalobject": _SHOWN, "poster": "poster",
    "preprint": _PREPRINT, "presentation": _TALK, "report": _REPORT, "software": _SOFTWARE, "sound": _SHOWN,
    "standard": _REPORT,
}  # fmt: skip
# https://api.semanticscholar.org/api-docs/graph (publicationTypes: a list, a review is an article as well)
_SCHOLAR_KINDS = {
    "journalarticle": _ARTICLE, "conference": _PAPER, "book": _BOOK, "booksection": _CHAPTER, "dataset": _DATA,
    "editorial": _ARTICLE, "lettersandcomments": _ARTICLE,
}  # fmt: skip
# https://europepmc.org/RestfulWebService (the sources of its records; the words of MEDLINE stand in `pubType`)
_EUROPE_SOURCES = {"pat": _PATENT, "ppr": _PREPRINT, "eth": _THESIS, "nbk": _BOOK}
# https://inspire-schemas.readthedocs.io (hep.document_type)
_INSPIRE_KINDS = {
    "activityreport": _REPORT, "article": _ARTICLE, "book": _BOOK, "bookchapter": _CHAPTER, "conferencepaper": _PAPER,
    "note": _REPORT, "proceedings": _BOOK, "report": _REPORT, "thesis": _THESIS,
}  # fmt: skip
# https://api.archives-ouvertes.fr/ref/doctype
_HAL_KINDS = {
    "art": _ARTICLE, "comm": _PAPER, "couv": _CHAPTER, "douv": _BOOK, "etabthese": _THESIS, "hdr": _THESIS,
    "img": _SHOWN, "issue": _BOOK, "lecture": _TALK, "map": _SHOWN, "mem": _THESIS, "note": _REPORT,
    "notice": _CHAPTER, "ouv": _BOOK, "patent": _PATENT, "poster": "poster", "presconf": _TALK, "proceedings": _BOOK,
    "report": _REPORT, "software": _SOFTWARE, "son": _SHOWN, "these": _THESIS, "trad": _BOOK, "undefined": _PREPRINT,
    "video": _SHOWN, "blog": _PAGE,
}  # fmt: skip
# https://api.zotero.org/schema (itemTypes)
_ZOTERO_KINDS = {
    "artwork": _SHOWN, "audiorecording": _SHOWN, "blogpost": _PAGE, "book": _BOOK, "booksection": _CHAPTER,
    "computerprogram": _SOFTWARE, "conferencepaper": _PAPER, "dataset": _DATA, "dictionaryentry": _CHAPTER,
    "email": _NOTE, "encyclopediaarticle": _CHAPTER, "film": _SHOWN, "forumpost": _PAGE, "instantmessage": _NOTE,
    "interview": _SHOWN, "journalarticle": _ARTICLE, "letter": _NOTE, "magazinearticle": _ARTICLE, "map": _SHOWN,
    "newspaperarticle": _ARTICLE, "patent": _PATENT, "podcast": _SHOWN, "preprint": _PREPRINT, "presentation": _TALK,
    "radiobroadcast": _SHOWN, "report": _REPORT, "standard": _REPORT, "thesis": _THESIS, "tvbroadcast": _SHOWN,
    "videorecording": _SHOWN, "webpage": _PAGE,
}  # fmt: skip
# Who stands for the author in items that have none (https://api.zotero.org/schema, `primary`).
_ZOTERO_AUTHORS = "author|artist|performer|director|programmer|presenter|podcaster|inventor|cartographer|interviewee"

SERVICES: tuple[Vocabulary, ...] = (
    Vocabulary(
        "ORCID",
        (("put-code", "title", "publication-date"),),
        {
            "title": ("title.title.value",),
            "subtitle": ("title.subtitle.value",),
            "author": (
                "contributors.contributor[contributor-attributes.contributor-role=author|]",
                "contributors.contributor[contributor-attributes.contributor-role=co-inventor|principal-investigator]",
            ),
            "editor": ("contributors.contributor[contributor-attributes.contributor-role=editor]",),
            "year": ("publication-date.year.value",),
            "month": ("publication-date.month.value",),
            "journal": ("journal-title.value",),
            "doi": ("external-ids.external-id[external-id-type=doi].external-id-value",),
            "eprint": ("external-ids.external-id[external-id-type=arxiv].external-id-value",),
            "isbn": (
                "external-ids.external-id[external-id-type=isbn].external-id-value",
            ),
            "url": ("url.value",),
        },
        (("type", _ORCID_KINDS), ("type", _ANY)),
    ),
    Vocabulary(
        "OpenAlex",
        (("authorships", "display_name"), ("authorships", "title")),
        {
            "title": ("display_name", "title"),
            "author": ("authorships",),
            "date": ("publication_date",),
            "year": ("publication_year",),
            "journal": ("primary_location.source.display_name", "host_venue.display_name"),
            "volume": ("biblio.volume",),
            "issue": ("biblio.issue",),
            "first page": ("biblio.first_page",),
            "last page": ("biblio.last_page",),
            "doi": ("doi", "ids.doi"),
            "url": ("primary_location.landing_page_url",),
        },
        (("type", _OPENALEX_KINDS), ("type_crossref", _ANY)),
        frozenset({"paratext", "supplementarymaterials", "libguides"}),
        most=100,
    ),
    Vocabulary("Crossref", (("DOI", "title.0"), ("DOI", "prefix", "member", "title")), record="crossref"),
    Vocabulary("DBLP", (("key", "title", "authors.author"), ("key", "title", "venue", "type", "year")), record="dblp"),
    Vocabulary(
        "DataCite",
        (("titles.title", "creators"),),
        {
            "title": ("titles[titleType=].title", "titles.title"),
            "subtitle": ("titles[titleType=Subtitle].title",),
            "author": ("creators",),
            "editor": ("contributors[contributorType=Editor]",),
            "year": ("publicationYear", "dates[dateType=Issued].date"),  # the date may be that of the deposit
            "journal": ("container.title",),
            "volume": ("container.volume",),
            "issue": ("container.issue",),
            "first page": ("container.firstPage",),
            "last page": ("container.lastPage",),
            "publisher": ("publisher.name", "publisher"),
            "doi": ("doi",),
            "isbn": ("relatedItems.relatedItemIdentifier[relatedItemIdentifierType=ISBN].relatedItemIdentifier",),
            "url": ("url",),
        },
        (("types.resourceTypeGeneral", _DATACITE_KINDS), ("types.citeproc", _ANY)),
    ),
    Vocabulary(
        "Semantic Scholar",
        (("paperId", "title"),),
        {
            "title": ("title",),
            "author": ("authors",),
            "date": ("publicationDate",),
            "year": ("year",),
            "journal": ("journal.name", "venue", "publicationVenue.name"),
            "volume": ("journal.volume",),
            "pages": ("journal.pages",),
            "doi": ("externalIds.DOI",),
            "eprint": ("externalIds.ArXiv",),
            "aclid": ("externalIds.ACL",),
            "dblpkey": ("externalIds.DBLP",),
            "url": ("url",),
        },
        (("publicationTypes", _SCHOLAR_KINDS),),
    ),
    Vocabulary(
        "Europe PMC",
        (("source", "pubYear", "title"), ("authorString", "title")),
        {
            "title": ("title",),
            "author": ("authorList.author", "authorString"),
            "year": ("pubYear", "journalInfo.yearOfPublication", "firstPublicationDate"),
            "journal": ("journalInfo.journal.title", "journalTitle"),
            "booktitle": ("bookOrReportDetails.comprisingTitle",),
            "volume": ("journalInfo.volume", "journalVolume"),
            "issue": ("journalInfo.issue", "issue"),
            "pages": ("pageInfo",),
            "publisher": ("bookOrReportDetails.publisher",),
            "doi": ("doi",),
            "isbn": ("bookOrReportDetails.isbn13", "bookOrReportDetails.isbn10"),
        },
        (("source", _EUROPE_SOURCES), ("pubTypeList.pubType", _ANY), ("pubType", _ANY)),
    ),
    Vocabulary(
        "INSPIRE",
        (("titles.title", "document_type"), ("titles.title", "authors.full_name"), ("titles.title", "control_number")),
        {
            "title": ("titles.0.title",),
            "subtitle": ("titles.0.subtitle",),
            "author": ("authors[inspire_roles=author|]", "corporate_author", "collaborations"),
            "editor": ("authors[inspire_roles=editor]",),
            "year": ("publication_info.year",),
            "date": ("imprints.date", "thesis_info.date", "preprint_date", "earliest_date"),
            "journal": ("publication_info.journal_title",),
            "booktitle": ("publication_info.conference_title", "publication_info.pubinfo_freetext"),
            "volume": ("publication_info.journal_volume",),
            "issue": ("publication_info.journal_issue",),
            "first page": ("publication_info.page_start", "publication_info.artid"),
            "last page": ("publication_info.page_end",),
            "publisher": ("imprints.publisher",),
            "school": ("thesis_info.institutions.name",),
            "doi": ("dois.value",),
            "eprint": ("arxiv_eprints.value",),
            "isbn": ("isbns.value",),
        },
        (("document_type", _INSPIRE_KINDS),),
    ),
    Vocabulary(
        "HAL",
        (("title_s", "docid"), ("title_s", "docType_s"), ("title_s", "authFullName_s"), ("title_s", "halId_s")),
        {
            "title": ("title_s",),
            "subtitle": ("subTitle_s",),
            "author": ("authFullName_s",),
            "editor": ("scientificEditor_s",),
            "date": ("publicationDate_s", "producedDate_s"),
            "year": ("publicationDateY_i", "producedDateY_i"),
            "journal": ("journalTitle_s",),
            "booktitle": ("bookTitle_s", "conferenceTitle_s"),
            "volume": ("volume_s",),
            "issue": ("issue_s",),
            "pages": ("page_s",),
            "publisher": ("journalPublisher_s", "publisher_s"),
            "school": ("authorityInstitution_s",),
            "doi": ("doiId_s",),
            "eprint": ("arxivId_s",),
            "isbn": ("isbn_s",),
            "url": ("uri_s",),
        },
        (("docType_s", _HAL_KINDS),),
    ),
    Vocabulary(
        "Zotero",
        (("itemType",),),
        {
            "title": ("title", "caseName", "nameOfAct", "subject"),
            "author": (f"creators[creatorType={_ZOTERO_AUTHORS}]", "creators[creatorType=contributor]"),
            "editor": ("creators[creatorType=editor]",),
            "date": ("date", "issueDate", "dateEnacted", "dateDecided"),
            "journal": ("publicationTitle", "repository"),
            "booktitle": (
                "proceedingsTitle", "bookTitle", "encyclopediaTitle", "dictionaryTitle", "conferenceName",
            ),
            "series": ("series", "seriesTitle"),
            "volume": ("volume",),
            "issue": ("issue",),
            "pages": ("pages",),
            "publisher": ("publisher", "institution", "company"),
            "school": ("university",),
            "doi": ("DOI",),
            "isbn": ("ISBN",),
            "url": ("url",),
            "note": ("extra",),
        },
        (("itemType", _ZOTERO_KINDS),),
        frozenset({"attachment", "note", "annotation"}),
    ),
)  # fmt: skip

# https://github.com/typst/hayagriva/blob/main/docs/file-format.md: what a work appeared in is its `parent`.
_IN_JOURNALS, _IN_BOOKS = "periodical|newspaper|blog", "proceedings|anthology|book|reference|conference|report"
_HAYAGRIVA_OWN = {
    **_meaning(chapter="chapter anthos entry", book="book anthology proceedings periodical reference newspaper"),
    **_meaning(report="report legislation case", thesis="thesis", preprint="manuscript", patent="patent"),
    **_meaning(webpage="web blog thread tweet post", performance="scene artwork video audio exhibition performance"),
    "conference": _TALK,
}
_HAYAGRIVA_PARENTS = {
    **_meaning(chapter="anthology book reference", webpage="blog web thread", performance="video audio exhibition"),
    **dict.fromkeys(("periodical", "newspaper"), _ARTICLE),
    **dict.fromkeys(("proceedings", "conference"), _PAPER),
}
HAYAGRIVA = Vocabulary(
    "Hayagriva",
    (("title",), ("parent",)),
    {
        "title": ("title",),
        "author": ("author",),
        "editor": ("editor", "parent.editor"),
        "date": ("date", "parent.date", "parent.parent.date"),
        "journal": (f"parent[type={_IN_JOURNALS}].title",),
        "booktitle": (f"parent[type={_IN_BOOKS}].title", "parent.title", "parent.parent.title"),
        "volume": ("volume", "parent.volume"),
        "issue": ("issue", "parent.issue"),
        "pages": ("page-range",),
        "publisher": ("publisher.name", "publisher", "parent.publisher.name", "parent.publisher"),
        "school": ("organization", "parent.organization"),
        "doi": ("serial-number.doi", "doi"),
        "eprint": ("serial-number.arxiv",),
        "isbn": ("serial-number.isbn", "isbn", "parent.serial-number.isbn", "parent.isbn"),
        "number": ("serial-number.serial", "serial-number"),
        "url": ("url",),
        "note": ("note", "genre"),
    },
    (
        ("type", _HAYAGRIVA_OWN),
        ("parent.type", _HAYAGRIVA_PARENTS),
        ("parent.type", {"repository": _PREPRINT}),
        ("type", {"article": _ARTICLE}),
    ),
)
HAYAGRIVA_TYPES = frozenset({*_HAYAGRIVA_OWN, "article", "misc", "original", "repository"})
