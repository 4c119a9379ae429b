"""Acronyms in a string stand for words of a record's title, and names in other letters for its authors."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from reconcile.mention import Status
from reconcile.sighting.judge import Judge
from reconcile.sighting.spelling_out import spelt_out
from reconcile.sighting.text import prepare
from reconcile.sighting.wanted import Wanted
from sources.romanising import latin_name
from tests.cataloguing import paper, small_catalog

SHEEP = "conf/icml/Tulk18"
GULLS = "conf/icml/Zeng19"
BELLS = "conf/acl/Sato16"
DAY = "conf/icml/Tulk19"
EARS = "conf/icml/Tulk20"
PAPERS = (
    paper(SHEEP, "Towards Better Flock Entity Recognition with Felt", "Ada Tulkens", "Wei Zhang", year=2018),
    paper(GULLS, "Counting Gulls by Tidal Language Models", "Zengzhi Wang", "Qiming Xie", "Manolis Maragos", year=2019),
    paper("conf/icml/Wang19", "Counting Gulls by Tidal Graph Models", "Mei Wang", "Bo Ekwall", year=2019),
    paper(BELLS, "Bells for WSD in the Fog", "Ichiro Sato", "Taro Suzuki", year=2016, more="<booktitle>ACL</booktitle>"),
    paper(EARS, "Felt of Cape Sheep from the Ears of Cape Upland Sheep by A* Shearing", "Ada Tulkens", "Wei Zhang", year=2020),
    paper(DAY, "FD-Leith 2019: Workshop on Felt and Dyes", "Ada Tulkens", "Wei Zhang", year=2019),
)  # fmt: skip


@pytest.fixture(scope="module")
def judge(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Judge]:
    with small_catalog(tmp_path_factory.mktemp("spelt"), PAPERS) as catalog:
        yield Judge(catalog)


FOUND = [
    ("A. Tulkens, W. Zhang. Towards better FER with felt. ICML 2018", SHEEP),
    ("FER with felt, towards better? A. Tulkens and W. Zhang: Towards Better FER with Felt, 2018", SHEEP),
    ("Wang Z., Xie Q., Maragos M. Counting Gulls by Tidal LMs. ICML 2019", GULLS),
    ("王增志, 解奇铭. Counting Gulls by Tidal Language Models. 2019", GULLS),
    ("Ζ. Wang, Μ. Μάραγος: Counting gulls by tidal language models, 2019", GULLS),
    (
        "🏆 Counting Gulls by Tidal Language Models 🐑 Best in Show\nZengzhi Wang, Qiming Xie, M. Maragos\nICML 2019",
        GULLS,
    ),
    ("I. Sato, T. Suzuki. Bells for word sense disambiguation in the fog. ACL 2016", BELLS),
    ("佐藤一郎, 鈴木太郎: Bells for WSD in the Fog. ACL 2016", BELLS),
    ("I. Sato and T. Suzuki. Bell for WSD in the Fogs. ACL 2016", BELLS),
    ("Z. Wang, Q. Xie, M. Maragos. Counts of gulls by tidal language modelling. ICML 2019", GULLS),
    ("佐藤等, Bells for WSD in the Fog, ACL 2016, 頁 12-19", BELLS),
    ("A. Tulkens, W. Zhang. Felt of Cape sheep from ears of CUS by A* shearing. ICML 2020", EARS),
    ("Tulkens & Zhang. Felt of Cape Sheep from the Ears of Cape Upland Sheep by A-star Shearing. 2020", EARS),
    ("A. Tulkens, W. Zhang. FD-Leith 2019: Workshop on Felt and Dyes", DAY),
]


@pytest.mark.parametrize(("string", "key"), FOUND, ids=[string[:40] for string, _ in FOUND])
def test_a_work_is_known_by_what_stands_for_its_words(judge: Judge, string: str, key: str) -> None:
    found = judge.judge(Wanted("1", string))
    assert found.record is not None
    assert (found.status, found.record.key) == (Status.MATCHED, key), found.reason


OTHERS = [
    "A. Tulkens, W. Zhang. Towards better FRE with felt. ICML 2018",
    "Wang Z., Xie Q., Maragos M. Counting Gulls by Tidal LGs. ICML 2019",
    "I. Sato, T. Suzuki. Bells for drovers of sheep in the fog. ACL 2016",
    "I. Sato. Bells for word sense disambiguation in the fog. Leith, 2016",
    "I. Sato, T. Suzuki. Bells for word sense disambiguation in the fog. Leith, 2017",
    "Wang Z., Xie Q., Maragos M. Counting Gulls by Tidal Language Modesty. ICML 2019",
    "Иванов И.И., Петров П.П. Counting Gulls by Tidal Language Models. 2019",
    "Παπαδόπουλος Γ. Counting Gulls by Tidal Language Models. 2019",
    "田中太郎, 高橋花子. Counting Gulls by Tidal Language Models. 2019",
    "M. Ekwall, Q. Rye. Counts of gulls by tidal language modelling. ICML 2019",
    "A. Tulkens, W. Zhang. FD-Leith 2021: Workshop on Felt and Dyes",
]


@pytest.mark.parametrize("string", OTHERS)
def test_other_initials_and_another_year_are_other_works(judge: Judge, string: str) -> None:
    assert judge.judge(Wanted("1", string)).status is not Status.MATCHED


def test_places_in_a_text_that_was_spelt_out_are_those_in_the_text() -> None:
    text = prepare("A. Bee. Wool for VQA. FAIR, 2019")
    found = spelt_out(text, text.acronyms, tuple("wool for visual question answering".split()))
    assert found is not None
    first = found.text.words.index("wool")
    assert found.text.words[first : first + 5] == ("wool", "for", "visual", "question", "answering")
    assert [text.words[at] for at in found.places[first : first + 5]] == ["wool", "for", "vqa", "vqa", "vqa"]
    assert found.text.written(first, first + 5) == "Wool for VQA"


@pytest.mark.parametrize("title", ["felt and dyes", "wool for vqa", "wool for visual quality answers", ""])
def test_nothing_is_spelt_out_where_a_title_lacks_the_words(title: str) -> None:
    assert spelt_out(prepare("A. Bee. Wool for VQA. Visual, 2019"), {"vqa"}, tuple(title.split())) is None


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("王增志", ("wang", "zengzhi")),
        ("欧阳修文", ("ouyang", "xiuwen")),
        ("单雄", ("shan", "xiong")),
        ("王", ("wang",)),
        ("μαραγος", ("maragos",)),
        ("нестеров", ("nesterov",)),
    ],
)
def test_names_are_read_in_latin_letters(written: str, names: tuple[str, ...]) -> None:
    assert latin_name(written) == names
