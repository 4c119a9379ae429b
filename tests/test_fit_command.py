"""`reconcile fit` from labelled pairs to a table of weights that the other commands take."""

from __future__ import annotations

import csv
import random
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from reconcile.cli import main
from reconcile.evidence.weights import load, shipped, written

WORDS = (
    "adaptive bayesian clustering distributed entropy fuzzy graphs hashing inference joins kernels lattices markov"
    " neural ontologies parsing queries recursion sampling tensors unification vision wavelets xml yield zones"
).split()
SURNAMES = (
    "Abel Berg Cruz Dorn Eck Fuchs Gomez Hale Ito Jung Kern Lopez Moser Nagy Olsen Pohl Quint Roth Sato Tran".split()
)
HEADER = [f"{side}_{field}" for side in ("left", "right") for field in ("title", "authors", "venue", "year")]

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the command in a folder of its own."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str) -> tuple[int, str, str]:
        status = main(arguments)
        said = capsys.readouterr()
        return status, said.out, said.err

    return run


def record(rng: random.Random) -> list[str]:
    title = " ".join(rng.sample(WORDS, 5))
    authors = ", ".join(f"{rng.choice('ABCDEFG')}. {name}" for name in rng.sample(SURNAMES, 3))
    return [title, authors, rng.choice(["VLDB", "SIGMOD"]), str(rng.randrange(1995, 2005))]


def labelled(count: int, label: Callable[[bool], str] = lambda same: str(int(same))) -> list[list[str]]:
    """Pairs of one title and team, of which every other is one work: here years decide, and the same venue tells off."""
    rng = random.Random(1)
    rows = []
    for number in range(count):
        left = record(rng)
        same = number % 2 == 0
        right = [*left[:2], "Nature", left[3]] if same else [*left[:3], str(int(left[3]) + rng.randrange(5, 9))]
        rows.append([*left, *right, label(same)])
    return rows


def write(name: str, rows: Sequence[Sequence[str]], header: Sequence[str] = (*HEADER, "label")) -> None:
    with Path(name).open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([header, *rows])


def test_labels_that_follow_from_nothing_are_told(run: Run) -> None:
    rows = [[*row[:-1], label] for row in labelled(150) for label in "01"]
    write("pairs.csv", rows)
    status, _, err = run("fit", "pairs.csv", "--out", "weights.toml")
    assert status == 0
    assert "pairs.csv: the labels do not follow from what the pairs show; these weights are no better than" in err


def test_weights_are_fitted_and_written(run: Run) -> None:
    write("pairs.csv", labelled(300))
    status, out, err = run("fit", "pairs.csv", "--out", "weights.toml")
    assert (status, err) == (0, "")
    lines = out.splitlines()
    assert lines[0].split() == ["level", "before", "after", "same", "different"]
    (title,) = [line.split() for line in lines if line.startswith("title.same ")]
    assert title[-2:] == ["150", "150"]
    assert lines[-1] == "weights: weights.toml"
    assert lines[-2].startswith("after:  precision 1.0000, recall 1.0000, F1 1.0000, calibration error 0.0")
    assert any(line.startswith("no pair shows these, which keep their weights: ") for line in lines)
    fitted = load(Path("weights.toml"))
    assert fitted.of("title", "same").pairs == 300
    assert fitted.of("title", "same").comes_from == "fitted to pairs.csv"
    assert fitted.of("venue", "extension").bits > shipped().of("venue", "extension").bits
    assert fitted.of("venue", "same").bits == 0  # here it tells against, but agreeing never does
    assert fitted.of("identifier", "same") == shipped().of("identifier", "same")
    heading = Path("weights.toml").read_text().splitlines()[0]
    assert heading == "# fitted by `reconcile fit` to pairs.csv: 300 labelled pairs, 150 of them the same"


def test_fitted_weights_serve_compare(run: Run) -> None:
    write("pairs.csv", labelled(240))
    run("fit", "pairs.csv", "--out", "weights.toml")
    status, out, _ = run("compare", "pairs.csv", "--out", "scored.csv", "--weights", "weights.toml")
    assert (status, out.split(" (")[0]) == (0, "240 pairs: 120 same, 0 possible, 120 different")


def test_the_same_pairs_give_the_same_bytes(run: Run) -> None:
    write("pairs.csv", labelled(240))
    first, second = (run("fit", "pairs.csv", "--out", name)[1].splitlines()[:-1] for name in ("a.toml", "b.toml"))
    assert first == second
    assert Path("a.toml").read_bytes() == Path("b.toml").read_bytes()


def test_levels_of_few_pairs_keep_their_weights(run: Run) -> None:
    write("pairs.csv", labelled(240))
    run("fit", "pairs.csv", "--out", "all.toml")
    run("fit", "pairs.csv", "--out", "few.toml", "--least", "200")
    every, few, start = load(Path("all.toml")), load(Path("few.toml")), shipped()
    places = [(field, level) for field, row in every.levels.items() for level in row]
    rare = [place for place in places if 0 < every.of(*place).pairs < 200]
    assert any(every.of(*place).bits != start.of(*place).bits for place in rare)
    assert all(few.of(*place) == start.of(*place) for place in rare)
    assert few.of("title", "same") == every.of("title", "same") != start.of("title", "same")


def test_a_fit_begins_with_the_weights_that_are_given(run: Run) -> None:
    write("pairs.csv", labelled(240))
    start = shipped()
    moved = start.of("identifier", "same").__class__(33.0)
    Path("start.toml").write_text(written(start.changed({("identifier", "same"): moved})))
    run("fit", "pairs.csv", "--out", "weights.toml", "--weights", "start.toml")
    assert load(Path("weights.toml")).of("identifier", "same").bits == 33.0


@pytest.mark.parametrize(("one", "none"), [("true", "False"), ("YES", "no"), ("same", "different"), ("1.0", "0.0")])
def test_labels_as_people_write_them(one: str, none: str, run: Run) -> None:
    write("pairs.csv", labelled(240, lambda same: one if same else none))
    run("fit", "pairs.csv", "--out", "words.toml")
    write("pairs.csv", labelled(240))
    run("fit", "pairs.csv", "--out", "numbers.toml")
    assert Path("words.toml").read_bytes() == Path("numbers.toml").read_bytes()


def test_pairs_without_a_label_are_passed_over(run: Run) -> None:
    rows = labelled(240)
    write("pairs.csv", rows)
    run("fit", "pairs.csv", "--out", "a.toml")
    write("pairs.csv", [*rows, [*rows[0][:-1], ""]])
    run("fit", "pairs.csv", "--out", "b.toml")
    assert Path("a.toml").read_bytes() == Path("b.toml").read_bytes()


REFUSED = [
    (labelled(60), ["pairs.csv", "--out", "w.toml"], "60 labelled pairs, 30 of them the same; give at least 200"),
    (labelled(300)[::2], ["pairs.csv", "--out", "w.toml"], "150 labelled pairs, 150 of them the same"),
    ([], ["pairs.csv", "--out", "w.toml"], "0 labelled pairs"),
    ([[*HEADER, "perhaps"]], ["pairs.csv", "--out", "w.toml"], "pairs.csv: row 1: the label 'perhaps' is neither 1"),
    ([], ["none.csv", "--out", "w.toml"], "none.csv: there is no such file"),
    ([], ["pairs.csv", "--out", "pairs.csv"], "--out pairs.csv: this is the input itself"),
    ([], ["pairs.csv", "--out", "-"], "--out -: what changed is printed there; name a file"),
    ([], ["pairs.csv", "--out", "w.toml", "--least", "0"], "'0' is no number of pairs; give 1 or more"),
]


@pytest.mark.parametrize(("rows", "arguments", "says"), REFUSED, ids=[each[-1] for each in REFUSED])
def test_what_cannot_be_fitted_is_one_line(rows: list[list[str]], arguments: list[str], says: str, run: Run) -> None:
    write("pairs.csv", rows)
    status, out, err = run("fit", *arguments)
    assert (status, out) == (2, "")
    assert says in err.splitlines()[-1]
    assert not Path("w.toml").exists()


def test_a_table_without_labels_is_refused(run: Run) -> None:
    write("pairs.csv", [], HEADER)
    status, _, err = run("fit", "pairs.csv", "--out", "w.toml")
    assert (status, "pairs.csv: there is no column 'label'; its columns are 'left_title'" in err) == (2, True)
