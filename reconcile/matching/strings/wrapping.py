r"""A reference taken out of what it came in: a web page's head, an export flattened into one line, a letter.

What parts two fields there becomes a line end, which ends every title.
"""

from __future__ import annotations

import quopri
import re
from urllib.parse import unquote, unquote_plus

from reconcile.lexicon import houses
from sources.identifiers import find

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
_COINS = re.compile(r"""<span\b[^<>]{0,200}?\btitle\s?=\s?["']?(ctx_ver=[^<>"']*)["']?[^<>]{0,200}>""", re.IGNORECASE)
_OPENURL = re.compile(r"(?:^|&(?:amp;)?)(?:[\w.]{1,30}=)?")
# The tags of a headline in Org: ` :nlp:toread:`.
_ORG_TAGS = re.compile(r"\s:(?:[\w@#%]{1,40}:){1,9}(?=\s|$)")
# The fields of Web of Science as it prints a record, behind `By: Lee, Ann`.
_PRINTED_FIELD = re.compile(
    r"\s(?=(?:By|Source|Book Series|Volume|Issue|Pages?|Article Number|DOI|Published|Conference|Document Type|Abstract"
    r"|Times Cited|Accession Number|ISSN|ISBN):\s)"
)
# The fields of arXiv as it lists a paper: `Title: …  Authors: …  Comments: …`.
_LISTED_FIELD = re.compile(r"\s(?=(?:Title|Authors|Comments|Subjects|Journal-ref|Abstract|Categories|DOI): )")
# The elements of Dublin Core as repositories print them: `dc.title: …  dc.creator: …`.
_ELEMENT = re.compile(
    r"(?:^|\s)dc(?:terms)?[.:][a-z]{3,15}(?:[.:][a-z-]{2,20})?(?:\[[\w-]{1,10}\])?\s?[:=]\s", re.IGNORECASE
)
# What Wikidata says of an article behind its title: `Title — scholarly article by Ann Lee et al.`
_DESCRIBED = re.compile(
    r"\s[–—-]\s(?=(?:scholarly|scientific|academic|journal) (?:journal )?article\b"
    r"|wissenschaftlicher artikel\b|article (?:scientifique|académique)\b|art[ií]culo cient|artigo cient"
    r"|articolo scientifico\b|wetenschappelijk artikel\b|vetenskaplig artikel\b)",
    re.IGNORECASE,
)
# Letters as addresses, mails and program texts write them: `%20`, `=C3=A9`, `\u00e9`.
_PERCENT = re.compile(r"%[0-9A-Fa-f]{2}")
_QUOTED_PRINTABLE = re.compile(r"(?:=[C-F][0-9A-F](?:=[89AB][0-9A-F])+)")
_QUOTED = re.compile(rf"{_QUOTED_PRINTABLE.pattern}|=20|=\r?\n")  # a blank at a line's end, and an end that is none
# What parts the fields of a database's row, and stands for an empty one, where its signs were written out.
_ROW_SIGN = re.compile(r"\\[tn](?=[A-Z\d\"'(\[\\]|\s|\Z)|\\N(?=\\|\s|\Z)")
# The number by which the Astrophysics Data System leads a reference, with its year: `2008acl..conf....1N `.
_BIBCODE = re.compile(r"\A((?:19|20)\d\d)[A-Za-z&.]{5}[\w.]{8,9}[A-Z]\s")
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")
_LEAST_FIELDS = 2
_LEAST_PERCENT = 3  # signs from which a string is an address's: `100%25` may stand in a title
# What a publisher's page says beneath a title: `Part of Advances in …`, `Part of the Lecture Notes … book series`.
_PART_OF = re.compile(r"\s(?=Part of (?:Advances in |Proceedings |the [A-Z][^.:;\n]{2,80} (?:book )?series\b))")
# What a page bears above and below its text, where a reference goes on over its end: the page's number beside what the
# page is called, and how the copy came about.
_FURNITURE = re.compile(
    r"(?<=\S)\s+(?:(?:\d{1,4}\s+)?(?:REFERENCES|BIBLIOGRAPHY|LITERATURE CITED|WORKS CITED)(?:\s+\d{1,4})?"
    r"|(?:References|Bibliography)\s(?:\|\s)?\d{1,3}|\d{1,3}\s(?:\|\s)?(?:References|Bibliography)"
    r"|Page \d{1,4} of \d{1,4}"
    r"|Downloaded (?:from|by) [^\n]{3,80}? on \d{1,2} \w{3,9},? \d{4}"
    r"|Authorized licensed use limited to:? (?:[^\n]{3,120}?Restrictions apply\.|[A-Z][A-Z .,&-]{2,60}\. Downloaded on)"
    r"|This content downloaded from [^\n]{3,120}?jstor\.org/terms"
    r"|© ?(?:\d{4} )?The Authors?(?:\(s\))?\.?(?: This is an open[- ]access article)?)(?=\s+\w)"
)
# What is printed above the text of a manuscript or of a journal's pages, with the page's number perhaps: only amid a
# sentence, as a reference may well say so at its end.
_RUNNING_HEAD = re.compile(
    r"(?<=[^\W\d_])\s+(?:(?:Preprint|Manuscript|Draft)[,.]? [Uu]nder review"
    r"|Submitted to [A-Z][^.,;\n]{3,60}, under review"
    r"|(?:ACM|IEEE|J\.|Journal|Proc\.|Trans\.) [A-Z][^,;\d\n]{2,60}, [Vv]ol\. \d{1,3}, [Nn]o\. \d{1,3}"
    r"(?:, [Aa]rticle \d{1,4})?)\.?(?:[\s:]\d{1,4})?(?=\s+[^\W\d_])"
)
_FURNISHED = tuple(
    "REFERENCES|BIBLIOGRAPHY| CITED|References|Bibliography| Page | Authorized | Downloaded | downloaded |©".split("|")
)
_LINE_BEGIN = re.compile(r"\s{0,9}(\d{2,4})\s+(?=\D)")
# The beginning of the next reference of a list, where a string was cut out one line too late: `[21] Lee, A., Rye, B.,`.
# Behind a number without brackets it is none unless it breaks off, as authors may stand behind a journal's volume.
_FAMILY, _INITIALS = r"(?:[a-z]{2,3}\s){0,2}[A-ZÀ-Þ][\w'’-]{1,25}", r"[A-ZÀ-Þ]\.(?:[ -]?[A-ZÀ-Þ]\.){0,3}"
_PERSON = rf"(?:{_FAMILY},?\s{_INITIALS}|{_INITIALS}\s?{_FAMILY}|{_FAMILY}(?=,\Z))"
PEOPLE = rf"{_PERSON}(?:(?:,? and|,? &|[,;])\s{_PERSON}){{0,5}}"
UNFINISHED = r"(?:,|,?\sand|,?\s&)\s?\Z"
_BROKEN_OFF = rf"(?:{UNFINISHED}|:\s[^\n]{{0,20}}-\s?\Z)"
_NEXT = re.compile(rf"\s(?:\[\d{{1,3}}\]\s{PEOPLE}(?:{_BROKEN_OFF}|\Z)|\d{{1,3}}\.\s{PEOPLE}{_BROKEN_OFF})")
_LONGEST_NEXT = 110  # characters of it
_DATED = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# The end of the reference before, its imprint or its pages, before a dash for the same authors.
_PREVIOUS = re.compile(
    rf"\A\W{{0,3}}(?:(?:{houses.FOR_A_VENUE}|(?:\w{{2,20}}\s){{1,3}}press)"
    r"(?:,?\s(?-i:[A-ZÀ-Þ])[^\W\d_]{3}[^\n]{0,40}?|,?\s\(?(?:19|20)\d\d)|(?:pp?\.|arxiv:)?[\d\W]{1,40}?)"
    r"[.)]{1,2}\s(?=(?:-{3,}|[—–]{2,}|_{3,})\s?[.,:;(\"“‘'«])",
    re.IGNORECASE,
)
_SAME_AUTHORS = ("---", "——", "––", "___")
# To whom a letter is written: no author.
_SALUTATION = re.compile(
    r"\A\W{0,3}(?:dear|hi|hello|hallo|liebe[rs]?|sehr geehrter?|ch[eè]re?|estimad[oa]|car[oa]|prezad[oa])\s"
    r"(?:(?:(?:prof(?:essor(?:in)?|\.ssa)?|dr|mr|mrs|ms|herrn?|frau|mme|dott|doctor|colleagues?)\b\.?|sra?\.)\s?){1,3}"
    r"[^,:;.!?\n]{0,50}[,:!\n]",
    re.IGNORECASE,
)

# An account that a post names, with what leads to it: `… in Cold Water — with @AnnaBee, Bo Lund`.
_ACCOUNT = re.compile(r"\s(?:[-–—]\s)?(?:(?:w/|with|by)\s)?@(?P<name>[A-Za-z_]\w{2,30})(?![\w@])")
_HUMP = re.compile(r"(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ])")

# How a string begins that an identifier leads, with what may call it one, and what parts that from the title.
_LED = re.compile(r"\W{0,3}(?:arxiv|corr|doi|acl|anthology|10\.\d|[a-z]\d\d-\d{4}|(?:19|20)\d\d\.[a-z])", re.IGNORECASE)
_LABELLED = re.compile(r"\W{0,3}(?:(?:acl|anthology|arxiv|doi|id|preprint)\W{1,3}){0,3}", re.IGNORECASE)
_PARTING = re.compile(r"(?:\[[a-z]{2}(?:\.[a-z]{2})?\])?[\s)\]:;|–—-]{1,6}", re.IGNORECASE)
_LONGEST_LED = 200  # characters among which the identifier ends


def unwrapped(string: str) -> str:
    r"""Return a reference without what it came in.

    >>> unwrapped('<meta name="citation_title" content="On Wool"><meta name="citation_author" content="Lee, Ann">')
    '\nOn Wool\n\nLee, Ann\n'
    >>> unwrapped("Dear Prof. Weber, I have read your paper on wool")
    ' I have read your paper on wool'
    >>> unwrapped("On Wool and Gulls w/ @AnnaBee, Bo Lund")
    'On Wool and Gulls\nAnna Bee, Bo Lund'
    >>> unwrapped("Lee, A. On Wool 173 REFERENCES and Gulls")
    'Lee, A. On Wool and Gulls'
    """
    string = _decoded(string)
    if "<" in string:
        string = _META.sub(_content, _COINS.sub(r"\1", string))
    if "rft." in string or "atitle=" in string:
        string = unquote_plus(_OPENURL.sub("\n", string))
    if " :" in string:
        string = _ORG_TAGS.sub("\n", string)
    if ("By: " in string or " Source: " in string) and len(_PRINTED_FIELD.findall(string)) >= _LEAST_FIELDS:
        string = _PRINTED_FIELD.sub("\n", string)
    if "Title: " in string and " Authors: " in string:
        string = _LISTED_FIELD.sub("\n", string)
    if "dc." in string or "dc:" in string or "DC." in string:
        string = _ELEMENT.sub("\n", string)
    if "arti" in string or "Artikel" in string:
        string = _DESCRIBED.sub("\n", string)
    if "Part of " in string:
        string = _PART_OF.sub("\n", string)
    if " @" in string:
        string = _ACCOUNT.sub(_holder, string)
    if any(sign in string for sign in _FURNISHED) and not string.isupper():
        string = _FURNITURE.sub("", string)
    if "nder review" in string or "ol. " in string:
        string = _RUNNING_HEAD.sub("", string)
    if _LED.match(string):
        string = _led_apart(string)
    if ".." in string:
        string = _BIBCODE.sub(r"\1\n", string)
    return _SALUTATION.sub("", _by_itself(string))


def _holder(account: re.Match[str]) -> str:
    return f"\n{_HUMP.sub(' ', account['name'])}"


def _led_apart(string: str) -> str:
    r"""Return a reference with the identifier that leads it on a line of its own.

    >>> _led_apart("W19-4634 — Gulls in Wool"), _led_apart("[2020.acl-main.12] Gulls in Wool")
    ('W19-4634\nGulls in Wool', '[2020.acl-main.12\nGulls in Wool')
    """
    found = next(iter(find(string[:_LONGEST_LED])), None)
    if not found or not _LABELLED.fullmatch(string, 0, found.start):
        return string
    parting = _PARTING.match(string, found.end)
    return f"{string[: found.end]}\n{string[parting.end() :]}" if parting else string


def _by_itself(string: str) -> str:
    """Return a reference without the end of the one before it, and the beginning of the next.

    >>> _by_itself("Wool Press, Lund. ---. On Felt. Gulls, 2012, 3-9. [12] Vapnik, V.")
    '---. On Felt. Gulls, 2012, 3-9.'
    >>> _by_itself("On Felt. Wool Letters 2012, 27. Lee, A., Rye, B.")
    'On Felt. Wool Letters 2012, 27. Lee, A., Rye, B.'
    """
    if any(dash in string for dash in _SAME_AUTHORS):
        string = _PREVIOUS.sub("", string)
    behind = _NEXT.search(string, max(0, len(string) - _LONGEST_NEXT))
    return string[: behind.start()] if behind and _DATED.search(string, 0, behind.start()) else string


def unnumbered(string: str) -> str:
    """Return a string without the numbers of the lines that it was cut out of, `741 On Wool and 742 Gulls`.

    >>> unnumbered("741 Lee, A. On Wool and 742 Gulls in Winter, J. Wool 743 12 (2021), 33.")
    'Lee, A. On Wool and Gulls in Winter, J. Wool 12 (2021), 33.'
    """
    if not (first := _LINE_BEGIN.match(string)):
        return string
    parts: list[str] = []
    number, at = int(first[1]), first.end()
    while found := re.search(rf"(?<=\S)\s+{number + len(parts) + 1}\s+(?=\S)", string[at:]):
        parts.append(string[at : at + found.start()])
        at += found.end()
    return " ".join([*parts, string[at:]]) if parts else string


def _decoded(string: str) -> str:
    r"""Return a string with the letters for which an address, a mail or a program writes others.

    >>> _decoded("Lee%2C%20A.%20On%20Wool"), _decoded("On W=C3=B6ol"), _decoded("On W\\u00f6ol")
    ('Lee, A. On Wool', 'On Wöol', 'On Wöol')
    """
    if "%" in string and "atitle=" not in string and len(_PERCENT.findall(string)) >= _LEAST_PERCENT:
        string = unquote(string, errors="replace")
    if "=" in string and string.isascii() and _QUOTED_PRINTABLE.search(string):
        string = _QUOTED.sub(_letters, string)
    if "\\u" in string:
        string = _ESCAPED.sub(_letter, string)
    if "\\t" in string or "\\N" in string:
        string = _ROW_SIGN.sub("\n", string)
    return string


def _letters(quoted: re.Match[str]) -> str:
    return quopri.decodestring(quoted[0].encode()).decode("utf-8", "replace")


def _letter(escaped: re.Match[str]) -> str:
    letter = chr(int(escaped[1], 16))
    return letter if letter.isprintable() and not letter.isascii() else escaped[0]


def _content(tag: re.Match[str]) -> str:
    content = _META_CONTENT.search(tag[1]) if _META_NAME.search(tag[1]) else None
    return f"\n{content[1] or content[2] or ''}\n" if content else "\n"
