"""Texts cleaned by a judge that is made of a few records."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reconcile.bibtex.source import Source
from reconcile.checking.item import Item
from reconcile.cleaning import Cleaning, Policy, clean_source
from reconcile.cleaning.judging import Meaning
from reconcile.mention import Evidence, Level, Status
from reconcile.settings import DEFAULT, Settings
from reconcile.streaming.claims import claim_of
from sources.record import Record
from sources.text import fold

WHY = (Evidence("title", Level.AGREE, 9.0, "", "", "the titles are the same"),)


class Given:
    """A judge that is a function, and who opens it."""

    def __init__(self, judge: Any, settings: Settings) -> None:
        self.meaning = judge
        self.settings = settings

    def __call__(self) -> Given:
        return self


def judge_by(*records: Record, status: Status = Status.MATCHED, settings: Settings = DEFAULT) -> Given:
    """A judge that finds the records by words that the titles share."""

    def judge(item: Item) -> Meaning:
        words = set(fold(claim_of(item.fields).title).split())
        found = [each for each in records if len(words & set(fold(each.title).split())) > 2]
        if not found:
            return Meaning(Status.NOT_FOUND)
        return Meaning(status, found[0], tuple(found[1:]), WHY)

    return Given(judge, settings)


def cleaned(text: str, *records: Record, status: Status = Status.MATCHED, **policy: Any) -> Cleaning:
    """A text cleaned; cleaning it again changes nothing."""
    judge = judge_by(*records, status=status)
    rules = Policy(**{name: frozenset(v) if isinstance(v, set) else v for name, v in policy.items()})
    first = clean_source(Source.of_bytes(text.encode()), judge, rules)
    again = clean_source(Source.of_bytes(first.to_bytes()), judge, rules)
    assert again.to_bytes() == first.to_bytes()
    assert not again.changes
    return first


def one(changes: Sequence[Any], code: str) -> Any:
    return next((change for change in changes if change.code == code), None)
