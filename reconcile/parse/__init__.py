"""Publication strings taken apart: `parse` makes a mention with its claim out of an entry.

The folders stand in the order of their imports: `words`, `names`, `text`, `place`, `layouts`. A string is made ready
(`text/marks.py`), freed of what stands before it (`preamble.py`), cut where its parts may end (`text/segments.py`) and
read in every layout (`layouts/readings.py`); the best reading becomes parts (`parts.py`), a record (`claimed.py`) and a
mention (`claim.py`). Entries that are fields come in by `fields.py`.
"""

from typing import TYPE_CHECKING

from reconcile.loading import on_first_use

if TYPE_CHECKING:
    from reconcile.parse.claim import parse
    from reconcile.parse.string import parse_string

__all__ = ["parse", "parse_string"]

# An entry that is fields needs nothing of what reads strings, which takes a third of a second to load.
_PLACES = {"parse": "reconcile.parse.claim", "parse_string": "reconcile.parse.string"}


if not TYPE_CHECKING:  # a checker that saw it would take every name for one that is there
    __getattr__ = on_first_use(__name__, _PLACES)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
