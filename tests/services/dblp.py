"""DBLP's search and records (https://dblp.org/faq/13501473.html)."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache
from html import escape
from urllib.parse import unquote

from tests.services.ranking import words
from tests.services.reply import Question, Reply, as_json, as_text
from tests.services.rows import Row, of_dblp

KINDS = {
    "inproceedings": "Conference and Workshop Papers",
    "article": "Journal Articles",
    "informal": "Informal and Other Publications",
}
_MOST_HITS = 1000
# `…, ICML 2021, 18-24 July` and `SIGIR '21: The 44th …` say how DBLP calls the conference.
_SHORT_NAME = re.compile(
    r"(?:^|, )(?P<name>[A-Z][\w@-]+(?: Conference| Workshops)?)(?: (?:19|20)[0-9]{2}\b| '[0-9]{2}: )"
)
_OPEN = ("openreview.net", "proceedings.mlr.press", "proceedings.neurips.cc", "papers.nips.cc", "proceedings.mlsys.org")


def answer(question: Question) -> Reply:
    """Answer `search/publ/api` and `rec/KEY.xml`."""
    path = unquote(question.path).strip("/")
    if path == "search/publ/api":
        return _search(question)
    found = re.fullmatch(r"rec/(?P<key>.+)\.xml", path)
    row = of_dblp().get(found["key"]) if found else None
    if found is None or row is None:
        return as_text("<h1>404 Not Found</h1>", "text/html", status=404)
    return as_text(_xml(found["key"], row), "application/xml", rows=(row.row,))


def kind_of(key: str, row: Row) -> str:
    """Return the element that DBLP has for a row, or `informal` for CoRR's."""
    if key.startswith("journals/corr/"):
        return "informal"
    return "article" if row.type == "journal-article" else "inproceedings"


def fields_of(key: str, row: Row) -> dict[str, str]:
    """Return a row's fields by the names of DBLP's XML, in the order of DBLP's search."""
    corr = kind_of(key, row) == "informal"
    article = kind_of(key, row) == "article"
    number = row.arxiv_number
    known = {
        "title": row.title if row.title.endswith((".", "?", "!")) else f"{row.title}.",
        "venue": "CoRR" if corr else _venue(key, row),
        "volume": f"abs/{number}" if corr else row.volume if article else "",
        "number": row.issue if article else "",
        "pages": row.pages or row.article_number,
        "year": f"20{number[:2]}" if corr else str(row.year or ""),
        "doi": f"10.48550/ARXIV.{number}" if corr else row.doi.upper(),
        "ee": f"https://doi.org/10.48550/arXiv.{number}" if corr else _link(row),
    }
    return {name: value for name, value in known.items() if value}


def authors_of(key: str, row: Row) -> tuple[str, ...]:
    """Return the names as DBLP writes them: with the number of a homonym where the key shows it (`0001LSA21`)."""
    homonym = re.search(r"/(?P<number>[0-9]{4})[A-Z0-9]", key)
    if not homonym or key.startswith("journals/corr/") or not row.named:
        return row.named
    return (f"{row.named[0]} {homonym['number']}", *row.named[1:])


def search(query: str) -> list[tuple[str, Row]]:
    """Return the rows that have every word of a query: as a beginning, exactly (`word$`), or one of `a|b`."""
    wanted = [[(words(each), each.endswith("$")) for each in part.split("|")] for part in query.split()]
    wanted = [[choice for choice in choices if choice[0]] for choices in wanted]
    keys = set(of_dblp())
    for choices in wanted:
        if choices:
            keys &= set().union(*(_having(parts, exact) for parts, exact in choices))
    return sorted(((key, of_dblp()[key]) for key in keys), key=lambda pair: (-pair[1].year, pair[0]))


def _having(wanted: tuple[str, ...], exact: bool) -> set[str]:
    """Return the keys of the rows that have each of some words, or words that begin so."""
    vocabulary, keys = _vocabulary()
    found = set(of_dblp())
    for part in wanted:
        last = bisect_right(vocabulary, part if exact else part + "\U0010ffff")
        known = vocabulary[bisect_left(vocabulary, part) : last]
        found &= set().union(*(keys[word] for word in known))
    return found


@cache
def _vocabulary() -> tuple[list[str], dict[str, set[str]]]:
    """Return all words in order, and the keys of the rows that have each."""
    keys: dict[str, set[str]] = {}
    for key in of_dblp():
        for word in _words(key):
            keys.setdefault(word, set()).add(key)
    return sorted(keys), keys


@cache
def _words(key: str) -> frozenset[str]:
    row = of_dblp()[key]
    fields = fields_of(key, row)
    said = (fields["title"], fields.get("venue", ""), fields.get("year", ""), *authors_of(key, row))
    return frozenset(words(" ".join(said)))


def _search(question: Question) -> Reply:
    count, first, query = question.get("h", "30"), question.get("f", "0"), question.get("q")
    if not count.isdigit() or not first.isdigit() or question.get("format", "xml") != "json":
        return as_text("<h1>400 Bad Request</h1>", "text/html", status=400)
    found = search(query)
    shown = found[int(first) : int(first) + min(int(count), _MOST_HITS)]
    hits: dict[str, object] = {
        "@total": str(len(found)),
        "@computed": str(len(found)),
        "@sent": str(len(shown)),
        "@first": first,
    }
    if shown:
        hits["hit"] = [_hit(key, row, len(query.split())) for key, row in shown]
    result = {
        "query": _escaped(" ".join(f"{word}*" for word in query.split())),
        "status": {"@code": "200", "text": "OK"},
        "time": {"@unit": "msecs", "text": "0.00"},
        "completions": {"@total": "0", "@computed": "0", "@sent": "0", "@first": "0"},
        "hits": hits,
    }
    return as_json({"result": result}, rows=tuple(row.row for _, row in shown))


def _hit(key: str, row: Row, score: int) -> dict[str, object]:
    fields = fields_of(key, row)
    people: list[dict[str, str]] = [{"text": _escaped(name)} for name in authors_of(key, row)]
    kind = {"type": KINDS[kind_of(key, row)]}
    access = {"access": "open"} if key.startswith("journals/corr/") or _is_open(fields.get("ee", "")) else {}
    place = {"key": key} | {name: fields.pop(name) for name in ("doi", "ee") if name in fields}
    info: dict[str, object] = {"authors": {"author": people[0] if len(people) == 1 else people}} if people else {}
    said = {name: _escaped(value) for name, value in (fields | kind | access | place).items()}
    number = str(list(of_dblp()).index(key) + 1)
    url = f"https://dblp.org/rec/{key}"
    return {"@score": str(score), "@id": number, "info": info | said | {"url": url}, "url": f"URL#{number}"}


def _xml(key: str, row: Row) -> str:
    """Write `rec/KEY.xml`. The date of the last change (`mdate`) was not seen."""
    kind = kind_of(key, row)
    element = "article" if kind == "informal" else kind
    fields = fields_of(key, row)
    fields.pop("doi", "")
    venue = fields.pop("venue", "")
    named = {"journal" if element == "article" else "booktitle": venue}
    title = fields.pop("title")
    link = fields.pop("ee", "")
    lines = [("author", name) for name in authors_of(key, row)]
    lines += [("title", title), *fields.items(), *named.items(), ("ee", link)]
    body = "\n".join(f"<{name}>{escape(value, quote=False)}</{name}>" for name, value in lines if value)
    kept = ' publtype="informal"' if kind == "informal" else ""
    return f'<?xml version="1.0"?>\n<dblp>\n<{element} key="{escape(key)}"{kept}>\n{body}\n</{element}>\n</dblp>\n'


def _venue(key: str, row: Row) -> str:
    """Return the short name that a long one spells, else the name as it was seen, else the key's own."""
    if row.type == "journal-article":
        return row.container
    short = _SHORT_NAME.search(row.booktitle or row.container)
    if short:
        return short["name"]
    return key.split("/")[1].upper() if row.dblp else row.container


def _link(row: Row) -> str:
    """Return the address of the publication; those of NeurIPS and MLSys follow from the hash that was seen."""
    other = row.other
    forms = (
        ("openreview", f"https://openreview.net/forum?id={other.get('openreview')}"),
        ("pmlr", f"https://proceedings.mlr.press/{other.get('pmlr')}.html"),
        (
            "neurips_hash",
            f"https://proceedings.neurips.cc/paper/{row.year}/hash/{other.get('neurips_hash')}-Abstract.html",
        ),
        ("mlsys_hash", f"https://proceedings.mlsys.org/paper/{row.year}/hash/{other.get('mlsys_hash')}-Abstract.html"),
        ("url", other.get("url", "")),
    )
    if row.doi:
        return f"https://doi.org/{row.doi}"
    return next((address for name, address in forms if name in other), "")


def _is_open(link: str) -> bool:
    return any(host in link for host in _OPEN)


def _escaped(text: str) -> str:
    """Escape a text as DBLP does it in its JSON too."""
    return escape(text, quote=False).replace('"', "&quot;").replace("'", "&apos;")
