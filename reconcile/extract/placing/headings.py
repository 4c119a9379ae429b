"""What a heading says: its topic, the year it gives, and whether a line without markup is one by its words."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from reconcile.documents.blocks.labels import without_legend
from reconcile.extract.words.heading_words import CITING, FILLERS
from reconcile.extract.words.topics import (
    ALONE,
    JOURNALISM,
    JUDGED,
    REST,
    SHOWN_TOO,
    SPOKEN,
    SPOKEN_ALONE,
    STRONG,
    THESES,
    UNFINISHED,
    WEAK,
    WRITTEN,
    Topic,
)
from reconcile.lexicon import reviews
from sources.east_asian import SIGNS, SignPattern
from sources.text import fold

_YEAR_HEADING = re.compile(
    r"(?:(?:\d{1,2}(?:\.\d{1,2}){1,3}\.?|(?:\d{1,2}|[A-Z]|[IVX]{1,5})[.)](?=\s[^\W\d]))\s)?\W{0,3}"
    r"(?:year|jahr|papers|publications|in|since|published in|año|année"
    r"|(?:(?:list of )?publications|ver[öo]ffentlichungen|publikationen|publicaciones|publica[cç][oõ]es"
    r"|pubblicazioni|publicaties|publika(?:tioner|sjoner|cje|ce)|julkaisut|публикации|публікації)"
    r"(?:\s(?:in|im|des|from|en|de|del|em|do|nel|dell['’]|från|fra|za|za rok|w|vuonna|за)(?:\s?(?:the year|jahre?s?"
    r"|année|año|ano|anno|roku))?)?"
    r"|(?:annual|yearly|activity) report(?: for)?|(?:jahres|tätigkeits)bericht|rapport (?:annuel|d['’]activités?)"
    r"|memoria anual|informe anual|relat[óo]rio (?:anual|de atividades)|relazione annuale|årsrapport|årsberättelse"
    r"|jaarverslag|raport roczny|výroční zpráva)?\W{0,3}"
    r"((?:19|20)\d\d)(?:\W{0,3}(?:publications|papers|年|\(\d{1,3}\)))?\W{0,3}\Z",
    re.IGNORECASE,
)
# A span of years with an open end, over the works of those years: `Before 2020`, `2020 →`, `2014 and earlier`.
_SPAN_HEADING = re.compile(
    r"\W{0,3}(?:(?:before|until|since|from|after|through|up to|prior to|earlier than|bis|vor|seit|ab|avant|depuis"
    r"|antes de|desde|hasta|fino al|prima del|dal|voor|sinds|vanaf)\W{1,2}(?:19|20)\d\d"
    r"|(?:19|20)\d\d\s?(?:→|⟶|&?\s?(?:and|or|und|et|y)\s(?:before|earlier|older|after|later|fr[uü]her|[aä]lter|avant)"
    r"|onwards?|ff\.?|(?:[-–—]|to|until)\s?(?:present|date|now|today|heute)))\W{0,3}\Z",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\([^()]{0,80}\)|\[[^\[\]]{0,40}\]|\d+")
_LETTERED = re.compile(r"\A(?:[A-ZΑ-ΩА-Я][.)]|[a-zα-ωа-я]\)|[\u0620-\u06d3]{1,4}[)-])\s+")
_ORNAMENT = re.compile(r"^[^\w(\[\u201c\"-]+")
# What stands between "publications" and whose they are.
_OF = re.compile(r"\s(?:of|by|von|de|di|da|du|del|van|av|af)\s", re.IGNORECASE)
_UNSPACED = SignPattern(rf"[{SIGNS}、与和及／/ ]{{2,16}}\Z")
# How many works stand under a heading: `論文 7件`, `論文(7)`, `论文 12篇`.
_COUNTED = r"\s?[(（]?\d{1,4}\s?[件篇編编本点项項部건편][)）]?"
# What frames a heading in Chinese, Japanese and Korean: `【２．著書（単著）】`, `一、期刊论文`, `<学位論文>`.
_FRAME = SignPattern(
    r"[【〔［\[《〈＜<]?\s?(?:[(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,2}|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩIVX]{1,4}|[A-Z가나다라마바])[.．、,)）])?\s?"
    rf"(?P<heading>[{SIGNS}][^【】〔〕［］\[\]《》〈〉＜＞<>（）()]{{1,20}}?)"
    rf"(?:{_COUNTED})?"
    r"\s?(?:[(（][^()（）]{0,40}[)）])?\s?[】〕］\]》〉＞>]?\Z"
)
_UNSPACED_FIRST = SignPattern(rf"[{SIGNS}]")
LONGEST = 80  # letters of a heading
# A heading of more words must consist of a heading's words, to be no title.
FEW_WORDS = 4
ENDS_SENTENCE = re.compile(r"[!?;,]\Z|(?<!\betc)\.\Z")


def topic_of(heading: str) -> Topic:
    """Return what a heading says.

    >>> topic_of("Selected Publications (2020-present)"), topic_of("Paper reviewing"), topic_of("On sheep")
    (<Topic.PUBLICATIONS: 'publications'>, <Topic.SERVICE: 'service'>, <Topic.UNKNOWN: 'unknown'>)
    """
    return known_topic(heading)[0] or Topic.UNKNOWN


def year_of(heading: str) -> int | None:
    """Return the year that a heading consists of.

    >>> year_of("— 2021 —"), year_of("2019 - 2021")
    (2021, None)
    >>> year_of("Annual Report 2021"), year_of("Annual Reports since 2021")
    (2021, None)
    >>> year_of("since 2020"), year_of("3.1 Publications 2022")
    (None, 2022)
    """
    if spans_years(heading):
        return None
    found = _YEAR_HEADING.match(heading.strip())
    return int(found.group(1)) if found else None


def spans_years(heading: str) -> bool:
    """Whether a heading gives an open span of years.

    >>> spans_years("Before 2020"), spans_years("2020 →"), spans_years("2020")
    (True, True, False)
    """
    return _SPAN_HEADING.match(heading.strip()) is not None


_FOLDED = "abstract"  # what shows the text that is folded away below an entry, and no section


# A venue, whose acronym is a word of headings elsewhere: `Proceedings of CHI 2024`.
_OF_MEETING = re.compile(r"(?:[Ii]n )?[Pp]roceedings of (?:the )?(?:[A-Z]{3,8} )?[A-Z]{2,12}\b")


def reads_as_heading(line: str) -> bool:
    """Whether a line without heading markup is one by its words: all of them are those of section headings.

    >>> reads_as_heading("PUBLICATIONS (2020-PRESENT, SELECTED)"), reads_as_heading("Journal of Sheep")
    (True, False)
    >>> reads_as_heading("【２．著書（単著）】"), reads_as_heading("論文 7件"), reads_as_heading("【羊の歴史】")
    (True, True, False)
    """
    text = without_legend(_ORNAMENT.sub("", line[: 4 * LONGEST]).rstrip(" :：")).rstrip(" :：")
    if not text or len(text) > LONGEST or ENDS_SENTENCE.search(text) or fold(text) == _FOLDED:
        return False
    if _OF_MEETING.match(text) and not text.isupper():
        return False
    framed = _FRAME.match(text)
    if _OF_JAPAN.match(text):
        return True
    if framed and _UNSPACED.match(framed["heading"]):
        return known_topic(framed["heading"])[0] is not None
    known, words = _vocabulary(), fold(_ASIDE.sub(" ", _LETTERED.sub("", text))).split()
    return bool(words) and all(word in known for word in words) and known_topic(text)[0] is not None


def is_citing(heading: str) -> bool:
    """Whether a heading is one over what a text cites, or over people: `7 References`.

    >>> is_citing("7 References"), is_citing("Publications")
    (True, False)
    """
    return fold(_ASIDE.sub(" ", heading[: 2 * LONGEST])) in CITING


def is_unfinished(heading: str) -> bool:
    """Whether a heading says that what stands under it is not published yet, as its entries then do not.

    >>> is_unfinished("Working Papers"), is_unfinished("Selected publications")
    (True, False)
    """
    return says(heading[: 2 * LONGEST], UNFINISHED)


def is_of_theses(heading: str) -> bool:
    """Whether a heading says that what stands under it is a thesis.

    >>> is_of_theses("PhD Thesis"), is_of_theses("Books")
    (True, False)
    """
    return says(heading[: 2 * LONGEST], THESES)


def is_of_reviews(heading: str) -> bool:
    """Whether a heading says that what stands under it reviews others' books.

    >>> is_of_reviews("Comptes rendus (sélection)"), is_of_reviews("Reviews")
    (True, False)
    """
    return says(heading[: 2 * LONGEST], reviews.HEADINGS)


def is_of_journalism(heading: str) -> bool:
    """Whether a heading says that what stands under it was written for newspapers, magazines or blogs.

    >>> is_of_journalism("Op-Eds and Public Writing"), is_of_journalism("Journal articles")
    (True, False)
    """
    return says(heading[: 2 * LONGEST], JOURNALISM)


def says(heading: str, phrases: str) -> bool:
    """Whether a heading has one of the phrases."""
    spaced, unspaced = _parted(phrases)
    words = fold(heading).split()
    if any(phrase in heading for phrase in unspaced):
        return True
    return any(" ".join(words[at : at + length]) in spaced for length in range(1, 5) for at in range(len(words)))


# What Japan's researchmap calls what was not refereed; whoever writes English does not shout it.
_OF_JAPAN = re.compile(rf"MISC(?:\s\(?\d{{1,4}}\)?|{_COUNTED})?\Z")


@lru_cache(maxsize=5000)
def known_topic(heading: str) -> tuple[Topic | None, bool]:
    """Return the topic of a heading, and whether only a weak word says it."""
    whole, heading = heading[: 2 * LONGEST], without_legend(heading)
    if len(heading) > LONGEST:
        return None, False
    words = [word for word in fold(heading).split() if not word.isdigit()]  # `6.4.3 Theses`, `Courses 1998-99`
    plain = " ".join(words)
    if plain in ALONE or _OF_JAPAN.match(heading):
        return ALONE.get(plain, (Topic.PUBLICATIONS, True))
    if says(heading, SPOKEN):
        return Topic.TALKS, False
    if words[:1] and words[0] in SPOKEN_ALONE and says(whole, JUDGED) and not says(whole, SPOKEN):
        return Topic.PUBLICATIONS, False
    if words[:1] and words[0] in SPOKEN_ALONE and set(words) <= SPOKEN_ALONE | SHOWN_TOO:
        return Topic.TALKS, True
    if says(heading, WRITTEN):
        return Topic.PUBLICATIONS, False
    if len(words) > FEW_WORDS and not _is_mostly_known(heading):
        return None, False
    strong = says(heading, STRONG)
    rest = next((topic for topic, phrases in REST if says(heading, phrases)), None)
    if strong and (rest not in (Topic.SERVICE, Topic.AWARDS, Topic.SUPERVISION) or "and" in words):
        return Topic.PUBLICATIONS, False
    if rest is not None or strong:
        return rest or Topic.PUBLICATIONS, False
    return (Topic.PUBLICATIONS, True) if says(heading, WEAK) else (None, False)


def _is_mostly_known(heading: str) -> bool:
    """Whether half of a long heading's words, or all before its colon, are those of headings: titles are not."""
    words, before = fold(heading).split(), fold(heading.partition(":")[0]).split()
    known = _vocabulary()
    owned = (heading[: match.start()] for match in _OF.finditer(heading))
    if any(says(part, STRONG) and all(word in known for word in fold(part).split()) for part in owned):
        return True
    return 2 * sum(word in known for word in words) >= len(words) or all(word in known for word in before)


@cache
def _parted(phrases: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the phrases of a row: those of scripts with spaces, and those without."""
    every = phrases.split("|")
    unspaced = tuple(phrase for phrase in every if _UNSPACED_FIRST.match(phrase))
    return frozenset(fold(phrase) for phrase in every if phrase not in unspaced), unspaced


@cache
def _vocabulary() -> frozenset[str]:
    """Return every word that headings without markup may consist of."""
    rows = [STRONG, WEAK, JOURNALISM, *(phrases for _, phrases in REST)]
    said = {word for row in rows for phrase in row.split("|") for word in fold(phrase).split()}
    return FILLERS | SPOKEN_ALONE | SHOWN_TOO | said | {word for phrase in ALONE for word in phrase.split()}
