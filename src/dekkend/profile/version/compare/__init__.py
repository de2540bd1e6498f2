"""Any two moments of a profile beside each other, by word, and putting back a piece."""
