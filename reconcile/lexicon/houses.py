"""Who prints: what publishers are called, and by what words they are told, in small letters."""

from __future__ import annotations

# Names that are a publisher's even where a venue's name should stand.
FOR_A_VENUE = (
    "birkhäuser|blackwell|brill|curran|elsevier|frontiers media|hindawi|kluwer|mdpi|morgan & claypool"
    "|morgan and claypool|morgan kaufmann"
    "|public library of science|routledge|sage|springer|wiley"
)
# Names that are a publisher's in an imprint, whatever stands beside them; elsewhere many are words or people's.
ANYWHERE = (
    f"{FOR_A_VENUE}|academic press|addison|ashgate|basic books|benjamins|crc|doubleday|dover|fischer|free press"
    "|gallimard|gruyter|hachette|hackett|harper|harpercollins|holt|houghton|ios press|iospress|knopf|l'harmattan"
    "|l’harmattan|macmillan|mcgraw|mit press|norton|palgrave|pearson|penguin|pergamon|plenum|praeger|prentice"
    "|puf|random house|rowman|scribner|scribners|seuil|suhrkamp|usenix association|vintage|наука"
)
# Words with which their names begin, most of them other names or words elsewhere: for a part of an imprint.
FIRST = frozenset(
    (
        "actes sud|adelphi|albin michel|alianza|allen & unwin|allen and unwin|allyn|anagrama|anchor|armand colin"
        "|artech house|aubier|ballantine|bantam|barnes|basic|beacon|beck|belin|berg|berghahn|bompiani|boydell"
        "|brooks/cole|campus|carocci|casterman|cátedra|cengage|cerf|champion|chapman|chatto|chelsea green|churchill"
        "|cnrs|columbia up|companhia das letras|continuum|cornell|criterion|crown|cup|dalloz|david & charles|dell|dent"
        "|deuticke|droz|duckworth|duke|duncker|dunod|duxbury|earthscan|ecco|econ|edward arnold|edward elgar"
        "|einaudi|eerdmans|erlbaum|eyrolles|faber|farrar|fayard|feltrinelli|fink|flammarion|fondo de cultura económica"
        "|four courts|franco angeli|francoangeli|franz steiner|freeman|garland|garnier|ginn|giuffrè|grasset|gredos"
        "|greenwood|grove|guilford|hanser|harcourt|harrassowitz|harvard|harvester|haworth|heath|heinemann"
        "|hermann|heymanns|hirzel|hmso|hodder|hogarth|hurst|il mulino|insel|irwin|island|ivan r. dee"
        "|jai|james currey|jessica kingsley|john murray|jonathan cape|jossey-bass|karger|karthala|klett"
        "|klincksieck|klostermann|kohlhammer|königshausen|l. erlbaum|la découverte|la documentation française|larousse"
        "|laterza|lawrence erlbaum|lippincott|little, brown|little|livraria|longman|longmans|luchterhand|marcel dekker"
        "|masson|maspero|méridiens|methuen|metzler|mimesis|minuit|mohr|mondadori|mosby|mouton|mulino|nathan|nelson"
        "|niemeyer|nijhoff|nomos|north-holland|o'reilly|oecd|ocde|olschki|oldenbourg|orbis|oup|oxford|paidós|pantheon"
        "|lgdj|lexisnexis|litec|bruylant|larcier|montchrestien|sirey|pedone|defrénois|cujas"
        "|papirus|payot|peeters|perseus|perrin|peter lang|philo|picador|pinter|piper|planeta|plon|polity"
        "|privat|pug|pul|pup|pur|puv|rand mcnally|reclam|reidel|reinhardt|ricciardi|rizzoli"
        "|rodopi|rowohlt|salerno|saur|saunders|schocken|schöningh|secker|sheed|siglo veintiuno|siglo xxi|signet|simon"
        "|sinauer|smithsonian|st. martin's|st. martin’s|steiner|stock|syros|tavistock|taylor|tecnos|thames|thieme"
        "|thomson|ticknor|tirant|transaction|twayne|ullstein|unesco|unwin|utet|van nostrand|vandenhoeck|verso|viking"
        "|virago|vozes|vrin|wadsworth|wagenbach|westview|w. w. norton|weidenfeld|westdeutscher|winter|world bank"
        "|world health organization|world scientific|yale|zahar|zed|zsolnay"
    ).split("|")
)
# What they are, as a pattern.
NOUNS = (
    r"press|verlag|publish\w*|publications|books|éditions?|editions?|editorial|editora|ediciones|presses"
    r"|universitätsverlag|wydawnictw\w*|uitgeverij|forlag\w*|förlag\w*|kiadó|nakladatel\w*|izdatel\w*|kustannus"
    r"|издательство|видавництво|вид-во|изд-во|yayın\w*"
    r"|εκδόσεις|εκδοτικ\w+|casa editrice|editore|editori|libreria editrice|imprenta"
    r"|imprimerie|servicio de publicaciones|librairie|pictures|film studios?|productions|entertainment|broadcasting"
    r"|recordings|united artists|univ(?:ersity|\.)? pr\b|academy pr\b|书店|出版社|商務|中华书局"
    r"|نشر|انتشارات|مؤسسة|مكتبة|دار"
)
# What stands behind the names of firms.
FIRMS = "associates|gmbh|inc|llc|ltd"
# What the names of publishers behind a title are made of, where one word is asked. Fischer and Morgan are people more
# often, and publishers as a firm's whole name with a city beside it (`matching/names/imprints.py`).
PARTS = (*FIRST, *FIRMS.split("|"), "curran", "hachette", "pearson", "puf")
