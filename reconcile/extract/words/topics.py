"""What the headings of publication lists and CVs say, in the languages in which they are written.

A row is a topic and the phrases that name it, folded (no case, accents, punctuation). Phrases are looked for as
whole words, in scripts without spaces as they stand. A new heading is a new word in a row.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from reconcile.extract.words import topics_abroad
from reconcile.lexicon import reviews


class Topic(StrEnum):
    """What stands under a heading."""

    PUBLICATIONS = "publications"
    NEWS = "news"
    PATENTS = "patents"
    TALKS = "talks"
    AWARDS = "awards"
    TEACHING = "teaching"
    SERVICE = "service"
    GRANTS = "grants"
    SUPERVISION = "supervision"
    EDUCATION = "education"
    EXPERIENCE = "experience"
    OTHER = "other"
    UNKNOWN = "unknown"


# Headings that say "publications" whatever else they say ("Publications and Patents", "Talks & Publications").
STRONG = (
    "title cited by"
    "|publication|publications|published works|published work|publication list|publications list|bibliography"
    "|research papers|my papers|selected papers|recent papers|research articles|list of papers|scholarly works"
    "|preprint|preprints|pre prints|e prints|manuscripts|manuscript|working paper|working papers|unpublished papers"
    "|refereed papers|journal papers|journal articles|journal publications|conference papers|conference articles"
    "|conference proceedings|conference publications|workshop papers|workshop proceedings|book chapters|book chapter"
    "|books and chapters|peer reviewed articles|peer reviewed papers|refereed articles|articles in journals"
    "|under review|in review|in submission|under submission|submitted papers|papers in submission|work in progress"
    "|works in progress|in preparation|in press|forthcoming|edited volumes|edited books|technical reports"
    "|contributions to science|products most closely related|other significant products|law review articles"
    "|research output|research outputs|scientific production|scholarly output"
    "|publikation|publikationen|veroffentlichung|veroffentlichungen|veroffentlichte|schriftenverzeichnis|aufsatze"
    "|zeitschriftenartikel|zeitschriftenaufsatze|konferenzbeitrage|tagungsbeitrage|buchkapitel|buchbeitrage"
    "|publicacion|publicaciones|articulos|articulos publicados|capitulos de libro|ponencias publicadas"
    "|publicacao|publicacoes|artigos|artigos publicados|producao bibliografica|trabalhos publicados"
    "|articles publies|articles de revue|articles de journal|travaux publies|travaux|prepublications"
    "|documents de travail|chapitres d ouvrages|capitoli di libro|in corso di stampa|documenti di lavoro"
    "|chapitres de livre|chapitres d ouvrage|actes de conference|actes de conferences|communications avec actes"
    "|pubblicazione|pubblicazioni|articoli|articoli su rivista|contributi in volume|atti di convegno"
    "|publicaties|wetenschappelijke publicaties|kernpublicaties|publicatielijst"
    "|publikacje|publikationer|publikasjoner|julkaisut|yayinlar|makaleler"
    "|bildiriler|yayinlanan makaleler|basilan bildiriler|kitap bolumleri|kitaplardaki bolumler"
    "|δημοσιευσεισ|δημοσιευματα|επιστημονικα αρθρα|αρθρα σε περιοδικα|αρθρα|εργογραφια|πρακτικα συνεδριων"
    "|κεφαλαια σε βιβλια|κεφαλαια σε συλλογικουσ τομουσ"
    "|публикация|публикации|публикаций|статьи|научные труды|научных трудов|научные работы|научных работ|печатные работы"
    "|публікація|публікації|публікацій|статті|наукові праці|наукових праць|друковані праці|друкованих праць"
    "|producao cientifica|producoes|producao intelectual|artigos completos|capitulos de livros|trabalhos em anais"
    "|trabalhos completos|anais de eventos|livros publicados|capitulos de livros publicados|artykul|artykuly"
    "|publikacji|opublikowanych monografii|monografii naukowych|rozdzialow|artykulow"
    "|artikelen|vakpublicaties|arbeitspapiere"
    "|documentos de trabajo|job market paper|job market papers|artiklar|artikler|publikace|clanky|publikaciok"
    "|kozlemenyek|kozlemenyei|kozlemenyeim|publikacioi|publikacioim|publikacios jegyzek"
    "|publikacios lista|cikkek|originalarbeten|originalartiklar|insant manuskript"
    "|insanda manuskript|publicerade abstracts|eserler|bilimsel eserler|julkaisuluettelo|articole|publicatii"
    "|lucrari publicate"
    "|论文|論文|发表|發表|出版物|著作|学术成果|研究成果|代表作|预印本|期刊论文|会议论文|業績|著書|学会誌|学術誌|저서|논문|출판|発表論文"
    "|تالیفات|انتشارات|مقالات|مقاله ها|مقالهها|آثار علمی|آثار منتشر شده|کتابها و مقالات|کتاب ها و مقالات"
    "|منشورات|المنشورات|المؤلفات|الإنتاج العلمي|الأبحاث المنشورة|البحوث المنشورة|بحوث منشورة|أبحاث منشورة"
    f"{topics_abroad.STRONG}"
)

# Headings that name a kind of publication, or something else where the outer heading says so ("Journals" reviewed).
WEAK = (
    "papers|paper|articles|article|journals|journal|conferences|conference|proceedings|workshops|workshop|books|book"
    "|chapters|chapter|theses|thesis|dissertation|dissertations|reports|posters|poster|posters and demos|demos|letters"
    "|surveys|survey|monographs|edited|editorials|arxiv|reviews|magazines|symposia|abstracts|short papers|full papers"
    "|unpublished|submitted|accepted|to appear|refereed|peer reviewed|non refereed|research|selected works|works"
    "|essays|writings|products|encyclopedia entries|casebooks|guidelines|practice guidelines|case reports"
    "|symposium contributions|amicus briefs|opinion pieces|op eds|popular articles|newspaper articles|journalism"
    "|magazine articles|commentaries|opinion|zeitschriften|konferenzen|bucher|buch|dissertationen|kapitel|vortrage und"
    "|schriften|enviados|submetidos|soumis|inviati|inskickade"
    "|lecture notes|monographien|monografien|monographie|herausgeberschaften|herausgeberschaft|sammelbande"
    "|notes et commentaires|commentaires d arret|notes d arret|notes de jurisprudence|chroniques de jurisprudence"
    "|actes de colloques|vulgarisation|resumos|resumos expandidos|textos em jornais"
    "|ubersetzungen|translations|traductions|traducciones|traducoes|traduzioni"
    "|beitrage|lexikonartikel|kommentierungen|ouvrages|monografias|monografie"
    "|revistas|congresos|libros|capitulos|tesis|preprint articles|revues|conferences internationales|livres|chapitres"
    "|these|libri|tesi|divulgazione|livros|livro|tese|teses|dissertacao|dissertacoes|curatele|voci|rozdzialy"
    "|edycje|redakcja|monografia|boeken|hoofdstukken|proefschrift|proefschriften|rapporten|bokkapitel|bocker"
    "|avhandling|oversikter|oversiktsartiklar|fallbeskrivningar|popularvetenskap"
    "|avhandlingar|knihy|kapitoly|konyv|konyvek|konyvfejezetek|kirjat|kitaplar"
    "|tezler|期刊|会议|會議|学位论文|专著|書籍|会議|プロシーディングス|総説"
    "|解説|翻訳|訳書|編著|共著|単著|紀要|報告書|译著|教材|专书|專書"
    "|монографии|монография|учебники|учебные пособия|сборники|тезисы|тезисы докладов|материалы конференций"
    "|диссертация|диссертации|главы|книги|каталоги|монографії|монографія|підручники|навчальні посібники|збірники|тези"
    "|учебные издания|учебно методические издания|навчальні видання"
    "|тези доповідей|матеріали конференцій|дисертація|дисертації|розділи"
    "|βιβλια|μονογραφιεσ|κεφαλαια|λημματα|επιμελειεσ|επιμελεια τομων|μεταφρασεισ|διατριβη|διατριβεσ"
    "|研討會|発表|학술지|학술대회|역서|총설"
    "|کتاب|کتابها|کتاب ها|فصل کتاب|ترجمه|ترجمهها|ترجمه ها|همایشها|همایش ها|مجموعه مقالات|نقد کتاب|پایان نامه|پایاننامه"
    "|كتب|الكتب|كتاب|فصول كتب|ترجمات|مؤتمرات|المؤتمرات|مقالة|رسالة"
    f"|{reviews.HEADINGS}"
    f"{topics_abroad.WEAK}"
)

# Headings that mean it only where they say nothing else: scholarship over a lawyer's articles is no grant to study,
# what a Frenchman teaches is `cours`, and what he has under way `en cours`. Folded.
ALONE: Mapping[str, tuple[Topic, bool]] = {
    "cours": (Topic.TEACHING, False),
    "legal scholarship": (Topic.PUBLICATIONS, True),
    "scholarship": (Topic.PUBLICATIONS, True),
    "selected scholarship": (Topic.PUBLICATIONS, True),
}

# Headings over talks in Romance languages where they say nothing else, unless one of publications stands over them;
# and what may stand beside them.
SPOKEN_ALONE = frozenset(
    "communications comunicaciones comunicacoes comunicazioni comunicacions conferencias conferenze".split()
)
SHOWN_TOO = frozenset("e et y i and affiches cartazes posteres posters".split())

# What a page's title names beside publications where all of a person's sections stand under it.
OF_ALL = "cv|curriculum vitae|curriculum|resume|vita|vitae|lebenslauf|werdegang|zyciorys"

# Headings in which a word means what somebody wrote: scholarship, as the CVs of medical schools have it, and what
# others evaluate.
WRITTEN = (
    "en evaluacion|em avaliacao|en cours d evaluation|in valutazione|"
    "peer reviewed scholarship|peer review scholarship|refereed scholarship|report of scholarship|scholarship in print"
    "|published scholarship|works of scholarship|redakcjach naukowych monografii"
)

# Headings over what was spoken, though a word in them names what is printed.
SPOKEN = (
    "communications sans publication|communications sans actes|communications non publiees|communications orales"
    "|sin actas|sans actes|sem anais|senza atti|comunicazioni orali"
    "|comunicaciones orales|unpublished talks|unpublished conference presentations"
    "|口頭發表|口頭発表|口头发表|口頭報告|口头报告"
)

# What a heading over talks names beside them that is printed all the same: `Workshops, tutorials, shared tasks`.
PRINTED_TOO = (
    "papers|paper|proceedings|conferences|conference|workshops|workshop|posters|poster|demos|demo|demonstrations"
    "|shared tasks|shared task|conferencias|conferenze|comunicaciones|comunicacoes|comunicazioni|comunicacions"
    "|communications"
)

# What a heading says, in its legend for the most part, of what was reviewed or printed, though its word alone means
# what was spoken: `Conferencias (con comité de programa)`.
JUDGED = (
    "comite de programa|comite de lectura|comite de lecture|comite de redaccion|comite cientifico|comitato scientifico"
    "|con arbitraje|com arbitragem|arbitradas|arbitrados|referato|por pares|peer reviewed|peer review"
    "|referee|refereed|revisione|revisadas|evaluadas|actas|actes|atti|anais|proceedings|indexadas|publicadas|publiees"
    "|pubblicate"
)

# Headings over theses, whose entries give a school and a year and do not say what they are.
THESES = (
    "thesis|theses|dissertation|dissertations|dissertationen|doktorarbeit|habilitation|these|these de doctorat|tesis"
    "|tesis doctoral|tesi|tesi di dottorato|tese|teses|dissertacao|dissertacoes"
    "|proefschrift|avhandling|avhandlingar|dysertacja|disertacni prace"
    "|диссертация|дисертація|学位论文|學位論文|学位論文|博士論文|博士论文|修士論文|硕士论文"
)

# Headings over works whose entries may say nothing of where they stand.
UNFINISHED = (
    "working papers|work in progress|works in progress|in progress|in preparation|job market paper|job market papers"
    "|under review|in review|submitted|submitted papers|in submission|under submission|unpublished papers|manuscripts"
    "|arbeitspapiere|in vorbereitung|eingereicht|en preparation|soumis|documentos de trabajo|en preparacion"
    "|in preparazione|in corso|w przygotowaniu"
    "|enviados|submetidos|inviati|in corso di stampa|en evaluacion|em avaliacao|en cours d evaluation|in valutazione"
    "|insant manuskript|insanda manuskript|inskickade"
)

# Headings over what somebody wrote for newspapers, magazines and blogs, of which no source knows.
JOURNALISM = (
    "op ed|op eds|opinion|opinion pieces|opinion articles|opinion essays|journalism|newspaper articles"
    "|press articles|magazine articles|popular writing|popular articles|popular press|public writing|public scholarship"
    "|columns|blog|blogs|blog posts|blogposts|news media|zeitungsartikel|zeitungsbeitrage|presseartikel|gastkommentare"
    "|tribunes|articles de presse|presse ecrite|columnas|columnas de opinion|articulos de opinion|articulos de prensa"
    "|articulos periodisticos|prensa|artigos de jornal|artigos de opiniao|artigos em jornais"
    "|articoli di giornale|articoli di stampa|krantenartikelen|opiniestukken|publicystyka|artykuly prasowe|kronikk"
    "|kronikker|kroniker|debattartiklar|popularvetenskap|kolumnit|публицистика|статьи в газетах|статті в газетах"
    "|публіцистика"
)

# What a list of reviewing is divided into, too: only these may stand under such a heading.
REVIEWED = "journals|journal|conferences|conference|workshops|workshop|proceedings|symposia|magazines|reviews|books"

# Everything else, in the order in which they are tried: the first row with a phrase in the heading wins.
_REST: tuple[tuple[Topic, str], ...] = (
    (
        Topic.SUPERVISION,
        "dissertations chaired|dissertations directed|dissertations supervised|dissertations advised|theses directed"
        "|theses advised|theses chaired|theses encadrees|relatore di tesi|relatrice di tesi|tesi dirette"
        "|betreute dissertationen"
        "|abgeschlossene arbeiten|abgeschlossene promotionen|laufende promotionen|promotionen|masterarbeiten"
        "|bachelorarbeiten|diplomarbeiten|betreute promotionen"
        "|supervision|supervised|supervised theses|theses supervised|students|students supervised|advisees|mentoring"
        "|mentees|mentorship|mentored|alumni|thesis committees|phd students|group members|betreute arbeiten"
        "|abschlussarbeiten|encadrement|encadrement doctoral|tesis dirigidas|orientacoes|supervisoes"
        "|direction de theses|direction de these|research guidance|ph d guidance|phd guidance|promoties"
        "|directions de theses|direction de memoires|encadrements|direccion de tesis|tesi seguite|begeleiding|opieka"
        " naukowa|doktoraty|prowadzone doktoraty|wypromowani doktorzy|promotorstwo|doctorandos"
        "|formacion de recursos humanos|direccion de becarios|руководство аспирантами|научное руководство"
        "|керівництво аспірантами|наукове керівництво"
        "|dottorandi|doktorandinnen|yonetilen tezler|yonetilen yuksek lisans|yonetilen doktora|yuksek lisans tezleri"
        "|doktora tezleri|handledning|handledarskap|tez danismanligi|tez danismanliklari|danismanliklar"
        "|επιβλεψη|επιβλεψεισ|επιβλεψη διπλωματικων|επιβλεψη διατριβων"
        "|指导学生|学生|指導学生|지도학생|졸업생|卒業生|毕业生|畢業生"
        "|راهنمایی پایان نامه|راهنمایی پایاننامه|راهنمایی پایان نامه ها|الإشراف|الإشراف العلمي"
        "|الإشراف على الرسائل",
    ),
    (
        Topic.PATENTS,
        "patent|patents|intellectual property|patent applications|inventions|patente|patentes|brevets|brevetti|brevet"
        "|patentler"
        "|专利|專利|特許|특허|патенты|патенти|изобретения|винаходи|авторские свидетельства",
    ),
    (
        Topic.SERVICE,
        "service|services|reviewing|reviewer|reviewers|review activities|refereeing|referee for|professional activities"
        "|professional activity|program committee|program committees|committees|committee|editorial|editorial board"
        "|editorial boards|editor|organization|organisation|organizer|organizing|chairing|chair|memberships|membership"
        "|affiliations|outreach|community|academic activities|volunteer|volunteering|leadership|gutachtertatigkeit"
        "|gutachter|gremien|mitgliedschaften|servicio|revisor|responsabilites|relecture|bancas|organisatie"
        "|evaluacion|actividades de evaluacion"
        "|czlonkostwo|czlonkostwa|idari gorevler|uyelikler|uyelikleri|hakemlik|hakemlikler|editorlukler"
        "|udzialu w komitetach|recenzowanych prac|διοικητικο εργο|συμμετοχη σε επιτροπεσ"
        "|服务|服務|学术服务|审稿|兼职|社会兼职|学会活動|社会活動|社会貢献|委員|학회활동|학회 활동",
    ),
    (
        Topic.AWARDS,
        "award|awards|honors|honours|honor|prizes|prize|fellowships|fellowship|scholarships|scholarship|distinctions"
        "|recognition|recognitions|achievements|accomplishments|competitions|auszeichnungen|preise|ehrungen|stipendien"
        "|premios|premios e titulos|becas|premi|prix|distinction|bourses|nagrody|prijzen|priser|utmarkelser|oceneni"
        "|distinciones|premios y distinciones"
        "|dijak|oduller"
        "|palkinnot|获奖|奖励|荣誉|榮譽|獲獎|得獎|受賞|表彰|수상|награды|премии|стипендии|достижения|нагороди|премії|стипендії|відзнаки"
        "|βραβεια|διακρισεισ|υποτροφιεσ"
        "|جوایز|افتخارات|جوایز و افتخارات|الجوائز|جوائز",
    ),
    (
        Topic.GRANTS,
        "grant|grants|funding|funded projects|funded research|research grants|sponsored research|sponsored projects"
        "|drittmittelprojekte|geforderte projekte"
        "|third party funds|third party funding|proposal acronym|project acronym"
        "|drittmittel|forderung|forskningsanslag|proyectos financiados|financements|granty|subsidies"
        "|基金|科研项目|项目|研究計畫|計畫補助|外部資金|競争的資金|研究費|科研費|연구비|연구과제"
        "|гранты|участие в грантах|гранти|участь у грантах|χρηματοδοτησεισ",
    ),
    (
        Topic.TALKS,
        "talk|talks|invited talks|presentations|presentation|oral presentations|lectures|invited lectures|keynotes"
        "|keynote|seminars|seminar talks|invited seminars|speaking|invited speaker|tutorials|panels|podcasts"
        "|vortrage|vortrag|charlas|conferencias invitadas|ponencias|exposes|seminaires|relazioni su invito|relazioni"
        " a convegni|interventi a convegni"
        "|communications recentes|communications orales|communications scientifiques"
        "|wystapien"
        "|ανακοινωσεισ|ανακοινωσεισ σε συνεδρια|διαλεξεισ|ομιλιεσ|εισηγησεισ|προσκεκλημενεσ ομιλιεσ"
        "|palestras|papers given|papers delivered|papers read|papers presented|presented papers"
        "|apresentacoes|apresentacoes de trabalho"
        "|participacao em eventos|lezingen|referaty|wystapienia|referaty wygloszone|foredrag|forelasningar|prednasky"
        "|eloadasok|konferencia eloadasok|foredrag pa inbjudan|inbjudna foredrag|seminarios|seminari|seminarias"
        "|konferenzbeitrage und vortrage"
        "|esitelmat|davetli konusmalar|sunumlar|seminerler"
        "|udzial w konferencjach|ucast na konferencich|konferencni vystoupeni|konferenciaeloadasok"
        "|participacion en congresos|partecipazione a convegni|comunicazioni a convegni|participation a des colloques"
        "|teilnahme an tagungen|teilnahme an konferenzen|konferansedeltakelse|sudjelovanje na konferencijama"
        "|participari la conferinte|kongre katilimlari"
        "|presentaciones|presentaciones orales|участие в конференциях|устные доклады|участь у конференціях"
        "|报告|演讲|演講|講演|口頭発表|学会発表|ポスター発表|강연"
        "|학술대회 발표|학술대회발표|학회 발표|학회발표|학술발표|구두발표|구두 발표"
        "|выступления|доклады|лекции|виступи|доповіді|лекції"
        "|سخنرانی|سخنرانیها|سخنرانی ها|ارائه ها|محاضرات|المحاضرات",
    ),
    (
        Topic.TEACHING,
        "teaching|courses|course|classes|lecturing|teaching assistant|teaching experience|coursework|lehre"
        "|lehrveranstaltungen|docencia|ensino|enseignement|enseignements|didattica|insegnamento|onderwijs|dydaktyka"
        "|zajecia|undervisning|pedagogiska meriter|vyuka|oktatas|opetus|dersler"
        "|教学|教學|授课|授課|课程|教育活動|担当科目|担当授業|講義|강의"
        "|преподавание|учебные курсы|викладання|навчальні курси|διδασκαλια|διδακτικο εργο|διδακτικη εμπειρια"
        "|تدریس|سوابق تدریس|سوابق آموزشی|دروس|التدريس|المقررات",
    ),
    (
        Topic.NEWS,
        "news|latest news|recent news|what s new|whats new|updates|announcements|highlights|timeline|aktuelles"
        "|neuigkeiten|noticias|novedades|actualites|notizie|新闻|动态|近况|お知らせ|소식|новости|новини|اخبار|الأخبار",
    ),
    (
        Topic.EDUCATION,
        "education|educations|educational background|academic background|degrees|qualifications|ausbildung|studium"
        "|bildungsweg|educacion|formacion|formacao|titulacao|parcours|cursus|formation|formazione|istruzione"
        "|opleiding|opleidingen"
        "|titulos|titulos academicos"
        "|wyksztalcenie|tanulmanyok|utbildning|examina|utdanning|uddannelse|vzdelani|koulutus|egitim|ogrenim durumu"
        "|ogrenim bilgileri"
        "|教育|教育经历|教育背景"
        "|σπουδεσ|εκπαιδευση|τιτλοι σπουδων"
        "|学历|學歷|学歴|학력|образование|повышение квалификации|освіта|підвищення кваліфікації"
        "|تحصیلات|سوابق تحصیلی|مدارک تحصیلی|المؤهلات|المؤهلات العلمية|التعليم|الشهادات",
    ),
    (
        Topic.EXPERIENCE,
        "experience|experiences|employment|work experience|work history|career|positions|appointments|internships"
        "|internship|professional experience|research experience|projects|project|selected projects|research projects"
        "|forschungsprojekte|laufende projekte"
        "|industry|berufserfahrung|werdegang|projekte|experiencia|experience professionnelle"
        "|esperienza|progetti|proyectos|projetos|projetos de pesquisa|atuacao profissional|projets|projecten"
        "|projekter|prosjekter|projekt"
        "|projeler|akademik unvanlar|is deneyimi|mesleki deneyim"
        "|lopende projecten|doswiadczenie|zatrudnienie|przebieg pracy"
        "|stazy|uczestnictwo w projektach|uczestnictwa w pracach zespolow|επαγγελματικη εμπειρια|εργασιακη εμπειρια"
        "|προυπηρεσια|ερευνητικα προγραμματα"
        "|przebieg kariery|anstallningar|munkahelyek|gorevler|cargos|cargos desempenados|expert witness"
        "|expert testimony|consulting|consultancies"
        "|工作经历|实习|经历|經歷|項目|项目经历|職歴|略歴|経歴|경력|опыт работы|досвід роботи|проекты|проєкти|проекти"
        "|سوابق شغلی|سوابق کاری|سوابق حرفه ای|سوابق اجرایی|طرح های پژوهشی|طرحهای پژوهشی|طرحها|طرح ها"
        "|الخبرات|الخبرة|الخبرات العملية",
    ),
    (
        Topic.OTHER,
        "other outputs|further outputs|other output|aktiviteter|aktivitet|activiteiten|presse medie|press media"
        "|skills|technical skills|languages|interests|research interests|hobbies|about|about me|bio|biography|contact"
        "|contacts|contact information|summary|profile|objective|software|open source|code|tools|datasets|data sets"
        "|dati personali|datos personales|dados pessoais|identificacao|donnees personnelles|personliche daten"
        "|dans les medias|medias|in den medien|medien|en los medios|nei media|na midia|in de media"
        "|media|media coverage|press|press coverage|in the media|references|referees|links|certifications|certificates"
        "|training|personal|personal information|statement|overview|activities|activity|co authors|coauthors"
        "|collaborators|research areas|research expertise|expertise|abstract|join us|openings|team|people|gallery"
        "|metrics|citations|citation metrics|statistics|research statement|kenntnisse|fahigkeiten|sprachen"
        "|forschungsinteressen|forschungsschwerpunkte|forschungsgebiete|kontakt|kontaktdaten|contato|contatos"
        "|contacto|contatti|kontakty|kapcsolat|iletisim|yhteystiedot|contactgegevens|coordonnees|επικοινωνια"
        "|sobre mi|sobre nosotros|quienes somos|uber mich"
        "|chi sono|nyelvtudas|referenser|habilidades|intereses|competences|langues|interets|centres d interet"
        "|competenze|lingue|voorwoord|jezyki|umiejetnosci|terza missione|resumo|idiomas|producao tecnica"
        "|programas de computador|trabalhos tecnicos|compositions|discography|recordings|exhibitions|performances"
        "|所属学会|専門分野|研究分野|資格|연구분야|연구 분야"
        "|языки|навыки|контакты|мови|навички|контакти"
        "|تماس|اطلاعات تماس|مهارتها|مهارت ها|زبانها|علایق پژوهشی|زمینه های پژوهشی"
        "|المهارات|اللغات|الاتصال|المعلومات الشخصية"
        "|研究方向|研究兴趣|技能|联系|联系方式|聯絡方式"
        "|个人简介|個人簡介|简介|研究领域|研究領域|研究興趣|興味|연구 관심",
    ),
)
REST = tuple((topic, phrases + topics_abroad.REST.get(topic, "")) for topic, phrases in _REST)
