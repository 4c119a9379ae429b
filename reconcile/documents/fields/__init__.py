"""The fields of a work: what sources and people call them, its kind, its people, and how an entry has them."""
