"""Plain text, and the customs of what converters, browsers and mail programs leave of a page."""
