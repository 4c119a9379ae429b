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
# More of them, in the languages whose books name the publisher before its town; some are words of titles, too.
OF_LANGUAGES = (
    r"\w{1,20}(?:verlag|forlag\w{0,3}|förlag\w{0,3}|kiadó\w{0,3}|kustannus)|edi[tț]ur[ai]\w{0,2}|edizioni|edições"
    r"|edicions|oficyna|księgarnia|księgarska|drukarnia|ossolineum|pwn|piw|naklada|nakladnik|izdavač\w*|vydavate[lľ]\w*"
    r"|založba|knjiga|knjižara|leidykla|apgāds|kirjastus|kirjayhtymä|bokförlaget|uitgever\w*|kitabevi|yayınevi|basımevi"
    r"|matbaası|imprensa|tipografia|tipografija|livraria|impresora|stamperia|druckerei|buchhandlung"
)
# What learned societies and schools are called that publish books themselves.
BODIES = (
    r"societas|societat\w*|towarzystw\w+|stowarzyszeni\w+|instytut\w*|zakład\w*|fundacja|akademi\w*|academi\w*"
    r"|matic[ae]|ústav\w*|spole[čk]\w*|institut\w*|istituto|instituto|deputazione|società|sociedade|sociedad|société"
    r"|gesellschaft|kurumu|vakfı|derneği|enstitüsü|seura|selskab\w*|selskap\w*|sällskap\w*|társas[áa]g\w*|intézet\w*"
    r"|muze\w+|múze\w+|museum|museo|musée|archiw\w+|bibliote\w+|library|centrum|centro|centre|foundation|fundación"
    r"|fundação|fondazione|fondation|society"
    r"|university|universitair\w+|universit[aä]ts?\w*|uniwersytetu|univerzita|univerzity|univerzitet\w*|universitatea"
)
# Words that stand before a town and a year as a publisher would, and say that a talk was held there.
NO_HOUSES = frozenset("poster keynote panel talk lecture lectures tutorial demo".split())
# Firms whose names are a person's, as they stand in imprints; folded.
LIKE_PERSONS = frozenset(
    (
        "adam marszalek|adolf m. hakkert|albin michel|anton hiersemann|armand colin|bernard grasset|bruno mondadori"
        "|carl hanser|carl heymanns|carl winter|carlo delfino|dietrich reimer|duncker & humblot|edwin mellen"
        "|ernst klett|ernst reinhardt|ferdinand schoningh|franco angeli|franco cesati|franz steiner|fritz knapp"
        "|giorgio bretschneider|giuseppe laterza|gustav fischer|gunter narr|hans huber|helmut buske|henry holt"
        "|jacob dybwad|jan thorbecke|jerome millon|julius groos|julius klinkhardt|karl alber|leo s. olschki"
        "|marcel dekker|marcial pons|max niemeyer|otto harrassowitz|otto muller|paolo loffredo|paul haupt|paul geuthner"
        "|paul parey|peter lang|philipp von zabern|philipp reclam|piero lacaita|robert laffont|siegfried vogel"
        "|sylvain harvey|urban & schwarzenberg|vittorio klostermann|walter de gruyter|wilhelm fink|wilfrid laurier"
    ).split("|")
)
# What stands behind the names of firms.
FIRMS = "associates|gmbh|inc|llc|ltd"
# What the names of publishers behind a title are made of, where one word is asked. Fischer and Morgan are people more
# often, and publishers as a firm's whole name with a city beside it (`matching/names/imprints.py`).
PARTS = (*FIRST, *FIRMS.split("|"), "curran", "hachette", "pearson", "puf")
