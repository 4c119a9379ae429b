"""`reconcile catalog`: built, added to, described, and the public dumps downloaded, as a user does it."""

from __future__ import annotations

import contextlib
import errno
import gzip
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from reconcile.cli import DONE, UNANSWERED, UNUSABLE, main
from reconcile.commands import catalog as command
from sources.catalog import Catalog, fetch
from sources.catalog.contents import Contents, DumpRead
from sources.catalog.fetch import Fetched, Offer
from sources.polite import BotWall, Manners
from sources.source import Unavailable

PAPER = """<article key="journals/x/Lopez{number}" mdate="2024-01-01">
<author>Maria Lopez</author><title>A Study of {thing}.</title><year>2020</year><journal>X</journal></article>
"""
PERSON = """<www key="homepages/1/2" mdate="2024-01-01"><author>Maria Lopez</author><title>Home Page</title></www>
"""
DBLP = '<?xml version="1.0" encoding="ISO-8859-1"?>\n<!DOCTYPE dblp SYSTEM "dblp.dtd">\n<dblp>\n{}</dblp>\n'


def dblp(path: Path, *things: str, first: int = 1) -> Path:
    """Write a DBLP dump of a paper on each thing and one person's page."""
    papers = [PAPER.format(number=number, thing=thing) for number, thing in enumerate(things, first)]
    path.write_bytes(gzip.compress(DBLP.format("".join([*papers, PERSON])).encode("latin-1")))
    return path


def build(folder: Path, *things: str) -> Path:
    """Build a catalogue of papers on those things."""
    dump = dblp(folder / "dblp.xml.gz", *things)
    assert main(["catalog", "build", "--dblp", str(dump), "--out", str(folder / "catalog")]) == DONE
    return folder / "catalog"


def test_the_last_line_of_a_build_says_what_there_is_now(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    built = build(tmp_path, "Rivers", "Lakes")
    said, complained = capsys.readouterr()
    line = said.splitlines()[-1]
    assert line.startswith(f"{built}: 2 records (dblp 2); skipped 1 (")
    assert line.endswith(" s")
    assert complained == ""
    with Catalog.open(built) as catalog:
        assert [record.key for record in catalog.search(title="A Study of Lakes").records][:1] == ["journals/x/Lopez2"]


def test_adding_keeps_what_was_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    built = build(tmp_path, "Rivers", "Lakes")
    more = dblp(tmp_path / "more.xml.gz", "Ponds", first=3)
    again = dblp(tmp_path / "again.xml.gz", "Brooks", first=4)
    assert main(["catalog", "add", "--dblp", str(more), str(again), "--catalog", str(built)]) == DONE
    assert capsys.readouterr().out.splitlines()[-1].startswith(f"{built}: 4 records (dblp 4); skipped ")


def test_a_catalogue_is_named_with_and_without_its_option(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    dump, built = str(dblp(tmp_path / "dblp.xml.gz", "Rivers")), str(tmp_path / "catalog")
    assert main(["catalog", "build", "--catalog", built, "--dblp", dump]) == DONE
    assert main(["catalog", "add", built, "--dblp", str(dblp(tmp_path / "more.xml.gz", "Lakes", first=2))]) == DONE
    assert main(["catalog", "info", "--catalog", built]) == DONE
    assert "\nrecords: 2 records (dblp 2)" in capsys.readouterr().out
    assert main(["catalog", "info"]) == UNUSABLE
    assert "CATALOG" in capsys.readouterr().err


def test_an_option_may_be_given_again(tmp_path: Path) -> None:
    one, two = dblp(tmp_path / "one.xml.gz", "Rivers"), dblp(tmp_path / "two.xml.gz", "Lakes", first=2)
    arguments = ["catalog", "build", "--dblp", str(one), "--dblp", str(two), "--out", str(tmp_path / "catalog")]
    assert main(arguments) == DONE
    with Catalog.open(tmp_path / "catalog") as catalog:
        assert len(catalog) == 2


def test_info_for_people(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    built = build(tmp_path, "Rivers", "Lakes")
    capsys.readouterr()
    assert main(["catalog", "info", str(built)]) == DONE
    lines = capsys.readouterr().out.splitlines()
    assert [line.partition(":")[0] for line in lines] == ["catalog", "records", "size", "built", "dump"]
    assert "2 records (dblp 2)" in lines[1]
    assert " MB" in lines[2]
    assert ", 0 days ago, in " in lines[3]
    assert "dblp dblp.xml.gz of 20" in lines[4]
    assert "2 records, skipped 1 (" in lines[4]


class Full(io.StringIO):
    """Stands for standard output that nobody takes."""

    def write(self, _: str, /) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["info"], "reconcile: standard output: No space left on device\n"),
        (["info", "--json"], "reconcile: standard output: No space left on device\n"),
        (
            ["add", "--dblp", "dblp.xml.gz", "--catalog"],
            "No space left on device; the catalogue in catalog is complete\n",
        ),
    ],
)
def test_standard_output_that_takes_nothing_is_one_line(
    arguments: list[str], says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    build(tmp_path, "Rivers")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.stdout", Full())
    assert main(["catalog", *arguments, "catalog"]) == UNUSABLE
    assert capsys.readouterr().err.endswith(says)


def test_info_for_programs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    built = build(tmp_path, "Rivers", "Lakes")
    capsys.readouterr()
    assert main(["catalog", "info", str(built), "--json"]) == DONE
    said = json.loads(capsys.readouterr().out)
    assert said["catalog"] == str(built)
    assert said["size"] > 1000
    assert 0 <= said["age_days"] < 1
    assert said["records"] == {"dblp": 2}
    assert said["dumps"][0]["source"] == "dblp"
    assert sum(said["dumps"][0]["skipped"].values()) == 1


# Arguments -> what the one line names. DUMP is a good dump, CATALOG a good catalogue, PAGE a web page.
BAD = [
    (["build", "--out", "NEW"], "--dblp"),
    (["build", "--dblp", "NEW", "--out", "NEW"], "there is no such file"),
    (["build", "--dblp", "PAGE", "--out", "NEW"], "a web page"),
    (["build", "--dblp", "PAGE", "--out", "CATALOG"], "a web page"),
    (["build", "--dblp", "EMPTY", "--out", "NEW"], "empty"),
    (["build", "--dblp", "DUMP", "--out", "FULL"], "something else"),
    (["add", "--dblp", "DUMP", "--catalog", "NEW"], "no such catalogue"),
    (["add", "--catalog", "CATALOG"], "--anthology"),
    (["add", "--dblp", "DUMP", "CATALOG"], "write --catalog CATALOG; what stands after"),
    (["info"], "put it first"),
    (["info", "NEW"], "no such catalogue"),
    (["info", "FULL"], "not a catalogue"),
    (["fetch", "--source", "scopus", "--out", "NEW"], "choose from dblp, anthology"),
    (["fetch", "--source", "", "--out", "NEW"], "choose from dblp, anthology"),
    (["fetch", "--source", "crossref", "--out", "NEW"], "torrent"),
    (["fetch", "--mailto", "nobody", "--out", "NEW"], "nobody"),
]


@pytest.mark.parametrize(("arguments", "named"), BAD, ids=[" ".join(arguments) for arguments, _ in BAD])
def test_unusable_input_is_one_line_and_changes_nothing(
    arguments: list[str], named: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    places = {name: str(tmp_path / name.lower()) for name in ("NEW", "PAGE", "EMPTY", "FULL")}
    places |= {"DUMP": str(tmp_path / "dblp.xml.gz"), "CATALOG": str(build(tmp_path, "Rivers"))}
    (tmp_path / "page").write_text("<!DOCTYPE html><html><body>Are you a robot?</body></html>", encoding="utf-8")
    (tmp_path / "empty").touch()
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "thesis.tex").touch()
    capsys.readouterr()
    assert main(["catalog", *(places.get(argument, argument) for argument in arguments)]) == UNUSABLE
    said, complained = capsys.readouterr()
    assert said == ""
    assert named in complained
    assert complained.count("\n") == 1
    assert not (tmp_path / "new").exists()
    with Catalog.open(tmp_path / "catalog") as catalog:
        assert len(catalog) == 1


def test_no_action_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["catalog"]) == UNUSABLE
    assert "ACTION" in capsys.readouterr().err


STOPPED = [
    (["build", "--dblp", "x", "--out", "new"], "sources.catalog.build.build", "what was there before is unchanged"),
    (["add", "--dblp", "x", "--catalog", "new"], "sources.catalog.build.add", "the catalogue is as it was"),
    (["fetch", "--out", "new"], "sources.catalog.fetch.fetch", "the same command goes on"),
]


@pytest.mark.parametrize(("arguments", "place", "said"), STOPPED, ids=[each[0][0] for each in STOPPED])
def test_stopped_by_the_user(
    arguments: list[str],
    place: str,
    said: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def stop(*_anything: object, **_more: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(place, stop)
    assert main(["catalog", *arguments]) == UNUSABLE
    assert said in capsys.readouterr().err


def test_a_summary_names_the_most_frequent_reasons() -> None:
    skipped = {"a": 1, "b": 9000, "c": 3, "d": 4, "e": 5, "f": 6}
    dumps = (DumpRead("dblp", "dblp.xml.gz", 1, "", "", "", 7, 0, skipped),)
    contents = Contents(
        **dict.fromkeys(Contents.__dataclass_fields__, 0)
        | {"rows": 1234567, "seconds": 12.34, "records": {"anthology": 1, "dblp": 1234566}, "dumps": dumps}  # type: ignore[arg-type]
    )
    assert command._summary(Path("here"), contents) == (
        "here: 1,234,567 records (anthology 1, dblp 1,234,566); "
        "skipped 9,019 (b 9,000, f 6, e 5, d 4, c 3, others 1); 12.3 s"
    )


@pytest.fixture
def fetched(
    monkeypatch: pytest.MonkeyPatch,
) -> Callable[[dict[str, Fetched | Exception]], list[tuple[Offer, Path, str]]]:
    """Give each source's dump, or the reason why not; return what was asked for."""

    def serve(answers: dict[str, Fetched | Exception]) -> list[tuple[Offer, Path, str]]:
        asked: list[tuple[Offer, Path, str]] = []

        def get(offer: Offer, folder: Path, manners: Manners, *, told: fetch.Told) -> Fetched:
            asked.append((offer, folder, manners.mailto))
            told(0, None)
            told(1 << 20, 9 << 20)
            answer = answers[offer.source]
            if isinstance(answer, Exception):
                raise answer
            return answer

        monkeypatch.setattr(fetch, "fetch", get)
        return asked

    return serve


BOTH = {
    "dblp": Fetched(Path("d/dblp.xml.gz"), 1107 << 20),
    "anthology": Fetched(Path("d/a.gz"), 12 << 20, unchanged=True),
}


def test_fetch_says_where_the_dumps_are(fetched: Callable, capsys: pytest.CaptureFixture[str]) -> None:  # type: ignore[type-arg]
    asked = fetched(BOTH)
    assert main(["catalog", "fetch", "--out", "d", "--mailto", "me@example.org"]) == DONE
    assert capsys.readouterr() == (
        "dblp: d/dblp.xml.gz, 1,107.0 MB\nanthology: d/a.gz, 12.0 MB, which was there; nothing newer is offered\n",
        "",
    )
    assert [(offer, str(folder), mailto) for offer, folder, mailto in asked] == [
        (fetch.OFFERS["dblp"], "d", "me@example.org"),
        (fetch.OFFERS["anthology"], "d", "me@example.org"),
    ]


def test_fetch_asks_the_sources_named_at_the_addresses_given(fetched: Callable) -> None:  # type: ignore[type-arg]
    asked = fetched(BOTH)
    arguments = ["--source", " DBLP,dblp", "--dblp-url", "https://example.org/release.xml.gz", "--out", "d"]
    assert main(["catalog", "fetch", *arguments]) == DONE
    assert [(offer.source, offer.address, offer.name) for offer, _, _ in asked] == [
        ("dblp", "https://example.org/release.xml.gz", "dblp.xml.gz")
    ]


@pytest.mark.parametrize("kind", [Unavailable, BotWall])
def test_one_source_that_cannot_be_asked_keeps_no_other_from_being_fetched(
    kind: type[Unavailable],
    fetched: Callable,  # type: ignore[type-arg]
    capsys: pytest.CaptureFixture[str],
) -> None:
    fetched({**BOTH, "dblp": kind("dblp", "https://dblp.org/xml/dblp.xml.gz", "no connection: is there a network?")})
    assert main(["catalog", "fetch", "--out", "d"]) == UNANSWERED
    said, complained = capsys.readouterr()
    assert said.startswith("anthology: ")
    assert complained.startswith("reconcile: dblp: no connection: is there a network? (https://dblp.org")
    assert complained.count("\n") == 1


def test_a_folder_that_cannot_be_written_is_one_line(fetched: Callable, capsys: pytest.CaptureFixture[str]) -> None:  # type: ignore[type-arg]
    fetched({"dblp": OSError(28, "No space left on device")})
    assert main(["catalog", "fetch", "--out", "d"]) == UNUSABLE
    assert capsys.readouterr().err == (
        "reconcile: d: cannot be written (No space left on device); make room or name another folder\n"
    )


def test_a_download_that_goes_on_shows_what_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[tuple[str, int | None]] = []
    meter = command.console.Meter(lambda total: shown.append(("of", total)), lambda done: shown.append(("came", done)))
    monkeypatch.setattr(command.console, "meter", lambda *_: contextlib.nullcontext(meter))
    with command._downloading("dblp") as told:
        for here, whole in [(600 << 20, 1000 << 20), (700 << 20, 1000 << 20), (0, 1000 << 20), (50 << 20, None)]:
            told(here, whole)
    assert shown == [
        *(("of", 400), ("came", 0), ("of", 400), ("came", 100)),
        *(("of", 1000), ("came", -100), ("of", None), ("came", 50)),
    ]
