"""The works in a tree of JSON or YAML that a service gave, by the table of vocabularies: one engine for all of them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from reconcile.documents.block import Block, block_of_entry, readable
from reconcile.documents.encoding import Lines
from reconcile.documents.runs import clean
from reconcile.documents.trees.nodes import Branch, Budget, Leaf, Tree, is_mapping
from reconcile.documents.trees.services import HAYAGRIVA, HAYAGRIVA_TYPES, SERVICES, Vocabulary
from sources.markup import plain
from sources.record import Record, Type
from sources.text import fold

# The names of people's parts, whoever gives them; the first that has any text counts.
_PARTS: Mapping[str, tuple[str, ...]] = {
    "family": ("family", "familyName", "lastName", "last", "family-name.value"),
    "given": ("given", "givenName", "firstName", "first", "given-name", "given-names.value"),
    "non-dropping-particle": ("non-dropping-particle", "prefix"),
    "suffix": ("suffix",),
}
_WHOLE_NAMES = (
    "credit-name.value", "author.display_name", "raw_author_name", "full_name", "fullName", "name", "text", "value",
)  # fmt: skip
_BODIES = ("literal", "collectiveName")
_IS_BODY = "Organizational"
# Several descriptions of one work, the preferred first (ORCID).
_SAME_WORK = "work-summary"
# What stands in the place of a work that a service could not give (ORCID's bulk).
_ERRORS = ("error.developer-message", "error.user-message", "error.message")
_PEOPLE = frozenset({"author", "editor"})
_STEP = re.compile(r"([^.\[\]]+)(?:\[([^\]=]+)=([^\]]*)\])?(?:\.|\Z)")
# `Bee A, Dee CD.`, as Europe PMC and PubMed print names
_INITIALS_BEHIND = re.compile(r"([^\s,]+(?:\s[^\s,]+){0,4})\s([A-Z]{1,4})\.?")
# Keys by which a YAML file of entries that have keys is not Typst's.
_FOREIGN = frozenset("authors journal venue year booktitle issued conference container-title publication".split())
_LONGEST_REASON = 160
# The types of a record whose names mean something else in an entry.
_KINDS = {Type.PREPRINT: "preprint", Type.DATASET: "data set", Type.OTHER: ""}


class _Step(NamedTuple):
    key: str
    told: str
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Given:
    """What a service gave: the entries, and why something that it gave is none, by line."""

    blocks: tuple[Block, ...] = ()
    complaints: tuple[tuple[int, str], ...] = ()


def works_in(trees: Sequence[Tree], lines: Lines, budget: Budget) -> Given:
    """Return the works that services describe in the trees of a file; nothing where none does.

    What else stands in such a file is the service's own: it says how many it has, and which works these cite.
    """
    blocks: list[Block] = []
    complaints: list[tuple[int, str]] = []
    untitled: list[int] = []
    for tree, vocabulary in (found for root in trees for found in _found(root, budget, 1)):
        if vocabulary is None:
            told = next(filter(None, (_first(tree, path) for path in _ERRORS)), "")
            reason = f"an error stands here in the place of a work ({told[:_LONGEST_REASON]}); ask the service again"
            complaints.append((tree.first, reason))
            continue
        fields = _fields(tree, vocabulary)
        if fields is None:
            continue
        if "title" not in fields:
            untitled.append(tree.first)
            continue
        blocks.append(_block(tree, fields, lines))
    if untitled and blocks:
        reason = f"{len(untitled)} works without a title are left out, the first of them here; look at it"
        complaints.append((untitled[0], reason))
    return Given(tuple(blocks), tuple(sorted(complaints)) if blocks else ())


def _found(tree: Tree, budget: Budget, depth: int) -> Iterator[tuple[Branch, Vocabulary | None]]:
    """Yield the works of a tree with the vocabulary of each; None for an error in the place of one."""
    budget.spend(depth)
    if isinstance(tree, Leaf):
        return
    if is_mapping(tree) and not tree.is_open:
        vocabulary = _vocabulary_of(tree)
        if vocabulary:
            yield tree, vocabulary
            return
        if any(_has(tree, path) for path in _ERRORS):
            yield tree, None
            return
    if depth == 1 and _is_hayagriva(tree):
        yield from ((child, HAYAGRIVA) for _, child in tree.pairs if isinstance(child, Branch) and not child.is_open)
        return
    for key, child in tree.pairs:
        works = _found(child, budget, depth + 1)
        if key == _SAME_WORK and isinstance(child, Branch) and child.is_list:
            yield from list(works)[:1]
        else:
            yield from works


def _vocabulary_of(tree: Branch) -> Vocabulary | None:
    keys = {key for key, _ in tree.pairs}
    for vocabulary in SERVICES:
        for signs in vocabulary.signs:
            if all(_steps(sign)[0].key in keys for sign in signs) and all(
                sign in keys or _has(tree, sign) for sign in signs
            ):
                return vocabulary
    return None


def _is_hayagriva(tree: Branch) -> bool:
    """Whether a file is Typst's: entries under keys, of its types, without the fields that others have."""
    if not is_mapping(tree) or not tree.pairs:
        return False
    types = 0
    for _, child in tree.pairs:
        if not is_mapping(child) or not _FOREIGN.isdisjoint(key for key, _ in child.pairs):
            return False
        kind = _first(child, "type").casefold()
        if kind and kind not in HAYAGRIVA_TYPES:
            return False
        types += bool(kind)
    return 2 * types > len(tree.pairs)


def _fields(tree: Branch, vocabulary: Vocabulary) -> dict[str, str] | None:
    """Return the fields of a work; None for what the service lists as well and is no work of its own."""
    if vocabulary.record:
        return _of_record(tree, vocabulary.record)
    kind = _kind(tree, vocabulary)
    if kind is None:
        return None
    fields = {"type": kind} if kind else {}
    for name, paths in vocabulary.fields.items():
        found = (_people(tree, path, vocabulary.most) if name in _PEOPLE else _first(tree, path) for path in paths)
        if said := next(filter(None, found), ""):
            fields[name] = said
    if fields.get("subtitle") and fold(fields["subtitle"]) in fold(fields.get("title", "")):
        del fields["subtitle"]
    return fields


def _kind(tree: Branch, vocabulary: Vocabulary) -> str | None:
    for path, table in vocabulary.kinds:
        for leaf in _at(tree, _steps(path)):
            own = fold(_text(leaf)).replace(" ", "")
            if own in vocabulary.parts:
                return None
            if own in table or (own and not table):
                return table.get(own) or _text(leaf)
    return ""


def _of_record(tree: Branch, source: str) -> dict[str, str] | None:
    """Return the fields of a work that the reader of a source reads; None for what it finds no publication."""
    # Here, because few files of JSON are theirs, and a source is loaded with all by which it asks.
    if source == "crossref":
        from sources.crossref import read_work

        record = read_work(_object(tree))
    else:
        from sources.dblp import read_info

        record = read_info(_object(tree))
    if not isinstance(record, Record):
        return {} if "no title" in record else None
    people = {role: _told(record, role) for role in ("author", "editor")}
    fields = {
        "type": _KINDS.get(record.type, str(record.type)),
        "title": record.title,
        **people,
        "year": str(record.year or ""),
        ("journal" if record.type is Type.ARTICLE else "booktitle"): record.container_title,
        "series": record.collection_title,
        "volume": record.volume,
        "issue": record.issue,
        "pages": record.page,
        "publisher": record.publisher,
        **{str(one.scheme): one.value for one in reversed(record.identifiers)},
        "url": record.urls[0] if record.urls else "",
    }
    return {name: said for name, said in fields.items() if said}


def _told(record: Record, role: str) -> str:
    """Return the people of a record as JSON, which keeps the parts of their names."""
    names = record.author if role == "author" else record.editor
    parts = [
        {"literal": name.literal}
        if name.literal
        else {
            "family": name.family,
            "given": name.given,
            "non-dropping-particle": name.particle,
            "suffix": name.suffix,
        }
        for name in names
    ]
    more = ["others"] if role == "author" and record.author_et_al else []
    listed = [{key: part for key, part in each.items() if part} for each in parts]
    return json.dumps([*listed, *more], ensure_ascii=False) if listed else ""


def _object(tree: Tree) -> dict[str, object]:
    value = _value(tree)
    return value if isinstance(value, dict) else {}


def _value(tree: Tree) -> object:
    """Return a tree as the values that it was read from; numbers stay text."""
    if isinstance(tree, Leaf):
        return tree.text or None
    if tree.is_list:
        return [_value(child) for _, child in tree.pairs]
    return {key: _value(child) for key, child in tree.pairs}


def _people(tree: Branch, path: str, most: int) -> str:
    """Return the people at a path as JSON: the parts of each name, or the whole of it."""
    people: list[object] = []
    for found in _at(tree, _steps(path)):
        if isinstance(found, Leaf):
            people += _apart(_text(found))
        elif person := _person(found):
            people.append(person)
    if most and len(people) == most:
        people.append("others")
    return json.dumps(people, ensure_ascii=False) if people else ""


def _apart(text: str) -> list[str]:
    """Return the names of a text: one, or those of `Bee A, Dee CD.`.

    >>> _apart("Bee A, van Dee CD."), _apart("Bee, Ann")
    (['Bee, A', 'van Dee, CD'], ['Bee, Ann'])
    """
    found = [_INITIALS_BEHIND.fullmatch(part.strip()) for part in text.split(",")]
    if all(found):
        return [f"{name[1]}, {name[2]}" for name in found if name]
    return [text] if text else []


def _person(tree: Branch) -> dict[str, str] | str:
    body = next(filter(None, (_first(tree, path) for path in _BODIES)), "")
    if _first(tree, "nameType") == _IS_BODY:
        body = _first(tree, "name")
    if body:
        return {"literal": body}
    parts = {part: next(filter(None, (_first(tree, path) for path in paths)), "") for part, paths in _PARTS.items()}
    whole = next(filter(None, (_first(tree, path) for path in _WHOLE_NAMES)), "")
    if parts["given"] and not parts["family"]:
        parts["family"] = whole
    return {part: said for part, said in parts.items() if said} if parts["family"] else whole


def name_at(tree: Branch) -> str:
    """Return the name that a mapping gives its person, whole or in parts."""
    named = (_person(found) if is_mapping(found) else _text(found) for found in _at(tree, _steps("name")))
    return next((each if isinstance(each, str) else _in_order(each) for each in named if each), "")


def _block(tree: Branch, fields: Mapping[str, str], lines: Lines) -> Block:
    said = {name: _readable(text) if name in _PEOPLE else text for name, text in fields.items()}
    return block_of_entry(fields, readable(said), tree.first, tree.last, lines.source(tree.first, tree.last))


def _readable(people: str) -> str:
    """Return the names of people who are given as JSON, for a person."""
    names = [each if isinstance(each, str) else _in_order(dict(each)) for each in json.loads(people)]
    return " and ".join(names)


def _in_order(parts: Mapping[str, str]) -> str:
    order = ("given", "non-dropping-particle", "family", "suffix")
    return parts.get("literal") or " ".join(parts[part] for part in order if part in parts)


@lru_cache(maxsize=512)
def _steps(path: str) -> tuple[_Step, ...]:
    return tuple(
        _Step(step[1], step[2] or "", frozenset((step[3] or "").casefold().split("|"))) for step in _STEP.finditer(path)
    )


def _at(tree: Tree, steps: Sequence[_Step]) -> Iterator[Tree]:
    """Yield what stands at the end of a path, each member of a list by itself."""
    if isinstance(tree, Branch) and tree.is_list:
        if steps and steps[0].key == "0":
            for _, child in tree.pairs[:1]:
                yield from _at(child, steps[1:])
            return
        for _, child in tree.pairs:
            yield from _at(child, steps)
    elif not steps:
        yield tree
    elif isinstance(tree, Branch):
        for key, child in tree.pairs:
            if key == steps[0].key:
                members = [one for _, one in child.pairs] if isinstance(child, Branch) and child.is_list else [child]
                index = len(steps) > 1 and steps[1].key == "0"
                yield from (
                    found
                    for one in ([child] if index else members)
                    if not steps[0].told or _tells(one, steps[0])
                    for found in _at(one, steps[1:])
                )


def _tells(tree: Tree, step: _Step) -> bool:
    """Whether a member of a list says of itself what a path asks for."""
    said = {_text(leaf).casefold() for leaf in _at(tree, _steps(step.told))} - {""}
    return bool(said & step.words) if said else "" in step.words


def _has(tree: Tree, path: str) -> bool:
    return next(_at(tree, _steps(path)), None) is not None


def _first(tree: Tree, path: str) -> str:
    return next(filter(None, map(_text, _at(tree, _steps(path)))), "")


def _text(tree: Tree) -> str:
    """Return the text of a value, also of one that says more of itself: `{value: Shaft & Tower, verbatim: true}`."""
    if isinstance(tree, Branch):
        return _first(tree, "value") if is_mapping(tree) else ""
    return " ".join(clean(plain(tree.text)).split())
