"""What a work says, fact by fact, as text that may stand inside a BibTeX value."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from reconcile.bibtex.latex import clean, escape, title
from reconcile.bibtex.persons import persons
from reconcile.mention import Work
from reconcile.records import SUBMITTED
from sources.identifiers import address, arxiv_of_doi
from sources.months import SHORT
from sources.record import Identifier, Record, Scheme, Type
from sources.text import content_words

# Hosts that tell of a publication without having it, and resolvers of a DOI, which has a field of its own.
_ELSEWHERE = frozenset(
    {
        "api.crossref.org",
        "api.openalex.org",
        "api.semanticscholar.org",
        "dblp.dagstuhl.de",
        "dblp.org",
        "dblp.uni-trier.de",
        "doi.org",
        "dx.doi.org",
        "openalex.org",
        "scholar.google.com",
        "search.crossref.org",
        "semanticscholar.org",
        "www.dblp.org",
        "www.doi.org",
        "www.semanticscholar.org",
    }
)
_ARXIV = frozenset({"arxiv.org", "export.arxiv.org", "www.arxiv.org"})
_HOMES = (Scheme.ACL, Scheme.PMLR, Scheme.OPENREVIEW)  # whose address is the publisher's own page
_DASH = re.compile("[\u2010-\u2015\u2212]+|-{2,}")
_REPORTS = frozenset({"report", "tech report", "technical report"})  # what @techreport says without being told


def facts(work: Work, *, ascii: bool = False) -> dict[str, str]:  # noqa: A002
    """Return everything that an entry of any type may hold, by the names of `fields.FORMS`; empty where not known."""
    record = work.record
    container = record.container_title or record.event
    place = container or record.publisher or record.genre
    if record.genre == SUBMITTED and container:
        place = f"Submitted to {container}"
    in_series = record.issue if record.collection_title and not record.volume else ""
    written = {
        "container": container,
        "series": record.collection_title if record.collection_title != container else "",
        "volume": record.volume,
        "number": record.issue,
        "number of volume": record.issue if record.volume else "",
        "issue": "" if record.volume else record.issue,  # BibTeX takes an article's number only with its volume
        "number in series": in_series,  # BibTeX takes a volume or a number, and a number only with its series
        "pages": pages(record.page),
        "publisher": record.publisher,
        "institution": record.publisher or record.container_title,
        "kind of report": "" if record.genre.casefold() in _REPORTS else record.genre,
        "place": "" if eprint(work) and record.type is Type.PREPRINT else place,
    }
    return {
        **{name: escape(value, ascii=ascii) for name, value in written.items()},
        "author": persons(record.author, et_al=record.author_et_al, ascii=ascii),
        "editor": persons(record.editor, ascii=ascii),
        "title": title(record.title, ascii=ascii),
        "year": str(record.year) if record.year and record.year > 0 else "",
        # Biber wants every entry dated; in ISO 8601-2 this is a year that is not specified. BibTeX ignores the field.
        "no date": "" if record.year and record.year > 0 else "XXXX",
        "month": SHORT[record.issued.month - 1] if record.issued and 1 <= record.issued.month <= 12 else "",
        "isbn": record.identifier(Scheme.ISBN),
        "doi": verbatim(_doi(record)),
        "url": url(record),
        **eprint(work),
        "sort key": next((word for word in content_words(record.title) if word.isascii()), "anon"),
    }


def _doi(record: Record) -> str:
    """Return the DOI that is the record's own: of a meeting that keeps its papers on arXiv, arXiv's is no paper's."""
    doi = record.identifier(Scheme.DOI)
    return "" if record.type is not Type.PREPRINT and arxiv_of_doi(doi) else doi


def pages(text: str) -> str:
    """Return pages with BibTeX's long hyphen between first and last; an article number stays as it is.

    >>> pages("2054-2068"), pages("12-1\u201312-9"), pages("98:1-98:76"), pages("e1003")
    ('2054--2068', '12-1--12-9', '98:1--98:76', 'e1003')
    """
    return ", ".join(_page_range(part.strip()) for part in clean(text).split(",") if part.strip())


def _page_range(text: str) -> str:
    dashed = [part.strip() for part in _DASH.split(text)]
    if len(dashed) == 1:
        dashed = [part.strip() for part in text.split("-")]
        if len(dashed) == 4:  # 12-1-12-9: a page number has a hyphen of its own
            dashed = ["-".join(dashed[:2]), "-".join(dashed[2:])]
    first, *rest = [part for part in dashed if part] or [""]
    return f"{first}--{rest[0]}" if len(rest) == 1 else "-".join((first, *rest))


def verbatim(text: str) -> str:
    """Return a DOI or URL as fields hold it that are not read as LaTeX: what could end the value is %-encoded.

    >>> verbatim("https://example.org/a_b?c={d}")
    'https://example.org/a_b?c=%7Bd%7D'
    """
    return quote(clean(text), safe="!#$%&'()*+,-./:;<=>?@[]_~")


def url(record: Record) -> str:
    """Return the publication's own address: never a page about it, nor what the DOI field says already."""
    own = [found for found in record.urls if _is_own(found, record)]
    homes = [address(Identifier(scheme, value)) for scheme in _HOMES if (value := record.identifier(scheme))]
    arxiv = record.identifier(Scheme.ARXIV) if record.type is Type.PREPRINT else ""
    homes += [address(Identifier(Scheme.ARXIV, arxiv))] if arxiv else []
    return verbatim(next(iter((*own, *homes)), ""))


def _is_own(found: str, record: Record) -> bool:
    try:
        parts = urlsplit(found)
    except ValueError:  # "http://[": no address at all
        return False
    host = (parts.hostname or "").lower()
    known = parts.scheme in ("http", "https") and bool(host)
    return known and host not in _ELSEWHERE and (host not in _ARXIV or record.type is Type.PREPRINT)


def eprint(work: Work) -> dict[str, str]:
    """Return the fields for the arXiv paper that the work is or also has.

    The class is given only where the number says it, as numbers did until 2007 (`cs/0112017`).
    """
    every = (record.identifier(Scheme.ARXIV) for record in (work.record, *work.records))
    number = next((value for value in every if value), "")
    archive, slash, _ = number.partition("/")
    if not number:
        return {}
    return {"eprint": verbatim(number), "archiveprefix": "arXiv", "primaryclass": escape(archive) if slash else ""}
