"""Strings that are BibTeX, as columns and pages have them: an entry by itself is judged by its fields."""

from __future__ import annotations

import re
from itertools import islice

from reconcile.streaming.claims import ENTRY_TYPE, KEY, claim_of
from reconcile.wanted import Wanted

_ENTRY = re.compile(r"\s{0,9}@[A-Za-z]{1,30}\s{0,9}[{(]")


def wanted_of(name: str, text: str) -> Wanted:
    """Return what a string looks for: the claim of the one entry that it is, else what it says.

    >>> wanted_of("1", "@misc{a, title={On Wool}}").claim.title, wanted_of("1", "On Wool").claim
    ('On Wool', None)
    """
    if not _ENTRY.match(text):
        return Wanted(name, text)
    # Here, because most inputs have no such string.
    from reconcile.documents.bib.entries import entries_of

    entries = list(islice(entries_of(text), 2))
    if len(entries) != 1 or entries[0].trouble or not dict(entries[0].fields).get("title"):
        return Wanted(name, text)
    (entry,) = entries
    return Wanted(name, claim=claim_of(((ENTRY_TYPE, entry.type), (KEY, entry.key), *entry.fields)))
