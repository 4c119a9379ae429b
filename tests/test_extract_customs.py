"""Customs of CVs and pages that were seen in documents of many fields: what is one entry there, and what is none."""

from __future__ import annotations

from reconcile.documents import read_text
from reconcile.documents.blocks.labels import looks_like_heading
from reconcile.documents.reader import read_stdin
from reconcile.entry import Entry
from reconcile.extract import extract
from reconcile.extract.lists.years import with_years_above
from reconcile.extract.looks.likeness import likeness
from reconcile.extract.placing.headings import topic_of
from reconcile.extract.words.topics import Topic
from reconcile.parse import parse


def found(text: str) -> list[tuple[str, str]]:
    """The titles of a document's entries, each with the reason why it may be none."""
    return [(entry.reason, parse(entry).claim.title or entry.reading) for entry in extract(read_stdin(text.encode()))]


def titles(text: str) -> list[str]:
    return [title for reason, title in found(text) if not reason]


SET_APART = 2.0

WOOL = "A. Bee and C. Dee. Weaving with undyed wool. Journal of Gulls 12(3), 2019, 1-9."
FELT = "C. Dee and A. Bee. Felt in cold water. Journal of Gulls 14(1), 2021, 20-31."
BOTH = ["Weaving with undyed wool", "Felt in cold water"]


def test_an_italian_article_is_no_first_person() -> None:
    row = "I mulini di Rieti. La farina del 1598 nei libri delle gabelle, in «Carte del Velino», XCI (2011), pp. 55-78."
    assert len(titles(f"# Pubblicazioni\n\n{row}\n")) == 1


def test_linguists_set_pages_behind_a_period() -> None:
    rows = (
        "2016. Wool, weather, and rain. Loom 47(3).\n    543-559. [note]\n\n2014. The shape of knots. Loom 45. 41-59."
    )
    assert len(titles(f"JOURNAL ARTICLES\n\n{rows}\n")) == len(BOTH)


def test_what_is_submitted_needs_no_year_among_others() -> None:
    rows = f"{WOOL}\n\nContare le pecore: parole del gregge negli statuti di Rieti, in «Lana», in corso di stampa."
    assert len(titles(f"ARTICOLI\n\n{rows}\n")) == len(BOTH)


def test_who_advised_a_thesis_is_no_role_of_a_cv() -> None:
    row = "Counting of sheep by night. PhD thesis, University of Rieti, 2003. (advisor: K. Dee-Gull)"
    assert titles(f"PUBLICATIONS\n\n{row}\n") == ["Counting of sheep by night"]


def test_a_year_below_a_comma_ends_its_entry() -> None:
    text = "MONOGRAFIE\n\n Pane e coscienza. I mugnai di Rieti nel Trecento, pp. 288, Firenze, Olmo,\n 2013.\n\n"
    assert any("2013" in entry.reading for entry in extract(read_text(f"{text}{WOOL}\n", "x.txt")))


def test_a_heading_may_have_a_legend() -> None:
    legend = "(* corresponding author; † undergraduate coauthor; ‡ these authors contributed equally to the work)"
    text = f"HONORS AND AWARDS\nPrize of the Gull Society, 2010\n\nPUBLICATIONS  {legend}\n\n1. {WOOL}\n\n2. {FELT}\n"
    assert found(text) == [("", title) for title in BOTH]


def test_a_venue_with_its_year_is_no_heading_with_a_legend() -> None:
    assert not any(looks_like_heading(line) for line in ("CVPR (2020)", "ICML (Oral)", "A. BEE (student)."))
    assert not looks_like_heading("GULLS AND POWER (Olmo University Press, forthcoming 2025)")
    assert looks_like_heading("PAPERS (* corresponding author)")


def test_what_is_printed_is_no_award_whatever_stands_above_it() -> None:
    text = f"Honors\n\nPrize of the Gull Society, 2010\n\nPart one\n\n1. {WOOL}\n\n2. {FELT}\n"
    assert titles(text) == BOTH


def test_bullets_of_symbol_fonts_and_bullets_on_lines_of_their_own() -> None:
    assert titles(f"Publications\n\n\uf0b7 {WOOL}\n\uf0b7 {FELT}\n") == BOTH
    assert titles(f"Schriften\n\nPublikationen\n\n§ {WOOL}\n§ {FELT}\n") == BOTH
    assert titles(f"Publications\n\n•\n{WOOL}\n•\n{FELT}\n") == BOTH


def test_a_list_of_achievements_in_japanese() -> None:
    text = (
        "【学歴・職歴】\n2007年3月 北海大学 牧場学部 卒業\n\n【１．学術論文（査読あり）】\n"
        "1) 羊野 花子, 牧田 次郎：「羊毛の流通と都市」, 牧場学会誌, Vol.8, No.4, pp.145-153, 2021年7月.\n"
        '2) H. Yono and J. Maki, "Counting Sheep by Ear," J. Pasture, 12, 55-59 (2016).\n\n'
        "【２．著書】\n１．羊野 花子（分担執筆）：『牧場の基礎と応用』, 第4章, 東草出版, 2017年.\n\n"
        "【３．学位論文】\n羊野 花子：「群れの動きの研究」, 北海大学 博士論文, 2012年3月.\n\n"
        "【４．招待講演】\n・「羊の数え方」, 牧場学会 若手セミナー, 2019年12月\n\n【５．外部資金】\n・科研費 基盤研究(B)（2021-2023年度）\n"
    )
    assert titles(text) == ["羊毛の流通と都市", "Counting Sheep by Ear", "牧場の基礎と応用", "群れの動きの研究"]


def test_lists_in_korean_and_chinese() -> None:
    korean = (
        "학력\n2003 한국대학교 문학사\n\n학술지 논문\n1. 김 하늘, 이 바다, 「양떼 계수의 자동화」, 『한국목장학회지』 제12권 3호,"
        " 2019, 45-67쪽.\n2. 김 하늘, 「양모 유통과 도시」, 『목장사연구』 150호, 2015.\n\n수상\n한국목장학회 학술상 (2019)\n"
    )
    assert titles(korean) == ["양떼 계수의 자동화", "양모 유통과 도시"]
    chinese = (
        "一、期刊论文\n1.李牧，王小草．草原羊群计数方法[J]．牧场学报，2019，30(4)：112-120．\n"
        "2.李牧，羊毛贸易与近代城市，《牧场史研究》2017年第3期，第45-60页。\n\n二、主持项目\n羊毛史研究（2018-2020）\n"
    )
    assert titles(chinese) == ["草原羊群计数方法", "羊毛贸易与近代城市"]


def test_a_title_without_capitals_is_no_heading() -> None:
    assert not looks_like_heading("牧場における羊の自動計数")
    assert looks_like_heading("HONORS")
    text = "Papers\n\n牧場における羊の自動計数\n羊野 花子, 牧田 次郎\n牧場学会論文誌, 27(4) 301 - 310, Dec, 2022\n"
    assert titles(text) == ["牧場における羊の自動計数"]


def test_a_year_stands_once_for_the_entries_below_it() -> None:
    cv = (
        "\\begin{document}\\section{Publications}\n"
        "\\cvitem{2020}{Bee A., Dee C. -- Weaving with undyed wool. \\emph{Journal of Gulls} 12 : 1--9.}\n"
        "\\cvitem{}{Dee C., Bee A. -- Felt in cold water. \\emph{Journal of Gulls} 14 : 20--31.}\n"
        "\\cvitem{In progress}{Bee A., Fox E. -- Dyes of the northern sea. \\emph{Journal of Gulls}, to appear.}\n"
        "\\end{document}"
    )
    entries = extract(read_text(cv, "cv.tex", ".tex"))
    assert [parse(entry).claim.year for entry in entries] == [2020, 2020, None]


def test_the_year_of_the_margin_is_nearer_than_that_of_a_heading() -> None:
    rows = ("2021 Wool in mills, in: Gulls 9, S. 1–9.", "2016 Felt, in: Gulls 4, S. 2–7.", "Dyes, in: Gulls 3, S. 5–6.")
    entries = [Entry("cv", 1, 1, text, text, section="III", year=2017) for text in rows]
    assert [entry.year for entry in with_years_above(entries)] == [2017, 2017, 2016]


def test_where_somebody_signs_a_list_is_no_publication() -> None:
    assert titles(f"Publications\n\n{WOOL}\n\n{FELT}\n\nApplicant ____________ A. Bee\n«__» _________ 2024\n") == BOTH


def test_what_researchmap_calls_misc_is_published() -> None:
    assert topic_of("MISC 9") is topic_of("MISC") is Topic.PUBLICATIONS
    assert topic_of("Misc") is not Topic.PUBLICATIONS


def test_letters_count_the_works_of_a_paragraph() -> None:
    assert titles(f"C. Contributions to Science\n\na. {WOOL}\nb. {FELT}\n") == BOTH
    assert len(found(f"Publications\n\n{WOOL}\na. lone letter\n")) == 1


def test_lawyers_cite_by_volume_journal_and_page() -> None:
    lines = ["The Unwritten Fleece, 121 GULL L. REV. 1487 (2021)", "Who Shears?, 69 Wool L.J. 611 (2019)"]
    text = "PUBLICATIONS\n\n" + "\n".join(f"• {line}" for line in lines) + "\n"
    assert len([reason for reason, _ in found(text) if not reason]) == 2


def test_what_others_write_of_a_work_is_none() -> None:
    text = f"Publications\n\n- {WOOL}\n- Reviewed in 119 GULL L. REV. 1377 (2021)\n- {FELT}\n"
    assert titles(text) == BOTH
    review = "Publications\n\n- Review: On Wool, by A. Bee. Journal of Gulls 12(3), 2019, 1-9.\n"
    assert [reason for reason, _ in found(review)] == [""]
    assert [reason for reason, _ in found(f"Publications\n\n[Reviewed in Gulls 97 (2022).] {WOOL}\n")] == [""]


def test_a_journal_with_its_volume_ends_what_stands_above_it() -> None:
    text = (
        "Papers\n\nWeaving with undyed wool\nAda Bee, Cy Dee\nActa Ornithologica, 39(6), btad344, 2019, open\n\n"
        "Felt in cold water\nCy Dee, Ada Bee\nGulls 213, 951, 2021, open\n"
    )
    assert titles(text) == BOTH


def test_a_card_of_a_page_is_one_entry() -> None:
    card = (
        '<div class="stream-item view-compact"><div class="article-title"><a href="/p/{0}">{1}</a></div>'
        "<div><span>Ada Bee</span>, <span>Cy Dee</span></div><div><span>May {2}</span><em>Journal of Gulls</em></div></div>"
    )
    page = "".join(card.format(number, title, 2019 + number) for number, title in enumerate(BOTH))
    assert titles(f"<html><body><h2>Publications</h2>{page}</body></html>") == BOTH


def test_a_label_within_a_title_is_no_part_of_it_and_an_identifier_alone_is_no_entry() -> None:
    page = (
        '<h2>Publications</h2><ul><li><p class="tp_pub_title">Weaving with undyed wool <span class="tp_pub_type">Journal'
        " Article</span> </p><p>Ada Bee, Cy Dee. In: Journal of Gulls, vol. 12, pp. 1-9, 2019.</p></li>"
        '<li><a href="https://doi.org/10.5555/wool">doi:10.5555/wool</a></li></ul>'
    )
    document = read_stdin(f"<html><body>{page}</body></html>".encode())
    (entry,) = [entry for entry in extract(document) if not entry.reason]
    assert [entry.reading[mark.start : mark.end] for mark in entry.marks if mark.kind == "strong"] == [BOTH[0]]


def test_natural_scientists_give_volume_page_and_year() -> None:
    lines = ["Bee, A. et al. Retreat of wool from 1992 to 2018. Nat. Gulls 7, 95–98 (2019).", f"{WOOL[:-1]}."]
    assert len(titles("\n\n".join(lines))) == 2
    assert titles("Worked with A. Bee on wool from 2012 to 2015 at Gull Ltd., Nat. Gulls 7") == []


def test_the_references_of_a_latex_source_stand_under_that_heading() -> None:
    items = "\n".join(f"\\bibitem{{k{number}}} {line}" for number, line in enumerate((WOOL, FELT)))
    source = (
        f"\\begin{{document}}\n\\begin{{thebibliography}}{{9}}\n{items}\n\\end{{thebibliography}}\n\\end{{document}}"
    )
    assert {entry.section for entry in extract(read_stdin(source.encode()))} == {"References"}


def test_dashes_stand_for_the_authors_above() -> None:
    lines = [
        "Bee, Ada. Weaving with Undyed Wool. Riga: Gull Press, 2014.",
        "———. Felt in Cold Water. Riga: Gull Press, 2019.",
    ]
    document = read_stdin(("Bibliography\n\n" + "\n\n".join(lines) + "\n").encode())
    mentions = [parse(entry) for entry in extract(document)]
    assert [[name.family for name in mention.claim.author] for mention in mentions] == [["Bee"], ["Bee"]]
    assert mentions[1].text == lines[1]


def test_the_first_column_of_a_table_may_have_the_headings() -> None:
    rows = [
        ("Talks", "Looms of the north, Gull Society, Riga, 12 May 2022"),
        ("Publications", WOOL),
        ("Awards", "Gull Prize"),
    ]
    table = "".join(f"<tr><td>{head}</td><td>{text}</td></tr>" for head, text in rows)
    entries = extract(read_stdin(f"<html><body><table>{table}</table></body></html>".encode()))
    assert [(entry.section, parse(entry).claim.title) for entry in entries if not entry.reason] == [
        ("Publications", BOTH[0])
    ]


def test_a_line_that_is_all_bold_is_the_title_wherever_it_stands() -> None:
    page = (
        '<div class="card-simple view-card"><p>Ada Bee, Cy Dee</p><p>March 2019 <em>Journal of Gulls</em></p>'
        '<div class="article-title">Weaving with undyed wool</div><p>Three summers of shearing.</p></div>'
    )
    assert titles(f"<html><body><h2>Publications</h2>{page}</body></html>") == BOTH[:1]


def test_the_foot_of_an_article_belongs_to_it_and_that_of_a_page_does_not() -> None:
    article = (
        '<article class="post-entry"><header><h2>Weaving with undyed wool</h2></header>'
        "<footer>Ada Bee, Cy Dee. Journal of Gulls 12(3), 1-9, 2019</footer></article>"
    )
    page = f"<html><body><h1>Papers</h1>{article}<footer>A. Nonymous, Nobody. Page of Gulls 1, 2-3, 2020</footer></body></html>"
    assert titles(page) == BOTH[:1]
    assert "Journal of Gulls" in extract(read_stdin(page.encode()))[0].reading


def test_the_header_of_a_table_is_no_entry() -> None:
    rows = [
        ("No.", "Author(s)", "Title", "Conference, Place and Date"),
        ("1", "Ada Bee", "Wool", "Gull Conference, Riga, 2019"),
    ]
    table = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    assert found(f"<html><body><h2>Publications</h2><table>{table}</table></body></html>") == [("", "Wool")]


def test_a_table_that_sets_the_columns_of_a_page_is_none() -> None:
    works = "".join(
        f"<p>A. Bee and C. Dee. Wool of year {year}. Journal of Gulls 12(3), {year}, 1-9.</p>"
        for year in range(2001, 2015)
    )
    page = f"<html><body><table><tr><td>Home</td><td><h2>Publications</h2>\n{works}</td></tr></table></body></html>"
    assert titles(page) == [f"Wool of year {year}" for year in range(2001, 2015)]
    nested = f"<html><body><table><tr><td><table><tr><td><p>{WOOL}</p></td></tr><tr><td><p>{FELT}</p></td></tr></table></td></tr></table></body></html>"
    assert titles(f"<h1>Publications</h1>{nested}") == BOTH


def test_scholarship_alone_names_publications_and_scholarships_do_not() -> None:
    book = "*Gulls and the Law* (Olmo University Press, forthcoming 2025)"
    assert titles(f"**SCHOLARSHIP**\n\n*Books and Casebooks*\n\n> {book}\n") == ["Gulls and the Law"]
    assert topic_of("Scholarships and prizes") is Topic.AWARDS


def test_scholarship_that_was_reviewed_or_reported_is_written() -> None:
    for heading in ("Report of Scholarship", "Non-peer-reviewed scholarship", "Published Scholarship in Law"):
        assert topic_of(heading) is Topic.PUBLICATIONS
    assert topic_of("Scholarship of the Gull Society") is Topic.AWARDS
    row = "Bee A, Dee C. Night flights of gulls: a year in one town. Gulls J. 2019;26(3):57-61."
    assert len(titles(f"## Refereed Scholarship in Print\n\n- {row}\n")) == 1


def test_works_whose_lines_are_an_inner_list() -> None:
    inner = "<li>C. Dee, A. Cambridge, E. Fox</li><li>In <em>Proc. GULL 2014</em>, Rieti, 297–298</li>"
    thesis = "<li>My PhD thesis, University of Northern Felt, 2006. Committee: C. Dee, E. Fox.</li>"
    text = f"<ul><li>Barter among the shepherds of the upper valley\n<ul>{inner}</ul></li>"
    text += f"<li>Counting Sheep: The Accounts of One Valley\n<ul>{thesis}</ul></li></ul>"
    read = ["Barter among the shepherds of the upper valley", "Counting Sheep: The Accounts of One Valley"]
    assert titles(f"<h2>Publications</h2>{text}") == read


def test_talks_whose_heading_names_what_is_printed() -> None:
    for heading in ("Communications sans publication", "四、研討會口頭發表（未出版）", "Seminari e incontri"):
        assert topic_of(heading) is Topic.TALKS
    talk = "« Le loup et la laine », rencontre des bergers, Rieti, 3 avril 2022."
    assert found(f"## Publications\n\n### Communications sans publication\n\n- {talk}\n")[0][0] == "a talk"


def test_a_row_with_one_bold_cell_is_a_heading() -> None:
    row = "<tr><td>2019<td>A. Bee, C. Dee, <i>Why wool is warm</i>, Lana 9, n. 4 (2019), pp. 12-30."
    talk = "<tr><td>2022<td><i>Drops on a rough fleece</i>, Workshop on Felt, University of Rieti."
    head = "<tr><td colspan=2><b>{}</b>"
    text = f"<table>{head.format('Pubblicazioni (in ordine)')}{row}{head.format('Seminari e incontri recenti')}{talk}</table>"
    assert titles(text) == ["Why wool is warm"]


def test_under_a_heading_of_theses_a_school_and_a_year_are_enough() -> None:
    text = f"## Publications\n\n### Articles\n\n- {WOOL}\n\n### Dissertation\n\n- Zur Statik des Schafstalls, Universität Rieti, 1998.\n"
    assert len(titles(text)) == len(BOTH)


def test_a_letterhead_with_a_telephone_is_no_entry() -> None:
    lines = "<i>Professor of Ancient Weaving</i><br>Dipartimento di Lana e Feltro<br>Mill Road 7, 02100 Rieti"
    body = (
        f"<b>Anna Bee</b><br>{lines}<br>Room 21, third floor - tel. +39 0746 313 313<br>e-mail: bee (at) lana.example"
    )
    assert not extract(read_text(f"<table><tr><td><img src=a.jpg><td>{body}</table>", "x.html"))


def test_a_line_may_say_what_it_is_about() -> None:
    degree = "學歷：私立草原大學牧羊學碩士（2009）；義大利 University of Rieti 交換學生（2007）"
    assert not titles(f"# 論文著作 Publications\n\n{degree}\n")


def test_a_sentence_may_list_works_with_semicolons() -> None:
    said = "Dwa rozdziały: E. Lis, Sól w mowie mew,\nw: Mewa i sól, red. T. Nowak, Kraków: Olmo 2020, s. 11–30; E. Lis, P. Nowak, „Głos\n"
    said += "morza” – szkic do słownika ptaków, w: Ptaki i słowa, red.\nJ. Nowak, Gdańsk 2014, s. 205–221.\n"
    readings = [entry.reading for entry in extract(read_text(f"ROZDZIAŁY\n\n{said}", "x.txt"))]
    assert [reading.split(",")[0] for reading in readings] == ["Dwa rozdziały: E. Lis", "E. Lis"]


def test_a_biography_in_portuguese_is_no_entry() -> None:
    told = (
        "Tecelã (2003) e doutora em Feltro (2009). Sou de Rieti, leciono tecelagem há vinte anos e pesquiso feltros"
        " antigos. Nas horas livres atuo como pastora na serra, e os feltros da avó estão no museu da vila."
    )
    assert titles(f"# Publicações\n\n{told}\n\n## Artigos\n\n- {WOOL}\n") == BOTH[:1]


def test_lists_in_ukrainian_and_russian() -> None:
    rows = [
        "Лунь О. П. Вовна в горах : торгівля, звичаї, право. Львів : Нива, 2019. 300 с.",
        "Лунь О., Гай М. Пташиний ринок у Самборі. Гірські студії. 2013. № 2 (9). С. 30–41.",
        "Повсть і глина / за ред. О. Лунь та М. Гай. Київ : Нива, 2015. 190 с.",
    ]
    listed = "".join(f"- {row}\n" for row in rows)
    read = ["Вовна в горах : торгівля, звичаї, право", "Пташиний ринок у Самборі", "Повсть і глина"]
    assert titles(f"## Список наукових праць\n\n{listed}") == read
    assert titles("## Гранти та нагороди\n\n- Стипендія міста Самбора за книгу «Повсть і глина» (2018)\n") == []
    for heading, topic in (
        ("Научные труды", Topic.PUBLICATIONS),
        ("Розділи в монографіях", Topic.PUBLICATIONS),
        ("Доклады на конференциях", Topic.TALKS),
        ("Освіта", Topic.EDUCATION),
        ("Премии и награды", Topic.AWARDS),
    ):
        assert topic_of(heading) is topic


def test_a_heading_with_a_number_and_a_year_stands_over_its_kinds() -> None:
    row = "Bee, A., Dee, C.: Weaving slows down at low light: what looms tell. Gulls Oceanogr 67: 1320-1333"
    (entry,) = extract(read_text(f"3.2 Publications 2021\n\nPeer-reviewed\n\na) {row}\nb) No more.\n", "x.txt"))
    assert entry.year == 2021


def test_entries_of_one_author_that_no_label_parts() -> None:
    rows = "Bee A. 2022. Ulla er varm nok. Gulls 146 (4), 170-177.\nDee, C. & Bee, A. (eds.): Wool under water. Olmo, 2022."
    assert len(titles(f"PUBLICATIONS\n\n{rows}\n")) == 2


def test_talks_whose_heading_says_what_was_read_out() -> None:
    assert [topic_of(text) for text in ("Papers given", "口頭発表（抜粋）", "Apresentações de Trabalho")] == [
        Topic.TALKS
    ] * 3


def test_a_lattes_cv() -> None:
    text = (
        "Formação acadêmica/titulação\n2001 - 2004    Doutorado em Lãs.\n               Universidade de Rieti, Brasil.\n"
        "               Título: Feltro e lã no sertão de Rieti, Ano de obtenção: 2004.\n               Orientador: A. Bee.\n"
        "\nLivros publicados/organizados ou edições\n\n1.   BEE, A. . Lã no campo: cartilha para ovelhas.\n"
        "     2. ed. Rieti: Olmo, 2018. 64p.\n\nApresentações de Trabalho\n\n1.   BEE, A. . Lã e água. 2019.\n"
    )
    claims = [parse(entry).claim for entry in extract(read_text(text, "x.txt")) if not entry.reason]
    assert [(claim.title, claim.year) for claim in claims] == [
        ("Feltro e lã no sertão de Rieti", 2004),
        ("Lã no campo: cartilha para ovelhas", 2018),
    ]


def test_a_title_in_italics_as_a_headline_over_its_imprint() -> None:
    text = "* Publications\n** Books\n*** /Wool: The Wet City in Fiction/\n    Rieti: Olmo, 2009. xi + 214 pp.\n"
    (entry,) = extract(read_text(text, "x.org", ".org"))
    assert parse(entry).claim.title == "Wool: The Wet City in Fiction"


def test_single_quotes_set_a_title_apart() -> None:
    for title in ("`Wool-shorn Narratives'", "‘Wool-shorn Narratives’"):
        assert likeness(f"{title}, Studies in Gulls 3 (2006)").title == SET_APART
    assert likeness("The gulls' nests, the gulls' eggs, Studies 3 (2006)").title < SET_APART


def test_a_list_under_a_heading_of_other_things_holds_works_where_they_have_authors() -> None:
    rows = "- {title: Wool, for: string quartet, year: 2021}\n- {title: Felt, authors: [A. Bee], year: 2020}"
    assert len(extract(read_text(f"compositions:\n{rows}\n".replace("\n-", "\n  -"), "cv.yml", ".yml"))) == 1


def test_an_organisations_guideline_with_a_semicolon_before_its_year() -> None:
    row = "13. World Gull Organization. Consolidated guidelines on wool. Module 4: washing. Rieti: Olmo; 2020. (Member)"
    assert len(titles(f"REPORTS AND GUIDELINES\n{row}\n")) == 1


def test_books_that_a_person_names_in_a_sentence_about_themselves() -> None:
    told = (
        "Most of what I know of wool I learnt from shepherds in the north. My second book, *The Shepherd's Purse:\nWool and"
        " Credit in Rieti, 1701–1750* (Leeds: Olmo, 2016), went to press twice. With Carla Dee I edited *Small"
        " Flocks of the North* (Cork: Three Gulls Press, 2020). I am reading *The Gull* (Leiden: Brill, 1999) now."
    )
    assert titles(f"## About\n\n{told}\n") == [
        "The Shepherd's Purse: Wool and Credit in Rieti, 1701–1750",
        "Small Flocks of the North",
    ]


def test_whole_references_in_the_brackets_of_a_report() -> None:
    said = "Recovery of the flock took nine years, longer than our model had said"
    text = (
        f'{said} (Bee H., Dee M.-K. & Roe P., "Nine years after: the recovery of a flock", Gull Progress Series 688:'
        f' 41-58, 2022), and nobody else saw it (Roe P. and Bee H., "Sheep do not care: a null result", Journal of Gulls'
        f" 182 (2022), 102177). Otto Lenz (see also 3.2) defended his thesis in June, and has gone to Rieti.\n"
    )
    assert titles(f"4.2 Results\n\n{text}") == [
        "Nine years after: the recovery of a flock",
        "Sheep do not care: a null result",
    ]


def test_reviews_in_one_paragraph() -> None:
    text = "Review of A. Bee, *The Wool of Kent, 1944--2010*, *Gull Studies* 68 (2013), 465--66. Review of C. Dee, *Felt on Paper at Last*, *Journal of Gulls* 26.1 (2021), 103."
    assert len(titles(f"# Reviews\n\n{text}\n")) == 2


def test_an_article_of_an_encyclopedia() -> None:
    rows = f"1.\t{WOOL}\n2.\tArt. „Möwenmühle“, in: Enzyklopädie der Wolle. Bd. 3, Stuttgart [im Druck].\n"
    assert titles(f"PUBLIKATIONEN\n\n{rows}")[1:] == ["Möwenmühle"]


def test_a_mark_of_a_footnote_hides_no_author() -> None:
    rows = (
        "3. Dee, C.§ The warmth of felt in gulls. Gull Ecology 25: 12–20, 2014",
        "2. Bee, A., Roe, T.O. & Dee, C.-B.¶ Wool slows the drying of gulls. Gull Ecology 48: 1207, 2012",
        "1. Bee, A. and Dee, C.ᵇ Wool slows the rain. Gull Ecology 46: 1188, 2010",
    )
    below = "\n\n".join(rows)
    assert len(titles(f"Gull unit, Rieti\n\n{rows[0]}\n")) == 1
    assert len(titles(f"Peer-reviewed original articles\n\n{below}\n")) == len(rows)


def test_cards_in_the_panes_of_years() -> None:
    def card(title: str, names: str, below: str) -> str:
        return (
            f"<div class='card'><h5 class='card-title'>{title}</h5><p>{names}</p><p>{below}</p>"
            "<a class='btn' href='#'>Paper</a></div>"
        )

    thesis = card(
        "Learning to spin less", "Ann Bee", "PhD thesis, School of Wool, University of Rieti. Examiners: C. Dee"
    )
    felt = card("Felt in the cold water", "Ann Bee, Cy Dee", "<span class='badge'>WOOLCONF</span> Spotlight, rate 9%")
    text = (
        "<h1>Publications</h1><ul><li><button data-bs-target='#y9'>2019</button></li>"
        "<li><button data-bs-target='#y8'>2018</button></li></ul>"
        f"<div class='tab-pane' id=y9>{thesis}</div><div class='tab-pane' id=y8>{felt}</div>"
    )
    claims = [parse(entry).claim for entry in extract(read_text(text, "x.html"))]
    assert [(claim.title, claim.year) for claim in claims] == [
        ("Learning to spin less", 2019),
        ("Felt in the cold water", 2018),
    ]


def test_bold_words_before_a_full_stop_say_what_a_line_is_about() -> None:
    media = 'Radio Wool, 12 May 2018; Le Mouton, op-ed "Of gulls in the mill", 4 July 2018.'
    for head in ("**In the media.**", "**In the media**."):
        document = read_text(f"# Papers\n\n{WOOL}\n\n{head} {media}\n\n{FELT}\n", "x.md")
        assert [parse(entry).claim.title for entry in extract(document)] == BOTH


def test_communications_are_talks_where_none_of_publications_stands_over_them() -> None:
    assert topic_of("Communications (sélection)") is topic_of("Comunicações") is Topic.TALKS
    assert topic_of("Wireless communications") is not Topic.TALKS
    assert titles(f"# Publications\n\n## Communications\n\n{WOOL}\n\n{FELT}\n") == BOTH


def test_what_was_shown_at_a_meeting_is_a_talk() -> None:
    shown = 'Wool Days 2016, Rieti: "Felt in the mill" (poster, with E. Bee). GULLCON 2014, Oslo: "Wool" (talk).'
    assert found(f"# Conference contributions\n\n{shown}\n")[0][0] == "a talk"


def test_a_line_of_work_is_no_paper() -> None:
    assert not likeness(
        "Counting gulls. A second line of work looks at how gulls and sheep live side by side."
    ).announced


def test_sections_of_forms_are_lettered_in_cyrillic() -> None:
    row = "Чайка В.Г. Валяние в холодной воде. Олонец: Пчела, 2012. 64 с."
    assert titles(f"Список\n\nб) авторские свидетельства, патенты\n\nв) учебные издания\n\n{row}\n")
    assert topic_of("а) научные труды") is topic_of("в) учебные издания") is Topic.PUBLICATIONS


def test_a_numbered_heading_in_capitals_stands_over_lines_that_hang_on_it() -> None:
    heading = "4. FORMACION DE RECURSOS HUMANOS"
    text = f'3. PUBLICACIONES\n\n1) {WOOL}\n\n{heading}\nDirector de tesis de O. Rye, "Lana en los montes", 2014.\n'
    assert titles(text) == BOTH[:1]
    assert topic_of(heading) is Topic.SUPERVISION


def test_a_label_says_what_all_that_follows_in_its_paragraph_is() -> None:
    spoken = "Presentaciones orales: «Lana en los montes», Olmo, 2017; «Fieltro en agua fría», Rieti, 2019."
    assert titles(f"# Publicaciones\n\n- {WOOL}\n\n{spoken}\n") == BOTH[:1]
    led = "Supervised theses: O. Rye (2022, “Counting of sheep by night in the hills”)."
    assert titles(f"# Publications\n\n- {WOOL}\n\n{led}\n") == BOTH[:1]


def test_dashes_stand_for_the_one_author_whose_list_it_is_before_others() -> None:
    rows = "1) BEE, A.R. 2015. Wool. Ediciones Olmo, Rieti. 64 p.\n2) -----; RYE, O. 2012. Felt in cold water. Gulls 3: 1-9."
    named = [parse(entry).claim.author for entry in extract(read_stdin(f"PUBLICATIONS\n\n{rows}\n".encode()))]
    assert [[name.family.casefold() for name in names] for names in named] == [["bee"], ["bee", "rye"]]


def test_a_law_journal_needs_no_year_behind_its_page_where_the_row_begins_with_one() -> None:
    rows = ["Shearing by Proxy, 110 Gull L. Rev. ___ (forthcoming)", "Wool without Walls, 74 Mill L.J. 1187 (invited)"]
    table = "\n".join(f"{year}\t{row}" for year, row in zip((2025, 2021), rows, strict=True))
    assert titles(f"ARTICLES\n\n{table}\n") == ["Shearing by Proxy", "Wool without Walls"]


def test_links_to_mail_and_orcid_are_no_titles() -> None:
    head = (
        "[ann.bee@wool.gull.example](mailto:ann.bee@wool.gull.example) · [ORCID 0000-0002-xxxx-0000](https://orcid.org)"
    )
    assert not titles(
        f"# Publications & CV\n\nAnn Bee, Ph.D.\\\nInstitute of Wool, Department of Mills, Olmo\\\n{head}\n"
    )


def test_what_an_expert_witness_did_is_no_publication() -> None:
    row = "Retained by plaintiff, Bee v. GullAir LLC, E.D. Olm., No. 17-cv-1102 (2018)"
    assert titles(f"EXPERT WITNESS\n\n{row}\n") == []


def test_papers_among_talks_where_the_heading_names_what_is_printed_too() -> None:
    paper = "A. Bee, C. Dee, et al. Freezing Wool to Study Felt. WMT 2018."
    doubtful = "C. Dee, A. Bee, E. Fox, et al. Findings of the First Shared Task on Wool. WMT 2019."
    tutorial = "A. Bee and C. Dee. Wool for Beginners. Tutorial at ACL 2019."
    alone = "A. Bee. Wool without Tears. WMT 2018."
    society = "A. Bee and C. Dee. Wool in Riga. Gull Society, Riga, 2012."
    lines = "".join(f"- {line}\n" for line in (paper, doubtful, tutorial, alone, society))
    for heading in (
        "Workshops, tutorials, shared tasks",
        "Tutorials and shared tasks",
        "Conferencias",
        "Communications",
    ):
        reasons = [reason for reason, _ in found(f"## {heading}\n\n{lines}")]
        assert reasons[:2] == ["", ""], heading
        assert {*reasons[2:]} == {"a talk"}, heading
    for heading in ("Invited talks", "Presentations", "Tutorials"):
        assert {reason for reason, _ in found(f"## {heading}\n\n{lines}")} == {"a talk"}, heading
