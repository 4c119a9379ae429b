"""The nouns of judgement: what a document claims, what was found for it, and what follows.

A *mention* is one publication string of one document. A *candidate* is a source's record compared with it.
A *match* is the judgement. A *work* gathers the records that describe one intellectual creation and the
mentions of it. All are frozen; their texts are verbatim where they quote.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from sources.record import Name, Record, Scheme, Type


class Status(StrEnum):
    """The outcome for one mention; `docs/flags.md` says when each is given."""

    MATCHED = "matched"
    POSSIBLE = "possible"
    NOT_FOUND = "not-found"
    NOT_CHECKED = "not-checked"
    SKIPPED = "skipped"


class Severity(StrEnum):
    """How much a flag matters: the claim is wrong; look at it; worth knowing."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Level(StrEnum):
    """How two values of one field stand to each other. Missing is a level of its own and weighs nothing."""

    AGREE = "agree"
    NEAR = "near"
    MISSING = "missing"
    DIFFER = "differ"


class Track(StrEnum):
    """The part of a venue in which something appeared. `MAIN` is the research track or the journal itself."""

    MAIN = "main"
    FINDINGS = "findings"
    WORKSHOP = "workshop"
    POSTER = "poster"
    DEMO = "demo"
    INDUSTRY = "industry"
    TUTORIAL = "tutorial"
    STUDENT = "student"
    JOURNAL = "journal"
    PREPRINT = "preprint"
    THESIS = "thesis"
    BOOK = "book"


@dataclass(frozen=True, slots=True)
class Venue:
    """A venue text understood.

    `series` is the key of a row of the venue table (`naacl`, `tpds`, `arxiv`), empty where the table has none;
    for a workshop it is the workshop's own series if the table has one. `host` is the series at which a
    workshop or satellite event was held, or under whose name Findings appeared. `name` is the text as written,
    without year, pages and remarks.
    """

    series: str = ""
    year: int | None = None
    track: Track | None = None
    host: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Where a field stands in `Mention.reading`: characters `start` to `end` (half open)."""

    field: str
    start: int
    end: int


class Kind(StrEnum):
    """The kind of work that a mention claims, called as CSL calls its types; and kinds that CSL does not tell apart."""

    ARTICLE = "article-journal"
    PAPER = "paper-conference"
    PREPRINT = "preprint"
    POSTER = "poster"
    CHAPTER = "chapter"
    BOOK = "book"
    THESIS = "thesis"
    REPORT = "report"
    DATASET = "dataset"
    SOFTWARE = "software"
    REVIEW = "review"
    DOCUMENT = "document"
    PATENT = "patent"
    PLACEHOLDER = "placeholder"
    OTHER = "other"  # no publication, and none of the two above

    # As sources.record.Type has it.
    __hash__ = str.__hash__


# The type of a record of a work of a kind, where it is not called as the kind is.
TYPE_OF_KIND: Mapping[Kind, Type] = {
    Kind.PREPRINT: Type.PREPRINT,
    Kind.POSTER: Type.PAPER,
    Kind.PATENT: Type.PATENT,
    Kind.PLACEHOLDER: Type.OTHER,
    Kind.OTHER: Type.OTHER,
}


@dataclass(frozen=True, slots=True)
class Mention:
    """One publication string of one document.

    `first` and `last` are line numbers in the source, from 1. `text` is verbatim, `reading` the same without
    markup, and with the owner's name where their initials stand for it; `spans` point into `reading`. `kind` is a CSL
    type, or `preprint`, `poster`, `patent`, `placeholder`, `other`. `venues` are the venues claimed, in order.
    `reason` says why a mention is no
    publication (then its status is `skipped`); it is empty otherwise. `left_out` is the list's owner, whom an entry
    leaves out that names others (`with A. Bee`): an empty name where the document does not say whose list it is.
    `malformed` are identifiers as they are written that are none of their scheme.
    """

    document: str
    first: int
    last: int
    text: str
    reading: str
    kind: Kind
    claim: Record
    venues: tuple[Venue, ...] = ()
    spans: tuple[Span, ...] = ()
    reason: str = ""
    left_out: Name | None = None
    malformed: tuple[tuple[Scheme, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one field says about two records being the same: `weight` in bits (log2 of m/u)."""

    field: str
    level: Level
    weight: float
    left: str
    right: str
    says: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two records held side by side; the weight is the sum of the evidence and nothing else."""

    evidence: tuple[Evidence, ...] = ()

    @property
    def weight(self) -> float:
        """The sum of the weights, in bits."""
        return sum(piece.weight for piece in self.evidence)

    def of(self, field: str) -> Evidence | None:
        """The evidence of one field, or None where the comparison has none."""
        return next((piece for piece in self.evidence if piece.field == field), None)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A source's record, compared with a mention's claim."""

    record: Record
    comparison: Comparison
    probability: float


@dataclass(frozen=True, slots=True)
class Gap:
    """A question that a source did not answer: `asked` names the request, `reason` what happened."""

    source: str
    asked: str
    reason: str


@dataclass(frozen=True, slots=True)
class Flag:
    """A place where claim and record part. `says` quotes both sides and names the sources."""

    code: str
    severity: Severity
    says: str


@dataclass(frozen=True, slots=True)
class PutAside:
    """A flag that a person has looked at and wants no more; `row` is that of the table of decisions which says so."""

    flag: Flag
    row: int


@dataclass(frozen=True, slots=True)
class Match:
    """The judgement on one mention. `work` is the key of its work, empty where it has none.

    `asked` are the sources that answered, themselves or by a dump of theirs; `by` those of the run that did, of which
    `catalog` may have spoken for others.
    """

    mention: Mention
    status: Status
    probability: float = 0.0
    best: Candidate | None = None
    runner_up: Candidate | None = None
    asked: tuple[str, ...] = ()
    gaps: tuple[Gap, ...] = ()
    work: str = ""
    flags: tuple[Flag, ...] = ()
    put_aside: tuple[PutAside, ...] = ()
    by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Work:
    """The records judged to describe one intellectual creation, best first, and what was made of them.

    `record` is the merged description; `provenance` names, for each of its fields, the source's record it was
    taken from (`("title", "anthology 2024.findings-naacl.132")`). `mentions` are indices into the run's mentions;
    `status` is the surest that any of them has.
    """

    key: str
    record: Record
    records: tuple[Record, ...]
    provenance: tuple[tuple[str, str], ...]
    mentions: tuple[int, ...]
    flags: tuple[Flag, ...] = ()
    status: Status = Status.MATCHED
