"""Pages of portals that were copied as text, each known by its own lines."""
