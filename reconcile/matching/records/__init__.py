"""A string held against one record: all that is seen of it, and what that weighs."""
