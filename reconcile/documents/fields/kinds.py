"""What kinds of works are called by BibTeX, CSL, RIS, reference managers, libraries and services: one table of words.

Words are compared in small letters and without what parts them. A format in which a word means something else, or whose
words mean nothing elsewhere, has those in a table of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from reconcile.documents.bib.kinds import KINDS as ENTRIES
from reconcile.lexicon.reasons import Reason
from reconcile.mention import Kind
from sources.record import Type
from sources.text import letters_of

# What a word means: a kind of publication, or why it is none; None where a format's word says nothing.
Meaning = Kind | Reason
Own = Mapping[str, Meaning | None]

_BETWEEN = "; "
_LONGEST = 500  # of a text that names kinds
_OF_TYPE: Mapping[Type, Meaning | None] = {
    Type.PREPRINT: Kind.PREPRINT,
    Type.PATENT: Reason.PATENT,
    Type.SPEECH: Reason.TALK,
    Type.WEBPAGE: Reason.WEB_PAGE,
    Type.OTHER: None,
}
_TYPES: Mapping[Meaning, Type] = {meaning: kind for kind, meaning in _OF_TYPE.items() if meaning}


def called(*rows: tuple[Meaning | None, str]) -> Own:
    """Return a table by words, from rows of what they mean with all of them."""
    return MappingProxyType({letters_of(word): meaning for meaning, words in rows for word in words.split()})


_CALLED = called(
    (
        Kind.ARTICLE,
        "articleinaperiodical articlejournal articlemagazine articlenewspaper bookreview datapaper editorial ejour"
        " electronicarticle erratum inpr jour journal journalarticle lettersandcomments magazinearticle mgzn news"
        " newsletterarticle newspaperarticle researcharticle reviewarticle textarticle",
    ),
    (
        Kind.PAPER,
        "conf conferenceabstract conferenceobject conferenceoutput conferencepaper conferenceproceedings"
        " conferencepublication confproc confproceeding cpaper paperconference proceedingsarticle proceedingspaper",
    ),
    (
        Kind.CHAPTER,
        "bookchapter bookpart booksection chap chapter dict dictionaryentry echap electronicbooksection encyc"
        " encyclopediaarticle encyclopediaentry entrydictionary entryencyclopedia referenceentry",
    ),
    (Kind.BOOK, "conferenceproceeding ebook edbook editedbook electronicbook journalissue monograph"),
    (
        Kind.THESIS,
        "academicthesis bachelorthesis dissertation dissertationorthesis dissertationthesis doctoralthesis"
        " electronicthesisordissertation masterthesis thes theses thesisordissertation",
    ),
    (
        Kind.REPORT,
        "datamanagementplan outputmanagementplan rprt stand standard standardsandpolicy technicalreport"
        " technicalstandard",
    ),
    (Kind.PREPRINT, "postedcontent preprint unpb unpublishedwork workingpaper"),
    (Kind.POSTER, "conferenceposter poster"),
    (Kind.DATASET, "data rawdata"),
    (Kind.SOFTWARE, "code comp computationalnotebook computerprogram researchtool"),
    (Kind.REVIEW, "peerreview review reviewbook"),
    (Reason.AWARD, "award distinction honor honour prize"),
    (
        Reason.BROADCAST,
        "advs artwork audio audiorecording audiovisual audiovisualmaterial broadcast film filmorbroadcast graphic image"
        " map motionpicture movingimage mpct music picture podcast radiobroadcast song sound soundrecording stillimage"
        " televisionbroadcast televisionepisode tvbroadcast video videorecording",
    ),
    (Reason.GRANT, "grant grnt"),
    (Reason.MESSAGE, "email icomm instantmessage interview intv pcomm personalcommunication"),
    (Reason.NOTE, "annotation attachment note"),
    (Reason.PATENT, "disclosure invention license pat registeredcopyright trademark"),
    (Reason.PERFORMANCE, "artisticperformance musicalcomposition performance physicalobject"),
    (Reason.SUPERVISED, "supervisedstudentpublication"),
    (
        Reason.TALK,
        "conferencelecture conferencepresentation invitedposition lecture lecturespeech presentation publicspeech slide"
        " speech talk",
    ),
    (Reason.TEACHING, "teaching"),
    (
        Reason.WEB_PAGE,
        "blog blogpost discussionforum elec forumpost internetsite onlineresource post postweblog socialmedia web"
        " webpage website",
    ),
)
# What the column of kinds says in tables that people keep in other languages than English.
_ABROAD = called(
    (
        Kind.ARTICLE,
        "artikel artikeljurnal jurnal artículo artículoderevista artigo artigoemperiódico articolo articoloinrivista"
        " articledansrevue zeitschriftenartikel zeitschriftenaufsatz aufsatz artykuł článek článok cikk folyóiratcikk"
        " articol makale artikkeli tidskriftsartikel статья стаття άρθρο 期刊论文 期刊論文 雑誌論文 学術論文 原著論文"
        " 논문 مقاله مقالة",
    ),
    (
        Kind.PAPER,
        "prosiding makalahprosiding konferenzbeitrag tagungsbeitrag ponencia comunicación trabalhoemanais"
        " contributoinatti communicationavecactes bildiri referat konferenciaközlemény тезисы тези 会议论文 會議論文"
        " 国際会議"
        " 학술대회논문",
    ),
    (
        Kind.CHAPTER,
        "babbuku bookchapters capítulo capítulodelibro capítulodelivro capitolodilibro contributoinvolume chapitre"
        " chapitredouvrage buchkapitel buchbeitrag rozdział rozdziałwmonografii kapitola könyvfejezet capitol"
        " kitapbölümü"
        " bokkapitel глава розділ κεφάλαιο فصلکتاب",
    ),
    (
        Kind.BOOK,
        "buku bukuajar bukureferensi bukueditor bungarampai bukumonograf monograf libro livro ouvrage buch monographie"
        " monografie sammelband herausgeberschaft monografia książka kniha könyv carte kitap bok boek монография"
        " монографія"
        " книга учебник підручник βιβλίο 著書 专著 專書 저서 단행본 کتاب كتاب",
    ),
    (
        Kind.THESIS,
        "disertasi skripsi tesis tesi tese thèse dissertationsschrift doktorarbeit rozprawadoktorska disertace"
        " disertační"
        " teză tez doktoratezi avhandling диссертация дисертація διατριβή 学位论文 博士論文 학위논문 رساله پایاننامه"
        " رسالة",
    ),
    (Reason.PATENT, "hki paten patente patenty brevet brevetto патент 专利 特許 특허"),
    (Reason.TALK, "pemakalah vortrag sunum wystąpienie prednáška доклад доповідь 口頭発表 구두발표"),
)
# https://api.archives-ouvertes.fr/ref/doctype
OF_HAL = called(
    (Kind.ARTICLE, "art"),
    (Kind.PAPER, "comm"),
    (Kind.CHAPTER, "couv notice"),
    (Kind.BOOK, "douv issue ouv trad"),
    (Kind.THESIS, "etabthese hdr mem these"),
    (Kind.REPORT, "note"),
    (Kind.PREPRINT, "undefined"),
    (Reason.BROADCAST, "img son"),
    (Reason.TALK, "presconf"),
)
# https://datacite-metadata-schema.readthedocs.io (resourceTypeGeneral)
OF_DATACITE = called((Reason.TALK, "event"))
# https://api.zotero.org/schema (itemTypes)
OF_ZOTERO = called((Reason.MESSAGE, "letter"))


def meaning_of(kind: Type) -> Meaning | None:
    """Return what the type of a record means; None for that of a document of any kind."""
    return _OF_TYPE[kind] if kind in _OF_TYPE else Kind(kind.value)


# What a meaning is called means itself.
_KINDS: Own = MappingProxyType(
    {
        **{letters_of(meaning): meaning for meaning in Reason},
        **{name: meaning_of(entry.claims) for name, entry in ENTRIES.items()},
        **_ABROAD,
        **_CALLED,
    }
)


def kinds_named(places: Iterable[tuple[Sequence[str], Own]]) -> str:
    """Return the kinds that texts name, of the first place where a word is known; else the texts of the last.

    >>> kinds_named([(["Text"], {}), (["Journal article"], {})])
    'article-journal'
    """
    said = ""
    for texts, own in places:
        known = [str(meaning) for text in texts for meaning in meanings(text, own)]
        if known:
            return _BETWEEN.join(dict.fromkeys(known))
        said = _BETWEEN.join(texts)
    return said


def meanings(text: str, own: Own = MappingProxyType({})) -> list[Meaning]:
    """Return what the words of a text mean that are known: two kinds for `Article; Book Chapter`."""
    keys = [letters_of(word) for word in text[:_LONGEST].split(_BETWEEN.strip())]
    found = (own[key] if key in own else _KINDS.get(key) for key in keys)
    return [meaning for meaning in found if meaning]


def type_named(text: str) -> Type:
    """Return the type that a text names; of several the last.

    >>> str(type_named("Article; Book Chapter")), str(type_named("Erratum; of a kind"))
    ('chapter', 'article-journal')
    """
    found = meanings(text)
    if not found:
        return Type.OTHER
    last = Kind.PAPER if found[-1] is Kind.POSTER else found[-1]
    return _TYPES.get(last) or (Type(last.value) if isinstance(last, Kind) else Type.OTHER)


def reason_named(text: str) -> Reason | None:
    """Return why what a text names is no publication; None where one of its words is a kind of publication."""
    found = meanings(text)
    return found[0] if found and isinstance(found[0], Reason) and not any(map(_is_kind, found)) else None


def _is_kind(meaning: Meaning) -> bool:
    return isinstance(meaning, Kind)
