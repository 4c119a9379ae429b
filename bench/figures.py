"""Draw the pictures of docs/scoring.md: the waterfalls of two comparisons, and the reliability of probabilities.

usage: python bench/figures.py --out docs/figures [--reliability NAME=PAIRS.csv ...]

The two worked examples stand below; a file of labelled pairs is judged with the shipped weights.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from html import escape
from pathlib import Path

from pairs import PAIRS, labelled

from reconcile.comparison import judge
from reconcile.evidence.side import Side, side_of_cells
from reconcile.fitting import Reliability, reliability
from reconcile.mention import Evidence

# A claim as a CV has it, and the record; then the same claim and the journal's version of the paper.
EXAMPLES = {
    "same": (
        side_of_cells(
            "Light-SecAgg: Lightweight and versatile design for secure aggregation in federated learning",
            "J. So, C. He, C.-S. Yang, S. Li, Q. Yu, R. E. Ali, B. Guler, S. Avestimehr",
            "MLSys",
            "2022",
        ),
        side_of_cells(
            "LightSecAgg: a Lightweight and Versatile Design for Secure Aggregation in Federated Learning",
            "Jinhyun So, Chaoyang He, Chien-Sheng Yang, Songze Li, Qian Yu, Ramy E. Ali, Basak Guler,"
            " Salman Avestimehr",
            "Proceedings of Machine Learning and Systems",
            "2022",
        ),
    ),
    "different": (
        side_of_cells(
            "Federated Learning for Internet of Things: Applications, Challenges, and Opportunities",
            "T. Zhang, L. Gao, C. He, M. Zhang, B. Krishnamachari, S. Avestimehr",
            "IEEE Internet of Things Magazine",
            "2022",
        ),
        side_of_cells(
            "Federated Learning for Internet of Things: A Federated Learning Framework for On-device Anomaly Data"
            " Detection",
            "Tuo Zhang, Chaoyang He, Tianhao Ma, Lei Gao, Mark Ma, Salman Avestimehr",
            "SenSys",
            "2021",
        ),
    ),
}
_LONGEST = 44
_WIDTH, _ROW, _LEFT, _SCALE = 760, 26, 300, 11.0
_HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif" font-size="13">'
    '<rect width="100%" height="100%" fill="#fff"/>'
)


def waterfall(left: Side, right: Side) -> str:
    """Return the picture of a comparison: a bar for each field that weighs, from where the one before ended."""
    judged = judge(left, right, PAIRS)
    steps = [("prior", PAIRS.prior, "before anything is seen"), *map(_step, judged.evidence)]
    steps = [step for step in steps if step[1]]
    low = min(0.0, *(_sums(steps)))
    origin = _LEFT - low * _SCALE
    rows, at = [], 0.0
    for number, (field, bits, says) in enumerate(steps):
        y = 20 + number * _ROW
        begin, end = sorted((at, at + bits))
        colour = "#2a7" if bits > 0 else "#c44"
        rows.append(_text(10, y + 15, _cut(f"{field}: {says}")))
        rows.append(_bar(origin + begin * _SCALE, y, (end - begin) * _SCALE, colour))
        rows.append(_text(origin + end * _SCALE + 4, y + 15, f"{bits:+.1f}"))
        at += bits
    height = 60 + len(steps) * _ROW
    said = f"sum {at:+.1f} bits: probability {judged.probability:.3f}, {judged.decision}"
    axis = f'<line x1="{origin:.0f}" y1="10" x2="{origin:.0f}" y2="{height - 40}" stroke="#888"/>'
    return _HEAD.format(width=_WIDTH, height=height) + axis + "".join(rows) + _text(10, height - 15, said) + "</svg>\n"


def _sums(steps: Sequence[tuple[str, float, str]]) -> list[float]:
    return [sum(bits for _, bits, _ in steps[: last + 1]) for last in range(len(steps))]


def _step(piece: Evidence) -> tuple[str, float, str]:
    return piece.field, piece.weight, piece.says


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _text(x: float, y: float, text: str) -> str:
    return f'<text x="{x:.0f}" y="{y:.0f}">{escape(text)}</text>'


def _bar(x: float, y: float, width: float, colour: str) -> str:
    return f'<rect x="{x:.1f}" y="{y}" width="{max(1.0, width):.1f}" height="18" fill="{colour}"/>'


def diagram(found: dict[str, Reliability]) -> str:
    """Return the reliability of several sets: found against said, a circle a bin, its area the share of the pairs."""
    size, edge = 360, 45
    colours = ("#246", "#a52", "#2a7", "#829")
    parts = [_HEAD.format(width=size + 400, height=size + 70)]
    parts.append(f'<path d="M{edge} {edge + size}L{edge + size} {edge}" stroke="#999" stroke-dasharray="4"/>')
    parts.append(f'<rect x="{edge}" y="{edge}" width="{size}" height="{size}" fill="none" stroke="#444"/>')
    for number, (name, each) in enumerate(found.items()):
        colour, total = colours[number % len(colours)], sum(bin_.pairs for bin_ in each.bins)
        for bin_ in each.bins:
            if bin_.pairs:
                radius = 3 + 12 * (bin_.pairs / total) ** 0.5
                x, y = edge + bin_.said * size, edge + (1 - bin_.found) * size
                parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="{colour}" fill-opacity=".6"/>')
        parts.append(_bar(size + 60, edge + 30 * number, 12, colour))
        parts.append(_text(size + 80, edge + 30 * number + 14, f"{name}: error {each.error:.4f}"))
    parts.append(_text(edge + size / 2 - 60, edge + size + 20, "probability said"))
    parts.append(_text(edge, edge - 12, "share found to be one work"))
    return "".join(parts) + "</svg>\n"


def judged(path: Path) -> Reliability:
    """Return how reliable the shipped weights are on labelled pairs."""
    found = [(judge(left, right, PAIRS).probability, same) for left, right, same in labelled(path)]
    return reliability([chance for chance, _ in found], [same for _, same in found])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--reliability", nargs="*", default=(), metavar="NAME=PAIRS.csv")
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    for name, sides in EXAMPLES.items():
        (asked.out / f"waterfall-{name}.svg").write_text(waterfall(*sides), encoding="utf-8")
    if asked.reliability:
        files = dict(each.split("=", 1) for each in asked.reliability)
        found = {name: judged(Path(path)) for name, path in files.items()}
        (asked.out / "reliability.svg").write_text(diagram(found), encoding="utf-8")


if __name__ == "__main__":
    main()
