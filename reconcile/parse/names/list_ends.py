"""Where a list of names may be over: at a comma behind which a title begins."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from reconcile.parse.names.pieces import NO_NAME, NamePiece, pieces_of
from reconcile.parse.names.shapes import Shape

_LONE = (Shape.LONE, Shape.WORDS)


@dataclass(slots=True)
class _Before:
    """What the pieces before one are, counted as they are passed: to look back from each takes the square of a list."""

    names: int = 0
    lone: int = 0
    trailing: int = 0

    def passed(self, shape: Shape) -> None:
        """Count one more piece."""
        self.lone += shape in _LONE
        self.names += shape not in _LONE and shape is not Shape.SUFFIX
        self.trailing += shape is Shape.TRAILING


def cut_points(text: str, start: int, end: int) -> list[int]:
    """Return the commas (at most 4) behind which the list of names that begins at `start` may be over."""
    pieces = pieces_of(text, start, end)
    found: list[int] = []
    seen, joined = _Before(), 0  # where the names that "and" joins begin: `J., Scheduling and Variable …`
    for at, (before, piece) in enumerate(itertools.pairwise(pieces), 1):
        seen.passed(before.shape)
        joined = joined if piece.before == "and" else at
        if piece.shape in (Shape.OTHER, Shape.ORGANISATION) and before.shape is not Shape.OTHER:
            cut = pieces[joined - 1].end if joined and "," in pieces[joined].before else None
            if cut is not None and cut not in found:
                found.append(cut)
        elif (
            piece.before == ","
            and before.end not in found
            and (before.before == "and" or _may_begin_title(pieces, at, seen))
        ):
            found.append(before.end)
        if len(found) == 4 or (piece.shape is Shape.OTHER and before.shape is Shape.OTHER):
            break
    return found


def _may_begin_title(pieces: list[NamePiece], at: int, seen: _Before) -> bool:
    """Whether a piece has title words or breaks with the style of the names before it."""
    if _is_inverted(pieces, at - 2) and _is_inverted(pieces, at):
        return False
    if at == 1 and pieces[at].shape is Shape.WORDS:
        return True  # a single author, and a title of two words: `Ann Lee, White Plague, Black Death`
    if at == 1 and pieces[at].shape is Shape.LONE:  # `Plato, Republic`, `Ann Lee, Men and Mice`
        return pieces[at].score < NO_NAME or pieces[0].shape is Shape.WORDS
    if pieces[at].shape is Shape.TRAILING:
        return not seen.trailing
    if pieces[at].shape not in _LONE:
        return False
    if pieces[at].score < 0 and pieces[at].shape is Shape.WORDS:
        return True
    if at == 2 and pieces[0].shape is Shape.LONE and pieces[1].shape in _LONE:
        return True
    last = pieces[at - 1].shape
    return last in (Shape.FULL, Shape.TRAILING, Shape.INITIALS) and seen.names >= max(1, seen.lone)


def _is_inverted(pieces: list[NamePiece], at: int) -> bool:
    """Whether a family name and its initials begin at piece `at`: `Gao, L.`."""
    if at < 0 or at + 1 >= len(pieces):
        return False
    first, follows = pieces[at], pieces[at + 1]
    return first.shape is Shape.LONE and follows.shape is Shape.INITIALS and follows.before == ","
