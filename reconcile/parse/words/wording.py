"""What citations say in many ways and languages, put into the words that every reader here knows.

A state, so that nobody reads it for a title, a name or a venue, and with whom a work was written. Every pattern wants
its words whole, behind a delimiter, so that a title with such words in it stays.
"""

from __future__ import annotations

import re

from reconcile.lexicon import states, together
from reconcile.lexicon.small_words import AND
from reconcile.lexicon.venues import MEETINGS

# Between delimiters, or before the word that leads to the venue: `, à paraître dans Revue`.
_STATE = re.compile(
    rf"(?P<sign>[.,;:|\n(\[?!–—-])\s?(?:{states.FORMS}|{states.SIGNS})"
    rf"(?:(?P<close>\.?\s?[)\]])|(?P<lead>\s(?:{states.BEFORE_VENUE})(?=\s|:\s))"
    r"|(?=\s?[.,;|\n]|\s*\Z|\s\(?(?:19|20)\d\d(?!\d)))",
    re.IGNORECASE,
)
# What may stand between a state and the end of a citation: delimiters, a year, the name of an archive.
_ENDS = re.compile(r"(?:[\s.,;:()\[\]|]|(?:19|20)\d\d(?!\d)|\b(?:doi|arxiv|url)\b){0,100}\Z", re.IGNORECASE)
_DATED = re.compile(r",|\s\(?(?:19|20)\d\d")  # behind a state that is neither the date nor the last word
_FURTHEST = 101  # characters behind it that are looked at, one more than those
# The last word of a title, and of no name.
_BEHIND_TITLE = re.compile(r"(?:\A|[\s(“«„\"'-])(?!al\b)[a-zß-ÿ][^\W\d_]*[”»“\"']?\Z")
_LONGEST_WORD = 30
_NO_DATE, _TO_COME = "n.d.", "In press"
_NO_DATE_BEHIND = re.compile(r"\s?\(n\.d\.\)\s{0,40}\Z")
_SAID_BEHIND = re.compile(r"(?:\s?[.,;:|–—-]|(?<=[?!\n]))\s?(?:n\.d\.?|In press)[\s.,;:]{0,60}\Z")
# Before a state of one word, with its sign: initials alone, that only a family name follows: `B. Fane, M. Inviato`.
_INITIALS_BEFORE = re.compile(
    rf"(?:\A\n\s{{0,3}}|[;&]\s?|\s(?:{AND})\s|[A-ZÀ-Þ]\.\s?[A-ZÀ-Þ][\w'’-]{{1,20}},\s)"
    r"(?:[A-ZÀ-Þ]\.[\s-]?){1,3}\Z"
)
# Initials before the comma of `J., Aceito`; behind it a given name, or initials that begin no venue.
_INITIAL_BEFORE = re.compile(r"[\s.-][A-ZÀ-Þ]\.[,;]\Z")
_GIVEN_BEHIND = re.compile(r",\s[A-ZÀ-Þ](?:\.|[^\W\d_]{1,20},)")
_INITIALS_BEHIND = re.compile(rf",\s(?:[A-ZÀ-Þ]\.[\s-]?){{1,3}}(?:[,;&(]|(?:{AND})\s|\Z)")
_BEFORE = 50  # characters before a state in which names are looked for

# What says at length that a work was written together, before a name.
_AT_LENGTH = re.compile(
    rf"(?P<sign>[(\[.,;:|\n–—-]|edited)(?P<gap>\s?)(?:{together.AT_LENGTH})(?=\s[A-ZÀ-ÞА-ЯŁŚŻŹČŠŽ])", re.IGNORECASE
)
# A meeting that is counted, at the beginning of a sentence: `Yün. 5. Ulusal Koyun Kongresi`.
_COUNTED_MEETING = re.compile(
    rf"(?<=[.?!]\s)(?P<number>\d{{1,2}})\.(?=\s(?:[^\W\d_][\w'’-]{{0,20}}\s){{0,7}}(?:{MEETINGS}))", re.IGNORECASE
)
_MOVED = "([,\n"  # what may as well stand right before the one word


def without_states(text: str, start: int = 0) -> str:
    """Return `text`, of which the citation begins at `start`, its length as it was.

    A state is blanked, or said in the words that every reader knows: no date, and in press.

    >>> without_states("A. Bee. Wool. W druku."), without_states("Bee, A. (w druku). Wool. Felt Letters.")
    ('A. Bee. Wool.        .', 'Bee, A. (n.d.)   . Wool. Felt Letters.')
    """
    return text[:start] + _STATE.sub(_said, f"\n{text[start:]}")[1:]


def _said(match: re.Match[str]) -> str:
    sign, whole = match["sign"], match[0]
    if sign in "([":
        return _in_brackets(match) if match["close"] else whole
    if sign in "–—-" and not whole[1].isspace():
        return whole
    if _is_family(match):
        return whole
    close = match["close"] or ""
    begin, end = 1 + whole[1].isspace(), len(whole) - len(close)
    if match["lead"]:
        return whole[:begin] + "in".rjust(end - begin)
    behind = match.string[match.start() + end :][:_FURTHEST]
    said = "" if _DATED.match(behind) and match.start() else _TO_COME if _ENDS.match(behind) else _NO_DATE
    return whole[:begin] + (said if len(said) <= end - begin else "").ljust(end - begin) + close


def _is_family(match: re.Match[str]) -> bool:
    """Whether a state is a person's family name, by the initials beside it: `M. Inviato`, `Aceito, K.`."""
    text, word = match.string, match[0][1:].strip()
    if match["close"] or match["lead"] or " " in word or not word[0].isupper():
        return False
    before = text[max(match.start() - _BEFORE, 0) : match.start() + 1]
    if match["sign"] == ".":
        return _INITIALS_BEFORE.search(before) is not None
    if match["sign"] not in "\n,;":
        return False
    begins = match.start() == 0 or _INITIAL_BEFORE.search(before)
    return (_GIVEN_BEHIND if begins else _INITIALS_BEHIND).match(text, match.end()) is not None


def _in_brackets(match: re.Match[str]) -> str:
    """Return blanks behind a title, and elsewhere that no date is known."""
    length, said = len(match[0]), f"({_NO_DATE})"
    title = _BEHIND_TITLE.search(match.string[: match.start()][-_LONGEST_WORD:].rstrip())
    return " " * length if title or len(said) > length else said.ljust(length)


def end_before_state(text: str, start: int, end: int) -> int:
    """Return where a title ends that a state may follow, which is said in fewer letters than it has.

    >>> end_before_state(without_states("Wool, submitted. Felt."), 0, 15)
    4
    """
    behind = _NO_DATE_BEHIND.search(text, start, end) or _SAID_BEHIND.search(text, start, end)
    return behind.start() if behind else end


def with_meetings_counted(text: str) -> str:
    """Return `text`, its length as it was, in which no period stands behind the number of a meeting.

    >>> with_meetings_counted("Wool. 5. Ulusal Koyun Kongresi, 2012. Felt. 5. Sheep.")
    'Wool. 5  Ulusal Koyun Kongresi, 2012. Felt. 5. Sheep.'
    """
    return _COUNTED_MEETING.sub(lambda match: f"{match['number']} ", text)


def in_one_word(text: str, start: int = 0) -> str:
    """Return `text`, its length as it was, in which whoever wrote together with somebody wrote with them.

    The citation begins at `start`.

    >>> in_one_word("Felt (together with A. Bee)."), in_one_word("Felt, insieme a A. Bee.")
    ('Felt          (with A. Bee).', 'Felt      , with A. Bee.')
    """
    return text[:start] + _AT_LENGTH.sub(_in_one_word, f"\n{text[start:]}")[1:]


def _in_one_word(match: re.Match[str]) -> str:
    sign = match["sign"] if match.start() else " "  # the line's end that `in_one_word` set before the text
    if sign in _MOVED or sign == " ":
        return f"{sign}{match['gap']}with".rjust(len(match[0]))
    return sign + "with".rjust(len(match[0]) - len(sign))
