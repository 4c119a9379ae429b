"""What libraries and repositories hand out: MODS, MARC, Dublin Core."""

from __future__ import annotations

import re

from reconcile.documents.blocks.xml import Element
from reconcile.documents.vocabularies.form import Fields, Persons, Vocabulary
from reconcile.mention import Kind
from sources.text import ANY_YEAR

_HOST = "relatedItem[@type='host'][1]"
_TITLE = "titleInfo[not(@type)][1]"


def _roles(*roles: str) -> str:
    return " or ".join(f"role/roleTerm='{role}'" for role in roles)


def _part(kind: str) -> tuple[str, ...]:
    return tuple(f"{place}part/detail[@type='{kind}']/*[self::number or self::caption]" for place in (f"{_HOST}/", ""))


def _extent(end: str) -> tuple[str, ...]:
    return tuple(f"{place}part/extent[starts-with(@unit, 'page')]/{end}" for place in (f"{_HOST}/", ""))


# https://www.loc.gov/standards/mods/userguide/ , version 3
MODS = Vocabulary(
    records=frozenset({"mods"}),
    fields={
        "type": ("genre[@authority='marcgt']", "genre"),
        "author": (
            f"name[{_roles('author', 'Author', 'aut', 'creator', 'Creator', 'cre')}]",
            "name[not(role)][not(@type='conference')]",
        ),
        "editor": (f"name[{_roles('editor', 'Editor', 'edt')}]", f"{_HOST}/name[{_roles('editor', 'Editor', 'edt')}]"),
        "title": (f"normalize-space(concat({_TITLE}/nonSort, ' ', {_TITLE}/title))",),
        "subtitle": (f"{_TITLE}/subTitle",),
        "container": (f"{_HOST}/titleInfo[not(@type)]/title", f"{_HOST}/titleInfo/title"),
        "series": ("relatedItem[@type='series']/titleInfo/title",),
        "date": (
            *(
                f"{place}originInfo/{date}"
                for date in ("dateIssued[@keyDate='yes']", "dateIssued", "copyrightDate")
                for place in ("", f"{_HOST}/")
            ),
            f"{_HOST}/part/date",
            "part/date",
            "originInfo/dateOther",
            "originInfo/dateCreated",
        ),
        "volume": _part("volume"),
        "number": (*_part("issue"), *_part("number")),
        "first page": _extent("start"),
        "last page": _extent("end"),
        "pages": _extent("list"),
        "publisher": ("originInfo/publisher", f"{_HOST}/originInfo/publisher"),
        "doi": ("identifier[@type='doi']",),
        "isbn": ("identifier[@type='isbn'][not(@invalid)]", f"{_HOST}/identifier[@type='isbn'][not(@invalid)]"),
        "url": ("location/url", "identifier[@type='uri']"),
    },
    persons=Persons(
        family=("namePart[@type='family']",),
        given=("namePart[@type='given']",),
        institution=("self::*[@type='corporate' or @type='conference']/namePart[1]",),
        text=("namePart[not(@type)]", "displayForm"),
    ),
    et_al="name/etal",
)


def _subfield(tag: str, *codes: str) -> tuple[str, ...]:
    return tuple(f"datafield[@tag='{tag}']/subfield[@code='{code}']" for code in codes)


def _relator(code: str, *words: str) -> str:
    """Return what holds of a person whose code or whose term, which begins with one of the words, is a role's."""
    terms = " or ".join(f"subfield[@code='e'][starts-with(., '{word}')]" for word in words)
    return f"subfield[@code='4']='{code}' or {terms}"


# The terms of RDA in English, German, French and Spanish, and those of AACR2 and RAK.
_AUTHORS = _relator("aut", "author", "Verfasser", "auteur", "autor")
_AUTHORS += " or not(subfield[@code='4' or @code='e'])"
_EDITORS = _relator("edt", "ed.", "edit", "éd", "Éd", "Herausgeber", "Hrsg", "Hg")
# What has a year in it.
_DATED = "[contains(translate(., '123456789', '000000000'), '0000')]"
# The punctuation of ISBD stands before the subfield that follows.
_ISBD = re.compile(r"(?:\s*[:/;=]|(?<=\w),|(?<=\w\w)\.)\s*\Z")
_COPYRIGHT = re.compile(r"(?<![\w])[c©p](?=\d{4})")


def _of_marc(fields: Fields, record: Element) -> Fields:
    """Return the fields without ISBD's punctuation, and the kind that the leader and a note on a thesis tell.

    The number and the name of a part belong to its title: `Report of the society. Volume 4, Charters`.
    """
    made = {name: value if name in ("author", "editor") else _ISBD.sub("", value) for name, value in fields.items()}
    if part := ", ".join(filter(None, (made.pop("number of part", ""), made.pop("name of part", "")))):
        last = "subtitle" if "subtitle" in made else "title"
        made[last] = ". ".join(filter(None, (made.get(last), part)))
    if "date" in made:
        made["date"] = _COPYRIGHT.sub("", made["date"]).strip("[].?,; ")
    level = (record.findtext("leader") or "").ljust(8)[7]
    if record.xpath("datafield[@tag='502']"):
        made["type"] = Kind.THESIS
    elif level in "ab":
        made["type"] = Kind.CHAPTER if "isbn of host" in made else Kind.ARTICLE
    elif level == "m" and "isbn" in made:
        made["type"] = Kind.BOOK
    made.pop("isbn of host", "")
    return made


# MARC 21 Format for Bibliographic Data
MARC = Vocabulary(
    records=frozenset({"record"}),
    fields={
        "ID": ("controlfield[@tag='001']",),
        "author": (
            f"datafield[@tag='100' or @tag='110' or (@tag='700' and not(subfield[@code='t']))][{_AUTHORS}]",
            f"datafield[@tag='710'][{_AUTHORS}]",
        ),
        "editor": (f"datafield[@tag='100' or @tag='700'][{_EDITORS}]",),
        "title": _subfield("245", "a"),
        "subtitle": _subfield("245", "b"),
        "number of part": _subfield("245", "n"),
        "name of part": _subfield("245", "p"),
        "container": (
            "normalize-space(concat(datafield[@tag='773']/subfield[@code='t'], ' ',"
            " datafield[@tag='773']/subfield[@code='g']))",
        ),
        "series": (*_subfield("490", "a"), *_subfield("830", "a")),
        "date": (
            "datafield[@tag='264'][@ind2='1']/subfield[@code='c']",
            *_subfield("260", "c"),
            *_subfield("264", "c"),
            *(f"{path}{_DATED}" for path in (*_subfield("773", "g"), *_subfield("773", "d"))),
            *_subfield("502", "d"),
            "substring(controlfield[@tag='008'], 8, 4)",
        ),
        "publisher": (*_subfield("502", "c"), *_subfield("264", "b"), *_subfield("260", "b")),
        "doi": ("datafield[@tag='024'][subfield[@code='2']='doi']/subfield[@code='a']",),
        "isbn": ("substring-before(concat(normalize-space(datafield[@tag='020']/subfield[@code='a']), ' '), ' ')",),
        "isbn of host": _subfield("773", "z"),
        "url": _subfield("856", "u"),
    },
    persons=Persons(
        institution=("self::*[@tag='110' or @tag='710']/subfield[@code='a']",), text=("subfield[@code='a']",)
    ),
    finish=_of_marc,
)

# What ISBD puts behind a title: who made the work.
_RESPONSIBLE = re.compile(r"\s/\s(?P<people>[^/]{3,200})\Z")
_TIME_OF_DAY = re.compile(r"\dT\d\d:")
_LONGEST = 200
# Where an article stands, as OJS has it: `Journal of Wool; Vol. 2 No. 3 (2019): Spring; 4-9`.
_IN_ISSUE = re.compile(
    r"(?P<container>[^;]{3,200}?)\s?;\s?(?:(?:vol(?:ume|umen)?|v|bd|band|jg|том|т)\b\.?\s?(?P<volume>[\w./-]{1,12}))?,?\s?"
    r"(?:(?:(?:no|nr|n|n[úu]m(?:ero)?|iss(?:ue)?|heft|br|вып)\b\.?|n[º°]|№)\s?(?P<number>[\w./-]{1,12}))?"
    r"\s?\((?P<date>(?:1[5-9]|20)\d\d)\b[^()]{0,10}\)(?:\s?:.*?)?(?:;\s?(?P<pages>[\w.,–-]{1,20}))?\s*\Z",
    re.IGNORECASE,
)


def _of_dublin_core(fields: Fields, record: Element) -> Fields:
    """Return the fields of a record; the times at which a repository took it in and showed it are not its date."""
    made = dict(fields)
    told = _RESPONSIBLE.search(made.get("title", ""))
    if told and any(family in told["people"] for family in _families(record)):
        made["title"] = made["title"][: told.start()]
    texts = ("".join(map(str, date.itertext())) for date in (*record.iterfind("date"), *record.iterfind("issued")))
    dates = [text for text in texts if ANY_YEAR.search(text)]
    if dates:
        made["date"] = next((date for date in dates if not _TIME_OF_DAY.search(date)), min(dates))
    if issue := _IN_ISSUE.match(made.get("container", "")):
        made |= {name: value for name, value in issue.groupdict().items() if value}
    elif len(made.get("container", "")) > _LONGEST or not re.search(r"[^\W\d_]{3}", made.get("container", "")):
        made.pop("container", "")
    elif "container" in made:
        made["container"] = made["container"].replace("; ", ", ")
    return made


def _families(record: Element) -> list[str]:
    """Return the first words of the names of who made a work: `Quispe` of `Quispe Mamani, Rosa`."""
    people = (str(one.text or "") for name in ("creator", "contributor") for one in record.iterfind(name))
    return [words[0] for person in people if (words := person.partition(",")[0].split()) and len(words[0]) > 1]


# https://www.dublincore.org/specifications/dublin-core/dcmi-terms/ , as OAI-PMH and SRU wrap it, and as RDF
DUBLIN_CORE = Vocabulary(
    records=frozenset({"dc", "Description"}),
    fields={
        "type": ("type", "type/@resource"),
        "author": ("creator",),
        "editor": ("contributor[contains(., '(ed') or contains(., ', ed')]",),
        "title": ("title", "alternative"),
        "container": (
            "bibliographicCitation",
            "isPartOf[not(starts-with(., 'http'))]",
            "source[not(starts-with(., 'http'))][not(starts-with(., 'urn:'))]",
        ),
        "publisher": ("publisher",),
        "date": ("date", "issued"),
        "doi": (
            "identifier[contains(., '10.')][starts-with(., 'doi') or starts-with(., '10.') or starts-with(., 'DOI')"
            " or contains(., 'doi.org/') or starts-with(., 'info:doi')]",
        ),
        "isbn": ("identifier[contains(translate(., 'isbn', 'ISBN'), 'ISBN')]",),
        "url": ("identifier[starts-with(., 'http')]", "@about[starts-with(., 'http')]"),
    },
    finish=_of_dublin_core,
)
