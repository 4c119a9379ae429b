"""Which of a record's authors a string names, and whether it names others."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from itertools import pairwise
from typing import NamedTuple

from reconcile.lexicon import rarity
from reconcile.matching.strings.lossy import without_accented
from reconcile.matching.strings.text import JOINS
from reconcile.matching.titles.misread import readings
from reconcile.titles.slips import is_slip
from sources.name_words import JOINING
from sources.record import Name, Record
from sources.romanising import latin_name
from sources.text import STOP_WORDS, fold, letters_of

_LOOKED_FOR = 40  # authors of a record that are looked for; a list of hundreds is known by its first forty
_SLIP = 5  # letters from which a family name may be misspelt by one
_DOUBLE = 2  # words of a double family name
_INITIALS = 4  # letters of given names that are written in one
_LEAST_GIVEN = 3  # authors who are known by given names alone
_SEVERAL = 2  # of them that initials stand before
_MARKS = "123456789abcde"
_MANY = 4  # unexplained words that are taken for the names of people, though none is a common surname


class People(NamedTuple):
    """The authors of a record by place: those the string names, and those it does not.

    `first` says that the record's first author is the first of its authors in the string, `strangers` that the string
    names people and none of them is the record's, `others` that it names such beside them, where another leads or
    several stand before the title, `full` counts those whose given names are written out and agree, `surnames` are the
    last words of the family names of those found. `outnumbered` says that more people stand before the title whom the
    record lacks than are found, and that one of them leads. `unread` says that none is found, and words stand there in
    letters that nobody here can hold against a name.
    """

    found: tuple[int, ...] = ()
    missing: tuple[int, ...] = ()
    first: bool = False
    strangers: bool = False
    full: int = 0
    surnames: tuple[str, ...] = ()
    others: bool = False
    outnumbered: bool = False
    unread: bool = False


class Strays(NamedTuple):
    """The words of a string that nothing explains, those of them at which an initial stands, and its first words.

    `whole` are those of whole names, `ahead` those before a title that an initial stands at.
    """

    words: frozenset[str] = frozenset()
    initialled: tuple[str, ...] = ()
    leading: frozenset[str] = frozenset()
    whole: frozenset[str] = frozenset()
    ahead: frozenset[str] = frozenset()

    def without(self, names: Set[str]) -> Strays:
        """Return them without some that are names."""
        initialled = tuple([word for word in self.initialled if word not in names])
        return Strays(self.words - names, initialled, self.leading, self.whole - names, self.ahead - names)


def see_people(rest: Sequence[str], families: Sequence[str], strays: Callable[[], Strays]) -> People:
    """Look for family names (as the source writes them) among the words outside the title.

    `strays` gives those of the words that nothing else explains: where no author is found, a surname among them, two
    beside initials, one that leads the string, or many of them, say that other people are named.
    """
    places = dict(zip(reversed(rest), range(len(rest) - 1, -1, -1), strict=True))
    families = families[:_LOOKED_FOR]
    sought = [fold(family).split() for family in families]
    where = [_place(words, places, rest) for words in sought]
    if None in where:
        where = [
            _in_pieces("".join(words), without_accented(family), places, rest) if at is None else at
            for words, family, at in zip(sought, families, where, strict=True)
        ]
    stray = strays() if None in where or not where else Strays()
    if stray.words:
        read = {reading: word for word in stray.words for reading in readings(word)}
        where = [
            _miswritten("".join(words), read, places) if at is None else at
            for words, at in zip(sought, where, strict=True)
        ]
    seen = {author: at for author, at in enumerate(where) if at is not None}
    missing = tuple(author for author in range(len(sought)) if author not in seen)
    if not seen:
        unread = not all(map(str.isascii, rest))
        return People(missing=missing, strangers=bool(families) and _names_people(stray), unread=unread)
    surnames = tuple(sought[author][-1] for author in seen)
    first = min(seen, key=lambda author: seen[author]) == 0
    read_as = {rest[at] for at in seen.values()}
    ahead = stray.ahead - read_as
    others = len(ahead) >= _SEVERAL or (not first and _names_people(stray))
    outnumbered = len(ahead) >= _SEVERAL and len(ahead) > len(seen) and not ahead.isdisjoint(stray.leading)
    return People(tuple(seen), missing, first=first, surnames=surnames, others=others, outnumbered=outnumbered)


def in_latin_letters(rest: Sequence[str], authors: Sequence[Name]) -> Sequence[str]:
    """Return the words outside a title with names in Latin letters, Chinese ones where they are the authors'."""
    if all(map(str.isascii, rest)):
        return rest
    known = {(fold(name.family), letters_of(name.given)) for name in authors[:_LOOKED_FOR]}
    found: list[str] = []
    for word in rest:
        names = (word,) if word.isascii() else latin_name(word)
        found += names if len(names) == 1 or names in known else (word,)
    return found


def _place(words: Sequence[str], places: Mapping[str, int], rest: Sequence[str]) -> int | None:
    """Return where a family name stands: all its words or, of a double one, the two glued or the first's initial.

    Of two halves with a word between them (`Ortega y Gasset`) the second is enough.
    """
    found = [places.get(word) for word in words]
    last = found[-1] if words else None
    if last is not None and (None not in found or JOINING.intersection(words[1:-1])):
        return last
    if len(words) != _DOUBLE:
        return places.get("".join(words)) if len(words) > 1 else None
    initial = places.get(words[0][0])
    if last is not None and initial == last - 1:
        return last  # `P. K. Sarma` for Prathusha Kameswara Sarma
    if last is not None and _are_initials("".join(rest[last + 1 : last + 2]), words[0][0]):
        return last  # `Sarma PK`
    return places.get("".join(words))


def _are_initials(word: str, last: str) -> bool:
    return 1 < len(word) <= _INITIALS and word.endswith(last) and word not in STOP_WORDS


def _miswritten(family: str, read: Mapping[str, str], places: Mapping[str, int]) -> int | None:
    """Return where a family name stands that is misread (`Verrna`) or misspelt.

    `read` has the stray words by all that a scan may have made them of.
    """
    if len(family) < _SLIP:
        return None
    if family in read:
        return places[read[family]]
    near = min(
        (word for word in read.values() if abs(len(word) - len(family)) <= 1 and is_slip(word, family)), default=""
    )
    return places.get(near)


def _in_pieces(family: str, lossy: str, places: Mapping[str, int], rest: Sequence[str]) -> int | None:
    """Return where a family name stands that is torn in two (`Ko valenko`), or that lost letters.

    `lossy` is the name without the letters that have accents, if it has any, as a wrong encoding leaves it: `Mller`,
    `Haji ov`.
    """
    at = places.get(lossy)
    if at is None and len(family) >= _SLIP:
        at = _torn(family, places, rest)
    return _torn(lossy, places, rest) if at is None and lossy else at


def _torn(name: str, places: Mapping[str, int], rest: Sequence[str]) -> int | None:
    """Return where the second half of a name stands behind the first."""
    for cut in range(1, len(name) - 1):
        at = places.get(name[cut:], 0)
        if at and rest[at - 1] == name[:cut]:
            return at
    return None


def _names_people(stray: Strays) -> bool:
    if len(stray.words) >= _MANY or len(stray.initialled) >= _SEVERAL or not stray.leading.isdisjoint(stray.initialled):
        return True
    return bool(stray.whole) or any(map(rarity.is_surname, stray.words))


def with_given(people: People, rest: Sequence[str], record: Record, strays: Callable[[], Strays] = Strays) -> People:
    """Return the people with those whose name is glued to another, and how many given names are written out.

    Where a list has given names for family names throughout, they are all that can be found.
    """
    there = frozenset(rest)
    if people.missing:
        people = _with_glued(people, there, record)
    if people.found:
        given = [_given(record, at) in there for at in people.found]
        return people._replace(full=sum(given)) if any(given) else people
    if by_given := _given_only(people, rest, record, strays):
        return by_given
    return _turned(people, rest, record, strays) if people.strangers else people


def _given_only(people: People, rest: Sequence[str], record: Record, strays: Callable[[], Strays]) -> People | None:
    """Return the people of a list that lost its family names, the given ones of those who lead: `Ann, Bo, Cora: Wool`.

    None where there are few of them, or other names beside them.
    """
    if len(record.author) < _LEAST_GIVEN or _given(record, 0) not in rest:
        return None
    begin = end = rest.index(_given(record, 0))
    found = 0
    for name in record.author[:_LOOKED_FOR]:
        end += end < len(rest) and rest[end] in JOINS
        given = fold(name.given).split()
        size = next((size for size in (len(given), 1) if given[:size] == [*rest[end : end + size]]), 0)
        if not (given and size):
            break
        found, end = found + 1, end + size
    if found < _LEAST_GIVEN or _names_people(strays().without(frozenset(rest[begin:end]))):
        return None
    names = tuple([_given(record, at) for at in range(found)])
    return People(tuple(range(found)), people.missing[found:], first=True, surnames=names)


def _turned(people: People, rest: Sequence[str], record: Record, strays: Callable[[], Strays]) -> People:
    """Return the people where given names, each beside initials of its family name, are all names that there are.

    `C. Hang, X. Shugong, and W. Y.`, `Hang (C.)`; `Qian JS` for Qian Jian-sheng whose record has Qian for given.
    """
    beside = {*pairwise(rest), *pairwise(reversed(rest))}
    written = {at: beside & _given_and_initials(record, at) for at in people.missing}
    turned = [at for at, pairs in written.items() if pairs]
    names = frozenset([word for pairs in written.values() for pair in pairs for word in pair])
    missing = tuple([at for at in people.missing if at not in turned])
    team = len(turned) >= _SEVERAL and not missing
    if not turned or (not team and _names_people(strays().without(names))):
        return people
    return People(tuple(turned), missing, first=0 in turned, surnames=tuple([_given(record, at) for at in turned]))


def _given_and_initials(record: Record, author: int) -> set[tuple[str, str]]:
    """Return an author's given name with the first and with all initials of the family name."""
    given, family = _given(record, author), fold(record.author[author].family).split()
    return {
        (given, initials) for initials in (*[word[0] for word in family[:1]], "".join([word[0] for word in family]))
    }


def _with_glued(people: People, there: Set[str], record: Record) -> People:
    """Return the people with those whose name is glued to a given name, an initial, or a mark of their institute.

    `WeiXu, AlanRitter`, `SWu`; `Xua,b, Y. Wang2`, where two are written so.
    """
    glued, marked = [], []
    for at in people.missing[:_LOOKED_FOR]:
        name = record.author[at]
        family, given = map(letters_of, (name.family or name.literal, name.given))
        forms = {given + family, family + given, given[:1] + family} - {family}
        if any(form in there and not rarity.is_listed(form) for form in forms):
            glued.append(at)
        elif family and any(family + mark in there for mark in _MARKS):
            marked.append(at)
    added = [*glued, *(marked if len(marked) >= _SEVERAL else ())]
    if not added:
        return people
    found = tuple(sorted((*people.found, *added)))
    surnames = (*people.surnames, *[fold(record.author[at].family).rpartition(" ")[2] for at in added])
    missing = tuple([at for at in people.missing if at not in added])
    return People(found, missing, first=people.first or 0 in added, surnames=surnames)


def _given(record: Record, author: int) -> str:
    """Return the first of an author's given names, a space where it is an initial or there is none."""
    name = fold(record.author[author].given).partition(" ")[0]
    return name if len(name) > 1 else " "
