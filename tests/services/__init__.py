"""Crossref, DBLP and the ACL Anthology on one local server, over a table of facts that were read in public sources."""

from tests.services.faults import FAULTS, Fault
from tests.services.rows import Row, rows
from tests.services.server import Asked, Services

__all__ = ["FAULTS", "Asked", "Fault", "Row", "Services", "rows"]
