"""The margin that mail programs draw down the side of what is quoted or forwarded: `> ` before every line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

Numbered = tuple[int, str]

_MARGIN = re.compile(r" ?(?:> ?){1,8}")
# Fewer lines one below the other are no quotation.
_FEWEST = 3


def without_margins(rows: Sequence[Numbered]) -> list[Numbered]:
    """Return the rows without the signs of a quotation, what is indented behind them still so.

    >>> [text for _, text in without_margins([(0, "> 1) A. Bee."), (1, ">    Sheep."), (2, ">"), (3, "> 2) C. Dee.")])]
    ['1) A. Bee.', '   Sheep.', '', '2) C. Dee.']
    """
    made: list[Numbered] = []
    for quoted, group in groupby(rows, key=lambda row: _MARGIN.match(row[1]) is not None):
        members = list(group)
        if quoted and len(members) >= _FEWEST:
            members = [(number, _MARGIN.sub("", text, count=1)) for number, text in members]
        made += members
    return made
