"""The tagged formats, a row each: how MEDLINE, Web of Science, RIS, ADS and refer write entries, what their tags mean.

The tags are those of the National Library of Medicine's "MEDLINE/PubMed Data Element Descriptions", of Clarivate's
"Web of Science Core Collection Field Tags", of Reference Manager's RIS format, of EndNote's "EndNote Import" format,
and of refer(1).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from reconcile.documents.exports.gathered import BETWEEN, Gathered
from reconcile.documents.exports.nlm import journal_name, title_as_written
from reconcile.documents.exports.troff import printed
from sources.markup import plain

Fields = dict[str, str]
Names = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Format:
    """How a format writes tags and further lines, what opens and closes an entry, and which tags mean a field.

    A further line of a tag in `listed` is a value of its own. `groups` name authors that are no persons. A blank line
    ends an entry of a format that is `parted`.
    """

    tag: re.Pattern[str]
    more: re.Pattern[str]
    opens: str
    closes: frozenset[str]
    listed: frozenset[str]
    groups: tuple[str, ...]
    names: Names
    finish: Callable[[Fields, Gathered], Fields]
    parted: bool = False


_DOI = re.compile(r"(\S+)\s*\[doi\]\s*\Z", re.IGNORECASE)


def _medline(fields: Fields, entry: Gathered) -> Fields:
    """Return the fields of a MEDLINE record: the title without the brackets of a translation, the DOI of its marks."""
    made = dict(fields)
    if "title" in made:
        made["title"] = title_as_written(made["title"], "".join(entry.of("TT")[:1]))
    if "title" not in made and "booktitle" in made:
        made["title"] = made.pop("booktitle")
    if "journal" in made:
        made["journal"] = journal_name(made["journal"])
    marked = [found[1] for tag in ("LID", "AID") for value in entry.of(tag) if (found := _DOI.match(value))]
    if marked:
        made["doi"] = marked[0]
    return made if "title" in made else {}


def _web_of_science(fields: Fields, entry: Gathered) -> Fields:
    """Return the fields of a full record: the kind of a journal's paper without that of the meeting it comes from."""
    made = dict(fields)
    kind = "".join(entry.of("PT")[:1])
    source = made.pop("source", "")
    if source and source.casefold() != made.get("title", "").casefold():
        made["journal" if kind.startswith("J") else "booktitle"] = source
    if kind.startswith("J"):
        made["type"] = made.get("type", "").replace("; Proceedings Paper", "") or "Article"
    if "pages" not in made and "number of article" in made:
        made["pages"] = made["number of article"]
    made.pop("number of article", "")
    return made if "title" in made else {}


def _refer(fields: Fields, _: Gathered) -> Fields:
    return fields if "title" in fields else {}


# What the journal's line goes on with: `The Astrophysical Journal, Volume 909, Issue 2, id.123`.
_NUMBERED = re.compile(r",\s(?:Volume|[Vv]ol\.|Issue|id\.|pp?\.)\s?.*", re.DOTALL)
_MONTH_FIRST = re.compile(r"(\d\d)/(\d{4})\Z")
_PROPOSAL = re.compile(r"\d{4}\w{3,5}\.{1,2}prop")  # the bibcode of a proposal to observe: `2019hst..prop15654S`
_COLLEAGUES = re.compile(r"(?:;\s?|\s)and \d+ colleagues\Z")
_ARXIV = re.compile(r"arXiv:\s?\S+", re.IGNORECASE)


def _ads(fields: Fields, entry: Gathered) -> Fields:
    """Return the fields of an ADS record: the journal without what other tags say, arXiv's number of its remark.

    Texts have tags and entities of HTML (`H<SUB>2</SUB>O`, `S&amp;T`); of many authors ADS prints the first.
    """
    made = {name: plain(said) for name, said in fields.items()}
    made["author"] = _COLLEAGUES.sub("; et al.", made.get("author", ""))
    made["journal"] = _NUMBERED.sub("", made.get("journal", ""))
    made["date"] = _MONTH_FIRST.sub(r"\2/\1", made.get("date", "")).removesuffix("/00")
    made["doi"] = made.get("doi", "").removeprefix("DOI:").strip()
    preprint = next((found[0] for tag in "3YU" for value in entry.of(tag) if (found := _ARXIV.search(value))), "")
    made["eprint"] = preprint
    made["type"] = "grant" if any(map(_PROPOSAL.match, entry.of("R"))) else ""
    return {name: value for name, value in made.items() if value} if "title" in made else {}


ENDNOTE_TYPE = re.compile(r"%0 \S")
# `%A F. Nakache and`, where the next author has a line of his own.
_HANGING_AND = re.compile(r"\s+and(?= and |\Z)")


def _database(fields: Fields, entry: Gathered) -> Fields:
    """Return the fields of an entry of refer's; `%R` names a report, a thesis or a talk."""
    made = {name: printed(said) for name, said in fields.items()}
    for people in {"author", "editor"} & made.keys():
        made[people] = _HANGING_AND.sub("", made[people])
    if "author" not in made and (bodies := entry.of("Q")):
        made["author"] = " and ".join(f"{{{printed(body)}}}" for body in bodies)
    if entry.of("R") and not made.keys() & {"journal", "booktitle"}:
        made["type"] = next((kind for words, kind in _UNPUBLISHED if words.match(entry.of("R")[0])), "report")
    return made if "title" in made else {}


# What `%R` begins with where it is no report.
_UNPUBLISHED = (
    (re.compile(r"(?:.{0,30}\b)?(?:thesis|dissertation|diss\b|habil|diplomarbeit|th[èe]se|tesis?\b)", re.I), "thesis"),
    (re.compile(r"(?:\w{1,20}\s)?(?:talk|lecture|vortrag|conf[ée]rence|ponencia|relazione)\b", re.I), "talk"),
    (re.compile(r"(?:us\s)?patent\b", re.I), "patent"),
)


def _ris(fields: Fields, entry: Gathered) -> Fields:
    """Return the fields of an entry in RIS: a journal's short name where it has no other, a book's title as its own.

    Who gives the authors under both of their tags gives all twice, or the first of them apart.
    """
    made = dict(fields)
    first, every = entry.of("A1"), entry.of("AU")
    if first and every and {_family(name) for name in first}.isdisjoint(map(_family, every)):
        made["author"] = BETWEEN["author"].join([*first, *every])
    short = made.pop("short journal", "")
    if short and not made.keys() & {"journal", "booktitle"}:
        made["journal"] = short
    if "title" not in made and "booktitle" in made:
        made["title"] = made.pop("booktitle")
    return made


def _family(name: str) -> str:
    return name.partition(",")[0].casefold()


MEDLINE = Format(
    tag=re.compile(r"([A-Z][A-Z0-9 ]{3})-(?: (.*)|\s*$)"),
    more=re.compile(r"\s{2,12}(\S.*)"),
    opens="PMID",
    closes=frozenset(),
    listed=frozenset(),
    groups=("CN",),
    names={
        "type": ("PT",),
        "author": ("FAU", "AU"),
        "editor": ("FED", "ED"),
        "title": ("TI",),
        "booktitle": ("BTI",),
        "journal": ("JT", "TA"),
        "date": ("DP", "DEP"),
        "volume": ("VI",),
        "number": ("IP",),
        "pages": ("PG",),
        "publisher": ("PB",),
        "isbn": ("ISBN",),
        "pmid": ("PMID",),
    },
    finish=_medline,
    parted=True,
)
WEB_OF_SCIENCE = Format(
    tag=re.compile(r"([A-Z][A-Z0-9])(?: (.*)|\s*$)"),
    more=re.compile(r" {2,4}(\S.*)"),
    opens="PT",
    closes=frozenset({"ER", "EF"}),
    listed=frozenset({"AU", "AF", "BA", "BF", "BE", "ED", "CA", "GP", "CR"}),
    groups=("CA",),
    names={
        "type": ("DT",),
        "author": ("AF", "AU", "BF", "BA", "GP"),
        "editor": ("BE", "ED"),
        "title": ("TI",),
        "source": ("SO",),
        "series": ("SE",),
        "date": ("PY", "EA"),
        "volume": ("VL",),
        "number": ("IS",),
        "pages": ("BP",),
        "endpage": ("EP",),
        "number of article": ("AR",),
        "publisher": ("PU",),
        "isbn": ("BN",),
        "doi": ("DI", "D2"),
    },
    finish=_web_of_science,
)
RIS = Format(
    tag=re.compile(r"([A-Z][A-Z0-9])  ?-(?: (.*)|\s*$)"),
    more=re.compile(r"(.*)"),
    opens="TY",
    closes=frozenset({"ER"}),
    listed=frozenset(),
    groups=(),
    names={
        "ENTRYTYPE": ("TY",),
        "author": ("AU", "A1"),
        "editor": ("ED", "A2"),
        "title": ("TI", "T1", "CT"),
        "journal": ("JF", "JO"),
        "short journal": ("JA", "J2"),
        "booktitle": ("T2", "BT", "C3"),
        "year": ("PY", "Y1", "DA"),
        "volume": ("VL",),
        "number": ("IS",),
        "pages": ("SP",),
        "endpage": ("EP",),
        "publisher": ("PB",),
        "isbn": ("SN",),
        "doi": ("DO",),
        "url": ("UR",),
        "note": ("N1",),
        "keywords": ("KW",),
        "ID": ("ID",),
    },
    finish=_ris,
)
REFER = Format(
    tag=re.compile(r"%([0-9A-Z@!?&^*+<>\[\]~$#(),:=|\\])(?: (.*)|\s*$)"),
    more=re.compile(r"\s{0,12}([^\s%].*)"),
    opens="0",
    closes=frozenset(),
    listed=frozenset(),
    groups=(),
    names={
        "type": ("0",),
        "author": ("A",),
        "editor": ("E",),
        "title": ("T",),
        "journal": ("J",),
        "booktitle": ("B",),
        "series": ("S",),
        "year": ("D",),
        "volume": ("V",),
        "number": ("N",),
        "pages": ("P",),
        "publisher": ("I",),
        "doi": ("R",),
        "isbn": ("@",),
        "url": ("U",),
    },
    finish=_refer,
)
ADS = Format(
    tag=re.compile(r"%([A-Z0-9])(?:\s(.*)|$)"),
    more=REFER.more,
    opens="R",
    closes=frozenset(),
    listed=frozenset(),
    groups=(),
    names={
        "author": ("A",),
        "title": ("T",),
        "journal": ("J",),
        "editor": ("E",),
        "date": ("D",),
        "volume": ("V",),
        "number": ("N",),
        "pages": ("P",),
        "endpage": ("L",),
        "doi": ("Y",),
        "url": ("U",),
    },
    finish=_ads,
)
DATABASE = replace(
    REFER,
    opens="",
    parted=True,
    finish=_database,
    names={**REFER.names, "type": (), "note": ("R", "O"), "doi": (), "isbn": (), "url": ()},
)
