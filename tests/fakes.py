"""A result made by hand: what a run over three small documents might find. For tests of the writers."""

from __future__ import annotations

from reconcile.mention import (
    Candidate,
    Comparison,
    Evidence,
    Flag,
    Gap,
    Level,
    Match,
    Mention,
    Severity,
    Span,
    Status,
    Track,
    Venue,
    Work,
)
from reconcile.result import Result
from reconcile.settings import DEFAULT
from sources.record import Date, Identifier, Name, Record, Scheme, Type

ASKED = ("anthology", "crossref", "dblp")


def names(text: str) -> tuple[Name, ...]:
    """Read "Lei Gao, Yue Niu" as names of one family and the rest given."""
    return tuple(
        Name(family=person.rpartition(" ")[2], given=person.rpartition(" ")[0]) for person in text.split(", ") if person
    )


def evidence(*rows: tuple[str, Level, float, str]) -> Comparison:
    return Comparison(tuple(Evidence(field, level, weight, "", "", says) for field, level, weight, says in rows))


def candidate(record: Record, *rows: tuple[str, Level, float, str]) -> Candidate:
    comparison = evidence(*rows)
    return Candidate(record, comparison, 1 / (1 + 2 ** -(comparison.weight + DEFAULT.prior)))


def mention(document: str, line: int, reading: str, claim: Record, **more: object) -> Mention:
    """Make a mention whose spans are where the claim's words stand in the reading, line breaks or not."""
    flat = " ".join(reading.split())
    at_of = [at for at, char in enumerate(reading) if not char.isspace() or not reading[:at].endswith((" ", "\n"))]
    wanted = [("author", str(name)) for name in claim.author]
    wanted += [("title", claim.title), ("container_title", claim.container_title), ("issued", str(claim.year or ""))]
    spans = []
    for field, text in [*wanted, ("page", claim.page)]:
        at = flat.rfind(text) if text else -1
        if at >= 0:
            spans.append(Span(field, at_of[at], at_of[at + len(text) - 1] + 1))
    kind = str(more.pop("kind", claim.type))
    ordered = tuple(sorted(spans, key=lambda span: span.start))
    last = line + reading.count("\n")
    return Mention(document, line, last, reading, reading, kind, claim, spans=ordered, **more)  # type: ignore[arg-type]


_GAO = names("Lei Gao, Yue Niu, Tingting Tang, Salman Avestimehr, Murali Annavaram")
_ETHOS = "Ethos: Rectifying Language Models in Orthogonal Parameter Space"

ETHOS = Record(
    Type.PAPER,
    _ETHOS,
    _GAO,
    issued=Date(2024, 6),
    container_title="Findings of the Association for Computational Linguistics: NAACL 2024",
    page="2054-2068",
    publisher="Association for Computational Linguistics",
    identifiers=(
        Identifier(Scheme.DOI, "10.18653/v1/2024.findings-naacl.132"),
        Identifier(Scheme.ACL, "2024.findings-naacl.132"),
    ),
    urls=("https://aclanthology.org/2024.findings-naacl.132",),
    source="anthology",
    key="2024.findings-naacl.132",
)
ETHOS_PREPRINT = Record(
    Type.PREPRINT,
    _ETHOS,
    _GAO,
    issued=Date(2024, 3),
    container_title="CoRR",
    identifiers=(Identifier(Scheme.ARXIV, "2403.08994"), Identifier(Scheme.DBLP, "journals/corr/abs-2403-08994")),
    source="dblp",
    key="journals/corr/abs-2403-08994",
)
MILENAS = Record(
    Type.PAPER,
    "MiLeNAS: Efficient Neural Architecture Search via Mixed-Level Reformulation",
    names("Chaoyang He, Haishan Ye, Li Shen, Tong Zhang"),
    issued=Date(2020, 6),
    container_title="2020 IEEE/CVF Conference on Computer Vision and Pattern Recognition (CVPR)",
    page="11990-11999",
    publisher="IEEE",
    identifiers=(
        Identifier(Scheme.DOI, "10.1109/cvpr42600.2020.01201"),
        Identifier(Scheme.DBLP, "conf/cvpr/HeYS020"),
    ),
    source="crossref",
    key="10.1109/cvpr42600.2020.01201",
)
CAM = Record(
    Type.ARTICLE,
    "In-memory computing with memristor content addressable memories for pattern matching",
    names("Catherine E. Graves, Can Li, Xia Sheng, Darrin Miller, Jim Ignowski, Lennie Kiyama, John Paul Strachan"),
    issued=Date(2020, 9, 15),
    container_title="Advanced Materials",
    volume="32",
    issue="37",
    page="2003437",
    publisher="Wiley",
    identifiers=(Identifier(Scheme.DOI, "10.1002/adma.202003437"),),
    source="crossref",
    key="10.1002/adma.202003437",
)
RACE_IT = Record(
    Type.PAPER,
    "RACE-IT: A Reconfigurable Analog Computing Engine for In-Memory Transformer Acceleration",
    names("Lei Zhao, Aishwarya Natarajan, Luca Buonanno, Archit Gajjar, Ron M. Roth, Giacomo Pedretti"),
    issued=Date(2025, 11),
    container_title="2025 IEEE 43rd International Conference on Computer Design (ICCD)",
    identifiers=(Identifier(Scheme.ARXIV, "2312.06532"),),
    source="dblp",
    key="conf/iccd/ZhaoNBGRP25",
)


def _match(said: Mention, status: Status, best: Candidate | None = None, **more: object) -> Match:
    probability = best.probability if best else 0.0
    return Match(said, status, probability, best, asked=ASKED, **more)  # type: ignore[arg-type]


def _gao_matches() -> list[Match]:
    document = "gao-homepage.md"
    claim = Record(Type.PAPER, _ETHOS, _GAO, issued=Date(2024), container_title="NAACL Findings 2024", source="claim")
    found = candidate(
        ETHOS,
        ("title", Level.AGREE, 18.0, "the titles are the same"),
        ("author", Level.AGREE, 14.0, "all 5 authors agree"),
        ("year", Level.AGREE, 2.5, "same year"),
        ("venue", Level.AGREE, 5.0, "same venue and track"),
    )
    conflict = "claimed at “NAACL Findings 2024” here and at “AAAI 2024 Workshop on Responsible Language Models” in {}"
    yes = _match(
        mention(
            document,
            111,
            f"Lei Gao*, Yue Niu*, Tingting Tang, Salman Avestimehr, Murali Annavaram “{_ETHOS}” NAACL Findings 2024.",
            claim,
            venues=(Venue("naacl", 2024, Track.FINDINGS, "naacl", "NAACL Findings"),),
        ),
        Status.MATCHED,
        found,
        work="gao-2024-ethos",
        flags=(Flag("venue-conflict", Severity.ERROR, conflict.format(f"{document} line 113")),),
    )
    workshop = Record(
        Type.PAPER,
        _ETHOS,
        _GAO,
        issued=Date(2024),
        container_title="AAAI 2024 Workshop on Responsible Language Models",
        source="claim",
    )
    other = candidate(
        ETHOS,
        ("title", Level.AGREE, 18.0, "the titles are the same"),
        ("author", Level.AGREE, 14.0, "all 5 authors agree"),
        ("year", Level.AGREE, 2.5, "same year"),
        ("venue", Level.DIFFER, -2.0, "another venue: AAAI workshop, Findings of NAACL"),
    )
    no = _match(
        mention(
            document,
            113,
            f"Lei Gao*, Yue Niu*, Tingting Tang, Salman Avestimehr, Murali Annavaram\n“{_ETHOS}”\n"
            "AAAI 2024 Workshop on Responsible Language Models (Spotlight).",
            workshop,
        ),
        Status.MATCHED,
        other,
        work="gao-2024-ethos",
        flags=(
            Flag("venue-conflict", Severity.ERROR, conflict.format(f"{document} line 111")),
            Flag(
                "venue-mismatch",
                Severity.ERROR,
                "claimed “AAAI 2024 Workshop on Responsible Language Models”, anthology 2024.findings-naacl.132 says"
                " “Findings of the Association for Computational Linguistics: NAACL 2024”",
            ),
        ),
    )
    return [yes, no]


def _he_matches() -> list[Match]:
    document = "he-cv.pdf.txt"
    claim = Record(
        Type.PAPER,
        "MileNAS: Efficient Neural Architecture Search by Mixed-Level Reformulation",
        names("Chaoyang He, Haishan Ye, Li Shen, Tong Zhang, Paul Added"),
        issued=Date(2021),
        container_title="CVPR",
        page="11993-12002",
        source="claim",
    )
    found = candidate(
        MILENAS,
        ("title", Level.NEAR, 13.2, "the titles share all words that are rare"),
        ("author", Level.NEAR, 8.15, "4 authors agree; added: Paul Added"),
        ("year", Level.NEAR, 0.0, "one year apart"),
        ("venue", Level.AGREE, 4.0, "same venue and track"),
        ("page", Level.DIFFER, -2.0, "other pages"),
    )
    rival = candidate(
        RACE_IT,
        ("title", Level.DIFFER, -5.0, "the titles share some words"),
        ("author", Level.DIFFER, -14.0, "nobody agrees"),
    )
    wrong = _match(
        mention(
            document,
            31,
            "[3] Chaoyang He, Haishan Ye, Li Shen, Tong Zhang, Paul Added. MileNAS: Efficient Neural\n"
            "    Architecture Search by Mixed-Level Reformulation. CVPR 2021, pp. 11993-12002.",
            claim,
        ),
        Status.MATCHED,
        found,
        runner_up=rival,
        work="he-2020-milenas",
        flags=(
            Flag(
                "authors-differ", Severity.ERROR, "added: Paul Added, whom crossref 10.1109/cvpr42600.2020.01201 lacks"
            ),
            Flag("year-mismatch", Severity.WARNING, "claimed 2021, crossref 10.1109/cvpr42600.2020.01201 says 2020"),
            Flag("title-changed", Severity.WARNING, "“by” for “via”"),
        ),
    )
    invented = Record(
        Type.PAPER,
        "Quantum-Entangled Gradient Compression for Planet-Scale Federated Learning",
        names("Chaoyang He, Jane Nobody"),
        issued=Date(2022),
        container_title="NeurIPS",
        source="claim",
    )
    absent = _match(
        mention(document, 34, f"[4] Chaoyang He, Jane Nobody. {invented.title}. NeurIPS 2022.", invented),
        Status.NOT_FOUND,
        runner_up=rival,
        work="he-2022-quantum",
        flags=(
            Flag("no-record", Severity.ERROR, f"no record of “{invented.title}” in anthology, crossref, dblp: possibly"
                 " not published, or outside what they cover"),
        ),
    )  # fmt: skip
    patent = Record(Type.PATENT, "Analog error correction", names("Ron Roth"), source="claim")
    skipped = Match(
        mention(document, 52, "Ron Roth. Analog error correction. US Patent 11,000,000.", patent, reason="a patent"),
        Status.SKIPPED,
        flags=(Flag("not-a-publication", Severity.INFO, "kept out: a patent"),),
    )
    return [wrong, absent, skipped]


def _graves_matches() -> list[Match]:
    document = "graves-publications.bib"
    claim = Record(
        Type.ARTICLE,
        "In-Memory Computing with Memristor Content Addressable Memories for Pattern Matching",
        names("C. E. Graves, C. Li, J. P. Strachan"),
        issued=Date(2020),
        container_title="Adv. Mater.",
        source="claim",
    )
    found = candidate(
        CAM,
        ("title", Level.AGREE, 18.0, "the titles are the same"),
        ("author", Level.NEAR, 4.4, "3 authors agree by initials; missing: 4"),
        ("year", Level.AGREE, 2.5, "same year"),
        ("venue", Level.AGREE, 5.0, "same journal"),
    )
    short = _match(
        mention(
            document, 1, f"C. E. Graves, C. Li, J. P. Strachan. {claim.title}. Adv. Mater., 2020.", claim
        ),
        Status.MATCHED,
        found,
        work="graves-2020-memory",
        flags=(
            Flag(
                "authors-differ",
                Severity.WARNING,
                "missing: Xia Sheng, Darrin Miller, Jim Ignowski, Lennie Kiyama, whom crossref 10.1002/adma.202003437"
                " lists",
            ),
        ),
    )  # fmt: skip
    preprint = Record(
        Type.PREPRINT,
        "RACE-IT: A Reconfigurable Analog CAM-Crossbar Engine for In-Memory Transformer Acceleration",
        names("Lei Zhao, Luca Buonanno, Ron M. Roth"),
        author_et_al=True,
        issued=Date(2023),
        container_title="arXiv",
        identifiers=(Identifier(Scheme.ARXIV, "2312.06532"),),
        source="claim",
    )
    maybe = candidate(
        RACE_IT,
        ("title", Level.NEAR, 5.4, "the titles share a coined name and differ after it"),
        ("author", Level.NEAR, 6.1, "3 authors agree"),
        ("year", Level.NEAR, 0.0, "two years apart"),
    )
    possible = _match(
        mention(
            document,
            9,
            f"Lei Zhao, Luca Buonanno, Ron M. Roth, et al. {preprint.title}. arXiv 2023.",
            preprint,
            kind="preprint",
        ),
        Status.POSSIBLE,
        maybe,
        work="zhao-2025-race",
        flags=(
            Flag("preprint-of-published", Severity.WARNING, "arXiv 2312.06532 has appeared in “ICCD 2025”"),
            Flag("title-changed", Severity.WARNING, "“CAM-Crossbar” for “Computing”"),
        ),
    )
    unasked = Record(
        Type.PAPER, "A Study Nobody Could Look Up", names("Catherine Graves"), issued=Date(2019), source="claim"
    )
    silent = Match(
        mention(document, 17, "Catherine Graves. A Study Nobody Could Look Up. 2019.", unasked),
        Status.NOT_CHECKED,
        asked=("anthology", "crossref"),
        gaps=(Gap("dblp", "search “A Study Nobody Could Look Up”", "the server answered 503 three times"),),
        work="graves-2019-study",
    )
    return [short, possible, silent]


def result() -> Result:
    """Three documents, eight mentions, every status, flags of every severity."""
    matches = (*_gao_matches(), *_he_matches(), *_graves_matches())
    records = {
        "gao-2024-ethos": (ETHOS, ETHOS_PREPRINT),
        "he-2020-milenas": (MILENAS,),
        "graves-2020-memory": (CAM,),
        "zhao-2025-race": (RACE_IT,),
    }
    works = []
    for key in sorted({match.work for match in matches if match.work}):
        places = tuple(at for at, match in enumerate(matches) if match.work == key)
        known = records.get(key, (matches[places[0]].mention.claim,))
        flags = tuple(dict.fromkeys(flag for at in places for flag in matches[at].flags))
        giver = f"{known[0].source} {known[0].key}".strip()
        works.append(Work(key, known[0], known, (("author", giver), ("title", giver)), places, flags))
    return Result(
        documents=tuple(dict.fromkeys(match.mention.document for match in matches)),
        matches=matches,
        works=tuple(works),
        complaints=("he-cv.pdf.txt: page 3 holds a picture without text",),
    )
