"""One entry cleaned, until nothing is left to change; what the user has not allowed is proposed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from reconcile.bibtex.edit import Edit, Entry, add_field, remove_field, rename_field, set_type, set_value
from reconcile.checking.ignoring import EVERYTHING
from reconcile.checking.item import Item
from reconcile.cleaning import listing, missing, places, proposing, published, spelling, venue
from reconcile.cleaning.change import TYPE, Change, Policy, Step
from reconcile.cleaning.judging import Meaning, item_of
from reconcile.cleaning.reading import Macros, Reading, read
from reconcile.cleaning.target import Target, target_of
from reconcile.documents.bib.parents import Named, is_handed_down_rightly
from reconcile.documents.bib.scan import Broken
from reconcile.mention import Status
from reconcile.merge import described_by
from reconcile.settings import Settings
from reconcile.titles.notices import notice_of
from sources.record import Record

# An entry is settled after one round of changes and one that finds nothing; a preprint's after two.
_ROUNDS = 6

Judging = Callable[[Item], Meaning]


@dataclass(frozen=True, slots=True)
class Around:
    """What an entry is cleaned by: who judges, and how, what the user allows, what its file holds and can hold."""

    judge: Judging
    settings: Settings
    policy: Policy = field(default_factory=Policy)
    macros: Macros = field(default_factory=dict)
    parents: Mapping[str, Named] = field(default_factory=dict)
    holds: Callable[[str], bool] = lambda _text: True


@dataclass(frozen=True, slots=True)
class Cleaned:
    """An entry's new text, what was changed and what is proposed, and what it was found to be."""

    text: str
    reading: Reading
    meaning: Meaning
    changes: tuple[Change, ...] = ()
    proposals: tuple[Change, ...] = ()


def clean_entry(text: str, line: int, around: Around, ignored: frozenset[str] = frozenset()) -> Cleaned:
    """Return an entry cleaned; raises `Broken` where it cannot be read.

    An entry that does not settle is left as it is: what is written must be what a second cleaning would write.
    """
    entry = Entry.read(text)
    changes: list[Change] = []
    reading, meaning = first = _judged(entry, line, around)
    for _ in range(_ROUNDS):
        steps, why = _steps(reading, meaning, around, ignored)
        allowed = [step for step in steps if step.safe or is_accepted(step.code, entry.inside.key, around.policy)]
        about = (line, why, described_by(meaning.record) if meaning.record else "")
        after, made = _apply(entry, allowed, about)
        if not made:
            left = [each for step in steps if step not in allowed for each in _changes(entry, step, about)]
            left += _noticed(entry, line, meaning, ignored | around.policy.ignore)
            return Cleaned(entry.text, reading, meaning, _joined(changes), tuple(left))
        changes += made
        entry = after
        reading, meaning = _judged(entry, line, around)
    return Cleaned(text, *first)


def _judged(entry: Entry, line: int, around: Around) -> tuple[Reading, Meaning]:
    reading = read(entry, around.macros, around.parents)
    return reading, around.judge(item_of(reading, line))


def _noticed(entry: Entry, line: int, meaning: Meaning, ignored: frozenset[str]) -> Iterator[Change]:
    """Yield what notices say of the work of an entry; nobody can accept that."""
    for record in {described_by(record): record for record in meaning.notices}.values():
        notice = notice_of(record.title)
        if notice is not None and ignored.isdisjoint({notice.code, EVERYTHING}):
            said = f"“{record.title}” is a notice on this work; nothing is taken from it"
            yield Change(line, entry.inside.key, notice.code, "", entry.inside.key, said, described_by(record))


def is_accepted(code: str, key: str, policy: Policy) -> bool:
    """Say whether the user has accepted a proposal, by its code or for its entry."""
    return code in policy.accept or key in policy.accept_for


def _steps(reading: Reading, meaning: Meaning, around: Around, ignored: frozenset[str]) -> tuple[list[Step], str]:
    """Return what may be changed in an entry, one step a field, and why its record is the same work."""
    ignored |= around.policy.ignore
    if meaning.status is not Status.MATCHED or reading.entry.inside.flaws or EVERYTHING in ignored:
        return [], ""
    target = target_of(reading, meaning, around.settings)
    if target is None:
        return [], ""
    ascii_steps: list[Step] | None = None
    taken: dict[str, Step] = {}
    plain = list(_every(reading, target, around.policy, ascii=False))
    # What is safe comes first: a proposal for the same field waits until nothing is left to change.
    for place, step in sorted(enumerate(plain), key=lambda each: not each[1].safe):
        if step.value is not None and not around.holds(step.value):
            ascii_steps = ascii_steps or list(_every(reading, target, around.policy, ascii=True))
            if len(ascii_steps) != len(plain):
                continue
            step = ascii_steps[place]
        if step.code not in ignored and _says_more(reading, step):
            taken.setdefault(step.name, step)
    # The type last: it takes along fields of which another step may set the value.
    return sorted(taken.values(), key=lambda step: step.name == TYPE), target.why


def _every(reading: Reading, target: Target, policy: Policy, *, ascii: bool) -> Iterator[Step]:  # noqa: A002
    """Yield every step in the order of what counts where two concern one field."""
    yield from published.publish(reading, target, policy.preprints, policy.venues, ascii=ascii)
    yield from missing.missing(reading, target, ascii=ascii)
    yield from missing.identifier_forms(reading, target)
    yield from places.wrong_field(reading, target)
    yield from spelling.pages_form(reading, target)
    yield from spelling.title_spelling(reading, target, ascii=ascii)
    yield from listing.author_list(reading, target, ascii=ascii)
    yield from spelling.author_names(reading, target, ascii=ascii)
    yield from venue.venue_form(reading, target, policy.venues, ascii=ascii)
    yield from proposing.propose(reading, target, ascii=ascii)


def _says_more(reading: Reading, step: Step) -> bool:
    """Say whether a step changes anything; what a volume gains its works would inherit, its DOI too."""
    if step.name == TYPE or step.renamed:
        return True
    if reading.is_parent and step.name not in reading.own and not is_handed_down_rightly(step.name):
        return False
    return step.value != (reading.raw(step.name) if step.name in reading.own else None)


def _apply(entry: Entry, steps: Sequence[Step], about: tuple[int, str, str]) -> tuple[Entry, list[Change]]:
    """Return the entry with steps taken, each of which leaves every other field as it was."""
    made: list[Change] = []
    for step in steps:
        try:
            after = Entry.read(entry.applied(_edits(entry, step)))
        except (Broken, ValueError):
            continue
        if _is_kept(entry, after, step):
            made += _changes(entry, step, about)
            entry = after
    return entry, made


def _edits(entry: Entry, step: Step) -> list[Edit]:
    """Return the edits of a step; raises ValueError for a value that would break out of its field."""
    if step.name == TYPE:
        return [set_type(entry, step.value or entry.type), *_moved(entry, step)]
    found = entry.field(step.name)
    if found is None:
        return [add_field(entry, step.name, step.value)] if step.value else []
    if step.value is None:
        return [remove_field(entry, found)]
    renamed = [rename_field(entry, found, step.renamed)] if step.renamed else []
    if renamed and step.value == _inner(entry.value(found)):
        return [*renamed]
    return [*renamed, set_value(entry, found, step.value)]


def _moved(entry: Entry, step: Step) -> list[Edit]:
    """Return the edits that give fields the names that a new type has for them; ValueError where one is taken."""
    if any(entry.field(new) for old, new in step.moves if entry.field(old)):
        raise ValueError(step.moves)
    return [rename_field(entry, found, new) for old, new in step.moves if (found := entry.field(old))]


def _is_kept(before: Entry, after: Entry, step: Step) -> bool:
    """Say whether an edit changed what it was to change and nothing else."""
    moved = dict(step.moves)
    others = [
        [
            (moved.get(each.name, each.name), entry.value(each))
            for each in entry.fields
            if each.name not in (step.name, step.renamed)
        ]
        for entry in (before, after)
    ]
    same_type = before.type == after.type or step.name == TYPE
    return others[0] == others[1] and same_type and before.inside.key == after.inside.key and not after.inside.flaws


def _changes(entry: Entry, step: Step, about: tuple[int, str, str]) -> Iterator[Change]:
    """Yield what a step changes: one field, or the type and the fields that it names otherwise."""
    line, why, meant = about
    change = Change(line, entry.inside.key, step.code, step.name, "", step.value or "", step.giver, why, meant=meant)
    if step.name == TYPE:
        yield replace(change, before=entry.type)
    elif step.renamed:
        yield replace(change, field=step.renamed, before=_text(entry, step.name), was=step.name)
    else:
        yield replace(change, before=_text(entry, step.name))
    for old, new in step.moves:
        if text := _text(entry, old):
            yield replace(change, field=new, before=text, after=text, was=old)


def _text(entry: Entry, name: str) -> str:
    """Return a field's value without its delimiters; empty where there is none."""
    found = entry.field(name)
    return _inner(entry.value(found)) if found else ""


def _inner(value: str) -> str:
    return value[1:-1] if value[:1] + value[-1:] in ("{}", '""') else value


def _joined(changes: Sequence[Change]) -> tuple[Change, ...]:
    """Return the changes, those of later rounds to a field joined to the first."""
    joined: dict[str, Change] = {}
    for change in changes:
        earlier = joined.get(change.field)
        if earlier is None:
            joined[change.field] = change
        else:
            joined[change.field] = replace(earlier, after=change.after, record=change.record)
    return tuple(joined.values())


def record_of(cleaned: Cleaned) -> Record | None:
    """Return the record that an entry was matched to."""
    return cleaned.meaning.record if cleaned.meaning.status is Status.MATCHED else None
