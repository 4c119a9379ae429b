"""Blocks of text that know their lines: how bytes become lines, runs, items and blocks, and what cannot be read."""
