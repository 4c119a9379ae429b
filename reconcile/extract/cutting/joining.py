"""Lines and blocks put together to one stretch an entry: wrapped lines, stacked lines, page breaks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from reconcile.documents.blocks.block import Kind
from reconcile.extract.cutting.bold_titles import begins_with_bold_title
from reconcile.extract.cutting.parts import SENTENCE, Part, part_of, parts_of, past_label
from reconcile.extract.cutting.stacks import stacks
from reconcile.extract.lines.stretch import Line, Stretch
from reconcile.extract.looks.likeness import (
    begins_with_buttons,
    is_abstract,
    is_button_line,
    is_prose,
    likeness,
    titles_in,
)
from reconcile.extract.placing.sections import Placed
from reconcile.extract.words import cues
from reconcile.extract.words.topics import Topic
from reconcile.lexicon import legends, talks
from reconcile.lexicon.small_words import ARTICLES, CONJUNCTIONS, OF, PREPOSITIONS, words_of
from sources.name_reading import begins_with_particle

_PAGE_NUMBER = re.compile(
    r"\W{0,3}(?:page|seite|p\.)?\s{0,3}\d{1,3}(?:\s{0,3}(?:of|/|von)\s{0,3}\d{1,3})?\W{0,3}\Z", re.IGNORECASE
)
# Words behind which a line goes on; those of Portuguese are letters, numbers and names, too.
_SMALL = "|".join(sorted(words_of(ARTICLES, OF, PREPOSITIONS, CONJUNCTIONS, but="pt")))
_OPEN_END = re.compile(
    rf"(?:\b(?:{_SMALL})|[,&:‐–—-]|\b(?:editors|eds|hrsg|orgs?|coords?)[.)]{{1,3}})\s{{0,9}}\Z",
    re.IGNORECASE,
)
_OPEN_QUOTE = re.compile(r"[“„«‘「『][^“”„«»‘’「」『』]{0,80}\Z")  # that a line does not close
_OPEN_TITLE = re.compile(r"\A\W{0,4}[“\"«‘][^“”\"«»]{8,300}(?:,[”\"»’]|[”\"»’],)\s{0,9}\Z")  # and nothing else
_GERMAN_QUOTES = re.compile(r"„[^“”„]{0,300}“")  # which end as English ones begin
# `« Felt »`, `2019 « Felt »`, `Forthcoming « Felt »`; and how the entry above one of these ends.
_QUOTE_FIRST = re.compile(rf"[*†‡§ ]{{0,4}}(?:(?:(?:19|20)\d\d|{cues.STATUS.pattern})[.:,]?\s)?[“„«]", re.IGNORECASE)
_GIVEN_LAST = re.compile(r"\w,\s(?:and\s)?[A-ZÀ-Ž][\w'’-]*[a-zß-ž]\s{0,9}\Z")
_FAMILY_FIRST = re.compile(r"\s{0,9}[A-ZÀ-Ž][\w'’-]*[a-zß-ž](?:,\s(?:and\s)?[A-ZÀ-Ž]|\sand\s[A-ZÀ-Ž]|\.\s)")
_STATUS_END = re.compile(rf"(?:{cues.STATUS.pattern})\s{{0,9}}\Z", re.IGNORECASE)
_CLOSED_END = re.compile(r"[.!?)\]\d”\"。]\s{0,9}\Z")
_GOES_ON = re.compile(r"\s{0,9}(?:[a-zà-ÿ,;:&|)\]”]|In[: ]|(?:pp?|vol|no|pages)\b)")
_ASIDE = re.compile(r"\s*[(*†‡§¹²∗#]")
# How the entry of an unnamed author begins: `(mit A. Bee) …`, `(Hg. mit A. Bee) …`, `Rez. zu: …`.
_NEXT = re.compile(
    r"\((?:mit|with|w/|avec|con|com|zus(?:ammen|\.)?|gem(?:einsam|\.)|(?:hg|hrsg|eds?|éd|dir|coord)\.)[\s,.]"
    rf"|{cues.REVIEW_OF.pattern}",
    re.IGNORECASE,
)
# A larger work in which one stands: `…, in: Journal of Wool 3`; of two lines that have one each, each is an entry.
_WITHIN = re.compile(r"[,.?!”“»\"] (?:\w+ )?[Ii]n ?: ")
# A note on the entry above; no prize for reviewing, and no talk with a title of its own, which are lines of a list.
_NOTE = re.compile(
    rf"\W{{0,4}}(?!(?:\w{{3,12}} ){{1,3}}review|invited (?:{talks.NAMES})\W{{1,3}}[“\"„«])"
    r"(?:oral|poster|spotlight|talk|long|short|full|best|award|honou?rable|runner|nomin|finalist|winner|highlight"
    r"|invited|acceptance|also|code|doi|arxiv|isbn|url|https?:)",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?…]\W{0,2}\Z")
# A note on the authors' marks, and a page's header: "* equal contribution", "A. Bee    Page 3 of 4".
_ASIDE_LINE = re.compile(
    r"\W{0,6}(?:(?:denotes?|indicates?|means?|marks?|stands for|these authors|authors|with)\s)?(?:joint|co-?)?\W?"
    r"(?:equal(?:ly)?\b.{0,12}\bcontribut|contributed equally|corresponding authors?|first authors?\W{0,3}\Z"
    rf"|alphabetical order|authors? (?:in|ordered|listed)|(?:{legends.OF_AUTHORS})(?=[^\w:]|\Z))"
    r"|(?P<page>[^\n]{0,80}\b(?:page|seite)\s\d{1,3}\s?(?:of|/|von)\s?\d{1,3}\W{0,3}\Z)",
    re.IGNORECASE,
)
_LISTED = 4  # lines from which they are a list of one entry a line,
_WHOLE = 0.6  # and how many of them are then whole
_FEW_WORDS = 3  # of a link that may be a button
_BIBTEX = re.compile(r"\s*@[A-Za-z]{3,20}\s*\{")
_BAR = re.compile(r"[\s|·•,;]{0,20}\Z")


def segments(stretch: Stretch) -> tuple[Stretch, ...]:
    """Return the stretches that a block holds, one an entry, without its abstracts and embedded BibTeX.

    A legend of the marks behind names holds none.
    """
    if stretch.kind in (Kind.ENTRY, Kind.HEADING):
        return (stretch,)
    if all(_is_aside(line.text, item=stretch.kind is Kind.ITEM) for line in stretch.lines):
        return ()
    lines = _without_asides(without_bibtex(stretch.lines))
    grown = stacks(lines) or _grown(lines)
    if stretch.kind is Kind.PARAGRAPH or len(grown) == 1:
        return tuple(stretch.with_lines(group) for group in grown)
    if _is_list(lines) or all(parts_of(group).whole for group in grown):
        return tuple(stretch.with_lines(group) for group in grown)
    kept = [line for line in lines if not (_is_long(line.text) and is_prose(line.text))]
    return (stretch.with_lines(kept or lines),)


def _is_aside(text: str, *, item: bool = False) -> bool:
    """Whether a line is such a note; titles begin so, too, in letters: `Authors in mills. A. Bee. Wool 3, 2019`."""
    found = _ASIDE_LINE.match(text)
    if found is None or found["page"] is not None or found[0].lower() == found[0].upper():
        return found is not None
    cited = (item or cues.YEAR.search(text) is not None) and likeness(text).names > 0
    return not (cited or _is_long(text) or past_label(text))


def joined(placed: Iterable[Placed]) -> tuple[Placed, ...]:
    """Return the stretches with those joined that are one entry in several blocks."""
    done: list[Placed] = []
    for item in placed:
        if _PAGE_NUMBER.match(item.stretch.text) and done:
            continue
        before = done[-1] if done else None
        heads = before is not None and len(done) == 1 and _is_head(before, item)
        if before and not heads and before.place == item.place and _belong(before, item):
            done[-1] = Placed(before.stretch.joined(item.stretch), before.place)
        else:
            done.append(item)
    return tuple(done)


def _is_head(name: Placed, motto: Placed) -> bool:
    """Whether a page begins with its owner and what they work on: `Anna Bee` over `Wool, felt and gulls`."""
    below = parts_of(motto.stretch.lines)
    if name.place.path or below.venue or below.year or below.linked:
        return False
    return parts_of(name.stretch.lines).only_names and likeness(name.stretch.text).first == 1


def without_bibtex(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines without an embedded BibTeX entry, if anything else is left."""
    kept: list[Line] = []
    depth = 0
    for line in lines:
        if depth > 0 or _BIBTEX.match(line.text):
            depth += line.text.count("{") - line.text.count("}")
            continue
        kept.append(line)
    return tuple(kept or lines)


def _without_asides(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines without abstracts, notes, page headers and the links' names above, if others are left."""
    kept: list[Line] = []
    in_abstract = False
    for line in lines:
        ends = _SENTENCE_END.search(line.text) is not None
        if in_abstract or (is_abstract(line.text, line.marks) and (kept or cues.ABSTRACT.match(line.text))):
            in_abstract = _is_wrapped(line.text) and not ends
            continue
        linked = any(mark.url for mark in line.marks)
        if not (_is_aside(line.text) or (not kept and not linked and is_button_line(line.text))):
            kept.append(line)
    return tuple(kept or lines)


def _grown(lines: Sequence[Line]) -> list[list[Line]]:
    """Return the lines in groups, one an entry."""
    groups: list[list[Line]] = []
    group: list[Line] = []
    so_far = Part()
    stacked = False
    is_list = _is_list(lines)
    for line in lines:
        if group and so_far.title and (so_far.names or so_far.venue) and _is_long(line.text) and is_prose(line.text):
            groups.append(group)
            group, so_far, stacked = [], Part(), False
            continue
        part = part_of(line)
        if group and (
            (is_list and _is_next(group[-1], line)) or _begins_anew(group, so_far, line, part, stacked=stacked)
        ):
            groups.append(group)
            group, so_far, stacked = [], Part(), False
        group.append(line)
        so_far = so_far | part
        stacked = len(group) > 1 and (stacked or part.only_names or part_of(group[0]).only_names)
        stacked = stacked and not (part.title and len(group) == 2 and _cuts_name(group[0].text, line.text))
    if group:
        groups.append(group)
    return groups or [list(lines)]


def _is_list(lines: Sequence[Line]) -> bool:
    """Whether lines are a list of one entry a line, as most of them are whole."""
    whole = sum(part_of(line).whole for line in lines)
    return whole >= _LISTED and whole >= _WHOLE * len(lines)


def _is_next(last: Line, line: Line) -> bool:
    """Whether a line of such a list is the next entry and not more of the last, or a note on it."""
    part = part_of(line)
    is_venue = part.only_venue and not likeness(line.text, line.marks).first
    if part == Part() or is_venue or not _CLOSED_END.search(last.text):
        return False
    return not (goes_on(line) or _ASIDE.match(line.text) or is_button_line(line.text) or _is_note(line, part))


def _is_note(line: Line, part: Part) -> bool:
    """Whether a line is a note on the entry above, `Best paper`, and no entry: `Best practices. A. Lee. Wool, 2010.`"""
    whole = part.whole and (part.names or SENTENCE.search(line.text))
    return _NOTE.match(line.text) is not None and not whole


def goes_on(line: Line) -> bool:
    """Whether a line begins as the rest of a sentence does, and not with a name: `de Vries, W.`."""
    if not _GOES_ON.match(line.text):
        return False
    return not (begins_with_particle(line.text) and likeness(line.text, line.marks).first)


def _begins_anew(group: list[Line], so_far: Part, line: Line, part: Part, *, stacked: bool) -> bool:
    """Whether a line begins another entry than the lines before it."""
    text, last = line.text, group[-1].text
    if past_label(text):
        return past_label(group[0].text) > 0 or so_far.complete
    if past_label(group[0].text) and not stacked:
        return False
    if _OPEN_QUOTE.search(_GERMAN_QUOTES.sub("", last)) or (len(group) == 1 and _OPEN_TITLE.match(last)):
        return False
    if _CLOSED_END.search(last) and so_far.leads and (_NEXT.match(text) or _are_within(group, line, part)):
        return True
    if goes_on(line) or _ASIDE.match(text) or _OPEN_END.search(last) or _BAR.match(text) or _BAR.match(last):
        return False
    ended = _CLOSED_END.search(last) or _STATUS_END.search(last)
    if ended and _QUOTE_FIRST.match(text) and _QUOTE_FIRST.match(group[0].text):
        return True
    if is_button_line(text) or _is_note(line, part) or (part.only_names and not so_far.names):
        return False
    # an entry ends with its buttons, whatever its title reads as: `Code` above the next one's `AISTATS`
    finished = so_far.complete or (is_button_line(last) and so_far.names and (so_far.venue or so_far.year))
    if part == Part():
        return finished and stacked
    if is_linked_title(line) and all(map(is_linked_title, group)):
        return True
    if part.only_venue:
        # the year alone may lead an entry: `2022`, its title, its names, and then its meeting
        return finished and so_far.leads == "venue" and (so_far.venue or not part.venue)
    if stacked:
        repeats = (part.leads == "title" and so_far.title) or (part.leads == "names" and so_far.names)
        return repeats and so_far.title and (so_far.names or so_far.venue)
    if part.complete and part.leads == so_far.leads == "names" and _CLOSED_END.search(last):
        return True
    if not so_far.complete:
        closed = so_far.title and so_far.year and _CLOSED_END.search(last) is not None
        return part.complete and part.year and part.leads == "names" and closed
    asks = last.rstrip().endswith("?") and not part.complete  # the title is not over: `Felt? |Wool in mills.`
    return part.leads == "names" or (part.leads == "title" and not asks and _CLOSED_END.search(last) is not None)


def _are_within(group: Sequence[Line], line: Line, part: Part) -> bool:
    """Whether the lines before and a line with a title each say within which larger work the entry stands."""
    begins = part.leads in ("title", "names") and not _GOES_ON.match(line.text)
    return begins and _WITHIN.search(line.text) is not None and any(_WITHIN.search(above.text) for above in group)


def is_linked_title(line: Line) -> bool:
    """Whether a line is a title with a link on all of it, as where a page lists nothing but titles."""
    part = part_of(line)
    whole = any(mark.kind == "link" and mark.end - mark.start >= len(line.text.strip()) for mark in line.marks)
    return whole and part.title and not (part.names or part.venue) and line.text.count(" ") > _FEW_WORDS


def _belong(before: Placed, after: Placed) -> bool:
    """Whether two neighbouring stretches are one entry."""
    left, right = before.stretch, after.stretch
    if Kind.ENTRY in (left.kind, right.kind) or past_label(right.text):
        return False
    nested = left.kind is Kind.ITEM and right.kind is Kind.ITEM and right.level > left.level
    if right.kind is Kind.ITEM and not nested:
        return False
    if (left.kind is Kind.ROW) != (right.kind is Kind.ROW):
        return False
    if left.kind is Kind.ITEM and _is_badge(right):
        return False
    if len(right.text) > 1200 or len(left.text) > 2500 or is_prose(right.text) or begins_with_buttons(right.text):
        return False
    if begins_with_bold_title(left) and begins_with_bold_title(right):
        return False
    if any(is_abstract(text) or _is_aside(text) for text in (left.text, right.text)):
        return False
    first, second = parts_of(left.lines), parts_of(right.lines)
    if right.kind is Kind.PARAGRAPH and _is_broken(left.text, right.text, first, second):
        return True
    if is_button_line(right.text):
        return first.title and right.kind is Kind.PARAGRAPH
    if left.kind is Kind.HEADING and first.title and part_of(right.lines[0]).leads == "names":
        return not titles_in(right.text, right.marks)  # a heading comes here only where it is a title
    if left.kind is Kind.ROW and not (first.title and (second.only_names or (first.names and second.only_venue))):
        return False
    return _complement(first, second, before.place.topic)


def _is_badge(stretch: Stretch) -> bool:
    """Whether a stretch is a badge and nothing else, as it stands over an entry: `SIGSHEEP 2020`."""
    return any(mark.kind == "badge" and mark.end - mark.start >= len(stretch.text.strip()) for mark in stretch.marks)


def _is_broken(left: str, right: str, first: Part, second: Part) -> bool:
    """Whether a page break parts an entry: the first half ends in the middle, the second does not begin anew."""
    if second.leads == "names" and not _OPEN_END.search(left):
        return first.only_names and second.title and _cuts_name(left, right)
    if not first.names and not first.venue:
        return False
    if _OPEN_END.search(left):
        return not first.complete or not second.complete or not second.names
    return not _CLOSED_END.search(left) and not first.complete and bool(_GOES_ON.match(right))


def _cuts_name(above: str, below: str) -> bool:
    """Whether a list of names breaks behind a given name: `Otto Lenz, Ann` above `Bee, and Eva Rye. 2020. Wool`."""
    return _GIVEN_LAST.search(above) is not None and _FAMILY_FIRST.match(below) is not None


def _complement(first: Part, second: Part, topic: Topic) -> bool:
    """Whether a second block has what the first lacks, in one of the orders in which entries are stacked."""
    if second.only_names and first.title and not first.names:
        return True
    if first.complete and (first.venue or not second.only_venue):
        return False
    if first.title and not first.names:
        return (second.leads == "names" and not second.title) or (second.only_venue and not first.venue)
    if first.title and first.names:
        return second.only_venue or (second.leads == "venue" and not (first.venue or second.names))
    if first.year and second.year:
        return False
    if first.only_venue:
        return second.leads in ("title", "names") and not second.venue
    if first.only_names:
        return topic in (Topic.PUBLICATIONS, Topic.UNKNOWN) and second.title and second.leads == "title"
    return False


def _is_long(text: str) -> bool:
    return len(text) > 160


def _is_wrapped(text: str) -> bool:
    """Whether a line is so long that its sentence may go on in the next."""
    return 60 < len(text) < 130
