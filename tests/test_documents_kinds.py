"""What works are called, one table for every format: a work is of one kind, whoever says so."""

from __future__ import annotations

import json

import pytest

from reconcile.documents import read_text
from reconcile.documents.fields.kinds import kinds_named, meaning_of, meanings, reason_named, type_named
from reconcile.extract import extract
from reconcile.lexicon.reasons import Reason
from reconcile.mention import Kind
from reconcile.parse import parse
from sources.record import Type


def csl(kind: str) -> tuple[str, str]:
    return json.dumps([{"type": kind, "title": "Owls", "author": [{"family": "Kline", "given": "Rosa"}]}]), ".json"


def ris(kind: str) -> tuple[str, str]:
    return f"TY  - {kind}\nAU  - Kline, Rosa\nTI  - Owls on roofs\nPY  - 2001\nER  - \n", ".ris"


def endnote(kind: str) -> tuple[str, str]:
    return f"%0 {kind}\n%T Owls on roofs\n%A Kline, Rosa\n%D 2001\n", ".enw"


def endnote_xml(kind: str) -> tuple[str, str]:
    record = f"<record><ref-type name='{kind}'/><titles><title>Owls on roofs</title></titles></record>"
    return f"<xml><records>{record}</records></xml>", ".xml"


def zotero(kind: str) -> tuple[str, str]:
    return json.dumps([{"itemType": kind, "title": "Owls", "creators": [], "date": "2001"}]), ".json"


def zotero_rdf(kind: str) -> tuple[str, str]:
    root = 'rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#"'
    item = f"<rdf:Description><z:itemType>{kind}</z:itemType><title>Owls</title></rdf:Description>"
    return f"<{root}>{item}</rdf:RDF>", ".rdf"


def hal(kind: str) -> tuple[str, str]:
    return json.dumps({"docs": [{"docid": 1, "title_s": ["Owls"], "docType_s": kind}]}), ".json"


def hal_tei(kind: str) -> tuple[str, str]:
    coded = f"<classCode scheme='halTypology' n='{kind}'/>"
    work = "<biblStruct><analytic><title>Owls on roofs</title></analytic></biblStruct>"
    text = (
        f"<biblFull><sourceDesc>{work}</sourceDesc><profileDesc><textClass>{coded}</textClass></profileDesc></biblFull>"
    )
    return f"<TEI>{text}</TEI>", ".xml"


def datacite(kind: str) -> tuple[str, str]:
    return json.dumps({"titles": [{"title": "Owls"}], "creators": [], "types": {"resourceTypeGeneral": kind}}), ".json"


def datacite_xml(kind: str) -> tuple[str, str]:
    named = f"<titles><title>Owls</title></titles><resourceType resourceTypeGeneral='{kind}'/>"
    return f'<resource xmlns="http://datacite.org/schema/kernel-4">{named}</resource>', ".xml"


def judged(document: tuple[str, str]) -> str:
    """The kind of the one work, or why it is none."""
    (entry,) = extract(read_text(document[0], "x", document[1]))
    return entry.reason or str(parse(entry).kind)


@pytest.mark.parametrize(
    ("formats", "word", "expected"),
    [
        ((hal, hal_tei), "POSTER", Kind.POSTER),
        ((hal, hal_tei), "THESE", Kind.THESIS),
        ((hal, hal_tei), "UNDEFINED", Kind.PREPRINT),
        ((hal, hal_tei), "REPORT", Kind.REPORT),
        ((hal, hal_tei), "PRESCONF", Reason.TALK),
        ((hal, hal_tei), "VIDEO", Reason.BROADCAST),
        ((hal, hal_tei), "BLOG", Reason.WEB_PAGE),
        ((zotero, zotero_rdf), "letter", Reason.MESSAGE),
        ((zotero, zotero_rdf), "interview", Reason.MESSAGE),
        ((zotero, zotero_rdf), "tvBroadcast", Reason.BROADCAST),
        ((zotero, zotero_rdf), "forumPost", Reason.WEB_PAGE),
        ((zotero, zotero_rdf), "computerProgram", Kind.SOFTWARE),
        ((datacite, datacite_xml), "Dataset", Kind.DATASET),
        ((datacite, datacite_xml), "Audiovisual", Reason.BROADCAST),
        ((datacite, datacite_xml), "Event", Reason.TALK),
        ((datacite, datacite_xml), "ConferencePaper", Kind.PAPER),
        ((datacite, datacite_xml), "Poster", Kind.POSTER),
        ((endnote, endnote_xml), "Film or Broadcast", Reason.BROADCAST),
        ((endnote, endnote_xml), "Blog", Reason.WEB_PAGE),
        ((endnote, endnote_xml), "Artwork", Reason.BROADCAST),
        ((endnote, endnote_xml), "Personal Communication", Reason.MESSAGE),
        ((endnote, endnote_xml), "Dataset", Kind.DATASET),
        ((ris,), "PAT", Reason.PATENT),
        ((ris,), "ELEC", Reason.WEB_PAGE),
        ((ris,), "PCOMM", Reason.MESSAGE),
        ((ris,), "MPCT", Reason.BROADCAST),
        ((ris,), "BLOG", Reason.WEB_PAGE),
        ((ris,), "SLIDE", Reason.TALK),
        ((ris,), "CONF", Kind.PAPER),
        ((csl,), "motion_picture", Reason.BROADCAST),
        ((csl,), "song", Reason.BROADCAST),
        ((csl,), "graphic", Reason.BROADCAST),
        ((csl,), "map", Reason.BROADCAST),
        ((csl,), "post", Reason.WEB_PAGE),
        ((csl,), "personal_communication", Reason.MESSAGE),
    ],
)
def test_a_work_is_of_one_kind_in_every_form_of_a_format(formats, word: str, expected: Kind | Reason) -> None:
    assert {judged(form(word)) for form in formats} == {str(expected)}


@pytest.mark.parametrize("meaning", [*Kind, *Reason])
def test_what_a_meaning_is_called_means_itself(meaning: Kind | Reason) -> None:
    if meaning not in (Kind.DOCUMENT, Kind.OTHER, Kind.PATENT, Kind.PLACEHOLDER):  # of which no format speaks
        assert meanings(str(meaning)) == [meaning]


def test_the_types_of_records_have_a_meaning_and_are_meant_by_it() -> None:
    for kind in Type:
        assert type_named(str(meaning_of(kind) or "")) == kind


def test_of_several_words() -> None:
    assert type_named("Article; Book Chapter; Early Access") == Type.CHAPTER
    assert reason_named("Journal Article; Interview") is None
    assert reason_named("Video-Audio Media; Interview") == Reason.MESSAGE
    assert kinds_named([(["Text"], {}), (["Journal article", "Open"], {}), (["Book"], {})]) == "article-journal"
    assert kinds_named([(["Text"], {}), (["Of a kind"], {})]) == "Of a kind"


def test_the_kind_stands_where_a_word_is_known() -> None:
    text, suffix = datacite_xml("Text")
    text = text.replace("<resourceType resourceTypeGeneral='Text'/>", "{}")
    typed = "<resourceType resourceTypeGeneral='Text'>Journal article</resourceType>"
    (entry,) = extract(read_text(text.format(typed), "x", suffix))
    assert dict(entry.fields)["type"] == "article-journal"


@pytest.mark.parametrize(
    ("kinds", "claims"),
    [
        ("inbook bookinbook suppbook incollection suppcollection inreference", Kind.CHAPTER),
        ("book booklet collection reference mvbook mvcollection mvproceedings mvreference", Kind.BOOK),
        ("suppperiodical", Kind.ARTICLE),
    ],
)
def test_every_type_of_biblatex_is_read_as_what_it_is(kinds: str, claims: Kind) -> None:
    for name in kinds.split():
        venue = (
            "journaltitle={Gulls}" if claims is Kind.ARTICLE else "booktitle={Gulls}" if claims is Kind.CHAPTER else ""
        )
        text = f"@{name}{{a, author={{Bee, Anna}}, title={{Wool and Felt}}, year=2010, {venue}}}"
        (mention,) = map(parse, extract(read_text(text, "x.bib", ".bib")))
        assert mention.kind is claims, name


def test_a_paper_of_proceedings_in_a_collection_stays_a_paper() -> None:
    text = "@incollection{a, author={Bee, Anna}, title={Wool}, year=2010, booktitle={Proceedings of the Gull Workshop}}"
    (mention,) = map(parse, extract(read_text(text, "x.bib", ".bib")))
    assert mention.kind is Kind.PAPER


@pytest.mark.parametrize("kind", ["prize", "Honour", "award"])
def test_a_prize_is_no_work(kind: str) -> None:
    assert reason_named(kind) is Reason.AWARD
