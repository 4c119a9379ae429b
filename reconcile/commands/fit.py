"""`reconcile fit`: labelled pairs in, a table of weights out, and what changed and how far it can be trusted."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path

from reconcile.arguments import InputError
from reconcile.commands import DONE, Unusable
from reconcile.commands.options import Estimate, add_weights
from reconcile.commands.writing import check_input, check_output, write_whole
from reconcile.evidence.weights import Weight, Weights, WeightsError, written
from reconcile.fitting import Fitted, Reliability, TooFew, fit
from reconcile.pairing.blocks import delimiter_of, table_of
from reconcile.pairing.labelled import Labelled, labelled_pairs
from reconcile.piped import DASH, STANDARD_INPUT
from reconcile.settings import EVEN, for_pairs
from reconcile.streaming import opening
from reconcile.streaming.opening import Input
from reconcile.terminal import console

FAULTS: tuple[type[Exception], ...] = (InputError, WeightsError, TooFew)
_SHOWN_AT_ONCE = 256  # pairs
_EPILOG = """PAIRS.csv is a table of pairs as `reconcile compare` reads it, with a column label: 1 where the two records
are one work, 0 where they are not; pairs whose label is empty are passed over. Weights are bits. A level that few
pairs show stays near the weight that it had. Trees are grown beside the table, for what only several fields show
together, and kept where they judge unseen pairs better than the table alone. What is printed as "after" was measured on
pairs that the fit had not seen.

exit status: 0 done; 2 unusable input or arguments, or too few pairs."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tell the parser the arguments of `fit`."""
    parser.description = "Fit the weights of the judgement to pairs of records that you have labelled."
    parser.epilog = _EPILOG
    parser.add_argument(
        "pairs", metavar="PAIRS.csv", help="separated by commas, semicolons or tabs; gzipped too; - is standard input"
    )
    parser.add_argument("--out", required=True, metavar="WEIGHTS.toml", help="file to write")
    parser.add_argument(
        "--least",
        type=_count,
        default=1,
        metavar="N",
        help="pairs that a level must have for its weight to change (default: %(default)s)",
    )
    add_weights(parser)


def _count(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 10**9:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of pairs; give 1 or more")
    return int(text)


def run(asked: argparse.Namespace) -> int:
    """Fit the weights, write them, and print what changed."""
    start = for_pairs(asked.weights, EVEN).weights
    check_input(asked.pairs)
    if asked.out == DASH:
        raise Unusable("--out -: what changed is printed there; name a file")
    check_output(asked.out, "--out", asked.pairs)
    source = Input(asked.pairs)
    with opening.text(source) as text, console.meter("reading", "pairs") as meter:
        pairs = labelled_pairs(table_of(text, asked.pairs, delimiter_of(asked.pairs)))
        counted = _counted(pairs, Estimate(meter, source.size), text)
        fitted = fit(counted, start, says=f"fitted to {_name(asked.pairs)}", least=asked.least)
    same, count = _sizes(fitted)
    heading = f"fitted by `reconcile fit` to {_name(asked.pairs)}: {count:,} labelled pairs, {same:,} of them the same"
    write_whole(Path(asked.out), written(fitted.weights, heading).encode())
    for line in (*levels(fitted, start), "", *figures(fitted), f"weights: {asked.out}"):
        console.say(line)
    if not fitted.after.beats_chance:
        console.complain(
            f"{_name(asked.pairs)}: the labels do not follow from what the pairs show; these weights are no better than"
            " guessing, so look at the labels"
        )
    return DONE


def _name(pairs: str) -> str:
    return STANDARD_INPUT if pairs == DASH else Path(pairs).name


def _counted(pairs: Iterable[Labelled], shown: Estimate, text: opening.Text) -> Iterator[Labelled]:
    for number, pair in enumerate(pairs, start=1):
        yield pair
        if number % _SHOWN_AT_ONCE == 0:
            shown.step(_SHOWN_AT_ONCE, text.place())


def _sizes(fitted: Fitted) -> tuple[int, int]:
    """Return how many pairs are the same, and how many there are."""
    bins = fitted.before.bins
    return round(sum(each.found * each.pairs for each in bins)), sum(each.pairs for each in bins)


def levels(fitted: Fitted, start: Weights) -> Iterator[str]:
    """Yield a table of the levels that pairs show: their weight before and after, and the pairs of each kind."""
    yield f"{'level':<26}{'before':>18}{'after':>18}{'same':>9}{'different':>11}"
    for place, (same, other) in fitted.counts.items():
        if same or other:
            before, after = _shown(start.of(*place)), _shown(fitted.weights.of(*place))
            yield f"{'.'.join(place):<26}{before:>18}{after:>18}{same:>9,}{other:>11,}"
    unseen = [".".join(place) for place, counts in fitted.counts.items() if not any(counts)]
    if unseen:
        yield f"no pair shows these, which keep their weights: {', '.join(unseen)}"


def _shown(weight: Weight) -> str:
    """Return a weight: its bits, and those for each shared bit where it has a slope."""
    return f"{weight.bits:+.1f}{f'{weight.per_bit:+.2f}/bit' if weight.per_bit else '':>11}"


def figures(fitted: Fitted) -> Iterator[str]:
    """Yield how far probabilities can be trusted: by tenths, and in one figure, before the fit and after."""
    yield f"{'said':<12}{'pairs':>8}{'mean said':>11}{'found':>8}"
    for place, each in enumerate(fitted.after.bins):
        if each.pairs:
            tenth = f"{place / 10:.1f} to {(place + 1) / 10:.1f}"
            yield f"{tenth:<12}{each.pairs:>8,}{each.said:>11.3f}{each.found:>8.3f}"
    yield f"before: {_figures(fitted.before)}"
    yield f"after:  {_figures(fitted.after)} (each pair by weights fitted without it)"
    if fitted.alone:
        trees = len(fitted.weights.precedents.trees) if fitted.weights.precedents else 0
        yield f"alone:  {_figures(fitted.alone)} (the same without the {trees} trees of precedents)"


def _figures(found: Reliability) -> str:
    return (
        f"precision {found.precision:.4f}, recall {found.recall:.4f}, F1 {found.f1:.4f},"
        f" calibration error {found.error:.4f}"
    )
