"""The venue table `reconcile/data/venues.toml` and its one index: folded alias -> series."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from sources.text import letters_of

ALL_SOURCES = frozenset({"crossref", "dblp"})

# Words that are left out of a name before it is compared: they come and go in citations.
SKIPPED = frozenset(
    "a an and at de der des die du et for für in la le of on the to und with int intl international annual".split()
)
SPONSORS = frozenset(
    "aaai acl acm aiaa aps ashrae asme ccf cvf eacsl eatcs esda etaps eurosys iacr ieee ieice iet ifac ifip imeche iros"
    " isca mtt osa rsj sae siam sigact sigapp sigart sigarch sigbed sigcas sigchi sigcomm sigcse sigda sigecom sigevo"
    " siggraph sighpc sigir sigkdd siglog sigmetrics sigmicro sigmm sigmobile sigmod sigops sigplan sigsac sigsim"
    " sigsoft sigspatial sigucc sigweb spie tcca tccn usenix vgtc computer society cs".split()
)
# Head nouns that tell what a name is the name of; a name without one is only a topic (`Machine Learning`).
HEADS = frozenset(
    "conf symp workshop congress forum meet colloquium trans j lett mag rev annals ann bull notices archives record"
    " chapter school rec quarterly newsletter lnc lncs lecture acta zeitschrift revue revista frontiers".split()
)
# Sponsors whose journals are named with them or without.
PUBLISHING = frozenset({"ieee", "acm"})
_CAPITALS = re.compile(r"[A-Z0-9]")


@dataclass(frozen=True, slots=True)
class Series:
    """A row of the table.

    `sources` are those that index its papers, `workshops` those that index the workshops held at it (None where
    that is not known). `partners` are series whose papers are its own, always or in one year: the journal that
    carries a conference's papers, two conferences held as one. `volume_zero` is the year before the first volume
    where one volume appears each year. `printed` is the name on the proceedings where that is another one.
    """

    key: str
    short: str
    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    sources: frozenset[str] = ALL_SOURCES
    publisher: str = ""
    partners: tuple[tuple[str, int | None], ...] = ()
    volume_zero: int | None = None
    printed: str = ""
    workshops: frozenset[str] | None = None

    @property
    def every_name(self) -> tuple[str, ...]:
        """Everything by which the series is called, its key's short form first."""
        return (self.short, self.name, *self.aliases, *self.former)


@dataclass(frozen=True, slots=True)
class Alias:
    """One folded alias: an acronym, which is told by its letters' case, or a name, which is told by its words.

    A `shy` alias is an ordinary word or a topic: it needs more than itself to count.
    """

    key: str
    written: tuple[str, ...]
    acronym: bool
    shy: bool


@dataclass(frozen=True, slots=True)
class Index:
    """Folded alias -> `Alias`; `lengths` gives for a first word the alias lengths that begin with it, longest first."""

    aliases: dict[str, Alias]
    lengths: dict[str, tuple[int, ...]]


@cache
def _file() -> dict[str, Any]:
    text = (Path(__file__).parent.parent / "data" / "venues.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def words_table() -> dict[str, str]:
    """Return written word -> word class, so that ISO-4 abbreviations and full words meet."""
    return {word: stem for stem, words in _file()["words"].items() for word in (stem, *words.split())}


@cache
def shy_words() -> frozenset[str]:
    """Return the acronyms that are ordinary words too."""
    return frozenset(_file()["shy"]["acronyms"].split())


@cache
def poster_series() -> frozenset[str]:
    """Return the series whose main-track papers are shown as posters, so that "(poster)" says nothing."""
    return frozenset(_file()["shy"]["posters"].split())


@cache
def doi_prefixes() -> tuple[tuple[str, str], ...]:
    """Return the beginnings of DOIs that only one series has, with its key."""
    return tuple(_file()["doi"].items())


@cache
def acl_codes() -> dict[str, str]:
    """Return the letters and words of Anthology ids with the series they stand for."""
    codes: dict[str, str] = _file()["acl"]
    return codes


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return the class of a word: `Trans.` and `Transactions` have one, plurals that of the singular.

    >>> stem("Syst"), stem("Networks")
    ('syst', 'netw')
    """
    plain = letters_of(word)
    known = words_table().get(plain)
    if known is not None:
        return known
    return plain[:-1] if len(plain) > 5 and plain[-1] == "s" and plain[-2] not in "sui" else plain


_WORD = re.compile(r"[^\W_]+")


def _written(name: str) -> tuple[str, ...]:
    return tuple(word for word in _WORD.findall(name) if word.casefold() not in SKIPPED)


def stems(text: str) -> tuple[str, ...]:
    """Return the classes of the words of a name that count."""
    return tuple(filter(None, map(stem, _written(text))))


@cache
def all_series() -> dict[str, Series]:
    """Return the whole table, key -> row, in the order of the file."""
    return {
        key: _row(key, kind, row)
        for kind, rows in _file().items()
        if kind not in {"words", "shy", "doi", "acl"}
        for key, row in rows.items()
    }


def series(key: str) -> Series | None:
    """Return the row of a key, or None where the table has none."""
    return all_series().get(key)


def _row(key: str, kind: str, row: dict[str, Any]) -> Series:
    workshops = row.get("workshops")
    return Series(
        key=key,
        short=row["short"],
        name=row.get("name", row["short"]),
        kind=kind,
        aliases=tuple(row.get("aliases", ())),
        former=tuple(row.get("former", ())),
        sources=frozenset(row["sources"].split()) if "sources" in row else ALL_SOURCES,
        publisher=row.get("publisher", ""),
        partners=tuple(_partner(text) for text in row.get("partners", ())),
        volume_zero=row.get("volume_zero"),
        printed=row.get("printed", ""),
        workshops=None if workshops is None else frozenset(workshops.split()),
    )


def _partner(text: str) -> tuple[str, int | None]:
    """Read `popl` or `acl 2021`."""
    key, _, year = text.partition(" ")
    return key, int(year) if year else None


def _is_acronym(name: str) -> bool:
    return " " not in name and len(_CAPITALS.findall(name)) >= 2


# Word classes of a phrase, and the letters that stand for it in names as in titles.
_SHORTENED = (
    ("nat lang process", "nlp"),
    ("artif intell", "ai"),
    ("mach learn", "ml"),
    ("hum comput interact", "hci"),
    ("assoc comput linguist", "acl"),
    ("internet thing", "iot"),
    ("comput vis", "cv"),
)


def _shortened(folded: str) -> Iterator[str]:
    """Yield the name with `NLP` for `Natural Language Processing` and the like, or the other way round."""
    for long, short in _SHORTENED:
        if f" {long}" in folded:
            yield folded.replace(long, short)
        if f" {short} " in f"{folded} ":
            yield f"{folded} ".replace(f" {short} ", f" {long} ").strip()


def aliases_of(row: Series) -> Iterator[tuple[str, Alias]]:
    """Yield each name of a series, folded, with what it says beside the series."""
    server = row.kind == "preprint-server"
    for name in row.every_name:
        written = _written(name)
        folded = tuple(map(stem, written))
        if not folded:
            continue
        acronym = _is_acronym(name) or (server and len(folded) == 1)
        by_sponsor = len(folded) > 1 and folded[0] in PUBLISHING
        plain = len(name) <= 2 or name.casefold() in shy_words() if acronym else not HEADS & set(folded)
        yield (
            " ".join(folded),
            Alias(row.key, written, acronym, plain and not by_sponsor and not server),
        )


def _without_sponsor(folded: str) -> str:
    """Return `trans computer` for `ieee trans computer`; empty where nothing tells the rest from a topic."""
    head, *rest = folded.split()
    while rest and rest[0] in PUBLISHING:
        rest = rest[1:]
    return " ".join(rest) if head in PUBLISHING and len(rest) > 1 and HEADS & set(rest) else ""


def _add_derived(found: dict[str, Alias]) -> None:
    """Add the forms that follow by rule from the names, but for those that two series would share."""
    derived: dict[str, set[str]] = {}
    for folded, alias in found.items():
        if not alias.acronym and not alias.shy:
            for form in (_without_sponsor(folded), *_shortened(folded)):
                derived.setdefault(form, set()).add(alias.key)
    for folded, keys in derived.items():
        if folded and len(keys) == 1 and folded not in found:
            found[folded] = Alias(keys.pop(), (), acronym=False, shy=False)


@cache
def index() -> Index:
    """Return the index of all aliases."""
    found: dict[str, Alias] = {}
    for row in all_series().values():
        for folded, alias in aliases_of(row):
            found.setdefault(folded, alias)
    _add_derived(found)
    lengths: dict[str, set[int]] = {}
    for folded in found:
        lengths.setdefault(folded.partition(" ")[0], set()).add(1 + folded.count(" "))
    return Index(found, {head: tuple(sorted(every, reverse=True)) for head, every in lengths.items()})
