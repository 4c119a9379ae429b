"""Patterns with possessive groups, for a Python that matches such groups and for one that does not.

Before 3.11.5 `(?:ab?c)++` may fail where its text is there (gh-106052); Debian 12 has 3.11.2.
"""

from __future__ import annotations

import re
import sys

_POSSESSIVE = re.compile(r"(?<=[*+?}])\+")
_IS_SOUND = sys.version_info >= (3, 11, 5)


def compiled(pattern: str) -> re.Pattern[str]:
    r"""Return a pattern compiled; where possessive groups fail, with greedy ones, which find the same more slowly.

    The pattern has no `\+`, and none of its groups can match one text in two ways.

    >>> bool(compiled("(?:ab?c)++d").fullmatch("abcacd"))
    True
    """
    return re.compile(pattern if _IS_SOUND else _POSSESSIVE.sub("", pattern))
