"""A string made ready: freed of what it came in, its words and where each stands, what is looked for in it."""
