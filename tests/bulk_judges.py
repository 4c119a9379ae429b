"""Judges for the tests of bulk matching, and their openers, by names that a worker process can import."""

from __future__ import annotations

import hashlib
import os
from dataclasses import replace

from reconcile.bulk import Judge
from reconcile.mention import Evidence, Level, Status
from reconcile.wanted import Verdict, Wanted
from tests.make import record

FATAL, BUG, STOP = "kill this worker", "a bug", "stop here"
FOUND = record(
    "A Study of Things", "Ann Lee; B. Wu", 2019, "ACL", source="dblp", key="conf/acl/LeeW19", ids="doi:10.1234/x"
)


class Plain:
    """Finds `FOUND` under the string's own title, in a time that differs from string to string."""

    def judge(self, wanted: Wanted, /) -> Verdict:
        text = wanted.text or (wanted.claim.title if wanted.claim else "")
        if "nothing" in text:
            return Verdict(wanted.id, Status.NOT_FOUND, 0.01)
        work = hashlib.blake2b(text.encode("utf-8", "replace")).digest()
        for _ in range(work[0] ** 2 // 400):
            work = hashlib.blake2b(work).digest()
        evidence = (Evidence("title", Level.AGREE, 12.34567, text, text, "the title is the same"),)
        return Verdict(wanted.id, Status.MATCHED, 0.987654, replace(FOUND, title=text), evidence=evidence)


class Fragile(Plain):
    """Ends its process, raises, or is interrupted, at the strings that say so."""

    def judge(self, wanted: Wanted, /) -> Verdict:
        if wanted.text == FATAL:
            os._exit(9)
        if wanted.text == BUG:
            raise ZeroDivisionError(wanted.text)
        if wanted.text == STOP:
            raise KeyboardInterrupt
        return super().judge(wanted)


def plain() -> Judge:
    return Plain()


def fragile() -> Judge:
    return Fragile()


def closed() -> Judge:
    raise LookupError("no such catalogue")
