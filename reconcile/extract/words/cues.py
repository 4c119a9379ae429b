"""What stands in publication strings and what stands in the rest of a CV, as patterns.

Each name is one cue; a new word is added to its row. All are bounded, so that no text makes them slow.
"""

from __future__ import annotations

import re

from reconcile.lexicon import reviews, states, theses, venues
from sources.east_asian import HAN, IDEOGRAPHS, SIGN

YEAR = re.compile(
    # in Japan and China no blank stands behind a comma: `東草大学,2011年`
    rf"(?<![\d./$€£-])(?:(?<!,)|(?<={SIGN},))(?:19[3-9]\d|20[0-4]\d)(?:[a-d]\b)?(?!\d|[.,]\d{{3}}\b|%|\+)|(?<=\w)['’]\d\d\b"
    # what is older is more often a page, a house or a room: it stands in brackets, or ends an entry behind a comma
    r"|(?<=\()(?:1[5-8]\d\d|19[0-2]\d)(?=\))|(?<=,\s)(?:1[5-8]\d\d|19[0-2]\d)(?=\.?[ \t]*(?:\n|\Z))"
)
# A month in a field of its own before an entry: `09/18`.
MONTH_LABEL = re.compile(r"(?:0?[1-9]|1[0-2])/(\d\d)")
QUOTED = re.compile(
    r"“([^“”\n]{8,400}[^“”]{0,200})”|“([^“”\"\n]{8,400}[^“”\"]{0,200})\"|\"([^\"]{8,500})\"|«([^«»]{8,500})»|„([^„“”]{8,500})[“”]"
    r"|‘‘([^‘’]{8,400})’’|``([^`]{8,400})''"
    # in Britain single ones, and in TeX's way, before a comma: an apostrophe ends no word there
    r"|(?<![\w‘])‘(?=\S)([^‘“”\n]{8,300}?)’(?=,\s)|(?<![\w`])`(?=[^\s`])([^`“”\n]{8,300}?)'(?=,\s)"
    # in Japan articles and books: `「羊の数え方」『羊学』12号`, where the second names the journal
    r"|「([^「」]{5,200})」|(?<!」)(?<!」[、，,])(?<!」[,、] )『([^『』]{5,200})』"
)
# An article of an encyclopedia, whose title may be a word: `Art. „Möwe“, in: Lexikon der Vögel`.
LEXICON = re.compile(r"(?:Art(?:\.|ikel)|s\. ?v\.)\s[„“«»\"][^„“”«»\"\n]{2,80}[“”«»\"],\s", re.IGNORECASE)
# The year as it follows the authors in APA and Harvard style.
YEAR_BEHIND_NAMES = re.compile(r"[.,;&\s]{0,3}\(?(?:19|20)\d\d[a-z]?(?:, [A-Z][a-z]{2,8})?[).:]")
# One author in full, who alone may read as other words: `Bee, Ada (2016): Felt as such.`
DATED_PERSON = re.compile(
    r"[^\W\d_][\w'’-]{1,30}(?: [\w'’-]{2,30})?, [^\W\d_][\w.'’ -]{1,40} \((?:19|20)\d\d[a-z]?\): (?=\S)"
)
PAGES = re.compile(
    r"\bpp?\.?\s?\d|\bpages?\s\d|\b\d{2,4}\s(?:pp?|p[aá]gs?|S|с)\.(?!\w|\s?\d)|\bvol(?:ume|\.)?\s?\d|\bno\.\s?\d|\bSeiten\b|\bSS?\.\s\d"
    r"|\b\d{1,4}\s?\(\d{1,3}(?:[-–/]\d{1,3})?\)\s?[:,;]\s?[\w.]"
    r"|\b\d{1,3}:\d{1,4}[-–]{1,2}\d"
    # as physicians have it, the year first: `Gull Med. 2020;117:F1`
    r"|(?:19|20)\d\d;\s?\d{1,4}(?:\([\w .-]{1,20}\)|\s?[Ss]uppl\.?\s?\d{0,2})?:\s?\w"
    # as linguists have it: `Rivers 38(2). 247-281.`, `Mills 29. 401-429.`
    r"|\s\d{1,4}(?:\s?\(\d{1,3}(?:[-–/]\d{1,3})?\))?\.\s\d{1,4}[-–]{1,2}\d{1,4}\b"
    r"|\b\d{1,4}, \d{1,5}[-–]\d{1,5}, (?:19|20)\d\d\b"
    r"|\b\d{1,5}\s?[-–]{1,2}\s?\d{1,5}\.?\s{0,9}\Z|:\s?[a-z]?\d{2,7}[-–][a-z]?\d{2,7}(?![\d%])"
    # `第54巻第9号`, `12卷3期`, `제12권 3호`, `12-34頁`; `高分子, 63, 602-605（2014）`
    r"|\d\s?[巻卷권](?![\u3040-\u309f])|[第제]\s?\d{1,4}\s?[号號期호]|\d\s?(?:頁|ページ|页|쪽)"
    # and behind a volume or an issue as Japan's researchmap has them: `7 55-74  2017年`, `(18) 101 - 120  2012年3月`
    r"|\d\)?\s\d{1,5}\s?[-–~〜]\s?\d{1,5}\s{1,3}(?:19|20)\d\d年"
    r"|[，,] ?\d{1,4}[，,] ?\d{1,6}[-–~〜]\d{1,6}\s?[(（](?:19|20)\d\d"
    # in Russia and Ukraine: `Т. 3. № 2. С. 15–28`, `Вип. 4`, `214 с.`
    r"|\bс\.\s?\d|№\s?\d|\b(?:вып|вип|т|кн)\.\s?\d|σσ?\.\s?\d"
    # in Iran and in Arab countries: `دورهٔ 12، شمارهٔ 3، صص 45–70`, `280 ص`
    r"|\b(?:صص?\.?|شمارهٔ?|دورهٔ?|العدد|المجلد)\s?\d|\b\d{2,4}\sص\b"
    # an article that counts its own pages, in Hungary's MTMT: `83 : 7 Paper: 611 , 14 p.`
    r"|\d Paper: \w{1,12}\b",
    re.IGNORECASE,
)
# Dashes for the authors of the entry above: `———. Title`, `______, and A. Bee`, `– – –. Title`; Unicode's long dashes.
DASHES = re.compile(r"\s*(?:[—–_-]{3,12}|[⸺⸻]|[—–](?:\s[—–]){2})(?=\s?[.,:;(]|\s[“\"A-Z])")
# How natural scientists cite: volume, pages and year, `Nat. Geosci. 7, 95-98 (2014)`, `Phys. Rev. Lett. 93, 11 (2004)`.
PLACED = re.compile(r"[.a-z] \d{1,4}, [a-z]{0,2}\d{1,7}(?:[-–]{1,2}[a-z]?\d{1,7})? \((?:19|20)\d\d\)", re.IGNORECASE)
# How lawyers cite: volume, journal, first page and year, `106 IOWA L. REV. 1901 (2021)`, `69 Duke L.J. 611 (2019)`.
LEGAL = re.compile(
    r"\b\d{1,3} (?:[A-Z][\w.&'’]{0,14} (?:(?:of|on|for|the|&|ON|OF) )?){1,7}(?:\d{1,5} )?"
    r"\((?:forthcoming )?(?:19|20)\d\d\)"
    # or without the year, which then stands in a column: `91 Gull L. Rev. 615 (with O. Fane)`
    rf"|\b\d{{1,4}} {venues.LAW_JOURNAL}"
)
# What a journal's name ends in: its volume and issue, "Physica B: Condensed Matter 177 (1-4)".
VOLUME = re.compile(r"\s\d{1,4}\s?\(\d{1,4}(?:[-–/]\d{1,4})?\)?\s{0,3}\Z")
# What follows a journal's name: volume and issue or pages, `, 41(2)`, ` 213, 951`, `, vol. 5`.
AFTER_JOURNAL = re.compile(r",?\s(?:vol\.?\s)?\d{1,4}\s?(?:\(\d|[,:]\s?(?:[a-z]{0,6}\d|pp?\.))")
# The kinds of GB/T 7714: journal, conference, dissertation, monograph, online.
GBT = re.compile(r"[\[［](?:J|C|D|M|A|R|J/OL|C/OL|EB/OL)[\]］]")
VENUE = re.compile(
    rf"\b(?:{venues.PROCEEDINGS}|{venues.MEETINGS}|{venues.JOURNALS}|{venues.SERIES}|{venues.ARCHIVES}"
    rf"|{venues.BEHIND_MEETINGS}|findings|workshops|advances in|j\.(?-i:(?=[A-Z][a-z]))|review of|meeting of|chapter in"
    r"|hal|eprint|openreview|ieee|acm|usenix|springer|elsevier|wiley|cambridge|(?:mit |university )?press|verlag"
    r"|technical report|tech\. rep\.|(?:working|discussion|occasional) paper"
    r"|wydawnictwo|uitgeverij|forlag(?:et)?|förlag(?:et)?|kiadó|nakladatelství|yayın(?:ları|evi|cılık)|εκδόσεις"
    r"|конф(?:еренц\w{2,4})?|видавництво|издательство)(?:\b|(?<=\.))"
    rf"|{venues.SIGNS}|学会|科学|학회|학술|書店|書房|出版",
    re.IGNORECASE,
)
# How a venue's full name begins: "Proceedings of", "In the 12th Annual", "2022 IEEE International Test Conference".
VENUE_OR_STATE_FIRST = re.compile(
    r"\W{0,3}(?:(?:in|to|at|by|the|on|de|im|auf)[: ]\s?){0,2}(?:(?:19|20)\d\d\s)?(?:the\s)?"
    r"(?:\d{1,3}(?:st|nd|rd|th)\s)?(?:annual\s|joint\s|international\s|european\s)?"
    r"(?:proceedings|proc\.|findings of|conference (?:on|of|for)|conf\.|symposium|workshops? (?:on|at|of)"
    rf"|(?:{venues.MEETINGS_ABROAD}) (?:{venues.OF_MEETINGS})"
    r"|transactions|trans\.|journal of|journal on|letters|lecture notes|advances in|ieee|acm|usenix|springer|arxiv"
    r"|bulletin of|annals of|magazine|accepted|to appear|submitted|under review|published|presented|forthcoming)\b",
    re.IGNORECASE,
)
# How a meeting is called in full: "52nd International Conference on", "The 20th USENIX Symposium on".
MEETING_IN_FULL = re.compile(
    r"\W{0,3}(?:(?:in|at)[: ]\s?)?(?:the\s)?(?:(?:19|20)\d\d\s)?(?:\d{1,3}(?:st|nd|rd|th)\s)?"
    r"(?:(?:annual|joint|international|european|asian|world|national|(?-i:[A-Z][A-Z/&-]{1,12}))\s){0,4}"
    rf"(?:(?:{venues.MEETINGS_IN_ENGLISH})s?\s(?:on|of|for|in)|(?:{venues.MEETINGS_ABROAD})\s(?:{venues.OF_MEETINGS}))\b",
    re.IGNORECASE,
)
# A system and where it took part, as the titles of shared tasks' papers begin: `Ants at SheepEval-2016 Task 3: On`.
TOOK_PART = re.compile(
    r"\W{0,3}(?P<system>(?:[^\s:]{1,30}\s){1,4})(?:at|in|on|for)\s(?:the\s)?[A-Z][\w/–-]{1,30}?[\s'’–-]{0,2}"
    r"(?:(?:19|20)\d\d|(?<![A-Za-z\d])\d\d)\b[^:\n]{0,40}:\s(?:\S{1,40}\s){2}\S"
)
STATUS = re.compile(
    rf"\b(?:submitted to|{states.FORMS}|in review(?=\s?[,;.)\]]|\s{{0,3}}\Z)|revise and resubmit"
    r"|published (?:in|at|by)|presented at|camera.?ready|erscheint(?= (?:demnächst )?(?:in\b|(?:19|20)\d\d)))\b"
    rf"|{states.SIGNS}",
    re.IGNORECASE,
)
# And what a degree says of its thesis.
THESIS = re.compile(
    rf"(?<!\w)(?:{theses.WORDS}|thesis|th[eè]se(?: \w+){{0,2}} sous la direction|ano de obten[cç][aã]o)(?!\w)"
    rf"|{theses.SIGNS}|\[D\]",
    re.IGNORECASE,
)
# "Our paper … is accepted", "Two papers …", "New preprint …".
OUR_PAPER = re.compile(
    r"\b(?:our|my|new|one|two|three|a|the|survey|joint|latest)\s(?:[\w-]{1,20}\s){0,4}?"
    r"(?:papers?|(?<!line of )(?<!body of )works?|articles?|preprints?|manuscripts?|surveys?|chapters?|study"
    r"|submission)\b|\bpapers?\b[^.]{0,80}\b(?:accepted|available|published|out)\b|论文.{0,60}(?:接收|录用|发表)",
    re.IGNORECASE,
)
# A span of time, as jobs and degrees have: "2015 - 2019", "09/2023-present".
SPAN = re.compile(
    r"(?<!S\. )(?<!p\. )(?<!pp )(?<!pages )(?<!:)"
    r"\b(?:19[3-9]\d|20[0-4]\d)(?:[./-]\d\d?)?\s?(?:[-–—~]{1,3}|to|bis|至)\s?"
    r"(?:(?:19[3-9]\d|20[0-4]\d)(?!\d)|present|now|current|today|heute|至今|今|[A-Z][a-z]{2,8}\.? (?:19|20)\d\d)"
    r"|\b\d\d/(?:19|20)\d\d\s?[-–—]|[-–—]\s?(?:present|current|now)\b",
    re.IGNORECASE,
)
POST = re.compile(
    r"\b(?:teaching assistant|research assistant|engineer|intern(?:ship)?(?!\.? (?:med|conf|j|symp|workshop)\b)"
    r"|advis[eo]rs?|supervis(?:or|ed by)|mentors?|co-?founder|consultant(?=,\s)|reviewers?|program committee|pc member"
    r"|committee member|area chair|editor-in-chief|organi[sz]er|associate editor|lecturer|instructor|professor"
    r"|fellowship|scholarship|award for|award from"
    r"|funded by|principal investigator|co-pi|budget|gpa|b\.?s\.? in|m\.?s\.? in|ph\.?d\.? (?:student )?in|h-index"
    r"|key achievements|responsibilities|stars|programming|courses?|curriculum|member of"
    r"|professora? (?:auxiliar|adjunt[ao]|associad[ao]|asociad[ao]|asistente|titular|catedr[aá]tic[ao])"
    r"|profesora? (?:titular|asociad[ao]|ayudante|contratad[ao]|catedr[aá]tic[ao])|privatdozent(?:in)?"
    r"|ma[iî]tre(?:sse)? de conf[eé]rences|ricercat(?:ore|rice)|professor(?:e|essa) (?:associat[oa]|ordinari[oa])"
    r"|wissenschaftliche[rn]? mitarbeiter(?:in)?)\b"
    r"|(?:副|助理)?教授|(?:博士生|硕士生)导师|副研究员|助教|讲师|准教授"
    r"|(?<=[年月])出?生(?=[,，、。])",  # who was born then
    re.IGNORECASE,
)
# Who supervised a thesis, as its entry says: `PhD thesis, 2003. (advisor: A. Bee)`, `Supervisors: A. Bee, C. Dee.`
ADVISED = re.compile(
    r"\b(?:(?:(?:advis|supervis)[eo]rs?|supervised by|mentors?)\b:?|(?:committee|examiners):)(?=\s(?-i:[A-ZÀ-Þ]))",
    re.IGNORECASE,
)
# How a sentence about work done begins; `I. Bee` and `My T. Dee` are people, `I mulini` are mills.
VERB = re.compile(
    r"\W{0,4}(?:i(?!\.)(?!\s\w{2,20}i\b)|we|my(?!\s(?-i:[A-Z])\.)|our team|developed?"
    r"|developing|design(?:ed|ing)?|implement(?:ed|ing)?|built|build(?:ing)?|led"
    r"|leading|creat(?:ed|ing)|conduct(?:ed|ing)|participated?|contribut(?:ed|ing)|engineered|enhanced"
    r"|evaluat(?:ed|ing)|executed|analy[sz](?:ed|ing)|maintain(?:ed|ing)?|convert|research(?:ed|ing)? on"
    r"|work(?:ed|ing) (?:on|with|as)|optimi[sz]ed|investigat(?:ed|ing)|propos(?:ed|ing)|managed"
    r"|(?:co-?)?organi[sz](?:ed|ing)|supervised|mentored|taught|served|serving|reviewed|responsible(?:\s(?:for|of|to)|:)|received|won|awarded|joined|joining|started"
    r"|(?:vice[- ])?president of [^.\n]{2,60}\b(?:19|20)\d\d\s?[-–]\s?\d{2,4}"
    r"|gave|giving|attended|attending|visited|invited to|selected as|named|promoted|graduated|defended|passed"
    r"|i'm|i've)\b",
    re.IGNORECASE,
)
# Who speaks for an applicant, with the address: `Prof. dr. Otto Lenz, University of Rye`.
REFEREE = re.compile(
    r"(?:(?:Univ\.-)?Prof(?:essor)?\.?|Dr\.)\s(?:(?:em|dr|ir|h\. ?c)\.\s){0,3}"
    r"(?:[A-ZÀ-Þ][\w.'’-]*\s|(?:de|van|von|der|den)\s){1,5}?[A-ZÀ-Þ][\w'’-]+,\s(?:[A-ZÀ-Þ][\w'’-]+\s)?(?:Universi|Institut|Department|Faculty|College|School)",
    re.IGNORECASE,
)
# A sum of money, as grants have it: `€398,000`, `EUR 35.000`, `348 200 zł`.
MONEY = re.compile(
    r"(?:[€£]|\b(?:EUR|euros?|USD|GBP|CHF)\s|(?<!\w)(?:US|CA|AU|C|A)?\$)\s?\d{1,3}(?:[.,' ]\d{3}){1,3}(?!\d)"
    r"|(?<![\d.,])\d{1,3}(?:[.,' ]\d{3}){1,3}\s?(?:€|£|EUR\b|euros?\b|USD\b|zł|CHF\b|SEK\b|NOK\b|DKK\b)",
    re.IGNORECASE,
)
# A telephone's number as letterheads have it: `tel. +39 0746 313`, `Fax: (0746) 313`.
PHONE = re.compile(
    r"\b(?:tel|phone|fax|telefono|téléphone|telefon|tél)\b[.:]{0,2}\s?\(?\+?\d[\d() /-]{4}", re.IGNORECASE
)
MAIL = re.compile(r"[\w.+-]{1,60}@[\w-]{1,60}\.\w{2,10}")
WORD = re.compile(rf"[{HAN}]|[^\W\d_{HAN}](?:[^\W{HAN}]|['’-])*")
PROSE_WORD = re.compile(
    r"\b(?:is|are|was|were|we|our|this|these|that|which|has|have|can|i|my|it|they|you|your|their|will|been)\b",
    re.IGNORECASE,
)
# A person tells of themselves, or a page of its owner: "I received my", "She is", "His research".
TOLD_OF = re.compile(
    r"\b(?:I(?:['’](?:m|ve))?|[Hh]e|[Ss]he)\s[a-z]{2,}|\b(?:[Mm]y|[Hh]is|[Hh]er)\s[a-z]{4,}|\bI['’]m\b"
    # where no pronoun is needed: `leciono`, `me dedico`, `mi occupo`, and in German and French
    r"|\b(?:[Ll]eciono|[Cc]oordeno|[Pp]esquiso|[Aa]tuo|[Ss]ou|[Mm]inhas?|[Ss]oy|[Ii]mparto|[Mm]e dedico|[Ii]nsegno"
    r"|[Mm]i occupo|[Ff]accio parte|[Jj]e suis|[Jj]['’](?:ai|enseigne)|[Ii]ch (?:bin|habe|leite|arbeite)"
    r"|[Mm]eine[nmrs]?)\b"
)
# What somebody or their laboratory did, in their own words: `My laboratory showed that felt restores …`,
# `With shepherds I adapted the shears`.
OWN_WORK = re.compile(
    # in French, German, Spanish and Italian: `Depuis 2001 je travaille sur`, `Seit 2001 forsche ich`
    r"\b[Jj]e (?:travaille|m['’]intéresse|m['’]occupe|dirige|mène)\b|\b(?:[Ii]ch (?:arbeite|forsche|beschäftige mich)"
    r"|(?:arbeite|forsche|beschäftige) ich)\b|\b(?:me (?:intereso|ocupo)|mi (?:occupo|interesso)) (?:por|de|di)\b|"
    r"(?<=[a-z,.] )I (?:(?:also|first|have|later|then) ){0,2}(?:[a-z]{3,12}ed|built|led|showed|wrote)\b|"
    r"\b(?:[Mm]y|[Oo]ur) (?:laborator(?:y|ies)|lab|(?:research )?group|team)(?: and I)? (?:[a-z]{3,12}ly )?"
    r"(?:showed|shows|shown|has|have|found|discovered|demonstrated|developed|established|identified|reported|was|were)\b"
)
# How an abstract begins that stands below its entry.
ABSTRACT = re.compile(
    r"\W{0,3}(?:abstract|tl;?\s?dr|summary|zusammenfassung|résumé|resumen|摘要)\s?(?:[:.—–-]|：|\Z)", re.IGNORECASE
)
# What a page says of itself: whose it is and who may copy it, and when it was changed.
COPYRIGHT = re.compile(
    r"\W{0,3}(?:©|(?:\(c\)|copyright)\s(?:19|20)\d\d\b|(?:\(c\)|copyright)(?=[^\n]{0,200}\b(?:rights|reserved|copied"
    r"|reproduc|permission|overname|vorbehalten|reservados|réservés|riservati))"
    # the consent to the use of their data with which Italians and Poles end a CV
    r"|(?:(?:il|la) sottoscritt\w,? )?autorizz[oa] il trattamento dei|wyrażam zgodę na przetwarzanie)",
    re.IGNORECASE,
)
UPDATED = re.compile(
    r"(?<!\w)(?:this version:|last (?:updated?|changed?|modified|edited|touched)|page updated"
    r"|[uú]ltima (?:actualizaci[oó]n|atualiza[cç][aã]o|modifica[cç][aã]o|modificaci[oó]n)|ultimo aggiornamento"
    r"|derni[eè]re (?:mise [aà] jour|modification)|letzte (?:[aä]nderung|aktualisierung)"
    r"|zuletzt (?:ge[aä]ndert|aktualisiert)|stand(?=:\s)"
    r"|laatst (?:bijgewerkt|gewijzigd)|senast (?:uppdaterad|[aä]ndrad)|sidst opdateret"
    r"|ostatnia (?:aktualizacja|zmiana))(?!\w)",
    re.IGNORECASE,
)
TELLING_START = re.compile(r"\W{0,3}(?:we|i|here|this|these|in (?:this|these|our)|our|it)\s", re.IGNORECASE)
# A publisher with its place and year: "Leiden: Brill, 2018", "Tübingen: Mohr Siebeck 2004".
HOUSE_AND_YEAR = re.compile(
    r"[.,(] ?[A-ZÄÖÜÉ][^\W\d_]{1,15}(?:[ -][A-Z][\w.]{1,12})?: [A-Z][^,:;()\n]{2,40}[,;]? (?:19|20)\d\d\b"
)
# What a name in quotes is that follows: a meeting's or an issue's, no title.
NAMED = re.compile(
    rf"\b(?:{venues.MEETINGS}|seminar|special issue|special session|track|school|series|project|lecture notes)s?"
    r"(?: (?:on|titled|entitled|called|named))?:?\s{0,2}\Z",
    re.IGNORECASE,
)
# Where a piece of a reference ends: full stop, comma, dash, line, the year in parentheses.
PIECE_END = re.compile(
    rf"(?<!\b[CS]onf)(?<!\bProc)(?<!\bSymp)(?<!\bIntl)(?<!\bInt)[.?!。](?=\s|$|[{IDEOGRAPHS}\[])|[\n\t;|]|\((?=(?:19|20)\d\d)|(?<=\d)[)\]]|,(?=\s)|\s[-–—]\s|，"
)
# What is set apart in an entry and is no title: addresses, prizes, notes.
NO_TITLE = re.compile(
    r"\W{0,3}(?:https?:|www\.|best\b|outstanding|oral\b|spotlight|runner.?up|honou?rable|finalist|acceptance rate"
    r"|equal contribution|project (?:page|website)|source code|(?:(?:my|our|his|her|the) )?google scholar"
    r"|orcid\b|full (?:text|list)|supplementary"
    r"|more details|read more|(?:latest|current|this) version|accepted|to appear|under review"
    r"|impact factor|(?:doi|arxiv|pmid)\s?:)",
    re.IGNORECASE,
)
PRIZE = re.compile(r"\b(?:awards?|prize|finalist|nominee|runner-?up)\W{0,3}\Z", re.IGNORECASE)
# How the entry of a review begins that names what it is of.
REVIEW_OF = re.compile(rf"\s*(?:(?:book )?review of|{reviews.OF}|{reviews.SHORT_OF})(?:(?<=['’])|\s|:)", re.IGNORECASE)
