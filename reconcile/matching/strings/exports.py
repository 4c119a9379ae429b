"""The tags with which programs export references, where an export was flattened into one line of a string."""

from __future__ import annotations

import re

# The tags of RIS, of PubMed and of EndNote, where an export was flattened into one line: `TI  - `, `PMID- `, `%T `.
_RIS = r"TY|AU|A[1-4]|T[1-3I]|J[AFO]|BT|CT|PY|Y1|DA|VL|IS|SP|EP|PB|CY|SN|DO|UR|KW|AB|N[12]|ER"
_PUBMED = r"PMID|OWN|STAT|FAU|JT|TA|DP|DEP|PG|VI|IP|LID|AID|PT|LA|SO|PST|BTI|F?ED"
_EXPORT_TAG = re.compile(
    rf"(?:^|\s)(?:(?:{_RIS}|{_PUBMED})(?:  ?|(?<=PMID|STAT))[-\u2010-\u2013](?=\s|$)|%[A-Z0-9@](?=\s))"
)
# Those of an export that lost its blanks, `TY-CONF AU-Lee, Ann`, and how it begins.
_TIGHT_TAG = re.compile(rf"(?:^|\s)(?:{_RIS})\s{{0,2}}[-\u2010-\u2013]")
_TIGHT = re.compile(r"\W{0,3}TY\s{0,2}[-\u2010-\u2013]\s{0,2}[A-Z]{3,6}\s")
# The tags of Web of Science, flattened likewise.
_WOS_TAG = re.compile(r"(?:^|\s)(?:PT|AU|AF|TI|SO|PY|BP|EP|VL|DI|UT|SN|PU|ER|LA|DT|TC|PD|CT)(?=\s)")
# Those of RefWorks.
_REFWORKS_TAG = re.compile(
    r"(?:^|\s)(?:RT|SR|ID|A[1-6]|T[1-3]|J[FO]|YR|FD|VO|IS|SP|OP|K1|AB|PB|PP|AD|UL|DO|SN|LA)(?=\s)"
)


def untagged(string: str) -> str:
    r"""Return a string with a line end for each tag of an export.

    >>> untagged("TY-CONF AU-Lee, Ann TI-On Wool PY-2019 ER-"), untagged("%A Ann Lee %T On Wool")
    ('\nCONF\nLee, Ann\nOn Wool\n2019\n', '\n Ann Lee\n On Wool')
    """
    if "TI " in string or "T1 " in string or "%T " in string:
        string = _EXPORT_TAG.sub("\n", string)
    if "TY" in string and _TIGHT.match(string):
        string = _TIGHT_TAG.sub("\n", string)
    if "TI " in string and "SO " in string:
        string = _WOS_TAG.sub("\n", string)
    if string.startswith("RT ") and " T1 " in string:
        string = _REFWORKS_TAG.sub("\n", string)
    return string
