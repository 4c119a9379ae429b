"""What is called like people and is none: publishers, universities, prizes, firms; tables, in small letters.

Only names that hardly anybody bears who writes: Otto Schmidt is a publisher, and many an author.
"""

from __future__ import annotations

# Publishers, in full.
HOUSES = frozenset(
    (
        "adam hilger|albin michel|allen lane|anton hain|armand colin|bernard grasset|carl hanser|carl heymanns"
        "|carl winter|david fulton|edwin mellen|emile bouillon|ernst klett|ernst reinhardt|eugen ulmer|felix alcan"
        "|felix meiner|ferdinand enke|ferdinand schoningh|frank cass|franz deuticke|franz vahlen|friedrich vieweg"
        "|georg olms|georg reimer|georg thieme|georg westermann|giulio einaudi|gunter narr|gustav fischer"
        "|harry deutsch|helmut buske|henry holt|hermann luchterhand|jacob dybwad|jan thorbecke|john benjamins"
        "|john libbey|john wiley|julius springer|karl alber|leo olschki|martin dunitz|martinus nijhoff"
        "|mary ann liebert|max hueber|max niemeyer|morgan kaufmann|nicola zanichelli|otto harrassowitz|paul chapman"
        "|paul haupt|paul parey|philipp reclam|prentice hall|robert laffont|rudolf habelt|theodor steinkopff"
        "|thomas telford|ulrico hoepli|victor gollancz|vittorio klostermann|wilhelm braumuller|wilhelm engelmann"
        "|wilhelm fink|wilhelm heyne|william heinemann"
    ).split("|")
)
# Universities, institutes, programmes and towns, as they are named without the word that says what they are.
INSTITUTIONS = frozenset(
    (
        "albert ludwig|albert ludwigs|bar ilan|ben gurion|carlo bo|charles darwin|charles sturt|christian albrechts"
        "|claude bernard|eberhard karls|francisco vitoria|francois rabelais|friedrich schiller|georg august"
        "|george washington|heinrich heine|henri poincare|jean monnet|jean moulin|johann wolfgang goethe"
        "|johannes gutenberg|johannes kepler|john moores|johns hopkins|joseph fourier|juan carlos|julius maximilian"
        "|julius maximilians|justus liebig|karl franzens|leopold franzens|louis pasteur|lucian blaga"
        "|ludwig maximilian|ludwig maximilians|marie curie|martin luther|max planck|otto hahn|paul sabatier"
        "|paul scherrer|paul valery|pompeu fabra|rene descartes|rey juan carlos|robert bosch|robert schuman"
        "|ruprecht karls|simon bolivar|simon fraser|sophia antipolis|thomas jefferson|victor segalen|virginia beach"
        "|virginia tech|wilfrid laurier|william mary"
    ).split("|")
)
# What a name ends with that is no person's: `Simon Fraser University`, `Marie Curie Fellowship`.
KINDS = frozenset(
    "academy award books college fellow fellows fellowship fellowships foundation grant hospital institut institute"
    " institution laboratories laboratory labs lecture library medal press prize publications publishers publishing"
    " scholarship school society tech universitat universite universiteit university verlag".split()
)
# What stands behind the name of a founder where a firm prints: `John Wiley & Sons`.
OF_FOUNDERS = frozenset("associates co company gmbh inc llc ltd publisher publishers sohn sohne sons verlag".split())
# Firms whose people write, each a word that is nobody's name.
COMPANIES = frozenset(
    "adobe alibaba amazon apple baidu deepmind facebook google huawei ibm intel microsoft nvidia openai samsung"
    " tencent".split()
)
