"""Plurals of English that end with more than an s, as titles have them: the two are one word."""

from __future__ import annotations

# Each plural with its singular. `Media` is no plural where titles have it, and `opera` is another word.
_IRREGULAR = dict(
    pair.split()
    for pair in (
        "algae alga|analyses analysis|antennae antenna|apparatuses apparatus|appendices appendix|automata automaton"
        "|axes axis|bacteria bacterium|children child|codices codex|corpora corpus|crises crisis|criteria criterion"
        "|curricula curriculum|diagnoses diagnosis|equilibria equilibrium|feet foot|foci focus|formulae formula"
        "|fungi fungus|geese goose|genera genus|halves half|hypotheses hypothesis|indices index|knives knife"
        "|larvae larva|leaves leaf|lemmata lemma|lexica lexicon|loci locus|matrices matrix|maxima maximum|men man"
        "|metamorphoses metamorphosis|mice mouse|minima minimum|nebulae nebula|nuclei nucleus|optima optimum"
        "|parentheses parenthesis|phenomena phenomenon|polyhedra polyhedron|prognoses prognosis|prostheses prosthesis"
        "|radii radius|schemata schema|shelves shelf|simplices simplex|spectra spectrum|stimuli stimulus|strata stratum"
        "|symposia symposium|synopses synopsis|syntheses synthesis|taxa taxon|teeth tooth|theses thesis"
        "|vertices vertex|vortices vortex|wolves wolf|women woman"
    ).split("|")
)


def singular(word: str) -> str:
    """Return the singular of a folded word of which the table has the plural; any other word as it is.

    >>> singular("corpora"), singular("corpus"), singular("wool")
    ('corpus', 'corpus', 'wool')
    """
    return _IRREGULAR.get(word, word)
