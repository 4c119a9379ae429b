"""The forms in which names and lists of names are written in publication strings."""

from __future__ import annotations

import re
from collections.abc import Callable

from cv_styles import Paper

ET_AL = "et al."
_PARTICLES = frozenset("van von der den de del della di da dos do le la ter ten el al bin ibn zu zum af im".split())
_SUFFIXES = frozenset({"Jr.", "Jr", "II", "III", "IV", "Sr."})


def parts(name: str) -> tuple[str, str]:
    """Return given and family name, particles with the family name: `("Marie-Catherine", "de Marneffe")`."""
    words = name.split()
    end = len(words) - 1 if len(words) > 2 and words[-1] in _SUFFIXES else len(words)
    start = end - 1
    while start > 1 and words[start - 1] in _PARTICLES:
        start -= 1
    return " ".join(words[:start]), " ".join(words[start:])


def initials(given: str, dot: str = ".", gap: str = " ") -> str:
    """Return initials, hyphens kept where there are dots: `J.-P. R.`, `JP`."""
    given = re.sub(r"\(.*?\)|[\"'“”]", " ", given).strip() or given
    if not dot:
        return "".join(part[0].upper() for part in re.split(r"[\s-]+", given) if part)
    return gap.join("-".join(f"{p[0].upper()}{dot}" for p in word.split("-") if p) for word in given.split())


Form = Callable[[str], str]


def full(name: str) -> str:
    return name


def short(name: str) -> str:
    given, family = parts(name)
    return f"{initials(given)} {family}"


def short_tight(name: str) -> str:
    given, family = parts(name)
    return f"{initials(given, gap='')} {family}"


def bare_initials(name: str) -> str:
    given, family = parts(name)
    return f"{initials(given, '')} {family}"


def family_initials(name: str) -> str:
    given, family = parts(name)
    return f"{family} {initials(given, '')}"


def family_dotted(name: str) -> str:
    given, family = parts(name)
    return f"{family} {initials(given, gap='')}"


def family_comma(name: str) -> str:
    given, family = parts(name)
    return f"{family}, {given}"


def family_comma_short(name: str) -> str:
    given, family = parts(name)
    return f"{family}, {initials(given)}"


def only_family(name: str) -> str:
    return parts(name)[1]


def large_family(name: str) -> str:
    given, family = parts(name)
    return f"{given} {family.upper()}"


def listed(p: Paper, form: Form = full, comma: str = ", ", last: str = " and ", most: int = 99) -> str:
    """Return the authors in that form; `et al.` after `most` of them, or where the paper's list already says it."""
    names = [name for name in p.authors if name != ET_AL]
    cut = len(names) < len(p.authors) or len(names) > most
    shown = [form(name) for name in names[: most if most < len(names) else None]]
    if cut:
        return comma.join(shown) + (" " if comma == ", " and len(shown) == 1 else comma) + ET_AL
    return shown[0] if len(shown) == 1 else comma.join(shown[:-1]) + last + shown[-1]


def first(p: Paper) -> str:
    return only_family(p.authors[0])
