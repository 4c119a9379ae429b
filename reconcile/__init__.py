"""Publication lists in, verified BibTeX out, with flags where claim and record part."""

from reconcile.documents import Unreadable
from reconcile.mention import Flag, Match, Mention, Severity, Status, Work
from reconcile.pipeline import run
from reconcile.result import Result

__all__ = ["Flag", "Match", "Mention", "Result", "Severity", "Status", "Unreadable", "Work", "run"]
