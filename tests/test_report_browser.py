"""The report in a real browser: the filters work, nothing is loaded from outside, a hostile document cannot run."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from reconcile import report
from reconcile.mention import Flag, Match, Mention, Severity, Status
from reconcile.result import Result
from sources.record import Record
from tests import fakes
from tests.chromium import Chromium, installed

_PROGRAM = installed()
pytestmark = pytest.mark.skipif(
    _PROGRAM is None, reason="no Chromium is installed; `apt-get install chromium` gives one"
)

SHOWN = "[...document.querySelectorAll('.mention:not([hidden])')].map(mention => mention.id).join(' ')"
EVERY = "m1 m2 m3 m4 m5 m6 m7 m8"
MATCHED = [match for match in fakes.result().matches if match.status is Status.MATCHED]


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chromium]:
    browser = Chromium(str(_PROGRAM), tmp_path_factory.mktemp("profile"))
    yield browser
    browser.close()


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save(report.write(fakes.result()), tmp_path_factory.mktemp("report"))


@pytest.fixture
def page(chromium: Chromium, written: Path) -> Chromium:
    """The report of the fakes, with no filter set."""
    if chromium.run("location.href.split('#')[0]") != written.as_uri():
        chromium.open(written)
    chromium.run("document.getElementById('clear').click()")
    return chromium


def save(text: str, folder: Path) -> Path:
    path = folder / "report.html"
    path.write_text(text, encoding="utf-8")
    return path


def click(page: Chromium, kind: str, value: str) -> None:
    page.run(f"document.querySelector('button[data-filter={kind}][data-value={value}]').click()")


@pytest.mark.parametrize(
    ("filters", "shown"),
    [
        ([("status", "matched")], "m1 m2 m3 m6"),
        ([("status", "not-found")], "m4"),
        ([("severity", "error")], "m1 m2 m3 m4"),
        ([("severity", "info")], "m5"),
        ([("flag", "title-changed")], "m3 m7"),
        ([("flag", "title-changed"), ("flag", "no-record")], "m3 m4 m7"),
        ([("flag", "title-changed"), ("status", "possible")], "m7"),
        ([("severity", "info"), ("status", "matched")], ""),
        ([("status", "matched"), ("status", "matched")], EVERY),
    ],
)
def test_within_a_kind_of_filter_any_value_fits_and_every_kind_must(
    page: Chromium, filters: list[tuple[str, str]], shown: str
) -> None:
    for kind, value in filters:
        click(page, kind, value)
    assert page.run(SHOWN) == shown
    assert page.run("document.getElementById('nothing').hidden") is bool(shown)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("milenas", "m3"),
        ("MILENAS he-2020", "m3"),
        ("annavaram spotlight", "m2"),
        ("jane nobody", "m4"),
        ("Mémristor", "m6"),
        ("nowhere at all", ""),
        ("  ", EVERY),
    ],
)
def test_free_text_finds_all_its_words_without_case_and_accents(page: Chromium, text: str, shown: str) -> None:
    page.run(f"(() => {{ const box = document.getElementById('text'); box.value = {text!r};"
             " box.dispatchEvent(new Event('input')); })()")  # fmt: skip
    assert page.run(SHOWN) == shown


def test_a_document_can_be_chosen_and_everything_shown_again(page: Chromium) -> None:
    page.run("(() => { const list = document.getElementById('document'); list.value = 'he-cv.pdf.txt';"
             " list.dispatchEvent(new Event('change')); })()")  # fmt: skip
    assert page.run(SHOWN) == "m3 m4 m5"
    assert page.run("document.getElementById('count').textContent") == "3 of 8 shown"
    assert page.run("[...document.querySelectorAll('.listed.error li:not([hidden])')].length") == 2
    page.run("document.getElementById('clear').click()")
    assert page.run(SHOWN) == EVERY
    assert page.run("document.getElementById('clear').hidden") is True


def test_filters_are_worked_by_keyboard_and_say_that_they_are_pressed(chromium: Chromium, written: Path) -> None:
    page = chromium
    page.open(written)
    page.press("Tab", 9)
    assert page.run("document.activeElement.className") == "skip"
    page.press("Tab", 9)
    assert page.run("document.activeElement.dataset.value") == "error"
    page.press(" ", 32)
    assert page.run(SHOWN) == "m1 m2 m3 m4"
    assert page.run("document.activeElement.getAttribute('aria-pressed')") == "true"
    page.press("Enter", 13)
    assert page.run(SHOWN) == EVERY


def test_a_link_to_a_filtered_mention_brings_it_back(page: Chromium) -> None:
    click(page, "status", "skipped")
    page.run("location.hash = 'm1'")
    page.run("dispatchEvent(new HashChangeEvent('hashchange'))")
    assert "m1" in page.run(SHOWN).split()


def test_on_paper_is_what_is_shown_and_the_evidence_that_is_open(page: Chromium) -> None:
    click(page, "status", "matched")
    page.run("document.querySelector('.mention:not([hidden]) details').open = true")
    page.call("Emulation.setEmulatedMedia", media="print")
    shown = page.run("[...document.querySelectorAll('.mention')].filter(each => each.offsetHeight > 0).length")
    charts = page.run("[...document.querySelectorAll('details')].filter(each => each.offsetHeight > 0).length")
    buttons = page.run("document.querySelector('.finder').offsetHeight")
    page.call("Emulation.setEmulatedMedia", media="")
    page.run("document.querySelector('details[open]').open = false")
    assert (shown, charts, buttons) == (len(MATCHED), 1, 0)


@pytest.mark.parametrize("width", [500, 1200])
def test_no_name_of_a_field_is_broken(chromium: Chromium, written: Path, width: int) -> None:
    chromium.call("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=False)
    chromium.open(written)
    chromium.run("for (const each of document.querySelectorAll('details')) each.open = true")
    broken = chromium.run(
        "[...document.querySelectorAll('.chart tbody th')].filter(each => each.getClientRects().length > 1"
        " || each.scrollWidth > each.clientWidth || getComputedStyle(each).whiteSpace !== 'nowrap').length"
    )
    chromium.call("Emulation.clearDeviceMetricsOverride")
    assert broken == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_has_enough_contrast(page: Chromium, scheme: str) -> None:
    page.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
    poor = page.run(_POOR_CONTRAST)
    page.call("Emulation.setEmulatedMedia", features=[])
    assert poor == []


# WCAG 2.2, 1.4.3: 4.5 to 1 between a text and the nearest opaque background behind it.
_POOR_CONTRAST = """(() => {
  const numbers = (colour) => colour.match(/[0-9.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map(v => v / 255)
    .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, at) => sum + v * [0.2126, 0.7152, 0.0722][at], 0);
  const behind = (element) => {
    const colour = numbers(getComputedStyle(element).backgroundColor);
    return colour.length === 3 || colour[3] === 1 ? colour : behind(element.parentElement);
  };
  const poor = [];
  for (const element of document.querySelectorAll('body *')) {
    if (![...element.childNodes].some(node => node.nodeType === 3 && node.data.trim())) continue;
    if (['SCRIPT', 'OPTION'].includes(element.tagName) || element.disabled || element.closest(':disabled')) continue;
    const [a, b] = [light(numbers(getComputedStyle(element).color)), light(behind(element))].sort((x, y) => y - x);
    if ((a + 0.05) / (b + 0.05) < 4.5) poor.push(element.className + ': ' + element.textContent.slice(0, 40));
  }
  return poor;
})()"""

ATTACKS = (
    "<script>window.hacked = 1</script>",
    "<img src=x onerror='window.hacked = 1'>",
    "</p></article></main><svg onload=window.hacked=1>",
    '"><iframe src="https://example.org/"></iframe>',
    "'\" autofocus onfocus=window.hacked=1 x='",
    "{{ 7 * 7 }}{% raw %}",
    "<link rel=stylesheet href=https://example.org/a.css>",
    "</script><script>window.hacked = 1</script>",
    "</style><style>@import 'https://example.org/a.css'</style>",
    "w" * 400,
    "<base href=https://example.org/><meta http-equiv=refresh content='0;url=https://example.org'>",
)


def hostile() -> Result:
    """A result in which every text that a document or a source can choose is an attack."""
    everything = " ".join(ATTACKS)
    claim = replace(fakes.ETHOS, title=everything, container_title=everything, page=everything, key=everything)
    mention = Mention(everything, 1, 2, everything, everything, everything, claim, reason=everything)
    flag = Flag(everything, Severity.ERROR, everything)
    found = fakes.candidate(replace(claim, urls=("javascript:window.hacked=1",)))
    return Result(
        documents=(everything,),
        matches=(
            Match(mention, Status.MATCHED, 0.5, found, found, (everything,), (), everything, (flag,)),
            Match(mention, Status.SKIPPED, flags=(flag,)),
            Match(replace(mention, claim=Record(), reason=""), Status.NOT_FOUND),
        ),
        complaints=(everything,),
    )


def outside(page: Chromium) -> list[str]:
    return [url for url in page.requests if not url.startswith(("file:", "about:"))]


def test_the_page_loads_nothing(chromium: Chromium, written: Path) -> None:
    chromium.open(written)
    assert chromium.requests == [written.as_uri()]


def test_text_from_a_hostile_document_is_shown_and_does_not_run(chromium: Chromium, tmp_path: Path) -> None:
    path = save(report.write(hostile()), tmp_path)
    chromium.open(path)
    assert chromium.run("typeof window.hacked") == "undefined"
    assert chromium.requests == [path.as_uri()]
    assert chromium.run("document.querySelectorAll('script').length") == 1
    assert (
        chromium.run("document.querySelectorAll('iframe, img, base, link, [onerror], [onload], [onfocus]').length") == 0
    )
    assert chromium.run("[...document.links].every(link => ['https:', 'file:'].includes(link.protocol))") is True
    reading = chromium.run("document.querySelector('.reading').textContent")
    assert all(attack in reading for attack in ATTACKS)
    assert chromium.run(SHOWN) == "m1 m2 m3"


def test_even_markup_that_got_in_could_not_run_or_load(chromium: Chromium, tmp_path: Path) -> None:
    text = report.write(fakes.result())
    everything = "".join(attack for attack in ATTACKS if "refresh" not in attack)  # no policy forbids a refresh
    path = save(text.replace("<article", f"{everything}<article", 1), tmp_path)
    chromium.open(path)
    assert chromium.run("document.querySelectorAll('script').length") > 1
    assert chromium.run("typeof window.hacked") == "undefined"
    assert chromium.requests == [path.as_uri()]


@pytest.mark.parametrize("width", [360, 800, 1280])
def test_no_width_and_no_word_makes_the_page_scroll_sideways(chromium: Chromium, tmp_path: Path, width: int) -> None:
    chromium.open(save(report.write(hostile()), tmp_path))
    chromium.call("Emulation.setDeviceMetricsOverride", width=width, height=800, deviceScaleFactor=1, mobile=False)
    chromium.run("for (const each of document.querySelectorAll('details')) each.open = true")
    wide = chromium.run("document.documentElement.scrollWidth")
    chromium.call("Emulation.clearDeviceMetricsOverride")
    assert wide <= width
