"""Addresses of identifiers: the URLs that stand for one, and the one to give.

The table `_PAGES` knows the sites' own forms; a URL of any other site stands for the DOI that its path or
query spells out (`/doi/10.…`, `?id=10.…`), as publishers' platforms do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType
from urllib.parse import SplitResult, quote, unquote, urlsplit

from sources.record import Identifier, Scheme

_ARXIV = r"/(?:abs|pdf|html|ps|format|src|e-print|papers|forum|overview)/(?P<id>(?:[\w.-]+/)?[\w.-]+?)(?:\.pdf)?/?"
_ACL_FILE = r"(?P<id>[\w.-]*?[0-9])(?:v[0-9]{1,2})?(?:\.(?:pdf|bib|xml|endf))?/?"

# Host (a suffix of it, parted by a dot), form of "path?query", scheme. The first row that fits decides.
_PAGES: tuple[tuple[str, re.Pattern[str], Scheme], ...] = tuple(
    (host, re.compile(form), scheme)
    for host, form, scheme in (
        ("doi.org", r"/(?P<id>10\..{1,500})", Scheme.DOI),
        ("doi.acm.org", r"/(?P<id>10\..{1,500})", Scheme.DOI),
        ("doi.ieeecomputersociety.org", r"/(?P<id>10\..{1,500})", Scheme.DOI),
        ("arxiv.org", _ARXIV, Scheme.ARXIV),
        ("xxx.lanl.gov", _ARXIV, Scheme.ARXIV),
        ("ar5iv.org", _ARXIV, Scheme.ARXIV),
        ("alphaxiv.org", _ARXIV, Scheme.ARXIV),
        ("huggingface.co", r"/papers/(?P<id>[0-9.]+)", Scheme.ARXIV),
        ("arxiv-vanity.com", _ARXIV, Scheme.ARXIV),
        ("aclanthology.org", rf"/{_ACL_FILE}", Scheme.ACL),
        ("aclanthology.info", rf"/(?:pdf|papers)/(?:[\w-]+/)*?{_ACL_FILE}(?:/.*)?", Scheme.ACL),
        ("aclweb.org", rf"/anthology/(?:papers/)?(?:[A-Z]/[A-Z][0-9]{{2}}/)?{_ACL_FILE}", Scheme.ACL),
        (
            "dblp.org",
            r"/rec/(?:bib(?:tex)?[0-2]?/|html/|xml/|rdf/)?(?P<id>[\w/+-]+)(?:\.\w+)?(?:\?.*)?",
            Scheme.DBLP,
        ),
        ("openreview.net", r"/(?:forum|pdf|attachment)\?(?:.*&)?id=(?P<id>[\w-]+)(?:&.*)?", Scheme.OPENREVIEW),
        ("openreview.net", r"/(?:forum|pdf)/(?P<id>[\w-]+?)(?:\.pdf)?", Scheme.OPENREVIEW),
        (
            "proceedings.mlr.press",
            r"/(?P<id>[vr][0-9]+/[\w-]+?)(?:-supp)?(?:\.(?:html|pdf)|/.*)?",
            Scheme.PMLR,
        ),
        ("jmlr.org", r"/proceedings/papers/(?P<id>v[0-9]+/[\w-]+?)(?:\.(?:html|pdf)|/.*)?", Scheme.PMLR),
        ("ieeexplore.ieee.org", r"/(?:[\w-]+/)*document/(?P<id>[0-9]+)(?:[/?].*)?", Scheme.IEEE),
        ("ieeexplore.ieee.org", r"/.*[?&]arnumber=(?P<id>[0-9]+)(?:&.*)?", Scheme.IEEE),
        ("ieeexplore.ieee.org", r"/ie[a-z0-9]{1,4}/[0-9]+/[0-9]+/(?P<id>[0-9]+)\.pdf(?:\?.*)?", Scheme.IEEE),
        ("nature.com", r"/articles/(?P<id>[sd]?4[0-9]{4}-[\w-]+|(?:nature|ncomms|srep)[0-9]+)(?:\.pdf)?", Scheme.DOI),
        ("patents.google.com", r"/patent/(?P<id>\w+)(?:[/?].*)?", Scheme.PATENT),
    )
)
# Sites that are one site under several names.
_SAME_HOST: Mapping[str, str] = MappingProxyType(
    {"dblp.uni-trier.de": "dblp.org", "dblp.dagstuhl.de": "dblp.org", "dblp2.uni-trier.de": "dblp.org"}
)
# A URL of which nothing is to be decoded: host, path, query.
_PLAIN = re.compile(r"https?://([a-z0-9-]+(?:\.[a-z0-9-]+)+)((?:/(?!/)[A-Za-z0-9._~=&-]*+)*+)(\?[A-Za-z0-9._~/=&-]++)?")
# What every URL has in it that spells an identifier: a known host, or a DOI, perhaps with its letters as `%31`.
_TELLING = ("10.", "%", *dict.fromkeys([host for host, _, _ in _PAGES] + list(_SAME_HOST)))
_DOI_WITHIN = re.compile(r"(?:/|=|doi:)(10\.[0-9]{4,9}/[^?&#]{1,300})", re.IGNORECASE)
# What platforms hang on a DOI to name a view of it.
_VIEW = re.compile(
    r"(?:/(?:full|pdf|epdf|meta|abstract|summary|html|reader|references|fulltext|tables|figures?))?"
    r"(?:v[0-9]{1,2})?(?:\.(?:full|abstract|long|short))?(?:\.(?:pdf|html?|xml|txt|epub))?\Z",
    re.IGNORECASE,
)

_ADDRESSES: Mapping[Scheme, str] = MappingProxyType(
    {
        Scheme.DOI: "https://doi.org/{}",
        Scheme.ARXIV: "https://arxiv.org/abs/{}",
        Scheme.ACL: "https://aclanthology.org/{}",
        Scheme.DBLP: "https://dblp.org/rec/{}",
        Scheme.PMLR: "https://proceedings.mlr.press/{}.html",
        Scheme.OPENREVIEW: "https://openreview.net/forum?id={}",
        Scheme.IEEE: "https://ieeexplore.ieee.org/document/{}",
        Scheme.ISBN: "https://openlibrary.org/isbn/{}",
        Scheme.PATENT: "https://patents.google.com/patent/{}",
    }
)
_APPLICATION_ADDRESS = "https://patentcenter.uspto.gov/applications/{}"


def address(identifier: Identifier) -> str:
    """Return the URL under which the thing identified is found.

    >>> address(Identifier(Scheme.PMLR, "v139/he21a"))
    'https://proceedings.mlr.press/v139/he21a.html'
    """
    if identifier.scheme is Scheme.PATENT and "/" in identifier.value:
        return _APPLICATION_ADDRESS.format(re.sub(r"\D", "", identifier.value))
    return _ADDRESSES[identifier.scheme].format(quote(identifier.value, safe="/:;()-._"))


# The resolver's addresses in their plain spelling, which are most of those in dumps.
RESOLVER = re.compile(r"https?://(?:dx\.)?doi\.org/(10\.[A-Za-z0-9.-]{1,40}/[A-Za-z0-9._()-]{1,400})")


def parts_of_url(url: str) -> Iterator[tuple[Scheme, str]]:
    """Yield the identifiers that a URL spells, as scheme and text not yet in normal form, likeliest first."""
    parts = _plain_parts(url) or _any_parts(url)
    if parts is None:
        return
    host, path, query = parts
    for known, form, scheme in _pages(host):
        fit = form.fullmatch(path) or form.fullmatch(path + query)
        if fit:
            yield scheme, f"10.1038/{fit['id']}" if known == "nature.com" else fit["id"]
            return
    if "10." in url or "%" in url:
        yield from _doi_within(path, unquote(query))


def _plain_parts(url: str) -> tuple[str, str, str] | None:
    """Return host, path and query (with its `?`) of a URL as most are; None for any other."""
    fit = _PLAIN.fullmatch(url)
    if not fit:
        return None
    host, path, query = fit.groups("")
    host = host.removeprefix("www.")
    return _SAME_HOST.get(host, host), path, query


def _any_parts(url: str) -> tuple[str, str, str] | None:
    """Return what `_plain_parts` does of any URL; None for what is none, or spells no identifier."""
    split = _split(url) if _is_telling(url) else None
    if split is None:
        return None
    host = (split.hostname or "").removeprefix("www.")
    query = f"?{split.query}" if split.query else ""
    return _SAME_HOST.get(host, host), re.sub(r"/{2,}", "/", unquote(split.path)), query


def _is_telling(url: str) -> bool:
    """Return False where a URL certainly spells no identifier, as half of those in dumps do not."""
    if not url.isprintable():
        return True
    url = url.lower()
    for sign in _TELLING:  # noqa: SIM110 -- twice as fast as any()
        if sign in url:
            return True
    return False


@lru_cache(maxsize=4096)
def _pages(host: str) -> tuple[tuple[str, re.Pattern[str], Scheme], ...]:
    """Return the rows of `_PAGES` for a host."""
    return tuple(row for row in _PAGES if host == row[0] or host.endswith("." + row[0]))


def _doi_within(path: str, query: str) -> Iterator[tuple[Scheme, str]]:
    """Yield the DOI that stands in a path or a query, without the platform's word for the view."""
    for part in (path, query):
        spelled = _DOI_WITHIN.search(part)
        if spelled:
            yield Scheme.DOI, _VIEW.sub("", spelled[1].rstrip("/"), count=1)


def _split(url: str) -> SplitResult | None:
    """Return the parts of a URL, with or without its `https://`; None where it is none."""
    try:
        split = urlsplit(url if "://" in url[:10] else f"https://{url}")
        split.hostname  # noqa: B018 -- raises for a malformed host
    except ValueError:
        return None
    return split if split.scheme in ("http", "https") else None
