"""The text of `bibliography.bib`: one entry a work, with what is doubtful about it said above and inside."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from reconcile.bibtex.fields import fields
from reconcile.bibtex.latex import clean, escape
from reconcile.mention import Flag, Severity, Status, Work
from sources.identifiers import normalize
from sources.record import Scheme

if TYPE_CHECKING:
    from bibtexparser.model import Entry
    from bibtexparser.writer import BibtexFormat

FLAG_FIELD = "x-reconcile"
_KEYWORDS = "keywords"
_MONTH = "month"  # the one field whose value is a macro (`jun`), known to every style, and so stands without braces
_SEVERITIES = tuple(Severity)


def write(
    works: Sequence[Work],
    *,
    plain: bool = False,
    ascii: bool = False,  # noqa: A002 -- as on the command line
    keywords: Mapping[str, Sequence[str]] = MappingProxyType({}),
) -> str:
    """Return the works as BibTeX, sorted by key.

    Each entry's flags stand in comment lines above it and in the field `x-reconcile`; a further comment names the
    record that each field was taken from. `plain` leaves all three out. `ascii` writes accents as LaTeX commands.
    `keywords` are those of the entries, by their keys.
    Raises ValueError where two works have one key.
    """
    # Here, as in the functions below, because commands that write nothing import this package too.
    from bibtexparser.entrypoint import write_string
    from bibtexparser.library import Library
    from bibtexparser.middlewares import default_unparse_stack
    from bibtexparser.model import ImplicitComment

    library = Library()
    for work in sorted(works, key=lambda each: each.key):
        flags = () if plain else _flags(work)
        if not plain:
            library.add(ImplicitComment("\n".join(_comments(work, flags))), fail_on_duplicate_key=True)
        library.add(_entry(work, flags, keywords.get(work.key, ()), ascii=ascii), fail_on_duplicate_key=True)
    text = write_string(
        library, unparse_stack=default_unparse_stack(allow_inplace_modification=True), bibtex_format=_format()
    )
    # The writer parts blocks alike; a comment belongs to the entry below it.
    return re.sub(r"(?m)^(% .*)\n\n(?=@)", r"\1\n", text)


def _format() -> BibtexFormat:
    from bibtexparser.writer import BibtexFormat

    layout = BibtexFormat()  # type: ignore[no-untyped-call]
    layout.indent = "  "
    layout.block_separator = "\n"
    layout.trailing_comma = True
    return layout


def _entry(work: Work, flags: Sequence[Flag], keywords: Sequence[str], *, ascii: bool) -> Entry:  # noqa: A002
    from bibtexparser.model import Entry, Field

    kind, pairs = fields(work, ascii=ascii)
    written = [Field(name, value, enclosing="no-enclosing" if name == _MONTH else None) for name, value in pairs]
    if keywords:
        written.append(Field(_KEYWORDS, ", ".join(keywords)))
    if flags:
        said = "; ".join(f"{flag.severity} {flag.code}: {flag.says}" for flag in flags)
        written.append(Field(FLAG_FIELD, escape(said, ascii=ascii)))
    return Entry(kind, work.key, written)


def _flags(work: Work) -> tuple[Flag, ...]:
    """Return a work's flags without repeats, the gravest first."""
    return tuple(
        sorted(dict.fromkeys(work.flags), key=lambda flag: (_SEVERITIES.index(flag.severity), flag.code, flag.says))
    )


# What is said above an entry that no record stands behind for sure.
_DOUBTS: Mapping[Status, str] = {
    Status.POSSIBLE: "possible: a record was found that is not sure to be the one meant; described as claimed",
    Status.NOT_CHECKED: "not checked: a source that could know it did not answer; described as claimed",
    Status.NOT_FOUND: "not found: described as claimed",
}


def _comments(work: Work, flags: Sequence[Flag]) -> list[str]:
    lines = [_comment(_DOUBTS[work.status])] if work.status in _DOUBTS else []
    lines += [_comment(f"{flag.severity} {flag.code}: {flag.says}") for flag in flags]
    givers: dict[str, list[str]] = defaultdict(list)
    for field, giver in work.provenance:
        givers[_giver(giver)].append(field)
    return [*lines, *(_comment(f"from {giver}: {', '.join(names)}") for giver, names in givers.items())] or [
        "% no source"
    ]


def _comment(text: str) -> str:
    """Return a comment line. BibTeX reads an `@` anywhere outside an entry as the start of one, so none is left."""
    return f"% {clean(text).replace('@', '(at)')}"


def _giver(described: str) -> str:
    """Return a record's description (`dblp conf/iccd/…`) without a key that its source does not really have."""
    record, comma, remark = described.partition(",")
    source, _, key = record.partition(" ")
    known = source != "dblp" or normalize(Scheme.DBLP, key) is not None
    return (record if known else source) + comma + remark
