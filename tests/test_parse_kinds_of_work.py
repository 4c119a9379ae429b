"""What `parse` reads of the kinds of work that the humanities, law and medicine cite: a table that can be extended."""

from __future__ import annotations

import pytest

from reconcile.mention import TYPE_OF_KIND, Kind
from reconcile.parse import parse_string
from sources.record import Type
from tests.parse_table import Row, assert_read, name_of, rows

TABLE = """
## films and broadcasts
Scott, Ridley, dir. 1982. The Silver Runner. Burbank: Northlight Pictures. DVD.
    Scott | The Silver Runner | - | 1982
The Quiet Harbour 2011, dvd, Kestrel Films, Sydney.
     | The Quiet Harbour |  | 2011
The Quiet Harbour 2009, motion picture, Lantern Pictures, Melbourne. Directed by Anna Holt.
     | The Quiet Harbour |  | 2009
The Quiet Harbour (2009). Directed by Anna Holt. Melbourne: Lantern Pictures.
     | The Quiet Harbour | - | 2009
The Quiet Harbour. Dir. Anna Holt. Perf. John Marsh and Ida Lund. Lantern Pictures, 2009. Film.
     | The Quiet Harbour | - | 2009
Holt, A. (Director). (2009). The quiet harbour [Motion picture]. Australia: Lantern Pictures.
    Holt | The quiet harbour | - | 2009
Marsh, J. (Producer), & Holt, A. (Director). (2009). The quiet harbour [Motion picture]. Australia: Lantern Pictures.
    Marsh; Holt | The quiet harbour | - | 2009
Four Corners: A Divided Town 2014, television program, ABC Television, Sydney, 3 March.
     | Four Corners: A Divided Town | - | 2014
Bright Rivers. Dir. Paul Mendes. 1994. DVD. Miramar, 2001.
     | Bright Rivers | - | -
“The Long Night.” Harbour Lights, season 2, episode 5, BBC, 12 May 2003.
     | The Long Night | Harbour Lights | 2003
## names
Sandoval y Prado, E. (2010). La lana de las ovejas del norte. Revista de Lana, 3, 1-9.
    Sandoval y Prado | La lana de las ovejas del norte | Revista de Lana | 2010
Sandoval, A. y Prado, E. (2010). La lana de las ovejas del norte. Revista de Lana, 3, 1-9.
    Sandoval; Prado | La lana de las ovejas del norte | Revista de Lana | 2010
## theses
Okonkwo, B. N. (2004). Market women and urban change in Enugu (Unpublished doctoral dissertation). University of Nigeria, Nsukka.
    Okonkwo | Market women and urban change in Enugu | - | 2004
Lindqvist, Sara. “Weaving and Power in Early Modern Sweden.” PhD diss., Uppsala University, 1998.
    Lindqvist | Weaving and Power in Early Modern Sweden | - | 1998
Lindqvist, Sara. Weaving and Power in Early Modern Sweden. Diss. Uppsala University, 1998. Print.
    Lindqvist | Weaving and Power in Early Modern Sweden | - | 1998
Marchetti, P., La lingua dei mercanti veneziani, tesi di laurea, Università di Padova, a.a. 1999-2000.
    Marchetti | La lingua dei mercanti veneziani | - | 1999
Becker, Jörg: Die Zunft der Goldschmiede in Augsburg. Phil. Diss. München 1987.
    Becker | Die Zunft der Goldschmiede in Augsburg | - | 1987
DUVAL Claire, Les bibliothèques privées à Dijon au XVIIIe siècle, thèse de doctorat d’histoire, Université de Bourgogne, 2002, 3 vol.
    Duval | Les bibliothèques privées à Dijon au XVIIIe siècle | - | 2002
R. K. Patel, "Adaptive control of flexible joints," M.S. thesis, Dept. Elect. Eng., Univ. of Michigan, Ann Arbor, MI, 1995.
    Patel | Adaptive control of flexible joints | - | 1995
Patel RK. Adaptive immunity in sheep [dissertation]. Ann Arbor (MI): University of Michigan; 1995.
    Patel | Adaptive immunity in sheep | - | 1995
Ferreira, M. A. A escrita na escola rural. 1999. 210 f. Dissertação (Mestrado em Educação) – Universidade Federal de Minas Gerais, Belo Horizonte, 1999.
    Ferreira | A escrita na escola rural | - | 1999
García Ruiz, L. (2010): La gestión del agua en Murcia. Tesis doctoral, Universidad de Murcia.
    García Ruiz | La gestión del agua en Murcia | - | 2010
Novak, J., 2008. Soil carbon under no-till. Ph.D. Thesis, Iowa State University, Ames, Iowa, 120 pp.
    Novak | Soil carbon under no-till | - | 2008
Novak, J. Soil carbon under no-till. MSc thesis, Iowa State University, 2008.
    Novak | Soil carbon under no-till | - | 2008
## reports
Jensen, K., & Moe, P. (2003). Traffic calming in Nordic towns (Report No. 45). Oslo: Institute of Transport Economics.
    Jensen; Moe | Traffic calming in Nordic towns | - | 2003
K. Jensen and P. Moe, "Traffic calming in Nordic towns," Inst. Transport Econ., Oslo, Norway, Tech. Rep. TR-45, 2003.
    Jensen; Moe | Traffic calming in Nordic towns | - | 2003
Baker, S. R. Monetary surprises and credit spreads. NBER Working Paper No. 10234. Cambridge, MA: National Bureau of Economic Research, 2004.
    Baker | Monetary surprises and credit spreads | - | 2004
## patents
G. R. Hollis, "Rotary valve assembly," U.S. Patent 4 567 890, Jul. 16, 1990.
    Hollis | Rotary valve assembly | - | 1990
Hollis, G. R. Rotary Valve Assembly. U.S. Patent 4,567,890, July 16, 1990.
    Hollis | Rotary Valve Assembly | - | 1990
## the web
Marsh, E. (2007, March 4). How towns remember floods. Retrieved from http://www.example.org/floods
    Marsh | How towns remember floods | - | 2007
Marsh, Ellen. “How Towns Remember Floods.” River Memory. Last modified March 4, 2007. http://www.example.org/floods.
    Marsh | How Towns Remember Floods | River Memory | 2007
Marsh, Ellen. "How Towns Remember Floods." River Memory. Delta Trust, 4 Mar. 2007. Web. 9 May 2011.
    Marsh | How Towns Remember Floods | River Memory | 2007
Marsh E. How towns remember floods [Internet]. London: Delta Trust; 2007 [cited 2011 May 9]. Available from: http://www.example.org/floods
    Marsh | How towns remember floods | - | 2007
Marsh, E., 2007. How towns remember floods. [online] Available at: <http://www.example.org/floods> [Accessed 9 May 2011].
    Marsh | How towns remember floods |  | 2007
“Flood Marks in European Towns.” River Memory. 2007. Accessed 9 May 2011. http://www.example.org/floods.
     | Flood Marks in European Towns | River Memory | 2007
Fane, O. (2011, May 3). Rivers again [Blog post]. Retrieved from http://example.org/blog
    Fane | Rivers again | - | 2011
“River.” Merriam-Webster.com. Merriam-Webster, 2011. Web. 8 May 2011.
     | River | Merriam-Webster.com | 2011
Fane, Orla. “Rivers Again.” The Water Blog, 3 May 2011, www.example.org/rivers. Accessed 9 May 2011.
    Fane | Rivers Again | The Water Blog | 2011
## newspapers
Carter, Hugh. “Dockers Return to Work.” Evening Courier, 3 October 1967, 4.
    Carter | Dockers Return to Work | Evening Courier | 1967
Carter, H. (1967, October 3). Dockers return to work. Evening Courier, pp. A1, A4.
    Carter | Dockers return to work | Evening Courier | 1967
Carter, H 1967, 'Dockers return to work', Evening Courier, 3 October, p. 4.
    Carter | Dockers return to work | Evening Courier | 1967
‘Dockers return to work’, Evening Courier, 3 October 1967, p. 4.
     | Dockers return to work | Evening Courier | 1967
Dockers return to work. (1967, October 3). Evening Courier, p. 4.
     | Dockers return to work | Evening Courier | 1967
H. Carter, ‘Dockers return to work’, Evening Courier (London), 3 October 1967, p. 4.
    Carter | Dockers return to work | - | 1967
Carter, H., "Dockers return to work", Evening Courier, 3/10/1967.
    Carter | Dockers return to work | Evening Courier | 1967
Meier, Klaus: Die Rückkehr der Hafenarbeiter. In: Abendblatt, 3. Oktober 1967, S. 4.
    Meier | Die Rückkehr der Hafenarbeiter | Abendblatt | 1967
DURAND P., « Le retour des dockers », Le Courrier du soir, 3 octobre 1967.
    Durand | Le retour des dockers | Le Courrier du soir | 1967
## law
Hart, Lionel, The Rule of Tolerance, 71 Colum. L. Rev. 593 (1958).
    Hart | The Rule of Tolerance | Colum. L. Rev. | 1958
Lionel P. Hart, The Rule of Tolerance in Contract, 71 COLUM. L. REV. 593, 601 (1958).
    Hart | The Rule of Tolerance in Contract | COLUM. L. REV. | 1958
Weller v. Township of Marsh, 347 U.S. 483 (1954).
     | Weller v. Township of Marsh | - | 1954
LIONEL P. HART, THE RULE OF TOLERANCE 45 (2d ed. 1961).
    Hart | THE RULE OF TOLERANCE | - | 1961
Hart, L. P., ‘The Rule of Tolerance’ [1958] 71 Modern Law Review 593.
    Hart | The Rule of Tolerance | Modern Law Review | 1958
LP Hart, ‘The Rule of Tolerance’ (1958) 71 MLR 593
    Hart | The Rule of Tolerance | MLR | 1958
LP Hart, The Rule of Tolerance (2nd edn, OUP 1961)
    Hart | The Rule of Tolerance |  | 1961
## medicine
Abara TO, Singh P, Wu L, et al. Early mobilization after hip repair: a cohort study. BMJ Open. 2014;4(3):e004231.
    Abara; Singh; Wu | Early mobilization after hip repair: a cohort study | BMJ Open | 2014
Abara TO, Singh P. Hip repair. In: Lowe R, Kerr S, eds. Textbook of Orthopaedics. 3rd ed. Philadelphia, PA: Saunders; 2009:120-145.
    Abara; Singh | Hip repair | Textbook of Orthopaedics | 2009
Abara TO. Hip repair. 2nd ed. New York: Raven Press; 1996.
    Abara | Hip repair |  | 1996
Vignon P. Septic Shock. Intensive Care Med 2004;30:1123-1130.
    Vignon | Septic Shock | Intensive Care Med | 2004
Vignon P. Septic Shock. New York: Raven Press, 1996.
    Vignon | Septic Shock |  | 1996
Kerr S. Fractures. 2nd ed. Oxford: Blackwell; 2001.
    Kerr | Fractures |  | 2001
Kerr S. Heart failure. N Engl J Med 2001;344:1-5.
    Kerr | Heart failure | N Engl J Med | 2001
Kerr, S., Lowe, R.: Bone marrow grafts. Lancet ii, 345-347 (1977)
    Kerr; Lowe | Bone marrow grafts | - | 1977
Wu L. Serum zinc and age. Clin Chim Acta 1988; 177: 211-8.
    Wu | Serum zinc and age | Clin Chim Acta | 1988
## proceedings
Wells, M., Carter, H.: River ice detection. In: Proc. 3rd Int. Conf. on Ice, Oslo, Norway, pp. 12–30. IEEE Press (1998)
    Wells; Carter | River ice detection | - | 1998
M. Wells, H. Carter, River ice detection, in: Proceedings of the Third Ice Conference (ICE’98), Oslo, 1998, pp. 12–30.
    Wells; Carter | River ice detection | Proceedings of the Third Ice Conference (ICE’98) | 1998
Fane, O. & Marsh, B. (1991). River sensors. Proceedings of the 3rd Conference on Water (pp. 3-20). Oslo: NVE.
    Fane; Marsh | River sensors | Proceedings of the 3rd Conference on Water | 1991
Fane O, Marsh B. River sensors. Poster presented at: Water Congress; March 3-5, 1991; Oslo, Norway.
    Fane; Marsh | River sensors | - | 1991
Fane O. River sensors [abstract]. Water Res 1991;3:12.
    Fane | River sensors | Water Res | 1991
## music, art, data
Brandt, Nils. Northern Suite. Cond. Lars Holm. Oslo Philharmonic. Simax, 1994. CD.
    Brandt | Northern Suite | - | 1994
Brandt N (2012) fjordstat: tools for tidal data. R package version 1.2.
    Brandt | fjordstat: tools for tidal data | - | 2012
## encyclopedias
Wells, M. (1998). River spirits. In The encyclopedia of folk belief (Vol. 3, pp. 120-125). New York: Garland.
    Wells | River spirits | The encyclopedia of folk belief | 1998
“River Spirits.” The Encyclopedia of Folk Belief. 3rd ed. 1998. Print.
     | River Spirits | The Encyclopedia of Folk Belief | 1998
Wells, Mary. “River Spirits.” The Encyclopedia of Folk Belief. Ed. Hugh Carter. 4th ed. 5 vols. New York: Garland, 1998.
    Wells | River Spirits | The Encyclopedia of Folk Belief | 1998
## other languages
Иванов А. Б. История русского флота. М.: Наука, 1987. 320 с.
    Иванов | История русского флота |  | 1987
Иванов А. Б., Петров В. Г. Методы анализа текста // Вопросы языкознания. 1999. № 4. С. 12–20.
    Иванов; Петров | Методы анализа текста | Вопросы языкознания | 1999
Nowak, J., Duchy rzek w Polsce, Wydawnictwo Naukowe PWN, Warszawa 1998.
    Nowak | Duchy rzek w Polsce |  | 1998
Jansen, P. (1998). De geesten van de rivier. Amsterdam: Uitgeverij Prometheus.
    Jansen | De geesten van de rivier |  | 1998
Lindgren, K. (1998) Älvarnas andar. Stockholm: Norstedts.
    Lindgren | Älvarnas andar |  | 1998
Hansen, P.: Åens ånder. København: Gyldendal 1998.
    Hansen | Åens ånder |  | 1998
Virtanen, M. Joen henget. Helsinki: Otava, 1998.
    Virtanen | Joen henget |  | 1998
Novák, J. Duchové řek. Praha: Academia, 1998. ISBN 80-200-0001-2.
    Novák | Duchové řek |  | 1998
Kovács I.: A folyók szellemei. Ethnographia 109 (1998) 12–30.
    Kovács | A folyók szellemei | Ethnographia | 1998
"""


@pytest.mark.parametrize("row", rows(TABLE), ids=name_of)
def test_the_fields_of_a_string(row: Row) -> None:
    assert_read(row)


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_is_a_type_of_csl(kind: Kind) -> None:
    assert (kind in TYPE_OF_KIND) is not (kind.value in set(Type) - {"patent"})


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('Ada Holt and Bo Lund. "Counts of sheep in the hills", 2019, [data set]', Kind.DATASET),
        ('Ada Holt and Bo Lund. "Sheep Counter", software package, 2019', Kind.SOFTWARE),
    ],
)
def test_what_was_counted_or_programmed_says_so_of_itself(text: str, kind: Kind) -> None:
    assert parse_string(text).kind is kind


LABELLED = [
    ("Bee, A., & Lund, C. (2021). Felt fibres under water [Data set]. Zenodo.", Kind.DATASET),
    ("Bee, A. (2020). Counts of gulls 1990-2010 [Dataset]. Dryad.", Kind.DATASET),
    ("Bee, A. (2020). feltr: Felting in R [Computer software]. CRAN.", Kind.SOFTWARE),
    ("A. Bee. Felt under water [Dataset]. Wool Letters 3(2), 4-9, 2019.", Kind.ARTICLE),
    ("A. Bee. Felt under water [Dataset]. ACL 2019.", Kind.PAPER),
    ("A. Bee. Felt under water [dataset]. arXiv 2019.", Kind.PREPRINT),
]


@pytest.mark.parametrize(("text", "kind"), LABELLED)
def test_what_a_title_is_labelled_as_says_the_kind_where_nothing_else_does(text: str, kind: Kind) -> None:
    assert parse_string(text).kind is kind
