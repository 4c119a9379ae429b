"""Where a sentence ends: whether a period ends one, or an initial, a short form, a number that is counted."""

from __future__ import annotations

import re
from functools import lru_cache

from reconcile.lexicon.editions import EDITION
from reconcile.lexicon.given_names import GIVEN_NAMES
from reconcile.lexicon.rarity import is_surname
from reconcile.lexicon.venues import MEETINGS
from reconcile.parse.words import cues
from sources.east_asian import is_east_asian
from sources.text import fold

# What is counted with a period behind its number: `im 14. Jahrhundert`, `zum 65. Geburtstag`, `v 19. století`.
_ORDINAL = re.compile(
    r"\.\s(?:(?:und|bis|oder|a|až|és|og|i|do)\s\d{1,2}\.|[-–]\s?\d{1,2}\.|Jahrhundert|Jh[ds]?\b|Jahrzehnt|Jahrestag"
    rf"|Geburtstag|Todestag|Lebensjahr|Weltkrieg|(?i:{MEETINGS})|Sitzung"
    r"|århundre|storočia|století|századi?\b|század|vuosisa|wieku\b|stulecia)"
)
_ORDINAL_OF_EDITION = re.compile(rf"\.\s?(?:[\w.]{{0,12}}\s)?(?i:{EDITION})")
_INITIAL_BEHIND = re.compile(r"\.\s[A-ZÀ-Ž]\.")
_RIVER = re.compile(r"\.\s?(?:d\.\s?)?[A-Z][a-z]{0,2}\b\.?[\s,:]")
_BEFORE_PERIOD = re.compile(r"([^\s()\[\]“”\"‘’,;:/]+)\Z")
_THE_SAME_IN = re.compile(r"\b[Ii]n:?\sdies\Z")
_INITIAL = re.compile(r"(?:[^\W\d_a-zß-ÿ]|[A-Z][a-z]?(?:\.-?[A-Z][a-z]?)+|[A-Z]-[A-Z])\Z")


@lru_cache(maxsize=4096)
def is_sentence_end(text: str, at: int) -> bool:
    """Say whether the period at `at` ends more than an initial or an abbreviation."""
    before = _BEFORE_PERIOD.search(text, max(0, at - 40), at)
    word = before[1] if before else ""
    if not word or is_east_asian(word):
        return True
    if _INITIAL.fullmatch(word) or (
        word.isdigit() and (_ORDINAL_OF_EDITION.match(text, at) or (len(word) < 3 and _ORDINAL.match(text, at)))
    ):
        return False
    if word in ("a", "i") and _RIVER.match(text, at):
        return False  # `Frankfurt a. M.`, `Freiburg i. Br.`
    if word == "dies" and _THE_SAME_IN.search(text, max(0, at - 12), at):
        return False  # `in: dies. / Anna Bee (Hg.), Wolle`
    if word == "red" and _INITIAL_BEHIND.match(text, at):
        return False  # Polish and Dutch editors: `red. P. Nowak`
    return word.casefold() not in cues.ABBREVIATIONS or _is_word(text, word, at)


# What begins behind a sentence, and behind no short form: no figure, no small letter, no other short form.
_BEGINS = re.compile(r"\.\s(?:[\"“«‘(]?(?![IVXLC]+\b)(?![A-ZÀ-Þ][\w-]{1,4}\.)[A-ZÀ-Þ])")
_SHORT_FORMS = re.compile(r"\.\s(?:[A-Z]\.\s?){1,3}[A-Z][\w-]{1,9}\.")  # `the Am. J. Felt. Res.`
_ARTICLE = re.compile(r"\b(?:the|an?)\s\w+\Z", re.IGNORECASE)
_NAME = re.compile(r"\.\s([A-ZÀ-Þ][^\W\d_]+)\s([A-ZÀ-Þ][\w'’-]+)(?=[,.;]|\s(?:and|&|und|et|y|e)\s)")


def _is_word(text: str, word: str, at: int) -> bool:
    """Whether a short form is a word here, with which a title ends: `The state of the art. Ada Lee, Bo Rye. In …`.

    Begun with a capital it is one behind an article, and before a person: `A History of Modern Art. Ada Lee`.
    """
    if word.casefold() not in cues.ALSO_WORDS or not _BEGINS.match(text, at):
        return False
    before = text[max(0, at - len(word) - _LOOK_BACK) : at - len(word)].rstrip()
    if before.endswith("."):
        return False  # `Diss. med. vet. Bern`
    if word.islower():
        return True
    if _ARTICLE.search(text, max(0, at - len(word) - _LOOK_BACK), at):
        return not _SHORT_FORMS.match(text, at)
    name = _NAME.match(text, at)
    return name is not None and (fold(name[1]) in GIVEN_NAMES or is_surname(fold(name[2])))


_LOOK_BACK = 6  # characters before a word: an article and its blanks
