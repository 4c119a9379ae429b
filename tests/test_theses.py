"""What a thesis is called: the same to extraction, to the parser and to a match."""

from __future__ import annotations

import re

import pytest

from reconcile.extract.words import cues
from reconcile.lexicon import theses
from reconcile.matching.strings.sought import seek
from reconcile.wanted import Wanted

FORMS = (
    "PhD thesis|Ph. D. dissertation|Master's thesis|M.Sc. thesis|B.Sc. thesis|D.Phil. thesis|Undergraduate honors thesis"
    "|Licentiate thesis|Dissertation|Phil. Diss.|Habilitationsschrift|Diplomarbeit|Bachelorarbeit|Magisterarbeit|Thèse"
    "|Mémoire de master|Mémoire d'habilitation|Tesis|Trabajo de grado|Tesi di laurea|Tese de doutorado|Dissertação"
    "|Proefschrift|Doktorsavhandling|Akademisk avhandling|Ph.d.-afhandling|Väitöskirja|Praca magisterska"
    "|Doktorska disertacija|Diplomová práce|Doktori értekezés|Doktori disszertáció|Szakdolgozat|Diplomamunka"
    "|Yüksek lisans tezi|Teză de doctorat|Диссертация|дис. канд"
).split("|")


@pytest.mark.parametrize("form", FORMS)
def test_a_thesis_is_one_to_all(form: str) -> None:
    text = f"Bee, Anna: Felt and wool in the northern trade. {form}, Olmo, 2003."
    assert re.search(theses.WORDS, text, re.IGNORECASE)
    assert cues.THESIS.search(text)
    assert seek(Wanted("1", text)).thesis


@pytest.mark.parametrize("form", ["博士学位论文", "硕士论文", "修士論文", "학위 박사논문"])
def test_signs_want_no_blank(form: str) -> None:
    assert cues.THESIS.search(f"東草大学{form}")
    assert seek(Wanted("1", f"Bee. Felt and wool. {form}, 2003")).thesis


def test_a_degree_alone_is_no_thesis() -> None:
    assert not cues.THESIS.search("博士, 東草大学")
    assert not cues.THESIS.search("2007 Habilitation, Olmo")
    assert not seek(Wanted("1", "Bee, A. (2003). A theory of dissonance. Olmo.")).thesis
