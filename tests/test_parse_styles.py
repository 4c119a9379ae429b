"""The styles of disciplines and countries: mathematicians, lawyers, linguists, historians, Brazil, Catalonia."""

from __future__ import annotations

import time

import pytest

from reconcile.entry import Entry
from reconcile.parse import parse
from sources.record import Record
from tests.parse_table import Row, assert_read, name_of, rows


def claim(text: str) -> Record:
    return parse(Entry("cv", 1, 1, text, text)).claim


TABLE = """
## Brazil: particles behind the given names, a suffix in the family name, organisers.
LIMA, J. A. de; FARIAS JÚNIOR, E. F. Gaivotas do sertão: sessenta anos depois. In: PRADO, M. (Org.). Aves hoje. São Paulo: Cortez, 2023. p. 55-78.
    Lima; Farias Júnior | Gaivotas do sertão: sessenta anos depois | Aves hoje | 2023
LIMA, J. A.; PRADO, C. de A. Gaivotas e marés no litoral norte. Revista de Aves, v. 45, n. 2, p. 1-9, 2024.
    Lima; Prado | Gaivotas e marés no litoral norte | Revista de Aves | 2024
BRITO, H. P.; LIMA, J. A. de (Org.). Gaivotas, territórios e marés. Campinas: Mercado de Letras, 2016.
    Brito; Lima | Gaivotas, territórios e marés |  | 2016
PRADO, S. K. ; LIMA, I. N. . Ferrugem das gaivotas. In: Vieira, A. (Org.). Doenças das aves. 2. ed. Lavras: UFLA, 2012, v. 1, p. 5-30.
    Prado; Lima | Ferrugem das gaivotas | Doenças das aves | 2012
## China's GB/T 7714: families in capitals, however short, before initials; a paper in proceedings.
OUYANG R X, LI G Y, DOU Z H, et al. Energy evolution of gulls under cyclic loading[J]. Journal of Gulls, 2023, 162: 105302.
    Ouyang; LI; Dou | Energy evolution of gulls under cyclic loading | Journal of Gulls | 2023
SHI L, LI G. Gull source location in inclined seams[C]//Proceedings of the 53rd Gull Symposium. New York: ARMA, 2019: 1-8.
    Shi; LI | Gull source location in inclined seams | Proceedings of the 53rd Gull Symposium | 2019
## A small word between the halves of a family name.
Ann Lee, Jordi Ferrer i Puig. 2022. Gulls with Missing Vowels. In Proceedings of GULL 2022.
    Lee; Ferrer i Puig | Gulls with Missing Vowels | Proceedings of GULL 2022 | 2022
José Ruiz y Gasset and Ann Lee. 2022. Gulls with Missing Vowels. In Proceedings of GULL 2022.
    Ruiz y Gasset; Lee | Gulls with Missing Vowels | Proceedings of GULL 2022 | 2022
Weir T, Nguyen HTL, Gomes e Silva AC, et al. Weight gain charts for gulls of West African ancestry. Lancet Glob Health. 2022;10(11):16-25.
    Weir; Nguyen; Gomes e Silva | Weight gain charts for gulls of West African ancestry | Lancet Glob Health | 2022
Ana Gomes y Juan Weir, Marta. 2022. Gulls with Missing Vowels. In Proceedings of GULL 2022.
    Gomes; Weir; Marta | Gulls with Missing Vowels | Proceedings of GULL 2022 | 2022
## Mathematicians: short names of journals behind a comma, over a line's end, and states.
A. Bee and C. Dee, Gull subalgebras of branch groups, Enseign. Math. 64 (2018), no. 1-2, 133–149. MR3959850
    Bee; Dee | Gull subalgebras of branch groups | Enseign. Math | 2018
A. Bee, Sur le radical des groupes de mouettes, C. R. Math. Acad. Sci. Paris 360 (2022), 817–821.
    Bee | Sur le radical des groupes de mouettes | C. R. Math. Acad. Sci. Paris | 2022
A. Bee, Boundary maps of gulls without amenability, submitted, 2023.
    Bee | Boundary maps of gulls without amenability |  | 2023
A. Bee, Operators on gulls, II. Acta Math. 12 (1990), 1-9.
    Bee | Operators on gulls, II | Acta Math | 1990
## Lawyers: the volume first, the page that could be a year, the owner left out.
Waiting as Gull Policy, 106 IOWA L. REV. 1901 (2021) (with Daniel K. Open)
    Open | Waiting as Gull Policy | IOWA L. REV | 2021
The Quiet Rescission, 86 U. CHI. L. REV. 305 (2019)
     | The Quiet Rescission | U. CHI. L. REV | 2019
## Journals whose first word would else be an edition's.
A. Lee, "Wool and Sheep", Rev. Mod. Phys. 91, 345 (2019).
    Lee | Wool and Sheep | Rev. Mod. Phys | 2019
Lee, A. (2019). Wool and sheep. Rev. Econ. Stat., 91, 345-360.
    Lee | Wool and sheep | Rev. Econ. Stat | 2019
Lee, A. «Wool and sheep», Rev. hist. Armées, 91 (2019), 345-360.
    Lee | Wool and sheep | Rev. hist. Armées | 2019
A. Lee, B. Dee. Wool and sheep. Third World Q. 2019;91:345-60.
    Lee; Dee | Wool and sheep | Third World Q | 2019
Lee, A. Wool and sheep, rev. ed. New York: Gull Press, 2019.
    Lee | Wool and sheep |  | 2019
## Astronomers: the journal and its numbers first, then dashes.
MNRAS 535, 2210 (2024) — A valley of gulls around metal-poor dwarfs — A. Bee, C. Dee
    Bee; Dee | A valley of gulls around metal-poor dwarfs | MNRAS | 2024
A&A, in press — Vetting gulls with a convolutional forest — A. Bee, C. Dee
    Bee; Dee | Vetting gulls with a convolutional forest | A&A | None
## Co-authors named before or behind the work, its owner not.
(mit Ewout van Lee) Gullpolicey im Vergleich. Oberrhein und Niederlande. Zeitschrift für Möwen 35 (2013), S. 1-20.
    Lee | Gullpolicey im Vergleich. Oberrhein und Niederlande | Zeitschrift für Möwen | 2013
With Ann Holm Weir. “Notaries on Gulls: Rural Credit, 1790–1825.” Colonial Gull Review 22, no. 1 (2013): 88–110.
    Weir | Notaries on Gulls: Rural Credit, 1790–1825 | Colonial Gull Review | 2013
Möwenforschung. Ein Bericht. In: Archiv für Möwen 45 (2020), S. 388–412. (mit Anna Holm)
    Holm | Möwenforschung. Ein Bericht | Archiv für Möwen | 2020
Landscape, Loss, and the Lyric of Gulls. In: The German Quarterly 80.3 (2007), S. 342–360.
     | Landscape, Loss, and the Lyric of Gulls | The German Quarterly | 2007
## Linguists: a state where the year stands, editors with `(Hgg.)`.
Lee, Ann & Bo Weir (Hgg.). 2015. Gulls beyond Tibet. Berlin: De Gruyter.
    Lee; Weir | Gulls beyond Tibet |  | 2015
Lee, Ann. Im Erscheinen. Gulls and person. In Bo Weir & Eva Holm (Hgg.), The handbook of gulls, 2. Aufl. Oxford: Oxford University Press.
    Lee | Gulls and person | The handbook of gulls | None
## Historians: editors and books over commas, a title of one word, who reviewed it.
“Trust in Gulls.” In Mercury, Mining, and Gulls, ed. Nicholas Brown-River, 141–68. Bloomington: Indiana University Press, 2015.
    Brown-River | Trust in Gulls | Mercury, Mining, and Gulls | 2015
“Gullvelica,” in Encyclopedia of Gulls and Culture, 2nd ed. Detroit: Gale, 2008.
     | Gullvelica | Encyclopedia of Gulls and Culture | 2008
Lee, Ann. The Gull Drivers. Göttingen: Wallstein 2018, 512 S. [Rez.: H. Ott, in: ZfM 139 (2020), S. 301–305]
    Lee | The Gull Drivers |  | 2018
## A page that writes the kind of work behind the title.
Lee, Ann; Weir, Bo: Dendrite-free plating of gulls Journal Article In: Journal of Gulls, vol. 5, no. 8, pp. 98–99, 2022.
    Lee; Weir | Dendrite-free plating of gulls | Journal of Gulls | 2022
"""


@pytest.mark.parametrize("row", rows(TABLE), ids=name_of)
def test_the_fields_of_a_string(row: Row) -> None:
    assert_read(row)


PUBLISHERS = [
    ("Holm, C.: Gulls and verbal prefixes. PhD dissertation, University of Szeged, 2011.", "University of Szeged"),
    (
        "LIMA, J. A. de. Gaivotas do Seridó. 2013. 289 f. Tese (Doutorado em Aves) -- Faculdade de Aves, UNICAMP, 2013.",
        "UNICAMP",
    ),
    ("Holm F. Mechanisms of cold gulls [dissertation]. Durham (NC): Duke University; 2011.", "Duke University"),
    (
        "Ann Lee. The Gull Treebank, first release. Technical report TR-2009-04, Department of Gulls, 2009",
        "Department of Gulls",
    ),
    ("Lee, Ann. Salt and Gulls: A History. Ithaca, NY: Cornell University Press, 2014.", "Cornell University Press"),
]


@pytest.mark.parametrize(("text", "publisher"), PUBLISHERS)
def test_schools_and_bodies_stand_where_publishers_do(text: str, publisher: str) -> None:
    found = claim(text)
    assert (found.publisher, found.container_title) == (publisher, "")


def test_the_numbers_before_a_title_are_the_works() -> None:
    found = claim("ApJL 978, L14 (2025) — Escaping gulls from a planet — A. Bee, C. Dee")
    assert (found.volume, found.page, found.year) == ("978", "L14", 2025)


def test_the_pages_are_not_those_of_the_issue() -> None:
    found = claim("A. Bee, Gull groups of the second kind, Enseign. Math. 64 (2018), no. 1-2, 133–149.")
    assert (found.volume, found.issue, found.page) == ("64", "1-2", "133-149")


def test_the_names_of_editors_go_on_behind_a_lines_end() -> None:
    found = claim(
        "Lee, Ann. “Gulls.” In Gull Empires, edited by Bo Weir and Eva\nHolm, 41–68. Budapest: CEU Press, 2018."
    )
    assert [name.family for name in found.editor] == ["Weir", "Holm"]


HOSTILE = ["(with " * 50_000, "A. y " * 80_000, "X. Y, " * 60_000, "12 A. " * 60_000, "(mit Ann Lee) " * 30_000]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:8])
def test_long_lines_are_read_in_time(text: str) -> None:
    begun = time.process_time()
    claim(text)
    assert time.process_time() - begun < 10
