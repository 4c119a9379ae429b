"""Strings that name a publication and mean something else: a talk on it, a patent, a grant, a blog post.

Some say so first; others beside the title, where no venue of the publication's stands.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from reconcile.lexicon import notices, offices, talks, venues
from reconcile.lexicon.besides import occasions_beside
from reconcile.lexicon.reasons import Reason

_QUOTES = "\"'“„«"
# How such a string begins, with what it then is.
_ELSEWHERE: tuple[tuple[Reason, str], ...] = (
    (
        Reason.OF_OTHERS,
        r"podcast|blog ?post|interview|press(?: release| coverage| office)?(?=:)|media (?:coverage|release)"
        r"|news (?:item|article)"
        r"|newsletter|pressemitteilung|blogbeitrag|communiqué de presse|entrevista"
        r"|entretien|intervista",
    ),
    (
        Reason.TALK,
        r"panel(?: discussion| debate)?(?=:)|podiumsdiskussion|round ?table(?=:)|table ronde|mesa[ -]redonda"
        r"|tavola rotonda",
    ),
    (
        Reason.PATENT,
        r"(?:(?:us|u\.s\.|european|german|japanese|chinese|international|wo|ep|de|cn|jp) ?)?"
        r"(?:patent(?:schrift|e)?|pat\.)(?: (?:no\.? ?)?[\d,]{5,12}(?: [A-Z]\d?)?)?|brevet"
        r"|(?-i:(?:US|EP|WO|DE|CN|JP|GB|FR|KR)) ?\d[\d,./ ]{5,14} ?(?-i:[A-Z]\d?)",
    ),
    (
        Reason.GRANT,
        r"(?:student )?(?:travel|research|conference) (?:grant|award|scholarship|bursary|support|stipend)"
        r"|reisestipendium",
    ),
    (
        Reason.AWARD,
        r"(?:best|outstanding|distinguished|test of time)(?: [a-z]{1,12}){0,3} (?:award|prize|mention|nomination)"
        r"(?= for\b)",
    ),
    # its number among a department's, `COMS 4995: …`; no meeting and its year, and no volume of a series
    (Reason.COURSE, rf"(?!(?:{venues.SHORT_SERIES})\b)(?-i:[A-Z]{{2,4}})[ -]?(?!19|20)\d{{3,4}}[A-Z]?(?=: )"),
    (
        Reason.TRANSLATION,
        r"(?:[a-z]{4,12} )?translation|překlad|translat(?:or|ed)|übersetz(?:ung|er|erin|t)"
        r"|traduc(?:tion|ción|tor|teur|trice)|tradu(?:ção|zione|it|tora?)",
    ),
    (
        Reason.CODE,
        r"(?:software|code|data) release|(?:course|class|student|term) project"
        rf"|code (?:for|of)(?= [{_QUOTES}])|re-?implementation"
        r"|(?:software|code): (?:[a-z-]{4,12} )?implementation"
        r"|(?:data ?set|code|models?|software) (?:released?|published|accompanying)"
        r"|open[- ]source code",
    ),
    (Reason.NOTICE, rf"(?:publisher's |author's )?(?:{notices.CORRECTING}|{notices.DOUBTING})"),
    (Reason.SERVICE, rf"reviewed(?= for\b| [{_QUOTES}])"),
    (Reason.OFFICE, offices.NAMES),
)
# What is done with a paper at its own venue, too: `Poster: Title. NeurIPS 2020` means the paper.
_SHOWN = (
    Reason.TALK,
    rf"(?:(?:{talks.RANKS}|conference|contributed|demo|journal club|online|oral|poster|short|system|virtual)[- ])"
    rf"{{0,3}}(?:{talks.NAMES}|demo(?:nstration)?|poster|posterpräsentation|póster|slides"
    rf"|(?:gast|plenar|haupt|konferenz)?(?:{talks.ABROAD}|{talks.ELSEWHERE})(?: orale)?)s?"
    r"|(?:video|recording|talk|lecture)\]",
)
# What says it of a title that follows, wherever it stands before it: `Lab meeting slides: Lee, Wool`. A citation with
# two of the authors and the year may stand behind such a word: `Kolloquium über Lee, Rye (2020): Wool`. A star stands
# for the rest of a word; in writings that part no words, one on either side.
_AHEAD = (
    (
        Reason.TALK,
        "keynote|keynotes|plenar*|talk|talks|*seminar|*seminars|*seminarium|*seminarie|*seminaari|semineri|seminer"
        "|colloquium|colloquia|kolloquium|présentation|séminaire|seminario|szeminárium|webinar|rounds|presentation|présenté|présentée"
        f"|präsentiert|presentado|presentato|apresentado|*{talks.COMPOUNDED.replace('|', '|*')}|{talks.WHOLE}|handout"
        "|journal club|groupe de lecture|lesegruppe"
        "|slides|diaporama|speaker|speakers|*세미나*|*강연*|*学术报告*|*學術報告*|*讲座*|*講座*|*講演*|*研究会*|*主讲人*|*特邀报告*|*邀请报告*",
    ),
    (
        Reason.COURSE,
        "teaching|vorlesung|training course|graduate course|master course|instructor|homework|übungsblatt|práctica"
        "|*卒業研究*|*毕业设计*|*과제물*",
    ),
    (
        Reason.GRANT,
        "scholarship|fellowship|stipendium|grant|grants|funding|proposal|kakenhi|finanziamento|financiación|bolsa"
        "|sachbeihilfe|*aanvraag|projet|proyecto|progetto|projeto|projekt|projesi|грант|проект|*基金项目*|*项目申请*"
        "|*項目申請*|*科研費*|*연구과제*",
    ),
    (
        Reason.REVIEW,
        "reviewer|reviewers|reviewed|referee|referees|examiner|examiner's|rapporteur|rapporteure|gutachte*|meta-review"
        "|pré-rapport|review of|rev. of",
    ),
    (Reason.NOTICE, "reply to|response to|réponse à|à propos de|erwiderung auf|respuesta a|risposta a"),
    (Reason.SUBMISSION, "invention disclosure|patent application"),
    (Reason.SUPERVISED, "supervision|supervised|supervisor|*betreuung|encadrement|orientado"),
    (
        Reason.OF_OTHERS,
        "interview|podcast|radio|newspaper|blog post|blogpost|blog category|press release|wikipedia|forum thread",
    ),
)
_BEGIN = r"\A[\W\d_]{0,16}(?:on the |see(?: also)?,? (?:e\.g\.,? )?|cf\.? )?"
# What parts the word from the rest, two more words between perhaps: a sign, its own bracket, what it is on or of.
_END = (
    r"(?:(?<=\])|(?: [^\W\d_]{1,15}){0,2}(?=\s?[:,.(\[–—\"'“„«‘|-]"
    r"|\s(?:on|of|for|at|to|in|by|with|about|über|zu|zum|sur|sobre|su)))"
)
# A prize with where it was given, before a title in quotes: `Best Paper Award, WOOL 2016 ("On Wool")`. With two of the
# authors it is a way to cite: `Best paper: Lee and Rye for "On Wool", WOOL 2016`.
_PRIZE = re.compile(
    rf"{_BEGIN}awards?: "
    rf"|{_BEGIN}(?:(?:best|outstanding|distinguished)[ -](?=[^\W\d_])|test[ -]of[ -]time|runner-up|finalist"
    rf"|prix\b|preis\b|auszeichnung|premio|pr[êé]mio|nagroda|prijs\b|award)[^{_QUOTES}\n]{{0,80}}"
    rf"(?:\b(?:for|für|pour|por|per|za|voor|för)|[(:])(?=\s?[{_QUOTES}])",
    re.IGNORECASE,
)
_PATTERNS = tuple(
    (reason, re.compile(f"{_BEGIN}(?:{words}){_END}", re.IGNORECASE), reason is _SHOWN[0])
    for reason, words in (*_ELSEWHERE, _SHOWN)
)


@cache
def _pattern(word: str) -> re.Pattern[str]:
    """Return the pattern of a word of `_AHEAD`."""
    before, behind = ("" if word.startswith("*") else r"(?<![\w-])"), ("" if word.endswith("*") else r"(?![\w-])")
    return re.compile(before + re.escape(word.strip("*")) + behind, re.IGNORECASE)


class _Head(NamedTuple):
    """What is looked for first, in small letters, with the word or pattern that then has to fit."""

    hint: str
    reason: Reason
    word: str | re.Pattern[str]
    may_be: bool = True


_HEADS = (
    *[_Head(word.strip("*"), reason, word) for reason, words in _AHEAD for word in words.split("|")],
    # no `Lecture Notes`, no `Lecture 21` of a reading list, and in French no reading
    _Head(
        "lectur",
        Reason.TALK,
        re.compile(r"(?<![\w-])(?<!de )lectur(?:es?(?! (?:notes|\d|recommandée))|ers?)\b", re.IGNORECASE),
    ),
    _Head(
        "invited",
        Reason.TALK,
        re.compile(r"(?<![\w-])invited(?![\w-])(?! (?:papers?|articles?|(?:book )?chapters?)\b)", re.IGNORECASE),
    ),
    _Head("submission", Reason.SUBMISSION, re.compile(r"\bsubmission (?:no\.? ?|#)?\d", re.IGNORECASE)),
    # An erratum has the venue and the people of the publication, and who travels to present it names where.
    *[
        _Head(
            hint,
            Reason.NOTICE,
            re.compile(
                rf"\b{hint}\w*(?: (?:note|notice))? (?:to|for|of|on)\b|(?<!\w )\b{hint}\w*(?: notice)?:", re.IGNORECASE
            ),
            False,
        )
        for hint in notices.STEMS
    ],
    _Head(
        "travel",
        Reason.GRANT,
        re.compile(r"\btravel (?:grant|award|scholarship|bursary|stipend)", re.IGNORECASE),
        False,
    ),
)


class Occasion(NamedTuple):
    """What a string says that it is, where it says so, and whether the publication may be meant all the same.

    `ahead` says that it counts only where the title follows, `cited` that a publication may be cited all the same.
    """

    reason: Reason
    start: int
    end: int
    may_be: bool
    ahead: bool = True
    cited: bool = False


def occasions_in(string: str) -> tuple[Occasion, ...]:
    """Return what a string says that it is instead of a publication; nothing for most strings.

    >>> [(str(each.reason), each.ahead) for each in occasions_in("On Wool. PI: Ada Lee")]
    [('a grant', False)]
    """
    found = [
        Occasion(reason, 0, match.end(), may_be)
        for reason, pattern, may_be in _PATTERNS
        if (match := pattern.match(string))
    ]
    if prize := _PRIZE.match(string):
        found.append(Occasion(Reason.AWARD, 0, prize.end(), may_be=False, cited=True))
    small = string.lower()
    for hint, reason, word, may_be in _HEADS:
        if hint in small and (match := (_pattern(word) if isinstance(word, str) else word).search(string)):
            found.append(Occasion(reason, *match.span(), may_be, cited=may_be))
    for reason, start, end in occasions_beside(string):
        found.append(Occasion(reason, start, end, may_be=True, ahead=False, cited=reason == Reason.OF_OTHERS))
    return tuple(found)
