"""The services of the tests over a table of one's own, in a process of their own: for `faults.py` and `kills.py`."""

from __future__ import annotations

import json
import multiprocessing
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path

from cv_styles import Paper

sys.path.insert(0, str(Path(__file__).parent.parent))

from sources.throttle import Limit
from tests.services import crossref
from tests.services.rows import stand_on
from tests.services.server import Asked, Services

SERVICES = ("crossref", "dblp", "sparql", "anthology")


def table(papers: Iterable[Paper], path: Path) -> int:
    """Write the rows of papers, each once, as the tests' table of facts; return how many."""
    known = {paper.key: _row(paper) for paper in papers}
    path.write_text(json.dumps(list(known.values()), ensure_ascii=False), encoding="utf-8")
    return len(known)


def _row(paper: Paper) -> dict[str, object]:
    acl = paper.key if paper.key[:4].isdigit() and paper.key[4:5] == "." else ""
    is_dblp = not acl and "/" in paper.key and not paper.key.startswith("10.")
    named = {
        "type": "journal-article" if paper.journal else "proceedings-article",
        "container": paper.long_venue,
        "authors": paper.authors,
        "year": paper.year,
        "volume": paper.volume,
        "issue": paper.issue,
        "pages": paper.page,
        "doi": paper.doi.lower(),
        "dblp": paper.key if is_dblp else "",
        "acl": acl,
    }
    known = {name: value for name, value in named.items() if value}
    return {"row": f"{paper.key}/published", "title": paper.title, "where": "a dump", **known}


class Server:
    """The running services, as seen from here."""

    def __init__(self, line: Connection, urls: dict[str, str]) -> None:
        self._line = line
        self.urls = urls

    def have_a_bad_day(self, rate: float, seed: int) -> None:
        """Let that part of the requests meet a fault; with 0, none."""
        self._tell("bad day", rate, seed)

    def log(self) -> tuple[Asked, ...]:
        """Return the requests since the last call."""
        return self._tell("log")  # type: ignore[return-value]

    def _tell(self, *words: object) -> object:
        self._line.send(words)
        return self._line.recv()


@contextmanager
def serving(rows_of: Path, limits: Sequence[tuple[str, Limit]] = (), delay: float = 0.0) -> Iterator[Server]:
    """Run the services in another process; `limits` are what Crossref says of itself, by lane."""
    here, there = multiprocessing.Pipe()
    process = multiprocessing.get_context("fork").Process(target=_serve, args=(there, rows_of, limits, delay))
    process.start()
    try:
        yield Server(here, here.recv())
    finally:
        here.send(("end",))
        process.join(10)
        process.kill()


def _serve(line: Connection, rows_of: Path, limits: Sequence[tuple[str, Limit]], delay: float) -> None:
    stand_on(rows_of)
    for lane, limit in limits:
        pool = lane.replace("crossref-", "polite-").replace("list", "array")
        crossref.LIMITS[pool] = (limit.count, limit.at_once)
    with Services() as services:
        services.delay = delay
        line.send({name: services.url(name) for name in SERVICES})
        while (words := line.recv())[0] != "end":
            if words[0] == "log":
                line.send(services.log)
                services.forget()
            else:
                services.behave()
                services.have_a_bad_day(words[1], words[2])
                line.send(None)
