"""The patterns by which the parts of a citation show what they are, for those who judge them: tables only."""

from __future__ import annotations

import re

from reconcile.lexicon.editions import EDITION, WHICH
from reconcile.lexicon.venues import LAW_JOURNAL
from reconcile.parse.words import cues
from reconcile.parse.words.dates import DATE
from sources.east_asian import SIGN

LEAD = re.compile(rf"(?:{cues.LEADS})", re.IGNORECASE)
VENUE_FIRST = re.compile(
    rf"(?:in:? )?(?:the )?(?:\d{{1,4}}(?:st|nd|rd|th)? |[A-Z]+(?:/[A-Z]+)* )?(?:international "
    rf"|annual |ieee |acm )*(?:{cues.VENUE_STEMS}|(?:am\. |int\. |eur\. )?j\.\s|phys\. "
    rf"|ann\. |bull\. |acta |ieee |acm |(?:appl|biochem|biophys|chem|surf)\. (?-i:[A-Z]))",
    re.IGNORECASE,
)
GENRE = re.compile(
    rf"[\[(]?(?:unpublished |unpubl\. )?(?:{cues.THESES}|{cues.REPORT})"
    # a thesis behind its school: `國立羊毛大學教育學系博士論文`
    rf"|{SIGN}{{2,30}}(?:博士|碩士|硕士|修士)(?:學位|学位)?(?:論文|论文)"
    # the paper of a society, by its number: `ASME Paper GT2008-50633`
    r"|(?-i:[A-Z]{2,8}) (?:technical )?paper (?:no\.? ?|number |#)?(?:[A-Z-]{0,6}\d[\w/-]*)"
    # with who made it, and a number: `CEPR Discussion Paper No. 33`
    rf"|(?:(?-i:[A-Z])[\w.&'’-]*\s){{1,5}}(?:{cues.REPORT})s?,?\s(?:no\.?\s|nr\.?\s|#)?[\w/-]*\d",
    re.IGNORECASE,
)
# What a citation says of its state behind the title, where it names no venue: `, submitted, 2023.`
STATE = re.compile(
    r"(?:submitted|in preparation|in revision)(?=,?\s\(?(?:1[89]|20)\d\d\b|[.,;]?\s*(?:\Z|\n))",
    re.IGNORECASE,
)
DATED = re.compile(rf"[(\[]?{DATE}[)\]]?(?![\w–-]|\s\()", re.IGNORECASE)
# `CHI 2020`, `(ACL-IJCNLP '21`: capitals and a year.
CAPS_YEAR = re.compile(
    r"[(\[]?(?:[A-Z][\w&/@.-]{0,24}\s){0,5}[\w/@-]{0,12}[A-Z]{2}[\w/@-]{0,12},?[\s'’]*(?:\d{4}|['’]?\d\d)(?!\d)"
)
# What stands behind a title, so that what holds it is more than the title: `, trans. D. W. Robertson`, `. 2 vols.`.
BEYOND = re.compile(
    r"[.,;!?)”\"’]\s(?:[Ee]d(?:ited|\.)(?: (?:and|&) [a-z]+\.?)? by\s|[Tt]ranslated(?: and [a-z]+)? (?:by|from|with)\s"
    r"|(?:[Tt]ransl?\.|[Ee]ds?\.|[Ee]d\. and trans\.|tr\.|[Hh](?:rs)?g\.|[Ii]ntrod?\.|[ÉéEe]d\. de|[Tt]rad\.)"
    r"(?: (?:by|von|v\.|de|par|di|mit|with))? [A-Z]"
    r"|(?:herausgegeben|[üÜuU]e?bersetzt|[üÜ]bers\.) v|traduit (?:de|par)|traducción de|a cura di|sous la dir"
    r"|(?:[Tt]rad(?:uit|uzione|ução|ucción|ucido|uzido|\.)?|[Tt]ransl?\.|[Tt]r\.|[Tt]raducere"
    r"|[Pp]rzeł\.|[Vv]ert\.|[Öö]vers\.|[Oo]vers\.)"
    r"(?: (?:it|fr|esp|port|ingl|franc|cast)\.)?(?: (?:de|du|dal|do|del) (?:l['’])?[a-zß-ÿ]+)?"
    r"(?: (?:par|di|por|de|by|from|av)) "
    rf"|(?i:{cues.FOREWORDS})\s"
    r"|By (?:[A-Z]\. ?)?[A-Z][\w'’-]+(?:\s[A-Z]|\.|\Z)|Vol\. \d|\d+ (?:vols?|Bde|Bände|tomos)\b"
    rf"|(?i:{WHICH} (?:[\w.]{{1,10}} )?{EDITION})"
    r"|(?:[Dd]ir|[Pp]erf|[Pp]rod)\. [A-Z]|\((?:1[89]|20)\d\d(?:\)|, [A-Z])|(?:DVD|VHS|CD|Film|LP)\.(?=\s|\Z)"
    r"|(?:pages?|pp?\.) ?\d|[Rr]etrieved (?:from|on)\b"
    r"|(?:[Ll]ast )?(?:[Aa]ccessed|[Vv]iewed|[Vv]isited|[Cc]onsulté le|[Cc]onsultado|[Aa]bgerufen)"
    r" (?:on |am |el |em )?\d|\[(?:[Oo]nline|[Ee]n ligne|[Ee]n línea|[Ii]nternet|[Aa]ccessed|[Cc]ited)"
    r"|[Dd]isponible (?:en|sur|em)\b"
    r"|[Aa]vailable (?:at|from|online)\b"
    r"|[Ii]n:?\s[A-Z][^.,]{0,40}\b(?:[A-Z]\. )?[^.,]{0,30}\((?:[Ee]ds?|[Hh]rsg)\.?\)|[Ii]n:\s)|[.!?]\sI:\s[A-ZÅÄÖÆØ]"
    r"|[,.][”\"»]\s[Ii]n\s[A-ZÀ-Þ]"
    r"|\s\((?:\d{1,2}(?:st|nd|rd|th|e|\.)?|[Rr]ev\.?|[Rr]evised|[Ss]econd|[Tt]hird) (?:[Ee]dn?|[Ee]dition|[Aa]ufl)"
    r"\b\.?,"
)
# Where a thesis was written: `University of Leith, Sep 2023`.
SCHOOL = re.compile(
    r"(?:(?:[A-ZÀ-Þ][\w'’.-]* ){0,4}University(?: of(?: [A-ZÀ-Þ][\w'’-]*){1,4})?"
    r"|Universit(?:é|à|ät|eit|etet?|as)\b[\w'’ .-]{2,50}|Universida(?:d|de) [\w'’ .-]{2,50})"
    r"(?:,(?: [\w.-]+){0,3} (?:19|20)\d\d)?"
)
# A book as American lawyers cite it: `(Foundation Press, 3d ed. 2019)`, `(Olmo University Press, forthcoming 2025)`.
HOUSE = re.compile(
    rf"\((?=[^()\n]{{0,60}}\b(?i:{cues.PUBLISHERS})\b)(?:[A-ZÀ-Þ][\w.'’-]*,? |& ){{1,6}}"
    r"(?:(?:\d{1,2}(?:st|d|nd|rd|th)|rev\.) ed\.,? )?(?:forthcoming )?\s{0,30}(?:1[89]|20)\d\d\)"
)
# A journal as American lawyers cite it, within which no title ends: `, 121 Gull L. Rev. 1455 (2021)`; `___` is a page
# that is not known yet.
LAW_REVIEW = re.compile(
    r",\s\d{1,4} (?=[^()\n]{0,60}\.)(?:[A-ZÀ-Þ][\w.'’]{0,14} |& |of |on |the ){1,8}(?:\d{1,5}|[_–—-]{2,4}) "
    rf"\((?:forthcoming )?(?:1[89]|20)\d\d\)|,\s\d{{1,4}} {LAW_JOURNAL}"
)
