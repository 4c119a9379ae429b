"""What chemists, psychologists, engineers and those who keep tables write their own way."""

from __future__ import annotations

import pytest

from reconcile.documents.blocks.block import Mark
from reconcile.entry import Entry
from reconcile.parse import parse
from reconcile.parse.place.stated import stated_place
from sources.record import Record
from tests.parse_table import Row, assert_read, name_of, rows


def claim(text: str, *marks: Mark, fields: tuple[tuple[str, str], ...] = ()) -> Record:
    return parse(Entry("cv", 1, 1, text, text, marks, fields=fields)).claim


# A backslash and an n stand for the end of a line within a string.
TABLE = r"""
## Chemistry: a mark behind the last of the authors, before the title or at once before the journal.
Fane, O.; Lund, E. K.; Marsh-Hale, B.* Felted Ligands in the Hydrogenation of Wool. J. Wool Chem. 2023, 62, 1201-1210.
    Fane; Lund; Marsh-Hale | Felted Ligands in the Hydrogenation of Wool | J. Wool Chem | 2023
Fane, O.#; Lund, E.*,† Felted Ligands in the Hydrogenation of Wool. J. Wool Chem. 2023, 62, 1201-1210.
    Fane; Lund | Felted Ligands in the Hydrogenation of Wool | J. Wool Chem | 2023
Fane, O.; Lund, E.#; Marsh-Hale, B.* Wool Lett. 2021, 13, 882–891.
    Fane; Lund; Marsh-Hale |  | Wool Lett | 2021
## Other marks of a footnote behind the last of the authors, whose initials may be parted.
Lund, E., Marsh, T. O. & Fane, M.-B.§ Felt crusts keep the warmth of wool. Sheep Ecology 31: 104417, 2019
    Lund; Marsh; Fane | Felt crusts keep the warmth of wool | Sheep Ecology | 2019
Fane, O.¶ The weight of wool on a wet fence. Sheep Ecology 27: 98–107, 2015
    Fane | The weight of wool on a wet fence | Sheep Ecology | 2015
Lund, E. and Fane, M. B.‡ Felt in flocks. Sheep Ecology 25: 40–52, 2011
    Lund; Fane | Felt in flocks | Sheep Ecology | 2011
Lund, E.ᵃ and Fane, M. B.ᵃᵇ Snow on the felted fence. Sheep Ecology 25: 40–52, 2010
    Lund; Fane | Snow on the felted fence | Sheep Ecology | 2010
## Medicine: a journal's month and day before its volume, journals that begin in lower case, the date of a copyright.
Fane O, Lund E. Tile drains shorten the memory of wet meadows. Meadow Resources Research. 2022 April; 58(4):e2021WR99.
    Fane; Lund | Tile drains shorten the memory of wet meadows | Meadow Resources Research | 2022
Fane O, Lund E. Tile drains shorten the memory of wet meadows. Meadow Resources Research. 2022 Sep-Oct;58(4):12-9.
    Fane; Lund | Tile drains shorten the memory of wet meadows | Meadow Resources Research | 2022
Fane O, Lund E. A screen for wool that felts. mBio. 2014 Aug 5;5(4):e01422-14.
    Fane; Lund | A screen for wool that felts | mBio | 2014
Fane O, Lund E. A screen for wool. mRNA decay in felted sheep. Ewe Biol. 2014;5(4):22-9.
    Fane; Lund | A screen for wool. mRNA decay in felted sheep | Ewe Biol | 2014
Fane O, Lund E. Who pays for a meadow? Cost sharing and bundled practices. c2024.
    Fane; Lund | Who pays for a meadow? Cost sharing and bundled practices |  | 2024
## Brazil: what Lattes writes behind a single author. France: with whom, and where it came out.
FANE, J. P.; et al. . Biochar and sheep in sugarcane: a null result. In: 21st World Congress of Soil Science, 2018, Rieti.
    Fane | Biochar and sheep in sugarcane: a null result | 21st World Congress of Soil Science | 2018
Droit des moutons, avec P. Fane, Bruxelles, Larcier, 2019, 412 p.
    Fane | Droit des moutons |  | 2019
Droit des moutons, avec P. Fane et N. Lund, Paris, LGDJ, 2019, 412 p.
    Fane; Lund | Droit des moutons |  | 2019
## The disease is no year, nor is that of a meeting where the work was shown as well.
2020   Ann Fane, Bo Lund, et al. Collecting Verified COVID-19 Questions. NLP for COVID-19 Workshop at EMNLP.
    Fane; Lund | Collecting Verified COVID-19 Questions | NLP for COVID-19 Workshop at EMNLP | 2020
Ann Fane, Bo Lund. Neural Shearing of Algorithms. ICLR 2020. (also at NeurIPS 2019 GRL workshop)
    Fane; Lund | Neural Shearing of Algorithms | ICLR 2020 | 2020
Ann Fane, Bo Lund. Neural Shearing of Algorithms. GRL workshop, also at ICLR, 2020.
    Fane; Lund | Neural Shearing of Algorithms | GRL workshop | 2020
## A venue and its year behind a title that asks.
Ann Fane, Bo Lund, Cy Marsh. How Many Sheep per Fence? RecSys '12.
    Fane; Lund; Marsh | How Many Sheep per Fence? | RecSys '12 | 2012
Ann Fane, Bo Lund. Who Lost the Summer of '69? RecSys 2012.
    Fane; Lund | Who Lost the Summer of '69? | RecSys 2012 | 2012
## The badge names the venue where a server stands behind the title.
[NeurIPS'17] A. Fane, B. Lund. The Space of Transferable Sheep. arXiv:1704.03453.
    Fane; Lund | The Space of Transferable Sheep | NeurIPS'17 | 2017
## A star belongs to the name of one meeting, and elsewhere to the markup.
Ann Fane, Bo Lund. Hypothesis Only Baselines of Wool. In *SEM 2018, pp. 1-2.
    Fane; Lund | Hypothesis Only Baselines of Wool | *SEM 2018 | 2018
[*SEM 2018] Ann Fane, Bo Lund. Hypothesis Only Baselines of Wool.
    Fane; Lund | Hypothesis Only Baselines of Wool | *SEM 2018 | 2018
Ann Fane*, Bo Lund*. Hypothesis Only Baselines of Wool. *ACL 2018*.
    Fane; Lund | Hypothesis Only Baselines of Wool | ACL 2018 | 2018
## A venue in brackets ends with them.
"Woolly embeddings and semantic shifts: a survey" (COLING 2018) has been cited often.
     | Woolly embeddings and semantic shifts: a survey | COLING 2018 | 2018
## Germany's chemists: the title in quotes behind the journal and its numbers.
O. Fane, E. K. Lund, Angew. Chem. 2015, 127, 4558–4561: „Zweifach koordinierte Wolle bei tiefer Temperatur“.
    Fane; Lund | Zweifach koordinierte Wolle bei tiefer Temperatur | Angew. Chem | 2015
O. Fane, E. K. Lund, B. Marsh, J. Am. Chem. Soc. 2011, 133, 45-49: "Two-Coordinate Wool at Low Temperature"
    Fane; Lund; Marsh | Two-Coordinate Wool at Low Temperature | J. Am. Chem. Soc | 2011
## Psychology: three points before the last of many authors.
Fane, O., Lund, E., … Marsh-Hale, B. K. (2018). A replication of the wool effect in many flocks. Sheep Science, 1, 3-9.
    Fane; Lund; Marsh-Hale | A replication of the wool effect in many flocks | Sheep Science | 2018
Fane, O., Lund, E., . . . Marsh, B. (2018). A replication of the wool effect in many flocks. Sheep Science, 1, 3-9.
    Fane; Lund; Marsh | A replication of the wool effect in many flocks | Sheep Science | 2018
## Engineers: the paper of a society by its number, which no title holds; a task force that wrote a report.
Fane, O. W. & Lund, E. R. Damping of Felt Seals in Wet Mills, ASME Paper GT2006-90633.
    Fane; Lund | Damping of Felt Seals in Wet Mills | - | -
Fane, O. W. & Lund, E. R. Damping of Felt Seals, SPE Paper 12345, 1984.
    Fane; Lund | Damping of Felt Seals | - | 1984
AFI Task Force on Felt (contributing author), "Guidelines for Felting Mills," Felt Research Council, Dallas, 2015.
    AFI Task Force on Felt | Guidelines for Felting Mills | - | 2015
## What is said of a work in brackets before the dash behind which its authors stand.
A Calculus of Felted Rivers (draft, comments welcome!) — O. Fane, Ewa Lund
    Fane; Lund | A Calculus of Felted Rivers (draft, comments welcome!) |  | None
## Italy: who wrote what stands before a book, an imprint that no table knows, who edited it, an entry on a person.
O. Fane, Il cantiere della lana. Maestranze, materiali, committenti, pref. di L. Sambri, Bologna, Mulino Press, 2015
    Fane | Il cantiere della lana. Maestranze, materiali, committenti | - | 2015
O. Fane, La lana, con una prefazione di Ewa Lund, Roma, Viella, 2011.
    Fane | La lana | - | 2011
Atlante dei gabbiani lagunari, Olmeto, Lanzi, 2019, pp. 312, ill.
     | Atlante dei gabbiani lagunari | - | 2019
Lana e rivoluzione nelle valli, 1796-1815, a cura di\nO. Fane e P. Lund Moranti, atti del convegno (Rieti, 3-4 maggio 2016),\nRoma, Viella, 2018.
    Fane; Moranti | Lana e rivoluzione nelle valli, 1796-1815 | - | 2018
Stucchi e gabbiani in laguna, in Gabbiani a Roma e nelle Valli,\nOlmeto 2017, pp. 201-219.
     | Stucchi e gabbiani in laguna | Gabbiani a Roma e nelle Valli | 2017
voce Gabbiano, Orlo, in Dizionario Biografico degli Uccelli, vol. 84, Roma, Viella, 2015, pp. 211-214.
     | Gabbiano, Orlo | Dizionario Biografico degli Uccelli | 2015
2008, Il nido nuovo: una rilettura, «Laguna arte e storia», XXVIII, n. 83, pp. 5-28
     | Il nido nuovo: una rilettura | Laguna arte e storia | 2008
in c.d.s., Orlo Gabbiano scrittore, «Annali di laguna», 35.
     | Orlo Gabbiano scrittore | Annali di laguna | None
## What the rules for them must leave alone.
Ann Fane, Bo Lund, Cy Marsh, Counting the sheep of wet rivers, Wool Journal, Springer, 2019.
    Fane; Lund; Marsh | Counting the sheep of wet rivers | Wool Journal | 2019
Voce e silenzio nella laguna, in I mulini, Roma, Viella, 2015, pp. 3-9.
     | Voce e silenzio nella laguna | I mulini | 2015
"""


@pytest.mark.parametrize("row", [(text.replace("\\n", "\n"), want) for text, want in rows(TABLE)], ids=name_of)
def test_usages_are_read(row: Row) -> None:
    assert_read(row)


def test_three_points_say_that_names_were_left_out() -> None:
    assert claim(
        "Fane, O., Lund, E., … Marsh, B. (2018). The wool effect in many flocks. Sheep Science, 1."
    ).author_et_al


def test_a_name_in_bold_with_others_behind_it_is_no_title() -> None:
    text = (
        "Orla Lundmark, Brice Fane, et al. Rivers, Mills and Felt: Counting the Sheep of Kent. Workshop on Wool, 2023."
    )
    title = text.index("Rivers"), text.index(". Workshop")
    read = claim(text, Mark(0, 13, "strong"), Mark(*title, "strong"))
    assert [name.family for name in read.author] == ["Lundmark", "Fane"]
    assert read.title == "Rivers, Mills and Felt: Counting the Sheep of Kent"


def test_authors_stand_behind_a_remark_and_a_dash() -> None:
    text = "A Calculus of Felted Rivers (draft, comments welcome!) — O. Fane, Ewa Lund"
    read = claim(text, Mark(0, 27, "strong"))
    assert read.title == "A Calculus of Felted Rivers"
    assert [name.family for name in read.author] == ["Fane", "Lund"]


@pytest.mark.parametrize(
    ("above", "below"),
    [("Eine Geschichte des Filzes mit", "Bildern aus Rieti"), ("Histoire de la laine dans", "Les Alpes du Nord")],
)
def test_a_small_word_of_any_language_ends_no_title(above: str, below: str) -> None:
    read = claim(f"A. Bee and C. Gull\n{above}\n{below}\nWool Letters 2019")
    assert read.title == f"{above} {below}"


def test_a_title_goes_on_behind_the_end_of_its_line() -> None:
    text = "Fane, O. W. & Lund, E. R. Damping of Felt Seals in Wet Mills: Measured\nVersus Counted Sheep, Felt Group."
    assert claim(text).title.startswith("Damping of Felt Seals in Wet Mills: Measured Versus")


ROWS = [
    "11 \n J. Wool Sources, 247, 479 (2014) \n 6.217 \n O. Fane, E.K. Lund, B. Marsh*",
    "11 | O. Fane, E.K. Lund, B. Marsh* | J. Wool Sources, 247, 479 (2014)",
]


@pytest.mark.parametrize("text", ROWS)
def test_a_row_whose_title_was_left_empty_has_none(text: str) -> None:
    read = claim(text)
    assert (read.title, read.year, read.volume) == ("", 2014, "247")
    assert [name.family for name in read.author] == ["Fane", "Lund", "Marsh"]


CELLS = [  # the cell of a journal, the container and the year in it
    ("Felt J. Wool Eng., 26, 1034 (2009)", "Felt J. Wool Eng", "2009"),
    ("Felt J. Wool Eng., 26(3), 1634-1640", "Felt J. Wool Eng", ""),
    ("Felt Materials (2009)", "Felt Materials (2009)", ""),  # it stands in the text still
]


@pytest.mark.parametrize(("cell", "container", "year"), CELLS)
def test_a_cell_of_journals_keeps_its_year(cell: str, container: str, year: str) -> None:
    place = stated_place(cell, known=False)
    assert (place.container, place.year) == (container, year)


def test_the_year_of_a_cell_is_the_claim_s() -> None:
    fields = (("title", "Felt in wet mills [DOI] [PDF]"), ("journal", "Felt J. Wool Eng., 26, 1034 (2009)"))
    read = claim("", fields=fields)
    assert (read.title, read.year) == ("Felt in wet mills", 2009)


def test_a_page_in_a_cell_of_journals_is_no_year() -> None:
    fields = (("title", "Felt in wet mills"), ("journal", "Felt J. Wool Eng., 26, 1634"))
    assert claim("", fields=fields).year is None


@pytest.mark.parametrize("journal", ["Ann and Mary Quarterly", "Lund’s Review"])
def test_a_periodical_in_italics_behind_a_title_in_quotes_names_nobody(journal: str) -> None:
    text = f"“Rations and Refusals: Shepherds’ Diets before 1750.” {journal}, 3rd ser., 75, no. 3 (July 2018): 401–36."
    start = text.index(journal)
    read = claim(text, Mark(start, start + len(journal), "emphasis"))
    assert (read.title, read.author, read.year) == ("Rations and Refusals: Shepherds’ Diets before 1750", (), 2018)
