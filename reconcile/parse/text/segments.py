"""Where the parts of a citation may begin and end: positions only, no judgement between them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from reconcile.documents.blocks.block import Mark
from reconcile.lexicon.editions import EDITION, ORDINAL
from reconcile.parse.names.list_ends import cut_points
from reconcile.parse.names.people import People, read_people
from reconcile.parse.names.pieces import FOOTNOTE_MARKS, LONGEST_LIST
from reconcile.parse.names.shapes import Shape, shape_of
from reconcile.parse.text.marks import View
from reconcile.parse.text.set_apart import TITLE_MARKS, set_apart
from reconcile.parse.words import cues
from reconcile.parse.words.dates import DATE
from reconcile.parse.words.east_asian import COMMA, EDITED, GOES_ON, LISTED_NAME, ONE_SIGN, QUOTED_WITHIN
from reconcile.parse.words.sentences import is_sentence_end
from reconcile.parse.words.signs import LAW_REVIEW

OPENERS = {
    "“": '”“"',  # TeX's `` is closed by a typewriter's quotes as often
    "„": "“”",
    "«": "»",
    "‘": "’",
    '"': '"',
    "'": "'’",
    "`": "'’",
    "‹": "›",
    "《": "》",
    "「": "」",
    "『": "』",
    "”": "”",
    "″": "″",
}

# Those who edited a work, as what stands in brackets behind their names says it in the languages of the documents.
ROLE_IN_BRACKETS = rf"\(\s?(?:{cues.EDITOR_ROLES}|a cura di|ed\. by)\.?\s?\)"
EDITOR_ROLE = rf"(?:{ROLE_IN_BRACKETS}|{EDITED}|,?\s(?:eds?\.|editors?\b|hrsg\.|hg\.|dir\.|director\b))"
# The mark behind the last of the authors: `Fane, O.* Wool`, `Lund, E.#,* Felt`, `Rye, A.ᵃ Silk`.
_MARKED = f"{FOOTNOTE_MARKS}?"
_AUTHOR_END = re.compile(
    rf"(?P<role>[\s,.]{{0,3}}{EDITOR_ROLE})"
    rf"|(?P<date>[\s,.]{{0,3}}[(\[]\s?{DATE}\s?[)\]])"
    rf"|(?P<year>(?<=[\s.,(])(?={DATE}(?:[\s.,:;]|$)))"
    rf"|(?P<quote>(?<=[\s.,:;)])(?:``|[“„«‘\"'`‹])(?=\S)|(?:(?<=[\s.,:;)])|(?<={ONE_SIGN}))[《「『](?=\S))"
    rf"|(?P<period>\.(?={_MARKED}(?:\s|$)|[《“]|{ONE_SIGN}))|(?P<colon>(?<![а-яґ]\s):(?=\s|{ONE_SIGN}))|(?P<newline>\n)|(?P<dash>\s[-–—]\s)",
    re.IGNORECASE,
)
_ROLE_BEFORE = re.compile(rf"{EDITOR_ROLE}[\s.,:]*\Z", re.IGNORECASE)  # `Ann Lee, Bo Rye (editors). “`
_CHIEF_EDITOR = ("主编", "主编.", "主編", "主編.")  # `王立主编.《羊毛》`
_BARE_ROLE = rf"(?:{ROLE_IN_BRACKETS}|{EDITED}|(?:eds?\.|editors?\b|hrsg\.|hg\.|dir\.|director\b))"
# The year of the first edition: `1988 [1964]`, `(2001/1899)`.
_FIRST_DATE = r"(?:\s?[(\[](?:orig\w*\.? )?(?:publ\w*\.? )?1[4-9]\d\d\s?[)\]](?=[\s.,:;]))?"
_GAP = re.compile(
    rf"(?:\.{_MARKED}(?=\s))?[\s.,:;]*(?:[)\]](?=[.,:;])[\s.,:;]*)?(?:(?P<role>{_BARE_ROLE})[\s.,:;]*)?(?:[(\[]?\s?(?P<date>{DATE})\s?[)\]]?{_FIRST_DATE}(?=[\s.,:;“\"‘«'`(\[]"
    rf"|《|{ONE_SIGN}|$))?[\s.,:;]*(?:[-–—|](?=\s)[\s]*)?(?:s\. ?v\.\s(?=[“„«\"]))?",
    re.IGNORECASE,
)
# The time of which a title tells, centuries long, is no date of it: `(1500–1800)`.
_SINCE = re.compile(r"\W*1([4-9])\d\d\s?[-–/]\s?(?!1\1)(?:1[5-9]|20)\d\d\b")
_FOR_WHOM = re.compile(r"(?<=et al)\.?\s\[[A-Z][\w+ -]{1,40}\](?=[,.:\s])")  # `M. Bee et al. [SHEEP], `
# A book as American lawyers cite it, with a page: `THE RULE OF TOLERANCE 45 (2d ed. 1961)`.
_PAGE_AND_EDITION = rf"\d{{1,4}}(?:[-–]\d{{1,4}})? \({ORDINAL} ed\. (?:1[5-9]|20)\d\d\)"
# A film as Australians and others cite it, `The Quiet Harbour 2009, motion picture, Lantern Pictures, Melbourne`.
_SCREENED = (
    r"[(\[]?(?:1[89]|20)\d\d[)\]]?,\s(?i:dvd|vhs|video|blu-ray|film|motion picture|feature film|documentary|televis"
    r"|tv |radio|podcast|television|cd-rom|cd|lp|sound recording|videorecording|streaming)\b"
)
# A journal in quotes and its numbers, as in Poland and Italy: `, „Zapiski Historyczne” 86 (2021), z. 3`.
_QUOTED_JOURNAL = (
    r"[„«“\"»][^„“”\"«»\n]{3,100}[”“\"»«],?\s"
    r"(?:\d|[IVXLC]{1,7}\b|\((?:1[89]|20)\d\d|(?:[nrzRtčs]|nr|no|vol|roč|seria)\.?\s?[\dIVX])"
)
_NAMED_JOURNAL = r"[《『][^《》『』\n]{2,60}[》』],?\s?(?:\d|[第제]|Vol)"  # `，《牧场史研究》2017年第3期`
_GIVEN, _FAMILY = r"[A-ZÀ-ÞЀ-ЯҐ](?:\.\s?[A-ZÀ-ÞЀ-ЯҐ]){0,2}(?:\.\s?|\Z)", r"[A-ZÀ-ÞЀ-ЯҐ][\w'’-]+"
_INITIALED = rf"(?:{_GIVEN}{_FAMILY}|{_FAMILY},?\s{_GIVEN})"
# All who wrote a work, as library cards and GOST have them behind its title: ` / О. Лунь, І. Сич // `, ` / О. Лунь. – `
WRITERS = (
    rf"(?:{_INITIALED}(?:,\s|(?=\s?(?:;|//|\[|[–—-]\s|\.|\Z|и\s)))){{1,40}}"
    r"(?:\s?\[?(?:и\sдр|та\sін|et\sal)\.?\]?)?(?=\s?(?:;|//|\[|[–—-]\s|\.|\Z))"
)
# What Russians and Ukrainians part from a title with signs of their own: ` / за ред. О. Лунь`, ` : дис. ... канд.`
RESPONSIBLE = (
    rf"\s/(?=\s(?:(?i:{cues.EDITORS_CYRILLIC})\s|{WRITERS}))"
    r"|\s?:(?=\s(?:автореф(?:\.|ерат)\s)?(?:дис\.|диссертаци[ия])\s?(?:\.|…|канд|д-ра|докт|на\sсоискание))"
)
_STATED = re.compile(rf"\s{WRITERS}")
_TITLE_END = re.compile(
    # before a journal, as libraries in Hungary have it: `. = Magyar Nyelv 60`
    rf"(?P<equals>\.\s=(?=\s[^\W\d_a-z]))|(?P<journal>[,.]?\s(?={_QUOTED_JOURNAL})|[,.]\s?(?={_NAMED_JOURNAL}))"
    rf"|(?P<period>\.(?=\s|$|[\"”’»*_]|{ONE_SIGN}))|(?P<ask>[?!](?=\s|$|[\"”’»]))"
    r"|(?P<led>,(?=\s(?:in|(?:erscheint|erschienen) in:?)\s[A-ZÀ-Þ«“„\"]))"
    rf"|(?P<comma>,(?=\s)|{COMMA})|(?P<newline>\n)"
    r"|(?P<lead>\s(?=(?:[Ii]n|[WwU]|\[w|στο|στον τόμο|[Iİi]çinde):\]?\s|(?<=[.?!] )I:\s[A-ZÅÄÖÆØ]"
    r"|In (?:Proc|\d|Intern|[A-Z]\. )|Accepted (?:to|at|by|for)\s"
    r"|accepted (?:to|at|by|for)\s))|(?P<in>\s(?=In\s[A-Z\"“]))|(?P<dash>\s[-–—](?=\s))"
    rf"|(?P<paren>\s(?=[(\[]))|(?P<semicolon>;(?=\s))|(?P<colon>:(?=\s))|(?P<screened>\s(?={_SCREENED}|{_PAGE_AND_EDITION}))"
    rf"|(?P<slashes>\s//(?=\s)|\s?\[[A-Z](?:/OL)?\]\s?//\s?(?=\S)|{RESPONSIBLE})|(?P<by>\s(?=(?:by|[wm]/)\s[A-ZÀ-Þ]))"
)
# What stands in brackets between a title and its journal: `[abstract]. Crit Care Med`.
MEDIUM = re.compile(
    r"[(\[](?:(?:conference|meeting|extended|published|invited) )?"
    r"(?:abstract(?: (?:no\.? ?)?[A-Z]{0,3}-?\d[\d.-]{0,8})?|editorial|letter|commentary|comment|correspondence"
    r"|review|case report|perspective|viewpoint|online|cd-rom"
    r"|resumo|resumen|résumé|riassunto|streszczenie|samenvatting|sammanfattning|kivonat|abstrakt)[)\]]\s?[.,]"
    # who translated it: `(ترجمهٔ سارا محمدی)`
    r"|\(ترجم[هة]ٔ?\s[^()]{2,80}\)[.,]?"
    # `(A. Sheridan & B. Lee, Trans.).`
    r"|\((?-i:[A-ZÀ-Þ])[^()]{2,80},\s(?:trans|eds?|übers|trad)\.[^()]{0,30}\)[.,]?",
    re.IGNORECASE,
)
_SUBTITLE = re.compile(r"\s(?!In\s|In:)[^\W\d_]")
# An edition behind a title; lawyers, the French and the Spanish put theirs behind others: `, 3d ed.`, `, 2e éd.`
_EDITION = re.compile(rf",\s(?!\d{{1,2}}[adeª]\s){ORDINAL},?\s(?:[\w.]{{1,12}}\s)?{EDITION}\.?,?")
_SMALL = "a-zß-öø-ÿа-ѿґα-ω" + "".join(filter(str.islower, map(chr, range(0x100, 0x250))))
_SHORT_NAME = re.compile(r"\.\s[A-Z][a-z]{1,10}\.")
_SINGLE_CLOSED = re.compile(r"'[^\n']{1,400}(?:'(?=\w)[^\n']{1,200}){0,4}['’](?!\w)")
_LINE_AND_WORD = re.compile(r"\n[A-Z][a-z]{1,12}\Z")
_TITLE_LIKE = re.compile(
    rf"[\s.]*(?:[\"“„«‘`(\[]|(?:\S+\s){{0,4}}[{_SMALL}]+\b|\S*\d|[^\s,.;]+(?:\s[^\s,.;]+){{2}}"
    r"|[^\W\d_][\w'’-]{3,}[.?!]\s|[^\W\d_][\w'’-]+\s[^\W\d_][\w'’-]{2,}[.?!]\s|J\.\s[A-Z][a-z]{1,8}\.)"
)

_INVERTED = re.compile(r"[^,;:]{2,40},\s(?:[A-ZÀ-Þ]\.[\s-]?){1,4}(?:d[aeo]s?)?")  # `SANT’ANNA DE ALBUQUERQUE, J. A.`
_SURE_NAME = 0.9  # score of a name in bold, as the owner's is, which is no title
_HOPELESS = -7.0  # three pieces that are no names; what follows them belongs to no list
MOST_ENDS = 24  # places tried for the end of the authors, and for the end of the title
REACH = 1500  # characters of a title, and of one stretch between two delimiters, that are looked at


@dataclass(frozen=True, slots=True)
class End:
    """A place where a part may end: `at`; what kind of delimiter is there; where the next part begins."""

    at: int
    kind: str
    next: int
    date: tuple[int, int] | None = None
    role: bool = False


@lru_cache(maxsize=4096)
def gap_after(text: str, at: int, end: int) -> tuple[int, tuple[int, int] | None, bool]:
    """Return where the next part begins behind delimiters, the date before it, and whether editors were named."""
    others = _FOR_WHOM.match(text, at, end)
    match = _GAP.match(text, others.end() if others else at, end)
    if match is None:
        return at, None, False
    date = match.span("date") if match["date"] else None
    next_sign = text[match.end() : match.end() + 1]
    if date and text[date[0] - 1] == text[date[1] : match.end()] == " " and next_sign.islower():
        return date[0], None, bool(match["role"])  # `Kwon S. 2019 consensus on felting`: the title begins with it
    return match.end(), date, bool(match["role"])


def author_ends(view: View, names: str, start: int, end: int) -> list[tuple[End, People]]:
    """Return the places where a list of names that begins at `start` may end, each with the names before it."""
    found = _at_delimiters(view.text, names, start, end)
    for at in cut_points(names, start, min(end, start + 3000)):
        following, date, role = gap_after(view.text, at, end)
        found.append((End(at, "comma", following, date, role), read_people(names, start, at)))
    found += [
        (End(mark.start, "mark", mark.start), read_people(names, start, mark.start))
        for mark in set_apart(view, start + 1, end)
    ]
    return found


def _at_delimiters(text: str, names: str, start: int, end: int) -> list[tuple[End, People]]:
    found: list[tuple[End, People]] = []
    seen: set[int] = set()
    for match in _AUTHOR_END.finditer(text, start, min(end, start + LONGEST_LIST)):
        kind, at = str(match.lastgroup), match.start()
        if at <= start or at in seen or len(found) >= MOST_ENDS:
            continue
        if kind == "date" and _SINCE.match(match[0]):
            continue
        if kind == "quote" and text[at] == "'" and not _SINGLE_CLOSED.match(text, at):
            continue  # the first letter of a name: `Fonua, S.; 'Ofa, M.`
        if kind == "period" and _SHORT_NAME.match(text, at) and _LINE_AND_WORD.search(text, max(start, at - 16), at):
            continue  # a journal's short name on a line of its own: `N. Kapoor\nReact. Chem. Eng.`
        if kind == "period" and not is_sentence_end(text, at):
            if not _TITLE_LIKE.match(text, at + 1, end):
                continue
            kind = "soft"
        if kind == "quote" and QUOTED_WITHIN.match(text, at):
            continue
        people = read_people(names, start, at)
        if people.against < _HOPELESS:
            break
        seen.add(at)
        following, date, role = gap_after(text, at, end)
        role = role or (kind in ("quote", "period") and text[start:at].endswith(_CHIEF_EDITOR))
        role = role or (kind == "quote" and _ROLE_BEFORE.search(text, max(start, at - 24), at) is not None)
        found.append((End(at, kind, following, date, role), people))
    return found


def title_ends(view: View, start: int, end: int) -> list[End]:
    """Return the places where a title that begins at `start` may end."""
    text = view.text
    closed = _closings(text, start, end)
    whole = [
        (mark.kind, _past_subtitle(text, mark, end))
        for mark in view.marks
        if abs(mark.start - start) <= 1 and mark.end > start + 2 and _is_whole(text, mark)
    ]
    marked = [End(at, f"{kind}-mark", at) for kind, at in whole]
    found = []
    law = LAW_REVIEW.search(text, start + 1, min(end, start + REACH))
    for match in _TITLE_END.finditer(text, start + 1, min(end, start + REACH)):
        kind = str(match.lastgroup)
        if law and law.start() < match.start() < law.end():
            continue
        if kind == "period" and not is_sentence_end(text, match.start()):
            kind = "soft"
        medium = MEDIUM.match(text, match.end()) if kind == "paren" else _EDITION.match(text, match.start())
        at = match.end() if kind == "ask" else match.start()
        stated = _STATED.match(text, match.end()) if kind == "slashes" else None
        following = stated.end() if stated else match.end()
        found.append(End(at, "medium", medium.end()) if medium else End(at, kind, following))
        if len(found) >= MOST_ENDS:
            break
    starts = [
        End(mark.start, "before-mark", mark.start)
        for mark in view.marks
        if start + 3 < mark.start < min(end, start + REACH) and mark.kind in TITLE_MARKS
        if not text[mark.start : mark.end].strip(" ()").isdigit()  # a volume in bold
    ]
    return [*closed, *marked, *found, *_before_volume(text, start, end), *starts[:6], End(end, "end", end)]


# As geologists have it, the year between two commas, and the journal or the series behind a colon.
_GEOLOGISTS_YEAR = re.compile(r",\s(?:(?:1[89]|20)\d\d[a-z]?|in (?:press|review)),\s\Z")
_IN_A_BOOK = re.compile(r"[?.!]\sin\s[A-ZÀ-Þ]")  # `go? in Kelleher, P.J., ed., Rifts: Special Paper 536`
_GEOLOGISTS_COLON = re.compile(
    r":\s(?=(?:in\s)?[A-ZÀ-Þ][^:\n]{2,160}?"
    r"(?:,\s(?:v\.|p\.|no\.|\d{1,4}\sp\.|Report|Map)|\s(?:Open[ -]File|Special Paper|Guidebook|Bulletin|Memoir)\b)"
    r"|Abstract\s|[A-ZÀ-Þ][^:,.\n]{3,60}\.?\Z)"
)


def _before_volume(text: str, start: int, end: int) -> list[End]:
    """Return the ends of a title behind which a journal and its volume stand: `2020, Suture?: Geology, v. 48`."""
    year = _GEOLOGISTS_YEAR.search(text, max(0, start - 14), start)
    if not year:
        return []
    colons = _GEOLOGISTS_COLON.finditer(text, start + 1, min(end, start + REACH))
    kept = [at for at in colons if not _IN_A_BOOK.search(text, start, at.start())]
    return [End(match.start(), "volume", match.end()) for match in kept]


# Behind a quote that opens a title: `„Alle Möwen“ – Nester und Zehnte, in: Blätter`, `«Il nido». Uova, in «Ali»`,
# `„Alle Möwen“. Nester um 1800, in: Blätter`.
_OPENS_TITLE = re.compile(
    r"(?:\s[-–—]|[.:]|(?<=[?!].))\s[^\W\d](?:[^“”„«»\"()\d\n]|\b1\d{3}\b){12,200},"
    r"\s(?:(?:erscheint |erschienen )?in:?|w:|u:|dans:?|en:?)\s[«“„\"A-ZÀ-Þ]"
)


# As Brazil's standard has it, the title in bold and its subtitle not: `<b>O voo da gaivota</b>: uma leitura. 2012.`
_SUBTITLE_BEHIND = re.compile(r":\s(?=[a-zß-öø-ÿ])[^.?!:;“”\"\n]{8,160}(?=[.?!](?:\s|\Z))")

# A case's name, upright, with which a title in italics ends: `<i>Felt After</i> Bee v. Dee, 87 Gull L. Rev. 12`.
_UPRIGHT = re.compile(r"\s[A-ZÀ-Þ][^,;:\n]{1,60}(?=,)")


def _past_subtitle(text: str, mark: Mark, end: int) -> int:
    """Return where a title ends that bold letters or italics begin, past what of it they leave out."""
    behind = _SUBTITLE_BEHIND.match(text, mark.end, end) if mark.kind in ("strong", "emphasis") else None
    upright = _UPRIGHT.match(text, mark.end, end) if mark.kind == "emphasis" else None
    if upright and LAW_REVIEW.match(text, upright.end()):
        return upright.end()
    return behind.end() if behind else mark.end


def _is_whole(text: str, mark: Mark) -> bool:
    """Whether a mark may hold a whole title: one that ends with "for" was broken there, by a page say."""
    words = text[mark.start : mark.end].split()
    if mark.kind not in TITLE_MARKS or not words or words[-1].casefold() in cues.DANGLING:
        return False
    if mark.kind != "link" and LISTED_NAME.match(text, mark.start) and shape_of("".join(words))[0] is Shape.WORDS:
        return False
    if _INVERTED.fullmatch(text, mark.start, mark.end):
        return False
    shape, score = shape_of(" ".join(words)) if len(words) < 5 else (Shape.OTHER, 0.0)
    return mark.kind == "link" or shape not in (Shape.FULL, Shape.WORDS, Shape.TRAILING) or score < _SURE_NAME


def _closings(text: str, start: int, end: int) -> list[End]:
    """Return the ends of a quoted title: `“Nets,” in …`; an apostrophe within a word closes nothing."""
    opener = text[start : start + 1]
    closers = OPENERS.get(opener)
    if not closers:
        return []
    doubled = text[start : start + 2] in ("``", "''", ",,")
    found: list[End] = []
    within = 0
    for at in range(start + 2, min(end, start + REACH)):
        if opener == "«" and text[at] in "«»" and (text[at] == "«" or within):
            within += 1 if text[at] == "«" else -1
            continue  # a journal in the same quotes: `«Il nido»: uova, in «Ali», 3`
        closes = text[at] in closers and not (opener == '"' and text[at - 1].isspace())
        if not closes and not (doubled and text[at] in '"”'):
            continue
        follows = text[at + 1 : at + 2]
        if _OPENS_TITLE.match(text, at + 1) and text[at - 1] not in ",.":
            continue
        if QUOTED_WITHIN.match(text, start) and GOES_ON.match(text, at + 1):
            continue
        if (follows.isalnum() and text[at] not in "」』》") or (follows == ":" and _SUBTITLE.match(text, at + 2)):
            continue  # `“Words that somebody said”: A Study of Them`
        width = 2 if doubled and text[at : at + 2] == "''" else 1
        found.append(End(at, "quote", at + width))
        if len(found) >= 4:
            break
    return found
