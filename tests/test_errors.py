"""docs/errors.md: each row is raised by a command as it says, in one line, and each message of a command has a row."""

from __future__ import annotations

import ast
import re
import shlex
import shutil
from pathlib import Path

import pytest

from reconcile.cli import DONE, main
from tests.errors import AROUND, CASES, FOUR, Case

PAGE = Path(__file__).parent.parent / "docs" / "errors.md"
_ROW = re.compile(r"\| (`+) ?(.+?) ?\1 \|")
_SAID_BY = re.compile(r"(?:reconcile(?: [a-z]+)*: (?:error: )?|not read: )")
ANY = "…"


def rows() -> list[str]:
    """The messages of the page."""
    found = (_ROW.match(line) for line in PAGE.read_text(encoding="utf-8").splitlines())
    return [row[2] for row in found if row]


def fits(message: str, line: str) -> bool:
    """Whether a line is a message, in which `…` stands for anything."""
    said = _SAID_BY.match(line)
    pattern = ".+?".join(map(re.escape, message.split(ANY)))
    return re.fullmatch(pattern, line[said.end() if said else 0 :]) is not None


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A catalogue of four papers, to be copied."""
    folder = tmp_path_factory.mktemp("catalogue")
    (folder / "dblp.xml").write_text(FOUR)
    assert main(["catalog", "build", "--dblp", str(folder / "dblp.xml"), "--out", str(folder / "cat")]) == DONE
    return folder / "cat"


def put(files: dict[str, str | bytes]) -> None:
    for name, content in files.items():
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.command}: {case.message}")
def test_a_command_ends_with_the_message_of_the_row(
    case: Case, catalogue: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    put({**AROUND, **case.files})
    words = shlex.split(case.command)
    if "cat" in words:
        shutil.copytree(catalogue, tmp_path / "cat")
    if case.prepare:
        case.prepare()
    monkeypatch.setattr("sys.stdin", None)
    capsys.readouterr()
    if case.patch:
        case.patch(monkeypatch)
    status = main(words)
    said = "\n".join(capsys.readouterr())
    assert any(fits(case.message, line) for line in said.splitlines()), said
    assert status == case.status, said
    assert "Traceback" not in said


def test_every_row_has_a_case_and_every_case_a_row() -> None:
    page = rows()
    assert len(page) == len(set(page)) > 100
    assert {case.message for case in CASES} == set(page)


# What ends a command, or is said and it goes on: the one argument is the message.
SAYING = {
    "Unusable",
    "Unreadable",
    "Unwritable",
    "CatalogError",
    "DumpError",
    "NoTape",
    "NothingPiped",
    "BadTable",
    "WorkerDied",
    "Stopped",
}
SAYING |= {
    "InputError",
    "OutputError",
    "ArgumentTypeError",
    "complain",
    "warn",
    "WeightsError",
    "DecisionsError",
    "PersonsError",
    "BlockingFault",
    "TooFew",
}


def message_in(call: ast.Call) -> str:
    """The message of a call as the page would have it; empty where it is made elsewhere."""
    name = getattr(call.func, "id", getattr(call.func, "attr", ""))
    if name not in SAYING or not call.args:
        return ""
    first = call.args[0]
    parts = first.values if isinstance(first, ast.JoinedStr) else [first]
    text = "".join(str(part.value) if isinstance(part, ast.Constant) else ANY for part in parts)
    return re.sub(f"{ANY}+", ANY, text)


# No command says these: they are for who calls the functions.
FOR_CALLERS = {
    "catalog.py string … is no text but of type …; give texts",
    "frame.py the frame has no column …; its columns are …",
    "frame.py … is no name of a column; leave it out, or give one of the frame's",
    "frames.py the frame has columns called … already; give prefix='match_' or the like for those that are added, or"
    " rename them",
    "frames.py … has columns of … levels; give each one name",
    "frames.py … is no pandas DataFrame but of type …; give a DataFrame",
    "values.py a record has the key …, which is none; is … meant?",
    "values.py authors: one is of type …; give each as a text",
    "values.py a record has none of the keys …; it has …",
    "values.py a record is …, and not of type …",
    "build.py a catalogue is built from at least one dump; name one",
    "catalog.py …: the catalogue is closed; open it again",
    "catalog.py strings is one string; put it in a list",
    "build.py …: no dump of “…” can be read, only of …",
    "manners.py nothing more is asked",
    "api.py accept_for=…: no entry has this key; nothing is accepted for it",
    "api.py bib is of type …; give a path, BibTeX as text or bytes, or a Library",
    "catalog.py …: the version that was open is no longer there; open the catalogue again",
    "arguments.py jobs=… is no number of processes; give 1 or more",
    "arguments.py sources: … is …; a source has …, as sources.Crossref()",
    "arguments.py … has something of type …; give texts",
    "arguments.py … has something of type …; …",
    "arguments.py …: … is a text of several lines and no path; …",
    "arguments.py …=… is of type …; give …",
    "arguments.py … is of type …; …",
    "reader.py the content is of type …; give a text or bytes",
    "reader.py …: this format is no text; give its bytes",
    "reader.py …: this format is not read; give a name with one of …",
    "setup.py mailto= is for the sources that are asked where none are named; give it to those named",
    "string.py the string is no text but of type …; give a text",
}


def messages() -> list[str]:
    found = []
    for folder in ("reconcile", "sources"):
        for path in sorted((PAGE.parent.parent / folder).rglob("*.py")):
            calls = (node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Call))
            found += [f"{path.name} {message}" for call in calls if (message := message_in(call)).strip(f"{ANY} :")]
    return sorted(set(found) - FOR_CALLERS)


@pytest.mark.parametrize("message", messages())
def test_every_message_has_a_row(message: str) -> None:
    text = message.partition(" ")[2]
    found = [row.removeprefix(f"argument {ANY}: ") for row in rows()]
    assert any(fits(text, row) or fits(row, text) for row in found)
