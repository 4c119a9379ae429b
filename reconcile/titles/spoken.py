r"""Titles with their single signs spelled: one writes `$\beta$-VAE`, another “beta-VAE”; both mean one title."""

from __future__ import annotations

import re

# What the signs of formulas are called by those who write no formula.
_CALLED = {
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "ϵ": "epsilon", "ζ": "zeta", "η": "eta",
    "θ": "theta", "κ": "kappa", "λ": "lambda", "μ": "mu", "µ": "mu", "ξ": "xi", "π": "pi", "ρ": "rho", "σ": "sigma",
    "τ": "tau", "φ": "phi", "ϕ": "phi", "χ": "chi", "ψ": "psi", "ω": "omega",
    "Γ": "gamma", "Δ": "delta", "Θ": "theta", "Λ": "lambda", "Π": "pi", "Σ": "sigma", "Φ": "phi", "Ψ": "psi",
    "Ω": "omega", "ℓ": "l", "∞": " inf",
}  # fmt: skip
_GREEK = "\u0370-\u03ff\u1f00-\u1fff"
# A letter beside another one is a word of Greek.
_SIGN = re.compile(rf"(?<![{_GREEK}])[{''.join(_CALLED)}](?![{_GREEK}])")


def spoken(title: str) -> str:
    """Return a title with the signs in it spelled.

    >>> spoken("β-VAE with an L∞ norm"), spoken("Η λίμνη")
    ('beta-VAE with an L inf norm', 'Η λίμνη')
    """
    return title if title.isascii() else _SIGN.sub(lambda sign: _CALLED[sign[0]], title)
