"""A publication string made ready to be held against records: folded words, and where each stands.

Nothing is parsed. A word keeps its place in the string, so that what stands between two words (a comma, a quotation
mark, nothing) can be asked for; all letters joined make the string blind to spaces, hyphens and line ends.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import compress, pairwise

from reconcile.matching.strings.exports import untagged
from reconcile.matching.strings.wrapping import unnumbered, unwrapped
from sources import markup
from sources.text import fold, letters_of

LEAST_CLIPPED = 3  # letters to which a word is cut
JOINS = frozenset({"and", "by", "et", "und", "with", "y"})  # between two names
LONGEST = 3000  # characters of a string that are looked at; a reference with forty authors has some 1,200

_WORD = re.compile(r"[^\W_]+(?:['‘’\u02bc`\u00b4][^\W\d_]+)*")
_ENTITY = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{1,6}|#x[0-9A-Fa-f]{1,5});|&[lr][sd]quo\b")
_TEX_ACCENT = re.compile(
    r"""\\[`'^"~=.cuvHkr](?:\s*\{\s*\\?([A-Za-z])\s*\}|\\?([A-Za-z])(?![A-Za-z]))"""
    r"""|\\(aa|ae|oe|ss|o|l|i|j)\b\s*(?:\{\})?"""
)
_FORMULA = re.compile(r"\\\([^\n]{1,200}?\\\)|\$[^$\n]{1,200}\$")
_TEX_COMMAND = re.compile(r"\\[A-Za-z]+\*?(?:\[[^\]\n]{0,40}\])?")
_TEX_BREAK = re.compile(
    r"\\(?:hfill|quad|qquad|newline|newblock|par|hspace\*?\{[^{}\n]{0,20}\})(?![A-Za-z])|\\\\(?=\s|$)"
)
_TEX_LETTERS = {"aa": "a", "ae": "ae", "oe": "oe", "ss": "ss"}
# What UTF-8 read as Windows-1252 makes of letters with accents and of quotation marks.
_MOJIBAKE = ("Ã", "Â", "â€", "ã€", "Å", "Ä", "ï\u00bc")
# Tags within a line of text; all others part what they stand between, as `</dc:title><dc:creator>` does.
_INLINE = re.compile(
    r"</?(?:a|abbr|b|bdi|big|cite|code|em|font|i|jats:(?:bold|italic|sub|sup)|kbd|mark|mml:[a-z]{1,12}|q|s|scp|small|span"
    r"|strong|sub|sup|tt|u|var)(?:\s[^<>]{0,200})?>",
    re.IGNORECASE,
)
# No address in angle brackets is one, `<https://doi.org/…>`, `<https://…|Title>`.
_TAG = re.compile(r"</?[A-Za-z][\w:.-]{0,40}(?:\s[^<>]{0,200}|/)?>")
ACRONYM = re.compile(r"(?<![^\W_])(?=[A-Za-z]{0,5}[A-Z][a-z]?[A-Z])[A-Za-z]{2,8}(?![^\W_])")
# Signs that end a title: quotation marks, brackets, list marks, a line end, a comma, a little picture; a full stop only
# before a space.
_END = re.compile(
    r"[\"“”„‟«»‹›《》\u3008-\u3011()\[\]{}<>|*\t\n\r,;•\u00b7_、。，．；［］…]"
    r"|[\u2600-\u27bf\U0001f300-\U0001faff]|\s/|\.\s|\.$|\.\.|\s['‘’`]|['‘’`](?:\s|$)|‘|''|``"
)
_PAUSE = re.compile(r"[:?!—]|\s[-–]{1,3}\s")
_PART = re.compile(r"[:：—]|\s[-–]{1,3}\s")
# A name, initials and what follows, that lost what stood between them, with the tags of an XML perhaps:
# `GoldbergPWWhen Can Two`. Where there is one, small and capital letters are parted throughout.
_GLUED = re.compile(r"[A-Za-zÀ-ÿ]{4}[a-zß-ÿ][A-Z]{1,3}[A-Z][a-z]")
_SEAM = re.compile(r"(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[a-z])(?=(?:19|20)\d\d)")
# An i that a scan took for an exclamation mark.
_MARK_FOR_I = re.compile(r"(?<=[A-Za-z])!(?=[a-z])")
# Letters that a print has lost, and the first letter of a name in small capitals, set apart: `W ANG, Y.`
_LOST = re.compile(r"(?<=[^\W\d_])(?:\ufffd|\?(?=[a-z])(?![a-z]{1,20}=))|\ufffd(?=[^\W\d_])")
_SMALL_CAPITALS = re.compile(
    r"([A-Z])(?<![\w.].) (?=[A-Z]{2,},(?! V?\d)|(?<=[B-DF-HJ-NP-XZ] )[A-Z]{2,} [A-Z]{1,2}(?!\w))"
)
_REGISTERED = re.compile(r"(?<=[^\W\d_]{2})\((?:R|TM)\)")  # a trademark's sign, as keyboards have it
_STAR = re.compile(r"(?<!\w)([A-Z])-[Ss]tar(?!\w)")  # `A-star`, an algorithm whose name is `A*`
_UNSEEN = re.compile("[\u200b-\u200d\u2060\ufeff]")  # spaces of no width, as web pages break words with
# Accents that stand beside their letters, as PDFs give them: `Kr ¨ahenb ¨uhl`, `Mu˜noz`.
_LOOSE_ACCENT = re.compile(r"(?:(?<=[^\W\d_])\s?)?[\u00a8\u00b4\u00b8\u02c6\u02c7\u02d8-\u02dd](?=[^\W\d_])")
_LETTERSPACED = re.compile(r"(?<!\S)(?:[A-ZÀ-Þ] ){3,40}[A-ZÀ-Þ](?=,)")  # `H A R R I S, J.`
# The same name by name, two blanks between: `A N N  H A R R I S  On Wool`.
_SPACED_NAMES = re.compile(r"(?<!\S)(?=[A-ZÀ-Þ] [A-ZÀ-Þ])(?:[A-ZÀ-Þ](?: [A-ZÀ-Þ]){0,30}(?: ?\.)?  ){1,4}(?=\S)")
# A word of a title, `R e a d i n g`, and what tells soon that there is none.
_SPACED_WORD = re.compile(r"(?<![\w.])[^\W\d_](?: [a-zß-ÿ]){4,40}(?!\w)")
_SPACED = re.compile(r" [a-zß-ÿ] [a-zß-ÿ] [a-zß-ÿ] ")
_CITE_KEY = re.compile(r"\\bibitem\s?(?:\[[^\]\n]{0,80}\])?\{[^{}\n]{0,80}\}")
# Addresses say nothing of titles and people: `[Title](/assets/main.pdf)`.
_ADDRESS = re.compile(r"(?:https?://|www\.|\binfo:)[^\s<>|\"“”]+|\]\([^()\s]{1,300}\)")
_ADDRESSED = ("://", "](", "www.", "info:")
# What follows a title as a new sentence: its venue, those who wrote it.
_SENTENCE = re.compile(
    r"(?<=[?!.\w])\sIn(?=:\s)|(?<=[?!])\sIn(?=\s[A-Z\d])|(?<=[?!.])\s(?=[Jj]oint(?:ly)? (?:work )?with\s)"
)
# `Leeet al.`, `LEEET AL.`
_GLUED_ET_AL = re.compile(r"(?<=[^\W\d_]{2})(?=et al\b|ET AL\b)")
# The number of a page on a line of its own, between two lines of one reference.
_PAGE_NUMBER = re.compile(r"(?<=[^\W\d_])[ \t]{0,3}\n\s{0,9}\d{1,4}[ \t]{0,3}\n\s{0,9}(?=[^\W\d_])")
_BROKEN_WORD = re.compile(r"(?<=[a-z])[-\u2010\u00ac]\s+(?=[a-z]{2})|\u00ad\s*")


@dataclass(frozen=True)
class Text:
    """A string with its words: `words[i]` is folded, never empty, and stands at `starts[i]` to `ends[i]`.

    `letters` are all words joined without spaces, `known` the different words.
    """

    string: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    letters: str
    known: frozenset[str]

    @cached_property
    def places(self) -> tuple[int, ...]:
        """Where each word begins in `letters`, and at last their number."""
        found, at = [], 0
        for word in self.words:
            found.append(at)
            at += len(word)
        return (*found, at)

    @cached_property
    def _gaps(self) -> tuple[str, ...]:
        """What stands before each word but the first."""
        return tuple([self.string[end:start] for end, start in zip(self.ends, self.starts[1:], strict=False)])

    @cached_property
    def _ended(self) -> tuple[bool, ...]:
        return (True, *[gap != " " and bool(_END.search(gap)) for gap in self._gaps], True)

    @cached_property
    def named(self) -> frozenset[str]:
        """The words that may be names by how they are written: no small letter first, unless there is no capital."""
        if self.string.islower():
            return self.known
        return frozenset(
            [word for word, start in zip(self.words, self.starts, strict=True) if not self.string[start].islower()]
        )

    @cached_property
    def initialled(self) -> frozenset[str]:
        """The words that an initial stands before or behind: `K. Koskenniemi`, `Koskenniemi, K.`, `KOSKENNIEMI K`."""
        before = [self.words[at] for at in range(1, len(self.words)) if self.after_initial(at)]
        behind = [self.words[at - 1] for at in range(1, len(self.words)) if self.is_initial(at)]
        return frozenset([*before, *behind])

    @cached_property
    def clipped(self) -> frozenset[str]:
        """The words that a full stop may cut short: `Comput.`, `Ling.`"""
        ended = [word for word, end in zip(self.words, self.ends, strict=True) if self.string.startswith(".", end)]
        return frozenset([word for word in ended if len(word) >= LEAST_CLIPPED])

    @cached_property
    def capitalised(self) -> tuple[tuple[int, int], ...]:
        """The runs of words with capitals between which nothing but blanks, and the stops of initials, stand."""
        found, begin = [], 0
        for at in range(1, len(self.words) + 1):
            joins = at < len(self.words) and (self.gap_before(at).isspace() or self.after_initial(at))
            if joins and JOINS.isdisjoint(self.words[at - 1 : at + 1]):
                continue
            if all(self.string[self.starts[each]].isupper() for each in range(begin, at)):
                found.append((begin, at))
            begin = at
        return tuple(found)

    @cached_property
    def acronyms(self) -> frozenset[str]:
        """The words that are written as initials are: `NER`, `QoS`, `LMs`."""
        found = map(fold, ACRONYM.findall(self.string))
        return frozenset(found) & self.known

    def clips(self, word: str, known: Iterable[str]) -> bool:
        """Say whether a word is the beginning of a known one, cut short by a full stop: `Adv. Meteorology`."""
        return word in self.clipped and any(each.startswith(word) and each != word for each in known)

    def is_initial(self, at: int) -> bool:
        """Say whether word `at` is a capital letter behind a name."""
        written = self.string[self.starts[at] : self.ends[at]]
        return len(written) == 1 and written.isupper() and self._gaps[at - 1].strip() in ("", ",")

    def ends_before(self, at: int) -> bool:
        """Say whether a sign that ends a title stands before word `at`."""
        return self._ended[at]

    def after_initial(self, at: int) -> bool:
        """Say whether only the full stop of an initial stands before word `at`: `Charalampos E. Tsourakakis`."""
        if not 0 < at < len(self.words) or self._gaps[at - 1].strip() != ".":
            return False
        return len(self.words[at - 1]) == 1 and self.words[at - 1].isalpha()

    def pauses_before(self, at: int) -> bool:
        """Say whether a sign stands before word `at` that may end a title: also a dash, a colon, `?` or `!`."""
        return self._ended[at] or bool(_PAUSE.search(self._gaps[at - 1]))

    def parts_before(self, at: int) -> bool:
        """Say whether a colon or a dash stands before word `at`, as behind names."""
        return bool(_PART.search(self.gap_before(at)))

    def gap_before(self, at: int) -> str:
        """Return what stands between word `at` and the one before; nothing before the first."""
        return self._gaps[at - 1] if 0 < at < len(self.words) else ""

    @cached_property
    def stretches(self) -> tuple[tuple[int, int], ...]:
        """The stretches of words between two such signs, as half open ranges."""
        bounds = [at for at, ended in enumerate(self._ended) if ended]
        return tuple(pairwise(bounds))

    def written(self, first: int, last: int) -> str:
        """The words `first` to `last` (half open) as they stand in the string, an address among them aside."""
        written = self.string[self.starts[first] : self.ends[last - 1]]
        return _ADDRESS.sub(" ", written) if "://" in written else written

    def word_range(self, start: int, end: int) -> tuple[int, int]:
        """Return the words (half open) of which at least half lies in `letters[start:end]`."""
        first = bisect_right(self.places, start) - 1
        if start - self.places[first] > len(self.words[first]) / 2:
            first += 1
        last = bisect_left(self.places, end)
        if self.places[last] - end > len(self.words[last - 1]) / 2:
            last -= 1
        return first, max(first, last)


def prepare(string: str) -> Text:
    """Return a string made ready; markup of HTML and LaTeX is read, and hyphens at line ends are taken out.

    >>> prepare("M. Müller. The Bee's repre- sentation").words
    ('m', 'muller', 'the', 'bees', 'representation')
    """
    plain = plain_text(_parted(string[:LONGEST]))
    if not plain.isupper():
        plain = _SMALL_CAPITALS.sub(r"\1", plain)
    spoken = _ADDRESS.sub(_blank, plain) if any(sign in plain for sign in _ADDRESSED) else plain
    spans = [match.span() for match in _WORD.finditer(spoken)] or [match.span() for match in _WORD.finditer(plain)]
    if plain.isascii() and "'" not in plain and "`" not in plain:
        small = plain.lower()
        words = tuple([small[start:end] for start, end in spans])
    else:
        folded = [_folded_word(plain[start:end]) for start, end in spans]
        words = tuple(filter(None, folded))
        spans = list(compress(spans, folded))
    starts, ends = zip(*spans, strict=True) if spans else ((), ())
    return Text(plain, words, starts, ends, "".join(words), frozenset(words))


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _folded_word(raw: str) -> str:
    return raw.lower() if raw.isascii() and raw.isalnum() else letters_of(raw)


def plain_text(string: str) -> str:
    """Return the string without what is markup rather than text."""
    if not string.isascii() and any(sign in string for sign in _MOJIBAKE):
        string = _mended(string)
    if "&" in string:
        string = _ENTITY.sub(lambda match: html.unescape(match.group().rstrip(";") + ";"), string)
    if "\\" in string:
        string = _CITE_KEY.sub("\n", string)
        string = _FORMULA.sub(lambda match: markup.plain(match.group()), string)
        string = _TEX_ACCENT.sub(_tex_letter, string)
        string = _TEX_COMMAND.sub(" ", _TEX_BREAK.sub("\n", string))
    if "<" in string:
        if "<<" in string and ">>" in string:
            string = string.replace("<<", "«").replace(">>", "»")  # where there are no others: `<<Title>>`
        string = _TAG.sub("\n", _INLINE.sub("", string))
    if "{" in string:
        string = string.replace("}{", " | ").replace("{", "").replace("}", "")
    if " w/" in string:
        string = string.replace(" w/o ", " without ").replace(" w/ ", " with ")
    if " In: " in string or "? In " in string or "! In " in string or "oint" in string:
        string = _SENTENCE.sub("\n", string)
    if "?" in string or "\ufffd" in string:
        string = _LOST.sub("", string)
    if "- " in string or "-\n" in string or "\u2010" in string or "\u00ac" in string or "\u00ad" in string:
        string = _BROKEN_WORD.sub("", string)
    if ".~" in string:
        string = string.replace(".~", ". ")  # TeX's blank behind an initial: `K.~Miller`
    if "-star" in string or "-Star" in string:
        string = _STAR.sub(r"\1*", string)
    if "(R)" in string or "(TM)" in string:
        string = _REGISTERED.sub("", string)
    return string.replace("×", "x")  # `16×16`


@lru_cache(maxsize=1 << 10)
def plain_title(title: str) -> str:
    """Return a record's title without markup: asked for again and again while one string is judged."""
    return plain_text(title)


def _parted(string: str) -> str:
    r"""Return a string with what parts its fields as line ends, and with an i for each that a scan read as a mark.

    >>> _parted("GoldbergPWWhen Can Two Unsupervised Learners")
    'Goldberg\nPW\nWhen Can Two Unsupervised Learners'
    """
    string = untagged(unnumbered(unwrapped(string)))
    if "\n" in string:
        string = _PAGE_NUMBER.sub(" ", string)
    if "et al" in string or "ET AL" in string:
        string = _GLUED_ET_AL.sub(" ", string)
    if _GLUED.search(string):
        string = _SEAM.sub("\n", string)
    if not string.isascii():
        string = _LOOSE_ACCENT.sub("", _UNSEEN.sub("", string))
    if "  " in string:
        string = _SPACED_NAMES.sub(_names_unspaced, string)
    string = _LETTERSPACED.sub(_unspaced, string)
    if _SPACED.search(string):
        string = _SPACED_WORD.sub(_unspaced, string)
    return _MARK_FOR_I.sub("i", string) if "!" in string else string


def _unspaced(match: re.Match[str]) -> str:
    return match[0].replace(" ", "")


def _names_unspaced(match: re.Match[str]) -> str:
    return " ".join([name.replace(" ", "") for name in match[0].split("  ")]).rstrip() + "\n"


def _mended(string: str) -> str:
    # Here, because few strings need it and it takes as long to load as all the rest.
    from ftfy import fix_encoding

    return fix_encoding(string)


def _tex_letter(match: re.Match[str]) -> str:
    return match[1] or match[2] or _TEX_LETTERS.get(match[3], match[3])
