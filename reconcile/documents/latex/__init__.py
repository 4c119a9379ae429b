"""LaTeX documents: sources of CVs and publication lists, and the lists of references that BibTeX writes."""
