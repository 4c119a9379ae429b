"""Names of a string by the form of what they stand in: a list, behind "by", before "et al.", behind "edited by"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from reconcile.lexicon import houses, namesakes, places, rarity, talks
from reconcile.lexicon.given_names import GIVEN_NAMES
from reconcile.matching.names.imprints import PLACES
from reconcile.matching.strings.text import JOINS, Text
from reconcile.matching.titles.edges import is_year
from sources.months import ENGLISH
from sources.name_words import TITLES
from sources.text import STOP_WORDS, fold

Run = tuple[int, int]  # words of a string, half open

# Who does something else than write, in short, with a full stop behind it: `Ed. Simon Taylor`.
_SHORT_ROLES = frozenset("ed eds hg hgg hrsg trans".split())
# And in full, as said before a name: `Advisor: Simon Taylor`, `Presented by Simon Taylor`.
_ROLES = talks.PRESENTERS.union(
    _SHORT_ROLES,
    """
    advised adviser advisers advisor advisors chair chaired chairs directed edited editor editors examiner examiners
    hosted illustrated lecture mentor mentored mentors moderated moderator poster presentation presented presenters
    publisher speakers supervised supervisor supervisors talk taught translated translator
    """.split(),
)
_AND = frozenset({"and", "et", "und", "y"})
_BEFORE = JOINS | TITLES  # between a role and the name of who has it
_SAID = frozenset({"", ":"})  # what may stand between a role and a name
_IN_A_LIST = frozenset({"", "&", ",", ", &", ";"})  # and between two names of one list
_LONGEST = 3  # words of a whole name
_TWO = 2  # of a name in short: `Holt S`
_SEVERAL = 2  # names of a list
_FIRMS = frozenset(map(fold, (*houses.FIRST, *houses.ANYWHERE.split("|"))))
_STATES = frozenset(map(fold, places.REGIONS))


def others_in(text: Text, runs: Iterable[Run]) -> Iterator[Run]:
    """Give the names that a role stands before, or a name with one: `Advisors: Prof. Simon Taylor and Ann Lee`."""
    listed = 0  # where the last of them ends
    for begin, end in runs:
        before = begin
        while before and text.words[before - 1] in _BEFORE:
            before -= 1
        goes_on = listed == before and text.gap_before(begin).strip() in _IN_A_LIST
        if before and (goes_on or _is_role(text, before - 1)):
            listed = end
            yield begin, end


def _is_role(text: Text, at: int) -> bool:
    """Say whether word `at` is a role, said of the name that follows: not the `2nd ed.` of a book."""
    word, gap = text.words[at], text.gap_before(at + 1).strip()
    counted = at > 0 and text.words[at - 1][0].isdigit() and not is_year(text.words[at - 1])
    if counted and word in _SHORT_ROLES:
        return False
    return word in _ROLES and (gap in _SAID or (gap == "." and word in _SHORT_ROLES))


def lists_in(text: Text, runs: Sequence[Run]) -> list[list[Run]]:
    """Return names with those that stand in one list with them, each by itself if it is in none."""
    lists: list[list[Run]] = [[run] for run in runs[:1]]
    for before, run in pairwise(runs):
        if _are_beside(text, before[1], run[0]):
            lists[-1].append(run)
        else:
            lists.append([run])
    return lists


def _are_beside(text: Text, end: int, begin: int) -> bool:
    """Say whether no more than a comma or "and" stands between two names, behind the full stop of an initial."""
    gap = text.gap_before(end).strip()
    if len(text.words[end - 1]) == 1:
        gap = gap.removeprefix(".")
    if begin == end:
        return gap in _IN_A_LIST
    return begin == end + 1 and text.words[end] in _AND and gap in ("", ",") and text.gap_before(begin).isspace()


def authors_in(text: Text, names: Sequence[Run]) -> Iterator[Run]:
    """Give those of a list who are people by the form of the list, whatever else they are the names of.

    `J. Taylor, M. Beck`; `by Mark Read`; `Freeman, W., and Taylor, J.`; `Taylor and Beck.`
    """
    begin = names[0][0]
    whole = [run for run in names if _is_whole(text.words[slice(*run)])]
    is_by = begin and text.words[begin - 1] == "by"
    if len(whole) >= _SEVERAL or is_by:
        yield from whole
    for family, given in pairwise(names):
        if _is_turned(text, family, given):
            yield family[0], given[1]
    joined = any(follows > before or "&" in text.gap_before(follows) for (_, before), (follows, _) in pairwise(names))
    known = any(rarity.is_surname(word) or word in _FIRMS for word in text.words[begin : names[-1][1]])
    if joined and known and all(_is_family(text, run) for run in names):
        yield from names


def cited_in(text: Text) -> Iterator[Run]:
    """Give the names before "et al."."""
    for at in range(1, len(text.words) - 1):
        if text.words[at : at + 2] == ("et", "al") and text.words[at - 1].isalpha() and len(text.words[at - 1]) > 1:
            yield at - 1, at


def _is_whole(words: tuple[str, ...]) -> bool:
    """Say whether words are an initial or a known given name and a family name, or that and an initial: `Holt S`."""
    if not 1 < len(words) <= _LONGEST or words[-1] in namesakes.KINDS or PLACES.issuperset(words):
        return False
    if len(words[-1]) == 1:
        return len(words) == _TWO and words[0] not in PLACES and may_be_family(words[0])
    return len(words[0]) == 1 or words[0] in GIVEN_NAMES


def _is_turned(text: Text, family: Run, given: Run) -> bool:
    """Say whether initials or a given name stand behind a family name, and no place: `Freeman, W.`, `Norton, Peter`."""
    begin, end = given
    while end < len(text.words) and len(text.words[end]) == 1 and text.after_initial(end):
        end += 1  # the `y` of `N.Y.` joins names elsewhere
    words = text.words[begin:end]
    if text.gap_before(begin).strip() != "," or not _is_family(text, family) or not PLACES.isdisjoint(words):
        return False
    stopped = text.gap_before(end) or text.string[text.ends[-1] :]
    are_initials = stopped.startswith(".") and max(map(len, words)) == 1 and " ".join(words) not in _STATES
    return are_initials or (len(words) == 1 and words[0] in GIVEN_NAMES)


def _is_family(text: Text, run: Run) -> bool:
    """Say whether a run is one word that may be a family name, and no place."""
    begin, end = run
    return end - begin == 1 and text.words[begin] not in PLACES and may_be_family(text.words[begin])


def may_be_family(word: str) -> bool:
    """Say whether a word may be a family name: a common one, or none of which titles are made."""
    if len(word) < 2 or not word.isascii() or not word.isalpha() or word in STOP_WORDS:
        return False
    return rarity.is_surname(word) or word in ENGLISH or word in GIVEN_NAMES or not rarity.is_listed(word)
