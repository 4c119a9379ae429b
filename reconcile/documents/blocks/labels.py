"""Lists without markup: lines that start with a bullet or a number, and lines that are a heading by their looks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from reconcile.documents.blocks.block import Block, Kind
from reconcile.documents.blocks.encoding import Lines
from reconcile.documents.blocks.runs import Reading, block_of, pieces
from reconcile.lexicon.editions import EDITION
from sources.east_asian import SIGN

# The bullets of symbol fonts stand in private use, or are the letters that such a font prints as bullets.
BULLETS = "-•·∙◦▪▫■□●○◆◇►▶▸‣⁃➢➤✓✔★☆・◎+*–—\uf06e\uf076\uf0a7\uf0b7\uf0d8\uf0fc"
# What stands behind a number without a blank: names, as in `4.Lee AB, …`, `4.Lee, A.`, `A4.J. Lee`.
_BEFORE_NAMES = r"(?=[^\W\d_a-z][\w'’-]+,?\s[A-ZÀ-Ž]{1,3}[.,;\s]|[A-ZÀ-Ž]\.[ -]?(?:[A-ZÀ-Ž]\.)?[^\W\d_a-z][^\W\d_])"
# `[12]`, `[J 3]`, `[A.3]:`, `(C4)`, `12.`, `J-5)`
NUMBER = (
    r"\[\s?(?:[A-Za-z]{1,3}\s|[A-Za-z]{0,4}[.-]?)\d{1,3}[a-z]?\s?\]\.?:?|[(（]\s?[A-Z]{0,2}-?\d{1,3}\s?[)）](?!,)"
    # in Turkey of several levels, `7.1.2.`; of a date the month may have a zero, `12.05.`
    # and no edition, with which a wrapped line may begin: `2. ed. Lisboa: Olmo`
    r"|(?:[A-Z]{1,3}[-.]?)?\d{1,3}(?:\.[1-9]\d?){0,3}[.)](?=\s)"
    rf"(?!\s{EDITION})|\d{{1,2}}(?:\.[1-9]\d?){{2,3}}(?=\s)"
    rf"|[A-Z]{{0,2}}\d{{1,3}}[.)]{_BEFORE_NAMES}"
    # in China, Japan and Korea without a blank: `１．羊`, `2、羊`, `①羊`
    rf"|［\d{{1,3}}］|\d{{1,3}}(?:[．）]|[.,)、](?=[「『]|{SIGN}))|[①-⑳]"
)
# `C2:`, `12:`; what stands behind a volume are pages: `12: 34–56`
_WITH_COLON = r"(?:[A-Z]{1,2}-?)?\d{1,3}:(?=\s)(?!\s\d)"
_LABEL = re.compile(
    rf"[{BULLETS}](?:\s+|(?<=[•●▪■◦‣・◎○\uf0b7])(?=\S))|§\s+(?=[^\W\d])|o\t\s*|(?:{NUMBER}|{_WITH_COLON})\s*"
)
_LETTER = re.compile(r"\(?([a-j])[.)]\s+(?=[^\W\d_])")
_FEWEST_LETTERS = 2
# Words of which the headings of CVs and home pages consist.
_SECTION = frozenset(
    "abstracts academic accepted activities all and appearances appointments articles arxiv as author awards"
    " background biography book books bibliography career chapter chapters conference conferences contributions"
    " co-authored dissertation dissertations edited editorial education employment experience first first-author"
    " full funding grants highlights honors honours in interests international invited journal"
    " journals keynote keynotes lectures list magazine manuscripts news of other papers patent patents peer"
    " peer-reviewed pending posters preparation preprint preprints presentations press proceedings professional"
    " projects"
    " publications publication published recent refereed reports representative research reviewed reviews"
    " selected service short skills submission submitted symposia talk talks teaching technical theses thesis"
    " tutorials under unpublished volumes work workshop workshops working works writing".split()
)
_NEUTRAL = re.compile(r"[\W\d_]+|present|since|to|the|my|our|for|&", re.IGNORECASE)
_LEGEND = re.compile(r"(?<=\w)\s+\([^()]{0,200}\)\Z")
_IMPRINT = re.compile(r"\b(?:press|verlag|publishers|books),? (?:forthcoming )?(?:19|20)\d\d\)\Z", re.IGNORECASE)
_MOST_WORDS = 8
_MOST_LETTERS = 80


def label_end(row: str) -> int:
    """Return where the text after a bullet or number starts; 0 where the row has none.

    >>> label_end("[J12] Deep nets")
    6
    """
    match = _LABEL.match(row)
    return match.end() if match else 0


def without_legend(heading: str) -> str:
    """Return a heading without what stands behind it in brackets: `(* corresponding author; † student)`."""
    return _LEGEND.sub("", heading) if heading.endswith(")") else heading


def looks_like_heading(text: str) -> bool:
    """Return whether a single line is a heading by its looks: capitals throughout, or the words of a section.

    >>> looks_like_heading("SELECTED PUBLICATIONS (2019-2024)")
    True
    >>> looks_like_heading("Refereed journal articles:")
    True
    """
    whole, text = text, without_legend(text)
    words = text.split()
    if _IMPRINT.search(whole, len(text)):
        return False  # `GULLS AND POWER (Olmo University Press, forthcoming 2025)`
    if "\n" in text or len(text) > _MOST_LETTERS or not 0 < len(words) <= _MOST_WORDS or text[-1] in ".,;":
        return False
    plain = [word.strip("()[]:,/*").casefold() for word in words]
    known = sum(word in _SECTION for word in plain)
    if known and all(word in _SECTION or _NEUTRAL.fullmatch(word) or not word for word in plain):
        return True
    if text != whole and not known and len(words) == 1:
        return False  # `CVPR (2020)`, `ICML (Oral)`
    letters = sum(map(str.isalpha, text))
    # Han and kana have no capitals: a title in Japanese is none.
    capitals = letters > 3 and text.upper() == text and 2 * sum(map(str.isupper, text)) > letters
    # `CVPR 2020` is a venue, and `A. LEE | 2020` a line of authors.
    return capitals and not any(sign in text for sign in '@"“|') and (known > 0 or not any(map(str.isdigit, text)))


def split_items(blocks: Iterable[Block], lines: Lines) -> tuple[Block, ...]:
    """Return the blocks with every paragraph that looks like a heading as one, and labelled lists taken apart."""
    split: list[Block] = []
    for block in blocks:
        if block.kind is Kind.PARAGRAPH and not any(mark.kind == "badge" for mark in block.marks):
            split.extend(_split(block, lines))
        else:
            split.append(block)
    return tuple(_with_letters(split))


def _with_letters(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks with paragraphs in a row that begin with `a.`, `b.` and so on as items without their letters."""
    at = 0
    while at < len(blocks):
        end = at
        while end < len(blocks) and _letter_end(blocks[end], end - at):
            end += 1
        if end - at < _FEWEST_LETTERS:
            yield blocks[at]
            at += 1
            continue
        yield from (_without_letter(block, _letter_end(block, number)) for number, block in enumerate(blocks[at:end]))
        at = end


def _letter_end(block: Block, number: int) -> int:
    """Return where the text behind the letter of that number stands in a paragraph; 0 where it has no such letter."""
    match = _LETTER.match(block.text) if block.kind is Kind.PARAGRAPH and not block.fields else None
    return match.end() if match and ord(match[1]) - ord("a") == number else 0


def _without_letter(block: Block, skip: int) -> Block:
    marks = (
        replace(mark, start=max(0, mark.start - skip), end=mark.end - skip) for mark in block.marks if mark.end > skip
    )
    return replace(block, kind=Kind.ITEM, level=1, text=block.text[skip:], marks=tuple(marks))


def _split(block: Block, lines: Lines) -> Iterator[Block]:
    rows = block.text.split("\n")
    skips = {at: end for at, row in enumerate(rows) if (end := label_end(row)) and len(row) > end}
    if looks_like_heading(block.text):
        yield replace(block, kind=Kind.HEADING)
        return
    if not skips or (0 not in skips and len(skips) < 2):
        yield block
        return
    starts = sorted({0, *skips})
    cuts = [(start, end, skips.get(start, 0)) for start, end in zip(starts, [*starts[1:], len(rows)], strict=True)]
    parts = pieces(Reading(block.text, block.marks, block.lines, block.last), cuts)
    for start, part in zip(starts, parts, strict=True):
        kind = Kind.ITEM if start in skips else Kind.PARAGRAPH
        if kind is Kind.ITEM and len(rows) == 1 and looks_like_heading(part.text):
            kind = Kind.HEADING
        made = block_of(kind, part, lines, 1 if kind is Kind.ITEM else 0)
        if made is not None:
            yield made
