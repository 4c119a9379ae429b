"""One XML file of the Anthology's data folder: a collection of volumes, in the schema of today and those before it.

    <collection id="P18"><volume id="1" type="proceedings">
      <meta><booktitle>...</booktitle><editor>...</editor><publisher>...</publisher><month>July</month><year>2018</year></meta>
      <frontmatter><url>P18-1000</url></frontmatter>
      <paper id="7"><title>...<fixed-case>E</fixed-case>nglish</title><author><first>A.</first><last>B</last></author>
        <pages>66–75</pages><doi>10.18653/v1/P18-1007</doi><retracted date="2021-08-03">...</retracted></paper>
    </volume><event id="acl-2018"><meta><title>...</title></meta></event></collection>

A person is named as the paper names them, as in the Anthology's `.bib`. Under which other family names they are printed
elsewhere, a `<variant>` beside the name or the Anthology's table says; a paper with such is given as `WithVariants`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from lxml import etree

from sources.anthology.latex import plain as plain_tex
from sources.anthology.read import NAME, VOLUME, issued, page_numbers
from sources.anthology.variants import key_of
from sources.dump import WithVariants
from sources.identifiers import from_url, normalize
from sources.name_reading import read_name
from sources.record import Date, Identifier, Name, Record, Relation, Scheme, Type
from sources.text import year_of_two_digits

# Elements of a paper that say that something became of it, and Crossref's word for that.
_NOTICES: Mapping[str, str] = MappingProxyType({"retracted": "retraction", "removed": "removal", "erratum": "erratum"})
# Journals of the schema that had no `type`, by the letter or word of their collections.
_JOURNALS: Mapping[str, str] = MappingProxyType(
    {
        "J": "Computational Linguistics",
        "Q": "Transactions of the Association for Computational Linguistics",
        "cl": "Computational Linguistics",
        "tacl": "Transactions of the Association for Computational Linguistics",
    }
)
_JOURNAL_VOLUME = re.compile(r"\bVolume\s+([0-9]{1,4})\b")
_JOURNAL_ISSUE = re.compile(r"\b(?:Number|Issue)\s+([0-9]{1,3}(?:\s?[-–]\s?[0-9]{1,3})?)\b")
_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_LONGEST_NUMBER = 12  # digits of volume and paper together


@dataclass(frozen=True, slots=True)
class Volume:
    """What the papers of a volume take from it; `title` is the journal's name where it is one's issue."""

    collection: str
    number: str
    title: str
    type: Type
    issued: Date | None
    editor: tuple[Name, ...]
    publisher: str
    event: str
    volume: str = ""
    issue: str = ""

    def paper(self, number: str) -> str:
        """Return the Anthology's id of a paper of this volume; `0` is the volume itself.

        https://aclanthology.org/info/ids/: in old collections three digits for the paper, two in those of workshops.
        """
        if not self.collection[:1].isalpha():
            return f"{self.collection}-{self.number}.{number}"
        if not (self.number.isdecimal() and number.isdecimal()) or len(self.number + number) > _LONGEST_NUMBER:
            return ""
        if _has_many_volumes(self.collection, int(self.number)):
            return f"{self.collection}-{int(self.number):02d}{int(number):02d}"
        return f"{self.collection}-{int(self.number):d}{int(number):03d}"


class Paper(NamedTuple):
    """A paper that is still to be read: its volume, its element, and the table of variants of its dump."""

    volume: Volume
    element: etree._Element
    variants: Mapping[str, Sequence[str]]


def _has_many_volumes(collection: str, volume: int) -> bool:
    return collection.startswith("W") or collection == "C69" or (collection == "D19" and volume >= 5)


_OLD = re.compile(r"(?P<collection>[A-Z][0-9]{2})-(?P<first>[0-9])[0-9]{3}")
_YEAR_OF = re.compile(r"(?P<whole>(?:19|20)\d\d)\.|[A-Z](?P<short>\d\d)(?!\d)")


@lru_cache(maxsize=4096)
def _volume_id(key: str) -> Identifier | None:
    return normalize(Scheme.ACL, key)


def volume_of(key: str) -> Identifier | None:
    """Return the id of the volume that a paper is in, which is that of its front matter.

    >>> str(volume_of("2022.acl-long.220")), str(volume_of("P18-1007")), str(volume_of("W19-5203"))
    ('acl:2022.acl-long.0', 'acl:P18-1000', 'acl:W19-5200')
    """
    old = _OLD.fullmatch(key)
    if not old:
        return _volume_id(f"{key.rpartition('.')[0]}.0")
    kept = -2 if _has_many_volumes(old["collection"], int(old["first"])) else -3
    return _volume_id(key[:kept] + "0" * -kept)


def year_of(collection: str) -> str:
    """Return the year that a collection's name begins with, as the Anthology numbers them; empty where it has none.

    Of the papers of the dump of 2021 one in ten stands in a volume whose data say no year.

    >>> year_of("C98"), year_of("W02"), year_of("2020.lrec"), year_of("lrec")
    ('1998', '2002', '2020', '')
    """
    found = _YEAR_OF.match(collection)
    if not found:
        return ""
    return found["whole"] or str(year_of_two_digits(int(found["short"])))


def in_collection(
    root: etree._Element, variants: Mapping[str, Sequence[str]] = MappingProxyType({})
) -> Iterator[Paper | Record | str]:
    """Yield the volumes of a collection, each before its papers, and a sentence for each volume that is none.

    `variants` are the other family names of a person by `variants.key_of` the name.
    """
    collection = root.get("id") or ""
    event = text_of(root.find("event/meta/title"))
    for element in root.iterfind("volume"):
        meta = element.find("meta")
        if meta is None:
            yield f"no meta: anthology {collection}-{element.get('id') or ''}"
            continue
        volume = _volume(element, meta, collection, event)
        yield _volume_record(volume, element, meta)
        for paper in element.iterchildren("paper"):
            yield Paper(volume, paper, variants)


def read_paper(paper: Paper) -> Record | WithVariants | str:
    """Return the record of a paper, with the other names of its authors where they have such, or why it is none."""
    record = _paper_record(paper.volume, paper.element)
    families = _other_families(paper.element, paper.variants)
    return WithVariants(record, families) if families and isinstance(record, Record) else record


def _volume(element: etree._Element, meta: etree._Element, collection: str, event: str) -> Volume:
    title = text_of(meta.find("booktitle")) or text_of(meta.find("title"))
    year = text_of(meta.find("year")) or year_of(collection)
    journal = text_of(meta.find("journal-title"))
    series = collection.rpartition(".")[2] if collection[:1].isdecimal() else collection[:1]
    known = _JOURNALS.get(series, "")
    of_journal = element.get("type") == "journal" or bool(known)
    volume, issue = _JOURNAL_VOLUME.search(title), _JOURNAL_ISSUE.search(title)
    return Volume(
        collection=collection,
        number=element.get("id") or "",
        title=(journal or known or title) if of_journal else title,
        type=Type.ARTICLE if of_journal else Type.PAPER,
        issued=issued({"year": year, "month": text_of(meta.find("month"))}),
        editor=_names(meta, "editor"),
        publisher=text_of(meta.find("publisher")),
        event=event,
        volume=(text_of(meta.find("journal-volume")) or (volume[1] if volume else "")) if of_journal else "",
        issue=(text_of(meta.find("journal-issue")) or (issue[1] if issue else "")) if of_journal else "",
    )


def _volume_record(volume: Volume, element: etree._Element, meta: etree._Element) -> Record | str:
    key = volume.paper("0")
    title = text_of(meta.find("booktitle")) or text_of(meta.find("title")) or volume.title
    front = element.find("frontmatter")
    doi = text_of(meta.find("doi")) or (text_of(front.find("doi")) if front is not None else "")
    own = normalize(Scheme.ACL, key)
    if not title or not own:
        return f"{'no number' if title else 'no title'}: anthology {volume.collection}-{volume.number}"
    isbn = normalize(Scheme.ISBN, text_of(meta.find("isbn")) or text_of(meta.find("ISBN")))
    found = (own, normalize(Scheme.DOI, doi) if doi else None, isbn)
    return Record(
        type=Type.BOOK,
        title=title,
        editor=volume.editor,
        issued=volume.issued,
        event=volume.event,
        volume=volume.volume,
        issue=volume.issue,
        publisher=volume.publisher,
        genre=VOLUME,
        identifiers=tuple(identifier for identifier in found if identifier),
        relations=_notices(element if front is None else front, own),
        urls=(f"https://aclanthology.org/{key}/",),
        source=NAME,
        key=key,
    )


def _paper_record(volume: Volume, paper: etree._Element) -> Record | str:
    key = volume.paper(paper.get("id") or "")
    said = {str(child.tag): child for child in reversed(paper) if child.tag != "author"}
    title = text_of(said.get("title"))
    own = normalize(Scheme.ACL, key)
    if not title or not own:
        number = paper.get("id") or "without a number"
        return f"{'no number' if title else 'no title'}: anthology {volume.collection}-{volume.number}.{number}"
    doi = normalize(Scheme.DOI, text_of(said["doi"])) if "doi" in said else None
    within = volume_of(key)
    notices = _notices(paper, own)
    return Record(
        type=volume.type,
        title=title,
        author=_names(paper, "author"),
        editor=(_names(paper, "editor") if "editor" in said else ()) or volume.editor,
        issued=volume.issued,
        container_title=text_of(said.get("journal")) or volume.title,
        event=volume.event,
        volume=text_of(said.get("volume")) or volume.volume,
        issue=text_of(said.get("issue")) or volume.issue,
        page=page_numbers(text_of(said.get("pages"))),
        publisher=volume.publisher,
        identifiers=(own, doi) if doi else (own,),
        relations=(*notices, Relation("is-part-of", within)) if within else notices,
        urls=addresses_of(key, text_of(said.get("url"))),
        source=NAME,
        key=key,
    )


_ELSEWHERE = re.compile(r"https?://[^\s<>\"]{1,500}")


def addresses_of(key: str, url: str) -> tuple[str, ...]:
    """Return the Anthology's page of a paper, and the address elsewhere that old volumes (LREC) have in its place."""
    page = f"https://aclanthology.org/{key}/"
    return (page, url) if _ELSEWHERE.fullmatch(url) and from_url(url) != Identifier(Scheme.ACL, key) else (page,)


def _other_families(paper: etree._Element, variants: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    found: list[str] = []
    for person in paper.iterchildren("author"):
        if variants:
            found += variants.get(_key(*spelled(person)), ())
        if len(person) > len(_PARTS):
            found += [last for each in person.iterchildren("variant") if (last := spelled(each)[1].strip())]
    return tuple(dict.fromkeys(found))


def _notices(element: etree._Element, own: Identifier) -> tuple[Relation, ...]:
    """Return what became of a paper: `<retracted date="2021-08-03">`, or the same word as an attribute."""
    found: list[Relation] = []
    for word, kind in _NOTICES.items():
        for child in element.iterfind(word):
            found.append(Relation(kind, own, "by", NAME, _date(child.get("date") or "")))  # noqa: PERF401
        said = element.get(word)
        if said and said.lower() not in {"false", "no", "0"}:
            found.append(Relation(kind, own, "by", NAME, _date(said)))
    return tuple(dict.fromkeys(found))


def _date(text: str) -> Date | None:
    fit = _DATE.fullmatch(text.strip())
    return Date(*map(int, fit.groups())) if fit else None


def _names(element: etree._Element, role: str) -> tuple[Name, ...]:
    names = [name_of(*spelled(person)) for person in element.iterchildren(role)]
    return tuple(name for name in names if name != NO_NAME)


def spelled(person: etree._Element) -> tuple[str, str]:
    """Return first and last name as written; `<variant>`, the name in another script, has its own beside them."""
    first = last = ""
    for part in person:
        if part.tag == "first":
            first = part.text or ""
        elif part.tag == "last":
            last = part.text or ""
    return first, last


_key = lru_cache(maxsize=2**16)(key_of)  # most authors have several papers
_PARTS = ("first", "last")
NO_NAME = Name()


@lru_cache(maxsize=2**16)
def name_of(first: str, last: str) -> Name:
    """Return the name of `<first>` and `<last>`, its particle told apart as everywhere; `NO_NAME` of two empty ones."""
    first, last = _in_one_line(first), _in_one_line(last)
    return read_name(f"{last}, {first}" if first and last else last or first)


# What raises and lowers in a formula: `<tex-math>P^2</tex-math>` is called P2, as everywhere.
_INDICES = {ord(sign): None for sign in "^_"}


def text_of(element: etree._Element | None) -> str:
    """Return the text of an element in one line: `<fixed-case>` and the like without a trace, formulas as signs."""
    if element is None:
        return ""
    text = element.text or ""
    if len(element):
        text += "".join([_inline(child) for child in element])
    return _in_one_line(text)


def _in_one_line(text: str) -> str:
    """Return a text with single spaces, and the apostrophe that the Anthology's `.bib` has for its curled ones."""
    return " ".join(text.replace("\u2018", "'").replace("\u2019", "'").split())


def _inline(element: etree._Element) -> str:
    inner = "".join(map(str, element.itertext())) if len(element) else element.text or ""
    if element.tag == "tex-math":
        inner = plain_tex(f"${inner.strip().strip('$')}$").translate(_INDICES)
    return inner + (element.tail or "")
