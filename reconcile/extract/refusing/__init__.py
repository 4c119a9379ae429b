"""What looks like an entry and is none, and why."""
