"""Cells of tables mended: letters that are written as entities, and what an old encoding made of quotation marks."""

from __future__ import annotations

import re

from sources.markup import unescaped

_NUMBER = re.compile(r"&\s?#\s?(x[0-9a-fA-F]{1,6}|\d{1,7})\s?;")
_SPACED = re.compile(r"\s?&\s?#\s?(?:x[0-9a-fA-F]{1,6}|\d{1,7})\s?;\s?")
_NAMED = re.compile(r"&\s?([a-zA-Z]{2,8})\s?;")
# The three bytes of a mark in UTF-8 read one by one, as they are or with a question mark where no letter was found.
_LOST = re.compile(r"\s?â\s?[?€\x80]\s?([¦?™˜œžš“”\x80-\xbf])\s?")
_ELLIPSIS = "¦\xa6"
_SHORT = re.compile(r"(?:^|\W)\w{0,2}\Z")  # `o` of `o'neil`
_SHORT_AFTER = re.compile(r"\w{1,2}(?!\w)")  # `s` of `editor's`


def mended(text: str) -> str:
    """Return a text with the letters that it gives as numbers or names, and with its marks.

    Some tables part all of that with spaces.

    >>> mended("c &#233; sar r&eacute;my"), mended("trees &amp; forests")
    ('césar rémy', 'trees & forests')
    >>> mended("editorâ ?? s notes"), mended("â ?? data â ?? streams"), mended("a bee , c deeâ ? ¦")
    ("editor's notes", ' data streams', 'a bee , c dee…')
    """
    if "â" in text:
        text = _LOST.sub(_mark, text)
    if "&" not in text:
        return text
    text = _SPACED.sub(_letter, text)
    return unescaped(_NAMED.sub(r"&\1;", text))


def _mark(lost: re.Match[str]) -> str:
    """Return the mark that was lost: an ellipsis, an apostrophe beside few letters, else a space for any other."""
    if lost[1] in _ELLIPSIS:
        return "…"
    glued = not lost[0][0].isspace()
    before, after = lost.string[max(0, lost.start() - 3) : lost.start()], lost.string[lost.end() : lost.end() + 3]
    return "'" if glued and before and (_SHORT.search(before) or _SHORT_AFTER.match(after)) else " "


def _letter(spaced: re.Match[str]) -> str:
    """Return the letter of a number, without the spaces around it; another character keeps them."""
    number = _NUMBER.search(spaced[0])
    char = unescaped(f"&#{number[1]};") if number else ""
    return char if char.isalpha() else spaced[0].replace(number[0], char) if number else spaced[0]
