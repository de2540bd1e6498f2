"""What a school writes in its profile."""

from .offer import Arrangement, Specialisation, Thing
from .points import Boundary, ImprovementPoint
from .text import Insertion, ProvisionText, SectionText

__all__ = [
    "Arrangement",
    "Boundary",
    "ImprovementPoint",
    "Insertion",
    "ProvisionText",
    "SectionText",
    "Specialisation",
    "Thing",
]
