"""Lists in letters, on linguists' pages and in offices' sheets: quoted lines, titles in bold, counted works, labels."""

from __future__ import annotations

import pytest

from reconcile.documents import read_document, read_text
from reconcile.documents.text.margins import wrapped_quotations
from reconcile.extract import extract
from reconcile.mention import Mention
from reconcile.parse import parse


def mentions(text: str, suffix: str) -> list[Mention]:
    """The publications of a document, parsed."""
    found = extract(read_document(text.encode(), f"x{suffix}"))
    return [parse(entry) for entry in found if not entry.reason]


def told(text: str, suffix: str) -> list[tuple[str, list[str], int | None]]:
    """Title, family names and year of the publications of a document."""
    return [
        (one.claim.title, [name.family or name.literal for name in one.claim.author], one.claim.year)
        for one in mentions(text, suffix)
    ]


LETTER = """From: Ada Bee <ada@wool.example>
Subject: Re: Fwd: publication list for the wool office
Content-Type: text/plain; charset=utf-8

All right but for one.

> Dear Ada, below is what the office has in its books for you and for
> the others; please look at each of them before the end of the week.
>
> 2020
> ----
> Orla Fane, Ada Bee, Emil Holm. Fleece-Counters at FeltEval-2020 Task
> 12: Counting the Sheep of the Northern Fells with Few Examples and Less
> Light. FeltEval 2020.
>
> Ada Bee, Emil Holm.
> Drovers at FeltEval-2019 Task 3: Finding Lost Lambs.

This one is printed.

>> * Orla Fane, Ada Bee, Bo Rye. Gulls at FeltEval-2017 Task 10: What
>> the Gulls of the Harbour know of Nets and of those who mend nets
>> by Night. FeltEval-2017.
"""


def test_lines_of_a_quotation_that_its_width_broke_are_one() -> None:
    assert told(LETTER, ".eml") == [
        (
            "Fleece-Counters at FeltEval-2020 Task 12: Counting the Sheep of the Northern Fells with Few Examples and"
            " Less Light",
            ["Fane", "Bee", "Holm"],
            2020,
        ),
        ("Drovers at FeltEval-2019 Task 3: Finding Lost Lambs", ["Bee", "Holm"], 2020),
        (
            "Gulls at FeltEval-2017 Task 10: What the Gulls of the Harbour know of Nets and of those who mend nets by"
            " Night",
            ["Fane", "Bee", "Rye"],
            2017,
        ),
    ]


def test_what_the_subject_says_counts_for_what_stands_under_no_heading() -> None:
    other = LETTER.replace("publication list for the wool office", "the weather")
    assert "Drovers at FeltEval-2019 Task 3: Finding Lost Lambs" not in [title for title, _, _ in told(other, ".eml")]


def test_lines_of_like_length_that_break_off_no_sentence_stay_lines() -> None:
    titles = [f"> {at}. Felt and the Fells of the North in Winter and in Spring, Vol." for at in range(9)]
    assert not wrapped_quotations(list(enumerate(titles)))


PAGE = """<h1>Emil Holm</h1><h2>Papers</h2>
<p><b>Two kinds of wool.</b> 2022. With Orla Fane and Bo Rye. <i>Loom</i> 7(1).</p>
<p><b>Felts that lie at dusk.</b> 2019. With Ada Bee. FELTS 13, Student track.</p>
<p><b>Nap.</b> 2012. <i>Nordic Journal of Felting</i> 35: 3-41.</p>
<p><b>A note on the note of gulls.</b> 2002. <i>Loom</i> 5.</p>
<p><b>Carding.</b> 1998.</p>
<p><b>Reach.</b> 1997. In <i>Handbok i karding</i>. Oslo: Ullforlaget.</p>
"""


def test_a_list_of_titles_in_bold_with_their_years_has_titles_of_one_word() -> None:
    assert told(PAGE, ".html") == [
        ("Two kinds of wool", ["Fane", "Rye"], 2022),
        ("Felts that lie at dusk", ["Bee"], 2019),
        ("Nap", [], 2012),
        ("A note on the note of gulls", [], 2002),
        ("Carding", [], 1998),
        ("Reach", [], 1997),
    ]


SHEET = """Output of the year (do not sort!),,,,,
No.,Kind*,Contributors (as printed),What (full title!!),Where did it appear,When
1,A,"Holm, Emil; Fane, Orla; Rye, Bo",FeltRec Tool for Recommending Wool on Spatial Looms in OpenLoomMap,LoomSys (Demo),2015
2,J,"Fane, O. and Rye, B.",Hills or fells? Small flocks for small mills,Wool Support Systems,in press
third-party funds:,,,,,
F1,Wool Office,Fane (PI),Small Mills of the Fells,,2016
"""


def test_a_label_of_a_column_may_have_a_remark_behind_it() -> None:
    assert [title for title, _, _ in told(SHEET, ".csv")] == [
        "FeltRec Tool for Recommending Wool on Spatial Looms in OpenLoomMap",
        "Hills or fells? Small flocks for small mills",
    ]


def listed(text: str) -> list[tuple[str, list[str], int | None]]:
    other = "<li>O. Fane, E. Lund. Felt in cold water for sheep. Wool Review 2 (2019), 1-9.</li>"
    return told(f"<h2>Publications</h2><ul><li>{text}</li>{other}</ul>", ".html")[:-1]


def test_works_that_a_paragraph_counts_in_small_roman_numbers_are_each_one() -> None:
    counted = (
        "Preprints. (i) Fane, O. (2024) “The quiet loom problem”, arXiv:2402.99999. (ii) Lund, E., Fane, O. (2023)"
        " “Looms without hands: felting considered harmful”, arXiv:2302.99999."
    )
    assert listed(counted) == [
        ("The quiet loom problem", ["Fane"], 2024),
        ("Looms without hands: felting considered harmful", ["Lund", "Fane"], 2023),
    ]


@pytest.mark.parametrize(
    ("text", "title", "families", "year"),
    [
        (
            "Book chapter. O. Fane and E. Lund, Felting under snow, in: Handbook of Wool (Eds. A. Bee), Wiley, 2020.",
            "Felting under snow",
            ["Fane", "Lund"],
            2020,
        ),
        (
            "O. Fane, E. Lund (2019), The Different Roles of Wool in Carding and Spinning, Interspeech 2019, Graz. †",
            "The Different Roles of Wool in Carding and Spinning",
            ["Fane", "Lund"],
            2019,
        ),
        (
            "Orla Fane, E. Lund, Counting Gulls with Two Looms for Distant Nets, Interspeech 2017, Rieti. It shows that"
            " nets can be counted.",
            "Counting Gulls with Two Looms for Distant Nets",
            ["Fane", "Lund"],
            2017,
        ),
        (
            '<span class="badge">NeurIPS\'24</span> Woollen Skeletons: Sparse Felting under Missing Threads.'
            " <b>Tomasz Lund</b>, Orla Fane, Emil Holm. Spotlight.",
            "Woollen Skeletons: Sparse Felting under Missing Threads",
            ["Lund", "Fane", "Holm"],
            None,
        ),
        (
            "<span class='badge'>NeurIPS 2022</span> WoolFAT: Calibrated Felting with Label Skewness. Chen Chen, Yuchen Liu, <b>Tomasz Lund</b>, Orla Fane"
            " [pdf][code] ⭐ 120 stars",
            "WoolFAT: Calibrated Felting with Label Skewness",
            ["Chen", "Liu", "Lund", "Fane"],
            None,
        ),
        (
            "E. v.d. Molen. Minimal Wool, Maximal Errors. Wool Resources and Evaluation 47, 2013, pp. 101-129.",
            "Minimal Wool, Maximal Errors",
            ["Molen"],
            2013,
        ),
    ],
)
def test_labels_meetings_and_names_around_a_title(text: str, title: str, families: list[str], year: int | None) -> None:
    ((found, names, said),) = listed(text)
    assert (found, names) == (title, families)
    assert year is None or said == year


@pytest.mark.parametrize(
    "text",
    [
        "## References\n\nProf. dr. Otto Lenz, University of Rye\nProf. Anna Holm, Lund\nLast compiled on February 3, 2022",
        "## Other things\n\n- Editor of ABC 1976-1990.\n- President of the DVWF 1984-88\n- Rector of the mill\n",
        "# Part B2\n\n**Proposal acronym: QUIETLOOM Principal Investigator: Dr. Orla Fane, Institut de Laine, Rieti**\n",
    ],
)
def test_referees_offices_and_the_head_of_a_proposal_are_no_entries(text: str) -> None:
    assert not extract(read_text(text, "x.md", ".md"))


@pytest.mark.parametrize(
    "line",
    [
        "Prof. Dr. Bo Rye, Institute of Looms (ed.). Carding wool. Gull Review 7, 11-19. 2011.",
        "Prof. Dr. Anna Holm, Institut für Wolle (Hrsg.): Möwen zählen. Wollblätter 3 (2011), S. 4-9.",
    ],
)
def test_a_publication_may_begin_with_a_professor_and_the_university(line: str) -> None:
    assert [year for _, _, year in told(f"# Publications\n\n- {line}\n", ".md")] == [2011]


@pytest.mark.parametrize(
    ("text", "title", "family"),
    [
        ("<b>Holm.</b> (2015). Carding under snow. Loom Letters 3, 4-5.", "Carding under snow", "Holm"),
        ("<b>Rye.</b> 2011. Gulls of the northern fells. Wool Review 7, 2-9.", "Gulls of the northern fells", "Rye"),
        ("Ada Holm: Garn als Gabe. Bo Rye, Emil Fane (Hg.). Köln: Filz, 2012.", "Garn als Gabe", "Holm"),
        ("Ada Holm: Garn und Nadel. Bo Rye, Emil Fane (Hrsg.). Filzbuch, 2012, S. 7-9.", "Garn und Nadel", "Holm"),
    ],
)
def test_a_name_in_bold_or_before_a_colon_is_no_title(text: str, title: str, family: str) -> None:
    ((found, names, _),) = listed(text)
    assert (found, names) == (title, [family])
