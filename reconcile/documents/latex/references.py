r"""The macros that BibTeX styles write into a list of references: REVTeX's and APS's, ACM's, apacite's, IEEEtran's.

\bibfield {author} {\bibinfo {author} {\bibnamefont {Bee}},\ }\href@noop {} {\bibinfo {year} {2020}}\BibitemShut {No}
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Part(NamedTuple):
    """An argument, from 0, and what is printed around it where it is not empty."""

    argument: int
    before: str = ""
    after: str = ""


class Printed(NamedTuple):
    """How many arguments a macro takes, and what it prints."""

    taken: int
    parts: tuple[Part, ...] = ()


_FIRST, _SECOND = (Part(0),), (Part(1),)
_IN_BRACKETS = (Part(0, "(", ")"),)

MACROS: Mapping[str, Printed] = {
    # REVTeX, and what ACM's style has of it; `\href@noop` as `readable` spells it
    "BibitemShut": Printed(1),
    "SortNoop": Printed(1),
    "bibfield": Printed(2, _SECOND),
    "bibinfo": Printed(2, _SECOND),
    "bibnamefont": Printed(1, _FIRST),
    "bibfnamefont": Printed(1, _FIRST),
    "citenamefont": Printed(1, _FIRST),
    "hrefXnoop": Printed(2, _SECOND),
    "noopsort": Printed(1),
    # ACM
    "showarticletitle": Printed(1, _FIRST),
    "showISBN": Printed(1),
    "showISBNx": Printed(1),
    "showISBNxiii": Printed(1),
    "showISSN": Printed(1),
    "showLCCN": Printed(1),
    "showCODEN": Printed(1),
    "showeprint": Printed(1, (Part(0, "arXiv:"),)),
    # IEEEtran
    "BIBforeignlanguage": Printed(2, _SECOND),
    # apacite
    "APACinsertmetastar": Printed(1),
    "APACaddressInstitution": Printed(2, (Part(0, after=": "), Part(1))),
    "APACaddressPublisher": Printed(2, (Part(0, after=": "), Part(1))),
    "APACaddressPublisherEqAuth": Printed(2, (Part(0, after=": "), Part(1))),
    "APACjournalVolNumPages": Printed(4, (Part(0), Part(1, ", "), Part(2, "(", ")"), Part(3, ", "))),
    "APACrefYear": Printed(1, _IN_BRACKETS),
    "APACrefYearMonthDay": Printed(3, _IN_BRACKETS),
    "APACrefaetitle": Printed(2, _FIRST),
    "APACrefatitle": Printed(2, _FIRST),
    "APACrefbetitle": Printed(2, _FIRST),
    "APACrefbtitle": Printed(2, _FIRST),
    "PrintBackRefs": Printed(1),
}  # fmt: skip
# Macros without arguments: apacite's words.
WORDS: Mapping[str, str] = {
    "BBA": "&",
    "BBAA": "and",
    "BBACOMMA": ",",
    "BBCP": ")",
    "BBOP": "(",
    "BCBL": ",",
    "BCBT": ",",
    "BED": "Ed.",
    "BEDS": "Eds.",
    "BHBI": ".-",
    "BIP": "in press",
    "BIn": "In",
    "BPBI": ". ",
    "BPG": "p.",
    "BPGS": "pp.",
    "BPhD": "PhD thesis",
    "BVOL": "Vol.",
    "doibase": "https://doi.org/",
}


def readable(tex: str) -> str:
    """Return a source in which the one macro of such lists whose name is no word has a name, as long."""
    return tex.replace("\\href@noop", "\\hrefXnoop")
