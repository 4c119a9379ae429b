"""What a talk is called, in the languages of the documents: tables only, in small letters."""

from __future__ import annotations

# In English, one of them.
NAMES = "colloquium|keynote|lecture|presentation|seminar|talk|webinar"
# What is said of a talk before its name, and of no paper.
RANKS = "colloquium|departmental|guest|invited|keynote|lightning|plenary|public|recorded|seminar|video"
# In other languages, where the word means nothing else; the end of a longer word, perhaps.
ABROAD = (
    "charla|előadás|exposé|foredrag|föredrag|konuşma|lezing|odczyt|palestra|ponencia|přednáška|sunum|vortrag"
    "|wykład|διάλεξη|ομιλία|доклад|доповідь|лекция|محاضرة"
)
# Where it means a meeting, a message or a report as well.
ELSEWHERE = (
    "apresentação|communication|comunicación|conférence|conferenza|intervento|komunikat|lezione|presentazione|referat"
    "|relazione"
)
