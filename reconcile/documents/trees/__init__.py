"""Trees of values: JSON and YAML."""
