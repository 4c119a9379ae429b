"""What kind of work a citation claims."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from reconcile.lexicon import theses
from reconcile.lexicon.fillers import is_placeholder
from reconcile.lexicon.venues import (
    JOURNAL_SIGNS,
    JOURNALS,
    LECTURES,
    MEETING_SIGNS,
    MEETINGS,
    PROCEEDINGS,
    SHORT_SERIES,
)
from reconcile.mention import Kind, Track, Venue
from reconcile.parse.place.housed import is_untold_house
from reconcile.parse.words import cues
from sources.identifiers import arxiv_of_doi
from sources.record import Record, Scheme, Type

# and no link to what was patented of a paper: `[pdf] [patent]`, `paper / code / patent`
_PATENT = re.compile(rf"(?<!\w)(?!(?-i:(?<=\[)patent\]|(?<=/ )patent\b))(?:{cues.PATENT})", re.IGNORECASE)
_THESIS = re.compile(rf"(?<!\w)(?:{cues.THESES})|{theses.SIGNS}", re.IGNORECASE)
_THESIS_SECTION = re.compile(rf"(?<!\w)(?:{cues.THESES}|theses|thesis|dissertations)", re.IGNORECASE)
_REPORT = re.compile(rf"(?<!\w)(?:{cues.REPORT})", re.IGNORECASE)
_POSTER = re.compile(r"\bposters?\b(?: (?:session|presentation|paper|abstract|track))?", re.IGNORECASE)
_POSTER_REMARK = re.compile(r"\(poster\)", re.IGNORECASE)
_PREPRINT = re.compile(
    r"\bpre-?prints?\b|\barxiv\b|\bcorr\b|\bbiorxiv\b|\bmedrxiv\b|\bunder review\b|\bin submission\b"
    r"|\bsubmitted\b|\bmanuscript\b|\bssrn\b|\b(?:revise|reject) (?:and|&) resubmit\b|\br ?& ?r\b",
    re.IGNORECASE,
)
_SUBMITTED_TO = re.compile(
    r"(?:submitted|(?:in|under) (?:\w{1,10} ){0,3}(?:submission|review|revision))(?: for publication)?"
    r"(?: (?:to|at|for|in|by|with)\b|, (?=[A-Z]))",
    re.IGNORECASE,
)
_SUBMITTED = re.compile(
    r"[(\[](?:submitted|in preparation|under (?:\w{1,10} ){0,2}(?:review|revision))\b[^()\[\]]{0,40}[)\]]|\[preprint\]",
    re.IGNORECASE,
)
_PROCEEDINGS = re.compile(r"\W*(?:proceedings|actes|tagungsband|atti|actas)\b", re.IGNORECASE)
_CHAPTER = re.compile(r"\W*(?:book )?chapter (?:\d{1,2}[.,:]? )?(?:in|of|from)\b", re.IGNORECASE)
_REVIEW = re.compile(r"\s*book review of\b")
_LABELLED_THESIS = re.compile(r"\s*(?:thesis|dissertation)\b", re.IGNORECASE)
_DATASET = re.compile(r"\[data ?sets?\]|\bdata ?set\b(?: available)?", re.IGNORECASE)
_SOFTWARE = re.compile(r"\[(?:computer )?software\]|\bsoftware package\b|\[code\]", re.IGNORECASE)
# As the APA has it behind a title; in small letters it is a link to what belongs to a paper.
_LABELLED: Mapping[Kind, re.Pattern[str]] = {
    Kind.DATASET: re.compile(r"\[Data ?sets?\]"),
    Kind.SOFTWARE: re.compile(r"\[(?:[Cc]omputer s|S)oftware\]"),
}
_MEETING = re.compile(
    rf"\b(?:{PROCEEDINGS}|{MEETINGS}|{LECTURES}|meeting)(?:\b|(?<=\.))|{MEETING_SIGNS}", re.IGNORECASE
)
_JOURNAL = re.compile(
    rf"\b(?:{JOURNALS}|j\.|review|archives?|archiv|communications|lancet|acta"
    rf"|foundations and trends)(?:\b|(?<=\.))|{JOURNAL_SIGNS}",
    re.IGNORECASE,
)
_SHORT_WORD = re.compile(rf"\b(?:{cues.JOURNAL_WORDS})\b\.?")
_POINTED = re.compile(r"[^\W\d_]{2,9}\.(?=\s|\Z)")
_REFERENCE_BOOK = re.compile(r"\b(?:handbook|encyclop(?:a?e)dia|companion to|handbuch)\b", re.IGNORECASE)
# `Energy Policy`, `Physics in Medicine and Biology`, `Optical Switching and Networking 2019`
_PLAIN_NAME = re.compile(
    r"[A-ZÀ-Þ][a-zß-ÿ]{2,}(?:,?\s(?:and|&|of|in|the|for|on|[A-ZÀ-Þ][a-zß-ÿ]{2,})){1,8}(?: (?:19|20)\d\d)?"
)
_ONE_WORD = re.compile(r"[A-ZÀ-Þ][a-zß-ÿ]{4,}")  # `Epigenetics`, where pages follow
_IN = re.compile(r"\W*(?:in|dans)\b", re.IGNORECASE)
_BOOK_SERIES = re.compile(rf"\b(?:lecture notes|synthesis lectures|{SHORT_SERIES}|series)\b", re.IGNORECASE)
_TRACKS: Mapping[Track | None, Kind] = {
    Track.POSTER: Kind.POSTER,
    Track.PREPRINT: Kind.PREPRINT,
    Track.THESIS: Kind.THESIS,
    Track.JOURNAL: Kind.ARTICLE,
    Track.BOOK: Kind.BOOK,
}
# What the type of a structured entry says of itself, where no venue that is known says more.
_STATED: Mapping[Type, Kind] = {
    Type.DATASET: Kind.DATASET,
    Type.PREPRINT: Kind.PREPRINT,
    Type.REPORT: Kind.REPORT,
    Type.SOFTWARE: Kind.SOFTWARE,
}
# And where no meeting is named: many an `@incollection` is a paper of proceedings.
_STATED_OF_BOOKS: Mapping[Type, Kind] = {Type.BOOK: Kind.BOOK, Type.CHAPTER: Kind.CHAPTER}


def kind_of(record: Record, venues: Sequence[Venue], outside: str, section: str, *, chapter: bool = False) -> Kind:
    """Return the kind of work.

    `outside` is the text without authors and title, `section` the heading above; `chapter` says that editors and
    a book stand behind an "In".
    """
    if is_placeholder(record.title):
        return Kind.PLACEHOLDER
    if _REVIEW.match(outside):
        return Kind.REVIEW
    if _PATENT.search(outside) or record.identifier(Scheme.PATENT):
        return Kind.PATENT
    if (
        record.type is Type.THESIS
        or _THESIS.search(outside)
        or _LABELLED_THESIS.match(outside)
        or (
            _THESIS_SECTION.search(section) and not (_PREPRINT.search(outside) or any(venue.series for venue in venues))
        )
    ):
        return Kind.THESIS
    if is_submitted(outside):
        return Kind.PREPRINT
    if record.editor and not record.author and _PROCEEDINGS.match(record.title):
        return Kind.BOOK
    if _CHAPTER.match(outside):
        return Kind.CHAPTER
    published = [venue for venue in venues if venue.track is not Track.PREPRINT]
    known = next((venue for venue in published if venue.series or venue.host), None)
    if known:
        return Kind.PAPER if _is_in_series(record, known) else _by_venue(known, outside)
    labelled = next((kind for kind, label in _LABELLED.items() if label.search(outside)), None)
    if labelled and not record.volume:
        return labelled
    if _is_preprint(record, venues, outside):
        return Kind.PREPRINT
    if record.type in _STATED:
        return _STATED[record.type]
    if record.type in _STATED_OF_BOOKS and not _MEETING.search(outside):
        return _STATED_OF_BOOKS[record.type]
    if published and not chapter:
        return _by_unknown_venue(record, published[0], outside, section)
    return _by_text(record, outside, section, chapter=chapter)


def is_submitted(outside: str) -> bool:
    """Say whether a text says first that a work was submitted somewhere: `Submitted to NeurIPS 2022`."""
    return _SUBMITTED_TO.match(outside.lstrip(" .,;:([\n")) is not None


def _is_preprint(record: Record, venues: Sequence[Venue], outside: str) -> bool:
    placed = record.volume and any(venue.track is not Track.PREPRINT for venue in venues)
    if not placed and any(venue.track is Track.PREPRINT for venue in venues):
        return True
    if _SUBMITTED.search(outside):
        return True
    unplaced = not record.container_title or bool(_PREPRINT.search(record.container_title))
    numbered = record.identifier(Scheme.ARXIV) or arxiv_of_doi(record.identifier(Scheme.DOI))
    return unplaced and bool(_PREPRINT.search(outside) or numbered)


def _is_in_series(record: Record, venue: Venue) -> bool:
    """Whether a work stands in a volume of a book series, of which the meeting or the pages are given."""
    named = record.container_title and not _BOOK_SERIES.search(record.container_title)
    return venue.track is Track.BOOK and bool(named or (record.container_title and record.page))


def _by_venue(venue: Venue, outside: str) -> Kind:
    if venue.track in _TRACKS:
        return _TRACKS[venue.track]
    if _POSTER.search(outside):
        return Kind.POSTER
    return Kind.PAPER


def _by_unknown_venue(record: Record, venue: Venue, outside: str, section: str) -> Kind:
    """Return the kind by the name of a venue that no table knows, the numbers behind it, and the heading above."""
    if venue.track or venue.series or _POSTER.search(outside):
        return _by_venue(venue, outside)
    if _MEETING.search(outside):
        return Kind.PAPER
    if _REPORT.search(outside):
        return Kind.REPORT
    if _is_journal(record, outside):
        return Kind.ARTICLE
    named = next((kind for pattern, kind in _SECTIONS if pattern.search(section)), None)
    if named in (Kind.ARTICLE, Kind.CHAPTER):
        return named
    if _REFERENCE_BOOK.search(record.container_title):
        return Kind.CHAPTER
    # What meets has an acronym, a number, or an "in" before it; a journal may have nothing but its name.
    named_plainly = _PLAIN_NAME.fullmatch(record.container_title) or (
        record.page and _ONE_WORD.fullmatch(record.container_title)
    )
    plain = named_plainly and not _IN.match(outside)
    return Kind.ARTICLE if plain and named is not Kind.PAPER else Kind.PAPER


def _is_journal(record: Record, outside: str) -> bool:
    """Whether a venue is a journal: by a word of its name, by its short forms, or by volume and issue behind it."""
    if _BOOK_SERIES.search(outside):
        return bool(_JOURNAL.search(record.container_title))
    if _JOURNAL.search(outside) or _SHORT_WORD.search(record.container_title):
        return True
    if len(_POINTED.findall(record.container_title)) > 1 or record.issue:
        return True
    return bool(record.volume) and not _IN.match(outside)


def _by_text(record: Record, outside: str, section: str, *, chapter: bool) -> Kind:
    if _MEETING.search(outside) or _POSTER_REMARK.search(outside):
        return Kind.POSTER if _POSTER.search(outside) else Kind.PAPER
    if _REPORT.search(outside):
        return Kind.REPORT
    if chapter:
        return Kind.CHAPTER
    if _SOFTWARE.search(outside):
        return Kind.SOFTWARE
    if _DATASET.search(outside):
        return Kind.DATASET
    return _by_section(record, outside, section)


_SECTIONS: tuple[tuple[re.Pattern[str], Kind], ...] = (
    (
        re.compile(
            r"pre-?print|under review|submitted|in (?:submission|preparation|progress)|arxiv|working paper", re.I
        ),
        Kind.PREPRINT,
    ),
    (re.compile(r"poster", re.IGNORECASE), Kind.POSTER),
    (re.compile(r"chapter|beiträge in", re.IGNORECASE), Kind.CHAPTER),
    (re.compile(r"journal|zeitschrift|articles? in|aufsätze|revues?|periodical", re.IGNORECASE), Kind.ARTICLE),
    (re.compile(rf"{PROCEEDINGS}|{MEETINGS}", re.IGNORECASE), Kind.PAPER),
    (re.compile(r"\bbooks?\b|monograph|bücher", re.IGNORECASE), Kind.BOOK),
    (re.compile(r"technical report|reports", re.IGNORECASE), Kind.REPORT),
    (re.compile(r"patent", re.IGNORECASE), Kind.PATENT),
)


def _by_section(record: Record, outside: str, section: str) -> Kind:
    named = next((kind for pattern, kind in _SECTIONS if pattern.search(section)), None)
    if named:
        return named
    told = record.publisher and not is_untold_house(record.publisher, outside)
    return Kind.BOOK if told else Kind.DOCUMENT
