"""Those named beside a citation that leaves its owner out: `(mit Eva Holm) Title`, `Title (with A. Bee). Venue`."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from reconcile.lexicon import reviews
from reconcile.lexicon.together import WITH
from reconcile.parse.layouts.frame import Reading
from reconcile.parse.names.people import People, is_known, read_people
from reconcile.parse.names.pieces import blank_marks
from reconcile.parse.text.segments import ROLE_IN_BRACKETS, WRITERS
from reconcile.parse.words import cues

_EDITED_WITH = rf"(?:{cues.EDITOR_ROLES}\.|co-?ed\.|(?:co-?)?edited|a cura di|oprac\.)\s{{0,30}},?\s{{1,30}}{WITH}"
_NAMES = r"(?P<names>[^()\[\]\n:“”„\"]{3,200}?)"
_LEAD = re.compile(
    rf"\((?:(?P<editors>{_EDITED_WITH})|{WITH})\s{_NAMES}:?\)[:.,]?\s+(?=\S)"
    # behind a year in the same brackets: `(2016, con Ana Holm), La lana`
    rf"|(?:{WITH})\s(?P<behind_year>(?-i:[A-ZÀ-Þ])[^()\[\]\n:“”„\"]{{3,120}}?)\)[:.,]?\s+(?=\S)"
    rf"|(?:{WITH})\s(?P<bare>[^()\[\]\n:“”„\"]{{3,200}}?)[.,:]\s+(?=[“„«\"])"
    # a colon ends the names before any title: `zus. mit Eva Holm: Die Möwen`
    rf"|(?:{WITH})\s(?P<before_colon>(?-i:[A-ZÀ-Þ])[^()\[\]\n:“”„\"]{{3,120}}?):\s+(?=\S)"
    # in America: `Editor, with Marcus Fane. The Mills of Kent`
    rf"|(?:co-?)?(?:editors?|edited|{cues.EDITOR_ROLES}\.),?\s\(?(?:{WITH})\s"
    r"(?P<beside_editor>(?-i:[A-ZÀ-Þ])[^()\[\]\n:“”„\"]{3,120}?(?<=[^\W\d_]{3}))\)?\.\s+(?=\S)"
    rf"|(?:{WITH})\s(?P<role>[^()\[\]\n:“”„\"]{{3,200}}?)\s{ROLE_IN_BRACKETS}[.,:]?\s+",
    re.IGNORECASE,
)
_NAMED = ("names", "bare", "before_colon", "behind_year", "beside_editor", "role")
_EDITING = ("beside_editor", "role")
_WITHIN = re.compile(
    rf"\s[(\[](?:(?P<editors>{_EDITED_WITH})|{WITH})\s(?P<names>(?-i:[A-ZÀ-Þ])[^()\[\]:“”„\"]{{2,200}})[)\]]",
    re.IGNORECASE,
)
# In a line of its own, as an argument of LaTeX's `cventry`: `Joint with O. Fane and E. Holm. Expository.`
_LINE = re.compile(
    rf"\n(?:{WITH})\s(?P<names>(?-i:[A-ZÀ-Þ])[^()\[\]\n:“”„\"]{{2,200}}?(?<=[^\W\d_]{{2}}))"
    r"(?:\.(?=\s)|\.?(?=\n|\Z))(?P<editors>)",
    re.IGNORECASE,
)
# In a sentence of its own behind title and year: `Sheep at Dusk. 2019. With O. Fane and E. Holm. SIGSHEEP 13.`
_SENTENCE = re.compile(
    rf"(?<=[.?!][\s\W][12]\d\d\d)\.\s(?:{WITH})\s(?P<names>(?-i:[A-ZÀ-Þ])[^()\[\]\n:“”„\"\d]{{2,200}}?"
    r"(?<=[^\W\d_]{2}))\.(?=\s)(?P<editors>)",
    re.IGNORECASE,
)
_TAIL = re.compile(
    rf"[\s.,;]*[(\[](?:(?P<editors>{_EDITED_WITH})|{WITH})\s(?P<names>[^()\[\]:“”„\"]{{3,200}})[)\]][\s.,;]*\Z",
    re.IGNORECASE,
)
# Without brackets behind a year or pages: `Droit du nid, Olmo, 2017, avec E. Holm.`, `CHI '19, with E. Holm ·`
_BARE_TAIL = re.compile(
    rf"(?:\d|\bp\.|\bS\.|\bpp\.|\)) {{0,60}}(?P<at>[.,])\s(?:(?P<editors>{_EDITED_WITH})|{WITH})\s"
    r"(?P<names>(?-i:[A-ZÀ-Þ])(?![\w’'-]+ (?:von|by|di|par|por|of)\b)[^()\[\]:“”„\"\d·•|]{2,160})[\s·•|]*\Z",
    re.IGNORECASE,
)
# Who wrote a review, before the word for it: `O. Lund, [rec.] A. Fane, Die Möwen, Wien 2012, „Ptaki” 5 (2014)`.
_REVIEWS = re.compile(
    rf"(?P<names>(?-i:[^\W\d_a-z])[^()\[\]\n:“”„\"]{{2,120}}?)[.,:]?"
    rf"\s[\[(](?:{reviews.WITHIN})\.?(?: of| z| zu)?:?[\])]"
    r"[:,]?\s+(?P<editors>)(?=\S)",
    re.IGNORECASE,
)
# The same words right before the first who is named, wherever that is: `Title, with A. Bee. Venue`.
_JUST_BEFORE = re.compile(rf"(?<![\w'’./]){WITH}\s{{1,3}}\Z", re.IGNORECASE)
_STATED = re.compile(rf"\s/\s{WRITERS}")
_REST_OF_THEM = re.compile(r"\s?\[?(?:и\sдр|та\sін|et\sal)\.?\]?\Z")
_LONGEST_WITH = 40
_LONGEST_TAIL = 240
_LEAST = 12  # characters of a citation before those
_FURTHEST = 400  # and the most that a title before them has
_SURE = 0.3  # score of what reads as names


@dataclass(frozen=True, slots=True)
class Together:
    """Those named beside a citation, whether they edited it with its owner, and where it goes on or ends."""

    people: People
    editors: bool
    at: int

    def joined(self, reading: Reading) -> Reading:
        """Return the reading with these behind its own people."""
        people = replace(self.people, persons=(*reading.people.persons, *self.people.persons))
        return replace(reading, people=people, editors=reading.editors or self.editors)


def named_first(text: str, at: int) -> Together | None:
    """Return those named before a citation that begins at `at`."""
    match = _LEAD.match(text, at)
    group = next((each for each in _NAMED if match and match[each]), "")
    return _together(text, match, group, match.end()) if match else None


def reviewer_first(text: str, at: int) -> Together | None:
    """Return who wrote the review that begins at `at`, and where the reviewed work does: `O. Lund, [rec.] …`."""
    match = _REVIEWS.match(text, at)
    return _together(text, match, "names", match.end()) if match else None


def named_within(text: str, start: int) -> tuple[Together, str] | None:
    """Return those named in brackets or a sentence behind a title, and the text with blanks in their place."""
    stop = start + _FURTHEST
    line = _LINE.search(text, start + _LEAST, stop)
    match = line or _SENTENCE.search(text, start + _LEAST, stop) or _WITHIN.search(text, start + _LEAST, stop)
    if match is None or not (line or text[match.end() :].strip(" .,;")) or _reads_as_names(text, start, match.start()):
        return None
    found = _together(text, match, "names", match.start())
    ended = text[match.end() : match.end() + 3].lstrip()[:1] in (".", ",", ";", ":")
    blank = ("\n" if line else " " if ended else ".") + " " * (match.end() - match.start() - 1)
    return (found, text[: match.start()] + blank + text[match.end() :]) if found else None


def _reads_as_names(text: str, start: int, end: int) -> bool:
    """Whether a list of names stands before those in brackets: `A. Lee (with B. Kim). Title`."""
    people = read_people(text[:start] + blank_marks(text[start:end]), start, end)
    return bool(people.persons) and people.against == 0 and all(map(is_known, people.persons))


def named_last(text: str, start: int) -> Together | None:
    """Return those named at the end of a citation, in brackets or behind its year or pages."""
    begin = max(start + _LEAST, len(text) - _LONGEST_TAIL)
    opened = max(text.rfind("(", begin), text.rfind("[", begin))
    while opened > begin and text[opened - 1] in " \n.,;":
        opened -= 1
    match = _TAIL.match(text, opened) if opened >= begin else None
    match = match or _BARE_TAIL.search(text, begin)
    if match is None:
        return None
    bare = match.re is _BARE_TAIL
    return _together(text, match, "names", match.start("at") if bare else match.start())


def with_all_stated(text: str, reading: Reading) -> Reading:
    """Return the reading with all whom a slash behind its title names, of whom its heading may give the first.

    `Лунь, О. Вовна / О. Лунь, І. Сич // Вісник`
    """
    at = reading.title[0] + len(text[slice(*reading.title)].rstrip())
    match = _STATED.match(text, at)
    if match is None:
        return reading
    rest = _REST_OF_THEM.search(match[0])
    people = read_people(text, match.start() + 3, match.start() + rest.start() if rest else match.end())
    headed = all(any(_family(one.text) in other.text for other in people.persons) for one in reading.people.persons)
    if not (people.persons and headed):
        return reading
    people = replace(people, et_al=people.et_al or rest is not None)
    return replace(reading, people=people, rest=(match.end(), reading.rest[1]))


def _family(name: str) -> str:
    """Return the longest word of a name, which its initials are not."""
    return max(name.replace(",", " ").split(), key=len, default="")


def leaves_owner_out(text: str, first: int) -> bool:
    """Whether the names of a citation, of which the first begins at `first`, are those of its owner's co-authors.

    >>> leaves_owner_out("Counting Sheep, joint work with Anna Bee. SIGSHEEP 2020.", 32)
    True
    """
    return _JUST_BEFORE.search(text[max(0, first - _LONGEST_WITH) : first]) is not None


def _together(text: str, match: re.Match[str], group: str, at: int) -> Together | None:
    start, end = match.span(group)
    names = text[:start] + blank_marks(text[start:end]) + text[end:]
    people = read_people(names, start, end)
    sure = people.persons and people.against >= -1 and people.score > _SURE
    return Together(people, bool(match["editors"] or group in _EDITING), at) if sure else None
