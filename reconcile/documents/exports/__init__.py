"""Exports of reference managers and databases, which name their fields."""
