"""The nouns: what a bibliographic record is, whoever says so.

One `Record` describes one publication: a parsed CV line, a `.bib` entry, a Crossref item. Field and type
names are those of CSL 1.0.2 (https://docs.citationstyles.org/en/stable/specification.html).
Everything here is frozen; "change" means `dataclasses.replace`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Type(StrEnum):
    """The CSL item types that the sources and the documents use. A preprint is CSL's plain `article`."""

    ARTICLE = "article-journal"
    PAPER = "paper-conference"
    PREPRINT = "article"
    CHAPTER = "chapter"
    BOOK = "book"
    THESIS = "thesis"
    REPORT = "report"
    DATASET = "dataset"
    SOFTWARE = "software"
    REVIEW = "review"
    PATENT = "patent"
    SPEECH = "speech"
    WEBPAGE = "webpage"
    OTHER = "document"

    # That of an enumeration is written in Python, and asked for at each look into a table.
    __hash__ = str.__hash__


class Scheme(StrEnum):
    """The kinds of identifier that are recognised, in the order of how much one decides."""

    DOI = "doi"
    ARXIV = "arxiv"
    ACL = "acl"
    DBLP = "dblp"
    PMLR = "pmlr"
    OPENREVIEW = "openreview"
    IEEE = "ieee"
    ISBN = "isbn"
    PATENT = "patent"

    __hash__ = str.__hash__


# What is printed alone, between two covers.
_WITH_ISBN = frozenset({Type.BOOK, Type.THESIS, Type.REPORT})


@dataclass(frozen=True, slots=True, order=True)
class Identifier:
    """An identifier in its normal form: `Identifier(Scheme.DOI, "10.1109/iccd.2015.7357097")`.

    `sources.normalize` makes one out of text, and returns None where the text holds none.
    """

    scheme: Scheme
    value: str

    def __str__(self) -> str:
        return f"{self.scheme}:{self.value}"


@dataclass(frozen=True, slots=True)
class Name:
    """A person, or with only `literal` set an organisation (or a name that nobody could divide)."""

    family: str = ""
    given: str = ""
    particle: str = ""
    suffix: str = ""
    literal: str = ""

    def __str__(self) -> str:
        """The name in reading order: `Ludwig van Beethoven Jr.`"""
        if not (self.literal or self.particle or self.suffix):  # as most are
            return f"{self.given} {self.family}" if self.given and self.family else self.given or self.family
        return self.literal or " ".join(part for part in (self.given, self.particle, self.family, self.suffix) if part)


@dataclass(frozen=True, slots=True, order=True)
class Date:
    """A date as far as it is known; `month` and `day` are 0 where they are not."""

    year: int
    month: int = 0
    day: int = 0

    def __str__(self) -> str:
        return "-".join([f"{self.year:04d}", *(f"{part:02d}" for part in (self.month, self.day) if part)])


@dataclass(frozen=True, slots=True)
class Relation:
    """What a source says of two publications: this record `kind` the one that `target` names.

    `kind` is Crossref's word: `is-preprint-of`, `has-preprint`, `retraction`, `correction`, `erratum`,
    `expression_of_concern` … `direction` is `by` for a notice that concerns this record (Crossref's
    `updated-by`) and `to` for a notice that this record itself is (`update-to`).
    """

    kind: str
    target: Identifier
    direction: str = ""
    asserted_by: str = ""
    when: Date | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """One description of one publication. Empty string, empty tuple and None all mean "not said".

    `author_et_al` is true where the list of authors is known to be cut short ("et al.", "and others").
    `dates` holds further dates by name (`online`, `print`, `posted`, `event`) beside `issued`.
    `page` is as cited (`2054-2068`, an article number, `98:1-98:76`). `source` is the name of the source
    that gave the record (`crossref`, `dblp`, `anthology`, `claim`), `key` that source's own key for it.
    `urls` are addresses where the publication itself is found, best first.
    """

    type: Type = Type.OTHER
    title: str = ""
    author: tuple[Name, ...] = ()
    author_et_al: bool = False
    editor: tuple[Name, ...] = ()
    issued: Date | None = None
    dates: tuple[tuple[str, Date], ...] = ()
    container_title: str = ""
    collection_title: str = ""
    event: str = ""
    volume: str = ""
    issue: str = ""
    page: str = ""
    publisher: str = ""
    genre: str = ""
    identifiers: tuple[Identifier, ...] = ()
    relations: tuple[Relation, ...] = ()
    urls: tuple[str, ...] = ()
    source: str = ""
    key: str = ""

    def identifier(self, scheme: Scheme) -> str:
        """The value of the record's identifier of that scheme, or the empty string."""
        return next((found.value for found in self.identifiers if found.scheme is scheme), "")

    @property
    def own_identifiers(self) -> tuple[Identifier, ...]:
        """Those of `identifiers` that no other work has: the ISBN of a paper or a chapter is its volume's."""
        if self.type in _WITH_ISBN:
            return self.identifiers
        return tuple([found for found in self.identifiers if found.scheme is not Scheme.ISBN])

    @property
    def year(self) -> int | None:
        """The year of `issued`."""
        return self.issued.year if self.issued else None
