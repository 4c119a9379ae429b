"""How strings of several countries end their titles, and what stands there beside the title and is no part of it."""

from __future__ import annotations

import pytest

from reconcile.entry import Entry
from reconcile.parse import parse
from tests.parse_table import Row, assert_read, name_of, rows

TABLE = """
## what kind of piece it is
Fane O, Rye T. Felt in the rain [abstract P1187]. Eur J Wool Cardiol. 2021;28(Suppl 1):412.
Fane; Rye | Felt in the rain | Eur J Wool Cardiol | 2021
Fane O, Rye T. Feltro e chuva [resumo]. Rev Port Cardiol. 2013;32(1):88.
Fane; Rye | Feltro e chuva | Rev Port Cardiol | 2013
Fane O, Rye T. Felting at home: are we counting the right sheep? Heart Wool Circ. 2019;28:e14. [Editorial]
Fane; Rye | Felting at home: are we counting the right sheep? | Heart Wool Circ | 2019
## marks behind names in Chinese signs
李牧, 王小草†, 羊欣*. A Simple yet Effective Framework for Counting Sheep. SIGSHEEP 2023
李牧; 王小草; 羊欣 | A Simple yet Effective Framework for Counting Sheep | SIGSHEEP 2023 | 2023
## in which language it is
O. Fane. Wełna w sieciach (Wool in nets; in Polish). Master's thesis, Olmo University, 2015.
Fane | Wełna w sieciach | - | 2015
## before a journal, as in Hungary, and its year with the number
LENZ Ottó: Gyapjú és nemez. Hat juh. = Gyapjú-füzetek 2006/4, 19–24. [A cikk németül: Wolle 2007/1.]
Lenz | Gyapjú és nemez. Hat juh | - | 2006
LENZ Ottó: A pásztor mint szerző: Juhok új megvilágításban. = Magyar Gyapjú Szemle, 55. évf. (2017) 1. sz., 33–58. p.
Lenz | A pásztor mint szerző: Juhok új megvilágításban | Magyar Gyapjú Szemle | 2017
## the town and the year, and the pages counted
Rzemieślnicy Olmowa w XVIII wieku, Białystok 2010, ss. 288.
 | Rzemieślnicy Olmowa w XVIII wieku | - | 2010
Rzemieślnicy Olmowa w XVIII wieku, Białystok 2010.
 | Rzemieślnicy Olmowa w XVIII wieku | - | 2010
## in Sweden
Lund Å. Ärftliga får. I: Hägg G, Nyman P, redaktörer. Allmän ullära. 3:e uppl. Lund: Olmo; 2019. s. 511-40.
Lund | Ärftliga får | Allmän ullära | 2019
Lund Å, Rye T. Felting in rain: what do sheep want to know? Inskickat för publicering.
Lund; Rye | Felting in rain: what do sheep want to know? | - | -
## what was sent in
Rye, X. Hijas de pastor: herencia y lana en el mercado. Enviado a Cuadernos de Ovejas.
Rye | Hijas de pastor: herencia y lana en el mercado | Cuadernos de Ovejas | -
Lund A, Rye T. Felting in rain: what do sheep want to know? Submitted for publication.
Lund; Rye | Felting in rain: what do sheep want to know? | - | -
## in France a collection of decisions is no author, and an entry of a dictionary is told by its word
2019 « Le mouton, contrat sans fin », Recueil Olmot, 2019, chron. p. 1456
 | Le mouton, contrat sans fin | Recueil Olmot | 2019
## groups in lower case
Lund R, Fane J, Rye IQ e grupo de estudo OVELHA. Wool in old athletes over 50. Int J Wool Imaging. 2018;34(11):1703–11.
Lund; Fane; Rye; grupo de estudo OVELHA | Wool in old athletes over 50 | Int J Wool Imaging | 2018
## a pronoun that is a given name
Lu Zhang, Zhe Lin, Henna Lund, and You He. Counting Woolly Sheep via Dynamic Targeting. In Proceedings of the Conference on Wool, 2019.
Zhang; Lin; Lund; He | Counting Woolly Sheep via Dynamic Targeting | Proceedings of the Conference on Wool | 2019
"""


@pytest.mark.parametrize("row", rows(TABLE), ids=name_of)
def test_strings_of_several_countries(row: Row) -> None:
    assert_read(row)


def test_a_word_of_a_dictionary_stands_before_its_title() -> None:
    text = "V° « Préavis », in A. Fane (dir.), Dictionnaire de la laine, Olmo, 2019, p. 803-806"
    assert parse(Entry("doc.md", 1, 1, text, text)).claim.title == "Préavis"


def test_who_wrote_a_reviewed_book_did_not_write_the_review() -> None:
    text = (
        "[rec.] Zofia Lund, Jarmarki i targi wełny, Płock 2019, „Kwartalnik Dziejów Owiec” 69 (2021), nr 1, s. 140–144."
    )
    claim = parse(Entry("doc.md", 1, 1, text, text)).claim
    assert (claim.type, claim.author, claim.year) == ("review", (), 2021)
