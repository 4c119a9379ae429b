"""Publication lists in, verified BibTeX out, with flags where claim and record part."""

from typing import TYPE_CHECKING

from reconcile.loading import on_first_use

if TYPE_CHECKING:
    from reconcile.arguments import InputError
    from reconcile.bulk.catalog import Catalog
    from reconcile.bulk.frame import match_frame
    from reconcile.byhand.decisions import Decisions, DecisionsError
    from reconcile.byhand.persons import Persons, PersonsError
    from reconcile.checking.frame import frame
    from reconcile.checking.ignoring import BadTable
    from reconcile.checking.item import Checked
    from reconcile.checking.verbs import check
    from reconcile.cleaning import Change, Cleaning, Preprints, VenueForm, clean
    from reconcile.comparison import Decision, Judged
    from reconcile.documents import Document, Unreadable, read_document
    from reconcile.evidence.weights import Weights, WeightsError
    from reconcile.fitting.fit import Fitted
    from reconcile.fitting.frame import fit
    from reconcile.mention import (
        Candidate,
        Comparison,
        Evidence,
        Flag,
        Gap,
        Level,
        Match,
        Mention,
        PutAside,
        Severity,
        Status,
        Venue,
        Work,
    )
    from reconcile.output import Unwritable, write_files
    from reconcile.pairing.blocking import BlockingFault
    from reconcile.pairing.frame import compare_frame, dedupe, link, possible_duplicates
    from reconcile.pairing.values import compare
    from reconcile.parse import parse_string
    from reconcile.pipeline import Progress, run
    from reconcile.result import Result
    from reconcile.settings import Settings, StringWeights
    from reconcile.wanted import Verdict
    from reconcile.workers import WorkerDied
    from sources.catalog import CatalogError

__all__ = [
    "BadTable",
    "BlockingFault",
    "Candidate",
    "Catalog",
    "CatalogError",
    "Change",
    "Checked",
    "Cleaning",
    "Comparison",
    "Decision",
    "Decisions",
    "DecisionsError",
    "Document",
    "Evidence",
    "Fitted",
    "Flag",
    "Gap",
    "InputError",
    "Judged",
    "Level",
    "Match",
    "Mention",
    "Persons",
    "PersonsError",
    "Preprints",
    "Progress",
    "PutAside",
    "Result",
    "Settings",
    "Severity",
    "Status",
    "StringWeights",
    "Unreadable",
    "Unwritable",
    "Venue",
    "VenueForm",
    "Verdict",
    "Weights",
    "WeightsError",
    "Work",
    "WorkerDied",
    "check",
    "clean",
    "compare",
    "compare_frame",
    "dedupe",
    "fit",
    "frame",
    "link",
    "match_frame",
    "parse_string",
    "possible_duplicates",
    "read_document",
    "run",
    "write_files",
]

# The same as in pyproject.toml; asking for what is installed takes a tenth of a command's start.
__version__ = "0.1.0"

# Where each public name is; it is loaded on first use, because all of them together take more than a second.
_PLACES = {
    "BadTable": "reconcile.checking.ignoring",
    "BlockingFault": "reconcile.pairing.blocking",
    "Candidate": "reconcile.mention",
    "Catalog": "reconcile.bulk.catalog",
    "CatalogError": "sources.catalog",
    "Change": "reconcile.cleaning",
    "Checked": "reconcile.checking.item",
    "Cleaning": "reconcile.cleaning",
    "Preprints": "reconcile.cleaning",
    "VenueForm": "reconcile.cleaning",
    "Comparison": "reconcile.mention",
    "Decision": "reconcile.comparison",
    "Decisions": "reconcile.byhand.decisions",
    "DecisionsError": "reconcile.byhand.decisions",
    "Document": "reconcile.documents",
    "Evidence": "reconcile.mention",
    "Fitted": "reconcile.fitting.fit",
    "Flag": "reconcile.mention",
    "Gap": "reconcile.mention",
    "InputError": "reconcile.arguments",
    "Judged": "reconcile.comparison",
    "Level": "reconcile.mention",
    "Match": "reconcile.mention",
    "Mention": "reconcile.mention",
    "Persons": "reconcile.byhand.persons",
    "PersonsError": "reconcile.byhand.persons",
    "Progress": "reconcile.pipeline",
    "PutAside": "reconcile.mention",
    "Result": "reconcile.result",
    "Settings": "reconcile.settings",
    "Severity": "reconcile.mention",
    "Status": "reconcile.mention",
    "StringWeights": "reconcile.settings",
    "Unreadable": "reconcile.documents",
    "Unwritable": "reconcile.output",
    "Venue": "reconcile.mention",
    "Verdict": "reconcile.wanted",
    "Weights": "reconcile.evidence.weights",
    "WeightsError": "reconcile.evidence.weights",
    "Work": "reconcile.mention",
    "WorkerDied": "reconcile.workers",
    "check": "reconcile.checking.verbs",
    "clean": "reconcile.cleaning",
    "compare": "reconcile.pairing.values",
    "compare_frame": "reconcile.pairing.frame",
    "dedupe": "reconcile.pairing.frame",
    "fit": "reconcile.fitting.frame",
    "frame": "reconcile.checking.frame",
    "link": "reconcile.pairing.frame",
    "match_frame": "reconcile.bulk.frame",
    "parse_string": "reconcile.parse",
    "possible_duplicates": "reconcile.pairing.frame",
    "read_document": "reconcile.documents",
    "run": "reconcile.pipeline",
    "write_files": "reconcile.output",
}


if not TYPE_CHECKING:  # a checker that saw it would take every name for one that is there
    __getattr__ = on_first_use(__name__, _PLACES)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
