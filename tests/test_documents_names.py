"""Letters and braces of TeX in the names of a page that was made of a .bib file."""

from __future__ import annotations

import pytest

from reconcile.documents import read_text
from reconcile.extract import extract
from reconcile.parse import parse

PAGES = {
    ".html": "<h2>Publications</h2><ul><li>{}</li></ul>",
    ".md": "# Publications\n\n- {}\n",
    ".txt": "Publications\n\n- {}\n",
}


@pytest.mark.parametrize("suffix", PAGES)
@pytest.mark.parametrize(
    ("written", "name"),
    [
        (r"Hal {Daum\'{e} III}", "Hal Daumé III"),
        (r"Hal {Daum\'e III}", "Hal Daumé III"),
        (r"J{\"u}rgen F{\"{u}}hl", "Jürgen Fühl"),
        (r"{\L}ukasz S{\o}rby", "Łukasz Sørby"),
        (r"Ji\v{r}\'{\i} Mat\'{y}\v{s}", "Jiří Matýš"),
        (r"Fran\c{c}ois {\c C}elik", "François Çelik"),
        (r"J\'er\^ome Bee", "Jérôme Bee"),
        (r"Jo{\~{a}}o Pe{\~n}a", "João Peña"),
    ],
)
def test_tex_in_a_name_breaks_no_list_of_authors(suffix, written, name):
    entry = f"Carla Dee, Otto Fane, {written}, and Lillian Lee. On the wool of gulls at night. EMNLP, 2020."
    (found,) = extract(read_text(PAGES[suffix].replace("{}", entry), f"x{suffix}", suffix))
    claim = parse(found).claim
    assert claim.title == "On the wool of gulls at night"
    assert [str(author) for author in claim.author] == ["Carla Dee", "Otto Fane", name, "Lillian Lee"]


@pytest.mark.parametrize(
    "text", [r"Anna Bee. \"Gulls\" and \"Sheep at night\". EMNLP, 2020.", "The set {a b} of gulls. Anna Bee, 2020."]
)
def test_other_backslashes_and_braces_stay(text):
    (block, *_) = read_text(text, "x.txt", ".txt").blocks
    assert block.text == text
