"""More styles of countries and disciplines: Poland, Italy, geologists; lists that leave their owner out; dashes."""

from __future__ import annotations

import pytest

from reconcile.documents.blocks.block import Mark
from reconcile.entry import Entry
from reconcile.parse import parse
from reconcile.parse.layouts.together import named_within
from reconcile.parse.text.marks import view
from reconcile.parse.text.segments import title_ends
from sources.record import Record, Type
from tests.parse_table import Row, assert_read, name_of, rows


def claim(text: str, *marks: Mark) -> Record:
    return parse(Entry("cv", 1, 1, text, text, marks)).claim


TABLE = """
## Poland: a journal in quotes behind a comma, `w:` before a book, `red.` before its editors, a year with its `r.`
Mewy w świetle ksiąg portowych ok. 1500 r., „Zapiski Ptasie” 86 (2021), z. 3, s. 7–38.
     | Mewy w świetle ksiąg portowych ok. 1500 r | Zapiski Ptasie | 2021
Nowak A., Lis B., Modele lotu mew, „Ornitolog” 2019, nr 4, s. 402–425.
    Nowak; Lis | Modele lotu mew | Ornitolog | 2019
Jeszcze o pochodzeniu mewy, „Rocznik Ptasi” 73/74 (2013/2014), s. 55–63.
     | Jeszcze o pochodzeniu mewy | Rocznik Ptasi | 2013
Prawo mew w kancelarii, w: Aves, ius, urbs. Studia ofiarowane Ewie Lis, red. P. Nowak, Kraków 2018, s. 345–360.
     | Prawo mew w kancelarii | Aves, ius, urbs. Studia ofiarowane Ewie Lis | 2018
Mewy i ludzie. Połów nad zatoką w połowie wieku, Wydawnictwo Naukowe, Kraków 2017, ss. 412.
     | Mewy i ludzie. Połów nad zatoką w połowie wieku |  | 2017
Wełna w mieście. Źródła, runo, sukno, red. A. Żurek, K. Świerk, Kraków 2016, ss. 288.
    Żurek; Świerk | Wełna w mieście. Źródła, runo, sukno |  | 2016
## Who translated a book, in short behind its title: Poland, Czechia, Greece, Turkey, Hungary
O. Bee, Krótka historia wełny, przeł. K. Żurek, Gdańsk 2015, ss. 198.
    Bee | Krótka historia wełny |  | 2015
O. Bee, Krátké dějiny vlny, přel. E. Lund, Praha: Olmo 2014.
    Bee | Krátké dějiny vlny |  | 2014
Μάλλινος, Π. 2015. Σύντομη εισαγωγή στο μαλλί, μτφρ. Ε. Βοσκού. Αθήνα: Εκδόσεις Λίθος.
    Μάλλινος | Σύντομη εισαγωγή στο μαλλί |  | 2015
Bee, O., Yünün Kısa Tarihi (2. Baskı), çev. E. Lund, İstanbul: Olmo Yayınları, 2014.
    Bee | Yünün Kısa Tarihi |  | 2014
Bee O. A gyapjú rövid története, ford. Lund E. Budapest: Olmo Kiadó, 2014.
    Bee | A gyapjú rövid története |  | 2014
## Who wrote a review, before the word for it in brackets
K. Żurek, [rec.] P. Lund, The Gulls of the Vasa Court, Stockholm 2012, „Ptaki Dawne” 59 (2014), nr 1, s. 201–206.
    Żurek | The Gulls of the Vasa Court | Ptaki Dawne | 2014
Lund, E. [Review] The gulls of Kent, by O. Fane. Gull Studies 12 (2012): 3-5.
    Lund | The gulls of Kent | Gull Studies | 2012
## An article of an encyclopedia behind its author
Lund, E. 2013. s.v. “Gull,” in The Concise Encyclopedia of Birds, vol. 3, 2210–2212. Malden.
    Lund | Gull | The Concise Encyclopedia of Birds | 2013
## Turkey, Finland, Hungary, Romania, Indonesia, Vietnam, Lithuania, Greece: the word before the last of those who wrote it
Yılmaz, A. ve Kaya, B., “Martıların gece uçuşu”, Kuş Dergisi, 12 (4), 1–9, 2016.
    Yılmaz; Kaya | Martıların gece uçuşu | Kuş Dergisi | 2016
Virtanen, A., Aho, C. ja Korhonen, B. (2019). Lokkien laskenta. Linnut 4(2), 1-9.
    Virtanen; Aho; Korhonen | Lokkien laskenta | Linnut | 2019
Nagy Éva és Kis Róbert: Sirályok számolása. Magyar Madarak 12 (2015), 1–9.
    Nagy; Kis | Sirályok számolása | Magyar Madarak | 2015
Popescu, A. și Ionescu, B., Numărarea pescărușilor, Revista păsărilor, 12, 2015, pp. 1-9.
    Popescu; Ionescu | Numărarea pescărușilor | Revista păsărilor | 2015
Sari, D. dan Putra, B. (2020). Menghitung camar di malam hari. Jurnal Burung, 4(2), 1-9.
    Sari; Putra | Menghitung camar di malam hari | Jurnal Burung | 2020
Nguyễn Văn An và Trần Thị Bình (2020). Đếm chim ban đêm. Tạp chí Chim, 4(2), 1-9.
    An; Bình | Đếm chim ban đêm | Tạp chí Chim | 2020
Petraitis, J. ir Kazlauskas, A. (2018). Kirų skaičiavimas. Paukščiai, 3(1), 5-9.
    Petraitis; Kazlauskas | Kirų skaičiavimas | Paukščiai | 2018
Παπαδόπουλος, Α. και Γεωργίου, Β. (2019). Η μέτρηση των γλάρων. Πτηνά, 4(2), 1-9.
    Παπαδόπουλος; Γεωργίου | Η μέτρηση των γλάρων | Πτηνά | 2019
## Korean doctors: a period behind the last name, and behind the title, of which the journal's may have none before its year
양하늘, 이나무, 김바다. 갈매기의 야간 비행에 관한 안전성 연구. 대한조류학회지 2022;97(4):233-240.
    양하늘; 이나무; 김바다 | 갈매기의 야간 비행에 관한 안전성 연구 | 대한조류학회지 | 2022
양하늘, 이나무. 갈매기의 야간 비행에 관한 안전성 연구. 대한조류학회지. 2016;90(2):101-8.
    양하늘; 이나무 | 갈매기의 야간 비행에 관한 안전성 연구 | 대한조류학회지 | 2016
양하늘. 갈매기의 야간 비행. 한국조류저널. 2016;90(2):101-8.
    양하늘 | 갈매기의 야간 비행 | 한국조류저널 | 2016
## What leads to the book that holds a chapter: Greece, Turkey
Βοσκού, Ε., 2019, Το μαλλί των νησιών, στο: Π. Λύκος (επιμ.), Βοσκοί και πρόβατα, Αθήνα: Εκδόσεις Λίθος, σσ. 45-67.
    Βοσκού | Το μαλλί των νησιών | Βοσκοί και πρόβατα | 2019
Bee, N. ve Koç, M. (2020). Yün ve keçe. İçinde: Demir, K. (Ed.), Çobanların El Kitabı, ss. 101-130, Olmo Yayınları, Rize.
    Bee; Koç | Yün ve keçe | Çobanların El Kitabı | 2020
## Korea: what each did for a book, behind the name
양하늘, 이나무 공저, 『갈매기의 역사』, 초록출판사, 2018.
    양하늘; 이나무 | 갈매기의 역사 |  | 2018
양하늘·이나무 역, 『갈매기 입문』, 초록출판사, 2014.
    양하늘; 이나무 | 갈매기 입문 |  | 2014
양하늘 외 2인, 『갈매기의 역사』, 초록출판사, 2018.
    양하늘 | 갈매기의 역사 |  | 2018
## Four initials or more, bare as those of the others are
Bee J, Fane MAGJ, Rye GRMM, Dunn A, Lund GH. Wool in patients with felt. J Gull. 2003;38:110-111.
    Bee; Fane; Rye; Dunn; Lund | Wool in patients with felt | J Gull | 2003
## Initials without a blank behind them
А.Петров, Б.И.Иванов, Чайки в полдень. Вестник птиц, 2012, 3, 1-9.
    Петров; Иванов | Чайки в полдень | Вестник птиц | 2012
A.Petrov, B.Ivanov. Gulls at noon. Journal of Gulls. 2012;3:1-9.
    Petrov; Ivanov | Gulls at noon | Journal of Gulls | 2012
J.-P.Fane, A.de Rye and K.O'Hara, "Gulls at noon", Journal of Gulls, vol. 3, pp. 1-9, 2012.
    Fane; Rye; O'Hara | Gulls at noon | Journal of Gulls | 2012
## France: who wrote the foreword, a series in quotes, the year of the first edition, a co-author behind it all
Le nid du voisin et la preuve, préf. E. Holm, LGDJ, coll. « Droit des oiseaux », t. 41, 1999, 310 p. (prix de la mer).
     | Le nid du voisin et la preuve |  | 1999
Droit des volières, Dalloz, coll. « Nids », 2e éd., 2017, 280 p. (1re éd. 2011), avec E. Holm.
    Holm | Droit des volières |  | 2017
O. Fane et E. Holm (dir.), Le vol à l'épreuve des vents, Presses universitaires maritimes de Rieti, 2010.
    Fane; Holm | Le vol à l'épreuve des vents |  | 2010
Compte rendu de O. Fane, Le mariage des mouettes (Karthala, 2001), RIDG 2003, vol. 55, p. 90-92.
     | Le mariage des mouettes | RIDG | 2003
## Taiwan: a review, a thesis behind its school
羊美花（2008）。書評：《誰剪了羊毛？》。草原研究季刊，7（2），80–84。
    羊美花 | 書評：《誰剪了羊毛？》 | 草原研究季刊 | 2008
羊美花（2004）。山地牧羊人的歌謠。國立羊毛大學牧場學系博士論文，未出版，台南市。指導教授：黃草原。
    羊美花 | 山地牧羊人的歌謠 |  | 2004
## Russia and Ukraine: ` // ` before what holds a work, ` / ` before who answers for it, ` : дис.`, a sign for each number
Чайка О. П., Луговой Д. С. Полёты чаек над заливом // Вестник орнитологии. – 2019. – Т. 12, № 3. – С. 45–58.
    Чайка; Луговой | Полёты чаек над заливом | Вестник орнитологии | 2019
Чайка О. П. Гнёзда на крышах / О. П. Чайка, Д. С. Луговой // Вестник орнитологии. – 2015. – № 2. – С. 5–18.
    Чайка; Луговой | Гнёзда на крышах | Вестник орнитологии | 2015
Чайка О. П. Гнёзда на крышах. – М. : Наука, 2011. – 312 с.
    Чайка | Гнёзда на крышах |  | 2011
Лунь О., Гай М. Вовна у звичаєвому праві. Гірські студії. 2020. № 4. С. 12–30.
    Лунь; Гай | Вовна у звичаєвому праві | Гірські студії | 2020
Лунь О. П. Вовна і повсть : побут гірського села / за заг. ред. М. Гай. Київ : Либідь, 2018. 240 с.
    Лунь | Вовна і повсть : побут гірського села |  | 2018
Повсть і глина : ремесла гірського села / за ред. О. Лунь та М. Гай. Львів : Нива, 2016. 188 с.
    Лунь; Гай | Повсть і глина : ремесла гірського села |  | 2016
Лунь О. П. Пташині ринки Поділля : дис. ... канд. іст. наук : 07.00.05. Одеса, 2012. 220 с.
    Лунь | Пташині ринки Поділля |  | 2012
Dokąd lecą mewy? „Zatoka” 2011, nr 5 (48), s. 14–22.
     | Dokąd lecą mewy? | Zatoka | 2011
E. Lis, P. Nowak, „Głos morza” – szkic do słownika ptaków, w: Ptaki i słowa, red. J. Nowak, Gdańsk 2014, s. 205–221
    Lis; Nowak | „Głos morza” – szkic do słownika ptaków | Ptaki i słowa | 2014
## Sweden: co-authors in brackets, `i` before the book, a review
"Visor om ull" (tills. m. Orla Fane och Ewa Holm), i Valley Songs, red. L. Lund & B. Rye, s. 31–48. Lund: Olmo, 2009.
    Fane; Holm | Visor om ull | Valley Songs | 2009
## Italy: `, in` before a journal's short name, which names no director.
Volo e sopravvivenza dopo la tempesta: un obbligo?, in Riv. dir. aer., 2022, pp. 511-540
     | Volo e sopravvivenza dopo la tempesta: un obbligo? | Riv. dir. aer | 2022
Gabbiani, minori e consenso, in C. Verdi e M. Neri (a cura di), Persona e uccello nel diritto, pp. 203-231, 2020
    Verdi; Neri | Gabbiani, minori e consenso | Persona e uccello nel diritto | 2020
Pietà e volo. I vescovi toscani, Roma, Viella, 2018
     | Pietà e volo. I vescovi toscani |  | 2018
## Japan, Korea, China: an article in one pair of quotes, its journal or book in another; numbers with counters.
羊野 花子, 牧田 次郎：「羊毛の流通と都市」, 牧場学会誌, 第55巻第3号, pp.330-337（2018）
    羊野 花子; 牧田 次郎 | 羊毛の流通と都市 | 牧場学会誌 | 2018
羊野 花子, 牧田 次郎：羊の群れの自動計数, 情報牧場学会論文誌, Vol. 55, No. 3, pp. 1023-1034, 2014年6月.
    羊野 花子; 牧田 次郎 | 羊の群れの自動計数 | 情報牧場学会論文誌 | 2014
羊野 花子・牧田 次郎「北の牧場の起源」『牧場史評論』第80巻第2号、2014年、121-140頁
    羊野 花子; 牧田 次郎 | 北の牧場の起源 | 牧場史評論 | 2014
羊野 花子「牧草の記憶」（牧田 次郎編『草の文化史』東草出版、2012年所収）、45-70頁。
    羊野 花子 | 牧草の記憶 | 草の文化史 | 2012
羊野 花子『牧場の社会史――北の羊』東草出版、2015年、320頁
    羊野 花子 | 牧場の社会史――北の羊 |  | 2015
김 하늘, 이 바다, 「양떼 계수의 자동화」, 『한국목장학회지』 제12권 3호, 2019, 45-67쪽.
    김 하늘; 이 바다 | 양떼 계수의 자동화 | 한국목장학회지 | 2019
李牧，羊毛贸易与近代城市，《牧场史研究》2017年第3期，第45-60页。
    李牧 | 羊毛贸易与近代城市 | 牧场史研究 | 2017
李牧：《牧场社会史》，北京：绿草出版社，2016年。
    李牧 | 牧场社会史 |  | 2016
## German historians: two sentences before `, in:`, what is counted with a period, a series, a quote that opens a title.
Die Insel als Nest. Brutpraxis der Möwen vor Riga im 14. Jahrhundert, in: Vögel und Inseln 59/2, S. 78–92.
     | Die Insel als Nest. Brutpraxis der Möwen vor Riga im 14. Jahrhundert | Vögel und Inseln | -
Verbriefung vor Ort. Nestordnungen des Stifts Riga, in: Blätter für Möwenkunde 159 (im Druck).
     | Verbriefung vor Ort. Nestordnungen des Stifts Riga | - | -
zus. mit Eva Holm: Digitale Nester kleiner Inseln: ein Bericht, in: Möwenblätter 98 (2021), S. 201–219.
    Holm | Digitale Nester kleiner Inseln: ein Bericht | Möwenblätter | 2021
Das Buch der Möwen von Riga. Untersuchung und Edition (Schriften der Gesellschaft für Vögel III/14), Riga 2011 [zugl. Diss. Lund 2009].
     | Das Buch der Möwen von Riga. Untersuchung und Edition |  | 2011
„Alle mewen vom riff“ – Abgaben und ihre Empfänger im Spiegel der Nester, in: Jahrbuch für Möwenforschung 80 (2020), S. 33–61.
     | „Alle mewen vom riff“ – Abgaben und ihre Empfänger im Spiegel der Nester | Jahrbuch für Möwenforschung | 2020
«Per ala di gabbiano». Scrittura e autenticità nei nidi, in «Rivista degli uccelli», 18/1 (2021), pp. 101-139.
     | «Per ala di gabbiano». Scrittura e autenticità nei nidi | Rivista degli uccelli | 2021
Ali e nidi. Carte private a Riga dopo il 1348, Roma, Viella, 2020, pp. 288. [rec.: E. Verdi, in «Rivista degli uccelli», 2021]
     | Ali e nidi. Carte private a Riga dopo il 1348 | - | 2020
## Hungary: initials of two letters, `és mtsai`, a dash between two authors, a thesis and who supervised it.
Kis-Tó R, Nagy Zs, Ó Súilleabháin C: Gulls of the soda pans. Freshwater Gulls 68: 1544–1560, 2023.
    Kis-Tó; Nagy; Ó Súilleabháin | Gulls of the soda pans | Freshwater Gulls | 2023
Kis-Tó É, Nagy R, és mtsai: Gulls of the salt lakes of the basin. Avitaxa 245(1): 1–15, 2016.
    Kis-Tó; Nagy | Gulls of the salt lakes of the basin | Avitaxa | 2016
Kis-Tó É. – Nagy R. (2015): Sirályhatározó kezdőknek. Sirály Kiadó, Budapest, 148 o.
    Kis-Tó; Nagy | Sirályhatározó kezdőknek | - | 2015
Nagy Réka: Fészkelő sirályok szerveződése a tavakban. PhD-értekezés, Debreceni Egyetem, 2014. Témavezető: Kis-Tó Éva
    Réka | Fészkelő sirályok szerveződése a tavakban | - | 2014
## Medicine: for whom the authors speak, and a Dutch particle.
Gull-Hale T, Kim NS, van ’t Hof JM. Screening for gulls in southern communities: a trial. Gull Med 2023;402:1123–33.
    Gull-Hale; Kim; ’t Hof | Screening for gulls in southern communities: a trial | Gull Med | 2023
Gull-Hale T, Kim NS, Lee A, on behalf of the EGC investigators. Cohort profile: the Eastern Gull Cohort. Gull Med 2018;47:1760–9.
    Gull-Hale; Kim; Lee | Cohort profile: the Eastern Gull Cohort | Gull Med | 2018
## Geologists: the year between commas, the journal behind a colon, a volume with `v.`
Lind, T.E., Shaw, S.J., and Hale, D., 2020, Is the Gull Line a suture?: Geology, v. 48, p. 77–81.
    Lind; Shaw; Hale | Is the Gull Line a suture? | Geology | 2020
Hale, S. and Lind, T.E., 2023, Zircon of the Gull Group, Gull Zone, Newfoundland: Canadian Journal of Gulls, v. 60, p. 1101–1123.
    Hale; Lind | Zircon of the Gull Group, Gull Zone, Newfoundland | Canadian Journal of Gulls | 2023
Lind, T.E., Hale, J., and 9 others, 2015, Rift gulls along the margin: Gull Research, v. 266, p. 1–22.
    Lind; Hale | Rift gulls along the margin | Gull Research | 2015
## Statisticians: a year to come.
Hale, R., and Lind, S. 2024+. Nonstationary gulls through warped processes. Journal of Gull Statistics, to appear.
    Hale; Lind | Nonstationary gulls through warped processes | Journal of Gull Statistics | 2024
## An author called J., or before a name with a year, is no venue's badge.
J. Tang, K. Hale. GullNet 2016: First Results on Gull Networks. In CIKM, pages 2505-2506, 2016.
    Tang; Hale | GullNet 2016: First Results on Gull Networks | CIKM | 2016
H. Dang. DUC 2005: Evaluation of Question-Focused Gulls. In Proc. ACL, pages 48-55, 2006.
    Dang | DUC 2005: Evaluation of Question-Focused Gulls | Proc. ACL | 2006
J. Mach. Learn. Res. 2021: Deep Gulls for All. A. Lee and B. Kim.
    Lee; Kim | Deep Gulls for All | J. Mach. Learn. Res. 2021 | 2021
## A dash between a title and its authors.
GullBench — V. Hale, T. Lind, B. Kim. VLDB Journal 31 (2022), 1043–1067.
    Hale; Lind; Kim | GullBench | VLDB Journal | 2022
Skew-Resilient Compiled Gulls — T. Lind, A. Hale, M. Kim. VLDB Journal 31 (2022), 1043–1067.
    Lind; Hale; Kim | Skew-Resilient Compiled Gulls | VLDB Journal | 2022
## A title in quotes ends with them, and may hold others.
"Gulls, Self-Trust and the Second Person", Hypatia 34.3 (2019), 490-512.
     | Gulls, Self-Trust and the Second Person | Hypatia | 2019
« Lully, Campra et la “réunion des mouettes” », Acta Musicologica, 86 (2014), p. 191-214
     | Lully, Campra et la “réunion des mouettes” | Acta Musicologica | 2014
## Titles that begin as the word for a volume or a page does.
Hale, R. (2019). Volatile Gulls in Cold Caches. Journal of Gulls, 4(2), 1-9.
    Hale | Volatile Gulls in Cold Caches | Journal of Gulls | 2019
A. Hale and B. Lind. Page replacement for gulls. In GULLS, 2019.
    Hale; Lind | Page replacement for gulls | GULLS | 2019
## What somebody said, in quotes, and a subtitle.
Hale, F., & Lind, A. (2022). "It Matches My Gulls": Examining Views of Gulls. CHI, 255:1-255:15.
    Hale; Lind | "It Matches My Gulls": Examining Views of Gulls | CHI | 2022
## The last two authors, with "and", begin no title; nor is a short given name a word of one.
Martin Hale, Zuzana Lind and Tomás Rey. 3D gulls from image collections with a single length. In ICCV, 2009.
    Hale; Lind; Rey | 3D gulls from image collections with a single length | ICCV | 2009
Jianhua Feng, Na Li and Can Yang. exploit sequencing views of gulls to accelerate queries. In WWW, 2007.
    Feng; Li; Yang | exploit sequencing views of gulls to accelerate queries | WWW | 2007
## Spain: those with whom the owner wrote behind `, con`; a journal of notebooks.
“Mareas y salarios: evidencia de las gaviotas”, con Lluís Ferrer y Dana O'Grady, Economía del Mar, 36(4), 2211-2248, 2023.
    Ferrer; O'Grady | Mareas y salarios: evidencia de las gaviotas | Economía del Mar | 2023
“La reforma de las gaviotas en perspectiva”, Cuadernos de Información Marina, 228, 1-12, 2012.
     | La reforma de las gaviotas en perspectiva | Cuadernos de Información Marina | 2012
## Czechs: `a` between the last two names, an edition with `vyd.`
HAVEL, Karel a Zdeněk NOVÁK. Rackové moře: jejich škola a doba. Praha: Academia, 2007.
    HAVEL; Novák | Rackové moře: jejich škola a doba |  | 2007
NOVÁK, Z. a HAVEL, K. Rackové v českých zemích podle knih. Listy ptačí, 2011, roč. 134, s. 33-70.
    Novák; Havel | Rackové v českých zemích podle knih | Listy ptačí | 2011
## Medicine: the third of a name.
Hale AJ, Whit D 3rd, Lind TF. Early gulls and mortality in cold shock: a cohort study. Crit Care Med. 2015;43(9):1822-30.
    Hale; Whit; Lind | Early gulls and mortality in cold shock: a cohort study | Crit Care Med | 2015
## Editors whom other languages name.
Hale, P. (2021). Gulls among peers. In H. Lind e.a. (red.), Leren van meeuwen (pp. 112-130). Amsterdam: Boom.
    Hale | Gulls among peers | Leren van meeuwen | 2021
"""


@pytest.mark.parametrize("row", rows(TABLE), ids=name_of)
def test_the_fields_of_a_string(row: Row) -> None:
    assert_read(row)


BESIDE = [
    ("Gull Testing and Directed Flight (with Dana Hale). ICALP 2014, LNCS 8572, 260-271.", "Gull Testing and Directed Flight", ["Dana Hale"]),
    ("“Silence of Gulls” (with Dana Hale and Ingvild S. Lind) Inquiry 59 (2016): 641-667.", "Silence of Gulls", ["Dana Hale", "Ingvild S. Lind"]),
    ("(con M. Neri e B. Verdi) Il gabbiano e il contratto. Rivista degli uccelli, 2018", "Il gabbiano e il contratto", ["M. Neri", "B. Verdi"]),
    ("(z K. Nowak) Pisarze mew, „Zapiski Ptasie” 86 (2021), s. 7-38", "Pisarze mew", ["K. Nowak"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title", "names"), BESIDE, ids=[text[:30] for text, _, _ in BESIDE])
def test_those_named_beside_a_title(text: str, title: str, names: list[str]) -> None:
    found = claim(text)
    assert (found.title, [str(name) for name in found.author]) == (title, names)


def test_who_edited_with_the_owner_is_an_editor() -> None:
    found = claim("The Norms of Gulls (co-edited with Dana Hale). London: Routledge, 2018.")
    assert (found.title, [str(name) for name in found.editor]) == ("The Norms of Gulls", ["Dana Hale"])
    found = claim("avec Étienne Hale (dir.), Graver les mouettes, de Lully à Rameau, Turnhout, Brepols, 2023.")
    assert [str(name) for name in found.editor] == ["Étienne Hale"]


@pytest.mark.parametrize(
    "text",
    [
        "Gulls at Sea (with Applications to Speech). ACL 2020.",
        "A. Lee, B. Kim (with C. Hale). Gulls at sea. ACL 2020.",
        "Gulls at Sea (with Dana Hale)",  # that is at the end
        "No brackets at all. ACL 2020.",
    ],
)
def test_not_all_in_brackets_are_people_beside_a_title(text: str) -> None:
    assert named_within(text, 0) is None


def test_italics_that_begin_an_entry_are_its_title() -> None:
    text = "Tenir la maison des mouettes. Enquête sur les nids, Paris, La Dispute, coll. « Corps », 264 p., 2022"
    found = claim(text, Mark(0, text.index(", Paris"), "emphasis"))
    assert (found.title, found.author) == ("Tenir la maison des mouettes. Enquête sur les nids", ())


def test_an_owner_in_bold_is_no_title() -> None:
    text = (
        "NEVES, G. S. do; SANT’ANA DE LIMA, J. A. Gaivotas após a alta: percepções. Texto & Mar, v. 32, p. 1-9, 2023."
    )
    bold = Mark(text.index("SANT"), text.index(" Gaivotas"), "strong")
    found = claim(text, bold)
    assert [name.family for name in found.author] == ["Neves", "Sant’Ana de Lima"]
    assert found.title == "Gaivotas após a alta: percepções"


def test_a_publisher_behind_its_city_is_no_author() -> None:
    found = claim("La mouette au salon : pratiques, éditions, publics (1703-1745), Paris, Classiques Garnier, 2020")
    assert (found.title, found.author) == ("La mouette au salon : pratiques, éditions, publics (1703-1745)", ())


def test_where_a_thesis_was_written_is_no_title() -> None:
    found = claim("Gull-Aware Learning for Southern Seas\nThandi Hale\nUniversity of Edinburgh, Sep 2023\nPhD thesis.")
    assert found.title == "Gull-Aware Learning for Southern Seas"


def test_a_line_that_says_thesis_is_no_part_of_the_full_line_above_it() -> None:
    found = claim(
        "2009\nReducing Wool-Based Errors for Younger and Older Gulls\nPh.D. thesis, University of Hull\n241 pp."
    )
    assert (found.title, found.type) == ("Reducing Wool-Based Errors for Younger and Older Gulls", Type.THESIS)


@pytest.mark.parametrize(
    ("text", "year", "page"),
    [
        ("A. Hale, B. Holm: Gulls Judged by Gulls. WWW 2021, 1916–1927.", 2021, "1916-1927"),
        ("A. Hale, B. Holm. Gulls Judged by Gulls. CVPR 2019: 2014-2022.", 2019, "2014-2022"),
        ("A. Hale. Letters of Gulls 1914-1918. Wool Quarterly 12(3), 1916-1927, 2005.", 2005, "1916-1927"),
    ],
)
def test_pages_that_look_like_years_are_pages(text: str, year: int, page: str) -> None:
    found = claim(text)
    assert (found.year, found.page) == (year, page)


NUMBERS = [
    ("羊野 花子「羊の道」『牧場』第80巻第2号、2014年、121-140頁", ("80", "2", "121-140")),
    ("李牧，羊毛与城市，《牧场史研究》2017年第3期，第45-60页。", ("", "3", "45-60")),
    ("Hale, T. Gulls at sea. Wool Quarterly 12, 1998, pp. 12-34.", ("12", "", "12-34")),
    ("Hale, T. Gaivotas no mar. Revista de Aves, v. 12, n. 3, p. 45-67, 2003.", ("12", "3", "45-67")),
    ("Иванов А. Б. Чайки моря // Вопросы птиц. 2019. № 4. С. 12–34.", ("", "4", "12-34")),
    ("“Gulls.” Inquiry 59 (2016): 641--667.", ("59", "", "641-667")),
]


@pytest.mark.parametrize(("text", "numbers"), NUMBERS, ids=[text[:30] for text, _ in NUMBERS])
def test_volume_issue_and_pages(text: str, numbers: tuple[str, str, str]) -> None:
    found = claim(text)
    assert (found.volume, found.issue, found.page) == numbers


CUT_SHORT = [
    "Bianchi, A., Rossi, B. e altri. Gabbiani e nidi del nord. Rivista di Gabbiani 12, 2003, 1-9.",
    "de Vries, A., Jansen, B. en anderen (2003). Meeuwen en nesten. Tijdschrift voor Meeuwen 12, 1-9.",
    "Huber, A., Maier, B. und andere: Möwen und Nester. Zeitschrift für Möwen 12 (2003), 1-9.",
    "Wibowo, A. dkk. (2003). Camar dan sarang. Jurnal Camar 12, 1-9.",
    "Virtanen, A. ym. (2003). Lokit ja pesät. Lokkilehti 12, 1-9.",
    "Virtanen, A. ja muut (2003). Lokit ja pesät. Lokkilehti 12, 1-9.",
    "Yılmaz, A. ve diğerleri (2003). Martılar ve yuvalar. Martı Dergisi 12, 1-9.",
    "Yılmaz, A., Kaya, B. ve ark. (2003). Martılar ve yuvalar. Martı Dergisi 12, 1-9.",
]


@pytest.mark.parametrize("text", CUT_SHORT, ids=[text[:12] for text in CUT_SHORT])
def test_a_list_that_is_cut_short_says_so_and_names_nobody_for_it(text: str) -> None:
    found = claim(text)
    assert found.author_et_al
    assert len(found.author) == text.count(", A.") + text.count(", B.")
    assert found.title.split()[0] in ("Gabbiani", "Meeuwen", "Möwen", "Camar", "Lokit", "Martılar")


@pytest.mark.parametrize(
    "unit", ["„a” ", ", in A ", "Ab: C, v. ", "(with Ab) ", "“a”, 1 ", "羊《羊》", "羊, 『羊", "「羊"]
)
def test_places_where_a_title_may_end_are_found_in_no_time(unit: str) -> None:
    seen = view(unit * (400_000 // len(unit)), ())
    assert len(title_ends(seen, 0, len(seen.text))) < 100


def test_a_subtitle_behind_a_title_in_bold_is_part_of_it() -> None:
    text = "FANE, O. R. do. O voo da gaivota sobre o porto: uma leitura atenta. 2009. 140 f. Tese (Doutorado em Aves)."
    read = claim(text, Mark(16, 46, "strong"))
    assert read.title == "O voo da gaivota sobre o porto: uma leitura atenta"
    assert read.year == 2009


@pytest.mark.parametrize("state", ["Aceptado", "Accepted", "Angenommen"])
def test_a_works_state_on_a_line_above_it_is_no_part_of_its_title(state: str) -> None:
    assert claim(f"{state}\n“Who shears the sheep of the hills” (con E. Holm), The Gull Review.").title == (
        "Who shears the sheep of the hills"
    )


def test_the_label_of_a_foreword_ends_no_line_of_its_own() -> None:
    read = claim("Le nid du voisin et la preuve des œufs perdus en mer, préf.\nE. Holm, LGDJ, 2006, 548 p.")
    assert (read.title, read.author) == ("Le nid du voisin et la preuve des œufs perdus en mer", ())


def test_of_a_title_in_italics_a_cases_name_stands_upright() -> None:
    text = "Note, Felt in the Doorway: Standing After Dinn, 118 Gull L.J. 1642 (2009)."
    read = claim(text, Mark(6, 41, "emphasis"))
    assert (read.title, read.year) == ("Felt in the Doorway: Standing After Dinn", 2009)


def test_the_editors_behind_a_polish_books_title_are_no_authors() -> None:
    read = claim("Wełna w mieście, red. A. Żurek, K. Świerk, Kraków 2016, ss. 288.")
    assert ([name.family for name in read.author], [name.family for name in read.editor]) == ([], ["Żurek", "Świerk"])


def test_a_given_name_at_a_full_lines_end_goes_on_below_a_title_that_is_set_apart() -> None:
    text = "Do counted sheep correlate with the judgments of shepherds?\nBrice Marsh, Hanna Lund, Zeno Adic Alonso, Danila\nMerkel, Otto Fane\nThe Journal of Sheep, 2015"
    read = claim(text, Mark(0, 59, "strong"))
    assert [name.family for name in read.author] == ["Marsh", "Lund", "Alonso", "Merkel", "Fane"]
