"""What somebody is or was at a place, as lists of students and members say it behind a name: tables only."""

from __future__ import annotations

# What stands before it: `former student`, `visiting scholar`.
_WHICH = (
    r"former|current(?:ly)?|now|visiting|joint|co-?advised|undergraduate|graduate|senior|junior|assistant|associate"
)
_STANDINGS = (
    r"students?|scholars?|postdocs?|post-?doctoral|ph\.?\s?d|m\.?sc|b\.?sc|interns?|alumn\w{1,3}|researchers?|fellows?"
    r"|professors?|lecturers?|engineers?|members?|advis[eo]rs?|doctorant\w{0,2}|dottorand\w{1,2}|doktorand\w{0,3}"
    r"|promovend\w{1,3}|doctorand\w{1,3}|stagiaires?|masterand\w{0,3}|étudiant\w{0,2}|university of"
)
# How such words begin what is said of a person, and no title: `PhD student`, `now at …`, `Visiting scholar`.
SAID_OF_PERSON = rf"(?:(?:{_WHICH})\b.{{0,30}}?)?\b(?:{_STANDINGS})(?!\w)|(?:now|currently|since)\b"
