"""Publication strings taken apart: `parse` makes a mention with its claim out of an entry."""

from reconcile.parse.claim import parse
from reconcile.parse.string import parse_string

__all__ = ["parse", "parse_string"]
