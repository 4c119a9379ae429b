"""Lists of books and articles as historians, lawyers and linguists write their own: the owner is left out."""

from __future__ import annotations

import pytest

from tests.parse_table import Row, assert_read, name_of, rows

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
## American lawyers: no title ends within a journal's short name; a page to come; a note; a book and its edition.
The Commons at the Mill Door, 121 Gull. L. Rev. 1455 (2021), reprinted in 53 Mill L. Rev. 201 (2022)
     | The Commons at the Mill Door | - | 2021
Drought and Due Process, 87 U. Gull L. Rev. ___ (2020)
     | Drought and Due Process | - | 2020
Note, Mill Rights and Rural Exclusion, 107 Gull L.J. 1099 (1998)
     | Mill Rights and Rural Exclusion | Gull L.J | 1998
Gulls and the Law of Water (Olmo University Press, forthcoming 2025)
     | Gulls and the Law of Water |  | 2025
## France: family names of several words in capitals. Brazil: a blank before the period behind the names.
LE GALL-DEE Anne, 2022, Questions sans laine. Syntaxe et prosodie des moutons en Bretagne, Paris, Olmo, 318 p.
    Le Gall-Dee | Questions sans laine. Syntaxe et prosodie des moutons en Bretagne | - | 2022
BEE, ANA LIMA ; DA SILVA DEE, OTTO . Wool of desert sheep kept in salt water. JOURNAL OF GULLS, v. 17, p. 10, 2020.
    Bee; Da Silva Dee | Wool of desert sheep kept in salt water | JOURNAL OF GULLS | 2020
## Authors that are only counted.
Bee MK, Dee T, +4 authors. A common protocol for wool in cold water. Methods in Gulls, 2022.
    Bee; Dee | A common protocol for wool in cold water | Methods in Gulls | 2022
"""


@pytest.mark.parametrize("row", rows(TABLE), ids=name_of)
def test_lists_of_the_owners_works(row: Row) -> None:
    assert_read(row)
