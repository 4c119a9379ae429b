"""DBLP: `Dblp` asks; `read`, `read_record` and `read_sparql` read what its three services say, `read_info` one hit."""

from sources.dblp.ask import Dblp
from sources.dblp.read import read, read_element, read_info, read_record, read_sparql

__all__ = ["Dblp", "read", "read_element", "read_info", "read_record", "read_sparql"]
