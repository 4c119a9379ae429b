"""The report's contents: what is marked as different, what the numbers say, what is linked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile import report
from reconcile.decide import doubt
from reconcile.gather import STOPPED
from reconcile.mention import Flag, Gap, Match, Severity, Span, Status
from reconcile.report.marks import Stretch, author_side, claim_side, title_side, word_differences
from reconcile.report.view import Card, page, percent
from reconcile.result import Result
from reconcile.settings import DEFAULT
from sources.names import read_name
from sources.record import Date, Name, Record
from tests import fakes

RESULT = fakes.result()
ETHOS, CONFLICT, MILENAS, ABSENT, PATENT, GRAVES, RACE_IT, UNASKED = RESULT.matches
OFFLINE = "offline, and no answers are kept"


def marked(pieces: Iterable[Stretch]) -> list[str]:
    return [piece.text for piece in pieces if piece.differs]


@pytest.mark.parametrize(
    ("text", "other", "differing"),
    [
        ("Search via Reformulation", "search by reformulation", ["via"]),
        ("In-Memory Computing", "In memory computing", []),
        ("Schrödinger’s “Cat”", "schrodinger's cat", []),
        ("A Study of Cats", "A Study", ["of Cats"]),
        ("A Study", "A Study of Cats", []),
        ("One Two Three", "Three Two One", ["Two Three"]),
        ("", "Something", []),
    ],
)
def test_words_that_the_other_side_has_not(text: str, other: str, differing: list[str]) -> None:
    assert [text[start:end] for start, end in word_differences(text, other)] == differing


@pytest.mark.parametrize(
    ("match", "claimed"),
    [
        (ETHOS, []),
        (CONFLICT, ["AAAI 2024 Workshop on Responsible Language Models"]),
        (MILENAS, ["Paul Added", "by", "2021"]),
        (GRAVES, []),
        (RACE_IT, ["CAM-Crossbar"]),
        (ABSENT, []),
    ],
)
def test_what_only_the_claim_says(match: Match, claimed: list[str]) -> None:
    joined = " ".join(marked(claim_side(match)))
    assert joined.split() == " ".join(claimed).split()


@pytest.mark.parametrize(
    ("match", "recorded"),
    [
        (ETHOS, []),
        (MILENAS, ["via"]),
        (GRAVES, ["Xia Sheng", "Darrin Miller", "Jim Ignowski", "Lennie Kiyama"]),
        (RACE_IT, ["Computing"]),
    ],
)
def test_what_only_the_record_says(match: Match, recorded: list[str]) -> None:
    assert match.best is not None
    record = match.best.record
    assert marked((*author_side(match, record), *title_side(match, record))) == recorded


def test_authors_behind_et_al_are_not_missing() -> None:
    assert RACE_IT.mention.claim.author_et_al
    assert marked(author_side(RACE_IT, fakes.RACE_IT)) == []


def test_an_added_author_is_found_without_a_span_of_its_own() -> None:
    spans = tuple(span for span in MILENAS.mention.spans if span.field != "author")
    whole = Span("author", 4, MILENAS.mention.reading.index(". MileNAS"))
    for left in (spans, (whole, *spans)):
        match = replace(MILENAS, mention=replace(MILENAS.mention, spans=left))
        assert "Paul Added" in marked(claim_side(match))


def test_an_author_who_is_not_in_the_text_marks_nothing() -> None:
    claim = replace(MILENAS.mention.claim, author=(*MILENAS.mention.claim.author, Name("Nowhere", "Jane")))
    match = replace(MILENAS, mention=replace(MILENAS.mention, claim=claim))
    assert "Jane Nowhere" not in marked(claim_side(match))


@pytest.mark.parametrize("divided", [Name("Li", "Ai", suffix="V"), Name("LÃ¼", "Ai"), Name("A", "Pranav")])
def test_a_name_written_the_same_marks_nothing_however_it_was_divided(divided: Name) -> None:
    assert MILENAS.best is not None
    claim = replace(MILENAS.mention.claim, author=(read_name(str(divided)),))
    match = replace(MILENAS, mention=replace(MILENAS.mention, claim=claim))
    assert marked(author_side(match, replace(MILENAS.best.record, author=(divided,)))) == []


@given(st.lists(st.tuples(st.integers(0, 200), st.integers(0, 200), st.sampled_from(["title", "author", "issued"]))))
def test_the_reading_is_shown_whole_whatever_the_spans(spans: list[tuple[int, int, str]]) -> None:
    given_spans = tuple(Span(field, min(a, b), max(a, b)) for a, b, field in spans)
    match = replace(MILENAS, mention=replace(MILENAS.mention, spans=given_spans))
    assert "".join(piece.text for piece in claim_side(match)) == MILENAS.mention.reading


def cards(result: Result) -> list[Card]:
    return [card for section in page(result, DEFAULT.prior).sections for card in section.cards]


def number(text: str) -> int:
    """Read `+18.00` as 1800, so that sums are exact."""
    return int(re.sub("[+.]", "", text).replace("\u2212", "-"))


@pytest.mark.parametrize("weights", [(18.0, 14.0, -2.5), (0.004, 0.004, 0.004), (1.006, 2.006, -3.333), ()])
def test_the_printed_weights_add_up_to_the_printed_sums(weights: tuple[float, ...]) -> None:
    rows = [("title", fakes.Level.AGREE, weight, "") for weight in weights]
    match = replace(ETHOS, best=fakes.candidate(fakes.ETHOS, *rows))
    (card,) = cards(Result(matches=(match,)))
    assert card.chart is not None
    assert sum(number(bar.weight) for bar in card.chart.bars) == number(card.chart.total)
    assert number(card.chart.total) + number(card.chart.prior) == number(card.chart.odds)
    assert all(bar.start >= 0 and bar.start + bar.length <= 120.01 for bar in card.chart.bars)


@pytest.mark.parametrize(
    ("probability", "text"),
    [
        (1.0, ">\u202f99.9\u202f%"),
        (0.9995, ">\u202f99.9\u202f%"),
        (0.987, "98.7\u202f%"),
        (0.5, "50.0\u202f%"),
        (0.0, "<\u202f0.1\u202f%"),
    ],
)
def test_no_probability_is_certain(probability: float, text: str) -> None:
    assert percent(probability) == text


class Tags(HTMLParser):
    """Collects start tags, and complains of one that is not closed in its turn."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "input"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_page_is_well_formed_and_every_reference_in_it_leads_somewhere() -> None:
    text = report.write(RESULT)
    assert text.startswith('<!DOCTYPE html>\n<html lang="en">')
    tags = Tags(text).tags
    every = [attributes["id"] for _, attributes in tags if "id" in attributes]
    assert len(every) == len(set(every))
    inside = {str(attributes["href"])[1:] for _, attributes in tags if str(attributes.get("href", "")).startswith("#")}
    inside |= {str(attributes["aria-labelledby"]) for _, attributes in tags if "aria-labelledby" in attributes}
    assert inside <= set(every)


def test_links_lead_to_doi_dblp_anthology_and_arxiv_only_and_tell_them_nothing() -> None:
    links = [attributes for tag, attributes in Tags(report.write(RESULT)).tags if tag == "a" and "rel" in attributes]
    assert {attributes["rel"] for attributes in links} == {"noopener noreferrer"}
    hosts = {str(attributes["href"]).split("/")[2] for attributes in links}
    assert hosts == {"doi.org", "dblp.org", "aclanthology.org", "arxiv.org"}
    assert all(str(attributes["href"]).startswith("https://") for attributes in links)


def test_every_mention_stands_with_its_document_in_order() -> None:
    sections = page(RESULT, DEFAULT.prior).sections
    assert [(section.name, [card.anchor for card in section.cards]) for section in sections] == [
        ("gao-homepage.md", ["m1", "m2"]),
        ("he-cv.pdf.txt", ["m3", "m4", "m5"]),
        ("graves-publications.bib", ["m6", "m7", "m8"]),
    ]
    assert sections[1].complaints == ("he-cv.pdf.txt: page 3 holds a picture without text",)


def test_errors_are_listed_first_and_warnings_behind_them() -> None:
    listed = page(RESULT, DEFAULT.prior).lists
    assert [(each.heading, [(card.anchor, codes) for card, codes in each.cards]) for each in listed] == [
        (
            "Errors first",
            [
                ("m1", ("venue-conflict",)),
                ("m2", ("venue-conflict", "venue-mismatch")),
                ("m3", ("authors-differ",)),
                ("m4", ("no-record",)),
            ],
        ),
        (
            "Warnings",
            [
                ("m3", ("year-mismatch", "title-changed")),
                ("m6", ("authors-differ",)),
                ("m7", ("preprint-of-published", "title-changed")),
            ],
        ),
    ]


def test_mentions_of_one_work_point_to_each_other_and_to_its_other_records() -> None:
    first, second, *_ = cards(RESULT)
    assert [other.anchor for other in first.same_work] == ["m2"]
    assert [other.anchor for other in second.same_work] == ["m1"]
    assert [other.described for other in first.others] == ["as preprint: dblp journals/corr/abs-2403-08994"]


def left_open(*matches: Match) -> list[str]:
    """What the page says of what could not be done."""
    return [f"{what}: {says}" for what, says in page(Result(matches=matches), DEFAULT.prior).silences]


def gaps(*reasons: str, source: str = "dblp") -> tuple[Gap, ...]:
    return tuple(Gap(source, "search", reason) for reason in reasons)


PARTLY = (Gap("catalog", "search dblp", "a part"), Gap("catalog", "search crossref", "a part"))


def test_what_was_left_open_is_said_once_and_why() -> None:
    assert [says for _, says in page(RESULT, DEFAULT.prior).silences] == [
        "1 mention (graves-publications.bib:17): dblp did not answer: the server answered 503 three times"
    ]
    text = report.write(RESULT)
    assert text.count("the server answered 503 three times") == 2  # on top, and in the place of the record
    assert report.write(Result(matches=(replace(ETHOS, gaps=gaps("down")),))).count("down") == 1


@pytest.mark.parametrize(
    ("match", "says"),
    [
        (replace(UNASKED, gaps=gaps("a", "b", "b")), "dblp did not answer: b (and 1 other reason, in run.json)"),
        (replace(UNASKED, gaps=gaps("a", "b", "c")), "dblp did not answer: a (and 2 other reasons, in run.json)"),
        (replace(UNASKED, gaps=(*gaps(OFFLINE), *gaps(OFFLINE, source="crossref"))), "crossref and dblp were not asked, as this run is offline"),
        (replace(UNASKED, gaps=gaps(STOPPED)), "dblp was not asked, as the run was stopped"),
        (replace(UNASKED, gaps=PARTLY), "the catalogue does not hold all of Crossref and DBLP"),
    ],
)  # fmt: skip
def test_each_cause_is_said_in_words(match: Match, says: str) -> None:
    assert left_open(match) == [f"not checked: 1 mention ({UNASKED.mention.document}:{UNASKED.mention.first}): {says}"]


def test_those_that_have_a_record_are_counted() -> None:
    found = replace(ETHOS, gaps=gaps(OFFLINE))
    why = "dblp was not asked, as this run is offline"
    assert left_open(found) == [f"partly checked: 1 mention has a record, but was not looked for everywhere: {why}"]
    assert (
        left_open(found, found, UNASKED)[1]
        == "partly checked: 2 others have a record; the missing sources may know more"
    )
    assert left_open(ETHOS) == []


@pytest.mark.parametrize(
    ("by", "asked"),
    [
        ((), "Asked: anthology, crossref, dblp."),
        (("catalog",), "Looked up in the catalogue, which answers for anthology, crossref, dblp."),
        (("catalog", "crossref", "dblp"), "Asked: crossref, dblp. Looked up in the catalogue, which answers for anthology."),
    ],
)  # fmt: skip
def test_who_was_asked_is_true_of_a_run_with_a_catalogue(by: tuple[str, ...], asked: str) -> None:
    assert f">{asked}<" in report.write(Result(matches=(replace(ETHOS, by=by),)))


def test_a_word_document_has_paragraphs_and_a_workbook_rows() -> None:
    named = [replace(ETHOS, mention=replace(ETHOS.mention, document=name)) for name in ("cv.docx", "cv.ods", "cv.txt")]
    first, last = ETHOS.mention.first, ETHOS.mention.last
    numbers = f" {first}" if first == last else f"s {first}–{last}"
    assert [card.place for card in cards(Result(matches=tuple(named)))] == [
        f"{unit}{numbers}" for unit in ("paragraph", "row", "line")
    ]


def test_a_long_title_is_cut_between_words() -> None:
    claim = replace(UNASKED.mention.claim, title="Gardens " * 40)
    (card,) = cards(Result(matches=(replace(UNASKED, mention=replace(UNASKED.mention, claim=claim)),)))
    assert set(card.title.split()) == {"Gardens", "…"}


@pytest.mark.parametrize(
    ("match", "words"),
    [
        (ABSENT, "No record in anthology, crossref, dblp."),
        (UNASKED, "Not known: dblp did not answer: the server answered 503 three times."),
        (replace(UNASKED, gaps=()), "Not known: nobody was asked."),
        (PATENT, "Not looked for: a patent."),
    ],
)
def test_without_a_record_the_page_says_why(match: Match, words: str) -> None:
    assert words in report.write(Result(matches=(match,)))


def test_what_is_only_possible_says_why_and_how_to_decide() -> None:
    (doubted,) = [match for match in RESULT.matches if match.status is Status.POSSIBLE]
    text = report.write(Result(matches=(doubted,)))
    assert f"Only possible: {doubt(doubted)}." in text
    assert "--decisions" in text
    assert "Only possible" not in report.write(Result(matches=(ETHOS,)))


def test_a_title_that_ends_in_a_sign_gets_no_period() -> None:
    assert ETHOS.best is not None
    asking = replace(ETHOS.best, record=replace(ETHOS.best.record, title="Does It Felt?"))
    asks, says = cards(Result(matches=(replace(ETHOS, best=asking), ETHOS)))
    assert asks.citation is not None
    assert says.citation is not None
    assert (asks.citation.ended, says.citation.ended) == (True, False)


def test_the_same_result_gives_the_same_page() -> None:
    assert report.write(RESULT) == report.write(fakes.result())


def test_a_result_without_anything_is_a_page_too() -> None:
    text = report.write(Result(complaints=("a.txt: empty",)))
    assert "<h2>What could not be done</h2>" in text
    assert "0 mentions in 0 documents" in text
    assert "a.txt: empty" in text


def test_a_record_of_which_little_is_known_is_shown_as_far_as_it_is() -> None:
    bare = Record(title="A Title", issued=Date(2020), source="dblp")
    match = Match(ETHOS.mention, Status.POSSIBLE, 0.6, fakes.candidate(bare), gaps=(Gap("crossref", "x", "y"),),
                  flags=(Flag("incomplete", Severity.INFO, "no author"),))  # fmt: skip
    (card,) = cards(Result(matches=(match,)))
    assert card.citation is not None
    assert (card.citation.venue, card.citation.rest, card.citation.links) == ("", "", ())
    Tags(report.write(Result(matches=(match,))))


@given(st.text(max_size=30))
def test_any_text_is_shown_as_text(text: str) -> None:
    mention = replace(ETHOS.mention, reading=text, document=text, text=text, spans=())
    Tags(report.write(Result(matches=(replace(ETHOS, mention=mention),))).replace("\0", ""))
