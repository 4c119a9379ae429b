"""An identifier beside a title that breaks off: the words of the title that are there are no other title."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from reconcile.matching.judge import Judge
from reconcile.matching.strings.text import prepare
from reconcile.mention import Status
from reconcile.wanted import Wanted
from tests.cataloguing import paper, small_catalog

BARNACLES, TIDES, TIDE = "conf/gull/RyeEkwall15", "conf/tide/2015", "conf/gull/Lee09"
NUMBERED, WOOL = "conf/gull/Novak15", "conf/gull/LangT20"
LONG = "Getting Wool Out of Sight: Evaluation of Felt Mechanisms for Sheep Awareness and Gull Orientation Support in"
PAPERS = (
    paper(BARNACLES, "Hidden in Plain Tide: an Atlas of Slow Barnacles for Patient Readers", "Cora Rye", year=2015),
    paper("conf/limpet/Novak12", "Hidden in Plain Tide: Sorting Limpets by their Letters", "Petra Novak", year=2012),
    paper(TIDE, "Remedies in Tidepools", year=2009, more="<ee>https://doi.org/10.1145/3292500.3330701</ee>"),
    paper(NUMBERED, "Sorting Limpets", "Petra Novak", year=2015, more="<ee>https://aclanthology.org/W15-4634/</ee>"),
    paper(WOOL, f"{LONG} Occluded Multi-Pen Weather", "Ida Lang", "Ivo Tarnov", year=2020),
    f'<proceedings key="{TIDES}"><title>TIDE 2015, Proceedings of the 5th Workshop on Tide Tables.</title>'
    "<year>2015</year></proceedings>",
)


@pytest.fixture(scope="module")
def judge(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Judge]:
    with small_catalog(tmp_path_factory.mktemp("identified"), PAPERS) as catalog:
        yield Judge(catalog)


@pytest.mark.parametrize(
    ("string", "key"),
    [
        (f"Hidden in Plain Tide: an Atlas of Slow, DBLP:{BARNACLES}", BARNACLES),
        (f"Hidden in Plain Tibe: an. https://dblp.org/rec/{BARNACLES}", BARNACLES),
        ("Remedies in… http://dx.doi.org/10.1145/3292500.3330701", TIDE),
        (f"…Slow Barnacles for Patient Readers. dblp.org/rec/{BARNACLES}", BARNACLES),
        (f"TIDE 2015, Proceedings of the, 2015. DBLP:{TIDES}", TIDES),
        (f"https://dblp.uni-trier.de/rec/{BARNACLES}.html?view=bibtex", BARNACLES),
        ("lO.1145/3292500.333 0701", TIDE),
    ],
)
def test_a_title_that_breaks_off_is_the_identified_records(judge: Judge, string: str, key: str) -> None:
    verdict = judge.judge(Wanted("1", string))
    assert (verdict.status, verdict.record and verdict.record.key) == (Status.MATCHED, key), verdict.reason


@pytest.mark.parametrize(
    "string",
    [
        "Hidden in Plain Tide: an. 2015",
        f"Modern Kilns and Ovens of Umbria. DBLP:{BARNACLES}",
        f"Petra Novak, Kilns in Umbria. https://dblp.org/rec/{BARNACLES}",
        "Petra Novak, Kilns and Ovens in Umbria, 2009. 10.l145/3292500.3330701",
        "10.l145/3292500.3330702",
    ],
)
def test_another_title_is_not(judge: Judge, string: str) -> None:
    assert judge.judge(Wanted("1", string)).status is not Status.MATCHED


@pytest.mark.parametrize(
    "string",
    [
        "W15-4634 — Sorting Limpets",
        "[W15-4634] Sorting Limpets",
        "W15-4634: Sorting Limpets",
        "ACL W15-4634 | Sorting Limpets",
        "W15-4634 Sorting Limpets",
    ],
)
def test_a_number_of_the_anthology_before_the_title_tells_the_record(judge: Judge, string: str) -> None:
    verdict = judge.judge(Wanted("1", string))
    assert (verdict.status, verdict.record and verdict.record.key) == (Status.MATCHED, NUMBERED), verdict.reason


@pytest.mark.parametrize(
    "string",
    [
        "W15-4635 — Sorting Limpets",
        "W15-4634 — Felt meeting, room 7",
        "W15-4634 — Sorting Limpets and Gulls in Umbria",
        "Sorting Limpets, order W15-4634",
    ],
)
def test_such_a_number_tells_none_of_another_number_or_title(judge: Judge, string: str) -> None:
    assert judge.judge(Wanted("1", string)).status is not Status.MATCHED


@pytest.mark.parametrize("end", [" Oc", " Occluded Multi-", " Occluded Multi-Pen", " Occluded Multi-Pen "])
def test_a_long_title_alone_may_be_cut_off(judge: Judge, end: str) -> None:
    verdict = judge.judge(Wanted("1", f"{LONG}{end}"))
    assert (verdict.status, verdict.record and verdict.record.key) == (Status.MATCHED, WOOL), verdict.reason


@pytest.mark.parametrize(
    "string",
    [
        f"{LONG} Occluded",
        f"{LONG} Occluded ",
        f"{LONG} Oceans",
        f"{LONG[:60]} ",
        f"{LONG} Oc. Wool Newsletter, reprint",
    ],
)
def test_a_title_that_ends_with_a_word_may_be_whole(judge: Judge, string: str) -> None:
    assert judge.judge(Wanted("1", string)).status is not Status.MATCHED


@pytest.mark.parametrize(
    ("string", "plain"),
    [
        ("A. Lee, <<A Title of Ice>>, 2020", "A. Lee, «A Title of Ice», 2020"),
        ("<p><<Ice and Snow>></p>", "\n«Ice and Snow»\n"),
        ("Wool(R) and Felt(TM), by Lee (R)", "Wool and Felt, by Lee (R)"),
    ],
)
def test_signs_that_keyboards_lack_are_read(string: str, plain: str) -> None:
    assert prepare(string).string == plain
