"""What the National Library of Medicine's catalogue adds to titles and to the names of journals."""

from __future__ import annotations

import re

# `Lancet (London, England)`, `Renal failure : a journal of dialysis`
_CATALOGUED = re.compile(r"\s+:\s.*|\s+\([^()]*\)\s*\Z", re.DOTALL)
# The title in English of a work in another language, and what stands there where nobody translated it.
_TRANSLATED = re.compile(r"\[(.*?)\]?\.?\s*\Z", re.DOTALL)
_UNTRANSLATED = "not available"


def journal_name(text: str) -> str:
    """Return the name of a journal without what the catalogue adds.

    >>> journal_name("Lancet (London, England)")
    'Lancet'
    """
    return _CATALOGUED.sub("", text)


def title_as_written(title: str, spoken: str) -> str:
    """Return a title without the brackets of a translation; that in the work's own tongue where nobody translated it.

    >>> title_as_written("[On wool].", "Über Wolle."), title_as_written("[Not Available].", "Über Wolle.")
    ('On wool', 'Über Wolle.')
    """
    translated = _TRANSLATED.match(title)
    if not translated:
        return title or spoken
    missing = translated[1].strip(" .").casefold() == _UNTRANSLATED
    return spoken if missing and spoken else translated[1]
