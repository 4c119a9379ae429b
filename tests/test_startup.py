"""What starting the command line loads: a verb waits for no library of another."""

from __future__ import annotations

import importlib
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

import reconcile
import reconcile.documents
import reconcile.parse
import sources
from reconcile.cli import VERBS
from reconcile.documents.reader import BINARY_READERS, SNIFFED_READERS, TEXT_READERS

# Libraries that take a tenth of a second and more together, and that these commands do not need.
HEAVY = frozenset(
    "pandas habanero vcr docutils docx pypdfium2 jinja2 markdown_it httpx2 bibtexparser ftfy rich tenacity".split()
)
ROOT = Path(__file__).parent.parent
SAYS_WHAT_IS_LOADED = """
import sys
from reconcile.cli import main
status = main(sys.argv[1:])
print(status, *sys.modules, file=sys.stderr)
"""


def loaded(*arguments: str) -> tuple[int, set[str]]:
    """Run the command line in a process of its own; return its status and the modules that were loaded."""
    ended = subprocess.run(
        [sys.executable, "-c", SAYS_WHAT_IS_LOADED, *arguments], cwd=ROOT, capture_output=True, text=True, timeout=60
    )
    status, *names = ended.stderr.splitlines()[-1].split()
    return int(status), set(names)


COMMANDS = [
    (["--help"], 0),
    (["--version"], 0),
    (["nonsense"], 2),
    (["match", "--help"], 0),
    (["compare", "--help"], 0),
    (["link", "--help"], 0),
    (["dedupe", "--help"], 0),
    (["explain", "--help"], 0),
    (["fit", "--help"], 0),
    (["catalog", "--help"], 0),
    (["catalog", "info", "--help"], 0),
    (["catalog", "info", "no/such/catalog"], 2),
    (["match", "no/such/list.txt", "--catalog", "no/such/catalog", "--out", "no/such/folder/matches.jsonl"], 2),
]


@pytest.mark.parametrize(("arguments", "status"), COMMANDS, ids=[" ".join(each[:3]) for each, _ in COMMANDS])
def test_a_command_starts_without_the_libraries_of_others(arguments: list[str], status: int) -> None:
    ended, names = loaded(*arguments)
    assert ended == status
    assert not HEAVY & names
    assert "reconcile.pipeline" not in names


@pytest.mark.parametrize("verb", ["match", "explain", "compare", "link", "dedupe"])
def test_what_reads_no_documents_starts_without_their_patterns(verb: str) -> None:
    names = loaded(verb, "--help")[1]
    assert not {"reconcile.extract", "reconcile.parse"} & names  # hundreds of patterns, half a second


ODD_ENTRY = (("ENTRYTYPE", "article"), ("title", "Wool in Winter"), ("author", "{Felt Group} and Lee, A."))


def test_an_entry_is_read_without_what_reads_strings() -> None:
    says = f"import sys; from reconcile.streaming.claims import claim_of; claim_of({ODD_ENTRY}); print(*sys.modules)"
    ended = subprocess.run(
        [sys.executable, "-c", says], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    names = set(ended.stdout.split())
    assert "reconcile.parse.fields" in names
    assert not {"reconcile.extract.entries", "reconcile.parse.claim", "reconcile.parse.text"} & names


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["nonsense"]], ids=" ".join)
def test_without_a_verb_no_verb_is_loaded(arguments: list[str]) -> None:
    assert not {name for name in loaded(*arguments)[1] if name.startswith("reconcile.commands.")}


def test_the_version_is_that_of_the_distribution() -> None:
    assert reconcile.__version__ == version("bibreconcile")


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_its_module(verb: str) -> None:
    command = importlib.import_module(f"reconcile.commands.{verb}")
    assert all(issubclass(fault, Exception) for fault in command.FAULTS)
    assert callable(command.add_arguments)
    assert callable(command.run)


PACKAGES = [reconcile, reconcile.documents, reconcile.parse]


@pytest.mark.parametrize("package", [*PACKAGES, sources], ids=lambda package: package.__name__)
def test_a_package_has_its_public_names_and_no_others(package: object) -> None:
    assert all(getattr(package, name) is not None for name in package.__all__)  # type: ignore[attr-defined]
    with pytest.raises(AttributeError, match="no_such_name"):
        package.no_such_name  # type: ignore[attr-defined]  # noqa: B018


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package.__name__)
def test_a_package_lists_its_public_names(package: object) -> None:
    assert set(package.__all__) <= set(dir(package))  # type: ignore[attr-defined]


@pytest.mark.parametrize("package", ["reconcile", "reconcile.documents", "sources"])
def test_a_package_loads_what_is_used(package: str) -> None:
    says = f"import sys, {package}; print(*sys.modules)"
    ended = subprocess.run(
        [sys.executable, "-c", says], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    assert not HEAVY & set(ended.stdout.split())


READERS = {**TEXT_READERS, **SNIFFED_READERS, **BINARY_READERS}


@pytest.mark.parametrize("suffix", READERS)
def test_every_reader_of_the_table_is_there(suffix: str) -> None:
    module, function = READERS[suffix]
    assert callable(getattr(importlib.import_module(f"reconcile.documents.{module}"), function))


def test_a_text_is_read_without_the_readers_of_other_formats(tmp_path: Path) -> None:
    (tmp_path / "cv.txt").write_text("Publications\n\n- Maria Lopez. A Study of Things. ICML 2020.\n", encoding="utf-8")
    says = "import sys; from reconcile.documents import read; read(sys.argv[1]); print(*sys.modules)"
    ended = subprocess.run(
        [sys.executable, "-c", says, str(tmp_path / "cv.txt")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    names = set(ended.stdout.split())
    assert not {"docutils", "docx", "pypdfium2", "markdown_it", "bibtexparser"} & names
    readers = {f"reconcile.documents.{module}" for module, _ in READERS.values()}
    assert readers & names == {"reconcile.documents.bib.read"}  # of the BibTeX that a text may quote
