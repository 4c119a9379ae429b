"""What a talk is called, in the languages of the documents: tables only, in small letters."""

from __future__ import annotations

# In English, one of them.
NAMES = "colloquium|keynote|lecture|presentation|seminar|talk|webinar"
# What is said of a talk before its name; of papers too, where other words follow: `Video lecture segmentation`.
RANKS = "colloquium|departmental|guest|invited|keynote|lightning|plenary|public|recorded|seminar|video"
# What stands behind the name of a talk: nothing, a sign that closes or opens a bracket, or where and when.
BEHIND = (
    r"(?=\W{0,3}(?:[,.;:)\]]|\Z)|\s?[(\[]"
    r"|\s(?:at|in|on|to|for|of|from|given|held|by|bei|am|an|im|à|au|en|a la|para)\b)"
)
# In other languages, where the word means nothing else; the end of a longer word, too: `Gastvortrag`.
COMPOUNDED = "előadás|foredrag|föredrag|lezing|vortrag"
# Those that are whole words: `коллекция` and `συνομιλία` are none.
WHOLE = (
    "charla|exposé|konuşma|odczyt|palestra|ponencia|přednáška|sunum|wykład|διάλεξη|ομιλία|доклад|доповідь|лекция|محاضرة"
    "|سخنرانی"
)
ABROAD = f"{COMPOUNDED}|{WHOLE}"
# Where it means a meeting, a message or a report as well.
ELSEWHERE = (
    "apresentação|communication|comunicación|conférence|conferenza|intervento|komunikat|lezione|presentazione|referat"
    "|relazione"
)
# Who holds one, or speaks of it.
PRESENTERS = frozenset("discussant host presenter referent speaker vortragende vortragender".split())
