r"""TeX sources of CVs and publication lists.

    \item \me, A. Author, \href{https://doi.org/10.1/x}{Title}. \emph{Venue}, 2020.
    \cventry{2020}{Title}{Authors}{Venue}{}{}

The preamble gives the macros and the owner only. An unknown macro with several arguments is an entry whose lines
are the arguments; one with a single argument is text. Formulas become characters.
"""

from __future__ import annotations

import re

from pylatexenc.latexwalker import LatexWalkerParseError  # type: ignore[import-untyped]

from reconcile.documents.bib.read import entries_in
from reconcile.documents.blocks.block import Block, Document
from reconcile.documents.blocks.encoding import Lines
from reconcile.documents.blocks.labels import split_items
from reconcile.documents.blocks.owner import as_person, owner_of
from reconcile.documents.blocks.unreadable import MAX_DEPTH, MAX_MARKUP
from reconcile.documents.latex.references import readable
from reconcile.documents.latex.walk import IN_ADDRESS, Walk
from reconcile.documents.pages.writer import Writer
from reconcile.documents.tex.characters import depth, plain
from reconcile.documents.tex.groups import COMMENT, group_at
from reconcile.documents.text.plain import as_plain

_TOO_DEEP = "this TeX is nested too deep or too long to be parsed and was read as plain text; simplify it"
_BEGIN = re.compile(r"\\begin\s{0,9}\{document\}")
_END = re.compile(r"\\end\s{0,9}\{document\}")
# A percent sign in an address starts no comment, and a tilde is no blank: `https://x.edu/~bee`.
_ADDRESS = re.compile(r"(\\(?:url|href|nolinkurl|path)\s{0,9}\{)((?:\\~\{\}|[^{}\n]){0,2000})\}")
_ESCAPED = re.compile(r"\\(?:string)?([%&~])(?:\{\})?")
# A length or a count that is set is no text: `\\hangindent=1.5em`, `\\parskip 2pt`.
_LENGTH = re.compile(
    r"\\(?:hangindent|hangafter|parindent|parskip|leftskip|rightskip|baselineskip|lineskip|tabcolsep|itemsep|topsep)"
    r"[ \t]{0,9}=?[ \t]{0,9}-?(?:\d[\d.]{0,9}|\.\d{1,9}|(?=\\))"
    r"(?:[ \t]?(?:pt|em|ex|cm|mm|in|bp|sp|pc)\b|\\[A-Za-z]{1,20})?"
    # a skip that may stretch, as IEEEtran's references have it: `\\hskip 1em plus 0.5em minus 0.4em\\relax`
    r"|\\[hv]skip\s{0,9}-?[\d.]{1,9}\s?(?:pt|em|ex|cm|mm|in|bp|sp|pc)\b"
    r"(?:\s{1,99}(?:plus|minus)\s{1,99}[\d.]{1,9}\s?(?:pt|em|ex|cm|mm|in|bp|sp|pc|fil{1,3})\b){0,2}"
)
# A title that INSPIRE's items have in a comment: ``%``On wool,''``.
_COMMENTED_TITLE = re.compile(r"^([ \t]{0,20})%(?=``[^\n]{1,2000}''[ \t]{0,20}$)", re.MULTILINE)
_VISIBLE = re.compile(r"[^\n]")
_OWNER = re.compile(r"\\(?:author|name|myname|fullname|cvname)\s{0,9}(?:\[[^\]\n]{0,200}\])?\s{0,9}\{")
_SECOND = re.compile(r"\s{0,9}\{")
_FIRST_NAME = re.compile(r"\\(?:firstname|givenname)\s{0,9}\{")
_LAST_NAME = re.compile(r"\\(?:familyname|lastname|surname)\s{0,9}\{")
_QUOTED_BIB = re.compile(r"\\begin\{filecontents\*?\}(?:\[[^\]\n]{0,99}\])?\{[^{}\n]{0,200}\.bib\}")
# The parser puts characters together one by one: so many in a row, without anything of TeX, are no TeX.
_LONGEST_RUN = 50_000
_ENDS_RUN = re.compile(r"[\\{}$~&%]|\n\s*\n")


def read_tex(name: str, lines: Lines) -> Document:
    """Return the blocks of a TeX source; one that no parser should be given is read as plain text."""
    tex = _ADDRESS.sub(lambda found: f"{found[1]}{_verbatim(found[2])}}}", lines.joined())
    tex = _COMMENTED_TITLE.sub(r"\1 ", tex) if "\\bibitem" in tex else tex
    tex = _LENGTH.sub(lambda found: _VISIBLE.sub(" ", found[0]), readable(tex))
    if len(tex) > MAX_MARKUP or depth(tex) > MAX_DEPTH or max(map(len, _ENDS_RUN.split(tex))) > _LONGEST_RUN:
        return as_plain(name, lines, _TOO_DEEP)
    begin, end = _BEGIN.search(tex), _END.search(tex)
    start = begin.end() if begin else 0
    walk = Walk(Writer(lines), tex)
    try:
        walk.write(tex[start : end.start() if end else len(tex)], start)
    except (RecursionError, LatexWalkerParseError, IndexError):  # IndexError: the parser, on `\\verb` at the end
        return as_plain(name, lines, _TOO_DEEP)
    quoted = _quoted_entries(tex, lines)
    blocks = (*quoted, *split_items(walk.writer.blocks, lines))
    return Document(name, blocks, owner=_owner(COMMENT.sub("", tex)) or owner_of(blocks))


def _verbatim(address: str) -> str:
    return _ESCAPED.sub(r"\1", address).translate(IN_ADDRESS)


def _owner(tex: str) -> str:
    r"""Return the person of \author{Ada Lovelace}, \name{Ada}{Lovelace} or \firstname{Ada} \familyname{Lovelace}."""
    if match := _OWNER.search(tex):
        first = group_at(tex, match.end()) or ""
        second = _SECOND.match(tex, match.end() + len(first) + 1)
        last = group_at(tex, second.end()) or "" if second else ""
        first = re.split(r"\\\\|\\thanks|\\and\b", first)[0]
        return as_person(plain(first)) or as_person(plain(f"{first} {last}"))
    given, family = _FIRST_NAME.search(tex), _LAST_NAME.search(tex)
    if given and family:
        return as_person(plain(f"{group_at(tex, given.end()) or ''} {group_at(tex, family.end()) or ''}"))
    return ""


def _quoted_entries(tex: str, lines: Lines) -> tuple[Block, ...]:
    """Return the entries of a bibliography that the source carries in `filecontents`."""
    match = _QUOTED_BIB.search(tex)
    if match is None:
        return ()
    end = tex.find("\\end{filecontents", match.end())
    return entries_in(tex[match.end() : end if end > 0 else len(tex)], lines, tex.count("\n", 0, match.end()) + 1)
