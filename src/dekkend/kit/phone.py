"""A Dutch telephone number, as people write it: "036-123 45 67", "06 12345678", "+31 36 123 45 67"."""

import re

PHONE = re.compile(r"(?<![\w+-])(?:\+31|0031|0)[ ()-]{0,3}\d(?:[ -]?\d){8}(?![\d-])")
