"""Match the entries of a .bib against citecheck's local DBLP index alone; runs in citecheck's own venv.

usage: HOME=FOLDER /opt/peers/bin/python bench/peer_citecheck.py FILE.bib --out ANSWERS.json

The network is never touched: its web sources are switched off through citecheck's own list of sources that failed
(`Checker.disabled`), so they cost nothing, and opening a socket raises. The index must have been built in HOME by
`citecheck --build-dblp`. An entry counts as matched where the verdict is VERIFIED or CHECK.
"""

import argparse
import json
import socket
import time
from pathlib import Path

import citecheck

WEB = {"doi.org", "arXiv", "Crossref", "Semantic Scholar", "OpenAlex"}
FOUND = {"VERIFIED", "CHECK"}
PREFIX = "https://dblp.org/rec/"


class NoWeb:
    """Stands in for citecheck's HTTP client: every address is unreachable, at once."""

    cert_error = False

    def get(self, *_asked, **_named):
        return 0, ""

    def status(self, _url):
        return 0


def no_socket(*_args, **_kwargs):
    raise RuntimeError("a socket was asked for; this run must stay offline")


def checked(bib):
    """What citecheck says of each entry, and the seconds by the clock and of the processor that it took."""
    socket.socket = no_socket
    if citecheck.dblp_db() is None:
        raise SystemExit(f"no index in {citecheck.cache_dir()}; run citecheck --build-dblp with this HOME first")
    began, used = time.perf_counter(), time.process_time()
    entries, _ = citecheck.load_entries(bib)
    checker = citecheck.Checker(NoWeb())
    checker.disabled.update(WEB)
    # As its own batch look-up leaves them where arXiv does not answer; else it takes every one for non-existent.
    checker.arxiv_failed = {entry["arxiv"] for entry in entries if entry["arxiv"]}
    results = [checker.check(entry) for entry in entries]
    return results, time.perf_counter() - began, time.process_time() - used


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bib")
    parser.add_argument("--out", required=True)
    asked = parser.parse_args()
    results, seconds, used = checked(asked.bib)
    answers = {}
    for result in results:
        match = result["match"] if result["verdict"] in FOUND else None
        answers[result["key"]] = match["url"].removeprefix(PREFIX) if match else None
    Path(asked.out).write_text(json.dumps({"match": seconds, "cpu": used, "answers": answers}), encoding="utf-8")


if __name__ == "__main__":
    main()
