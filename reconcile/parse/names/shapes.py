"""What one piece of a list of names looks like: a full name, a family name, initials, no name at all …"""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache

from reconcile.lexicon import above, links, rarity
from reconcile.lexicon.given_names import GIVEN_NAMES
from reconcile.parse.words import cues
from reconcile.parse.words.vocabulary import NEWSPAPERS, TITLE_WORDS
from reconcile.venues import looks_like_venue
from sources.arabic_script import is_arabic
from sources.east_asian import IDEOGRAPHS, SIGNS, SignPattern, is_east_asian
from sources.et_al import WITHIN
from sources.name_words import IN_LISTS, ends_as_body
from sources.suffixes import may_be_name
from sources.text import fold, letters_of


class Shape(Enum):
    """What a piece between two delimiters looks like."""

    FULL = "J. K. Author"
    TRAILING = "Author JK"
    WORDS = "Given Author"
    LONE = "van Author"
    INITIALS = "J. K."
    SUFFIX = "Jr."
    ET_AL = "et al."
    DASH = "———"
    ORGANISATION = "University of X"
    OTHER = "no name at all"
    NOTHING = ""


INITIALS = re.compile(
    r"(?:[A-ZÀ-ÞČŁŚŠŽĐŞİА-ЯЁІЇЄҐЎΑ-Ω]\.?(?:-[a-z]\.)?[ -]?){1,5}|[A-Z][a-z]\.(?:[ -]?[A-Z]\.?){0,3}|[a-z]\."
    r"|(?:Cs|Dzs|Gy|Ny|Sz|Ty|Zs)(?:[ -]?[A-ZÁÉÍÓÖŐÚÜŰ]\.?)?"  # Hungarian letters that are written with two signs
)

_GENERATION = re.compile(r"\s(?:2nd|3rd|4th)\Z")  # `Smith D 3rd`
_GLUED = re.compile(r"(?<=[^\W\d_a-z])\.(?=[^\W\d_a-z][^\W\d_A-Z]{2})")  # `A.Petrov`, whose blank is left out
_DASHES = re.compile(r"[-–—_]{2,}|[–—]")
_THE_SAME = frozenset(f"{above.AUTHORS}|{above.AUTHORS_SHORTENED}".split("|"))  # the author of the work before

# A Japanese family name and a given one in hiragana, which does not begin as particles and endings do:
# `八十島みどり`.
_HAN_AND_KANA = (
    rf"[{IDEOGRAPHS}]{{2,4}}(?!から|まで|より|ため|など|する|した|して|され|こと|もの|[のにをはがでとへも])"
    r"[ぁ-ん]{2,4}"
)
_HAN = SignPattern(rf"[{SIGNS}]{{2,5}}|[{IDEOGRAPHS}]{{1,6}}·[{IDEOGRAPHS}]{{1,8}}|{_HAN_AND_KANA}")
# What is none: a role at its end, quotes, more signs than a name has: `牧田次郎編`, `羊毛贸易史研究`.
_NO_HAN_NAME = SignPattern(
    rf"[「」『』《》]|(?<=[{SIGNS}]{{2}})(?:編著?|编著?|著|訳|译|大学|大學|대학교|学院|研究所)\Z|(?<=[{IDEOGRAPHS}])の(?=[{IDEOGRAPHS}])|\A(?:書評|书评|導讀|导读|訪談|访谈|序言?)\Z"
    rf"|(?!(?<![{SIGNS}]){_HAN_AND_KANA}(?![{SIGNS}]))[\u3040-\u30fa\u30fc-\u9fff\uac00-\ud7af]{{6}}(?<![\u30a0-\u30ff]{{6}})"
)

# Of those who are left out their number may be said.
ET_AL = re.compile(
    rf"{WITHIN}|(?i:\b(?:and )?\d{{1,3}} (?:others|more(?: authors?)?)\b"
    r"|(?<!\w)\+\s?\d{1,3}(?: (?:more|other))?(?: (?:co-?)?authors?| others)?"
    r"|\b(?:and|several) others\b)|等|(?<!\S)…(?!\S)"
)

# For whom the authors before speak: `, on behalf of the HEAL investigators`, `, for the HEAL Study Group`.
_FOR_OTHERS = re.compile(
    r"(?:and )?on behalf of .{2,100}|for the .{2,80} (?:[Ii]nvestigators|[Cc]ollaborat(?:ors|ion|ive)|[Gg]roup"
    r"|[Cc]onsortium|[Nn]etwork)"
)
_BODY = re.compile(r"\b(?:task force|working party|(?:expert|advisory|review) panel)\b")  # who are an organisation
_REPORT = re.compile(rf"\b(?:{cues.REPORT})\b", re.IGNORECASE)
# `JUNO Collaboration`, `Borexino Coll.`, `grupo de estudo OVELHA`
COLLABORATION = re.compile(
    r"[A-Z][\w’'+-]*(?: (?:[A-Z&][\w’'+-]*|and)){0,4} (?:Coll(?:ab)?\.?|Collaborations?)"
    r"|(?:(?:o|el|il|le) )?(?:grupo|gruppo|groupe|équipe|equipo|equipe) (?:d[ei] [a-zß-ÿ]+ "
    r"|d['’][a-zß-ÿ]+ )?[A-Z][A-Z\w’'+-]*"
)
_IRISH = ("Ó",)  # is no initial: `Ó Súilleabháin C`
_LOUD = re.compile(r"[A-ZÀ-Þ]{2,4}")
_ALONE = re.compile(r"(?:[A-Z]\.?){1,4}", re.ASCII)

_WORD = re.compile(r"[^\s]+")
_CAMEL = re.compile(r"[a-zß-ÿ][A-ZÀ-Þ]{2}")  # `VoLTE`, and no `McKeown`

_ARTICLES = frozenset({"Das", "Die", "Der"})  # that begin a title, `Das Versprechen der Zahlung`, and no long name
_MOST_BEHIND_ARTICLE = 2
_JOURNAL_WORDS = frozenset(word for word in cues.JOURNAL_WORDS.split("|") if len(word) > 1)
_GIVEN = 0.3  # for a name of which one word is a known given name
_KNOWN = 0.7  # how sure the table of venues has to be of an acronym
_SURNAME = 0.4  # for a word that is a listed surname
_IN_FULL = 1.5  # score of words with initials before the last
_MOST_CAPITALS = 4  # words of a name that begin with a capital
MOST_OF_PIECE = _IN_FULL + _SURNAME * _MOST_CAPITALS / 2  # the most that `shape_of` gives: to such a name
_OF_AUTHORS = 0.4  # score of a collaboration, which is nothing but an author
# Given names: shortened ones, and such with the initial of another behind a hyphen, `Lluís-F.`
_SHORTENED = re.compile(r"Chr\.|Jos\.|Chas\.|Geo\.|Wm\.|[^\W\d_]{2,}-[A-ZÀ-Þ]\.")


@lru_cache(maxsize=8192)
def shape_of(text: str) -> tuple[Shape, float]:
    """Return the shape of one piece, and how much it speaks for (or against) a list of names.

    >>> shape_of("J. K. Author")[0]
    <Shape.FULL: 'J. K. Author'>
    """
    plain = _GLUED.sub(". ", _GENERATION.sub("", text.strip(" .,;:")))
    folded = plain.casefold().replace(".", "")
    if not plain:
        return (Shape.DASH, 0.6) if _DASHES.fullmatch(text.strip(" .,;:")) else (Shape.NOTHING, 0.0)
    if folded in cues.REST_OF_ET_AL or _FOR_OTHERS.fullmatch(plain) or ET_AL.fullmatch(text.strip(" ,;")):
        return Shape.ET_AL, 1.0
    if _DASHES.fullmatch(plain) or folded in _THE_SAME:
        return Shape.DASH, 1.5
    if folded in cues.BEHIND_NAMES:
        return Shape.SUFFIX, 0.3
    if _NO_HAN_NAME.search(plain):
        return Shape.OTHER, -1.5
    if _HAN.fullmatch(plain):
        return Shape.WORDS, 0.8
    tokens = _WORD.findall(plain if len(plain) < 200 else plain[:200])
    if any(map(_CAMEL.search, tokens)) or (any(map(_is_no_name, tokens)) and not _is_with_given(tokens)):
        return Shape.OTHER, -2.5
    if len(tokens) > 1 and all(token.casefold() in links.LABELS for token in tokens):
        return Shape.OTHER, -2.5  # `Bib PDF Code`, the links of an entry
    if len(tokens) > 7 or any(char.isdigit() for char in plain):
        return _organisation(tokens)
    return _shape_of_words(plain, tokens)


def _organisation(tokens: list[str]) -> tuple[Shape, float]:
    if cues.VENUE.search(" ".join(tokens[:20])):
        return Shape.OTHER, -2.5
    if COLLABORATION.fullmatch(" ".join(tokens)):
        return Shape.ORGANISATION, _OF_AUTHORS
    tokens = tokens[1:] if tokens[0] == "the" else tokens  # `; the HEAL Study Group`
    lowered = [token.strip(".,()").casefold() for token in tokens]
    named = _is_bodys(lowered) or _BODY.search(" ".join(lowered))
    if named and len(tokens) <= 10 and tokens[0][:1].isupper():
        heavy = [token for token in tokens if len(token) > 3]
        if all(map(_is_capital, heavy)):
            return Shape.ORGANISATION, -0.2
    return Shape.OTHER, -2.5


def _is_bodys(lowered: list[str]) -> bool:
    return not cues.ORGANISATIONS.isdisjoint(lowered) or ends_as_body(lowered)


def _shape_of_words(plain: str, tokens: list[str]) -> tuple[Shape, float]:
    initials = _initials(tokens)
    if shape := _shape_of_initials(plain, tokens, initials):
        return shape
    strict = [bool(_ALONE.fullmatch(token)) and (len(token) < 3 or "." in token) for token in tokens]
    words = [token for token, is_initial in zip(tokens, initials, strict=True) if not is_initial]
    if len(tokens) > 1 and _is_suffix(tokens[-1], words):
        words = [word for word in words if word is not tokens[-1]]
    caps = [word for word in words if _is_capital(word)]
    low = [word for word in words if not _is_capital(word)]
    low = low if low != ["i"] or words.index("i") in (0, len(words) - 1) else []  # `Ferrer i Puig`
    many = len(caps) > _MOST_CAPITALS and sum(not _is_particle(word) for word in caps) > _MOST_CAPITALS
    if not caps or any(not _is_particle(word) for word in low) or many:
        return _organisation(tokens)
    if COLLABORATION.fullmatch(plain):
        return Shape.ORGANISATION, _OF_AUTHORS
    if not _is_with_given(tokens) and _is_bodys([token.strip(".").casefold() for token in tokens]):
        return _organisation(tokens)
    if against := _against(plain, tokens, words, caps):
        return Shape.OTHER, against
    lexical = sum(map(_lexical, caps))
    if len(words) < len(tokens) and (any(strict) or any(initials)):
        if initials[-1] and not initials[0]:
            return Shape.TRAILING, 1.2 + lexical / 2
        base = 0.3 if initials[-1] and initials[0] else _IN_FULL  # `H. A. Vitamin D` is none
        return Shape.FULL, base + lexical / 2
    if len(caps) == 1 and len(words) == 1 and (caps[0].casefold() in cues.MONTHS_ALONE or _is_venues(caps[0])):
        return Shape.OTHER, -1.5
    if len(caps) == 1:
        return Shape.LONE, -0.1 + lexical
    known = fold(caps[0]) in GIVEN_NAMES or (len(caps) == 2 and fold(caps[-1]) in GIVEN_NAMES)
    lexical = max(lexical, 0.0) + _GIVEN if known else lexical
    return Shape.WORDS, (0.7 if len(caps) < 4 else 0.2) + lexical


def _is_no_name(token: str) -> bool:
    return token.casefold() in cues.NO_NAMES


def _is_with_given(tokens: list[str]) -> bool:
    """Whether initials or a given name stand beside a family name that firms have, too: `Press WH`, `Mark Springer`."""
    words = [token for token, is_initial in zip(tokens, _initials(tokens), strict=True) if not is_initial]
    named = fold(words[0]) in GIVEN_NAMES if len(words) == _GIVEN_AND_FAMILY else len(words) == 1 < len(tokens)
    return named and words[-1].casefold() in cues.ALSO_FAMILIES


_GIVEN_AND_FAMILY = 2  # words of a name


def _is_suffix(last: str, words: list[str]) -> bool:
    """Whether the last of some words is a suffix, and not the family name itself: `Yuki Ii`, `A. Junior`."""
    bare = last.strip(".").casefold()
    return bare in cues.BEHIND_NAMES and (len(words) > _GIVEN_AND_FAMILY or not (bare == "junior" or may_be_name(last)))


def _initials(tokens: list[str]) -> list[bool]:
    """Say of each token whether it is initials."""
    initials = [
        bool(INITIALS.fullmatch(token)) and (len(token.strip(".")) < 4 or "." in token) and token not in _IRISH
        for token in tokens
    ]
    if len(tokens) > 1 and all(initials[:-1]) and "." in tokens[-2]:
        initials[-1] = initials[-1] or (len(tokens[-1]) == 1 and tokens[-1].isalpha())  # the `k` of `o. k.`
    return initials


def _shape_of_initials(plain: str, tokens: list[str], initials: list[bool]) -> tuple[Shape, float] | None:
    """Return the shape of initials, with a suffix, particles or a surname like initials; none for anything else."""
    if len(tokens) > 1 and tokens[-1].strip(".").casefold() in cues.BEHIND_NAMES and all(initials[:-1]):
        return Shape.INITIALS, 0.6  # `D. A. Jr.`
    if all(initials):
        spoken = "." in plain or len(plain) < 3 or len(tokens) > 1  # `WWW` alone are no initials
        if len(tokens) == 2 and _LOUD.fullmatch(tokens[0]) and "." in tokens[1]:
            return Shape.TRAILING, 1.2  # `XU K.`
        single = all(len(token.rstrip(".")) == 1 for token in tokens[1:])
        if 1 < len(tokens) < 4 and single and _is_loud_surname(tokens[0]):
            return Shape.TRAILING, 1.2  # `LI G Y`, as the Chinese standard GB/T 7714 has names, and `LI G. Y.`
        if len(tokens) > 1 and all("." in token for token in tokens[:-1]) and _is_listed_loud(tokens[-1]):
            return Shape.FULL, _IN_FULL  # `J. LIU`
        return (Shape.INITIALS, 0.6) if len(tokens) <= 4 and spoken else (Shape.OTHER, -1.5)
    if initials[0] and all(map(_is_initial_or_particle, tokens, initials)):
        return (Shape.INITIALS, 0.6) if "." in plain else (Shape.OTHER, -1.5)  # `J. A. de`, `C. de A.`
    return None


def _against(plain: str, tokens: list[str], words: list[str], caps: list[str]) -> float:
    """Return how much speaks against a name (below 0) in words of which `caps` begin with a capital; 0 for nothing."""
    if any(map(_names_a_thing, caps)):
        return -1.5
    first = tokens[0].casefold()
    if first in cues.NEVER_NAMES and len(words) > 1 and first not in IN_LISTS and not _is_short_given(tokens):
        return -1.5
    if tokens[0] in _ARTICLES and len(tokens) > _MOST_BEHIND_ARTICLE:
        return -1.5
    if plain.endswith(":") or any(char in plain for char in ":?!=<>%"):
        return -2.5
    if any(
        token.endswith(".") and len(token) > 3 and not _SHORTENED.fullmatch(token)
        for token in tokens[:-1]
        if token in caps
    ):
        return -1.5
    if tokens[0] == "J." and len(tokens) > 1 and tokens[1].strip(".") in _JOURNAL_WORDS:
        return -1.5  # `J. Phys`
    if 1 < len(words) == len(tokens) and _shortens_a_journal(tokens[-1]):
        return -1.5  # `Acta Math`
    if len(words) > 2 and _REPORT.search(plain):
        return -2.5  # `RWO Discussion Paper No`
    if tokens[:2] == ["C.", "R."] and len(tokens) > 2 and tokens[2].strip(".") in _JOURNAL_WORDS:
        return -1.5  # `C. R. Math`, the reports of the academy of Paris
    if len(words) == len(tokens) and is_newspaper(words):
        return -1.5
    return 0.0


def _is_short_given(tokens: list[str]) -> bool:
    """Whether a small word is a given name before a surname: `Na Liu`, `Can Yang`, `Or Tal`."""
    return len(tokens) == 2 and tokens[0] in cues.SHORT_GIVEN and rarity.is_surname(fold(tokens[1]))


def is_newspaper(words: list[str]) -> bool:
    """Whether words are the name of a newspaper: `Evening Courier`, `Le Figaro`, and no name such as `Ann Herald`."""
    folded = [fold(word) for word in words]
    known = len(words) > 1 and (folded[-1] in NEWSPAPERS or folded[-1].endswith("zeitung") or folded[0] in NEWSPAPERS)
    return known and folded[0] not in GIVEN_NAMES


_SMALL_PREFIX = re.compile(r"(?:d|l|al|el|ibn|de)['’-](\w)")


def _is_capital(word: str) -> bool:
    first = word.lstrip("'’‘`(")[:1]
    prefix = _SMALL_PREFIX.match(word)
    return first.isupper() or is_east_asian(first) or is_arabic(first) or bool(prefix and prefix[1].isupper())


def _is_loud_surname(word: str) -> bool:
    """Whether a short word in capitals is a family name rather than initials: a listed one, or one of three letters."""
    return _is_listed_loud(word) or (len(word) > 2 and _LOUD.fullmatch(word) is not None)


def _is_listed_loud(word: str) -> bool:
    return bool(_LOUD.fullmatch(word)) and rarity.of_surname(fold(word)) < rarity.UNLISTED_SURNAME


def _is_initial_or_particle(word: str, is_initial: bool) -> bool:
    return is_initial or (word.islower() and _is_particle(word))


def _is_particle(word: str) -> bool:
    return word.casefold() in IN_LISTS or word.casefold().rstrip(".") in IN_LISTS


@lru_cache(maxsize=16384)
def _lexical(word: str) -> float:
    """Return what the tables of surnames and of title words say about one capitalised word."""
    folded = letters_of(word)
    if rarity.of_surname(folded) < rarity.UNLISTED_SURNAME:
        return _SURNAME
    parts = [fold(part) for part in word.split("-")] if "-" in word else [folded]
    return -0.9 if all(map(_is_of_titles, parts)) else 0.0


def _is_venues(word: str) -> bool:
    """Whether a word is the acronym of a venue, or a short form in its name, and nobody's name."""
    if _shortens_a_journal(word):
        return True
    return len(word) > 2 and word.isupper() and not _is_of_names(fold(word)) and looks_like_venue(word) >= _KNOWN


def _shortens_a_journal(word: str) -> bool:
    return word.strip(".") in _JOURNAL_WORDS and not _is_of_names(fold(word.strip(".")))


def _is_of_names(folded: str) -> bool:
    return folded in GIVEN_NAMES or rarity.of_surname(folded) < rarity.UNLISTED_SURNAME


# How nouns end that name a thing and nobody: `Verschriftlichung`, `Gemeinschaften`; no `Hyesung`, no `Broscheit`.
_ABSTRACT = re.compile(
    r"\w{3,}(?:(?:ier|er|el|ig|ich|nd|ld|rd|lt|tz|ss|hr|hl|hm|hn|dn|gn|ell|ck|ief|uf|eit|eid)ung|(?<!c)heit|keit|schaft"
    r"|itat)(?:s|en)?"
    r"|\w{4,}ismus"
)


def _names_a_thing(word: str) -> bool:
    folded = fold(word)
    return bool(_ABSTRACT.fullmatch(folded)) and rarity.of_surname(folded) >= rarity.UNLISTED_SURNAME


def _is_of_titles(folded: str) -> bool:
    return folded in TITLE_WORDS or (rarity.of_word(folded) < rarity.UNLISTED_WORD and len(folded) > 2)
