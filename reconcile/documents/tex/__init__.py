"""TeX: sources of CVs and publication lists, the lists of references that BibTeX writes, and TeX in a field."""
