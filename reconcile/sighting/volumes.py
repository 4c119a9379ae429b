"""The volume that a string names and nothing beside it: an editor's line, `Proceedings of the Workshop on …, 2012`.

A paper's string names its volume too. So a volume is looked for by its whole title only, where no paper fits, and is
meant where all other words of the string are explained: years, its editors, its publisher. Who spoke at a workshop
or reviewed for it names it too, and means no volume.
"""

from __future__ import annotations

from reconcile.sighting.sought import Sought
from reconcile.sighting.strays import IMPRINT
from reconcile.sighting.text import Text
from reconcile.sighting.weigh import Sighting
from reconcile.titles import Relation
from sources.catalog.terms import folded_volume_key, volume_key
from sources.months import ENGLISH
from sources.text import STOP_WORDS, fold

_LEAST = 3  # words of a volume's title
_LONGEST = 80  # words of a string that names nothing but a volume
_MOST_BESIDE = 20  # words beside it: its editors, its publisher
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


def is_all(sought: Sought, sighting: Sighting) -> bool:
    """Say whether nothing but the volume is named."""
    if sought.entry:
        return True
    record = sighting.record
    told = frozenset(fold(" ".join((*map(str, record.editor), record.publisher))).split())
    title = sighting.title
    if sought.text.words[max(0, title.first - 1) : title.first] == ("in",):
        return False  # what appeared in it is meant
    beside = (*sought.text.words[: title.first], *sought.text.words[title.last :])
    return all(
        len(word) == 1
        or word[-1].isdigit()
        or word[0].isdigit()
        or word in STOP_WORDS
        or word in told
        or word in _EDITED
        for word in beside
    )
