"""The rule of authors: who is added, missing, misspelt or in another place, and when another version may list them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reconcile.authors import LONGEST, Authors, Pair
from reconcile.authors.aliases import compare_lists
from reconcile.authors.forms import Form, form, is_short_form
from reconcile.decide import known_as_recorded
from reconcile.flags.context import ERROR, INFO, WARNING, Context, people
from reconcile.mention import Flag, Match, Mention
from reconcile.merge import described_by
from reconcile.records import is_preprint
from reconcile.titles.slips import is_slip
from sources.identifiers import arxiv_of_doi
from sources.names import NameAgreement
from sources.record import Identifier, Name, Record, Scheme
from sources.text import fold


def authors_differ(match: Match, context: Context) -> Iterator[Flag]:
    """Authors added, missing, misspelt or reordered, each named. Initials and name order alone are no difference.

    One who stands in both lists under two forms of the name is spelt otherwise, which is worth knowing and no fault.
    """
    if match.best is None or not match.mention.claim.author or not match.best.record.author:
        return
    record = match.best.record
    claim = known_as_recorded(match.mention.claim, record, context.persons)
    owner = match.mention.left_out
    if owner:
        (owner,) = context.persons.as_recorded((owner,), record.author)
    found = _with_left_out(compare_lists(claim.author, record.author), owner, record)
    said = list(_author_differences(found, replace(match.mention, claim=claim), record))
    if not said:
        return
    says = f"{'; '.join(said)} ({described_by(record)})"
    share = len(found.pairs) / min(len(claim.author), LONGEST)
    version = _version_unseen(match, context)
    if version and share >= _SAME_TEAM and found.same_first and not _misnamed(found, claim, record):
        says = f"{says}; {version} may list others, and no source that answered has it"
        yield Flag("authors-differ", INFO if share >= _FEW_DIFFER else WARNING, says)
        return
    one_place = not context.cited and _one_place(found, claim, record)
    if one_place:
        says = f"{says}; they may be one, by place and name"
    added = bool(found.only_left) and not record.author_et_al and not _all_misspelt(found, claim, record)
    if not added and _only_other_forms(found, claim, record):
        yield Flag("authors-differ", INFO, says)
    else:
        yield Flag("authors-differ", ERROR if added and not one_place else WARNING, says)


def _with_left_out(found: Authors, owner: Name | None, record: Record) -> Authors:
    """Return the assignment without the one author whom a claim leaves out because the list is theirs.

    Where the document does not say whose list it is, that is whoever alone is missing.
    """
    if owner is None or not found.only_right:
        return found
    if str(owner):
        theirs = [at for at in found.only_right if form(owner, record.author[at])]
    else:
        theirs = list(found.only_right) if len(found.only_right) == 1 else []
    return found._replace(only_right=tuple([at for at in found.only_right if at not in theirs[:1]]))


def _only_other_forms(found: Authors, claim: Record, record: Record) -> bool:
    """Say whether lists differ in nothing but names that are surely written for each other."""
    if found.only_left or found.only_right or found.reordered:
        return False
    variants = _variants(found, claim, record)
    return all(form(claim.author[pair.left], record.author[pair.right]) is Form.OTHER for pair in variants)


# Of the authors claimed, the shares that must be the record's for the others to be another version's. Reasoned: a
# preprint and its publication have one first author and differ by a few people, two teams by most.
_SAME_TEAM, _FEW_DIFFER = 0.5, 0.75


def _all_misspelt(found: Authors, claim: Record, record: Record) -> bool:
    """Say whether each who is added is one who is missing, but for a letter."""
    missing = [fold(str(record.author[at])) for at in found.only_right]
    added = [fold(str(claim.author[at])) for at in found.only_left]
    return all(any(is_slip(mine, theirs) for theirs in missing) for mine in added)


def _one_place(found: Authors, claim: Record, record: Record) -> bool:
    """Say whether each who is added stands in the place of one who is missing and may be that person under a new name.

    People change their given names, and are listed by another one than they use; their friends know. All others must be
    on both lists.
    """
    if not found.pairs or found.reordered or not found.only_left or found.only_left != found.only_right:
        return False
    return all(_may_be_renamed(claim.author[at], record.author[at]) for at in found.only_left)


def _may_be_renamed(left: Name, right: Name) -> bool:
    """Say whether two names have a family name or a part of it in common, or the words of one begin those of the other.

    >>> _may_be_renamed(Name("Soplin", "N. E. Y."), Name("Yalta", "Nelson"))
    True
    """
    if not set(fold(left.family).split()).isdisjoint(fold(right.family).split()):
        return True
    short, long = sorted((fold(str(left)).split(), fold(str(right)).split()), key=len)
    rest = iter(long)
    return len(short) > 1 and all(any(word == other or word[0] == other for other in rest) for word in short)


def _misnamed(found: Authors, claim: Record, record: Record) -> bool:
    """Say whether one who is added has the family name of one who is missing: one person, given another name."""
    missing = {fold(record.author[at].family) for at in found.only_right}
    return any(fold(claim.author[at].family) in missing for at in found.only_left)


def _version_unseen(match: Match, context: Context) -> str:
    """Return the preprint that a claim names and no record is of, where the record is the publication; else empty."""
    if match.best is None or is_preprint(match.best.record):
        return ""
    known = {identifier for record in context.records for identifier in record.identifiers}
    mine = (each for each in match.mention.claim.identifiers if _names_preprint(each) and each not in known)
    return next(map(str, mine), "")


def _names_preprint(identifier: Identifier) -> bool:
    return identifier.scheme is Scheme.ARXIV or arxiv_of_doi(identifier.value) is not None


def _author_differences(found: Authors, mention: Mention, record: Record) -> Iterator[str]:
    """Yield what differs; who stands first comes first, because credit goes by it."""
    claim = mention.claim
    if not found.same_first and (found.reordered or _is_cut_before_first(found, mention)):
        yield _another_first(found, claim, record)
    if found.only_left and not record.author_et_al:
        yield "added in the claim: " + people(claim.author, found.only_left)
    if found.only_right and not claim.author_et_al:
        yield "missing in the claim: " + people(record.author, found.only_right)
    variants = _variants(found, claim, record)
    if variants:
        yield "spelt otherwise: " + _pairs(variants, claim, record)
    if found.reordered and found.same_first:
        yield _moved(found, claim)
    swapped = [pair for pair in found.pairs if pair.agreement is NameAgreement.SWAPPED]
    if swapped and (found.only_left or found.only_right or variants or found.reordered):
        yield "family and given name exchanged: " + ", ".join(
            f"{claim.author[p.left]} for {record.author[p.right]}" for p in swapped
        )


def _another_first(found: Authors, claim: Record, record: Record) -> str:
    """Return who is claimed first and who is recorded first, and where each stands on the other list."""
    recorded = next((f", recorded as number {pair.right + 1}" for pair in found.pairs if pair.left == 0), "")
    claimed = next((f", claimed as number {pair.left + 1}" for pair in found.pairs if pair.right == 0), "")
    return f"in another order, claimed first: {claim.author[0]}{recorded}; recorded first: {record.author[0]}{claimed}"


def _moved(found: Authors, claim: Record) -> str:
    """Return who is the first to stand elsewhere than on the other list, of those whom both have."""
    recorded = sorted(found.pairs, key=lambda pair: pair.right)
    moved = next(mine for mine, theirs in zip(found.pairs, recorded, strict=True) if mine != theirs)
    name = claim.author[moved.left]
    return f"in another order: {name}, claimed as number {moved.left + 1}, recorded as number {moved.right + 1}"


_CUT = re.compile(r"\.\.|…|et al")


def _is_cut_before_first(found: Authors, mention: Mention) -> bool:
    """Say whether "et al." hides who stands before the first who is named; not where the string says so itself."""
    first = next((span.start for span in mention.spans if span.field == "author"), 0)
    moved = any(pair.left == 0 < pair.right for pair in found.pairs)
    return moved and mention.claim.author_et_al and not _CUT.search(mention.reading, 0, first)


def _variants(found: Authors, claim: Record, record: Record) -> list[Pair]:
    """Return those who stand on both lists under names of which neither is just a short form of the other."""
    return [
        pair
        for pair in found.pairs
        if pair.agreement is NameAgreement.VARIANT
        and not is_short_form(claim.author[pair.left], record.author[pair.right])
    ]


def _pairs(pairs: Sequence[Pair], claim: Record, record: Record) -> str:
    return ", ".join(f"{claim.author[pair.left]} for {record.author[pair.right]}" for pair in pairs)
