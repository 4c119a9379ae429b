"""What tells of works and names none: papers accepted in the news, theses of examinations."""

from __future__ import annotations

import pytest

from reconcile.documents import read_text
from reconcile.extract import extract
from reconcile.parse import parse


def titles(heading: str, *lines: str) -> list[str]:
    """The titles of the publications under a heading."""
    text = f"# Ann Lee\n\n## {heading}\n\n" + "".join(f"- {line}\n" for line in lines)
    return [parse(entry).claim.title for entry in extract(read_text(text, "x.md", ".md")) if not entry.reason]


@pytest.mark.parametrize("heading", ["News", "Miscellaneous"])
@pytest.mark.parametrize(
    "line",
    [
        "[2025.11] 两篇论文被AAAI 2026录用,祝贺孙一诺、柏然!",
        "[2025.10] 我们组3篇论文被EMNLP 2025接收，恭喜王明文、李斌、陈志明！",
        "2025年5月：论文被ACL 2025主会录用，恭喜孙一诺、柏然",
        "2025/05/16 羊野 花子、牧田 次郎の論文がACL 2025に採択されました。",
        "2025/04/01 2本の論文がEMNLP 2025に採択されました (羊野 花子, 牧田 次郎)",
        "2025.06 논문 2편이 ACL 2025에 채택되었습니다! (김하늘, 이서연, 박지훈)",
        "2025.07 김하늘, 이서연 학생의 논문이 EMNLP 2025에 게재 승인되었습니다.",
        "Nov 2025: Two papers accepted at AAAI 2026, congrats to Ada Bee and Bo Dee!",
        "Oct 2025: Zwei Paper bei der EMNLP 2025 angenommen, Glückwunsch an Eva Rye und Bo Dee!",
        "Sept 2025: Deux articles acceptés à NeurIPS 2025, bravo à Eva Rye et Bo Dee !",
        "Aug 2025: Dos artículos aceptados en EMNLP 2025. ¡Enhorabuena a Eva Rye y Bo Dee!",
        "Jul 2025: Our paper with Eva Rye and Bo Dee was accepted at ACL 2025.",
    ],
)
def test_papers_that_the_news_does_not_name(heading: str, line: str) -> None:
    assert titles(heading, line) == []


def test_papers_that_the_news_does_name() -> None:
    lines = (
        "2025.05 论文《面向羊毛的机器翻译方法》被ACL 2025录用，恭喜孙一诺、柏然",
        "May 2019 - Paper accepted at COLT 2019: Learning Disjunctions of Sheep",
    )
    assert titles("News", *lines) == ["面向羊毛的机器翻译方法", "Learning Disjunctions of Sheep"]


@pytest.mark.parametrize(
    ("degree", "found"),
    [
        ("2016–2018 **MSc Wool Technology**, *Olmo University*. Thesis: Delexicalized parsing of sheep. Grade: VG", []),
        ("2012–2016 BA Textiles, University of Kent. Thesis: “Counting sheep in the fog”.", []),
        (
            "2018–2022 PhD Textiles, Olmo University. Thesis: Counting the sheep of Rieti",
            ["Counting the sheep of Rieti"],
        ),
    ],
)
def test_the_thesis_of_an_examination_is_no_publication(degree: str, found: list[str]) -> None:
    assert titles("Education", degree) == found
