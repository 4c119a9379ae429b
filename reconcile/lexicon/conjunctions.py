"""The words for "and", in the languages of publication lists: a table only."""

from __future__ import annotations

# What stands between the last two names of a list.
AND = "and|und|et|y|e|og|och|и|і|та|ve|ja|és|și|şi|dan|và|ir|και|و"
