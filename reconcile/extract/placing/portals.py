"""Works as the research portals of universities list them (Pure): title, people and imprint, below them their class.

`Wool and felt` / `Bee, A. & Dee, C., 2020, In: Gull Studies. 3, p. 4-9` / `Research output: Contribution to journal ›
Article › peer-review`. The class says that it is a work, so that nothing else has to; what counts its readers follows.
Where the second line has that form, it names the fields; else the line of people is known by its names.
"""

from __future__ import annotations

import re
from dataclasses import replace

from reconcile.extract.lines.stretch import Line, Stretch, as_title
from reconcile.extract.looks.people import leading, runs
from reconcile.lexicon import outputs
from reconcile.lexicon.reasons import Reason
from reconcile.mention import Kind
from sources.et_al import is_et_al

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
_IN_STATE = (
    r"(?:accepted/in press|accepteret/in press|accepterad/under tryckning|in press|submitted|e-pub ahead of print"
    r"|published|udgivet|h[yv]äksytty/in press)"
)
_STATUS = re.compile(rf"{_IN_STATE}\Z", re.IGNORECASE)
_MOST_LINES = 4  # of a title
# People, date and place, as the portals print them: `Bee, A. & Dee, C., 3 Mar 2020, (Submitted) In: Gull Studies.`
_PRINTED = re.compile(
    r"(?P<people>[^\W\d].{2,5000}?), (?P<date>(?:\d{1,2}\.? )?(?:[^\W\d_]{3,10}\.? )?(?:19|20)\d\d|"
    rf"{_IN_STATE})(?:[.,] ?(?:\([^()]{{3,40}}\) ?)?(?P<place>.*))?\Z",
    re.IGNORECASE | re.DOTALL,
)
_IN = re.compile(r"\A(?:in|i|en|em|dans|julkaisussa): ", re.IGNORECASE)
_BETWEEN = re.compile(r",? & |, ")
_GIVEN = re.compile(r"(?:[^\W\d_]{1,3}\.[ -]?){1,6}")
_MORE = re.compile(r"\d{1,5} (?:others?|flere|muuta?|anderen?|weitere|otros|autres|andra)", re.IGNORECASE)
_ROLE = re.compile(r" \((?:eds?|hrsg|red|toim|coord)\.?\)", re.IGNORECASE)
# What the classes mean; tried in order.
_KINDS = tuple(
    (re.compile(words, re.IGNORECASE), kind)
    for words, kind in (
        (outputs.PATENT, Reason.PATENT),
        (outputs.THESIS, Kind.THESIS),
        (outputs.PAPER, Kind.PAPER),
        (outputs.ARTICLE, Kind.ARTICLE),
        (outputs.CHAPTER, Kind.CHAPTER),
        (outputs.PREPRINT, Kind.PREPRINT),
        (outputs.REPORT, Kind.REPORT),
        (outputs.BOOK, Kind.BOOK),
    )
)


def _meant(kind: str) -> str:
    """Return what a class means: its second level where that says it, else its first; nothing for any other class.

    >>> _meant("Publikation: Bog/antologi/afhandling/rapport › Ph.d.-afhandling › Forskning")
    'thesis'
    """
    first, *others = (level.strip() for level in kind.partition(":")[2].split("›"))
    levels = (*others[:1], first)
    return next((str(meant) for level in levels for words, meant in _KINDS if words.search(level)), "")


def is_class(line: str) -> bool:
    """Say whether a line is the class of an output; its words may be those of a heading."""
    return _CLASSED.match(line.strip()) is not None


def from_portal(stretch: Stretch) -> Stretch | None:
    """Return a work that its class names as one, its title marked, without the class and what follows; else None."""
    at = next((at for at, line in enumerate(stretch.lines) if at and is_class(line.text)), None)
    if at is None or stretch.fields:
        return None
    begin = 1 if at > 1 and _STATUS.match(stretch.lines[0].text.strip()) else 0
    lines = stretch.lines[begin:at]
    for number in range(1, min(len(lines), _MOST_LINES + 1)):
        told = " ".join(line.text.strip() for line in lines[number:])
        if fields := _printed(told, stretch.lines[at].text):
            title = " ".join(line.text.strip() for line in lines[:number])
            return replace(stretch, lines=lines, fields=(("title", title), *fields))
    people = next((number for number, line in enumerate(lines) if number and _begins_with_names(line)), None)
    if people is None or people > _MOST_LINES:
        return None
    return stretch.with_lines([*map(as_title, lines[:people]), *lines[people:]])


def _printed(told: str, kind: str) -> tuple[tuple[str, str], ...]:
    """Return the fields of the line of people, date and place, and of the class; nothing for any other line."""
    found = _PRINTED.match(told)
    people = _people(_ROLE.sub("", found["people"])) if found else ""
    if found is None or not people:
        return ()
    edited = len(_ROLE.findall(found["people"])) == people.count(" and ") + 1
    named = (
        ("type", _meant(kind)),
        ("editor" if edited else "author", people),
        ("date", found["date"]),
        ("imprint", _IN.sub("", (found["place"] or "").strip())),
    )
    return tuple((name, value) for name, value in named if value)


def _people(text: str) -> str:
    """Return the people of `Bee, A., Wool Group & 2 others` as BibTeX joins them; nothing of what is no such list.

    >>> _people("Bee, A., Wool Group & 2 others")
    'Bee, A. and {Wool Group} and others'
    """
    listed: list[str] = []
    pieces = _BETWEEN.split(text)
    while pieces:
        name, *pieces = pieces
        if pieces and _GIVEN.fullmatch(pieces[0]):
            listed.append(f"{name}, {pieces.pop(0)}")
        elif is_et_al(name) or _MORE.fullmatch(name):
            listed.append("others")
        elif " " in name:
            listed.append(f"{{{name}}}")
        else:
            return ""
    return " and ".join(listed)


def is_no_output(stretch: Stretch) -> bool:
    """Whether the last line of a stretch is the class of a talk, an office or a prize, as the portals have it."""
    return len(stretch.lines) > 1 and _OTHER.match(stretch.lines[-1].text.strip()) is not None


def _begins_with_names(line: Line) -> bool:
    return leading(line.text, runs(line.text)) > 0
