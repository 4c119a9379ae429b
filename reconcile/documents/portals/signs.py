"""The lines by which a portal's page that was copied as text is known, for those who look for them and who read them.

They stand by themselves, so that no portal's reader is loaded for a text that is none of its pages.
"""

from __future__ import annotations

import re

from sources.months import SHORT

# The types of work that ORCID shows (info.orcid.org, "Supported work types").
ORCID_TYPES = (
    r"journal article|journal issue|article|book|book chapter|book review|conference (?:paper|abstract|poster"
    r"|presentation|proceedings|output)|preprint|report|working paper|dissertation(?: or thesis)?|thesis|data ?set"
    r"|data management plan|software|edited book|encyclopedia entry|dictionary entry|magazine article"
    r"|newspaper article|newsletter article|online resource|manual|translation|review|lecture(?: |/)speech|patent"
    r"|supervised student publication|technical standard|research (?:tool|technique)|test|website|other"
)
# A work's line of date and type, with what ORCID says of it below.
ORCID_WORK = re.compile(
    rf"^(?:19|20)\d\d(?:-\d\d){{0,2}} \| (?:{ORCID_TYPES})[ \t]{{0,20}}\n(?:[^\n]{{1,1000}}\n){{0,9}}?Source: ",
    re.IGNORECASE | re.MULTILINE,
)
# The menu of a publication in DBLP. `export record` stands in it and in no other list.
DBLP_MENU = re.compile(
    r"^[ \t]{0,9}(?:export record|electronic edition (?:via|@) [^\n]{1,60})[ \t]{0,9}$", re.MULTILINE
)
# ResearchGate's kinds of work.
GATE_TYPES = (
    r"article|book|book review|chapter|code|conference paper|cover page|data|dataset|experiment findings"
    r"|literature review|method|negative results|patent|poster|preprint|presentation|raw data|research"
    r"|research proposal|technical report|thesis|working paper"
)
GATE_DATE = rf"(?:{'|'.join(SHORT)})[a-z]{{0,6}} (?:\d{{1,2}}, )?(?:19|20)\d\d"
GATE_READY = r"(?:full-text|file|source) available"
GATE_WORK = re.compile(
    rf"^[^\n]{{5,500}}\n(?:{GATE_TYPES})[ \t]{{0,9}}\n(?:{GATE_READY}[ \t]{{0,9}}\n)?{GATE_DATE}"
    r"(?= ·|[ \t]{0,9}$)",
    re.IGNORECASE | re.MULTILINE,
)
DAY = rf"\d{{1,2}} (?i:{'|'.join(SHORT)})[a-z]{{0,6}} (?:19|20)\d\d"
OPENREVIEW_DATE = rf"(?:Published: ?)?{DAY}(?:,? ?\(?(?:Last )?[Mm]odified: ?{DAY}\)?)?"
OPENREVIEW_BUTTON = r"(?:Revisions|BibTeX|(?:Show|Hide) (?:details|[Bb]ib[Tt]e[Xx]|[Rr]evisions)|CC0? [\w. -]{2,12})"
# Who may read a work, which ends it: with the date before it on the line, or with a button behind it.
_READERS = (
    rf"(?:{OPENREVIEW_DATE}[^\n]{{0,200}}?(?:Readers: ?)?Everyone|Readers: ?Everyone"
    rf"|[^\n]{{0,200}}?Everyone(?=\s?{OPENREVIEW_BUTTON}))"
)
OPENREVIEW_WORK = re.compile(rf"^{_READERS}(?:\s?{OPENREVIEW_BUTTON}){{0,5}}[ \t]{{0,9}}$", re.MULTILINE)
# The buttons below a paper in Semantic Scholar.
SEMANTIC_BUTTONS = re.compile(r"^Save[ \t]{0,9}\s?Alert[ \t]{0,9}\s?Cite[ \t]{0,9}$", re.MULTILINE)
LINKEDIN_SHOWS = (
    r"(?:(?:show|see) publication|publikation anzeigen|afficher la publication|mostrar publicación"
    r"|mostra pubblicazione|exibir publicação|publicatie weergeven)"
)
LINKEDIN_WORK = re.compile(
    r"^(?P<title>[^\n]{3,500})\n(?:(?P=title)\n)?"
    rf"(?:(?P<place>[^\n]{{2,300}} · [^\n]{{4,40}})\n(?:(?P=place)\n)?"
    rf"|(?P<plain>[^\n]{{2,300}})\n(?P=plain)\n)?{LINKEDIN_SHOWS}$",
    re.IGNORECASE | re.MULTILINE,
)
ACADEMIA_WORK = re.compile(
    r"^(?P<type>(?:Research|Book|Paper|Thesis|Talk)(?: paper| chapter)?) thumbnail of "
    r"(?P<title>[^\n]{3,500})\n(?P=title)"
    r"(?:\n(?P<imprint>[^\n]{2,300}\b(?:19|20)\d\d))?$",
    re.IGNORECASE | re.MULTILINE,
)
