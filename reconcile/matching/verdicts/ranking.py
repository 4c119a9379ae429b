"""The sightings of a string's candidates put in order: the likeliest first, none that stands within another."""

from __future__ import annotations

import math
from collections.abc import Sequence

from reconcile.matching.records.weigh import Sighting
from reconcile.matching.strings.text import Text, plain_title
from reconcile.settings import Settings
from reconcile.titles import ONE_TITLE
from sources.record import Type
from sources.text import letters_of

_ORDER = {"anthology": 0, "crossref": 1, "dblp": 2}
_LETTERS_LOST = 2  # of a title that is there as a whole


def probability_of(bits: float) -> float:
    """Return the probability (0 to 1) that a sum of weights stands for."""
    return 1.0 / (1.0 + math.pow(2.0, -max(-60.0, min(60.0, bits))))


def rank(sighting: Sighting) -> tuple[float, bool, float, int, str]:
    """The likeliest first; then the published before the preprint, and the one of whose venue more is named."""
    row = sighting.row
    return -sighting.bits, row.type == Type.PREPRINT, -sighting.placed, _ORDER.get(row.source, len(_ORDER)), row.key


def merged(seen: Sequence[Sighting], circumstances: Sequence[Sighting]) -> list[Sighting]:
    """Return the sightings by titles and by circumstances, of each record the likelier one, the likeliest first."""
    best: dict[tuple[str, str], Sighting] = {}
    for each in (*seen, *circumstances):
        known = best.setdefault((each.row.source, each.row.key), each)
        if each.bits > known.bits:
            best[each.row.source, each.row.key] = each
    return sorted(best.values(), key=rank)


def outermost(text: Text, ranked: Sequence[Sighting], settings: Settings) -> list[Sighting]:
    """Return the sightings without those whose titles stand within a longer one that is there, and sure.

    `Erratum: Wool on Hills` is not `Wool on Hills`, though all of that title stands there, too.
    """
    if len(ranked) < 2:
        return list(ranked)
    whole = [each for each in ranked if probability_of(each.bits) >= settings.matched and _is_whole(text, each)]
    return [each for each in ranked if not any(_holds(other, each) for other in whole)]


def _is_whole(text: Text, sighting: Sighting) -> bool:
    """Say whether all of a record's title stands in a string, but for a letter or two."""
    first, last = sighting.title.place
    there = text.places[last] - text.places[first]
    relation = sighting.title.titles.relation
    return relation in ONE_TITLE and there >= len(_letters(sighting)) - _LETTERS_LOST


def _holds(outer: Sighting, inner: Sighting) -> bool:
    """Say whether the one's title stands in the string where the other's, which is longer, does."""
    (first, last), (start, end) = outer.title.place, inner.title.place
    return first <= start < end <= last and len(_letters(inner)) < len(_letters(outer))


def _letters(sighting: Sighting) -> str:
    return letters_of(plain_title(sighting.row.title))
