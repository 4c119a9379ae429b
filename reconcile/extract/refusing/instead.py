"""What an entry of fields is instead of a publication: a kind of thing, a template's sample, or what its note says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from reconcile.documents.fields.columns import canonical
from reconcile.documents.fields.kinds import reason_named
from reconcile.lexicon import talks
from reconcile.lexicon.besides import occasions_beside
from reconcile.lexicon.fillers import is_placeholder, is_sample, names_nobody
from reconcile.lexicon.reasons import Reason
from sources.identifiers import from_url
from sources.text import fold

# What an entry of such a kind has where it is a publication after all: a "note" in a journal is what Scopus calls
# short, biblatex has preprints among what is online, and Zotero calls a site what it calls a journal.
_APPEARED: Mapping[Reason, frozenset[str]] = {
    Reason.BROADCAST: frozenset({"doi"}),
    Reason.MESSAGE: frozenset({"journal", "booktitle", "doi"}),
    Reason.NOTE: frozenset({"journal", "booktitle", "doi"}),
    Reason.WEB_PAGE: frozenset({"doi", "eprint", "isbn", "page", "volume"}),
}
_KIND_FIELDS = (
    "entrytype",
    "type",
    "kind",
    "category",
    "work-type",
    "worktype",
    "item type",
    "itemtype",
    "publication type",
)
# Types that say of no work what it is, so that a note may; and what shows that it appeared.
_ANYTHING = frozenset(" document electronic manual misc other unpublished www".split(" "))
_PRINTED = frozenset("archive booktitle doi eprint isbn issue journal page volume".split())
_NOTES = frozenset({"note", "howpublished", "annote", "comment", "comments"})
_RANK = rf"(?:{talks.RANKS}|conference|contributed|online|poster session|virtual|workshop)[ -]"
# How a note begins that says what the entry is. A prize is so only by itself: `Best paper award` is a paper's.
_SAID: tuple[tuple[Reason, re.Pattern[str]], ...] = tuple(
    (reason, re.compile(rf"\W*(?:an? )?(?:{words})", re.IGNORECASE))
    for reason, words in (
        (
            Reason.AWARD,
            r"(?:(?:career|research|service|student|teaching|travel) )?(?:award|fellowship|medal|prize|scholarship)s?"
            r"\W*\Z",
        ),
        (
            Reason.CODE,
            r"(?:(?:computer )?software(?: package| library)?|computer program|(?:source )?code|(?:r|python) package"
            r"|(?:git|github|gitlab|code) repository)(?:,? (?:version|v\.?)? ?\d[\w.-]*)?\W*\Z",
        ),
        (
            Reason.COURSE,
            rf"(?:class|course|lecture) (?:materials?|notes?|slides){talks.BEHIND}(?! in (?:computer|mathematics)\b)",
        ),
        (Reason.DATA, r"data ?set\W*\Z"),
        (Reason.GRANT, rf"(?:project |research )?(?:funding|grant)(?: (?:application|proposal))?{talks.BEHIND}"),
        (Reason.POST, rf"(?:[\w.-]+ )?(?:blog|weblog)(?: ?(?:article|entry|post))?{talks.BEHIND}"),
        (
            Reason.TALK,
            rf"(?:{_RANK}){{0,3}}(?:(?:colloquium|keynote|lecture|seminar|speech|talk|webinar)s?|(?:gast|plenar)?(?:{talks.ABROAD})){talks.BEHIND}"
            rf"|(?:{_RANK}){{1,3}}(?:address|presentation|slides){talks.BEHIND}",
        ),
    )
)
# What the title of a prize is, where nothing says that it appeared: `Best Reviewer Award, SHEEP 2018`.
_PRIZE = re.compile(
    r"\W*(?:best|distinguished|excellent|outstanding|top)(?: [\w-]+){0,3} (?:award|prize|reviewer)s?"
    r"(?=\W*\Z|[,(]| at | from )",
    re.IGNORECASE,
)
_OF_A_PAPER = re.compile(
    r"\b(?:support|funded|funding by|sponsor|acknowledg)\w*", re.IGNORECASE
)  # `Supported by NSF grant 123456`


def reason_in_fields(fields: Iterable[tuple[str, str]]) -> str:
    """Return why an entry of fields is no publication; the empty string where it may be one.

    >>> str(reason_in_fields([("ENTRYTYPE", "misc"), ("title", "On Wool"), ("note", "Invited talk, Lund")]))
    'a talk'
    """
    given = [(name, value.strip()) for name, value in fields if value.strip()]
    if _is_sample(given):
        return Reason.PLACEHOLDER
    named = {fold(name): value for name, value in given}
    kinds = [named.get(fold(name), "") for name in _KIND_FIELDS]
    reason = next(filter(None, map(reason_named, kinds)), None)
    said = {canonical(name) for name, _ in given}
    if reason:
        shown = _APPEARED.get(reason, frozenset())
        linked = shown and any(canonical(name) == "url" and from_url(value) for name, value in given)
        return "" if linked or said & shown else reason
    if said & _PRINTED or fold(next(filter(None, kinds), "")) not in _ANYTHING:
        return ""
    if _PRIZE.match(named.get("title", "")):
        return Reason.AWARD
    return next(filter(None, (_said(value) for name, value in given if fold(name) in _NOTES)), "")


def _said(note: str) -> str:
    """Return what a note says that an entry is, as it would beside a title; the empty string for most."""
    reason = next((reason for reason, begins in _SAID if begins.match(note)), "")
    if reason or _OF_A_PAPER.search(note):
        return reason
    return next((reason for reason, _, _ in occasions_beside(f". {note}")), "")


def _is_sample(given: Iterable[tuple[str, str]]) -> bool:
    """Whether an entry is a template's: by its title, or by one that says nothing and another field.

    One whose authors alone are a template's is a claim to be checked.
    """
    named = {canonical(name) or fold(name): value for name, value in reversed(list(given))}
    title = named.get("title", "")
    if is_placeholder(title) or is_sample("title", title):
        return True
    others = any(is_sample(field, value) for field, value in named.items() if field != "title")
    return is_sample("untitled", title) and (others or names_nobody(named.get("author", "")))
