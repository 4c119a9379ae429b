"""People in strings: the authors of a record, and names that are nobody's or somebody else's."""
