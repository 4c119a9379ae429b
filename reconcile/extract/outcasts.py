"""What looks like an entry and is no publication, and why."""

from __future__ import annotations

import re
from collections.abc import Mapping

from reconcile.extract.cues import QUOTED
from reconcile.extract.likeness import Likeness, masked, titles_in
from reconcile.extract.sections import Place
from reconcile.extract.stretch import Stretch
from reconcile.extract.topics import Topic
from sources import identifiers
from sources.record import Scheme
from sources.text import fold

PLACEHOLDER = "a placeholder"
OF_OTHERS = "what others write of a publication"
PATENT = "a patent"
NOTE = "a file or note of a library"

# What templates leave behind: filler text, and the sample names and titles of the usual ones.
_FILLER = re.compile(
    r"\blorem\b|\bipsum dolor\b|\bYour Name, You\b|\bPaper Title Number \d|\bFirst-?name Last-?name\b"
    r"|\bAuthor One\b|\byour[- ]paper[- ]title\b|\bTitle of (?:the |your )?paper\b|\bJohn Doe\b|\bJane Doe\b(?!-)",
    re.IGNORECASE,
)
_PATENT = re.compile(
    r"\bpatents?\b\W{0,3}(?:no\b|number|nr\b|appl|app\b|pending|filed|granted|publication|disclosure|#"
    r"|[A-Z]{0,2}\W?\d|\Z|\n)"
    r"|\b(?:u\.?\s?s\.?|united states|european|chinese?|china|japanese|japan|korean?|german|world|international"
    r"|indian|canadian|wipo|pct|provisional|utility|ep|cn|jp|kr)\.?\W{0,2}patents?\b"
    r"|\b(?:US|CN|EP|JP|KR)[ -]?\d{2,4}[/,]?\d{3}[,/]?\d{3}\b\W?[A-C]?\d?|\bWO\s?\d{4}/\d{6}"
    r"|\bpatentschrift\b|\bbrevet\s+n|[\[［]P[\]］]|专利号|发明专利|特許第|\bOffenlegungsschrift\b",
    re.IGNORECASE,
)
# How a line begins that tells of something else, with the reason. Tried in order.
_BEGINNINGS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "an award",
        re.compile(
            r"(?:[\d/ .,:–-]{4,24}\s?)?(?:(?:outstanding|best|distinguished|runner.?up|honou?rable|nominated|finalist"
            r"|winner|recipient)\b.{0,60}\b(?:award|prize|candidate|nomination|mention|finalist|winner|runner.?up"
            r"|honou?rs?|reviewer)|.{0,60}\b(?:fellowship|scholarship|award|prize)\b)",
            re.IGNORECASE,
        ),
    ),
    (
        "a talk",
        re.compile(
            r"(?:.{0,40}\b(?:gave|give|giving|delivered|presenting)\b.{0,40}\b(?:talk|keynote|lecture|tutorial|seminar"
            r"|presentation)\b|presented (?:at|in)\s?:|(?:invited |contributed |plenary |guest |conference "
            r"|keynote )?(?:talks?|keynotes?"
            r"|lectures?|seminars?|colloquium|panelist|presentation)\b\W)",
            re.IGNORECASE,
        ),
    ),
    (
        "reviewing or service",
        re.compile(
            r".{0,30}\b(?:reviewer|reviewed|referee|program committee|pc member|area chair|session chair|organi[sz]er"
            r"|organi[sz]ing committee|editorial board|associate editor|guest editor|workshop chair|publicity chair"
            r"|co-?chair)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "teaching",
        re.compile(
            r".{0,30}\b(?:teaching assistant|lecturer|instructor|guest lecture|course|tutor)\b"
            r"|(?-i:[A-Z]{2,5}) ?(?!(?:19|20)\d\d\b)\d{3,4}\w?\s?[:,–-]",
            re.IGNORECASE,
        ),
    ),
)
# How a talk's line begins in other languages: the word, and the title in quotes or behind a colon.
_TALK_NAMED = re.compile(
    r"(?:relazione|conferenza|lezione|intervento|ponencia|charla|palestra(?:nte)?|vortrag|lezing|referat|komunikat"
    r"|comunicaci[oó]n|communication|conf[eé]rence|expos[eé]|f[oö]redrag|foredrag)\s{0,2}(?:[:“\"„«‘'(])",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(
    r"(?:also |since )?(?:reviewed|reprinted|excerpted|discussed|featured|highlighted|quoted|cited|covered)"
    r" (?:in|by|at|on)\b|coverage:",
    re.IGNORECASE,
)
# A note of the entry above, which a page break put before the next one: `[Reviewed in Gulls 9.] A. Bee …`.
_NOTE_BEFORE = re.compile(r"\s*\[[^\W\d][^\[\]]{10,400}\]\s*\w")
_TOPIC_REASONS: Mapping[Topic, str] = {
    Topic.PATENTS: PATENT,
    Topic.TALKS: "a talk",
    Topic.AWARDS: "an award",
    Topic.TEACHING: "teaching",
    Topic.SERVICE: "reviewing or service",
    Topic.GRANTS: "a grant",
    Topic.SUPERVISION: "supervised work of another",
}
_MAY_HOLD_PRINT = frozenset({Topic.TALKS, Topic.AWARDS, Topic.GRANTS, Topic.SERVICE, Topic.TEACHING})
# The kinds of structured entries that are no publications, as ORCID, BibTeX and CSL name them (folded).
_FIELD_KINDS: Mapping[str, str] = {
    "annotation": NOTE,
    "attachment": NOTE,
    "award": "an award",
    "disclosure": PATENT,
    "distinction": "an award",
    "grant": "a grant",
    "invention": PATENT,
    "invited position": "a talk",
    "lecture speech": "a talk",
    "license": PATENT,
    "note": NOTE,
    "patent": PATENT,
    "presentation": "a talk",
    "speech": "a talk",
    "supervised student publication": "supervised work of another",
    "talk": "a talk",
    "teaching": "teaching",
    "trademark": PATENT,
}
_KIND_FIELDS = (
    "entrytype",
    "type",
    "kind",
    "category",
    "work-type",
    "worktype",
    "item type",
    "itemtype",
    "publication type",
)


def is_placeholder(text: str) -> bool:
    """Whether a text is what a template left: filler text or its sample names and titles."""
    return _FILLER.search(text) is not None


def reason_against(stretch: Stretch, place: Place, like: Likeness) -> str:
    """Return why a stretch that may look like an entry is no publication; the empty string where it may be one."""
    if is_placeholder(stretch.text):
        return PLACEHOLDER
    if stretch.fields:
        return _reason_in_fields(stretch) or _TOPIC_REASONS.get(place.topic, "")
    outside = masked(stretch.text, titles_in(stretch.text, stretch.marks))
    if _tells_of_a_patent(outside) and not like.thesis:
        return PATENT
    if place.topic in _TOPIC_REASONS and not _is_archival(place.topic, like):
        return _TOPIC_REASONS[place.topic]
    begins = stretch.text.lstrip(" \t\n|*•-–—[]()0123456789.,:/")
    if _TALK_NAMED.match(begins) and not like.pages:
        return _TOPIC_REASONS[Topic.TALKS]
    if like.names > 1 and (like.title > 1 or like.venue >= 1):
        return ""
    if _OF_OTHERS.match(begins) and not _NOTE_BEFORE.match(stretch.text):
        return OF_OTHERS
    quoted = QUOTED.search(stretch.text)
    beginning = begins[: quoted.start()] if quoted and quoted.start() < 60 else begins
    return next((reason for reason, pattern in _BEGINNINGS if pattern.match(beginning) and not like.announced), "")


def is_patent(stretch: Stretch, place: Place, like: Likeness) -> bool:
    """Whether a stretch is a patent's entry: its number or kind, and inventors or the heading that say the same."""
    if not like.names and place.topic is not Topic.PATENTS:
        return False
    return _tells_of_a_patent(masked(stretch.text, titles_in(stretch.text, stretch.marks)))


def _tells_of_a_patent(text: str) -> bool:
    found = (found.identifier.scheme for found in identifiers.find(text[:2000]))
    return _PATENT.search(text) is not None or Scheme.PATENT in found


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


def _reason_in_fields(stretch: Stretch) -> str:
    """Return the reason that a structured entry's own kind gives."""
    fields = {fold(name): value for name, value in stretch.fields}
    kinds = (fold(fields.get(fold(name), "")) for name in _KIND_FIELDS)
    return next((_FIELD_KINDS[kind] for kind in kinds if kind in _FIELD_KINDS), "")
