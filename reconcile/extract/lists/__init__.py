"""What a list says for its entries: those that say little, a line each, dashes and years that stand for others."""
