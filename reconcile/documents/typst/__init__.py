"""Typst sources."""
