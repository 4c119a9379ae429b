"""What stands within a citation and is no part of it: prizes, rates, indexes, a nickname's quotes, earlier versions.

Every pattern wants a note whole, between two delimiters, so that a title with such words in it stays.
"""

from __future__ import annotations

import re

from reconcile.lexicon import reviews
from reconcile.lexicon.editions import EDITION, WHICH
from sources.east_asian import IDEOGRAPHS, SignPattern
from sources.text import ANY_YEAR

_PRIZE = (
    r"(?:award(?:ed)?|finalist|nominee|nomination|nominated|runner-?up|prize|honou?rable mention|distinction"
    r"|acceptance rate|best (?:[\w'’-]{1,12} ){0,2}(?:paper|poster|demo|presentation|talk|thesis))s?"
)
_ENDS = r"(?=\s*(?:[.,;|\n)\]]|\Z))"
_BEGINS = r"(?:(?<=[\n.,;)\]|·•])|(?<=[\n.,;)\]|·•]\s))"
# `(Best Paper Award)`, `[Honorable mention at CHI 2020]`
_IN_BRACKETS = re.compile(
    rf"\((?:[^()\n]{{0,120}}\s)?{_PRIZE}\b[^()\n]{{0,120}}\)|\[(?:[^\[\]\n]{{0,120}}\s)?{_PRIZE}\b[^\[\]\n]{{0,120}}\]",
    re.IGNORECASE,
)
# A venue and its year before such a note within its brackets: `(ACL 2020, Best Paper Award)`, `[Wool 2019, Q1]`.
_VENUE_BEFORE = re.compile(
    rf"[(\[](?![^()\[\]\n]*?\b(?:{_PRIZE}|IF|JCR|CCF|CORE|ESI)\b[^()\[\]\n]*?\d\d\s?[,;|–—-])"
    r"(?-i:[A-Z])[^()\[\]\n]{1,100}?(?:(?:19|20)\d\d|['’]\d\d)(?:\s\w{2,12}){0,2}(?=\s?[,;|–—-]\s?\D)",
    re.IGNORECASE,
)
# In other languages: `(prix de la mer)`, `[Premio Olmo al mejor libro 2012]`
_PRIZE_ABROAD = re.compile(
    r"[(\[](?:[^()\[\]\n]{0,40}\s)?(?:prix|premio|prêmio|prémio|nagroda|auszeichnung|lauréat)\s[^()\[\]\n]{3,120}[)\]]",
    re.IGNORECASE,
)
# `. Best Student Paper Award.`, a line `Outstanding paper award, top 1%`
_ALONE = re.compile(
    rf"{_BEGINS}(?:(?:best|outstanding|distinguished|exemplary|test of time|influential|winner|recipient|received)\s)"
    rf"(?:[\w'’/&-]+\s){{0,7}}{_PRIZE}{_ENDS}",
    re.IGNORECASE,
)
# At the end of a title's line, where a sign that no text keeps parted it: `Felt in Cold Water 🏆 Best Paper Award`.
_BEHIND_TITLE = re.compile(
    r"(?<=[\w)?!]) (?:Best|Outstanding|Distinguished) (?:(?:Student|Long|Short|Full|Demo) )?Paper"
    r"(?: Award| Honou?rable Mention| Runner-[Uu]p| Nominee| Nomination| Finalist){1,2}(?=\s*\n)"
)
# What the paper got at its venue, where nothing else names that: a line `(Best Paper Award at EDM 2024)`.
_PRIZE_AT = re.compile(
    rf"(?<=\n)[(\[]?(?:[\w'’/&-]+\s){{0,4}}{_PRIZE}\s(?:at|in|from)\s(?:the\s)?(?=[A-Z0-9][^\n]{{0,80}}\d\d[)\]]?\.?\s*(?:\n|\Z))",
    re.IGNORECASE,
)
# How it was shown there: a line `(Oral, Accepted at NAACL 2024)`.
_SHOWN = re.compile(
    r"(?<=\n)[(\[]?(?:oral|spotlight|highlight|long|short|full)(?: paper| presentation| talk)?[,;:]\s"
    r"(?=(?:accepted|to appear|published|presented)\b)",
    re.IGNORECASE,
)
# What an index says of a journal: `(SCI, IF=4.5, JCR Q1)`, `[CCF-A]`
_INDEXED = re.compile(
    r"[(\[](?:[^()\[\]\n]{0,60}[\s,;/])?(?:SCIE?|SSCI|EI|IF|JCR|CCF|CORE|ESI|Scopus|Q[1-4]|[Ii]mpact [Ff]actor)"
    r"(?![a-z])[^()\[\]\n]{0,60}[)\]]|(?<=\n)(?:CORE A?[A-C]\*?|Q[1-4])(?=\s*(?:\n|\Z))"
)
_RATE = re.compile(
    r"[(\[]?\b(?:acceptance (?:rate|ratio)s?\s?[:=]?\s?(?:of |is |was )?[~<≈]?\s?\d{1,3}(?:[.,]\d{1,3})?\s?%?"
    r"(?:\s?[(\[,]?\s?[\d,]{1,9}\s?(?:/|of|out of)\s?[\d,]{1,9})?"
    r"|\d{1,3}(?:\.\d{1,3})?\s?% acceptance(?: rate)?)[)\]]{0,2}",
    re.IGNORECASE,
)
# On a line of its own, in brackets or behind a dot: ` · 57 citations`.
_CITED = re.compile(
    r"(?<=\n)(?:cited by )?\d{1,6} citations?\b\.?(?=\s*(?:\n|\Z))|\(\d[\d,]{0,6} citations?\)"
    r"|[·•|]\s?\d[\d,]{0,6} citations?\b(?=\s*(?:[·•|\n]|\Z))",
    re.IGNORECASE,
)
# How many have marked its code, at the end: `[pdf] [code] ⭐ 120 stars`.
_STARRED = re.compile(r"(?<=\s)\d[\d.,]{0,6}k?\s(?:GitHub\s)?stars\.?(?=\s*\Z)", re.IGNORECASE)
# A line that tells what became of the paper: `Selected as one of the top papers and invited to …`.
_TOLD = re.compile(
    r"(?<=\n)(?:selected as|invited (?:to|for)|nominated for|shortlisted|recogni[sz]ed as|awarded|won|winner of"
    r"|featured on|covered (?:in|by)|top \d)\b[^\n]{0,400}",
    re.IGNORECASE,
)
_TONGUES = (
    "(?:Arabic|Chinese|Croatian|Czech|Danish|Dutch|Finnish|French|German|Greek|Hungarian|Italian|Japanese|Korean|Norwegian"
    "|Polish|Portuguese|Romanian|Russian|Serbian|Slovak|Slovene|Spanish|Swedish|Turkish|Ukrainian)"
)
# Where the work was reviewed, and into what it was translated: the last words of an entry.
_RECEIVED = re.compile(
    r"(?:(?<=[.,;)\]–—]\s)|(?<=\n))[\[(]?"
    r"(?:Reviewed(?: in|:)|Reviews?:|Rezensiert in|Rezension(?:en)?:"
    r"|Besprechung(?:en)?:|Recensioni:|Comptes? rendus? ?:|Reseñas:|Rezensiert u\. ?a\. in|Besprochen in|Rez\.(?: in)?:"
    r"|Recensioni? in|Reseñad[oa] en"
    r"|(?:[A-Z][a-z]{3,12} )?[Tt]ranslations?(?: in)?:"
    rf"|{_TONGUES} (?:translation|edition)[,:])\s[^\n]{{3,600}}"
)
# The thesis that a book was, `[zugl. Diss. Riga 2009]`, and who reviewed it, `[rec.: A. Bee, in «Ali», 2021]`.
_ALSO = re.compile(
    rf"\s?[(\[](?:zugl(?:\.|eich)|{reviews.SHORT}|recens(?:ion)?[eéi]|reviewed)[:,]?\s"
    r"(?:[^()\[\]]|\([^()\[\]]{0,60}\)){3,300}[)\]]",
    re.IGNORECASE,
)
# A book that was cited in full above: `in I mulini, cit., pp. 7-21`.
_CITED_ABOVE = re.compile(r"(?<=,\s)(?:op\.\s?)?cit\.(?=\s?[,.;]|\s*\Z)")
# Who supervised a thesis: `Advisor: E. Holm.`, `Directora: Dra. R. de la Vega.`, `, tutor prof. P. Verdi.`
_ADVISED = re.compile(
    r"(?:(?<=[.,;)]\s)|(?<=\n)|(?<=\())"
    r"(?:Advis[eo]rs?|Supervisors?|(?:(?:Thesis |Dissertation )?Committee|Examiners)(?=:)"
    r"|Supervised by|Betreuer(?:in)?|Betreut von"
    r"|Erstgutachter(?:in)?|Direct(?:or|ora|eur|rice)(?: de (?:th[eè]se|tesis))?|[Oo]rientador[a]?|[Rr]elat(?:ore|rice)"
    r"|[Tt]utor|Promotor(?:in)?|[Tt]émavezető|Vedoucí(?: práce)?|Ohjaaja|Handledare|Veileder)"
    r"\s?(?::\s?|\s)(?:(?:[Pp]rof|[Dd]r|[Dd]ra|[Dd]ott|[Ii]ng)\.(?:ssa)?\s){0,3}"
    r"[A-ZÀ-Ž](?:[\w'’-]+|\.)(?:,?\s(?:[A-ZÀ-Ž](?:[\w'’-]+|\.)|de|la|del|der|von|van|and|und|et|y|e|&)){0,8}[.,;]?(?=\s|\)|\Z)"
)
_ADVISED_EAST = SignPattern(
    rf"(?<=[.,;。，；])\s?指[導导](?:教授|教師|教师|老師|老师|教員)[:：]\s?[{IDEOGRAPHS}]{{2,4}}(?=[.,;。，；]|\s|\Z)"
)
# Who is named behind those that are only counted: `et al. (incl. A. Bee)`, `+11 authors incl. Bee A.`
_INCLUDED = re.compile(
    r"(?:(?<=et al\.)|(?<=et al)|(?<=authors)|(?<=others)),?\s[(\[]?incl(?:\.|uding):?\s(?:[A-Z]\.[ -]?){0,3}"
    r"[A-ZÀ-Þ][\w'’-]+(?:,?\s[A-Z]{1,3}\b|,\s(?:[A-Z]\.[ -]?){1,3})?[)\]]?"
)
# What a translated book was called where it came out first, and when: `The Stair [La scala, 1961], translated by …`.
_ORIGINAL = re.compile(
    r"\s\[[A-ZÀ-Þ][^\[\]\d\n]{2,200},\s(?:1[5-9]|20)\d\d\](?=[,.]?\s(?:\(|trans|tr\.|trad|[üu]e?bers))", re.IGNORECASE
)
# A title in English behind the title, and in which language the work is: `Wełna (Wool; in Polish)`.
_IN_TONGUE = re.compile(rf"\s[(\[][^()\[\]\n]{{3,200}}[;,] in {_TONGUES}[)\]](?=[.,]\s)")
# What stands before the year of a degree in a CV of Brazil's Lattes: `Título: Lã e feltro, Ano de obtenção: 2007.`
_OBTAINED = re.compile(r",\s?ano de obten[cç][aã]o\s?:(?=\s?(?:19|20)\d\d\b)", re.IGNORECASE)
# `(an earlier version appeared in: STACS 2005, LNCS 3404)`, `. A preliminary version was presented at CHI 2019.`
_VERSION = (
    r"(?:an?\s|the\s)?(?:\w{2,12}\s)?(?:earlier|preliminary|initial|shorter|previous|older|conference)\s(?:\w{2,12}\s)?"
    r"(?:versions?|abstract)\b(?:\s(?:of\s(?:this|the)\s\w{2,10}|has|was|is|also|been|appear(?:ed|s)?|presented|published"
    r"|accepted)){0,5}[\s:]{1,3}(?:in|at|by)\b"
)
_EARLIER = re.compile(
    rf"\((?P<aside>{_VERSION}[^()\n]{{0,300}}(?:\([^()\n]{{0,80}}\)[^()\n]{{0,200}})?)\)"
    rf"|(?:(?<=\n)|(?<=\.\s))(?P<sentence>{_VERSION}[^\n]{{0,300}})",
    re.IGNORECASE,
)
# `Ting-Hao 'Kenneth' Huang`, `Robert "Bob" Smith`
# When a book came out first, beside the year of the edition that is cited: `2e éd., 2017 (1re éd. 2011)`.
_FIRST_EDITION = re.compile(
    rf"(?<=[\s.,])\((?:1(?:re|ère|e|a|ª|\.)|première|prima|primera|erste) {EDITION}\.?[ ,:]{{1,2}}"
    r"(?:1[5-9]|20)\d\d\)",
    re.IGNORECASE,
)
# A later edition of what begins with the year of the first: `2007, La laine, Paris, Olmo (3e éd. revue 2016)`.
_LATER_EDITION = re.compile(
    rf"(?<=\s)\({WHICH}\s(?:[\w.]{{2,12}}\s){{0,2}}?{EDITION}\.?,?\s(?:[\w.]{{2,12}},?\s){{0,2}}(?:1[5-9]|20)\d\d\)",
    re.IGNORECASE,
)
# A book's series in quotes, which is no journal: `, Olmo, coll. « Droit », t. 41, 1999`.
_SERIES = re.compile(
    r",\s(?:coll(?:\.|ection)|collana|colección|colecc?\.|coleção|série|reihe)\s[«“„\"][^«»“”„\"\n]{2,80}[»”“\"]"
    r"(?:,\s(?:t\.|n[°.]|no\.?|vol\.|bd\.)\s?\d{1,4})?(?=\s?[,.;()])",
    re.IGNORECASE,
)
# What kind of piece it is, the last words of an entry: `2019;28:e14. [Editorial]`, `12–14 (Review).`
_KIND_BEHIND = re.compile(
    r"(?<=[\d.)])\s[(\[](?:invited )?(?:editorial|letter|commentary|comment|review|review article|case report|abstract"
    r"|book review)[)\]]\.?(?=\s*\Z)",
    re.IGNORECASE,
)
# When a page was looked at, as Czechs and Slovaks have it: `Brno, 2015 [cit. 2020-01-01].`
_SEEN = re.compile(r"\s?\[(?:cit|citov[aá]no|accessed|viewed|abgerufen)[. ][^\[\]]{4,30}\]", re.IGNORECASE)
_NICKNAME = re.compile(r"(?<=[^\W\d_]\s)['‘\"“](?P<name>[A-ZÀ-Þ][^\W\d_]{1,15})['’\"”](?=\s[A-ZÀ-Þ][^\W\d_])")


def without_notes(text: str) -> str:
    """Return `text`, its length as it was, with the notes in it blanked.

    >>> without_notes("In CHI 2020 (Best Paper Award).").split()
    ['In', 'CHI', '2020', '.']
    >>> without_notes("A. Bee. Best Paper Award or Not? CHI 2020.")
    'A. Bee. Best Paper Award or Not? CHI 2020.'
    """
    for pattern in (
        _RATE,
        _INDEXED,
        _CITED,
        _STARRED,
        _SEEN,
        _PRIZE_AT,
        _SHOWN,
        _IN_BRACKETS,
        _PRIZE_ABROAD,
        _ALONE,
        _BEHIND_TITLE,
        _ALSO,
        _SERIES,
        _CITED_ABOVE,
        _ADVISED,
        _ADVISED_EAST,
        _INCLUDED,
        _ORIGINAL,
        _IN_TONGUE,
        _KIND_BEHIND,
        _TOLD,
        _RECEIVED,
    ):
        text = pattern.sub(_blanks, text)
    if ANY_YEAR.match(text.lstrip(" ([")):
        text = _LATER_EDITION.sub(_blanks, text)
    text = _FIRST_EDITION.sub(
        lambda match: _blanks(match) if ANY_YEAR.search(text, 0, match.start()) else match[0], text
    )
    text = _OBTAINED.sub(lambda match: f".{' ' * (len(match[0]) - 1)}", text)
    return _NICKNAME.sub(lambda match: f" {match['name']} ", text)


def earlier_versions(text: str) -> tuple[tuple[int, int], ...]:
    """Return where a citation tells of an earlier version of the work, brackets included."""
    return tuple([match.span() for match in _EARLIER.finditer(text)])


def _blanks(match: re.Match[str]) -> str:
    venue = _VENUE_BEFORE.match(match[0])
    kept = venue.end() if venue else 0
    return f"{match[0][:kept]}{' ' * (len(match[0]) - kept - 1)}{match[0][-1] if kept else ' '}"
