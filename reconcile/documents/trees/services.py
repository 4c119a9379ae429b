"""What services call the fields of a work in the JSON that they give: a row a service, from its own documentation.

A path is read from the work down: `journalInfo.journal.title`. A list on the way stands for each of its members,
`0` for its first alone, `creators[nameType=Personal]` for those members in which that is so: one of several words
(`author|inventor`), or nothing (`titles[titleType=]`); several brackets ask for all that they say. Of the paths of a
field the first that leads to any text counts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from reconcile.documents.fields.kinds import OF_DATACITE, OF_HAL, OF_ZOTERO, Own, called
from reconcile.lexicon.reasons import Reason
from reconcile.mention import Kind

Paths = tuple[str, ...]
_NONE = called()


@dataclass(frozen=True, slots=True)
class Service:
    """How a service writes a work.

    A mapping in which every path of one of the `signs` leads somewhere is a work. `fields` are those of an entry, by
    path. `kinds` say where its kind stands and which of the service's words mean something else elsewhere; the first
    place where a word is known counts. What is of one of the `parts` is no work of its own. Of longer lists the service
    gives `most` authors. `record` is the reader that `sources` has for it already.
    """

    signs: tuple[Paths, ...]
    fields: Mapping[str, Paths] = field(default_factory=dict)
    kinds: tuple[tuple[str, Own], ...] = ()
    parts: frozenset[str] = frozenset()
    most: int = 0
    record: str = ""


# https://info.orcid.org/documentation/integration-and-api-faq/ ("Supported work types"); a list of works gives
# summaries, by several sources one of each, the preferred first; only a work in full has `contributors`.
_OWN_ID = "external-ids.external-id[external-id-relationship=self|]"  # not that of the book which it is a part of
_OF_ORCID = called((Kind.BOOK, "conferenceproceedings"), (Reason.NOTE, "spinoffcompany"))
# https://docs.openalex.org/api-entities/works/work-object; covers and tables of contents are `paratext`. What it calls
# an article may have been a paper where Crossref or its place says so; Crossref's articles may be anything here.
_OF_OPENALEX = called((Kind.ARTICLE, "letter review"))
_CROSSREFS = called((None, "journalarticle"))
# https://api.semanticscholar.org/api-docs/graph (publicationTypes: a list, a review is an article as well)
_OF_SCHOLAR = called((Kind.ARTICLE, "review"))
# https://europepmc.org/RestfulWebService (the sources of its records; the words of MEDLINE stand in `pubType`)
_OF_EUROPE = called((Kind.PREPRINT, "ppr"), (Kind.THESIS, "eth"), (Kind.BOOK, "nbk"))
# https://inspire-schemas.readthedocs.io (hep.document_type)
_OF_INSPIRE = called((Kind.REPORT, "activityreport note"))
# https://ui.adsabs.harvard.edu/help/search/comprehensive-solr-term-list (doctype)
_OF_ADS = called(
    (Kind.ARTICLE, "circular newsletter obituary"),
    (Kind.PAPER, "abstract"),
    (Kind.PREPRINT, "eprint"),
    (Kind.REPORT, "intechreport"),
    (Kind.DATASET, "catalog"),
    (Reason.GRANT, "proposal"),
)
# https://developers.zenodo.org (upload_type and publication_type; in what it answers, `resource_type`)
_OF_ZENODO = called((Kind.CHAPTER, "section"), (Kind.REPORT, "deliverable projectdeliverable technicalnote"))
# Who stands for the author in items that have none (https://api.zotero.org/schema, `primary`).
_ZOTERO_AUTHORS = "author|artist|performer|director|programmer|presenter|podcaster|inventor|cartographer|interviewee"

SERVICES: tuple[Service, ...] = (
    # ORCID
    Service(
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
            "doi": (f"{_OWN_ID}[external-id-type=doi].external-id-value",),
            "eprint": (f"{_OWN_ID}[external-id-type=arxiv].external-id-value",),
            "isbn": (f"{_OWN_ID}[external-id-type=isbn].external-id-value",),
            "url": ("url.value",),
        },
        (("type", _OF_ORCID),),
    ),
    # OpenAlex
    Service(
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
        (
            ("primary_location.source[type=conference].type", _NONE),
            ("type_crossref", _CROSSREFS),
            ("type", _OF_OPENALEX),
        ),
        frozenset({"paratext", "supplementarymaterials", "libguides"}),
        most=100,
    ),
    # Crossref
    Service((("DOI", "title.0"), ("DOI", "prefix", "member", "title")), record="crossref"),
    # DBLP
    Service((("key", "title", "authors.author"), ("key", "title", "venue", "type", "year")), record="dblp"),
    # DataCite
    Service(
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
        (
            ("types.resourceTypeGeneral", OF_DATACITE),
            ("types.citeproc", called((None, "article"))),  # which that of anything is
            ("types.resourceType", OF_DATACITE),
        ),
    ),
    # Semantic Scholar
    Service(
        (("paperId", "title"),),
        {
            "title": ("title",),
            "author": ("authors",),
            "date": ("publicationDate",),
            "year": ("year",),
            "journal": ("venue", "publicationVenue.name", "journal.name"),
            "volume": ("journal.volume",),
            "pages": ("journal.pages",),
            "doi": ("externalIds.DOI",),
            "eprint": ("externalIds.ArXiv",),
            "aclid": ("externalIds.ACL",),
            "dblpkey": ("externalIds.DBLP",),
            "url": ("url",),
        },
        (("publicationTypes", _OF_SCHOLAR),),
    ),
    # Europe PMC
    Service(
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
        (("source", _OF_EUROPE), ("pubTypeList.pubType", _NONE), ("pubType", _NONE)),
    ),
    # INSPIRE
    Service(
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
        (("document_type", _OF_INSPIRE),),
    ),
    # HAL
    Service(
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
        (("docType_s", OF_HAL),),
    ),
    # ADS
    Service(
        (("bibcode", "title", "pub"), ("bibcode", "title", "doctype"), ("bibcode", "title", "identifier")),
        {
            "title": ("title",),
            "author": ("author",),
            "editor": ("editor",),
            "date": ("pubdate",),
            "year": ("year",),
            "journal": ("pub", "pub_raw"),
            "series": ("series",),
            "volume": ("volume",),
            "issue": ("issue",),
            "pages": ("page_range", "page"),
            "publisher": ("publisher",),
            "doi": ("doi",),
            "eprint": ("identifier",),
            "isbn": ("isbn",),
        },
        (("doctype", _OF_ADS),),
    ),
    # Zenodo
    Service(
        (("metadata.title", "metadata.creators"),),
        {
            "title": ("metadata.title",),
            "author": ("metadata.creators",),
            "editor": ("metadata.contributors[type=editor]",),
            "date": ("metadata.publication_date",),
            "journal": ("metadata.journal.title", "metadata.journal_title"),
            "booktitle": (
                "metadata.part_of.title", "metadata.partof_title",
                "metadata.meeting.title", "metadata.conference_title",
            ),
            "volume": ("metadata.journal.volume", "metadata.journal_volume"),
            "issue": ("metadata.journal.issue", "metadata.journal_issue"),
            "pages": (
                "metadata.journal.pages", "metadata.journal_pages", "metadata.part_of.pages", "metadata.partof_pages",
            ),
            "publisher": ("metadata.imprint.publisher", "metadata.imprint_publisher"),
            "school": ("metadata.thesis.university", "metadata.thesis_university"),
            "doi": ("doi", "metadata.doi"),
            "isbn": ("metadata.imprint.isbn", "metadata.imprint_isbn"),
        },
        (
            ("metadata.resource_type.subtype", _OF_ZENODO),
            ("metadata.publication_type", _OF_ZENODO),
            ("metadata.resource_type.type", _NONE),
            ("metadata.upload_type", _NONE),
        ),
    ),
    # Zotero
    Service(
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
            "eprint": ("archiveID",),
            "isbn": ("ISBN",),
            "url": ("url",),
            "note": ("extra",),
        },
        (("itemType", OF_ZOTERO),),
        frozenset({"attachment", "note", "annotation"}),
    ),
)  # fmt: skip
