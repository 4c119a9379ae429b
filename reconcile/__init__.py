"""Publication lists in, verified BibTeX out, with flags where claim and record part."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reconcile.bulk.catalog import Catalog
    from reconcile.bulk.frame import match_frame
    from reconcile.bulk.rows import InputError
    from reconcile.checking.frame import frame
    from reconcile.checking.item import Checked
    from reconcile.checking.verbs import check
    from reconcile.cleaning import Cleaning, clean
    from reconcile.comparison import Judged
    from reconcile.documents import Unreadable
    from reconcile.mention import Flag, Match, Mention, Severity, Status, Work
    from reconcile.pairing.frame import compare_frame, dedupe, link
    from reconcile.pairing.values import compare
    from reconcile.pipeline import run
    from reconcile.result import Result
    from reconcile.sighting.wanted import Verdict
    from reconcile.weights import WeightsError
    from sources.catalog import CatalogError

__all__ = [
    "Catalog",
    "CatalogError",
    "Checked",
    "Cleaning",
    "Flag",
    "InputError",
    "Judged",
    "Match",
    "Mention",
    "Result",
    "Severity",
    "Status",
    "Unreadable",
    "Verdict",
    "WeightsError",
    "Work",
    "check",
    "clean",
    "compare",
    "compare_frame",
    "dedupe",
    "frame",
    "link",
    "match_frame",
    "run",
]

# The same as in pyproject.toml; asking for what is installed takes a tenth of a command's start.
__version__ = "0.1.0"

# Where each public name is; it is loaded on first use, because all of them together take more than a second.
_PLACES = {
    "Catalog": "reconcile.bulk.catalog",
    "CatalogError": "sources.catalog",
    "Checked": "reconcile.checking.item",
    "Cleaning": "reconcile.cleaning",
    "Flag": "reconcile.mention",
    "InputError": "reconcile.bulk.rows",
    "Judged": "reconcile.comparison",
    "Match": "reconcile.mention",
    "Mention": "reconcile.mention",
    "Result": "reconcile.result",
    "Severity": "reconcile.mention",
    "Status": "reconcile.mention",
    "Unreadable": "reconcile.documents",
    "Verdict": "reconcile.sighting.wanted",
    "WeightsError": "reconcile.weights",
    "Work": "reconcile.mention",
    "check": "reconcile.checking.verbs",
    "clean": "reconcile.cleaning",
    "compare": "reconcile.pairing.values",
    "compare_frame": "reconcile.pairing.frame",
    "dedupe": "reconcile.pairing.frame",
    "frame": "reconcile.checking.frame",
    "link": "reconcile.pairing.frame",
    "match_frame": "reconcile.bulk.frame",
    "run": "reconcile.pipeline",
}


def __getattr__(name: str) -> object:
    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(_PLACES[name]), name)
    globals()[name] = value  # the next use finds it without asking here
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
