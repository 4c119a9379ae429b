"""Lists whose lines say where entries begin: one reference a line, and entries of lines of their own."""

from __future__ import annotations

import pytest

from reconcile.documents import read_text
from reconcile.extract import extract
from reconcile.parse import parse
from sources.record import Record

WHOLE = [
    "Ann Bee and Otto Fane. Weaving with undyed wool. Journal of Gulls 12(3), 2019, 1-9.",
    "[2] O. Fane and A. Bee, “Felt in cold water,” in SIGSHEEP, pp. 12–19, 2022. (Spotlight, top 5%)",
    "Fane O, Bee A. Gulls that hear ships. In: Shore Birds; 2013. p. 914-923.",
    "Bee, Ann, and Otto Fane. 2020. Nests on roofs in three winters. In Proceedings of the Conference on Birds.",
    "[SIGSHEEP 2020] Counting sheep by ear at night. Ann Bee, Otto Fane.",
    "[SIGSHEEP 2019] Ewes: A Count of All Their Lambs. Carla Dee.",
    "C. Dee and A. Bee: A short count of lambs in the rain. SIGSHEEP: 33-41 (2018)",
    "Carla Dee, Otto Fane. Wool and its weight in winter. Loom Workshop, SIGSHEEP 2017.",
]


def readings(lines: list[str]) -> list[tuple[int, int, str]]:
    return [(entry.first, entry.last, entry.reason) for entry in extract(read_text("\n".join(lines), "x.txt", ".txt"))]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Title of the paper, Author One, Author Two, Conference Name, 20XX.", "a placeholder"),
        ("[CITATION NEEDED]", "a placeholder"),
        ("Best Paper Award, SIGSHEEP 2017.", "an award"),
        ("Google PhD Fellowship in Natural Wool Processing, 2016-2018.", "an award"),
        ("Reviewer: SHEEP (2018-2021), GULLS (2019, 2020).", "reviewing or service"),
        ("Harmonious Shearing of Sheep in Long Summer Nights", ""),
    ],
)
@pytest.mark.parametrize("place", range(1, len(WHOLE)))
def test_in_a_file_of_one_reference_a_line_no_line_swallows_another(line: str, reason: str, place: int) -> None:
    expected = [(at, at, "") for at in range(1, len(WHOLE) + 2)]
    expected[place] = (place + 1, place + 1, reason)
    assert readings([*WHOLE[:place], line, *WHOLE[place:]]) == expected


@pytest.mark.parametrize(
    "line",
    [
        "doi:10.1234/wool.5",
        "in: Journal of Gulls 4 (2019)",
        "To appear in Journal of Gulls, 2019",
        "Code: https://felt.example/looms",
    ],
)
def test_what_goes_on_below_a_reference_stays_with_it(line: str) -> None:
    found = readings([*WHOLE, line])
    assert (len(found), found[-1]) == (len(WHOLE), (len(WHOLE), len(WHOLE) + 1, ""))


STACKED = """Research Publications
Nests
Counting gulls by ear: a task of many in heavy rain and wind and darkness
Otto Fane, Ann Bee, Carla Dee
SHEEP-GULLS 2020, Rieti
pdf
High, Medium or Low? Weighing wet wool of different summers on the scale
Md Rosa Kline, Ann Bee, Otto Fane, Carla Dee, Tom ten Brugge
Global Wool Conference 2016, Bucharest
pdf   github
Wool and Felt
Shears as such
Ann Bee, Otto Fane
SIGSHEEP 2015, Lisbon (short paper, acceptance rate: 22%)
pdf
pip install shears
A Reader of Old Wool
Ann Bee
Technical Report TR-2017-03, Institute of Wool
"""


def claims(text: str) -> list[Record]:
    return [parse(entry).claim for entry in extract(read_text(text, "x.txt", ".txt")) if not entry.reason]


def test_entries_of_three_lines_each_are_parted_without_empty_lines() -> None:
    found = [(claim.title, [name.family for name in claim.author], claim.year) for claim in claims(STACKED)]
    assert found == [
        ("Counting gulls by ear: a task of many in heavy rain and wind and darkness", ["Fane", "Bee", "Dee"], 2020),
        (
            "High, Medium or Low? Weighing wet wool of different summers on the scale",
            ["Kline", "Bee", "Fane", "Dee", "Brugge"],
            2016,
        ),
        ("Shears as such", ["Bee", "Fane"], 2015),
        ("A Reader of Old Wool", ["Bee"], 2017),
    ]
