"""Whether a venue's text names one series and nothing beside it, so that another name of the series says the same."""

from __future__ import annotations

from functools import lru_cache

from reconcile.venues.scan import scan
from reconcile.venues.table import SPONSORS, Series, poster_series, stem
from reconcile.venues.tokens import Token, clean, is_ordinal, tokenise, turned

# Words beside a name that say that a part of a meeting is meant, or several meetings that were held as one.
_APART = frozenset(
    "adjunct companion conjoint conjointe demo demonstration find joint jointly poster satellite student supplement"
    " track tutorial workshop".split()
)
# Words of any name, without which it is the same.
_OF_ANY = frozenset({"conf", "meet", "proc"})


def names_alone(text: str, row: Series) -> bool:
    """Say whether a text names a series and neither another one nor a part of it, nor by a name of another kind.

    Not so `EMNLP-IJCNLP`, `SIGdial Workshop on Discourse and Dialogue` and `COLING: Companion Volume`. Places, dates
    and volumes are no names.
    """
    tokens = tokenise(turned(clean(text)))
    found = scan(tokens)
    taken = {place for match in found for place in range(match.first, match.last)}
    if any(match.key != row.key and match.kind != "book-series" for match in found):
        return False
    if not all(_is_own(tokens[place], row) for place in taken):
        return False
    shown = "poster" if row.key in poster_series() else ""  # DBLP's `ICLR (Poster)`; `Posters` are a volume
    beside = (token for place, token in enumerate(tokens) if place not in taken and token.raw.casefold() != shown)
    return all(token.stem not in _APART for token in beside)


def _is_own(token: Token, row: Series) -> bool:
    own, initials = _words(row)
    return (
        token.skipped
        or is_ordinal(token.raw)
        or token.stem in own
        or token.stem in _OF_ANY
        or token.raw.casefold() in SPONSORS
        or (token.raw.isupper() and len(token.raw) > 1 and token.raw.lower() in initials)
    )


@lru_cache(maxsize=512)
def _words(row: Series) -> tuple[frozenset[str], str]:
    """Return the classes of the words of a series' names and acronyms, and the first letters of its name."""
    acronyms = [name for name in row.aliases if name.isalnum() and not name.islower()]
    names = (row.short, row.name, row.printed, *acronyms)
    written = [token for token in tokenise(clean(row.name)) if token.stem != "conf" and not token.skipped]
    words = [token.stem for name in names for token in tokenise(clean(name))]
    return frozenset([*words, *map(stem, acronyms)]), "".join(token.raw[0].lower() for token in written)
