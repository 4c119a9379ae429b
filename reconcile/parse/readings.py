"""The readings of a citation: several ways in which it may fall into authors, title and rest, and the best of them.

Every layout proposes readings; every reading has a score, the sum of how well its authors read as names, its title
as a title, its rest as a venue, and of how plain the delimiters between them are.
"""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Callable, Iterator

from reconcile.parse import cues
from reconcile.parse.coherence import MOST_OF_COHERENCE, coherence, is_topic
from reconcile.parse.frame import TITLE_FIRST, Frame, MayWin, Reading
from reconcile.parse.imprint import is_place
from reconcile.parse.lined import lined
from reconcile.parse.marks import View
from reconcile.parse.people import (
    DASH_WITHIN,
    MOST_OF_PEOPLE,
    People,
    Person,
    is_behind_dash,
    is_known,
    read_people,
)
from reconcile.parse.rest import MOST_OF_REST, is_subtitle
from reconcile.parse.segments import OPENERS, End
from reconcile.parse.shapes import Shape, shape_of
from reconcile.parse.title import MOST_OF_TITLE
from reconcile.parse.untitled import untitled
from reconcile.venues import looks_like_venue

# How plain each delimiter says "the authors end here", and "the title ends here".
_AUTHORS_END = {
    "role": 1.0, "date": 2.2, "year": 1.3, "quote": 1.3, "period": 0.9, "soft": 0.5, "colon": 0.5, "newline": 1.0,
    "dash": 0.2, "comma": 0.2, "mark": 0.9,
}  # fmt: skip
_TITLE_END = {
    "screened": 2.0, "slashes": 2.0, "quote": 2.4, "link-mark": 2.6, "strong-mark": 2.4, "emphasis-mark": 1.5,
    "period": 1.0, "ask": 0.6, "medium": 2.0,
    "newline": 0.8, "comma": -0.3, "lead": 0.4, "in": -0.9, "dash": -0.6, "paren": -0.4, "semicolon": -0.5,
    "colon": -1.2, "soft": -0.6, "led": 0.2, "journal": 2.0, "volume": 2.4, "before-mark": 0.5, "end": 0.2, "by": 1.0,
}  # fmt: skip
_DATED = 0.9  # for a date behind it
_MOST_OF_END = max(_AUTHORS_END.values()) + _DATED
_SUBTITLE = 0.9  # for a second sentence that is a subtitle
_SUBTITLE_ALONE = 1.4  # the same where no authors stand before it
_ROUNDING = 1e-6  # of sums of the same numbers in another order
_PLAIN_REST = 1.3  # score of an imprint, or a journal, that is plain
_NO_REST = 0.7  # score of what is neither
_PLAIN_ENDS = ("quote", "link-mark", "strong-mark")
_SWALLOWED = ("comma", "led", "period", "newline", "medium", "paren")
_TITLE_MARKS = ("link", "strong", "emphasis")
_NAME_WORDS = 4  # words of a name, at most
_MOST_MARKS = 12  # marks of an entry that are looked at
_COINED = 1.4  # off, where a single word or an organisation stands before the colon
_WORDS_OF_TITLES = 0.3  # score of a "name" that is made of title words
_COLON_WITHIN = 1.2  # off, where a list of names would go on behind a colon
_NO_AUTHORS = -0.8  # score of a reading without authors, beside which the weakest list of names still counts
_FILLER = re.compile(
    r"(?:\b(?:our|we|my|the|new|one|two|paper|papers|article|work|preprint|excited|happy"
    r"|glad|news|accepted|published|survey|report|manuscript|chapter|publication"
    r"|thesis|dissertation|release[ds]?|titled|entitled|on|is|has|have|been|to|a|an|and"
    r"|about|topic|title|ph\.?d|master|long|short|full|poster|demo|journal|conference"
    r"|workshop|congrats|congratulations|oral|first|latest|recent|joint|with)\b|[^\w])+\Z",
    re.IGNORECASE,
)
_QUOTE = re.compile(r"(?:(?<=[\s.,:;(\[*_\u3040-\u9fff])|^)(?:``|[“„«\"《「]|(?<=\s)[‘'](?=[A-Z]))(?=\S)")


def best_reading(frame: Frame, *, above: float = -math.inf, unnamed: bool = False) -> Reading | None:
    """Return the reading with the highest score that is higher than `above`; the earlier layout where two are equal.

    `unnamed` prefers the readings without people, as for a review: the names there are those of another's book.
    """
    if unnamed:
        readings = [reading for layout in LAYOUTS for reading in layout(frame, lambda _most: True)]
        first = [one for one in readings if not one.people.persons and one.title[0] - frame.start < 2]
        best = max(first or readings, key=lambda reading: reading.score, default=None)
        return best if best and best.score > above else None
    best, floor = None, above

    def may_win(most: float) -> bool:
        return most > floor - _ROUNDING

    for reading in itertools.chain.from_iterable(layout(frame, may_win) for layout in LAYOUTS):
        if reading.score > floor:
            best, floor = reading, reading.score
    return best


def _authors_first(frame: Frame, may_win: MayWin) -> Iterator[Reading]:
    """Propose `Authors. (Year.) Title. Rest`, in every order of delimiters."""
    view = frame.view
    if view.text[frame.start : frame.start + 1] in _QUOTES_ONLY:
        return
    ranked = sorted(frame.author_ends(frame.start), key=lambda pair: -_score_of_end(*pair))
    for end, people in ranked[:10]:
        if not (people.persons or people.score > 0.5) or _IN.search(view.text, frame.start + 1, end.at):
            continue
        base = (
            _score_of_end(end, people)
            - _ONE_WORD * _is_one_word(people, end)
            - _COLON_WITHIN * bool(_COLON.search(view.text, frame.start, end.at))
            - DASH_WITHIN * is_behind_dash(view.text, people)
        )
        yield from _titles(frame, end, people, base, may_win)


_ONE_WORD = 0.8  # off, where the only author is a word: `Landscape, Loss, and the Lyric`, `Lenders. Women in Trade`


def _is_one_word(people: People, end: End) -> bool:
    """Whether nothing but one word stands for the authors, which no date, role or colon follows."""
    if len(people.persons) != 1 or people.et_al or end.date or end.role or end.kind in ("colon", "newline", "mark"):
        return False
    return " " not in people.persons[0].text and people.persons[0].text < "\u3040"


_QUOTES_ONLY = ("“", "„", "«", '"', "《")  # with them a title begins, and no name
_COLON = re.compile(r"\w:\s")
_IN = re.compile(r"(?<=[\s.,])[Ii]n:\s|\.\sIn\s")


def _score_of_end(end: End, people: People) -> float:
    delimiter = _AUTHORS_END.get(end.kind, 0.3) + (_DATED if end.date and end.kind not in ("date", "year") else 0.0)
    if end.kind == "colon" and people.persons and _is_coined(people.persons[-1]):
        delimiter -= _COINED * (2 if len(people.persons) == 1 else 1)
    return people.score + delimiter


def _is_coined(person: Person) -> bool:
    """Whether the last "name" before a colon is more likely a title's beginning: `C. Ma, SparseOcc: Rethinking …`."""
    if person.literal or not ({" ", ","} & set(person.text) or person.text > "\u3040"):
        return True
    if "," in person.text:
        return is_topic(person.text.split()[-1])
    shape, score = shape_of(person.text)
    return shape is Shape.WORDS and score < _WORDS_OF_TITLES


def _titles(frame: Frame, end: End, people: People, base: float, may_win: MayWin) -> Iterator[Reading]:
    text = frame.view.text
    ends = frame.title_ends(end.next)
    for title in ends:
        if title.kind == "by":
            continue  # those who wrote it stand before it
        score = base + _TITLE_END[title.kind]
        most = MOST_OF_TITLE + MOST_OF_COHERENCE.get(title.kind, 0.0) + _SUBTITLE
        if not may_win(score + MOST_OF_REST + most):
            continue
        rest = frame.rest_score(title.next)
        score += rest
        if not may_win(score + most):
            continue
        start = _inside_quote(text, end.next) if title.kind == "quote" else end.next
        score -= _ONE_WORD * (text[start : start + 1].islower() and _is_one_word(people, end))
        score += frame.title_score(start, title.at, set_apart=title.kind in _PLAIN_ENDS)
        score += coherence(end, title, text, rest) - _cuts_mark(frame.view, start, title.at)
        if title.kind not in _PLAIN_ENDS:
            score -= _swallowed(frame, ends, title.at) - _SUBTITLE * _has_subtitle(frame, ends, title)
        yield Reading(people, (start, title.at), (title.next, frame.end), score, "authors-first", end.date, end.role)


def _has_subtitle(frame: Frame, ends: list[End], title: End) -> bool:
    """Whether a title of two sentences ends before a plain imprint or journal, the second no venue by itself."""
    if frame.rest_score(title.next) < _PLAIN_REST:
        return False
    inner = [end.next for end in ends if end.kind in ("period", "ask") and end.next < title.at]
    second = bool(inner) and frame.rest_score(inner[-1]) < _NO_REST
    return second and is_subtitle(frame.view.text[inner[-1] : title.at])


def _swallowed(frame: Frame, ends: list[End], at: int) -> float:
    """Return how much of what reads like a venue a title that ends at `at` would swallow."""
    inner = [frame.rest_score(end.next) - 0.6 for end in ends if end.next < at and end.kind in _SWALLOWED]
    return min(2.6, 1.6 * sum(score for score in inner if score > 0))


def _inside_quote(text: str, at: int) -> int:
    return at + (2 if text[at : at + 2] in ("``", "''", ",,") else 1) if text[at : at + 1] in OPENERS else at


def _cuts_mark(view: View, start: int, end: int) -> float:
    """Return what speaks against a title that begins or ends within what the markup sets apart."""
    against = 0.0
    for mark in view.marks[:_MOST_MARKS]:
        if mark.kind not in _TITLE_MARKS or mark.end <= start or mark.start >= end:
            continue
        words = view.text[mark.start : mark.end].split()
        if len(words) < 4:
            continue
        broken = words[-1].casefold() in cues.DANGLING
        against += 1.5 * (mark.start + 2 < start) + 1.0 * (end < mark.end - 2)
        against += 0.6 * (abs(mark.start - start) < 3 and end > mark.end + 2 and not broken)
    return against


def _title_first(frame: Frame, may_win: MayWin) -> Iterator[Reading]:
    """Propose `Title. Authors. Rest`, as lines or in running text."""
    view = frame.view
    for title in frame.title_ends(frame.start):
        by_with = title.kind in ("paren", "comma") and bool(_WITH.match(view.text, title.at))
        cited = title.kind == "paren" and bool(_NEUTRAL.match(view.text, title.next))
        if title.kind in ("soft", "paren", "semicolon", "colon", "before-mark") and not (by_with or cited):
            continue
        if title.kind == "by" and _CREDIT_BEFORE.search(view.text, max(0, title.at - _LONGEST_CREDIT), title.at):
            continue
        start = _inside_quote(view.text, frame.start) if title.kind == "quote" else frame.start
        base = (
            TITLE_FIRST
            + _TITLE_END[title.kind]
            + frame.title_score(start, title.at, set_apart=title.kind in _PLAIN_ENDS)
        )
        base += _BEFORE_NAMES * (title.kind == "dash" and bool(_NAMES_BEGIN.match(view.text, title.next)))
        if base < -1.5:
            continue
        base += _OPENING * _opens_with_title(view.text, start, title)
        base -= _CLOSED_WITHIN * _is_closed_within(frame, title)
        base += _BEFORE_WITH * (by_with and title.kind == "comma")
        base -= _QUOTED_BEHIND * (title.kind == "emphasis-mark" and _is_name_before_quote(view.text, start, title.at))
        base -= _cuts_mark(view, start, title.at) + _name_behind(view.text[max(start, title.at - 60) : title.at])
        if title.kind != "by":
            score = base + _NO_AUTHORS + frame.rest_score(title.next)
            if title.kind not in _PLAIN_ENDS:
                score += _SUBTITLE_ALONE * _has_subtitle(frame, frame.title_ends(frame.start), title)
            yield Reading(People(), (start, title.at), (title.next, frame.end), score, "title")
        if may_win(base + MOST_OF_PEOPLE + _MOST_OF_END + MOST_OF_REST):
            yield from _authors_after(frame, (start, title.at), title, base)


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
_TOGETHER = (
    r"(?:(?:joint(?:ly)?|co-?(?:edited|authored|written)|edited|written) )?(?:work )?with"
    r"|(?:gemeinsam |zusammen |hrsg\. )?mit|(?:en collaboration )?avec|(?:en colaboración |in collaborazione )?con|com"
    r"|met|(?:wspólnie )?z"
)
_WITH = re.compile(rf"(?:\s\(|,\s)(?:{_TOGETHER})\s(?=[A-ZÀ-Þ])")
_BY = re.compile(rf"[\s.,;:|–—-]*(?:(?:by|authors?|von|par|por|\(?(?:{_TOGETHER})|w/)\b:?\s*)?", re.IGNORECASE)


_IN_FIRST = re.compile(r"(?:In|Dans|Aus|En|Em)\s(?=[A-ZÀ-Þ])")  # the work that holds it follows


def _authors_after(frame: Frame, span: tuple[int, int], title: End, base: float) -> Iterator[Reading]:
    lead = _BY.match(frame.view.text, title.next, frame.end)
    begin = lead.end() if lead else title.next
    if _IN_FIRST.match(frame.view.text, begin):
        return
    whole = read_people(frame.names, begin, min(frame.end, begin + 3000))
    ends = [*frame.author_ends(begin), (End(frame.end, "end", frame.end), whole)]
    credited = bool(_CREDIT.match(frame.view.text, begin))
    named = whole.against == 0 and len(whole.persons) > 1 and all(map(_is_plain_name, whole.persons))
    sentence = title.kind == "quote" and frame.view.text[title.at - 1] in ".?!"
    for end, people in ends:
        if all(person.literal or is_place(person.text.split(",")[0]) for person in people.persons):
            continue  # behind a title, an organisation alone is its publisher, `Paris, Classiques Garnier` too
        if (len(people.persons) == 1 and people.score < _WEAK) or credited:
            continue
        if title.kind == "by" and not (people.persons and _is_plain_name(people.persons[0])):
            continue  # `Texture Synthesis by Non-parametric Sampling`
        if len(people.persons) == 1 and _NUMBERS_BEHIND.match(frame.view.text, end.at):
            continue
        score = base + _score_of_end(end, people) + frame.rest_score(end.next)
        score -= 0.8 * (title.kind == "comma") + 0.4 * (len(people.persons) == 1 and people.score < 1.2)
        score -= _CONTAINER_IN_FULL * (sentence and len(people.persons) == 1 and not is_known(people.persons[0]))
        score -= _NAMES_BEHIND * (named and len(people.persons) < len(whole.persons))
        yield Reading(people, span, (end.at, frame.end), score, "title-first", None, end.role)


def _quoted(frame: Frame, _may_win: MayWin) -> Iterator[Reading]:
    """Propose `Our paper “Title” is accepted at Venue`: words of no weight, then a title set apart."""
    view = frame.view
    starts = [match.start() for match in _QUOTE.finditer(view.text, frame.start, min(frame.end, frame.start + 3000))][
        :4
    ]
    starts += [
        mark.start
        for mark in view.marks
        if mark.kind in ("link", "strong", "emphasis") and frame.start <= mark.start < frame.end
    ][:6]
    outer = max((end.at for end in frame.title_ends(frame.start) if end.kind == "quote"), default=0)
    for start in starts:
        if frame.start < start < outer:
            continue  # quotes within the title: `« Stuck et la “réunion des goûts” »`
        before = view.text[frame.start : start]
        filler = bool(_FILLER.match(before[-300:]))
        if not filler and len(before) > 400:
            continue
        for title in frame.title_ends(start):
            if title.kind not in ("quote", "link-mark", "strong-mark", "emphasis-mark"):
                continue
            inner = _inside_quote(view.text, start) if title.kind == "quote" else start
            score = (
                _TITLE_END[title.kind]
                + frame.title_score(inner, title.at, set_apart=True)
                + frame.rest_score(title.next)
            )
            score += _NO_AUTHORS + (0.8 if filler else -1.2)
            end = End(start, "quote", start)
            yield Reading(
                People(),
                (inner, title.at),
                (title.next, frame.end),
                score + coherence(end, title, view.text, frame.rest_score(title.next)),
                "quoted",
            )


Layout = Callable[[Frame, MayWin], Iterator[Reading]]
LAYOUTS: tuple[Layout, ...] = (_authors_first, _title_first, _quoted, lined, untitled)
