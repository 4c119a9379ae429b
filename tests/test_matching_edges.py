"""Where a title begins and ends in a string that has no sign there, and titles that a scan or a print has spoilt."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from reconcile.matching.judge import Judge
from reconcile.matching.strings.text import plain_text
from reconcile.mention import Status
from reconcile.titles.tongues import tongues
from reconcile.wanted import Wanted
from tests.cataloguing import paper, small_catalog

PAPERS = (
    paper(
        "conf/kdd/Tulk18",
        "Gradient Descent in Hyperbolic Gardens",
        "Ada Tulkens",
        "Wei Zhang",
        year=2018,
        more="<booktitle>KDD</booktitle>",
    ),
    paper(
        "conf/kdd/Hale20",
        "Efficient Classification of Glaciers from Airborne Lidar Systems",
        "Mary Hale",
        "Bo Ekwall",
        year=2020,
        more="<booktitle>Knowledge Discovery and Data Mining</booktitle>",
    ),
    paper(
        "conf/taln/Roux14",
        "Mesure de la tortue dans les corpus anciens (Measuring turtles in old corpora) [in French]",
        "Zoé Roux",
        year=2014,
        more="<booktitle>TALN</booktitle>",
    ),
    paper(
        "conf/cvpr/Okoro21",
        "Depth from a Single Blurred Image",
        "Yinka Okoro",
        "Li Chen",
        year=2021,
        more="<booktitle>CVPR</booktitle>",
    ),
    paper(
        "conf/stoc/Rye18",
        "Do Limpets Sleep at Low Tide?",
        "Cora Rye",
        "Bo Ekwall",
        year=2018,
        more="<booktitle>STOC</booktitle>",
    ),
    paper(
        "conf/nips/Dvor15",
        "Sparse Coding of Czech Clitics: Bounds and Algorithms",
        "Jan Dvořák",
        "Eva Malá",
        year=2015,
        more="<booktitle>NIPS</booktitle>",
    ),
)


@pytest.fixture(scope="module")
def judge(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Judge]:
    with small_catalog(tmp_path_factory.mktemp("edges"), PAPERS) as catalog:
        yield Judge(catalog)


GARDENS, GLACIERS, TURTLES, DEPTH, CLITICS = (
    "conf/kdd/Tulk18",
    "conf/kdd/Hale20",
    "conf/taln/Roux14",
    "conf/cvpr/Okoro21",
    "conf/nips/Dvor15",
)

SURE = [
    # names before a colon or a dash, initials, what cuts a list of names short
    ("Tulkens, Ada, Zhang, Wei – Gradient Descent in Hyperbolic Gardens – In: KDD – 2018", GARDENS),
    ("Tulkens, A; Zhang, W Gradient Descent in Hyperbolic Gardens. KDD 2018", GARDENS),
    ("A. Tulkens y otros: Gradient Descent in Hyperbolic Gardens. KDD, 2018", GARDENS),
    # a venue with its year, another one than the record's
    ("ACL 2018 Oral Gradient Descent in Hyperbolic Gardens. A. Tulkens, W. Zhang", GARDENS),
    ("Gradient Descent in Hyperbolic Gardens ICML 2018 · Ada Tulkens, Wei Zhang", GARDENS),
    # a month with its year, a venue's word cut by a full stop
    ("Article Gradient Descent in Hyperbolic Gardens August 2018 · KDD Ada Tulkens · Wei Zhang", GARDENS),
    ("hale + ekwall 2020 efficient classification of glaciers from airborne lidar systems knowl. discov.", GLACIERS),
    ("ICLR18: Gradient Descent in Hyperbolic Gardens (with Ada Tulkens, Wei Zhang)", GARDENS),
    # links, labels, numbers and times
    ("pdf bib abs Gradient Descent in Hyperbolic Gardens Ada Tulkens | Wei Zhang KDD 2018", GARDENS),
    ("Gradient Descent in Hyperbolic Gardens paper / code Ada Tulkens, Wei Zhang KDD 2018", GARDENS),
    ("Gradient Descent in Hyperbolic Gardens Abs · Slides Ada Tulkens, Wei Zhang KDD18", GARDENS),
    ("10:00–10:25 Gradient Descent in Hyperbolic Gardens. Tulkens, Zhang [KDD'18]", GARDENS),
    ("#213 Gradient Descent in Hyperbolic Gardens Ada Tulkens and Wei Zhang KDD 2018", GARDENS),
    ("Poster 21: Gradient Descent in Hyperbolic Gardens; A. Tulkens, W. Zhang; KDD", GARDENS),
    ("Fwd: Gradient Descent in Hyperbolic Gardens / Tulkens A, Zhang W / KDD'18", GARDENS),
    ("2018年6月 Gradient Descent in Hyperbolic Gardens Ada Tulkens, Wei Zhang KDD", GARDENS),
    ("论文题目：Gradient Descent in Hyperbolic Gardens；作者：A. Tulkens；会议：KDD 2018", GARDENS),
    ("Jun 2018: Gradient Descent in Hyperbolic Gardens (Tulkens and Zhang)", GARDENS),
    ("research-article Open Access Gradient Descent in Hyperbolic Gardens Authors: Ada Tulkens, Wei Zhang", GARDENS),
    ("[PDF] mit.edu Gradient Descent in Hyperbolic Gardens A Tulkens, W Zhang - KDD, 2018", GARDENS),
    ("group meeting on Friday: Gradient Descent in Hyperbolic Gardens (Tulkens, Zhang)", GARDENS),
    (
        "- [KDD] [Gradient Descent in Hyperbolic Gardens](/assets/hale/ek.pdf) [[Code]](https://rossi.org/nakamura)",
        GARDENS,
    ),
    ("(Kim: Gradient Descent in Hyperbolic Gardens, Tulkens et al. KDD 2018)", GARDENS),
    (
        "[News] Ada Tulkens's paper “Gradient Descent in Hyperbolic Gardens” has been accepted to ICML'18. Congrats!",
        GARDENS,
    ),
    ("Reading group: Gradient Descent in Hyperbolic Gardens (Tulkens et al., KDD 2018)", GARDENS),
    ("M. Hale, B. Ekwall. Eflicient Classificaüon of Glaciers from Airborne Lidar Systems. KDD 2020", GLACIERS),
    # exports that were flattened
    ("PT C AU Tulkens, Ada; Zhang, Wei TI Gradient Descent in Hyperbolic Gardens SO KDD PY 2018 BP 19", GARDENS),
    ("AU Tulkens, A; Zhang, W\nTI Gradient Descent in Hyperbolic Gardens\nSO KDD\nPY 2018\nER", GARDENS),
    ("TY  - CONF AU  - Tulkens, Ada AU  - Zhang, Wei TI  - Gradient Descent in Hyperbolic Gardens PY  - 2018", GARDENS),
    ("A. Tulkens, W. Zhang, Gradient Descent in 173 REFERENCES Hyperbolic Gardens, KDD, 2018.", GARDENS),
    (
        "A. Tulkens, W. Zhang. Page 20 of 56 Gradient Descent Bibliography 189 in Hyperbolic Gardens, KDD, 2018.",
        GARDENS,
    ),
    ("A. Tulkens, W. Zhang. G r a d i e n t Descent in Hyperbolic Gardens, KDD, 2018.", GARDENS),
    ("M. Fox and D. Poole (Eds.) Gradient Descent in Hyperbolic Gardens. In KDD, 2018; pp. 275–284.", GARDENS),
    ("edited by M. Fox and D. Poole, Gradient Descent in Hyperbolic Gardens, in KDD, 2018", GARDENS),
    ("Eadem: Gradient Descent in Hyperbolic Gardens. KDD 2018.", GARDENS),
    ("TY ‐ CONF AU ‐ Tulkens, Ada AU ‐ Zhang, Wei TI ‐ Gradient Descent in a Hyperbolic Gardens PY ‐ 2018", GARDENS),
    ("%0 Conference Paper %A Dvořák, Jan %A Malá, Eva %T Sparse Coding of Czech Clitics %B NIPS %D 2015", CLITICS),
    ("<b>Gradient Descent in Hyperbolic Gardens</b><br>Ada Tulkens, Wei Zhang<br>KDD 2018", GARDENS),
    ("<p>A. Tulkens, W. Zhang, &ldquo;Gradient Descent in Hyperbolic Gardens&rdquo, KDD 2018</p>", GARDENS),
    (r"\bibitem{ref12} A. Tulkens, W. Zhang. Gradient Descent in Hyperbolic Gardens. KDD, 2018.", GARDENS),
    # no subtitle, and no sign in its place
    ("Sparse Coding of Czech Clitics by Dvořák & Malá, NIPS 2015", CLITICS),
    # cut within a word
    ("M. Hale, B. Ekwall: Efficient Classification of Glaciers from Airborne Lid…", GLACIERS),
    # a scan's letters and digits, and ligatures that were lost
    ("M. Hale, B. Ekwall. Efficient C1assification of Glaciers from Airborne Lidar 5ysterns. KDD 2020", GLACIERS),
    ("M. Hale, B. Ekwall. E cient Classi cation of Glaciers frorn Airborne Lidar Systems. KDD 2020", GLACIERS),
    ("M. Hale, B. Ekwall. E?cient Classi?cation of Glaciers from Airborne Lidar Systems. KDD 2020", GLACIERS),
    ("H ALE, Mary ; E KWALL, Bo: Efficient Classification of Glaciers from Airborne Lidar Systems. 2020", GLACIERS),
    ("Jan Dvo\ufffdák: Sparse Coding of Czech Clitics: Bounds and Algorithms. NIPS 2015", CLITICS),
    # a venue cut short throughout
    ("Gradient Descent in Hyperbolic Gardens. Int. Conf. Knowl. Discov. Data Min., 2018. Cited on page 3.", GARDENS),
    # one half of a title in two languages
    ("C. Rye, B. Ekwall. Do Limpets Sleep at Low Tide? STOC 2018", "conf/stoc/Rye18"),
    ("Zoé Roux. Mesure de la tortue dans les corpus anciens. TALN 2014", TURTLES),
    ("Z. Roux. Measuring turtles in old corpora. In Actes de TALN, 2014.", TURTLES),
    # given names for family names, and no names beside a publisher's
    ("T. Ada and Z. Wei. Gradient descent in hyperbolic gardens. KDD, 2018", GARDENS),
    (
        "Efficient classification of glaciers from airborne lidar systems. KDD. Vancouver: Curran Associates; 2020",
        GLACIERS,
    ),
]


@pytest.mark.parametrize(("string", "key"), SURE, ids=[string[:60] for string, _ in SURE])
def test_a_string_is_matched(judge: Judge, string: str, key: str) -> None:
    verdict = judge.judge(Wanted("1", string))
    assert verdict.status is Status.MATCHED, (verdict.reason, verdict.probability)
    assert verdict.record is not None
    assert verdict.record.key == key


# Words that stand where labels do and make another work.
NOT_SURE = [
    ("another word before a link", "Depth from a Single Blurred Audio pdf Yinka Okoro CVPR 2021"),
    (
        "a word more before a comma",
        "Gradient Descent in Hyperbolic Gardens Revisited, Ada Tulkens, Wei Zhang, KDD 2018",
    ),
    ("a label's word that goes on", "Gradient Descent in Hyperbolic Gardens Data, Ada Tulkens, Wei Zhang, KDD 2018"),
    ("a word more before names", "Gradient Descent in Hyperbolic Gardens Revisited - Ada Tulkens, Wei Zhang, KDD 2018"),
    ("a part", "Gradient Descent in Hyperbolic Gardens II. Ada Tulkens, Wei Zhang. KDD 2018"),
    ("a comment", "A Comment on Gradient Descent in Hyperbolic Gardens. Mary Hale. KDD 2019"),
    (
        "a real word for one like it",
        "M. Hale, B. Ekwall. Efficient Classification of Gardens from Airborne Lidar Systems",
    ),
    ("another number", "Ada Tulkens, Wei Zhang: Gradient Descent in 5D Gardens. KDD 2018"),
    ("a question asked again", "C. Rye, B. Ekwall. Do Limpets Sleep at Low Tide? Revisited: New Data. STOC 2018"),
    ("a month alone", "Gradient Descent in Hyperbolic Gardens May. Ada Tulkens, Wei Zhang. KDD 2018"),
    ("strangers behind half of a title", "S. Nakamura, P. Rossi. Measuring turtles in old corpora. 2014."),
]


@pytest.mark.parametrize("string", [string for _, string in NOT_SURE], ids=[name for name, _ in NOT_SURE])
def test_a_string_is_not_matched(judge: Judge, string: str) -> None:
    assert judge.judge(Wanted("1", string)).status is not Status.MATCHED


TONGUES = [
    ("Titre en trois mots (Title in four words)", ("Titre en trois mots", "Title in four words")),
    (
        "Mesure (dite faible) du temps (Weak measure of time) [in French].",
        ("Mesure (dite faible) du temps", "Weak measure of time"),
    ),
    (
        "基於深層類神經網路之偵測系統 (Deep Event Detection) [In Chinese]",
        ("基於深層類神經網路之偵測系統", "Deep Event Detection"),
    ),
    ("A Study of Ice (Extended Abstract)", ()),
    ("Gardens (with an appendix on moss) and ponds", ()),
    ("No brackets at all", ()),
]


@pytest.mark.parametrize(("title", "halves"), TONGUES, ids=[title for title, _ in TONGUES])
def test_titles_in_two_languages_have_halves(title: str, halves: tuple[str, ...]) -> None:
    assert tongues(title) == halves


PLAIN = [
    ("K.~Ekwall. On Wool", "K. Ekwall. On Wool"),
    ("On Ice<br/>A. Lee", "On Ice\nA. Lee"),
    ("H<sub>2</sub>O", "H2O"),
    ("Why? Because", "Why? Because"),
    ("AU - Australia", "AU - Australia"),
]


@pytest.mark.parametrize(("string", "plain"), PLAIN)
def test_markup_is_read(string: str, plain: str) -> None:
    assert plain_text(string) == plain


@pytest.mark.parametrize(
    "string", ["(" * 500_000, "a (b c" * 100_000, "a (b c d) " * 100_000 + "e"], ids=lambda one: one[:6]
)
def test_a_title_of_a_megabyte_has_no_halves(string: str) -> None:
    assert tongues(string) == ()
