"""A wijk: its schools side by side, and its plan."""
