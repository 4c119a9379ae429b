"""The direction of imports, which third-party library is imported where, and that public things are documented."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

import reconcile
import sources
from reconcile.cli import VERBS
from reconcile.documents.outputs import FILES as OUTPUTS

ROOT = Path(__file__).parent.parent
FILES = sorted(
    path.relative_to(ROOT) for package in ("sources", "reconcile") for path in (ROOT / package).rglob("*.py")
)

# The modules of each package in the order in which imports run downward: a module imports only what stands before it.
ORDER = {
    "sources": (
        "possessive text et_al months arabic_script east_asian record source locks dump throttle processes normal_forms misprinted addresses identifiers name_parts name_words suffixes name_reading nicknames romanising names markup breaker manners"
        " polite kept store transport crossref dblp anthology catalog silence tape"
    ).split(),
    "reconcile": (
        "loading arguments frames workers piped lexicon cells mention places wanted records documents entry venues extract parse streaming titles authors evidence publications"
        " settings comparison retitled gather byhand decide nearby works"
        " merge flags bibtex permissions tables result report setup pipeline matching bulk checking cleaning pairing fitting output"
        " terminal commands cli"
    ).split(),
}
# Libraries that one module alone may import, or a reader and its writer.
OWNERS = {
    "habanero": {"sources/crossref"},
    "tantivy": {"sources/catalog"},
    "vcr": {"sources/tape.py"},
    "tenacity": {"sources/polite.py"},
    "msgspec": {"sources/catalog", "reconcile/streaming", "reconcile/bulk"},
    "pandas": {
        "reconcile/tables/spreadsheets.py",
        "reconcile/result.py",
        "reconcile/bulk/frame.py",
        "reconcile/bulk/catalog.py",
        "reconcile/frames.py",
        "reconcile/checking/frame.py",
        "reconcile/pairing/frame.py",
        "reconcile/fitting/frame.py",
    },
    "numpy": {"sources/catalog/keys.py", "reconcile/fitting"},
    "bibtexparser": {"reconcile/bibtex", "sources/anthology"},
    "jinja2": {"reconcile/report"},
    "rich": {"reconcile/terminal/console.py"},
    "pypdfium2": {"reconcile/documents"},
    "docx": {"reconcile/documents"},
    "openpyxl": {"reconcile/documents/office"},
    "docutils": {"reconcile/documents"},
    "markdown_it": {"reconcile/documents"},
    "platformdirs": {"sources/kept.py"},
}


def imports(path: Path) -> set[str]:
    """The modules that a file imports, by their full names."""
    found = set()
    for node in ast.walk(ast.parse((ROOT / path).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def module(path: Path) -> str:
    """The second part of a file's module name: `decide` for reconcile/decide.py, `venues` for reconcile/venues/read.py."""
    return path.parts[1].removesuffix(".py")


@pytest.mark.parametrize("path", FILES, ids=str)
def test_imports_run_downward(path: Path) -> None:
    package, own = path.parts[0], module(path)
    if own in ("__init__", "__main__"):
        return
    order = ORDER[package]
    assert own in order, f"{path} has no place in the order of imports"
    for name in imports(path):
        other, _, rest = name.partition(".")
        target = rest.partition(".")[0]
        if package == "sources":
            assert other != "reconcile", f"{path} imports {name}"
        if other == package and target in order and target != own:
            assert order.index(target) < order.index(own), f"{path} imports {name}, which comes later"


# The folders of a package in the order in which imports run downward; what stands beside them imports all.
FOLDERS = {
    "reconcile.documents": (
        "blocks tex bib fields pages printed text trees markup wiki exports vocabularies portals pdf office latex typst"
    ).split(),
    "reconcile.extract": "words lines looks placing cutting refusing lists".split(),
    "reconcile.parse": "words names text place layouts".split(),
    "reconcile.matching": "strings titles places names records verdicts".split(),
}


@pytest.mark.parametrize(
    "path", [path for path in FILES if len(path.parts) > 3 and ".".join(path.parts[:2]) in FOLDERS], ids=str
)
def test_the_folders_of_a_package_run_downward(path: Path) -> None:
    package = ".".join(path.parts[:2])
    order, own = FOLDERS[package], path.parts[2]
    below = order[: order.index(own) + 1]
    for name in imports(path):
        if name.startswith(f"{package}."):
            assert name.removeprefix(f"{package}.").partition(".")[0] in below, f"{path} imports {name}"


MODULES = {".".join(path.with_suffix("").parts).removesuffix(".__init__"): path for path in FILES}


def imported(name: str) -> set[str]:
    """The modules of ours that a module imports, whatever it takes from them."""
    found = set()
    for other in imports(MODULES[name]):
        while other and other not in MODULES:
            other = other.rpartition(".")[0]
        found.add(other)
    return found - {"", name}


def test_no_module_imports_itself_by_way_of_others() -> None:
    left = {name: imported(name) for name in MODULES}
    while done := [name for name, others in left.items() if not others]:
        for name in done:
            del left[name]
        left = {name: others.difference(done) for name, others in left.items()}
    assert not left


@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_imports_no_other(verb: str) -> None:
    others = {f"reconcile.commands.{other}" for other in VERBS if other != verb}
    assert not imported(f"reconcile.commands.{verb}") & others


@pytest.mark.parametrize("path", FILES, ids=str)
def test_a_library_is_imported_in_one_place(path: Path) -> None:
    for name in imports(path):
        owners = OWNERS.get(name.partition(".")[0])
        assert owners is None or any(str(path).startswith(owner) for owner in owners), f"{path} imports {name}"


@pytest.mark.parametrize("path", FILES, ids=str)
def test_the_limit_of_cells_is_set_in_one_place(path: Path) -> None:
    """It is one for the whole process: set elsewhere, what can be read depends on what was read before."""
    if str(path) != "reconcile/cells.py":
        assert "csv.field_size_limit(" not in (ROOT / path).read_text(encoding="utf-8")


_GROUP = re.compile(r"\([^()]*\)")
_TABLE = 5  # words or branches from which a text is a table of them


def rows_of_tables(tree: ast.AST) -> Iterator[list[str]]:
    """The words of each text that is cut into words, and the branches of each text that has as many."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(ast.Attribute(ast.Constant(str(text)), "split"), marks):
                mark = marks[0].value if marks and isinstance(marks[0], ast.Constant) else None
                yield text.split(mark if isinstance(mark, str) else None)
            case ast.Constant(str(text)) if "|" in text:
                while _GROUP.search(text):
                    text = _GROUP.sub(lambda found: f"⟨{found[0][1:-1].replace('|', '¦')}⟩", text)
                yield text.split("|")


@pytest.mark.parametrize("path", FILES, ids=str)
def test_no_row_stands_twice_in_a_table(path: Path) -> None:
    for rows in rows_of_tables(ast.parse((ROOT / path).read_text(encoding="utf-8"))):
        twice = [row for row, count in Counter(rows).items() if count > 1 and row]
        assert len(rows) < _TABLE or not twice, f"{path}: {twice}"


@pytest.mark.parametrize("package", [reconcile, sources], ids=["reconcile", "sources"])
def test_a_package_says_that_it_is_typed(package: ModuleType) -> None:
    assert package.__file__
    assert Path(package.__file__).with_name("py.typed").read_bytes() == b""


def test_the_readme_names_every_output_file_and_command() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for name in (*OUTPUTS, *(f"reconcile {verb}" for verb in VERBS)):
        assert name in readme, f"README.md does not name {name}"


def test_the_design_page_names_every_module() -> None:
    design = (ROOT / "docs" / "design.md").read_text(encoding="utf-8")
    spans = re.findall(r"`([^`\n]+)`", design)
    named = {word for span in spans for word in re.findall(r"\w+", span.replace(".py", ""))}
    for package, names in ORDER.items():
        assert set(names) <= named, f"docs/design.md does not name {package}/{sorted(set(names) - named)}"


@pytest.mark.parametrize("path", FILES, ids=str)
def test_no_private_constant_is_assigned_and_never_read(path: Path) -> None:
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    made = [node for node in tree.body if isinstance(node, ast.Assign | ast.AnnAssign)]
    named = [node for each in made for node in ast.walk(each) if isinstance(node, ast.Name)]
    private = {node.id for node in named if isinstance(node.ctx, ast.Store) and re.match("_[A-Z]", node.id)}
    read = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}
    assert private <= read, f"{path}: {sorted(private - read)}"
