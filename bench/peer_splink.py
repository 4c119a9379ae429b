"""Match the entries of a .bib with Splink 4 on DuckDB; runs in Splink's own venv.

usage: PYTHON bench/peer_splink.py ENTRIES.jsonl --rows DBLP.jsonl --out ANSWERS.json

Both files hold {"key", "title", "authors", "year"} a line (made by `peers.py`; parsing the .bib is not charged to
Splink). A pair is compared where the titles are the same, where one of the four rarest title words of the entry is
among the record's title words that at most 150 records have, or where a family name and the first eight letters of the
title are the same. Titles are compared at six levels, family names by their intersection, years by distance;
u is estimated from random pairs, m by expectation maximisation on the data itself. The best pair of an entry counts
where its probability is at least 0.1. `match` is the time of registering the entries, predicting and taking the best;
reading the records, counting words and training are the set-up.
"""

import argparse
import collections
import json
import logging
import re
import time
import unicodedata
from pathlib import Path

import duckdb
import pandas as pd
import splink.comparison_level_library as cll
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

RARE = 150
KEPT = 4
OPENING = 8
THRESHOLD = 0.1  # of 0.1, 0.5 and 0.9 the one with the most right answers
NOT_WORD = re.compile(r"[^a-z0-9]+")
LATEX = re.compile(r"\\[a-zA-Z]+|[{}\\$]")


def fold(text):
    """Return lower-case ASCII words parted by one space."""
    plain = unicodedata.normalize("NFKD", LATEX.sub("", text))
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    return NOT_WORD.sub(" ", plain.lower()).strip()


def surname(name):
    """Return the folded family name of 'Ada Byron' or 'Byron, Ada'."""
    name = re.sub(r"\s\d{4}$", "", name)
    return (fold(name.partition(",")[0]).split() or [""])[-1]


def read(path):
    with Path(path).open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def frame(rows, counts, kept, own):
    """Return the table Splink reads; `kept` rarest words stay in `rare`, all where it is 0."""
    out = []
    for row in rows:
        title = fold(row["title"])
        rare = sorted((word for word in set(title.split()) if 0 < counts[word] <= RARE), key=lambda w: (counts[w], w))
        names = sorted({surname(name) for name in row["authors"]} - {"", "others"})
        year = int(row["year"]) if str(row["year"]).isdigit() else None
        rare = rare[:kept] if kept else rare
        out.append((own + row["key"], title, title[:OPENING], rare, rare[0] if rare else None, names or None, year))
    columns = ["unique_id", "title", "opening", "rare", "rarest", "surnames", "year"]
    return pd.DataFrame(out, columns=columns).astype({"year": "Int64"})


def settings():
    title = cl.CustomComparison(
        output_column_name="title",
        comparison_levels=[
            cll.NullLevel("title"),
            cll.ExactMatchLevel("title"),
            cll.CustomLevel(
                "length(title_l) > 15 AND length(title_r) > 15 AND "
                "(starts_with(title_l, title_r) OR starts_with(title_r, title_l))",
                label_for_charts="one begins the other",
            ).configure(u_probability=1e-6),  # this and the next two: too rare among random pairs to be estimated
            cll.LevenshteinLevel("title", 3).configure(u_probability=1e-6),
            cll.JaroWinklerLevel("title", 0.92).configure(u_probability=1e-5),
            cll.JaroWinklerLevel("title", 0.8),
            cll.ElseLevel(),
        ],
    )
    names = cl.CustomComparison(
        output_column_name="surnames",
        comparison_levels=[
            cll.NullLevel("surnames"),
            cll.CustomLevel(
                "len(list_intersect(surnames_l, surnames_r)) = least(len(surnames_l), len(surnames_r))",
                label_for_charts="the shorter list within the longer",
            ),
            cll.ArrayIntersectLevel("surnames", 2),
            cll.ArrayIntersectLevel("surnames", 1),
            cll.ElseLevel(),
        ],
    )
    year = cl.CustomComparison(
        output_column_name="year",
        comparison_levels=[
            cll.NullLevel("year"),
            cll.ExactMatchLevel("year"),
            cll.CustomLevel("abs(year_l - year_r) <= 1", label_for_charts="one apart"),
            cll.ElseLevel(),
        ],
    )
    return SettingsCreator(
        link_type="link_only",
        comparisons=[title, names, year],
        blocking_rules_to_generate_predictions=[
            block_on("title"),
            block_on("rare", arrays_to_explode=["rare"]),
            block_on("surnames", "opening", arrays_to_explode=["surnames"]),
        ],
        max_iterations=10,
    )


def train(linker):
    linker.training.estimate_probability_two_random_records_match([block_on("title")], recall=0.7)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("rarest"))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("entries")
    parser.add_argument("--rows", required=True)
    parser.add_argument("--train", help="entries to train on instead (a file where most have a record)")
    parser.add_argument("--out", required=True)
    asked = parser.parse_args()
    logging.getLogger("splink").setLevel(logging.ERROR)
    rows = read(asked.rows)
    counts = collections.Counter(word for row in rows for word in set(fold(row["title"]).split()))
    known = frame(rows, counts, 0, "k:")
    tables = [frame(read(asked.train or asked.entries), counts, KEPT, "e:"), known]
    linker = Linker(tables, settings(), db_api=DuckDBAPI())
    train(linker)
    trained = linker.misc.save_model_to_json(out_path=None)
    connection = duckdb.connect()
    connection.register("known_frame", known)
    connection.execute("CREATE TABLE known AS SELECT * FROM known_frame")
    began, used = time.perf_counter(), time.process_time()
    connection.register("entry_frame", frame(read(asked.entries), counts, KEPT, "e:"))
    connection.execute("CREATE TABLE entries AS SELECT * FROM entry_frame")
    linker = Linker(["entries", "known"], trained, db_api=DuckDBAPI(connection))
    pairs = linker.inference.predict(threshold_match_probability=THRESHOLD).as_pandas_dataframe()
    pairs = pairs.sort_values(["match_probability", "unique_id_l", "unique_id_r"])
    answers = {}
    for pair in zip(pairs["unique_id_l"], pairs["unique_id_r"], strict=True):
        entry, record = sorted(pair)
        answers[entry[2:]] = record[2:]
    seconds, used = time.perf_counter() - began, time.process_time() - used
    Path(asked.out).write_text(json.dumps({"match": seconds, "cpu": used, "answers": answers}), encoding="utf-8")


if __name__ == "__main__":
    main()
