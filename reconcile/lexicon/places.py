"""The cities in which publishers stand, and the states and countries named behind them: tables, lower case.

A city stands under each of the names that title pages give it; periods are left out, as in `n j`.
"""

from __future__ import annotations

from collections.abc import Sequence

CITIES = frozenset(
    (
        "aachen|aarhus|aberdeen|abingdon|adelaide|aix-en-provence|albany|albuquerque|aldershot|amherst|"
        "amsterdam|ankara|ann arbor|antwerp|antwerpen|arlington|athens|atlanta|auckland|augsburg|"
        "austin|bad heilbronn|bad homburg|bad honnef|baden-baden|baltimore|bamberg|bangalore|bangkok|barcelona|"
        "bari|basel|basingstoke|"
        "baton rouge|beijing|beirut|belfast|belgrade|bellingham|belmont|beograd|bergen|berkeley|berlin|"
        "bern|berne|bethesda|bielefeld|bilbao|birmingham|bloomington|boca raton|bochum|bogota|bogotá|"
        "bologna|bombay|bonn|bordeaux|boston|boulder|braunschweig|bremen|brescia|brisbane|bristol|"
        "brno|brookfield|brooklyn|bruges|brussel|brussels|bruxelles|bucharest|bucurești|budapest|"
        "buenos aires|buffalo|burlington|cairo|calcutta|cambridge|canberra|cape town|caracas|carbondale|"
        "cardiff|chapel hill|charlottesville|cheltenham|chicago|chichester|cincinnati|città del vaticano|"
        "ciudad de méxico|clevedon|cleveland|coimbra|college park|cologne|columbia|columbus|copenhagen|"
        "cork|cracow|córdoba|dallas|darmstadt|delft|delhi|den haag|denver|detroit|dijon|dordrecht|"
        "dortmund|dresden|dublin|durham|düsseldorf|edinburgh|edmonton|eindhoven|englewood cliffs|"
        "erlangen|essen|evanston|exeter|fairfax|farnham|firenze|florence|florianópolis|frankfurt|"
        "frankfurt a m|frankfurt am main|frankfurt/main|freiburg|freiburg i br|freiburg im breisgau|"
        "fribourg|garden city|gdańsk|geneva|genf|genova|gent|genève|ghent|giessen|glasgow|glencoe|"
        "gothenburg|granada|graz|greenwich|grenoble|groningen|guadalajara|göteborg|göttingen|gütersloh|"
        "haarlem|haifa|halle|hamburg|hannover|hanover|harmondsworth|hartford|havana|heidelberg|"
        "helsinki|hildesheim|hillsdale|hoboken|hong kong|honolulu|houston|indianapolis|innsbruck|"
        "iowa city|istanbul|ithaca|jakarta|jena|jerusalem|johannesburg|kansas city|karlsruhe|kassel|"
        "kathmandu|kiel|kiev|konstanz|kraków|kuala lumpur|kyiv|kyoto|köln|königstein|københavn|"
        "la habana|la haye|lagos|lanham|lansing|lausanne|lawrence|leicester|leiden|leipzig|leuven|"
        "lewiston|lexington|lille|lima|lincoln|lisboa|lisbon|liverpool|ljubljana|london|londra|"
        "londres|los angeles|louvain|louvain-la-neuve|lund|luxembourg|lwów|lyon|lübeck|madison|madrid|"
        "mahwah|mainz|malden|manchester|manila|mannheim|marburg|marseille|medford|melbourne|menlo park|"
        "mexico|mexico city|miami|milan|milano|milwaukee|minneapolis|minsk|montevideo|montpellier|"
        "montreal|montréal|moscow|moskva|mumbai|munich|méxico|münchen|münster|nairobi|namur|nancy|"
        "nantes|naples|napoli|nashville|neuchâtel|new brunswick|new delhi|new haven|new orleans|"
        "new york|new york city|newark|newbury park|newcastle|nice|nijmegen|norman|northampton|norwich|"
        "norwood|notre dame|nottingham|nyc|nürnberg|oakland|odense|oldenburg|opladen|orlando|osaka|oslo|"
        "ottawa|oxford|oxon|paderborn|padova|padua|palermo|palo alto|paris|pasadena|pavia|"
        "pennsylvania|perth|philadelphia|phoenix|pisa|piscataway|pittsburgh|poitiers|portland|porto|"
        "porto alegre|potsdam|poznań|prague|praha|pretoria|princeton|providence|quebec|quito|québec|"
        "raleigh|reading|redwood city|regensburg|reinbek|rennes|reno|reykjavik|riga|rio de janeiro|"
        "rochester|roma|rome|ross-on-wye|rotterdam|rouen|saarbrücken|sacramento|saint louis|saint paul|"
        "salamanca|salt lake city|salvador|salzburg|san antonio|san diego|san francisco|san jose|"
        "san josé|san juan|san mateo|santa barbara|santa cruz|santa fe|santa monica|santiago|"
        "santiago de chile|sao paulo|seattle|seoul|sevilla|seville|shanghai|sheffield|singapore|sofia|"
        "southampton|st andrews|st gallen|st louis|st paul|st petersburg|stanford|stockholm|strasbourg|"
        "straßburg|stuttgart|sydney|syracuse|são paulo|taipei|tallinn|tel aviv|tempe|the hague|"
        "thousand oaks|tokyo|torino|toronto|toulouse|trento|trier|trieste|tucson|tunis|turin|turku|"
        "turnhout|tübingen|university park|uppsala|urbana|utrecht|valencia|valladolid|vancouver|"
        "vatican city|venezia|venice|versailles|vienna|vilnius|virginia beach|waltham|warsaw|warszawa|washington|"
        "washington d c|washington dc|weimar|wellington|west lafayette|westport|white plains|wien|"
        "wiesbaden|williamsburg|wilmington|winnipeg|wrocław|wuppertal|würzburg|york|zagreb|zaragoza|"
        "zurich|zürich|м|л|спб|москва|ленинград|санкт-петербург|киев|київ|минск|харьков|новосибирск|"
        "к|львів|львов|харків|одеса|одесса|дніпро|чернівці|черновцы|тернопіль|луцьк|ужгород|полтава|мінск|казань|"
        "екатеринбург|томск|саратов|самара|воронеж|пермь|краснодар|софия|београд|белград|рига|тбилиси|ереван|алматы|"
        "تهران|تبریز|شیراز|اصفهان|مشهد|قم|اهواز|رشت|یزد|کرمان|کابل|بيروت|القاهرة|بغداد|دمشق|الرياض|عمان|تونس|الرباط"
        "|الجزائر|الخرطوم|الدوحة|جدة"
    ).split("|")
)

REGIONS = frozenset(
    (
        "alabama|alaska|alberta|argentina|arizona|arkansas|australia|austria|belgique|belgium|brasil|"
        "brazil|british columbia|calif|california|canada|chile|china|colombia|colorado|conn|"
        "connecticut|croatia|cuba|czech republic|d c|delaware|denmark|deutschland|egypt|england|españa|"
        "finland|fla|florida|france|germany|great britain|greece|hawaii|hungary|idaho|ill|illinois|"
        "ind|india|indiana|indonesia|iowa|iran|ireland|israel|italia|italy|japan|kansas|kentucky|"
        "kenya|korea|louisiana|maine|malaysia|maryland|mass|massachusetts|md|mich|michigan|minn|"
        "minnesota|mississippi|missouri|montana|n c|n j|n y|nebraska|netherlands|nevada|new hampshire|"
        "new jersey|new mexico|new south wales|new zealand|nigeria|north carolina|norway|ohio|oklahoma|"
        "ontario|oregon|pa|pennsylvania|peru|philippines|poland|portugal|quebec|queensland|r i|"
        "rhode island|romania|russia|schweiz|scotland|serbia|slovenia|south africa|south carolina|"
        "south korea|spain|sweden|switzerland|taiwan|tenn|tennessee|tex|texas|thailand|the netherlands|"
        "turkey|u k|u s a|uk|ukraine|united kingdom|united states|uruguay|usa|utah|va|venezuela|"
        "vermont|victoria|vietnam|virginia|vt|wales|wis|wisconsin"
    ).split("|")
)

# The codes of the states, which stand in capitals.
STATE_CODES = frozenset(
    "AK AL AR AZ CA CO CT DC DE FL GA HI IA ID IL IN KS KY LA MA MD ME MI MN MO MS MT NC ND NE NH"
    " NJ NM NV NY OH OK OR PA RI SC SD TN TX UT VA VT WA WI WV WY".split()
)

_MOST_WORDS = max(len(city.split()) for city in CITIES)


def without_cities(words: Sequence[str]) -> list[str]:
    """Return words without those that are the name of a city together.

    >>> without_cities(["Springer", "New", "York", "Berlin"])
    ['Springer']
    """
    left, at = [], 0
    while at < len(words):
        ends = range(min(len(words), at + _MOST_WORDS), at, -1)
        end = next((end for end in ends if " ".join(words[at:end]).casefold() in CITIES), None)
        left += [] if end else [words[at]]
        at = end or at + 1
    return left
