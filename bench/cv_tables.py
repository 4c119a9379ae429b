"""Publication lists in structured formats: tables, CSL and other JSON, YAML, BibTeX."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Mapping

import yaml
from cv_styles import Paper, inverted


def _rows(papers: list[Paper], columns: tuple[str, ...]) -> list[dict[str, str]]:
    return [
        dict(zip(columns, [p.title, "; ".join(p.authors), str(p.year), p.long_venue, p.doi], strict=True))
        for p in papers
    ]


def _delimited(papers: list[Paper], columns: tuple[str, ...], delimiter: str) -> bytes:
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, delimiter=delimiter)
    writer.writeheader()
    writer.writerows(_rows(papers, columns))
    return out.getvalue().encode()


def _bibtex(papers: list[Paper], form: Callable[[str], str]) -> bytes:
    out = []
    for p in papers:
        kind, place = ("article", "journal") if p.journal else ("inproceedings", "booktitle")
        fields = {
            "author": " and ".join(map(form, p.authors)),
            "title": f"{{{p.title}}}",
            place: p.long_venue,
            "year": str(p.year),
            "volume": p.volume,
            "pages": p.page.replace("-", "--"),
            "doi": p.doi,
        }
        body = "".join(
            f"  {name} = {{{value.replace('&', chr(92) + '&')}}},\n" for name, value in fields.items() if value
        )
        out.append(f"@{kind}{{{p.key.replace('/', ':')},\n{body}}}\n\n")
    return "".join(out).encode()


def _csl(p: Paper) -> dict[str, object]:
    return {
        "id": p.key,
        "type": "article-journal" if p.journal else "paper-conference",
        "title": p.title,
        "author": [{"family": name.split()[-1], "given": " ".join(name.split()[:-1])} for name in p.authors],
        "container-title": p.long_venue,
        "issued": {"date-parts": [[p.year]]},
        "DOI": p.doi,
    }


def _mapping(p: Paper) -> dict[str, object]:
    return {
        "title": p.title,
        "authors": ", ".join(p.authors),
        "venue": p.long_venue,
        "year": p.year,
        "url": "https://example.org/x.pdf",
    }


_WORK = {
    "company": "IBM Research",
    "position": "Research Scientist",
    "startDate": "2016-01-01",
    "summary": "Machine learning for databases.",
    "highlights": ["Shipped a ranking system used by 20M people."],
}
_STUDY = {
    "institution": "University of Edinburgh",
    "area": "Computer Science",
    "studyType": "PhD",
    "startDate": "2009",
    "endDate": "2013",
}


def _resume(papers: list[Paper], owner: str) -> bytes:
    items = [
        {"name": p.title, "publisher": p.long_venue, "releaseDate": f"{p.year}-06-01", "summary": ", ".join(p.authors)}
        for p in papers
    ]
    return json.dumps(
        {
            "basics": {"name": owner, "label": "Researcher"},
            "work": [_WORK],
            "education": [_STUDY],
            "publications": items,
            "awards": [{"title": "Best Paper Award", "awarder": "AAAI", "date": "2014-07-01"}],
        },
        indent=1,
    ).encode()


def _yaml_cv(papers: list[Paper], owner: str) -> bytes:
    cv = {
        "cv": {
            "name": owner,
            "sections": {
                "education": [_STUDY],
                "experience": [_WORK],
                "publications": [
                    {
                        "title": p.title,
                        "authors": list(p.authors),
                        "journal": p.long_venue,
                        "date": f"{p.year}-05",
                        "doi": p.doi or None,
                    }
                    for p in papers
                ],
            },
        }
    }
    return yaml.safe_dump(cv, allow_unicode=True, sort_keys=False).encode()


# The structured formats: what a row or entry looks like differs, layouts do not.
STRUCTURED: Mapping[str, Mapping[str, Callable[[list[Paper], str], bytes]]] = {
    ".csv": {
        "own columns": lambda papers, _: _delimited(papers, ("Title", "Authors", "Year", "Venue", "DOI"), ","),
        "zotero": lambda papers, _: _delimited(
            papers, ("Title", "Author", "Publication Year", "Publication Title", "DOI"), ","
        ),
        "orcid": lambda papers, _: _delimited(
            papers, ("title", "contributors", "publication-date", "journal-title", "doi"), ","
        ),
    },
    ".tsv": {
        "own columns": lambda papers, _: _delimited(
            papers, ("Paper title", "Author(s)", "Year", "Conference/Journal", "DOI"), "\t"
        )
    },
    ".yml": {
        "list of mappings": lambda papers, _: yaml.safe_dump(
            [_mapping(p) for p in papers], allow_unicode=True, sort_keys=False
        ).encode(),
        "rendercv": _yaml_cv,
    },
    ".json": {
        "csl": lambda papers, _: json.dumps([_csl(p) for p in papers]).encode(),
        "list of mappings": lambda papers, _: json.dumps(
            {"publications": [_mapping(p) for p in papers]}, indent=2
        ).encode(),
        "json resume": _resume,
    },
    ".bib": {
        "first last": lambda papers, _: _bibtex(papers, str),
        "last, first": lambda papers, _: _bibtex(papers, inverted),
    },
}
