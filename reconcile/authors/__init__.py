"""Two lists of authors held side by side: `compare_authors` returns who of one stands on the other."""

from reconcile.authors.compare import (
    LONGEST,
    Authors,
    Pair,
    Person,
    agree,
    compare_authors,
    compare_people,
    is_like,
    person,
    plain_person,
)

__all__ = [
    "LONGEST",
    "Authors",
    "Pair",
    "Person",
    "agree",
    "compare_authors",
    "compare_people",
    "is_like",
    "person",
    "plain_person",
]
