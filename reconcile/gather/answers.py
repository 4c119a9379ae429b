"""A question put to a source that anybody may have written: its answer taken in, its faults named.

What our own sources promise (records in tuples, identifiers in their normal form, `Unavailable` for every trouble of
the network) others may not know, and a record that is not so would be held against people's claims.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from reconcile.gather.coverage import is_local
from reconcile.gather.putting import Asking, Question
from sources.identifiers import normal
from sources.record import Identifier, Record
from sources.source import Answer, Source, Stopped, Unavailable

_TUPLES = ("author", "editor", "dates", "identifiers", "relations", "urls")


def answer_of(source: Source, question: Question, asking: Asking) -> Answer:
    """Return a source's answer. Raises `Unavailable` and `Stopped`.

    Any other fault than one of the network is a bug; it is raised as it is, with a note that names source and question.
    """
    if asking.stop.is_set() and not _stops_itself(source, asking):
        raise Stopped(question.asked)
    try:
        answer = question.put()
        return answer if is_local(source) else _taken_in(source, answer)
    except (Unavailable, Stopped):
        raise
    except OSError as fault:
        passing = isinstance(fault, TimeoutError | ConnectionError)
        reason = f"{type(fault).__name__}: {fault}".removesuffix(": ")
        raise Unavailable(source.name, question.asked, reason, passing=passing) from fault
    except Exception as fault:
        fault.add_note(f"the source {source.name!r} was asked: {question.asked}")
        raise


def _stops_itself(source: Source, asking: Asking) -> bool:
    """Say whether a source knows that it is to stop: it still gives what it has kept of earlier answers."""
    return getattr(getattr(source, "manners", None), "stop", None) is asking.stop


def _taken_in(source: Source, answer: object) -> Answer:
    if not isinstance(answer, Answer):
        raise TypeError(f"a source gives an Answer or raises Unavailable; {source.name} gave {type(answer).__name__}")
    unread = list(answer.unread)
    records = tuple([_settled(source, record, unread) for record in answer.records])
    return Answer(records, tuple(unread))


def _settled(source: Source, record: object, unread: list[str]) -> Record:
    """Return a record with tuples, and identifiers in their normal form; of those that are none, say that they are."""
    if not isinstance(record, Record):
        raise TypeError(f"an Answer holds Records; {source.name} gave {type(record).__name__}")
    lists: dict[str, Any] = {
        name: tuple(value) for name in _TUPLES if not isinstance(value := getattr(record, name), tuple)
    }
    record = replace(record, **lists) if lists else record
    named = {each: normal(each) for each in record.identifiers}
    if any(each != found for each, found in named.items()):
        kept = tuple(dict.fromkeys(found for found in named.values() if found))
        record = replace(record, identifiers=kept)
        none = [each for each, found in named.items() if found is None]
        unread += [f"{source.name} {record.key or record.title}: {_shown(each)} is none, and left out" for each in none]
    if any(normal(relation.target) not in (relation.target, None) for relation in record.relations):
        targets = [(each, normal(each.target) or each.target) for each in record.relations]
        record = replace(record, relations=tuple([replace(each, target=target) for each, target in targets]))
    hash(record)  # what cannot be told from others by its value is found out here, where the source is known
    return record


def _shown(identifier: Identifier) -> str:
    return str(identifier)[:80]
