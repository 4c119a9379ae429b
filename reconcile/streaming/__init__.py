"""Large files read and written piece by piece: rows in, in batches that travel to workers, and an output that grows.

`rows` has the nouns. `opening` opens an input and tells its form; each form has a module: `lines`, `table` (its cells
by `cells`), `objects` (a list of them by `jsonlist`) and `entries`, whose fields `claims` makes a record. Below them
`streams` and `decoding` give bytes and characters. `part` is the output while it grows, `shapes` the forms it may have.
"""
