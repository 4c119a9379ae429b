"""What a list's frame says of its items: headings, spans of years, numbers, and what stands beside an item."""

from __future__ import annotations

import pytest

from reconcile.documents import Block, Kind, Mark, read_text
from reconcile.documents.sniff import sniff
from reconcile.extract import extract
from reconcile.extract.cutting.parts import part_of
from reconcile.extract.lines.stretch import Line, Stretch, cut, lines_of
from reconcile.extract.looks.likeness import likeness
from reconcile.extract.placing.headings import is_unfinished, reads_as_heading, spans_years, topic_of, year_of
from reconcile.extract.refusing.menus import is_menu
from reconcile.extract.words.topics import Topic
from reconcile.parse import parse

WOOL = "A. Bee and C. Dee. Weaving with undyed wool. Journal of Gulls 12(3), 2019, 1-9."
FELT = "C. Dee and A. Bee. Felt in cold water. Journal of Gulls 14(1), 2021, 20-31."


def readings(text: str, suffix: str = ".md") -> list[tuple[str, str]]:
    """The entries of a document, each with its reason and its first words."""
    found = extract(read_text(text, f"x{suffix}", suffix))
    return [(entry.reason, " ".join(entry.reading.split()[:5])) for entry in found]


def kept(text: str, suffix: str = ".md") -> list[str]:
    return [reading for reason, reading in readings(text, suffix) if not reason]


@pytest.mark.parametrize(
    ("heading", "topic"),
    [
        ("Publications of A. B. Bee-Dee", Topic.PUBLICATIONS),
        ("List of publications by Carla van der Dee", Topic.PUBLICATIONS),
        ("Theory of sheep and their shepherds", Topic.UNKNOWN),
        ("Produção científica", Topic.PUBLICATIONS),
        ("ARTIGOS COMPLETOS PUBLICADOS EM PERIÓDICOS", Topic.PUBLICATIONS),
        ("WYKAZ PUBLIKACJI", Topic.PUBLICATIONS),
        ("III. Artykuły w czasopismach", Topic.PUBLICATIONS),
        ("3.1 Wetenschappelijke artikelen", Topic.PUBLICATIONS),
        ("Lezingen en workshops", Topic.TALKS),
        ("Referaty wygłoszone", Topic.TALKS),
        ("Communications récentes", Topic.TALKS),
        # the form in which all who teach at a university in Turkey hand in their CV
        ("7.1. Uluslararası hakemli dergilerde yayınlanan makaleler (SCI, AHCI)", Topic.PUBLICATIONS),
        ("Ulusal bilimsel toplantılarda sunulan ve basılan bildiriler", Topic.PUBLICATIONS),
        ("Yazılan kitaplar veya kitaplardaki bölümler", Topic.PUBLICATIONS),
        ("Yönetilen Yüksek Lisans ve Doktora Tezleri", Topic.SUPERVISION),
        ("Bilimsel Kuruluşlara Üyelikler", Topic.SERVICE),
        ("İdari Görevler", Topic.SERVICE),
        ("Öğrenim Durumu", Topic.EDUCATION),
        ("Akademik Unvanlar", Topic.EXPERIENCE),
        ("Projeler", Topic.EXPERIENCE),
        ("Verilen Dersler", Topic.TEACHING),
        ("Davetli Konuşmalar", Topic.TALKS),
        ("Communications avec actes", Topic.PUBLICATIONS),
        ("Communications (avec actes)", Topic.PUBLICATIONS),
        ("Communications (sans actes)", Topic.TALKS),
        ("Communications sans actes", Topic.TALKS),
        ("Conferencias (con comité de programa)", Topic.PUBLICATIONS),
        ("Conferências com arbitragem", Topic.PUBLICATIONS),
        ("Conferenze (con revisione)", Topic.PUBLICATIONS),
        ("Comunicaciones (sin actas)", Topic.TALKS),
        ("Conferencias (2010-2020)", Topic.TALKS),
        ("Wireless communications", Topic.UNKNOWN),
        ("Direction de thèses", Topic.SUPERVISION),
        ("Orientações em andamento", Topic.SUPERVISION),
        ("Granty i nagrody", Topic.AWARDS),
        ("Prijzen", Topic.AWARDS),
    ],
)
def test_what_a_heading_says(heading, topic):
    assert topic_of(heading) is topic


@pytest.mark.parametrize(
    "span", ["Before 2020", "2020 →", "2014 and earlier", "since 2019", "2021 – present", "vor 2010"]
)
def test_a_span_of_years_is_a_heading_without_a_year(span):
    assert spans_years(span)
    assert year_of(span) is None
    text = f"# Publications\n\n2022\n\n{WOOL}\n\n{span}\n\n{FELT}\n"
    found = extract(read_text(text, "x.md", ".md"))
    assert [entry.year for entry in found] == [2022, None]
    assert span not in found[0].reading + found[1].reading
    assert found[1].section.startswith("Publications")


@pytest.mark.parametrize("year", ["2020", "— 2021 —", "2019 (3)"])
def test_a_year_is_no_span(year):
    assert not spans_years(year)
    assert year_of(year)


def test_bold_words_above_a_numbered_list_are_its_heading():
    html = f"<h1>Publications</h1><p><b>Theses, other notes</b><br>1. {WOOL}<br>2. {FELT}</p>"
    assert kept(html, ".html") == ["A. Bee and C. Dee.", "C. Dee and A. Bee."]
    assert not any("Theses" in entry.reading for entry in extract(read_text(html, "x.html", ".html")))


@pytest.mark.parametrize("parted", ["<br>", "</p><p>", "<br><br>"])
@pytest.mark.parametrize("blank", ["", " "])
def test_a_number_without_a_blank_before_names_begins_an_entry(parted, blank):
    works = ("Bee AB, Dee C. Owls at night. J Owls. 2011;3:1-9.", "C. Dee, A. Bee, Owls at noon, J. Owls 4 (2012) 1-9.")
    html = f"<h2>Publications</h2><p>1.{blank}{works[0]}{parted}2.{blank}{works[1]}</p>"
    assert [entry.reading for entry in extract(read_text(html, "x.html", ".html"))] == list(works)


def test_a_link_in_a_headings_legend_makes_it_no_button():
    html = f'<p>Refereed papers (see also <a href="http://x.org/">x.org</a>)</p><p>Sheep, "Felt and its makers", 2001.</p><p>{WOOL}</p>'
    assert len(kept(html, ".html")) == 2
    assert extract(read_text(html, "x.html", ".html"))[0].section.startswith("Refereed papers")


def test_a_few_bold_words_are_a_heading_unless_names_stand_below():
    html = f"<h2>Publications</h2><p>{WOOL}</p><p><b>Bancas e pareceres</b></p><p>Ad hoc: Gull Health, Sheep and Wool, Gull Physics Letters, Anna Bee, 2019.</p>"
    assert kept(html, ".html") == ["A. Bee and C. Dee."]
    title = "<h2>Publications</h2><p><b>Teaching Old Gulls</b></p><p>A. Bee, C. Dee</p><p>Journal of Gulls, 2019</p>"
    assert kept(title, ".html") == ["Teaching Old Gulls A. Bee,"]


def test_headings_end_the_last_item_of_a_copied_list():
    text = f"PUBLICATIONS\n1. {WOOL}\nBook chapters\n2. {FELT}\nPRESENTATIONS\nInvited: Gulls, 2020\nTEACHING\nYear 4, 2015\n"
    found = [entry for entry in extract(read_text(text, "x.txt", ".txt")) if not entry.reason]
    assert [entry.reading for entry in found] == [WOOL, FELT]
    assert found[1].section.endswith("Book chapters")


def test_a_last_line_that_several_items_have_is_theirs():
    text = f"PUBLICATIONS\n1. {WOOL}\nJournal article\n2. {FELT}\nJournal article\n"
    found = [entry.reading for entry in extract(read_text(text, "x.txt", ".txt"))]
    assert found == [f"{WOOL}\nJournal article", f"{FELT}\nJournal article"]


def test_a_table_that_calls_its_columns_book_and_where_stands_under_no_heading_book():
    html = (
        "<h2>Book reviews</h2><table><tr><th>Book</th><th>Where</th><th>Year</th></tr>"
        "<tr><td>Review of A. Bee, <i>Sheep and Other Gulls</i></td><td>Journal of Gulls 8</td><td>2019</td></tr></table>"
    )
    (entry,) = extract(read_text(html, "x.html", ".html"))
    assert entry.section == "Book reviews"


def test_an_items_list_says_that_it_is_one():
    listed = "3) Sheep and their law in the old kingdom, Jovene, Napoli, 2014"
    assert kept(f"MONOGRAPHS\n\n1) {WOOL}\n2) {FELT}\n{listed}\n", ".txt")[2:] == ["Sheep and their law in"]
    assert kept(f"TALKS\n\n{listed}\n", ".txt") == []
    many = "\n".join(f"{number}) Sheep and their law in the old kingdom, Napoli, 2014" for number in range(3, 8))
    assert len(kept(f"MONOGRAPHS\n\n1) {WOOL}\n{many}\n", ".txt")) == 1


@pytest.mark.parametrize(
    "beside",
    [
        "Wool project of the Gull Foundation in the north, EUR 35.000, 2014",
        "The page has moved to a new place, last updated in May 2023",
        "Also shown without a title at the gulls' workshop",
        "[PDF] [Code] [Slides] [Video]",
    ],
)
def test_not_everything_in_a_list_is_an_entry(beside):
    assert len(kept(f"# Publications\n\n- {WOOL}\n- {FELT}\n- {beside}\n")) == 2


def test_under_a_heading_of_unfinished_work_a_title_is_enough():
    assert is_unfinished("Working Papers")
    assert not is_unfinished("Publications")
    text = "- **Gulls and Their Mobile Money in the North** [draft]\n- Gull apps and sowing dates (with Carla Dee)\n"
    assert len(kept(f"# Working papers\n\n{text}- A paper on gulls, in an early state\n")) == 2
    assert kept(f"# Teaching\n\n{text}") == []


@pytest.mark.parametrize(
    "line",
    [
        "(c) Centre of Gulls & Sheep, May 2022. All rights reserved.",
        "© 2022 Anna Bee, Carla Dee and the Gulls' Institute",
        "Lecturer, Department of Gulls (Chile). Última actualización: mayo de 2025.",
    ],
)
def test_what_a_page_says_of_itself_is_no_entry(line):
    assert readings(f"# Publications\n\n{WOOL}\n\n{line}\n") == [("", "A. Bee and C. Dee.")]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('relazione "Gulls and sheep in court", Consiglio Nazionale, Roma, 22 ottobre 2021', "a talk"),
        ("Palestrante: “Sheep are no gulls”. Semana da Lã, Anna Bee, maio de 2023.", "a talk"),
        ("Presented at: Gulls East, Gulls West, Bird Days, World Gull Forum 2019", "a talk"),
        ("A. Bee, “Felt in Cold Water”, invited talk, Wool House, 10 November 2021.", "a talk"),
        ("Anna Bee: Felt in Cold Water [video lecture], gullvideos.example, 2021, 47 min.", "a talk"),
        (
            "“Felt in Cold Water”: an interview with Anna Bee, The Gull podcast, episode 12, 2021.",
            "what others write of a publication",
        ),
        ("Radio: an interview on felt. 2019.", "what others write of a publication"),
        ("Presse: Interview mit Ada Bee, Wollblatt, 2020.", "what others write of a publication"),
        # a paper on interviews with the medium first
        ("Media: An interview with sheep farmers. Bee, A., Dee, C. Journal of Wool 3(2), 1-9, 2020.", ""),
        ("TV: interview practices across Europe. Bee, A. Sage, London, 2020.", ""),
        # a series, and no department
        ("LNCS 8544: A. Bee, Felt in Cold Water. Wool Review, 2014.", ""),
        ("COMS 8544: A. Bee, Felt in Cold Water. Wool Review, 2014.", "teaching"),
    ],
)
def test_talks_among_publications(line, reason):
    assert [found for found, _ in readings(f"# Publications\n\n- {WOOL}\n- {line}\n")] == ["", reason]


def test_the_thesis_of_a_degree_is_a_publication():
    text = (
        f"# Education\n\n- 2013, PhD, University of Gulls. Thesis: Gulls Under Pressure\n\n# Publications\n\n- {WOOL}\n"
    )
    assert readings(text) == [("", "Thesis: Gulls Under Pressure"), ("", "A. Bee and C. Dee.")]
    listed = "# Publications\n\n- Anna Bee. Gulls under pressure. PhD thesis, University of Gulls, 2013.\n"
    assert len(kept(listed)) == 1


@pytest.mark.parametrize(
    ("line", "title", "year"),
    [
        ("2011–2015, PhD, Gulls. Dissertation: “Gulls Under\n  Pressure at Sea”", "Gulls Under Pressure at Sea", 2015),
        ("2019–, PhD, University of Gulls. Thesis: “Gulls that Fly by Night”", "Gulls that Fly by Night", None),
        (
            "2009 – Doctorat, Rennes. Thèse sous la direction de P. Dee : « La laine des mouettes »",
            "La laine des mouettes",
            2009,
        ),
    ],
)
def test_the_thesis_has_the_year_of_the_degree(line, title, year):
    (entry,) = extract(read_text(f"# Education\n\n- {line}\n", "cv.md"))
    assert (parse(entry).claim.title, parse(entry).claim.year) == (title, year)


@pytest.mark.parametrize("text", ["Anna Bee (PhD 2018), Carla Dee (MSc 2021)", "Gull school, Zwolle, EUR 35 a head"])
def test_degrees_and_currencies_with_numbers_are_no_venue(text):
    assert likeness(text).venue == 0


def test_a_title_may_name_a_shared_task_with_its_year():
    assert likeness("Bee, A. (2016). “Ants at SheepEval 2016: Attention is some of it.” Shared task.").title == 2
    assert likeness("“SheepEval 2016”, Anna Bee").title < 2


def test_the_owners_name_in_bold_is_no_title():
    html = (
        "<h2>Publications</h2><p><b>BEE-DEE, J. A.</b> Care of sheep at home. In: LOPES, Z.; BRITO, K. (org.). "
        "<b>Manual of Sheep and Gulls</b>. Rio de Janeiro: Guanabara, 2015. p. 201-219.</p>"
    )
    assert len(kept(html, ".html")) == 1


def test_a_kind_over_its_only_work_is_no_title():
    text = (
        "# Reports\n\n## Field trip guides\n\nBee-Dee, G.R., Dee, C.E., 2019, Sheep or gull? A two-day walk along the old "
        "Dog Bay Line. GAC Guidebook B4, 44 p.\n\n## Abstracts\n"
    )
    assert kept(text) == ["Bee-Dee, G.R., Dee, C.E., 2019,"]


SHORT = (
    'C. Dee, A. Bee, "Felted Gulls," NeurIPS, 2019',
    "A. Bee, C. Dee. An Analysis of Delay in Knitted Nets. In MM, 2020.",
    "Cora Dee (2018). Carding. IJCAI.",
)


@pytest.mark.parametrize("apart", ["\n", "\n\n"])
def test_a_file_of_references_and_nothing_else_is_a_list_of_them(apart):
    assert len(kept(apart.join(SHORT), ".txt")) == 3
    assert [len(kept(line, ".txt")) for line in SHORT] == [1, 1, 1]


def test_what_stands_above_the_headings_of_a_cv_is_no_list():
    assert kept(f"Form 0925-0001 and 0925-0002 (Rev. 10/2021)\n\n# Publications\n\n- {WOOL}\n") == [
        "A. Bee and C. Dee."
    ]


def test_a_reference_of_one_author_is_not_the_beginning_of_the_next():
    one = "Vera Bee. Als Weberin auf dem Markt? Ein Bericht. In Wolle, Macht, Farbe, 2009."
    assert len(kept(f"{one}\n{FELT}", ".txt")) == 2


def test_bibtex_among_references_of_another_form_leaves_them_there():
    bibtex = "@article{bee,\n  title = {Carding by Night},\n  author = {Bee, Ann},\n  year = 2019\n}"
    text = f"{WOOL}\n\n{bibtex}\n\n{FELT}\n\n{WOOL.replace('undyed', 'red')}\n"
    found = extract(read_text(text, "x.txt", ".txt"))
    assert [bool(entry.fields) for entry in found] == [False, True, False, False]
    program = "Automatically generated by Knitter Desktop 1.19.4\nAny changes will be lost.\n\n"
    assert [bool(entry.fields) for entry in extract(read_text(program + bibtex, "x.txt", ".txt"))] == [True]


@pytest.mark.parametrize(
    ("beside", "suffix"),
    [
        ("{entry}\n\n{entry}", ".bib"),
        ("% counted in 2019\n{entry}", ".bib"),
        ("1. {wool}\n{entry}\n2. {felt}\n3. {wool}", ".txt"),
    ],
)
def test_a_list_with_an_entry_of_bibtex_between_its_lines_is_no_bibliography(beside: str, suffix: str):
    entry = "@article{bee,\n  title = {Carding by Night},\n  note = {As we did\n  in 2018},\n  year = 2019\n}"
    assert sniff(beside.format(entry=entry, wool=WOOL, felt=FELT)) == suffix


def test_bibtex_below_an_item_is_no_part_of_it():
    text = f"## Publications\n\n- {WOOL}\n  @article{{bee,\n    title = {{Wool}},\n    year = 2019\n  }}\n- {FELT}\n"
    assert [entry.reading for entry in extract(read_text(text, "x.md", ".md"))] == [WOOL, FELT]


@pytest.mark.parametrize("lead", ["As published in these papers of ours, which are all of them, ", "Our papers: "])
def test_works_are_counted_where_nothing_long_stands_before_them(lead: str):
    text = f"# Publications\n\n{lead}[1] {WOOL} [2] {FELT}\n"
    assert len(extract(read_text(text, "x.md", ".md"))) == (1 if len(lead) > 40 else 2)


def test_a_label_in_bold_may_begin_a_title():
    text = f"# Publications\n\n- {WOOL}\n\n- **TLDR: Counting Sheep at Night**\n  Anna Bee. Journal of Gulls, 2020.\n"
    _, entry = extract(read_text(text, "x.md", ".md"))
    assert entry.reading.startswith("TLDR: Counting Sheep at Night")


def test_what_is_named_before_the_way_to_a_page_is_a_work():
    assert not is_menu("Ada Bee. You are here: Home", [])


def test_a_mark_that_begins_within_a_line_goes_on_in_the_next():
    title = "Fleece and felt in the houses of the upper valley"
    entry, names = f"A. Bee, {title[:22]}\n{title[23:]}, Wool 3 (2020) 1.", "Anna Bee, Carl Dee\nFelt"
    marks = (Mark(8, 8 + len(title), "emphasis"), Mark(len(entry) - 9, len(entry), "strong"))
    within = Stretch(lines_of(Block(Kind.ITEM, 1, 2, entry, "", marks=marks, lines=(1, 2)), 0))
    assert within.marks == marks
    whole = Stretch(
        lines_of(Block(Kind.ITEM, 1, 2, names, "", marks=(Mark(0, len(names), "emphasis"),), lines=(1, 2)), 0)
    )
    assert [names[mark.start : mark.end] for mark in whole.marks] == names.split("\n")
    cut_short = within.with_lines((cut(within.lines[0], 0, 20), within.lines[1]))
    assert [mark.kind for mark in cut_short.marks] == ["emphasis", "emphasis", "strong"]


@pytest.mark.parametrize(
    "text",
    [
        "« La preuve et le nid », in E. Holm (dir.), Le droit des volières, Dalloz, coll. « Nids et mouettes », 2016, p. 133.",
        "„Das Nest im Recht“, in: E. Holm (Hrsg.), Vogelrecht, Nomos, Reihe „Recht und Vogel“, 2016, S. 13–20.",
        "«Il nido e la prova», in E. Holm (a cura di), Diritto, Giappichelli, collana «Studi di diritto», 2016, pp. 13-20.",
    ],
)
def test_a_series_in_quotes_is_no_second_title(text):
    assert [entry.reading for entry in extract(read_text(f"## Publications\n\n- {text}\n", "x.md", ".md"))] == [text]


OUTCASTS = (
    "Best Reviewer Award, NeurIPS 2021.",
    "Invited talk: “Twenty years of felt”, Gull Seminar, Lund, May 2018.",
)


@pytest.mark.parametrize("line", OUTCASTS)
def test_a_prize_for_reviewing_and_a_talk_with_a_title_are_no_notes_on_the_line_above(line: str) -> None:
    papers = [FELT.replace("cold", cold) for cold in ("hot", "cold", "salted", "hard", "still")]
    text = "\n".join([*papers[:3], line, *papers[3:]])
    entries = extract(read_text(text, "x.txt", ".txt"))
    assert [entry.reading for entry in entries if not entry.reason] == papers


TITLES = (
    "Tidal limpets and their kin in the northern sea",
    "Felt in cold water and how it is kept",
    "A flock of gulls as seen from above",
    "On the carding of undyed wool",
    "Best practices for sheep in the fog",
    "Full fleeces of the eastern isles",
)


@pytest.mark.parametrize("count", [3, 6])
@pytest.mark.parametrize(
    "form",
    [
        pytest.param("{title}. Eva Fox and Ann Lee. Wool Review {at}(2), 45-70, {year}.", id="names behind"),
        pytest.param("{title}. Eva Fox and Ann Lee. Nature {at}(2), 45-70, {year}.", id="a journal of one word"),
        pytest.param("{title}. Wool Review, {at}(2), 45-70, {year}.", id="the owner's"),
        pytest.param("{title}. Wool Review, {at}(2), 45-70, {year}. doi:10.1234/wool.{at}", id="with a DOI"),
        pytest.param("{title} (with Ann Lee). Wool Review, {at}(2), 45-70, {year}.", id="with others"),
        pytest.param('Fox, Eva. "{title}." Wool Review {at}.2 ({year}): 45-70.', id="one author, a title in quotes"),
        pytest.param("On {title}.\nWool Review {at}(2), 45-70, {year}.", id="the journal on a line of its own"),
        pytest.param("Fox, E., & Lee, A. ({year}). {title}.\nWool Review, {at}(2), 45-70.", id="the same, names first"),
    ],
)
def test_a_list_with_a_journal_on_each_line_has_an_entry_on_each(form: str, count: int) -> None:
    rows = [form.format(title=title, at=at + 3, year=2010 + at) for at, title in enumerate(TITLES[:count])]
    found = extract(read_text("Publications\n\n" + "\n".join(rows) + "\n", "cv.txt", ".txt"))
    assert [entry.reading for entry in found] == rows
    read = [parse(entry).claim.title for entry in found]
    assert all(claimed.endswith(title) for claimed, title in zip(read, TITLES, strict=False))


@pytest.mark.parametrize(
    "line",
    ["Proc. Natl. Acad. Sci. 12(3), 45-70, 2010.", "Environ. Microbiol. Rep. 5, 45-70, 2010.", "Nature 5, 45-70."],
)
def test_a_journal_of_short_words_is_no_title(line: str) -> None:
    assert part_of(Line(line, 1, 0)).only_venue


@pytest.mark.parametrize("frame", ["- {}", "3. {}"])
@pytest.mark.parametrize(
    "form", ["{title}. Neural Felting, {year}.", "{title}. ICML, {year}.", "{title}. Loom Days {year}"]
)
def test_a_list_of_titles_and_venues_is_one_of_entries_though_nobody_is_named(form: str, frame: str) -> None:
    rows = [form.format(title=title, year=2010 + at) for at, title in enumerate(TITLES[:4])]
    text = "# Publications\n\n" + "\n".join(map(frame.format, rows)) + "\n"
    assert kept(text, ".md") == [" ".join(row.split()[:5]) for row in rows]


@pytest.mark.parametrize(
    "rows",
    [
        [
            "Demo at the Wool Fair, Brussels, October 2018",
            "Summer School on Felt, Trento, July 2017",
            "Open Day, May 2016",
        ],
        ["Felt in cold water. Neural Felting, 2019", "Head of the flock since 2012", "Member of the guild of weavers"],
    ],
)
def test_a_list_of_other_things_is_none(rows: list[str]) -> None:
    assert len(kept("# Publications\n\n" + "\n".join(f"- {row}" for row in rows) + "\n")) < len(rows)


@pytest.mark.parametrize("names", ["Fox, E.", "Fox, E. & Lee, A."])
def test_a_title_with_a_known_venue_and_its_year_is_an_entry(names: str) -> None:
    assert len(kept(f"# Publications\n\n- Felt in cold water\\\n  {names}\\\n  ICML, 2011\n")) == 1


@pytest.mark.parametrize("venue", ["Proceedings of CHI 2024", "In Proceedings of CHI 2024", "Proceedings of ACM CHI"])
def test_a_venue_in_italics_below_the_names_is_no_heading(venue: str) -> None:
    text = f"# Publications\n\n**Felt in cold water: a study**<br>Eva Fox, Ann Lee<br>*{venue}*\n"
    assert [entry.reading.split("\n")[-1] for entry in extract(read_text(text, "x.md", ".md"))] == [venue]


@pytest.mark.parametrize("line", ["PROCEEDINGS OF CONFERENCES", "Proceedings of international conferences"])
def test_proceedings_of_conferences_are_a_heading(line: str) -> None:
    assert reads_as_heading(line)
