"""What printing does to a text, and how it is undone: lines, pages and words that were broken."""
