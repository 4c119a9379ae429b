"""What HTML elements mean for a publication list: which end a block, which are skipped, which style their text."""

from __future__ import annotations

import re
from bisect import bisect_right

from reconcile.documents.blocks.runs import Style, live_url

HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
LISTS = frozenset({"dl", "ol", "ul"})
ITEMS = frozenset({"dd", "dt", "li"})
CELLS = frozenset({"td", "th"})
BLOCKS = frozenset(
    "address article aside blockquote body center details dir div fieldset figcaption figure form header hr html"
    " legend main menu p section summary table tbody tfoot thead".split()
)
VERBATIM = frozenset({"pre", "textarea"})
SKIPPED = frozenset(
    "audio button canvas footer iframe math nav noscript object script select style svg template title video".split()
)
VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
# Elements that only lay out: on a Markdown line of their own they say nothing.
LAYOUT = frozenset(
    "a article aside br center details div figure font header hr img main p section small span summary".split()
)
# Elements inside which an empty line does not end the HTML.
STRUCTURE = frozenset("dl ol pre script style table textarea ul".split())
_STYLES = {
    **dict.fromkeys(("b", "strong"), "strong"),
    **dict.fromkeys(("cite", "em", "i", "u"), "emphasis"),
    **dict.fromkeys(("code", "kbd", "samp", "tt"), "code"),
}
# An element closes an open one of the first set, looked for no further out than the second (HTML, optional tags).
IMPLIED = {
    "li": (frozenset({"li"}), LISTS),
    "dt": (frozenset({"dt", "dd"}), LISTS),
    "dd": (frozenset({"dt", "dd"}), LISTS),
    "p": (frozenset({"p"}), frozenset({"li", "div", "td", "th", "section", "article", "body", "blockquote"})),
    "tr": (frozenset({"tr"}), frozenset({"table"})),
    "td": (CELLS, frozenset({"tr", "table"})),
    "th": (CELLS, frozenset({"tr", "table"})),
}
# Words in a class by which home page templates set a venue label apart.
_BADGE = re.compile(r"(?:^|[\s_-])(?:badge|venue|chip|pill|label|tag|pub_type)(?:$|[\s_-])", re.IGNORECASE)
# What in the class of a link says that it is a button, which no blank needs to part from the next one.
_BUTTON = re.compile(r"(?:^|[\s_-])(?:badge|btn|button|chip|pill|label|tag)(?:$|[\s_-])", re.IGNORECASE)
# Classes by which templates name the title of a paper: `title`, `papertitle`, `pub-title`.
_TITLE = re.compile(r"(?:^|\s)(?:(?:tp_)?(?:pub|publication|paper|article|bib)[-_]?)?title(?:$|\s)", re.IGNORECASE)
# Classes that make an element one entry, however many paragraphs and divisions it has inside: a class that names
# one paper, as templates do (al-folio, academic pages, hugo academic, citeproc, AcadHomepage, Pure, Material).
_ENTRY = re.compile(
    r"(?:^|\s)(?:publication|pub|paper|(?:publication|pub|paper|bib)[-_](?:item|entry|row|card|box|box-text)"
    r"|csl-entry|bibitem|bibentry|hb-citation|pub-list-item|view-(?:compact|card|citation|list)|stream-item|card-simple"
    r"|post-entry|result-container|muicard-root)(?:$|\s)",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"(?:^|\s)(?:abstract|sr-only|visually-hidden)(?:$|\s)", re.IGNORECASE)
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)([^>]*)>")
# Letters that a style sets bold or slanted, as Google's sites and word processors write it.
_BOLD = re.compile(r"(?:^|;)\s{0,9}font-weight\s{0,3}:\s{0,3}(?:bold|[6-9]00)", re.IGNORECASE)
_SLANTED = re.compile(r"(?:^|;)\s{0,9}font-style\s{0,3}:\s{0,3}(?:italic|oblique)", re.IGNORECASE)
_STYLABLE = frozenset({"font", "small", "span"})
_TABLE_PARTS = re.compile(r"<(/?)(table|td|th|p|ul|ol|dl|h[1-6])\b", re.IGNORECASE)
_MOST_STYLE = 1000  # characters of a style that are looked at
_A_PAGE = 12  # paragraphs, lists and headings of a cell that is a part of the page and no datum
_ATTRIBUTE = re.compile(r"""([A-Za-z][\w:-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")


def is_skipped(tag: str, attributes: dict[str, str], *, in_article: bool = False) -> bool:
    """Return whether an element's text is no part of what the page says (scripts, navigation, abstracts).

    What an article has at its foot belongs to it.
    """
    if tag == "footer" and in_article:
        return False
    return tag in SKIPPED or (tag not in VOID and bool(_HIDDEN.search(attributes.get("class", ""))))


def is_entry(tag: str, attributes: dict[str, str]) -> bool:
    """Return whether a division holds one publication, as its class says."""
    return tag in ("article", "div", "section") and bool(_ENTRY.search(attributes.get("class", "")))


def is_button(tag: str, attributes: dict[str, str]) -> bool:
    """Return whether a link is a button, as its class says: `<a class="btn btn-sm">pdf</a><a class="btn btn-sm">`."""
    return tag == "a" and bool(_BUTTON.search(attributes.get("class", "")))


def is_layout(attributes: dict[str, str]) -> bool:
    """Return whether a table only sets the columns of a page, so that its rows are no rows (jemdoc's do so)."""
    said = (attributes.get("id", ""), attributes.get("class", ""), attributes.get("summary", ""))
    return attributes.get("role") == "presentation" or any("layout" in value.lower() for value in said)


def layout_tables(text: str) -> frozenset[tuple[int, int]]:
    """Return the tables that only set the columns of a page, by the line (from 1) and column where each begins.

    A cell of theirs is a part of the page: it holds another table, or paragraphs by the dozen; a datum has few.
    """
    found: set[int] = set()
    open_tables: list[list[int]] = []  # where each begins, and the paragraphs so far in its last cell
    for tag in _TABLE_PARTS.finditer(text):
        closes, name = bool(tag[1]), tag[2].lower()
        if name == "table" and closes:
            del open_tables[-1:]
        elif name == "table":
            found.update(begin for begin, _ in open_tables[-1:])
            open_tables.append([tag.start(), 0])
        elif open_tables and not closes:
            open_tables[-1][1] = 0 if name in CELLS else open_tables[-1][1] + 1
            if open_tables[-1][1] >= _A_PAGE:
                found.add(open_tables[-1][0])
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    lines = {begin: bisect_right(starts, begin) for begin in found}
    return frozenset((line, begin - starts[line - 1]) for begin, line in lines.items())


def inline_style(tag: str, attributes: dict[str, str]) -> Style | None:
    """Return the markup that an element gives its text."""
    if tag == "a" and "href" in attributes:
        return Style("link", live_url(attributes["href"]))
    if tag not in LISTS and tag != "table" and _BADGE.search(attributes.get("class", "")):
        return Style("badge")
    if tag in ("div", "p", "span") and _TITLE.search(attributes.get("class", "")):
        return Style("strong")
    if tag in _STYLABLE and "style" in attributes:
        return _written_style(attributes["style"])
    return Style(_STYLES[tag]) if tag in _STYLES else None


def _written_style(css: str) -> Style | None:
    """Return the markup that an element's own style stands for: `font-weight: 700`."""
    if _BOLD.search(css[:_MOST_STYLE]):
        return Style("strong")
    return Style("emphasis") if _SLANTED.search(css[:_MOST_STYLE]) else None


def read_tag(text: str) -> tuple[str, dict[str, str], bool]:
    """Return name, attributes, and whether it is a closing one, of a single tag; no name where it is none.

    >>> read_tag('<a href="x">')
    ('a', {'href': 'x'}, False)
    """
    match = _TAG.match(text)
    if match is None:
        return "", {}, False
    pairs = ((key.lower(), a or b or c) for key, a, b, c in _ATTRIBUTE.findall(match[3]))
    return match[2].lower(), dict(pairs), bool(match[1])


def without_comments(text: str) -> str:
    """Return `text` without HTML comments, with as many lines as before."""
    kept = []
    at = 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start + 2)) >= 0:
        kept += [text[at:start], "\n" * text.count("\n", start, end)]
        at = end + 3
    return "".join([*kept, text[at:].replace("<!--", "")])
