"""Lists of persons in Arabic script, which has no capitals to tell a name by: they stand first, before the year."""

from __future__ import annotations

import re

from sources.arabic_script import LETTERS, is_arabic

# One to four words, or initials: `کریم زاده`, `ح. شریفی`
_PART = rf"[{LETTERS}]++\.?(?:[ \u200c]{{1,2}}(?!و\s)[{LETTERS}]++\.?){{0,3}}"
_AND = r"\s{1,2}و\s{1,2}"
# What such a list ends before: the year in brackets, or a title in quotes.
_LISTED = re.compile(
    rf"(?P<names>{_PART}(?:(?:\s?[,;]\s{{1,2}}|{_AND}){_PART}){{0,60}})[.,;:]?\s{{0,2}}(?=\((?:19|20)\d\d\)|«)"
)
_PERSONS = re.compile(rf"\s?;\s|{_AND}")
_HALVES = re.compile(r"\s?,\s")


def listed_first(text: str, start: int) -> tuple[int, int] | None:
    """Return where the list of persons ends that begins a text, and how many they are; None where none does.

    >>> listed_first("محمدی, سارا; رضایی, امیر (2021). «پشم».", 0)
    (24, 2)
    """
    found = _LISTED.match(text, start) if is_arabic(text[start : start + 1]) else None
    if found is None:
        return None
    persons = _PERSONS.split(found["names"])
    if len(persons) > 1 or found["names"].count(",") == 1:
        return found.end("names"), len(persons)
    return found.end("names"), len(_HALVES.split(found["names"]))
