"""Those named beside a citation that leaves its owner out: `(mit Eva Holm) Title`, `Title, in: X (with A. Bee)`."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from reconcile.parse.frame import Reading
from reconcile.parse.people import People, read_people
from reconcile.parse.pieces import blank_marks

_WITH = (
    r"(?:(?:joint(?:ly)?|work|co-?authored|co-?written|written|gem(?:einsam|\.)|zus(?:ammen|\.)|en collaboration) )?"
    r"(?:with|mit|avec)"
)
_EDITED_WITH = r"(?:hrsg\.|hg\.|(?:co-?)?ed(?:ited|\.)|eds\.) (?:with|mit)"
_NAMES = r"(?P<names>[^()\[\]\n:“”„\"]{3,200}?)"
_LEAD = re.compile(
    rf"\((?:(?P<editors>{_EDITED_WITH})|{_WITH})\s{_NAMES}\):?\s+(?=\S)"
    rf"|(?:{_WITH})\s(?P<bare>[^()\[\]\n:“”„\"]{{3,200}}?)[.,:]\s+(?=[“„«\"])",
    re.IGNORECASE,
)
_TAIL = re.compile(
    rf"[\s.,;]*[(\[](?:(?P<editors>{_EDITED_WITH})|{_WITH})\s(?P<names>[^()\[\]:“”„\"]{{3,200}})[)\]][\s.,;]*\Z",
    re.IGNORECASE,
)
_LONGEST_TAIL = 240
_LEAST = 12  # characters of a citation before those
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
    group = "names" if match and match["names"] else "bare"
    return _together(text, match, group, match.end()) if match else None


def named_last(text: str, start: int) -> Together | None:
    """Return those named in brackets at the end of a citation."""
    begin = max(start + _LEAST, len(text) - _LONGEST_TAIL)
    opened = max(text.rfind("(", begin), text.rfind("[", begin))
    while opened > begin and text[opened - 1] in " \n.,;":
        opened -= 1
    match = _TAIL.match(text, opened) if opened >= begin else None
    return _together(text, match, "names", match.start()) if match else None


def _together(text: str, match: re.Match[str], group: str, at: int) -> Together | None:
    start, end = match.span(group)
    names = text[:start] + blank_marks(text[start:end]) + text[end:]
    people = read_people(names, start, end)
    sure = people.persons and people.against >= -1 and people.score > _SURE
    return Together(people, bool(match["editors"]), at) if sure else None
