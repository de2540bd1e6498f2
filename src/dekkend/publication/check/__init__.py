"""Is this file the adopted version, and of what? Known are the hashes that were kept, and nothing else (rulings 3)."""
