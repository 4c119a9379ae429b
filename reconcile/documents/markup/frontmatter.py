"""Publications in front matter: a page that is one paper (academicpages, Hugo, Quarto), and lists of them as data."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace

from reconcile.documents.blocks.block import Block
from reconcile.documents.blocks.encoding import Lines
from reconcile.documents.fields.columns import canonical
from reconcile.documents.markup.accounts import ACCOUNTS, has_accounts
from reconcile.documents.markup.noise import FrontMatter
from reconcile.documents.trees.nodes import Branch, Budget, Leaf, Overgrown, Tree
from reconcile.documents.trees.values import entry_of, lists_in
from sources.markup import unescaped
from sources.text import fold

# What only the page of a paper says of itself; blog posts have a title, authors and a date as well.
_PAPER = frozenset(
    "venue publication publications publication_short publication_types paperurl citation journal booktitle"
    " container-title conference doi arxiv eprint bibtex".split()
)
# The kinds of pages that a site tells apart, where it does.
_COLLECTIONS = ("collection", "type", "layout")
_PAPERS = re.compile(r"pub|paper|article|preprint|research", re.IGNORECASE)
_OTHERS = re.compile(r"talk|teach|course|post|portfolio|tutorial|event|project|news", re.IGNORECASE)
_TAGS = re.compile(r"<[^<>]{1,200}>")
_EMPHASIS = re.compile(r"[*_]{1,3}([^*_]+)[*_]{1,3}")
# Before the title of a reference: the year in parentheses, quotation marks, stops.
_AFTER_NAMES = re.compile(r"[\s(\[]*(?:(?:19|20)\d\d[a-z]?)?[\s)\].,:;\"“”‘’'*_]*$")
# `admin` is how a Hugo site calls its owner.
_ACCOUNTS = frozenset({"admin", "me"})


def blocks_of_front_matter(front: FrontMatter, lines: Lines) -> tuple[Block, ...]:
    """Return the lists of publications in a page's front matter, or the entry of a page that is one paper."""
    tree = _tree(front, lines)
    if tree is None:
        return ()
    try:
        if listed := lists_in(tree, lines):
            return listed
        entry = entry_of(tree, lines, Budget()) if _is_paper(tree) else None
    except Overgrown:
        return ()
    return (_with_authors(entry),) if entry else ()


def _tree(front: FrontMatter, lines: Lines) -> Branch | None:
    """Return the front matter as a tree, all of which stands on the lines between its fences."""
    rows = lines.text[: front.length]
    start = next((at for at, row in enumerate(rows) if row.strip()), 0)
    inner = "\n".join(rows[start + 1 : max(0, front.length - 1)])
    if not inner.strip():
        return None
    if front.fence.startswith("+"):
        try:
            tree = _planted(tomllib.loads(inner), start + 1, front.length)
        except (tomllib.TOMLDecodeError, RecursionError):
            return None
        return tree if isinstance(tree, Branch) else None
    from reconcile.documents.trees.yaml import tree_of  # here, because few pages have front matter

    found = tree_of(inner, len(rows))
    return replace(found, first=start + 1, last=front.length) if found else None


def _planted(value: object, first: int, last: int) -> Tree:
    if isinstance(value, dict):
        return Branch(tuple((key, _planted(child, first, last)) for key, child in value.items()), first, last, False)
    if isinstance(value, list):
        return Branch(tuple(("", _planted(child, first, last)) for child in value), first, last, True)
    return Leaf(str(value), first, last)


def _is_paper(tree: Branch) -> bool:
    filled = {key.casefold() for key, child in tree.pairs if not isinstance(child, Leaf) or child.text}
    if "title" not in filled or not filled & _PAPER:
        return False
    kinds = [child.text for key, child in tree.pairs if key.casefold() in _COLLECTIONS and isinstance(child, Leaf)]
    if any(_PAPERS.search(kind) for kind in kinds):
        return True
    return not any(_OTHERS.search(kind) for kind in kinds) and "event" not in filled


def _with_authors(entry: Block) -> Block:
    """Return an entry without markup in its fields, its authors those before the title in its citation."""
    fields = {key: _plain(value) for key, value in entry.fields}
    for key in [key for key in fields if canonical(key) == "author"]:
        people = fields[key].split(" and ")
        if has_accounts(people):
            fields[ACCOUNTS] = fields[key]
        fields[key] = " and ".join(name for name in people if name.casefold() not in _ACCOUNTS)
    if not any(canonical(key) == "author" and fields[key] for key in fields):
        fields["authors"] = _names_before(fields.get("title", ""), fields.get("citation", ""))
    return replace(entry, text=_plain(entry.text), fields=tuple((key, text) for key, text in fields.items() if text))


def _plain(text: str) -> str:
    return " ".join(_EMPHASIS.sub(r"\1", _TAGS.sub("", unescaped(text))).split())


def _names_before(title: str, citation: str) -> str:
    """Return what stands before the title in a reference.

    >>> _names_before("Deep Nets", 'Lee, A., Ray, B. (2009). "Deep Nets." Nature.')
    'Lee, A., Ray, B.'
    """
    words = fold(title).split()
    found = re.search(r"\W+".join(map(re.escape, words)), citation, re.IGNORECASE) if words else None
    if found is None:
        return ""
    names = citation[: found.start()]
    stripped = names[: _AFTER_NAMES.search(names).start()]  # type: ignore[union-attr]  # it can match nothing
    return f"{stripped}." if re.search(r"\b[A-Z]$", stripped) else stripped
