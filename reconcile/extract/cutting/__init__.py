"""Which lines are one entry: put together, taken apart, found within sentences."""
