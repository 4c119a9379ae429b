r"""What troff's escapes print, which stand in the fields of a refer database: `\fIVox humana\fP \(em a stop`.

The names of the characters are those of groff_char(7), the accents those of its macro package ms as well (`\*'e`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

_CHARACTERS: Mapping[str, str] = {
    "em": "—", "en": "–", "hy": "-", "mi": "−", "lq": "“", "rq": "”", "oq": "‘", "cq": "’", "aq": "'", "dq": '"',
    "Bq": "„", "bq": "‚", "Fo": "«", "Fc": "»", "fo": "‹", "fc": "›", "ga": "`", "ha": "^", "ti": "~", "at": "@",
    "sh": "#", "rs": "\\", "sl": "/", "bu": "•", "de": "°", "co": "©", "rg": "®", "tm": "™", "sc": "§", "ps": "¶",
    "12": "½", "14": "¼", "34": "¾", "mu": "×", "di": "÷", "+-": "±", "<=": "≤", ">=": "≥", "!=": "≠", "if": "∞",
    "->": "→", "<-": "←", "ss": "ß", "AE": "Æ", "ae": "æ", "OE": "Œ", "oe": "œ", "/O": "Ø", "/o": "ø", "/L": "Ł",
    "/l": "ł", "-D": "Ð", "Sd": "ð", "TP": "Þ", "Tp": "þ", ".i": "ı", "r!": "¡", "r?": "¿", "ff": "ff", "fi": "fi",
    "fl": "fl", "Fi": "ffi", "Fl": "ffl", "ct": "¢", "Po": "£", "Do": "$", "Ye": "¥", "eu": "€", "Eu": "€",
    "*a": "α", "*b": "β", "*g": "γ", "*d": "δ", "*e": "ε", "*z": "ζ", "*y": "η", "*h": "θ", "*k": "κ", "*l": "λ",
    "*m": "μ", "*n": "ν", "*p": "π", "*r": "ρ", "*s": "σ", "*t": "τ", "*f": "φ", "*x": "χ", "*q": "ψ", "*w": "ω",
    "*G": "Γ", "*D": "Δ", "*H": "Θ", "*L": "Λ", "*P": "Π", "*S": "Σ", "*F": "Φ", "*Q": "Ψ", "*W": "Ω",
}  # fmt: skip
# The sign of an accent before its letter: `\(:o`, `\*:o`.
_ACCENTS: Mapping[str, str] = {
    "'": "\u0301", "`": "\u0300", "^": "\u0302", ":": "\u0308", "~": "\u0303", ",": "\u0327", "v": "\u030c",
    "o": "\u030a", "C": "\u030c", "_": "\u0304",
}  # fmt: skip
_ESCAPE = re.compile(
    r"\\(?:"
    r"f(?:\([^\s]{2}|\[[^\]\n]{0,20}\]|.)|s[+-]?(?:\([0-9]{2}|\[[0-9]{1,3}\]|[0-9]{1,2})"  # a face, a size
    r"|\((?P<two>[^\n]{2})|\[(?P<name>[^\]\n]{1,20})\]|\*(?P<accent>['`^:~,C_])(?P<letter>[A-Za-z])"
    r"|(?P<plain>[-e0~ &|^%:/,)'`\"c]))"
)
_PLAIN: Mapping[str, str] = {"-": "-", "e": "\\", "0": " ", "~": " ", " ": " ", "'": "'", "`": "`"}


def printed(text: str) -> str:
    r"""Return what troff prints of a text; an escape that is not known stays.

    >>> printed(r"\fIVox humana\fP \(em a stop, 1500\(en1600, J\(/orgen M\*:uller")
    'Vox humana — a stop, 1500–1600, Jørgen Müller'
    """
    if "\\" not in text:
        return text
    return unicodedata.normalize("NFC", _ESCAPE.sub(_printed, text))


def _printed(found: re.Match[str]) -> str:
    if found["letter"]:
        return found["letter"] + _ACCENTS[found["accent"]]
    name = found["two"] or found["name"]
    if not name:
        return _PLAIN.get(found["plain"] or "", "")
    if name in _CHARACTERS:
        return _CHARACTERS[name]
    accent = _ACCENTS.get(name[0], "") if len(name) == 2 and name[1].isalpha() else ""
    return name[1] + accent if accent else found[0]
