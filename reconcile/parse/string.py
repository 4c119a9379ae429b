"""One publication string that stands in no document, taken apart."""

from __future__ import annotations

from reconcile.arguments import InputError
from reconcile.entry import Entry
from reconcile.mention import Mention
from reconcile.parse.claim import parse

_STRING = "<string>"


def parse_string(text: str) -> Mention:
    """Return what one publication string claims, as a `Mention`; nobody is asked.

    Its `claim` is a `sources.Record` with title, authors, date, venue, pages, identifiers …, `venues` are the venues
    understood (series, year, track), `kind` is a CSL type or `preprint`, `poster`, `patent`, `placeholder`, `other`,
    and `spans` say where in `reading` each field stands. What is not understood is not in the claim. Raises InputError
    for what is no text, and nothing whatever the text.

    >>> mention = parse_string("A. Vaswani and N. Shazeer. Attention is all you need. NIPS 2017, pp. 5998-6008.")
    >>> mention.claim.title, [name.family for name in mention.claim.author], mention.claim.year, mention.claim.page
    ('Attention is all you need', ['Vaswani', 'Shazeer'], 2017, '5998-6008')
    """
    if not isinstance(text, str):
        raise InputError(f"the string is no text but of type {type(text).__name__}; give a text")
    return parse(Entry(_STRING, 1, 1 + text.count("\n"), text, text))
