"""Finding the publication entries of a document.

The folders stand in the order of their imports: `words`, `lines`, `looks`, `placing`, `cutting`, `refusing`, `lists`.
A document's blocks become stretches (`lines/stretch.py`), each under its headings (`placing/sections.py`); which of
their lines are one entry is told by what a text looks like (`looks/likeness.py`), so they are put together
(`cutting/joining.py`) and taken apart (`cutting/splitting.py`). What is no publication is refused with its reason
(`refusing/outcasts.py`), and a list speaks for its poorest entries (`lists/listed.py`). `entries.py` is the stage.
"""

from reconcile.extract.entries import extract

__all__ = ["extract"]
