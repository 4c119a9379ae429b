"""The lines of a document, and the stretches of them that are made entries."""
