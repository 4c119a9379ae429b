"""Personal names: how they are divided, and which are one person's. To add a case, add a line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.names import NameAgreement, compare_names, read_name
from sources.record import Name

# text, family, given, particle, suffix
READ = [
    ("Lei Gao", "Gao", "Lei", "", ""),
    ("Gao, Lei", "Gao", "Lei", "", ""),
    ("Lei Gao*†", "Gao", "Lei", "", ""),
    ("Lei Gao1,2", "Gao", "Lei", "", ""),
    ("Wei Zhang 0001", "Zhang", "Wei", "", ""),
    ("Chaoyang He (何朝阳)", "He", "Chaoyang", "", ""),
    ("Wen-mei (Bill) Hwu", "Hwu", "Wen-mei", "", ""),
    ("Prof. Xiaowen Chu", "Chu", "Xiaowen", "", ""),
    # biblatex's extended format
    ("given=Lei, family=Gao", "Gao", "Lei", "", ""),
    ("family=Maaten, given=Laurens, given-i=L, prefix=van der, useprefix=true", "Maaten", "Laurens", "van der", ""),
    ('given="Jean Paul", family="Ruiz Olmo", suffix=Jr', "Ruiz Olmo", "Jean Paul", "", "Jr"),
    # initials: glued, bare, behind
    ("R.M. Roth", "Roth", "R. M.", "", ""),
    ("Ron M Roth", "Roth", "Ron M.", "", ""),
    ("Roth R. M.", "Roth", "R. M.", "", ""),
    ("Roth RM", "Roth", "R. M.", "", ""),
    ("JA Smith", "Smith", "J. A.", "", ""),
    ("J.-S. Seo", "Seo", "J.-S.", "", ""),
    # capitals
    ("LEI GAO", "Gao", "Lei", "", ""),
    ("Hang QIU", "Qiu", "Hang", "", ""),
    ("QIU Hang", "Qiu", "Hang", "", ""),
    ("LI Wei", "Li", "Wei", "", ""),
    ("LE GOFF-BEE Anne", "Le Goff-Bee", "Anne", "", ""),
    ("Ana DE LA CRUZ", "De La Cruz", "Ana", "", ""),
    ("Ana Prado y Vega", "Prado y Vega", "Ana", "", ""),
    ("A. Prado y Vega", "Prado y Vega", "A.", "", ""),
    ("Prado y Vega A", "Prado y Vega", "A.", "", ""),
    ("Prado y Vega", "Prado y Vega", "", "", ""),
    ("Ana PRADO Y VEGA", "Prado y Vega", "Ana", "", ""),
    ("Ana de Prado e Vega Filho", "Prado e Vega Filho", "Ana", "de", ""),
    ("Ana Prats i Vila", "Prats i Vila", "Ana", "", ""),
    ("Ana e Vega", "Vega", "Ana", "e", ""),
    ("Ana Y Vega", "Vega", "Ana Y.", "", ""),
    ("RUIZ OLMO Marta", "Ruiz Olmo", "Marta", "", ""),
    ("LAURENS VAN DER MAATEN", "Maaten", "Laurens", "van der", ""),
    ("O'BRIEN-LEE, PAT", "O'Brien-Lee", "Pat", "", ""),
    ("danah boyd", "boyd", "danah", "", ""),
    # particles
    ("Laurens van der Maaten", "Maaten", "Laurens", "van der", ""),
    ("van der Maaten, Laurens", "Maaten", "Laurens", "van der", ""),
    ("Maaten, Laurens van der", "Maaten", "Laurens", "van der", ""),
    ("Martin de la Cruz", "Cruz", "Martin", "de la", ""),
    ("Ludwig von Mises", "Mises", "Ludwig", "von", ""),
    ("E. de Souza e Silva", "Souza e Silva", "E.", "de", ""),
    ("Jonathan Le Roux", "Le Roux", "Jonathan", "", ""),
    ("Benjamin Van Durme", "Van Durme", "Benjamin", "", ""),
    ("Thang Van Doan", "Doan", "Thang Van", "", ""),
    ("Duc Le", "Le", "Duc", "", ""),
    ("Le Zhang", "Zhang", "Le", "", ""),
    ("Florence d'Alché-Buc", "d'Alché-Buc", "Florence", "", ""),
    # a particle and a family name alone; a large one is a given name before a syllable
    ("van Stegeren", "Stegeren", "", "van", ""),
    ("van der Maaten", "Maaten", "", "van der", ""),
    ("De Giacomo", "Giacomo", "", "De", ""),
    ("van GOGH", "Gogh", "", "van", ""),
    ("De Wang", "Wang", "De", "", ""),
    ("Van Nguyen", "Nguyen", "Van", "", ""),
    ("Du M", "Du", "M.", "", ""),
    ("Le THN", "Le", "T. H. N.", "", ""),
    # suffixes and degrees
    ("Guy L. Steele Jr.", "Steele", "Guy L.", "", "Jr."),
    ("Steele, Jr., Guy L.", "Steele", "Guy L.", "", "Jr."),
    ("Steele, Guy L., Jr.", "Steele", "Guy L.", "", "Jr."),
    ("Martin Luther King, Jr.", "King", "Martin Luther", "", "Jr."),
    ("Hal Daumé III", "Daumé", "Hal", "", "III"),
    ("Ludwig Mises, PhD", "Mises", "Ludwig", "", ""),
    ("Jack Ma", "Ma", "Jack", "", ""),
    # those whose name is a suffix or a degree to others
    ("Andrew Senior", "Senior", "Andrew", "", ""),
    ("A. Junior", "Junior", "A.", "", ""),
    ("Junior, A.", "Junior", "A.", "", ""),
    ("Paulo Junior", "Junior", "Paulo", "", ""),
    ("Paulo Prado Junior", "Prado", "Paulo", "", "Jr."),
    ("Prado Junior, P. A.", "Prado", "P. A.", "", "Jr."),
    ("Prado, Junior, Paulo", "Prado", "Paulo", "", "Jr."),
    ("Yuki Ii", "Ii", "Yuki", "", ""),
    ("Ii, Yuki", "Ii", "Yuki", "", ""),
    ("Ann Prado Iii", "Prado", "Ann", "", "III"),
    ("Das SR", "Das", "S. R.", "", ""),
    ("A. Prado JR", "Prado", "A.", "", "Jr."),
    ("Wei Jason Ma", "Ma", "Wei Jason", "", ""),
    ("Rahman, Md.", "Rahman", "Md.", "", ""),
    ("Rahman, Md", "Rahman", "Md", "", ""),
    ("Md. Rahman", "Rahman", "Md.", "", ""),
    ("Lee, MA", "Lee", "M. A.", "", ""),
    ("Prado, MD, Anna", "Prado", "Anna", "", ""),
    ("Anna Prado, MD", "Prado", "Anna", "", ""),
    ("Avestimehr", "Avestimehr", "", "", ""),
    ("Group, John", "Group", "John", "", ""),
]

WHOLE = [
    ("FedML Team", "FedML Team"),
    ("IsoQuest, Inc.", "IsoQuest, Inc."),
    ("World Wool Organization", "World Wool Organization"),
    ("Ministry of Felt", "Ministry of Felt"),
    ("何朝阳", "何朝阳"),
    ("", ""),
    (" * ", ""),
    (",", ""),
]

COMPARED = [
    ("Lei Gao", "Gao, Lei", "same"),
    ("A. Salman Avestimehr", "Salman Avestimehr", "same"),
    ("Ron Roth", "Ron M. Roth", "same"),
    ("Basak Guler", "Başak Güler", "same"),
    ("Hans Müller", "Hans Mueller", "same"),
    ("Hans Müller", "Hans Muller", "same"),
    ("Wei Zhang 0001", "Wei Zhang", "same"),
    ("Jae-sun Seo", "Jaesun Seo", "same"),
    ("Jae-sun Seo", "Jae Sun Seo", "same"),
    ("Pat O’Brien", "Pat OBrien", "same"),
    ("Laurens van der Maaten", "Laurens Van Der Maaten", "same"),
    ("Jonathan Le Roux", "Jonathan Roux", "same"),
    ("García López, Juan", "Juan García López", "same"),
    ("Vaz de Melo, Pedro", "Pedro O. S. Vaz de Melo", "same"),
    ("Vega, Ana Prado y", "Ana Prado y Vega", "same"),
    ("A. P. y Vega", "Ana Prado y Vega", "initials"),
    ("A. Vega", "Ana Prado y Vega", "initials"),
    ("B. Vega", "Ana Prado y Vega", "different"),
    ("Guy Steele Jr.", "Guy Steele", "same"),
    ("LI Wei", "Wei Li", "same"),
    ("FedML Team", "FedML team", "same"),
    ("R. M. Roth", "Ron M. Roth", "initials"),
    ("R. Roth", "Ron M. Roth", "initials"),
    ("Roth RM", "Ron M. Roth", "initials"),
    ("S. Avestimehr", "A. Salman Avestimehr", "initials"),
    ("Avestimehr", "Salman Avestimehr", "initials"),
    ("C. S. Yang", "Chien-Sheng Yang", "initials"),
    ("J.-S. Seo", "Jae-sun Seo", "initials"),
    ("L. Maaten", "Laurens van der Maaten", "initials"),
    ("van der Maaten", "Laurens van der Maaten", "initials"),
    ("De Giacomo", "Giuseppe De Giacomo", "initials"),
    ("Yu Qian", "Qian Yu", "swapped"),
    ("Paolo, Faraboschi", "Paolo Faraboschi", "swapped"),
    ("Lou Yunfei", "Yun-Fei Lou", "swapped"),
    ("Pharande Aditya Rajendra", "Aditya Rajendra Pharande", "swapped"),
    ("Aishwarya Natarjan", "Aishwarya Natarajan", "variant"),
    ("Jinhyun So", "Jinyhun So", "variant"),
    ("Bob Smith", "Robert Smith", "variant"),
    ("Sergey Levine", "Sergei Levine", "variant"),
    ("Jae Seo", "Jae-sun Seo", "variant"),
    ("Juan García", "Juan García López", "variant"),
    ("Mary Jones", "Mary Smith-Jones", "variant"),
    ("Yue Niu", "Yue Liu", "different"),
    ("Wei Zhang", "Wei Zheng", "different"),
    ("Lei Wang", "Wei Wang", "different"),
    ("Mi Zhang", "Min Zhang", "different"),
    ("Yu Eli", "Yue Li", "different"),
    ("Xiaoming Chuang", "Xiaoming Zhuang", "different"),
    ("A. Natarjan", "Aishwarya Natarajan", "different"),
    ("M. Roth", "Ron M. Roth", "different"),
    ("Ron K. Roth", "Ron M. Roth", "different"),
    ("Jun Li", "Wu-Jun Li", "different"),
    ("Thomas S. Huang", "Siyuan Huang", "different"),
    ("Guy Steele Jr.", "Guy Steele Sr.", "different"),
    ("Q. Yu", "Yu Qian", "different"),
]

WORDS = st.sampled_from(
    "Lei Gao Yu Qian R. M. Ron Roth van der de la Jr. III Müller Mueller Jae-sun Seo J.-S. Bob Robert García"
    " López A. , 0001 Avestimehr".split()
)
NAMES = st.lists(WORDS, min_size=1, max_size=5).map(" ".join).map(read_name)


@pytest.mark.parametrize(("text", "family", "given_", "particle", "suffix"), READ)
def test_a_name_is_divided(text: str, family: str, given_: str, particle: str, suffix: str) -> None:
    assert read_name(text) == Name(family, given_, particle, suffix)


@pytest.mark.parametrize(("text", "literal"), WHOLE)
def test_what_is_no_persons_name_stays_whole(text: str, literal: str) -> None:
    assert read_name(text) == Name(literal=literal)


@pytest.mark.parametrize(("left", "right", "expected"), COMPARED)
def test_two_names_agree(left: str, right: str, expected: str) -> None:
    assert compare_names(read_name(left), read_name(right)) == NameAgreement(expected)


@pytest.mark.parametrize(
    ("family", "given_"), [("A", "Pranav"), ("G.", "Ghali"), ("GSK", "Chaitanya"), ("KP", "Soman")]
)
def test_initials_for_a_family_name_are_read_as_given_ones(family: str, given_: str) -> None:
    assert compare_names(Name(family, given_), read_name(f"{given_} {family}")) is NameAgreement.SAME
    assert compare_names(Name(family, given_), Name(family, "Bob")) is NameAgreement.DIFFERENT


@given(NAMES, NAMES)
def test_the_order_of_two_names_does_not_matter(left: Name, right: Name) -> None:
    assert compare_names(left, right) is compare_names(right, left)


@given(NAMES)
def test_a_name_is_its_own(name: Name) -> None:
    assert compare_names(name, name) is NameAgreement.SAME


@given(st.text(max_size=60))
def test_any_text_is_read_and_compared(text: str) -> None:
    name = read_name(text)
    assert compare_names(name, name) is NameAgreement.SAME
    assert compare_names(name, read_name("Lei Gao")) in NameAgreement


@given(st.sampled_from([row[0] for row in READ]))
def test_a_name_written_out_is_read_the_same(text: str) -> None:
    name = read_name(text)
    assert compare_names(read_name(str(name)), name) is NameAgreement.SAME
