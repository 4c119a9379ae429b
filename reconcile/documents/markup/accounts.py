"""Who stands behind the accounts that a Hugo site's papers name: `authors: [admin]`, and `content/authors/admin/`.

https://docs.hugoblox.com/reference/content-types/ ("Authors"): an account is the name of a folder of profiles.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from reconcile.documents.blocks.block import Block, Document
from reconcile.documents.fields.columns import canonical

# The field of an entry that keeps its authors as the page has them, accounts among them.
ACCOUNTS = "accounts"
_PROFILE = re.compile(r"(?P<site>.*?(?:\A|/))authors/(?P<account>[^/]{1,100})/_?index\.(?:md|markdown|qmd)\Z")
_ACCOUNT = re.compile(r"[a-z0-9]{2,40}(?:[-_.][a-z0-9]{1,40}){0,4}")


def has_accounts(names: Iterable[str]) -> bool:
    """Say whether an account may be among the names of people."""
    return any(_ACCOUNT.fullmatch(name) for name in names)


def with_accounts_named(documents: Sequence[Document]) -> tuple[Document, ...]:
    """Return the documents of a folder, in its papers the people whose profiles lie in it under their names."""
    people: dict[str, dict[str, str]] = {}
    for document in documents:
        found = _PROFILE.match(document.name) if document.owner else None
        if found:
            people.setdefault(found["site"], {})[found["account"]] = document.owner
    if not people:
        return tuple(documents)
    return tuple(_named(document, people) for document in documents)


def _named(document: Document, people: Mapping[str, Mapping[str, str]]) -> Document:
    known = next((each for site, each in people.items() if document.name.startswith(site)), {})
    return (
        replace(document, blocks=tuple(_with_names(block, known) for block in document.blocks)) if known else document
    )


def _with_names(block: Block, known: Mapping[str, str]) -> Block:
    fields = dict(block.fields)
    accounts = fields.get(ACCOUNTS, "").split(" and ")
    if known.keys().isdisjoint(accounts):
        return block
    given = next((name for name in fields if canonical(name) == "author"), "authors")
    left_out = set(accounts) - set(fields.get(given, "").split(" and ")) - known.keys()
    fields[given] = " and ".join(known.get(name, name) for name in accounts if name not in left_out)
    return replace(block, fields=tuple(fields.items()))
