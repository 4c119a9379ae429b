"""Where answers are kept, and whether there are any: told without loading what asks and what keeps."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import platformdirs


def default_path() -> Path:
    """Return where answers are kept unless another file is named: the user's cache folder."""
    return Path(platformdirs.user_cache_path("bibreconcile")) / "answers.sqlite"


def holds_any(path: Path) -> bool:
    """Say whether a file may have kept answers: there is one, and it is not known to be empty."""
    if not path.exists():
        return False
    import sqlite3  # here, because where no file is there is nothing to open

    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=10.0)) as database:
            return bool(database.execute("SELECT EXISTS (SELECT 1 FROM answer)").fetchone()[0])
    except sqlite3.Error:
        return True  # what is wrong with it is said where it is used
