"""What is called like people and is none: firms, universities, prizes; tables, in small letters.

They are asked only where the place of a name says nothing: a city and a colon before it, "& Sons" or "University"
behind it tell more than any table, and at an initial, in a list, behind "by" everybody is a person.
"""

from __future__ import annotations

# Firms whose names in full nobody bears who writes; Carl Winter, Paul Chapman and Henry Holt are people, too.
HOUSES = frozenset(
    (
        "bernard grasset|carl hanser|carl heymanns|emile bouillon|ernst klett|eugen ulmer|felix alcan|felix meiner"
        "|ferdinand enke|ferdinand schoningh|franz deuticke|franz vahlen|friedrich vieweg|georg olms|georg reimer"
        "|georg thieme|georg westermann|giulio einaudi|gunter narr|gustav fischer|helmut buske|hermann luchterhand"
        "|jacob dybwad|jan thorbecke|john benjamins|john wiley|julius springer|leo olschki|martinus nijhoff"
        "|mary ann liebert|max niemeyer|nicola zanichelli|otto harrassowitz|paul parey|philipp reclam"
        "|prentice hall|robert laffont|rudolf habelt|theodor steinkopff|ulrico hoepli|victor gollancz"
        "|vittorio klostermann|w w norton|wilhelm braumuller|wilhelm engelmann|wilhelm heyne|william heinemann"
        # those of several founders, without "and"
        "|allen unwin|allyn bacon|barnes noble|chapman hall|chatto windus|duncker humblot|eyre spottiswoode"
        "|faber faber|farrar straus giroux|harcourt brace|harper row|hodder stoughton|holt rinehart winston"
        "|kegan paul|little brown|lippincott williams wilkins|rinehart winston|rowman littlefield|secker warburg"
        "|sheed ward|simon schuster|smith elder|taylor francis|thames hudson|vandenhoeck ruprecht|weidenfeld nicolson"
        "|williams wilkins"
    ).split("|")
)
# Universities, programmes and prizes that are named after somebody, as they stand in notes behind a year.
INSTITUTIONS = frozenset(
    (
        "albert ludwigs|bar ilan|ben gurion|charles darwin|claude bernard|eberhard karls|francois rabelais"
        "|friedrich schiller|george washington|heinrich heine|henri poincare|jean monnet|johann wolfgang goethe"
        "|johannes gutenberg|johannes kepler|johns hopkins|joseph fourier|juan carlos|justus liebig|louis pasteur"
        "|ludwig maximilians|marie curie|martin luther|max planck|otto hahn|paul sabatier|paul scherrer|pompeu fabra"
        "|rene descartes|rey juan carlos|robert bosch|robert schuman|ruprecht karls|simon bolivar|simon fraser"
        "|thomas jefferson|virginia tech|wilfrid laurier"
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
# Firms whose people write: a name that begins with one is no person's, one that ends with one may be.
COMPANIES = frozenset(
    "adobe alibaba amazon apple baidu bytedance deepmind facebook google huawei ibm intel kakao microsoft naver nvidia"
    " openai samsung tencent yandex".split()
)
