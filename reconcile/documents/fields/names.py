"""What the columns, keys and terms of a publication are called, in the languages in which people keep such tables."""

from __future__ import annotations

from collections.abc import Mapping

from sources.text import letters_of

# The usual name first; an earlier name counts before a later one. Names are compared folded, without blanks.
_ROWS: Mapping[str, str] = {
    "type": "entrytype type itemtype publicationtype documenttype referencetype worktype outputtype typeofoutput"
    " category"
    " kind genre dt jenis jenispublikasi jenisluaran kategori tür yayıntürü typ druh rodzaj rodzajpublikacji tipo"
    " tipodepublicación tipodepublicação tipodeproducto tipologia typedepublication publikationsart tyyppi típus tip"
    " tippublicație vrsta loại loạihình 类型 論文類型 类别 種別 区分 구분 유형 τύπος видпублікації видпубликации"
    " типпубликации"
    " типпублікації نوع النوع",
    "title": "title fulltitle papertitle articletitle titleofpaper titleofarticle titleofpublication publishedtitle"
    " documenttitle worktitle itemtitle publicationname outputtitle titleofoutput titleofresearchoutput titleofwork"
    " titleofchapter titleofbookchapter titleofbookchapterspublished titleofcontributioninoriginallanguage name titre"
    " titel"
    " titulo titolo intitule paper article work publication ti 题名 标题 наименование название назва"
    # where a form asks for the title of a paper or of a work in a word or two
    " judul judulartikel juduljurnal judulbuku judulkarya judulkaryailmiah judulluaran judulmakalah judulpaper"
    " judulpenelitian judulpublikasi judulprosiding judultulisan tajuk  tajukartikel tajukpenerbitan"
    " tênbàibáo tênbài têncôngtrình tênđềtài tiêuđề nhanđề"
    " başlık makaleadı makalebaşlığı yayınadı eseradı eserinadı bildiriadı bildiribaşlığı"
    " tytuł tytułpracy tytułartykułu tytułpublikacji název názevpublikace názevčlánku název práce názov"
    " názovpublikácie cím"
    " acímet közleménycíme titlu titlul titlullucrării titlullucrarii naslov naslovrada"
    " naslovčlanka naslovpublikacije nimi otsikko julkaisunnimi artikkelinnimi tittel artikkelnavn pavadinimas"
    " straipsniopavadinimas pealkiri nosaukums titolarticle títol заглавие заголовок названиеработы названиестатьи"
    " назвастатті назвапраці наслов атауы τίτλος τίτλοςεργασίας τίτλοςδημοσίευσης"
    " 論文題目 论文题目 论文名称 论文标题 论文题名 題目 题目 題名 標題 篇名 論文名 論文名称 論文タイトル タイトル"
    " 著書名 書名 著書・論文名 名称"
    " 제목 논문명 논문제목 저서명 "
    " عنوان عنوانمقاله عنوانالبحث العنوان عنوانالمقال عنوانالمنشور عنواناثر כותרת שםהמאמר शीर्षक ชื่อเรื่อง"
    " ชื่อบทความ ชื่อผลงาน",
    "subtitle": "subtitle subtitleofcontributioninoriginallanguage untertitel soustitre subtítulo sottotitolo",
    "author": "author authors creators creator authornames authorsnames authorlist listofauthors authorfullnames"
    " authorsfullnames fullauthors contributors contributor nameofauthor nameofauthors nameofteacher nameoffaculty"
    " coauthors names auteur auteurs autor autoren autorinnen verfasser verfasserin verfasserinnen nomprenom"
    " nometprenom"
    " nomsprenoms autores autori au af автор авторы соавторы автори співавтори 作者 programmer"
    " authorshipsauthordisplayname"
    " penulis autorky avtor avtorji avtorica namapenulis parapenulis timpenulis daftarpenulis pengarang namapengarang "
    " namadosen namapeneliti têngiảngviên 教員名 氏名 教师姓名 姓名 교수명 교원명 성명 tácgiả têntácgiả"
    " danhsáchtácgiả nhómtácgiả yazar"
    " yazarlar yazaradı yazaradları yazarinadı autorzy "
    " autoři autorautori szerző szerzők autoru autorii autorul auteurscoauteurs tekijä tekijät"
    " kirjoittajat författare forfatter forfattere autorius autoriai autorid autors autores autora "
    " συγγραφέας συγγραφείς автори автордың авторлар аутор аутори"
    " 著者 著者名 作者名 全部作者 论文作者 所有作者 著者(全員) 執筆者 編著者 저자 저자명 저자(전체) 연구자"
    " نویسنده نویسندگان ناممولفین مولفین المؤلف المؤلفون اسمالمؤلف المؤلفين الباحث الباحثون מחבר מחברים שםהמחבר लेखक"
    " ผู้แต่ง ผู้เขียน ชื่อผู้แต่ง",
    "editor": "editor editors herausgeber herausgeberin be redaktor redaktorzy editori curatori curatore 編者 编者"
    " 편집자",
    "year": "year publicationyear yearpublished yearofpublication pubyear jahr jaar annee ano anno py ea 年份"
    " tahun tahunterbit tahunpublikasi nămxuấtbản năm yıl yayınyılı rok rokwydania rokpublikacji rokvydání rokvydania"
    " év"
    " megjelenéséve anul anulpublicării anulapariţiei godina godinaobjave leto letoizida vuosi julkaisuvuosi år"
    " utgivningsår"
    " årstal utgivelsesår metai aasta gads any año añodepublicación anodepublicação annodipubblicazione"
    " annéedepublication erscheinungsjahr год годиздания годпубликации рік рікпублікації година έτος έτοςδημοσίευσης"
    " 年 年度 発行年 発表年 発行年月 出版年 出版年份 发表年份 发表年度 發表年度 연도 년도 발행연도 발표연도 게재연도"
    " 게재년도 سال سالانتشار السنة سنةالنشر שנה ปี"
    " ปีที่พิมพ์",
    "date": "date issued publicationdate published publishedon datepublished publishdate dateofpublication"
    " releasedate datum"
    " pubdate when wann quando datedesoutenance datedesoutenanceremise soutenance"
    " tanggal tanggalterbit waktupublikasi ngàyxuấtbản thờigian tarih yayıntarihi datapublikacji datapublicării fecha"
    " fechadepublicación datadepublicação datadipubblicazione datedepublication dátum päivämäärä dato kuupäev дата"
    " датапубликации датапублікації ημερομηνία 発行日 発表年月 発行年月日 出版时间 发表时间 發表日期 出版日期 발행일"
    " 발행년월 게재일 게재년월 발표일 تاریخ"
    " تاریخانتشار تاريخالنشر التاريخ תאריך",
    "month": "month bulan monat mois mes mese miesiąc месяц",
    "journal": "journal journaltitle canonicaljournaltitle shortjournal journalname publicationtitle nameofjournal"
    " periodicaltitle newspaper magazine journalbook zeitschrift revue revista rivista periodico nomedoperiodico"
    " nombredelarevista nomdelarevue tijdschrift tidsskrift tidskrift czasopismo casopis dergi"
    " primarylocationsourcedisplayname so 期刊"
    " jurnal namajurnal namaberkala namamajalah jurnalpenerbit namajurnalilmiah tempatpublikasi"
    " tạpchí têntạpchí dergiadı dergininadı nazwaczasopisma názevčasopisu časopis nazovcasopisu"
    " folyóirat folyóiratneve revistă denumirearevistei numelerevistei nazivčasopisa revija lehti žurnalas ajakiri"
    " žurnāls nomederevista nomedarevista títulodarevista títulodelarevista περιοδικό журнал названиежурнала"
    " назважурналу издание видання часопис"
    " 雑誌名 掲載誌 掲載誌名 誌名 学術雑誌名 学术期刊 期刊名 期刊名称 刊物 刊物名称 发表刊物 发表期刊 發表期刊 杂志"
    " 학술지 학술지명 저널명 게재지 게재학술지"
    " نشریه ناممجله مجله نامنشریه المجلة اسمالمجلة مجلةالنشر כתבעת שםכתבהעת पत्रिका วารสาร ชื่อวารสาร",
    "booktitle": "booktitle containertitle venue proceedingstitle conference conferencename conferencetitle proceedings"
    " titleofproceedingsofconference titleofproceedings titleofeditedbook hostpublicationtitle titleofhostpublication"
    " nameofconference publicationvenue publishedin venuename eventtitle event source sourcetitle where presentedat"
    " konferenz wherediditappear erschienenin veroffentlichtin verschenenin gepubliceerdin publiedans publicadoen"
    " publicadoem pubblicatoin conferenceorjournal journalorconference publicationoutlet outlet forum"
    " prosiding namaprosiding namakonferensi namaseminar konferensi hộinghị tênhộinghị kỷyếu kongre kongreadı"
    " konferansadı"
    " bildirikitabı konferencja nazwakonferencji konference názevkonference sborník konferencia conferinţa conferința"
    " conferencia nombredelcongreso congreso conferência nomedoevento congresso convegno congrès konferens 会议名称"
    " 会议"
    " 會議名稱 会議名"
    " 学会名 学会名等 学術会議 학술대회 학술대회명 학회명 همایش کنفرانس نامهمایش نامکنفرانس المؤتمر اسمالمؤتمر"
    " συνέδριο конференция"
    " конференція",
    # where a work appeared as a whole, as the lists of works that Russian and Ukrainian forms ask for have it
    "imprint": "imprint kdevyšlo publikováno gdzieopublikowano miejscepublikacji holjelentmeg doveèpubblicato"
    " luogodipubblicazione lugardepublicación lieudepublication yayınyeri выходныеданные выходныесведения вихіднідані",
    # its volume, issue and pages in one cell: `14(1): 55–70`
    "numbering": "numbering volnohal volnomorhalaman volumenomorhalaman volumenomorhal volissuepages volumeissuepages"
    " volnopages"
    " volumenumberpages volnopp volissuepp volnoseiten bandheftseiten volnopages volnumpages voltomnrstr tomnrstrony"
    " 巻号頁"
    " 巻・号・頁 巻号ページ 卷期页 卷期页码 卷期頁 年卷期页 권호페이지 권호쪽 ciltsayısayfa ročníkčíslostrany"
    " volnúmpáginas volnumpag",
    "volume": "volume vol volumeno volumenumber bibliovolume vl volissue volumeissue volno volumenomor volnomor volno"
    " tom jilid"
    " cilt band tome volumen ročník årgång årgang tập том 巻 卷 卷号 권 مجلد جلد المجلد",
    "issue": "issue number no issueno issuenumber biblioissue is nomor nomorterbitan edisi sayı heft numéro numero"
    " číslo numer"
    " zeszyt nummer номер выпуск випуск 号 期 期号 期號 호 شماره العدد",
    "page": "pages page pagerange pagenumbers pageno pagenos pp fromto seiten paginas articlenumber artno eid"
    " halaman hlm hal sayfa sayfalar trang strony strany stranice oldal oldalak pagini sivut sidor sider puslapiai"
    " страницы"
    " сторінки стр páginas pagine ページ 頁 頁数 掲載ページ 页码 页数 起止页码 페이지 쪽 쪽수 صفحات الصفحات σελίδες",
    "first page": "pagestart startpage firstpage beginningpage bibliofirstpage bp",
    "last page": "pageend endpage lastpage endingpage bibliolastpage ep",
    "publisher": "publisher nameofpublisher verlag editeur editorial penerbit nhàxuấtbản nxb yayınevi yayıncı"
    " wydawnictwo wydawca"
    " nakladatelství vydavatel vydavateľstvo kiadó editura izdavač založba editora editore casaeditrice kustantaja"
    " förlag forlag"
    " leidykla kirjastus εκδότης издательство видавництво 出版社 出版单位 出版者 発行所 出版社名 출판사 발행처 ناشر"
    " انتشارات الناشر دارالنشر",
    "school": "school institution university",
    "series": "series collectiontitle",
    "note": "note howpublished comment comments remarks status annote addendum pubstate publicationstatus estado"
    " stato statut"
    " stav stan durumu tila státusz статус κατάσταση 상태 진행상태 게재상태 状态 狀態 状況 掲載状況 وضعیت الحالة"
    " bemerkung bemerkungen remarques observaciones observacoes keterangan catatan durum açıklama uwagi poznámka"
    " megjegyzés observații napomena opomba примечание примечания примітка примітки 備考 备注 備註 비고 ملاحظات"
    " توضیحات",
    "archive": "archiveprefix eprinttype",
    "eprint": "eprint arxivid arxiv",
    "doi": "doi di doiurl doilink digitalobjectidentifier doinumber nomordoi",
    "isbn": "isbn isbn13 isbnnumber isbnissn isbnissnnumber isbnissnnumberofproceeding",
    "url": "url link links weblink urls tautan linkartikel urlartikel alamatweb enlace lien odkaz ссылка",
}


NAMES: Mapping[str, tuple[str, ...]] = {
    field: tuple(dict.fromkeys(map(letters_of, names.split()))) for field, names in _ROWS.items()
}
# Columns of whose works these are; where another has the authors they are none.
STAFF = frozenset(
    map(
        letters_of,
        "nameofteacher nameoffaculty namadosen dosen namapeneliti namastaf pensyarah nameofstaff staff staffname"
        " facultyname"
        " teacher faculty lecturer academic academicstaff researcher nameofresearcher öğretimelemanı öğretimüyesi"
        " wykładowca"
        " pracownik docente profesor investigador nombredelprofesor enseignant chercheur mitarbeiter giảngviên ponente"
        " преподаватель викладач 教員名 教員 教师 教师姓名 姓名 氏名 교수명 교원명 성명"
        " عضوهیئتعلمی اسمعضوهيئةالتدريس".split(),
    )
)
# Numbers by which offices know people and works, which may stand beside them in the name of a column.
NUMBERS_OF_STAFF = frozenset(
    "nidn nidk nuptk nip nik nim npm staffid employeeid personalnumber orcid scopusid sintaid department departemen"
    " prodi"
    " programstudi jurusan faculty fakultas".split()
)
# What a list of grants has and a list of works has not: sums of money.
OF_MONEY = frozenset(
    map(
        letters_of,
        "amount amountawarded sum budget totalbudget funding fundingamount awardamount grantamount value"
        " sanctionedamount"
        " dana danarp jumlah jumlahdana jumlahrp besardana biaya anggaran nilai nilaikontrak sumberdana kinhphí bütçe"
        " betrag fördersumme budgetsumme summe montant importe cuantía monto valor valorfinanciado importo"
        " finanziamento"
        " kwota kwotadofinansowania częśćfinansowania částka suma összeg belopp beløp сума сумма объемфинансирования"
        " 経費 金額 配分額 经费 经费额 金额 到账经费 연구비 금액 مبلغ بودجه المبلغ".split(),
    )
)
# What a list of courses has, or of whom somebody advised, and a list of works has not.
OF_COURSES = frozenset(
    map(
        letters_of,
        "course courses coursename coursetitle nameofthecourse nameofcourse coursecode code credits hours semester term"
        " level program programme class subject role institution organizer duration period student students studentname"
        " nameofstudent activity event place namakegiatan kegiatan ketua tempat jabatan"
        " matakuliah sks prodi jenjang perguruantinggi lehrveranstaltung fach sws curso asignatura"
        " disciplina carga cargahoraria matière cours corso cfu przedmiot godziny predmet ders kredi дисциплина часы"
        " 课程 课程名称 学分 学时 科目 単位 과목 학점 درس واحد".split(),
    )
)
