"""Under which heading every line of a document stands, and what that says of it."""
