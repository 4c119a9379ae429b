"""The months' names, in the languages of publication lists: tables only, in small letters."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

# As BibTeX's styles define them, in order.
SHORT = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LONG = "january february march april may june july august september october november december"
ENGLISH = frozenset((*SHORT, "sept", *_LONG.split()))
# The number of each name, from 1.
NUMBER: Mapping[str, int] = MappingProxyType(
    {
        name: number
        for number, names in enumerate(
            (
                "jan january januar janvier enero janeiro gennaio",
                "feb february februar février fevrier febrero fevereiro febbraio",
                "mar march märz mars marzo março",
                "apr april avril abril aprile",
                "may mai mayo maio maggio",
                "jun june juni juin junio junho giugno",
                "jul july juli juillet julio julho luglio",
                "aug august août aout agosto",
                "sep sept september septembre septiembre setembro settembre",
                "oct okt october oktober octobre octubre outubro ottobre",
                "nov november novembre noviembre novembro",
                "dec dez december dezember décembre decembre diciembre dezembro dicembre",
            ),
            start=1,
        )
        for name in names.split()
    }
)
