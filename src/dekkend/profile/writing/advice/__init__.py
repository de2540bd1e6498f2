"""The advice of the margin: it never stops anyone, gives its reason, and can be waved away."""
