# mypy: disable-error-code="import-untyped"
"""Conversations with the services on tape (vcrpy): kept once, played back as often as wanted, asking nobody.

A folder holds one cassette a source. `replay` answers every request from it, `record` keeps a live conversation
in it, `silence` (`sources.silence`) lets nobody be asked at all. Each holds for the whole process while its context
lasts.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

import httpx2
import vcr
import yaml
from vcr.cassette import Cassette
from vcr.persisters.filesystem import CassetteNotFoundError
from vcr.request import Request
from vcr.serialize import deserialize
from vcr.serializers import yamlserializer

from sources.silence import NetworkClosed, NotOnTape, closed, silence

__all__ = ["NetworkClosed", "NoTape", "NotOnTape", "closed", "read_folder", "record", "replay", "silence"]

# Which file a host's answers go to; those of any other host go to a file of its name.
_FILES: Mapping[str, str] = {
    "aclanthology.org": "anthology",
    "api.crossref.org": "crossref",
    "dblp.dagstuhl.de": "dblp",
    "dblp.org": "dblp",
    "dblp.uni-trier.de": "dblp",
    "sparql.dblp.org": "dblp",
}
# Headers that say something of an answer; `x-transcribed` is that of a server which stands in for a service.
_KEPT_HEADERS = frozenset(
    {
        *("content-type", "location", "retry-after", "x-transcribed"),
        *("x-api-pool", "x-concurrency-limit", "x-rate-limit-interval", "x-rate-limit-limit"),
    }
)
# The asker's address in a question is nobody else's matter: it is neither kept nor compared.
_PERSONAL = frozenset({"mailto"})
# vcrpy patches every HTTP library that it knows. The sources use one; the others meet the closed network.
_OTHER_LIBRARIES = ("httplib", "requests", "boto3", "urllib3", "httplib2", "tornado", "aiohttp", "httpx")
_WIDTH = 120

Answer = dict[str, Any]
Interaction = tuple[Request, Answer]


class NoTape(ValueError):
    """A folder that has no cassettes, or one that cannot be read."""


@contextmanager
def replay(directory: Path) -> Iterator[None]:
    """Answer every request from the cassettes in `directory`, and close the network.

    A request is known by its method, address and parameters in any order, whoever asks. One that is on no
    cassette raises `NotOnTape`. Raises `NoTape` where there is nothing to play.
    """
    with _played(read_folder(directory)), closed():
        yield


@contextmanager
def record(directory: Path, addresses: Mapping[str, str] | None = None) -> Iterator[None]:
    """Keep the conversation in `directory`, one cassette a source, also where it ends in an exception.

    `addresses` gives the true address for each address here, where a server stands in for a service: what is
    kept names the true one. Cassettes that are there already stay, except for the same questions. Raises `NoTape`
    at once where they cannot be read, or the folder not be written.
    """
    before = _before(directory)
    true = dict(sorted((addresses or {}).items(), reverse=True))
    recorder = vcr.VCR(
        record_mode="all",
        decode_compressed_response=True,
        skip_patchers=_OTHER_LIBRARIES,
        before_record_request=lambda request: _question(request, true),
        before_record_response=lambda answer: _essence(answer, true),
    )
    recorder.register_persister(_keeping(before))
    with recorder.use_cassette(str(directory)):
        yield


def read_folder(directory: Path) -> tuple[Interaction, ...]:
    """Return what is on the cassettes (`*.yaml`) of a folder, in the order of their names.

    Raises `NoTape`.
    """
    files = sorted(Path(directory).glob("*.yaml"))
    if not files:
        raise NoTape(f"no cassettes in {directory}: no *.yaml file there; make them with --record {directory}")
    return tuple(interaction for file in files for interaction in _read(file))


def _read(file: Path) -> Iterable[Interaction]:
    try:
        questions, answers, *_ = deserialize(file.read_text(encoding="utf-8"), yamlserializer)
    except (OSError, ValueError, LookupError, TypeError, AttributeError, yaml.YAMLError) as trouble:
        line = getattr(getattr(trouble, "problem_mark", None), "line", None)
        place = f"{file}, line {line + 1}" if line is not None else str(file)
        raise NoTape(f"not a cassette: {place} ({type(trouble).__name__}); record it again") from trouble
    return zip(questions, answers, strict=True)


@contextmanager
def _played(interactions: Sequence[Interaction]) -> Iterator[None]:
    """Answer from these interactions, and refuse all other requests."""

    class Folder(_Folder):
        @staticmethod
        def load_cassette(_path: str, **_options: Any) -> tuple[list[Request], list[Answer]]:
            return [question for question, _ in interactions], [answer for _, answer in interactions]

    player = vcr.VCR(record_mode="none", skip_patchers=_OTHER_LIBRARIES, before_record_request=_question)
    player.register_persister(Folder)
    with _Tape.use(**player.get_merged_config(path="tape", allow_playback_repeats=True)):
        yield


class _Tape(Cassette):  # type: ignore[misc]
    """A cassette that finds an answer by its question at once; vcrpy's own compares with all, one after another."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._places: dict[tuple[str, ...], int] = {}

    def append(self, request: Request, response: Answer) -> None:
        """Keep an interaction, the first of several answers to the same question."""
        self._places.setdefault(_key(_question(request)), len(self.data))
        super().append(request, response)

    def can_play_response_for(self, request: Request) -> bool:
        """Return true; raise `NotOnTape` where there is no answer."""
        if not super().can_play_response_for(request):
            raise NotOnTape(f"not on a cassette: {request.method} {request.uri}")
        return True

    def _responses(self, request: Request) -> Iterator[tuple[int, Answer]]:
        place = self._places.get(_key(_question(request)))
        if place is not None:
            yield place, self.data[place][1]


def _before(folder: Path) -> tuple[Interaction, ...]:
    """Return what stands in a folder that is to be recorded in, made if need be; what is amiss is said beforehand."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=folder, prefix=".try."):
            pass
    except OSError as fault:
        reason = fault.strerror or fault
        raise NoTape(f"{folder}: cassettes cannot be written there ({reason}); name another folder") from fault
    return read_folder(folder) if any(folder.glob("*.yaml")) else ()


def _keeping(before: Sequence[Interaction]) -> type:
    """Return how vcrpy keeps a conversation: beside what was there before."""

    class Folder(_Folder):
        @staticmethod
        def save_cassette(path: str, cassette_dict: Mapping[str, Sequence[Any]], **_options: Any) -> None:
            now = tuple(zip(cassette_dict["requests"], cassette_dict["responses"], strict=True))
            _write(_settled((*_others(before, now), *now)), Path(path))

    return Folder


class _Folder:
    """What vcrpy reads and writes in the place of its own file."""

    @staticmethod
    def load_cassette(_path: str, **_options: Any) -> tuple[list[Request], list[Answer]]:
        """Tell vcrpy that there is nothing to play: while recording, everything is asked."""
        raise CassetteNotFoundError

    @staticmethod
    def save_cassette(path: str, cassette_dict: Mapping[str, Sequence[Any]], **_options: Any) -> None:
        """Keep nothing: what is played back is there already."""


def _write(interactions: Iterable[Interaction], folder: Path) -> None:
    """Write interactions to one file a source, in their order; all are written before one is put in its place."""
    files: dict[str, list[Interaction]] = {}
    for interaction in interactions:
        files.setdefault(_FILES.get(interaction[0].host, interaction[0].host), []).append(interaction)
    staged = [(folder / f".{name}.yaml.new", folder / f"{name}.yaml", of) for name, of in files.items()]
    try:
        for aside, _, of in staged:
            aside.write_text(_text(of), encoding="utf-8", newline="\n")
        for aside, path, _ in staged:
            aside.replace(path)
    finally:
        for aside, _, _ in staged:
            aside.unlink(missing_ok=True)


def _others(before: Iterable[Interaction], now: Iterable[Interaction]) -> Iterator[Interaction]:
    """Yield the earlier interactions whose questions were not put again."""
    again = {_key(question) for question, _ in now}
    return (interaction for interaction in before if _key(interaction[0]) not in again)


def _settled(interactions: Iterable[Interaction]) -> list[Interaction]:
    """Return one interaction for each question, in the order of questions: the last, an answer before a failure."""
    last: dict[tuple[str, ...], Interaction] = {}
    for question, answer in interactions:
        known = last.get(_key(question))
        if known is None or not _failed(answer) or _failed(known[1]):
            last[_key(question)] = (question, answer)
    return [last[key] for key in sorted(last)]


def _failed(answer: Answer) -> bool:
    code = int(answer["status"]["code"])
    return code == httpx2.codes.TOO_MANY_REQUESTS or code >= httpx2.codes.INTERNAL_SERVER_ERROR


def _key(question: Request) -> tuple[str, ...]:
    return question.uri, question.method, repr(question.body or b"")


def _question(request: Request, addresses: Mapping[str, str] | None = None) -> Request:
    """Return what is asked, without who asks: the true address, the parameters in order, no headers."""
    parts = urlsplit(_true(request.uri, addresses or {}))
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    query = urlencode(sorted((name, value) for name, value in pairs if name not in _PERSONAL))
    uri = urlunsplit((parts.scheme, parts.netloc.lower(), parts.path or "/", query, ""))
    return Request(request.method, uri, request.body or None, {})


def _essence(answer: Answer, addresses: Mapping[str, str]) -> Answer:
    """Return an answer with the headers that matter, the true address in that of a redirection."""
    headers = {name.lower(): list(values) for name, values in answer["headers"].items()}
    kept = {name: headers[name] for name in sorted(headers) if name in _KEPT_HEADERS}
    if "location" in kept:
        kept["location"] = [_true(value, addresses) for value in kept["location"]]
    return {"status": answer["status"], "headers": kept, "body": answer["body"]}


def _true(uri: str, addresses: Mapping[str, str]) -> str:
    for here, true in addresses.items():
        if uri == here or uri.startswith((f"{here}/", f"{here}?")):
            return true + uri.removeprefix(here)
    return uri


class _Dumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
    """YAML to read: texts of several lines stand line by line."""


def _represent(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text.strip() else None)


_Dumper.add_representer(str, _represent)


def _text(interactions: Sequence[Interaction]) -> str:
    said = [
        {"request": {"method": question.method, "uri": question.uri, "body": _read_out(question.body), "headers": {}}}
        | {"response": answer | {"body": {"string": _read_out(answer["body"]["string"])}}}
        for question, answer in interactions
    ]
    tape = {"version": 1, "interactions": said}
    return yaml.dump(tape, Dumper=_Dumper, width=_WIDTH, allow_unicode=True, sort_keys=False)


def _read_out(body: bytes | None) -> str | bytes | None:
    """Return a body as text, where it is text."""
    try:
        return body.decode("utf-8") if isinstance(body, bytes) else body
    except UnicodeDecodeError:
        return body
