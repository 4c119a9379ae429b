"""Two titles held side by side: `compare_titles` returns the relation in which they stand."""

from reconcile.titles.compare import TitleText, compare_texts, compare_titles, title_text
from reconcile.titles.heads import halves_of, head_of, is_coined
from reconcile.titles.relations import (
    NO_OTHER_WORDS,
    OF_CLAIM,
    OF_ROWS,
    ONE_PUBLICATION,
    ONE_TITLE,
    OTHER_WORK,
    RELATION_SAYS,
    Relation,
    Titles,
    is_sure,
    say_titles,
)

__all__ = [
    "NO_OTHER_WORDS",
    "OF_CLAIM",
    "OF_ROWS",
    "ONE_PUBLICATION",
    "ONE_TITLE",
    "OTHER_WORK",
    "RELATION_SAYS",
    "Relation",
    "TitleText",
    "Titles",
    "compare_texts",
    "compare_titles",
    "halves_of",
    "head_of",
    "is_coined",
    "is_sure",
    "say_titles",
    "title_text",
]
