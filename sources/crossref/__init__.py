"""Crossref: `Crossref` asks, `read` reads what came, `read_work` reads one message (of a dump, say)."""

from sources.crossref.ask import Crossref
from sources.crossref.read import Work, read, read_work

__all__ = ["Crossref", "Work", "read", "read_work"]
