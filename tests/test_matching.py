"""Strings and entries judged against a small catalogue. A librarian could add rows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import reconcile
from reconcile.matching.judge import Judge
from reconcile.matching.names.people import Strays, see_people
from reconcile.matching.strings.sought import seek
from reconcile.matching.strings.text import prepare
from reconcile.matching.titles.coverage import HEADED
from reconcile.mention import Status
from reconcile.settings import DEFAULT
from reconcile.titles import head_of
from reconcile.wanted import Wanted
from sources.catalog import Catalog
from sources.names import read_name
from sources.record import Date, Identifier, Record, Scheme
from sources.text import fold
from tests.cataloguing import paper, small_catalog

DOI = "<ee>https://doi.org/10.1145/3292500.3330701</ee>"


def held(key: str, title: str, authors: str, year: int, venue: str, more: str = "") -> str:
    """A paper in a venue, its authors parted by semicolons."""
    return paper(
        key, title, *authors.split("; ") if authors else (), year=year, more=f"<booktitle>{venue}</booktitle>{more}"
    )


PAPERS = (
    held(
        "conf/iclr/Tulk18", "Gradient Descent in Hyperbolic Gardens", "Ada Tulkens; Wei Zhang 0001", 2018, "ICLR", DOI
    ),
    held("conf/kdd/Okoro19", "Moniqua: Quantized Communication for Gossip", "Yinka Okoro; Li Chen", 2019, "KDD"),
    held("conf/kdd/Okoro21", "Quantized Communication for Gossip at Scale", "Yinka Okoro; Li Chen", 2021, "KDD"),
    held("conf/acl/Dvor15", "Unsupervised Parsing of Czech Clitics", "Jan Dvořák", 2015, "ACL"),
    held("conf/acl/Dvor16", "Supervised Parsing of Czech Clitics", "Jan Dvořák", 2016, "ACL"),
    held("conf/cvpr/Hale20", "Segmenting Glaciers from Airborne Lidar", "Mary Hale; Bo Ek", 2020, "CVPR"),
    held("conf/sigir/Hale21", "Erratum: Segmenting Moraines from Orbit", "Mary Hale; Bo Ek", 2021, "SIGIR"),
    held("conf/coling/A16", "Introduction", "Nicola Bianchi", 2016, "COLING"),
    held("conf/emnlp/B17", "Sparse Attention", "Nicola Bianchi", 2017, "EMNLP"),
    held("conf/naacl/C17", "Sparse Attention", "Petra Novak", 2017, "NAACL"),
    held("conf/iwpt/0", "Proceedings of the Ninth Workshop on Parsing Turtles", "", 2005, "IWPT"),
    held("conf/www/Ok06", "A Pragmatic Path to the Semantic Teapot (Part 2)", "Rohit Khan", 2006, "WWW"),
    held("conf/mm/Ok22", "CS2: Synopses for Query Estimation", "Feng Yu; Wen-Chi Hou", 2022, "MM"),
    held("conf/nips/R2", r"R\({}^{\mbox{2}}\)SPIN: Re-Recording Speech in Noise", "Lauren Ward", 2019, "NeurIPS"),
)


@pytest.fixture(scope="module")
def judge(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Judge]:
    with small_catalog(tmp_path_factory.mktemp("matching"), PAPERS) as catalog:
        yield Judge(catalog)


SURE = [
    # the styles of lists
    ('A. Tulkens and W. Zhang, "Gradient descent in hyperbolic gardens," in ICLR, 2018, pp. 12-20.', "conf/iclr/Tulk18"),
    ("Tulkens, A., & Zhang, W. (2018). Gradient Descent in Hyperbolic Gardens. ICLR.", "conf/iclr/Tulk18"),
    ("**Gradient Descent in Hyperbolic Gardens** Ada Tulkens*, Wei Zhang Accepted to **ICLR**", "conf/iclr/Tulk18"),
    ("Tulkens, Ada ; Zhang, Wei: Gradient Descent in Hyperbolic Gardens. In: ICLR, 2018", "conf/iclr/Tulk18"),
    ("Gradient Descent in Hyperbolic Gardens - Ada Tulkens & Wei Zhang, ICLR 2018", "conf/iclr/Tulk18"),
    ("[2018.04] Our paper “Gradient Descent in Hyperbolic Gardens” is accepted at ICLR 2018!", "conf/iclr/Tulk18"),
    (r"\cventry{2018}{Gradient Descent in Hyperbolic Gardens}{ICLR}{}{}{A. Tulkens}", "conf/iclr/Tulk18"),
    ("Ada TULKENS，Wei ZHANG．Gradient Descent in Hyperbolic Gardens，ICLR，2018年．", "conf/iclr/Tulk18"),
    ("Great thread by Tulkens and colleagues on Gradient Descent in Hyperbolic Gardens #ICLR'18", "conf/iclr/Tulk18"),
    # slips of the pen
    ("A. Tulkens. Gradeint Descent in Hyperbolc Gardens. ICLR 2018", "conf/iclr/Tulk18"),
    ("A. Tulkens. GradientDescent in Hyper- bolic Gardens. ICLR 2018", "conf/iclr/Tulk18"),
    ("A. Tulkens. Gradient Descent Descent in Hyperbolic Gardens. ICLR 2018", "conf/iclr/Tulk18"),
    ("a tulkens, w zhang. GRADIENT DESCENT IN HYPERBOLIC GARDENS. 2018", "conf/iclr/Tulk18"),
    ("A. Tulkens. Gradient Descent in Hyperbolic…. ICLR 2018", "conf/iclr/Tulk18"),
    ("M. Hale, B. Ek. Segmenting &lt;i&gt;Glaciers&lt;/i&gt; from Airborne Lidar, CVPR 2020", "conf/cvpr/Hale20"),
    ("J. DvoÅ™Ã¡k. Unsupervised Parsing of Czech Clitics. ACL 2015", "conf/acl/Dvor15"),
    (r"J. Dvo\v{r}\'{a}k. Unsupervised Parsing of Czech Clitics. ACL 2015", "conf/acl/Dvor15"),
    ("Dvorak. Unsuperviced parsing of Czech clitics. 2015", "conf/acl/Dvor15"),
    # cut short
    ("Y. Okoro and L. Chen. Moniqua. KDD 2019", "conf/kdd/Okoro19"),
    ("- Feng Yu and Wen-Chi Hou. (2022). [CS2](#). MM. (MM'22)", "conf/mm/Ok22"),
    ("Ward, L. R2SPIN: Re-Recording Speech in Noise. NeurIPS 2019", "conf/nips/R2"),
    # what tells two of a kind apart
    ("J. Dvořák. Supervised Parsing of Czech Clitics. ACL 2016", "conf/acl/Dvor16"),
    ("N. Bianchi. Sparse Attention. EMNLP 2017", "conf/emnlp/B17"),
    ("N. Bianchi. Sparse Attention. 2016", "conf/emnlp/B17"),
    ("P. Novak. Sparse Attention. NAACL 2017", "conf/naacl/C17"),
    ("Y. Okoro, L. Chen. Quantized Communication for Gossip at Scale. KDD 2021", "conf/kdd/Okoro21"),
    # an identifier alone
    ("https://doi.org/10.1145/3292500.3330701", "conf/iclr/Tulk18"),
    ("doi:10.1145/3292500.3330701", "conf/iclr/Tulk18"),
    ("[12] Tulkens and Zhang, ICLR 2018. https://doi.org/10.1145/3292500.3330701", "conf/iclr/Tulk18"),
]  # fmt: skip


@pytest.mark.parametrize(("string", "key"), SURE, ids=[string[:60] for string, _ in SURE])
def test_a_string_is_matched(judge: Judge, string: str, key: str) -> None:
    verdict = judge.judge(Wanted("1", string))
    assert (verdict.status, verdict.record and verdict.record.key) == (Status.MATCHED, key)
    assert DEFAULT.matched <= verdict.probability <= 1


NOT_SURE = [
    ("another title by the same people", "A. Tulkens and W. Zhang. Stochastic Descent in Euclidean Meadows. ICLR 2018"),
    ("a word in the place of another", "M. Hale, B. Ek. Segmenting Rivers from Airborne Lidar. CVPR 2020"),
    ("a survey of it", "A. Tulkens and W. Zhang. A Survey of Gradient Descent in Hyperbolic Gardens. ICLR 2018"),
    ("a second part", "A. Tulkens and W. Zhang. Gradient Descent in Hyperbolic Gardens (Part 2). ICLR 2018"),
    ("a first part", "R. Khan. A Pragmatic Path to the Semantic Teapot (Part 1). WWW 2006"),
    ("an erratum to what is meant", "M. Hale and B. Ek. Segmenting Moraines from Orbit. SIGIR 2021"),
    ("a thesis of its title, years before", "J. Dvořák. Unsupervised Parsing of Czech Clitics. PhD thesis, Praha, 2012"),
    ("other people, of whom one is called as its author is", "Jun Lomakina and Wei Zhang. Gradient Descent in Hyperbolic Gardens. SIGIR 2012"),
    ("other people", "S. Nakamura and P. Rossi. Gradient Descent in Hyperbolic Gardens. ICLR 2018"),
    ("the volume that it is in", "K. Uno et al. Slow Grammars. Proceedings of the Ninth Workshop on Parsing Turtles, 2005"),
    ("a short title with which another begins", "N. Bianchi. Sparse Attention. A Primer in Eight Steps. Trento, 2020"),
    ("two works with one title", "Sparse Attention. 2017"),
    ("a title that says nothing", "Introduction. 2016"),
    ("another title with its DOI", "S. Rossi. Modern Kilns and Ovens of Umbria. doi:10.1145/3292500.3330701"),
    ("nothing of a publication", "Best regards from Ghent"),
    ("words that nobody knows", "zzyzx qwertz"),
]  # fmt: skip


@pytest.mark.parametrize("string", [string for _, string in NOT_SURE], ids=[name for name, _ in NOT_SURE])
def test_a_string_is_not_matched(judge: Judge, string: str) -> None:
    verdict = judge.judge(Wanted("1", string))
    assert verdict.status in (Status.POSSIBLE, Status.NOT_FOUND)
    assert verdict.status is Status.NOT_FOUND or verdict.reason


@pytest.mark.parametrize("string", ["", "   ", "2018", "a of the", "!!! ???"])
def test_a_string_without_words_is_skipped_and_says_so(judge: Judge, string: str) -> None:
    verdict = judge.judge(Wanted("7", string))
    assert verdict.id == "7"
    assert verdict.status in (Status.SKIPPED, Status.NOT_FOUND)
    assert verdict.record is None


def entry(title: str, authors: str = "", year: int = 0, **more: object) -> Wanted:
    """An entry of a .bib file; its authors are parted by semicolons."""
    names = tuple(map(read_name, authors.split("; "))) if authors else ()
    return Wanted("e", claim=Record(title=title, author=names, issued=Date(year) if year else None, **more))  # type: ignore[arg-type]


ENTRIES = [
    (entry("Gradient Descent in Hyperbolic Gardens", "A. Tulkens; W. Zhang"), "conf/iclr/Tulk18"),
    (entry("Gradient Descent in Hyperbolic Gardens", "Ada Tulkens", author_et_al=True), "conf/iclr/Tulk18"),
    (entry("Moniqua", "Yinka Okoro; Li Chen"), "conf/kdd/Okoro19"),
    (entry("gradient descent in hyperbolc gardens", "Tulkens, Ada; Zhang, Wei", 2017), "conf/iclr/Tulk18"),
    (entry("Segmentign Glaicers from Airborne Lidar", "Mary Hale; Bo Ek", 2020), "conf/cvpr/Hale20"),
    (entry("", identifiers=(Identifier(Scheme.DOI, "10.1145/3292500.3330701"),)), "conf/iclr/Tulk18"),
    (entry("Supervised Parsing of Czech Clitics", "Jan Dvořák"), "conf/acl/Dvor16"),
    (entry("Gradient Descent in…", "Ada Tulkens; Wei Zhang", 2018), "conf/iclr/Tulk18"),
    (entry("Segmenting Glaciers fromm Airborne Lidar", "Mary Hale; Bo Ek", 2020), "conf/cvpr/Hale20"),
]


@pytest.mark.parametrize(("wanted", "key"), ENTRIES, ids=lambda value: getattr(value, "id", value))
def test_an_entry_is_matched(judge: Judge, wanted: Wanted, key: str) -> None:
    verdict = judge.judge(wanted)
    assert (verdict.status, verdict.record and verdict.record.key) == (Status.MATCHED, key)


NO_ENTRIES = [
    entry("Gradient Descent in Hyperbolic Gardens", "Sora Nakamura; Paolo Rossi"),
    entry("Gradient Descent in Hyperbolic Gardens: A Second Look", "Ada Tulkens; Wei Zhang", 2018),
    entry("Segmenting Rivers from Airborne Lidar", "Mary Hale; Bo Ek", 2020),
    entry("Introduction"),
    entry("Gradient Descent in…", "Sora Nakamura; Paolo Rossi", 2018),
    entry("", "Mary Hale"),
]


@pytest.mark.parametrize("wanted", NO_ENTRIES, ids=lambda wanted: wanted.claim.title or "no title")
def test_an_entry_is_not_matched(judge: Judge, wanted: Wanted) -> None:
    assert judge.judge(wanted).status is not Status.MATCHED


def test_evidence_adds_up_and_names_both_sides(judge: Judge) -> None:
    verdict = judge.judge(Wanted("1", "M. Hale et al. Segmenting Glaciers from Airborne Lidar. CVPR 2019"))
    said = {piece.field: piece for piece in verdict.evidence}
    assert set(said) == {"title", "author", "year", "venue"}
    assert said["author"].says == "1 of 2 authors are named, not Ek; the list is cut short"
    assert said["year"].says == "one year apart"
    bits = DEFAULT.prior + sum(piece.weight for piece in verdict.evidence)
    assert verdict.probability == pytest.approx(1 / (1 + 2**-bits), abs=0.01)


def test_a_rival_is_named(judge: Judge) -> None:
    verdict = judge.judge(Wanted("1", "Sparse Attention. 2017"))
    keys = {record.key for record in (verdict.record, verdict.runner_up) if record}
    assert verdict.runner_up is not None
    assert keys <= {"conf/emnlp/B17", "conf/naacl/C17"}


def test_the_records_of_one_work_come_back_together(tmp_path: Path) -> None:
    versions = (
        held("conf/acl/X20", "Gradient Descent in Hyperbolic Gardens", "Ada Tulkens; Wei Zhang", 2020, "ACL"),
        paper("journals/corr/abs-1912-00001", "Gradient Descent in Hyperbolic Gardens", "Ada Tulkens", year=2019),
        held("conf/acl/Y20", "Gradient Ascent in Euclidean Meadows", "Ada Tulkens", 2020, "ACL"),
    )
    with small_catalog(tmp_path, versions) as catalog:
        verdict = Judge(catalog).judge(Wanted("1", "Tulkens. Gradient Descent in Hyperbolic Gardens. ACL 2020"))
    assert verdict.status is Status.MATCHED
    assert [verdict.record and verdict.record.key, *(record.key for record in verdict.also)] == [
        "conf/acl/X20",
        "journals/corr/abs-1912-00001",
    ]


def test_candidates_come_from_the_whole_string(judge: Judge) -> None:
    rows = judge.candidates(Wanted("1", "Okoro: something on Quantized Communication"))
    assert {row.key for row in rows} >= {"conf/kdd/Okoro19", "conf/kdd/Okoro21"}


@given(st.text(max_size=300))
def test_any_string_is_prepared(string: str) -> None:
    text = prepare(string)
    assert all(text.words)
    assert text.letters == "".join(text.words)
    assert all(first < last for first, last in text.stretches)
    assert [text.string[start:end] != "" for start, end in zip(text.starts, text.ends, strict=True)] == [True] * len(
        text.words
    )


YEARS = [
    ("ICLR 2018, pp. 1990-2004", (2018,)),
    ("(NeurIPS'17)", (2017,)),
    ("WWW '98", (1998,)),
    ("arXiv:1706.03762", (2017,)),
    ("tel. 20182019", ()),
    ("2018, 2018", (2018,)),
    ("(2020-05-01)", (2020,)),
    ("on 1.5.2020.", (2020,)),
    ("in 05/2020", (2020,)),
    ("pp. 12-2020", ()),
]


@pytest.mark.parametrize(("string", "years"), YEARS)
def test_years_are_read(string: str, years: tuple[int, ...]) -> None:
    assert seek(Wanted("1", string)).years == years


LONG = [
    "x" * 1_000_000,
    "(" * 1_000_000,
    ", " * 500_000,
    "and " * 250_000,
    "a1" * 500_000,
    "\\v" * 300_000,
    "<b " * 300_000,
]


@pytest.mark.parametrize("string", LONG, ids=lambda string: string[:4])
def test_a_string_of_a_megabyte_is_cut(judge: Judge, string: str) -> None:
    assert len(prepare(string).string) < 10_000
    assert judge.judge(Wanted("1", string)).status in (Status.NOT_FOUND, Status.SKIPPED)


def test_one_catalogue_serves_two_judges(judge: Judge, tmp_path: object) -> None:
    again = Judge(judge._catalog)
    string = "Gradient Descent in Hyperbolic Gardens. Tulkens. 2018"
    assert isinstance(again._catalog, Catalog)
    assert again.judge(Wanted("1", string)) == judge.judge(Wanted("1", string))


def test_a_catalogue_judges_strings_and_frames(tmp_path: Path) -> None:
    small_catalog(tmp_path, PAPERS).close()
    strings = [string for string, _ in SURE[:4]]
    with reconcile.Catalog.open(tmp_path / "catalog") as catalog:
        verdicts = list(catalog.match(strings))
        frame = catalog.match_frame(pd.DataFrame({"reference": strings}), column="reference")
    assert [verdict.id for verdict in verdicts] == ["1", "2", "3", "4"]
    assert [verdict.record and verdict.record.key for verdict in verdicts] == [key for _, key in SURE[:4]]
    assert list(frame["key"]) == [key for _, key in SURE[:4]]


@given(st.text("aB :?!-\u2013\u2014.,/()\n", max_size=12))
def test_only_a_title_with_such_a_sign_has_a_head(title: str) -> None:
    assert HEADED.search(title) or head_of(title) == title


@given(st.text("aB9'\u2019\u00e9\u00df_- .", max_size=24))
def test_words_stand_where_they_say(string: str) -> None:
    text = prepare(string)
    assert len(text.words) == len(text.starts) == len(text.ends)
    written = [text.string[start:end] for start, end in zip(text.starts, text.ends, strict=True)]
    assert [fold(raw).replace(" ", "") for raw in written] == list(text.words)
    assert (text.letters, text.known) == ("".join(text.words), frozenset(text.words))


@pytest.mark.parametrize(
    ("rest", "found"),
    [
        ("p k sarma and ann lee", (0, 1)),
        ("sarma pk lee a", (0, 1)),
        ("sarma pm lee a", (1,)),
        ("p kameswara sarma lee", (0, 1)),
        ("kameswarasarma lee", (0, 1)),
        ("p sarma lee", (1,)),
        ("p m sarma lee", (1,)),
    ],
)
def test_a_double_family_name_may_be_cut_to_an_initial(rest: str, found: tuple[int, ...]) -> None:
    assert see_people(rest.split(), ("Kameswara Sarma", "Lee"), Strays).found == found


@pytest.mark.parametrize("rest", ["a prado y vega", "a prado vega", "a p vega", "vega", "a pradoyvega"])
def test_the_second_half_of_a_joint_family_name_is_enough(rest: str) -> None:
    assert see_people(rest.split(), ("Prado y Vega",), Strays).found == (0,)
