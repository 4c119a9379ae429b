"""Check a .bib with citecheck against its local DBLP index alone; runs in citecheck's own venv.

usage: HOME=FOLDER /opt/peers/bin/python bench/peer_check_citecheck.py FILE.bib --out CHECKED.jsonl

Offline as in `peer_citecheck.py`. Each line has key, status and flags as `reconcile check` writes them, so that one
scorer takes both: NOT_FOUND and MISMATCH are errors, CHECK is a warning, ERROR is not checked.
"""

import argparse
import json
from pathlib import Path

from peer_citecheck import checked

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
    results, seconds, used = checked(asked.bib)
    print(f"{len(results)} entries, {seconds:.1f} s, {used:.1f} s of processor")
    lines = [json.dumps(line_of(result)) + "\n" for result in results]
    Path(asked.out).write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
