"""A check from bibliographies to what was found out: read, judge in processes, ask who is left, look across, ignore."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from reconcile import workers
from reconcile.arguments import jobs_of, several
from reconcile.bibtex import source as bibtex
from reconcile.bibtex.library import is_bibtex, is_library, text_of_library
from reconcile.bulk.catalogued import jobs_with
from reconcile.checking.across import with_citations, with_repeats
from reconcile.checking.citing import citations
from reconcile.checking.elsewhere import title_of_others
from reconcile.checking.ignoring import comments, ignored_by_table, misspelt, without_ignored
from reconcile.checking.inputs import Bibliography, Task, Written, missing, tasks, text_of
from reconcile.checking.item import Checked, Item
from reconcile.checking.judgement import Checker, OpenChecker, checked, mention_of
from reconcile.documents.blocks.unreadable import Unreadable
from reconcile.gather import is_local
from reconcile.mention import Severity, Status
from reconcile.pipeline.asking import ask_sources
from reconcile.pipeline.judgement import reconcile_mentions
from reconcile.records import is_preprint
from reconcile.settings import DEFAULT, Settings, Table, for_claims
from reconcile.setup import sources_for
from sources.catalog import Catalog
from sources.source import Source

if TYPE_CHECKING:
    from reconcile.bibtex.library import Library

_OPEN = (Status.NOT_FOUND, Status.POSSIBLE)
_STRING = "<string>"


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be checked and how.

    `catalog` is a folder, or open already; `sources` are asked for what it leaves open, the catalogue among them.
    `cited_in` are documents whose citations are held against the keys. `this_year` is 0 for the clock's.
    """

    given: tuple[Bibliography, ...]
    catalog: Path | Catalog | None = None
    sources: tuple[Source, ...] = ()
    cited_in: tuple[Path, ...] = ()
    ignore: frozenset[str] = frozenset()
    jobs: int = 1
    settings: Settings = DEFAULT
    this_year: int = 0


def check(
    bib: str | bytes | Path | Library | Iterable[str | Path],
    *,
    sources: Source | Iterable[Source] | None = None,
    mailto: str = "",
    cited_in: str | Path | Iterable[str | Path] = (),
    settings: Settings = DEFAULT,
    weights: Table | None = None,
    jobs: int = 1,
) -> tuple[Checked, ...]:
    """Check bibliographies; return what was found, by entry.

    `bib` is a path or several, BibTeX as a text (it is empty, has several lines, or an `@` with a brace) or as bytes,
    or a bibtexparser Library. Without `sources` the live ones are asked, with your address `mailto`. Where the first is
    a catalogue, the others are asked for what it leaves open; with none (`()`), only what needs no source is checked.
    `cited_in` are documents whose citations are held against the keys. `weights` is a table that was fitted (`Weights`,
    or its file). Raises Unreadable where a file cannot be read, InputError for what cannot be meant, BadTable for a
    `[tool.reconcile]` table that cannot be used, WeightsError, CatalogError.
    """
    given = _given(bib)
    first = next((each for each in given if isinstance(each, Path)), None)
    always = ignored_by_table(first.resolve().parent) if first else frozenset()
    cited = _there(several(cited_in, "cited_in"))
    asked = asked_of(given, sources, jobs, mailto=mailto, settings=for_claims(weights, settings))
    return check_files(replace(asked, cited_in=cited, ignore=always))


def asked_of(
    given: tuple[Bibliography, ...],
    sources: Source | Iterable[Source] | None,
    jobs: int,
    *,
    mailto: str,
    settings: Settings,
) -> Request:
    """Return the request to check what is given by those sources; by the live ones where none are named."""
    asked = sources_for(sources, mailto)
    local = [source for source in asked if isinstance(source, Catalog)]
    live = asked if any(not is_local(source) for source in asked) else ()
    return Request(given, local[0] if local else None, live, jobs=jobs_of(jobs), settings=settings)


def _given(bib: str | bytes | Path | Library | Iterable[str | Path]) -> tuple[Bibliography, ...]:
    if isinstance(bib, bytes):
        return (Written(_STRING, bibtex.Source.of_bytes(bib).text),)
    if isinstance(bib, str) and is_bibtex(bib):
        return (Written(_STRING, bib),)
    if is_library(bib):
        return (Written("<library>", text_of_library(bib)),)
    return _there(several(bib, "bib", meant="give paths, BibTeX as text or bytes, or a Library"))


def _there(names: Iterable[str | Path]) -> tuple[Path, ...]:
    """Return the paths of files. Raises Unreadable for one where there is none."""
    paths = tuple(map(Path, names))
    for path in paths:
        if why := missing(path):
            raise Unreadable(f"{path}: {why}")
    return paths


def check_files(request: Request, step: Callable[[int], None] = lambda _entries: None) -> tuple[Checked, ...]:
    """Return what was found out about every entry, in the order of the files; keys cited and lacking come last.

    `step` is told after each batch how many entries it had. Raises Unreadable, InputError, CatalogError.
    """
    year = request.this_year or datetime.now(tz=UTC).year
    opener = OpenChecker(request.catalog, request.settings, year)
    jobs = jobs_with(request.catalog, request.jobs)
    every: list[Checked] = []
    for done in workers.ordered(tasks(request.given), _checked, opener, jobs):
        every += done
        step(len(done))
    if request.sources:
        every = _asked(every, request, year)
    every = list(with_repeats(every))
    missing: tuple[Checked, ...] = ()
    if request.cited_in:
        found = with_citations(every, citations(request.cited_in))
        every, missing = list(found.flagged), found.missing
    return (*_kept(every, request), *missing)


def _checked(checker: Checker, task: Task) -> list[Checked]:
    return [checker.check(item) for item in task.items()]


def _kept(every: Iterable[Checked], request: Request) -> list[Checked]:
    """Return the entries without the flags that the user ignores."""
    texts: Mapping[str, Bibliography] = {
        str(each) if isinstance(each, Path) else each.name: each for each in request.given
    }
    kept: list[Checked] = []
    for document, entries in groupby(every, key=lambda each: each.document):
        text = text_of(texts[document])
        for said in misspelt(text):
            warnings.warn(f"{document}, {said}", stacklevel=2)
        kept += without_ignored(entries, comments(text), request.ignore)
    return kept


def _asked(every: Sequence[Checked], request: Request, year: int) -> list[Checked]:
    """Ask all sources for the entries that the catalogue left open; return the entries with what they said."""
    wanted = {_place(each) for each in every if _is_open(each)}
    items = [item for task in tasks(request.given) for item in task.items() if _place(item) in wanted]
    mentions = [mention_of(item) for item in items]
    found = ask_sources(mentions, request.sources, request.settings)
    matches, _ = reconcile_mentions(mentions, found, request.settings)
    answers = {
        _place(item): checked(
            item,
            title_of_others(match, answer.records, request.settings) if match.status in _OPEN else match,
            year,
        )
        for item, match, answer in zip(items, matches, found, strict=True)
    }
    return [answers.get(_place(each), each) for each in every]


def _place(each: Item | Checked) -> tuple[str, int, str]:
    return each.document, each.line, each.key


def _is_open(each: Checked) -> bool:
    """Say whether another source could change what is said of an entry."""
    if each.status is Status.SKIPPED:
        return False
    if each.status is not Status.MATCHED or each.record is None or is_preprint(each.record):
        return True
    return any(flag.severity is not Severity.INFO for flag in each.flags)
