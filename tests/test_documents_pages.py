"""Pages of DBLP and Semantic Scholar that were copied, buttons and all."""

from __future__ import annotations

import time

import pytest

from reconcile.documents import read_text
from reconcile.extract import extract
from reconcile.mention import Mention
from reconcile.parse import parse


def mentions(text: str) -> list[Mention]:
    return [parse(entry) for entry in extract(read_text(text, "sample", ".txt")) if not entry.reason]


def said(mention: Mention) -> tuple[str, list[str], int | None, str]:
    claim = mention.claim
    return claim.title, [name.family or name.literal for name in claim.author], claim.year, claim.container_title


SEMANTIC = """Skip to search form
Semantic Scholar's Logo
Rosa Kline
Publications3
h-index2
Sort by Recency
Counting gulls by ear in heavy rain
Rosa Kline, Otto Fane, +5 authors, Tom Brugge
International Conference on Shore Birds
16 January 2024
TLDR
A way to count gulls is proposed which hears them, and it is shown that rain does not matter. Expand
21
PDF
Save
Alert
Cite
Learning Nests
Otto Fane, Rosa Kline
2022
Save
Alert
Cite
Owls on roofs: a survey of three winters
Rosa Kline
arXiv.org
11 August 2021
4
Save
Alert
Cite
Stay Connected With Semantic Scholar
"""


def test_papers_of_semantic_scholar_are_taken_apart() -> None:
    first, *others = mentions(SEMANTIC)
    assert said(first) == (
        "Counting gulls by ear in heavy rain",
        ["Kline", "Fane", "Brugge"],
        2024,
        "International Conference on Shore Birds",
    )
    assert first.claim.author_et_al
    assert (first.first, first.last) == (7, 10)
    assert [said(mention)[:3] for mention in others] == [
        ("Learning Nests", ["Fane", "Kline"], 2022),
        ("Owls on roofs: a survey of three winters", ["Kline"], 2021),
    ]


@pytest.mark.parametrize("piece", ["2020\nCite\n", "Save\nAlert\nCite\n", "Ann Bee, " * 30 + "\n2020\nCite\n"])
def test_a_hostile_page_takes_no_time(piece: str) -> None:
    start = time.process_time()
    read_text("Save\nAlert\nCite\n" + piece * (60_000 // len(piece)), "x")
    assert time.process_time() - start < 5


DBLP = """Rosa Kline 0007

Person information
affiliation: University of Utopia, School of Wool
Refine list
refinements active!
showing all ?? records
2020 – today
2023
[j2]
\tview
\texport record
\tshare record
Rosa Kline 0007, Otto Fane:
Learned counts of gulls in the rain. Gull J. 32(4): 811-835 (2023)
2010 – 2019
2018
[j1]
Rosa Kline 0007:
Schafe rasch zusammenzählen. Woll-Spektrum 18(1): 33-41 (2018)
2014
[b1]
Rosa Kline 0007:
Counting Sheep: Methods and Use. University of Utopia, 2014
Coauthor Index
[+][–]
Otto Fane
[j2]
"""


def test_a_page_of_dblp_is_a_list_of_publications_without_its_menus() -> None:
    assert [said(mention)[:3] for mention in mentions(DBLP)] == [
        ("Learned counts of gulls in the rain", ["Kline", "Fane"], 2023),
        ("Schafe rasch zusammenzählen", ["Kline"], 2018),
        ("Counting Sheep: Methods and Use", ["Kline"], 2014),
    ]
