"""What is looked for, made ready once: a raw string, or an entry whose title and people are known apart."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from reconcile.lexicon import theses
from reconcile.lexicon.acronyms import READINGS
from reconcile.matching.strings.occasions import Occasion, occasions_in
from reconcile.matching.strings.text import Text, prepare
from reconcile.venues.table import all_series
from reconcile.wanted import Wanted
from sources.east_asian import years_of_eras
from sources.et_al import ET_AL
from sources.identifiers import Found, find
from sources.normal_forms import ACL
from sources.record import Identifier, Record, Type
from sources.text import STOP_WORDS, fold, year_of_two_digits

# What stands before a year is looked at behind it, so that the search can go by its first digit. It is no page and no
# part of a number, but may be one of a date: `2020-05-01`, `1.5.2020`, `05/2020`.
_YEAR = re.compile(
    r"(?:19[4-9]|20[0-4])\d(?!\d)(?:(?<![\d.-]\d{4})"
    r"(?:(?!\s?[-–]\s?\d)|(?=([-./])[01]?\d\1[0-3]?\d(?![\d-])))"
    r"|(?:(?<=[^\d]\d[./]\d{4})|(?<=[^\d]\d\d[./]\d{4})|(?<=-\d\d-\d{4}))(?![-\d]|[./]\d))"
)
_SHORT_YEAR = re.compile(r"(?<=[A-Za-z\s])['‘’](\d\d)(?!\d)")
_DATED_WORD = re.compile(r"[^\W\d_]+['’]\d\d\b")
# A meeting and its year: `ICML-16`, where the string has no other; and what its editions are counted by instead.
_DATED_MEETING = re.compile(r"(?<![\w-])([A-Z][A-Za-z]{0,9}[A-Z][A-Za-z]{0,9})[-–](\d\d)(?![\w-])")
_COUNTED = frozenset({"cade", "lpar"})
_ARXIV_YEAR = re.compile(r"\b(?:arxiv[:\s]*|abs/)(\d\d)(?:0[1-9]|1[0-2])\.\d{4,5}", re.IGNORECASE)
_THESIS = re.compile(
    rf"\[d\]|@(?:phd|masters)thesis|(?<!\w)(?:{theses.WORDS}|habilitation|thesis|tesi|tese|avhandling|rozprawa|disertace)(?!\w)"
    rf"|{theses.SIGNS}"
)
_THESIS_STEMS = ("[d]", *theses.STEMS, *theses.SIGNS_STEMS)
_LOSSY = re.compile(r"[^\W\d_]{1,30}\ufffd[^\W\d_]{1,30}")
# A number of the Anthology that leads a string without its name. Others number so, too: beside its title it tells.
_LEADING = re.compile(rf"\W{{0,3}}(?:ACL )?{ACL}(?=\s)")
_POSSESSIVE = re.compile(r"(?<!\w)([^\W\d_]{2,40})['’]s(?= )")
# What tells in small letters that a list of authors is cut short, and that an identifier may stand in a string.
_CUT = (
    *("et al", "et. al", "e. al", "al., e", "and others", "& others", "...", "…", "等", "ほか", "他"),
    *(f" {form}" if form.endswith(".") else form for form in ET_AL if not form.startswith("et al")),
    *(f" {form.replace('. ', '.')}" for form in ET_AL if ". " in form),
)
_MAY_IDENTIFY = ("anthology", "aclweb", "openreview", "abs/", "dblp", "pmlr.press", "isbn")
_IDENTIFIER = re.compile(r"10\.\d{4,}(?:/|%2f)|\d{4}\.\d{4,5}|/\d{7}")
# Words that stand around an identifier and say nothing of the work.
_ABOUT_IDENTIFIERS = frozenset(
    "abs acl anthology arxiv available dblp doi http https isbn link online org pdf url www".split()
)

# What styles put behind the name of software and data, `[Computer software]`, `[Data set]`, in China `[DS/OL]`; and
# Elsevier before a reference to data. R's packages are cited by their version. Pages have
# links that say `[data]`, `[dataset]`, `[software]`.
_MATERIAL = re.compile(
    r"\(version [\w.-]{1,20}\) ?\[[a-z ]{4,30}\]"
    r"|\[(?:computer (?:software|program|code)|mobile app(?:lication)?|data set|(?:cp|db|ds)(?:/ol)?)"
    r"(?:[, ][^\[\]\n]{1,30})?\]|\A\W{0,3}\[dataset\]"
    r"|\b(?:r|python|julia|matlab|stata|perl) (?:package|toolbox)\b[^\n]{0,30}\d\.\d"
)
MATERIAL = frozenset({Type.SOFTWARE, Type.DATASET})


class Sought(NamedTuple):
    """One publication that is looked for.

    `text` is the raw string, or what an `entry` says beside its `title` (empty for a raw string). `words` are the
    different words by which candidates are looked for, `years` the years that are named; `cut` says that the list of
    authors ends in "et al."; `beside` are the words that stand beside identifiers; `authors` is how many an entry
    names. `shown` are the words among which a title may stand, `letters` those of them joined; `broken` says that an
    entry's title ends with an ellipsis. `owners` are folded words with a possessive: `Zhu's paper “…”`.
    `acronyms` are the words written as initials are, among which a title may stand, `lossy` those that lost a letter.
    `leading` are the identifiers that count beside the title only. `thesis` says that a thesis is named, `material`
    that what is named is software or data, `occasions` that a talk is, or the like; `claim` is what an entry says.
    """

    text: Text
    entry: bool = False
    title: str = ""
    words: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    cut: bool = False
    beside: frozenset[str] = frozenset()
    authors: int = 0
    shown: frozenset[str] = frozenset()
    letters: str = ""
    broken: bool = False
    owners: tuple[str, ...] = ()
    acronyms: frozenset[str] = frozenset()
    lossy: frozenset[str] = frozenset()
    thesis: bool = False
    material: bool = False
    occasions: tuple[Occasion, ...] = ()
    claim: Record | None = None
    leading: tuple[Identifier, ...] = ()


def seek(wanted: Wanted) -> Sought:
    """Return what a `Wanted` looks for."""
    return _of_claim(wanted.claim) if wanted.claim is not None else _of_string(wanted.text)


def _of_string(string: str) -> Sought:
    text = prepare(string)
    small = text.string.lower()
    may = _IDENTIFIER.search(small) or any(sign in small for sign in _MAY_IDENTIFY)
    found = find(text.string) if may else ()
    led = _LEADING.match(text.string)
    return Sought(
        text,
        words=_askable((*text.words, *_glued(text.string))),
        years=_years(text.string),
        identifiers=tuple(each.identifier for each in found),
        cut=any(sign in small for sign in _CUT),
        beside=_beside(text.string, found) if found else frozenset(),
        shown=text.known,
        letters=text.letters,
        acronyms=text.acronyms - _venues() if text.acronyms else text.acronyms,
        lossy=_lossy(string) if "\ufffd" in string else frozenset(),
        owners=_owners(text.string) if "'s " in small or "’s " in small else (),
        thesis=any(stem in small for stem in _THESIS_STEMS) and bool(_THESIS.search(small)),
        occasions=occasions_in(text.string),
        leading=tuple(each.identifier for each in find(led[0])) if led else (),
        material=("[" in small or "pack" in small or "toolbox" in small) and bool(_MATERIAL.search(small)),
    )


@cache
def _venues() -> frozenset[str]:
    """Return the acronyms of the venues that the table has, but for those that are known to be short for words."""
    names = (name for series in all_series().values() for name in map(fold, series.every_name))
    return frozenset(name for name in names if " " not in name).difference(READINGS)


@cache
def _meetings() -> frozenset[str]:
    """Return the acronyms of the conferences that the table has and that are told by their year."""
    meetings = (series for series in all_series().values() if series.kind == "conference")
    names = (name for series in meetings for name in map(fold, series.every_name))
    return frozenset(name for name in names if " " not in name) - _COUNTED


def _lossy(string: str) -> frozenset[str]:
    return frozenset([fold(word.replace("\ufffd", "")) for word in _LOSSY.findall(string)])


def _owners(string: str) -> tuple[str, ...]:
    return tuple([fold(match[1]) for match in _POSSESSIVE.finditer(string)])


def _beside(string: str, found: Iterable[Found]) -> frozenset[str]:
    """Return the words that stand beside the identifiers and are not about them."""
    for each in found:
        string = string[: each.start] + " " * (each.end - each.start) + string[each.end :]
    return frozenset(fold(string).split()) - _ABOUT_IDENTIFIERS


def _of_claim(claim: Record) -> Sought:
    people = ", ".join(map(str, claim.author))
    beside = prepare(f"{people}. {claim.container_title} {claim.event}")
    title = prepare(claim.title)
    title_words = (*title.words, *fold(title.string).split())
    year = (str(claim.year),) if claim.year else ()
    return Sought(
        beside,
        entry=True,
        title=title.string,
        words=_askable((*title_words, *beside.words, *year)),
        years=(claim.year,) if claim.year else (),
        identifiers=claim.identifiers,
        cut=claim.author_et_al,
        beside=frozenset(title.words),
        authors=len(claim.author),
        shown=frozenset(title_words),
        letters=title.letters,
        acronyms=title.acronyms,
        thesis=claim.type is Type.THESIS,
        material=claim.type in MATERIAL,
        claim=claim,
        broken=title.string.rstrip().endswith(("...", "…")),
    )


def _askable(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the different words that say something, in order."""
    return tuple([word for word in dict.fromkeys(words) if len(word) > 1 and word not in STOP_WORDS])


def _glued(string: str) -> list[str]:
    """Return the words such as `IWILDS'22` as titles of records are folded: in one."""
    dated = _DATED_WORD.finditer(string) if "'" in string or "’" in string else ()
    return [fold(match.group()) for match in dated]


def _years(string: str) -> tuple[int, ...]:
    years = [int(match.group()) for match in _YEAR.finditer(string)]
    if "'" in string or "’" in string or "‘" in string:
        years += [year_of_two_digits(int(match[1])) for match in _SHORT_YEAR.finditer(string)]
    if "." in string:
        years += [2000 + int(match[1]) for match in _ARXIV_YEAR.finditer(string)]
    years += [year for year, _, _ in years_of_eras(string)]
    if not years and ("-" in string or "–" in string):
        dated = _DATED_MEETING.findall(string)
        years = [year_of_two_digits(int(digits)) for name, digits in dated if fold(name) in _meetings()]
    return tuple(dict.fromkeys(years))
