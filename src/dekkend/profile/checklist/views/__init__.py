"""Pages of station 1."""
