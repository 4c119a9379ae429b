"""What Japan's engineers, Germany's institutes and those who name their meetings in short write their own way."""

from __future__ import annotations

import pytest

from reconcile.documents.blocks.block import Mark
from reconcile.entry import Entry
from reconcile.parse import parse
from sources.record import Record
from tests.parse_table import Row, assert_read, name_of, rows


def claim(text: str, *marks: Mark) -> Record:
    return parse(Entry("cv", 1, 1, text, text, marks)).claim


TABLE = r"""
## Japan: no blank stands behind a comma, nor behind the colon that ends the names; a school is nobody.
羊野花子,牧田次郎:冬の牧場における羊毛の流通に関する研究,牧場学会論文集A(羊毛工学),Vol.12,No.4,2019.
    羊野花子; 牧田次郎 | 冬の牧場における羊毛の流通に関する研究 | - | 2019
羊野花子・牧田次郎:冬の牧場における羊毛の流通の推定,羊くらべ,Vol.12, No.6, pp.15-24, 2015.
    羊野花子; 牧田次郎 | 冬の牧場における羊毛の流通の推定 | 羊くらべ | 2015
冬の牧場における羊毛の流通に関する実験的研究,東草大学,2011年3月
     | 冬の牧場における羊毛の流通に関する実験的研究 | - | 2011
## Initials that are a degree's letters, where the others of a list have theirs behind the family name.
Fane, O., Lund, E., Marsh, M.D.: A simple index of felt for wet mills. Sheep Ecology 15, 187–190, 2018.
    Fane; Lund; Marsh | A simple index of felt for wet mills | Sheep Ecology | 2018
## A meeting with its short name and year in brackets.
O. Fane, E. Lund: Weighing of rain-soaked fleeces, Felting in Cold Water (ICFCW2014), Rieti, pp.115-121, 2014.
    Fane; Lund | Weighing of rain-soaked fleeces | - | 2014
## Physics: a collaboration in brackets is one of the authors; it is none where somebody speaks for it.
O. Fane et al. (GULL Collaboration), Sub-percent measurement of felt in water, Chin. Phys. C 46, 123001 (2022).
    Fane; GULL Collaboration | Sub-percent measurement of felt in water | Chin. Phys. C | 2022
O. Fane et al. [Wool-X Coll.], Final results on low-energy felt spectroscopy, Phys. Rev. D 89, 112007 (2014).
    Fane; Wool-X Coll | Final results on low-energy felt spectroscopy | Phys. Rev. D | 2014
O. Fane (for the GULL Collaboration), “Status of the felt detector,” Nucl. Instrum. Meth. A 1342, 12099 (2018).
    Fane | Status of the felt detector | Nucl. Instrum. Meth. A | 2018
## Mathematics: the reports of the academy of Paris; letters before the entries of a list.
Maps into felted buildings, C. R. Math. Acad. Sci. Paris 350 (2012), 57–60.
     | Maps into felted buildings | C. R. Math. Acad. Sci. Paris | 2012
(c) Felted trees and their stability, with O. Fane, J. Reine Angew. Math. 46 (2014), 1112–1114.
    Fane | Felted trees and their stability | J. Reine Angew. Math | 2014
What is… a felted network?, Notices Amer. Math. Soc. 66 (2019), 728–730.
     | What is… a felted network? | Notices Amer. Math. Soc | 2019
## Economics: a report's number has its year.
Felt in the Classroom. Wool Institute Working Paper 2021:14
     | Felt in the Classroom | - | 2021
Felt in the Classroom. RWO Discussion Paper No. 2019-07.
     | Felt in the Classroom | - | 2019
## France: the owner, who is left out, edited an issue.
(dir.) « Les gens du fil », dossier de la Revue des mouettes, n° 68-3, 2021, p. 7-128.
     | Les gens du fil | - | 2021
## A magazine and its series behind a slash.
“Who felts the street?”, Lanifex / Pecora, São Olmo, no prelo.
     | Who felts the street? | - | -
## A report for somebody, as Germany's institutes write it.
Lund, E., Fane, O.: Die Wolle des Oberlaufs 2021. Abschlussbericht im Auftrag der Wollverwaltung, Olmo, Februar 2022, 58 S.
    Lund; Fane | Die Wolle des Oberlaufs 2021 | - | 2022
"""


@pytest.mark.parametrize("row", rows(TABLE), ids=name_of)
def test_customs_are_read(row: Row) -> None:
    assert_read(row)


REVIEWED = "Otto Lenz, Rivers of Wool and Their Mills (Harbour UP, 2014), dans Revue des mouettes, n° 67, 2016, p. 3-5."


@pytest.mark.parametrize(
    ("owner", "section", "title", "authors"),
    [
        ("Ann Bee", "Publications / Comptes rendus (sélection)", "Rivers of Wool and Their Mills", 0),
        ("Otto Lenz", "Publications / Comptes rendus", "Rivers of Wool and Their Mills", 1),
        ("Ann Bee", "Publications / Articles", "Rivers of Wool and Their Mills", 1),
    ],
)
def test_whom_a_list_of_book_reviews_names_wrote_the_book(owner: str, section: str, title: str, authors: int) -> None:
    read = parse(Entry("cv", 1, 1, REVIEWED, REVIEWED, section=section, owner=owner)).claim
    assert (read.title, len(read.author)) == (title, authors)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("羊野花子,牧田次郎:冬の羊毛の流通,羊くらべ,Vol.3,2019.", 0),
        ("牧田次郎,羊野花子:冬の羊毛の流通,羊くらべ,Vol.3,2019.", 5),
    ],
)
def test_the_owner_underlined_among_the_authors_is_no_title(text: str, at: int) -> None:
    read = claim(text, Mark(at, at + 4, "emphasis"))
    assert (read.title, len(read.author)) == ("冬の羊毛の流通", 2)
