"""What a school writes in its profile."""

from .carried import Carried
from .offer import Arrangement, ColumnText, Specialisation, Thing
from .points import Boundary, ImprovementPoint
from .text import ProvisionText, SectionText
from .waved import Waved

__all__ = [
    "Arrangement",
    "Boundary",
    "Carried",
    "ColumnText",
    "ImprovementPoint",
    "ProvisionText",
    "SectionText",
    "Specialisation",
    "Thing",
    "Waved",
]
