"""`clean`: a path, a text or a bibtexparser Library in, a `Cleaning` out."""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeVar

from reconcile.arguments import InputError, jobs_of, texts
from reconcile.bibtex.library import is_bibtex, is_library, text_of_library
from reconcile.bibtex.source import Source
from reconcile.bulk.catalogued import jobs_with
from reconcile.checking.ignoring import misspelt
from reconcile.cleaning.change import Policy, Preprints, VenueForm, no_codes
from reconcile.cleaning.judging import OpenEntryJudge
from reconcile.cleaning.run import Cleaning, clean_source
from reconcile.documents.blocks.unreadable import Unreadable
from reconcile.settings import DEFAULT, Settings, Table, for_claims
from reconcile.streaming.opening import unpacked
from sources.catalog import Catalog

if TYPE_CHECKING:
    from reconcile.bibtex.library import Library

    Input = str | bytes | Path | Library
else:
    Input = object

Choice = TypeVar("Choice", bound=StrEnum)
_MOST = 1 << 30  # bytes of a file that is read whole


def clean(
    bib: Input,
    *,
    catalog: str | Path | Catalog | None = None,
    preprints: Preprints | Literal["keep", "replace", "both"] = "keep",
    venues: VenueForm | Literal["long", "short", "keep"] = "keep",
    accept: str | Iterable[str] = (),
    accept_for: str | Iterable[str] = (),
    weights: Table | None = None,
    jobs: int = 1,
    settings: Settings = DEFAULT,
) -> Cleaning:
    """Return a bibliography cleaned by what a local catalogue says.

    `bib` is a path, BibTeX as a text (it is empty, has several lines, or an `@` with a brace) or as bytes, or a
    bibtexparser Library. `preprints` is `keep`, `replace` or `both`; `venues` is `long`, `short` or `keep`. `accept`
    are codes of proposals that are carried out, `accept_for` keys of entries whose proposals are; of a key that no
    entry has a warning is given. `weights` is a table that was fitted (`Weights`, or its file); `jobs` is how many
    processes judge. Without a catalogue nothing is changed. Raises Unreadable for a file that cannot be read,
    InputError for another policy and for what is no code of a proposal, WeightsError, CatalogError.

    >>> clean("@misc{a, title = {B}}").to_bibtex()
    '@misc{a, title = {B}}'
    """
    accepted, jobs = texts(accept, "accept"), jobs_of(jobs)
    if wrong := no_codes(accepted):
        raise InputError(wrong)
    keys = frozenset(texts(accept_for, "accept_for"))
    policy = Policy(
        _chosen(Preprints, preprints, "preprints"), _chosen(VenueForm, venues, "venues"), frozenset(accepted), keys
    )
    source = source_of(bib)
    for key in unknown_keys(source, policy):
        warnings.warn(f"accept_for={key!r}: no entry has this key; nothing is accepted for it", stacklevel=2)
    for said in misspelt(source.text):
        warnings.warn(said, stacklevel=2)
    if catalog is None:
        return clean_source(source, None, policy)
    held = catalog if isinstance(catalog, Catalog) else Path(catalog)
    return clean_source(source, OpenEntryJudge(held, for_claims(weights, settings)), policy, jobs_with(held, jobs))


def unknown_keys(source: Source, policy: Policy) -> list[str]:
    """Return the keys for which proposals are accepted and that no entry has."""
    return sorted(policy.accept_for - {piece.key for piece in source.pieces()}) if policy.accept_for else []


def _chosen(kind: type[Choice], value: str, name: str) -> Choice:
    try:
        return kind(value)
    except ValueError as fault:
        raise InputError(f"{name}={value!r} is none of {', '.join(kind)}") from fault


def source_of(bib: Input) -> Source:
    """Return the source of what `clean` takes; raises `Unreadable`."""
    if isinstance(bib, Path):
        return Source.of_bytes(read_file(bib))
    if isinstance(bib, bytes):
        return Source.of_bytes(bib)
    if isinstance(bib, str):
        return Source(bib, errors="surrogatepass") if is_bibtex(bib) else source_of(Path(bib))
    if is_library(bib):
        return Source(text_of_library(bib))
    raise InputError(f"bib is of type {type(bib).__name__}; give a path, BibTeX as text or bytes, or a Library")


def read_file(path: Path) -> bytes:
    """Return the bytes of a .bib file, unpacked where it is gzipped; raises `Unreadable`."""
    try:
        if path.is_dir():
            raise Unreadable(f"{path}: this is a folder; name one of its files")
        with path.open("rb") as file:
            content = file.read(_MOST + 1)
    except FileNotFoundError as fault:
        raise Unreadable(f"{path}: there is no such file") from fault
    except OSError as fault:
        raise Unreadable(f"{path}: this file cannot be read: {fault.strerror}") from fault
    return of_content(content, str(path))


def of_content(content: bytes, name: str) -> bytes:
    """Return the bytes of a .bib file that is called so, unpacked where they are gzipped; raises `Unreadable`."""
    try:
        content = unpacked(content, name, _MOST + 1)
    except InputError as fault:
        raise Unreadable(str(fault)) from fault
    if len(content) > _MOST:
        raise Unreadable(f"{name}: this file is larger than {_MOST >> 20} MB; split it")
    return content
