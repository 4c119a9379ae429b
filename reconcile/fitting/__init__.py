"""Weights estimated from labelled pairs: `fit` starts from a table and returns another, with how sure it is."""

from reconcile.fitting.fit import LEAST, LEAST_OF_A_KIND, Fitted, TooFew, fit
from reconcile.fitting.reliability import Bin, Reliability, reliability

__all__ = ["LEAST", "LEAST_OF_A_KIND", "Bin", "Fitted", "Reliability", "TooFew", "fit", "reliability"]
