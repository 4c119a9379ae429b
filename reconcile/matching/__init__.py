"""Strings and entries judged against the catalogue, one at a time and fast.

The folders stand in the order of their imports: `strings`, `titles`, `places`, `names`, `records`, `verdicts`. A string
is made ready (`strings/text.py`) and says what is looked for (`strings/sought.py`). `records/see.py` holds it against
one record: the title (`titles/title.py`, `records/written.py`, `records/vouched.py`), the people (`names/people.py`,
`names/strays.py`), the venue (`places/called.py`), where it is printed (`places/printed.py`), or its circumstances
alone. `records/weigh.py` and `verdicts/doubts.py` say what that is worth, and `judge.py` decides.
"""
