"""Send .bib files through `clean` without any source, and count those that come back with other bytes.

usage: python bench/roundtrip.py [FOLDER_OR_FILE ...] [--generated 1000] [--megabytes 50]

Every `*.bib` under the folders is read, then texts that hypothesis generates (`tests/bibs.py`: nested braces, quotes
with braces, `#`, parentheses, comments between fields, broken entries) in eight encodings, then one large file made
of all that is UTF-8; for that the time and memory of reading are printed.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
import warnings
from collections.abc import Iterable, Iterator
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent.parent))

from reconcile.bibtex.source import Kind, Source
from reconcile.cleaning import Policy, clean_source
from tests import bibs

ENCODINGS = ("utf-8", "utf-8-sig", "latin-1", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-32")


def survives(content: bytes) -> bool:
    """Say whether a file comes back as it was, from its pieces and from `clean`."""
    source = Source.of_bytes(content)
    pieces = b"".join(source.to_bytes(source.text[each.start : each.end]) for each in source.pieces())
    return pieces == content == clean_source(source, None, Policy()).to_bytes()


def files(places: Iterable[Path]) -> Iterator[Path]:
    """Yield the .bib files of folders, and files themselves."""
    for place in places:
        yield from sorted(place.rglob("*.bib")) if place.is_dir() else [place]


def generated(count: int) -> list[bytes]:
    """Return as many generated files, the same each time."""
    made: list[bytes] = []

    @seed(20261121)
    @settings(
        max_examples=count,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(bibs.file(), st.sampled_from(ENCODINGS))
    def collect(text: str, encoding: str) -> None:
        made.append(text.encode(encoding, "ignore"))

    collect()
    return made


def large(made: Iterable[bytes], megabytes: int) -> bytes:
    """Return one file of about that size, made of the generated ones that are UTF-8."""
    texts = []
    for content in made:
        source = Source.of_bytes(content)
        if source.encoding in ("ascii", "utf-8"):
            texts.append(content.removeprefix(b"\xef\xbb\xbf") + b"\n\n")
    once = b"".join(texts)
    return once * (megabytes * 1_000_000 // max(1, len(once)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("places", type=Path, nargs="*")
    parser.add_argument("--generated", type=int, default=1000)
    parser.add_argument("--megabytes", type=int, default=50)
    asked = parser.parse_args()
    warnings.simplefilter("ignore")
    paths = list(files(asked.places))
    changed = [path for path in paths if not survives(path.read_bytes())]
    print(f"{len(paths)} files, {sum(path.stat().st_size for path in paths) / 1e6:.1f} MB: {len(changed)} changed")
    for path in changed:
        print(f"  {path}")
    made = generated(asked.generated)
    print(
        f"{len(made)} generated files ({len(set(made))} different): {sum(not survives(each) for each in made)} changed"
    )
    for size in (asked.megabytes // 5, asked.megabytes):
        content = large([*(path.read_bytes() for path in paths), *made], size)
        began = time.process_time()
        source = Source.of_bytes(content)
        entries = sum(piece.kind is Kind.ENTRY for piece in source.pieces())
        took = time.process_time() - began
        same = survives(content)
        print(f"{len(content) / 1e6:.0f} MB, {entries} entries: {'same' if same else 'CHANGED'}, read in {took:.1f} s")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
