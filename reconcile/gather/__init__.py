"""Asking the sources: for each mention its candidates' records, who was asked, and what stayed unanswered."""

from reconcile.gather.ask import BATCH, STOPPED, Found, gather, joined
from reconcile.gather.coverage import Holding, Listing, could_know, doubt, holdings, is_local, listings, titled
from reconcile.gather.putting import Asking

__all__ = [
    "BATCH",
    "STOPPED",
    "Asking",
    "Found",
    "Holding",
    "Listing",
    "could_know",
    "doubt",
    "gather",
    "holdings",
    "is_local",
    "joined",
    "listings",
    "titled",
]
