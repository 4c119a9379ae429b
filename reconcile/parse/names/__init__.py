"""Lists of names: cut into pieces, told by their shapes, read as persons."""
