"""The volume that a string names and nothing beside it: an editor's line, `Proceedings of the Workshop on …, 2012`.

A paper's string names its volume too. So a volume is looked for by its whole title only, where no paper fits, and is
meant where all other words of the string are explained: years, its editors, its publisher. Who spoke at a workshop
or reviewed for it names it too, and means no volume. Proceedings of a series of the venue table are found by the key
that DBLP gives them, too, in whatever order meeting, year and place are named.
"""

from __future__ import annotations

from collections.abc import Iterable

from reconcile.matching.names.strays import IMPRINT
from reconcile.matching.records.weigh import Sighting
from reconcile.matching.strings.sought import Sought
from reconcile.matching.strings.text import Text
from reconcile.titles import Relation
from reconcile.venues import read_venue
from reconcile.venues.table import all_series
from sources.catalog.terms import folded_volume_key, identifier_key, volume_key
from sources.months import ENGLISH
from sources.record import Identifier, Record, Scheme
from sources.text import STOP_WORDS, fold

_LEAST = 3  # words of a volume's title
_LONGEST = 80  # words of a string that names nothing but a volume
_MOST_BESIDE = 20  # words beside it: its editors, its publisher
_BEFORE = 4  # words of a string among which one says that proceedings are meant
_TURNED = 0.7  # of the words of a volume's title that are named where they are in another order; *reasoned*
_PROCEEDINGS = frozenset({"proc", "proceedings"})
_HELD = frozenset({"colloquium", "conference", "meeting", "symposium", "workshop"})
_MOST_BEGINS, _MOST_ENDS = 6, 12  # signs between which a title is looked for
# What stands beside the title of a volume in a list or an export, its publisher aside.
_EDITED = (
    IMPRINT
    | ENGLISH
    | frozenset(
        """
    acl acm aclweb anon anonymous anthology association bib bibtex book booktitle co coed coeditor com
    computational conf corr dblp doi ed edited edition editor editors editorial eds edts er forthcoming
    herausgeber herausgeberin herausgegeben hg hgg hrsg html http https ieee isbn issn item itemize latex
    linguistics link online open organization org pages pdf pp press proc proceeding proceedings publication
    publications published publisher py ref series sous direction springer ti title ty type url vol volume
    volumes web year
    article articles conference contributor contributors isi jump paper reads s2cid scopus up view wos
    accessed archived cit cited consulted contents current ebook hardback hardcover original paperback print retrieved
    also see rev revised softcover stock table toc viewed visited
    alamitos core cs full page project stroudsburg
    actes atti cd cf particular resource ressource rom tagungsband tagungsbericht
    """.split()
    )
)


def keys_of_volumes(sought: Sought) -> list[str]:
    """Return the keys of what may be a volume's whole title: an entry's, or what stands between signs of a string."""
    if sought.entry:
        return [volume_key(sought.title)]
    text = sought.text
    if not _LEAST <= len(text.words) <= _LONGEST:
        return []
    begins = [at for at in range(len(text.words)) if _may_begin(text, at)][:_MOST_BEGINS]
    ends = [at for at in range(_LEAST, len(text.words) + 1) if _may_end(text, at)][-_MOST_ENDS:]
    shortest = max(_LEAST, len(text.words) - _MOST_BESIDE)
    spans = [(first, last) for first in begins for last in ends if last - first >= shortest]
    return [folded_volume_key(text.letters[text.places[first] : text.places[last]]) for first, last in spans]


def _may_begin(text: Text, at: int) -> bool:
    return text.pauses_before(at) or text.words[at - 1].isdigit()


def _may_end(text: Text, at: int) -> bool:
    return text.pauses_before(at) or text.words[at].isdigit()


def in_full(sighting: Sighting) -> Sighting:
    """Return the sighting of a volume that was found by the key of its title, which thus stands there in full.

    What stands beside it in one stretch, `121 Proceedings of …`, is no part of it.
    """
    title = sighting.title
    same = title.titles._replace(relation=Relation.SAME, only_left=(), only_right=())
    return sighting._replace(title=title._replace(titles=same))


def keys_of_proceedings(sought: Sought) -> list[str]:
    """Return the keys that DBLP gives the proceedings of the series and years that a string names at its beginning."""
    text = sought.text
    if sought.entry or len(text.words) > _MOST_BESIDE * 2 or _PROCEEDINGS.isdisjoint(text.words[:_BEFORE]):
        return []
    series = read_venue(text.string).series
    names = [series, all_series()[series].short.lower()] if series else []
    keys = [Identifier(Scheme.DBLP, f"conf/{name}/{year}") for name in dict.fromkeys(names) for year in sought.years]
    return [identifier_key(each) for each in keys]


def turned(sought: Sought, sighting: Sighting) -> Sighting | None:
    """Return the sighting of a volume whose title a string tells in another order or cut short, and no more.

    `Proc. 2006 IEEE Conf. on Tides (TIDE 2006), New York, 17–22 June` for `… Conference on Tides, New York, NY, USA`.
    """
    text, every = sought.text, frozenset(fold(sighting.row.title).split())
    telling = [word for word in every if word not in STOP_WORDS]
    said = sum(word in text.known or any(text.clips(each, [word]) for each in text.clipped) for word in telling)
    if said < _TURNED * len(telling) or not all(
        word in every or text.clips(word, every) for word in _beside(sighting.record, text.words)
    ):
        return None
    whole = 0, len(text.words)
    return sighting._replace(title=sighting.title._replace(first=0, last=whole[1], core=whole))


def is_all(sought: Sought, sighting: Sighting) -> bool:
    """Say whether nothing but the volume is named."""
    if sought.entry:
        return True
    title = sighting.title
    if sought.text.words[max(0, title.first - 1) : title.first] == ("in",):
        return False  # what appeared in it is meant
    beside = (*sought.text.words[: title.first], *sought.text.words[title.last :])
    rest = _beside(sighting.record, beside)
    # `Wool for Sheep: Proceedings of a workshop at EACL`
    held = _HELD if not _PROCEEDINGS.isdisjoint(beside) and sighting.gap == 0 else ()
    return all(word in held or (held and read_venue(word.upper()).series) for word in rest)


def _beside(record: Record, words: Iterable[str]) -> list[str]:
    """Return the words that are neither numbers nor about a volume: its editors, its publisher."""
    told = frozenset(fold(" ".join((*map(str, record.editor), record.publisher))).split())
    return [
        word
        for word in words
        if not (
            len(word) == 1
            or word[-1].isdigit()
            or word[0].isdigit()
            or word in STOP_WORDS
            or word in told
            or word in _EDITED
        )
    ]
