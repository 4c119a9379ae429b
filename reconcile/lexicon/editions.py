"""Which edition of a book is meant, in the languages of the documents: tables only, in small letters."""

from __future__ import annotations

# The word, without the stop behind it; a noun of German has its capital.
EDITION = (
    r"(?:[eé]d(?:ition|n)?|[Aa]ufl(?:age)?|[Aa]usg(?:abe)?|ediz(?:ione)?|edi[cç][aã]o|edici[oó]n|wyd(?:anie)?"
    r"|vyd(?:[aá]ní)?|bask[ıi]|bas[ıi]m|kiad(?:ás)?|uppl(?:aga)?|udg(?:ave)?|painos|έκδ(?:οση)?)\b"
)
# `2`, `2nd`, `2.`, `2ª`, `2η`
ORDINAL = r"\d{1,2}(?:st|nd|rd|d|th|[aªη]|ème|e|\.)?"
# `2nd`, `third`, `neue`
WHICH = (
    rf"(?:{ORDINAL}|first|second|third|fourth|fifth|rev(?:\.|ised)?|new|enlarged|zweite|dritte|neue|nouvelle|nueva|nuova"
    "|nova)"
)
