"""How two titles stand to each other: word by word, rare words counting for more than common ones."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz

from reconcile.lexicon import rarity
from reconcile.titles.heads import head_of, is_coined
from reconcile.titles.initials import singular, told_by_initials
from reconcile.titles.leftovers import Leftovers, leftovers
from reconcile.titles.notices import is_notice, is_review
from reconcile.titles.numbering import are_two_parts, part_differs
from reconcile.titles.relations import Relation, Titles
from reconcile.titles.slips import opposed
from reconcile.titles.spoken import spoken
from reconcile.titles.tongues import other_tongue
from sources.east_asian import HAN, SignPattern
from sources.text import letters_of, telling_words, words

# What is said of the kind of paper, in brackets or after a dash, in one list and not in another.
_REMARKS = frozenset(
    """
    abstract award best demo demonstration description experience extended full invited keynote long notes paper panel
    poster presentation session short system talk tutorial version
    """.split()
)
# Relations in which the shorter title is all there.
_WHOLE = frozenset({Relation.COINED, Relation.CUT, Relation.WITHIN})
# Words of titles that stand over many publications; a title of nothing else identifies none.
_GENERIC = frozenset(
    """
    acknowledgement acknowledgements acknowledgments address announcement announcements book books calendar chair
    chairs column committee conclusion conclusions contents editor editorial editors foreword guest index
    introduction invited issue keynote letter letters message news note notes obituary overview panel preface
    president presidents proceedings program report review reviewers reviews section session special summary
    symposium table talk tutorial welcome workshop
    """.split()
)
_GENERIC_BITS = 3.0
# Relations that say nothing where one title is generic: of a journal's reviews and introductions each is a work.
_ALIKE = frozenset(
    {Relation.WORDING, Relation.SUBTITLE, Relation.CUT, Relation.RARE_WORD, Relation.WITHIN, Relation.SUBSET}
)
# The most that a title of one or two words weighs, in bits, be its words as rare as they like.
_SHORT_BITS = {1: 7.0, 2: 13.0}


_IDEOGRAPHS = SignPattern(rf"[{HAN}]")
_RARE = 10.5  # bits; rarer than one title in 1,400
_NEAR_SHARE = 0.78  # share of bits from which titles count as the same in other words
_NAMED_SHARE = 0.5  # below, titles with one coined name are papers on one system: a tool, its demonstration, its theory
_HALF_SHARE = 0.5
_RELATED_SHARE = 0.25
_REMARKED_SHARE = 0.4  # least share of bits of titles that a remark parts: what remains must be a title
_FAR_SHARE = 0.6  # of the shorter title's bits, and percent of letters, below which no misspelling makes them one
_FAR_LETTERS = 72.0
_SAME_BEGINNING = 8  # letters with which titles of one head begin alike
_SAME_LETTERS = 93.0  # percent of letters from which a title is the other with a word or two changed
_LEAST_LETTERS = 24  # of a title that is recognised by its letters within a longer text
_SEEN_LETTERS = 92.0  # percent of them that must be there
_SEEN_LENGTH = 0.9
_MOST_TURNED = 6  # words that set two titles apart of which one is the other turned round
_LITTLE_ELSE = 8.0  # bits of the words beside those; *reasoned*: below what one rare word weighs
MAX_TITLE = 1000  # characters; longer texts are cut before they are compared


def _telling(bits: float, every: tuple[str, ...]) -> float:
    """Return what shared words weigh, no more than a title of these words can."""
    if _is_generic(every):
        return min(bits, _GENERIC_BITS)
    if len(every) not in _SHORT_BITS:
        return bits
    return min(bits, _SHORT_BITS.get(sum(map(_words_in, every)), bits))


def _words_in(word: str) -> int:
    """Return how many words a folded word is: of Chinese and Japanese, which part none, one for two characters."""
    return 1 if word.isascii() else 1 + len(_IDEOGRAPHS.findall(word)) // 2


def _is_generic(every: tuple[str, ...]) -> bool:
    """Say whether words are those of a title that comes back, such as `Book Reviews`."""
    return _GENERIC.issuperset([word for word in every if len(word) > 1])


class TitleText(NamedTuple):
    """A title made ready for comparison: its letters, all its words, those that tell, and their bits.

    `is_notice` says that it is an erratum's, a comment's or the like, `is_review` that it is a review's.
    """

    text: str
    letters: str
    written: tuple[str, ...]
    telling: tuple[str, ...]
    words: frozenset[str]
    bits: float
    is_notice: bool
    is_review: bool


@lru_cache(maxsize=1 << 14)
def title_text(text: str) -> TitleText:
    """Return a title made ready for comparison, cut to `MAX_TITLE` characters."""
    text = text[:MAX_TITLE]
    in_plural, of_one = words(spoken(text)), singular(text)
    written = in_plural if of_one == text else words(spoken(of_one))
    telling = telling_words(written)
    folded = " ".join(written)
    return TitleText(
        text,
        "".join(in_plural),
        written,
        telling,
        frozenset(telling),
        rarity.of_words(telling),
        is_notice(folded),
        is_review(folded),
    )


@lru_cache(maxsize=65536)
def compare_titles(left: str, right: str) -> Titles:
    """Return how two titles stand to each other; neither may be empty.

    >>> compare_titles("SRA: A Secure Accelerator", "SRA: a secure accelerator.").relation
    <Relation.SAME: 'same'>
    """
    return compare_texts(title_text(left), title_text(right))


def compare_texts(left: TitleText, right: TitleText) -> Titles:
    """Return how two titles stand to each other; with the sides exchanged, the answer is the same, exchanged.

    One that is given in two languages is the same as either of its halves.
    """
    if left.letters != right.letters and (half := _in_one_tongue(left, right) or _in_one_tongue(right, left)):
        return Titles(Relation.SAME, _telling(half.bits, half.telling), 1.0)
    if right.letters < left.letters:
        turned = _compare(right, left)
        return Titles(turned.relation, turned.bits, turned.share, turned.only_right, turned.only_left)
    return _compare(left, right)


def _in_one_tongue(left: TitleText, right: TitleText) -> TitleText | None:
    """Return the half of a title in two languages that another title is, with the same second half or none."""
    if "(" not in left.text and "\uff08" not in left.text:
        return None
    halves = [title_text(half) for half in other_tongue(left.text)]
    if not halves:
        return None
    others = [title_text(half).letters for half in other_tongue(right.text)] or [right.letters]
    return next((half for half in halves if half.letters in others), None)


def _compare(left: TitleText, right: TitleText) -> Titles:
    total = left.bits + right.bits
    shorter = left if len(left.telling) <= len(right.telling) else right
    if left.letters == right.letters or left.telling == right.telling:
        return Titles(Relation.SAME, _telling(total / 2, shorter.telling), 1.0)
    if (far := _far_apart(left, right, total)) is not None:
        return far
    found = leftovers(left.telling, right.telling, left.written, right.written)
    lost = rarity.of_words(found.left) + rarity.of_words(found.right)
    share = max(0.0, (total - lost) / total) if total else 0.0
    relation = _relation(left, right, found, share)
    if relation in _ALIKE and _is_generic(shorter.telling):
        relation = Relation.GENERIC
    bits = shorter.bits if relation in _WHOLE else _telling((total - lost) / 2, shorter.telling)
    return Titles(relation, bits, share, tuple(found.left), tuple(found.right))


def _far_apart(left: TitleText, right: TitleText, total: float) -> Titles | None:
    """Return how two titles stand that neither words nor letters make one another's, as most pairs do.

    None where a misspelling, a part or a subtitle may be all that parts them.
    """
    shared = rarity.of_words(left.words.intersection(right.words))
    begins = left.letters[:_SAME_BEGINNING] == right.letters[:_SAME_BEGINNING]
    if begins or shared >= _FAR_SHARE * min(left.bits, right.bits):
        return None
    if fuzz.ratio(left.letters, right.letters, score_cutoff=_FAR_LETTERS):
        return None
    share = 2 * shared / total if total else 0.0
    relation = Relation.RELATED if share >= _RELATED_SHARE else Relation.UNRELATED
    only_left = tuple([word for word in left.telling if word not in right.words])
    return Titles(relation, shared, share, only_left, tuple([word for word in right.telling if word not in left.words]))


def _turned_round(left: str, right: str, only_left: list[str], only_right: list[str]) -> bool:
    """Say whether the titles differ in one word and its opposite, and in little else."""
    if len(only_left) + len(only_right) > _MOST_TURNED:
        return False
    if any(opposed(one, other) for one in only_left for other in only_right):
        rest = [
            word for word in only_left + only_right if not any(opposed(word, other) for other in only_left + only_right)
        ]
        return rarity.of_words(rest) < _LITTLE_ELSE
    alone = only_left + only_right
    return alone == ["without"] and "with" in words(left) + words(right)


def _relation(left: TitleText, right: TitleText, found: Leftovers, share: float) -> Relation:
    only_left, only_right = found.left, found.right
    if not only_left and not only_right:
        return Relation.SPELLING if found.misspelt else Relation.SAME
    if are_two_parts(left.written, right.written) or part_differs(left.written, right.written, only_left, only_right):
        return Relation.PART
    if _turned_round(left.text, right.text, only_left, only_right):
        return Relation.OPPOSED
    known = told_by_initials(only_left, only_right, left.written, right.written)
    if known is not None:
        return Relation.ABBREVIATED if known else Relation.INITIALS
    if share >= _REMARKED_SHARE and _REMARKS.issuperset(only_left + only_right):
        return Relation.REMARK
    rare = bool(only_left and only_right) and max(map(rarity.of_word, only_left + only_right)) >= _RARE
    if share >= _NEAR_SHARE and not rare:
        return Relation.WORDING
    by_head = _relation_by_head(left.text, right.text, share)
    if by_head is not None and by_head is not Relation.SUBTITLE_DIFFERS:
        return by_head
    if share >= _NEAR_SHARE or fuzz.ratio(left.letters, right.letters, score_cutoff=_SAME_LETTERS):
        return Relation.RARE_WORD
    contained = _relation_of_part(left.letters, right.letters)
    return contained or by_head or _relation_by_share(only_left, only_right, share)


def _relation_by_head(left: str, right: str, share: float) -> Relation | None:
    """Return the relation of titles that are the same up to a colon; None for others."""
    heads = head_of(left), head_of(right)
    if letters_of(heads[0]) != letters_of(heads[1]):
        return None
    if (heads[0] != left) != (heads[1] != right):
        return Relation.COINED if is_coined(heads[0]) else Relation.SUBTITLE
    if is_coined(heads[0]) and share >= _NAMED_SHARE:
        return Relation.NAMED
    return Relation.SUBTITLE_DIFFERS if share < _NEAR_SHARE else None


def _relation_of_part(left: str, right: str) -> Relation | None:
    """Return the relation of two texts' letters of which one holds the other; None where none does."""
    short, long = sorted((left, right), key=len)
    if len(short) < _LEAST_LETTERS:
        return None
    if long.startswith(short):
        return Relation.CUT
    seen = fuzz.partial_ratio_alignment(short, long, score_cutoff=_SEEN_LETTERS)
    if seen is None or not _SEEN_LENGTH * len(short) <= seen.dest_end - seen.dest_start:
        return None
    return Relation.CUT if seen.dest_start == 0 else Relation.WITHIN


def _relation_by_share(only_left: list[str], only_right: list[str], share: float) -> Relation:
    if not (only_left and only_right) and share >= _HALF_SHARE:
        return Relation.SUBSET
    if share >= _HALF_SHARE:
        return Relation.OVERLAP
    return Relation.RELATED if share >= _RELATED_SHARE else Relation.UNRELATED
