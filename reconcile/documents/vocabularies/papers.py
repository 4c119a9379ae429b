"""What papers are marked up in, and their references: TEI, JATS."""

from __future__ import annotations

from reconcile.documents.fields.kinds import OF_HAL, called
from reconcile.documents.vocabularies.form import Persons, Vocabulary
from reconcile.lexicon.reasons import Reason
from reconcile.mention import Kind

_PARTS = ("analytic", "monogr")
_MAIN = "title[not(@type) or @type='main' or @type='short' and not(../title[@type='main'])]"
_SMALL_TYPE = "translate(@type, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')"


def _struct(*paths: str) -> tuple[str, ...]:
    """Return paths within a biblStruct, which HAL puts into a biblFull."""
    return tuple(f"descendant-or-self::biblStruct[1]/{path}" for path in paths)


def _scope(*units: str) -> tuple[str, ...]:
    said = " or ".join(f"@unit='{unit}' or @type='{unit}'" for unit in units)
    return _struct(f"monogr//biblScope[{said}]")


def _named(scheme: str) -> tuple[str, ...]:
    return _struct(f"descendant::idno[{_SMALL_TYPE}='{scheme}']")


def _dated(kind: str) -> tuple[str, ...]:
    return _struct(f"monogr/imprint/date[{kind}]/@when", f"monogr/imprint/date[{kind}]")


_IS_EDITOR = "@role='editor' or @role='edt'"
# TEI P5, chapter 3.12 (Bibliographic Citations): what is in the analytic part stands in what the monogr describes.
# GROBID writes pages as attributes, HAL its kinds as codes beside the biblStruct.
TEI = Vocabulary(
    records=frozenset({"biblFull", "biblStruct"}),
    apart=frozenset({"relatedItem", "teiHeader"}),
    fields={
        "type": ("profileDesc/textClass/classCode[@scheme='halTypology']/@n", *_struct("@type")),
        "author": _struct(
            *(f"{part}/author[not({_IS_EDITOR})]" for part in _PARTS),
            "monogr/respStmt[contains(resp, 'uthor')]/*[self::name or self::persName]",
        ),
        "editor": _struct("monogr/editor", f"analytic/author[{_IS_EDITOR}]"),
        "title": _struct(f"analytic/{_MAIN}", f"monogr/{_MAIN}[not(@level='j')]"),
        "subtitle": _struct("analytic/title[@type='sub']", "self::*[not(analytic/title)]/monogr/title[@type='sub']"),
        "container": _struct(
            *(f"self::*[analytic/title]/monogr/title[@level='{level}']" for level in "jm"),
            "monogr/title[@level='j']",
            "monogr/meeting/title",
            "self::*[analytic/title]/monogr/title[normalize-space()]",
        ),
        "series": _struct("series/title", "monogr/title[@level='s']", "monogr/imprint/biblScope[@unit='serie']"),
        "date": (
            *_dated("@type='datePub' or @type='published'"),
            *_dated("true()"),
            "editionStmt/edition/date[@type='whenProduced']",
            *_struct("monogr/meeting/date"),
        ),
        "volume": _scope("volume", "vol"),
        "number": _scope("issue", "number"),
        "pages": _scope("page", "pages", "pp"),
        "first page": _struct("monogr//biblScope[@unit='page' or @unit='pp']/@from"),
        "last page": _struct("monogr//biblScope[@unit='page' or @unit='pp']/@to"),
        "publisher": _struct("monogr/imprint/publisher", "monogr/authority[@type='institution']"),
        "doi": _named("doi"),
        "eprint": _named("arxiv"),
        "isbn": _named("isbn"),
        "url": _struct("descendant::ptr[starts-with(@target, 'http')]/@target"),
    },
    persons=Persons(
        family=(".//surname",),
        given=(".//forename",),
        suffix=(".//genName",),
        institution=("self::*[not(persName)]/orgName", "self::*[not(persName)]/name[@type='org']"),
        text=("persName", "name", "."),
    ),
    kinds=OF_HAL,
    as_text="note[@type='raw_reference']",
)


def _group(role: str) -> str:
    return f"person-group[@person-group-type='{role}']/*"


_PEOPLE = "[self::name or self::string-name or self::collab or self::institution]"
_PART_TITLES = ("article-title", "chapter-title", "part-title", "data-title")
_TITLED = " or ".join(_PART_TITLES)


# NISO Z39.96 (JATS), <element-citation> and <mixed-citation>; NLM's older versions call the latter `citation`.
JATS = Vocabulary(
    records=frozenset({"ref"}),
    works="citation-alternatives/*[1] | element-citation | mixed-citation | nlm-citation | citation",
    fields={
        "type": ("@publication-type", "@citation-type"),
        "author": (
            _group("author") + _PEOPLE,
            "person-group[not(@person-group-type)]/*" + _PEOPLE,
            "*[self::name or self::string-name or self::collab][not(preceding-sibling::article-title"
            " or preceding-sibling::chapter-title)]",
        ),
        "editor": (_group("editor") + _PEOPLE, _group("compiler") + _PEOPLE),
        "title": (*_PART_TITLES, "source"),
        "subtitle": ("article-title/subtitle",),
        "container": (f"self::*[{_TITLED}]/source", f"self::*[{_TITLED}]/conf-name"),
        "series": ("series",),
        "date": ("normalize-space(concat(day, ' ', month, ' ', year))", "date/year", "string-date"),
        "volume": ("volume",),
        "number": ("issue",),
        "first page": ("fpage",),
        "last page": ("lpage",),
        "pages": ("page-range", "elocation-id"),
        "publisher": ("publisher-name", "institution"),
        "doi": ("pub-id[@pub-id-type='doi']", "object-id[@pub-id-type='doi']", "ext-link[@ext-link-type='doi']"),
        "eprint": ("pub-id[@pub-id-type='arxiv']",),
        "isbn": ("isbn", "pub-id[@pub-id-type='isbn']"),
        "url": ("ext-link/@href", "uri/@href", "uri"),
        "note": ("comment",),
    },
    persons=Persons(
        family=("surname",),
        given=("given-names",),
        suffix=("suffix",),
        institution=("self::collab", "self::institution"),
    ),
    kinds=called((Reason.MESSAGE, "communication")),
    by_kind={Kind.ARTICLE: {"title": _PART_TITLES}},
    as_text="self::*[not(self::element-citation)]",
    et_al="etal | person-group[@person-group-type='author']/etal",
)
