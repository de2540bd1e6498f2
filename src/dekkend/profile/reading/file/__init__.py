"""Reads an old profile (docx, odt, or pdf with text) into passages. Pure: no database, no Django.

`read` looks at the file first, and lets a process of its own with bounds on time and memory do the rest.
"""

from .apart import LARGEST, read
from .passages import Passage, Unreadable

__all__ = ["LARGEST", "Passage", "Unreadable", "read"]
