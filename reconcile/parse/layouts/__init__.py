"""The ways in which a citation may fall into authors, title and rest, what speaks for each, and the best of them."""
