"""Where a work appeared, as strings have it: its venue, its volume and pages, and a work known by these alone."""
