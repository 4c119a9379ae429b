"""Lists of universities' portals, in which a class stands below each work, and headings that rank what they list."""

from __future__ import annotations

import pytest

from reconcile.documents import read_text
from reconcile.extract import extract
from reconcile.extract.headings import reads_as_heading, topic_of
from reconcile.extract.topics import Topic
from reconcile.parse import parse

CLASSES = [
    "Research output: Contribution to journal › Article › peer-review",
    "Publication: Contribution to journal › Journal article › Research › peer-review",
    "Publikation: Bidrag til tidsskrift › Tidsskriftartikel › Forskning › fagfællebedømt",
    "Forskningsoutput: Tidskriftsbidrag › Artikel i vetenskaplig tidskrift › Peer review",
    "Tutkimustuotos: Lehtiartikkeli › Artikkeli › Scientific › vertaisarvioitu",
    "Onderzoeksoutput: Bijdrage aan tijdschrift › Artikel › Academic › peer review",
    "Veröffentlichung: Beitrag in Fachzeitschrift › Artikel › Begutachtung",
]


@pytest.mark.parametrize("kind", CLASSES)
def test_a_work_with_its_class_is_one_whatever_it_says(kind: str) -> None:
    text = (
        "Anna Bee\nLector\n\n2021\n\nAccepted/In press\nWool in winter\nBee, A. & Dee, C. R., 2021, (Accepted/In press)"
        f" In: Gull Studies.\n{kind}\n3 Citations (Scopus)\n12 Downloads (Pure)\n\nFelt: a field guide\nBee, A., 2016,"
        f" Olmo University. 164 p.\n{kind}\n"
    )
    found = [parse(entry) for entry in extract(read_text(text, "x.txt", ".txt")) if not entry.reason]
    assert [mention.claim.title for mention in found] == ["Wool in winter", "Felt: a field guide"]
    assert [[name.family for name in mention.claim.author] for mention in found] == [["Bee", "Dee"], ["Bee"]]
    assert [mention.claim.year for mention in found] == [2021, 2016]


def test_an_office_at_a_journal_is_none_beside_works() -> None:
    text = "## 2019\n\nGull Studies (Journal)\\\nAnna Bee (Editor)\\\n2019 → …\\\nActivity: Editorial work › Editor\n"
    assert not extract(read_text(text, "x.md"))


def test_what_is_no_output_is_none() -> None:
    text = (
        "Aktiviteter\n\nGull Symposium 2023\nBee, A. (Speaker)\n14 Jun 2023 → 16 Jun 2023\nActivity: Participating in or"
        " organising an event › Participation in conference\n\nOlmo Wool Fund\nBee, A. (PI), Dee, C. (Participant)\n"
        "01/01/2021 → 31/12/2024\nProject: Research\n"
    )
    assert not extract(read_text(text, "x.txt", ".txt"))


@pytest.mark.parametrize(
    "heading",
    [
        "TEN MOST RELEVANT PUBLICATIONS",
        "Five most important papers",
        "Die 10 wichtigsten Publikationen",
        "Publicaciones más relevantes",
        "Pubblicazioni più rilevanti",
        "Cinq publications les plus significatives",
        "Vigtigste publikationer",
    ],
)
def test_a_heading_may_rank_what_it_lists(heading: str) -> None:
    assert reads_as_heading(heading)
    assert topic_of(heading) is Topic.PUBLICATIONS


def test_a_ranking_heading_in_the_paragraph_of_its_preface_ends_what_stood_before() -> None:
    text = (
        "FELLOWSHIPS AND AWARDS\n2016 Gull Medal\n\nTEN MOST RELEVANT PUBLICATIONS\nMy record has 52 papers, of which 19"
        " as last author.\n\n[1] Bee, A. & Dee, C. Wool maintains flocks in a cold valley. Gull Ecology 7, 812-825 (2023)."
        " This paper overturned what was believed.\n\nOTHER OUTPUTS\nSoftware: woolR, a package for wool (CRAN, 2021)."
    )
    found = [parse(entry) for entry in extract(read_text(text, "x.txt", ".txt")) if not entry.reason]
    assert [mention.claim.title for mention in found] == ["Wool maintains flocks in a cold valley"]
