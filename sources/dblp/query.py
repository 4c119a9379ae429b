"""The words under which a title is looked for in DBLP, and the SPARQL for the same.

DBLP wants every word, as a beginning of one of its own (https://dblp.org/faq/1474589.html): a claim with one
other word finds nothing. So a title is asked for in up to three steps: all of its words; then its name or some
of its words with the first author; then some other words with the last author. As the last two share nothing,
one word that is wrong leaves one of them whole (of 1000 titles with a typing error in a word, 99 in 100 are found
so; 56 with steps that share their rarest words).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sources.text import content_words, fold

MOST_HITS = 30
_LONGEST_TITLE = 1000
_MOST_WORDS = 12
_TELLING = 3
_SHORTEST_BEGINNING = 2
_HEAD = re.compile(r"[:?!]\s|\s[-–—]\s|\.\s")
# `Schrödinger's` stands in DBLP's index as one word or as two; its beginning is the same.
_GENITIVE = re.compile(r"['’`´]\w{1,2}\b")
_BRACES = {ord("{"): None, ord("}"): None}
# A head of one shorter word (`On`, `AI`) names nothing.
_SHORTEST_NAME = 4


@dataclass(frozen=True, slots=True)
class Query:
    """Words of a title, and of an author's family name; a record must have them all."""

    title: tuple[str, ...]
    author: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Return the query as DBLP's search takes it."""
        return " ".join(self.title + self.author)


def steps(title: str, author: Sequence[str] = ()) -> tuple[Query, ...]:
    """Return up to three queries, to be asked until one finds something.

    >>> for query in steps("Ethos: Rectifying Language Models in Orthogonal Parameter Space", ["Gao", "Annavaram"]):
    ...     print(query)
    ethos rectifying language models orthogonal parameter space
    ethos gao
    rectifying orthogonal parameter annavaram
    """
    every = _words(title)
    if not every:
        return ()
    first = _words(author[0])[-1:] if author else ()
    last = _words(author[-1])[-1:] if author else ()
    ranked = _rarest_first(title, every)
    head = _words(_HEAD.split(title, maxsplit=1)[0])
    some = head[:_MOST_WORDS] if 0 < len(head) < len(every) and _is_name(head) else ranked[::2][:_TELLING]
    others = tuple(word for word in ranked if word not in some)[:_TELLING]
    if len(others) == _TELLING and len(author) == 1:
        last = ()
    queries = [Query(every[:_MOST_WORDS]), Query(_in_order(every, some), first)]
    if len(others + last) > 1:
        queries.append(Query(_in_order(every, others), last))
    return tuple({str(query): query for query in queries}.values())


def sparql_search(query: Query) -> str:
    """Return the SPARQL that finds the publications which `query` means.

    `ql:contains-word` is QLever's index of words (https://github.com/ad-freiburg/qlever), which knows beginnings
    too; it takes seconds for those of one or two letters.
    """
    words = " ".join(f"{word}*" if len(word) > _SHORTEST_BEGINNING else word for word in query.title)
    by = "".join(
        f"    ?publ dblp:hasSignature ?by{place} . ?by{place} dblp:signatureDblpName ?family{place} .\n"
        f'    FILTER(CONTAINS(LCASE(?family{place}), "{word}"))\n'
        for place, word in enumerate(query.author)
    )
    return _select(
        "  { SELECT DISTINCT ?publ ?title WHERE {\n"
        "    ?text ql:contains-entity ?title .\n"
        f'    ?text ql:contains-word "{words}" .\n'
        f"    ?publ dblp:title ?title .\n{by}"
        f"  }} ORDER BY STRLEN(?title) ?publ LIMIT {MOST_HITS} }}\n"
    )


def sparql_keys(keys: Sequence[str]) -> str:
    """Return the SPARQL for the records of some keys."""
    values = " ".join(f"<https://dblp.org/rec/{key}>" for key in keys)
    return _select(f"  VALUES ?publ {{ {values} }}\n  ?publ dblp:title ?title .\n")


def _select(which: str) -> str:
    # Authors are no OPTIONAL: QLever then joins records without any to the authors of others.
    return (
        "PREFIX dblp: <https://dblp.org/rdf/schema#>\n"
        "PREFIX ql: <http://qlever.cs.uni-freiburg.de/builtin-functions/>\n"
        "SELECT ?publ ?title ?type ?year ?venue ?volume ?issue ?pages ?doi ?page ?ordinal ?name WHERE {\n"
        f"{which}"
        "  ?publ a ?type ; dblp:hasSignature ?signature .\n"
        "  ?signature dblp:signatureOrdinal ?ordinal ; dblp:signatureDblpName ?name .\n"
        "  OPTIONAL { ?publ dblp:yearOfPublication ?year }\n"
        "  OPTIONAL { ?publ dblp:publishedIn ?venue }\n"
        "  OPTIONAL { ?publ dblp:publishedInJournalVolume ?volume }\n"
        "  OPTIONAL { ?publ dblp:publishedInJournalVolumeIssue ?issue }\n"
        "  OPTIONAL { ?publ dblp:pagination ?pages }\n"
        "  OPTIONAL { ?publ dblp:doi ?doi }\n"
        "  OPTIONAL { ?publ dblp:primaryDocumentPage ?page }\n"
        "} ORDER BY ?publ ?ordinal"
    )


def _words(text: str) -> tuple[str, ...]:
    """Return the content words as DBLP parts them; single letters only where there is nothing else."""
    text = _GENITIVE.sub("", text[:_LONGEST_TITLE].translate(_BRACES))
    words = tuple(dict.fromkeys(content_words(text)))
    return tuple(word for word in words if len(word) > 1) or words


def _is_name(head: Sequence[str]) -> bool:
    return any(len(word) >= _SHORTEST_NAME or not word.isalpha() for word in head)


def _rarest_first(title: str, every: Sequence[str]) -> tuple[str, ...]:
    """Order words by how rare they look: with digits, written in mixed case, then the longest."""
    written = re.findall(r"\w{3,}", title[:_LONGEST_TITLE].translate(_BRACES))
    mixed = {fold(word) for word in written if word[1:] != word[1:].lower()}
    return tuple(sorted(every, key=lambda word: (word.isalpha(), word not in mixed, -len(word))))


def _in_order(every: Sequence[str], chosen: Collection[str]) -> tuple[str, ...]:
    return tuple(word for word in every if word in chosen)
