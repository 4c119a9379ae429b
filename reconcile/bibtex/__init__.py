"""BibTeX out: `write` gives the text of a bibliography."""

from reconcile.bibtex.write import write

__all__ = ["write"]
