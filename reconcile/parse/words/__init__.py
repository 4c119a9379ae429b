"""What citations are written with: words, sentences, dates and signs, before any part of one is looked for."""
