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
        counts = [Counter(words(text)) for text in texts]
        self._lengths = [sum(count.values()) for count in counts]
        self._mean = sum(self._lengths) / max(len(texts), 1) or 1.0
        self._places: dict[str, list[tuple[int, int]]] = {}
        for place, count in enumerate(counts):
            for word, times in count.items():
                self._places.setdefault(word, []).append((place, times))

    def scores(self, query: str) -> list[float]:
        """Return the score of each text; 0 where no word is shared."""
        scores = [0.0] * len(self._lengths)
        for word in sorted(set(words(query))):
            weight = self._weight(word)
            for place, times in self._places.get(word, ()):
                scores[place] += weight * self._part(times, self._lengths[place])
        return scores

    def _weight(self, word: str) -> float:
        spread = len(self._places.get(word, ()))
        return math.log(1 + (len(self._lengths) - spread + 0.5) / (spread + 0.5))

    def _part(self, count: int, length: int) -> float:
        return count * (_K1 + 1) / (count + _K1 * (1 - _B + _B * length / self._mean))
