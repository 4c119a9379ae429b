"""The block of an entry that stands on lines of its own, whatever export, page or tree it was read from."""

from __future__ import annotations

from collections.abc import Mapping

from reconcile.documents.blocks.block import Block, block_of_entry, readable
from reconcile.documents.blocks.encoding import Lines


def entry_block(fields: Mapping[str, str], first: int, last: int, lines: Lines, text: str = "") -> Block:
    """Return the block of an entry on lines `first` to `last`; `text` is what a person reads, if not its fields."""
    text = text or readable(fields)
    return block_of_entry(fields, text, first, last, lines.source_of(text, first, last))
