"""Identifiers that are given and are none: what a field or a text holds, and whether it is told."""

from __future__ import annotations

import pytest

from reconcile.entry import Entry
from reconcile.parse import parse, parse_string
from reconcile.parse.malformed import is_malformed
from sources.record import Scheme
from tests.test_flags import ETHOS, ETHOS_RECORD, ETHOS_TEAM, judge

_DOI, _ARXIV, _ISBN = Scheme.DOI, Scheme.ARXIV, Scheme.ISBN

NONE = [
    (_DOI, "10.1137/??"),
    (_DOI, "11.1145/3038912.30521"),
    (_DOI, "10.1145/"),
    (_DOI, "10.1145"),
    (_DOI, "10.1145/ 3038912.3052"),
    (_DOI, "10.1145/3038912. 3052"),
    (_DOI, "https://doi.org/10.1137/??"),
    (_DOI, "TODO"),
    (_DOI, "10.xxxx/xxxxx"),
    (_ARXIV, "2013.01234"),
    (_ARXIV, "2001.0123"),
    (_ARXIV, "1401.01234"),
    (_ARXIV, "arXiv:20011.234"),
    (_DOI, "doi.org/TBA-WOOL-17"),
    (_ISBN, "978-3-16-148410-1"),
    (_ISBN, "978-3-16-148410-0-7"),
    (_ISBN, "978-3-16-14X410-0"),
    (_ISBN, "3-16-148410-1"),
    (_ISBN, "978-3-16-148410-0 (print), 978-3-16-148410-1 (cloth)"),
]
RIGHT = [
    (_DOI, "10.1145/3038912.3052"),
    (_DOI, "https://doi.org/10.1145/3038912.3052"),
    (_DOI, "DOI: 10.1145/3038912.3052."),
    (_DOI, "{10.1145/3038912.3052}"),
    (_DOI, r"10.1007/978-3-16\_1"),
    (_DOI, "10.1016/0012-365X(79)90084-0"),
    (_DOI, "10.1145/3038912.3052 (accessed in May)"),
    (_DOI, "10.5555/3295222.3295349"),
    (_DOI, "https://wool.org/1234"),
    (_DOI, "arXiv:2001.01234"),
    (_DOI, "n/a"),
    (_DOI, "–"),
    (_DOI, "DOI: none"),
    (_DOI, "Link"),
    (_ARXIV, "2001.01234v2 [cs.CL]"),
    (_ARXIV, "1401.0123"),
    (_ARXIV, "cs/0112017"),
    (_ARXIV, "hal-01234567"),
    (_ISBN, "978-3-16-148410-0"),
    (_ISBN, "3-16-148410-X"),
    (_ISBN, "978-1-4503-XXXX-X"),
    (_ISBN, "978-3-16-148410-0 (print), 3-16-148410-X"),
    (_ISBN, "978 3 16 148410 0 / 3-16-148410-X"),
    (_DOI, "10/gftg5x"),
    (_DOI, "https://doi.org/gftg5x"),
]


@pytest.mark.parametrize(("scheme", "value"), NONE)
def test_what_no_identifier_can_be_is_malformed(scheme: Scheme, value: str) -> None:
    assert is_malformed(scheme, value)


@pytest.mark.parametrize(("scheme", "value"), RIGHT)
def test_what_can_be_read_or_says_that_there_is_none_is_not(scheme: Scheme, value: str) -> None:
    assert not is_malformed(scheme, value)


def entry(**fields: str) -> Entry:
    return Entry("a.bib", 1, 1, "", "", fields=(("ENTRYTYPE", "misc"), ("title", "On Wool"), *fields.items()))


def test_a_torn_doi_is_not_read_by_half() -> None:
    mention = parse(entry(doi="10.1145/3038912. 3052"))
    assert mention.malformed == ((_DOI, "10.1145/3038912. 3052"),)
    assert mention.claim.identifiers == ()


@pytest.mark.parametrize(("archive", "told"), [({"archiveprefix": "arXiv"}, 1), ({"archiveprefix": "hal"}, 0), ({}, 0)])
def test_only_arxiv_gives_arxiv_numbers(archive: dict[str, str], told: int) -> None:
    assert len(parse(entry(eprint="2013.01234", **archive)).malformed) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A. Bee. On the wool of sheep. Sheep Letters 12(3), 2018. doi: 10.1137/??", ["10.1137/??"]),
        (
            "A. Bee. On the wool of sheep. Sheep Letters 12(3), 2018. https://doi.org/11.1145/3038912.",
            ["11.1145/3038912"],
        ),
        ("A. Bee. On the wool of sheep. arXiv:2013.01234, 2020.", ["2013.01234"]),
        ("A. Bee. On the wool of sheep. Lund, 2018. ISBN 978-3-16-148410-1.", ["978-3-16-148410-1"]),
        ("A. Bee. On the wool of sheep. Lund, 2018. ISBN 978-3-16-148410-0.", []),
        ("A. Bee. On the wool of sheep. Sheep Letters 12(3), 2018. doi: 10.1145/ 3038912", []),  # a line ended there
        ("A. Bee. On the wool of sheep. Sheep Letters 12(3), 2018. doi: 10.1145/3038912.", []),
        ("A. Bee. On the wool of sheep. Sheep Letters 12(3), 2018. DOI: n/a", []),
        ("A. Bee. On the wool of sheep. arXiv:2001.01234v2, 2020.", []),
        ("A. Bee. On the wool of sheep. arXiv: 2020.", []),
        ("A. Bee. On the wool of sheep. Lund, 2018. ISBN 978-3-16-14X410-0.", ["978-3-16-14X410-0"]),
        ("A. Bee. On wool. Sheep Letters 12(3), 2018. DOI:https://doi.org/10.1371.sheep-one", ["10.1371.sheep-one"]),
        ("A. Bee. On wool. Sheep Letters 12(3), 2018, doi: 1O.1109/SHEEP4O776.", ["1O.1109/SHEEP4O776"]),
        ("A. Bee. On wool. Sheep Letters 12(3), 2018. doi: 10.1145.", []),
    ],
)
def test_a_text_says_what_it_gives(text: str, told: list[str]) -> None:
    assert [value for _, value in parse_string(text).malformed] == told


def test_the_flag_quotes_both_sides() -> None:
    claimed = parse_string(f"{ETHOS_TEAM.replace(';', ',')}. {ETHOS}. NAACL Findings 2024. doi: 10.1137/??")
    recorded = ETHOS_RECORD
    (match,) = judge([claimed], [recorded])
    assert [flag.says for flag in match.flags if flag.code == "identifier-mismatch"] == ["“10.1137/??” is no DOI"]
