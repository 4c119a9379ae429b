"""Works whose titles have words of patents, awards, teaching, templates and venues: they are works all the same."""

from __future__ import annotations

import pytest

from reconcile.documents.reader import read_text
from reconcile.entry import Entry
from reconcile.extract import extract
from reconcile.extract.looks.people import runs
from reconcile.extract.looks.pieces import plain_title
from reconcile.extract.refusing.patents import tells_of_a_patent
from reconcile.lexicon.fillers import is_placeholder, names_sample_person
from reconcile.lexicon.reasons import Reason
from reconcile.parse import parse


def reasons(text: str, heading: str = "Publications") -> list[str]:
    """The reasons of the entries that one paragraph under a heading gives."""
    return [entry.reason for entry in extract(read_text(f"{heading}\n\n{text}\n", "cv.txt", ".txt"))]


WORDS = """
T. Bee. LOREM: Language-consistent Open Relation Extraction. In WWW, pages 1830-1838, 2020.
T. Bee, C. Dee. LOREM: Language-consistent Open Relation Extraction. In WWW, 2020.
Jane Doe. Counting sheep in the dark. In SIGSHEEP, pages 1-9, 2020.
A. Bee and Jane Doe. Counting sheep in the dark. Journal of Sheep, 2020.
A. Bee. Who was John Doe and why did he sue? Journal of Sheep, 2020.
A. Smith and B. Jones. Machine translation of Chinese patents. In ACL, pages 3-9, 2019.
A. Smith. Machine translation of Chinese patents. In ACL, 2019.
A. Smith. Patent application classification with BERT. In SIGIR, 2019.
A. Smith. Patent application classification with BERT. arXiv:1901.00001, 2019.
A. Smith, B. Jones. Predicting performance through patent applications. In BigData, pages 4159-4164, 2017.
A. Smith. SMT of German patents at WIPO. In Proceedings of the 17th Annual Conference of the EAMT, 2014.
A. Smith. The value of patents. Journal of Sheep, 12(3), 123-145, 2012.
A. Smith. A Course in Number Theory. Springer, Berlin, 2001.
A. Smith. Teaching assistant robots in the wild. In CHI, pages 3-9, 2019.
A. Smith. The reviewer assignment problem. In WWW, 2012.
Smith, A. (2012). The reviewer assignment problem. Journal of Sheep, 3, 1-9.
The reviewer assignment problem. A. Smith. In WWW, pages 3-9, 2012.
Predicting the Nobel Prize. Journal of Sheep, 3(2), pages 1-9, 2012.
A. Smith. Predicting the Nobel Prize. In MM, pages 3-9, 2012.
A. Smith. Fellowship and community among shepherds. Journal of Sheep, 2012.
""".strip().splitlines()


@pytest.mark.parametrize("line", WORDS)
def test_words_of_a_title_say_nothing_of_its_work(line: str) -> None:
    assert reasons(line) == [""]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("**A Course in Number Theory**. A. Smith. Springer, 2001.", ""),
        ("**The Long Count of Sheep in the Central Andes**. A. Bee. Gull Press, 2001. Winner, Sheep Prize.", ""),
        ("Winner, 2019 Gull Prize, for *The Long Count of Sheep*. Reviewed by A. Bee, Springer.", "an award"),
    ],
)
def test_a_title_set_apart_says_nothing_of_its_work(line: str, reason: str) -> None:
    page = f"# Publications\n\n- {line}\n"
    assert [entry.reason for entry in extract(read_text(page, "cv.md", ".md"))] == [reason]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("A. Bee, C. Dee. Sheep counter. US Patent No. 9,123,456. IEEE, pages 1-9, 2019.", "a patent"),
        ("A. Bee, C. Dee. Sheep counter. European patent, Springer, 2019.", "a patent"),
        ("A. Bee, C. Dee. Sheep counter (patent pending). ACM, 2019.", "a patent"),
        ("A. Bee, C. Dee. Sheep counter. United States Patent and Trademark Office, 2019.", "a patent"),
        ("A. Bee. Counting sheep as a Chinese patent says. 2019.", "a patent"),
        ("Anna Bee, Reviewer, IEEE Transactions on Sheep, 2019", "reviewing or service"),
        ("Anna Bee, Best Paper Award, Journal of Sheep, 2019", "an award"),
        ("John Doe, Jane Doe. My sample title for the page. 2019.", "a placeholder"),
        ("Your Name, You. (2009). Paper Title Number 1. Journal 1, 1(1).", "a placeholder"),
        ("A. Bee. Title of the paper. In ICML, pages 1-9, 2020.", "a placeholder"),
        ("A. Bee. Lorem ipsum dolor sit amet. In ICML, pages 1-9, 2020.", "a placeholder"),
        ("Author, F.: Article title. Journal of Sheep 2(5), 99-110 (2016).", "a placeholder"),
        ("A. Bee. Your title here. Journal of Sheep 2(5), 99-110 (2016).", "a placeholder"),
    ],
)
def test_what_is_no_work_stays_out(line: str, reason: str) -> None:
    assert [found for found in reasons(line) if found != reason] == []


DOUBTFUL = """
D. Cai. Recent Advances in Retrieval-Augmented Text Generation. In SIGIR, pages 3417-3419, 2022.
D. Cai. Recent Advances in Retrieval-Augmented Text Generation. In SIGIR, 2022.
J. Smith (ed.). Handbook of sheep farming. Springer, Berlin, 2001. ISBN 978-3-16-148410-0.
J. Smith. Handbook of sheep farming in the north. Springer, Berlin, 2001.
Smith, J. (in press). Forthcoming sheep of the northern meadows. Journal of Sheep.
M. Kersten. Big Data Space Fungus. In CIDR, pages 1-9, 2015.
D. Bee. Video Sheep Network. In Proceedings of the Workshop on Sheep, 2021.
N. Collier. WSDM 2017 Workshop on Mining Sheep Reports: MOSR 2017. In WSDM, pages 825-826, 2017.
F. Cap. Magnetohydrodynamik. In Lehrbuch der Plasmaphysik und Magnetohydrodynamik, pages 99-118, 1994.
I. Bee. A Simplified Count of Sheep. In MM, pages 1451-1456, 2017.
My T. Dee. A Simplified Count of Sheep. In MM, pages 3-9, 2017.
J. Wang. Measuring the Originality of Wool in Online Systems. In MM, pages 1952-1960, 2019.
H. Muller. The sheep trade in Germany, 1933–1945. Journal of Sheep, 2010.
L. Du. Unsupervised Selection with Adaptive Sheep. KDD, 2015.
D. Kong. An Iterative Sheep Algorithm. ICML, 2012.
A. Author, B. Bee. Sheep of the north. Journal of Sheep, 2010.
Author, A. and B. Bee. Sheep of the north. Journal of Sheep, 2010.
Text-based video blogging. N. Hamaguchi. WWW, 2006.
""".strip().splitlines()


@pytest.mark.parametrize("line", DOUBTFUL)
def test_one_author_is_enough_whatever_the_title_reads_as(line: str) -> None:
    assert reasons(line) == [""]


@pytest.mark.parametrize(
    "line",
    [
        "A. Bee. In Proceedings of the Workshop on Sheep, Springer, 2020.",  # its title stands elsewhere
        "Anna Bee, Recent Advances in Wool",
        "I was a student of the Handbook of Sheep, Springer, Berlin.",
        "Anna Bee, SIGSHEEP project, 2019-2021",
    ],
)
def test_a_name_and_a_venue_alone_are_no_entry(line: str) -> None:
    assert reasons(line) == []


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Lorem ipsum", True),
        ("ut dolor sit amet", True),
        ("2019 - 2020, Lorem, China", True),
        ("LOREM: open relations", False),
        ("Lorem: open relations", False),
        ("A. Bee, LOREM, 2020", False),
        ("Title of the paper", True),
        ("{Title of Paper},", True),
        ("On the title of the paper that nobody read", False),
        ("Firstname Lastname. Wool.", True),
        ("Author One and A. Bee. Wool.", True),
        ("What an author one day wrote", False),
        ("Lastname, F., Lastname, F. Wool.", True),
        ("“Paper title here.” In: Gulls", True),
        ("[Insert publication 3 here]", True),
        ("A. Bee, Insert publication dates here and there", False),
        ("An example journal article", True),
        ("An example journal article in Latin", False),
    ],
)
def test_a_placeholder_is_a_whole_title_or_name(text: str, is_one: bool) -> None:
    assert is_placeholder(text) is is_one


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("John Doe. Wool.", True),
        ("A. Bee, Jane Doe & C. Dee. Wool.", True),
        ("Max Mustermann & Erika Mustermann. Wolle.", True),
        ("John Q. Public and A. Bee. Wool.", True),
        ("Juan Pérez de Tal. Lana.", True),
        ("Joe Bloggs-Smith. Wool.", False),
        ("Jane Doe-Smith. Wool.", False),
        ("A. Bee. The John Doe of wool.", False),
    ],
)
def test_a_sample_person_has_no_more_of_a_name(text: str, named: bool) -> None:
    assert names_sample_person(text) is named


@pytest.mark.parametrize(
    ("text", "cited", "is_one"),
    [
        ("Wool. U.S. Patent 4 567 890, Jul. 16, 1990.", True, True),
        ("Wool. US patent application 18/651,218.", True, True),
        ("Wool. Patent ZL202011073947.7, 2024.", True, True),
        ("Wool. 专利号 12345", True, True),
        ("Wool. Japanese patent filed, 2019.", True, True),
        ("The value of patents. 12(3), 2019.", True, False),
        ("Translating Japanese patents, 2019-2021", True, False),
        ("Weaving Japanese patents, 2019-2021", False, True),
        ("Chinese patent retrieval, 2019", False, False),
        ("Patent application classification, 2019", False, False),
    ],
)
def test_of_what_is_cited_only_numbers_and_offices_are_believed(text: str, cited: bool, is_one: bool) -> None:
    assert tells_of_a_patent(text, cited=cited) is is_one


@pytest.mark.parametrize(
    ("text", "count"), [("D. Kong.", 1), ("L. Du.", 1), ("Hong Kong.", 0), ("J. La.", 1), ("Van der.", 0)]
)
def test_an_initial_makes_a_name_of_a_word(text: str, count: int) -> None:
    assert sum(run.count for run in runs(text)) == count


@pytest.mark.parametrize(
    ("text", "titled"),
    [
        ("DOI registration in small journals. Wool 3, 2019, 1-9.", True),
        ("URL shortening for shepherds. Wool 3, 2019, 1-9.", True),
        ("doi: 10.18653/v1/d19-1570", False),
        ("DOI 10.18653/v1/d19-1570", False),
        ("https://example.org/sheep and wool", False),
    ],
)
def test_an_identifier_is_no_title_and_a_title_may_be_about_one(text: str, titled: bool) -> None:
    assert (plain_title(text, ()) > 0) is titled


def test_an_identifier_on_the_last_line_of_an_item_belongs_to_it() -> None:
    text = (
        "References\n\n"
        "[1] Ann Lee, Bo Kim, and Cy Roe. “Counting Sheep: Two Views of a Flock”.\n"
        "In: Proceedings of the 2019 Conference on Empirical Methods in Sheep Counting (EMSC).\n"
        "2019, pp. 5689–5695. doi: 10.18653/v1/d19-1570.\n"
        "[2] Di Moe and Ed Poe. “Wool for All”. In: Proceedings of the Ninth Wool Conference.\n"
        "2018, pp. 1–9. doi: 10.18653/v1/w18-0001.\n"
    )
    read = [entry.reading for entry in extract(read_text(text, "cv.txt", ".txt"))]
    assert len(read) == 2
    assert all("pp." in one and "doi" in one for one in read)


@pytest.mark.parametrize(
    "line",
    [
        "Ants at SheepEval-2016 Task 11: Simple System for Complex Folds. Anna Bee. Proceedings of the 10th Workshop on Wool, 2016.",
        "GULL at Sheepeval 2016: Counting with Dogs. Anna Bee. Proceedings of the 10th Workshop on Wool, 2016.",
        "TLDR: Extreme Counting of Sheep. Anna Bee, Carla Dee, Eve Fox. Findings of SHEEP 2020.",
        "**TLDR: Extreme Counting of Sheep**. Anna Bee, Carla Dee, Eve Fox. Findings of SHEEP 2020.",
        "Responsible Fold Use in the Age of Woolly MT. Anna Bee. Workshop on Wool (WOOL 2020), 2020.",
    ],
)
def test_titles_first_that_begin_as_meetings_and_labels_do(line: str) -> None:
    page = f"# Publications\n\n- {line}\n"
    assert [entry.reason for entry in extract(read_text(page, "cv.md", ".md"))] == [""]


def test_a_title_that_begins_as_work_done_is_known_by_its_list() -> None:
    page = (
        "# Publications\n\n- Building Folds for Tired Sheep. Anna Bee. Workshop on Wool, 2020.\n"
        "- Sheep in the Rain. Anna Bee. Workshop on Wool, 2019.\n- Sheep in the Fog. Anna Bee. Workshop on Wool, 2018.\n"
        "- Responsible for all sheep at the fold, 2019.\n"
    )
    assert [entry.first for entry in extract(read_text(page, "cv.md", ".md"))] == [3, 4, 5]


def test_an_abstract_stays_one() -> None:
    page = "# Publications\n\n- Sheep in the Rain. Anna Bee, Carla Dee. Wool 2019.\n\n  TLDR: We count sheep in the rain.\n"
    assert [entry.last for entry in extract(read_text(page, "cv.md", ".md"))] == [3]


def titles(*lines: str) -> list[str]:
    """The titles that are read of the items of a list."""
    page = "# Publications\n\n" + "".join(f"- {line}\n" for line in lines)
    return [parse(entry).claim.title for entry in extract(read_text(page, "cv.md", ".md"))]


OF_TITLES = [
    "E3: Sheep-driven Counting and Folding",
    "JW300: A Wide Flock for Low Hills",
    "Cro36WSD: A Flock of Sheep for Low Hills",
    "FoldBD-2020: The Second Shared Task on Folds",
    "Ants at SheepEval 2019: A Flock for Low Hills",
    "North Hill at CoNLL–SIGMORPHON 2018: A Flock for Low Hills",
]


@pytest.mark.parametrize("title", OF_TITLES)
def test_a_label_with_a_colon_is_the_titles_where_no_list_counts_so(title: str) -> None:
    assert titles(f"{title}. Anna Bee, Carla Dee. Proceedings of the Workshop on Wool, 2020.") == [title]


def test_a_list_may_count_with_letter_and_colon() -> None:
    rest = "Anna Bee, Carla Dee. Workshop on Wool, 2020."
    counted = titles(
        f"C2: Sheep on High Hills. {rest}", f"C1: Sheep on Low Hills. {rest}", f"J1: Sheep in Vales. {rest}"
    )
    assert counted == ["Sheep on High Hills", "Sheep on Low Hills", "Sheep in Vales"]
    assert titles("C1: Bee, A., Dee, C. Sheep on Low Hills. Workshop on Wool, 2020.") == ["Sheep on Low Hills"]


def test_a_meeting_before_a_title_is_its_venue_where_no_other_follows() -> None:
    assert titles("ACL 2019: Sheep on Low Hills. Anna Bee, Carla Dee.") == ["Sheep on Low Hills"]
    assert titles("SheepAI at NeurIPS 2024: Sheep on Low Hills. Anna Bee, Carla Dee.") == ["Sheep on Low Hills"]


@pytest.mark.parametrize("reason", list(Reason))
def test_a_reason_tells_a_person_what_it_is_and_a_kind_what_it_is_for_a_program(reason: Reason) -> None:
    mention = parse(Entry("cv.txt", 1, 1, "A. Bee. Felt. 2019.", "A. Bee. Felt. 2019.", reason=reason))
    kinds = {Reason.PATENT: "patent", Reason.PLACEHOLDER: "placeholder"}
    assert (mention.reason, mention.kind) == (reason.value, kinds.get(reason, "other"))
