"""A case for each row of docs/errors.md."""

from tests.errors.bibliographies import BIBLIOGRAPHIES, KEPT, WARNINGS
from tests.errors.case import AROUND, FOUR, Case
from tests.errors.catalogues import CATALOGUE
from tests.errors.documents import ARGUMENTS, DECISIONS, DOCUMENTS, PERSONS
from tests.errors.pairs import PAIRS, TABLES_OF_WEIGHTS
from tests.errors.strings import STRINGS

__all__ = ["AROUND", "CASES", "FOUR", "Case"]

CASES = [
    *DOCUMENTS,
    *DECISIONS,
    *PERSONS,
    *ARGUMENTS,
    *CATALOGUE,
    *STRINGS,
    *BIBLIOGRAPHIES,
    *PAIRS,
    *TABLES_OF_WEIGHTS,
    *KEPT,
    *WARNINGS,
]
