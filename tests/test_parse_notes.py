"""What stands in a citation and is no part of it, and the lines of pages in which titles, names and venues stand."""

from __future__ import annotations

import time

import pytest

from reconcile.entry import Entry
from reconcile.parse import parse
from reconcile.parse.string import parse_string
from reconcile.parse.text.notes import earlier_versions, without_notes
from reconcile.records import SUBMITTED
from tests.test_parse import authors, entry

NOTES = {
    "In Conference on Gulls (COG), 2023.\n(Best Student Paper Award Finalist)": "In Conference on Gulls (COG), 2023.",
    "in Gull Letters (GL), vol.68, no.2, 2022. (SCI, IF=4.5, JCRQ1)": "in Gull Letters (GL), vol.68, no.2, 2022.",
    "In Gull Retrieval (GR), Glasgow, 2024\nCORE A": "In Gull Retrieval (GR), Glasgow, 2024",
    "[BEST PAPER]\nThe 2014 Conference on Gulls": "The 2014 Conference on Gulls",
    "COG 2020. Best Paper Award.": "COG 2020. .",
    "Proceedings of COG'23\nAcceptance rate: 29.22% (422 of 1,444)\nAug. 2023": "Proceedings of COG'23 Aug. 2023",
    "In COG, November 2020. (Acceptance Rate: 22.4% (754/3,359))": "In COG, November 2020.",
    "COG 2019, 22% acceptance rate": "COG 2019,",
    "(Olmo University Press) — Reviewed: 136 Gull L. Rev. 1701 (2023)": "(Olmo University Press) —",
    "COG 2022.\nSelected as one of the top papers and invited to submit to Gull Letters (GL).": "COG 2022.",
}
TITLES = [
    "A. Bee. Best Paper Award or Not? COG 2020.",
    "A. Bee. Predicting Acceptance Rates of Meetings. COG 2020.",
    "Best Response Dynamics. A. Bee. COG 2020.",
    "A. Bee. The Award Letters (with maps). Gull Review 3, 2020.",
    "A. Bee. An Earlier Version of the Tale. Gull Review 3, 2020.",
]


@pytest.mark.parametrize("text", NOTES)
def test_notes_are_blanked_and_every_place_stays(text: str) -> None:
    bare = without_notes(text)
    assert len(bare) == len(text)
    assert bare.split() == NOTES[text].split()


@pytest.mark.parametrize("text", TITLES)
def test_titles_that_speak_of_prizes_stay(text: str) -> None:
    assert without_notes(text) == text
    assert not earlier_versions(text)


def test_a_nickname_in_quotes_is_no_title() -> None:
    claim = parse(entry("Does It Help? Ann Bee, Ting-Hao 'Kenneth' Hua, and Cy Dee. COG 2023.")).claim
    assert [
        name.split()[-1] for name in authors(parse(entry("Does It Help?\nAnn Bee, Tim 'Ken' Hua, Cy Dee\nCOG 2023")))
    ] == [
        "Bee",
        "Hua",
        "Dee",
    ]
    assert claim.title == "Does It Help?"


def test_an_earlier_version_is_a_venue_beside_and_gives_no_pages() -> None:
    mention = parse(
        entry(
            "Ann Bee and Cy Dee. Almost complete shells. Annals of Gull Logic, 138(1-3), 2005. (an earlier version"
            " appeared in: STACS 2005 (Stuttgart), LNCS 3404, pp. 422-433, Springer, 2005)"
        )
    )
    assert mention.kind == "article-journal"
    assert (mention.claim.container_title, mention.claim.volume, mention.claim.page) == (
        "Annals of Gull Logic",
        "138",
        "",
    )
    assert "stacs" in [venue.series for venue in mention.venues]
    assert mention.venues[0].name == "Annals of Gull Logic"


STACKED = {
    # a list of names above a venue's acronym
    "⟦PlagBay: Exploring the Duality of Long Shells in Copying and Detection⟧\nJoy Lee, Tosh Agra, Jing Chen, Don Weir\n"
    "NAACL 2025, Albuquerque, New Mexico, April 2025": (
        ["Joy Lee", "Tosh Agra", "Jing Chen", "Don Weir"],
        "NAACL 2025",
    ),
    "⟦TOPSHELL: Topology-Aware Attribution of Deep Shells with Diverse Styles⟧\nJoy Lee, Don Weir\nECAI (European Conference"
    " on Artificial Intelligence) 2024, Santiago, Spain, October 2024": (["Joy Lee", "Don Weir"], "ECAI"),
    "⟪The strength of the Harbour Theorem⟫\n(with Ann Weir)\nComputability in Europe 2010": (
        ["Ann Weir"],
        "Computability in Europe 2010",
    ),
    # a venue between title and names
    "Surrogate Tides Using Selective PCA: An Ensemble Method\nPhysics in Medicine and Biology\n2024\nMarsh A.C., Lee K.-H.": (
        ["A. C. Marsh", "K.-H. Lee"],
        "Physics in Medicine and Biology",
    ),
    # a publisher in a line of its own
    "⟦Hausdorff tides in exponential time⟧\n(with Ann Weir and Don Lee)\nProc. 16th Conference on Tidal Complexity\n"
    "IEEE Computer Society, 2001.": (["Ann Weir", "Don Lee"], "Proc. 16th Conference on Tidal Complexity"),
    # a month behind the name of a meeting
    "⟦Un-Rocking Buoys: Foundations of Acoustic Attacks⟧\nJoy Lee, Don Weir\nProceedings of the 32nd USENIX Security"
    " Symposium (Security'23)\nAcceptance rate: 29.22% (422 of 1,444)\nAug. 2023": (
        ["Joy Lee", "Don Weir"],
        "Proceedings of the 32nd USENIX Security Symposium (Security'23)",
    ),
    # what nothing but a prize, or the way it was shown, names the venue of
    "⟦Propositional Extraction from Gull Calls⟧\nJoy Lee, Don Weir\n(Best Paper Award at EDM 2024)": (
        ["Joy Lee", "Don Weir"],
        "EDM 2024",
    ),
    "⟦Modeling Gull Coreference with Rationales⟧\nJoy Lee, Don Weir\n(Oral, Accepted at NAACL Main 2024)": (
        ["Joy Lee", "Don Weir"],
        "NAACL Main 2024",
    ),
    # an "in" behind the date
    "⟦A Reverse Test for Made Shells⟧\nJoy Lee, Don Weir. (2019).\nIn 11th Int'l ACM Web Science Conf. (WebSci), Boston, 2019.": (
        ["Joy Lee", "Don Weir"],
        "11th Int'l ACM Web Science Conf. (WebSci)",
    ),
}


@pytest.mark.parametrize("text", STACKED)
def test_lines_of_a_page_are_fields(text: str) -> None:
    mention = parse(entry(text))
    assert (authors(mention), mention.claim.container_title) == STACKED[text]


KINDS = {
    "Ann Lee and Bo Weir. Counting gulls in fog. Submitted to Journal of Gulls, 2020.": "preprint",
    "Ann Lee and Bo Weir. Counting gulls in fog. In submission to Journal of Gulls, 2020.": "preprint",
    "Ann Lee and Bo Weir. “Plummeting costs of gulls.” Harbour Policy, 2021.": "article-journal",
    "Ann Lee and Bo Weir. “Plummeting costs of gulls.” In Harbour Policy, 2021.": "paper-conference",
    "A. Lee, J. Weir: Anomalies in B decays\nEur.Phys. J. Plus 137 (2022) 217\narXiv:2012.14799": "article-journal",
    "Ann Lee, Bo Weir. “Attack Anything.” (Under third round review, Neural Networks)": "preprint",
    "Ann Lee, Bo Weir. “Attack Anything Now.” In revision for Journal of Gulls": "preprint",
    "Lee, A. “Pronghorn: A Coarse Mesh.” Nuclear Technology. (submitted 2020)": "preprint",
    "Lee, A., Weir, B. (2017). 3D modeling of gulls and derived signals (poster)": "poster",
    "Lee, A. (2019). Methods to detect gulls on islands (honor's thesis)": "thesis",
    "Solvation of gulls, A.V. Marsh, B. Lee, J. Chem. Phys. (submitted)": "preprint",
    "Ann Lee and Bo Weir. Mining gulls. Handbook of Gulls for Research, 2015": "chapter",
    'Ann Lee. "Gulls at sea". Chapter 4 of "Seabirds: Foundations and Applications", Springer, 2020.': "chapter",
    "Ann Lee. Gulls at sea. Book chapter in Seabirds: Foundations and Applications, Springer, 2020.": "chapter",
    "⟦The strength of the Harbour Theorem⟧\n(with Ann Weir)\nComputability in Europe 2010\n"
    "Lecture Notes in Computer Science 6158, Springer, 2010": "paper-conference",
    "Lee, A., & Weir, B. (2021). A pipeline to mark exposed gulls. Epigulletics, 1-9.": "article-journal",
    "Lee A. Gulls at sea. In review, Phytogullogy, 2025.": "preprint",
    "Lee A. 2023. “Gulls at sea.” Chapter 3. In: Gulls and global change, 2nd edition. Harbour Press: 22-49.": "chapter",
    "Lee A. Gulls at sea. Harbour Physics Discussions [preprint], 2021.": "preprint",
    "Lee A. Gulls at sea. Harbour Physics, 2021. [preprint] [code]": "article-journal",
    "Lee A. Gulls at sea. Earth and Space Science Open Archive, 2020.": "preprint",
    "Preprint (2025). Matrix-based Secret Gulls with Group Actions.": "preprint",
    "Computability and Gulls\nDoctoral Dissertation, Universität Heidelberg, 2004": "thesis",
    "Thesis Title: Dissecting VoGULL: Exploiting Free Channels and Problems": "thesis",
    "A. Lee, B. Weir (eds.). Proceedings of the First Workshop on Gulls and Terns. ACL, 2020.": "book",
}


@pytest.mark.parametrize("text", KINDS)
def test_the_kind_is_seen_in_what_stands_before_and_behind(text: str) -> None:
    mention = parse(entry(text))
    assert mention.kind == KINDS[text]
    assert "Dissertation" not in " ".join(authors(mention))
    assert "VoGULL" not in " ".join(authors(mention))


def test_where_a_work_was_sent_is_not_where_it_appeared() -> None:
    sent = parse(entry("Ann Lee and Bo Weir. Counting gulls in fog. Submitted to NeurIPS 2020.")).claim
    assert (sent.container_title, sent.genre) == ("NeurIPS 2020", SUBMITTED)
    assert parse(entry("Ann Lee and Bo Weir. Counting gulls in fog. To appear in NeurIPS 2020.")).claim.genre == ""


NUMBERS = {
    "Lee, A., “Effects of gulls.” Journal of Gull Theory. 49 1 (2020) 1-14.": ("49", "1-14"),
    "Lee, A., “Effects of gulls.” Nuclear Gull Design/ 367 (2020) 1107512.": ("367", "1107512"),
    "A. Lee, J. Weir: Anomalies in B decays\nEur.Phys. J. Plus 137 (2022) 217\narXiv:2012.14799": ("137", "217"),
    "Scalable properties of gulls, R. Marsh, A. Lee, and N. Rowe, Chem. Phys. Lett. 578, 92 (2013).": ("578", "92"),
    "Breaking of eggs, I. Marsh, A. Lee, J. Am. Chem. Soc. 130, 9342, (2008).": ("130", "9342"),
    "Lee, A., Power of gulls, Harbour Transactions, 12, 3 (2010), pp. 4-9.": ("12", "4-9"),
    "Weir, R. and Lee, A. 1974. Sources of resistance in gulls. Ind. J. Genet. 34:400-404": ("34", "400-404"),
    "Lee A, Weir B. Gulls at sea. LIPIcs 12:1-12:20, 2019": ("12", "12:1-12:20"),
    "Lee, A., Weir, B. (2018). Rogue gulls in random seas. Physical Review Applied, 9(1), 014016.": ("9", "014016"),
    # pages whose dash was lost
    "Lee, A., Weir, B. (2018). Rogue gulls in random seas. Coastal Review, 102(10), 1638 1669.": ("102", "1638-1669"),
    "Lee, A., Weir, B. (2018). Rogue gulls in random seas. Coastal Review, 369, 173 190.": ("369", "173-190"),
    "⟦Rogue gulls in GULL-76b⟧\nA & A, Volume 617, id.L7\nLee, A. D.; Weir, C. P.": ("617", "L7"),
    "Rey AI, Lee J. 2025. “The knowledge of flesh gulls.” Gullota Neotropica 25(2): e20241740.": ("25", "e20241740"),
    "A. Lee and B. Weir, “Design of a living harbour,” Elsevier Computer Networks, vol. 263, pp. 11, May 2025.": (
        "263",
        "11",
    ),
    "Lee, A., Weir, B. Rogue gulls in random seas. Coastal Review, 102(10), 5 May 2018.": ("102", ""),
    "“Tracking of gulls” by Ann Lee, Bo Weir. Springer Social Gull Analysis and Mining, vol. 5 (1), 2015": ("5", ""),
}


@pytest.mark.parametrize("text", NUMBERS)
def test_volume_and_pages_are_told_apart(text: str) -> None:
    claim = parse(entry(text)).claim
    assert (claim.volume, claim.page) == NUMBERS[text]
    assert claim.container_title


LISTS = {
    # as BibTeX writes names, one of a family name of two words
    "García Rey, Ana and Holm, Kai\n⟪Rogue gulls in random seas⟫\nPhys. Rev. D (2024)": (
        ["Ana García Rey", "Kai Holm"],
        "Phys. Rev. D",
    ),
    "Lee, A. D. and Rowe, B.\n⟦A & A, Volume 617, id.A71⟧\nHow drifting gulls shape islands I: Heavy elements": (
        ["A. D. Lee", "B. Rowe"],
        "A & A",
    ),
    # a list that a line breaks behind its first name, and a journal in short forms behind the last
    "Solvation by a reference site model, B. Lee,\nA.V. Marsh, S. Rowe, and N. Holm, Comp. Theor. Chem. 1051,\n"
    "151-160 (2015)": (["B. Lee", "A. V. Marsh", "S. Rowe", "N. Holm"], "Comp. Theor. Chem"),
    "Density studies of gull clusters. A.V. Marsh, K.M. Rowe,\nG. Holm, and N. Weir, Chem. Phys. Lett. 299, 603,"
    " (1999).": (["A. V. Marsh", "K. M. Rowe", "G. Holm", "N. Weir"], "Chem. Phys. Lett"),
    "Lee, Ann, and Bob Ray. “Learning to Fly.” Journal of Flight, vol. 12, 2019, pp. 1–20.": (
        ["Ann Lee", "Bob Ray"],
        "Journal of Flight",
    ),
}


@pytest.mark.parametrize("text", LISTS)
def test_lists_end_where_a_journal_begins(text: str) -> None:
    mention = parse(entry(text))
    assert (authors(mention), mention.claim.container_title) == LISTS[text]


def test_the_owner_in_italics_is_no_title_before_one_in_quotes() -> None:
    mention = parse(
        entry(
            '⟦April Weir⟧, Josh Peters, Ling Zou. “Porous Harbour Simulations of Pebbles using Pronghorn." SIAM Conference'
            " on Gulls, Spokane, 2019."
        )
    )
    assert authors(mention) == ["April Weir", "Josh Peters", "Ling Zou"]
    assert mention.claim.title == "Porous Harbour Simulations of Pebbles using Pronghorn"


def test_nobody_called_marsh_is_a_month() -> None:
    assert str(parse(entry("Counting gulls\n2025\nMarsh A.C.")).claim.issued) == "2025"


@pytest.mark.parametrize(
    "piece", ["(award ", "best paper ", "acceptance rate ", "an earlier version ", "A 'B' ", "(", "1 "]
)
def test_notes_are_found_in_linear_time(piece: str) -> None:
    begun = time.process_time()
    text = piece * (1_000_000 // len(piece))
    without_notes(text)
    earlier_versions(text)
    assert time.process_time() - begun < 5


def test_who_edited_a_volume_is_told_by_the_word_before_its_quoted_title() -> None:
    claim = parse(entry('Ann Lee and Bo Weir (editors). "Gulls and Society". WPES 2025, ACM, October 2025.')).claim
    assert [name.family for name in claim.editor] == ["Lee", "Weir"]
    assert not claim.author
    assert claim.title == "Gulls and Society"


def test_a_bracket_with_a_number_belongs_to_the_title_of_an_article_and_names_the_series_of_a_book() -> None:
    article = "Lee, A. (2020). Gulls and floats (CCP Blind Test Series 2). Journal of Gulls, 20(3), 12-20."
    assert parse(entry(article)).claim.title == "Gulls and floats (CCP Blind Test Series 2)"
    book = "Lee, A. (2020). Gulls and floats (Harbour Archaeology Series 604). Oxford: Archaeopress."
    assert parse(entry(book)).claim.title == "Gulls and floats"


def test_a_venue_that_a_line_breaks_is_named_in_one() -> None:
    text = "Fane, O., Lund, E. K., & Marsh, B. T.\n(2021). Counting of the grey sheep on the eastern meadows. User\n"
    mention = parse(Entry("cv", 1, 3, text, f"{text}Modeling and User-Adapted Interaction 31, 377-420."))
    assert [venue.name.partition(" 31")[0] for venue in mention.venues] == [
        "User Modeling and User-Adapted Interaction"
    ]


def test_a_reviews_number_is_no_year():
    mention = parse_string("O. Fane. Counting ewes. Gulls Math. 34 (2022), 411-440. Zbl 1511.11044.")
    assert mention.claim.year == 2022
    assert parse_string("O. Fane. Counting ewes. Gulls Math. Zbl 1511.11044.").claim.year is None


def test_a_polish_co_author_is_named_behind_the_title():
    mention = parse_string(
        "Skóra, złoto i owce (współautor: M. Dąb), [w:] Katalog owiec, red. J. Runo, Pelplin 2019, s. 31–52."
    )
    assert [name.family for name in mention.claim.author] == ["Dąb"]
