"""What a thesis is called, in the languages of the documents: tables only, in small letters."""

from __future__ import annotations

# `PhD thesis`, `Master's dissertation`
OF_DEGREE = (
    r"(?:ph\.?\s?d\.?,?|d\.?\s?phil\.?,?|m\.?\s?(?:sc?|phil)\.?|b\.?\s?sc\.?|(?:master|bachelor)['’]?s?|doctoral|doctorate"
    r"|diploma|undergraduate(?:\s(?:senior|honou?rs))?|honou?r['’]?s|senior|licentiate|habilitation)\s(?:thesis|dissertation)"
)
# Words with nothing of a word before and behind them.
WORDS = (
    rf"{OF_DEGREE}|dissertation|(?:phil\.[ -]?|inaug(?:ural|\.)[ -]?|univ\.[ -]?|ph\.? ?d\.? )?diss\."
    r"|habilitationsschrift|(?:diplom|master|bachelor|doktor|magister|staatsexamens|lizentiats)arbeit|proefschrift"
    r"|thèse|mémoire (?:inédit|d['’](?:hdr|habilitation)|de (?:maîtrise|master|dea|licence))|tesis|trabajo de grado"
    r"|tesi di|tese (?:de|\((?:doutorado|mestrado))|dissertação|(?:doktors|akademisk )avhandling|doktorgradsavhandling"
    r"|ph\.?d\.?-?afhandling|väitöskirja|(?:rozprawa|praca) (?:doktorska|magisterska)|doktorska disertacija"
    r"|(?:disertační|dizertační|diplomová|bakalářská) práce|ph\.? ?d\.?[- ]?értekezés|doktori értekezés"
    r"|doktori disszertáció|szakdolgozat|diplomamunka|(?:doktora|yüksek lisans) tezi|teză de doctorat"
    r"|дисс?ертац\w+|(?:автореф\. )?дис\. ?(?:\.{3}|…|канд|д-ра|докт)"
)
# One of these is in each of the words: to look for them first costs nothing.
STEMS = tuple(
    "thes diss dis. habilit arbeit schrift thèse tes mémoire trabajo handling kirja praca rozprawa disert práce értekez"
    " dolgozat munka tez дис".split()
)
# Signs with no blank around them, and what is in each of them.
SIGNS = r"(?:博士|碩士|硕士|修士|卒業|学位|學位)(?:学位|學位)?(?:论文|論文)|(?:박사|석사)\s?(?:학위\s?)?논문"
SIGNS_STEMS = ("论文", "論文", "논문")
