"""How two titles stand to each other. A librarian could add rows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.titles import Relation, compare_titles, head_of, is_coined

PAIRS = [
    # a number is no misspelt `in`
    ("Query Routing in Sensor Networks II", "Query Routing in Sensor Networks I", Relation.PART),
    ("Query Routing in Sensor Networks II", "Query Routing in Sensor Networks", Relation.PART),
    # the same, but for what never matters
    ("SRA: A Secure ReRAM-Based DNN Accelerator", "SRA: a secure ReRAM-based DNN accelerator", Relation.SAME),
    ("Heterogeneity aware Federated Learning", "Heterogeneity-aware Federated Learning", Relation.SAME),
    ("Time Series Medical Images", "Time-series Medical Images", Relation.SAME),
    ("Timeseries Medical Images", "Time series Medical Images", Relation.SAME),
    ("High-Throughput Acceleration", "HighThroughput Acceleration", Relation.SAME),
    ("Federated Learning for Internet of Things", "Federated Learning for the Internet of Things", Relation.SAME),
    ("Schrödinger Bridges", "Schrodinger bridges.", Relation.SAME),
    ("Wool in 16×16 Grids", "Wool in 16x16 grids", Relation.SAME),
    ("Three-Dimensional Scans of Sheep", "3D Scans of Sheep", Relation.SAME),
    ("Two-Dimensional Scans of Sheep", "3D Scans of Sheep", Relation.OVERLAP),
    # in one of the two languages of the other
    ("羊毛產業分析及羊群分類之研究", "羊毛產業分析及羊群分類之研究 (Wool Markets and Flocks) [In Chinese]", Relation.SAME),
    ("Wool Markets and Flocks", "羊毛產業分析及羊群分類之研究 (Wool Markets and Flocks) [In Chinese]", Relation.SAME),
    ("Counting the Sheep (from the Hill Above)", "Counting the Sheep", Relation.SUBSET),
    # misspelt
    ("Attention is all you neeed in Translation", "Attention is all you need in Translation", Relation.SPELLING),
    ("Convolutional Netwroks for Segmentation", "Convolutional Networks for Segmentation", Relation.SPELLING),
    ("A Tidal Dialog System for Gulls", "A Tidal Dialogue System for Gulls", Relation.SPELLING),
    ("Tidal Language Nets for Gulls", "Tidal Language Networks for Gulls", Relation.SPELLING),
    ("Fleece Task 05: Wool in the Mill", "Fleece Task 5: Wool in the Mill", Relation.SAME),
    ("The (1+β)-Choice of Sheep", "The (1 + beta)-Choice of Sheep", Relation.SAME),
    # cut to initials
    ("Tidal NER with Felt", "Tidal Named Entity Recognition with Felt", Relation.ABBREVIATED),
    ("Random Search for Tidal NAS", "Random Search for Tidal Neural Architecture Search", Relation.ABBREVIATED),
    ("Retrieval for ICL in the Fog", "Retrieval for In-Context Learning in the Fog", Relation.ABBREVIATED),
    ("Felt by the Mills in NMT", "Felt by the Mills in Neural Machine Translation", Relation.ABBREVIATED),
    ("Wool for Full-Text IR", "Wool for Full-Text Information Retrieval", Relation.ABBREVIATED),
    ("Counting Gulls by Tidal LMs", "Counting Gulls by Tidal Language Models", Relation.ABBREVIATED),
    ("QoS for Tidal Networks", "Quality of Service for Tidal Networks", Relation.ABBREVIATED),
    ("TRC: Counting by Tidal Rope Climbing", "Counting by Tidal Rope Climbing", Relation.ABBREVIATED),
    ("Tidal Rope Climbing (TRC) for Gulls", "Tidal Rope Climbing for Gulls", Relation.ABBREVIATED),
    ("Felt in 3 Mills", "Felt in Three Mills", Relation.SAME),
    ("Felt in 12 Mills", "Felt in Twelve Mills", Relation.SAME),
    ("Habits of Northern Gulls No. XVIII", "Habits of Northern Gulls—XVIII", Relation.SAME),
    ("Habits of Northern Gulls XVII", "Habits of Northern Gulls—XVIII", Relation.PART),
    ("A Tidal VAE for Wool", "A Tidal Variational Autoencoder for Wool", Relation.ABBREVIATED),
    ("A Tidal MWE for Wool", "A Tidal Multiword Expression for Wool", Relation.ABBREVIATED),
    ("Tidal DBs for Wool", "Tidal Databases for Wool", Relation.ABBREVIATED),
    ("Tidal NRE with Felt", "Tidal Named Entity Recognition with Felt", Relation.OVERLAP),
    ("Tidal Wool (AI): An Isle", "Tidal Wool: An Isle", Relation.WORDING),
    # by initials that may be other words'
    ("Tidal FER with Felt", "Tidal Flock Entity Recognition with Felt", Relation.INITIALS),
    ("Deep RL for Wool Classification", "Deep Representation Learning for Wool Classification", Relation.INITIALS),
    ("Bells for WSD in the Fog", "Bells for Wool Sheep Dyeing in the Fog", Relation.INITIALS),
    ("Wool for Night IR", "Wool for Night Information Retrieval", Relation.INITIALS),
    ("Wool for Full-Text IR", "Wool for Full-Text Image Recognition", Relation.INITIALS),
    ("Counting Gulls by Tidal LMS", "Counting Gulls by Tidal Language Models", Relation.INITIALS),
    ("Tidal VA for Wool", "Tidal Variational Autoencoder for Wool", Relation.INITIALS),
    ("Tidal VAE for Wool", "Tidal Valley Air Enclosures for Wool", Relation.INITIALS),
    ("Idle Mills for Deep ML", "Idle Mills for Deep Metric Learning", Relation.INITIALS),
    ("GL: Felt by the Gull Letters", "Felt by the Gull Letters", Relation.INITIALS),
    ("Felt and QA in Mills", "Felt and Quality Assurance in Mills", Relation.INITIALS),
    ("A Felt CNN of Leith", "A Felt Carding News Network of Leith", Relation.INITIALS),
    ("Tidal HMMs on Looms", "Tidal Hand Made Mittens on Looms", Relation.INITIALS),
    # an acronym with an s is another; its plural, which its case tells, is not
    ("Robust Shearing with GPS in Dense Cities", "Robust Shearing with GP in Dense Cities", Relation.RARE_WORD),
    ("CSS Layout Engines for Looms", "CS Layout Engines for Looms", Relation.RARE_WORD),
    ("Evaluating LMS on the Isle of Gulls", "Evaluating LM on the Isle of Gulls", Relation.RARE_WORD),
    ("Evaluating LMs on the Isle of Gulls", "Evaluating LM on the Isle of Gulls", Relation.SAME),
    ("Felt for GANs of Gulls", "Felt for GAN of Gulls", Relation.SAME),
    # a letter is a number where it counts
    ("Model X Rays of Wool", "Model Ten Rays of Wool", Relation.RARE_WORD),
    ("One Way Functions of Felt", "I Way Functions of Felt", Relation.WORDING),
    ("Tidal Wool, Part V", "Tidal Wool, Part Five", Relation.SAME),
    ("Tidal Wool of Type V in Mills", "Tidal Wool of Type 5 in Mills", Relation.SAME),
    ("Tidal Wool II in Mills", "Tidal Wool 2 in Mills", Relation.SAME),
    ("Hepatitis B in Welsh Sheep", "Hepatitis Biology in Welsh Sheep", Relation.RARE_WORD),
    ("Numerical Shearing of Flocks in R", "Numerical Shearing of Flocks in Rust", Relation.RARE_WORD),
    ("Tidal Imaging II", "Tidal Imaging", Relation.PART),
    ("Wool Search via Tidal Cart Indexing", "Wool Search via Fresh TCI", Relation.RELATED),
    # in other words
    (
        "Group Knowledge Transfer: Federated Training of Large CNNs on the Edge",
        "Group Knowledge Transfer: Federated Learning of Large CNNs at the Edge",
        Relation.WORDING,
    ),
    # a coined name, and other words after it
    (
        "RACE-IT: A Reconfigurable Analog CAM-Crossbar Engine for In-Memory Transformer Acceleration",
        "RACE-IT: A Reconfigurable Analog Computing Engine for In-Memory Transformer Acceleration",
        Relation.NAMED,
    ),
    (
        "MiLeNAS: Efficient Differential Neural Architecture Search with Mixed-Level Optimization",
        "MiLeNAS: Efficient Neural Architecture Search via Mixed-Level Reformulation",
        Relation.NAMED,
    ),
    # without the subtitle
    (
        "Federated Learning for Internet of Things: A Federated Learning Framework for On-device Anomaly Data Detection",
        "Federated Learning for Internet of Things",
        Relation.SUBTITLE,
    ),
    # a series of papers of one group
    (
        "Federated Learning for Internet of Things: Applications, Challenges, and Opportunities",
        "Federated Learning for Internet of Things: A Federated Learning Framework for On-device Anomaly Data Detection",
        Relation.SUBTITLE_DIFFERS,
    ),
    # another part or number
    ("Theory of Graph Minors, Part I", "Theory of Graph Minors, Part II", Relation.PART),
    ("Overview of the Shared Task 2019", "Overview of the Shared Task 2020", Relation.PART),
    ("Graph Minors. II", "Graph Minors. III", Relation.PART),
    ("Theory of Graph Minors, Part V", "Theory of Graph Minors, Part II: Trees and Wool", Relation.PART),
    ("Theory of Graph Minors. Part 3. Wool", "Theory of Graph Minors. Part 1. Trees", Relation.PART),
    ("Theory of Graph Minors. Part 3. Wool", "Theory of Graph Minors. Part III. Wool", Relation.SAME),
    ("Gulls at FoulEval Task 4: A System for Wool", "Gulls at FoulEval Task 1: A System for Wool", Relation.PART),
    ("Learning 2 Walk Without Sheep", "Learning to Walk Without Sheep", Relation.SPELLING),
    ("Graph Minors", "Graph Minors II", Relation.PART),
    ("Findings of the WMT19 Shared Task", "Findings of the WMT20 Shared Task", Relation.PART),
    ("Yolo v3: An Incremental Improvement", "Yolo v4: An Incremental Improvement", Relation.PART),
    # plurals of another end, and one word in short
    ("Felt in the GULL Corpora", "Felt in the GULL Corpus", Relation.SPELLING),
    ("Sheep under Two Sparse Matrices", "Sheep under Two Sparse Matrix", Relation.SPELLING),
    ("Shearing Criteria for Felt Vertices", "Shearing Criterion for Felt Vertex", Relation.SPELLING),
    ("Wool versus Felt in the Cold", "Wool vs. Felt in the Cold", Relation.SPELLING),
    ("Wool v. Felt in the Cold", "Wool versus Felt in the Cold", Relation.SPELLING),
    ("Felt in the GULL Corporation", "Felt in the GULL Corpus", Relation.OVERLAP),
    ("Shearing under Two Sparse Matrons", "Shearing under Two Sparse Matrices", Relation.OVERLAP),
    # the opposite
    ("Learning with Label Noise in Graphs", "Learning without Label Noise in Graphs", Relation.OPPOSED),
    ("Influence Maximization in Social Networks", "Influence Minimization in Social Networks", Relation.OPPOSED),
    ("Supervised Contrastive Parsing", "Unsupervised Contrastive Parsing", Relation.OPPOSED),
    ("Symmetric Felting of Wool", "Asymmetric Felting of Wool", Relation.OPPOSED),
    ("Management of Hyperglycemia in Adults", "Management of Hypoglycemia in Adults", Relation.OPPOSED),
    # a remark on the paper
    ("Query Routing in Sensor Networks", "Query Routing in Sensor Networks (Best Paper Award)", Relation.REMARK),
    # a kind of piece, of which a journal prints many
    ("Book Reviews", "Book Review Column", Relation.GENERIC),
    ("Guest Editors' Introduction", "Weaving Sensor Networks: Guest Editors' Introduction", Relation.GENERIC),
    ("Editorial", "Editorial.", Relation.SAME),
    # no more than a topic in common
    ("Deep Residual Learning for Image Recognition", "Wide Residual Networks", Relation.RELATED),
    ("Deep Residual Learning for Image Recognition", "Elastic Pipelining in a Database Cluster", Relation.UNRELATED),
]  # fmt: skip


@pytest.mark.parametrize(("left", "right", "relation"), PAIRS)
def test_relation(left: str, right: str, relation: Relation) -> None:
    assert compare_titles(left, right).relation is relation


def test_what_only_one_title_says_is_named() -> None:
    titles = compare_titles("Federated Training of Large CNNs", "Federated Learning of Large CNNs")
    assert (titles.only_left, titles.only_right) == (("training",), ("learning",))


@pytest.mark.parametrize(
    ("title", "head"),
    [
        ("RACE-IT: A Reconfigurable Engine", "RACE-IT"),
        ("Who Did What? A Large-Scale Dataset", "Who Did What"),
        ("Dragonfly – a study", "Dragonfly"),
        ("Attention Is All You Need", "Attention Is All You Need"),
        ("A:", "A:"),
    ],
)
def test_head(title: str, head: str) -> None:
    assert head_of(title) == head


@pytest.mark.parametrize(
    ("head", "coined"),
    [("MiLeNAS", True), ("X-TIME", True), ("BurstGPT", True), ("Federated Learning", False), ("Learning", False)],
)
def test_coined(head: str, coined: bool) -> None:
    assert is_coined(head) is coined


titles = st.lists(
    st.sampled_from("deep learning of graph networks IV 2 robust BERT: a survey".split()), min_size=1
).map(" ".join)


@given(titles, titles)
def test_symmetric(left: str, right: str) -> None:
    forth, back = compare_titles(left, right), compare_titles(right, left)
    assert forth.relation is back.relation
    assert forth.share == pytest.approx(back.share)


@given(st.text(min_size=1))
def test_a_title_is_itself(title: str) -> None:
    assert compare_titles(title, title).relation is Relation.SAME


def test_a_title_without_spaces_weighs_as_many_words() -> None:
    assert compare_titles("Facebook 活動事件擷取系統", "Facebook 活動事件擷取系統").bits > 13.0
    assert compare_titles("Facebook Eventyrsystem", "Facebook Eventyrsystem").bits <= 13.0


def test_a_very_long_title_is_cut_not_hung() -> None:
    assert compare_titles("word " * 200_000, "other " * 200_000).relation is Relation.UNRELATED


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("Resampling Cycle\nGA\nNs for Wool", "Resampling CycleGANs for Wool"),  # parted where a name might end
        ("EVALUATING LMS ON WOOL", "Evaluating LMs on Wool"),
        ("evaluating lms on wool", "Evaluating LMs on Wool"),
    ],
)
def test_the_plural_of_an_acronym_is_the_same_in_letters_of_any_size(written: str, title: str) -> None:
    assert compare_titles(written, title).relation is Relation.SAME
