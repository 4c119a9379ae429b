"""A narrow column beside the main one, as a page's news: it is read behind all pages, as the main one goes on there."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.documents.printed.gaps import Line

_FEWEST = 3  # lines of a column
_NARROW = 0.6  # of the main column's width a narrow one has at most


def with_narrow_columns_last(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Return the pages of which each ends with its narrow column, where one does, with these columns on a last one."""
    if len(pages) < 2:
        return [list(page) for page in pages]
    begins = [_begin_of_narrow(page) for page in pages]
    main = [list(page[:begin]) for page, begin in zip(pages, begins, strict=True)]
    beside = [line for page, begin in zip(pages, begins, strict=True) for line in page[begin:]]
    return [*main, beside] if beside else main


def _begin_of_narrow(page: Sequence[Line]) -> int:
    """Return which line of a page begins a narrow column, beside which all before it stand; else how many there are."""
    for at in range(len(page) - _FEWEST, 0, -1):
        if page[at].bottom > page[at - 1].top:
            return at if _is_beside(page[:at], page[at:]) else len(page)
    return len(page)


def _is_beside(main: Sequence[Line], last: Sequence[Line]) -> bool:
    """Whether the last lines of a page are a narrow column with nothing of the main one above, below or in it."""
    low, high = min(line.bottom for line in last), max(line.top for line in last)
    left, right = min(line.left for line in last), max(line.right for line in last)
    level = [line for line in main if line.bottom < high and line.top > low]
    if len(level) < _FEWEST or any(line.cell for line in (*level, *last)):
        return False
    begin, end = min(line.left for line in level), max(line.right for line in level)
    return (end < left or right < begin) and right - left <= _NARROW * (end - begin)
