"""A bibliography cleaned without loss: what is certain is fixed, what is not is proposed, all else stays as it was."""

from reconcile.cleaning.api import Input, clean
from reconcile.cleaning.change import Change, Policy, Preprints, VenueForm
from reconcile.cleaning.run import Cleaning, clean_source
from reconcile.documents.blocks.unreadable import Unreadable

__all__ = ["Change", "Cleaning", "Input", "Policy", "Preprints", "Unreadable", "VenueForm", "clean", "clean_source"]
