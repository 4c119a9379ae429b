"""Asking the sources: for each mention its candidates' records, who was asked, and what stayed unanswered."""

from reconcile.gather.ask import BATCH, Found, gather, joined
from reconcile.gather.coverage import Holding, could_know, doubt, holdings, is_local

__all__ = ["BATCH", "Found", "Holding", "could_know", "doubt", "gather", "holdings", "is_local", "joined"]
