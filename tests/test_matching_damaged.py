"""Strings as machines damage them: what they put into a title, and the letters, digits and blanks that they lose."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from reconcile.matching.judge import Judge
from reconcile.matching.strings.restored import restored
from reconcile.matching.strings.text import prepare
from reconcile.mention import Status
from reconcile.wanted import Wanted
from tests.cataloguing import paper, small_catalog

PAPERS = (
    paper(
        "conf/icml/Lundqvist19",
        "Gentle Shearing Schedules for Wandering Moorland Sheep",
        "Sanna Lundqvist",
        "Okello Mwangi",
        "Cora Rye",
        "Bo Ekwall",
        year=2019,
        more="<booktitle>ICML</booktitle><pages>384-391</pages>",
    ),
    paper(
        "conf/interspeech/Brandt21",
        "Fulling Distillation for Streaming Felt Transducers",
        "Greta Brandtzaeg",
        year=2021,
        more="<booktitle>INTERSPEECH</booktitle>",
    ),
    paper(
        "conf/lrec/Havlickova16",
        "Étude générale des laines suggérées par une brebis",
        "Jana Havličková",
        "Petr Novotný",
        "Ivana Törökné",
        year=2016,
        more="<booktitle>LREC</booktitle>",
    ),
    paper(
        "conf/wat/Quiroga14",
        "10 Open Questions in Ovine Morphology",
        "Tomás Quiroga",
        year=2014,
        more="<booktitle>WAT</booktitle>",
    ),
)
SHEEP, FELT, LAINES, OPEN = (
    "conf/icml/Lundqvist19",
    "conf/interspeech/Brandt21",
    "conf/lrec/Havlickova16",
    "conf/wat/Quiroga14",
)
TITLE = "Gentle Shearing Schedules for Wandering Moorland Sheep"
TEAM = "S. Lundqvist, O. Mwangi, C. Rye, B. Ekwall"


@pytest.fixture(scope="module")
def judge(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Judge]:
    with small_catalog(tmp_path_factory.mktemp("damaged"), PAPERS) as catalog:
        yield Judge(catalog)


def amid(words: str) -> str:
    return f"{TEAM}. Gentle Shearing Schedules {words} for Wandering Moorland Sheep. ICML 2019"


SPEECH = "Annual Conference of the International Speech Communication Association"
DAMAGED = [
    # what a page bears, within the title
    (amid("Preprint, under review. 11"), SHEEP),
    (amid("Submitted to IEEE Transactions, under review 12"), SHEEP),
    (amid("Authorized licensed use limited to: UNIV OF LUND. Downloaded on"), SHEEP),
    (amid("https://felt.example/pdf?id=fK3"), SHEEP),
    (
        "Brandtzaeg, G. (2021). Fulling Distillation for J. Felt Stud., Vol. 54, No. 2, Article 38 Streaming Felt"
        " Transducers. INTERSPEECH.",
        FELT,
    ),
    (f"Brandtzaeg, G. (2021). Fulling Distillation {SPEECH} 135 for Streaming Felt Transducers. {SPEECH}.", FELT),
    # words of the other column, on the very pages
    (f"{TEAM}. Gentle Shearing mance of Schedules for Wandering Moorland Sheep. ICML 2019, 384–391", SHEEP),
    # the fields of exports and tables
    (f"TY-CONF AU-Lundqvist, Sanna AU-Mwangi, Okello TI-{TITLE} T2-ICML PY-2019 SP-384 ER  -", SHEEP),
    (f"PMID- 31 OWN - NLM TI  - {TITLE} FAU - Lundqvist, Sanna FAU - Mwangi, Okello JT  - ICML DP  - 2019", SHEEP),
    (f"S. Lundqvist, O. Mwangi\\t{TITLE}\\t2019\\t\\N\\t44", SHEEP),
    (f"S. Lundqvist, O. Mwangi, C. Rye {TITLE} ACM International Conference on Machine Learning 2019", SHEEP),
    (f"2019icml.conf..384L Lundqist, Sanna; Mwangi, Okello; Rye, Cora; Ekwall, Bo {TITLE}", SHEEP),
    # letters that a wrong encoding lost
    (
        "Havli?kov\ufffd J., Novotn? P., T?r?kn? I.: \ufffdtude g n rale des laines sugg r es par une brebis. LREC 2016",
        LAINES,
    ),
    ("Havlikov J., Trkn I., Novotn P.: Étude générale des laines suggérées par une brebis. LREC", LAINES),
    # digits for letters, and letters for digits
    ("T. Qu1r0ga, l0 Open Questi0ns in 0vine M0rpho1ogy, WAT 2O14", OPEN),
    ("5anna Lundqv1st and 0ke1lo Mwang1. 20l9. Gent1e Shearing 5chedu1es for Wander1ng M0orland 5heep. ICML", SHEEP),
    # stop words left out, and words cut short
    ("lundqvist mwangi rye gentle shearing schedules wandering moorland sheep 2019", SHEEP),
    ("Brandtzaeg G, 2021, Fulling Distillation for Stream. Felt Transducers, INTERSPEECH", FELT),
    # blanks put in and lost
    (
        "Lund qvist S., Mwa ngi O., Rye C., Ekw all B.: Gen tle Shearing Sche dules forWandering Moor land Sheep. 2019",
        SHEEP,
    ),
    ("SannaLundqvist,OkelloMwangiandCoraRye.GentleShearingSchedules:forWanderingMoorlandSheep.InICML,2019.", SHEEP),
    (f"S. Lundqvist, O. Mwangi et al.{TITLE}ICML2019384-391", SHEEP),
    ("G R E T A  B R A N D T Z A E G  Fulling Distillation for Streaming Felt Transducers  Interspeech  2021", FELT),
    # given names alone
    (f"Sanna, Okello, Cora, Bo: {TITLE}. ICML 2019", SHEEP),
    (f"Sanna, Okello and Cora: {TITLE}. ICML 2019", SHEEP),
]


@pytest.mark.parametrize(("string", "key"), DAMAGED, ids=[string[:60] for string, _ in DAMAGED])
def test_a_damaged_reference_is_known(judge: Judge, string: str, key: str) -> None:
    verdict = judge.judge(Wanted("1", string))
    assert (verdict.status, verdict.record and verdict.record.key) == (Status.MATCHED, key), verdict.reason


OTHERS = [
    # other words within the title, on other pages or on none
    f"{TEAM}. Gentle Shearing Songs and Schedules for Wandering Moorland Sheep. ICML 2019",
    f"{TEAM}. Gentle Shearing Songs and Schedules for Wandering Moorland Sheep. ICML 2019, 12–19",
    # a venue's name without the number of a page
    "Brandtzaeg, G. (2021). Fulling Distillation Interspeech for Streaming Felt Transducers. Interspeech.",
    # another's title within the marks of one that is damaged
    f"{TEAM}. Comment on “Gentle Shearing Schedules for J. Wool 12 (2019) 17 Wandering Moorland Sheep”. ICML 2019",
    f"{TEAM}. Data from: Gentle Shearing Schedules for J. Wool 12 (2019) 17 Wandering Moorland Sheep. 2019",
    f"{TEAM}. Erra tum: {TITLE}. ICML 2019",
    "Review 0f: Lundqv1st et a1., “Gent1e 5hearing 5chedu1es f0r Wandering M0orland 5heep”, ICML 2019",
    f"Correction:{TITLE.replace(' ', '')}.SannaLundqvistandOkelloMwangi,ICML2019.",
    # given names of others, or among others' names
    f"Sanna, Okello, Tom: {TITLE}. ICML 2019",
    f"Sanna Holm, Okello Berg, Cora Lind: {TITLE}. ICML 2019",
    # another number
    "T. Qu1r0ga, 11 Open Questi0ns in 0vine M0rpho1ogy, WAT 2O14",
]


@pytest.mark.parametrize("string", OTHERS, ids=[string[:60] for string in OTHERS])
def test_another_reference_is_not_taken_for_it(judge: Judge, string: str) -> None:
    assert judge.judge(Wanted("1", string)).status is not Status.MATCHED


def test_what_a_reference_says_of_its_venue_stays() -> None:
    string = "Lee, A. On Wool. ACM Comput. Surv., Vol. 54, No. 2, Article 38 (2021)"
    assert prepare(string).string == string
    string = "Lee, A. On Wool. Preprint, under review. 2021"
    assert prepare(string).string == string


@pytest.mark.parametrize(
    "string", ["H2O and L1 of K5, pp. 12-19", "Word2Vec, BM25, CO2. 58th and 1st, 2019", "On Wool, 2015"]
)
def test_words_with_digits_stay(string: str) -> None:
    assert restored(string) == string


@pytest.mark.parametrize(
    "string", ["0O" * 1500, "a" * 3000, "A  " * 1000, "A B  " * 600, " TY-" * 700, "Preprint " * 300]
)
def test_any_such_string_is_prepared(string: str) -> None:
    assert prepare(restored(string)).words is not None
