"""Where a text lists persons: runs of names, without taking the names apart (that is `parse`'s work)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest

from reconcile.extract.looks.caseless import listed_first
from reconcile.lexicon import surnames, together
from reconcile.lexicon.namesakes import COMPANIES
from reconcile.lexicon.rarity import UNLISTED_SURNAME, UNLISTED_WORD, of_surname, of_word
from reconcile.lexicon.small_words import AND
from sources import name_words
from sources.arabic_script import plain
from sources.east_asian import HANGUL, IDEOGRAPHS, KANA, SignPattern
from sources.et_al import is_et_al
from sources.months import ENGLISH
from sources.name_words import IN_LISTS
from sources.text import fold

_Piece = tuple[int, int, str]
_Pieces = list[_Piece]

# Marks that authors carry: equal contribution, correspondence, affiliation numbers, a homonym's number in DBLP.
_MARKS = re.compile(r"[*∗⋆†‡§¶#✉📧¹²³⁰⁴-⁹ᵃ-ᶻ✝♯°^~_]|(?<=[a-z.])\d{1,2}\b|(?<=[^\W\d_] )0\d{3}\b")
# Those behind the last initial, which hide that a full stop ends it: `Fane, O.§ Counting sheep`.
_MARKS_BEHIND = re.compile(r"(?<=[.])[*∗†‡§¶#¹²³⁰⁴-⁹ᵃ-ᶻ]{1,3}(?=\s)")
_ASIDE = re.compile(r"[(（\[][^()（）\[\]]{0,60}[)）\]]")
_YEAR_ASIDE = re.compile(r"\b(?:19|20)\d\d\b")
# Co-authors in parentheses after the title, as economists write: "(with A. Bee)", "(joint work with …)".
_WITH_ASIDE = re.compile(
    rf"[(（\[]\s?(?:(?:hg|hrsg|eds?|dir)\.\s)?(?:{together.AT_LENGTH}|{together.WITH})\s", re.IGNORECASE
)
_CUT = re.compile(
    r"[,;|&·•，；、：:!?\n\t“”„\"«»()（）\[\]…。]"
    rf"|(?<=\s)(?:{AND})(?=\s)|(?<=[\s(\[])(?:{together.COMMON})(?=\s)"
    rf"|(?<=[(\[])(?:{together.AT_LENGTH}|{together.WITH})(?=\s)"
    rf"|\.(?=\s|$)|\s[-–—/]\s|(?<=[{IDEOGRAPHS}])・(?=[{IDEOGRAPHS}])"
)
_TRIM = " .'’*-–—/"
_MOST_WORDS = 5  # of a name
_HAN_NAME = SignPattern(
    rf"[{IDEOGRAPHS}]{{2,4}}\Z|[{IDEOGRAPHS}]{{1,6}}·[{IDEOGRAPHS}]{{1,8}}\Z|[{HANGUL}]{{2,4}}\Z"
    # the halves parted by a blank: `大野 沙織`, `김 하늘`
    rf"|[{IDEOGRAPHS}々ヶ]{{1,4}}[ \u3000][{IDEOGRAPHS}々{KANA}]{{1,4}}\Z"
    rf"|[{HANGUL}]{{1,2}} [{HANGUL}]{{1,3}}\Z"
)
_BEFORE_NAMES = re.compile(r"[\s\d.)(\[\]-]*+")
_INITIALS = re.compile(r"(?:[^\W\d_]\.?[- ]?){1,4}\Z")
_ENDS_IN_INITIALS = re.compile(r"[^\W\d_]{2,} (?:[A-ZÀ-ÞČĎĐĞĽŁŃŇŐŘŚŞŠŤŰŹŻŽİА-ЯЁІЇЄҐЎ]\.?[- ]?){1,3}\Z")
_VAN_DER = re.compile(r"\bv\.\s?d\.?(?=\s[^\W\d_a-z])")  # `A. v.d. Meulen`, of which the points part no names
_OTHERS = frozenset({"al", "colleagues", "me", "collaborators"})

_SUFFIXES = frozenset(name_words.SUFFIXES.keys() | {"phd", "md"})
_HONORIFICS = name_words.TITLES | {"st"}

# Words of organisations, places, degrees and list headings, written like names but never one.
_SHORT_GIVEN = re.compile(r"Chr\.|Jos\.|Chas\.|Geo\.|Wm\.|Thos\.|Benj\.|[^\W\d_]{2,}-[A-ZÀ-Þ]\.")  # and `Lluís-F.`
_NOT_PERSONS = frozenset(
    "acm advisor ai america american appl arxiv assistant astron astrophys award bachelor beijing biochem"
    " biophys chem commun electrochem geophys lett math mech nucl phys psychol rev bioinformatics boston"
    " bulletin california cell chapter china chinese code college company computing conference dblp"
    " dissertation doctor doi engineer engineering europe european faculty fellow fellowship findings"
    " forthcoming home hong honorable honourable ieee india institution intern international invited japan"
    " journal kingdom kong korea lecturer letters magazine manuscript member mention meta national nature"
    " neurips new nips northern official oral page paper pdf ph phd physical poster postdoc postdoctoral"
    " preprint present proc proceedings professor program publication publications reports republic research"
    " researcher review reviewer san santa school science sciences scientist seminar seoul shanghai slides"
    " software south spotlight states student submitted supplement symposium taipei talk teaching technical"
    " technology tokyo transactions united usa video virtual vol volume website workshop zurich autumn"
    " tuesday wednesday thursday saturday".split()
).union(ENGLISH, COMPANIES, name_words.ORGANISATION, surnames.BESIDE_GIVEN_NAMES)
# Words of the tables above that are families' names too, when they stand alone.
_ALSO_SURNAMES = IN_LISTS | _SUFFIXES | surnames.ANYWHERE
# Places of two words that are no places' alone: `Ángeles` and `Los` stand in names.
_PLACES = frozenset({"los angeles"})


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text (half open) that lists `count` persons."""

    start: int
    end: int
    count: int


def runs(text: str) -> tuple[Run, ...]:
    """Return the runs of names in `text`: two or more in a row, or one that stands first.

    >>> runs("A. Bee, Carla Dee and Eve Fox. Counting Sheep. In Proceedings of FUN.")
    (Run(start=0, end=29, count=3),)
    """
    text = _VAN_DER.sub(lambda found: "van".ljust(len(found[0])), plain(text))
    start = _BEFORE_NAMES.match(text).end()  # type: ignore[union-attr]  # it can match nothing
    if listed := listed_first(text, start):
        return (Run(start, *listed),)
    found: list[Run] = []
    tally = _Tally()
    first = True
    for start, end, kind in _pieces(text):
        if kind == "empty":
            continue
        if (
            kind == "name"
            or (kind in ("family", "initials") and tally.end)
            or (kind in ("family", "initials") and first)
        ):
            tally = tally.with_piece(start, end, kind, text)
        else:
            _close(found, tally, text)
            tally = _Tally()
        first = False
    _close(found, tally, text)
    return tuple(found)


def leading(text: str, found: Sequence[Run]) -> int:
    """Return how many persons `text` names before it says anything else; `found` are its runs."""
    if not found or text[: found[0].start].strip(" *\t[]()0123456789.:,;“\"'"):
        return 0
    return found[0].count


@dataclass(frozen=True, slots=True)
class _Tally:
    """A run being counted: whole names, family names alone, and initials (which make a name of a family name)."""

    start: int = 0
    end: int = 0
    names: int = 0
    families: int = 0
    initials: int = 0
    surnames: int = 0

    def with_piece(self, start: int, end: int, kind: str, text: str) -> _Tally:
        """The tally after one more piece."""
        return _Tally(
            self.start if self.end else start,
            end,
            self.names + (kind == "name"),
            self.families + (kind == "family"),
            self.initials + (kind == "initials"),
            self.surnames + (kind == "family" and _is_surname(fold(text[start:end]))),
        )

    @property
    def count(self) -> int:
        """How many persons it lists; words in capitals alone are persons only as `Family, Given`."""
        if self.names or self.initials:
            return self.names + self.families
        return self.families // 2 if self.surnames else 0


def _inverted(text: str, tally: _Tally) -> int:
    """Return how many persons are listed as `Family, Given; Family, Given` of which no word is known."""
    pairs = text[tally.start : tally.end].split(";")
    paired = len(pairs) > 1 and all(pair.count(",") == 1 for pair in pairs)
    return len(pairs) if paired and tally.families == 2 * len(pairs) else 0


def _close(found: list[Run], tally: _Tally, text: str) -> None:
    """Keep a finished run where it is long enough to be a list, or stands first."""
    count = tally.count or _inverted(text, tally)
    if count > 1 or (count and not found):
        found.append(Run(tally.start, tally.end, count))


def _pieces(text: str) -> _Pieces:
    """Return what lies between commas, conjunctions and full stops, each with its kind."""
    plain = _MARKS_BEHIND.sub(lambda marks: " " * len(marks[0]), _ASIDE.sub(_blank, text))
    pieces: _Pieces = []
    start = 0
    for cut in _CUT.finditer(plain):
        if cut.group() == "." and _abbreviated(plain, start, cut.start()):
            continue
        pieces += _with_initials_first(plain, start, cut.start(), pieces)
        if cut.group() in ':!?:：。“”"«»)）':
            pieces.append((cut.start(), cut.end(), "other"))
        start = cut.end()
    pieces += _with_initials_first(plain, start, len(plain), pieces)
    return [_before_initials(piece, behind, plain) for piece, behind in zip_longest(pieces, pieces[1:])]


def _may_be_family(piece: _Piece, text: str) -> bool:
    start, end, kind = piece
    return kind == "family" or (
        kind == "other" and text[start:end].strip(_TRIM).casefold() in surnames.BESIDE_GIVEN_NAMES
    )


def _before_initials(piece: _Piece, behind: _Piece | None, text: str) -> _Piece:
    """Return a piece as the family name that it is where initials follow: `Winter, P.`"""
    family = behind is not None and behind[2] == "initials" and _may_be_family(piece, text)
    return (piece[0], piece[1], "family") if family else piece


def _with_initials_first(text: str, start: int, end: int, before: _Pieces) -> _Pieces:
    """Return the piece from `start` to `end`, parted where a name's initials end it: `Bee, A. Counting sheep`."""
    kind = _kind(text[start:end])
    stop = text.find(". ", start, min(end, start + 40))
    while kind == "other" and stop >= 0:
        head = _kind(text[start:stop])
        after_family = head == "initials" and bool(before) and _may_be_family(before[-1], text)
        if after_family or (head == "name" and _ENDS_IN_INITIALS.search(text[start:stop])):
            return [(start, stop, head), (stop, end, "other")]
        stop = text.find(". ", stop + 1, min(end, start + 40))
    return [(start, end, kind)]


def _blank(aside: re.Match[str]) -> str:
    """Blank out an affiliation in parentheses; a year there ends the list and stays, as do co-authors."""
    stays = _YEAR_ASIDE.search(aside.group()) or _WITH_ASIDE.match(aside.group())
    return aside.group() if stays else " " * len(aside.group())


def _abbreviated(text: str, start: int, stop: int) -> bool:
    """Whether the full stop at `stop` ends an initial or an honorific, so that the name goes on.

    Two capitals are initials only where a name's words stand before them: `the Age of Neural MT. Anna Bee`.
    """
    word = text[max(start, stop - 6) : stop].split(" ")[-1].split("-")[-1].split(".")[-1]
    if len(word) == 1 or word.casefold() in _HONORIFICS:
        return True
    return len(word) == 2 and word.isupper() and word.isalpha() and text.count(" ", start, stop) <= _MOST_WORDS


def _kind(piece: str) -> str:
    """Return `name`, `family` (one word only), `initials`, `empty` or `other`."""
    return _kind_of(piece.strip(_TRIM)) if len(piece) < 60 else "other"


@lru_cache(maxsize=20000)
def _kind_of(piece: str) -> str:
    plain = _MARKS.sub("", piece).strip(_TRIM)
    if not plain:
        return "empty"
    if plain.casefold() in _OTHERS or is_et_al(plain) or _HAN_NAME.match(plain):
        return "name"
    if _INITIALS.match(plain) and plain.upper() == plain:
        return "initials"
    tokens = plain.replace(".", ". ").split()
    if len(tokens) > 1 and tokens[0].casefold() == "and":
        tokens = tokens[1:]
    if len(tokens) == 1 and tokens[0][:1].isupper() and tokens[0].casefold() in _ALSO_SURNAMES:
        return "family"
    if _is_noun_phrase(tokens):
        return "other"
    tokens = [token for token in tokens if token.strip(".").casefold() not in _SUFFIXES | _HONORIFICS]
    if not 1 <= len(tokens) <= _MOST_WORDS or not all(_is_name_word(token) for token in tokens):
        return "other"
    if any(len(token) > 3 and token[-1] == "." and not _SHORT_GIVEN.fullmatch(token) for token in tokens[:-1]):
        return "other"  # `Phys. Rev. D`
    if _says_other(tokens):
        return "other"
    full = [token for token in tokens if len(token.strip(".")) > 1 and token.casefold() not in IN_LISTS]
    if not full:  # `L. Du`, but `L.` and `van der`
        return "name" if len(tokens) > 1 and tokens[-1].istitle() and len(tokens[-1]) > 1 else "initials"
    return "name" if len(tokens) > 1 else "family"


def _is_noun_phrase(tokens: list[str]) -> bool:
    """Whether articles and prepositions stand as in a title, `Die Ordnung der Dinge`, not as in `Van den Berg`."""
    begins = len(tokens) > 2 and tokens[0][0].isupper() and tokens[0].casefold() in IN_LISTS
    return begins and any(token in IN_LISTS for token in tokens[2:])


def _is_name_word(token: str) -> bool:
    """Whether one word can be part of a name: a capital first, no digits, or a particle."""
    bare = token.strip(".'’-")
    if bare.casefold() in IN_LISTS:
        return True
    return bool(bare) and bare[0].isupper() and not any(char.isdigit() for char in bare) and "@" not in bare


def _says_other(tokens: list[str]) -> bool:
    """Whether the words are those of titles, venues or places instead of a person's."""
    folded = [fold(token) for token in tokens if len(token.strip(".")) > 1]
    words = [part for word in folded for part in word.split()]
    # `Kaiwen Hong` and `D. Kong` are persons, `Hong Kong` is none.
    if len(tokens) > 1 and len(words) == 1 and words[0] in surnames.BESIDE_GIVEN_NAMES:
        return False
    initial = len(tokens[0].strip(".")) == 1
    families = _ALSO_SURNAMES | surnames.BESIDE_GIVEN_NAMES if initial else _ALSO_SURNAMES
    telling = words[:-1] if len(tokens) > 1 and words and words[-1] in families else words
    if any(word in _NOT_PERSONS for word in telling) or " ".join(words) in _PLACES:
        return True
    if any(_is_surname(word) for word in words) and len(words) < 4:
        rest = [word for word in words if not _is_surname(word)]
        return len(rest) > 1 and all(_is_title_word(word) for word in rest)
    if len(tokens) > 1 and sum(token.isupper() and len(token) > 3 for token in tokens) and not _shouted(tokens):
        return True
    return any(_is_title_word(word) for word in words if word not in IN_LISTS and len(word) > 2)


def _shouted(tokens: list[str]) -> bool:
    """Whether at least the family name is in capitals, as French and Spanish lists write it."""
    return tokens[-1].isupper() or tokens[0].isupper()


def _is_surname(word: str) -> bool:
    return of_surname(word) < UNLISTED_SURNAME


def _is_title_word(word: str) -> bool:
    return of_word(word) < UNLISTED_WORD
