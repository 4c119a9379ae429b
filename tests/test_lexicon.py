"""What the tables of words say to each of those that read them."""

from __future__ import annotations

import pytest

from reconcile.extract.cues import REVIEW_OF
from reconcile.extract.headings import is_of_reviews, topic_of
from reconcile.extract.topics import Topic
from reconcile.lexicon import reviews
from reconcile.lexicon.besides import occasions_beside
from reconcile.lexicon.reasons import Reason
from reconcile.titles.notices import is_review
from sources.text import fold


@pytest.mark.parametrize(
    "name",
    """
    Rezension zu|Rezensionen von|Buchbesprechung von|Compte rendu de|Compte-rendu du|Recensione di|Recensione a|Reseña de
    |Resenha do|Recensão de|Recension av|Anmeldelse af|Anmeldelse av|Anmälan av|Recenzja książki|Recenze knihy
    """.split("|"),
)
def test_a_review_is_one_in_every_language(name: str) -> None:
    called = f"{name.strip()} Felt and Wool"
    assert REVIEW_OF.match(called)
    assert [reason for reason, *_ in occasions_beside(called)] == [Reason.REVIEW]
    assert is_review(fold(called))


@pytest.mark.parametrize("heading", reviews.HEADINGS.split("|"))
def test_a_heading_over_reviews_is_one_of_publications(heading: str) -> None:
    assert topic_of(heading) is Topic.PUBLICATIONS
    assert is_of_reviews(heading)


def test_a_journal_is_no_review() -> None:
    assert not is_review(fold("Comptes rendus de l'Académie des Sciences"))
    assert not REVIEW_OF.match("Comptes rendus de l'Académie des Sciences")
