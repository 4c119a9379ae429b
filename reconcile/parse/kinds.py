"""What kind of work a citation claims."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reconcile.mention import Track, Venue
from reconcile.parse import cues
from sources.record import Record, Scheme, Type

PLACEHOLDER = re.compile(r"\blorem ipsum\b|\bdolor sit amet\b", re.IGNORECASE)
_PATENT = re.compile(rf"(?<!\w)(?:{cues.PATENT})", re.IGNORECASE)
_THESIS = re.compile(rf"(?<!\w)(?:{cues.THESIS})", re.IGNORECASE)
_THESIS_SECTION = re.compile(rf"(?<!\w)(?:{cues.THESIS}|theses|thesis|dissertations)", re.IGNORECASE)
_REPORT = re.compile(rf"(?<!\w)(?:{cues.REPORT})", re.IGNORECASE)
_POSTER = re.compile(r"\bposters?\b(?: (?:session|presentation|paper|abstract|track))?", re.IGNORECASE)
_PREPRINT = re.compile(
    r"\bpre-?prints?\b|\barxiv\b|\bcorr\b|\bbiorxiv\b|\bmedrxiv\b|\bunder review\b|\bin submission\b"
    r"|\bsubmitted\b|\bmanuscript\b|\bssrn\b",
    re.IGNORECASE,
)
_DATASET = re.compile(r"\[data ?sets?\]|\bdata ?set\b(?: available)?", re.IGNORECASE)
_SOFTWARE = re.compile(r"\[(?:computer )?software\]|\bsoftware package\b|\[code\]", re.IGNORECASE)
_MEETING = re.compile(
    r"\b(?:proceedings|proc\.|conference|conf\.|symposium|symp\.|workshop|meeting|congress"
    r"|colloquium|tagung|konferenz|colloque|congreso|actes|atti)\b",
    re.IGNORECASE,
)
_JOURNAL = re.compile(
    r"\b(?:journal|j\.|transactions|trans\.|letters|magazine|mag\.|quarterly|review|annals"
    r"|bulletin|zeitschrift|revue|revista|rivista|archives?|communications)\b|学报|杂志|期刊",
    re.IGNORECASE,
)
_TRACKS: dict[Track, str] = {
    Track.POSTER: "poster",
    Track.PREPRINT: "preprint",
    Track.THESIS: Type.THESIS,
    Track.JOURNAL: Type.ARTICLE,
    Track.BOOK: Type.BOOK,
}
TYPE_OF_KIND = {
    "preprint": Type.PREPRINT,
    "poster": Type.PAPER,
    "patent": Type.PATENT,
    "placeholder": Type.OTHER,
    "other": Type.OTHER,
}


def kind_of(record: Record, venues: Sequence[Venue], outside: str, section: str, *, chapter: bool = False) -> str:
    """Return the kind of work: a CSL type, or `preprint`, `poster`, `patent`, `placeholder`, `other`.

    `outside` is the text without authors and title, `section` the heading above; `chapter` says that editors and
    a book stand behind an "In".
    """
    if PLACEHOLDER.search(record.title):
        return "placeholder"
    if _PATENT.search(outside) or record.identifier(Scheme.PATENT):
        return "patent"
    if _THESIS.search(outside) or (_THESIS_SECTION.search(section) and not any(venue.series for venue in venues)):
        return Type.THESIS
    published = [venue for venue in venues if venue.track is not Track.PREPRINT]
    known = next((venue for venue in published if venue.series or venue.host), None)
    if known:
        return _by_venue(known, outside)
    if _is_preprint(record, venues, outside):
        return "preprint"
    if published and not chapter:
        return _by_venue(published[0], outside)
    return _by_text(record, outside, section, chapter=chapter)


def _is_preprint(record: Record, venues: Sequence[Venue], outside: str) -> bool:
    if any(venue.track is Track.PREPRINT for venue in venues):
        return True
    unplaced = not record.container_title or bool(_PREPRINT.search(record.container_title))
    return unplaced and bool(_PREPRINT.search(outside) or record.identifier(Scheme.ARXIV))


def _by_venue(venue: Venue, outside: str) -> str:
    if venue.track in _TRACKS:
        return str(_TRACKS[venue.track])
    if _POSTER.search(outside):
        return "poster"
    if venue.track is None and not venue.series:
        return str(Type.PAPER if _MEETING.search(outside) else Type.ARTICLE if _JOURNAL.search(outside) else Type.PAPER)
    return str(Type.PAPER)


def _by_text(record: Record, outside: str, section: str, *, chapter: bool) -> str:
    if _MEETING.search(outside):
        return "poster" if _POSTER.search(outside) else str(Type.PAPER)
    if _REPORT.search(outside):
        return str(Type.REPORT)
    if chapter:
        return str(Type.CHAPTER)
    if record.container_title and (_JOURNAL.search(outside) or record.volume or record.issue):
        return str(Type.ARTICLE)
    if _SOFTWARE.search(outside):
        return str(Type.SOFTWARE)
    if _DATASET.search(outside):
        return str(Type.DATASET)
    return _by_section(record, section)


_SECTIONS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"pre-?print|under review|submitted|in submission|arxiv|working paper", re.IGNORECASE), "preprint"),
    (re.compile(r"poster", re.IGNORECASE), "poster"),
    (re.compile(r"chapter|beiträge in", re.IGNORECASE), Type.CHAPTER),
    (re.compile(r"journal|zeitschrift|articles? in|revues?|periodical", re.IGNORECASE), Type.ARTICLE),
    (re.compile(r"conference|proceeding|workshop|konferenz|tagung|colloque", re.IGNORECASE), Type.PAPER),
    (re.compile(r"\bbooks?\b|monograph|bücher", re.IGNORECASE), Type.BOOK),
    (re.compile(r"technical report|reports", re.IGNORECASE), Type.REPORT),
    (re.compile(r"patent", re.IGNORECASE), "patent"),
)


def _by_section(record: Record, section: str) -> str:
    named = next((kind for pattern, kind in _SECTIONS if pattern.search(section)), "")
    if named:
        return str(named)
    if record.container_title:
        return str(Type.PAPER)
    return str(Type.BOOK) if record.publisher else str(Type.OTHER)
