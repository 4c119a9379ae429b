"""Trees of values: YAML and JSON as home page generators keep publications in, and CSL-JSON.

A mapping with a title is an entry. A key above a list is a heading. A sentence in a list is an item.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set

from reconcile.documents.blocks.block import Block, Document, Kind, readable
from reconcile.documents.blocks.encoding import Lines
from reconcile.documents.blocks.entries import entry_block
from reconcile.documents.blocks.owner import as_person
from reconcile.documents.blocks.runs import Run, assemble, block_of, clean
from reconcile.documents.fields.columns import canonical
from reconcile.documents.fields.people import persons_in
from reconcile.documents.trees.nodes import Branch, Budget, Leaf, Overgrown, Tree, is_mapping
from reconcile.documents.trees.works import name_at, works_in

_TITLES = ("title", "papertitle", "paper_title", "paper-title", "paper", "name")
# Where a CV kept as data has the person's name.
_PERSONAL = ("basics", "cv", "personal", "profile", "person")
# What a mapping without a title calls a whole reference.
_WHOLE = frozenset({"bibliography", "citation", "reference", "label_s"})
# What a mapping with a `title` or `name` has besides when it is a publication.
_OTHERS = frozenset(
    "arxiv author authors bibtex booktitle conference container-title date doi isbn issued journal paperurl pages pdf"
    " publication publication_types publisher releasedate url_pdf venue volume year".split()
)
# What a mapping around a list calls the section that it is.
_SECTION = frozenset({"title", "section", "heading"})
_PEOPLE = frozenset({"author", "authors", "editor", "editors", "creators", "people"})
# Where JSON Resume, which has no field for them, leaves room for the authors.
_ROOM = ("summary", "description")
_NAME_PARTS = (("family", "given"), ("last", "first"), ("lastname", "firstname"), ("last_name", "first_name"))
_SKIPPED = frozenset({"abstract", "bibtex_show", "description", "image", "img", "preview", "thumbnail"})
_BETWEEN_PEOPLE = re.compile(r"[,;&]|\band\b")
_PEOPLE_LABEL = re.compile(r"\s*(?:co-?)?authors?\s?:\s", re.IGNORECASE)
_FIRST_SENTENCE = re.compile(r"(?<=[^\W\d_]{2})\.\s")  # behind no initial: `Ann Bee, C. Dee. Best paper.`
_LONGEST_ROOM = 2000
_MARKUP = re.compile(r"<[^<>]{1,200}>|\*\*|__")


def document_of(name: str, trees: Sequence[Tree], lines: Lines) -> Document:
    """Return the document that the trees of a file make; of one that a service gave, the works."""
    try:
        given = works_in(trees, lines, Budget())
        walk = _Walk(lines, Budget())
        blocks = given.blocks or tuple(block for tree in trees for block in walk.blocks(tree, 1))
    except Overgrown:
        return Document(name, (), (overgrown(name),))
    complaints = tuple(f"{name}, line {line}: {reason}" for line, reason in given.complaints)
    return Document(name, blocks, complaints, next(filter(None, map(_owner, trees)), ""))


def lists_in(tree: Branch, lines: Lines) -> tuple[Block, ...]:
    """Return the lists of publications in a mapping of which other things are said as well, each under its key."""
    walk = _Walk(lines, Budget())
    found: list[Block] = []
    for key, child in tree.pairs:
        if isinstance(child, Branch) and key.casefold() not in _PEOPLE:
            blocks = list(walk.listed(key, child))
            found += blocks if any(block.kind is Kind.ENTRY for block in blocks) else []
    return tuple(found)


def _owner(tree: Tree) -> str:
    """Return the name that a CV kept as data gives its person: `basics: name:` (JSON Resume), `cv: name:`."""
    if isinstance(tree, Leaf) or tree.is_list or "title" in (keys := dict(tree.pairs)):
        return ""
    places = (tree, *(keys[key] for key in _PERSONAL if key in keys))
    names = [name_at(place) for place in places if is_mapping(place)]
    return next(filter(None, map(as_person, names)), "")


def overgrown(name: str) -> str:
    """Return the complaint about a tree that is too deep or too large."""
    return f"{name}: this file is nested too deep or its aliases stand for too much; write the entries out in a list"


class _Walk:
    """The walk over the trees; what an alias repeats is written once."""

    def __init__(self, lines: Lines, budget: Budget) -> None:
        self.lines = lines
        self.budget = budget
        self.seen: set[int] = set()

    def blocks(self, tree: Tree, depth: int) -> Iterator[Block]:
        """Return the blocks of a tree."""
        self.budget.spend(depth)
        if isinstance(tree, Leaf):
            yield from _text_block(Kind.ITEM, tree, self.lines, 1)
        elif id(tree) in self.seen:
            return
        else:
            self.seen.add(id(tree))
            yield from self._branch(tree, depth)

    def _branch(self, tree: Branch, depth: int) -> Iterator[Block]:
        if tree.is_list:
            for _, child in tree.pairs:
                yield from self.blocks(child, depth + 1)
        elif entry := entry_of(tree, self.lines, self.budget, depth):
            if not tree.is_open:
                yield entry
        elif whole := next((child for key, child in tree.pairs if key.casefold() in _WHOLE), None):
            yield from self.blocks(whole, depth + 1)
        else:
            heading = _heading_of(tree)
            for key, child in tree.pairs:
                if heading and key == heading[1]:
                    yield from _text_block(Kind.HEADING, heading[0], self.lines, depth)
                    yield from self.blocks(child, depth + 1)
                elif not heading or child is not heading[0]:
                    yield from self._pair(key, child, depth)

    def _pair(self, key: str, child: Tree, depth: int) -> Iterator[Block]:
        """Return the blocks of a pair in a mapping that is no entry: above a list or mapping it is a heading."""
        if isinstance(child, Branch):
            yield from self.listed(key, child, depth)
        elif key.casefold() not in _SKIPPED and child.text:
            self.budget.spend(depth)
            leaf = Leaf(f"{key}: {child.text}", child.first, child.last)
            yield from _text_block(Kind.PARAGRAPH, leaf, self.lines, 0)

    def listed(self, key: str, child: Branch, depth: int = 1) -> Iterator[Block]:
        """Return the blocks of a list or mapping under its key."""
        yield from _text_block(Kind.HEADING, Leaf(key, child.first, child.first), self.lines, depth)
        yield from self.blocks(child, depth + 1)


def _heading_of(tree: Branch) -> tuple[Leaf, str] | None:
    """Return the title of a mapping that is a section of a CV (`title: Education`), and the key of its list."""
    title = next((child for key, child in tree.pairs if key.casefold() in _SECTION and isinstance(child, Leaf)), None)
    lists = [key for key, child in tree.pairs if isinstance(child, Branch) and child.is_list]
    return (title, lists[0]) if title and title.text and len(lists) == 1 else None


def _text_block(kind: Kind, leaf: Leaf, lines: Lines, level: int) -> Iterator[Block]:
    rows = leaf.text.split("\n")
    runs = [Run(f"{_MARKUP.sub('', row)}\n", min(leaf.first + at, leaf.last)) for at, row in enumerate(rows)]
    block = block_of(kind, assemble(runs), lines, level)
    if block is not None:
        yield block


def entry_of(tree: Branch, lines: Lines, budget: Budget, depth: int = 1) -> Block | None:
    """Return the entry that a mapping is, or None."""
    keys = {key.casefold() for key, _ in tree.pairs}
    titled = next((title for title in _TITLES if title in keys), "") or _title_elsewhere(keys)
    if not titled or (titled in ("title", "name", "paper") and not keys & _OTHERS):
        return None
    fields = {
        key: text
        for key, child in tree.pairs
        if key.casefold() not in _SKIPPED and (text := _flat(key, child, budget, depth + 1))
    }
    if titled not in ("title", "name"):
        fields = {"title" if key.casefold() == titled else key: text for key, text in fields.items()}
    if not any(canonical(key) == "author" for key in fields) and (people := _people_in_room(tree, fields)):
        fields["authors"] = people
    text = readable(fields) or ". ".join(fields.values())
    if not text:
        return None
    return entry_block(fields, tree.first, tree.last, lines, text)


def _title_elsewhere(keys: Set[str]) -> str:
    """Return the key of the title where it has another name, beside authors: `titre`, `auteurs`."""
    meanings = {key: canonical(key) for key in sorted(keys - _OTHERS)}
    beside = any(canonical(key) == "author" for key in keys)
    return next((key for key, meaning in meanings.items() if meaning == "title" and beside), "")


def _people_in_room(tree: Branch, fields: Mapping[str, str]) -> str:
    """Return the people whom the summary of an entry consists of; nothing where it is a summary."""
    leaves = {key.casefold(): child.text for key, child in tree.pairs if isinstance(child, Leaf)}
    for room in _ROOM:
        text = _PEOPLE_LABEL.sub("", leaves.get(room, "")[:_LONGEST_ROOM])
        for said in dict.fromkeys((text, _FIRST_SENTENCE.split(text, maxsplit=1)[0])):
            people = [part.strip() for part in _BETWEEN_PEOPLE.split(said) if part.strip()]
            if people and all(as_person(part) for part in people) and said not in (fields.get("title"), ""):
                return " and ".join(people)
    return ""


def _flat(key: str, tree: Tree, budget: Budget, depth: int) -> str:
    """Return the text of a field: people are joined with `and`, the parts of a date with hyphens."""
    budget.spend(depth)
    if isinstance(tree, Leaf):
        return " ".join(clean(_MARKUP.sub("", tree.text)).split())
    parts = [(name, _flat(key, child, budget, depth + 1)) for name, child in tree.pairs]
    if tree.is_list:
        between = " and " if key.casefold() in _PEOPLE else "-" if key in ("issued", "date-parts") else "; "
        return between.join(text for _, text in parts if text)
    return _person(dict(parts)) if key.casefold() in _PEOPLE else "; ".join(text for _, text in parts if text)


def _person(parts: dict[str, str]) -> str:
    for family, given in _NAME_PARTS:
        if parts.get(family):
            whole = " ".join(filter(None, (parts.get("non-dropping-particle"), parts[family])))
            return ", ".join(filter(None, (whole, parts.get("suffix"), parts.get(given))))
    if literal := parts.get("literal"):
        (*several, last) = persons_in(literal) or [literal]
        return literal if several or isinstance(last, str) else f"{{{literal}}}"
    return parts.get("name") or " ".join(parts.values())
