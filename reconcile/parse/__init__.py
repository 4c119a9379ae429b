"""Publication strings taken apart: `parse` makes a mention with its claim out of an entry.

The folders stand in the order of their imports: `words`, `names`, `text`, `place`, `layouts`. A string is made ready
(`text/marks.py`), freed of what stands before it (`preamble.py`), cut where its parts may end (`text/segments.py`) and
read in every layout (`layouts/readings.py`); the best reading becomes parts (`parts.py`), a record (`claimed.py`) and a
mention (`claim.py`). Entries that are fields come in by `fields.py`.
"""

from reconcile.parse.claim import parse
from reconcile.parse.string import parse_string

__all__ = ["parse", "parse_string"]
