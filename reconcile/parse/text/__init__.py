"""The text of an entry made ready: lines and marks, what is no part of a citation, where parts may begin and end."""
