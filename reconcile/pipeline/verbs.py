"""The whole way from documents to a result, as the command line and an importing program start it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event

from reconcile import workers
from reconcile.arguments import fitting, jobs_of, several
from reconcile.byhand.decisions import Decisions, read_decisions
from reconcile.byhand.persons import NOBODY, Persons, read_persons
from reconcile.documents.blocks.block import Document
from reconcile.extract import extract
from reconcile.gather import Asking
from reconcile.mention import Mention
from reconcile.parse import parse
from reconcile.pipeline.asking import ask_sources
from reconcile.pipeline.judgement import reconcile_mentions
from reconcile.pipeline.log import log_of
from reconcile.pipeline.reading import read_all
from reconcile.pipeline.scales import Scales
from reconcile.result import Result
from reconcile.settings import DEFAULT, Settings, Table, for_claims
from reconcile.setup import sources_for
from reconcile.venues.table import index
from sources.processes import METHOD
from sources.source import Source

# Characters from which documents are worth several processes: two are begun in the time that 1,500 of them take to be
# parsed where they are forked (30 to 50 ms), and in that of 40,000 where each loads the program anew.
_WORTH = 3_000 if METHOD == "fork" else 80_000
_MEANT = "give paths, or what `reconcile.read_document` makes of a content"


@dataclass(frozen=True, slots=True)
class Progress:
    """What a caller may be told while a run goes on: how many questions there will be, and each one as it is put."""

    begin: Callable[[int], None] = lambda _total: None
    step: Callable[[str], None] = lambda _source: None


def run(
    paths: str | Path | Document | Iterable[str | Path | Document],
    *,
    sources: Source | Iterable[Source] | None = None,
    mailto: str = "",
    settings: Settings = DEFAULT,
    weights: Table | None = None,
    progress: Progress | None = None,
    decisions: Decisions | str | Path | None = None,
    persons: Persons | str | Path | None = None,
    stop: Event | None = None,
    jobs: int = 1,
) -> Result:
    """Read documents, and return what their publication strings mean.

    `paths` are files and folders, one or several, or documents that `read_document` made of a content. Without
    `sources`, Crossref, DBLP and the Anthology are asked, with your address `mailto`, and their answers are kept in
    your cache. Where the first is a catalogue, the others are asked only for what it leaves open. `weights` is a table
    that was fitted (`Weights`, or its file). `decisions` are what a person said of the mentions before, or the file
    that says it; `persons` are those who publish under several names, or the file that says it. Once `stop` is set
    nobody is asked any more: what is known is returned, and what was not asked for is `not-checked`. `jobs` processes
    parse the documents.

    Raises Unreadable where a path cannot be read at all, InputError for what cannot be meant, WeightsError,
    DecisionsError, PersonsError, WorkerDied. A source that does not answer is no error: its silence stands in the
    result as gaps. A bug in a source of your own is raised at once, with a note of the source and what it was asked.
    """
    jobs = jobs_of(jobs)
    fitting(progress or Progress(), "progress", ("begin", "step"), "a reconcile.pipeline.Progress")
    fitting(stop or Event(), "stop", ("is_set", "wait"), "a threading.Event")
    asked = sources_for(sources, mailto, stop)
    return judge(
        read_all(several(paths, "paths", Document, meant=_MEANT)),
        sources=asked,
        settings=for_claims(weights, settings),
        progress=progress,
        asking=Asking(stop=stop or Event()),
        decisions=read_decisions(Path(decisions)) if isinstance(decisions, str | Path) else decisions,
        persons=read_persons(Path(persons)) if isinstance(persons, str | Path) else persons,
        jobs=jobs,
    )


def judge(
    documents: Sequence[Document],
    *,
    sources: Sequence[Source],
    settings: Settings = DEFAULT,
    progress: Progress | None = None,
    asking: Asking | None = None,
    decisions: Decisions | None = None,
    persons: Persons | None = None,
    jobs: int = 1,
) -> Result:
    """Return what the publication strings of documents mean that were read already.

    `asking` says how many questions are put side by side, and when to stop; `decisions` are what a person said of them
    before, `persons` who is who; `jobs` processes parse the documents.
    Raises `reconcile.workers.WorkerDied`.
    """
    mentions = parse_all(documents, jobs)
    tell = progress or Progress()
    tell.begin(len(sources) * sum(not mention.reason for mention in mentions))
    scales = Scales(settings, decisions, persons or NOBODY)
    found = ask_sources(mentions, sources, settings, replace(asking or Asking(), step=tell.step), scales)
    matches, works = reconcile_mentions(mentions, found, settings, scales)
    return Result(
        documents=tuple(document.name for document in documents),
        matches=matches,
        works=works,
        complaints=tuple(said for document in documents for said in document.complaints),
        log=log_of(matches, works, found, sources, settings),
    )


def parse_all(documents: Sequence[Document], jobs: int = 1) -> list[Mention]:
    """Return the mentions of documents, in their order. Raises `reconcile.workers.WorkerDied`."""
    size = sum(len(block.text) for document in documents for block in document.blocks)
    jobs = jobs if size >= _WORTH else 1
    if jobs > 1:
        index()  # read once, before processes are forked, or each of them reads the table of venues
    several = workers.ordered(documents, _parsed, _alone, jobs)
    return [mention for mentions in several for mention in mentions]


def _parsed(_nothing: None, document: Document) -> list[Mention]:
    return [parse(entry) for entry in extract(document)]


def _alone() -> None:
    """Open nothing: a document is parsed without anything beside it."""
