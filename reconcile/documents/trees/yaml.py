"""YAML files. They are composed, never constructed: tags and types mean nothing, every node knows its line."""

from __future__ import annotations

import re
from dataclasses import replace

import yaml

from reconcile.documents.blocks.block import Document
from reconcile.documents.blocks.encoding import Lines
from reconcile.documents.blocks.unreadable import MAX_MARKUP
from reconcile.documents.text.plain import as_plain
from reconcile.documents.trees.nodes import Branch, Budget, Leaf, Overgrown, Tree
from reconcile.documents.trees.values import document_of, overgrown

_BRACKETS = re.compile(r"[\[\]{}]")
_DASHES = re.compile(r"(?:- ){200}")
# Brackets inside strings count as well, so this is far above what a list of publications nests.
_DEEPEST = 500
_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
_NO_YAML = "this is no YAML and was read as plain text; mend the line"


def read_yaml(name: str, lines: Lines) -> Document:
    """Return the entries and lists of a YAML file; one that is no YAML is read as plain text."""
    text = lines.joined()
    if len(text) > MAX_MARKUP or _is_deep(text):
        return Document(name, (), (overgrown(name),))
    try:
        nodes = list(yaml.compose_all(text, yaml.SafeLoader))
        planter = _Planter(len(lines.raw))
        trees = [planter.plant(node, 1) for node in nodes if node is not None]
    except (Overgrown, RecursionError):
        return Document(name, (), (overgrown(name),))
    except yaml.YAMLError as error:
        mark = error.problem_mark if isinstance(error, yaml.MarkedYAMLError) else None
        return as_plain(name, lines, _NO_YAML, mark.line + 1 if mark else 0)
    return document_of(name, trees, lines)


def tree_of(text: str, rows: int) -> Branch | None:
    """Return the mapping that a piece of YAML is; None for anything else."""
    if len(text) > MAX_MARKUP or _is_deep(text):
        return None
    try:
        node = yaml.compose(text, yaml.SafeLoader)
        tree = _Planter(rows).plant(node, 1) if node is not None else None
    except (Overgrown, RecursionError, yaml.YAMLError):
        return None
    return tree if isinstance(tree, Branch) and not tree.is_list else None


def _is_deep(text: str) -> bool:
    """Return whether brackets or dashes are nested deeper than the parser can follow in linear time."""
    level = deepest = 0
    for match in _BRACKETS.finditer(text):
        level = max(0, level + (1 if match[0] in "[{" else -1))
        deepest = max(deepest, level)
    return deepest > _DEEPEST or _DASHES.search(text) is not None


class _Planter:
    """Turns nodes into trees; an alias becomes the very tree that its anchor became."""

    def __init__(self, rows: int) -> None:
        self.rows = rows
        self.budget = Budget()
        self.known: dict[int, Tree] = {}

    def plant(self, node: yaml.Node, depth: int) -> Tree:
        """Return the tree of a node."""
        self.budget.spend(depth)
        if id(node) not in self.known:
            self.known[id(node)] = self._plant(node, depth)
        return self.known[id(node)]

    def _plant(self, node: yaml.Node, depth: int) -> Tree:
        first = node.start_mark.line + 1
        # A block's end mark stands at the start of what follows it.
        ends = node.end_mark.line + (1 if node.end_mark.column else 0)
        last = max(first, min(ends, self.rows))
        if isinstance(node, yaml.ScalarNode):
            return Leaf("" if node.style is None and node.value in _NOTHING else node.value, first, last)
        if isinstance(node, yaml.SequenceNode):
            return Branch(tuple(("", self.plant(child, depth + 1)) for child in node.value), first, last, True)
        pairs = tuple((_key(key), self._under(key, child, depth + 1)) for key, child in node.value)
        return Branch(pairs, first, last, False)

    def _under(self, key: yaml.Node, node: yaml.Node, depth: int) -> Tree:
        """Return the tree under a key; a list or mapping of its own starts on the line of the key."""
        line = key.start_mark.line + 1
        anchored = id(node) in self.known
        tree = self.plant(node, depth)
        if anchored or isinstance(tree, Leaf):
            return tree
        self.known[id(node)] = replace(tree, first=min(line, tree.first))
        return self.known[id(node)]


def _key(node: yaml.Node) -> str:
    return str(node.value) if isinstance(node, yaml.ScalarNode) else ""
