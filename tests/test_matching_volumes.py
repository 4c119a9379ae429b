"""A string that names a volume and nothing beside it means the volume; all others mean what appeared in it, or an event."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reconcile.matching.judge import Judge
from reconcile.mention import Status
from reconcile.wanted import Wanted
from sources.record import Date, Record, Type
from tests.cataloguing import paper, small_catalog

SHORE = "Proceedings of the Third Workshop on Limpets and Other Slow Readers"
ICML = "2012 International Conference on Machine Learning (ICML 2012), 17-22 June 2012, Edinburgh, Scotland, UK"
TIDES = "The 5th Workshop on Tide Tables"


def volume(key: str, title: str, *editors: str, year: int) -> str:
    by = "".join(f"<editor>{name}</editor>" for name in editors)
    return f'<proceedings key="{key}">{by}<title>{title}.</title><year>{year}</year></proceedings>'


@pytest.fixture(scope="module")
def judge(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Judge]:
    folder: Path = tmp_path_factory.mktemp("volumes")
    entries = (
        volume("conf/limpet/2012", SHORE, "Sanna Lundqvist", "Bo Ekwall", year=2012),
        volume("conf/tide/2015", TIDES, year=2015),
        volume("conf/icml/2012", ICML, "Ada Kale", year=2012),
        volume("conf/kelp/1997", "Kelp Processing for Slow Readers", year=1997),
        paper("conf/limpet/Rye12", "Barnacle Alphabets", "Cora Rye", year=2012),
    )
    with small_catalog(folder, entries) as catalog:
        yield Judge(catalog)


@pytest.mark.parametrize(
    ("string", "key"),
    [
        (f"Lundqvist, S., Ekwall, B. (eds.): {SHORE}, 2012", "conf/limpet/2012"),
        (f"2012\t{SHORE}", "conf/limpet/2012"),
        (f"{SHORE}. Association for Computational Linguistics, 2012. Editors: Sanna Lundqvist and Bo Ekwall", "conf/limpet/2012"),
        (rf"\item S. Lundqvist and B. Ekwall, editors. {{\em {SHORE}}}. Springer, 2012", "conf/limpet/2012"),
        (f"{TIDES}, 2015", "conf/tide/2015"),
        (f"[R12] {SHORE}, 2012, rev. current", "conf/limpet/2012"),
        (f"[Anon.] (2012). {SHORE}. Association for Computational Linguistics.", "conf/limpet/2012"),
        (f"{SHORE}. 2012. [cit. 2021-04-12]", "conf/limpet/2012"),
        (f"^ ''{SHORE}''. 2012. Archived from the original on 22 March 2020.", "conf/limpet/2012"),
        (f"<p><em>{SHORE}</em> 2012 &raquo; <a href='#'>Table of contents</a></p>", "conf/limpet/2012"),
        (f"{SHORE} | 2012 | Paperback | In stock", "conf/limpet/2012"),
        (f"121 {SHORE} 2012 Scopus", "conf/limpet/2012"),
        (f"{SHORE}. – ACL, 2012. – Online-Ressource (Tagungsband)", "conf/limpet/2012"),
        (f"#90 “{SHORE}”., 2012 — Springer.  View in article", "conf/limpet/2012"),
        (f'^ Jump up to: a b (March 2012). "{SHORE}". S2CID 96350186', "conf/limpet/2012"),
        (f"{TIDES} (2015); 84; (full paper) [CORE A*]", "conf/tide/2015"),
        ("Kelp Processing for Slow Readers: Proceedings of a workshop at ACL/EACL '97, Madrid, 1997.", "conf/kelp/1997"),
        ("Proc. 2012 Int. Conf. on Machine Learning (ICML 2012), Edinburgh, 17–22 June 2012. Springer.", "conf/icml/2012"),
        ("A. Kale, ed., Proceedings of ICML, International Conference on Machine Learning, Edinburgh, Scotland, June 17-22, 2012", "conf/icml/2012"),
        (f"C. Rye. Barnacle Alphabets. In {SHORE}, 2012", "conf/limpet/Rye12"),
    ],
)  # fmt: skip
def test_what_a_string_means(judge: Judge, string: str, key: str) -> None:
    verdict = judge.judge(Wanted("1", string))
    assert verdict.status is Status.MATCHED, (verdict.reason, verdict.probability)
    assert verdict.record is not None
    assert verdict.record.key == key


@pytest.mark.parametrize(
    "string",
    [
        f"C. Rye. Kelp Grammars. In {SHORE}, 2012",
        f"C. Rye. Kelp. {SHORE}, 2012",
        f"C. Rye (ed.): {SHORE}, 2012",
        f"In {SHORE}, 2012",
        "Kelp Processing for Slow Readers II: Proceedings of a follow-up workshop, Dundee, 2003.",
        "Kelp Processing for Slow Readers: Proceedings of a workshop at ACL/EACL '03, Dundee, 2003.",
        "C. Rye. Kelp Grammars. Proc. 2012 Int. Conf. on Machine Learning (ICML 2012), Edinburgh, 17–22 June 2012.",
        "Proc. 2013 Int. Conf. on Machine Learning (ICML 2013), Edinburgh, 17–22 June 2013. Springer.",
        "Proc. ICML 2012",
        "Int. Conf. on Machine Learning (ICML 2012), Edinburgh, 17–22 June 2012.",
        f"Talk, {TIDES}, 2015",
        f"Reviewer: {TIDES} (2015)",
        "Proceedings of the Third Workshop on Limpets, 2012",
    ],
)
def test_an_event_or_an_unknown_paper_is_no_volume(judge: Judge, string: str) -> None:
    assert judge.judge(Wanted("1", string)).status is not Status.MATCHED


def test_an_entry_of_a_volume_is_matched_to_it(judge: Judge) -> None:
    claim = Record(type=Type.BOOK, title=SHORE, issued=Date(2012))
    found = judge.judge(Wanted("1", claim=claim))
    assert found.record is not None
    assert found.record.key == "conf/limpet/2012"
