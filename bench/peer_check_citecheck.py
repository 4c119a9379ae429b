"""Check a .bib with citecheck against its local DBLP index alone; runs in citecheck's own venv.

usage: HOME=FOLDER /opt/peers/bin/python bench/peer_check_citecheck.py FILE.bib --out CHECKED.jsonl

Offline as in `peer_citecheck.py`. Each line has key, status and flags as `reconcile check` writes them, so that one
scorer takes both: NOT_FOUND and MISMATCH are errors, CHECK is a warning, ERROR is not checked.
"""

import argparse
import json
import socket
import time
from pathlib import Path

import citecheck
from peer_citecheck import WEB, NoWeb, no_socket

SEVERITY = {"NOT_FOUND": "error", "MISMATCH": "error", "CHECK": "warning"}
STATUS = {"VERIFIED": "matched", "CHECK": "possible", "MISMATCH": "possible", "NOT_FOUND": "not-found"}


def line_of(result):
    verdict = result["verdict"]
    severity = SEVERITY.get(verdict)
    flags = [{"code": verdict, "severity": severity, "says": str(result.get("note") or "")}] if severity else []
    return {"key": result["key"], "status": STATUS.get(verdict, "not-checked"), "flags": flags}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bib")
    parser.add_argument("--out", required=True)
    asked = parser.parse_args()
    socket.socket = no_socket
    if citecheck.dblp_db() is None:
        raise SystemExit(f"no index in {citecheck.cache_dir()}; run citecheck --build-dblp with this HOME first")
    began, used = time.perf_counter(), time.process_time()
    entries, _ = citecheck.load_entries(asked.bib)
    checker = citecheck.Checker(NoWeb())
    checker.disabled.update(WEB)
    # As its own batch look-up leaves them where arXiv does not answer; else it takes every one for non-existent.
    checker.arxiv_failed = {entry["arxiv"] for entry in entries if entry["arxiv"]}
    results = [checker.check(entry) for entry in entries]
    print(
        f"{len(results)} entries, {time.perf_counter() - began:.1f} s, {time.process_time() - used:.1f} s of processor"
    )
    lines = [json.dumps(line_of(result)) + "\n" for result in results]
    Path(asked.out).write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
