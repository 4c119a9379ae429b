"""Works as the research portals of universities list them (Pure): title, people and imprint, below them their class.

`Wool and felt` / `Bee, A. & Dee, C., 2020, In: Gull Studies. 3, p. 4-9` / `Research output: Contribution to journal ›
Article › peer-review`. The class says that it is a work, so that nothing else has to; what counts its readers follows.
"""

from __future__ import annotations

import re
from dataclasses import replace

from reconcile.documents.block import Mark
from reconcile.extract.people import leading, runs
from reconcile.extract.stretch import Line, Stretch

# The class of an output, in the languages in which the portals speak.
_CLASSED = re.compile(
    r"(?:research outputs?|publication|publikation(?:er)?|publikasjon|forskningsoutput|tutkimustuotos|julkaisu"
    r"|onderzoeksoutput|publicatie|ver[oö]ffentlichung|forschungsoutput|publicaci[oó]n|publication scientifique"
    r"|producci[oó]n cient[ií]fica)\s?:\s[^\W\d_][^\n]{2,200}\Z",
    re.IGNORECASE,
)
# The class of what else the portals list: talks and offices, prizes, what newspapers say.
_OTHER = re.compile(
    r"(?:activity|activit[ée]|aktivitet(?:er)?|aktivität|activiteit|actividad|aktiviteetti|prize|pris|auszeichnung|prijs"
    r"|press/media|presse/medie)\s?:\s[^\W\d_][^\n]{2,200}\Z",
    re.IGNORECASE,
)
_STATUS = re.compile(
    r"(?:accepted/in press|accepteret/in press|accepterad/under tryckning|in press|submitted|e-pub ahead of print"
    r"|published|udgivet|h[yv]äksytty/in press)\Z",
    re.IGNORECASE,
)
_MOST_LINES = 4  # of a title


def from_portal(stretch: Stretch) -> Stretch | None:
    """Return a work that its class names as one, its title marked, without the class and what follows; else None."""
    at = next((at for at, line in enumerate(stretch.lines) if at and _CLASSED.match(line.text.strip())), None)
    if at is None or stretch.fields:
        return None
    begin = 1 if at > 1 and _STATUS.match(stretch.lines[0].text.strip()) else 0
    lines = stretch.lines[begin:at]
    people = next((number for number, line in enumerate(lines) if number and _begins_with_names(line)), None)
    if people is None or people > _MOST_LINES:
        return None
    return stretch.with_lines([*map(_as_title, lines[:people]), *lines[people:]])


def is_no_output(stretch: Stretch) -> bool:
    """Whether the last line of a stretch is the class of a talk, an office or a prize, as the portals have it."""
    return len(stretch.lines) > 1 and _OTHER.match(stretch.lines[-1].text.strip()) is not None


def _begins_with_names(line: Line) -> bool:
    return leading(line.text, runs(line.text)) > 0


def _as_title(line: Line) -> Line:
    return replace(line, marks=(Mark(0, len(line.text), "strong"), *line.marks))
