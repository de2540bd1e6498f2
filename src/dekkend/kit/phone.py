"""A Dutch telephone number, as people write it: "036-123 45 67", "(036) 123 45 67", "+31 (0)6 12345678"."""

import re

AFTER_ZERO = r"(?:(?:\+31|0031)\)?(?: ?\(0\))?|0)[ -]{0,3}\d(?:[ -]?\d){8}"
AREA_IN_BRACKETS = r"\(0\d{1,3}\)[ -]{0,2}\d(?:[ -]?\d){5,7}"
PHONE = re.compile(rf"(?<![\w+-])(?:{AFTER_ZERO}|{AREA_IN_BRACKETS})(?![\d-])")
