"""Patterns for the signs of Chinese, Japanese and Korean."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.east_asian import HANGUL, IDEOGRAPHS, SIGN, SignPattern, has_wide, year_of_era

_PATTERN = r"(?:[A-Z羊毛] ?){0,2}(?P<volume>\d{1,3})巻"
_TEXTS = st.text(st.sampled_from("A 羊毛12巻é–，"), max_size=20)


@given(_TEXTS, st.integers(0, 20), st.integers(0, 20))
def test_a_pattern_of_signs_answers_as_any_other(text: str, start: int, end: int) -> None:
    late, plain = SignPattern(_PATTERN), re.compile(_PATTERN)
    for verb in ("match", "search"):
        ours, other = getattr(late, verb)(text, start, end), getattr(plain, verb)(text, start, end)
        assert (ours and ours.span()) == (other and other.span())
    assert bool(late.fullmatch(text)) == bool(plain.fullmatch(text))
    assert late.findall(text) == plain.findall(text)
    assert late.sub(lambda match: f"<{match[0]}>", text) == plain.sub(lambda match: f"<{match[0]}>", text)


def test_a_pattern_of_signs_is_compiled_by_the_first_text_with_one(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    compile_it = re.compile
    monkeypatch.setattr(re, "compile", lambda pattern: compiled.append(pattern) or compile_it(pattern))
    pattern = SignPattern("[羊毛]{2}")
    assert not pattern.search("Wool – a café, Łódź, Τέχνη, Труд")
    assert not compiled
    assert pattern.search("『羊毛』")
    assert pattern.search("羊毛")
    assert compiled == ["[羊毛]{2}"]


@pytest.mark.parametrize("text", ["", "Wool", "Łódź – “Wool”", "Труд"])
def test_other_writings_have_no_wide_sign(text: str) -> None:
    assert not has_wide(text)


@pytest.mark.parametrize("text", ["羊", "wool《", "ウ", "양", "，"])
def test_signs_quotes_and_stops_are_wide(text: str) -> None:
    assert has_wide(text)


def test_a_sign_is_one_of_these_writings_letters() -> None:
    every = re.compile(SIGN)
    assert all(every.match(sign) for sign in "羊毛ウール양모々")
    assert not any(every.match(sign) for sign in "aéłЖΩאạ，。「《 0\n")
    assert all(
        every.match(chr(code)) for code in range(ord(IDEOGRAPHS[0]), ord(IDEOGRAPHS[-1]), 97) if chr(code).isalnum()
    )
    assert all(every.match(chr(code)) for code in range(ord(HANGUL[0]), 0xD7A3, 97))


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("平成30年度羊学会大会論文集, 令和元年5月.", 2019),
        ("平成30年羊学会大会論文集, 令和元年", 2019),
        ("令和元年5月, 平成30年羊学会大会論文集", 2019),
        ("令和元年5月, 平成30年度", 2019),
        ("平成30年度羊学会大会論文集", 2018),
        ("平成2年発行, 平成5年再版", 1990),
        ("平成2年, 平成5年", 1993),
    ],
)
def test_the_last_era_outside_a_name_dates_and_a_fiscal_year_where_none_does(text: str, year: int) -> None:
    found = year_of_era(text)
    assert found is not None
    assert found[0] == year
