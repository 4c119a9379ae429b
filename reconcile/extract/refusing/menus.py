"""What leads over a site and is no text: a row of links, a trail of them that says where one is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reconcile.documents.blocks.block import Mark

_TRAIL = re.compile(
    r"(?:(?:当前|您的|您现在的|现在|所在)位置|現在(?:地|位置)|目前位置|you are here|sie sind hier|vous êtes ici"
    r"|sei qui|(?:usted )?est[áa]s? aqu[íi]|você está aqui|вы здесь|jesteś tutaj)\s?[:：]\s{0,9}",
    re.IGNORECASE,
)
_STEP = re.compile(r"(?<![-=])[>»›→]|::")  # from one place of a trail to the next
_SLASH = re.compile(r"\s/\s")
_YEAR = re.compile(r"(?<![>»›→/]\s)(?<![>»›→/\d])(?:19|20)\d\d(?!\d)")  # unless it is such a place
_LONGEST = 300  # letters of either
_FEWEST = 3  # links of a menu
_LINK = re.compile(r"\s*\S{1,16}\s*")  # a word: titles and names have several


def is_menu(text: str, marks: Sequence[Mark]) -> bool:
    """Say whether a text is nothing but links of a word, or says where on a site one is: `当前位置：首页>>师资队伍`.

    >>> is_menu("Home | Us", [Mark(0, 4, "link", "/"), Mark(7, 9, "link", "/us")]), is_menu("You are here: Home", [])
    (False, True)
    >>> is_menu("You are here: shepherds and their maps", [])
    False
    """
    if len(text) > _LONGEST:
        return False
    links = [mark for mark in marks if mark.kind == "link"]
    if _is_trail(text, links):
        return True
    if len(links) < _FEWEST or not all(_LINK.fullmatch(text, mark.start, mark.end) for mark in links):
        return False
    linked = {at for mark in links for at in range(mark.start, mark.end)}
    return not any(sign.isalnum() for at, sign in enumerate(text) if at not in linked)


def _is_trail(text: str, links: Sequence[Mark]) -> bool:
    """Whether a text says where one is, and goes on from place to place, with a link or with one word.

    Works are called so, too: `Bee, A. (2004). You are here: shepherds and their maps`.
    """
    said = _TRAIL.search(text)
    if said is None or _YEAR.search(text):
        return False
    if _STEP.search(text, said.end()):
        return True
    if any(sign.isalnum() for sign in text[: said.start()]):
        return False
    linked = any(mark.start == said.end() for mark in links)
    return linked or bool(_SLASH.search(text, said.end()) or _LINK.fullmatch(text, said.end()))
