"""English as it is spelt in Britain and in America: one word in two spellings."""

from __future__ import annotations

import re
from functools import lru_cache

_AMERICAN = dict(
    pair.split()
    for pair in (
        "ageing aging|analogue analog|artefact artifact|behaviour behavior|catalogue catalog|centre center"
        "|centred centered|centring centering|colour color|defence defense|dialogue dialog|favour favor|fibre fiber"
        "|flavour flavor|grey gray|harbour harbor|humour humor|judgement judgment|labour labor|licence license"
        "|metre meter|neighbour neighbor|offence offense|programme program|rumour rumor|theatre theater|tumour tumor"
    ).split("|")
)
# The longer ones first, as `centred` begins with `centre`.
_WORDS = re.compile(rf"(?:{'|'.join(sorted(_AMERICAN, key=len, reverse=True))})", re.IGNORECASE | re.ASCII)
# `organisation`, `analysing`, and neither `pointwise` nor `denoise`; `modelling`, `signalled`.
_S_FOR_Z = re.compile(r"(?<=[a-z]{3}[iy])(?<![aeouw]i)s(?=(?:e[ds]?|ers?|ings?|able|ations?|ational)\b)", re.IGNORECASE)
_DOUBLE = re.compile(r"(?<=[a-z]{2}[ae]l)l(?=(?:ed|ers?|ings?)\b)", re.IGNORECASE)


@lru_cache(maxsize=1 << 14)
def american(text: str) -> str:
    """Return a text as it is spelt in America, in which two texts are compared: other words change with them.

    >>> american("Modelling and Visualisation of colours at a centre, layerwise")
    'Modeling and Visualization of colors at a center, layerwise'
    """
    text = _WORDS.sub(lambda found: _AMERICAN[found[0].lower()], text)
    return _DOUBLE.sub("", _S_FOR_Z.sub("z", text))
