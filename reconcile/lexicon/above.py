"""What stands for what the entry above has, its authors or its place: tables only, in small letters."""

from __future__ import annotations

# Who wrote the work above, in the languages that have one word for it.
AUTHORS = (
    "derselbe|dieselbe|dieselben|idem|eadem|tenże|taż|tejże|tegoż|ciż|týž|táž|tíž|isti|ista"
    "|lo stesso|la stessa|el mismo|la misma|le même|la même|o mesmo|a mesma|тот же|та же|той же|той самий|та сама"
    "|aynı yazar|ο ίδιος|η ίδια"
)
AUTHORS_SHORTENED = "ders|dies|id|ead|iid|ds"  # with a full stop
# Where it appeared.
PLACES = (
    r"ibid(?:em|\.)?|ibíd(?:em|\.)|ebd\.|ebenda|ebendort|ivi|tamże|tamtéž|tamže|tamtiež|prav tam"
    r"|там же|там само|aynı (?:yer|eser)|uo\.|sst\."
)
