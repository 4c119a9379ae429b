"""Venue texts read, compared, and told from titles. A librarian could add rows to every table here."""

from __future__ import annotations

import time
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import reconcile
from reconcile.mention import Track, Venue
from reconcile.venues import (
    VenueAgreement,
    all_series,
    compare_venues,
    indexed_by,
    looks_like_venue,
    names_alone,
    read_venue,
    read_venues,
    series,
    venue_of_record,
)
from reconcile.venues.table import Series, acl_codes, aliases_of, doi_prefixes, poster_series
from sources.record import Date, Identifier, Record, Scheme, Type

MAIN, FINDINGS, WORKSHOP, POSTER = Track.MAIN, Track.FINDINGS, Track.WORKSHOP, Track.POSTER
JOURNAL, PREPRINT, THESIS, BOOK = Track.JOURNAL, Track.PREPRINT, Track.THESIS, Track.BOOK

# text, series, year, track, host
READINGS = [
    # Findings, in all their spellings
    ("NAACL Findings 2024", "naacl", 2024, FINDINGS, "naacl"),
    ("Findings of the Association for Computational Linguistics: NAACL 2024", "naacl", 2024, FINDINGS, "naacl"),
    ("Findings of ACL 2024", "acl", 2024, FINDINGS, "acl"),
    ("Findings of the Association for Computational Linguistics ACL 2024", "acl", 2024, FINDINGS, "acl"),
    ("Findings of the Association for Computational Linguistics, {ACL} 2024, Bangkok", "acl", 2024, FINDINGS, "acl"),
    ("Findings of the Association for Computational Linguistics: ACL-IJCNLP 2021", "acl", 2021, FINDINGS, "acl"),
    ("Findings of {EMNLP} 2023", "emnlp", 2023, FINDINGS, "emnlp"),
    ("Findings of ACL: EMNLP 2020", "emnlp", 2020, FINDINGS, "emnlp"),
    ("{EMNLP} (Findings)", "emnlp", None, FINDINGS, "emnlp"),
    (
        "Proceedings of the 2021 Conference on Empirical Methods in Natural Language Processing: Findings, EMNLP 2021",
        "emnlp", 2021, FINDINGS, "emnlp",
    ),
    ("Findings of the Association for Computational Linguistics 2023", "", 2023, FINDINGS, ""),
    # workshops, and where they are held
    ("SafeAI@AAAI", "", None, WORKSHOP, "aaai"),
    ("BlackboxNLP@EMNLP", "blackboxnlp", None, WORKSHOP, "emnlp"),
    ("MLNCP at NeurIPS 2024", "", 2024, WORKSHOP, "neurips"),
    ("Published as a conference paper at ICLR 2015", "iclr", 2015, MAIN, ""),
    ("Published in Advances in Neural Information Processing Systems, 2017", "neurips", 2017, MAIN, ""),
    ("Jun has been accepted at EMNLP 2017", "emnlp", 2017, MAIN, ""),
    ("will appear at NeurIPS 2019!", "neurips", 2019, MAIN, ""),
    ("Accepted as poster at ICLR 2018", "iclr", 2018, MAIN, ""),
    ("Accepted for publication as a regular paper at ICML 2018", "icml", 2018, MAIN, ""),
    ("Accepted as a workshop paper at ICLR 2018", "", 2018, WORKSHOP, "iclr"),
    (
        "ML with New Compute Paradigms (MLNCP) at NeurIPS 2024 (MLNCP workshop at NeurIPS 2024)",
        "", 2024, WORKSHOP, "neurips",
    ),
    ("CVPR 2023 Federated Learning for CV workshop", "", 2023, WORKSHOP, "cvpr"),
    ("AAAI 2024 Responsible Language Models Workshop (spotlight)", "", 2024, WORKSHOP, "aaai"),
    ("FL-AAAI workshop '22 as Oral Presentation", "", 2022, WORKSHOP, "aaai"),
    ("FTL-IJCAI workshop '21", "", 2021, WORKSHOP, "ijcai"),
    ("NeurIPS 2020 SpicyFL workshop (Best Paper Award)", "", 2020, WORKSHOP, "neurips"),
    ("AAAI 2022 - FL Workshop", "", 2022, WORKSHOP, "aaai"),
    ("ACM SenSys 2021 AIChallengeIoT Workshop", "aichallengeiot", 2021, WORKSHOP, "sensys"),
    ("2023 IEEE/CVF Conference on Computer Vision and Pattern Recognition Workshops (CVPRW)", "", 2023, WORKSHOP, "cvpr"),
    ("CVPRW2023", "", 2023, WORKSHOP, "cvpr"),
    ("Workshop on Federated Learning in conjunction with IJCAI 2021 (FTL-IJCAI'21)", "", 2021, WORKSHOP, "ijcai"),
    ("Second Workshop on Computation and Written Language (CAWL) @ LREC-COLING 2024", "", 2024, WORKSHOP, "lrec"),
    ("Proceedings of the Fifth Workshop on Statistical Machine Translation", "wmt", None, WORKSHOP, ""),
    ("Workshop on Scientific Machine Learning", "", None, WORKSHOP, ""),
    # other tracks
    (
        "Proceedings of the 57th Annual Meeting of the Association for Computational Linguistics:"
        " Student Research Workshop",
        "acl", None, Track.STUDENT, "",
    ),
    ("AAAI 2020 (Student Abstract)", "aaai", 2020, Track.STUDENT, ""),
    (
        "Proceedings of the 58th Annual Meeting of the Association for Computational Linguistics: System Demonstrations",
        "acl", None, Track.DEMO, "",
    ),
    ("EMNLP 2022 Industry Track", "emnlp", 2022, Track.INDUSTRY, ""),
    ("NAACL-HLT 2021: Industry Papers", "naacl", 2021, Track.INDUSTRY, ""),
    ("EMNLP 2019 (Tutorial Abstracts)", "emnlp", 2019, Track.TUTORIAL, ""),
    ("Design Automation Conference (Poster Session). (DAC'23)", "dac", 2023, POSTER, ""),
    ("ICLR (Poster)", "iclr", None, MAIN, ""),  # there every paper of the main track has a poster
    ("WWW (Companion Volume)", "www", None, None, ""),
    ("Submitted to ICLR 2023", "iclr", 2023, PREPRINT, ""),
    # main conferences
    ("International Conference on Computer Design. (ICCD'25)", "iccd", 2025, MAIN, ""),
    ("International Symposium on Field Programmable Gate Arrays (ISFPGA'25)", "fpga", 2025, MAIN, ""),
    ("ICML'21", "icml", 2021, MAIN, ""),
    ("ICML ’21", "icml", 2021, MAIN, ""),
    ("ICML21", "icml", 2021, MAIN, ""),
    ("ICCV2021", "iccv", 2021, MAIN, ""),
    ("Proceedings of IJCAI-89,", "ijcai", 1989, MAIN, ""),
    ("Advances in Neural Information Processing Systems 5 (NIPS*92)", "neurips", 1992, MAIN, ""),
    ("NIPS 2016", "neurips", 2016, MAIN, ""),
    ("Advances in Neural Information Processing Systems 33", "neurips", 2020, MAIN, ""),
    ("Proceedings of Machine Learning and Systems", "mlsys", None, MAIN, ""),
    ("MLSys 2022 – Fifth Conference on Machine Learning and Systems", "mlsys", 2022, MAIN, ""),
    (
        "Thirty-Seventh AAAI Conference on Artificial Intelligence, AAAI 2023, Thirty-Fifth Conference on Innovative"
        " Applications of Artificial Intelligence, IAAI 2023, Washington, DC, USA, February 7-14, 2023",
        "aaai", 2023, MAIN, "",
    ),
    ("Computer Design (ICCD), 2015 33rd IEEE International Conference on", "iccd", 2015, MAIN, ""),
    ("Proceedings of the 31st ACM SIGKDD Conference on Knowledge Discovery and Data Mining V.2 (KDD '25)", "kdd", 2025, MAIN, ""),
    ("Machine Learning, Proceedings of the Twenty-Second International Conference (ICML 2005), Bonn", "icml", 2005, MAIN, ""),
    ("Computer Vision - ECCV 2020, LNCS 12345", "eccv", 2020, MAIN, ""),
    ("Proc. 16th Eur. Conf. Comput. Vis. (ECCV)", "eccv", None, MAIN, ""),
    ("Proc. USENIX NSDI", "nsdi", None, MAIN, ""),
    ("Accepted at the Int'l Conf. on Machine Learning, July 2022 (oral)", "icml", 2022, MAIN, ""),
    ("To appear in VLDB 2021, Copenhagen", "vldb", 2021, MAIN, ""),
    ("AAAI Conference on Web and Social Media", "icwsm", None, MAIN, ""),  # the sponsor is not the venue
    ("ACL/IJCNLP (1)", "acl", None, MAIN, ""),
    # journals and magazines, in full and abbreviated
    ("IEEE Trans. Parallel Distributed Syst.", "tpds", None, JOURNAL, ""),
    ("IEEE Transactions on Parallel and Distributed Systems", "tpds", None, JOURNAL, ""),
    ("IEEE TPDS", "tpds", None, JOURNAL, ""),
    ("IEEE Journal of Exploratory Solid-State Computational Devices and Circuits (JXCDC'24)", "jxcdc", 2024, JOURNAL, ""),
    ("IEEE Journal on Exploratory Solid-State Computational Devices and Circuits", "jxcdc", None, JOURNAL, ""),
    ("IEEE Network Magazine", "network", None, JOURNAL, ""),
    ("IEEE Network", "network", None, JOURNAL, ""),
    ("J. Mach. Learn. Res.", "jmlr", None, JOURNAL, ""),
    ("Audio, Speech, and Language Processing, IEEE Transactions on,", "taslp", None, JOURNAL, ""),
    ("Proceedings of the IEEE, vol. 86", "proc_ieee", None, JOURNAL, ""),
    ("Proceedings of IEEE VIS 2021 (Short Paper)", "vis", 2021, MAIN, ""),
    ("Nature 521", "nature", None, JOURNAL, ""),
    ("Computational Linguistics, Volume 22, Number 4, December 1996", "cl", 1996, JOURNAL, ""),
    ("Communications of the ACM", "cacm", None, JOURNAL, ""),
    ("Mach. Learn.", "mlj", None, JOURNAL, ""),
    ("TACL 10", "tacl", 2022, JOURNAL, ""),
    # preprints, theses, series of books
    ("arXiv:2312.06532", "arxiv", None, PREPRINT, ""),
    ("arXiv preprint arXiv:1606.06565", "arxiv", None, PREPRINT, ""),
    ("CoRR abs/2301.1", "arxiv", None, PREPRINT, ""),
    ("ACL ARR 2024 December Submission1157", "arr", 2024, PREPRINT, ""),
    ("PhD thesis, University of Pittsburgh", "", None, THESIS, ""),
    ("Master's Thesis, TU Wien, 1999", "", 1999, THESIS, ""),
    ("Lecture Notes in Computer Science", "lncs", None, BOOK, ""),
    # unknown to the table
    ("AI and Optical Data Sciences VI", "", None, None, ""),
    ("Conference on Attention Mechanisms", "", None, MAIN, ""),
    ("Journal of Adversarial Machine Learning", "", None, JOURNAL, ""),
    ("", "", None, None, ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "key", "year", "track", "host"), READINGS)
def test_reading(text: str, key: str, year: int | None, track: Track | None, host: str) -> None:
    venue = read_venue(text)
    assert (venue.series, venue.year, venue.track, venue.host) == (key, year, track, host)


@pytest.mark.parametrize(
    "text",
    [
        "Chinese Conference on Computer Vision",  # not the International one
        "International Conference on Machine Learning and Cybernetics",  # not ICML
        "Conference on Smart Computing (CSCW)",  # the acronym is of another conference
        "AAAI Press",
        "Artificial Intelligence and Law, 2024",  # no workshop LAW: an ordinary word that other words lead to
        "Computers and Chess 2020",
        "IEEE Computer Society",
        "Journal of Sensors",
        "European Journal of Mathematics",
        "JAMA Neurology",
        "IEICE Transactions on Pattern Analysis and Machine Intelligence",
        "web",
        "to date",
        "in the fog",
        "a fast test",
        "deep chi",
        "the micro mass",
        "THE EFFECTS OF THE WEB ON A FAST TEST",
        "Deep Learning of Nature",
        "Department of Mathematics",
    ],
)
def test_not_a_known_venue(text: str) -> None:
    venue = read_venue(text)
    assert (venue.series, venue.host) == ("", "")


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("FAST '20", "fast"),
        ("Date 2015", "date"),
        ("Proc. CHI", "chi"),
        ("WWW", "www"),
        ("ACM MM", "acmmm"),
        ("Web", ""),
    ],
)
def test_words_that_are_acronyms_need_capitals_or_a_year(text: str, key: str) -> None:
    assert read_venue(text).series == key


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("In ACL, pages 2012-2020", None),
        ("In ACL, 1946–1956, 2017", 2017),
        ("In ACL 2018-2019", 2018),
        ("ICML, pp. 1999-2008, 2021", 2021),
        ("10.1109/iccd.2015.7357097", None),
        ("arXiv:2001.08361", None),
        ("ICML, 12:2001", None),
        ("ICML 97", None),  # an edition or a page as well
        ("ICML-97", 1997),
        ("Proceedings of the 2016 Conference, AAAI 2017", 2017),  # the year at the acronym's side
        ("Nature, 2015, vol. 521", 2015),
        ("Technical report 1998", None),
    ],
)
def test_years(text: str, year: int | None) -> None:
    assert read_venue(text).year == year


def test_a_year_given_beside_the_text_fills_in_but_never_overrides() -> None:
    assert read_venue("ICML", 2021).year == 2021
    assert read_venue("ICML 2020", 2021).year == 2020
    assert read_venue("Advances in Neural Information Processing Systems 33", 2021).year == 2021
    assert read_venue("Journal of Machine Learning Research, 3, 993-1022", 2003).year == 2003


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("NAACL Findings 2024", "NAACL Findings"),
        ("AAAI 2024 Responsible Language Models Workshop (spotlight)", "AAAI Responsible Language Models Workshop"),
        ("Accepted to MLSys 2022", "MLSys"),
        ("International Test Conference (ITC 2022)", "International Test Conference (ITC)"),
        ("ICCD'25", "ICCD"),
        ("FL-AAAI workshop '22 as Oral Presentation", "FL-AAAI workshop"),
        ("To appear in: SOSP 2023.", "SOSP"),
        ("arXiv:2312.06532", "arXiv:2312.06532"),
        ("AI and Optical Data Sciences VI", "AI and Optical Data Sciences VI"),
    ],
)
def test_the_name_is_the_text_without_year_and_remarks(text: str, name: str) -> None:
    assert read_venue(text).name == name


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("NAACL Findings 2024; also at AAAI 2024 RLM workshop", ["naacl", "@aaai"]),
        ("TACL, presented at ACL 2022", ["tacl", "acl"]),
        ("arXiv:2312.06532, ICML 2024", ["arxiv", "icml"]),
        ("arXiv; NeurIPS 2024 Efficient Natural Language and Speech Processing Workshop", ["arxiv", "@neurips"]),
        ("ICLR 2024 (also NeurIPS 2023 workshop on X)", ["iclr", "@neurips"]),
        ("ICML 2022. Preliminary version in NeurIPS 2021 Workshop on Y", ["icml", "@neurips"]),
        ("IEEE TPDS 2023 (extended version of ICPP 2021)", ["tpds", "icpp"]),
        ("ICML 2022, AAAI 2023", ["icml", "aaai"]),
        ("ML with New Compute Paradigms (MLNCP) at NeurIPS 2024 (MLNCP workshop at NeurIPS 2024)", ["@neurips"]),
        ("International Conference on Computer Design. (ICCD'25)", ["iccd"]),
        ("AAAI 2023, IAAI 2023, EAAI 2023", ["aaai"]),
        ("ICML 2022, volume 162 of Proceedings of Machine Learning Research", ["icml"]),
        ("Nobody's Letters", [""]),
        ("", []),
    ],
)
def test_several_venues_in_one_text(text: str, keys: list[str]) -> None:
    assert [venue.series or (venue.host and f"@{venue.host}") for venue in read_venues(text)] == keys


def test_each_of_several_venues_has_the_year_given_unless_it_says_its_own() -> None:
    assert [venue.year for venue in read_venues("TACL, presented at ACL 2022", 2021)] == [2021, 2022]


# claim, record, how they stand
PAIRS = [
    ("NAACL Findings 2024", "Findings of the Association for Computational Linguistics: NAACL 2024", "same"),
    ("NAACL 2024", "Findings of the Association for Computational Linguistics: NAACL 2024", "other-track"),
    ("AAAI 2024 Responsible Language Models Workshop", "NAACL Findings 2024", "other"),
    ("CVPR 2023 Federated Learning for CV workshop", "CVPRW 2023", "same"),
    ("CVPR 2023", "CVPRW 2023", "other-track"),
    ("CVPRW 2019", "CVPRW 2023", "other"),
    ("FL-AAAI workshop '22", "FL workshop with AAAI 2022 (oral)", "same"),
    ("AAAI 2022 - FL Workshop", "AAAI 2022 Workshop on Federated Learning", "same"),
    ("NeurIPS 2020 SpicyFL workshop", "NeurIPS 2020 Workshop on Meta-Learning", "unknown"),
    ("NeurIPS 2020 SpicyFL workshop", "ICML 2020 Workshop on Meta-Learning", "other"),
    ("SenSys 2021", "ACM SenSys 2021 AIChallengeIoT Workshop", "other-track"),
    ("BlackboxNLP 2018", "BlackboxNLP@EMNLP 2018", "same"),
    ("BlackboxNLP 2018", "WMT 2018", "other"),
    ("BlackboxNLP 2018", "IEEE TPDS", "other"),
    ("DAC'23 (Poster Session)", "Design Automation Conference", "other-track"),
    ("arXiv", "ICML 2021", "preprint"),
    ("arXiv", "CoRR", "same"),
    ("arXiv", "bioRxiv", "preprint"),
    ("Pattern Recognition", "CVPR", "other"),
    ("IEEE Micro", "MICRO 2020", "other"),
    ("NIPS 2016", "Advances in Neural Information Processing Systems 29", "same"),
    # held together, or carried by a journal
    ("LREC-COLING 2024", "COLING 2024", "same"),
    ("COLING 2022", "LREC 2022", "other"),
    ("ACL 2021", "IJCNLP 2021", "same"),
    ("POPL 2020", "Proc. ACM Program. Lang.", "same"),
    ("SIGGRAPH 2020", "ACM Trans. Graph.", "same"),
    ("Conference of the European Chapter of the ACL, 1997", "ACL 1997", "same"),
    ("EACL 1999", "ACL 1999", "other"),
    ("IAAI 2018", "AAAI 2018", "same"),
    ("HLT 2008", "Proceedings of ACL-08: HLT", "same"),
    ("HLT 2003", "NAACL 2003", "same"),
    ("HLT 2008", "EMNLP 2008", "other"),
    # a workshop then, and a conference now
    ("HLT 1992", "Speech and Natural Language: Proceedings of a Workshop Held at Harriman, New York, 1992", "same"),
    ("ARPA Workshop on Human Language Technology, 1994", "HLT 1994", "same"),
    ("COLT 1990", "Proceedings of the Third Annual Workshop on Computational Learning Theory", "same"),
    ("IEEE Workshop on Automatic Speech Recognition and Understanding, 2011", "ASRU 2011", "same"),
    # a series of books says nothing of the conference
    ("J. Mach. Learn. Res. Proceedings Track", "ICML 2012", "unknown"),
    ("Journal of Machine Learning Research: Workshop and Conference Proceedings", "AISTATS 2012", "unknown"),
    ("J. Mach. Learn. Res.", "ICML 2012", "other"),
    ("ECCV 2020", "Lecture Notes in Computer Science", "unknown"),
    ("Lecture Notes in Computer Science", "LNCS", "same"),
    # theses
    ("PhD Thesis (University of Southern California)", "PhD thesis, University of Southern California", "same"),
    ("PhD Thesis, MIT", "ICML 2020", "other"),
    ("PhD Thesis, MIT", "MIT", "unknown"),
    ("PhD Thesis", "PhD Thesis", "unknown"),
    # the table knows one side, or neither
    ("Symposium on Neural Scaling Laws", "NeurIPS 2023", "other"),
    ("Conf. on Neural Inf. Proc.", "NeurIPS 2023", "unknown"),
    ("Some Proceedings", "NeurIPS 2023", "unknown"),
    ("AI and Optical Data Sciences VI", "AI and Optical Data Sciences VI", "same"),
    ("Intl. Conf. on Foo and Bar Engineering", "International Conference on Foo & Bar Engineering", "same"),
    ("Sheep Rep. Pathol.", "Sheep Reports in Pathology", "same"),
    ("Sheep Rep. Pathol.", "Sheep Reports in Paediatrics", "unknown"),
    ("J. Wool Pathol.", "Journal of Wool Pathology", "same"),
    # a word that begins another is another, but for a full stop; and one name is the other cut, not each in part
    ("Journal of Gull Medicine", "Journal of Gullible Medicine", "unknown"),
    ("BMC Gen", "BMC Genomics", "unknown"),
    ("Felted Orn. Quarries", "Felted Ornithology Quarr.", "unknown"),
    ("International Journal of Arc Welding", "Annals of Ancient History", "other"),
    ("Workshop on Foo Bars", "Symposium on Foo Bars", "other-track"),
    ("Workshop on Foo Bars", "Foo Bars Workshop", "same"),
    ("Workshop on Foo Bars", "NeurIPS 2020", "unknown"),
    ("", "ICML", "unknown"),
    ("2021", "", "unknown"),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "record", "expected"), PAIRS)
def test_agreement(claim: str, record: str, expected: str) -> None:
    left, right = read_venue(claim), read_venue(record)
    assert compare_venues(left, right).value == expected
    assert compare_venues(right, left).value == expected


@pytest.mark.parametrize(
    "text",
    [
        "NAACL Findings 2024",
        "CVPR 2016",
        "Proceedings of the 3rd Workshop on Foo",
        "In Proc. Symposium on Logic in Computer Science",
        "Int. Conf. on Gardens",
        "IEEE Trans. Gardens",
        "Journal of Early Modern History",
        "J. Biol. Chem.",
        "Wake Forest University Magazine",
        "Harvard Business Review",
        "Zeitschrift für Inklusion",
        "La Revue de Médecine Interne",
        "Revista de Occidente",
        "Annals of the New York Academy of Sciences",
        "arXiv:2312.06532",
        "Lecture Notes in Gardening",
        "AAAI 2022 - FL Workshop",
        "MLNCP workshop at NeurIPS 2024",
        "SafeAI@AAAI",
        "Nature, 521(7553), 436-444",
        "PhD thesis, University of Pittsburgh",
        "Chinese Conference on Gardens",
        "Computational Linguistics, Volume 22, Number 4, December 1996",
        "Felt. Wool. Gulls Sci.",
    ],
)
def test_looks_like_a_venue(text: str) -> None:
    assert looks_like_venue(text) >= 0.6


@pytest.mark.parametrize(
    "text",
    [
        "",
        "—",
        "A survey of workshops",
        "A Survey of CVPR Papers on Action Recognition in the Wild",
        "Ethos: Rectifying Language Models in Orthogonal Parameter Space",
        "Deep Learning: A Review",
        "What do conferences do?",
        "Scalable atomic visibility with RAMP transactions",
        "Acoustic Model Adaptation for Presentation Transcription and Intelligent Meeting Assistant Systems",
        "Machine learning in nature",
        "Towards a journal of record: the web as an archive",
        "Lei Gao, Yue Niu, Tingting Tang",
        "Speeding Up Crossbar Resistive Memory by Exploiting In-memory Data Patterns",
    ],
)
def test_does_not_look_like_a_venue(text: str) -> None:
    assert looks_like_venue(text) <= 0.4


def identified(*pairs: tuple[Scheme, str]) -> tuple[Identifier, ...]:
    return tuple(Identifier(scheme, value) for scheme, value in pairs)


NAACL_FINDINGS = "Findings of the Association for Computational Linguistics: NAACL 2024"
# record, series, year, track, host
RECORDS = [
    (Record(container_title=NAACL_FINDINGS), "naacl", 2024, FINDINGS, "naacl"),
    (Record(identifiers=identified((Scheme.ACL, "2024.findings-naacl.132"))), "naacl", 2024, FINDINGS, "naacl"),
    (Record(identifiers=identified((Scheme.DOI, "10.18653/v1/2024.findings-acl.492"))), "acl", 2024, FINDINGS, "acl"),
    # DBLP's key says acl, and its booktitle may too; the DOI knows better
    (
        Record(container_title="ACL", identifiers=identified(
            (Scheme.DBLP, "conf/acl/LoBC24"), (Scheme.DOI, "10.18653/v1/2024.findings-acl.492"))),
        "acl", 2024, FINDINGS, "acl",
    ),
    (Record(container_title="ACL (Findings)", issued=Date(2024)), "acl", 2024, FINDINGS, "acl"),
    (Record(identifiers=identified((Scheme.DBLP, "conf/acl/LoBC24"))), "acl", None, None, ""),
    (Record(identifiers=identified((Scheme.ACL, "2023.acl-demo.5"))), "acl", 2023, Track.DEMO, ""),
    (Record(identifiers=identified((Scheme.ACL, "2023.acl-long.5"))), "acl", 2023, MAIN, ""),
    (Record(identifiers=identified((Scheme.ACL, "2020.blackboxnlp-1.3"))), "blackboxnlp", 2020, WORKSHOP, ""),
    (Record(identifiers=identified((Scheme.ACL, "2020.msr-1.3"))), "", 2020, None, ""),  # not the Anthology's `msr`
    (Record(identifiers=identified((Scheme.ACL, "2021.tacl-1.3"))), "tacl", 2021, JOURNAL, ""),
    (Record(identifiers=identified((Scheme.ACL, "P18-1007"))), "acl", 2018, None, ""),
    (Record(identifiers=identified((Scheme.ACL, "Q13-1001"))), "tacl", 2013, JOURNAL, ""),
    (Record(identifiers=identified((Scheme.ACL, "W18-1234"))), "", 2018, WORKSHOP, ""),
    (
        Record(container_title="Proceedings of the 6th Workshop on Asian Translation",
               identifiers=identified((Scheme.ACL, "D19-5201"))),
        "wat", 2019, WORKSHOP, "emnlp",
    ),
    # preprints
    (Record(Type.PREPRINT, identifiers=identified((Scheme.DOI, "10.48550/arxiv.2403.08994"))), "arxiv", None, PREPRINT, ""),
    (Record(container_title="CoRR", issued=Date(2023)), "arxiv", 2023, PREPRINT, ""),
    (Record(identifiers=identified((Scheme.DBLP, "journals/corr/abs-2312-06532"))), "arxiv", None, PREPRINT, ""),
    (Record(Type.PREPRINT, container_title="Some Server"), "", None, PREPRINT, ""),
    (Record(Type.PAPER, container_title="ICML", identifiers=identified((Scheme.ARXIV, "2101.00001"))), "icml", None, MAIN, ""),
    # Crossref: a series of books first, the conference in the event
    (
        Record(Type.PAPER, container_title="Lecture Notes in Computer Science",
               event="16th European Conference on Computer Vision (ECCV 2020)"),
        "eccv", 2020, MAIN, "",
    ),
    (Record(Type.PAPER, container_title="ICML", genre="poster session"), "icml", None, POSTER, ""),
    (Record(Type.ARTICLE, container_title="Welding Today"), "", None, JOURNAL, ""),
    (Record(Type.ARTICLE, identifiers=identified((Scheme.DOI, "10.1109/tpds.2022.3230938"))), "tpds", None, JOURNAL, ""),
    (Record(Type.PAPER, container_title="CVPR", identifiers=identified((Scheme.DOI, "10.1109/cvprw53098.2021.00012"))), "", None, WORKSHOP, "cvpr"),
    (Record(Type.PAPER, container_title="CVPR", identifiers=identified((Scheme.DOI, "10.1109/cvpr46437.2021.00012"))), "cvpr", None, MAIN, ""),
    (Record(Type.PAPER, container_title="KDD", identifiers=identified((Scheme.DOI, "10.1109/cvprw.2018.00012"))), "kdd", None, MAIN, ""),
    (Record(Type.PAPER, identifiers=identified((Scheme.DOI, "10.1609/aaai.v37i6.25949"))), "aaai", None, MAIN, ""),
    (Record(identifiers=identified((Scheme.DBLP, "journals/tpds/Foo20"))), "tpds", None, JOURNAL, ""),
    (Record(identifiers=identified((Scheme.DBLP, "conf/nips/Foo20"))), "neurips", None, None, ""),
    (Record(identifiers=identified((Scheme.DBLP, "conf/nowhere/Foo20"))), "", None, None, ""),
    (Record(Type.THESIS, publisher="University of Pittsburgh", issued=Date(2022)), "", 2022, THESIS, ""),
    (Record(), "", None, None, ""),
]  # fmt: skip


@pytest.mark.parametrize(("record", "key", "year", "track", "host"), RECORDS)
def test_venue_of_record(record: Record, key: str, year: int | None, track: Track | None, host: str) -> None:
    venue = venue_of_record(record)
    assert (venue.series, venue.year, venue.track, venue.host) == (key, year, track, host)


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("ACL 2020", {"crossref", "dblp", "anthology"}),
        ("ICLR 2024", {"dblp"}),
        ("Nature", {"crossref"}),
        ("IEEE TPDS", {"crossref", "dblp"}),
        ("CVPRW 2023", {"crossref", "dblp"}),
        ("BlackboxNLP@EMNLP", {"crossref", "dblp", "anthology"}),
        ("AAAI 2022 - FL Workshop", None),
        ("arXiv", None),  # it may have appeared anywhere since
        ("Submitted to ICLR 2023", None),
        ("Annals of Welding", None),
    ],
)
def test_which_sources_index_a_venue(text: str, sources: set[str] | None) -> None:
    assert indexed_by(read_venue(text)) == sources


# The table itself


def test_no_alias_belongs_to_two_series() -> None:
    every = [(folded, alias.key) for row in all_series().values() for folded, alias in aliases_of(row)]
    assert len(set(every)) == len({folded for folded, _ in every})


def test_every_column_of_the_venue_table_is_read() -> None:
    """A column that is misspelt would be left out without a word."""
    columns = {each.name for each in fields(Series)} - {"key", "kind"}
    table = tomllib.loads((Path(reconcile.__file__).parent / "data" / "venues.toml").read_text(encoding="utf-8"))
    rows = [row for part in table.values() for row in part.values() if isinstance(row, dict)]
    assert len(rows) == len(all_series())
    assert [row for row in rows if not row.keys() <= columns] == []


@pytest.mark.parametrize("key", sorted(all_series()))
def test_a_series_is_read_from_each_of_its_names(key: str) -> None:
    row = all_series()[key]
    for name in (*row.every_name, f"{row.short} 2020", f"In {row.name} (oral)"):
        venue = read_venue(name)
        assert key in {venue.series, venue.host}, name


def test_rows_are_whole() -> None:
    rows = all_series()
    assert series("tpds") is rows["tpds"]
    assert series("no such key") is None
    for key, row in rows.items():
        assert row.sources <= {"crossref", "dblp", "anthology"}, key
        assert all(partner in rows for partner, _ in row.partners), key
        assert row.name, key
    mentioned = {*acl_codes().values(), *(found for _, found in doi_prefixes()), *poster_series()}
    assert mentioned <= rows.keys()


# Laws

TEXTS = st.one_of(
    st.text(max_size=60),
    st.lists(
        st.sampled_from(
            "ICML NeurIPS ACL EMNLP Findings of the Workshop at @ 2021 '24 ( ) , ; : - arXiv Proceedings on Journal IEEE"
            " Nature Trans. Comput. and Conference Machine Learning CVPRW poster PhD thesis 1999-2010 pp. also".split()
        ),
        max_size=12,
    ).map(" ".join),
)


@given(TEXTS)
def test_reading_is_total_and_keys_are_rows(text: str) -> None:
    for venue in (read_venue(text), *read_venues(text)):
        assert venue.series in {"", *all_series()}
        assert venue.host in {"", *all_series()}
    assert 0.0 <= looks_like_venue(text) <= 1.0


@given(TEXTS, TEXTS)
def test_comparing_does_not_depend_on_the_order(left: str, right: str) -> None:
    one, other = read_venue(left), read_venue(right)
    assert compare_venues(one, other) is compare_venues(other, one)


@given(TEXTS)
def test_a_known_venue_agrees_with_itself(text: str) -> None:
    venue = read_venue(text)
    if venue.series and venue.track is not THESIS:
        assert compare_venues(venue, venue) is VenueAgreement.SAME


@given(TEXTS)
def test_braces_and_spaces_change_nothing(text: str) -> None:
    assert read_venue("{" + text.replace(" ", "  ") + "}") == read_venue(text)


@pytest.mark.parametrize(
    "char", [*"aA1 .,;:()[]{}'’\"-@&/_*?é漢\n", "ICML ", "in ", "'24", "A. ", "(oral", "and also at "]
)
def test_a_huge_line_is_read_at_once(char: str) -> None:
    began = time.process_time()
    huge = char * (1_000_000 // len(char))
    read_venue(huge)
    read_venues(huge)
    looks_like_venue(huge)
    assert time.process_time() - began < 2.0


def test_an_empty_venue_says_nothing() -> None:
    assert compare_venues(Venue(), Venue()) is VenueAgreement.UNKNOWN


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("Proceedings of NAACL-HLT 2019", True),
        ("7th International Conference on Learning Representations, ICLR 2019, New Orleans, LA, USA, May 6-9, 2019", True),
        ("Human Language Technology Conference of the NAACL", True),
        ("Advances in Neural Information Processing Systems 30", True),
        ("NIPS", True),
        ("ICLR (Poster)", True),
        ("IEEE/CVF Conference on Computer Vision and Pattern Recognition (CVPR)", True),
        ("Trans. Assoc. Comput. Linguistics", True),
        ("EMNLP-IJCNLP", False),
        ("ACL/IJCNLP (1)", False),
        ("Annual Meeting of the Association for Computational Linguistics and the 7th International Joint Conference on"
         " Natural Language Processing (Volume 1: Long Papers)", False),
        ("Joint Conference JEP-TALN-RECITAL 2012, volume 1: JEP", False),
        ("15th European Workshop on Natural Language Generation (ENLG)", False),
        ("Fourth SIGdial Workshop of Discourse and Dialogue", False),
        ("Coling 2008: Companion volume: Posters", False),
        ("Proceedings of COLING 2012: Posters", False),
        ("NeurIPS Datasets and Benchmarks", False),
    ],
)  # fmt: skip
def test_a_name_that_stands_alone(text: str, alone: bool) -> None:
    known = series(read_venue(text).series)
    assert known
    assert names_alone(text, known) is alone
