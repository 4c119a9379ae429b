"""Identifiers out of fields, URLs and running text. To add a case, add a line."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.identifiers import (
    acl_of_doi,
    address,
    arxiv_of_dblp,
    arxiv_of_doi,
    dblp_of_arxiv,
    find,
    from_url,
    implied,
    normalize,
)
from sources.misprinted import readings
from sources.record import Identifier, Scheme

FIELDS = [
    # DOI: lower case, no resolver, no punctuation of the sentence around it
    ("doi", "10.1109/ICCD.2015.7357097", "10.1109/iccd.2015.7357097"),
    ("doi", "https://doi.org/10.1109/ICCD.2015.7357097", "10.1109/iccd.2015.7357097"),
    ("doi", "http://dx.doi.org/10.1145/3383779", "10.1145/3383779"),
    ("doi", "dx.doi.org/10.1145/3383779", "10.1145/3383779"),
    ("doi", "DOI: 10.1145/3383779.", "10.1145/3383779"),
    ("doi", "doi:10.1145%2F3383779", "10.1145/3383779"),
    ("doi", "10.18653/V1/2024.FINDINGS-NAACL.132", "10.18653/v1/2024.findings-naacl.132"),
    ("doi", "10.1016/0012-365X(79)90084-0", "10.1016/0012-365x(79)90084-0"),
    ("doi", r"10.1007/978-3-030-58555-6\_12", "10.1007/978-3-030-58555-6_12"),
    ("doi", "10.1007/978‐3‐030‐58555‐6_12", "10.1007/978-3-030-58555-6_12"),
    ("doi", "10.1002/(SICI)1097(1998)49:8<693::AID>3.0.CO;2-O", "10.1002/(sici)1097(1998)49:8<693::aid>3.0.co;2-o"),
    ("doi", "10.48550/arXiv.2312.06532v2", "10.48550/arxiv.2312.06532"),
    ("doi", "10.5555/3437539.3437670", None),  # ACM's pseudo-DOIs resolve nowhere
    ("doi", "http://hdl.handle.net/2065/12133", None),
    ("doi", "none", None),
    # arXiv: without version, subject class and label
    ("arxiv", "2312.06532", "2312.06532"),
    ("arxiv", "arXiv:2312.06532v3", "2312.06532"),
    ("arxiv", "arXiv:2312.06532v3 [cs.AR]", "2312.06532"),
    ("arxiv", "cs.CL/0112017", "cs/0112017"),
    ("arxiv", "hep-th/9901001v2", "hep-th/9901001"),
    ("arxiv", "https://arxiv.org/abs/2312.06532", "2312.06532"),
    ("arxiv", "10.48550/arXiv.2312.06532", "2312.06532"),
    ("arxiv", "2313.06532", None),  # there is no thirteenth month
    ("arxiv", "12.34", None),
    # ACL Anthology, old style and new
    ("acl", "P18-1007", "P18-1007"),
    ("acl", "p18-1007", "P18-1007"),
    ("acl", "2024.findings-naacl.132", "2024.findings-naacl.132"),
    ("acl", "2020.acl-main.5", "2020.acl-main.5"),
    ("acl", "https://www.aclweb.org/anthology/D19-5001", "D19-5001"),
    ("acl", "P18-1", None),  # a volume
    ("acl", "P21-1007", None),  # the old style ended with 2020
    # DBLP: only keys of publications
    ("dblp", "conf/icml/0001LSA21", "conf/icml/0001LSA21"),
    ("dblp", "DBLP:conf/acl/LoBC24", "conf/acl/LoBC24"),
    ("dblp", "journals/corr/abs-2312-06532", "journals/corr/abs-2312-06532"),
    ("dblp", "reference/vision/Ackermann14", "reference/vision/Ackermann14"),
    ("dblp", "phd/Turpin92", "phd/Turpin92"),
    ("dblp", "unseen/aep-2017", None),
    ("dblp", "homepages/h/KaimingHe", None),  # a person
    ("dblp", "journals/conferences/workshops", None),  # words
    # the others
    ("pmlr", "v139/he21a", "v139/he21a"),
    ("openreview", "giU9fYGTND", "giU9fYGTND"),
    ("ieee", "09996127", "9996127"),
    ("isbn", "0-306-40615-2", "9780306406157"),
    ("isbn", "978-0-306-40615-7", "9780306406157"),
    ("isbn", "0-8044-2957-X", "9780804429573"),
    ("isbn", "978-0-306-40615-8", None),  # wrong check digit
    # patents: office, number, kind; an application keeps its slash
    ("patent", "US 11,531,877 B2", "US11531877B2"),
    ("patent", "CN108055454B", "CN108055454B"),
    ("patent", "WO2020/123456", "WO2020123456"),
    ("patent", "US 2020/0123456 A1", "US20200123456A1"),
    ("patent", "U.S. Patent, 18/651,218", "US18/651218"),
    ("patent", "11,531,877", None),  # of which office?
]  # fmt: skip

URLS = [
    ("https://doi.org/10.1145/3383779", "doi:10.1145/3383779"),
    ("https://dl.acm.org/doi/10.1145/3383779", "doi:10.1145/3383779"),
    ("https://dl.acm.org/doi/pdf/10.1145/3383779?download=true", "doi:10.1145/3383779"),
    ("https://dl.acm.org/doi/10.5555/3437539.3437670", None),
    ("https://link.springer.com/chapter/10.1007%2F978-3-030-58555-6_12#abs", "doi:10.1007/978-3-030-58555-6_12"),
    ("https://link.springer.com/content/pdf/10.1007/978-3-030-58555-6_12.pdf", "doi:10.1007/978-3-030-58555-6_12"),
    ("https://onlinelibrary.wiley.com/doi/full/10.1002/cpe.5678", "doi:10.1002/cpe.5678"),
    ("https://www.frontiersin.org/articles/10.3389/fnins.2021.1/full", "doi:10.3389/fnins.2021.1"),
    ("https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0000217", "doi:10.1371/journal.pone.0000217"),
    ("https://www.biorxiv.org/content/10.1101/2020.01.01.123456v2.full.pdf", "doi:10.1101/2020.01.01.123456"),
    ("https://www.nature.com/articles/s41586-021-03819-2.pdf", "doi:10.1038/s41586-021-03819-2"),
    ("https://arxiv.org/abs/2402.07011v2", "arxiv:2402.07011"),
    ("https://arxiv.org/pdf/2402.07011.pdf", "arxiv:2402.07011"),
    ("https://arxiv.org/pdf/cs/0112017v1", "arxiv:cs/0112017"),
    ("arxiv.org/html/2402.07011v1", "arxiv:2402.07011"),
    ("https://ar5iv.labs.arxiv.org/html/2101.00001", "arxiv:2101.00001"),
    ("https://aclanthology.org/2024.findings-naacl.132/", "acl:2024.findings-naacl.132"),
    ("https://aclanthology.org/P18-1007v2.pdf", "acl:P18-1007"),
    ("https://www.aclweb.org/anthology/P/P18/P18-1007.pdf", "acl:P18-1007"),
    ("https://aclanthology.org/volumes/2024.findings-naacl/", None),
    ("https://aclanthology.org/people/l/lei-gao/", None),
    ("https://dblp.org/rec/conf/cvpr/HeZRS16.html", "dblp:conf/cvpr/HeZRS16"),
    ("https://dblp.org/rec/conf/cvpr/HeZRS16.bib?param=1", "dblp:conf/cvpr/HeZRS16"),
    ("https://dblp.uni-trier.de/rec/bibtex/conf/cvpr/HeZRS16", "dblp:conf/cvpr/HeZRS16"),
    ("http://dblp.uni-trier.de/rec/bib/conf/cvpr/HeZRS16", "dblp:conf/cvpr/HeZRS16"),
    ("https://dblp.org/rec/bib2/conf/cvpr/HeZRS16.bib", "dblp:conf/cvpr/HeZRS16"),
    ("https://dblp.org/pid/12/345.html", None),
    ("https://openreview.net/forum?id=giU9fYGTND&noteId=abc", "openreview:giU9fYGTND"),
    ("https://openreview.net/pdf?id=6tPGEjCN4iI", "openreview:6tPGEjCN4iI"),
    ("https://openreview.net/group?id=ICLR.cc/2024", None),
    ("https://proceedings.mlr.press/v139/he21a.html", "pmlr:v139/he21a"),
    ("http://proceedings.mlr.press/v139/he21a/he21a.pdf", "pmlr:v139/he21a"),
    ("https://proceedings.mlr.press/v139/", None),
    ("https://ieeexplore.ieee.org/document/9996127/", "ieee:9996127"),
    ("https://ieeexplore.ieee.org/abstract/document/9996127", "ieee:9996127"),
    ("https://ieeexplore.ieee.org/stamp/stamp.jsp?tp=&arnumber=9996127", "ieee:9996127"),
    ("https://patents.google.com/patent/US11531877B2/en", "patent:US11531877B2"),
    ("https://papers.nips.cc/paper/2020/hash/a1d4c20b182ad7137ab3606f0e3fc8a4-Abstract.html", None),
    ("https://notarxiv.org/abs/2402.07011", None),
    ("ftp://arxiv.org/abs/2402.07011", None),
    ("http://[::1", None),
    ("", None),
]  # fmt: skip

TEXTS = [
    ("In Proc. ICCD (doi:10.1109/ICCD.2015.7357097).", ["doi:10.1109/iccd.2015.7357097"]),
    ("10.1145/3383779,10.1145/3489517.3530440;", ["doi:10.1145/3383779", "doi:10.1145/3489517.3530440"]),
    ("(see 10.1016/0012-365X(79)90084-0)", ["doi:10.1016/0012-365x(79)90084-0"]),
    (r"\href{https://doi.org/10.1145/3383779}{link}", ["doi:10.1145/3383779"]),
    # torn by a blank: what stands before it is another's, or a prefix
    ("https://doi.org/10.18653/v1/ P17-1171", ["acl:P17-1171"]),
    ("doi:10.1007/978-3-030- 58555-6_12", []),
    ("https://doi.org/10.1145/3383779/ 2020. Code", ["doi:10.1145/3383779"]),
    ("[pdf](https://arxiv.org/pdf/2402.07011.pdf)[code](https://github.com/x/y)", ["arxiv:2402.07011"]),
    ("<a href=\"https://openreview.net/forum?id=giU9fYGTND\">", ["openreview:giU9fYGTND"]),
    ("arXiv preprint arXiv:2312.06532v3, 2023", ["arxiv:2312.06532"]),
    ("CoRR, abs/2312.06532, 2023", ["arxiv:2312.06532"]),
    ("CoRR abs/cs/0112017", ["arxiv:cs/0112017"]),
    ("arXiv.2401.17644", ["arxiv:2401.17644"]),
    ("10.48550/arXiv.2401.17644", ["doi:10.48550/arxiv.2401.17644"]),
    ("Phone 2345.67890, room 1204.5678", []),
    ("ACL 2018, P18-1007, pp. 66-75", ["acl:P18-1007"]),
    ("NIH grant R01-1234", []),
    ("NAACL Findings, 2024.findings-naacl.132.", ["acl:2024.findings-naacl.132"]),
    ("@inproceedings{DBLP:conf/icml/0001LSA21,", ["dblp:conf/icml/0001LSA21"]),
    ("Reviewer for journals/conferences/workshops", []),
    ("ISBN-13: 978-0-306-40615-7", ["isbn:9780306406157"]),
    ("IEEE document 9996127", ["ieee:9996127"]),
    ("U.S. Patent, 18/651,218; US 11,531,877 B2", ["patent:US18/651218", "patent:US11531877B2"]),
    ("US Patent No. 9,123,456 (granted)", ["patent:US9123456"]),
    ("CN108055454B, CN111814983A", ["patent:CN108055454B", "patent:CN111814983A"]),
    ("EP1234567A1 and WO2020/123456", ["patent:EP1234567A1", "patent:WO2020123456"]),
    ("CA 94305-1234, +1 650 123 4567, IN 46556", []),
    ("https://example.org/P18-1007/2402.07011", []),
]  # fmt: skip

# What a hostile document might hold a megabyte of.
FLOODS = [
    "a",
    "0",
    "(",
    "/",
    "10.1000/",
    "http://",
    "arxiv ",
    "abs/",
    "conf/a",
    "US ",
    "isbn 1",
    "1,",
    "[",
    "\\",
    "doi.org/",
]


@pytest.mark.parametrize(("scheme", "text", "value"), FIELDS)
def test_a_field_has_one_normal_form(scheme: str, text: str, value: str | None) -> None:
    found = normalize(Scheme(scheme), text)
    assert (found.value if found else None) == value


@pytest.mark.parametrize(("scheme", "text", "value"), [row for row in FIELDS if row[2]])
def test_a_normal_form_is_its_own(scheme: str, text: str, value: str) -> None:
    assert normalize(Scheme(scheme), value) == Identifier(Scheme(scheme), value)


@pytest.mark.parametrize(("url", "expected"), URLS)
def test_a_url_stands_for_an_identifier(url: str, expected: str | None) -> None:
    found = from_url(url)
    assert (str(found) if found else None) == expected


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_running_text_holds_identifiers_in_order(text: str, expected: list[str]) -> None:
    assert [str(found.identifier) for found in find(text)] == expected


@pytest.mark.parametrize(("scheme", "value"), [(row[0], row[2]) for row in FIELDS if row[2]])
def test_an_address_leads_back_to_its_identifier(scheme: str, value: str) -> None:
    identifier = Identifier(Scheme(scheme), value)
    url = address(identifier)
    assert url.startswith("https://")
    if scheme not in ("isbn", "patent"):
        assert from_url(url) == identifier


def test_a_span_is_the_identifier_without_what_surrounds_it() -> None:
    text = "see (https://doi.org/10.1145/3383779), or arXiv:2402.07011v2."
    assert [text[found.start : found.end] for found in find(text)] == [
        "https://doi.org/10.1145/3383779",
        "2402.07011v2",
    ]


@pytest.mark.parametrize("flood", FLOODS)
def test_a_line_of_200_kilobytes_is_read_in_no_time(flood: str) -> None:
    text = flood * (200_000 // len(flood))
    begun = time.process_time()
    find(text)
    assert time.process_time() - begun < 2.0


@given(st.text(alphabet="10./()[]{}<>,;:_-vabcdoiPWUSCN arxiv18pmlr", max_size=80))
def test_spans_are_in_order_and_do_not_overlap(text: str) -> None:
    places = [place for found in find(text) for place in (found.start, found.end)]
    assert places == sorted(places)
    assert all(0 <= place <= len(text) for place in places)


@given(st.sampled_from(list(Scheme)), st.text(max_size=60))
def test_normalising_twice_changes_nothing(scheme: Scheme, text: str) -> None:
    once = normalize(scheme, text)
    if once:
        assert normalize(scheme, once.value) == once


@pytest.mark.parametrize(
    ("given_", "others"),
    [
        ("arxiv:2312.06532", ["doi:10.48550/arxiv.2312.06532"]),
        ("doi:10.48550/arxiv.2312.06532", ["arxiv:2312.06532"]),
        ("dblp:journals/corr/abs-2312-06532", ["arxiv:2312.06532", "doi:10.48550/arxiv.2312.06532"]),
        ("dblp:journals/corr/cs-0112017", ["arxiv:cs/0112017", "doi:10.48550/arxiv.cs/0112017"]),
        ("dblp:journals/corr/KingmaB14", []),
        ("doi:10.18653/v1/2024.findings-naacl.132", ["acl:2024.findings-naacl.132"]),
        ("doi:10.18653/v1/p18-1007", ["acl:P18-1007"]),
        ("acl:P18-1007", []),  # it may have a DOI; LREC papers have none
        ("doi:10.1145/3383779", []),
    ],
)
def test_one_identifier_implies_others(given_: str, others: list[str]) -> None:
    scheme, _, value = given_.partition(":")
    assert [str(other) for other in implied(Identifier(Scheme(scheme), value))] == others


@pytest.mark.parametrize(
    ("arxiv", "key"),
    [
        ("2312.06532", "journals/corr/abs-2312-06532"),
        ("cs/0112017", "journals/corr/cs-0112017"),
        ("0704.3433", "journals/corr/abs-0704-3433"),
        ("1412.6980", None),  # journals/corr/KingmaB14: keys of those years were made of names
    ],
)
def test_dblp_names_an_arxiv_paper_by_rule(arxiv: str, key: str | None) -> None:
    found = dblp_of_arxiv(arxiv)
    assert (found.value if found else None) == key
    assert key is None or str(arxiv_of_dblp(key)) == f"arxiv:{arxiv}"


def test_dois_of_arxiv_and_of_the_acl_name_their_ids() -> None:
    assert str(arxiv_of_doi("10.48550/arXiv.2312.06532")) == "arxiv:2312.06532"
    assert arxiv_of_doi("10.1145/3383779") is None
    assert str(acl_of_doi("https://doi.org/10.18653/v1/P18-1007")) == "acl:P18-1007"
    assert acl_of_doi("10.18653/v1/whatever") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://doi.org/10. 21437/Gulls. 2016-1473.", ["10.21437/Gulls.2016-1473", "10.21437/Gulls"]),
        ("doi:10.1109/WOOL40776.2020.905 4365", ["10.1109/WOOL40776.2020.9054365"]),
        ("10.1l45/33O8558.3313480", ["10.1145/33O8558.3313480", "10.1145/3308558.3313480"]),
        ("lO.1109/WOOL.2019.00117", ["10.1109/WOOL.2019.00117"]),
        ("doi.org/10.1001/ wool.140.5.617-a?ref=nav", ["10.1001/wool.140.5.617-a"]),
        ("(doi:10.1109/WOOL.2019.00117).", []),
        ("Wool 10.5 / 20", []),
    ],
)
def test_a_spoilt_doi_is_read_as_it_may_be_meant(text: str, expected: list[str]) -> None:
    assert [meant for _, meant in readings(text)] == expected


def test_a_spoilt_doi_that_goes_on_for_ever_is_read_in_no_time() -> None:
    began = time.perf_counter()
    list(readings("10.1l45/" + "lO1" * 60_000 + " 10.1" + "l" * 60_000))
    assert time.perf_counter() - began < 1
