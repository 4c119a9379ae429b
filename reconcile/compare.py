"""Two records of a publication held side by side: a tuple of evidence whose weights add up.

Each field is one small function that returns its evidence, or None where it has nothing to say. Missing is a
level of its own and weighs nothing.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

from reconcile import rarity
from reconcile.authors import LONGEST, Authors, Pair, compare_authors
from reconcile.mention import Comparison, Evidence, Level, Venue
from reconcile.settings import DEFAULT, TITLE, Settings
from reconcile.titles import compare_titles, say_titles
from reconcile.venues import VenueAgreement, compare_venues, venue_of_record
from sources.names import NameAgreement
from sources.record import Name, Record, Scheme, Type
from sources.text import fold

_QUOTE = 120  # characters of a value that evidence quotes

_VENUE_LEVEL: dict[VenueAgreement, tuple[Level, str]] = {
    VenueAgreement.SAME: (Level.AGREE, "same venue and track"),
    VenueAgreement.OTHER_TRACK: (Level.NEAR, "same venue, another track"),
    VenueAgreement.PREPRINT: (Level.MISSING, "one side is a preprint server"),
    VenueAgreement.UNKNOWN: (Level.MISSING, "not enough is known of the venues"),
    VenueAgreement.OTHER: (Level.DIFFER, "another venue"),
}

# Schemes in which one publication has one identifier: two different ones are evidence against.
_SINGLE = (Scheme.DOI, Scheme.ARXIV, Scheme.ACL, Scheme.PMLR, Scheme.OPENREVIEW, Scheme.IEEE)


def compare(left: Record, right: Record, *, venues: Iterable[Venue] = (), settings: Settings = DEFAULT) -> Comparison:
    """Return the evidence for two records describing the same work.

    `venues` are the venues that the left record claims, where they were read already; a record that matches
    any of them agrees.
    """
    claimed = tuple(venues) or (venue_of_record(left),)
    found = (
        title_evidence(left, right),
        author_evidence(left, right, settings),
        year_evidence(left, right, settings),
        venue_evidence(right, claimed, settings),
        page_evidence(left, right, settings),
        volume_evidence(left, right, settings),
        identifier_evidence(left, right, settings),
    )
    return Comparison(tuple(piece for piece in found if piece is not None))


def probability(weight: float, settings: Settings = DEFAULT) -> float:
    """Return the probability that belongs to a sum of weights in bits, the prior added."""
    bits = max(-60.0, min(60.0, weight + settings.prior))
    return 1.0 / (1.0 + math.pow(2.0, -bits))


def title_evidence(left: Record, right: Record) -> Evidence | None:
    """Compare the titles; rare words weigh more than common ones."""
    if not fold(left.title) or not fold(right.title):
        return _missing("title", left.title, right.title)
    titles = compare_titles(left.title, right.title)
    factor, cap, base = TITLE[titles.relation]
    level, says = say_titles(titles)
    return _evidence("title", level, min(cap, factor * titles.bits) + base, left.title, right.title, says)


def author_evidence(left: Record, right: Record, settings: Settings) -> Evidence:
    """Compare the authors one to one, blind to order, initials, accents and marks."""
    if not left.author or not right.author:
        return _missing("author", _names(left.author), _names(right.author))
    found = compare_authors(left.author, right.author)
    level, weight, says = _judge_authors(found, left, right, settings)
    return _evidence("author", level, weight, _names(left.author), _names(right.author), says)


def _judge_authors(found: Authors, left: Record, right: Record, settings: Settings) -> tuple[Level, float, str]:
    shorter = min(len(left.author), len(right.author), LONGEST)
    if not found.pairs:
        return Level.DIFFER, settings.author_none, "no author agrees"
    if len(found.pairs) * 3 < shorter:
        return Level.DIFFER, settings.author_few, f"only {len(found.pairs)} of {shorter} authors agree"
    agreeing = sum(_pair_weight(pair, left.author, settings) for pair in found.pairs)
    added = 0 if right.author_et_al else len(found.only_left)
    missing = 0 if left.author_et_al else len(found.only_right)
    first = 0.0 if found.same_first or found.reordered else settings.author_first
    weight = (
        min(settings.author_cap, agreeing)
        + settings.author_added * added
        + max(settings.author_missing_cap, settings.author_missing * missing)
        + first
    )
    says = _say_authors(found, left.author, right.author, added, missing)
    return (Level.AGREE if says == "" else Level.NEAR), weight, says or f"all {len(found.pairs)} authors agree"


def _pair_weight(pair: Pair, names: tuple[Name, ...], settings: Settings) -> float:
    name = names[pair.left]
    bits = rarity.of_surname((fold(name.family or name.literal).split() or [""])[-1])
    share = {NameAgreement.INITIALS: settings.author_initials, NameAgreement.VARIANT: settings.author_variant}
    return min(settings.author_each, settings.author_share * bits) * share.get(pair.agreement, 1.0)


def _say_authors(found: Authors, left: tuple[Name, ...], right: tuple[Name, ...], added: int, missing: int) -> str:
    """Return what sets the lists apart, each person named; empty where nothing does."""
    said = []
    if added:
        said.append("only left: " + ", ".join(str(left[i]) for i in found.only_left))
    if missing:
        said.append("only right: " + ", ".join(str(right[j]) for j in found.only_right))
    variants = [pair for pair in found.pairs if pair.agreement is NameAgreement.VARIANT]
    if variants:
        said.append("spelt otherwise: " + ", ".join(f"{left[p.left]} / {right[p.right]}" for p in variants))
    if found.reordered:
        said.append("in another order")
    return "; ".join(said)


def is_preprint(record: Record) -> bool:
    """Say whether a record describes a preprint."""
    return record.type is Type.PREPRINT


def years_of(record: Record) -> tuple[int, ...]:
    """Return every year that a record's dates name, the earliest first."""
    every = {date.year for _, date in record.dates} | ({record.issued.year} if record.issued else set())
    return tuple(sorted(every))


def year_evidence(left: Record, right: Record, settings: Settings) -> Evidence:
    """Compare the years: any date of one with any date of the other; a preprint may be older at no cost."""
    mine, theirs = years_of(left), years_of(right)
    if not mine or not theirs:
        return _missing("year", _years(mine), _years(theirs))
    gap = min(abs(a - b) for a in mine for b in theirs)
    preprints = is_preprint(left) + is_preprint(right)
    if gap == 0:
        level, weight, says = Level.AGREE, settings.year_same, "same year"
    elif preprints == 1 and gap <= settings.preprint_years:
        level, weight = Level.NEAR, settings.year_preprint
        says = f"{_count(gap, 'year')} between preprint and publication"
    elif gap == 1:
        level, weight, says = Level.NEAR, settings.year_near, "one year apart"
    else:
        weight = settings.year_off if gap <= settings.preprint_years else settings.year_far
        level, says = Level.DIFFER, f"{_count(gap, 'year')} apart"
    return _evidence("year", level, weight, _years(mine), _years(theirs), says)


def venue_evidence(right: Record, claimed: tuple[Venue, ...], settings: Settings) -> Evidence:
    """Compare the venues by series and track; the claimed venue that agrees best counts."""
    theirs = venue_of_record(right)
    names = [venue.name for venue in claimed if venue.name]
    if not names or not (theirs.name or theirs.series):
        return _missing("venue", "; ".join(names), theirs.name)
    agreement = min((compare_venues(venue, theirs) for venue in claimed), key=list(_VENUE_LEVEL).index)
    level, says = _VENUE_LEVEL[agreement]
    weight = {
        VenueAgreement.SAME: settings.venue_same,
        VenueAgreement.OTHER_TRACK: settings.venue_track,
        VenueAgreement.OTHER: settings.venue_other,
    }.get(agreement, 0.0)
    return _evidence("venue", level, weight, "; ".join(names), theirs.name or theirs.series, says)


def _first_page(page: str) -> str:
    return fold(page.replace("–", "-").split("-")[0]).replace(" ", "")


def page_evidence(left: Record, right: Record, settings: Settings) -> Evidence | None:
    """Compare the first pages; says nothing where either is missing."""
    mine, theirs = _first_page(left.page), _first_page(right.page)
    if not mine or not theirs:
        return None
    same = mine == theirs
    # "1-8" is how many publishers number every paper of a proceedings: agreement on it says nothing.
    weight = (0.0 if mine == "1" else settings.pages_same) if same else settings.pages_other
    says = "same first page" if same else "another first page"
    return _evidence("page", Level.AGREE if same else Level.DIFFER, weight, left.page, right.page, says)


def volume_evidence(left: Record, right: Record, settings: Settings) -> Evidence | None:
    """Compare the volumes; says nothing where either is missing."""
    if not left.volume or not right.volume:
        return None
    same = fold(left.volume) == fold(right.volume)
    weight = settings.volume_same if same else settings.volume_other
    says = "same volume" if same else "another volume"
    return _evidence("volume", Level.AGREE if same else Level.DIFFER, weight, left.volume, right.volume, says)


def identifier_evidence(left: Record, right: Record, settings: Settings) -> Evidence | None:
    """Compare the identifiers: one in common is strong evidence, two of one scheme that differ are against."""
    shared = sorted(set(left.identifiers) & set(right.identifiers))
    if shared:
        text = str(shared[0])
        return _evidence("identifier", Level.AGREE, settings.identifier_same, text, text, "same identifier")
    for scheme in _SINGLE:
        mine, theirs = left.identifier(scheme), right.identifier(scheme)
        if mine and theirs and not _preprint_doi(mine, theirs):
            return _evidence("identifier", Level.DIFFER, settings.identifier_other, mine, theirs, f"another {scheme}")
    return None


def _preprint_doi(*values: str) -> bool:
    """Say whether one of the values is arXiv's DOI, which a published work has beside its own."""
    return any(value.startswith("10.48550/") for value in values)


def _missing(field: str, left: str, right: str) -> Evidence:
    silent = "neither side says" if not left and not right else f"the {'right' if left else 'left'} side does not say"
    return _evidence(field, Level.MISSING, 0.0, left, right, silent)


def _evidence(field: str, level: Level, weight: float, left: str, right: str, says: str) -> Evidence:
    return Evidence(field, level, round(weight, 1) if math.isfinite(weight) else 0.0, _cut(left), _cut(right), says)


def _cut(text: str) -> str:
    return text if len(text) <= _QUOTE else text[: _QUOTE - 1] + "…"


def _names(names: tuple[Name, ...]) -> str:
    return ", ".join(map(str, names))


def _years(years: tuple[int, ...]) -> str:
    return "/".join(map(str, years))


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")
