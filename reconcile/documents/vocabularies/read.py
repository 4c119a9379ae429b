"""Bibliographic XML of every vocabulary: cut into records, each of which is parsed by itself and read by a table.

So a record that is no XML costs only itself, and no more than one of them is a tree at a time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from functools import lru_cache
from importlib import import_module
from itertools import islice
from typing import cast

from lxml import etree

from reconcile.documents.blocks.block import Block, Document, Kind, block_of_entry, readable
from reconcile.documents.blocks.encoding import Lines, repair
from reconcile.documents.blocks.runs import clean
from reconcile.documents.blocks.unreadable import MAX_PARAGRAPH, MAX_RECORDS
from reconcile.documents.blocks.xml import NOT_XML, Element, root_of
from reconcile.documents.fields.kinds import kinds_named, meanings
from reconcile.documents.fields.people import Person, people, persons_in, shown
from reconcile.documents.vocabularies.cutting import Piece, cut
from reconcile.documents.vocabularies.form import Fields, Paths, Persons, Vocabulary
from reconcile.documents.vocabularies.telling import NAMES, WIKI, root_name, vocabulary_of
from reconcile.documents.wiki.export import read_export
from reconcile.mention import Kind as Work
from sources.dblp.read import number_entities
from sources.markup import plain

_MOST_COMPLAINTS = 20
# The prefixes of a record's names, which were declared above it.
_PREFIX = re.compile(r"(?:</?|\s)(?!(?i:xml))([A-Za-z_][\w.-]{0,40}):[A-Za-z_][\w.-]{0,100}(?=[\s/>=])")
_MOST_PREFIXES = 50
# What several records may refer to is small: the name of a journal, its volume and number.
_LONGEST_SHARED, _MOST_LINKS = 5000, 3
_LONG_TAG = re.compile(r"<[^<>]{20000}")  # a parser compares each attribute with every other
# What says a formula once more in a language of its own.
_UNSAID = ("annotation", "annotation-xml", "tex-math")
_PEOPLE = ("author", "editor")
_TITLES = frozenset({"title", "subtitle", "container", "series"})
_IN_JOURNAL = frozenset({"volume", "number"})
_INSTITUTION = re.compile(r"([^,]*\s[^,]*),\Z")  # `World Health Organization,` in EndNote, whose names have commas
_ADDRESS_OF_WORD = re.compile(r"(?:info:|https?:).*/(?=[^/]+\Z)")


def read_xml(name: str, lines: Lines) -> Document:
    """Return the records of bibliographic XML; one that is broken is a complaint, and so is XML of any other kind."""
    text = "\n".join(lines.raw)
    known = vocabulary_of(text)
    if not known:
        reason = f"this XML is of none of the kinds that are read ({', '.join(NAMES.values())})"
        return Document(name, (), (f"{name}: {reason}; export it as one of them, as BibTeX or as text",))
    if known == WIKI:
        return read_export(name, lines)
    form = _table(known)
    pieces, unended = cut(text, form)
    records = _Records(name, text, form)
    blocks = tuple(block for piece in records.within(pieces) for block in records.blocks(*piece))
    whole = len(pieces) <= MAX_RECORDS
    trouble = sorted((*records.trouble, *(_unended(text, pieces, unended) if whole else ())))
    told = [f"{name}, line {line}: {said}" for line, said in trouble]
    if len(told) > _MOST_COMPLAINTS:
        told = [*told[:_MOST_COMPLAINTS], f"{name}: {len(told) - _MOST_COMPLAINTS} more records are broken"]
    if not whole:
        told.append(f"{name}: only the first {MAX_RECORDS:,} records were read; split the document")
    return Document(name, blocks, tuple(told))


def _table(known: str) -> Vocabulary:
    module, _, table = known.partition(".")
    return cast(Vocabulary, getattr(import_module(f"reconcile.documents.vocabularies.{module}"), table))


def _unended(text: str, pieces: list[Piece], unended: list[int]) -> Iterator[tuple[int, str]]:
    """Yield what is to be said of records without an end, and of a file without one."""
    last = pieces[-1].start if pieces else -1
    for start in unended:
        line = text.count("\n", 0, start) + 1
        if start > last:
            yield line, "this export breaks off within the record; it was left out; export it anew"
            return
        yield line, "this record is no XML (it has no end) and was left out; export it anew"
    root = root_name(text)
    end = pieces[-1].stop if pieces else 0
    if text.find(f"</{root}", max(0, end - len(root) - 3)) < 0 and text[max(0, end - 2) :].rstrip() not in ("", "/>"):
        yield text.count("\n") + 1, "this export breaks off; what follows is missing; export it anew"


class _Records:
    """The records of a text, read one by one: their blocks, and what is wrong with some."""

    def __init__(self, name: str, text: str, form: Vocabulary) -> None:
        self.name = name
        self.text = text
        self.form = form
        self.held: dict[str, Element] = {}
        self.trouble: list[tuple[int, str]] = []

    def within(self, pieces: list[Piece]) -> Iterator[tuple[str, int, int]]:
        """Yield the source of each record with its first and last line; what they refer to is kept before."""
        placed = list(self._placed(pieces[:MAX_RECORDS]))
        for name, source, line in placed:
            if name in self.form.shared and len(source) <= _LONGEST_SHARED:
                shared = self._parsed(source, line)
                if shared is not None:
                    self.held.setdefault(shared.get("about") or "", shared)
        for name, source, line in placed:
            if name not in self.form.shared:
                yield source, line, line + source.count("\n")

    def _placed(self, pieces: list[Piece]) -> Iterator[tuple[str, str, int]]:
        line, at = 1, 0
        for piece in pieces:
            line += self.text.count("\n", at, piece.start)
            at = piece.start
            yield piece.name, self.text[at : piece.stop], line

    def blocks(self, source: str, first: int, last: int) -> Iterator[Block]:
        """Yield the blocks of the works in a record."""
        record = self._parsed(source, first)
        if record is None:
            return
        for work in _elements(self.form.works, record):
            self._follow(work)
            fields = fields_of(work, self.form)
            if "title" in fields:
                yield _entry(fields, first, last, source)
            elif self.form.as_text and (said := _first((self.form.as_text,), work)):
                yield Block(Kind.ITEM, first, last, said, source, 1, lines=(first,))

    def _parsed(self, source: str, line: int) -> Element | None:
        """Return the element of a record, its names without prefixes; None of a broken one, which is noted."""
        mended = "\n".join(map(repair, source.split("\n")))
        prefixes = islice(dict.fromkeys(found[1] for found in _PREFIX.finditer(mended)), _MOST_PREFIXES)
        declared = "".join(f' xmlns:{prefix}="{prefix}"' for prefix in prefixes)
        try:
            if _LONG_TAG.search(mended):
                raise ValueError("a tag without an end")
            root = root_of(number_entities(f"<records{declared}>{mended}</records>".encode()))
        except NOT_XML as error:
            reason = " ".join(str(error).split())[:80]
            self.trouble.append((line, f"this record is no XML ({reason}) and was left out; export it anew"))
            return None
        for element in root.iter():
            element.tag = _local(str(element.tag))
            for key, value in element.items():
                if element.get(_local(str(key))) is None:
                    element.set(_local(str(key)), value)
        etree.strip_elements(root, *_UNSAID, with_tail=False)
        return root[0]

    def _follow(self, work: Element) -> None:
        """Put what a work refers to into the element that does."""
        links = [link for link in work if link.tag in self.form.apart and link.get("resource") in self.held]
        for link in links[:_MOST_LINKS]:
            link.append(deepcopy(self.held[link.get("resource") or ""]))


def _local(name: str) -> str:
    return name.rpartition("}")[2]


def fields_of(work: Element, form: Vocabulary) -> Fields:
    """Return what a table says of a work; no field where it has no title."""
    kind = _kind(work, form)
    paths = {**form.fields, **form.by_kind.get(kind, {})}
    made = {"type": kind} | {
        name: _people(found, work, form) if name in _PEOPLE else _first(found, work, plainly=name in _TITLES)
        for name, found in paths.items()
        if name != "type"
    }
    made = {name: value for name, value in made.items() if value}
    if form.finish:
        made = form.finish(made, work)
    container = made.pop("container", "")
    if container and container != made.get("title"):
        kind = made.get("type", "")
        known = meanings(kind)
        in_journal = Work.ARTICLE in known or (not known and not _IN_JOURNAL.isdisjoint(made))
        made["journal" if in_journal else "booktitle"] = container
    return made


def _kind(work: Element, form: Vocabulary) -> str:
    """Return the kind of a work by the first path that finds a word which is known."""
    found = (_texts((path,), work) for path in form.fields.get("type", ()))
    return kinds_named([([_ADDRESS_OF_WORD.sub("", text) for text in texts], form.kinds) for texts in found])


@lru_cache(maxsize=1000)
def _path(path: str) -> etree.XPath:
    return etree.XPath(path)


def _found(path: str, element: Element) -> list[Element | str]:
    found = _path(path)(element)
    return cast(list[Element | str], found) if isinstance(found, list) else [str(found)]


def _elements(path: str, element: Element) -> list[Element]:
    return [one for one in _found(path, element) if not isinstance(one, str)]


def _texts(paths: Paths, element: Element, *, plainly: bool = False) -> list[str]:
    """Return the texts that the first path finds which finds any."""
    for path in paths:
        said = (
            clean(str(one) if isinstance(one, str) else "".join(map(str, one.itertext())))
            for one in _found(path, element)
        )
        texts = [" ".join((plain(text) if plainly else text).split())[:MAX_PARAGRAPH] for text in said]
        if any(texts):
            return [text for text in texts if text]
    return []


def _first(paths: Paths, element: Element, *, plainly: bool = False) -> str:
    return next(iter(_texts(paths, element, plainly=plainly)), "")


def _people(paths: Paths, work: Element, form: Vocabulary) -> str:
    """Return the people whom the first path finds, as many as a paragraph has room for."""
    for path in paths:
        found: list[Person] = []
        room = MAX_PARAGRAPH
        for element in _elements(path, work):
            named = _person(element, form.persons)
            room -= sum(map(len, named))
            if room < 0:
                break
            found += named
        if found:
            return people([*found, *(["et al."] if form.et_al and _found(form.et_al, work) else [])])
    return ""


def _person(element: Element, form: Persons) -> list[Person]:
    """Return the person of an element; several where people were written into one field."""
    family, given = (
        _first(form.family, element),
        " ".join(text for path in form.given for text in _texts((path,), element)),
    )
    institution = _first(form.institution, element)
    if institution or (family and form.lone and not given):
        return [{"literal": institution or family}]
    if family and given:
        parts: Mapping[str, str] = {"family": family, "given": given, "suffix": _first(form.suffix, element)}
        return [{part: text for part, text in parts.items() if text}]
    text = family or given or _first(form.text, element)
    if literal := _INSTITUTION.match(text):
        return [{"literal": literal[1]}]
    return persons_in(text)


def _entry(fields: Fields, first: int, last: int, source: str) -> Block:
    said = {name: shown(value) if name in _PEOPLE else value for name, value in fields.items()}
    return block_of_entry(fields, readable(said), first, last, source)
