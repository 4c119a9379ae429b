"""What templates leave behind: filler text, and the titles and names of their sample entries."""

from __future__ import annotations

import re
from collections.abc import Mapping

from sources.name_words import AND
from sources.text import fold

# A sample is the whole of a title or of a name: what stands before it and behind it.
_BEFORE = r"(?:\A|[.,;:|(\[{}“”\"'«»*_\n]|\band\b|&|\d\))\s{0,3}"
_BEHIND = r"(?=\s{0,3}(?:[.,;:|)\]{}“”\"'«»*_\n(]|\band\b|&|\Z))"

# "LOREM" with more behind it is a system's name: "LOREM: Open Relation Extraction".
_FILLER = re.compile(
    r"\blorem ipsum\b|\bipsum dolor\b|\bdolor sit amet\b|\bYour Name, You\b"
    rf"|{_BEFORE}(?-i:[Ll]orem)(?=\s{{0,3}}(?:[.,;|)\]}}*_\n]|\Z))"
    rf"|{_BEFORE}(?:paper title number \d{{1,3}}|(?:(?:article|book|paper) )?title (?:goes )?here|author one"
    r"|(?:insert|add|enter|your) (?:your )?(?:article|citation|entry|paper|publication|reference)s?"
    r"(?: (?:no\. ?)?\d{1,2})? (?:goes )?here"
    r"|(?:the )?title of (?:an? |the |your |my )?(?:cited |proceedings )?(?:paper|article)"
    r"|(?:your|insert|add)(?:[- ](?:article|book|paper|the))?[- ]title(?: here)?"
    r"|(?:citation|reference|source) needed"
    r"|first-?name last-?name|last-?name, ?(?:first-?name|(?-i:[A-Z])(?=\.))"
    r"|(?-i:Author)(?: \d)?, [A-Z]\.[^\n]{0,60}(?:article|book|contribution) title"
    rf"|an example (?:conference paper|journal article|preprint(?: / working paper)?)){_BEHIND}",
    re.IGNORECASE,
)
# The usual sample persons, folded. Some people are called so, and forms and courts call others so.
SAMPLE_PERSONS = (
    "erika mustermann",
    "fulano de tal",
    "jane doe",
    "jane q public",
    "jane roe",
    "joe bloggs",
    "john doe",
    "john public",
    "john q public",
    "juan perez de tal",
    "max mustermann",
    "richard roe",
)
_NAMES = "|".join(SAMPLE_PERSONS).replace(" q ", r" q\.? ").replace("perez", "p[eé]rez")
_SAMPLE_PERSON = re.compile(rf"{_BEFORE}(?:{_NAMES}){_BEHIND}", re.IGNORECASE)
# What is to be filled in, folded.
_TO_DO = (
    r"(?:todo|to do|tbd|fixme|fill in|placeholder|insert|to be (?:added|completed|filled(?: in)?))"
    r"(?:(?: (?:a|add|article|authors?|book|check|citation|complete|details|entry|find|here|insert|journal|link|me|name"
    r"|paper|pages|publisher|real|reference|text|the|title|update|venue|write|year|your)){1,6})?"
)
_YOUR = (
    r"(?:(?:an?|abbreviated|add|another|dummy|enter|example|fake|full|insert|my|name of|put|sample|some|test|the|type"
    r"|your) ){0,4}"
)
_WORK = r"(?:article|book|chapter|conference|contribution|paper|proceedings|publication|report|thesis|work)"
_HERE = "(?: (?:comes|goes|here|text))*"
_LETTERS = r"(?:x{1,4}|n{1,4}|p{1,2}|y{1,4})"
# What templates, style guides and forms have in a field, folded. `untitled` is what works are called, too.
_SAMPLES: Mapping[str, re.Pattern[str]] = {
    field: re.compile(f"{_TO_DO}|{words}")
    for field, words in (
        (
            "title",
            rf"{_YOUR}(?:{_WORK} )?(?:title|titel|titulo|titre|titolo){_HERE}"
            rf"|(?:the )?(?:name|title) of {_YOUR}(?:(?:cited|conference|journal|proceedings) )?{_WORK}"
            rf"(?: if known)?{_HERE}",
        ),
        (
            "untitled",
            r"(?:untitled|no title|unknown(?: title)?|tba|n a|none|null|nan|test|xx+|foo(?: bar)?|some(?:thing| work)"
            r"|(?:an?|my|the|your) (?:awesome |cool |first |great )?(?:paper|article|book|thesis))?",
        ),
        (
            "venue",
            rf"{_YOUR}(?:(?:book|conference|journal|magazine|periodical|proceedings|venue|workshop)"
            r"(?: (?:abbreviation|name|title))?|booktitle)(?: \d{1,2}| here)?",
        ),
        (
            "publisher",
            rf"{_YOUR}(?:department|institution|organi[sz]ation|press|publisher|school|university)"
            r"(?: (?:location|name))?(?: here)?",
        ),
        ("year", r"yyyy|year|xxxx|(?:19|20)(?:xx|yy)|(?:19|20)\d?x"),
        (
            "page",
            rf"{_LETTERS}(?: {_LETTERS}){{0,2}}|(?:first|start)(?: page)? (?:last|end)(?: page)?"
            r"|page (?:range|numbers?)",
        ),
        ("volume", r"x{1,4}|vol(?:ume)?|n"),
        ("doi", r"10 (?:\d{4,5} )?(?:x+|n+|y+|suffix)(?: .*)?|x+ x+|doi(?: here)?"),
    )
}
_ROWS: Mapping[str, str] = {
    "booktitle": "venue",
    "date": "year",
    "issue": "volume",
    "journal": "venue",
    "school": "publisher",
}
# Names that templates, style guides and forms use for nobody, folded.
SAMPLE_PEOPLE = frozenset(
    (
        "a n other|an author|author author|author name|author unknown"
        "|doe jane|doe john|family given|first author|first last|first name last name|firstname lastname"
        "|foo bar|given family|last first|lastname firstname|n n|name surname|nomen nescio|second author|some author"
        "|someone|tba|test author|third author|unknown author|xxx|you r name|your name|your name you"
    ).split("|")
).union(SAMPLE_PERSONS)
# `Author, A. B.`, `J. K. Author`, `Author 1, A.`, `Author One`.
_AUTHOR = re.compile(
    rf"(?:[a-z] ){{1,3}}author|author (?:\d )?(?:[a-z]|one|two|three|first|second|third|\d)(?: [a-z\d]){{0,2}}"
    rf"|{_TO_DO}"
)


def is_placeholder(text: str) -> bool:
    """Whether a text is what a template left: filler text, or the whole title or name of a sample entry.

    >>> is_placeholder("A. Bee. Title of the paper. ICML 2020."), is_placeholder("LOREM: Open Relation Extraction")
    (True, False)
    """
    return _FILLER.search(text) is not None


def names_sample_person(text: str) -> bool:
    """Whether somebody in a text has a sample person's name, and no more of a name than that.

    >>> names_sample_person("John Doe and A. Bee. My paper."), names_sample_person("A. Bee. The John Doe of the law.")
    (True, False)
    """
    return _SAMPLE_PERSON.search(text) is not None


def is_sample(field: str, value: str) -> bool:
    """Whether a value is what templates have in a field of that canonical name.

    >>> is_sample("title", "TODO: add title"), is_sample("journal", "Journal Name"), is_sample("title", "On Titles")
    (True, True, False)
    """
    row = _SAMPLES.get(_ROWS.get(field, field))
    return row is not None and row.fullmatch(fold(value)) is not None


def names_nobody(person: str) -> bool:
    """Whether a name is one that templates use; of several, all.

    >>> names_nobody("Author, A. B."), names_nobody("Doe, Jane and Author Two"), names_nobody("Author, Ann")
    (True, True, False)
    """
    folded = [fold(one) for one in AND.split(person)]
    return all(one in SAMPLE_PEOPLE or _AUTHOR.fullmatch(one) for one in folded)
