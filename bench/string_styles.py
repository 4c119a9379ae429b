"""Styles of publication strings that are not those of CVs in the other benches: rendered bibliographies, remnants
of web pages, rows of tables, notes, announcements. `STYLES` holds them by name: a paper in, a string out.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping, Sequence

from cv_styles import Paper
from string_names import (
    ET_AL,
    bare_initials,
    family_comma,
    family_comma_short,
    family_dotted,
    family_initials,
    first,
    full,
    large_family,
    listed,
    only_family,
    short,
    short_tight,
)


def clean(text: str) -> str:
    """Return the string without double full stops and spaces."""
    text = re.sub(r"([?!])\.", r"\1", text)
    text = re.sub(r"(?<![\d.])\.(?: *\.)+(?!\.)", ".", text)
    return re.sub(r" +", " ", text).strip(" ,")


def _tidy(text: str) -> str:
    """Return the place without what empty fields leave: `vol. , no. ,`, `()`, `pp. .`."""
    text = re.sub(r"(?:\b(?:vol|no|pp|p|Vol|P|S)\. ?|\bno |\bNr\. |\bpages |№|\()(?=[,.;)]| ?\(|– P|$)\)?", "", text)
    text = re.sub(r"(?:– *\.? *)+(?=$|– )|^In:? (?=[,.(]|$)", "", text)
    text = re.sub(r"(?: *[,:;])+(?= *[,.;)]|$)", "", text)
    text = re.sub(r" +(?=[,.;)])", "", text)
    return re.sub(r"\.(?: *[.])+", ".", re.sub(r" +", " ", text)).strip(" ,–")


def place(p: Paper, journal: str, meeting: str) -> str:
    """Fill a template with venue (`v` short, `V` long), volume `n`, issue `i`, pages `s` (`d`, `h`: other dashes)."""
    text = (journal if p.journal else meeting).format(
        v=p.venue,
        V=p.long_venue,
        n=p.volume,
        i=p.issue,
        s=p.page,
        d=p.page.replace("-", "–"),
        h=p.page.replace("-", "--"),
        y=p.year,
    )
    return _tidy(text)


Style = Callable[[Paper, random.Random], str]


def plain(p: Paper, _: random.Random) -> str:
    at = place(p, "{V}, {n}({i}):{d}, {y}.", "In {V}, pages {d}, {y}.")
    return f"{listed(p, last=', and ' if len(p.authors) > 2 else ' and ')}. {p.title}. {at}"


def alpha(p: Paper, _: random.Random) -> str:
    names = [only_family(n) for n in p.authors if n != ET_AL]
    label = names[0][:3] if len(names) == 1 else "".join(name[0] for name in names[:3]) + "+" * (len(names) > 3)
    return f"[{label}{p.year % 100:02d}] {plain(p, _)}"


def abbrv(p: Paper, rng: random.Random) -> str:
    at = place(p, "{V}, {n}({i}):{d}, {y}.", "In {V}, pages {d}, {y}.")
    return f"[{rng.randint(1, 60)}] {listed(p, short, last=', and ')}. {p.title}. {at}"


def acm_capitals(p: Paper, rng: random.Random) -> str:
    names = listed(p, lambda n: family_comma_short(n).upper(), last=", and ").replace("ET AL.", "et al.")
    at = place(p, "{V} {n}, {i} ({y}), {d}.", "In {V} ({y}), pp. {d}.")
    return f"[{rng.randint(1, 80)}] {names} {p.title}. {at}"


def acl_natbib(p: Paper, _: random.Random) -> str:
    at = place(p, "{V}, {n}({i}):{d}.", "In {V}, pages {d}.")
    return f"{listed(p, last=', and ' if len(p.authors) > 2 else ' and ')}. {p.year}. {p.title}. {at}"


def chicago(p: Paper, _: random.Random) -> str:
    lead = family_comma(p.authors[0])
    rest = [name for name in p.authors[1:] if name != ET_AL]
    others = f", {ET_AL}" if ET_AL in p.authors else f", {', '.join([*rest[:-1], 'and ' + rest[-1]])}" if rest else ""
    return f'{lead}{others}. "{p.title}." ' + place(p, "{V} {n}, no. {i} ({y}): {d}.", "In {V}, {d}. {y}.")


def mla(p: Paper, _: random.Random) -> str:
    names = [name for name in p.authors if name != ET_AL]
    lead = family_comma(names[0])
    lead += f", and {names[1]}" if len(names) == 2 == len(p.authors) else f", {ET_AL}" if len(p.authors) > 1 else "."
    at = place(p, "{V}, vol. {n}, no. {i}, {y}, pp. {d}.", "{V}, {y}, pp. {d}.")
    return f"{lead}{'' if lead.endswith('.') else '.'} “{p.title}.” {at}"


def vancouver(p: Paper, rng: random.Random) -> str:
    names = listed(p, family_initials, last=", ", most=6)
    return f"{rng.randint(1, 90)}. {names}. {p.title}. " + place(p, "{V}. {y};{n}({i}):{s}.", "In: {V}; {y}. p. {s}.")


def lncs(p: Paper, rng: random.Random) -> str:
    names = listed(p, lambda n: family_comma_short(n).replace(". ", "."), last=", ")
    at = place(p, "{V} {n}({i}), {d} ({y})", "In: {V}. pp. {d} ({y})")
    return f"{rng.randint(1, 50)}. {names}: {p.title}. {at}"


def nature(p: Paper, _: random.Random) -> str:
    names = listed(p, family_comma_short, last=" & ", most=5)
    return f"{names} {p.title}. " + place(p, "{V} {n}, {d} ({y}).", "in {V} {d} ({y}).")


def elsevier(p: Paper, _: random.Random) -> str:
    names = listed(p, lambda n: family_comma_short(n).replace(". ", "."), last=", ")
    return f"{names}, {p.year}. {p.title}. " + place(p, "{V} {n}, {d}.", "In: {V}, pp. {d}.")


def gost(p: Paper, _: random.Random) -> str:
    head = family_dotted(p.authors[0]).replace(".", ". ").replace(". -", ".-").strip()
    names = listed(p, short, last=", ", most=4)
    at = place(p, "{V}. – {y}. – Vol. {n}. – №{i}. – P. {s}.", "{V}. – {y}. – P. {s}.")
    return f"{head} {p.title} / {names} // {at}"


def din_1505(p: Paper, rng: random.Random) -> str:
    names = listed(p, lambda n: family_comma(n) if rng else n, comma=" ; ", last=" ; ").replace(ET_AL, "u. a.")
    return f"{names}: {p.title}. In: " + place(p, "{V} {n} ({y}), Nr. {i}, S. {s}", "{V}, {y}, S. {s}")


def german(p: Paper, rng: random.Random) -> str:
    names = listed(p, rng.choice([full, short]), last=" und ").replace(ET_AL, "et al.")
    return f"{names} ({p.year}): „{p.title}“. In: " + place(p, "{V} {n}({i}), S. {d}.", "{V}, S. {d}.")


def french(p: Paper, _: random.Random) -> str:
    at = place(p, "{V}, vol. {n}, no {i}, p. {d}, {y}.", "dans {V}, p. {d}, {y}.")
    return f"{listed(p, large_family, last=' et ')}, « {p.title} », {at}"


def spanish(p: Paper, _: random.Random) -> str:
    return f"{listed(p, family_comma_short, comma='; ', last=' y ')} ({p.year}). {p.title}. En {p.long_venue}."


def scholar_row(p: Paper, _: random.Random) -> str:
    names = listed(p, bare_initials, last=", ", most=6).replace(f", {ET_AL}", "…").replace(f" {ET_AL}", "…")
    return f"{p.title}\t{names}\t" + place(p, "{V} {n} ({i}), {s}, {y}", "{V}, {s}, {y}").replace(", ,", ",")


def scholar_search(p: Paper, rng: random.Random) -> str:
    names = listed(p, bare_initials, last=", ", most=4).replace(f", {ET_AL}", "…").replace(ET_AL, "…")
    site = rng.choice(["dl.acm.org", "arxiv.org", "ieeexplore.ieee.org", "aclanthology.org", "proceedings.mlr.press"])
    return f"[PDF] {p.title} {names} - {p.venue}, {p.year} - {site}"


def dblp_page(p: Paper, _: random.Random) -> str:
    at = place(p, "{v} {n}({i}): {s} ({y})", "{v} {y}: {s}")
    return f"{listed(p, last=', ')}:\n{p.title}. {at}".rstrip(": ")


def homepage(p: Paper, rng: random.Random) -> str:
    links = rng.choice(["[PDF] [code] [bib]", "[pdf][slides]", "[Paper] [Project page]", "PDF | BibTeX", "[arXiv]"])
    note = rng.choice(["", "", " (Oral)", " (Spotlight)", ", to appear", " Best Paper Award", " (26% acceptance rate)"])
    return f"{p.title}\n{listed(p, last=', ')}\n{p.venue} {p.year}{note} {links}"


def bibitem(p: Paper, _: random.Random) -> str:
    names = listed(p, short, last=", and ").replace(". ", ".~")
    at = place(p, "\\newblock {{\\em {V}}}, {n}({i}):{h}, {y}.", "\\newblock In {{\\em {V}}}, pages {h}, {y}.")
    return f"\\bibitem{{{first(p).lower().replace(' ', '')}{p.year}}} {names}. \\newblock {p.title}. {at}"


def latex_item(p: Paper, rng: random.Random) -> str:
    names, own = listed(p), rng.choice([name for name in p.authors if name != ET_AL])
    names = names.replace(own, f"\\textbf{{{own}}}", 1)
    return f"\\item {names}. ``{p.title}.'' \\emph{{{p.venue}}}, {p.year}."


def cventry(p: Paper, _: random.Random) -> str:
    return f"\\cventry{{{p.year}}}{{{p.title}}}{{{p.venue}}}{{}}{{}}{{{listed(p, short)}}}"


def numbered(p: Paper, rng: random.Random) -> str:
    letter = "J" if p.journal else "C"
    at = place(p, "{V} {n}({i}), {y}", "{v}, {y}")
    return f"{rng.choice(['[{}{}]', '{}{}.', '{}-{}:'])} ".format(letter, rng.randint(1, 70)) + (
        f"{listed(p, rng.choice([full, short]), last=', ')}, {p.title}, {at}."
    )


def parted(p: Paper, rng: random.Random) -> str:
    by = rng.choice([" / ", " | ", "\t", " — ", " // "])
    return by.join([p.title, listed(p, last=", "), f"{p.venue} {p.year}"])


def labelled(p: Paper, rng: random.Random) -> str:
    fields = [("Authors", listed(p, last=", ")), ("Title", p.title), ("Venue", p.long_venue), ("Year", str(p.year))]
    if rng.random() < 0.4:
        fields = [fields[1], fields[0], *fields[2:]]
    return rng.choice([" ", "; ", "\n"]).join(f"{name}: {value}" for name, value in fields)


def semicolons(p: Paper, rng: random.Random) -> str:
    names = listed(p, rng.choice([family_comma, family_comma_short]), comma="; ", last="; ")
    return f"{names}. {p.title}. {p.venue} ({p.year})"


def ampersand(p: Paper, rng: random.Random) -> str:
    names = listed(p, rng.choice([short_tight, full, family_dotted]), last=" & ")
    return f"{names}: {p.title} ({p.venue} '{p.year % 100:02d})"


def title_by(p: Paper, rng: random.Random) -> str:
    joint = rng.choice([", by ", " - ", " (with ", ". "])
    names = listed(p, last=" & ") + (")" if "(" in joint else "")
    return f"{p.title}{joint}{names}, {p.venue}, {p.year}."


def surname_year(p: Paper, rng: random.Random) -> str:
    names = [only_family(name) for name in p.authors if name != ET_AL]
    who = names[0] if len(p.authors) == 1 else " and ".join(names) if len(p.authors) == 2 else f"{names[0]} et al."
    return f"{who}{rng.choice([', ', ' '])}{p.year}. {p.title}" + rng.choice(["", f". {p.venue}", "."])


def surname_brackets(p: Paper, _: random.Random) -> str:
    return f"{p.title} ({listed(p, only_family, last=', ', most=3)}, {p.year})"


def cjk(p: Paper, rng: random.Random) -> str:
    names = listed(p, rng.choice([full, large_family]), comma="，", last="，").replace(ET_AL, "等")
    return f"{names}．{p.title}，{p.venue}，{p.year}年．"


def gb_7714(p: Paper, rng: random.Random) -> str:
    names = listed(p, lambda n: family_initials(n).upper(), last=", ", most=3).replace(ET_AL.upper(), ET_AL)
    return f"[{rng.randint(1, 50)}] {names}. {p.title}[{'J' if p.journal else 'C'}]//" + place(
        p, "{V}, {y}, {n}({i}): {s}.", "{V}. {y}: {s}."
    )


def japanese(p: Paper, _: random.Random) -> str:
    return f"{listed(p, comma='、', last='、')}「{p.title}」{p.venue}、{p.year}"


def tweet(p: Paper, rng: random.Random) -> str:
    year = rng.choice([f" {p.year}", f"'{p.year % 100:02d}", f"{p.year}"])
    return rng.choice(
        [
            "Our work on '{t}' got into {v}{y}!",
            "🎉 Excited to share that our paper “{t}” was accepted to #{v}{y}! Joint work with @{f}",
            "New paper out: {t} ({v}{y}) with {n}.",
            "Thrilled that “{t}” will be presented at {v}{y} 🚀",
            "Great thread by {f} and colleagues on {t} #{v}{y}",
        ]
    ).format(t=p.title, v=p.venue, y=year, f=first(p), n=listed(p, only_family))


def dated_news(p: Paper, rng: random.Random) -> str:
    month = rng.choice("Jan Feb Mar Apr May Jun Jul Sep Oct Nov Dec".split())
    return f"{month} {p.year}: Paper with {listed(p, only_family, last=' & ')} on “{p.title}” at {p.venue}."


def title_only(p: Paper, rng: random.Random) -> str:
    return p.title + rng.choice(["", "", "."])


def title_year(p: Paper, rng: random.Random) -> str:
    return rng.choice(["{t} ({y})", "{t}, {y}", "{y}: {t}", "{t}. {v} {y}"]).format(t=p.title, y=p.year, v=p.venue)


def reviewing(p: Paper, rng: random.Random) -> str:
    note = rng.choice(
        [
            "(acceptance rate: 22%)",
            "[Best Student Paper]",
            "(* equal contribution)",
            "(Cited by 134)",
            "Oral, top 3%",
            "— received the Test of Time award",
            "(Acceptance ratio 24.1%, 5 reviews)",
        ]
    )
    return f"{listed(p, short)}. {p.title}. {p.venue}, {p.year}. {note}"


def family_first(p: Paper, _: random.Random) -> str:
    return f"{listed(p, family_dotted, last=', ')} {p.title} // {p.venue}, {p.year}"


def only_names_title(p: Paper, rng: random.Random) -> str:
    return f"{listed(p, rng.choice([full, short]))}. {p.title}."


STYLES: Mapping[str, Style] = {
    **{form.__name__.replace("_", "-"): form for form in (plain, alpha, abbrv, acm_capitals, acl_natbib, chicago, mla)},
    **{form.__name__.replace("_", "-"): form for form in (vancouver, lncs, nature, elsevier, gost, din_1505, german)},
    **{form.__name__.replace("_", "-"): form for form in (french, spanish, scholar_row, scholar_search, dblp_page)},
    **{form.__name__.replace("_", "-"): form for form in (homepage, bibitem, latex_item, cventry, numbered, parted)},
    **{form.__name__.replace("_", "-"): form for form in (labelled, semicolons, ampersand, title_by, surname_year)},
    **{form.__name__.replace("_", "-"): form for form in (surname_brackets, cjk, gb_7714, japanese, tweet, dated_news)},
    **{form.__name__.replace("_", "-"): form for form in (title_only, title_year, reviewing, family_first)},
    "names-title": only_names_title,
}
# Styles in which too little is said of the authors to tell namesakes apart.
NAMELESS: Sequence[str] = ("title-only", "title-year", "tweet")
# In these the authors are there in part.
THIN: Sequence[str] = ("surname-year", "surname-brackets", "dated-news", "scholar-search", "gb-7714")
