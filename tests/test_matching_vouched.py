"""What stands beside a title in one stretch with it, where the people named vouch for the work; and titles by halves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reconcile.matching.judge import Judge
from reconcile.matching.names.people import People
from reconcile.matching.records.vouched import Vouching, vouching_of
from reconcile.matching.strings.text import prepare
from reconcile.matching.titles.misread import slipped
from reconcile.mention import Status
from reconcile.titles import compare_titles, is_sure
from reconcile.titles.initials import with_genus
from reconcile.wanted import Wanted
from sources.record import Date, Name, Record
from tests.cataloguing import paper, small_catalog

PAPERS = (
    paper(
        "conf/nips/Velde21",
        "Tidal Clocks for Wandering Limpets",
        "Ida van der Velde",
        "Okello Mwangi",
        "Zhi Qiang Su",
        year=2021,
        more="<booktitle>NeurIPS</booktitle>",
    ),
    paper(
        "conf/icml/Velde20",
        "Clocks",
        "Ida van der Velde",
        "Okello Mwangi",
        "Zhi Qiang Su",
        year=2020,
        more="<booktitle>ICML</booktitle>",
    ),
    paper(
        "conf/acl/Brandt17",
        "Murmurations of Church Bells: Parsing Starlings with Sparse Wings",
        "Greta Brandtzaeg",
        "Tomás Quiroga",
        year=2017,
        more="<booktitle>ACL</booktitle>",
    ),
    paper(
        "conf/icra/Lund19",
        "Slow Weather Models for Barnacle Colonies under Shuffling Harbour Lights",
        "Sanna Lundqvist",
        "Bo Ekwall",
        year=2019,
        more="<booktitle>ICRA</booktitle>",
    ),
    paper(
        "conf/icra/Rye16",
        "Brackish, Gastropodal, Phosphorescent Atlases of Barnacles",
        "Cora Rye",
        year=2016,
        more="<booktitle>ICRA</booktitle>",
    ),
    paper(
        "journals/trials/Quiroga80",
        "Controlled Clinical Trials and Lidar Regulations",
        "Tomás Quiroga",
        "Greta Brandtzaeg",
        year=1980,
        more="<journal>Controlled Clinical Trials</journal>",
    ),
    paper(
        "conf/naacl/Quiroga18",
        "Nested Birdsong Grammar",
        "Tomás Quiroga",
        year=2018,
        more="<booktitle>Workshop on Nested Birdsong Grammar and Prosody</booktitle>",
    ),
)
LIMPETS, BELLS, WEATHER = "conf/nips/Velde21", "conf/acl/Brandt17", "conf/icra/Lund19"


@pytest.fixture(scope="module")
def judge(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Judge]:
    with small_catalog(tmp_path_factory.mktemp("vouched"), PAPERS) as catalog:
        yield Judge(catalog)


TITLE = "Tidal Clocks for Wandering Limpets"
TEAM = "I. van der Velde, O. Mwangi, Z. Q. Su"
VOUCHED = [
    # labels of reports, groups, courses and lists
    f"REF output 3: {TITLE} / {TEAM} / 2021",
    f"2021 Conference {TITLE} van der Velde, I.; Mwangi, O. and Su, Z. Q. NeurIPS",
    f"Lecture 4 – {TITLE} (van der Velde, NeurIPS 2021). (24% acceptance rate)",
    f"Required: {TITLE} (van der Velde, Mwangi and Su, NeurIPS 2021)",
    f"Tue 11/4 {TITLE} (van der Velde, Mwangi et al, 2021)",
    f"Thema 13: {TITLE} (van der Velde, Mwangi et al., NeurIPS 2021)",
    f"Code for {TITLE} by van der Velde, Mwangi and Su (2021)",
    f"** DONE {TITLE} :ml:toread: van der Velde, Mwangi, Su. NeurIPS 2021",
    f"@velde2021tidal {TITLE} / {TEAM} #toread 2021",
    f"2021 Presenter: Mei — {TITLE} (van der Velde et al., NeurIPS 2021)",
    f"btw {TITLE} by van der Velde and Mwangi et al. is great (NeurIPS 2021)",
    f"© 2021 IEEE {TITLE} Ida van der Velde, Okello Mwangi and Zhi Qiang Su",
    f"P1-55 {TITLE} Ida van der Velde, Okello Mwangi and Zhi Qiang Su (NeurIPS 2021)",
    # dashes, quotation marks around all, and links at the end
    f"Ida van der Velde — {TITLE} — TOC+8, Lund, 2021",
    f'"{TEAM}, “{TITLE}”, NeurIPS 2021"',
    f"{TEAM}. 2021. {TITLE}. Proc. NeurIPS 2021. [Data Set] [Slides]",
    # prose before a title
    f"we should cite {TITLE} by van der Velde et al from NeurIPS 2021",
    f"This chapter is based on {TITLE} by van der Velde, Mwangi and Su, NeurIPS 2021",
    f"Kapitel 4 beruht auf {TITLE}, van der Velde u.a., NeurIPS 2021",
    f"논문 게재 확정: {TITLE}, {TEAM}, 2021",
    # given names, and venues, the record's and others, without any sign
    f"ICLR {TITLE} Ida van der Velde, Okello Mwangi, Zhi Qiang Su NeurIPS, 2021 Paper Code",
    f"{TITLE} Neural Information Processing Systems (NeurIPS) 2021 | Contributors: {TEAM}",
    f"[NeurIPS’21] {TITLE} - Ida van der Velde, Okello Mwangi, Zhi Qiang Su (Poster video)",
    f"van der Velde, Ida;Mwangi, Okello;Su, Zhi Qiang {TITLE} 2021 info:eu-repo/semantics/article NeurIPS",
    # the number of a line or a page amid it, a hyphen, a scan's exclamation mark
    f"{TEAM}. Tidal Clocks for 456 Wandering Limpets. NeurIPS 2021",
    f"{TEAM}. Tidal Clocks for Page 9 Wandering Limpets. NeurIPS 2021",
    f"{TEAM}. Tidal Clocks for Wand¬ ering Limpets. NeurIPS 2021",
    f"{TEAM}. Tidal Clocks for Wand\u2010 ering Limpets. NeurIPS 2021",
    f"{TITLE} April 2021 \u00c2\u00b7 NeurIPS Ida van der Velde \u00c2\u00b7 Okello Mwangi \u00c2\u00b7 Zhi Qiang Su",
    f"{TEAM}. T!dal Clocks for Wandering Limpets. NeurIPS 2021",
    # misspelt as other words that there are
    f"{TEAM}. Tidal Clocks form Wandering Limpets. NeurIPS 2021",
    f"{TEAM}. Tidal Clock for Wondering Limpets. NeurIPS 2021",
    f"{TEAM}. Tidal Clocks for Limpets Wandering. NeurIPS 2021",
    "TIDAL CLOCKS FOR WANDERING LIMPETS I VELDE, O MWANGI, Z SU - NEURIPS, 2021 - SHORE.ORG",
    "Ida van der Veldeï¼ŒOkello Mwangiï¼ŽTidal Clocks for Wandering Limpetsï¼ŒNeurIPSï¼Œ2021å¹´ï¼Ž",
    # initials for words of it, behind the names too, and the venue's name cut short
    f"{TEAM}, T. Clocks for Wandering Limpets. NeurIPS 2021",
    f"Published {TITLE} with Okello Mwangi and Zhi Qiang Su at NeurIPS 2021 (first author: Ida van der Velde)",
    # a page's head, the other column or numbers within it
    f"{TEAM}. Tidal Clocks for J. Gastropod Stud. 12 (2020) 17 of 21 Wandering Limpets. NeurIPS 2021",
    f"{TEAM}. Tidal as shown in the left column of Table 3 Clocks for Wandering Limpets. NeurIPS 2021",
    f"{TEAM}. Tidal Clocks for 1 3 Wandering Limpets. NeurIPS 2021",
    f"{TEAM}. Tidal \n\n196\n\nClocks for Wandering Limpets. NeurIPS 2021",
    # spaces and tags that were lost, and tags that were not
    "van der VeldeIMwangiOSuZQTidal Clocks for Wandering LimpetsNeurIPS2021",
    "vanderVelde,I.,Mwangi,O.,Su,Z.Q.(2021).TidalClocksforWanderingLimpets.InNeurIPS.",
    "<dc:title>Tidal Clocks for Wandering Limpets</dc:title><dc:creator>van der Velde, I.</dc:creator><dc:creator>"
    "Mwangi, O.</dc:creator><dc:creator>Su, Z.</dc:creator><dc:date>2021</dc:date>",
    # words glued or torn, and misread besides
    f"{TEAM}. Tidal Clocks for WanderlngLimpets. NeurIPS 2021",
    f"{TEAM}. Tidal Cl0cks for Wande ring Limpets. NeurIPS 2021",
    # a reference as a link resolver has it
    "ctx_ver=Z39.88-2004&rft.genre=proceeding&rft.atitle=Tidal+Clocks+for+Wandering+Limpets&rft.au=van+der+Velde"
    "%2C+Ida&rft.au=Mwangi%2C+Okello&rft.au=Su%2C+Zhi+Qiang&rft.date=2021",
    r"\item van der Velde, I., Mwangi, O., Su, Z. Q. (2021). Tidal Clocks for Wandering Limpets \hfill Oral",
    # a reference as the head of a page, an export, a publisher's page or a letter has it
    '<meta name="citation_title" content="Tidal Clocks for Wandering Limpets"><meta content="van der Velde, Ida"'
    " name='citation_author'><meta name=\"citation_publication_date\" content='2021'>",
    "By: van der Velde, Ida; Mwangi, Okello; Su, Zhi Qiang TIDAL CLOCKS FOR WANDERING LIMPETS Source: NeurIPS"
    " Pages: 7-19 Published: 2021",
    f"{TITLE} Part of Advances in Neural Information Processing Systems 34 Authors Ida van der Velde, Okello Mwangi",
    f"{TITLE} Part of the Lecture Notes in Shore Life book series {TEAM} 2021",
    f"Dear Prof. Weber, I have read your paper “{TITLE}” (NeurIPS, 2021) with great interest and",
    "/resolve?url_ver=Z39.88-2004&genre=proceeding&atitle=Tidal%20Clocks%20for%20Wandering%20Limpets&aulast=van%20der"
    "%20Velde&date=2021",
    '<span class="Z3988" title="ctx_ver=Z39.88-2004&amp;rft.atitle=Tidal+Clocks+for+Wandering+Limpets&amp;rft.date=2021'
    '&amp;rft.au=van+der+Velde"></span>',
    "Title: Tidal Clocks for Wandering Limpets Authors: Ida van der Velde, Okello Mwangi, Zhi Qiang Su Comments: NeurIPS",
    f"{TITLE} — scholarly article by Ida van der Velde et al. published in 2021",
    f"Conference on Neural Information Processing Systems 2021 pages 3–9 {TITLE} Ida van der Velde Okello Mwangi Zhi Su",
    f"dc.title: {TITLE} dc.creator: van der Velde, Ida ; Mwangi, Okello ; Su, Zhi Qiang dc.date: 2021 dc.type: Article",
    f"Original article {TITLE} Conference on Neural Information Processing Systems, 2021, Pages 3-9 {TEAM}",
    f"{TEAM}. {TITLE}. NeurIPS 2021. [pdf] [code] [data] [dataset] [software]",
    f'have a look at "{TITLE}" by Ida van der Velde et al, NeurIPS 2021',
    f"RT Conference Proceedings A1 van der Velde, Ida A1 Mwangi, Okello T1 {TITLE} YR 2021 JF NeurIPS",
    f"741 {TEAM}. Tidal Clocks for 742 Wandering Limpets. Neural Information Processing 743 Systems, 2021",
    f"{TITLE} – Conference on Neural Information Processing Systems (2021). Authors: {TEAM}. Role: writing.",
    # letters as addresses, mails and program texts write them
    "van%20der%20Velde%2C%20I.%3B%20Mwangi%2C%20O.%20Tidal%20Clocks%20for%20Wandering%20Limpets.%202021.",
    "van der Velde, I., Mwangi, O. =E2=80=9CTidal Clocks for Wander=\ning Limpets=E2=80=9D, 2021",
    r"van der Velde, I., Mwangi, O. \u201cTidal Clocks for Wandering Limpets\u201d, 2021",
    "Tidal Clocks for Wan\u200bdering Limpets. van der Vel\u200bde, Mwangi, Su. 2021",
]


@pytest.mark.parametrize("string", VOUCHED, ids=[string[:50] for string in VOUCHED])
def test_a_title_is_known_by_its_people_whatever_stands_beside_it(judge: Judge, string: str) -> None:
    verdict = judge.judge(Wanted("1", string))
    assert verdict.status is Status.MATCHED, (verdict.reason, verdict.probability)
    assert verdict.record is not None
    assert verdict.record.key == LIMPETS


HEADS = [
    # the venue's name cut short behind it
    (
        "Controlled Clinical Trials and Lidar Regulations Contr Clin Tri 1980 | T. Quiroga, G. Brandtzaeg",
        "journals/trials/Quiroga80",
    ),
    # without a subtitle, or cut short, and with a slip
    ("G. Brandtzaeg, T. Quiroga. Murmurations of Chruch Bells. ACL, 2017.", BELLS),
    ("Greta Brandtzaeg and Tomás Quiroga, “Murrnurations of Church Bells”, ACL 2017", BELLS),
    ("Show: Murmurations of Church Bells (ACL '17), by G. Brandtzaeg and T. Quiroga | 159 points", BELLS),
    ("S. Lundqvist, B. Ekwall: Slow Weather Models for Barnacle Colonies under Shu ing Harbour Lights. 2019", WEATHER),
    ("S. Lundqvist et al.: Slow Weather Models for Barnacle ... Journal of Tides 4(2): 17 (2019)", WEATHER),
    ("Reading group: “Brackish, Gastropodal, Phosphorescent ...” by Cora Rye (2016)", "conf/icra/Rye16"),
    ("S. Lundqvist et al. Slow Weather Models for Barnacle Colonies under Shuffling Harbour... In ICRA, 2019", WEATHER),
    ("PDF Slow Weather Models for Barnacle Colonies under […] Sanna Lundqvist | Bo Ekwall ICRA 2019", WEATHER),
    ("Lundqvist, S. (2019). Slow Weather Models for Barnacle Colonies .... ICRA", WEATHER),
    ("S. Lundqvist, B. Ekwall, SWM for Barnacle Colonies under Shuffling Harbour Lights. ICRA, 2019", WEATHER),
    ("S. Lundqvist, B. Ekwall: Slow Weahter Models for Barnacle Colonies under… ICRA 2019", WEATHER),
]


@pytest.mark.parametrize(("string", "key"), HEADS, ids=[string[:50] for string, _ in HEADS])
def test_half_a_title_is_known_though_it_is_misspelt(judge: Judge, string: str, key: str) -> None:
    verdict = judge.judge(Wanted("1", string))
    assert verdict.status is Status.MATCHED, (verdict.reason, verdict.probability)
    assert verdict.record is not None
    assert verdict.record.key == key


OTHERS = [
    # nobody vouches for what stands beside it
    f"REF output 3: {TITLE} / M. Hale, B. Ekwall / 2021",
    f"we should cite {TITLE} by Hale et al from NeurIPS 2021",
    "M. Hale. Tidal Clocks for 456 Wandering Limpets. NeurIPS 2021",
    # the same people wrote another paper
    f"{TEAM}. Faster {TITLE}. NeurIPS 2021",
    f"{TEAM}. Short {TITLE}. NeurIPS 2021",
    f"{TEAM}. MC for Wandering Limpets. NeurIPS 2021",
    f"{TEAM}. TC for Limpets. NeurIPS 2021",
    f"{TEAM}. {TITLE} with Broken Shells. NeurIPS 2021",
    f"{TEAM}. {TITLE} 2. NeurIPS 2021",
    f"{TEAM}. Limpet Mechanics 2: {TITLE}. NeurIPS 2021",
    f"{TEAM}. A user-driven framework of barnacle tracking based on Clocks. ICML 2020",
    f"{TEAM}. Tidal Clocks for Swift and Wandering Limpets. NeurIPS 2021",
    f"{TEAM}. Towards {TITLE}. NeurIPS 2021",
    f"@inproceedings{{v, title = {{Faster {TITLE}}}, author = {{van der Velde, I. and Mwangi, O. and Su, Z.}}}}",
    f"{TEAM}. {TITLE}: A Critical Review. NeurIPS 2022",
    f"{TEAM}. Tidal Clocks for Wandering Gulls. Proceedings of the First Symposium on Shore Life and Limpets. 2021",
    f"{TEAM}. “{TITLE}, and Other Tales of the Shore”. NeurIPS 2021",
    f'{TEAM}. "{TITLE}, and Other Tales of the Shore," NeurIPS, 2021.',
    # cut short, and it goes on otherwise
    "S. Lundqvist and B. Ekwall: Slow Weather Models for Barnacle Colonies under glass. ICRA 2019",
    "S. Lundqvist, B. Ekwall. Slow Weather Models for Barnacle Colonies, II: Gulls and Glass. ICRA 2019",
    "S. Lundqvist, B. Ekwall. Slow Weather Models (an essay): Barnacles under Glass. ICRA 2019",
    "Murmurations of Church Bells at ACL 2017: Starlings Revisited with Glass. G. Brandtzaeg, T. Quiroga",
    # a part, and no venue
    f"Ida van der Velde — {TITLE} — II, Lund, 2021",
    # initials that may be those of other words
    "S. Lundqvist, B. Ekwall, SWM for Barnacle Colonies under Shuffling Harbour Lights. 2019",
    # somebody answers it
    f"M. Hale, “{TITLE}” – A Critical Rejoinder, NeurIPS 2021",
    f"I. van der Velde: {TITLE} (a reply). NeurIPS 2021",
    f"{TITLE}: A Comment on van der Velde et al. — B. Hale, NeurIPS 2021",
    f"{TITLE}: Response to Ida van der Velde. B. Hale, NeurIPS 2021",
    f'See also B. Hale, "Why “{TITLE}” fails to replicate" in NeurIPS (2021).',
    f"B. Hale, “Whatever became of ‘{TITLE}’?” in NeurIPS, 2021.",
    f"M. Hale and K. Ekwall, ``A reproducibility study of “{TITLE}”,'' in ReScience C, 2022.",
    f"B. Hale. Rezension zu: van der Velde and Mwangi, „{TITLE}“. Language 34 (2022), S. 296–298.",
    f"B. Hale (2022) Discussion of the paper by van der Velde et al., “{TITLE}”, with rejoinder. Language 5, 1–9",
    f"B. Hale, A note on a conjecture in ``{TITLE}'', Artif. Intell. 6 (2022), 612–616.",
    f"B. Hale. Revisiting van der Velde et al.'s Claims in “{TITLE}”: A Negative Result. NeurIPS 2022",
    f"B. Hale, C. Rye. Rebuttal of van der Velde et al.'s “{TITLE}”. NeurIPS 2022",
    f"{TEAM}. {TITLE}, Three Years Later: What Has Changed? NeurIPS 2022",
    f"{TITLE}, Revisited. {TEAM}. NeurIPS 2022",
    f"{TEAM}. Rethinking Our Assumptions: A Sequel to {TITLE}. NeurIPS 2022",
    f"B. Hale, A counterexample to a claim of “{TITLE}”, NeurIPS 2022",
    f"B. Hale. What is wrong with “{TITLE}”? NeurIPS 2022",
    f"B. Hale, [Re] {TITLE}, NeurIPS 2021",
    f"B. Hale: Rezension zu I. van der Velde et al.: {TITLE} (NeurIPS 2021). In: Informatik 5, 2022, S. 27.",
    f"B. Hale (2022). [Review of the paper {TITLE}, by I. van der Velde, O. Mwangi and Z. Su]. Reviews, 4(3), 29.",
    f"B. Hale (2022). Notes on I. van der Velde and O. Mwangi’s “{TITLE}”. Reading Column, 2022.",
    f"{TEAM}. {TITLE} (Part2):Field Notes. NeurIPS 2021",
    f"Review by B. Hale: of the article “{TITLE}”, I. van der Velde and O. Mwangi, zbMATH Open, 2022",
    f"{TEAM}. Tidal 2.0: Five years of experience with Clocks for Wandering Limpets. Applied Shores, 2023",
    f"[44] van der Velde I. {TITLE}[D]. University of Shore Life, 2020.",
    f"van der Velde, Ida: {TITLE}. Dissertation, University of Shore Life, 2021.",
    # its data, and software of its name
    f"{TEAM} (2021) Data from: {TITLE}. Dryad Digital Repository. Dataset.",
    f"{TEAM}. Replication Data for: {TITLE}. Harvard Dataverse, 2021.",
    f"{TEAM}. Supplementary material for {TITLE}. NeurIPS 2021",
    f"{TEAM}: Supplementary webpage and data for “{TITLE}”, 2021, www.shore.org",
    f"{TEAM}. Companion website for {TITLE}. 2021",
    f"{TEAM} (2021). {TITLE} (Version 0.9) [Computer software]. NeurIPS",
    f"{TEAM}. {TITLE}[DS/OL]. NeurIPS, 2021.",
    f"{TEAM}. 2021. {TITLE}. [Data set]",
    f"{TEAM}. 2021. {TITLE} (NeurIPS) [Data set]. Zenodo. https://zenodo.org/records/12",
    f"[dataset] {TEAM}. {TITLE}. Mendeley Data, 2021.",
    f"{TEAM}, Annotated data set accompanying {TITLE}. figshare, 2021.",
    f"Okello Mwangi: limpr: a software toolkit for {TITLE}, R package 0.5.2, 2021.",
    # it is taken back, or somebody writes about it
    f"{TEAM}, “Retraction notice to ‘{TITLE}’,” NeurIPS, 2021.",
    f"{TEAM}. Notice of Retraction: {TITLE}. NeurIPS 2021",
    f"B. Hale, 2022. Letter to the editor regarding “{TITLE}”. Shores 98: 298.",
    # a thesis has one author
    f"@phdthesis{{su2021, author={{Zhi Qiang Su}}, title={{Essays on {TITLE}}}, school={{ETH}}, year={{2021}}}}",
    # the words are the venue's
    "T. Quiroga. Whistled Vowels. In Workshop on Nested Birdsong Grammar and Prosody, 2018.",
    "Quiroga, T. & Brandtzaeg, G. (1983). Uncontrolled clinical observations and lidar art. Controlled Clinical Trials.",
]


@pytest.mark.parametrize("string", OTHERS, ids=[string[:50] for string in OTHERS])
def test_another_work_is_not_taken_for_it(judge: Judge, string: str) -> None:
    assert judge.judge(Wanted("1", string)).status is not Status.MATCHED


def test_people_behind_the_venue_of_a_title_without_its_subtitle_are_no_other_subtitle(judge: Judge) -> None:
    found = judge.judge(Wanted("1", "Murmurations of Church Bells at ACL 2017: G. Brandtzaeg, T. Quiroga"))
    assert (found.status, found.record and found.record.key) == (Status.MATCHED, BELLS)


def test_a_reproduction_is_matched_to_itself(tmp_path: Path) -> None:
    ours = paper("journals/rescience/Hale22", "[Re] Tidal Clocks for Wandering Limpets", "Bodil Hale", year=2022)
    with small_catalog(tmp_path, (*PAPERS, ours)) as catalog:
        found = Judge(catalog).judge(Wanted("1", f"B. Hale, [Re] {TITLE}, ReScience C, 2022"))
    assert found.record is not None
    assert found.record.key == "journals/rescience/Hale22"


def test_a_spanish_list_names_its_fields(judge: Judge) -> None:
    string = "Autores (p.o. de firma): van der Velde, I. et al. Título: Tidal Clocks for Wandering Limpets Ref. NeurIPS, 2021"
    assert judge.judge(Wanted("1", string)).status is Status.MATCHED


NOBODY = [
    f"{TITLE}, 2021, NeurIPS. Publikation: Bidrag til bog/antologi/rapport › Forskning › peer review",
    f"Have you seen _{TITLE}_ from NeurIPS 2021? Thanks!",
]


@pytest.mark.parametrize("string", NOBODY)
def test_small_words_beside_a_title_name_nobody(judge: Judge, string: str) -> None:
    assert judge.judge(Wanted("1", string)).status is Status.MATCHED


PEOPLE = (Name("van der Velde", "Ida"), Name("Mwangi", "Okello"), Name("Su", "Zhi Qiang"))


@pytest.mark.parametrize(
    ("title", "sure"), [(f"Poster: {TITLE}", True), (f"Faster {TITLE}", False), (f"{TITLE}: the Sequel", False)]
)
def test_the_title_of_an_entry_is_vouched_for_too(judge: Judge, title: str, sure: bool) -> None:
    claim = Record(title=title, author=PEOPLE, issued=Date(2021), container_title="NeurIPS")
    assert (judge.judge(Wanted("1", claim=claim)).status is Status.MATCHED) is sure


VOUCHING = [
    (People((1, 0), (), first=False), 0, False, True, Vouching.ALL),
    (People((0, 1), (), first=True), 0, False, True, Vouching.ALL),
    (People((0,), (), first=True, full=1), 1, False, False, Vouching.ALL),
    (People((0,), (), first=True), 0, False, True, Vouching.FIRST),
    (People((0,), (1, 2), first=True), 0, True, True, Vouching.ALL),
    (People((0,), (1, 2), first=True), 0, False, True, Vouching.FIRST),
    (People((0,), (1, 2), first=True), None, False, False, Vouching.NOT),
    (People((0, 1), (), first=True), 3, False, True, Vouching.NOT),
    (People((1,), (0,), first=False), 0, True, True, Vouching.NOT),
    (People(missing=(0, 1)), 0, True, True, Vouching.NOT),
]


@pytest.mark.parametrize(("people", "gap", "cut", "shown", "vouching"), VOUCHING)
def test_who_vouches(people: People, gap: int | None, cut: bool, shown: bool, vouching: Vouching) -> None:
    assert vouching_of(people, gap, cut=cut, shown=shown) is vouching


PLAIN = [
    ("GoldbergPWWhen Can Two Learn?2019", "Goldberg\nPW\nWhen Can Two Learn?2019"),
    ("HowTo100M and DeepFashion", "HowTo100M and DeepFashion"),
    ("<dc:title>On <i>Ice</i></dc:title><dc:date>2020</dc:date>", "\nOn Ice\n\n2020\n"),
    ("TI  - On Ice PY  - 2020", "\n On Ice\n 2020"),
    ("On Ice :ml:toread: A. Lee", "On Ice\n A. Lee"),
    ("On Ice: a study: the end", "On Ice: a study: the end"),
    ("Kr ¨ahenb ¨uhl, Mu˜noz, ¨Ozt¨urk ‘On Ice’", "Krahenbuhl, Munoz, Ozturk ‘On Ice’"),
    ("H A R R I S, J. A B C of Ice", "HARRIS, J. A B C of Ice"),
    ("Glac!ers! Now!", "Glaciers! Now!"),
    ("Gla\u00adciers and mo¬ raines", "Glaciers and moraines"),
    ("On Ice \\hfill 2020", "On Ice \n 2020"),
    ('<meta name="DC.title" content="On Ice"><meta name="viewport" content="width=9">', "\nOn Ice\n\n"),
    ("Open Source: Ice", "Open Source: Ice"),
    (
        "By: Lee, A. On Ice Source: Ann. Glaciol. Published: 2020",
        "By: Lee, A. On Ice\nSource: Ann. Glaciol.\nPublished: 2020",
    ),
    ("On Ice as Part of Advances", "On Ice as Part of Advances"),
    ("Growth of 25% and 100%25", "Growth of 25% and 100%25"),
    ("a%3A%20b%2C 50%", "a: b, 50%"),
    ("key=C3 and x=AB", "key=C3 and x=AB"),
    ("{\\u a}t \\u00e9t \\u2013", "  at ét –"),
    ("On Ice — A scholarly article", "On Ice — A scholarly article"),
    ("Liebe Frau Dr. Weber, Ihr Aufsatz On Ice", " Ihr Aufsatz On Ice"),
    ("Dear Sir or Madam, May I Introduce Ice", "Dear Sir or Madam, May I Introduce Ice"),
    ("Caro M, Wu L. On Wool. 2020", "Caro M, Wu L. On Wool. 2020"),
    ("M=C3=BCller. On the E=42 wool", "Müller. On the E=42 wool"),
]


@pytest.mark.parametrize(("string", "plain"), PLAIN)
def test_marks_that_are_no_words_are_taken_out(string: str, plain: str) -> None:
    assert prepare(string).string == plain


@pytest.mark.parametrize(
    "string",
    [
        "rft.=&" * 500,
        " :a" * 1000,
        "a!" * 1500,
        "\\hspace{" * 400,
        "info:" * 600,
        "<meta " * 500,
        "Dear Dr " * 300,
        "review of a" * 300,
    ],
    ids=lambda one: one[:6],
)
def test_any_such_string_is_prepared(string: str) -> None:
    assert prepare(string).words is not None


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Lessons form a Corpus of Gulls", "Lessons from a Corpus of Gulls", True),
        ("Change Detection under a Nuisance Cganeg", "Change Detection under a Nuisance Change", True),
        ("Report of the fifth Gull Challenge", "Report of the sixth Gull Challenge", False),
        ("Learning with online Gulls", "Learning with offline Gulls", False),
        ("Fast Trees of Gulls", "Faster Trees of Gulls", False),
        ("Gulls in 2D Space", "Gulls in 3D Space", False),
    ],
)
def test_a_word_may_be_a_slip_of_another(left: str, right: str, same: bool) -> None:
    assert is_sure(slipped(compare_titles(left, right), right)) is same


@pytest.mark.parametrize(
    ("written", "title", "whole"),
    [
        ("RL with P. fluorescens", "Learning with Pseudomonas Fluorescens", True),
        ("Growth of A. baumannii", "Growth of Acinetobacter Baumannii", True),
        ("Growth of P. fluorescens", "Growth of Aliivibrio Fluorescens", False),
        ("Growth of P fluorescens", "Growth of Pseudomonas Fluorescens", False),
        ("Felt by B. networks", "Felt by Bayesian Networks", False),  # or Boolean ones
        ("A Model of Gulls", "Adaptive Model of Gulls", False),
        ("Numerical Shearing of Flocks in R.", "Numerical Shearing of Flocks in Rust", False),
        ("Hepatitis B in Welsh Sheep", "Hepatitis Biology in Welsh Sheep", False),
    ],
)
def test_a_letter_with_its_stop_is_a_genus_before_the_same_species(written: str, title: str, whole: bool) -> None:
    assert (with_genus(written, title) != written) is whole
