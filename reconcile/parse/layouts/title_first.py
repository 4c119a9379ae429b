"""A layout of a citation: the title first, then its authors or nobody, and what holds it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from reconcile.lexicon.given_names import GIVEN_NAMES
from reconcile.lexicon.together import WITH
from reconcile.parse.layouts.coherence import cuts_journal
from reconcile.parse.layouts.frame import TITLE_FIRST, Frame, MayWin, Reading
from reconcile.parse.layouts.rest import MOST_OF_REST
from reconcile.parse.layouts.weighing import (
    MOST_OF_END,
    NO_AUTHORS,
    PLAIN_ENDS,
    TITLE_END,
    cuts_mark,
    has_subtitle,
    inside_quote,
    score_of_end,
)
from reconcile.parse.names.people import MOST_OF_PEOPLE, People, Person, is_known, read_people
from reconcile.parse.names.shapes import Shape, shape_of
from reconcile.parse.place.credits import CREDITED
from reconcile.parse.place.imprint import is_place, read_imprint
from reconcile.parse.text.segments import End
from reconcile.parse.text.set_apart import is_bold_sentence
from reconcile.parse.words import cues
from reconcile.parse.words.signs import HOUSE
from reconcile.venues import looks_like_venue
from sources.east_asian import is_east_asian
from sources.text import fold

_SUBTITLE_ALONE = 1.4  # for a second sentence that is a subtitle, where no authors stand before it
_NAME_WORDS = 4  # words of a name, at most


def title_first(frame: Frame, may_win: MayWin) -> Iterator[Reading]:
    """Propose `Title. Authors. Rest`, as lines or in running text."""
    view = frame.view
    for title in frame.title_ends(frame.start):
        by_with = title.kind in ("paren", "comma") and bool(_WITH.match(view.text, title.at))
        cited = title.kind == "paren" and bool(
            _NEUTRAL.match(view.text, title.next) or HOUSE.match(view.text, title.next)
        )
        if title.kind in ("soft", "paren", "semicolon", "colon", "before-mark") and not (by_with or cited):
            continue
        if title.kind == "by" and _CREDIT_BEFORE.search(view.text, max(0, title.at - _LONGEST_CREDIT), title.at):
            continue
        start = inside_quote(view.text, frame.start) if title.kind == "quote" else frame.start
        base = (
            TITLE_FIRST + TITLE_END[title.kind] + frame.title_score(start, title.at, set_apart=title.kind in PLAIN_ENDS)
        )
        base += _BEFORE_NAMES * (title.kind == "dash" and bool(_NAMES_BEGIN.match(view.text, title.next)))
        if base < -1.5:
            continue
        bold = title.kind == "strong-mark" and is_bold_sentence(view, frame.start)
        base += _OPENING * (bold or _opens_with_title(view.text, start, title))
        base -= _CLOSED_WITHIN * _is_closed_within(frame, title)
        base -= _IMPRINT_WITHIN * _holds_imprint(frame, title)
        base -= _LED_WITHIN * bool(
            title.kind in ("comma", "period", "newline", "end") and _BOOK_LED.search(view.text, start, title.at)
        )
        base += _BEFORE_WITH * (by_with and title.kind == "comma")
        base -= _QUOTED_BEHIND * (title.kind == "emphasis-mark" and _is_name_before_quote(view.text, start, title.at))
        base -= _NAME_ALONE * _is_name_before_comma(view.text, start, title)
        base -= cuts_mark(view, start, title.at) + _name_behind(view.text[max(start, title.at - 60) : title.at])
        if title.kind != "by":
            score = base + NO_AUTHORS + frame.rest_score(title.next)
            if title.kind not in PLAIN_ENDS:
                score += _SUBTITLE_ALONE * (
                    _is_led(frame, title) or has_subtitle(frame, frame.title_ends(frame.start), title)
                )
            yield Reading(People(), (start, title.at), (title.next, frame.end), score, "title")
        if may_win(base + MOST_OF_PEOPLE + MOST_OF_END + MOST_OF_REST):
            yield from _authors_after(frame, (start, title.at), title, base)


_IMPRINT_WITHIN = 2.0  # off, for a title in which a whole imprint stands: `Wolle 1918–1926, Wien: Olmo 2007. Diss.`


def _holds_imprint(frame: Frame, title: End) -> bool:
    """Whether a place, a publisher behind a colon and a year stand before the end of a title."""
    for end in frame.title_ends(frame.start):
        if end.kind in ("comma", "period") and end.next < title.at:
            imprint = read_imprint(frame.view.text, end.next, title.at)
            if imprint.first and imprint.colon and imprint.complete and imprint.firm:
                return True
    return False


_LED = re.compile(r"(?:,?\s{1,99})?in:?\s[«“„\"A-ZÀ-Þ]")  # `Titel. Untertitel, in: Blätter`
_BOOK_LED = re.compile(r",\sin:?\s[«“„\"A-ZÀ-Þ]")
_LED_WITHIN = 1.2  # off, for a title in which they stand: `Tacere, in I mulini, pp. 7-21`
_SENTENCE = re.compile(r"[^\W\d_]{3}[.?!]\s(?=[^\W\d_])")


def _is_led(frame: Frame, title: End) -> bool:
    """Whether two sentences end before a comma and an "in", or a whole imprint: the second holds no work, no names."""
    text = frame.view.text
    if title.kind not in ("led", "comma", "lead"):
        return False
    if not (_LED.match(text, title.at) or CREDITED.match(text, title.at) or _is_printed(frame, title)):
        return False
    inner = list(_SENTENCE.finditer(text, frame.start, title.at))
    if len(inner) != 1 or any(map(str.isdigit, text[inner[0].end() : inner[0].end() + 4])):
        return False
    return not any(map(_is_plain_name, read_people(frame.names, inner[0].end(), title.at).persons))


def _is_printed(frame: Frame, title: End) -> bool:
    """Whether an imprint follows with place and publisher: `Titel. Kein Untertitel ohne Wolle, Wien: Olmo 2010`."""
    imprint = read_imprint(frame.view.text, title.next, frame.end)
    return imprint.first and imprint.colon and imprint.firm


_BEFORE_NAMES = 1.5  # for a title before a dash and a list of names with initials
_NAMES_BEGIN = re.compile(r"\s?(?:[A-ZÀ-Þ]\.[ -]?){1,3}[A-ZÀ-Þ][\w'’-]+(?:,| and | &|\.)")
_OPENING = 1.5  # for a title in italics with which an entry begins, as those do that leave their owner out
_OPENING_WORDS = {"emphasis-mark": 4, "strong-mark": 5}  # and of how many words; a name in bold has fewer


def _opens_with_title(text: str, start: int, title: End) -> bool:
    """Whether what the markup sets apart at the start of an entry is its title: several words, and no venue's name."""
    words = text.count(" ", start, title.at) + 1
    if words < _OPENING_WORDS.get(title.kind, words + 1):
        return False
    return text[title.next : title.next + 1] in (",", ".", " ") and looks_like_venue(text[start : title.at]) < _LIKELY


_LIKELY = 0.5  # how sure the table of venues has to be
_CLOSED_WITHIN = 2.5  # off, where quotes that open a title are closed before its end: `“Markets”, in Handbook of`


def _is_closed_within(frame: Frame, title: End) -> bool:
    """Whether a title that begins with a quotation mark goes on behind its closing one and a delimiter."""
    text = frame.view.text
    closings = [end for end in frame.title_ends(frame.start) if end.kind == "quote" and end.next <= title.at]
    return any(text[end.at - 1] in ",.?!" or text[end.next : end.next + 1] in (",", ".", ";") for end in closings[:1])


_QUOTED_BEHIND = 3.0  # off, for what is set in italics and may be the first of the authors of a title in quotes
_QUOTED_TITLE = re.compile(r"“[^“”\"]{20,400}[”\"]|``[^`]{20,400}''|\"[^\"]{20,400}\"")


def _is_name_before_quote(text: str, start: int, end: int) -> bool:
    """Whether a few words in italics stand before a title in quotes, as the name of the page's owner does."""
    return text.count(" ", start, end) < _NAME_WORDS and _QUOTED_TITLE.search(text, end) is not None


_NAME_ALONE = 1.5  # off, for a name that the markup sets apart, with others behind a comma


def _is_name_before_comma(text: str, start: int, title: End) -> bool:
    """Whether a list of names begins with the one in bold: `<b>Orla Fane</b>, Brice Lund, et al. Wool`."""
    if title.kind not in ("strong-mark", "emphasis-mark") or text[title.at : title.at + 1] != ",":
        return False
    shape, score = shape_of(text[start : title.at])
    return shape in (Shape.FULL, Shape.WORDS) and score >= _PLAIN_NAME


# How lawyers cite a case behind its name: `[1932] AC 562`.
_NEUTRAL = re.compile(r"\[(?:1[5-9]|20)\d\d\]\s(?:\d{1,3}\s)?[A-Z][A-Za-z.]*(?:\s[A-Z(][A-Za-z)]*){0,2}\s\d")


_LAST_PART = re.compile(r"(?:,|\s[-–—])\s(?!.*(?:,|\s[-–—])\s)(.+)\Z", re.DOTALL)
_NAME_BEHIND = {Shape.FULL: 1.8, Shape.WORDS: 0.8}  # off, by how sure it is a name


def _name_behind(stretch: str) -> float:
    """Return what speaks against a title whose last words, behind a comma or dash, are a name: `Nets, Ann Lee`."""
    last = _LAST_PART.search(stretch)
    shape, score = shape_of(last[1]) if last else (Shape.OTHER, 0.0)
    return _NAME_BEHIND.get(shape, 0.0) if score > 0.5 else 0.0


def _is_plain_name(person: Person) -> bool:
    """Whether a person's words are those of a name: none is one that titles are made of."""
    shape, score = shape_of(person.text)
    return shape in (Shape.FULL, Shape.TRAILING, Shape.WORDS) and score >= _PLAIN_NAME


_PLAIN_NAME = 0.7  # what `shape_of` gives to a name of words of which no table knows any
_CONTAINER_IN_FULL = 2.0  # off, where what may be a name stands behind `“Title.”`, as the work does that holds it
_NUMBERS_BEHIND = re.compile(r"[\s.]*(?:1[89]|20)\d\d(?: [A-Z][a-z]{2}(?: \d+)?)?;\s?\d")  # a journal's: `. 1998;52(1)`
_BEFORE_WITH = 1.8  # for a title whose authors are named behind `, with`
_NAMES_BEHIND = 1.5  # off, where nothing but plain names goes on to the end: they are authors, too, and no venue
_WEAK = 0.1  # score of a single person behind a title that is as likely a book or a journal
_CREDIT = re.compile(
    r"(?:Eds?|Transl?|Tr|Dir|Hrsg|Hg|Perf|Prod)\.\s|(?:Edited|Translated|Directed|Written|Produced|Illustrated) by\s"
    r"|(?:[ÜU]e?bersetzt|Herausgegeben) von\s|Traduit |Screenplay"
)  # those behind it did not write the work
_CREDIT_BEFORE = re.compile(
    r"(?:[.,;:(]|ed|ten|screenplay|photographs?|foreword|introduction|preface|afterword|music|notes|edition"
    r"|translation)\Z",
    re.IGNORECASE,
)  # `Directed by Anna Holt`, `ed. by Orla Fane`
_LONGEST_CREDIT = 20
_TOGETHER = rf"(?:(?:(?:co-?)?edited |hrsg\. )\s{{0,30}})?{WITH}"
_WITH = re.compile(rf"(?:\s\(|,\s)(?:{_TOGETHER})\s(?=[A-ZÀ-Þ])")
_BY = re.compile(rf"[\s.,;:|–—-]*(?:(?:by|authors?|von|par|por|\(?(?:{_TOGETHER}))(?:\b|(?<=/)):?\s*)?", re.IGNORECASE)


_YEAR_NEXT = re.compile(r"(?:,\s)?(?:1[5-9]|20)\d\d(?=[.,;\s]|\Z)")


def _is_imprint(frame: Frame, people: People, end: End) -> bool:
    """Whether two words and a year behind a title are a place and a publisher: `Il mulino, Rieti, Olmo, 2012`."""
    family, comma, given = people.persons[0].text.partition(", ")
    if not comma or " " in family or not given.isalpha() or fold(given) in GIVEN_NAMES:
        return False
    return bool(_YEAR_NEXT.match(frame.view.text, end.at))


def _without_imprint(text: str, end: End, people: People) -> tuple[End, People]:
    """Return a list of names and its end without a place and a publisher: `, avec P. Fane, Rieti, Olmo, 2012`."""
    if len(people.persons) > 1:
        place, comma, house = text[people.persons[-1].start : people.persons[-1].end].partition(", ")
        if comma and is_place(place) and house.isalpha() and fold(house) not in GIVEN_NAMES:
            last = people.persons[-2].end
            return replace(end, at=last, next=last), replace(people, persons=people.persons[:-1])
    return end, people


def _cuts_journal(frame: Frame, begin: int, at: int) -> bool:
    """Whether what is set in italics behind a title goes on behind a name in it: `<i>Acta Sci. Math.</i>`."""
    marks = [mark for mark in frame.view.marks if mark.kind == "emphasis" and abs(mark.start - begin) <= 1]
    return any(mark.end > at + 2 for mark in marks)


# What periodicals are called, and nobody: `“Rations.” <i>Ann and Mary Quarterly</i> 75`.
_PERIODICAL = re.compile(r"\b(?:Quarterly|Review|Journal|Bulletin|Magazine|Annals|Gazette|Studies)\b")


def _is_periodical(frame: Frame, begin: int) -> bool:
    """Whether what is set in italics behind a title is a periodical, though its words may be names."""
    marks = [mark for mark in frame.view.marks if mark.kind == "emphasis" and abs(mark.start - begin) <= 1]
    return any(_PERIODICAL.search(frame.view.text, mark.start, mark.end) for mark in marks)


# How a meeting is called where no table has it, with its year: `Loom Summit 2022`.
_MEETING = re.compile(r"[^\n]* (?:Conference|Congress|Forum|Meeting|Summit|Symposium|Workshop)\Z")
_ITS_YEAR = re.compile(r"\s['’]?(?:(?:19|20)\d\d|\d\d)\b")
_SURELY = 0.6  # how sure the table of venues has to be of what may be the last author


def _is_meeting(text: str, last: Person) -> bool:
    """Whether the last of a list of names is the meeting whose year follows: `Orla Fane, Interspeech 2022`."""
    if not _ITS_YEAR.match(text, last.end):
        return False
    return _MEETING.match(last.text) is not None or looks_like_venue(last.text) >= _SURELY


def _is_with_its_series(text: str, first: Person) -> bool:
    """Whether a word behind a title and another behind a slash are a magazine and its series: `Lanifex / Pecora`."""
    return first.text.isalpha() and not is_east_asian(first.text) and text[first.end : first.end + 3] == " / "


# What is said of a work before the dash behind which its authors stand: `Wool (draft, 12 pages) — O. Fane, E. Lund`.
_REMARK_AND_DASH = re.compile(r"\s?\([^()\n]{2,80}\)\s[-–—]{1,3}\s")
# As Poles have it, the journal in quotes and its volume behind: `"Roczniki Wełny" LII, nr 3`.
_QUOTED_JOURNAL = re.compile(
    r"(?:\"[^\"\n]{3,100}\"|[„“«][^„“”«»\n]{3,100}[”»]),?\s(?:[IVXLC]{1,8}|\d{1,4}|nr|z\.|t\.|R\.|s\.)(?!\w)"
)
_IN_FIRST = re.compile(r"(?:In|Dans|Aus|En|Em)\s(?=[A-ZÀ-Þ])")  # the work that holds it follows


def _authors_after(frame: Frame, span: tuple[int, int], title: End, base: float) -> Iterator[Reading]:
    remark = _REMARK_AND_DASH.match(frame.view.text, title.next, frame.end)
    lead = _BY.match(frame.view.text, remark.end() if remark else title.next, frame.end)
    begin = lead.end() if lead else title.next
    if _IN_FIRST.match(frame.view.text, begin) or _QUOTED_JOURNAL.match(frame.view.text, begin):
        return
    if cues.FOREWORD_LAST.search(frame.view.text, max(0, title.next - _LONGEST_CREDIT), title.next):
        return
    whole = read_people(frame.names, begin, min(frame.end, begin + 3000))
    if _is_periodical(frame, begin):
        return
    ends = [*frame.author_ends(begin), (End(frame.end, "end", frame.end), whole)]
    credited = bool(_CREDIT.match(frame.view.text, begin))
    named = whole.against == 0 and len(whole.persons) > 1 and all(map(_is_plain_name, whole.persons))
    sentence = title.kind == "quote" and frame.view.text[title.at - 1] in ".?!"
    for end, people in (_without_imprint(frame.view.text, *each) for each in ends):
        if people.persons and _is_with_its_series(frame.view.text, people.persons[0]):
            continue
        if people.persons and cuts_journal(frame.view.text, people.persons[-1].text, end.at):
            continue
        if all(person.literal or is_place(person.text.split(",")[0]) for person in people.persons):
            continue  # behind a title, an organisation alone is its publisher, `Paris, Classiques Garnier` too
        if (len(people.persons) == 1 and people.score < _WEAK) or credited:
            continue
        if people.persons and _is_meeting(frame.view.text, people.persons[-1]):
            continue
        if title.kind == "by" and not (people.persons and _is_plain_name(people.persons[0])):
            continue  # `Texture Synthesis by Non-parametric Sampling`
        if len(people.persons) == 1 and _NUMBERS_BEHIND.match(frame.view.text, end.at):
            continue
        if len(people.persons) == 1 and (_is_imprint(frame, people, end) or _cuts_journal(frame, begin, end.at)):
            continue
        score = base + score_of_end(end, people) + frame.rest_score(end.next)
        score -= 0.8 * (title.kind == "comma") + 0.4 * (len(people.persons) == 1 and people.score < 1.2)
        score -= _CONTAINER_IN_FULL * (sentence and len(people.persons) == 1 and not is_known(people.persons[0]))
        score -= _NAMES_BEHIND * (named and len(people.persons) < len(whole.persons))
        yield Reading(people, span, (end.at, frame.end), score, "title-first", None, end.role)
