"""Which vocabulary an XML file is written in, told by its root and the namespaces that stand above its records."""

from __future__ import annotations

import re
from collections.abc import Mapping

HEAD = 50_000
# Pages of a wiki, which are read by no table.
WIKI = "wiki"
# By the module and name of the table, the vocabulary's name as people know it.
NAMES: Mapping[str, str] = {
    "managers.ENDNOTE": "EndNote",
    "managers.WORD": "Word's sources",
    "managers.ZOTERO": "Zotero RDF",
    "papers.TEI": "TEI",
    "papers.JATS": "JATS",
    "answers.PUBMED": "PubMed",
    "answers.ARXIV": "arXiv's feed",
    "answers.DATACITE": "DataCite",
    "answers.DBLP": "DBLP",
    "libraries.MODS": "MODS",
    "libraries.MARC": "MARCXML",
    "libraries.DUBLIN_CORE": "Dublin Core",
    WIKI: "MediaWiki",
}
# The roots of a vocabulary, of which an empty set is any, and what of its own stands near the beginning; the first row
# that fits is the file's.
_TELLING: tuple[tuple[str, frozenset[str], str], ...] = (
    (WIKI, frozenset({"mediawiki"}), ""),
    ("managers.ENDNOTE", frozenset({"xml"}), r"<xml>\s*<records\b"),
    ("managers.WORD", frozenset({"Sources"}), r"/bibliography\b"),
    ("managers.ZOTERO", frozenset({"RDF"}), r"zotero\.org/namespaces/export#|purl\.org/net/biblio#"),
    ("answers.DBLP", frozenset({"bht", "dblp", "dblpperson"}), ""),
    ("papers.TEI", frozenset({"TEI", "TEI.2", "biblStruct", "listBibl", "teiCorpus"}), ""),
    (
        "answers.PUBMED",
        frozenset({"MedlineCitationSet", "PubmedArticle", "PubmedArticleSet", "PubmedBookArticle"}),
        "",
    ),
    ("papers.JATS", frozenset({"pmc-articleset", "ref-list"}), ""),
    (
        "papers.JATS",
        frozenset({"article", "book", "book-part-wrapper"}),
        r"<(?:front|article-meta|book-meta|ref-list)\b|dtd-version=|//NLM//DTD",
    ),
    ("papers.JATS", frozenset({"OAI-PMH"}), r"(?:jats|dtd)\.nlm\.nih\.gov|//NLM//DTD"),
    ("answers.ARXIV", frozenset({"entry", "feed"}), r"arxiv\.org/"),
    ("answers.DATACITE", frozenset(), r"datacite\.org/schema/kernel-"),
    ("libraries.MODS", frozenset(), r"www\.loc\.gov/mods/"),
    ("libraries.MARC", frozenset(), r"www\.loc\.gov/MARC21/slim|info:lc/xmlns/marcxchange-|<leader>"),
    (
        "libraries.DUBLIN_CORE",
        frozenset({"OAI-PMH", "RDF", "collection", "dc", "metadata", "records", "searchRetrieveResponse"}),
        r"openarchives\.org/OAI/2\.0/oai_dc|purl\.org/dc/(?:elements/1\.1|terms)/|info:srw/schema/1/dc",
    ),
)
_SPACE = re.compile(r"[\s\ufeff]*")
_ROOT = re.compile(r"<((?:[\w.-]+:)?([\w.-]+))(?=[\s/>])")
# What may stand before the root; a DOCTYPE with its declarations ends where their bracket does.
_BEFORE: tuple[tuple[str, str], ...] = (("<?", "?>"), ("<!--", "-->"))
_DOCTYPE = re.compile(r"<!DOCTYPE[^<>\[]*(?:\[|>)", re.IGNORECASE)
_DECLARED = re.compile(r"\]\s*>")


def root_name(head: str) -> str:
    """Return the name of the root of an XML file with its prefix; empty for what is none.

    >>> root_name('<?xml version="1.0"?><!-- a <list> --><b:Sources xmlns:b="x">')
    'b:Sources'
    """
    root = _root(head)
    return root[1] if root else ""


def vocabulary_of(head: str) -> str:
    """Return the table of the vocabulary that a text is written in, by its beginning; empty where it is none of them.

    >>> vocabulary_of("<dblpperson name='Ann Lee'>"), vocabulary_of("<html><body>")
    ('answers.DBLP', '')
    """
    head = head[:HEAD]
    root = _root(head)
    if root is None:
        return ""
    return next(
        (name for name, roots, sign in _TELLING if (not roots or root[2] in roots) and re.search(sign, head)), ""
    )


def _root(head: str) -> re.Match[str] | None:
    at = 0
    while space := _SPACE.match(head, at):
        at = space.end()
        end = next((end for begin, end in _BEFORE if head.startswith(begin, at)), "")
        if end:
            past = head.find(end, at)
            if past < 0:
                return None
            at = past + len(end)
        elif declared := _DOCTYPE.match(head, at):
            closed = _DECLARED.search(head, declared.end()) if declared[0].endswith("[") else declared
            if closed is None:
                return None
            at = closed.end()
        else:
            return _ROOT.match(head, at)
    return None
