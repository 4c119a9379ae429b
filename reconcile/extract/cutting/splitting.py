"""Several works in one block, and labels that are no part of an entry."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reconcile.extract.cutting.asides import authored_within, cited_within
from reconcile.extract.cutting.counts import may_be_titles
from reconcile.extract.cutting.parts import past_label
from reconcile.extract.lines.stretch import Line, Stretch, cut
from reconcile.extract.looks.likeness import likeness, titles_in
from reconcile.extract.words.cues import MONTH_LABEL, QUOTED, REVIEW_OF, YEAR

_NUMBER = re.compile(
    r"(?:(?<=\s)|\A)\[[A-Za-z]{0,3}-?(\d{1,3})\](?=\s)|(?:(?<=[.)\]] )|\A)\(?(\d{1,3})[.)](?=\s+[A-Z“\"])"
)
# Works that one paragraph counts in small Roman numbers: `Preprints. (i) A. Bee, Wool … (ii) A. Bee, Felt …`.
_ROMAN = re.compile(r"(?:(?<=[.:;] )|\A)\((i{1,3}|iv|vi{0,3}|ix|x)\)\s(?=[A-ZÀ-Þ“\"«„])")
_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_SAME_WORK = re.compile(
    r"\b(?:also|extended|preliminary|earlier|short|full|journal|conference|previous|longer|shorter|arxiv|preprint|appeared|version|presented|reprinted"
    r"|translated|translation|see also|in german|erratum|code|slides|talk|press|media|blog)\b",
    re.IGNORECASE,
)
# What stands before a thesis in the entry of a degree, in the languages of CVs; a CV of Brazil's Lattes says `Título:`.
_THESIS_LABEL = re.compile(
    r"(?:\b(?:ph\.?\s?d\.?|doctoral|doctorate|master'?s?|m\.?sc\.?|bachelor'?s?)\s)?"
    r"\b(?:(?:titel der |thema der )?dissertation|thesis|doktorarbeit|th[eè]se|tesis(?: doctoral)?|tesi|tese"
    r"|proefschrift|avhandling|t[ií]tulo)"
    r"(?:[ ,]{1,2}(?:titled|title|topic|intitul[ée]e|titulada|intitolata)|[ ,]{1,2}(?:sous la direction d[eu’']"
    r"|dir(?:\.|igid[ae] por|igée par)|advised by|supervised by)[^:«“\"\n]{2,80}?)?\s?(?::|[“\"„«])",
    re.IGNORECASE,
)
# Degrees whose theses nobody prints, and those above them: `2016–2018 MSc Wool, Thesis: …`.
_OF_STUDIES = re.compile(
    r"\b(?:m\.?\s?sc|m\.?\s?a|m\.?\s?res|m\.?\s?eng|b\.?\s?sc|b\.?\s?a|b\.?\s?eng|ll\.?\s?m|masters?|master[’']s|bachelors?"
    r"|bachelor[’']s|cand\.?\s?\w{3,5}|licence|maîtrise|licenciatura|grado|mestrado|máster|laurea|kandidat\w*)\b",
    re.IGNORECASE,
)
_OF_DOCTORS = re.compile(r"\bph\.?\s?d|\bd\.?\s?phil|dr\.|dokto|docto|dotto|doutor|habilit|licentia", re.IGNORECASE)
_NEAR_LABEL = 160  # characters before a thesis in which its degree stands
_THESIS_GOES_ON = re.compile(r"[a-zß-ÿ]|Ano de obten")
# Before a series in quotes: `Dalloz, coll. « Thèmes et commentaires », 2016`.
_SERIES = re.compile(
    r"(?<!\w)(?:coll(?:\.|ection)|collana|colecci[oó]n|cole[cç][aã]o|reihe|s[eé]rie|series|seria|řada|edice)\s?[«“„\"‘]?\s?\Z",
    re.IGNORECASE,
)
_LONGEST_SERIES = 20  # characters of such a word, with what stands around it
_OPEN_QUOTE = re.compile(r"[“„«][^”“»]*\Z|\A[^\"]*\"[^\"]*\Z")
_MOST_LINES = 3  # of a thesis's title and its year
_OPEN_SPAN = re.compile(
    r"(?:19|20)\d\d\s?[-–—]{1,3}\s?(?:[,.;:)\n|]|\Z|(?:present|now|today|current|heute|atual|actual|aujourd|oggi)\b)",
    re.I,
)
_LEAD_IN = re.compile(
    r"\s{0,4}(?:(?:recommended |preferred )?citation|(?:please )?cite(?: this)? as|zitiervorschlag)\s?:\s?", re.I
)
_FEWEST_COUNTED, _LONGEST_LEAD = 2, 40  # works that a text counts, and characters before the first
_ENDS = re.compile(r"(?<!\s[A-ZÀ-Þ])[.;。；](?=\s)|\n")  # and no initial: `, in: H. Lund, O. Fane (eds.), `


def split(stretch: Stretch) -> Iterator[Stretch]:
    """Yield the works of a stretch: itself, or its parts where it lists several.

    "Also in" and "extended version" tell of the same work, so they part nothing.
    """
    if stretch.fields or len(stretch.lines) > 60:
        yield stretch
        return
    cited = [_part(stretch, start, end) for start, end in cited_within(stretch.text)]
    parts = cited or _at_numbers(stretch) or _at_romans(stretch) or _at_semicolons(stretch) or _at_titles(stretch)
    if not parts:
        yield stretch
        return
    yield from parts


def books_of(stretch: Stretch) -> list[Stretch]:
    """Return the books that running text says its person wrote, each its title and its imprint; mostly none."""
    if stretch.fields or not stretch.marks:
        return []
    return [_part(stretch, start, end) for start, end in authored_within(stretch.text, stretch.marks)]


def thesis_of(stretch: Stretch) -> tuple[Stretch, int | None] | None:
    """Return what an education entry says of its thesis, from `Thesis:` on, and the year in which the degree was done.

    `1930–1934, PhD, Yale University. Thesis: New Types of Irreducibility Criteria`
    """
    for at, line in enumerate(stretch.lines):
        found = _THESIS_LABEL.search(line.text)
        if found and (at or found.start()):
            first = cut(line, found.start(), len(line.text))
            before = "\n".join([*(upper.text for upper in stretch.lines[:at]), line.text[: found.start()]])
            if is_of_studies(before[-_NEAR_LABEL:] + found[0]):
                continue
            return stretch.with_lines((first, *_rest_of_title(first, stretch.lines[at + 1 :]))), _last_year(before)
    return None


def is_of_studies(degree: str) -> bool:
    """Whether a thesis was written for an examination below a doctor's."""
    return _OF_STUDIES.search(degree) is not None and _OF_DOCTORS.search(degree) is None


def _rest_of_title(first: Line, below: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines in which the title of a thesis goes on: its quotes are open, or a sentence is."""
    text = first.text
    for line in below[: _MOST_LINES - 1]:
        if not (_OPEN_QUOTE.search(text) or (text[-1:] not in ".!?" and _THESIS_GOES_ON.match(line.text))):
            return
        yield line
        text += f" {line.text}"


def _last_year(text: str) -> int | None:
    """Return the year in which a degree ended, where it has: of `2011–2015` the last, of `2019–` none."""
    years = YEAR.findall(text.replace("--", "–"))
    return int(years[-1][:4]) if years and years[-1][:1].isdigit() and not _OPEN_SPAN.search(text) else None


_BAR = re.compile(r"\s*\|\s*")  # where a table's first cell was a number


def without_label(stretch: Stretch) -> Stretch:
    """Return a stretch without the bullet, number or `Recommended citation:` before it."""
    first = stretch.lines[0]
    if len(stretch.lines) > 1 and MONTH_LABEL.fullmatch(first.text.strip()):
        return stretch.with_lines(stretch.lines[1:])
    start = 0 if may_be_titles(first.text) else past_label(first.text)
    if not start:
        found = _LEAD_IN.match(first.text) or _BAR.match(first.text)
        start = found.end() if found else 0
    if start >= len(first.text):
        return stretch
    return stretch.with_lines((cut(first, start, len(first.text)), *stretch.lines[1:]))


def _at_numbers(stretch: Stretch) -> list[Stretch]:
    """Return the parts of a text that counts its works: `[1] … [2] …`, the first of them without its number or not."""
    text = stretch.text
    found = list(_NUMBER.finditer(text))
    counted = [int(match.group(1) or match.group(2)) for match in found]
    if len(found) < 2 or any(abs(right - left) != 1 for left, right in pairwise(counted)):
        return []
    starts = [match.start() for match in found]
    if starts[0] > _LONGEST_LEAD and counted[0] == 1:
        return []  # a sentence, or a work that is not counted, stands before the first
    if starts[0] > _LONGEST_LEAD:
        starts.insert(0, 0)  # the item's own number is its label: `Wool (2011) 3-9. 16. Felt (2009) 5-8. 17. Silk …`
    parts = [_part(stretch, start, end) for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]
    return parts if all(likeness(part.text).score >= 2 for part in parts) else []


def _at_romans(stretch: Stretch) -> list[Stretch]:
    """Return the parts of a text that counts its works from `(i)` on, without the numbers and what stands before."""
    found = list(_ROMAN.finditer(stretch.text))
    if len(found) < _FEWEST_COUNTED or tuple(match[1] for match in found) != _ROMANS[: len(found)]:
        return []
    if found[0].start() > _LONGEST_LEAD:
        return []
    ends = [match.start() for match in found[1:]] + [len(stretch.text)]
    parts = [_part(stretch, match.end(), end) for match, end in zip(found, ends, strict=True)]
    likes = [likeness(part.text) for part in parts]
    return parts if all(like.names and like.title >= 1 and like.year for like in likes) else []


# Where a running list goes on: `…, pp. 11–30; O. Fane, B. Rye, Felt in the mill, in: …`.
_NEXT_WORK = re.compile(r"(?<=\d);\s+(?=(?:[^\W\d_a-z]\.[ -]?){1,3}[^\W\d_a-z][\w'’-]+,\s)")


def _at_semicolons(stretch: Stretch) -> list[Stretch]:
    """Return the parts of a sentence that lists whole works, a semicolon between two."""
    text = stretch.text
    cuts = [match.end() for match in _NEXT_WORK.finditer(text)]
    parts = [_part(stretch, start, end) for start, end in pairwise([0, *cuts, len(text)])] if cuts else []
    likes = [likeness(part.text) for part in parts]
    whole = all(like.names and like.title >= 1 and like.year and like.pages for like in likes)
    return parts if whole else []


def _at_titles(stretch: Stretch) -> list[Stretch]:
    """Return the parts of a text with several titles, cut where one reference ends and the next begins."""
    text = stretch.text
    found = titles_in(text, stretch.marks)
    titles = tuple(span for span in found if not _SERIES.search(text, max(0, span[0] - _LONGEST_SERIES), span[0]))
    if len(titles) < 2 or len(titles) > 20:
        return []
    cuts: list[int] = []
    for (_, end), (start, _) in pairwise(titles):
        between = text[end:start]
        if _SAME_WORK.search(between):
            return []
        cuts.append(_end_of_reference(between) + end if _end_of_reference(between) else 0)
    if not all(cuts):
        return _sharing(stretch, titles) if not any(cuts) else []
    bounds = [0, *cuts, len(text)]
    return [_part(stretch, start, end) for start, end in pairwise(bounds)]


def _end_of_reference(between: str) -> int:
    """Return where in the text between two titles the first one's reference ends; 0 where it does not."""
    for found in _ENDS.finditer(between):
        rest = between[found.end() :]
        told = YEAR.search(between[: found.start()]) or likeness(between[: found.start()]).venue >= 1
        if told and (not rest.strip(' “"') or likeness(rest).first or REVIEW_OF.match(rest)):
            return found.end()
    return 0


def _sharing(stretch: Stretch, titles: tuple[tuple[int, int], ...]) -> list[Stretch]:
    """Return one part a title where several quoted titles share the words around them: `"A" and "B" are accepted`."""
    text = stretch.text
    if len(stretch.lines) != 1 or not all(QUOTED.fullmatch(text[start:end]) for start, end in titles):
        return []
    between = [text[end:start].strip(" ,;&") for (_, end), (start, _) in pairwise(titles)]
    if any(part.casefold() not in ("", "and", "und", "et", "y") for part in between):
        return []
    line, head, tail = stretch.lines[0], titles[0][0], titles[-1][1]
    return [stretch.with_lines((_without(line, head, start, end, tail),)) for start, end in titles]


def _without(line: Line, head: int, start: int, end: int, tail: int) -> Line:
    """Return a line with only one of its titles."""
    before, title, after = cut(line, 0, head), cut(line, start, end), cut(line, tail, len(line.text))
    text, marks = "", []
    for piece in (before, title, after):
        text += " " if text and piece.text and piece.text[0] not in ".,;:" else ""
        marks += [type(mark)(mark.start + len(text), mark.end + len(text), mark.kind, mark.url) for mark in piece.marks]
        text += piece.text
    return Line(text, line.number, line.block, tuple(marks))


def _part(stretch: Stretch, start: int, end: int) -> Stretch:
    """Return the characters `start` to `end` of a stretch."""
    lines: list[Line] = []
    offset = 0
    for line in stretch.lines:
        left, right = max(start - offset, 0), min(end - offset, len(line.text))
        if left < right and line.text[left:right].strip():
            lines.append(cut(line, left, right))
        offset += len(line.text) + 1
    return stretch.with_lines(lines)
