"""Sources made ready: which, in which order, and what stands in for those that are not asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from reconcile.setup import ADDRESSES, SOURCES, Addresses, make_sources, make_unasked
from sources.catalog import CatalogError
from sources.polite import Manners
from sources.source import Unavailable
from sources.store import MemoryStore
from tests.make import identifier


def test_sources_come_in_the_order_of_their_names() -> None:
    made = make_sources(("anthology", *SOURCES[:2]), Manners(), MemoryStore())
    assert [source.name for source in made] == ["anthology", "crossref", "dblp"]


@pytest.mark.parametrize(("name", "says"), [("scopus", "unknown source scopus"), ("catalog", "no catalogue is given")])
def test_a_source_that_cannot_be_made_is_named(name: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        make_sources((name,), Manners(), MemoryStore())


@pytest.mark.parametrize("make", [lambda path: make_unasked(("catalog",), path), lambda path: make_sources(
    ("catalog",), Manners(), MemoryStore(), catalog=path)], ids=["offline", "live"])  # fmt: skip
def test_a_catalogue_that_is_not_there_is_an_error_that_names_it(make, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(CatalogError, match="no-catalogue"):
        make(tmp_path / "no-catalogue")


def test_a_source_that_is_not_asked_says_so_and_is_never_silent() -> None:
    (source,) = make_unasked(("dblp",))
    with pytest.raises(Unavailable) as search:
        source.search(title="A Study of Things")
    with pytest.raises(Unavailable) as look_up:
        source.look_up([identifier("doi:10.1234/x")])
    assert {fault.value.source for fault in (search, look_up)} == {"dblp"}
    assert "A Study of Things" in search.value.asked
    assert "10.1234/x" in look_up.value.asked
    assert search.value.reason == "offline, and no answers are kept"


def test_a_stand_in_for_a_service_is_known_by_its_true_address() -> None:
    assert Addresses().true_hosts() == {}
    assert Addresses(dblp="http://127.0.0.1:8000").true_hosts() == {"http://127.0.0.1:8000": ADDRESSES["dblp"]}
