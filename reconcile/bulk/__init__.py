"""Many publication strings matched against the catalogue: a file in, a line of JSON a row out, in order."""

from reconcile.bulk.judging import Judge, Opener
from reconcile.bulk.opening import Form, Input
from reconcile.bulk.part import OutputError
from reconcile.bulk.progress import Progress
from reconcile.bulk.rows import Columns
from reconcile.bulk.run import Broken, Request, Stopped, Tally, match_file
from reconcile.given import InputError
from reconcile.workers import cores

__all__ = [
    "Broken",
    "Columns",
    "Form",
    "Input",
    "InputError",
    "Judge",
    "Opener",
    "OutputError",
    "Progress",
    "Request",
    "Stopped",
    "Tally",
    "cores",
    "match_file",
]
