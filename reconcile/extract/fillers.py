"""What templates leave behind: filler text, and the titles and names of their sample entries."""

from __future__ import annotations

import re

# A sample is the whole of a title or of a name: what stands before it and behind it.
_BEFORE = r"(?:\A|[.,;:|(\[{}“”\"'«»*_\n]|\band\b|&|\d\))\s{0,3}"
_BEHIND = r"(?=\s{0,3}(?:[.,;:|)\]{}“”\"'«»*_\n(]|\band\b|&|\Z))"

# "LOREM" with more behind it is a system's name: "LOREM: Open Relation Extraction".
_FILLER = re.compile(
    r"\blorem ipsum\b|\bipsum dolor\b|\bdolor sit amet\b|\bYour Name, You\b"
    rf"|{_BEFORE}(?-i:[Ll]orem)(?=\s{{0,3}}(?:[.,;|)\]}}*_\n]|\Z))"
    rf"|{_BEFORE}(?:paper title number \d{{1,3}}|(?:the )?title of (?:the |your |my )?(?:paper|article)"
    r"|your[- ]paper[- ]title|first-?name last-?name|last-?name, ?first-?name|author one"
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
