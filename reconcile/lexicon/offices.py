"""What people are called who organise meetings and judge papers for them: tables only, in small letters."""

from __future__ import annotations

# Who belongs to a committee or a board of a meeting, and the committee itself.
_BOARDS = (
    r"(?:(?:program(?:me)?|scientific|advisory|steering|organi[sz]ing|reviewing|ethics|award) committee"
    r"|(?:advisory|editorial|reviewing) board|s?pc)"
)
_COMMITTEES = (
    rf"(?:senior )?{_BOARDS}(?:[ -](?:co-?)?(?:member(?:ship)?|chair))?"
    rf"|(?:member|chair) of the (?:[^\W\d_]{{2,12}}[ -]){{0,2}}{_BOARDS}"
)
# Who does it alone, by what is led or judged.
_ONE = (
    r"(?:(?:session|shared task|task|workshop|track|area|program(?:me)?|senior area|publicity|publication|tutorial|meta"
    r"|local|general|ad[ -]hoc|external|emergency|sub)[ -]?)?(?:co-?)?"
    r"(?:organi[sz]er|chair|discussant|reviewer|referee|moderator|panell?ist)"
)
_ABROAD = (
    r"(?:mitglied (?:des|im) )?programmkomitees?(?:-?mitglied)?"
    r"|membre du comité (?:de programme|de lecture|scientifique|d['’]organisation)"
    r"|m(?:iembro|embro) d[eo]l? comit[êé] (?:de programa|científico|organizador)"
    r"|membro del comitato (?:di programma|scientifico|organizzatore)"
)
NAMES = f"{_COMMITTEES}|{_ONE}|{_ABROAD}"
