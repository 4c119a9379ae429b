"""Small words of titles, venues and publishers, by role and language: tables only, in small letters."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

ARTICLES: Mapping[str, str] = MappingProxyType(
    {
        "en": "a an the",
        "de": "der die das dem den ein eine einer",
        "fr": "l' la le les un une",
        "es": "el la los las un una",
        "pt": "o a os as um uma",
        "it": "il lo la gli le un una",
        "nl": "de het een",
    }
)
# The words before a genitive, with the article in them where a language has it so.
OF: Mapping[str, str] = MappingProxyType(
    {
        "en": "of",
        "de": "des von vom",
        "fr": "de du des",
        "es": "de del",
        "pt": "da de do",
        "it": "di del dello della dei degli delle",
        "nl": "van",
    }
)
PREPOSITIONS: Mapping[str, str] = MappingProxyType(
    {
        "en": (
            "about against as at between beyond by during for from in into on over through to toward towards under upon"
            " using via with within without"
        ),
        "de": "aus bei für im in mit nach über zu zum zur",
        "fr": "aux avec dans en par pour sur",
        "es": "al con en para por sobre",
        "pt": "na no nas nos para por",
        "it": "al alla con dal dalla in nel nella nelle sul sulla",
        "nl": "in op",
    }
)
CONJUNCTIONS: Mapping[str, str] = MappingProxyType(
    {"en": "and or", "de": "und oder", "fr": "et", "es": "y", "it": "e", "nl": "en"}
)
# What stands between the last two names of a list, in a language or other.
AND = "and|und|et|y|e|og|och|и|і|та|ve|ja|és|și|şi|dan|và|ir|και|و"
# Those with which a title may end: `Game Over`, `What Lies Within`, `Yes or No`.
LAST = frozenset("about against between beyond during no over through under upon within without".split())


def words_of(*roles: Mapping[str, str], but: str = "") -> frozenset[str]:
    """Return the words of some roles in all languages, but those of the languages named in `but`.

    >>> sorted(words_of(CONJUNCTIONS, but="de es it nl"))
    ['and', 'et', 'or']
    """
    left_out = but.split()
    return frozenset(
        word for role in roles for code, words in role.items() if code not in left_out for word in words.split()
    )
