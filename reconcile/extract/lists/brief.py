"""Items of a marked list of publications that say little: an author, two words and a year; and what is left unread."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reconcile.documents.blocks.block import BAR, Kind
from reconcile.documents.fields.columns import header
from reconcile.extract.cutting.splitting import without_label
from reconcile.extract.lines.stretch import Stretch
from reconcile.extract.looks.likeness import begins_abstract, is_button_line, is_prose, likeness
from reconcile.extract.looks.people import runs
from reconcile.extract.placing.headings import known_topic, year_of
from reconcile.extract.placing.sections import Placed
from reconcile.extract.refusing.menus import is_menu
from reconcile.extract.refusing.outcasts import reason_against
from reconcile.extract.words import cues
from reconcile.extract.words.topics import Topic
from reconcile.lexicon import talks
from reconcile.lexicon.reasons import Reason
from reconcile.lexicon.standing import SAID_OF_PERSON

Judged = tuple[Placed, str | None]

# So many of a list's items are entries, if its others may be.
SHARE = 0.5
_LONGEST = 2000  # letters of an item that are looked at
# What ends the names before a short title, so that no place or post follows them: `A. Bee. `, `Bee, A. (2014). `.
_NAMES_END = re.compile(
    r"[\s.]{0,2}(?:[(\[]?(?:19|20)\d\d[a-z]?[)\]]?[.:,]{0,2}\s|[.:]\s|\n)\s?(?=[“\"„«‘'*_]{0,3}[^\Wa-zß-öø-ÿ])"
)
# The same with a comma, as places and posts follow names, too: only among others that are entries.
_NAMES_GO_ON = re.compile(r",\s(?:(?:19|20)\d\d[a-z]?[.,:]\s)?(?=[“\"„«‘'*_]{0,3}[^\Wa-zß-öø-ÿ])")
# A talk of which only the place and the year are told: `Mill talk, 2012`.
_TALK_AND_YEAR = re.compile(
    rf"(?:[^\s.,:;]{{1,30}} ){{1,3}}(?:{talks.NAMES})s?,? \(?(?:19|20)\d\d\)?\.?\s{{0,3}}\Z",
    re.IGNORECASE,
)
_SAID_OF_PERSON = re.compile(SAID_OF_PERSON, re.IGNORECASE)
# A title of one word among them has as many letters.
_LONG_WORD = 5


def with_brief(members: Sequence[Judged]) -> list[Judged]:
    """Return the judgements on a list with its items of a short title.

    They and the entries are at least half of what begins with names; below a heading that says nothing of publications
    one is an entry without them.
    """
    if not (_is_headed(members[0][0]) or any(reason == "" for _, reason in members)):
        return list(members)
    brief = [(item, _as_brief(item, _NAMES_END) if reason is None else reason) for item, reason in members]
    if not are_entries([(item, reason) for item, reason in brief if reason is not None or _begins_with_names(item)]):
        return list(members)
    return [(item, _as_brief(item, _NAMES_GO_ON) if reason is None else reason) for item, reason in brief]


def with_unread(members: Sequence[Judged]) -> list[Judged]:
    """Return the judgements on a list with a reason for those of its items that may be entries and are not read.

    The list has an entry, or half of its items may be one and the heading right above them says so.
    """
    telling = [reason is not None or _may_tell(item) for item, reason in members]
    headed = _is_headed(members[0][0]) and sum(telling) >= SHARE * len(members)
    if not headed and all(reason != "" for _, reason in members):
        return list(members)
    return [
        (item, _unread(item) if reason is None and told else reason)
        for told, (item, reason) in zip(telling, members, strict=True)
    ]


def are_entries(members: Sequence[Judged], share: float = SHARE) -> bool:
    """Whether so many of a list's items are entries."""
    return sum(reason == "" for _, reason in members) >= share * len(members)


def is_marked(item: Placed) -> bool:
    """Whether a bullet or a number stands before an item."""
    return item.stretch.kind is Kind.ITEM or without_label(item.stretch).text != item.stretch.text


def is_remark(bare: Stretch) -> bool:
    """Whether a stretch is a button, an abstract, the head of a table or what a page says of itself."""
    text = bare.text
    return (
        is_button_line(text)
        or is_prose(text)
        or begins_abstract(text, bare.marks)
        or cues.COPYRIGHT.match(text) is not None
        or cues.UPDATED.search(text[:_LONGEST]) is not None
        or bool(header(text.split(BAR)))
    )


def _as_brief(item: Placed, names_end: re.Pattern[str]) -> str | None:
    """Return the judgement on a marked item that has an author, a short title and a year."""
    if item.stretch.fields or not is_marked(item):
        return None
    bare = without_label(item.stretch)
    like = likeness(bare.text, bare.marks)
    if not (like.first and like.year) or like.against or like.only_names or is_remark(bare):
        return None
    behind = names_end.match(bare.text, runs(bare.text)[0].end)
    return reason_against(bare, item.place, like) if behind and _begins_title(bare.text[behind.end() :]) else None


def _begins_title(text: str) -> bool:
    """Whether the first piece of a text may be a short title, and names no kind of thing: `PhD student`."""
    piece = cues.PIECE_END.split(text[:_LONGEST], maxsplit=1)[0].strip("“”\"„«»‘’'*_ ")
    words = cues.WORD.findall(piece)
    long = len(words) > 1 or any(len(word) >= _LONG_WORD for word in words)
    return long and known_topic(piece)[0] in (None, Topic.PUBLICATIONS) and not _SAID_OF_PERSON.match(piece)


def _is_headed(item: Placed) -> bool:
    """Whether the heading right above an item names publications, or their year."""
    heading = item.place.path[-1] if item.place.path else ""
    return known_topic(heading)[0] is Topic.PUBLICATIONS or year_of(heading) is not None


def _begins_with_names(item: Placed) -> bool:
    bare = without_label(item.stretch)
    return _may_tell(item) and likeness(bare.text, bare.marks).first > 0


def _may_tell(item: Placed) -> bool:
    """Whether a marked item may be a publication: it tells when or where, and is no button, menu or remark."""
    bare = without_label(item.stretch)
    if item.stretch.fields or not is_marked(item) or is_menu(bare.text, bare.marks) or is_remark(bare):
        return False
    like = likeness(bare.text, bare.marks)
    dated = like.year and not _is_talk_or_page(bare.text)
    telling = dated or like.status or like.identified or like.pages
    return telling and (not like.against or like.thesis or like.title > 1)


def _is_talk_or_page(text: str) -> bool:
    """Whether a piece and a year are all, and it names a talk or a page: `Mill talk, 2012`, `Google Scholar, 2024`."""
    return _TALK_AND_YEAR.match(text) is not None or cues.NO_TITLE.match(text) is not None


def _unread(item: Placed) -> str:
    """Return why a marked item is no entry: what else it is, or that no rule could read it."""
    bare = without_label(item.stretch)
    return reason_against(bare, item.place, likeness(bare.text, bare.marks)) or Reason.UNREAD
