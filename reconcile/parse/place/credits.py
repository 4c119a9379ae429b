"""Who edited, translated or directed a work, and which edition it is: what stands between a title and its place."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice

from reconcile.lexicon.editions import EDITION, WHICH
from reconcile.lexicon.given_names import GIVEN_NAMES
from reconcile.lexicon.small_words import AND
from reconcile.parse.names.people import Person, is_known, read_people
from reconcile.parse.names.pieces import blank_marks
from reconcile.parse.names.shapes import Shape, shape_of
from reconcile.parse.text.segments import EDITOR_ROLE
from reconcile.parse.words import cues
from reconcile.parse.words.sentences import is_sentence_end
from sources.name_words import IN_LISTS
from sources.text import fold

_EDITOR_END = re.compile(
    rf"(?P<role>{EDITOR_ROLE}|\((?:éd|dir|org|a cura di)[^()]{{0,12}}\)"
    rf"|,? (?:editors?|eds?|{cues.EDITOR_ROLES}\.)(?=[,.:\s)]))[\s,.:)]*",
    re.IGNORECASE,
)
_CAPITALS_BEYOND = "".join(filter(str.isupper, map(chr, range(0x100, 0x180))))  # as in Poland and Turkey
_CAPITAL = f"[A-ZÀ-Þ{_CAPITALS_BEYOND}Ά-ΫЀ-ЯҐ]"
_NAME = rf"(?:{_CAPITAL}[\w'’-]+|{_CAPITAL}\.(?:-?{_CAPITAL}\.)*|[dl]['’][A-ZÀ-Þ]\w+)"
_PERSON = rf"{_NAME}(?:\s(?:(?:de|da|di|du|van|von|der|den|la|le|del|zu|ter)\s){{0,2}}{_NAME}){{0,5}}(?:,? Jr)?"
_AND = rf"(?:{AND}|u\.|&)"
_INITIALED = rf"(?:{_CAPITAL}\.[ -]?){{1,3}}{_CAPITAL}[\w'’-]+"  # in Poland none has an "and" before it
_PERSONS = (
    rf"(?:{_PERSON}(?:,\s{_PERSON}){{0,9}},?\s{_AND}\s{_PERSON}|{_INITIALED}(?:,\s{_INITIALED}){{1,9}}"
    rf"|{_PERSON}(?:,?\set al\b\.?)?)"
)
_EDITOR = (
    r"(?:[Ee]dited(?:\s(?:and|&)\s\w+)?\sby|[Ee]ds?\.(?:\sand\s[a-z]+\.?)?(?:\s(?:by|de|with))?"
    r"|(?:[Ee]dited|[Cc]o-?edited)\swith|[Hh](?:rs)?gg?\.(?:\s(?:v(?:on|\.)|(?:zus(?:ammen|\.)\s|gem(?:einsam|\.)\s)?mit))?"
    r"|(?:pod\s)?red\.|pod\sredakcją|(?:wyd|oprac)\.|[Dd]iretto\sda|[Cc]oord\.(?:\spor)?|[Εε]πιμ(?:\.|έλεια:?)|[Ss]zerk\."
    rf"|{cues.EDITORS_CYRILLIC}"
    r"|[Hh]erausgegeben\svon|[Ss]ous\sla\sdir(?:ection|\.)\s(?:de|d['’])|[Aa]\scura\sdi|[ÉE]d\.\s(?:de|par))"
)
_OTHER = (
    rf"(?:(?i:{cues.FOREWORDS}|{cues.TRANSLATED})"
    r"|[Tt]rans(?:l?\.|lated)(?:\s(?:and|&)\s\w+\.?)?|[Tt]r(?:ad)?\.(?:\s(?:it|fr|esp|port|cast)\.)?"
    r"|[Tt]rad(?:uit|ucción|uzione|ução)(?:\s(?:de|du|dal|do|del)\s(?:l['’])?[a-zß-ÿ]+)?|[Tt]rad\.\s(?:de|du|dal|do|del)\s(?:l['’])?[a-zß-ÿ]+|(?:[ÜüUu]|[Uu]e)bers(?:\.|etzt)"
    r"|[Dd]ir(?:\.|ected)|[Pp]erf\.|[Pp]rod(?:\.|uced)|[Ii]llus(?:\.|trated)|[Ii]ntrod?(?:\.|uction)|[Ff]oreword|[Pp]reface"
    r"|[Ss]creenplay,?|[Nn]arr(?:\.|ated)|[Aa]dapt(?:\.|ed)|[Rr]evised|[Cc]omp(?:\.|iled)|[Pp]hotographs|[Pp]oster)"
    r"(?:\s(?:by|von|v\.|de|par|di|por))?"
)
_THE_SAME = rf"(?:(?:[Ee]ad|[Ii]d)(?:em|\.)\s{_AND}\s)?"  # the owner of the list: `a cura di Ead. e B. Rye`
# A credit with its names, and what ends it: `Translated by Basil Creighton; `, `ed. Joseph Martin. `.
_CREDIT = re.compile(
    rf"(?:[Pp]erf|[Pp]rod)\.\s{_PERSON}(?:,\s{_PERSON}){{1,9}}\."
    rf"|(?:(?P<editor>{_EDITOR})|{_OTHER}(?=,?\s{_NAME}\s)),?\s{_THE_SAME}(?P<names>{_PERSONS})(?:[.,;]{{0,2}}\s(?={_OTHER}\s|[Rr]evised\s)|[.,;]{{1,2}}(?=\s|\Z)|(?=\s?[(\[)])|\Z)"
)
# The same behind a comma as it is said in short, with initials, of which no title has any: `Owca, red. A. Lund`.
CREDITED = re.compile(
    rf",\s(?:(?:pod\s)?red\.|wyd\.|oprac\.|szerk\.|επιμ\.|{cues.TRANSLATED}),?\s{_INITIALED}", re.IGNORECASE
)
# `Daphne Ellis (trans.), `, `Michael Holquist (ed.), `
_CREDITED = re.compile(
    rf"(?!(?:In|Dans|Aus|En)\s)(?P<names>{_PERSONS})\s\((?P<role>(?i:{cues.EDITOR_ROLES}|transl?|tr)\.)(?:\s(?:and|&)\s\w+\.?)?\)[.,;]?"
)
# `(M. Cooper, J. C. Watson & W. B. Stiles, Eds.) `
_IN_BRACKETS = re.compile(rf"\((?P<names>[^()\[\]\n]{{4,160}}),\s(?i:{cues.EDITOR_ROLES}|trans)\.\)[.,;]?")
# `Review of Rivers of Ulster, by Orla Fane. `
_REVIEW = re.compile(
    rf"\[?(?:Rev\.|[Rr]eview|Rez\.) (?:of|zu)\s[^\n\[\]]{{3,160}}?,?\s(?:by|ed\. by|von)\s{_PERSONS}\]?[.,](?=\s)"
)
_EDITION = re.compile(
    rf"[(\[]?(?:{WHICH}\s(?:[\w.]{{1,12}}\s){{0,2}}?{EDITION}\.?"
    r"|\d{1,2}\s(?:vols?|bde|tomes|tomos)\b\.?|reprint(?:ed)?\b|repr\.|editio\s[^.;:]{3,60}\."
    r"|(?:DVD|VHS|CD|LP|Film|Motion picture)(?=[.,]))[)\]]?[.,;:)]*\s*",
    re.IGNORECASE,
)
_GAP = re.compile(r"[\s.,;:/|–—-]*")
_PERIOD = re.compile(r"\.(?=\s)")
_MOST_SENTENCES = 2
_NO_EDITORS = ("comp", "dir", "tr")  # how the roles of others begin
_MOST = 6  # credits before a place


def past_credits(text: str, at: int, end: int) -> tuple[tuple[Person, ...], int]:
    """Return the editors named at `at`, and where the text goes on behind all credits and the edition."""
    editors: tuple[Person, ...] = ()
    for _ in range(_MOST):
        gap = _GAP.match(text, at, end)
        begin = gap.end() if gap else at
        credit = (
            _CREDIT.match(text, begin, end) or _CREDITED.match(text, begin, end) or _IN_BRACKETS.match(text, begin, end)
        )
        if credit:
            found = credit.groupdict()
            role = found.get("role") or ""
            if found.get("editor") or (role and not role.casefold().startswith(_NO_EDITORS)):
                editors = editors or _persons(text, *credit.span("names"))
            at = credit.end()
            continue
        edition = _EDITION.match(text, begin, end) or _REVIEW.match(text, begin, end)
        if not edition:
            break
        at = edition.end()
    return editors, at


def _persons(text: str, start: int, end: int) -> tuple[Person, ...]:
    people = read_people(blank_marks(text), start, end)
    return people.persons if people.against >= -1 else ()


def editors_before(text: str, at: int, end: int, *, is_in: bool) -> tuple[tuple[Person, ...], int]:
    """Return the editors that stand before a book, `J. Doe and A. Lee (Eds.), `, and where the book's title begins."""
    match = _EDITOR_END.search(text, at, min(end, at + 300))
    if not match:
        return (), at
    if is_in and end_before_named_editors(text, at, match.start()):
        return (), at
    people = read_people(blank_marks(text), at, match.start())
    parenthesised = "(" in match["role"]
    if (
        not parenthesised
        and people.score < _SURE
        and re.match(r"\s[A-ZÀ-Þ]", text[match.end("role") : match.end("role") + 2])
    ):
        return (), at  # `Theories of Memory. Ed. A. Collins`: the editors stand behind the role
    if not parenthesised and not any(map(is_known, people.persons)):
        return (), at  # `in Riv. dir. civ.`: a journal's name, and no director
    if people.persons and people.against >= -1 and (is_in or people.score >= _LIKELY):
        return people.persons, match.end()
    if (
        is_in
        and parenthesised
        and _NO_TITLE.fullmatch(text, at, match.start())
        and not _sentences_within(text, at, match.start())
    ):
        return people.persons if people.against >= -1 else (), match.end()
    return (), at


def end_before_named_editors(text: str, at: int, role: int) -> int:
    """Return where a book ends whose editors stand behind it and before their role: `Mills of Kent, A. Lee (ed.)`.

    The book must have a word that no name has; or 0.
    """
    names = blank_marks(text[at:role])
    for comma in islice(_COMMA.finditer(names), _MOST):
        words = names[: comma.start()].split()
        if not any(word.islower() and word not in IN_LISTS | cues.CONNECTORS for word in words):
            continue
        people = read_people(names, comma.end(), len(names))
        if people.persons and people.against == 0 and all(map(_is_plain, people.persons)):
            return at + comma.start()
    return 0


def editors_behind_named(text: str, at: int, end: int) -> tuple[Person, ...]:
    """Return the editors behind a book whose role stands behind them: `, A. Lee and B. Rye (eds.), `."""
    role = _EDITOR_END.search(text, at, min(end, at + 200))
    return _persons(text, at, role.start()) if role else ()


# As chemists have it: `; Ritter, K., Ed.; Wiley`.
_EDITORS_BEHIND_SEMICOLON = re.compile(r";\s(?P<names>[^;\n]{3,60}(?:;\s[^;\n]{3,60}){0,8}),\sEds?\.;")


def editors_behind_semicolon(text: str, at: int, end: int) -> tuple[tuple[Person, ...], int]:
    """Return the editors that stand between semicolons behind a book, and where it ends; or nobody and 0."""
    match = _EDITORS_BEHIND_SEMICOLON.search(text, at, min(end, at + 250))
    return (_persons(text, *match.span("names")), match.start()) if match else ((), 0)


_SURE = 0.8
_LIKELY = 0.3
# What stands before `(Eds.), ` and cannot be a title: no colon, quote, digit or parenthesis.
_NO_TITLE = re.compile(r"[^:\"“”«»()\[\]\d\n]{3,200}")


def _sentences_within(text: str, start: int, end: int) -> int:
    return sum(is_sentence_end(text, at.start()) for at in _PERIOD.finditer(text, start, end))


_PLAIN_NAME = re.compile(r"\b[A-ZÀ-Þ]\.|\b[A-ZÀ-Þ]{3,}\b|\s[A-ZÀ-Þ]{1,2}\b")
_COMMA = re.compile(r",(?=\s)")
_BOOK_BEHIND = re.compile(r",\s(?=[«“\"‘'(]?[A-ZÀ-Þ][^,.]*\s)")


def editors_without_role(text: str, at: int, end: int) -> tuple[tuple[Person, ...], int]:
    """Return the editors behind an "in" who are not said to be such, and where the book begins.

    `in T. AMADI et R. EZE, Voix du Delta, Paris` has two. Each name must show that it is one: by initials, by
    capitals, or by a known given name.
    """
    names = blank_marks(text[at : min(end, at + 300)])
    for cut in [comma.start() for comma in _COMMA.finditer(names)][_MOST::-1]:
        people = read_people(names, 0, cut)
        book = _BOOK_BEHIND.match(text, at + cut, end)
        if book and people.persons and people.against == 0 and all(map(_is_plain, people.persons)):
            moved = tuple(replace(one, start=one.start + at, end=one.end + at) for one in people.persons)
            return moved, book.end()
    return (), at


def _is_plain(person: Person) -> bool:
    given = any(fold(word) in GIVEN_NAMES for word in person.text.split()[:-1])
    return not person.literal and " " in person.text and (given or bool(_PLAIN_NAME.search(person.text)))


_EDITED_BEHIND = re.compile(
    r"[\s,.(\[]{1,3}(?:edited by|eds?\.(?: by)?|editors?:?|hrsg\. von|hg\. von|hrsg\.|hg\.|herausgegeben von"
    r"|sous la dir(?:ection|\.) de|a cura di|dirs?\.|coords?\.|(?:pod )?red\.|pod redakcją|(?:wyd|oprac)\."
    r"|diretto da)\s"
    r"(?P<names>(?:[^()\[\]\n]|(?<=[a-zß-ÿ,])\n(?=[A-ZÀ-Þ])){3,200}?)"
    r"(?:[()\[\]]|\n(?![A-ZÀ-Þ])|(?<![a-zß-ÿ,])\n|$"
    r"|(?<=[^\W\d_]{3})[.;](?=\s|$)|,(?=\s(?:pp?\.|S\.|pages|\d|vol)))",
    re.IGNORECASE,
)


def editors_behind(text: str, at: int, end: int) -> tuple[Person, ...]:
    """Return the editors behind a book: `in A Companion, ed. J. Doe (Leiden: Brill)`, `In: Handbook (Eds. J. Doe)`."""
    match = _EDITED_BEHIND.match(text, at, end)
    names = blank_marks(match["names"].replace("\n", " ")) if match else ""
    people = read_people(names, 0, len(names)) if names else None
    return people.persons if people and people.against >= -1 and people.score > _LIKELY else ()


_EDITORS_FOLLOW = re.compile(
    r"(?:,\s|\.\s|\s\()(?=(?:edited\sby|eds?\.\s(?:by\s)?(?-i:[A-ZÀ-Þ])|hrsg\.\svon|hg\.\sv|herausgegeben|a\scura\sdi"
    r"|(?:pod\s)?red\.\s(?-i:[A-ZÀ-Þ])|pod\sredakcją|(?:wyd|oprac)\.\s(?-i:[A-ZÀ-Þ])|diretto\sda"
    r"|sous\sla\sdir))",
    re.IGNORECASE,
)
_LONGEST_BOOK = 220  # characters of a book's title before its editors


def end_before_editors(text: str, at: int, end: int) -> int:
    """Return where a book's title ends that its editors follow, `Myth, Church and Charters, ed. J. Barrow`, or 0."""
    match = _EDITORS_FOLLOW.search(text, at, min(end, at + _LONGEST_BOOK))
    if not match or any(char in "()[]" for char in text[at : match.start()]):
        return 0
    last = text[at : match.start()].rpartition(", ")[2]
    if shape_of(last)[0] in (Shape.FULL, Shape.TRAILING, Shape.INITIALS):
        return 0  # `Programming Concepts, E. Neuhold, Ed. `: the role stands behind its name
    return match.start() if _sentences_within(text, at, match.start()) < _MOST_SENTENCES else 0
