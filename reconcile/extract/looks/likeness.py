"""How much a stretch of text looks like a publication string: what it has of one, and a score.

The points are not learned: each says how rarely the feature stands in the rest of a CV (education, jobs, awards).
They were set on the 3,000 rendered strings and the CVs that `tests/extract_cases` imitates.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from reconcile.documents.blocks.block import Mark
from reconcile.extract.looks.people import leading, runs
from reconcile.extract.looks.pieces import has_doubtful_title, masked, names_venue, plain_title
from reconcile.extract.words import cues
from reconcile.lexicon import links, venues
from sources import identifiers
from sources.arabic_script import plain
from sources.text import fold

# The name of a page's owner in bold letters, the family name first: `BEE-DEE, A. C.`
_OWNER = re.compile(r"[^\W\d_][\w'’ -]{1,60},(?:[ -]?[A-ZÀ-Þ]\.){1,6}[\s*;,]{0,3}\Z")
# What goes on behind a meeting's name and year, in the titles of shared tasks' papers: `Ants at SheepEval 2016: …`.
_GOES_ON = re.compile(r"[^:\n]{0,20}: (?:\S{1,40} ){2}\S")
# A volume behind those who edited it, as DBLP lists it: `Bee, C. Dee:\nProceedings of the Third Workshop on Wool`.
_EDITED = re.compile(r":\s{1,3}(?:Proceedings|Actes|Atti|Actas) (?:of|de|d[ei]l|des) ")
# A journal in quotes behind a title in quotes, and its numbers or its state: `„Wełna”, „Zapiski Owcze” 71 (2023)`.
_QUOTED_BEFORE = re.compile(r"[”»\"],\s\Z")
_NUMBERED = re.compile(
    r",?\s(?:\d|\((?:(?:19|20)\d\d|[^()\n]{0,30}\b(?:druku?|press|print|stampa|Druck|prensa|presse)\b)"
    r"|[IVXLC]{1,7}[,.\s(]|(?:t|vol|nr|no|n|z|R|r|roč|H)\.?\s?[\dIVX])"
)
# A linked text of fewer words is a button.
_LEAST_LINKED = 2
# So many characters beside a list of names are punctuation and marks.
_BESIDE_NAMES = 12
# So often a biography speaks of its person.
_TOLD = 3
# So many links by name stand in a row, and in so many characters.
_BUTTONS, _BESIDE_BUTTONS = 2, 60
# A title behind `TLDR:` has so many words.
_LEAST_TITLE, _MOST_TITLE = 3, 20
# A sentence of an abstract has more words.
_SENTENCE = 5
# So near its beginning a reference has its title.
_NEAR = 700
# Beyond this many characters nothing more is learnt about a text.
_ENOUGH = 6000


@dataclass(frozen=True, slots=True)
class Likeness:
    """What a text has of a publication string.

    `names` is the length of its longest list of names, `first` how many names it begins with, `only_names` whether
    it has nothing else. `title` is how sure it is that a title stands there (0 to 2), `venue` a venue (0 to 2);
    `doubtful` says that a title may stand behind the first names that reads as a venue.
    """

    names: int = 0
    first: int = 0
    only_names: bool = False
    title: float = 0.0
    doubtful: bool = False
    venue: float = 0.0
    year: bool = False
    pages: bool = False
    identified: bool = False
    status: bool = False
    thesis: bool = False
    announced: bool = False
    dated_names: bool = False
    against: float = 0.0

    @property
    def score(self) -> float:
        """The sum of the points; about 3 is a publication among publications, 4.5 one anywhere."""
        names = (0.0, 1.25, 2.0)[min(self.names, 2)]
        marks = 0.75 * self.year + 1.0 * self.pages + 2.0 * self.identified + 1.0 * self.status
        return (
            names
            + self.title
            + self.venue
            + marks
            + 1.5 * self.thesis
            + 1.0 * self.announced
            + 0.75 * self.dated_names
            - self.against
        )


def likeness(text: str, marks: Sequence[Mark] = ()) -> Likeness:
    """Return what `text` (without markup, with its marks) has of a publication string."""
    return _likeness(plain(text[:_ENOUGH]), tuple(mark for mark in marks if mark.end <= _ENOUGH))


@lru_cache(maxsize=1024)
def _likeness(text: str, marks: tuple[Mark, ...]) -> Likeness:
    named = runs(text)
    first = leading(text, named)
    titles = titles_in(text, marks)
    outside = masked(text, titles)
    edited = first > 0 and _EDITED.match(text, named[0].end) is not None
    title = 2.0 if titles else max(plain_title(text, named), float(edited or cues.LEXICON.match(text) is not None))
    alone = not first and cues.DATED_PERSON.match(text) is not None
    return Likeness(
        names=max((run.count for run in named), default=int(alone)),
        first=first,
        only_names=first > 0 and len(named) == 1 and len(text) - (named[0].end - named[0].start) < _BESIDE_NAMES,
        title=title,
        doubtful=first > 0 and title < 1 and has_doubtful_title(text, named[0]),
        venue=_venue(outside),
        year=cues.YEAR.search(outside) is not None,
        pages=any(cue.search(outside) for cue in (cues.PAGES, cues.PLACED, cues.GBT, cues.LEGAL)),
        identified=_identified(text, marks),
        status=cues.STATUS.search(outside) is not None,
        thesis=cues.THESIS.search(outside) is not None,
        announced=cues.OUR_PAPER.search(outside) is not None,
        dated_names=alone or (bool(named) and cues.YEAR_BEHIND_NAMES.match(text, named[0].end) is not None),
        against=_against(text, outside, first),
    )


def titles_in(text: str, marks: Sequence[Mark] = ()) -> tuple[tuple[int, int], ...]:
    """Return the places of what quotes, links, bold or italics set apart as titles, the surest kind only."""
    quoted = [
        found.span()
        for found in cues.QUOTED.finditer(text)
        if not _QUOTED_BEFORE.search(text, max(0, found.start() - 3), found.start())
        or not _NUMBERED.match(text, found.end())
        if _titular(found.group().strip("“”\"«»„‘’`'「」『』"), opening=not found.start())
        and not cues.NAMED.search(text, max(0, found.start() - 40), found.start())
    ]
    if quoted:
        return tuple(quoted)
    addressed = [
        (mark.start, mark.end) for mark in marks if mark.url and _names_its_work(text[mark.start : mark.end], mark.url)
    ]
    if addressed:
        return tuple(addressed)
    for kind in ("link", "strong", "emphasis"):
        may_be = [mark for mark in marks if mark.kind == kind and not cues.NO_TITLE.match(text, mark.start, mark.end)]
        if kind == "emphasis":
            may_be = [mark for mark in may_be if not cues.AFTER_JOURNAL.match(text, mark.end)]
        joined = _adjoining(may_be, text)
        found = [
            span for span in joined if _titular(text[span[0] : span[1]]) and (kind == "link" or _begins(text, span))
        ]
        listed = [run for run in runs(text) if run.count > 1] if found and kind != "link" else []
        found = [span for span in found if not any(run.start <= span[0] and span[1] <= run.end for run in listed)]
        if found:
            return tuple(found)
    return ()


def _names_its_work(text: str, url: str) -> bool:
    """Whether a link's text is the title of what it leads to: `[Segment Anything](https://arxiv.org/abs/…)`."""
    words = cues.WORD.findall(text)
    if (
        len(words) < _LEAST_LINKED
        or all(word.casefold() in links.VERSIONS for word in words)
        or cues.YEAR.search(text)
        or cues.NO_TITLE.match(text)
    ):
        return False
    return identifiers.from_url(url) is not None and not identifiers.find(text) and not runs(text)


def is_prose(text: str) -> bool:
    """Whether a text is running prose (an abstract, a description) instead of a reference."""
    words = cues.WORD.findall(text[:2000])
    if len(words) < 25:
        return False
    telling = len(cues.PROSE_WORD.findall(text[:2000]))
    if is_told_of_a_person(text):
        return True
    return (telling >= 4 and telling * 40 >= len(words) and not runs(text[:400])) or (len(words) > 120 and telling >= 4)


def is_told_of_a_person(text: str) -> bool:
    """Whether a text is somebody's biography, in the first person or the third.

    >>> is_told_of_a_person("I am a student. I received my M.Sc. in 2013. My work is on sheep.")
    True
    """
    return len(list(islice(cues.TOLD_OF.finditer(text[:2000]), _TOLD))) == _TOLD


def begins_abstract(text: str, marks: Sequence[Mark] = ()) -> bool:
    """Whether a label begins a text as an abstract's; in `TLDR: Counting Sheep`, set apart or cited, it is the title's.

    >>> begins_abstract("TL;DR: Sheep are counted.")
    True
    >>> begins_abstract("TLDR: Counting Sheep at Night. Anna Bee, Carla Dee. Proceedings of SIGSHEEP, 2020.")
    False
    """
    label = cues.ABSTRACT.match(text)
    if label is None:
        return False
    line = text.partition("\n")[0].rstrip()
    words = len(line[label.end() :].split())
    if _LEAST_TITLE <= words <= _MOST_TITLE and any(
        mark.start <= label.start() and len(line) <= mark.end for mark in marks
    ):
        return False
    like = likeness(text, marks)
    return not (like.names > 1 and like.title >= 1 and like.venue >= 1 and like.year)


def is_abstract(text: str, marks: Sequence[Mark] = ()) -> bool:
    """Whether a line is an abstract or the beginning of one, by its label or as sentences about a work.

    >>> is_abstract("Abstract: Sheep are counted."), is_abstract("We present a count that is exact.")
    (True, True)
    >>> is_abstract("We Need to Talk about Sheep.")
    False
    """
    if begins_abstract(text, marks):
        return True
    if not cues.TELLING_START.match(text) or not text.rstrip().endswith((".", "!", "?")):
        return False
    words = cues.WORD.findall(text[:2000])
    small = sum(word[0].islower() for word in words)
    return len(words) > _SENTENCE and 0.7 * len(words) < small and len(cues.PROSE_WORD.findall(text[:2000])) > 1


def _begins(text: str, span: tuple[int, int]) -> bool:
    """Whether what bold or italics set apart begins as a title does, and is no stressed word of a sentence."""
    return not text[span[0]].islower() or span[0] == 0 or text[span[0] - 1] == "\n"


def _titular(text: str, *, opening: bool = False) -> bool:
    """Whether a set-apart text can be a title: three words or more, or two with a colon, not names, not a venue.

    Two are enough `opening` an entry in quotes that hold the sign behind them, as historians write: `“Salt, Again.”`
    """
    words = cues.WORD.findall(text)
    closed = opening and text[-1:] in (".", ",", "?", "!")
    enough = len(words) >= 3 or (len(words) == 2 and (":" in text or "：" in text or len(text) > 20 or closed))
    if (
        not enough
        or len(words) > 60
        or cues.NO_TITLE.match(text)
        or cues.PRIZE.search(text)
        or cues.MEETING_IN_FULL.match(text)
        or cues.MAIL.search(text)
        or _OWNER.match(text)
    ):
        return False
    if any(run.count > 1 for run in runs(text)):
        return False
    strong, acronym = cues.VENUE.search(text), venues.ACRONYM.search(text)
    if acronym and acronym.start() and _GOES_ON.match(text, acronym.end()):
        return True
    return not (acronym or (strong and (cues.YEAR.search(text) or strong.start() < 8 or len(words) < 6)))


def _adjoining(marks: Sequence[Mark], text: str) -> list[tuple[int, int]]:
    """Return the marks' spans, those that lead to one place with nothing but white space between them as one."""
    spans: list[tuple[int, int]] = []
    url = ""
    for mark in sorted(marks):
        if spans and mark.url == url and not text[spans[-1][1] : mark.start].strip(" \n"):
            spans[-1] = (spans[-1][0], max(mark.end, spans[-1][1]))
        else:
            spans.append((mark.start, mark.end))
        url = mark.url
    return spans


def _venue(text: str) -> float:
    """Return how much the text names a venue."""
    words = {found.group().casefold() for found in cues.VENUE.finditer(text)}
    points = 1.0 * bool(words) + 0.5 * (len(words) > 1) + 1.25 * bool(venues.ACRONYM.search(text))
    points += 1.25 * bool(cues.HOUSE_AND_YEAR.search(text) or cues.LEGAL.search(text))
    if points < 1 and names_venue(text):
        points += 1.0
    return min(2.0, points)


def _identified(text: str, marks: Sequence[Mark]) -> bool:
    """Whether an identifier of a publication stands in the text or in one of its links."""
    if any(found.identifier.scheme != "patent" for found in identifiers.find(text)):
        return True
    return any(mark.url and identifiers.from_url(mark.url) is not None for mark in marks)


def _against(text: str, outside: str, first: int) -> float:
    """Return the points of what belongs to the rest of a CV.

    Behind names one span of time with a year after it is a title's: `A. Bee. Wool in Wales, 1815-1840. Wiley, 2001.`
    """
    spans = list(islice(cues.SPAN.finditer(outside), 2))
    titled = first > 0 and len(spans) == 1 and cues.YEAR.search(outside, spans[0].end()) is not None
    prose = 2.0 if is_prose(text) and not titles_near_start(text) else 0.0
    told = cues.ADVISED.sub("", outside) if cues.THESIS.search(outside) else outside
    return (
        2.0 * (bool(spans) and not titled and cues.PLACED.search(outside) is None)
        + 1.5 * (cues.POST.search(told) is not None)
        + 2.0 * (cues.VERB.match(outside) is not None)
        + 2.0 * (not first and cues.OWN_WORK.search(outside) is not None)
        + 2.0 * (cues.MAIL.search(outside) is not None)
        + 2.0 * (cues.PHONE.search(outside) is not None)
        + 2.0 * (cues.MONEY.search(outside) is not None)
        + prose
    )


def titles_near_start(text: str) -> bool:
    """Whether a quoted title stands near the beginning of a text."""
    return cues.QUOTED.search(text[:_NEAR]) is not None


def is_button_line(text: str) -> bool:
    """Whether a line has nothing but links by name: `[PDF] [Code] [BibTeX]`."""
    words = fold(text).split()
    named = all(word in links.BUTTONS or len(word) < 3 or word == "and" for word in words)
    return named and 0 < len(words) <= 14 and not cues.MONTH_LABEL.fullmatch(text.strip())


def begins_with_buttons(text: str) -> bool:
    """Whether two links by name or more stand before other words: `pdf bib Felt in Cold Water`."""
    words = fold(text[:_BESIDE_BUTTONS]).split()
    return len(words) > _BUTTONS and links.BUTTONS.issuperset(words[:_BUTTONS]) and not is_button_line(text)
