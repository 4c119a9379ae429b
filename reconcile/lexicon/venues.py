"""The words of venues' names, in the languages of the documents: tables only, in small letters.

Those who read whole words put a word's end behind them, those who read beginnings do not.
"""

from __future__ import annotations

import re

# What a journal, a magazine or a yearbook is called.
JOURNALS = (
    r"journal|transactions|trans\.|letters|magazine|mag\.|annals|quarterly|bulletin|zeitschrift|jahrbuch|revue|annales"
    r"|cahiers|recueil|revista|cuadernos|cadernos|boletín|boletim|rivista|quaderni|annali|tidsskrift|tidskrift"
    "|tijdschrift|rocznik|kwartalnik|przegląd|zeszyty|časopis|вестник|журнал|известия|вісник|вісті|записки|зошити"
    "|فصلنامه|دوفصلنامه|ماهنامه|پژوهشنامه|نشریه|مجله|مجلة|حوليات"
)
# What holds the papers of a meeting.
PROCEEDINGS = (
    r"proceedings|proc\.|findings of|actes|atti\b|actas|anais|tagungsband|sborník|сборник|збірник|advances in neural"
    "|مجموعه مقالات|وقائع"
)
# What a meeting is called, in English and elsewhere.
MEETINGS_IN_ENGLISH = r"conference|conf\.|symposium|symp\.|workshop|congress|colloquium"
MEETINGS_ABROAD = (
    "konferenz|tagung|kongress|kolloquium|colloque|conférence|congrès|journées|atelier|rencontres|congreso|coloquio"
    "|jornadas|simposio|congresso|colóquio|simpósio|conferenza|convegno|colloquio|congres|konferens|konference"
    "|konferanse|konferencja|sympozjum|kongres|kongresi|sempozyumu|konferansı|конференция|конференція|симпозиум|симпозіум|конгресс|конгрес|συνέδριο"
    "|همایش|کنفرانس|کنگره|مؤتمر|ندوة"
)
MEETINGS = f"{MEETINGS_IN_ENGLISH}|{MEETINGS_ABROAD}"
# The word between such a name and what the meeting was on: `Congreso de`, `Tagung zur`, `Konferencja o`.
OF_MEETINGS = "de|del|della|delle|dei|degli|di|do|da|du|des|der|für|zu|zum|zur|über|sobre|sur|su|over|om|o|по|з|за"
# The adjective between the two: `Congreso Internacional de`; and before the name: `Internationale Tagung zur`.
WIDE = r"interna[tcz]\w{3,12}|nacional|nazionale|national\w{0,2}|europ\w{2,10}|iberoamerican[oa]s?|mundial|mondiale?"
# A meeting, or a lecture.
LECTURES = "conferencia|conferência"
# Where preprints are.
ARCHIVES = r"arxiv|corr\b|biorxiv|medrxiv|chemrxiv|techrxiv|engrxiv|ssrn|preprint"
# Series of books and of proceedings, and books of many articles.
SERIES = "lecture notes|lncs|lnai|encyclopedia|handbook"
# Series that stand behind the name of the meeting, and seldom for it.
BEHIND_MEETINGS = "ceur|pmlr"
# Series in short, which stand before the number of their volume as a department does before that of a course.
SHORT_SERIES = "ccis|ceur|lipics|lnai|lnbi|lncs|pmlr"
# In Chinese, Japanese and Korean, whose signs have no blank around them.
JOURNAL_SIGNS = "学报|学刊|通报|期刊|杂志|雑誌|論文誌|学会誌|会誌|紀要|大學學報|학회지|논문지"
MEETING_SIGNS = "论文集|論文集|會議|会议|大会|研讨会|논문집"
SIGNS = f"{JOURNAL_SIGNS}|{MEETING_SIGNS}"
# A law journal as lawyers shorten it, and its page, or `___` where that is not known yet: `Gull J.L. & Soc’y 12`.
LAW_JOURNAL = (
    r"(?:[A-Z][\w.'’-]{0,14} |& |of |on |the ){0,6}(?:L\. ?(?:Rev|J|Q|F)\.|J\. ?L\.|J\. [A-Z]\w{2,9}\. L\."
    r"|Law (?:Review|Journal))"
    r"(?: (?:& )?[A-Z][\w.’]{1,12}){0,2} (?:\d{1,5}|[_–—-]{2,4})(?=\s?[(\[,;.]|\s{0,3}\Z)"
)
# An abbreviation with its year: "ICML 2021", "NeurIPS'20", "CVPR-23", "(ICCD'25)".
ACRONYM = re.compile(
    r"(?<![\w/])(?!(?:[BM]SC?|[BM]Sc|[BM]A|PhD|[DM]Phil|MD|MBA|LLM|EUR|USD|GBP|CHF|SEK|NOK|DKK|PLN)\b)"
    r"[A-Z][A-Za-z]{0,9}[A-Z](?:[-/@ ][A-Z][A-Za-z]{1,9})?\s?(?:[-–’'‘]\s?)?(?:'?\d\d|(?:19|20)\d\d)\b(?!\w)"
)
