"""What citation templates and their parameters are called in the larger Wikipedias; names are compared folded."""

from __future__ import annotations

from collections.abc import Mapping

from reconcile.lexicon.reasons import Reason
from reconcile.mention import Kind
from sources.text import letters_of


def _by_name(rows: Mapping[str, str]) -> Mapping[str, str]:
    return {letters_of(name): kind for kind, names in rows.items() for name in names.split()}


# By what a citation template names; `document` where only its parameters tell.
TEMPLATES: Mapping[str, str] = _by_name(
    {
        Kind.ARTICLE: "cite-journal cite-magazine cite-paper cita-pubblicazione cita-publicación citar-periódico"
        " article"
        " статья статия публикация стаття cytuj-pismo citace-periodika citeer-journal tidskriftsref lehtiviite"
        " kilde-artikkel"
        " citper ref-publicació erreferentzia-aldizkari akademik-dergi-kaynağı dergi-kaynağı یادکرد-ژورنال یادکرد-مجله"
        " استشهاد-بدورية-محكمة استشهاد-بدورية 저널-인용 citat-revistă citatio-periodica цитат-периодика"
        " chú-thích-tạp-chí"
        " citácia-periodika"
        " citiranje-časopisa cite-bmj vcite-journal צ-מאמר citatjournal navedi-revijo",
        Kind.BOOK: "cite-book cita-libro citar-livro ouvrage книга cytuj-książkę citace-monografie citeer-boek bokref"
        " kirjaviite kilde-bok citlib ref-llibre erreferentzia-liburu kitap-kaynağı یادکرد-کتاب استشهاد-بكتاب 서적-인용"
        " citat-carte citare-carte цитат-книга chú-thích-sách citácia-knihy citácia-monografie citiranje-knjige"
        " vcite-book צ-ספר navedi-knjigo cite-comic cite-manual",
        Kind.CHAPTER: "cite-encyclopedia cite-encyclopaedia chapitre citace-sborníku cite-chapter cite-contribution"
        " ansiklopedi-kaynağı 백과사전-인용 استشهاد-بموسوعة یادکرد-دانشنامه cita-enciclopedia citar-enciclopédia",
        Kind.PAPER: "cite-conference cita-conferenza cita-conferencia citar-conferência یادکرد-همایش konferans-kaynağı"
        " استشهاد-بمؤتمر 콘퍼런스-인용 chú-thích-hội-thảo citace-konference",
        Kind.PREPRINT: "cite-arxiv cite-biorxiv cite-medrxiv cite-ssrn cite-preprint cite-citeseerx",
        Kind.THESIS: "cite-thesis cite-dissertation cita-tesis cita-tesi citar-tese tez-kaynağı یادکرد-پایان‌نامه"
        " citace-kvalifikační-práce"
        " 학위논문-인용 استشهاد-بأطروحة диссертация chú-thích-luận-văn",
        Kind.REPORT: "cite-report cite-techreport cite-tech-report cite-technical-report rapor-kaynağı 보고서-인용",
        Kind.DATASET: "cite-data cite-dataset",
        Kind.DOCUMENT: "citation literatur cytuj cita citeer cite cite-q wikicite citation-ouvrage kaynak"
        " erreferentzia source"
        " référence",
        Reason.PRESS: "cite-news cite-newspaper cite-press-release cite-newsgroup cita-news cita-noticia citar-jornal"
        " citar-notícia ref-notícia haber-kaynağı یادکرد-خبر استشهاد-بخبر 뉴스-인용 citeer-nieuws citeer-krant"
        " chú-thích-báo tidningsref uutisviite kilde-avis citat-știre lien-brève citnews",
        Reason.WEB_PAGE: "cite-web citeweb cite-archive cita-web citar-web ref-web lien-web internetquelle webref"
        " kilde-www"
        " verkkoviite citace-elektronické-monografie citweb web-kaynağı یادکرد-وب استشهاد-ويب 웹-인용 citeer-web"
        " cytuj-stronę chú-thích-web citat-web cite-wikisource cite-map cite-sign",
        Reason.POST: "cite-tweet cite-mailing-list cite-forum",
        Reason.BROADCAST: "cite-av-media cite-av-media-notes cite-video cite-episode cite-serial cite-podcast"
        " cite-speech"
        " cite-interview cita-video citar-vídeo",
        Reason.PATENT: "cite-patent cita-patente",
    }
)
# Parameters by the field that they are, the first that is there counting. Of people `whole` is a name as it is written.
# What is `family` in one language is `given` in another: `nom` stands beside `prénom` and beside `cognom`.
PARAMETERS: Mapping[str, tuple[str, ...]] = {
    field: tuple(letters_of(name) for name in names.split())
    for field, names in {
        "title": "title titre titel título titolo titulo заглавие заголовок название назва tytuł titul název otsikko"
        " nimeke tittel cím"
        " título başlık عنوان 제목 titlu títol izenburua nhan-đề tiêu-đề naslov judul כותרת שם 标题",
        "subtitle": "subtitle untertitel sous-titre sottotitolo undertitel",
        "chapter": "chapter contribution entry article chapter-title titre-chapitre titre-article capitolo capítulo"
        " rozdział"
        " kapitola"
        " kapitel kapittel hoofdstuk luku bölüm فصل 장 часть розділ capitol",
        "journal": "journal magazine periodical newspaper périodique revue rivista revista publicación periódico jornal"
        " издание журнал видання czasopismo periodikum tijdschrift tidskrift julkaisu lehti publikasjon tidsskrift"
        " folyóirat dergi ژورنال مجله صحيفة دورية 저널 publicació aldizkaria časopis revija tạp-chí כתב-עת",
        "book": "book-title booktitle encyclopedia encyclopaedia dictionary conference-title titre-ouvrage sammelwerk"
        " sborník ansiklopedi دانشنامه موسوعة 백과사전 enciclopedia enciclopédia ответственный-сборник obra-coletiva",
        "conference": "conference event conferenza conferencia conferência konferans konference 콘퍼런스 همایش مؤتمر",
        "work": "work website werk opera obra werk publicatie",
        "year": "year année annee jahr jaar anno año ano год рік rok år vuosi év yıl سال سنة 연도 an any urtea năm"
        " tahun letnik"
        " שנה година leto godina",
        "date": "date datum fecha data дата dato ajankohta tarih تاریخ تاريخ 날짜 dată ngày tanggal תאריך",
        "volume": "volume vol band tome volumen том tom ročník årgång vuosikerta nide kötet cilt جلد مجلد المجلد 권"
        " volum"
        " liburukia wolumin bind כרך jaargang tập",
        "issue": "issue number numéro heft nummer numero número номер выпуск випуск numer číslo numero szám sayı"
        " شماره عدد العدد"
        " 호 număr broj גיליון",
        "pages": "pages page p pp passage seiten seite pagine pagina páginas página страницы страниц сторінки strony"
        " s strany"
        " pagina's sidor sid sivut sider side oldal sayfa sayfalar صفحه صفحات 쪽 pàgines pàgina orrialdeak trang"
        " halaman עמ",
        "publisher": "publisher éditeur verlag editore editorial editora издательство видавництво wydawca vydavatel"
        " uitgever förlag"
        " kustantaja forlag kiadó yayıncı yayımcı ناشر الناشر 출판사 editură argitaletxea nhà-xuất-bản penerbit הוצאה"
        " vydavateľ"
        " institution université university school",
        "doi": "doi",
        "isbn": "isbn isbn1 isbn13",
        "eprint": "arxiv eprint",
        "url": "url lire-en-ligne texte ссылка посилання online lien adresse",
        "authors": "author authors auteur auteurs autor autore autori autores автор авторы автори autorzy tekijä"
        " tekijät"
        " forfatter författare szerző yazar yazarlar نویسنده نویسندگان مؤلف المؤلف 저자 egilea tác-giả penulis"
        " pengarang"
        " מחבר contributor coauthors coautores coautori coautor соавторы autorenkürzel people",
        "families": "last surname author-last authorlast last-author achternaam apellido apellidos cognome"
        " sobrenome"
        " último ultimo příjmení nazwisko efternamn etternavn sukunimi soyadı soyad نام-خانوادگی الأخير الاخير 성"
        " cognom nume"
        " фамилия прізвище abizena họ priimek prezime nom",
        "givens": "first given author-first authorfirst prénom voornaam nombre nombres primeiro jméno imię förnamn"
        " fornavn"
        " etunimi adı ad نام الأول الاول 이름 prenume имя ім'я izena tên ime nome nom",
        "people in a row": "vauthors",
        "editors": "editor editors hrsg herausgeber curatore redaktör editor-name editor-full",
        "editor families": "editor-last editorlast editor-surname",
        "editor givens": "editor-first editorfirst editor-given",
        "cut short": "display-authors et-al displayauthors",
    }.items()
}
