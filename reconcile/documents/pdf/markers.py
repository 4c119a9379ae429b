"""Labels of a list that a page shows apart from their items: renderers of web pages print them when all else stands."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from reconcile.documents.blocks.labels import BULLETS, NUMBER
from reconcile.documents.pdf.text import Stretch

# No sign that stands within text, too, as a hyphen or a minus.
_BULLETS = "".join(sign for sign in BULLETS if sign not in "-*–—+·∙")
_MARKER = re.compile(rf"\s*(?:\d{{1,3}}\.|{NUMBER}|[{_BULLETS}]|\(?[a-z][.)])\s*")
# A label begins so near before its item, in points, and stands at its height to so many.
_BEFORE, _LEVEL = 36.0, 2.0
# Of the stretches at a label's height so many are looked at.
_NEAREST = 40


def with_markers(shown: Sequence[Stretch]) -> list[Stretch]:
    """Return the stretches of a page with each label that stands elsewhere in the file right before its item."""
    stray = [at for at, stretch in enumerate(shown) if _MARKER.fullmatch(stretch.text) and not _leads(shown, at)]
    if not stray:
        return list(shown)
    apart = frozenset(stray)
    lowest = sorted((at for at in range(len(shown)) if at not in apart), key=lambda at: shown[at].box.bottom)
    labels: dict[int, int] = {}
    for at in stray:
        item = _item(shown, lowest, shown[at])
        if item is not None and item not in labels:
            labels[item] = at
    moved = frozenset(labels.values())
    order = (
        place for at in range(len(shown)) if at not in moved for place in ([labels[at]] if at in labels else []) + [at]
    )
    return [shown[at] for at in order]


def _leads(shown: Sequence[Stretch], at: int) -> bool:
    """Whether what the file shows next stands behind a label, on its line."""
    return at + 1 < len(shown) and _is_level(shown[at], shown[at + 1]) and shown[at + 1].box.left > shown[at].box.left


def _item(shown: Sequence[Stretch], lowest: Sequence[int], label: Stretch) -> int | None:
    """Return which of the stretches, of which `lowest` are those from the lowest up, begins behind a label."""
    first = bisect_left(lowest, label.box.bottom - _LEVEL, key=lambda at: shown[at].box.bottom)
    near = [
        at
        for at in lowest[first : first + _NEAREST]
        if _is_level(label, shown[at]) and 0 < shown[at].box.left - label.box.left < _BEFORE
    ]
    return min(near, key=lambda at: shown[at].box.left, default=None)


def _is_level(one: Stretch, other: Stretch) -> bool:
    return abs(one.box.bottom - other.box.bottom) <= _LEVEL
