"""What looks like an entry and is no publication, and why."""

from __future__ import annotations

import re
from collections.abc import Mapping

from reconcile.extract.lines.stretch import Stretch
from reconcile.extract.looks.likeness import Likeness, titles_in
from reconcile.extract.looks.people import runs
from reconcile.extract.looks.pieces import masked
from reconcile.extract.placing.headings import is_of_journalism, known_topic, says
from reconcile.extract.placing.sections import Place
from reconcile.extract.refusing.instead import reason_in_fields
from reconcile.extract.refusing.patents import tells_of_a_patent
from reconcile.extract.words.cues import PIECE_END, QUOTED
from reconcile.extract.words.topics import PRINTED_TOO, Topic
from reconcile.lexicon import reviews, talks
from reconcile.lexicon.besides import occasions_beside
from reconcile.lexicon.editions import EDITION, WHICH
from reconcile.lexicon.fillers import names_sample_person
from reconcile.lexicon.reasons import Reason
from reconcile.lexicon.venues import SHORT_SERIES
from reconcile.venues import read_venue, series
from sources.months import NUMBER

# What stands behind the name of a talk at the beginning of a line: also its title in quotes, a dash, a number.
_BEHIND_A_TALK = rf"(?:{talks.BEHIND}|(?=\s?[^\w\s'’-]|\s[-–]|\s\d))"
# How a line begins that tells of something else, with the reason. Tried in order.
_BEGINNINGS: tuple[tuple[Reason, re.Pattern[str]], ...] = (
    (
        Reason.AWARD,
        re.compile(
            r"(?:[\d/ .,:–-]{4,24}\s?)?(?:(?:outstanding|best|distinguished|runner.?up|honou?rable|nominated|finalist"
            r"|winner|recipient)\b.{0,60}\b(?:award|prize|candidate|nomination|mention|finalist|winner|runner.?up"
            r"|honou?rs?|reviewer)|.{0,60}\b(?:fellowship|scholarship|award|prize)\b)",
            re.IGNORECASE,
        ),
    ),
    (
        Reason.TALK,
        re.compile(
            rf"(?:.{{0,40}}\b(?:gave|give|giving|delivered|presenting)\b.{{0,40}}\b(?:{talks.NAMES}|tutorial)\b"
            r"|presented (?:at|in)\s?:"
            rf"|(?:(?:{talks.RANKS}|conference|contributed) )?(?:panelist|(?:{talks.NAMES})s?)"
            rf"(?: (?:address|lecture|presentation|series|speaker|speech|talk)(?:e?s)?)?{_BEHIND_A_TALK})",
            re.IGNORECASE,
        ),
    ),
    (
        Reason.SERVICE,
        re.compile(
            r".{0,30}\b(?:reviewer|reviewed|referee|program committee|pc member|area chair|session chair|organi[sz]er"
            r"|organi[sz]ing committee|editorial board|associate editor|guest editor|workshop chair|publicity chair"
            r"|co-?chair)\b",
            re.IGNORECASE,
        ),
    ),
    (
        Reason.SUPERVISED,
        re.compile(r".{0,40}\bcongrat(?:ulation)?s\b.{0,120}\b(?:defen[dcs]|graduat|thesis\b)", re.IGNORECASE),
    ),
    (
        Reason.TEACHING,
        re.compile(
            r".{0,30}\b(?:teaching assistant|lecturer|instructor|guest lecture|course|tutor)\b"
            rf"|(?!(?:{SHORT_SERIES})\b)(?-i:[A-Z]{{2,5}}) ?(?!(?:19|20)\d\d\b)\d{{3,4}}\w?\s?[:,–-]",
            re.IGNORECASE,
        ),
    ),
)
# How a talk's line begins in other languages: the word, and the title in quotes or behind a colon.
_TALK_NAMED = re.compile(
    rf"(?:{talks.ABROAD}|{talks.ELSEWHERE}|palestrante|comunicacion|conference|expose)\s{{0,2}}"
    rf"(?P<opens>:\s?[“\"„«‘']?|[“\"„«‘']|\((?!{WHICH}\s{EDITION}))"
    # on the radio, or at somebody's seminar
    r"|invitée?s?\s(?:de|d['’]|du|[aà]|au|aux|dans|sur|par)\b|(?:entrevistad[oa]|intervistat[oa]|interviewt|interviewée?)"
    r"\s(?:por|em|en|da|per|von|in|par|dans|pour|sur)\b",
    re.IGNORECASE,
)
# What was shown at a meeting that stands before it: `Wool Days 2016, Rieti: "Felt as such" (poster, with E. Holm).`
_SHOWN_AT = re.compile(
    r"[A-ZÀ-Þ][^:\n“\"„«]{2,60}(?:19|20)\d\d[^:\n“\"„«]{0,40}:\s[“\"„«][^“”\"„«»]{3,200}[”\"»“]\s\((?:invited |oral )?"
    rf"(?:poster|{talks.NAMES}|{talks.ABROAD}|{talks.ELSEWHERE})\b"
)
_OF_OTHERS = re.compile(
    r"(?:also |since )?(?:reviewed|reprinted|excerpted|discussed|featured|highlighted|quoted|cited|covered)"
    r" (?:in|by|at|on)\b|coverage:",
    re.IGNORECASE,
)
# An interview that its author gave; a paper on such, `TV: interview practices`, has words of its own behind that.
_INTERVIEW = re.compile(
    r"(?:press|presse|media|medien|prensa|stampa|imprensa|radio|tv):\s(?:an? )?interview"
    r"(?:\s(?:with|mit|avec|con|com|by|in|on|about|for|für|pour|auf|bei|at|to|über|sur|zu|zum|zur)\b|\s?[^\w\s-]|\s?\Z)",
    re.IGNORECASE,
)
# A label before all reviews of the work above: `Comptes rendus de l’ouvrage : `, `Reviews of the book: `.
_REVIEWS_OF_IT = re.compile(
    rf"(?:reviews?|{reviews.ABROAD})\s(?:de l['’]ouvrage|du (?:livre|volume)|of (?:the|this) (?:book|volume)"
    r"|zum (?:buch|band)|del (?:libro|volume)|do livro)\s?:",
    re.IGNORECASE,
)
# A note of the entry above, which a page break put before the next one: `[Reviewed in Gulls 9.] A. Bee …`.
_NOTE_BEFORE = re.compile(r"\s*\[[^\W\d][^\[\]]{10,400}\]\s*\w")
# What stands before an entry and is none of its words.
_LEADING = " \t\n|*•-–—[]()0123456789.,:/"
# The day on which a newspaper came out: `3 December 2023`, `Feb. 9, 2023`, `12 ago. 2022`, `14.09.2022`; or its month.
_MONTH = rf"(?:{'|'.join(sorted(NUMBER, key=len, reverse=True))})\b\.?"
_DAY = re.compile(
    rf"(?<!\d)\d{{1,2}}(?:\.|st|nd|rd|th|º)?\s(?:de\s|of\s)?{_MONTH},?"
    rf"|\b{_MONTH}\s(?:\d{{1,2}}(?:st|nd|rd|th)?,|(?:19|20)\d\d)"
    r"|(?<!\d)\d{1,2}[.º]?\s(?:de\s)?[^\W\d_]{3,10}\.?(?:\sde)?\s(?:19|20)\d\d"
    r"|(?<!\d)\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d",
    re.IGNORECASE,
)
# The numbers of a journal, which a newspaper has not: `12 (3)`, `vol. 4`, `45–61`.
_OF_JOURNALS = re.compile(r"\d\s?\(\d|\b(?:vol|v)\.?\s?\d|\d\s?[–—-]{1,2}\s?\d{2}(?!\d|-)|\d:\s?\d", re.IGNORECASE)
_LONGEST_PLACE = 300  # characters at the end of an entry in which its meeting is named
# How a list of names ends: `A. Bee. Counting`, `Bee, A. (2020)`, `A. Bee: Counting`.
_CLOSED = re.compile(r"\.?\s?(?:\(eds?\.?\)\s?)?[.:(\n“\"«„]")
_TOPIC_REASONS: Mapping[Topic, Reason] = {
    Topic.PATENTS: Reason.PATENT,
    Topic.TALKS: Reason.TALK,
    Topic.AWARDS: Reason.AWARD,
    Topic.TEACHING: Reason.TEACHING,
    Topic.SERVICE: Reason.SERVICE,
    Topic.GRANTS: Reason.GRANT,
    Topic.SUPERVISION: Reason.SUPERVISED,
}
# What an entry says of itself that was spoken, under a heading that names what is printed, too.
_SPOKEN = re.compile(rf"\b(?:(?:{talks.NAMES}|tutorial)s?|panel|invited|presented)\b", re.I)
_MEETINGS = frozenset({"conference", "symposium", "workshop"})
_MAY_HOLD_PRINT = frozenset({Topic.TALKS, Topic.AWARDS, Topic.GRANTS, Topic.SERVICE, Topic.TEACHING})


def reason_against(stretch: Stretch, place: Place, like: Likeness) -> str:
    """Return why a stretch that may look like an entry is no publication; the empty string where it may be one."""
    if stretch.fields:
        return reason_in_fields(stretch.fields) or _TOPIC_REASONS.get(place.topic, "")
    if names_sample_person(stretch.text) and not (like.venue or like.pages or like.identified):
        return Reason.PLACEHOLDER
    if _is_patent(stretch, place, like) and not like.thesis:
        return Reason.PATENT
    printed = _is_archival(place.topic, like) or _is_paper_among_talks(stretch, place, like)
    if place.topic in _TOPIC_REASONS and not printed:
        return _TOPIC_REASONS[place.topic]
    begins = stretch.text.lstrip(_LEADING)
    if _is_talk(begins, like):
        return _TOPIC_REASONS[Topic.TALKS]
    if _REVIEWS_OF_IT.match(begins):
        return Reason.OF_OTHERS
    if _is_of_press(stretch, place, like):
        return Reason.PRESS
    if not (like.pages or like.identified or like.venue >= 1) and (occasion := _occasion(stretch)):
        return occasion
    if like.names > 1 and (like.title > 1 or like.venue >= 1):
        return ""
    if (_OF_OTHERS.match(begins) and not _NOTE_BEFORE.match(stretch.text)) or _is_interview(begins, like):
        return Reason.OF_OTHERS
    beginning = _beginning(stretch, place, like)
    return next((reason for reason, pattern in _BEGINNINGS if pattern.match(beginning) and not like.announced), "")


def _is_talk(begins: str, like: Likeness) -> bool:
    """Whether an entry begins as talks do, and not as a paper does that is called so: `Communication: Random walks`."""
    if like.pages:
        return False
    if _SHOWN_AT.match(begins):
        return True
    named = _TALK_NAMED.match(begins)
    if named is None or like.identified:
        return False
    in_title = (named["opens"] or "").strip() in (":", "(")
    return not (in_title and like.names > 0 and like.venue >= 1)


def _is_interview(begins: str, like: Likeness) -> bool:
    """Whether an entry tells of an interview that was given, and not of people and where their paper is printed."""
    printed = like.pages or like.identified or (like.names > 0 and like.venue >= 1)
    return _INTERVIEW.match(begins) is not None and not printed


def _is_of_press(stretch: Stretch, place: Place, like: Likeness) -> bool:
    """Whether an entry below `Op-eds` gives the day on which it came out, and no journal's numbers."""
    if like.identified or not place.path or not is_of_journalism(place.path[-1]):
        return False
    outside = masked(stretch.text, titles_in(stretch.text, stretch.marks))
    days = [found.span() for found in _DAY.finditer(outside)]
    return bool(days) and _OF_JOURNALS.search(masked(outside, days)) is None


# A link to what was patented of a paper: `[pdf] [patent]`, `paper / code / patent`.
_LINK_TO_PATENT = re.compile(r"(?<=\[)patent\]|(?<=/ )patent\b")


def is_patent(stretch: Stretch, place: Place, like: Likeness) -> bool:
    """Whether a stretch is a patent's entry: its number or kind, and inventors or the heading that say the same."""
    if not like.names and place.topic is not Topic.PATENTS:
        return False
    return _is_patent(stretch, place, like)


def _is_patent(stretch: Stretch, place: Place, like: Likeness) -> bool:
    outside = masked(stretch.text, titles_in(stretch.text, stretch.marks))
    cited = _is_cited(stretch, place, like)
    links = [found.span() for found in _LINK_TO_PATENT.finditer(outside)] if cited else []
    return tells_of_a_patent(masked(outside, links), cited=cited)


def _is_cited(stretch: Stretch, place: Place, like: Likeness) -> bool:
    """Whether an entry says of whom and where it is, so that other words in it are its title's.

    One name before a comma and a venue is said of service and awards as well: `A. Bee, Reviewer, SIGSHEEP 2020`.
    """
    if not like.names:
        return place.topic is Topic.PUBLICATIONS and like.pages and like.year and like.venue > 0
    if like.identified or (like.pages and like.venue > 0):
        return True
    if not (like.year or like.status) or not (like.pages or like.venue >= 1):
        return False
    return like.names > 1 or (like.first > 0 and _CLOSED.match(stretch.text, runs(stretch.text)[0].end) is not None)


def _occasion(stretch: Stretch) -> str:
    """Return what a stretch says beside its title that it is, a talk or a grant, say; nothing for most."""
    outside = masked(stretch.text, titles_in(stretch.text, stretch.marks))
    return next((reason for reason, _, _ in occasions_beside(outside)), "")


def _beginning(stretch: Stretch, place: Place, like: Likeness) -> str:
    """Return how a stretch begins, as far as that says what it is: no title's words, of what is cited only names."""
    if _is_cited(stretch, place, like):
        return stretch.text[: runs(stretch.text)[0].end].lstrip(_LEADING) if like.first else ""
    begins = stretch.text.lstrip(_LEADING)
    start = len(stretch.text) - len(begins)
    titles = titles_in(stretch.text, stretch.marks) if like.names else ()
    if titles and titles[0][0] <= start:
        return masked(stretch.text, titles)[start:]
    quoted = QUOTED.search(stretch.text)
    return begins[: quoted.start()] if quoted and quoted.start() < 60 else begins


def _is_archival(topic: Topic, like: Likeness) -> bool:
    """Whether an entry is a publication although it stands among talks or honours: it says where it is printed.

    The heading over it may not have been seen as one.
    """
    return (
        topic in _MAY_HOLD_PRINT
        and like.names > 0
        and like.title > 0
        and (like.identified or like.pages)
        and like.venue > 0
    )


def _is_paper_among_talks(stretch: Stretch, place: Place, like: Likeness) -> bool:
    """Whether an entry below `Workshops, tutorials, shared tasks` is a paper: of several people, at a known meeting."""
    if place.topic is not Topic.TALKS or like.names < 2 or not (like.title > 0 or like.doubtful):
        return False
    if not like.first and like.title < 1:
        return False  # `2024: Lund (with dinner), Rieti. 2023: EC'23`: where somebody spoke
    talks = (heading for heading in reversed(place.path) if known_topic(heading)[0] is Topic.TALKS)
    over = next(talks, "")  # empty where a label on the line says it
    if not says(over, PRINTED_TOO):
        return False
    outside = masked(stretch.text, titles_in(stretch.text, stretch.marks))
    if not (like.year or place.year) or _SPOKEN.search(outside):
        return False
    venues = [read_venue(piece) for piece in PIECE_END.split(outside[-_LONGEST_PLACE:]) if len(piece) > 2]
    rows = [series(key) for venue in venues for key in (venue.series, venue.host) if key]
    return any(row is not None and row.kind in _MEETINGS for row in rows)
