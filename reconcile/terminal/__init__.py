"""The terminal: what a person sees, and Ctrl-C."""
