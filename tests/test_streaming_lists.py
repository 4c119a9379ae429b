"""A list of JSON of which something is broken: what can be read of it is, and what cannot is said."""

from __future__ import annotations

import io
import json
import time
from pathlib import Path

import pytest

from reconcile.arguments import InputError
from reconcile.bulk import Request, match_file
from reconcile.streaming import jsonlist
from reconcile.streaming.jsonlist import items
from reconcile.streaming.opening import Input
from tests.bulk_judges import plain


def read(text: str) -> tuple[list[str], str]:
    """The items of a list, `#` for one that is no JSON, and what is said at the end."""
    found: list[str] = []
    try:
        for number, item in items(io.BytesIO(text.encode()), "x.json"):
            try:
                found.append(str(json.loads(item)))
            except (ValueError, RecursionError):
                found.append("#")
            assert number == len(found)
    except InputError as fault:
        return found, str(fault)
    return found, ""


A, B = "{'t': 'A'}", "{'t': 'B'}"
CASES = [
    ('[{"t": "A"},\ngarbage,\n{"t": "B"}]', [A, "#", B]),
    ('[\n{"t": "A"},\n{"t": "an "un" quote"},\n{"t": "B"}\n]\n', [A, "#", B]),
    ('[\n{"t": "A"\n,{"t": "an end\n, {"t": "B"}\n]', ["#", "#", B]),
    ('[\n{"t": "A"\n{"t": "B"}\n]', ["#", B]),
    ('[\n  {"t": "A"},\n  {\n    "t": "x,\n    "of": [\n      {"t": "C"}\n    ],\n  },\n  {"t": "B"}\n]', [A, "#", B]),
    ('[\n{"t": "A"},\n{"t": tru}\n]', [A, "#"]),
    ('[\n{"t": "A"}\n{"t": "B"},,\n]', [A, B]),
    ('[{"t": "A"}]\n[{"t": "B"}] ', [A, B]),
    ('[{"t": ' + "[" * 20_000 + '},\n{"t": "B"}]', ["#", B]),
]  # fmt: skip


@pytest.mark.parametrize("chunk", [7, 1 << 18])
@pytest.mark.parametrize(("text", "expected"), CASES)
def test_behind_a_broken_item_the_next_is_read(
    text: str, expected: list[str], chunk: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jsonlist, "_CHUNK", chunk)
    assert read(text) == (expected, "")


@pytest.mark.parametrize(
    ("text", "expected", "says"),
    [
        ('[{"t": "A"}, {"t": "an "un" quote"}, {"t": "B"}]', [A, "#"], "item 2 of the list is no valid JSON"),
        ('[{"t": "A"},\n{"t": "B', [A, "#"], "item 2 of the list is no valid JSON"),
        ('[{"t": "A"},\n{"t": "B"},\n', [A, B], "the list is not closed and breaks off behind item 2"),
        ("[", [], "the list is not closed"),
        ('[{"t": "A"}]\n{"t": "B"}', [A], "something else stands behind item 1, the last of the list"),
    ],
)
def test_what_cannot_be_read_is_said_and_not_passed_over(text: str, expected: list[str], says: str) -> None:
    found, said = read(text)
    assert found == expected
    assert says in said


@pytest.mark.parametrize("jobs", [1, 2])
def test_all_that_stands_before_a_fault_is_judged(tmp_path: Path, jobs: int) -> None:
    (tmp_path / "x.json").write_text(json.dumps([{"text": f"T{at}"} for at in range(300)])[:-1])
    with pytest.raises(InputError):
        match_file(Request(Input(str(tmp_path / "x.json")), tmp_path / "out.jsonl", jobs), plain)
    assert len((tmp_path / "out.jsonl.part").read_text(encoding="utf-8").splitlines()) == 300


@pytest.mark.parametrize(
    "line", ['{"a": [\n', '{"a": "\n', "x" * 50 + "\n", " " * 50 + "\n", '"' + "x" * 50, "{", ",\n", "[\n"]
)
def test_broken_lists_are_read_in_linear_time(line: str) -> None:
    text = "[" + line * (400_000 // len(line))
    begun = time.process_time()
    read(text)
    assert time.process_time() - begun < 5
