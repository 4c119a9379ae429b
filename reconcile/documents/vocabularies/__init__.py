"""Bibliographic XML: a table for each vocabulary that it is written in, and one reader of them all."""
