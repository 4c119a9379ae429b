"""Strings that name a paper and mean something else, and papers that stand beside others of nearly one title."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from reconcile.matching.judge import Judge, are_one_work
from reconcile.matching.strings.occasions import occasions_in
from reconcile.mention import Status
from reconcile.settings import DEFAULT
from reconcile.wanted import Verdict, Wanted
from sources.record import Date, Identifier, Record, Scheme, Type
from tests.cataloguing import paper, small_catalog

GARDENS = "Gradient Descent in Hyperbolic Gardens"
TEAM = ("Ada Tulkens", "Wei Zhang")


def held(key: str, title: str, *authors: str, year: int = 2018, venue: str = "ICLR", more: str = "") -> str:
    return paper(key, title, *(authors or TEAM), year=year, more=f"<booktitle>{venue}</booktitle>{more}")


PAPERS = (
    held("conf/iclr/Tulk18", GARDENS),
    held("conf/acl/Dvor15", "Parsing Czech Clitics", "Jan Dvorsky", year=2015, venue="ACL"),
    held("conf/acl/Dvor16", "Erratum: Parsing Czech Clitics", "Jan Dvorsky", year=2015, venue="ACL"),
    held("conf/aaai/Ekw12", "Slow Weather Models for Barnacle Colonies", "Bo Ekwall", "Li Wang", year=2012, venue="AAAI"),
    held("conf/aaai/Ekw12a", "Slow Weather Models for Barnacle Colonies (Abstract)", "Bo Ekwall", "Li Wang", year=2012, venue="AAAI"),
    held("conf/cvpr/Hale10", "Segmenting Glaciers from Lidar", "Mary Hale", year=2010, venue="CVPR"),
    held("conf/cvpr/Hale20", "Segmenting Glaciers from Lidar", "Mary Hale", year=2020, venue="CVPR"),
    held("conf/kdd/Grant19", "Shearing Rules for Mountain Sheep", "Erin Grant", year=2019, venue="KDD"),
    held("conf/kdd/Ok19", "Lossy Kernels", "Yinka Okoro", "Li Chen", year=2019, venue="KDD"),
)  # fmt: skip


@pytest.fixture(scope="module")
def judge(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Judge]:
    with small_catalog(tmp_path_factory.mktemp("occasions"), PAPERS) as catalog:
        yield Judge(catalog)


def verdict(judge: Judge, string: str) -> Verdict:
    return judge.judge(Wanted("1", string))


@pytest.mark.parametrize("string", [f"PMLR 139: {GARDENS}", f"LNCS 8544: {GARDENS}", f"ICLR 2018: {GARDENS}"])
def test_the_volume_of_a_series_is_no_course(string: str) -> None:
    assert occasions_in(string) == ()


@pytest.mark.parametrize(
    "string",
    [
        f"Invited talk: “{GARDENS}”. Colloquium, University of Bergen, March 2018.",
        f"Poster “{GARDENS}”, Ada Tulkens and Wei Zhang. Garden Day, Lund, June 2018.",
        f"“{GARDENS}”, infrastructure grant (CI: Tulkens), AUD 30,000, 2018",
        f"“{GARDENS}”, Tulkens, 30.000 € (2018)",
        f"COMS 4995: {GARDENS} (A. Tulkens), Lund University, spring 2018",
        f"Shared task organiser, Garden Days 2018 ({GARDENS})",
        f"Panel: “{GARDENS}?”, moderated by A. Tulkens and W. Zhang, Lund, 2018",
        f"Podiumsdiskussion: {GARDENS}, mit A. Tulkens und W. Zhang, Kiel 2018",
        f"Podcast: episode 12, we discuss Tulkens' paper “{GARDENS}” from ICLR 2018",
        f"Best Paper Award for “{GARDENS}” (ICLR 2018)",
        f"Student travel grant, ICLR 2018, to present “{GARDENS}”",
        f"Travel grant to present “{GARDENS}” at ICLR 2018",
        f"Blog post explaining '{GARDENS}' by Tulkens and Zhang, 2018",
        f"US Patent 9,262,372 B2: {GARDENS}. Inventors: Ada Tulkens, Wei Zhang. Granted 2018.",
        f"Translator of “{GARDENS}” (Ada Tulkens, Wei Zhang, ICLR 2018) into Spanish",
        f"Vortrag: {GARDENS}, A. Tulkens, Universität Kiel, 2018",
        f"Ada Tulkens, Wei Zhang. Erratum: {GARDENS}. ICLR 2018",
        f"Tulkens, A. & Zhang, W. (2018). Correction notice: {GARDENS}. In ICLR.",
        f"Ada Tulkens, {GARDENS}. Slides, reading group, Lund, 2018.",
        f"Ada Tulkens, {GARDENS}. Slides. Lund, 2018. https://www.slideshare.net/slides/4306785",
        f"See, e.g., WO 2021/72407 A1 (TULKENS Ada [BE]) {GARDENS}, published 2018",
        f"Course project: reimplementation of Tulkens and Zhang 2018, “{GARDENS}”",
        f"A. Tulkens, “{GARDENS}”, invited talk, University of Bergen, 2018.",
        f"Ada Tulkens: {GARDENS} [video lecture], 2018, 47 min.",
        f"Tulkens, Ada; Zhang, Wei. {GARDENS}. U.S. Patent 9,262,372, filed June 2018, issued 2020.",
        f"NSF Award IIS-2032721, {GARDENS}, A. Tulkens (PI), W. Zhang (co-PI), $302,812, 2018-2021.",
        f"PI: Ada Tulkens. Project “{GARDENS}”, DFG, 2018–2021, EUR 306,000.",
        f"CS 380 – graduate seminar “{GARDENS}”, instructor Ada Tulkens, Spring 2018, 3 credits.",
        f"Ada Tulkens: {GARDENS}. Vorlesung mit Übung (2+1 SWS), Wintersemester 2018/19.",
        f"Mary Hale im Gespräch mit Ada Tulkens über „{GARDENS}“, Rundfunk, 13.4.2018.",
        f"Press office: “New study: {GARDENS}” – Ada Tulkens's group in the news, media release 18 April 2018.",
        f"Referee report #2 on the submission “{GARDENS}” (Tulkens et al.), weak accept.",
        f"Hugo Hale. Rezension zu: Tulkens u. a., {GARDENS}. In: Zeitschrift für Rezensionen 3 (2018), S. 101–103.",
        f"[video] “{GARDENS}”, A. Tulkens, Bergen workshop 18w5, recorded 17 Jan 2018 (46 min.)",
        f"[Talk] {GARDENS}, Ada Tulkens, 2018",
        f"Lab meeting slides: A. Tulkens, “{GARDENS}”, Sheffield, 17/6/2018",
        f"Ada Tulkens, keynote at the School of Gardens, Lund, “{GARDENS}”, June 2018",
        f"Reviewer assignments 2018: “{GARDENS}” (2 rounds), three others",
        f"NSERC scholarship (A. Tulkens), proposal title: {GARDENS}, 2018",
        f"Research grant: {GARDENS}, A. Tulkens, 2018",
        f"Invited: A. Tulkens, {GARDENS}, Bergen, 2018",
        f"J'ai présenté « {GARDENS} » aux Journées du jardin, Paris, mai 2018",
        f"Seminarium zakładowe: Ada Tulkens, „{GARDENS}”, sala 316, godz. 12.15",
        f"学术报告：{GARDENS}，主讲人：Ada Tulkens，时间：周三下午3点",
        f"Proyecto I+D ref. 6398-87: «{GARDENS}». Investigador principal: Ada Tulkens",
        f"Submission 418 “{GARDENS}” was withdrawn by Ada Tulkens before review",
        f"Retraction notice. Tulkens, A. et al., {GARDENS}, retracted at the request of the editors, 2018.",
        f"2018: Outstanding Paper Award, ICLR 2018, for “{GARDENS}”",
        f"Award: Faculty Research Award 2020, following up on ideas from “{GARDENS}” (ICLR 2018)",
        f"Code for “{GARDENS}” (ICLR 2018) is available, 312 stars",
        f"ACM Student Travel Grant ($1,200) to present “{GARDENS}” at ICLR 2018",
        f"Reviewed for ICLR 2018; I also shepherded the revision of “{GARDENS}”",
        f"Reading group, week 7: Ada Tulkens et al., {GARDENS} (presenter: Jonas; 2018)",
        f"Groupe de lecture, séance du 3 mai 2018 : présentation de l'article « {GARDENS} »",
        f"Tulkens, A. and Zhang, W. Errata for “{GARDENS}”. ICLR 2018",
        f"Best Demo Runner-Up, ICLR 2018 (“{GARDENS}”)",
        f"2018 – Prix du meilleur article pour « {GARDENS} »",
        f'Reviewed "{GARDENS}" for the reproducibility track of ICLR 2018',
        f"Session chair for the session containing “{GARDENS}”, ICLR 2018",
        f"Software: reference implementation of “{GARDENS}”, 412 stars",
        f"Dataset released with “{GARDENS}”: 12k downloads",
        f"Bo Ekwall. [Rev. of] Tulkens, “{GARDENS}”. Garden News 12:3, 2019.",
        f"B. Ekwall, « Réponse à Tulkens : à propos de {GARDENS} », Garden News, 22, 2019, p. 304–314.",
        f"Program committee member, GardenEval 2019 Task 8 ({GARDENS})",
        f"PC member, ICLR 2018 ({GARDENS})",
        f"Programme Committee: ICLR 2018 ({GARDENS})",
        f"Senior PC, ICLR 2018 ({GARDENS})",
        f"Member of the organizing committee of Garden Days 2018: {GARDENS}",
        f"2017–2019: Senior area chair, ICLR ({GARDENS})",
        f"Subreviewer for Garden Days 2018 ({GARDENS})",
        f"Membre du comité de programme, Garden Days 2018 ({GARDENS})",
        f"Miembro del comité científico, Garden Days 2018 ({GARDENS})",
    ],
)
def test_what_is_made_of_a_paper_is_not_the_paper(judge: Judge, string: str) -> None:
    found = verdict(judge, string)
    assert found.status is not Status.MATCHED
    assert found.reason.startswith("it names ")


@pytest.mark.parametrize(
    "string",
    [
        f"Poster: Ada Tulkens, Wei Zhang. {GARDENS}. ICLR 2018",
        f"Ada Tulkens, Wei Zhang. {GARDENS}. ICLR 2018. With comments of the program committee",
        f"[Video] Ada Tulkens, Wei Zhang. {GARDENS}. ICLR 2018",
        f"Best student paper: Tulkens, A. and Zhang, W. for “{GARDENS}”, ICLR 2018",
        f"[Best Paper Award] Ada Tulkens, Wei Zhang. {GARDENS}. ICLR 2018",
        f"[Peer reviewed] Ada Tulkens. {GARDENS}. ICLR 2018",
        f"Reading group: {GARDENS} (Tulkens and Zhang, ICLR 2018)",
        f"Lecture 21. Readings: Tulkens et al., {GARDENS}, ICLR 2018",
        f"Ada Tulkens, Wei Zhang. {GARDENS}. ICLR 2018 (invited talk).",
        f"Kolloquium: Der Vortrag stützt sich auf Tulkens, A., Zhang, W.: {GARDENS}, 2018",
        f"Rapport d'activité, publications avec comité de lecture: Tulkens, A. & Zhang, W. (2018). {GARDENS}.",
        f"Ada Tulkens, Wei Zhang. {GARDENS}. ICLR 2018. US Patent 9,262,372 pending.",
        f"/* Implementation of “{GARDENS}” (Tulkens and Zhang, 2018) */",
        f"Invited paper: A. Tulkens and W. Zhang, {GARDENS}. 2018.",
        f"Invited book chapter. Tulkens, A., {GARDENS}. 2018.",
        "Grant, E. Shearing Rules for Mountain Sheep. 2019.",
        "Erin Grant. Shearing Rules for Mountain Sheep. 2019.",
        f"New paper at ICLR 2018: {GARDENS} — joint work with Ada Tulkens and Wei Zhang. Thread 1/7",
    ],
)
def test_the_paper_itself_may_be_meant(judge: Judge, string: str) -> None:
    assert verdict(judge, string).status is Status.MATCHED


def test_a_title_alone_among_other_matters_is_only_likely(judge: Judge) -> None:
    alone = "Slow Weather Models for Barnacle Colonies (Abstract)"
    assert verdict(judge, alone).status is Status.MATCHED
    found = verdict(judge, f"Figure 2: Overview of the pipeline, input at left, output at right ({alone})")
    assert (found.status, found.reason) == (Status.POSSIBLE, "only the title agrees")


def test_an_occasion_ends_before_the_title() -> None:
    found = occasions_in("Invited talk (in Lund): On Wool")[0]
    assert (found.start, found.end, found.may_be) == (0, len("Invited talk"), True)
    assert not occasions_in("Talking Gulls: A Survey")


@pytest.mark.parametrize(
    ("string", "key"),
    [
        ("J. Dvorsky. Erratum: Parsing Czech Clitics. ACL 2015", "conf/acl/Dvor16"),
        ("J. Dvorsky. Parsing Czech Clitics. ACL 2015", "conf/acl/Dvor15"),
        ("B. Ekwall and L. Wang. Slow Weather Models for Barnacle Colonies (Abstract). AAAI 2012.", "conf/aaai/Ekw12a"),
        ("B. Ekwall, L. Wang. Slow Weather Models for Barnacle Colonies. AAAI 2012.", "conf/aaai/Ekw12"),
        ("Hale, M. (2020-05-01). Segmenting Glaciers from Lidar.", "conf/cvpr/Hale20"),
        ("Hale, M. Segmenting Glaciers from Lidar. 1.5.2010", "conf/cvpr/Hale10"),
    ],
)
def test_of_nearly_one_title_the_one_that_stands_there_is_meant(judge: Judge, string: str, key: str) -> None:
    found = verdict(judge, string)
    assert found.status is Status.MATCHED
    assert found.record is not None
    assert found.record.key == key


@pytest.mark.parametrize(
    ("string", "keys"),
    [
        ("Hale, M. Segmenting Glaciers from Lidar. CVPR", {"conf/cvpr/Hale10", "conf/cvpr/Hale20"}),
    ],
)  # fmt: skip
def test_works_that_fit_alike_are_both_named(judge: Judge, string: str, keys: set[str]) -> None:
    found = verdict(judge, string)
    assert found.status is Status.POSSIBLE
    assert {each.key for each in (found.record, found.runner_up) if each} == keys


def test_a_venue_is_known_by_its_acronym_and_its_year(judge: Judge) -> None:
    assert verdict(judge, "Lossy Kernels - KDD 2019").status is Status.MATCHED
    assert verdict(judge, "Lossy Kernels").status is not Status.MATCHED


def work(title: str, year: int, kind: Type = Type.PAPER, isbn: str = "", key: str = "") -> Record:
    numbers = (Identifier(Scheme.ISBN, isbn),) if isbn else ()
    return Record(type=kind, title=title, issued=Date(year), identifiers=numbers, source="crossref", key=key)


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [
        pytest.param(work("On Gulls", 2010), work("On Gulls", 2013), False, id="a common title"),
        pytest.param(work(GARDENS, 2018), work(GARDENS, 2021), True, id="a journal's version"),
        pytest.param(work(GARDENS, 2008), work(GARDENS, 2021), False, id="thirteen years apart"),
        pytest.param(
            work("Tides", 2020, Type.CHAPTER, "9783161484100"), work("Gulls", 2020, Type.CHAPTER, "9783161484100"), False,
            id="two chapters of a book",
        ),
        pytest.param(
            work("Tides", 2020, Type.BOOK, "9783161484100"), work("Tides and Gulls", 2020, Type.BOOK, "9783161484100"), True,
            id="a book by its number",
        ),
    ],
)  # fmt: skip
def test_what_one_work_is(left: Record, right: Record, one: bool) -> None:
    assert are_one_work(left, right, DEFAULT) is one
    assert are_one_work(right, left, DEFAULT) is one
