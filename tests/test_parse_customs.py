"""What `parse` reads of books, chapters and articles in the customs of many fields: a table that can be extended."""

from __future__ import annotations

import pytest

from tests.parse_table import Row, assert_read, name_of, rows

TABLE = """
## chapters
Okri, N. “Yam Songs.” Voices of the Delta. Ed. T. Amadi and R. Eze. Lagos: Kraft, 1988. 33–51.
    Okri | Yam Songs | Voices of the Delta | 1988
Okri, N. 1988. Yam songs of the delta. In T. Amadi and R. Eze (eds.), Voices of the Delta. Lagos: Kraft, pp. 33–51.
    Okri | Yam songs of the delta | Voices of the Delta | 1988
Okri, N. 1988. Yam songs of the delta. Pp. 33-51 in Voices of the Delta, edited by T. Amadi and R. Eze. Lagos: Kraft.
    Okri | Yam songs of the delta | Voices of the Delta | 1988
Okri N., « Chants d’igname », in Amadi T., Eze R. (dir.), Voix du Delta, Paris, Karthala, 1988, p. 33-51.
    Okri | Chants d’igname | Voix du Delta | 1988
Okri, N.: Gesänge vom Yams. In: Amadi, T./Eze, R. (Hrsg.): Stimmen des Deltas. Frankfurt a. M.: Suhrkamp 1988, S. 33–51.
    Okri | Gesänge vom Yams | Stimmen des Deltas | 1988
N. Okri, Canti dell’igname, in T. Amadi (a cura di), Voci del Delta, Laterza, Bari 1988, pp. 33-51.
    Okri | Canti dell’igname | Voci del Delta | 1988
Okri, N. (1988): «Cantos del ñame», en T. Amadi y R. Eze (eds.), Voces del delta, Madrid, Alianza, pp. 33-51.
    Okri | Cantos del ñame | Voces del delta | 1988
OKRI, N. Cantos do inhame. In: AMADI, T.; EZE, R. (Orgs.). Vozes do delta. São Paulo: Ática, 1988. p. 33-51.
    Okri | Cantos do inhame | Vozes do delta | 1988
Okri, N. (1988). Yam songs of the delta. In Voices of the Delta (pp. 33–51). Lagos: Kraft.
    Okri | Yam songs of the delta | Voices of the Delta | 1988
Okri, Nnamdi, ‘Yam Songs’, in Voices of the Delta, ed. by T. Amadi, 2 vols (Lagos: Kraft, 1988), II, 33–51.
    Okri | Yam Songs | Voices of the Delta | 1988
Okri, Nnamdi. Introduction. Voices of the Delta. By T. Amadi. Lagos: Kraft, 1988. v–xii.
    Okri | Introduction | Voices of the Delta | 1988
Okri, N. (1988), Yam songs of the delta, in: T. Amadi/R. Eze (eds.), Voices of the Delta, Lagos, 33-51.
    Okri | Yam songs of the delta | Voices of the Delta | 1988
N. Okri, 'Yam songs', in T. Amadi and R. Eze (eds), Voices of the Delta (Lagos: Kraft, 1988), pp. 33-51.
    Okri | Yam songs | Voices of the Delta | 1988
Okri, N., 1988, ‘Yam songs’ in Amadi, T. (ed.) Voices of the Delta, Kraft, Lagos.
    Okri | Yam songs | Voices of the Delta | 1988
Orla Fane, ‘Rivers’, in The Oxford Handbook of Landscape, ed. by B. Marsh and C. Hale (Oxford: OUP, 1991), pp. 3–20.
    Fane | Rivers | The Oxford Handbook of Landscape | 1991
Fane, O. 1991. Rivers, fords and bridges. In Landscape and memory, ed. B. Marsh and C. Hale, 3–20. Oxford: OUP.
    Fane | Rivers, fords and bridges | Landscape and memory | 1991
O. Fane, I fiumi, in Paesaggio e memoria, a cura di B. Marsi, Milano, Feltrinelli, 1991, pp. 3-20.
    Fane | I fiumi | Paesaggio e memoria | 1991
Fane, O.: Flüsse. In: B. Marsch (Hg.): Landschaft und Gedächtnis. Stuttgart: Metzler 1991, S. 3–20.
    Fane | Flüsse | Landschaft und Gedächtnis | 1991
Fane, O. (1991), ‘Rivers and fords’, in B. Marsh (ed.), Landscape and Memory, Oxford: OUP, pp. 3–20.
    Fane | Rivers and fords | Landscape and Memory | 1991
Fane O. Rivers. In: Marsh B, Hale C, eds. Landscape and memory, 2nd edn. Oxford: OUP, 1991: 3–20.
    Fane | Rivers | Landscape and memory | 1991
Fane, O. “Rivers and Fords.” Landscape and Memory: New Essays. Ed. B. Marsh and C. D. Hale. Oxford: OUP, 1991. 3-20. Print.
    Fane | Rivers and Fords | Landscape and Memory: New Essays | 1991
Fane, O. Rivers and fords. Landscape and memory (ed. by B. Marsh), pp. 3–20. Oxford University Press, Oxford. 1991.
    Fane | Rivers and fords | Landscape and memory | 1991
## books, editions, translations
Lenz, Otto. Flüsse der Nacht. Trans. Mary Wells. New York: Pantheon, 1975. Print.
    Lenz | Flüsse der Nacht |  | 1975
Lenz, O. (1975). Rivers of night (M. Wells, Trans.). New York: Pantheon. (Original work published 1931)
    Lenz | Rivers of night |  | 1975
Lenz, O. 1975 [1931]. Rivers of Night. Translated by Mary Wells. New York: Pantheon.
    Lenz | Rivers of Night |  | 1975
Lenz, Otto, Rivers of Night: A History, 3 vols (London: Dent, 1931–35), II, p. 45.
    Lenz | Rivers of Night: A History |  | 1931
Lenz, O., Rivers of Night, London: Dent, 1933
    Lenz | Rivers of Night |  | 1933
Lenz O. Rivers of night. London: Dent; 1933. 230 p.
    Lenz | Rivers of night |  | 1933
O. Lenz, Flüsse der Nacht, 2. Aufl., Stuttgart 1931, S. 45 f.
    Lenz | Flüsse der Nacht |  | 1931
LENZ Otto, Les fleuves de la nuit, trad. de l’allemand par M. Petit, Paris, Gallimard, coll. « Folio », 1975.
    Lenz | Les fleuves de la nuit |  | 1975
Lenz, Otto, and Mary Wells, eds. Rivers of Night: Essays on Water. 2nd rev. ed. London: Dent, 1933.
    Lenz; Wells | Rivers of Night: Essays on Water |  | 1933
Rivers of Night. London: Dent, 1933.
     | Rivers of Night |  | 1933
Homer. The Odyssey. Trans. Mary Wells. London: Penguin, 1991.
    Homer | The Odyssey |  | 1991
Plato, Republic, trans. by Mary Wells (London: Penguin, 1991)
    Plato | Republic |  | 1991
Aristotle. 1984. Politics. Translated by C. Lord. Chicago: University of Chicago Press.
    Aristotle | Politics |  | 1984
LENZ, O. Rios da noite. 3. ed. Rio de Janeiro: Zahar, 1975. 2 v.
    Lenz | Rios da noite |  | 1975
Lenz, O., Ríos de la noche, Madrid, Alianza, 1975.
    Lenz | Ríos de la noche |  | 1975
O. Lenz, I fiumi della notte, Torino, Einaudi, 1975.
    Lenz | I fiumi della notte |  | 1975
Lenz, O. & Wells, M. (2001) Rivers, 4th edn. Oxford: Blackwell Science.
    Lenz; Wells | Rivers |  | 2001
Lenz, O. x. (2001). Rivers and their people. Oxford: Blackwell.
    Lenz | Rivers and their people |  | 2001
Lenz, o. k. Rivers and their people. Oxford: Blackwell, 2001.
    Lenz | Rivers and their people |  | 2001
Lenz, O. The Crisis (1929) and its Rivers. Oxford: Blackwell, 2001.
    Lenz | The Crisis (1929) and its Rivers |  | 2001
Lenz, O. 2001. Rivers: their people, their gods. (Oxford: Blackwell).
    Lenz | Rivers: their people, their gods |  | 2001
Lenz, O. Rivers and their people. Oxford University Press, 2001.
    Lenz | Rivers and their people |  | 2001
Lenz, O. Rivers and Their People. Oxford, 2001.
    Lenz | Rivers and Their People |  | 2001
Otto Lenz and Mary Wells, Rivers of Night, 2nd ed. (London: Dent, 1933), 45.
    Lenz; Wells | Rivers of Night |  | 1933
———. Rivers of Night. London: Dent, 1933.
     | Rivers of Night |  | 1933
Lenz O., 1931, Flüsse der Nacht, Rowohlt, Berlin.
    Lenz | Flüsse der Nacht |  | 1931
Lenz, Otto: Flüsse der Nacht. Eine Geschichte, Berlin/New York: de Gruyter 1993 (= Studien zur Kultur; 12).
    Lenz | Flüsse der Nacht. Eine Geschichte |  | 1993
## articles
Wells, M. “River Spirits.” Folklore 44.2 (1961): 12–30. JSTOR. Web. 3 Apr. 2012.
    Wells | River Spirits | Folklore | 1961
Wells, M. 1961. River spirits and the law of fords. Man (n.s.) 4, 12-30.
    Wells | River spirits and the law of fords | - | 1961
Wells, M. (1961): River spirits and the law of fords, in: Zeitschrift für Volkskunde 57, 12-30.
    Wells | River spirits and the law of fords | Zeitschrift für Volkskunde | 1961
M. Wells, River spirits and the law of fords, Folklore 44 (1961) 12-30.
    Wells | River spirits and the law of fords | Folklore | 1961
Wells M., « Les esprits des rivières », Revue d’ethnologie, 44(2), 1961, p. 12-30.
    Wells | Les esprits des rivières | Revue d’ethnologie | 1961
M. Wells, Gli spiriti dei fiumi, in «Rivista storica», XLIV (1961), pp. 12-30.
    Wells | Gli spiriti dei fiumi | Rivista storica | 1961
WELLS, M. Espíritos dos rios. Revista de Folclore, São Paulo, v. 44, n. 2, p. 12-30, 1961.
    Wells | Espíritos dos rios | Revista de Folclore | 1961
Wells, M. (in press). River spirits and the law of fords. Folklore.
    Wells | River spirits and the law of fords | Folklore | -
Wells, M. River spirits. Paper presented at the annual meeting of the Folklore Society, Leeds, May 1961.
    Wells | River spirits | - | 1961
Wells, M. (1961, May). River spirits and fords. Paper presented at the annual meeting of the Folklore Society, Leeds, England.
    Wells | River spirits and fords | - | 1961
M. Wells, H. Carter, J. Phys. Chem. B 109 (2005) 1234.
    Wells; Carter |  | J. Phys. Chem. B | 2005
M. Wells, Phys. Rev. B 57, 11623 (1998).
    Wells |  | Phys. Rev. B | 1998
M. Wells, O. Fane, PLoS ONE 6, e26398 (2011).
    Wells; Fane |  | PLoS ONE | 2011
M. J. Wells, B. Marsh, and O. Fane, in Proceedings of the Annual Conference on Rivers (ISCA, 2018), pp. 2948–2952.
    Wells; Marsh; Fane |  | Proceedings of the Annual Conference on Rivers | 2018
M. Wells and B. Marsh, in 2021 IEEE International Conference on Rivers (ICR) (IEEE, 2021), pp. 8373–8377
    Wells; Marsh |  | 2021 IEEE International Conference on Rivers (ICR) | 2021
M. Wells and B. Marsh, In search of lost rivers, J. Water 12, 33 (2011).
    Wells; Marsh | In search of lost rivers | J. Water | 2011
Wells M. and Carter H.: River ice and the law of fords, J. Glaciol., 44(146), 12–30, 1998.
    Wells; Carter | River ice and the law of fords | J. Glaciol. | 1998
Wells M, Carter H, 1998. River ice. J Glaciol 44:12-30
    Wells; Carter | River ice | J Glaciol | 1998
M. Wells and H. Carter, “River ice,” J. Glaciol., vol. 44, no. 2, pp. 12–30, Feb. 1998.
    Wells; Carter | River ice | J. Glaciol. | 1998
Wells, M., Carter, H., Okri, N., 1998. Can rivers (and fords) remember? J. Glaciol. 44, 12–30.
    Wells; Carter; Okri | Can rivers (and fords) remember? | J. Glaciol. | 1998
Wells, M.A., jr. River ice in Holland. J. Glaciol. 44: 12–30. 1998.
    Wells | River ice in Holland | J. Glaciol. | 1998
Fane, O. “Rivers of Ulster.” Irish Studies Review, vol. 3, no. 2, 1991, pp. 3–20. JSTOR, www.jstor.org/stable/123.
    Fane | Rivers of Ulster | Irish Studies Review | 1991
Fane, O 1991, 'Rivers of Ulster', Irish Studies Review, vol. 3, no. 2, pp. 3-20, doi:10.1000/xyz.
    Fane | Rivers of Ulster | Irish Studies Review | 1991
Fane (O.), « Rivières d’Ulster », Annales ESC, t. 46, n° 2, 1991, p. 3-20.
    Fane | Rivières d’Ulster | Annales ESC | 1991
FANE, Orla. Ríos del Ulster. Revista de Historia. 1991, vol. 3, no. 2, pp. 3-20. ISSN 0000-0000.
    FANE | Ríos del Ulster | Revista de Historia | 1991
Orla Fane: Flüsse in Ulster, in: Archiv für Kulturgeschichte 73 (1991), H. 2, S. 3–20, hier S. 5.
    Fane | Flüsse in Ulster | Archiv für Kulturgeschichte | 1991
Fane O., Marsh B., 1991 – Rivières et plaines. Bull. Soc. géol. Fr., 162, p. 3-20.
    Fane; Marsh | Rivières et plaines | Bull. Soc. géol. Fr. | 1991
Fane, O. Rivers of Ulster. Ir. Stud. Rev. 3, 3–20 (1991).
    Fane | Rivers of Ulster | Ir. Stud. Rev. | 1991
O. Fane, ‘Rivers of Ulster’, Irish Studies Review, 3 (1991), 3–20 (p. 5).
    Fane | Rivers of Ulster | Irish Studies Review | 1991
Orla Fane, "Rivers of Ulster," Irish Studies Review 3 (Spring 1991): 3-20.
    Fane | Rivers of Ulster | Irish Studies Review | 1991
Fane, Orla, “Rivers of Ulster,” in: Irish Studies Review, 3/2 (1991), pp. 3-20.
    Fane | Rivers of Ulster | Irish Studies Review | 1991
Fane O. [Rivers of Ulster]. Ir Stud Rev 1991;3:3-20. Irish.
    Fane | [Rivers of Ulster] | Ir Stud Rev | 1991
Fane, O., “Rivers of Ulster”, Irish Studies Review (forthcoming).
    Fane | Rivers of Ulster | Irish Studies Review | -
Fane O, Marsh B. Rivers of Ulster. Ir Stud Rev. 1991 Mar;3(2):3-20. PubMed PMID: 1234567.
    Fane; Marsh | Rivers of Ulster | Ir Stud Rev | 1991
Fane, O., Marsh, B., et al.: Rivers of Ulster. Ir. Stud. Rev. 3(2), 3–20 (1991). https://doi.org/10.1000/abc
    Fane; Marsh | Rivers of Ulster | Ir. Stud. Rev. | 1991
Fane, O. 1991. “Rivers of Ulster.” Irish Studies Review 3, no. 2 (Spring): 3–20.
    Fane | Rivers of Ulster | Irish Studies Review | 1991
## commas, colons and years in titles
Orla Fane, Famine, Flood: The Delta Parishes in Crisis, 1845-1852 (Cork: Mercier, 1991)
    Fane | Famine, Flood: The Delta Parishes in Crisis, 1845-1852 |  | 1991
Fane, Orla. Famine, Flood, and Faith: The Delta Parishes. Cork: Mercier, 1991.
    Fane | Famine, Flood, and Faith: The Delta Parishes |  | 1991
O. Fane, Work, Wages and Welfare in Ulster, London, Macmillan, 1991.
    Fane | Work, Wages and Welfare in Ulster |  | 1991
Fane, O., Sex, Death and Money (London: Verso, 1991), p. 12.
    Fane | Sex, Death and Money |  | 1991
Fane O. Paris, capitale du monde. Paris: Seuil; 1991.
    Fane | Paris, capitale du monde |  | 1991
Fane, O. (1991). Lagos, Nigeria: A city in motion. Lagos: Kraft.
    Fane | Lagos, Nigeria: A city in motion |  | 1991
Fane, O. London: A Social History. Harvard University Press, 1991.
    Fane | London: A Social History |  | 1991
Fane, O. 1991. London and the Provinces, 1700–1850. Manchester: Manchester University Press.
    Fane | London and the Provinces, 1700–1850 |  | 1991
Fane, Orla. The Peace of Augsburg (1555): A Reassessment. Oxford: Clarendon Press, 1991.
    Fane | The Peace of Augsburg (1555): A Reassessment |  | 1991
Fane, O. (1991). The Treaty of Waitangi (1840) and its critics. History Today, 41(2), 3–9.
    Fane | The Treaty of Waitangi (1840) and its critics | History Today | 1991
Fane O. Reactions to the Vaccination Act (1853). Med Hist. 1991;35:3-9.
    Fane | Reactions to the Vaccination Act (1853) | Med Hist | 1991
Fane, O., “The Budget of 1909 and After,” English Historical Review 44 (1991), 3-20.
    Fane | The Budget of 1909 and After | English Historical Review | 1991
## short titles
Fane, Orla. Marshland. London: Faber, 1991.
    Fane | Marshland |  | 1991
Fane O. Asthma. Lancet 1991;337:3-9.
    Fane | Asthma | Lancet | 1991
Fane O, Marsh B. Acute Asthma. BMJ 1991;303:3-9.
    Fane; Marsh | Acute Asthma | BMJ | 1991
Fane OP. Burn Care. 3rd ed. London: Churchill; 1991.
    Fane | Burn Care |  | 1991
Fane, O. P. Marsh Birds. London: Collins, 1991.
    Fane | Marsh Birds |  | 1991
Fane, Orla P. Marsh Birds. London: Collins, 1991.
    Fane | Marsh Birds |  | 1991
Fane, O. (1991). Ulysses. Dublin: Dolmen.
    Fane | Ulysses |  | 1991
Fane, Orla, Ulysses (Dublin: Dolmen, 1991)
    Fane | Ulysses |  | 1991
Fane J-P. Les Marais. Paris: Seuil, 1991.
    Fane | Les Marais |  | 1991
## subtitles
Fane, Orla. Flusslandschaften. Eine Kulturgeschichte des Wassers. München: Beck, 1991.
    Fane | Flusslandschaften. Eine Kulturgeschichte des Wassers |  | 1991
FANE Orla, Les rivières. Histoire d’un imaginaire, Paris, Aubier, 1991, 300 p.
    Fane | Les rivières. Histoire d’un imaginaire |  | 1991
O. Fane, I fiumi. Storia di un immaginario, Bologna, Il Mulino, 1991.
    Fane | I fiumi. Storia di un immaginario |  | 1991
Fane, Orla (1991): Flüsse und Menschen. Zur Geschichte einer Beziehung. In: Historische Zeitschrift 252, S. 3–20.
    Fane | Flüsse und Menschen. Zur Geschichte einer Beziehung | Historische Zeitschrift | 1991
Fane, O. Los ríos. Una historia cultural. Madrid: Siglo XXI, 1991.
    Fane | Los ríos. Una historia cultural |  | 1991
Fane, O. Who owns the river? Water and law in Spain. Water Policy 4 (1991): 3-20.
    Fane | Who owns the river? Water and law in Spain | Water Policy | 1991
## editors as authors
Fane, O. (Ed.). (1991). Rivers in history. London: Verso.
    Fane | Rivers in history |  | 1991
Fane, O., and B. Marsh, eds. 1991. Rivers in History. London: Verso.
    Fane; Marsh | Rivers in History |  | 1991
O. Fane / B. Marsh (Hrsg.), Flüsse in der Geschichte, Berlin 1991.
    Fane; Marsh | Flüsse in der Geschichte |  | 1991
FANE O. et MARSH B. (dir.), Les rivières dans l’histoire, Paris, PUF, 1991.
    Fane; Marsh | Les rivières dans l’histoire |  | 1991
O. Fane (a cura di), I fiumi nella storia, Roma, Laterza, 1991.
    Fane | I fiumi nella storia |  | 1991
FANE, O. (Org.). Rios na história. São Paulo: Contexto, 1991.
    Fane | Rios na história |  | 1991
Fane, O. (coord.) (1991): Los ríos en la historia, Madrid, Akal.
    Fane | Los ríos en la historia |  | 1991
Fane O, editor. Rivers in medicine. London: Verso; 1991.
    Fane | Rivers in medicine |  | 1991
## old and collected works
Cicero, De officiis, ed. M. Winterbottom (Oxford, 1994).
    Cicero | De officiis |  | 1994
Fane, O. The Works of Orla Fane. Ed. B. Marsh. 5 vols. London: Dent, 1931-1935.
    Fane | The Works of Orla Fane |  | 1931
Fane, Orla. Gesammelte Werke. Hg. von Bernd Marsch. Bd. 3. Berlin: Aufbau, 1991.
    Fane | Gesammelte Werke |  | 1991
Fane, O., A Treatise on Rivers, London, 1691.
    Fane | A Treatise on Rivers |  | 1691
Orla Fane, A Treatise on Rivers (1691; repr. London: Scolar, 1971).
    Fane | A Treatise on Rivers |  | -
## further customs
Marsh, B. Personal interview. 3 May 1998.
    Marsh | Personal interview | - | 1998
Donoghue v Stevenson [1932] AC 562 (HL).
     | Donoghue v Stevenson | - | 1932
Marsh B, Hale C, Dunn D (1998) Gene flow in river mussels. Mol Ecol 7:33–35. doi:10.1046/j.1365-294x.1998.00001.x
    Marsh; Hale; Dunn | Gene flow in river mussels | Mol Ecol | 1998
Marsh, B.; Hale, C.; Dunn, D. Gene Flow in River Mussels. Mol. Ecol. 1998, 7 (2), 33–35.
    Marsh; Hale; Dunn | Gene Flow in River Mussels | Mol. Ecol. | 1998
B. Marsh, C. Hale, and D. Dunn, “Gene flow in river mussels,” Mol. Ecol. 7(2), 33–35 (1998).
    Marsh; Hale; Dunn | Gene flow in river mussels | Mol. Ecol. | 1998
Marsh, B., C. Hale, and D. Dunn. 1998. Gene flow in river mussels. Molecular Ecology 7:33–35.
    Marsh; Hale; Dunn | Gene flow in river mussels | Molecular Ecology | 1998
MARSH, B., HALE, C. & DUNN, D. 1998. Gene flow in river mussels. Molecular Ecology, 7, 33-35.
    Marsh; Hale; Dunn | Gene flow in river mussels | Molecular Ecology | 1998
Marsh, Brice; Hale, Claire (1998): Muscheln. Eine Einführung. 2., überarb. Aufl. Stuttgart: Ulmer (UTB, 1234).
    Marsh; Hale | Muscheln. Eine Einführung |  | 1998
Vgl. Brice Marsh, Die Muschel, Tübingen 1998, S. 33.
    Marsh | Die Muschel |  | 1998
Cf. B. Marsh, La conchiglia, Einaudi, Torino 1998, p. 33.
    Marsh | La conchiglia |  | 1998
Marsh, Brice. La concha. Trad. de Ana Vidal. Barcelona: Anagrama, 1998.
    Marsh | La concha |  | 1998
Marsh, Brice, La concha y el río, 2ª ed., México, FCE, 1998, 230 pp.
    Marsh | La concha y el río |  | 1998
MARSH, Brice. A concha e o rio. Tradução de Ana Vidal. 2. ed. São Paulo: Ática, 1998. 230 p. (Coleção Rios, 12).
    MARSH | A concha e o rio |  | 1998
MARSH, B.; HALE, C. A concha. In: CONGRESSO BRASILEIRO DE RIOS, 5., 1998, Recife. Anais... Recife: UFPE, 1998. p. 33-35.
    Marsh; Hale | A concha | - | 1998
MARSH B., La coquille : histoire et mémoire, Paris, Éditions du Seuil, coll. « Points », 1998.
    Marsh | La coquille : histoire et mémoire |  | 1998
Brice Marsh, La Coquille, op. cit., p. 33.
    Marsh | La Coquille | - | -
Marsh, B. (1998). Shells (Publication No. 9812345) [Doctoral dissertation, University of Ulster]. ProQuest Dissertations.
    Marsh | Shells | - | 1998
Marsh, B. Shells and Men. Ph.D. dissertation, University of Ulster, 1998.
    Marsh | Shells and Men | - | 1998
Marsh, B. (1998). Shells and men. Unpublished master’s thesis, University of Ulster, Coleraine, Northern Ireland.
    Marsh | Shells and men | - | 1998
Marsh, B. (1998). Shells and men. Coleraine: University of Ulster, Department of Zoology.
    Marsh | Shells and men | - | 1998
Marsh, B. and C. Hale. 1998. “Shells and Men.” Working Paper 33, Institute of Rivers, Belfast.
    Marsh; Hale | Shells and Men | - | 1998
Marsh, B. and C. Hale (1998), ‘Shells and men’, Discussion Paper no. 33, Institute of Rivers, Belfast.
    Marsh; Hale | Shells and men | - | 1998
Marsh, B. Shells and Men, CEPR Discussion Paper No. 33, London, 1998.
    Marsh | Shells and Men | - | 1998
B. Marsh, Shells and Men: A Handbook, 2nd ed. New York, NY, USA: Wiley, 1998, ch. 3, pp. 33–35.
    Marsh | Shells and Men: A Handbook |  | 1998
Marsh, Brice. 1998. Shells and Men. Vol. 2 of Rivers and People. Edited by Claire Hale. Chicago: University of Chicago Press.
    Marsh | Shells and Men | - | 1998
Marsh, Brice. “Shells.” Harper’s Magazine, March 1998, 33–35.
    Marsh | Shells | Harper’s Magazine | 1998
Marsh, Brice. “Shells and Men.” New Yorker 3 Mar. 1998: 33-35. Print.
    Marsh | Shells and Men | New Yorker | 1998
Marsh, Brice. “Shells and Men.” Guardian [London] 3 Mar. 1998, late ed.: 3. Print.
    Marsh | Shells and Men | Guardian | 1998
Brice Marsh, “Shells and Men,” New York Times, March 3, 1998, sec. A, 3.
    Marsh | Shells and Men | New York Times | 1998
Marsh, B. 1998. Shells and men. The Times (London), 3 March, p.3.
    Marsh | Shells and men | - | 1998
Brice Marsh, « Les coquilles », Le Monde, 3 mars 1998, p. 3.
    Marsh | Les coquilles | Le Monde | 1998
Brice Marsh, Muscheln und Menschen, in: Frankfurter Allgemeine Zeitung, 3. März 1998, S. 3.
    Marsh | Muscheln und Menschen | Frankfurter Allgemeine Zeitung | 1998
Marsh, B. (1998). “Conchas y hombres”, El País, 3 de marzo, p. 3.
    Marsh | Conchas y hombres | El País | 1998
Marsh, B. (3 de marzo de 1998). Conchas y hombres. El País, p. 3.
    Marsh | Conchas y hombres | El País | 1998
Marsh, B., Hale, C., 1998a. Shells and men. J. Archaeol. Sci. 25 (3), 33–35.
    Marsh; Hale | Shells and men | J. Archaeol. Sci. | 1998
Marsh, B., Hale, C. (1998b): Shells and men. – Journal of Archaeological Science 25: 33–35; London.
    Marsh; Hale | Shells and men | Journal of Archaeological Science | 1998
Marsh, B. & Hale, C. 1998: Shells and men. J. Archaeol. Sci. 25, 33–35.
    Marsh; Hale | Shells and men | J. Archaeol. Sci. | 1998
Marsh, B. K. and Hale, C. L., 1998, Shells and men: Journal of Archaeological Science, v. 25, no. 3, p. 33-35.
    Marsh; Hale | Shells and men | Journal of Archaeological Science | 1998
Marsh, B. K., 1998, Shells and men: London, Chapman and Hall, 350 p.
    Marsh | Shells and men |  | 1998
B. Marsh & C. Hale, “Shells and Men” (1998) 25:3 McGill LJ 33.
    Marsh; Hale | Shells and Men | - | 1998
Marsh, Brice (1998), "Shells and Men," Journal of Marketing, 62 (July), 33-35.
    Marsh | Shells and Men | Journal of Marketing | 1998
Marsh B, ‘Shells and Men’ in Claire Hale (ed), Rivers and People (CUP 1998)
    Marsh | Shells and Men | Rivers and People | 1998
Marsh, B. (1998) “Shells and men”, in Hale, C. (ed.) Rivers and people. Cambridge: Cambridge University Press, pp. 33–35.
    Marsh | Shells and men | Rivers and people | 1998
Marsh, B 1998, ‘Shells and men’, in C Hale (ed.), Rivers and people, Cambridge University Press, Cambridge, pp. 33–35.
    Marsh | Shells and men | Rivers and people | 1998
Marsh B and Hale C, Shells and Men, 3rd edn, Sydney: Federation Press, 1998.
    Marsh; Hale | Shells and Men |  | 1998
Marsh, B. (1998). Shells & men. In: C. Hale & D. Dunn (Hrsg.), Flüsse und Menschen (2. Aufl., S. 33-35). Göttingen: Hogrefe.
    Marsh | Shells & men | Flüsse und Menschen | 1998
Marsh, Brice. Shells [exhibition catalogue]. London: Tate, 1998.
    Marsh | Shells |  | 1998
Shells and Men. 1998. Dir. Claire Hale. Film4.
     | Shells and Men | - | 1998
Shells and Men, dir. by Claire Hale (Film4, 1998)
     | Shells and Men | - | 1998
## lists that leave their owner out
«Ci vuole il sale»: i mugnai di Rieti e le loro liti, in «Carte del Velino», LVIII (2013), 1, pp. 45-72.
     | «Ci vuole il sale»: i mugnai di Rieti e le loro liti | Carte del Velino | 2013
Tacere insieme, in I mulini del Velino, cit., pp. 33-58, 2018.
     | Tacere insieme | I mulini del Velino | 2018
Il grano in tasca. Mugnai e gabelle a Rieti, in Il pane e la festa, Atti del convegno (Terni, 12-14 maggio 2005), Bologna, Olmo, 2007, pp. 3-29.
     | Il grano in tasca. Mugnai e gabelle a Rieti | Il pane e la festa | 2007
Rec. a O. Fane, Mills and Millers, in «Carte del Velino», XXVI (2014), pp. 12-15.
     | Mills and Millers | Carte del Velino | 2014
Review of Mills and Millers in Kent, ed. by O. Fane. Loom 58. 90-94.
    Fane | Mills and Millers in Kent | - | -
2013. 'Pan' and 'bara': two loans, one story? Journal of Gulls 49. 7-44.
     | 'Pan' and 'bara': two loans, one story? | - | 2013
2020. Breton. In Brice Marsh & Claire Hale (eds.), The Book of Tongues, 88-131. Oxford: OUP.
    Marsh; Hale | Breton | The Book of Tongues | 2020
“Seasonal Loans: What Have We Learned?,” in Handbook of Mills, Human Hands and Rural Trade, B. K. Marsh (ed.), Springer, 2021.
    Marsh | Seasonal Loans: What Have We Learned? | Handbook of Mills, Human Hands and Rural Trade | 2021
## chemists
Marsh, B. K.; Hale, C. Iron shells in (de)hydration. In Shells with Earth-abundant Edges; Dunn, D., Ed.; RSC: Cambridge, 2020; Chapter 5, pp 132–171.
    Marsh; Hale | Iron shells in (de)hydration | Shells with Earth-abundant Edges | 2020
Fonua, S.; 'Ofa, M.; Marsh, B. In situ study of iron shells: what the edge tells us. Inorg. Chem. 2022, 61, 4431–4440.
    Fonua; Ofa; Marsh | In situ study of iron shells: what the edge tells us | Inorg. Chem | 2022
Marsh, Brice. Shells and Men. Oil on canvas, 1898. Tate Gallery, London.
    Marsh | Shells and Men | - | 1898
"""


@pytest.mark.parametrize("row", rows(TABLE), ids=name_of)
def test_the_fields_of_a_string(row: Row) -> None:
    assert_read(row)
