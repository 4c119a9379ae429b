"""The report: one self-contained HTML page to look at."""

from reconcile.report.render import write

__all__ = ["write"]
