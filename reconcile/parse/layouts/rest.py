"""How much what follows a title reads like the rest of a citation: a venue, an imprint, a date, who edited it."""

from __future__ import annotations

import re

from reconcile.lexicon.editions import EDITION, ORDINAL
from reconcile.parse.names.shapes import is_newspaper
from reconcile.parse.place.credits import past_credits
from reconcile.parse.place.housed import house_before_town, stands_behind_noun
from reconcile.parse.place.imprint import is_name, is_publisher, is_unlisted, may_be_person, read_imprint
from reconcile.parse.words import cues
from reconcile.parse.words.east_asian import GOES_ON, LOCATED
from reconcile.parse.words.east_asian import VENUE as EAST_ASIAN_VENUE
from reconcile.parse.words.signs import BEYOND, CAPS_YEAR, DATED, GENRE, IBIDEM, LEAD, SCHOOL, STATE, VENUE_FIRST
from reconcile.venues import looks_like_venue
from sources.east_asian import IDEOGRAPHS, SIGNS, SignPattern
from sources.text import STOP_WORDS, fold

_PATENT = re.compile(rf"(?:[\w.]+ ){{0,3}}(?:{cues.PATENT})", re.IGNORECASE)
_PLACE_COLON = re.compile(
    rf"(?:[A-ZÀ-ÞА-Я{IDEOGRAPHS}][\w.'’-]*(?:,? (?:[A-Z]{{2}}|[A-ZÀ-Þ][\w.'’-]*|and|&|/|la"
    rf"|le|de|am|of))*) ?: ?[A-ZÀ-ÞА-Я{IDEOGRAPHS}]"
)
# A journal and its numbers: `Nutr. Rev. 2012, 70, 520`, `Geology, v. 24`, `Spectroscopy, 2013 (2013)`.
_JOURNAL = re.compile(
    r"[A-ZÀ-ÞЀ-ЯҐ*][^.,;:\d\n]{1,80}(?:\. ?[A-Z][^.,;:\d\n]{0,30}){0,6}[.,;:]{0,2} ?"
    r"(?:(?P<year>(?:1[89]|20)\d\d)[, ]{1,2}\(?(?P=year)[,)]"
    r"|(?:1[89]|20)\d\d,? ?(?:pp?\. ?|S\. ?|n[o°]\.? ?)\d"
    # PubMed's has month and day: `Felt Res. 2022 Apr 5;58(4)`
    rf"|(?:\(?(?:1[89]|20)\d\d\)?[a-z]?(?:(?= [^\W\d_])(?:[ /-](?:{cues.MONTHS})\b\.?){{1,2}}(?: \d{{1,2}})?)?"
    r"[.,;:]? ?)?"
    r"(?:(?:vol\.? ?|volume |v\. ?|no\.? ?|n° ?|nr\.? ?|t\. ?|tome |bd\.? ?|band |т\. ?|том |вып\. ?|вип\. ?|№ ?)\d"
    # `dopo il 1348`, `bis um 1450` are no volumes
    r"|(?<! il )(?<! nel )(?<! dal )(?<! al )(?<! um )(?<! bis )(?<! vor )(?<! nach )(?<! seit )(?<! en )(?<! since )"
    r"(?!(?:1[5-9]|20)\d\d(?!\d))[A-Z]?\d{1,4}(?:\.\d{1,2}(?=\s?\())?\s?(?:[(,:;]|\[|no\.|pp|p\.|$|(?<=\s)\d)"
    r"|(?<=[,;:] )\d{1,5}[-–]\d))",
    re.IGNORECASE,
)
# A journal by its short name, and the state of what it will print: `J Gull Dis. In press`.
_JOURNAL_TO_COME = re.compile(
    rf"(?=[^.\n]{{0,60}}\b(?:{cues.JOURNAL_WORDS})\b)[A-Z][\w&]{{0,15}}(?:\s(?:[A-Z][\w&]{{0,15}}|of|and|the|in|on)){{0,6}}"
    r"[.,]{1,2}\s\(?(?i:in press|forthcoming|accepted|(?:epub|online) ahead of print|published online)\b"
)
_NAME_AND_YEAR = re.compile(r"(?P<name>[A-ZÀ-Þ][^.,;:\d\n]{3,60})(?:,? |\n)(?:1[89]|20)\d\d(?:[.,;)\s]|\Z)")
_EDITED = re.compile(
    rf"(?:{cues.FOREWORDS}|edited|reprint|revised|rev\.|abridged|translated|ed\.|eds\.|trans\.|transl\.|trad\.|traduzione|traducción|tradução"
    rf"|{cues.EDITORS_CYRILLIC}|{cues.TRANSLATED}|επιμ\.|επιμέλεια|szerk\."
    r"|hrsg\.|(?:pod )?red\.|wyd\.|oprac\.|diretto da|nota a (?-i:[A-Z])"
    r"|herausgegeben|übers|dir\.|a cura di|sous la dir"
    r"|directed|(?:dvd|vhs|cd|film|lp)\.|introduction by|compiled|traduit|tr\. [a-z]|\d+ (?:vols?|bde)\b"
    rf"|{ORDINAL} (?:[\w.]{{1,10}} )?{EDITION})",
    re.IGNORECASE,
)
_NAMED_ROLE = re.compile(
    r"(?:[A-ZÀ-Þ][\w.'’-]*,? (?:(?:and|&|et|und|y|de|von|van) )?){1,12}"
    rf"\((?i:{cues.EDITOR_ROLES}|transl?|tr)\b[^()]{{0,20}}\)"
)
_LAW_REPORT = re.compile(
    r"\d{1,4} (?:[A-Z][A-Za-z.]{0,10} ?){1,3}(?:\d[a-z]{1,2} )?\d{1,4}\b"
    r"|\d{1,4} (?:[A-Z][A-Za-z.]{0,12} |& ){1,7}(?:(?:\d{1,5}|_{2,4}) \(|\((?:forthcoming )?(?:1[89]|20)\d\d\))"
)  # `410 U.S. 113`
_PROSE_FIRST = re.compile(r"[^.]{12,}[^\W\d_]{4}\. [A-Z]")  # `A structure for nucleic acid. Nature 171`
_NAME_AND_ACCESS = re.compile(
    r"(?P<name>[A-ZÀ-Þ][^.,;:\d\n]{3,60})[.,] (?:viewed|accessed|retrieved|available)\b", re.IGNORECASE
)
_ACCESS = re.compile(r"(?:retrieved|accessed|available|viewed|last (?:accessed|modified))\b", re.IGNORECASE)
_TALK = re.compile(r"[^.]{0,60}(?:19|20)\d\d\.\s[Ii]n:?\s")  # `Leipzig 1988. In: Jahrbuch`, of a talk
_SERIES = re.compile(
    r"(?:[\w'’-]+ ){0,5}(?:(?:studies|texts|topics|readings) in|studien z|series|monographs?|beiträge zu|schriften"
    r"|quellen und|collection|collana|colección|coleção|bibliothèque|biblioteca|library of)\b",
    re.IGNORECASE,
)
_CONJUNCTION = re.compile(r"(?:and|or|und|oder|et|ou|y|e|&)\s")
_SENTENCE = re.compile(r"(?<=[^\W\d_]{3})\.[)\]]*\s|\)[.,]?\s|(?<=vols|, ed)\.\s|\.\)\.?\s")
_NUMBERS = re.compile(r"(?:\(?\d+\)?[:,(\s]|pp?\. ?\d|pages? \d|vol\. ?\d)", re.IGNORECASE)
_CAPS_YEAR_PAGE = re.compile(r"[A-Z][\w&-]{0,6}[A-Z][\w&-]{0,6} (?:19|20)\d\d, (?:S\. ?|pp?\. ?)?\d")
_SHORT_NAME = re.compile(r"(?:\S+ ){0,3}\S*(?:[A-Z]{2}|[A-Z]\S*['’]?\d\d|(?<=\s)['’‘]\d\d(?!\d)|\b(?:19|20)\d\d)")
# A meeting whose short name and year stand in brackets behind it: `Felting in Cold Water (ICFCW2014), Rieti`.
_SHORTENED = re.compile(
    r"[A-Z][^.,;:()\n]{8,120}\s\((?=[A-Za-z-]{0,12}[A-Z]{2})[A-Za-z-]{3,14}[ ’'-]?(?:(?:19|20)\d\d|\d\d)\)"
)
_WORD_AND_YEAR = re.compile(r"[A-Z][A-Za-z]{3,14} (?:19|20)\d\d(?=[.,;)\s]|\Z)")
_KNOWN = 0.7  # how sure the table of venues has to be
_SEGMENT = re.compile(r"[,;(]\s?")
_CONTENT = re.compile(r"(?<=\s)[^\W\d_A-ZÀ-Þ][^\W\d_]{3,}")
_SUBTITLE_FIRST = re.compile(
    r"(?:the|a|an|on|toward|towards|essays|from|how|why|what|with|der|die|das|ein|eine|zur|zum|le|la|les|l['’]|une|un"
    r"|festschrift|festgabe|untersuchung(?:en)?|edition|überlegungen|beobachtungen|bemerkungen|anmerkungen|appunti|prime"
    r"|essai|pour|el|los|las|una|il|lo|gli|per|um|uma)\b",
    re.IGNORECASE,
)
# What medicine calls its studies, in a second sentence of the title: `Late moulting. A case report and review.`
_STUDY = re.compile(
    r"(?:(?:an?|the) )?(?:case (?:report|series|study)|cohort study|case-control study|cross-sectional study"
    r"|(?:(?:systematic|scoping|narrative|literature|critical|brief|updated) )+review(?! of [A-Z])|meta-analysis"
    r"|(?:[\w-]+ ){0,3}randomi[sz]ed (?:[\w-]+ ){0,2}trial)\b",
    re.IGNORECASE,
)
_SPAN_LAST = re.compile(r"(?<!\d)1\d\d\d\s?[-–—/]{1,2}\s?(?:1[4-9]|20)?\d\d\Z")  # `Beamte in Galizien 1867–1914`
_READ = 240  # characters of the rest that are read
# `『牧場評論』第80巻`, `《农业史》2017年第3期`, `高分子学会誌, 第54巻`, and a publisher: `緑書房、2015年`.
_EAST_ASIAN = SignPattern(
    rf"[『《][^『』《》\n]{{2,80}}[』》](?!{GOES_ON.pattern})"
    rf"|[{SIGNS}A-Z][{SIGNS}A-Za-z() ]{{1,40}}[, ]{{0,2}}[第제]?\d{{1,5}}\s?(?:[巻卷号號期]|권|호)"
    rf"|[{SIGNS}]{{2,20}}[A-Z]?(?:\([{SIGNS} ]{{1,20}}\))?, ?(?:Vol\.? ?\d|No\.? ?\d|\d{{1,4}} ?\(\d)"
    # whom the book is by that somebody translated: `(英)史密斯著.`
    rf"|[(\[][{SIGNS}]{{1,4}}[)\]] ?[{SIGNS}·]{{2,20}}(?:[编編]?著|主[编編])[.,;]"
    rf"|[{SIGNS}]{{1,20}}(?:出版社?|書店|書房|書院|书店|书局|출판사|大学|대학교)"
)
_HOUSED = 1.8  # score of a publisher before its town and a year, as of an imprint that is known and firm
_UNLISTED = 1.4  # score of an imprint that no table knows
MOST_OF_REST = 2.6  # the most that `rest_score` gives


def rest_score(text: str, start: int, end: int) -> float:
    """Return how much what begins at `start` reads like what follows a title: a venue, a publisher, a date."""
    begin = start
    while begin < end and text[begin] in " \n.,;:/|)]\"”’»'–—-«":
        begin += 1
    rest = text[begin : min(end, begin + _READ)]
    if not rest.strip() or _STUDY.match(rest) or _ACCESS.match(rest):
        return 0.0
    first = " ".join(re.split(r"[.;\n](?:\s|\Z)", rest, maxsplit=1)[0].split())
    score = 0.0
    lead = LEAD.match(rest)
    if lead and _is_within_title(rest, rest[lead.end() :]):
        lead = None
    if lead:
        score += 1.4 if len(lead[0]) > 3 or rest[:2] in ("In", "in") else 0.6
        begin, rest, first = begin + lead.end(), rest[lead.end() :], first[lead.end() :]
    score += _venue_score(rest, first, led=bool(lead)) + _number_score(rest)
    imprint = 0.0 if _TALK.match(rest) else _imprint_score(text, begin, end, first)
    dated = None if imprint or score >= _VENUE_ENOUGH else _NAME_AND_YEAR.match(rest) or _NAME_AND_ACCESS.match(rest)
    score += 0.9 if dated and is_name(dated["name"]) else imprint
    east_asian = any(one.match(rest) for one in (_EAST_ASIAN, EAST_ASIAN_VENUE, LOCATED))
    score += _credit_score(text, begin, end, rest) + 1.4 * east_asian
    if not lead and rest[:1].islower() and not any(one.match(rest) for one in _SMALL_FIRST):
        score -= 2.0 if _CONJUNCTION.match(rest) else 1.0
    return min(score, MOST_OF_REST)


_IN_SMALL = re.compile(r"in (?:(?:the|an?|its|their|our) )?(?!press\b|prep|print|review|revision|submission)[a-zß-ÿ]")


def _is_within_title(rest: str, behind: str) -> bool:
    """Say whether a title goes on where its line was broken, `in the wild`, `in noisy rooms`: no venue begins so.

    `behind` is what stands behind the "in". Of a text without capitals nobody can say.
    """
    small = _IN_SMALL.match(rest) and not rest.islower()
    return bool(small) and not any(one.match(behind) for one in _SMALL_FIRST)


_ABOVE = 1.6  # score of the place of the entry above with other pages; an erratum within an entry has its volume
_VENUE_ENOUGH = 0.5  # score of a venue, beside which a name and a year say nothing more
_SMALL_NAME = re.compile(r"[a-z]{1,3}[A-Z][a-z]|npj\s")  # `mBio`, `arXiv`, but not `mRNA`
_COPYRIGHT = re.compile(r"c(?:19|20)\d\d\b")  # as the National Library of Medicine dates what has no other date
# what may begin in lower case
_SMALL_FIRST = (GENRE, IBIDEM, STATE, _EDITED, _NUMBERS, VENUE_FIRST, _SMALL_NAME, _COPYRIGHT)


def _venue_score(rest: str, first: str, *, led: bool) -> float:
    """Return how much the rest begins like a venue, a series, a thesis or a patent; `led` that an "in" is before it."""
    score = 1.6 if any(one.match(rest) for one in (GENRE, _PATENT, STATE)) else 0.0
    same = IBIDEM.match(rest)
    score += (_ABOVE if rest[same.end() : same.end() + 1] == "," else _ABOVE / 2) if same else 0.0
    if VENUE_FIRST.match(rest):
        return score + 1.4
    if cues.VENUE.search(first[:140]):
        head = first.partition(",")[0][:140]
        return score + (0.9 if led or cues.VENUE.search(head) or is_name(head) else 0.4)
    if _SERIES.match(first) or is_newspaper(first.partition(",")[0].split()):
        return score + 0.9
    if SCHOOL.fullmatch(re.split(r"[;\n]", rest, maxsplit=1)[0][:120].rstrip(" .")):
        return score + 0.9
    if _SHORTENED.match(rest):
        return score + 1.2
    if _SHORT_NAME.match(rest):
        return score + 1.3 * max(0.0, looks_like_venue(_SEGMENT.split(first[:160], maxsplit=1)[0]) - 0.3)
    return score


def _number_score(rest: str) -> float:
    """Return how much the rest begins with a journal and its numbers, a date, or pages."""
    dated = DATED.match(rest)
    journal = None if dated else _JOURNAL.match(rest) or _JOURNAL_TO_COME.match(rest)
    score = 0.0
    if journal:
        score += 1.1 * (not (_PROSE_FIRST.match(journal[0]) and is_subtitle(journal[0].partition(". ")[0])))
    elif CAPS_YEAR.match(rest) or _is_known_meeting(rest):
        score += 1.0
    if _CAPS_YEAR_PAGE.match(rest):
        score += 0.8
    if dated:
        return score + 0.8
    if _LAW_REPORT.match(rest):
        return score + 1.5
    return score + (0.9 if rest[:1] in "pP" else 0.5) * bool(_NUMBERS.match(rest))


def _is_known_meeting(rest: str) -> bool:
    """Whether the rest begins with a word and a year that the table of venues knows: `Interspeech 2019, Graz`."""
    named = _WORD_AND_YEAR.match(rest)
    return named is not None and looks_like_venue(named[0]) >= _KNOWN


def _credit_score(text: str, at: int, end: int, rest: str) -> float:
    """Return how much the rest begins with who edited or translated the work, or its edition, and an imprint behind."""
    named = bool(_NAMED_ROLE.match(rest))
    if not named and not _EDITED.match(rest.lstrip("([")):
        return 0.0
    behind = _SENTENCE.search(rest)
    if behind is None and not rest[0].isdigit() and (past := past_credits(text, at, end)[1]) > at:
        return 0.9 + _imprint_score(text, past, end, text[past : min(end, past + _READ)].partition(".")[0]) / 2
    imprint = _imprint_score(text, at + behind.end(), end, rest[behind.end() :]) if behind else 0.0
    return (1.5 if named else 0.9) + imprint / 2


def _imprint_score(text: str, at: int, end: int, first: str) -> float:
    """Return how much what begins at `at`, of which `first` is the first sentence, reads like a book's imprint."""
    enclosed = at > 0 and text[at - 1] == "("
    close = text.find(")", at, min(end, at + _READ)) if enclosed else -1
    imprint = read_imprint(text, at, close if close > 0 else end)
    if imprint.complete and imprint.first:
        return (1.8 if imprint.firm else 0.8) + 0.4 * imprint.colon
    if imprint.complete and (imprint.known or imprint.colon):
        return 1.4 if imprint.short and not stands_behind_noun(text, at) else 0.9
    if house_before_town(text, at, end):
        return _HOUSED
    if is_unlisted(text, at, end):
        return _UNLISTED
    segments = [" ".join(segment.split()) for segment in first[:160].split(",")[:4]]
    houses = [is_publisher(segment) and not may_be_person(segment) for segment in segments]
    if houses[0] or (imprint.first and imprint.colon):
        return 1.1
    if _PLACE_COLON.match(first):
        return 0.6
    if imprint.first and not imprint.firm and first.count(",") == 0:
        return -0.5  # `Canada. Geology, v. 24`: the place belongs to the title
    if enclosed and imprint.complete and imprint.firm:
        return 0.9
    return 0.6 if any(houses) else 0.2 * imprint.first


def is_subtitle(stretch: str) -> bool:
    """Whether the sentence behind a title goes on with it: words of prose, and none of a venue or a series."""
    stretch = " ".join(stretch.split())
    if _STUDY.match(stretch):
        return True
    if stretch.count(" ") < 2 or cues.VENUE.search(stretch) or _SERIES.match(stretch) or GENRE.match(stretch):
        return False
    if LEAD.match(stretch) or _EDITED.match(stretch) or BEYOND.search(f". {stretch}"):
        return False
    words = [word for word in _CONTENT.findall(stretch) if fold(word) not in STOP_WORDS]
    return bool(words) or bool(_SUBTITLE_FIRST.match(stretch) or _SPAN_LAST.search(stretch))
