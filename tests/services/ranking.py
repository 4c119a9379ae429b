"""Words of a text, and how alike two texts are by the words they share (BM25)."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

# The constants that Lucene uses.
_K1, _B = 1.2, 0.75


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text without case and accents, parted at everything that is no letter or digit."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return tuple(re.findall(r"[^\W_]+", "".join(char for char in plain if not unicodedata.combining(char))))


class Index:
    """Texts ranked by a query: any shared word counts, rare ones more."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._counts = [Counter(words(text)) for text in texts]
        self._lengths = [sum(count.values()) for count in self._counts]
        self._mean = sum(self._lengths) / max(len(texts), 1) or 1.0
        self._spread = Counter(word for count in self._counts for word in count)

    def scores(self, query: str) -> list[float]:
        """Return the score of each text; 0 where no word is shared."""
        wanted = sorted(set(words(query)))
        return [
            sum(self._weight(word) * self._part(count[word], length) for word in wanted)
            for count, length in zip(self._counts, self._lengths, strict=True)
        ]

    def _weight(self, word: str) -> float:
        spread = self._spread[word]
        return math.log(1 + (len(self._counts) - spread + 0.5) / (spread + 0.5))

    def _part(self, count: int, length: int) -> float:
        return count * (_K1 + 1) / (count + _K1 * (1 - _B + _B * length / self._mean))
