"""Publishers before a town and a year, where a list leaves its owner out; words for the entry above; names beside."""

from __future__ import annotations

import pytest

from reconcile.parse import parse_string
from reconcile.parse.place.housed import house_before_town

HOUSES = (
    "Owce i ludzie, Olmo Lanata, Kraków 2003, ss. 276.|Olmo Lanata",
    "Owce i ludzie, Wydawnictwo Naukowe OLM, Warszawa 2005, ss. 312.|Wydawnictwo Naukowe OLM",
    "Wełna w dawnej Polsce, Towarzystwo Naukowe OLM, Lublin 1999, ss. 300.|Towarzystwo Naukowe OLM",
    "Wełna i miasto, Księgarnia Olmowa, Kraków 2011.|Księgarnia Olmowa",
    "Owce i ludzie, Adam Marszałek, Toruń 2009, ss. 222.|Adam Marszałek",
    "Ovce a lidé. Studie k dějinám vlny, Nakladatelství Olmo, Praha 2004, 312 s.|Nakladatelství Olmo",
    "Ovce a lidé, Argo, Praha 2004, 312 s.|Argo",
    "Ovce i ljudi, Matica olmska, Zagreb 2008.|Matica olmska",
    "Juhok és emberek, Olmo Kiadó, Budapest 1999, 210 o.|Olmo Kiadó",
    "Oi și oameni, Editura Academiei Olme, București, 2008, 340 p.|Editura Academiei Olme",
    "Schafe und Menschen, Olmo Verlag, Wien 2004.|Olmo Verlag",
    "Le pecore e gli uomini, Olmetto, Roma 2012, pp. 233.|Olmetto",
    "Les moutons et les hommes, Classiques Olmeau, Paris, 2013, 340 p.|Classiques Olmeau",
    "As ovelhas e os homens, Edições Olmo, Porto 1999.|Edições Olmo",
    "Koyunlar ve İnsanlar, Olmo Yayınları, İstanbul 2004.|Olmo Yayınları",
    "Får och människor, Olm Bokförlag, Stockholm 1999, 200 s.|Olm Bokförlag",
    "Lampaat ja ihmiset, Suomalaisen Olmon Seura, Helsinki 2001.|Suomalaisen Olmon Seura",
)


@pytest.mark.parametrize("row", HOUSES)
def test_a_publisher_before_its_town_is_no_author_and_no_part_of_the_title(row: str) -> None:
    text, _, house = row.partition("|")
    claim = parse_string(text).claim
    assert (claim.title, claim.author, claim.publisher) == (text.partition(f", {house}")[0], (), house)
    assert claim.container_title == ""


@pytest.mark.parametrize(
    ("text", "title", "families"),
    [
        ("Wool and the gull, Anna Lund, Oslo 2004.", "Wool and the gull", ["Lund"]),
        ("Wool and the gull, A. Lund, B. Fane, Oslo 2004.", "Wool and the gull", ["Lund", "Fane"]),
        ("B. Lund, Ovce a lidé, Argo, Praha 2004, 312 s.", "Ovce a lidé", ["Lund"]),
        ("B. Lund, Das Museum, Wien 2004.", "Das Museum", ["Lund"]),
        ("Fane, O., Wolle, Wien 2004.", "Wolle", ["Fane"]),
    ],
)
def test_persons_before_a_town_stay_authors(text: str, title: str, families: list[str]) -> None:
    claim = parse_string(text).claim
    assert (claim.title, [name.family for name in claim.author]) == (title, families)


def test_neither_persons_nor_meetings_are_publishers() -> None:
    for text in ("Ann Fane, Kraków 2010", "Interspeech, Lyon 2013", "K. Lund, Oxford 2016", "Olmo, Nowhere 2010"):
        assert house_before_town(text, 0, len(text)) == ""


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("O. Fane, B. Lund. Sheep Herding, Beyond Fences, Paris 2012.", "Sheep Herding, Beyond Fences"),
        ("O. Fane. Wool, Rain, Memory, Cambridge, 2012.", "Wool, Rain, Memory"),
        ("Jeanne Lund, Laine, Pluie, Oubli, Paris 2012", "Laine, Pluie, Oubli"),
        ("O. Fane, Lengua, Ovejas, Sociedad, Madrid 2012", "Lengua, Ovejas, Sociedad"),
        ("O. Fane, Sprache, Schafe, Gesellschaft, Berlin 2012", "Sprache, Schafe, Gesellschaft"),
        ("O. Fane, Sprache, Schafe, Olmo Verlag, Berlin 2012", "Sprache, Schafe"),
    ],
)
def test_the_last_of_a_row_of_nouns_is_no_publisher(text: str, title: str) -> None:
    assert parse_string(text).claim.title == title


@pytest.mark.parametrize(
    ("place", "publisher", "kind"),
    [
        ("Digital Sheep, Marseille, 2013", "Digital Sheep", "document"),
        ("Digital Sheep, Marseille, 2013. pp. 33–40", "", "document"),
        ("Digital Sheep, Marseille, 2013, 312 p", "Digital Sheep", "book"),
        ("Olmo Press, Marseille, 2013", "Olmo Press", "book"),
        ("Poster, Berlin, 2001", "", "document"),
        ("Panel Discussion, Berlin, 2001", "", "document"),
        ("Summer School Lectures, Lisbon, 2001", "", "document"),
        ("Gesellschaft, Berlin, 2001", "", "document"),
    ],
)
def test_only_a_publisher_that_a_word_tells_or_its_number_of_pages_makes_a_book(
    place: str, publisher: str, kind: str
) -> None:
    mention = parse_string(f"Lund A., Fane B. Sheep in the Museum. {place}.")
    assert (mention.claim.title, mention.claim.publisher, mention.kind) == ("Sheep in the Museum", publisher, kind)


@pytest.mark.parametrize(
    "text",
    [
        "A. Lund, Odpowiedź owcy, tamże, s. 340–343.",
        "A. Lund, Odpověď ovce, tamtéž, 340–343.",
        "A. Lund, The sheep’s reply, ibid., pp. 340-343.",
        "A. Lund, Antwort der Schafe, ebd., S. 340–343.",
        "A. Lund, Risposta delle pecore, ivi, pp. 340-343.",
    ],
)
def test_the_place_above_is_no_venue_and_ends_the_title(text: str) -> None:
    claim = parse_string(text).claim
    assert (claim.title, claim.container_title, claim.page) == (text.split(", ")[1], "", "340-343")


@pytest.mark.parametrize(
    ("text", "families"),
    [
        ("(z Ewą Lund i Petrem Fane) Owce w mieście. Studia z dziejów, Olmo 1998, ss. 190.", ["Lund", "Fane"]),
        ("(Anna Varg ile birlikte) Koyunlar ve insanlar, Olmo, İstanbul, 2004.", ["Varg"]),
        ("“Koyunlar”, in: Encyclopedia of Wool, OUP, 2017 (Anna Varg ile birlikte).", ["Varg"]),
        ("Lampaat ja villa, Olmo-lehti 3 (2017), 3–9 (Anna Varg ja Erik Holm kanssa).", ["Varg", "Holm"]),
        ("Oile și oamenii (cu Ana Lup și Mihai Roșu), Olmo, Iași, 2008.", ["Lup", "Roșu"]),
        (
            "Lund, A. – Işıl Fane, G., “Toplantı ve Yün”, Olmo Dergisi, C. 36, S. 2, 2019, s. 1–9.",
            ["Lund", "Işıl Fane"],
        ),
        ("Fane, O. – Lund, B. – Rye, C.: Juhok és emberek. Olmo 3 (2009), 3–9.", ["Fane", "Lund", "Rye"]),
    ],
)
def test_names_beside_a_title_and_dashes_between_names(text: str, families: list[str]) -> None:
    assert [name.family for name in parse_string(text).claim.author] == families


@pytest.mark.parametrize(
    ("text", "title", "families"),
    [
        ("Fane, O. - Lund, B. Schafe im Fluss. Wolle 3, 2012.", "Schafe im Fluss", ["Fane", "Lund"]),
        ("Fane, O. – Lund, B. C. Sheep in rain. Wool 3, 2012.", "Sheep in rain", ["Fane", "Lund"]),
        ("Fane, O. – Rye, C. – Lund, B. Sheep in rain. Wool 3, 2012.", "Sheep in rain", ["Fane", "Rye", "Lund"]),
    ],
)
def test_the_last_of_names_that_dashes_part_ends_at_its_initials(text: str, title: str, families: list[str]) -> None:
    claim = parse_string(text).claim
    assert (claim.title, [name.family for name in claim.author]) == (title, families)


def test_turkish_journals_have_a_capital_before_volume_and_issue() -> None:
    claim = parse_string("Lund, A., “Yün ve Koyun”, Olmo Dergisi, C. 36, S. 2, 2019, s. 101–160.").claim
    assert (claim.container_title, claim.volume, claim.issue, claim.page) == ("Olmo Dergisi", "36", "2", "101-160")
    alone = parse_string("“Yün ve Koyun Üzerine”, Olmo Dergisi, C. 36, S. 2, 2019, s. 101–160.").claim
    assert (alone.title, alone.author) == ("Yün ve Koyun Üzerine", ())


def test_a_short_name_and_a_volume_behind_a_quoted_title_are_a_journal() -> None:
    claim = parse_string('"An Unnoticed Allusion to Sheep," Rh. Mus. 152 (2009) 215-16.').claim
    assert (claim.title, claim.author) == ("An Unnoticed Allusion to Sheep", ())


def test_the_number_of_a_preprint_gives_its_year_where_no_other_stands() -> None:
    text = "A. Lund and B. Fane, Felt in cold water, arXiv:2402.01234, submitted to Gull Lett."
    assert parse_string(text).claim.year == 2024
    assert parse_string("A. Lund, Felt in cold water, Gull Lett. 3 (2021), arXiv:1902.01234.").claim.year == 2021
