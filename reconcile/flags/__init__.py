"""The rules that say where claim and record part. One rule is one function; `RULES` is the order they run in.

A rule gets the match and its `Context` and returns its flags. Every flag quotes both sides and names the source.
"""

from __future__ import annotations

from dataclasses import replace

from reconcile.flags.context import ERROR, INFO, WARNING, Context, Rule, by_identifier
from reconcile.flags.identifiers import identifier_mismatch
from reconcile.flags.pages import pages_mismatch
from reconcile.flags.people import authors_differ
from reconcile.flags.retractions import updated
from reconcile.flags.venues import non_archival, venue_conflict, venue_mismatch
from reconcile.flags.works import (
    duplicate,
    incomplete,
    no_record,
    not_a_publication,
    preprint_of_published,
    record_suspect,
    title_changed,
    year_mismatch,
)
from reconcile.mention import Flag, Match, Status

__all__ = ["RULES", "Context", "Rule", "by_identifier", "raise_flags"]

RULES: tuple[Rule, ...] = (
    not_a_publication,
    no_record,
    updated,
    venue_conflict,
    venue_mismatch,
    year_mismatch,
    title_changed,
    authors_differ,
    preprint_of_published,
    identifier_mismatch,
    pages_mismatch,
    record_suspect,
    duplicate,
    non_archival,
    incomplete,
)


def raise_flags(match: Match, context: Context) -> tuple[Flag, ...]:
    """Return every flag that the rules raise on a match, errors first, in the order of the rules.

    What a notice says is retracted was published, though no record of it is left.
    """
    found = [_doubted(flag, match) for rule in RULES for flag in rule(match, context)]
    if any(flag.code == "retracted" for flag in found):
        found = [flag for flag in found if flag.code != "no-record"]
    order = [ERROR, WARNING, INFO]
    return tuple(sorted(dict.fromkeys(found), key=lambda flag: order.index(flag.severity)))


# What sets a claim apart from the record alone, so that it is nothing against a claim of another work.
_AGAINST_RECORD = frozenset({"title-changed", "authors-differ", "year-mismatch", "venue-mismatch", "track-mismatch"})


def _doubted(flag: Flag, match: Match) -> Flag:
    """What a record says against a claim is no error where it is not sure that the record is the one meant."""
    if match.status is not Status.POSSIBLE or flag.severity is INFO or flag.code == "venue-conflict":
        return flag
    if flag.severity is WARNING and flag.code not in _AGAINST_RECORD:
        return flag
    return replace(flag, severity=WARNING, says=f"if this is the record meant: {flag.says}")
