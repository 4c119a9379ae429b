"""The ACL Anthology: `Anthology` asks and keeps an index; `read` reads BibTeX as the Anthology writes it."""

from sources.anthology.ask import Anthology
from sources.anthology.read import read

__all__ = ["Anthology", "read"]
