"""The pages on which a school or board chooses its look, and what the world gets of it: a style sheet and a logo."""
