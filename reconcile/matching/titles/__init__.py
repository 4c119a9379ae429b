"""Where the title of a record stands in a string, and whether the string goes on with another."""
