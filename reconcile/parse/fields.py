"""Structured entries: the fields of BibTeX, BibLaTeX, CSL-JSON and tables, read into a record."""

from __future__ import annotations

import re
from collections.abc import Mapping

from reconcile.documents.fields.columns import canonical, key_of
from reconcile.documents.fields.kinds import meanings, type_named
from reconcile.documents.fields.names import NAMES
from reconcile.lexicon import links, states
from reconcile.lexicon.alternation import factored
from reconcile.lexicon.given_names import GIVEN_NAMES
from reconcile.mention import Kind
from reconcile.parse.listed import listed_in, people_listed
from reconcile.parse.names.halves import are_one, is_joined, without_suffix
from reconcile.parse.names.people import read_people
from reconcile.parse.names.pieces import blank_marks
from reconcile.parse.place.stated import (
    StatedPlace,
    cell_of_numbers,
    is_volume,
    linked_place,
    outlet,
    stated_place,
    told_place,
)
from reconcile.parse.words import cues
from reconcile.parse.words.dates import Piece, read_date, years
from sources.east_asian import HANGUL, IDEOGRAPHS, SignPattern
from sources.et_al import AT_END, is_et_al
from sources.identifiers import find, from_url, normalize
from sources.name_parts import is_in_parts
from sources.name_words import AND, IN_LISTS, parted
from sources.names import read_name
from sources.record import Date, Identifier, Name, Record, Scheme, Type
from sources.text import fold

_IDENTIFIER_FIELDS: tuple[tuple[Scheme, tuple[str, ...]], ...] = (
    (Scheme.DOI, ("doi", "di", "doilink")),
    (Scheme.ARXIV, ("eprint", "arxivid", "arxiv")),
    (Scheme.ACL, ("aclid", "anthologyid", "acl")),
    (Scheme.DBLP, ("dblp", "dblpkey", "bibkey", "id")),
    (Scheme.OPENREVIEW, ("openreview", "openreviewid")),
    (Scheme.ISBN, ("isbn",)),
)
_URL_FIELDS = ("url", "ee", "link", "links", "pdf", "website", "paper", "html", "uri", "doiurl")
_PEOPLE = frozenset({"author", "editor"})
_GROUP = re.compile(r"\{([^{}]+)\}")  # who is no person: `{Wool Study Group}`, as BibTeX writes it
_JSON = ("[", '{"')
_MOST_URLS = 20
# Where arXiv stands for the journal, a preprint's number stands for its volume (DBLP: CoRR, abs/1502.03167) or its
# pages (ADS); elsewhere `cs/0301012` would be none.
_ARXIV = re.compile(r"arxiv|\bcorr\b", re.IGNORECASE)
_PLACES_OF_ARXIV = ("journal", "journaltitle", "containertitle", "booktitle", "howpublished", "publisher")
_PLACES_OF_NUMBER = ("volume", "number", "issue", "pages", "page", "eid")
_BRACES = re.compile(r"[{}]")
# The number of a preprint, of which the first half is no year, and a page behind a volume: `, 26, 1634`.
_NO_YEAR = re.compile(r"\d{4}\.\d{4,5}|,\s\d{1,3},\s1[4-8]\d\d\s*\Z")
_EID = re.compile(r"2-s2\.0-\d+")  # Scopus' own key, in a column that has the name of an article's number elsewhere
_LONGEST_PLACE = 500
# The word of a link in the cell of a title: `Wool in thirty rivers [DOI]`.
_LABEL_BEHIND = re.compile(
    rf"(?<=\w.)(?:\s?\[(?:{factored('|'.join(sorted(links.BEHIND_TITLES)))})\]){{1,4}}\Z", re.IGNORECASE
)
# What a work is, behind its title in a form's column of both: `Стрижка овец (учебное пособие), 2-е изд.`
_FORM_BEHIND = re.compile(
    r"\s?\((?:[\w-]{3,20}\s)?(?:стат[ьт]я|тезис?ы?|монографі?и?я|учебник|підручник|учебн\w{2}|навчальн\w{2}|практикум"
    r"|учебно-методическ\w{2}|навчально-методичн\w{2}|методическ\w{2}|методичн\w|автореферат|дисс?ертац[иі]я"
    r"|доклад|доповідь|матер[иі]ал[ыи]|глава|розділ|препринт|реценз[иі]я|сборник|збірник|патент)\b[^()]{0,120}\)"
    r"(?:,\s\d{1,2}-[ем]\s(?:изд|вид)\.?)?\Z",
    re.IGNORECASE,
)
_ISSUE_BEHIND = re.compile(r"(\d{1,4})\s?\(([\d/–-]{1,9})\)\Z")  # `12 (8)`
# How many authors a work has in all, behind those whom such a form names; a dash or a "no" that there are no others.
_IN_ALL = re.compile(
    r"(?:,\s?(?:всего|усього|всього)\s\d{1,3}\s(?:чел|авт|осіб|ос)\w*\.?"
    r"|\s?\((?:of )?\d{1,4} (?:authors|auteurs|autor(?:es|en)|autori)\)"
    r"|\A\s*(?:[-–—]+|нет|немає|без (?:соавторов|співавторів)))\s*\Z",
    re.IGNORECASE,
)
# What the kind of a work is told by, where its own words do not say it.
_IN_JOURNAL, _AS_POSTER = " journal article", " conference poster"


def record_of_fields(fields: tuple[tuple[str, str], ...]) -> tuple[Record, str, str]:
    """Return the claim of a structured entry, the text in which its venues are named, and words on its kind."""
    named = _named(fields)

    def field(key: str) -> str:
        return next((named[name] for name in NAMES[key] if named.get(name)), "")

    groups = named.get("ca") or named.get("groupauthors")  # beside the authors, in tables of the Web of Science
    author, et_al = _people("; ".join(filter(None, (field("author"), groups))))
    editor, _ = _people(field("editor"))
    title = ": ".join(filter(None, (field("title").rstrip(" ."), field("subtitle"))))
    bare = _LABEL_BEHIND.sub("", " ".join(title.split()))
    pages = _pages(field("page"), field("first page"), field("last page"))
    stated = states.without_state(field("journal") or field("booktitle") or outlet(named, field("title")))
    state = stated if states.is_state(stated) else ""
    stated = "" if state else stated
    known = bool(field("volume") or field("issue") or pages)
    imprint, volume = field("imprint"), is_volume(named)
    place = stated_place(stated, known=known) if stated else told_place(imprint) if imprint else linked_place(named)
    place = StatedPlace() if volume else place
    container, numbers = place.container, cell_of_numbers(field("numbering")) if field("numbering") else place.numbers
    counted = _ISSUE_BEHIND.match(field("volume")) if not field("issue") else None  # in one column
    kind, awarding = type_named(field("type")), field("school") or field("publisher")
    record = Record(
        type=kind,
        title=states.without_state(_FORM_BEHIND.sub("", bare) if imprint else bare),
        author=author,
        author_et_al=et_al,
        editor=editor or place.editor,
        issued=_date(field("year"), field("date"), field("month"))
        or _date("", _NO_YEAR.sub(" ", place.text), "")
        or _date("", place.year, "")
        or _date("", _noted(field("note")), ""),
        container_title=" ".join((container or (awarding if kind is Type.THESIS else "")).split()),
        collection_title=field("series"),
        volume=(counted[1] if counted else field("volume")) or _value(numbers.volume),
        issue=(counted[2] if counted else field("issue")) or _value(numbers.issue),
        page=pages or _pages(_value(numbers.page), "", ""),
        publisher=("" if field("publisher") == container else field("publisher")) or field("school") or place.publisher,
        identifiers=_identifiers(named),
        urls=_urls(named),
        source="claim",
    )
    if volume:
        return record, "", f"{kind}"
    venue = "\n".join(part for part in (place.text, _archive(named), _noted(field("note"))) if part)
    in_journal = kind is Type.ARTICLE or (kind is Type.OTHER and bool(field("journal")))
    meant = meanings(field("type"))[-1:]
    more = _IN_JOURNAL if in_journal else _AS_POSTER if Kind.POSTER in meant else ""
    return record, venue, f"{''.join(meant) or field('type')} {venue} {state} {field('note')}{more}"


def _named(fields: tuple[tuple[str, str], ...]) -> dict[str, str]:
    """Return the fields by their names as names are compared; a header like `Conference/Journal` by its field's."""
    named: dict[str, str] = {}
    for name, value in fields:
        if value and value.strip():
            known = key_of(name)
            field = canonical(name)
            known = known if not field or known in NAMES[field] else NAMES[field][0]
            named.setdefault(known, value.strip() if field in _PEOPLE else _plain(value))
    return named


def _urls(named: Mapping[str, str]) -> tuple[str, ...]:
    words = (word for name in _URL_FIELDS for word in _words(named.get(name, "")))
    return tuple(dict.fromkeys(word for word in words if word.startswith(("http", "ftp"))))


def _words(addresses: str) -> list[str]:
    """Return the words of a field of addresses, without what parts them."""
    return [word.rstrip(";,") for word in addresses.split()]


def _value(piece: Piece | None) -> str:
    return piece.value if piece else ""


def _pages(pages: str, first: str, last: str) -> str:
    """Return the range of pages, given whole or as its two ends."""
    pages = "" if _EID.fullmatch(pages) else pages
    pages = pages if "-" in pages or "–" in pages or not first else "-".join(filter(None, (first, last)))
    return re.sub(r"\s?[-–—]{1,3}\s?", "-", pages)


def _plain(value: str) -> str:
    """Return a value without BibTeX's braces; a JSON value keeps its own."""
    value = value.strip()
    return value if value.startswith(_JSON) else _BRACES.sub("", value).strip()


def _archive(named: Mapping[str, str]) -> str:
    """Return the archive that the fields name, as a venue's text."""
    return "arXiv" if fold(named.get("archiveprefix", "") or named.get("eprinttype", "")) == "arxiv" else ""


def _noted(note: str) -> str:
    """Return a note where it speaks of a venue or a state: `To appear in NAACL 2024`, `arXiv preprint`."""
    return (
        note if re.search(rf"appear|accepted|published (?:in|at|as)\b|{cues.VENUE_STEMS}", note, re.IGNORECASE) else ""
    )


# A given name in quotes that a table or a form has: `Ting-Hao ‘Kenneth’ Huang`.
_NICKNAME = re.compile(r"(?<=\s)['‘]([^\W\d_]{2,16})['’](?=\s[^\W\d_])")
# A whole name in Chinese, Japanese or Korean, which has no comma in it.
_WHOLE_IN_HAN = SignPattern(rf"[{IDEOGRAPHS}{HANGUL}]{{2,5}}")


# Names that a slash parts: `Bee, A./Dee, C.`
_SLASHED = re.compile(r"[\w.]/[^\W\d_][\w'’-]+,\s")
# A family name of two halves before a given name: `Costa e Silva, Paulo`
_TWO_HALVES = re.compile(r"\s*[^\W\d_][\w'’-]+\s[ey]\s[^\W\d_][\w'’-]+,[^,]+")


# A family name of one word before a given name: `Bee, Carl`
_TURNED = re.compile(r"\s*[^\s,]+,")


def _people(text: str) -> tuple[tuple[Name, ...], bool]:
    """Return the names of `Gao, Lei and Yue Niu and others`, of a list of JSON or Python, and of what people type."""
    text = _NICKNAME.sub(r"\1", _IN_ALL.sub("", text)).replace("、", "; ")
    if text.startswith(_JSON) and text.endswith(("]", "}")):
        if (listed := listed_in(text)) is not None:
            return people_listed(listed)
        text = text.strip("[]{} ")
    text = _GROUP.sub(lambda braced: braced[0] if _is_group(braced[1]) else braced[1], text)
    parts = [part.strip() for part in parted(AT_END.sub(" and others", text)) if part.strip()]
    named = [part for part in parts if not is_et_al(part)]  # `Ada Bee and et al. and Carl Dee`, too
    et_al, parts = len(named) < len(parts), named
    if any(mark in text for mark in ";\n|") or _SLASHED.search(text) or (parts and _is_list(parts)):
        text = _plain(text)
        alone = blank_marks(text).split(";")
        if any(map(_TWO_HALVES.fullmatch, alone)) and all(one.count(",") == 1 for one in alone):
            return tuple(map(read_name, alone)), et_al
        people = read_people(blank_marks(text), 0, len(text))
        return tuple(
            Name(literal=one.text) if one.literal else read_name(one.text) for one in people.persons
        ), people.et_al or et_al
    return tuple(map(_person, parts)), et_al


def _is_group(braced: str) -> bool:
    """Say whether braces hold a group, and not persons as in `{Bee, Ada and Dee, Carl}`, where they are too many."""
    parts = AND.split(AT_END.sub(" and others", braced))
    return not (is_et_al(parts[-1]) or all(_is_person(part.strip(), several=len(parts) > 1) for part in parts))


def _is_person(text: str, *, several: bool) -> bool:
    """Say whether a text is a person's name: `Bee, Ada`; `A. B. Bee`; words of which the first is a given name.

    Which names are given ones need not be known where all of `several` look like names.
    """
    name = read_name(text)
    if name.literal or not name.given:
        return False
    if "," in text:
        return text.count(",") == 1 and text.partition(",")[0].count(" ") <= 1
    first, *more = text.split()
    known = several or fold(first) in GIVEN_NAMES or all(len(word.rstrip(".")) == 1 for word in (first, *more[:-1]))
    return known and all(word[0].isupper() or word in IN_LISTS for word in (first, *more))


def _person(text: str) -> Name:
    """Return the name of a person, or of a group in braces."""
    group = _GROUP.fullmatch(text)
    return Name(literal=group[1].strip()) if group else read_name(_plain(text))


def _is_list(parts: list[str]) -> bool:
    """Whether commas part persons here, as in `A. Li, B. Wu and C. Xu`, not the halves of one name."""
    first = [without_suffix(part.strip()) for part in parts[0].split(",")]
    if is_in_parts(parts[0]) or parts[0].startswith("{"):
        return False
    if is_joined(parts[0]):
        return True
    if len(first) > 2 and all(_WHOLE_IN_HAN.fullmatch(part) for part in first):
        return True  # `游和正, 黃挺豪, 陳信希`; of two the first may be a family name
    if len(parts) > 1 and all(part.count(",") == 1 for part in parts) and any(map(_TURNED.match, parts)):
        return False  # `Costa Prado, Ada Luz and Bee, Carl`
    return len(first) > 3 or (
        len(first) > 1 and " " in first[0] and " " in first[1] and not are_one(first[0], first[1])
    )


def _date(year: str, date: str, month: str) -> Date | None:
    for given in (date, year):
        text = _outside_brackets(given)
        found = years(text, 0, len(text))
        if found:
            parts = re.findall(r"\d+", text)
            if text.lstrip().startswith("{") or text.lstrip().startswith("[") or "date-parts" in text:
                return read_date("-".join(parts[:3]), found[0].value)
            return read_date(text if len(text) > 4 else f"{month} {text}", found[0].value)
    return None


def _outside_brackets(date: str) -> str:
    """Return a date without what stands in brackets behind it, as in `2021 (Epub Nov 2020)`."""
    before = date.partition("(")[0]
    return before if years(before, 0, len(before)) else date


def _identifiers(named: Mapping[str, str]) -> tuple[Identifier, ...]:
    found: list[Identifier] = []
    for scheme, names in _IDENTIFIER_FIELDS:
        for name in names:
            identifier = normalize(scheme, named[name]) if named.get(name) else None
            if identifier and (scheme is not Scheme.DBLP or name != "id" or "/" in named[name]):
                found.append(identifier)
    for name in _URL_FIELDS:
        linked = [from_url(url) for url in _words(named.get(name, ""))[:_MOST_URLS]]
        found += [identifier for identifier in linked if identifier]
    for name in (
        "note",
        *NAMES["imprint"],
        "journal",
        "publication",
        "howpublished",
        "eprint",
        "doi",
        "containertitle",
        "archivelocation",
        "number",
    ):
        found += [one.identifier for one in find(named.get(name, "")[:2000])]
    if any(_ARXIV.search(named.get(name, "")[:_LONGEST_PLACE]) for name in _PLACES_OF_ARXIV):
        numbers = [normalize(Scheme.ARXIV, named.get(name, "")) for name in _PLACES_OF_NUMBER]
        found += [identifier for identifier in numbers if identifier]
    return tuple(dict.fromkeys(found))
