"""The whole way from documents to a result, as the command line and an importing program start it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from reconcile import workers
from reconcile.byhand import Decisions
from reconcile.documents import Unreadable, read
from reconcile.documents.block import Document
from reconcile.extract import extract
from reconcile.gather import Asking
from reconcile.mention import Mention
from reconcile.parse import parse
from reconcile.pipeline.asking import ask_sources
from reconcile.pipeline.judgement import reconcile_mentions
from reconcile.pipeline.log import log_of
from reconcile.pipeline.scales import Scales
from reconcile.result import Result
from reconcile.settings import DEFAULT, Settings
from reconcile.setup import live_sources
from sources.source import Source

# Characters from which documents are worth several processes: two are begun in the time that 1,500 of them take to be
# parsed where they are forked (30 to 50 ms), and in that of 40,000 where each loads the program anew.
_WORTH = 3_000 if workers.METHOD == "fork" else 80_000


@dataclass(frozen=True, slots=True)
class Progress:
    """What a caller may be told while a run goes on: how many questions there will be, and each one as it is put."""

    begin: Callable[[int], None] = lambda _total: None
    step: Callable[[str], None] = lambda _source: None


def run(
    paths: str | Path | Iterable[str | Path],
    *,
    sources: Sequence[Source] | None = None,
    settings: Settings = DEFAULT,
    progress: Progress | None = None,
    decisions: Decisions | None = None,
    jobs: int = 1,
) -> Result:
    """Read documents (files, folders), and return what their publication strings mean.

    Without `sources`, all that `reconcile.setup.SOURCES` names are asked live, and their answers are kept in the
    user's cache. Where the first is a catalogue, the others are asked only for what it leaves open. `decisions` are
    what a person said of the mentions before (`reconcile.byhand`). `jobs` processes parse the documents. Raises
    `reconcile.documents.Unreadable` where a path cannot be read at all, and `reconcile.workers.WorkerDied`. A source
    that does not answer is no error: its silence stands in the result as gaps.
    """
    every = [paths] if isinstance(paths, str | Path) else paths
    documents = read_all(every)
    asked = live_sources() if sources is None else sources
    return judge(documents, sources=asked, settings=settings, progress=progress, decisions=decisions, jobs=jobs)


def read_all(paths: Iterable[str | Path]) -> list[Document]:
    """Read files and folders, each once. Documents that have one name are told apart by their paths.

    Raises `reconcile.documents.Unreadable`.
    """
    documents, unreadable = read_each(paths)
    if unreadable:
        raise unreadable[0]
    return documents


def read_each(paths: Iterable[str | Path]) -> tuple[list[Document], list[Unreadable]]:
    """Read files and folders as `read_all` does, and return beside them why some cannot be read at all.

    Such a one has its place among the documents, with the reason as its complaint, and so has a copy of another file.
    A file that is named and lies in a folder that is named is read once.
    """
    once = {Path(path).resolve(): Path(path) for path in reversed(list(paths))}
    found: dict[Path, tuple[Path, Document]] = {}
    unreadable: list[Unreadable] = []
    for whole, path in reversed(once.items()):
        try:
            for document in read(path):
                found.setdefault(whole / document.name if path.is_dir() else whole, (path, document))
        except Unreadable as reason:
            unreadable.append(reason)
            found[whole] = path, Document(str(path), (), (str(reason),))
    names = Counter(document.name for _, document in found.values())
    told_apart = [each if names[each.name] == 1 else _with_path(path, each) for path, each in found.values()]
    return list(_without_copies(found, told_apart)), unreadable


def _without_copies(files: Iterable[Path], documents: Iterable[Document]) -> Iterator[Document]:
    """Yield the documents, of two files with the same bytes the second as a complaint only."""
    first: dict[bytes, str] = {}
    for file, document in zip(files, documents, strict=True):
        content = _digest(file) if document.blocks else b""
        if content and first.setdefault(content, document.name) != document.name:
            same = f"{document.name}: this is {first[content]}, byte for byte, and is read once"
            yield Document(document.name, (), (same,))
        else:
            yield document


def _digest(file: Path) -> bytes:
    """Return what tells a file's bytes from those of any other; nothing for what is no file to be read again."""
    try:
        return sha256(file.read_bytes()).digest() if file.is_file() else b""
    except OSError:
        return b""


def _with_path(path: Path, document: Document) -> Document:
    return replace(document, name=str(path / document.name) if path.is_dir() else str(path))


def judge(
    documents: Sequence[Document],
    *,
    sources: Sequence[Source],
    settings: Settings = DEFAULT,
    progress: Progress | None = None,
    asking: Asking | None = None,
    decisions: Decisions | None = None,
    jobs: int = 1,
) -> Result:
    """Return what the publication strings of documents mean that were read already.

    `asking` says how many questions are put side by side, and when to stop; `decisions` are what a person said of them
    before; `jobs` processes parse the documents.
    Raises `reconcile.workers.WorkerDied`.
    """
    mentions = parse_all(documents, jobs)
    tell = progress or Progress()
    tell.begin(len(sources) * sum(not mention.reason for mention in mentions))
    scales = Scales(settings, decisions)
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
    several = workers.ordered(documents, _parsed, _alone, jobs if size >= _WORTH else 1)
    return [mention for mentions in several for mention in mentions]


def _parsed(_nothing: None, document: Document) -> list[Mention]:
    return [parse(entry) for entry in extract(document)]


def _alone() -> None:
    """Open nothing: a document is parsed without anything beside it."""
