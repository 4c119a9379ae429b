"""Layouts of citations that printed pages and Word documents keep, when colours, boxes and links are gone."""

from __future__ import annotations

import pytest

from reconcile.documents import read_text
from reconcile.documents.blocks.block import Mark
from reconcile.entry import Entry
from reconcile.extract import extract
from reconcile.parse import parse
from tests.parse_table import Row, assert_read, name_of, rows

TABLE = """
## Authors behind a "by": a name of words, and no words of titles.
Un décodeur pour les mouettes en français by Ann Lee, Bo Weir. 33e Conférence sur les Oiseaux (OISEX), Nantes, 2026
    Lee; Weir | Un décodeur pour les mouettes en français | 33e Conférence sur les Oiseaux (OISEX) | 2026
A survey of gulls and terns by J. Lee and B. Rye. CACM 2010.
    Lee; Rye | A survey of gulls and terns | - | 2010
The Quiet Harbour by Ann Lee. Oxford University Press, 2010.
    Lee | The Quiet Harbour |  | 2010
Texture Synthesis by Non-parametric Sampling, Ann Lee and Bo Weir, ICCV 1999
    Lee; Weir | Texture Synthesis by Non-parametric Sampling | - | 1999
Ann Lee and Bo Weir – Terns at rest – Wool Review, vol. 3(2), pp. 45-70 – 2010.
    Lee; Weir | Terns at rest | Wool Review | 2010
E. Johns and N. D. Weir: Terns at rest. ICASSP 2017
    Johns; Weir | Terns at rest | ICASSP 2017 | 2017
S. D. Johns, B. Weir. Terns at rest. Wool Review 3(1), 4-7, 2017.
    Johns; Weir | Terns at rest | Wool Review | 2017
2021. Damm A.C., Lawe N.D., Ek C.H. Terns at rest. Wool Review, 22, 86-91.
    Damm; Lawe; Ek | Terns at rest | Wool Review | 2021
Garin GA, Brand RMC, Gorge TGMF, Wijn SW, Diderich KEM, et al. Terns at rest. Wool Review. 2006;5(1):2-9.
    Garin; Brand; Gorge; Wijn; Diderich | Terns at rest | Wool Review | 2006
Predicting the Rest of Terns from Their Calls. Carl Theil, Anna Broscheit and Bo Weir. In Proceedings of IJCAI, 2014.
    Theil; Broscheit; Weir | Predicting the Rest of Terns from Their Calls | Proceedings of IJCAI | 2014
Johns, E. (n.d.). Terns at rest. Olmo Press.
    Johns | Terns at rest |  | -
Johns, E. (N.D.). Terns at rest. Olmo Press.
    Johns | Terns at rest |  | -
Eva Weir, Ken'ichi Morishita, Hisao Takamori: Terns at rest, Proc. CVPR 2009, pp.2403-2410 (June 2009).
    Weir; Morishita; Takamori | Terns at rest | Proc. CVPR 2009 | 2009
A. Alanen, Morgan Park: Duluth, Steel, and the Forging of a Company Town, Minneapolis 2007
    Alanen | Morgan Park: Duluth, Steel, and the Forging of a Company Town |  | 2007
A. Lee. Terns – A History. Vol. 2. Oxford University Press, 2010.
    Lee | Terns – A History |  | 2010
Learning to Rank by Gradient Descent. A. Lee, B. Weir. ICML 2005.
    Lee; Weir | Learning to Rank by Gradient Descent | - | 2005
A. Lee, B. Weir. Query by Committee. COLT 1992.
    Lee; Weir | Query by Committee | - | 1992
Swift, Jonathan, The Harbour, ed. by Orla Fane (London: Penguin, 1991)
    Swift | The Harbour |  | 1991
## Behind a semicolon the journal or the meeting, be it listed or not.
Ann Lee, Bo Weir (2021) Counting gulls by ear in cold harbours; Nature Wool Change
    Lee; Weir | Counting gulls by ear in cold harbours | Nature Wool Change | 2021
Ann Lee, Bo Weir (2021) Corrosion of looms in cold harbours; British Machine Vision Conference, p. 102 (acceptance rate: 22%)
    Lee; Weir | Corrosion of looms in cold harbours | British Machine Vision Conference | 2021
Ann Lee, Bo Weir (2021) Bringing gulls; terns; and wool to life; MM 2021, p. 17
    Lee; Weir | Bringing gulls; terns; and wool to life | MM 2021 | 2021
## The last two of the names before a colon.
Yusuke NISHIO, Mirai MIURA and Dongli HAN: Automatic Felting of Nominatives and Wool, PACLIC-27, Taipei, 2013, pp.66-74
    Nishio; Miura; Han | Automatic Felting of Nominatives and Wool | PACLIC-27 | 2013
Anna Lee, Machine Learning and Data Mining: A Survey, ICML 2013
    Lee | Machine Learning and Data Mining: A Survey | - | 2013
## The last of the names with its initials, before a title that a short name and a year begin.
Lee A, Zhang C, Weir B, Rye N. WOOL 2020: The First Shared Task of Gulls. In: Proceedings of the Wool Workshop; 2020. p. 97–110.
    Lee; Zhang; Weir; Rye | WOOL 2020: The First Shared Task of Gulls | - | 2020
## A venue and its year before the names.
CVPR 2026 H. Liu, B. Zou, "Unposed-to-3D: Learning Simulation-Ready Gulls from Images"
    Liu; Zou | Unposed-to-3D: Learning Simulation-Ready Gulls from Images | CVPR 2026 | 2026
Nature Comm. 2026 X. Zhang, T. Hu, "Gulls that drive by theory and practice"
    Zhang; Hu | Gulls that drive by theory and practice | Nature Comm. 2026 | 2026
ICASSP 2024 S. Chen et al., "Gulls: Adaptation for Detection by Size"
    Chen | Gulls: Adaptation for Detection by Size | ICASSP 2024 | 2024
June 2024 S. Chen and B. Rye, "Gulls: Adaptation for Detection by Size", ICML.
    Chen; Rye | Gulls: Adaptation for Detection by Size | ICML | 2024
## Given names cut short in the whole list.
Wang, S., Yi, J., and Tao, J. Gullnet: A Phoneme-Level Transformer. In ICASSP (2021), pp. 5684-5688.
    Wang; Yi; Tao | Gullnet: A Phoneme-Level Transformer | ICASSP | 2021
Dunlap, R. Bruce: Subunits of gulls. Journal of Gulls 12, 1-2 (1999).
    Dunlap | Subunits of gulls | Journal of Gulls | 1999
T.-y. Liu, C.-k. Lo, and M. Simard. Crosslingual Gulls Based on Calls. In CoNLL, pages 206-215, 2019.
    Liu; Lo; Simard | Crosslingual Gulls Based on Calls | CoNLL | 2019
Tim vor der Brück, Ann Lee, and Bo Weir. “A Full-form Lexicon of Gulls”. In: Proceedings of LREC. 2014, pp. 37–41.
    Brück; Lee; Weir | A Full-form Lexicon of Gulls | Proceedings of LREC | 2014
"""


@pytest.mark.parametrize("row", rows(TABLE), ids=name_of)
def test_the_fields_of_a_string(row: Row) -> None:
    assert_read(row)


PAGES = [
    ('A. Bee, C. Dee, "Gulls at Sea," in ICML, 2023, pp. 16 599–16 618.', "16599–16618"),
    ('A. Bee, C. Dee, "Gulls at Sea," in ICML, 2023, pp. 599-618.', "599-618"),
]


@pytest.mark.parametrize(("text", "pages"), PAGES)
def test_pages_with_thousands_set_apart(text: str, pages: str) -> None:
    assert parse(Entry("cv.md", 1, 1, text, text)).claim.page.replace("–", "-") == pages.replace("–", "-")


BUTTONS = [
    "Gulls at sea. Ann Lee, Bo Weir. Proceedings of CHI, 2022. Download: [paper] [Online Demo]",
    "Gulls at sea\nAnn Lee, Bo Weir.\nProceedings of CHI, 2022.\nDownload: [paper]",
    "Gulls at sea\nAnn Lee, Bo Weir.\nProceedings of CHI, 2022.\n[Paper] [Video] [Newspaper article]",
]


@pytest.mark.parametrize("text", BUTTONS)
def test_what_stands_before_buttons_is_no_part_of_it(text: str) -> None:
    claim = parse(Entry("cv.md", 1, 1, text, text)).claim
    assert (claim.title, claim.container_title, claim.year) == ("Gulls at sea", "Proceedings of CHI", 2022)


@pytest.mark.parametrize("venue", ["ICML", "NeurIPS", "INTERSPEECH", "Proceedings of BIRD"])
def test_a_title_and_its_venue_above_the_names(venue: str) -> None:
    text = f"2019 Gulls that Learn to Fly, {venue}\nAnn Lee, Bo Weir, Tom Roe"
    claim = parse(Entry("cv.pdf", 1, 2, text, text, (Mark(5, 28, "strong"),))).claim
    assert (claim.title, claim.container_title, claim.year) == ("Gulls that Learn to Fly", venue, 2019)
    assert [name.family for name in claim.author] == ["Lee", "Weir", "Roe"]


REFERENCES = """# 1 Introduction

Gulls have been studied for long. Ann Lee, Bo Weir and Tom Roe. Gulls at Sea, In Proceedings of BIRD 2020 tells more.

# References

[1] Ann Lee and Bo Weir. Gulls at sea and on land. Journal of Gulls 12(3):1-20, 2019.

[2] Tom Roe. Terns, and how they differ. In Proceedings of BIRD, pages 3-9, 2020.

[3] C. Dee. On auks. arXiv:2101.00001, 2021.
"""
REFEREES = """# Publications

[1] Ann Lee and Bo Weir. Gulls at sea and on land. Journal of Gulls 12(3):1-20, 2019.

# References

Prof. Ann Lee, University of the Sea, Department of Birds

Prof. Bo Weir, Institute of Waves, since 1999 head of the group
"""


@pytest.mark.parametrize(("text", "titles"), [
    (REFERENCES, ["Gulls at sea and on land", "Terns, and how they differ", "On auks"]),
    (REFEREES, ["Gulls at sea and on land"]),
])  # fmt: skip
def test_references_are_works_or_people(text: str, titles: list[str]) -> None:
    entries = extract(read_text(text, "paper", ".md"))
    assert [parse(entry).claim.title for entry in entries if not entry.reason] == titles


def test_a_journal_in_a_line_of_its_own() -> None:
    text = "## Publications\n\nLee, A. & Weir, B. (2021). On gulls in seas with oblique current.<br>Applied Gull Research, 112, 102586."
    (entry,) = extract(read_text(text, "cv", ".md"))
    claim = parse(entry).claim
    assert (claim.container_title, claim.volume, claim.page) == ("Applied Gull Research", "112", "102586")


@pytest.mark.parametrize(
    "line",
    [
        "- ``EMNLP 2022`` [Gulls Are Not Phones](https://arxiv.org/abs/2210.07733), **Karl Lee**, Anna Raman, Bo Weir",
        "- ``EMNLP 2022`` Gulls Are Not Phones, **Karl Lee**, Anna Raman, Bo Weir",
    ],
)
def test_a_badge_a_title_and_nothing_but_names(line):
    (entry,) = extract(read_text(f"## Publications\n\n{line}\n", "cv", ".md"))
    claim = parse(entry).claim
    assert [name.family for name in claim.author] == ["Lee", "Raman", "Weir"]
    assert (claim.title, claim.container_title, claim.year) == ("Gulls Are Not Phones", "EMNLP 2022", 2022)


@pytest.mark.parametrize("journal", ["Nature", "Science", "Wool Review"])
def test_a_journal_below_the_names_is_no_family(journal: str) -> None:
    text = f"## Publications\n\n- Gulls at sea: a survey\\\n  Ann Lee, Bo Weir and Wei Zhang\\\n  {journal}, vol. 5, pp. 4-7, 2012\n"
    (entry,) = extract(read_text(text, "cv", ".md"))
    claim = parse(entry).claim
    assert [name.family for name in claim.author] == ["Lee", "Weir", "Zhang"]
    assert (claim.title, claim.container_title) == ("Gulls at sea: a survey", journal)


@pytest.mark.parametrize(
    ("line", "title", "year"),
    [
        ("ICLR 2024 Understanding Certified Terns", "Understanding Certified Terns", 2024),
        ("KDD 2022 CoRGi: Gull Networks with Attention", "CoRGi: Gull Networks with Attention", 2022),
        ("SemEval 2024 Task 3: Terns at Rest", "SemEval 2024 Task 3: Terns at Rest", None),
    ],
)
def test_a_venue_and_its_year_before_a_title_in_a_line_of_its_own(line: str, title: str, year: int | None) -> None:
    (entry,) = extract(read_text(f"Publications\n\n{line}\nAnn Lee, Bo Weir, Wei Zhang\n", "cv", ".txt"))
    claim = parse(entry).claim
    assert (claim.title, claim.year) == (title, year)
    assert [name.family for name in claim.author] == ["Lee", "Weir", "Zhang"]


@pytest.mark.parametrize("prize", ["🏆 Best Paper Award", "Best Paper Honorable Mention", "⭐ Outstanding Paper Award"])
def test_a_prize_behind_a_title_in_its_line_is_none_of_it(prize: str) -> None:
    text = f"## Publications\n\n- **Gulls at Sea: a Survey** {prize}<br>Ann Lee, Bo Weir<br>*Proceedings of CHI 2024*\n"
    (entry,) = extract(read_text(text, "cv", ".md"))
    claim = parse(entry).claim
    assert (claim.title, claim.container_title, claim.year) == (
        "Gulls at Sea: a Survey",
        "Proceedings of CHI 2024",
        2024,
    )


def test_extended_abstracts_below_the_names_are_no_author() -> None:
    text = (
        "## Publications\n\n- **Who gets to interrupt gulls**<br>Ann Lee, Bo Weir<br>*Extended Abstracts, IDC 2023*\n"
    )
    (entry,) = extract(read_text(text, "cv", ".md"))
    assert [name.family for name in parse(entry).claim.author] == ["Lee", "Weir"]
