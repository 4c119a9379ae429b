"""The stage: a document's blocks in, its publication strings out, and what looked like one with the reason."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from reconcile.documents.blocks.block import BAR, Block, Document, Kind, Mark
from reconcile.documents.fields.columns import header
from reconcile.entry import Entry
from reconcile.extract.cutting.counts import without_counts
from reconcile.extract.cutting.joining import is_linked_title, joined, segments
from reconcile.extract.cutting.splitting import books_of, is_of_studies, split, thesis_of, without_label
from reconcile.extract.lines.quoting import Quoted, quote
from reconcile.extract.lines.stretch import Stretch
from reconcile.extract.lists.by_line import entries_by_line, is_by_line, with_bare_titles
from reconcile.extract.lists.dashes import with_authors_above
from reconcile.extract.lists.listed import with_listed
from reconcile.extract.lists.years import with_years_above
from reconcile.extract.looks.announcing import DATE_LABEL, announced_after_date
from reconcile.extract.looks.likeness import (
    Likeness,
    begins_abstract,
    begins_with_buttons,
    is_button_line,
    likeness,
    titles_in,
)
from reconcile.extract.placing.headings import (
    is_citing,
    is_of_theses,
    is_unfinished,
    reads_as_heading,
    topic_of,
)
from reconcile.extract.placing.mailed import as_the_subject_says
from reconcile.extract.placing.portals import from_portal, is_no_output
from reconcile.extract.placing.sections import Place, Placed, placed
from reconcile.extract.refusing.menus import is_menu
from reconcile.extract.refusing.outcasts import is_patent, reason_against
from reconcile.extract.refusing.repeats import without_repeats
from reconcile.extract.refusing.unnamed import tells_of_unnamed
from reconcile.extract.words import cues
from reconcile.extract.words.heading_words import OF_PAPERS
from reconcile.extract.words.topics import Topic
from reconcile.lexicon.fillers import is_placeholder
from reconcile.lexicon.reasons import Reason
from sources.text import fold, year_of_two_digits

# What a stretch must score to be an entry under a heading of each topic (see `likeness`): little among
# publications, more where nothing says what stands there, most where the heading speaks of other things.
_ENOUGH = {
    Topic.PUBLICATIONS: 2.5,
    Topic.UNKNOWN: 4.0,
    Topic.NEWS: 4.0,
    Topic.EDUCATION: 6.0,
    Topic.EXPERIENCE: 5.5,
    Topic.OTHER: 4.5,
    Topic.AWARDS: 5.0,
    Topic.PATENTS: 2.0,
    Topic.TALKS: 2.5,
    Topic.TEACHING: 5.0,
    Topic.SERVICE: 5.0,
    Topic.GRANTS: 5.0,
    Topic.SUPERVISION: 4.0,
}
_LISTED = 0.8  # share of the stretches of a document without headings that are publications, if it is a list of them
# A thesis named in the education section: its label and its title.
_THESIS_ENOUGH = 2.5
# "Title. ICML 2021" and no more.
_NAMELESS_ENOUGH = 2.75
# What `Likeness.title` is where markup or quotes set a title apart.
_SET_APART = 2.0
# What `Likeness.title` is of three words, and `Likeness.venue` of an imprint with its press.
_SHORT, _PLAIN_VENUE = 0.75, 2.0
# Who advised a thesis, on the line of the degree: `Thesis advisor: Ann Bee`.
_ADVISER = re.compile(rf"(?:\b(?:thesis|dissertation|phd)\s)?{cues.ADVISED.pattern}[^\n\"“„«:]*", re.IGNORECASE)
_NUMBERING = re.compile(r"\A(?:\d[\d.]*|[IVX]+\.)\s+")
_LONG = 40  # words of a text that would say more of a publication than its title
_PEOPLE = frozenset({"author", "authors", "creators", "people"})
_UNWRITTEN = frozenset({Topic.EDUCATION, Topic.EXPERIENCE, Topic.OTHER})
_LONGEST_LABEL = 40  # letters of a heading before a colon
# What a line may be said to be about by a word before it, which is then no publication by half.
_LABELS = frozenset(Topic) - {Topic.PUBLICATIONS, Topic.UNKNOWN, Topic.NEWS, Topic.PATENTS}
_UNHEADED = _LABELS | {Topic.UNKNOWN}
_SAID_EARLY = 220  # within so many letters a page says when it was changed
_YEAR = re.compile(r"(?:19|20)\d\d")


def extract(document: Document) -> tuple[Entry, ...]:
    """Return the publication entries of a document, in order.

    What looks like an entry but is none (a patent, a talk, a placeholder …) comes with its `reason`; other text
    does not come at all.
    """
    by_line = is_by_line(document.blocks)
    stretches = [
        work
        for item in _stretches(document.blocks, by_line=by_line)
        for work in _works(replace(item, place=_labelled(item)))
        if work.stretch.lines
    ]
    stretches = as_the_subject_says(document.subject, stretches)
    if _is_paper(stretches):
        stretches = [item for item in stretches if item.place.topic is Topic.PUBLICATIONS or item.stretch.fields]
    found = with_listed(_with_samples(_judged(stretches), document.owner))
    found = with_bare_titles(found) if by_line else found
    blocks = [Quoted(block) for block in document.blocks]
    entries = [_entry(document, blocks, item, reason) for item, reason in found if reason is not None]
    return tuple(with_years_above(with_authors_above(without_repeats(without_counts(entries)))))


def _judged(items: Sequence[Placed]) -> list[tuple[Placed, str | None]]:
    """Return the stretches of a document with their reasons.

    Those of one without headings that lists publications and little else are judged as under a heading, but for those
    that begin with a label: `Invited talk: …`.
    """
    if not any(item.place.path or item.place.topic not in _UNHEADED for item in items):
        listed = [
            item if item.place.topic in _LABELS else replace(item, place=replace(item.place, topic=Topic.PUBLICATIONS))
            for item in items
        ]
        judged = [(item, _reason(item)) for item in listed]
        if sum(reason is not None for _, reason in judged) >= _LISTED * len(judged):
            return judged
    return [(item, _reason(item)) for item in items]


def _is_paper(stretches: Sequence[Placed]) -> bool:
    """Whether a document is a paper, whose text speaks of the works that it lists under "References"."""
    places = {item.place for item in stretches}
    headings = {fold(_NUMBERING.sub("", place.path[-1])) for place in places if place.path}
    cited = any(is_citing(place.path[-1]) for place in places if place.path and place.topic is Topic.PUBLICATIONS)
    return cited and not headings.isdisjoint(OF_PAPERS)


def _works(item: Placed) -> Iterator[Placed]:
    """Yield the works that a stretch lists; of a degree, its thesis, with the year of the degree."""
    place = item.place
    thesis = thesis_of(item.stretch) if place.topic is Topic.EDUCATION and not item.stretch.fields else None
    if thesis is not None:
        yield Placed(thesis[0], replace(place, year=thesis[1] or place.year))
    elif books := books_of(item.stretch):
        yield from (Placed(book, replace(place, topic=Topic.PUBLICATIONS)) for book in books)
    else:
        yield from (Placed(work, place) for work in split(item.stretch))


def _stretches(blocks: Sequence[Block], *, by_line: bool) -> Iterable[Placed]:
    """Return the stretches of all blocks, an entry each."""
    return entries_by_line(blocks) if by_line else joined(_segmented(blocks))


def _segmented(blocks: Sequence[Block]) -> Iterator[Placed]:
    """Yield the stretches of all blocks, placed under their headings."""
    for item in placed(blocks):
        work = from_portal(item.stretch)
        if work is not None:
            yield Placed(work, replace(item.place, topic=Topic.PUBLICATIONS))
            continue
        for stretch in segments(item.stretch):
            yield Placed(stretch, item.place)


def _reason(item: Placed) -> str | None:
    """Return the empty string for a publication, the reason for what only looks like one, None for other text."""
    stretch, place = item.stretch, item.place
    if stretch.kind is Kind.ROW and header(stretch.text.split(BAR)):
        return None
    if is_no_output(stretch):
        return None
    if stretch.fields:
        return reason_against(stretch, place, Likeness()) if _has_title(stretch, place) else None
    if is_menu(stretch.text, stretch.marks):
        return None
    if is_placeholder(stretch.text):
        return Reason.PLACEHOLDER
    if begins_abstract(stretch.text, stretch.marks) or cues.COPYRIGHT.match(stretch.text):
        return None
    bare = without_label(stretch)
    like = likeness(bare.text, bare.marks)
    if cues.REFEREE.match(stretch.text) and not (like.year and (like.venue or like.pages)):
        return None
    if place.topic is Topic.EDUCATION and like.title < _SET_APART and cues.ADVISED.search(bare.text):
        like = likeness(_ADVISER.sub(" ", bare.text))
    if place.topic is Topic.EDUCATION and is_of_studies(bare.text):
        like = replace(like, thesis=False)
    listed = place.topic is Topic.PUBLICATIONS and all(map(is_linked_title, bare.lines))
    if cues.DASHES.match(bare.text):
        like = replace(like, names=max(1, like.names), title=max(1.0, like.title))
    if like.names and like.identified and begins_with_buttons(bare.text):
        like = replace(like, title=max(1.0, like.title))
    said = like.names or like.title >= _SET_APART
    if said and place.path and is_unfinished(place.path[-1]) and not cues.STATUS.match(bare.text):
        like = replace(like, status=True)
    of_theses = place.topic is Topic.PUBLICATIONS and place.path and is_of_theses(place.path[-1])
    if (like.title >= 1 or (like.title and like.names)) and like.year and of_theses:
        like = replace(like, thesis=True)
    if place.year is not None and like.title >= 1 and (like.names or listed):
        like = replace(like, year=True)
    if like.score >= _ENOUGH[Topic.PATENTS] and is_patent(bare, place, like):
        return Reason.PATENT
    unnamed = place.topic is not Topic.PUBLICATIONS and tells_of_unnamed(bare.text)
    if like.title < _SET_APART and (unnamed or (place.topic is Topic.NEWS and not like.names)):
        return "" if announced_after_date(bare.text) else None
    if like.only_names and place.topic is not Topic.PUBLICATIONS and not (like.year or like.venue or like.identified):
        return None  # links that read as names: `设为首页 | 加入收藏`
    if like.names < 2 and like.title < _SET_APART and cues.UPDATED.search(bare.text, 0, _SAID_EARLY):
        return None
    if is_button_line(bare.text) or not _may_be_titled(like, place.topic) or _says_nothing_else(bare.text, like):
        return None
    return reason_against(bare, place, like) if like.score >= _enough(like, place.topic) else None


def _labelled(item: Placed) -> Place:
    """Return the place of a stretch, with the topic of a heading that stands before it on its line."""
    place = item.place
    if item.stretch.fields or (place.topic is Topic.PUBLICATIONS and item.stretch.kind is not Kind.PARAGRAPH):
        return place
    head = _head(item.stretch)
    topic = topic_of(head) if head and reads_as_heading(head) else place.topic
    return replace(place, topic=topic) if topic in _LABELS else place


def _head(stretch: Stretch) -> str:
    """Return what stands before the first colon of a stretch, or in bold before its first full stop: `**Media.** …`."""
    text = stretch.text[:_LONGEST_LABEL]
    head, colon, _ = text.replace("：", ":").partition(":")
    if colon:
        return head
    bold = next((mark.end for mark in stretch.marks if mark.kind == "strong" and mark.start == 0), 0)
    head, stop, _ = text.partition(".")
    return head if stop and len(head) <= bold <= len(head) + 1 else ""


def _says_nothing_else(text: str, like: Likeness) -> bool:
    """Whether a long text has neither year nor venue nor anything else of a publication but names and words."""
    placed = like.year or like.venue or like.pages or like.identified or like.status or like.thesis
    return not placed and like.title < _SET_APART and len(text.split()) > _LONG


def _enough(like: Likeness, topic: Topic) -> float:
    """Return what a stretch must score: more where nobody is named and nothing sets a title apart."""
    if like.thesis and topic is Topic.EDUCATION:
        return _THESIS_ENOUGH
    nameless = not (like.names or like.title > 1 or like.identified or like.pages)
    return max(_ENOUGH[topic], _NAMELESS_ENOUGH if nameless else 0.0)


def _may_be_titled(like: Likeness, topic: Topic) -> bool:
    """Whether a title stands in the text, or a short one may: two words among all else that a publication has."""
    if like.title >= 1:
        return True
    located = like.venue or like.pages or like.thesis or like.identified or like.status
    if like.title and like.names and (located or (like.year and like.names > 1)):
        return True
    if topic is Topic.TALKS:
        return like.doubtful and like.names > 1 and like.year
    if topic is not Topic.PUBLICATIONS:
        return False
    if like.names and like.year and (like.pages or like.identified):
        return True
    if like.doubtful and (like.year or like.status):
        return True
    if like.year and like.title >= _SHORT and (like.venue >= _PLAIN_VENUE or like.thesis):
        return True  # `Sheep in Kent. Leeds: Olmo Press, 2009.`
    if not like.year or like.venue < 1:
        return False
    return like.names > 1 or (like.title > 0 and like.pages)  # the page's owner may be left out


def _has_title(stretch: Stretch, place: Place) -> bool:
    """Whether a structured entry names a work, and says one thing more of it; a degree or a job has no authors."""
    names = {name.casefold() for name, value in stretch.fields if value.strip()}
    other = place.topic in _UNWRITTEN and not is_citing(place.path[-1])
    if other and not names & _PEOPLE:
        return False
    return bool(names & {"title", "name", "titel", "titulo", "题名", "标题"}) and len(names) > 1


def _with_samples(found: list[tuple[Placed, str | None]], owner: str) -> list[tuple[Placed, str | None]]:
    """Return the judgements with a template's own sample paper, which stands beside its filler text, put out."""
    done: list[tuple[Placed, str | None]] = []
    for _, group in groupby(found, key=lambda judged: judged[0].place):
        members = list(group)
        filler = [reason == Reason.PLACEHOLDER for _, reason in members]
        if not any(filler) or filler.count(False) > filler.count(True):
            done += members
            continue
        done += [
            (item, Reason.PLACEHOLDER if reason == "" and not _names(item, owner) else reason)
            for item, reason in members
        ]
    return done


def _names(item: Placed, owner: str) -> bool:
    """Whether an entry names the page's owner."""
    words = owner.casefold().split()
    return bool(words) and words[-1] in item.stretch.text.casefold()


def _entry(document: Document, blocks: Sequence[Quoted], item: Placed, reason: str) -> Entry:
    """Return a stretch as an entry of its document."""
    stretch = without_label(item.stretch)
    first, last, text = quote(blocks, item.stretch)
    return Entry(
        document=document.name,
        first=first,
        last=last,
        text=text,
        reading=stretch.text,
        marks=_marks(stretch, item.place),
        section=" / ".join(item.place.path),
        year=_year(item.place, item.stretch),
        owner=document.owner,
        fields=stretch.fields,
        reason=reason,
    )


def _marks(stretch: Stretch, place: Place) -> tuple[Mark, ...]:
    """Return the marks of an entry; a title that only its place in a news item sets apart is marked, too."""
    if place.topic is not Topic.NEWS or stretch.fields or titles_in(stretch.text, stretch.marks):
        return stretch.marks
    found = announced_after_date(stretch.text)
    return (*stretch.marks, Mark(*found, "emphasis")) if found else stretch.marks


def _year(place: Place, stretch: Stretch) -> int | None:
    """Return the year that the heading gives, or the label of a news item, or a month in a line before the entry."""
    month = cues.MONTH_LABEL.fullmatch(stretch.lines[0].text.strip()) if len(stretch.lines) > 1 else None
    if month:
        return year_of_two_digits(int(month[1]))
    stretch = without_label(stretch)
    label = DATE_LABEL.match(stretch.text[:40])
    if label and (place.topic is Topic.NEWS or stretch.text[:1] == "["):
        found = _YEAR.search(label.group())
        return int(found.group()) if found else None
    return place.year
