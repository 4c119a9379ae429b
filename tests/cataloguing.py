"""Tiny dblp.xml files and catalogues for the tests of the catalogue."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from xml.sax.saxutils import escape

from sources.catalog.build import Dump, build
from sources.catalog.catalog import Catalog

AAAI = "Proceedings of the Twenty-Fourth AAAI Conference on Artificial Intelligence, AAAI 2010, Atlanta"


def paper(key: str, title: str, *authors: str, year: int = 2010, more: str = "") -> str:
    """A paper as dblp.xml has it."""
    by = "".join(f"<author>{escape(name)}</author>" for name in authors)
    return f'<inproceedings key="{key}">{by}<title>{escape(title)}.</title><year>{year}</year>{more}</inproceedings>'


PAPERS = (
    paper(
        "conf/aaai/AhmadH10",
        "GTPA: A Generative Model For Online Mentor-Apprentice Networks",
        "Muhammad Aurangzeb Ahmad",
        "David A. Huffaker",
        more="<booktitle>AAAI</booktitle><crossref>conf/aaai/2010</crossref><ee>https://doi.org/10.1609/AAAI.V24I1.7536</ee>",
    ),
    paper("conf/aaai/AnsoteguiBL10", "A New Algorithm for Weighted Partial MaxSAT", "Carlos Ansótegui", "Jordi Levy"),
    paper("conf/aaai/AltmanK10", "Nonmanipulable Randomized Tournament Selections", "Alon Altman", "Robert Kleinberg"),
    paper("conf/aaai/Other12", "A New Algorithm for Weighted Networks", "Wei Zhang 0001", year=2012),
    f'<proceedings key="conf/aaai/2010"><editor>Maria Fox</editor><title>{AAAI}.</title><year>2010</year></proceedings>',
    '<www key="homepages/a/AlonAltman"><author>Alon Altman</author><title>Home Page</title></www>',
)


def dblp_xml(path: Path, entries: Iterable[str] = PAPERS) -> Dump:
    """Write a dblp.xml and return it as a dump."""
    body = "\n".join(entries)
    path.write_text(f'<?xml version="1.0" encoding="UTF-8"?>\n<dblp>\n{body}\n</dblp>\n', encoding="utf-8")
    return Dump("dblp", path)


def small_catalog(folder: Path, entries: Iterable[str] = PAPERS) -> Catalog:
    """Build a catalogue in a folder and open it."""
    build([dblp_xml(folder / "dblp.xml", entries)], folder / "catalog")
    return Catalog.open(folder / "catalog")
