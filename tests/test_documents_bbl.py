"""Lists of references as BibTeX's styles and biber write them."""

import time

import pytest

from reconcile.documents import Kind, read, read_text

REVTEX = r"""
%merlin.mbs apsrev4-2.bst 2019-01-14
\begin{thebibliography}{2}%
\makeatletter
\providecommand \bibinfo [0]{\@secondoftwo}%
\providecommand \BibitemShut [1]{\csname bibitem#1\endcsname}%
\bibitem [{\citenamefont {Bee}\ \emph {et~al.}(2020)\citenamefont {Bee}}]{bee}%
  \BibitemOpen
  \bibfield {author} {\bibinfo {author} {\bibfnamefont {A.}~\bibnamefont {Bee}},\ and\ \bibinfo {author}
  {\bibfnamefont {C.}~\bibnamefont {Dee}},\ }\bibfield {title} {\bibinfo {title} {On wool},\ }\href
  {\doibase 10.1000/x} {\bibfield {journal} {\bibinfo {journal} {J. Felt}\ }\textbf {\bibinfo {volume} {7}},\
  \bibinfo {pages} {1} (\bibinfo {year} {2020})}\BibitemShut {NoStop}%
\bibitem [{\citenamefont {Eff}(1995)}]{eff}%
  \BibitemOpen
  \bibfield {author} {\bibinfo {author} {\bibnamefont {Eff}},\ }\href@noop {} {\emph {\bibinfo {title} {Looms}}}\
  (\bibinfo {publisher} {Olmo},\ \bibinfo {year} {1995})\ \Eprint {https://arxiv.org/abs/1} {arXiv:1} \BibitemShut {NoStop}%
\end{thebibliography}%
"""
IEEE = r"""
\begin{thebibliography}{1}
\providecommand{\url}[1]{#1}
\csname url@samestyle\endcsname
\providecommand{\BIBforeignlanguage}[2]{{\language=\csname l@#1\endcsname #2}}
\BIBdecl
\bibitem{bee}
\BIBentryALTinterwordspacing
A.~Bee, \emph{\BIBforeignlanguage{german}{Wolle}}.\hskip 1em plus 0.5em
  minus 0.4em\relax Olmo, 2020.
\BIBentrySTDinterwordspacing
\end{thebibliography}
"""
ACM = r"""
\begin{thebibliography}{1}
\bibitem[Bee and Dee(2020)]%
        {bee}
\bibfield{author}{\bibinfo{person}{Ada Bee} {and} \bibinfo{person}{Cy Dee}.} \bibinfo{year}{2020}\natexlab{}.
\newblock \showarticletitle{On Wool}.
\newblock \bibinfo{journal}{\emph{J. Felt}} \bibinfo{volume}{7}, \bibinfo{number}{1} (\bibinfo{year}{2020}).
\newblock
\showISSN{1234-5678}
\urldef\tempurl%
\url{https://doi.org/10.1000/x}
\showDOI{\tempurl}
\end{thebibliography}
"""
APACITE = r"""
\begin{thebibliography}{}
\bibitem [\protect \citeauthoryear {%
Bee%
\ \BBA {} Dee%
}{%
Bee%
\ \BBA {} Dee%
}{%
{\protect \APACyear {2020}}%
}]{%
bee}
\APACinsertmetastar {%
bee}%
\begin{APACrefauthors}%
Bee, A\BPBI E.%
\BCBT {}\ \BBA {} Dee, C.%
\end{APACrefauthors}%
\unskip\
\newblock
\APACrefYearMonthDay{2020}{}{}.
\newblock
{\BBOQ}\APACrefatitle {On Wool} {On wool}.{\BBCQ}
\newblock
\APACjournalVolNumPages{J. Felt}{7}{}{1--9}.
\PrintBackRefs{\CurrentBib}
\end{thebibliography}
"""
SPRINGER = r"""
\begin{thebibliography}{1}
\bibitem[\protect\citeauthoryear{Bee}{2020}]{bee}
\begin{barticle}
\bauthor{\bsnm{Bee}, \binits{A.}},
\bauthor{\bsnm{Dee}, \binits{C.}}:
\batitle{On wool}.
\bjtitle{J. Felt}
\bvolume{7}(\bissue{1}),
\bfpage{1}--\blpage{9}
(\byear{2020})
\bpublisher{Olmo}
\end{barticle}
\endbibitem
\end{thebibliography}
"""
# What each prints.
STYLES = {
    "REVTeX": (REVTEX, ["A. Bee, and C. Dee, On wool, J. Felt 7, 1 (2020)", "Eff, Looms (Olmo, 1995) arXiv:1"]),
    "IEEEtran": (IEEE, ["A. Bee, Wolle. Olmo, 2020."]),
    "ACM": (ACM, ["Ada Bee and Cy Dee. 2020. On Wool. J. Felt 7, 1 (2020). https://doi.org/10.1000/x"]),
    "apacite": (APACITE, ["Bee, A. E., & Dee, C. (2020). On Wool. J. Felt, 7, 1–9."]),
    "Springer": (SPRINGER, ["Bee, A., Dee, C.: On wool. J. Felt 7(1), 1–9 (2020) Olmo"]),
}


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("suffix", [".bbl", ".tex", ".txt"])
def test_the_macros_of_a_style_print_its_references(style, suffix):
    source, printed = STYLES[style]
    heading, *items = read_text(source, "x", suffix).blocks
    assert (heading.kind, heading.text) == (Kind.HEADING, "References")
    assert [" ".join(item.text.split()) for item in items] == printed
    assert {item.kind for item in items} == {Kind.ITEM}


def test_links_and_lines():
    (_, bee, eff) = read_text(REVTEX, "x", ".bbl").blocks
    assert [mark.url for mark in (*bee.marks, *eff.marks) if mark.kind == "link"] == [
        "https://doi.org/10.1000/x",
        "https://arxiv.org/abs/1",
    ]
    assert [(block.first, block.last) for block in (bee, eff)] == [(9, 12), (15, 16)]


BIBER = r"""% $ biblatex auxiliary file $
\refsection{0}
  \datalist[entry]{nty/global//global/global}
    \entry{bee}{article}{}{}
      \name{author}{2}{}{%
        {{un=0,uniquepart=base,hash=03fb}{%
           family={Bee},
           familyi={B\bibinitperiod},
           given={Ada\bibnamedelima E.},
           giveni={A\bibinitperiod\bibinitdelim E\bibinitperiod},
           givenun=0,
           prefix={van},
           prefixi={v\bibinitperiod}}}%
        {{hash=6ad6}{%
           family={Dee},
           given={C\bibinitperiod}}}%
      }
      \list{language}{1}{%
        {en}%
      }
      \strng{namehash}{03fb}
      \field{journaltitle}{Felt \& Wool}
      \field{sortinit}{B}
      \field{title}{On {W}ool}
      \field{volume}{7}
      \field{year}{2020}
      \true{moreauthor}
      \field{pages}{21\bibrangedash 38}
      \range{pages}{18}
      \verb{doi}
      \verb 10.1000/x
      \endverb
    \endentry
    \entry{eff}{book}{}
      \name{author}{1}{}{%
        {{hash=EF}{Eff}{E\bibinitperiod}{Gee}{G\bibinitperiod}{}{}{}{}}%
      }
      \list{publisher}{2}{%
        {Olmo}%
        {Ulmo}%
      }
      \field{title}{Looms}
      \field{year}{1995}
    \endentry
  \enddatalist
  \datalist[entry]{none/global//global/global}
    \entry{eff}{book}{}
      \field{title}{Looms}
    \endentry
  \enddatalist
\endrefsection
\endinput
"""


@pytest.mark.parametrize("suffix", [".bbl", ".txt"])
def test_what_biber_writes_is_read_by_its_fields(suffix):
    bee, eff = read_text(BIBER, "x", suffix).blocks
    assert dict(bee.fields) == {
        "ENTRYTYPE": "article",
        "ID": "bee",
        "author": "van Bee, Ada E. and Dee, C. and others",
        "journal": "Felt & Wool",
        "title": "On Wool",
        "volume": "7",
        "year": "2020",
        "pages": "21--38",
        "doi": "10.1000/x",
    }
    assert dict(eff.fields) == {
        "ENTRYTYPE": "book",
        "ID": "eff",
        "author": "Eff, Gee",
        "publisher": "Olmo, Ulmo",
        "title": "Looms",
        "year": "1995",
    }
    assert [(block.kind, block.first, block.last) for block in (bee, eff)] == [
        (Kind.ENTRY, 4, 33),
        (Kind.ENTRY, 34, 44),
    ]


def test_a_file_of_references(tmp_path):
    (tmp_path / "paper.bbl").write_text(IEEE)
    assert read(tmp_path)[0].blocks[1].text == "A. Bee, Wolle. Olmo, 2020."


@pytest.mark.parametrize(
    "hostile",
    [
        "\\entry{a}{b}{}\n" * 40_000,
        "\\entry{a}{b}{}\n\\name{author}{1}{}{" + "{{hash=1}{family={B},}}" * 40_000,
        "\\entry{a}{b}{}\n" + "\\field{title}{" * 60_000,
        "\\entry{a}{b}{}\n\\list{publisher}{1}{" + "{" * 900_000,
        "".join(f"\\entry{{a{at}}}{{b}}{{}}\n" for at in range(40_000)),
        "\\begin{thebibliography}{9}" + "\\bibitem{a}\\bibinfo {a} {b} " * 9000,
    ],
    ids=range(6),
)
def test_a_long_list_is_read_in_time(hostile):
    start = time.process_time()
    read_text(hostile, "x", ".bbl")
    assert time.process_time() - start < 20
