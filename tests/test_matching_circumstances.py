"""Works that are known by their pages, people and year, where the string gives no title, a part of it, or a spoilt one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from reconcile.matching.judge import Judge
from reconcile.matching.places.printed import printed_in
from reconcile.matching.strings.sought import seek
from reconcile.mention import Status
from reconcile.wanted import Wanted
from sources.record import Date, Name, Record
from tests.cataloguing import paper, small_catalog

PAPERS = (
    paper(
        "conf/interspeech/Brandt18",
        "Foghorns Heard through Knitted Walls",
        "Greta Brandtzaeg",
        "Tomás Quiroga",
        "Li Wang",
        year=2018,
        more="<booktitle>INTERSPEECH</booktitle><pages>2948-2952</pages>",
    ),
    paper(
        "conf/interspeech/Brandt18a",
        "Gulls over Estuaries",
        "Greta Brandtzaeg",
        "Tomás Quiroga",
        "Li Wang",
        year=2018,
        more="<booktitle>INTERSPEECH</booktitle><pages>1-5</pages>",
    ),
    paper(
        "conf/chi/Lund19",
        "Slow Weather Models for Barnacle Colonies under Shuffling Harbour Lights",
        "Sanna Lundqvist",
        "Bo Ekwall",
        year=2019,
        more="<booktitle>CHI</booktitle><pages>416-423</pages>",
    ),
    paper(
        "journals/tois/Rye16",
        "Knitting",
        "Cora Rye",
        year=2016,
        more="<journal>ACM Trans. Inf. Syst.</journal><volume>83</volume><number>2</number><pages>337-341</pages>",
    ),
    paper(
        "journals/jmlr/Ost21",
        "Statistical Bounds for Sheep",
        "Rigmor Ost",
        "Dan Hsu",
        year=2021,
        more="<journal>J. Mach. Learn. Res.</journal><volume>22</volume><pages>83:1-83:51</pages>",
    ),
    paper(
        "journals/tois/Ekwall14",
        "A Burr and a Loom",
        "Bo Ekwall",
        "Ana da Lundqvist",
        year=1914,
        more="<journal>ACM Trans. Inf. Syst.</journal><volume>LXII</volume><pages>1216</pages>",
    ),
    paper(
        "journals/mgfa/Rye22",
        "Carding by Moonlight",
        "Cora Rye",
        "Petra Novak",
        "Rigmor Ost",
        year=2022,
        more="<journal>Monthly Gulls and Felt: A Journal</journal><volume>83</volume><pages>4556-4567</pages>",
    ),
    paper(
        "journals/mgfa/Novak11",
        "Combing by Moonlight",
        "Petra Novak",
        "Rigmor Ost",
        year=2011,
        more="<journal>Monthly Gulls and Felt: A Journal</journal><volume>2011</volume><pages>1-7</pages>"
        "<ee>https://doi.org/10.1155/2011/247294</ee>",
    ),
)


@pytest.fixture(scope="module")
def judge(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Judge]:
    folder = tmp_path_factory.mktemp("circumstances")
    with small_catalog(folder, PAPERS) as catalog:
        yield Judge(catalog)


@pytest.mark.parametrize(
    ("string", "key"),
    [
        (
            "[68] G. Brandtzaeg, T. Quiroga, and L. Wang, in Proceedings of the Annual Conference of the International"
            " Speech Communication Association (ISCA, 2018), pp. 2948–2952.",
            "conf/interspeech/Brandt18",
        ),
        ("G. Brandtzaeg et al., in Interspeech 2018 (2018), pp. 2948-52.", "conf/interspeech/Brandt18"),
        ("C. Rye, ACM Trans. Inf. Syst. 83, 337 (2016).", "journals/tois/Rye16"),
        ("7 B. Ekwall and A. da Lundqvist, ACM Trans. Inf. Syst., 1914, LXII, 1216.", "journals/tois/Ekwall14"),
        ("Ekwall, B. A Burr and a Loom. 1914.", "journals/tois/Ekwall14"),
        ("C. RYE, ACM TRANS. INF. SYST. 83, 337 (2016).", "journals/tois/Rye16"),
        ("R. Ost and D. Hsu, J. Mach. Learn. Res. 22, 83:1 (2021).", "journals/jmlr/Ost21"),
        ("see Rye, ACM Trans. Inf. Syst. 83 (2016) 337-341", "journals/tois/Rye16"),
        ("Rye ACM Trans. Inf. Syst. 83:337-341", "journals/tois/Rye16"),
        ("Rye C. ACM Trans Inf Syst. 2016;83(2):337-41.", "journals/tois/Rye16"),
        ('C. Rye, "Kniting", ACM Trans. Inf. Syst. 83 (2016), pp. 337–341', "journals/tois/Rye16"),
        ('S. Lundqvist et al., "Slow Weather Models for Barnacle", CHI 2019, 416–423.', "conf/chi/Lund19"),
        ('S. Lundqvist and B. Ekwall. "Slow Weather Models for Barnacle". CHI 2019.', "conf/chi/Lund19"),
        ('"Slow Weather Models for Barnacle Colonies under". CHI 2019, pp. 416–423.', "conf/chi/Lund19"),
        (r"\emph{Slow Weather Models for Barnacle}: Lundqvist S. & Ekwall B., In: CHI, 2019.", "conf/chi/Lund19"),
        ("[3] Rye C 2016 Knitting ACM Trans. Inf. Syst. 83 337–341", "journals/tois/Rye16"),
        ("C. Rye, ACM Trans. Inf. Syst. LXXXIII, no. 2, 337 (2016a)", "journals/tois/Rye16"),
        ("R. Ost u. D. Hsu: JMLR 22 (2021a) 83:1", "journals/jmlr/Ost21"),
        ("▪ [Lundqvist S, Ekwall B; CHI 2019:416] MathSciNet", "conf/chi/Lund19"),
        ("See, e.g., Lundqvist and Ekwall, CHI 2019, pp. 416-423", "conf/chi/Lund19"),
        # As Web of Science writes, whose references name the first author alone, and the number of an article.
        ("Rye C, 2016, ACM TRANS INF SYST, V83, P337", "journals/tois/Rye16"),
        ("Ost R, 2021, J MACH LEARN RES, V22, P83, DOI 10.5555/wool", "journals/jmlr/Ost21"),
        ("Novak P, 2011, MONTHLY GULLS FELT: A JOURNAL, V2011, P247294", "journals/mgfa/Novak11"),
        # As lawyers do.
        ("Rye, 83 ACM Trans. Inf. Syst. 337 (2016)", "journals/tois/Rye16"),
        ("Rye et al., 83 Monthly Gulls & Felt: A Journal 4556 (2022)", "journals/mgfa/Rye22"),
        # The beginning is lost.
        (
            "er Models for Barnacle Colonies under Shuffling Harbour Lights. In: Proc. CHI, pp 416–423",
            "conf/chi/Lund19",
        ),
        ("Barnacle Colonies under Shuffling Harbour Lights,” in Proc., 2019, pp. 416–423.", "conf/chi/Lund19"),
        # A journal's initials, the year of its volume, some of the authors.
        ("Rye C., Novak P., Ost R., 2023, MGFJ, 83, 4556", "journals/mgfa/Rye22"),
        ("C. Rye and P. Novak, Mon. Gulls Felt, 2022, 83, 4556.", "journals/mgfa/Rye22"),
    ],
)
def test_a_work_is_known_by_its_circumstances(judge: Judge, string: str, key: str) -> None:
    verdict = judge.judge(Wanted("1", string))

    assert verdict.status is Status.MATCHED
    assert verdict.record is not None
    assert verdict.record.key == key


@pytest.mark.parametrize(
    "string",
    [
        # Another year, other pages, other people, one more of them.
        "[68] G. Brandtzaeg, T. Quiroga, and L. Wang, in Interspeech (ISCA, 2017), pp. 2948–2952.",
        "[68] G. Brandtzaeg, T. Quiroga, and L. Wang, in Interspeech (ISCA, 2018), pp. 2940–2944.",
        "[68] G. Brandt and T. Quick, in Interspeech (ISCA, 2018), pp. 2948–2952.",
        "[68] G. Brandtzaeg, T. Quiroga, L. Wang, and P. Ostrander, in Interspeech (ISCA, 2018), pp. 2948–2952.",
        # Half of all works of some series begin on page 1.
        "[68] G. Brandtzaeg, T. Quiroga, and L. Wang, in Interspeech (ISCA, 2018), pp. 1–5.",
        # No year, and not both volume and pages.
        "Rye ACM Trans. Inf. Syst. 84:337-341",
        "Rye ACM Trans. Inf. Syst., p. 337",
        "S. Lundqvist and B. Ekwall. Felted Gulls in Harbours. CHI 2019:416–423.",
        "LUNDQVIST S., EKWALL B. FELTED GULLS. PROC. CHI, 2019, 416–423.",
        # Another journal; a title, and it is another's.
        "C. Rye, Phys. Rev. Lett. 83, 337 (2016).",
        'C. Rye, "Purling", ACM Trans. Inf. Syst. 83 (2016), pp. 337–341',
        'S. Lundqvist and B. Ekwall. "Fast Weather Models for Barnacle". CHI 2019, pp. 416–423.',
        'S. Lundqvist and B. Ekwall. "Data from: Slow Weather Models for Barnacle". 2019, pp. 416–423.',
        # A word or two of the title, beside another.
        'C. Rye, "Purling: A Song", Knitting Week, ACM Trans. Inf. Syst. 83 (2016), pp. 337–341',
        'S. Lundqvist and B. Ekwall. "Felted Gulls". In Slow Weather Models (CHI 2019), pp. 416–423.',
        "[68] G. Brandtzaeg, T. Quiroga, and L. Wang. In search of wool. In Interspeech (ISCA, 2018), pp. 2948–2952.",
        # Another part.
        "S. Lundqvist and B. Ekwall. Slow Weather Models for Barnacle Colonies under Shuffling Harbour Lights - Part III."
        " CHI 2019, 416–423.",
        # The end of a title, on other pages, in another year or nowhere; and another title before it.
        "er Models for Barnacle Colonies under Shuffling Harbour Lights. In: Proc. CHI, pp 417–423",
        "er Models for Barnacle Colonies under Shuffling Harbour Lights. In: Proc. CHI 2017, pp 416–423",
        "er Models for Barnacle Colonies under Shuffling Harbour Lights, pp. 416–423",
        "ive Barnacle Colonies under Shuffling Harbour Lights. In: Proc. CHI, pp 416–423",
        "Harbour Lights. In: Proc. CHI, pp 416–423",
        # Not the first author, and people who are no authors.
        "Ost R, 2022, MONTHLY GULLS FELT: A JOURNAL, V83, P4556",
        "C. Rye and B. Lee, Mon. Gulls Felt, 2022, 83, 4556.",
        # Another journal, volume, page, year.
        "Ost R, 2021, J GULLS, V22, P83",
        "Ost R, 2021, J MACH LEARN RES, V23, P83",
        "Novak P, 2011, MONTHLY GULLS FELT: A JOURNAL, V2011, P247295",
        "Rye, 83 ACM Trans. Inf. Syst. 338 (2016)",
        "Rye C., Novak P., Ost R., 2024, MGFJ, 83, 4556",
        "Rye C., Novak P., Ost R., 2021, MGFJ, 83, 4556",
        "Rye C., Novak P., Ost R., 2023, MGPJ, 83, 4556",
        # A title that may be all there is, of one of the authors or in another year.
        'S. Lundqvist. "Slow Weather Models for Barnacle". CHI 2019.',
        'S. Lundqvist and B. Ekwall. "Slow Weather Models for Barnacle". CHI 2020.',
    ],
)
def test_what_does_not_agree_is_another_work(judge: Judge, string: str) -> None:
    assert judge.judge(Wanted("1", string)).status is not Status.MATCHED


def test_candidates_are_told_with_the_pages_that_make_them_sure(judge: Judge) -> None:
    best = judge.weighed(Wanted("1", "C. Rye, ACM Trans. Inf. Syst. 83, 337 (2016)."))[0]

    assert best.record.key == "journals/tois/Rye16"
    page = best.comparison.of("page")
    assert page is not None
    assert page.says == "the pages are named"


@pytest.mark.parametrize(("page", "volume", "status"), [("337--341", "", "matched"), ("", "83", "not-found")])
def test_an_entry_without_title_is_known_by_its_pages(judge: Judge, page: str, volume: str, status: str) -> None:
    claim = Record(
        author=(Name("Rye", "Cora"),),
        issued=Date(2016),
        container_title="ACM Trans. Inf. Syst.",
        page=page.replace("--", "-"),
        volume=volume,
    )

    assert judge.judge(Wanted("rye", claim=claim)).status.value == status


@pytest.mark.parametrize(
    ("string", "pages", "volumes"),
    [
        ("pp. 634–643", {("634", "643")}, set()),
        ("1234-41", {("1234", "1241")}, {("1234", "41")}),
        ("83, no. 2, pp. e337", set(), {("83", "2")}),
        ("p. 454", {("454", "")}, set()),
    ],
)
def test_pages_are_numbers_that_stand_together(string: str, pages: set[object], volumes: set[object]) -> None:
    printed = printed_in(seek(Wanted("1", f"Rye, {string}.")))

    assert pages <= printed.pages
    assert volumes <= printed.volumes
