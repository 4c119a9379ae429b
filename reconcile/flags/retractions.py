"""The rule of what came after a work: retracted, corrected, under concern, as its records and notices on it say."""

from __future__ import annotations

from collections.abc import Iterator, Set

from reconcile.authors import compare_authors
from reconcile.flags.context import ERROR, INFO, WARNING, Context
from reconcile.mention import Flag, Match, Severity
from reconcile.merge import described_by
from reconcile.titles import Relation as Alike
from reconcile.titles import compare_titles
from reconcile.titles.notices import is_notice, is_of_itself, notice_of
from sources.record import Identifier, Record, Relation
from sources.text import fold

# Crossref's update types, by what they mean for the reader; `by` this record, the article.
_UPDATES: dict[str, tuple[str, Severity]] = {
    "retraction": ("retracted", ERROR),
    "partial_retraction": ("retracted", ERROR),
    "withdrawal": ("retracted", ERROR),
    "removal": ("retracted", ERROR),
    "expression_of_concern": ("concern", WARNING),
    "correction": ("corrected", INFO),
    "corrigendum": ("corrected", INFO),
    "erratum": ("corrected", INFO),
    "addendum": ("corrected", INFO),
    "clarification": ("corrected", INFO),
}
_EVER = "9999"
# What a notice that is a record of its own tells, the gravest first.
_TOLD: tuple[tuple[str, Severity, str], ...] = (
    ("retracted", ERROR, "retraction"),
    ("concern", WARNING, "expression of concern"),
)


def updated(match: Match, context: Context) -> Iterator[Flag]:
    """Retracted, corrected, or under concern; graded, and none for a notice that was withdrawn again."""
    said = list(_by_relations(context)) if match.best is not None else []
    yield from said
    codes = {flag.code for flag in said}
    if "retracted" not in codes and not _is_reinstated(context):
        yield from (flag for flag in _by_notices(match, context) if flag.code not in codes)


def _by_relations(context: Context) -> Iterator[Flag]:
    notices = [relation for record in context.records for relation in record.relations if relation.direction == "by"]
    # One without a date came last, as far as anybody says.
    reinstated = [str(each.when or _EVER) for each in notices if each.kind == "reinstatement"]
    for relation in sorted(set(notices), key=_in_order):
        row = _UPDATES.get(relation.kind.replace("-", "_"))
        if row and not (row[0] != "corrected" and reinstated and str(relation.when or "") <= max(reinstated)):
            code, severity = row
            when = f" on {relation.when}" if relation.when else ""
            said_by = f", says {relation.asserted_by}" if relation.asserted_by else ""
            yield Flag(code, severity, f"{relation.kind.replace('_', ' ')}{when}: {relation.target.value}{said_by}")


def _in_order(relation: Relation) -> tuple[str, str, str]:
    return relation.kind, str(relation.target), f"{relation.when or ''} {relation.asserted_by}"


def _is_reinstated(context: Context) -> bool:
    return any(each.kind == "reinstatement" for record in context.records for each in record.relations)


def _by_notices(match: Match, context: Context) -> Iterator[Flag]:
    """A record's title says that the work is retracted or doubted, or a notice among those found says so of it.

    The notice is a publication of its own, often by nobody or by the journal, and never the record that is meant.
    """
    claim = match.mention.claim
    if not claim.title or is_notice(fold(claim.title)) or notice_of(claim.title):
        yield from _as_claimed(match)
        return
    own = {identifier for record in (claim, *context.records) for identifier in record.identifiers}
    every = [
        (_told_by(record, own, claim, context), record) for record in dict.fromkeys((*context.records, *context.found))
    ]
    for code, severity, what in _TOLD:
        teller = next((record for told, record in every if told == code), None)
        if teller is not None:
            yield Flag(code, severity, f"{what}: “{teller.title}” ({described_by(teller)})")
            return


def _as_claimed(match: Match) -> Iterator[Flag]:
    """A retracted work that is claimed under the title that says so; a notice claimed as one is no retracted work."""
    record = match.best.record if match.best else None
    if record and is_of_itself(match.mention.claim.title) and is_of_itself(record.title):
        yield Flag("retracted", ERROR, f"retraction: “{record.title}” ({described_by(record)})")


def _told_by(record: Record, own: Set[Identifier], claim: Record, context: Context) -> str:
    """Return the code of what a record tells of the work, which has identifiers of its `own`; empty where nothing."""
    codes = [
        _UPDATES.get(relation.kind.replace("-", "_"), ("", INFO))[0]
        for relation in record.relations
        if relation.direction == "to" and relation.target in own
    ]
    notice = notice_of(record.title)
    if notice and (record in context.records or _is_on(claim, notice.of, record, context)):
        codes.append(notice.code)
    return next((code for code, _, _ in _TOLD if code in codes), "")


def _is_on(claim: Record, title: str, notice: Record, context: Context) -> bool:
    """Say whether a notice is on the work claimed: of its very title, which is no common one, or by its authors."""
    titles = compare_titles(claim.title, title)
    if titles.relation is not Alike.SAME:
        return False
    return titles.bits >= context.settings.title_alone or bool(compare_authors(claim.author, notice.author).pairs)
