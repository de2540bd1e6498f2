"""Syllables of a Dutch word: its groups of vowels, two where a trema or a known pair says so."""

from __future__ import annotations

import re
from functools import lru_cache

# What sounds as one; longest first. A vowel with a trema begins a syllable of its own.
GROUP = re.compile(
    r"aai|ooi|oei|eeu|ieu|aa|ee|oo|uu|ie|oe|eu|ui|ou|ij|ei|au|ai|oi|ay|ey|oy|[aeiouyàáâèéêìíîòóôùúûäëïöü]"
)


# A text says most of its words more than once.
@lru_cache(maxsize=20_000)
def syllables(word: str) -> int:
    """At least one: an abbreviation or a number is said as well."""
    return max(1, len(GROUP.findall(word.lower())))
