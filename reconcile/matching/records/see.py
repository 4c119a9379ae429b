"""A string held against one record of the catalogue: what is seen of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from functools import partial
from string import digits

from reconcile.lexicon import rarity
from reconcile.matching.names.people import People, Strays, in_latin_letters, see_people, with_given
from reconcile.matching.names.strays import Beside, strays_in
from reconcile.matching.places.called import acronyms_of, is_called, is_cut_short, telling_words_of, words_of
from reconcile.matching.places.circumstances import UNTITLED, end_told, title_told, years_named
from reconcile.matching.places.printed import Printed, is_in_volume, is_on_pages, is_printed
from reconcile.matching.records.vouched import Compare, Vouching, vouched, vouching_of
from reconcile.matching.records.weigh import Sighting, weighed
from reconcile.matching.records.written import (
    TEAM,
    begun,
    compared,
    cut_off,
    initials_allowed,
    with_initials,
    with_slips,
)
from reconcile.matching.strings.sought import Sought
from reconcile.matching.strings.text import Text, plain_title, prepare
from reconcile.matching.titles.coverage import goes_on
from reconcile.matching.titles.edges import REMARKS, is_year
from reconcile.matching.titles.endings import goes_on_otherwise, is_retitled
from reconcile.matching.titles.misread import Frequency
from reconcile.matching.titles.spelling_out import spelt_out, titles_spelt_out
from reconcile.matching.titles.title import UNSAID, UNSEEN, TitleSeen, find_halves, see_title
from reconcile.settings import Settings
from reconcile.titles import Relation, Titles, compare_titles, is_sure
from reconcile.titles.slips import is_slip
from sources.catalog import Row
from sources.record import Record, Scheme
from sources.text import STOP_WORDS, fold, telling_words

_NAME, _MISSPELT = 4, 5  # words of a name at most, and letters from which a family name may be misspelt by one
_TITLED = 3  # words that nothing explains from which a string is taken to give a title
# What tells that a title which lacks words of a record's is another.
_IS_OTHER = {Relation.CUT: goes_on_otherwise, Relation.COINED: is_retitled, Relation.SUBTITLE: is_retitled}
_BESIDE = 2  # words beside a title that may belong to a venue's name with it


def see(sought: Sought, row: Row, settings: Settings, frequency: Frequency) -> Sighting | None:
    """Return what the string shows of the record, None where it does not show its title.

    `frequency` says in how many records of the catalogue a word stands. Acronyms that the title spells out are its
    words.
    """
    title = plain_title(row.title)
    found = _see(sought, row, title, settings, frequency)
    if sought.entry or (found and is_sure(found.title.titles)):
        return found
    if sought.acronyms and (other := spelt_out(sought.text, sought.acronyms, tuple(fold(title).split()))):
        better = _see(sought._replace(text=other.text), row, title, settings, frequency)
        if better and _is_whole(better.title.titles):
            return better._replace(title=other.turned_back(better.title))
    for longer in titles_spelt_out(title, sought.text):
        better = _see(sought, row, longer, settings, frequency)
        if better and _is_whole(better.title.titles):
            return better
    return found


def _is_whole(titles: Titles) -> bool:
    return titles.relation in (Relation.ABBREVIATED, Relation.INITIALS) or is_sure(titles)


def _see(sought: Sought, row: Row, wanted: str, settings: Settings, frequency: Frequency) -> Sighting | None:
    """Return what the string shows of the record, where its title is looked for as it is `wanted`."""
    venue = words_of(row.container_title)
    around = _families(row) | venue | acronyms_of(row.container_title)
    if sought.lossy:
        around |= {word for word in sought.lossy for family in row.families if is_slip(word, fold(family))}
    found = _title_and_rest(sought, wanted, around, settings)
    if found and (name := _misspelt_before(sought.text, found[0], row)):
        found = _title_and_rest(sought, wanted, around | {name}, settings)
    if found and not sought.entry and _is_of_venue(sought.text, found[0], venue):
        found = None
    if found is None and not sought.identifiers:
        return None
    record = row.record()
    named = (*sought.identifiers, *sought.leading) if found else sought.identifiers
    shared = set(named).intersection(record.own_identifiers) if named else ()
    # The number of a book stands in what cites a chapter of it, too.
    by_itself = any(each.scheme is not Scheme.ISBN for each in shared)
    if found is None and not by_itself:
        return None
    if found is None:
        around = around.union(fold(plain_title(row.title)).split())
    title, rest = found or (_unseen(sought, around), sought.text.words)
    compare = partial(compared, row=row, settings=settings, frequency=frequency)
    if title.written and (wanted != plain_title(row.title) or not is_sure(title.titles)):
        title = title._replace(titles=compare(title.written))
    if title.written and not sought.entry:
        title = title._replace(titles=cut_off(title.titles, sought.text, wanted))
    if by_itself and title.written:
        title = title._replace(titles=begun(title.titles, settings))
    gap = _gap(sought, row)
    if gap and (year := _other_year(title.titles, sought, row)):
        title = title.with_other(year)
    rest = in_latin_letters((*rest, *sought.owners) if sought.owners else rest, record.author)
    people = _people(sought, row, record, _beside(rest, title, around, record))
    share, shown = _venue_seen(row, rest, sought.text, settings)
    sighting = Sighting(row, record, title, people, gap, shown, bool(shared), 0.0, share)
    return weighed(sought, _among_people(sought, sighting, around, compare, settings), settings)


def _among_people(
    sought: Sought, sighting: Sighting, explained: frozenset[str], compare: Compare, settings: Settings
) -> Sighting:
    """Return a sighting with its title as the people allow it to be read."""
    title = sighting.title
    if title.written and (allowed := initials_allowed(sighting, sought)):
        compare = partial(with_initials, compare=compare, title=plain_title(sighting.row.title), allowed=allowed)
        sighting = sighting._replace(title=title._replace(titles=compare(title.written)))
    if title.written and not is_sure(sighting.title.titles):
        sighting = _vouched(sought, sighting, explained, compare, settings)
    title, text = sighting.title, sought.text
    if not title.last:
        return sighting
    is_other = _IS_OTHER.get(title.titles.relation)
    if is_other and is_other(text, title.last, explained):
        return sighting._replace(title=title.with_other(*text.words[title.last : title.last + 1]))
    return sighting


def _beside(rest: Sequence[str], title: TitleSeen, explained: frozenset[str], record: Record) -> Beside:
    return Beside(rest, (title.first, title.last), explained, record.container_title, record.author)


def _people(sought: Sought, row: Row, record: Record, beside: Beside) -> People:
    """Return what the words beside a title say of a record's people."""
    strays = partial(strays_in, beside, sought)
    return with_given(see_people(beside.words, row.families, strays), beside.words, record, strays)


def _misspelt_before(text: Text, title: TitleSeen, row: Row) -> str:
    """Return the name of the last author, misspelt, that was taken for the title's beginning: `Kenington C.: Wool`."""
    first, core = title.first, title.core[0]
    if not first < core <= first + _NAME or is_sure(title.titles) or not text.pauses_before(core):
        return ""
    words = text.words[first:core]
    families = [fold(family) for family in row.families]
    named = (word for word in words if len(word) >= _MISSPELT and not rarity.is_listed(word))
    name = next((word for word in named if any(is_slip(word, family) for family in families)), "")
    beside = {word[0] for word in words if word != name}
    known = {fold(each.given)[:1] for each in row.record().author if is_slip(name, fold(each.family))} if name else ()
    return name if not beside or not beside.isdisjoint(known) else ""


def _families(row: Row) -> frozenset[str]:
    return frozenset(fold(" ".join(row.families)).split())


def _given_names(record: Record) -> frozenset[str]:
    return frozenset(fold(" ".join([name.given for name in record.author])).split())


def _other_year(titles: Titles, sought: Sought, row: Row) -> str:
    """Return the year that a string names where the record's title has its own: `Wool Day 2019`; empty for none."""
    if sought.entry:
        return ""
    years = {int(word) for word in titles.only_right if is_year(word) and abs(int(word) - row.year) <= 1}
    named = years_named(sought)
    return str(named[0]) if years and named and years.isdisjoint(named) else ""


def _gap(sought: Sought, row: Row) -> int | None:
    """Return the years between a record and the nearest year named; one long ago counts only where it agrees."""
    if not row.year:
        return None
    gaps = [abs(year - row.year) for year in sought.years]
    if not gaps and not sought.entry:  # `1922` is a page more often, where the record is of another time
        gaps = [apart for year in years_named(sought) if (apart := abs(year - row.year)) <= 1]
    return min(gaps, default=None)


def see_circumstances(
    sought: Sought, row: Row, printed: Printed, settings: Settings, frequency: Frequency
) -> Sighting | None:
    """Return what a string shows of a record of its year whose title it may not give in full; None for another's.

    Its people, if any are named, are the record's authors; and it is printed where the string says, or a whole team is
    named, and a title that is cut short.
    """
    names, venue = _families(row), words_of(row.container_title)
    is_team = not sought.cut and len(row.families) >= TEAM and names <= sought.text.known
    if not (is_team or printed.begins):
        return None
    record, years = row.record(), years_named(sought)
    if ended := _without_beginning(sought, row, record, printed, settings):
        return ended
    at_place = is_printed(record, printed, dated=bool(years))
    in_volume = at_place and is_in_volume(record, printed)
    is_later = bool(years) and row.year not in years
    if not (in_volume if is_later else is_team or at_place):
        return None
    title = title_told(sought, row, record, settings, frequency)
    if is_later and title is not UNTITLED:
        return None
    if title is None or not (at_place or title.titles.relation is Relation.CUT):
        return None
    words = sought.text.words
    rest = (*words[: title.first], *words[title.last :], *sought.owners)
    people = _people(sought, row, record, _beside(rest, title, names | venue, record))
    unnamed = at_place and title.written and not (people.found or people.strangers)
    # Some styles name the first author alone, and others a few, where the venue is named with volume and page.
    some = sought.cut or (title is UNTITLED and not people.strangers and in_volume)
    if not unnamed and (not people.first or (people.missing and not some)):
        return None
    share, shown = _venue_seen(row, rest, sought.text, settings)
    gap = int(is_later) if years else None
    return weighed(sought, Sighting(row, record, title, people, gap, shown, False, 0.0, share, at_place), settings)


def _without_beginning(
    sought: Sought, row: Row, record: Record, printed: Printed, settings: Settings
) -> Sighting | None:
    """Return what a string shows of a record whose title's end it begins with, on the record's pages; None for none.

    Its year or its venue is named, and nobody else.
    """
    if sought.entry or not is_on_pages(record, printed):
        return None
    title, gap = end_told(sought.text, plain_title(row.title)), _gap(sought, row)
    if title is None or gap:
        return None
    rest = sought.text.words[title.last :]
    share, shown = _venue_seen(row, rest, sought.text, settings)
    explained = _families(row) | words_of(row.container_title)
    people = _people(sought, row, record, _beside(rest, title, explained, record))
    if people.strangers or not (shown or gap == 0):
        return None
    return weighed(sought, Sighting(row, record, title, people, gap, shown, False, 0.0, share, printed=True), settings)


def _vouched(
    sought: Sought, sighting: Sighting, explained: frozenset[str], compare: Compare, settings: Settings
) -> Sighting:
    """Return a sighting whose title may have more beside it with the record's alone, if the people vouch for that."""
    record, title, people, text = sighting.record, sighting.title, sighting.people, sought.text
    if not sought.entry:
        first, last = title.core
        while first + 1 < last and text.words[first] in explained and text.ends_before(first + 1):
            first += 1  # the last author's name, in the place of words that are lost
        beside = in_latin_letters((*text.words[:first], *text.words[last:], *sought.owners), record.author)
        people = with_given(see_people(beside, sighting.row.families, Strays), beside, record)
        sighting = sighting._replace(venue=sighting.venue or is_called(record.container_title, beside))
    vouching = vouching_of(people, sighting.gap, cut=sought.cut, shown=sighting.venue)
    if not vouching:
        return sighting
    explained = explained | _given_names(record)
    whole: TitleSeen | None = title
    if sought.entry:
        text = prepare(sought.title)
        whole = see_title(text, plain_title(record.title), explained, settings)
    if whole is None:
        return sighting
    if vouching is Vouching.ALL and whole.halves is None and whole.core != (0, 0):
        whole = whole._replace(halves=find_halves(text, plain_title(record.title)))
    if vouching is Vouching.ALL:
        compare = partial(with_slips, compare=compare, title=plain_title(sighting.row.title))
    alone = vouched(text, whole, compare, explained, vouching)
    if alone is whole:
        return sighting
    return sighting._replace(title=title._replace(titles=alone.titles, written=alone.written), people=people)


def _title_and_rest(
    sought: Sought, title: str, explained: frozenset[str], settings: Settings
) -> tuple[TitleSeen, Sequence[str]] | None:
    """Return the title as it is seen, and the words beside it."""
    words = sought.text.words
    if sought.entry:
        if not sought.title:
            return None
        if sought.broken and goes_on(sought, title):
            known = Titles(Relation.CUT, rarity.of_words(telling_words(tuple(sought.shown))), 1.0)
            return TitleSeen(0, 0, known, sought.title), words
        return TitleSeen(0, 0, compare_titles(sought.title, title), sought.title), words
    seen = see_title(sought.text, title, explained, settings)
    return (seen, words[: seen.first] + words[seen.last :]) if seen else None


def _is_of_venue(text: Text, title: TitleSeen, venue: Set[str]) -> bool:
    """Say whether what was taken for a title is but a part of the venue's name: `Speech and Natural Language`.

    Or all of it, where the record's own title goes on: `Controlled Trials and Wool`, in `Controlled Trials`.
    """
    first, last = title.first, title.last
    named = {word for word in text.words[first:last] if not is_year(word)}
    if title.titles.relation is not Relation.SAME and venue - STOP_WORDS <= named:
        return venue >= named
    before = () if text.ends_before(first) else text.words[max(0, first - _BESIDE) : first]
    behind = () if text.ends_before(last) else text.words[last : last + _BESIDE]
    return venue >= named and not (venue - STOP_WORDS).isdisjoint((*before, *behind))


def _unseen(sought: Sought, explained: frozenset[str]) -> TitleSeen:
    """Return what a string says instead of the title of a record that it names by an identifier.

    What words of the title it has, `...of the wool trade`, are no other.
    """
    other = [word for word in sought.beside - explained - REMARKS if not word.isdigit() and word not in STOP_WORDS]
    return UNSEEN if len(other) >= _TITLED else UNSAID


def _venue_seen(row: Row, rest: Sequence[str], text: Text, settings: Settings) -> tuple[float, bool]:
    """Return the share of a venue's words that stand in the string, and whether it is named: by them, or otherwise."""
    share = _venue_shown(rest, telling_words_of(row.container_title), text)
    container = row.container_title
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
