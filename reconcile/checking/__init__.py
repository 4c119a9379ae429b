"""Bibliographies checked: every entry with its status, and flags where it is wrong or parts from its record."""
