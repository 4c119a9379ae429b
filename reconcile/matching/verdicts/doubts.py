"""What keeps a record from being meant, or from being surely meant, however well its title fits."""

from __future__ import annotations

import re

from reconcile.matching.places.called import acronyms_of, words_of
from reconcile.matching.records.weigh import Sighting
from reconcile.matching.strings.occasions import Occasion
from reconcile.matching.strings.sought import MATERIAL, Sought
from reconcile.matching.titles.edges import is_year, stands_apart
from reconcile.matching.titles.title import TitleSeen
from reconcile.publications import other_publication, other_version
from reconcile.records import first_page
from reconcile.retitled import are_parted_by_words
from reconcile.settings import Settings
from reconcile.titles import ONE_TITLE, Relation
from reconcile.titles.notices import is_notice, is_review
from reconcile.titles.numbering import NUMBERING, number_of
from reconcile.venues import ELSEWHERE, VenueAgreement, compare_venues, read_venue, read_venues, venue_of_record
from sources.record import Record, Type
from sources.text import STOP_WORDS, fold

# A record of a volume that stands among the papers: what a string names after a title is where the work appeared.
_VOLUME = ("proceedings", "actes de", "tagungsband")
_BEFORE_A_VOLUME = 4  # words that may stand before the title of a volume that is meant: its editor's name
_SHORT = 13.0  # bits, which a title of two words has at most
# Links at the end of what a list says of a paper.
_LINKED = re.compile(r"(?:\[[A-Za-z ]{3,20}\]\W{0,3}){1,6}\Z")
_CITED = 2  # authors whose names, with the year, cite a publication whatever stands before them


def veto_of(sought: Sought, sighting: Sighting) -> str:
    """Return why a record cannot be meant: a notice on the work, a review or the volume of it; the string is none."""
    title, written = fold(sighting.row.title), fold(sighting.title.written)
    if title.startswith(_VOLUME) and sighting.title.first > _BEFORE_A_VOLUME:
        return "the volume in which it appeared"
    if _is_other_part(sought, sighting):
        return "another part of it"
    if is_notice(title) is not is_notice(written):
        return "a notice or comment on it"
    reviews = sighting.row.type == Type.REVIEW or is_review(title)
    return "a review of it" if reviews and not is_review(written) else ""


def _is_other_part(sought: Sought, sighting: Sighting) -> bool:
    """Say whether a title goes on with another number than the record's: `Wool. IV. Moths` for `Wool. I. Sheep`."""
    title = sighting.title
    if title.titles.only_right and not title.titles.only_left and _is_numbered_otherwise(sought, title):
        return True
    if title.titles.relation is not Relation.CUT:
        return False
    at = len(fold(title.written).split())
    numbers = (*sought.text.words[title.last : title.last + 1], *fold(sighting.row.title).split()[at : at + 1])
    mine, theirs = map(number_of, numbers) if len(numbers) == 2 else ("", "")
    return mine.isdecimal() and theirs.isdecimal() and mine != theirs


def _is_numbered_otherwise(sought: Sought, title: TitleSeen) -> bool:
    """Say whether all that a title lacks is its part's number, and another stands behind: `Wool, No. XIX`."""
    own = [number_of(word) for word in title.titles.only_right if word not in NUMBERING]
    if sought.entry or len(own) != 1 or not own[0].isdecimal() or is_year(own[0]):
        return False
    written, words = sought.text.words[: title.last], sought.text.words[title.last : title.last + 2]
    marked = "(" in sought.text.gap_before(title.last) or not NUMBERING.isdisjoint(written[-1:])
    if words and words[0] in NUMBERING:
        marked, words = True, words[1:]
    number = number_of(words[0]) if words else ""
    told = marked or (len(words[0]) > 1 and not words[0].isdecimal()) if words else False
    return told and number.isdecimal() and number != own[0] and not is_year(number)


def occasion_of(sought: Sought, sighting: Sighting) -> Occasion | None:
    """Return what a string says beside a record's title that it is, a talk on the work, say; None for the work."""
    if not sought.occasions or sought.entry:
        return None
    text, title = sought.text, sighting.title
    first = title.core[0] or title.first
    begin = text.starts[first] if first < len(text.starts) else 0
    end = text.ends[title.last - 1] if title.last else begin
    placed = sighting.venue or sighting.identified or sighting.printed
    names = set(sighting.people.surnames) if sighting.people.first and sighting.gap in (0, 1) else ()
    cited = len(names) >= _CITED
    beside = (each for each in sought.occasions if each.end <= begin or (each.start >= end and not each.ahead))
    meant = (each for each in beside if not ((placed and each.may_be) or (cited and each.cited)))
    people = fold(" ".join([f"{name.given} {name.family}" for name in sighting.record.author])).split()
    return next((each for each in meant if fold(text.string[each.start : each.end]) not in people), None)


def may_be_part(sought: Sought, sighting: Sighting) -> bool:
    """Say whether a record's title may be but a part of the one in a string, by what stands beside it there."""
    if sought.entry:
        return False
    row, title = sighting.row, sighting.title
    names, container = frozenset(fold(" ".join(row.families)).split()), row.container_title
    explained = names | words_of(container) | acronyms_of(container)
    return not (title.written and stands_apart(sought.text, title.first, title.last, explained))


def is_elsewhere(sought: Sought, sighting: Sighting) -> bool:
    """Say whether an entry claims another venue and year than a record's, where the work may have an abstract, say."""
    if not (sought.claim and sighting.gap):
        return False
    return compare_venues(venue_of_record(sought.claim), venue_of_record(sighting.record)) in ELSEWHERE


def is_of_others(sought: Sought, sighting: Sighting) -> bool:
    """Say whether other people than a record's are named, one of whom is called as one of its authors is by chance.

    Where the year does not speak for the record; where one of them leads, and they are more than its authors that are
    named, also where nothing but the year does. Of an entry the names are known apart from all else.
    """
    people, gap = sighting.people, sighting.gap
    placed = sighting.venue or sighting.printed or sighting.identified
    apart = gap is None or gap > 1 or (people.outnumbered and not placed)
    return not sought.entry and people.others and len(people.found) <= len(people.missing) and apart


def may_be_longer(sought: Sought, sighting: Sighting) -> bool:
    """Say whether a string's title lacks a word of the record's, and neither a year nor a venue speaks for the record.

    `Wool and Felt` is none but `Dyeing of Wool and Felt` by one of its three people. What only breaks off is cut, and
    the field of an entry has the title whole: of the entries that `bench/degraded.py` spoils none is taken for another.
    """
    if sought.entry or sighting.venue or (sighting.gap is not None and sighting.gap <= 1):
        return False
    written, title = sighting.title.written, sighting.record.title
    is_cut = fold(title).startswith(fold(written))
    return not is_cut and are_parted_by_words(sighting.title.titles, written, title)


def stands_twice(best: Sighting, other: Sighting) -> bool:
    """Say whether a source has a work at two meetings of one year, and a string names neither: who can say which?"""
    if best.venue or best.identified or best.printed or best.record.source != other.record.source:
        return False
    mine, theirs = venue_of_record(best.record), venue_of_record(other.record)
    is_one_year = best.record.year is not None and best.record.year == other.record.year
    return is_one_year and compare_venues(mine, theirs) is VenueAgreement.OTHER


_ROOM = 300  # characters behind a title among which a venue is read
_THESIS = Record(type=Type.THESIS)  # what a string claims that names one


def other_publication_of(sought: Sought, sighting: Sighting) -> str:
    """Say why another publication of the work may be meant than a record: what is claimed is of another year, or place.

    Of a string that is what stands behind the title.
    """
    record, claim, gap = sighting.record, sought.claim, sighting.gap or 0
    if other := other_publication(claim or (_THESIS if sought.thesis else Record()), gap, record):
        return other
    if sighting.venue:
        return ""
    if claim:
        is_printed = claim.volume and claim.page and first_page(claim.page) != first_page(record.page)
        return other_version(claim.title, (venue_of_record(claim),), record) if gap or is_printed else ""
    if not (gap and sighting.title.last):
        return ""
    end = sought.text.ends[sighting.title.last - 1]
    return other_version(record.title, read_venues(sought.text.string[end : end + _ROOM]), record)


def is_material_only(sought: Sought, sighting: Sighting) -> bool:
    """Say whether a string means software or data of a record's title, and no link to them behind a paper's venue."""
    if not sought.material or sighting.record.type in MATERIAL:
        return False
    text, last = sought.text, sighting.title.last
    link = _LINKED.search(text.string)
    return not (link and sighting.venue and 0 < last < len(text.words) and text.starts[last] < link.start())


def is_of_other_years(sighting: Sighting) -> bool:
    """Say whether a record of a short title is of other years than a string, and nothing else tells it.

    `Soziale Innovation` is a team's chapter, and three years later the beginning of its book's title.
    """
    return sighting.title.titles.bits <= _SHORT and (sighting.gap or 0) > 1 and not sighting.venue


def is_placed(sighting: Sighting) -> bool:
    """Say whether the venue and the year speak for a record where no people are named."""
    return sighting.venue and sighting.gap is not None and sighting.gap <= 1


def stands_alone(sought: Sought, sighting: Sighting, settings: Settings) -> bool:
    """Say whether a title decides without people or venue: all of it is there, and it is long enough.

    Without the year, too, little may stand beside it but a venue: `Figure 2: Overview of the pipeline (Title)`.
    """
    titles = sighting.title.titles
    if titles.relation not in ONE_TITLE or titles.bits < settings.title_alone:
        return False
    if sought.entry or sighting.gap is not None:
        return True
    text, title, record = sought.text, sighting.title, sighting.record
    said = frozenset(fold(f"{record.publisher} {record.container_title}").split())
    beside = {*text.words[: title.first], *text.words[title.last :]} - STOP_WORDS - said
    if sum(len(word) > 1 and word.isalpha() for word in beside) <= settings.strings.beside_alone:
        return True
    named = read_venue(f"{text.string[: text.starts[title.first]]} {text.string[text.ends[title.last - 1] :]}")
    return bool(named.series or named.host)
