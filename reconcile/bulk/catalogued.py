"""The judge of a catalogue, opened in the process that will use it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from reconcile.matching.judge import Judge
from reconcile.settings import DEFAULT, Settings
from sources.catalog import Catalog


@dataclass(frozen=True, slots=True)
class OpenJudge:
    """Opens the judge of a catalogue, named by its folder or open already; this much can be sent to a worker."""

    catalog: Path | Catalog
    settings: Settings = DEFAULT
    explains: bool = True

    def __call__(self) -> Judge:
        """Return the judge; raises CatalogError."""
        return Judge(opened(self.catalog), self.settings, explains=self.explains)


def opened(catalog: Path | Catalog) -> Catalog:
    """Return the catalogue in a folder, or the one that is open; raises CatalogError."""
    return catalog if isinstance(catalog, Catalog) else Catalog.open(catalog)


def jobs_with(catalog: Path | Catalog | None, jobs: int) -> int:
    """Return how many processes can read a catalogue: one that was replaced since it was opened, this one alone."""
    return 1 if isinstance(catalog, Catalog) and catalog.is_replaced else jobs
