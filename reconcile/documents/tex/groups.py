"""Groups and comments in the characters of a TeX source."""

from __future__ import annotations

import re

COMMENT = re.compile(r"(?<!\\)%[^\n]*")
_LONGEST = 2000


def group_at(tex: str, start: int) -> str | None:
    """Return what stands in the group whose first character is at `start`; None where it does not end soon."""
    level = 1
    for at in range(start, min(len(tex), start + _LONGEST)):
        if tex[at] in "{}" and tex[at - 1] != "\\":
            level += 1 if tex[at] == "{" else -1
            if not level:
                return tex[start:at]
    return None
