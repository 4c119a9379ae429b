"""PDF files: characters with their places, made into lines, tables and blocks."""
