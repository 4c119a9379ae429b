"""What cannot be read, and the limits that keep a hostile document from stopping a run."""

from __future__ import annotations

# No publication list of a person comes near these; a document beyond them is refused or cut with a complaint.
MAX_BYTES = 50_000_000
MAX_UNPACKED_BYTES = 200_000_000
MAX_UNPACK_RATIO = 200
MAX_PAGES = 500
MAX_DEPTH = 100
MAX_PARAGRAPH = 200_000
# TeX and reStructuredText are parsed at a few hundred kilobytes a second; beyond this they are read as plain text.
MAX_MARKUP = 2_000_000
MAX_NODES = 1_000_000
MAX_RECORDS = 100_000


class Unreadable(ValueError):
    """A document that cannot be read; the message names the document, the reason and the next step."""
