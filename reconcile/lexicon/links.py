"""What the links beside a citation are called, which say where something is to be had and not what it is called."""

from __future__ import annotations

# The buttons of a list: nothing but these in a row is a row of buttons.
BUTTONS = frozenset(
    "abs abstract arxiv bib bibtex blog cite code data demo doi github html link media page paper pdf poster project"
    " slides supp supplementary talk url video website".split()
)
# Of these, what a page of a library or a portal has in a row below an entry, and no list to end one of its own.
OF_PORTALS = BUTTONS - frozenset("blog demo github media page paper project supp supplementary talk website".split())
# Those and what else a link beside a citation is called, or a label in brackets within it.
LABELS = BUTTONS | frozenset(
    "papers citation slide links webpage dataset full supplement material materials appendix preprint press code/data"
    " recording presentation openreview acm ieee springer dblp web homepage teaser models model software tool"
    " repository repo tweet news award errata here pubmed pmc acl anthology publisher reviews ppt pptx program"
    " project-page extended version online proceedings colab huggingface hf youtube newspaper article podcast photo"
    " thread twitter".split()
)
# Of these, what in brackets behind a title in a field says nothing of the work: `Tidal limpets [slides]`.
BEHIND_TITLES = LABELS - frozenset(
    "abs abstract article award errata extended full material materials news newspaper press proceedings program"
    " reviews version".split()
)
# The links to another version: `arXiv version`, `full preprint`.
VERSIONS = BUTTONS | frozenset(
    "article author's authors extended free full here link official open preprint published publisher short"
    " version".split()
)
