"""What a review of a book or a paper is called, in the languages of the documents: tables only, in small letters."""

from __future__ import annotations

# In other languages than English, one or several.
ABROAD = (
    r"rezension(?:en)?|(?:buch)?besprechung(?:en)?|comptes?[ -]rendus?|recensi(?:on(?:[eis]|er)?|ón)|recens(?:ão|ões)"
    r"|rese(?:[ñn]|nh)as?|recenz(?:j[ae]|e)|anmeldelser?|anmälan"
)
# In brackets, and before a colon.
SHORT = r"rec\.|rez\.|c\.-?r\."
# In brackets behind who wrote the review: `O. Lund, [rec.] A. Fane, Die Möwen`.
WITHIN = (
    r"rec|rez|recenzja|rezension|recensione|recensión|reseña|recensão|resenha"
    r"|compte rendu|c\.-?\s?r|review|book review|anm|βιβλιοκρισία"
)
# What stands before the title that is reviewed, folded or not. In English that begins titles of other works as well,
# in French the plural is a journal's.
OF = (
    r"(?:rezension(?:en)?|(?:buch)?besprechung(?:en)?):? (?:zu|von)|compte[ -]rendu (?:de|du|d['’ ])"
    r"|recensione (?:di|a)|rese(?:[ñn]|nh)a (?:de|del|do|da)|recens[ãa]o (?:de|do|da)|recension av|anmeldelse a[fv]"
    r"|anm[äa]lan av|recenz(?:ja|e) (?:ksi[ąa][żz]ki|pracy|knihy|z)"
)
# The same, shortened, at the beginning of an entry.
SHORT_OF = r"rez\.?:? (?:zu|von)|rec\. (?:di|a|av|książki|pracy|knihy|z)"
# One of these is in each of the words: to look for them first costs nothing.
STEMS = tuple("besprechung rendu rezension recens recenz reseñ resena resenh anmeldelse anmäl anmal".split())
# Headings over reviews of others' books, whose entries may begin with those who wrote the books; folded.
HEADINGS = (
    "book reviews|book review|reviews of books|comptes rendus|comptes rendus d ouvrages|comptes rendus de lecture"
    "|recensions|rezensionen|buchbesprechungen|recensioni|resenas|resenas de libros|recensoes|resenhas|recensies"
    "|boekbesprekingen|recensioner|anmeldelser|recenzje|recenze|ismertetes|ismertetesek|recenziok|рецензии|рецензії"
    "|βιβλιοκρισιεσ|βιβλιοκριτικεσ|书评|書評|서평"
)
