"""Texts of .bib files for property tests: well-formed entries, the syntax's dark corners, and rubbish."""

from __future__ import annotations

from hypothesis import strategies as st

_LETTERS = "abz AZ09 éüßł中‘’–-:;.!?+*/&%$#_~^\\'`()[]<>|@=,"
PLAIN = st.text(_LETTERS.translate(dict.fromkeys(map(ord, "\\@%"))), max_size=12)
_INSIDE = st.text("ab é09 .,:;=#%()'~-\n", max_size=8)
_ACCENT = st.sampled_from([r"{\"o}", r"\'{e}", r"{\ss}", r"{\'\i}", "{B}", "{{C}}", "$x^{2}$", '{"}', r"\& ", r"\% "])


@st.composite
def braced(draw: st.DrawFn) -> str:
    """A value in braces, its own braces balanced."""
    return "{" + "".join(draw(st.lists(st.one_of(_INSIDE, _ACCENT), max_size=4))) + "}"


@st.composite
def quoted(draw: st.DrawFn) -> str:
    """A value in quotes, in which quotes stand in braces only."""
    return '"' + "".join(draw(st.lists(st.one_of(_INSIDE, _ACCENT), max_size=4))) + '"'


_ATOM = st.one_of(braced(), quoted(), st.integers(0, 2030).map(str), st.sampled_from(["jan", "acl", "IEEE:2019"]))
_JOINT = st.sampled_from([" # ", "#", "\n  # "])


@st.composite
def value(draw: st.DrawFn) -> str:
    """A value of one piece, or of some that `#` joins."""
    pieces = draw(st.lists(_ATOM, min_size=1, max_size=3))
    return draw(_JOINT).join(pieces)


_NAMES = st.sampled_from("title author Year JOURNAL date doi x-note bdsk-url-1 journaltitle crossref".split())
_SPACE = st.sampled_from(["", " ", "  ", "\n  ", "\n\t", "\r\n "])
_KEYS = st.sampled_from(["a", "knuth:1984", "DBLP:conf/acl/X99", "Müller_2", "a.b+c'd", "1", ""])
_TYPES = st.sampled_from(["article", "Misc", "INPROCEEDINGS", "online", "thesis", "my_type2"])


@st.composite
def entry(draw: st.DrawFn) -> str:
    """A well-formed entry in whatever layout."""
    opening, closing = draw(st.sampled_from(["{}", "{}", "{}", "()"]))
    fields = draw(st.lists(st.tuples(_NAMES, value()), max_size=5, unique_by=lambda each: each[0].lower()))
    parts = [f"{draw(_SPACE)}{name}{draw(_SPACE)}={draw(_SPACE)}{text}{draw(_SPACE)}" for name, text in fields]
    body = ",".join(["", *parts]) + draw(st.sampled_from(["", ",", ",\n", "\n"])) * bool(parts)
    return f"@{draw(_TYPES)}{draw(st.sampled_from(['', ' ']))}{opening}{draw(_KEYS)}{body}{closing}"


_OTHERS = st.one_of(
    st.builds("@string{{acl = {}}}".format, braced()),
    st.builds("@preamble({})".format, quoted()),
    st.builds("@Comment{}".format, braced()),
    st.just("@comment{jabref-meta: databaseType:bibtex;}"),
    PLAIN,
)
_BROKEN = st.one_of(
    st.just("% a comment, with @article{x, in it}"),
    st.just("@article{x, title = {never closed\n"),
    st.just("@article{x title = {no comma after the key}}"),
    st.just("@misc{x, title = {two} year = {2019}}"),
    st.just("@misc{x, title = {a \\} b}, year = 1}"),
    st.just("@misc{x, , title = {a}}"),
    st.just("@misc{x,\n  % a comment\n  title = {a}, % another, with = and {\n  year = 2019}"),
    st.just('@misc{x, title = "a } b"}'),
    st.just("@misc{a}}}} @misc{b, c"),
    st.just("@"),
    st.text('@{}()",=#%\\\n\r ab\x00\ufeffé', max_size=30),
)
_GAP = st.sampled_from(["\n", "\n\n", "\r\n", "\r", " \n", "\n  "])


@st.composite
def file(draw: st.DrawFn, *, rubbish: bool = True) -> str:
    """A file of entries and other blocks, each on a line of its own; with rubbish between them or without."""
    blocks = st.one_of(entry(), entry(), _OTHERS, _BROKEN) if rubbish else st.one_of(entry(), _OTHERS)
    parts = draw(st.lists(st.tuples(blocks, _GAP), max_size=6))
    return "".join(block + gap for block, gap in parts)
