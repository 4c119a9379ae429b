"""What stands once in a document, and is a heading there, or in each of its entries."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from reconcile.documents.blocks.block import Block, Kind

YEAR_ALONE = re.compile(r"\W{0,3}((?:19|20)\d\d)\W{0,3}\Z")


@dataclass(frozen=True, slots=True)
class Once:
    """What stands once in a document: whether its lines with a year alone do, and which items' end lines do not.

    `dated` says that there are several such lines, so that `2017 and earlier` may be the last of them.
    """

    years: bool
    dated: bool
    firsts: frozenset[str]
    lasts: frozenset[str]


def once_in(blocks: Sequence[Block]) -> Once:
    """Return what stands once in the blocks of a document."""
    years = _years_alone(blocks)
    once = len(years) == len(set(years))
    return Once(once, once and len(years) > 1, _repeated(blocks, 0), _repeated(blocks, -1))


def _repeated(blocks: Sequence[Block], at: int) -> frozenset[str]:
    """Return the first or last lines that several items have: what they say stands in each entry."""
    ends = Counter(
        block.text.strip().split("\n")[at].strip() for block in blocks if block.kind is Kind.ITEM and "\n" in block.text
    )
    return frozenset(text for text, count in ends.items() if count > 1)


def _years_alone(blocks: Sequence[Block]) -> list[str]:
    """Return the lines with a year alone: if none stands twice they are headings, else the last lines of entries."""
    return [
        line.strip()
        for block in blocks
        if block.kind is Kind.PARAGRAPH
        for line in block.text.split("\n")
        if YEAR_ALONE.match(line)
    ]
