"""Where a list of names may be over: at a comma behind which a title begins."""

from __future__ import annotations

import itertools

from reconcile.parse.pieces import NO_NAME, NamePiece, pieces_of
from reconcile.parse.shapes import Shape


def cut_points(text: str, start: int, end: int) -> list[int]:
    """Return the commas (at most 4) behind which the list of names that begins at `start` may be over."""
    pieces = pieces_of(text, start, end)
    found: list[int] = []
    for at, (before, piece) in enumerate(itertools.pairwise(pieces)):
        if piece.shape in (Shape.OTHER, Shape.ORGANISATION) and before.shape is not Shape.OTHER:
            cut = _comma_before(pieces, at + 1)
            if cut is not None and cut not in found:
                found.append(cut)
        elif (
            piece.before == ","
            and before.end not in found
            and (before.before == "and" or _may_begin_title(pieces, at + 1))
        ):
            found.append(before.end)
        if len(found) == 4 or (piece.shape is Shape.OTHER and before.shape is Shape.OTHER):
            break
    return found


def _comma_before(pieces: list[NamePiece], at: int) -> int | None:
    """Return the last comma before piece `at`, past the "and" of a title: `J., Scheduling and Variable …`."""
    while at > 0 and pieces[at].before == "and":
        at -= 1
    return pieces[at - 1].end if at > 0 and "," in pieces[at].before else None


def _may_begin_title(pieces: list[NamePiece], at: int) -> bool:
    """Whether a piece has title words or breaks with the style of the names before it."""
    if _is_inverted(pieces, at - 2) and _is_inverted(pieces, at):
        return False
    if at == 1 and pieces[at].shape is Shape.WORDS:
        return True  # a single author, and a title of two words: `Ann Lee, White Plague, Black Death`
    if at == 1 and pieces[at].shape is Shape.LONE:  # `Plato, Republic`, `Ann Lee, Men and Mice`
        return pieces[at].score < NO_NAME or pieces[0].shape is Shape.WORDS
    if pieces[at].shape is Shape.TRAILING:
        return all(piece.shape is not Shape.TRAILING for piece in pieces[:at])
    if pieces[at].shape not in (Shape.WORDS, Shape.LONE):
        return False
    if pieces[at].score < 0 and pieces[at].shape is Shape.WORDS:
        return True
    shapes = [piece.shape for piece in pieces[:at]]
    if shapes == [Shape.LONE, Shape.LONE] or shapes == [Shape.LONE, Shape.WORDS]:
        return True
    names = [shape for shape in shapes if shape not in (Shape.LONE, Shape.SUFFIX, Shape.WORDS)]
    lone = [shape for shape in shapes if shape in (Shape.LONE, Shape.WORDS)]
    return shapes[-1] in (Shape.FULL, Shape.TRAILING, Shape.INITIALS) and len(names) >= max(1, len(lone))


def _is_inverted(pieces: list[NamePiece], at: int) -> bool:
    """Whether a family name and its initials begin at piece `at`: `Gao, L.`."""
    if at < 0 or at + 1 >= len(pieces):
        return False
    first, follows = pieces[at], pieces[at + 1]
    return first.shape is Shape.LONE and follows.shape is Shape.INITIALS and follows.before == ","
