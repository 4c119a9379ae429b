"""What a mail lists that says so in its subject: among its talk, what begins with people is an entry of that list."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from reconcile.extract.looks.likeness import likeness
from reconcile.extract.placing.headings import known_topic
from reconcile.extract.placing.sections import Placed
from reconcile.extract.words.topics import Topic


def as_the_subject_says(subject: str, items: Iterable[Placed]) -> list[Placed]:
    """Return the stretches of a mail, those that begin with people placed as under its subject, if that is a list's."""
    if known_topic(subject)[0] is not Topic.PUBLICATIONS:
        return list(items)
    return [
        replace(item, place=replace(item.place, topic=Topic.PUBLICATIONS)) if _is_meant(item) else item
        for item in items
    ]


def _is_meant(item: Placed) -> bool:
    """Whether no heading says what a stretch is; it begins with people, has a year, and is no talk of a letter."""
    if item.place.topic is not Topic.UNKNOWN:
        return False
    like = likeness(item.stretch.text, item.stretch.marks)
    return like.first > 0 and (like.year or item.place.year is not None) and not like.against
