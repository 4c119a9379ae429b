"""What can be read of an entry that breaks BibTeX's syntax: its key, and the text behind each `name =`."""

from __future__ import annotations

import re
from collections.abc import Mapping

from reconcile.documents.bib.scan import NAME, Broken, end_of_value, skip, value_end
from reconcile.documents.bib.values import LONGEST, joined, plain

# `@misc{key,`; a word with `=` behind it is a field's name and no key.
_HEAD = re.compile(r'@\w*\s*[{(]\s*((?:[^,{}="\r\n]*(?=,)|[^\s,={}()"]++(?!\s*=))?)[\s,]*')
_FIELD = re.compile(r"(?<=[,{(\n])[ \t]*([A-Za-z][\w-]{0,40})[ \t]*=[ \t]*")
_AROUND = " \t\r\n,{}"
# How many values are tried whole that turn out to be none: each may be looked through to the entry's end.
_MOST_TRIES = 64


def salvaged(text: str, macros: Mapping[str, str]) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Return the key and the fields that can be read of a broken entry; no field where there is no title.

    A value that is whole, with a comma, a brace or the next field behind it, is taken as it is; of any other all is
    taken that stands before the next `name =` at the start of a line or behind a comma.

    >>> salvaged('@misc{k, title = "A "quoted" thing", year = {2019', {})
    ('k', (('title', 'A "quoted" thing'), ('year', '2019')))
    """
    text = text[:LONGEST]
    head = _HEAD.match(text)
    if head is None:
        return "", ()
    named: dict[str, str] = {}
    tries = 0
    found = NAME.match(text, skip(text, head.end(), len(text))) or _FIELD.search(text, head.end() - 1)
    while found is not None:
        name, start = found[1].lower(), found.end()
        end = _whole(text, start) if tries < _MOST_TRIES else None
        if end is not None:
            value = joined(text[start:end], macros)
            found = _next(text, end)
        else:
            tries += 1
            found = _FIELD.search(text, start)
            torn = _undelimited(text[start : found.start() if found else len(text)])
            value = macros.get(torn.lower(), torn)
        if value and name not in named:
            named[name] = plain(name, value)
    return head[1].strip(), tuple(named.items()) if named.get("title") else ()


def _whole(text: str, start: int) -> int | None:
    """Return where the value at `start` ends; None where it does not end, or where something else follows."""
    try:
        end = value_end(text, start, len(text), end_of_value)
    except Broken:
        return None
    after = skip(text, end, len(text))
    return end if text[after : after + 1] in (",", "}", ")") or NAME.match(text, after) else None


def _next(text: str, end: int) -> re.Match[str] | None:
    """Return the next field behind a value that is whole."""
    at = skip(text, end, len(text))
    at = skip(text, at + 1, len(text)) if text[at : at + 1] == "," else at
    return NAME.match(text, at) or _FIELD.search(text, at)


def _undelimited(torn: str) -> str:
    """Return what stands in a value of which a delimiter is missing or one too many is there."""
    torn = torn.strip(_AROUND)
    if torn.startswith('"'):
        return torn[1:].removesuffix('"').strip(_AROUND)
    return torn if torn.count('"') % 2 == 0 else torn.strip('"')
