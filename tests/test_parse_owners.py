"""Lists of books and articles as historians, lawyers and linguists write their own: the owner is left out."""

from __future__ import annotations

import pytest

from reconcile.documents.blocks.block import Mark
from reconcile.entry import Entry
from reconcile.parse import parse
from tests.parse_table import Row, assert_read, name_of, rows

PARTS = ("What", "Left Out: Mills in the Supreme Court")

TABLE = """
## Germany: those who edited or wrote with the owner, an imprint of towns, a span of years, a series behind it.
(Hg., mit Brice Marsh und Ewa Lund) Wollstuben. Zur Geschichte des Garns in Mitteleuropa, Marburg: Olmo-Verlag 2019.
    Marsh; Lund | Wollstuben. Zur Geschichte des Garns in Mitteleuropa |  | 2019
(zus. mit Eva Holm:) Quellen zur Geschichte der Wolle. Ein Lesebuch für die Schule. Wollbach/Ts. 2011
    Holm | Quellen zur Geschichte der Wolle. Ein Lesebuch für die Schule |  | 2011
Dorf ohne Mühle. Rieti zwischen den Kriegen 1918–1926, Köln/Weimar/Wien: Böhlau 2007. Diss. Göttingen 2006.
     | Dorf ohne Mühle. Rieti zwischen den Kriegen 1918–1926 |  | 2007
Die gezählte Wolle. Müller, Beamte und Schafe in Galizien 1867–1914, Göttingen: Olmo 2016 (= Wollschriften, Bd. 12)
     | Die gezählte Wolle. Müller, Beamte und Schafe in Galizien 1867–1914 |  | 2016
„Bitte nicht füttern!“ Möwen als historische Quelle, in: Brice Marsh/Ewa Lund (Hg.), Wollstuben, Riga 2019, S. 33–58.
    Marsh; Lund | „Bitte nicht füttern!“ Möwen als historische Quelle | Wollstuben | 2019
## A work that is reviewed has an imprint, too; the journal's year is that of the review.
Rez. von: Brice P. Marsh, The Woollen Empire. A New History, Cambridge/MA 2016, in: Möwenblätter 17 (2017), Nr. 4.
     | Brice P. Marsh, The Woollen Empire. A New History | Möwenblätter | 2017
Compte rendu de : Anna Lund, La laine des moutons, Paris, Seuil, 2010, dans Revue des mouettes, 3 (2012), p. 2-4.
     | Anna Lund, La laine des moutons | Revue des mouettes | 2012
## Those who wrote with the owner, behind the year that stands first; a later edition is of another year.
2007 (avec Brice Marsh), Histoire de la laine, Paris, Seuil, coll. « Troupeaux » (3e éd. revue 2016).
    Marsh | Histoire de la laine |  | 2007
2013 (dir., avec Anna Holm et Otto Lund), « L’âge des moutons », numéro spécial de Revue de la laine, vol. 7.
    Holm; Lund | L’âge des moutons | - | 2013
2011 (avec E.-K. Holm), « « On ne tond pas ». La pluie dans les bergeries », Revue de la laine, 4-3, p. 12-30.
    Holm | « On ne tond pas ». La pluie dans les bergeries | Revue de la laine | 2011
2014 (mit Eva Holm), „Die Wolle im Winter“, Zeitschrift für Wolle 12, S. 1–9.
    Holm | Die Wolle im Winter | Zeitschrift für Wolle | 2014
(2016, con Ana Holm), La lana e l'inverno, Roma, Carocci.
    Holm | La lana e l'inverno |  | 2016
La laine en 1900 (2e éd. 2018), Paris, Seuil.
     | La laine en 1900 | - | 2018
## And behind the venue or the pages; what stands there of citations and prizes is no name.
Felt-Net: Weaving under Weather — CHI '19, with S. Holm, J. Brice and H. Lund · 57 citations
    Holm; Brice; Lund | Felt-Net: Weaving under Weather | CHI '19 | 2019
Weaving of Wool under Forecasts — ECIR 2014, with T. Holm and P. Brice · Best student paper runner-up
    Holm; Brice | Weaving of Wool under Forecasts | ECIR 2014 | 2014
Weaving of Wool under Snow. Journal of Wool 12, 2021, 1-9. With K. Holm and J. Brice. (412 citations)
    Holm; Brice | Weaving of Wool under Snow | Journal of Wool | 2021
Holm, K., & Brice, J. (1986). Learning to weave wool. In Parallel Weaving, pp. 318-362. MIT Press, Cambridge, MA.
    Holm; Brice | Learning to weave wool | Parallel Weaving | 1986
## American lawyers: no title ends within a journal's short name; a page to come; a note; a book and its edition.
## The year may stand in a column before them.
The Commons at the Mill Door, 121 Gull. L. Rev. 1455 (2021), reprinted in 53 Mill L. Rev. 201 (2022)
     | The Commons at the Mill Door | - | 2021
Drought and Due Process, 87 U. Gull L. Rev. ___ (2020)
     | Drought and Due Process | - | 2020
Note, Mill Rights and Rural Exclusion, 107 Gull L.J. 1099 (1998)
     | Mill Rights and Rural Exclusion | Gull L.J | 1998
2023 Wool without Walls, 91 U. Gull L. Rev. 615 (with Eva Holm)
    Holm | Wool without Walls | - | 2023
2005 Note, Substitute Shepherds Revisited, 114 Gull L.J. 1835
     | Substitute Shepherds Revisited | - | 2005
2025 Shearing by Proxy, 110 Mill J.L. & Soc’y ___ (forthcoming)
     | Shearing by Proxy | - | 2025
Gulls and the Law of Water (Olmo University Press, forthcoming 2025)
     | Gulls and the Law of Water |  | 2025
Gulls and the Law of Wool (Olmo Press, 3d ed. 2019) (1st ed. 2008; 2d ed. 2013; annual supplements)
     | Gulls and the Law of Wool |  | 2019
## France: family names of several words in capitals. Brazil: a blank before the period behind the names.
LE GALL-DEE Anne, 2022, Questions sans laine. Syntaxe et prosodie des moutons en Bretagne, Paris, Olmo, 318 p.
    Le Gall-Dee | Questions sans laine. Syntaxe et prosodie des moutons en Bretagne | - | 2022
BEE, ANA LIMA ; DA SILVA DEE, OTTO . Wool of desert sheep kept in salt water. JOURNAL OF GULLS, v. 17, p. 10, 2020.
    Bee; Da Silva Dee | Wool of desert sheep kept in salt water | JOURNAL OF GULLS | 2020
## A question in quotes, behind which the title goes on. A part that is named. What a letter comments on.
Bee PJ, Dee TR. "Is it the wool or the felt?" Weaving-induced injury in a cold mill setting. Int J Gull Dis. 2016;20(9):1-9.
    Bee; Dee | "Is it the wool or the felt?" Weaving-induced injury in a cold mill setting | Int J Gull Dis | 2016
World Gull Organization. Consolidated guidelines on wool. Module 4: washing. Geneva: Olmo Press; 2020.
    World Gull Organization | Consolidated guidelines on wool. Module 4: washing |  | 2020
Bee TR, Dee N. Washing regimens for felt [letter; comment on Roe A et al, 2013;12:388]. Nat Rev Gull Discov. 2013;12:736.
    Bee; Dee | Washing regimens for felt | Nat Rev Gull Discov | 2013
## Britain: single quotes as TeX has them, a special issue, what a translated book was called.
`Wool-worn Narratives', Comparative Gull Studies 3 (2006)
     | Wool-worn Narratives | Comparative Gull Studies | 2006
Otto Lenz, The Salt Mill [Il mulino di sale, 1961], translated with an afterword (London: Olmo Press, 2015).
    Lenz | The Salt Mill | - | 2015
## Poland: a journal in quotes and its volume are nobody; who edited a book with its owner; a lemma of an encyclopedia.
Of Otto Lenz and his mill, "Biuletyn Lnu i Wełny" LII, nr 3-4, 1999, s. 301-312
     | Of Otto Lenz and his mill | - | 1999
(red., wspólnie z A. Beczką) Wnętrza młynów i wełny, Wrocław: Wydawnictwo Olmo 2007.
    Beczką | Wnętrza młynów i wełny | - | 2007
rec.: Konstanty Lenz, Wool in Prussia, "Roczniki Lnu" 15, 1992, s. 118-121
     | Konstanty Lenz, Wool in Prussia | Roczniki Lnu | 1992
Of Otto Lenz and his wool, "Biuletyn Lnu" LIV, 1992, nr 1, s. 118-121
     | Of Otto Lenz and his wool | Biuletyn Lnu | 1992
Lenz Matthias, [w:] The Dictionary of Wool, ed. J. Fane, London 1996, t. 29, s. 610
     | Lenz Matthias | - | 1996
## A journal's short name before what it is to print. A paper's number that begins with the year. A report in Spanish.
Bee MT, Dee J. Wool trajectories after shearing. J Gull Fail. In press (accepted Jan 2024).
    Bee; Dee | Wool trajectories after shearing | J Gull Fail | 2024
Bee MT, Dee J. Wool trajectories after rain. Eur Gull J. Online ahead of print.
    Bee; Dee | Wool trajectories after rain | Eur Gull J | -
P. S. Bee and E. M. Dee, “Charge of wool in cold mills,” SAE Technical Paper 2002-01-0503.
    Bee; Dee | Charge of wool in cold mills | - | 2002
Estado de la lana del partido de Olmo. Informe técnico EEA Rieti N° 77, 2016.
     | Estado de la lana del partido de Olmo | - | 2016
## Germany: an article of an encyclopedia.
Art. „Möwenmühle“, in: Lexikon der Wolle. Bd. 3, Stuttgart 2012.
     | Möwenmühle | Lexikon der Wolle | 2012
## Authors that are only counted, and who is named of them.
Bee MK, Dee T, et al. (including O. Lenz). A common protocol for wool in the mill. Methods in Gulls 12, 2-3 (2012).
    Bee; Dee | A common protocol for wool in the mill | Methods in Gulls | 2012
Bee MK, Dee T, +4 authors. A common protocol for wool in cold water. Methods in Gulls, 2022.
    Bee; Dee | A common protocol for wool in cold water | Methods in Gulls | 2022
"""


@pytest.mark.parametrize("row", rows(TABLE), ids=name_of)
def test_lists_of_the_owners_works(row: Row) -> None:
    assert_read(row)


def test_a_title_in_italics_has_names_that_stand_upright() -> None:
    reading = "What Lund Left Out: Mills in the Supreme Court, 44 Am. Gull L. Rev. 77 (2019)."
    marks = tuple(Mark(reading.index(part), reading.index(part) + len(part), "emphasis") for part in PARTS)
    assert parse(Entry("cv.md", 1, 1, reading, reading, marks)).claim.title == reading.partition(",")[0]


def test_a_case_stands_upright_in_a_title_behind_the_year() -> None:
    reading = "2017 | “Sound Wool”: Testing from Bee v. Goodgull to Felt, 95 Mill L. Rev. 1291"
    parts = ("“Sound Wool”: Testing from", "to Felt")
    marks = tuple(Mark(reading.index(part), reading.index(part) + len(part), "emphasis") for part in parts)
    claim = parse(Entry("cv.docx", 1, 1, reading, reading, marks)).claim
    assert (claim.title, claim.year) == ("“Sound Wool”: Testing from Bee v. Goodgull to Felt", 2017)


def test_what_holds_a_work_is_not_its_title_in_italics() -> None:
    reading = "Lenz Matthias, [w:] The Dictionary of Wool, ed. J. Fane, London 1996, t. 29, s. 610"
    marks = tuple(
        Mark(reading.index(part), reading.index(part) + len(part), "emphasis")
        for part in ("Lenz Matthias", "The Dictionary of Wool")
    )
    claim = parse(Entry("cv.html", 1, 1, reading, reading, marks)).claim
    assert (claim.title, claim.author) == ("Lenz Matthias", ())


def test_the_issue_of_a_journal_is_no_part_of_its_title() -> None:
    reading = "with Anna Lund, Bernard Mill Now, special issue of The Gullist, 37.3 (2017)"
    marks = tuple(
        Mark(reading.index(part), reading.index(part) + len(part), "emphasis")
        for part in ("Bernard Mill Now", "The Gullist")
    )
    claim = parse(Entry("cv.md", 1, 1, reading, reading, marks)).claim
    assert (claim.title, claim.container_title) == ("Bernard Mill Now", "The Gullist")


@pytest.mark.parametrize(
    ("reading", "authors"),
    [
        ("DH. Sheep on Low Hills at Night. ACL 2019.", ["Daniel Hill"]),
        ("DH, Anna Bee. Sheep on Low Hills at Noon. ACL 2019.", ["Daniel Hill", "Anna Bee"]),
        ("Eve Fox, Anna Bee, DH. Sheep on Low Hills. ACL 2019.", ["Eve Fox", "Anna Bee", "Daniel Hill"]),
        ("Sheep on Hills at Noon. Anna Bee, Eve Fox and DH. ACL 2019.", ["Anna Bee", "Eve Fox", "Daniel Hill"]),
        ("Anna Bee, Eve Fox. Sheep on High Hills at Noon. DH, 2019.", ["Anna Bee", "Eve Fox"]),
        ("Anna Bee, Daniel Hill. Sheep on High Hills at Noon. In DH, 2019.", ["Anna Bee", "Daniel Hill"]),
    ],
)
def test_the_owners_initials_are_the_owner(reading: str, authors: list[str]) -> None:
    marks = (Mark(0, 2, "strong"),) if reading.startswith("DH") else ()
    mention = parse(Entry("cv.md", 1, 1, reading, reading, marks, owner="Daniel Hill"))
    assert [str(name) for name in mention.claim.author] == authors
    assert [mention.reading[s.start : s.end] for s in mention.spans if s.field == "author"] == authors


@pytest.mark.parametrize(
    ("reading", "owner", "left_out"),
    [
        ("Wool without Walls (with Eva Holm). ACL 2018.", "Ada Bee", "Ada Bee"),
        ("Wool without Walls, with Eva Holm. ACL 2018.", "Ada Bee", "Ada Bee"),
        ("“Wool without Walls”, joint work with Eva Holm and Ewa Lund, ACL 2018.", "", ""),
        ("Ada Bee (with Eva Holm). Wool without Walls. ACL 2018.", "Ada Bee", None),
        ("Eva Holm, Ada Bee. Dealing with Wool. ACL 2018.", "Ada Bee", None),
    ],
)
def test_who_names_those_beside_them_is_left_out(reading: str, owner: str, left_out: str | None) -> None:
    mention = parse(Entry("cv.md", 1, 1, reading, reading, owner=owner))
    assert (None if mention.left_out is None else str(mention.left_out)) == left_out


@pytest.mark.parametrize(
    "name", ["José-Ángel Bee", "Lluís-F. Dee", "Carlos-D. Bee-Dee", "Frances Adriana Lund De Leon", "Jens-E. Holm"]
)
def test_names_with_a_hyphen_before_an_initial_and_long_ones(name: str) -> None:
    for reading in (
        f"{name}, Eva Holm. Felt in Cold Water. ACL 2019.",
        f"Felt in Cold Water. Eva Holm, {name}. ACL 2019.",
    ):
        claim = parse(Entry("cv.md", 1, 1, reading, reading)).claim
        assert (claim.title, {str(author) for author in claim.author}) == ("Felt in Cold Water", {name, "Eva Holm"})
