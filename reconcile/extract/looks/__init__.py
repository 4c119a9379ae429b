"""What a text looks like: where it lists persons, what its pieces may be, how much of a publication it has."""
