"""TeX as it stands in documents and in fields: groups, macros, accents and symbols to characters."""
