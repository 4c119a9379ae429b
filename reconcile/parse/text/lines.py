"""The lines of an entry: which line breaks are mere wraps, and which part its fields, as table cells do."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reconcile.documents.blocks.block import Mark
from reconcile.lexicon import rarity
from reconcile.parse.names.shapes import Shape, shape_of
from reconcile.parse.words import cues
from sources.name_words import IN_LISTS
from sources.text import letters_of

_CELL = re.compile(r"(?<=\s)\|(?=\s)")
_BREAK = re.compile(r"(?<=\S)\s?\n\s?(?=\S)")
_FIRST_WORD = re.compile(r"\S+")
_LAST_WORD = re.compile(r"([^\W\d_]+)[)\]]?\Z")
_OPEN_TITLES = (",”", "”,", ',"', '",')  # how a title in quotes ends behind which the entry goes on
_INITIAL_LAST = re.compile(r"\b[^\W\d_a-z]\.\Z")
_BROKEN_WORD = re.compile(r"(?<![^\W\d_])([^\W\d_]{1,30})[-‐]\n([a-zß-ÿ]{1,30})")
# What begins in lower case and yet stands in a line of its own.
_OWN_LINE = re.compile(
    r"(?:in|with|by|to appear|accepted|submitted|presented|joint|appeared|published|under|forthcoming|available"
    r"|pp?\.|pages?|vol|ar[xX]iv|doi|https?|www|e?print|pdf|code|slides|paper|video|link|bib|abs)\b"
)
_LAST_GIVEN = re.compile(  # and no acronym of a venue: `Nets at Work, ICML` above `Ann Lee, Bo Rye`
    r"[^\W\d_](?:,| and| &)\s+(?:and\s)?(?![A-Za-z]*[A-Z]{2}[A-Za-z]*\Z)[^\W\d_a-z][\w'’-]*\.?(?:\s[A-Z]\.){0,2}\Z"
)
_PLACE = r"(?:vol|iss|no|nr|pp?|art)\b"  # what stands behind a journal's name, `Nature, vol. 3`, and no given name
_FAMILY_FIRST = re.compile(
    r"\s*(?=[\w'’-]*[a-zß-ÿ])[^\W\d_a-z][\w'’-]*(?:\s[^\W\d_a-z][\w'’-]*){0,2}"
    rf"(?:[.:]|,(?!\s(?:\d|{_PLACE}))|\s(?:and|&)\s)"
)
_LAST_TWO_GIVEN = re.compile(r"[^\W\d_](?:,| and| &)\s+(?:and\s)?[^\W\d_a-z][\w'’-]*\s[^\W\d_a-z][\w'’-]*\Z")
_LONE_FAMILY = re.compile(
    rf"\s*(?=[\w'’-]*[a-zß-ÿ])[^\W\d_a-z][\w'’-]*(?:[.:](?=\s|\Z)|,(?!\s(?:[A-Z]\.|\d|{_PLACE}))|\s(?:and|&)\s)"
)
# How a line begins that is a field of its own, however full the one above it.
_FIELD_FIRST = re.compile(rf"\s*(?:In:\s|(?:{cues.THESES})(?=[.,:;(\s]))", re.IGNORECASE)
_PAIRS = (("(", ")"), ("[", "]"), ("“", "”"))
_NO_LIST = cues.NEVER_NAMES - IN_LISTS - cues.CONNECTORS  # a line with one of them holds more than names
_LEAST_BARS = 2  # a single bar may stand in a name
_LEAST_WIDTH = 50  # characters of a line that is full
_RAGGED = 0.88  # how much of the longest line a wrapped line fills, with the word that did not fit
_LONGEST_WORD = 30


def parted(text: str, marks: Sequence[Mark] = ()) -> str:
    r"""Return `text` with a line break for every bar between two cells, and a blank for every wrap that is plain.

    The length stays.

    >>> parted("2013 | Nets at Work | A. Li, B. Xu | SDM").split("\n")
    ['2013 ', ' Nets at Work ', ' A. Li, B. Xu ', ' SDM']
    """
    if "|" in text:
        text = "\n".join(_cells_of(line) for line in text.split("\n"))
    if "\n" not in text.strip():
        return text
    places = _breaks(text)
    width = _width(text)
    cut = {at for at in places if _is_plain_wrap(text, at) or (_is_full(text, at, width) and _cuts_name(text, at))}
    if not cut:
        return text
    if is_stacked(text, marks):  # of lines that are fields those alone are full that cut a name
        return _blanked(text, [at for at in places if at in cut])
    return _blanked(text, [at for at in places if at in cut or _is_full(text, at, width)])


def unwrapped(text: str) -> str:
    """Return `text` with every line break blanked that a full line has: as it reads if the lines are mere wraps."""
    width = _width(text)
    places = _breaks(text)
    if width < _LEAST_WIDTH or not places:
        return text
    return _blanked(text, [at for at in places if _is_full(text, at, width)])


def is_stacked(text: str, marks: Sequence[Mark]) -> bool:
    """Say whether the markup sets one line of several apart from end to end, as a title in a line of its own."""
    for mark in marks:
        line = text.rfind("\n", 0, mark.start) + 1, text.find("\n", mark.end)
        beside = text[line[0] : mark.start] + text[mark.end : line[1]]
        inside = text[mark.start : mark.end]
        if line[1] > 0 and inside.count(" ") > 1 and "\n" not in inside and not any(map(str.isalnum, beside)):
            return True
    return False


def without_breaks(text: str) -> str:
    r"""Return a title in one line; a hyphen at a line's end goes unless it parts a word of its own.

    >>> without_breaks("Bounded run-\ntimes of self-\nadjusting trees")
    'Bounded runtimes of self-adjusting trees'
    """
    return " ".join(_BROKEN_WORD.sub(_mended, text).split())


def _mended(match: re.Match[str]) -> str:
    left, whole = (rarity.of_word(letters_of(part)) for part in (match[1], match[1] + match[2]))
    hyphen = "-" if left < rarity.UNLISTED_WORD <= whole else ""
    return f"{match[1]}{hyphen}{match[2]}"


def _cells_of(line: str) -> str:
    """Return a line with a break for each bar; bars between nothing but names are commas."""
    if len(_CELL.findall(line)) < _LEAST_BARS:
        return line
    cells = [" ".join(cell.split()) for cell in _CELL.split(line)]
    names = [shape_of(cell)[0] in (Shape.WORDS, Shape.FULL) for cell in cells if cell]
    return line if all(names) and len(names) != 1 else _CELL.sub("\n", line)


def _breaks(text: str) -> list[int]:
    """Return the places of single line breaks between two lines of words, of which the second is no field by itself."""
    return [
        match.start() + match[0].index("\n")
        for match in _BREAK.finditer(text)
        if match[0].count("\n") == 1 and not _FIELD_FIRST.match(text, match.end())
    ]


def _width(text: str) -> int:
    return max(len(line.strip()) for line in text.split("\n"))


def _line_before(text: str, at: int) -> str:
    return text[text.rfind("\n", 0, at) + 1 : at].strip()


def _is_full(text: str, at: int, width: int) -> bool:
    """Whether the first word of the next line did not fit behind the line that ends at `at`."""
    if not width:
        return False
    before = _line_before(text, at)
    follows = _FIRST_WORD.search(text, at + 1)
    word = min(_LONGEST_WORD, len(follows[0])) if follows else 0
    return len(before) >= _LEAST_WIDTH / 2 and len(before) + 1 + word >= _RAGGED * width


def _is_plain_wrap(text: str, at: int) -> bool:
    """Whether the line that ends at `at` breaks within a word, a phrase or a parenthesis."""
    before = _line_before(text, at)
    after = text[at + 1 : at + 80].lstrip()
    if cues.FOREWORD_LAST.search(before[-40:]):
        return True
    if len(before) < _LEAST_WIDTH / 2 or after[:1] == "|":
        return False
    within = any(before.rfind(left) > before.rfind(right) and right in after for left, right in _PAIRS)
    if before.endswith(_OPEN_TITLES):
        return True
    if before[-1] in ".:;!?|":
        return within and _INITIAL_LAST.search(before) is not None
    if within:
        return True
    last = _LAST_WORD.search(before[-30:])
    if last and last[1].casefold() in cues.DANGLING and last[1].islower():
        return True
    if before[-1] == "&" or (before[-1] in "-‐" and before[-2:-1].isalpha() and after[:1].isalpha()):
        return True
    return after[:1].islower() and not _OWN_LINE.match(after)


def _cuts_name(text: str, at: int) -> bool:
    """Whether a list of names breaks behind a given name: `Xiao Bai, Flavio` above `Paiva Junqueira, Bo Xu`."""
    before = _line_before(text, at)[-80:]
    if cues.VENUE.match(text, at + 1):
        return False  # `Ann Lee, Bo Rye` above `Trans. Mach. Learn.`
    if _NO_LIST & set(before.casefold().split()):
        return False  # `Sheep for Wales: Promises and Pitfalls` above `Ann Lee, Bo Rye`
    if _LAST_GIVEN.search(before):
        return bool(_FAMILY_FIRST.match(text, at + 1))
    return bool(_LAST_TWO_GIVEN.search(before)) and bool(_LONE_FAMILY.match(text, at + 1))


def _blanked(text: str, places: list[int]) -> str:
    chars = list(text)
    for at in places:
        chars[at] = " "
    return "".join(chars)
