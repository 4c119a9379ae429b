"""Finding the publication entries of a document.

To be read in this order: `stretch` has the nouns; `cues`, `people` and `likeness` say how much a text looks like a
publication; `headings` and `sections`, under which heading a line stands; `parts`, `stacks`, `joining`, `splitting`
and `by_line`, which lines are one entry; `outcasts` and `instead`, what looks like one and is none; `listed` and
`brief`, what a list says for its poorest items. `entries` is the stage.
"""

from typing import TYPE_CHECKING

from reconcile.loading import on_first_use

if TYPE_CHECKING:
    from reconcile.extract.entries import extract

__all__ = ["extract"]


if not TYPE_CHECKING:  # a checker that saw it would take every name for one that is there
    __getattr__ = on_first_use(__name__, {"extract": "reconcile.extract.entries"})


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
