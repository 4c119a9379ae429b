"""Tracks named in brackets: which are the paper's, and which are buttons."""

from __future__ import annotations

import pytest

from reconcile.documents.blocks.block import Mark
from reconcile.mention import Track
from reconcile.parse.tracks import with_named_track
from reconcile.venues import read_venue, read_venues

DEMO, MAIN = Track.DEMO, Track.MAIN
TEXT = "Weaving with Wool. "


@pytest.mark.parametrize(
    ("text", "track"),
    [
        ("EACL 2017 (demo).", DEMO),
        ("EACL (Demo), 2017.", DEMO),
        ("EACL (2017) (demo) [pdf]", DEMO),
        ("EACL 2017 (demo; best paper award)", DEMO),
        ("EACL 2017 (tutorial)", Track.TUTORIAL),
        ("(Student Abstract). AAAI 2017.", Track.STUDENT),
        ("(Extended Abstract). STOC 1990.", None),
        ("EACL 2017 [demo].", None),
        ("EACL 2017 (poster)", MAIN),
        ("EACL 2017. [pdf] [demo]", MAIN),
        ("EACL 2017. (pdf) (demo)", MAIN),
        ("EACL 2017 (demo) (code)", MAIN),
    ],
)
def test_brackets_name_a_track(text: str, track: Track | None) -> None:
    whole = TEXT + text
    (venue,) = with_named_track((read_venue("EACL", 2017),), whole, (0, len(whole)), ())
    assert venue.track is track


def test_a_link_names_no_track() -> None:
    whole = TEXT + "EACL 2017 (demo)"
    mark = Mark(len(whole) - 5, len(whole) - 1, "link", "https://example.org/demo")
    (venue,) = with_named_track((read_venue("EACL", 2017),), whole, (0, len(whole)), (mark,))
    assert venue.track is MAIN


def test_a_line_that_was_wrapped_within_a_venue_parts_nothing() -> None:
    (venue,) = read_venues("User\n    Modeling and User-Adapted Interaction")
    assert ";" not in venue.name
