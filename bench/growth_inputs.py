"""What `growth.py` feeds: usual documents of any size for each reader, and inputs that are made to hurt."""

from __future__ import annotations

import json
import random
from collections.abc import Callable

import fuzz_inputs as inputs

# Usual documents ----------------------------------------------------------------------------------------------------


def _entries(unit: Callable[[int], str], size: int, head: str = "", tail: str = "", joint: str = "") -> bytes:
    """Return head, as many units as fill `size` bytes, and tail."""
    made, length, number = [], 0, 0
    while length < size:
        made.append(unit(number))
        length += len(made[-1])
        number += 1
    return (head + joint.join(made) + tail).encode()


_WORDS = "wool sheep graph neural model deep proof parser query index cloth yarn loom data learning theory".split()


def _title(number: int) -> str:
    return " ".join(_WORDS[(number * step + step) % 16] for step in (1, 3, 5, 7, 11)).capitalize() + f" {number}"


def _cited(number: int) -> str:
    year = 2000 + number % 25
    return f"A. Bee{number % 97}, B. Cee, and C. van Dee. {_title(number)}. In Proc. of ACL {year}, pp. {number}-9."


def _bib(number: int) -> str:
    page = f"https://aclanthology.org/P{number % 20 + 10}-{number % 9000 + 1000}/"
    return (
        f"@inproceedings{{bee{number},\n  title = {{{_title(number)} in {{BERT}}}},\n"
        '  author = {Bee, A. and M{\\"u}ller, B.},\n  booktitle = {Proc. of ACL},\n'
        f"  year = {{{2000 + number % 25}}},\n  url = {{{page}}}\n}}\n"
    )


def _work(number: int) -> str:
    return json.dumps(inputs.CROSSREF["message"]["items"][0] | {"DOI": f"10.1/{number}", "title": [_title(number)]})


def _csl(number: int) -> str:
    authors = [{"family": "Bee", "given": "A."}, {"family": f"Cee{number}", "given": "B."}]
    row = {"id": f"b{number}", "type": "paper-conference", "title": _title(number), "author": authors}
    return json.dumps(row | {"issued": {"date-parts": [[2020]]}, "container-title": "ACL"}, indent=1)


def _dblp(number: int) -> str:
    return (
        f'<inproceedings mdate="2017-11-06" key="conf/acl/Bee{number}"><author>A. B&uuml;e</author>'
        f"<author>B. Cee</author><title>{_title(number)}.</title><year>2020</year>"
        "<booktitle>ACL</booktitle></inproceedings>\n"
    )


def _anthology(number: int) -> str:
    return (
        f'<paper id="{number + 1}"><title>{_title(number)}</title><author><first>A.</first><last>Bee</last></author>'
        f"<pages>1-9</pages><url>2020.acl-main.{number + 1}</url></paper>\n"
    )


def _paragraph(number: int) -> str:
    said = f"<w:r><w:t>, {_title(number)}. ACL, 2020.</w:t></w:r>"
    return f"<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>A. Bee</w:t></w:r>{said}</w:p>"


def _docx(size: int) -> bytes:
    head, tail = inputs.DOCUMENT_XML.split("<w:body>")[0] + "<w:body>", "<w:sectPr/></w:body></w:document>"
    return inputs.docx_bytes(_entries(_paragraph, size, head, tail))


def _odt(size: int) -> bytes:
    """Return the XML of a text of list items."""
    head, tail = inputs.CONTENT_XML.split("<office:text>")[0] + "<office:text><text:list>", "</text:list>"

    def item(number: int) -> str:
        said = f'<text:span text:style-name="T">{_title(number)}</text:span>. ACL, 2020.'
        return f"<text:list-item><text:p>A. Bee, {said}</text:p></text:list-item>"

    return _entries(item, size, head, f"{tail}</office:text></office:body></office:document>")


def _pdf(size: int) -> bytes:
    """Return a PDF of pages of fifty lines."""
    objects = ["<</Type/Catalog/Pages 2 0 R>>", "", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    kids, length, number = [], 0, 0
    while length < size:
        rows = [
            f"BT /F 10 Tf 50 {750 - 14 * row} Td ([{number + row}] {_cited(number + row)}) Tj ET" for row in range(50)
        ]
        number += 50
        content = "\n".join(rows) + "\n"
        objects.append(f"<</Length {len(content)}>>\nstream\n{content}endstream")
        font = "/Resources<</Font<</F 3 0 R>>>>"
        objects.append(f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]{font}/Contents {len(objects)} 0 R>>")
        kids.append(f"{len(objects)} 0 R")
        length += len(content)
    objects[1] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>"
    body = "%PDF-1.4\n" + "".join(f"{at} 0 obj\n{text}\nendobj\n" for at, text in enumerate(objects, 1))
    return f"{body}trailer<</Root 1 0 R/Size {len(objects) + 1}>>\n%%EOF".encode()


def _sparql(number: int) -> str:
    row = inputs.SPARQL["results"]["bindings"][0]
    return json.dumps(row | {"publ": {"value": f"https://dblp.org/rec/conf/acl/Bee{number}"}})


def _info(number: int) -> str:
    hit = inputs.DBLP["result"]["hits"]["hit"][0]["info"]
    return json.dumps({"info": hit | {"key": f"conf/acl/Bee{number}", "title": _title(number)}})


_COLLECTION = '<collection id="2020.acl"><volume id="main"><meta><booktitle>ACL</booktitle><year>2020</year></meta>\n'

# What makes `size` bytes of a usual document for each target of `fuzz_targets`.
USUAL: dict[str, Callable[[int], bytes]] = {
    "txt": lambda size: _entries(lambda n: f"[{n + 1}] {_cited(n)}\n", size, "Ada Bee\n\nPublications\n\n"),
    "tex": lambda size: _entries(
        lambda n: f"\\item \\textbf{{A. Bee}}, \\emph{{{_title(n)}}}. {_cited(n)}\n",
        size,
        "\\documentclass{article}\\begin{document}\\section{Publications}\\begin{enumerate}\n",
        "\\end{enumerate}\\end{document}",
    ),
    "html": lambda size: _entries(
        lambda n: f'<li><b>A. Bee</b>, <a href="https://doi.org/10.1/{n}">{_title(n)}</a>. {_cited(n)}</li>\n',
        size,
        "<html><body><h1>Ada Bee</h1><ol>\n",
        "</ol></body></html>",
    ),
    "md": lambda size: _entries(
        lambda n: f"1. **A. Bee**, [{_title(n)}](https://x.org/{n}). {_cited(n)}\n", size, "# P\n\n"
    ),
    "rst": lambda size: _entries(lambda n: f"* **A. Bee**, *{_title(n)}*. {_cited(n)}\n", size, "Papers\n======\n\n"),
    "org": lambda size: _entries(
        lambda n: f"- *A. Bee*, [[https://x.org/{n}][{_title(n)}]]. {_cited(n)}\n", size, "* P\n"
    ),
    "ris": lambda size: _entries(lambda n: inputs.RIS.replace("On Wool", _title(n)), size),
    "xml": lambda size: _entries(
        lambda n: f'<article key="journals/w/{n}"><author>A. Bee</author><title>{_title(n)}</title></article>\n',
        size,
        "<dblp>\n",
        "</dblp>",
    ),
    "csv": lambda size: _entries(
        lambda n: f"{_title(n)},A. Bee and B. Cee,2020,ACL\n", size, "Title,Authors,Year,Venue\n"
    ),
    "json": lambda size: _entries(_csl, size, "[", "]", ",\n"),
    "yaml": lambda size: _entries(
        lambda n: f"- title: {_title(n)}\n  authors: [A. Bee, B. Cee]\n  year: 2020\n", size, "publications:\n"
    ),
    "bib": lambda size: _entries(_bib, size),
    "docx": _docx,
    "odt": lambda size: inputs.odt_bytes(_odt(size)),
    "odt-xml": lambda size: _odt(size),
    "bbl": lambda size: _entries(
        lambda n: f"\\bibitem{{b{n}}} \\bibinfo{{author}}{{A.~Bee}}, \\emph{{{_title(n)}}}. {_cited(n)}\n",
        size,
        "\\begin{thebibliography}{9}\n",
        "\\end{thebibliography}",
    ),
    "typ": lambda size: _entries(
        lambda n: f"- *A. Bee*, _{_title(n)}_. {_cited(n)}\n#pub([A. Bee], [{_title(n)}], {n})\n",
        size,
        "#let pub(a, t, y) = block[#a. _#t _, #y.]\n= Papers\n",
    ),
    "pdf": _pdf,
    "extract-parse": lambda size: _entries(lambda n: f"[{n + 1}] {_cited(n)}\n", size, "Ada Bee\n\nPublications\n\n"),
    "extract": lambda size: _entries(lambda n: f"[{n + 1}] {_cited(n)}\n", size, "Ada Bee\n\nPublications\n\n"),
    "lossless": lambda size: _entries(_bib, size),
    "check-bib": lambda size: _entries(_bib, size),
    "match-jsonl": lambda size: _entries(lambda n: _work(n) + "\n", size),
    "match-json": lambda size: _entries(_csl, size, "[", "]", ",\n"),
    "match-csv": lambda size: _entries(
        lambda n: f"{_title(n)},A. Bee and B. Cee,2020,ACL\n", size, "Title,Authors,Year,Venue\n"
    ),
    "match-bib": lambda size: _entries(_bib, size),
    "match-any": lambda size: _entries(lambda n: _cited(n) + "\n", size),
    "crossref": lambda size: _entries(_work, size, '{"message": {"items": [', "]}}", ","),
    "dblp": lambda size: _entries(_info, size, '{"result": {"hits": {"@total": "9", "hit": [', "]}}}", ","),
    "dblp-record": lambda size: _entries(_dblp, size, "<dblp>\n", "</dblp>\n"),
    "sparql": lambda size: _entries(_sparql, size, '{"results": {"bindings": [', "]}}", ","),
    "anthology": lambda size: _entries(_bib, size),
    "dump-crossref": lambda size: _entries(lambda n: _work(n) + "\n", size),
    "dump-dblp": lambda size: _entries(
        _dblp, size, '<?xml version="1.0" encoding="ISO-8859-1"?>\n<dblp>\n', "</dblp>\n"
    ),
    "dump-anthology": lambda size: _entries(_anthology, size, _COLLECTION, "</volume></collection>\n"),
    "variants": lambda size: _entries(lambda n: inputs.VARIANTS.replace("Cee", f"Cee{n}"), size),
    "parse": lambda size: _entries(lambda n: _title(n) + " ", size, "A. Bee. "),
    "titles": lambda size: _entries(lambda n: _title(n) + " ", size),
    "name": lambda size: _entries(lambda n: f"Anna{n} ", size),
    "names": lambda size: _entries(lambda n: f"Bee{n}, A. and ", size),
    "venue": lambda size: _entries(lambda n: f"Proc. of the {n}th Workshop on {_WORDS[n % 16]} at ACL {n}, ", size),
    "identifiers": lambda size: _entries(lambda n: f"10.1000/a{n} arXiv:2001.{n % 99999:05} https://x.org/{n} ", size),
}

# Inputs that hurt ---------------------------------------------------------------------------------------------------

_SIGNS = {
    "brackets": "[",
    "braces": "{",
    "parentheses": "(",
    "commas": ",",
    "and": "and ",
    "quotes": '"',
    "digits": "7",
}
_SIGNS |= {
    "spaces": " ",
    "stars": "*",
    "less": "<",
    "backslashes": "\\",
    "at": "@",
    "short lines": "a\n",
    "dots": "A. ",
}
_SIGNS |= {"newlines": "\n", "colons": ":", "ands": " & ", "tags": "<b>", "bars": "|", "rules": "-", "ticks": "`"}
_SIGNS |= {"empty items": "- \n", "links": "[a](", "zero width": "\u200b", "pairs": "{}", "accents": '\\"'}
# What opens and closes a level in each format.
_LEVELS = {
    "html": ("<ul><li>", "</li></ul>"),
    "tex": ("\\begin{itemize}\\item ", "\\end{itemize}"),
    "md": ("> ", ""),
    "rst": ("* ", ""),
    "json": ('[{"a":', "}]"),
    "yaml": ("- ", ""),
    "bib": ("{", "}"),
    "dblp-record": ("<a>", "</a>"),
    "dump-anthology": ("<a>", "</a>"),
}


# What lists of names, titles and venues are made of; two to four of them repeated are a period.
_TOKENS = (
    *" , ; . : & ( ) [ ] { } - / ! ? * \\ „ “ ” \" ' \n é 王 7 2020 1, and und et in In:".split(" "),
    *"Jr. III AbC Bee A. A.B. de van IBM ACL wool Wool pp. 1-9 doi:10.1/x https://x.org/".split(),
    *("Gull Models", "Proc. of ", "et al.", "(eds.) "),
)


def periods(count: int, seed: int) -> dict[str, Callable[[int], bytes]]:
    """Return as many periods as asked for, by what they repeat; every second stands behind a citation."""
    drawn = random.Random(seed)
    shapes = {}
    for number in range(count):
        period = "".join(drawn.choices(_TOKENS, k=drawn.randint(2, 4))) or "["
        head = f"{_cited(number)} " if number % 2 else ""
        shapes[f"{'… ' * bool(head)}{period!r}"] = _repeated(period, head)
    return shapes


def nasty(name: str, drawn: int = 0, seed: int = 1) -> dict[str, Callable[[int], bytes]]:
    """Return the shapes of hurtful input for a target, `drawn` at random: what makes `size` bytes of each."""
    shapes = {shape: _repeated(sign) for shape, sign in _SIGNS.items()} | periods(drawn, seed)
    shapes["one line"] = lambda size: USUAL[name](size).replace(b"\n", b" ")
    opening, closing = _LEVELS.get(name, ("(", ")"))
    shapes["nested"] = lambda size: (
        opening * (size // len(opening + closing)) + "x" + closing * (size // len(opening + closing))
    ).encode()
    return shapes


def _repeated(sign: str, head: str = "") -> Callable[[int], bytes]:
    return lambda size: (head + sign * ((size - len(head)) // len(sign.encode()))).encode()
