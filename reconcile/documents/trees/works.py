"""The works in a tree of JSON or YAML that a service gave, by the table of services: one engine for all of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import NamedTuple

from reconcile.documents.blocks.block import Block, readable
from reconcile.documents.blocks.encoding import Lines
from reconcile.documents.blocks.entries import entry_block
from reconcile.documents.blocks.runs import clean
from reconcile.documents.fields.kinds import kinds_named
from reconcile.documents.fields.people import Person, is_row, people, persons_in, persons_in_row, shown
from reconcile.documents.fields.recorded import fields_of_record
from reconcile.documents.trees.hayagriva import HAYAGRIVA, HAYAGRIVA_TYPES
from reconcile.documents.trees.nodes import Branch, Budget, Leaf, Tree, is_mapping
from reconcile.documents.trees.services import SERVICES, Service
from sources.identifiers import normalize
from sources.markup import plain
from sources.record import Record, Scheme
from sources.text import fold, letters_of

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
# Of what else the identifiers of several registers stand in one list, or a field is an archive's of any kind.
_NEEDED: Mapping[str, Callable[[str], object]] = {"eprint": partial(normalize, Scheme.ARXIV)}
_STEP = re.compile(r"([^.\[\]]+)((?:\[[^\]=]+=[^\]]*\])*)(?:\.|\Z)")
_CONDITION = re.compile(r"\[([^\]=]+)=([^\]]*)\]")
# Keys by which a YAML file of entries that have keys is not Typst's.
_FOREIGN = frozenset("authors journal venue year booktitle issued conference container-title publication".split())
_LONGEST_REASON = 160


class _Step(NamedTuple):
    key: str
    told: tuple[tuple[str, frozenset[str]], ...]


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
    for tree, service in (found for root in trees for found in _found(root, budget, 1)):
        if service is None:
            told = next(filter(None, (_first(tree, path) for path in _ERRORS)), "")
            reason = f"an error stands here in the place of a work ({told[:_LONGEST_REASON]}); ask the service again"
            complaints.append((tree.first, reason))
            continue
        fields = _fields(tree, service)
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


def _found(tree: Tree, budget: Budget, depth: int) -> Iterator[tuple[Branch, Service | None]]:
    """Yield the works of a tree with the service of each; None for an error in the place of one."""
    budget.spend(depth)
    if isinstance(tree, Leaf):
        return
    if is_mapping(tree) and not tree.is_open:
        service = _service_of(tree)
        if service:
            yield tree, service
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


def _service_of(tree: Branch) -> Service | None:
    keys = {key for key, _ in tree.pairs}
    for service in SERVICES:
        for signs in service.signs:
            if all(_steps(sign)[0].key in keys for sign in signs) and all(
                sign in keys or _has(tree, sign) for sign in signs
            ):
                return service
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


def _fields(tree: Branch, service: Service) -> dict[str, str] | None:
    """Return the fields of a work; None for what the service lists as well and is no work of its own."""
    if service.record:
        return _of_record(tree, service.record)
    kind = _kind(tree, service)
    if kind is None:
        return None
    fields = {"type": kind} if kind else {}
    for name, paths in service.fields.items():
        found = (
            _people(tree, path, service.most) if name in _PEOPLE else _first(tree, path, _NEEDED.get(name, bool))
            for path in paths
        )
        if said := next(filter(None, found), ""):
            fields[name] = said
    if fields.get("subtitle") and fold(fields["subtitle"]) in fold(fields.get("title", "")):
        del fields["subtitle"]
    return fields


def _kind(tree: Branch, service: Service) -> str | None:
    said = [(list(filter(None, map(_text, _at(tree, _steps(path))))), own) for path, own in service.kinds]
    if any(letters_of(text) in service.parts for texts, _ in said for text in texts):
        return None
    return kinds_named(said)


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
    return fields_of_record(record)


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
    """Return the people at a path: the parts of each name, or the whole of it."""
    named: list[Person] = []
    for found in _at(tree, _steps(path)):
        if isinstance(found, Leaf):
            text = _text(found)
            named += persons_in_row(text) if is_row(text) else persons_in(text)
        elif person := _person(found):
            named.append(person)
    return people([*named, *(["others"] if most and len(named) == most else [])])


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


def _in_order(parts: Mapping[str, str]) -> str:
    order = ("given", "non-dropping-particle", "family", "suffix")
    return parts.get("literal") or " ".join(parts[part] for part in order if part in parts)


def _block(tree: Branch, fields: Mapping[str, str], lines: Lines) -> Block:
    said = {name: shown(text) if name in _PEOPLE else text for name, text in fields.items()}
    return entry_block(fields, tree.first, tree.last, lines, readable(said))


@lru_cache(maxsize=512)
def _steps(path: str) -> tuple[_Step, ...]:
    return tuple(
        _Step(
            step[1],
            tuple((told[1], frozenset(told[2].casefold().split("|"))) for told in _CONDITION.finditer(step[2])),
        )
        for step in _STEP.finditer(path)
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
                    if all(_tells(one, path, words) for path, words in steps[0].told)
                    for found in _at(one, steps[1:])
                )


def _tells(tree: Tree, path: str, words: frozenset[str]) -> bool:
    """Whether a member of a list says of itself what is asked for."""
    said = {_text(leaf).casefold() for leaf in _at(tree, _steps(path))} - {""}
    return bool(said & words) if said else "" in words


def _has(tree: Tree, path: str) -> bool:
    return next(_at(tree, _steps(path)), None) is not None


def _first(tree: Tree, path: str, needed: Callable[[str], object] = bool) -> str:
    return next(filter(needed, map(_text, _at(tree, _steps(path)))), "")


def _text(tree: Tree) -> str:
    """Return the text of a value, also of one that says more of itself: `{value: Shaft & Tower, verbatim: true}`."""
    if isinstance(tree, Branch):
        return _first(tree, "value") if is_mapping(tree) else ""
    return " ".join(clean(plain(tree.text)).split())
