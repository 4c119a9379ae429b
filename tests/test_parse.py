"""What `parse` reads out of one entry: a table of citation styles that a librarian could extend."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.documents.blocks.block import Mark
from reconcile.entry import Entry
from reconcile.mention import Mention
from reconcile.parse import parse


def entry(reading: str, **more: object) -> Entry:
    """An entry of a reading; a stretch between ⟦ and ⟧ is marked as a link, between ⟪ and ⟫ as strong."""
    marks = []
    for opener, closer, kind in (("⟦", "⟧", "link"), ("⟪", "⟫", "strong")):
        while opener in reading:
            start = reading.index(opener)
            end = reading.index(closer) - 1
            reading = reading.replace(opener, "", 1).replace(closer, "", 1)
            marks.append(Mark(start, end, kind, "#" if kind == "link" else ""))
    return Entry("doc.md", 1, 1, reading, reading, tuple(marks), **more)  # type: ignore[arg-type]


def read(reading: str, **more: object) -> Mention:
    return parse(entry(reading, **more))


def authors(mention: Mention) -> list[str]:
    return [str(name) for name in mention.claim.author]


STYLES = {
    # APA
    "Smith, J., Doe, A., & van der Berg, C. (2020). Node.js in the wild. Software Practice, 25(3), 123-145.": (
        ["J. Smith", "A. Doe", "C. van der Berg"],
        "Node.js in the wild",
        "Software Practice",
        2020,
    ),
    # MLA and Chicago: the first author inverted
    "Lee, Ann, and Bob Ray. “Learning to Fly.” Journal of Flight, vol. 12, no. 3, 2019, pp. 1–20.": (
        ["Ann Lee", "Bob Ray"],
        "Learning to Fly",
        "Journal of Flight",
        2019,
    ),
    # IEEE
    "[7] J. K. Author and B. Author, “Is it fast? Yes,” in Proc. Data Eng. (ICDE), 2020, pp. 1–5.": (
        ["J. K. Author", "B. Author"],
        "Is it fast? Yes",
        "Proc. Data Eng. (ICDE)",
        2020,
    ),
    # ACM
    "A. Author and B. Author. 2020. Deep Nets. In Proceedings of X (X '20). ACM, 1–5. https://doi.org/10.1145/1.2": (
        ["A. Author", "B. Author"],
        "Deep Nets",
        "Proceedings of X (X '20)",
        2020,
    ),
    # Vancouver
    "Hochreiter S, Schmidhuber J. Long short-term memory. Neural computation. 1997 Nov 15;9(8):1735-80.": (
        ["S. Hochreiter", "J. Schmidhuber"],
        "Long short-term memory",
        "Neural computation",
        1997,
    ),
    # Springer LNCS
    "Vaswani, A., Shazeer, N., et al.: Attention is all you need. In: Advances in X Systems, pp. 5998–6008 (2017)": (
        ["A. Vaswani", "N. Shazeer"],
        "Attention is all you need",
        "Advances in X Systems",
        2017,
    ),
    # AAAI: semicolons
    "Devlin, J.; Chang, M.-W.; and Toutanova, K. 2019. BERT: Pre-training of Transformers. In NAACL-HLT, 4171–4186.": (
        ["J. Devlin", "M.-W. Chang", "K. Toutanova"],
        "BERT: Pre-training of Transformers",
        "NAACL-HLT",
        2019,
    ),
    # Nature
    "LeCun, Y., Bengio, Y. & Hinton, G. Deep learning. Nature 521, 436–444 (2015).": (
        ["Y. LeCun", "Y. Bengio", "G. Hinton"],
        "Deep learning",
        "Nature",
        2015,
    ),
    # a DBLP page
    "Ashish Vaswani, Noam Shazeer: Attention is All you Need. NIPS 2017: 5998-6008": (
        ["Ashish Vaswani", "Noam Shazeer"],
        "Attention is All you Need",
        "NIPS 2017",
        2017,
    ),
    # authors after the title
    "Attention Is All You Need. Ashish Vaswani, Noam Shazeer, Niki Parmar. NeurIPS 2017.": (
        ["Ashish Vaswani", "Noam Shazeer", "Niki Parmar"],
        "Attention Is All You Need",
        "NeurIPS 2017",
        2017,
    ),
    "Learning to Fly (with Ann Lee and Bob Ray), Journal of Flight, 2019": (
        ["Ann Lee", "Bob Ray"],
        "Learning to Fly",
        "Journal of Flight",
        2019,
    ),
    # year first, venue first, numbered label
    "[C12] 2021. Ann Lee, Bob Ray. Learning to Fly. In ICML.": (
        ["Ann Lee", "Bob Ray"],
        "Learning to Fly",
        "ICML",
        2021,
    ),
    "NeurIPS'21 | Learning to Fly: A Study. Ann Lee, Bob Ray and Cy Young.": (
        ["Ann Lee", "Bob Ray", "Cy Young"],
        "Learning to Fly: A Study",
        "NeurIPS'21",
        2021,
    ),
    # title, authors, venue in lines of their own
    "PipeX: Elastic Pipelining for Training\nAnn Lee*, Bob Ray (Big Lab), Cy Young†\n(* equal)\nAccepted to ICML 2021": (
        ["Ann Lee", "Bob Ray", "Cy Young"],
        "PipeX: Elastic Pipelining for Training",
        "ICML 2021",
        2021,
    ),
    "KVX: Efficient Inference with Caches\nAnn Lee\n|\nBob Ray\nFindings of the Association: ACL 2025": (
        ["Ann Lee", "Bob Ray"],
        "KVX: Efficient Inference with Caches",
        "Findings of the Association: ACL 2025",
        2025,
    ),
    # one inverted name among others, and a stray comma
    "London, Yanir, Luca Buonanno and Lei Zhao. (2025). Optical memories for trees. AI Data Sciences VI": (
        ["Yanir London", "Luca Buonanno", "Lei Zhao"],
        "Optical memories for trees",
        "AI Data Sciences VI",
        2025,
    ),
    "Luca Buonanno, Paolo, Faraboschi, and Jim Ignowski. (2025). Gate arrays at work. Journal of Gates.": (
        ["Luca Buonanno", "Paolo Faraboschi", "Jim Ignowski"],
        "Gate arrays at work",
        "Journal of Gates",
        2025,
    ),
    # other languages
    "Müller, H. (2015): Die Stadt und ihr Bild. In: K. Schmidt (Hrsg.): Handbuch Städte. Berlin: Springer, S. 12–34.": (
        ["H. Müller"],
        "Die Stadt und ihr Bild",
        "Handbuch Städte",
        2015,
    ),
    "Dupont, J., et Martin, P. (2018). « L'apprentissage profond », Revue d'informatique, vol. 32, n° 2, p. 45-67.": (
        ["J. Dupont", "P. Martin"],
        "L'apprentissage profond",
        "Revue d'informatique",
        2018,
    ),
    "García Márquez, A. y López, B. (2017). Análisis de redes. Revista Española de Informática, 12(1), 1-10.": (
        ["A. García Márquez", "B. López"],
        "Análisis de redes",
        "Revista Española de Informática",
        2017,
    ),
    "李伟，王芳．基于深度学习的图像识别方法研究．计算机学报，2019，42(3)：453-468．": (
        ["李伟", "王芳"],
        "基于深度学习的图像识别方法研究",
        "计算机学报",
        2019,
    ),
}


@pytest.mark.parametrize("text", STYLES)
def test_styles(text: str) -> None:
    mention = read(text)
    names, title, venue, year = STYLES[text]
    claim = mention.claim
    assert (authors(mention), claim.title, claim.container_title, claim.year) == (names, title, venue, year)


# Marks show how far a title goes, whatever stands in it.
MARKED = {
    "⟪Ann Lee⟫, Bob Ray. (2023). ⟪Fast. Slow, in 2020.⟫ Design Automation Conference.": "Fast. Slow, in 2020",
    "Ann Lee. (2022). ⟦Proceedings of Nothing, a Study⟧. University of X.": "Proceedings of Nothing, a Study",
    "Ann Lee, Bob Ray. (2024). ⟦Content-Addressable Memories for⟧\n\nBoolean Functions. IEEE Symposium on Y (Y'24)": (
        "Content-Addressable Memories for Boolean Functions"
    ),
}


@pytest.mark.parametrize("text", MARKED)
def test_marks_show_the_title(text: str) -> None:
    assert read(text).claim.title == MARKED[text]


NEWS = {
    '[2024.01] Our paper "FedX: Measuring and Improving" is accepted at ICLR 2024. (paper,code). This work trains.': (
        "FedX: Measuring and Improving",
        2024,
    ),
    "[2022.10] Our paper “NAS: Search with Dimension” is accepted at AAAI 2023.": ("NAS: Search with Dimension", 2023),
    '[2020.10] Our survey paper "A Survey of Optimizations" has been accepted by IEEE Network Magazine.': (
        "A Survey of Optimizations",
        2020,
    ),
    '[Jun 2017] "A Survey of Sheep on the Hills" has been accepted at EMNLP 2017!': (
        "A Survey of Sheep on the Hills",
        2017,
    ),
}


@pytest.mark.parametrize("text", NEWS)
def test_news(text: str) -> None:
    claim = read(text).claim
    assert (claim.title, claim.year, claim.author) == (*NEWS[text], ())


@pytest.mark.parametrize("label", ["[Jun 2017]", "(Jun 2017)", "Jun 2017:", "[06/2017]"])
def test_a_month_before_news_is_no_venue(label: str) -> None:
    venues = read(f'{label} "A Survey of Sheep on the Hills" has been accepted at EMNLP 2017!').venues
    assert [(venue.series, venue.host, venue.name) for venue in venues] == [("emnlp", "", "EMNLP")]


KINDS = {
    ("Ann Lee. (2024). Analog memory at work. U.S. Patent, 18/651,218 (Filed).", ""): ("patent", "a patent"),
    ("PhD Thesis: Federated and Distributed Machine Learning at Scale", ""): ("thesis", ""),
    ("Ann Lee. (2022). Secure Design for Deep Networks. University of X.", "Publications / PhD Thesis"): ("thesis", ""),
    ("Ann Lee. (2023). A Reconfigurable Engine for Everything. (arXiv:2312.06532)", ""): ("preprint", ""),
    ("Ann Lee. (2023). A Fast Engine for Phones. Design Automation Conference (Poster Session). (DAC'23)", ""): (
        "poster",
        "",
    ),
    ("Ann Lee. (2019). A Study of Memory in Use. Journal of Memory, 3(2), 1-9.", ""): ("article-journal", ""),
    ("Ann Lee. (2019). A Study of Memory in Use. In: B. Ray (Ed.), Book of Memory. Springer.", ""): ("chapter", ""),
    ("Lorem ipsum dolor sit amet, consectetur adipiscing elit.", ""): ("placeholder", "a placeholder"),
}


@pytest.mark.parametrize(("text", "section"), KINDS)
def test_kind_and_reason(text: str, section: str) -> None:
    mention = read(text, section=section)
    assert (mention.kind, mention.reason) == KINDS[text, section]


def test_a_thesis_without_authors_is_the_owners() -> None:
    mention = read("PhD Thesis: Machine Learning at Scale and at Large", owner="Ann Lee", year=2022)
    assert (authors(mention), mention.claim.year) == (["Ann Lee"], 2022)


def test_et_al_is_kept_as_a_fact() -> None:
    claim = read("Smith, J., et al. (2019). A study of everything that matters. Journal of Matters, 3, 1-9.").claim
    assert claim.author_et_al
    assert [str(name) for name in claim.author] == ["J. Smith"]


def test_identifiers_come_from_text_and_links() -> None:
    reading = "Ann Lee. Learning to Fly. arXiv:1706.03762. Paper"
    link = Mark(reading.index("Paper"), len(reading), "link", "https://aclanthology.org/P18-1007/")
    mention = parse(Entry("doc.md", 1, 1, reading, reading, (link,)))
    assert [str(found) for found in mention.claim.identifiers] == ["arxiv:1706.03762", "acl:P18-1007"]
    assert mention.claim.urls == ("https://aclanthology.org/P18-1007/",)


def test_spans_quote_the_reading() -> None:
    reading = "Lei Gao*, Yue Niu. “Nets in Space,” Journal of Nets, vol. 3, no. 4, 2019, pp. 1–9. doi:10.1000/xyz"
    quoted = {span.field: reading[span.start : span.end] for span in read(reading).spans}
    assert quoted == {
        "author": "Yue Niu",
        "title": "Nets in Space",
        "container_title": "Journal of Nets",
        "volume": "3",
        "issue": "4",
        "issued": "2019",
        "page": "1–9",
        "doi": "10.1000/xyz",
    }


def test_the_hint_of_the_surroundings_counts_only_where_the_entry_is_silent() -> None:
    assert read("Ann Lee, Bob Ray. “Learning to Fly”. Journal of Flight.", year=2018).claim.year == 2018
    assert read("Ann Lee, Bob Ray. “Learning to Fly”. Journal of Flight, 2017.", year=2018).claim.year == 2017


_PIECES = st.sampled_from(
    [
        "Smith",
        "J.",
        ", ",
        ". ",
        "and ",
        "“",
        "”",
        "(2020)",
        "In ",
        "Proc. ",
        "12(3)",
        "\n",
        "*",
        "李伟",
        "pp. 1-5",
        ": ",
        "the ",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=300), st.lists(_PIECES, max_size=60).map("".join)))
def test_never_raises_and_spans_stay_inside(text: str) -> None:
    third = len(text) // 3
    marks = (
        Mark(0, third, "strong"),
        Mark(third, 2 * third, "link", "https://doi.org/10.1/x"),
        Mark(third, 9999, "badge"),
    )
    mention = parse(Entry("doc.md", 1, 1, text, text, marks))
    assert mention.reading == text
    assert all(0 <= span.start < span.end <= len(text) for span in mention.spans)


@pytest.mark.parametrize("piece", ["A", "a ", "(", "“a", "J. ", "Smith, ", "1", "[", "and ", "\n"])
def test_a_line_of_a_megabyte_does_not_hang(piece: str) -> None:
    begun = time.process_time()
    parse(entry(piece * (1_000_000 // len(piece))))
    assert time.process_time() - begun < 5


LINES_AND_CELLS = [
    # cells of a table are boundaries, whatever the order
    ("2013 | Nets at Work in Trees | Ann Lee, Bob Ray | SDM", "Nets at Work in Trees", ["Ann Lee", "Bob Ray"], 2013),
    ("Ann Lee, Bob Ray | Nets: A Study of Work | SDM | 2013", "Nets: A Study of Work", ["Ann Lee", "Bob Ray"], 2013),
    # the lines are one text, wrapped within a name or a sentence
    (
        "Prabhakar, S. and Keogh, D. (2023). Seventy years of felt and tense\nin northern grammars. Journal of Felt, 49(4):893–951.",
        "Seventy years of felt and tense in northern grammars",
        ["S. Prabhakar", "D. Keogh"],
        2023,
    ),
    (
        "Lee, A., Rye, B. (2019). Learning to weave\nin the wild. In Proceedings of ACL, pages 12-20.",
        "Learning to weave in the wild",
        ["A. Lee", "B. Rye"],
        2019,
    ),
    (
        "Lee, A. and Rye, B. Learning to weave with three hands\nin Proceedings of ACL 2019, pages 12-20.",
        "Learning to weave with three hands",
        ["A. Lee", "B. Rye"],
        2019,
    ),
    (
        "Xiaoxiao Guo, Hui Wu, Yupeng Gao, Steven Rennie, Rogério\nFeris. Fashion IQ: A Dataset towards Retrieval by"
        " Natural\nLanguage Feedback. In CVPR, 2021.",
        "Fashion IQ: A Dataset towards Retrieval by Natural Language Feedback",
        ["Xiaoxiao Guo", "Hui Wu", "Yupeng Gao", "Steven Rennie", "Rogério Feris"],
        2021,
    ),
    (
        "Ann Lee and Bob Ray. Bounds on the expected run-\ntimes of self-adjusting trees. In ICML, 2020.",
        "Bounds on the expected runtimes of self-adjusting trees",
        ["Ann Lee", "Bob Ray"],
        2020,
    ),
    # the lines are fields
    (
        "CHI 2023\nUnderstanding How Caregivers Work\nLin Li, Vitica Arnold, Anne Marie Piper",
        "Understanding How Caregivers Work",
        ["Lin Li", "Vitica Arnold", "Anne Marie Piper"],
        2023,
    ),
    # buttons copied as text
    (
        "Nets at Work in Trees pdf bib abs\nAnn Lee and Bob Ray\nProceedings of ACL 2020",
        "Nets at Work in Trees",
        ["Ann Lee", "Bob Ray"],
        2020,
    ),
    # a badge, short or long, and news
    ("[AAAI'21] Nets at Work in Trees. Ann Lee, Bob Ray.", "Nets at Work in Trees", ["Ann Lee", "Bob Ray"], 2021),
    (
        "(Scientific Programming 2021) Nets at Work in Trees. Ann Lee, Bob Ray.",
        "Nets at Work in Trees",
        ["Ann Lee", "Bob Ray"],
        2021,
    ),
    (
        "Paper accepted at ICML 2023: TRAK: Attributing Behavior at Scale",
        "TRAK: Attributing Behavior at Scale",
        [],
        2023,
    ),
    # a family name of two letters before a period; a venue behind the last name
    ("Qi Xu, Changliang Li. “Nets at Work”. ICML 2020.", "Nets at Work", ["Qi Xu", "Changliang Li"], 2020),
    ("“Nets at Work”, Ann Lee and Bob Ray, BMVC, 2022.", "Nets at Work", ["Ann Lee", "Bob Ray"], 2022),
    # DBLP's number of a homonym; a slash between German authors; GB/T 7714
    (
        "Petra Vogel, Stefan Maier 0002:\nTreewidth-Aware Preprocessing. IJCAI 2018: 1344",
        "Treewidth-Aware Preprocessing",
        ["Petra Vogel", "Stefan Maier"],
        2018,
    ),
    (
        "Grünwald, H.-P./Schäfer, U.: Netze und Bäume. In: Zeitschrift für Netze 12 (2005), S. 12–45.",
        "Netze und Bäume",
        ["H.-P. Grünwald", "U. Schäfer"],
        2005,
    ),
    (
        "Li W, Wang F. Nets at work in trees[J]. J. Nets, 2019, 12(3): 1-5.",
        "Nets at work in trees",
        ["W. Li", "F. Wang"],
        2019,
    ),
]


@pytest.mark.parametrize(("text", "title", "names", "year"), LINES_AND_CELLS)
def test_lines_and_cells_are_fields_and_wraps_are_not(text: str, title: str, names: list[str], year: int) -> None:
    mention = read(text)
    assert (mention.claim.title, authors(mention), mention.claim.year) == (title, names, year)


@pytest.mark.parametrize(
    ("text", "venue", "editors"),
    [
        ("Ann Lee. Nets at Work in Trees. IEEE S&P 2020.", "IEEE S&P 2020", []),
        ("Ann Lee. Nets at Work in Trees. IEEE TPDS. (paper)", "IEEE TPDS", []),
        (
            "Ann Lee, “Nets,” in A Companion to Trees, ed. Bob Ray (Leiden: Brill, 2018).",
            "A Companion to Trees",
            ["Bob Ray"],
        ),
        (
            "Ann Lee: Nets. In: Handbook of Trees (Eds. B. Ray, C. Young), Brill, 2019.",
            "Handbook of Trees",
            ["B. Ray", "C. Young"],
        ),
    ],
)
def test_a_venue_is_whole_without_labels_and_editors(text: str, venue: str, editors: list[str]) -> None:
    claim = read(text).claim
    assert (claim.container_title, [str(name) for name in claim.editor]) == (venue, editors)


def test_a_link_label_is_no_part_of_a_venues_name() -> None:
    mention = read("Ann Lee. Nets at Work. Accepted to the Trees-Q workshop '22 as Oral Presentation. ⟦paper⟧")
    assert mention.venues
    assert not any("paper" in venue.name for venue in mention.venues)


@pytest.mark.parametrize(
    ("text", "family", "given"),
    [
        ("NG Duffield", "Duffield", "N. G."),
        ("HE Romero", "Romero", "H. E."),
        ("AKH Tung", "Tung", "A. K. H."),
        ("LI Wei", "Li", "Wei"),
        ("LI Xiao-Ming", "Li", "Xiao-Ming"),
        ("Hang QIU", "Qiu", "Hang"),
        ("Bo Li", "Li", "Bo"),
        ("An Yu", "Yu", "An"),
    ],
)
def test_capitals_are_initials_or_a_family_name(text: str, family: str, given: str) -> None:
    name = read(f"{text}. Nets at Work in Large Trees. ICML, 2020.").claim.author[0]
    assert (name.family, name.given) == (family, given)


UNKNOWN_VENUES = [
    ("Ann Lee. Nets at Work. Theory Pract. Log. Program. 23(4): 780-799 (2023).", "", "article-journal"),
    ("Lee A, Ray B. Nets at work. Lancet Respir Med (in press).", "", "article-journal"),
    ("Nets at Work, in: Archiv für die Praxis 205 (2005), S. 12–45.", "", "article-journal"),
    ("“Nets at Work.” Past & Present 240 (2018): 3–39.", "", "article-journal"),
    ("Ann Lee, Bob Ray. Nets at Work. Green Wood 12 (8), 1406-1413, 2010.", "", "article-journal"),
    ("Ann Lee. Nets at Work. In: Proceedings of the Tree Conference, vol. 3, no. 2, 2020.", "", "paper-conference"),
    ("Lee, A. (2019). Nets at work. In: Handbook of Trees (Eds. B. Ray and C. Young), Brill, 88-104.", "", "chapter"),
    ("Nets at Work (with Ann Lee), NBER Working Paper No. 28765.", "", "report"),
    ("Thesis: Nets at Work", "Education", "thesis"),
    ("Rez. zu: Ann Lee, Nets and Trees, in: JZ 2011, S. 567.", "", "review"),
    ("A Review of Nets at Work. Ann Lee, Bob Ray. ICML 2020.", "", "paper-conference"),
]


@pytest.mark.parametrize(("text", "section", "kind"), UNKNOWN_VENUES)
def test_the_kind_shows_in_the_numbers_and_the_words_of_a_venue(text: str, section: str, kind: str) -> None:
    assert read(text, section=section).kind == kind


TITLES_OF_OTHER_FIELDS = [
    ("Einführung in die Theorie, 3. Aufl., München: C. H. Beck 2015.", "Einführung in die Theorie", []),
    (
        "Grün, H.-P./Schäfer, U.: Digitale Beweismittel, NJW 2020, 1234–1239.",
        "Digitale Beweismittel",
        ["H.-P. Grün", "U. Schäfer"],
    ),
    (
        "Haftung autonomer Systeme, in: K. Weiß (Hrsg.), Festschrift für Otto Braun, Berlin 2017, S. 345–367.",
        "Haftung autonomer Systeme",
        [],
    ),
    ("Besprechung zu: Anna Lang, Vertrag und Vertrauen, in: JZ 2011, S. 567.", "Anna Lang, Vertrag und Vertrauen", []),
    (
        "Review of ⟦Mapping the Trees⟧, ed. Ann Lee and Bob Ray, Tree Review 93, no. 1 (2013): 1–4.",
        "Mapping the Trees",
        [],
    ),
    ("⟦Ink and Ocean⟧, co-edited with Ann Lee. Cambridge: Tree University Press, 2025.", "Ink and Ocean", ["Ann Lee"]),
    ("“Maps without Names,” Renaissance Society of America, Berlin, March 2015.", "Maps without Names", []),
    (
        "Lee A*, Ray B*, SEPSIS-3 Investigators. Nets in shock. JAMA. 2021;325(8):742-750.",
        "Nets in shock",
        ["A. Lee", "B. Ray", "SEPSIS-3 Investigators"],
    ),
    (
        "Lee A, Ray B. Lactate in trauma [abstract]. Am J Tree Med 2013;187:A1234. Presented at X Conference, May 2013.",
        "Lactate in trauma",
        ["A. Lee", "B. Ray"],
    ),
    ("The Anatomy of Bank Runs, with Ann Lee. Under review.", "The Anatomy of Bank Runs", ["Ann Lee"]),
    ("Bank Runs and Liquidity (with Ann Lee). R&R at Journal of Finance", "Bank Runs and Liquidity", ["Ann Lee"]),
]


@pytest.mark.parametrize(("text", "title", "names"), TITLES_OF_OTHER_FIELDS)
def test_the_customs_of_law_medicine_economics_and_history(text: str, title: str, names: list[str]) -> None:
    mention = read(text)
    assert (mention.claim.title, authors(mention)) == (title, names)


def test_a_venue_set_as_code_before_a_linked_title_is_a_badge() -> None:
    text = "ICML 2022 Nets at Work, Ann Lee, Bob Ray, Li Wei"
    marks = (Mark(0, 9, "code", ""), Mark(10, 22, "link", "#"), Mark(33, 40, "strong", ""))
    mention = parse(Entry("doc.md", 1, 1, text, text, marks))
    assert (mention.claim.title, authors(mention)) == ("Nets at Work", ["Ann Lee", "Bob Ray", "Li Wei"])
    assert mention.claim.container_title == "ICML 2022"
