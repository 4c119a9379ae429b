"""Words of headings, places, months and firms that are families' names too: tables only, in small letters."""

from __future__ import annotations

# Wherever a family name stands.
ANYWHERE = frozenset("apple april august boston hong jan june kong lab mar may page sun".split())
# Beside an initial or a known given name: `A. Cambridge`, `Winter, P.`, `Ann Book`
BESIDE_GIVEN_NAMES = frozenset(
    "austria best berlin book cambridge england fall france friday germany italy master monday oxford press royal"
    " senior spain spring springer summer sunday winter york".split()
)
