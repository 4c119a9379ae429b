"""Where claim and record part: one row, one claim, what the sources hold, and the flags that must follow."""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from reconcile.entry import Entry
from reconcile.flags.context import quoted
from reconcile.gather import Found
from reconcile.mention import Match, Mention, Severity, Status
from reconcile.parse import parse, parse_string
from reconcile.pipeline import reconcile_mentions
from sources.names import read_name
from sources.record import Date, Name, Record, Relation
from tests.make import identifier, mention, preprint, record

ROOT = Path(__file__).parent.parent
ASKED = ("crossref", "dblp", "anthology")
ETHOS = "Ethos: Rectifying Language Models in Orthogonal Parameter Space"
ETHOS_TEAM = "Lei Gao; Yue Niu; Tingting Tang; Salman Avestimehr; Murali Annavaram"
FINDINGS = "Findings of the Association for Computational Linguistics: NAACL 2024"
ETHOS_RECORD = record(ETHOS, ETHOS_TEAM, 2024, FINDINGS, ids="acl:2024.findings-naacl.132", source="anthology")
FEDIOT = "Federated Learning for Internet of Things"
FEDIOT_TEAM = "Tuo Zhang; Chaoyang He; Tianhao Ma; Lei Gao; Mark Ma; Salman Avestimehr"
BURST = "BurstGPT: A Real-World Workload Dataset to Optimize LLM Serving Systems"
SSFL = "SSFL: Tackling Label Deficiency in Federated Learning via Personalized Self-Supervision"
SSFL_TEAM = "Chaoyang He; Zhengyu Yang; Erum Mushtaq; Sunwoo Lee"


def test_a_title_without_its_subtitle_is_no_more_than_a_note() -> None:
    claims = [
        mention(f"Wool on Hills{rest}", "Ann Lee; Bo Ek", 2020, "ICML") for rest in ("", ": A Longer Study of Sheep")
    ]
    known = record("Wool on Hills: A Study of Sheep", "Ann Lee; Bo Ek", 2020, "ICML")
    told = [flag.severity for match in judge(claims, [known]) for flag in match.flags if flag.code == "title-changed"]
    assert told == [Severity.INFO, Severity.WARNING]


@pytest.mark.parametrize(
    ("claimed", "recorded", "severity"),
    [
        ("Tidal LMs for Sheep on Hills", "Tidal Language Models for Sheep on Hills", Severity.INFO),
        ("Tidal Language Models for Colours", "Tidal LMs for Colors", Severity.INFO),
        ("Tidal LMs for Goats on Hills", "Tidal Language Models for Sheep on Hills", Severity.WARNING),
        ("Tidal RL for Sheep on Hills", "Tidal Representation Learning for Sheep on Hills", Severity.WARNING),
        ("Tidal Robot Learning for Sheep on Hills", "Tidal RL for Sheep on Hills", Severity.WARNING),
        ("Tidal LMS for Sheep on Hills", "Tidal Language Models for Sheep on Hills", Severity.WARNING),
    ],
)
def test_words_cut_to_their_initials_are_no_more_than_a_note(claimed: str, recorded: str, severity: Severity) -> None:
    known = record(recorded, "Ann Lee; Bo Ek", 2020, "ICML", ids="doi:10.1234/wool.1")
    (match,) = judge([mention(claimed, "Ann Lee; Bo Ek", 2020, "ICML", ids="doi:10.1234/wool.1")], [known])
    assert [flag.severity for flag in match.flags if flag.code == "title-changed"] == [severity]


@pytest.mark.parametrize(
    ("claimed", "recorded", "told"),
    [
        ("Modelling the Colour of Sheep", "Modeling the Color of Sheep", False),
        ("Visualisation of Wool at the Centre", "Visualization of Wool at the Center", False),
        ("Compter les moutons du nord", "Compter les moutons du nord (Counting the sheep of the north)", False),
        ("Counting the sheep of the north", "Compter les moutons du nord (Counting the sheep of the north)", False),
        ("Findings of the Meeting on Wool", "Findings of the Meeting on Wool (WMT20)", False),
        ("Visual Wool Tuning (VWT) for Sheep", "Visual Wool Tuning for Sheep", False),
        ("Modelling the Colour of Mountain Sheep in Winter", "Modeling the Color of Mountain Sheep", True),
    ],
)
def test_a_title_that_is_written_otherwise_is_not_changed(claimed: str, recorded: str, told: bool) -> None:
    known = record(recorded, "Ann Lee; Bo Ek", 2020, "ICML", ids="doi:10.1234/wool.1")
    (match,) = judge([mention(claimed, "Ann Lee; Bo Ek", 2020, "ICML", ids="doi:10.1234/wool.1")], [known])
    assert ("title-changed" in codes(match)) is told


def test_records_of_two_publications_do_not_contradict_each_other() -> None:
    known = [
        record("Wool on Hills by Night", "Ann Lee; Bo Ek", 2016, venue, page=page, source=source)
        for venue, page, source in (("IJCAI", "2972-2978", "dblp"), ("ACL", "36-42", "anthology"))
    ]
    claim = mention("Wool on Hills by Night", "Ann Lee; Bo Ek", 2016, "IJCAI 2016")
    assert "record-suspect" not in codes(judge([claim], known)[0])
    known[1] = replace(known[1], container_title="IJCAI")
    assert "record-suspect" in codes(judge([claim], known)[0])
    known[1] = replace(known[1], source="dblp", key="other")
    assert "record-suspect" not in codes(judge([claim], known)[0])


def test_what_is_no_matter_of_which_record_is_meant_is_said_without_an_if() -> None:
    title, team = "Felting Wool by Candlelight in Winter", "Ann Lee; Bo Ek"
    known = [
        record(title, names, 2016, "IJCAI", source=source, ids="doi:10.1234/wool")
        for names, source in ((team, "dblp"), ("Ann Lee; Cy Orr", "crossref"))
    ]
    (match,) = judge([mention(title)], known)
    assert match.status is Status.POSSIBLE
    assert [flag.says.startswith("if this") for flag in match.flags if flag.code == "record-suspect"] == [False]


def test_a_claim_may_say_itself_that_its_venue_has_no_proceedings() -> None:
    claim = mention(SSFL, SSFL_TEAM, 2022, "AAAI 2022 - FL Workshop")
    for said in (True, False):
        claim = replace(claim, reading=claim.text + " (non-archival)" * said)
        (match,) = judge([claim], [], asked=())
        assert ("non-archival" in codes(match)) is said


def test_a_poster_may_say_in_a_field_of_its_own_that_it_has_no_proceedings() -> None:
    fields = {"ENTRYTYPE": "misc", "title": SSFL, "howpublished": "Poster at the Wool Meeting, non-archival"}
    text = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    claim = parse(Entry("a.bib", 1, 4, text, "", fields=tuple(fields.items())))
    (match,) = judge([claim], [], asked=())
    assert [flag.says for flag in match.flags if flag.code == "non-archival"] == ["the claim says so"]


@pytest.mark.parametrize(("kind", "told"), [("preprint", "preprint-of-published"), ("article", "identifier-mismatch")])
def test_the_identifier_of_a_preprint_is_no_other_work_s(kind: str, told: str) -> None:
    claim = mention(SSFL, SSFL_TEAM, 2022, "" if kind == "preprint" else "ICML", kind=kind, ids="doi:10.1101/171108")
    known = record(SSFL, SSFL_TEAM, 2022, "ICML", ids="doi:10.3389/wool.2022.00147", source="dblp")
    assert codes(judge([claim], [known], asked=("dblp",))[0]) == {told}


def test_a_record_may_know_of_the_publication_that_no_source_has() -> None:
    known = preprint(
        SSFL, SSFL_TEAM, 2021, "2110.02470", relations=(Relation("is-preprint-of", identifier("doi:10.1234/w")),)
    )
    (match,) = judge([mention(SSFL, SSFL_TEAM, 2021, kind="preprint")], [known])
    assert [flag.says.partition(",")[0] for flag in match.flags] == ["has appeared as doi:10.1234/w"]


def test_every_code_stands_in_the_table_of_the_docs() -> None:
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in (ROOT / "reconcile" / "flags").glob("*.py")]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    flags = [node.args for node in nodes if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Flag"]
    rows = [node.elts for node in nodes if isinstance(node, ast.Tuple)]
    graded = [
        row for row in (*flags, *rows) if getattr((*row, None, None)[1], "id", "") in {"ERROR", "WARNING", "INFO"}
    ]
    codes = {str(row[0].value) for row in (*flags, *graded) if isinstance(row[0], ast.Constant)} - {""}
    codes |= {"not-a-publication", "placeholder"}
    told = set(
        re.findall(r"^\| `([a-z-]+)` \|", (ROOT / "docs" / "flags.md").read_text(encoding="utf-8"), re.MULTILINE)
    )
    assert codes | {status.value for status in Status} == told


def judge(mentions: Sequence[Mention], records: Sequence[Record], asked: tuple[str, ...] = ASKED) -> tuple[Match, ...]:
    """Judge mentions that all found the same records."""
    return reconcile_mentions(mentions, [Found(tuple(records), asked) for _ in mentions])[0]


def codes(match: Match) -> set[str]:
    return {flag.code for flag in match.flags}


ROWS = [
    pytest.param(mention(ETHOS, ETHOS_TEAM, 2024, "NAACL Findings 2024"), [ETHOS_RECORD], set(), id="agrees"),
    pytest.param(
        mention(ETHOS, ETHOS_TEAM, 2024, "NAACL 2024"), [ETHOS_RECORD], {"track-mismatch"}, id="Findings claimed as the main conference"
    ),
    pytest.param(
        mention(ETHOS, ETHOS_TEAM, 2024, "AAAI 2024 Responsible Language Models Workshop"), [ETHOS_RECORD],
        {"venue-mismatch", "non-archival"}, id="a workshop at another conference",
    ),
    pytest.param(mention(ETHOS, ETHOS_TEAM, 2024, "EMNLP 2024"), [ETHOS_RECORD], {"venue-mismatch"}, id="another conference"),
    pytest.param(mention(ETHOS, ETHOS_TEAM, 2023, "NAACL Findings"), [ETHOS_RECORD], {"year-mismatch"}, id="a year off"),
    pytest.param(
        mention("beta-VAE: Autoencoding of Large and Nocturnal Cats", "Wei Zhang", 2020, "ICML"), [record("β-VAE: Autoencoding of Large and Nocturnal Cats", "Wei Zhang", 2020, "ICML")], set(),
        id="a sign and its name are one",
    ),
    pytest.param(mention(ETHOS, "", 2024, "NAACL Findings 2024"), [ETHOS_RECORD], {"incomplete"}, id="no authors claimed"),
    pytest.param(
        mention(ETHOS, ETHOS_TEAM + "; Chaoyang He", 2024, "NAACL Findings 2024"), [ETHOS_RECORD], {"authors-differ"}, id="an added author"
    ),
    pytest.param(
        mention(ETHOS, "Lei Gao; Yue Niu; Murali Annavaram", 2024, "NAACL Findings 2024"), [ETHOS_RECORD], {"authors-differ"}, id="missing authors"
    ),
    pytest.param(
        mention(ETHOS, "Lei Gao; Yue Niu", 2024, "NAACL Findings 2024", author_et_al=True), [ETHOS_RECORD], set(), id="et al. is no difference"
    ),
    pytest.param(
        mention(ETHOS, "Gao Lei; Y. Niu; T. Tang; A. Salman Avestimehr; M. Annavaram", 2024, "NAACL Findings 2024"), [ETHOS_RECORD],
        set(), id="initials and name order are no difference",
    ),
    pytest.param(
        mention(f"{FEDIOT}: A Federated Learning Framework for On-device Anomaly Data Detection", FEDIOT_TEAM, 2021, "ACM SenSys 2021 AIChallengeIoT Workshop"),
        [record(FEDIOT, FEDIOT_TEAM, 2021, "Proceedings of the 19th ACM Conference on Embedded Networked Sensor Systems", ids="doi:10.1145/3485730.3493444")],
        {"title-changed", "track-mismatch"}, id="a workshop paper in the main proceedings, without its subtitle",
    ),
    pytest.param(
        mention("Towards Efficient and Reliable LLM Serving: A Real-World Workload Study", "", 2024, kind="preprint", ids="arxiv:2401.17644"),
        [
            preprint("Towards Efficient and Reliable LLM Serving: A Real-World Workload Study", "Y. Wang; Y. Chen; Z. Li; Z. Tang; X. Chu", 2024, "2401.17644"),
            record(BURST, "Yuxin Wang; Yuhan Chen; Zeyu Li; Xueze Kang; Zhenheng Tang; Xiaowen Chu", 2025, "KDD", ids="doi:10.1145/3711896.3737413"),
        ],
        {"preprint-of-published", "incomplete"}, id="a preprint that has appeared under another title",
    ),
    pytest.param(
        mention(SSFL, SSFL_TEAM, 2022, "AAAI 2022 - FL Workshop"), [preprint(SSFL, SSFL_TEAM, 2021, "2110.02470")], {"non-archival"},
        id="a workshop without proceedings: the preprint is the only record",
    ),
    pytest.param(
        mention(SSFL, SSFL_TEAM, 2022, "AAAI 2022"), [record(SSFL, SSFL_TEAM, 2022, type="report")], {"venue-mismatch"},
        id="the main conference, but only a report is known",
    ),
    pytest.param(
        mention(SSFL, SSFL_TEAM, 2022, "AAAI 2022"), [preprint(SSFL, SSFL_TEAM, 2021, "2110.02470")], {"venue-mismatch"},
        id="the main conference, but only a preprint is known",
    ),
    pytest.param(
        mention(ETHOS, ETHOS_TEAM, 2024, "NAACL Findings 2024", ids="arxiv:2110.02470"), [ETHOS_RECORD, preprint(SSFL, SSFL_TEAM, 2021, "2110.02470")],
        {"identifier-mismatch"}, id="a link to another work",
    ),
    pytest.param(
        mention(ETHOS, ETHOS_TEAM, 2024, "NAACL Findings 2024", ids="acl:2024.findings-naacl.999"), [ETHOS_RECORD],
        {"identifier-mismatch"}, id="an identifier that its register does not know",
    ),
    pytest.param(
        mention(ETHOS, ETHOS_TEAM, 2024, "NAACL Findings 2024", ids="doi:10.5281/zenodo.1234567"), [ETHOS_RECORD],
        set(), id="an identifier that nobody asked would know",
    ),
    pytest.param(
        mention(FEDIOT, FEDIOT_TEAM, 2021, "SenSys 2021", ids="doi:10.1145/3485730"),
        [record(FEDIOT, FEDIOT_TEAM, 2021, "SenSys", ids="doi:10.1145/3485730.3493444", source="dblp")],
        {"identifier-mismatch"}, id="the DOI of the volume",
    ),
    pytest.param(mention(ETHOS, ETHOS_TEAM, 2024, "NAACL 2024"), [], {"no-record"}, id="nobody has it"),
    pytest.param(
        mention("Felting by Hand", "Zoe Dee", 2020, "Handbook of Wool", ids="isbn:9783161484100"),
        [record("Keratin Spinning for Beginners", "Bo Ek", 2020, "Handbook of Wool", ids="isbn:9783161484100")],
        {"no-record"}, id="the number of its book, which another chapter has, too",
    ),
    pytest.param(
        mention(ETHOS, ETHOS_TEAM, 2024, "NAACL Findings 2024"),
        [record(ETHOS, ETHOS_TEAM, 2024, FINDINGS, relations=(Relation("retraction", identifier("doi:10.1234/r"), "by", "publisher", Date(2025)),))],
        {"retracted"}, id="retracted",
    ),
    pytest.param(
        mention(ETHOS, ETHOS_TEAM, 2024, "NAACL Findings 2024"),
        [record(ETHOS, ETHOS_TEAM, 2024, FINDINGS, relations=(Relation("erratum", identifier("doi:10.1234/r"), "by"),))],
        {"corrected"}, id="an erratum is no retraction",
    ),
    pytest.param(
        mention(ETHOS, ETHOS_TEAM, 2024, "NAACL Findings 2024"),
        [ETHOS_RECORD, record(ETHOS, ETHOS_TEAM.replace("Yue Niu", "Corey Nolet"), 2024, FINDINGS, ids="dblp:conf/naacl/GaoN24", source="dblp")],
        {"record-suspect"}, id="two sources name different authors",
    ),
    pytest.param(
        mention("Optimizing Tulips", "Jeffrey Wu; S. S. Narayanan", 2020, "ICML 2020"),
        [record("Optimizing Tulips", "Jeff Wu; Shrikanth S. Narayanan", 2020, "ICML")], set(), id="short forms and initials are no difference",
    ),
    pytest.param(
        mention("Optimizing Tulips", "Jeff Wu; Ada Tulkens", 2020, "Conference on Quantum Gardening"),
        [record("Optimizing Tulips", "Jeff Wu; Ada Tulkens", 2020, "ICML")], {"venue-mismatch"}, id="a venue that nobody knows",
    ),
    pytest.param(
        mention("Optimizing Tulips", "Jeff Wu; Ada Tulkens", 2020, "Proceedings of the Machine Learning Conference, Vienna"),
        [record("Optimizing Tulips", "Jeff Wu; Ada Tulkens", 2020, "ICML")], set(), id="a known one in other words",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "records", "expected"), ROWS)
def test_flags(claim: Mention, records: list[Record], expected: set[str]) -> None:
    assert codes(judge([claim], records)[0]) == expected


@pytest.mark.parametrize(
    ("claimed", "known", "severity"),
    [
        ("Minh-Thang Luong; Hieu Pham", "Thang Luong; Hieu Pham", Severity.WARNING),
        ("Ves Stoyanov; Omer Levy", "Veselin Stoyanov; Omer Levy", None),
        ("Bala Iyer; Omer Levy", "Balakrishna R. Iyer; Omer Levy", Severity.INFO),
        ("M. Malek; Omer Levy", "Mani Malek Esmaeili; Omer Levy", Severity.INFO),
        ("Juan García; Omer Levy", "Juan García López; Omer Levy", Severity.INFO),
        ("Юрий Нестеров; Omer Levy", "Yurii Nesterov; Omer Levy", Severity.INFO),
        ("Omer A. Levy; Ada Hale", "Omer B. Levy; Ada Hale", Severity.WARNING),
        # another fault stays what it is, and whoever is another person is seen
        ("Omer Levy; Bala Iyer", "Balakrishna R. Iyer; Omer Levy", Severity.WARNING),
        ("Bala Iyer; Omer Levy; Petra Silva", "Balakrishna R. Iyer; Omer Levy", Severity.ERROR),
        ("Petra Silva; Omer Levy", "Balakrishna R. Iyer; Omer Levy", Severity.ERROR),
        # another given name in the same place may be one person's; not in another place
        ("Petra Iyer; Omer Levy", "Balakrishna R. Iyer; Omer Levy", Severity.WARNING),
        ("Weixin Zhang; Omer Levy", "Wei Zhang; Omer Levy", Severity.WARNING),
        ("N. E. Y. Soplin; Omer Levy", "Nelson Yalta; Omer Levy", Severity.WARNING),
        ("Omer Levy; Petra Iyer", "Balakrishna R. Iyer; Omer Levy", Severity.ERROR),
        # initials that one list lacks are no difference
        ("Tim-Hao Wolle; Omer Levy", "Tim-Hao K. Wolle; Omer Levy", None),
        ("Ting-Hao Huang; Omer Levy", "Ting-Hao K. Huang; Omer Levy", None),
        ("Yan Liu; Omer Levy", "Yang Liu; Omer Levy", Severity.WARNING),
    ],
)
def test_another_form_of_a_name_is_no_other_person(claimed: str, known: str, severity: Severity | None) -> None:
    title, venue = "Optimizing Tulips by Rarest Watering", "ICML"
    match = judge([mention(title, claimed, 2020, "ICML 2020")], [record(title, known, 2020, venue)])[0]
    assert next((flag.severity for flag in match.flags if flag.code == "authors-differ"), None) is severity


def test_two_who_differ_by_a_letter_and_may_be_two_are_both_named() -> None:
    title = "Optimizing Tulips by Rarest Watering"
    match = judge(
        [mention(title, "Yan Liu; Ada Hale", 2020, "ICML")], [record(title, "Yang Liu; Ada Hale", 2020, "ICML")]
    )[0]
    assert "added in the claim: Yan Liu; missing in the claim: Yang Liu" in match.flags[0].says


def test_names_written_the_same_do_not_differ_however_they_are_divided() -> None:
    title = "Optimizing Tulips by Rarest Watering"
    divided = replace(
        record(title, "", 2020, "ICML"), author=(Name("A", "Pranav"), Name("GSK", "Chaitanya"), Name("LÃ¼ck", "Petra"))
    )
    match = judge([mention(title, "Pranav A; Chaitanya GSK; Petra Lück", 2020, "ICML")], [divided])[0]
    assert codes(match) == set()


HILLS = record("W3: Sheep on Low Hills at Night", "Anna Bee; Carla Dee; Daniel Tulkensdotter", 2020, "ACL")


@pytest.mark.parametrize(
    ("authors", "owner", "said"),
    [
        ("Carla Dee; Daniel Tulkensdotter", "Anna Bee", []),
        ("Carla Dee; Daniel Tulkensdotter", "", []),
        ("Carla Dee; Daniel Tulkensdotter", None, [("warning", "missing in the claim: Anna Bee")]),
        ("Carla Dee", "Anna Bee", [("warning", "missing in the claim: Daniel Tulkensdotter")]),
        ("Anna Bee; Carla Dee", "Eve Fox", [("warning", "missing in the claim: Daniel Tulkensdotter")]),
        ("Anna Bee; Carla Dee; D. Tulkensdoter", None, [("warning", "spelt otherwise: D. Tulkensdoter for Daniel")]),
    ],
)
def test_who_lists_those_beside_them_is_not_missing(
    authors: str, owner: str | None, said: list[tuple[str, str]]
) -> None:
    claim = mention("W3: Sheep on Low Hills at Night", authors, 2020, "ACL")
    (match,) = judge([replace(claim, left_out=None if owner is None else read_name(owner))], [HILLS])
    assert [(flag.severity, flag.says[: len(told)]) for flag, (_, told) in zip(match.flags, said, strict=True)] == said


def test_a_title_that_stands_whole_in_the_string_is_not_changed() -> None:
    claim = mention("Sheep on Low Hills at Night", "Anna Bee; Carla Dee; Daniel Tulkensdotter", 2020, "ACL")
    whole = replace(claim, reading=f"W3: {claim.claim.title}. {claim.reading}")
    assert codes(judge([claim], [HILLS])[0]) == {"title-changed"}
    assert codes(judge([whole], [HILLS])[0]) == set()


def test_an_article_that_was_presented_later_has_two_years() -> None:
    claim = parse_string("J. Wu, A. Tulkens. Optimizing Tulips of the North. TACL 2014, presented at ACL 2015.")
    tacl = "Transactions of the Association for Computational Linguistics"
    held = record("Optimizing Tulips of the North", "Jeff Wu; Ada Tulkens", 2014, tacl, type="article-journal")
    assert claim.claim.year == 2015
    assert codes(judge([claim], [held])[0]) == {"venue-conflict"}


def test_an_abstract_of_what_may_have_appeared_elsewhere_is_not_sure() -> None:
    abstract = record("Optimizing Tulips (Extended Abstract)", "Jeff Wu; Ada Tulkens", 2021, "IJCAI")
    claims = [
        mention("Optimizing Tulips", "Jeff Wu; Ada Tulkens", year, venue)
        for year, venue in ((2020, "KR"), (2021, "IJCAI"))
    ]
    elsewhere, there = judge(claims, [abstract])
    assert (elsewhere.status, codes(elsewhere)) == (Status.POSSIBLE, {"venue-mismatch"})
    assert (there.status, codes(there)) == (Status.MATCHED, {"track-mismatch"})


def test_two_venues_for_one_work_are_flagged_on_both() -> None:
    findings = mention(ETHOS, ETHOS_TEAM, 2024, "NAACL Findings 2024", line=1)
    workshop = mention(ETHOS, ETHOS_TEAM, 2024, "AAAI 2024 Responsible Language Models Workshop", line=2)
    first, second = judge([findings, workshop], [ETHOS_RECORD])
    assert "venue-conflict" in codes(first)
    assert "venue-conflict" in codes(second)
    said = next(flag.says for flag in first.flags if flag.code == "venue-conflict")
    assert "NAACL" in said
    assert "AAAI" in said
    assert "line 2" in said


def test_the_second_of_two_equal_claims_is_a_duplicate() -> None:
    claims = [mention(ETHOS, ETHOS_TEAM, 2024, "NAACL Findings 2024", line=line) for line in (1, 9)]
    first, second = judge(claims, [ETHOS_RECORD])
    assert (codes(first), codes(second)) == (set(), {"duplicate"})


@pytest.mark.parametrize(
    ("kind", "venue", "severity"),
    [
        ("paper-conference", "ICML 2024", Severity.ERROR),
        ("article-journal", "IEEE Transactions on Parallel and Distributed Systems", Severity.ERROR),
        ("thesis", "University of Pittsburgh", Severity.INFO),
        ("paper-conference", "MLNCP workshop at NeurIPS 2024", Severity.INFO),
    ],
)
def test_no_record_is_an_error_only_where_sources_would_have_it(kind: str, venue: str, severity: Severity) -> None:
    match = judge([mention("A Paper Nobody Wrote", "Ann Author", 2024, venue, kind=kind)], [])[0]
    assert next(flag.severity for flag in match.flags if flag.code == "no-record") is severity


def test_a_skipped_mention_says_why() -> None:
    match = judge([mention("Widget", "Ann Author", 2020, kind="patent", reason="a patent")], [])[0]
    assert match.status is Status.SKIPPED
    assert [(flag.code, flag.says) for flag in match.flags] == [("not-a-publication", "kept out: a patent")]


@pytest.mark.parametrize(("claim", "records", "expected"), ROWS)
def test_every_flag_says_something(claim: Mention, records: list[Record], expected: set[str]) -> None:
    for flag in judge([claim], records)[0].flags:
        assert flag.says
        assert "\n" not in flag.says


@pytest.mark.parametrize("journal", ["Sheep Letters, 3, 993-1022", "Sheep Letters 3(1): 993-1022", "Sheep Letters"])
def test_a_venue_is_quoted_without_volume_and_pages(journal: str) -> None:
    claim = mention("Wool on Hills at Night", "Ann Lee; Bo Ek", 2003, journal, kind="article-journal", type="article")
    assert quoted(claim.venues, claim.claim) == "“Sheep Letters”"


@pytest.mark.parametrize(
    "said",
    [
        "ACL, Melbourne, pp. 1201-1210, 2018",
        "In ACL, Melbourne, Australia, pages 1201-1210, July 2018",
        "ACL, 1946–1956, 2018",
        "ACL 2018, Melbourne",
    ],
)
def test_a_venue_is_quoted_without_place_pages_and_month(said: str) -> None:
    claim = parse_string(f"Ann Lee and Bo Ek. Wool on Hills at Night and in the Rain. {said}.")
    assert quoted(claim.venues, claim.claim) == "“ACL 2018”"


def test_a_record_without_a_venue_is_not_quoted() -> None:
    claim = mention("Wool on Hills at Night", "Ann Lee; Bo Ek", 2018, "ICML")
    known = record("Wool on Hills at Night", "Ann Lee; Bo Ek", 2018, source="anthology", ids="acl:P18-1001")
    (flag,) = judge([claim], [known])[0].flags
    assert flag.says == "claimed “ICML 2018”, anthology P18-1001 names none"
