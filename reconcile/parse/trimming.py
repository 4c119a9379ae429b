"""A title or a venue without what edges it: delimiters, unpaired quotes, the edition behind a book's title."""

from __future__ import annotations

import re

from reconcile.lexicon.editions import EDITION, WHICH

_EDGES = " \n\t.,;:|/–—-"

# The one name that begins with a star, which no markup closes.
STARRED = re.compile(r"\*SEM\b(?!.*\*)")

_QUOTES = '"“”„«»‘’`'

_IN_PARENTHESES = (("(", ")"), ("[", "]"))


def clean(raw: str) -> str:
    """Return a title or a venue without what edges it: blanks, delimiters, unpaired quotes and parentheses."""
    text = " ".join(raw.split())
    while True:
        stripped = text.strip(_EDGES) if text[-3:] != "..." else text.strip(" ")
        stripped = stripped if STARRED.match(stripped) or text[-3:] == "..." else stripped.strip("*_ ")
        if (
            stripped[:1] in _QUOTES
            and (stripped[-1:] in _QUOTES or stripped.count(stripped[:1]) == 1)
            and not _closes_inside(stripped)
        ):
            stripped = stripped[1:]
        if stripped[-1:] in _QUOTES and not any(quote in stripped[:-1] for quote in "\"“„«‘'`"):
            stripped = stripped[:-1]
        for left, right in _IN_PARENTHESES:
            if stripped[:1] == left and right not in stripped:
                stripped = stripped[1:]
            if stripped[-1:] == right and left not in stripped:
                stripped = stripped[:-1]
        if stripped == text:
            return stripped
        text = stripped


# What an encyclopedia has on somebody, as Italians list it: `voce Fane, Orlo, in Dizionario degli uccelli`; in Germany
# `Art. „Möwe“. In: Lexikon der Vögel`, `[Art.] Möwe`.
_ENTRY = re.compile(
    r"(?:voc[ei]|ad vocem|s\. ?v\.)\s(?=[A-ZÀ-Þ«“„\"])|Art(?:\.|ikel)\s(?=[„«“])|\[Art(?:\.|ikel)\]:?\s"
)


def without_label(title: str) -> str:
    """Return the title without the word that says that it is an encyclopedia's entry."""
    label = _ENTRY.match(title)
    return title[label.end() :] if label else title


# Words for the medium or the kind of a work, which stand in brackets behind its title: `[Motion picture]`.
_MEDIA = (
    "film|motion picture|picture|videos?|dvd|cd|cd-rom|audio|podcast|software|program|app|datasets?|data set|database"
    "|website|web site|page|blog|post|online|internet|electronic|resource|version|press release|abstract|poster|talk"
    "|slides|demo|paper|editorial|letter|review|commentary|comment|interview|music|recording|song|album|photograph|painting"
    "|manuscript|preprint|thesis|dissertation|unpublished|in press|invited|pdf|code|article|report|brochure|lecture"
    "|series|episode|map|patent|media|file|manual|book|catalogue|score|libretto|screenplay|mimeo|translation|text|print|html|link|project|tool|oral|spotlight|arxiv"
    "|doi|bib|bibtex|ресурс|ресурсы|текст|видеозапись|рукопись|электрон\\. ресурс"
)
_LEAST = 3  # characters of a title
_LONGEST_EDITION = 120  # characters behind a title that are looked at
_EDITION_BEHIND = re.compile(
    rf"(?:\s?\((?:[^()]{{0,20}}\b{EDITION}[^()]{{0,20}}"
    r"|abstract|extended abstract only|report|in [A-Z]\w+|vol\.? \d+|poster"
    r"|oral|spotlight|(?:1[89]|20)\d\d)\)"
    # a report's number, `(Report No. 45)`, `(WMO-No. 1173)`
    r"|\s\((?:(?-i:[A-Z])[\w./&-]*[ -]){0,5}(?:report|publication|paper|no\.|nr\.|number|rep\.|document|doc\.)\s?"
    r"(?:no\.\s?|nr\.\s?)?[\w/.-]*\d[\w/.-]*\)"
    # the pages of a short note, and an edition that its publisher follows
    r"|,\s(?:op|loc|art)\.\scit\b\.?|,\s(?:esp\.\s)?pp?\.\s?\d{1,4}(?:[-–]\d{1,4})?\.?"
    rf"|\s\({WHICH} {EDITION}\.?|\s\((?:1[4-9]|20)\d\d;[^()]{{0,30}}"
    r"|\.\s(?-i:[A-Z])[^.:;,()]{3,70}\s(?:report|bulletin|paper|memorandum|monograph)s?\s(?:no\.?\s)?\d[\d/-]*"
    # a volume, or the year of the first edition
    r"|[.,]\s(?:vol(?:ume|\.)?|tome|bd\.|band)\s?(?:\d+|[IVX]+\b)(?:st|nd|rd|th)?|\.\s(?:1[89]|20)\d\d"
    rf"|\s?\[(?:(?:\w+ ){{0,2}}(?:{_MEDIA})(?:[;:,]\s[^\[\]]{{3,80}})?"
    r"|[A-Z]{1,2}(?:/[A-Z]{2})?|in [A-Z]\w+(?: with [A-Z]\w+ [\w ]+)?)\]"
    rf"|,\s{WHICH} {EDITION}\.?)\s*\Z",
    re.IGNORECASE,
)
# The kind of work that a page writes behind a title, as teachPress does: `Zinc plating Journal Article Forthcoming`.
_KIND_BEHIND = re.compile(
    r"\s(?:Journal Article|Book Chapter|Book Section|Proceedings Article|Conference (?:Paper|Article|Proceedings)"
    r"|PhD Thesis|Masters Thesis|Bachelor Thesis|Technical Report|Working Paper|Inproceedings|Incollection"
    r"|Miscellaneous|Unpublished)(?: (?:Forthcoming|In press|Submitted))?\s*\Z"
)
# A book's series: `(BAR International Series, 604)`.
_SERIES_BEHIND = re.compile(
    r"\s\((?:[^()]{0,60}\b(?i:series|reihe|collection|report|bulletin|monographs?|papers?)\b[^()]{0,40}"
    r"|[A-Z][^()\s]*\s(?:[^()\s]+\s){1,8}(?:(?!1[5-9]|20)\d{1,4}|[IVXLC]{1,6}(?:[/,]\s?\d{1,3})?)"
    # `(Möwen-Forschungen 71)`
    r"|[A-ZÀ-Þ][\w-]{0,40}(?:forschungen|studien|schriften|hefte|beiträge|quellen|texte|kolloquien|kolloquium|bibliothek)"
    r"\s(?:Bd\.\s|N\.\s?F\.\s)?\d{1,4})\)\s*\Z"
)


# The title in the language of those who read the list: `Vlna a plst [Wool and felt of the hill farms]`,
# `Villa ja huopa (Wool and felt, in Finnish)`.
_TRANSLATED = re.compile(
    r"\s(?:\[(?=[A-ZÀ-Þ“\"'‘][^\[\]]{0,80}\s[a-zß-ÿ])(?:[^\s\[\]]+\s){3,40}[^\s\[\]]+\]|\([^()]{8,300},\s[Ii]n\s(?:[A-Z][a-z]{2,12}(?:ish|ese|ian)"
    r"|German|Korean|French|Dutch|Czech|Arabic|Icelandic|Slovak|Slovene|Greek|Hebrew|Catalan|Latin)\))\Z"
)
_CITED = re.compile(r"\((?:19|20)\d\d\)|\d, \d")  # `Erratum: “Wool” [J. Gull Phys. 12, 34 (2004)]`
# What kind of book it is, behind a colon with blanks at both sides, as GOST has it: `Вовна : монографія`.
_KIND_CYRILLIC = re.compile(
    r"\s?:\s(?:(?:коллективная|колективна|учебное|учебно-методическое|методическое|практическое|навчальний"
    r"|навчально-методичний)\s)?(?:монографи[яі]|монографія|учебник|підручник|пособие|посібник|практикум|справочник"
    r"|довідник|атлас|словарь|словник|хрестоматия|(?:учеб|учебн|учебно)[.-]{0,2}\s?(?:метод\.\s)?пособие"
    r"|метод(?:\.|ические)\s(?:указания|рекомендации)|сб(?:\.|орник)\s[^.:]{3,60}|тез(?:исы|и|\.)\s(?:докл|доп)[^\s:]{0,8}"
    r"|в\s\d{1,2}\s(?:т|ч|кн)\.?|автореф(?:ерат)?(?:[.\s][^\n]{0,200})?)"
    r"(?:[.,]?\s\d{1,2}-[^\s]{1,2}\s(?:изд|вид)[^\n]{0,60})?\Z",
    re.IGNORECASE,
)


def without_edition(title: str, *, in_journal: bool = False) -> str:
    """Return the title without what is behind it: an edition, a medium, and of a work in no journal its series."""
    kind = _KIND_BEHIND.search(title, max(0, len(title) - _LONGEST_EDITION))
    title = title[: kind.start()] if kind and kind.start() > _LEAST else title
    told = _TRANSLATED.search(title) or _KIND_CYRILLIC.search(title)
    if told and told.start() > _LEAST and not _CITED.search(told[0]):
        title = title[: told.start()]
    for pattern in (_EDITION_BEHIND,) if in_journal else (_EDITION_BEHIND, _SERIES_BEHIND):
        match = pattern.search(title, max(0, len(title) - _LONGEST_EDITION))
        if match and match.start() > 3:
            return title[: match.start()]
    return title


def _closes_inside(text: str) -> bool:
    """Whether a quotation that opens the text closes before its end: `“Tone” in Bantu`."""
    closer = {"“": "”", "„": "“", "«": "»", "‘": "’", '"': '"', "`": "'"}.get(text[:1], "")
    place = text.find(closer, 1) if closer else -1
    return 0 < place < len(text) - 1


def edges(view_text: str, start: int, end: int) -> tuple[int, int]:
    """Return `start` and `end` without the blanks, delimiters and quotes at both ends of the stretch."""
    while start < end and view_text[start] in _EDGES + _QUOTES:
        start += 1
    while end > start and view_text[end - 1] in _EDGES + _QUOTES:
        end -= 1
    return start, end
