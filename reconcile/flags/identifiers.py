"""The rule of identifiers: one that is another work's, that does not exist, or that the publication cannot have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reconcile.flags.context import ERROR, INFO, WARNING, Context
from reconcile.mention import Flag, Kind, Level, Match, Status
from reconcile.merge import described_by
from reconcile.records import is_preprint
from reconcile.works import same_publication, same_versions
from sources.record import Identifier, Record, Scheme


def identifier_mismatch(match: Match, context: Context) -> Iterator[Flag]:
    """An identifier in the string belongs to another work, or does not exist.

    That nobody knows an identifier says something only of a scheme that a source knows wholly, and where that
    source answered and has the work under another identifier.
    """
    if match.mention.reason:
        return
    for identifier, holders in context.by_identifier:
        if not holders and (other := _registered_instead(identifier, match)):
            yield Flag("identifier-mismatch", ERROR, f"nobody knows {identifier}; the work's own is {other}")
        if holders and not any(_means(match, holder, context) for holder in holders):
            holder = holders[0]
            says = f"{identifier} is “{holder.title}” ({described_by(holder)}), not “{match.mention.claim.title}”"
            slip = _is_slip(identifier, match)
            more = f"; {described_by(match.best.record)} has doi:{slip}" if match.best and slip else ""
            yield Flag("identifier-mismatch", WARNING if slip else ERROR, says + more)
        if not holders and not _registered_instead(identifier, match):
            yield from _not_the_records(identifier, match)
    yield from _malformed(match)


_NAMES = {Scheme.ARXIV: "arXiv number", Scheme.DOI: "DOI", Scheme.ISBN: "ISBN"}


def _malformed(match: Match) -> Iterator[Flag]:
    """What is given for an identifier and is none; an ISBN is at most that of the volume."""
    best = match.best.record if match.best and match.status is Status.MATCHED else None
    for scheme, text in match.mention.malformed:
        own = best.identifier(scheme) if best and scheme is not Scheme.ISBN else ""
        says = f"“{text}” is no {_NAMES[scheme]}" + (
            f"; {described_by(best)} has {scheme}:{own}" if best and own else ""
        )
        yield Flag("identifier-mismatch", INFO if scheme is Scheme.ISBN else WARNING, says)


# Who would know an identifier of a scheme, if it existed. DataCite's DOIs are not Crossref's to know.
_REGISTRARS = {Scheme.DOI: "crossref", Scheme.ACL: "anthology"}
_DATACITE = ("10.48550/", "10.5281/", "10.6084/")  # arXiv, Zenodo, figshare


def _registered_instead(identifier: Identifier, match: Match) -> str:
    """Return the matched work's own identifier of that scheme; empty where its register was not asked."""
    asked = _REGISTRARS.get(identifier.scheme) in match.asked and not match.gaps
    if not asked or match.best is None or match.status is not Status.MATCHED or identifier.value.startswith(_DATACITE):
        return ""
    return match.best.record.identifier(identifier.scheme)


# Fields that must not differ where a number that is off is taken for a slip.
_ALL_ELSE = ("title", "author", "venue", "year")
_LAST_NUMBER = re.compile(r"\d+\Z")


def _is_slip(identifier: Identifier, match: Match) -> str:
    """Return the record's own DOI, where nothing but its last number is off and all else in the claim is the record's.

    As with a year that is one off: the claim is of this publication, and somebody copied the line above or below.
    """
    if match.best is None or match.status is not Status.MATCHED:
        return ""
    own = match.best.record.identifier(Scheme.DOI)
    if identifier.scheme is not Scheme.DOI or _LAST_NUMBER.sub("", own) != _LAST_NUMBER.sub("", identifier.value):
        return ""
    differs = any(piece.level is Level.DIFFER for piece in match.best.comparison.evidence if piece.field in _ALL_ELSE)
    return "" if differs else own


def _registrant(doi: Identifier) -> str:
    """Return the beginning of a DOI that says who registered it: `10.1145/`."""
    return doi.value[: doi.value.find("/") + 1]


# Hosts on which publishers keep their papers, with the prefixes of the DOIs that they register; none for those who
# register none (PMLR, JMLR, OpenReview; NeurIPS none before 2024).
_DOIS_OF_HOST: Mapping[str, tuple[str, ...]] = {
    "aclanthology.org": ("10.18653/", "10.3115/", "10.1162/"),
    "jmlr.org": (),
    "ojs.aaai.org": ("10.1609/",),
    "openreview.net": (),
    "papers.nips.cc": ("10.52202/",),
    "proceedings.mlr.press": (),
    "proceedings.neurips.cc": ("10.52202/",),
    "www.ijcai.org": ("10.24963/",),
    "www.isca-speech.org": ("10.21437/",),
    "www.jmlr.org": (),
}


def _not_the_records(identifier: Identifier, match: Match) -> Iterator[Flag]:
    """A DOI that nobody holds, beside a sure record of the publication that has another one, or can have none such."""
    best = match.best.record if match.best else None
    if identifier.scheme is not Scheme.DOI or best is None or match.status is not Status.MATCHED:
        return
    if identifier.value.startswith(_DATACITE) or is_preprint(best):
        return
    if match.mention.kind == Kind.PREPRINT and not best.identifier(Scheme.DOI).startswith(_registrant(identifier)):
        return  # the preprint's own, of which the publication's record says nothing
    if own := best.identifier(Scheme.DOI):
        cut = own.startswith((f"{identifier.value}.", f"{identifier.value}_", f"{identifier.value}/"))
        why = f"{identifier} is cut short or the volume's" if cut else f"no source that answered holds {identifier}"
        yield Flag("identifier-mismatch", WARNING, f"{why}; {described_by(best)} has doi:{own}")
        return
    for url in best.urls:
        host = url.partition("://")[2].partition("/")[0].lower()
        prefixes = _DOIS_OF_HOST.get(host)
        if prefixes is not None and not identifier.value.startswith(prefixes):
            has = f"gives DOIs that begin with {' or '.join(prefixes)}" if prefixes else "gives none"
            says = f"no source that answered holds {identifier}; {host}, which has the publication, {has}"
            yield Flag("identifier-mismatch", WARNING, f"{says} ({described_by(best)})")
            return


def _means(match: Match, holder: Record, context: Context) -> bool:
    """Say whether the record of an identifier is a record of the claimed work."""
    if holder in context.records:
        return True
    if match.best is None:
        return not match.mention.claim.title
    best = match.best.record
    pairs = [(best, holder), (holder, best)]
    return same_publication(best, holder, context.settings) is not None or any(
        is_preprint(a) and not is_preprint(b) and same_versions(a, b, context.settings) is not None for a, b in pairs
    )
