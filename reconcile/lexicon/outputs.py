"""What the research portals of universities (Pure) call the kinds of outputs, in the languages in which they speak.

A class has levels, `Contribution to journal › Article › peer-review`; each of these is looked for within one level.
"""

from __future__ import annotations

from reconcile.lexicon import theses

PATENT = "patent|brevet|octrooi"
# Before a slash `afhandling` is one of the kinds of books: `Bog/antologi/afhandling/rapport › Bog`.
THESIS = (
    rf"\A[^/]*?\b(?:thesis|{theses.WORDS}|\w*a[fv]handling|speciale|hochschulschrift|qualifikationsarbeit|opinnäyte\w*"
    r"|pro gradu|dissertatie|scriptie|tese|tesi|doktordisputats)\b"
)
PREPRINT = (
    "preprint|working paper|arbetsdokument|arbeitspapier|werkdocument|arbeidspapir|työpaperi|documento de trabajo"
)
REPORT = (
    r"\A(?:commissioned |annan |anden |konsult|utrednings?)?(?:report|rapport|bericht|raportti|informe)(?:\Z| (?!/))"
    r"|tilausraportti|document de travail"
)
# At a conference, or in its proceedings.
PAPER = (
    r"\Apaper\Z|conference contribution|contribution to conference|konferen(?:s|ce)bidrag"
    r"|konferanse(?:bidrag|innlegg)\Z|bidrag till? konfer[ea]n\w+|konferenzbeitrag|conferentiebijdrage"
    r"|beitrag (?:auf|zu|für) (?:einer |eine )?konferenz"
    r"|bijdrage aan (?:congres|conferentie)|konferenssi(?:artikkeli|esitys)|contribuci[oó]n a (?:la |una )?conferencia"
    r"|contribution à une conférence|konferen(?:s|ce)paper"
)
ARTICLE = (
    r"contribution to (?:journal|specialist|newspaper|periodical)|bidrag til (?:tidss?krift|avis)|tidsskriftartikel"
    r"|tidskriftsbidrag|bidrag till (?:tidskrift|tidning)|bijdrage aan (?:tijdschrift|vakblad|krant)"
    r"|beitrag in \w*(?:zeitschrift|zeitung)|lehtiartikkeli|artikkeli lehdessä|contribuci[oó]n a (?:la |una )?revista"
    r"|contribution à (?:un |une )?(?:journal|revue)"
)
CHAPTER = (
    r"chapter in|bidrag til bog|kapitel i bo[gk]|kapittel i bok|bidrag till bok|beitr[aä]ge? in b[uü]ch|kapitel in buch"
    r"|hoofdstuk in|artikkeli kirjassa|kirjan luku|luku kirjassa|capítulo (?:de|del|en)\b|chapitre (?:de|d'un|dans)\b"
)
BOOK = (
    r"\A(?:book|bo[gk]|buch|boek|libro|livre|kirja)(?:/|\Z)"
    r"|\A(?:anthology|antologi(?:a|e)?|monogra(?:ph|fi|fia|fie|phie|afi)|sammelband|edited book)\Z"
)
