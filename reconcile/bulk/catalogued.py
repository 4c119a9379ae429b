"""The judge of a catalogue, opened in the process that will use it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from reconcile.settings import DEFAULT, Settings
from reconcile.sighting.judge import Judge
from sources.catalog import Catalog


@dataclass(frozen=True, slots=True)
class OpenJudge:
    """Opens the judge of the catalogue in a folder; this much can be sent to a worker."""

    catalog: Path
    settings: Settings = DEFAULT
    explains: bool = True

    def __call__(self) -> Judge:
        """Return the judge; raises CatalogError."""
        return Judge(Catalog.open(self.catalog), self.settings, explains=self.explains)
