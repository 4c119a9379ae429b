r"""What TeX macros mean for a publication list, and the macros that a document defines itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from reconcile.documents.tex.conditions import FALSE, NO_VALUE, decided
from reconcile.documents.tex.groups import group_at

HEADINGS = {
    **dict.fromkeys(("part", "chapter", "section", "cvsection", "section*", "sectiontitle", "rSection"), 1),
    **dict.fromkeys(("subsection", "cvsubsection", "subsectiontitle", "resheading", "heading"), 2),
    **dict.fromkeys(("subsubsection", "subheading", "cvsubsubsection"), 3),
    **dict.fromkeys(("paragraph", "subparagraph"), 4),
}
# A macro that styles its argument, and one that styles the rest of the group.
STYLED = {
    **dict.fromkeys(("textbf", "mathbf", "bm", "strong"), "strong"),
    **dict.fromkeys(("emph", "textit", "textsl", "underline", "uline", "ul"), "emphasis"),
    **dict.fromkeys(("texttt", "verb"), "code"),
}
SWITCHES = {
    **dict.fromkeys(("bf", "bfseries", "boldmath"), "strong"),
    **dict.fromkeys(("em", "it", "itshape", "sl", "slshape"), "emphasis"),
    **dict.fromkeys(("tt", "ttfamily"), "code"),
}
QUOTING = frozenset({"enquote", "mkbibquote", "textquote"})  # macros that put their argument in quotation marks
NAMED_LINKS = frozenset({"Eprint", "href"})  # address and text
LINKS = NAMED_LINKS | frozenset({"url", "nolinkurl", "doi", "path", "hyperref"})
TITLED = frozenset({"cventry"})  # macros that print a date and behind it a title in bold
ITEMS = frozenset({"bibitem", "item", "resumeItem", "ditem", "cvlistitem"})
BREAKS = frozenset({"\\", "newline", "linebreak", "tabularnewline", "cr"})
SPACES = frozenset({" ", "\n", ",", ";", ":", "!", "/"})
SPACES |= frozenset("dotfill enspace hfil hfill newblock qquad quad xspace".split())
PARAGRAPHS = frozenset({"par", "newpage", "clearpage", "medskip", "bigskip", "smallskip", "hrule", "noindent"})
# Macros of which neither the name nor the arguments are text, with the number of groups they take.
DROPPED = {
    **dict.fromkeys(
        "addcontentsline addtolength addtocounter definecolor fontsize hypersetup newcommand newenvironment"
        " providecommand renewcommand renewenvironment rule setcounter setlength titleformat titlespacing".split(),
        2,
    ),
    **dict.fromkeys(
        "addbibresource address bibliography bibliographystyle cite citep citet color colorlet email extrainfo faIcon"
        " fontfamily footnote footnotemark footnotetext geometry homepage hskip hspace hypertarget includegraphics"
        " include input label marginpar mobile nocite pagenumbering pagestyle phone photo printbibliography raisebox"
        " ref selectlanguage setmainfont social thanks thispagestyle usepackage vskip vspace".split(),
        1,
    ),
}
HIDDEN_ENVIRONMENTS = frozenset(
    "align algorithm comment equation figure filecontents lstlisting picture tikzpicture abstract".split()
)
# Environments without options, which only place their text.
PLACED = frozenset("center document flushleft flushright quote quotation titlepage".split())
TABLES = frozenset({"array", "longtable", "tabbing", "tabular", "tabularx", "tabulary", "xltabular"})
# A macro of one argument that is an entry: `\publication{...}`, `\resumeItem{...}`, `\cvpub{...}`.
ENTRY_NAME = re.compile(r"(?:pub|paper|item|entry|article|proceed)", re.IGNORECASE)

_DEFINITION = re.compile(
    r"\\(?:(?:re)?newcommand|providecommand|DeclareRobustCommand)\*?\s{0,9}\{?\s{0,9}\\([A-Za-z]+)\s{0,9}\}?"
    r"\s{0,9}(?:\[(\d)\])?\s{0,9}(?:\[([^\[\]\n]{0,200})\])?\s{0,9}\{"
    r"|\\def\s{0,9}\\([A-Za-z]+)((?:#\d){0,9})\s{0,9}\{"
    r"|\\(?:New|Renew|Provide|Declare)(?:Expandable)?DocumentCommand\s{0,9}\{?\s{0,9}\\([A-Za-z]+)\s{0,9}\}?"
    r"\s{0,9}\{([^{}\n]{0,80}(?:\{[^{}\n]{0,80}\}[^{}\n]{0,80}){0,9})\}\s{0,9}\{"
)
# An argument in xparse's signatures: `m`, `+m`, `o`, `O{default}`, `s`.
_IN_SIGNATURE = re.compile(r"([mvosO])(?:\{([^{}]{0,80})\})?")
_LONGEST_FORMULA = 4000
_MOST_MACROS = 60
_MACRO = re.compile(r"\\([A-Za-z]+)")
_SPACED_MACRO = re.compile(r"\\([A-Za-z]+)[ \t\n]*")
_NESTED = 3  # how deep macros in formulas are replaced
_ITEM = re.compile(r"\s*\\item(?![A-Za-z])")
_PARAMETER = re.compile(r"#(\d)")


class Option(NamedTuple):
    """An argument that may be left out: what stands for it then, and whether it is a star and not in brackets."""

    default: str
    star: bool = False


@dataclass(frozen=True, slots=True)
class Definition:
    """A macro of the document: how many arguments it takes, its body with `#1` in it, and which may be left out."""

    arguments: int
    body: str
    options: Mapping[int, Option] = field(default_factory=dict)

    def expand(self, given: tuple[str, ...]) -> str:
        """Return the body with the given arguments in their places, and what it asks of them decided."""
        padded = (*given, *[""] * 9)
        body = decided(self.body, given)
        return _PARAMETER.sub(lambda match: padded[int(match[1]) - 1] if match[1] != "0" else "", body)


def definitions(tex: str) -> Mapping[str, Definition]:
    r"""Return the macros that a document defines with \newcommand, \def and \NewDocumentCommand.

    >>> definitions(r"\newcommand{\me}{\textbf{A. Author}}")
    {'me': Definition(arguments=0, body='\\textbf{A. Author}', options={})}
    """
    found: dict[str, Definition] = {}
    for match in _DEFINITION.finditer(tex):
        name = match[1] or match[4] or match[6]
        body = group_at(tex, match.end())
        if body is not None and name not in HEADINGS and name not in STYLED:
            found[name] = Definition(*_arguments(match, body))
    return found


def _arguments(found: re.Match[str], body: str) -> tuple[int, str, Mapping[int, Option]]:
    """Return how many arguments a definition takes, its body, and which of them may be left out."""
    if found[6]:
        signs = list(_IN_SIGNATURE.finditer(found[7]))
        return len(signs), body, {at: _option(sign) for at, sign in enumerate(signs) if sign[1] not in "mv"}
    if found[1]:
        return int(found[2] or 0), body, {} if found[3] is None else {0: Option(found[3])}
    return (found[5] or "").count("#"), body, {}


def _option(sign: re.Match[str]) -> Option:
    return Option(FALSE, star=True) if sign[1] == "s" else Option(NO_VALUE if sign[2] is None else sign[2])


def items_among(known: Mapping[str, Definition]) -> frozenset[str]:
    r"""Return the document's macros that are items of a list: whose body begins with one.

    >>> sorted(items_among({"wp": Definition(2, r"\item ``#1'' #2."), "me": Definition(0, "A. Author")}))
    ['wp']
    """
    return frozenset(name for name, definition in known.items() if _ITEM.match(definition.body))


def in_formula(formula: str, known: Mapping[str, Definition]) -> str:
    r"""Return a formula with the document's macros that take no arguments replaced by what they stand for.

    >>> in_formula(r"(1+\eps)", {"eps": Definition(0, r"\varepsilon")})
    '(1+\\varepsilon )'
    """
    for _ in range(_NESTED):
        made = _MACRO.sub(lambda match: _body(match, known), formula, count=_MOST_MACROS)
        if made == formula or len(made) > _LONGEST_FORMULA:
            break
        formula = made
    return formula


def expanded(tex: str, known: Mapping[str, Definition]) -> str:
    r"""Return a field with the macros that its file defines, where they take no arguments, as what they stand for.

    >>> expanded(r"10\,\degC: fog", {"degC": Definition(0, r"\textdegree C")})
    '10\\,{\\textdegree C}: fog'
    """

    def body(match: re.Match[str]) -> str:
        definition = known.get(match[1])
        return f"{{{definition.body}}}" if definition and not definition.arguments else match[0]

    return _SPACED_MACRO.sub(body, tex, count=_MOST_MACROS)


def _body(match: re.Match[str], known: Mapping[str, Definition]) -> str:
    """Return what a macro in a formula stands for, the macro itself where it is none of the document's."""
    definition = known.get(match[1])
    return f"{definition.body} " if definition and not definition.arguments else match[0]
