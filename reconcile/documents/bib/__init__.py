"""BibTeX files: their pieces, entries, fields and values, as every command reads them."""
