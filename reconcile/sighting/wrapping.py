r"""A reference taken out of what it came in: a web page's head, an export flattened into one line, a letter.

What parts two fields there becomes a line end, which ends every title.
"""

from __future__ import annotations

import re
from urllib.parse import unquote_plus

# A field of a web page's head as Highwire Press and Dublin Core write it: `<meta name="citation_title" content="…">`.
_META = re.compile(r"<meta\s([^<>]{1,2000})>", re.IGNORECASE)
_META_NAME = re.compile(
    r"""\b(?:name|property)\s?=\s?["']?(?:citation|dc|dcterms|og|eprints|bepress_citation|prism|twitter)[_.:]\s?"""
    r"""(?:title|authors?|creator|date|year|publication|online_date|journal|conference|book|inbook|source|ispartof|doi"""
    r"""|publisher|volume|issue|issued|firstpage|lastpage|arxiv|event)""",
    re.IGNORECASE,
)
_META_CONTENT = re.compile(r"""\bcontent\s?=\s?(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
# A reference as the address of a link resolver, `rft.atitle=A+Title&rft.au=Lee`, as it stands hidden in web pages.
_OPENURL = re.compile(r"(?:^|&(?:amp;)?)(?:[\w.]{1,30}=)?")
# The tags of a headline in Org: ` :nlp:toread:`.
_ORG_TAGS = re.compile(r"\s:(?:[\w@#%]{1,40}:){1,9}(?=\s|$)")
# The fields of Web of Science as it prints a record, behind `By: Lee, Ann`.
_PRINTED_FIELD = re.compile(
    r"\s(?=(?:Source|Book Series|Volume|Issue|Pages?|Article Number|DOI|Published|Conference|Document Type|Abstract"
    r"|Times Cited|Accession Number|ISSN|ISBN):\s)"
)
# What a publisher's page says beneath a title: `Part of Advances in …`, `Part of the Lecture Notes … book series`.
_PART_OF = re.compile(r"\s(?=Part of (?:Advances in |Proceedings |the [A-Z][^.:;\n]{2,80} (?:book )?series\b))")
# To whom a letter is written: no author.
_SALUTATION = re.compile(
    r"\A\W{0,3}(?:dear|hi|hello|hallo|liebe[rs]?|sehr geehrter?|ch[eè]re?|estimad[oa]|car[oa]|prezad[oa])\s"
    r"(?:(?:prof(?:essor(?:in)?|\.ssa)?|dr|mr|mrs|ms|herrn?|frau|sr|sra|m|mme|dott|doctor|colleagues?)\b\.?\s?){1,3}"
    r"[^,:;.!?\n]{0,50}[,:!\n]",
    re.IGNORECASE,
)


def unwrapped(string: str) -> str:
    r"""Return a reference without what it came in.

    >>> unwrapped('<meta name="citation_title" content="On Wool"><meta name="citation_author" content="Lee, Ann">')
    '\nOn Wool\n\nLee, Ann\n'
    >>> unwrapped("Dear Prof. Weber, I have read your paper on wool")
    ' I have read your paper on wool'
    """
    if "<" in string:
        string = _META.sub(_content, string)
    if "rft." in string and "=" in string:
        string = unquote_plus(_OPENURL.sub("\n", string))
    if " :" in string:
        string = _ORG_TAGS.sub("\n", string)
    if "By: " in string and " Source: " in string:
        string = _PRINTED_FIELD.sub("\n", string)
    if "Part of " in string:
        string = _PART_OF.sub("\n", string)
    return _SALUTATION.sub("", string)


def _content(tag: re.Match[str]) -> str:
    content = _META_CONTENT.search(tag[1]) if _META_NAME.search(tag[1]) else None
    return f"\n{content[1] or content[2] or ''}\n" if content else "\n"
