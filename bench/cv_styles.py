"""How people write publications and what stands around them: the styles and decoys of `documents.py`."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Paper:
    """One record of a dump: what the generator knows to be true."""

    key: str
    title: str
    authors: tuple[str, ...]
    year: int
    venue: str
    long_venue: str
    journal: bool
    volume: str = ""
    issue: str = ""
    page: str = ""
    doi: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one face: plain, strong, emphasis; with an address it is a link."""

    text: str
    face: str = ""
    url: str = ""


Line = tuple[Run, ...]
Item = tuple[Line, ...]


def split_name(name: str) -> tuple[str, str]:
    """Return given and family name."""
    parts = name.split()
    return " ".join(parts[:-1]), parts[-1]


def initials(name: str) -> str:
    """Return the initials of the given names: `S.-G.`."""
    givens = [[part for part in given.split("-") if part] for given in split_name(name)[0].split()]
    return " ".join("-".join(f"{part[0].upper()}." for part in parts) for parts in givens)


def short(name: str) -> str:
    return f"{initials(name)} {split_name(name)[1]}".strip()


def inverted(name: str) -> str:
    given, family = split_name(name)
    return f"{family}, {given}" if given else family


def inverted_short(name: str) -> str:
    given, family = split_name(name)
    return f"{family}, {initials(name)}" if given else family


def vancouver_name(name: str) -> str:
    return f"{split_name(name)[1]} {re.sub(r'[^A-Z]', '', initials(name))}".strip()


def joined(names: list[Run], comma: str = ", ", last: str = " and ") -> list[Run]:
    """Return names with separators between them."""
    out: list[Run] = []
    for at, name in enumerate(names):
        if at:
            out.append(Run(last if at == len(names) - 1 else comma))
        out.append(name)
    return out


def people(paper: Paper, owner: str, form: Callable[[str], str] = str, mark: str = "") -> list[Run]:
    """Return the author list, the owner in bold, the first two marked."""
    starred = len(paper.authors) > 2 and mark
    return [
        Run(form(name) + (mark if starred and at < 2 else ""), "strong" if name == owner else "")
        for at, name in enumerate(paper.authors)
    ]


def where(paper: Paper, journal: str = "{venue} {volume}({issue}): {page}", meeting: str = "{venue}") -> str:
    """Return the venue with what the record has of volume, issue and pages."""
    text = (journal if paper.journal else meeting).format(
        venue=paper.long_venue, volume=paper.volume, issue=paper.issue, page=paper.page.replace("-", "–")
    )
    text = re.sub(r"\(\)|, (?:vol\.|no\.|pp\.|S\.) (?=,|$)|:\s*$", "", text)
    return re.sub(r"[\s,:;]+$", "", re.sub(r"\s+", " ", text))


def ieee(p: Paper, o: str, _: random.Random) -> Item:
    names = joined(people(p, o, short), last=", and " if len(p.authors) > 2 else " and ")
    place = where(p, "{venue}, vol. {volume}, no. {issue}, pp. {page}", "in Proc. {venue}")
    pages = f", pp. {p.page.replace('-', '–')}" if p.page and not p.journal else ""
    return ((*names, Run(f", “{p.title},” "), Run(place, "emphasis"), Run(f", {p.year}{pages}.")),)


def acm(p: Paper, o: str, _: random.Random) -> Item:
    place = where(p, "{venue} {volume}, {issue} ({year})".replace("({year})", ""), "In {venue}")
    doi = Run(f" https://doi.org/{p.doi}", url=f"https://doi.org/{p.doi}") if p.doi else Run("")
    return (
        (*joined(people(p, o), last=", and "), Run(f". {p.year}. {p.title}. "), Run(place, "emphasis"), Run("."), doi),
    )


def apa(p: Paper, o: str, _: random.Random) -> Item:
    names = joined(people(p, o, inverted_short), last=", & ")
    place = where(p, "{venue}, {volume}({issue}), {page}", "In {venue}")
    return ((*names, Run(f" ({p.year}). {p.title}. "), Run(place, "emphasis"), Run(".")),)


def vancouver(p: Paper, o: str, _: random.Random) -> Item:
    tail = f"{p.year};{p.volume}({p.issue}):{p.page}." if p.journal else f"{p.year}."
    return (
        (
            *joined(people(p, o, vancouver_name), last=", "),
            Run(f". {p.title}. {p.long_venue}. {tail.replace('()', '')}"),
        ),
    )


def chicago(p: Paper, _o: str, _: random.Random) -> Item:
    names = [inverted(p.authors[0]), *p.authors[1:]]
    listed = ", ".join(names[:-1]) + (", and " if names[1:] else "") + names[-1]
    place = where(p, "{venue} {volume}, no. {issue}", "In {venue}").replace(", no. (", " (")
    tail = f" ({p.year}): {p.page}." if p.journal else f", {p.page}, {p.year}."
    return (
        (Run(f"{listed}. “{p.title}.” "), Run(place, "emphasis"), Run(tail.replace(": .", ".").replace(", , ", ", "))),
    )


def quoted(p: Paper, o: str, _: random.Random) -> Item:
    return ((*joined(people(p, o), last=", "), Run(f". “{p.title}”. {p.venue} {p.year}.")),)


def plain(p: Paper, o: str, _: random.Random) -> Item:
    return (
        (
            *joined(people(p, o)),
            Run(f". {p.title}. "),
            Run(where(p, meeting="In {venue}"), "emphasis"),
            Run(f", {p.year}."),
        ),
    )


def commas(p: Paper, o: str, _: random.Random) -> Item:
    return ((*joined(people(p, o), last=", "), Run(f", {p.title}, {p.venue} {p.year}")),)


def title_lines(p: Paper, o: str, _: random.Random) -> Item:
    links = (
        Run("[PDF]", url=f"https://example.org/{p.year}/paper.pdf"),
        Run(" "),
        Run("[Code]", url="https://github.com/x/y"),
    )
    return (
        (Run(p.title, "strong"),),
        tuple(joined(people(p, o), last=", ")),
        (Run(f"{p.venue} {p.year}", "emphasis"),),
        links,
    )


def title_link(p: Paper, o: str, _: random.Random) -> Item:
    url = f"https://doi.org/{p.doi}" if p.doi else f"https://example.org/{p.year}/paper.pdf"
    return ((Run(p.title, url=url),), tuple(joined(people(p, o))), (Run(f"{p.long_venue}, {p.year}."),))


def title_first(p: Paper, o: str, _: random.Random) -> Item:
    return ((Run(f"{p.title}. "), *joined(people(p, o), last=", "), Run(f". {p.venue} {p.year}.")),)


def title_quoted_first(p: Paper, o: str, _: random.Random) -> Item:
    return ((Run(f"“{p.title}”, "), *joined(people(p, o)), Run(f", {p.long_venue}, {p.year}.")),)


def badge(p: Paper, o: str, rng: random.Random) -> Item:
    form = rng.choice(["[{v} {y}]", "[{v}'{s}]", "{v} {y}:", "({v} {y})"])
    tag = form.format(v=p.venue, y=p.year, s=str(p.year)[2:])
    return ((Run(tag, "strong"), Run(f" {p.title}. "), *joined(people(p, o), last=", "), Run(".")),)


def badge_lines(p: Paper, o: str, _: random.Random) -> Item:
    return ((Run(f"{p.venue} {p.year}", "strong"),), (Run(p.title),), tuple(joined(people(p, o), last=", ")))


def yearless(p: Paper, o: str, _: random.Random) -> Item:
    return ((*joined(people(p, o)), Run(f". {p.title}. "), Run(f"In {p.long_venue}.", "emphasis")),)


def news(p: Paper, _o: str, rng: random.Random) -> Item:
    month = rng.choice(["Jan", "March", "May", "Sep", "Nov"])
    form = rng.choice(
        [
            "{m} {y}: Our paper “{t}” was accepted at {v} {y}!",
            "[{m} {y}] “{t}” has been accepted to {v} {y}.",
            "{m} {y} – Paper accepted at {v} {y}: {t}",
            "{m} {y}. Excited to present “{t}” at {v} {y}, see you there!",
        ]
    )
    return ((Run(form.format(m=month, y=p.year, t=p.title, v=p.venue)),),)


def labels(p: Paper, o: str, rng: random.Random) -> Item:
    code = f"[{'J' if p.journal else 'C'}{rng.randint(1, 60)}] "
    rate = "" if p.journal else f" (acceptance rate {rng.randint(12, 33)}%)"
    venue = p.venue if p.journal else f"{p.long_venue} ({p.venue}'{str(p.year)[2:]})"
    return ((Run(code), *joined(people(p, o, short), last=", "), Run(f", “{p.title}”, {venue}, {p.year}{rate}.")),)


def et_al(p: Paper, _o: str, _: random.Random) -> Item:
    who = f"{p.authors[0]} et al." if len(p.authors) > 1 else f"{p.authors[0]}."
    return ((Run(f"{who} {p.title}. {p.venue}, {p.year}."),),)


def with_others(p: Paper, o: str, _: random.Random) -> Item:
    others = [Run(name) for name in p.authors if name != o]
    inside = (Run(" (with "), *joined(others), Run(")")) if others else ()
    return ((Run(p.title, "strong"), *inside, Run(". "), Run(p.long_venue, "emphasis"), Run(f", {p.year}.")),)


def scholar(p: Paper, _o: str, rng: random.Random) -> Item:
    names = ", ".join(f"{re.sub(r'[^A-Z]', '', initials(name))} {split_name(name)[1]}".strip() for name in p.authors)
    place = where(p, "{venue} {volume} ({issue}), {page}", "{venue}") + (
        f", {p.page}" if p.page and not p.journal else ""
    )
    return (
        (Run(p.title, url="https://scholar.google.com/citations?x"),),
        (Run(names),),
        (Run(f"{place}, {p.year}"),),
        (Run(str(rng.randint(2, 400))),),
    )


def dblp_page(p: Paper, _o: str, _: random.Random) -> Item:
    place = where(p, "{venue} {volume}({issue}): {page} (" + str(p.year) + ")", f"{p.venue} {p.year}: {{page}}")
    return ((Run(f"{', '.join(p.authors)}:"),), (Run(f"{p.title.rstrip('.')}. {place}"),))


def german(p: Paper, o: str, _: random.Random) -> Item:
    pages = f", S. {p.page}" if p.page else ""
    place = f"{p.long_venue} {p.volume}" if p.journal else f"In: {p.long_venue}"
    return ((*joined(people(p, o, inverted), "; ", "; "), Run(f": {p.title}. {place.strip()}{pages}, {p.year}.")),)


def remarks(p: Paper, o: str, rng: random.Random) -> Item:
    note = rng.choice(
        [" (Oral)", " (Best Paper Award)", ", Best Paper Honorable Mention", " (spotlight, top 5%)", " (to appear)", ""]
    )
    links = (
        Run(" ["),
        Run("paper", url=f"https://example.org/{p.year}.pdf"),
        Run("] ["),
        Run("code", url="https://github.com/x/y"),
        Run("]"),
    )
    return (
        (
            *joined(people(p, o, mark="*")),
            Run(". "),
            Run(p.title, "strong"),
            Run(f". {p.venue} {p.year}{note}."),
            *links,
        ),
    )


Style = Callable[[Paper, str, random.Random], Item]
# The layout of the list, and the shape of its items.
STYLES: Mapping[str, tuple[str, Style]] = {
    "ieee numbered": ("numbers", ieee),
    "ieee paragraphs": ("paragraphs", ieee),
    "acm bullets": ("bullets", acm),
    "apa paragraphs": ("paragraphs", apa),
    "vancouver numbered": ("numbers", vancouver),
    "chicago paragraphs": ("paragraphs", chicago),
    "quoted bullets": ("bullets", quoted),
    "plain paragraphs": ("paragraphs", plain),
    "commas bullets": ("bullets", commas),
    "title over lines": ("paragraphs", title_lines),
    "title over lines, bullets": ("bullets", title_lines),
    "title linked": ("paragraphs", title_link),
    "title first bullets": ("bullets", title_first),
    "title quoted first": ("numbers", title_quoted_first),
    "badge bullets": ("bullets", badge),
    "badge over lines": ("paragraphs", badge_lines),
    "year headings": ("years", yearless),
    "year headings, lines": ("years lines", title_lines),
    "news bullets": ("bullets", news),
    "labels": ("paragraphs", labels),
    "et al": ("bullets", et_al),
    "with others": ("paragraphs", with_others),
    "scholar lines": ("paragraphs", scholar),
    "dblp lines": ("paragraphs", dblp_page),
    "german bullets": ("bullets", german),
    "remarks bullets": ("bullets", remarks),
    "breaks in a paragraph": ("breaks", plain),
    "wrapped": ("wrapped", ieee),
    "page breaks": ("pages", apa),
    "table": ("table", plain),
}

# Sections that name venues, years and people and are no publications.
DECOYS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        "Education",
        "bullets",
        (
            "Ph.D. in Computer Science, University of Edinburgh, 2009–2013. Thesis advisor: Prof. Alan Smaill",
            "M.Sc. in Artificial Intelligence, KU Leuven, 2007–2009 (magna cum laude)",
            "B.Eng. in Electrical Engineering, Tsinghua University, 2003–2007",
        ),
    ),
    (
        "Work Experience",
        "bullets",
        (
            "Senior Research Scientist, IBM Research, Zurich, Switzerland, Jan. 2016 – present",
            "Led a team of five engineers building low-latency inference services; cut costs by 40% in 2018",
            "Research Intern, Microsoft Research Asia, Beijing, Summer 2011. Mentor: Dr. Wei Chen",
            "Designed and shipped the ranking component of the search engine, used by 20M people.",
        ),
    ),
    (
        "Honors and Awards",
        "bullets",
        (
            "Best Paper Award, AAAI 2014",
            "Outstanding Reviewer Award, NeurIPS 2019",
            "Google PhD Fellowship in Machine Learning, 2012",
            "ACM SIGIR Student Travel Grant, 2011",
        ),
    ),
    (
        "Invited Talks",
        "bullets",
        (
            "“Learning from Weak Supervision”, Stanford NLP Seminar, Stanford, CA, March 2018",
            "Keynote: The Future of Program Synthesis, PLDI 2019 Workshop on Machine Learning, Phoenix, June 2019",
            "Towards Robust Perception. Invited talk at Dagstuhl Seminar 17391, September 2017",
        ),
    ),
    (
        "Teaching",
        "bullets",
        (
            "CS 224N: Natural Language Processing with Deep Learning, Teaching Assistant, Winter 2015",
            "Introduction to Databases (undergraduate, 120 students), Fall 2016, Fall 2017",
            "Advanced Algorithms, guest lecturer, Spring 2018",
        ),
    ),
    (
        "Professional Service",
        "bullets",
        (
            "Area Chair: ACL 2020, EMNLP 2019, NAACL 2018",
            "Program Committee: AAAI (2014–2020), IJCAI 2016, ICML 2017, KDD 2018",
            "Journal reviewer: IEEE TPAMI, JMLR, Artificial Intelligence, ACM Transactions on Information Systems",
            "Workshop co-organizer, Workshop on Structured Prediction at ICML 2018",
        ),
    ),
    (
        "Grants",
        "bullets",
        (
            "NSF CAREER Award IIS-1452566, “Scalable Inference for Structured Data”, $549,999, 2015–2020 (PI)",
            "DARPA Explainable AI, co-PI with J. Smith, $1.2M, 2017–2021",
        ),
    ),
    (
        "Patents",
        "bullets",
        (
            "J. Smith and L. Chen, “Method and system for caching query results,” US Patent 9,123,456, Sept. 1, 2015.",
            "Systems and methods for speech recognition. US Patent App. 15/123,456, filed 2016.",
        ),
    ),
    (
        "Students",
        "bullets",
        (
            "Maria Keller (Ph.D., 2019; now at Google). Thesis: Robust Estimation in High Dimensions",
            "Tom Okafor (M.Sc., 2020)",
        ),
    ),
    (
        "References",
        "paragraphs",
        (
            "Prof. Alan Smaill, School of Informatics, University of Edinburgh",
            "Available upon request.",
        ),
    ),
    (
        "Skills",
        "bullets",
        ("Programming: Python, C++, Java, Rust", "Languages: English (fluent), German (B2), Mandarin (native)"),
    ),
)
BIO = (
    "I am a senior research scientist at IBM Research, Zurich. My research interests are machine learning, "
    "natural language processing and databases. I received my Ph.D. from the University of Edinburgh in 2013, where I "
    "was advised by Alan Smaill. "
    "Before that, I studied at KU Leuven and Tsinghua University. My work has appeared at AAAI, ACL and SIGMOD."
)
