"""Strings and entries judged against the catalogue, one at a time and fast."""
