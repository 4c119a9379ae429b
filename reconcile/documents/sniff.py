"""What a text file without a telling name holds."""

from __future__ import annotations

import re

from reconcile.documents.bib.pieces import Kind, pieces_of
from reconcile.documents.portals.signs import (
    ACADEMIA_WORK,
    DBLP_MENU,
    GATE_WORK,
    LINKEDIN_WORK,
    OPENREVIEW_WORK,
    ORCID_WORK,
    SEMANTIC_BUTTONS,
)
from reconcile.documents.vocabularies.telling import vocabulary_of

_HEAD = 50_000
# In this order; the first pattern that the head of the text shows is the format.
_BIB_ENTRY = re.compile(r"^[^\S\n]{0,20}@[A-Za-z]{3,20}\s{0,20}[{(]\s{0,20}[^\s@,{}]{1,200},\s", re.MULTILINE)
_PARAGRAPH = re.compile(r"\n\s*\n")
# Part of an entry that blank lines divide, a comment, a macro.
_BIB_PART = re.compile(r"^\s{0,20}[@%]|^\s*[\w-]{1,30}\s*=\s*[{\"\w]|[}\"],?\s*\Z", re.MULTILINE)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_XML = re.compile(r"[\s\ufeff]{0,1000}<\?xml\s")
# How Scopus' text begins, and how one of its records ends before the next.
_SCOPUS_TEXT = re.compile(r"\A\s{0,1000}Scopus\nEXPORT DATE: ?\S|^SOURCE: Scopus\n\n[^\n]{1,999}\n", re.MULTILINE)
# PubMed's first record: in its first paragraph the date of a citation (`. 2020 Mar`, `. 2004;3`), and its number on a
# line or at the end of a summary.
_PUBMED_TEXT = re.compile(
    r"\s{0,1000}(?=\d{1,6}[.:] (?:[^\n]|\n(?!\n)){1,4000}?[.;]\s(?:1[89]|20)\d\d(?:[.:;]|\s[A-Z]))"
    r"(?:\d{1,6}\. [^\n]{10,2000}\n(?:[^\n]{0,2000}\n){3,400}?"
    r"PMID: \d{1,9}(?: {1,2}\[[^\n]{1,60}\])?(?:\n|\Z)"
    r"|1[.:] [^\n]{1,2000}(?:\n[^\n]{1,2000}){0,20}?\bPMID: \d{1,9}(?:[.;]|\n|\Z))"
)
_AMONG = 4  # entries for each other paragraph with a year
# A page of a wiki: headings between signs of equality, and links, templates or bold letters; or templates that cite.
_WIKI_HEADING = re.compile(r"^={2,5}[^=\n]{1,200}={2,5}[ \t]*$", re.MULTILINE)
_WIKI_SIGN = re.compile(r"\[\[[^\[\]\n]{1,300}\]\]|\{\{[^{}\n]{2,300}[|}]|^[*#]{0,3} ?'{2,3}[^'\n]", re.MULTILINE)
_WIKI_CITATION = re.compile(
    r"^[*#:]{0,9}\s?\{\{\s?(?:[Cc]it(?:e|ation|ar?)|[Ll]iteratur)\b[^{}|\n]{0,40}\|", re.MULTILINE
)
_SIGNS = (
    (
        ".html",
        re.compile(
            r"\s{0,1000}(?:<\?xml\b[^<>]{0,200}>\s{0,1000})?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE
        ),
        True,
    ),
    (".xml", _XML, True),
    (".tex", re.compile(r"^\s{0,20}\\(?:documentclass|begin\{document\})", re.MULTILINE), False),
    (".tex", re.compile(r"^[ \t]{0,20}%\\cite\{[^{}\n]{1,99}\}$", re.MULTILINE), False),  # INSPIRE's
    (".bbl", re.compile(r"^\s{0,20}\\begin\{thebibliography\}|^% \$ biblatex auxiliary file \$", re.MULTILINE), False),
    (".ris", re.compile(r"\s{0,1000}TY  - [A-Z]"), True),
    (".nbib", re.compile(r"\s{0,1000}(?:PMC ?- ?PMC\d{1,9}\s{1,9})?PMID- ?\d"), True),
    (
        ".ciw",
        re.compile(r"\s{0,1000}(?:FN [^\n]{1,200}\nVR [^\n]{1,40}\n\s{0,20})?PT [JBSP]\n(?:AU|BA|CA|BE|TI) "),
        True,
    ),
    ("ads text", re.compile(r"^%R (?:1[89]|20)\d\d[\w.&]{15}[ \t]{0,9}\n%[A-Z] ", re.MULTILINE), False),
    (".enw", re.compile(r"\s{0,1000}%0 [A-Z][^\n]{1,60}\n%[A-Z0-9@] ?"), True),
    (
        ".refer",
        re.compile(
            r"\s{0,1000}(?:#[^\n]{0,500}\n\s{0,100}){0,20}"
            r"(?=(?:%[A-Z] [^\n]{1,500}\n){0,9}%[AEQ] )(?:%[A-Z] [^\n]{1,500}\n){2}"
        ),
        True,
    ),
    (
        "endnote text",
        re.compile(r"^Reference Type:\s{1,9}\S[^\n]{0,60}\n(?:[A-Z][\w ]{1,30}:[^\n]{0,2000}\n){2}", re.MULTILINE),
        False,
    ),
    ("scopus text", _SCOPUS_TEXT, False),
    ("pubmed text", _PUBMED_TEXT, True),
    ("orcid page", ORCID_WORK, False),
    ("dblp page", DBLP_MENU, False),
    ("researchgate page", GATE_WORK, False),
    ("openreview page", OPENREVIEW_WORK, False),
    ("semantic scholar page", SEMANTIC_BUTTONS, False),
    ("linkedin page", LINKEDIN_WORK, False),
    ("academia page", ACADEMIA_WORK, False),
    (".json", re.compile(r'\s{0,1000}(?:\[\s{0,1000}\{|\{)\s{0,1000}"'), True),
    (".md", re.compile(r"---[ \t]*\n(?:[\w-]+:|#)", re.MULTILINE), True),
    (".md", re.compile(r"\*\*\S[^*\n]{0,300}\*\*|\]\((?:https?:|#|/|\.)|^#{1,6} \S|<https?://", re.MULTILINE), False),
    (".md", re.compile(r"<(?:a\s+href|li|p|div|span|br|td|ul|b|strong|em|i)\b[^<>\n]{0,500}>", re.IGNORECASE), False),
)


def sniff(text: str) -> str:
    r"""Return the suffix of the format that `text` is written in, its name where it has none; `.txt` for plain text.

    >>> sniff("# News\n\nOur **paper** is out.")
    '.md'
    """
    head = text[:_HEAD]
    if vocabulary_of(head):
        return ".xml"
    if _is_bibtex(head):
        return ".bib"
    if _WIKI_CITATION.search(head) or (_WIKI_HEADING.search(head) and _WIKI_SIGN.search(head)):
        return ".wiki"
    for suffix, sign, at_start in _SIGNS:
        if sign.match(head) if at_start else sign.search(head):
            return suffix
    return ".txt"


def _is_bibtex(head: str) -> bool:
    """Say whether a text is made of BibTeX entries, and does not quote some among references of another form.

    What a program writes before the entries that it exports names no year.
    """
    if not _BIB_ENTRY.search(head):
        return False
    paragraphs = _PARAGRAPH.split(head)
    entries = sum(bool(_BIB_ENTRY.search(each)) for each in paragraphs)
    return _AMONG * sum(map(_dated_beside, paragraphs)) <= entries


def _dated_beside(paragraph: str) -> int:
    """Return whether a paragraph is a reference of another form, or how many stand line by line beside an entry."""
    if not _BIB_ENTRY.search(paragraph):
        return _is_dated(paragraph)
    beside = (paragraph[piece.start : piece.end] for piece in pieces_of(paragraph) if piece.kind is Kind.TEXT)
    return sum(_is_dated(line) for text in beside for line in text.splitlines())


def _is_dated(text: str) -> bool:
    return bool(_YEAR.search(text)) and not _BIB_PART.search(text)
