"""Venues claimed and recorded, in names that the table of series lacks: what is flagged, and what must not be."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reconcile.flags.standing import Standing, standing
from reconcile.gather import Found
from reconcile.mention import Gap
from reconcile.pipeline import reconcile_mentions
from reconcile.venues import read_venue
from reconcile.venues.short_forms import (
    are_initials,
    is_carrier,
    is_foreign_acronym,
    is_house,
    is_written_out,
    may_be_one,
    share_words,
)
from sources.record import Date, Record, Type
from tests.make import identifier, mention, record

ARTICLE, PAPER = Type.ARTICLE, Type.PAPER


def stands(claimed: str, recorded: str, kind: Type = ARTICLE, acl: str = "", event: str = "") -> Standing:
    ids = (identifier(f"acl:{acl}"),) if acl else ()
    found = Record(
        type=kind,
        title="Wool",
        container_title=recorded,
        event=event,
        issued=Date(2016),
        identifiers=ids,
        source="crossref",
        key="k",
    )
    return standing(read_venue(claimed, 2016), found)


WOOL = "Proceedings of the 14th International Conference on Woollen-Felt Methods and Natural Language Processing"
OTHERS = [
    ("Nature", "Advances in Mathematics", ARTICLE, Standing.OTHER_NAME),
    ("The Lancet", "Rheumatology International", ARTICLE, Standing.OTHER_NAME),
    ("Annals of Mathematics", "Advances in Mathematics", ARTICLE, Standing.OTHER_NAME),
    ("Nature", "Biofabrication", ARTICLE, Standing.OTHER_NAME),
    ("Nature", "Clinica Chimica Acta", ARTICLE, Standing.OTHER_NAME),
    ("Journal of Sheep Studies", "CVPR", PAPER, Standing.OTHER),
    ("International Conference on Quantum Machine Learning", "ICML", PAPER, Standing.UNKNOWN),
    ("EMNLP", "Workshop on Events: Definition, Detection, Coreference, and Representation", PAPER, Standing.WORKSHOP),
    ("INLG", "Proceedings of the Workshop on NLG for Human–Robot Interaction", PAPER, Standing.WORKSHOP),
    ("ACL", "Proceedings of the Eighth SIGHAN Workshop on Chinese Language Processing", PAPER, Standing.WORKSHOP),
    ("COLING", "Proceedings of the EMNLP 2016 Workshop on Wool", PAPER, Standing.WORKSHOP),
    ("AAAI", "Conference on Machine Translation", PAPER, Standing.OTHER),
    ("ICML", "Conference on Learning Wool by Machine", PAPER, Standing.OTHER_NAME),
    ("Symposium on Wool of ICML", "Conference on Learning Wool by Machine", PAPER, Standing.UNKNOWN),
    ("BMC Genomics", "PLoS ONE", ARTICLE, Standing.OTHER_NAME),
    ("ICCV", "ICCVW", PAPER, Standing.OTHER_TRACK),
    ("Scientometrics", "Proceedings of the Workshop on Wool and Felt", PAPER, Standing.OTHER),
]


@pytest.mark.parametrize(("claimed", "recorded", "kind", "expected"), OTHERS)
def test_another_venue(claimed: str, recorded: str, kind: Type, expected: Standing) -> None:
    assert stands(claimed, recorded, kind) is expected


@pytest.mark.parametrize("carrier", ["Springer Proceedings in Wool", "Springer"])
def test_what_carries_proceedings_or_prints_them_leaves_open_whose_they_are(carrier: str) -> None:
    assert stands("ICML", carrier, PAPER, event="Conference on Learning Wool by Machine") is Standing.UNKNOWN


WHOLE = "Proceedings of the 54th Annual Meeting of the Association for Computational Linguistics"
GULLS = "Gulls in Text Processing. GTP 2008 Conference Proceedings"


@pytest.mark.parametrize("claimed", ["ACL", "EMNLP", "ICML", "NAACL", "CVPR", WHOLE])
@pytest.mark.parametrize("recorded", [WOOL, GULLS])
def test_a_known_meeting_is_no_other_one_whose_name_has_its_letters_or_words(claimed: str, recorded: str) -> None:
    assert stands(claimed, recorded, PAPER) in (Standing.OTHER, Standing.OTHER_NAME)


@pytest.mark.parametrize(
    "claimed",
    ["WFMNLP", "ICWFMNLP", "Proceedings of WFMNLP 2016", "Woollen-Felt Methods and NLP", "14th Conf. on Woollen-Felt Methods"],
)  # fmt: skip
def test_its_own_letters_and_words_are_its_own(claimed: str) -> None:
    assert stands(claimed, WOOL, PAPER) in (Standing.SAME, Standing.UNKNOWN)


@pytest.mark.parametrize(
    ("claimed", "recorded", "foreign"),
    [
        ("ICMNLP 2016", WOOL, True),
        ("ICWXY", WOOL, True),
        ("ICMNLP", WHOLE, True),
        ("WFMNLP 2016", WOOL, False),
        ("WFNLP", WOOL, False),  # one word of five without a letter
        ("ICWXY", f"{WOOL} (ICWXY2016)", False),
        ("XWZ", WOOL, False),  # too few letters
        ("ACM", WOOL, False),
        ("ICWXY", "WFMNLP", False),
        ("ICWXY", "Proceedings of the Conference on Wool", False),
        ("MRWF", "Methods and Results of Wool and Felt", False),
        ("Wool Letters", WOOL, False),
    ],
)
def test_letters_that_no_table_has_and_no_name_gives(claimed: str, recorded: str, foreign: bool) -> None:
    assert is_foreign_acronym(claimed, [recorded]) is foreign


def test_a_claim_of_such_letters_is_told() -> None:
    at_wool = record("Counting Lambs by Tide Tables", "Ada Tulkens; Bo Ekström", 2016, WOOL)
    claims = [
        mention("Counting Lambs by Tide Tables", "Ada Tulkens; Bo Ekström", 2016, venue)
        for venue in ("ICMNLP", "WFMNLP")
    ]
    flags = [reconcile_mentions([claim], [Found((at_wool,), ("dblp",))])[0][0].flags for claim in claims]
    assert [[(flag.code, flag.severity) for flag in each] for each in flags] == [[("venue-mismatch", "warning")], []]


@pytest.mark.parametrize(
    ("claimed", "recorded"),
    [
        ("DAMI", "Data Mining and Knowledge Discovery"),
        ("ICANN", "Artificial Neural Networks and Machine Learning"),
    ],
)
def test_letters_in_use_that_a_name_does_not_give_are_its_own_by_the_table(claimed: str, recorded: str) -> None:
    found = Found((record("Counting Lambs by Tide Tables", "Ada Tulkens; Bo Ekström", 2016, recorded),), ("dblp",))
    claim = mention("Counting Lambs by Tide Tables", "Ada Tulkens; Bo Ekström", 2016, claimed)
    assert not reconcile_mentions([claim], [found])[0][0].flags


# Ways to write one venue, and what is said in place of one: nobody may be accused of them.
FORMS = [
    ("Adv. Math.", "Advances in Mathematics"),
    ("Arheol. ètnogr. antropol. Evrazii", "Archaeology, Ethnology & Anthropology of Eurasia"),
    ("A.M.A. Arch. Neurol.", "AMA Archives of Neurology & Psychiatry"),
    ("Int. J. For. Res.", "International Journal of Forestry Research"),
    ("Math. Prob. Engi.", "Mathematical Problems in Engineering"),
    ("Biop J", "Biophysical Journal"),
    ("Evidence-Based", "Evidence-Based Complementary and Alternative Medicine"),
    ("Monthly Notices of the …", "Monthly Notices of the Royal Astronomical Society"),
    ("GRP", "Gastroenterology Research and Practice"),
    ("PRL", "Physical Review Letters"),
    ("VLDB J.", "The VLDB Journal"),
    ("Journal of Algebraic Wool, Paris, France", "Journal of Algebraic Wool"),
    ("Jornal of Rheumatoloy", "Journal of Rheumatology"),
    ("Cambridge University Press", "Journal of Fluid Mechanics"),
    ("Springer-Verlag, Berlin", "Numerische Mathematik"),
    ("American Chemical Society", "Langmuir"),
    ("Vancouver, Canada", "Proceedings of the Conference on Wool"),
    ("Technical report", "Journal of Fluid Mechanics"),
    ("Lecture Notes in Computer Science", "Proceedings of the Conference on Wool"),
    ("Conference on Wool", "Journal of Physics: Conference Series"),
    ("E3S Web of Conferences", "Proceedings of the Conference on Wool"),
    ("POPL", "ACM SIGPLAN Notices"),
    ("ICXYZ", "Proceedings of the Conference on Wool"),
    ("CoRR", "Journal of Rheumatology"),
    ("Nature", "ZWOOL"),
    ("BMC Genomics", "Studies in Wool and Felt"),
    ("Nature", "Springer"),
    ("ICML", "SSRN Electronic Journal"),
]


@pytest.mark.parametrize(("claimed", "recorded"), FORMS)
def test_forms_of_one_venue_are_not_accused(claimed: str, recorded: str) -> None:
    assert stands(claimed, recorded) in (Standing.SAME, Standing.UNKNOWN, Standing.PREPRINT)


@pytest.mark.parametrize(
    ("text", "acl"),
    [
        ("Proceedings of the Conference on Question Answering in Restricted Domains", "W04-0502"),
        ("Proceedings of the Student Research Workshop", "R09-2001"),
        ("Proceedings of the 6th International Sanskrit Computational Linguistics Symposium", "W19-7501"),
        (
            "Companion Volume to the Proceedings of Conference including Posters/Demos and tutorial abstracts",
            "I05-2015",
        ),
    ],
)
def test_one_text_is_one_venue_whatever_the_identifier_says(text: str, acl: str) -> None:
    assert stands(text, text, PAPER, acl) is Standing.SAME
    assert stands(text.lower(), text, PAPER, acl) is Standing.SAME


def test_a_record_says_its_venue_in_several_places() -> None:
    event = "NAPCRG 49th Annual Meeting — Abstracts of Completed Research 2021"
    assert stands(event, "Health care disparities", event=event) is Standing.SAME


def test_a_meeting_that_was_a_workshop_is_one_meeting() -> None:
    recorded = "Proceedings of the Ninth International Workshop on Natural Language Generation"
    assert stands("INLG", recorded, PAPER) is not Standing.WORKSHOP


def test_words_of_names() -> None:
    assert may_be_one("TACL", "Transactions of the Association for Computational Linguistics")
    assert not may_be_one("Transactions on Wool", "Bulletin of Wool")
    assert may_be_one("KDD", "Knowledge Discovery and Data Mining")
    assert may_be_one("CoNLL", "Conference on Computational Natural Language Learning")
    assert may_be_one("LREC", "International Conference on Language Resources and Evaluation")
    assert not may_be_one("ICML", WOOL)
    assert may_be_one("Rheumatologic Wool", "Rheumatology of Wool")
    assert may_be_one("Proceedings of the Conference", "Journal of Rheumatology")  # of nothing that tells
    assert share_words("Conference Proceedings", "Nature")
    assert are_initials("SLT", "Spoken Language Translation")
    assert not are_initials(
        "ACL", "Conference of the European Chapter of the Association for Computational Linguistics"
    )
    assert is_house("Morgan Kaufmann")
    assert not is_house("Proceedings of the Royal Society")
    assert is_carrier("MATEC Web of Conferences")
    assert not is_written_out("Conference Paper")


LESS = [
    ("SIGMOD (tutorial)", "SIGMOD", Standing.LESSER),
    ("RecSys demo", "RecSys", Standing.LESSER),
    ("EMNLP System Demonstrations", "Proceedings of the EMNLP 2016, System Demonstrations", Standing.SAME),
    ("EMNLP Demos", "Proceedings of the EMNLP 2016, System Demonstrations", Standing.SAME),
    ("EMNLP", "Proceedings of the EMNLP 2016, System Demonstrations", Standing.OTHER_TRACK),
    ("SIGMOD Workshop", "SIGMOD", Standing.OTHER_TRACK),
]


@pytest.mark.parametrize(("claimed", "recorded", "expected"), LESS)
def test_who_claims_less_than_the_main_track_upgrades_nothing(claimed: str, recorded: str, expected: Standing) -> None:
    assert stands(claimed, recorded, PAPER) is expected


ABSTRACTS = [
    ("AAAI", "Paths of Snails (Student Abstract)", "AAAI", Standing.OTHER_TRACK),
    ("AAAI (student abstract)", "Paths of Snails (Student Abstract)", "AAAI", Standing.SAME),
    ("IJCAI", "Paths of Snails (Extended Abstract)", "IJCAI", Standing.OTHER_TRACK),
    ("STOC", "Paths of Snails (Extended Abstract)", "STOC", Standing.SAME),
]


@pytest.mark.parametrize(("claimed", "title", "recorded", "expected"), ABSTRACTS)
def test_a_title_that_calls_itself_an_abstract_tells_the_track(
    claimed: str, title: str, recorded: str, expected: Standing
) -> None:
    assert standing(read_venue(claimed, 2016), record(title, "Ann Bee", 2016, recorded)) is expected


DOWN = Gap("dblp", "search", "HTTP 503")
SIGHAN = "Proceedings of the Eighth SIGHAN Workshop on Chinese Language Processing"
MAIN = record(
    "Paths of Snails", "Ann Bee; Bo Cee", 2016, "Proceedings of EMNLP 2016 (Volume 1: Long Papers)", ids="acl:D16-1001"
)
LISTED = record("Paths of Snails", "Ann Bee; Bo Cee", 2016, "RecSys", source="dblp")
WORKSHOPS = record("Paths of Snails", "Ann Bee; Bo Cee", 2016, SIGHAN, source="dblp")
HOSTED = record("Paths of Snails", "Ann Bee; Bo Cee", 2016, "Proceedings of the EMNLP 2016 Workshop on Wool")
SEVERITIES = [
    pytest.param("EMNLP 2016 Demos", 2016, MAIN, (), ("warning", "less is claimed than the main track"), id="a demo of the main track"),
    pytest.param("RecSys 2016 demo", 2016, LISTED, (), ("info", "the record does not tell the track"), id="a track that is not told"),
    pytest.param("ACL 2016", 2016, WORKSHOPS, (), ("error", "a workshop's paper"), id="a workshop's paper"),
    pytest.param("ACL 2016", 2016, WORKSHOPS, (DOWN,), ("error", "a workshop's paper"), id="whoever is silent"),
    pytest.param("IJCAI 2017", 2017, WORKSHOPS, (DOWN,), ("warning", "a workshop's paper"), id="perhaps with a successor"),
    pytest.param("COLING 2016", 2016, HOSTED, (DOWN,), ("error", "a workshop's paper"), id="of a venue that is held whole"),
    pytest.param("IJCAI 2016", 2016, HOSTED, (DOWN,), ("warning", "a workshop's paper"), id="of another host"),
    pytest.param("IJCAI 2016", 2016, HOSTED, (), ("error", "a workshop's paper"), id="of another host, where all answered"),
]  # fmt: skip


@pytest.mark.parametrize(("venue", "year", "known", "gaps", "expected"), SEVERITIES)
def test_how_grave_another_track_is(
    venue: str, year: int, known: Record, gaps: tuple[Gap, ...], expected: tuple[str, str]
) -> None:
    claim = mention("Paths of Snails", "Ann Bee; Bo Cee", year, venue, ids="doi:10.1234/snails")
    known = replace(known, identifiers=(*known.identifiers, identifier("doi:10.1234/snails")))
    (match,), _ = reconcile_mentions([claim], [Found((known,), ("crossref", "anthology"), gaps=gaps)])
    told = [
        (str(flag.severity), flag.says.partition(":")[0].partition(",")[0])
        for flag in match.flags
        if flag.code == "track-mismatch"
    ]
    assert told == [expected]
