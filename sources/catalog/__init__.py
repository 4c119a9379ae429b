"""The local catalogue: `Catalog` reads it; `sources.catalog.build` builds one from the dumps of the sources."""

from sources.catalog.catalog import Catalog, Hit
from sources.catalog.contents import Contents
from sources.catalog.rows import Row
from sources.catalog.versions import CatalogError

__all__ = ["Catalog", "CatalogError", "Contents", "Hit", "Row"]
