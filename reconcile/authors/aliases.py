"""Two lists of authors of one work: who is on both under another form of the name, who is on one alone."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.authors.compare import Authors, Pair, compare_authors
from reconcile.authors.forms import Form, form
from sources.names import NameAgreement
from sources.record import Name

_NEAR = 1  # places by which two are apart that stand in the same place of two lists


def compare_lists(left: Sequence[Name], right: Sequence[Name]) -> Authors:
    """Assign the names of two lists as `compare_authors` does; those left over where one may be written for the other.

    That is asked only of two who stand in nearly the same place, counted from the persons around them who are on both
    lists, and of any two where the lists have another order, as places then say little. Such a pair is a variant; one
    that is written the same, however it was divided, is the same.
    """
    found = compare_authors(left, right)
    pairs = [_as_written(pair, left, right) for pair in found.pairs]
    if found.only_left and found.only_right:
        pairs += _aliases(found, left, right)
    if pairs == list(found.pairs):
        return found
    pairs.sort()
    mine, theirs = {pair.left for pair in pairs}, {pair.right for pair in pairs}
    return Authors(
        tuple(pairs),
        tuple(at for at in found.only_left if at not in mine),
        tuple(at for at in found.only_right if at not in theirs),
    )


def _as_written(pair: Pair, left: Sequence[Name], right: Sequence[Name]) -> Pair:
    """Return a pair of variants as one of the same where both are written the same."""
    if pair.agreement is NameAgreement.VARIANT and form(left[pair.left], right[pair.right]) is Form.SAME:
        return pair._replace(agreement=NameAgreement.SAME)
    return pair


def _aliases(found: Authors, left: Sequence[Name], right: Sequence[Name]) -> list[Pair]:
    """Return pairs of those who were left over, the surest form and the nearest place first."""
    ranked = []
    for i in found.only_left:
        shifts = _shifts(i, found, len(right) - len(left))
        for j in found.only_right:
            apart = min(abs(j - i - shift) for shift in shifts)
            alike = form(left[i], right[j]) if apart <= _NEAR or found.reordered else None
            if alike and (apart <= _NEAR or alike is not Form.DOUBTFUL):
                ranked.append((list(Form).index(alike), apart, i, j))
    pairs: dict[int, Pair] = {}
    taken: set[int] = set()
    for rank, _, i, j in sorted(ranked):
        if i not in pairs and j not in taken:
            taken.add(j)
            pairs[i] = Pair(i, j, NameAgreement.VARIANT if rank else NameAgreement.SAME)
    return list(pairs.values())


def _shifts(place: int, found: Authors, longer: int) -> set[int]:
    """Return by how many places those on both lists around a place are moved, and the two ends of the lists."""
    before = [pair.right - pair.left for pair in found.pairs if pair.left < place][-1:]
    after = [pair.right - pair.left for pair in found.pairs if pair.left > place][:1]
    return {0, longer, *before, *after}
