"""Plain text out of what sources put into titles and names: tags, entities, a little TeX, and loose white space."""

from __future__ import annotations

import html
import re
import unicodedata

# A title that is longer is not a title; what follows is not looked at, so that no text can take long.
_LONGEST = 10_000
# `&amp;lt;i&amp;gt;` has been seen; nothing escaped more often than three times (rest-api-doc#67).
_ESCAPED = 3

# No character has so many digits, and Python reads no number of more than 4,300.
_NO_CHARACTER = re.compile(r"&#(?:[0-9]{8,}|[xX][0-9A-Fa-f]{8,});?")

_TAG = re.compile(r"<(?P<close>/?)(?:[A-Za-z]+:)?(?P<name>[A-Za-z][A-Za-z0-9-]*)(?P<rest>\s[^<>]*)?/?>")
_MATH = re.compile(r"<(?:mml:)?math\b.*?</(?:mml:)?math>", re.DOTALL)
_SPACE = re.compile(r"\s+")
_SPACED_STOP = re.compile(r" ([.,;:?!])(?= |$)")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)

# Publishers leave out the space around these (`between<i>Chlamydia</i>Infection`), never a part of a word.
_WORDS_OF_THEIR_OWN = frozenset({"b", "bold", "em", "i", "italic", "strong"})
_PART_OF_A_WORD = frozenset(
    {
        *("a", "font", "inline-formula", "monospace", "named-content", "overline", "roman", "sans-serif", "sc", "scp"),
        *("span", "strike", "styled-content", "sub", "sup", "tt", "u", "underline"),
    }
)
_INDICES = frozenset({"sub", "sup"})
# What follows an index and is longer than the sign of a chemical element is a word (`AT<sub>1</sub>Receptor`).
_WORD = re.compile(r"[A-Za-z][a-z]{3}")
_PARTS = frozenset({"br", "break", "div", "p", "sec", "title"})
_KNOWN_TAGS = _WORDS_OF_THEIR_OWN | _PART_OF_A_WORD | _PARTS | {"subtitle"}

# Dollars around a formula touch it, as in pandoc; `costs $5 and $6` is none.
_FORMULA = re.compile(r"\${1,2}(?! )([^$]{1,200})(?<! )\${1,2}(?![0-9])|\\\((.{1,200}?)\\\)")
# DBLP writes formulas within formulas: `L\({}_{\mbox{{\(\infty\)}}}\)-Norm`; the inner ones are read first.
_INNER = re.compile(r"\\\(((?:[^\\]|\\(?![()])){0,200})\\\)")
_DEEPEST = 4
# An index that is written so outside of formulas too: `L_{p, inf}`.
_BARE_INDEX = re.compile(r"(?<=\w)[_^]\{([^{}]{1,80})\}")
_MATH_SPACE = re.compile(r"\\[!,:;>{}]")  # and braces that are printed
_ACCENT = re.compile(r"\\(?P<mark>[\"'`^~=.]|[uvHcdbkr](?![A-Za-z]))\s?\{?(?P<letter>\\?[A-Za-z])\}?")
# The same in a text that is no TeX: `\'{e}`, `{\'e}`, `{\o}`, or within a word; `\"` alone is a quotation mark there.
_ACCENTS_IN_TEXT = (
    re.compile(r"\\(?P<mark>[\"'`^~=.uvHcdbkr])\s?\{(?P<letter>\\?[A-Za-z])\}"),
    re.compile(r"\{\\(?P<mark>[\"'`^~=.]|[uvHcdbkr](?=\s))\s?(?P<letter>\\?[A-Za-z])\}"),
    re.compile(r"(?<=[^\W\d_])\\(?P<mark>['`^~]|\"(?=[A-Za-z][a-z]))(?P<letter>[A-Za-z])"),
)
_LETTER_IN_TEXT = re.compile(
    r"\{\\(?P<braced>A[AE]|a[ae]|OE|oe|ss|[LOlo])\}|\\(?P<ended>A[AE]|a[ae]|OE|oe|ss|[LOlo])\{\}"
)
_FIELD = re.compile(r"=\s?[{\"]")  # of an entry of a .bib file, whose TeX its reader knows
# Braces that keep the words of a name together, or a letter.
_KEPT_TOGETHER = re.compile(r"\{([^\W\d_])\}|(?<![\w{$\\])\{([^\W_][^{}\\\n=]{0,60})\}")
_OF_FORMULAS = {ord(sign): None for sign in "_^{}"}
_COMMAND = re.compile(r"\\(?P<name>[A-Za-z]+)\s?")
_MARKS = {
    '"': "\u0308", "'": "\u0301", "`": "\u0300", "^": "\u0302", "~": "\u0303", "=": "\u0304", ".": "\u0307",
    "u": "\u0306", "v": "\u030c", "H": "\u030b", "c": "\u0327", "d": "\u0323", "b": "\u0331", "k": "\u0328",
    "r": "\u030a",
}  # fmt: skip
_SIGNS = {
    "AA": "Å", "AE": "Æ", "L": "Ł", "O": "Ø", "OE": "Œ", "aa": "å", "ae": "æ", "i": "ı", "j": "ȷ", "l": "ł",
    "o": "ø", "oe": "œ", "ss": "ß",
    "Delta": "Δ", "Gamma": "Γ", "Lambda": "Λ", "Omega": "Ω", "Phi": "Φ", "Pi": "Π", "Psi": "Ψ", "Sigma": "Σ",
    "Theta": "Θ", "alpha": "α", "beta": "β", "chi": "χ", "delta": "δ", "ell": "ℓ", "epsilon": "ε", "eta": "η",
    "gamma": "γ", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "omega": "ω", "phi": "φ", "pi": "π", "psi": "ψ",
    "rho": "ρ", "sigma": "σ", "tau": "τ", "theta": "θ", "varepsilon": "ε", "varphi": "φ", "xi": "ξ", "zeta": "ζ",
    "approx": "≈", "cdot": "·", "circ": "°", "geq": "≥", "infty": "∞", "ldots": "…", "leq": "≤", "pm": "±",
    "rightarrow": "→", "sim": "∼", "sqrt": "√", "times": "×", "to": "→",
}  # fmt: skip


_LOOSE = re.compile(r" [ .,;:?!]")


def _is_plain(text: str) -> bool:
    """Return whether `plain` would return the text as it is; nearly every text of a dump is one."""
    if not text.isprintable() or "&" in text or "<" in text or "\\" in text or "$" in text or "{" in text:
        return False
    if " " in text and (_LOOSE.search(text) or text[0] == " " or text[-1] == " "):
        return False
    return len(text) <= _LONGEST and (text.isascii() or unicodedata.is_normalized("NFC", text))


def unescaped(text: str) -> str:
    """Return `text` with the characters that its entities stand for.

    >>> unescaped("R&amp;D &#233;")
    'R&D é'
    """
    return html.unescape(with_possible_numbers(text))


def with_possible_numbers(text: str) -> str:
    """Return `text` with U+FFFD in the place of the numbers that can be no character's."""
    return _NO_CHARACTER.sub("\ufffd", text) if "&#" in text else text


def plain(text: str) -> str:
    r"""Return `text` without markup, in one line.

    >>> plain("The role of\n   <scp>AI</scp> in R&amp;amp;D")
    'The role of AI in R&D'
    >>> plain("between<i>Chlamydia</i>Infection, Al<sub>2</sub>O<sub>3</sub>, and $\\ell_1$ < 2")
    'between Chlamydia Infection, Al2O3, and ℓ1 < 2'
    """
    if not text or _is_plain(text):
        return text
    text = text[:_LONGEST]
    for _ in range(_ESCAPED):
        characters = unescaped(text)
        if characters == text:
            break
        text = characters
    if "<" in text:
        text = _without_tags(_without_math(_COMMENT.sub("", text)))
    if "{" in text:
        text = _BARE_INDEX.sub(r"\1", text)
    if "\\" in text or "$" in text:
        text = _without_tex(text)
    # Soft hyphens and spaces without width are not printable.
    text = "".join(char for char in text if char.isprintable() or char.isspace())
    return _SPACED_STOP.sub(r"\1", _SPACE.sub(" ", unicodedata.normalize("NFC", text)).strip())


def _without_math(text: str) -> str:
    """Put the bare text of each formula in its place, apart from the words around it."""
    pieces: list[str] = []
    end = 0
    for math in _MATH.finditer(text):
        formula = _SPACE.sub("", _TAG.sub("", math[0]))
        pieces += [text[end : math.start()], _gap(text[math.start() - 1 : math.start()], formula[:1]), formula]
        end = math.end()
        pieces.append(" " if formula[-1:].isalnum() and text[end : end + 1].isalpha() else "")
    return "".join([*pieces, text[end:]])


def _without_tags(text: str) -> str:
    pieces: list[str] = []
    end = 0
    for tag in _TAG.finditer(text):
        name = tag["name"].lower()
        if name not in _KNOWN_TAGS:
            continue
        pieces.append(text[end : tag.start()])
        end = tag.end()
        if name in _PARTS:
            pieces.append(" ")
        elif name in _WORDS_OF_THEIR_OWN:
            pieces.append(_gap(text[tag.start() - 1 : tag.start()], text[end : end + 1]))
        elif name in _INDICES and tag["close"] and _WORD.match(text, end):
            pieces.append(" ")
        elif name == "subtitle" and not tag["close"]:
            pieces.append(": " if text[: tag.start()].strip() else "")
    return "".join([*pieces, text[end:]])


def _gap(before: str, after: str) -> str:
    """Return the space that is missing between two characters, if it is."""
    return " " if (before.isalpha() or before in {",", ";", ":"}) and after.isalnum() else ""


def with_plain_formulas(text: str) -> str:
    r"""Return a text with its formulas in plain signs, as `plain` has those of a record's title.

    >>> with_plain_formulas(r"Robust $H_\infty$ control for $5 and $10")
    'Robust H∞ control for $5 and $10'
    """
    if "$" not in text and "\\(" not in text:
        return text
    return _FORMULA.sub(_plain_formula, text)


def with_plain_names(text: str) -> str:
    r"""Return a text with the letters for which TeX stands in it, as pages have it that were made of a .bib file.

    >>> with_plain_names(r"Hal {Daum\'{e} III}, S{\o}ren Bj{\"o}rk, and \"they\"")
    'Hal Daumé III, Søren Björk, and \\"they\\"'
    """
    if "\\" not in text or _FIELD.search(text):
        return text
    plainer = _LETTER_IN_TEXT.sub(lambda sign: _SIGNS[sign["braced"] or sign["ended"]], text)
    for accent in _ACCENTS_IN_TEXT:
        plainer = accent.sub(_accented, plainer)
    if plainer == text:
        return text
    return _KEPT_TOGETHER.sub(lambda kept: kept[1] or kept[2], plainer)


def _plain_formula(math: re.Match[str]) -> str:
    return _plain_math(math[1] or math[2])


def _plain_math(formula: str) -> str:
    return _without_commands(_MATH_SPACE.sub("", formula)).translate(_OF_FORMULAS)


def _without_tex(text: str) -> str:
    for _ in range(_DEEPEST):
        if "\\(" not in text:
            break
        text = _INNER.sub(lambda math: _plain_math(math[1]), text)
    text = _without_commands(_FORMULA.sub(_plain_formula, text))
    for escaped in "&%#_$":
        text = text.replace(f"\\{escaped}", escaped)
    return text.translate({ord("{"): None, ord("}"): None})


def _without_commands(text: str) -> str:
    return _COMMAND.sub(lambda command: _SIGNS.get(command["name"], ""), _ACCENT.sub(_accented, text))


def _accented(match: re.Match[str]) -> str:
    letter = {"\\i": "i", "\\j": "j"}.get(match["letter"], match["letter"])
    return unicodedata.normalize("NFC", letter + _MARKS[match["mark"]])
