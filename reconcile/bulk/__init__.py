"""Many publication strings matched against the catalogue: a file in, a line of JSON a row out, in order."""

from reconcile.bulk.judging import Judge, Opener
from reconcile.bulk.progress import Progress
from reconcile.bulk.run import Broken, Request, Stopped, Tally, match_file

__all__ = [
    "Broken",
    "Judge",
    "Opener",
    "Progress",
    "Request",
    "Stopped",
    "Tally",
    "match_file",
]
