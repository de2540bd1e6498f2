"""The papers of a whole round in one folder: for the command, and for the samenwerkingsverband as one zip."""
