"""Acronyms in a string stand for words of a record's title, and names in other letters for its authors."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from reconcile.matching.judge import Judge
from reconcile.matching.strings.sought import seek
from reconcile.matching.strings.text import prepare
from reconcile.matching.titles.spelling_out import spelt_out, titles_spelt_out
from reconcile.mention import Status
from reconcile.wanted import Wanted
from sources.romanising import latin_name
from tests.cataloguing import paper, small_catalog

SHEEP = "conf/icml/Tulk18"
GULLS = "conf/icml/Zeng19"
BELLS = "conf/acl/Sato16"
DAY = "conf/icml/Tulk19"
MILLS = "conf/icml/Okaf20"
NIGHT = "conf/cvpr/Celi07"
TRIO = "conf/nips/Bird22"
WELLS = "conf/icml/Solo21"
RARE = "conf/icml/Ryer17"
WEB = "conf/acl/Hjor15"
GENUS = "conf/icml/Tulk17"
EARS = "conf/icml/Tulk20"


def at(venue: str) -> str:
    return f"<booktitle>{venue}</booktitle>"


PAPERS = (
    paper(SHEEP, "Towards Better Named Entity Recognition with Felt", "Ada Tulkens", "Wei Zhang", year=2018),
    paper(GULLS, "Counting Gulls by Tidal Language Models", "Zengzhi Wang", "Qiming Xie", "Manolis Maragos", year=2019,
          more=at("ICML")),
    paper("conf/icml/Wang19", "Counting Gulls by Tidal Graph Models", "Mei Wang", "Bo Ekwall", year=2019),
    paper(BELLS, "Bells for WSD in the Fog", "Ichiro Sato", "Taro Suzuki", year=2016, more=at("ACL")),
    paper(EARS, "Search of Felt from the Ears of Neural Architecture Search by A* Shearing", "Ada Tulkens", "Wei Zhang", year=2020),
    paper(DAY, "FD-Leith 2019: Workshop on Felt and Dyes", "Ada Tulkens", "Wei Zhang", year=2019),
    paper(MILLS, "Idle Mills for Offline RL", "Chidi Okafor", "Lena Voss", year=2020, more=at("ICML")),
    paper(NIGHT, "Non-linear IR Scenes of Flocks", "Ayla Celik", "Hugo Brandt", year=2007, more=at("CVPR")),
    paper(TRIO, "Retrieval for ICL in the Fog", "Jay Bird", "Ida Frost", "Moss Hale", year=2022, more=at("NeurIPS")),
    paper(WELLS, "Felt Wells by Multiple Instance Learning", "Ruth Solo", year=2021, more=at("ICML")),
    paper(RARE, "VSM for Wool in SMT", "Nils Ryer", "Una Park", year=2017, more=at("ACL")),
    paper("conf/icml/Rust18", "Numerical Shearing of Flocks in Rust", "Ada Tulkens", "Wei Zhang", year=2018),
    paper("conf/icml/Hepa18", "Hepatitis Biology in Welsh Sheep", "Ada Tulkens", "Wei Zhang", year=2018),
    paper(GENUS, "Felt Spoilt by Pseudomonas Fluorescens", "Ada Tulkens", "Wei Zhang", year=2017),
    paper("conf/icml/Looms14", "Looms for NER on the Isle", year=2014, more=at("ICML")),
    paper(WEB, "Old Looms for Text and IR", "Ove Hjort", "Ines Prado", year=2015, more=at("ACL")),
)  # fmt: skip


@pytest.fixture(scope="module")
def judge(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Judge]:
    with small_catalog(tmp_path_factory.mktemp("spelt"), PAPERS) as catalog:
        yield Judge(catalog)


FOUND = [
    ("A. Tulkens, W. Zhang. Towards better NER with felt. ICML 2018", SHEEP),
    ("NER with felt, towards better? A. Tulkens and W. Zhang: Towards Better NER with Felt, 2018", SHEEP),
    ("Wang Z., Xie Q., Maragos M. Counting Gulls by Tidal LMs. ICML 2019", GULLS),
    ("Wang Z. et al. Counting Gulls by Tidal LMs. ICML 2019", GULLS),
    ("王增志, 解奇铭. Counting Gulls by Tidal Language Models. 2019", GULLS),
    ("Ζ. Wang, Μ. Μάραγος: Counting gulls by tidal language models, 2019", GULLS),
    (
        "🏆 Counting Gulls by Tidal Language Models 🐑 Best in Show\nZengzhi Wang, Qiming Xie, M. Maragos\nICML 2019",
        GULLS,
    ),
    ("I. Sato, T. Suzuki. Bells for word sense disambiguation in the fog. ACL 2016", BELLS),
    ("I. Sato, T. Suzuki. Bells for word sense disambiguation in the fog. ACL", BELLS),
    ("I. Sato, T. Suzuki. Bells for word sense disambiguation in the fog. Leith, 2016", BELLS),
    ("佐藤一郎, 鈴木太郎: Bells for WSD in the Fog. ACL 2016", BELLS),
    ("I. Sato and T. Suzuki. Bell for WSD in the Fogs. ACL 2016", BELLS),
    ("Z. Wang, Q. Xie, M. Maragos. Counts of gulls by tidal language modelling. ICML 2019", GULLS),
    ("佐藤等, Bells for WSD in the Fog, ACL 2016, 頁 12-19", BELLS),
    ("A. Tulkens, W. Zhang. Search of felt from ears of NAS by A* shearing. ICML 2020", EARS),
    ("Tulkens & Zhang. Search of Felt from the Ears of Neural Architecture Search by A-star Shearing. 2020", EARS),
    ("A. Tulkens, W. Zhang. FD-Leith 2019: Workshop on Felt and Dyes", DAY),
    ("C. Okafor, L. Voss. Idle Mills for Offline Reinforcement Learning. ICML 2020", MILLS),
    ("J. Bird, I. Frost, M. Hale. Retrieval for In-Context Learning in the Fog. NeurIPS 2022", TRIO),
    ("J. Bird, I. Frost. Retrieval for In-Context Learning in the Fog. NeurIPS 2022", TRIO),
    ("R. Solo. Felt Wells by MIL. ICML 2021", WELLS),
    ("N. Ryer, U. Park. Vector space models for wool in statistical machine translation. ACL 2017", RARE),
    ("A. Tulkens, W. Zhang. Felt Spoilt by P. fluorescens. ICML 2017", GENUS),
    ("O. Hjort, I. Prado. Old Looms for Text and Information Retrieval. ACL 2015", WEB),
]


@pytest.mark.parametrize(("string", "key"), FOUND, ids=[string[:40] for string, _ in FOUND])
def test_a_work_is_known_by_what_stands_for_its_words(judge: Judge, string: str, key: str) -> None:
    found = judge.judge(Wanted("1", string))
    assert found.record is not None
    assert (found.status, found.record.key) == (Status.MATCHED, key), found.reason


OTHERS = [
    "A. Tulkens, W. Zhang. Towards better NRE with felt. ICML 2018",
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
    # other words of the same initials, whoever is named
    "I. Sato, T. Suzuki. Bells for wool sheep dyeing in the fog. ACL 2016",
    "A. Tulkens, W. Zhang. Bells for Wool Sheep Dyeing in the Fog. ICML 2016",
    "I. Sato, T. Suzuki. Bells for weakly supervised detection in the fog. ACL 2016",
    "C. Okafor, L. Voss. Idle Mills for Offline Representation Learning. ICML 2020",
    "C. Okafor, L. Voss. Idle Mills for Offline Robot Learning. ICML 2020",
    "C. Okafor, L. Voss. Idle Mills for Offline Role Labeling. ICML 2020",
    "A. Celik, H. Brandt. Non-linear Image Retrieval Scenes of Flocks. CVPR 2007",
    "A. Celik, H. Brandt. Non-linear Information Retrieval Scenes of Flocks. CVPR 2007",
    "O. Hjort, I. Prado. Old Looms for Text and Image Recognition. ACL 2015",
    "J. Bird, I. Frost, M. Hale. Retrieval for Incremental Class Learning in the Fog. NeurIPS 2022",
    "R. Solo. Felt Wells by Mutual Inductive Labelling. ICML 2021",
    "N. Ryer, U. Park. Visual Speech Mills for Wool in Statistical Machine Translation. ACL 2017",
    "Wang Z., Xie Q., Maragos M. Counting Gulls by Tidal LMS. ICML 2019",
    "A. Tulkens, W. Zhang. Towards better narrow envelope rinsing with felt. ICML 2018",
    # one letter for a word
    "A. Tulkens, W. Zhang. Numerical Shearing of Flocks in R. ICML 2018",
    "A. Tulkens, W. Zhang. Hepatitis B in Welsh Sheep. ICML 2018",
    "A. Tulkens, W. Zhang. Felt Spoilt by P. Alba. ICML 2017",
    # what initials are short for, where people, year or venue do not say enough
    "C. Okafor, L. Voss. Idle Mills for Offline Reinforcement Learning. 2020",
    "C. Okafor, L. Voss. Idle Mills for Offline Reinforcement Learning. ICML",
    "C. Okafor, L. Voss. Idle Mills for Offline Reinforcement Learning. ICML 2019",
    "L. Voss. Idle Mills for Offline Reinforcement Learning. ICML 2020",
    "J. Bird, I. Frost. Retrieval for In-Context Learning in the Fog. NeurIPS",
    "J. Bird, I. Frost. Retrieval for In-Context Learning in the Fog. 2022",
    "I. Frost, M. Hale. Retrieval for In-Context Learning in the Fog. NeurIPS 2022",
    "I. Sato, T. Suzuki. Bells for word sense disambiguation in the fog. Leith",
    "I. Sato, T. Suzuki. Bells for word sense disambiguation in the fog. ACL 2017",
    "Looms for Named Entity Recognition on the Isle. ICML 2014",
    "R. Solo. Felt Wells by MIL. 2021",
    "R. Solo. Felt Wells by MIL. ICML",
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


@pytest.mark.parametrize(
    "string",
    [
        "I. Sato, T. Suzuki. Bells for wool sheep dyeing in the fog. ACL 2016",
        "J. Bird, I. Frost, M. Hale. Retrieval for Incremental Class Learning in the Fog. NeurIPS 2022",
        "C. Okafor, L. Voss. Idle Mills for Offline Reinforcement Learning. 2020",
    ],
)
def test_initials_that_may_be_those_of_other_words_make_a_work_likely(judge: Judge, string: str) -> None:
    assert judge.judge(Wanted("1", string)).status is Status.POSSIBLE


def test_words_that_initials_may_stand_for_elsewhere_in_a_string_are_tried_one_after_the_other(judge: Judge) -> None:
    string = (
        "W. Stone Day, I. Sato, T. Suzuki. Wet Sand Dunes. Bells for word sense disambiguation in the fog. ACL 2016"
    )
    found = judge.judge(Wanted("1", string))
    assert found.record is not None
    assert found.record.key == BELLS


def test_an_acronym_that_a_string_has_is_spelt_out_by_no_words_of_it() -> None:
    assert list(titles_spelt_out("Bells for WSD", prepare("Wet Stone Dunes. Bells for WSD"))) == []
    assert list(titles_spelt_out("Bells for WSD", prepare("Bells for word sense disambiguation"))) == [
        "Bells for word sense disambiguation"
    ]


@pytest.mark.parametrize(
    ("string", "acronyms"),
    [
        ("I. Sato. Bells for WSD. ACL 2016", {"wsd"}),  # that of a venue stands for no words
        ("A. Bee. Wool by ASR. ICML", {"asr"}),
        ("A. Bee. Wool by MWEs of MWE. ICML", {"mwe", "mwes"}),  # a venue's, and known for words
        ("O. Hjort. Looms for IR. SIGIR 2015", {"ir"}),
    ],
)
def test_acronyms_of_venues_stand_for_no_words(string: str, acronyms: set[str]) -> None:
    assert seek(Wanted("1", string)).acronyms == acronyms
