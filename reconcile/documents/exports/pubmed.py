"""PubMed's "Abstract (text)" and "Summary (text)": numbered records, each with its citation, told by their `PMID:`.

    1. J Felt. 2020 Mar;7(2):1-9. doi: 10.1000/x. Epub 2020 Jan 3.

    On wool.

    Bee A(1), Dee C(2); Wool Study Group.

    Author information:
    (1)Institute of Felt.

    Erratum in
        J Felt. 2020 May;7(3):99.

    What nobody asked.

    DOI: 10.1000/x
    PMID: 30000001 [Indexed for MEDLINE]

A summary has all of it in a row: `1: Bee A, Dee C. On wool. J Felt. 2020 Mar;7(2):1-9. PMID: 30000001.`, and so has the
text of NCBI's My Bibliography, with `PubMed PMID:`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from reconcile.documents.blocks.block import Block, Document
from reconcile.documents.blocks.encoding import Lines
from reconcile.documents.blocks.entries import entry_block
from reconcile.documents.blocks.runs import clean
from reconcile.documents.blocks.unreadable import MAX_PARAGRAPH
from reconcile.documents.exports.gathered import BETWEEN
from reconcile.documents.exports.nlm import title_as_written
from reconcile.documents.fields.people import persons_in_row
from reconcile.documents.text.plain import beside_plain

_NUMBERED = re.compile(r"\d{1,6}[.:] {1,2}(?=\S)")
_DATE = (
    r"(?P<date>(?:1[89]|20)\d\d(?:\s(?:[A-Z][a-z]{2}(?:-[A-Z][a-z]{2})?(?:\s\d{1,2}(?:-\d{1,2})?)?"
    r"|Spring|Summer|Autumn|Fall|Winter))?)"
)
_CITED = re.compile(
    rf"(?P<journal>[^\s.:;][^.:;]{{1,200}})\.\s{_DATE}(?![\w-])"
    r"(?:;\s?(?P<volume>[^:;.()]{0,40}?)\s?(?:\((?P<number>[^()]{1,40})\))?)?"
    r"(?::(?P<pages>(?:,\s(?=\d)|[^.;\s]|\.(?=\S)){1,80}))?(?=[.;]|\s|\Z)"
)
# A chapter or an article of a book on the Bookshelf: `In: Woolbook [Internet]. Fano (IT): Olmo; 2020 Jan–.`
_IN_BOOK = re.compile(
    r"In: (?:(?P<editor>[^.;]{2,300}?), editors?\. )?(?P<booktitle>[^.;]{2,200})\. (?:[^.;:]{2,80}: )?"
    rf"(?P<publisher>[^;:]{{2,200}}); {_DATE}"
)
_DATED = re.compile(rf"(?<=[.?!\]])\s{_DATE}\.\Z")  # a chapter, before its book
_PREPRINT = re.compile(r"\s\[Preprint\]\Z")
_INTERNET = re.compile(r"\s\[Internet\]\Z")
_IDENTIFIED = re.compile(r"(?<!\w)(DOI|PMID|doi): ?(10\.\S+|\d+)")
_LAST = re.compile(r"\bPMID: ?\d{1,9}[.;]?(?:\s(?:NIHMSID|PubMed Central)\b.*)?(?:\s?PMCID: ?PMC\d+\.?)?\Z")
_LONGEST_END, _LONGEST = 300, 5000  # characters
# What stands between brackets below a title: `[Article in German]`, `[No authors listed]`.
_REMARK = re.compile(r"\[(?:(?:Article|Abstract|Review) [^\[\]]+|No authors listed)\]\.?")
_UNNAMED = re.compile(r"\[No authors listed\]\s*")
_ADDRESSED = re.compile(r"\s?\((?:\d{1,4}|#)\)")  # behind an author, where their address stands below
_SENTENCE = re.compile(r"(?<=[.?!\]])\s")


def read_pubmed(name: str, lines: Lines) -> Document:
    """Return the records of an export; what stands outside of them is read as plain text."""
    rows = [clean(row[:MAX_PARAGRAPH]).strip() for row in lines.text]
    starts = [at for at in range(len(rows)) if _opens(rows, at)]
    blocks: list[Block] = []
    whole = True
    for start, end in pairwise([*starts, len(rows)]):
        while not rows[end - 1]:
            end -= 1
        if _is_summary(_paragraph(rows, start)):
            end = _end(rows, start)
        fields = _fields(rows[start:end])
        whole = "pmid" in fields and not _begins_another(rows[start:end])
        if "title" in fields:
            blocks.append(entry_block(fields, start + 1, end, lines))
    document = beside_plain(name, lines, blocks)
    reason = f"{name}, line {len(rows)}: this export breaks off within its last record; export it anew"
    return document if whole else replace(document, complaints=(*document.complaints, reason))


def _begins_another(rows: Sequence[str]) -> bool:
    """Whether another record begins behind the number of one, and breaks off before it says what it is."""
    numbered = [at for at, row in enumerate(rows) if row.startswith("PMID:")]
    return bool(numbered) and any(map(_NUMBERED.match, rows[numbered[-1] + 1 :]))


def _opens(rows: Sequence[str], at: int) -> bool:
    """Whether a record begins on a row: a number, and in its paragraph a citation."""
    label = _NUMBERED.match(rows[at])
    if label is None or (at and rows[at - 1] and not _is_summary(" ".join(rows[max(0, at - 2) : at]))):
        return False
    paragraph = _paragraph(rows, at)
    text = paragraph[label.end() :]
    return _cited(text) is not None or (_is_summary(paragraph) and _in_a_row(text)[0] is not None)


def _is_summary(paragraph: str) -> bool:
    """Whether a paragraph is a record in a row, which its number ends."""
    return _LAST.search(paragraph[-_LONGEST_END:]) is not None


def _cited(text: str) -> re.Match[str] | None:
    """Return the citation with which an abstract begins."""
    return _IN_BOOK.match(text) or _CITED.match(text)


def _paragraph(rows: Sequence[str], at: int) -> str:
    return " ".join(rows[at : _end(rows, at)])


def _end(rows: Sequence[str], at: int) -> int:
    """Return where a paragraph ends: at an empty row, or where a summary is followed by the next."""
    for below in range(at, len(rows)):
        if not rows[below]:
            return below
        if below > at and _NUMBERED.match(rows[below]) and _is_summary(" ".join(rows[max(at, below - 2) : below])):
            return below
    return len(rows)


def _fields(rows: Sequence[str]) -> dict[str, str]:
    """Return the fields of a record; none where it breaks off before its citation."""
    starts = [at for at, row in enumerate(rows) if row and (not at or not rows[at - 1])]
    head, *below = [_paragraph(rows, at) for at in starts]
    label = _NUMBERED.match(head)
    head = head[label.end() if label else 0 :]
    found = _cited(head)
    if found and below:
        title, *others = below
        people = next((text for text in others if not _REMARK.fullmatch(text)), "")
        unnamed = any(map(_UNNAMED.match, others))
        author = "" if unnamed else _people(people)
    else:
        found, author, title = _in_a_row(head)
    if found is None:
        return {}
    fields = {name: value for name, value in {"author": author, "title": title_as_written(title, "")}.items() if value}
    fields |= {name: value.strip() for name, value in found.groupdict("").items() if value.strip()}
    for name in ("journal", "booktitle"):
        if name in fields and _PREPRINT.search(fields[name]):
            fields["type"] = "Preprint"
        fields |= {name: _INTERNET.sub("", _PREPRINT.sub("", fields[name]))} if name in fields else {}
    for text in (head, *below[::-1]):
        for name, value in _IDENTIFIED.findall(text):
            fields.setdefault(name.lower(), value.rstrip(".,;"))
    return fields


def _in_a_row(text: str) -> tuple[re.Match[str] | None, str, str]:
    """Return the citation, the authors and the title of a summary: `Bee A. On wool. J Felt. 2020;7:1.`"""
    text = text[:_LONGEST]
    starts = [0, *(blank.end() for blank in _SENTENCE.finditer(text))]
    places = ((at, found) for form in (_IN_BOOK, _CITED) for at in starts[1:] if (found := form.match(text, at)))
    at, found = next(places, (len(text), None))
    second = starts[1] if len(starts) > 1 else at
    people = _people(text[:second].rstrip()) if second < at else ""
    return found, people, _DATED.sub("", text[second if people else 0 : at].strip())


def _people(text: str) -> str:
    """Return the persons and groups of `Bee A(1), Dee C(2); Wool Study Group.`; nothing where a sentence stands."""
    people = persons_in_row(_ADDRESSED.sub("", text))
    return BETWEEN["author"].join(one if isinstance(one, str) else f"{{{one['literal']}}}" for one in people)
