"""Documents of all text formats: what each piece of markup becomes, and which lines it keeps."""

import pytest

from reconcile.documents import Block, Kind, read_text
from reconcile.documents.blocks.owner import as_person
from reconcile.documents.sniff import sniff

HEADING, ITEM, PARAGRAPH, ROW, ENTRY = Kind.HEADING, Kind.ITEM, Kind.PARAGRAPH, Kind.ROW, Kind.ENTRY


def shape(text: str, suffix: str) -> list[tuple[Kind, int, int, str]]:
    """Return kind, first line, last line and text of every block."""
    blocks = read_text(text, f"cv{suffix}", suffix).blocks
    return [(block.kind, block.first, block.last, block.text) for block in blocks]


def marked(block: Block) -> list[tuple[str, str, str]]:
    """Return kind, text and address of every mark."""
    return [(mark.kind, block.text[mark.start : mark.end], mark.url) for mark in block.marks]


SHAPES = [
    # Plain text: a paragraph is one block; labels start items, whose continuation lines belong to them.
    (".txt", "A. Lee.\nTitle one.\n\nNext", [(PARAGRAPH, 1, 2, "A. Lee.\nTitle one."), (PARAGRAPH, 4, 4, "Next")]),
    (".txt", "[1] Ann Lee. One.\n    2020.\n[2] Bo Ray. Two.", [(ITEM, 1, 2, "Ann Lee. One.\n2020."), (ITEM, 3, 3, "Bo Ray. Two.")]),
    (".txt", "1.Lee AB, Ray C. One.\n12.C.Fox, A. Lee. Two,\nmore\nA3.Ray, B. Three.\n4)Ray BC and Fox D. Four.", [(ITEM, 1, 1, "Lee AB, Ray C. One."), (ITEM, 2, 3, "C.Fox, A. Lee. Two,\nmore"), (ITEM, 4, 4, "Ray, B. Three."), (ITEM, 5, 5, "Ray BC and Fox D. Four.")]),
    (".txt", "A. Lee. One, in the\n2.Auflage, 2.Band of\n3.Jh., 4.Dez 2020.", [(PARAGRAPH, 1, 3, "A. Lee. One, in the\n2.Auflage, 2.Band of\n3.Jh., 4.Dez 2020.")]),
    (".txt", "• One\n  more\n• Two", [(ITEM, 1, 2, "One\nmore"), (ITEM, 3, 3, "Two")]),
    (".txt", "Lee, A. One,\n   2020.\nRay, B. Two,\n   2021.", [(ITEM, 1, 2, "Lee, A. One,\n2020."), (ITEM, 3, 4, "Ray, B. Two,\n2021.")]),
    (".txt", "PUBLICATIONS\n\nJ. Doe. One.", [(HEADING, 1, 1, "PUBLICATIONS"), (PARAGRAPH, 3, 3, "J. Doe. One.")]),
    (".txt", "Selected Publications (2019-2024):\n----\nJ. Doe. One.", [(HEADING, 1, 1, "Selected Publications (2019-2024):"), (PARAGRAPH, 3, 3, "J. Doe. One.")]),
    (".txt", "CVPR 2016", [(PARAGRAPH, 1, 1, "CVPR 2016")]),
    (".txt", "Title\nAnn Lee\n|\nBo Ray\nVenue", [(PARAGRAPH, 1, 5, "Title\nAnn Lee\n|\nBo Ray\nVenue")]),
    # Markdown
    (".md", "# Papers\n\n- One *x*\n  more\n- Two", [(HEADING, 1, 1, "Papers"), (ITEM, 3, 4, "One x\nmore"), (ITEM, 5, 5, "Two")]),
    (".md", "- Title\n\n  Authors\n\n  Venue\n", [(ITEM, 1, 5, "Title\nAuthors\nVenue")]),
    (".md", "- One\n    - Sub\n- Two", [(ITEM, 1, 1, "One"), (ITEM, 2, 2, "Sub"), (ITEM, 3, 3, "Two")]),
    (".md", "2021. A. Lee. One.", [(ITEM, 1, 1, "2021. A. Lee. One.")]),
    (".md", "---\ntitle: x\nauthor: y\n---\n\nText", [(HEADING, 2, 2, "x"), (PARAGRAPH, 6, 6, "Text")]),
    (".md", "{% include x.html %}\nA {{ site.url }}B\n{: .c}", [(PARAGRAPH, 2, 2, "A B")]),
    (".md", "{% comment %}\n- Old\n{% endcomment %}\n- New", [(ITEM, 4, 4, "New")]),
    (".md", "<!-- - Old\n- Older -->\n- New", [(ITEM, 3, 3, "New")]),
    (".md", "    Indented is text", [(PARAGRAPH, 1, 1, "Indented is text")]),
    (".md", "One line\nand another\n---\n", [(PARAGRAPH, 1, 2, "One line\nand another")]),
    (".md", "| Year | Paper |\n|--|--|\n| 2020 | One |", [(ROW, 1, 1, "Year | Paper"), (ROW, 3, 3, "2020 | One")]),
    (".md", "**A**\\\nB<br>C", [(PARAGRAPH, 1, 2, "A\nB\nC")]),
    (".md", "[![b](https://img.shields.io/x.svg)](https://x.org) Title &nbsp;🔥 one", [(PARAGRAPH, 1, 1, "Title one")]),
    (".md", "[Quaternary Memories for](#)\n\nBoolean Functions.", [(PARAGRAPH, 1, 1, "Quaternary Memories for"), (PARAGRAPH, 3, 3, "Boolean Functions.")]),
    (".md", "<div class='paper' markdown='1'>\n[Title](https://x.org)\n\n**Ann**\n</div>", [(PARAGRAPH, 2, 2, "Title"), (PARAGRAPH, 4, 4, "Ann")]),
    (".md", "<ul>\n<li>One</li>\n\n<li>Two</li>\n</ul>", [(ITEM, 2, 2, "One"), (ITEM, 4, 4, "Two")]),
    (".md", "[1] One.\n[2] Two.", [(ITEM, 1, 1, "One."), (ITEM, 2, 2, "Two.")]),
    (".qmd", "::: {.panel}\nText\n:::\n\n```{r}\nplot(x)\n```", [(PARAGRAPH, 2, 2, "Text")]),
    # Printed pages as text: words parted at line ends, running heads and feet, what buttons leave when copied
    (".txt", "1. A. Lee. Managed run-\n   times. In Pro-\n   ceedings of X.", [(ITEM, 1, 3, "A. Lee. Managed runtimes. In Proceedings of X.")]),
    (".txt", "A. Lee. One, vol. 74,\n\n                          2\n\fA. Lee        Page 3 of 4\n\nno. 9, 2014.", [(PARAGRAPH, 1, 6, "A. Lee. One, vol. 74,\nno. 9, 2014.")]),
    (".txt", "A. Lee. One, vol. 74,\n\n                          2\nA. Lee        Page 3 of 4\n\nno. 9, 2014.", [(PARAGRAPH, 1, 6, "A. Lee. One, vol. 74,\nno. 9, 2014.")]),
    (".txt", "A. Lee. One (with\n\n                          2\n\nA. Lee        CV\n\nB. Ray). 2014.\n\n                          3\n\nA. Lee        CV\n\nC. Fox. Two. 2015.", [(PARAGRAPH, 1, 7, "A. Lee. One (with\nB. Ray). 2014."), (PARAGRAPH, 13, 13, "C. Fox. Two. 2015.")]),
    (".txt", "A. Lee. One. 2020.\n\fB. Ray. Two. 2021.", [(PARAGRAPH, 1, 1, "A. Lee. One. 2020."), (PARAGRAPH, 2, 2, "B. Ray. Two. 2021.")]),
    (".txt", "pdf bib abs\nOne\nA. Lee\npdf bib\nTwo", [(PARAGRAPH, 2, 3, "One\nA. Lee"), (PARAGRAPH, 5, 5, "Two")]),
    (".yml", "cv:\n- title: Education\n  contents:\n  - One.", [(HEADING, 1, 1, "cv"), (HEADING, 2, 2, "Education"), (ITEM, 4, 4, "One.")]),
    (".qmd", "Bo Chen, [Ada Lovelace]{.me}", [(PARAGRAPH, 1, 1, "Bo Chen, Ada Lovelace")]),
    (".txt", "[j3]\n\nA. Lee:\nOne.\n[c2]\n\nB. Ray:\nTwo.", [(PARAGRAPH, 3, 4, "A. Lee:\nOne."), (PARAGRAPH, 7, 8, "B. Ray:\nTwo.")]),
    (".txt", "2020\tOne\tICML\n2021\tTwo\tKDD", [(ROW, 1, 1, "2020 | One | ICML"), (ROW, 2, 2, "2021 | Two | KDD")]),
    (".txt", "\t\tOne\n\t\tTwo", [(PARAGRAPH, 1, 2, "One\nTwo")]),
    # HTML
    (".html", "<dl><dt>titre</dt><dd>One</dd>\n<dt>auteur</dt><dd>A. Lee</dd><dt>article</dt><dd>RAIRO, 2022</dd></dl>", [(ITEM, 1, 2, "One\nA. Lee\nRAIRO, 2022")]),
    (".html", "<h2>Papers</h2>\n<ul><li>One\nmore<li>Two</ul>", [(HEADING, 1, 1, "Papers"), (ITEM, 2, 3, "One more"), (ITEM, 3, 3, "Two")]),
    (".html", "<li><div>Title</div><div>Authors</div><br>Venue</li>", [(ITEM, 1, 1, "Title\nAuthors\nVenue")]),
    (".html", "<table><tr><td>2020</td><td></td><td>One</td></tr></table>", [(ROW, 1, 1, "2020 | One")]),
    (".html", "<p>One<p>Two", [(PARAGRAPH, 1, 1, "One"), (PARAGRAPH, 1, 1, "Two")]),
    (".html", "<dl><dt>[1]</dt><dd>One</dd><dt>A long title of a paper</dt><dd>Authors</dd></dl>", [(ITEM, 1, 1, "[1]"), (ITEM, 1, 1, "One"), (ITEM, 1, 1, "A long title of a paper\nAuthors")]),
    (".html", "<nav>Home</nav><script>x</script><p>Text</p><footer>f</footer>", [(PARAGRAPH, 1, 1, "Text")]),
    (".html", "<li>One<div class='abstract hidden'>We show.</div></li>", [(ITEM, 1, 1, "One")]),
    (".html", "<div class='paper-box'><h3>Title</h3><p>Ann</p></div>", [(ITEM, 1, 1, "Title\nAnn")]),
    (".html", "<!-- <li>Old</li>\n--><p>T&eacute;xt</p>", [(PARAGRAPH, 2, 2, "Téxt")]),
    # TeX
    (".tex", "junk\n\\begin{document}\n\\section{Papers}\nA~B\n% no\n\nNext\n\\end{document}\nmore", [(HEADING, 3, 3, "Papers"), (PARAGRAPH, 4, 4, "A B"), (PARAGRAPH, 7, 7, "Next")]),
    (".tex", "\\newcommand{\\me}{\\textbf{A. Lee}}\n\\begin{document}\n\\begin{itemize}\n\\item \\me, B\\\"ob\n  x\n\\item C\n\\end{itemize}", [(ITEM, 4, 5, "A. Lee, Böb x"), (ITEM, 6, 6, "C")]),
    (".tex", "\\begin{document}\\cventry{2020}{Title}{Ann}{}{}{Note}", [(ITEM, 1, 1, "2020\nTitle\nAnn\nNote")]),
    (".tex", "\\begin{document}\n\\cvpub{One}\n\\cvpub{Two}", [(ITEM, 2, 2, "One"), (ITEM, 3, 3, "Two")]),
    (".tex", "\\newcommand{\\pub}[2]{\\item #1. \\emph{#2}.}\\begin{document}\n\\pub{A}{B}", [(ITEM, 2, 2, "A. B.")]),
    (".tex", "\\begin{document}\n\\begin{comment}\nOld\n\\end{comment}\nNew", [(PARAGRAPH, 5, 5, "New")]),
    (".tex", "\\begin{document}<<Lana>> und ,,Wolle`` von A. Lee,, B. Dee", [(PARAGRAPH, 1, 1, "«Lana» und „Wolle“ von A. Lee,, B. Dee")]),
    (".tex", "\\begin{document}\\LaTeX{} $x^2$ \\ss e \\'{e} ``q'' \\hfill 2020\\footnote{no} \\vspace{2pt}\\\\ B~\\cite{x}", [(PARAGRAPH, 1, 1, "LaTeX x2 ße é “q” 2020\nB")]),
    (".tex", "\\begin{document}\\begin{itemize}\n\\item[2020] One\n\n  Note\n\\item[3.] Two\\end{itemize}", [(ITEM, 2, 4, "2020 One\nNote"), (ITEM, 5, 5, "Two")]),
    (".tex", "\\begin{document}\n\\begin{rSection}{Papers}\nOne\n\\end{rSection}", [(HEADING, 2, 2, "Papers"), (PARAGRAPH, 3, 3, "One")]),
    (".tex", "\\begin{document}\n\\begin{tabular}{ll}\n2020 & One \\\\\n2021 & Two\n\\end{tabular}", [(ROW, 3, 3, "2020 | One"), (ROW, 4, 4, "2021 | Two")]),
    (".tex", "\\begin{document}Learning with 5\\% of \\$ \\& \\# \\_ \\{x\\}.", [(PARAGRAPH, 1, 1, "Learning with 5% of $ & # _ {x}.")]),
    (".tex", "\\begin{document}\\begin{thebibliography}{9}\n\\bibitem{a} A. Lee, One.\n\\end{thebibliography}", [(HEADING, 1, 1, "References"), (ITEM, 2, 2, "A. Lee, One.")]),
    (".tex", "\\begin{document}\\begin{thebibliography}{9}\n\\bibitem[Lee et~al.(2007)]{lee07} A. Lee, One.\n\\bibitem [{\\citenamefont {Bee}(2008)}]%\n {bee08} A. Bee, Two.\n\\end{thebibliography}", [(HEADING, 1, 1, "References"), (ITEM, 2, 2, "A. Lee, One."), (ITEM, 4, 4, "A. Bee, Two.")]),
    (".tex", "\\begin{document}\\begin{center}{\\LARGE Ada Lovelace}\\\\[1em]\nI compute.\\end{center}", [(HEADING, 1, 1, "Ada Lovelace"), (PARAGRAPH, 2, 2, "I compute.")]),
    (".tex", "\\begin{document}\n\\cventry\n  {Ann} % Authors\n  {Title} % Title\n  {ICML} % Venue\n  {}", [(ITEM, 3, 5, "Ann\nTitle\nICML")]),
    (".tex", "\\newcommand{\\pub}{\\par\\hangindent=1.5em\\hangafter=1 }\n\\begin{document}\n\\parskip 2pt\n\\pub A. Lee, One.\n\\end{document}", [(PARAGRAPH, 4, 4, "A. Lee, One.")]),
    # reStructuredText: an initial is no number of a list
    (".rst", "1. P. Bilinski. One.\n2. K. Doe. Two.\n\n* P. Bilinski. Three.\n\nA. Lee. Four.", [(ITEM, 1, 1, "P. Bilinski. One."), (ITEM, 2, 2, "K. Doe. Two."), (ITEM, 4, 4, "P. Bilinski. Three."), (PARAGRAPH, 6, 6, "A. Lee. Four.")]),
    (".rst", ".. [1] A. Bee. One.\n.. [Lee01] B. Lee. Two.", [(ITEM, 1, 1, "A. Bee. One."), (ITEM, 2, 2, "B. Lee. Two.")]),
    (".rst", "P. Bilinski\n===========\n\nText", [(HEADING, 1, 1, "P. Bilinski"), (PARAGRAPH, 4, 4, "Text")]),
    (".md", "- Bee A, Dee C^\\*^, Fox E^1,2^. H~2~O in ~~cold~~ wool.", [(ITEM, 1, 1, "Bee A, Dee C*, Fox E1,2. H2O in cold wool.")]),
    (".rst", "- Bee, A.: **Wool\n  and felt.** Riga.", [(ITEM, 1, 2, "Bee, A.: Wool and felt. Riga.")]),
    (".rst", "Papers\n======\n\n#. **One**\n   more\n#. Two", [(HEADING, 1, 1, "Papers"), (ITEM, 4, 5, "One\nmore"), (ITEM, 6, 6, "Two")]),
    (".rst", ".. include:: /etc/passwd\n\n.. raw:: html\n\n   <b>x</b>\n\nText", [(PARAGRAPH, 7, 7, "Text")]),
    (".rst", "- One\n\n  - Sub\n\n| Title\n| Ann\n\n.. [A1] Cited. 2001.", [(ITEM, 1, 1, "One"), (ITEM, 3, 3, "Sub"), (PARAGRAPH, 5, 6, "Title\nAnn"), (ITEM, 8, 8, "Cited. 2001.")]),
    (".rst", "====  ====\n2020  One\n2021  Two\n====  ====\n\n:Phone: none\n\n::\n\n   plain", [(ROW, 2, 2, "2020 | One"), (ROW, 3, 3, "2021 | Two"), (PARAGRAPH, 6, 6, "Phone: none"), (PARAGRAPH, 10, 10, "plain")]),
    # Org
    (".org", "* Papers :tag:\n- One\n  more\n- Two\n# no\n", [(HEADING, 1, 1, "Papers"), (ITEM, 2, 3, "One\nmore"), (ITEM, 4, 4, "Two")]),
    (
        ".org", "- Wool - on hills :: A. Lee, B. Roe /ICML/, 2020.\n- [[https://x.org][Felt]] ::\n- std::vector\n- 2021 :: \"Felt\", i /Wool/",
        [(ITEM, 1, 1, "Wool - on hills\nA. Lee, B. Roe\nICML, 2020."), (ITEM, 2, 2, "Felt"), (ITEM, 3, 3, "std::vector"), (ITEM, 4, 4, '2021\n"Felt", i Wool')],
    ),
    (".org", "| 2020 | One |\n|---+---|\n| 2021 | Two |", [(ROW, 1, 1, "2020 | One"), (ROW, 3, 3, "2021 | Two")]),
    (".org", "*One* \\\\\nA. Lee \\\\\n/ICML/", [(PARAGRAPH, 1, 3, "One\nA. Lee\nICML")]),
    # Tables and trees
    (".yml", "- citation: A. Lee, One.\n", [(ITEM, 1, 1, "A. Lee, One.")]),
    (".md", "| Title | Funder | Year |\n|--|--|--|\n| One | NSF | 2020 |", [(ROW, 1, 1, "Title | Funder | Year"), (ROW, 3, 3, "One | NSF | 2020")]),
    (".org", "#+TITLE: Papers\n:PROPERTIES:\n:x: y\n:END:\n1. One\n   - Sub\n\nText", [(HEADING, 1, 1, "Papers"), (ITEM, 5, 5, "One"), (ITEM, 6, 6, "Sub"), (PARAGRAPH, 8, 8, "Text")]),
    (".csv", "2020,\"One, two\"\n2021,Three\n", [(ROW, 1, 1, "2020 | One, two"), (ROW, 2, 2, "2021 | Three")]),
    (".yml", "papers:\n  2020:\n    - A. Lee, One.\n", [(HEADING, 1, 1, "papers"), (HEADING, 2, 2, "2020"), (ITEM, 3, 3, "A. Lee, One.")]),
    (".json", '{"papers":\n ["A. Lee, One."]}', [(HEADING, 1, 1, "papers"), (ITEM, 2, 2, "A. Lee, One.")]),
]  # fmt: skip


@pytest.mark.parametrize(("suffix", "text", "expected"), SHAPES)
def test_what_markup_becomes(suffix, text, expected):
    assert shape(text, suffix) == expected


MARKS = [
    (".md", "**A. Lee**, B [Title](https://x.org)", [("strong", "A. Lee", ""), ("link", "Title", "https://x.org")]),
    (".md", "**Lei***, Bo*", [("strong", "Lei", "")]),
    (".md", "[T](#) [U](javascript:x)", [("link", "T", ""), ("link", "U", "")]),
    (".md", "<span class='badge'>ICML</span>Title", [("badge", "ICML", "")]),
    (".html", "<p><abbr class='badge rounded'>ICML</abbr><b>T</b>", [("badge", "ICML", ""), ("strong", "T", "")]),
    (".html", "<p><a href='https://x.org'><em>T</em></a>", [("emphasis", "T", ""), ("link", "T", "https://x.org")]),
    (".html", "<p><a href='#'>T</a>", [("link", "T", "")]),
    (
        ".html",
        "<p>T<a class='btn' href='#'>pdf</a><a class='btn' href='#'>bib</a>",
        [("link", "pdf", ""), ("link", "bib", "")],
    ),
    (
        ".tex",
        "\\begin{document}\\href{https://x.org/\\~{}b}{T} \\href{https://x.org/~b/c_d--e.pdf}{U} \\url{https://x.org/~b?c=1&d=a--b\\%20c}",
        [
            ("link", "T", "https://x.org/~b"),
            ("link", "U", "https://x.org/~b/c_d--e.pdf"),
            ("link", "https://x.org/~b?c=1&d=a--b%20c", "https://x.org/~b?c=1&d=a--b%20c"),
        ],
    ),
    (
        ".tex",
        "\\begin{document}\\href{https://x.org/a%20b}{\\textbf{T}} {\\it V}",
        [("link", "T", "https://x.org/a%20b"), ("strong", "T", ""), ("emphasis", "V", "")],
    ),
    (".rst", "*A* `T <https://x.org>`__", [("emphasis", "A", ""), ("link", "T", "https://x.org")]),
    (
        ".org",
        "*A* [[https://x.org][T]] /v/",
        [("strong", "A", ""), ("link", "T", "https://x.org"), ("emphasis", "v", "")],
    ),
    (".org", "/J. of X./ 3. [[https://x.org][doi]]", [("emphasis", "J. of X.", ""), ("link", "doi", "https://x.org")]),
    (".org", "/v/ *A* /w/", [("emphasis", "v", ""), ("strong", "A", ""), ("emphasis", "w", "")]),
]


@pytest.mark.parametrize(("suffix", "text", "expected"), MARKS)
def test_marks_point_at_their_text(suffix, text, expected):
    (block,) = read_text(text, "cv", suffix).blocks
    assert marked(block) == expected


def test_a_venue_badge_of_its_own_is_text_with_a_mark():
    page = "<div class='box'><div class=\"badge\">CVPR 2016</div><img src='x.png'></div>\n\n[Title](https://x.org)"
    badge, title = read_text(page, "cv", ".md").blocks
    assert (badge.kind, badge.text, marked(badge)) == (PARAGRAPH, "CVPR 2016", [("badge", "CVPR 2016", "")])
    assert title.text == "Title"


ENTRIES = [
    (".bib", '@article{k,\n title={{B}ERT, \\"o},\n year = 2019}', 1, 3, {"ENTRYTYPE": "article", "ID": "k", "title": "BERT, ö", "year": "2019"}),
    (".md", "Text\n```bibtex\n@misc{k,\n title={T}}\n```", 3, 4, {"ENTRYTYPE": "misc", "ID": "k", "title": "T"}),
    (".html", "<li>Text\n<pre>@misc{k, title={T}}</pre></li>", 2, 2, {"ENTRYTYPE": "misc", "ID": "k", "title": "T"}),
    (".rst", ".. code:: bibtex\n\n   @misc{k, title={T}}\n", 3, 3, {"ENTRYTYPE": "misc", "ID": "k", "title": "T"}),
    (".tex", "\\begin{filecontents}{x.bib}\n@misc{k, title={T}}\n\\end{filecontents}\n\\begin{document}\\end{document}", 2, 2, {"ENTRYTYPE": "misc", "ID": "k", "title": "T"}),
    (".rst", "Papers\n======\n\n:Title: T\n:Authors: A. Lee, B. Ray\n:Year: 2020\n", 4, 6, {"title": "T", "author": "A. Lee, B. Ray", "year": "2020"}),
    (".org", "* DONE T\nCLOSED: [2020-01-01]\n:PROPERTIES:\n:AUTHORS: A. Lee\n:YEAR: 2020\n:END:", 1, 6, {"title": "T", "author": "A. Lee", "year": "2020"}),
    (".org", "#+BEGIN_SRC bibtex\n@misc{k, title={T}}\n#+END_SRC", 2, 2, {"ENTRYTYPE": "misc", "ID": "k", "title": "T"}),
    (".csv", "Title;Authors;Year\n\"T;\nU\";A. Lee;2020", 2, 3, {"title": "T; U", "author": "A. Lee", "year": "2020"}),
    (".tsv", "title\tyear\nT\t2020", 2, 2, {"title": "T", "year": "2020"}),
    (".yml", "- title: T\n  authors: [A, B]\n  year: 2020\n", 1, 3, {"title": "T", "authors": "A and B", "year": "2020"}),
    (
        ".json",
        '[\n{"title": "T", "author": [{"family": "Lee", "given": "A"}],\n"issued": {"date-parts": [[2020, 5]]}, "DOI": null}]',
        2, 3, {"title": "T", "author": "Lee, A", "issued": "2020-5"},
    ),
    (
        ".ris",
        "TY  - JOUR\nAU  - Lee, A\nAU  - Ray, B\nTI  - T\nSP  - 1\nEP  - 9\nER  - ",
        1, 7, {"ENTRYTYPE": "JOUR", "author": "Lee, A and Ray, B", "title": "T", "pages": "1--9"},
    ),
]  # fmt: skip

ENTRIES += [
    # Tables of any format under a header that names their columns; a cell left empty keeps its column.
    (".md", "| # | Title | Author(s) | Year |\n|--|--|--|--|\n| 1 | [T](https://x.org) |  | 2020 |", 3, 3, {"title": "T", "year": "2020", "url": "https://x.org"}),
    (".html", "<table><tr><th>Year<th>Title<th>Authors<th>Venue</tr>\n<tr><td>2020<td>T<td><td>KDD</table>", 2, 2, {"year": "2020", "title": "T", "booktitle": "KDD"}),
    (".org", "| Paper | Authors |\n|---+---|\n| T | A. Lee |", 3, 3, {"title": "T", "author": "A. Lee"}),
    (".rst", "===== =======\nTitel Authors\n===== =======\nT     A. Lee\n===== =======\n", 4, 4, {"title": "T", "author": "A. Lee"}),
    (".tex", "\\begin{document}\\begin{tabular}{lll} Title & Authors & Venue \\\\ \\hline\n T & A. Lee & \\\\ \\end{tabular}", 2, 2, {"title": "T", "author": "A. Lee"}),
    (".txt", "Year\tTitle\tAuthors\n2020\tT\tA. Lee, B. Ray", 2, 2, {"year": "2020", "title": "T", "author": "A. Lee, B. Ray"}),
    (".tsv", "Paper title\tAuthor(s)\tConference/Journal\nT\tA. Lee\tKDD", 2, 2, {"title": "T", "author": "A. Lee", "booktitle": "KDD"}),
    (".html", "<dl><dt>Title:<dd>T<dt>Publication date:<dd>2020<dt>Journal:<dd>RAIRO</dl>", 1, 1, {"title": "T", "date": "2020", "journal": "RAIRO"}),
    # Pages that are one paper
    (".md", "---\ntitle: T\nvenue: KDD\ncitation: 'Lee, A. (2020). &quot;T.&quot; <i>KDD</i>.'\n---\nText", 1, 5, {"title": "T", "venue": "KDD", "citation": 'Lee, A. (2020). "T." KDD.', "authors": "Lee, A."}),
    (".md", "---\ntitle: T\nauthors:\n- admin\n- Bo Ray\npublication: In *KDD*\n---\n", 1, 7, {"accounts": "admin and Bo Ray", "title": "T", "authors": "Bo Ray", "publication": "In KDD"}),
    (".md", '+++\ntitle = "T"\nauthors = ["Ann Lee", "Bo Ray"]\npublication = "*KDD*"\n+++\n', 1, 5, {"title": "T", "authors": "Ann Lee and Bo Ray", "publication": "KDD"}),
    # JSON Resume has no authors; people name them in the summary
    (
        ".json",
        '{"publications": [{"name": "T", "publisher": "KDD", "releaseDate": "2020-05", "summary": "Ann Lee, Bo Ray"}]}',
        1, 1, {"name": "T", "publisher": "KDD", "releaseDate": "2020-05", "summary": "Ann Lee, Bo Ray", "authors": "Ann Lee and Bo Ray"},
    ),
    (
        ".json",
        '{"publications": [{"name": "T", "publisher": "KDD", "summary": "Authors: A. Lee, Bo Ray. Best paper."}]}',
        1, 1, {"name": "T", "publisher": "KDD", "summary": "Authors: A. Lee, Bo Ray. Best paper.", "authors": "A. Lee and Bo Ray"},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("suffix", "text", "first", "last", "fields"), ENTRIES)
def test_structured_entries_keep_fields_and_lines(suffix, text, first, last, fields):
    (entry,) = [block for block in read_text(text, "x", suffix).blocks if block.kind is ENTRY]
    assert (entry.first, entry.last, dict(entry.fields)) == (first, last, fields)
    assert "T" in entry.text


LISTED = """---
title: Wool group
date: 2021-02-14
people:
  - name: Ann Lee
    date: 2018
publications:
  2020:
    - title: >-
        On wool:
        two surveys
      authors:
        - {name: Ann Lee}
        - {name: Bo Ray, url: x}
      venue: Loom
  2019:
    - titre: Le feutre
      auteurs: [Ann Lee]
grants:
  - {title: Sheep, funder: WRC, years: 2017}
---
Welcome
"""


def test_lists_of_publications_in_front_matter_stand_under_their_keys():
    blocks = read_text(LISTED, "x", ".md").blocks
    said = [(block.kind, block.text) for block in blocks]
    assert said[:2] == [(HEADING, "publications"), (HEADING, "2020")]
    assert [dict(block.fields) for block in blocks if block.kind is ENTRY] == [
        {"title": "On wool: two surveys", "authors": "Ann Lee and Bo Ray", "venue": "Loom"},
        {"title": "Le feutre", "auteurs": "Ann Lee"},
    ]
    assert [block.text for block in blocks[-2:]] == ["Wool group", "Welcome"]


def test_lists_of_publications_in_toml_front_matter():
    text = '+++\ntitle = "Wool group"\n[[publications]]\ntitle = "T"\nauthors = ["Ann Lee"]\nyear = 2020\n+++\n'
    (entry,) = [block for block in read_text(text, "x", ".md").blocks if block.kind is ENTRY]
    assert dict(entry.fields) == {"title": "T", "authors": "Ann Lee", "year": "2020"}


NO_PAPERS = [
    "---\ntitle: Talk\ncollection: talks\nvenue: Somewhere\ndate: 2020-01-01\n---\n",
    "---\ntitle: Post\nauthors: [Ann Lee]\ndate: 2020-01-01\n---\n",
    "---\ntitle: [broken\nvenue: x\n---\n",
    "+++\ntitle = broken\nvenue = x\n+++\n",
]


@pytest.mark.parametrize("text", NO_PAPERS)
def test_front_matter_of_other_pages_is_no_entry(text):
    assert read_text(text, "x", ".md").blocks == ()


def test_bibtex_with_one_broken_entry_complains_and_keeps_the_rest_and_the_duplicates():
    text = "@misc{a, title={One}}\n@misc{b, title={Two\n@misc{a, title={Three}}\n"
    document = read_text(text, "x.bib", ".bib")
    assert [dict(block.fields)["title"] for block in document.blocks] == ["One", "Two", "Three"]
    (complaint,) = document.complaints
    assert complaint.startswith("x.bib, line 2: ")


def test_a_macro_that_holds_an_item_is_one():
    macro = "\\newcommand{\\wp}[2]{\\item ``#1,'' #2.}"
    text = f"{macro}\\begin{{document}}\\begin{{itemize}}\n\\wp{{On Wool}}{{with C. Dee}}\n\\wp{{Felt}}{{2021}}\n\\item Knots\n"
    blocks = read_text(f"{text}\\end{{itemize}}\\end{{document}}", "x.tex", ".tex").blocks
    assert [block.text for block in blocks] == ["“On Wool,” with C. Dee.", "“Felt,” 2021.", "Knots"]


def test_pages_that_count_themselves_part_no_entry():
    head = "Ada Lovelace — CV — March 2024"
    text = f"1. On wool: two\nPage 1 of 3\n{head}\nsurveys. Loom 3.\n2. On felt.\nPage 2 of 3\n{head}\n3. On knots.\nPage 3 of 3\n"
    blocks = read_text(text, "x.txt").blocks
    assert [block.text for block in blocks] == ["On wool: two\nsurveys. Loom 3.", "On felt.", "On knots."]


OWNERS = [
    (".txt", "\n\nLEI GAO\n\nPhone", "LEI GAO"),
    (".txt", "Curriculum Vitae\n\nText", ""),
    (".txt", "Selected Publications", ""),
    (".md", "# Dr. Ada B. Lovelace, Ph.D.\n", "Ada B. Lovelace"),
    (".md", "---\nauthor: Ada Lovelace\n---\n# News", "Ada Lovelace"),
    (".md", "---\nauthor:\n  name: Ada Lovelace\n---\n# News", "Ada Lovelace"),
    (".html", "<title>Ada Lovelace | Home</title><h1>Welcome</h1>", "Ada Lovelace"),
    (".html", "<meta name=author content='Ada Lovelace'>", "Ada Lovelace"),
    (".tex", "\\name{Ada}{Lovelace}\\begin{document}x", "Ada Lovelace"),
    (".tex", "\\author{Ada Lovelace\\thanks{x}}\\begin{document}x", "Ada Lovelace"),
    (".rst", ":Author: Ada Lovelace\n\nText", "Ada Lovelace"),
    (".org", "#+AUTHOR: Ada Lovelace\n", "Ada Lovelace"),
    (".tex", "\\begin{document}{\\LARGE Ada Lovelace}\\\\[1em]\nI compute.", "Ada Lovelace"),
    (".json", '{"basics": {"name": "Ada Lovelace"}}', "Ada Lovelace"),
    (".yml", "cv:\n  name: Ada Lovelace\n", "Ada Lovelace"),
]


@pytest.mark.parametrize(("suffix", "text", "owner"), OWNERS)
def test_whose_list_it_is(suffix, text, owner):
    assert read_text(text, "cv", suffix).owner == owner


PERSONS = [
    ("Ludwig van Beethoven", "Ludwig van Beethoven"),
    ("Prof. Jean-Luc O'Brien's Homepage", "Jean-Luc O'Brien"),
    ("José María García Márquez", "José María García Márquez"),
    ("Research Interests", ""),
    ("University of Pittsburgh", ""),
    ("Plato", ""),
    ("Hello, I am Ada", ""),
    ("Will Page", "Will Page"),
    ("Ann Book", "Ann Book"),
    ("Home Page", ""),
    ("Wool Page", ""),
    ("Bell Labs", ""),
    ("Laura Links", ""),
    ("Bill Award", ""),
]


@pytest.mark.parametrize(("text", "person"), PERSONS)
def test_a_name_is_told_from_a_heading(text, person):
    assert as_person(text) == person


LABS = ["Scott Lab", "Kelly Lab", "Stuart Lab", "Martin Lab - Publications", "Mark Book", "Martin Press", "Will Page"]
HEADS = [("# {}\n\n## Publications\n\n{}", ".md"), ("<title>{} | Home</title><h2>Publications</h2><p>{}", ".html")]


@pytest.mark.parametrize(("head", "suffix"), HEADS)
@pytest.mark.parametrize("named", LABS)
def test_a_laboratory_named_after_somebody_is_nobody(named, head, suffix):
    """The title of a page alone makes no person of a given name and a word for what pages are of."""
    entry = f"On wool (with A. Bee and C. Dee). Wool Letters 3 (2020), 1-9. By {named}, Rieti."
    assert read_text(head.format(named, entry), "cv", suffix).owner == ""


@pytest.mark.parametrize(("head", "suffix"), HEADS)
@pytest.mark.parametrize("people", ["W. Page, A. Bee", "Page, W., Bee, A", "Page W, Bee A", "Ann Bee and Will Page"])
def test_a_person_named_as_a_thing_of_a_page_is_one_where_an_entry_says_so(people, head, suffix):
    assert read_text(head.format("Will Page", f"{people}. On wool. 2020."), "cv", suffix).owner == "Will Page"


SNIFFED = [
    ("Just text.\n\n- with a list", ".txt"),
    ("**Bold** text", ".md"),
    ("---\ntitle: x\n---\nText", ".md"),
    ("Text <i>here</i>", ".md"),
    ("<!DOCTYPE html><html>", ".html"),
    ("% cv\n\\documentclass{article}", ".tex"),
    ("@article{key,\n title={x}}", ".bib"),
    ('[{"title": "x"}]', ".json"),
    ("TY  - JOUR\n", ".ris"),
    ("mail@example.org, {x}", ".txt"),
]


@pytest.mark.parametrize(("text", "suffix"), SNIFFED)
def test_text_files_are_read_as_what_they_hold(text, suffix):
    assert sniff(text) == suffix


def test_what_a_bibtex_entry_takes_from_the_one_it_refers_to_stands_behind_its_own_fields():
    source = (
        "@inproceedings{paper, author = {A. Bee}, title = {On bees}, crossref = {Hives}}\n"
        "@proceedings{hives, title = {Proceedings of the Hive}, editor = {C. Dee}, year = 2020, doi = {10.1/x}}\n"
    )
    paper, volume = read_text(source, "list.bib", ".bib").blocks
    assert dict(paper.fields)["booktitle"] == "Proceedings of the Hive"
    assert dict(paper.fields)["year"] == "2020"
    assert "doi" not in dict(paper.fields)
    assert "booktitle" not in dict(volume.fields)
