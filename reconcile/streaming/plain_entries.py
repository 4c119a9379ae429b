"""BibTeX entries that are as plain as can be, read at once; `reconcile.documents.bib.entries` reads the rest.

`@type{key, name = {value}, name = 2019}` and nothing else: `tests/test_streaming_claims.py` holds the two together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sources.possessive import compiled

# Where a block begins, whatever stands before it.
_BLOCK = re.compile(r"^[ \t]*@\w*\s*[{(]", re.MULTILINE)
_INNER = r"(?:[^{}\\]++|\\[^{}\\])*+"
_ONCE = rf"(?:[^{{}}\\]++|\\[^{{}}\\]|\{{{_INNER}\}})*+"
_TWICE = rf"(?:[^{{}}\\]++|\\[^{{}}\\]|\{{{_ONCE}\}})*+"
_VALUE = rf"\{{{_TWICE}\}}|\w++"
_NAME = r"[A-Za-z][\w-]*+"
_FIELD = compiled(rf"(?a),\s*+({_NAME})\s*+=\s*+({_VALUE})\s*+")
_HEAD = re.compile(r"\s*+@(?!comment|preamble|string)([a-z]++)\{\s*+([^\s,{}\"=#%()\\@~]++)\s*+(?=,)", re.IGNORECASE)
_TAIL = re.compile(r",?\s*+\}\s*+\Z")
_BLOCK_WITHIN = re.compile(r"\n[^\S\n]*+@")

Plain = tuple[str, str, tuple[tuple[str, str], ...]]  # the type, the key, and the fields with their values in braces


def blocks_of(text: str) -> Iterator[tuple[int, str]]:
    """Yield the blocks of a text, each with where it begins."""
    starts = [block.start() for block in _BLOCK.finditer(text)]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        yield start, text[start:end]


def plain_entry(block: str) -> Plain | None:
    """Return the entry that a block is; None for any other block, and for an entry that is not plain.

    >>> plain_entry("@misc{k, title = {A {B}}, year = 2019}")
    ('misc', 'k', (('title', '{A {B}}'), ('year', '2019')))
    """
    head = _HEAD.match(block)
    if head is None or _BLOCK_WITHIN.search(block, head.end()):
        return None
    fields = []
    at = head.end()
    while field := _FIELD.match(block, at):
        fields.append((field[1], field[2]))
        at = field.end()
    return (head[1], head[2], tuple(fields)) if fields and _TAIL.match(block, at) else None
