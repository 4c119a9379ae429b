"""A string held against one record of the catalogue: what is seen of it, and what that weighs in bits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from functools import partial
from string import digits
from typing import NamedTuple

from reconcile.evidence.levels import Same, Venues, Years
from reconcile.lexicon import rarity
from reconcile.settings import Settings
from reconcile.sighting.called import acronyms_of, is_called, telling_words_of, words_of
from reconcile.sighting.circumstances import Printed, is_printed, title_told, years_named
from reconcile.sighting.coverage import HEADED, goes_on
from reconcile.sighting.edges import is_year
from reconcile.sighting.misread import Frequency, slipped, spelt
from reconcile.sighting.people import People, Strays, in_latin_letters, see_people, with_given
from reconcile.sighting.sought import Sought
from reconcile.sighting.spelling_out import spelt_out, titles_spelt_out
from reconcile.sighting.strays import REMARKS, Beside, strays_in
from reconcile.sighting.text import Text, plain_text, prepare
from reconcile.sighting.title import TitleSeen, find_halves, goes_on_otherwise, not_towards, see_title
from reconcile.sighting.vouched import Compare, Vouching, vouched, vouching_of
from reconcile.titles import OTHER_WORK, Relation, Titles, compare_titles, head_of, is_sure
from reconcile.titles.initials import is_abbreviated
from sources.catalog import Row
from sources.record import Record, Scheme
from sources.text import STOP_WORDS, fold, telling_words

# What stands for the title of a record that is named by its identifier: another is there, or none is.
_TITLED = 3  # words that nothing explains from which a string is taken to give a title
_BESIDE = 2  # words beside a title that may belong to a venue's name with it
_SEVERAL = 2  # authors who are a team
_UNSEEN = TitleSeen(0, 0, Titles(Relation.UNRELATED), "")
_UNSAID = TitleSeen(0, 0, Titles(Relation.SAME, 8.0, 1.0), "")


class Sighting(NamedTuple):
    """A record as seen in a string.

    `gap` are the years to the nearest one named, `venue` says that its venue stands there too, `identified` that one
    of its identifiers does; `bits` is the sum of all weights with the prior; `placed` is the share of the words of its
    venue that stand there; `printed` says that the pages on which it is printed do.
    """

    row: Row
    record: Record
    title: TitleSeen
    people: People
    gap: int | None
    venue: bool
    identified: bool
    bits: float
    placed: float = 0.0
    printed: bool = False


def see(sought: Sought, row: Row, settings: Settings, frequency: Frequency) -> Sighting | None:
    """Return what the string shows of the record, None where it does not show its title.

    `frequency` says in how many records of the catalogue a word stands. Acronyms that the title spells out are its
    words.
    """
    title = plain_text(row.title)
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
    return titles.relation is Relation.ABBREVIATED or is_sure(titles)


def _see(sought: Sought, row: Row, wanted: str, settings: Settings, frequency: Frequency) -> Sighting | None:
    """Return what the string shows of the record, where its title is looked for as it is `wanted`."""
    names = frozenset(fold(" ".join(row.families)).split())
    venue = words_of(row.container_title)
    around = names | venue | acronyms_of(row.container_title)
    found = _title_and_rest(sought, wanted, around, settings)
    if found and not sought.entry and _is_of_venue(sought.text, found[0], venue):
        found = None
    if found is None and not sought.identifiers:
        return None
    record = row.record()
    shared = set(sought.identifiers).intersection(record.own_identifiers) if sought.identifiers else ()
    # The number of a book stands in what cites a chapter of it, too.
    by_itself = any(each.scheme is not Scheme.ISBN for each in shared)
    identified = by_itself or bool(found and shared)
    if found is None and not identified:
        return None
    if found is None:
        around = around.union(fold(plain_text(row.title)).split())
    title, rest = found or (_unseen(sought, around), sought.text.words)
    rest = in_latin_letters((*rest, *sought.owners) if sought.owners else rest, record.author)
    compare = partial(_compared, row=row, settings=settings, frequency=frequency)
    if title.written and (wanted != plain_text(row.title) or not is_sure(title.titles)):
        title = title._replace(titles=compare(title.written))
    if by_itself and title.written:
        title = title._replace(titles=_begun(title.titles, settings))
    gap = _gap(sought, row)
    if gap and (year := _other_year(title.titles, sought, row)):
        other_year = title.titles._replace(relation=Relation.RARE_WORD, only_left=(year,))
        title = title._replace(titles=other_year)
    strays = partial(strays_in, Beside(rest, title.first, around, venue, _given_names(record)), sought)
    people = with_given(see_people(rest, row.families, strays), rest, record, strays)
    share, shown = _venue_seen(row, rest, sought.text, settings)
    sighting = Sighting(row, record, title, people, gap, shown, identified, 0.0, share)
    if _may_abbreviate(sighting, sought):
        compare = partial(_in_full, compare=compare, title=plain_text(row.title))
        sighting = sighting._replace(title=title._replace(titles=compare(title.written))) if title.written else sighting
    if title.written and not is_sure(sighting.title.titles):
        sighting = _vouched(sought, sighting, around, compare, settings)
    title = sighting.title
    if title.last and title.titles.relation is Relation.CUT and goes_on_otherwise(sought.text, title.last, around):
        more = sought.text.words[title.last : title.last + 1]
        sighting = sighting._replace(
            title=title._replace(titles=title.titles._replace(relation=Relation.RARE_WORD, only_left=more))
        )
    return sighting._replace(bits=_bits(sought, sighting, settings))


def _given_names(record: Record) -> frozenset[str]:
    return frozenset(fold(" ".join([name.given for name in record.author])).split())


def _other_year(titles: Titles, sought: Sought, row: Row) -> str:
    """Return the year that a string names where the record's title has its own: `Wool Day 2019`; empty for none."""
    years = {int(word) for word in titles.only_right if is_year(word) and abs(int(word) - row.year) <= 1}
    return str(sought.years[0]) if years and not sought.entry and years.isdisjoint(sought.years) else ""


def _gap(sought: Sought, row: Row) -> int | None:
    """Return the years between a record and the nearest year named; one long ago counts only where it agrees."""
    if not row.year:
        return None
    gaps = [abs(year - row.year) for year in sought.years]
    if not gaps and not sought.entry:  # `1922` is a page more often, where the record is of another time
        gaps = [apart for year in years_named(sought) if (apart := abs(year - row.year)) <= 1]
    return min(gaps, default=None)


def _bits(sought: Sought, sighting: Sighting, settings: Settings) -> float:
    return (
        settings.prior
        + title_bits(sighting.title.titles, settings, whole=sought.entry)
        + people_bits(sighting.people, sought, settings)
        + year_bits(sighting.gap, settings)
        + (settings.bits("venue", Venues.SAME) if sighting.venue else 0.0)
        + (settings.bits("identifier", Same.SAME) if sighting.identified else 0.0)
        + (settings.printed if sighting.printed else 0.0)
    )


def see_circumstances(
    sought: Sought, row: Row, printed: Printed, settings: Settings, frequency: Frequency
) -> Sighting | None:
    """Return what a string shows of a record of its year whose title it may not give in full; None for another's.

    Its people, if any are named, are the record's authors; and it is printed where the string says, or a whole team is
    named, and a title that is cut short.
    """
    names, venue = frozenset(fold(" ".join(row.families)).split()), words_of(row.container_title)
    is_team = not sought.cut and len(row.families) >= _SEVERAL and names <= sought.text.known
    if not (is_team or printed.begins):
        return None
    record = row.record()
    dated = bool(years_named(sought))
    at_place = is_printed(record, printed, dated=dated)
    if not (is_team or at_place):
        return None
    title = title_told(sought, row, record, settings, frequency)
    if title is None or not (at_place or title.titles.relation is Relation.CUT):
        return None
    words = sought.text.words
    rest = (*words[: title.first], *words[title.last :], *sought.owners)
    strays = partial(strays_in, Beside(rest, title.first, names | venue, venue, _given_names(record)), sought)
    people = with_given(see_people(rest, row.families, strays), rest, record, strays)
    unnamed = at_place and title.written and not (people.found or people.strangers)
    if not unnamed and (not people.first or (people.missing and not sought.cut)):
        return None
    share, shown = _venue_seen(row, rest, sought.text, settings)
    gap = 0 if dated else None
    sighting = Sighting(row, record, title, people, gap, shown, False, 0.0, share, at_place)
    return sighting._replace(bits=_bits(sought, sighting, settings))


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
        whole = see_title(text, plain_text(record.title), explained, settings)
    if whole is None:
        return sighting
    if vouching is Vouching.ALL and whole.halves is None and whole.core != (0, 0):
        whole = whole._replace(halves=find_halves(text, plain_text(record.title)))
    if vouching is Vouching.ALL:
        compare = partial(_slipped, compare=compare, title=plain_text(sighting.row.title))
    alone = vouched(text, whole, compare, explained, vouching)
    if alone is whole:
        return sighting
    return sighting._replace(title=title._replace(titles=alone.titles, written=alone.written), people=people)


def _compared(written: str, row: Row, settings: Settings, frequency: Frequency) -> Titles:
    """Return how a title as it is written stands to the record's, misspelt, misread or without a subtitle."""
    wanted = plain_text(row.title)
    titles = not_towards(spelt(compare_titles(written, wanted), row.title, settings, frequency), written, wanted)
    if is_sure(titles) or not HEADED.search(wanted):
        return titles
    head = head_of(wanted)
    by_head = spelt(compare_titles(written, head), head, settings, frequency)
    return Titles(Relation.SUBTITLE, by_head.bits, by_head.share) if by_head.relation is Relation.SPELLING else titles


def _may_abbreviate(sighting: Sighting, sought: Sought) -> bool:
    """Say whether initials may be words of a record's title: its team is named with year or venue, or one with both.

    One author has two works of a year so, and a team has them in two years.
    """
    people, gap, words = sighting.people, sighting.gap, sought.text.words
    if gap or not people.found:
        return False
    first, last = sighting.title.core
    placed = sighting.venue or is_called(sighting.row.container_title, (*words[:first], *words[last:]))
    led = people.first and placed
    if len(people.found) >= _SEVERAL and (led or not people.missing):
        return gap == 0 or placed
    return gap == 0 and placed and (not people.missing or (sought.cut and led))


def _in_full(written: str, compare: Compare, title: str) -> Titles:
    """Return how a title as it is written stands to the record's, where initials are the words that they stand for."""
    titles = compare(written)
    if is_sure(titles) or not (titles.relation is Relation.ABBREVIATED or is_abbreviated(written, title)):
        return titles
    return Titles(Relation.SPELLING, titles.bits, titles.share)


def _slipped(written: str, compare: Compare, title: str) -> Titles:
    """Return how a title as it is written stands to the record's, of whose people all are named.

    Words in another order are then a slip, too.
    """
    titles = compare(written)
    if is_sure(titles):
        return titles
    if sorted(fold(written).split()) == sorted(fold(title).split()):
        return Titles(Relation.SPELLING, titles.bits, titles.share)
    return slipped(titles, title)


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
    return _UNSEEN if len(other) >= _TITLED else _UNSAID


def _begun(titles: Titles, settings: Settings) -> Titles:
    """Return how a title stands to that of the record named by an identifier: some of its words are no other title.

    `Barnacles in: https://dblp.org/rec/conf/…` breaks off.
    """
    if titles.only_left or titles.relation in OTHER_WORK:
        return titles
    begun = titles._replace(relation=Relation.CUT, bits=_UNSAID.titles.bits)
    return max(titles, begun, key=partial(title_bits, settings=settings, whole=True))


def title_bits(titles: Titles, settings: Settings, *, whole: bool) -> float:
    """Return what a title weighs; `whole` says that it was known to be one.

    In a raw string the stretch that is most like the title was looked for, so a word that stands in the place of
    another is no variant of wording but a chance likeness.
    """
    relation = titles.relation
    if not whole and relation is Relation.WORDING and titles.only_left and titles.only_right:
        relation = Relation.RARE_WORD
    return settings.bits("title", relation, titles.bits)


def people_bits(people: People, sought: Sought, settings: Settings) -> float:
    """Return what the authors weigh: those found, those of the record that the string lacks, those that it adds."""
    if not people.found:
        return settings.author_none if people.strangers else 0.0
    each, share = settings.author_each, settings.author_share
    agreeing = sum([min(each, share * rarity.of_surname(name)) for name in people.surnames])
    agreeing += settings.author_full * people.full
    absent = 0.0 if sought.cut else max(settings.author_missing_cap, settings.author_missing * len(people.missing))
    added = settings.author_added * max(0, sought.authors - len(people.found))
    first = 0.0 if people.first else settings.author_first
    alone = sought.thesis and not sought.cut and len(set(people.surnames)) == 1 and people.missing
    thesis = settings.author_thesis if alone else 0.0
    return min(settings.author_cap, agreeing) + absent + added + first + thesis


def year_bits(gap: int | None, settings: Settings) -> float:
    """Return what the years weigh."""
    if gap is None:
        return 0.0
    if gap <= 1:
        return settings.bits("year", Years.NEXT if gap else Years.SAME)
    return settings.bits("year", Years.NEAR if gap <= settings.preprint_years else Years.FAR)


def _venue_seen(row: Row, rest: Sequence[str], text: Text, settings: Settings) -> tuple[float, bool]:
    """Return the share of a venue's words that stand in the string, and whether it is named: by them, or otherwise."""
    share = _venue_shown(rest, telling_words_of(row.container_title), text)
    return share, share >= settings.venue_shown or is_called(row.container_title, rest)


def _venue_shown(rest: Iterable[str], telling: Sequence[str], text: Text) -> float:
    """Return the share (0 to 1) of a venue's words that stand in the string, in full or cut short: `Comput. Ling.`"""
    there = {*rest, *[each.rstrip(digits) for each in rest if each[-1] in digits]}  # `CVPR2023`
    lacking = [word for word in telling if word not in there]
    if lacking and not text.clipped.isdisjoint(there):
        cut = text.clipped & there
        lacking = [word for word in lacking if not any(word.startswith(each) for each in cut)]
    return 1 - len(lacking) / len(telling) if telling else 0.0
