"""Names that came into Latin letters by different roads: `Iouri`, `Yury` and `Юрий` are written alike here.

What is made serves to compare two names and nothing else; it is no spelling that anybody uses.
"""

from __future__ import annotations

import re
import unicodedata

from anyascii import anyascii

from sources.record import Name
from sources.text import fold, letters_of

# Letters of Russian, Ukrainian, Bulgarian and Serbian, and of Greek, as the commonest tables have them.
_CYRILLIC = (
    "а a б b в v г g д d е e ж zh з z и i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ы i"
    " э e ю iu я ia і i є e ґ g ђ d ј i љ l њ n ћ c џ dzh"
)
_GREEK = "α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ i φ f χ ch ψ ps ω o"
_PAIRS = f"{_CYRILLIC} {_GREEK}".split()
_SMALL = dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True)) | {"ъ": "", "ь": ""}
_LETTERS = str.maketrans(
    _SMALL | {letter.upper(): latin.capitalize() for letter, latin in _SMALL.items() if letter != "ς"}
)
_PAIR = str.maketrans({"ο": "u", "υ": "", "Ο": "U", "Υ": ""})
_GREEK_PAIR = re.compile("ου", re.IGNORECASE)
_INITIAL = re.compile(r"\b[^\W\d_](?=\.)")

_CHINESE = re.compile(r"[\u4e00-\u9fff]{1,4}")
_DOUBLE_FAMILIES = frozenset(
    "欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 东方 東方 皇甫 尉迟 尉遲 公孙 公孫 慕容 令狐 司徒 夏侯 端木".split()
)
# Signs that are read otherwise in family names than in most words.
_AS_FAMILY = {
    sign: read
    for read, signs in (
        each.split() for each in (
            "xie 解|zeng 曾|shan 单單|qiu 仇|zha 查|ge 盖蓋|piao 朴|ou 区區|zhai 翟|qin 覃|xian 冼|yue 乐樂|miao 缪繆"
        ).split("|")
    )
    for sign in signs
}  # fmt: skip

# Letters and what stands for them in other tables, first come first served; capitals are sounds that are done with.
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("shch|stch|szcz|schtsch", "S"),
        ("tsch|tch|cz|ch", "C"),
        ("sch|sh|sz", "S"),
        ("zh|dj|dzh", "Z"),
        ("kh", "h"),
        ("ph", "f"),
        ("tz|ts", "T"),
        ("ck|q|c", "k"),
        ("x", "ks"),
        ("w", "v"),
        ("ou|oo", "u"),
        ("ff\\Z", "v"),
        ("oe", "o"),
        ("ue", "u"),
        ("ae", "a"),
        ("[yj]", "i"),
        ("ei|ie|ee", "i"),
        (r"(?<=.)h", ""),
        (r"(.)\1+", r"\1"),
    )
)


def in_latin(text: str) -> str:
    """Return a text with its Cyrillic and Greek letters written in Latin ones.

    >>> in_latin("Юрий Несте́ров"), in_latin("Yurii Nesterov")
    ('Iurii Nesterov', 'Yurii Nesterov')
    """
    if text.isascii() or not any("\u0370" <= char <= "\u052f" for char in text):
        return text
    bare = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    single = _GREEK_PAIR.sub(lambda pair: pair[0].translate(_PAIR), bare)
    return _INITIAL.sub(_initial, single).translate(_LETTERS)


def _initial(written: re.Match[str]) -> str:
    """Return the one letter that stands in Latin for an initial, though the whole name has two: `Y.` for `Ю.`"""
    letter = written[0]
    return "Y" if letter in "ЮЯ" else letter.translate(_LETTERS)[:1]


def latin_name(word: str) -> tuple[str, ...]:
    """Return a folded name in small Latin letters: of a Chinese one, by its Mandarin reading, the two parts.

    >>> latin_name("ζερβας"), latin_name("王增志"), latin_name("解奇铭")
    (('zervas',), ('wang', 'zengzhi'), ('xie', 'qiming'))
    """
    if not _CHINESE.fullmatch(word):
        return (fold(in_latin(word)),)
    length = 2 if word[:2] in _DOUBLE_FAMILIES and len(word) > 2 else 1
    family, given = word[:length], word[length:]
    parts = _AS_FAMILY.get(family) or anyascii(family).lower(), anyascii(given).lower()
    return tuple(filter(None, parts))


def mandarin(name: Name) -> Name:
    """Return a Chinese name as Mandarin reads it, any other as it is.

    >>> mandarin(Name(literal="王增志")), mandarin(Name("Bee", "Ada")).family
    (Name(family='wang', given='zengzhi', particle='', suffix='', literal=''), 'Bee')
    """
    written = letters_of(name.literal or f"{name.family}{name.given}")
    if written.isascii() or not _CHINESE.fullmatch(written):
        return name
    family, *given = latin_name(written)
    return Name(family, "".join(given))


def sound(word: str) -> str:
    """Return what a folded word has in common with its other spellings in Latin letters.

    >>> sound("sergei") == sound("sergej") == sound("serguey"), sound("iouri") == sound("yuri")
    (False, True)
    >>> sound("katzarkov") == sound("katsarkov"), sound("chaikovskii") == sound("tschaikowski")
    (True, True)
    """
    for pattern, put in _SOUNDS:
        word = pattern.sub(put, word)
    return word


def is_latin(text: str) -> bool:
    """Say whether a name has a Latin letter."""
    return any("a" <= char <= "z" for char in fold(text))


_LONGEST = 20  # letters of a word in a key: a title in Chinese signs is one word


def in_ascii(text: str) -> str:
    """Return the letters and digits of a text in small ones of ASCII, for keys.

    >>> in_ascii("Кутузов"), in_ascii("김"), in_ascii("游和正")
    ('kutuzov', 'gim', 'youhezheng')
    """
    written = anyascii(in_latin(text[:_LONGEST])).lower()
    return "".join([char for char in written if char.isalnum()])[:_LONGEST]
