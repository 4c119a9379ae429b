"""The nodes of a tree of values, which know their lines, and how much of a tree is looked at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeGuard

from reconcile.documents.blocks.unreadable import MAX_DEPTH, MAX_NODES


@dataclass(frozen=True, slots=True)
class Leaf:
    """A scalar with the lines it stands on."""

    text: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Branch:
    """A list (its keys are empty) or a mapping, in the order of the file; open where the file breaks off within it."""

    pairs: tuple[tuple[str, Leaf | Branch], ...]
    first: int
    last: int
    is_list: bool
    is_open: bool = False


Tree = Leaf | Branch


class Overgrown(Exception):
    """A tree that is too deep, or too large once its aliases are followed."""


@dataclass(slots=True)
class Budget:
    """How many nodes may still be visited; an alias costs what it stands for."""

    left: int = MAX_NODES

    def spend(self, depth: int) -> None:
        """Count one node at a depth; raises `Overgrown` when there were too many."""
        self.left -= 1
        if self.left < 0 or depth > MAX_DEPTH:
            raise Overgrown


def is_mapping(tree: Tree) -> TypeGuard[Branch]:
    """Say whether a tree is a mapping."""
    return isinstance(tree, Branch) and not tree.is_list
