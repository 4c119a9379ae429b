"""Sources that anybody may have written: what they give is taken in, and their faults are named."""

from __future__ import annotations

import copy
import os
import pickle
import signal
import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest

import reconcile
from reconcile.gather import STOPPED, Asking, gather
from sources import Answer, Date, Identifier, Manners, Name, Record, Relation, Scheme, Source, Type, Unavailable
from sources.manners import BotWall, Busy, Missing, Wordless
from sources.source import Blocked
from tests.make import mention

TITLE = "Gryphons and Their Nesting Habits in Medieval Manuscripts"
CLAIM = mention(TITLE, "Alice Foo; Bob Bar", 2019, ids="doi:10.1234/gryph.1")
GRYPHONS = Record(
    Type.ARTICLE,
    TITLE,
    (Name("Foo", "Alice"), Name("Bar", "Bob")),
    issued=Date(2019),
    container_title="Journal of Imaginary Beasts",
    source="mine",
    key="g1",
)
CV = f"Publications\n\nAlice Foo, Bob Bar. {TITLE}. Journal of Imaginary Beasts, 2019. doi:10.1234/gryph.1\n"
EIGHT = [mention(f"On the Wool of Sheep in the Year {year}", "Ann Lee", year) for year in range(2000, 2008)]


class Mine:
    """A source that answers every search with what a call returns."""

    def __init__(self, answers: Callable[[], object], name: str = "mine") -> None:
        self.name, self.answers, self.asked = name, answers, 0

    def search(self, *, title: str, author: Sequence[str] = (), year: int | None = None) -> Answer:
        self.asked += 1
        return cast("Answer", self.answers())

    def look_up(self, identifiers: Sequence[Identifier]) -> Answer:
        return Answer()


def giving(*records: Record) -> Mine:
    return Mine(lambda: Answer(records))


@pytest.mark.parametrize("written", ["10.1234/gryph.1", "10.1234/GRYPH.1", "https://doi.org/10.1234/gryph.1"])
def test_an_identifier_is_taken_in_its_normal_form(written: str) -> None:
    record = replace(GRYPHONS, identifiers=(Identifier(Scheme.DOI, written),))
    result = reconcile.run(reconcile.read_document(CV), sources=[giving(record)])
    assert [match.status for match in result.matches] == ["matched"]
    assert [flag.code for flag in result.matches[0].flags] == []
    assert "doi = {10.1234/gryph.1}" in result.to_bibtex()


def test_what_is_no_identifier_is_left_out_and_said_to_be_unread() -> None:
    two = (Identifier(Scheme.DOI, "n/a"), Identifier(Scheme.ARXIV, "arXiv:2301.00001v2"))
    (found,) = gather([CLAIM], [giving(replace(GRYPHONS, identifiers=two))])
    assert found.records[0].identifiers == (Identifier(Scheme.ARXIV, "2301.00001"),)
    assert found.unread == ("mine g1: doi:n/a is none, and left out",)


def test_what_a_relation_names_is_taken_in_its_normal_form_too() -> None:
    relation = Relation("has-preprint", Identifier(Scheme.DOI, "10.1234/GRYPH.0"))
    (found,) = gather([CLAIM], [giving(replace(GRYPHONS, relations=(relation,)))])
    assert found.records[0].relations[0].target.value == "10.1234/gryph.0"


def test_lists_are_taken_for_tuples() -> None:
    record = replace(GRYPHONS, author=cast("Any", list(GRYPHONS.author)), urls=cast("Any", ["https://example.org"]))
    (found,) = gather([CLAIM], [Mine(lambda: Answer(cast("Any", [record])))])
    assert found.records == (replace(GRYPHONS, urls=("https://example.org",)),)


@pytest.mark.parametrize("answer", [None, [], Answer(cast("Any", ("a record",)))], ids=repr)
def test_what_is_no_answer_is_said_with_the_source_and_the_question(answer: object) -> None:
    with pytest.raises(TypeError, match="mine gave ") as raised:
        gather([CLAIM], [Mine(lambda: answer)])
    assert raised.value.__notes__ == [f"the source 'mine' was asked: search {TITLE}"]


def test_a_bug_ends_the_run_at_once_and_names_its_source() -> None:
    entered = threading.Event()

    def waiting() -> Answer:
        entered.wait(5)
        return Answer()

    def failing() -> Answer:
        entered.set()
        raise KeyError("title")

    others = Mine(waiting, "others")
    with pytest.raises(KeyError) as raised:
        gather(EIGHT, [others, Mine(failing)])
    assert "the source 'mine' was asked: search On the Wool" in raised.value.__notes__[0]
    assert others.asked <= 2


@pytest.mark.parametrize("fault", [TimeoutError("timed out"), ConnectionResetError(104, "reset"), OSError("no route")])
def test_a_fault_of_the_network_is_a_gap(fault: OSError) -> None:
    def failing() -> Answer:
        raise fault

    (found,) = gather([CLAIM], [Mine(failing)], Asking(sleep=lambda _seconds: None))
    assert [(gap.source, gap.reason) for gap in found.gaps] == [("mine", f"{type(fault).__name__}: {fault}")]


def test_interrupted_nobody_is_asked_any_more() -> None:
    def interrupting() -> Answer:
        if mine.asked == 2:
            os.kill(os.getpid(), signal.SIGINT)
            threading.Event().wait(0.3)
        return Answer()

    mine = Mine(interrupting)
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with pytest.raises(KeyboardInterrupt):
            gather(EIGHT, [mine])
    finally:
        signal.signal(signal.SIGINT, before)
    threading.Event().wait(0.6)
    assert mine.asked == 2


def test_a_run_is_stopped_by_its_event() -> None:
    stop = threading.Event()

    def stopping() -> Answer:
        stop.set()
        return Answer()

    mine = Mine(stopping)
    listed = "\n\n".join(
        f"Ann Lee. On the Wool of Sheep in {year}. Wool Letters, {year}." for year in range(2000, 2004)
    )
    result = reconcile.run(reconcile.read_document(f"Publications\n\n{listed}\n"), sources=[mine], stop=stop)
    assert mine.asked == 1
    assert [match.status for match in result.matches] == ["not-found", *["not-checked"] * 3]
    assert {gap.reason for match in result.matches for gap in match.gaps} == {STOPPED}


def test_a_source_that_stops_itself_is_asked_for_what_it_keeps() -> None:
    stop = threading.Event()
    stop.set()
    kept = giving(GRYPHONS)
    kept.manners = Manners(stop=stop)  # type: ignore[attr-defined]
    assert gather([CLAIM], [kept], Asking(stop=stop))[0].records == (GRYPHONS,)
    kept.manners = Manners()  # type: ignore[attr-defined]
    assert gather([CLAIM], [kept], Asking(stop=stop))[0].records == ()


@pytest.mark.parametrize(
    "fault",
    [
        Unavailable("mine", "q", "down", passing=True, retry_after=3.0),
        Blocked("mine", "q", "HTTP 403"),
        Missing("mine", "q", "HTTP 404"),
        Wordless("mine", "q"),
        Busy("mine", "q", "HTTP 429", 2.0),
        BotWall("mine", "q", "a page for people"),
    ],
    ids=lambda fault: type(fault).__name__,
)
def test_a_source_that_could_not_be_asked_is_said_by_another_process(fault: Unavailable) -> None:
    for again in (pickle.loads(pickle.dumps(fault)), copy.deepcopy(fault)):
        assert type(again) is type(fault)
        assert (str(again), vars(again)) == (str(fault), vars(fault))


def test_a_source_is_any_object_with_its_calls() -> None:
    mine: Source = giving(GRYPHONS)
    for given in (mine, [mine], (each for each in [mine])):
        assert reconcile.run(reconcile.read_document(CV), sources=given).works


@pytest.mark.parametrize(
    ("sources", "said"),
    [
        ("crossref", "sources: 'crossref' is no source; a source has name, search, look_up"),
        ([Mine], "is a class; give an object of it"),
        ([None], "sources: None is no source"),
        (5, "sources: 5 is no source"),
    ],
    ids=["text", "class", "None", "number"],
)
@pytest.mark.parametrize("verb", [reconcile.run, reconcile.check], ids=lambda verb: verb.__name__)
def test_what_is_no_source_is_said(verb: Callable[..., object], sources: object, said: str, tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text("@misc{a, title = {On Wool}}")
    with pytest.raises(reconcile.InputError, match=said):
        verb(tmp_path / "refs.bib", sources=sources)


def test_an_address_is_for_the_sources_that_nobody_names() -> None:
    with pytest.raises(reconcile.InputError, match="mailto= is for the sources that are asked where none are named"):
        reconcile.run(reconcile.read_document(CV), sources=[], mailto="me@example.org")
    with pytest.raises(reconcile.InputError, match="is not a mail address"):
        reconcile.check("@misc{a, title = {On Wool}}", mailto="nobody")
