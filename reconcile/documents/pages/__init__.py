"""Blocks of a page put together: written one by one, or taken from what has no lines of its own."""
