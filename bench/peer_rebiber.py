"""Match the entries of a .bib with rebiber; runs in rebiber's own venv.

usage: PYTHON bench/peer_rebiber.py FILE.bib --rows DBLP.jsonl --db DB.json --out ANSWERS.json

rebiber ships bib entries of some conferences as JSON: normalised title -> the entry's lines. The same form is written
here from the dump (`--rows`, made by `peers.py`) by rebiber's own `normalize_title`, once, into `--db`; then its own
`load_bib_file` and `normalize_bib` do the work. Which record an entry took is read from `biburl` in what it writes.
"""

import argparse
import contextlib
import io
import json
import re
import tempfile
import time
from pathlib import Path

from rebiber.bib2json import load_bib_file, normalize_title
from rebiber.normalize import construct_bib_db, normalize_bib

BIBURL = re.compile(r"biburl\s*=\s*\{https://dblp\.org/rec/(.+?)\.bib\}")
KEY = re.compile(r"@\w+\{([^,\s]+)")


def entry_lines(row):
    """Return a record as the lines of DBLP's own BibTeX."""
    kind = "article" if row["key"].startswith("journals/") else "inproceedings"
    place = "journal" if kind == "article" else "booktitle"
    return [
        f"@{kind}{{DBLP:{row['key']},\n",
        f"  author    = {{{' and '.join(row['authors'])}}},\n",
        f"  title     = {{{row['title']}}},\n",
        f"  {place} = {{{row['venue']}}},\n",
        f"  year      = {{{row['year']}}},\n",
        f"  biburl    = {{https://dblp.org/rec/{row['key']}.bib}}\n",
        "}\n",
    ]


def write_db(rows, path):
    """Write rebiber's JSON; of two records with one normalised title the later stays, as in rebiber."""
    with rows.open(encoding="utf-8") as lines:
        entries = {normalize_title(row["title"]): entry_lines(row) for row in map(json.loads, lines)}
    path.write_text(json.dumps(entries), encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bib")
    parser.add_argument("--rows", type=Path, required=True)
    parser.add_argument("--db", type=Path, required=True)
    parser.add_argument("--out", required=True)
    asked = parser.parse_args()
    if not asked.db.exists():
        write_db(asked.rows, asked.db)
    with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(io.StringIO()):
        names, written = Path(folder, "list.txt"), Path(folder, "out.bib")
        names.write_text(f"{asked.db}\n", encoding="utf-8")
        db = construct_bib_db(names)
        began, used = time.perf_counter(), time.process_time()
        entries = load_bib_file(asked.bib)
        normalize_bib(db, entries, written)
        seconds, used = time.perf_counter() - began, time.process_time() - used
        text = written.read_text(encoding="utf-8")
    answers = {}
    for block in re.split(r"\n(?=@)", text):
        key, url = KEY.search(block), BIBURL.search(block)
        if key:
            answers[key[1]] = url[1] if url else None
    Path(asked.out).write_text(json.dumps({"match": seconds, "cpu": used, "answers": answers}), encoding="utf-8")


if __name__ == "__main__":
    main()
