"""Evidence drawn as a waterfall in plain text: each weight begins where the sum of those before it ended."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.mention import Evidence

_WIDTH = 32  # characters of the drawing
_GAIN, _LOSS, _ZERO = "+", "-", "|"


def waterfall(evidence: Sequence[Evidence], prior: float, probability: float) -> list[str]:
    """Return a line for the prior, one for each piece of evidence, and one for the sum, which is the probability.

    Weights are bits, rounded to tenths as they are printed, so that a reader's sum is the printed one; the drawing's
    ends are the least and the greatest sum, and `|` is nought, which is even odds.
    """
    steps = [("prior", round(prior, 1), "before anything is seen")]
    steps += [(piece.field, round(piece.weight, 1), piece.says) for piece in evidence]
    sums = [0.0]
    for _, weight, _ in steps:
        sums.append(sums[-1] + weight)
    low, high = min(sums), max(sums)
    lines = [
        f"{field:<11}{weight:+7.1f}  {_bar(before, before + weight, low, high)}  {says}".rstrip()
        for (field, weight, says), before in zip(steps, sums, strict=False)
    ]
    drawn = _bar(0.0, 0.0, low, high)
    return [*lines, f"{'sum':<11}{sums[-1]:+7.1f}  {drawn}  probability {probability:.4f}"]


def _bar(first: float, last: float, low: float, high: float) -> str:
    """Return the drawing of one step from a sum to the next."""
    span = (high - low) or 1.0

    def place(bits: float) -> int:
        return round((bits - low) / span * (_WIDTH - 1))

    begin, end = sorted((place(first), place(last)))
    signs = [" "] * _WIDTH
    signs[place(0.0)] = _ZERO
    if first != last:
        signs[begin : end + 1] = (_GAIN if last > first else _LOSS) * (end - begin + 1)
    return "".join(signs)
