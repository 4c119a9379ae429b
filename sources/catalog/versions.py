"""The folder of a catalogue: whole versions side by side, of which `CURRENT` names the one to read.

    CATALOG/CURRENT             "version-7"
    CATALOG/version-7/          rows, offsets, keys, key_rows, index/, catalog.json
    CATALOG/building-…/         a build that is under way, or was killed: the next build removes it
    CATALOG/lock                held by the one who builds

A version is never written to again. A reader sees one whole version, before or after `CURRENT` is replaced; the files
of an old version stay readable to those who have them open after they are removed.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from stat import S_ISREG
from typing import TypeVar

from sources.locks import lock, unlock

CURRENT, LOCK = "CURRENT", "lock"
_VERSION = re.compile(r"version-([0-9]{1,9})")
_BUILDING = "building-"
# A reader can lose the race against a swap and its cleaning up; to lose it so often, builds would have to take no time.
_TRIES = 20

Opened = TypeVar("Opened")


class CatalogError(Exception):
    """A catalogue cannot be opened or built; one line that says which, why, and what to do."""


def current(folder: Path) -> Path:
    """Return the folder of the version to read; raise `CatalogError` where there is none."""
    number = _current_number(folder)
    if number:
        return folder / f"version-{number}"
    if not folder.exists():
        raise CatalogError(f"{folder}: there is no such catalogue; build it with `reconcile catalog build`")
    if is_ours(folder):
        raise CatalogError(f"{folder}: the catalogue was never built to its end; build it anew")
    raise CatalogError(f"{folder}: not a catalogue; name the folder that `reconcile catalog build` made")


def open_current(folder: Path, opened: Callable[[Path], Opened]) -> Opened:
    """Return what `opened` makes of the current version, trying again where that was replaced meanwhile.

    `opened` raises `OSError` or `CatalogError` where it cannot; it is final where the version is still the current one.
    """
    for _ in range(_TRIES):
        try:
            version = current(folder)
        except OSError as fault:
            raise CatalogError(f"{folder}: cannot be read ({fault.strerror})") from fault
        try:
            return opened(version)
        except (OSError, CatalogError) as fault:
            if _is_current(folder, version):
                raise _explained(folder, fault) from fault
    raise CatalogError(f"{folder}: the catalogue is replaced faster than it can be opened; try again later")


def is_ours(folder: Path) -> bool:
    """Return whether a folder is a catalogue, the beginning of one, or empty."""
    if not folder.is_dir():
        return False
    names = {path.name for path in folder.iterdir()}
    unfinished = all(name == LOCK or name.startswith(_BUILDING) or _VERSION.fullmatch(name) for name in names)
    return unfinished or _current_number(folder) > 0


@contextmanager
def new_version(folder: Path) -> Iterator[Path]:
    """Give an empty folder to build in, which becomes the current version at the end; nothing changes on an exception.

    Raises `CatalogError` for a folder that is something else, and where another process builds. A folder that was
    made for this and came to nothing is removed.
    """
    made = _claimed(folder)
    try:
        with _locked(folder):
            _remove_leftovers(folder)
            aside = Path(tempfile.mkdtemp(prefix=_BUILDING, dir=folder))
            try:
                yield aside
                _swap(folder, aside)
            finally:
                shutil.rmtree(aside, ignore_errors=True)
            _remove_leftovers(folder)
    finally:
        if made and not _current_number(folder):
            with suppress(OSError):
                (folder / LOCK).unlink()
                folder.rmdir()


def size_of(folder: Path) -> int:
    """Return the bytes of all files below a folder; of a file its own."""
    return sum(sizes_of(folder).values()) if folder.is_dir() else folder.stat().st_size


def sizes_of(folder: Path) -> dict[str, int]:
    """Return the sizes of the files below a folder that hold anything, by their path in it."""
    found = ((path, path.stat()) for path in sorted(folder.rglob("*")))
    return {path.relative_to(folder).as_posix(): it.st_size for path, it in found if S_ISREG(it.st_mode) and it.st_size}


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that it is on the disk when this returns."""
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _claimed(folder: Path) -> bool:
    """Make the folder unless it is there and ours; return whether it was made."""
    if folder.is_symlink() and not folder.exists():
        raise CatalogError(f"{folder}: a link that leads nowhere; remove it")
    if folder.exists():
        if not is_ours(folder):
            raise CatalogError(f"{folder}: there is something else; name a new or empty folder for the catalogue")
        return False
    try:
        folder.mkdir(parents=True, mode=0o700)
    except OSError as fault:
        raise CatalogError(f"{folder}: cannot be made ({fault.strerror}); name another folder") from fault
    return True


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Hold the folder's lock; raise `CatalogError` at once where another process has it. A killed process loses it."""
    with (folder / LOCK).open("ab") as held:
        if not lock(held):
            raise CatalogError(f"{folder}: another process is building this catalogue; wait for its end")
        try:
            yield
        finally:
            unlock(held)


def _swap(folder: Path, aside: Path) -> None:
    """Make a finished version the current one, in one step."""
    version = folder / f"version-{_current_number(folder) + 1}"
    aside.rename(version)
    pointer = folder / f"{_BUILDING}{CURRENT}"
    write_whole(pointer, f"{version.name}\n".encode("ascii"))
    pointer.replace(folder / CURRENT)


def _remove_leftovers(folder: Path) -> None:
    """Remove what killed builds left, and all but the current version; what is open elsewhere may stay (Windows)."""
    now = f"version-{_current_number(folder)}"
    for path in folder.iterdir():
        if path.name.startswith(_BUILDING) or (_VERSION.fullmatch(path.name) and path.name != now):
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink(missing_ok=True)


def _current_number(folder: Path) -> int:
    """Return the number of the current version, 0 where `CURRENT` names none."""
    try:
        with (folder / CURRENT).open("rb") as file:
            found = _VERSION.fullmatch(file.read(64).decode("ascii", "replace").strip())
    except OSError:
        return 0
    return int(found[1]) if found else 0


def _is_current(folder: Path, version: Path) -> bool:
    return version.name == f"version-{_current_number(folder)}"


def damaged(folder: Path, why: object) -> CatalogError:
    """Return what is raised of a catalogue whose files are not as they were made."""
    return CatalogError(f"{folder}: the catalogue is damaged ({why}); build it anew")


def _explained(folder: Path, fault: OSError | CatalogError) -> CatalogError:
    if isinstance(fault, CatalogError):
        return fault
    what = f"{fault.strerror}: {Path(fault.filename).name}" if fault.filename else str(fault)
    return damaged(folder, what)
