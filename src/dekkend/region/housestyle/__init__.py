"""The own look of a school or a board: chosen, looked at, and then kept as a version."""
