"""What a field's value, as it stands in a .bib file, says: without delimiters, macros put in, TeX read.

Every command reads values here, and no other place says which fields hold an address or a key.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping

from reconcile.documents.blocks.runs import clean
from reconcile.documents.tex import characters
from sources.months import SHORT
from sources.name_words import parted

# Fields whose characters are an address or a key, not TeX text.
VERBATIM = frozenset({"doi", "eprint", "file", "pdf", "url", "html", "link", "code", "biburl", "bibsource", "crossref"})
_PEOPLE = frozenset({"author", "editor"})
_GROUP = re.compile(r"(?:\A|\s)\{[^\s{}]*[\s{]")  # a brace before what may be more than a word
_MACRO = re.compile(r"@\w*\s*[{(]\s*([^\s={}(),#\"]+)\s*=\s*")
_MARK = re.compile(r'[{}"]')
_PIECE = re.compile(r'\s*(?:"|\{|[^\s"{}#]+|#)')
LONGEST = 65_536  # characters of a value that are read
# Characters that macros put into one value; macros made of macros double with every line. Beyond, their names stand.
_MOST_EXPANDED = 4_000
# What a value has of which anything but its own characters is read; most have nothing of it.
_MARKED = re.compile(r"[^\x20-\x7e]|[\\$`{}~&]|''|---|  ")
_TEX = re.compile(r"[\\$`]|''|---")
_BRACES = str.maketrans({"{": None, "}": None, "~": " "})
# Letters of which `clean` changes none.
_PLAIN_TEXT = re.compile("[\x20-\x7e\u00a1-\u00ac\u00ae-\u024f\u0370-\u03ff\u0410-\u044f\u2013\u2014\u2018-\u201d]*")
# `Ch&apos;ng`, `\\&amp;`: what a web page had written, copied as it was.
_ENTITY = re.compile(r"\\?&(?:\\?#\d{2,6}|\\?#x[0-9a-fA-F]{2,5}|[A-Za-z]{2,8});")
# Signs that nobody escaped. To BibTeX they are what they are; to TeX the percent sign begins a comment, which ends with
# the line and so the value, and the other parts the columns of a table.
_BARE_SIGN = re.compile(r"(?<!\\)((?:\\\\)*)([%&])")


def macro_of(definition: str, macros: Mapping[str, str]) -> tuple[str, str] | None:
    """Return the name in small letters and the text of the macro that `@string{name = value}` defines.

    >>> macro_of('@string{Long = "Meeting of the " # acl}', {"acl": "ACL"})
    ('long', 'Meeting of the ACL')
    """
    named = _MACRO.match(definition)
    return (named[1].lower(), joined(definition[named.end() : -1].strip(), macros)) if named else None


def joined(value: str, macros: Mapping[str, str]) -> str:
    """Return a value without its delimiters, macros put in and pieces that `#` joins put together.

    >>> joined('acl # " 2019, " # {Florence}', {"acl": "Proceedings of ACL"})
    'Proceedings of ACL 2019, Florence'
    """
    ends = value[:1] + value[-1:]
    if "#" not in value:
        return value[1:-1] if len(value) > 1 and ends in ("{}", '""') else macros.get(value.lower(), value)
    return "".join(_pieces(value, macros))


def undefined_in(value: str, macros: Mapping[str, str]) -> tuple[str, ...]:
    """Return the macros of a value that nobody defines: neither the file nor a style; BibTeX leaves their place empty.

    >>> undefined_in("cvpr", {}), undefined_in('jan # "~1"', {}), undefined_in("2016", {}), undefined_in("{a # b}", {})
    (('cvpr',), (), (), ())
    """
    if "#" not in value and value[:1] in ("{", '"'):
        return ()
    names = (word for word in _bare(value) if not word.isdigit())
    return tuple(name for name in names if not (name.lower() in macros or name.lower() in _OF_STYLES))


def _bare(value: str) -> Iterator[str]:
    """Yield what stands in a value outside of braces and quotes."""
    place = 0
    while fit := _PIECE.match(value, place):
        place, mark = fit.end(), fit[0].strip()
        if mark in ("{", '"'):
            place = _end(value, place, "}" if mark == "{" else '"') + 1
        elif mark != "#":
            yield mark


# What plain.bst and the styles made after it define.
_OF_STYLES = frozenset(
    "acmcs acta cacm ibmjrd ibmsj ieeese ieeetc ieeetcad ipl jacm jcss"
    " scp sicomp tocs tods tog toms toois toplas tcs".split()
).union(SHORT)


def _pieces(value: str, macros: Mapping[str, str]) -> Iterator[str]:
    place = expanded = 0
    while fit := _PIECE.match(value, place):
        place = fit.end()
        mark = fit[0].strip()
        if mark in ("{", '"'):
            end = _end(value, place, "}" if mark == "{" else '"')
            yield value[place:end]
            place = end + 1
        elif mark != "#":
            text = macros.get(mark.lower(), mark)
            expanded += len(text)
            yield text if expanded <= _MOST_EXPANDED else mark


def _end(value: str, place: int, closing: str) -> int:
    """Return where the piece that begins at `place` ends: at the first closing mark outside of braces."""
    level = 0
    for found in _MARK.finditer(value, place):
        if found[0] == closing and level == 0:
            return found.start()
        level += (found[0] == "{") - (found[0] == "}")
    return len(value)


def plain(name: str, value: str) -> str:
    r"""Return the characters that a field's value without delimiters stands for.

    Of people, braces stay around what is no one's name but a group's: BibTeX neither parts nor turns around what is
    in them.

    >>> plain("title", r"Schr{\"o}dinger's {BERT}"), plain("doi", r"10.1000/a\_b")
    ("Schrödinger's BERT", '10.1000/a_b')
    >>> plain("author", r"{{Wool and Oats Panel}} and {\"O}zg{\"u}r {Bee}")
    '{Wool and Oats Panel} and Özgür Bee'
    """
    value = value[:LONGEST].strip()
    if _MARKED.search(value) is None:
        return value
    if name in _PEOPLE and _GROUP.search(value):
        return " and ".join(map(_person, parted(value)))
    return _plain(name, value)


def _person(written: str) -> str:
    written = written.strip()
    text = _plain("author", written)
    return f"{{{text}}}" if " " in text and written[0] == "{" and _end(written, 1, "}") == len(written) - 1 else text


def _plain(name: str, value: str) -> str:
    if name in VERBATIM:
        return " ".join(value.replace("\\", "").strip("{} \r\n").split())
    if "&" in value:
        value = _ENTITY.sub(_character, value)
    if _TEX.search(value) is None:
        value = " ".join(value.translate(_BRACES).split())
        return value if value.isascii() or _PLAIN_TEXT.fullmatch(value) else " ".join(clean(value).split())
    read = characters.plain if name in _PEOPLE else characters.field
    return " ".join(clean(read(_BARE_SIGN.sub(r"\1\\\2", " ".join(value.split())))).split())


def has_entity(value: str) -> bool:
    """Say whether a value holds a character as HTML writes it (`&amp;`), which is read but prints as it stands."""
    return "&" in value and _ENTITY.search(value) is not None


def _character(found: re.Match[str]) -> str:
    return html.unescape(found[0].lstrip("\\").replace("\\#", "#"))
