"""The words by which a citation shows what its parts are, in the languages of the documents: tables only.

A new word is a new row. All words are lower case; patterns built from them ignore case.
"""

from __future__ import annotations

import re

from reconcile.lexicon import houses, theses, venues
from reconcile.lexicon.alternation import factored
from reconcile.lexicon.patents import SUBJECTS
from reconcile.lexicon.small_words import AND, ARTICLES, CONJUNCTIONS, LAST, OF, PREPOSITIONS, words_of
from sources import name_words
from sources.months import NUMBER

# Words between the last two names of a list.
CONNECTORS = frozenset(("en", "i", "&", "with", "con", "mit", "avec", *AND.split("|")))

# What says that a list of names is cut short only where it is all that stands between two delimiters.
REST_OF_ET_AL = frozenset("al alii altri andere anderen co-workers colleagues coll coworkers more others".split())

# What stands behind a name, by a comma or by itself; `MA` there are initials as often.
BEHIND_NAMES = (name_words.SUFFIXES.keys() | name_words.DEGREES) - {"ma"}

# Words with which a title begins or goes on, and no list of names: `An` and `In` are given names more often.
NEVER_NAMES = (words_of(ARTICLES, OF, PREPOSITIONS, CONJUNCTIONS) - {"an", "in"}) | frozenset(
    "are can does do how if is it its not some than that their these this was we what when where which who why you your"
    " our i ist wie comment como".split()
)

# Of these, those that are given names, too.
SHORT_GIVEN = frozenset({"An", "Can", "Do", "Na", "No", "Or", "So", "You"})

# Words with which no title ends; it was broken there.
DANGLING = (words_of(ARTICLES, OF, PREPOSITIONS, CONJUNCTIONS, but="pt nl") - LAST) | {"is", "was", "has", "been"}

# Whose words stand before or behind a book, as what stands behind its title names them: `, pref. di Orla Fane`.
FOREWORDS = factored(
    r"pref\. di|prefazione di|postf\. di|postfazione di|introd?\. di|introduzione di|presentazione di"
    "|con (?:un )?saggio di|con (?:una )?introduzione di|con (?:una )?prefazione di|con contributi di|con testi di"
    r"|préf\.(?: de)?|av\.-propos(?: de)?|préface de|postface de|avant-propos de"
    "|avec une (?:préface|postface|introduction) de"
    r"|aus dem [^\W\d_]{3,16}en von|aus dem [^\W\d_]{3,16}en (?:übersetzt|übertragen) von"
    "|mit einem (?:vorwort|nachwort|geleitwort|essay) von|mit einer (?:einleitung|einführung) von"
    r"|vorw\. v(?:on|\.)|prólogo de|prefacio de|prefácio de|foreword by|preface by|afterword by"
    "|with an? (?:foreword|preface|introduction|afterword|essay) by"
)
FOREWORD_LAST = re.compile(rf",\s(?:{FOREWORDS})\s*\Z", re.IGNORECASE)  # `Droit du nid, préf.`, its writer behind it

# Who translated a book, as what stands behind its title names them: `, przeł. K. Fane`, `, μτφρ. Κ. Φανός`.
TRANSLATED = factored(
    r"przeł\.|przekł\.|tłum\.|przekład|w przekładzie|(?:z \w{3,15} )?přel\.|přeložil[ai]?|çev\.|çeviren:?"
    r"|(?-i:ford\.)|fordította|övers\.|i översättning av"
    r"|overs\.|oversatt av|oversat af|suom\.|suomentanut|(?-i:vert\.)|vertaald door"
    r"|μτφρ?\.|μετάφρ?\.|μετάφραση:?|перев?\. с \w{3,5}\. |пер\.|перев\."
)

# Who edited a book, as Russians and Ukrainians have it behind its title and a slash.
EDITORS_CYRILLIC = (
    r"(?:(?:за|под|відп\.|отв\.|гол\.|гл\.) )?"
    r"(?:(?:заг(?:альною|\.)|общ(?:ей|\.)|наук(?:овою|\.)|науч(?:ной|\.)) )?"
    r"(?:ред(?:акцією|акцией|\.)|упоряд\.|уклад\.|сост\.)"
)

# Who edited a book, as it is said in short behind or before their names, with or without a stop.
EDITOR_ROLES = (
    r"(?:eds?|editors?|hrsg|hgg?|éds?|dirs?|comps?|orgs?|coords?|red|redakt[öø]r(?:er)?|szerk|ur|toim|ред|επιμ"
    "|ویراستار(?:ان)?)"
)

# Words of organisations that stand as authors.
ORGANISATIONS = name_words.ORGANISATION | frozenset(
    "universität université commission bureau office company"
    " bank united national international federal world european american nations government service services union"
    " college school academies sciences press program programme"
    " board authority deutsche bundes"
    " institution bundesministerium ministère verband verein zentrum comité"
    " comisión amt bundesamt stiftung fondation fundación".split()
)

# Of each letter the longest names come first, and no part of a name is taken for it.
MONTHS = factored("|".join((*sorted(NUMBER, key=len, reverse=True), "spring", "summer", "fall", "autumn", "winter")))

# Of these and of publishers, those that are family names, too: beside initials or a given name they are.
ALSO_FAMILIES = frozenset("bank college lab press springer union".split())

# What works, and those who publish them, are called, and nobody but a Springer whose initials or given name are told.
NO_NAMES = frozenset(
    "thesis dissertation diplomarbeit masterarbeit bachelorarbeit thèse habilitation manuscript"
    " preprint ieee acm usenix aaai siam ifip ieice springer elsevier arxiv".split()
)

# Months that are nobody's name.
MONTHS_ALONE = frozenset("january february march july september october november december februar märz juli".split())

# Short forms whose period ends no sentence.
ABBREVIATIONS = frozenset(
    "vs v vol vols no nos nr pp p ed eds proc conf symp int intl trans j jr sr st dr prof mr mrs ms fig sec ch cf eg"
    " ie etc approx univ dept inst tech rep art bd hrsg hg hgg bzw usw ca resp ders u z b d h aufl bull acad sci soc"
    " assoc natl am amer brit eur comm commun lett rev ann adv appl comput syst eng math phys chem biol med res sig"
    " annu op cit ibid suppl ser jg n° trad transl dir coord comp rec wksp ltd inc co corp mag mt ft"
    " clim dynam astron astrophys geophys geol meteorol atmos oceanogr hydrol ecol evol environ entomol zool bot genet"
    " immunol infect neurol neurosci pharmacol physiol psychiatr pediatr radiol surg toxicol cardiol microbiol philos"
    " hist polit econ educ cogn behav theor exp technol informat instrum mech mater metall opt acoust stat probab mem"
    " nat trop vet agric crit clin curr arch anal bibl anthropol archaeol sociol ethnol linguist semin"
    " electron nucl biochem biophys mol psychol jan feb mar apr jun jul aug sep sept oct nov dec sp spp subsp ssp cv"
    " préf théor zus ks bp abp kard św hab inż mgr coll ok tzw np wyd oprac"
    " przeł przekł tłum přel çev övers overs suom μτφ μτφρ επιμ s.v civ giur trim ss évf sz"
    " св вип вып изд вид ім им зб сб конф наук науч тр журн общ міжнар междунар канд дис проф доц ред"
    " пер упоряд сост уклад".split()
)

# Of these, the words with which a title may end: `The State of the Art`, `Yes and No`, `Felt in New Math`.
ALSO_WORDS = frozenset("am arch art cv fig mag math no ok rec rep sec tech vet".split())

# Words that only stand in the name of a place of publication. Each is matched as the beginning of a word.
VENUE_STEMS = factored(
    f"{venues.PROCEEDINGS}|{venues.MEETINGS}|{venues.LECTURES}|{venues.JOURNALS}|{venues.SERIES}|{venues.ARCHIVES}"
    f"|{venues.SIGNS}|annual meeting|review of|archiv für|communications of|seminar|tutorial|forum|notices"
    "|gazette|newspaper"
)
VENUE = re.compile(rf"(?<!\w)(?:{VENUE_STEMS})", re.IGNORECASE)

# What comes before the venue and is no part of it.
LEADS = (
    "in (?:submission|review|revision)(?: (?:to|at|for|by):?|,) |in:|in "
    r"|(?:book )?chapter (?:\d{1,2},? )?(?:in|of|from)(?: the book)?:? "
    "|(?:accepted )?for publication (?:in|at|by)(?: the)?:? |accepted (?:to|at|by|for|in)(?: the)?:? "
    "|to appear (?:in|at)(?: the)?:? "
    "|appear(?:ed|s|ing)? (?:in|at):? |published (?:in|by|at):? "
    "|special (?:double )?(?:issue|section|number) (?:of|in) "
    "|presented at(?: the)? |paper presented at(?: the)? |poster presented at(?: the)? "
    "|(?:is |was |has been |have been |got |been )?accepted (?:to|at|by|for|in)"
    "(?: the)?:? |(?:is |was |has been |have been )?(?:published|presented|selected|featured) (?:in"
    "|at|by|for)(?: the)?:? "
    "|(?:is |was |will be )?to appear (?:in|at|on)(?: the)?:? |(?:will|to) be (?:presented"
    "|published) (?:at|in)(?: the)?:? |(?:will )?appears? (?:in|at)(?: the)?:? "
    "|(?:paper )?submitted to |to be presented at |(?:enviado|sometido) a |submetido (?:a|à|ao) |inviato a(?:lla)? "
    "|soumis (?:à|au|aux) |eingereicht bei(?: der| dem)? |inskicka[dt] till "
    r"|(?:under (?:\w{2,10} ){0,3}re(?:view|vision)|r ?& ?r|revise (?:and|&) resubmit)(?: at| in| by|,)? "
    "|forthcoming in |dans ?:? |en:? |em:? |(?-i:i:? (?=[A-ZÅÄÖÆØ])|I: (?=[A-ZÅÄÖÆØ]))"
    r"|aus: |\[?w:\]? |u: |στο: |στον τόμο: |içinde: |в кн\.: |в сб\.: |у кн\.: |у зб\.: |در: ?"
    r"|(?:erscheint|erschienen)(?: (?:19|20)\d\d)? in:? "
    "|veröffentlicht in |at |@ ?|venue: |conference: |journal: "
    "|is (?:now )?(?:available|out|online|live|up)(?: (?:on|at))? ?|is on |on (?=arxiv)|won [^.]{0,60}? (?:at|in) "
    "|(?:was|is|has been) (?:conditionally )?accepted (?:as|for) [^.,]{0,40}?(?:at|to|in) "
)

# Short forms of which the names of journals are made: `Crit Care Med`, `Lancet Respir Med`.
JOURNAL_WORDS = (
    "Am|Angew|Ann|Antimicrob|Appl|Arith|Biochem|Biol|Biophys|Br|Cardiol|Chem|Clin|Comp|Comput|Crit|Curr|Dis|Electrochim"
    "|Environ|Epidemiol|Eur"
    "|Exp|Genet|Geophys|Glob|Immunol|Infect|Int|J|Lett|Math|Med|Mol|Nat|Neurol|Neurosci|Nucl|Pediatr|Pharmacol|Phys|Physiol"
    "|Polym|Psychiatry|Psychol|Rep|Res|Respir|Rev|Sci|Surf|Surg|Ther|Theor|Théor|Toxicol|Trans"
)

# Publishers, as the beginning of a segment or a word in it.
PUBLISHERS = factored(f"{houses.NOUNS}|{houses.ANYWHERE}")

# What a citation says of its state where it names no venue; `parse.wording` has said most states in one word before.
STATES = (
    r"(?:unpublished |unpubl\. |working )?(?:manuscript|draft|preprint|typescript)"
    r"|unpub(?:lished|l?\.) (?:paper|notes|lecture|talk|report|data|ms)"
    "|personal communication|internet-draft|in press|forthcoming|submitted|under review"
    r"|(?:revise|reject) (?:and|&) resubmit|r ?& ?r|mimeo|filed|granted|pending|allowed|issued|ph\.? ?d\.? diss"
)

# Words that say that a work is a thesis or a report, and end the title before them; here the degree alone does, too.
THESES = rf"{theses.WORDS}|habilitation\w*|{theses.SIGNS}|博士|硕士|석사|박사"
REPORT = (
    "discussion paper|occasional paper|policy paper|professional paper|staff paper|open-file report|policy brief"
    r"|technical report|tech\.? ?rep\w*|research report|working paper|technical note|white ?paper"
    "|memorandum|forschungsbericht|(?:abschluss|schluss|end|zwischen|projekt)bericht|rapport final|rapport technique"
    "|informe final|informe técnico|relatório final|relatório técnico|rapporto finale|rapporto tecnico"
    "|relazione finale|eindrapport|slutrapport|loppuraportti|raport końcowy"
)
PATENT = rf"patents?\b(?! (?:office|and|{SUBJECTS}))|patent(?:schrift|anmeldung)|brevet|专利"
