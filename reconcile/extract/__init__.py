"""Finding the publication entries of a document."""

from reconcile.extract.entries import extract

__all__ = ["extract"]
