"""Given names by which a name is known, most of them of Europe: folded, lower case, without accents.

The only table of them that is asked whether a word is one: `sources.nicknames` says which stand for each other.
"""

from __future__ import annotations

from sources.nicknames import NAMES

# Names of the other table that are words of texts first.
_WORDS = frozenset("al ale art bert dot ed gene kit md rich rus".split())
# Those that have no other form there.
GIVEN_NAMES = (NAMES - _WORDS) | frozenset(
    (
        "aaron adam adele adolf adrian agnes alain alan alberto albrecht alessandra alfonso alfredo alice alicia"
        " alison allan allen alvaro amy ana anders andres andrzej angelo anita ann anna anne annette annie antoine"
        " anton antonella antonia april arianna armando arnold arturo astrid august augusto barry beatrice beatriz"
        " benedict bernd bernhard bertrand birgit bjorn bogdan boris brenda brian brigitte bruce bruno camille carl"
        " carla carlo carmen carol caroline carolyn cecile cecilia charlotte chiara christiane claire clara claude"
        " claudia claudio colette colin concetta corinne cristina cyril dagmar damien daniela daniele danielle"
        " delphine denise derek diana diane diego dieter dietrich dirk dominique donna dora doris dorothea dusan"
        " eberhard edgar edith edwin eileen elaine elena eliane elisabetta ellen elsa else emanuele emil emile emilia"
        " emilio emily emma enrico eric erica erich erik ernest ernesto ernst erwin ester esther ethel etienne eugen"
        " eva eve evelyn ewa fabio fabrice federico felix fernand filip filippo florence florian frances francesca"
        " francine franco francois francoise franz gabriella gavin gerd gerhard germaine gertrude giacomo gianni"
        " gilbert gilles giovanna giulia giuliano giulio glenn gloria gonzalo gordon graham guido gunter gunther"
        " gustav guy hanna hannah hannes harald harriet hartmut heather hector heike helen helena helene helga hella"
        " helmut helmuth henrik herbert heribert herman hermann hilary hilda holger horst hubert hugh hugo ian ida"
        " ignacio ilse ines inge ingeborg ingrid irene irina iris isabel isabella isabelle ivo jacques jaime jane"
        " janice jaroslav jason javier jeanne jens jerome jesus jill joachim joan joanna joao joaquin joel joelle"
        " johan johanna jonas jorg josephine joyce jules julian julien juliette julio june jurgen karen karin karl"
        " karla katarina katharina kay keith kelly kerstin kevin kirsten klaus konrad krzysztof kurt ladislav lars"
        " laura lea leah lena leon leopold leslie lidia linda lorraine lothar louise lucia luciano lucie lucien lucy"
        " luisa luiz lutz lydia lynn magdalena manfred manuela marcel marcello marcia marcos margarete margot marian"
        " mariana marianne marina mario marion marjorie marta martha martina martine massimo mathias mathilde maud"
        " maureen maurice maurizio melanie mercedes michaela micheline michelle mildred millicent miriam miroslav"
        " moira monica monika monique muriel myriam nadia nadine nancy naomi nathalie neil nelly nicole niels nigel"
        " nina noel nora norbert norma norman nuria odette odile olaf ole olga oscar oskar otto paola pascal paula"
        " paulette pauline paulo penelope percy petra phyllis pia piero rafael raffaele rainer ralf ralph ramon"
        " randall raoul raphael raul regina reinhard reinhold remy renate renato rene renee rita roberta robin rodney"
        " roland rolf romain rosa rosemary roy ruben rudolph ruth ryan sabine sally salvatore scott sean sebastian"
        " sharon sheila sheldon shirley siegfried sigmund sigrid simon simone solange sonia sonja stanislav stanislaw"
        " stefania stella sven svetlana sylvie tamara terence therese thierry todd tommaso tove ulrich ulrike umberto"
        " ursula uta uwe vaclav valentin valerie vera vernon veronica veronique viola virginia vivian volker wanda"
        " warren werner wilfried willem wojciech wolfgang xavier yann yannick yves yvonne zbigniew zdenek zoe zoran"
    ).split()
)
