"""Messages of `compare`, `link`, `dedupe`, `explain` and `fit`, and of tables of weights."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from reconcile.cli import DONE
from reconcile.evidence.precedents import NUMBERS
from reconcile.evidence.weights import shipped, written
from reconcile.pairing.blocking import IndexFault
from tests.errors.case import Case, Content, pipe, raising

PAIR = "left_title,right_title,label\nOn Wool,On Wool,1\n"
TABLE = "title,year\nOn Wool,2020\nOn Sheep,2021\n"
WEIGHTS = written(shipped())


def tables(command: str, message: str, more: Mapping[str, Content] | None = None, patch: object = None) -> Case:
    """A case of a command on `pairs.csv` or `table.csv`."""
    return Case(message, command, {"pairs.csv": PAIR, "table.csv": TABLE, **(more or {})}, patch=patch)  # type: ignore[arg-type]


def weighed(message: str, content: str) -> Case:
    """A case of a table of weights."""
    return tables("compare pairs.csv --out out.csv --weights w.toml", message, {"w.toml": content})


PAIRS = [
    Case(
        "…: … in several rows (…); left_row and right_row say which is meant",
        "link twice.csv twice.csv --out links.csv",
        {"twice.csv": "id,title\na,On Wool\na,On Sheep\n"},
        DONE,
    ),
    tables("compare folder --out out.csv", "…: this is a folder; name a file in it"),
    Case(
        "…: this is no file but a device or a pipe; give it as standard input, -",
        "compare pipe --out out.csv",
        prepare=pipe,
    ),
    tables("compare no.csv --out out.csv", "…: there is no such file"),
    tables("compare pairs.csv --out ''", "--out is empty; name a file, or - for standard output"),
    tables("compare pairs.csv --out pairs.csv", "--out …: this is the input itself; name another file"),
    tables("compare pairs.csv --out folder", "--out …: this is a folder; name a file in it"),
    tables("compare pairs.csv --out no/out.csv", "--out …: there is no folder …; make it first"),
    Case(
        "--out …: this is a device or a pipe; write to standard output instead, with --out -",
        "compare pairs.csv --out pipe",
        {"pairs.csv": PAIR},
        prepare=pipe,
    ),
    tables("compare table.csv --out out.csv", "…: there is no column …; its columns are …"),
    tables("compare empty --out out.csv", "…: the file is empty; a table begins with a line of column names"),
    tables(
        "compare pairs.csv --out out.csv",
        "…: line …, the header, cannot be read (…); a table begins with a line of column names",
        {"pairs.csv": "wool and sheep " * 10_000},
    ),
    tables(
        "compare pairs.csv --out out.csv",
        "…: line …: this row has … cells, and the header has …; put cells that hold … in quotation marks",
        {"pairs.csv": PAIR + "a,b,c,d\n"},
    ),
    tables(
        "compare pairs.csv --out out.csv",
        "…: line …: in the row that begins here a quotation mark is not closed",
        {"pairs.csv": PAIR + '"a,b,c\n'},
    ),
    tables(
        "compare pairs.csv --out out.csv",
        "…: line … cannot be read: …",
        {"pairs.csv": PAIR.encode() + b"On\rWool,On Wool,1\n"},
    ),
    tables(
        "compare pairs.csv --out o.csv --wrong 3",
        "argument …: … is no rate; give a number between 0 and 1, such as 0.05",
    ),
    Case(
        "…: … is not written here; name a .csv or .tsv, gzipped or not",
        "dedupe table.csv --out out.jsonl",
        {"table.csv": "title\nT\n"},
    ),
    Case(
        "--possible …: --out names the same; name another file",
        "dedupe table.csv --out out.csv --possible ./out.csv",
        {"table.csv": "title\nT\n"},
    ),
    Case("both tables are standard input; name a file for one of them", "link - - --out out.csv"),
    tables(
        "dedupe table.csv --out out.csv",
        "the index of … rows cannot be made in …: …",
        patch=raising("reconcile.pairing.blocking.IndexWriter", IndexFault("no room")),
    ),
    tables(
        "dedupe table.csv --out out.csv",
        "the index in … cannot be read: …",
        patch=raising("reconcile.pairing.blocking.Index", IndexFault("damaged")),
    ),
    tables(
        "dedupe table.csv --out out.csv",
        "the index cannot be read: …",
        patch=raising("reconcile.pairing.blocking.Index.search", IndexFault("damaged")),
    ),
    tables(
        "fit pairs.csv --out w.toml",
        "…: row …: the label … is neither 1 nor 0",
        {"pairs.csv": PAIR.replace(",1\n", ",maybe\n")},
    ),
    tables("fit pairs.csv --out -", "--out -: what changed is printed there; name a file"),
    tables("fit pairs.csv --out w.toml --least none", "argument …: … is no number of pairs; give 1 or more"),
    Case(
        "…: the labels do not follow from what the pairs show; these weights are no better than guessing, so look at"
        " the labels",
        "fit pairs.csv --out w.toml",
        {"pairs.csv": PAIR.replace("1\n", "1\nOn Wool,On Wool,0\n" + "On Wool,On Wool,1\nOn Wool,On Wool,0\n" * 100)},
        DONE,
    ),
    tables(
        "fit pairs.csv --out w.toml",
        "… labelled pairs, … of them the same; give at least …, with … the same and as many different",
    ),
    Case("give a publication string, or two records with --pair", "explain ''"),
    Case("a string is held against a catalogue; say where it is with --catalog", "explain 'On Wool'"),
    Case("argument …: … is no number of records; give 1 to …", "explain 'On Wool' --catalog cat --candidates many"),
    Case("…: …; name a file with a record as JSON", "explain --pair no.json no.json"),
    Case("…: more than … bytes, so no record", "explain --pair a.json a.json", {"a.json": " " * 20_000_000}),
    Case("…: this is no JSON: …", "explain --pair some.txt some.txt"),
    Case('…: this is no object; write {"title": …, "authors": …}', "explain --pair a.json a.json", {"a.json": "[]"}),
    Case(
        "…: a record has none of the keys …; it has …",
        "explain --pair a.json a.json",
        {"a.json": '{"heading": "On Wool"}'},
    ),
    Case(
        "…: a record has the key …, which is none; is … meant?",
        "explain --pair a.json a.json",
        {"a.json": '{"title": "On Wool", "jear": 2020}'},
    ),
    Case(
        "…: authors: one is of type …; give each as a text",
        "explain --pair a.json a.json",
        {"a.json": '{"title": "On Wool", "author": [{"family": "Lee"}]}'},
    ),
    Case(
        "…: … is of type …; give a text",
        "explain --pair a.json a.json",
        {"a.json": '{"title": ["On", "Wool"]}'},
    ),
]

ASKED = f"numbers = {json.dumps(list(NUMBERS))}\n"
TABLES_OF_WEIGHTS = [
    tables("compare pairs.csv --out o.csv --weights no.toml", "…: …; name a file that `reconcile fit` wrote"),
    weighed("…: more than … bytes, so no table of weights", "#" * 5_000_000),
    weighed("…: not TOML (…); name a file that `reconcile fit` wrote", "["),
    weighed("…: there is no table […]; name a file that `reconcile fit` wrote", ""),
    weighed("…: the level … is missing", WEIGHTS.replace("[title.part]", "[title.others]")),
    weighed("…: … is no level of …", f"{WEIGHTS}\n[title.others]\nbits = 1.0\n"),
    weighed("…: … is none of …", WEIGHTS.replace("bits = ", "bites = ", 1)),
    weighed("…: pairs is no count", WEIGHTS.replace("[title.part]", "[title.part]\npairs = -1")),
    weighed(
        "…: precedents: its numbers are not those that are asked about here; fit anew",
        f"{WEIGHTS}\n[precedents]\ntrees = [0.5]\n",
    ),
    weighed("…: precedents: trees is no list of 1 to 1000 trees", f"{WEIGHTS}\n[precedents]\n{ASKED}trees = []\n"),
    weighed(
        "…: precedents: tree …: neither a share from 0 to 1 nor a question of a number, its least and two answers",
        f"{WEIGHTS}\n[precedents]\n{ASKED}trees = [2]\n",
    ),
    weighed("… is no number of bits between … and …", re.sub(r"bits = \S+", "bits = 999.0", WEIGHTS, count=1)),
]
