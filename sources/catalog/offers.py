"""The dumps that their publishers offer to everybody: where, and what is known of them (a table)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Offer:
    """A dump that is offered to everybody: where, under which name it is kept, and between which sizes it lies."""

    source: str
    address: str
    name: str
    least: int
    largest: int
    otherwise: str = ""


# dblp.xml.gz was 1,107 MB in October 2026, anthology.bib.gz 12.7 MB in September 2026: what has less than half is a
# piece of it or something else.
OFFERS: Mapping[str, Offer] = {
    "dblp": Offer(
        source="dblp",
        address="https://dblp.org/xml/dblp.xml.gz",
        name="dblp.xml.gz",
        least=500_000_000,
        largest=20_000_000_000,
        # Since September 2026 a wall against robots stands before dblp.org now and then; the releases have none.
        otherwise="monthly releases are at https://drops.dagstuhl.de/entities/collection/dblp; "
        "give the address of one, which ends in .xml.gz, with --dblp-url",
    ),
    "anthology": Offer(
        source="anthology",
        address="https://aclanthology.org/anthology.bib.gz",
        name="anthology.bib.gz",
        least=5_000_000,
        largest=1_000_000_000,
    ),
}
# https://www.crossref.org/documentation/retrieve-metadata/rest-api/tips-for-using-public-data-files-and-plus-snapshots/
NOT_OFFERED: Mapping[str, str] = {
    "crossref": "Crossref gives its public data file (some 200 GB, once a year) as a torrent, not fetched here: "
    "find it by 'Crossref public data file' on https://academictorrents.com, fetch it with a torrent client, "
    "and give the folder or tar to catalog build --crossref",
}
