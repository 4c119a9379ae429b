"""What the terminal says of a run: flags by severity with their places, and what was left open."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from reconcile.mention import Flag, Match, Severity, Status
from reconcile.result import Result
from reconcile.terminal import console
from tests import fakes
from tests.make import mention

WOOL = Match(mention("Wool on Hills at Night", "Ann Lee", 2020, "ICML"), Status.MATCHED)


def flagged(count: int, severity: Severity, document: str = "cv.txt") -> list[Match]:
    flags = (Flag("year-mismatch", severity, "claimed 2020, dblp says 2019"),)
    return [
        replace(WOOL, mention=replace(WOOL.mention, document=document, first=at, last=at), flags=flags)
        for at in range(1, count + 1)
    ]


def said(capsys: pytest.CaptureFixture[str], *matches: Match) -> list[str]:
    """What is said behind the table of counts, but for where the files are."""
    documents = (matches[0].mention.document,)
    console.report(Result(documents, matches, log={"sources": {}}), Path("out"))
    return capsys.readouterr().out.splitlines()[2:-2]


def test_few_warnings_are_told_and_many_are_counted(capsys: pytest.CaptureFixture[str]) -> None:
    few = said(capsys, *flagged(1, Severity.ERROR), *flagged(2, Severity.WARNING), *flagged(3, Severity.INFO))
    assert few == [
        f"cv.txt:{at} {severity} year-mismatch claimed 2020, dblp says 2019"
        for at, severity in ((1, "error"), (1, "warning"), (2, "warning"))
    ]
    many = said(capsys, *flagged(14, Severity.ERROR), *flagged(30, Severity.WARNING))
    assert len(many) == console.SHOWN + 2
    assert many[-2:] == [
        "and 2 more errors: see the report, or say --verbose",
        "30 warnings: see the report, or say --verbose",
    ]


@pytest.mark.parametrize(
    ("document", "place"),
    [("cv.txt", "cv.txt:1"), ("cv.docx", "cv.docx paragraph 1"), ("cvs.zip/works.XLSX", "cvs.zip/works.XLSX row 1")],
)
def test_what_has_no_lines_is_not_counted_in_lines(
    capsys: pytest.CaptureFixture[str], document: str, place: str
) -> None:
    (line,) = said(capsys, *flagged(1, Severity.ERROR, document))
    assert line.startswith(f"{place} error year-mismatch ")


def test_what_was_left_open_is_told_once_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    *_, unasked = fakes.result().matches
    place = f"{unasked.mention.document}:{unasked.mention.first}"
    why = "dblp did not answer: the server answered 503 three times"
    assert said(capsys, unasked) == [f"not checked: 1 mention ({place}): {why}"]
