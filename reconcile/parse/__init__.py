"""Publication strings taken apart: `parse` makes a mention with its claim out of an entry."""

from reconcile.parse.claim import parse

__all__ = ["parse"]
