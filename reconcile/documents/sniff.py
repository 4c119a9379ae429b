"""What a text file without a telling name holds."""

from __future__ import annotations

import re

from reconcile.documents.webpages import DBLP_MENU, ORCID_WORK

_HEAD = 50_000
# In this order; the first pattern that the head of the text shows is the format.
_SIGNS = (
    (".html", re.compile(r"\s{0,1000}<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE), True),
    (".tex", re.compile(r"^\s{0,20}\\(?:documentclass|begin\{document\})", re.MULTILINE), False),
    (".bib", re.compile(r"^\s{0,20}@[A-Za-z]{3,20}\s{0,20}[{(]\s{0,20}[^\s@,{}]{1,200},\s", re.MULTILINE), False),
    (".ris", re.compile(r"\s{0,1000}TY  - [A-Z]"), True),
    (".nbib", re.compile(r"\s{0,1000}PMID- ?\d"), True),
    (
        ".ciw",
        re.compile(r"\s{0,1000}(?:FN [^\n]{1,200}\nVR [^\n]{1,40}\n\s{0,20})?PT [JBSP]\n(?:AU|BA|CA|BE|TI) "),
        True,
    ),
    (".enw", re.compile(r"\s{0,1000}%0 [A-Z][^\n]{1,60}\n%[A-Z0-9@] ?"), True),
    (
        "endnote text",
        re.compile(r"^Reference Type:\s{1,9}\S[^\n]{0,60}\n(?:[A-Z][\w ]{1,30}:[^\n]{0,2000}\n){2}", re.MULTILINE),
        False,
    ),
    ("orcid page", ORCID_WORK, False),
    ("dblp page", DBLP_MENU, False),
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
    for suffix, sign, at_start in _SIGNS:
        if sign.match(head) if at_start else sign.search(head):
            return suffix
    return ".txt"
