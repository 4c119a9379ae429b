"""Pages of ORCID and DBLP that were copied as text: their records taken apart, their menus left out.

What is no record is read as plain text, with the line numbers of the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from reconcile.documents.blocks.block import Block, Document
from reconcile.documents.blocks.encoding import Lines, number
from reconcile.documents.blocks.entries import entry_block
from reconcile.documents.blocks.runs import clean
from reconcile.documents.portals.signs import ORCID_TYPES, ORCID_WORK
from reconcile.documents.text.plain import beside_plain

_WORK = re.compile(rf"\s{{0,20}}((?:19|20)\d\d(?:-\d\d){{0,2}}) \| ({ORCID_TYPES})\s{{0,20}}\Z", re.IGNORECASE)
_DETAIL = re.compile(r"(DOI|ISBN|ARXIV|URI|Contributors|[A-Z][\w -]{1,30}): {0,4}(\S.*)")
_DETAILS = {"doi": "doi", "isbn": "isbn", "arxiv": "eprint", "uri": "url", "contributors": "author"}
# Lines that end a work; a title or a journal never stands there.
_TAIL = re.compile(r"Source:|Show (?:more|less) detail|Preferred source|Works \(\d|Sort\Z|check_circle", re.IGNORECASE)
_MOST_DETAILS = 30
_LONGEST = 2000

_MENU = re.compile(
    r"\s{0,9}(?:view|(?:electronic edition|unpaywalled version|no references|references|table of contents in dblp)"
    r"(?: (?:via|@|&|-) [^\n]{1,60})?(?: ?\(open access\))?|electronic edition[^\n]{0,60}|references & citations"
    r"|export record|share record|ask others|bibtex|ris|rdf(?: n-triples| turtle|/xml)|xml|google(?: scholar)?"
    r"|semantic scholar|internet archive scholar|citeseerx|pubpeer|orcid|twitter|bluesky|mastodon|reddit|bibsonomy"
    r"|linkedin|facebook|(?:dblp key|persistent url):[^\n]{0,200}|https://dblp\.org/rec/\S{1,200}|faq)\s{0,9}\Z",
    re.IGNORECASE,
)
_KEY = re.compile(r"\s{0,9}dblp key:\s{0,9}\Z", re.IGNORECASE)
_LONGEST_MENU = 300
_DECADE = re.compile(r"\W{0,4}(?:19|20)\d0 [–-] (?:today|(?:19|20)\d9)\W{0,3}\Z")  # the first stands over the list
_LIST = "Publications"  # what is put there
_BELOW_LIST = re.compile(r"\W{0,4}coauthor index\W{0,3}\Z", re.IGNORECASE)


def read_dblp_page(name: str, lines: Lines) -> Document:
    """Return the blocks of a person's page in DBLP, without the menus that stand with every publication.

    The first decade becomes the heading of the list, which ends where those are named with whom it was written.
    """
    short = [text if len(text) < _LONGEST_MENU else "" for text in lines.text]
    dropped = {at for at, text in enumerate(short) if _MENU.match(text)}
    keys = {at + 1 for at in dropped if _KEY.match(lines.text[at])}
    decades = [at for at, text in enumerate(short) if _DECADE.match(text)]
    below = next((at for at, text in enumerate(short) if _BELOW_LIST.match(text)), len(short))
    headed = [_LIST if at in decades[:1] else text for at, text in enumerate(lines.text)]
    counted = [at - 1 for at in decades[:1]]  # `showing all 12 records`, above the list
    left_out = {*dropped, *keys, *decades[1:], *counted, *range(below, len(short))}
    return beside_plain(name, replace(lines, text=tuple(headed)), (), left_out)


def read_orcid_page(name: str, lines: Lines) -> Document:
    """Return a person's page in ORCID: its works as entries, the rest as plain text."""
    return beside_plain(name, lines, tuple(_works(lines)))


def printed_page(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks of a page that was printed; of one of ORCID's its works as entries."""
    rows = [(at, row) for at, block in enumerate(blocks) for row in _apart(block)]
    text = "\n".join(row for _, row in rows)
    if not ORCID_WORK.search(text):
        return tuple(blocks)
    made: dict[int, list[Block]] = {}
    taken: set[int] = set()
    for entry in _works(number(text)):
        within = range(rows[entry.first - 1][0], rows[entry.last - 1][0] + 1)
        first, last = blocks[within[0]].first, blocks[within[-1]].last
        made.setdefault(within[0], []).append(replace(entry, first=first, last=last, lines=(first,)))
        taken |= set(within)
    return tuple(
        block for at, own in enumerate(blocks) for block in (*made.get(at, ()), *(() if at in taken else (own,)))
    )


def _apart(block: Block) -> list[str]:
    """Return the lines of a block, and an empty one below that which ends a work, as on the page itself."""
    rows = block.text.split("\n")
    return [*rows, ""] if rows[-1].startswith("Source: ") else rows


def _works(lines: Lines) -> Iterator[Block]:
    rows = [clean(text[:_LONGEST]).strip() for text in lines.text]
    dated = [(at, found) for at, row in enumerate(rows) if (found := _WORK.match(row))]
    starts = [_start(rows, at) for at, _ in dated]
    for (at, found), (start, following) in zip(dated, pairwise([*starts, len(rows)]), strict=True):
        if start == at:
            continue
        end = _end(rows, at + 1, min(following, at + _MOST_DETAILS))
        fields = {"title": rows[start], "date": found[1], "type": found[2]}
        if at - start > 1:
            fields["booktitle"] = rows[at - 1]
        fields |= _details(rows[at + 1 : end])
        yield entry_block(fields, start + 1, end, lines)


def _start(rows: Sequence[str], at: int) -> int:
    """Return where the work begins of which line `at` has the date: its title, and perhaps where it appeared."""
    start = at
    while start > max(0, at - 2) and rows[start - 1] and not _TAIL.match(rows[start - 1]):
        start -= 1
    return start


def _end(rows: Sequence[str], at: int, limit: int) -> int:
    while at < limit and rows[at]:
        at += 1
    return at


def _details(rows: Sequence[str]) -> dict[str, str]:
    """Return the fields of the lines below a work's date."""
    found: dict[str, str] = {}
    for row in rows:
        detail = _DETAIL.match(row)
        name = _DETAILS.get(detail[1].casefold(), "") if detail else ""
        if detail and name:
            people = (person.strip() for person in detail[2].split(";"))
            found.setdefault(name, " and ".join(filter(None, people)) if name == "author" else detail[2])
    return found
