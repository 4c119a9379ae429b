"""Exports that tag their lines: MEDLINE (PubMed's `.nbib`), Web of Science (`savedrecs.txt`, `.ciw`), refer (`.enw`).

The tags are those of the National Library of Medicine's "MEDLINE/PubMed Data Element Descriptions", of Clarivate's
"Web of Science Core Collection Field Tags", of EndNote's "EndNote Import" format, and of refer(1).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from reconcile.documents.block import Document
from reconcile.documents.encoding import Lines
from reconcile.documents.exports.catalogued import journal_name, title_as_written
from reconcile.documents.exports.gathered import BETWEEN, Gathered, entry_block
from reconcile.documents.exports.troff import printed
from reconcile.documents.runs import clean
from reconcile.documents.unreadable import MAX_PARAGRAPH
from sources.markup import plain

Fields = dict[str, str]
Names = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Format:
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


def read_medline(name: str, lines: Lines) -> Document:
    """Return the entries of an export in MEDLINE's format."""
    return _read(name, lines, _MEDLINE)


def read_web_of_science(name: str, lines: Lines) -> Document:
    """Return the entries of a "full record" of the Web of Science; the works that they cite are none."""
    return _read(name, lines, _WEB_OF_SCIENCE)


def read_refer(name: str, lines: Lines) -> Document:
    """Return the entries of an export for EndNote, which has refer's tags (`%A`, `%T`), or of a database of refer's.

    Entries for EndNote begin with `%0`, refer's behind a blank line; what its fields say is meant for troff.
    """
    for_endnote = any(_ENDNOTE_TYPE.match(line) for line in lines.text)
    return _read(name, lines, _REFER if for_endnote else _DATABASE)


def read_ads(name: str, lines: Lines) -> Document:
    """Return the entries of the Astrophysics Data System's tagged text: `%R` and a bibcode, `%T`, `%A`."""
    return _read(name, lines, _ADS)


def _read(name: str, lines: Lines, form: _Format) -> Document:
    blocks = []
    for entry, last in _entries(lines, form):
        fields = form.finish(_with_groups(entry.fields(form.names), entry, form.groups), entry)
        if fields:
            blocks.append(entry_block(fields, entry.first, last, lines))
    return Document(name, tuple(blocks))


def _with_groups(fields: Fields, entry: Gathered, tags: tuple[str, ...]) -> Fields:
    """Return the fields with the groups of people that tags name behind the authors."""
    named = [f"{{{group}}}" for tag in tags for group in entry.of(tag)]
    authors = [fields["author"]] if "author" in fields else []
    return {**fields, "author": BETWEEN["author"].join([*authors, *named])} if named else fields


def _entries(lines: Lines, form: _Format) -> Iterator[tuple[Gathered, int]]:
    """Return the entries with the last line that each has."""
    entry: Gathered | None = None
    tag = ""
    last = 0
    for number, row in enumerate(lines.text, 1):
        line = row[:MAX_PARAGRAPH]
        found = form.tag.match(line)
        if found and found[1].strip() in (form.opens, *form.closes):
            if entry:
                yield entry, number if found[1].strip() in form.closes else last
            entry, tag = None, ""
        if found and found[1].strip() not in form.closes:
            tag = found[1].strip()
            entry = entry or Gathered(number)
            entry.put(tag, clean(found[2] or "").strip())
        elif form.parted and entry and not line.strip():
            yield entry, last
            entry, tag = None, ""
        elif entry and tag and (more := form.more.match(line)):
            put = entry.put if tag in form.listed else entry.continue_with
            put(tag, clean(more[1]).strip())
        last = number if line.strip() else last
    if entry:
        yield entry, last


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


_ENDNOTE_TYPE = re.compile(r"%0 \S")
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


_MEDLINE = _Format(
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
)
_WEB_OF_SCIENCE = _Format(
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
_REFER = _Format(
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
_ADS = _Format(
    tag=re.compile(r"%([A-Z0-9])(?:\s(.*)|$)"),
    more=_REFER.more,
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
_DATABASE = replace(
    _REFER,
    opens="",
    parted=True,
    finish=_database,
    names={**_REFER.names, "type": (), "note": ("R", "O"), "doi": (), "isbn": (), "url": ()},
)
