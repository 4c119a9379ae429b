"""Venue texts understood: `read_venue` and `read_venues` read, `compare_venues` holds two beside each other."""

from reconcile.venues.agreement import ELSEWHERE, VenueAgreement, are_namesakes, compare_venues
from reconcile.venues.alone import names_alone
from reconcile.venues.likeness import looks_like_venue
from reconcile.venues.of_record import indexed_by, venue_of_record
from reconcile.venues.read import read_venue, read_venues
from reconcile.venues.servers import is_server, server_names, servers_in
from reconcile.venues.table import Series, all_series, series

__all__ = [
    "ELSEWHERE",
    "Series",
    "VenueAgreement",
    "all_series",
    "are_namesakes",
    "compare_venues",
    "indexed_by",
    "is_server",
    "looks_like_venue",
    "names_alone",
    "read_venue",
    "read_venues",
    "series",
    "server_names",
    "servers_in",
    "venue_of_record",
]
