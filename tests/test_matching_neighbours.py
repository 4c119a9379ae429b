"""A reference cut out of a list with a piece of its neighbours, and slips in names, years and numbers beside titles."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from reconcile.matching.judge import Judge
from reconcile.matching.strings.sought import seek
from reconcile.mention import Status
from reconcile.wanted import Wanted
from tests.cataloguing import paper, small_catalog

PAPERS = (
    paper(
        "conf/icml/TulkensK19",
        "Felt Fences for Wandering Sheep in Probabilistic Meadows",
        *("Ada Tulkens", "Bo Kennicott"),
        year=2019,
        more="<pages>34-39</pages><booktitle>ICML</booktitle>",
    ),
    paper(
        "conf/acl/Mwangi20",
        "Whose Wool? Are Sleepy Gulls as Good as any Other Gulls?",
        *("Okello Mwangi", "Ida Velde", "Zhi Su"),
        year=2020,
        more="<booktitle>ACL</booktitle>",
    ),
    paper(
        "conf/icml/Qian14",
        "Estimating Fleece Density with Tidal Kernels",
        *("Wu Xiang", "Qian Jian-sheng", "Huang Cheng-hua", "Zhang Li"),
        year=2014,
        more="<booktitle>ICML</booktitle>",
    ),
    paper(
        "conf/cvpr/Ekwall24",
        "Re-Embedding Lamb Portraits for Computational Husbandry",
        *("Cora Ekwall", "Jan Rye", "Eva Holm"),
        year=2024,
        more="<booktitle>CVPR</booktitle>",
    ),
    paper(
        "conf/semeval/Tulkens18",
        "Lamb Counters at SemEval-2018 Task 4: Gulls and Kernels",
        "Ada Tulkens",
        "Jan Rye",
        year=2018,
    ),
    paper("journals/gull/Dorr01", "Habits of the Northern Gulls—XVIII", "Hal Dorr", year=1991),
    paper("journals/gull/Dorr02", "Moults of the Southern Terns, Part XVI", "Hal Dorr", year=1992),
    paper("journals/gull/Dorr03", "Feathers of the Western Terns, No. XVI", "Hal Dorr", year=1993),
)


@pytest.fixture(scope="module")
def judge(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Judge]:
    with small_catalog(tmp_path_factory.mktemp("neighbours"), PAPERS) as catalog:
        yield Judge(catalog)


FELT = "Felt Fences for Wandering Sheep in Probabilistic Meadows"
OWN = [
    # the beginning of the next reference
    f"---, “{FELT},” in Proc. ICML 2019. 27. Vapnik, V.: The Na-",
    f"–––––. (2019). {FELT}. In ICML. Lund [21] Breiman, L.",
    f"icott et al. “{FELT}.” In: ICML, 2019, pp. 34–39. Papineni, K., Roukos, S.,",
    f"). {FELT}. In ICML 2019 (pp. 34–39). Lund: IEEE. LeCun, Y., Bengio, Y., and",
    f"ing. {FELT}. In ICML 2019. T. Mikolov, K. Chen,",
    "Tulkens, A., and Kennicott, B. 2019. ``Felt Fences for Wandering Sheep in Proba 13. Vapnik, V.: The Na-",
    # the end of the one before
    f"Wool Press, Cambridge, MA. ---, ‘{FELT}’, ICML, 2019",
    f"Springer, Heidelberg (2009). ———. {FELT}. ICML 2019",
    # the line of another column
    "Tulkens A., Kennicott B.: Felt Fences for Wandering Kingma, D. P. and Ba, J. Sheep in Probabilistic Meadows."
    " In: ICML (2019)",
    "A.~Tulkens and B.~Kennicott. Felt Fences for Wandering Sheep [33] L.~Breiman. Random in Probabilistic Meadows."
    " ICML 2019.",
    # an author misspelt before a colon
    f"Tulkens A., Kenicott B.: {FELT}. ICML 2019",
    f"Ada Tulkens and Bo Kenicott: {FELT}. ICML 2019",
    # given and family names exchanged in the record
    "Wu X, Qian JS, Huang CH, Zhang L. Estimating Fleece Density with Tidal Kernels. ICML 2014",
    "Wu X, Qian JS, Huang CH. Estimating Fleece Density with Tidal Kernels. ICML 2014",
    # numbers, and a word cut short
    "Dorr H. Habits of the Northern Gulls. — No. XVIII. Gulls 9 (1991)",
    "Dorr H. Habits of the Northern Gulls 18. Gulls 9 (1991)",
    "Dorr H. Feathers of the Western Terns, No. 16. Gulls 9 (1993)",
    "Ekwall C., Rye J., Holm E.: Re-Embedding Lamb Portraits for Comp. Husbandry. CVPR 2024",
    # a title without its subtitle
    "Mwangi O., Velde I., Su Z.: Whose Wool? ACL 2020",
    "Whose Wool? Are Sleepy Gulls as Good as any Other Gulls? Mwangi, Velde, Su. ACL 2020",
]
OTHERS = [
    # strangers who stand where its own people do
    f"{FELT}. ICML 2019. A. Foovich, B. Barovitz.",
    f"{FELT}. ICML 2019. Foovich, A., Barovitz, B.",
    f"{FELT}. Foovich, A., Barovitz, B., and",
    f"{FELT}. ICML 2019. Foovich, A., Barovitz, B., and",
    f"{FELT}. ICML 2019, 27. Foovich, A., Barovitz, B.",
    f"Foovich, A., Barovitz, B. {FELT}. ICML 2019. 27. Vapnik, V.: The Na-",
    f"Foovich, A. Wool. Wool Press, Lund. ---, ‘{FELT}’, ICML, 2019",
    f"Wool Press, Lund. Foovich, K., ‘{FELT}’, ICML, 2019",
    f"Sage, A. ———. {FELT}. ICML 2019",
    # more strangers than authors, in the same year
    f"Zimmerli B., Foovich K. and Tulkens A. {FELT}. 2019",
    # other works
    "---, “Felt Fences for Wandering Goats in Probabilistic Meadows,” in Proc. ICML 2019. 27. Vapnik, V.: The Na-",
    f"---, “{FELT} II,” in Proc. ICML 2020. [27] Vapnik, V.",
    "Tulkens, A., and Kennicott, B. 2019. ``Felt Fences for Wandering Goats in Proba 13. Vapnik, V.: The Na-",
    "Tulkens A., Kennicott B.: Felt Fences for Wandering Dogs and Lazy Sheep in Probabilistic Meadows. ICML (2019)",
    # another name than the author's, or another title behind it
    f"Tulkens A., Kenicott J.: {FELT}. ICML 2019",
    f"Tulkens A., Rennison B.: {FELT}. ICML 2019",
    "Tulkens A., Kenicott B.: Better Felt Fences for Wandering Sheep in Probabilistic Meadows. ICML 2019",
    "Tulkens A., Kenicott B.: Felt Hedges for Wandering Sheep in Probabilistic Meadows. ICML 2019",
    # other people with their names the other way round, too
    "Huang T, Qian RS, Wu CH, Zhang P. Estimating Fleece Density with Tidal Kernels. ICML 2014",
    # other parts and numbers
    "Dorr H. Habits of the Northern Gulls. — No. XIX. Gulls 9 (1991)",
    "Dorr H. Habits of the Northern Gulls, XVII. Gulls 9 (1991)",
    "Dorr H. Habits of the Northern Gulls (Part XVII). Gulls 9 (1991)",
    "Dorr H. Habits of the Northern Gulls (17). Gulls 9 (1991)",
    "Dorr H. Moults of the Southern Terns, Part XVII. Gulls 9 (1992)",
    "Dorr H. Feathers of the Western Terns, No. 17. Gulls 9 (1993)",
    "Ekwall C., Rye J., Holm E.: Re-Embedding Lamb Portraits for Vet. Husbandry. CVPR 2024",
    "Ekwall C., Rye J., Holm E.: Re-Embedding Lamb Portraits for Comparative Husbandry. CVPR 2024",
    # another subtitle
    "Whose Wool? Naming Sheep in Street Maps. Mwangi O., Velde I. ACL 2020",
    "Mwangi O., Velde I. Whose Wool! Naming Sheep in Street Maps. ACL 2020",
    "Mwangi O., Velde I., Su Z. Whose Wool? Do Sheep Have Names? ACL 2020",
]


@pytest.mark.parametrize("string", OWN)
def test_a_reference_is_known_by_itself(judge: Judge, string: str) -> None:
    assert judge.judge(Wanted("1", string)).status is Status.MATCHED


@pytest.mark.parametrize("string", OTHERS)
def test_another_reference_is_not_taken_for_it(judge: Judge, string: str) -> None:
    assert judge.judge(Wanted("1", string)).status is not Status.MATCHED


@pytest.mark.parametrize(
    ("string", "years"),
    [
        ("On Wool. ICML-16", (2016,)),
        ("On Wool. IJCAI–95, Lund", (1995,)),
        ("On Wool. ACL-08: HLT", (2008,)),
        ("On Wool. COLING-84/ACL-22, 1984", (1984,)),  # the 22nd meeting
        ("Wool and COVID-19", ()),
        ("Sheep on CIFAR-10. CADE-20", ()),
        ("Felt in TREC-13", ()),
    ],
)
def test_a_meeting_is_dated_by_two_digits(string: str, years: tuple[int, ...]) -> None:
    assert seek(Wanted("1", string)).years == years


def test_the_year_of_a_meeting_in_a_title_is_another_s(judge: Judge) -> None:
    own = "Tulkens A, Rye J. Lamb Counters at SemEval-2018 Task 4: Gulls and Kernels"
    assert judge.judge(Wanted("1", own)).status is Status.MATCHED
    assert judge.judge(Wanted("1", own.replace("2018", "2017"))).status is not Status.MATCHED
