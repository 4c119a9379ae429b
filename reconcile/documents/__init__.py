"""Documents of all formats, read into blocks of text that know their lines."""

from reconcile.documents.block import Block, Document, Kind, Mark
from reconcile.documents.reader import SUFFIXES, read, read_stdin, read_text
from reconcile.documents.unreadable import Unreadable

__all__ = ["SUFFIXES", "Block", "Document", "Kind", "Mark", "Unreadable", "read", "read_stdin", "read_text"]
