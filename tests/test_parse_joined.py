"""What joins the last of the authors, what parts them from a venue in bold, and words that a title quotes."""

from __future__ import annotations

import pytest

from reconcile.documents import read_text
from reconcile.extract import extract
from reconcile.parse import parse
from tests.parse_table import Row, assert_read, name_of, rows

# A backslash and an n stand for the end of a line within a string.
TABLE = r"""
## The word before the last of a list of inverted names, in which family names have two words.
Fane Lund, O. y Rye, M. GullNet at FeltEval-2022: Counting sheep in fog. FELT 2022.
    Fane Lund; Rye | GullNet at FeltEval-2022: Counting sheep in fog | FELT 2022 | 2022
Fane Lund, O. e Rye, M. Wool in the mills of the north. Revista de lana 12, 2022.
    Fane Lund; Rye | Wool in the mills of the north | Revista de lana 12 | 2022
Bott, S., Fane Lund, O. et Rye, M. La laine dans les moulins. FELT 2022.
    Bott; Fane Lund; Rye | La laine dans les moulins | FELT 2022 | 2022
Fane, O. i Rye, M. La llana als molins del nord. Revista de la llana, 2022.
    Fane; Rye | La llana als molins del nord | Revista de la llana | 2022
A. Fane i B. Rye. Owca w młynach północy. Zeszyty Owcze 12, 2022.
    Fane; Rye | Owca w młynach północy | Zeszyty Owcze 12 | 2022
Joan Prat i Fane, Pere Rye. La llana als molins. Revista de la llana, 2019.
    Prat i Fane; Rye | La llana als molins | Revista de la llana | 2019
## An article at a line end behind an initial with its full stop.
Bott, S., Fane, D. y Rye Lund, O. A\nHybrid System for Counting Sheep. FELT 2012 workshop, pp 75-84.
    Bott; Fane; Rye Lund | A Hybrid System for Counting Sheep | FELT 2012 workshop | 2012
Fane Lund, O. & Rye, B. An\nExploratory Study of the Mills. In Proceedings of FELT 2020.
    Fane Lund; Rye | An Exploratory Study of the Mills | Proceedings of FELT 2020 | 2020
## Those named with a "w/".
Finding the Way of Sheep: A Study of Wool (w/ Gunnar Fane, Paul Rye) FELT 2019
    Fane; Rye | Finding the Way of Sheep: A Study of Wool | FELT 2019 | 2019
The wind upon the hills, w/ Bo Lund and Eva Rye. FELT 2016.
    Lund; Rye | The wind upon the hills | FELT 2016 | 2016
The dogs that do not look for sheep w/ Bo Lund and Eva Rye, FELT 2015
    Lund; Rye | The dogs that do not look for sheep | FELT 2015 | 2015
Sheep upon the hills of the fjord (m/ Ola Fane) FELT 2010
    Fane | Sheep upon the hills of the fjord | FELT 2010 | 2010
## Words in East Asian quotation marks behind which the title's sentence goes on.
羊野 花子、牧田 次郎. LLMは「羊」が何かを知っているか. 牧場学会第31回年次大会発表論文集, pp.2210-2215, 2025年3月.
    羊野 花子; 牧田 次郎 | LLMは「羊」が何かを知っているか | | 2025
羊野 花子. 「羊」が指すものは何か. 牧場学会第31回年次大会発表論文集, pp.2210-2215, 2025年3月.
    羊野 花子 | 「羊」が指すものは何か | | 2025
羊野花子「羊毛の流通」『牧場評論』第80巻第2号、2014年、34-51頁
    羊野花子 | 羊毛の流通 | 牧場評論 | 2014
"""


@pytest.mark.parametrize("row", [(text.replace("\\n", "\n"), want) for text, want in rows(TABLE)], ids=name_of)
def test_strings(row: Row) -> None:
    assert_read(row)


@pytest.mark.parametrize(
    ("venue", "year"),
    [("**CHI 2024**", 2024), ("*ICWSM 2022*", 2022), ("**EMNLP’21 Findings**", 2021), ("*Journal of Wool* 2011", 2011)],
)
def test_a_venue_in_bold_ends_a_list_of_names_without_a_sign(venue: str, year: int) -> None:
    text = f"# Publications\n\n- **Felt for those who cannot see it in the dark** Ann Lee, Bo Lund, Eva Rye {venue}\n"
    (entry,) = extract(read_text(text, "x.md", ".md"))
    claim = parse(entry).claim
    assert (claim.title, claim.year) == ("Felt for those who cannot see it in the dark", year)
    assert [name.family for name in claim.author] == ["Lee", "Lund", "Rye"]
