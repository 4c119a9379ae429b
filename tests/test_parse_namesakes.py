"""People who are called as suffixes, publishers and organisations are; titles that end in what is a short form, too."""

from __future__ import annotations

import pytest

from reconcile.parse.place.imprint import is_publisher, may_be_person, read_imprint
from reconcile.parse.words.sentences import is_sentence_end
from tests.parse_table import Row, assert_read, name_of, rows

TABLE = """
## Suffixes and degrees.
H. Fane, A. Senior, F. Lund. Long short wool and its memory. Interwool 2014.
    Fane; Senior; Lund | Long short wool and its memory | - | 2014
Andrew Senior, Hale Fane, Izhak Lund. Carding models for wet wool. ICWR 2015.
    Senior; Fane; Lund | Carding models for wet wool | - | 2015
Fane, H., Senior, A. W., & Lund, F. (2014). Carding models for wet wool. Journal of Felt, 3, 1-9.
    Fane; Senior; Lund | Carding models for wet wool | Journal of Felt | 2014
Lee, A., Rahman, Md. Counting sheep by night. Journal of Felt, 1992.
    Lee; Rahman | Counting sheep by night | Journal of Felt | 1992
Rahman, Md, Ii, Yuki, Ma, Wei. A tool for counting sheep. Journal of Felt, 3, 2020.
    Rahman; Ii; Ma | A tool for counting sheep | Journal of Felt | 2020
## An article behind initials.
Fane, A. A Panel: Sheep and Goats. Journal of Felt, 3, 2020.
    Fane | A Panel: Sheep and Goats | Journal of Felt | 2020
Lee, B., & Fane, A. R. A Panel: Sheep and Goats. Journal of Felt, 3, 2020.
    Lee; Fane | A Panel: Sheep and Goats | Journal of Felt | 2020
Fane, A. Panel. Sheep and Goats in the Fog. Journal of Felt, 3, 2020.
    Fane | Sheep and Goats in the Fog | Journal of Felt | 2020
## Publishers and organisations.
Springer, M. S., Marsh, W. J., & Fane, O. (2003). Mammals and their fur. Journal of Felt, 3, 1-9.
    Springer; Marsh; Fane | Mammals and their fur | Journal of Felt | 2003
Mouse hair in felt. A. Lee, M. S. Springer. Journal of Felt 3 (2003) 1-9.
    Lee; Springer | Mouse hair in felt | Journal of Felt | 2003
A. Lee. Wool and felt. Springer, 2003.
    Lee | Wool and felt |  | 2003
Press, W. H., & Fane, S. A. (1992). Numerical wool. Journal of Felt, 3, 1-9.
    Press; Fane | Numerical wool | Journal of Felt | 1992
Counting gulls by hand. Ada Lee, Hans Fischer. Nature, 1990.
    Lee; Fischer | Counting gulls by hand | Nature | 1990
Counting gulls by hand. Ada Lee, Simon Rye. Nature, 1990.
    Lee; Rye | Counting gulls by hand | Nature | 1990
Counting gulls by hand. Ada Lee, Anna Press. Nature, 1990.
    Lee; Press | Counting gulls by hand | Nature | 1990
Counting gulls by hand. Ada Lee, Karl Brill, Hans Sage. ICGS 1990.
    Lee; Brill; Sage | Counting gulls by hand | - | 1990
## Words that are short forms elsewhere.
Carding in the cold: a survey of the state of the art. Ada Lee, Bo Rye. Transactions on Felt, 2013.
    Lee; Rye | Carding in the cold: a survey of the state of the art | Transactions on Felt | 2013
Carding in the Cold: State of the Art. J. Lee, B. Rye. Journal of Felt, 2013.
    Lee; Rye | Carding in the Cold: State of the Art | Journal of Felt | 2013
Can gulls count? Yes and no. Ada Lee and Bo Rye. Journal of Felt, 2013.
    Lee; Rye | Can gulls count? Yes and no | Journal of Felt | 2013
"""


@pytest.mark.parametrize("row", rows(TABLE), ids=name_of)
def test_who_and_what_is_called_as_something_else_is(row: Row) -> None:
    assert_read(row)


@pytest.mark.parametrize(
    "house", ["Fischer Verlag", "John Murray", "Peter Lang", "Morgan Kaufmann", "Basic Books", "Springer"]
)
def test_a_house_that_is_known_by_its_whole_name_is_no_person(house: str) -> None:
    assert is_publisher(house)
    assert not may_be_person(house)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Gustav Fischer, Jena, 1990.", True),
        ("Stuttgart: Gustav Fischer, 1990.", True),
        ("Wool. Gustav Fischer, 1990.", True),
        ("Lee, Gustav Fischer. Nature, 1990.", False),
        ("Lee, Gustav Fischer, Nature, 1990.", False),
    ],
)
def test_a_house_that_is_called_as_a_person_needs_a_place_or_the_year_behind_it(text: str, first: bool) -> None:
    start = text.index("Gustav")
    assert read_imprint(text, start, len(text)).first is first


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("the state of the art. Ada Lee, Bo Rye", True),
        ("A History of Modern Art. Anna Rye, Bo Rye", True),
        ("by art. 3 of the law", False),
        ("vol. 3, no. IV, 2013", False),
        ("Acta Math. Hungar. 33", False),
        ("Journal of the Am. J. Felt. Soc.", False),
        ("Diss. med. vet. Bern, 2003", False),
        ("Discrete Math. 33 (2013)", False),
    ],
)
def test_a_short_form_that_is_a_word_ends_a_title(text: str, ends: bool) -> None:
    words = ("art.", "Art.", "no.", "Math.", "Am.", "vet.")
    at = next(text.index(word) + len(word) - 1 for word in words if word in text)
    assert is_sentence_end(text, at) is ends
