"""`clean`: a path, a text or a bibtexparser Library in, a `Cleaning` out."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from reconcile.bibtex.library import text_of_library
from reconcile.bibtex.source import Source
from reconcile.cleaning.change import Policy, Preprints, VenueForm, no_codes
from reconcile.cleaning.judging import OpenEntryJudge
from reconcile.cleaning.run import Cleaning, clean_source
from reconcile.documents.encoding import is_binary
from reconcile.documents.unreadable import Unreadable
from reconcile.settings import DEFAULT, Settings
from sources.catalog import Catalog

if TYPE_CHECKING:
    from reconcile.bibtex.library import Library

    Input = str | Path | Library
else:
    Input = object

_MOST = 1 << 30  # bytes of a file that is read whole


def clean(
    bib: Input,
    *,
    catalog: str | Path | Catalog | None = None,
    preprints: str = "keep",
    venues: str = "keep",
    accept: Iterable[str] = (),
    accept_for: Iterable[str] = (),
    jobs: int = 1,
    settings: Settings = DEFAULT,
) -> Cleaning:
    """Return a bibliography cleaned by what a local catalogue says.

    `bib` is a path, the text of a .bib (which has an `@`, a brace or a line break), or a bibtexparser Library.
    `preprints` is `keep`, `replace` or `both`; `venues` is `long`, `short` or `keep`. `accept` are codes of proposals
    that are carried out, `accept_for` keys of entries whose proposals are; `jobs` is how many processes judge.
    Without a catalogue nothing is changed. Raises `Unreadable` for a file that cannot be read, `CatalogError`, and
    ValueError for another policy and for what is no code of a proposal.

    >>> clean("@misc{a, title = {B}}").to_bibtex()
    '@misc{a, title = {B}}'
    """
    accepted = tuple(accept)
    if wrong := no_codes(accepted):
        raise ValueError(wrong)
    policy = Policy(Preprints(preprints), VenueForm(venues), frozenset(accepted), frozenset(accept_for))
    source = source_of(bib)
    if catalog is None:
        return clean_source(source, None, policy)
    if isinstance(catalog, Catalog) and jobs == 1:
        return clean_source(source, OpenEntryJudge(catalog, settings), policy)
    path = catalog.path if isinstance(catalog, Catalog) else Path(catalog)
    return clean_source(source, OpenEntryJudge(path, settings), policy, jobs)


def source_of(bib: Input) -> Source:
    """Return the source of what `clean` takes; raises `Unreadable`."""
    if isinstance(bib, Path):
        return Source.of_bytes(read_file(bib))
    if isinstance(bib, str):
        return Source(bib, errors="surrogatepass") if _is_text(bib) else source_of(Path(bib))
    return Source(text_of_library(bib))


def _is_text(bib: str) -> bool:
    return not bib.strip() or any(sign in bib for sign in "@\n\r{")


def read_file(path: Path) -> bytes:
    """Return the bytes of a .bib file; raises `Unreadable`."""
    try:
        if path.is_dir():
            raise Unreadable(f"{path}: this is a folder; name one of its files")
        if path.stat().st_size > _MOST:
            raise Unreadable(f"{path}: this file is larger than {_MOST >> 20} MB; split it")
        content = path.read_bytes()
    except FileNotFoundError as fault:
        raise Unreadable(f"{path}: there is no such file") from fault
    except OSError as fault:
        raise Unreadable(f"{path}: this file cannot be read: {fault.strerror}") from fault
    if is_binary(content):
        raise Unreadable(f"{path}: this is no text but binary content; give a text file")
    return content
