"""By what names a venue is called in strings: `ACL 1990` for the 28th Annual Meeting of the Association for …"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from string import digits

from reconcile.lexicon import rarity
from reconcile.matching.strings.text import Text
from reconcile.matching.titles.edges import REMARKS
from reconcile.settings import Settings
from reconcile.venues import read_venue
from reconcile.venues.table import all_series
from sources.catalog import Row
from sources.text import STOP_WORDS, fold


@lru_cache(maxsize=2**14)
def _names(container: str) -> tuple[str, ...]:
    """Return the folded names that the table has for the series of a container; none for one that it lacks."""
    series = all_series().get(read_venue(container).series) if container else None
    return tuple(dict.fromkeys(map(fold, series.every_name))) if series else ()


@lru_cache(maxsize=2**14)
def words_of(container: str) -> frozenset[str]:
    """Return the folded words of a container's name, the year at the end of one taken off: `(LREC'02)`."""
    return frozenset([word.rstrip(digits) or word for word in fold(container).split()])


@lru_cache(maxsize=2**14)
def telling_words_of(container: str) -> tuple[str, ...]:
    """Return those of them that tell it from others; all that are no stop words and numbers, where none does."""
    words = [word for word in words_of(container) if word not in STOP_WORDS and not word.isdigit()]
    return tuple([word for word in words if word not in REMARKS] or words)


@lru_cache(maxsize=2**14)
def acronyms_of(container: str) -> frozenset[str]:
    """Return the words of such names that are no words of titles: `acl`, and `mm` for ACM Multimedia.

    >>> sorted(acronyms_of("Proceedings of the 34th Conference on Neural Information Processing Systems"))
    ['neurips', 'nips']
    """
    return frozenset(name for name in _names(container) if " " not in name and not rarity.is_listed(name))


@lru_cache(maxsize=2**14)
def _long_names(container: str) -> tuple[frozenset[str], ...]:
    """Return the telling words of each of such names that has more than one."""
    telling = [frozenset(name.split()) - STOP_WORDS - REMARKS for name in _names(container)]
    return tuple([words for words in telling if len(words) > 1])


@lru_cache(maxsize=2**14)
def words_called(container: str) -> frozenset[str]:
    """Return the folded words of a container's name and of those of its series, which a string may cut short."""
    return words_of(container).union(*map(str.split, _names(container)))


def is_cut_short(container: str, words: Iterable[str], text: Text) -> bool:
    """Say whether one of a container's names stands among words of a text, some cut by a full stop: `Comput. Vis.`"""
    names = _long_names(container)
    cut = tuple(text.clipped.intersection(words)) if names else ()
    there = frozenset(words) if cut else frozenset()
    return bool(cut) and any(all(word in there or word.startswith(cut) for word in name) for name in names)


def is_called(container: str, words: Iterable[str]) -> bool:
    """Say whether one of a container's names stands among folded words, its year at its end perhaps.

    >>> is_called("Annual Meeting of the Association for Computational Linguistics", ["at", "acl", "1990"])
    True
    """
    names = _names(container)
    if not names:
        return False
    there = f" {' '.join([word.rstrip(digits) or word for word in words])} "
    return any(f" {name} " in there for name in names)


def is_named_first(container: str, words: Iterable[str]) -> bool:
    """Say whether folded words begin with one of a container's names.

    >>> is_named_first("Transactions of the Association for Computational Linguistics", ["tacl", "6"])
    True
    """
    there = f"{' '.join(words)} "
    return any(there.startswith(f"{name} ") for name in _names(container))


def venue_seen(row: Row, rest: Sequence[str], text: Text, settings: Settings) -> tuple[float, bool]:
    """Return the share of a venue's words that stand in the string, and whether it is named: by them, or otherwise."""
    container = row.container_title
    share = _venue_shown(rest, telling_words_of(container), text)
    if share >= settings.strings.venue_shown or is_called(container, rest):
        return share, True
    return share, is_cut_short(container, rest, text)


def _venue_shown(rest: Iterable[str], telling: Sequence[str], text: Text) -> float:
    """Return the share (0 to 1) of a venue's words that stand in the string, in full or cut short: `Comput. Ling.`"""
    there = {*rest, *[each.rstrip(digits) for each in rest if each[-1] in digits]}  # `CVPR2023`
    lacking = [word for word in telling if word not in there]
    if lacking and not text.clipped.isdisjoint(there):
        cut = text.clipped & there
        lacking = [word for word in lacking if not any(word.startswith(each) for each in cut)]
    return 1 - len(lacking) / len(telling) if telling else 0.0
