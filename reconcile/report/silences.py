"""What could not be looked for everywhere, and why: of one mention, and of a whole run, in words for any reader."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reconcile.gather import STOPPED, titled
from reconcile.mention import Gap, Match, Mention, Status
from reconcile.places import short_place_of
from sources.text import shortened

_NAMED = 5  # mentions whose places are said
_REASON = 200  # characters of what a source said
_CATALOGUE, _OFFLINE, _SEARCH = "catalog", "offline", "search "  # as gaps have them


@dataclass(frozen=True, slots=True)
class Silence:
    """What a run left open: the mentions of which nothing is known, how many others might gain, and why.

    `why` says why of those that could not be checked, where there are some, and else of the others.
    """

    unchecked: tuple[Mention, ...]
    found: int
    why: tuple[str, ...]

    @property
    def lines(self) -> tuple[tuple[str, str], ...]:
        """What is said of it: a word or two, and a sentence behind them."""
        because = "; ".join(self.why)
        said = []
        if self.unchecked:
            places = ", ".join(map(short_place_of, self.unchecked[:_NAMED]))
            more = f" and {len(self.unchecked) - _NAMED:,} more" if len(self.unchecked) > _NAMED else ""
            said.append(("not checked", f"{_mentions(len(self.unchecked))} ({places}{more}): {because}"))
        if self.found:
            has = f"{'has' if self.found == 1 else 'have'} a record"
            known = (
                f"{_mentions(self.found)} {has}, but {'was' if self.found == 1 else 'were'} not looked for everywhere"
            )
            others = (
                f"{self.found:,} {'other' if self.found == 1 else 'others'} {has}; the missing sources may know more"
            )
            said.append(("partly checked", others if self.unchecked else f"{known}: {because}"))
        return tuple(said)


def silence(matches: Sequence[Match]) -> Silence | None:
    """Return what a run left open; None where that is nothing."""
    open_ = [match for match in matches if match.gaps]
    unchecked = [match for match in open_ if match.status is Status.NOT_CHECKED]
    if not open_:
        return None
    why = why_open(gap for match in unchecked or open_ for gap in match.gaps)
    return Silence(tuple(match.mention for match in unchecked), len(open_) - len(unchecked), why)


def why_open(gaps: Iterable[Gap]) -> tuple[str, ...]:
    """Return why questions were not answered, a clause for each cause: the failures first, what was wished last."""
    failed: dict[str, Counter[str]] = defaultdict(Counter)
    causes: dict[str, dict[str, None]] = defaultdict(dict)
    for gap in gaps:
        if gap.source == _CATALOGUE and gap.asked.startswith(_SEARCH):
            causes[_CATALOGUE][titled(gap.asked.removeprefix(_SEARCH))] = None
        elif gap.reason == STOPPED or gap.reason.startswith(_OFFLINE):
            causes[STOPPED if gap.reason == STOPPED else _OFFLINE][gap.source] = None
        else:
            failed[gap.source][gap.reason] += 1
    said = [f"{source} did not answer: {_reasons(reasons)}" for source, reasons in sorted(failed.items())]
    for cause, says in (
        (STOPPED, "{} not asked, as the run was stopped"),
        (_OFFLINE, "{} not asked, as this run is offline"),
    ):
        if names := sorted(causes[cause]):
            said.append(says.format(f"{_and(names)} {'was' if len(names) == 1 else 'were'}"))
    if names := sorted(causes[_CATALOGUE]):
        said.append(f"the catalogue does not hold all of {_and(names)}")
    return tuple(said)


def asked_of(match: Match) -> tuple[str, ...]:
    """Return whom the run asked for a mention, and for whom its catalogue answered: a sentence each."""
    itself = [name for name in match.asked if name in match.by or _CATALOGUE not in match.by]
    told = [name for name in match.asked if name not in itself]
    said = [f"Asked: {', '.join(itself)}."] if itself else []
    if _CATALOGUE in match.by:
        answers = f", which answers for {', '.join(told)}" if told else ""
        said.append(f"Looked up in the catalogue{answers}.")
    return tuple(said)


def _reasons(reasons: Counter[str]) -> str:
    """Return the reason given most often, and how many others there are."""
    first = min(reasons, key=lambda reason: (-reasons[reason], reason))
    others = len(reasons) - 1
    more = f" (and {others} other reason{'s' if others > 1 else ''}, in run.json)" if others else ""
    return f"{shortened(first, _REASON)}{more}"


def _and(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]


def _mentions(count: int) -> str:
    return f"{count:,} mention{'' if count == 1 else 's'}"


def what_it_cost(mentions: int, unchecked: int) -> str:
    """Say what becomes of mentions that a source leaves open.

    >>> what_it_cost(18, 5), what_it_cost(1, 1)
    ('5 mentions not checked; 13 have a record, to which it might add', '1 mention not checked')
    """
    settled = mentions - unchecked
    said = [f"{_mentions(unchecked)} not checked"] if unchecked else []
    if settled:
        of = "" if unchecked else f" mention{'' if settled == 1 else 's'}"
        said.append(f"{settled:,}{of} {'has' if settled == 1 else 'have'} a record, to which it might add")
    return "; ".join(said)
