"""Tiny valid inputs of every reader, to begin an attack with (`fuzz.py`) or to make long ones of (`growth.py`)."""

from __future__ import annotations

import io
import json
import tarfile
import zipfile

CITED = 'A. Müller, J. van der Berg, and B. Bee (2020). "On Wool: A Study." In Proc. of ACL 2020, pp. 1-9. doi:10.1/x.1'
LIST = (
    "Ada Lovelace\n\nPublications\n\n[1] A. Lovelace and C. Babbage. The Engine, Part 2. Nature 12(3):4-5, 1843.\n"
    "[2] C. Babbage et al. On Sheep. arXiv:2001.00001, 2020. [pdf] [code]\n* Wool 3. ICML'21 (Spotlight)\n812\t2010\n"
)
BIB = (
    '@string{acl = "Proc. of ACL"}\n@inproceedings{bee:20, title = {{BERT} for \\"{O}sheep, and $x^2$},\n author = '
    '"A. M{\\"u}ller and Berg, Jan van der and {The Team} and others", booktitle = acl # " 2020", year = 2020,\n'
    " doi = {10.1/x}}\n@comment{no}\n% reconcile: ignore year-mismatch\n@misc(k, title = {B})\n"
)
TEX = (
    "\\documentclass{article}\\newcommand{\\me}[1]{\\textbf{#1}}\\begin{document}\\section*{Publications}\n"
    "\\begin{itemize}\\item \\me{A. Bee}, \\emph{On {\\'E}wool}. \\href{https://doi.org/10.1/x}{doi} % no\n\\item B\n"
    "\\end{itemize}\\begin{tabular}{l}a & b\\\\\\end{tabular}\\bibitem{x} C \\verb|x| \\def\\a#1{#1}\\end{document}\n"
)
HTML = (
    "<!DOCTYPE html><html><head><title>Ada Bee | Home</title><script>x</script></head><body><h1>Papers</h1><ol><li>"
    "<b>A. Bee</b>, <a href='https://doi.org/10.1/x'>On&nbsp;Wool</a> &#8211; 2020<!-- c --><ul><li>x</ul></ol><table>"
    "<tr><th>Title<th>Year<tr><td>A<td>2020</table><pre>@misc{a, title={B}}</pre><![CDATA[x]]></body></html>"
)
MARKDOWN = (
    "---\ntitle: Ada\npublications:\n  - title: On Wool\n    year: 2020\n---\n# Papers\n\n1. **A. Bee**, [On Wool](htt"
    "ps:"
    "//x.org/a_(b)). *ACL* 2020 {: .x}\n   - `code`\n\n| Title | Year |\n|---|---|\n| A | 2020 |\n\n```bibtex\n@misc{a,"
    " title={B}}\n```\n<details><b>x</b></details>\n> q\n\n[r]: https://x.org\n{{< cite x >}}\n"
)
RST = (
    "Papers\n======\n\n.. role:: x\n\n1. **A. Bee**, `On Wool <https://x.org>`_. *ACL*, 2020. [#f]_ |s|\n\n   - b\n\n"
    "=====  ====\nTitle  Year\n=====  ====\nA      2020\n=====  ====\n\n:field: v\n\n.. |s| replace:: t\n.. [#f] note\n"
    ".. include:: /etc/passwd\n.. raw:: html\n\n   <b>\n"
)
ORG = (
    "#+TITLE: Ada Bee\n* Papers :tag:\n1. *A. Bee*, [[https://x.org][On Wool]]. /ACL/ 2020\n   - =code= ~v~\n| Title | "
    "Year |\n|---+---|\n| A | 2020 |\n#+BEGIN_SRC bibtex\n@misc{a, title={B}}\n#+END_SRC\n:PROPERTIES:\n:ID: x\n:END:\n"
)
BBL = r"""\begin{thebibliography}{1}\bibitem [{\citenamefont {Bee}(2020)}]{bee}%
\bibfield {author} {\bibinfo {author} {A.~Bee}},\ }\href@noop {} {\emph {\bibinfo {title} {On Wool}}}\
(\bibinfo {year} {2020})\BibitemShut {NoStop}\newblock \APACrefYearMonthDay{2020}{}{} \end{thebibliography}
"""
BIBER = r"""% $ biblatex auxiliary file $
\entry{bee}{article}{}{}
\name{author}{2}{}{%
{{hash=a}{%
family={Bee},
given={A\bibinitperiod}}}%
{{hash=b}{Cee}{C\bibinitperiod}{B}{B}{}{}{}{}}%
}
\list{publisher}{1}{%
{Olmo}%
}
\field{title}{On {W}ool}
\field{year}{2020}
\true{moreauthor}
\verb{doi}
\verb 10.1/x
\endverb
\endentry
"""
MAIL = """Subject: =?utf-8?Q?List?=
Content-Type: multipart/alternative; boundary=a

--a
Content-Type: text/plain; format=flowed; charset=utf-8
Content-Transfer-Encoding: quoted-printable

* A. Bee, C. D=C3=A9e. On Wool=20
in Wales. 2020.

--a--
"""
# Parameters that Python's library cannot take apart.
STUMBLING_MAILS = tuple(
    f"Content-Type: {kind}\nContent-Disposition: attachment; {named}\n\n* A. Bee. On Wool. 2020.\n"
    for kind, named in (
        ('text/plain; charset="a\0b"', "filename=x"),
        ("text/plain; charset*=a\0b''abc", "filename=x"),
        ("text/plain", "filename*=undefined''abc"),
        ("text/plain", "filename*=a\0b''abc"),
        ("multipart/mixed; boundary*=undefined''abc", "filename=x"),
        ("text/plain; format*1=x; format*=y", "filename=x"),
    )
)
TYPST = """#set document(author: "Ada Bee")
#let me = [*A. Bee*]
#let pub(a, t, doi: none) = block[#a. _#t _. #if doi != none [#link("https://doi.org/" + doi)[doi]]]
= Papers <p>
#pub([#me], [On Wool], doi: "10.1/x")
- *B* `c` $x$ -- d
#table(columns: (1fr, 2fr), [2020], [A])
#entry(title: [x], 3) // no
"""
XML = (
    '<dblp><article key="conf/w/B0"><author>A. Bee</author><title>On Wool.</title><year>2020</year></article></dblp>',
    '<b:Sources xmlns:b="x/bibliography"><b:Source><b:SourceType>Book</b:SourceType><b:Title>On Wool</b:Title>'
    "<b:Author><b:Author><b:Corporate>Bees</b:Corporate></b:Author></b:Author></b:Source></b:Sources>",
    '<rdf:RDF xmlns:z="http://www.zotero.org/namespaces/export#"><bib:Article><dc:title>On Wool</dc:title>'
    '<dcterms:isPartOf rdf:resource="urn:issn:1"/></bib:Article>'
    '<bib:Journal rdf:about="urn:issn:1"><dc:title>Wool</dc:title></bib:Journal></rdf:RDF>',
    "<ref-list><ref><mixed-citation><name><surname>Bee</surname></name> <article-title>On Wool</article-title>"
    "</mixed-citation></ref></ref-list>",
)
RIS = "TY  - JOUR\nAU  - Bee, A.\nTI  - On Wool\nPY  - 2020///\nSP  - 1\nEP  - 9\nDO  - 10.1/x\nER  - \n"
TABLE = 'Title;Authors;Year;Venue\n"On ""Wool""";A. Bee, B. Cee;2020;ACL\nx;;y\n'
CSL = json.dumps(
    [
        {
            "id": "a",
            "type": "paper-conference",
            "title": "On <i>Wool</i>",
            "author": [{"family": "Bee", "given": "A."}, {"literal": "Team"}],
            "issued": {"date-parts": [[2020, 5]]},
            "container-title": ["ACL"],
            "page": 3,
            "DOI": "10.1/x",
            "x": None,
        }
    ],
    indent=1,
)
YAML = (
    "publications:\n  - title: &t 'On Wool'\n    authors: [A. Bee, B. Cee]\n    year: 2020\n  - *t\n  - !!python/objec"
    "t:x "
    "{a: b}\n  - |\n    text\n    more\n--- \nx: !x y\n? k\n: v\n"
)
CROSSREF = {
    "message": {
        "items": [
            {
                "DOI": "10.1/X",
                "type": "journal-article",
                "title": ["On <i>Wool</i> $x$"],
                "subtitle": ["A Study"],
                "author": [{"family": "Bee", "given": "A.", "sequence": "first"}, {"name": "Team"}],
                "editor": [{"family": "Cee"}],
                "issued": {"date-parts": [[2020, 5, 1]]},
                "published-print": {"date-parts": [[None]]},
                "container-title": ["Lecture Notes in Wool", "Wool 2020"],
                "event": {"name": "Wool", "acronym": "W", "start": {"date-parts": [[2020]]}},
                "ISBN": ["978-3-16-148410-0"],
                "relation": {"is-preprint-of": [{"id": "10.1/y", "id-type": "doi", "asserted-by": "subject"}]},
                "updated-by": [{"DOI": "10.1/z", "type": "retraction", "updated": {"date-parts": [[2021]]}}],
                "update-to": [{"DOI": "10.1/w", "type": "correction"}],
                "resource": {"primary": {"URL": "https://x.org"}},
                "page": "1-9",
            }
        ]
    }
}
DBLP = {
    "result": {
        "hits": {
            "@total": "1",
            "@sent": "1",
            "hit": [
                {
                    "info": {
                        "authors": {"author": [{"@pid": "1", "text": "A. Bee 0001"}, {"text": "B. Cee"}]},
                        "title": "On Wool.",
                        "venue": ["ACL", "Series"],
                        "year": "2020",
                        "type": "Conference and Workshop Papers",
                        "key": "conf/acl/Bee20",
                        "doi": "10.1/X",
                        "ee": "https://doi.org/10.1/X",
                        "pages": "1-9",
                    }
                }
            ],
        }
    }
}
SPARQL = {
    "results": {
        "bindings": [
            {
                "publ": {"value": "https://dblp.org/rec/conf/acl/Bee20"},
                "title": {"value": "On Wool."},
                "type": {"value": "https://dblp.org/rdf/schema#Inproceedings"},
                "ordinal": {"value": "1"},
                "name": {"value": "A. Bee"},
                "year": {"value": "2020"},
            }
        ]
    }
}
DBLP_XML = (
    '<?xml version="1.0" encoding="ISO-8859-1"?>\n<!DOCTYPE dblp SYSTEM "dblp.dtd">\n<dblp>\n<inproceedings mdate="201'
    "7-"
    '11-06" key="conf/acl/Bee20"><author orcid="0">A. B&uuml;e 0001</author><title>On <i>Wool</i> &amp; &#38;.</title>'
    "<year>2020</year><booktitle>ACL</booktitle><ee>https://doi.org/10.1/x</ee><crossref>conf/acl/2020</crossref>"
    '</inproceedings>\n<www key="homepages/1/2"><author>A</author></www>\n<article key="journals/corr/abs-2001-00001"'
    ' publtype="informal"><title>X</title><volume>abs/2001.00001</volume></article></dblp>\n'
)
ANTHOLOGY_XML = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<collection id="2020.acl"><volume id="main" type="proceedings"><meta>'
    "<booktitle>Proc. of <fixed-case>ACL</fixed-case></booktitle><year>2020</year><month>July</month><url>2020.acl-main"
    '</url></meta><frontmatter><url hash="a">2020.acl-main.0</url></frontmatter><paper id="1"><title>On <i>Wool</i>'
    '<tex-math>x^2</tex-math></title><author id="x"><first>A.</first><last>Bee</last><variant><last>Cee</last></varian'
    "t>"
    '</author><pages>1-9</pages><url>2020.acl-main.1</url><doi>10.1/x</doi><retracted date="2021-01-01">no</retracted>'
    '<revision id="1" date="2021">r</revision></paper></volume><event id="acl-2020"/></collection>\n'
)
ANTHOLOGY_BIB = (
    '@string{acl = "Association"}\n@inproceedings{bee-2020, title = "On {W}ool {\\"o}", author = "Bee, A. and\n  Cee, '
    'B.",'
    ' booktitle = "Proc. " # acl, month = jul, year = "2020", url = "https://aclanthology.org/2020.acl-main.1/", doi'
    ' = "10.18653/v1/2020.acl-main.1", pages = "1--9"}\n'
)
VARIANTS = "- canonical: {first: A., last: Bee}\n  variants:\n  - {first: A., last: Cee}\n"
PEOPLE = "a-bee:\n  names:\n  - {first: A., last: Bee}\n  - {first: A., last: Cee}\n"
PYPROJECT = '[tool.reconcile]\nignore = ["year-mismatch"]\n[project]\nname = "x"\n'
TAPE = (
    "interactions:\n- request: {body: null, headers: {}, method: GET, uri: 'https://dblp.org/x?q=1'}\n  response:\n    "
    "body: {string: '{}'}\n    headers: {content-type: [application/json]}\n    status: {code: 200, message: OK}\n"
    "version: 1\n"
)
NAMES = "Ludwig van Beethoven, Jr.\nde la Cruz, María\nMÜLLER K\n王小明\nO'Neil-Smith, J.-P. 0001\nand others\n{Team}"
FIELDS = 'https://doi.org/10.1000/a(b)c.\n10.1145/1.2 arXiv:2001.00001v2 &amp; <i>x</i> \\"o $x$ ISBN 978-3-16-148410-0'
TITLES = (
    "BERT: Pre-training of Deep Transformers, Part II\nBERT: Pretraining of deep transformer (Extended Abstract) 2.0"
)
VENUE = (
    "Findings of the Association for Computational Linguistics: EMNLP 2020, Online, Nov. 16–20; Workshop on X @ ICML'21"
)
DOCUMENT_XML = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxml'
    'formats.org/officeDocument/2006/relationships"><w:body><w:p><w:pPr><w:pStyle w:val="Heading1"/><w:numPr><w:ilvl '
    'w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:rPr><w:b/><w:i/></w:rPr><w:t>A. Bee</w:t><w:br/><w:tab/>'
    '</w:r><w:hyperlink r:id="rId9"><w:r><w:t>x</w:t></w:r></w:hyperlink><w:ins><w:r><w:t>y</w:t></w:r></w:ins></w:p>'
    "<w:sdt><w:sdtContent><w:p/></w:sdtContent></w:sdt><w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc>"
    '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>2020</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:tcPr><w'
    ":vMerge/></w:tcPr></w:tc></w:tr></w:tbl>"
    "<w:sectPr/></w:body></w:document>"
)


CONTENT_XML = (
    '<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:op'
    'endocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:na'
    'mes:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:'
    'xlink="http://www.w3.org/1999/xlink" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"><office:automa'
    'tic-styles><style:style style:name="T"><style:text-properties fo:font-style="italic"/></style:style></office:autom'
    'atic-styles><office:body><office:text><text:h text:outline-level="1">Papers</text:h><text:list><text:list-item><te'
    'xt:p>A. Bee, <text:span text:style-name="T">On Wool</text:span><text:line-break/><text:a xlink:href="https://x.org'
    '">x</text:a><draw:frame><draw:text-box><text:p>y</text:p></draw:text-box></draw:frame></text:p></text:list-item></'
    'text:list><table:table><table:table-row><table:table-cell table:number-rows-spanned="2"><text:p>2020</text:p></tab'
    "le:table-cell></table:table-row><table:table-row><table:covered-table-cell/></table:table-row></table:table></offi"
    "ce:text></office:body></office:document>"
)


def odt_bytes(content: bytes) -> bytes:
    """Return the smallest OpenDocument package around the XML of a text."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        package.writestr("content.xml", content)
    return stream.getvalue()


def docx_bytes(document: bytes) -> bytes:
    """Return the smallest Word package around a document's XML."""
    kinds = "http://schemas.openxmlformats.org/package/2006/content-types"
    links = "http://schemas.openxmlformats.org/package/2006/relationships"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{kinds}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
            f'relationships+xml"/><Override PartName="/word/document.xml" ContentType="{main}"/></Types>',
        )
        package.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{links}"><Relationship Id="a" Type="{office}/officeDocument"'
            ' Target="word/document.xml"/></Relationships>',
        )
        package.writestr(
            "word/_rels/document.xml.rels",
            f'<Relationships xmlns="{links}"><Relationship Id="rId9" Type="{office}/hyperlink" Target="https://x.org"'
            ' TargetMode="External"/></Relationships>',
        )
        package.writestr("word/document.xml", document)
    return stream.getvalue()


def pdf_bytes(text: str = "[1] A. Bee. On Wool. ACL, 2020.") -> bytes:
    """Return a PDF of one page with one line."""
    content = f"BT /F 10 Tf 50 700 Td ({text}) Tj ET\n"
    link = "/Annots[<</Type/Annot/Subtype/Link/Rect[45 695 120 712]/A<</S/URI/URI(https://x.org)>>>>]"
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[5 0 R]/Count 1>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        f"<</Length {len(content)}>>\nstream\n{content}endstream",
        f"<</Type/Page/Parent 2 0 R{link}/MediaBox[0 0 600 800]/Resources<</Font<</F 3 0 R>>>>/Contents 4 0 R>>",
    ]
    body = "%PDF-1.4\n" + "".join(f"{at} 0 obj\n{each}\nendobj\n" for at, each in enumerate(objects, 1))
    return f"{body}trailer<</Root 1 0 R/Size {len(objects) + 1}>>\n%%EOF".encode()


def tarred(members: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as tar:
        for name, content in members.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            tar.addfile(member, io.BytesIO(content))
    return stream.getvalue()
