"""Lines of print to blocks: what belongs together on the pages of a PDF, by position and size alone.

Coordinates are those of PDF: points, y grows upwards.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import median

from reconcile.documents.blocks.block import BAR, Kind
from reconcile.documents.blocks.labels import label_end
from reconcile.documents.pages.extracted import Draft, Piece
from reconcile.documents.pdf.beside import with_narrow_columns_last
from reconcile.documents.pdf.sidebar import with_side_bars
from reconcile.documents.printed.breaks import PAGE_NUMBER, goes_on
from reconcile.documents.printed.gaps import COLUMN, Line, Margins, between, is_wrapped, margins_of, within
from reconcile.documents.printed.hyphens import parted_words
from sources.text import fold

_DIGITS = re.compile(r"\d+")
# A number that no list begins with.
_ORDINAL = re.compile(r"\s*(?!1\.)\d{1,3}\.\s")
_NUMBER = re.compile(r"\s*\d{1,3}[.:]\s")
# What counts the works of a list, as in the biosketches of American institutes: `a. `, `(b) `; and how far from each
# other, in points, the letters of one list begin.
_LETTERED = re.compile(r"\s*\(?([a-z])[.)]\s+(?=[^\W\d_])")
_ALIGNED = 3.0
_BULLETED = re.compile(r"\s*[^\w\s\[(]\s")
# A gap larger than the usual leading by this factor ends a block: 1.2 lines apart is ordinary, 1.5 a paragraph.
_GAP = 1.3
# A change of size by this factor starts or ends a heading.
_LARGER = 1.15
# Characters of a heading, at most: it may be the title of a paper.
_LONGEST_HEADING = 160
# A line this far left of the one before it (in heights) has come back from a hanging indent.
_OUTDENT = 0.8
# Running heads stand on this share of the pages.
_SHARE = 0.5


def drafts_of(pages: Sequence[Sequence[Line]], *, whole: bool = False) -> Iterator[Draft]:
    """Return the blocks of a document's pages; lines that hold `whole` words were not hyphenated."""
    lines = [line for page in with_narrow_columns_last(without_running_heads(pages)) for line in page]
    lines = with_side_bars(_with_bullets(joined_words(lines, whole=whole)))
    leading = _leading(lines)
    size = median([line.size for line in lines]) if lines else 1.0
    margins = margins_of(lines)
    indents: list[float] = []
    for block in _blocks(lines, leading, margins):
        draft = _draft(block, size, margins)
        yield draft._replace(level=_level(block, indents)) if draft.kind is Kind.ITEM else draft
        if draft.kind is Kind.HEADING:
            indents.clear()


def _blocks(lines: Sequence[Line], leading: float, margins: Margins) -> Iterator[list[Line]]:
    """Return the lines that belong together."""
    block: list[Line] = []
    for line in lines:
        if block and _starts_block(block, line, leading, margins):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _level(block: Sequence[Line], indents: list[float]) -> int:
    """Return how deep an item is nested, and keep in `indents` where the items that hold it and it itself begin.

    Only bullets nest: numbers stand apart from each other where they are of unlike length.
    """
    if not _BULLETED.match(block[0].text):
        indents.clear()
        return 1
    left, step = block[0].left, _OUTDENT * block[0].height
    while indents and left < indents[-1] - step:
        indents.pop()
    if indents and left > indents[-1] + COLUMN * 2:
        indents.clear()
    if not indents or left > indents[-1] + step:
        indents.append(left)
    return len(indents)


def without_running_heads(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Return the pages without page numbers and without what stands at the head or foot of most of them."""
    counts = Counter(key for page in pages for key in {_running(line) for line in _edges(page)})
    needed = max(2, _SHARE * len(pages))
    named = _named_first(pages)
    years = [{line.text.strip() for line in _edges(page) if _YEAR.fullmatch(line.text.strip())} for page in pages]
    kept = []
    for at, page in enumerate(pages):
        edges = {id(line) for line in _edges(page)}
        kept.append(
            [
                line
                for line in page
                if id(line) not in edges
                or not (
                    _is_page_number(line.text.strip(), at, years)
                    or _is_name_and_number(line.text, at + 1, named)
                    or (len(pages) > 1 and counts[_running(line)] >= needed)
                )
            ]
        )
    return kept


_YEAR = re.compile(r"(?:19|20)\d\d")
# What a CV's head says beside its owner, folded.
_OF_CVS = frozenset("curriculum vitae cv vita resume lebenslauf page seite p of".split())
_HIGHEST = 3  # lines of the first page in which its title and its owner stand


def _is_page_number(text: str, page: int, years: Sequence[set[str]]) -> bool:
    """Whether a line at a page's edge is its number; a year is one where the next page or the one before counts on.

    `2019` at the head of a page stands over the works of that year.
    """
    if not _YEAR.fullmatch(text):
        return PAGE_NUMBER.match(text) is not None
    beside = years[page - 1] if page else set(), years[page + 1] if page + 1 < len(years) else set()
    return str(int(text) - 1) in beside[0] or str(int(text) + 1) in beside[1]


def _named_first(pages: Sequence[Sequence[Line]]) -> frozenset[str]:
    """Return the words of the highest lines of the first page, folded."""
    highest = sorted(pages[0], key=lambda line: -line.bottom)[:_HIGHEST] if pages else []
    return frozenset(word for line in highest for word in fold(line.text).split())


def _is_name_and_number(text: str, page: int, named: frozenset[str]) -> bool:
    """Whether a line says the document's name and the page's number: `Ada Bee — Curriculum Vitae 2`."""
    words = fold(text).split()
    if str(page) not in (words[:1] + words[-1:]) or page == 1:
        return False
    rest = words[1:] if words[0] == str(page) else words[:-1]
    return bool(rest) and all(word in named or word in _OF_CVS for word in rest) and not named.isdisjoint(rest)


def _edges(page: Sequence[Line]) -> list[Line]:
    """Return the two highest and the two lowest lines of a page, none of a table."""
    by_height = sorted([line for line in page if line.cell is None], key=lambda line: -line.bottom)
    return [*by_height[:2], *by_height[-2:]] if len(page) > 4 else [*by_height[:1], *by_height[-1:]]


def _running(line: Line) -> tuple[str, int]:
    """Return what a line at a page's edge has in common with that of other pages: text without numbers, and place."""
    return _DIGITS.sub("#", line.text.strip()), round(line.bottom / 5)


def joined_words(lines: Sequence[Line], *, whole: bool = False) -> list[Line]:
    """Return the lines with words that were parted at a line end made whole."""
    made = list(lines)
    for at, (moved, taken) in parted_words([line.text for line in lines], whole=whole).items():
        last = made[at].pieces[-1]
        made[at] = replace(
            made[at], pieces=(*made[at].pieces[:-1], last._replace(text=last.text.rstrip()[:-1] + moved))
        )
        made[at + 1] = replace(made[at + 1], pieces=_cut(made[at + 1].pieces, taken))
    return [line for line in made if line.text.strip()]


def _with_bullets(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with bullets for letters that count those which begin one below the other: `a.`, `b.`, `c.`."""
    made = list(lines)
    open_lists: list[tuple[float, int, int]] = []  # where its letters begin, the line of the last, and which it is
    for at, line in enumerate(lines):
        match = _LETTERED.match(line.text)
        if match is None:
            continue
        number = ord(match[1]) - ord("a")
        before = next((one for one in open_lists if one[2] == number - 1 and abs(one[0] - line.left) < _ALIGNED), None)
        open_lists = [one for one in open_lists if abs(one[0] - line.left) >= _ALIGNED]
        if before or not number:
            open_lists.append((line.left, at, number))
        if before:
            for lettered in (at, *([before[1]] if number == 1 else [])):
                letter = _LETTERED.match(lines[lettered].text)
                pieces = _cut(lines[lettered].pieces, letter.end() if letter else 0)
                made[lettered] = replace(lines[lettered], pieces=(Piece("• "), *pieces))
    return made


def _cut(pieces: Sequence[Piece], count: int) -> tuple[Piece, ...]:
    """Return pieces without their first `count` characters and the space after them."""
    kept = []
    for piece in pieces:
        taken = min(count, len(piece.text))
        count -= taken
        kept.append(piece._replace(text=piece.text[taken:]))
    return tuple(_stripped([piece for piece in kept if piece.text]))


def _leading(lines: Sequence[Line]) -> float:
    """Return the usual distance from line to line: a low quartile, for on some pages most lines end an entry."""
    steps = sorted(
        before.bottom - line.bottom
        for before, line in itertools.pairwise(lines)
        if before.page == line.page and before.bottom - line.bottom > 0.5 * line.height
    )
    return steps[len(steps) // 4] if steps else 12.0


def _starts_block(block: Sequence[Line], line: Line, leading: float, margins: Margins) -> bool:
    """Return whether a line starts a block rather than continuing the open one."""
    first, before = block[0], block[-1]
    if first.cell or line.cell:
        return not (first.cell and line.cell and first.cell.row == line.cell.row)
    if line.begins:
        return True
    if _labelled(line):
        return not (_is_volume(block, line, margins) or _is_ordinal(block, line, margins))
    if max(line.size, before.size) > _LARGER * min(line.size, before.size):
        return True
    if line.page != before.page or line.bottom > before.bottom + before.height:
        return _comes_back(block, line) or not (_stands_beneath(block, line) or _breaks_off(before, line, margins))
    if before.bottom - line.bottom > _GAP * leading:
        return True
    returns = _comes_back(block, line)
    # Among labelled items a new one has a label; a full line above an unlabelled one was only indented.
    return returns and not (_labelled(first) and is_wrapped(before, line, margins))


def _comes_back(block: Sequence[Line], line: Line) -> bool:
    """Return whether a line has come back from where the lines of the open block hang to where its first begins."""
    first, before = block[0], block[-1]
    return len(block) > 1 and _hangs(first, before) and abs(line.left - first.left) < _OUTDENT * first.height


def _is_volume(block: Sequence[Line], line: Line, margins: Margins) -> bool:
    """Return whether a number at the head of a line is no label but a volume: `41: 832-833` beneath a full line."""
    first, before = block[0], block[-1]
    beneath = 0 < line.left - first.left < 2 * COLUMN and line.page == before.page and line.bottom < before.bottom
    hangs = beneath and _labelled(first) and _hangs(first, line)
    return hangs and bool(_NUMBER.match(line.text)) and is_wrapped(before, line, margins)


def _is_ordinal(block: Sequence[Line], line: Line, margins: Margins) -> bool:
    """Return whether a number is a word of an unlabelled entry: `60. výročí`, `Version` above `2. Data set`.

    It stands where the entry's further lines hang, beneath a full one.
    """
    first, before = block[0], block[-1]
    if _labelled(first) or not _ORDINAL.match(line.text) or before.text.rstrip()[-1:] in ".:;":
        return False
    beneath = line.page == before.page and line.bottom < before.bottom and line.left - first.left < 2 * COLUMN
    level = len(block) == 1 or abs(before.left - line.left) < _OUTDENT * line.height
    return beneath and level and _hangs(first, line) and is_wrapped(before, line, margins)


def _stands_beneath(block: Sequence[Line], line: Line) -> bool:
    """Return whether a line at the head of a page stands where the further lines of the open block do."""
    first, before = block[0], block[-1]
    known = _labelled(first) or (len(block) > 1 and abs(before.left - line.left) < 0.3 * line.height)
    return known and _hangs(first, line) and line.left - first.left < 2 * COLUMN


def _breaks_off(before: Line, line: Line, margins: Margins) -> bool:
    """Return whether a line at the head of a page or column goes on with the sentence before it."""
    upper = before.text.rstrip()
    full = is_wrapped(before, line, margins) and upper[-1:].isalnum() and not upper[-4:].isdigit()
    return full or goes_on(before.text, line.text)


def _hangs(first: Line, line: Line) -> bool:
    """Return whether a line stands further right than the first of its block."""
    return line.left > first.left + _OUTDENT * first.height


def _labelled(line: Line) -> bool:
    text = line.text.strip()
    return 0 < label_end(text) < len(text)


def _row(block: Sequence[Line]) -> Draft:
    """Return the lines of a table's row as a row; what goes on overleaf stands with what it goes on from."""
    cells = [""] * (block[0].cell.columns if block[0].cell else 0)
    pieces: list[Piece] = []
    by_column = sorted(block, key=_column)
    for before, line in zip((None, *by_column), by_column, strict=False):
        between_cells = before is not None and _column(before) != _column(line)
        parted = Piece(BAR if between_cells else within(before, line) if before else "")
        pieces += [parted, *line.pieces]
        cells[_column(line)] += ("" if between_cells else parted.text) + line.text
    return Draft(Kind.ROW, tuple(pieces), cells=tuple(cells))


def _column(line: Line) -> int:
    return line.cell.column if line.cell else 0


def _draft(block: Sequence[Line], size: float, margins: Margins) -> Draft:
    if block[0].cell:
        return _row(block)
    pieces: list[Piece] = []
    for before, line in zip((None, *block), block, strict=False):
        if before:
            pieces.append(Piece(between(before, line, margins)))
        pieces += line.pieces
    text = "".join(piece.text for piece in pieces).strip()
    if block[0].size > _LARGER * size and len(text) < _LONGEST_HEADING:
        return Draft(Kind.HEADING, tuple(pieces), 0)
    label = label_end(text)
    hangs = len(block) > 1 and all(_hangs(block[0], line) for line in block[1:])
    if label and "\n" not in text[:label]:
        stripped = _cut(_stripped(pieces), label)
        return Draft(Kind.ITEM, stripped, 1)
    item = hangs or block[0].begins
    return Draft(Kind.ITEM if item else Kind.PARAGRAPH, tuple(pieces), 1 if item else 0)


def _stripped(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces without space before the first character."""
    for at, piece in enumerate(pieces):
        if piece.text.strip():
            return [piece._replace(text=piece.text.lstrip()), *pieces[at + 1 :]]
    return list(pieces)
