"""BibTeX out: `write` gives the text of a bibliography, `keywords` which documents list its works."""

from reconcile.bibtex.keywords import keywords
from reconcile.bibtex.write import write

__all__ = ["keywords", "write"]
