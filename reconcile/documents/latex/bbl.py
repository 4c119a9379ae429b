r"""Lists of references as BibTeX and biber write them for a paper: `.bbl`.

BibTeX's are TeX, `\begin{thebibliography}`. biber's name the fields of each entry, for biblatex to set them:

    \entry{bee}{article}{}{}
      \name{author}{1}{}{%
        {{hash=a1}{%
           family={Bee},
           given={Ada}}}%
      }
      \field{title}{On Wool}
      \field{year}{2020}
      \verb{doi}
      \verb 10.1000/x
      \endverb
    \endentry
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reconcile.documents.blocks.block import Block, Document
from reconcile.documents.blocks.encoding import Lines
from reconcile.documents.blocks.entries import entry_block
from reconcile.documents.latex.read import read_tex
from reconcile.documents.tex.characters import field
from reconcile.documents.tex.groups import group_at

_ENTRY = re.compile(r"^[ \t]{0,99}\\entry\{([^{}\n]{1,300})\}\{([A-Za-z]{1,40})\}", re.MULTILINE)
_CLOSED = re.compile(r"\\endentry|^[ \t]{0,99}\\entry\{", re.MULTILINE)
_LONGEST = 1_000_000  # characters of an entry: thousands of authors
_OPTION = r"(?:\[[^\[\]\n]{0,99}\])?"
# A field, a list of names or of places, and an address that is kept as it is written.
_VALUE = re.compile(
    rf"^[ \t]{{0,99}}\\(?:(?P<kind>field|list|name){_OPTION}\{{(?P<field>\w{{1,40}})\}}"
    r"(?:\{\d{1,5}\}(?:\{[^{}\n]{0,999}\})?)?\{|verb\{(?P<kept>\w{1,40})\}\s{0,99}\\verb (?P<text>[^\n]{1,2000}))",
    re.MULTILINE,
)
_PERSON = re.compile(r"\{\{[^{}]{0,500}\}\{")
_PART = re.compile(r"\b(prefix|family|given|suffix)=\{")
# The parts of a name where an older biber does not name them, each before its initials.
_OLDER = ("family", "given", "prefix", "suffix")
_NEXT = re.compile(r"\}\s{0,9}\{")
_MORE = re.compile(r"\\true\{more(author|editor)\}")
# What biblatex's own macros between the parts of names and pages stand for.
_SIGNS = (
    (re.compile(r"\\bibnamedelim[abcdi]\b[ \t]?|\\bibinitdelim\b[ \t]?"), " "),
    (re.compile(r"\\bibinitperiod\b[ \t]?"), "."),
    (re.compile(r"\\bibinithyphendelim\b[ \t]?"), ".-"),
    (re.compile(r"\\bibrangedash\b[ \t]?"), "--"),
    (re.compile(r"\\bibrangessep\b[ \t]?"), ", "),
)
_FIELDS = frozenset(
    "author booktitle booksubtitle chapter doi edition editor eprint eprinttype eventtitle howpublished institution"
    " isbn journal location maintitle month note number pages publisher pubstate school series subtitle title type url"
    " volume year".split()
)
_RENAMED = {"journaltitle": "journal"}


def read_bbl(name: str, lines: Lines) -> Document:
    """Return the entries of a list of references, BibTeX's or biber's."""
    tex = lines.joined()
    blocks = tuple(_entries(tex, lines))
    return Document(name, blocks) if blocks else read_tex(name, lines)


def _entries(tex: str, lines: Lines) -> Iterator[Block]:
    """Yield the entries of biber's lists; one that several lists have is read once."""
    seen: set[str] = set()
    line, at = 1, 0
    for entry in _ENTRY.finditer(tex):
        line, at = line + tex.count("\n", at, entry.start()), entry.start()
        if entry[1] in seen:
            continue
        seen.add(entry[1])
        limit = min(entry.end() + _LONGEST, len(tex))
        closed = _CLOSED.search(tex, entry.end(), limit)
        text = tex[entry.end() : closed.start() if closed else limit]
        if fields := _fields(text):
            last = min(line + text.count("\n"), len(lines.raw))
            yield entry_block({"ENTRYTYPE": entry[2], "ID": entry[1], **fields}, line, last, lines)


def _fields(text: str) -> dict[str, str]:
    """Return the fields of an entry that say what it is."""
    found: dict[str, str] = {}
    for value in _VALUE.finditer(text):
        called = value["kept"] or value["field"]
        called = _RENAMED.get(called, called)
        if called not in _FIELDS:
            continue
        if value["kind"] == "name":
            inner = _people(text, value.end())
        elif value["kind"] == "list":
            inner = ", ".join(_items(group_at(text, value.end()) or ""))
        else:
            inner = value["text"] or _plain(group_at(text, value.end()) or "")
        if inner.strip():
            found.setdefault(called, inner.strip())
    for more in _MORE.finditer(text):
        if more[1] in found:
            found[more[1]] += " and others"
    return found


def _items(text: str) -> Iterator[str]:
    at = text.find("{")
    while at >= 0:
        inner = group_at(text, at + 1) or ""
        yield _plain(inner)
        at = text.find("{", at + len(inner) + 2)


def _people(text: str, start: int) -> str:
    """Return the people of a list of names, as BibTeX joins them."""
    following = _VALUE.search(text, start)
    text = text[start : following.start() if following else len(text)]
    begins = list(_PERSON.finditer(text))
    ends = [*(begin.start() for begin in begins[1:]), len(text)]
    return " and ".join(filter(None, (_person(text[at.end() : end]) for at, end in zip(begins, ends, strict=False))))


def _person(text: str) -> str:
    r"""Return a person of `family={Bee}, given={Ada}`, of an older biber `Bee}{B\bibinitperiod}{Ada}{A…`."""
    parts = {part[1]: _plain(group_at(text, part.end()) or "") for part in _PART.finditer(text)}
    if not parts:
        groups = [_plain(group) for group in _NEXT.split(text.split("\n")[0], maxsplit=8)]
        parts = dict(zip(_OLDER, groups[::2], strict=False))
    family = " ".join(filter(None, (parts.get("prefix"), parts.get("family"))))
    return ", ".join(filter(None, (family, parts.get("suffix"), parts.get("given"))))


def _plain(tex: str) -> str:
    for pattern, sign in _SIGNS:
        tex = pattern.sub(sign, tex)
    return " ".join(field(tex).split())
