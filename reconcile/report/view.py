"""What the page shows, worked out: a card a mention, a section a document, counts on top."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from reconcile.decide import doubt
from reconcile.mention import Candidate, Match, Severity, Status, Work
from reconcile.merge import described_by
from reconcile.places import lines_of
from reconcile.records import is_preprint
from reconcile.report.marks import Stretch, author_side, claim_side, title_side, venue_differs, year_differs
from reconcile.report.silences import asked_of, silence, why_open
from reconcile.result import Result
from reconcile.tables.rows import Summary, summary
from sources.identifiers import address
from sources.record import Record, Scheme
from sources.text import shortened

_LINKS = {
    Scheme.DOI: "DOI",
    Scheme.ACL: "Anthology",
    Scheme.ARXIV: "arXiv",
    Scheme.DBLP: "DBLP",
    Scheme.PMLR: "PMLR",
    Scheme.OPENREVIEW: "OpenReview",
    Scheme.IEEE: "IEEE Xplore",
}
_SAME_SHOWN = 6  # other mentions of the same work that a card links to
_FIRST = {Severity.ERROR: "Errors first", Severity.WARNING: "Warnings"}  # what is listed above all mentions
_SHORT = 90  # characters of a title in a list of flags
BAR = 60  # half the width of the chart of weights, in its own units


@dataclass(frozen=True, slots=True)
class Link:
    """A link out of the page."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Citation:
    """A record written out for reading, with what the claim lacks marked."""

    authors: tuple[Stretch, ...]
    et_al: bool
    title: tuple[Stretch, ...]
    venue: str
    venue_differs: bool
    year: str
    year_differs: bool
    rest: str
    described: str
    links: tuple[Link, ...]

    @property
    def ended(self) -> bool:
        """Whether the title ends in a sign of its own: `Does It Felt?`."""
        return bool(self.title) and self.title[-1].text.rstrip().endswith((".", "?", "!"))


@dataclass(frozen=True, slots=True)
class Other:
    """A further record of the same work: what it is, and where to find it."""

    described: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """One piece of evidence in the chart: where its bar begins and how long it is, of `2 * BAR` units."""

    field: str
    level: str
    says: str
    weight: str
    start: float
    length: float


@dataclass(frozen=True, slots=True)
class Chart:
    """Evidence as bars whose printed numbers add up to the printed sums."""

    bars: tuple[Bar, ...]
    total: str
    prior: str
    odds: str
    probability: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A pointer to another card."""

    anchor: str
    text: str


@dataclass(frozen=True, slots=True)
class Card:
    """One mention beside its record."""

    anchor: str
    place: str
    match: Match
    title: str
    claim: tuple[Stretch, ...]
    citation: Citation | None
    others: tuple[Other, ...]
    chart: Chart | None
    runner_up: Citation | None
    runner_up_chart: Chart | None
    probability: str
    same_work: tuple[Reference, ...]
    same_more: int
    why_unknown: tuple[str, ...]
    asked: tuple[str, ...]
    doubt: str

    @property
    def codes(self) -> str:
        """The codes of the flags, for the filters."""
        return " ".join(sorted({flag.code for flag in self.match.flags}))

    @property
    def severities(self) -> str:
        """The severities of the flags, for the filters."""
        return " ".join(sorted({str(flag.severity) for flag in self.match.flags}))

    @property
    def severity(self) -> str:
        """The gravest severity among the flags, empty where there is no flag."""
        order = list(Severity)
        return str(min((flag.severity for flag in self.match.flags), key=order.index, default=""))


@dataclass(frozen=True, slots=True)
class Section:
    """A document with its cards."""

    name: str
    anchor: str
    summary: Summary
    cards: tuple[Card, ...]
    complaints: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """The mentions with flags of one severity, each with the codes of these, to be listed above all others."""

    severity: Severity
    heading: str
    cards: tuple[tuple[Card, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Page:
    """Everything on the page."""

    summary: Summary
    flags: tuple[tuple[str, tuple[tuple[Severity, int], ...]], ...]
    works: int
    put_aside: int
    sections: tuple[Section, ...]
    lists: tuple[Listed, ...]
    silences: tuple[tuple[str, str], ...]
    complaints: tuple[str, ...]


def page(result: Result, prior: float) -> Page:
    """Work out the page of a result; `prior` is the one that the run's probabilities were reckoned with."""
    works = {work.key: work for work in result.works}
    matches = result.matches
    cards = tuple(_card(at, matches, works.get(match.work), prior) for at, match in enumerate(matches))
    names: dict[str, list[Card]] = {name: [] for name in result.documents}
    for card in cards:
        names.setdefault(card.match.mention.document, []).append(card)
    said = {name: tuple(line for line in result.complaints if line.startswith(f"{name}:")) for name in names}
    sections = tuple(
        Section(
            name,
            f"d{number}",
            summary(card.match for card in own),
            tuple(own),
            said[name],
        )
        for number, (name, own) in enumerate(names.items(), start=1)
    )
    counted = summary(result.matches)
    placed = {line for lines in said.values() for line in lines}
    left_open = silence(result.matches)
    lists = (_listed(severity, heading, cards) for severity, heading in _FIRST.items())
    return Page(
        counted,
        _by_code(counted),
        len(result.works),
        sum(len(match.put_aside) for match in result.matches),
        sections,
        tuple(each for each in lists if each.cards),
        left_open.lines if left_open else (),
        tuple(line for line in result.complaints if line not in placed),
    )


def _listed(severity: Severity, heading: str, cards: Sequence[Card]) -> Listed:
    """Return the mentions with flags of a severity, with each code once."""
    codes = ((card, [flag.code for flag in card.match.flags if flag.severity is severity]) for card in cards)
    return Listed(severity, heading, tuple((card, tuple(dict.fromkeys(own))) for card, own in codes if own))


def _by_code(counted: Summary) -> tuple[tuple[str, tuple[tuple[Severity, int], ...]], ...]:
    """Return each flag's code once, with how often it was raised with each severity, the gravest first."""
    found: dict[str, list[tuple[Severity, int]]] = defaultdict(list)
    for code, severity, count in counted.flags:
        found[code].append((severity, count))
    return tuple((code, tuple(counts)) for code, counts in found.items())


def _card(at: int, matches: Sequence[Match], work: Work | None, prior: float) -> Card:
    match = matches[at]
    mention = match.mention
    title = mention.claim.title or mention.reading
    found = match.best if match.status in (Status.MATCHED, Status.POSSIBLE) else None
    beside = [other for other in work.mentions[: _SAME_SHOWN + 1] if other != at] if work else []
    return Card(
        anchor=_anchor(at),
        place=lines_of(match.mention),
        match=match,
        title=shortened(title, _SHORT),
        claim=claim_side(match),
        citation=_citation(match, found.record) if found else None,
        others=_others(found.record, work) if found and work else (),
        chart=_chart(found, prior) if found else None,
        runner_up=_citation(None, match.runner_up.record) if match.runner_up else None,
        runner_up_chart=_chart(match.runner_up, prior) if match.runner_up else None,
        probability=percent(match.probability) if found else "",
        same_work=tuple(
            Reference(_anchor(other), f"{matches[other].mention.document}, {lines_of(matches[other].mention)}")
            for other in beside[:_SAME_SHOWN]
        ),
        same_more=max(0, len(work.mentions) - 1 - _SAME_SHOWN) if work else 0,
        why_unknown=why_open(match.gaps),
        asked=asked_of(match),
        doubt=doubt(match),
    )


def _anchor(at: int) -> str:
    return f"m{at + 1}"


def _citation(match: Match | None, record: Record) -> Citation:
    """Return a record written out, beside a match with its differences marked."""
    volume = f"{record.volume}({record.issue})" if record.volume and record.issue else record.volume
    pages = f"pp. {record.page}" if "-" in record.page else record.page
    return Citation(
        authors=author_side(match, record) if match else tuple(Stretch(str(name)) for name in record.author),
        et_al=record.author_et_al,
        title=title_side(match, record) if match else (Stretch(record.title, "title"),),
        venue=record.container_title or record.event,
        venue_differs=bool(match and venue_differs(match)),
        year=str(record.year or ""),
        year_differs=bool(match and year_differs(match, record)),
        rest=", ".join(part for part in (volume, pages, record.publisher) if part),
        described=described_by(record),
        links=_links(record),
    )


def _others(best: Record, work: Work) -> tuple[Other, ...]:
    """Return the work's further records, once each."""
    others = (
        Other(f"as preprint: {described_by(record)}" if is_preprint(record) else described_by(record), _links(record))
        for record in work.records
        if record != best
    )
    return tuple(dict.fromkeys(others))


def _links(record: Record) -> tuple[Link, ...]:
    links = (
        Link(_LINKS[identifier.scheme], address(identifier))
        for identifier in record.identifiers
        if identifier.scheme in _LINKS
    )
    return tuple(link for link in links if link.url.startswith(("https://", "http://")))


def _chart(candidate: Candidate, prior: float) -> Chart:
    """Return the chart; weights are rounded before they are added, so that a reader's sum is the printed one."""
    evidence = candidate.comparison.evidence
    weights = [round(piece.weight * 100) for piece in evidence]
    longest = max((abs(weight) for weight in weights), default=0) or 1
    total = sum(weights)
    bars = tuple(
        Bar(
            piece.field,
            str(piece.level),
            piece.says,
            _signed(weight),
            round(BAR + min(0, weight) / longest * BAR, 2),
            round(abs(weight) / longest * BAR, 2),
        )
        for piece, weight in zip(evidence, weights, strict=True)
    )
    odds = total + round(prior * 100)
    return Chart(bars, _signed(total), _signed(round(prior * 100)), _signed(odds), percent(candidate.probability))


def _signed(hundredths: int) -> str:
    """Return hundredths as a number with its sign: `+18.00`, `−2.00`."""
    sign = "\u2212" if hundredths < 0 else "+" if hundredths else ""
    return f"{sign}{abs(hundredths) // 100}.{abs(hundredths) % 100:02d}"


def percent(probability: float) -> str:
    """Return a probability as a percentage that never claims to be certain.

    >>> percent(0.9), percent(0.99999), percent(1e-9)
    ('90.0\u202f%', '>\u202f99.9\u202f%', '<\u202f0.1\u202f%')
    """
    if probability > 0.999:
        return ">\u202f99.9\u202f%"
    return "<\u202f0.1\u202f%" if probability < 0.001 else f"{100 * probability:.1f}\u202f%"
