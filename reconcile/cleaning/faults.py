"""What BibTeX refuses in a .bib file, and no record can mend: entries that break its syntax, keys given twice."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from reconcile.bibtex.source import Kind, Piece, Source
from reconcile.checking.ignoring import EVERYTHING, comments
from reconcile.documents.bib.entries import BROKEN
from reconcile.documents.bib.salvage import salvaged
from reconcile.documents.bib.scan import TWICE

BROKEN_ENTRY, FIELD_TWICE, KEY_TWICE = CODES = (
    "broken-entry",
    "duplicate-field",
    "duplicate-key",
)  # as `check` has them
Fault = tuple[str, str]  # the code, and what is wrong


def faults(source: Source, ignored: frozenset[str] = frozenset()) -> Iterator[str]:
    """Yield a line for each fault, `LINE: KEY: CODE: what is wrong`, but for codes that are ignored."""
    first: dict[str, int] = {}
    above = ""
    for piece in source.pieces():
        text = source.text[piece.start : piece.end]
        if piece.is_entry:
            key = piece.key or salvaged(text, {})[0]
            put_aside = ignored.union(*comments(above).values()) if "reconcile" in above.lower() else ignored
            for code, says in chain(_broken(piece), _key_again(key, first)):
                if put_aside.isdisjoint({code, EVERYTHING}):
                    yield f"{piece.line}: {key or 'without a key'}: {code}: {says}"
            if key:
                first.setdefault(key.lower(), piece.line)
        above = text if piece.kind is Kind.TEXT else ""


def _broken(piece: Piece) -> Iterator[Fault]:
    flaws = (BROKEN,) if piece.kind is Kind.BROKEN else piece.inside.flaws
    for flaw in flaws:
        yield FIELD_TWICE if flaw == TWICE else BROKEN_ENTRY, f"{flaw}; left as it is"


def _key_again(key: str, first: dict[str, int]) -> Iterator[Fault]:
    """The key stood above: to BibTeX capitals are no difference, and the second entry is an error."""
    if key.lower() in first:
        yield KEY_TWICE, f"this key was given on line {first[key.lower()]}; BibTeX refuses the second, rename it"
