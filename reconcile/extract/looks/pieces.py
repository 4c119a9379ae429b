"""The pieces of a reference between full stops, commas and lines: which may be its title, and which name a venue."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from reconcile.extract.looks.people import Run
from reconcile.extract.words import cues
from reconcile.lexicon import links, venues
from reconcile.lexicon.besides import occasions_beside
from reconcile.lexicon.places import CITIES, TOWNS
from reconcile.lexicon.reasons import Reason
from reconcile.venues import looks_like_venue

# From which answer on `looks_like_venue` is believed.
_VENUE_ENOUGH = 0.6
# A venue's name that goes on after a comma has so many words before it, and no more than these after it.
_LEAST_VENUE, _VENUE_PART = 3, 7
# A journal's name with its volume has fewer words.
_JOURNAL_WORDS = 12
# A title of one word is longer than a short form.
_LONG_WORD = 4
# What only stands before a venue's name: `In Proceedings of …`, `To appear in …`.
_LED = re.compile(r"\W{0,3}(?:in|to appear|presented|published|accepted|submitted)[: ]", re.IGNORECASE)
# How the names of journals, meetings and publishers end in China, Japan and Korea: `牧場学会誌`, `東草社`, `农业学报`.
_EAST_ASIAN = re.compile(
    r"(?:学会誌|論文誌|論文集|会誌|紀要|雑誌|学報|學報|学报|杂志|通报|期刊|大会|研究会|発表会|研讨会|シンポジウム|出版|社|書店|書房|书店"
    r"|书局|학회지|논문지|논문집|학회|출판사)\s?[A-Z]?\Z"
)
# A venue before a title and a colon: `STOC 2020: Faster folds for gulls`.
_BADGE = re.compile(rf"\W{{0,3}}{venues.ACRONYM.pattern}:\s(?=(?:\S{{1,40}}\s){{2}}\S)")
# What names a work and is no title: it stands on a line of its own where the line before was full.
_IDENTIFIER = re.compile(r"\s*(?:doi|arxiv|isbn|issn|pmid|pmcid|url|https?)(?:\s?[:#]|\s?\d)", re.IGNORECASE)


# A publisher, its town and a year, with which an entry ends but for its pages and remarks: `, Olmo, İstanbul 2011.`
_PRINTED = re.compile(
    r"[,.]\s[^\W\d_a-z][^,.;:()\[\]\n\d]{1,80},\s(?P<town>[^\W\d_a-z][^,.;:()\[\]\n\d]{1,40}?),?\s(?:1[5-9]|20)\d\d"
    r"(?:\.?\s?\([^()]{1,80}\)|,\s(?:ss?|pp?|S|str|σσ?|с)\.\s?\d+|,\s\d{2,4}\s?(?:ss?|pp?|S|str|o|old|с)\.)?[.\s]*\Z"
)
_TOWNS = CITIES | TOWNS
_LONGEST_IMPRINT = 200  # characters of an entry in which it ends so


def is_printed(text: str) -> bool:
    """Whether a text ends with a publisher, a known town and a year; where a talk was held is no publisher.

    >>> is_printed("Fane, Otto: Die Mühlen, Olmo, Wien 2011."), is_printed("Fellow, Olmo, 2011.")
    (True, False)
    >>> is_printed("Fane, Otto: Die Mühlen. Invited talk, Olmo, Wien 2011.")
    False
    """
    text = text.rstrip()
    found = _PRINTED.search(text, max(0, len(text) - _LONGEST_IMPRINT))
    if found is None or found["town"].casefold() not in _TOWNS:
        return False
    return not any(reason is Reason.TALK and end >= found.start() for reason, _, end in occasions_beside(text))


def masked(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """Return `text` with the spans blanked out, so that a title's words say nothing about its kind."""
    if not spans:
        return text
    signs = list(text)  # a line of megabytes has tens of thousands of spans
    for start, end in spans:
        signs[start:end] = " " * (end - start)
    return "".join(signs)


def plain_title(text: str, named: Sequence[Run]) -> float:
    """Return how sure a title stands in the text with nothing to set it apart: by its longest piece that may be one."""
    best = 0.0
    open_venue = False
    for piece, end in _pieces(masked(text, [(run.start, run.end) for run in named])):
        badge = _BADGE.match(piece)
        piece = piece[badge.end() :] if badge else piece
        words = cues.WORD.findall(piece)
        within = open_venue and len(words) <= _VENUE_PART
        open_venue = end == "," and (within or _begins_a_venue(piece, len(words)))
        if within or len(words) < 2 or min(1.0, 0.25 * len(words)) <= best or _is_venue(piece, len(words)):
            continue
        if len(words) < 5 and 2 * sum(word.casefold() in links.BUTTONS for word in words) >= len(words):
            continue
        if _IDENTIFIER.match(piece):
            continue  # the letters of `doi: 10.18653/v1/d19-1570` are no words
        best = min(1.0, 0.25 * len(words))
    return best


def has_doubtful_title(text: str, first: Run) -> bool:
    """Whether what follows the names that stand first may be a title, although it reads as a venue or as a button.

    Of two pieces that read as venues the first is the title: `D. Bee. Recent Advances in Wool. In SIGSHEEP, 2022.`
    """
    rest = [(piece, end) for piece, end in _pieces(text[first.end :]) if cues.WORD.search(piece)]
    if not rest:
        return False
    (title, end), behind = rest[0], rest[1:]
    words = cues.WORD.findall(title)
    if _LED.match(title) or not (len(words) > 1 or (end in ".?!" and len(title.strip()) > _LONG_WORD)):
        return False
    return any(_is_venue(piece, len(cues.WORD.findall(piece))) for piece, _ in behind)


def names_venue(text: str) -> bool:
    """Whether one of the first pieces of a text that are long enough to name something, and no sentence, is a venue."""
    pieces = (piece for piece in cues.PIECE_END.split(text[:1500]) if 2 < len(piece.strip()) < 120)
    return any(looks_like_venue(piece.strip()) >= _VENUE_ENOUGH for piece in islice(pieces, 24))


def took_part(text: str) -> bool:
    """Whether a text is the title of a paper about what took part in a shared task, which names the meeting first.

    >>> took_part("Ants at SheepEval-2016 Task 3: Counting by Ear")
    True
    >>> took_part("Proceedings of the Workshop at ACL 2016: Counting by Ear")
    False
    """
    found = cues.TOOK_PART.match(text)
    return found is not None and not any(
        cue.search(found["system"]) for cue in (cues.VENUE, cues.STATUS, cues.VENUE_OR_STATE_FIRST)
    )


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """Yield the pieces of a reference, each with what ends it."""
    start = 0
    for found in cues.PIECE_END.finditer(text):
        yield text[start : found.start()], found.group()
        start = found.end()
    yield text[start:], ""


def _begins_a_venue(piece: str, words: int) -> bool:
    """Whether a venue's name may go on after the comma: `Conference on Acoustics, Speech and Signal Processing`."""
    if words < _LEAST_VENUE or cues.YEAR.search(piece) or cues.STATUS.search(piece):
        return False
    return cues.VENUE_OR_STATE_FIRST.match(piece) is not None


def _is_venue(piece: str, words: int) -> bool:
    """Whether a piece between full stops or commas names a venue and no title."""
    if took_part(piece):
        return False
    if words < _JOURNAL_WORDS and cues.VOLUME.search(piece):
        return True
    if _EAST_ASIAN.search(piece.rstrip()):
        return True
    if cues.VENUE_OR_STATE_FIRST.match(piece) or (words < 7 and cues.VENUE.search(piece)):
        return True
    return words < 20 and looks_like_venue(piece.strip()) >= _VENUE_ENOUGH
