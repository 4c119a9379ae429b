"""Strings and entries judged against the catalogue, one at a time and fast.

`sought` says what is looked for, and `text` makes a string ready. `see` holds it against one record: the
title (`title`, `written`, `vouched`), the people (`people`, `strays`), the venue (`called`), where it is printed
(`printed`), or its circumstances alone. `weigh` and `doubts` say what that is worth, and `judge` decides.
"""
