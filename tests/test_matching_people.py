"""Strings whose venue, names or "et al." are cut short, torn, misread or glued: no strangers, but the record's own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from reconcile.matching.judge import Judge
from reconcile.matching.strings.text import prepare
from reconcile.mention import Status
from reconcile.wanted import Wanted
from sources.record import Date, Name, Record
from tests.cataloguing import paper, small_catalog

PAPERS = (
    paper(
        "journals/cl/Kov15",
        "Barnacles in Slow Water",
        *("Ada Kovalenko", "Bo Verma"),
        year=2015,
        more="<booktitle>Annual Meeting of the Association for Computational Linguistics</booktitle>",
    ),
    paper(
        "journals/gull/Lee04",
        "PLAID: A Generator for Gullish Interfaces",
        "Peter S. Lee",
        year=2004,
        more="<booktitle>Gulls</booktitle>",
    ),
    paper("conf/gull/Lang09", "Semantic Wool Labels", "Ida Lang", "Ivo Tarnov", "Shu Wen Qiu", year=2009),
)


@pytest.fixture(scope="module")
def judge(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Judge]:
    with small_catalog(tmp_path_factory.mktemp("people"), PAPERS) as catalog:
        yield Judge(catalog)


@pytest.mark.parametrize(
    "string",
    [
        "Barnacles in Slow Water. Ann. Meet. Assoc. Comput. Ling., p. 7-12, 2015.",
        "06/2015 | Barnacles in Slow Water | | Ann. Meeting Assoc. Comput. Ling.",
        "KO VALENKO, Ada. Barnacles in Slow Water. 2015",
        "Verrna, B. Barnacles in Slow Water. 2015",
        "SEE ADA KOVALENKOET AL. (2015), “BARNACLES IN SLOW WATER”",
        "Barnacles in Slow Water. J. Comput. Ling. Assoc., 2015",
        "Kovalenko, A.; Verma, B. Barnacles in Slow Water Source: COMPUTATIONAL LINGUISTICS Pages: 7-12 Times Cited: 3",
        "LEE, P. S. A Generator for Gullish Interfaces. Gulls, v. 1, 2004.",
        "AdaKovalenko, BoVerma: Barnacles in Slow Water 2015",
        "Barnacles in Slow Water. AKovalenko, BVerma. 2015",
        "Barnacles in Slow Water — ACL 2015 – Ada Kovalenkoa,b & Bo Vermaa",
        "Barnacles in Slow Water. Ada Kovalenko1, Bo Verma2. 2015",
        "Barrnacles in Slow Water A Kovalenko, B Verma - 2015",
        "Barnacles in Slow Water By: Kovalenko, A; Verma, B Published: NOV 2015 Times Cited: 19",
        # the given names in the place of the family names
        "K. Ada & V. Bo. Barnacles in Slow Water. 2015",
        "ADA K. y V. B. (2015): «Barnacles in Slow Water»",
        "**Bo (V.)**, K. (A.) – Barnacles in Slow Water. 2015",
        "Peter, L.* PLAID: A Generator for Gullish Interfaces",
    ],
)
def test_what_is_cut_short_torn_or_misread_is_the_records_own(judge: Judge, string: str) -> None:
    assert judge.judge(Wanted("1", string)).status is Status.MATCHED


@pytest.mark.parametrize(
    "string",
    [
        "Ling, X. Barnacles in Slow Water. Assoc. Comput. Wool 2015",  # a name, though it begins a word of the venue
        "Hoffmann, Ada. Barnacles in Slow Water. Wool, 2015",
        "Ada K. Hoffmann. Barnacles in Slow Water. Wool, 2015",  # what stands beside an initial there is a given name
        "Kovalenko, A. and Verma, B. Barnacles in Slow Water revisited. ACL 2015",
        # publishers, cities and words of remarks that are people
        "Taylor, Simon. Barnacles in Slow Water. 2015",
        "Simon Taylor. Barnacles in Slow Water. 2015",
        "Taylor (2015). Barnacles in Slow Water.",
        "A. Winter, B. Chapman and C. Steiner. Barnacles in Slow Water. 2015",
        "Austin, J. Barnacles in Slow Water. 2015",
        "Paris, Cecile. Barnacles in Slow Water. 2015",
        "A. May and B. March. Barnacles in Slow Water. 2015",
        "Long and Page. Barnacles in Slow Water. 2015",
        "Barnacles in Slow Water. Jane Austin, 2015",
        "Barnacles in Slow Water. Paul Taylor and Anna Lund. ACL 2015",
        "Barnacles in Slow Water. Sarah Best. Times of the Tide, 5 March 2015.",
        "Barnacles in Slow Water. J. Austin, K. Lawrence, 2015",
        # a publisher's name at the place of authors, and a name behind what only lists have
        "Morgan and Kaufmann. Barnacles in Slow Water. Morgan Kaufmann, 2015",
        "P. Kaufmann. Barnacles in Slow Water. Morgan Kaufmann, 2015",
        "Barnacles in Slow Water. Fischer and Kaufmann, 2015",
        "Carl Hanser. Barnacles in Slow Water. 2015",
        "Barnacles in Slow Water, by Simon Taylor. Wool, 2015",
        "Barnacles in Slow Water. Talk. Simon Taylor, 2015",
        "Barnacles in Slow Water. Simon Taylor, University of Leith, 2015",
        "Barnacles in Slow Water. Simon Taylor. Publishers in Leith, 2015",
        # publishers at an initial, in a list, before "et al.", behind "by"
        "Barnacles in Slow Water. J. Taylor and M. Beck. ACL 2015",
        "Barnacles in Slow Water. W. Freeman et al., ACL 2015",
        "Barnacles in Slow Water. Freeman et al. ACL 2015",
        "Barnacles in Slow Water (Freeman et al., 2015)",
        "Barnacles in Slow Water. K. Berg, P. Simon. ACL 2015",
        "Barnacles in Slow Water. H. Holt. ACL 2015",
        "Barnacles in Slow Water. J. Taylor, London, 2015",
        "Barnacles in Slow Water. Freeman, W., and Taylor, J. ACL 2015",
        "Barnacles in Slow Water, ACL 2015. Taylor, J., Beck, M.",
        "Barnacles in Slow Water. Norton, Peter; Holt, Sam. ACL 2015",
        "Barnacles in Slow Water. Taylor and Beck. ACL 2015",
        "Barnacles in Slow Water (Taylor & Beck, 2015)",
        "Barnacles in Slow Water. Harper, Nelson, and Taylor. ACL 2015",
        "Barnacles in Slow Water. Paul Chapman, Frank Cass. ACL 2015",
        "Barnacles in Slow Water. Carl Hanser, Georg Thieme. ACL 2015",
        "Barnacles in Slow Water. Carl Winter, 2015",
        "Barnacles in Slow Water. Max Planck. ACL 2015",
        "Barnacles in Slow Water by Mark Read, ACL 2015",
        "Barnacles in Slow Water, by J. Taylor, ACL 2015",
        "W. W. Norton and P. Lang. Barnacles in Slow Water. ACL 2015",
        "J. Taylor. Barnacles in Slow Water. In M. Beck (Ed.), ACL 2015",
        # words
        "Mark Read. Barnacles in Slow Water. ACL 2015",
        "Peter Field. Barnacles in Slow Water. ACL 2015",
        "Read, Mark. Barnacles in Slow Water. ACL 2015",
        "2015. Mark Read. Barnacles in Slow Water. ACL",
        "Wise and Read (2015). Barnacles in Slow Water.",
        "Read et al. (2015). Barnacles in Slow Water.",
        "Barnacles in Slow Water. Mark Read. ACL 2015",
        "Barnacles in Slow Water | Tom Street | 2015",
        "Barnacles in Slow Water, Viktor Best, Anita Cross, ACL 2015",
        # names that no table has
        "Barnacles in Slow Water. Andy Schmidtlein. ACL 2015",
        "Barnacles in Slow Water. Priya Ramanathapuram. ACL 2015",
        "Barnacles in Slow Water. Dmitry Zelenchukov. ACL 2015",
        "Barnacles in Slow Water. Hans Schmidtlein, Berlin, 2015",
        # one who shares a given name with an author
        "Ada Hoffmann. Barnacles in Slow Water. ACL 2015",
        "Barnacles in Slow Water. Ada Zelenchukov. ACL 2015",
        "Quimby, Odalys. Barnacles in Slow Water. 2015",
        "Odalys Quimby. Barnacles in Slow Water. 2015",
        # beside one of three authors
        "Lang I., Grimsby D., Xanth N. Semantic Wool Labels. Felt Lectures on Gulls, 2005",
        "Lang, I., Grimsby, D. & Xanth, N. Semantic Wool Labels. Felt Press",
    ],
)
def test_others_are_strangers(judge: Judge, string: str) -> None:
    assert judge.judge(Wanted("1", string)).status is not Status.MATCHED


@pytest.mark.parametrize(
    "string",
    [
        "Barnacles in Slow Water. W.H. Freeman, San Francisco, C.A., 2015",
        "Barnacles in Slow Water. C.H. Beck, München, 2015",
        "Barnacles in Slow Water. Bern: Peter Lang, 2015",
        "Barnacles in Slow Water. Washington, D.C., 2015",
        "Barnacles in Slow Water. John Wiley, New York, 2015",
        "Barnacles in Slow Water. John Wiley & Sons, 2015",
        "Barnacles in Slow Water. Simon Taylor & Sons, 2015",
        "Barnacles in Slow Water. Anna Page, Inc., 2015",
        "Barnacles in Slow Water. Georg Thieme Verlag, 2015",
        "Barnacles in Slow Water. Carl Hanser, 2015",
        "Barnacles in Slow Water. Morgan Kaufmann, 2015",
        "Barnacles in Slow Water. Leith: Morgan Kaufmann Publishers, 2015",
        "Barnacles in Slow Water. W. W. Norton, 2015",
        "Barnacles in Slow Water. Gustav Fischer, 2015",
        "Barnacles in Slow Water. Bern: Odo Quimby, 2015",
        "Barnacles in Slow Water. Red Hook, N.Y.: Curran, 2015",
        "Barnacles in Slow Water. Springer, 2015",
        "Barnacles in Slow Water. Berlin: Springer, 2015",
        "Barnacles in Slow Water. Springer, New York and Berlin, 2015",
        "Barnacles in Slow Water. New York: W. W. Norton & Company, 2015",
        "Barnacles in Slow Water. Paris, Armand Colin, 2015",
        "Barnacles in Slow Water. Taylor & Francis, 2015",
        "Barnacles in Slow Water. Simon & Schuster, 2015",
        "Barnacles in Slow Water. Farrar, Straus and Giroux, 2015",
        "Barnacles in Slow Water. Curran Associates, Inc., 2015",
        "Barnacles in Slow Water. The MIT Press, Cambridge, M.A., 2015",
        "Barnacles in Slow Water. Simon Fraser University, 2015",
        "Barnacles in Slow Water. ACL 2015. Marie Curie Fellowship",
        "Barnacles in Slow Water. Wool, 2015 (Best Paper, Marie Curie)",
        "Google DeepMind, Barnacles in Slow Water, Wool 2015",
        "Naver Clova. Barnacles in Slow Water. Wool 2015",
        "Barnacles in Slow Water. Naver Clova. Wool 2015",
        "Barnacles in Slow Water. Pediatric Quimbology, 2015",  # in the place of a venue
        "Barnacles in Slow Water. Telematics and Quimbology, 2015",
        "Gulls: Contributed Quimbology. Barnacles in Slow Water. 2015",
        "Barnacles in Slow Water. Elsevier BV. Quimbology, ACL 2015",
        "Barnacles in Slow Water. Google AI Language, Wool 2015",
        "Barnacles in Slow Water. Wool 2015, June Edition",
        "Barnacles in Slow Water. Wool, Spring Edition, 2015",
        "Barnacles in Slow Water. Wool 2015. Virginia Beach",
        # people who did something else
        "Barnacles in Slow Water. Wool, 2015. Advisor: Simon Taylor",
        "Barnacles in Slow Water. Wool, 2015. Advisors: Simon Taylor, Anna Page and Paul Winter",
        "Barnacles in Slow Water. Wool, 2015. Presented by Simon Taylor",
        "Barnacles in Slow Water. Wool, 2015. Talk by Simon Taylor",
        "Barnacles in Slow Water. Wool, 2015. Long paper",
        "Barnacles in Slow Water. Wool, 2015. Advisor: Prof. Paul Chapman",
        '"Barnacles in Slow Water." Wool. Ed. Simone Quimby. 2015.',
        '"Barnacles in Slow Water." Wool. Eds. Simone Quimby, Anna Smith, and S. Holt. Springer, 2015.',
        '"Barnacles in Slow Water." Wool. 2nd ed. Ed. Simone Quimby. 2015.',
        "Barnacles in Slow Water. Wool, edited by J. Smith and P. Field, 2015",
        "Barnacles in Slow Water. Wool 2015. Hrsg. Simone Quimby",
        "Barnacles in Slow Water. In S. Quimby & T. Holt (Eds.), Wool 2015",
        "Long Beach, California, 2015. Barnacles in Slow Water.",
        "San Jose, 2015: Barnacles in Slow Water.",
        "Best Paper, Barnacles in Slow Water, 2015",
        "Kowalenjko, Ada. Barnacles in Slow Water. 2015",
        # who made the volume, a year that agrees, a team that is all there, and a list cut short
        "Lang I. Semantic Wool Labels. In: Grimsby D., Xanth N. (eds.) Felt Lectures on Gulls, 2009",
        "Lang I., Grimsby D., Xanth N. Semantic Wool Labels. Felt Lectures on Gulls, 2009",
        "Lang I., Tarnov I., Qiu S., Grimsby D., Xanth N. Semantic Wool Labels. Felt, 2006",
        "Lang I. et al. Semantic Wool Labels. Gulls, 2007",
        "Ada Kowalenjko. Barnacles in Slow Water. 2015",  # the given name is the record's, the other is misspelt
    ],
)
def test_an_imprint_and_a_place_name_nobody(judge: Judge, string: str) -> None:
    assert judge.judge(Wanted("1", string)).status is Status.MATCHED


@pytest.mark.parametrize("name", [Name("Taylor", "Simon"), Name("Lang", "Peter"), Name("Quimby", "Odalys")])
def test_the_people_of_an_entry_are_strangers_whatever_they_are_called(judge: Judge, name: Name) -> None:
    claim = Record(title="Barnacles in Slow Water", author=(name,), issued=Date(2015))
    assert judge.judge(Wanted("1", claim=claim)).status is not Status.MATCHED


def test_a_word_is_cut_short_by_a_full_stop() -> None:
    text = prepare("Lee. Wool Sci. Comput. Ling")
    assert text.clipped == {"lee", "sci", "comput"}
    assert text.clips("comput", ["computers"])
    assert not text.clips("ling", ["linguistics"])
    assert not text.clips("sci", ["sci"])


def test_et_al_is_set_apart() -> None:
    assert prepare("Leeet al. (2015)").words == ("lee", "et", "al", "2015")
    assert prepare("POULET ET AL.").words == ("poulet", "et", "al")
