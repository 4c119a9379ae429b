"""Tables of records and of pairs of records: pairs scored, two tables linked, one table grouped."""
