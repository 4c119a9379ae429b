"""How much a stretch of a citation looks like a venue, so that titles and venues can be told apart."""

from __future__ import annotations

import re
from functools import lru_cache

from reconcile.lexicon import rarity
from reconcile.lexicon.theses import OF_DEGREE
from reconcile.lexicon.venues import MEETINGS_ABROAD, MEETINGS_IN_ENGLISH, OF_MEETINGS, WIDE
from reconcile.venues.scan import Found, scan
from reconcile.venues.table import SPONSORS
from reconcile.venues.tokens import Token, clean, tokenise, turned
from reconcile.venues.years import years
from sources.months import ENGLISH
from sources.text import fold

# Words that stand around a venue's name and are none of a title's.
_SETTING = frozenset(
    "proc conf symp workshop j trans lett mag accept appear oral spotlight volume vol no number pp page issue"
    " iss autumn winter spring summer poster demo track session find tutorial"
    " companion adjunct paper long short main extended abstract usa uk china virtual event online preprint"
    " best award to in at".split()
).union(ENGLISH)
_ORDINAL = (
    r"\d+(?:st|nd|rd|th)|(?:(?:twen|thir|for|fif|six)ty-)?(?:first|second|third|(?:for|four|fif|six|seven|eigh|nin|ten"
    r"|eleven|twelf|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twentie|thirtie|fortie|fiftie)th)"
)
# The words a venue's name begins with, in the languages seen.
_BEGINS = (
    r"\[?proceedings\]?\b",
    r"procs?\.?\s",
    r"actes\s+(?:de|du|des)\b",
    r"tagungsband\b",
    r"atti\s+del",
    r"lecture notes\s+in\b",
    r"(?:lncs|corr|arxiv)\b",
    r"transactions\s+(?:on|of)\b",
    r"(?:trans|ann)\.\s",
    # `J. Mach. Learn.`, `J. R. Soc. Interface`, `J. Algorithms 12`, and no `J. Tang. BigNet 2016`
    r"j\.\s(?:of\s|(?:[a-z]\.\s){0,2}[a-z]{2,12}\.?(?=,?\s?(?:$|[\d(]|vol)|\s[a-z]{2,12}\.|\s(?:of|and|&|on|in)\s"
    r"|\s[a-z]{1,15}[\s,]{0,2}(?:$|[\d(])))",
    r"journal\s+(?:of|on|for)\b",
    r"annals\s+of\b",
    r"frontiers\s+(?:in|of)\b",
    r"(?:acta|mitteilungen|encyclop(?:a)?edia|handbook\s+of)\s",
    r"annual\s+reviews?\s+(?:of|in)\b",
    r"(?:annales|annali|revue|revista|rivista)\s",
    r"zeitschrift\b",
    r"archiv\s+f",
    r"bulletin\s+(?:of|de)\b",
    r"magazine\s+of\b",
    r"findings\s+of\s+the\b",
    r"advances\s+in\b.{1,80}\bsystems\b",
    rf"(?:{MEETINGS_IN_ENGLISH}|meeting)\s+(?:on|of|for|in)\b",
    # with its number before it: `XII Congreso Internacional de`, `3. Tagung zur`, `2ème Colloque sur`
    r"(?:(?:\d{1,3}(?:\.|[oaº°ª]|e|er|[eè]me)?|[ivxl]{1,6}[.º°]?)\s+)?"
    rf"(?:(?:{WIDE})\s+)?(?:{MEETINGS_ABROAD})\s+(?:(?:{WIDE})\s+){{0,2}}(?:{OF_MEETINGS})\b",
    # A word that only a venue puts before its head noun: `3rd IEEE International Conference`.
    r"(?:[\w'’/.-]+\s+){0,7}?(?:international|intl\.?|int\.|annual|european|national|ieee|acm|asian|joint|world|nordic"
    r"|" + _ORDINAL + r")\s[\w'’/. -]{0,60}?\b(?:"
    rf"{MEETINGS_IN_ENGLISH}|conf|symp|journal|meeting|transactions|trans\.)(?:\s|$|,)",
)
_START = re.compile(
    r"^(?:in:?\s+)?(?:\(?(?:to appear|accepted)\)?\s+(?:in|at)\s+)?(?:(?:the|la|le|der|die|das)\s+)?(?:"
    + "|".join(_BEGINS)
    + ")",
    re.IGNORECASE,
)
_INITIAL_AND_WORD = re.compile(r"(?:[A-Z]\.\s?){1,3}([^\W\d_]{2,})")
_END = re.compile(
    r"^(?![^:]*\b(?:a|an|the|for|from|of|in)\s+\w+\s*$)[A-Z][^:?!]{0,100}\b(?:Letters|Magazine|Reviews?|Journal|Transactions|Quarterly"
    r"|Bulletin|Conference|Workshops?|Symposium|Proceedings|Newsletter|Annals|Gazette|Zeitschrift)"
    r"(?:\s*\([^()]{1,30}\))?(?:[\s,.]*(?:\d[\d\s():,.–-]*)?)$"
)
# A head noun with capitalised words before it and a preposition behind: `Chinese Conference on Computer Vision`.
_MIDDLE = re.compile(
    r"^(?:The )?(?:[A-Z\d][\w'’./-]* (?:and |& )?){0,5}"
    r"(?:Conference|Symposium|Workshops?|Congress|Journal|Transactions|Colloquium)"
    r" (?:on|of|for|in) |[,.:] (?:in )?Proceedings (?:of|from) "
)
# `in Optics East`, `In: Optics East`: a title begins with a capital, and without a colon there.
_LED_IN = re.compile(r"in:?\s[\"“]?[A-Z]|In:\s")
# Words cut short, as only the names of journals have several of: `Stoch. Proc. Appl.`
_ABBREVIATED = re.compile(
    r"^(?:in:?\s+)?(?:[A-Z][\w'’-]*\s){0,3}[A-Z][a-z]{1,12}\.(?:\s(?:of|and|the|on|&|in|[A-Z][\w'’-]*\.?)){0,5}"
    r"\s[A-Z][a-z]{1,12}\.[\s,.\d():–-]*$"
)
_THESIS = re.compile(rf"^(?:{OF_DEGREE}|dissertation)\b", re.IGNORECASE)
_SCHOOL = re.compile(r"^(?:[A-Z][\w'’.-]* ){1,4}University$|^Universit(?:y|é|ät|à|at) (?:of |[A-Z])[\w'’ ,.-]{2,60}$")
_ARTICLE = re.compile(r"^(?:an?|on|towards?|how|why|what|when|from|learning|using)\b", re.IGNORECASE)


@lru_cache(maxsize=16384)
def looks_like_venue(text: str) -> float:
    """Return from 0 to 1 how much a text looks like the name of a venue and not like a title.

    >>> looks_like_venue("Proceedings of the 3rd Workshop on Foo"), looks_like_venue("A survey of workshops")
    (0.9, 0.1)
    """
    plain = turned(clean(text[:400]))
    tokens = tokenise(plain)
    if not tokens:
        return 0.0
    found = scan(tokens)
    scores = [0.05, _by_words(plain), _by_series(tokens, found), _by_host(tokens, found)]
    score = max(scores)
    if plain.rstrip().endswith(("?", "!")):
        score *= 0.5
    return round(min(1.0, score), 2)


def _by_words(plain: str) -> float:
    if _ARTICLE.match(plain):
        return 0.1
    person = _INITIAL_AND_WORD.match(plain)
    if _START.match(plain[:200]) and not (person and rarity.is_surname(fold(person[1]))):
        return 0.9
    if _MIDDLE.search(plain[:200]) or _THESIS.match(plain):
        return 0.85
    if _END.match(plain[:200]):
        return 0.7
    if _ABBREVIATED.match(plain[:100]):
        return 0.75
    if _LED_IN.match(plain):
        return 0.6
    if _SCHOOL.match(plain[:100]):
        return 0.5
    return 0.05


def _by_host(tokens: tuple[Token, ...], found: tuple[Found, ...]) -> float:
    """Weigh a known host behind `@`, or behind `at` at the end of a text that speaks of a workshop."""
    for match in found:
        if match.first and "@" in tokens[match.first].gap:
            return 0.85
        if match.first and tokens[match.first - 1].raw.casefold() in {"at", "with"} and not match.shy:
            return 0.75 if any(token.stem == "workshop" for token in tokens) else 0.55
    return 0.05


def _by_series(tokens: tuple[Token, ...], found: tuple[Found, ...]) -> float:
    """Weigh the words that a known venue explains against those that it leaves."""
    if not found:
        return 0.05
    taken = {place for match in found for place in range(match.first, match.last)}
    dated = {place for _, place in years(tokens, found)}
    left = 0
    for place, token in enumerate(tokens):
        if place in taken or place in dated or token.skipped or token.counted:
            continue
        if token.stem in _SETTING or token.raw.casefold() in SPONSORS or "workshop" in token.stem:
            continue
        left += 1
    explained = len(taken) + len(dated)
    share = explained / (explained + left)
    sure = any(not match.shy for match in found)
    if sure and found[0].first <= 2 and (dated or share > 0.6):
        return max(0.6, 0.5 + 0.5 * share)
    if share == 1.0:
        return 0.95 if sure else 0.75
    return (0.9 if sure else 0.5) * share
