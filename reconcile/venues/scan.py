"""The scan: which series a text names, and where. Linear in the text; the longest alias from the left wins."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from reconcile.venues.table import HEADS, PUBLISHING, SPONSORS, Alias, all_series, index, stem, stems
from reconcile.venues.tokens import Token, has_break, is_capitals
from sources.months import ENGLISH

# Words that may follow a name without an edge between: they say which part of the venue is meant, where, or when.
_FOLLOWS = frozenset(
    "workshop wkshp proc companion find tutorial poster demo demonstration student industr ind adjunct conf track main"
    " long short paper volume vol v no pp page dataset accept held co oral spotlight symp supplement special"
    " best rec submission extended abstract journal j mag lett online virtual".split()
).union(ENGLISH)
# Words before a name that belong to its setting and not to it.
_PRECEDES = frozenset(
    "proc conf joint symp workshop meet accept annu world biennial appear present publish published publ find track"
    " session rec volume vol companion tutorial poster demo record lncs academ soc".split()
)
# An acronym before one of these is a publisher or an archive, not a venue.
_HOUSES = frozenset(
    "press anthology organization association foundation society archive archives fellow member".split()
)
_OPENERS = ";:("
_UNMISTAKABLE = 6  # letters from which an acronym is told whatever its case (`Mobicom`, `neurips`)
_MEETING = frozenset({"conf", "symp", "workshop"})


@dataclass(frozen=True, slots=True)
class Found:
    """An alias in a text, `first` to `last` (half open) in its tokens; `is_workshops` for forms such as `CVPRW`."""

    key: str
    first: int
    last: int
    acronym: bool
    shy: bool
    is_workshops: bool = False

    @property
    def kind(self) -> str:
        """The kind of the series found."""
        return all_series()[self.key].kind


def scan(tokens: tuple[Token, ...]) -> tuple[Found, ...]:
    """Return the aliases that stand in the text, without those that something beside them contradicts."""
    found = _standing(tokens, _candidates(tokens))
    return tuple(match for match in found if not _contradicted(tokens, match, found))


def _candidates(tokens: tuple[Token, ...]) -> list[Found]:
    places = [at for at, token in enumerate(tokens) if not token.skipped]
    shouting = _shouts(tokens)
    found = []
    at = 0
    while at < len(places):
        match = _longest(tokens, places, at, shouting=shouting)
        if match is None:
            at += 1
            continue
        found.append(match)
        while at < len(places) and places[at] < match.last:
            at += 1
    return found


def _longest(tokens: tuple[Token, ...], places: list[int], at: int, *, shouting: bool) -> Found | None:
    known = index()
    token = tokens[places[at]]
    for length in known.lengths.get(token.stem, ()):
        if at + length > len(places):
            continue
        here = places[at : at + length]
        alias = known.aliases.get(" ".join(tokens[place].stem for place in here))
        if alias is not None and _holds(tokens, here, alias, shouting=shouting):
            return Found(alias.key, here[0], here[-1] + 1, alias.acronym, alias.shy)
    return _workshops(tokens, places[at])


def _workshops(tokens: tuple[Token, ...], place: int) -> Found | None:
    """Read `CVPRW`: a known acronym of a meeting with a W behind it."""
    raw = tokens[place].raw
    if len(raw) < 5 or not raw.endswith("W") or not raw[:-1].isupper():
        return None
    alias = index().aliases.get(stem(raw[:-1]))
    if alias is None or not alias.acronym or all_series()[alias.key].kind not in {"conference", "symposium"}:
        return None
    return Found(alias.key, place, place + 1, acronym=True, shy=False, is_workshops=True)


def _shouts(tokens: tuple[Token, ...]) -> bool:
    """Say whether the text is all capitals, so that capitals tell no acronym."""
    words = [token.raw for token in tokens if token.raw.isalpha() and len(token.raw) > 1]
    return len(words) > 4 and sum(map(str.isupper, words)) > 0.8 * len(words)


def _holds(tokens: tuple[Token, ...], here: list[int], alias: Alias, *, shouting: bool) -> bool:
    """Say whether the text at these places is the alias, by its letters' case and its neighbours."""
    if _is_house(tokens, here[-1] + 1):
        return False
    if alias.acronym:
        written = _is_written(tokens, here, alias, shouting=shouting)
        return written and (_is_meeting(alias) or _right_is_free(tokens, here[-1] + 1))
    if alias.shy and not _opens(tokens, here[0]):
        return False
    return _left_is_free(tokens, here[0], alias) and _right_is_free(tokens, here[-1] + 1)


def _opens(tokens: tuple[Token, ...], first: int) -> bool:
    """Say whether nothing but an edge or a lead-in such as `published in` stands before a topic's name."""
    place = first
    while place > 0 and not any(mark in tokens[place].gap for mark in _OPENERS):
        token = tokens[place - 1]
        if not (token.skipped or token.counted or token.stem in _PRECEDES or token.raw.casefold() in SPONSORS | {"by"}):
            return False
        place -= 1
    return True


def _is_written(tokens: tuple[Token, ...], here: list[int], alias: Alias, *, shouting: bool) -> bool:
    raws = [tokens[place].raw for place in here]
    if "".join(raws).casefold() != "".join(alias.written).casefold():
        return False
    exact = raws == list(alias.written) or all(raw.isupper() for raw in raws)
    if not alias.shy and (exact or len("".join(raws)) >= _UNMISTAKABLE):
        return True
    plain = exact and not shouting and max(map(len, raws)) > 2
    if plain or not (raws[0][0].isupper() and _is_set_off(tokens, here)):
        return plain
    return exact or not alias.shy or _opens(tokens, here[0])  # `Artificial Intelligence and Law, 2024`


def _is_set_off(tokens: tuple[Token, ...], here: list[int]) -> bool:
    """Say whether an acronym has a year or a sponsor at its side, or nothing at all."""
    before, after = here[0] - 1, here[-1] + 1
    if before < 0 and after == len(tokens):
        return True
    year_after = after < len(tokens) and _is_year(tokens[after].raw) and len(tokens[after].gap) <= 2
    year_before = before >= 0 and _is_year(tokens[before].raw) and not tokens[here[0]].after_edge
    sponsor = before >= 0 and tokens[before].raw.casefold() in SPONSORS and not tokens[here[0]].after_edge
    return year_after or year_before or sponsor


def _is_year(raw: str) -> bool:
    return raw.isdigit() and (len(raw) == 2 or (len(raw) == 4 and raw[:2] in {"19", "20"}))


def _is_house(tokens: tuple[Token, ...], after: int) -> bool:
    return after < len(tokens) and not tokens[after].after_edge and tokens[after].raw.casefold() in _HOUSES


def _left_is_free(tokens: tuple[Token, ...], first: int, alias: Alias) -> bool:
    """Say whether the name begins here: not so `Conference on Machine Learning` after `Chinese`."""
    for place in range(first, 0, -1):
        if tokens[place].after_edge:
            return True
        token = tokens[place - 1]
        if token.counted or token.stem in _PRECEDES:
            return True
        if not token.skipped:
            return is_capitals(token.raw) if _is_meeting(alias) else token.raw.casefold() in PUBLISHING
        if token.raw.casefold() not in {"international", "int", "intl", "annual"}:
            return True
    return True


def _is_meeting(alias: Alias) -> bool:
    """Say whether the alias is no journal's."""
    return all_series()[alias.key].kind != "journal"


def _right_is_free(tokens: tuple[Token, ...], after: int) -> bool:
    """Say whether the name ends here: not so `Conference on Machine Learning` before `and Cybernetics`."""
    for place in range(after, len(tokens)):
        token = tokens[place]
        if place > after and has_break(token.gap):  # `Computer Vision and …`
            return False
        joined = token.gap in {"-", "/"}
        if token.after_edge or token.counted or is_capitals(token.raw):
            return not (joined and not is_capitals(token.raw)) and not _names_more(tokens, place)
        if token.stem in _FOLLOWS:
            return True
        if token.raw.casefold() in {"in", "at"}:
            return True
        if token.raw.casefold() not in {"and", "with", "the"}:
            return False
    return after == len(tokens)


def _names_more(tokens: tuple[Token, ...], place: int) -> bool:
    """Say whether what follows is another name: `Proceedings of` / `ACM Conference`, `Proceedings of IEEE` / `VIS`."""
    token = tokens[place]
    if token.after_edge or place == 0:
        return False
    if is_capitals(token.raw) and tokens[place - 1].raw.casefold() in PUBLISHING:
        return True
    if token.raw.casefold() not in SPONSORS or place + 1 == len(tokens):
        return False
    return not tokens[place + 1].after_edge


def _standing(tokens: tuple[Token, ...], found: list[Found]) -> tuple[Found, ...]:
    """Leave out topics where something better is named, and sponsors: `AAAI Conference on Web and Social Media`."""
    sure = [match for match in found if not match.shy or match.acronym]
    taken = {place for match in found for place in range(match.first, match.last)}
    meeting = any(
        token.stem in _MEETING or token.stem == "proc" for place, token in enumerate(tokens) if place not in taken
    )
    kept = sure or [match for match in found if not (meeting and match.kind == "journal")]
    sponsors = {match for match, after in pairwise(kept) if _sponsors(tokens, match, after)}
    return tuple(match for match in kept if match not in sponsors)


def _sponsors(tokens: tuple[Token, ...], match: Found, after: Found) -> bool:
    if not match.acronym or after.acronym or after.key == match.key:
        return False
    between = tokens[match.last : after.first]
    return not tokens[after.first].after_edge and all(
        (token.skipped or token.raw.casefold() in SPONSORS or token.stem == "joint") and not token.after_edge
        for token in between
    )


def _contradicted(tokens: tuple[Token, ...], match: Found, found: tuple[Found, ...]) -> bool:
    """Say whether a name that is spelt out beside an acronym is not the acronym's."""
    if not match.acronym or match.is_workshops:
        return False
    same = [other for other in found if other.key == match.key and not other.acronym]
    if same:
        return False
    return _heads_other_name(tokens, match) or _closes_other_name(tokens, match, found)


def _heads_other_name(tokens: tuple[Token, ...], match: Found) -> bool:
    """Read `AAAI Conference on Weblogs`: the acronym is no more than a sponsor there."""
    after = match.last
    if after + 1 >= len(tokens) or tokens[after].stem not in {"conf", "symp"} or tokens[after].after_edge:
        return False
    return tokens[after + 1].raw.casefold() in {"on", "of", "for"} and not _fits(tokens, match, after, len(tokens))


def _closes_other_name(tokens: tuple[Token, ...], match: Found, found: tuple[Found, ...]) -> bool:
    """Read `Conference on Smart Computing (ICSC)`: the acronym is that of another conference."""
    if "(" not in tokens[match.first].gap:
        return False
    start = match.first
    while start > 0 and not tokens[start - 1].raw.isdigit() and "(" not in tokens[start - 1].gap:
        start -= 1
        if tokens[start].after_edge and any(token.stem in HEADS for token in tokens[start : match.first]):
            break
    before = tokens[start : match.first]
    if any(other.last <= match.first and other.first >= start for other in found):
        return False
    heads = {token.stem for token in before} & HEADS
    if not heads or (heads & {"workshop"} and match.kind != "workshop"):
        return False
    return not _fits(tokens, match, start, match.first)


def _fits(tokens: tuple[Token, ...], match: Found, start: int, end: int) -> bool:
    """Say whether the words of a spelt-out name are mostly those of one of the series' names."""
    words = {
        token.stem
        for token in tokens[start:end]
        if not (token.skipped or token.counted or token.stem in HEADS or token.raw.casefold() in SPONSORS)
        and token.stem not in _PRECEDES
    }
    if not words:
        return True
    names = (set(stems(name)) - HEADS for name in all_series()[match.key].every_name)
    return any(name and len(words & name) >= 0.6 * min(len(words), max(2, len(name))) for name in names)
