"""The text of an entry made ready for reading: same length, so that every position is one of `Entry.reading`.

What is no word of the citation (identifiers, addresses, link labels, the label in front) becomes blanks; full-width
punctuation becomes its plain form; the marks of the markup are kept as evidence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from reconcile.documents.blocks.block import Mark
from reconcile.documents.blocks.labels import BULLETS, NUMBER
from reconcile.lexicon import links
from reconcile.parse.names.pieces import FOOTNOTE_MARKS
from reconcile.parse.text.lines import parted
from reconcile.parse.text.notes import earlier_versions, without_notes
from reconcile.parse.words.wording import in_one_word, with_meetings_counted, without_states
from reconcile.venues import looks_like_venue
from sources import et_al
from sources.arabic_script import plain
from sources.identifiers import Found, find

LONGEST = 20_000  # characters of an entry that are read; no citation is longer

_PLAIN = str.maketrans(
    {
        "\u00a0": " ", "\u2002": " ", "\u2003": " ", "\u2009": " ", "\u202f": " ", "\u3000": " ", "\t": " ", "\r": " ",
        "，": ",", "。": ".", "：": ":", "；": ";", "（": "(", "）": ")", "？": "?", "！": "!", "、": ",", "．": ".",
        "【": "[", "】": "]", "［": "[", "］": "]", "‐": "-", "‑": "-", "−": "-", "ʼ": "’",
        "\u2028": "\n", "\x0b": "\n", "\x0c": "\n",
    }
)  # fmt: skip

# Those behind the last initial of a list: `Holm, E. and Fane, M. B.‡ Snow in voles.`
_MARKS_BEHIND = re.compile(rf"(?<=[A-ZÀ-Þ]\.){FOOTNOTE_MARKS}(?=\s[A-ZÀ-Þ“\"«„‘(])")

# How Russians cut a list short, and whoever cites as they do: `Лунь О.С., Фейн А. [и др.]. Шерсть`.
_ET_AL = re.compile(rf"\[(?P<others>{et_al.WITHIN})\]\.(?=\s)")

# Addresses, with what introduces them.
_URL = re.compile(r"(?:https?://|ftp://|www\.)[^\s<>|\"“”]{1,2000}", re.IGNORECASE)
_LEAD_OF_ADDRESS = re.compile(
    r"(?:(?:available|retrieved|accessed|online|disponible)(?: (?:online|at|from|en))*"
    r"|url|doi|link)\s?[:=]?\s?[<(\[]?\s?\Z",
    re.IGNORECASE,
)
_LABELS = re.compile(r"[(\[]([^()\[\]\n]{0,100})[)\]]")
_LABEL_PARTS = re.compile(r"[\s,;|/&·•]+")
_TRAIL = ")>]}.,;"
# The buttons of a list, copied as text: `pdf bib abs` before or behind a title, or in a line of their own.
_BARE_LABELS = re.compile(
    r"(?m:^[ •·|]*(?:(?:pdf|bib|abs)\b[ •·|]*){2,4}|(?<![ •·|])[ •·|]+"
    r"(?:(?:pdf|bib|abs|bibtex|doi|code|slides|video)\b[ •·|]*)"
    r"{1,5}(?:(?<=bib)|(?<=abs)|(?<=pdf)|(?<=bibtex))[ •·|]*$)"
)

# What stands before buttons, and alone once they are blanked: `Download: [paper] [demo]`.
_BEFORE_LABELS = re.compile(
    r"(?:(?<=[.;,)\]])|^)[^\S\n]*(?:downloads?|links?|resources|materials?|available)\s?:[^\S\n]*$",
    re.IGNORECASE | re.MULTILINE,
)

# What counts an entry: `•`, `[12]`; and what counts it only where an entry begins: `[GHK+98]`, `1234.`, `J4:` before a
# name, `(a)`, `№ 5`, `7]`, `12 Bee, A. B.`
_LABEL = re.compile(
    rf"\s*(?:[{BULLETS}+#>]+(?=\s)|{NUMBER}|\[(?P<alpha>[A-Za-z][A-Za-z+]{{1,10}})-?\d{{1,3}}[a-z]?\]"
    r"|(?!1[4-9]|20)\d{4}[.)](?=\s)|[A-Z]{1,2}\d{1,3}:(?=\s(?:[A-ZÀ-Þ][\w'’-]+, )?[A-ZÀ-Þ]\.)"
    r"|\([a-z]\)(?=\s[A-ZÀ-Þ“„«\"])|№\s?\d{1,4}\.?|\d{1,3}\](?=\s)|\d{1,3}\s(?=[A-Z][\w'’-]+,? [A-Z]{1,2}\b))"
)
_PICTURES = re.compile(
    r"[\s\ufeff\ue000-\uf8ff\u2190-\u21ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff\ufe0f\u200d]+"
)
# What the picture of a work is called where it is not shown: `screenshot **Felt in Cold Water**`.
_PICTURE_NAME = re.compile(
    r"(?:project |paper |teaser )?(?:screenshot|thumbnail|teaser|image|figure|photo|picture|preview|cover|icon|logo) "
)


@dataclass(frozen=True, slots=True)
class View:
    """An entry to be read: `text` has the length of the reading (cut at `LONGEST`); `start` is past the label.

    `raw` is the reading as it stands, `spoken` the same with the labels of links blanked; `found` are the
    identifiers in it; `marks` are those with at least a word; `earlier` is where earlier versions are told of.
    """

    text: str
    raw: str
    spoken: str
    start: int
    marks: tuple[Mark, ...]
    found: tuple[Found, ...]
    urls: tuple[str, ...]
    earlier: tuple[tuple[int, int], ...] = ()


def view(reading: str, marks: tuple[Mark, ...] = ()) -> View:
    """Return the view of a reading.

    >>> view("[3] A. Li. Nets. arXiv:2312.06532").text.strip()
    'A. Li. Nets. arXiv:'
    """
    raw = reading[:LONGEST]
    text = _MARKS_BEHIND.sub(lambda match: " " * len(match[0]), parted(plain(raw).translate(_PLAIN), marks))
    text = _ET_AL.sub(lambda match: f" {match['others'].rstrip('.')}.".ljust(len(match[0])), text)
    found = find(raw)
    urls = tuple(match[0].rstrip(_TRAIL) for match in _URL.finditer(text))
    text = _without_addresses(text, found)
    whole = text
    text = _BARE_LABELS.sub(lambda match: " " * len(match[0]), _LABELS.sub(_blank_labels, text))
    start = _past_picture(text, _past_label(text), marks)
    kept = tuple(
        mark
        for mark in _whole_titles(text, marks)
        if mark.start < mark.end <= len(raw) and not _is_label(text[mark.start : mark.end])
    )
    text = _blank(text, 0, start)
    text = _without_link_labels(text, marks)
    text = _BEFORE_LABELS.sub(lambda match: re.sub(r"\S", " ", match[0]), text)
    text = without_notes(text)
    earlier = earlier_versions(text)
    for span in earlier:
        text = _blank(text, *span)
    spoken = "".join(map(_spoken, raw, whole, text))
    text = with_meetings_counted(in_one_word(without_states(text, start), start))
    start += len(text[start:]) - len(text[start:].lstrip())
    return View(text, raw, spoken, start, kept, found, urls, earlier)


def rejoined(seen: View, text: str) -> View:
    """Return a view whose text is now `text`, in which blanks stand for the breaks of lines that were but wrapped."""
    said = "".join(" " if was == "\n" and now == " " else was for was, now in zip(seen.spoken, text, strict=True))
    return replace(seen, text=text, spoken=said)


# What stands upright within a title in italics, as the name of a case or of a ship does: `*What* Gull *Left Out*,`
_UPRIGHT = re.compile(r"\s?(?!In\s)[A-ZÀ-Þ](?:[^.,;:()\[\]\n“”\"]|(?<=\sv)\.){1,40}\s?")
_BEFORE_TITLE = ' "“‘|0123456789'  # a quotation mark, or the year in a column of its own


def _whole_titles(text: str, marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """Return the marks, with those made one that are the parts of a title in italics with which an entry begins."""
    first = next((mark for mark in marks if mark.kind == "emphasis"), None)
    if (
        first is None
        or text[: first.start].strip(_BEFORE_TITLE)
        or text[first.end - 1 : first.end + 1].strip()[-1:] in _ENDS
    ):
        return marks
    behind = next((mark for mark in marks if mark.kind == "emphasis" and mark.start > first.end), None)
    if (
        behind is None
        or not _UPRIGHT.fullmatch(text, first.end, behind.start)
        or text[behind.end : behind.end + 1] not in _ENDS
    ):
        return marks
    whole = Mark(first.start, behind.end, "emphasis", first.url)
    return (whole, *[mark for mark in marks if mark not in (first, behind)])


_ENDS = tuple(".,;:(")  # what stands behind a title


def _spoken(said: str, whole: str, now: str) -> str:
    """Return a sign of the reading, or a blank where a label stood or a line was but wrapped."""
    return " " if now == " " and (whole != " " or said == "\n") else said


def _blank(text: str, start: int, end: int) -> str:
    return text[:start] + " " * (end - start) + text[end:]


def _without_addresses(text: str, found: tuple[Found, ...]) -> str:
    """Blank identifiers and addresses, with the `doi:` or `Available at` before them."""
    ranges = [(one.start, one.end) for one in found] + [match.span() for match in _URL.finditer(text)]
    pieces, done = [], 0
    for start, end in sorted(ranges):
        if start < done:
            continue
        lead = _LEAD_OF_ADDRESS.search(text, max(done, start - 40), start)
        begin = lead.start() if lead else start
        pieces.append(text[done:begin])
        pieces.append(" " * (end - begin))
        done = end
    return "".join(pieces) + text[done:]


def _is_label(text: str) -> bool:
    parts = [part for part in _LABEL_PARTS.split(text.strip(" .:()[]\n").casefold()) if part]
    return all(part in links.LABELS for part in parts)


def _blank_labels(match: re.Match[str]) -> str:
    left_out = match[1].strip() in ("...", "…")  # as names are from a list: `A. Li, [...], B. Xu`
    return " " * len(match[0]) if _is_label(match[1]) and not left_out else match[0]


def _without_link_labels(text: str, marks: tuple[Mark, ...]) -> str:
    """Blank the links that are called `paper`, `code` …"""
    for mark in marks:
        if mark.kind in ("link", "code") and mark.end <= len(text) and _is_label(text[mark.start : mark.end]):
            text = _blank(text, mark.start, mark.end)
    return text


def _past_picture(text: str, at: int, marks: tuple[Mark, ...]) -> int:
    """Return where the citation begins behind what a picture before its title is called, as a printed page has it."""
    found = _PICTURE_NAME.match(text, at)
    apart = found and any(mark.start == found.end() and mark.kind in ("link", "strong") for mark in marks)
    return found.end() if found and apart else at


def _past_label(text: str) -> int:
    """Return where the citation begins, past bullets, numbers and pictures."""
    at = 0
    for _ in range(3):
        pictures = _PICTURES.match(text, at)
        at = pictures.end() if pictures else at
        label = _LABEL.match(text, at)
        if not label or not text[label.end() :].strip() or looks_like_venue(label["alpha"] or "") >= 0.5:
            break
        at = label.end()
    pictures = _PICTURES.match(text, at)
    return pictures.end() if pictures else at
