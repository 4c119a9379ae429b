"""The page as text: template, style and script joined into one file that loads nothing and runs nothing else."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from reconcile.mention import Severity, Status
from reconcile.report.view import BAR, page
from reconcile.result import Result
from reconcile.settings import DEFAULT
from sources.text import DIRECTIONS

# What a reader is told of each status and severity.
_STATUSES = {
    Status.MATCHED: "Matched",
    Status.POSSIBLE: "Possible",
    Status.NOT_FOUND: "Not found",
    Status.NOT_CHECKED: "Not checked",
    Status.SKIPPED: "Skipped",
}
_SEVERITIES = {Severity.ERROR: "Error", Severity.WARNING: "Warning", Severity.INFO: "Note"}
# What steers a terminal or turns the order of a line around, and is nothing to be read.
_CONTROLS = [code for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\t\n\r"]
_STEERING = dict.fromkeys(_CONTROLS, "\ufffd") | dict.fromkeys(map(ord, DIRECTIONS), "")


def write(result: Result, *, prior: float = DEFAULT.prior) -> str:
    """Return the report as one HTML page. `prior` is the one that the run's probabilities were reckoned with.

    The page's own policy allows its one style sheet and its one script by their hashes and nothing else, so that
    text out of a document can neither run nor load anything, whatever it holds.
    """
    style, script = _part("style.css"), _part("filter.js")
    text = _template().render(
        page=page(result, prior),
        style=Markup(style),  # noqa: S704 -- our own file
        script=Markup(script),  # noqa: S704 -- our own file
        policy=_policy(style, script),
        statuses=_STATUSES,
        severities=_SEVERITIES,
        half=BAR,
    )
    # A lone surrogate has no place in a file.
    return text.lstrip().translate(_STEERING).encode("utf-8", "replace").decode()


@cache
def _template() -> Template:
    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined)
    return environment.from_string(_part("template.html"))


@cache
def _part(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}';"
        " base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
